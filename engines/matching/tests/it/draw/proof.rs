//! A student's proof holds for the true wishes, and for nothing else.

use crate::town::{Dice, Town};
use matching::draw::{ProofError, ProofTree, RoundSalt, check_proof, frozen_root};
use matching::{Builder, Numbers, Problem};

/// So many students that the tree has levels that are full, begun and alone.
fn crowd(students: usize) -> Problem {
    let mut town = Builder::new();
    town.node("vik", None, "host", None);
    town.offer("ward-3", "vik", 2);
    for at in 0..students {
        let id = format!("s{at}");
        town.student(&id, 0, 0);
        town.wish(&id, "ward-3", 1);
    }
    town.build().unwrap()
}

#[test]
fn everybody_has_a_proof_at_any_size() {
    for students in [1, 2, 15, 16, 17, 255, 256, 257, 300] {
        let (problem, salt) = (crowd(students), RoundSalt::new([3; 32]));
        let tree = ProofTree::new(&problem, Numbers::Drawn, Some(&salt));
        assert_eq!(tree.root(), frozen_root(&problem, Numbers::Drawn, Some(&salt)), "{students}");
        for student in problem.each_student() {
            let proof = tree.proof(student);
            let leaf = check_proof(&proof, &tree.root()).unwrap();
            let salt = hex::encode(salt.of(problem.student_id(student)));
            assert_eq!(leaf, format!("student\t{}\nsalt\t{salt}\n1\tward-3\t0\t\n", problem.student_id(student)));
        }
    }
    let empty = crowd(0);
    assert_eq!(ProofTree::new(&empty, Numbers::Given, None).root(), frozen_root(&empty, Numbers::Given, None));
}

#[test]
fn a_changed_byte_anywhere_proves_nothing() {
    let (problem, salt) = (crowd(40), RoundSalt::new([4; 32]));
    let tree = ProofTree::new(&problem, Numbers::Given, Some(&salt));
    let root = tree.root();
    let proof = tree.proof(problem.each_student().nth(38).unwrap());
    assert!(check_proof(&proof, &root).is_ok());
    for at in 0..proof.len() {
        for other in [b'0', b'f', b'\n', b'\t', b's'] {
            let mut changed = proof.clone().into_bytes();
            if std::mem::replace(&mut changed[at], other) != other {
                assert!(check_proof(&String::from_utf8(changed).unwrap(), &root).is_err(), "byte {at} as {other}");
            }
        }
        let removed = format!("{}{}", &proof[..at], &proof[at + 1..]);
        assert!(check_proof(&removed, &root).is_err(), "without byte {at}");
    }
    for at in 0..root.len() {
        let mut other = root;
        other[at] ^= 1;
        assert!(matches!(check_proof(&proof, &other), Err(ProofError::OtherRoot(_))));
    }
    for cut in 0..proof.len() {
        assert!(check_proof(&proof[..cut], &root).is_err());
    }
    assert!(check_proof(&format!("{proof}\n"), &root).is_err());
}

#[test]
fn a_part_of_the_tree_is_no_proof_of_its_own() {
    let problem = crowd(40);
    let tree = ProofTree::new(&problem, Numbers::Given, None);
    let proof = tree.proof(problem.each_student().next().unwrap());
    let (_, from_the_first_node) = proof.split_once("\n\n").unwrap();
    assert!(matches!(check_proof(from_the_first_node, &tree.root()), Err(ProofError::Shape { part: 1, .. })));
    let (leaf, _) = proof.split_once("\n\n").unwrap();
    let (_, last) = proof.rsplit_once("\n\n").unwrap();
    let short = format!("{leaf}\n\n{last}");
    assert!(matches!(check_proof(&short, &tree.root()), Err(ProofError::Shape { part: 2, .. })));
    let swapped = proof.replacen("1\tward-3", "2\tward-3", 1);
    assert_eq!(check_proof(&swapped, &tree.root()), Err(ProofError::Broken { part: 1 }));
}

#[test]
fn proofs_fit_towns_of_every_kind() {
    let mut dice = Dice(11);
    for _ in 0..50 {
        let problem = Town::random(&mut dice, 60).problem(&mut dice);
        let tree = ProofTree::new(&problem, Numbers::Given, None);
        for student in problem.each_student() {
            assert!(check_proof(&tree.proof(student), &tree.root()).is_ok());
        }
    }
}
