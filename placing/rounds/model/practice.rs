//! A round as it stands in a copy to practise in: before everything, so that the whole of it can be tried.

use base::{Moment, Weeks, Zone, moment_in};
use chrono::{Datelike, NaiveTime, TimeDelta};

use super::{Contact, Dates, Plan, RoundError};

/// Years in which weeks of the same numbers are looked for; some years lack the last of them.
const YEARS: i32 = 8;

impl Plan {
    /// The same rules, to be gone through from now on: wishes open tomorrow, and nobody real is to be asked.
    /// # Errors
    /// [`RoundError::WeeksUnreadable`] when no coming year has these weeks.
    pub fn to_practise(&self, now: Moment, zone: Zone, contact: Contact) -> Result<Self, RoundError> {
        Ok(Self { dates: self.dates.to_practise(now, zone)?, contact, ..self.clone() })
    }
}

impl Dates {
    fn to_practise(self, now: Moment, zone: Zone) -> Result<Self, RoundError> {
        let today = now.with_timezone(&zone).date_naive();
        let at = |days: i64, hour: u32| {
            let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
            // An hour that a change of clocks leaves out is as good an hour later.
            moment_in(zone, today + TimeDelta::days(days), time).unwrap_or(now + TimeDelta::days(days))
        };
        let (open, close, publish) = (at(1, 8), at(8, 15), at(10, 12));
        let published_on = publish.with_timezone(&zone).date_naive();
        let first = self.weeks.year().max(today.year());
        let weeks = (first..first + YEARS)
            .filter_map(|year| Weeks::new(year, self.weeks.first(), self.weeks.last()).ok())
            .find(|weeks| weeks.from_on() >= published_on);
        let typed = || format!("{}-{}", self.weeks.first(), self.weeks.last());
        let weeks = weeks.ok_or_else(|| RoundError::WeeksUnreadable { typed: typed(), year: first })?;
        Self::new(weeks, open, close, publish, zone)
    }
}
