//! Why a student got this place and none of the dearer wishes: numbers that anybody with the input can work out
//! again, and ids instead of names. The words are the reader's.
//!
//! A refused wish points at a [`Cut`]: the caps that were full. With strict lists that is one cap, the lowest full
//! one above the seats wished for. With ties it can be several: everybody who sits below them was earlier in the
//! draw and was promised a rank that only seats below these caps can give, so together they have no seat to spare.
//! The set is the smallest such set, so it is one and the same however the solver went about it.

use crate::caps::Caps;
use crate::ids::small;
use crate::problem::{Because, NONE, Problem, Student};
use crate::seating::Seating;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Everything one student can be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The student's outside id.
    pub student_id: String,
    /// Place in the draw order from 1; none for those placed by hand, who do not draw.
    pub position: Option<u32>,
    /// How many drew.
    pub drawn: u32,
    /// How it ended.
    pub result: Told,
    /// The wishes dearer than the one that came true, or all of them; dearest first.
    pub refused: Vec<RefusedWish>,
    /// The full caps that `refused` and `result` point at.
    pub cuts: Vec<Cut>,
    /// Wishes that were not considered at all, dearest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_considered: Vec<NotConsidered>,
    /// What the round's rule added to a short list; such offers are nobody's wishes, so they are not in `refused`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added: Option<Added>,
}

/// A wish that a filter left out before anything was solved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotConsidered {
    /// The offer.
    pub place_id: String,
    /// The rank the student gave it.
    pub rank: u16,
    /// Why.
    #[serde(flatten)]
    pub because: Because,
}

/// Offers that were added to a list by rule, see [`Problem::complete_lists`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// How many.
    pub places: u32,
    /// The rank of all of them. Who is placed at this rank got one of them.
    pub rank: u16,
}

/// How it ended for one student.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "template", rename_all = "snake_case")]
pub enum Told {
    /// Placed by hand before the draw.
    Fixed {
        /// Where.
        place_id: String,
    },
    /// A wish came true.
    Placed {
        /// Where.
        place_id: String,
        /// The rank the student gave it.
        rank: u16,
    },
    /// Every wish was refused.
    Unplaced {
        /// The full caps that together block all wishes, as an index into [`Explanation::cuts`].
        cut: usize,
    },
    /// Nothing was wished for that could be considered, so nothing could come true.
    NoWishes,
}

/// One wish that did not come true although it was dearer than what did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedWish {
    /// The offer.
    pub place_id: String,
    /// The rank the student gave it.
    pub rank: u16,
    /// The host's class for this student there, where the mechanism goes by classes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<u16>,
    /// How many of those who drew wished for it, at any rank, this student included.
    pub wished: u32,
    /// How many of them came earlier: in the draw, or by class at this offer and then in the draw.
    pub wished_before: u32,
    /// How many of those earlier ones got it.
    pub held_before: u32,
    /// What was full, as an index into [`Explanation::cuts`].
    pub cut: usize,
    /// What it would have cost the optimum, where the mechanism looks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Price>,
}

/// What an optimum would lose at least if a refused wish came true: the difference between two sums of prices that
/// the certificate holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "template")]
pub enum Price {
    /// The first objective that would be worse, and by how much at least, in its own unit: students, or rank steps.
    Worse {
        /// Its name in the certificate, for instance `placed` or `rank_cost`.
        objective: String,
        /// At least.
        at_least: i64,
    },
    /// The prices do not tell it from what the student got: among allocations that may be equally good the draw
    /// order decided.
    Equal,
}

/// Caps that are full, with no seat to spare between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// What to say: one offer, one node, or several caps together.
    pub template: CutTemplate,
    /// The caps, nodes after offers, each by id.
    pub caps: Vec<FullCap>,
    /// Seats below all of them together, all taken.
    pub seats: u32,
    /// Of these, taken by placements by hand.
    pub fixed: u32,
    /// The class of the last one who got one of the rest, where the mechanism goes by classes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_class: Option<u16>,
    /// The place in the draw of the last one who got one of the rest: the last in the draw, or by class and then in
    /// the draw. None when nobody drew one.
    pub last_position: Option<u32>,
}

/// What to say about a cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CutTemplate {
    /// The offer's own seats were taken.
    OfferFull,
    /// A node above the offer was full.
    NodeFull,
    /// These caps together have so many seats, all needed by earlier students.
    TogetherFull,
    /// Each of these caps is full, all with students who go first there.
    EachFull,
    /// Nothing was full: what counts besides ranks made another wish the better one, see [`RefusedWish::price`].
    NoneFull,
}

/// One full cap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FullCap {
    /// Whose cap.
    #[serde(flatten)]
    pub at: CapOf,
    /// How many it takes.
    pub cap: u32,
    /// Whether one more here, all else as it is and everybody else as well off, would seat one more student without a
    /// place who is blocked here.
    pub one_more_helps: bool,
}

/// Whose cap it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum CapOf {
    /// The seats of an offer.
    Offer {
        /// Its id.
        place_id: String,
    },
    /// The cap of a node.
    Node {
        /// Its id.
        host_id: String,
        /// Its level, for instance `site`.
        level: String,
    },
}

impl CapOf {
    pub(crate) fn slot(problem: &Problem, caps: &Caps, slot: u32) -> Self {
        match caps.node(slot) {
            None => Self::Offer { place_id: problem.offer_ids.get(slot as usize).into() },
            Some(node) => Self::Node {
                host_id: problem.node_ids.get(node as usize).into(),
                level: problem.level(crate::Node(node)).into(),
            },
        }
    }
}

impl NotConsidered {
    pub(crate) fn of(problem: &Problem, student: Student) -> Vec<Self> {
        let record = |out: &crate::problem::LeftOut| Self {
            place_id: problem.offer_ids.get(out.offer as usize).into(),
            rank: out.rank,
            because: out.because,
        };
        problem.left_out(student.0).iter().map(record).collect()
    }
}

impl Added {
    pub(crate) fn of(problem: &Problem, student: Student) -> Option<Self> {
        problem.added(student.0).map(|(places, rank)| Self { places, rank })
    }
}

/// The reasons of all students, packed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reasons {
    pub(crate) cuts: Vec<Cut>,
    /// Where each student's refused wishes begin, and where the last one's end.
    pub(crate) start: Vec<u32>,
    pub(crate) refused: Vec<Refused>,
    /// One for each refused wish, under an optimiser.
    pub(crate) prices: Vec<Price>,
    /// The cut that blocks all wishes of an unplaced student.
    pub(crate) blocked: Vec<u32>,
    /// How many of those who drew wished for each offer.
    pub(crate) wished: Vec<u32>,
    /// Whether the hosts' classes counted.
    pub(crate) classes: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) wish: u32,
    pub(crate) wished_before: u32,
    pub(crate) held_before: u32,
    pub(crate) cut: u32,
}

impl Reasons {
    pub(crate) fn told(&self, problem: &Problem, student: Student, seat: u32, rank: Option<u16>) -> ToldParts {
        let at = student.index();
        let mut cuts = Local::default();
        let range = self.start[at] as usize..self.start[at + 1] as usize;
        let refused = range
            .map(|refused| (&self.refused[refused], self.prices.get(refused)))
            .map(|(refused, price)| {
                let offer = problem.wish_offer[refused.wish as usize];
                RefusedWish {
                    place_id: problem.offer_ids.get(offer as usize).into(),
                    rank: problem.wish_rank[refused.wish as usize],
                    class: self.classes.then(|| problem.wish_prio[refused.wish as usize]),
                    wished: self.wished[offer as usize],
                    wished_before: refused.wished_before,
                    held_before: refused.held_before,
                    cut: cuts.number(refused.cut),
                    price: price.cloned(),
                }
            })
            .collect();
        let place_id = || problem.offer_ids.get(seat as usize).to_owned();
        let result = match (seat, rank) {
            (NONE, _) if self.blocked[at] == NONE => Told::NoWishes,
            (NONE, _) => Told::Unplaced { cut: cuts.number(self.blocked[at]) },
            (_, Some(rank)) => Told::Placed { place_id: place_id(), rank },
            (_, None) => Told::Fixed { place_id: place_id() },
        };
        (result, refused, cuts.used.iter().map(|cut| self.cuts[*cut as usize].clone()).collect())
    }
}

type ToldParts = (Told, Vec<RefusedWish>, Vec<Cut>);

/// Numbers the cuts of one student from 0.
#[derive(Default)]
struct Local {
    used: Vec<u32>,
}

impl Local {
    fn number(&mut self, cut: u32) -> usize {
        self.used.iter().position(|used| *used == cut).unwrap_or_else(|| {
            self.used.push(cut);
            self.used.len() - 1
        })
    }
}

/// The reasons for a finished seating. `order` is the draw order.
pub(crate) fn reasons(seating: &mut Seating<'_>, order: &[u32]) -> Reasons {
    seating.reopen();
    let problem = seating.problem;
    let mut cutter = Cutter::new(seating, order);
    let (mut wished, mut held) = (vec![0u32; problem.offers()], vec![0u32; problem.offers()]);
    let start = starts(cutter.seating);
    let mut refused = vec![Refused::default(); start[problem.students()] as usize];
    let mut blocked = vec![NONE; problem.students()];
    for student in order {
        let at = *student as usize;
        let (wishes, seat) = (problem.wish_range(*student), cutter.seating.seat[at]);
        for (wish, to) in wishes.clone().zip(start[at] as usize..start[at + 1] as usize) {
            let offer = problem.wish_offer[wish];
            refused[to] = Refused {
                wish: small(wish),
                wished_before: wished[offer as usize],
                held_before: held[offer as usize],
                cut: cutter.of_offer(offer),
            };
        }
        if seat == NONE && !wishes.is_empty() {
            blocked[at] = cutter.of_all(&problem.wish_offer[wishes.clone()]);
        }
        for offer in &problem.wish_offer[problem.own_wishes(*student)] {
            wished[*offer as usize] += 1;
            held[*offer as usize] += u32::from(*offer == seat);
        }
    }
    Reasons { cuts: cutter.cuts, start, refused, prices: Vec::new(), blocked, wished, classes: false }
}

/// Where each student's refused wishes begin: all before the promised class, or the whole list without one. Offers
/// that were added by rule are not among them.
fn starts(seating: &Seating<'_>) -> Vec<u32> {
    let problem = seating.problem;
    let mut start = vec![0u32];
    let mut total = 0;
    for (student, class) in (0..).zip(&seating.class) {
        let wishes = problem.own_wishes(student);
        if problem.fixed[student as usize] == NONE {
            let end = if class.len() > 0 { wishes.end.min(class.start as usize) } else { wishes.end };
            total += small(end - wishes.start);
        }
        start.push(total);
    }
    start
}

/// Finds the full caps behind a refusal, each set once.
struct Cutter<'s, 'a> {
    seating: &'s mut Seating<'a>,
    /// Below each slot: seats taken by hand, and the last place in the draw that took one.
    fixed: Vec<u32>,
    last: Vec<u32>,
    cuts: Vec<Cut>,
    /// Cuts by where a search starts, and by what it ends at; one full slot is by far the most common.
    of_slot: Vec<u32>,
    of_slots: HashMap<Vec<u32>, u32>,
    of_single: Vec<u32>,
    of_edge: HashMap<Vec<u32>, u32>,
}

impl<'s, 'a> Cutter<'s, 'a> {
    fn new(seating: &'s mut Seating<'a>, order: &[u32]) -> Self {
        let slots = seating.caps.len();
        let (mut fixed, mut last) = (vec![0u32; slots], vec![0u32; slots]);
        for offer in seating.problem.fixed.iter().filter(|offer| **offer != NONE) {
            for slot in seating.caps.chain(*offer) {
                fixed[slot as usize] += 1;
            }
        }
        for (position, student) in (1..).zip(order) {
            let seat = seating.seat[*student as usize];
            if seat != NONE {
                for slot in seating.caps.chain(seat) {
                    last[slot as usize] = position;
                }
            }
        }
        Self {
            seating,
            fixed,
            last,
            cuts: Vec::new(),
            of_slot: vec![NONE; slots],
            of_slots: HashMap::new(),
            of_single: vec![NONE; slots],
            of_edge: HashMap::new(),
        }
    }

    fn of_offer(&mut self, offer: u32) -> u32 {
        let full = lowest_full(&self.seating.caps, offer);
        self.of_full(full)
    }

    fn of_full(&mut self, full: u32) -> u32 {
        if self.of_slot[full as usize] == NONE {
            self.of_slot[full as usize] = self.add(&[full]);
        }
        self.of_slot[full as usize]
    }

    fn of_all(&mut self, offers: &[u32]) -> u32 {
        let mut full: Vec<u32> = offers.iter().map(|offer| lowest_full(&self.seating.caps, *offer)).collect();
        full.sort_unstable();
        full.dedup();
        if let [one] = full[..] {
            return self.of_full(one);
        }
        if let Some(known) = self.of_slots.get(&full) {
            return *known;
        }
        let cut = self.add(&full);
        self.of_slots.insert(full, cut);
        cut
    }

    /// The highest full caps reached: whatever is below them, nobody there can leave.
    fn add(&mut self, starts: &[u32]) -> u32 {
        let reached = self.seating.reach(starts).to_vec();
        let caps = &self.seating.caps;
        let mut edge: Vec<u32> =
            reached.into_iter().filter(|slot| caps.full(*slot) && !self.seating.reached_above(*slot)).collect();
        edge.sort_unstable();
        let new = small(self.cuts.len());
        let number = match edge[..] {
            [one] if self.of_single[one as usize] == NONE => {
                self.of_single[one as usize] = new;
                new
            }
            [one] => self.of_single[one as usize],
            _ => *self.of_edge.entry(edge.clone()).or_insert(new),
        };
        if number == new {
            let cut = self.cut(&edge);
            self.cuts.push(cut);
        }
        number
    }

    fn cut(&mut self, edge: &[u32]) -> Cut {
        let template = match *edge {
            [one] if self.seating.caps.node(one).is_none() => CutTemplate::OfferFull,
            [_] => CutTemplate::NodeFull,
            _ => CutTemplate::TogetherFull,
        };
        let last = edge.iter().map(|slot| self.last[*slot as usize]).max().unwrap_or(0);
        let mut caps: Vec<FullCap> = edge.iter().map(|slot| self.full_cap(*slot)).collect();
        caps.sort_unstable_by(|a, b| a.at.cmp(&b.at));
        Cut {
            template,
            caps,
            seats: edge.iter().map(|slot| self.seating.caps.load[*slot as usize]).sum(),
            fixed: edge.iter().map(|slot| self.fixed[*slot as usize]).sum(),
            last_class: None,
            last_position: (last > 0).then_some(last),
        }
    }

    fn full_cap(&mut self, slot: u32) -> FullCap {
        let at = CapOf::slot(self.seating.problem, &self.seating.caps, slot);
        let up = self.seating.caps.up[slot as usize];
        FullCap {
            at,
            cap: self.seating.caps.cap[slot as usize],
            one_more_helps: up == NONE || self.seating.gets_out(up),
        }
    }
}

fn lowest_full(caps: &Caps, offer: u32) -> u32 {
    match caps.lowest_full(offer) {
        Some(slot) => slot,
        None => unreachable!("an offer with room all the way up is never refused"),
    }
}
