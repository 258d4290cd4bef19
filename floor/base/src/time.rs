use chrono::{Datelike, Days, NaiveTime, TimeZone, Utc, Weekday};

/// A moment in UTC, to the microsecond.
pub type Moment = chrono::DateTime<Utc>;
/// A day in the calendar.
pub type Date = chrono::NaiveDate;
/// The time zone in which an organisation states its deadlines.
pub type Zone = chrono_tz::Tz;

/// The moment at which clocks in the zone show this time of day: the earlier one when the night of a change
/// of clocks has it twice, none when that night leaves it out.
pub fn moment_in(zone: Zone, on: Date, at: NaiveTime) -> Option<Moment> {
    zone.from_local_datetime(&on.and_time(at)).earliest().map(|local| local.with_timezone(&Utc))
}

/// Whole ISO weeks in a row, from Monday of the first to Friday of the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weeks {
    from_on: Date,
    until_on: Date,
}

impl Weeks {
    /// A placement period is never longer than this.
    pub const WEEKS_MAX: u32 = 53;

    /// Weeks `first` to `last` of a year; a `last` below `first` lies in the year after.
    /// # Errors
    /// [`WeeksError`] when a week does not exist in its year.
    pub fn new(year: i32, first: u32, last: u32) -> Result<Self, WeeksError> {
        let last_year = if last < first { year + 1 } else { year };
        let from_on = Date::from_isoywd_opt(year, first, Weekday::Mon).ok_or(WeeksError { year, week: first })?;
        let until_on =
            Date::from_isoywd_opt(last_year, last, Weekday::Fri).ok_or(WeeksError { year: last_year, week: last })?;
        Ok(Self { from_on, until_on })
    }

    /// The weeks that hold these days.
    pub fn around(from_on: Date, until_on: Date) -> Self {
        let monday = from_on - Days::new(u64::from(from_on.weekday().num_days_from_monday()));
        let friday = until_on - Days::new(u64::from(until_on.weekday().num_days_from_monday())) + Days::new(4);
        Self { from_on: monday, until_on: friday }
    }

    /// Monday of the first week.
    pub fn from_on(self) -> Date {
        self.from_on
    }
    /// Friday of the last week.
    pub fn until_on(self) -> Date {
        self.until_on
    }
    /// The ISO year of the first week.
    pub fn year(self) -> i32 {
        self.from_on.iso_week().year()
    }
    /// Number of the first week.
    pub fn first(self) -> u32 {
        self.from_on.iso_week().week()
    }
    /// Number of the last week.
    pub fn last(self) -> u32 {
        self.until_on.iso_week().week()
    }
}

/// A week that is not in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{year} has no week {week}")]
pub struct WeeksError {
    /// ISO year
    pub year: i32,
    /// ISO week number asked for
    pub week: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_night_of_changing_clocks_has_an_hour_less_or_an_hour_twice() {
        let (zone, half_past_two) = (chrono_tz::Europe::Oslo, NaiveTime::from_hms_opt(2, 30, 0).unwrap());
        let on = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(moment_in(zone, on("2027-03-28"), half_past_two), None);
        assert_eq!(moment_in(zone, on("2027-10-31"), half_past_two).unwrap().to_rfc3339(), "2027-10-31T00:30:00+00:00");
        assert_eq!(moment_in(zone, on("2028-02-29"), half_past_two).unwrap().to_rfc3339(), "2028-02-29T01:30:00+00:00");
    }

    #[test]
    fn weeks_run_from_monday_to_friday_also_over_new_year() {
        let weeks = Weeks::new(2026, 52, 2).unwrap();
        assert_eq!(weeks.from_on().to_string(), "2026-12-21");
        assert_eq!(weeks.until_on().to_string(), "2027-01-15");
        assert_eq!((weeks.year(), weeks.first(), weeks.last()), (2026, 52, 2));
        assert_eq!(Weeks::around(weeks.from_on(), weeks.until_on()), weeks);
        assert_eq!(Weeks::new(2027, 53, 53), Err(WeeksError { year: 2027, week: 53 }));
    }
}
