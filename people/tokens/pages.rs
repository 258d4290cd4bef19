//! The organisation's tokens: a list, a form, and the value that is shown once.

pub mod told;

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{OrganisationId, PersonId, TokenId, Zone};
use kit::chance;
use kit::db::Tx;
use kit::fault::{Fault, Problem};
use kit::fields::{Choice, Choices, Field};
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::parts::{Empty, Tag};
use kit::scope::Scope;
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show, show_with};
use serde::Deserialize;

use super::model::{DAYS, NAME_CHARS_MAX, NewToken, Token, TokenKey};
use super::{access, actions};
use crate::persons::PersonName;
use crate::{Words, organisations, persons};

#[derive(Template)]
#[template(path = "tokens/list.html")]
struct ListPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    name: String,
    tokens: Vec<Row>,
}

impl ListPage {
    fn empty(&self) -> Empty {
        Empty::new(self.words.tokens_none(), self.words.tokens_none_text())
    }
}

/// One token in the list.
struct Row {
    id: TokenId,
    name: String,
    state: Tag,
    holds: bool,
    scopes: Vec<String>,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "tokens/new.html")]
struct NewPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    errors: FormErrors,
    form: TokenForm,
}

impl NewPage {
    fn href(&self) -> String {
        format!("/organisations/{}/tokens", self.organisation)
    }
    fn name_field(&self) -> Field {
        kit::fields::text("name", self.words.tokens_name())
            .value(&self.form.name)
            .help(self.words.tokens_name_help())
            .error(self.errors.get("name"))
            .length_max(NAME_CHARS_MAX)
            .required()
    }
    /// Each scope: its word, what people call it, and whether it is ticked.
    fn scopes(&self) -> Vec<(&'static str, String, bool)> {
        let one = |scope: Scope| {
            let word = scope.word();
            (word, self.words.tokens_scope(word), self.form.scopes.iter().any(|ticked| ticked == word))
        };
        Scope::ALL.into_iter().map(one).collect()
    }
    fn days_field(&self) -> Choices {
        let choice = |days: i64| Choice::new(days, self.words.tokens_days(days));
        kit::fields::choices("days", self.words.tokens_until(), DAYS.into_iter().map(choice).collect())
            .value(&self.form.days)
            .error(self.errors.get("days"))
    }
}

#[derive(Template)]
#[template(path = "tokens/made.html")]
struct MadePage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    name: String,
    value: String,
    example: String,
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TokenForm {
    name: String,
    scopes: Vec<String>,
    days: String,
}

/// `GET /organisations/{organisation}/tokens`
pub async fn list(State(app): State<App>, visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    let page = app
        .db()
        .read(visit.actor(), async |tx| {
            let tokens = actions::all(&tx, id).await?;
            let organisation = organisations::find(&tx, id).await?;
            let makers: Vec<PersonId> = tokens.iter().map(|token| token.by).collect();
            let names = persons::names(&tx, &makers).await?;
            let tokens = tokens.iter().map(|token| row(&tx, &visit, organisation.zone, token, &names)).collect();
            let words = crate::words(visit.lang());
            Ok(ListPage { page: visit.page(&app), words, organisation: id, name: organisation.name, tokens })
        })
        .await?;
    show(&page)
}

fn row(tx: &Tx, visit: &Visit, zone: Zone, token: &Token, names: &HashMap<PersonId, PersonName>) -> Row {
    let (words, lang) = (crate::words(visit.lang()), visit.lang());
    let at = |moment| format::moment_with_year(lang, zone, moment);
    let holds = token.holds_at(tx.now());
    let state = match (holds, token.ended_at) {
        (true, _) => Tag::success(words.tokens_holds()),
        (false, Some(_)) => Tag::neutral(words.tokens_ended()),
        (false, None) => Tag::warning(words.tokens_expired()),
    };
    let by = names.get(&token.by).map(ToString::to_string).unwrap_or_default();
    let last = match (token.used_at, token.used_from.as_deref()) {
        (Some(used), Some(from)) => words.tokens_used(at(used), from),
        _ => words.tokens_unused().to_string(),
    };
    let until = match token.ended_at {
        Some(ended) => words.tokens_ended_at(at(ended)),
        None => words.tokens_holds_until(at(token.expires_at)),
    };
    Row {
        id: token.id,
        name: token.name.clone(),
        state,
        holds,
        scopes: token.scopes.iter().map(|scope| words.tokens_scope(scope.word())).collect(),
        lines: vec![words.tokens_made_by(by, at(token.created_at)), until, last],
    }
}

/// `GET /organisations/{organisation}/tokens/new`
pub async fn new(State(app): State<App>, visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    let form = TokenForm { days: DAYS[2].to_string(), ..TokenForm::default() };
    may_keep(&app, &visit, id).await?;
    show(&form_page(&app, &visit, id, FormErrors::none(), form))
}

async fn may_keep(app: &App, visit: &Visit, id: OrganisationId) -> Result<(), Fault> {
    app.db().read(visit.actor(), async |tx| Ok(access::may_keep(tx.actor(), id).map(drop)?)).await
}

fn form_page(app: &App, visit: &Visit, id: OrganisationId, errors: FormErrors, form: TokenForm) -> NewPage {
    NewPage { page: visit.page(app), words: crate::words(visit.lang()), organisation: id, errors, form }
}

/// `POST /organisations/{organisation}/tokens/new`: the value is on the page that answers, and nowhere else.
pub async fn make(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<TokenForm>,
) -> Answer {
    may_keep(&app, &visit, id).await?;
    let lang = visit.lang();
    let errors = match NewToken::read(&form.name, &form.scopes, &form.days) {
        Ok(new) => {
            let chance = chance::secret_hex(TokenKey::BYTES);
            match app.db().write(visit.actor(), async |tx| actions::make(&tx, id, &new, &chance).await).await {
                Ok(made) => return show(&made_page(&app, &visit, id, &new, &made.key)),
                Err(fault) => FormErrors::from_fault(lang, fault)?,
            }
        }
        Err(wrong) => {
            let mut errors = FormErrors::none();
            for problem in wrong {
                errors.add(problem.field().unwrap_or_default(), problem.tell(lang));
            }
            errors
        }
    };
    show_with(StatusCode::UNPROCESSABLE_ENTITY, &form_page(&app, &visit, id, errors, form))
}

fn made_page(app: &App, visit: &Visit, id: OrganisationId, new: &NewToken, key: &TokenKey) -> MadePage {
    let value = key.reveal();
    let base = app.settings().base_url.trim_end_matches('/');
    MadePage {
        page: visit.page(app),
        words: crate::words(visit.lang()),
        organisation: id,
        name: new.name().to_owned(),
        example: format!("curl -H \"Authorization: Bearer $TOKEN\" {base}{}/organisation", kit::web::api::ROOT),
        value,
    }
}

/// `POST /organisations/{organisation}/tokens/{token}/end`
pub async fn end(
    State(app): State<App>,
    visit: Visit,
    Path((organisation, token)): Path<(OrganisationId, TokenId)>,
    Form(_): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::end(&tx, organisation, token).await).await?;
    Ok(see_other(format!("/organisations/{organisation}/tokens")))
}
