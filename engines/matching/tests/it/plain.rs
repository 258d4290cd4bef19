//! The reader once more, written down plainly: slow, a character at a time, everything in maps. It says what is wrong
//! by file, line, column and value, and else what the files say.

use std::collections::{BTreeMap, HashMap};

/// File, line, column, value.
pub type Told = (&'static str, u32, String, String);

/// What sound files say, by outside ids.
#[derive(Debug, Default, PartialEq)]
pub struct Said {
    /// Parent, level, cap.
    pub hosts: BTreeMap<String, (Option<String>, String, Option<u32>)>,
    /// Host, seats.
    pub places: BTreeMap<String, (String, u32)>,
    /// Lottery number, group, where placed by hand, and wishes: rank, place, travel, priority class.
    pub students: BTreeMap<String, SaidStudent>,
}

pub type SaidStudent = (u64, Option<String>, Option<String>, Vec<(u16, String, Option<u16>, u16)>);

const NAMES: [&str; 4] = ["hosts.csv", "places.csv", "students.csv", "wishes.csv"];
const COLUMNS: [&[&str]; 4] = [
    &["host_id", "parent_id", "level", "cap"],
    &["place_id", "host_id", "subject", "period", "capacity"],
    &["student_id", "subject", "period", "lottery", "group_id", "fixed_place"],
    &["student_id", "rank", "place_id", "travel_min", "prio"],
];

/// A row: its line, its fields as far as they could be read, and the field that could not.
type Split = (u32, Vec<String>, Option<usize>);

fn split(text: &str) -> Vec<Split> {
    let text: Vec<char> = text.strip_prefix('\u{FEFF}').unwrap_or(text).chars().collect();
    let (mut rows, mut at, mut line) = (Vec::new(), 0, 1);
    let is = |at: usize, what: char| text.get(at) == Some(&what);
    while at < text.len() {
        let (begun, mut fields, mut fault) = (line, Vec::new(), None);
        loop {
            let mut field = String::new();
            let quoted = is(at, '"');
            if quoted {
                at += 1;
                while at < text.len() && (!is(at, '"') || is(at + 1, '"')) {
                    at += usize::from(is(at, '"'));
                    line += u32::from(is(at, '\n'));
                    field.push(text[at]);
                    at += 1;
                }
                if at >= text.len() {
                    fault = Some(fields.len());
                    break;
                }
                at += 1;
                if is(at, '\r') && (is(at + 1, '\n') || at + 1 == text.len()) {
                    at += 1;
                }
            } else {
                while at < text.len() && !matches!(text[at], ',' | '\n' | '"') {
                    field.push(text[at]);
                    at += 1;
                }
                if !is(at, ',') && field.ends_with('\r') && !is(at, '"') {
                    field.pop();
                }
            }
            if at < text.len() && !matches!(text[at], ',' | '\n') {
                fault = Some(fields.len());
                while at < text.len() && text[at] != '\n' {
                    at += 1;
                }
            } else {
                fields.push(field);
            }
            at += 1;
            if fault.is_some() || !is(at - 1, ',') {
                line += 1;
                break;
            }
        }
        if fault.is_some() || fields != [""] {
            rows.push((begun, fields, fault));
        }
    }
    rows
}

fn short(text: &str) -> String {
    if text.chars().count() > 80 { text.chars().take(80).chain(['…']).collect() } else { text.to_owned() }
}

struct Table {
    file: usize,
    header: Vec<String>,
    rows: Vec<Split>,
}

impl Table {
    fn column(&self, at: usize) -> String {
        self.header.get(at).cloned().unwrap_or_else(|| (at + 1).to_string())
    }

    /// None if the header is of no use; what is wrong with the file as a whole goes to `form`.
    fn open(file: usize, bytes: &[u8], form: &mut Vec<Told>) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let rows = split(&text);
        let mut table = Self { file, header: Vec::new(), rows };
        let wanted = COLUMNS[file];
        let mut sound = false;
        let broken = |fields: &[String]| fields.iter().any(|field| field.contains('\u{FFFD}'));
        let lossy = std::str::from_utf8(bytes).is_err();
        match table.rows.first().cloned() {
            None => form.push((NAMES[file], 1, wanted[0].into(), String::new())),
            Some((_, fields, _)) if lossy && broken(&fields) => {}
            Some((line, fields, fault)) if fault.is_some() || fields.len() > 200 => {
                let first = fields.first().cloned().unwrap_or_default();
                form.push((NAMES[file], line, wanted[0].into(), short(&first)));
            }
            Some((line, fields, _)) => {
                table.header = fields;
                let before = form.len();
                for name in wanted.iter().filter(|name| !table.header.iter().any(|column| column == *name)) {
                    form.push((NAMES[file], line, (*name).into(), short(&table.header.join(","))));
                }
                for (at, column) in table.header.iter().enumerate() {
                    if table.header[..at].contains(column) {
                        form.push((NAMES[file], line, short(column), short(column)));
                    }
                }
                sound = form.len() == before;
            }
        }
        if lossy {
            for (at, (line, fields, _)) in table.rows.iter().enumerate() {
                for (field, value) in fields.iter().enumerate().filter(|(_, value)| value.contains('\u{FFFD}')) {
                    let column = if at == 0 { (field + 1).to_string() } else { table.column(field) };
                    form.push((NAMES[file], *line, short(&column), short(value)));
                }
            }
        }
        sound.then_some(table)
    }

    /// Whole rows, their fields in the order of the wanted columns.
    fn whole(&self, told: &mut Vec<Told>) -> Vec<(u32, Vec<String>)> {
        let mut whole = Vec::new();
        for (line, fields, fault) in &self.rows[1..] {
            let wanted = self.header.len();
            if let Some(field) = fault {
                told.push((NAMES[self.file], *line, short(&self.column(*field)), "\"".into()));
            } else if fields.len() != wanted {
                let value = fields.get(wanted).cloned().unwrap_or_default();
                told.push((NAMES[self.file], *line, short(&self.column(fields.len().min(wanted))), short(&value)));
            } else {
                let at = |name: &&str| self.header.iter().position(|column| column == name).unwrap();
                whole.push((*line, COLUMNS[self.file].iter().map(|name| fields[at(name)].clone()).collect()));
            }
        }
        whole
    }
}

fn number(text: &str, max: u64) -> Option<u64> {
    let digits = !text.is_empty() && text.chars().all(|char| char.is_ascii_digit());
    let value = if text.trim_start_matches('0').is_empty() { "0" } else { text.trim_start_matches('0') };
    value.parse().ok().filter(|number| digits && *number <= max)
}

struct Host {
    line: u32,
    up: Option<String>,
    cap: Option<u64>,
}

struct Place {
    host: String,
    kind: (String, String),
    seats: u64,
}

#[derive(Default)]
struct Plain {
    told: Vec<Told>,
    said: Said,
    host_order: Vec<String>,
    hosts: HashMap<String, Host>,
    places: HashMap<String, Place>,
    kinds: HashMap<String, (String, String)>,
    fixed: Vec<(u32, String)>,
}

/// What the four files say, or everything that is wrong with them, sorted.
pub fn read(files: [&[u8]; 4]) -> Result<Said, Vec<Told>> {
    let mut form = Vec::new();
    let tables: Vec<Option<Table>> = (0..4).map(|file| Table::open(file, files[file], &mut form)).collect();
    if !form.is_empty() {
        form.sort();
        return Err(form);
    }
    let mut plain = Plain::default();
    let rows: Vec<_> = tables.iter().flatten().map(|table| table.whole(&mut plain.told)).collect();
    plain.hosts(&rows[0]);
    plain.places(&rows[1]);
    plain.students(&rows[2]);
    plain.wishes(&rows[3]);
    plain.between();
    plain.told.sort_by_key(|told| (NAMES.iter().position(|name| *name == told.0), told.1, told.clone()));
    if plain.told.is_empty() { Ok(plain.said) } else { Err(plain.told) }
}

impl Plain {
    fn tell(&mut self, file: usize, line: u32, column: &str, value: &str) {
        self.told.push((NAMES[file], line, column.into(), short(value)));
    }

    fn id(&mut self, file: usize, line: u32, id: &str, known: bool) -> bool {
        let bad = id.is_empty() || id.len() > 200 || id.bytes().any(|byte| byte.is_ascii_control());
        if bad || known {
            self.tell(file, line, COLUMNS[file][0], id);
        }
        !bad && !known
    }

    fn hosts(&mut self, rows: &[(u32, Vec<String>)]) {
        for (line, row) in rows {
            let [id, parent, level, cap] = &row[..] else { unreachable!() };
            if !self.id(0, *line, id, self.hosts.contains_key(id)) {
                continue;
            }
            if level.is_empty() || level.len() > 200 {
                self.tell(0, *line, "level", level);
            }
            let bound = number(cap, 4_294_967_294);
            if bound.is_none() && !cap.is_empty() {
                self.tell(0, *line, "cap", cap);
            }
            let up = (!parent.is_empty()).then(|| parent.clone());
            self.said.hosts.insert(id.clone(), (up.clone(), level.clone(), bound.map(|cap| cap as u32)));
            self.hosts.insert(id.clone(), Host { line: *line, up, cap: bound });
            self.host_order.push(id.clone());
        }
        for id in self.host_order.clone() {
            let Host { line, up, .. } = &self.hosts[&id];
            if let Some(parent) = up.clone().filter(|up| !self.hosts.contains_key(up)) {
                self.tell(0, *line, "parent_id", &parent);
                self.hosts.get_mut(&id).unwrap().up = None;
            }
        }
    }

    fn places(&mut self, rows: &[(u32, Vec<String>)]) {
        for (line, row) in rows {
            let [id, host, subject, period, capacity] = &row[..] else { unreachable!() };
            if !self.id(1, *line, id, self.places.contains_key(id)) {
                continue;
            }
            if !self.hosts.contains_key(host) {
                self.tell(1, *line, "host_id", host);
            }
            let seats = number(capacity, 4_294_967_294);
            if seats.is_none() {
                self.tell(1, *line, "capacity", capacity);
            }
            let seats = seats.unwrap_or(4_294_967_294);
            self.said.places.insert(id.clone(), (host.clone(), seats as u32));
            let kind = (subject.clone(), period.clone());
            self.places.insert(id.clone(), Place { host: host.clone(), kind, seats });
        }
    }

    fn students(&mut self, rows: &[(u32, Vec<String>)]) {
        for (line, row) in rows {
            let [id, subject, period, lottery, group, fixed] = &row[..] else { unreachable!() };
            if !self.id(2, *line, id, self.kinds.contains_key(id)) {
                continue;
            }
            let drawn = number(lottery, u64::MAX);
            if drawn.is_none() {
                self.tell(2, *line, "lottery", lottery);
            }
            let known = self.places.contains_key(fixed);
            if !known && !fixed.is_empty() {
                self.tell(2, *line, "fixed_place", fixed);
            }
            if known {
                self.fixed.push((*line, fixed.clone()));
            }
            let some = |text: &String| (!text.is_empty()).then(|| text.clone());
            self.said.students.insert(id.clone(), (drawn.unwrap_or(0), some(group), some(fixed), Vec::new()));
            self.kinds.insert(id.clone(), (subject.clone(), period.clone()));
        }
    }

    fn wishes(&mut self, rows: &[(u32, Vec<String>)]) {
        let mut pairs = Vec::new();
        for (line, row) in rows {
            let [id, rank, place, travel, prio] = &row[..] else { unreachable!() };
            let (theirs, its) = (self.kinds.get(id).cloned(), self.places.get(place).map(|place| place.kind.clone()));
            let order = number(rank, 65_535).filter(|rank| *rank > 0);
            let (minutes, class) = (number(travel, 65_534), number(prio, 65_535));
            let wrong = [
                ("student_id", id, theirs.is_none()),
                ("rank", rank, order.is_none()),
                ("place_id", place, its.is_none()),
                ("travel_min", travel, minutes.is_none() && !travel.is_empty()),
                ("prio", prio, class.is_none()),
            ];
            for (column, value, _) in wrong.into_iter().filter(|(_, _, wrong)| *wrong) {
                self.tell(3, *line, column, value);
            }
            let (Some(theirs), Some(its), Some(rank)) = (theirs, its, order) else { continue };
            if theirs != its {
                self.tell(3, *line, "place_id", place);
            }
            if pairs.contains(&(id, place)) {
                self.tell(3, *line, "place_id", place);
            }
            pairs.push((id, place));
            let wish = (rank as u16, place.clone(), minutes.map(|m| m as u16), class.unwrap_or(0) as u16);
            self.said.students.get_mut(id).unwrap().3.push(wish);
        }
        for student in self.said.students.values_mut() {
            student.3.sort();
        }
    }

    fn up(&self, id: &str) -> Option<String> {
        self.hosts.get(id)?.up.clone()
    }

    /// Rings, then placements by hand that do not fit.
    fn between(&mut self) {
        let mut walk_of: HashMap<String, usize> = HashMap::new();
        let mut rings = Vec::new();
        for (walk, start) in self.host_order.iter().enumerate() {
            let mut at = Some(start.clone());
            while let Some(id) = at.clone().filter(|id| !walk_of.contains_key(id)) {
                at = self.up(&id);
                walk_of.insert(id, walk);
            }
            rings.extend(at.filter(|id| walk_of[id] == walk));
        }
        for id in &rings {
            let (line, up) = (self.hosts[id].line, self.up(id).unwrap());
            self.tell(0, line, "parent_id", &up);
        }
        if !rings.is_empty() {
            return;
        }
        let (mut at_place, mut below): (HashMap<String, u64>, HashMap<String, u64>) = Default::default();
        for (line, place) in self.fixed.clone() {
            let Place { host, seats, .. } = &self.places[&place];
            let count = at_place.entry(place.clone()).or_insert(0);
            *count += 1;
            let mut over = usize::from(*count == seats + 1);
            let mut at = self.hosts.contains_key(host).then(|| host.clone());
            while let Some(id) = at {
                let count = below.entry(id.clone()).or_insert(0);
                *count += 1;
                over += usize::from(self.hosts[&id].cap.is_some_and(|cap| *count == cap + 1));
                at = self.up(&id);
            }
            for _ in 0..over {
                self.tell(2, line, "fixed_place", &place);
            }
        }
    }
}
