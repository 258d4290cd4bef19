//! What may be asked for besides the four files: bans, a travel limit, completed lists, soft terms, protected
//! students, turns.

use super::errors::{File, InputErrors};
use super::table::Table;
use crate::ids::Ids;
use crate::problem::{BanReason, Because, NONE, Problem, ProblemError};

/// Everything here is optional; without it a run is as it would be without this page.
#[derive(Clone, Debug, Default)]
pub struct More {
    /// student_id,place_id,reason: pairs that must not come about, see [`BanReason::NAMES`].
    pub bans: Option<Vec<u8>>,
    /// No wish with more minutes of travel is considered; travel that is not known is near enough.
    pub travel_limit: Option<u16>,
    /// See [`Problem::complete_lists`].
    pub complete_lists: Option<u16>,
    /// student_id,place_id,steps: soft terms in whole rank steps, fewer are better.
    pub soft: Option<Vec<u8>>,
    /// student_id: students whose placing counts before everybody else's.
    pub protect: Option<Vec<u8>>,
    /// student_id,turn: students who draw after those of a lower turn; who is not named has turn 0.
    pub turns: Option<Vec<u8>>,
}

impl More {
    fn is_none(&self) -> bool {
        let Self { bans, travel_limit, complete_lists, soft, protect, turns } = self;
        let numbers = travel_limit.or(*complete_lists);
        bans.is_none() && soft.is_none() && protect.is_none() && turns.is_none() && numbers.is_none()
    }
}

/// Reads the files that were asked for and leaves out every wish that is not to be considered.
pub(crate) fn apply(problem: &mut Problem, more: &More, notices: &mut Vec<String>) -> Result<(), InputErrors> {
    if more.is_none() {
        return Ok(());
    }
    let mut errors = InputErrors::default();
    let (students, offers) = (Finder::new(&problem.student_ids), Finder::new(&problem.offer_ids));
    let find = Find { students: &students, offers: &offers };
    let (mut bans, mut soft) = (Vec::new(), Vec::new());
    let (mut protected, mut turns) = (Vec::new(), Vec::new());
    if let Some(bytes) = &more.bans {
        let reason = |text: &str| BanReason::NAMES.iter().find(|(name, _)| *name == text).map(|(_, reason)| *reason);
        bans =
            find.pairs(File::Bans, "reason", bytes, "own_workplace, relative or other", reason, &mut errors, notices);
    }
    if let Some(bytes) = &more.soft {
        let allowed = format!("a whole number of rank steps from -{0} to {0}", Problem::SOFT_MAX);
        soft = find.pairs(File::Soft, "steps", bytes, &allowed, steps, &mut errors, notices);
    }
    if let Some(bytes) = &more.protect {
        protected = find.students(bytes, &mut errors, notices);
    }
    if let Some(bytes) = &more.turns {
        turns = find.turns(bytes, &mut errors, notices);
    }
    if !errors.is_empty() {
        return Err(errors.sorted());
    }
    problem.extras.bans = bans;
    problem.extras.soft = soft;
    problem.extras.travel_limit = more.travel_limit;
    problem.extras.complete_below = more.complete_lists;
    problem.protected = protected;
    for (student, turn) in turns {
        problem.turn[student as usize] = turn;
    }
    problem.consider();
    note(problem, notices);
    Ok(())
}

/// Completes the lists if asked to; lottery numbers must be there.
pub(crate) fn complete(problem: &mut Problem, more: &More) -> Result<(), InputErrors> {
    let Some(below) = more.complete_lists else { return Ok(()) };
    problem.complete_lists(below).map_err(|fault: ProblemError| {
        let mut errors = InputErrors::default();
        let allowed = format!("{fault}; --complete-lists with a smaller number adds fewer");
        errors.add(File::Wishes, 1, "place_id", &below.to_string(), allowed);
        errors
    })
}

/// Decimal digits, perhaps with a minus before them.
fn steps(text: &str) -> Option<i32> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|steps: &i32| plain && steps.unsigned_abs() <= Problem::SOFT_MAX.unsigned_abs())
}

/// Says what was asked for and changes nothing, and how many wishes were left out.
fn note(problem: &Problem, notices: &mut Vec<String>) {
    let extras = &problem.extras;
    let listed = |pair: (u32, u32)| problem.wish_offer[problem.wish_range(pair.0)].contains(&pair.1);
    let idle = extras.soft.iter().filter(|term| !listed((term.0, term.1))).count();
    if idle > 0 && extras.complete_below.is_none() {
        notices.push(format!("--soft: {idle} pairs are no considered wishes; their steps change nothing"));
    }
    let by_hand = extras.bans.iter().filter(|ban| problem.fixed[ban.0 as usize] == ban.1).count();
    if by_hand > 0 {
        notices.push(format!("--ban: {by_hand} pairs are placed by hand all the same; that stands"));
    }
    let far = extras.left_out.iter().filter(|out| matches!(out.because, Because::TravelLimit { .. })).count();
    for (why, count) in [("--ban", extras.left_out.len() - far), ("--travel-limit", far)] {
        if count > 0 {
            notices.push(format!("{why}: {count} wishes are not considered"));
        }
    }
}

/// Finds ids by a sorted list of numbers.
struct Finder<'a> {
    ids: &'a Ids,
    sorted: Vec<u32>,
}

impl<'a> Finder<'a> {
    fn new(ids: &'a Ids) -> Self {
        Self { ids, sorted: ids.sorted() }
    }

    fn find(&self, id: &str) -> Option<u32> {
        let at = self.sorted.binary_search_by(|at| self.ids.get(*at as usize).cmp(id)).ok()?;
        Some(self.sorted[at])
    }
}

struct Find<'a> {
    students: &'a Finder<'a>,
    offers: &'a Finder<'a>,
}

impl Find<'_> {
    /// A file of pairs, each with one more value.
    #[expect(clippy::too_many_arguments, reason = "two files of one shape, and what differs between them")]
    fn pairs<T>(
        &self,
        file: File,
        column: &str,
        bytes: &[u8],
        allowed: &str,
        value: impl Fn(&str) -> Option<T>,
        errors: &mut InputErrors,
        notices: &mut Vec<String>,
    ) -> Vec<(u32, u32, T)> {
        let mut found: Vec<(u32, u32, T)> = Vec::new();
        let mut lines: Vec<(u32, u32, u32)> = Vec::new();
        let (wanted, mut from) = (["student_id", "place_id", column], bytes);
        let Some(mut table) = Table::open(file, &mut from, wanted, errors, notices) else { return found };
        while let Some(row) = table.next(errors) {
            let (line, [student, offer, third]) = (row.line, row.texts());
            let (who, what, more) = (self.students.find(student), self.offers.find(offer), value(third));
            if who.is_none() {
                errors.add(file, line, "student_id", student, "a student_id of students.csv");
            }
            if what.is_none() {
                errors.add(file, line, "place_id", offer, "a place_id of places.csv");
            }
            if more.is_none() {
                errors.add(file, line, column, third, allowed);
            }
            if let (Some(who), Some(what), Some(more)) = (who, what, more) {
                found.push((who, what, more));
                lines.push((who, what, line));
            }
        }
        lines.sort_unstable();
        for twice in lines.windows(2).filter(|two| (two[0].0, two[0].1) == (two[1].0, two[1].1)) {
            let (student, offer) =
                (self.students.ids.get(twice[1].0 as usize), self.offers.ids.get(twice[1].1 as usize));
            errors.add(file, twice[1].2, "place_id", offer, format!("each place once for {student}"));
        }
        found
    }

    /// The turn of everybody who is named.
    fn turns(&self, bytes: &[u8], errors: &mut InputErrors, notices: &mut Vec<String>) -> Vec<(u32, u8)> {
        let (mut found, mut named) = (Vec::new(), vec![false; self.students.ids.len()]);
        let mut from = bytes;
        let Some(mut table) = Table::open(File::Turns, &mut from, ["student_id", "turn"], errors, notices) else {
            return found;
        };
        while let Some(row) = table.next(errors) {
            let (line, [id, turn]) = (row.line, row.texts());
            let read = row.number(1, u8::MAX.into()).and_then(|turn| u8::try_from(turn).ok());
            if read.is_none() {
                errors.add(File::Turns, line, "turn", turn, "a whole number from 0 to 255");
            }
            match self.students.find(id) {
                None => errors.add(File::Turns, line, "student_id", id, "a student_id of students.csv"),
                Some(who) if std::mem::replace(&mut named[who as usize], true) => {
                    errors.add(File::Turns, line, "student_id", id, "each student once; this one is given before");
                }
                Some(who) => found.extend(read.map(|turn| (who, turn))),
            }
        }
        found
    }

    /// Who is named in the file, by student; empty when nobody is.
    fn students(&self, bytes: &[u8], errors: &mut InputErrors, notices: &mut Vec<String>) -> Vec<bool> {
        let mut line_of = vec![NONE; self.students.ids.len()];
        let mut from = bytes;
        let Some(mut table) = Table::open(File::Protect, &mut from, ["student_id"], errors, notices) else {
            return Vec::new();
        };
        while let Some(row) = table.next(errors) {
            let (line, [id]) = (row.line, row.texts());
            match self.students.find(id).map(|at| &mut line_of[at as usize]) {
                None => errors.add(File::Protect, line, "student_id", id, "a student_id of students.csv"),
                Some(first) if *first != NONE => {
                    errors.add(File::Protect, line, "student_id", id, "each student once; this one is given before");
                }
                Some(first) => *first = line,
            }
        }
        let protected: Vec<bool> = line_of.into_iter().map(|line| line != NONE).collect();
        if protected.contains(&true) { protected } else { Vec::new() }
    }
}
