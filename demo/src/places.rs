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
pub const MUNICIPALITY: [UnitOf; 13] = [
    unit("OPPV", "", "Oppvekst", ""),
    unit("MULT", "OPPV", "Multemyra skole", "Multemyra 2, Brattholt"),
    unit("TIUR", "OPPV", "Tiurleiken skole", "Skogsvegen 18, Brattholt"),
    unit("LYNG", "OPPV", "Lynghøgda skole", "Høgdavegen 5, Brattholt"),
    unit("TRAN", "OPPV", "Tranedansen ungdomsskole", "Myrvegen 31, Brattholt"),
    unit("STEI", "OPPV", "Steinspranget skole", "Ytterbygda 77, Brattholt"),
    unit("GRAA", "OPPV", "Gråbekkdalen skole", "Dalavegen 112, Brattholt"),
    unit("HELS", "", "Helse og mestring", ""),
    unit("RYPE", "HELS", "Rypeheia omsorgssenter", "Rypeheia 9, Brattholt"),
    unit("FIOL", "HELS", "Fiolbakken sykehjem", "Fiolbakken 14, Brattholt"),
    unit("ROGN", "HELS", "Rognebærtunet bofellesskap", "Tunvegen 3, Brattholt"),
    unit("HJEM", "HELS", "Hjemmetjenesten, sone nord", "Rådhusgata 1, Brattholt"),
    unit("AKTI", "HELS", "Aktivitetssenteret Verket", "Verksgata 22, Brattholt"),
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

impl Offering {
    /// The file key of one of the places.
    pub fn key(&self, place: usize) -> String {
        format!("{}-{}", self.places[place].unit, place + 1)
    }

    /// The rows of the host tree: hosts that offer something, and the way down to their places.
    pub fn nodes(&self, parties: &Parties) -> Vec<NodeRow> {
        let mut rows = vec![];
        for (key, name, host, units) in [
            ("HOSPITAL", "Sølvmark sykehus HF", &parties.hospital, &HOSPITAL[..]),
            ("MUNICIPALITY", "Brattholt kommune", &parties.municipality, &MUNICIPALITY[..]),
        ] {
            let below: Vec<_> = units.iter().filter(|unit| self.reaches(unit, units)).collect();
            if !below.is_empty() {
                rows.push(self.node(key, None, name, "host", host));
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
        let all = HOSPITAL.iter().map(|unit| (unit, "Sølvmark", &HOSPITAL[..]));
        let all: Vec<_> = all.chain(MUNICIPALITY.iter().map(|unit| (unit, "Brattholt", &MUNICIPALITY[..]))).collect();
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
        for offering in [&NURSING, &CARE, &TEACHING, &TEACHING_NEXT] {
            assert_eq!(offering.offers().len(), offering.places.len());
        }
    }
}
