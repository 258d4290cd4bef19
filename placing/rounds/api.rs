//! Rounds as programs see and plan them.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use base::{Id, PersonId, RoundId, Zone};
use chrono::{DateTime, NaiveDate, Utc};
use kit::chance;
use kit::db::Tx;
use kit::fault::{Fault, Several};
use kit::journal::Entry;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, made, nobody, shown};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use people::organisations;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::model::{Plan, Round, Typed, TypedTerms};
use super::{access, actions};

/// Bytes of chance in a round's seed.
const SEED_BYTES: usize = 32;

/// What a round decides: the fields of the set-up form.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoundPlan {
    /// What it is called
    #[schema(max_length = 120)]
    name: String,
    /// Code of the course
    #[schema(max_length = 20)]
    course_code: String,
    /// Name of the course
    #[schema(max_length = 120)]
    course_name: String,
    /// ISO year of the first week
    #[schema(minimum = 2000, maximum = 2100)]
    year: i32,
    /// Weeks of the placement: "10-15"
    weeks: String,
    /// The day wishing begins, where the institution is
    open_on: NaiveDate,
    /// The hour it begins: "08:00"
    open_at: String,
    /// The day wishing ends
    close_on: NaiveDate,
    /// The hour it ends
    close_at: String,
    /// The day the result is planned for
    publish_on: NaiveDate,
    /// The hour it is planned for
    publish_at: String,
    /// Fewest wishes of a list that is confirmed
    #[schema(maximum = 100)]
    wishes_min: u16,
    /// Most wishes of a list
    #[schema(maximum = 100)]
    wishes_max: u16,
    /// Where the draw comes from: "seed" or "file"
    draw: String,
    /// What becomes of students without wishes: "by_hand" or "last"
    no_wishes: String,
    /// How places are allocated: "lottery", "priority", "mincost", "rankmax", "greedymax", "generous" or "manual"
    mechanism: String,
    /// What lists below the fewest wishes do: "count", "refuse" or "complete"
    short_lists: String,
    /// What each rank costs: "1,2,3"
    #[schema(max_length = 200)]
    cost: String,
    /// The longest way to a place, in minutes
    travel_limit: Option<u16>,
    /// Whether students who belong together stay together
    groups: bool,
    /// What the priority classes mean
    #[schema(max_length = 1000)]
    classes: String,
    /// Whether the result is a decision that can be complained about
    is_decision: bool,
    /// What students read before they wish
    #[schema(max_length = 4000)]
    intro: String,
    /// Whom students ask
    #[schema(max_length = 120)]
    contact_name: String,
    /// Where mail reaches them
    contact_email: String,
    /// Where calls reach them
    contact_phone: String,
}

/// A round.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RoundView {
    /// Which
    id: Uuid,
    /// Whose
    organisation: Uuid,
    /// How far it has come: "setup", "waiting", "open", "closed", "publishing", "published", "over" or "cancelled"
    phase: String,
    /// What it decides
    plan: RoundPlan,
    /// When wishing begins
    wishes_open_at: DateTime<Utc>,
    /// When wishing ends
    wishes_close_at: DateTime<Utc>,
    /// When the result is planned
    publish_planned_at: DateTime<Utc>,
    /// When rules and dates were told to students
    announced_at: Option<DateTime<Utc>>,
    /// The promise that binds the draw, once it is announced
    promise: Option<String>,
    /// The seed of the draw, once the result is published
    seed: Option<String>,
}

/// Why a round is called off.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cancellation {
    /// What everybody is told
    #[schema(min_length = 1, max_length = 1000)]
    reason: String,
}

/// Something that was changed in a round.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ChangeView {
    /// Which
    id: Uuid,
    /// What, such as "student-withdrawn" or "offers-imported"
    kind: String,
    /// When
    at: DateTime<Utc>,
    /// Who did it; none: the portal
    by: Option<Uuid>,
    /// The student it is about
    student: Option<Uuid>,
}

/// The operations of this room.
pub fn routes() -> Routes {
    let (see, plan) = (Scope::SeeRounds, Scope::PlanRounds);
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/rounds",
            see,
            list,
            Operation::lists::<RoundView>(|lang| crate::words(lang).rounds_api_list().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds",
            plan,
            make,
            Operation::makes::<RoundView>(|lang| crate::words(lang).rounds_api_make().to_string()).takes::<RoundPlan>(),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}",
            see,
            show,
            Operation::shows::<RoundView>(|lang| crate::words(lang).rounds_api_show().to_string()),
        )
        .operation(
            Method::PUT,
            "/api/v1/rounds/{round}",
            plan,
            change,
            Operation::shows::<RoundView>(|lang| crate::words(lang).rounds_api_change().to_string())
                .takes::<RoundPlan>()
                .edits(),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/announcement",
            plan,
            announce,
            Operation::does(|lang| crate::words(lang).rounds_api_announce().to_string()).takes_nothing(),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/cancellation",
            plan,
            cancel,
            Operation::does(|lang| crate::words(lang).rounds_api_cancel().to_string()).takes::<Cancellation>(),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/changes",
            see,
            changes,
            Operation::lists::<ChangeView>(|lang| crate::words(lang).rounds_api_changes().to_string()),
        )
}

impl RoundPlan {
    fn typed(&self) -> Typed {
        let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
        Typed {
            name: self.name.clone(),
            course_code: self.course_code.clone(),
            course_name: self.course_name.clone(),
            year: self.year.to_string(),
            weeks: self.weeks.clone(),
            open_on: self.open_on.to_string(),
            open_at: self.open_at.clone(),
            close_on: self.close_on.to_string(),
            close_at: self.close_at.clone(),
            publish_on: self.publish_on.to_string(),
            publish_at: self.publish_at.clone(),
            wishes_min: self.wishes_min.to_string(),
            wishes_max: self.wishes_max.to_string(),
            draw: self.draw.clone(),
            no_wishes: self.no_wishes.clone(),
            terms: TypedTerms {
                mechanism: self.mechanism.clone(),
                short_lists: self.short_lists.clone(),
                cost: self.cost.clone(),
                travel_limit: self.travel_limit.map(|minutes| minutes.to_string()).unwrap_or_default(),
                groups: yes(self.groups),
                classes: self.classes.clone(),
            },
            is_decision: yes(self.is_decision),
            intro: self.intro.clone(),
            contact_name: self.contact_name.clone(),
            contact_email: self.contact_email.clone(),
            contact_phone: self.contact_phone.clone(),
        }
    }

    fn of(plan: &Plan, zone: Zone) -> Self {
        let (typed, dates, terms) = (plan.typed(zone), plan.dates(), plan.terms());
        let on = |moment: DateTime<Utc>| kit::format::local_date(zone, moment);
        Self {
            name: typed.name,
            course_code: typed.course_code,
            course_name: typed.course_name,
            year: dates.weeks().year(),
            weeks: typed.weeks,
            open_on: on(dates.wishes_open_at()),
            open_at: typed.open_at,
            close_on: on(dates.wishes_close_at()),
            close_at: typed.close_at,
            publish_on: on(dates.publish_planned_at()),
            publish_at: typed.publish_at,
            wishes_min: plan.wishes_min(),
            wishes_max: plan.wishes_max(),
            draw: typed.draw,
            no_wishes: typed.no_wishes,
            mechanism: typed.terms.mechanism,
            short_lists: typed.terms.short_lists,
            cost: typed.terms.cost,
            travel_limit: terms.travel_limit_minutes(),
            groups: terms.keeps_groups(),
            classes: typed.terms.classes,
            is_decision: plan.is_decision(),
            intro: typed.intro,
            contact_name: typed.contact_name,
            contact_email: typed.contact_email,
            contact_phone: typed.contact_phone,
        }
    }

    fn read(&self, zone: Zone) -> Result<Plan, Fault> {
        Plan::read(&self.typed(), zone).map_err(|wrong| Several(wrong).into())
    }
}

fn view(round: &Round, zone: Zone, now: DateTime<Utc>) -> RoundView {
    let dates = round.dates();
    RoundView {
        id: round.id().uuid(),
        organisation: round.owner().uuid(),
        phase: round.phase(now, zone).word().into(),
        plan: RoundPlan::of(round.plan(), zone),
        wishes_open_at: dates.wishes_open_at(),
        wishes_close_at: dates.wishes_close_at(),
        publish_planned_at: dates.publish_planned_at(),
        announced_at: round.announced_at(),
        promise: round.promise().map(str::to_owned),
        seed: round.revealed_seed().map(str::to_owned),
    }
}

async fn found(tx: &Tx, id: RoundId) -> Result<RoundView, Fault> {
    let round = actions::find(tx, id).await?;
    Ok(view(&round, actions::zone_of(tx, &round).await?, tx.now()))
}

async fn list(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let (rounds, zone, now) = app
        .db()
        .read(visit.actor(), async |tx| {
            let rounds = actions::of_actor(&tx).await?;
            let zone = match rounds.first() {
                Some(round) => actions::zone_of(&tx, round).await?,
                None => Zone::UTC,
            };
            Ok((rounds, zone, tx.now()))
        })
        .await?;
    let rounds = paging.part(rounds, |round| round.id().uuid());
    paging.answer(rounds, |round| round.id().uuid(), nobody, |round| view(&round, zone, now))
}

async fn show(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>) -> Answer {
    shown(&app.db().read(visit.actor(), async |tx| found(&tx, id).await).await?)
}

async fn make(State(app): State<App>, visit: Visit, sent: Sent<RoundPlan>) -> Answer {
    let round = app
        .db()
        .write(visit.actor(), async |tx| {
            let owner = access::may_make(tx.actor())?;
            let plan = sent.body.read(organisations::find(&tx, owner.id()).await?.zone)?;
            sent.once(&tx, async || found(&tx, actions::make_round(&tx, &plan).await?).await).await
        })
        .await?;
    made(&format!("/api/v1/rounds/{}", round.id), &round)
}

async fn change(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, sent: Sent<RoundPlan>) -> Answer {
    let round = app
        .db()
        .write(visit.actor(), async |tx| {
            let round = actions::find(&tx, id).await?;
            let zone = actions::zone_of(&tx, &round).await?;
            sent.unchanged(&view(&round, zone, tx.now()))?;
            actions::change_round(&tx, id, round.edition(), &sent.body.read(zone)?).await?;
            found(&tx, id).await
        })
        .await?;
    shown(&round)
}

async fn announce(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, sent: Sent<NoFields>) -> Answer {
    let secret = chance::secret_hex(SEED_BYTES);
    app.db()
        .write(visit.actor(), async |tx| sent.once(&tx, async || actions::announce(&tx, id, &secret).await).await)
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn cancel(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, sent: Sent<Cancellation>) -> Answer {
    let cancel = async |tx: Tx| sent.once(&tx, async || actions::cancel(&tx, id, &sent.body.reason).await).await;
    app.db().write(visit.actor(), cancel).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn changes(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let changes = async |tx: Tx| actions::changes(&tx, &actions::find(&tx, id).await?).await;
    let rows = paging.part(app.db().read(visit.actor(), changes).await?, |entry| entry.id.uuid());
    let student_of = |entry: &Entry| -> Option<PersonId> { entry.facts.get("person")?.as_str()?.parse().ok() };
    let view = |entry: Entry| ChangeView {
        id: entry.id.uuid(),
        at: entry.at,
        by: entry.person.map(Id::uuid),
        student: student_of(&entry).map(Id::uuid),
        kind: entry.kind,
    };
    paging.answer(rows, |entry| entry.id.uuid(), |entry| entry.person.into_iter().chain(student_of(entry)), view)
}
