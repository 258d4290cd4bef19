//! Students who want to share a site are seated before any mechanism, as far as that costs nobody a place.
//!
//! docs/allocation.md, section "Groups", is the rule. All who are not placed by hand sit in some largest allocation,
//! the *crowd*. To try whether a group can have some seats, its members get only those as wishes and sit down first,
//! whoever has to make room; then everybody who lost a seat by that looks for another. If as many sit as before, and
//! as many of the protected, the group can have the seats: who can sit together is a matroid, so no other order of
//! sitting down would do better. If not, the crowd is put back as it was.

mod crowd;

use crate::draw::{Hash, TieKey};
use crate::problem::{NONE, Problem};
use crowd::Crowd;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How it went with a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Grouped {
    /// The id of the group.
    pub group_id: String,
    /// Its members who draw.
    pub members: u32,
    /// Whether they sit together.
    pub result: GroupResult,
}

/// Whether a group sits together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "template", rename_all = "snake_case")]
pub enum GroupResult {
    /// All members have a seat at this site.
    Seated {
        /// The node of the site.
        site_id: String,
    },
    /// There is no site on the lists of all members. They went on alone.
    NoCommonSite,
    /// At no site on the joint list could all be seated without costing somebody a place. They went on alone.
    NoRoom,
}

/// The groups and the seats they were given.
pub(crate) struct Groups {
    pub(crate) told: Vec<Grouped>,
    /// Student and wish.
    pub(crate) seated: Vec<(u32, u32)>,
}

/// Seats groups in the order of their first members; nothing if there are none. `order` is the draw order.
pub(crate) fn seat(problem: &Problem, order: &[u32], ties: &TieKey) -> Option<Groups> {
    let groups = groups(problem, order);
    if groups.is_empty() {
        return None;
    }
    let site_of = sites(problem);
    let mut crowd = Crowd::new(problem, order);
    let mut found = Groups { told: Vec::new(), seated: Vec::new() };
    for group in &groups {
        let sites = group.joint_list(problem, ties, &site_of);
        let site = sites.iter().copied().find(|site| {
            let lists = group.members.iter().map(|member| wishes_at(problem, *member, *site, &site_of));
            crowd.narrow(&lists.map(|wishes| wishes.collect()).collect::<Vec<Vec<u32>>>(), &group.members)
        });
        if site.is_some() {
            settle(problem, &mut crowd, &group.members, ties);
            found.seated.extend(group.members.iter().map(|member| (*member, crowd.held(*member))));
        }
        found.told.push(Grouped {
            group_id: problem.group_ids.get(group.id as usize).into(),
            members: crate::ids::small(group.members.len()),
            result: match site {
                Some(site) => GroupResult::Seated { site_id: problem.node_ids.get(site as usize).into() },
                None if sites.is_empty() => GroupResult::NoCommonSite,
                None => GroupResult::NoRoom,
            },
        });
    }
    Some(found)
}

/// The best ranks for the members in draw order, then the lowest tie hashes, among the wishes they have at the site.
fn settle(problem: &Problem, crowd: &mut Crowd<'_>, members: &[u32], ties: &TieKey) {
    for member in members {
        let open = crowd.list(*member).to_vec(); // dearest first
        let mut ranks: Vec<&[u32]> =
            open.chunk_by(|a, b| problem.wish_rank[*a as usize] == problem.wish_rank[*b as usize]).collect();
        ranks.retain(|tied| !tied.is_empty());
        let settled = ranks.iter().any(|tied| crowd.narrow(&[tied.to_vec()], &[*member]));
        assert!(settled, "the seat a member holds is of some rank");
    }
    for member in members {
        let lottery = problem.lottery[*member as usize];
        let mut tied = crowd.list(*member).to_vec();
        tied.sort_by_cached_key(|wish| {
            let id = problem.offer_ids.get(problem.wish_offer[*wish as usize] as usize);
            (ties.hash(lottery, id), id)
        });
        let settled = tied.iter().any(|wish| crowd.narrow(&[vec![*wish]], &[*member]));
        assert!(settled, "the seat a member holds is one of the tied");
    }
}

struct Group {
    id: u32,
    /// Those who draw, in draw order.
    members: Vec<u32>,
    /// The offers of members placed by hand.
    by_hand: Vec<u32>,
}

/// The groups of two or more, counting one placed by hand, in the order of their first members.
fn groups(problem: &Problem, order: &[u32]) -> Vec<Group> {
    let mut place: BTreeMap<u32, usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for student in order {
        let id = problem.group[*student as usize];
        if id != NONE {
            let at = *place.entry(id).or_insert(groups.len());
            if at == groups.len() {
                groups.push(Group { id, members: Vec::new(), by_hand: Vec::new() });
            }
            groups[at].members.push(*student);
        }
    }
    for (id, offer) in problem.group.iter().zip(&problem.fixed).filter(|(_, offer)| **offer != NONE) {
        if let Some(at) = place.get(id) {
            groups[*at].by_hand.push(*offer);
        }
    }
    groups.retain(|group| group.members.len() > 1 || !group.by_hand.is_empty());
    groups
}

impl Group {
    /// The sites all members have wishes at, in the order they are tried.
    fn joint_list(&self, problem: &Problem, ties: &TieKey, site_of: &[u32]) -> Vec<u32> {
        let Some((first, others)) = self.members.split_first() else { return Vec::new() };
        let mut common: BTreeSet<u32> = wish_sites(problem, *first, site_of).collect();
        for member in others {
            let theirs: BTreeSet<u32> = wish_sites(problem, *member, site_of).collect();
            common.retain(|site| theirs.contains(site));
        }
        common.retain(|site| self.by_hand.iter().all(|offer| site_of[*offer as usize] == *site));
        let mut keyed: Vec<(u32, u16, Hash, u32)> = common
            .into_iter()
            .map(|site| {
                let best = |member: &u32| {
                    let ranks = wishes_at(problem, *member, site, site_of).map(|wish| problem.wish_rank[wish as usize]);
                    ranks.min().unwrap_or(u16::MAX)
                };
                let ranks = || self.members.iter().map(best);
                let hash = ties.hash(problem.lottery[*first as usize], problem.node_ids.get(site as usize));
                (ranks().map(u32::from).sum(), ranks().max().unwrap_or(0), hash, site)
            })
            .collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(.., site)| site).collect()
    }
}

fn wish_sites<'a>(problem: &'a Problem, student: u32, site_of: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    problem.wish_range(student).map(|wish| site_of[problem.wish_offer[wish] as usize])
}

fn wishes_at<'a>(problem: &'a Problem, student: u32, site: u32, site_of: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let range = problem.wish_range(student);
    range.filter(move |wish| site_of[problem.wish_offer[*wish] as usize] == site).map(crate::ids::small)
}

/// The site of every offer: the nearest node of level `site` at or above its node, else its node.
fn sites(problem: &Problem) -> Vec<u32> {
    let is_site = |node: &u32| problem.levels[usize::from(problem.node_level[*node as usize])] == "site";
    let up = |node: &u32| crate::problem::some(problem.node_up[*node as usize]);
    let site = |node: &u32| std::iter::successors(Some(*node), up).find(is_site).unwrap_or(*node);
    problem.offer_node.iter().map(site).collect()
}
