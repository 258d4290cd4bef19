//! People without e-mail: a code on a slip for the first time, then their number and a PIN of their own.

use base::{OrganisationId, PersonId};
use kit::actor::Actor;
use kit::chance;
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::journal::{self, Event};
use kit::local::LocalPath;
use kit::throttle::{self, Limit};

use super::{Arrival, Entered, enter};
use crate::credentials::{self, Hashing, Password, Pin};
use crate::organisations;
use crate::persons::{self, AffiliationKind, Person};
use crate::signin::access;
use crate::signin::model::{HalfSignedIn, SignInError, SlipCode, Way};
use crate::signin::queries;

/// Tries of one code, or of one number at one organisation. Others at the same machine are not kept out.
const TRIES: Limit = Limit { name: "slips", at_most: 8, window_minutes: 15 };

async fn count(db: &Db, what: &str) -> Result<(), Fault> {
    let admit = async |tx| Ok(throttle::admit(&tx, TRIES, what).await?);
    if db.write(&Actor::nobody(), admit).await? { Ok(()) } else { Err(SignInError::TooOften.into()) }
}

/// Gives out a slip for somebody without an address, by whoever administers the organisation that registered them.
/// Slips from before open nothing any more.
/// # Errors
/// [`SignInError::NoSlip`] for a person with an address or a role: they sign in more strongly.
pub async fn give_slip(db: &Db, hashing: &Hashing, actor: &Actor, id: PersonId) -> Result<(SlipCode, Person), Fault> {
    let person = db.read(actor, async |tx| persons::find_seen(&tx, id).await).await?;
    access::may_help(actor, &person)?;
    let roles = persons::actor_of(db, id, None).await?;
    if person.email.is_some() || !roles.held().is_empty() {
        return Err(SignInError::NoSlip.into());
    }
    let code = SlipCode::fresh(&chance::secret_bytes());
    let hash = hashing.hash(code.proving()).await?;
    db.write(actor, async |tx| {
        let owner = access::may_help(tx.actor(), &person)?;
        queries::add_slip(&tx, owner, id, &code, &hash).await?;
        Ok(journal::note(&tx, owner.id(), Event::of("slip-given", "person", id)).await?)
    })
    .await?;
    Ok((code, person))
}

/// Uses a slip: its holder chooses a PIN, and is in.
/// # Errors
/// [`SignInError::SlipSpent`], or what is wrong with the PIN.
pub async fn enter_by_slip(
    db: &Db,
    hashing: &Hashing,
    (code, pin): (&str, &Pin),
    next: Option<LocalPath>,
    arrival: Arrival<'_>,
) -> Result<Entered, Fault> {
    let code = SlipCode::typed(code).ok_or(SignInError::SlipSpent)?;
    count(db, code.finding()).await?;
    let found = db.read(&Actor::nobody(), async |tx| Ok(queries::find_slip(&tx, &code).await?)).await?;
    let holds = hashing.holds(code.proving(), found.as_ref().map(|slip| slip.value.as_str())).await?;
    let slip = found.filter(|_| holds).ok_or(SignInError::SlipSpent)?;
    let hash = hashing.hash(pin.reveal()).await?;
    db.write(&Actor::portal(slip.organisation_id), async |tx| {
        if !queries::use_slip(&tx, &code).await? {
            return Err(SignInError::SlipSpent.into());
        }
        credentials::set_pin(&tx, slip.person_id, &hash).await?;
        let event = Event::of("pin-set", "person", slip.person_id);
        Ok(journal::note(&tx, slip.organisation_id, event).await?)
    })
    .await?;
    enter(db, &HalfSignedIn { person: slip.person_id, way: Way::Code, next }, 1, arrival).await
}

/// Signs somebody in by the number they have at an organisation and their PIN.
/// # Errors
/// [`SignInError::NumberOrPin`]
pub async fn enter_by_pin(
    db: &Db,
    hashing: &Hashing,
    organisation: OrganisationId,
    (number, pin): (&str, &str),
    next: Option<LocalPath>,
    arrival: Arrival<'_>,
) -> Result<Entered, Fault> {
    let number = number.trim();
    count(db, &format!("{organisation} {number}")).await?;
    let person = db.read(&Actor::portal(organisation), async |tx| whose(&tx, organisation, number).await).await?;
    if !credentials::check_pin(db, hashing, person, pin).await? {
        return Err(SignInError::NumberOrPin.into());
    }
    let person = person.ok_or(SignInError::NumberOrPin)?;
    enter(db, &HalfSignedIn { person, way: Way::Code, next }, 1, arrival).await
}

/// Whose number it is at the organisation: a member of staff's, else a student's.
async fn whose(tx: &Tx, organisation: OrganisationId, number: &str) -> Result<Option<PersonId>, Fault> {
    let owner = access::portal_of(tx.actor(), organisation)?;
    let Some(home) = organisations::find_many(tx, &[organisation]).await?.pop() else { return Ok(None) };
    let today = kit::format::local_date(home.zone, tx.now());
    for kind in [AffiliationKind::Staff, AffiliationKind::Student] {
        if let Some(person) = persons::of_key(tx, owner, kind, number, today).await? {
            return Ok(Some(person));
        }
    }
    Ok(None)
}

/// Signs somebody in by name and password.
/// # Errors
/// [`SignInError::NameOrPassword`], whichever of the two is wrong.
pub async fn enter_by_password(
    db: &Db,
    hashing: &Hashing,
    (name, password): (&str, &str),
    next: Option<LocalPath>,
    arrival: Arrival<'_>,
) -> Result<Entered, Fault> {
    let name = name.trim().to_lowercase();
    let found = credentials::check_password(db, hashing, &name, &Password::typed(password)).await?;
    let person = found.ok_or(SignInError::NameOrPassword)?;
    let admitted = async |tx| Ok(throttle::forget(&tx, throttle::ACCOUNT, &name).await?);
    db.write(&Actor::nobody(), admitted).await?;
    enter(db, &HalfSignedIn { person, way: Way::Password, next }, 1, arrival).await
}

/// Counts a try by name and password, from this network address.
/// # Errors
/// [`SignInError::TooOften`].
pub async fn count_password(db: &Db, address: &str, name: &str) -> Result<(), Fault> {
    let name = name.trim().to_lowercase();
    let admitted = db
        .write(&Actor::nobody(), async |tx| {
            let from = throttle::admit(&tx, throttle::ADDRESS, address).await?;
            Ok(throttle::admit(&tx, throttle::ACCOUNT, &name).await? && from)
        })
        .await?;
    if admitted { Ok(()) } else { Err(SignInError::TooOften.into()) }
}
