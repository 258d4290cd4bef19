//! Helping somebody in, and the organisation's rule.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{OrganisationId, PersonId};
use kit::fault::{Fault, Kind, Problem};
use kit::fields::{Choice, Choices, Field};
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other, show, show_with};
use serde::Deserialize;

use crate::Words;
use crate::credentials::{Hashing, Square};
use crate::organisations;
use crate::signin::actions::help::{self, Helped};
use crate::signin::actions::slips;
use crate::signin::model::{Rule, SecondFactor, SignInError};

#[derive(Template)]
#[template(path = "signin/help.html")]
struct HelpPage {
    page: Page,
    words: &'static Words,
    errors: FormErrors,
    person: PersonId,
    name: String,
    facts: Vec<(String, String)>,
    sessions: Vec<(String, String)>,
    has_second: bool,
    may_have_slip: bool,
    reason: String,
    done: bool,
}

impl HelpPage {
    fn reason_field(&self) -> Field {
        kit::fields::area("reason", self.words.signin_help_reason())
            .value(&self.reason)
            .help(self.words.signin_help_reason_help())
            .error(self.errors.get("reason"))
            .required()
    }
}

#[derive(Template)]
#[template(path = "signin/slip.html")]
struct SlipPage {
    page: Page,
    words: &'static Words,
    person: PersonId,
    name: String,
    code: String,
    address: String,
    square: Option<Square>,
    later: String,
    until: String,
}

#[derive(Template)]
#[template(path = "signin/rule.html")]
struct RulePage {
    page: Page,
    words: &'static Words,
    errors: FormErrors,
    organisation: OrganisationId,
    name: String,
    form: RuleForm,
    saved: bool,
}

impl RulePage {
    fn second_field(&self) -> Choices {
        let words = self.words;
        let (name, note) = (
            |rule| match rule {
                SecondFactor::Staff => words.signin_rule_staff(),
                SecondFactor::Everybody => words.signin_rule_everybody(),
                SecondFactor::Nobody => words.signin_rule_nobody(),
            },
            |rule| match rule {
                SecondFactor::Staff => words.signin_rule_staff_note(),
                SecondFactor::Everybody => words.signin_rule_everybody_note(),
                SecondFactor::Nobody => words.signin_rule_nobody_note(),
            },
        );
        let choices = SecondFactor::ALL.iter().map(|rule| Choice::new(rule.word(), name(*rule)).note(note(*rule)));
        kit::fields::choices("second_factor", words.signin_rule_second(), choices.collect())
            .value(&self.form.second_factor)
            .error(self.errors.get("second_factor"))
    }

    fn minutes_field(&self) -> Field {
        kit::fields::number("fresh_minutes", self.words.signin_rule_minutes())
            .value(&self.form.fresh_minutes)
            .help(self.words.signin_rule_minutes_help())
            .error(self.errors.get("fresh_minutes"))
            .required()
    }
}

/// What pages of help are asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DoneQuery {
    done: Option<String>,
}

/// What taking a second factor away is asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReasonForm {
    reason: String,
}

/// What the page of the rule sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RuleForm {
    second_factor: String,
    fresh_minutes: String,
}

/// `GET /people/{person}/sign-in`
pub async fn look(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<PersonId>,
    Query(query): Query<DoneQuery>,
) -> Answer {
    let mut page = help_page(&app, &visit, person, FormErrors::none(), String::new()).await?;
    page.done = query.done.is_some();
    show(&page)
}

async fn help_page(
    app: &App,
    visit: &Visit,
    id: PersonId,
    errors: FormErrors,
    reason: String,
) -> Result<HelpPage, Fault> {
    let (helped, zone) = app
        .db()
        .read(visit.actor(), async |tx| {
            let helped = help::look(&tx, id).await?;
            let zone = organisations::find(&tx, helped.person.home).await?.zone;
            Ok((helped, zone))
        })
        .await?;
    let words = crate::words(visit.lang());
    let Helped { person, held, sessions } = helped;
    let lang = visit.lang();
    let since = |at: Option<base::Moment>| match at {
        Some(at) => format::moment_with_year(lang, zone, at),
        None => words.signin_help_not_set().to_string(),
    };
    let yes = |is: bool| if is { words.signin_help_set() } else { words.signin_help_not_set() }.to_string();
    let facts = vec![
        (words.signin_password().to_string(), since(held.password_since)),
        (words.signin_help_app().to_string(), since(held.app_since)),
        (words.signin_help_passkeys().to_string(), held.passkeys.len().to_string()),
        (words.signin_help_codes().to_string(), held.codes_left.to_string()),
        (words.signin_pin().to_string(), yes(held.pin)),
    ];
    let shown = sessions.into_iter().map(|session| {
        (
            device(words, &session.device),
            words.signin_session_seen(format::moment_with_year(lang, zone, session.seen_at)),
        )
    });
    Ok(HelpPage {
        page: visit.page(app),
        words,
        errors,
        person: id,
        name: person.name.to_string(),
        facts,
        sessions: shown.collect(),
        has_second: held.has_second(),
        may_have_slip: person.email.is_none(),
        reason,
        done: false,
    })
}

/// The browser and the system, or that they are not known.
pub fn device(words: &'static Words, device: &str) -> String {
    if device.is_empty() { words.signin_session_unknown().to_string() } else { device.to_owned() }
}

/// `POST /people/{person}/sign-in/sessions`
pub async fn end_sessions(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<PersonId>,
    Form(_): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| help::end_sessions(&tx, person).await).await?;
    Ok(see_other(format!("/people/{person}/sign-in?done=yes")))
}

/// `POST /people/{person}/sign-in/release`
pub async fn release(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<PersonId>,
    Form(form): Form<ReasonForm>,
) -> Answer {
    let act = async |tx| help::release_second(&tx, person, &form.reason).await;
    match app.db().write(visit.actor(), act).await {
        Ok(()) => Ok(see_other(format!("/people/{person}/sign-in?done=yes"))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            let page = help_page(&app, &visit, person, errors, form.reason).await?;
            show_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// `POST /people/{person}/sign-in/slip`: the code is shown once, on a page to print.
pub async fn slip(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<PersonId>,
    Form(_): Form<NoFields>,
) -> Answer {
    let (code, whose) = match slips::give_slip(app.db(), app.part::<Hashing>(), visit.actor(), person).await {
        Ok(given) => given,
        Err(fault) if fault.problem().map(Problem::kind) == Some(Kind::Conflict) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            let page = help_page(&app, &visit, person, errors, String::new()).await?;
            return show_with(StatusCode::CONFLICT, &page);
        }
        Err(fault) => return Err(fault),
    };
    let home = app.db().read(visit.actor(), async |tx| organisations::find(&tx, whose.home).await).await?;
    let now = app.db().read(visit.actor(), async |tx| Ok(tx.now())).await?;
    let base = &app.settings().base_url;
    let address = format!("{base}/login/code");
    let until =
        format::day_with_year(visit.lang(), format::local_date(home.zone, now + crate::signin::model::SLIP_MAX));
    show(&SlipPage {
        page: visit.page(&app),
        words: crate::words(visit.lang()),
        person,
        name: whose.name.to_string(),
        code: code.shown(),
        square: Square::of(&address),
        address,
        later: format!("{base}/login/pin/{}", whose.home),
        until,
    })
}

/// `GET /organisations/{organisation}/sign-in`
pub async fn rule(
    State(app): State<App>,
    visit: Visit,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<DoneQuery>,
) -> Answer {
    let rule = app.db().read(visit.actor(), async |tx| help::rule_of(&tx, organisation).await).await?;
    let form =
        RuleForm { second_factor: rule.second_factor.word().into(), fresh_minutes: rule.fresh_minutes.to_string() };
    let mut page = rule_page(&app, &visit, organisation, form, FormErrors::none()).await?;
    page.saved = query.done.is_some();
    show(&page)
}

/// `POST /organisations/{organisation}/sign-in`
pub async fn set_rule(
    State(app): State<App>,
    visit: Visit,
    Path(organisation): Path<OrganisationId>,
    Form(form): Form<RuleForm>,
) -> Answer {
    // Not there and not yours come before what was typed.
    app.db().read(visit.actor(), async |tx| help::rule_of(&tx, organisation).await).await?;
    let mut errors = FormErrors::none();
    let lang = visit.lang();
    let second =
        errors.take(lang, "second_factor", SecondFactor::from_word(&form.second_factor).ok_or(SignInError::NoRule));
    let minutes = errors.take(lang, "fresh_minutes", read_minutes(&form.fresh_minutes));
    let (Some(second_factor), Some(fresh_minutes)) = (second, minutes) else {
        let page = rule_page(&app, &visit, organisation, form, errors).await?;
        return show_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let rule = Rule { second_factor, fresh_minutes };
    app.db().write(visit.actor(), async |tx| help::set_rule(&tx, organisation, rule).await).await?;
    Ok(see_other(format!("/organisations/{organisation}/sign-in?done=yes")))
}

fn read_minutes(typed: &str) -> Result<i32, SignInError> {
    let (min, max) = (*Rule::FRESH_MINUTES.start(), *Rule::FRESH_MINUTES.end());
    let minutes = typed.trim().parse().ok().filter(|minutes| Rule::FRESH_MINUTES.contains(minutes));
    minutes.ok_or_else(|| SignInError::Minutes { got: typed.trim().chars().take(40).collect(), min, max })
}

async fn rule_page(
    app: &App,
    visit: &Visit,
    organisation: OrganisationId,
    form: RuleForm,
    errors: FormErrors,
) -> Result<RulePage, Fault> {
    let home = app.db().read(visit.actor(), async |tx| organisations::find(&tx, organisation).await).await?;
    Ok(RulePage {
        page: visit.page(app),
        words: crate::words(visit.lang()),
        errors,
        organisation,
        name: home.name,
        form,
        saved: false,
    })
}

/// Ends the sessions of everybody in the organisation but the reader's own.
pub async fn end_everybody(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| help::end_everybody(&tx, id).await).await?;
    Ok(see_other(format!("/organisations/{id}/sign-in?done=yes")))
}
