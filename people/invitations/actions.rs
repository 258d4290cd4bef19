//! What people do with invitations: send, send again, take back, open, accept.

use base::{InvitationId, Lang, OrganisationId, PersonId};
use kit::actor::Actor;
use kit::chance;
use kit::db::{Db, Tx};
use kit::fault::{Fault, NotFound};
use kit::format;
use kit::journal::{self, Event};
use kit::mail::{self, Link, Mail};
use serde_json::json;

use super::model::{Invitation, InvitationError, NewInvitation, SENT_MAX, State};
use super::{access, queries};
use crate::organisations::{self, Organisation};
use crate::persons::{self, Person, PersonName};
use crate::signin::{self, Arrival, Entered, Key};

/// Invites somebody of the register, and mails the link.
/// # Errors
/// [`InvitationError`]; what the register answers when the actor may not change what binds the person.
pub async fn invite(
    tx: &Tx,
    organisation: OrganisationId,
    person: PersonId,
    new: &NewInvitation,
) -> Result<InvitationId, Fault> {
    let owner = access::may_invite(tx.actor(), organisation)?;
    let invited = persons::changeable(tx, organisation, person).await?;
    if invited.email.is_none() {
        return Err(InvitationError::NoAddress.into());
    }
    let home = organisations::find(tx, organisation).await?;
    let key = fresh_key()?;
    let until = new.until(home.zone);
    let id = queries::add(tx, owner, &key, person, (new, until)).await?;
    let invitation = queries::find(tx, owner, id).await?.ok_or_else(|| NotFound::of("invitation", id))?;
    send(tx, &invitation, &invited, &home, &key).await?;
    let event = Event::of("person-invited", "person", person).with(json!({ "invitation": id, "until": until }));
    journal::note(tx, organisation, event).await?;
    Ok(id)
}

/// Mails an open invitation again. The link sent before opens nothing any more.
/// # Errors
/// [`InvitationError`]; `NotFound` outside the actor's part of the register.
pub async fn send_again(tx: &Tx, organisation: OrganisationId, id: InvitationId) -> Result<(), Fault> {
    let owner = access::may_invite(tx.actor(), organisation).map_err(|_| missing(id))?;
    let (invitation, invited) = open(tx, organisation, id).await?;
    if invited.email.is_none() {
        return Err(InvitationError::NoAddress.into());
    }
    if invitation.sent >= SENT_MAX {
        return Err(InvitationError::SentOften.into());
    }
    let key = fresh_key()?;
    if !queries::renew(tx, owner, id, &key).await? {
        return Err(InvitationError::Ended.into());
    }
    let home = organisations::find(tx, organisation).await?;
    send(tx, &invitation, &invited, &home, &key).await?;
    let event = Event::of("invitation-sent-again", "person", invitation.person).with(json!({ "invitation": id }));
    Ok(journal::note(tx, organisation, event).await?)
}

/// Takes an open invitation back.
/// # Errors
/// [`InvitationError::Ended`]; `NotFound` outside the actor's part of the register.
pub async fn withdraw(tx: &Tx, organisation: OrganisationId, id: InvitationId) -> Result<(), Fault> {
    let owner = access::may_invite(tx.actor(), organisation).map_err(|_| missing(id))?;
    let (invitation, _) = open(tx, organisation, id).await?;
    if !queries::withdraw(tx, owner, id).await? {
        return Err(InvitationError::Ended.into());
    }
    let event = Event::of("invitation-withdrawn", "person", invitation.person).with(json!({ "invitation": id }));
    Ok(journal::note(tx, organisation, event).await?)
}

/// Takes every open invitation of a person back: their address has changed, or they have left.
/// # Errors
/// What the database answers.
pub async fn end_every(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    Ok(queries::withdraw_all(tx, person).await?)
}

async fn open(tx: &Tx, organisation: OrganisationId, id: InvitationId) -> Result<(Invitation, Person), Fault> {
    let owner = access::may_invite(tx.actor(), organisation).map_err(|_| missing(id))?;
    let invitation = queries::find(tx, owner, id).await?.ok_or_else(|| missing(id))?;
    let invited = persons::changeable(tx, organisation, invitation.person).await?;
    if invitation.state(tx.now()) != State::Open {
        return Err(InvitationError::Ended.into());
    }
    Ok((invitation, invited))
}

fn missing(id: InvitationId) -> NotFound {
    NotFound::of("invitation", id)
}

fn fresh_key() -> Result<Key, Fault> {
    Ok(Key::new(&chance::secret_hex(Key::BYTES))?)
}

async fn send(tx: &Tx, invitation: &Invitation, invited: &Person, home: &Organisation, key: &Key) -> Result<(), Fault> {
    let lang = invited.lang.unwrap_or(home.lang);
    let words = crate::words(lang);
    let by = match invitation.by {
        Some(id) => persons::find(tx, id).await?.name.to_string(),
        None => home.name.clone(),
    };
    let last_on = last_day(invitation, home);
    let mail = Mail {
        owner: home.id,
        person: invited.id,
        lang,
        kind: "invitation",
        unique_key: None,
        subject: words.invitations_mail_subject(format::day(lang, last_on), &home.name).to_string(),
        body: words
            .invitations_mail_body(
                invited.name.given(),
                by,
                &home.name,
                &invitation.about,
                format::day_with_year(lang, last_on),
            )
            .to_string(),
        link: Some(Link::opening(words.invitations_mail_link().to_string(), format!("/invitations/{}", key.reveal()))),
    };
    mail::send(tx, mail).await?;
    Ok(())
}

/// The last day on which an invitation is open.
pub fn last_day(invitation: &Invitation, home: &Organisation) -> base::Date {
    format::local_date(home.zone, invitation.until - chrono::TimeDelta::seconds(1))
}

/// What the invited is told before coming in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Who is invited
    pub name: PersonName,
    /// To what
    pub about: String,
    /// By whom
    pub by: Option<PersonName>,
    /// In whose name
    pub organisation: String,
    /// The last day
    pub last_on: base::Date,
    /// The language the invited has chosen
    pub lang: Option<Lang>,
}

/// What a link invites to. Looking changes nothing: mail scanners open links too.
/// # Errors
/// [`InvitationError::Spent`]
pub async fn look(tx: &Tx, key: &Key) -> Result<Told, Fault> {
    let (invitation, person) = opened(tx, key).await?;
    let home = organisations::find(tx, invitation.organisation).await?;
    let by = match invitation.by {
        Some(id) => persons::names(tx, &[id]).await?.remove(&id),
        None => None,
    };
    Ok(Told {
        last_on: last_day(&invitation, &home),
        name: person.name,
        about: invitation.about,
        by,
        organisation: home.name,
        lang: person.lang,
    })
}

async fn opened(tx: &Tx, key: &Key) -> Result<(Invitation, Person), Fault> {
    let invitation = queries::opened(tx, key).await?.ok_or(InvitationError::Spent)?;
    let person = persons::find(tx, invitation.person).await?;
    // An entry that was merged into another signs nobody in.
    if person.merged_into.is_some() { Err(InvitationError::Spent.into()) } else { Ok((invitation, person)) }
}

/// Lets the invited in, once. What follows is as after a link asked for by mail, the second step included.
/// # Errors
/// [`InvitationError::Spent`]
pub async fn accept(db: &Db, key: &Key, arrival: Arrival<'_>) -> Result<Entered, Fault> {
    let (invitation, person) = db.read(&Actor::nobody(), async |tx| opened(&tx, key).await).await?;
    let link = fresh_key()?;
    let organisation = invitation.organisation;
    db.write(&Actor::portal(organisation), async |tx| {
        if !queries::accept(&tx, key).await? {
            return Err(InvitationError::Spent.into());
        }
        signin::open_way(&tx, person.id, &link).await?;
        let facts = json!({ "invitation": invitation.id });
        Ok(journal::note(&tx, organisation, Event::of("invitation-accepted", "person", person.id).with(facts)).await?)
    })
    .await?;
    signin::enter_by_link(db, &link, arrival).await
}

/// The invitations of one person of the register, the latest first.
/// # Errors
/// `NotFound` for everybody who holds no role there; the caller has found the person.
pub async fn of_person(tx: &Tx, organisation: OrganisationId, person: PersonId) -> Result<Vec<Invitation>, Fault> {
    let owner = access::may_invite(tx.actor(), organisation)?;
    Ok(queries::of_person(tx, owner, person).await?)
}

/// One page of the organisation's invitations, and how many there are.
/// # Errors
/// `NotFound` for everybody who does not see the whole register.
pub async fn page(
    tx: &Tx,
    organisation: OrganisationId,
    state: State,
    rows: (u64, u64),
) -> Result<(Vec<Invitation>, u64), Fault> {
    let owner = access::may_see(tx.actor(), organisation)?;
    Ok(queries::page(tx, owner, state, rows).await?)
}

/// The organisation's invitations in the order of their ids, after the one given.
/// # Errors
/// `NotFound` for everybody who does not see the whole register.
pub async fn part(
    tx: &Tx,
    organisation: OrganisationId,
    after: Option<InvitationId>,
    rows: u64,
) -> Result<Vec<Invitation>, Fault> {
    let owner = access::may_see(tx.actor(), organisation)?;
    Ok(queries::after(tx, owner, after, rows).await?)
}

/// One invitation.
/// # Errors
/// `NotFound` for everybody who holds no role there.
pub async fn find(tx: &Tx, organisation: OrganisationId, id: InvitationId) -> Result<Invitation, Fault> {
    let owner = access::may_invite(tx.actor(), organisation)?;
    Ok(queries::find(tx, owner, id).await?.ok_or_else(|| missing(id))?)
}

/// Who was invited.
/// # Errors
/// `NotFound` for everybody who holds no role there.
pub async fn invited(tx: &Tx, organisation: OrganisationId, id: InvitationId) -> Result<PersonId, Fault> {
    Ok(find(tx, organisation, id).await?.person)
}
