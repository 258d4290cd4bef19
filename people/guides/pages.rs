//! The guides of one's own roles.

pub mod addition;

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::OrganisationId;
use kit::page::Page;
use kit::web::{Answer, App, Visit, show};

use super::model::{Addition, Reader};
use super::{access, actions};
use crate::{Words, organisations};

#[derive(Template)]
#[template(path = "guides/guide.html")]
struct GuidePage {
    page: Page,
    words: &'static Words,
    guides: Vec<Guide>,
    may_extend: bool,
}

/// One role's guide.
struct Guide {
    reader: Reader,
    title: String,
    steps: Vec<(String, String)>,
    additions: Vec<(String, Addition)>,
}

/// The steps of a role, in the order in which they come up.
fn steps(words: &Words, reader: Reader) -> Vec<(String, String)> {
    match reader {
        Reader::Student => vec![
            (words.guides_student_rules(), words.guides_student_rules_text()),
            (words.guides_student_wishes(), words.guides_student_wishes_text()),
            (words.guides_student_result(), words.guides_student_result_text()),
            (words.guides_student_ask(), words.guides_student_ask_text()),
        ],
        Reader::Coordinator => vec![
            (words.guides_coordinator_see(), words.guides_coordinator_see_text()),
            (words.guides_coordinator_list(), words.guides_coordinator_list_text()),
            (words.guides_coordinator_write(), words.guides_coordinator_write_text()),
            (words.guides_coordinator_told(), words.guides_coordinator_told_text()),
        ],
        Reader::Administrator => vec![
            (words.guides_administrator_plan(), words.guides_administrator_plan_text()),
            (words.guides_administrator_bring(), words.guides_administrator_bring_text()),
            (words.guides_administrator_announce(), words.guides_administrator_announce_text()),
            (words.guides_administrator_allocate(), words.guides_administrator_allocate_text()),
            (words.guides_administrator_undo(), words.guides_administrator_undo_text()),
        ],
    }
}

/// What a reader is called.
pub(super) fn title(words: &Words, reader: Reader) -> String {
    match reader {
        Reader::Student => words.guides_student(),
        Reader::Coordinator => words.guides_coordinator(),
        Reader::Administrator => words.guides_administrator(),
    }
}

/// What one does with the portal, for each of one's roles.
pub async fn show_guide(State(app): State<App>, visit: Visit) -> Answer {
    let words = crate::words(visit.lang());
    let may_extend = access::may_extend(visit.actor()).is_ok();
    // Whoever extends guides sees them all: they write for the others too.
    let readers = if may_extend { Reader::ALL.to_vec() } else { Reader::of(visit.actor()) };
    let asked = &readers;
    let (additions, names) = app
        .db()
        .read(visit.actor(), async |tx| {
            let additions = actions::additions(&tx, asked).await?;
            let owners: Vec<OrganisationId> = additions.iter().map(|addition| addition.owner).collect();
            let found = organisations::find_many(&tx, &owners).await?;
            let names: HashMap<_, _> = found.into_iter().map(|one| (one.id, one.name)).collect();
            Ok((additions, names))
        })
        .await?;
    let guide = |reader: Reader| Guide {
        reader,
        title: title(words, reader),
        steps: steps(words, reader),
        additions: additions
            .iter()
            .filter(|addition| addition.reader == reader)
            .map(|addition| (names.get(&addition.owner).cloned().unwrap_or_default(), addition.clone()))
            .collect(),
    };
    let guides = readers.iter().copied().map(guide).collect();
    show(&GuidePage { page: visit.page(&app), words, guides, may_extend })
}
