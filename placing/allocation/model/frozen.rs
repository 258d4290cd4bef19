//! What the engine is given, frozen at one moment: by outside key, so that anybody with the files can repeat the run.

use std::fmt::Write;

use base::{OfferId, PersonId};
use matching::{Builder, DrawKey, Numbers, Options, Outcome, Problem, Seed, input_sha256, solve};
use sha2::{Digest, Sha256};

use super::explain::{Grounds, Names, Turn, grounds_of};

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
    /// Index into the offers, and rank
    pub wishes: Vec<(usize, u16)>,
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

/// Everything one run is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// The round's id as text: it is part of what lottery numbers are drawn from
    pub round: String,
    /// Where lottery numbers come from
    pub draw: DrawFrom,
    /// What becomes of students who sent no wishes
    pub no_wishes: NoWishes,
    /// By outside key
    pub nodes: Vec<FrozenNode>,
    /// By outside key
    pub offers: Vec<FrozenOffer>,
    /// By outside key
    pub students: Vec<FrozenStudent>,
}

/// The files of a run's input, as `fotfeste allocate` reads them.
pub const INPUT_FILES: [&str; 4] = ["hosts.csv", "places.csv", "students.csv", "wishes.csv"];

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
    /// Where it became full
    pub cuts: Vec<OfferCut>,
    /// The input as files, in the order of [`INPUT_FILES`]
    pub files: [String; 4],
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
    /// The last number that got in at what was full; none where all was given by hand
    pub last: Option<u32>,
}

/// What a finished run keeps beside the proposals.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Summary {
    /// How full each offer became, by name
    pub cuts: Vec<OfferCut>,
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
    /// for nothing, so that the files alone give the same result.
    fn turn_class(&self, student: &FrozenStudent) -> u8 {
        match (self.turn(student), self.no_wishes) {
            (Turn::NoWishes, NoWishes::ByHand) => Turn::InTime as u8,
            (turn, _) => turn as u8,
        }
    }

    /// Offers that count as the one tied wish of a student who sent none.
    fn any_of_subject<'a>(&'a self, student: &'a FrozenStudent) -> impl Iterator<Item = &'a FrozenOffer> {
        let fits = |own: &str, asked: &str| own == asked || own.is_empty() || asked.is_empty();
        self.offers
            .iter()
            .filter(move |offer| fits(&offer.subject, &student.subject) && fits(&offer.period, &student.period))
    }

    /// The problem as the engine sees it, lottery numbers of the file included.
    /// # Errors
    /// What the engine finds wrong, by outside key; at most 100 faults.
    pub fn problem(&self) -> Result<Problem, Vec<matching::ProblemError>> {
        let mut builder = Builder::new();
        for node in &self.nodes {
            builder.node(&node.key, node.parent.as_deref(), &node.level, node.cap);
        }
        for offer in &self.offers {
            builder.offer(&offer.key, &offer.node, offer.seats);
        }
        for student in &self.students {
            builder.student(&student.key, self.turn_class(student), student.lottery.unwrap_or(0));
        }
        for student in &self.students {
            if let Some(offer) = student.fixed {
                builder.fix(&student.key, &self.offers[offer].key);
            }
            if let Some(group) = student.group.as_deref().filter(|group| !group.is_empty()) {
                builder.group(&student.key, group);
            }
            for (offer, rank) in &student.wishes {
                builder.wish(&student.key, &self.offers[*offer].key, *rank);
            }
            if student.wishes.is_empty() && self.no_wishes == NoWishes::Last {
                self.any_of_subject(student).for_each(|offer| builder.wish(&student.key, &offer.key, 1));
            }
        }
        builder.build()
    }

    /// Runs the engine: the same frozen input gives the same answer on every machine.
    /// # Errors
    /// What the engine finds wrong with the input.
    pub fn answer(&self) -> Result<Answered, Vec<matching::ProblemError>> {
        let mut problem = self.problem()?;
        let numbers = match self.draw {
            DrawFrom::Seed(_) => Numbers::Drawn,
            DrawFrom::File => Numbers::Given,
        };
        let root = input_sha256(&problem, numbers);
        let mut options = Options::default();
        if let DrawFrom::Seed(seed) = &self.draw {
            let key: DrawKey = seed.draw_key(&root);
            problem.draw(&key, &self.round);
            options.ties = key.tie_key();
        }
        let outcome = solve(&problem, &options);
        let output = self.output(&problem, &outcome);
        Ok(Answered {
            proposals: self.proposals(&problem, &outcome),
            input_sha256: hex::encode(root),
            output_sha256: hex::encode(Sha256::digest(output.as_bytes())),
            promise: match &self.draw {
                DrawFrom::Seed(seed) => Some(hex::encode(seed.promise())),
                DrawFrom::File => None,
            },
            placed: u32::try_from(outcome.placed_count()).unwrap_or(u32::MAX),
            cuts: self.cuts(&problem, &outcome),
            files: self.files(),
        })
    }

    fn proposals(&self, problem: &Problem, outcome: &Outcome) -> Vec<Proposed> {
        let names = Names {
            offers: self.offers.iter().map(|offer| (offer.key.as_str(), offer.name.as_str())).collect(),
            nodes: self.nodes.iter().map(|node| (node.key.as_str(), node.name.as_str())).collect(),
        };
        let turns = self.students.iter().map(|student| self.turn(student)).collect::<Vec<_>>();
        let grounds = grounds_of(problem, outcome, &names, &turns);
        problem
            .each_student()
            .zip(grounds)
            .map(|(student, grounds)| {
                let frozen = &self.students[student.index()];
                let wished = !frozen.wishes.is_empty();
                Proposed {
                    person: frozen.person,
                    offer: outcome.placed(student).map(|offer| self.offers[offer.index()].id),
                    // A place for somebody who sent no wishes is nobody's first wish.
                    rank: outcome.rank(student).filter(|_| wished),
                    position: outcome.position(student),
                    grounds,
                }
            })
            .collect()
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
            problem.wishes_of(student).for_each(|wish| wished[wish.offer.index()] += 1);
            let told = outcome.explanation(problem, student);
            for (wish, told_of) in problem.wishes_of(student).zip(&told.refused) {
                refused[wish.offer.index()] = Some(told.cuts[told_of.cut].last_position);
            }
        }
        let cut = |(at, offer): (usize, &FrozenOffer)| OfferCut {
            place: offer.name.clone(),
            seats: offer.seats,
            wished: wished[at],
            taken: taken[at],
            full: refused[at].is_some() || taken[at] >= offer.seats,
            last: refused[at].unwrap_or_else(|| last[at].filter(|_| taken[at] >= offer.seats)),
        };
        self.offers.iter().enumerate().map(cut).collect()
    }

    /// The result file: student, place and rank by outside key, sorted bytewise.
    fn output(&self, problem: &Problem, outcome: &Outcome) -> String {
        let rows = problem.each_student().map(|student| ResultRow {
            student: problem.student_id(student),
            place: outcome.placed(student).map(|offer| problem.offer_id(offer)),
            rank: outcome.rank(student),
        });
        result_file(rows.collect())
    }

    /// The input as the four files that `fotfeste allocate` reads.
    pub fn files(&self) -> [String; 4] {
        [self.hosts(), self.places(), self.students_file(), self.wishes()]
    }

    fn hosts(&self) -> String {
        let mut out = String::from("host_id,parent_id,level,cap\n");
        for node in &self.nodes {
            let cap = node.cap.map(|cap| cap.to_string()).unwrap_or_default();
            line(&mut out, &[&node.key, node.parent.as_deref().unwrap_or(""), &node.level, &cap]);
        }
        out
    }

    fn places(&self) -> String {
        let mut out = String::from("place_id,host_id,subject,period,capacity\n");
        for offer in &self.offers {
            line(&mut out, &[&offer.key, &offer.node, &offer.subject, &offer.period, &offer.seats.to_string()]);
        }
        out
    }

    fn students_file(&self) -> String {
        let mut out = String::from("student_id,subject,period,lottery,group_id,fixed_place\n");
        for student in &self.students {
            let lottery = student.lottery.unwrap_or(0).to_string();
            let fixed = student.fixed.map_or("", |offer| self.offers[offer].key.as_str());
            let group = student.group.as_deref().unwrap_or("");
            line(&mut out, &[&student.key, &student.subject, &student.period, &lottery, group, fixed]);
        }
        out
    }

    fn wishes(&self) -> String {
        let mut out = String::from("student_id,rank,place_id,travel_min,prio\n");
        for student in &self.students {
            for (offer, rank) in &student.wishes {
                line(&mut out, &[&student.key, &rank.to_string(), &self.offers[*offer].key, "", "0"]);
            }
        }
        out
    }
}

/// One row of the result file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultRow<'a> {
    /// Outside key of the student
    pub student: &'a str,
    /// Outside key of the offer
    pub place: Option<&'a str>,
    /// Rank of the wish that came true
    pub rank: Option<u16>,
}

/// The result file, as `fotfeste allocate` writes it.
pub fn result_file(mut rows: Vec<ResultRow<'_>>) -> String {
    rows.sort_unstable_by(|a, b| a.student.as_bytes().cmp(b.student.as_bytes()));
    let mut out = String::from("student_id,place_id,rank\n");
    for row in rows {
        let rank = row.rank.map(|rank| rank.to_string()).unwrap_or_default();
        line(&mut out, &[row.student, row.place.unwrap_or(""), &rank]);
    }
    out
}

/// Writes one line; fields with a comma, a quote or a line break are quoted.
fn line(out: &mut String, fields: &[&str]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if field.contains([',', '"', '\n', '\r']) {
            let _ = write!(out, "\"{}\"", field.replace('"', "\"\""));
        } else {
            out.push_str(field);
        }
    }
    out.push('\n');
}
