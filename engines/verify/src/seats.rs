//! Who sits where: the allocation, checked against lists, placements by hand and capacities.

use crate::certificate::Certificate;
use crate::input::{Town, Wish, rows};
use crate::{Refusal, claim};
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// A sound allocation.
pub(crate) struct Seats {
    /// The wish that came true, for each student who draws; none for all others and the unplaced.
    pub(crate) wish: Vec<Option<Wish>>,
    /// The places of those who do not draw.
    pub(crate) taken_before: Vec<usize>,
    /// How many sit at or below each slot, those placed by hand included.
    pub(crate) load: Vec<u32>,
}

#[derive(Deserialize)]
struct Row {
    student_id: String,
    place_id: String,
    rank: Option<u16>,
}

impl Seats {
    pub(crate) fn check(
        town: &Town,
        allocation: &[u8],
        says: &Certificate,
        proven: &mut Vec<String>,
    ) -> Result<Self, Refusal> {
        let rows: Vec<Row> = rows("allocation.csv", allocation)?;
        let hash = hex::encode(Sha256::digest(allocation));
        claim(hash == says.allocation_sha256, "allocation", || {
            format!("the certificate is for {}, the file gives {hash}", says.allocation_sha256)
        })?;
        let known = town.students.iter().map(|student| &student.id);
        claim(known.eq(rows.iter().map(|row| &row.student_id)), "allocation", || {
            "it does not name each student once, by id".into()
        })?;
        let mut seats =
            Self { wish: vec![None; rows.len()], taken_before: Vec::new(), load: vec![0; town.slots.len()] };
        for (student, row) in rows.iter().enumerate() {
            seats.seat(town, student, row)?;
        }
        for (slot, load) in town.slots.iter().zip(&seats.load) {
            claim(slot.cap.is_none_or(|cap| *load <= cap), "capacities", || {
                format!("{} takes {:?}, {load} are placed there", slot.id, slot.cap)
            })?;
        }
        let placed = rows.iter().filter(|row| !row.place_id.is_empty()).count();
        proven.push(format!("allocation: {hash}, {placed} of {} students placed", rows.len()));
        proven.push("allocation: each student at most once, only places of the own list, ranks true".into());
        proven.push("allocation: placements by hand kept, every capacity kept".into());
        Ok(seats)
    }

    fn seat(&mut self, town: &Town, at: usize, row: &Row) -> Result<(), Refusal> {
        let student = &town.students[at];
        let id = |place: usize| town.slots[place].id.as_str();
        let place = if let Some(fixed) = student.fixed {
            claim(row.place_id == id(fixed) && row.rank.is_none(), "placements by hand", || {
                format!("{} was given {} by hand, not {} {:?}", student.id, id(fixed), row.place_id, row.rank)
            })?;
            self.taken_before.push(fixed);
            fixed
        } else if row.place_id.is_empty() {
            claim(student.site.is_none(), "groups", || format!("{} has no place with the group", student.id))?;
            return claim(row.rank.is_none(), "ranks", || format!("{} has a rank and no place", student.id));
        } else {
            let wish = student.wishes.iter().find(|wish| id(wish.place) == row.place_id);
            let Some(wish) = wish else {
                return claim(false, "lists", || format!("{} never wished for {}", student.id, row.place_id));
            };
            claim(row.rank == Some(wish.rank), "ranks", || {
                format!("{} gave {} the rank {}, not {:?}", student.id, row.place_id, wish.rank, row.rank)
            })?;
            match student.site {
                None => self.wish[at] = Some(*wish),
                Some(site) => {
                    claim(town.site(wish.place) == Some(site), "groups", || {
                        format!("{} does not sit at {} with the group", student.id, town.slots[site].id)
                    })?;
                    self.taken_before.push(wish.place);
                }
            }
            wish.place
        };
        town.above(place).for_each(|slot| self.load[slot] += 1);
        Ok(())
    }
}
