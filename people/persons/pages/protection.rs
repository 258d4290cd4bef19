//! Protecting somebody's name and address, and those who may see them.

use askama::Template;
use axum::extract::State;
use base::{OrganisationId, PersonId};
use kit::db::Tx;
use kit::edition::{self, Again, Shown};
use kit::fault::Fault;
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::page::Page;
use kit::parts::Alert;
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show, show_again, show_with};
use serde::Deserialize;

use super::super::access;
use super::super::actions::{protection, register};
use super::super::model::{Email, File, NewProtection, PersonError, PersonName};
use super::super::queries;
use super::person_href;
use crate::Words;

/// What is typed about a protection.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProtectionForm {
    /// What the form was made from; empty before somebody is protected
    edition: String,
    working_name: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "persons/protection.html")]
struct ProtectionPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    file: File,
    /// Why, once it is protected
    why: Option<String>,
    trusted: bool,
    edition: String,
    /// Told when somebody else has saved meanwhile
    edited: Option<Alert>,
    errors: FormErrors,
    fields: Vec<Field>,
}

/// What is protected of a person, as the form shows it.
struct Stands {
    working: String,
    reason: String,
}

impl Stands {
    async fn read(tx: &Tx, id: OrganisationId, person: PersonId) -> Result<Option<Self>, Fault> {
        let Some(kept) = protection::of_person(tx, id, person).await? else { return Ok(None) };
        let working = queries::names(tx, &[person]).await?.remove(&person);
        let working = working.map(|name| name.to_string()).unwrap_or_default();
        Ok(Some(Self { working, reason: kept.reason }))
    }

    /// Only the working name can be changed once somebody is protected.
    fn edition(stands: Option<&Self>) -> Result<String, Fault> {
        stands.map_or_else(|| Ok(String::new()), |stands| edition::of(&stands.working))
    }
}

/// The form.
pub async fn ask(State(app): State<App>, visit: Visit, Path((id, person)): Path<(OrganisationId, PersonId)>) -> Answer {
    show(&page(&app, &visit, (id, person), None).await?)
}

/// Protects somebody. Whoever is no trustee sees the person no more, and is shown whom to ask. Whoever saved in between
/// is not overwritten unseen.
pub async fn protect(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Form(form): Form<ProtectionForm>,
) -> Answer {
    let protect = async |tx: Tx| {
        let stands = Stands::read(&tx, id, person).await?;
        edition::unchanged(&form.edition, &Stands::edition(stands.as_ref())?)?;
        // A changed working name has the reason that stands.
        let reason = stands.as_ref().map_or(form.reason.as_str(), |stands| &stands.reason);
        protection::protect(&tx, id, person, &NewProtection::new(person, &form.working_name, reason)?).await?;
        let seen = register::file(&tx, id, person).await;
        Ok(seen.is_ok())
    };
    match app.db().write(visit.actor(), protect).await {
        Ok(true) => Ok(see_other(person_href(id, person))),
        Ok(false) => Ok(see_other(format!("/organisations/{id}/trustees"))),
        Err(fault) => {
            let again = Again::new(visit.lang(), form, fault)?;
            let status = again.status();
            show_with(status, &page(&app, &visit, (id, person), Some(again)).await?)
        }
    }
}

/// Ends a protection.
pub async fn lift(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| protection::lift(&tx, id, person).await).await?;
    Ok(see_other(person_href(id, person)))
}

async fn page(
    app: &App,
    visit: &Visit,
    (id, person): (OrganisationId, PersonId),
    again: Option<Again<ProtectionForm>>,
) -> Result<ProtectionPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let look = async |tx: Tx| {
        let file = register::file(&tx, id, person).await?;
        if !file.may_change {
            return Err(PersonError::AboveActor.into());
        }
        let trusted = protection::has_trustee(&tx, access::may_see_people(tx.actor(), id)?.owner).await?;
        Ok((file, Stands::read(&tx, id, person).await?, trusted))
    };
    let (file, stands, trusted) = app.db().read(visit.actor(), look).await?;
    let now = Stands::edition(stands.as_ref())?;
    let working_name = stands.as_ref().map(|stands| stands.working.clone()).unwrap_or_default();
    let shown = Shown::new(again, ProtectionForm { working_name, ..ProtectionForm::default() }, now);
    Ok(ProtectionPage {
        page: visit.page(app),
        words,
        organisation: id,
        file,
        trusted,
        fields: shown.fields(lang, |form, errors| form.fields(words, errors, stands.is_none())),
        edited: shown.alert(lang),
        edition: shown.form.edition,
        why: stands.map(|stands| stands.reason),
        errors: shown.errors,
    })
}

impl edition::Form for ProtectionForm {
    fn made_from(self, edition: String) -> Self {
        Self { edition, ..self }
    }
}

impl ProtectionForm {
    fn fields(&self, words: &Words, errors: &FormErrors, is_new: bool) -> Vec<Field> {
        let mut fields = vec![
            fields::text("working_name", words.persons_field_working_name())
                .value(&self.working_name)
                .help(words.persons_field_working_name_help())
                .length_max(PersonName::PART_CHARS_MAX)
                .error(errors.get("working_name")),
        ];
        // Why somebody is protected is told once. Typed while a colleague did the same, it stays before the reader's eyes.
        if is_new || !self.reason.is_empty() {
            let help = match is_new {
                true => words.persons_field_protection_reason_help(),
                false => words.persons_field_protection_reason_stands(),
            };
            let reason = fields::area("reason", words.persons_field_protection_reason())
                .value(&self.reason)
                .help(help)
                .length_max(NewProtection::REASON_CHARS_MAX)
                .error(errors.get("reason"));
            fields.push(reason);
        }
        fields
    }
}

/// What is typed about a trustee.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TrusteeForm {
    email: String,
}

#[derive(Template)]
#[template(path = "persons/trustees.html")]
struct TrusteesPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    lines: Vec<(String, String, Option<String>)>,
    errors: FormErrors,
    field: Option<Field>,
}

/// The trustees.
pub async fn show_trustees(State(app): State<App>, visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    show(&trustees_page(&app, &visit, id, &TrusteeForm::default(), FormErrors::none()).await?)
}

/// Names one more.
pub async fn trust(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<TrusteeForm>,
) -> Answer {
    let trust = async |tx: Tx| protection::trust(&tx, id, &Email::new(&form.email)?).await;
    match app.db().write(visit.actor(), trust).await {
        Ok(()) => Ok(see_other(format!("/organisations/{id}/trustees"))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&trustees_page(&app, &visit, id, &form, errors).await?)
        }
    }
}

/// Trusts somebody no longer.
pub async fn distrust(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| protection::distrust(&tx, id, person).await).await?;
    Ok(see_other(format!("/organisations/{id}/trustees")))
}

async fn trustees_page(
    app: &App,
    visit: &Visit,
    id: OrganisationId,
    form: &TrusteeForm,
    errors: FormErrors,
) -> Result<TrusteesPage, Fault> {
    let words = crate::words(visit.lang());
    let look = async |tx: Tx| {
        let all = protection::trustees(&tx, id).await?;
        let mentioned: Vec<PersonId> =
            all.iter().flat_map(|one| std::iter::once(one.person).chain(one.given_by)).collect();
        let acting = protection::acting(&tx, access::may_see_people(tx.actor(), id)?.owner).await?;
        Ok((all, queries::names(&tx, &mentioned).await?, acting))
    };
    let (all, names, acting) = app.db().read(visit.actor(), look).await?;
    let names_them = access::may_name_trustees(visit.actor(), id).is_ok();
    let name = |person: PersonId| names.get(&person).map(ToString::to_string).unwrap_or_default();
    let line = |one: &super::super::model::Trustee| {
        let by = one.given_by.map(|by| words.persons_trustee_by(name(by)));
        let idle = (!acting.contains(&one.person)).then(|| words.persons_trustee_idle().to_string());
        let by = by.into_iter().chain(idle).collect::<Vec<_>>().join(". ");
        let href = names_them.then(|| format!("/organisations/{id}/trustees/{}/closure", one.person));
        (name(one.person), by, href)
    };
    let field = fields::email("email", words.persons_field_email())
        .value(&form.email)
        .help(words.persons_trustee_email_help())
        .error(errors.get("email"));
    Ok(TrusteesPage {
        page: visit.page(app),
        words,
        organisation: id,
        lines: all.iter().map(line).collect(),
        errors,
        field: names_them.then_some(field),
    })
}
