//! What became of an import: written, taken back, or given up.

use askama::Template;
use kit::fault::{Fault, Kind};
use kit::format;
use kit::page::Page;
use kit::parts::{Alert, Reached, Receipt, Step, Timeline, Tone};
use kit::web::{Answer, App, Visit, show, show_with};

use super::super::actions;
use super::super::model::{Home, Import, State as Stage, Subject};
use super::importer_of;
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
    undo_action: Option<String>,
}

/// The receipt as it stands now.
pub async fn answer(app: &App, visit: &Visit, import: &Import) -> Answer {
    show(&page(app, visit, import, None).await?)
}

/// The receipt, with what stood in the way of undoing.
pub async fn refused(app: &App, visit: &Visit, import: &Import, fault: Fault) -> Answer {
    match fault.problem() {
        Some(problem) if matches!(problem.kind(), Kind::Conflict | Kind::Invalid) => {
            let told = problem.tell(visit.lang());
            show_with(axum::http::StatusCode::CONFLICT, &page(app, visit, import, Some(told)).await?)
        }
        _ => Err(fault),
    }
}

async fn page(app: &App, visit: &Visit, import: &Import, refused: Option<String>) -> Result<ReceiptPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let importer = importer_of(app, &import.kind)?;
    let look = async |tx: kit::db::Tx| {
        let (_, import) = actions::find(&tx, import.id).await?;
        let into = importer.subject(&tx, import.subject).await?;
        let zone = crate::organisations::find(&tx, import.owner).await?.zone;
        Ok((import, into, zone, tx.now()))
    };
    let (import, into, zone, now) = app.db().read(visit.actor(), look).await?;
    let at = |at: Option<base::Moment>| at.map(|at| format::moment_near(lang, zone, at, now)).unwrap_or_default();
    let (heading, lead) = match (import.state, into.can_be_undone) {
        (Stage::Undone, _) => (words.imports_undone_heading(), words.imports_undone_lead()),
        (Stage::Dropped, _) => (words.imports_dropped_heading(), words.imports_dropped_lead()),
        (Stage::Running, _) => (words.imports_running_heading(), words.imports_running_lead()),
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
        undo_action: can_undo.then(|| format!("/imports/{}/undo", import.id)),
        into,
    })
}
