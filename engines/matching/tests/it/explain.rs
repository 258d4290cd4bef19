//! Every reason, worked out again from the input and the promised ranks alone, by a plain flow on a plain graph.

use super::town::{Dice, Town};
use matching::explain::{CapOf, Cut, CutTemplate, Explanation, FullCap, RefusedWish, Told};
use matching::{Options, solve};
use std::collections::BTreeSet;

const CASES: u64 = 2_000;
const SEED: u64 = 20_270_305;
const PLENTY: u32 = 1_000;

/// A graph small enough for a matrix: source, sink, offers, nodes, then a vertex for each student or visitor.
struct Graph {
    left: Vec<Vec<u32>>,
}

const SOURCE: usize = 0;
const SINK: usize = 1;

impl Graph {
    /// The caps alone, with one cap raised.
    fn new(town: &Town, raised: Option<&CapOf>) -> Self {
        let size = 2 + town.offers.len() + town.nodes.len();
        let mut graph = Self { left: vec![vec![0; size]; size] };
        for (offer, (id, node, seats)) in town.offers.iter().enumerate() {
            let more = raised == Some(&CapOf::Offer { place_id: id.clone() });
            graph.left[2 + offer][2 + town.offers.len() + node] = seats + u32::from(more);
        }
        for (node, (id, parent, cap)) in town.nodes.iter().enumerate() {
            let more = raised == Some(&CapOf::Node { host_id: id.clone(), level: "level".into() });
            let up = parent.map_or(SINK, |up| 2 + town.offers.len() + up);
            graph.left[2 + town.offers.len() + node][up] = cap.map_or(PLENTY, |cap| cap + u32::from(more));
        }
        graph
    }

    /// Adds someone content with any of these offers; says whether all fit.
    fn seat(&mut self, offers: &[usize]) -> bool {
        let vertex = self.left.len();
        for row in &mut self.left {
            row.push(0);
        }
        self.left.push(vec![0; vertex + 1]);
        self.left[SOURCE][vertex] = 1;
        for offer in offers {
            self.left[vertex][2 + offer] = 1;
        }
        self.push(SOURCE, &mut vec![false; vertex + 1])
    }

    fn push(&mut self, at: usize, seen: &mut [bool]) -> bool {
        if at == SINK {
            return true;
        }
        seen[at] = true;
        for to in 0..self.left.len() {
            if self.left[at][to] > 0 && !seen[to] && self.push(to, seen) {
                self.left[at][to] -= 1;
                self.left[to][at] += 1;
                return true;
            }
        }
        false
    }

    fn reach(&self) -> BTreeSet<usize> {
        let mut seen = BTreeSet::from([SOURCE]);
        let mut queue = vec![SOURCE];
        while let Some(at) = queue.pop() {
            for to in 0..self.left.len() {
                if self.left[at][to] > 0 && seen.insert(to) {
                    queue.push(to);
                }
            }
        }
        seen
    }
}

/// What the engine said about one town, as far as a reason may rest on it.
struct Said<'a> {
    town: &'a Town,
    order: Vec<usize>,
    rank: Vec<Option<u16>>,
    seat: Vec<Option<usize>>,
}

impl Said<'_> {
    fn class(&self, student: usize) -> Vec<usize> {
        let who = &self.town.students[student];
        match (who.fixed, self.rank[student]) {
            (Some(offer), _) => vec![offer],
            (None, Some(rank)) => who.wishes.iter().filter(|wish| wish.1 == rank).map(|wish| wish.0).collect(),
            (None, None) => Vec::new(),
        }
    }

    /// Everyone placed by hand, then those of the first `drawn` in the draw who were promised something.
    fn seated(&self, drawn: usize) -> Vec<usize> {
        let fixed = (0..self.rank.len()).filter(|at| self.town.students[*at].fixed.is_some());
        fixed.chain(self.order[..drawn].iter().copied().filter(|at| self.rank[*at].is_some())).collect()
    }

    fn graph(&self, drawn: usize, raised: Option<&CapOf>) -> Graph {
        let mut graph = Graph::new(self.town, raised);
        for student in self.seated(drawn) {
            assert!(graph.seat(&self.class(student)), "promises can be kept");
        }
        graph
    }

    /// What keeps somebody out who comes after `drawn` others and wants one of these.
    fn cut(&self, drawn: usize, wanted: &[usize]) -> Cut {
        let mut graph = self.graph(drawn, None);
        assert!(!graph.seat(wanted), "a refused wish had no way in");
        let reach = graph.reach();
        let town = self.town;
        let node_at = |node: usize| 2 + town.offers.len() + node;
        let mut caps = Vec::new();
        for (offer, (id, node, seats)) in town.offers.iter().enumerate() {
            if reach.contains(&(2 + offer)) && !reach.contains(&node_at(*node)) {
                caps.push((CapOf::Offer { place_id: id.clone() }, *seats));
            }
        }
        for (node, (id, parent, cap)) in town.nodes.iter().enumerate() {
            if reach.contains(&node_at(node)) && !reach.contains(&parent.map_or(SINK, node_at)) {
                caps.push((CapOf::Node { host_id: id.clone(), level: "level".into() }, cap.unwrap()));
            }
        }
        // A closed offer or node (cap 0) below a full one adds no seat and no news.
        let all: Vec<CapOf> = caps.iter().map(|(at, _)| at.clone()).collect();
        caps.retain(|(at, _)| !self.above(at).iter().any(|above| all.contains(above)));
        caps.sort();
        let inside = |student: &usize| self.class(*student).iter().all(|offer| reach.contains(&(2 + offer)));
        let held: Vec<usize> = self.seated(drawn).into_iter().filter(inside).collect();
        assert_eq!(
            held.len() as u32,
            caps.iter().map(|(_, cap)| cap).sum::<u32>(),
            "full to the last seat, none to spare"
        );
        let position = |student: &usize| self.order.iter().position(|at| at == student).map(|at| at as u32 + 1);
        Cut {
            template: match &caps[..] {
                [(CapOf::Offer { .. }, _)] => CutTemplate::OfferFull,
                [_] => CutTemplate::NodeFull,
                _ => CutTemplate::TogetherFull,
            },
            seats: held.len() as u32,
            fixed: held.iter().filter(|student| town.students[**student].fixed.is_some()).count() as u32,
            last_class: None,
            last_position: held.iter().filter_map(position).max(),
            caps: caps
                .into_iter()
                .map(|(at, cap)| FullCap {
                    one_more_helps: self.graph(self.order.len(), Some(&at)).seat(wanted),
                    at,
                    cap,
                })
                .collect(),
        }
    }

    fn above(&self, at: &CapOf) -> Vec<CapOf> {
        let town = self.town;
        let nodes = match at {
            CapOf::Offer { place_id } => town.above(town.offers.iter().position(|offer| offer.0 == *place_id).unwrap()),
            CapOf::Node { host_id, .. } => {
                let node = town.nodes.iter().position(|node| node.0 == *host_id).unwrap();
                std::iter::successors(town.nodes[node].1, |up| town.nodes[*up].1).collect()
            }
        };
        let cap_of = |node: usize| CapOf::Node { host_id: town.nodes[node].0.clone(), level: "level".into() };
        nodes.into_iter().map(cap_of).collect()
    }

    fn explanation(&self, student: usize) -> Explanation {
        let (town, who) = (self.town, &self.town.students[student]);
        let id = |offer: usize| town.offers[offer].0.clone();
        let position = self.order.iter().position(|at| *at == student);
        let mut cuts: Vec<Cut> = Vec::new();
        let mut local = |cut: Cut| {
            cuts.iter().position(|known| *known == cut).unwrap_or_else(|| {
                cuts.push(cut);
                cuts.len() - 1
            })
        };
        let mut refused = Vec::new();
        let mut result = Told::NoWishes;
        if let Some(drawn) = position {
            let mut dearer: Vec<_> = who.wishes.iter().filter(|w| self.rank[student].is_none_or(|r| w.1 < r)).collect();
            dearer.sort_by_key(|(offer, rank)| (*rank, id(*offer)));
            let wishes = |at: &usize, offer| town.students[*at].wishes.iter().any(|wish| wish.0 == offer);
            for &&(offer, rank) in &dearer {
                let before = &self.order[..drawn];
                refused.push(RefusedWish {
                    place_id: id(offer),
                    rank,
                    class: None,
                    wished: self.order.iter().filter(|at| wishes(at, offer)).count() as u32,
                    wished_before: before.iter().filter(|at| wishes(at, offer)).count() as u32,
                    held_before: before.iter().filter(|at| self.seat[**at] == Some(offer)).count() as u32,
                    cut: local(self.cut(drawn, &[offer])),
                    price: None,
                });
            }
            if self.rank[student].is_none() && !who.wishes.is_empty() {
                let all: Vec<usize> = who.wishes.iter().map(|wish| wish.0).collect();
                result = Told::Unplaced { cut: local(self.cut(drawn, &all)) };
            }
        }
        if let Some(offer) = self.seat[student] {
            result = match self.rank[student] {
                Some(rank) => Told::Placed { place_id: id(offer), rank },
                None => Told::Fixed { place_id: id(offer) },
            };
        }
        Explanation {
            student_id: who.id.clone(),
            position: position.map(|at| at as u32 + 1),
            drawn: self.order.len() as u32,
            result,
            refused,
            cuts,
            not_considered: Vec::new(),
            added: None,
        }
    }
}

#[test]
fn every_reason_can_be_worked_out_again() {
    println!("{CASES} towns from seed {SEED}");
    let mut dice = Dice(SEED);
    let (mut told, mut together) = (0, 0);
    for case in 0..CASES {
        let town = Town::random(&mut dice, 14);
        let problem = town.problem(&mut dice);
        let outcome = solve(&problem, &Options::default());
        let mut said = Said {
            town: &town,
            order: town.order(),
            rank: vec![None; town.students.len()],
            seat: vec![None; town.students.len()],
        };
        let index = |id: &str| town.students.iter().position(|student| student.id == id).unwrap();
        for student in problem.each_student() {
            let at = index(problem.student_id(student));
            let offer = outcome.placed(student).map(|offer| problem.offer_id(offer).to_owned());
            said.seat[at] = offer.and_then(|id| town.offers.iter().position(|offer| offer.0 == id));
            said.rank[at] = outcome.rank(student);
        }
        for student in problem.each_student() {
            let got = outcome.explanation(&problem, student);
            let expected = said.explanation(index(problem.student_id(student)));
            assert_eq!(got, expected, "town {case}: {town:#?}");
            told += got.refused.len();
            together += got.cuts.iter().filter(|cut| cut.caps.len() > 1).count();
        }
    }
    println!("{told} refused wishes and {together} sets of caps worked out again");
    assert!(told > 1_000 && together > 100, "the towns must be tight enough to refuse somebody");
}

#[test]
fn a_reason_survives_being_stored() {
    let mut dice = Dice(SEED + 1);
    for _ in 0..200 {
        let problem = Town::random(&mut dice, 10).problem(&mut dice);
        let outcome = solve(&problem, &Options::default());
        for student in problem.each_student() {
            let told = outcome.explanation(&problem, student);
            let stored = serde_json::to_string(&told).unwrap();
            assert_eq!(serde_json::from_str::<Explanation>(&stored).unwrap(), told);
        }
    }
}
