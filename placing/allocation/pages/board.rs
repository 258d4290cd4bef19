//! The board: a lane for each place, a tile for each student, a dashed frame for each free seat.

use base::{Lang, RoundId};
use kit::format;
use kit::parts::{Icon, Tag};

use crate::allocation::model::draft::{Draft, How, Line, room_for_one};
use crate::sites::{Forest, Offer};

/// The whole board.
pub struct Board {
    /// Those without a place first, then the places
    pub lanes: Vec<Lane>,
}

/// One place.
pub struct Lane {
    /// Name of the place
    pub name: String,
    /// "4 of 5"
    pub count: String,
    /// Full, or how many are free
    pub tag: Option<Tag>,
    /// Whether it holds those without a place
    pub is_none: bool,
    /// Who is there
    pub tiles: Vec<Tile>,
    /// Free seats
    pub free: usize,
}

/// One student.
pub struct Tile {
    /// Who
    pub name: String,
    /// Number and wish
    pub note: String,
    /// Whether placed by hand
    pub locked: bool,
    /// The page to move the student
    pub href: String,
}

/// The board of a draft.
pub fn board(lang: Lang, round: RoundId, forest: &Forest, draft: &Draft) -> Board {
    let words = crate::words(lang);
    let lacking: Vec<&Line> = in_order(draft.lines.iter().filter(|line| line.how.lacks_place()).collect());
    let mut lanes = vec![];
    if !lacking.is_empty() {
        lanes.push(Lane {
            name: words.allocation_lane_none().to_string(),
            count: words.allocation_lane_students(lacking.len()).to_string(),
            tag: None,
            is_none: true,
            tiles: lacking.into_iter().map(|line| tile(lang, round, line)).collect(),
            free: 0,
        });
    }
    let mut offers: Vec<&Offer> = forest.offers().iter().collect();
    offers.sort_by_cached_key(|offer| format::sort_key(lang, offer.shown_name()));
    let occupied = draft.occupied(forest, None);
    lanes.extend(offers.into_iter().map(|offer| {
        let here = in_order(draft.lines.iter().filter(|line| line.offer == Some(offer.id)).collect());
        let seats = usize::try_from(offer.seats_max).unwrap_or(0);
        let free = seats.saturating_sub(here.len());
        let above = forest
            .upwards(offer.node)
            .find(|node| node.seats_max.is_some_and(|cap| i64::from(occupied.below(node.id)) >= i64::from(cap)));
        let open = room_for_one(forest, &occupied, offer).is_ok();
        let tag = match (open, free, above) {
            (true, ..) => Tag::success(words.allocation_free(free)),
            (false, 0, _) | (false, _, None) => Tag::neutral(words.allocation_full()).icon(Icon::Cross),
            (false, _, Some(node)) => Tag::neutral(words.allocation_closed_above(node.shown_name())).icon(Icon::Cross),
        };
        Lane {
            name: offer.shown_name().to_owned(),
            count: words.allocation_lane_count(here.len(), seats).to_string(),
            tag: Some(tag),
            is_none: false,
            tiles: here.into_iter().map(|line| tile(lang, round, line)).collect(),
            free: if open { free } else { 0 },
        }
    }));
    Board { lanes }
}

fn in_order(mut lines: Vec<&Line>) -> Vec<&Line> {
    lines.sort_by_key(|line| (line.position.is_none(), line.position, line.name()));
    lines
}

fn tile(lang: Lang, round: RoundId, line: &Line) -> Tile {
    let words = crate::words(lang);
    let number = line.position.map(|position| words.allocation_tile_number(position.to_string()).to_string());
    let wish = line.rank.map(|rank| words.allocation_tile_wish(format::ordinal(lang, u32::from(rank))).to_string());
    let how = match line.how {
        How::NoWishes => Some(words.allocation_how_no_wishes().to_string()),
        How::Waiting => Some(words.allocation_how_waiting().to_string()),
        _ => None,
    };
    Tile {
        name: line.name(),
        note: [number, wish, how].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        locked: matches!(line.how, How::ByHand(_)),
        href: format!("/rounds/{round}/students/{}/placement", line.person),
    }
}
