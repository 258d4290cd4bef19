//! What is begun in the town and not done: a round half set up, and somebody who is invited and has not come in.

use chrono::Days;
use kit::db::Tx;
use kit::fault::Fault;
use people::invitations::{self, NewInvitation};
use people::organisations;
use people::persons::{self, Affiliation, AffiliationKind, Email, NewPerson, PersonName, Span};
use placing::rounds;

use super::Story;

impl Story<'_> {
    /// The office has begun the next round and invited a new colleague.
    pub(super) async fn begun(&self) -> Result<(), Fault> {
        let office = self.parties.solvmark.administrator;
        self.as_person(office, async |tx| rounds::begin_draft(&tx).await).await?;
        let university = self.parties.solvmark.id;
        let new = NewPerson {
            name: PersonName::new("Silje", "Nordhus")?,
            email: Some(Email::new("silje.nordhus@solvmark.example")?),
            phone: None,
            lang: None,
        };
        let invite = async |tx: Tx| {
            let bond = |person| Affiliation {
                person,
                kind: AffiliationKind::Staff,
                outside_key: Some("40217".into()),
                unit: None,
                span: Span::ALWAYS,
            };
            let person = persons::take_in(&tx, university, &new, bond).await?;
            let today = organisations::today(&tx, university).await?;
            let about = "Bli med i praksiskontoret fra neste semester";
            let invitation = NewInvitation::new(about, today.checked_add_days(Days::new(21)), today)?;
            invitations::invite(&tx, university, person, &invitation).await
        };
        self.as_person(office, invite).await?;
        self.work().await
    }
}
