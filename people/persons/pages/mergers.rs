//! Merging two entries of the register: find the other, see what moves, confirm; and taking it back.

use askama::Template;
use axum::extract::State;
use base::{MergerId, OrganisationId, PersonId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::form::FormErrors;
use kit::page::Page;
use kit::parts::{Alert, Tone};
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other, show, show_again};
use serde::Deserialize;

use super::super::actions::mergers::{self, Preview};
use super::super::actions::register;
use super::super::model::{Narrowing, Person, Standing, Ties};
use super::person_href;
use crate::Words;

/// Entries offered at a time.
const OFFERED: u64 = 10;

/// What the page is asked with.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    with: String,
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MergerForm {
    with: String,
}

#[derive(Template)]
#[template(path = "persons/merger.html")]
struct MergerPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    person: Person,
    q: String,
    offered: Vec<(String, String, PersonId)>,
    told: Option<Told>,
    errors: FormErrors,
}

struct Told {
    with: PersonId,
    kept: Side,
    gone: Side,
    stays: Option<Alert>,
}

/// One of the two entries.
struct Side {
    name: String,
    holds: String,
}

/// The page: who could be the same, and what would move.
pub async fn ask(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let page = page(&app, &visit, (id, person), &asked, FormErrors::none()).await?;
    if page.errors.is_empty() { show(&page) } else { show_again(&page) }
}

/// Merges the other entry into this one.
pub async fn merge(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Form(form): Form<MergerForm>,
) -> Answer {
    let ties = app.part::<Ties>();
    let merge = async |tx: Tx| {
        register::file(&tx, id, person).await?;
        let with =
            form.with.parse().map_err(|_| super::super::model::PersonError::NoMerger { why: "nobody was chosen" })?;
        mergers::merge(&tx, id, (person, with), ties).await
    };
    match app.db().write(visit.actor(), merge).await {
        Ok(_) => Ok(see_other(person_href(id, person))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&page(&app, &visit, (id, person), &Asked::default(), errors).await?)
        }
    }
}

/// Takes a merging back.
pub async fn undo(
    State(app): State<App>,
    visit: Visit,
    Path((id, merger)): Path<(OrganisationId, MergerId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    let kept = app.db().write(visit.actor(), async |tx| mergers::undo(&tx, id, merger).await).await?;
    Ok(see_other(person_href(id, kept)))
}

async fn page(
    app: &App,
    visit: &Visit,
    (id, person): (OrganisationId, PersonId),
    asked: &Asked,
    mut errors: FormErrors,
) -> Result<MergerPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let ties = app.part::<Ties>();
    let look = async |tx: Tx| {
        let file = register::file(&tx, id, person).await?;
        // Without a search those of the same family name are offered.
        let search = if asked.q.trim().is_empty() { file.person.name.family_part() } else { asked.q.trim() };
        let narrowing = Narrowing { search: search.into(), standing: Standing::Everybody, ..Narrowing::default() };
        let (lines, _) = register::page(&tx, id, &narrowing, (0, OFFERED)).await?;
        let told = match asked.with.parse() {
            Ok(with) => Some(mergers::preview(&tx, id, (person, with), ties).await),
            Err(_) => None,
        };
        let told = match told {
            Some(Err(fault)) if fault.problem().is_none() => return Err(fault),
            told => told,
        };
        Ok((file, lines, told))
    };
    let (file, lines, told) = app.db().read(visit.actor(), look).await?;
    let told = match told {
        Some(Ok(preview)) => Some(telling(words, &preview)),
        Some(Err(fault)) => {
            for (field, text) in FormErrors::from_fault(lang, fault)?.all() {
                errors.add(field, text.as_str());
            }
            None
        }
        None => None,
    };
    let others = lines.into_iter().map(|line| line.person).filter(|other| other.id != person);
    let email = |person: &Person| person.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default();
    Ok(MergerPage {
        page: visit.page(app),
        words,
        organisation: id,
        person: file.person,
        q: asked.q.clone(),
        offered: others.map(|other| (other.name.to_string(), email(&other), other.id)).collect(),
        told,
        errors,
    })
}

fn telling(words: &Words, preview: &Preview) -> Told {
    let side = |file: &super::super::model::File| {
        let email = file.person.email.as_ref().map(|email| format!(", {}", email.as_str())).unwrap_or_default();
        Side {
            name: format!("{}{email}", file.person.name),
            holds: words.persons_merge_counts(file.bonds.len(), file.roles.len()),
        }
    };
    Told {
        with: preview.gone.person.id,
        kept: side(&preview.kept),
        gone: side(&preview.gone),
        stays: (preview.ties > 0).then(|| Alert::new(Tone::Danger, "", words.persons_tied().to_string())),
    }
}
