//! Adding a unit.

use askama::Template;
use axum::extract::State;
use base::OrganisationId;
use kit::fault::{Fault, NotFound};
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::page::Page;
use kit::web::{Answer, App, Form, Path, Query, Visit, see_other, show, show_again};
use serde::Deserialize;

use super::super::access;
use super::super::actions::units;
use super::super::model::{NewUnit, Tree, UnitChange};
use super::{choice_of, day_of, target_of, unit_href};
use crate::Words;

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct UnitForm {
    name: String,
    to: String,
    outside_key: String,
    address: String,
    from_on: String,
    note: String,
}

/// Where it is to lie, when somebody comes from there.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Below {
    to: String,
}

#[derive(Template)]
#[template(path = "organisations/new.html")]
struct NewPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    errors: FormErrors,
    fields: Vec<Field>,
}

/// The empty form.
pub async fn ask(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Query(below): Query<Below>,
) -> Answer {
    let form = UnitForm { to: below.to, ..UnitForm::default() };
    show(&page(&app, &visit, id, &form, FormErrors::none()).await?)
}

/// Adds the unit.
pub async fn found(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<UnitForm>,
) -> Answer {
    let made = app
        .db()
        .write(visit.actor(), async |tx| {
            access::may_keep_units(tx.actor(), id).map_err(|_| NotFound::of("organisation", id))?;
            let today = units::today(&tx, id).await?;
            let from_on = day_of("from_on", &form.from_on)?.unwrap_or(today);
            let tree = units::tree(&tx, id, Some(from_on.max(today))).await?;
            units::found_unit(&tx, id, &form.unit(&tree)?, from_on, &form.note).await
        })
        .await;
    match made {
        Ok(unit) => Ok(see_other(unit_href(id, unit))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&page(&app, &visit, id, &form, errors).await?)
        }
    }
}

impl UnitForm {
    fn unit(&self, tree: &Tree) -> Result<NewUnit, Fault> {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(NewUnit {
            parent: some(&self.to).map(|typed| target_of(tree, &typed)).transpose()?,
            name: self.name.clone(),
            outside_key: some(&self.outside_key),
            address: some(&self.address),
        })
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    id: OrganisationId,
    form: &UnitForm,
    errors: FormErrors,
) -> Result<NewPage, Fault> {
    let words = crate::words(visit.lang());
    let look = async |tx: kit::db::Tx| {
        access::may_keep_units(tx.actor(), id).map_err(|_| NotFound::of("organisation", id))?;
        units::tree(&tx, id, None).await
    };
    let tree = app.db().read(visit.actor(), look).await?;
    let line = |name: &'static str, label: String, value: &str| {
        fields::text(name, label).value(value).length_max(200).error(errors.get(name))
    };
    let from_on = if form.from_on.is_empty() { tree.day().to_string() } else { form.from_on.clone() };
    let fields = vec![
        line("name", words.organisations_field_name().to_string(), &form.name).required(),
        choice_of(words, &tree, None, true, &form.to).error(errors.get("to")),
        line("outside_key", words.organisations_field_key().to_string(), &form.outside_key)
            .help(words.organisations_field_key_help())
            .middle(),
        line("address", words.organisations_field_address().to_string(), &form.address),
        fields::date("from_on", words.organisations_field_from())
            .value(from_on)
            .help(words.organisations_field_from_help())
            .error(errors.get("from_on")),
        line("note", words.organisations_field_note().to_string(), &form.note)
            .length_max(UnitChange::NOTE_CHARS_MAX)
            .help(words.organisations_field_note_help()),
    ];
    Ok(NewPage { page: visit.page(app), words, organisation: id, errors, fields })
}
