//! Importing an organisation's units from a file: those it does not know are added, names and addresses are put right,
//! and units are moved as far as nobody comes to cover more by it than whoever brings the file could give.

use std::collections::{HashMap, HashSet};

use base::{Lang, OrganisationId, PersonId, UnitId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::journal::{self, Event};
use kit::scope::Scope;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::actions::units::{self, Widening};
use super::model::{NewUnit, OrganisationError, Shape, Tree, Unit};
use super::{access, queries};
use crate::imports::{self, CellError, CellProblem, Checked, Column, Difference, Importer, InputRow, Subject, Verdict};
use crate::persons;

/// Reads units.csv: unit_id, name, parent_id, address.
pub struct UnitsImporter;

#[async_trait::async_trait]
impl Importer for UnitsImporter {
    fn kind(&self) -> &'static str {
        "register-units"
    }
    fn scope(&self) -> Scope {
        Scope::KeepUnits
    }
    fn title(&self, lang: Lang) -> String {
        crate::words(lang).organisations_import().to_string()
    }
    fn help(&self, lang: Lang) -> String {
        crate::words(lang).organisations_import_help().to_string()
    }

    fn columns(&self) -> Vec<Column> {
        let column = |key, required, label, headings| Column { key, required, label, headings };
        vec![
            column(
                "unit_id",
                true,
                |lang| crate::words(lang).organisations_column_key().to_string(),
                &["key", "nøkkel", "nøgle", "id", "kode", "enhetsnummer", "enhedsnummer"],
            ),
            column(
                "name",
                true,
                |lang| crate::words(lang).organisations_column_name().to_string(),
                &["navn", "namn", "enhet", "eining", "enhed", "unit"],
            ),
            column(
                "parent_id",
                false,
                |lang| crate::words(lang).organisations_column_parent().to_string(),
                &["parent", "overordnet", "overordna", "under"],
            ),
            column(
                "address",
                false,
                |lang| crate::words(lang).organisations_column_address().to_string(),
                &["adresse", "besøksadresse"],
            ),
        ]
    }

    async fn subject(&self, tx: &Tx, subject: Uuid) -> Result<Subject, Fault> {
        let organisation = OrganisationId(subject);
        access::may_see_units(tx.actor(), organisation)?;
        Ok(Subject {
            owner: organisation,
            name: queries::find(tx, organisation).await?.name,
            href: format!("/organisations/{organisation}/units"),
            rows_href: format!("/organisations/{organisation}/units"),
            can_be_undone: true,
        })
    }

    async fn check(&self, tx: &Tx, subject: Uuid, rows: &[InputRow]) -> Result<Checked, Fault> {
        let known = Known::of(tx, OrganisationId(subject), rows).await?;
        let verdicts = rows.iter().map(|row| known.read(row).map_or_else(Verdict::Wrong, |read| known.verdict(&read)));
        let verdicts: Vec<Verdict> = verdicts.collect();
        let named: HashSet<&str> = rows.iter().map(|row| row.text("unit_id")).collect();
        let gone = known.by_key.keys().filter(|key| !named.contains(key.as_str())).count();
        Ok(Checked { verdicts, gone })
    }

    async fn apply(&self, tx: &Tx, subject: Uuid, by: PersonId, rows: &[InputRow]) -> Result<Vec<Value>, Fault> {
        let organisation = OrganisationId(subject);
        let known = Known::of(tx, organisation, rows).await?;
        let read: Vec<Row> = rows.iter().filter_map(|row| known.read(row).ok()).collect();
        let mut ids: HashMap<&str, UnitId> = known.by_key.iter().map(|(key, unit)| (key.as_str(), unit.id)).collect();
        for row in read.iter().filter(|row| !known.by_key.contains_key(row.key())) {
            ids.insert(row.key(), tx.new_id());
        }
        let (mut added, mut written) = (vec![], vec![]);
        for row in &read {
            let id = ids[row.key()];
            let parent = row.parent_of(&known, &ids);
            let after = Shape { parent, ..row.shape() };
            match known.by_key.get(row.key()) {
                None => {
                    added.push((id, after));
                    written.push(Written { unit: id, before: None });
                }
                Some(unit) if known.differs(unit, row) => {
                    let before = Shape::of(unit);
                    units::put(tx, organisation, unit, &known.after(unit, row, parent), by).await?;
                    written.push(Written { unit: id, before: Some(before) });
                }
                Some(_) => {}
            }
        }
        units::add_many(tx, organisation, &parents_first(added), by).await?;
        let new = written.iter().filter(|one| one.before.is_none()).count();
        let facts = json!({ "rows": written.len(), "new": new });
        journal::note(tx, organisation, Event::of("units-imported", "organisation", organisation).with(facts)).await?;
        imports::kept(&written)
    }

    async fn undo(&self, tx: &Tx, subject: Uuid, by: PersonId, changes: Vec<Value>) -> Result<Vec<Value>, Fault> {
        let organisation = OrganisationId(subject);
        let owner = access::may_keep_units(tx.actor(), organisation)?;
        let written = imports::restored::<Written>(changes)?;
        let new: Vec<UnitId> = written.iter().filter(|one| one.before.is_none()).map(|one| one.unit).collect();
        let today = units::today(tx, organisation).await?;
        let bonds = persons::count_at(tx, owner, &new, today).await?;
        let tree = units::tree(tx, organisation, None).await?;
        let is_new: HashSet<UnitId> = new.iter().copied().collect();
        let later = tree
            .units()
            .iter()
            .any(|unit| !is_new.contains(&unit.id) && unit.parent.is_some_and(|parent| is_new.contains(&parent)));
        if bonds.people + bonds.roles > 0 || later {
            return Err(OrganisationError::InUse.into());
        }
        for one in written.iter().rev() {
            let Some(unit) = tree.unit(one.unit) else { continue };
            let shape = one.before.clone().unwrap_or_else(|| never(unit, today));
            units::put(tx, organisation, unit, &shape, by).await?;
        }
        let facts = json!({ "rows": written.len() });
        journal::note(tx, organisation, Event::of("units-import-undone", "organisation", organisation).with(facts))
            .await?;
        Ok(vec![])
    }
}

/// The same units, each after the one it lies in: the database wants to know a parent before its children.
fn parents_first(mut added: Vec<(UnitId, Shape)>) -> Vec<(UnitId, Shape)> {
    let parents: HashMap<UnitId, Option<UnitId>> = added.iter().map(|(id, shape)| (*id, shape.parent)).collect();
    let depth = |id: UnitId| {
        let (mut depth, mut at) = (0_usize, Some(id));
        while let Some(parent) = at.and_then(|id| parents.get(&id)) {
            (depth, at) = (depth + 1, *parent);
        }
        depth
    };
    added.sort_by_cached_key(|(id, _)| depth(*id));
    added
}

/// A unit that a file added and that is taken back was never there; its key is free again.
fn never(unit: &Unit, today: base::Date) -> Shape {
    Shape { outside_key: None, until_on: today.pred_opt(), ..Shape::of(unit) }
}

/// What the import did to one unit.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Written {
    unit: UnitId,
    /// As it was; none for a new one
    before: Option<Shape>,
}

/// What a row says.
struct Row {
    unit: Unit,
    /// The key of the unit it lies in; none is the top
    parent: Option<String>,
    has_parent: bool,
    has_address: bool,
}

impl Row {
    fn key(&self) -> &str {
        self.unit.outside_key.as_deref().unwrap_or_default()
    }

    fn shape(&self) -> Shape {
        Shape::of(&self.unit)
    }

    fn parent_of(&self, known: &Known, ids: &HashMap<&str, UnitId>) -> Option<UnitId> {
        match (&self.parent, self.has_parent) {
            (Some(key), _) => ids.get(key.as_str()).copied(),
            (None, true) => None,
            (None, false) => known.by_key.get(self.key()).and_then(|unit| unit.parent),
        }
    }
}

/// The units before an import, by key, and the file's own tree.
struct Known {
    tree: Tree,
    by_key: HashMap<String, Unit>,
    /// By key: the row where it stands first, and the key of its parent
    in_file: HashMap<String, (u32, Option<String>)>,
    widening: Widening,
}

impl Known {
    async fn of(tx: &Tx, organisation: OrganisationId, rows: &[InputRow]) -> Result<Self, Fault> {
        access::may_keep_units(tx.actor(), organisation)?;
        let tree = units::tree(tx, organisation, None).await?;
        let keyed = tree.units().iter().filter_map(|unit| Some((unit.outside_key.clone()?, unit.clone())));
        let by_key: HashMap<String, Unit> = keyed.collect();
        let mut in_file = HashMap::new();
        for row in rows {
            let parent = row.some("parent_id").map(ToOwned::to_owned);
            in_file.entry(row.text("unit_id").to_owned()).or_insert((row.number, parent));
        }
        let targets = in_file.values().filter_map(|(_, parent)| by_key.get(parent.as_ref()?)).map(|unit| unit.id);
        let widening = Widening::towards(tx, organisation, &tree, targets.collect()).await?;
        Ok(Self { tree, by_key, in_file, widening })
    }

    fn read(&self, row: &InputRow) -> Result<Row, Vec<CellError>> {
        let key = row.text("unit_id");
        let new = NewUnit {
            parent: None,
            name: row.text("name").to_owned(),
            outside_key: row.some("unit_id").map(ToOwned::to_owned),
            address: row.some("address").map(ToOwned::to_owned),
        };
        let unit = Unit::new(UnitId(Uuid::nil()), &new).map_err(|error| {
            let column = match kit::fault::Problem::field(&error) {
                Some("outside_key") => "unit_id",
                Some("address") => "address",
                _ => "name",
            };
            vec![CellError::told(column, error)]
        })?;
        if let Some((first, _)) = self.in_file.get(key).filter(|(first, _)| *first != row.number) {
            return Err(vec![CellError::new("unit_id", CellProblem::Repeated { row: *first })]);
        }
        let parent = row.some("parent_id").map(ToOwned::to_owned);
        let read = Row { unit, parent, has_parent: row.has("parent_id"), has_address: row.has("address") };
        self.check_parent(&read).map_err(|error| vec![error])?;
        Ok(read)
    }

    /// The parent is known or stands in the file, not below the unit itself, and nobody comes to cover too much.
    fn check_parent(&self, row: &Row) -> Result<(), CellError> {
        let Some(parent) = &row.parent else { return Ok(()) };
        if !self.by_key.contains_key(parent) && !self.in_file.contains_key(parent) {
            let names = self.by_key.keys().chain(self.in_file.keys()).map(String::as_str);
            return Err(CellError::new("parent_id", imports::Nearest::among(names).unknown(parent)));
        }
        if self.circles(row.key()) {
            return Err(CellError::told("parent_id", OrganisationError::InItself));
        }
        let moved = self.by_key.get(row.key()).filter(|unit| self.parent_key(unit) != row.parent);
        if let (Some(unit), Some(target)) = (moved, self.by_key.get(parent))
            && self.widening.is_refused(&self.tree, unit.id, target.id)
        {
            return Err(CellError::told("parent_id", OrganisationError::Widens));
        }
        Ok(())
    }

    /// Whether a unit would lie in itself, going up as the file and the tree together have it.
    fn circles(&self, key: &str) -> bool {
        let mut seen = HashSet::new();
        let mut at = Some(key.to_owned());
        while let Some(key) = at {
            if !seen.insert(key.clone()) {
                return true;
            }
            at = match self.in_file.get(&key) {
                Some((_, Some(parent))) => Some(parent.clone()),
                _ => self.by_key.get(&key).and_then(|unit| self.parent_key(unit)),
            };
        }
        false
    }

    fn parent_key(&self, unit: &Unit) -> Option<String> {
        self.tree.unit(unit.parent?)?.outside_key.clone()
    }

    fn differences(&self, unit: &Unit, row: &Row) -> Vec<Difference> {
        let mut all = vec![];
        Difference::note(&mut all, "name", &unit.name, &row.unit.name);
        if row.has_parent {
            let text = |key: Option<String>| key.unwrap_or_default();
            Difference::note(&mut all, "parent_id", text(self.parent_key(unit)), text(row.parent.clone()));
        }
        if row.has_address {
            let text = |address: &Option<String>| address.clone().unwrap_or_default();
            Difference::note(&mut all, "address", text(&unit.address), text(&row.unit.address));
        }
        all
    }

    fn differs(&self, unit: &Unit, row: &Row) -> bool {
        !self.differences(unit, row).is_empty()
    }

    fn after(&self, unit: &Unit, row: &Row, parent: Option<UnitId>) -> Shape {
        let address = if row.has_address { row.unit.address.clone() } else { unit.address.clone() };
        // A parent without a key of its own is one the file cannot name: the unit stays where it is.
        let stays = !row.has_parent || (row.parent.is_none() && self.parent_key(unit).is_none());
        let parent = if stays { unit.parent } else { parent };
        Shape { parent, name: row.unit.name.clone(), address, ..Shape::of(unit) }
    }

    fn verdict(&self, row: &Row) -> Verdict {
        match self.by_key.get(row.key()) {
            None => Verdict::New,
            Some(unit) => Difference::verdict(self.differences(unit, row)),
        }
    }
}
