//! About the organisation: what everybody reads about it, for those who administer the whole of it.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{Lang, OrganisationId, PersonId};
use kit::fault::{Fault, Problem};
use kit::fields::{self, Choice, Field};
use kit::form::FormErrors;
use kit::format;
use kit::journal::Entry;
use kit::page::Page;
use kit::parts::{Reached, Step, Timeline};
use kit::web::{Answer, App, Form, Path, Query, Visit, see_other, show, show_again, show_with};
use serde::Deserialize;

use super::super::access;
use super::super::actions::facts::{self, CONFIRMED};
use super::super::model::{Kind, Organisation, OrganisationError, TypedFacts, ZONES};
use crate::Words;
use crate::persons::{self, PersonName};

/// The page where the facts of an organisation are changed.
pub fn about_href(organisation: OrganisationId) -> String {
    format!("/organisations/{organisation}/about")
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FactsForm {
    name: String,
    short_name: String,
    number: Option<String>,
    lang: String,
    time_zone: String,
    contact_name: String,
    contact_email: String,
    contact_phone: String,
    edition: i32,
}

/// What was done just now.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

#[derive(Template)]
#[template(path = "organisations/about.html")]
struct AboutPage {
    page: Page,
    words: &'static Words,
    organisation: Organisation,
    done: String,
    errors: FormErrors,
    form: FactsForm,
    fixed: Vec<(String, String)>,
    renumbers: bool,
    theirs: Option<Theirs>,
    history: Timeline,
}

/// What somebody else saved in the meantime.
struct Theirs {
    by: String,
    at: String,
    facts: Vec<(String, String)>,
}

impl AboutPage {
    fn names(&self) -> [Field; 2] {
        let help = self.words.organisations_about_short_name_help();
        [
            self.line("name", &self.form.name).required(),
            self.line("short_name", &self.form.short_name).required().help(help),
        ]
    }

    fn number(&self) -> Option<Field> {
        let typed = self.form.number.as_deref().unwrap_or_default();
        let field = || self.line("number", typed).help(self.words.organisations_about_number_help()).middle();
        self.renumbers.then(field)
    }

    fn contact(&self) -> [Field; 3] {
        [
            self.line("contact_name", &self.form.contact_name).help(self.words.organisations_about_contact_name_help()),
            self.line("contact_email", &self.form.contact_email),
            self.line("contact_phone", &self.form.contact_phone).middle(),
        ]
    }

    fn lang(&self) -> Field {
        let choices = Lang::ALL.iter().map(|lang| Choice::new(lang.tag(), lang.own_name())).collect();
        self.chosen("lang", choices, &self.form.lang).help(self.words.organisations_about_lang_help())
    }

    fn zone(&self) -> Field {
        let stands = self.organisation.zone.name();
        let stands = (!ZONES.contains(&stands)).then_some(stands);
        let choices = stands.into_iter().chain(ZONES).map(|zone| Choice::new(zone, zone)).collect();
        self.chosen("time_zone", choices, &self.form.time_zone).help(self.words.organisations_about_zone_help())
    }

    fn line(&self, name: &'static str, value: &str) -> Field {
        fields::text(name, label(self.words, name))
            .value(value)
            .length_max(Organisation::CONTACT_CHARS_MAX)
            .error(self.errors.get(name))
    }

    fn chosen(&self, name: &'static str, choices: Vec<Choice>, value: &str) -> Field {
        fields::select(name, label(self.words, name), choices).value(value).error(self.errors.get(name))
    }
}

impl FactsForm {
    fn of(organisation: &Organisation) -> Self {
        Self {
            name: organisation.name.clone(),
            short_name: organisation.short_name.clone(),
            number: organisation.number.clone(),
            lang: organisation.lang.tag().into(),
            time_zone: organisation.zone.name().into(),
            contact_name: organisation.contact.name.clone(),
            contact_email: organisation.contact.email.clone(),
            contact_phone: organisation.contact.phone.clone(),
            edition: organisation.edition,
        }
    }

    fn typed(&self) -> TypedFacts {
        TypedFacts {
            name: self.name.clone(),
            short_name: self.short_name.clone(),
            number: self.number.clone(),
            lang: self.lang.clone(),
            time_zone: self.time_zone.clone(),
            contact_name: self.contact_name.clone(),
            contact_email: self.contact_email.clone(),
            contact_phone: self.contact_phone.clone(),
        }
    }
}

/// The form with what stands.
pub async fn show_facts(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Query(query): Query<Done>,
) -> Answer {
    let mut page = page(&app, &visit, id, None, FormErrors::none()).await?;
    page.done = match query.done.as_str() {
        "" => String::new(),
        "zone" => page.words.organisations_about_saved_zone(page.organisation.zone.name()),
        _ => page.words.organisations_about_saved().to_string(),
    };
    show(&page)
}

/// Saves the facts, unless somebody else has saved in the meantime: then both versions are shown, and nothing is lost.
pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<FactsForm>,
) -> Answer {
    // Not there and not yours come before what was typed.
    let stands = app.db().read(visit.actor(), async |tx| facts::facts_of(&tx, id).await).await?;
    let typed = match form.typed().read(Some(stands.zone)) {
        Ok(typed) => typed,
        Err(wrong) => {
            return show_again(&page(&app, &visit, id, Some(form), told(visit.lang(), &wrong)).await?);
        }
    };
    let saved = app.db().write(visit.actor(), async |tx| facts::save_facts(&tx, id, &typed, form.edition).await).await;
    let Err(fault) = saved else {
        let done = if typed.zone == stands.zone { "yes" } else { "zone" };
        return Ok(see_other(format!("{}?done={done}", about_href(id))));
    };
    let edited = fault.problem().is_some_and(|problem| problem.name() == "organisation-facts-changed");
    let errors = FormErrors::from_fault(visit.lang(), fault)?;
    let mut page = page(&app, &visit, id, Some(form), errors).await?;
    if !edited {
        return show_again(&page);
    }
    page.theirs = Some(theirs(&app, &visit, &page).await?);
    // Saved once more, what was typed takes the place of what is shown beside it.
    page.form.edition = page.organisation.edition;
    show_with(StatusCode::CONFLICT, &page)
}

fn told(lang: Lang, wrong: &[OrganisationError]) -> FormErrors {
    let mut errors = FormErrors::none();
    for problem in wrong {
        errors.add(problem.field().unwrap_or_default(), problem.tell(lang));
    }
    errors
}

async fn page(
    app: &App,
    visit: &Visit,
    id: OrganisationId,
    form: Option<FactsForm>,
    errors: FormErrors,
) -> Result<AboutPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let look = async |tx: kit::db::Tx| {
        let organisation = facts::facts_of(&tx, id).await?;
        let history = facts::facts_history(&tx, id).await?;
        Ok((organisation, people_of(&tx, &history).await?, history, tx.now()))
    };
    let (organisation, names, history, now) = app.db().read(visit.actor(), look).await?;
    let renumbers = access::may_renumber(visit.actor(), &organisation).is_ok();
    let step = |entry: &Entry| {
        let at = format::moment_near(lang, organisation.zone, entry.at, now);
        let by = entry.person.and_then(|by| names.get(&by)).map(ToString::to_string);
        let note = [Some(at), by].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Step::new(what(words, entry), note, Reached::Done)
    };
    Ok(AboutPage {
        page: visit.page(app),
        words,
        done: String::new(),
        errors,
        form: form.unwrap_or_else(|| FactsForm::of(&organisation)),
        fixed: fixed(words, &organisation, renumbers),
        renumbers,
        theirs: None,
        history: Timeline(history.iter().map(step).collect()),
        organisation,
    })
}

async fn people_of(tx: &kit::db::Tx, history: &[Entry]) -> Result<HashMap<PersonId, PersonName>, Fault> {
    let people: Vec<PersonId> = history.iter().filter_map(|entry| entry.person).collect();
    Ok(persons::names(tx, &people).await?)
}

/// What stands and is not changed here.
fn fixed(words: &Words, organisation: &Organisation, renumbers: bool) -> Vec<(String, String)> {
    let kind = match organisation.kind {
        Kind::Institution => words.organisations_about_institution(),
        Kind::Host => words.organisations_about_host(),
        Kind::Both => words.organisations_about_both(),
    };
    let mut fixed = vec![(words.organisations_about_kind().to_string(), kind.to_string())];
    if let Some(number) = organisation.number.as_ref().filter(|_| !renumbers) {
        fixed.push((label(words, "number"), number.clone()));
    }
    fixed
}

/// What the other one saved: who, when, and every fact that is not as it was typed here.
async fn theirs(app: &App, visit: &Visit, page: &AboutPage) -> Result<Theirs, Fault> {
    let (lang, words, organisation) = (visit.lang(), page.words, &page.organisation);
    let look = async |tx: kit::db::Tx| {
        let last: Vec<Entry> = facts::facts_history(&tx, organisation.id).await?.into_iter().take(1).collect();
        Ok((people_of(&tx, &last).await?, last, tx.now()))
    };
    let (names, last, now) = app.db().read(visit.actor(), look).await?;
    let last = last.first();
    let by = last.and_then(|entry| entry.person).and_then(|by| names.get(&by)).map(ToString::to_string);
    let typed = page.form.typed();
    let mine = [
        &typed.name,
        &typed.short_name,
        typed.number.as_ref().unwrap_or(organisation.number.as_ref().unwrap_or(&String::new())),
        &typed.lang,
        &typed.time_zone,
        &typed.contact_name,
        &typed.contact_email,
        &typed.contact_phone,
    ]
    .map(|text| text.trim().to_owned());
    let other = organisation.facts().into_iter().zip(mine).filter(|((_, theirs), mine)| theirs != mine);
    Ok(Theirs {
        by: by.unwrap_or_default(),
        at: last.map(|entry| format::moment_near(lang, organisation.zone, entry.at, now)).unwrap_or_default(),
        facts: other.map(|((field, theirs), _)| (label(words, field), shown(field, &theirs))).collect(),
    })
}

fn label(words: &Words, field: &str) -> String {
    match field {
        "name" => words.organisations_about_name(),
        "short_name" => words.organisations_about_short_name(),
        "number" => words.organisations_about_number(),
        "lang" => words.organisations_about_lang(),
        "time_zone" => words.organisations_about_zone(),
        "contact_name" => words.organisations_about_contact_name(),
        "contact_email" => words.organisations_about_contact_email(),
        _ => words.organisations_about_contact_phone(),
    }
    .to_string()
}

/// A value as a reader knows it; nothing is a dash.
fn shown(field: &str, value: &str) -> String {
    let lang = Lang::from_tag(value).filter(|_| field == "lang");
    match (lang, value) {
        (Some(lang), _) => lang.own_name().to_owned(),
        (None, "") => "–".to_owned(),
        (None, value) => value.to_owned(),
    }
}

/// What was done, in a few words.
fn what(words: &Words, entry: &Entry) -> String {
    if entry.kind == CONFIRMED {
        return words.organisations_about_confirmed().to_string();
    }
    let order = ["name", "short_name", "number", "lang", "time_zone", "contact_name", "contact_email", "contact_phone"];
    let told = order.iter().filter_map(|field| {
        let (before, after) = (entry.facts["before"].get(field)?, entry.facts["after"].get(field)?);
        let label = label(words, field);
        Some(match (before.as_str(), after.as_str()) {
            (Some(before), Some(after)) => {
                words.organisations_about_did_change(label, shown(field, before), shown(field, after))
            }
            _ => words.organisations_about_did_put(label),
        })
    });
    told.collect::<Vec<_>>().join("; ")
}
