//! All mechanisms on one frozen input, side by side: what each would do, and for whom it makes a difference.

use super::{CostTable, Frozen, Input, InputErrors, RunOptions, Streams, draw, freeze_streams, write};
use crate::problem::Problem;
use crate::{ENGINE_VERSION, Mechanism, Meter, Options, Outcome, Seed, Student, solve_measured};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What came out, for the table and for `compare.json`.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    format: &'static str,
    engine_version: &'static str,
    input_sha256: String,
    round_id: String,
    seed: Option<String>,
    cost_table: Vec<u32>,
    students: usize,
    mechanisms: Vec<Row>,
    pairs: Vec<Pair>,
    /// Those whom not all mechanisms give the same place.
    differ: Vec<Differs>,
    /// What was not read and changes nothing, a line each.
    pub notices: Vec<String>,
}

/// What one mechanism would do.
#[derive(Clone, Debug, Serialize)]
struct Row {
    mechanism: &'static str,
    placed: usize,
    unplaced: usize,
    histogram: BTreeMap<u16, u32>,
    cost: u64,
    worst_rank: Option<u16>,
    /// Of wishes that came true and whose travel is known.
    travel_known: usize,
    travel_min: u64,
    cpu_s: f64,
}

/// What changes for students between two mechanisms.
#[derive(Clone, Debug, Serialize)]
struct Pair {
    one: &'static str,
    other: &'static str,
    /// Students with another place, or with a place under one alone.
    differ: usize,
    /// Of these, students who like what the first gives them better, by rank.
    better_under_one: usize,
    better_under_other: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Differs {
    student_id: String,
    /// In the order of the mechanisms; none for no place.
    places: Vec<Option<String>>,
    ranks: Vec<Option<u16>>,
}

/// Reads four files and solves them by every mechanism.
///
/// # Errors
/// Everything that is wrong with the input.
pub fn compare_files(input: Input, options: &RunOptions, meter: &mut dyn Meter) -> Result<Comparison, InputErrors> {
    compare_streams(input.bytes().streams(), options, meter)
}

/// [`compare_files`] for files that are never held whole.
///
/// # Errors
/// As [`compare_files`]; a stream that breaks off is one of them.
pub fn compare_streams(
    streams: Streams<'_>,
    options: &RunOptions,
    meter: &mut dyn Meter,
) -> Result<Comparison, InputErrors> {
    let frozen = freeze_streams(streams, options.numbers(), options, meter)?;
    let Frozen { mut problem, notices, root, .. } = frozen;
    let (ties, seed) = draw(&mut problem, &root, options)?;
    let mut how = Options { cost: options.cost.clone(), ties, threads: options.threads, ..Options::default() };
    let (mut rows, mut outcomes) = (Vec::new(), Vec::new());
    for (_, mechanism) in Mechanism::NAMES {
        how.mechanism = *mechanism;
        let begun = meter.cpu_seconds();
        let (outcome, _) = solve_measured(&problem, &how, meter);
        rows.push(row(&problem, &outcome, *mechanism, &options.cost, meter.cpu_seconds() - begun));
        outcomes.push(got(&problem, &outcome));
    }
    Ok(Comparison {
        format: "fotfeste-comparison-1",
        engine_version: ENGINE_VERSION,
        input_sha256: hex::encode(root),
        round_id: options.round_id.clone(),
        seed: seed.as_ref().map(Seed::to_hex),
        cost_table: options.cost.entries().to_vec(),
        students: problem.students(),
        pairs: pairs(&rows, &outcomes),
        differ: differ(&problem, &outcomes),
        mechanisms: rows,
        notices,
    })
}

fn row(problem: &Problem, outcome: &Outcome, mechanism: Mechanism, cost: &CostTable, cpu_s: f64) -> Row {
    let (mut travel_known, mut travel_min) = (0, 0);
    for student in problem.each_student() {
        let place = outcome.placed(student).filter(|_| outcome.rank(student).is_some());
        let wish = problem.wishes_of(student).find(|wish| Some(wish.offer) == place);
        if let Some(minutes) = wish.and_then(|wish| wish.travel_min) {
            travel_known += 1;
            travel_min += u64::from(minutes);
        }
    }
    Row {
        mechanism: mechanism.name(),
        placed: outcome.placed_count(),
        unplaced: problem.students() - outcome.placed_count(),
        histogram: outcome.histogram().clone(),
        cost: super::cost(outcome, cost),
        worst_rank: outcome.histogram().keys().next_back().copied(),
        travel_known,
        travel_min,
        cpu_s,
    }
}

/// Place and rank of one student; a missing rank stands for no place, or one by hand.
type Got = (Option<u32>, Option<u16>);

fn got(problem: &Problem, outcome: &Outcome) -> Vec<Got> {
    let of = |student: Student| (outcome.placed(student).map(|offer| offer.0), outcome.rank(student));
    problem.each_student().map(of).collect()
}

fn pairs(rows: &[Row], outcomes: &[Vec<Got>]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (at, (one, one_got)) in rows.iter().zip(outcomes).enumerate() {
        for (other, other_got) in rows.iter().zip(outcomes).skip(at + 1) {
            let students = || one_got.iter().zip(other_got);
            let rank = |got: &Got| got.1.map_or(u32::MAX, u32::from);
            pairs.push(Pair {
                one: one.mechanism,
                other: other.mechanism,
                differ: students().filter(|(one, other)| one.0 != other.0).count(),
                better_under_one: students().filter(|(one, other)| rank(one) < rank(other)).count(),
                better_under_other: students().filter(|(one, other)| rank(one) > rank(other)).count(),
            });
        }
    }
    pairs
}

fn differ(problem: &Problem, outcomes: &[Vec<Got>]) -> Vec<Differs> {
    let mut differ = Vec::new();
    for student in problem.student_ids.sorted().into_iter().map(Student) {
        let got: Vec<Got> = outcomes.iter().map(|outcome| outcome[student.index()]).collect();
        if got.iter().any(|one| one.0 != got[0].0) {
            let id = |place: u32| problem.offer_ids.get(place as usize).to_owned();
            differ.push(Differs {
                student_id: problem.student_id(student).into(),
                places: got.iter().map(|got| got.0.map(id)).collect(),
                ranks: got.iter().map(|got| got.1).collect(),
            });
        }
    }
    differ
}

impl Comparison {
    /// `compare.json`
    pub fn report(&self) -> Vec<u8> {
        let mut out = Vec::new();
        write::pretty(&mut out, self);
        out.push(b'\n');
        out
    }

    /// The table for people: a line for each mechanism, then one for each pair.
    pub fn table(&self) -> String {
        let mut out = String::new();
        let head = ["mechanism", "placed", "unplaced", "cost", "worst", "mean travel", "students at rank 1, 2, 3, ..."];
        line(&mut out, &head.map(String::from));
        for row in &self.mechanisms {
            line(&mut out, &row.cells());
        }
        let _ =
            writeln!(out, "\n{} of {} students do not get the same place everywhere", self.differ.len(), self.students);
        for pair in &self.pairs {
            let Pair { one, other, differ, better_under_one, better_under_other } = pair;
            let _ = writeln!(
                out,
                "{one} and {other}: {differ} differ; {better_under_one} are better off under {one}, \
                 {better_under_other} under {other}"
            );
        }
        out
    }

    /// One line of JSON: the counts, without those who differ.
    pub fn summary(&self) -> String {
        let Self { students, input_sha256, seed, engine_version, mechanisms, .. } = self;
        let differ = self.differ.len();
        serde_json::json!({
            "students": students, "differ": differ, "input_sha256": input_sha256, "seed": seed,
            "engine_version": engine_version, "mechanisms": mechanisms,
        })
        .to_string()
    }
}

impl Row {
    fn cells(&self) -> [String; 7] {
        let worst = self.worst_rank.unwrap_or(0);
        let profile = (1..=worst.min(RANKS_SHOWN)).map(|rank| self.histogram.get(&rank).unwrap_or(&0).to_string());
        let mut profile = profile.collect::<Vec<_>>().join(" ");
        if worst > RANKS_SHOWN {
            profile.push_str(" ...");
        }
        let mean = match self.travel_known {
            0 => String::new(),
            known => format!("{:.1} min", self.travel_min as f64 / known as f64),
        };
        let numbers = [self.placed.to_string(), self.unplaced.to_string(), self.cost.to_string(), worst.to_string()];
        let [placed, unplaced, cost, worst] = numbers;
        [self.mechanism.to_owned(), placed, unplaced, cost, worst, mean, profile]
    }
}

const RANKS_SHOWN: u16 = 15;

fn line(out: &mut String, [name, numbers @ .., profile]: &[String; 7]) {
    let _ = write!(out, "{name:<10}");
    for cell in numbers {
        let _ = write!(out, "{cell:>12}");
    }
    let _ = writeln!(out, "   {profile}");
}
