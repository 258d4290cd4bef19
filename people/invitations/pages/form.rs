//! Inviting one person of the register.

use askama::Template;
use axum::extract::State;
use base::{OrganisationId, PersonId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::page::Page;
use kit::web::{Answer, App, Form, Path, Visit, see_other, show, show_again};
use serde::Deserialize;

use super::super::actions;
use super::super::model::{ABOUT_CHARS_MAX, NewInvitation};
use crate::persons::pages::person_href;
use crate::{Words, organisations, persons};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InvitationForm {
    about: String,
    until_on: String,
}

#[derive(Template)]
#[template(path = "invitations/form.html")]
struct FormPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    name: String,
    back: String,
    lead: String,
    errors: FormErrors,
    fields: Vec<Field>,
}

/// The empty form.
pub async fn ask(State(app): State<App>, visit: Visit, Path((id, person)): Path<(OrganisationId, PersonId)>) -> Answer {
    show(&page(&app, &visit, (id, person), &InvitationForm::default(), FormErrors::none()).await?)
}

/// Sends the invitation.
pub async fn invite(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Form(form): Form<InvitationForm>,
) -> Answer {
    let invite = async |tx: Tx| {
        persons::changeable(&tx, id, person).await?;
        let today = organisations::today(&tx, id).await?;
        let new = NewInvitation::new(&form.about, organisations::day_of("until_on", &form.until_on)?, today)?;
        actions::invite(&tx, id, person, &new).await
    };
    match app.db().write(visit.actor(), invite).await {
        Ok(_) => Ok(see_other(person_href(id, person))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&page(&app, &visit, (id, person), &form, errors).await?)
        }
    }
}

/// To what, and until when.
pub(super) fn fields(words: &Words, (about, until_on): (&str, &str), errors: &FormErrors) -> Vec<Field> {
    vec![
        fields::area("about", words.invitations_about())
            .value(about)
            .help(words.invitations_about_help())
            .length_max(ABOUT_CHARS_MAX)
            .error(errors.get("about")),
        fields::date("until_on", words.invitations_until())
            .value(until_on)
            .help(words.invitations_until_help())
            .error(errors.get("until_on")),
    ]
}

async fn page(
    app: &App,
    visit: &Visit,
    (id, person): (OrganisationId, PersonId),
    form: &InvitationForm,
    errors: FormErrors,
) -> Result<FormPage, Fault> {
    let words = crate::words(visit.lang());
    let invited = app.db().read(visit.actor(), async |tx| persons::changeable(&tx, id, person).await).await?;
    let fields = fields(words, (&form.about, &form.until_on), &errors);
    let lead = match &invited.email {
        Some(email) => words.invitations_lead(email.as_str()).to_string(),
        None => words.invitations_no_address().to_string(),
    };
    Ok(FormPage {
        page: visit.page(app),
        words,
        organisation: id,
        name: invited.name.to_string(),
        back: person_href(id, person),
        lead,
        errors,
        fields,
    })
}
