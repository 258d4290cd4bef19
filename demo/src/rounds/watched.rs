//! Somebody whose name is protected, and openings of files that people are asked about.

use base::{PersonId, RoundId};
use kit::actor::Actor;
use kit::chance::secret_hex;
use kit::db::Tx;
use kit::fault::Fault;
use people::persons::actions::protection;
use people::persons::model::NewProtection;
use people::persons::{self, Email};
use people::questions::model::Answered;
use people::{looks, questions};

use super::{Fates, Story};
use crate::Broken;
use crate::parties::{ADMINISTRATOR, COLLEAGUE};

/// The page that the colleague opened.
const FILE: &str = "/organisations/{organisation}/people/{person}";

impl Story<'_> {
    /// Two of the office are trusted, and one student of the round goes under a name that was agreed on.
    pub(super) async fn protects(&self, round: RoundId) -> Result<(), Fault> {
        self.at(-41, "09:10").await?;
        for trusted in [ADMINISTRATOR.email, COLLEAGUE.email] {
            let email = Email::new(trusted)?;
            self.as_office(async |tx| protection::trust(&tx, self.office.id, &email).await).await?;
        }
        let (person, _) = self.people(round).await?.into_iter().nth(30).ok_or(Broken("the class is too small"))?;
        let new = NewProtection::new(person, "Kari N.", "Adressen er sperret, vedtak fra politiet.")?;
        self.as_office(async |tx| protection::protect(&tx, self.office.id, person, &new).await).await
    }

    /// A colleague opened two files: one student wonders why, the other has not answered yet.
    pub(super) async fn watches(&self, round: RoundId, fates: &Fates) -> Result<(), Fault> {
        let people = self.people(round).await?;
        let missing = || Broken("a student whose file was opened is not in the round");
        let (wonders, _) = people.get(12).ok_or_else(missing)?;
        let (asked, _) = people.iter().find(|(_, known)| *known == fates.placed).ok_or_else(missing)?;
        self.at(-15, "11:20").await?;
        self.opens(*wonders).await?;
        self.at(-8, "08:05").await?;
        self.draws().await?;
        self.at(-8, "11:45").await?;
        self.opens(*asked).await?;
        self.at(-7, "19:30").await?;
        let actor: Actor = persons::actor_of(self.app.db(), *wonders, None).await?;
        let find = async |tx: Tx| Ok(questions::queries::own(&tx, questions::access::own(tx.actor())?).await?);
        let own = self.as_person(*wonders, find).await?;
        let question = own.first().ok_or(Broken("the opened file was not drawn"))?.look.id;
        let words = "Jeg kjenner ikke den som åpnet mappen, og har ikke bedt om noe.";
        questions::actions::answer(self.app.db(), &actor, question, (Answered::Queried, words)).await?;
        self.at(-1, "08:05").await?;
        self.draws().await
    }

    async fn opens(&self, whose: PersonId) -> Result<(), Fault> {
        let colleague = self.of_email(COLLEAGUE.email).await?;
        let actor: Actor = persons::actor_of(self.app.db(), colleague, None).await?;
        looks::actions::note(self.app.db(), (&actor, None), whose.to_string(), FILE).await
    }

    /// What the weekly routine does.
    async fn draws(&self) -> Result<(), Fault> {
        let (portal, seed) = (Actor::portal(self.office.id), secret_hex(16));
        self.app.db().write(&portal, async |tx| questions::draw(&tx, self.office.id, &seed).await).await.map(drop)
    }
}
