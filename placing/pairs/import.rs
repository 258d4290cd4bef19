//! Importing pairs from a file: classes, minutes of travel and bans. A row says all that is known about its pair.

use std::collections::{HashMap, HashSet};

use base::{Lang, OfferId, PersonId, RoundId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::scope::Scope;
use people::imports::{
    self, CellError, CellProblem, Checked, Column, Difference, Importer, InputRow, Nearest, Subject, Verdict,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::model::{NewPair, Pair, ban};
use super::{access, actions, queries};
use crate::participants;
use crate::rounds::{self, Round};
use crate::sites;

/// Reads pairs.csv: student_id, place_id, prio, travel_min, ban.
pub struct PairsImporter;

/// What was known before, enough to take an import back.
#[derive(Debug, Serialize, Deserialize)]
struct Replaced {
    student: PersonId,
    offer: OfferId,
    before: Pair,
    after: Pair,
}

/// The columns for class and travel, which a file of wishes may have too.
pub fn optional_columns() -> [Column; 2] {
    let column = |key, label, headings| Column { key, required: false, label, headings };
    [
        column("prio", |lang| crate::words(lang).pairs_column_class(), &["class", "klasse", "prioritetsgruppe"]),
        column(
            "travel_min",
            |lang| crate::words(lang).pairs_column_travel(),
            &["travel", "reise", "reisetid", "rejse", "rejsetid", "minutter", "minutt"],
        ),
    ]
}

/// Class and travel of a row.
/// # Errors
/// Every cell that cannot be read.
pub fn class_and_travel(row: &InputRow) -> Result<Pair, Vec<CellError>> {
    let mut errors = Vec::new();
    let mut read = |key: &'static str, max: u16| {
        row.number::<u16>(key, 0, i64::from(max)).unwrap_or_else(|error| {
            errors.push(error);
            None
        })
    };
    let (class, travel_minutes) = (read("prio", Pair::CLASS_MAX), read("travel_min", Pair::TRAVEL_MAX));
    if errors.is_empty() { Ok(Pair { class, travel_minutes, ban: None }) } else { Err(errors) }
}

#[async_trait::async_trait]
impl Importer for PairsImporter {
    fn kind(&self) -> &'static str {
        "pairs"
    }
    fn scope(&self) -> Scope {
        Scope::PlanRounds
    }
    fn title(&self, lang: Lang) -> String {
        crate::words(lang).pairs_import()
    }
    fn help(&self, lang: Lang) -> String {
        crate::words(lang).pairs_import_help()
    }

    fn columns(&self) -> Vec<Column> {
        let column = |key, required, label, headings| Column { key, required, label, headings };
        let mut columns = vec![
            column(
                "student_id",
                true,
                |lang: Lang| crate::words(lang).wishes_column_student(),
                &["studentnr", "studienr", "student", "nummer", "nr"] as &[_],
            ),
            column(
                "place_id",
                true,
                |lang| crate::words(lang).wishes_column_place(),
                &["place", "plass", "plads", "sted"],
            ),
        ];
        columns.extend(optional_columns());
        columns.push(column(
            "ban",
            false,
            |lang| crate::words(lang).pairs_column_ban(),
            &["reason", "utelukket", "utelukka", "udelukket", "grunn", "grund"],
        ));
        columns
    }

    async fn subject(&self, tx: &Tx, subject: Uuid) -> Result<Subject, Fault> {
        let round = rounds::find(tx, RoundId(subject)).await?;
        access::may_keep(tx.actor(), &round)?;
        Ok(Subject {
            owner: round.owner(),
            name: round.plan().name().to_string(),
            href: format!("/rounds/{}", round.id()),
            rows_href: format!("/rounds/{}/pairs", round.id()),
            can_be_undone: round.open_to_changes().is_ok(),
        })
    }

    async fn check(&self, tx: &Tx, subject: Uuid, rows: &[InputRow]) -> Result<Checked, Fault> {
        let known = known(tx, subject).await?;
        known.round.open_to_changes()?;
        Ok(known.check(rows))
    }

    async fn apply(&self, tx: &Tx, subject: Uuid, by: PersonId, rows: &[InputRow]) -> Result<Vec<Value>, Fault> {
        let known = known(tx, subject).await?;
        let (students, places) = (Nearest::among([]), Nearest::among([]));
        let new: Vec<NewPair> = rows.iter().filter_map(|row| known.read(row, &students, &places).ok()).collect();
        let changed: Vec<NewPair> = new.into_iter().filter(|new| known.before(new) != new.pair).collect();
        actions::note(tx, &known.round, &changed, Some(by)).await?;
        let replaced = changed.iter().map(|new| Replaced {
            student: new.person,
            offer: new.offer,
            before: known.before(new),
            after: new.pair,
        });
        imports::kept(&replaced.collect::<Vec<_>>())
    }

    async fn undo(&self, tx: &Tx, subject: Uuid, by: PersonId, changes: Vec<Value>) -> Result<Vec<Value>, Fault> {
        let known = known(tx, subject).await?;
        let mut back = Vec::new();
        for Replaced { student, offer, before, after } in imports::restored(changes)? {
            let new = NewPair { person: student, offer, pair: before };
            // What somebody has changed since stays.
            if known.before(&new) == after {
                back.push(new);
            }
        }
        actions::note(tx, &known.round, &back, Some(by)).await?;
        Ok(vec![])
    }
}

/// The round before an import.
struct Known {
    round: Round,
    students: HashMap<String, PersonId>,
    offers: HashMap<String, OfferId>,
    before: HashMap<(PersonId, OfferId), Pair>,
}

async fn known(tx: &Tx, subject: Uuid) -> Result<Known, Fault> {
    let round = rounds::find(tx, RoundId(subject)).await?;
    let owner = access::may_keep(tx.actor(), &round)?;
    let students = participants::of_round(tx, &round).await?;
    let forest = sites::forest(tx, &round).await?;
    Ok(Known {
        students: students.into_iter().map(|student| (student.part.outside_key, student.person)).collect(),
        offers: forest.offers().iter().map(|offer| (offer.outside_key.clone(), offer.id)).collect(),
        before: queries::of_round(tx, owner, round.id()).await?,
        round,
    })
}

impl Known {
    fn before(&self, new: &NewPair) -> Pair {
        self.before.get(&(new.person, new.offer)).copied().unwrap_or_default()
    }

    fn check(&self, rows: &[InputRow]) -> Checked {
        let students = Nearest::among(self.students.keys().map(String::as_str));
        let places = Nearest::among(self.offers.keys().map(String::as_str));
        let mut seen: HashMap<(&str, &str), u32> = HashMap::with_capacity(rows.len());
        let mut named = HashSet::new();
        let mut verdicts = Vec::with_capacity(rows.len());
        for row in rows {
            let first = *seen.entry((row.text("student_id"), row.text("place_id"))).or_insert(row.number);
            let mut read = self.read(row, &students, &places);
            if read.is_ok() && first != row.number {
                read = Err(vec![CellError::new("place_id", CellProblem::Repeated { row: first })]);
            }
            verdicts.push(match read {
                Err(errors) => Verdict::Wrong(errors),
                Ok(new) => {
                    named.insert((new.person, new.offer));
                    self.verdict(&new)
                }
            });
        }
        Checked { verdicts, gone: self.before.keys().filter(|pair| !named.contains(*pair)).count() }
    }

    fn verdict(&self, new: &NewPair) -> Verdict {
        let Some(before) = self.before.get(&(new.person, new.offer)) else {
            return if new.pair.is_empty() { Verdict::Same } else { Verdict::New };
        };
        let shown = |number: Option<u16>| number.map(|number| number.to_string()).unwrap_or_default();
        let mut all = Vec::new();
        Difference::note(&mut all, "prio", shown(before.class), shown(new.pair.class));
        Difference::note(&mut all, "travel_min", shown(before.travel_minutes), shown(new.pair.travel_minutes));
        let named = |pair: &Pair| pair.ban.map_or("", |ban| ban.name());
        Difference::note(&mut all, "ban", named(before), named(&new.pair));
        Difference::verdict(all)
    }

    fn read(&self, row: &InputRow, students: &Nearest<'_>, places: &Nearest<'_>) -> Result<NewPair, Vec<CellError>> {
        let mut errors = Vec::new();
        let (key, place) = (row.text("student_id"), row.text("place_id"));
        let (student, offer) = (self.students.get(key), self.offers.get(place));
        if student.is_none() && !key.is_empty() {
            errors.push(CellError::new("student_id", students.unknown(key)));
        }
        if offer.is_none() && !place.is_empty() {
            errors.push(CellError::new("place_id", places.unknown(place)));
        }
        let pair = class_and_travel(row).unwrap_or_else(|wrong| {
            errors.extend(wrong);
            Pair::default()
        });
        let ban = ban(row.text("ban")).unwrap_or_else(|error| {
            errors.push(CellError::told("ban", error));
            None
        });
        match (student, offer) {
            (Some(person), Some(offer)) if errors.is_empty() => {
                Ok(NewPair { person: *person, offer: *offer, pair: Pair { ban, ..pair } })
            }
            _ => Err(errors),
        }
    }
}
