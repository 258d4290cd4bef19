//! How one wants to be told.

use askama::Template;
use axum::extract::State;
use kit::fault::Fault;
use kit::fields::{self, Choice, Choices as Cards, Field};
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::parts::{Alert, Tone};
use kit::web::{Answer, App, Form, NoFields, Query, Visit, see_other, show, show_again};
use serde::Deserialize;

use super::super::actions;
use super::super::model::{ChoiceError, Choices, Pace, Quiet};
use crate::Words;

#[derive(Template)]
#[template(path = "notices/choices.html")]
struct ChoicesPage {
    page: Page,
    words: &'static Words,
    errors: FormErrors,
    form: ChoicesForm,
    saved: bool,
    bounced: Option<Alert>,
}

/// What the page is asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    saved: Option<String>,
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChoicesForm {
    matters: String,
    information: String,
    quiet_from: String,
    quiet_until: String,
}

impl ChoicesForm {
    fn of(choices: Choices) -> Self {
        Self {
            matters: choices.matters.word().into(),
            information: choices.information.word().into(),
            quiet_from: choices.quiet.from_hour().to_string(),
            quiet_until: choices.quiet.until_hour().to_string(),
        }
    }

    fn read(&self, lang: base::Lang) -> Result<Choices, FormErrors> {
        let mut errors = FormErrors::none();
        let pace = |field: &'static str, word: &str| Pace::from_word(word).ok_or(ChoiceError::NoChoice { field });
        let matters = errors.take(lang, "matters", pace("matters", &self.matters));
        let information = errors.take(lang, "information", pace("information", &self.information));
        let hour = |field: &'static str, text: &str| {
            text.parse::<u32>().ok().filter(|hour| *hour < 24).ok_or(ChoiceError::Hour { field })
        };
        let from = errors.take(lang, "quiet_from", hour("quiet_from", &self.quiet_from));
        let until = errors.take(lang, "quiet_until", hour("quiet_until", &self.quiet_until));
        let quiet = from.zip(until).and_then(|(from, until)| Quiet::new(from, until).ok());
        match (matters, information, quiet) {
            (Some(matters), Some(information), Some(quiet)) => Ok(Choices { matters, information, quiet }),
            _ => Err(errors),
        }
    }
}

impl ChoicesPage {
    fn pace_field(&self, name: &'static str, legend: String, help: String, value: &str) -> Cards {
        let label = |pace| match pace {
            Pace::Soon => (self.words.notices_pace_soon(), self.words.notices_pace_soon_text()),
            Pace::Daily => (self.words.notices_pace_daily(), self.words.notices_pace_daily_text()),
            Pace::Never => (self.words.notices_pace_never(), self.words.notices_pace_never_text()),
        };
        let choice = |pace: Pace| {
            let (label, note) = label(pace);
            Choice::new(pace.word(), label).note(note)
        };
        fields::choices(name, legend, Pace::ALL.into_iter().map(choice).collect())
            .value(value)
            .help(help)
            .error(self.errors.get(name))
    }

    fn matters_field(&self) -> Cards {
        let (legend, help) = (self.words.notices_matters(), self.words.notices_matters_text());
        self.pace_field("matters", legend, help, &self.form.matters)
    }

    fn information_field(&self) -> Cards {
        let (legend, help) = (self.words.notices_information(), self.words.notices_information_text());
        self.pace_field("information", legend, help, &self.form.information)
    }

    fn hour_fields(&self) -> [Field; 2] {
        let hours = || (0..24).map(|hour| Choice::new(hour, format!("{hour:02}.00"))).collect::<Vec<_>>();
        let field = |name: &'static str, label: String, value: &str| {
            fields::select(name, label, hours()).value(value).error(self.errors.get(name)).short()
        };
        [
            field("quiet_from", self.words.notices_quiet_from(), &self.form.quiet_from),
            field("quiet_until", self.words.notices_quiet_until(), &self.form.quiet_until),
        ]
    }
}

/// How one wants to be told.
pub async fn show_choices(State(app): State<App>, visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let mut page = page(&app, &visit, None, FormErrors::none()).await?;
    page.saved = asked.saved.is_some();
    show(&page)
}

/// Keeps how one wants to be told.
pub async fn choose(State(app): State<App>, visit: Visit, Form(form): Form<ChoicesForm>) -> Answer {
    match form.read(visit.lang()) {
        Ok(choices) => {
            app.db().write(visit.actor(), async |tx| actions::choose(&tx, choices).await).await?;
            Ok(see_other("/notices/choices?saved=yes"))
        }
        Err(errors) => show_again(&page(&app, &visit, Some(form), errors).await?),
    }
}

/// Tries one's own address again.
pub async fn retry_own(State(app): State<App>, visit: Visit, Form(NoFields {}): Form<NoFields>) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::retry_own(&tx).await).await?;
    Ok(see_other("/notices/choices?saved=yes"))
}

async fn page(app: &App, visit: &Visit, form: Option<ChoicesForm>, errors: FormErrors) -> Result<ChoicesPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let (choices, bounce, zone) = app
        .db()
        .read(visit.actor(), async |tx| {
            let (choices, bounce) = actions::own_choices(&tx).await?;
            Ok((choices, bounce, super::zone(&tx).await?))
        })
        .await?;
    let bounced = bounce.map(|bounce| {
        let since = format::day(lang, format::local_date(zone, bounce.at));
        let text = words.notices_bounced_text(&bounce.address, since);
        Alert::new(Tone::Warning, words.notices_bounced_title(), text)
    });
    Ok(ChoicesPage {
        page: visit.page(app),
        words,
        errors,
        form: form.unwrap_or_else(|| ChoicesForm::of(choices)),
        saved: false,
        bounced,
    })
}
