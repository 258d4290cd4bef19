//! The example as a picture at phone width: who wished for what, who got it, and who sits where.

use askama::Template;
use kit::format;
use matching::Mechanism;

use crate::Words;
use crate::how::model::town::{Fate, LIMIT, PLACES, STUDENTS, Shared, class_at};

const ROW_FIRST: usize = 44;
const ROW_STEP: usize = 38;
const WISH_FIRST: usize = 78;
const WISH_STEP: usize = 78;
const PLACE_STEP: usize = 88;
const SEAT_STEP: usize = 27;

/// The picture; `label` tells all of it to those who do not see it.
#[derive(Template)]
#[template(path = "how/picture.html")]
pub struct Picture {
    words: &'static Words,
    label: String,
    caption: String,
    rows: Vec<RowDrawn>,
    places: Vec<PlaceDrawn>,
    limit: String,
}

impl askama::filters::HtmlSafe for Picture {}

struct RowDrawn {
    number: usize,
    y: usize,
    name: &'static str,
    wishes: Vec<WishDrawn>,
    got: String,
}

struct WishDrawn {
    x: usize,
    place: &'static str,
    state: WishState,
    in_first_class: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum WishState {
    Got,
    Refused,
    NotNeeded,
}

struct PlaceDrawn {
    x: usize,
    name: &'static str,
    /// Height, and who sits there
    seats: Vec<(usize, Option<&'static str>)>,
}

impl Picture {
    /// Of the example under one mechanism.
    pub fn new(words: &'static Words, mechanism: Mechanism, shared: &Shared) -> Self {
        let shows_classes = mechanism == Mechanism::Priority;
        let rows = (0..).zip(&shared.fates).map(|(student, fate)| row(words, student, fate, shows_classes)).collect();
        let mut caption = words.how_caption().to_string();
        if shows_classes {
            caption = format!("{caption} {}", words.how_caption_classes());
        }
        Self {
            label: label(words, shared),
            caption,
            rows,
            places: (0..PLACES.len()).map(|place| place_drawn(place, shared)).collect(),
            limit: words.how_picture_limit(LIMIT.name, LIMIT.cap).to_string(),
            words,
        }
    }

    fn bottom(&self) -> usize {
        ROW_FIRST + ROW_STEP * self.rows.len()
    }
    fn seats_max(&self) -> usize {
        self.places.iter().map(|place| place.seats.len()).max().unwrap_or_default()
    }
    fn names_at(&self) -> usize {
        self.bottom() + 24
    }
    fn frame(&self) -> Frame {
        let limited = || (0..).zip(PLACES).filter(|(_, place)| place.is_limited).map(|(at, _)| at);
        let (first, last) = (limited().min().unwrap_or_default(), limited().max().unwrap_or_default());
        Frame {
            x: PLACE_STEP * first + 1,
            y: self.bottom() + 6,
            width: PLACE_STEP * (last - first) + 78,
            height: 50 + SEAT_STEP * self.seats_max(),
        }
    }
    fn height(&self) -> usize {
        let frame = self.frame();
        frame.y + frame.height + 2
    }
}

struct Frame {
    x: usize,
    y: usize,
    width: usize,
    height: usize,
}

impl Frame {
    fn middle(&self) -> usize {
        self.x + self.width / 2
    }
    fn foot(&self) -> usize {
        self.y + self.height - 9
    }
}

fn row(words: &Words, student: usize, fate: &Fate, shows_classes: bool) -> RowDrawn {
    let state = |place: usize| match fate.got {
        Some(got) if got == place => WishState::Got,
        _ if fate.refused.iter().any(|refusal| refusal.place == place) => WishState::Refused,
        _ => WishState::NotNeeded,
    };
    let wish = |(nth, place): (usize, &usize)| WishDrawn {
        x: WISH_FIRST + WISH_STEP * nth,
        place: PLACES[*place].name,
        state: state(*place),
        in_first_class: shows_classes && class_at(student, *place) == 1,
    };
    RowDrawn {
        number: student + 1,
        y: ROW_FIRST + ROW_STEP * student,
        name: STUDENTS[student],
        wishes: fate.wishes.iter().enumerate().map(wish).collect(),
        got: fate.rank.map_or_else(|| String::from("–"), |rank| format::ordinal(words.lang(), u32::from(rank))),
    }
}

fn place_drawn(place: usize, shared: &Shared) -> PlaceDrawn {
    let sitting = shared.at(place);
    let seats = (0..PLACES[place].seats as usize).map(|seat| sitting.get(seat).map(|student| STUDENTS[*student]));
    PlaceDrawn { x: PLACE_STEP * place, name: PLACES[place].name, seats: (0..).zip(seats).collect() }
}

/// Every student in words.
fn label(words: &Words, shared: &Shared) -> String {
    let told = |(student, fate): (usize, &Fate)| match (fate.got, fate.rank) {
        (Some(place), Some(rank)) => {
            let ordinal = format::ordinal(words.lang(), u32::from(rank));
            words.how_picture_placed(STUDENTS[student], student + 1, PLACES[place].name, ordinal).to_string()
        }
        _ => words.how_picture_unplaced(STUDENTS[student], student + 1).to_string(),
    };
    shared.fates.iter().enumerate().map(told).collect::<Vec<_>>().join("; ")
}

impl RowDrawn {
    fn baseline(&self) -> usize {
        self.y + 4
    }
    fn top(&self) -> usize {
        self.y - 13
    }
}

impl WishDrawn {
    fn middle(&self) -> usize {
        self.x + 35
    }
    fn corner(&self) -> usize {
        self.x + 67
    }
    fn is_got(&self) -> bool {
        self.state == WishState::Got
    }
    fn is_refused(&self) -> bool {
        self.state == WishState::Refused
    }
}

impl PlaceDrawn {
    fn middle(&self) -> usize {
        self.x + 40
    }
    fn left(&self) -> usize {
        self.x + 6
    }
    fn seat_top(&self, names_at: &usize, seat: &usize) -> usize {
        names_at + 8 + SEAT_STEP * seat
    }
    fn seat_text(&self, names_at: &usize, seat: &usize) -> usize {
        self.seat_top(names_at, seat) + 16
    }
}
