//! What a feed is, what stands in it, and how it is written.

use std::collections::HashSet;
use std::future::Future;
use std::pin::Pin;

use base::{Date, Lang, Moment, PersonId};
use chrono::{Days, TimeDelta};
use icalendar::{Calendar, Class, Component, Event, EventLike};
use kit::db::Tx;
use kit::fault::Fault;
use sha2::{Digest, Sha256};

use crate::signin::Key;

/// How far back a feed reaches.
pub const BACK: TimeDelta = TimeDelta::days(366);
/// How far ahead.
pub const AHEAD: TimeDelta = TimeDelta::days(2 * 366);
/// A feed holds at most so many happenings: those nearest to today.
pub const HAPPENINGS_MAX: usize = 300;
/// Readings are noted at most this often, so that programs that ask every few minutes seldom write.
pub const READ_EVERY: TimeDelta = TimeDelta::hours(1);
/// How often a program is advised to read again.
const AGAIN: TimeDelta = TimeDelta::hours(6);
/// What the file is called, and how its address ends.
pub const SUFFIX: &str = ".ics";
/// Hex digits of what tells two happenings apart: 128 bits.
const UID_DIGITS: usize = 32;

/// What opens a feed, from the last part of its address; none when nothing like it was ever given out.
pub fn key_of(file: &str) -> Option<Key> {
    Key::new(file.strip_suffix(SUFFIX)?).ok()
}

/// Where a feed is read.
pub fn path_of(key: &Key) -> String {
    format!("/calendar/{}{SUFFIX}", key.reveal())
}

/// A feed as its owner sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feed {
    /// Whose
    pub person: PersonId,
    /// Since when this address opens it
    pub made_at: Moment,
    /// When a program last read it, to within an hour
    pub read_at: Option<Moment>,
}

impl Feed {
    /// Whether a reading now is to be noted.
    pub fn is_to_be_noted_at(&self, now: Moment) -> bool {
        self.read_at.is_none_or(|read| now - read >= READ_EVERY)
    }
}

/// The time that a feed tells about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Nothing that was over before
    pub from: Moment,
    /// Nothing that begins after
    pub until: Moment,
}

impl Window {
    /// The time around a moment.
    pub fn around(now: Moment) -> Self {
        Self { from: now - BACK, until: now + AHEAD }
    }

    /// Its first day.
    pub fn from_on(&self) -> Date {
        self.from.date_naive()
    }

    /// Its last day.
    pub fn until_on(&self) -> Date {
        self.until.date_naive()
    }

    /// Whether something falls into it.
    pub fn holds(&self, when: When) -> bool {
        match when {
            When::At(at) => self.from <= at && at <= self.until,
            When::Days { from_on, until_on } => self.from_on() <= until_on && from_on <= self.until_on(),
        }
    }
}

/// When something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At one moment
    At(Moment),
    /// On whole days, the last one included
    Days {
        /// First day
        from_on: Date,
        /// Last day
        until_on: Date,
    },
}

impl When {
    /// How far it is from a moment; nothing while it lasts.
    fn distance_from(self, now: Moment) -> TimeDelta {
        let (from, until) = self.ends();
        (from - now).max(now - until).max(TimeDelta::zero())
    }

    /// Its first and its last moment, days taken as those of UTC: for the order alone.
    fn ends(self) -> (Moment, Moment) {
        let midnight = |on: Date| on.and_time(chrono::NaiveTime::MIN).and_utc();
        match self {
            Self::At(at) => (at, at),
            Self::Days { from_on, until_on } => (midnight(from_on), midnight(day_after(until_on))),
        }
    }
}

fn day_after(on: Date) -> Date {
    on.checked_add_days(Days::new(1)).unwrap_or(on)
}

/// One entry of a feed. Names of people have no place in it: calendars are shared, and kept by whoever runs the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// What it is, always the same for the same thing, so that a change moves an entry and adds none
    pub key: String,
    /// What happens: "Wishes close: Autumn 2027"
    pub title: String,
    /// What it is about; may be empty
    pub text: String,
    /// When
    pub when: When,
    /// The page of the portal that tells more
    pub href: String,
}

/// What a feed asks a wing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// In which language
    pub lang: Lang,
    /// About which time
    pub window: Window,
    /// Whose name and address are protected is told in no calendar where to be
    pub is_protected: bool,
}

/// Tells what of one wing belongs into the calendar of the transaction's actor. A bounded number of statements.
pub type Source = for<'a> fn(&'a Tx, Asked) -> Pin<Box<dyn Future<Output = Result<Vec<Happening>, Fault>> + Send + 'a>>;

/// Every wing's source.
pub struct Sources(pub Vec<Source>);

/// What a feed holds: each thing once, within its time, those nearest to now when there are too many; in order of time.
pub fn chosen(mut all: Vec<Happening>, window: Window, now: Moment) -> Vec<Happening> {
    let mut seen = HashSet::new();
    all.retain(|one| window.holds(one.when) && seen.insert(one.key.clone()));
    all.sort_by_cached_key(|one| (one.when.distance_from(now), one.key.clone()));
    all.truncate(HAPPENINGS_MAX);
    all.sort_by_cached_key(|one| (one.when.ends(), one.key.clone()));
    all
}

/// A feed as RFC 5545 writes it; lines are folded and texts escaped by the library.
pub fn written(person: PersonId, happenings: &[Happening], base_url: &str, now: Moment) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Fotfeste//Calendar//EN"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .name("Fotfeste")
        .ttl(&AGAIN);
    for one in happenings {
        calendar.push(event(person, one, base_url, now));
    }
    calendar.to_string()
}

fn event(person: PersonId, one: &Happening, base_url: &str, now: Moment) -> Event {
    let mut event = Event::with_uid(&uid(person, &one.key));
    event.timestamp(now).summary(&plain(&one.title)).class(Class::Private);
    if !one.text.is_empty() {
        event.description(&plain(&one.text));
    }
    match one.when {
        When::At(at) => event.starts(at),
        // The last day of such an entry is the first that does not belong to it.
        When::Days { from_on, until_on } => event.starts(from_on).ends(day_after(until_on)),
    };
    // Nobody is booked by a deadline, nor for six whole weeks.
    event.add_property("TRANSP", "TRANSPARENT").url(&format!("{}{}", base_url.trim_end_matches('/'), one.href));
    event.done()
}

/// What tells an entry from all others anywhere, the same in every address the person ever had.
fn uid(person: PersonId, key: &str) -> String {
    let mut digits = hex::encode(Sha256::digest(format!("{person}\n{key}")));
    digits.truncate(UID_DIGITS);
    digits
}

/// The text without signs that some programs take for the end of a line.
fn plain(text: &str) -> String {
    text.chars().filter(|sign| *sign == '\n' || !sign.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use base::Id;
    use uuid::Uuid;

    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    fn happening(key: &str, when: When) -> Happening {
        Happening { key: key.into(), title: key.into(), text: String::new(), when, href: "/".into() }
    }

    #[test]
    fn a_feed_is_written_with_folded_lines_and_escaped_texts() {
        let when = When::Days { from_on: "2027-03-08".parse().unwrap(), until_on: "2027-04-18".parse().unwrap() };
        let mine = Happening {
            title: "Praksis: Ægir; avdeling 1, \\Sør\\ og enda litt til så linjen blir for lang".into(),
            text: "Første\r\nAndre\u{b}BEGIN:VEVENT".into(),
            href: "/my/placement".into(),
            ..happening("placement", when)
        };
        let deadline = happening("close", When::At(at("2027-02-10T14:00:00Z")));
        let person = PersonId::from_uuid(Uuid::from_u128(7));
        let told = written(person, &[deadline, mine], "https://portal.example/", at("2027-02-01T08:00:00.5Z"));
        let lines: Vec<&str> = told.split("\r\n").collect();
        assert_eq!(
            lines,
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Fotfeste//Calendar//EN",
                "CALSCALE:GREGORIAN",
                "NAME:Fotfeste",
                "X-WR-CALNAME:Fotfeste",
                "REFRESH-INTERVAL;VALUE=DURATION:PT21600S",
                "X-PUBLISHED-TTL:PT21600S",
                "BEGIN:VEVENT",
                "CLASS:PRIVATE",
                "DTSTAMP:20270201T080000Z",
                "DTSTART:20270210T140000Z",
                "SUMMARY:close",
                "TRANSP:TRANSPARENT",
                &format!("UID:{}", uid(person, "close")),
                "URL:https://portal.example/",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "CLASS:PRIVATE",
                "DESCRIPTION:Første\\nAndreBEGIN:VEVENT",
                "DTEND;VALUE=DATE:20270419",
                "DTSTAMP:20270201T080000Z",
                "DTSTART;VALUE=DATE:20270308",
                "SUMMARY:Praksis: Ægir\\; avdeling 1\\, \\\\Sør\\\\ og enda litt til så linjen ",
                " blir for lang",
                "TRANSP:TRANSPARENT",
                &format!("UID:{}", uid(person, "placement")),
                "URL:https://portal.example/my/placement",
                "END:VEVENT",
                "END:VCALENDAR",
                "",
            ]
        );
        assert!(lines.iter().all(|line| line.len() <= 75), "a line is at most 75 octets long");
    }

    #[test]
    fn an_entry_is_the_same_in_every_address_and_another_for_every_person() {
        let person = |number| PersonId::from_uuid(Uuid::from_u128(number));
        assert_eq!(uid(person(1), "a"), uid(person(1), "a"));
        assert_ne!(uid(person(1), "a"), uid(person(2), "a"));
        assert_ne!(uid(person(1), "a"), uid(person(1), "b"));
        assert_eq!(uid(person(1), "a").len(), UID_DIGITS);
    }

    #[test]
    fn a_feed_holds_each_thing_once_within_its_time_and_what_is_nearest_when_there_is_too_much() {
        let now = at("2027-02-01T08:00:00Z");
        let window = Window::around(now);
        let days = |from_on: &str, until_on: &str| When::Days {
            from_on: from_on.parse().unwrap(),
            until_on: until_on.parse().unwrap(),
        };
        let all = vec![
            happening("soon", When::At(now + TimeDelta::days(1))),
            happening("over", When::At(now - BACK - TimeDelta::seconds(1))),
            happening("first", When::At(now - BACK)),
            happening("last", When::At(now + AHEAD)),
            happening("far", When::At(now + AHEAD + TimeDelta::seconds(1))),
            happening("soon", When::At(now + TimeDelta::days(2))),
            happening("lasts", days("2025-01-01", "2026-02-01")),
            happening("ended", days("2025-01-01", "2026-01-30")),
        ];
        let keys = |all: Vec<Happening>| all.into_iter().map(|one| one.key).collect::<Vec<_>>();
        assert_eq!(keys(chosen(all, window, now)), ["lasts", "first", "soon", "last"]);
        let many = (0..400).map(|day| happening(&format!("{day:03}"), When::At(now + TimeDelta::days(day - 50))));
        let kept = keys(chosen(many.collect(), window, now));
        assert_eq!((kept.len(), kept[0].as_str(), kept[299].as_str()), (HAPPENINGS_MAX, "000", "299"));
    }

    #[test]
    fn an_address_ends_as_calendars_do_and_nothing_else_opens_anything() {
        let key = Key::new(&"0f".repeat(32)).unwrap();
        let path = path_of(&key);
        let file = path.strip_prefix("/calendar/").unwrap();
        assert_eq!(key_of(file), Some(key));
        for wrong in ["", ".ics", &"0f".repeat(32), &file.to_uppercase(), &format!("{file}.ics"), &file[1..]] {
            assert_eq!(key_of(wrong), None, "{wrong}");
        }
    }
}
