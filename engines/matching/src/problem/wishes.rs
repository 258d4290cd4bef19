//! Wishes as they are given, one after the other, until they are lists.

use super::NONE;
use super::faults::FAULTS_MAX;
use super::parts::PartFault;
use crate::ids::{Ids, small};

/// A wish before it stands in its student's list.
#[derive(Clone, Copy)]
pub(crate) struct RawWish {
    pub(crate) student: u32,
    pub(crate) offer: u32,
    pub(crate) rank: u16,
    pub(crate) prio: u16,
    pub(crate) travel: u16,
}

/// Wishes by column. They mostly come student by student in the order of the students; then the columns are the lists
/// and nothing is moved or copied. Else [`Wishes::gather`] brings them into that order.
#[derive(Default)]
pub(crate) struct Wishes {
    /// Where each student's wishes begin, as far as they have come.
    pub(crate) start: Vec<u32>,
    pub(crate) offer: Vec<u32>,
    pub(crate) rank: Vec<u16>,
    pub(crate) prio: Vec<u16>,
    pub(crate) travel: Vec<u16>,
    /// The student of each wish, once one has come out of order.
    student: Option<Vec<u32>>,
    /// Where each wish stood when it came, once wishes have been moved.
    came: Option<Vec<u32>>,
}

impl Wishes {
    pub(crate) fn len(&self) -> usize {
        self.offer.len()
    }

    #[inline]
    pub(crate) fn push(&mut self, wish: RawWish) {
        let student = wish.student as usize;
        if self.student.is_none() && student + 1 != self.start.len() {
            self.other_student(student);
        }
        if let Some(students) = &mut self.student {
            students.push(wish.student);
        }
        self.offer.push(wish.offer);
        self.rank.push(wish.rank);
        self.prio.push(wish.prio);
        self.travel.push(wish.travel);
    }

    /// Another student's first wish, or, if that student has come before, one out of order.
    fn other_student(&mut self, student: usize) {
        if student < self.start.len() {
            self.student = Some(self.students_so_far());
        } else {
            self.start.resize(student + 1, small(self.len()));
        }
    }

    fn students_so_far(&self) -> Vec<u32> {
        let mut students = Vec::with_capacity(self.len() * 2);
        for (student, ends) in (0..).zip(self.start.windows(2)) {
            students.resize(ends[1] as usize, student);
        }
        students.resize(self.len(), small(self.start.len()).saturating_sub(1));
        students
    }

    /// Brings the wishes of each student together, in the order they came.
    pub(crate) fn gather(&mut self, students: usize) {
        let Some(student) = self.student.take() else {
            self.start.resize(students + 1, small(self.len()));
            return;
        };
        let mut start = vec![0u32; students + 1];
        for student in &student {
            start[*student as usize + 1] += 1;
        }
        for at in 1..start.len() {
            start[at] += start[at - 1];
        }
        let mut next = start.clone();
        let mut came = vec![0u32; student.len()];
        for (at, student) in (0..).zip(&student) {
            let next = &mut next[*student as usize];
            came[*next as usize] = at;
            *next += 1;
        }
        drop(student);
        self.start = start;
        move_column(&mut self.offer, &came);
        move_column(&mut self.rank, &came);
        move_column(&mut self.prio, &came);
        move_column(&mut self.travel, &came);
        self.came = Some(came);
    }

    /// Finds offers that a list names twice. Only for gathered wishes.
    pub(crate) fn repeated(&self, offers: usize, faults: &mut Vec<PartFault>) {
        let mut last = vec![NONE; offers];
        for (student, ends) in (0..).zip(self.start.windows(2)) {
            for wish in ends[0] as usize..ends[1] as usize {
                let offer = self.offer[wish];
                if last[offer as usize] == student && faults.len() < FAULTS_MAX {
                    let wish = self.came.as_ref().map_or(wish, |came| came[wish] as usize);
                    faults.push(PartFault::WishRepeated { wish, student, offer });
                }
                last[offer as usize] = student;
            }
        }
    }

    /// Puts each list in order: dearest first and equal ranks by offer id. Only for gathered wishes.
    pub(crate) fn sort(&mut self, offer_ids: &Ids) {
        self.came = None;
        let mut list: Vec<RawWish> = Vec::new();
        for (student, ends) in (0..).zip(self.start.windows(2)) {
            let range = ends[0] as usize..ends[1] as usize;
            if self.rank[range.clone()].is_sorted_by(|a, b| a < b) {
                continue;
            }
            list.clear();
            list.extend(range.clone().map(|at| RawWish {
                student,
                offer: self.offer[at],
                rank: self.rank[at],
                prio: self.prio[at],
                travel: self.travel[at],
            }));
            let id = |wish: &RawWish| offer_ids.bytes(wish.offer as usize);
            list.sort_unstable_by(|a, b| a.rank.cmp(&b.rank).then_with(|| id(a).cmp(id(b))));
            for (at, wish) in range.zip(&list) {
                self.offer[at] = wish.offer;
                self.rank[at] = wish.rank;
                self.prio[at] = wish.prio;
                self.travel[at] = wish.travel;
            }
        }
    }
}

fn move_column<T: Copy>(column: &mut Vec<T>, from: &[u32]) {
    *column = from.iter().map(|at| column[*at as usize]).collect();
}
