//! The four files as a problem.

use super::errors::{File, InputErrors};
use super::table::{self, Table};
use crate::draw::Numbers;
use crate::ids::{Ids, Index};
use crate::problem::{Kind, Kinds, NO_TRAVEL, NONE, PartFault, Parts, Problem, RawWish};

/// The bytes of the four files.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'a> {
    /// `hosts.csv`
    pub hosts: &'a [u8],
    /// `places.csv`
    pub places: &'a [u8],
    /// `students.csv`
    pub students: &'a [u8],
    /// `wishes.csv`
    pub wishes: &'a [u8],
}

/// Reads the four files. `numbers` says whether the lottery column counts; if numbers are drawn it may be empty.
/// With the problem come notices: what was not read and changes nothing.
///
/// # Errors
/// Everything that is wrong, by file and line; the first hundred are listed.
pub fn read(bytes: Bytes<'_>, numbers: Numbers) -> Result<(Problem, Vec<String>), InputErrors> {
    let mut reader = Reader::new(numbers);
    let (errors, notices) = (&mut reader.errors, &mut reader.notices);
    // All four headers first: were one file unreadable, every row that refers to it would look wrong.
    let hosts = open(File::Hosts, bytes.hosts, ["host_id", "parent_id", "level", "cap"], errors, notices);
    let wanted = ["place_id", "host_id", "subject", "period", "capacity"];
    let places = open(File::Places, bytes.places, wanted, errors, notices);
    let wanted = ["student_id", "subject", "period", "lottery", "group_id", "fixed_place"];
    let students = open(File::Students, bytes.students, wanted, errors, notices);
    let wanted = ["student_id", "rank", "place_id", "travel_min", "prio"];
    let wishes = open(File::Wishes, bytes.wishes, wanted, errors, notices);
    let (Some(hosts), Some(places), Some(students), Some(wishes)) = (hosts, places, students, wishes) else {
        return Err(reader.errors.sorted());
    };
    reader.hosts(hosts);
    reader.places(places);
    reader.students(students);
    // A row of wishes has rarely fewer than 24 bytes.
    reader.wishes(wishes, bytes.wishes.len() / 24);
    reader.finish()
}

fn open<'a, const COLUMNS: usize>(
    file: File,
    bytes: &'a [u8],
    wanted: [&str; COLUMNS],
    errors: &mut InputErrors,
    notices: &mut Vec<String>,
) -> Option<Table<'a, COLUMNS>> {
    let text = table::text(file, bytes, errors)?;
    Table::open(file, text, wanted, errors, notices)
}

struct Reader {
    numbers: Numbers,
    parts: Parts,
    errors: InputErrors,
    notices: Vec<String>,
    hosts: Index,
    places: Index,
    students: Index,
    groups: Index,
    /// Subjects and periods, numbered, so that a wish compares two numbers.
    kinds: Ids,
    kind_index: Index,
    place_kind: Vec<[u32; 2]>,
    student_kind: Vec<[u32; 2]>,
    host_line: Vec<u32>,
    student_line: Vec<u32>,
    wish_line: Vec<u32>,
    grouped: usize,
}

const WHOLE: &str = "a whole number";
const KNOWN_PLACE: &str = "a place_id of places.csv";

impl Reader {
    fn new(numbers: Numbers) -> Self {
        Self {
            numbers,
            parts: Parts::default(),
            errors: InputErrors::default(),
            notices: Vec::new(),
            hosts: Index::new(),
            places: Index::new(),
            students: Index::new(),
            groups: Index::new(),
            kinds: Ids::default(),
            kind_index: Index::new(),
            place_kind: Vec::new(),
            student_kind: Vec::new(),
            host_line: Vec::new(),
            student_line: Vec::new(),
            wish_line: Vec::new(),
            grouped: 0,
        }
    }

    fn hosts(&mut self, mut table: Table<'_, 4>) {
        const FILE: File = File::Hosts;
        let Self { parts, errors, hosts, host_line, .. } = self;
        let mut parents: Vec<(u32, String)> = Vec::new();
        while let Some((line, [id, parent, level, cap])) = table.next(errors) {
            let Some(at) = new_id(FILE, line, Kind::Node, id, hosts, &mut parts.node_ids, errors) else { continue };
            if level.is_empty() || level.len() > Problem::ID_BYTES_MAX {
                errors.add(
                    FILE,
                    line,
                    "level",
                    level,
                    "the name of the level, for instance region, host, site or ward",
                );
            }
            let bound = number(cap, u64::from(Problem::CAPACITY_MAX)).and_then(|cap| u32::try_from(cap).ok());
            if bound.is_none() && !cap.is_empty() {
                let allowed = format!("{WHOLE} from 0 to {}, or empty for no bound", Problem::CAPACITY_MAX);
                errors.add(FILE, line, "cap", cap, allowed);
            }
            parts.node(bound, level);
            host_line.push(line);
            if !parent.is_empty() {
                parents.push((at, parent.to_owned()));
            }
        }
        for (host, parent) in parents {
            match hosts.find(&parts.node_ids, &parent) {
                Some(up) => parts.node_up[host as usize] = up,
                None => {
                    let allowed = "a host_id of hosts.csv, or empty for a root";
                    errors.add(FILE, host_line[host as usize], "parent_id", &parent, allowed);
                }
            }
        }
    }

    fn places(&mut self, mut table: Table<'_, 5>) {
        const FILE: File = File::Places;
        let Self { parts, errors, hosts, places, kinds, kind_index, place_kind, .. } = self;
        while let Some((line, [id, host, subject, period, capacity])) = table.next(errors) {
            let Some(_) = new_id(FILE, line, Kind::Offer, id, places, &mut parts.offer_ids, errors) else { continue };
            let node = hosts.find(&parts.node_ids, host);
            if node.is_none() {
                errors.add(FILE, line, "host_id", host, "a host_id of hosts.csv");
            }
            let seats = number(capacity, u64::from(Problem::CAPACITY_MAX)).and_then(|seats| u32::try_from(seats).ok());
            if seats.is_none() {
                let allowed = format!("{WHOLE} from 0 to {}", Problem::CAPACITY_MAX);
                errors.add(FILE, line, "capacity", capacity, allowed);
            }
            parts.offer_node.push(node.unwrap_or(NONE));
            parts.offer_seats.push(seats.unwrap_or(Problem::CAPACITY_MAX));
            place_kind.push([subject, period].map(|name| kind(name, kind_index, kinds)));
        }
    }

    fn students(&mut self, mut table: Table<'_, 6>) {
        const FILE: File = File::Students;
        let Self { parts, errors, places, students, groups, kinds, kind_index, student_kind, student_line, .. } = self;
        while let Some((line, [id, subject, period, lottery, group, fixed])) = table.next(errors) {
            let Some(_) = new_id(FILE, line, Kind::Student, id, students, &mut parts.student_ids, errors) else {
                continue;
            };
            let drawn = number(lottery, u64::MAX);
            if drawn.is_none() && !(lottery.is_empty() && self.numbers == Numbers::Drawn) {
                errors.add(FILE, line, "lottery", lottery, format!("{WHOLE} from 0 to {}", u64::MAX));
            }
            let place = if fixed.is_empty() { None } else { places.find(&parts.offer_ids, fixed) };
            if place.is_none() && !fixed.is_empty() {
                errors.add(FILE, line, "fixed_place", fixed, format!("{KNOWN_PLACE}, or empty"));
            }
            self.grouped += usize::from(!group.is_empty());
            let group =
                (!group.is_empty()).then(|| groups.add(&mut parts.group_ids, group).unwrap_or_else(|known| known));
            parts.group.push(group.unwrap_or(NONE));
            parts.turn.push(0);
            parts.lottery.push(drawn.unwrap_or(0));
            parts.fixed.push(place.unwrap_or(NONE));
            student_kind.push([subject, period].map(|name| kind(name, kind_index, kinds)));
            student_line.push(line);
        }
    }

    fn wishes(&mut self, mut table: Table<'_, 5>, expected: usize) {
        const FILE: File = File::Wishes;
        let Self { parts, errors, places, students, .. } = self;
        parts.wishes.reserve(expected);
        self.wish_line.reserve(expected);
        let mut last = NONE;
        while let Some((line, [id, rank, place, travel, prio])) = table.next(errors) {
            // Rows of one student mostly stand together.
            if last == NONE || parts.student_ids.get(last as usize) != id {
                last = students.find(&parts.student_ids, id).unwrap_or(NONE);
            }
            if last == NONE {
                errors.add(FILE, line, "student_id", id, "a student_id of students.csv");
            }
            let order = number(rank, u64::from(Problem::RANK_MAX)).filter(|rank| *rank > 0);
            if order.is_none() {
                errors.add(FILE, line, "rank", rank, format!("{WHOLE} from 1 to {}", Problem::RANK_MAX));
            }
            let offer = places.find(&parts.offer_ids, place);
            if offer.is_none() {
                errors.add(FILE, line, "place_id", place, KNOWN_PLACE);
            }
            let minutes =
                number(travel, u64::from(Problem::TRAVEL_MAX)).and_then(|minutes| u16::try_from(minutes).ok());
            if minutes.is_none() && !travel.is_empty() {
                let allowed = format!("{WHOLE} of minutes from 0 to {}, or empty", Problem::TRAVEL_MAX);
                errors.add(FILE, line, "travel_min", travel, allowed);
            }
            let class = number(prio, u64::from(Problem::PRIO_MAX)).and_then(|class| u16::try_from(class).ok());
            if class.is_none() {
                let allowed = format!("{WHOLE} from 0, the first class, to {}", Problem::PRIO_MAX);
                errors.add(FILE, line, "prio", prio, allowed);
            }
            let (Some(rank), Some(offer)) = (order.and_then(|rank| u16::try_from(rank).ok()), offer) else { continue };
            if last == NONE {
                continue;
            }
            let (theirs, its) = (self.student_kind[last as usize], self.place_kind[offer as usize]);
            if theirs != its {
                let [subject, period] = theirs.map(|at| self.kinds.get(at as usize));
                let [its_subject, its_period] = its.map(|at| self.kinds.get(at as usize));
                let allowed = format!(
                    "a place of the student's subject {subject:?} and period {period:?}; \
                     this one is {its_subject:?}, {its_period:?}"
                );
                errors.add(FILE, line, "place_id", place, allowed);
            }
            if parts.wishes.len() == Problem::ROWS_MAX {
                errors.add(FILE, line, "student_id", id, format!("at most {} wishes", Problem::ROWS_MAX));
                return;
            }
            let (prio, travel) = (class.unwrap_or(0), minutes.unwrap_or(NO_TRAVEL));
            parts.wishes.push(RawWish { student: last, offer, rank, prio, travel });
            self.wish_line.push(line);
        }
    }

    fn finish(mut self) -> Result<(Problem, Vec<String>), InputErrors> {
        for fault in self.parts.faults() {
            self.between_files(fault);
        }
        if !self.errors.is_empty() {
            return Err(self.errors.sorted());
        }
        if self.grouped > 0 {
            self.notices.push(format!(
                "students.csv, column \"group_id\": {} students carry one; the lottery places each student alone",
                self.grouped
            ));
        }
        self.parts.extras.kinds = Kinds { students: self.student_kind, offers: self.place_kind };
        Ok((self.parts.problem(), self.notices))
    }

    fn between_files(&mut self, fault: PartFault) {
        let Self { parts, errors, host_line, student_line, wish_line, .. } = self;
        match fault {
            PartFault::Cycle { node } => {
                let parent = parts.id(Kind::Node, parts.node_up[node as usize]);
                let allowed = format!("a host that is not below {} itself", parts.id(Kind::Node, node));
                errors.add(File::Hosts, host_line[node as usize], "parent_id", &parent, allowed);
            }
            PartFault::TooDeep { node } => {
                let parent = parts.id(Kind::Node, parts.node_up[node as usize]);
                let allowed = format!("a host with at most {} others above it", Problem::DEPTH_MAX - 2);
                errors.add(File::Hosts, host_line[node as usize], "parent_id", &parent, allowed);
            }
            PartFault::WishRepeated { wish, student, offer } => {
                let allowed = format!("each place once in the list of {}", parts.id(Kind::Student, student));
                errors.add(File::Wishes, wish_line[wish], "place_id", &parts.id(Kind::Offer, offer), allowed);
            }
            PartFault::FixedOverOffer { student, offer, seats, fixed } => {
                let allowed = format!("at most {seats} fixed here, its capacity; this is number {fixed}");
                let (line, place) = (student_line[student as usize], parts.id(Kind::Offer, offer));
                errors.add(File::Students, line, "fixed_place", &place, allowed);
            }
            PartFault::FixedOverNode { student, node, cap, fixed } => {
                let host = parts.id(Kind::Node, node);
                let allowed = format!("at most {cap} fixed below host {host}, its cap; this is number {fixed}");
                let place = parts.id(Kind::Offer, parts.fixed[student as usize]);
                errors.add(File::Students, student_line[student as usize], "fixed_place", &place, allowed);
            }
        }
    }
}

/// The number of a new id; a bad or repeated one is reported.
fn new_id(
    file: File,
    line: u32,
    kind: Kind,
    id: &str,
    index: &mut Index,
    ids: &mut Ids,
    errors: &mut InputErrors,
) -> Option<u32> {
    let column = match kind {
        Kind::Node => "host_id",
        Kind::Offer => "place_id",
        Kind::Student | Kind::Wish => "student_id",
    };
    if id.is_empty() || id.len() > Problem::ID_BYTES_MAX || id.bytes().any(|byte| byte.is_ascii_control()) {
        let allowed = format!("an id of 1 to {} bytes without control characters", Problem::ID_BYTES_MAX);
        errors.add(file, line, column, id, allowed);
        return None;
    }
    if ids.len() >= Problem::ROWS_MAX {
        errors.add(file, line, column, id, format!("at most {} rows", Problem::ROWS_MAX));
        return None;
    }
    match index.add(ids, id) {
        Ok(at) => Some(at),
        Err(_) => {
            errors.add(file, line, column, id, format!("each {column} once; this one is given before"));
            None
        }
    }
}

fn kind(name: &str, index: &mut Index, kinds: &mut Ids) -> u32 {
    index.add(kinds, name).unwrap_or_else(|known| known)
}

/// Decimal digits and nothing else, at most `max`.
fn number(text: &str, max: u64) -> Option<u64> {
    if text.is_empty() || text.len() > 20 {
        return None;
    }
    let mut number = 0u64;
    for byte in text.bytes() {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number = number.checked_mul(10)?.checked_add(u64::from(digit))?;
    }
    (number <= max).then_some(number)
}
