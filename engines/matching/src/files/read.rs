//! The four files as a problem.

use super::digits::number;
use super::errors::{File, InputErrors};
use super::lines::Lines;
use super::table::{Row, Table};
use crate::draw::Numbers;
use crate::ids::{Ids, Index, head};
use crate::problem::{Kind, Kinds, NO_TRAVEL, NONE, PartFault, Parts, Problem, RawWish};
use std::io::Read;

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

/// The four files where they are: read from front to back, a block at a time, and never held whole.
pub struct Streams<'a> {
    /// `hosts.csv`
    pub hosts: &'a mut dyn Read,
    /// `places.csv`
    pub places: &'a mut dyn Read,
    /// `students.csv`
    pub students: &'a mut dyn Read,
    /// `wishes.csv`
    pub wishes: &'a mut dyn Read,
}

impl Bytes<'_> {
    /// The same files to be read from front to back.
    pub fn streams(&mut self) -> Streams<'_> {
        let Self { hosts, places, students, wishes } = self;
        Streams { hosts, places, students, wishes }
    }
}

/// Reads the four files. `numbers` says whether the lottery column counts; if numbers are drawn it may be empty.
/// With the problem come notices: what was not read and changes nothing.
///
/// # Errors
/// Everything that is wrong, by file and line; the first hundred are listed.
pub fn read(mut bytes: Bytes<'_>, numbers: Numbers) -> Result<(Problem, Vec<String>), InputErrors> {
    read_streams(bytes.streams(), numbers)
}

/// Reads four streams as [`read`] does four files in memory.
///
/// # Errors
/// As [`read`]; a stream that breaks off is one of them.
pub fn read_streams(streams: Streams<'_>, numbers: Numbers) -> Result<(Problem, Vec<String>), InputErrors> {
    let mut reader = Reader::new(numbers);
    let (errors, notices) = (&mut reader.errors, &mut reader.notices);
    // All four headers first: were one file unreadable, every row that refers to it would look wrong.
    let wanted = ["host_id", "parent_id", "level", "cap"];
    let hosts = Table::open(File::Hosts, streams.hosts, wanted, errors, notices);
    let wanted = ["place_id", "host_id", "subject", "period", "capacity"];
    let places = Table::open(File::Places, streams.places, wanted, errors, notices);
    let wanted = ["student_id", "subject", "period", "lottery", "group_id", "fixed_place"];
    let students = Table::open(File::Students, streams.students, wanted, errors, notices);
    let wanted = ["student_id", "rank", "place_id", "travel_min", "prio"];
    let wishes = Table::open(File::Wishes, streams.wishes, wanted, errors, notices);
    match (hosts, places, students, wishes) {
        (Some(hosts), Some(places), Some(students), Some(wishes)) => {
            reader.hosts(hosts);
            reader.places(places);
            reader.students(students);
            reader.wishes(wishes);
            reader.finish()
        }
        (hosts, places, students, wishes) => {
            hosts.into_iter().for_each(|table| table.finish(errors));
            places.into_iter().for_each(|table| table.finish(errors));
            students.into_iter().for_each(|table| table.finish(errors));
            wishes.into_iter().for_each(|table| table.finish(errors));
            Err(reader.errors.sorted())
        }
    }
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
    /// Subjects and periods, numbered, so that a wish compares numbers.
    kinds: Ids,
    kind_index: Index,
    place_kind: Vec<[u32; 2]>,
    student_kind: Vec<[u32; 2]>,
    host_line: Lines,
    student_line: Lines,
    wish_line: Lines,
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
            host_line: Lines::default(),
            student_line: Lines::default(),
            wish_line: Lines::default(),
            grouped: 0,
        }
    }

    fn hosts(&mut self, mut table: Table<'_, 4>) {
        const FILE: File = File::Hosts;
        let Self { parts, errors, hosts, host_line, .. } = self;
        // Parents that have not come yet.
        let (mut children, mut parents) = (Vec::new(), Ids::default());
        while let Some(row) = table.next(errors) {
            let (line, [id, parent, level, cap]) = (row.line, row.texts());
            let Some(at) = new_id(FILE, line, Kind::Node, id, hosts, &mut parts.node_ids, errors) else { continue };
            if level.is_empty() || level.len() > Problem::ID_BYTES_MAX {
                let allowed = "the name of the level, for instance region, host, site or ward";
                errors.add(FILE, line, "level", level, allowed);
            }
            let bound = capacity(cap);
            if bound.is_none() && !cap.is_empty() {
                let allowed = format!("{WHOLE} from 0 to {}, or empty for no bound", Problem::CAPACITY_MAX);
                errors.add(FILE, line, "cap", cap, allowed);
            }
            parts.node(bound, level);
            host_line.push(line);
            if parent.is_empty() {
                continue;
            }
            match hosts.find(&parts.node_ids, parent) {
                Some(up) => parts.node_up[at as usize] = up,
                None => {
                    children.push(at);
                    parents.push(parent);
                }
            }
        }
        for (at, host) in children.into_iter().enumerate() {
            match hosts.find(&parts.node_ids, parents.get(at)) {
                Some(up) => parts.node_up[host as usize] = up,
                None => {
                    let allowed = "a host_id of hosts.csv, or empty for a root";
                    errors.add(FILE, host_line.get(host as usize), "parent_id", parents.get(at), allowed);
                }
            }
        }
    }

    fn places(&mut self, mut table: Table<'_, 5>) {
        const FILE: File = File::Places;
        let Self { parts, errors, hosts, places, kinds, kind_index, place_kind, .. } = self;
        while let Some(row) = table.next(errors) {
            let (line, [id, host, subject, period, seats]) = (row.line, row.texts());
            let Some(_) = new_id(FILE, line, Kind::Offer, id, places, &mut parts.offer_ids, errors) else { continue };
            let node = hosts.find(&parts.node_ids, host);
            if node.is_none() {
                errors.add(FILE, line, "host_id", host, "a host_id of hosts.csv");
            }
            let read = capacity(seats);
            if read.is_none() {
                let allowed = format!("{WHOLE} from 0 to {}", Problem::CAPACITY_MAX);
                errors.add(FILE, line, "capacity", seats, allowed);
            }
            parts.offer_node.push(node.unwrap_or(NONE));
            parts.offer_seats.push(read.unwrap_or(Problem::CAPACITY_MAX));
            place_kind.push([subject, period].map(|name| kind(name, kind_index, kinds)));
        }
    }

    fn students(&mut self, mut table: Table<'_, 6>) {
        const FILE: File = File::Students;
        let Self { parts, errors, places, students, groups, kinds, kind_index, student_kind, student_line, .. } = self;
        while let Some(row) = table.next(errors) {
            let (line, [id, subject, period, lottery, group, fixed]) = (row.line, row.texts());
            let Some(_) = new_id(FILE, line, Kind::Student, id, students, &mut parts.student_ids, errors) else {
                continue;
            };
            let given = number(lottery.as_bytes(), u64::MAX);
            if given.is_none() && !(lottery.is_empty() && self.numbers == Numbers::Drawn) {
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
            parts.lottery.push(given.unwrap_or(0));
            parts.fixed.push(place.unwrap_or(NONE));
            student_kind.push([subject, period].map(|name| kind(name, kind_index, kinds)));
            student_line.push(line);
        }
    }

    fn wishes(&mut self, mut table: Table<'_, 5>) {
        let Self { parts, errors, places, students, .. } = self;
        let mut last = NONE;
        while let Some(row) = table.next(errors) {
            let id = row.bytes(0);
            // Rows of one student mostly stand together.
            if last == NONE || !same(parts.student_ids.bytes(last as usize), id) {
                last = find_student(students, &parts.student_ids, last, id);
            }
            let wish = WishRow {
                student: last,
                rank: small_number(&row, 1, Problem::RANK_MAX).filter(|rank| *rank > 0),
                offer: places.find(&parts.offer_ids, row.bytes(2)),
                travel: small_number(&row, 3, Problem::TRAVEL_MAX).or(row.bytes(3).is_empty().then_some(NO_TRAVEL)),
                prio: small_number(&row, 4, Problem::PRIO_MAX),
            };
            let sound = match wish.sound() {
                Some(sound) if self.student_kind[sound.student as usize] == self.place_kind[sound.offer as usize] => {
                    sound
                }
                _ => match wish.refuse(&row, &self.student_kind, &self.place_kind, &self.kinds, errors) {
                    Some(sound) => sound,
                    None => continue,
                },
            };
            if parts.wishes.len() == Problem::ROWS_MAX {
                errors.add(
                    File::Wishes,
                    row.line,
                    "student_id",
                    row.text(0),
                    format!("at most {} wishes", Problem::ROWS_MAX),
                );
                return;
            }
            parts.wishes.push(sound);
            self.wish_line.push(row.line);
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
                "students.csv, column \"group_id\": {} students carry one; groups are seated first",
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
                errors.add(File::Hosts, host_line.get(node as usize), "parent_id", &parent, allowed);
            }
            PartFault::TooDeep { node } => {
                let parent = parts.id(Kind::Node, parts.node_up[node as usize]);
                let allowed = format!("a host with at most {} others above it", Problem::DEPTH_MAX - 2);
                errors.add(File::Hosts, host_line.get(node as usize), "parent_id", &parent, allowed);
            }
            PartFault::WishRepeated { wish, student, offer } => {
                let allowed = format!("each place once in the list of {}", parts.id(Kind::Student, student));
                errors.add(File::Wishes, wish_line.get(wish), "place_id", &parts.id(Kind::Offer, offer), allowed);
            }
            PartFault::FixedOverOffer { student, offer, seats, fixed } => {
                let allowed = format!("at most {seats} fixed here, its capacity; this is number {fixed}");
                let (line, place) = (student_line.get(student as usize), parts.id(Kind::Offer, offer));
                errors.add(File::Students, line, "fixed_place", &place, allowed);
            }
            PartFault::FixedOverNode { student, node, cap, fixed } => {
                let host = parts.id(Kind::Node, node);
                let allowed = format!("at most {cap} fixed below host {host}, its cap; this is number {fixed}");
                let place = parts.id(Kind::Offer, parts.fixed[student as usize]);
                errors.add(File::Students, student_line.get(student as usize), "fixed_place", &place, allowed);
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

/// A row of `wishes.csv`; what is wrong in it is none, an unknown student [`NONE`].
struct WishRow {
    student: u32,
    rank: Option<u16>,
    offer: Option<u32>,
    travel: Option<u16>,
    prio: Option<u16>,
}

impl WishRow {
    fn sound(&self) -> Option<RawWish> {
        let Self { student, rank, offer, travel, prio } = *self;
        if student == NONE {
            return None;
        }
        Some(RawWish { student, offer: offer?, rank: rank?, prio: prio?, travel: travel? })
    }

    /// Says what is wrong, and returns what still tells whether a place is given twice.
    #[cold]
    #[inline(never)]
    fn refuse(
        &self,
        row: &Row<'_, 5>,
        student_kind: &[[u32; 2]],
        place_kind: &[[u32; 2]],
        kinds: &Ids,
        errors: &mut InputErrors,
    ) -> Option<RawWish> {
        let [id, rank, place, travel, prio] = row.texts();
        let mut refuse = |column, value, allowed| errors.add(File::Wishes, row.line, column, value, allowed);
        if self.student == NONE {
            refuse("student_id", id, "a student_id of students.csv".to_owned());
        }
        if self.rank.is_none() {
            refuse("rank", rank, format!("{WHOLE} from 1 to {}", Problem::RANK_MAX));
        }
        if self.offer.is_none() {
            refuse("place_id", place, KNOWN_PLACE.to_owned());
        }
        if self.travel.is_none() {
            refuse("travel_min", travel, format!("{WHOLE} of minutes from 0 to {}, or empty", Problem::TRAVEL_MAX));
        }
        if self.prio.is_none() {
            refuse("prio", prio, format!("{WHOLE} from 0, the first class, to {}", Problem::PRIO_MAX));
        }
        let (prio, travel) = (self.prio.or(Some(0)), self.travel.or(Some(NO_TRAVEL)));
        let wish = Self { prio, travel, ..*self }.sound()?;
        let (theirs, its) = (student_kind[wish.student as usize], place_kind[wish.offer as usize]);
        if theirs != its {
            let [subject, period] = theirs.map(|at| kinds.get(at as usize));
            let [its_subject, its_period] = its.map(|at| kinds.get(at as usize));
            let allowed = format!(
                "a place of the student's subject {subject:?} and period {period:?}; \
                 this one is {its_subject:?}, {its_period:?}"
            );
            refuse("place_id", place, allowed);
        }
        Some(wish)
    }
}

/// The student's number, or [`NONE`]. Students mostly come in the order they came in before.
fn find_student(students: &mut Index, ids: &Ids, last: u32, id: &[u8]) -> u32 {
    let next = last.wrapping_add(1); // the first after none
    if (next as usize) < ids.len() && ids.bytes(next as usize) == id {
        return next;
    }
    students.find(ids, id).unwrap_or(NONE)
}

/// For short ids much quicker than a call for the comparison of any two.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && if a.len() <= 8 { head(a) == head(b) } else { a == b }
}

fn capacity(text: &str) -> Option<u32> {
    number(text.as_bytes(), u64::from(Problem::CAPACITY_MAX)).and_then(|seats| u32::try_from(seats).ok())
}

#[inline(always)]
fn small_number(row: &Row<'_, 5>, column: usize, max: u16) -> Option<u16> {
    row.number(column, u64::from(max)).and_then(|number| u16::try_from(number).ok())
}
