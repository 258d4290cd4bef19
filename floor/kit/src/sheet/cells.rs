use base::Date;
use chrono::Datelike;

use super::{CELL_CHARS_MAX, Cell, Flaw};
use crate::csv_out;

/// Excel counts days from here.
const SERIAL_ORIGIN: (i32, u32, u32) = (1899, 12, 30);
/// 1 January 1950 and 31 December 2119: a smaller or larger number is no day anybody means.
const SERIALS: std::ops::RangeInclusive<i64> = 18_264..=80_353;
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Text of a file or a field as a cell.
pub(super) fn of_text(text: &str) -> Cell {
    let text = csv_out::bare(text.trim_matches(is_blank)).trim_matches(is_blank);
    if text.starts_with(['=', '＝']) {
        return Cell::Flawed(Flaw::Formula(shortened(text)));
    }
    match text.chars().take(CELL_CHARS_MAX + 1).count() {
        0..=CELL_CHARS_MAX => Cell::Text(text.to_string()),
        _ => Cell::Flawed(Flaw::Long(text.chars().count())),
    }
}

/// What a formula or an error is shown as again.
pub(super) fn shortened(text: &str) -> String {
    text.chars().take(100).collect()
}

fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{feff}' | '\u{200b}')
}

/// Why text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFlaw {
    /// Written as a date, but the calendar has no such day.
    NoSuchDay,
    /// Not written as a date we take.
    NotADate,
}

/// The day that is meant by 2026-10-12, 12.10.2026, 12-10-2026, or a number of days as Excel counts.
/// # Errors
/// [`DateFlaw`] tells a day that does not exist from something else.
pub fn date_of(text: &str) -> Result<Date, DateFlaw> {
    let text = text.trim();
    if let Ok(serial) = text.parse::<i64>() {
        return of_serial(serial).ok_or(DateFlaw::NotADate);
    }
    let day_part = text.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = day_part.split(['.', '-']).collect();
    let [first, month, last] = parts[..] else { return Err(DateFlaw::NotADate) };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1..=2) if day_part.contains('-') => (first, last),
        (1..=2, 4) => (last, first),
        _ => return Err(DateFlaw::NotADate),
    };
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()));
    let (Some(year), Some(month), Some(day)) = (number(year), number(month), number(day)) else {
        return Err(DateFlaw::NotADate);
    };
    let date = Date::from_ymd_opt(year as i32, month, day).ok_or(DateFlaw::NoSuchDay)?;
    if YEARS.contains(&date.year()) { Ok(date) } else { Err(DateFlaw::NoSuchDay) }
}

fn of_serial(serial: i64) -> Option<Date> {
    let (year, month, day) = SERIAL_ORIGIN;
    let origin = Date::from_ymd_opt(year, month, day)?;
    SERIALS.contains(&serial).then(|| origin.checked_add_signed(chrono::TimeDelta::days(serial)))?
}

/// A whole number: digits, with a sign in front if any. Blanks between groups of three are passed over.
pub fn integer_of(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(|sign| !matches!(sign, ' ' | '\u{a0}' | '\u{202f}')).collect();
    // "12,0" and "12.0" are what programs make of 12.
    let whole = digits.strip_suffix(",0").or_else(|| digits.strip_suffix(".0")).unwrap_or(&digits);
    whole.parse().ok()
}
