//! Why a student got this place and none of the dearer wishes: a record of names and numbers that is kept with the
//! proposal and copied into the decision. Pages turn it into sentences and pictures; it can be worked out again from
//! the run's input.

mod reasons;

use std::collections::{BTreeMap, HashMap};

use matching::explain::{CapOf, Cut, CutTemplate, Explanation, RefusedWish, Told};
use matching::{Mechanism, Node, Offer, Outcome, Problem, Student, Wish};
use serde::{Deserialize, Serialize};

pub use reasons::{Added, Classes, Group, LeftOut, Loss, Why};

/// When in the draw a student's turn comes. Lower goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// Student and wishes were there before the window closed.
    InTime = 0,
    /// After everybody who was in time.
    Late = 1,
    /// Sent no wishes; takes part last where the round's rule says so.
    NoWishes = 2,
}

/// Everything one student can be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grounds {
    /// How places were allocated.
    #[serde(default, with = "reasons::by_name")]
    pub mechanism: Mechanism,
    /// When the turn came.
    pub turn: Turn,
    /// Placed by hand before the draw.
    pub by_hand: bool,
    /// How many drew.
    pub drawn: u32,
    /// The dearer wishes that did not come true, dearest first, then the one that did.
    pub wishes: Vec<WishGround>,
    /// What stands in the way of somebody without a place.
    pub blocked: Option<Blocked>,
    /// Wishes that were not considered, dearest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// What a rule added to a short list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added: Option<Added>,
    /// How it went with the student's group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
}

/// One wish and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishGround {
    /// The rank the student gave it.
    pub rank: u16,
    /// Name of the place.
    pub place: String,
    /// Whether it came true.
    pub got: bool,
    /// What was full.
    pub limit: Limit,
    /// How many it takes.
    pub seats: u32,
    /// How many of these were placed by hand before the draw.
    pub by_hand: u32,
    /// The last number that got in; none when it did not become full.
    pub last: Option<u32>,
    /// Who wanted a seat when their turn came.
    pub queue: Queue,
    /// How classes stood, where they count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classes: Option<Classes>,
    /// What it would have cost the others, where all lists are looked at together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loss: Option<Loss>,
}

/// What limits a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Limit {
    /// Its own seats.
    Offer,
    /// A limit for everything below this host.
    Host {
        /// Name of the host.
        name: String,
    },
    /// Several limits that have no seat to spare between them.
    Together {
        /// Names of places and hosts.
        names: Vec<String>,
    },
    /// Several limits, each of them full.
    Each {
        /// Names of places and hosts.
        names: Vec<String>,
    },
    /// Nothing was full.
    Nothing,
}

/// Draw positions around one limit, shortened for a picture. A negative number stands for so many left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    /// How many wanted a seat there when their turn came.
    pub wanted: u32,
    /// The student's own place among them, from 1.
    pub own_place: u32,
    /// Those who got in.
    pub seated: Vec<i64>,
    /// Those who came too late.
    pub turned_away: Vec<i64>,
}

/// What stands between a student and a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    /// So many more seats at any one of `helps` would be enough; 0 when no single one would help.
    pub seats: u32,
    /// Names of places or hosts where more seats help.
    pub helps: Vec<String>,
    /// Names of everything that is full.
    pub full: Vec<String>,
    /// Names of places or hosts where one more seat would place somebody, though not surely this student.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helps_somebody: Vec<String>,
}

/// Names by outside key.
#[derive(Debug, Clone, Default)]
pub struct Names<'a> {
    /// Of offers
    pub offers: HashMap<&'a str, &'a str>,
    /// Of nodes
    pub nodes: HashMap<&'a str, &'a str>,
}

impl Names<'_> {
    pub(super) fn node(&self, key: &str) -> String {
        self.nodes.get(key).copied().unwrap_or(key).to_owned()
    }
    pub(super) fn offer(&self, key: &str) -> String {
        self.offers.get(key).copied().unwrap_or(key).to_owned()
    }
    fn cap(&self, of: &CapOf) -> String {
        match of {
            CapOf::Offer { place_id } => self.offer(place_id),
            CapOf::Node { host_id, .. } => self.node(host_id),
        }
    }
}

/// What the portal alone knows about one student of the problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// When the turn came
    pub turn: Turn,
    /// Rank and place of wishes whose subject or period is no longer the student's
    pub misfits: Vec<(u16, String)>,
}

/// The grounds of every student, in the order of the problem.
pub fn grounds_of(
    problem: &Problem,
    outcome: &Outcome,
    mechanism: Mechanism,
    names: &Names<'_>,
    sitting: Vec<Sitting>,
) -> Vec<Grounds> {
    let queues = Queues::of(problem, outcome);
    let telling = Telling { problem, outcome, mechanism, names, queues: &queues };
    let each = problem.each_student().zip(sitting);
    each.map(|(student, sitting)| {
        let told = outcome.explanation(problem, student);
        grounds(&telling, student, &told, sitting)
    })
    .collect()
}

impl Grounds {
    /// Of somebody who sent no wishes and whom the run left to the office.
    pub fn without_wishes(mechanism: Mechanism, drawn: u32, misfits: Vec<(u16, String)>) -> Self {
        Self {
            mechanism,
            turn: Turn::NoWishes,
            by_hand: false,
            drawn,
            wishes: vec![],
            blocked: None,
            left_out: misfits.into_iter().map(misfit).collect(),
            added: None,
            group: None,
        }
    }
}

fn misfit((rank, place): (u16, String)) -> LeftOut {
    LeftOut { rank, place, why: Why::Kind }
}

struct Telling<'a> {
    problem: &'a Problem,
    outcome: &'a Outcome,
    mechanism: Mechanism,
    names: &'a Names<'a>,
    queues: &'a Queues,
}

fn grounds(telling: &Telling<'_>, student: Student, told: &Explanation, sitting: Sitting) -> Grounds {
    let (own, turn) = (told.position.unwrap_or(0), sitting.turn);
    let mut wishes: Vec<WishGround> = told
        .refused
        .iter()
        .map(|refused| {
            let cut = &told.cuts[refused.cut];
            let (seated, turned_away) = telling.queues.of_cut(cut);
            WishGround {
                rank: refused.rank,
                place: telling.names.offer(&refused.place_id),
                got: false,
                limit: limit(telling.names, cut),
                seats: cut.seats,
                by_hand: cut.fixed,
                last: cut.last_position,
                queue: queue(&seated, &turned_away, own),
                classes: Classes::of(refused, told),
                loss: refused.price.as_ref().map(Loss::of),
            }
        })
        .collect();
    let mut added = told.added.as_ref().map(|added| Added { places: added.places, got: false });
    if let Told::Placed { place_id, rank } = &told.result {
        match (&mut added, &told.added) {
            (Some(own), Some(rule)) if rule.rank == *rank => own.got = true,
            _ => wishes.push(granted(telling, student, place_id, *rank, own)),
        }
    }
    let mut left_out: Vec<LeftOut> = told.not_considered.iter().map(|one| LeftOut::of(one, telling.names)).collect();
    left_out.extend(sitting.misfits.into_iter().map(misfit));
    left_out.sort_by_key(|one| one.rank);
    Grounds {
        mechanism: telling.mechanism,
        left_out,
        added,
        group: Group::of(telling.problem, telling.outcome, student, telling.names),
        turn,
        by_hand: matches!(told.result, Told::Fixed { .. }),
        drawn: told.drawn,
        wishes: if turn == Turn::NoWishes { vec![] } else { wishes },
        blocked: blocked(telling, student, told, own),
    }
}

fn granted(telling: &Telling<'_>, student: Student, place_id: &str, rank: u16, own: u32) -> WishGround {
    let offer = telling.outcome.placed(student);
    let at = offer.map_or(0, Offer::index);
    let seated = telling.queues.at_offer.get(at).cloned().unwrap_or_default();
    let turned_away = telling.queues.refused_at.get(&vec![CapOf::Offer { place_id: place_id.to_owned() }]);
    let turned_away = turned_away.cloned().unwrap_or_default();
    let seats = offer.map_or(0, |offer| telling.problem.seats(offer));
    let by_hand = telling.queues.fixed_at[at];
    let full = by_hand as usize + seated.len() >= seats as usize;
    WishGround {
        rank,
        place: telling.names.offer(place_id),
        got: true,
        limit: Limit::Offer,
        seats,
        by_hand,
        last: seated.last().copied().filter(|_| full),
        queue: queue(&seated, &turned_away, own),
        classes: None,
        loss: None,
    }
}

fn limit(names: &Names<'_>, cut: &Cut) -> Limit {
    match (cut.template, cut.caps.first()) {
        (CutTemplate::NoneFull, _) | (_, None) => Limit::Nothing,
        (CutTemplate::OfferFull, _) => Limit::Offer,
        (CutTemplate::NodeFull, Some(cap)) => Limit::Host { name: names.cap(&cap.at) },
        (CutTemplate::TogetherFull, _) => Limit::Together { names: all(names, cut) },
        (CutTemplate::EachFull, _) => Limit::Each { names: all(names, cut) },
    }
}

fn all(names: &Names<'_>, cut: &Cut) -> Vec<String> {
    cut.caps.iter().map(|cap| names.cap(&cap.at)).collect()
}

/// With strict lists, everybody turned away earlier at a limit takes at most one of the seats added there: so many
/// more and one are enough, when every other limit on the way has as much to spare. Otherwise only what is full is
/// told.
fn blocked(telling: &Telling<'_>, student: Student, told: &Explanation, own: u32) -> Option<Blocked> {
    let Told::Unplaced { cut } = &told.result else { return None };
    let need = |(refused, wish): (&RefusedWish, Wish)| {
        let [full] = &told.cuts[refused.cut].caps[..] else { return None };
        let before = telling.queues.of_cut(&told.cuts[refused.cut]).1.partition_point(|position| *position < own);
        let seats = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        let enough = full.one_more_helps && telling.queues.spare(telling.problem, wish.offer, &full.at) >= seats;
        enough.then(|| (seats, telling.names.cap(&full.at)))
    };
    let mut needs: Vec<(u32, String)> =
        told.refused.iter().zip(telling.problem.wishes_of(student)).filter_map(need).collect();
    needs.sort();
    needs.dedup();
    let seats = needs.first().map_or(0, |need| need.0);
    let helps = needs.into_iter().filter(|need| need.0 == seats).map(|need| need.1).collect();
    let mut full = all(telling.names, &told.cuts[*cut]);
    full.sort();
    full.dedup();
    if telling.mechanism == Mechanism::Lottery {
        return Some(Blocked { seats, helps, full, helps_somebody: vec![] });
    }
    // Classes and sums follow no single order, so a count of seats for this very student cannot be read off.
    let one_more = told.cuts[*cut].caps.iter().filter(|cap| cap.one_more_helps);
    let helps_somebody = one_more.map(|cap| telling.names.cap(&cap.at)).collect();
    Some(Blocked { seats: 0, helps: vec![], full, helps_somebody })
}

/// Who got in and who was turned away at each limit, by position in the draw.
struct Queues {
    at_offer: Vec<Vec<u32>>,
    at_node: HashMap<String, Vec<u32>>,
    fixed_at: Vec<u32>,
    below_node: Vec<u32>,
    refused_at: BTreeMap<Vec<CapOf>, Vec<u32>>,
    offers: HashMap<String, usize>,
}

impl Queues {
    fn of(problem: &Problem, outcome: &Outcome) -> Self {
        let mut queues = Self {
            at_offer: vec![vec![]; problem.offers()],
            at_node: HashMap::new(),
            fixed_at: vec![0; problem.offers()],
            below_node: vec![0; problem.nodes()],
            refused_at: BTreeMap::new(),
            offers: HashMap::new(),
        };
        let mut drawn: Vec<(u32, Student)> = vec![];
        for student in problem.each_student() {
            for node in outcome.placed(student).into_iter().flat_map(|offer| upwards(problem, offer)) {
                queues.below_node[node.index()] += 1;
            }
            match (outcome.position(student), outcome.placed(student)) {
                (Some(position), _) => drawn.push((position, student)),
                (None, Some(offer)) => queues.fixed_at[offer.index()] += 1,
                (None, None) => {}
            }
        }
        drawn.sort_unstable_by_key(|one| one.0);
        for (position, student) in drawn {
            queues.add(problem, outcome, position, student);
        }
        queues
    }

    fn add(&mut self, problem: &Problem, outcome: &Outcome, position: u32, student: Student) {
        if let Some(offer) = outcome.placed(student) {
            self.at_offer[offer.index()].push(position);
            self.offers.entry(problem.offer_id(offer).to_owned()).or_insert(offer.index());
            for node in upwards(problem, offer).filter(|node| problem.cap(*node).is_some()) {
                self.at_node.entry(problem.node_id(node).to_owned()).or_default().push(position);
            }
        }
        let told = outcome.explanation(problem, student);
        let mut at: Vec<usize> = told.refused.iter().map(|refused| refused.cut).collect();
        at.sort_unstable();
        at.dedup();
        for cut in at {
            self.refused_at.entry(key(&told.cuts[cut])).or_default().push(position);
        }
    }

    /// What every limit on the way to an offer but this one has to spare at least.
    fn spare(&self, problem: &Problem, offer: Offer, but: &CapOf) -> u32 {
        let taken = self.fixed_at[offer.index()] as usize + self.at_offer[offer.index()].len();
        let taken = u32::try_from(taken).unwrap_or(u32::MAX);
        let here = match but {
            CapOf::Offer { .. } => u32::MAX,
            CapOf::Node { .. } => problem.seats(offer).saturating_sub(taken),
        };
        let is_other = |node: &Node| !matches!(but, CapOf::Node { host_id, .. } if host_id == problem.node_id(*node));
        upwards(problem, offer)
            .filter(is_other)
            .filter_map(|node| Some(problem.cap(node)?.saturating_sub(self.below_node[node.index()])))
            .fold(here, u32::min)
    }

    fn of_cut(&self, cut: &Cut) -> (Vec<u32>, Vec<u32>) {
        let mut seated: Vec<u32> = vec![];
        for cap in &cut.caps {
            let inside = match &cap.at {
                CapOf::Offer { place_id } => self.offers.get(place_id).map(|at| &self.at_offer[*at]),
                CapOf::Node { host_id, .. } => self.at_node.get(host_id),
            };
            seated.extend(inside.into_iter().flatten());
        }
        seated.sort_unstable();
        seated.dedup();
        (seated, self.refused_at.get(&key(cut)).cloned().unwrap_or_default())
    }
}

/// The nodes above an offer, the root last.
fn upwards(problem: &Problem, offer: Offer) -> impl Iterator<Item = Node> + '_ {
    std::iter::successors(Some(problem.node_of(offer)), |node| problem.parent(*node))
}

fn key(cut: &Cut) -> Vec<CapOf> {
    cut.caps.iter().map(|cap| cap.at.clone()).collect()
}

fn queue(seated: &[u32], turned_away: &[u32], own: u32) -> Queue {
    let before = |list: &[u32]| list.partition_point(|position| *position < own);
    let wanted = u32::try_from(seated.len() + turned_away.len()).unwrap_or(u32::MAX);
    let own_place = u32::try_from(before(seated) + before(turned_away) + 1).unwrap_or(u32::MAX);
    let (above, below) = room(seated.len(), turned_away.len());
    Queue { wanted, own_place, seated: shortened(seated, above, own), turned_away: shortened(turned_away, below, own) }
}

/// So many circles fit beside each other at phone width.
const CIRCLES_MAX: usize = 9;

fn room(seated: usize, turned_away: usize) -> (usize, usize) {
    if seated + turned_away <= CIRCLES_MAX {
        return (seated, turned_away);
    }
    let below = turned_away.min(CIRCLES_MAX / 2);
    let above = seated.min(CIRCLES_MAX - below);
    (above, turned_away.min(CIRCLES_MAX - above))
}

/// At most `room` entries: the own number, then both ends as far as they fit, and between them how many are left out.
fn shortened(list: &[u32], room: usize, own: u32) -> Vec<i64> {
    if list.len() <= room {
        return list.iter().map(|position| i64::from(*position)).collect();
    }
    let mut kept: Vec<usize> = list.iter().position(|position| *position == own).into_iter().collect();
    for near in 0..list.len() {
        for candidate in [list.len() - 1 - near, near] {
            let mut tried = kept.clone();
            tried.push(candidate);
            tried.sort_unstable();
            tried.dedup();
            if with_gaps(list, &tried).len() <= room {
                kept = tried;
            }
        }
        if near > room {
            break;
        }
    }
    with_gaps(list, &kept)
}

fn with_gaps(list: &[u32], kept: &[usize]) -> Vec<i64> {
    let gap = |from: usize, to: usize| -i64::try_from(to - from).unwrap_or(i64::MAX);
    let mut out = vec![];
    let mut next = 0;
    for at in kept {
        if *at > next {
            out.push(gap(next, *at));
        }
        out.push(i64::from(list[*at]));
        next = at + 1;
    }
    if next < list.len() {
        out.push(gap(next, list.len()));
    }
    out
}
