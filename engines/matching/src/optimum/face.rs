//! The wishes that are still open: after each stage only those that an optimum of all stages so far may use.

use super::net::Net;
use crate::ids::small;
use crate::problem::{NONE, Problem};

/// One seat a student may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) seat: u32,
    /// What the stage's table of costs is read by: the rank, or 0 for staying unplaced.
    pub(crate) class: u16,
}

/// Where a student's open wishes stand.
#[derive(Clone, Copy)]
struct Row {
    start: u32,
    end: u32,
}

/// The open wishes of all who draw, dearest first; students are numbered anew, so that those who look at the same
/// offers stand side by side in memory.
pub(crate) struct Face {
    /// The problem's number of each student here.
    pub(crate) student: Vec<u32>,
    /// Those who have more than one open wish, in their order.
    pub(crate) torn: Vec<u32>,
    rows: Vec<Row>,
    pub(crate) entry: Vec<Entry>,
    /// The wish behind each entry; [`NONE`] for staying unplaced.
    pub(crate) wish: Vec<u32>,
}

impl Face {
    pub(crate) fn new(problem: &Problem, order: &[u32], net: &Net) -> Self {
        let mut student = order.to_vec();
        student.sort_by_key(|student| problem.wish_offer.get(problem.wish_range(*student).start).copied());
        let entries = problem.wishes() + student.len();
        let mut face = Self {
            rows: Vec::with_capacity(student.len()),
            entry: Vec::with_capacity(entries),
            wish: Vec::with_capacity(entries),
            torn: (0..small(student.len())).collect(),
            student: Vec::new(),
        };
        for at in &student {
            let start = small(face.entry.len());
            for wish in problem.wish_range(*at) {
                face.entry.push(Entry { seat: problem.wish_offer[wish], class: problem.wish_rank[wish] });
                face.wish.push(small(wish));
            }
            face.entry.push(Entry { seat: net.nowhere, class: 0 });
            face.wish.push(NONE);
            face.rows.push(Row { start, end: small(face.entry.len()) });
        }
        face.student = student;
        face
    }

    pub(crate) fn students(&self) -> u32 {
        small(self.student.len())
    }

    pub(crate) fn range(&self, student: u32) -> std::ops::Range<usize> {
        let Row { start, end } = self.rows[student as usize];
        start as usize..end as usize
    }

    pub(crate) fn row(&self, student: u32) -> &[Entry] {
        &self.entry[self.range(student)]
    }

    /// Where a student's open wish for a seat stands.
    pub(crate) fn find(&self, student: u32, seat: u32) -> Option<usize> {
        self.range(student).find(|at| self.entry[*at].seat == seat)
    }

    /// Sets the class of every open entry, from the problem's number of the student and the wish.
    pub(crate) fn classify(&mut self, class: impl Fn(u32, u32) -> u16) {
        for student in 0..self.students() {
            for at in self.range(student) {
                self.entry[at].class = class(self.student[student as usize], self.wish[at]);
            }
        }
    }

    /// Keeps the entries that pass, in their order.
    pub(crate) fn keep(&mut self, student: u32, pass: impl Fn(Entry) -> bool) {
        let range = self.range(student);
        let mut to = range.start;
        for at in range {
            if pass(self.entry[at]) {
                self.entry[to] = self.entry[at];
                self.wish[to] = self.wish[at];
                to += 1;
            }
        }
        self.rows[student as usize].end = small(to);
    }
}

/// Who wishes for each seat, of those who have a choice.
pub(crate) struct Wishers {
    start: Vec<u32>,
    list: Vec<Wisher>,
}

#[derive(Clone, Copy)]
pub(crate) struct Wisher {
    pub(crate) student: u32,
    pub(crate) class: u16,
}

impl Wishers {
    pub(crate) fn new(face: &Face, net: &Net) -> Self {
        let mut start = vec![0u32; net.slots() + 1];
        for student in &face.torn {
            for entry in face.row(*student) {
                start[entry.seat as usize + 1] += 1;
            }
        }
        for at in 1..start.len() {
            start[at] += start[at - 1];
        }
        let mut next = start.clone();
        let mut list = vec![Wisher { student: NONE, class: 0 }; start[net.slots()] as usize];
        for student in &face.torn {
            for entry in face.row(*student) {
                list[next[entry.seat as usize] as usize] = Wisher { student: *student, class: entry.class };
                next[entry.seat as usize] += 1;
            }
        }
        Self { start, list }
    }

    pub(crate) fn of(&self, seat: u32) -> &[Wisher] {
        &self.list[self.start[seat as usize] as usize..self.start[seat as usize + 1] as usize]
    }
}
