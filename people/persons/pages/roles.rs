//! Roles of an organisation: who holds which, from when until when; giving, ending, and standing in.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{Date, Lang, OrganisationId, PersonId, RoleId, UnitId};
use kit::actor::Role;
use kit::db::Tx;
use kit::fault::Fault;
use kit::fields::{self, Choice, Field};
use kit::form::FormErrors;
use kit::format;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::{Empty, Tag};
use kit::table::{Cell, Filter, FilterOption, Row, Table};
use kit::table_out::{Format, TableOut};
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other, show, show_again};
use serde::Deserialize;

use super::super::access;
use super::super::actions::{self, register};
use super::super::model::{Narrowing, NewRole, PersonError, PersonName, RoleHeld};
use super::super::queries;
use super::forms::span_of;
use super::{person_href, role_word, span_tag, span_words, unit_word};
use crate::views::{self, Dressed};
use crate::{Words, looks, organisations};

/// A file holds at most this many roles.
const FILE_MAX: u64 = 100_000;
/// People offered at a time.
const OFFERED: u64 = 50;

#[derive(Template)]
#[template(path = "persons/roles.html")]
struct RolesPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    name: String,
    gives: bool,
    table: Dressed,
}

/// What the list of roles holds.
struct Seen {
    held: Vec<RoleHeld>,
    all: usize,
    names: Names,
    name: String,
    today: Date,
}

/// Everybody's roles, by unit.
pub async fn show_roles(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let path = format!("/organisations/{id}/roles");
    let list = List::new(path.as_str(), &query);
    let rows = (list.first() as u64, List::ROWS as u64);
    let look =
        async |tx: Tx| Ok((seen(&tx, id, &query, rows).await?, views::looks_at(&tx, "roles", id, &query).await?));
    let (seen, looks) = app.db().read(visit.actor(), look).await?;
    let row = |held: &RoleHeld| role_row(visit.lang(), id, held, &seen.names, seen.today);
    let table = roles_table(visit.lang(), id, &query, seen.all, seen.held.iter().map(row).collect());
    let xlsx = (seen.all > 0).then(|| list.href_of(&format!("{path}.xlsx")));
    show(&RolesPage {
        page: visit.page(&app),
        words: crate::words(visit.lang()),
        organisation: id,
        gives: visit.actor().stands_for(id).is_none(),
        table: looks.dress(visit.lang(), &path, &query, table, xlsx),
        name: seen.name,
    })
}

/// The same roles as a file, all of them.
pub async fn roles_file(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let words = crate::words(visit.lang());
    let seen = app.db().read(visit.actor(), async |tx| seen(&tx, id, &query, (0, FILE_MAX)).await).await?;
    let (units, people) = &seen.names;
    let mut file = TableOut::new([
        words.persons_list_name().to_string(),
        words.persons_deputy_for().to_string(),
        words.persons_field_role().to_string(),
        words.organisations_to().to_string(),
        words.persons_field_from().to_string(),
        words.persons_field_until().to_string(),
    ]);
    let name = |id: PersonId| people.get(&id).map(PersonName::family_first).unwrap_or_default();
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    for held in &seen.held {
        file.row([
            name(held.person),
            held.stands_for.map(name).unwrap_or_default(),
            role_word(words, held.role),
            unit_word(words, units, held.unit),
            day(held.span.from_on()),
            day(held.span.until_on()),
        ]);
    }
    let mut named: Vec<PersonId> = seen.held.iter().map(|held| held.person).collect();
    named.extend(seen.held.iter().filter_map(|held| held.stands_for));
    looks::note_file(&app, &visit, id, named.into_iter()).await?;
    let stem = format!("{} {}", words.persons_roles_title(), seen.name);
    file.answer(&stem, Format::of(&visit))
}

async fn seen(tx: &Tx, id: OrganisationId, query: &ListQuery, rows: (u64, u64)) -> Result<Seen, Fault> {
    let owner = access::may_see_people(tx.actor(), id)?.owner;
    let unit: Option<UnitId> = query.filter("unit").parse().ok();
    let units = match unit {
        Some(unit) => {
            Some(organisations::units_below(tx, owner, &[unit]).await?.into_iter().map(|one| one.1).collect())
        }
        None => None,
    };
    let (held, all) = register::roles_page(tx, id, (units, query.filter("standing") == "all"), rows).await?;
    let organisation = organisations::find(tx, id).await?;
    Ok(Seen {
        today: format::local_date(organisation.zone, tx.now()),
        name: organisation.name,
        names: names_of(tx, id, &held).await?,
        held,
        all: usize::try_from(all).unwrap_or(usize::MAX),
    })
}

/// A role as the page of its unit tells of it.
pub struct HeldHere {
    /// Who holds it
    pub name: String,
    /// Its page
    pub href: String,
    /// As what, from when until when, and whom a deputy stands in for
    pub told: String,
    /// Whether it holds or is to come
    pub tag: Tag,
}

/// Who holds a role on exactly this unit today or later, as far as the actor sees the people there: some of them, and how
/// many there are.
/// # Errors
/// As [`register::roles_page`].
pub async fn held_at(
    tx: &Tx,
    lang: Lang,
    id: OrganisationId,
    unit: UnitId,
    rows: u64,
) -> Result<(Vec<HeldHere>, usize), Fault> {
    let words = crate::words(lang);
    let (held, all) = register::roles_page(tx, id, (Some(vec![unit]), false), (0, rows)).await?;
    let (_, people) = names_of(tx, id, &held).await?;
    let today = organisations::today(tx, id).await?;
    let here = |held: &RoleHeld| {
        let whose = held.stands_for.and_then(|whose| people.get(&whose));
        let told = [
            role_word(words, held.role),
            span_words(words, lang, held.span),
            whose.map(|name| words.persons_stands_for(name.to_string())).unwrap_or_default(),
        ];
        HeldHere {
            name: people.get(&held.person).map(ToString::to_string).unwrap_or_default(),
            href: format!("/organisations/{id}/roles/{}", held.id),
            told: told.into_iter().filter(|told| !told.is_empty()).collect::<Vec<_>>().join(" · "),
            tag: span_tag(words, held.span, today),
        }
    };
    Ok((held.iter().map(here).collect(), usize::try_from(all).unwrap_or(usize::MAX)))
}

/// Whether the actor could give some role on this unit, in their own right.
pub fn gives_at(actor: &kit::actor::Actor, id: OrganisationId, unit: UnitId) -> bool {
    let could = |role| access::may_give(actor, id, role, Some(unit)).is_ok();
    actor.stands_for(id).is_none() && Role::ALL.into_iter().any(could)
}

/// Units and people that a list of roles names.
type Names = (HashMap<UnitId, String>, HashMap<PersonId, PersonName>);

fn role_row(lang: Lang, id: OrganisationId, held: &RoleHeld, (units, people): &Names, today: Date) -> Row {
    let words = crate::words(lang);
    let whose = held.stands_for.and_then(|whose| people.get(&whose));
    let cells = vec![
        Cell::Strong {
            text: people.get(&held.person).map(PersonName::family_first).unwrap_or_default(),
            href: Some(format!("/organisations/{id}/roles/{}", held.id)),
            note: whose.map(|name| words.persons_stands_for(name.to_string())),
        },
        Cell::Text(role_word(words, held.role)),
        Cell::Text(unit_word(words, units, held.unit)),
        Cell::Text(span_words(words, lang, held.span)),
        Cell::Tag(span_tag(words, held.span, today)),
    ];
    Row { cells, selected: false }
}

fn roles_table(lang: Lang, id: OrganisationId, query: &ListQuery, all: usize, rows: Vec<Row>) -> Table {
    let words = crate::words(lang);
    let list = List::new(format!("/organisations/{id}/roles"), query);
    let mut who = list.plain(words.persons_list_name());
    who.primary = true;
    let option = |value: &str, label: String| FilterOption {
        value: value.into(),
        label,
        selected: query.filter("standing") == value,
    };
    let mut kept = list.kept();
    if !query.filter("unit").is_empty() {
        kept.push(("unit".into(), query.filter("unit").into()));
    }
    Table {
        words: kit::words(lang),
        id: "roles".into(),
        caption: words.persons_roles_title().to_string(),
        count_text: words.persons_roles_count(all),
        columns: vec![
            who,
            list.named("role", words.persons_field_role()),
            list.named("unit", words.organisations_to()),
            list.named("when", words.persons_when()),
            list.named("state", words.organisations_state()),
        ],
        rows,
        filters: vec![Filter {
            name: "standing".into(),
            label: words.persons_filter_standing().to_string(),
            options: vec![
                option("", words.persons_roles_lasting().to_string()),
                option("all", words.persons_standing_all().to_string()),
            ],
        }],
        search: None,
        kept,
        clear_href: list.clear_href(),
        pages: list.pages(all, |from, to, all| words.persons_pages(from, to, all)),
        workbook_href: None,
        export_href: Some(list.href_of(&format!("/organisations/{id}/roles.csv"))),
        form: None,
        empty: Empty::new(words.persons_roles_empty(), words.persons_roles_empty_text()),
    }
}

async fn names_of(tx: &Tx, id: OrganisationId, held: &[RoleHeld]) -> Result<Names, Fault> {
    let owner = access::may_see_people(tx.actor(), id)?.owner;
    let units: Vec<UnitId> = held.iter().filter_map(|held| held.unit).collect();
    let people: Vec<PersonId> =
        held.iter().flat_map(|held| [Some(held.person), held.stands_for, held.given_by]).flatten().collect();
    Ok((organisations::unit_names(tx, owner, &units).await?, queries::names(tx, &people).await?))
}

#[derive(Template)]
#[template(path = "persons/role.html")]
struct RolePage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    title: String,
    person: (String, String),
    tag: Tag,
    facts: Vec<(String, String)>,
    close_href: Option<String>,
    depute_href: Option<String>,
}

/// One role.
pub async fn show_role(
    State(app): State<App>,
    visit: Visit,
    Path((id, role)): Path<(OrganisationId, RoleId)>,
) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let look = async |tx: Tx| {
        let held = register::role(&tx, id, role).await?;
        let names = names_of(&tx, id, std::slice::from_ref(&held)).await?;
        Ok((held, names, organisations::today(&tx, id).await?))
    };
    let (held, (units, people), today) = app.db().read(visit.actor(), look).await?;
    let name = |person: Option<PersonId>| person.and_then(|id| people.get(&id)).map(ToString::to_string);
    let could = access::may_give(visit.actor(), id, held.role, held.unit).is_ok();
    let is_mine = visit.actor().person_id() == Some(held.person);
    let lasts = held.span.lasts_on(today) && visit.actor().stands_for(id).is_none();
    let facts = [
        (words.persons_field_role(), Some(role_word(words, held.role))),
        (words.organisations_to(), Some(unit_word(words, &units, held.unit))),
        (words.persons_when(), Some(span_words(words, lang, held.span)).filter(|span| !span.is_empty())),
        (words.persons_deputy_for(), name(held.stands_for)),
        (words.persons_given_by(), name(held.given_by)),
    ];
    show(&RolePage {
        page: visit.page(&app),
        words,
        organisation: id,
        title: format!("{}, {}", role_word(words, held.role), unit_word(words, &units, held.unit)),
        person: (name(Some(held.person)).unwrap_or_default(), person_href(id, held.person)),
        tag: span_tag(words, held.span, today),
        facts: facts.into_iter().filter_map(|(label, value)| Some((label.to_string(), value?))).collect(),
        close_href: (lasts && could && !is_mine).then(|| format!("/organisations/{id}/roles/{role}/closure")),
        depute_href: (lasts && (could || is_mine) && held.stands_for.is_none())
            .then(|| format!("/organisations/{id}/roles/{role}/deputies")),
    })
}

/// Ends a role at once.
pub async fn close(
    State(app): State<App>,
    visit: Visit,
    Path((id, role)): Path<(OrganisationId, RoleId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| register::close_role(&tx, id, role).await).await?;
    Ok(see_other(format!("/organisations/{id}/roles")))
}

/// What the forms send.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RoleForm {
    /// Whose; an id
    holder: String,
    /// Which role
    kind: String,
    to: String,
    from_on: String,
    until_on: String,
}

/// Where the form comes from.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    person: String,
    to: String,
    q: String,
}

#[derive(Template)]
#[template(path = "persons/role_form.html")]
struct FormPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    title: String,
    lead: String,
    q: String,
    to: String,
    errors: FormErrors,
    fields: Vec<Field>,
    save: String,
}

/// The form of a role.
pub async fn ask_role(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let form = RoleForm { holder: asked.person.clone(), to: asked.to.clone(), ..RoleForm::default() };
    show(&role_page(&app, &visit, id, &asked.q, &form, FormErrors::none()).await?)
}

/// Gives a role.
pub async fn give(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<RoleForm>,
) -> Answer {
    let give = async |tx: Tx| {
        let tree = organisations::tree(&tx, id, None).await?;
        let person = form.holder.parse().map_err(|_| PersonError::NoChoice { field: "holder" })?;
        register::file(&tx, id, person).await?;
        let typed = form.to.trim();
        let new = NewRole {
            person,
            role: Role::from_word(&form.kind).ok_or(PersonError::NoChoice { field: "kind" })?,
            unit: if typed.is_empty() { None } else { Some(organisations::target_of(&tree, typed)?) },
            span: span_of(&form.from_on, &form.until_on)?,
        };
        actions::give_role(&tx, id, &new).await
    };
    match app.db().write(visit.actor(), give).await {
        Ok(_) => Ok(see_other(format!("/organisations/{id}/roles"))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&role_page(&app, &visit, id, "", &form, errors).await?)
        }
    }
}

/// Nobody is chosen before somebody chooses.
fn with_none(words: &Words, people: Vec<Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", words.persons_choose())).chain(people).collect()
}

/// People to choose from: those found, and the one chosen.
async fn offered(tx: &Tx, id: OrganisationId, q: &str, chosen: &str) -> Result<Vec<Choice>, Fault> {
    let narrowing = Narrowing { search: q.into(), ..Narrowing::default() };
    let (lines, _) = register::page(tx, id, &narrowing, (0, OFFERED)).await?;
    let mut people: Vec<_> = lines.into_iter().map(|line| line.person).collect();
    if let Ok(chosen) = chosen.parse::<PersonId>()
        && !people.iter().any(|person| person.id == chosen)
        && let Ok(file) = register::file(tx, id, chosen).await
    {
        people.insert(0, file.person);
    }
    let label = |person: &super::super::model::Person| match &person.email {
        Some(email) => format!("{} ({})", person.name, email.as_str()),
        None => person.name.to_string(),
    };
    Ok(people.iter().map(|person| Choice::new(person.id, label(person))).collect())
}

async fn role_page(
    app: &App,
    visit: &Visit,
    id: OrganisationId,
    q: &str,
    form: &RoleForm,
    errors: FormErrors,
) -> Result<FormPage, Fault> {
    let words = crate::words(visit.lang());
    let look = async |tx: Tx| {
        access::may_see_people(tx.actor(), id)?;
        Ok((organisations::tree(&tx, id, None).await?, offered(&tx, id, q, &form.holder).await?))
    };
    let (tree, people) = app.db().read(visit.actor(), look).await?;
    let mine = |role: &Role| visit.actor().has_at(*role, id);
    let kinds = Role::ALL.into_iter().filter(mine).map(|role| Choice::new(role.word(), role_word(words, role)));
    let mut fields = vec![
        fields::select("holder", words.persons_field_holder(), with_none(words, people))
            .value(&form.holder)
            .help(words.persons_field_holder_help())
            .error(errors.get("holder")),
        fields::select("kind", words.persons_field_role(), kinds.collect())
            .value(&form.kind)
            .help(words.persons_field_role_help())
            .error(errors.get("kind")),
        organisations::part_of(words, &tree, &form.to).error(errors.get("to")),
    ];
    fields.extend(days(words, form, &errors));
    Ok(FormPage {
        page: visit.page(app),
        words,
        organisation: id,
        title: words.persons_do_give().to_string(),
        lead: words.persons_give_lead().to_string(),
        q: q.into(),
        to: form.to.clone(),
        errors,
        fields,
        save: words.persons_give().to_string(),
    })
}

fn days(words: &Words, form: &RoleForm, errors: &FormErrors) -> [Field; 2] {
    [
        fields::date("from_on", words.persons_field_from())
            .value(&form.from_on)
            .help(words.persons_field_span_help())
            .error(errors.get("from_on")),
        fields::date("until_on", words.persons_field_until()).value(&form.until_on).error(errors.get("until_on")),
    ]
}

/// What the form of a deputy sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeputyForm {
    deputy: String,
    from_on: String,
    until_on: String,
}

/// The form of a deputy.
pub async fn ask_deputy(
    State(app): State<App>,
    visit: Visit,
    Path((id, role)): Path<(OrganisationId, RoleId)>,
    Query(asked): Query<Asked>,
) -> Answer {
    show(&deputy_page(&app, &visit, (id, role), &asked.q, &DeputyForm::default(), FormErrors::none()).await?)
}

/// Lets somebody stand in.
pub async fn depute(
    State(app): State<App>,
    visit: Visit,
    Path((id, role)): Path<(OrganisationId, RoleId)>,
    Form(form): Form<DeputyForm>,
) -> Answer {
    let depute = async |tx: Tx| {
        register::role(&tx, id, role).await?;
        let deputy = form.deputy.parse().map_err(|_| PersonError::NoDeputy)?;
        register::depute(&tx, id, role, deputy, span_of(&form.from_on, &form.until_on)?).await
    };
    match app.db().write(visit.actor(), depute).await {
        Ok(made) => Ok(see_other(format!("/organisations/{id}/roles/{made}"))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&deputy_page(&app, &visit, (id, role), "", &form, errors).await?)
        }
    }
}

async fn deputy_page(
    app: &App,
    visit: &Visit,
    (id, role): (OrganisationId, RoleId),
    q: &str,
    form: &DeputyForm,
    errors: FormErrors,
) -> Result<FormPage, Fault> {
    let words = crate::words(visit.lang());
    let look = async |tx: Tx| {
        let held = register::role(&tx, id, role).await?;
        let names = names_of(&tx, id, std::slice::from_ref(&held)).await?;
        Ok((offered(&tx, id, q, &form.deputy).await?, held, names, organisations::today(&tx, id).await?))
    };
    let (people, held, (_, names), today) = app.db().read(visit.actor(), look).await?;
    let whose = names.get(&held.person).map(ToString::to_string).unwrap_or_default();
    let from_on: Date = today;
    let days = RoleForm {
        from_on: if form.from_on.is_empty() { from_on.to_string() } else { form.from_on.clone() },
        until_on: form.until_on.clone(),
        ..RoleForm::default()
    };
    let mut fields = vec![
        fields::select("deputy", words.persons_field_deputy(), with_none(words, people))
            .value(&form.deputy)
            .help(words.persons_field_holder_help())
            .error(errors.get("deputy")),
    ];
    fields.extend(self::days(words, &days, &errors));
    Ok(FormPage {
        page: visit.page(app),
        words,
        organisation: id,
        title: words.persons_depute_title(whose),
        lead: words.persons_depute_lead().to_string(),
        q: q.into(),
        to: String::new(),
        errors,
        fields,
        save: words.persons_depute().to_string(),
    })
}
