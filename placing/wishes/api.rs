//! Wishes as programs see them, and as the office's own system hands them in.

use axum::extract::State;
use axum::http::Method;
use base::{Id, OfferId, PersonId, RoundId};
use chrono::{DateTime, Utc};
use kit::chance;
use kit::fault::NotFound;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, made, shown};
use kit::web::{Answer, App, Path, Routes, Visit};
use people::organisations;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::model::{Version, Wish};
use super::{access, actions, queries};
use crate::{participants, rounds};

/// Bytes of chance in a request's own key.
const KEY_BYTES: usize = 16;

/// One place that is wished for.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Wish)]
pub(crate) struct WishView {
    /// The place
    offer: Uuid,
    /// 1 is the dearest; equal ranks are a tie
    #[schema(minimum = 1, maximum = 100)]
    rank: u16,
}

/// A student's wishes that count.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct WishesView {
    /// Version of the list
    version: i32,
    /// When it was saved
    at: DateTime<Utc>,
    /// How it came in: "self", "behalf" or "import"
    source: String,
    /// Whether the student has confirmed it
    confirmed: bool,
    /// Whether it came after wishing had ended
    late: bool,
    /// What is wished for, the dearest first
    wishes: Vec<WishView>,
}

/// One student's wishes, in the list of all.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct StudentWishes {
    /// Who
    student: Uuid,
    /// What is wished for, the dearest first
    wishes: Vec<WishView>,
}

/// Wishes that the office hands in for a student.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WishesBody {
    /// What is wished for
    #[schema(max_items = 100)]
    wishes: Vec<WishView>,
}

/// The proof that wishes were saved.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Receipt)]
pub(crate) struct ReceiptView {
    /// Version of the list
    version: i32,
    /// When it was saved
    at: DateTime<Utc>,
}

/// The operations of this room.
pub fn routes() -> Routes {
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/wishes",
            Scope::SeeRounds,
            list,
            Operation::lists::<StudentWishes>(|lang| crate::words(lang).wishes_api_list().to_string()),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/students/{person}/wishes",
            Scope::SeeRounds,
            show,
            Operation::shows::<WishesView>(|lang| crate::words(lang).wishes_api_show().to_string()),
        )
        .noted()
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/students/{person}/wishes",
            Scope::SendWishes,
            send,
            Operation::makes::<ReceiptView>(|lang| crate::words(lang).wishes_api_send().to_string())
                .takes::<WishesBody>(),
        )
}

fn view(version: &Version) -> WishesView {
    let wish = |wish: &Wish| WishView { offer: wish.offer.uuid(), rank: wish.rank };
    WishesView {
        version: version.number,
        at: version.at,
        source: version.source.word().into(),
        confirmed: version.confirmed,
        late: version.late,
        wishes: version.list.wishes().iter().map(wish).collect(),
    }
}

async fn list(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let (students, counted) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, round).await?;
            let owner = access::may_enter_for_others(tx.actor(), &round)?;
            let after = paging.after().map(PersonId::from_uuid);
            let students = participants::queries::after(&tx, owner, round.id(), after, paging.rows()).await?;
            let ids: Vec<PersonId> = students.iter().map(|student| student.person).collect();
            Ok((ids.clone(), queries::of_persons(&tx, owner, round.id(), &ids).await?))
        })
        .await?;
    let wishes_of = |student: PersonId| {
        let own = counted.iter().filter(|wish| wish.person_id == student);
        own.map(|wish| WishView { offer: wish.offer_id.uuid(), rank: queries::rank(wish.rank) }).collect()
    };
    paging.answer(
        students,
        |id| id.uuid(),
        |id| Some(*id),
        |id| StudentWishes { student: id.uuid(), wishes: wishes_of(id) },
    )
}

async fn show(State(app): State<App>, visit: Visit, Path((round, person)): Path<(RoundId, PersonId)>) -> Answer {
    let found = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, round).await?;
            let found = actions::of_student(&tx, &round, person).await?;
            Ok(view(&found.ok_or_else(|| NotFound::of("wishes of student", person))?))
        })
        .await?;
    shown(&found)
}

async fn send(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(RoundId, PersonId)>,
    sent: Sent<WishesBody>,
) -> Answer {
    let wish = |wish: &WishView| Wish { offer: OfferId::from_uuid(wish.offer), rank: wish.rank };
    let wishes: Vec<Wish> = sent.body.wishes.iter().map(wish).collect();
    let key = chance::secret_hex(KEY_BYTES);
    let receipt = app
        .db()
        .write(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let lang = organisations::find(&tx, round.owner()).await?.lang;
            let send = async || {
                let receipt = actions::submit_on_behalf(&tx, id, person, &wishes, &key, lang).await?;
                Ok(ReceiptView { version: receipt.version, at: receipt.at })
            };
            sent.once(&tx, send).await
        })
        .await?;
    made(&format!("/api/v1/rounds/{id}/students/{person}/wishes"), &receipt)
}
