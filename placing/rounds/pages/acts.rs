//! Announcing a round and calling it off: each shows what will happen before it does.

use askama::Template;
use axum::extract::State;
use base::RoundId;
use kit::chance;
use kit::fault::Fault;
use kit::fields;
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show, show_again};
use serde::Deserialize;

use crate::rounds::actions;
use crate::rounds::model::{Draw, Round, RoundError, Step, mechanism_name};
use crate::{Words, participants};

/// Bytes of chance in a seed.
const SEED_BYTES: usize = 32;

#[derive(Template)]
#[template(path = "rounds/announcement.html")]
struct AnnouncementPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    will: Vec<String>,
    /// What has to be put right before
    must: Vec<String>,
    /// What is told but may stay
    may: Vec<String>,
}

/// What announcing will do, and what is in the way.
pub async fn show_announcement(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>) -> Answer {
    let lang = visit.lang();
    let words = crate::words(lang);
    let (round, zone, lacks, counts, now) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = actions::find(&tx, id).await?;
            let zone = actions::zone_of(&tx, &round).await?;
            let lacks = actions::lacks(&tx, &round).await?;
            let counts = participants::counts(&tx, &round).await?;
            Ok((round, zone, lacks, counts, tx.now()))
        })
        .await?;
    if round.open_to_planning().is_err() {
        return Ok(see_other(format!("/rounds/{id}")));
    }
    let dates = round.dates();
    let at = |moment| format::moment_near(lang, zone, moment, now);
    let name = mechanism_name(lang, round.plan().mechanism());
    let mut will =
        vec![words.rounds_announce_told(counts.active).to_string(), words.rounds_announce_mechanism(name).to_string()];
    if round.plan().draw() == Draw::Seed && round.plan().mechanism().is_some() {
        will.push(words.rounds_announce_promise().to_string());
    }
    will.push(words.rounds_announce_mail(at(dates.wishes_open_at()), counts.active).to_string());
    will.push(words.rounds_announce_remind().to_string());
    will.push(words.rounds_announce_close(at(dates.wishes_close_at())).to_string());
    let (must, may): (Vec<_>, Vec<_>) = lacks.into_iter().partition(|lack| lack.must_wait());
    let mut must: Vec<String> = must.into_iter().map(|lack| lack.tell(lang)).collect();
    if let Err(error) = round.after(&Step::Announce, now) {
        must.push(kit::fault::Problem::tell(&error, lang));
    }
    show(&AnnouncementPage {
        page: visit.page(&app),
        words,
        round: id,
        name: round.plan().name().into(),
        will,
        must,
        may: may.into_iter().map(|lack| lack.tell(lang)).collect(),
    })
}

/// A form without fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Announces the round.
pub async fn announce(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(Nothing {}): Form<Nothing>,
) -> Answer {
    let secret = chance::secret_hex(SEED_BYTES);
    app.db().write(visit.actor(), async |tx| actions::announce(&tx, id, &secret).await).await?;
    Ok(see_other(format!("/rounds/{id}")))
}

#[derive(Template)]
#[template(path = "rounds/cancellation.html")]
struct CancellationPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    told: String,
    help: String,
    errors: FormErrors,
    reason: String,
}

/// Why the round is called off.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancellationForm {
    #[serde(default)]
    reason: String,
}

/// What calling the round off will do.
pub async fn show_cancellation(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>) -> Answer {
    let page = cancellation(&app, &visit, id, String::new(), FormErrors::none()).await?;
    match page {
        Some(page) => show(&page),
        None => Ok(see_other(format!("/rounds/{id}"))),
    }
}

/// Calls the round off.
pub async fn cancel(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(form): Form<CancellationForm>,
) -> Answer {
    let done = app.db().write(visit.actor(), async |tx| actions::cancel(&tx, id, &form.reason).await).await;
    let fault = match done {
        Ok(()) => return Ok(see_other(format!("/rounds/{id}"))),
        Err(fault) => fault,
    };
    if fault.problem().and_then(kit::fault::Problem::field) != Some("reason") {
        return Err(fault);
    }
    let errors = FormErrors::from_fault(visit.lang(), fault)?;
    match cancellation(&app, &visit, id, form.reason, errors).await? {
        Some(page) => show_again(&page),
        None => Ok(see_other(format!("/rounds/{id}"))),
    }
}

/// None: the round cannot be called off any more.
/// `POST /rounds/{round}/practice-clock`
pub async fn turn_clock(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(_): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::turn_clock(&tx, id).await).await?;
    Ok(see_other(format!("/rounds/{id}")))
}

async fn cancellation(
    app: &App,
    visit: &Visit,
    id: RoundId,
    reason: String,
    errors: FormErrors,
) -> Result<Option<CancellationPage>, Fault> {
    let words = crate::words(visit.lang());
    let (round, students, now) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round: Round = actions::find(&tx, id).await?;
            let counts = participants::counts(&tx, &round).await?;
            Ok((round, counts.active, tx.now()))
        })
        .await?;
    let possible = round.after(&Step::Cancel { reason: "?".into() }, now);
    if matches!(possible, Err(RoundError::WrongStep { .. })) {
        return Ok(None);
    }
    let (told, help) = match round.announced_at() {
        Some(_) => (words.rounds_cancel_told(students).to_string(), words.rounds_cancel_reason_help().to_string()),
        None => (words.rounds_cancel_untold().to_string(), words.rounds_cancel_reason_kept().to_string()),
    };
    let name = round.plan().name().into();
    Ok(Some(CancellationPage { page: visit.page(app), words, round: id, name, told, help, errors, reason }))
}

impl CancellationPage {
    fn field(&self) -> fields::Field {
        fields::area("reason", self.words.rounds_cancel_reason())
            .value(&self.reason)
            .length_max(Round::REASON_CHARS_MAX)
            .help(self.help.as_str())
            .error(self.errors.get("reason"))
            .required()
    }
}
