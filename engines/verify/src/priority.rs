//! What `priority` promises, proven twice over: nobody is passed over for somebody whom the hosts or the draw put
//! later, and the allocation is the best such one for every student, found again by plain deferred acceptance.
//!
//! Everybody who wishes for a place stands in one line there: the host's class for this wish first, then the draw.

use crate::draw::TieKey;
use crate::input::{Town, Wish};
use crate::seats::Seats;
use crate::{Refusal, claim};
use std::collections::BTreeSet;

/// Where a student stands in the line for a wish: class, number in the draw.
type Standing = (u16, usize);

pub(crate) fn check(town: &Town, seats: &Seats, ties: &TieKey, proven: &mut Vec<String>) -> Result<(), Refusal> {
    let order = town.draw_order();
    nobody_passed_over(town, seats, &order)?;
    proven
        .push("priority: every dearer wish is full of students who come earlier there; no better seat is empty".into());
    let lists = lists(town, &order, ties);
    let accepted = deferred_acceptance(town, seats, &order, &lists);
    for (number, student) in order.iter().enumerate() {
        let place = |wish: &Wish| wish.place;
        let (got, best) = (seats.wish[*student].as_ref().map(place), accepted[number].as_ref().map(place));
        let id = |place: Option<usize>| place.map_or("no place", |place| &town.slots[place].id);
        claim(got == best, "priority", || {
            format!("deferred acceptance gives {} {}, not {}", town.students[*student].id, id(best), id(got))
        })?;
    }
    proven.push("priority: the same as plain deferred acceptance, so nobody can have more without passing over".into());
    Ok(())
}

/// For every wish dearer than the one got, some capacity above it is full of students who all come earlier.
fn nobody_passed_over(town: &Town, seats: &Seats, order: &[usize]) -> Result<(), Refusal> {
    let mut last: Vec<Option<Standing>> = vec![None; town.slots.len()];
    for (number, student) in order.iter().enumerate() {
        if let Some(wish) = seats.wish[*student] {
            town.above(wish.place).for_each(|slot| last[slot] = last[slot].max(Some((wish.prio, number))));
        }
    }
    for (number, student) in order.iter().enumerate() {
        let got = seats.wish[*student].map_or(u32::MAX, |wish| wish.rank.into());
        for wish in town.students[*student].wishes.iter().filter(|wish| u32::from(wish.rank) < got) {
            let blocked = |slot: &usize| {
                town.slots[*slot].cap == Some(seats.load[*slot]) && last[*slot] < Some((wish.prio, number))
            };
            claim(town.above(wish.place).any(|slot| blocked(&slot)), "priority", || {
                format!("{} was passed over at {}", town.students[*student].id, town.slots[wish.place].id)
            })?;
        }
    }
    Ok(())
}

/// Every student's wishes in the order asked, equal ranks by tie hash.
fn lists(town: &Town, order: &[usize], ties: &TieKey) -> Vec<Vec<Wish>> {
    let list = |student: &usize| {
        let student = &town.students[*student];
        let mut list = student.wishes.clone();
        list.sort_by_cached_key(|wish| (wish.rank, ties.hash(student.lottery, &town.slots[wish.place].id)));
        list
    };
    order.iter().map(list).collect()
}

/// Everybody asks at the dearest wish not refused yet; a place too many is taken from whoever comes last below the
/// lowest capacity that is overfull.
fn deferred_acceptance(town: &Town, seats: &Seats, order: &[usize], lists: &[Vec<Wish>]) -> Vec<Option<Wish>> {
    let mut room: Vec<Option<u32>> = town.slots.iter().map(|slot| slot.cap).collect();
    for place in &seats.taken_before {
        town.above(*place).for_each(|slot| room[slot] = room[slot].map(|room| room.saturating_sub(1)));
    }
    let mut held: Vec<BTreeSet<Standing>> = vec![BTreeSet::new(); town.slots.len()];
    let mut asked = vec![0; order.len()];
    let mut asking: Vec<usize> = (0..order.len()).rev().collect();
    while let Some(number) = asking.pop() {
        let Some(wish) = lists[number].get(asked[number]) else { continue };
        for slot in town.above(wish.place) {
            held[slot].insert((wish.prio, number));
        }
        let overfull = |slot: &usize| room[*slot].is_some_and(|room| held[*slot].len() > room as usize);
        let refused = town.above(wish.place).find(overfull).and_then(|slot| held[slot].last().copied());
        if let Some((class, refused)) = refused {
            let wish = lists[refused][asked[refused]];
            for slot in town.above(wish.place) {
                held[slot].remove(&(class, refused));
            }
            asked[refused] += 1;
            asking.push(refused);
        }
    }
    lists.iter().zip(asked).map(|(list, asked)| list.get(asked).copied()).collect()
}
