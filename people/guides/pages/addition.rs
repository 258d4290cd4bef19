//! What an organisation adds to a guide. Two who edit at once both see what the other wrote.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::Lang;
use kit::fault::{Fault, Kind, Problem};
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Form, Query, Visit, refused_form, see_other, show, show_with};
use serde::Deserialize;

use super::super::actions;
use super::super::model::{Addition, BODY_CHARS_MAX, NewAddition, Reader, TITLE_CHARS_MAX};
use crate::{Words, organisations, persons};

#[derive(Template)]
#[template(path = "guides/addition.html")]
struct AdditionPage {
    page: Page,
    words: &'static Words,
    title: String,
    errors: FormErrors,
    form: AdditionForm,
    theirs: Option<Theirs>,
}

/// What somebody else saved in the meantime.
struct Theirs {
    addition: Addition,
    by: String,
    at: String,
}

impl AdditionPage {
    fn fields(&self) -> [Field; 2] {
        [
            fields::text("title", self.words.guides_title_field())
                .value(&self.form.title)
                .length_max(TITLE_CHARS_MAX)
                .error(self.errors.get("title")),
            fields::area("body", self.words.guides_body_field())
                .value(&self.form.body)
                .help(self.words.guides_body_help())
                .length_max(BODY_CHARS_MAX)
                .error(self.errors.get("body")),
        ]
    }
}

/// For whom the addition is.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    role: String,
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AdditionForm {
    reader: String,
    title: String,
    body: String,
    edition: i32,
}

/// The form with what stands.
pub async fn show_addition(State(app): State<App>, visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let reader = Reader::from_word(&asked.role).unwrap_or(Reader::Student);
    let found = app.db().read(visit.actor(), async |tx| actions::addition(&tx, reader).await).await?;
    let form = match found {
        Some(addition) => AdditionForm {
            reader: reader.word().into(),
            title: addition.title,
            body: addition.body,
            edition: addition.edition,
        },
        None => AdditionForm { reader: reader.word().into(), ..AdditionForm::default() },
    };
    show(&page(&app, &visit, reader, form, FormErrors::none(), None))
}

/// Saves it, unless somebody else has saved in the meantime: then both versions are shown, and nothing is lost.
pub async fn save(State(app): State<App>, visit: Visit, Form(form): Form<AdditionForm>) -> Answer {
    let lang = visit.lang();
    let reader = Reader::from_word(&form.reader).ok_or_else(|| refused_form("no such guide"))?;
    let saved = match NewAddition::new(reader, lang, &form.title, &form.body, form.edition) {
        Ok(new) => app.db().write(visit.actor(), async |tx| actions::save(&tx, &new).await).await,
        Err(problem) => Err(problem.into()),
    };
    let Err(fault) = saved else { return Ok(see_other("/guide")) };
    if fault.problem().map(Problem::kind) != Some(Kind::Conflict) {
        let errors = FormErrors::from_fault(lang, fault)?;
        return show_with(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, reader, form, errors, None));
    }
    let errors = FormErrors::from_fault(lang, fault)?;
    let theirs = theirs(&app, &visit, reader, lang).await?;
    // Saved once more, what was typed takes the place of what is shown beside it.
    let edition = theirs.as_ref().map_or(0, |theirs| theirs.addition.edition);
    let form = AdditionForm { edition, ..form };
    show_with(StatusCode::CONFLICT, &page(&app, &visit, reader, form, errors, theirs))
}

async fn theirs(app: &App, visit: &Visit, reader: Reader, lang: Lang) -> Result<Option<Theirs>, Fault> {
    app.db()
        .read(visit.actor(), async |tx| {
            let Some(addition) = actions::addition(&tx, reader).await? else { return Ok(None) };
            let zone = organisations::find(&tx, addition.owner).await?.zone;
            let by = persons::find(&tx, addition.by).await?.name.to_string();
            Ok(Some(Theirs { by, at: format::moment_near(lang, zone, addition.at, tx.now()), addition }))
        })
        .await
}

fn page(
    app: &App,
    visit: &Visit,
    reader: Reader,
    form: AdditionForm,
    errors: FormErrors,
    theirs: Option<Theirs>,
) -> AdditionPage {
    let words = crate::words(visit.lang());
    let title = words.guides_addition_title(super::title(words, reader));
    AdditionPage { page: visit.page(app), words, title, errors, form, theirs }
}
