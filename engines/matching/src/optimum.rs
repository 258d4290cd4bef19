//! The mechanisms that look for an optimum.

use crate::problem::Problem;
use crate::{Meter, Options, Outcome, Spent};

pub(crate) fn run(_problem: &Problem, _options: &Options, _order: &[u32], _meter: &mut dyn Meter) -> (Outcome, Spent) {
    unimplemented!()
}
