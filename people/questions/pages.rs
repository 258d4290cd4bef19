//! What one is asked about one's own file, and the tasks of the room.

pub mod office;

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{Lang, LookId, OrganisationId, PersonId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::parts::{Icon, Tone};
use kit::web::{Answer, App, Form, Path, Visit, see_other, show, show_again};
use serde::Deserialize;

use super::model::{Answered, Outcome, Question, QuestionError};
use super::{access, actions, queries};
use crate::Words;
use crate::looks::model::page_of;
use crate::organisations::{self, Organisation};
use crate::overview::Task;
use crate::persons::{self, PersonName};

#[derive(Template)]
#[template(path = "questions/own.html")]
struct OwnPage {
    page: Page,
    words: &'static Words,
    errors: FormErrors,
    open: Vec<OpenLine>,
    past: Vec<PastLine>,
}

struct OpenLine {
    id: LookId,
    told: String,
    words: String,
}

struct PastLine {
    told: String,
    answer: String,
    outcome: String,
}

/// What is typed as an answer.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AnswerForm {
    answer: String,
    words: String,
}

/// `GET /me/questions`
pub async fn own(State(app): State<App>, visit: Visit) -> Answer {
    show(&page(&app, &visit, None, FormErrors::none()).await?)
}

/// `POST /me/questions/{question}/answer`
pub async fn answer(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<LookId>,
    Form(form): Form<AnswerForm>,
) -> Answer {
    let chosen = Answered::from_word(&form.answer).ok_or(QuestionError::NoChoice { field: "answer" });
    let done = match chosen {
        Ok(chosen) => actions::answer(app.db(), visit.actor(), id, (chosen, &form.words)).await,
        Err(error) => Err(error.into()),
    };
    match done {
        Ok(()) => Ok(see_other("/me/questions")),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&page(&app, &visit, Some((id, &form)), errors).await?)
        }
    }
}

/// Names and places that questions mention.
struct Named {
    names: HashMap<PersonId, PersonName>,
    places: Vec<Organisation>,
}

impl Named {
    async fn of(tx: &Tx, questions: &[Question]) -> Result<Self, Fault> {
        let people: Vec<PersonId> =
            questions.iter().flat_map(|question| [question.look.by, question.look.person]).collect();
        let mut at: Vec<OrganisationId> = questions.iter().map(|question| question.owner).collect();
        at.sort();
        at.dedup();
        Ok(Self { names: persons::names(tx, &people).await?, places: organisations::find_many(tx, &at).await? })
    }

    fn name(&self, person: PersonId) -> String {
        self.names.get(&person).map(ToString::to_string).unwrap_or_default()
    }

    fn at(&self, lang: Lang, question: &Question) -> String {
        let zone =
            self.places.iter().find(|place| place.id == question.owner).map_or(chrono_tz::UTC, |place| place.zone);
        format::moment_with_year(lang, zone, question.look.at)
    }

    fn place(&self, question: &Question) -> String {
        let place = self.places.iter().find(|place| place.id == question.owner);
        place.map(|place| place.name.clone()).unwrap_or_default()
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    typed: Option<(LookId, &AnswerForm)>,
    errors: FormErrors,
) -> Result<OwnPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let look = async |tx: Tx| {
        let questions = queries::own(&tx, access::own(tx.actor())?).await?;
        let named = Named::of(&tx, &questions).await?;
        Ok((questions, named))
    };
    let (questions, named) = app.db().read(visit.actor(), look).await?;
    let told = |question: &Question| {
        let what = words.looks_what(page_of(&question.look.what)).to_string();
        words.questions_told(named.name(question.look.by), named.place(question), named.at(lang, question), what)
    };
    let open = |question: &Question| OpenLine {
        id: question.look.id,
        told: told(question),
        words: typed.filter(|(id, _)| *id == question.look.id).map(|(_, form)| form.words.clone()).unwrap_or_default(),
    };
    let past = |question: &Question| PastLine {
        told: told(question),
        answer: match question.answer {
            Some(Answered::Expected) => words.questions_was_expected().to_string(),
            Some(Answered::Queried) => words.questions_was_queried().to_string(),
            None => words.questions_was_unanswered().to_string(),
        },
        outcome: outcome_of(words, question),
    };
    Ok(OwnPage {
        page: visit.page(app),
        words,
        errors,
        open: questions.iter().filter(|question| question.is_open()).map(open).collect(),
        past: questions.iter().filter(|question| !question.is_open()).map(past).collect(),
    })
}

fn outcome_word(words: &Words, outcome: Outcome) -> String {
    match outcome {
        Outcome::Entitled => words.questions_entitled(),
        Outcome::NotEntitled => words.questions_not_entitled(),
    }
    .to_string()
}

fn outcome_of(words: &Words, question: &Question) -> String {
    match question.outcome {
        Some(outcome) => format!("{}: {}", outcome_word(words, outcome), question.reason),
        None if question.answer == Some(Answered::Queried) => words.questions_waits().to_string(),
        None => String::new(),
    }
}

/// Questions to answer, and those to look into, for the overview.
/// # Errors
/// What the database answers.
pub async fn tasks(tx: &Tx, lang: Lang) -> Result<Vec<Task>, Fault> {
    let words = crate::words(lang);
    let task = |title: String, action: String, href: String, tone| Task {
        title,
        text: String::new(),
        due_at: None,
        due: String::new(),
        action,
        href,
        icon: Icon::Shield,
        tone,
    };
    let mut tasks = vec![];
    let oneself = access::own(tx.actor())?;
    let mine = queries::count_own(tx, oneself).await?;
    if mine > 0 {
        let (title, action) = (words.questions_task(mine), words.questions_task_do().to_string());
        tasks.push(task(title, action, "/me/questions".into(), Tone::Info));
    }
    for owner in access::settles_at(tx.actor()) {
        let count = queries::count_unsettled(tx, owner, oneself).await?;
        if count > 0 {
            let (title, action) = (words.questions_task_office(count), words.questions_task_office_do().to_string());
            tasks.push(task(title, action, format!("/organisations/{}/questions", owner.id()), Tone::Warning));
        }
    }
    Ok(tasks)
}
