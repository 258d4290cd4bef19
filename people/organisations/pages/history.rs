//! What was and will be done to the units of an organisation, and taking a plan back.

use askama::Template;
use axum::extract::State;
use base::{OrganisationId, UnitChangeId};
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::Empty;
use kit::table::{Action, Cell, Row, Table};
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other, show};

use super::super::access;
use super::super::actions::units;
use super::super::model::{ChangeState, UnitChange};
use super::{tag_of, told, unit_href, word_of};
use crate::{Words, persons};

#[derive(Template)]
#[template(path = "organisations/history.html")]
struct HistoryPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    table: Table,
}

/// Every change, the latest day first.
pub async fn show_history(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let list = List::new(format!("/organisations/{id}/history"), &query);
    let first = list.first() as u64;
    let look = async |tx: kit::db::Tx| {
        let tree = units::tree(&tx, id, None).await?;
        let (changes, all) = units::history_page(&tx, id, first, List::ROWS as u64).await?;
        let names: Vec<_> = changes.iter().filter_map(|change| change.by).collect();
        Ok((tree, changes, all, persons::names(&tx, &names).await?, access::may_keep_units(tx.actor(), id).is_ok()))
    };
    let (tree, changes, all, names, keeps) = app.db().read(visit.actor(), look).await?;
    let row = |change: &UnitChange| {
        let by = change.by.and_then(|by| names.get(&by)).map(ToString::to_string).unwrap_or_default();
        let what = told(words, &tree, change);
        let withdraw = Action {
            label: words.organisations_withdraw().to_string(),
            href: format!("/organisations/{id}/plans/{}/withdrawal", change.id),
            post: true,
            hidden_context: what.clone(),
        };
        let can = keeps && change.state == ChangeState::Planned;
        let cells = vec![
            Cell::Strong {
                text: what,
                href: Some(unit_href(id, change.unit)),
                note: Some(change.note.clone()).filter(|note| !note.is_empty()),
            },
            Cell::Text(word_of(lang, change.from_on)),
            Cell::Text(by),
            Cell::Tag(tag_of(words, change.state)),
            Cell::Actions(if can { vec![withdraw] } else { vec![] }),
        ];
        Row { cells, selected: false }
    };
    let mut what = list.plain(words.organisations_what());
    what.primary = true;
    let all = usize::try_from(all).unwrap_or(usize::MAX);
    let table = Table {
        words: kit::words(lang),
        id: "changes".into(),
        caption: words.organisations_history().to_string(),
        count_text: words.organisations_changes(all),
        columns: vec![
            what,
            list.plain(words.organisations_field_from()),
            list.plain(words.organisations_by()),
            list.plain(words.organisations_state()),
            list.plain(""),
        ],
        rows: changes.iter().map(row).collect(),
        filters: vec![],
        search: None,
        kept: list.kept(),
        clear_href: list.clear_href(),
        pages: list.pages(all, |from, to, all| words.organisations_pages(from, to, all)),
        workbook_href: None,
        export_href: None,
        form: None,
        empty: Empty::new(words.organisations_changes_none(), words.organisations_changes_none_text()),
    };
    show(&HistoryPage { page: visit.page(&app), words, organisation: id, table })
}

/// Takes a plan back.
pub async fn withdraw(
    State(app): State<App>,
    visit: Visit,
    Path((id, plan)): Path<(OrganisationId, UnitChangeId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    let withdrawn = app.db().write(visit.actor(), async |tx| units::withdraw(&tx, id, plan).await).await?;
    Ok(see_other(unit_href(id, withdrawn.unit)))
}
