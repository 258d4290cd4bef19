//! The search page: what the wings found, pages of the menu, and a few people and units of each organisation where a
//! role is held, with the way to all of them.

use askama::Template;
use axum::extract::State;
use base::OrganisationId;
use kit::db::Tx;
use kit::fault::Fault;
use kit::fields::{self, Field};
use kit::format;
use kit::page::{NavItem, Page};
use kit::parts::Icon;
use kit::web::{Answer, App, Query, Visit, show};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use super::{Finders, Found, Kind, SHOWN};
use crate::persons::{self, Narrowing, Standing};
use crate::{Words, organisations};

/// Organisations looked in.
const ORGANISATIONS_MAX: usize = 5;
/// No search is longer, in characters.
const SEARCH_CHARS_MAX: usize = 200;

/// What is searched for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
}

#[derive(Template)]
#[template(path = "search/search.html")]
struct SearchPage {
    page: Page,
    words: &'static Words,
    field: Field,
    asked: bool,
    kinds: Vec<Kind>,
    groups: Vec<Group>,
}

/// What was found in one organisation.
struct Group {
    name: String,
    people: Vec<Found>,
    more_people: Option<(String, String)>,
    units: Vec<Found>,
    more_units: Option<(String, String)>,
}

/// Finds people and units.
pub async fn search(State(app): State<App>, visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let words = crate::words(visit.lang());
    let typed: String = asked.q.trim().chars().take(SEARCH_CHARS_MAX).collect();
    let mut ids: Vec<OrganisationId> = visit.actor().held().iter().map(|held| held.organisation).collect();
    // The organisation one is in comes first.
    ids.sort_by_key(|id| (Some(*id) != visit.actor().here(), *id));
    ids.dedup();
    ids.truncate(ORGANISATIONS_MAX);
    let (page, folded) = (visit.page(&app), format::folded(&typed));
    let (mut kinds, groups) = match typed.is_empty() {
        true => (vec![], vec![]),
        false => {
            let finders = &app.part::<Finders>().0;
            let look = async |tx: Tx| {
                let (mut kinds, mut groups) = (vec![pages_called(words, &page, &folded)], vec![]);
                for find in finders {
                    kinds.extend(find(&tx, visit.lang(), &folded).await?);
                }
                for id in &ids {
                    groups.push(group(&tx, words, *id, &typed).await?);
                }
                Ok((kinds, groups))
            };
            app.db().read(visit.actor(), look).await?
        }
    };
    kinds.retain(|kind| !kind.found.is_empty());
    let groups = groups.into_iter().filter(|group| !group.people.is_empty() || !group.units.is_empty());
    show(&SearchPage {
        page,
        words,
        kinds,
        field: fields::search("q", words.search_field()).value(&typed).length_max(SEARCH_CHARS_MAX),
        asked: !typed.is_empty(),
        groups: groups.collect(),
    })
}

/// The entries of the menus that are called so.
fn pages_called(words: &Words, page: &Page, folded: &str) -> Kind {
    let own = [NavItem::new("/me", words.me_title()), NavItem::new("/me/sign-in", words.me_signin())];
    let all = page.nav.iter().chain(&page.footer).chain(&own);
    let called = all.filter(|item| format::folded(&item.label).contains(folded));
    Kind {
        heading: words.search_pages().to_string(),
        icon: Icon::Arrow,
        found: called
            .map(|item| Found { name: item.label.clone(), note: String::new(), href: item.href.clone() })
            .collect(),
    }
}

async fn group(tx: &Tx, words: &Words, id: OrganisationId, typed: &str) -> Result<Group, Fault> {
    let narrowing = Narrowing { search: typed.into(), standing: Standing::Everybody, ..Narrowing::default() };
    let (lines, all) = persons::page(tx, id, &narrowing, (0, SHOWN as u64)).await?;
    let tree = organisations::tree(tx, id, None).await?;
    let folded = format::folded(typed);
    let fits = |unit: &&organisations::Unit| {
        format::folded(&unit.name).contains(&folded)
            || unit.outside_key.as_deref().is_some_and(|key| format::folded(key) == folded)
    };
    let units: Vec<_> = tree.units().iter().filter(fits).collect();
    let encoded = utf8_percent_encode(typed, NON_ALPHANUMERIC).to_string();
    let more = |all: usize, room: &str| {
        (all > SHOWN).then(|| (words.search_all(all), format!("/organisations/{id}/{room}q={encoded}")))
    };
    let person = |line: &persons::Line| Found {
        name: line.person.name.to_string(),
        note: line.person.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
        href: persons::pages::person_href(id, line.person.id),
    };
    let unit = |unit: &&organisations::Unit| Found {
        name: unit.name.clone(),
        note: tree.path(unit.id),
        href: organisations::pages::unit_href(id, unit.id),
    };
    Ok(Group {
        name: organisations::find(tx, id).await?.name,
        more_people: more(usize::try_from(all).unwrap_or(usize::MAX), "people?standing=all&"),
        people: lines.iter().map(person).collect(),
        more_units: more(units.len(), "units?"),
        units: units.iter().take(SHOWN).map(unit).collect(),
    })
}
