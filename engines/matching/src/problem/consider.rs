//! Which wishes are considered at all. Filters come before every mechanism: a wish they leave out is as if it had
//! never been made, and its student is told why.

use super::extras::{fits, soft_by_wish};
use super::{NO_TRAVEL, Problem};
use crate::ids::small;
use serde::{Deserialize, Serialize};

/// Why a pair must not come about. The office keeps the reason; no other student is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BanReason {
    /// The student works there.
    OwnWorkplace,
    /// Somebody close to the student works or is treated there.
    Relative,
    /// Another reason that the office keeps.
    Other,
}

impl BanReason {
    /// Every reason, by the name used in files.
    pub const NAMES: &[(&str, Self)] =
        &[("own_workplace", Self::OwnWorkplace), ("relative", Self::Relative), ("other", Self::Other)];
}

/// Why a wish was not considered. Where several filters would leave it out, the first of these is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Because {
    /// The offer is of another subject than the student's.
    Subject,
    /// The offer is in another period than the student's.
    Period,
    /// The pair is banned.
    Banned {
        /// Why.
        reason: BanReason,
    },
    /// It is too far.
    TravelLimit {
        /// Minutes of travel.
        minutes: u16,
        /// The most that the round allows.
        limit: u16,
    },
}

impl BanReason {
    /// The name used in files.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, reason)| *reason == self).map_or("", |(name, _)| name)
    }
}

/// A wish that was not considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LeftOut {
    pub(crate) student: u32,
    pub(crate) offer: u32,
    pub(crate) rank: u16,
    pub(crate) because: Because,
}

impl Problem {
    /// Bans, kinds and the travel limit are known: leaves out every wish they do not allow, and gives soft terms to
    /// the rest.
    pub(crate) fn consider(&mut self) {
        self.extras.bans.sort_unstable();
        self.extras.soft.sort_unstable();
        let mut to = 0;
        for student in 0..small(self.students()) {
            let range = self.wish_range(student);
            self.wish_start[student as usize] = small(to);
            for wish in range {
                match self.because(student, wish) {
                    Some(because) => {
                        let (offer, rank) = (self.wish_offer[wish], self.wish_rank[wish]);
                        self.extras.left_out.push(LeftOut { student, offer, rank, because });
                    }
                    None => {
                        self.keep(wish, to);
                        to += 1;
                    }
                }
            }
        }
        self.wish_start[self.student_ids.len()] = small(to);
        self.wish_offer.truncate(to);
        self.wish_rank.truncate(to);
        self.wish_prio.truncate(to);
        self.wish_travel.truncate(to);
        self.wish_soft = soft_by_wish(&self.extras.soft, &self.wish_start, &self.wish_offer);
    }

    fn keep(&mut self, wish: usize, to: usize) {
        self.wish_offer[to] = self.wish_offer[wish];
        self.wish_rank[to] = self.wish_rank[wish];
        self.wish_prio[to] = self.wish_prio[wish];
        self.wish_travel[to] = self.wish_travel[wish];
    }

    fn because(&self, student: u32, wish: usize) -> Option<Because> {
        let (extras, offer) = (&self.extras, self.wish_offer[wish]);
        let (own, its) = (extras.kinds.of_student(student), extras.kinds.of_offer(offer));
        if !fits(own, its) {
            return Some(if own[0] != its[0] { Because::Subject } else { Because::Period });
        }
        if let Some(reason) = extras.ban(student, offer) {
            return Some(Because::Banned { reason });
        }
        let (minutes, limit) = (self.wish_travel[wish], extras.travel_limit?);
        (minutes != NO_TRAVEL && minutes > limit).then_some(Because::TravelLimit { minutes, limit })
    }

    /// The wishes of a student that were not considered, as in the list.
    pub(crate) fn left_out(&self, student: u32) -> &[LeftOut] {
        let all = &self.extras.left_out;
        let start = all.partition_point(|out| out.student < student);
        let len = all[start..].partition_point(|out| out.student == student);
        &all[start..start + len]
    }
}
