//! The places a student may wish for: the list, and each of them.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use base::{OfferId, RoundId};
use kit::format;
use kit::page::Page;
use kit::parts::Empty;
use kit::web::{Answer, App, Path, Query, Visit, show};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use super::{Done, request_key};
use crate::Words;
use crate::participants;
use crate::rounds;
use crate::sites::{self, Offer};
use crate::wishes::actions;

/// Places on one page.
const PLACES_AT_ONCE: usize = 50;

#[derive(Template)]
#[template(path = "wishes/places.html")]
struct PlacesPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    subject: String,
    search: String,
    municipality: String,
    municipalities: Vec<String>,
    found: usize,
    places: Vec<Place>,
    can_add: bool,
    is_full: bool,
    wished: usize,
    told: String,
    saved: String,
    back: String,
    previous: Option<String>,
    next: Option<String>,
}

impl PlacesPage {
    fn empty(&self) -> Empty {
        let all = format!("/my/rounds/{}/places", self.round);
        Empty::new(self.words.wishes_places_none(), self.words.wishes_places_none_text())
            .action(self.words.wishes_places_all(), all)
    }
}

/// One place as the student sees it.
struct Place {
    id: OfferId,
    name: String,
    municipality: String,
    address: String,
    about: Vec<String>,
    seats: i32,
    wished_last_year: Option<i32>,
    /// My rank for it
    rank: Option<u16>,
    request_key: String,
}

impl Place {
    fn new(offer: &Offer, rank: Option<u16>) -> Self {
        Self {
            id: offer.id,
            name: offer.shown_name().into(),
            municipality: offer.municipality.clone(),
            address: offer.address.clone(),
            about: offer.about.lines().filter(|line| !line.trim().is_empty()).map(Into::into).collect(),
            seats: offer.seats_max,
            wished_last_year: offer.wished_last_year,
            rank,
            request_key: request_key(),
        }
    }
}

#[derive(Template)]
#[template(path = "wishes/place.html")]
struct PlacePage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    place: Place,
    can_add: bool,
    is_full: bool,
    told: String,
    saved: String,
    back: String,
}

/// What the list is asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PlacesQuery {
    q: String,
    municipality: String,
    page: usize,
    moved: String,
}

impl PlacesQuery {
    fn keeps(&self, offer: &Offer) -> bool {
        let wanted = format::folded(&self.q);
        let texts = [offer.shown_name(), &offer.municipality, &offer.address];
        (self.municipality.is_empty() || offer.municipality == self.municipality)
            && (wanted.is_empty() || texts.iter().any(|text| format::folded(text).contains(&wanted)))
    }

    fn href(&self, round: RoundId, page: usize) -> String {
        let plain = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let path = format!("/my/rounds/{round}/places");
        format!("{path}?q={}&municipality={}&page={page}", plain(&self.q), plain(&self.municipality))
    }
}

/// Places of my subject, with what was wished for a year ago. Live counts are never shown.
pub async fn list(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Query(query): Query<PlacesQuery>,
) -> Answer {
    let read = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::of_student(&tx, round).await?;
            let me = participants::myself(&tx, &round).await?;
            let zone = rounds::zone_of(&tx, &round).await?;
            let mine = actions::mine(&tx, &round).await?;
            let offers = sites::offers_for(&tx, &round, &me.part.subject, &me.part.period).await?;
            Ok((round, me, zone, mine, offers, tx.now()))
        })
        .await?;
    let (round, me, zone, mine, mut offers, now) = read;
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    offers.sort_by_cached_key(|offer| format::sort_key(lang, offer.shown_name()));
    let municipalities: BTreeSet<&str> = offers.iter().map(|offer| offer.municipality.as_str()).collect();
    let mut municipalities: Vec<String> =
        municipalities.into_iter().filter(|name| !name.is_empty()).map(Into::into).collect();
    municipalities.sort_by_cached_key(|name| format::sort_key(lang, name));
    let wishes = mine.as_ref().map(|mine| mine.list.wishes()).unwrap_or_default();
    let rank = |id: OfferId| wishes.iter().find(|wish| wish.offer == id).map(|wish| wish.rank);
    let kept: Vec<&Offer> = offers.iter().filter(|offer| query.keeps(offer)).collect();
    let page = query.page.clamp(1, kept.len().div_ceil(PLACES_AT_ONCE).max(1));
    let shown = kept.iter().skip((page - 1) * PLACES_AT_ONCE).take(PLACES_AT_ONCE);
    let added: Option<OfferId> = query.moved.parse().ok();
    let told = added.and_then(|id| Some((offers.iter().find(|offer| offer.id == id)?, rank(id)?)));
    let is_active = me.is_active();
    show(&PlacesPage {
        page: visit.page(&app),
        words,
        round: round.id(),
        name: round.plan().name().into(),
        subject: me.part.subject,
        search: query.q.clone(),
        municipality: query.municipality.clone(),
        municipalities,
        found: kept.len(),
        places: shown.map(|offer| Place::new(offer, rank(offer.id))).collect(),
        can_add: is_active && round.takes_wishes(now),
        is_full: wishes.len() >= usize::from(round.plan().wishes_max()),
        wished: wishes.len(),
        told: told.map(|(offer, rank)| words.wishes_added(offer.shown_name(), rank)).unwrap_or_default(),
        saved: mine.as_ref().map(|mine| words.wishes_saved(format::clock(lang, zone, mine.at))).unwrap_or_default(),
        back: query.href(round.id(), page),
        previous: (page > 1).then(|| query.href(round.id(), page - 1)),
        next: (page * PLACES_AT_ONCE < kept.len()).then(|| query.href(round.id(), page + 1)),
    })
}

/// One place.
pub async fn place(
    State(app): State<App>,
    visit: Visit,
    Path((round, offer)): Path<(RoundId, OfferId)>,
    Query(done): Query<Done>,
) -> Answer {
    let read = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::of_student(&tx, round).await?;
            let me = participants::myself(&tx, &round).await?;
            let zone = rounds::zone_of(&tx, &round).await?;
            let mine = actions::mine(&tx, &round).await?;
            let offer = sites::offer(&tx, &round, offer).await?;
            Ok((round, me, zone, mine, offer, tx.now()))
        })
        .await?;
    let (round, me, zone, mine, offer, now) = read;
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let wishes = mine.as_ref().map(|mine| mine.list.wishes()).unwrap_or_default();
    let rank = wishes.iter().find(|wish| wish.offer == offer.id).map(|wish| wish.rank);
    let mine_to_wish = offer.subject == me.part.subject && offer.period == me.part.period;
    let told = rank.filter(|_| done.by == "add").map(|rank| words.wishes_added(offer.shown_name(), rank));
    show(&PlacePage {
        page: visit.page(&app),
        words,
        round: round.id(),
        name: round.plan().name().into(),
        can_add: me.is_active() && mine_to_wish && round.takes_wishes(now),
        is_full: wishes.len() >= usize::from(round.plan().wishes_max()),
        told: told.unwrap_or_default(),
        saved: mine.as_ref().map(|mine| words.wishes_saved(format::clock(lang, zone, mine.at))).unwrap_or_default(),
        back: format!("/my/rounds/{}/places/{}", round.id(), offer.id),
        place: Place::new(&offer, rank),
    })
}
