//! A round's students as programs see and bring them.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use base::{Id, PersonId, RoundId};
use chrono::{DateTime, Utc};
use kit::db::Tx;
use kit::fault::Fault;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, made, shown};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use people::persons::{self, Email, NewPerson, NewStudent, PersonName, Phone};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::model::{Participant, Sent as SentWishes, StudentRow};
use super::{access, actions, queries};
use crate::rounds;

/// A student's part in a round.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct StudentView {
    /// Who
    id: Uuid,
    /// Student number
    outside_key: String,
    /// Given name
    given_name: String,
    /// Family name
    family_name: String,
    /// What is studied: only places of this subject count
    subject: String,
    /// When: only places of this period count
    period: String,
    /// Number in the draw, where it comes from a file
    lottery: Option<i64>,
    /// Students with the same word belong together
    group_key: Option<String>,
    /// Whether the student still takes part
    takes_part: bool,
    /// Whether the student came after wishing had ended
    late: bool,
    /// When the student was added
    added_at: DateTime<Utc>,
    /// When the student left
    withdrawn_at: Option<DateTime<Utc>>,
    /// The list of wishes that counts
    wishes: Option<WishesStand>,
}

/// How a student's list of wishes stands.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct WishesStand {
    /// Its version
    version: i32,
    /// Whether the student has confirmed it
    confirmed: bool,
    /// Whether the office entered it
    on_behalf: bool,
    /// Whether it came after wishing had ended
    late: bool,
}

/// A student who is to take part.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StudentBody {
    /// Student number; who is known by it keeps the name and addresses that are known
    #[schema(min_length = 1, max_length = 100)]
    outside_key: String,
    /// Given name
    #[schema(max_length = 100)]
    given_name: String,
    /// Family name
    #[schema(min_length = 1, max_length = 100)]
    family_name: String,
    /// Mail address
    #[serde(default)]
    email: Option<String>,
    /// Telephone
    #[serde(default)]
    phone: Option<String>,
    /// What is studied
    #[schema(min_length = 1, max_length = 200)]
    subject: String,
    /// When
    #[schema(min_length = 1, max_length = 200)]
    period: String,
    /// Number in the draw, where it comes from a file
    #[serde(default)]
    #[schema(minimum = 0)]
    lottery: Option<i64>,
    /// Students with the same word belong together
    #[serde(default)]
    #[schema(max_length = 200)]
    group_key: Option<String>,
}

/// The operations of this room.
pub fn routes() -> Routes {
    let (see, plan) = (Scope::SeeRounds, Scope::PlanRounds);
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/students",
            see,
            list,
            Operation::lists::<StudentView>(|lang| crate::words(lang).participants_api_list().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/students",
            plan,
            add,
            Operation::makes::<StudentView>(|lang| crate::words(lang).participants_api_add().to_string())
                .takes::<StudentBody>(),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/students/{person}",
            see,
            show,
            Operation::shows::<StudentView>(|lang| crate::words(lang).participants_api_show().to_string()),
        )
        .noted()
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/students/{person}/withdrawal",
            plan,
            withdraw,
            Operation::does(|lang| crate::words(lang).participants_api_withdraw().to_string()).takes_nothing(),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/students/{person}/readmission",
            plan,
            readmit,
            Operation::does(|lang| crate::words(lang).participants_api_readmit().to_string()).takes_nothing(),
        )
}

impl StudentBody {
    fn row(&self) -> Result<StudentRow, Fault> {
        let some =
            |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let person = NewPerson {
            name: PersonName::new(&self.given_name, &self.family_name)?,
            email: some(&self.email).map(|email| Email::new(&email)).transpose()?,
            phone: some(&self.phone).map(|phone| Phone::new(&phone)).transpose()?,
            lang: None,
        };
        let row = StudentRow {
            student: NewStudent { outside_key: self.outside_key.trim().into(), person },
            subject: self.subject.trim().into(),
            period: self.period.trim().into(),
            lottery: self.lottery,
            group_key: some(&self.group_key),
        };
        row.check()?;
        Ok(row)
    }
}

fn view(
    student: Participant,
    names: &HashMap<PersonId, PersonName>,
    sent: &HashMap<PersonId, SentWishes>,
) -> StudentView {
    let name = names.get(&student.person);
    StudentView {
        id: student.person.uuid(),
        given_name: name.map(|name| name.given_part().to_owned()).unwrap_or_default(),
        family_name: name.map(|name| name.family_part().to_owned()).unwrap_or_default(),
        takes_part: student.is_active(),
        late: student.late,
        added_at: student.added_at,
        withdrawn_at: student.withdrawn_at,
        wishes: sent.get(&student.person).map(|sent| WishesStand {
            version: sent.version,
            confirmed: sent.confirmed,
            on_behalf: sent.on_behalf,
            late: sent.late,
        }),
        outside_key: student.part.outside_key,
        subject: student.part.subject,
        period: student.part.period,
        lottery: student.part.lottery,
        group_key: student.part.group_key,
    }
}

async fn found(tx: &Tx, round: RoundId, person: PersonId) -> Result<StudentView, Fault> {
    let round = rounds::find(tx, round).await?;
    let owner = access::may_administer(tx.actor(), &round)?;
    let student = actions::find(tx, &round, person).await?;
    let sent = queries::sent(tx, owner, round.id(), &[person]).await?;
    Ok(view(student, &persons::names(tx, &[person]).await?, &sent))
}

async fn list(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let (students, names, sent) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, round).await?;
            let owner = access::may_administer(tx.actor(), &round)?;
            let after = paging.after().map(PersonId::from_uuid);
            let students = queries::after(&tx, owner, round.id(), after, paging.rows()).await?;
            let ids: Vec<PersonId> = students.iter().map(|student| student.person).collect();
            let names = persons::names(&tx, &ids).await?;
            Ok((students, names, queries::sent(&tx, owner, round.id(), &ids).await?))
        })
        .await?;
    paging.answer(
        students,
        |student| student.person.uuid(),
        |student| Some(student.person),
        |student| view(student, &names, &sent),
    )
}

async fn show(State(app): State<App>, visit: Visit, Path((round, person)): Path<(RoundId, PersonId)>) -> Answer {
    shown(&app.db().read(visit.actor(), async |tx| found(&tx, round, person).await).await?)
}

async fn add(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, sent: Sent<StudentBody>) -> Answer {
    let student = app
        .db()
        .write(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let row = sent.body.row()?;
            let add = async || found(&tx, id, actions::add(&tx, &round, &row).await?).await;
            sent.once(&tx, add).await
        })
        .await?;
    made(&format!("/api/v1/rounds/{id}/students/{}", student.id), &student)
}

async fn withdraw(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(RoundId, PersonId)>,
    sent: Sent<NoFields>,
) -> Answer {
    app.db()
        .write(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            sent.once(&tx, async || actions::withdraw(&tx, &round, person).await).await
        })
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn readmit(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(RoundId, PersonId)>,
    sent: Sent<NoFields>,
) -> Answer {
    app.db()
        .write(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            sent.once(&tx, async || actions::readmit(&tx, &round, person).await).await
        })
        .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
