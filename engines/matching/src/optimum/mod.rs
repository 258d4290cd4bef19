//! The mechanisms that look for an optimum: a list of objectives, each minimised among the allocations that are best
//! for all before it; then the one answer that is best for the draw order.

mod face;
mod goals;
mod net;
mod stage;
mod unique;

use crate::caps::Caps;
use crate::explain::Price;
use crate::ids::small;
use crate::problem::{NONE, Problem, some};
use crate::{Meter, Options, Outcome, Spent, refusals};
use face::{Entry, Face, Wishers};
use goals::goals;
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
    let mut net = Net::new(problem);
    let mut face = Face::new(problem, order, &net);
    let mut wishers = Wishers::new(&face, &net);
    let mut seats = Seats::new(&mut net, &face);
    let (mut proof, mut levels) = (Vec::new(), Vec::new());
    // Costs go by rank alone, unless something else counts as well.
    let by_rank = problem.protected.is_empty() && problem.wish_soft.is_empty();
    for goal in goals(problem, options) {
        if !by_rank {
            face.classify(|student, wish| goal.class(problem, student, wish));
            seats.classify(&face);
            wishers = Wishers::new(&face, &net);
        }
        let price = Stage::run(&mut net, &face, &wishers, &mut seats, &goal.table);
        narrow(&mut net, &mut face, &seats, &goal.table, &price);
        proof.extend(goal.proven(&net, &price));
        levels.push((goal, price));
    }
    if !by_rank {
        face.classify(|_, wish| problem.wish_rank.get(wish as usize).copied().unwrap_or(0));
        seats.classify(&face);
    }
    let solved = meter.cpu_seconds();
    let wish = unique::settle(problem, &mut net, &mut face, &mut seats, order, &options.ties);
    let settled = meter.cpu_seconds();
    let mut caps = Caps::new(problem);
    let seats = order.iter().filter_map(|student| some(wish[*student as usize]));
    seats.for_each(|wish| caps.take(problem.wish_offer[wish as usize]));
    problem.fixed.iter().filter(|offer| **offer != NONE).for_each(|offer| caps.take(*offer));
    let price_of = |student: u32, refused: usize| {
        let got = wish[student as usize];
        levels.iter().find_map(|(goal, price)| goal.more(problem, price, net.nowhere, student, small(refused), got))
    };
    let price_of = |student: u32, refused: usize| price_of(student, refused).unwrap_or(Price::Equal);
    let reasons = refusals::reasons(problem, &caps, order, &wish, Some(&price_of));
    let mut outcome = Outcome::new(problem, order, &wish, reasons);
    outcome.proof = proof;
    let spent = Spent { solve_s: solved - begun, unique_s: settled - solved, reasons_s: meter.cpu_seconds() - settled };
    (outcome, spent)
}

/// What an optimum of the stage may use: tight wishes, and slots that may lose or win a student.
fn narrow(net: &mut Net, face: &mut Face, seats: &Seats, table: &[i64], price: &[i64]) {
    let pays = |entry: Entry| table[usize::from(entry.class)] + price[entry.seat as usize];
    let mut torn = std::mem::take(&mut face.torn);
    torn.retain(|student| {
        let least = pays(seats.held[*student as usize]);
        face.keep(*student, |entry| pays(entry) == least);
        face.row(*student).len() > 1
    });
    face.torn = torn;
    for slot in 0..net.top as usize {
        net.frozen[slot] |= price[slot] > price[net.up[slot] as usize];
    }
}
