//! A new round, one step at a time. Each step is kept as it is left; the round is made at the end, when all of it is right.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{DraftId, Lang, Moment};
use kit::db::Tx;
use kit::drafts::{self, Draft, Fields};
use kit::fault::{Fault, NotFound, Problem};
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::parts::{Reached, Step as StairStep, Steps, Wizard};
use kit::web::{Answer, App, Form, NoFields, Path, Visit, refused_form, see_other, show, show_with};
use people::organisations;

use super::setup::{self, SetupForm, Shown};
use crate::Words;
use crate::rounds::model::{Plan, RoundError};
use crate::rounds::{access, actions};

/// What the drafts are of.
const KIND: &str = "round";

/// A step of the way to a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    About,
    Dates,
    Rules,
    Mechanism,
    Texts,
    Check,
}

impl Step {
    const ALL: [Self; 6] = [Self::About, Self::Dates, Self::Rules, Self::Mechanism, Self::Texts, Self::Check];

    fn word(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Dates => "dates",
            Self::Rules => "rules",
            Self::Mechanism => "mechanism",
            Self::Texts => "texts",
            Self::Check => "check",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }

    fn place(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or_default()
    }

    fn after(self) -> Self {
        Self::ALL.get(self.place() + 1).copied().unwrap_or(Self::Check)
    }

    fn before(self) -> Option<Self> {
        self.place().checked_sub(1).and_then(|place| Self::ALL.get(place)).copied()
    }

    /// The fields of its page.
    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::About => &["name", "course_code", "course_name", "year", "weeks"],
            Self::Dates => &["open_on", "open_at", "close_on", "close_at", "publish_on", "publish_at"],
            Self::Rules => &["wishes_min", "wishes_max", "draw", "no_wishes", "is_decision"],
            Self::Mechanism => &["mechanism", "short_lists", "cost", "travel_limit", "groups", "classes"],
            Self::Texts => &["intro", "contact_name", "contact_email", "contact_phone"],
            Self::Check => &[],
        }
    }

    /// The step on whose page a fault is put right.
    fn of(error: &RoundError) -> Self {
        let field = error.field().unwrap_or_default();
        Self::ALL.into_iter().find(|step| step.fields().contains(&field)).unwrap_or(Self::About)
    }
}

#[derive(Template)]
#[template(path = "rounds/wizard.html")]
struct StepPage {
    page: Page,
    words: &'static Words,
    heading: String,
    lead: String,
    stair: Steps,
    errors: FormErrors,
    lines: Vec<Vec<Shown>>,
    told: Vec<Told>,
    foot: Wizard,
    action: String,
    removal: String,
}

/// What was typed on one page, to read.
struct Told {
    heading: String,
    href: String,
    facts: Vec<Fact>,
}

/// One field, and what is wrong with it.
struct Fact {
    label: String,
    value: String,
    wrong: String,
}

async fn find(tx: &Tx, id: DraftId) -> Result<Draft, Fault> {
    let missing = || NotFound::of("draft", id);
    let proofs = access::may_begin(tx.actor()).map_err(|_| missing())?;
    Ok(drafts::find(tx, proofs, KIND, id).await?.ok_or_else(missing)?)
}

/// One's own rounds that are begun and not made.
pub(super) async fn own_drafts(tx: &Tx) -> Result<Vec<Draft>, Fault> {
    match access::may_begin(tx.actor()) {
        Ok(proofs) => Ok(drafts::own(tx, proofs, KIND).await?),
        Err(_) => Ok(vec![]),
    }
}

/// Name, when it was changed, and where it goes on.
pub(super) fn draft_line(lang: Lang, draft: &Draft, now: Moment) -> (String, String, String) {
    let words = crate::words(lang);
    let name = draft.fields.get("name").map(|name| name.trim()).filter(|name| !name.is_empty());
    let when = format::moment_near(lang, chrono_tz::Europe::Oslo, draft.changed_at, now);
    (
        name.map_or_else(|| words.rounds_wizard_unnamed().to_string(), ToOwned::to_owned),
        words.rounds_wizard_since(when).to_string(),
        href(draft.id, Step::from_word(&draft.step).unwrap_or(Step::About)),
    )
}

fn href(id: DraftId, step: Step) -> String {
    format!("/rounds/drafts/{id}/steps/{}", step.word())
}

/// Begins a round with what is usual.
pub async fn begin(State(app): State<App>, visit: Visit, Form(NoFields {}): Form<NoFields>) -> Answer {
    let id = app.db().write(visit.actor(), async |tx| begin_draft(&tx).await).await?;
    Ok(see_other(href(id, Step::About)))
}

/// Begins a round that is set up one step at a time.
/// # Errors
/// [`kit::fault::Denied`] for those who make no rounds.
pub async fn begin_draft(tx: &Tx) -> Result<DraftId, Fault> {
    let proofs = access::may_begin(tx.actor())?;
    let contact = organisations::find(tx, proofs.0.id()).await?.contact;
    let fields = SetupForm::fields(&setup::fresh(&contact));
    Ok(drafts::begin(tx, proofs, KIND, Step::About.word(), &fields).await?)
}

/// One step.
pub async fn show_step(State(app): State<App>, visit: Visit, Path((id, step)): Path<(DraftId, String)>) -> Answer {
    let step = Step::from_word(&step).ok_or_else(|| NotFound::of("step", step))?;
    let (draft, wrong) = app.db().read(visit.actor(), async |tx| seen(&tx, id).await).await?;
    let errors = FormErrors::none();
    show(&page(&app, &visit, &draft, step, (&wrong, errors))?)
}

/// A draft, and what stands against making a round of it.
async fn seen(tx: &Tx, id: DraftId) -> Result<(Draft, Vec<RoundError>), Fault> {
    let draft = find(tx, id).await?;
    let wrong = read(tx, &draft.fields).await?.err().unwrap_or_default();
    Ok((draft, wrong))
}

async fn read(tx: &Tx, fields: &Fields) -> Result<Result<Plan, Vec<RoundError>>, Fault> {
    let zone = organisations::find(tx, access::may_make(tx.actor())?.id()).await?.zone;
    Ok(Plan::read(&SetupForm::of(fields)?.typed(), zone))
}

/// Keeps one step and goes on, back to the list, or stays where something must be put right. The last step makes the round.
pub async fn keep_step(
    State(app): State<App>,
    visit: Visit,
    Path((id, step)): Path<(DraftId, String)>,
    Form(typed): Form<Fields>,
) -> Answer {
    let step = Step::from_word(&step).ok_or_else(|| NotFound::of("step", step))?;
    if step == Step::Check {
        return make(&app, &visit, id).await;
    }
    let leaves = typed.get("leave").is_some_and(|leave| leave == "yes");
    if let Some(other) = typed.keys().find(|name| *name != "leave" && !step.fields().contains(&name.as_str())) {
        return Err(refused_form(format!("the step {} has no field {other:?}", step.word())));
    }
    let typed: Fields = typed.into_iter().filter(|(name, _)| name != "leave").collect();
    let keep = async |tx: Tx| {
        let draft = find(&tx, id).await?;
        let at = if leaves { step } else { step.after() };
        drafts::keep(&tx, access::may_begin(tx.actor())?, &draft, at.word(), typed.clone()).await?;
        seen(&tx, id).await
    };
    let (draft, wrong) = app.db().write(visit.actor(), keep).await?;
    if leaves {
        return Ok(see_other("/rounds"));
    }
    let here: Vec<RoundError> = wrong.iter().filter(|error| Step::of(error) == step).cloned().collect();
    if here.is_empty() {
        return Ok(see_other(href(id, step.after())));
    }
    let errors = setup::told(visit.lang(), &here);
    show_with(StatusCode::UNPROCESSABLE_ENTITY, &page(&app, &visit, &draft, step, (&wrong, errors))?)
}

/// Makes the round of a draft, when all of it is right; the draft is gone then.
async fn make(app: &App, visit: &Visit, id: DraftId) -> Answer {
    let made = app
        .db()
        .write(visit.actor(), async |tx| {
            let draft = find(&tx, id).await?;
            let plan = match read(&tx, &draft.fields).await? {
                Ok(plan) => plan,
                Err(wrong) => return Ok(Err((draft, wrong))),
            };
            let round = actions::make_round(&tx, &plan).await?;
            drafts::remove(&tx, access::may_begin(tx.actor())?, id).await?;
            Ok(Ok(round))
        })
        .await;
    let (draft, wrong, errors) = match made {
        Ok(Ok(round)) => return Ok(see_other(format!("/rounds/{round}"))),
        Ok(Err((draft, wrong))) => {
            let mut errors = FormErrors::none();
            errors.add("", crate::words(visit.lang()).rounds_wizard_wrong());
            (draft, wrong, errors)
        }
        Err(fault) => {
            // The fields are on other pages: what is wrong is said above them all.
            let mut errors = FormErrors::none();
            for (_, text) in FormErrors::from_fault(visit.lang(), fault)?.all() {
                errors.add("", text.as_str());
            }
            let (draft, wrong) = app.db().read(visit.actor(), async |tx| seen(&tx, id).await).await?;
            (draft, wrong, errors)
        }
    };
    show_with(StatusCode::UNPROCESSABLE_ENTITY, &page(app, visit, &draft, Step::Check, (&wrong, errors))?)
}

/// Throws a draft away.
pub async fn give_up(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<DraftId>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    let remove = async |tx: Tx| {
        find(&tx, id).await?;
        Ok(drafts::remove(&tx, access::may_begin(tx.actor())?, id).await?)
    };
    app.db().write(visit.actor(), remove).await?;
    Ok(see_other("/rounds"))
}

fn page(
    app: &App,
    visit: &Visit,
    draft: &Draft,
    step: Step,
    (wrong, errors): (&[RoundError], FormErrors),
) -> Result<StepPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let typed = SetupForm::of(&draft.fields)?.typed();
    let mut parts = setup::parts(lang, &typed, None, &errors);
    let stair = stair(words, draft, step, &parts, wrong);
    let is_check = step == Step::Check;
    let told = if is_check { told(lang, draft, &parts, wrong) } else { vec![] };
    let (heading, lines) = match is_check {
        true => (words.rounds_wizard_check().to_string(), vec![]),
        false => {
            let part = parts.swap_remove(step.place());
            (part.heading, part.lines)
        }
    };
    let lead = match is_check {
        true => words.rounds_wizard_check_lead().to_string(),
        false => words.rounds_wizard_lead(step.place() + 1, Step::ALL.len()).to_string(),
    };
    let next = if is_check { words.rounds_wizard_make() } else { words.rounds_wizard_next() };
    Ok(StepPage {
        page: visit.page(app),
        words,
        heading,
        lead,
        stair,
        errors,
        lines,
        told,
        foot: Wizard {
            words: kit::words(lang),
            next: next.to_string(),
            back: step.before().map(|before| href(draft.id, before)),
            keeps: !is_check,
        },
        action: href(draft.id, step),
        removal: format!("/rounds/drafts/{}/removal", draft.id),
    })
}

/// The way, with what is right so far.
fn stair(words: &Words, draft: &Draft, here: Step, parts: &[setup::Part], wrong: &[RoundError]) -> Steps {
    let check = words.rounds_wizard_check().to_string();
    let one = |step: Step| {
        let title = parts.get(step.place()).map_or_else(|| check.clone(), |part| part.heading.clone());
        let is_right = step != Step::Check && !wrong.iter().any(|error| Step::of(error) == step);
        let reached = match step {
            same if same == here => Reached::Now,
            _ if is_right => Reached::Done,
            _ => Reached::Later,
        };
        StairStep::new(title, "", reached).to(href(draft.id, step))
    };
    Steps { label: words.rounds_wizard_stair().to_string(), steps: Step::ALL.into_iter().map(one).collect() }
}

fn told(lang: Lang, draft: &Draft, parts: &[setup::Part], wrong: &[RoundError]) -> Vec<Told> {
    let fact = |shown: &Shown| {
        let [name, label, value] = match shown {
            Shown::Field(field) => field.told(),
            Shown::Choices(choices) => choices.told(),
        };
        let wrong = wrong.iter().find(|error| error.field() == Some(name.as_str()));
        Fact { label, value, wrong: wrong.map(|error| error.tell(lang)).unwrap_or_default() }
    };
    let one = |(step, part): (Step, &setup::Part)| Told {
        heading: part.heading.clone(),
        href: href(draft.id, step),
        facts: part.lines.iter().flatten().map(fact).collect(),
    };
    Step::ALL.into_iter().zip(parts).map(one).collect()
}
