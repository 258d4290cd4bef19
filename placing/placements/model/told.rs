//! Grounds turned into sentences and pictures, in the reader's language.

use base::Lang;
use kit::figures::{Queue as Picture, QueueView};
use kit::format;
use kit::parts::{Icon, Tag};
use matching::Mechanism;

use super::{Check, Decision, Kind};
use crate::allocation::{
    Added, Blocked, Classes, Grounds, Group, LeftOut, Limit, Loss, Queue, Turn, Why, WishGround, all_of, either,
};
use crate::rounds::mechanism_name;

/// One wish as the student sees it: title, status, picture and sentence.
pub struct WishTold {
    /// "Wish 1"
    pub label: String,
    /// Name of the place
    pub place: String,
    /// What became of it
    pub tag: Tag,
    /// Who wanted a seat there, by number, where that decided
    pub picture: Option<Picture>,
    /// The same in words
    pub text: String,
    /// For the table: seats, last number in
    pub seats: u32,
    /// The last number that got in
    pub last: String,
}

/// The sentences that open the explanation.
pub fn opening(lang: Lang, decision: &Decision) -> String {
    let (words, grounds) = (crate::words(lang), &decision.grounds);
    let mut told = vec![whose_turn(lang, decision)];
    match &grounds.group {
        Some(Group::Seated { site, members }) => {
            told.push(words.placements_why_group(*members, site.as_str()).to_string());
        }
        Some(Group::NoCommonSite { .. }) => told.push(words.placements_why_group_apart().to_string()),
        Some(Group::NoRoom { .. }) => told.push(words.placements_why_group_no_room().to_string()),
        None => {}
    }
    match &grounds.added {
        Some(Added { places, got: true }) => told.push(words.placements_added_got(*places).to_string()),
        Some(Added { places, got: false }) => told.push(words.placements_added(*places).to_string()),
        None => {}
    }
    told.retain(|sentence| !sentence.is_empty());
    told.join(" ")
}

/// Everything that is told about why, as plain text for a file.
pub fn in_words(lang: Lang, decision: &Decision) -> String {
    let mut told = vec![opening(lang, decision)];
    told.extend(decision.grounds.blocked.as_ref().map(|stands| blocked(lang, stands)));
    told.extend(
        wishes(lang, decision).into_iter().map(|wish| format!("{} ({}): {}", wish.label, wish.place, wish.text)),
    );
    told.extend(left_out(lang, &decision.grounds));
    told.retain(|sentence| !sentence.is_empty());
    told.join(" ")
}

/// By what order or rule it was decided.
fn whose_turn(lang: Lang, decision: &Decision) -> String {
    let (words, grounds) = (crate::words(lang), &decision.grounds);
    let number = |value: u32| format::number(lang, i64::from(value));
    let placed = decision.kind == Kind::Placed;
    let Some(own) = decision.position else {
        return match placed && !matches!(grounds.group, Some(Group::Seated { .. })) {
            true => words.placements_why_by_hand().to_string(),
            false => String::new(),
        };
    };
    let (drawn, own) = (number(grounds.drawn), number(own));
    match (grounds.mechanism, grounds.turn) {
        (_, Turn::NoWishes) if !placed => words.placements_why_no_wishes().to_string(),
        (Mechanism::Lottery, Turn::InTime) => words.placements_why_drawn(drawn, own).to_string(),
        (Mechanism::Lottery, Turn::Late) => words.placements_why_late(drawn, own).to_string(),
        (Mechanism::Lottery, Turn::NoWishes) => words.placements_why_last(own, drawn).to_string(),
        (mechanism, turn) => {
            let rule = match mechanism {
                Mechanism::Priority => words.placements_why_priority(drawn, own).to_string(),
                _ => words.placements_why_together(drawn, mechanism_name(lang, Some(mechanism)), own).to_string(),
            };
            match turn {
                Turn::InTime => rule,
                Turn::Late => format!("{} {rule}", words.placements_why_late_counted()),
                Turn::NoWishes => format!("{} {rule}", words.placements_why_last_counted()),
            }
        }
    }
}

/// Wishes that were not considered, each with its reason.
pub fn left_out(lang: Lang, grounds: &Grounds) -> Vec<String> {
    let words = crate::words(lang);
    let told = |one: &LeftOut| {
        let (rank, place) = (one.rank, one.place.as_str());
        match one.why {
            Why::Kind => words.placements_left_out_kind(rank, place).to_string(),
            Why::OwnWorkplace => words.placements_left_out_workplace(rank, place).to_string(),
            Why::Relative => words.placements_left_out_relative(rank, place).to_string(),
            Why::OtherBan => words.placements_left_out_other(rank, place).to_string(),
            Why::TooFar { minutes, limit } => words.placements_left_out_far(rank, place, minutes, limit).to_string(),
        }
    };
    grounds.left_out.iter().map(told).collect()
}

/// Every wish that was refused, then the one that came true.
pub fn wishes(lang: Lang, decision: &Decision) -> Vec<WishTold> {
    let own = decision.position.unwrap_or(0);
    decision.grounds.wishes.iter().map(|wish| told(lang, decision.grounds.mechanism, wish, own)).collect()
}

fn told(lang: Lang, mechanism: Mechanism, wish: &WishGround, own: u32) -> WishTold {
    let words = crate::words(lang);
    let in_order = mechanism == Mechanism::Lottery;
    WishTold {
        label: words.placements_wish_label(wish.rank).to_string(),
        place: wish.place.clone(),
        tag: match (wish.got, in_order) {
            (true, _) => Tag::success(words.placements_wish_got()),
            (false, true) => Tag::neutral(words.placements_wish_full()).icon(Icon::Cross),
            (false, false) => Tag::neutral(words.placements_wish_not()).icon(Icon::Cross),
        },
        // Only where places are given in one order does a line of people say who came first.
        picture: in_order.then(|| picture(lang, wish, own)),
        text: sentence(lang, mechanism, wish, own),
        seats: wish.seats,
        last: match in_order {
            true => wish.last.map_or_else(|| String::from("–"), |last| format::number(lang, i64::from(last))),
            false => wish.classes.map_or_else(|| String::from("–"), |classes| class_and_number(lang, wish, classes)),
        },
    }
}

fn class_and_number(lang: Lang, wish: &WishGround, classes: Classes) -> String {
    match (classes.last, wish.last) {
        (Some(class), Some(last)) => format!("{class} / {}", format::number(lang, i64::from(last))),
        _ => String::from("–"),
    }
}

/// What stood in the way of one wish, or how the place was got, with the numbers that decided.
pub fn sentence(lang: Lang, mechanism: Mechanism, wish: &WishGround, own: u32) -> String {
    match mechanism {
        Mechanism::Lottery => by_turn(lang, wish, own),
        _ => by_rule(lang, wish, own),
    }
}

/// Where students go one after the other.
fn by_turn(lang: Lang, wish: &WishGround, own: u32) -> String {
    let words = crate::words(lang);
    let (seats, wanted, place) = (wish.seats, wish.queue.wanted, wish.queue.own_place);
    let place = format::number(lang, i64::from(place));
    let mut parts = vec![];
    match (&wish.limit, wish.got) {
        (_, true) if wish.last.is_some_and(|last| last == own) => {
            parts.push(words.placements_got_last(seats).to_string());
        }
        (_, true) => parts.push(words.placements_got_place(seats, place.as_str()).to_string()),
        (Limit::Offer, false) => parts.push(words.placements_full_offer(seats, wanted).to_string()),
        (Limit::Host { name }, false) => {
            parts.push(words.placements_full_host(name.as_str(), seats, wanted).to_string());
        }
        (Limit::Together { names }, false) => {
            parts.push(words.placements_full_together(all_of(lang, names), seats).to_string());
        }
        (Limit::Each { names }, false) => parts.push(words.placements_full_each(all_of(lang, names)).to_string()),
        (Limit::Nothing, false) => parts.push(words.placements_not_full().to_string()),
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

/// Where classes go first, or all lists are looked at together: what was full, then the numbers that decided.
fn by_rule(lang: Lang, wish: &WishGround, own: u32) -> String {
    let words = crate::words(lang);
    if wish.got {
        return words.placements_got_wish(wish.seats).to_string();
    }
    let mut parts = vec![match &wish.limit {
        Limit::Offer => words.placements_offer_taken(wish.seats, wish.queue.wanted).to_string(),
        Limit::Host { name } => words.placements_host_taken(name.as_str(), wish.seats).to_string(),
        Limit::Together { names } | Limit::Each { names } => {
            words.placements_full_each(all_of(lang, names)).to_string()
        }
        Limit::Nothing => words.placements_not_full().to_string(),
    }];
    if wish.by_hand > 0 {
        parts.push(words.placements_by_hand_before(wish.by_hand).to_string());
    }
    if let Some(classes) = wish.classes {
        let number = |position: u32| format::number(lang, i64::from(position));
        if let (Some(class), Some(last)) = (classes.last, wish.last) {
            parts.push(words.placements_class_last(class, number(last)).to_string());
        }
        parts.push(words.placements_class_own(classes.own, number(own)).to_string());
    }
    parts.extend(wish.loss.map(|loss| lost(lang, loss)));
    parts.join(" ")
}

/// What the others would have lost.
fn lost(lang: Lang, loss: Loss) -> String {
    let words = crate::words(lang);
    match loss {
        Loss::Unplaced { students } => words.placements_loss_unplaced(students).to_string(),
        Loss::Cost { steps } => words.placements_loss_cost(steps).to_string(),
        Loss::UpToRank { rank: 1, students } => words.placements_loss_first(students).to_string(),
        Loss::UpToRank { rank, students } => words.placements_loss_up_to(students, rank).to_string(),
        // Everybody with a place has the first wish or a later one: what is meant stands before that.
        Loss::FromRank { rank: 1, .. } | Loss::Other => words.placements_loss_other().to_string(),
        Loss::FromRank { rank, students } => words.placements_loss_from(students, rank).to_string(),
        Loss::Equal => words.placements_loss_equal().to_string(),
    }
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
        label: format!("{}: {}", wish.place, by_turn(lang, wish, own)),
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
    if !blocked.helps_somebody.is_empty() {
        return words.placements_blocked_somebody(either(lang, &blocked.helps_somebody)).to_string();
    }
    if blocked.full.len() < 2 {
        return blocked.full.first().map_or_else(String::new, |one| words.placements_blocked_full(one).to_string());
    }
    words.placements_blocked_together(all_of(lang, &blocked.full)).to_string()
}

/// Why there is no place, in one sentence.
pub fn without(lang: Lang, grounds: &Grounds) -> String {
    let words = crate::words(lang);
    match grounds.turn {
        Turn::NoWishes => words.placements_without_wishes().to_string(),
        _ if grounds.wishes.is_empty() => words.placements_without().to_string(),
        _ if grounds.mechanism == Mechanism::Lottery => words.placements_without_full(grounds.wishes.len()).to_string(),
        _ => words.placements_without_none(grounds.wishes.len()).to_string(),
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
        Check::SecondLooks(waiting) => words.placements_check_second_looks(*waiting).to_string(),
        Check::Good => words.placements_check_good().to_string(),
    }
}
