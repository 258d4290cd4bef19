//! A largest allocation that makes room for some.

use crate::caps::Caps;
use crate::ids::small;
use crate::problem::{Class, NONE, Problem};
use crate::seating::Seating;
use std::collections::BTreeMap;

/// Everybody who draws, in some allocation that seats the most protected students and the most students.
pub(super) struct Crowd<'a> {
    problem: &'a Problem,
    caps: Caps,
    /// The wish each student sits by.
    seat: Vec<u32>,
    /// Who sits at each offer; those placed by hand are not in it, they only take seats.
    sitting: Vec<Vec<u32>>,
    /// The wishes of members of groups that are seated or tried, dearest first. All others have their whole lists.
    lists: BTreeMap<u32, Vec<u32>>,
    order: Vec<u32>,
    sits: Sits,
    /// What each student who moved had before, since the last trial began.
    moves: Vec<(u32, u32)>,
    search: Search,
}

/// How many sit.
#[derive(Clone, Copy, Default)]
struct Sits {
    protected: usize,
    all: usize,
}

/// How firmly a student sits: nobody is made to stand by somebody of the same class or a lower one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Firm {
    Other,
    Protected,
    Member,
}

struct Search {
    round: u32,
    seen: Vec<u32>,
    from: Vec<u32>,
    /// The wish somebody came by.
    by: Vec<(u32, u32)>,
    queue: Vec<u32>,
}

/// Where a search ends.
enum End {
    /// There is room above this slot up to the top.
    Out(u32),
    /// This student can be made to stand.
    Stands(u32),
}

impl<'a> Crowd<'a> {
    pub(super) fn new(problem: &'a Problem, order: &[u32]) -> Self {
        let mut seating = Seating::new(problem);
        seating.seat_fixed();
        let protected = |student: &&u32| problem.protected.get(**student as usize).copied().unwrap_or(false);
        for student in order.iter().filter(protected).chain(order.iter().filter(|student| !protected(student))) {
            let range = problem.wish_range(*student);
            let whole = Class { start: small(range.start), end: small(range.end) };
            if whole.len() > 0 {
                seating.promise(*student, whole);
            }
        }
        let slots = seating.caps.len();
        let mut crowd = Self {
            problem,
            seat: vec![NONE; problem.students()],
            sitting: vec![Vec::new(); problem.offers()],
            lists: BTreeMap::new(),
            order: order.to_vec(),
            sits: Sits::default(),
            moves: Vec::new(),
            search: Search {
                round: 0,
                seen: vec![0; slots],
                from: vec![NONE; slots],
                by: vec![(NONE, NONE); slots],
                queue: Vec::new(),
            },
            caps: seating.caps,
        };
        for student in order {
            let offer = seating.seat[*student as usize];
            let wish = problem.wish_range(*student).find(|wish| problem.wish_offer[*wish] == offer);
            if let Some(wish) = wish.filter(|_| offer != NONE) {
                crowd.caps.free(offer); // sitting down takes it again
                crowd.sit(*student, small(wish));
            }
        }
        crowd
    }

    /// The wish a student sits by.
    pub(super) fn held(&self, student: u32) -> u32 {
        self.seat[student as usize]
    }

    /// The wishes still open to a member.
    pub(super) fn list(&self, member: u32) -> &[u32] {
        self.lists.get(&member).map_or(&[], Vec::as_slice)
    }

    /// Leaves some members only these wishes and a seat each, if that costs nobody a place. If it does, nothing
    /// changes.
    pub(super) fn narrow(&mut self, lists: &[Vec<u32>], members: &[u32]) -> bool {
        let before = self.sits;
        self.moves.clear();
        let mut old = Vec::with_capacity(lists.len());
        for (member, list) in members.iter().zip(lists) {
            if !list.contains(&self.held(*member)) {
                self.stand(*member);
            }
            old.push(self.lists.insert(*member, list.clone()));
        }
        let all_sit =
            members.iter().all(|member| self.held(*member) != NONE || self.seat_one(&[*member], Firm::Member));
        if all_sit && self.refill(before) {
            return true;
        }
        for (member, list) in members.iter().zip(old) {
            match list {
                Some(list) => drop(self.lists.insert(*member, list)),
                None => drop(self.lists.remove(member)),
            }
        }
        for (student, wish) in std::mem::take(&mut self.moves).into_iter().rev() {
            self.stand(student);
            self.sit(student, wish);
        }
        false
    }

    /// Everybody who can sits down again. True when as many protected students and as many students sit as before.
    fn refill(&mut self, before: Sits) -> bool {
        while self.sits.protected < before.protected {
            let waiting = self.waiting(Firm::Protected);
            if !self.seat_one(&waiting, Firm::Protected) {
                return false;
            }
        }
        while self.sits.all < before.all {
            let waiting = self.waiting(Firm::Other);
            if !self.seat_one(&waiting, Firm::Other) {
                return false;
            }
        }
        true
    }

    fn waiting(&self, least: Firm) -> Vec<u32> {
        let waits = |student: &&u32| self.held(**student) == NONE && self.firm(**student) >= least;
        self.order.iter().filter(waits).copied().collect()
    }

    fn protected(&self, student: u32) -> bool {
        self.problem.protected.get(student as usize).copied().unwrap_or(false)
    }

    fn firm(&self, student: u32) -> Firm {
        if self.lists.contains_key(&student) {
            Firm::Member
        } else if self.protected(student) {
            Firm::Protected
        } else {
            Firm::Other
        }
    }

    /// Seats one of the waiting, who may make others move within their lists, and one that sits less firmly stand.
    fn seat_one(&mut self, waiting: &[u32], firm: Firm) -> bool {
        let Some(end) = self.find(waiting, firm) else { return false };
        let mut at = match end {
            End::Out(slot) => slot,
            End::Stands(student) => {
                let offer = self.problem.wish_offer[self.held(student) as usize];
                self.stand(student);
                offer
            }
        };
        while at != NONE {
            let (from, (by, wish)) = (self.search.from[at as usize], self.search.by[at as usize]);
            if by != NONE {
                if self.held(by) != NONE {
                    self.stand(by);
                }
                self.sit(by, wish);
            }
            at = from;
        }
        true
    }

    fn find(&mut self, waiting: &[u32], firm: Firm) -> Option<End> {
        self.search.round += 1;
        self.search.queue.clear();
        for student in waiting {
            if let Some(out) = self.ask(*student, NONE) {
                return Some(End::Out(out));
            }
        }
        let mut at = 0;
        while let Some(slot) = self.search.queue.get(at).copied() {
            at += 1;
            if slot >= self.caps.offers {
                for child in self.caps.children(slot) {
                    let child = self.caps.child(child);
                    if self.caps.load[child as usize] > 0
                        && let Some(out) = self.arrive(child, slot, (NONE, NONE))
                    {
                        return Some(End::Out(out));
                    }
                }
                continue;
            }
            for at in 0..self.sitting[slot as usize].len() {
                let student = self.sitting[slot as usize][at];
                if self.firm(student) < firm {
                    return Some(End::Stands(student));
                }
                if let Some(out) = self.ask(student, slot) {
                    return Some(End::Out(out));
                }
            }
        }
        None
    }

    /// Comes with a student, who sits at `from` if anywhere, to every wish.
    fn ask(&mut self, student: u32, from: u32) -> Option<u32> {
        let problem = self.problem;
        if let Some(list) = self.lists.get(&student).cloned() {
            return list
                .into_iter()
                .find_map(|wish| self.arrive(problem.wish_offer[wish as usize], from, (student, wish)));
        }
        let mut wishes = problem.wish_range(student);
        wishes.find_map(|wish| self.arrive(problem.wish_offer[wish], from, (student, small(wish))))
    }

    /// Comes to a slot and climbs while there is room. The slot at which that gets out at the top.
    fn arrive(&mut self, slot: u32, from: u32, by: (u32, u32)) -> Option<u32> {
        let (mut at, mut from, mut by) = (slot, from, by);
        while self.search.see(at, from, by) {
            if self.caps.full(at) {
                return None;
            }
            (from, by) = (at, (NONE, NONE));
            match self.caps.up[at as usize] {
                NONE => return Some(at),
                up => at = up,
            }
        }
        None
    }

    /// Seats somebody who stands; NONE leaves them standing.
    fn sit(&mut self, student: u32, wish: u32) {
        if wish == NONE {
            return;
        }
        self.moves.push((student, NONE));
        let offer = self.problem.wish_offer[wish as usize];
        self.seat[student as usize] = wish;
        self.sitting[offer as usize].push(student);
        self.caps.take(offer);
        self.sits.all += 1;
        self.sits.protected += usize::from(self.protected(student));
    }

    fn stand(&mut self, student: u32) {
        let wish = std::mem::replace(&mut self.seat[student as usize], NONE);
        if wish != NONE {
            self.moves.push((student, wish));
            let offer = self.problem.wish_offer[wish as usize];
            self.sitting[offer as usize].retain(|other| *other != student);
            self.caps.free(offer);
            self.sits.all -= 1;
            self.sits.protected -= usize::from(self.protected(student));
        }
    }
}

impl Search {
    fn see(&mut self, slot: u32, from: u32, by: (u32, u32)) -> bool {
        if self.seen[slot as usize] == self.round {
            return false;
        }
        self.seen[slot as usize] = self.round;
        self.from[slot as usize] = from;
        self.by[slot as usize] = by;
        self.queue.push(slot);
        true
    }
}
