//! Importing the students of a round from a file.

use std::collections::{HashMap, HashSet};

use base::{Lang, NodeId, OfferId, PersonId, RoundId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::scope::Scope;
use people::imports::{
    self, CellError, CellProblem, Checked, Column, Difference, Importer, InputRow, Subject, Verdict,
};
use people::persons::{Email, NewPerson, NewStudent, PersonError, PersonName, Phone, Span};
use serde_json::Value;
use uuid::Uuid;

use super::model::{LINE_CHARS_MAX, Part, Participant, ParticipantError, StudentRow};
use super::{access, actions};
use crate::allocation::{self, AllocationError};
use crate::rounds::{self, Round};
use crate::sites::{self, Change, Forest, Node, SiteError};

/// The file's period where it names none.
const PERIOD: &str = "1";

/// Reads students.csv: student_id, subject, period, lottery, group_id, fixed_place.
pub struct StudentsImporter;

#[async_trait::async_trait]
impl Importer for StudentsImporter {
    fn kind(&self) -> &'static str {
        "students"
    }
    fn scope(&self) -> Scope {
        Scope::PlanRounds
    }
    fn title(&self, lang: Lang) -> String {
        crate::words(lang).participants_import()
    }
    fn help(&self, lang: Lang) -> String {
        crate::words(lang).participants_import_help()
    }

    fn columns(&self) -> Vec<Column> {
        let column = |key, required, label, headings| Column { key, required, label, headings };
        vec![
            column(
                "student_id",
                true,
                |lang| crate::words(lang).participants_column_student(),
                &["studentnr", "studienr", "student", "nummer", "nr"],
            ),
            column(
                "given_name",
                false,
                |lang| crate::words(lang).participants_column_given_name(),
                &["first name", "given"],
            ),
            column(
                "family_name",
                false,
                |lang| crate::words(lang).participants_column_family_name(),
                &["last name", "surname", "family"],
            ),
            column(
                "name",
                false,
                |lang| crate::words(lang).participants_column_name(),
                &["full name", "fullt navn", "fulde navn"],
            ),
            column(
                "email",
                false,
                |lang| crate::words(lang).participants_column_email(),
                &["mail", "epostadresse", "e-mailadresse", "email address"],
            ),
            column(
                "phone",
                false,
                |lang| crate::words(lang).participants_column_phone(),
                &["tlf", "mobil", "mobile", "phone number"],
            ),
            column(
                "subject",
                true,
                |lang| crate::words(lang).participants_column_subject(),
                &["emne", "program", "studieprogram"],
            ),
            column("period", false, |lang| crate::words(lang).participants_column_period(), &["periode"]),
            column(
                "from_on",
                false,
                |lang| crate::words(lang).participants_column_from_on(),
                &["startdato", "start date", "fra", "frå", "from"],
            ),
            column(
                "until_on",
                false,
                |lang| crate::words(lang).participants_column_until_on(),
                &["sluttdato", "slutdato", "end date", "til", "until"],
            ),
            column(
                "lottery",
                false,
                |lang| crate::words(lang).participants_column_lottery(),
                &["lodd", "lod", "trekningsnummer"],
            ),
            column("group_id", false, |lang| crate::words(lang).participants_column_group(), &["group", "gruppe"]),
            column("fixed_place", false, |lang| crate::words(lang).participants_column_fixed_place(), &[]),
        ]
    }

    async fn subject(&self, tx: &Tx, subject: Uuid) -> Result<Subject, Fault> {
        let round = rounds::find(tx, RoundId(subject)).await?;
        Ok(Subject {
            owner: round.owner(),
            name: round.plan().name().to_string(),
            href: format!("/rounds/{}", round.id()),
            rows_href: format!("/rounds/{}/students", round.id()),
            can_be_undone: round.open_to_planning().is_ok(),
        })
    }

    async fn check(&self, tx: &Tx, subject: Uuid, rows: &[InputRow]) -> Result<Checked, Fault> {
        let known = known(tx, subject).await?;
        known.round.open_to_changes()?;
        let first_with = first_rows(rows);
        let mut room = Room::of(&known.forest);
        let verdict = |row: &InputRow| {
            let read = no_repeat(row, &first_with).and_then(|()| known.read(row)).and_then(|read| {
                known.new_place(&read).map_or(Ok(()), |offer| room.take(&known.forest, offer))?;
                Ok(read)
            });
            read.map_or_else(Verdict::Wrong, |read| known.verdict(&read))
        };
        let verdicts = rows.iter().map(verdict).collect();
        let gone = known.parts.keys().filter(|key| !first_with.contains_key(key.as_str())).count();
        Ok(Checked { verdicts, gone })
    }

    async fn apply(&self, tx: &Tx, subject: Uuid, by: PersonId, rows: &[InputRow]) -> Result<Vec<Value>, Fault> {
        let known = known(tx, subject).await?;
        let read: Vec<Read> = rows.iter().filter_map(|row| known.read(row).ok()).collect();
        let owner = known.round.owner();
        let students: Vec<StudentRow> = read.iter().map(|read| read.student.clone()).collect();
        let keys: Vec<&str> = read.iter().map(Read::key).collect();
        let enrolled = people::persons::enrolled_before(tx, owner, &keys).await?;
        let changes = actions::register(tx, &known.round, &students).await?;
        // What is stored about students we knew before stays as it is; how long the others study is said here.
        let new = read.iter().filter(|read| !enrolled.contains(read.key()) && read.span != Span::ALWAYS);
        let new: Vec<(&str, Span)> = new.map(|read| (read.key(), read.span)).collect();
        people::persons::limit_studies(tx, owner, &new).await?;
        let fixed: Vec<(&str, OfferId)> =
            read.iter().filter_map(|read| Some((read.key(), known.new_place(read)?))).collect();
        if !fixed.is_empty() {
            let persons = actions::of_round(tx, &known.round).await?;
            let persons: HashMap<&str, PersonId> =
                persons.iter().map(|student| (student.part.outside_key.as_str(), student.person)).collect();
            let fixed = fixed.into_iter().filter_map(|(key, offer)| Some((*persons.get(key)?, offer)));
            allocation::place_from_file(tx, known.round.id(), &fixed.collect::<Vec<_>>(), by).await?;
        }
        imports::kept(&changes)
    }

    async fn undo(&self, tx: &Tx, subject: Uuid, _: PersonId, changes: Vec<Value>) -> Result<Vec<Value>, Fault> {
        let round = rounds::find(tx, RoundId(subject)).await?;
        actions::undo(tx, &round, &imports::restored::<Change<Part>>(changes)?).await?;
        Ok(vec![])
    }
}

/// What a row says.
struct Read {
    student: StudentRow,
    span: Span,
    fixed: Option<OfferId>,
}

impl Read {
    fn key(&self) -> &str {
        &self.student.student.outside_key
    }
}

/// The students of a round before an import, by number.
struct Known {
    round: Round,
    parts: HashMap<String, Part>,
    seats: HashMap<String, OfferId>,
    subjects: HashSet<String>,
    forest: Forest,
}

async fn known(tx: &Tx, subject: Uuid) -> Result<Known, Fault> {
    let round = rounds::find(tx, RoundId(subject)).await?;
    let owner = access::may_administer(tx.actor(), &round)?;
    let students = actions::of_round(tx, &round).await?;
    let seated: HashMap<PersonId, OfferId> = sites::seated(tx, owner, &round).await?.into_iter().collect();
    let seat = |student: &Participant| Some((student.part.outside_key.clone(), *seated.get(&student.person)?));
    let seats = students.iter().filter_map(seat).collect();
    let parts = students.into_iter().map(|student| (student.part.outside_key.clone(), student.part)).collect();
    let forest = sites::forest(tx, &round).await?;
    let subjects = forest.offers().iter().map(|offer| offer.subject.clone()).collect();
    Ok(Known { round, parts, seats, subjects, forest })
}

/// How many students each offer and each node would have, with those the file places.
struct Room {
    offers: HashMap<OfferId, i32>,
    nodes: HashMap<NodeId, i32>,
}

impl Room {
    fn of(forest: &Forest) -> Self {
        Self {
            offers: forest.offers().iter().map(|offer| (offer.id, offer.taken)).collect(),
            nodes: forest.nodes().iter().map(|node| (node.id, node.taken)).collect(),
        }
    }

    /// One more student at the offer, if there is room for one more all the way up.
    fn take(&mut self, forest: &Forest, id: OfferId) -> Result<(), Vec<CellError>> {
        let refused = |problem: SiteError| Err(vec![CellError::told("fixed_place", problem)]);
        let Some(offer) = forest.offer(id) else { return Ok(()) };
        if self.offers.get(&id).is_some_and(|taken| *taken >= offer.seats_max) {
            return refused(SiteError::Full { offer: id });
        }
        let is_full = |node: &&Node| match (node.seats_max, self.nodes.get(&node.id)) {
            (Some(max), Some(taken)) => *taken >= max,
            _ => false,
        };
        if let Some(node) = forest.upwards(offer.node).find(is_full) {
            return refused(SiteError::Capped { node: node.id });
        }
        *self.offers.entry(id).or_default() += 1;
        for node in forest.upwards(offer.node) {
            *self.nodes.entry(node.id).or_default() += 1;
        }
        Ok(())
    }
}

impl Known {
    fn read(&self, row: &InputRow) -> Result<Read, Vec<CellError>> {
        let mut errors = Vec::new();
        let outside_key = self.key(row, &mut errors);
        let before = self.parts.get(&outside_key);
        let subject = self.subject(row, &mut errors);
        let period = short(row, "period", &mut errors);
        let period = match (row.has("period") && !period.is_empty(), before) {
            (true, _) => period,
            (false, Some(before)) => before.period.clone(),
            (false, None) => PERIOD.to_string(),
        };
        let lottery = caught(row.number("lottery", 0, i64::MAX), &mut errors).flatten();
        let group_key = Some(short(row, "group_id", &mut errors)).filter(|group| !group.is_empty());
        let span = span(row, &mut errors);
        let person = person(row, &outside_key, &mut errors);
        let fixed = self.fixed(row, (&subject, &period), &mut errors);
        let (Some(person), true) = (person, errors.is_empty()) else { return Err(errors) };
        let lottery = if row.has("lottery") { lottery } else { before.and_then(|before| before.lottery) };
        let group_key =
            if row.has("group_id") { group_key } else { before.and_then(|before| before.group_key.clone()) };
        let student = NewStudent { outside_key, person };
        Ok(Read { student: StudentRow { student, subject, period, lottery, group_key }, span, fixed })
    }

    /// Where the file places the student by hand.
    fn fixed(&self, row: &InputRow, takes: (&str, &str), errors: &mut Vec<CellError>) -> Option<OfferId> {
        let key = row.some("fixed_place")?;
        let Some(offer) = self.forest.offers().iter().find(|offer| offer.outside_key == key) else {
            let nearest = imports::Nearest::among(self.forest.offers().iter().map(|offer| offer.outside_key.as_str()));
            errors.push(CellError::new("fixed_place", nearest.unknown(key)));
            return None;
        };
        if takes != (offer.subject.as_str(), offer.period.as_str()) {
            let (offer, student) = (offer.subject.clone(), takes.0.to_string());
            errors.push(CellError::told("fixed_place", AllocationError::OtherSubject { offer, student }));
        }
        if self.seats.get(row.text("student_id")).is_some_and(|seat| *seat != offer.id) {
            errors.push(CellError::told("fixed_place", SiteError::SeatedAlready));
        }
        Some(offer.id)
    }

    /// The place that the file gives to a student who does not hold it yet.
    fn new_place(&self, read: &Read) -> Option<OfferId> {
        read.fixed.filter(|_| !self.seats.contains_key(read.key()))
    }

    fn key(&self, row: &InputRow, errors: &mut Vec<CellError>) -> String {
        let key = row.text("student_id");
        let (got, max) = (key.chars().count(), NewStudent::KEY_CHARS_MAX);
        if got > max {
            errors.push(CellError::told("student_id", ParticipantError::TooLong { field: "outside_key", got, max }));
        }
        key.to_string()
    }

    /// Once there are places, a subject without any is a slip.
    fn subject(&self, row: &InputRow, errors: &mut Vec<CellError>) -> String {
        let subject = short(row, "subject", errors);
        if !subject.is_empty() && !self.subjects.is_empty() && !self.subjects.contains(&subject) {
            let nearest = imports::Nearest::among(self.subjects.iter().map(String::as_str));
            if nearest.to(&subject).is_some() {
                errors.push(CellError::new("subject", nearest.unknown(&subject)));
            }
        }
        subject
    }

    fn verdict(&self, read: &Read) -> Verdict {
        let part = &read.student.part();
        let Some(before) = self.parts.get(&part.outside_key) else { return Verdict::New };
        let mut all = Vec::new();
        let shown = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let group = |part: &Part| part.group_key.clone().unwrap_or_default();
        Difference::note(&mut all, "subject", &before.subject, &part.subject);
        Difference::note(&mut all, "period", &before.period, &part.period);
        Difference::note(&mut all, "lottery", shown(before.lottery), shown(part.lottery));
        Difference::note(&mut all, "group_id", group(before), group(part));
        if let Some(offer) = self.new_place(read).and_then(|offer| self.forest.offer(offer)) {
            Difference::note(&mut all, "fixed_place", "", offer.shown_name());
        }
        Difference::verdict(all)
    }
}

/// Name, address and telephone. A student without a name is shown by number.
fn person(row: &InputRow, key: &str, errors: &mut Vec<CellError>) -> Option<NewPerson> {
    let (given, family) = match (row.some("given_name"), row.some("family_name"), row.some("name")) {
        (None, None, Some(name)) => match name.split_once(',') {
            Some((family, given)) => (given.trim(), family.trim()),
            None => name.rsplit_once(' ').unwrap_or(("", name)),
        },
        (None, None, None) => ("", key),
        (given, family, _) => (given.unwrap_or_default(), family.unwrap_or_default()),
    };
    let field = if row.some("name").is_some() { "name" } else { "family_name" };
    let told = |column: &'static str, error: PersonError| CellError::told(column, error);
    let name = caught(PersonName::new(given, family).map_err(|error| told(field, error)), errors);
    let email = row.some("email").map(|email| Email::new(email).map_err(|error| told("email", error)));
    let phone = row.some("phone").map(|phone| Phone::new(phone).map_err(|error| told("phone", error)));
    let email = email.and_then(|email| caught(email, errors));
    let phone = phone.and_then(|phone| caught(phone, errors));
    Some(NewPerson { name: name?, email, phone, lang: None })
}

fn span(row: &InputRow, errors: &mut Vec<CellError>) -> Span {
    let from_on = caught(row.date("from_on"), errors).flatten();
    let until_on = caught(row.date("until_on"), errors).flatten();
    let span = Span::new(from_on, until_on).map_err(|error| CellError::told("until_on", error));
    caught(span, errors).unwrap_or(Span::ALWAYS)
}

fn first_rows(rows: &[InputRow]) -> HashMap<&str, u32> {
    let mut first = HashMap::with_capacity(rows.len());
    for row in rows {
        first.entry(row.text("student_id")).or_insert(row.number);
    }
    first
}

fn no_repeat(row: &InputRow, first_with: &HashMap<&str, u32>) -> Result<(), Vec<CellError>> {
    match first_with.get(row.text("student_id")) {
        Some(first) if *first != row.number && row.some("student_id").is_some() => {
            Err(vec![CellError::new("student_id", CellProblem::Repeated { row: *first })])
        }
        _ => Ok(()),
    }
}

fn short(row: &InputRow, key: &'static str, errors: &mut Vec<CellError>) -> String {
    let (text, max) = (row.text(key), LINE_CHARS_MAX);
    let got = text.chars().count();
    if got > max {
        errors.push(CellError::told(key, ParticipantError::TooLong { field: key, got, max }));
    }
    text.to_string()
}

fn caught<T>(read: Result<T, CellError>, errors: &mut Vec<CellError>) -> Option<T> {
    read.map_err(|error| errors.push(error)).ok()
}
