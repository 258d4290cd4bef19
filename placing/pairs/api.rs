//! Banned pairs, priority classes and minutes of travel, for programs of the office.

use std::collections::{HashMap, HashSet};

use axum::extract::State;
use axum::http::Method;
use base::{Id, OfferId, PersonId, RoundId};
use kit::db::Tx;
use kit::fault::{Fault, Several};
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, Unfit, done, nobody};
use kit::web::{Answer, App, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::model::{NewPair, Pair, ban_from_word};
use super::{access, actions, queries};
use crate::rounds::{self, Round};
use crate::{participants, sites};

/// A student of whom something is known at some place.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct KnownView {
    /// Who
    student: Uuid,
    /// At how many places something is known
    pairs: i64,
    /// How many of these must not come about
    bans: i64,
}

/// What is known about a student at one place.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PairView {
    /// The place
    offer: Uuid,
    /// The host's priority class for the student there; 0 goes first
    class: Option<u16>,
    /// Minutes of travel
    travel_minutes: Option<u16>,
    /// Why the pair must not come about: "own_workplace", "relative" or "other"
    ban: Option<String>,
}

/// Pairs that are to be kept from now on.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PairsBody {
    /// Each takes the place of what was known of the same pair
    #[schema(min_items = 1, max_items = 500)]
    pairs: Vec<PairBody>,
}

/// A pair that is to be kept; where nothing is known it is forgotten.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PairBody {
    /// The student
    student: Uuid,
    /// The place
    offer: Uuid,
    /// The host's priority class for the student there; 0 goes first
    #[serde(default)]
    #[schema(maximum = 999)]
    class: Option<u16>,
    /// Minutes of travel
    #[serde(default)]
    #[schema(maximum = 1440)]
    travel_minutes: Option<u16>,
    /// Why the pair must not come about: "own_workplace", "relative" or "other"
    #[serde(default)]
    ban: Option<String>,
}

/// Pairs in one request.
const AT_ONCE_MAX: usize = 500;

/// The operations of this room.
pub fn routes() -> Routes {
    let (see, plan) = (Scope::SeeRounds, Scope::PlanRounds);
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/pairs",
            see,
            students,
            Operation::lists::<KnownView>(|lang| crate::words(lang).pairs_api_students().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/pairs",
            plan,
            note,
            Operation::does(|lang| crate::words(lang).pairs_api_note().to_string()).takes::<PairsBody>(),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/students/{person}/pairs",
            see,
            of_student,
            Operation::lists::<PairView>(|lang| crate::words(lang).pairs_api_list().to_string()),
        )
        .noted()
}

async fn students(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let rows = app
        .db()
        .read(visit.actor(), async |tx| {
            let owner = access::may_keep(tx.actor(), &rounds::find(&tx, id).await?)?;
            let after = paging.after().map(PersonId::from_uuid);
            Ok(queries::students_after(&tx, owner, id, after, paging.rows()).await?)
        })
        .await?;
    let view = |(student, pairs, bans): (PersonId, i64, i64)| KnownView { student: student.uuid(), pairs, bans };
    paging.answer(rows, |row| row.0.uuid(), |row| Some(row.0), view)
}

async fn of_student(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(RoundId, PersonId)>,
    asked: Asked,
) -> Answer {
    let paging = asked.paging(&[])?;
    let rows = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let owner = access::may_keep(tx.actor(), &round)?;
            participants::find(&tx, &round, person).await?;
            let after = paging.after().map(OfferId::from_uuid);
            Ok(queries::of_student_after(&tx, owner, (id, person), after, paging.rows()).await?)
        })
        .await?;
    let view = |(offer, pair): (OfferId, Pair)| PairView {
        offer: offer.uuid(),
        class: pair.class,
        travel_minutes: pair.travel_minutes,
        ban: pair.ban.map(|ban| ban.name().into()),
    };
    paging.answer(rows, |row| row.0.uuid(), nobody, view)
}

impl PairBody {
    /// What stands in the way of keeping it, by field.
    fn read(&self, number: usize, known: &Known) -> Result<NewPair, Vec<Unfit>> {
        let at = |field: &str| format!("pairs[{number}].{field}");
        let mut wrong = vec![];
        let mut needs = |holds: bool, field: &str, value: String| {
            if !holds {
                wrong.push(Unfit::value(at(field), value));
            }
        };
        let ban = self.ban.as_deref().map(ban_from_word);
        needs(known.students.contains(&self.student), "student", self.student.to_string());
        needs(known.offers.contains(&self.offer), "offer", self.offer.to_string());
        let shown = |number: Option<u16>| number.map(|number| number.to_string()).unwrap_or_default();
        needs(self.class.is_none_or(|class| class <= Pair::CLASS_MAX), "class", shown(self.class));
        let travel = self.travel_minutes;
        needs(travel.is_none_or(|minutes| minutes <= Pair::TRAVEL_MAX), "travel_minutes", shown(travel));
        needs(ban != Some(None), "ban", self.ban.clone().unwrap_or_default());
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let pair = Pair { class: self.class, travel_minutes: travel, ban: ban.flatten() };
        Ok(NewPair { person: PersonId::from_uuid(self.student), offer: OfferId::from_uuid(self.offer), pair })
    }
}

/// Whom and what the round knows of those that were sent.
struct Known {
    students: HashSet<Uuid>,
    offers: HashSet<Uuid>,
}

async fn known(tx: &Tx, round: &Round, pairs: &[PairBody]) -> Result<Known, Fault> {
    let ids: Vec<PersonId> = pairs.iter().map(|pair| PersonId::from_uuid(pair.student)).collect();
    let students = participants::find_many(tx, round, &ids).await?;
    let ids: Vec<OfferId> = pairs.iter().map(|pair| OfferId::from_uuid(pair.offer)).collect();
    let offers = sites::offers_by_id(tx, round, &ids).await?;
    Ok(Known {
        students: students.into_iter().map(|student| student.person.uuid()).collect(),
        offers: offers.into_keys().map(Id::uuid).collect(),
    })
}

/// Every pair, or everything that is wrong with some of them.
fn read(pairs: &[PairBody], known: &Known) -> Result<Vec<NewPair>, Fault> {
    if pairs.is_empty() || pairs.len() > AT_ONCE_MAX {
        return Err(Unfit::value("pairs", pairs.len().to_string()).into());
    }
    let mut last: HashMap<(PersonId, OfferId), NewPair> = HashMap::new();
    let mut wrong = vec![];
    for (number, pair) in pairs.iter().enumerate() {
        match pair.read(number, known) {
            Ok(new) if last.insert((new.person, new.offer), new).is_none() => {}
            // Two rows for one pair: which of them is meant nobody can tell.
            Ok(new) => wrong.push(Unfit::value(format!("pairs[{number}].offer"), new.offer.to_string())),
            Err(more) => wrong.extend(more),
        }
    }
    if wrong.is_empty() { Ok(last.into_values().collect()) } else { Err(Several(wrong).into()) }
}

async fn note(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, sent: Sent<PairsBody>) -> Answer {
    let note = async |tx: Tx| {
        let note = async || {
            let round = rounds::find(&tx, id).await?;
            let pairs = &sent.body.pairs;
            let new = read(pairs, &known(&tx, &round, pairs).await?)?;
            actions::note(&tx, &round, &new, None).await
        };
        sent.once(&tx, note).await
    };
    app.db().write(visit.actor(), note).await?;
    done()
}
