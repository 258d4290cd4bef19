//! Where students can be placed in the town: units of the hosts, and what each round offers there.

use placing::sites::{NodeRow, OfferRow};

use crate::parties::{Host, Parties};

/// A unit of a host.
pub struct UnitOf {
    /// What the host calls it in files
    pub key: &'static str,
    /// The unit it lies in; empty: directly below the host
    pub parent: &'static str,
    /// Name
    pub name: &'static str,
    /// Where it is
    pub address: &'static str,
}

const fn unit(key: &'static str, parent: &'static str, name: &'static str, address: &'static str) -> UnitOf {
    UnitOf { key, parent, name, address }
}

/// The hospital trust's units.
pub const HOSPITAL: [UnitOf; 9] = [
    unit("MED", "", "Medisinsk klinikk", "Sykehusbakken 1, Sølvmark"),
    unit("MED2", "MED", "Medisinsk sengepost 2", ""),
    unit("HJER", "MED", "Hjerteposten", ""),
    unit("SLAG", "MED", "Slagenheten", ""),
    unit("KIR", "", "Kirurgisk klinikk", "Sykehusbakken 3, Sølvmark"),
    unit("ORTO", "KIR", "Ortopedisk sengepost", ""),
    unit("GAST", "KIR", "Gastrokirurgisk sengepost", ""),
    unit("PSYK", "", "Klinikk for psykisk helse", "Elvegata 40, Sølvmark"),
    unit("DOGN", "PSYK", "Døgnposten", ""),
];

/// The municipality's units.
pub const MUNICIPALITY: [UnitOf; 16] = [
    unit("OPPV", "", "Oppvekst", ""),
    unit("MULT", "OPPV", "Multemyra skole", "Multemyra 2, Brattholt"),
    unit("TIUR", "OPPV", "Tiurleiken skole", "Skogsvegen 18, Brattholt"),
    unit("LYNG", "OPPV", "Lynghøgda skole", "Høgdavegen 5, Brattholt"),
    unit("TRAN", "OPPV", "Tranedansen ungdomsskole", "Myrvegen 31, Brattholt"),
    unit("STEI", "OPPV", "Steinspranget skole", "Ytterbygda 77, Brattholt"),
    unit("GRAA", "OPPV", "Gråbekkdalen skole", "Dalavegen 112, Brattholt"),
    unit("BLAA", "OPPV", "Blåklokka barnehage", "Klokkevegen 6, Brattholt"),
    unit("TIRI", "OPPV", "Tiriltunga barnehage", "Engvegen 20, Brattholt"),
    unit("KONG", "OPPV", "Konglestua barnehage", "Skogsvegen 41, Brattholt"),
    unit("HELS", "", "Helse og mestring", ""),
    unit("RYPE", "HELS", "Rypeheia omsorgssenter", "Rypeheia 9, Brattholt"),
    unit("FIOL", "HELS", "Fiolbakken sykehjem", "Fiolbakken 14, Brattholt"),
    unit("ROGN", "HELS", "Rognebærtunet bofellesskap", "Tunvegen 3, Brattholt"),
    unit("HJEM", "HELS", "Hjemmetjenesten, sone nord", "Rådhusgata 1, Brattholt"),
    unit("AKTI", "HELS", "Aktivitetssenteret Verket", "Verksgata 22, Brattholt"),
];

/// The Danish municipality's units.
pub const DENMARK: [UnitOf; 11] = [
    unit("SUND", "", "Sundhed og Omsorg", "Rådhuspladsen 2, Vesterlund"),
    unit("LIND", "SUND", "Plejecenter Lindegården", "Lindevej 12, Vesterlund"),
    unit("STRA", "SUND", "Plejecenter Strandhøj", "Strandvejen 48, Vesterlund"),
    unit("HJPL", "SUND", "Hjemmeplejen Midt", "Rådhuspladsen 2, Vesterlund"),
    unit("AKUT", "SUND", "Akutteamet", "Sygehusvej 7, Vesterlund"),
    unit("GENO", "SUND", "Genoptræningscentret", "Sygehusvej 9, Vesterlund"),
    unit("BORN", "", "Børn og Unge", "Rådhuspladsen 4, Vesterlund"),
    unit("MYRE", "BORN", "Børnehuset Myretuen", "Engvej 4, Vesterlund"),
    unit("SOLS", "BORN", "Børnehuset Solstrålen", "Kirkebakken 21, Vesterlund"),
    unit("EGER", "BORN", "Skovbørnehaven Egernet", "Skovbrynet 1, Vesterlund"),
    unit("HAVN", "BORN", "Vuggestuen Havnen", "Havnegade 15, Vesterlund"),
];

/// The first university's units.
pub const UNIVERSITY: [UnitOf; 6] = [
    unit("HFAK", "", "Fakultet for helse- og sosialfag", "Universitetsvegen 1, Sølvmark"),
    unit("ISYK", "HFAK", "Institutt for sykepleie", ""),
    unit("IVER", "HFAK", "Institutt for vernepleie", ""),
    unit("LFAK", "", "Fakultet for lærerutdanning", "Universitetsvegen 9, Sølvmark"),
    unit("IPED", "LFAK", "Institutt for pedagogikk", ""),
    unit("PRAK", "", "Praksiskontoret", "Universitetsvegen 1, Sølvmark"),
];

/// The second university's units.
pub const WEST: [UnitOf; 4] = [
    unit("VHEL", "", "Avdeling for helsefag", "Fjordgata 12, Vestfjorda"),
    unit("VSJU", "VHEL", "Seksjon for sjukepleie", ""),
    unit("VBAR", "", "Avdeling for barnehagelærarutdanning", "Fjordgata 14, Vestfjorda"),
    unit("VSTU", "", "Studieavdelinga", "Fjordgata 12, Vestfjorda"),
];

/// What one round offers at a unit.
pub struct Place {
    unit: &'static str,
    name: &'static str,
    seats: i32,
    /// How dear it is to students, against the others
    pub weight: usize,
    about: &'static str,
}

const fn place(unit: &'static str, name: &'static str, seats: i32, weight: usize, about: &'static str) -> Place {
    Place { unit, name, seats, weight, about }
}

/// What a round offers, and how many students each part of the trees takes at the same time.
pub struct Offering {
    /// Only students of this subject
    pub subject: &'static str,
    /// Only students of this period
    pub period: &'static str,
    /// Its places
    pub places: &'static [Place],
    caps: &'static [(&'static str, i32)],
}

/// Second-year nursing: wards and nursing homes.
pub const NURSING: Offering = Offering {
    subject: "Sykepleie",
    period: "2. år",
    places: &[
        place("MED2", "Medisinsk sengepost 2", 5, 6, "Bredde i indremedisin. Dag- og kveldsvakter, noen helger."),
        place("HJER", "Hjerteposten", 4, 14, "Overvåking og hjertesvikt. Du går i team med to kontaktsykepleiere."),
        place("SLAG", "Slagenheten", 4, 9, "Akutt slagbehandling og tidlig rehabilitering sammen med fysioterapeut."),
        place("ORTO", "Ortopedisk sengepost", 5, 10, "Planlagt og akutt kirurgi. Mye mobilisering og sårstell."),
        place("GAST", "Gastrokirurgisk sengepost", 4, 7, "Pasienter før og etter operasjon i mage og tarm."),
        place("DOGN", "Døgnposten, psykisk helse", 4, 8, "Miljøterapi og samtaler. Krever at du er trygg på deg selv."),
        place(
            "RYPE",
            "Rypeheia omsorgssenter, avdeling Fjellrype",
            5,
            5,
            "Langtidsplasser og to plasser for lindrende behandling.",
        ),
        place("FIOL", "Fiolbakken sykehjem", 4, 4, "Korttidsavdeling med mange innleggelser og utskrivninger."),
        place(
            "HJEM",
            "Hjemmetjenesten, sone nord",
            5,
            6,
            "Du kjører med sykepleier og får egne lister etter hvert. Førerkort er en fordel.",
        ),
        place("AKTI", "Aktivitetssenteret Verket", 2, 2, "Helsefremmende arbeid med hjemmeboende eldre."),
        place(
            "MULT",
            "Skolehelsetjenesten, Multemyra skole",
            2,
            12,
            "Du følger helsesykepleier i samtaler og vaksinering.",
        ),
    ],
    caps: &[("HOSPITAL", 23), ("MED", 11), ("KIR", 8), ("MUNICIPALITY", 16)],
};

/// Second-year social education.
pub const CARE: Offering = Offering {
    subject: "Vernepleie",
    period: "2. år",
    places: &[
        place("ROGN", "Rognebærtunet bofellesskap", 6, 9, "Miljøarbeid med seks beboere. Turnus med hver tredje helg."),
        place("FIOL", "Fiolbakken sykehjem, skjermet enhet", 4, 4, "Personsentrert omsorg for personer med demens."),
        place("RYPE", "Rypeheia omsorgssenter", 4, 4, "Habilitering og hverdagsrehabilitering."),
        place("DOGN", "Døgnposten, psykisk helse", 4, 8, "Miljøterapi i et tverrfaglig team."),
        place(
            "MULT",
            "Multemyra skole, miljøteamet",
            3,
            10,
            "Du følger elever med behov for støtte gjennom skoledagen.",
        ),
        place("TRAN", "Tranedansen ungdomsskole, miljøteamet", 3, 7, "Ungdom, fravær og samarbeid med hjemmet."),
        place("AKTI", "Aktivitetssenteret Verket", 5, 5, "Arbeidstrening og fritid for voksne med utviklingshemning."),
    ],
    caps: &[("MUNICIPALITY", 23), ("OPPV", 5)],
};

/// Second-year teaching.
pub const TEACHING: Offering = Offering {
    subject: "Grunnskolelærer 1–7",
    period: "2. år",
    places: &[
        place(
            "MULT",
            "Multemyra skole, 1.–4. trinn",
            5,
            9,
            "Sentral skole med to paralleller. Praksislærer i norsk og matematikk.",
        ),
        place("MULT", "Multemyra skole, 5.–7. trinn", 4, 7, "Programmering og uteskole hver uke."),
        place("TIUR", "Tiurleiken skole", 6, 6, "Fådelt skole ved skogen, 40 minutter med buss."),
        place("LYNG", "Lynghøgda skole, 1.–4. trinn", 6, 10, "Ny skole med åpne baser og to lærere i timen."),
        place("LYNG", "Lynghøgda skole, 5.–7. trinn", 6, 9, "Ny skole med godt musikkrom og svømmehall."),
        place("TRAN", "Tranedansen ungdomsskole, mellomtrinnet", 5, 4, "Overgang fra barnetrinn til ungdomstrinn."),
        place("STEI", "Steinspranget skole", 5, 3, "Kystskole i Ytterbygda. Kommunen dekker reisen."),
        place("GRAA", "Gråbekkdalen skole", 6, 5, "Samisk språkundervisning og uteskole året rundt."),
    ],
    caps: &[("MUNICIPALITY", 42), ("MULT", 8), ("LYNG", 11)],
};

/// Third-year teaching: the round that is only being prepared.
pub const TEACHING_NEXT: Offering = Offering { period: "3. år", ..TEACHING };

/// What nursing offered a year ago.
pub const NURSING_BEFORE: Offering =
    Offering { caps: &[("HOSPITAL", 24), ("MED", 12), ("KIR", 9), ("MUNICIPALITY", 18)], ..NURSING };

/// What teaching offered a year ago.
pub const TEACHING_BEFORE: Offering = Offering { caps: &[("MUNICIPALITY", 43), ("LYNG", 12)], ..TEACHING };

/// Second-year nursing in Vestfjorda: on both sides of the sea.
pub const NURSING_WEST: Offering = Offering {
    subject: "Sjukepleie",
    period: "2. år",
    places: &[
        place("MED2", "Medisinsk sengepost 2", 5, 7, "Brei erfaring i indremedisin. Hybel ved sjukehuset kan leigast."),
        place("SLAG", "Slageininga", 4, 8, "Akutt slagbehandling og tidleg rehabilitering."),
        place("ORTO", "Ortopedisk sengepost", 4, 9, "Planlagd og akutt kirurgi, mykje mobilisering."),
        place("GAST", "Gastrokirurgisk sengepost", 4, 6, "Pasientar før og etter operasjon."),
        place("DOGN", "Døgnposten, psykisk helse", 4, 7, "Miljøterapi og samtalar i eit tverrfagleg team."),
        place("FIOL", "Fiolbakken sjukeheim", 5, 4, "Korttidsavdeling. Kommunen dekkjer reisa."),
        place("RYPE", "Rypeheia omsorgssenter", 5, 4, "Langtidsplassar og lindrande behandling."),
        place("HJEM", "Heimetenesta, sone nord", 5, 5, "Du køyrer med sjukepleiar og får eigne lister etter kvart."),
        place("LIND", "Plejecenter Lindegården", 6, 6, "Demensafsnit og rehabilitering. Bolig følger med i ti uger."),
        place("STRA", "Plejecenter Strandhøj", 5, 7, "Udsigt over vandet og et lille hus med faste teams."),
        place("HJPL", "Hjemmeplejen Midt", 6, 5, "Du cykler sammen med en sygeplejerske og lærer byen at kende."),
        place(
            "AKUT",
            "Akutteamet",
            3,
            12,
            "Akutte besøg hos borgere, så de kan blive hjemme i stedet for at blive indlagt.",
        ),
        place(
            "GENO",
            "Genoptræningscentret",
            4,
            6,
            "Forløb efter hofteoperation og apopleksi, sammen med fysioterapeuter.",
        ),
    ],
    caps: &[("HOSPITAL", 19), ("MUNICIPALITY", 14), ("DENMARK", 22)],
};

/// Early childhood education in Vestfjorda.
pub const CHILDREN_WEST: Offering = Offering {
    subject: "Barnehagelærar",
    period: "1. år",
    places: &[
        place("BLAA", "Blåklokka barnehage", 7, 8, "Naturbarnehage med gapahuk og gard."),
        place("TIRI", "Tiriltunga barnehage", 6, 6, "Fire avdelingar, mykje musikk."),
        place("KONG", "Konglestua barnehage", 6, 7, "Liten barnehage ved skogen; ute kvar dag."),
        place("MYRE", "Børnehuset Myretuen", 6, 5, "Integreret hus med vuggestue og børnehave."),
        place("SOLS", "Børnehuset Solstrålen", 6, 6, "Kreativt værksted og egen køkkenhave."),
        place("EGER", "Skovbørnehaven Egernet", 6, 11, "Alle dage i skoven, i al slags vejr."),
        place("HAVN", "Vuggestuen Havnen", 5, 4, "De mindste børn, tæt på havnebadet."),
    ],
    caps: &[("DENMARK", 21), ("MUNICIPALITY", 18)],
};

/// The hosts of the town as rounds know them: key, place, units.
const HOSTS: [(&str, &str, &[UnitOf]); 3] = [
    ("HOSPITAL", "Sølvmark", &HOSPITAL),
    ("MUNICIPALITY", "Brattholt", &MUNICIPALITY),
    ("DENMARK", "Vesterlund", &DENMARK),
];

impl Offering {
    /// The file key of one of the places.
    pub fn key(&self, place: usize) -> String {
        format!("{}-{}", self.places[place].unit, place + 1)
    }

    /// The rows of the host tree: hosts that offer something, and the way down to their places.
    pub fn nodes(&self, parties: &Parties) -> Vec<NodeRow> {
        let mut rows = vec![];
        let hosts = [&parties.hospital, &parties.municipality, &parties.denmark];
        for ((key, _, units), host) in HOSTS.into_iter().zip(hosts) {
            let below: Vec<_> = units.iter().filter(|unit| self.reaches(unit, units)).collect();
            if !below.is_empty() {
                rows.push(self.node(key, None, host.name, "host", host));
            }
            for unit in below {
                let (parent, level) = if unit.parent.is_empty() { (key, "site") } else { (unit.parent, "ward") };
                rows.push(self.node(unit.key, Some(parent), unit.name, level, host));
            }
        }
        rows
    }

    fn reaches(&self, unit: &UnitOf, units: &[UnitOf]) -> bool {
        let is_offered = |key: &str| self.places.iter().any(|place| place.unit == key);
        is_offered(unit.key) || units.iter().any(|below| below.parent == unit.key && is_offered(below.key))
    }

    fn node(&self, key: &str, parent: Option<&str>, name: &str, level: &str, host: &Host) -> NodeRow {
        NodeRow {
            outside_key: key.into(),
            parent_key: parent.map(Into::into),
            name: name.into(),
            level: level.into(),
            seats_max: self.caps.iter().find(|(capped, _)| *capped == key).map(|(_, cap)| *cap),
            host: Some(host.id),
            host_unit: host.unit(key),
        }
    }

    /// The rows of the places.
    pub fn offers(&self) -> Vec<OfferRow> {
        let all: Vec<_> = HOSTS
            .into_iter()
            .flat_map(|(_, municipality, units)| units.iter().map(move |unit| (unit, municipality, units)))
            .collect();
        let row = |(number, place): (usize, &Place)| {
            let (unit, municipality, units) = all.iter().find(|(unit, ..)| unit.key == place.unit)?;
            let above = units.iter().find(|above| above.key == unit.parent);
            let address = Some(unit.address).filter(|address| !address.is_empty()).or(above.map(|above| above.address));
            Some(OfferRow {
                outside_key: self.key(number),
                node_key: place.unit.into(),
                name: place.name.into(),
                subject: self.subject.into(),
                period: self.period.into(),
                seats_max: place.seats,
                municipality: (*municipality).into(),
                address: address.unwrap_or_default().into(),
                about: place.about.into(),
                wished_last_year: i32::try_from(place.weight * 4 + number % 3).ok(),
            })
        };
        self.places.iter().enumerate().filter_map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_at_a_unit_that_exists() {
        for offering in [&NURSING, &CARE, &TEACHING, &TEACHING_NEXT, &NURSING_WEST, &CHILDREN_WEST] {
            assert_eq!(offering.offers().len(), offering.places.len());
        }
    }

    #[test]
    fn no_two_units_have_the_same_key() {
        let keys: Vec<_> = HOSTS.iter().flat_map(|(_, _, units)| units.iter().map(|unit| unit.key)).collect();
        assert_eq!(keys.iter().collect::<std::collections::HashSet<_>>().len(), keys.len());
    }
}
