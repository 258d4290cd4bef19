//! Forms about people: taking somebody in, putting right what is known, binding once more.

use askama::Template;
use axum::extract::State;
use base::{OrganisationId, PersonId};
use kit::db::Tx;
use kit::edition::{self, Again, Shown};
use kit::fault::Fault;
use kit::fields::{self, Choice, Field};
use kit::form::FormErrors;
use kit::page::Page;
use kit::parts::Alert;
use kit::web::{Answer, App, Form, Path, Visit, see_other, show, show_again, show_with};
use serde::{Deserialize, Serialize};

use super::super::access;
use super::super::actions::register;
use super::super::model::{
    Affiliation, AffiliationKind, Email, NewPerson, NewStudent, Person, PersonError, PersonName, Phone, Span,
};
use super::{kind_word, person_href};
use crate::Words;
use crate::organisations::{self, Tree};

/// What the forms send; each has the fields it shows.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct PersonForm {
    /// What the form was made from; empty where nothing stood before
    edition: String,
    given_name: String,
    family_name: String,
    email: String,
    phone: String,
    kind: String,
    outside_key: String,
    to: String,
    from_on: String,
    until_on: String,
}

#[derive(Template)]
#[template(path = "persons/form.html")]
struct FormPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    person: Option<(String, String)>,
    title: String,
    lead: String,
    back: String,
    /// What it was made from, where it changes what stands
    edition: Option<String>,
    /// Told when somebody else has saved meanwhile
    edited: Option<Alert>,
    errors: FormErrors,
    fields: Vec<Field>,
    save: String,
}

impl edition::Form for PersonForm {
    fn made_from(self, edition: String) -> Self {
        Self { edition, ..self }
    }
}

impl PersonForm {
    fn person(&self) -> Result<NewPerson, Fault> {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(NewPerson {
            name: PersonName::new(&self.given_name, &self.family_name)?,
            email: some(&self.email).map(|email| Email::new(&email)).transpose()?,
            phone: some(&self.phone).map(|phone| Phone::new(&phone)).transpose()?,
            lang: None,
        })
    }

    fn of(person: &Person) -> Self {
        Self {
            given_name: person.name.given_part().into(),
            family_name: person.name.family_part().into(),
            email: person.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
            phone: person.phone.as_ref().map(|phone| phone.as_str().to_owned()).unwrap_or_default(),
            ..Self::default()
        }
    }

    fn bond(&self, tree: &Tree, person: PersonId) -> Result<Affiliation, Fault> {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let outside_key = some(&self.outside_key);
        let got = outside_key.as_ref().map_or(0, |key| key.chars().count());
        if got > NewStudent::KEY_CHARS_MAX {
            return Err(PersonError::TooLong { field: "outside_key", got, max: NewStudent::KEY_CHARS_MAX }.into());
        }
        Ok(Affiliation {
            person,
            kind: AffiliationKind::from_word(&self.kind).ok_or(PersonError::NoChoice { field: "kind" })?,
            outside_key,
            unit: some(&self.to).map(|typed| organisations::target_of(tree, &typed)).transpose()?,
            span: span_of(&self.from_on, &self.until_on)?,
        })
    }

    fn person_fields(&self, words: &Words, errors: &FormErrors) -> Vec<Field> {
        let line = |name: &'static str, label: String, value: &str| {
            fields::text(name, label).value(value).length_max(PersonName::PART_CHARS_MAX).error(errors.get(name))
        };
        vec![
            line("given_name", words.persons_field_given().to_string(), &self.given_name),
            line("family_name", words.persons_field_family().to_string(), &self.family_name),
            fields::email("email", words.persons_field_email())
                .value(&self.email)
                .help(words.persons_field_email_help())
                .error(errors.get("email")),
            line("phone", words.persons_field_phone().to_string(), &self.phone).middle(),
        ]
    }

    fn bond_fields(&self, words: &Words, tree: &Tree, errors: &FormErrors) -> Vec<Field> {
        let kinds = AffiliationKind::ALL.into_iter().map(|kind| Choice::new(kind.word(), kind_word(words, kind)));
        let day = |name: &'static str, label: String, value: &str| {
            fields::date(name, label).value(value).error(errors.get(name))
        };
        vec![
            fields::select("kind", words.persons_field_kind(), kinds.collect())
                .value(&self.kind)
                .error(errors.get("kind")),
            fields::text("outside_key", words.persons_field_key())
                .value(&self.outside_key)
                .help(words.persons_field_key_help())
                .length_max(NewStudent::KEY_CHARS_MAX)
                .error(errors.get("outside_key"))
                .middle(),
            organisations::part_of(words, tree, &self.to).error(errors.get("to")),
            day("from_on", words.persons_field_from().to_string(), &self.from_on).help(words.persons_field_span_help()),
            day("until_on", words.persons_field_until().to_string(), &self.until_on),
        ]
    }
}

/// The empty form of a person.
pub async fn ask_new(State(app): State<App>, visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    let form = PersonForm { kind: AffiliationKind::Staff.word().into(), ..PersonForm::default() };
    show(&new_page(&app, &visit, id, &form, FormErrors::none()).await?)
}

/// Takes somebody in.
pub async fn take_in(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<PersonForm>,
) -> Answer {
    let taken = app
        .db()
        .write(visit.actor(), async |tx| {
            let tree = organisations::tree(&tx, id, None).await?;
            let person = form.person()?;
            // The id is the action's to make; the form is read before anything is written.
            let bond = form.bond(&tree, PersonId(uuid::Uuid::nil()))?;
            register::take_in(&tx, id, &person, |person| Affiliation { person, ..bond }).await
        })
        .await;
    match taken {
        Ok(person) => Ok(see_other(person_href(id, person))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&new_page(&app, &visit, id, &form, errors).await?)
        }
    }
}

async fn new_page(
    app: &App,
    visit: &Visit,
    id: OrganisationId,
    form: &PersonForm,
    errors: FormErrors,
) -> Result<FormPage, Fault> {
    let words = crate::words(visit.lang());
    let look = async |tx: Tx| {
        access::may_see_people(tx.actor(), id)?;
        organisations::tree(&tx, id, None).await
    };
    let tree = app.db().read(visit.actor(), look).await?;
    let fields = [form.person_fields(words, &errors), form.bond_fields(words, &tree, &errors)].concat();
    Ok(FormPage {
        page: visit.page(app),
        words,
        organisation: id,
        person: None,
        title: words.persons_add().to_string(),
        lead: words.persons_add_lead().to_string(),
        back: format!("/organisations/{id}/people"),
        edition: None,
        edited: None,
        errors,
        fields,
        save: words.persons_save_new().to_string(),
    })
}

/// The form of what is known of a person.
pub async fn ask_correction(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
) -> Answer {
    show(&correction_page(&app, &visit, (id, person), None).await?)
}

/// Puts right what is known of a person. Whoever saved in between is not overwritten unseen.
pub async fn correct(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Form(form): Form<PersonForm>,
) -> Answer {
    let correct = async |tx: Tx| {
        let before = register::changeable_person(&tx, id, person).await?;
        edition::unchanged(&form.edition, &edition::of(&PersonForm::of(&before))?)?;
        register::correct(&tx, id, person, &form.person()?).await
    };
    match app.db().write(visit.actor(), correct).await {
        Ok(()) => Ok(see_other(person_href(id, person))),
        Err(fault) => {
            let again = Again::new(visit.lang(), form, fault)?;
            let status = again.status();
            show_with(status, &correction_page(&app, &visit, (id, person), Some(again)).await?)
        }
    }
}

async fn correction_page(
    app: &App,
    visit: &Visit,
    (id, person): (OrganisationId, PersonId),
    again: Option<Again<PersonForm>>,
) -> Result<FormPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let file = app.db().read(visit.actor(), async |tx| register::file(&tx, id, person).await).await?;
    let stands = PersonForm::of(&file.person);
    let now = edition::of(&stands)?;
    let shown = Shown::new(again, stands, now);
    Ok(FormPage {
        page: visit.page(app),
        words,
        organisation: id,
        person: Some((file.person.name.to_string(), person_href(id, person))),
        title: words.persons_do_correct().to_string(),
        lead: words.persons_correct_lead().to_string(),
        back: person_href(id, person),
        fields: shown.fields(lang, |form, errors| form.person_fields(words, errors)),
        edited: shown.alert(lang),
        edition: Some(shown.form.edition),
        errors: shown.errors,
        save: words.persons_save().to_string(),
    })
}

/// The form of one more bond.
pub async fn ask_bond(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
) -> Answer {
    let form = PersonForm { kind: AffiliationKind::Staff.word().into(), ..PersonForm::default() };
    show(&bond_page(&app, &visit, (id, person), &form, FormErrors::none()).await?)
}

/// Binds somebody once more.
pub async fn bind(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Form(form): Form<PersonForm>,
) -> Answer {
    let bind = async |tx: Tx| {
        register::file(&tx, id, person).await?;
        let tree = organisations::tree(&tx, id, None).await?;
        register::bind(&tx, id, &form.bond(&tree, person)?).await
    };
    match app.db().write(visit.actor(), bind).await {
        Ok(()) => Ok(see_other(person_href(id, person))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&bond_page(&app, &visit, (id, person), &form, errors).await?)
        }
    }
}

async fn bond_page(
    app: &App,
    visit: &Visit,
    (id, person): (OrganisationId, PersonId),
    form: &PersonForm,
    errors: FormErrors,
) -> Result<FormPage, Fault> {
    let words = crate::words(visit.lang());
    let look = async |tx: Tx| {
        let file = register::file(&tx, id, person).await?;
        Ok((file, organisations::tree(&tx, id, None).await?))
    };
    let (file, tree) = app.db().read(visit.actor(), look).await?;
    Ok(FormPage {
        page: visit.page(app),
        words,
        organisation: id,
        person: Some((file.person.name.to_string(), person_href(id, person))),
        title: words.persons_do_bind().to_string(),
        lead: words.persons_bind_lead().to_string(),
        back: person_href(id, person),
        edition: None,
        edited: None,
        fields: form.bond_fields(words, &tree, &errors),
        errors,
        save: words.persons_save().to_string(),
    })
}

/// The days from and until which something holds, as they were typed.
/// # Errors
/// When one is no day, or the last comes before the first.
pub fn span_of(from_on: &str, until_on: &str) -> Result<Span, Fault> {
    let (from_on, until_on) =
        (organisations::day_of("from_on", from_on)?, organisations::day_of("until_on", until_on)?);
    Ok(Span::new(from_on, until_on)?)
}
