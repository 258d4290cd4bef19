//! Several people of the register at once: what would happen is shown first, and nothing happens before it is confirmed.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{Lang, OrganisationId, PersonId};
use kit::db::Tx;
use kit::fault::{Fault, Problem};
use kit::form::FormErrors;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::{Empty, Tag};
use kit::table::{Cell, Column, Row, Table};
use kit::web::{Answer, App, Form, Path, Visit, see_other, show, show_again, show_with};
use serde::Deserialize;

use super::super::access;
use super::super::actions::many::{self, Chosen};
use super::super::model::PersonError;
use super::person_href;
use super::register::{Told, bonds, roles};
use crate::{Words, organisations};

/// Those who are ticked in the register.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ManyForm {
    people: Vec<PersonId>,
}

#[derive(Template)]
#[template(path = "persons/departures.html")]
struct DeparturesPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    errors: FormErrors,
    leaving: Vec<PersonId>,
    table: Table,
}

/// One of the chosen as the page tells of them.
pub struct ChosenRow {
    /// Who
    pub person: PersonId,
    /// How they are called, family name first
    pub name: String,
    /// What is worth knowing before it is confirmed
    pub what: String,
    /// What would happen
    pub tag: Tag,
}

/// The chosen and what would happen to each.
pub fn chosen_table(
    words: &'static Words,
    lang: Lang,
    id: OrganisationId,
    what: String,
    rows: Vec<ChosenRow>,
) -> Table {
    let query = ListQuery::default();
    let list = List::new(format!("/organisations/{id}/people"), &query);
    let count_text = words.persons_count(rows.len());
    let row = |row: ChosenRow| Row {
        cells: vec![
            Cell::Strong { text: row.name, href: Some(person_href(id, row.person)), note: None },
            Cell::Text(row.what),
            Cell::Tag(row.tag),
        ],
        selected: false,
    };
    Table {
        words: kit::words(lang),
        id: "chosen".into(),
        caption: words.persons_title().to_string(),
        count_text,
        columns: vec![
            Column { primary: true, ..list.plain(words.persons_list_name()) },
            list.plain(what),
            list.plain(words.persons_many_what()),
        ],
        rows: rows.into_iter().map(row).collect(),
        filters: vec![],
        search: None,
        kept: vec![],
        clear_href: None,
        pages: kit::table::Pages::default(),
        export_href: None,
        workbook_href: None,
        form: None,
        empty: Empty::new(words.persons_none_found(), words.persons_many_none(super::super::model::AT_ONCE_MAX)),
    }
}

/// What letting these people go would end. Nothing is written.
pub async fn preview(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<ManyForm>,
) -> Answer {
    let page = page(&app, &visit, id, &form).await?;
    if page.errors.is_empty() { show(&page) } else { show_again(&page) }
}

async fn page(app: &App, visit: &Visit, id: OrganisationId, form: &ManyForm) -> Result<DeparturesPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let look = async |tx: Tx| {
        let owner = access::may_see_people(tx.actor(), id)?.owner;
        let today = organisations::today(&tx, id).await?;
        let chosen = many::chosen(&tx, id, &form.people).await?;
        let told = Told::of(&tx, owner, today, chosen.iter().map(|one| &one.line), None).await?;
        Ok((chosen, told))
    };
    let mut errors = FormErrors::none();
    let (chosen, told) = match app.db().read(visit.actor(), look).await {
        Ok((chosen, told)) => (chosen, Some(told)),
        Err(fault) => {
            errors = FormErrors::from_fault(lang, fault)?;
            (vec![], None)
        }
    };
    let row = |one: &Chosen, told: &Told| {
        let ends = [bonds(words, told, &one.line), roles(words, told, &one.line)];
        ChosenRow {
            person: one.line.person.id,
            name: one.line.person.name.family_first(),
            what: ends.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            tag: tag(words, one),
        }
    };
    let rows = chosen.iter().filter_map(|one| Some(row(one, told.as_ref()?))).collect();
    Ok(DeparturesPage {
        page: visit.page(app),
        words,
        organisation: id,
        leaving: chosen.iter().filter(|one| one.leaves()).map(|one| one.line.person.id).collect(),
        table: chosen_table(words, lang, id, words.persons_many_ends().to_string(), rows),
        errors,
    })
}

fn tag(words: &Words, one: &Chosen) -> Tag {
    match one {
        Chosen { lasts: false, .. } => Tag::neutral(words.persons_many_left()),
        Chosen { may_change: false, .. } => Tag::neutral(words.persons_many_above()),
        Chosen { operates: true, .. } => Tag::neutral(words.persons_many_operates()),
        _ => Tag::warning(words.persons_many_leaves()),
    }
}

/// Lets the confirmed people go, all or none. When one of them would not leave any more, all are shown again.
pub async fn let_go(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<ManyForm>,
) -> Answer {
    match app.db().write(visit.actor(), async |tx| many::let_go(&tx, id, &form.people).await).await {
        Ok(()) => Ok(see_other(format!("/organisations/{id}/people?standing=left"))),
        Err(fault) if fault.problem().is_some_and(|problem| problem.name() == PersonError::ChosenChanged.name()) => {
            let mut page = page(&app, &visit, id, &form).await?;
            page.errors.add("", PersonError::ChosenChanged.tell(visit.lang()));
            show_with(StatusCode::CONFLICT, &page)
        }
        Err(fault) => Err(fault),
    }
}
