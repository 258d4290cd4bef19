//! Grounds turned into sentences and pictures, in the reader's language.

use base::Lang;
use kit::figures::{Queue as Picture, QueueView};
use kit::format;
use kit::parts::{Icon, Tag};

use super::{Check, Decision, Kind};
use crate::allocation::{Blocked, Grounds, Limit, Queue, Turn, WishGround, all_of, either};

/// One wish as the student sees it: title, status, picture and sentence.
pub struct WishTold {
    /// "Wish 1"
    pub label: String,
    /// Name of the place
    pub place: String,
    /// What became of it
    pub tag: Tag,
    /// Who wanted a seat there, by number
    pub picture: Picture,
    /// The same in words
    pub text: String,
    /// For the table: seats, last number in
    pub seats: u32,
    /// The last number that got in
    pub last: String,
}

/// The sentence that opens the explanation.
pub fn opening(lang: Lang, decision: &Decision) -> String {
    let (words, grounds) = (crate::words(lang), &decision.grounds);
    let number = |value: u32| format::number(lang, i64::from(value));
    match (decision.position, grounds.turn) {
        (None, _) if decision.kind == Kind::Placed => words.placements_why_by_hand().to_string(),
        (None, _) => String::new(),
        (Some(own), Turn::InTime) => words.placements_why_drawn(number(grounds.drawn), number(own)).to_string(),
        (Some(own), Turn::Late) => words.placements_why_late(number(grounds.drawn), number(own)).to_string(),
        (Some(own), Turn::NoWishes) if decision.kind == Kind::Placed => {
            words.placements_why_last(number(own), number(grounds.drawn)).to_string()
        }
        (Some(_), Turn::NoWishes) => words.placements_why_no_wishes().to_string(),
    }
}

/// Every wish that was refused, then the one that came true.
pub fn wishes(lang: Lang, decision: &Decision) -> Vec<WishTold> {
    let own = decision.position.unwrap_or(0);
    decision.grounds.wishes.iter().map(|wish| told(lang, wish, own)).collect()
}

fn told(lang: Lang, wish: &WishGround, own: u32) -> WishTold {
    let words = crate::words(lang);
    WishTold {
        label: words.placements_wish_label(wish.rank).to_string(),
        place: wish.place.clone(),
        tag: if wish.got {
            Tag::success(words.placements_wish_got())
        } else {
            Tag::neutral(words.placements_wish_full()).icon(Icon::Cross)
        },
        picture: picture(lang, wish, own),
        text: sentence(lang, wish, own),
        seats: wish.seats,
        last: wish.last.map_or_else(|| String::from("–"), |last| format::number(lang, i64::from(last))),
    }
}

/// What stood in the way of one wish, or how the place was got, with the numbers that decided.
pub fn sentence(lang: Lang, wish: &WishGround, own: u32) -> String {
    let words = crate::words(lang);
    let (seats, wanted, place) = (wish.seats, wish.queue.wanted, wish.queue.own_place);
    let place = format::number(lang, i64::from(place));
    let mut parts = vec![];
    match (&wish.limit, wish.got) {
        (_, true) if wish.last.is_some_and(|last| last == own) => {
            parts.push(words.placements_got_last(seats).to_string());
        }
        (_, true) => parts.push(words.placements_got_place(seats, place.as_str()).to_string()),
        (Limit::Offer, false) => {
            parts.push(words.placements_full_offer(seats, wanted).to_string());
        }
        (Limit::Host { name }, false) => {
            parts.push(words.placements_full_host(name.as_str(), seats, wanted).to_string());
        }
        (Limit::Together { names }, false) => {
            parts.push(words.placements_full_together(all_of(lang, names), seats).to_string());
        }
    }
    if wish.by_hand > 0 {
        parts.push(words.placements_by_hand_before(wish.by_hand).to_string());
    }
    if !wish.got {
        if let Some(last) = wish.last {
            parts.push(words.placements_last_in(format::number(lang, i64::from(last))).to_string());
        }
        parts.push(words.placements_your_place(place.as_str()).to_string());
    }
    parts.join(" ")
}

fn picture(lang: Lang, wish: &WishGround, own: u32) -> Picture {
    let words = crate::words(lang);
    let shown = |positions: &[i64]| -> Vec<String> {
        positions.iter().map(|at| if *at < 0 { format!("+{}", -at) } else { at.to_string() }).collect()
    };
    let Queue { wanted, seated, turned_away, .. } = &wish.queue;
    QueueView {
        seated: shown(seated),
        turned_away: shown(turned_away),
        own: Some(own.to_string()),
        label: format!("{}: {}", wish.place, sentence(lang, wish, own)),
        above: words.placements_picture_wanted(*wanted).to_string(),
        seats: words.placements_picture_seats(wish.seats).to_string(),
        full: wish
            .last
            .map(|last| words.placements_picture_full(format::number(lang, i64::from(last))).to_string())
            .unwrap_or_default(),
        you: words.placements_picture_you().to_string(),
    }
    .draw()
}

/// What stands between the student and a place, told to the student.
pub fn blocked(lang: Lang, blocked: &Blocked) -> String {
    let words = crate::words(lang);
    if blocked.seats > 0 {
        return words.placements_blocked_seats(blocked.seats, either(lang, &blocked.helps)).to_string();
    }
    words.placements_blocked_together(all_of(lang, &blocked.full)).to_string()
}

/// Why there is no place, in one sentence.
pub fn without(lang: Lang, grounds: &Grounds) -> String {
    let words = crate::words(lang);
    match grounds.turn {
        Turn::NoWishes => words.placements_without_wishes().to_string(),
        _ if grounds.wishes.is_empty() => words.placements_without().to_string(),
        _ => words.placements_without_full(grounds.wishes.len()).to_string(),
    }
}

/// One line of the check list before publication.
pub fn check(lang: Lang, check: &Check) -> String {
    let words = crate::words(lang);
    match check {
        Check::NoRun => words.placements_check_no_run().to_string(),
        Check::UnderWay => words.placements_check_under_way().to_string(),
        Check::NotInRun(students) => words.placements_check_not_in_run(*students).to_string(),
        Check::Overfull(place) => words.placements_check_overfull(place.as_str()).to_string(),
        Check::Lacking(students) => words.placements_check_lacking(*students).to_string(),
        Check::NoHost(places) => words.placements_check_no_host(*places).to_string(),
        Check::Good => words.placements_check_good().to_string(),
    }
}
