//! Objectives and prices found the plainest way: costs of whole allocations, and shortest ways to a free seat.

use super::town::{Seats, Town};

pub const OPTIMISERS: [&str; 4] = ["mincost", "rankmax", "greedymax", "generous"];

/// What an option costs in each stage, and what the stages are called.
pub struct Stages {
    pub names: Vec<String>,
    cost: fn(&str, Option<u16>) -> i64,
}

impl Stages {
    pub fn of(mechanism: &str, town: &Town) -> Self {
        let mut ranks: Vec<u16> = town.students.iter().flat_map(|s| s.wishes.iter().map(|wish| wish.1)).collect();
        ranks.sort_unstable();
        ranks.dedup();
        let up: Vec<String> = ranks.iter().map(|rank| format!("up_to_rank_{rank}")).collect();
        let down: Vec<String> = ranks.iter().rev().map(|rank| format!("from_rank_{rank}")).collect();
        let placed = || vec!["placed".to_owned()];
        let names = match mechanism {
            "mincost" => vec!["placed".to_owned(), "rank_cost".to_owned()],
            "rankmax" => up,
            "greedymax" => [placed(), up].concat(),
            "generous" => [placed(), down].concat(),
            _ => Vec::new(),
        };
        Self { names, cost }
    }

    pub fn costs(&self, rank: Option<u16>) -> Vec<i64> {
        self.names.iter().map(|name| (self.cost)(name, rank)).collect()
    }

    pub fn total(&self, town: &Town, seats: &Seats) -> Vec<i64> {
        let mut total = vec![0; self.names.len()];
        for student in town.order() {
            add(&mut total, &self.costs(town.rank(student, seats[student])));
        }
        total
    }

    /// For each slot the list of prices: how far it is from there to a free seat, less how far from the slot above.
    pub fn prices(&self, town: &Town, seats: &Seats) -> Vec<Vec<i64>> {
        let (slots, loads, caps) = (town.places.len() + town.hosts.len(), town.loads(seats), town.caps());
        let mut arcs: Vec<(usize, usize, Vec<i64>)> = Vec::new();
        let up = |slot: usize| match slot.checked_sub(town.places.len()) {
            None => town.above(slot)[1],
            Some(host) => town.hosts[host].0.map_or(slots, |up| town.places.len() + up),
        };
        for slot in 0..slots {
            if caps[slot].is_none_or(|cap| loads[slot] < cap) {
                arcs.push((slot, up(slot), vec![0; self.names.len()]));
            }
            arcs.push((up(slot), slot, vec![0; self.names.len()]));
        }
        for student in town.order() {
            let wishes = town.students[student].wishes.iter().map(|wish| Some(wish.0)).chain([None]);
            let had = self.costs(town.rank(student, seats[student]));
            for option in wishes.filter(|option| *option != seats[student]) {
                let more = self.costs(town.rank(student, option)).iter().zip(&had).map(|(a, b)| a - b).collect();
                arcs.push((seats[student].unwrap_or(slots), option.unwrap_or(slots), more));
            }
        }
        let mut far = vec![vec![1_000; self.names.len()]; slots];
        far.push(vec![0; self.names.len()]);
        for _ in 0..=slots + 1 {
            for (from, to, more) in &arcs {
                let mut by = far[*to].clone();
                add(&mut by, more);
                far[*from] = by.min(far[*from].clone());
            }
        }
        (0..slots).map(|slot| far[slot].iter().zip(&far[up(slot)]).map(|(at, above)| at - above).collect()).collect()
    }

    pub fn json(&self, town: &Town, prices: &[Vec<i64>]) -> String {
        let list = |stage: usize, first: usize, last: usize, letter: &str| {
            let priced = (first..last).filter(|slot| prices[*slot][stage] != 0);
            priced
                .map(|slot| format!("\"{letter}{}\": {}", slot - first, prices[slot][stage]))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let (places, slots) = (town.places.len(), town.places.len() + town.hosts.len());
        let stage = |(at, name): (usize, &String)| {
            let (places, hosts) = (list(at, 0, places, "p"), list(at, places, slots, "h"));
            format!("{{\"name\": \"{name}\", \"places\": {{{places}}}, \"hosts\": {{{hosts}}}}}")
        };
        format!("[{}]", self.names.iter().enumerate().map(stage).collect::<Vec<_>>().join(", "))
    }
}

fn cost(stage: &str, rank: Option<u16>) -> i64 {
    let limit = || stage.rsplit('_').next().unwrap().parse::<u16>().unwrap();
    let counts = match stage {
        "placed" => rank.is_none(),
        "rank_cost" => return rank.map_or(0, |rank| [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12][usize::from(rank)]),
        up if up.starts_with("up") => rank.is_none_or(|rank| rank > limit()),
        _ => rank.is_none_or(|rank| rank >= limit()),
    };
    i64::from(counts)
}

fn add(to: &mut [i64], more: &[i64]) {
    to.iter_mut().zip(more).for_each(|(to, more)| *to += more);
}
