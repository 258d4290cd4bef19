//! The frozen input as plain text: a header that may be published, and a leaf for each student that only the
//! student and the office may read. Every line is one fact; a fact that is not there has no line.
//!
//! ```text
//! fotfeste-input-2                          student  s17
//! numbers       drawn     (or given)        salt     4be1…           64 digits, if the round has a salt
//! students      2                           turn     1               unless 0
//! travel limit  90        if there is one   lottery  902             if numbers are given
//! complete      5         if asked for      group    g4              if in a group
//! node   r1  [parent]  region  [cap]        fixed    p3              if placed by hand
//! offer  p3  r1        12      [kind]       kind     1               if lists are completed
//!                                           protected                if placing counts first
//!                                           ban      p4  relative    banned pairs, by offer
//!                                           soft     p3  -2          soft terms, by offer
//!                                           1        p3  0  [35]     wishes: rank, offer, class, travel
//!                                           left out                 and after it wishes not considered
//!                                           2        p4
//! ```
//!
//! Between the parts of a line stands a tab, at its end a line feed. Nodes, offers and leaves go by id, bytewise;
//! wishes by rank, then by offer id. In a text, control characters and the backslash are written as a backslash and
//! two hexadecimal digits, so that no id can look like two. Where lists are completed by rule, kinds (subject and
//! period) matter beyond the lists: they are numbered from 1 by the first offer of each; nothing stands for what fits
//! all, 0 for a student whom no kind of offer fits. Wishes that the rule adds follow from all this, so they are not
//! here.
//!
//! The root is the SHA-256 of one more text, with the SHA-256 of the header and the top of the tree over the leaves:
//!
//! ```text
//! fotfeste-root-2
//! header    64 digits
//! students  2
//! top       64 digits
//! ```

use super::text::{SHORT, Text};
use super::{Hash, RoundSalt, tree};
use crate::Threads;
use crate::problem::{KindNumbers, NO_TRAVEL, Offer, Problem, Student, some};
use sha2::{Digest, Sha256};

/// Whether lottery numbers are part of the frozen input or drawn from it later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// They came with the input and count.
    Given,
    /// They will be drawn from this very hash and a seed, so they are left out.
    Drawn,
}

/// The root of the frozen input without a salt: what anybody can work out from the files alone.
pub fn input_sha256(problem: &Problem, numbers: Numbers) -> Hash {
    frozen_root(problem, numbers, None)
}

/// The root of the frozen input: SHA-256 of everything that can change the result, independent of the order of rows
/// and names of files. With a salt nobody can find out a student's wishes by trying.
pub fn frozen_root(problem: &Problem, numbers: Numbers, salt: Option<&RoundSalt>) -> Hash {
    root_on(problem, numbers, salt, Threads::default())
}

/// The same with the leaves shared out among threads.
pub(crate) fn root_on(problem: &Problem, numbers: Numbers, salt: Option<&RoundSalt>, threads: Threads) -> Hash {
    let top = tree::top(Leaves::new(problem, numbers, salt).hashes(threads));
    Sha256::digest(root_text(&header_sha256(problem, numbers), problem.students(), &top)).into()
}

/// The text whose SHA-256 is the root.
pub(super) fn root_text(header: &Hash, students: usize, top: &Hash) -> String {
    let (header, top) = (hex::encode(header), hex::encode(top));
    format!("fotfeste-root-2\nheader\t{header}\nstudents\t{students}\ntop\t{top}\n")
}

pub(super) fn header_sha256(problem: &Problem, numbers: Numbers) -> Hash {
    Sha256::digest(header(problem, numbers)).into()
}

/// The header: rules, nodes and offers. Nothing in it is about a person, except how many there are.
///
/// A rule for all that can change a result gets a line here, one about a student a line in [`Leaves::write`].
pub fn header(problem: &Problem, numbers: Numbers) -> Vec<u8> {
    let mut out = Text::default();
    out.word("fotfeste-input-2").end();
    out.word(if numbers == Numbers::Given { "numbers\tgiven" } else { "numbers\tdrawn" }).end();
    out.word("students\t").number(problem.students() as u64).end();
    if let Some(minutes) = problem.extras.travel_limit {
        out.word("travel limit\t").number(minutes.into()).end();
    }
    if let Some(wishes) = problem.extras.complete_below {
        out.word("complete\t").number(wishes.into()).end();
    }
    for node in problem.node_ids.sorted() {
        let at = node as usize;
        let parent = some(problem.node_up[at]).map_or("", |up| problem.node_ids.get(up as usize));
        let level = &problem.levels[usize::from(problem.node_level[at])];
        out.word("node\t").text(problem.node_ids.get(at)).tab().text(parent).tab().text(level).tab();
        if let Some(cap) = some(problem.node_cap[at]) {
            out.number(cap.into());
        }
        out.end();
    }
    let kinds = kinds(problem);
    for offer in problem.offer_ids.sorted() {
        let at = offer as usize;
        let node = problem.node_ids.get(problem.offer_node[at] as usize);
        out.word("offer\t").text(problem.offer_ids.get(at)).tab().text(node).tab();
        out.number(problem.offer_seats[at].into());
        if let Some(kind) = kinds.as_ref().and_then(|kinds| kinds.of_offer(offer)) {
            out.tab().number(kind);
        }
        out.end();
    }
    out.bytes().to_vec()
}

/// Kinds decide nothing about lists as they are given: whoever made them has seen to that.
fn kinds(problem: &Problem) -> Option<KindNumbers<'_>> {
    problem.extras.complete_below.map(|_| KindNumbers::new(problem))
}

/// Writes the leaves of a problem's students.
pub(super) struct Leaves<'a> {
    problem: &'a Problem,
    numbers: Numbers,
    salt: Option<&'a RoundSalt>,
    /// Every offer id as it stands in a line, with its tabs, one after the other; [`SHORT`] more bytes at the end.
    offers: Vec<u8>,
    ends: Vec<u32>,
    kinds: Option<KindNumbers<'a>>,
}

impl<'a> Leaves<'a> {
    pub(super) fn new(problem: &'a Problem, numbers: Numbers, salt: Option<&'a RoundSalt>) -> Self {
        let (mut offers, mut ends) = (Text::default(), vec![0]);
        for at in 0..problem.offers() {
            offers.tab().text(problem.offer_ids.get(at)).tab();
            ends.push(crate::ids::small(offers.bytes().len()));
        }
        offers.put(&[0; SHORT]);
        let offers = offers.bytes().to_vec();
        Self { problem, numbers, salt, offers, ends, kinds: kinds(problem) }
    }

    /// SHA-256 of each leaf, by student id. They are made in the order of the rows, where the lists lie side by side.
    pub(super) fn hashes(&self, threads: Threads) -> Vec<Hash> {
        let students: Vec<Student> = self.problem.each_student().collect();
        let share = |students: &[Student]| {
            let mut leaf = Text::default();
            let mut hash = |student: &Student| -> Hash {
                leaf.clear();
                self.write(*student, &mut leaf);
                Sha256::digest(leaf.bytes()).into()
            };
            students.iter().map(&mut hash).collect::<Vec<_>>()
        };
        let hashes = threads.each(threads.shares(&students), share).concat();
        self.problem.student_ids.sorted().into_iter().map(|student| hashes[student as usize]).collect()
    }

    pub(super) fn write(&self, student: Student, out: &mut Text) {
        let (problem, at) = (self.problem, student.index());
        let id = problem.student_id(student);
        out.word("student\t").text(id).end();
        if let Some(salt) = self.salt {
            out.word("salt\t").word(&hex::encode(salt.of(id))).end();
        }
        if problem.turn[at] != 0 {
            out.word("turn\t").number(problem.turn[at].into()).end();
        }
        if self.numbers == Numbers::Given {
            out.word("lottery\t").number(problem.lottery[at]).end();
        }
        if let Some(group) = problem.group(student) {
            out.word("group\t").text(group).end();
        }
        if let Some(offer) = problem.fixed(student) {
            out.word("fixed\t").text(problem.offer_id(offer)).end();
        }
        if problem.protected(student) {
            out.word("protected").end();
        }
        if let Some(kind) = self.kinds.as_ref().and_then(|kinds| kinds.of_student(student.0)) {
            out.word("kind\t").number(kind).end();
        }
        for (offer, reason) in self.own(student, &problem.extras.bans) {
            out.word("ban\t").text(offer).tab().word(reason.name()).end();
        }
        for (offer, steps) in self.own(student, &problem.extras.soft).into_iter().filter(|(_, steps)| *steps != 0) {
            out.word("soft\t").text(offer).word(if steps < 0 { "\t-" } else { "\t" });
            out.number(steps.unsigned_abs().into()).end();
        }
        for wish in problem.own_wishes(student.0) {
            self.wish(wish, out);
        }
        for (at, left) in problem.left_out(student.0).iter().enumerate() {
            if at == 0 {
                out.word("left out").end();
            }
            out.number(left.rank.into()).tab().text(problem.offer_id(Offer(left.offer))).end();
        }
    }

    /// What is said about pairs of one student, by offer id. `all` goes by student.
    fn own<T: Copy>(&self, student: Student, all: &[(u32, u32, T)]) -> Vec<(&'a str, T)> {
        let start = all.partition_point(|pair| pair.0 < student.0);
        let own = all[start..].iter().take_while(|pair| pair.0 == student.0);
        let mut own: Vec<(&str, T)> = own.map(|pair| (self.problem.offer_id(Offer(pair.1)), pair.2)).collect();
        own.sort_unstable_by_key(|pair| pair.0);
        own
    }

    fn wish(&self, wish: usize, out: &mut Text) {
        let (problem, offer) = (self.problem, self.problem.wish_offer[wish] as usize);
        let (start, end) = (self.ends[offer] as usize, self.ends[offer + 1] as usize);
        out.small(problem.wish_rank[wish]);
        match self.offers[start..].first_chunk::<SHORT>() {
            Some(piece) if end - start <= SHORT => out.piece(piece, end - start),
            _ => out.put(&self.offers[start..end]),
        }
        out.small(problem.wish_prio[wish]);
        out.put(b"\t");
        if problem.wish_travel[wish] != NO_TRAVEL {
            out.small(problem.wish_travel[wish]);
        }
        out.put(b"\n");
    }
}
