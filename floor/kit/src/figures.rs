//! Pictures with numbers, drawn at phone width: the queue for one place, and bars.

use askama::Template;

use crate::parts::parts;
use crate::words::Words;

parts!(Queue, Bars);

/// How many circles fit beside each other at phone width.
const CIRCLES_MAX: usize = 9;
const WIDTH: f32 = 344.0;
/// The centre of the first circle, and as far from the right edge the centre of the last.
const FIRST_AT: f32 = 20.0;
const STEP_MAX: f32 = 38.0;
/// Height of the centres on the ledge and below it.
const SEATED_AT: f32 = 62.0;
const TURNED_AWAY_AT: f32 = 92.0;

/// Who wanted a place, in the order of their turn: those with a seat stand on the ledge, the others below it.
/// The reader's own number is gold. Long queues are drawn with gaps that say how many are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueView {
    /// The numbers of those who have a seat, in the order of their turn.
    pub seated: Vec<String>,
    /// The numbers of those who came too late, in the order of their turn.
    pub turned_away: Vec<String>,
    /// The reader's own number, if it is among them.
    pub own: Option<String>,
    /// The whole picture in words, for those who do not see it.
    pub label: String,
    /// Above: "9 wished for it, by number in the draw".
    pub above: String,
    /// Under the ledge: "4 places".
    pub seats: String,
    /// Under the right end: "Full after number 47"; may be empty.
    pub full: String,
    /// Over the own number: "You".
    pub you: String,
}

/// One circle of the picture: a number, or a gap that stands for several.
#[derive(Debug, Clone, PartialEq)]
struct Circle {
    x: f32,
    y: f32,
    text: String,
    class: &'static str,
    text_class: &'static str,
    own: bool,
    small: bool,
}

impl Circle {
    fn radius(&self) -> f32 {
        if self.own { 14.5 } else { 13.5 }
    }

    fn baseline(&self) -> f32 {
        self.y + 4.2
    }

    fn over(&self) -> f32 {
        self.y - 22.0
    }

    fn font(&self) -> f32 {
        if self.small { 10.0 } else { 12.0 }
    }
}

/// The drawn queue.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "parts/queue.html")]
pub struct Queue {
    view: QueueView,
    circles: Vec<Circle>,
    ledge: String,
    floor: String,
}

impl QueueView {
    /// Lays out the picture.
    #[must_use]
    pub fn draw(self) -> Queue {
        let (on_ledge, below) = self.shown();
        let count = on_ledge.len() + below.len();
        let step = if count > 1 { ((WIDTH - 2.0 * FIRST_AT) / (count - 1) as f32).min(STEP_MAX) } else { STEP_MAX };
        let at = |index: usize| FIRST_AT + step * index as f32;
        let mut circles = Vec::with_capacity(count);
        for (index, text) in on_ledge.iter().enumerate() {
            circles.push(self.circle(text, at(index), SEATED_AT, "in", "inT"));
        }
        for (index, text) in below.iter().enumerate() {
            circles.push(self.circle(text, at(on_ledge.len() + index), TURNED_AWAY_AT, "out", "m"));
        }
        let edge = if on_ledge.is_empty() { 2.0 } else { (at(on_ledge.len() - 1) + step / 2.0).min(WIDTH - 2.0) };
        let ledge = if on_ledge.is_empty() { String::new() } else { format!("M2 79H{edge:.1}V109") };
        let floor = format!("M{edge:.1} 109H{:.0}", WIDTH - 2.0);
        Queue { view: self, circles, ledge, floor }
    }

    /// The numbers to draw on the ledge and below it, the middle of long ones left out.
    fn shown(&self) -> (Vec<String>, Vec<String>) {
        let own = self.own.as_deref();
        if self.seated.len() + self.turned_away.len() <= CIRCLES_MAX {
            return (self.seated.clone(), self.turned_away.clone());
        }
        let below = self.turned_away.len().min(CIRCLES_MAX / 2);
        let on_ledge = self.seated.len().min(CIRCLES_MAX - below);
        let below = self.turned_away.len().min(CIRCLES_MAX - on_ledge);
        (shortened(&self.seated, on_ledge, own), shortened(&self.turned_away, below, own))
    }

    fn circle(&self, text: &str, x: f32, y: f32, class: &'static str, text_class: &'static str) -> Circle {
        let own = self.own.as_deref() == Some(text);
        let gap = text.starts_with('+');
        let (class, text_class) = match (own, gap) {
            (true, _) => ("you", "youT b"),
            (false, true) => ("out gap", "m"),
            (false, false) => (class, text_class),
        };
        Circle { x, y, text: text.to_owned(), class, text_class, own, small: gap || text.chars().count() > 3 }
    }
}

/// At most `room` entries of a queue: the own number stays, and the ends as far as there is room; gaps say how many are
/// left out.
fn shortened(queue: &[String], room: usize, own: Option<&str>) -> Vec<String> {
    if queue.len() <= room {
        return queue.to_vec();
    }
    if room <= 1 {
        return vec![format!("+{}", queue.len())];
    }
    let last = queue.len() - 1;
    let own = queue.iter().position(|number| Some(number.as_str()) == own);
    let mut kept: Vec<usize> = own.into_iter().collect();
    // From both ends inwards, while a gap on either side of the own number still fits.
    for candidate in (0..=last).flat_map(|near| [near, last - near]) {
        if kept.contains(&candidate) {
            continue;
        }
        let mut tried = kept.clone();
        tried.push(candidate);
        tried.sort_unstable();
        if tried.len() + gaps(&tried, queue.len()).len() > room {
            continue;
        }
        kept = tried;
    }
    let mut shown = Vec::with_capacity(room);
    let mut next = 0;
    for index in kept {
        if index > next {
            shown.push(format!("+{}", index - next));
        }
        shown.push(queue[index].clone());
        next = index + 1;
    }
    if next < queue.len() {
        shown.push(format!("+{}", queue.len() - next));
    }
    shown
}

/// The stretches of `0..length` that `kept` leaves out.
fn gaps(kept: &[usize], length: usize) -> Vec<(usize, usize)> {
    let mut gaps = Vec::new();
    let mut next = 0;
    for &index in kept {
        if index > next {
            gaps.push((next, index));
        }
        next = index + 1;
    }
    if next < length {
        gaps.push((next, length));
    }
    gaps
}

/// How a bar is drawn. Never by colour alone: the kinds differ in outline too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarKind {
    /// What was counted.
    Full,
    /// What is missing: dashed.
    Missing,
}

/// One bar: what, how many, and the words at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// At the left: "1st wish".
    pub label: String,
    /// How many.
    pub count: u64,
    /// At the end of the bar: "412 students".
    pub text: String,
    /// How it is drawn.
    pub kind: BarKind,
}

/// Bars under each other, with the same numbers as a table below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarsView {
    /// What the picture shows, in one sentence with the main numbers.
    pub label: String,
    /// The sentence below.
    pub caption: String,
    /// The table's headings: what, and how many.
    pub headings: (String, String),
    /// From the top.
    pub bars: Vec<Bar>,
}

struct DrawnBar {
    bar: Bar,
    y: f32,
    length: f32,
}

impl DrawnBar {
    fn baseline(&self) -> f32 {
        self.y + 13.0
    }

    fn text_at(&self) -> f32 {
        LABELS + self.length + 8.0
    }

    fn is_missing(&self) -> bool {
        self.bar.kind == BarKind::Missing
    }
}

/// Room for labels at the left and for words at the right of the longest bar.
const LABELS: f32 = 92.0;
const ENDS: f32 = 92.0;
const BAR_STEP: f32 = 30.0;

/// The drawn bars.
#[derive(Template)]
#[template(path = "parts/bars.html")]
pub struct Bars {
    words: &'static Words,
    view: BarsView,
    bars: Vec<DrawnBar>,
    height: f32,
}

impl BarsView {
    /// Lays out the picture.
    #[must_use]
    pub fn draw(self, words: &'static Words) -> Bars {
        let longest = self.bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
        let room = WIDTH - LABELS - ENDS;
        let drawn = |(index, bar): (usize, &Bar)| DrawnBar {
            y: 4.0 + BAR_STEP * index as f32,
            length: if bar.count == 0 { 0.0 } else { (room * bar.count as f32 / longest as f32).max(2.0) },
            bar: bar.clone(),
        };
        let bars: Vec<DrawnBar> = self.bars.iter().enumerate().map(drawn).collect();
        let height = 6.0 + BAR_STEP * bars.len() as f32;
        Bars { words, view: self, bars, height }
    }
}

impl Bars {
    fn width(&self) -> f32 {
        WIDTH
    }

    fn labels(&self) -> f32 {
        LABELS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(range: std::ops::Range<u32>) -> Vec<String> {
        range.map(|number| number.to_string()).collect()
    }

    fn view(seated: Vec<String>, turned_away: Vec<String>, own: &str) -> QueueView {
        QueueView {
            seated,
            turned_away,
            own: Some(own.to_owned()),
            label: String::new(),
            above: String::new(),
            seats: String::new(),
            full: String::new(),
            you: "You".to_owned(),
        }
    }

    #[test]
    fn a_short_queue_shows_everyone() {
        assert_eq!(view(numbers(1..5), numbers(5..10), "6").shown(), (numbers(1..5), numbers(5..10)));
    }

    #[test]
    fn a_long_queue_keeps_its_ends_and_the_own_number_and_counts_the_rest() {
        let (seated, below) = view(numbers(1..31), numbers(31..61), "45").shown();
        assert_eq!(seated, ["1", "2", "+26", "29", "30"]);
        assert_eq!(below, ["31", "+13", "45", "+15"]);
        assert_eq!(seated.len() + below.len(), CIRCLES_MAX);
    }

    #[test]
    fn every_circle_stands_inside_the_picture() {
        for (seated, turned_away) in [(0, 1), (1, 0), (9, 0), (0, 40), (40, 1), (4, 5)] {
            let queue = view(numbers(0..seated), numbers(seated..seated + turned_away), "0").draw();
            assert!(queue.circles.iter().all(|circle| circle.x > 13.0 && circle.x < WIDTH - 13.0), "{queue:?}");
        }
    }
}
