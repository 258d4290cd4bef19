//! Changing a unit: the form, what the change would touch, and the change itself. The address holds what was chosen, so
//! the preview changes nothing and can be sent on.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use base::{Date, Lang, OrganisationId, UnitId};
use kit::fault::{Fault, NotFound};
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::parts::{Alert, Crumbs, Figures, Tone};
use kit::web::{Answer, App, Form, Path, Query, Visit, see_other, show, show_again, show_with};
use serde::Deserialize;

use super::super::actions::units::{self, Preview};
use super::super::model::{Act, OrganisationError, Touches, Tree, Unit, UnitChange, Wanted};
use super::super::{access, queries};
use super::unit::way;
use super::{choice_of, day_of, target_of, unit_href, word_of};
use crate::Words;

/// What the form holds; the preview carries it on.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChangeForm {
    name: String,
    outside_key: String,
    address: String,
    to: String,
    from_on: String,
    note: String,
    /// Asks for the preview
    see: String,
    /// What the preview knew
    seen: String,
}

impl ChangeForm {
    /// What an address asks for. It may hold other things too, such as the language.
    fn of(asked: &BTreeMap<String, String>) -> Self {
        let get = |name: &str| asked.get(name).cloned().unwrap_or_default();
        Self {
            name: get("name"),
            outside_key: get("outside_key"),
            address: get("address"),
            to: get("to"),
            from_on: get("from_on"),
            note: get("note"),
            see: get("see"),
            seen: String::new(),
        }
    }
}

#[derive(Template)]
#[template(path = "organisations/change.html")]
struct ChangePage {
    page: Page,
    words: &'static Words,
    crumbs: Crumbs,
    title: String,
    lead: String,
    back: String,
    action: String,
    errors: FormErrors,
    fields: Vec<Field>,
    told: Option<Told>,
}

/// What a change would do, in words.
struct Told {
    lines: Vec<(String, String, String)>,
    touched: Figures,
    note: Option<Alert>,
    hidden: Vec<(&'static str, String)>,
    confirm: String,
}

/// The form, or the preview when it was asked for.
pub async fn ask(
    State(app): State<App>,
    visit: Visit,
    Path((id, unit, act)): Path<(OrganisationId, UnitId, String)>,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Answer {
    let act = act_of(&act)?;
    let form = ChangeForm::of(&asked);
    let (page, refused) = page(&app, &visit, (id, unit, act), form, FormErrors::none()).await?;
    if refused { show_again(&page) } else { show(&page) }
}

/// Makes the change hold, or plans it.
pub async fn make(
    State(app): State<App>,
    visit: Visit,
    Path((id, unit, act)): Path<(OrganisationId, UnitId, String)>,
    Form(form): Form<ChangeForm>,
) -> Answer {
    let act = act_of(&act)?;
    let made = app
        .db()
        .write(visit.actor(), async |tx| {
            access::may_keep_units(tx.actor(), id).map_err(|_| NotFound::of("organisation", id))?;
            let (wanted, tree) = read(&tx, (id, unit, act), &form, None).await?;
            units::change_unit(&tx, id, unit, &wanted, (tree.day(), &form.note, &form.seen)).await
        })
        .await;
    let fault = match made {
        Ok(_) => return Ok(see_other(unit_href(id, unit))),
        Err(fault) => fault,
    };
    let conflict = fault.problem().is_some_and(|problem| problem.name() == "unit-changed-since");
    let errors = FormErrors::from_fault(visit.lang(), fault)?;
    let form = ChangeForm { see: if conflict { "yes".into() } else { String::new() }, ..form };
    let (page, _) = page(&app, &visit, (id, unit, act), form, errors).await?;
    if conflict { show_with(axum::http::StatusCode::CONFLICT, &page) } else { show_again(&page) }
}

fn act_of(word: &str) -> Result<Act, NotFound> {
    Act::from_word(word).filter(|act| *act != Act::Added).ok_or_else(|| NotFound::of("page", word))
}

/// What the form asks for, and the tree of the day it names; `now` is today's, when it is at hand.
async fn read(
    tx: &kit::db::Tx,
    (id, unit, act): (OrganisationId, UnitId, Act),
    form: &ChangeForm,
    now: Option<&Tree>,
) -> Result<(Wanted, Tree), Fault> {
    let typed = day_of("from_on", &form.from_on)?;
    let tree = match now.filter(|now| typed.is_none_or(|typed| typed == now.day())) {
        Some(now) => now.clone(),
        None => units::tree(tx, id, typed).await?,
    };
    if tree.day() < units::today(tx, id).await? {
        return Err(OrganisationError::DayGone { from_on: tree.day() }.into());
    }
    if tree.unit(unit).is_none() {
        return Err(OrganisationError::UnitGone { unit }.into());
    }
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let wanted = match act {
        Act::Named | Act::Added => Wanted::Name {
            name: form.name.trim().into(),
            outside_key: some(&form.outside_key),
            address: some(&form.address),
        },
        Act::Moved if form.to.trim().is_empty() => Wanted::Move(None),
        Act::Moved => Wanted::Move(Some(target_of(&tree, &form.to)?)),
        Act::Closed => Wanted::Close,
        Act::Merged if form.to.trim().is_empty() => return Err(OrganisationError::Empty { field: "to" }.into()),
        Act::Merged => Wanted::Merge(target_of(&tree, &form.to)?),
    };
    Ok((wanted, tree))
}

async fn page(
    app: &App,
    visit: &Visit,
    (id, unit_id, act): (OrganisationId, UnitId, Act),
    form: ChangeForm,
    mut errors: FormErrors,
) -> Result<(ChangePage, bool), Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let sources = &app.part::<Touches>().0;
    let look = async |tx: kit::db::Tx| {
        let owner = access::may_keep_units(tx.actor(), id).map_err(|_| NotFound::of("organisation", id))?;
        let tree = units::tree(&tx, id, None).await?;
        let unit = queries::find_unit(&tx, owner, unit_id).await?.ok_or_else(|| NotFound::of("unit", unit_id))?;
        let organisation = queries::find(&tx, id).await?;
        if form.see.is_empty() {
            return Ok((organisation, tree, unit, None));
        }
        let told = match read(&tx, (id, unit_id, act), &form, Some(&tree)).await {
            Ok((wanted, then)) => units::preview(&tx, id, &then, unit_id, &wanted).await.map(|told| (told, then.day())),
            Err(fault) => Err(fault),
        };
        let told = match told {
            Ok((told, from_on)) => {
                let mut touched = vec![];
                for source in sources {
                    touched.extend(source(&tx, id, &told.units, lang).await?);
                }
                Ok((told, from_on, touched))
            }
            Err(fault) if fault.problem().is_some() => Err(fault),
            Err(fault) => return Err(fault),
        };
        Ok((organisation, tree, unit, Some(told.map_err(|fault| FormErrors::from_fault(lang, fault)))))
    };
    let (organisation, tree, unit, told) = app.db().read(visit.actor(), look).await?;
    let (told, refused) = match told {
        None => (None, false),
        Some(Ok((preview, from_on, touched))) => {
            (Some(telling(words, lang, act, &form, &preview, from_on, touched)), false)
        }
        Some(Err(found)) => {
            for (field, text) in found?.all() {
                errors.add(field, text.as_str());
            }
            (None, true)
        }
    };
    let (title, lead) = heading(words, act, &unit);
    let layout = visit.page(app);
    let page = ChangePage {
        words,
        crumbs: way(layout.words, words, &organisation, &tree, &unit).to(unit.name.as_str(), unit_href(id, unit_id)),
        page: layout,
        title,
        lead,
        back: unit_href(id, unit_id),
        action: format!("{}/changes/{}", unit_href(id, unit_id), act.word()),
        fields: fields_of(words, act, &tree, &unit, &form, &errors),
        errors,
        told,
    };
    Ok((page, refused))
}

fn heading(words: &Words, act: Act, unit: &Unit) -> (String, String) {
    let name = unit.name.as_str();
    match act {
        Act::Named | Act::Added => (words.organisations_name_title(name), words.organisations_name_lead().to_string()),
        Act::Moved => (words.organisations_move_title(name), words.organisations_move_lead().to_string()),
        Act::Closed => (words.organisations_close_title(name), words.organisations_close_lead().to_string()),
        Act::Merged => (words.organisations_merge_title(name), words.organisations_merge_lead().to_string()),
    }
}

fn fields_of(words: &Words, act: Act, tree: &Tree, unit: &Unit, form: &ChangeForm, errors: &FormErrors) -> Vec<Field> {
    let fresh = form.see.is_empty() && errors.is_empty();
    let line = |name: &'static str, label: String, typed: &str, now: &str| {
        fields::text(name, label).value(if fresh { now } else { typed }).length_max(200).error(errors.get(name))
    };
    let mut all = match act {
        Act::Named | Act::Added => vec![
            line("name", words.organisations_field_name().to_string(), &form.name, &unit.name).required(),
            line(
                "outside_key",
                words.organisations_field_key().to_string(),
                &form.outside_key,
                unit.outside_key.as_deref().unwrap_or_default(),
            )
            .help(words.organisations_field_key_help())
            .middle(),
            line(
                "address",
                words.organisations_field_address().to_string(),
                &form.address,
                unit.address.as_deref().unwrap_or_default(),
            ),
        ],
        Act::Moved | Act::Merged => {
            vec![choice_of(words, tree, Some(unit.id), act == Act::Moved, &form.to).error(errors.get("to"))]
        }
        Act::Closed => vec![],
    };
    let from_on = if form.from_on.is_empty() { tree.day().to_string() } else { form.from_on.clone() };
    all.push(
        fields::date("from_on", words.organisations_field_from())
            .value(from_on)
            .help(words.organisations_field_from_help())
            .error(errors.get("from_on")),
    );
    all.push(
        fields::text("note", words.organisations_field_note())
            .value(&form.note)
            .length_max(UnitChange::NOTE_CHARS_MAX)
            .help(words.organisations_field_note_help())
            .error(errors.get("note")),
    );
    all
}

fn telling(
    words: &Words,
    lang: Lang,
    act: Act,
    form: &ChangeForm,
    preview: &Preview,
    from_on: Date,
    touched: Vec<(String, u64)>,
) -> Told {
    let (before, after) = (&preview.before, &preview.after);
    let none = || "–".to_owned();
    let word = |text: &Option<String>| text.clone().unwrap_or_else(none);
    let lines = [
        (words.organisations_field_name().to_string(), before.name.clone(), after.name.clone()),
        (words.organisations_field_key().to_string(), word(&before.outside_key), word(&after.outside_key)),
        (words.organisations_field_address().to_string(), word(&before.address), word(&after.address)),
        (words.organisations_fact_place().to_string(), preview.paths.0.clone(), preview.paths.1.clone()),
        (
            words.organisations_fact_until().to_string(),
            before.until_on.map_or_else(none, |day| word_of(lang, day)),
            after.until_on.map_or_else(none, |day| word_of(lang, day)),
        ),
    ];
    let number = |count: u64| format::number(lang, i64::try_from(count).unwrap_or(i64::MAX));
    let mut figures = Figures::default()
        .with(words.organisations_figure_units(), number(preview.units.len() as u64), "")
        .with(words.organisations_figure_people(), number(preview.people), "")
        .with(words.organisations_figure_roles(), number(preview.roles), "");
    for (label, count) in touched {
        figures = figures.with(label, number(count), "");
    }
    let note = match act {
        Act::Moved if preview.gaining > 0 => Some(words.organisations_gaining(preview.gaining)),
        Act::Merged => Some(words.organisations_merge_note().to_string()),
        Act::Closed => Some(words.organisations_close_note().to_string()),
        _ => None,
    };
    let hidden = vec![
        ("name", form.name.clone()),
        ("outside_key", form.outside_key.clone()),
        ("address", form.address.clone()),
        ("to", form.to.clone()),
        ("from_on", from_on.to_string()),
        ("note", form.note.clone()),
        ("seen", preview.seen.clone()),
    ];
    Told {
        lines: lines.into_iter().filter(|(_, before, after)| before != after).collect(),
        touched: figures,
        note: note.map(|text| Alert::new(Tone::Info, "", text)),
        hidden,
        confirm: words.organisations_confirm(word_of(lang, from_on)),
    }
}
