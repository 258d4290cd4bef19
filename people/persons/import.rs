//! Importing an organisation's people and their roles from files.

mod people;
mod roles;

use std::collections::HashMap;

use base::{Lang, OrganisationId, PersonId, UnitId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use people::PeopleImporter;
pub use roles::RolesImporter;

use super::model::{Kept, PersonName, Span};
use super::queries::register as register_of;
use super::{access, queries};
use crate::imports::{self, CellError, Column, InputRow, Stays, Subject, Undoing};
use crate::organisations::{self, Tree};

/// What rows of people go into: the register, for whoever sees all of it.
async fn register(tx: &Tx, organisation: OrganisationId, rows_at: &str) -> Result<Subject, Fault> {
    whole(tx, organisation)?;
    Ok(Subject {
        owner: organisation,
        name: organisations::find(tx, organisation).await?.name,
        href: format!("/organisations/{organisation}/people"),
        rows_href: format!("/organisations/{organisation}/{rows_at}"),
        can_be_undone: true,
    })
}

/// Files are brought by those who look after the whole organisation, in their own right.
fn whole(tx: &Tx, organisation: OrganisationId) -> Result<Owner, Fault> {
    let seeing = access::may_see_people(tx.actor(), organisation)?;
    if seeing.within.is_some() {
        return Err(NotFound::of("organisation", organisation).into());
    }
    if tx.actor().stands_for(organisation).is_some() {
        return Err(super::model::PersonError::AboveOwn.into());
    }
    Ok(seeing.owner)
}

fn number_column() -> Column {
    Column {
        key: "number",
        required: true,
        label: |lang| crate::words(lang).persons_field_key().to_string(),
        headings: &["id", "nr", "ansattnummer", "tilsettnummer", "medarbejdernummer", "employee id", "studentnr"],
    }
}

fn unit_column() -> Column {
    Column {
        key: "unit",
        required: false,
        label: |lang| crate::words(lang).persons_column_unit().to_string(),
        headings: &["enhet", "eining", "enhed", "avdeling", "afdeling", "unit_id"],
    }
}

fn from_column() -> Column {
    Column {
        key: "from_on",
        required: false,
        label: |lang| crate::words(lang).persons_field_from().to_string(),
        headings: &["startdato", "start date", "from", "frå"],
    }
}

fn until_column() -> Column {
    Column {
        key: "until_on",
        required: false,
        label: |lang| crate::words(lang).persons_field_until().to_string(),
        headings: &["sluttdato", "slutdato", "end date", "til", "until"],
    }
}

/// The unit that a cell names: by key, name or path.
fn unit_of(row: &InputRow, tree: &Tree, errors: &mut Vec<CellError>) -> Option<UnitId> {
    let typed = row.some("unit")?;
    organisations::target_of(tree, typed).map_err(|error| errors.push(CellError::told("unit", error))).ok()
}

/// The days that a row names.
fn span_of(row: &InputRow, errors: &mut Vec<CellError>) -> Span {
    let from_on = caught(row.date("from_on"), errors).flatten();
    let until_on = caught(row.date("until_on"), errors).flatten();
    let span = Span::new(from_on, until_on).map_err(|error| CellError::told("until_on", error));
    caught(span, errors).unwrap_or(Span::ALWAYS)
}

fn caught<T>(read: Result<T, CellError>, errors: &mut Vec<CellError>) -> Option<T> {
    read.map_err(|error| errors.push(error)).ok()
}

/// Unit names for what would change; none is the whole organisation.
fn unit_name(tree: &Tree, unit: Option<UnitId>) -> String {
    unit.and_then(|unit| tree.unit(unit)).map(|unit| unit.name.clone()).unwrap_or_default()
}

/// A day for what would change; none is open.
fn day_text(day: Option<base::Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// What an import did to somebody, as it is kept for taking it back.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Written<T> {
    person: PersonId,
    /// Why it stayed when the import was taken back
    #[serde(default)]
    stays: Option<Kept>,
    #[serde(flatten)]
    did: T,
}

impl<T> Written<T> {
    fn new(person: PersonId, did: T) -> Self {
        Self { person, stays: None, did }
    }
}

/// What becomes of one row when its import is taken back.
struct Fate<T, Act> {
    written: Written<T>,
    /// What is done; none needs nothing
    act: Option<Act>,
    stays: Option<Kept>,
}

/// What would go back and what would stay.
async fn undoing<T, Act>(tx: &Tx, owner: Owner, fates: &[Fate<T, Act>], lang: Lang) -> Result<Undoing, Fault> {
    let kept: Vec<_> = fates.iter().filter_map(|fate| Some((fate.written.person, fate.stays?))).collect();
    Ok(Undoing { back: fates.len() - kept.len(), stays: named(tx, owner, &kept, lang).await? })
}

/// The rows that stay, to be kept with why.
fn left<T, Act>(fates: Vec<Fate<T, Act>>) -> Vec<Written<T>> {
    fates.into_iter().filter_map(|fate| Some(Written { stays: Some(fate.stays?), ..fate.written })).collect()
}

/// What stayed of an import that was taken back.
async fn stayed<T: DeserializeOwned>(
    tx: &Tx,
    owner: Owner,
    changes: &[Value],
    lang: Lang,
) -> Result<Vec<Stays>, Fault> {
    let left = imports::restored::<Written<T>>(changes.to_vec())?;
    let kept: Vec<_> = left.iter().filter_map(|one| Some((one.person, one.stays?))).collect();
    named(tx, owner, &kept, lang).await
}

/// What stays of an import, by name and number, families first.
async fn named(tx: &Tx, owner: Owner, kept: &[(PersonId, Kept)], lang: Lang) -> Result<Vec<Stays>, Fault> {
    let ids: Vec<PersonId> = kept.iter().map(|(person, _)| *person).collect();
    let names = queries::names(tx, &ids).await?;
    let mut numbers: HashMap<PersonId, String> = HashMap::new();
    for bond in register_of::bonds_of(tx, owner, &ids).await? {
        numbers.extend(bond.outside_key.map(|key| (bond.person, key)));
    }
    let one = |(person, kept): &(PersonId, Kept)| {
        let name = names.get(person).map(PersonName::family_first).unwrap_or_default();
        let number = numbers.get(person).map(|number| format!(" ({number})")).unwrap_or_default();
        let href = format!("/organisations/{}/people/{person}", owner.id());
        Stays { name: name + &number, href, why: kept.tell(lang) }
    };
    let mut all: Vec<Stays> = kept.iter().map(one).collect();
    all.sort_by_cached_key(|stays| kit::format::sort_key(lang, &stays.name));
    Ok(all)
}

/// The row in which each key stands first.
fn first_rows<K: std::hash::Hash + Eq>(rows: impl Iterator<Item = (K, u32)>) -> HashMap<K, u32> {
    let mut first = HashMap::new();
    for (key, number) in rows {
        first.entry(key).or_insert(number);
    }
    first
}
