//! What every mechanism would make of one frozen input, as the engine's report tells it.

use std::collections::BTreeMap;

use matching::Mechanism;
use serde::Deserialize;

/// All mechanisms on one input.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Compared {
    /// How many students there are
    pub students: usize,
    /// One for each mechanism
    pub mechanisms: Vec<Row>,
    /// Whom not all mechanisms give the same place, by outside key
    pub differ: Vec<Differs>,
}

/// What one mechanism would do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// Its name in files
    pub mechanism: String,
    /// How many get a place
    pub placed: usize,
    /// How many do not
    pub unplaced: usize,
    /// How many get a wish of each rank
    pub histogram: BTreeMap<u16, u32>,
    /// What these ranks cost together
    pub cost: u64,
    /// The worst rank anybody gets
    pub worst_rank: Option<u16>,
    /// Of how many the travel is known
    pub travel_known: u64,
    /// Their minutes together
    pub travel_min: u64,
}

/// One student, under each mechanism in the order of [`Compared::mechanisms`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Differs {
    /// Outside key of the student
    pub student_id: String,
    /// Outside key of the place; none for no place
    pub places: Vec<Option<String>>,
    /// Rank; none for no place, or one by hand
    pub ranks: Vec<Option<u16>>,
}

impl Compared {
    /// Reads the engine's report; none when it is not one.
    pub fn read(json: &[u8]) -> Option<Self> {
        let read: Self = serde_json::from_slice(json).ok()?;
        let count = read.mechanisms.len();
        read.differ.iter().all(|one| one.places.len() == count && one.ranks.len() == count).then_some(read)
    }

    fn at(&self, mechanism: Mechanism) -> Option<usize> {
        self.mechanisms.iter().position(|row| row.mechanism == mechanism.name())
    }

    /// Everybody whom two mechanisms give different places, with what each gives: place and rank.
    pub fn between(&self, one: Mechanism, other: Mechanism) -> Vec<Moved<'_>> {
        let (Some(one), Some(other)) = (self.at(one), self.at(other)) else { return vec![] };
        let moved = |student: &'_ Differs| student.places[one] != student.places[other];
        let got = |student: &'_ Differs, at: usize| (student.places[at].clone(), student.ranks[at]);
        let told = |student| Moved { student, one: got(student, one), other: got(student, other) };
        self.differ.iter().filter(|student| moved(student)).map(told).collect()
    }
}

/// A student whom two mechanisms treat differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved<'a> {
    /// Who
    pub student: &'a Differs,
    /// Place and rank under the first
    pub one: (Option<String>, Option<u16>),
    /// Place and rank under the other
    pub other: (Option<String>, Option<u16>),
}

impl Row {
    /// How many get wish 1, 2 and 3, and how many a later one.
    pub fn profile(&self) -> [u32; 4] {
        let mut profile = [0; 4];
        for (rank, students) in &self.histogram {
            profile[usize::from(rank.saturating_sub(1)).min(3)] += students;
        }
        profile
    }

    /// Mean minutes of travel in tenths, where any is known.
    pub fn travel_tenths(&self) -> Option<u64> {
        (self.travel_known > 0).then(|| (self.travel_min * 10 + self.travel_known / 2) / self.travel_known)
    }
}

#[cfg(test)]
mod tests {
    use matching::NoMeter;
    use matching::files::{Input, RunOptions, compare_files};

    use super::*;

    #[test]
    fn the_engines_own_report_is_read_whole() {
        let input = Input {
            hosts: b"host_id,parent_id,level,cap\nh,,host,\n".to_vec(),
            places: b"place_id,host_id,subject,period,capacity\np,h,a,1,1\nq,h,a,1,1\n".to_vec(),
            students: b"student_id,subject,period,lottery,group_id,fixed_place\ns,a,1,1,,\nt,a,1,2,,\n".to_vec(),
            wishes: b"student_id,rank,place_id,travel_min,prio\ns,1,p,10,0\ns,2,q,31,0\nt,1,p,20,0\n".to_vec(),
        };
        let report = compare_files(input, &RunOptions::default(), &mut NoMeter).expect("a sound input").report();
        let read = Compared::read(&report).expect("a report");
        let names: Vec<_> = read.mechanisms.iter().map(|row| row.mechanism.as_str()).collect();
        assert_eq!(names, ["lottery", "priority", "mincost", "rankmax", "greedymax", "generous"]);
        let (lottery, mincost) = (&read.mechanisms[0], &read.mechanisms[2]);
        assert_eq!((lottery.placed, lottery.unplaced, lottery.profile()), (1, 1, [1, 0, 0, 0]));
        assert_eq!((mincost.placed, mincost.profile(), mincost.worst_rank), (2, [1, 1, 0, 0], Some(2)));
        assert_eq!((lottery.travel_tenths(), mincost.travel_tenths()), (Some(100), Some(255)));
        let moved = read.between(Mechanism::Lottery, Mechanism::MinCost);
        let told: Vec<_> = moved.iter().map(|one| (one.student.student_id.as_str(), &one.one, &one.other)).collect();
        let (p, q) = ((Some("p".to_owned()), Some(1)), (Some("q".to_owned()), Some(2)));
        assert_eq!(told, [("s", &p, &q), ("t", &(None, None), &p)]);
        assert!(read.between(Mechanism::Lottery, Mechanism::Priority).is_empty());
    }

    #[test]
    fn what_is_no_report_is_not_read() {
        assert_eq!(Compared::read(b"{}"), None);
    }
}
