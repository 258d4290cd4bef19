//! The page of who looked.

use askama::Template;
use axum::extract::State;
use base::SupportId;
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Query, Visit, show};
use serde::Deserialize;

use super::{access, model, queries};
use crate::Words;
use crate::organisations;
use crate::persons;
use crate::support::{self, Support};

/// Looks on one page.
const PAGE: u64 = 50;

#[derive(Template)]
#[template(path = "looks/looks.html")]
struct LooksPage {
    page: Page,
    words: &'static Words,
    supports: Vec<SupportRow>,
    looks: Vec<LookRow>,
    newer: Option<u64>,
    older: Option<u64>,
}

struct SupportRow {
    id: SupportId,
    who: String,
    reason: String,
    when: String,
    lasts: bool,
}

struct LookRow {
    who: String,
    at: String,
    what: String,
    organisation: String,
}

/// Which page of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct LooksQuery {
    page: u64,
}

/// `GET /me/looks`
pub async fn looks(State(app): State<App>, visit: Visit, Query(query): Query<LooksQuery>) -> Answer {
    let number = query.page.clamp(1, 1_000);
    let words = crate::words(visit.lang());
    let supports = support::over_oneself(app.db(), visit.actor()).await?;
    let (looks, count, names, places, now) = app
        .db()
        .read(visit.actor(), async |tx| {
            let oneself = access::may_see_own(tx.actor())?;
            let (looks, count) = queries::own(&tx, oneself, (number - 1) * PAGE, PAGE).await?;
            let names = persons::names(&tx, &who(&looks, &supports)).await?;
            let mut at: Vec<_> = looks
                .iter()
                .map(|look| look.organisation)
                .chain(supports.iter().map(|support| support.owner))
                .collect();
            at.sort();
            at.dedup();
            Ok((looks, count, names, organisations::find_many(&tx, &at).await?, tx.now()))
        })
        .await?;
    let row = |look: &model::Look| {
        let place = places.iter().find(|place| place.id == look.organisation);
        let zone = place.map_or(base::Zone::UTC, |place| place.zone);
        LookRow {
            who: names.get(&look.by).map(ToString::to_string).unwrap_or_default(),
            at: format::moment_with_year(visit.lang(), zone, look.at),
            what: words.looks_what(model::page_of(&look.what)).to_string(),
            organisation: place.map(|place| place.name.clone()).unwrap_or_default(),
        }
    };
    let support = |support: &Support| {
        let zone = places.iter().find(|place| place.id == support.owner).map_or(base::Zone::UTC, |place| place.zone);
        SupportRow {
            id: support.id,
            who: names.get(&support.by).map(ToString::to_string).unwrap_or_default(),
            reason: support.reason.clone(),
            when: words.looks_support_when(
                format::moment_with_year(visit.lang(), zone, support.at),
                format::clock(visit.lang(), zone, support.over_at()),
            ),
            lasts: support.lasts_at(now),
        }
    };
    show(&LooksPage {
        supports: supports.iter().map(support).collect(),
        page: visit.page(&app),
        words,
        newer: (number > 1).then(|| number - 1),
        older: (number * PAGE < count).then_some(number + 1),
        looks: looks.iter().map(row).collect(),
    })
}

fn who(looks: &[model::Look], supports: &[Support]) -> Vec<base::PersonId> {
    looks.iter().map(|look| look.by).chain(supports.iter().map(|support| support.by)).collect()
}
