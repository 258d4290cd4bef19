//! Inviting several people of the register at once: who would get a mail is shown first.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{OrganisationId, PersonId};
use kit::db::Tx;
use kit::fault::{Fault, Kind};
use kit::fields::Field;
use kit::form::FormErrors;
use kit::page::Page;
use kit::parts::Tag;
use kit::table::Table;
use kit::web::{Answer, App, Form, Path, Visit, see_other, show, show_again, show_with};
use serde::Deserialize;

use super::super::model::NewInvitation;
use super::super::{access, actions};
use super::form::fields;
use crate::persons::pages::many::{ChosenRow, chosen_table};
use crate::persons::{self, Chosen, PersonError};
use crate::{Words, organisations};

/// Those who are ticked in the register, and what the form sends of the matter.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ManyForm {
    people: Vec<PersonId>,
    about: String,
    until_on: String,
}

#[derive(Template)]
#[template(path = "invitations/many.html")]
struct ManyPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    errors: FormErrors,
    fields: Vec<Field>,
    invited: Vec<PersonId>,
    table: Table,
}

/// Who would get a mail. Nothing is sent.
pub async fn preview(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<ManyForm>,
) -> Answer {
    let page = page(&app, &visit, id, &form, FormErrors::none()).await?;
    if page.errors.is_empty() { show(&page) } else { show_again(&page) }
}

/// Sends an invitation to each, all or none.
pub async fn invite(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<ManyForm>,
) -> Answer {
    let invite = async |tx: Tx| {
        let chosen = persons::confirmed(&tx, id, &form.people).await?;
        if !chosen.iter().all(is_invited) {
            return Err(PersonError::ChosenChanged.into());
        }
        let today = organisations::today(&tx, id).await?;
        let new = NewInvitation::new(&form.about, organisations::day_of("until_on", &form.until_on)?, today)?;
        for one in &chosen {
            actions::invite(&tx, id, one.line.person.id, &new).await?;
        }
        Ok(access::may_see(tx.actor(), id).is_ok())
    };
    match app.db().write(visit.actor(), invite).await {
        Ok(true) => Ok(see_other(format!("/organisations/{id}/invitations"))),
        Ok(false) => Ok(see_other(format!("/organisations/{id}/people"))),
        Err(fault) => {
            let changed = fault.problem().is_some_and(|problem| problem.kind() == Kind::Conflict);
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            let page = page(&app, &visit, id, &form, errors).await?;
            if changed { show_with(StatusCode::CONFLICT, &page) } else { show_again(&page) }
        }
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    id: OrganisationId,
    form: &ManyForm,
    mut errors: FormErrors,
) -> Result<ManyPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let chosen = match app.db().read(visit.actor(), async |tx| persons::chosen(&tx, id, &form.people).await).await {
        Ok(chosen) => chosen,
        Err(fault) => {
            errors = FormErrors::from_fault(lang, fault)?;
            vec![]
        }
    };
    let row = |one: &Chosen| ChosenRow {
        person: one.line.person.id,
        name: one.line.person.name.family_first(),
        what: one.line.person.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
        tag: tag(words, one),
    };
    let rows = chosen.iter().map(row).collect();
    Ok(ManyPage {
        page: visit.page(app),
        words,
        organisation: id,
        fields: fields(words, (&form.about, &form.until_on), &errors),
        invited: chosen.iter().filter(|one| is_invited(one)).map(|one| one.line.person.id).collect(),
        table: chosen_table(words, lang, id, words.persons_field_email().to_string(), rows),
        errors,
    })
}

fn is_invited(one: &Chosen) -> bool {
    one.may_change && one.line.person.email.is_some()
}

fn tag(words: &Words, one: &Chosen) -> Tag {
    match one {
        one if is_invited(one) => Tag::info(words.invitations_many_mailed()),
        Chosen { may_change: true, .. } => Tag::neutral(words.invitations_many_no_address()),
        _ => Tag::neutral(words.persons_many_above()),
    }
}
