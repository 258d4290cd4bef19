//! Allocation of students to offers: exact, one answer, the same on every machine, explained to every student.
//!
//! A pure library: no clock, no chance but a seed handed in, no files, no database. Read in this order: [`problem`]
//! (what is to be solved), `caps` and `seating` (the network), `lottery` and `priority` (two mechanisms), `islands` and
//! `optimum` (the other four), [`draw`] (numbers anyone can work out again), [`explain`] and [`exact`] (why), [`files`] (four files
//! in, four out).

mod caps;
pub mod draw;
pub mod exact;
pub mod explain;
pub mod files;
mod groups;
mod ids;
mod islands;
mod lottery;
mod optimum;
pub mod periods;
mod priority;
pub mod problem;
pub mod proof;
mod refusals;
mod seating;
mod threads;

pub use draw::{DrawKey, Numbers, Seed, TieKey, input_sha256};
pub use explain::{Cut, Explanation};
pub use files::CostTable;
pub use groups::{GroupResult, Grouped};
pub use problem::{BanReason, Because, Builder, Node, Offer, Problem, ProblemError, Student, Wish};
pub use threads::Threads;

use problem::some;
use std::collections::BTreeMap;

/// The version that stands in every result: the same input and version give the same bytes.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// How students are placed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mechanism {
    /// Students in draw order, each as well off as the earlier ones leave possible.
    #[default]
    Lottery,
    /// Hosts' priority classes first, then draw order; nobody is passed over by a later one.
    Priority,
    /// Most students placed, then the least sum of what ranks cost.
    MinCost,
    /// Most first choices, then most second choices, and so on.
    RankMax,
    /// Most students placed, then most first choices, then most second choices, and so on.
    GreedyMax,
    /// Most students placed, then fewest on the worst rank, then on the one before it, and so on.
    Generous,
}

impl Mechanism {
    /// Every mechanism, by the name used in files and on the command line.
    pub const NAMES: &[(&str, Self)] = &[
        ("lottery", Self::Lottery),
        ("priority", Self::Priority),
        ("mincost", Self::MinCost),
        ("rankmax", Self::RankMax),
        ("greedymax", Self::GreedyMax),
        ("generous", Self::Generous),
    ];

    /// The name used in files and on the command line.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, mechanism)| *mechanism == self).map_or("", |(name, _)| name)
    }
}

/// What is left to choose when a problem is solved.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How students are placed.
    pub mechanism: Mechanism,
    /// Settles equal ranks: the default for lottery numbers that came with the input,
    /// [`DrawKey::tie_key`] for numbers drawn from a seed.
    pub ties: TieKey,
    /// What ranks cost in `mincost`.
    pub cost: CostTable,
    /// How many threads may work at once. The answer is the same on any number.
    pub threads: Threads,
}

/// Who got what. Lists go by [`Student::index`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    seat: Vec<u32>,
    rank: Vec<Option<u16>>,
    position: Vec<Option<u32>>,
    drawn: u32,
    histogram: BTreeMap<u16, u32>,
    reasons: explain::Reasons,
    proof: Vec<proof::Proven>,
    groups: Vec<Grouped>,
}

impl Outcome {
    /// Where a student is placed, by hand or by the mechanism.
    pub fn placed(&self, student: Student) -> Option<Offer> {
        some(self.seat[student.index()]).map(Offer)
    }

    /// The rank of the wish a student got; none when unplaced or placed by hand.
    pub fn rank(&self, student: Student) -> Option<u16> {
        self.rank[student.index()]
    }

    /// A student's place in the draw order, from 1; none for those placed by hand or seated as a group before the draw.
    pub fn position(&self, student: Student) -> Option<u32> {
        self.position[student.index()]
    }

    /// How many students drew.
    pub fn drawn(&self) -> u32 {
        self.drawn
    }

    /// How many got a wish of each rank. Those placed by hand are not in it.
    pub fn histogram(&self) -> &BTreeMap<u16, u32> {
        &self.histogram
    }

    /// Everything one student can be told: the result, and for every dearer wish what was full.
    pub fn explanation(&self, problem: &Problem, student: Student) -> Explanation {
        let at = student.index();
        let (result, refused, cuts) = self.reasons.told(problem, student, self.seat[at], self.rank[at]);
        Explanation {
            student_id: problem.student_id(student).into(),
            position: self.position[at],
            drawn: self.drawn,
            result,
            refused,
            cuts,
            not_considered: explain::NotConsidered::of(problem, student),
            added: explain::Added::of(problem, student),
        }
    }

    /// Every set of full caps that stood in somebody's way.
    pub fn cuts(&self) -> &[Cut] {
        &self.reasons.cuts
    }

    /// The full caps that together block all wishes of an unplaced student.
    pub fn blocked_by(&self, student: Student) -> Option<&Cut> {
        some(self.reasons.blocked[student.index()]).map(|cut| &self.reasons.cuts[cut as usize])
    }

    /// The objectives of an optimising mechanism in their order, each with the prices that prove it. Empty for others.
    pub fn proof(&self) -> &[proof::Proven] {
        &self.proof
    }

    /// How it went with each group, in the order they were tried.
    pub fn groups(&self) -> &[Grouped] {
        &self.groups
    }

    /// Students with a place, those placed by hand included.
    pub fn placed_count(&self) -> usize {
        self.seat.iter().filter(|seat| some(**seat).is_some()).count()
    }
}

/// Tells the time each step took; the library itself asks no clock.
pub trait Meter {
    /// CPU seconds of the process so far.
    fn cpu_seconds(&mut self) -> f64;
}

/// For callers that do not measure: no time passes.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoMeter;
impl Meter for NoMeter {
    fn cpu_seconds(&mut self) -> f64 {
        0.0
    }
}

/// CPU seconds of each step of [`solve_measured`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spent {
    /// From the problem to an optimum.
    pub solve_s: f64,
    /// From an optimum to the one answer.
    pub unique_s: f64,
    /// Finding the reasons.
    pub reasons_s: f64,
}

/// Solves a problem. The answer depends on the problem and the options alone, never on the order of rows.
pub fn solve(problem: &Problem, options: &Options) -> Outcome {
    solve_measured(problem, options, &mut NoMeter).0
}

/// Solves a problem and says what each step cost.
pub fn solve_measured(problem: &Problem, options: &Options, meter: &mut dyn Meter) -> (Outcome, Spent) {
    let order = problem.draw_order();
    let begun = meter.cpu_seconds();
    let Some(groups) = groups::seat(problem, &order, &options.ties) else {
        return run(problem, options, &order, meter);
    };
    let mut around = problem.clone();
    for (student, wish) in &groups.seated {
        around.fixed[*student as usize] = problem.wish_offer[*wish as usize];
    }
    let seated_s = meter.cpu_seconds() - begun;
    let (mut outcome, mut spent) = run(&around, options, &around.draw_order(), meter);
    spent.solve_s += seated_s;
    outcome.join(problem, groups);
    (outcome, spent)
}

/// One mechanism among those who draw, in this order.
fn run(problem: &Problem, options: &Options, order: &[u32], meter: &mut dyn Meter) -> (Outcome, Spent) {
    match options.mechanism {
        Mechanism::Lottery => lottery::run(problem, order, &options.ties, meter),
        Mechanism::Priority => priority::run(problem, order, &options.ties, meter),
        Mechanism::MinCost | Mechanism::RankMax | Mechanism::GreedyMax | Mechanism::Generous => {
            optimum::run(problem, options, order, meter)
        }
    }
}

impl Outcome {
    /// `wish` names the wish each student got, [`problem::NONE`] for none; those placed by hand stay where they are.
    fn new(problem: &Problem, order: &[u32], wish: &[u32], reasons: explain::Reasons) -> Self {
        let mut seat = problem.fixed.clone();
        let mut rank = vec![None; problem.students()];
        let mut position = vec![None; problem.students()];
        let mut histogram = BTreeMap::new();
        for (place, student) in (1..).zip(order) {
            let at = *student as usize;
            position[at] = Some(place);
            if let Some(wish) = some(wish[at]) {
                let got = problem.wish_rank[wish as usize];
                seat[at] = problem.wish_offer[wish as usize];
                rank[at] = Some(got);
                *histogram.entry(got).or_insert(0) += 1;
            }
        }
        Self {
            seat,
            rank,
            position,
            drawn: ids::small(order.len()),
            histogram,
            reasons,
            proof: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// Members of groups sat like those placed by hand; now their ranks count.
    fn join(&mut self, problem: &Problem, groups: groups::Groups) {
        for (student, wish) in groups.seated {
            let got = problem.wish_rank[wish as usize];
            self.rank[student as usize] = Some(got);
            *self.histogram.entry(got).or_insert(0) += 1;
        }
        self.groups = groups.told;
    }
}
