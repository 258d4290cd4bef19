//! Several students at once: what would change is shown first, and nothing happens before it is confirmed.

use askama::Template;
use axum::extract::State;
use base::{PersonId, RoundId};
use kit::fault::Problem;
use kit::form::FormErrors;
use kit::page::Page;
use kit::parts::{Alert, Tag, Tone};
use kit::web::{Answer, App, Form, Path, Visit, see_other, show, show_again};
use people::persons;
use serde::Deserialize;

use crate::participants::actions;
use crate::participants::model::{AT_ONCE_MAX, Participant, ParticipantError};
use crate::{Words, rounds, sites};

#[derive(Template)]
#[template(path = "participants/bulk.html")]
struct BulkPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    errors: FormErrors,
    told: Option<Alert>,
    lines: Vec<Line>,
    /// How many would change
    count: usize,
}

/// One student and what would happen.
struct Line {
    person: PersonId,
    name: String,
    key: String,
    tag: Tag,
}

/// The students that are ticked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BulkForm {
    students: Vec<PersonId>,
}

/// What taking the ticked students out would change. Nothing is written.
pub async fn preview(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(form): Form<BulkForm>,
) -> Answer {
    let words = crate::words(visit.lang());
    let ticked = &form.students;
    let (round, found, names, seated) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let found = actions::find_many(&tx, &round, ticked).await?;
            let ids: Vec<PersonId> = found.iter().map(|student| student.person).collect();
            let names = persons::names(&tx, &ids).await?;
            let seated = sites::seated_among(&tx, &round, &ids).await?;
            Ok((round, found, names, seated))
        })
        .await?;
    let line = |student: &Participant| Line {
        person: student.person,
        name: names.get(&student.person).map(|name| name.family_first()).unwrap_or_default(),
        key: student.part.outside_key.clone(),
        tag: match (student.is_active(), seated.contains(&student.person)) {
            (false, _) => Tag::neutral(words.participants_bulk_stays()),
            (true, true) => Tag::warning(words.participants_bulk_frees()),
            (true, false) => Tag::info(words.participants_bulk_leaves()),
        },
    };
    let mut errors = FormErrors::none();
    if ticked.is_empty() || ticked.len() > AT_ONCE_MAX {
        errors.add("", ParticipantError::NoneChosen.tell(visit.lang()));
    }
    let page = BulkPage {
        page: visit.page(&app),
        words,
        round: id,
        name: round.plan().name().into(),
        told: round.announced_at().map(|_| Alert::new(Tone::Info, "", words.participants_bulk_told())),
        lines: found.iter().map(line).collect(),
        count: found.iter().filter(|student| student.is_active()).count(),
        errors,
    };
    if page.errors.is_empty() { show(&page) } else { show_again(&page) }
}

/// Takes the confirmed students out. All or none.
pub async fn take_out(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(form): Form<BulkForm>,
) -> Answer {
    let ticked = &form.students;
    if ticked.is_empty() || ticked.len() > AT_ONCE_MAX {
        return Err(ParticipantError::NoneChosen.into());
    }
    app.db()
        .write(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            actions::withdraw_many(&tx, &round, ticked).await
        })
        .await?;
    Ok(see_other(format!("/rounds/{id}/changes")))
}
