//! What people do with their feed, and what a calendar program gets.

use base::{Moment, PersonId};
use kit::actor::Actor;
use kit::db::{Db, Tx};
use kit::fault::{Fault, unless_lacking};
use kit::journal::{self, Event};
use kit::mail::{self, Link, Mail};
use kit::throttle::{self, Limit};
use serde_json::json;

use super::model::{Asked, Feed, Happening, Source, Window, chosen, key_of};
use super::{access, queries};
use crate::persons::{self, Person};
use crate::signin::{Key, SignInError};
use crate::{Words, organisations};

/// Addresses that open no feed, from one network address. Counted for themselves: programs go on asking for feeds that
/// have ended, and that must not keep a campus from its sign-in links.
const WRONG_FEEDS: Limit = Limit { name: "wrong-feeds", at_most: 200, window_minutes: 15 };

/// One's own feed.
/// # Errors
/// When nobody is signed in.
pub async fn own(tx: &Tx) -> Result<Option<Feed>, Fault> {
    let oneself = access::may_keep_own(tx.actor())?;
    Ok(queries::own(tx, oneself).await?)
}

/// Makes an address of one's own feed. The one from before opens nothing from now on; the person is told.
/// # Errors
/// [`kit::fault::Denied`] for everybody but the person.
pub async fn make(db: &Db, actor: &Actor, key: &Key) -> Result<(), Fault> {
    let oneself = access::may_keep_own(actor)?;
    let person = db.read(actor, async |tx| persons::find_oneself(&tx).await).await?;
    db.write(&Actor::portal(person.home), async |tx| {
        let before = queries::own(&tx, oneself).await?;
        queries::keep(&tx, oneself, key).await?;
        note(&tx, &person, if before.is_some() { Change::Renewed } else { Change::Made }).await
    })
    .await
}

/// Stops one's own feed. There being none is no fault.
/// # Errors
/// [`kit::fault::Denied`] for everybody but the person.
pub async fn stop(db: &Db, actor: &Actor) -> Result<(), Fault> {
    let oneself = access::may_keep_own(actor)?;
    let person = db.read(actor, async |tx| persons::find_oneself(&tx).await).await?;
    db.write(&Actor::portal(person.home), async |tx| {
        if queries::remove(&tx, oneself.id()).await? { note(&tx, &person, Change::Stopped).await } else { Ok(()) }
    })
    .await
}

/// Ends a person's feed with all else that lets them in. Whoever calls has proven the right to and writes it down.
/// # Errors
/// What the database answers.
pub async fn end(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    Ok(queries::remove(tx, person).await.map(drop)?)
}

#[derive(Clone, Copy)]
enum Change {
    Made,
    Renewed,
    Stopped,
}

impl Change {
    fn event(self) -> &'static str {
        match self {
            Self::Made => "calendar-made",
            Self::Renewed => "calendar-renewed",
            Self::Stopped => "calendar-stopped",
        }
    }

    fn told(self, words: &Words) -> String {
        match self {
            Self::Made => words.calendar_told_made().to_string(),
            Self::Renewed => words.calendar_told_renewed().to_string(),
            Self::Stopped => words.calendar_told_stopped().to_string(),
        }
    }
}

/// Writes the change down and mails it, so that nobody opens another's calendar to themselves unseen.
async fn note(tx: &Tx, person: &Person, change: Change) -> Result<(), Fault> {
    let event = Event::of(change.event(), "person", person.id).with(json!({ "by": person.id }));
    journal::note(tx, person.home, event).await?;
    let home = organisations::find(tx, person.home).await?;
    let lang = person.lang.unwrap_or(home.lang);
    let words = crate::words(lang);
    let mail = Mail {
        owner: person.home,
        person: person.id,
        lang,
        kind: "calendar-changed",
        unique_key: None,
        subject: words.calendar_told_subject().to_string(),
        body: words.calendar_told_body(person.name.given(), home.contact.email, change.told(words)),
        link: Some(Link::to(words.calendar_told_link(), "/me/calendar")),
    };
    mail::send(tx, mail).await?;
    Ok(())
}

/// A feed that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// Whose
    pub person: PersonId,
    /// What it holds now
    pub happenings: Vec<Happening>,
    /// When it was read
    pub at: Moment,
}

/// What an address opens now: what its owner may see today, and nothing from the moment on when they have left or their
/// data is put away. None for every address that opens nothing, whyever that is.
/// # Errors
/// What the database answers.
pub async fn open(db: &Db, file: &str, sources: &[Source]) -> Result<Option<Opened>, Fault> {
    let Some(key) = key_of(file) else { return Ok(None) };
    let found = db.read(&Actor::nobody(), async |tx| Ok(queries::find(&tx, &key).await?)).await?;
    let Some(feed) = found else { return Ok(None) };
    let actor = persons::actor_of(db, feed.person, None).await?;
    if access::is_read_for(&actor).is_none() {
        return Ok(None);
    }
    let Some(opened) = db.read(&actor, async |tx| held(&tx, sources).await).await? else { return Ok(None) };
    if feed.is_to_be_noted_at(opened.at) {
        let note = async |tx: Tx| Ok(queries::note_read(&tx, &key).await?);
        unless_lacking(db.write(&Actor::nobody(), note).await)?;
    }
    Ok(Some(opened))
}

async fn held(tx: &Tx, sources: &[Source]) -> Result<Option<Opened>, Fault> {
    if persons::is_put_away(tx).await? {
        return Ok(None);
    }
    let person = persons::find_oneself(tx).await?;
    let lang = match person.lang {
        Some(lang) => lang,
        None => organisations::find(tx, person.home).await?.lang,
    };
    let window = Window::around(tx.now());
    let asked = Asked { lang, window, is_protected: person.is_protected };
    let mut all = vec![];
    for source in sources {
        all.extend(source(tx, asked).await?);
    }
    Ok(Some(Opened { person: person.id, happenings: chosen(all, window, tx.now()), at: tx.now() }))
}

/// Counts an address that opened nothing.
/// # Errors
/// [`SignInError::TooOften`], so that one who tries many is slowed; addresses that open a feed are never counted.
pub async fn count_wrong(db: &Db, address: &str) -> Result<(), Fault> {
    let admit = async |tx| Ok(throttle::admit(&tx, WRONG_FEEDS, address).await?);
    if db.write(&Actor::nobody(), admit).await? { Ok(()) } else { Err(SignInError::TooOften.into()) }
}
