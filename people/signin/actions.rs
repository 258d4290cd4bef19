//! What happens when people come and go.

pub mod confirm;
pub mod help;
pub mod second;
pub mod sessions;
pub mod slips;

use base::{Lang, PersonId, SessionId};
use kit::actor::Actor;
use kit::chance;
use kit::db::{Db, Tx};
use kit::fault::{Fault, unless_lacking};
use kit::journal::{self, Event};
use kit::local::LocalPath;
use kit::mail::{self, Link, Mail};
use kit::page::Me;
use kit::throttle::{self, Limit};
use kit::web::{Known, Practice, Proof, Support, scheme_of};
use serde_json::json;

use self::second::Needs;
use super::access;
use super::model::{HalfSignedIn, Key, LINK_MAX, Lifetime, SignInError, Way};
use super::queries::{self, NewSession};
use crate::credentials;
use crate::organisations;
use crate::persons::{self, Email, Person};

/// Links that open nothing, from one address: a campus mistypes less, and nobody guesses 256 bits in ten times as many.
const WRONG_LINKS: Limit = Limit { name: "wrong-links", at_most: 200, window_minutes: 15 };

/// The person behind a session cookie, with what they hold now: nothing is remembered from the last request, so that an
/// ended role is ended at once. Two statements for most people.
/// # Errors
/// What the database answers.
pub async fn identify(db: &Db, cookie: &str) -> Result<Option<Known>, Fault> {
    let Ok(key) = Key::new(cookie) else { return Ok(None) };
    let look = async |tx: Tx| Ok((queries::find_session(&tx, &key).await?, tx.now()));
    let (Some(found), now) = db.read(&Actor::nobody(), look).await? else { return Ok(None) };
    let life = Lifetime { seen_at: found.seen_at, expires_at: found.expires_at };
    if !life.lasts_at(now) {
        return Ok(None);
    }
    if life.is_to_be_noted_at(now) {
        unless_lacking(db.write(&Actor::nobody(), async |tx| Ok(queries::note_seen(&tx, &key).await?)).await)?;
    }
    let Some(Seen { actor, support, stepped_in }) = seen_with(db, &found).await? else {
        db.write(&Actor::nobody(), async |tx| Ok(queries::show(&tx, &key, None).await?)).await?;
        return Box::pin(identify(db, cookie)).await;
    };
    let scheme = found.scheme.as_deref().and_then(scheme_of).unwrap_or("auto");
    // Somebody invented has nothing to prove anything with; whoever stepped in has proven who they are.
    let stands = stepped_in || Way::from_word(&found.way) == Some(Way::Persona);
    let proof = Proof { at: found.proven_at, stands };
    let me = Me::new(&found.given_name, &found.family_name, &found.organisation);
    let practice = found.practice_until_on.map(|until_on| Practice { until_on, stepped_in });
    let search_key = found.search_key.unwrap_or(true);
    Ok(Some(Known { actor, me, scheme, search_key, proof, support, practice }))
}

/// Whose pages a session shows, and why.
struct Seen {
    actor: Actor,
    support: Option<Support>,
    /// Somebody real acts as somebody of a copy to practise in
    stepped_in: bool,
}

/// With whose eyes the pages are seen: the holder's own, somebody's whom the holder helps, or those of somebody invented
/// in a copy to practise in. None when the right to that is gone, or the person has come to belong elsewhere too.
async fn seen_with(db: &Db, found: &queries::Found) -> Result<Option<Seen>, Fault> {
    let lang = found.lang.as_deref().and_then(Lang::from_tag);
    let actor = persons::actor_of(db, found.person_id, lang).await?;
    if found.holder_id == found.person_id {
        return Ok(Some(Seen { actor: actor.operating(found.operates), support: None, stepped_in: false }));
    }
    let holder = persons::actor_of(db, found.holder_id, None).await?;
    if let Some(of) = found.practice_of_id.filter(|_| found.support_id.is_none()) {
        let may = found.practice_removed_at.is_none() && access::may_practise(&holder, of).is_ok();
        let seen = || Seen { actor: actor.only_at(found.home_id), support: None, stepped_in: true };
        return Ok(may.then(seen));
    }
    let person = db.read(&Actor::nobody(), async |tx| persons::find(&tx, found.person_id).await).await?;
    let may = access::may_help(&holder, &person).is_ok() && access::is_known_at_home_alone(&actor, &person);
    let Some(until) = found.shown_until.filter(|_| may) else { return Ok(None) };
    let zone = found.time_zone.parse().unwrap_or(base::Zone::UTC);
    let support = Support { by: found.holder_id, owner: found.home_id, person: found.person_id, until, zone };
    let actor = actor.only_at(found.home_id).seen_by(found.holder_id);
    Ok(Some(Seen { actor, support: Some(support), stepped_in: false }))
}

/// Counts a try to sign in, from this network address and, when one was typed, for this mail address. A try counts
/// whether or not anybody has the mail address, so that the answer tells nothing about it.
/// # Errors
/// [`SignInError::TooOften`].
pub async fn count_try(db: &Db, address: &str, email: Option<&Email>) -> Result<(), Fault> {
    let admitted = db
        .write(&Actor::nobody(), async |tx| {
            let from = throttle::admit(&tx, throttle::ADDRESS, address).await?;
            match email {
                Some(email) => Ok(throttle::admit(&tx, throttle::ACCOUNT, email.as_str()).await? && from),
                None => Ok(from),
            }
        })
        .await?;
    if admitted { Ok(()) } else { Err(SignInError::TooOften.into()) }
}

/// Sends a link to everybody who has this mail address: one each, since a mailbox may be shared. Whether there is anybody
/// is not told.
/// # Errors
/// What the database answers.
pub async fn ask_for_links(db: &Db, email: &Email, next: Option<&LocalPath>, lang: Lang) -> Result<(), Fault> {
    let people = db.read(&Actor::nobody(), async |tx| Ok(persons::of_email(&tx, email).await?)).await?;
    for person in &people {
        let key = fresh_key()?;
        let lang = person.lang.unwrap_or(lang);
        db.write(&Actor::portal(person.home), async |tx| send_link(&tx, person, &key, next, lang).await).await?;
    }
    Ok(())
}

/// Makes a link for one person and mails it.
/// # Errors
/// What the database answers.
pub async fn send_link(tx: &Tx, person: &Person, key: &Key, next: Option<&LocalPath>, lang: Lang) -> Result<(), Fault> {
    let words = crate::words(lang);
    let zone = organisations::find(tx, person.home).await?.zone;
    let until = kit::format::clock(lang, zone, tx.now() + LINK_MAX);
    queries::add_link(tx, key, person.id, next).await?;
    let mail = Mail {
        owner: person.home,
        person: person.id,
        lang,
        kind: "sign-in-link",
        unique_key: None,
        subject: words.signin_mail_subject().to_string(),
        body: words.signin_mail_body(person.name.given(), person.name.to_string(), until),
        link: Some(Link::opening(words.signin_mail_link(), format!("/login/{}", key.reveal()))),
    };
    mail::send(tx, mail).await?;
    Ok(journal::note(tx, person.home, Event::of("sign-in-link-asked", "person", person.id)).await?)
}

/// Makes a link that signs the person in and hands it to nobody: for another room that has proven them in its own way.
/// # Errors
/// What the database answers.
pub async fn open_way(tx: &Tx, person: PersonId, key: &Key) -> Result<(), Fault> {
    Ok(queries::add_link(tx, key, person, None).await?)
}

/// Whom a link would sign in. Looking changes nothing: mail scanners open links too.
/// # Errors
/// [`SignInError::LinkSpent`].
pub async fn look_at_link(tx: &Tx, link: &Key) -> Result<(HalfSignedIn, Person), Fault> {
    let found = queries::find_link(tx, link).await?.ok_or(SignInError::LinkSpent)?;
    let next = found.next.as_deref().and_then(LocalPath::new);
    let person = persons::find(tx, found.person_id).await?;
    Ok((HalfSignedIn { person: person.id, way: Way::Mail, next }, person))
}

/// Counts a link that opened nothing.
/// # Errors
/// [`SignInError::TooOften`], so that one who tries many is slowed; links that open something are never counted.
pub async fn count_wrong_link(db: &Db, address: &str) -> Result<(), Fault> {
    let admit = async |tx| Ok(throttle::admit(&tx, WRONG_LINKS, address).await?);
    if db.write(&Actor::nobody(), admit).await? { Ok(()) } else { Err(SignInError::TooOften.into()) }
}

/// What the first proof led to.
#[derive(Debug, Clone)]
pub enum Entered {
    /// A session: its key for the cookie, and where the person wanted to go
    Begun(Key, Option<LocalPath>),
    /// The second step, and its key for the cookie. No page takes it for a session
    Half(Key),
}

/// Who comes, from where, and what was there before.
#[derive(Debug, Clone, Copy)]
pub struct Arrival<'a> {
    /// The key of the cookie from before: what it opened is ended
    pub before: Option<&'a Key>,
    /// Browser and system
    pub device: &'a str,
}

/// Uses a link: once, within its time, for the person it was made for. A session from before is ended.
/// # Errors
/// [`SignInError::LinkSpent`].
pub async fn enter_by_link(db: &Db, link: &Key, arrival: Arrival<'_>) -> Result<Entered, Fault> {
    let (half, person) = db.read(&Actor::nobody(), async |tx| look_at_link(&tx, link).await).await?;
    let needs = second::needs(db, person.id).await?;
    let key = fresh_key()?;
    db.write(&Actor::portal(person.home), async |tx| {
        if !queries::use_link(&tx, link).await? {
            return Err(SignInError::LinkSpent.into());
        }
        step_in(&tx, &person, &half, (needs, 1), &key, arrival).await
    })
    .await
}

/// Lets somebody in who has shown a first proof that needs nothing to be used up. Who has shown as much as two factors
/// elsewhere owes no second step.
/// # Errors
/// What the database answers.
pub async fn enter(db: &Db, half: &HalfSignedIn, factors: i32, arrival: Arrival<'_>) -> Result<Entered, Fault> {
    let person = db.read(&Actor::nobody(), async |tx| persons::find(&tx, half.person).await).await?;
    let needs = if factors > 1 { Needs::Nothing } else { second::needs(db, person.id).await? };
    let key = fresh_key()?;
    db.write(&Actor::portal(person.home), async |tx| step_in(&tx, &person, half, (needs, factors), &key, arrival).await)
        .await
}

/// The session, or the second step towards it.
async fn step_in(
    tx: &Tx,
    person: &Person,
    half: &HalfSignedIn,
    (needs, factors): (Needs, i32),
    key: &Key,
    arrival: Arrival<'_>,
) -> Result<Entered, Fault> {
    if needs == Needs::Nothing {
        let new = NewSession { person: person.id, way: half.way, factors, device: arrival.device };
        begin(tx, person, key, new, arrival.before).await?;
        return Ok(Entered::Begun(key.clone(), half.next.clone()));
    }
    let ended = end_before(tx, arrival.before).await?;
    if needs == Needs::NewSecond && credentials::offered_app(tx, person.id).await?.is_none() {
        credentials::offer_app(tx, person.id, &credentials::App::fresh(chance::secret_bytes())).await?;
    }
    queries::add_half(tx, key, half).await?;
    let facts = json!({ "way": half.way.word(), "sessions": ended });
    let event = Event::of("sign-in-half", "person", person.id).with(facts);
    journal::note(tx, person.home, event).await?;
    Ok(Entered::Half(key.clone()))
}

/// Begins a session as somebody of the demo's town.
/// # Errors
/// [`SignInError::NoPersona`].
pub async fn enter_as_persona(db: &Db, email: &str, arrival: Arrival<'_>) -> Result<Key, Fault> {
    let email = Email::new(email)?;
    let people = db.read(&Actor::nobody(), async |tx| Ok(persons::of_email(&tx, &email).await?)).await?;
    let person = people.first().ok_or(SignInError::NoPersona)?;
    let key = fresh_key()?;
    let new = NewSession { person: person.id, way: Way::Persona, factors: 1, device: arrival.device };
    db.write(&Actor::portal(person.home), async |tx| begin(&tx, person, &key, new, arrival.before).await).await?;
    Ok(key)
}

/// Begins a session for somebody whom the caller has proven: the tests' town. Answers the cookie's value.
/// # Errors
/// What the database answers.
pub async fn begin_session(db: &Db, person: PersonId, way: Way) -> Result<String, Fault> {
    let person = db.read(&Actor::nobody(), async |tx| persons::find(&tx, person).await).await?;
    let key = fresh_key()?;
    let new = NewSession { person: person.id, way, factors: 1, device: "" };
    db.write(&Actor::portal(person.home), async |tx| begin(&tx, &person, &key, new, None).await).await?;
    Ok(key.reveal().to_owned())
}

async fn begin(tx: &Tx, person: &Person, key: &Key, new: NewSession<'_>, before: Option<&Key>) -> Result<(), Fault> {
    let ended = end_before(tx, before).await?;
    let session = queries::add_session(tx, key, new).await?;
    let facts = json!({ "way": new.way.word(), "factors": new.factors, "session": session, "sessions": ended });
    Ok(journal::note(tx, person.home, Event::of("signed-in", "person", person.id).with(facts)).await?)
}

/// Ends the session that a browser had before; answers which. A session's row goes when it ends, so the journal names the
/// session where it begins and where it ends: that is what an incident is told from later.
async fn end_before(tx: &Tx, before: Option<&Key>) -> Result<Vec<SessionId>, Fault> {
    let Some(before) = before else { return Ok(vec![]) };
    Ok(queries::end_session(tx, before).await?.into_iter().map(|(session, _)| session).collect())
}

/// Ends a session at once, and tells how it was begun. Ending one that is not there is no fault.
/// # Errors
/// What the database answers.
pub async fn leave(db: &Db, key: &Key) -> Result<Option<Way>, Fault> {
    let holder = db.read(&Actor::nobody(), async |tx| Ok(queries::find_session(&tx, key).await?)).await?;
    let Some(holder) = holder else { return Ok(None) };
    let person = db.read(&Actor::nobody(), async |tx| persons::find(&tx, holder.person_id).await).await?;
    db.write(&Actor::portal(person.home), async |tx| {
        let Some((session, way)) = queries::end_session(&tx, key).await? else { return Ok(None) };
        let event = Event::of("signed-out", "person", person.id).with(json!({ "sessions": [session] }));
        journal::note(&tx, person.home, event).await?;
        Ok(Some(way))
    })
    .await
}

/// A fresh value for a session.
/// # Errors
/// None that happens: chance is always written in hex.
pub fn fresh_key() -> Result<Key, SignInError> {
    Key::new(&chance::secret_hex(Key::BYTES))
}
