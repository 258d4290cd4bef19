//! Asking what for, and showing what was told in confidence.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{PersonId, RoundId};
use kit::db::Tx;
use kit::fault::{Fault, Problem};
use kit::fields::{self, Choice, Choices};
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Form, Path, Visit, show, show_with};
use people::persons;
use serde::Deserialize;

use super::actions;
use super::model::{Kept, Opened, Why};
use crate::Words;
use crate::allocation::Ground;
use crate::rounds;

#[derive(Template)]
#[template(path = "confidences/confidence.html")]
struct ConfidencePage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    round_name: String,
    person: PersonId,
    name: String,
    kept: Vec<String>,
    may_open: bool,
    opened: Option<Vec<OpenedLine>>,
    why: String,
    errors: FormErrors,
}

struct OpenedLine {
    ground: String,
    note: String,
    reason: String,
}

/// What it is opened for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WhyForm {
    why: String,
}

impl ConfidencePage {
    fn field(&self) -> Choices {
        let lang = self.page.language();
        let choice = |why: Why| Choice::new(why.word(), why.tell(lang));
        fields::choices("why", self.words.confidences_why(), Why::ALL.map(choice).into())
            .value(&self.why)
            .help(self.words.confidences_why_help())
            .error(self.errors.get("why"))
    }
}

/// GET /rounds/{round}/students/{person}/confidence
pub async fn ask(State(app): State<App>, visit: Visit, Path(at): Path<(RoundId, PersonId)>) -> Answer {
    let page = visit.page(&app);
    let read = async |tx| view(&tx, &page, at, "", FormErrors::none()).await;
    show(&app.db().read(visit.actor(), read).await?)
}

/// POST /rounds/{round}/students/{person}/confidence: opens what is kept, and shows it once.
pub async fn open(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<(RoundId, PersonId)>,
    Form(form): Form<WhyForm>,
) -> Answer {
    let (lang, page) = (visit.lang(), visit.page(&app));
    let why = match Why::from_word(&form.why) {
        Ok(why) => why,
        Err(wrong) => {
            let mut errors = FormErrors::none();
            errors.add("why", wrong.tell(lang));
            let read = async |tx| view(&tx, &page, at, &form.why, errors.clone()).await;
            let again = app.db().read(visit.actor(), read).await?;
            return show_with(StatusCode::UNPROCESSABLE_ENTITY, &again);
        }
    };
    let open = async |tx: Tx| {
        let opened = actions::open(&tx, at.0, at.1, why).await?;
        let mut shown = view(&tx, &page, at, "", FormErrors::none()).await?;
        shown.opened = Some(told(&tx, lang, at.0, &opened).await?);
        Ok(shown)
    };
    show(&app.db().write(visit.actor(), open).await?)
}

async fn view(
    tx: &Tx,
    page: &Page,
    (round, person): (RoundId, PersonId),
    why: &str,
    errors: FormErrors,
) -> Result<ConfidencePage, Fault> {
    let (lang, words) = (page.language(), crate::words(page.language()));
    let (found, kept, may_open) = actions::kept(tx, round, person).await?;
    let zone = rounds::zone_of(tx, &found).await?;
    let by: Vec<PersonId> = kept.iter().filter_map(|kept| kept.by).chain([person]).collect();
    let names = persons::names(tx, &by).await?;
    let line = |kept: &Kept| {
        let at = format::moment_with_year(lang, zone, kept.at);
        match kept.by.and_then(|by| names.get(&by)) {
            Some(by) => words.confidences_kept_by(at, by.to_string()).to_string(),
            None => at,
        }
    };
    Ok(ConfidencePage {
        page: page.clone(),
        words,
        round,
        round_name: found.plan().name().to_owned(),
        person,
        name: names.get(&person).map(ToString::to_string).unwrap_or_default(),
        kept: kept.iter().map(line).collect(),
        may_open,
        opened: None,
        why: why.to_owned(),
        errors,
    })
}

async fn told(tx: &Tx, lang: base::Lang, round: RoundId, opened: &[Opened]) -> Result<Vec<OpenedLine>, Fault> {
    let words = crate::words(lang);
    let round = rounds::find(tx, round).await?;
    let zone = rounds::zone_of(tx, &round).await?;
    let line = |one: &Opened| {
        let note = format::moment_with_year(lang, zone, one.kept.at);
        match &one.told {
            Some(told) => OpenedLine {
                ground: match Ground::from_word(&told.ground) {
                    Some(ground) => ground.tell(lang),
                    None => words.confidences_refused().to_string(),
                },
                note,
                reason: told.reason.clone(),
            },
            None => OpenedLine { ground: words.confidences_destroyed().to_string(), note, reason: String::new() },
        }
    };
    Ok(opened.iter().map(line).collect())
}
