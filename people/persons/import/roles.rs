//! Roles of people whom the register knows, by their number.

use std::collections::{HashMap, HashSet};

use base::{Lang, OrganisationId, PersonId, RoleId, UnitId};
use kit::actor::{Owner, Role};
use kit::db::Tx;
use kit::fault::Fault;
use kit::journal::{self, Event};
use kit::scope::Scope;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::actions::protection;
use super::super::model::{AffiliationKind, Kept, NewRole, PersonError, Place, RoleHeld, Span};
use super::super::queries::{self, register as rows_of};
use super::{
    Fate, Written, caught, day_text, first_rows, from_column, left, number_column, register, span_of, stayed, undoing,
    unit_column, unit_name, unit_of, until_column, whole,
};
use crate::imports::{
    self, CellError, CellProblem, Checked, Column, Difference, Importer, InputRow, Stays, Subject, Undoing, Verdict,
};
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
                    let (before, wrote) = (Some(days(held.span)), Some(days(role.span)));
                    written.push(Written::new(held.person, Did { role: held.id, before, wrote }));
                }
                Some(_) => {}
            }
        }
        let added = |(id, role): &(RoleId, NewRole)| {
            let wrote = Some(days(role.span));
            Written::new(role.person, Did { role: *id, before: None, wrote })
        };
        let changed = written.len();
        written.extend(new.iter().map(added));
        let given: Vec<PersonId> = new.iter().map(|(_, role)| role.person).collect();
        protection::begin_anew(tx, owner, &given).await?;
        queries::add_roles(tx, owner, &new, Some(by)).await?;
        let people: Vec<PersonId> = written.iter().map(|one| one.person).collect();
        rows_of::recount(tx, owner, &people).await?;
        let facts = json!({ "new": new.len(), "changed": changed });
        journal::note(tx, organisation, Event::of("roles-imported", "organisation", organisation).with(facts)).await?;
        imports::kept(&written)
    }

    fn undo_help(&self, lang: Lang) -> Option<String> {
        Some(crate::words(lang).persons_roles_import_undo_help().to_string())
    }

    async fn would_undo(
        &self,
        tx: &Tx,
        subject: Uuid,
        changes: &[Value],
        lang: Lang,
    ) -> Result<Option<Undoing>, Fault> {
        let owner = whole(tx, OrganisationId(subject))?;
        let me = tx.actor().person_id();
        let fates = fates(tx, owner, me, imports::restored(changes.to_vec())?).await?;
        Ok(Some(undoing(tx, owner, &fates, lang).await?))
    }

    async fn undo(&self, tx: &Tx, subject: Uuid, by: PersonId, changes: Vec<Value>) -> Result<Vec<Value>, Fault> {
        let organisation = OrganisationId(subject);
        let owner = whole(tx, organisation)?;
        let fates = fates(tx, owner, Some(by), imports::restored(changes)?).await?;
        let (mut gone, mut people) = (vec![], vec![]);
        for fate in &fates {
            match fate.act {
                Some(Act::Remove) => gone.push(fate.written.did.role),
                Some(Act::Respan(span)) => queries::respan_role(tx, owner, fate.written.did.role, span).await?,
                None => continue,
            }
            people.push(fate.written.person);
        }
        queries::remove_roles(tx, owner, &gone).await?;
        rows_of::recount(tx, owner, &people).await?;
        let stays = left(fates);
        let facts = json!({ "rows": people.len(), "stays": stays.len() });
        let event = Event::of("roles-import-undone", "organisation", organisation).with(facts);
        journal::note(tx, organisation, event).await?;
        imports::kept(&stays)
    }

    async fn stayed(&self, tx: &Tx, subject: Uuid, changes: &[Value], lang: Lang) -> Result<Vec<Stays>, Fault> {
        stayed::<Did>(tx, whole(tx, OrganisationId(subject))?, changes, lang).await
    }
}

/// What becomes of each row, in bounded statements for any number.
async fn fates(
    tx: &Tx,
    owner: Owner,
    by: Option<PersonId>,
    written: Vec<Written<Did>>,
) -> Result<Vec<Fate<Did, Act>>, Fault> {
    let ids: Vec<RoleId> = written.iter().map(|one| one.did.role).collect();
    let people: Vec<PersonId> = written.iter().map(|one| one.person).collect();
    let now = Now {
        roles: rows_of::roles_by_id(tx, owner, &ids).await?.into_iter().map(|held| (held.id, held)).collect(),
        deputed: queries::deputed(tx, owner, &people).await?,
        giver: Giver::of(tx, owner, by).await?,
        by,
    };
    Ok(written.into_iter().map(|one| now.fate(one)).collect())
}

/// What is done to take one row back.
#[derive(Debug, Clone, Copy)]
enum Act {
    /// The role was given by the file, and goes
    Remove,
    /// The days are as they were, as far as nobody has changed them since
    Respan(Span),
}

/// The roles as they are when an import is taken back.
struct Now {
    roles: HashMap<RoleId, RoleHeld>,
    /// Whose role somebody stands in for
    deputed: HashSet<PersonId>,
    giver: Giver,
    by: Option<PersonId>,
}

impl Now {
    fn fate(&self, written: Written<Did>) -> Fate<Did, Act> {
        // A role that is kept no longer needs nothing.
        let Some(held) = self.roles.get(&written.did.role) else { return Fate { written, act: None, stays: None } };
        if let Some(kept) = self.beyond(held) {
            return Fate { written, act: None, stays: Some(kept) };
        }
        let place = |(from_on, until_on)| Place { unit: None, from_on, until_on };
        let now = Place::new(None, held.span);
        let Some(before) = written.did.before else {
            let stays = match written.did.wrote.map(place) {
                _ if self.deputed.contains(&held.person) => Some(Kept::Deputed),
                Some(wrote) if wrote != now => Some(Kept::Changed),
                _ => None,
            };
            return Fate { act: stays.is_none().then_some(Act::Remove), stays, written };
        };
        let (after, is_back) = now.back(place(before), written.did.wrote.map(place));
        let act = (after != now).then(|| Act::Respan(after.span()));
        Fate { act, stays: (!is_back).then_some(Kept::Partly), written }
    }

    /// Nobody takes by undoing what they could not take by hand.
    fn beyond(&self, held: &RoleHeld) -> Option<Kept> {
        if self.by == Some(held.person) {
            return Some(Kept::Own);
        }
        let new = NewRole { person: held.person, role: held.role, unit: held.unit, span: held.span };
        (!self.giver.may_give(&new)).then_some(Kept::Above)
    }
}

/// What the import did to one role.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Did {
    role: RoleId,
    /// First and last day as they were; none for a new one
    before: Option<Days>,
    /// First and last day as they were written
    #[serde(default)]
    wrote: Option<Days>,
}

/// First and last day.
type Days = (Option<base::Date>, Option<base::Date>);

fn days(span: Span) -> Days {
    (span.from_on(), span.until_on())
}

/// What whoever brings a file may give.
struct Giver {
    tree: Tree,
    /// What they hold in their own right; none for the portal at work
    mine: Option<Vec<RoleHeld>>,
    today: base::Date,
}

impl Giver {
    async fn of(tx: &Tx, owner: Owner, by: Option<PersonId>) -> Result<Self, Fault> {
        Ok(Self {
            tree: organisations::tree(tx, owner.id(), None).await?,
            mine: match by {
                Some(me) => Some(rows_of::roles_of(tx, owner, &[me]).await?),
                None => None,
            },
            today: organisations::today(tx, owner.id()).await?,
        })
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
}

/// The people of a file and their roles before an import.
struct Known {
    giver: Giver,
    people: HashMap<String, PersonId>,
    roles: HashMap<PersonId, Vec<RoleHeld>>,
    first_with: HashMap<(String, String, String), u32>,
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
        let text = |row: &InputRow, key: &str| row.text(key).to_lowercase();
        let key = |row: &InputRow| ((text(row, "number"), text(row, "role"), text(row, "unit")), row.number);
        Ok(Self { giver: Giver::of(tx, owner, by).await?, people, roles, first_with: first_rows(rows.iter().map(key)) })
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
        let unit = unit_of(row, &self.giver.tree, &mut errors);
        let span = span_of(row, &mut errors);
        let (Some(person), Some(role), true) = (person, role, errors.is_empty()) else { return Err(errors) };
        let new = NewRole { person, role, unit, span };
        if self.giver.may_give(&new) { Ok(new) } else { Err(vec![CellError::told("role", PersonError::AboveOwn)]) }
    }

    /// The role that the person has there already, now or to come.
    fn held(&self, new: &NewRole) -> Option<&RoleHeld> {
        self.roles.get(&new.person)?.iter().find(|held| {
            held.role == new.role
                && held.unit == new.unit
                && held.stands_for.is_none()
                && held.span.lasts_on(self.giver.today)
        })
    }

    fn verdict(&self, new: &NewRole) -> Verdict {
        let Some(held) = self.held(new) else { return Verdict::New };
        let mut all = vec![];
        Difference::note(&mut all, "from_on", day_text(held.span.from_on()), day_text(new.span.from_on()));
        Difference::note(&mut all, "until_on", day_text(held.span.until_on()), day_text(new.span.until_on()));
        Difference::note(
            &mut all,
            "unit",
            unit_name(&self.giver.tree, held.unit),
            unit_name(&self.giver.tree, new.unit),
        );
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
