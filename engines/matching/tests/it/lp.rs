//! The totals of a rule by linear programs: one variable a wish, one row a student, an offer and a node. Capacities
//! that form a forest make every corner of it a whole allocation, so the optimum of the program is that of the rule.

use super::brute::Rule;
use super::town::Town;
use good_lp::{Expression, Solution, SolverModel, Variable, microlp, variable, variables};

/// The least totals in their order, each with those before it held. Groups are not looked at.
pub fn totals(town: &Town, rule: &Rule) -> Vec<i64> {
    let worst = town.worst_rank();
    let none: Vec<Vec<i64>> = town.students.iter().map(|student| rule.adds(student, None, worst)).collect();
    let mut held: Vec<i64> = Vec::new();
    for at in 0..none[0].len() {
        let unplaced: i64 = none.iter().map(|adds| adds[at]).sum();
        assert_eq!(unplaced, 0, "an empty allocation adds nothing to any total");
        held.push(least(town, rule, worst, &held));
    }
    held
}

/// The least of the total after those held.
fn least(town: &Town, rule: &Rule, worst: u16, held: &[i64]) -> i64 {
    let mut variables = variables!();
    let mut of_student = vec![Expression::default(); town.students.len()];
    let mut of_offer = vec![Expression::default(); town.offers.len()];
    let mut of_node = vec![Expression::default(); town.nodes.len()];
    let mut totals = vec![Expression::default(); held.len() + 1];
    for (at, student) in town.students.iter().enumerate() {
        let mut seat = |variable: Variable, offer: usize| {
            of_student[at] += variable;
            of_offer[offer] += variable;
            town.above(offer).into_iter().for_each(|node| of_node[node] += variable);
        };
        if let Some(offer) = student.fixed {
            seat(variables.add(variable().min(1).max(1)), offer);
            continue;
        }
        for (wish, (offer, _)) in student.wishes.iter().enumerate() {
            let variable = variables.add(variable().min(0));
            seat(variable, *offer);
            for (total, adds) in totals.iter_mut().zip(rule.adds(student, Some(wish), worst)) {
                if adds != 0 {
                    *total += adds as f64 * variable;
                }
            }
        }
    }
    let objective = totals.pop().unwrap();
    let mut model = variables.minimise(&objective).using(microlp);
    for row in of_student {
        model.add_constraint(row.leq(1));
    }
    for (row, offer) in of_offer.into_iter().zip(&town.offers) {
        model.add_constraint(row.leq(offer.2));
    }
    for (row, node) in of_node.into_iter().zip(&town.nodes) {
        if let Some(cap) = node.2 {
            model.add_constraint(row.leq(cap));
        }
    }
    for (total, held) in totals.into_iter().zip(held) {
        model.add_constraint(total.leq(*held as f64));
    }
    let found = model.solve().unwrap().eval(&objective);
    assert!((found - found.round()).abs() < 1e-5, "the optimum is whole, but {found} was found");
    found.round() as i64
}
