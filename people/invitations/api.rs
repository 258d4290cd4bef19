//! Invitations, for programs: whom to invite and until when. The link itself goes to the invited alone.

use axum::extract::State;
use axum::http::Method;
use base::{Id, InvitationId, OrganisationId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};
use kit::db::Tx;
use kit::fault::Fault;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, done, made};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::actions;
use super::model::{Invitation, NewInvitation, State as Stage};
use crate::{organisations, persons};

/// An invitation.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct InvitationView {
    /// Which
    id: Uuid,
    /// Who is invited
    person: Uuid,
    /// To what
    about: String,
    /// "open", "accepted", "withdrawn" or "over"
    state: String,
    /// When it ends
    until: DateTime<Utc>,
    /// Who invites
    by: Option<Uuid>,
    /// When it was mailed last
    sent_at: DateTime<Utc>,
    /// How often it was mailed
    sent: i32,
    /// When the invited came in
    accepted_at: Option<DateTime<Utc>>,
    /// When it was taken back
    withdrawn_at: Option<DateTime<Utc>>,
}

/// An invitation that is to be sent.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InvitationBody {
    /// To what
    #[schema(min_length = 1, max_length = 300)]
    about: String,
    /// The last day on which it is open
    until_on: NaiveDate,
}

/// The operations of this room.
pub fn routes() -> Routes {
    let keep = Scope::KeepPeople;
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/invitations",
            Scope::SeePeople,
            list,
            Operation::lists::<InvitationView>(|lang| crate::words(lang).invitations_api_list().to_string()),
        )
        .operation(
            Method::GET,
            "/api/v1/people/{person}/invitations",
            Scope::SeePeople,
            of_person,
            Operation::lists::<InvitationView>(|lang| crate::words(lang).invitations_api_of_person().to_string()),
        )
        .noted()
        .operation(
            Method::POST,
            "/api/v1/people/{person}/invitations",
            keep,
            invite,
            Operation::makes::<InvitationView>(|lang| crate::words(lang).invitations_api_invite().to_string())
                .takes::<InvitationBody>(),
        )
        .operation(
            Method::POST,
            "/api/v1/invitations/{invitation}/sending",
            keep,
            send_again,
            Operation::does(|lang| crate::words(lang).invitations_api_send_again().to_string()).takes_nothing(),
        )
        .operation(
            Method::POST,
            "/api/v1/invitations/{invitation}/withdrawal",
            keep,
            withdraw,
            Operation::does(|lang| crate::words(lang).invitations_api_withdraw().to_string()).takes_nothing(),
        )
}

fn view(invitation: Invitation, now: DateTime<Utc>) -> InvitationView {
    let state = match invitation.state(now) {
        Stage::Open => "open",
        Stage::Accepted => "accepted",
        Stage::Withdrawn => "withdrawn",
        Stage::Over => "over",
    };
    InvitationView {
        id: invitation.id.uuid(),
        person: invitation.person.uuid(),
        about: invitation.about,
        state: state.into(),
        until: invitation.until,
        by: invitation.by.map(Id::uuid),
        sent_at: invitation.sent_at,
        sent: invitation.sent,
        accepted_at: invitation.accepted_at,
        withdrawn_at: invitation.withdrawn_at,
    }
}

/// Whoever is invited, and who invited them.
fn named_by(invitation: &Invitation) -> impl Iterator<Item = PersonId> + use<> {
    [Some(invitation.person), invitation.by].into_iter().flatten()
}

async fn list(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let (paging, id) = (asked.paging(&[])?, visit.organisation()?);
    let after = paging.after().map(InvitationId::from_uuid);
    let look = async |tx: Tx| Ok((actions::part(&tx, id, after, paging.rows()).await?, tx.now()));
    let (rows, now) = app.db().read(visit.actor(), look).await?;
    paging.answer(rows, |invitation| invitation.id.uuid(), named_by, |invitation| view(invitation, now))
}

async fn of_person(State(app): State<App>, visit: Visit, Path(person): Path<PersonId>, asked: Asked) -> Answer {
    let (paging, id) = (asked.paging(&[])?, visit.organisation()?);
    let (rows, now) = app
        .db()
        .read(visit.actor(), async |tx| {
            persons::seen(&tx, id, person).await?;
            Ok((actions::of_person(&tx, id, person).await?, tx.now()))
        })
        .await?;
    let rows = paging.part(rows, |invitation| invitation.id.uuid());
    paging.answer(rows, |invitation| invitation.id.uuid(), named_by, |invitation| view(invitation, now))
}

async fn invited(
    tx: &Tx,
    organisation: OrganisationId,
    person: PersonId,
    body: &InvitationBody,
) -> Result<InvitationView, Fault> {
    persons::changeable(tx, organisation, person).await?;
    let today = organisations::today(tx, organisation).await?;
    let new = NewInvitation::new(&body.about, Some(body.until_on), today)?;
    let id = actions::invite(tx, organisation, person, &new).await?;
    Ok(view(actions::find(tx, organisation, id).await?, tx.now()))
}

async fn invite(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<PersonId>,
    sent: Sent<InvitationBody>,
) -> Answer {
    let id = visit.organisation()?;
    let invite = async |tx: Tx| sent.once(&tx, async || invited(&tx, id, person, &sent.body).await).await;
    let invitation = app.db().write(visit.actor(), invite).await?;
    made(&format!("/api/v1/people/{person}/invitations"), &invitation)
}

async fn send_again(
    State(app): State<App>,
    visit: Visit,
    Path(invitation): Path<InvitationId>,
    sent: Sent<NoFields>,
) -> Answer {
    let id = visit.organisation()?;
    let send = async |tx: Tx| sent.once(&tx, async || actions::send_again(&tx, id, invitation).await).await;
    app.db().write(visit.actor(), send).await?;
    done()
}

async fn withdraw(
    State(app): State<App>,
    visit: Visit,
    Path(invitation): Path<InvitationId>,
    sent: Sent<NoFields>,
) -> Answer {
    let id = visit.organisation()?;
    let withdraw = async |tx: Tx| sent.once(&tx, async || actions::withdraw(&tx, id, invitation).await).await;
    app.db().write(visit.actor(), withdraw).await?;
    done()
}
