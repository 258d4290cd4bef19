//! People and what binds them, by their number.

use std::collections::{HashMap, HashSet};

use base::{AffiliationId, Lang, OrganisationId, PersonId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::Fault;
use kit::journal::{self, Event};
use kit::scope::Scope;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::actions::{protection, restrictions};
use super::super::model::{
    Affiliation, AffiliationKind, Bond, Email, Kept, NewPerson, NewProtection, NewStudent, Person, PersonError,
    PersonName, Phone, Place, Protection, Span, UseSource,
};
use super::super::queries::{self, register as rows_of};
use super::{
    Fate, Written, caught, day_text, first_rows, from_column, left, number_column, register, span_of, stayed, undoing,
    unit_column, unit_name, unit_of, until_column, whole,
};
use crate::imports::{
    self, CellError, CellProblem, Checked, Column, Difference, Importer, InputRow, Stays, Subject, Undoing, Verdict,
};
use crate::organisations::{self, Tree};

/// Reads people.csv: number, kind, names, email, phone, unit, from_on, until_on, protected. Whoever is known keeps name and
/// address: a file may be older than what they told us themselves. A file protects, and never ends a protection.
pub struct PeopleImporter {
    /// What the rooms keep of people by now: who takes part in something is not taken back
    pub uses: Vec<UseSource>,
}

#[async_trait::async_trait]
impl Importer for PeopleImporter {
    fn kind(&self) -> &'static str {
        "register-people"
    }
    fn scope(&self) -> Scope {
        Scope::KeepPeople
    }
    fn title(&self, lang: Lang) -> String {
        crate::words(lang).persons_import().to_string()
    }
    fn help(&self, lang: Lang) -> String {
        crate::words(lang).persons_import_help().to_string()
    }

    fn columns(&self) -> Vec<Column> {
        let column = |key, required, label, headings| Column { key, required, label, headings };
        vec![
            number_column(),
            column(
                "kind",
                false,
                |lang| crate::words(lang).persons_field_kind().to_string(),
                &["type", "rolle", "stilling", "tilknytning"],
            ),
            column(
                "given_name",
                false,
                |lang| crate::words(lang).persons_field_given().to_string(),
                &["first name", "given"],
            ),
            column(
                "family_name",
                false,
                |lang| crate::words(lang).persons_field_family().to_string(),
                &["last name", "surname", "family"],
            ),
            column(
                "name",
                false,
                |lang| crate::words(lang).persons_list_name().to_string(),
                &["full name", "fullt navn", "fulde navn"],
            ),
            column(
                "email",
                false,
                |lang| crate::words(lang).persons_field_email().to_string(),
                &["mail", "epostadresse", "e-mailadresse", "email address"],
            ),
            column(
                "phone",
                false,
                |lang| crate::words(lang).persons_field_phone().to_string(),
                &["tlf", "mobil", "mobile", "phone number"],
            ),
            unit_column(),
            from_column(),
            until_column(),
            column(
                "protected",
                false,
                |lang| crate::words(lang).persons_column_protected().to_string(),
                &["fortrolig adresse", "sperret adresse", "adressebeskyttelse", "navne- og adressebeskyttelse"],
            ),
        ]
    }

    async fn subject(&self, tx: &Tx, subject: Uuid) -> Result<Subject, Fault> {
        register(tx, OrganisationId(subject), "people").await
    }

    async fn check(&self, tx: &Tx, subject: Uuid, rows: &[InputRow]) -> Result<Checked, Fault> {
        let known = Known::of(tx, OrganisationId(subject), rows).await?;
        let verdicts = rows.iter().map(|row| known.read(row).map_or_else(Verdict::Wrong, |read| known.verdict(&read)));
        Ok(Checked { verdicts: verdicts.collect(), gone: 0 })
    }

    async fn apply(&self, tx: &Tx, subject: Uuid, _: PersonId, rows: &[InputRow]) -> Result<Vec<Value>, Fault> {
        let organisation = OrganisationId(subject);
        let owner = whole(tx, organisation)?;
        let known = Known::of(tx, organisation, rows).await?;
        let read: Vec<Read> = rows.iter().filter_map(|row| known.read(row).ok()).collect();
        let (mut people, mut bonds, mut written, mut touched) = (vec![], vec![], vec![], vec![]);
        for row in &read {
            match known.bonds.get(&(row.bond.kind, row.key())) {
                None => {
                    let person: PersonId = tx.new_id();
                    people.push((person, &row.person));
                    bonds.push(Affiliation { person, ..row.bond.clone() });
                    let wrote = Some(Place::new(row.bond.unit, row.bond.span));
                    let print = Some(row.person.print(person));
                    let did = Did { before: None, protects: row.protected, wrote, print };
                    written.push(Written::new(person, did));
                }
                Some(bond) if !known.differences(bond, row).is_empty() => {
                    let after = row.after(bond);
                    rows_of::rebind(tx, owner, bond.id, after.unit, after.span).await?;
                    touched.push(bond.person);
                    let (before, wrote) = (Some(Before::of(bond)), Some(Place::new(after.unit, after.span)));
                    let protects = known.protects(bond, row);
                    written.push(Written::new(bond.person, Did { before, protects, wrote, print: None }));
                }
                Some(_) => {}
            }
        }
        queries::add_persons(tx, owner, &people).await?;
        queries::add_affiliations(tx, owner, &bonds).await?;
        rows_of::recount(tx, owner, &touched).await?;
        let protected: Vec<PersonId> = written.iter().filter(|one| one.did.protects).map(|one| one.person).collect();
        protect(tx, owner, &protected).await?;
        let facts = json!({ "new": people.len(), "changed": touched.len(), "protected": protected.len() });
        journal::note(tx, organisation, Event::of("people-imported", "organisation", organisation).with(facts)).await?;
        imports::kept(&written)
    }

    fn undo_help(&self, lang: Lang) -> Option<String> {
        Some(crate::words(lang).persons_import_undo_help().to_string())
    }

    async fn would_undo(
        &self,
        tx: &Tx,
        subject: Uuid,
        changes: &[Value],
        lang: Lang,
    ) -> Result<Option<Undoing>, Fault> {
        let owner = whole(tx, OrganisationId(subject))?;
        let fates = self.fates(tx, owner, imports::restored(changes.to_vec())?).await?;
        Ok(Some(undoing(tx, owner, &fates, lang).await?))
    }

    async fn undo(&self, tx: &Tx, subject: Uuid, _: PersonId, changes: Vec<Value>) -> Result<Vec<Value>, Fault> {
        let organisation = OrganisationId(subject);
        let owner = whole(tx, organisation)?;
        let fates = self.fates(tx, owner, imports::restored(changes)?).await?;
        let (mut new, mut touched) = (vec![], vec![]);
        for fate in &fates {
            match &fate.act {
                Some(Act::Forget) => new.push(fate.written.person),
                Some(Act::Back { bond, lifts }) => {
                    if let Some((bond, place)) = bond {
                        rows_of::rebind(tx, owner, *bond, place.unit, place.span()).await?;
                        touched.push(fate.written.person);
                    }
                    if *lifts {
                        protection::end(tx, owner, fate.written.person).await?;
                    }
                }
                None => {}
            }
        }
        rows_of::forget(tx, owner, &new).await?;
        touched.extend(&new);
        rows_of::recount(tx, owner, &touched).await?;
        let stays = left(fates);
        let facts = json!({ "rows": touched.len(), "stays": stays.len() });
        let event = Event::of("people-import-undone", "organisation", organisation).with(facts);
        journal::note(tx, organisation, event).await?;
        imports::kept(&stays)
    }

    async fn stayed(&self, tx: &Tx, subject: Uuid, changes: &[Value], lang: Lang) -> Result<Vec<Stays>, Fault> {
        stayed::<Did>(tx, whole(tx, OrganisationId(subject))?, changes, lang).await
    }
}

impl PeopleImporter {
    /// What becomes of each row, in bounded statements for any number.
    async fn fates(&self, tx: &Tx, owner: Owner, written: Vec<Written<Did>>) -> Result<Vec<Fate<Did, Act>>, Fault> {
        let (new, known): (Vec<_>, Vec<_>) = written.iter().partition(|one| one.did.before.is_none());
        let new: Vec<PersonId> = new.iter().map(|one| one.person).collect();
        let changed: Vec<AffiliationId> = known.iter().filter_map(|one| Some(one.did.before.as_ref()?.bond)).collect();
        let protected: Vec<PersonId> = written.iter().filter(|one| one.did.protects).map(|one| one.person).collect();
        let mut now = Now {
            people: queries::find_many(tx, &new).await?,
            bonds: rows_of::bonds_by_id(tx, owner, &changed).await?.into_iter().map(|bond| (bond.id, bond)).collect(),
            away: restrictions::restricted(tx, owner).await?,
            is_trustee: protection::sees_protected(tx, owner).await?,
            ..Now::default()
        };
        let mut working = queries::names(tx, &protected).await?;
        for (person, was) in queries::protection::find_many(tx, &protected).await? {
            now.protections.extend(working.remove(&person).map(|name| (person, (was, name))));
        }
        for bond in rows_of::bonds_of(tx, owner, &new).await? {
            now.bonds_of.entry(bond.person).or_default().push(bond);
        }
        // Compared, and shown to nobody.
        queries::protection::unveil(tx, now.people.values_mut()).await?;
        now.uses.extend(rows_of::roles_of(tx, owner, &new).await?.into_iter().map(|held| (held.person, Kept::Role)));
        for source in &self.uses {
            for (person, kept) in source(tx, owner.id(), &new).await? {
                now.uses.entry(person).or_insert(kept);
            }
        }
        Ok(written.into_iter().map(|one| now.fate(owner, one)).collect())
    }
}

/// What is done to take one row back.
#[derive(Debug, Clone)]
enum Act {
    /// The person and what bound them go
    Forget,
    /// What was there before is as it was, as far as nobody has changed it since
    Back {
        /// The bond, with where and when it held
        bond: Option<(AffiliationId, Place)>,
        /// Whether the protection that the file brought ends
        lifts: bool,
    },
}

/// The register as it is when an import is taken back, as far as the import speaks of it.
#[derive(Default)]
struct Now {
    people: HashMap<PersonId, Person>,
    bonds_of: HashMap<PersonId, Vec<Bond>>,
    bonds: HashMap<AffiliationId, Bond>,
    uses: HashMap<PersonId, Kept>,
    /// Those whom the import protected, with the name that everybody sees
    protections: HashMap<PersonId, (Protection, PersonName)>,
    /// Whose data is put away, and their protection with it
    away: HashSet<PersonId>,
    /// Whether the actor ends a protection by hand, too
    is_trustee: bool,
}

impl Now {
    fn fate(&self, owner: Owner, written: Written<Did>) -> Fate<Did, Act> {
        let Some(before) = &written.did.before else {
            let stays = self.touched(owner, &written);
            return Fate { act: stays.is_none().then_some(Act::Forget), written, stays };
        };
        let lifts = self.lifts(&written);
        let is_protected = self.protections.contains_key(&written.person)
            || (written.did.protects && self.away.contains(&written.person));
        let mut is_back = lifts || !is_protected;
        let mut rebound = None;
        // A bond that is kept no longer needs nothing.
        if let Some(bond) = self.bonds.get(&before.bond) {
            let now = Place::new(bond.unit, bond.span);
            let (after, whole) = now.back(before.place, written.did.wrote);
            rebound = (after != now).then_some((bond.id, after));
            is_back &= whole;
        }
        let act = Act::Back { bond: rebound, lifts };
        Fate { act: Some(act), stays: (!is_back).then_some(Kept::Partly), written }
    }

    /// A protection that somebody has given a reason or a name since is theirs; and nobody ends one by undoing who could not
    /// by hand.
    fn lifts(&self, written: &Written<Did>) -> bool {
        self.is_trustee && self.protections.contains_key(&written.person) && self.is_as_protected(written)
    }

    /// Whether nobody has given the protection a reason or a name since.
    fn is_as_protected(&self, written: &Written<Did>) -> bool {
        let by_file = NewProtection::by_file(written.person);
        let now = self.protections.get(&written.person);
        now.is_none_or(|(was, name)| by_file.is_ok_and(|new| new.leaves(was, name)))
    }

    /// What else has touched somebody whom the import brought.
    fn touched(&self, owner: Owner, written: &Written<Did>) -> Option<Kept> {
        let person = self.people.get(&written.person)?;
        if person.merged_into.is_some() {
            return Some(Kept::Merged);
        }
        if person.home != owner.id() || person.is_elsewhere {
            return Some(Kept::Elsewhere);
        }
        if let Some(kept) = self.uses.get(&person.id) {
            return Some(*kept);
        }
        match self.bonds_of.get(&person.id).map(Vec::as_slice).unwrap_or_default() {
            [] => Some(Kept::Merged), // what bound them stands under another entry
            [bond] => {
                let did = &written.did;
                let as_written = (did.protects || !person.is_protected)
                    && self.is_as_protected(written)
                    && did.wrote.is_none_or(|wrote| wrote == Place::new(bond.unit, bond.span))
                    && did.print.as_ref().is_none_or(|print| *print == person.print());
                (!as_written).then_some(Kept::Changed)
            }
            _ => Some(Kept::Bond),
        }
    }
}

/// What the import did to one person.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Did {
    /// The bond as it was; none for somebody new
    before: Option<Before>,
    /// Whether it protected the person's name and address
    #[serde(default)]
    protects: bool,
    /// The bond as it was written
    #[serde(default)]
    wrote: Option<Place>,
    /// Name and addresses as they were written, for somebody new
    #[serde(default)]
    print: Option<String>,
}

/// Takes name and address of these people out of everybody's sight, each under a name that says nothing.
async fn protect(tx: &Tx, owner: Owner, people: &[PersonId]) -> Result<(), Fault> {
    for person in queries::find_many(tx, people).await?.into_values() {
        protection::write(tx, owner, &person, &NewProtection::by_file(person.id)?).await?;
    }
    Ok(())
}

/// A bond as it was.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Before {
    bond: AffiliationId,
    #[serde(flatten)]
    place: Place,
}

impl Before {
    fn of(bond: &Bond) -> Self {
        Self { bond: bond.id, place: Place::new(bond.unit, bond.span) }
    }
}

/// What a row says.
struct Read {
    person: NewPerson,
    bond: Affiliation,
    has_unit: bool,
    has_from: bool,
    has_until: bool,
    protected: bool,
}

impl Read {
    fn key(&self) -> String {
        self.bond.outside_key.clone().unwrap_or_default()
    }

    /// A known bond with what the file says of it; columns that it lacks leave things as they are.
    fn after(&self, bond: &Bond) -> Bond {
        let pick = |has: bool, new: Option<base::Date>, old: Option<base::Date>| if has { new } else { old };
        let from_on = pick(self.has_from, self.bond.span.from_on(), bond.span.from_on());
        let until_on = pick(self.has_until, self.bond.span.until_on(), bond.span.until_on());
        Bond {
            unit: if self.has_unit { self.bond.unit } else { bond.unit },
            span: Span::new(from_on, until_on).unwrap_or(self.bond.span),
            ..bond.clone()
        }
    }
}

/// The register before an import, as far as the file speaks of it.
struct Known {
    tree: Tree,
    bonds: HashMap<(AffiliationKind, String), Bond>,
    first_with: HashMap<(AffiliationKind, String), u32>,
    protected: HashSet<PersonId>,
    /// Whose data is put away, and would come back unprotected
    away: HashSet<PersonId>,
    has_trustees: bool,
}

impl Known {
    async fn of(tx: &Tx, organisation: OrganisationId, rows: &[InputRow]) -> Result<Self, Fault> {
        let owner = whole(tx, organisation)?;
        let keys: Vec<&str> = rows.iter().filter_map(|row| row.some("number")).collect();
        let bonds = rows_of::bonds_by_key(tx, owner, &keys).await?;
        let ids: Vec<PersonId> = bonds.iter().map(|bond| bond.person).collect();
        let people = queries::find_many(tx, &ids).await?.into_values();
        let mut protected: HashSet<PersonId> =
            people.filter(|person| person.is_protected).map(|person| person.id).collect();
        // A protection that is put away comes back by itself.
        let away = restrictions::lasting(tx, owner).await?;
        protected.extend(away.iter().filter(|(_, is_protected)| **is_protected).map(|(person, _)| *person));
        let keyed = bonds.into_iter().filter_map(|bond| Some(((bond.kind, bond.outside_key.clone()?), bond)));
        let number = |row: &InputRow| Some(((kind_of(row)?, row.some("number")?.to_owned()), row.number));
        Ok(Self {
            tree: organisations::tree(tx, organisation, None).await?,
            bonds: keyed.collect(),
            away: away.into_keys().filter(|person| !protected.contains(person)).collect(),
            protected,
            has_trustees: protection::has_trustee(tx, owner).await?,
            first_with: first_rows(rows.iter().filter_map(number)),
        })
    }

    fn read(&self, row: &InputRow) -> Result<Read, Vec<CellError>> {
        let mut errors = vec![];
        let kind = kind_of(row);
        if kind.is_none() {
            errors.push(CellError::told("kind", PersonError::NoChoice { field: "kind" }));
        }
        let key = row.text("number").to_owned();
        let (got, max) = (key.chars().count(), NewStudent::KEY_CHARS_MAX);
        if got > max {
            errors.push(CellError::told("number", PersonError::TooLong { field: "outside_key", got, max }));
        }
        let kind = kind.unwrap_or(AffiliationKind::Staff);
        if let Some(first) = self.first_with.get(&(kind, key.clone())).filter(|first| **first != row.number) {
            errors.push(CellError::new("number", CellProblem::Repeated { row: *first }));
        }
        let known = self.bonds.get(&(kind, key.clone())).map(|bond| bond.person);
        let person = person_of(row, known.is_none(), &mut errors);
        let unit = unit_of(row, &self.tree, &mut errors);
        let span = span_of(row, &mut errors);
        let protected = protected_of(row, self.has_trustees, &mut errors);
        if protected && known.is_some_and(|person| self.away.contains(&person)) {
            errors.push(CellError::told("protected", PersonError::Restricted));
        }
        let (Some(person), true) = (person, errors.is_empty()) else { return Err(errors) };
        let nobody = PersonId(Uuid::nil()); // who it is is the act's to say
        Ok(Read {
            person,
            bond: Affiliation { person: nobody, kind, outside_key: Some(key), unit, span },
            has_unit: row.has("unit"),
            has_from: row.has("from_on"),
            has_until: row.has("until_on"),
            protected,
        })
    }

    fn verdict(&self, read: &Read) -> Verdict {
        match self.bonds.get(&(read.bond.kind, read.key())) {
            None => Verdict::New,
            Some(bond) => Difference::verdict(self.differences(bond, read)),
        }
    }

    fn differences(&self, bond: &Bond, read: &Read) -> Vec<Difference> {
        let after = read.after(bond);
        let mut all = vec![];
        Difference::note(&mut all, "unit", unit_name(&self.tree, bond.unit), unit_name(&self.tree, after.unit));
        Difference::note(&mut all, "from_on", day_text(bond.span.from_on()), day_text(after.span.from_on()));
        Difference::note(&mut all, "until_on", day_text(bond.span.until_on()), day_text(after.span.until_on()));
        if self.protects(bond, read) {
            Difference::note(&mut all, "protected", "", "×");
        }
        all
    }

    /// Whether the row protects somebody who is not protected yet.
    fn protects(&self, bond: &Bond, read: &Read) -> bool {
        read.protected && !self.protected.contains(&bond.person)
    }
}

/// Whether the row protects name and address: yes, in any of the portal's languages, or nothing. That needs somebody who
/// may see the person afterwards.
fn protected_of(row: &InputRow, has_trustees: bool, errors: &mut Vec<CellError>) -> bool {
    let Some(text) = row.some("protected") else { return false };
    let yes = ["yes", "ja", "x", "1", "true", "sann"].contains(&text.to_lowercase().as_str());
    let wrong = match (yes, has_trustees) {
        (true, true) => return true,
        (true, false) => PersonError::Trustless,
        (false, _) => PersonError::NoYes,
    };
    errors.push(CellError::told("protected", wrong));
    false
}

/// As what the row binds somebody: staff where it does not say, in any of the portal's languages.
fn kind_of(row: &InputRow) -> Option<AffiliationKind> {
    let Some(text) = row.some("kind") else { return Some(AffiliationKind::Staff) };
    let text = text.to_lowercase();
    AffiliationKind::ALL.into_iter().find(|kind| {
        let told = |lang| match kind {
            AffiliationKind::Staff => crate::words(lang).persons_staff().to_string(),
            AffiliationKind::Student => crate::words(lang).persons_student().to_string(),
        };
        kind.word() == text || Lang::ALL.into_iter().any(|lang| told(lang).to_lowercase() == text)
    })
}

/// Name, address and telephone. Whoever is new has a name.
fn person_of(row: &InputRow, is_new: bool, errors: &mut Vec<CellError>) -> Option<NewPerson> {
    let (given, family) = match (row.some("given_name"), row.some("family_name"), row.some("name")) {
        (None, None, Some(name)) => match name.split_once(',') {
            Some((family, given)) => (given.trim(), family.trim()),
            None => name.rsplit_once(' ').unwrap_or(("", name)),
        },
        (None, None, None) if !is_new => ("", row.text("number")), // not written: whoever is known keeps their name
        (given, family, _) => (given.unwrap_or_default(), family.unwrap_or_default()),
    };
    let column = if row.has("family_name") { "family_name" } else { "name" };
    let told = |column: &'static str, error: PersonError| CellError::told(column, error);
    let name = caught(PersonName::new(given, family).map_err(|error| told(column, error)), errors);
    let email = row.some("email").map(|email| Email::new(email).map_err(|error| told("email", error)));
    let phone = row.some("phone").map(|phone| Phone::new(phone).map_err(|error| told("phone", error)));
    let email = email.and_then(|email| caught(email, errors));
    let phone = phone.and_then(|phone| caught(phone, errors));
    Some(NewPerson { name: name?, email, phone, lang: None })
}
