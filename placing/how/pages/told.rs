//! The example in words: what it shows, what became of each student and why, and where another list would gain.

use base::Lang;
use kit::format;
use kit::parts::Figures;
use matching::Mechanism;

use super::picture::Picture;
use crate::how::model::Rule;
use crate::how::model::reasons::{Objective, Refusal, Why};
use crate::how::model::town::{FIRST_CLASS, Fate, LIMIT, PLACES, STUDENTS, Shared, Town};
use crate::how::model::tricks::{Outcome, Trick};
use crate::rounds::rewards_short_lists;
use crate::{Words, allocation};

/// The example under one mechanism.
pub struct ExampleView {
    /// Who wishes for what, and under which limits
    pub setting: Vec<String>,
    /// What this mechanism does here that others would not
    pub shows: String,
    /// The picture
    pub picture: Picture,
    /// What it comes to
    pub figures: Figures,
    /// One row for each student
    pub rows: Vec<ExampleRow>,
}

/// One student in the table beside the picture.
pub struct ExampleRow {
    /// Number in the draw
    pub number: usize,
    /// Who
    pub name: &'static str,
    /// Place and wish
    pub got: String,
    /// Why, a sentence for each wish that did not come true
    pub why: Vec<String>,
}

impl ExampleView {
    /// Worked out by the engine.
    pub fn new(words: &'static Words, mechanism: Mechanism) -> Self {
        let shared = Town::default().share_out(mechanism);
        Self {
            setting: setting(words, mechanism),
            shows: shows(words, mechanism, &shared),
            picture: Picture::new(words, mechanism, &shared),
            figures: figures(words, mechanism, &shared),
            rows: (0..).zip(&shared.fates).map(|(student, fate)| example_row(words, student, fate)).collect(),
        }
    }
}

fn names(lang: Lang, students: &[usize]) -> String {
    let names: Vec<String> = students.iter().map(|student| STUDENTS[*student].to_owned()).collect();
    allocation::all_of(lang, &names)
}

fn list(places: &[usize]) -> String {
    places.iter().map(|place| PLACES[*place].name).collect::<Vec<_>>().join(", ")
}

fn ordinal(words: &Words, rank: u16) -> String {
    format::ordinal(words.lang(), u32::from(rank))
}

fn setting(words: &Words, mechanism: Mechanism) -> Vec<String> {
    let limited: Vec<&str> = PLACES.iter().filter(|place| place.is_limited).map(|place| place.name).collect();
    let [first, second] = limited[..] else { unreachable!("the limit stands above two places") };
    let text = words.how_example_text(STUDENTS.len(), PLACES.len(), first, second, LIMIT.name, LIMIT.cap);
    let mut said = vec![text.to_string()];
    if mechanism == Mechanism::Priority {
        let (place, student) = FIRST_CLASS;
        said.push(words.how_example_classes(PLACES[place].name, STUDENTS[student]).to_string());
    }
    said
}

fn shows(words: &Words, mechanism: Mechanism, shared: &Shared) -> String {
    let (placed, first, worst) = (shared.placed(), shared.with_rank(1), ordinal(words, shared.worst()));
    match mechanism {
        Mechanism::Lottery => shows_lottery(words, shared),
        Mechanism::Priority => shows_priority(words, shared),
        Mechanism::MinCost => words.how_shows_mincost(placed, shared.sum()).to_string(),
        Mechanism::RankMax => words.how_shows_rankmax(first, names(words.lang(), &shared.without())).to_string(),
        Mechanism::GreedyMax => words.how_shows_greedymax(placed, first, worst).to_string(),
        Mechanism::Generous => words.how_shows_generous(placed, worst).to_string(),
    }
}

fn shows_lottery(words: &Words, shared: &Shared) -> String {
    let most = Town::default().share_out(Mechanism::MinCost).placed();
    let mut said = words.how_shows_lottery(shared.placed(), most).to_string();
    let without = shared.without();
    let free = |refusal: &&Refusal| shared.at(refusal.place).len() < PLACES[refusal.place].seats as usize;
    let closed = without.iter().flat_map(|student| &shared.fates[*student].refused).find(free);
    if let Some(closed) = closed {
        let (names, place) = (names(words.lang(), &without), PLACES[closed.place].name);
        said = format!("{} {said}", words.how_shows_lottery_limit(names, place, LIMIT.name, LIMIT.cap));
    }
    said
}

/// Whom the classes let pass, by the first reason that names one.
fn shows_priority(words: &Words, shared: &Shared) -> String {
    let passed = shared.fates.iter().enumerate().find_map(|(student, fate)| {
        fate.refused.iter().find_map(|refusal| match refusal.why {
            Why::ClassFirst { number, .. } if number as usize > student + 1 => {
                Some((student, number as usize - 1, refusal.place))
            }
            _ => None,
        })
    });
    match passed {
        Some((student, by, place)) => {
            words.how_shows_priority(STUDENTS[by], STUDENTS[student], PLACES[place].name).to_string()
        }
        None => unreachable!("a class lets somebody pass in the example"),
    }
}

fn figures(words: &Words, mechanism: Mechanism, shared: &Shared) -> Figures {
    let of = |n: usize| words.how_of(n, STUDENTS.len()).to_string();
    let figures = Figures::default()
        .with(words.how_figure_placed(), of(shared.placed()), "")
        .with(words.how_figure_first(), of(shared.with_rank(1)), "")
        .with(words.how_figure_worst(), ordinal(words, shared.worst()), "");
    match mechanism {
        Mechanism::MinCost => figures.with(words.how_figure_sum(), shared.sum(), ""),
        _ => figures,
    }
}

fn example_row(words: &Words, student: usize, fate: &Fate) -> ExampleRow {
    let got = match (fate.got, fate.rank) {
        (Some(place), Some(rank)) => words.how_got(PLACES[place].name, ordinal(words, rank)).to_string(),
        _ => words.how_got_nothing().to_string(),
    };
    let mut why: Vec<String> = fate.refused.iter().map(|refusal| why_not(words, refusal)).collect();
    if why.is_empty() {
        why.push(words.how_why_first().to_string());
    }
    ExampleRow { number: student + 1, name: STUDENTS[student], got, why }
}

fn why_not(words: &Words, refusal: &Refusal) -> String {
    let place = PLACES[refusal.place].name;
    match refusal.why {
        Why::PlaceFull(number) => words.how_why_place(place, number),
        Why::LimitFull(number) => words.how_why_limit(place, LIMIT.name, LIMIT.cap, number),
        Why::ClassFirst { class, own, number } => words.how_why_class(place, number, class, own),
        Why::Worse(Objective::Unplaced, n) => words.how_why_placed(place, n),
        Why::Worse(Objective::Sum, n) => words.how_why_sum(place, n),
        Why::Worse(Objective::UpTo(rank), n) => words.how_why_up_to(place, n, ordinal(words, rank)),
        Why::Worse(Objective::From(rank), n) => words.how_why_from(place, n, ordinal(words, rank)),
        Why::Equal => words.how_why_equal(place),
    }
    .to_string()
}

/// Where another list would gain in the example, and what that is worth; nothing where none gains.
pub fn trick(words: &Words, rule: Rule) -> Vec<String> {
    let Rule::Drawn(mechanism) = rule else { return vec![] };
    let Some(trick) = Trick::under(mechanism) else { return vec![] };
    let played = trick.play(mechanism);
    let mut said = trick_said(words, &trick, &played);
    said.push(words.how_trick_rarely().to_string());
    if rewards_short_lists(mechanism) {
        said.push(words.how_trick_short().to_string());
        if let Some(place) = played.completed {
            said.push(words.how_trick_completed(STUDENTS[trick.student], PLACES[place].name).to_string());
        }
    }
    said
}

fn trick_said(words: &Words, trick: &Trick, played: &Outcome) -> Vec<String> {
    let got = |place: Option<usize>| match place {
        Some(place) => {
            let rank = Town::true_rank(trick.student, place).unwrap_or_default();
            words.how_got(PLACES[place].name, ordinal(words, rank)).to_string()
        }
        None => words.how_trick_nothing().to_string(),
    };
    let (name, other) = (STUDENTS[trick.student], STUDENTS[trick.other]);
    let gain = words.how_trick_gain(name, got(played.honest), list(trick.list), got(played.tricked));
    let loss = words.how_trick_loss(name, other, list(trick.others_list), got(played.both), got(played.honest_beside));
    vec![gain.to_string(), loss.to_string()]
}
