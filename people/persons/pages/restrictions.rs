//! Putting data away and bringing it back, and whose data is put away.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{OrganisationId, PersonId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other, show, show_again};
use serde::Deserialize;

use super::super::actions::{register, restrictions};
use super::super::model::REASON_CHARS_MAX;
use super::super::queries;
use super::person_href;
use crate::Words;
use crate::organisations;

/// People on one page.
const PAGE: u64 = 50;

#[derive(Template)]
#[template(path = "persons/restriction.html")]
struct RestrictionPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    person: PersonId,
    name: String,
    since: Option<String>,
    ends: Option<String>,
    is_key_gone: bool,
    has_address: bool,
    facts: Vec<(String, String)>,
    reason: String,
    errors: FormErrors,
}

impl RestrictionPage {
    fn field(&self) -> Field {
        fields::area("reason", self.words.persons_restrict_reason())
            .value(&self.reason)
            .help(self.words.persons_restrict_reason_help())
            .error(self.errors.get("reason"))
            .length_max(REASON_CHARS_MAX)
            .required()
    }
}

/// Why data is put away.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RestrictForm {
    reason: String,
}

/// The form; or what is put away, for administration.
pub async fn ask(State(app): State<App>, visit: Visit, Path(at): Path<(OrganisationId, PersonId)>) -> Answer {
    show(&page_of(&app, &visit, at, "", FormErrors::none()).await?)
}

async fn page_of(
    app: &App,
    visit: &Visit,
    (id, person): (OrganisationId, PersonId),
    reason: &str,
    errors: FormErrors,
) -> Result<RestrictionPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let look = async |tx: Tx| {
        let restriction = restrictions::restriction_of(&tx, id, person).await?;
        let file = register::file(&tx, id, person).await?;
        let by: Vec<PersonId> = restriction.iter().filter_map(|(found, _)| found.by).collect();
        let names = queries::names(&tx, &by).await?;
        Ok((restriction, file, names, organisations::find(&tx, id).await?))
    };
    let (restriction, file, names, home) = app.db().read(visit.actor(), look).await?;
    let mut made = RestrictionPage {
        page: visit.page(app),
        words,
        organisation: id,
        person,
        name: file.person.name.to_string(),
        since: None,
        ends: None,
        is_key_gone: false,
        has_address: file.person.email.is_some(),
        facts: vec![],
        reason: reason.to_owned(),
        errors,
    };
    if let Some((found, away)) = restriction {
        let by = found.by.and_then(|by| names.get(&by)).map(ToString::to_string).unwrap_or_default();
        made.since = Some(words.persons_restricted_since(format::moment_with_year(lang, home.zone, found.at), by));
        let ends = found.lifts_at.map(|at| format::moment_with_year(lang, home.zone, at));
        made.ends = ends.map(|at| words.persons_restrict_ends(at));
        let Some(away) = away else { return Ok(RestrictionPage { is_key_gone: true, ..made }) };
        made.name = away.name();
        // Whose address is protected shows it to trustees alone; the mail finds it.
        made.has_address = away.email.is_some() || away.protection.is_some();
        let known = |value: Option<String>| value.unwrap_or_else(|| words.persons_unknown().to_string());
        made.facts = vec![
            (words.persons_field_email().to_string(), known(away.email)),
            (words.persons_field_phone().to_string(), known(away.phone)),
            (words.persons_restrict_reason().to_string(), away.reason),
        ];
    }
    Ok(made)
}

/// Puts data away.
pub async fn restrict(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Form(form): Form<RestrictForm>,
) -> Answer {
    let restrict = async |tx| restrictions::restrict(&tx, id, person, &form.reason).await;
    match app.db().write(visit.actor(), restrict).await {
        Ok(()) => Ok(see_other(person_href(id, person))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&page_of(&app, &visit, (id, person), &form.reason, errors).await?)
        }
    }
}

/// Says that data comes back a day from now, and tells the person.
pub async fn lift(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| restrictions::announce_lifting(&tx, id, person).await).await?;
    Ok(see_other(format!("{}/restriction", person_href(id, person))))
}

/// Lets a restriction last whose end was announced.
pub async fn keep(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| restrictions::keep(&tx, id, person).await).await?;
    Ok(see_other(format!("{}/restriction", person_href(id, person))))
}

#[derive(Template)]
#[template(path = "persons/restrictions.html")]
struct RestrictionsPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    name: String,
    lines: Vec<Line>,
    newer: Option<u64>,
    older: Option<u64>,
}

struct Line {
    number: String,
    since: String,
    href: String,
}

/// Which page of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    page: u64,
}

/// Whose data is put away, by their numbers: a list shows no names.
pub async fn show_restrictions(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let (lang, words, number) = (visit.lang(), crate::words(visit.lang()), query.page.clamp(1, 10_000));
    let look = async |tx: Tx| {
        let (found, count) = restrictions::page(&tx, id, ((number - 1) * PAGE, PAGE)).await?;
        let owner = super::super::access::may_restrict(tx.actor(), id)?;
        let people: Vec<PersonId> = found.iter().map(|one| one.person).collect();
        let by: Vec<PersonId> = found.iter().filter_map(|one| one.by).collect();
        let bonds = queries::register::bonds_of(&tx, owner, &people).await?;
        let names = queries::names(&tx, &by).await?;
        Ok((found, count, bonds, names, organisations::find(&tx, id).await?))
    };
    let (found, count, bonds, names, home) = app.db().read(visit.actor(), look).await?;
    let mut numbers: HashMap<PersonId, Vec<String>> = HashMap::new();
    for bond in bonds {
        numbers.entry(bond.person).or_default().extend(bond.outside_key);
    }
    let lines = found.iter().map(|one| {
        let by = one.by.and_then(|by| names.get(&by)).map(ToString::to_string).unwrap_or_default();
        let known = numbers.remove(&one.person).unwrap_or_default().join(", ");
        Line {
            number: if known.is_empty() { words.persons_unknown().to_string() } else { known },
            since: words.persons_restricted_since(format::moment_with_year(lang, home.zone, one.at), by),
            href: format!("{}/restriction", person_href(id, one.person)),
        }
    });
    show(&RestrictionsPage {
        lines: lines.collect(),
        page: visit.page(&app),
        words,
        organisation: id,
        name: home.name,
        newer: (number > 1).then(|| number - 1),
        older: (number * PAGE < count).then_some(number + 1),
    })
}
