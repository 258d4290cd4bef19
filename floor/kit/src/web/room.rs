//! How many requests are worked on at once. Some more wait a little for their turn; whoever comes then is told when to come
//! again, and keeps their turn until they do. Handing in, signing in and out, and bringing files have places of their
//! own, so that a crowd of readers keeps nobody from them, and no organisation takes all places.

use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base::{Lang, OrganisationId};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::timeout;

use crate::settings::Limits;

/// Of every so many places, one organisation holds all but one at most.
const SHARE: usize = 4;
/// Of so many who came last, the turn, the language and the organisation are remembered; of as many before them, perhaps.
const REMEMBERED: usize = 20_000;

/// No form holds more of what was sent, whatever is sent, in kibibytes: the rest is let go as it comes.
const BODY_KIB_MAX: u32 = 60 * 1024;

/// What a request is for, as far as places go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lane {
    /// Everything else
    Usual,
    /// Something is handed in that has a deadline
    Handing,
    /// Somebody signs in or proves who they are: slow by intent, and what is typed is secret
    Entering,
    /// Somebody leaves, or watches over the portal
    Leaving,
    /// A file comes, over a line that may be slow
    Bringing,
    /// Somebody watches over the process: it does next to no work, asks nobody who it is, and takes no place
    Free,
}

impl Lane {
    /// Those that have places.
    const ALL: [Self; 5] = [Self::Usual, Self::Handing, Self::Entering, Self::Leaving, Self::Bringing];

    /// Places of the lane, where the usual one has `at_once`.
    fn seats(self, at_once: usize) -> usize {
        match self {
            Self::Usual => at_once,
            Self::Handing | Self::Entering | Self::Bringing => (at_once / 4).max(1),
            Self::Leaving => (at_once / 16).max(1),
            Self::Free => 0,
        }
    }
}

/// The places of one process.
pub struct Room {
    lanes: HashMap<Lane, Arc<Places>>,
    /// Each organisation's part of the usual places, made when somebody of it first comes
    shares: Mutex<HashMap<OrganisationId, Arc<Places>>>,
    share: usize,
    /// Memory for bodies, in kibibytes
    memory: Arc<Semaphore>,
    memory_kib: u32,
    waiting_max: usize,
    patience: Duration,
    arrivals: AtomicU64,
    /// Sessions and tokens are remembered by a hash that means nothing outside this process
    hasher: RandomState,
    turns: Mutex<Remembered<u64>>,
    regulars: Mutex<Remembered<Regular>>,
}

/// What is remembered of somebody who was here before, so that it is known before the database is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regular {
    /// Their language
    pub lang: Lang,
    /// Where they work or study
    pub organisation: Option<OrganisationId>,
}

/// Somebody at the door.
#[derive(Debug, Clone, Copy)]
pub struct Guest {
    key: Option<u64>,
    turn: Turn,
    /// What is remembered of them
    pub regular: Option<Regular>,
}

/// Earlier ones come first: by when they first came, then by when they came now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Turn {
    since: u64,
    arrival: u64,
}

/// A place, held until it is dropped.
#[derive(Debug)]
pub struct Place {
    share: Option<(OrganisationId, Seat)>,
    _seat: Seat,
}

/// Memory that a body may take, until it is dropped.
#[derive(Debug)]
pub struct Held(#[expect(dead_code, reason = "held, and given back when it is dropped")] OwnedSemaphorePermit);

/// Too many are here at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

impl Room {
    /// As many places as the limits say.
    pub fn of(limits: &Limits) -> Self {
        let number = |limit: u32| usize::try_from(limit).unwrap_or(usize::MAX);
        let (at_once, waiting_max) = (number(limits.at_once), number(limits.waiting));
        let places = |lane: Lane| (lane, Places::new(lane.seats(at_once), waiting_max));
        Self {
            lanes: Lane::ALL.into_iter().map(places).collect(),
            shares: Mutex::default(),
            share: (at_once - at_once / SHARE).max(1),
            memory: Arc::new(Semaphore::new(number(limits.files_mebibytes) * 1024)),
            memory_kib: limits.files_mebibytes.saturating_mul(1024),
            waiting_max,
            patience: Duration::from_secs(u64::from(limits.wait_seconds)),
            arrivals: AtomicU64::new(0),
            hasher: RandomState::new(),
            turns: Mutex::default(),
            regulars: Mutex::default(),
        }
    }

    /// Somebody comes, with the session or the token they show. Nobody has checked it yet: only one that was good when it
    /// came before is known here, and has a turn from then. Whoever shows another, or none, stands in the line like
    /// everybody else.
    pub fn greet(&self, shown: Option<&str>) -> Guest {
        let arrival = self.arrivals.fetch_add(1, Ordering::Relaxed);
        let key = shown.map(|shown| self.hasher.hash_one(shown));
        let since = key.and_then(|key| locked(&self.turns).get(key)).unwrap_or(arrival);
        let regular = key.and_then(|key| locked(&self.regulars).get(key));
        Guest { key, turn: Turn { since, arrival }, regular }
    }

    /// A place, at once or after a short wait. Whoever is known and finds none keeps their turn.
    /// # Errors
    /// [`Full`] when too many wait already, or the wait was too long.
    pub async fn enter(&self, lane: Lane, guest: &Guest) -> Result<Place, Full> {
        let organisation = guest.regular.and_then(|regular| regular.organisation);
        let found = timeout(self.patience, self.place(lane, guest.turn, organisation)).await;
        self.remember_turn(guest, found.unwrap_or(Err(Full)))
    }

    /// Memory for the body of a request in this lane, at once or after a short wait: only where files are brought may it be
    /// large. A body that does not tell its length takes as much as the largest form.
    /// # Errors
    /// [`Full`] when the wait was too long.
    pub async fn hold(&self, lane: Lane, bytes: Option<u64>) -> Result<Option<Held>, Full> {
        if lane != Lane::Bringing {
            return Ok(None);
        }
        let kib = bytes.map_or(BODY_KIB_MAX, |bytes| u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX));
        let kib = kib.min(BODY_KIB_MAX).min(self.memory_kib);
        let held = timeout(self.patience, self.memory.clone().acquire_many_owned(kib)).await;
        Ok(Some(Held(held.map_err(|_| Full)?.map_err(|_| Full)?)))
    }

    /// The same place now that it is known who has it. Whoever turns out to belong to an organisation takes one of its
    /// places, and waits again when it holds all it may.
    /// # Errors
    /// As [`Room::enter`].
    pub async fn know(&self, place: Place, lane: Lane, guest: &Guest, regular: Regular) -> Result<Place, Full> {
        if let Some(key) = guest.key.filter(|_| guest.regular != Some(regular)) {
            locked(&self.regulars).put(key, regular);
        }
        let Some(organisation) = regular.organisation.filter(|_| lane == Lane::Usual) else { return Ok(place) };
        if place.share.as_ref().is_some_and(|(held, _)| *held == organisation) {
            return Ok(place);
        }
        if let Some(seat) = self.share(organisation).try_enter() {
            return Ok(Place { share: Some((organisation, seat)), ..place });
        }
        drop(place); // others need not wait for this organisation
        self.enter(lane, &Guest { regular: Some(regular), ..*guest }).await
    }

    async fn place(&self, lane: Lane, turn: Turn, organisation: Option<OrganisationId>) -> Result<Place, Full> {
        let share = match organisation.filter(|_| lane == Lane::Usual) {
            Some(organisation) => Some((organisation, self.share(organisation).enter(turn).await?)),
            None => None,
        };
        let places = self.lanes.get(&lane).ok_or(Full)?;
        Ok(Place { share, _seat: places.enter(turn).await? })
    }

    fn share(&self, organisation: OrganisationId) -> Arc<Places> {
        let mut shares = locked(&self.shares);
        shares.entry(organisation).or_insert_with(|| Places::new(self.share, self.waiting_max)).clone()
    }

    fn remember_turn(&self, guest: &Guest, found: Result<Place, Full>) -> Result<Place, Full> {
        // Anybody can make up keys: those would push the turns of people out, and be turns themselves.
        let Some(key) = guest.key.filter(|_| guest.regular.is_some()) else { return found };
        let mut turns = locked(&self.turns);
        match found {
            Ok(_) => turns.forget(key),
            Err(Full) => turns.put(key, guest.turn.since),
        }
        found
    }
}

/// Some places, and the line before them.
#[derive(Debug)]
struct Places {
    line: Mutex<Line>,
    waiting_max: usize,
}

/// While a place is free, nobody waits.
#[derive(Debug)]
struct Line {
    free: usize,
    waiting: BTreeMap<Turn, oneshot::Sender<Seat>>,
}

/// One of the places; when it is dropped, the first in the line has it.
#[derive(Debug)]
struct Seat(Arc<Places>);

impl Places {
    fn new(free: usize, waiting_max: usize) -> Arc<Self> {
        Arc::new(Self { line: Mutex::new(Line { free, waiting: BTreeMap::new() }), waiting_max })
    }

    fn try_enter(self: &Arc<Self>) -> Option<Seat> {
        let mut line = locked(&self.line);
        line.free = line.free.checked_sub(1)?;
        Some(Seat(self.clone()))
    }

    async fn enter(self: &Arc<Self>, turn: Turn) -> Result<Seat, Full> {
        if let Some(seat) = self.try_enter() {
            return Ok(seat);
        }
        let coming = self.stand_in_line(turn)?;
        let _standing = Standing { places: self, turn };
        match coming {
            Coming::Now(seat) => Ok(seat),
            Coming::Later(seat) => seat.await.map_err(|_| Full),
        }
    }

    /// Whoever came first stands before those who came later, and when the line is full, the last of it goes.
    fn stand_in_line(self: &Arc<Self>, turn: Turn) -> Result<Coming, Full> {
        let mut line = locked(&self.line);
        if let Some(free) = line.free.checked_sub(1) {
            line.free = free;
            return Ok(Coming::Now(Seat(self.clone())));
        }
        if line.waiting.len() >= self.waiting_max {
            let last = line.waiting.last_entry().filter(|last| *last.key() > turn).ok_or(Full)?;
            last.remove(); // it hears so at once
        }
        let (give, coming) = oneshot::channel();
        line.waiting.insert(turn, give);
        Ok(Coming::Later(coming))
    }
}

enum Coming {
    Now(Seat),
    Later(oneshot::Receiver<Seat>),
}

/// Leaves the line however the wait ends: also when the reader has gone.
struct Standing<'a> {
    places: &'a Places,
    turn: Turn,
}

impl Drop for Standing<'_> {
    fn drop(&mut self) {
        locked(&self.places.line).waiting.remove(&self.turn);
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let next = {
            let mut line = locked(&self.0.line);
            let next = line.waiting.pop_first();
            line.free += usize::from(next.is_none());
            next
        };
        if let Some((_, next)) = next {
            // Who has just gone does not take it: it comes back, is dropped, and goes to the one after.
            let _refused = next.send(Seat(self.0.clone()));
        }
    }
}

/// What was put last, within bounds: when the newer half is full, the older half is forgotten.
struct Remembered<T> {
    newer: HashMap<u64, T>,
    older: HashMap<u64, T>,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self { newer: HashMap::new(), older: HashMap::new() }
    }
}

impl<T: Copy> Remembered<T> {
    fn get(&self, key: u64) -> Option<T> {
        self.newer.get(&key).or_else(|| self.older.get(&key)).copied()
    }

    fn put(&mut self, key: u64, value: T) {
        if self.newer.len() >= REMEMBERED {
            self.older = std::mem::take(&mut self.newer);
        }
        self.newer.insert(key, value);
    }

    fn forget(&mut self, key: u64) {
        self.newer.remove(&key);
        self.older.remove(&key);
    }
}

/// What stands behind the lock is whole after each step, also when somebody panicked.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use base::Id;
    use futures_util::poll;
    use uuid::Uuid;

    use super::*;

    fn room(at_once: u32, waiting: u32) -> Room {
        Room::of(&Limits { at_once, waiting, wait_seconds: 60, ..Limits::default() })
    }

    fn of(organisation: u128) -> Regular {
        Regular { lang: Lang::Nn, organisation: Some(OrganisationId::from_uuid(Uuid::from_u128(organisation))) }
    }

    async fn enter(room: &Room, lane: Lane) -> Result<Place, Full> {
        room.enter(lane, &room.greet(None)).await
    }

    #[tokio::test]
    async fn who_finds_no_place_waits_and_who_finds_no_room_to_wait_is_told_at_once() {
        let room = room(2, 1);
        let first = enter(&room, Lane::Usual).await.unwrap();
        let second = enter(&room, Lane::Usual).await.unwrap();
        let mut waits = Box::pin(enter(&room, Lane::Usual));
        assert!(poll!(&mut waits).is_pending());
        assert_eq!(enter(&room, Lane::Usual).await.unwrap_err(), Full);
        for lane in [Lane::Handing, Lane::Entering, Lane::Leaving, Lane::Bringing] {
            enter(&room, lane).await.unwrap();
        }
        drop(first);
        let third = waits.await.unwrap();
        drop((second, third));
        let _both = (enter(&room, Lane::Usual).await.unwrap(), enter(&room, Lane::Usual).await.unwrap());
    }

    #[tokio::test]
    async fn what_files_take_is_bounded_and_given_back() {
        let limits = Limits { files_mebibytes: 64, wait_seconds: 60, ..Limits::default() };
        let room = Room::of(&limits);
        assert!(room.hold(Lane::Usual, Some(u64::MAX)).await.unwrap().is_none());
        let untold = room.hold(Lane::Bringing, None).await.unwrap(); // 60 of 64
        let small = room.hold(Lane::Bringing, Some(3 << 20)).await.unwrap();
        let mut large = Box::pin(room.hold(Lane::Bringing, Some(u64::MAX)));
        assert!(poll!(&mut large).is_pending());
        drop(small);
        assert!(poll!(&mut large).is_pending());
        drop(untold);
        assert!(large.await.unwrap().is_some());
        let hurried = Room::of(&Limits { wait_seconds: 0, ..limits });
        let _all = hurried.hold(Lane::Bringing, None).await.unwrap();
        assert_eq!(hurried.hold(Lane::Bringing, None).await.unwrap_err(), Full);
    }

    #[tokio::test]
    async fn who_goes_while_waiting_takes_no_place_along() {
        let room = room(1, 2);
        let held = enter(&room, Lane::Usual).await.unwrap();
        let (mut gone, mut stays) = (Box::pin(enter(&room, Lane::Usual)), Box::pin(enter(&room, Lane::Usual)));
        assert!(poll!(&mut gone).is_pending() && poll!(&mut stays).is_pending());
        drop(held); // the place is on its way to the one who goes now
        drop(gone);
        let held = stays.await.unwrap();
        let mut last = Box::pin(enter(&room, Lane::Usual));
        assert!(poll!(&mut last).is_pending());
        drop(last);
        drop(held);
        enter(&room, Lane::Usual).await.unwrap();
    }

    /// Somebody whose session was good.
    async fn comes_and_goes(room: &Room, session: &str) {
        let guest = room.greet(Some(session));
        let place = room.enter(Lane::Usual, &guest).await.unwrap();
        drop(room.know(place, Lane::Usual, &guest, Regular { lang: Lang::Nn, organisation: None }).await.unwrap());
    }

    #[tokio::test]
    async fn a_session_that_nobody_has_checked_is_remembered_no_turn() {
        let room = room(1, 0);
        let held = enter(&room, Lane::Usual).await.unwrap();
        for made_up in 0..3 {
            let guest = room.greet(Some(&format!("made up {made_up}")));
            assert_eq!(room.enter(Lane::Usual, &guest).await.unwrap_err(), Full);
        }
        let again = room.greet(Some("made up 0"));
        assert_eq!(again.turn.since, again.turn.arrival);
        assert!(locked(&room.turns).newer.is_empty());
        drop(held);
    }

    #[tokio::test]
    async fn who_was_told_to_come_again_comes_before_those_who_came_after() {
        let room = room(1, 1);
        comes_and_goes(&room, "a session").await;
        let held = enter(&room, Lane::Usual).await.unwrap();
        let mut waits = Box::pin(enter(&room, Lane::Usual));
        assert!(poll!(&mut waits).is_pending());
        let told = room.greet(Some("a session"));
        assert_eq!(room.enter(Lane::Usual, &told).await.unwrap_err(), Full);
        drop((waits, held));
        let held = enter(&room, Lane::Usual).await.unwrap();
        let mut later = Box::pin(enter(&room, Lane::Usual));
        assert!(poll!(&mut later).is_pending());
        let again = room.greet(Some("a session"));
        let mut again = Box::pin(room.enter(Lane::Usual, &again));
        assert!(poll!(&mut again).is_pending());
        assert_eq!(later.await.unwrap_err(), Full, "the last of the line makes room");
        drop(held);
        drop(again.await.unwrap());
        let next = room.greet(Some("a session"));
        assert_eq!(next.turn.since, next.turn.arrival, "a turn is used once");
    }

    #[tokio::test]
    async fn one_organisation_leaves_places_for_others_and_its_crowd_stands_in_a_line_of_its_own() {
        let room = room(4, 2);
        let mut held = vec![];
        for number in 0..3 {
            let guest = room.greet(Some(&format!("{number}")));
            let place = room.enter(Lane::Usual, &guest).await.unwrap();
            held.push(room.know(place, Lane::Usual, &guest, of(1)).await.unwrap());
        }
        let unknown = room.greet(Some("of the first"));
        let place = room.enter(Lane::Usual, &unknown).await.unwrap();
        let mut waits = Box::pin(room.know(place, Lane::Usual, &unknown, of(1)));
        assert!(poll!(&mut waits).is_pending());
        let known = room.greet(Some("0"));
        assert_eq!(known.regular, Some(of(1)));
        let mut behind = Box::pin(room.enter(Lane::Usual, &known));
        assert!(poll!(&mut behind).is_pending());
        let crowd = room.greet(Some("1"));
        assert_eq!(room.enter(Lane::Usual, &crowd).await.unwrap_err(), Full);
        // Somebody else finds a place all the while, and handing in knows no shares.
        let other = room.greet(Some("of another"));
        let place = room.enter(Lane::Usual, &other).await.unwrap();
        drop(room.know(place, Lane::Usual, &other, of(2)).await.unwrap());
        let handing = room.enter(Lane::Handing, &known).await.unwrap();
        room.know(handing, Lane::Handing, &known, of(1)).await.unwrap();
        held.pop();
        waits.await.unwrap();
        behind.await.unwrap();
    }

    #[test]
    fn what_is_remembered_has_an_end() {
        let mut remembered = Remembered::default();
        for key in 0..3 * REMEMBERED as u64 {
            remembered.put(key, key);
        }
        assert!(remembered.newer.len() + remembered.older.len() <= 2 * REMEMBERED);
        let newest = 3 * REMEMBERED as u64 - 1;
        assert_eq!((remembered.get(0), remembered.get(newest)), (None, Some(newest)));
        remembered.forget(newest);
        assert_eq!(remembered.get(newest), None);
    }
}
