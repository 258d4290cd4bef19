//! The rules, tried on every allocation there is. Among all that keep the caps, one is best: first by the totals its
//! rule puts in order, then by the ranks of number 1, number 2, and so on in draw order, then by their tie hashes in
//! the same order.

use super::groups;
use super::town::{Town, TownStudent};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What a mechanism makes best before the draw decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    Lottery,
    /// A table of costs by rank from 1.
    MinCost(Vec<u32>),
    RankMax,
    GreedyMax,
    Generous,
}

impl Rule {
    /// What a student adds to each total with a wish, none for unplaced. Lower totals are better, the first counts
    /// most. `worst` is the worst rank of the town.
    pub fn adds(&self, student: &TownStudent, wish: Option<usize>, worst: u16) -> Vec<i64> {
        let rank = wish.map(|wish| student.wishes[wish].1);
        let placed = -i64::from(rank.is_some());
        let at = |wanted: u16| i64::from(rank == Some(wanted));
        let mut adds = vec![if student.protected { placed } else { 0 }];
        match self {
            Self::Lottery => return Vec::new(),
            Self::MinCost(table) => adds.extend([placed, rank.map_or(0, |rank| cost(table, rank))]),
            Self::RankMax => adds.extend((1..=worst).map(|rank| -at(rank))),
            Self::GreedyMax => {
                adds.push(placed);
                adds.extend((1..=worst).map(|rank| -at(rank)));
            }
            Self::Generous => {
                adds.push(placed);
                adds.extend((1..=worst).rev().map(at));
            }
        }
        adds.push(wish.map_or(0, |wish| i64::from(student.soft[student.wishes[wish].0])));
        adds
    }
}

/// A table of costs goes on in its last step; a table of one entry begins at 0.
pub fn cost(table: &[u32], rank: u16) -> i64 {
    let entry = |at: usize| i64::from(at.checked_sub(1).map_or(0, |at| table[at]));
    let (last, rank) = (table.len(), usize::from(rank));
    if rank <= last { entry(rank) } else { entry(last) + (entry(last) - entry(last - 1)) * (rank - last) as i64 }
}

/// The offer of each student: by hand, as a group, or by the rule.
pub fn best(town: &Town, rule: &Rule) -> Vec<Option<usize>> {
    best_around(town, rule, &groups::seats(town))
}

/// The same with some students seated already.
pub fn best_around(town: &Town, rule: &Rule, seated: &[Option<usize>]) -> Vec<Option<usize>> {
    let worst = town.worst_rank();
    let mut room = Room::new(town);
    let mut totals = Vec::new();
    for (who, offer) in town.students.iter().zip(seated) {
        let wish = who.wishes.iter().position(|wish| Some(wish.0) == *offer && who.fixed.is_none());
        let adds = rule.adds(who, wish, worst);
        totals.resize(adds.len(), 0);
        add(&mut totals, &adds);
        assert!(offer.is_none_or(|offer| room.take(town, offer)), "what is seated keeps the caps");
    }
    let drawing: Vec<usize> = town.order().into_iter().filter(|student| seated[*student].is_none()).collect();
    let choices: Vec<Vec<Choice>> = drawing.iter().map(|student| choices(town, rule, *student, worst)).collect();
    let mut search =
        Search { town, room, hopes: hopes(&choices, totals.len()), choices, taken: Vec::new(), best: None };
    search.choose(&totals);
    let (_, taken) = search.best.unwrap();
    let mut got = seated.to_vec();
    for ((student, choices), taken) in drawing.iter().zip(&search.choices).zip(taken) {
        got[*student] = choices[taken].offer;
    }
    got
}

/// What one student may get, and what it means.
struct Choice {
    offer: Option<usize>,
    adds: Vec<i64>,
    rank: u16,
    hash: [u8; 32],
}

fn choices(town: &Town, rule: &Rule, student: usize, worst: u16) -> Vec<Choice> {
    let who = &town.students[student];
    let mut choices: Vec<Choice> = who
        .wishes
        .iter()
        .enumerate()
        .map(|(wish, &(offer, rank))| {
            let hash = hash(who.lottery, &town.offers[offer].0);
            Choice { offer: Some(offer), adds: rule.adds(who, Some(wish), worst), rank, hash }
        })
        .collect();
    choices.sort_by_key(|choice| (choice.rank, choice.hash));
    choices.push(Choice { offer: None, adds: rule.adds(who, None, worst), rank: u16::MAX, hash: [0; 32] });
    choices
}

/// For each place in the order the least that it and all after it can add, each total on its own.
fn hopes(choices: &[Vec<Choice>], totals: usize) -> Vec<Vec<i64>> {
    let mut hopes = vec![vec![0; totals]];
    for choices in choices.iter().rev() {
        let least = |at: usize| choices.iter().map(|choice| choice.adds[at]).min().unwrap();
        let next = (0..totals).map(|at| hopes[hopes.len() - 1][at] + least(at)).collect();
        hopes.push(next);
    }
    hopes.reverse();
    hopes
}

type Key = (Vec<i64>, Vec<u16>, Vec<[u8; 32]>);

struct Search<'a> {
    town: &'a Town,
    room: Room,
    choices: Vec<Vec<Choice>>,
    hopes: Vec<Vec<i64>>,
    taken: Vec<usize>,
    best: Option<(Key, Vec<usize>)>,
}

impl Search<'_> {
    fn choose(&mut self, totals: &[i64]) {
        let at = self.taken.len();
        let chosen = || self.choices.iter().zip(&self.taken).map(|(choices, taken)| &choices[*taken]);
        let ranks: Vec<u16> = chosen().map(|choice| choice.rank).collect();
        if let Some(((known, known_ranks, _), _)) = &self.best {
            let mut hope = totals.to_vec();
            add(&mut hope, &self.hopes[at]);
            if (&hope, &ranks[..]) > (known, &known_ranks[..at]) {
                return;
            }
        }
        if at == self.choices.len() {
            let key = (totals.to_vec(), ranks, chosen().map(|choice| choice.hash).collect());
            if self.best.as_ref().is_none_or(|(known, _)| key < *known) {
                self.best = Some((key, self.taken.clone()));
            }
            return;
        }
        for choice in 0..self.choices[at].len() {
            let Choice { offer, ref adds, .. } = self.choices[at][choice];
            let mut totals = totals.to_vec();
            add(&mut totals, adds);
            if offer.is_none_or(|offer| self.room.take(self.town, offer)) {
                self.taken.push(choice);
                self.choose(&totals);
                self.taken.pop();
                offer.inspect(|offer| self.room.free(self.town, *offer));
            }
        }
    }
}

fn add(totals: &mut [i64], more: &[i64]) {
    for (total, more) in totals.iter_mut().zip(more) {
        *total += more;
    }
}

/// How many more every offer and every node takes.
#[derive(Clone)]
pub struct Room {
    seats: Vec<u32>,
    below: Vec<u32>,
}

impl Room {
    pub fn new(town: &Town) -> Self {
        let seats = town.offers.iter().map(|offer| offer.2).collect();
        Self { seats, below: town.nodes.iter().map(|node| node.2.unwrap_or(u32::MAX)).collect() }
    }

    /// Takes a seat if there is one.
    pub fn take(&mut self, town: &Town, offer: usize) -> bool {
        let above = town.above(offer);
        let room = self.seats[offer] > 0 && above.iter().all(|node| self.below[*node] > 0);
        if room {
            self.seats[offer] -= 1;
            above.into_iter().for_each(|node| self.below[node] -= 1);
        }
        room
    }

    pub fn free(&mut self, town: &Town, offer: usize) {
        self.seats[offer] += 1;
        town.above(offer).into_iter().for_each(|node| self.below[node] += 1);
    }
}

pub fn hash(lottery: u64, name: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(b"fotfeste-ties-1").unwrap();
    mac.update(&lottery.to_be_bytes());
    mac.update(name.as_bytes());
    mac.finalize().into_bytes().into()
}
