//! Making a link, and taking in an organisation by it.

use base::{Id, OrganisationId, PersonId};
use kit::actor::{Actor, Role};
use kit::chance;
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::throttle::{self, Limit};
use people::organisations::{self, NewOrganisation};
use people::persons::{self, NewRole, Span};
use uuid::Uuid;

use super::model::{SetupError, Token, Told};
use super::queries;
use crate::duty;

/// Links that open nothing, from one address.
const WRONG_LINKS: Limit = Limit { name: "wrong-setup-links", at_most: 50, window_minutes: 15 };

/// Makes a link that takes in one organisation. For the command line alone: whoever runs it holds the machine.
/// # Errors
/// What the database answers.
pub async fn make_link(db: &Db) -> Result<Token, Fault> {
    let fresh = chance::secret_hex(Token::BYTES);
    let token = Token::new(&fresh).ok_or_else(|| Fault::ours("a token of chance is no token"))?;
    db.write(&Actor::nobody(), async |tx| Ok(queries::add(&tx, &token).await?)).await?;
    Ok(token)
}

/// Whether the link opens anything; looking changes nothing. One who tries many is slowed.
/// # Errors
/// [`SetupError::LinkSpent`].
pub async fn look(db: &Db, token: Option<&Token>, address: &str) -> Result<(), Fault> {
    if let Some(token) = token
        && db.read(&Actor::nobody(), async |tx| Ok(queries::opens(&tx, token).await?)).await?
    {
        return Ok(());
    }
    // Whether the try was let through is not told: the answer is the same.
    db.write(&Actor::nobody(), async |tx| Ok(throttle::admit(&tx, WRONG_LINKS, address).await?)).await?;
    Err(SetupError::LinkSpent.into())
}

/// Takes in the organisation and its first administrator, uses the link up, and answers a session of theirs. Whoever
/// comes first looks after the portal, too.
/// # Errors
/// [`SetupError::LinkSpent`], or what the organisation or the person lacks.
pub async fn settle(db: &Db, token: &Token, told: &Told) -> Result<String, Fault> {
    let id = OrganisationId::from_uuid(Uuid::from_bytes(fresh_id()));
    let person = db.write(&Actor::portal(id), async |tx| take_in(&tx, id, token, told).await).await?;
    people::signin::begin_session(db, person, people::signin::Way::Mail).await
}

/// A version 7 id is made of the clock; the organisation's own is needed before there is a transaction to ask.
fn fresh_id() -> [u8; 16] {
    let mut bytes = chance::secret_bytes::<16>();
    (bytes[6], bytes[8]) = (bytes[6] & 0x0f | 0x40, bytes[8] & 0x3f | 0x80);
    bytes
}

async fn take_in(tx: &Tx, id: OrganisationId, token: &Token, told: &Told) -> Result<PersonId, Fault> {
    if !queries::spend(tx, token).await? {
        return Err(SetupError::LinkSpent.into());
    }
    let facts = told.facts.clone();
    let new = NewOrganisation {
        id,
        name: facts.name,
        short_name: facts.short_name,
        kind: told.kind,
        number: facts.number.filter(|number| !number.is_empty()),
        lang: facts.lang,
        zone: facts.zone,
        contact: facts.contact,
    };
    organisations::register_organisation(tx, new).await?;
    let person = persons::register_person(tx, id, &told.administrator).await?;
    let role = NewRole { person, role: first_role(told.kind), unit: None, span: Span::ALWAYS };
    persons::give_role(tx, id, &role).await?;
    if duty::operators(tx).await? == 0 {
        duty::appoint(tx, person).await?;
    }
    Ok(person)
}

/// Who only receives students has coordinators.
fn first_role(kind: organisations::Kind) -> Role {
    match kind {
        organisations::Kind::Host => Role::Coordinator,
        organisations::Kind::Institution | organisations::Kind::Both => Role::Administrator,
    }
}
