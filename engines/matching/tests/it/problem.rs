//! A problem that exists is sound: everything else is refused by name.

use matching::problem::Kind;
use matching::{BanReason, Builder, Problem, ProblemError};

/// A sound town of one node, one offer with two seats and two students.
fn town() -> Builder {
    let mut town = Builder::new();
    town.node("north", None, "region", Some(3));
    town.offer("ward", "north", 2);
    town.student("mila", 0, 1);
    town.student("omar", 0, 2);
    town
}

fn refused(change: impl FnOnce(&mut Builder)) -> Vec<ProblemError> {
    let mut town = town();
    change(&mut town);
    town.build().err().unwrap_or_default()
}

#[test]
fn what_is_unsound_is_refused_by_name() {
    let text = str::to_owned;
    assert_eq!(
        refused(|t| {
            t.student("", 0, 1);
        }),
        [ProblemError::EmptyId { kind: Kind::Student }]
    );
    assert_eq!(
        refused(|t| {
            t.offer("ward", "north", 1);
        }),
        [ProblemError::Repeated { kind: Kind::Offer, id: text("ward") }]
    );
    assert_eq!(
        refused(|t| {
            t.node("site", Some("nowhere"), "site", None);
        }),
        [ProblemError::UnknownParent { node: text("site"), parent: text("nowhere") }]
    );
    assert_eq!(
        refused(|t| {
            t.node("a", Some("b"), "site", None);
            t.node("b", Some("a"), "site", None);
        }),
        [ProblemError::Cycle { node: text("a") }]
    );
    assert_eq!(
        refused(|t| {
            t.offer("lab", "nowhere", 1);
        }),
        [ProblemError::UnknownNode { offer: text("lab"), node: text("nowhere") }]
    );
    assert_eq!(
        refused(|t| t.wish("nobody", "nothing", 1)),
        [
            ProblemError::UnknownStudent { student: text("nobody") },
            ProblemError::UnknownOffer { student: text("nobody"), offer: text("nothing") }
        ]
    );
    assert_eq!(
        refused(|t| t.wish("mila", "ward", 0)),
        [ProblemError::RankZero { student: text("mila"), offer: text("ward") }]
    );
    assert_eq!(
        refused(|t| {
            t.wish("mila", "ward", 1);
            t.wish("omar", "ward", 1);
            t.wish("mila", "ward", 2);
        }),
        [ProblemError::WishRepeated { student: text("mila"), offer: text("ward") }]
    );
    assert_eq!(
        refused(|t| {
            t.fix("mila", "ward");
            t.fix("mila", "ward");
        }),
        [ProblemError::FixedTwice { student: text("mila") }]
    );
    assert_eq!(
        refused(|t| {
            t.offer("sea", "north", u32::MAX);
        }),
        [ProblemError::CapacityTooLarge { kind: Kind::Offer, id: text("sea") }]
    );
}

#[test]
fn soft_terms_and_bans_that_cannot_be_are_refused_by_name() {
    let text = str::to_owned;
    assert_eq!(
        refused(|t| {
            t.soft("mila", "ward", Problem::SOFT_MAX);
            t.soft("omar", "ward", Problem::SOFT_MAX + 1);
            t.soft("mila", "ward", -2);
            t.protect("nobody");
        }),
        [
            ProblemError::SoftTooLarge { student: text("omar"), offer: text("ward") },
            ProblemError::UnknownStudent { student: text("nobody") },
            ProblemError::SoftRepeated { student: text("mila"), offer: text("ward") },
        ]
    );
    assert_eq!(
        refused(|t| {
            t.ban("mila", "ward", BanReason::Other);
            t.ban("mila", "ward", BanReason::Relative);
        }),
        [ProblemError::BanRepeated { student: text("mila"), offer: text("ward") }]
    );
}

#[test]
fn placements_by_hand_that_do_not_fit_are_refused() {
    let mut town = town();
    town.node("east", None, "region", Some(0));
    town.offer("lab", "east", 9);
    town.student("ida", 0, 3);
    town.student("liv", 0, 4);
    for (student, offer) in [("mila", "ward"), ("omar", "ward"), ("ida", "ward"), ("liv", "lab")] {
        town.fix(student, offer);
    }
    let text = str::to_owned;
    assert_eq!(
        town.build().expect_err("too many"),
        [
            ProblemError::FixedOverOffer { student: text("ida"), offer: text("ward"), seats: 2, fixed: 3 },
            ProblemError::FixedOverNode { student: text("liv"), node: text("east"), cap: 0, fixed: 1 },
        ]
    );
}

#[test]
fn a_forest_has_a_limited_depth() {
    let chain = |nodes: usize| {
        let mut town = Builder::new();
        for at in 0..nodes {
            let up = at.checked_sub(1).map(|up| format!("n{up}"));
            town.node(&format!("n{at}"), up.as_deref(), "level", None);
        }
        town.build()
    };
    assert!(chain(Problem::DEPTH_MAX).is_ok());
    let deepest = format!("n{}", Problem::DEPTH_MAX);
    assert_eq!(chain(100).expect_err("too deep"), [ProblemError::TooDeep { node: deepest }]);
}

#[test]
fn a_hundred_faults_are_enough() {
    assert_eq!(refused(|t| (0..500).for_each(|at| t.wish("mila", &format!("p{at}"), 1))).len(), 100);
}

#[test]
fn an_empty_problem_is_sound() {
    let problem = Builder::new().build().expect("nothing is wrong with nothing");
    let outcome = matching::solve(&problem, &matching::Options::default());
    assert_eq!((outcome.placed_count(), outcome.drawn()), (0, 0));
    assert_eq!(matching::files::allocation_csv(&problem, &outcome), b"student_id,place_id,rank\n");
}
