//! Of all optima the one that is best for the draw order.

use super::Seats;
use super::face::Face;
use super::net::Net;
use crate::draw::TieKey;
use crate::problem::Problem;

pub(crate) fn settle(
    problem: &Problem,
    _net: &mut Net,
    face: &mut Face,
    seats: &mut Seats,
    _order: &[u32],
    _ties: &TieKey,
) -> Vec<u32> {
    let mut wish = vec![crate::problem::NONE; problem.students()];
    for (at, student) in face.student.iter().enumerate() {
        wish[*student as usize] = face.wish[seats.held[at] as usize];
    }
    wish
}
