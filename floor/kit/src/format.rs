//! Dates, weeks, numbers and the order of names, as each language writes them.
//!
//! Names of days and months, digit groups and the alphabet come from ICU. The order of the parts is ours, because the
//! usual patterns leave out what a deadline needs: the weekday, and "kl." or "den" where the language says so.

use std::cmp::Ordering;
use std::sync::LazyLock;

use base::{Date, Lang, Moment, Weeks, Zone};
use chrono::{Datelike, Timelike};
use icu::calendar::{Date as IcuDate, Gregorian};
use icu::collator::CollatorBorrowed;
use icu::collator::options::{CollatorOptions, Strength};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{E, M, MD};
use icu::decimal::DecimalFormatter;
use icu::locale::{Locale, locale};

use crate::Words;

/// "onsdag 23. september", without the year.
pub fn day(lang: Lang, date: Date) -> String {
    let names = names(lang);
    words(lang).format_day(names.weekday(date), date.day().to_string(), names.month(date))
}

/// "onsdag 23. september 2026".
pub fn day_with_year(lang: Lang, date: Date) -> String {
    let (names, year) = (names(lang), date.year().to_string());
    words(lang).format_day_year(names.weekday(date), date.day().to_string(), names.month(date), year)
}

/// The day, with the year only when it is not this one.
pub fn day_near(lang: Lang, date: Date, today: Date) -> String {
    if date.year() == today.year() { day(lang, date) } else { day_with_year(lang, date) }
}

/// "onsdag 23. september kl. 15.00", without the year.
pub fn moment(lang: Lang, zone: Zone, at: Moment) -> String {
    words(lang).format_moment(day(lang, local_date(zone, at)), clock(lang, zone, at))
}

/// "onsdag 23. september 2026 kl. 15.00".
pub fn moment_with_year(lang: Lang, zone: Zone, at: Moment) -> String {
    words(lang).format_moment(day_with_year(lang, local_date(zone, at)), clock(lang, zone, at))
}

/// The moment, with the year only when it is not this one.
pub fn moment_near(lang: Lang, zone: Zone, at: Moment, now: Moment) -> String {
    if local_date(zone, at).year() == local_date(zone, now).year() {
        moment(lang, zone, at)
    } else {
        moment_with_year(lang, zone, at)
    }
}

/// "23. sep." for narrow columns; a deadline is never written so.
pub fn short_day(lang: Lang, date: Date) -> String {
    words(lang).format_short(date.day().to_string(), names(lang).short_month(date))
}

/// "23. sep. 2026" for narrow columns.
pub fn short_day_with_year(lang: Lang, date: Date) -> String {
    let (month, year) = (names(lang).short_month(date), date.year().to_string());
    words(lang).format_short_year(date.day().to_string(), month, year)
}

/// "23. sep. kl. 15.00" for narrow columns.
pub fn short_moment(lang: Lang, zone: Zone, at: Moment) -> String {
    words(lang).format_moment(short_day(lang, local_date(zone, at)), clock(lang, zone, at))
}

/// "15.00", or "15:00" in English.
pub fn clock(lang: Lang, zone: Zone, at: Moment) -> String {
    let local = at.with_timezone(&zone);
    words(lang).format_clock(format!("{:02}", local.hour()), format!("{:02}", local.minute()))
}

/// "12.–30. oktober"; both months when they differ, both years when those differ.
pub fn range(lang: Lang, from_on: Date, until_on: Date) -> String {
    let (words, names) = (words(lang), names(lang));
    if from_on == until_on {
        return words.format_short(from_on.day().to_string(), names.month(from_on));
    }
    let whole = |date: Date| {
        let (day, month) = (date.day().to_string(), names.month(date));
        if from_on.year() == until_on.year() {
            words.format_short(day, month)
        } else {
            words.format_short_year(day, month, date.year().to_string())
        }
    };
    if (from_on.year(), from_on.month()) == (until_on.year(), until_on.month()) {
        let (first, last) = (from_on.day().to_string(), until_on.day().to_string());
        words.format_range_in_month(first, last, names.month(from_on))
    } else {
        words.format_range(whole(from_on), whole(until_on))
    }
}

/// "uke 42–44 (12.–30. oktober)".
pub fn weeks(lang: Lang, weeks: Weeks) -> String {
    let days = range(lang, weeks.from_on(), weeks.until_on());
    let (first, last) = (weeks.first().to_string(), weeks.last().to_string());
    if weeks.until_on() - weeks.from_on() < chrono::TimeDelta::days(7) {
        words(lang).format_week(first, days)
    } else {
        words(lang).format_weeks(first, last, days)
    }
}

/// "4 211" with a space that does not break, "4.211" in Danish, "4,211" in English.
pub fn number(lang: Lang, value: impl Into<i64>) -> String {
    tools(lang).numbers.format_to_string(&value.into().into())
}

/// "2.", or "2nd" in English.
pub fn ordinal(lang: Lang, value: u32) -> String {
    if lang != Lang::En {
        return format!("{value}.");
    }
    let ending = match (value % 10, value % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{value}{ending}")
}

/// The order of the language's alphabet: æ, ø and å last, aa as å.
pub fn compare(lang: Lang, one: &str, other: &str) -> Ordering {
    tools(lang).alphabet.compare(one, other).then_with(|| one.cmp(other))
}

/// Bytes that sort as [`compare`] does: made once for each name when many are sorted.
pub fn sort_key(lang: Lang, text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 2);
    let _ = tools(lang).alphabet.write_sort_key_to(text, &mut key); // writing to memory does not fail
    key
}

/// Text as search compares it: without capitals and surrounding blanks.
pub fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Whether all the words that are searched for stand in these texts, in whatever order.
pub fn holds_words(search: &str, texts: &[&str]) -> bool {
    let folded = folded(&texts.join("\n"));
    search.split_whitespace().all(|word| folded.contains(&self::folded(word)))
}

/// The calendar day at this moment, where the organisation is.
pub fn local_date(zone: Zone, at: Moment) -> Date {
    at.with_timezone(&zone).date_naive()
}

fn words(lang: Lang) -> &'static Words {
    crate::words(lang)
}

struct Names {
    weekdays: [String; 7],
    months: [String; 12],
    short_months: [String; 12],
}

impl Names {
    fn weekday(&self, date: Date) -> &str {
        &self.weekdays[date.weekday().num_days_from_monday() as usize]
    }
    fn month(&self, date: Date) -> &str {
        &self.months[date.month0() as usize]
    }
    fn short_month(&self, date: Date) -> &str {
        &self.short_months[date.month0() as usize]
    }
}

struct Tools {
    names: Names,
    numbers: DecimalFormatter,
    alphabet: CollatorBorrowed<'static>,
}

fn names(lang: Lang) -> &'static Names {
    &tools(lang).names
}

fn tools(lang: Lang) -> &'static Tools {
    static EN: LazyLock<Tools> = LazyLock::new(|| Tools::of(locale!("en-GB")));
    static NB: LazyLock<Tools> = LazyLock::new(|| Tools::of(locale!("nb")));
    static NN: LazyLock<Tools> = LazyLock::new(|| Tools::of(locale!("nn")));
    static DA: LazyLock<Tools> = LazyLock::new(|| Tools::of(locale!("da")));
    match lang {
        Lang::En => &EN,
        Lang::Nb => &NB,
        Lang::Nn => &NN,
        Lang::Da => &DA,
    }
}

impl Tools {
    #[expect(clippy::expect_used, reason = "the data of our languages is compiled in; the tests below load all of it")]
    fn of(locale: Locale) -> Self {
        let weekday = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&locale).into(), E::long());
        let month = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&locale).into(), M::long());
        let short = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&locale).into(), MD::medium());
        let (weekday, month, short) =
            (weekday.expect("weekday names"), month.expect("month names"), short.expect("short month names"));
        // 1 January 2024 was a Monday.
        let day = |month: usize, day: usize| {
            IcuDate::try_new_gregorian(2024, month as u8, day as u8).expect("a day of January or the first of a month")
        };
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Tertiary);
        Self {
            names: Names {
                weekdays: std::array::from_fn(|index| weekday.format(&day(1, index + 1)).to_string()),
                months: std::array::from_fn(|index| month.format(&day(index + 1, 1)).to_string()),
                // "sep." inside a date, "sep" alone: so the name is taken out of a date.
                short_months: std::array::from_fn(|index| {
                    let date = short.format(&day(index + 1, 1)).to_string();
                    date.trim_start_matches(|sign: char| !sign.is_alphabetic()).to_string()
                }),
            },
            numbers: DecimalFormatter::try_new((&locale).into(), Default::default()).expect("digit groups"),
            alphabet: CollatorBorrowed::try_new((&locale).into(), options).expect("alphabets"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OSLO: Zone = Zone::Europe__Oslo;

    fn in_all(tell: impl Fn(Lang) -> String) -> [String; 4] {
        [tell(Lang::Nb), tell(Lang::Nn), tell(Lang::Da), tell(Lang::En)]
    }

    fn on(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_has_its_weekday() {
        assert_eq!(
            in_all(|lang| day(lang, on("2026-09-23"))),
            ["onsdag 23. september", "onsdag 23. september", "onsdag den 23. september", "Wednesday 23 September"]
        );
        assert_eq!(
            in_all(|lang| day_near(lang, on("2027-01-02"), on("2026-12-30"))),
            ["lørdag 2. januar 2027", "laurdag 2. januar 2027", "lørdag den 2. januar 2027", "Saturday 2 January 2027"]
        );
        assert_eq!(day_near(Lang::Nb, on("2026-01-02"), on("2026-12-30")), "fredag 2. januar");
    }

    #[test]
    fn a_deadline_has_weekday_and_hour_where_the_organisation_is() {
        assert_eq!(
            in_all(|lang| moment(lang, OSLO, at("2026-09-23T13:00:00Z"))),
            [
                "onsdag 23. september kl. 15.00",
                "onsdag 23. september kl. 15.00",
                "onsdag den 23. september kl. 15.00",
                "Wednesday 23 September, 15:00"
            ]
        );
        assert_eq!(
            moment_near(Lang::Da, OSLO, at("2026-12-31T23:30:00Z"), at("2026-12-31T22:00:00Z")),
            "fredag den 1. januar 2027 kl. 00.30"
        );
        assert_eq!(
            in_all(|lang| short_moment(lang, OSLO, at("2026-09-03T07:05:00Z"))),
            ["3. sep. kl. 09.05", "3. sep. kl. 09.05", "3. sep. kl. 09.05", "3 Sept, 09:05"]
        );
        assert_eq!(
            in_all(|lang| short_day_with_year(lang, on("2026-05-17"))),
            ["17. mai 2026", "17. mai 2026", "17. maj 2026", "17 May 2026"]
        );
    }

    #[test]
    fn weeks_say_their_days() {
        assert_eq!(
            in_all(|lang| weeks(lang, Weeks::new(2026, 42, 44).unwrap())),
            [
                "uke 42–44 (12.–30. oktober)",
                "veke 42–44 (12.–30. oktober)",
                "uge 42–44 (12.–30. oktober)",
                "weeks 42–44 (12–30 October)"
            ]
        );
        assert_eq!(
            in_all(|lang| weeks(lang, Weeks::new(2026, 44, 45).unwrap())),
            [
                "uke 44–45 (26. oktober – 6. november)",
                "veke 44–45 (26. oktober – 6. november)",
                "uge 44–45 (26. oktober – 6. november)",
                "weeks 44–45 (26 October – 6 November)"
            ]
        );
        assert_eq!(weeks(Lang::Nb, Weeks::new(2026, 42, 42).unwrap()), "uke 42 (12.–16. oktober)");
        assert_eq!(weeks(Lang::En, Weeks::new(2026, 42, 42).unwrap()), "week 42 (12–16 October)");
        assert_eq!(
            weeks(Lang::Nn, Weeks::new(2026, 52, 2).unwrap()),
            "veke 52–2 (21. desember 2026 – 15. januar 2027)"
        );
    }

    #[test]
    fn numbers_group_as_the_language_does() {
        assert_eq!(in_all(|lang| number(lang, 70_000)), ["70\u{a0}000", "70\u{a0}000", "70.000", "70,000"]);
        assert_eq!(in_all(|lang| number(lang, 0)), ["0", "0", "0", "0"]);
        assert_eq!(number(Lang::Da, -5), "-5");
        assert_eq!(in_all(|lang| ordinal(lang, 2)), ["2.", "2.", "2.", "2nd"]);
        let english: Vec<_> = [1, 3, 4, 11, 12, 13, 21, 101, 111, 112].map(|n| ordinal(Lang::En, n)).into();
        assert_eq!(english, ["1st", "3rd", "4th", "11th", "12th", "13th", "21st", "101st", "111th", "112th"]);
    }

    #[test]
    fn names_sort_by_the_alphabet_of_the_language() {
        let sorted = |lang: Lang| {
            let mut names = ["Østby", "Åsen", "Berg", "Aasen", "Ærø", "Zachariassen", "Dahl", "berg", "Aune"];
            names.sort_by(|a, b| compare(lang, a, b));
            let mut by_key = names;
            by_key.sort_by_key(|name| sort_key(lang, name));
            assert_eq!(by_key.map(|name| sort_key(lang, name)), names.map(|name| sort_key(lang, name)));
            names
        };
        let norse = ["Aune", "berg", "Berg", "Dahl", "Zachariassen", "Ærø", "Østby", "Aasen", "Åsen"];
        for lang in [Lang::Nb, Lang::Nn] {
            let mut got = sorted(lang);
            got[7..].sort(); // which of aa and å comes first is the language's own business
            assert_eq!(got, norse);
        }
        let danish = sorted(Lang::Da);
        assert_eq!((danish[0], danish[5], danish[6]), ("Aune", "Ærø", "Østby"));
        assert_eq!(sorted(Lang::En)[..4], ["Aasen", "Ærø", "Åsen", "Aune"]);
    }
}
