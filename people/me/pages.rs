//! The profile page.

pub mod data;
pub mod passkeys;
pub mod signin;

use askama::Template;
use axum::extract::State;
use base::Lang;
use kit::actor::Role;
use kit::db::Tx;
use kit::fault::Fault;
use kit::fields::{Choice, Choices, Field};
use kit::form::FormErrors;
use kit::local::LocalPath;
use kit::page::Page;
use kit::web::{Answer, App, Form, Query, Visit, see_other, show, show_with};
use serde::Deserialize;

use crate::Words;
use crate::organisations;
use crate::persons::{self, Person, PersonError, Scheme};

#[derive(Template)]
#[template(path = "me/profile.html")]
struct ProfilePage {
    page: Page,
    words: &'static Words,
    errors: FormErrors,
    person: Person,
    bonds: Vec<String>,
    /// How others see whose name is protected, and who sees more
    protection: Option<(String, String)>,
    form: ProfileForm,
    saved: bool,
}

impl ProfilePage {
    fn language_field(&self) -> Field {
        let mut choices = vec![Choice::new("", self.words.me_lang_auto())];
        choices.extend(Lang::ALL.iter().map(|lang| Choice::new(lang.tag(), lang.own_name())));
        kit::fields::select("lang", self.words.me_lang(), choices)
            .value(&self.form.lang)
            .help(self.words.me_lang_help())
            .error(self.errors.get("lang"))
    }

    fn scheme_field(&self) -> Choices {
        let name = |scheme| match scheme {
            Scheme::Light => self.words.me_scheme_light(),
            Scheme::Dark => self.words.me_scheme_dark(),
            Scheme::Auto => self.words.me_scheme_auto(),
        };
        let choices = Scheme::ALL.iter().map(|scheme| Choice::new(scheme.word(), name(*scheme))).collect();
        kit::fields::choices("scheme", self.words.me_scheme(), choices)
            .value(&self.form.scheme)
            .error(self.errors.get("scheme"))
    }

    fn search_key_field(&self) -> Choices {
        let choices =
            vec![Choice::new("on", self.words.me_search_key_on()), Choice::new("off", self.words.me_search_key_off())];
        kit::fields::choices("search_key", self.words.me_search_key(), choices)
            .value(&self.form.search_key)
            .help(self.words.me_search_key_help())
            .error(self.errors.get("search_key"))
    }
}

/// What the profile page is asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ProfileQuery {
    saved: Option<String>,
}

/// What the profile page sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProfileForm {
    lang: String,
    scheme: String,
    /// "on" or "off"; the foot of other pages leaves it out, and it stays as it is
    search_key: String,
    /// The page whose foot it was chosen at; the profile's own form leaves it out.
    back: String,
}

/// The profile.
pub async fn profile(State(app): State<App>, visit: Visit, Query(query): Query<ProfileQuery>) -> Answer {
    let mut view = view(&app, &visit, None, FormErrors::none()).await?;
    view.saved = query.saved.is_some();
    show(&view)
}

/// Whether a single key opens the search; none where nothing was chosen.
fn search_key_of(word: &str) -> Result<Option<bool>, PersonError> {
    match word {
        "" => Ok(None),
        "on" => Ok(Some(true)),
        "off" => Ok(Some(false)),
        _ => Err(PersonError::NoChoice { field: "search_key" }),
    }
}

/// Saves the choice of language, look and key.
pub async fn save(State(app): State<App>, visit: Visit, Form(form): Form<ProfileForm>) -> Answer {
    let (lang, scheme) = (Lang::from_tag(&form.lang), Scheme::from_word(&form.scheme));
    let mut errors = FormErrors::none();
    if !form.lang.is_empty() && lang.is_none() {
        errors.add("lang", kit::fault::Problem::tell(&PersonError::NoChoice { field: "lang" }, visit.lang()));
    }
    let scheme = errors.take(visit.lang(), "scheme", scheme.ok_or(PersonError::NoChoice { field: "scheme" }));
    let search_key = errors.take(visit.lang(), "search_key", search_key_of(&form.search_key)).flatten();
    let Some(scheme) = scheme.filter(|_| errors.is_empty()) else {
        let again = view(&app, &visit, Some(form), errors).await?;
        return show_with(axum::http::StatusCode::UNPROCESSABLE_ENTITY, &again);
    };
    app.db().write(visit.actor(), async |tx| persons::choose_profile(&tx, lang, scheme, search_key).await).await?;
    let back = LocalPath::new(&form.back);
    Ok(see_other(back.as_ref().map_or("/me?saved=yes", LocalPath::as_str)))
}

async fn view(app: &App, visit: &Visit, form: Option<ProfileForm>, errors: FormErrors) -> Result<ProfilePage, Fault> {
    let words = crate::words(visit.lang());
    let (person, bonds, protection) = app
        .db()
        .read(visit.actor(), async |tx| {
            let actor = tx.actor();
            let person = persons::find_oneself(&tx).await?;
            let places = organisations::find_many(&tx, &actor.organisations()).await?;
            let at =
                |organisation| places.iter().find(|place| place.id == organisation).map(|place| place.name.as_str());
            let roles = actor.held().iter().filter_map(|held| {
                Some(match held.role {
                    Role::Administrator => words.me_administrator(at(held.organisation)?),
                    Role::Coordinator => words.me_coordinator(at(held.organisation)?),
                })
            });
            let studies = actor.studies_at().iter().filter_map(|place| Some(words.me_student(at(*place)?)));
            let mut bonds: Vec<String> = roles.chain(studies).collect();
            bonds.dedup();
            let protection = own_protection(&tx, &person).await?;
            Ok((person, bonds, protection))
        })
        .await?;
    let form = form.unwrap_or_else(|| ProfileForm {
        lang: person.lang.map(Lang::tag).unwrap_or_default().into(),
        scheme: person.scheme.word().into(),
        search_key: if person.search_key { "on" } else { "off" }.into(),
        back: String::new(),
    });
    Ok(ProfilePage { page: visit.page(app), words, errors, person, bonds, protection, form, saved: false })
}

async fn own_protection(tx: &Tx, person: &Person) -> Result<Option<(String, String)>, Fault> {
    if !person.is_protected || tx.actor().helper().is_some() {
        return Ok(None);
    }
    let Some((working, trustees)) = persons::own_protection(tx).await? else { return Ok(None) };
    let ids: Vec<_> = trustees.iter().map(|trustee| trustee.person).collect();
    let names = persons::names(tx, &ids).await?;
    let mut who: Vec<String> = ids.iter().filter_map(|id| names.get(id)).map(ToString::to_string).collect();
    who.dedup();
    Ok(Some((working.to_string(), who.join(", "))))
}
