//! Who sits as a group: docs/allocation.md, section "Groups", tried in every way there is.

use super::brute::{Room, Rule, best, hash};
use super::optimum::{options, some_table};
use super::priority;
use super::town::{Dice, Town};
use std::collections::{BTreeMap, BTreeSet};

const CASES: u64 = 200;
const SEED: u64 = 20_270_501;

fn equals_brute_force(seed: u64, mut rule: impl FnMut(&mut Dice) -> Rule) {
    println!("{CASES} towns with groups from seed {seed}");
    let mut dice = Dice(seed);
    let mut seated = 0;
    for case in 0..CASES {
        let mut town = Town::random(&mut dice, 7);
        town.add_soft_terms(&mut dice);
        town.join_groups(&mut dice);
        let rule = rule(&mut dice);
        let by_hand = town.students.iter().filter(|student| student.fixed.is_some()).count();
        seated += seats(&town).iter().flatten().count() - by_hand;
        let expected = town.ranked(&best(&town, &rule));
        assert_eq!(town.solved(&mut dice, &options(&rule)), expected, "{rule:?}, town {case}: {town:#?}");
    }
    println!("{seated} students sit as groups");
}

#[test]
fn lottery_around_groups_equals_brute_force() {
    equals_brute_force(SEED, |_| Rule::Lottery);
}

#[test]
fn mincost_around_groups_equals_brute_force() {
    equals_brute_force(SEED + 1, some_table);
}

#[test]
fn rankmax_around_groups_equals_brute_force() {
    equals_brute_force(SEED + 2, |_| Rule::RankMax);
}

#[test]
fn greedymax_around_groups_equals_brute_force() {
    equals_brute_force(SEED + 3, |_| Rule::GreedyMax);
}

#[test]
fn generous_around_groups_equals_brute_force() {
    equals_brute_force(SEED + 4, |_| Rule::Generous);
}

/// Around those who sit as groups and by hand, `priority` is the best for every student of all allocations that leave
/// nobody with justified envy: every one there is is tried.
#[test]
fn priority_around_groups_equals_brute_force() {
    println!("{CASES} towns with groups from seed {}", SEED + 5);
    let mut dice = Dice(SEED + 5);
    let (mut seated, mut drawing) = (0, 0);
    for case in 0..CASES {
        let mut town = Town::random(&mut dice, 6);
        town.join_groups(&mut dice);
        let mut around = town.clone();
        for (student, seat) in around.students.iter_mut().zip(seats(&town)) {
            seated += usize::from(seat.is_some() && student.fixed.is_none());
            student.fixed = seat;
        }
        drawing += around.order().len();
        let got = priority::solved(&town, &mut dice);
        assert!(priority::is_the_best_without_envy(&around, &got), "town {case}: {got:?} {town:#?}");
        let fixed = around.students.iter().map(|student| student.fixed);
        assert!(fixed.zip(&got).all(|(fixed, got)| fixed.is_none() || fixed == *got), "town {case}: {got:?} {town:#?}");
    }
    println!("{seated} students sit as groups, {drawing} draw around them");
    assert!(seated > 50 && drawing > 100);
}

/// The seats of those placed by hand and of all groups that are accepted.
pub fn seats(town: &Town) -> Vec<Option<usize>> {
    let mut seated: Vec<Option<usize>> = town.students.iter().map(|student| student.fixed).collect();
    let most = most(town, &seated);
    for group in groups(town) {
        let sites = joint_list(town, &group);
        if let Some(ways) = sites.into_iter().find_map(|site| best_way(town, &seated, &group, site, most)) {
            seated = ways;
        }
    }
    seated
}

/// The members who draw, in draw order, and the sites of those placed by hand.
struct Group {
    members: Vec<usize>,
    by_hand: BTreeSet<usize>,
}

/// The groups in the order of their first members.
fn groups(town: &Town) -> Vec<Group> {
    let mut groups: BTreeMap<u64, (usize, Group)> = BTreeMap::new();
    for (place, student) in town.order().into_iter().enumerate() {
        if let Some(id) = town.students[student].group {
            let none = || (place, Group { members: Vec::new(), by_hand: BTreeSet::new() });
            groups.entry(id).or_insert_with(none).1.members.push(student);
        }
    }
    for student in &town.students {
        if let (Some(id), Some(offer)) = (student.group, student.fixed)
            && let Some((_, group)) = groups.get_mut(&id)
        {
            group.by_hand.insert(town.site(offer));
        }
    }
    let mut groups: Vec<(usize, Group)> = groups.into_values().collect();
    groups.retain(|(_, group)| group.members.len() > 1 || !group.by_hand.is_empty());
    groups.sort_by_key(|(place, _)| *place);
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The wishes of a student at a site.
fn wishes_at(town: &Town, student: usize, site: usize) -> impl Iterator<Item = (usize, u16)> + '_ {
    town.students[student].wishes.iter().copied().filter(move |(offer, _)| town.site(*offer) == site)
}

fn joint_list(town: &Town, group: &Group) -> Vec<usize> {
    let first = town.students[group.members[0]].lottery;
    let mut sites: Vec<_> = (0..town.nodes.len())
        .filter(|site| group.by_hand.iter().all(|other| other == site))
        .filter_map(|site| {
            let best = |member: &usize| wishes_at(town, *member, site).map(|(_, rank)| rank).min();
            let ranks: Vec<u16> = group.members.iter().map(best).collect::<Option<_>>()?;
            let sum: u32 = ranks.iter().map(|rank| u32::from(*rank)).sum();
            Some((sum, ranks.into_iter().max(), hash(first, &town.nodes[site].0), site))
        })
        .collect();
    sites.sort();
    sites.into_iter().map(|(.., site)| site).collect()
}

/// Everybody's seats with the group at this site, in the way that is best for its members.
fn best_way(
    town: &Town,
    seated: &[Option<usize>],
    group: &Group,
    site: usize,
    most_before: (usize, usize),
) -> Option<Vec<Option<usize>>> {
    let mut ways = vec![(Vec::new(), Vec::new(), seated.to_vec())];
    for &member in &group.members {
        let mut longer = Vec::new();
        for (ranks, hashes, seats) in &ways {
            for (offer, rank) in wishes_at(town, member, site) {
                let mut way = (ranks.clone(), hashes.clone(), seats.clone());
                way.0.push(rank);
                way.1.push(hash(town.students[member].lottery, &town.offers[offer].0));
                way.2[member] = Some(offer);
                longer.push(way);
            }
        }
        ways = longer;
    }
    ways.retain(|(.., seats)| {
        let taken: Vec<usize> = seats.iter().flatten().copied().collect();
        town.keeps_caps(&taken) && most(town, seats) == most_before
    });
    ways.into_iter().min().map(|(.., seats)| seats)
}

/// The largest number of protected students, and of all students, that any allocation around these seats places.
fn most(town: &Town, seated: &[Option<usize>]) -> (usize, usize) {
    let mut room = Room::new(town);
    seated.iter().flatten().for_each(|offer| assert!(room.take(town, *offer), "what is seated keeps the caps"));
    let waiting: Vec<usize> = (0..seated.len()).filter(|student| seated[*student].is_none()).collect();
    let protected: Vec<usize> = waiting.iter().copied().filter(|student| town.students[*student].protected).collect();
    let (mut best_protected, mut best) = (0, 0);
    place_more(town, &protected, &mut room, 0, &mut best_protected);
    place_more(town, &waiting, &mut room, 0, &mut best);
    let sitting = || (0..seated.len()).filter(|student| seated[*student].is_some());
    let sitting_protected = sitting().filter(|student| town.students[*student].protected).count();
    (best_protected + sitting_protected, best + sitting().count())
}

fn place_more(town: &Town, waiting: &[usize], room: &mut Room, placed: usize, best: &mut usize) {
    *best = placed.max(*best);
    let Some((student, rest)) = waiting.split_first() else { return };
    if placed + waiting.len() <= *best {
        return;
    }
    for (offer, _) in &town.students[*student].wishes {
        if room.take(town, *offer) {
            place_more(town, rest, room, placed + 1, best);
            room.free(town, *offer);
        }
    }
    place_more(town, rest, room, placed, best);
}
