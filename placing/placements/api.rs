//! Publication and what was decided, for programs of institutions; the students who come, for programs of hosts.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use base::{Id, PersonId, RoundId};
use chrono::{DateTime, Days, NaiveDate, Utc};
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, accepted, shown};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use people::organisations;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;

use super::model::{Check, Decision, SeenByHost};
use super::{access, actions, queries};
use crate::rounds::{self, State as RoundState};

/// A student is shown for so long after the last day.
const SHOWN_AFTER: Days = Days::new(30);

/// How a publication stands.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct PublicationView {
    /// The round
    round: Uuid,
    /// "setup", "announced", "publishing", "published" or "cancelled"
    state: String,
    /// When it will be, or was, told to everybody
    publish_at: Option<DateTime<Utc>>,
    /// How many places will be told
    places: u64,
    /// How many host organisations will be told
    hosts: u64,
    /// What stands against it, and what is good to know
    checks: Vec<CheckView>,
}

/// Something that stands against a publication, or is good to know.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CheckView {
    /// "no-run", "under-way", "not-in-run", "overfull", "lacking", "no-host", "second-looks" or "good"
    name: String,
    /// How many it concerns
    count: Option<u64>,
    /// The place it concerns
    place: Option<String>,
    /// Whether publication has to wait for it
    must_wait: bool,
}

/// What a student was told last.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DecisionView {
    /// The student
    student: Uuid,
    /// Counts from 1
    version: i32,
    /// "placed", "unplaced" or "withdrawn"
    kind: String,
    /// The place
    offer: Option<Uuid>,
    /// Name of the place, as it was told
    place: Option<String>,
    /// The host organisation
    host: Option<Uuid>,
    /// The unit of the host
    host_unit: Option<Uuid>,
    /// Subject
    subject: String,
    /// The rank of the wish that came true
    rank: Option<u16>,
    /// First day
    from_on: NaiveDate,
    /// Last day
    until_on: NaiveDate,
    /// When it was decided
    at: DateTime<Utc>,
    /// Until when the student may complain
    complain_until_on: Option<NaiveDate>,
}

/// A student who comes to the host.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ComingView {
    /// The placement
    id: Uuid,
    /// The student
    student: Uuid,
    /// Given name
    given_name: String,
    /// Family name
    family_name: String,
    /// Mail address
    email: String,
    /// Telephone
    phone: String,
    /// Subject
    subject: String,
    /// Name of the place
    place: String,
    /// Name of the course
    course: String,
    /// First day
    from_on: NaiveDate,
    /// Last day
    until_on: NaiveDate,
    /// The institution that sends the student
    institution: Uuid,
    /// The round
    round: Uuid,
    /// The unit that receives the student
    unit: Option<Uuid>,
}

/// The operations of this room.
pub fn routes() -> Routes {
    let (see, publish) = (Scope::SeeRounds, Scope::Publish);
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/publication",
            see,
            show,
            Operation::shows::<PublicationView>(|lang| crate::words(lang).placements_api_show().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/publication",
            publish,
            ask,
            Operation::begins::<PublicationView>(|lang| crate::words(lang).placements_api_ask().to_string())
                .takes_nothing(),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/publication/stop",
            publish,
            stop,
            Operation::does(|lang| crate::words(lang).placements_api_stop().to_string()).takes_nothing(),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/decisions",
            see,
            decisions,
            Operation::lists::<DecisionView>(|lang| crate::words(lang).placements_api_decisions().to_string()),
        )
        .operation(
            Method::GET,
            "/api/v1/coming-students",
            Scope::ReceiveStudents,
            coming,
            Operation::lists::<ComingView>(|lang| crate::words(lang).placements_api_coming().to_string()),
        )
}

fn check(check: &Check) -> CheckView {
    let (name, count, place) = match check {
        Check::NoRun => ("no-run", None, None),
        Check::UnderWay => ("under-way", None, None),
        Check::NotInRun(count) => ("not-in-run", Some(*count), None),
        Check::Overfull(place) => ("overfull", None, Some(place.clone())),
        Check::Lacking(count) => ("lacking", Some(*count), None),
        Check::NoHost(count) => ("no-host", Some(*count), None),
        Check::SecondLooks(count) => ("second-looks", Some(*count), None),
        Check::Good => ("good", None, None),
    };
    CheckView { name: name.into(), count: count.map(|count| count as u64), place, must_wait: check.must_wait() }
}

async fn publication(tx: &Tx, id: RoundId) -> Result<PublicationView, Fault> {
    let ready = actions::ready(tx, id).await?;
    let publish_at = match ready.round.state() {
        RoundState::Publishing { publish_at, .. } => Some(*publish_at),
        RoundState::Published { at, .. } => Some(*at),
        _ => None,
    };
    Ok(PublicationView {
        round: id.uuid(),
        state: ready.round.state().word().into(),
        publish_at,
        places: ready.places as u64,
        hosts: ready.hosts.len() as u64,
        checks: ready.checks.iter().map(check).collect(),
    })
}

async fn show(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>) -> Answer {
    shown(&app.db().read(visit.actor(), async |tx| publication(&tx, id).await).await?)
}

async fn ask(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, sent: Sent<NoFields>) -> Answer {
    let ask = async |tx: Tx| {
        let ask = async || {
            actions::ask_publication(&tx, id).await?;
            publication(&tx, id).await
        };
        sent.once(&tx, ask).await
    };
    let asked = app.db().write(visit.actor(), ask).await?;
    accepted(&format!("/api/v1/rounds/{id}/publication"), &asked)
}

async fn stop(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, sent: Sent<NoFields>) -> Answer {
    let stop = async |tx: Tx| sent.once(&tx, async || actions::stop_publication(&tx, id).await).await;
    app.db().write(visit.actor(), stop).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn decisions(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let rows = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let owner = access::may_publish(tx.actor(), &round)?;
            let after = paging.after().map(PersonId::from_uuid);
            Ok(queries::latest_after(&tx, owner, id, after, paging.rows()).await?)
        })
        .await?;
    let view = |row: Decision| DecisionView {
        student: row.person.uuid(),
        version: row.version,
        kind: row.kind.word().into(),
        offer: row.offer.map(Id::uuid),
        place: row.offer.map(|_| row.place_name),
        host: row.host.map(|host| host.0.uuid()),
        host_unit: row.host.and_then(|host| host.1).map(Id::uuid),
        subject: row.subject,
        rank: row.rank,
        from_on: row.from_on,
        until_on: row.until_on,
        at: row.at,
        complain_until_on: row.complain_until_on,
    };
    paging.answer(rows, |row| row.person.uuid(), |row| Some(row.person), view)
}

async fn coming(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let students = app
        .db()
        .read(visit.actor(), async |tx| {
            let mut students = vec![];
            for host in access::receives(tx.actor()) {
                let zone = organisations::find(&tx, host.id()).await?.zone;
                let from = format::local_date(zone, tx.now()) - SHOWN_AFTER;
                students.extend(queries::seen_by_host(&tx, &host, from).await?);
            }
            Ok(students)
        })
        .await?;
    let mut rows = paging.part(students, placement_id);
    rows.dedup_by_key(|student| placement_id(student));
    let view = |student: SeenByHost| ComingView {
        id: placement_id(&student),
        student: student.person.uuid(),
        given_name: student.given_name,
        family_name: student.family_name,
        email: student.email,
        phone: student.phone,
        subject: student.subject,
        place: student.place,
        course: student.course,
        from_on: student.from_on,
        until_on: student.until_on,
        institution: student.institution.uuid(),
        round: student.round.uuid(),
        unit: student.unit.map(Id::uuid),
    };
    paging.answer(rows, placement_id, |student| Some(student.person), view)
}

/// One student's placement in one round, as one id: a student may come to the same host in several rounds.
fn placement_id(student: &SeenByHost) -> Uuid {
    let digest = Sha256::digest(format!("{}\n{}", student.round, student.person));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Uuid::from_bytes(bytes)
}
