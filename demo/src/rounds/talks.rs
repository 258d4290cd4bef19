//! What people in the town write to each other, so that messages and notices live.

use base::{Id, Lang, PersonId, RoundId};
use kit::actor::Actor;
use kit::chance::secret_hex;
use kit::db::Tx;
use kit::fault::Fault;
use people::guides::model::{NewAddition, Reader};
use people::persons::{self, Email};
use people::threads::{self, NewEntry, NewFile};
use people::views::model::NewView;
use people::{guides, views};
use placing::{matters, placements};

use super::{Fates, Story};
use crate::Broken;
use crate::parties::{ADMINISTRATOR, HOSPITAL_COORDINATOR, MUNICIPALITY_COORDINATOR};

/// Which matter somebody writes about.
#[derive(Clone, Copy)]
pub(super) enum About {
    /// The round, between the office and this student
    Round(PersonId),
    /// The placement of this student
    Placement(PersonId),
}

impl Story<'_> {
    /// Two conversations about the published round: one about the first day, one about a place after all.
    pub(super) async fn talks(&self, round: RoundId, fates: &Fates) -> Result<(), Fault> {
        let people = self.people(round).await?;
        let of = |key: &str| people.iter().find(|(_, known)| known == key).map(|(person, _)| *person);
        let missing = || Broken("a student who writes is not in the round");
        let placed = of(&fates.placed).ok_or_else(missing)?;
        let unplaced = of(&fates.unplaced).ok_or_else(missing)?;
        let host = self.host_of(round, placed).await?;
        let office = self.of_email(ADMINISTRATOR.email).await?;
        self.at(-6, "10:12").await?;
        let plan = NewFile::new("Spørsmål til første dag.txt", "1. Oppmøtested\n2. Nøkkelkort\n3. Arbeidstøy\n")?;
        let hello = "Hei! Jeg gleder meg til å komme til dere. Hvor møter jeg opp første dag, og trenger jeg nøkkelkort? \
                     Jeg har lagt ved spørsmålene mine.";
        self.say(placed, round, About::Placement(placed), hello, vec![plan]).await?;
        self.at(-5, "13:40").await?;
        let welcome = "Velkommen til oss! Møt i hovedresepsjonen kl. 07.45, så henter vi deg. Nøkkelkort og tøy får du \
                       den første dagen.";
        self.say(host, round, About::Placement(placed), welcome, vec![]).await?;
        self.at(-3, "09:05").await?;
        let office_says = "Fint. Husk å vise politiattesten hos oss før oppstart.";
        self.say(office, round, About::Placement(placed), office_says, vec![]).await?;
        self.at(-1, "15:20").await?;
        let asks = "Hei. Jeg fikk ikke plass i fordelingen. Vet dere om det er blitt noe ledig i nærheten av sykehuset? \
                    Jeg kan også ta en kveldsvakt i uka.";
        self.say(unplaced, round, About::Round(unplaced), asks, vec![]).await?;
        self.at(-1, "16:05").await?;
        let answers = "Hei! Vi har nettopp fått to nye plasser på Fiolbakken sykehjem. Si fra innen fredag om du vil ha den \
                       ene, så plasserer vi deg for hånd.";
        self.say(office, round, About::Round(unplaced), answers, vec![]).await
    }

    /// A view that the office shares, and what two organisations add to the guides.
    pub(super) async fn looks(&self) -> Result<(), Fault> {
        let host = self.of_email(HOSPITAL_COORDINATOR.email).await?;
        let view = NewView::new("students", "Uten ønsker", "standing=unsent", true)?;
        self.as_office(async |tx| views::actions::save(&tx, &view, None).await).await?;
        let add = |reader, title, body| NewAddition::new(reader, Lang::Nb, title, body, 0);
        let office = add(
            Reader::Student,
            "Praksiskontoret hos oss",
            "Vi sitter i bygg B, andre etasje, og svarer på meldinger alle hverdager før kl. 15.",
        )?;
        self.as_office(async |tx| guides::actions::save(&tx, &office).await).await?;
        let ward = add(
            Reader::Coordinator,
            "Før studentene kommer",
            "Bestill nøkkelkort hos driftssentralen senest ti dager før oppstart, og si fra til avdelingen.",
        )?;
        self.as_person(host, async |tx| guides::actions::save(&tx, &ward).await).await
    }

    /// Writes in somebody's name, and lets the mails about it go out.
    pub(super) async fn say(
        &self,
        person: PersonId,
        round: RoundId,
        about: About,
        text: &str,
        files: Vec<NewFile>,
    ) -> Result<(), Fault> {
        let (entry, key) = (NewEntry::new(text, files)?, secret_hex(16));
        let write = async |tx: Tx| {
            let matter = match about {
                About::Round(student) => matters::actions::with_student(&tx, round.uuid(), student.uuid()).await?,
                About::Placement(student) => matters::actions::on_placement(&tx, round.uuid(), student.uuid()).await?,
            };
            threads::actions::write_about(&tx, &matter, &entry, &key).await
        };
        threads::with_files(self.app, &entry, async || self.as_person(person, write).await).await?;
        self.work().await
    }

    /// Who receives the student.
    async fn host_of(&self, round: RoundId, student: PersonId) -> Result<PersonId, Fault> {
        let own = self.as_person(student, async |tx| placements::own_decisions(&tx).await).await?;
        let host = own.iter().find(|decision| decision.round == round).and_then(|decision| decision.host);
        match host {
            Some((host, _)) if host == self.parties.hospital.id => self.of_email(HOSPITAL_COORDINATOR.email).await,
            _ => self.of_email(MUNICIPALITY_COORDINATOR.email).await,
        }
    }

    pub(super) async fn of_email(&self, email: &str) -> Result<PersonId, Fault> {
        let email = Email::new(email)?;
        let found = async |tx| Ok(persons::of_email(&tx, &email).await?);
        let found = self.app.db().read(&Actor::nobody(), found).await?;
        Ok(found.first().ok_or(Broken("somebody who writes is not in the town"))?.id)
    }
}
