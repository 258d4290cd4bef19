//! How places are allocated, for everybody: the mechanism in words, and a small example as a picture.

use askama::Template;
use axum::extract::State;
use kit::page::Page;
use kit::web::{Answer, App, Visit, show};

use crate::Words;

#[derive(Template)]
#[template(path = "allocation/how.html")]
struct ShowHow {
    page: Page,
    words: &'static Words,
    rows: Vec<ExampleRow>,
    questions: Vec<(String, String)>,
}

/// One student of the example, in the order of the draw.
struct ExampleRow {
    number: usize,
    y: usize,
    name: &'static str,
    wishes: [ExampleWish; 2],
    got: String,
    is_you: bool,
}

struct ExampleWish {
    x: usize,
    place: &'static str,
    got: bool,
    full: bool,
}

/// Names of the example: two seats at each of three schools.
const EXAMPLE: [(&str, [&str; 2], usize); 5] = [
    ("Kaja", ["Sentrum", "Elva"], 0),
    ("Ali", ["Sentrum", "Bakken"], 0),
    ("Mia", ["Elva", "Sentrum"], 0),
    ("Per", ["Sentrum", "Bakken"], 1),
    ("Eva", ["Bakken", "Elva"], 0),
];

/// GET /how
pub async fn show_how(State(app): State<App>, visit: Visit) -> Answer {
    let page = visit.page(&app);
    let words = crate::words(page.language());
    let wish = |number: u32| words.allocation_nth_wish(kit::format::ordinal(page.language(), number)).to_string();
    let row = |(at, (name, places, got)): (usize, &(&'static str, [&'static str; 2], usize))| ExampleRow {
        number: at + 1,
        y: 44 + 44 * at,
        name,
        wishes: [0, 1].map(|nth| ExampleWish {
            x: 92 + 86 * nth,
            place: places[nth],
            got: nth == *got,
            full: nth < *got,
        }),
        got: wish(if *got == 0 { 1 } else { 2 }),
        is_you: *name == "Per",
    };
    show(&ShowHow { rows: EXAMPLE.iter().enumerate().map(row).collect(), questions: questions(words), words, page })
}

fn questions(words: &'static Words) -> Vec<(String, String)> {
    [
        (words.allocation_how_popular(), words.allocation_how_popular_text()),
        (words.allocation_how_early(), words.allocation_how_early_text()),
        (words.allocation_how_ties(), words.allocation_how_ties_text()),
        (words.allocation_how_limits(), words.allocation_how_limits_text()),
        (words.allocation_how_considerations(), words.allocation_how_considerations_text()),
        (words.allocation_how_late(), words.allocation_how_late_text()),
        (words.allocation_how_nothing(), words.allocation_how_nothing_text()),
        (words.allocation_how_without(), words.allocation_how_without_text()),
    ]
    .map(|(question, answer)| (question.to_string(), answer.to_string()))
    .to_vec()
}

impl ExampleRow {
    fn baseline(&self) -> usize {
        self.y + 4
    }
    fn top(&self) -> usize {
        self.y - 14
    }
}

impl ExampleWish {
    fn middle(&self) -> usize {
        self.x + 40
    }
}
