//! What a notice is, when it goes out by mail, and how a person wants to be told.

use base::{Date, Lang, MailboxId, Moment, NoticeId, OrganisationId, PersonId, Zone, moment_in};
use chrono::{Days, NaiveTime, TimeDelta, Timelike};
use kit::fault::{Kind, Problem};
use kit::mail::{BoxMail, Link, Mail};

/// What comes within so long goes out as one mail.
pub const BUNDLE_MINUTES: i64 = 10;
/// When the mail of a day goes out to those who want one mail a day.
const DAILY_HOUR: u32 = 8;
/// A bundle names at most so many notices; the page holds all.
const NAMED_MAX: usize = 20;

/// How much it matters that somebody is told, and how soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Asked for by the reader, or changing what happens tomorrow: by mail at once, at any hour
    Now,
    /// Decides something for the reader: by mail, whatever they chose, but not at night
    Decision,
    /// Somebody waits for the reader: by mail unless they chose otherwise
    Matter,
    /// Good to know: by mail unless they chose otherwise
    Information,
}

impl Weight {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Decision => "decision",
            Self::Matter => "matter",
            Self::Information => "information",
        }
    }
}

/// Something a person is told, or the mailbox of a role. A person finds it in the portal, and it may go out by mail; a
/// mailbox gets the mail alone, for its readers find what they themselves are told.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice<To = PersonId> {
    /// The organisation in whose name, and whose mailbox it is
    pub owner: OrganisationId,
    /// Who is told, or which mailbox
    pub to: To,
    /// The language it is written in
    pub lang: Lang,
    /// What kind, such as "message"
    pub kind: &'static str,
    /// How much it matters
    pub weight: Weight,
    /// One notice for one cause: a second one with the same key is not made
    pub unique_key: Option<String>,
    /// One line
    pub subject: String,
    /// Text without the link
    pub body: String,
    /// The one thing to open
    pub link: Option<Link>,
}

impl Notice {
    /// What a mail says, as a notice of this weight.
    pub fn of(mail: Mail, weight: Weight) -> Self {
        let Mail { owner, person, lang, kind, unique_key, subject, body, link } = mail;
        Self { owner, to: person, lang, kind, weight, unique_key, subject, body, link }
    }

    /// The same as a mail of its own.
    pub fn into_mail(self) -> Mail {
        let Self { owner, to, lang, kind, unique_key, subject, body, link, .. } = self;
        Mail { owner, person: to, lang, kind, unique_key, subject, body, link }
    }
}

impl Notice<MailboxId> {
    /// The same as a mail of its own.
    pub fn into_box_mail(self, address: &str) -> BoxMail {
        let Self { owner, lang, kind, unique_key, subject, body, link, .. } = self;
        BoxMail { owner, address: address.to_owned(), lang, kind, unique_key, subject, body, link }
    }
}

/// A notice as its reader finds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Which
    pub id: NoticeId,
    /// In whose name
    pub owner: OrganisationId,
    /// Who is told
    pub person: PersonId,
    /// What kind
    pub kind: String,
    /// The language it is written in
    pub lang: Lang,
    /// One line
    pub subject: String,
    /// Text without the link
    pub body: String,
    /// Label and path of the one thing to open
    pub link: Option<(String, String)>,
    /// When
    pub created_at: Moment,
    /// Whether the reader has seen it
    pub is_read: bool,
}

impl Told {
    /// What it says.
    fn line(&self) -> Line {
        Line { subject: self.subject.clone(), body: self.body.clone(), link: self.link.clone() }
    }
}

/// Something the mailbox of a role is told that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Which
    pub id: NoticeId,
    /// To which mailbox
    pub mailbox: MailboxId,
    /// The language it is written in
    pub lang: Lang,
    /// What it says
    pub line: Line,
}

/// How soon a mail follows a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Within minutes
    Soon,
    /// One mail a day
    Daily,
    /// Not at all: the notice stands in the portal
    Never,
}

impl Pace {
    /// Every pace.
    pub const ALL: [Self; 3] = [Self::Soon, Self::Daily, Self::Never];

    /// The word in the database and in forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Daily => "daily",
            Self::Never => "never",
        }
    }

    /// The pace of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.word() == word)
    }
}

/// Hours of the night in which no mail goes out: from the first until the second, over midnight where need be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    from_hour: u32,
    until_hour: u32,
}

impl Quiet {
    /// The hours, from 0 to 23. Equal hours: mail may always go out.
    /// # Errors
    /// [`ChoiceError`] for an hour that no clock shows.
    pub fn new(from_hour: u32, until_hour: u32) -> Result<Self, ChoiceError> {
        for (field, hour) in [("quiet_from", from_hour), ("quiet_until", until_hour)] {
            if hour > 23 {
                return Err(ChoiceError::Hour { field });
            }
        }
        Ok(Self { from_hour, until_hour })
    }

    /// When they begin.
    pub fn from_hour(self) -> u32 {
        self.from_hour
    }
    /// When they end.
    pub fn until_hour(self) -> u32 {
        self.until_hour
    }

    fn holds(self, hour: u32) -> bool {
        match self.from_hour <= self.until_hour {
            true => (self.from_hour..self.until_hour).contains(&hour),
            false => hour >= self.from_hour || hour < self.until_hour,
        }
    }

    /// The first moment from `at` on in which mail may go out.
    fn after(self, zone: Zone, at: Moment) -> Moment {
        let local = at.with_timezone(&zone);
        if !self.holds(local.hour()) {
            return at;
        }
        let today = local.date_naive();
        let on = if local.hour() >= self.until_hour { today + Days::new(1) } else { today };
        clock(zone, on, self.until_hour).unwrap_or(at)
    }
}

/// The moment at which clocks show a full hour; a night that leaves it out has the hour after.
fn clock(zone: Zone, on: Date, hour: u32) -> Option<Moment> {
    let at = |hour: u32| moment_in(zone, on, NaiveTime::from_hms_opt(hour % 24, 0, 0)?);
    at(hour).or_else(|| at(hour + 1))
}

/// How a person wants to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choices {
    /// How soon when somebody waits for them
    pub matters: Pace,
    /// How soon when it is good to know
    pub information: Pace,
    /// When no mail goes out
    pub quiet: Quiet,
}

impl Default for Choices {
    fn default() -> Self {
        Self { matters: Pace::Soon, information: Pace::Soon, quiet: Quiet { from_hour: 20, until_hour: 7 } }
    }
}

impl Choices {
    /// When a notice of this weight goes out by mail, if it does.
    pub fn due_at(self, weight: Weight, zone: Zone, now: Moment) -> Option<Moment> {
        let pace = match weight {
            Weight::Now => return Some(now),
            Weight::Decision => Pace::Soon,
            Weight::Matter => self.matters,
            Weight::Information => self.information,
        };
        match pace {
            Pace::Soon => {
                // Whole minutes, so that those who are told together are written to by one job.
                let end = now + TimeDelta::minutes(BUNDLE_MINUTES);
                let minute = end.with_second(0).and_then(|end| end.with_nanosecond(0)).unwrap_or(end);
                Some(self.quiet.after(zone, minute))
            }
            Pace::Daily => {
                let today = now.with_timezone(&zone).date_naive();
                let at = |on| clock(zone, on, DAILY_HOUR).filter(|at| *at > now);
                at(today).or_else(|| at(today + Days::new(1)))
            }
            Pace::Never => None,
        }
    }
}

/// What one notice says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// One line
    pub subject: String,
    /// Text without the link
    pub body: String,
    /// Label and path of the one thing to open
    pub link: Option<(String, String)>,
}

/// Several notices as what one mail says, or the one there is as it is; none of none. Answers whether they are several.
fn together(lang: Lang, told: &[Line], sender: &str) -> Option<(bool, Line)> {
    match told {
        [] => return None,
        [only] => return Some((false, only.clone())),
        _ => {}
    }
    let words = crate::words(lang);
    let mut lines: Vec<String> = told.iter().take(NAMED_MAX).map(|one| format!("– {}", one.subject)).collect();
    if told.len() > NAMED_MAX {
        lines.push(words.notices_more(told.len() - NAMED_MAX));
    }
    let line = Line {
        subject: words.notices_bundle_subject(told.len(), sender),
        body: format!("{}\n\n{}", words.notices_bundle_text(), lines.join("\n")),
        link: Some((words.notices_bundle_link().to_string(), "/notices".into())),
    };
    Some((true, line))
}

/// Several notices of one person as one mail, or the one there is as it is. The first is the oldest.
pub fn bundle(told: &[Told], sender: &str) -> Option<Mail> {
    let first = told.first()?;
    let lines: Vec<Line> = told.iter().map(Told::line).collect();
    let (are_several, said) = together(first.lang, &lines, sender)?;
    Some(Mail {
        owner: first.owner,
        person: first.person,
        lang: first.lang,
        kind: if are_several { "notices" } else { "notice" },
        unique_key: Some(format!("notice:{}", first.id)),
        subject: said.subject,
        body: said.body,
        link: said.link.map(|(label, path)| Link::to(label, path)),
    })
}

/// The same for the mailbox of a role.
pub fn bundle_for_box(told: &[Due], (owner, address): (OrganisationId, &str), sender: &str) -> Option<BoxMail> {
    let first = told.first()?;
    let lines: Vec<Line> = told.iter().map(|one| one.line.clone()).collect();
    let (are_several, said) = together(first.lang, &lines, sender)?;
    Some(BoxMail {
        owner,
        address: address.to_owned(),
        lang: first.lang,
        kind: if are_several { "notices" } else { "notice" },
        unique_key: Some(format!("box-notice:{}", first.id)),
        subject: said.subject,
        body: said.body,
        link: said.link.map(|(label, path)| Link::to(label, path)),
    })
}

/// Why a choice was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceError {
    /// Not one of the values that can be chosen
    #[error("{field} holds no value that can be chosen")]
    NoChoice {
        /// Which field
        field: &'static str,
    },
    /// An hour that no clock shows
    #[error("{field} is no hour from 0 to 23")]
    Hour {
        /// Which field
        field: &'static str,
    },
}

impl Problem for ChoiceError {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    fn name(&self) -> &'static str {
        match self {
            Self::NoChoice { .. } => "notice-no-choice",
            Self::Hour { .. } => "notice-no-hour",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoChoice { field } | Self::Hour { field } => Some(field),
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::NoChoice { .. } => words.notices_no_choice(),
            Self::Hour { .. } => words.notices_no_hour(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OSLO: Zone = chrono_tz::Europe::Oslo;

    fn due(choices: Choices, weight: Weight, now: &str) -> Option<String> {
        let at = choices.due_at(weight, OSLO, now.parse().unwrap())?;
        Some(at.with_timezone(&OSLO).format("%d. %H:%M:%S").to_string())
    }

    #[test]
    fn mail_waits_for_company_and_for_the_morning() {
        let usual = Choices::default();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(due(usual, Weight::Matter, "2027-02-03T11:00:30Z"), some("03. 12:10:00"));
        assert_eq!(due(usual, Weight::Decision, "2027-02-03T18:55:00Z"), some("04. 07:00:00"));
        assert_eq!(due(usual, Weight::Matter, "2027-02-03T03:00:00Z"), some("03. 07:00:00"));
        assert_eq!(due(usual, Weight::Now, "2027-02-03T03:00:00Z"), some("03. 04:00:00"));
        let daily = Choices { matters: Pace::Daily, information: Pace::Never, ..usual };
        assert_eq!(due(daily, Weight::Matter, "2027-02-03T11:00:00Z"), some("04. 08:00:00"));
        assert_eq!(due(daily, Weight::Matter, "2027-02-03T05:00:00Z"), some("03. 08:00:00"));
        assert_eq!(due(daily, Weight::Information, "2027-02-03T11:00:00Z"), None);
        assert_eq!(due(daily, Weight::Decision, "2027-02-03T11:00:00Z"), some("03. 12:10:00"));
    }

    #[test]
    fn quiet_hours_may_lie_within_a_day_or_not_be() {
        let quiet = |from, until| Choices { quiet: Quiet::new(from, until).unwrap(), ..Choices::default() };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(due(quiet(9, 13), Weight::Matter, "2027-02-03T11:00:00Z"), some("03. 13:00:00"));
        assert_eq!(due(quiet(9, 9), Weight::Matter, "2027-02-03T23:00:00Z"), some("04. 00:10:00"));
        assert_eq!(Quiet::new(24, 7), Err(ChoiceError::Hour { field: "quiet_from" }));
        assert_eq!(Quiet::new(20, 99), Err(ChoiceError::Hour { field: "quiet_until" }));
    }
}
