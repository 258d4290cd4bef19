//! What an invitation is, and how far it has come.

use base::{Date, InvitationId, Lang, Moment, OrganisationId, PersonId, Zone, moment_in};
use chrono::{Days, NaiveTime};
use kit::fault::{Kind, Problem};

/// An invitation is open for at most this many days.
pub const DAYS_MAX: u64 = 180;
/// The longest matter, in characters.
pub const ABOUT_CHARS_MAX: usize = 300;
/// One invitation is mailed at most this often: nobody fills somebody's mailbox.
pub const SENT_MAX: i32 = 10;

/// How far an invitation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Waits for the invited
    #[default]
    Open,
    /// The invited has come in
    Accepted,
    /// Taken back by whoever invites
    Withdrawn,
    /// Its deadline has passed
    Over,
}

impl State {
    /// Every state, in the order of the choice.
    pub const ALL: [Self; 4] = [Self::Open, Self::Accepted, Self::Withdrawn, Self::Over];

    /// The word in addresses; the usual one is empty.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "",
            Self::Accepted => "accepted",
            Self::Withdrawn => "withdrawn",
            Self::Over => "over",
        }
    }

    /// The state of a word; what cannot be read is the usual one.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.word() == word).unwrap_or_default()
    }
}

/// One invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Which
    pub id: InvitationId,
    /// In whose name
    pub organisation: OrganisationId,
    /// Who is invited
    pub person: PersonId,
    /// To what, in the words of whoever invites
    pub about: String,
    /// When it ends
    pub until: Moment,
    /// Who invites
    pub by: Option<PersonId>,
    /// When it was mailed last
    pub sent_at: Moment,
    /// How often it was mailed
    pub sent: i32,
    /// When the invited came in
    pub accepted_at: Option<Moment>,
    /// When it was taken back
    pub withdrawn_at: Option<Moment>,
}

impl Invitation {
    /// How far it has come by now.
    pub fn state(&self, now: Moment) -> State {
        match (self.accepted_at, self.withdrawn_at) {
            (Some(_), _) => State::Accepted,
            (None, Some(_)) => State::Withdrawn,
            (None, None) if now < self.until => State::Open,
            (None, None) => State::Over,
        }
    }
}

/// What is told of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    about: String,
    until_on: Date,
}

impl NewInvitation {
    /// An invitation to a matter, open to the end of a day.
    /// # Errors
    /// [`InvitationError`] when the matter is missing or too long, or the day lies in the past or too far ahead.
    pub fn new(about: &str, until_on: Option<Date>, today: Date) -> Result<Self, InvitationError> {
        let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
        let got = about.chars().count();
        if about.is_empty() {
            return Err(InvitationError::NoMatter);
        }
        if got > ABOUT_CHARS_MAX {
            return Err(InvitationError::TooLong { got });
        }
        let last_on = today + Days::new(DAYS_MAX);
        match until_on {
            Some(day) if (today..=last_on).contains(&day) => Ok(Self { about, until_on: day }),
            _ => Err(InvitationError::NoDeadline { last_on }),
        }
    }

    /// The matter.
    pub fn about(&self) -> &str {
        &self.about
    }

    /// The end of its last day, where the organisation is.
    pub fn until(&self, zone: Zone) -> Moment {
        let next = self.until_on + Days::new(1);
        // Where the night of a change of clocks leaves midnight out, the day ends an hour later.
        let ends = |hour| NaiveTime::from_hms_opt(hour, 0, 0).and_then(|at| moment_in(zone, next, at));
        ends(0).or_else(|| ends(1)).unwrap_or_else(|| next.and_time(NaiveTime::MIN).and_utc())
    }
}

/// Why nobody was invited, or nobody came in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvitationError {
    /// Nothing to be invited to
    #[error("the invitation says nothing of its matter")]
    NoMatter,
    /// A matter beyond the limit
    #[error("about has {got} characters, at most {ABOUT_CHARS_MAX} allowed")]
    TooLong {
        /// Characters given
        got: usize,
    },
    /// No day on which it could end
    #[error("until_on lies outside today and {last_on}")]
    NoDeadline {
        /// The last day allowed
        last_on: Date,
    },
    /// Nowhere to send it
    #[error("the invited has no mail address")]
    NoAddress,
    /// Mailed often enough
    #[error("the invitation was mailed {SENT_MAX} times")]
    SentOften,
    /// Accepted, withdrawn or over
    #[error("the invitation is not open")]
    Ended,
    /// Used, withdrawn, over or never given out: the invited is not told which
    #[error("the link opens no invitation")]
    Spent,
}

impl Problem for InvitationError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoMatter | Self::TooLong { .. } | Self::NoDeadline { .. } | Self::NoAddress => Kind::Invalid,
            Self::SentOften | Self::Ended => Kind::Conflict,
            Self::Spent => Kind::Missing,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::NoMatter => "invitation-no-matter",
            Self::TooLong { .. } => "invitation-too-long",
            Self::NoDeadline { .. } => "invitation-no-deadline",
            Self::NoAddress => "invitation-no-address",
            Self::SentOften => "invitation-sent-often",
            Self::Ended => "invitation-ended",
            Self::Spent => "invitation-spent",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoMatter | Self::TooLong { .. } | Self::NoAddress => Some("about"),
            Self::NoDeadline { .. } => Some("until_on"),
            _ => None,
        }
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::NoMatter => words.invitations_no_matter().to_string(),
            Self::TooLong { got } => words.invitations_too_long(*got, ABOUT_CHARS_MAX).to_string(),
            Self::NoDeadline { last_on } => {
                words.invitations_no_deadline(kit::format::day_with_year(lang, *last_on)).to_string()
            }
            Self::NoAddress => words.invitations_no_address().to_string(),
            Self::SentOften => words.invitations_sent_often().to_string(),
            Self::Ended => words.invitations_ended().to_string(),
            Self::Spent => words.invitations_spent_text().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn an_invitation_has_a_matter_and_ends_with_a_day() {
        let today = day("2027-03-01");
        let new = |about: &str, until: Option<&str>| NewInvitation::new(about, until.map(day), today);
        assert_eq!(new(" \n", Some("2027-03-05")), Err(InvitationError::NoMatter));
        let got = ABOUT_CHARS_MAX + 1;
        assert_eq!(new(&"å".repeat(got), Some("2027-03-05")), Err(InvitationError::TooLong { got }));
        let last_on = day("2027-08-28");
        for until in [None, Some("2027-02-28"), Some("2027-08-29")] {
            assert_eq!(new("Praksis", until), Err(InvitationError::NoDeadline { last_on }), "{until:?}");
        }
        let new = new(" Praksis\r\nvåren ", Some("2027-03-05")).unwrap();
        assert_eq!(new.about(), "Praksis våren");
        assert_eq!(new.until(chrono_tz::Europe::Oslo).to_rfc3339(), "2027-03-05T23:00:00+00:00");
    }
}
