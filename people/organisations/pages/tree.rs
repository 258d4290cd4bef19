//! The tree of an organisation on a day, as nested lists: as deep as there is room for, and each unit's page goes on.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{Date, OrganisationId, UnitId};
use kit::actor::Role;
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::parts::{Alert, Empty, Figures, Tag, Tone};
use kit::web::{Answer, App, Path, Query, Visit, show};
use serde::Deserialize;

use super::super::actions::units;
use super::super::model::{ChangeState, Organisation, Tree, Unit, UnitChange};
use super::super::queries;
use super::{day_of, told, unit_href, word_of};
use crate::Words;
use crate::organisations::access;

/// Units drawn on one page.
const LINES_MAX: usize = 250;
/// Units found by a search that are shown.
const FOUND_MAX: usize = 50;
/// Plans told of beside the tree.
const PLANS_SHOWN: usize = 6;

/// What the tree is asked with.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TreeQuery {
    on: String,
    q: String,
}

/// One unit in the drawing.
pub struct Drawn {
    /// Name
    pub name: String,
    /// Its page
    pub href: String,
    /// What stands small beside it; may be empty
    pub note: String,
    /// What comes
    pub tag: Option<Tag>,
    /// A list begins
    pub opens: bool,
    /// Lists that end
    pub closes: usize,
    /// Units below that are not drawn, in words; may be empty
    pub hidden: String,
}

#[derive(Template)]
#[template(path = "organisations/tree.html")]
struct TreePage {
    page: Page,
    words: &'static Words,
    organisation: Organisation,
    keeps: bool,
    administers: bool,
    figures: Figures,
    day: Field,
    search: Field,
    narrowed: bool,
    other_day: Option<Alert>,
    found: Option<Vec<(String, String, String)>>,
    more_found: String,
    lines: Vec<Drawn>,
    rest: String,
    plans: Vec<(String, String)>,
    failed: usize,
}

impl TreePage {
    fn empty(&self) -> Empty {
        let empty = Empty::new(self.words.organisations_units_none(), self.words.organisations_units_none_text());
        match self.keeps {
            true => empty
                .action(self.words.organisations_add(), format!("/organisations/{}/units/new", self.organisation.id)),
            false => empty,
        }
    }
}

/// The tree today or on another day.
pub async fn show_tree(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Query(query): Query<TreeQuery>,
) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let mut errors = FormErrors::none();
    let wanted = errors.take(lang, "on", day_of("on", &query.on)).flatten();
    let look = async |tx: kit::db::Tx| {
        let tree = units::tree(&tx, id, wanted).await?;
        let people = units::people_by_unit(&tx, id, tree.day()).await?;
        let plans = units::history_page(&tx, id, 0, 200).await?.0;
        let keeps = access::may_keep_units(tx.actor(), id).is_ok();
        Ok((queries::find(&tx, id).await?, tree, people, plans, keeps, units::today(&tx, id).await?))
    };
    let (organisation, tree, people, changes, keeps, today) = app.db().read(visit.actor(), look).await?;
    let lines = tree.lines(None, LINES_MAX);
    let left = tree.children(None).count().saturating_sub(LINES_MAX);
    let found = (!query.q.trim().is_empty()).then(|| found(&tree, &query.q));
    let more = found.as_ref().map_or(0, |found| found.len().saturating_sub(FOUND_MAX));
    let plans: Vec<&UnitChange> =
        changes.iter().rev().filter(|change| change.state == ChangeState::Planned).take(PLANS_SHOWN).collect();
    show(&TreePage {
        page: visit.page(&app),
        words,
        figures: figures(words, lang, &tree, &people, plans.len()),
        day: fields::date("on", words.organisations_on()).value(tree.day()).error(errors.get("on")),
        search: fields::text("q", words.organisations_find()).value(query.q.trim()).length_max(200),
        narrowed: tree.day() != today || !query.q.trim().is_empty(),
        other_day: other_day(words, lang, &tree, today),
        more_found: if more > 0 { words.organisations_more_found(more) } else { String::new() },
        found: found.map(|found| {
            let line = |unit: &&Unit| (unit.name.clone(), unit_href(id, unit.id), tree.path(unit.id));
            found.iter().take(FOUND_MAX).map(line).collect()
        }),
        lines: lines.iter().filter_map(|line| drawn(words, lang, &tree, id, line, &people, &changes)).collect(),
        rest: if left > 0 { words.organisations_rest(left) } else { String::new() },
        plans: plans.iter().map(|plan| (told(words, &tree, plan), word_of(lang, plan.from_on))).collect(),
        failed: changes.iter().filter(|change| change.state == ChangeState::Failed).count(),
        administers: access::holds_whole(visit.actor(), Role::Administrator, id),
        organisation,
        keeps,
    })
}

fn figures(words: &Words, lang: base::Lang, tree: &Tree, people: &HashMap<UnitId, u64>, plans: usize) -> Figures {
    let number = |count: usize| format::number(lang, i64::try_from(count).unwrap_or(i64::MAX));
    let bound = people.values().sum::<u64>();
    Figures::default()
        .with(words.organisations_figure_units(), number(tree.units().len()), "")
        .with(words.organisations_figure_people(), number(usize::try_from(bound).unwrap_or(usize::MAX)), "")
        .with(words.organisations_figure_plans(), number(plans), "")
}

fn other_day(words: &Words, lang: base::Lang, tree: &Tree, today: Date) -> Option<Alert> {
    let day = word_of(lang, tree.day());
    let text = match tree.day().cmp(&today) {
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Less => words.organisations_was(day),
        std::cmp::Ordering::Greater => words.organisations_will_be(day),
    };
    Some(Alert::new(Tone::Info, "", text))
}

fn found<'a>(tree: &'a Tree, typed: &str) -> Vec<&'a Unit> {
    let folded = format::folded(typed);
    let key = typed.trim();
    let fits = |unit: &&Unit| {
        format::folded(&unit.name).contains(&folded)
            || unit.outside_key.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(key))
    };
    tree.units().iter().filter(fits).collect()
}

/// One line of a drawing, with what comes to the unit.
pub fn drawn(
    words: &'static Words,
    lang: base::Lang,
    tree: &Tree,
    organisation: OrganisationId,
    line: &super::super::model::Line,
    people: &HashMap<UnitId, u64>,
    changes: &[UnitChange],
) -> Option<Drawn> {
    let unit = tree.unit(line.unit)?;
    let bound = people.get(&line.unit).copied().unwrap_or_default();
    let coming = changes.iter().filter(|change| change.unit == line.unit && change.from_on > tree.day());
    let coming = coming.filter(|change| change.state == ChangeState::Planned).min_by_key(|change| change.from_on);
    Some(Drawn {
        name: unit.name.clone(),
        href: unit_href(organisation, line.unit),
        note: if bound > 0 { words.organisations_people(bound) } else { String::new() },
        tag: coming.map(|change| {
            Tag::info(words.organisations_coming(
                super::act_word(words, change.act),
                format::short_day_with_year(lang, change.from_on),
            ))
        }),
        opens: line.opens,
        closes: line.closes,
        hidden: if line.hidden > 0 { words.organisations_hidden(line.hidden) } else { String::new() },
    })
}
