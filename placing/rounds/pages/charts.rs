//! The two pictures of a round: wishes day by day, and places against students. Drawn at phone width; the numbers stand
//! as a table below.

use std::collections::BTreeMap;

use askama::Template;
use base::{Date, Lang, Moment, Zone};
use chrono::Days;
use kit::format;

use crate::Words;
use crate::participants::Counts;
use crate::rounds::model::Round;

const WIDTH: f32 = 360.0;
const LEFT: f32 = 34.0;
const RIGHT: f32 = 350.0;
const TOP: f32 = 36.0;
const BOTTOM: f32 = 196.0;
/// No picture shows more days; a longer window shows its last ones.
const DAYS_MAX: u64 = 120;

/// Students who have sent wishes, counted at the end of each day.
#[derive(Template)]
#[template(path = "rounds/chart_wishes.html")]
pub struct WishesChart {
    words: &'static Words,
    label: String,
    line: String,
    area: String,
    grid: Vec<(f32, String)>,
    ticks: Vec<(f32, String, &'static str)>,
    deadline_x: f32,
    here: (f32, f32),
    here_text: String,
    here_at_left: bool,
    rows: Vec<(String, String)>,
}

impl askama::filters::HtmlSafe for WishesChart {}

/// None before the window has been open for a day or without students.
pub fn wishes(
    lang: Lang,
    round: &Round,
    zone: Zone,
    now: Moment,
    sent_at: &[Moment],
    counts: Counts,
) -> Option<WishesChart> {
    let (words, dates) = (crate::words(lang), round.dates());
    let day_of = |at: Moment| format::local_date(zone, at);
    let last = day_of(dates.wishes_close_at());
    let first = day_of(dates.wishes_open_at()).max(last - Days::new(DAYS_MAX));
    let today = day_of(now).min(last);
    if counts.active == 0 || today < first || sent_at.is_empty() {
        return None;
    }
    let days: Vec<Date> = first.iter_days().take_while(|day| *day <= today).collect();
    let sent: Vec<i64> = days
        .iter()
        .map(|day| i64::try_from(sent_at.partition_point(|at| day_of(*at) <= *day)).unwrap_or(i64::MAX))
        .collect();
    let top = nice_top(counts.active.max(sent.last().copied().unwrap_or_default()));
    let span = (last - first).num_days().max(1) as f32;
    let x = |day: Date| LEFT + (RIGHT - LEFT) * ((day - first).num_days() as f32) / span;
    let y = |count: i64| BOTTOM - (BOTTOM - TOP) * count as f32 / top as f32;
    let points: Vec<(f32, f32)> = days.iter().zip(&sent).map(|(day, count)| (x(*day), y(*count))).collect();
    let here = points.last().copied()?;
    let line = path(&points);
    let number = |count: i64| format::number(lang, count);
    let so_far = sent.last().copied().unwrap_or_default();
    let deadline = format::moment_near(lang, zone, dates.wishes_close_at(), now);
    let short = |day: Date| format::short_day(lang, day);
    let mut ticks = vec![(x(first), short(first), "start")];
    if here.0 > LEFT + 70.0 {
        let text = if today == day_of(now) { words.rounds_chart_today().to_string() } else { short(today) };
        ticks.push((here.0, text, if here.0 > RIGHT - 30.0 { "end" } else { "middle" }));
    }
    Some(WishesChart {
        words,
        label: words.rounds_chart_wishes_label(so_far, counts.active, deadline).to_string(),
        area: format!("{line}L{:.1} {BOTTOM}L{:.1} {BOTTOM}Z", here.0, points.first()?.0),
        line,
        grid: [0, top / 2, top].map(|count| (y(count), number(count))).to_vec(),
        ticks,
        deadline_x: RIGHT,
        here,
        here_text: words.rounds_chart_sent(so_far).to_string(),
        here_at_left: here.0 > LEFT + 90.0,
        rows: days.iter().zip(&sent).map(|(day, count)| (short(*day), number(*count))).collect(),
    })
}

/// A round number at or above the count, even, so that its half is whole.
fn nice_top(count: i64) -> i64 {
    let steps = [2, 4, 6, 10];
    let mut scale = 1;
    loop {
        if let Some(step) = steps.iter().find(|step| *step * scale >= count) {
            return step * scale;
        }
        scale *= 10;
    }
}

fn path(points: &[(f32, f32)]) -> String {
    let part = |(index, (x, y)): (usize, &(f32, f32))| format!("{}{x:.1} {y:.1}", if index == 0 { "M" } else { "L" });
    points.iter().enumerate().map(part).collect()
}

/// One subject: students as a line, places as a bar.
struct SubjectBar {
    subject: String,
    y: f32,
    /// Places up to the number of students
    full: f32,
    /// From where the light or dashed part goes on
    rest_x: f32,
    rest: f32,
    is_missing: bool,
    mark_x: f32,
    text_x: f32,
    text: String,
    students: String,
    seats: String,
    difference: String,
}

/// Places against students, subject by subject.
#[derive(Template)]
#[template(path = "rounds/chart_subjects.html")]
pub struct SubjectsChart {
    words: &'static Words,
    label: String,
    height: f32,
    bars: Vec<SubjectBar>,
}

impl askama::filters::HtmlSafe for SubjectsChart {}

/// No picture shows more subjects; the others stand in the lists.
const SUBJECTS_MAX: usize = 12;
/// Room for the words at the end of the longest bar.
const ENDS: f32 = 96.0;
/// Letters of a subject above its bar.
const LABEL_CHARS: usize = 44;
/// From one bar to the next.
const STEP: f32 = 48.0;

/// None without students and places. The subjects that lack most come first.
pub fn subjects(lang: Lang, students: &BTreeMap<String, i64>, seats: &BTreeMap<String, i64>) -> Option<SubjectsChart> {
    let words = crate::words(lang);
    let of = |map: &BTreeMap<String, i64>, subject: &str| map.get(subject).copied().unwrap_or_default();
    let mut subjects: Vec<&String> = students.keys().chain(seats.keys()).collect();
    subjects
        .sort_by_cached_key(|subject| (of(seats, subject) - of(students, subject), format::sort_key(lang, subject)));
    subjects.dedup();
    subjects.truncate(SUBJECTS_MAX);
    let longest =
        subjects.iter().map(|subject| of(students, subject).max(of(seats, subject))).max().filter(|most| *most > 0)?;
    let length = |count: i64| (WIDTH - ENDS) * count as f32 / longest as f32;
    let bar = |(index, subject): (usize, &&String)| {
        let (need, have) = (of(students, subject), of(seats, subject));
        let (low, high) = (need.min(have), need.max(have));
        let text = match have - need {
            0 => words.rounds_chart_enough().to_string(),
            extra if extra > 0 => words.rounds_chart_extra(extra).to_string(),
            less => words.rounds_chart_missing(-less).to_string(),
        };
        SubjectBar {
            subject: (*subject).clone(),
            y: 22.0 + STEP * index as f32,
            full: length(low),
            rest_x: length(low),
            rest: length(high) - length(low),
            is_missing: have < need,
            mark_x: length(need).max(0.75),
            text_x: length(high) + 8.0,
            text,
            students: format::number(lang, need),
            seats: format::number(lang, have),
            difference: format!("{}{}", if have > need { "+" } else { "" }, format::number(lang, have - need)),
        }
    };
    let bars: Vec<SubjectBar> = subjects.iter().enumerate().map(bar).collect();
    let short: Vec<&str> = bars.iter().filter(|bar| bar.is_missing).map(|bar| bar.subject.as_str()).collect();
    let mut label = words.rounds_chart_subjects_label().to_string();
    if !short.is_empty() {
        label = format!("{label} {}", words.rounds_chart_subjects_short(short.join(", ")));
    }
    Some(SubjectsChart { words, label, height: STEP * bars.len() as f32, bars })
}

impl SubjectBar {
    /// The subject, cut to the room above the bar; the table below has it whole.
    fn short(&self) -> String {
        let cut: String = self.subject.chars().take(LABEL_CHARS).collect();
        if cut.len() < self.subject.len() { format!("{}…", cut.trim_end()) } else { cut }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_of_the_scale_is_round_and_has_a_whole_half() {
        assert_eq!([1, 3, 5, 9, 11, 100, 120, 928].map(nice_top), [2, 4, 6, 10, 20, 100, 200, 1000]);
    }
}
