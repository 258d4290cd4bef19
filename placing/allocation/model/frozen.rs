//! What the engine is given, frozen at one moment: by outside key, so that anybody with the files can repeat the run.

mod files;

use base::{OfferId, PersonId};
use matching::draw::Chance;
use matching::files::{More, Output, RunOptions, run_files};
use matching::{BanReason, CostTable, Mechanism, NoMeter, Outcome, Problem, Seed, Student};

use super::explain::{Grounds, Names, Sitting, Turn, grounds_of};

pub use files::{ResultRow, SEED_PLACE, command, result_file, verify_command};

/// A capacity node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenNode {
    /// Outside key
    pub key: String,
    /// Outside key of the node above
    pub parent: Option<String>,
    /// Word of the file
    pub level: String,
    /// The bound on all students below
    pub cap: Option<u32>,
    /// As students read it
    pub name: String,
}

/// An offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenOffer {
    /// Id in the portal
    pub id: OfferId,
    /// Outside key
    pub key: String,
    /// Outside key of its node
    pub node: String,
    /// Subject
    pub subject: String,
    /// Period
    pub period: String,
    /// Seats
    pub seats: u32,
    /// As students read it
    pub name: String,
}

/// One wish of a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrozenWish {
    /// Index into the offers
    pub offer: usize,
    /// 1 is the dearest
    pub rank: u16,
    /// The host's class for the student there; 0 goes first
    pub class: u16,
    /// Minutes of travel, where they are known
    pub travel_minutes: Option<u16>,
}

/// A student who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenStudent {
    /// Id in the portal
    pub person: PersonId,
    /// Outside key
    pub key: String,
    /// Subject
    pub subject: String,
    /// Period
    pub period: String,
    /// The number the student file brought
    pub lottery: Option<u64>,
    /// Group of the file
    pub group: Option<String>,
    /// Whether student and wishes were there before the window closed
    pub late: bool,
    /// Placed by hand, as an index into the offers
    pub fixed: Option<usize>,
    /// Dearest first
    pub wishes: Vec<FrozenWish>,
    /// Offers that were wished for before the student's subject or period changed, and their rank
    pub misfits: Vec<(usize, u16)>,
    /// Offers that must not come about
    pub bans: Vec<(usize, BanReason)>,
}

/// Where lottery numbers come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DrawFrom {
    /// A seed promised before the window opened
    Seed(Seed),
    /// The student file
    File,
}

/// What becomes of students who sent no wishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoWishes {
    /// The office places them after the draw
    ByHand,
    /// They take part last, any free place of their subject counts
    Last,
}

/// The rules of a run, as they were announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunRules {
    /// How students are placed
    pub mechanism: Mechanism,
    /// What each rank costs
    pub cost: CostTable,
    /// Lists with fewer wishes are completed
    pub complete_below: Option<u16>,
    /// No wish with more minutes of travel is considered
    pub travel_limit: Option<u16>,
    /// Whether groups are kept together
    pub keeps_groups: bool,
    /// What becomes of students who sent no wishes
    pub no_wishes: NoWishes,
}

/// Everything one run is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// The round's id as text: it is part of what lottery numbers are drawn from
    pub round: String,
    /// Where lottery numbers come from
    pub draw: DrawFrom,
    /// What was announced
    pub rules: RunRules,
    /// By outside key
    pub nodes: Vec<FrozenNode>,
    /// By outside key
    pub offers: Vec<FrozenOffer>,
    /// By outside key
    pub students: Vec<FrozenStudent>,
}

/// The files of every run's input, as `fotfeste allocate` reads them.
pub const INPUT_FILES: [&str; 4] = ["hosts.csv", "places.csv", "students.csv", "wishes.csv"];
/// Pairs that must not come about, where there are some.
pub const BANS_FILE: &str = "bans.csv";
/// Who draws after others, where somebody does.
pub const TURNS_FILE: &str = "turns.csv";
/// What the engine answered.
pub const ALLOCATION_FILE: &str = "allocation.csv";
/// What proves it.
pub const CERTIFICATE_FILE: &str = "certificate.json";

/// What every mechanism would have made of the input, where somebody asked.
pub const COMPARISON_FILE: &str = "compare.json";

/// Why a run has no answer that may be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RunFault {
    /// The engine refused the input; the first thing that is wrong.
    #[error("{0}")]
    Input(String),
    /// The checker, which shares no code with the engine, did not accept the answer.
    #[error("the answer was not accepted by the checker: {0}")]
    Unproven(String),
}

/// One student's part of the answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposed {
    /// Who
    pub person: PersonId,
    /// Where; none without a place
    pub offer: Option<OfferId>,
    /// The rank of the wish that came true
    pub rank: Option<u16>,
    /// Place in the draw order, from 1
    pub position: Option<u32>,
    /// Why
    pub grounds: Grounds,
}

/// What a run answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// One for each student, by outside key
    pub proposals: Vec<Proposed>,
    /// Fingerprint of the input, hex
    pub input_sha256: String,
    /// Fingerprint of the result file, hex
    pub output_sha256: String,
    /// The promise of the seed, hex
    pub promise: Option<String>,
    /// How many have a place
    pub placed: u32,
    /// What a finished run keeps beside the proposals
    pub summary: Summary,
    /// The input, the answer and its proof, each by name
    pub files: Vec<(&'static str, Vec<u8>)>,
}

/// How full one offer became.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct OfferCut {
    /// As students read it
    pub place: String,
    /// Seats of its own
    pub seats: u32,
    /// How many of those who drew wished for it
    pub wished: u32,
    /// How many got it, by hand or in the draw
    pub taken: u32,
    /// Whether it, or a limit above it, became full
    pub full: bool,
    /// The last number that got in at what was full; none where all was given by hand, and under the optimisers
    pub last: Option<u32>,
    /// The class of the last who got in, where classes count
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_class: Option<u16>,
}

/// Cut-offs of places that fewer than so many wished for are not told: they would tell of single students.
pub const APPLICANTS_MIN: u32 = 5;

/// What a finished run keeps beside the proposals.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Summary {
    /// How full each offer became, by name
    pub cuts: Vec<OfferCut>,
    /// What follows the folder in the command that repeats the run; empty for runs of the first version
    #[serde(default)]
    pub command: String,
    /// What follows the folder in the command that checks the certificate
    #[serde(default)]
    pub verify: String,
    /// What the checker has proven, a line each
    #[serde(default)]
    pub proven: Vec<String>,
}

/// Whether the mechanism looks at all lists together instead of going by an order.
pub fn is_optimiser(mechanism: Mechanism) -> bool {
    !matches!(mechanism, Mechanism::Lottery | Mechanism::Priority)
}

impl Frozen {
    /// The turn of a student in the draw.
    fn turn(&self, student: &FrozenStudent) -> Turn {
        match (student.wishes.is_empty(), student.late) {
            (true, _) => Turn::NoWishes,
            (false, true) => Turn::Late,
            (false, false) => Turn::InTime,
        }
    }

    /// The turn as the engine sees it: somebody without wishes whom the office will place draws with the others, and
    /// for nothing.
    fn turn_class(&self, student: &FrozenStudent) -> u8 {
        match (self.turn(student), self.rules.no_wishes) {
            (Turn::NoWishes, NoWishes::ByHand) => Turn::InTime as u8,
            (turn, _) => turn as u8,
        }
    }

    /// Whether the engine is told of a student. Somebody without wishes whom the office will place must not have the
    /// empty list completed.
    fn takes_part(&self, student: &FrozenStudent) -> bool {
        let waits = student.wishes.is_empty() && self.rules.no_wishes == NoWishes::ByHand;
        student.fixed.is_some() || !waits || self.rules.complete_below.is_none()
    }

    fn takers(&self) -> impl Iterator<Item = &FrozenStudent> {
        self.students.iter().filter(|student| self.takes_part(student))
    }

    /// The wishes as the engine sees them. Who sent none and takes part last has every offer of the own subject, below
    /// all that others have wished and in the last class.
    fn considered<'a>(&'a self, student: &'a FrozenStudent, last: (u16, u16)) -> Vec<FrozenWish> {
        if !student.wishes.is_empty() || self.rules.no_wishes == NoWishes::ByHand {
            return student.wishes.clone();
        }
        let fits = |offer: &FrozenOffer| offer.subject == student.subject && offer.period == student.period;
        let any = self.offers.iter().enumerate().filter(|(_, offer)| fits(offer));
        any.map(|(offer, _)| FrozenWish { offer, rank: last.0.saturating_add(1), class: last.1, travel_minutes: None })
            .collect()
    }

    /// The worst rank and the last class that anybody has.
    fn worst(&self) -> (u16, u16) {
        let wishes = || self.students.iter().flat_map(|student| &student.wishes);
        (wishes().map(|wish| wish.rank).max().unwrap_or(0), wishes().map(|wish| wish.class).max().unwrap_or(0))
    }

    /// What the engine is told besides the files. The same words stand in [`command`].
    pub fn options(&self) -> RunOptions {
        let (chance, round_id) = match &self.draw {
            DrawFrom::Seed(seed) => (Some(Chance::from(seed.clone())), self.round.clone()),
            DrawFrom::File => (None, String::new()),
        };
        RunOptions {
            mechanism: self.rules.mechanism,
            chance,
            round_id,
            cost: self.rules.cost.clone(),
            more: More {
                bans: self.bans().map(String::into_bytes),
                travel_limit: self.rules.travel_limit,
                complete_lists: self.rules.complete_below,
                turns: self.turns().map(String::into_bytes),
                ..More::default()
            },
            certificate: true,
            ..RunOptions::default()
        }
    }

    /// Runs the engine over the very files that are kept, and has the answer checked: the same frozen input gives the
    /// same bytes on every machine, and the command gives them too.
    /// # Errors
    /// [`RunFault`] when the input is refused, or the answer does not prove itself.
    pub fn answer(&self) -> Result<Answered, RunFault> {
        let options = self.options();
        let output = run_files(self.input(), &options, &mut NoMeter)
            .map_err(|errors| RunFault::Input(errors.to_string().lines().next().unwrap_or_default().to_owned()))?;
        let mut files = self.kept_files();
        let certificate = output.certificate.clone().unwrap_or_default();
        let proven = files::verified(&files, &output.allocation, &certificate)
            .map_err(|refusal| RunFault::Unproven(refusal.to_string()))?;
        files.push((ALLOCATION_FILE, output.allocation.clone()));
        files.push((CERTIFICATE_FILE, certificate));
        Ok(Answered {
            proposals: self.proposals(&output),
            input_sha256: output.summary.input_sha256.clone(),
            output_sha256: output.summary.output_sha256.clone(),
            promise: match &self.draw {
                DrawFrom::Seed(seed) => Some(hex::encode(seed.promise())),
                DrawFrom::File => None,
            },
            placed: u32::try_from(output.outcome.placed_count()).unwrap_or(u32::MAX),
            summary: Summary {
                cuts: self.cuts(&output.problem, &output.outcome),
                command: command(&options),
                verify: verify_command(&options),
                proven,
            },
            files,
        })
    }

    fn proposals(&self, output: &Output) -> Vec<Proposed> {
        let (problem, outcome) = (&output.problem, &output.outcome);
        let names = Names {
            offers: self.offers.iter().map(|offer| (offer.key.as_str(), offer.name.as_str())).collect(),
            nodes: self.nodes.iter().map(|node| (node.key.as_str(), node.name.as_str())).collect(),
        };
        let sitting: Vec<Sitting> =
            self.takers().map(|student| Sitting { turn: self.turn(student), misfits: self.misfits(student) }).collect();
        let mut told = problem.each_student().zip(grounds_of(problem, outcome, self.rules.mechanism, &names, sitting));
        let proposed = |student: &FrozenStudent| match self.takes_part(student).then(|| told.next()).flatten() {
            Some((at, grounds)) => self.proposed(student, at, outcome, grounds),
            None => Proposed {
                person: student.person,
                offer: None,
                rank: None,
                position: None,
                grounds: Grounds::without_wishes(self.rules.mechanism, outcome.drawn(), self.misfits(student)),
            },
        };
        self.students.iter().map(proposed).collect()
    }

    fn misfits(&self, student: &FrozenStudent) -> Vec<(u16, String)> {
        student.misfits.iter().map(|(offer, rank)| (*rank, self.offers[*offer].name.clone())).collect()
    }

    fn proposed(&self, frozen: &FrozenStudent, at: Student, outcome: &Outcome, grounds: Grounds) -> Proposed {
        // A place that a rule added is nobody's wish, and so is any place of somebody who sent none.
        let added = grounds.added.as_ref().is_some_and(|added| added.got);
        let wished = !frozen.wishes.is_empty() && !added;
        Proposed {
            person: frozen.person,
            offer: outcome.placed(at).map(|offer| self.offers[offer.index()].id),
            rank: outcome.rank(at).filter(|_| wished),
            position: outcome.position(at),
            grounds,
        }
    }

    fn cuts(&self, problem: &Problem, outcome: &Outcome) -> Vec<OfferCut> {
        let mut wished = vec![0u32; self.offers.len()];
        let mut taken = vec![0u32; self.offers.len()];
        let mut last = vec![None; self.offers.len()];
        let mut refused = vec![None; self.offers.len()];
        for student in problem.each_student() {
            if let Some(offer) = outcome.placed(student) {
                taken[offer.index()] += 1;
                last[offer.index()] = last[offer.index()].max(outcome.position(student));
            }
            if outcome.position(student).is_none() {
                continue;
            }
            let told = outcome.explanation(problem, student);
            let own = problem.wishes_of(student).len() - told.added.as_ref().map_or(0, |added| added.places as usize);
            problem.wishes_of(student).take(own).for_each(|wish| wished[wish.offer.index()] += 1);
            for (wish, told_of) in problem.wishes_of(student).zip(&told.refused) {
                let cut = &told.cuts[told_of.cut];
                if !cut.caps.is_empty() {
                    refused[wish.offer.index()] = Some((cut.last_position, cut.last_class));
                }
            }
        }
        let in_order = !is_optimiser(self.rules.mechanism);
        let cut = |(at, offer): (usize, &FrozenOffer)| OfferCut {
            place: offer.name.clone(),
            seats: offer.seats,
            wished: wished[at],
            taken: taken[at],
            full: refused[at].is_some() || taken[at] >= offer.seats,
            last: match refused[at] {
                Some((last, _)) => last,
                None => last[at].filter(|_| taken[at] >= offer.seats),
            }
            .filter(|_| in_order),
            last_class: refused[at].and_then(|(_, class)| class),
        };
        self.offers.iter().enumerate().map(cut).collect()
    }
}
