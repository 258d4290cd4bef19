//! What became of an import: written, taken back, or given up.

use askama::Template;
use kit::fault::{Fault, Kind};
use kit::format;
use kit::list::ListQuery;
use kit::page::Page;
use kit::parts::{Alert, Reached, Receipt, Step, Timeline, Tone};
use kit::table::Table;
use kit::web::{Answer, App, Visit, show, show_with};

use super::super::actions;
use super::super::model::{Home, Import, State as Stage, Subject};
use super::importer_of;
use super::undo::stayed_table;
use crate::Words;

#[derive(Template)]
#[template(path = "imports/receipt.html")]
struct ReceiptPage {
    page: Page,
    words: &'static Words,
    into: Subject,
    title: String,
    again_href: String,
    receipt: Receipt,
    refused: Option<Alert>,
    stays: Option<Table>,
    undo_href: Option<String>,
}

/// The receipt as it stands now.
pub async fn answer(app: &App, visit: &Visit, import: &Import, query: &ListQuery) -> Answer {
    show(&page(app, visit, import, query, None).await?)
}

/// The receipt, with what stood in the way of undoing.
pub async fn refused(app: &App, visit: &Visit, import: &Import, fault: Fault) -> Answer {
    match fault.problem() {
        Some(problem) if matches!(problem.kind(), Kind::Conflict | Kind::Invalid) => {
            let told = problem.tell(visit.lang());
            let query = ListQuery::default();
            show_with(axum::http::StatusCode::CONFLICT, &page(app, visit, import, &query, Some(told)).await?)
        }
        _ => Err(fault),
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    import: &Import,
    query: &ListQuery,
    refused: Option<String>,
) -> Result<ReceiptPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let importer = importer_of(app, &import.kind)?;
    let look = async |tx: kit::db::Tx| {
        let (_, import) = actions::find(&tx, import.id).await?;
        let into = importer.subject(&tx, import.subject).await?;
        let zone = crate::organisations::find(&tx, import.owner).await?.zone;
        // Of an import that is taken back, what stayed; of another one the page before undoing tells.
        let stays = match import.state {
            Stage::Undone => actions::undoing(&tx, importer, import.id, lang).await?.unwrap_or_default().stays,
            _ => vec![],
        };
        Ok((import, into, stays, zone, tx.now()))
    };
    let (import, into, stays, zone, now) = app.db().read(visit.actor(), look).await?;
    let at = |at: Option<base::Moment>| at.map(|at| format::moment_near(lang, zone, at, now)).unwrap_or_default();
    let (heading, lead) = match (import.state, into.can_be_undone) {
        (Stage::Undone, _) if !stays.is_empty() => {
            (words.imports_undone_heading(), words.imports_undone_part(stays.len()))
        }
        (Stage::Undone, _) => (words.imports_undone_heading(), words.imports_undone_lead()),
        (Stage::Dropped, _) => (words.imports_dropped_heading(), words.imports_dropped_lead()),
        (Stage::Running, _) => (words.imports_running_heading(), words.imports_running_lead()),
        (_, true) if importer.undo_help(lang).is_some() => {
            (words.imports_receipt_heading(import.counts.ready()), words.imports_receipt_undo_part())
        }
        (_, true) => (words.imports_receipt_heading(import.counts.ready()), words.imports_receipt_undo_lead()),
        (_, false) => (words.imports_receipt_heading(import.counts.ready()), words.imports_receipt_kept_lead()),
    };
    let mut facts = vec![(words.imports_receipt_file(), import.file_name.clone())];
    if import.done_at.is_some() {
        facts.push((words.imports_receipt_when(), at(import.done_at)));
        facts.push((words.imports_new(), format::number(lang, import.counts.new as i64)));
        facts.push((words.imports_changed(), format::number(lang, import.counts.changed as i64)));
    }
    if import.undone_at.is_some() {
        facts.push((words.imports_undone_when(), at(import.undone_at)));
        let back = import.counts.ready().saturating_sub(stays.len());
        facts.push((words.imports_undone_back(), format::number(lang, back as i64)));
    }
    facts.push((words.imports_receipt_reference(), import.id.to_string()));
    let next = match import.state {
        Stage::Done => vec![Step::new(words.imports_receipt_see(), "", Reached::Now).to(into.rows_href.clone())],
        _ => vec![],
    };
    let can_undo = import.state == Stage::Done && into.can_be_undone;
    Ok(ReceiptPage {
        page: visit.page(app),
        words,
        title: importer.title(lang),
        again_href: format!("{}?kind={}", Home::of(&import.kind).new_href(import.subject), import.kind),
        receipt: Receipt {
            heading,
            lead: lead.to_string(),
            facts,
            next_heading: words.imports_receipt_next(),
            next: Timeline(next),
        },
        refused: refused.map(|told| Alert::new(Tone::Danger, "", told)),
        stays: stayed_table(lang, &import, query, &stays),
        undo_href: can_undo.then(|| format!("/imports/{}/undo", import.id)),
        into,
    })
}
