//! Rounds, places and students of a test, made by the same actions as people's clicks call.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use base::{OfferId, OrganisationId, PersonId, RoundId};
use chrono::NaiveDateTime;
use kit::actor::{Actor, Role};
use people::persons::{Email, NewPerson, NewStudent, PersonName};
use placing::participants::{self, StudentRow};
use placing::rounds::{self, Plan, Typed};
use placing::sites::{self, NodeRow, OfferRow};

use super::{Reader, Town};

/// A round with its institution.
#[derive(Clone)]
pub struct TownRound {
    pub town: Town,
    pub institution: OrganisationId,
    pub administrator: PersonId,
    pub id: RoundId,
}

/// A round under construction. Ends in `.await`.
pub struct RoundBuilder {
    town: Town,
    typed: Typed,
}

/// An offer under construction. Ends in `.in_round(&round).await`.
pub struct OfferBuilder {
    name: String,
    seats: i32,
}

/// What the set-up form would hold for an ordinary round: wishes from 1 to 10 February 2027, weeks 9 to 11.
pub fn ordinary_round() -> Typed {
    Typed {
        name: "Vår 2027".into(),
        course_code: "PRA200".into(),
        course_name: "Praksis 2".into(),
        year: "2027".into(),
        weeks: "9-11".into(),
        open_on: "2027-02-01".into(),
        open_at: "09:00".into(),
        close_on: "2027-02-10".into(),
        close_at: "15:00".into(),
        publish_on: "2027-02-15".into(),
        publish_at: "12:00".into(),
        wishes_min: "1".into(),
        wishes_max: "5".into(),
        draw: "seed".into(),
        no_wishes: "by_hand".into(),
        terms: rounds::TypedTerms::default(),
        is_decision: "yes".into(),
        intro: String::new(),
        contact_name: "Praksiskontoret".into(),
        contact_email: "praksis@town.example".into(),
        contact_phone: String::new(),
    }
}

impl Town {
    /// A round of an institution of its own, in preparation. Moves the clock to 25 January 2027.
    pub fn round(&self) -> RoundBuilder {
        RoundBuilder { town: self.clone(), typed: ordinary_round() }
    }

    /// Places for students of nursing.
    pub fn offer(&self, name: &str) -> OfferBuilder {
        OfferBuilder { name: name.into(), seats: 1 }
    }
}

impl RoundBuilder {
    /// Wishes close at this moment in Oslo.
    pub fn wishes_until(mut self, local: &str) -> Self {
        let at = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("year-month-day hour:minute");
        self.typed.close_on = at.format("%Y-%m-%d").to_string();
        self.typed.close_at = at.format("%H:%M").to_string();
        self
    }

    /// Anything else of the form.
    pub fn with(mut self, change: impl FnOnce(&mut Typed)) -> Self {
        change(&mut self.typed);
        self
    }
}

impl IntoFuture for RoundBuilder {
    type Output = TownRound;
    type IntoFuture = Pin<Box<dyn Future<Output = TownRound> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let town = self.town;
            town.now_is("2027-01-25 08:00");
            let institution = town.organisation("Mjøs høgskole").await;
            let administrator = town.holder(institution, "Anne", Role::Administrator).await;
            let plan = Plan::read(&self.typed, chrono_tz::Europe::Oslo).expect("a plan that holds");
            let make = async |tx| rounds::make_round(&tx, &plan).await;
            let id = town.db().write(&Actor::portal(institution), make).await.expect("a round is made");
            TownRound { town, institution, administrator, id }
        })
    }
}

impl OfferBuilder {
    /// So many seats.
    pub fn seats(mut self, seats: i32) -> Self {
        self.seats = seats;
        self
    }

    /// Adds it to the round, and its node when it is not there.
    pub async fn in_round(self, round: &TownRound) -> OfferId {
        let node = node_row("Mjøsbyen", None, None);
        let row = OfferRow {
            outside_key: self.name.clone(),
            node_key: "Mjøsbyen".into(),
            name: self.name.clone(),
            subject: "Sykepleie".into(),
            period: "1".into(),
            seats_max: self.seats,
            municipality: String::new(),
            address: String::new(),
            about: String::new(),
            wished_last_year: None,
        };
        let add = async |tx| {
            let round = rounds::find(&tx, round.id).await?;
            let forest = sites::forest(&tx, &round).await?;
            if !forest.nodes().iter().any(|known| known.outside_key == node.outside_key) {
                sites::set_node(&tx, &round, &node).await?;
            }
            sites::set_offer(&tx, &round, &row).await?;
            let forest = sites::forest(&tx, &round).await?;
            Ok(forest.offers().iter().find(|offer| offer.outside_key == row.outside_key).map(|offer| offer.id))
        };
        let added = round.town.db().write(&round.actor(), add).await.expect("an offer is added");
        added.expect("the offer is there")
    }
}

/// A node without a host organisation.
pub fn node_row(key: &str, parent: Option<&str>, seats_max: Option<i32>) -> NodeRow {
    NodeRow {
        outside_key: key.into(),
        parent_key: parent.map(Into::into),
        name: key.into(),
        level: "host".into(),
        seats_max,
        host: None,
        host_unit: None,
    }
}

/// A student of nursing as a file gives it.
pub fn student_row(number: usize, given_name: &str) -> StudentRow {
    let person = NewPerson {
        name: PersonName::new(given_name, "Solbakken").expect("a name"),
        email: Some(Email::new(&format!("s{number}@town.example")).expect("an address")),
        phone: None,
        lang: None,
    };
    StudentRow {
        student: NewStudent { outside_key: format!("s{number:05}"), person },
        subject: "Sykepleie".into(),
        period: "1".into(),
        lottery: None,
        group_key: None,
    }
}

impl TownRound {
    /// The portal at work for the institution: holds what its administrators hold.
    pub fn actor(&self) -> Actor {
        Actor::portal(self.institution)
    }

    /// The administrator's browser.
    pub async fn office(&self) -> Reader {
        self.town.sign_in(self.administrator).await
    }

    /// The address of one of its pages.
    pub fn url(&self, page: &str) -> String {
        format!("/rounds/{}{page}", self.id)
    }

    /// Adds so many students and answers them in order.
    pub async fn students(&self, count: usize) -> Vec<PersonId> {
        let rows: Vec<StudentRow> =
            (1..=count).map(|number| student_row(number, &format!("Student{number}"))).collect();
        let add = async |tx| {
            let round = rounds::find(&tx, self.id).await?;
            participants::register(&tx, &round, &rows).await?;
            participants::of_round(&tx, &round).await
        };
        let all = self.town.db().write(&self.actor(), add).await.expect("students are registered");
        all.into_iter().map(|student| student.person).collect()
    }

    /// Announces it with a seed that tests know.
    pub async fn announced(&self) {
        let announce = async |tx| rounds::announce(&tx, self.id, &"5eed".repeat(16)).await;
        self.town.db().write(&self.actor(), announce).await.expect("the round is announced");
    }

    /// The round as it stands.
    pub async fn now(&self) -> rounds::Round {
        let find = async |tx| rounds::find(&tx, self.id).await;
        self.town.db().read(&self.actor(), find).await.expect("the round is there")
    }

    /// Subjects of the mails to this person, the first one first, after every job that is due.
    pub async fn mails_to(&self, person: PersonId) -> Vec<String> {
        self.town.run_jobs().await;
        let read = async |tx: kit::db::Tx| {
            let round = rounds::find(&tx, self.id).await?;
            let owner = rounds::access::may_administer(tx.actor(), round.owner())?;
            Ok(kit::mail::of_owner(&tx, owner).await?)
        };
        let mails = self.town.db().read(&self.actor(), read).await.expect("mails can be read");
        let mine = mails.into_iter().rev().filter(|mail| mail.person == Some(person));
        mine.map(|mail| mail.subject).collect()
    }
}
