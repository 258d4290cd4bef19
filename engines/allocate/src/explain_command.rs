//! `fotfeste allocate explain`: everything one student can be told, with the exact price of each refused wish.

use crate::chance::ChanceFrom;
use crate::input::Opened;
use crate::meter::ProcessMeter;
use crate::{Rules, mechanism, solved};
use matching::exact::{ExactPrices, NoPrice, PricedWish};
use matching::files::Output;
use matching::{Mechanism, Options, Student};
use std::io::Write;

/// Explain one student's result, with the exact price of each refused wish
///
/// Solves the round once more, which gives the same allocation, and writes one JSON object: the reasons as in the
/// file of reasons, and under `exact` what each dearer wish, or the one asked for, would have cost the others. It is
/// about a person: for the student and the office.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Explain {
    #[command(flatten)]
    rules: Rules,
    /// How students are placed
    #[arg(long, value_parser = mechanism)]
    mechanism: Mechanism,
    #[command(flatten)]
    chance: ChanceFrom,
    /// Whose result
    #[arg(long, value_name = "ID")]
    student: String,
    /// Which of the student's wishes, dearer or not; without, all that were refused
    #[arg(long, value_name = "ID")]
    wish: Option<String>,
}

/// The line for standard output.
pub(crate) fn run(command: &Explain, err: &mut impl Write) -> Result<String, String> {
    let (chance, committed) = command.chance.of(&command.rules)?;
    let (mut input, options) = (Opened::of(&command.rules.dir)?, command.rules.options(command.mechanism, chance)?);
    let output = solved(input.streams(), &options, committed.as_ref(), &mut ProcessMeter)?;
    for notice in &output.notices {
        drop(writeln!(err, "{notice}"));
    }
    let problem = &output.problem;
    let student = problem.each_student().find(|student| problem.student_id(*student) == command.student);
    let student = student
        .ok_or_else(|| format!("--student: {:?} is refused; allowed: a student_id of students.csv", command.student))?;
    let how = Options { mechanism: options.mechanism, cost: options.cost.clone(), ..Options::default() };
    let exact = exact(command, &output, &how, student)?;
    let (summary, explanation) = (&output.summary, output.outcome.explanation(problem, student));
    Ok(serde_json::json!({
        "mechanism": summary.mechanism, "input_sha256": summary.input_sha256,
        "output_sha256": summary.output_sha256, "seed": summary.seed, "engine_version": summary.engine_version,
        "explanation": explanation, "exact": exact,
    })
    .to_string())
}

/// The exact price of the wish asked for, or of all refused ones. A student who was placed before the mechanism has
/// none, nor has any under a mechanism that looks for no optimum; that is wrong only where one was asked for.
fn exact(command: &Explain, output: &Output, how: &Options, student: Student) -> Result<Vec<PricedWish>, String> {
    let problem = &output.problem;
    let prices = ExactPrices::new(problem, how, &output.outcome);
    let Some(wish) = &command.wish else {
        return Ok(prices.and_then(|prices| prices.of_refused(student)).unwrap_or_default());
    };
    let offer = problem.each_offer().find(|offer| problem.offer_id(*offer) == wish).ok_or(NoPrice::NoSuchWish);
    let priced = prices.and_then(|prices| prices.priced(student, offer?));
    priced.map(|priced| vec![priced]).map_err(|why| format!("--wish: {wish:?} is refused: {why}"))
}
