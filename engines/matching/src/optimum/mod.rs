//! The mechanisms that look for an optimum: a list of objectives, each minimised among the allocations that are best
//! for all before it; then the one answer that is best for the draw order.

mod face;
mod goals;
mod net;
mod stage;
mod unique;

use crate::caps::Caps;
use crate::draw::TieKey;
use crate::explain::Price;
use crate::ids::small;
use crate::islands::{Island, islands, slots_of_nodes};
use crate::problem::{NONE, Problem, some};
use crate::proof::Proven;
use crate::{Meter, Options, Outcome, Spent, refusals};
use face::{Entry, Face, Wishers};
use goals::{Goal, goals};
use net::{Net, Sitting};
use stage::Stage;

/// Who sits where.
pub(crate) struct Seats {
    /// The entry each student holds; the seat [`NONE`] while standing.
    held: Vec<Entry>,
    sitting: Sitting,
}

const STANDING: Entry = Entry { seat: NONE, class: 0 };

impl Seats {
    /// Everybody nowhere.
    fn new(net: &mut Net, face: &Face) -> Self {
        let students = face.student.len();
        let mut seats = Self { held: vec![STANDING; students], sitting: Sitting::new(net, face) };
        for student in 0..face.students() {
            seats.sit(net, face, student, net.nowhere);
        }
        seats
    }

    /// Takes a student off the seat held, and says which one it was. The seat stays counted as taken.
    fn stand(&mut self, student: u32) -> Option<u32> {
        let left = some(std::mem::replace(&mut self.held[student as usize], STANDING).seat)?;
        self.sitting.remove(left, student);
        Some(left)
    }

    /// Seats a student, and says which seat became free.
    fn sit(&mut self, net: &mut Net, face: &Face, student: u32, seat: u32) -> Option<u32> {
        let left = self.stand(student);
        if let Some(left) = left {
            net.free(left);
        }
        net.take(seat);
        self.sitting.add(seat, student);
        self.hold(face, student, seat);
        left
    }

    /// Leaves a student in the seat held for good: nobody asks there again.
    fn settle(&mut self, student: u32) {
        self.sitting.remove(self.held[student as usize].seat, student);
    }

    /// Reads a student's entry for a seat.
    fn hold(&mut self, face: &Face, student: u32, seat: u32) {
        self.held[student as usize] = face.find(student, seat).map_or(STANDING, |at| face.entry[at]);
    }

    /// Reads everybody's entry again after classes have changed.
    fn classify(&mut self, face: &Face) {
        for student in 0..face.students() {
            self.hold(face, student, self.held[student as usize].seat);
        }
    }
}

pub(crate) fn run(problem: &Problem, options: &Options, order: &[u32], meter: &mut dyn Meter) -> (Outcome, Spent) {
    let begun = meter.cpu_seconds();
    let goals = goals(problem, options);
    // Costs go by rank alone, unless something else counts as well.
    let by_rank = problem.protected.is_empty() && problem.wish_soft.is_empty();
    let islands = islands(problem, order);
    let solved = options.threads.each(islands, |island| Solved::new(island, &goals, by_rank));
    let solved_at = meter.cpu_seconds();
    let settled = options.threads.each(solved, |solved| solved.settle(&options.ties));
    let settled_at = meter.cpu_seconds();
    let mut caps = Caps::new(problem);
    let whole = Whole::new(problem, &caps, goals, settled);
    let wish = &whole.wish;
    let seats = order.iter().filter_map(|student| some(wish[*student as usize]));
    seats.for_each(|wish| caps.take(problem.wish_offer[wish as usize]));
    problem.fixed.iter().filter(|offer| **offer != NONE).for_each(|offer| caps.take(*offer));
    let price_of = |student: u32, refused: usize| whole.price_of(problem, student, refused);
    let reasons = refusals::reasons(problem, &caps, order, wish, Some(&price_of));
    let mut outcome = Outcome::new(problem, order, wish, reasons);
    outcome.proof = whole.proof;
    let spent = Spent {
        solve_s: solved_at - begun,
        unique_s: settled_at - solved_at,
        reasons_s: meter.cpu_seconds() - settled_at,
    };
    (outcome, spent)
}

/// An island with an optimum.
struct Solved<'a> {
    island: Island<'a>,
    net: Net,
    face: Face,
    seats: Seats,
    /// For each goal the price of every slot, those above included.
    prices: Vec<Vec<i64>>,
}

impl<'a> Solved<'a> {
    fn new(island: Island<'a>, goals: &[Goal], by_rank: bool) -> Self {
        let problem = &*island.problem;
        let mut net = Net::new(problem);
        let mut face = Face::new(problem, &island.order, &net);
        let mut seats = Seats::new(&mut net, &face);
        let mut prices = Vec::with_capacity(goals.len());
        for goal in goals {
            if !by_rank {
                face.classify(|student, wish| goal.class(problem, student, wish));
                seats.classify(&face);
            }
            let wishers = Wishers::new(&face, &net);
            let price = Stage::run(&mut net, &face, &wishers, &mut seats, &goal.table);
            narrow(&mut net, &mut face, &mut seats, &goal.table, &price);
            prices.push(price);
        }
        if !by_rank {
            face.classify(|_, wish| problem.wish_rank.get(wish as usize).copied().unwrap_or(0));
            seats.classify(&face);
        }
        Self { island, net, face, seats, prices }
    }

    /// The one answer.
    fn settle(self, ties: &TieKey) -> Settled<'a> {
        let Self { island, mut net, mut face, mut seats, prices } = self;
        let wish = unique::settle(&island.problem, &mut net, &mut face, &mut seats, &island.order, ties);
        Settled { island, wish, prices }
    }
}

/// An island with its one answer.
struct Settled<'a> {
    island: Island<'a>,
    /// The wish each student of the island got.
    wish: Vec<u32>,
    prices: Vec<Vec<i64>>,
}

/// What all islands together say, in the numbers of the whole.
struct Whole {
    wish: Vec<u32>,
    proof: Vec<Proven>,
    /// The price of every slot, those above included. Being nowhere has none.
    levels: Vec<(Goal, Vec<i64>)>,
}

impl Whole {
    fn new(problem: &Problem, caps: &Caps, goals: Vec<Goal>, mut settled: Vec<Settled<'_>>) -> Self {
        let mut wish = vec![NONE; problem.students()];
        for Settled { island, wish: got, .. } in &settled {
            for (student, got) in (0..).zip(got) {
                wish[island.student(student) as usize] = island.wish(problem, student, *got);
            }
        }
        let nodes = slots_of_nodes(problem, caps);
        let slots: Vec<(Vec<u32>, Vec<u32>)> = settled.iter().map(|settled| settled.island.slots(&nodes)).collect();
        let (mut proof, mut levels) = (Vec::new(), Vec::new());
        for (at, goal) in goals.into_iter().enumerate() {
            let (mut price, mut own) = (vec![0; caps.len()], vec![0; caps.len()]);
            for (settled, (slots, up)) in settled.iter_mut().zip(&slots) {
                let theirs = std::mem::take(&mut settled.prices[at]);
                for ((slot, its), up) in slots.iter().zip(&theirs).zip(up) {
                    price[*slot as usize] = *its;
                    own[*slot as usize] = its - theirs.get(*up as usize).unwrap_or(&0);
                }
            }
            proof.extend(goal.proven(&own));
            levels.push((goal, price));
        }
        Self { wish, proof, levels }
    }

    /// What a refused wish would have cost at least.
    fn price_of(&self, problem: &Problem, student: u32, refused: usize) -> Price {
        let (got, refused) = (self.wish[student as usize], small(refused));
        let more = |(goal, price): &(Goal, Vec<i64>)| goal.more(problem, price, student, refused, got);
        self.levels.iter().find_map(more).unwrap_or(Price::Equal)
    }
}

/// What an optimum of the stage may use: tight wishes, and slots that may lose or win a student.
fn narrow(net: &mut Net, face: &mut Face, seats: &mut Seats, table: &[i64], price: &[i64]) {
    let pays = |entry: Entry| table[usize::from(entry.class)] + price[entry.seat as usize];
    let mut torn = std::mem::take(&mut face.torn);
    torn.retain(|student| {
        let least = pays(seats.held[*student as usize]);
        face.keep(*student, |entry| pays(entry) == least);
        let chooses = face.row(*student).len() > 1;
        if !chooses {
            seats.settle(*student);
        }
        chooses
    });
    face.torn = torn;
    for slot in 0..net.top as usize {
        net.frozen[slot] |= price[slot] > price[net.up[slot] as usize];
    }
}
