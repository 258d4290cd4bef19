//! The mechanism `priority`.

use crate::draw::TieKey;
use crate::problem::Problem;
use crate::{Meter, Outcome, Spent};

pub(crate) fn run(_problem: &Problem, _order: &[u32], _ties: &TieKey, _meter: &mut dyn Meter) -> (Outcome, Spent) {
    unimplemented!()
}
