//! Roles of people whom the register knows, by their number.

use std::collections::HashMap;

use base::{Lang, OrganisationId, PersonId, RoleId, UnitId};
use kit::actor::{Owner, Role};
use kit::db::Tx;
use kit::fault::Fault;
use kit::journal::{self, Event};
use kit::scope::Scope;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::model::{AffiliationKind, NewRole, PersonError, RoleHeld, Span};
use super::super::queries::{self, register as rows_of};
use super::{
    caught, day_text, first_rows, from_column, number_column, register, span_of, unit_column, unit_name, unit_of,
    until_column, whole,
};
use crate::imports::{self, CellError, CellProblem, Checked, Column, Difference, Importer, InputRow, Subject, Verdict};
use crate::organisations::{self, Tree};

/// Reads roles.csv: number, role, unit, from_on, until_on. Nobody gives by a file what they could not give by hand.
pub struct RolesImporter;

#[async_trait::async_trait]
impl Importer for RolesImporter {
    fn kind(&self) -> &'static str {
        "register-roles"
    }
    fn scope(&self) -> Scope {
        Scope::KeepRoles
    }
    fn title(&self, lang: Lang) -> String {
        crate::words(lang).persons_roles_import().to_string()
    }
    fn help(&self, lang: Lang) -> String {
        crate::words(lang).persons_roles_import_help().to_string()
    }

    fn columns(&self) -> Vec<Column> {
        let column = |key, required, label, headings| Column { key, required, label, headings };
        vec![
            number_column(),
            column("role", true, |lang| crate::words(lang).persons_field_role().to_string(), &["rolle"]),
            unit_column(),
            from_column(),
            until_column(),
        ]
    }

    async fn subject(&self, tx: &Tx, subject: Uuid) -> Result<Subject, Fault> {
        register(tx, OrganisationId(subject), "roles").await
    }

    async fn check(&self, tx: &Tx, subject: Uuid, rows: &[InputRow]) -> Result<Checked, Fault> {
        let known = Known::of(tx, OrganisationId(subject), tx.actor().person_id(), rows).await?;
        let verdicts = rows.iter().map(|row| known.read(row).map_or_else(Verdict::Wrong, |new| known.verdict(&new)));
        Ok(Checked { verdicts: verdicts.collect(), gone: 0 })
    }

    async fn apply(&self, tx: &Tx, subject: Uuid, by: PersonId, rows: &[InputRow]) -> Result<Vec<Value>, Fault> {
        let organisation = OrganisationId(subject);
        let owner = whole(tx, organisation)?;
        let known = Known::of(tx, organisation, Some(by), rows).await?;
        let (mut new, mut written) = (vec![], vec![]);
        for role in rows.iter().filter_map(|row| known.read(row).ok()) {
            match known.held(&role) {
                None => new.push((tx.new_id(), role)),
                Some(held) if held.span != role.span => {
                    queries::respan_role(tx, owner, held.id, role.span).await?;
                    let (from_on, until_on) = (held.span.from_on(), held.span.until_on());
                    written.push(Written { role: held.id, person: held.person, before: Some((from_on, until_on)) });
                }
                Some(_) => {}
            }
        }
        let added = |(id, role): &(RoleId, NewRole)| Written { role: *id, person: role.person, before: None };
        let changed = written.len();
        written.extend(new.iter().map(added));
        queries::add_roles(tx, owner, &new, Some(by)).await?;
        let people: Vec<PersonId> = written.iter().map(|one| one.person).collect();
        rows_of::recount(tx, owner, &people).await?;
        let facts = json!({ "new": new.len(), "changed": changed });
        journal::note(tx, organisation, Event::of("roles-imported", "organisation", organisation).with(facts)).await?;
        imports::kept(&written)
    }

    async fn undo(&self, tx: &Tx, subject: Uuid, _: PersonId, changes: Vec<Value>) -> Result<(), Fault> {
        let organisation = OrganisationId(subject);
        let owner = whole(tx, organisation)?;
        let written = imports::restored::<Written>(changes)?;
        let new: Vec<&Written> = written.iter().filter(|one| one.before.is_none()).collect();
        let roles: Vec<RoleId> = new.iter().map(|one| one.role).collect();
        refuse_deputed(tx, owner, &new).await?;
        queries::remove_roles(tx, owner, &roles).await?;
        for one in &written {
            let Some((from_on, until_on)) = one.before else { continue };
            queries::respan_role(tx, owner, one.role, Span::new(from_on, until_on)?).await?;
        }
        let people: Vec<PersonId> = written.iter().map(|one| one.person).collect();
        rows_of::recount(tx, owner, &people).await?;
        let facts = json!({ "rows": written.len() });
        let event = Event::of("roles-import-undone", "organisation", organisation).with(facts);
        Ok(journal::note(tx, organisation, event).await?)
    }
}

/// A role that somebody stands in for is not taken back behind the deputy's back.
async fn refuse_deputed(tx: &Tx, owner: Owner, new: &[&Written]) -> Result<(), Fault> {
    let people: Vec<PersonId> = new.iter().map(|one| one.person).collect();
    match queries::count_deputies(tx, owner, &people).await? {
        0 => Ok(()),
        count => Err(PersonError::InUse { count }.into()),
    }
}

/// What the import did to one role.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Written {
    role: RoleId,
    person: PersonId,
    /// First and last day as they were; none for a new one
    before: Option<(Option<base::Date>, Option<base::Date>)>,
}

/// The people of a file and their roles before an import, and what whoever brings it may give.
struct Known {
    tree: Tree,
    people: HashMap<String, PersonId>,
    roles: HashMap<PersonId, Vec<RoleHeld>>,
    /// What whoever brings the file holds in their own right; none for the portal at work
    mine: Option<Vec<RoleHeld>>,
    first_with: HashMap<(String, String, String), u32>,
    today: base::Date,
}

impl Known {
    async fn of(tx: &Tx, organisation: OrganisationId, by: Option<PersonId>, rows: &[InputRow]) -> Result<Self, Fault> {
        let owner = whole(tx, organisation)?;
        let keys: Vec<&str> = rows.iter().filter_map(|row| row.some("number")).collect();
        let mut bonds = rows_of::bonds_by_key(tx, owner, &keys).await?;
        // A number may be a student's and an employee's; roles are for those who work there.
        bonds.sort_by_key(|bond| bond.kind == AffiliationKind::Staff);
        let people: HashMap<String, PersonId> =
            bonds.into_iter().filter_map(|bond| Some((bond.outside_key?, bond.person))).collect();
        let ids: Vec<PersonId> = people.values().copied().collect();
        let mut roles: HashMap<PersonId, Vec<RoleHeld>> = HashMap::new();
        for held in rows_of::roles_of(tx, owner, &ids).await? {
            roles.entry(held.person).or_default().push(held);
        }
        let mine = match by {
            Some(me) => Some(rows_of::roles_of(tx, owner, &[me]).await?),
            None => None,
        };
        let text = |row: &InputRow, key: &str| row.text(key).to_lowercase();
        let key = |row: &InputRow| ((text(row, "number"), text(row, "role"), text(row, "unit")), row.number);
        Ok(Self {
            tree: organisations::tree(tx, organisation, None).await?,
            people,
            roles,
            mine,
            first_with: first_rows(rows.iter().map(key)),
            today: organisations::today(tx, organisation).await?,
        })
    }

    fn read(&self, row: &InputRow) -> Result<NewRole, Vec<CellError>> {
        let mut errors = vec![];
        let person = match self.people.get(row.text("number")) {
            Some(person) => Some(*person),
            None => caught(Err(CellError::new("number", CellProblem::Unknown { nearest: None })), &mut errors),
        };
        let text = |key: &str| row.text(key).to_lowercase();
        let key = (text("number"), text("role"), text("unit"));
        if let Some(first) = self.first_with.get(&key).filter(|first| **first != row.number) {
            errors.push(CellError::new("number", CellProblem::Repeated { row: *first }));
        }
        let role = role_of(row.text("role"));
        if role.is_none() {
            errors.push(CellError::told("role", PersonError::NoChoice { field: "role" }));
        }
        let unit = unit_of(row, &self.tree, &mut errors);
        let span = span_of(row, &mut errors);
        let (Some(person), Some(role), true) = (person, role, errors.is_empty()) else { return Err(errors) };
        let new = NewRole { person, role, unit, span };
        if self.may_give(&new) { Ok(new) } else { Err(vec![CellError::told("role", PersonError::AboveOwn)]) }
    }

    /// As by hand: the role itself, on a subtree that holds the unit, for all of the time.
    fn may_give(&self, new: &NewRole) -> bool {
        let Some(mine) = &self.mine else { return true };
        let above: Vec<UnitId> = new.unit.map(|unit| self.tree.upwards(unit)).unwrap_or_default();
        mine.iter().any(|held| {
            held.role == new.role
                && held.stands_for.is_none()
                && held.span.holds_on(self.today)
                && held.unit.is_none_or(|root| above.contains(&root))
                && Span::since(held.span).covers(Span::since(new.span))
        })
    }

    /// The role that the person has there already, now or to come.
    fn held(&self, new: &NewRole) -> Option<&RoleHeld> {
        self.roles.get(&new.person)?.iter().find(|held| {
            held.role == new.role
                && held.unit == new.unit
                && held.stands_for.is_none()
                && held.span.lasts_on(self.today)
        })
    }

    fn verdict(&self, new: &NewRole) -> Verdict {
        let Some(held) = self.held(new) else { return Verdict::New };
        let mut all = vec![];
        Difference::note(&mut all, "from_on", day_text(held.span.from_on()), day_text(new.span.from_on()));
        Difference::note(&mut all, "until_on", day_text(held.span.until_on()), day_text(new.span.until_on()));
        Difference::note(&mut all, "unit", unit_name(&self.tree, held.unit), unit_name(&self.tree, new.unit));
        Difference::verdict(all)
    }
}

/// The role that a cell names, in any of the portal's languages.
fn role_of(text: &str) -> Option<Role> {
    let text = text.to_lowercase();
    Role::ALL.into_iter().find(|role| {
        let told = |lang| match role {
            Role::Administrator => crate::words(lang).persons_administrator().to_string(),
            Role::Coordinator => crate::words(lang).persons_coordinator().to_string(),
        };
        role.word() == text || Lang::ALL.into_iter().any(|lang| told(lang).to_lowercase() == text)
    })
}
