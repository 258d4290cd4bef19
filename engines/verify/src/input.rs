//! The four files as plain lists. Ids are in bytewise order from here on, so no order of rows can matter.

use crate::Refusal;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// The bytes of the four files, and of those that a round may have besides.
#[derive(Clone, Copy, Debug, Default)]
pub struct Files<'a> {
    /// `hosts.csv`
    pub hosts: &'a [u8],
    /// `places.csv`
    pub places: &'a [u8],
    /// `students.csv`
    pub students: &'a [u8],
    /// `wishes.csv`
    pub wishes: &'a [u8],
    /// Pairs that must not come about, if any were named.
    pub ban: Option<&'a [u8]>,
    /// Soft terms, if any were given.
    pub soft: Option<&'a [u8]>,
    /// Students whose placing counts first, if any were named.
    pub protect: Option<&'a [u8]>,
    /// The secret salt of the round, if its students got one.
    pub salt: Option<[u8; 32]>,
    /// Students who draw after others, if any were named.
    pub turns: Option<&'a [u8]>,
}

/// What the files say.
pub(crate) struct Town {
    /// Everything that can be full: the places first, then the hosts.
    pub(crate) slots: Vec<Slot>,
    /// How many of them are places.
    pub(crate) places: usize,
    pub(crate) students: Vec<Student>,
    /// Of the round; every student's own comes from it.
    pub(crate) salt: Option<[u8; 32]>,
}

/// A place or a host.
pub(crate) struct Slot {
    pub(crate) id: String,
    /// The host it lies under, by number in [`Town::slots`].
    pub(crate) up: Option<usize>,
    /// None: as many as one likes.
    pub(crate) cap: Option<u32>,
    /// Hosts only.
    pub(crate) level: String,
    /// Places only: subject and period, numbered from 1 by the first place of each.
    pub(crate) kind: usize,
}

pub(crate) struct Student {
    pub(crate) id: String,
    /// Lower goes first, whatever the numbers.
    pub(crate) turn: u8,
    /// Lower goes first; equal numbers go by id.
    pub(crate) lottery: u64,
    /// The place given by hand. Such a student draws no place and moves nowhere.
    pub(crate) fixed: Option<usize>,
    /// Empty without one.
    pub(crate) group: String,
    /// The site at which the student's group was seated before the mechanism.
    pub(crate) site: Option<usize>,
    /// By rank, then by id of the place.
    pub(crate) wishes: Vec<Wish>,
    /// Wishes that are not considered.
    pub(crate) left_out: Vec<Wish>,
    /// Subject and period, as for places; 0 when there is no such place.
    pub(crate) kind: usize,
    /// Placing counts before everybody else's.
    pub(crate) protected: bool,
    /// Why each of these places must not be given.
    pub(crate) bans: BTreeMap<usize, String>,
    /// Whole rank steps for each of these places, fewer are better.
    pub(crate) soft: BTreeMap<usize, i64>,
}

#[derive(Clone, Copy)]
pub(crate) struct Wish {
    pub(crate) place: usize,
    pub(crate) rank: u16,
    pub(crate) prio: u16,
    pub(crate) travel_min: Option<u16>,
}

#[derive(Deserialize)]
struct HostRow {
    host_id: String,
    parent_id: String,
    level: String,
    cap: Option<u32>,
}

#[derive(Deserialize)]
struct PlaceRow {
    place_id: String,
    host_id: String,
    subject: String,
    period: String,
    capacity: u32,
}

#[derive(Deserialize)]
struct StudentRow {
    student_id: String,
    subject: String,
    period: String,
    lottery: Option<u64>,
    group_id: String,
    fixed_place: String,
}

#[derive(Deserialize)]
struct WishRow {
    student_id: String,
    rank: u16,
    place_id: String,
    prio: u16,
    travel_min: Option<u16>,
}

/// No host has so many others above it.
const DEPTH_MAX: usize = 32;

impl Student {
    /// Whether the mechanism decides about this student.
    pub(crate) fn draws(&self) -> bool {
        self.fixed.is_none() && self.site.is_none()
    }
}

impl Town {
    /// `drawn`: lottery numbers will be drawn, so their column may be empty.
    pub(crate) fn read(files: Files<'_>, drawn: bool) -> Result<Self, Refusal> {
        let mut host_rows: Vec<HostRow> = rows("hosts.csv", files.hosts)?;
        let mut place_rows: Vec<PlaceRow> = rows("places.csv", files.places)?;
        let mut student_rows: Vec<StudentRow> = rows("students.csv", files.students)?;
        let wish_rows: Vec<WishRow> = rows("wishes.csv", files.wishes)?;
        host_rows.sort_by(|a, b| a.host_id.cmp(&b.host_id));
        place_rows.sort_by(|a, b| a.place_id.cmp(&b.place_id));
        student_rows.sort_by(|a, b| a.student_id.cmp(&b.student_id));
        let host = numbers("hosts.csv", place_rows.len(), host_rows.iter().map(|row| row.host_id.as_str()))?;
        let place = numbers("places.csv", 0, place_rows.iter().map(|row| row.place_id.as_str()))?;
        let student = numbers("students.csv", 0, student_rows.iter().map(|row| row.student_id.as_str()))?;

        let mut slots = Vec::with_capacity(place_rows.len() + host_rows.len());
        let mut kinds: HashMap<(&str, &str), usize> = HashMap::new();
        for row in &place_rows {
            let up = Some(find(&host, &row.host_id)?);
            let next = kinds.len() + 1;
            let kind = *kinds.entry((&row.subject, &row.period)).or_insert(next);
            slots.push(Slot { id: row.place_id.clone(), up, cap: Some(row.capacity), level: String::new(), kind });
        }
        for row in &host_rows {
            let up = if row.parent_id.is_empty() { None } else { Some(find(&host, &row.parent_id)?) };
            slots.push(Slot { id: row.host_id.clone(), up, cap: row.cap, level: row.level.clone(), kind: 0 });
        }
        let mut students = Vec::with_capacity(student_rows.len());
        for row in &student_rows {
            let fixed = if row.fixed_place.is_empty() { None } else { Some(find(&place, &row.fixed_place)?) };
            let lottery = row.lottery.or(drawn.then_some(0));
            let lottery =
                lottery.ok_or_else(|| unreadable("students.csv", format!("{} has no number", row.student_id)))?;
            let (id, group) = (row.student_id.clone(), row.group_id.clone());
            students.push(Student {
                id,
                turn: 0,
                lottery,
                fixed,
                group,
                site: None,
                wishes: Vec::new(),
                left_out: Vec::new(),
                kind: kinds.get(&(row.subject.as_str(), row.period.as_str())).copied().unwrap_or(0),
                protected: false,
                bans: BTreeMap::new(),
                soft: BTreeMap::new(),
            });
        }
        for row in &wish_rows {
            let wish = Wish {
                place: find(&place, &row.place_id)?,
                rank: row.rank,
                prio: row.prio,
                travel_min: row.travel_min,
            };
            students[find(&student, &row.student_id)?].wishes.push(wish);
        }
        let town = Self { slots, places: place_rows.len(), students, salt: files.salt };
        town.sound()
    }

    /// Wishes in order and each place once in a list, ranks from 1, hosts no ring.
    fn sound(mut self) -> Result<Self, Refusal> {
        for student in &mut self.students {
            student.wishes.sort_by_key(|wish| wish.place);
            if student.wishes.windows(2).any(|two| two[0].place == two[1].place) {
                return Err(unreadable("wishes.csv", format!("{} names a place twice", student.id)));
            }
            student.wishes.sort_by_key(|wish| wish.rank); // keeps equal ranks in the order of ids
            if student.wishes.first().is_some_and(|wish| wish.rank == 0) {
                return Err(unreadable("wishes.csv", format!("{} gives the rank 0", student.id)));
            }
        }
        match (0..self.slots.len()).find(|slot| self.above(*slot).nth(DEPTH_MAX + 1).is_some()) {
            Some(deep) => Err(unreadable("hosts.csv", format!("too many hosts above {}", self.slots[deep].id))),
            None => Ok(self),
        }
    }

    /// The slot and all above it, lowest first.
    pub(crate) fn above(&self, slot: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(slot), |at| self.slots[*at].up)
    }

    /// The nearest host of the level `site` above a place, or the one it lies under.
    pub(crate) fn site(&self, place: usize) -> Option<usize> {
        let site = self.above(place).skip(1).find(|slot| self.slots[*slot].level == "site");
        site.or(self.slots[place].up)
    }

    /// Those who draw, first in the draw first.
    pub(crate) fn draw_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.students.len()).filter(|at| self.students[*at].draws()).collect();
        order.sort_by_key(|at| (self.students[*at].turn, self.students[*at].lottery)); // keeps equal numbers in the order of ids
        order
    }
}

pub(crate) fn rows<T: DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<Vec<T>, Refusal> {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.deserialize().collect::<Result<_, _>>().map_err(|why| unreadable(file, why.to_string()))
}

pub(crate) fn unreadable(file: &str, why: String) -> Refusal {
    Refusal::Unreadable(format!("{file}: {why}"))
}

/// The ids in their order, numbered from `first`.
fn numbers<'a>(
    file: &str,
    first: usize,
    ids: impl Iterator<Item = &'a str>,
) -> Result<HashMap<&'a str, usize>, Refusal> {
    let mut numbers = HashMap::new();
    for (at, id) in (first..).zip(ids) {
        if numbers.insert(id, at).is_some() || id.is_empty() {
            return Err(unreadable(file, format!("the id {id:?} is empty or there twice")));
        }
    }
    Ok(numbers)
}

pub(crate) fn find<Id: Borrow<str> + Eq + Hash>(numbers: &HashMap<Id, usize>, id: &str) -> Result<usize, Refusal> {
    numbers.get(id).copied().ok_or_else(|| Refusal::Unreadable(format!("the id {id:?} is named and nowhere given")))
}
