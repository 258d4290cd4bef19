//! The rules of a round besides lists and capacities: which wishes are considered, and which lists are completed.

use crate::certificate::Certificate;
use crate::input::{Files, Town, Wish, find, rows, unreadable};
use crate::{Refusal, claim};
use serde::Deserialize;
use std::collections::HashMap;

#[derive(Deserialize)]
struct BanRow {
    student_id: String,
    place_id: String,
    reason: String,
}

#[derive(Deserialize)]
struct SoftRow {
    student_id: String,
    place_id: String,
    steps: i64,
}

#[derive(Deserialize)]
struct TurnRow {
    student_id: String,
    turn: u8,
}

#[derive(Deserialize)]
struct ProtectRow {
    student_id: String,
}

/// A list is completed with at most so many places.
const ADDED_MAX: usize = 200;

/// Reads bans, soft terms, the protected and turns, and leaves out every wish that is of another subject or period, banned
/// or too far. All of this is part of the frozen input.
pub(crate) fn apply(town: &mut Town, files: Files<'_>, says: &Certificate) -> Result<(), Refusal> {
    let students: HashMap<String, usize> = town.students.iter().map(|student| student.id.clone()).zip(0..).collect();
    let places: HashMap<String, usize> =
        town.slots[..town.places].iter().map(|slot| slot.id.clone()).zip(0..).collect();
    for row in rows::<BanRow>("bans", files.ban.unwrap_or_default())? {
        let (student, place) = (find(&students, &row.student_id)?, find(&places, &row.place_id)?);
        if town.students[student].bans.insert(place, row.reason).is_some() {
            return Err(unreadable("bans", format!("{} and {} twice", row.student_id, row.place_id)));
        }
    }
    for row in rows::<SoftRow>("soft terms", files.soft.unwrap_or_default())? {
        let (student, place) = (find(&students, &row.student_id)?, find(&places, &row.place_id)?);
        if town.students[student].soft.insert(place, row.steps).is_some() {
            return Err(unreadable("soft terms", format!("{} and {} twice", row.student_id, row.place_id)));
        }
    }
    for row in rows::<ProtectRow>("protected students", files.protect.unwrap_or_default())? {
        town.students[find(&students, &row.student_id)?].protected = true;
    }
    let mut named = vec![false; town.students.len()];
    for row in rows::<TurnRow>("turns", files.turns.unwrap_or_default())? {
        let student = find(&students, &row.student_id)?;
        if std::mem::replace(&mut named[student], true) {
            return Err(unreadable("turns", format!("{} twice", row.student_id)));
        }
        town.students[student].turn = row.turn;
    }
    let Town { slots, students, .. } = town;
    for student in students {
        let near =
            |wish: &Wish| !matches!((wish.travel_min, says.travel_limit), (Some(min), Some(limit)) if min > limit);
        let of_kind = |wish: &Wish| slots[wish.place].kind == student.kind;
        let considered = |wish: &Wish| of_kind(wish) && near(wish) && !student.bans.contains_key(&wish.place);
        (student.wishes, student.left_out) = student.wishes.iter().copied().partition(considered);
    }
    Ok(())
}

/// Adds to every list with fewer considered wishes than the round asks for all other places of the student's subject
/// and period that are not banned and were not left out, as one last rank (2 on an empty list). Of more than
/// [`ADDED_MAX`] places that many are looked at, spread evenly from a start that the lottery number sets.
pub(crate) fn complete(town: &mut Town, says: &Certificate, proven: &mut Vec<String>) -> Result<(), Refusal> {
    let Some(below) = says.complete_lists else { return Ok(()) };
    claim(below > 0, "lists", || "lists with fewer than 0 wishes are completed".into())?;
    let Town { slots, students, places, .. } = town;
    let last_class = students.iter().flat_map(|student| &student.wishes).map(|wish| wish.prio).max().unwrap_or(0);
    let mut pools: HashMap<usize, Vec<usize>> = HashMap::new();
    for (place, slot) in slots.iter().enumerate().take(*places) {
        pools.entry(slot.kind).or_default().push(place);
    }
    let mut added = 0;
    for student in students.iter_mut().filter(|student| student.fixed.is_none()) {
        let rank = student.wishes.last().map_or(1, |wish| wish.rank).checked_add(1);
        let (Some(pool), Some(rank)) = (pools.get(&student.kind), rank) else { continue };
        if student.wishes.len() >= usize::from(below) {
            continue;
        }
        let (size, taken) = (pool.len(), pool.len().min(ADDED_MAX));
        let first = (student.lottery % size as u64) as usize;
        let mut looked_at: Vec<usize> = (0..taken).map(|at| pool[(first + at * size / taken) % size]).collect();
        looked_at.sort_unstable();
        let listed = |place: &usize| student.wishes.iter().chain(&student.left_out).any(|wish| wish.place == *place);
        looked_at.retain(|place| !listed(place) && !student.bans.contains_key(place));
        added += looked_at.len();
        student.wishes.extend(looked_at.iter().map(|place| Wish {
            place: *place,
            rank,
            prio: last_class,
            travel_min: None,
        }));
    }
    proven.push(format!("lists: those with fewer than {below} considered wishes completed by rule, {added} added"));
    Ok(())
}

/// Members of groups that were seated before the mechanism; `seats` sees to it that they sit at their site.
pub(crate) fn groups(town: &mut Town, says: &Certificate, proven: &mut Vec<String>) -> Result<(), Refusal> {
    let Town { slots, students, places, .. } = town;
    let hosts: HashMap<&str, usize> =
        slots.iter().zip(0..).skip(*places).map(|(slot, at)| (slot.id.as_str(), at)).collect();
    for student in students.iter_mut().filter(|student| student.fixed.is_none()) {
        if let Some(site) = says.groups.get(&student.group) {
            student.site = Some(find(&hosts, site)?);
        }
    }
    if !says.groups.is_empty() {
        proven.push(format!(
            "groups: {} share a site; that the rule seats them there is said, not proven",
            says.groups.len()
        ));
    }
    Ok(())
}
