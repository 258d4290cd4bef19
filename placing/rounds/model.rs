//! One allocation round: what it is about, when, under which rules, and how far it has come.

use base::{Date, Moment, OrganisationId, RoundId, RunId, Weeks, Zone, moment_in};
use chrono::{Datelike, NaiveTime, TimeDelta};

mod lacks;
mod practice;
mod terms;

pub use lacks::{Lack, RoundError};
pub use terms::{ShortLists, Terms, TypedTerms, is_honest_safe, mechanism_name, mechanism_note, rewards_short_lists};

/// What happens to a round that its timeline tells, as the journal calls it.
pub const TOLD: [&str; 20] = [
    "round-made",
    "round-changed",
    "round-announced",
    "round-cancelled",
    "publication-asked",
    "publication-stopped",
    "round-published",
    "nodes-imported",
    "offers-imported",
    "students-imported",
    "nodes-import-undone",
    "offers-import-undone",
    "students-import-undone",
    "node-changed",
    "offer-changed",
    "seats-changed",
    "student-added",
    "student-withdrawn",
    "student-readmitted",
    "pairs-noted",
];

/// What was done by hand with single students; told among the changes, and not on the timeline.
pub const BY_HAND: [&str; 6] = [
    "placed-by-hand",
    "released-by-hand",
    "second-look-asked",
    "second-look-given",
    "second-look-refused",
    "second-look-withdrawn",
];

/// Where lottery numbers come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Draw {
    /// From a seed that is promised before the window opens and revealed at publication.
    Seed,
    /// From the student file.
    File,
}

/// What happens to students who sent no wishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoWishes {
    /// The office places them after the draw.
    ByHand,
    /// They draw last; every place of their subject counts as one tied wish.
    Last,
}

/// The weeks and deadlines of a round, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    weeks: Weeks,
    wishes_open_at: Moment,
    wishes_close_at: Moment,
    publish_planned_at: Moment,
}

impl Dates {
    /// A window is open at least this long: a student must be able to meet it.
    pub const WINDOW_MIN: TimeDelta = TimeDelta::hours(1);

    /// Wishes open, then close, then the result is published, then the first week begins.
    /// # Errors
    /// [`RoundError`] that names the first date out of order.
    pub fn new(
        weeks: Weeks,
        open_at: Moment,
        close_at: Moment,
        publish_at: Moment,
        zone: Zone,
    ) -> Result<Self, RoundError> {
        if close_at - open_at < Self::WINDOW_MIN {
            return Err(RoundError::ClosesTooEarly);
        }
        if publish_at <= close_at {
            return Err(RoundError::PublishesTooEarly);
        }
        if publish_at.with_timezone(&zone).date_naive() > weeks.from_on() {
            return Err(RoundError::PublishesTooLate { from_on: weeks.from_on() });
        }
        Ok(Self { weeks, wishes_open_at: open_at, wishes_close_at: close_at, publish_planned_at: publish_at })
    }

    /// The same weeks of another year; deadlines move by as many whole weeks and keep their hour on the clock.
    /// # Errors
    /// [`RoundError::WeeksUnreadable`] when that year lacks one of the weeks.
    pub fn moved_to(&self, year: i32, zone: Zone) -> Result<Self, RoundError> {
        let weeks = Weeks::new(year, self.weeks.first(), self.weeks.last()).map_err(|_| {
            RoundError::WeeksUnreadable { typed: format!("{}-{}", self.weeks.first(), self.weeks.last()), year }
        })?;
        let days = (weeks.from_on() - self.weeks.from_on()).num_days();
        let moved = |at: Moment| {
            let local = at.with_timezone(&zone).naive_local() + TimeDelta::days(days);
            // A deadline in the hour that a change of clocks leaves out falls an hour later.
            moment_in(zone, local.date(), local.time()).unwrap_or(at + TimeDelta::days(days))
        };
        Self::new(weeks, moved(self.wishes_open_at), moved(self.wishes_close_at), moved(self.publish_planned_at), zone)
    }

    /// When the students are at the host.
    pub fn weeks(&self) -> Weeks {
        self.weeks
    }
    /// From this moment on wishes are taken.
    pub fn wishes_open_at(&self) -> Moment {
        self.wishes_open_at
    }
    /// From this moment on no wishes are taken.
    pub fn wishes_close_at(&self) -> Moment {
        self.wishes_close_at
    }
    /// When the result is to be published.
    pub fn publish_planned_at(&self) -> Moment {
        self.publish_planned_at
    }
}

/// Whom students ask about the round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Name
    pub name: String,
    /// E-mail address
    pub email: String,
    /// Telephone; may be empty
    pub phone: String,
}

/// Everything the set-up form decides. Frozen by the announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    name: String,
    course_code: String,
    course_name: String,
    dates: Dates,
    wishes_min: u16,
    wishes_max: u16,
    draw: Draw,
    no_wishes: NoWishes,
    terms: Terms,
    is_decision: bool,
    intro: String,
    contact: Contact,
}

/// What was typed in the set-up form, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the form's field of the same name")]
pub struct Typed {
    pub name: String,
    pub course_code: String,
    pub course_name: String,
    pub year: String,
    pub weeks: String,
    pub open_on: String,
    pub open_at: String,
    pub close_on: String,
    pub close_at: String,
    pub publish_on: String,
    pub publish_at: String,
    pub wishes_min: String,
    pub wishes_max: String,
    pub draw: String,
    pub no_wishes: String,
    pub terms: TypedTerms,
    pub is_decision: String,
    pub intro: String,
    pub contact_name: String,
    pub contact_email: String,
    pub contact_phone: String,
}

impl Plan {
    /// Longest name of a round, a course or a contact, in characters.
    pub const LINE_CHARS_MAX: usize = 120;
    /// Longest course code, in characters.
    pub const CODE_CHARS_MAX: usize = 20;
    /// Longest text to the students, in characters.
    pub const INTRO_CHARS_MAX: usize = 4000;
    /// No round may ask for longer lists.
    pub const WISHES_MAX: u16 = 100;

    /// Reads what was typed.
    /// # Errors
    /// Every field that cannot be accepted, in the order of the form.
    pub fn read(typed: &Typed, zone: Zone) -> Result<Self, Vec<RoundError>> {
        let mut wrong = Wrong::default();
        let name = wrong.catch(line("name", &typed.name, Self::LINE_CHARS_MAX));
        let course_code = wrong.catch(line("course_code", &typed.course_code, Self::CODE_CHARS_MAX));
        let course_name = wrong.catch(line("course_name", &typed.course_name, Self::LINE_CHARS_MAX));
        let weeks = wrong.catch(read_weeks(&typed.year, &typed.weeks));
        let open_at = wrong.catch(read_moment("open_on", "open_at", &typed.open_on, &typed.open_at, zone));
        let close_at = wrong.catch(read_moment("close_on", "close_at", &typed.close_on, &typed.close_at, zone));
        let publish_at =
            wrong.catch(read_moment("publish_on", "publish_at", &typed.publish_on, &typed.publish_at, zone));
        let dates = match (weeks, open_at, close_at, publish_at) {
            (Some(weeks), Some(open), Some(close), Some(publish)) => {
                wrong.catch(Dates::new(weeks, open, close, publish, zone))
            }
            _ => None,
        };
        let wishes_min = wrong.catch(read_number("wishes_min", &typed.wishes_min, 0, Self::WISHES_MAX));
        let wishes_max = wrong.catch(read_number("wishes_max", &typed.wishes_max, 1, Self::WISHES_MAX));
        if let (Some(min), Some(max)) = (wishes_min, wishes_max) {
            wrong.catch(if min > max { Err(RoundError::WishesReversed { min }) } else { Ok(()) });
        }
        let draw = wrong.catch(Draw::from_word(&typed.draw).ok_or(RoundError::NotChosen { field: "draw" }));
        let no_wishes =
            wrong.catch(NoWishes::from_word(&typed.no_wishes).ok_or(RoundError::NotChosen { field: "no_wishes" }));
        let terms = wrong.catch_all(Terms::read(&typed.terms, wishes_min));
        let is_decision = wrong.catch(match typed.is_decision.as_str() {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err(RoundError::NotChosen { field: "is_decision" }),
        });
        let intro = wrong.catch(paragraphs("intro", &typed.intro, Self::INTRO_CHARS_MAX));
        let contact_name = wrong.catch(line("contact_name", &typed.contact_name, Self::LINE_CHARS_MAX));
        let contact_email = wrong.catch(read_email("contact_email", &typed.contact_email));
        let contact_phone = wrong.catch(line_or_empty("contact_phone", &typed.contact_phone, 30));
        wrong.none_or(|| {
            Some(Self {
                name: name?,
                course_code: course_code?,
                course_name: course_name?,
                dates: dates?,
                wishes_min: wishes_min?,
                wishes_max: wishes_max?,
                draw: draw?,
                no_wishes: no_wishes?,
                terms: terms?,
                is_decision: is_decision?,
                intro: intro?,
                contact: Contact { name: contact_name?, email: contact_email?, phone: contact_phone? },
            })
        })
    }

    /// The plan as the form shows it for editing.
    pub fn typed(&self, zone: Zone) -> Typed {
        let day = |at: Moment| at.with_timezone(&zone).format("%Y-%m-%d").to_string();
        let hour = |at: Moment| at.with_timezone(&zone).format("%H:%M").to_string();
        let (dates, weeks) = (&self.dates, self.dates.weeks);
        Typed {
            name: self.name.clone(),
            course_code: self.course_code.clone(),
            course_name: self.course_name.clone(),
            year: weeks.year().to_string(),
            weeks: if weeks.first() == weeks.last() {
                weeks.first().to_string()
            } else {
                format!("{}-{}", weeks.first(), weeks.last())
            },
            open_on: day(dates.wishes_open_at),
            open_at: hour(dates.wishes_open_at),
            close_on: day(dates.wishes_close_at),
            close_at: hour(dates.wishes_close_at),
            publish_on: day(dates.publish_planned_at),
            publish_at: hour(dates.publish_planned_at),
            wishes_min: self.wishes_min.to_string(),
            wishes_max: self.wishes_max.to_string(),
            draw: self.draw.word().into(),
            no_wishes: self.no_wishes.word().into(),
            terms: self.terms.typed(),
            is_decision: if self.is_decision { "yes" } else { "no" }.into(),
            intro: self.intro.clone(),
            contact_name: self.contact.name.clone(),
            contact_email: self.contact.email.clone(),
            contact_phone: self.contact.phone.clone(),
        }
    }

    /// The same round in another year, under another name.
    /// # Errors
    /// [`RoundError`] when the name is empty, or that year lacks one of the weeks.
    pub fn moved_to(&self, year: i32, name: &str, zone: Zone) -> Result<Self, RoundError> {
        let dates = self.dates.moved_to(year, zone)?;
        Ok(Self { name: line("name", name, Self::LINE_CHARS_MAX)?, dates, ..self.clone() })
    }

    /// The round's name, such as "Autumn 2026".
    pub fn name(&self) -> &str {
        &self.name
    }
    /// Code of the course.
    pub fn course_code(&self) -> &str {
        &self.course_code
    }
    /// Name of the course.
    pub fn course_name(&self) -> &str {
        &self.course_name
    }
    /// Weeks and deadlines.
    pub fn dates(&self) -> &Dates {
        &self.dates
    }
    /// Students are asked for at least this many wishes.
    pub fn wishes_min(&self) -> u16 {
        self.wishes_min
    }
    /// No list may be longer.
    pub fn wishes_max(&self) -> u16 {
        self.wishes_max
    }
    /// Where lottery numbers come from.
    pub fn draw(&self) -> Draw {
        self.draw
    }
    /// What happens to students who sent nothing.
    pub fn no_wishes(&self) -> NoWishes {
        self.no_wishes
    }
    /// How places are allocated.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }
    /// The mechanism; none where the office places everybody by hand.
    pub fn mechanism(&self) -> Option<matching::Mechanism> {
        self.terms.mechanism()
    }
    /// Whether the result is a decision with a right to complain.
    pub fn is_decision(&self) -> bool {
        self.is_decision
    }
    /// The office's own words to the students; may be empty.
    pub fn intro(&self) -> &str {
        &self.intro
    }
    /// Whom students ask.
    pub fn contact(&self) -> &Contact {
        &self.contact
    }
}

/// A plan as the database keeps it: read back without the checks of the form, which an older version may not have had.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "each is the plan's part of the same name")]
pub struct Kept {
    pub name: String,
    pub course_code: String,
    pub course_name: String,
    pub weeks: Weeks,
    pub wishes_open_at: Moment,
    pub wishes_close_at: Moment,
    pub publish_planned_at: Moment,
    pub wishes_min: u16,
    pub wishes_max: u16,
    pub draw: Draw,
    pub no_wishes: NoWishes,
    pub terms: Terms,
    pub is_decision: bool,
    pub intro: String,
    pub contact: Contact,
}

impl From<Kept> for Plan {
    fn from(kept: Kept) -> Self {
        Self {
            name: kept.name,
            course_code: kept.course_code,
            course_name: kept.course_name,
            dates: Dates {
                weeks: kept.weeks,
                wishes_open_at: kept.wishes_open_at,
                wishes_close_at: kept.wishes_close_at,
                publish_planned_at: kept.publish_planned_at,
            },
            wishes_min: kept.wishes_min,
            wishes_max: kept.wishes_max,
            draw: kept.draw,
            no_wishes: kept.no_wishes,
            terms: kept.terms,
            is_decision: kept.is_decision,
            intro: kept.intro,
            contact: kept.contact,
        }
    }
}

/// What a round has come to, apart from the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The office is preparing it; students see nothing.
    Setup,
    /// Rules and dates are told and frozen; the clock opens and closes the window.
    Announced,
    /// Publication has been asked for and can be stopped until its moment.
    Publishing {
        /// The run that will be published
        run: RunId,
        /// When
        publish_at: Moment,
    },
    /// Everybody has been told.
    Published {
        /// The run that counts
        run: RunId,
        /// When
        at: Moment,
    },
    /// Called off; nothing is allocated.
    Cancelled {
        /// Why, as everybody was told
        reason: String,
        /// When
        at: Moment,
    },
}

/// State and clock together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Being prepared
    Setup,
    /// Announced, the window is not open yet
    Waiting,
    /// Students rank
    Open,
    /// The window has closed: the office allocates
    Closed,
    /// Ten minutes to stop
    Publishing,
    /// Told to everybody
    Published,
    /// The weeks have passed
    Over,
    /// Called off
    Cancelled,
}

/// A step from one state to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Tell rules and dates and freeze them.
    Announce,
    /// Ask for publication.
    BeginPublishing {
        /// The run to publish
        run: RunId,
        /// When
        publish_at: Moment,
    },
    /// Take the request for publication back.
    StopPublishing,
    /// The moment of publication has come.
    Publish,
    /// Call the round off.
    Cancel {
        /// Why
        reason: String,
    },
}

/// One allocation round of an institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    id: RoundId,
    owner: OrganisationId,
    plan: Plan,
    state: State,
    seed: Option<String>,
    promise: Option<String>,
    announced_at: Option<Moment>,
    edition: i32,
}

impl Round {
    /// How long a publication can be stopped.
    pub const STOP_WINDOW: TimeDelta = TimeDelta::minutes(10);
    /// Longest reason for calling a round off, in characters.
    pub const REASON_CHARS_MAX: usize = 1000;

    /// A round as the database keeps it.
    #[expect(clippy::too_many_arguments, reason = "called by the room's queries alone, once for each row")]
    pub fn kept(
        id: RoundId,
        owner: OrganisationId,
        plan: Plan,
        state: State,
        seed: Option<String>,
        promise: Option<String>,
        announced_at: Option<Moment>,
        edition: i32,
    ) -> Self {
        Self { id, owner, plan, state, seed, promise, announced_at, edition }
    }

    /// Its id.
    pub fn id(&self) -> RoundId {
        self.id
    }
    /// The institution.
    pub fn owner(&self) -> OrganisationId {
        self.owner
    }
    /// Course, weeks, dates, rules and texts.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }
    /// Weeks and deadlines.
    pub fn dates(&self) -> &Dates {
        &self.plan.dates
    }
    /// How far it has come, apart from the clock.
    pub fn state(&self) -> &State {
        &self.state
    }
    /// What students were promised before the window opened: it binds the office to its seed.
    pub fn promise(&self) -> Option<&str> {
        self.promise.as_deref()
    }
    /// The seed the draw uses. A secret until publication: for the draw alone.
    pub fn seed(&self) -> Option<&str> {
        self.seed.as_deref()
    }
    /// The seed as everybody may see it: after publication.
    pub fn revealed_seed(&self) -> Option<&str> {
        matches!(self.state, State::Published { .. }).then(|| self.seed()).flatten()
    }
    /// When the rules were told.
    pub fn announced_at(&self) -> Option<Moment> {
        self.announced_at
    }
    /// Counts changes.
    pub fn edition(&self) -> i32 {
        self.edition
    }

    /// Where the round stands at a moment.
    pub fn phase(&self, now: Moment, zone: Zone) -> Phase {
        let dates = self.dates();
        match &self.state {
            State::Setup => Phase::Setup,
            State::Announced if now < dates.wishes_open_at => Phase::Waiting,
            State::Announced if now < dates.wishes_close_at => Phase::Open,
            State::Announced => Phase::Closed,
            State::Publishing { .. } => Phase::Publishing,
            State::Published { .. } if now.with_timezone(&zone).date_naive() > dates.weeks.until_on() => Phase::Over,
            State::Published { .. } => Phase::Published,
            State::Cancelled { .. } => Phase::Cancelled,
        }
    }

    /// Whether students may send wishes at this moment.
    pub fn takes_wishes(&self, now: Moment) -> bool {
        self.state == State::Announced && self.dates().wishes_open_at <= now && now < self.dates().wishes_close_at
    }

    /// Whether the window is behind us: who comes now is late.
    pub fn is_late(&self, now: Moment) -> bool {
        now >= self.dates().wishes_close_at
    }

    /// Whether places and students may still be added, changed or taken out.
    /// # Errors
    /// [`RoundError::Settled`] once publication has been asked for, or the round was called off.
    pub fn open_to_changes(&self) -> Result<(), RoundError> {
        match self.state {
            State::Setup | State::Announced => Ok(()),
            _ => Err(RoundError::Settled { state: self.state.word() }),
        }
    }

    /// Whether the set-up form may still change it.
    /// # Errors
    /// [`RoundError::Frozen`] from the announcement on.
    pub fn open_to_planning(&self) -> Result<(), RoundError> {
        match self.state {
            State::Setup => Ok(()),
            _ => Err(RoundError::Frozen),
        }
    }

    /// The state after a step, when the step is allowed now.
    /// # Errors
    /// [`RoundError::WrongStep`] when it is not.
    pub fn after(&self, step: &Step, now: Moment) -> Result<State, RoundError> {
        match (&self.state, step) {
            (State::Setup, Step::Announce) if now < self.dates().wishes_open_at => Ok(State::Announced),
            (State::Setup, Step::Announce) => Err(RoundError::OpensInThePast),
            (State::Announced, Step::BeginPublishing { run, publish_at }) if self.is_late(now) => {
                Ok(State::Publishing { run: *run, publish_at: *publish_at })
            }
            (State::Publishing { .. }, Step::StopPublishing) => Ok(State::Announced),
            (State::Publishing { run, publish_at }, Step::Publish) if now >= *publish_at => {
                Ok(State::Published { run: *run, at: now })
            }
            (State::Setup | State::Announced | State::Publishing { .. }, Step::Cancel { reason }) => {
                let reason = paragraphs("reason", reason, Self::REASON_CHARS_MAX)?;
                if reason.is_empty() {
                    return Err(RoundError::Empty { field: "reason" });
                }
                Ok(State::Cancelled { reason, at: now })
            }
            _ => Err(RoundError::WrongStep { state: self.state.word(), step: step.word() }),
        }
    }
}

macro_rules! words_of {
    ($type:ident: $($variant:ident = $word:literal),+) => {
        impl $type {
            /// The word in the database and in forms.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            /// The value of a word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
words_of!(Phase: Setup = "setup", Waiting = "waiting", Open = "open", Closed = "closed", Publishing = "publishing",
    Published = "published", Over = "over", Cancelled = "cancelled");
impl Phase {
    /// Every phase, in the order of a round's life.
    pub const ALL: [Self; 8] = [
        Self::Setup,
        Self::Waiting,
        Self::Open,
        Self::Closed,
        Self::Publishing,
        Self::Published,
        Self::Over,
        Self::Cancelled,
    ];
}
words_of!(Draw: Seed = "seed", File = "file");
words_of!(NoWishes: ByHand = "by_hand", Last = "last");
words_of!(ShortLists: Count = "count", Refuse = "refuse", Complete = "complete");

impl State {
    /// The word in the database.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Announced => "announced",
            Self::Publishing { .. } => "publishing",
            Self::Published { .. } => "published",
            Self::Cancelled { .. } => "cancelled",
        }
    }
}

impl Step {
    /// The step's name, for the log.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Announce => "be announced",
            Self::BeginPublishing { .. } => "be sent to publication",
            Self::StopPublishing => "stop its publication",
            Self::Publish => "be published",
            Self::Cancel { .. } => "be called off",
        }
    }
}

/// Collects what is wrong instead of stopping at the first.
#[derive(Default)]
struct Wrong(Vec<RoundError>);

impl Wrong {
    fn catch<T>(&mut self, read: Result<T, RoundError>) -> Option<T> {
        read.map_err(|error| self.0.push(error)).ok()
    }

    fn catch_all<T>(&mut self, read: Result<T, Vec<RoundError>>) -> Option<T> {
        read.map_err(|errors| self.0.extend(errors)).ok()
    }

    fn none_or<T>(self, make: impl FnOnce() -> Option<T>) -> Result<T, Vec<RoundError>> {
        match make() {
            Some(made) if self.0.is_empty() => Ok(made),
            _ => Err(self.0),
        }
    }
}

/// Years a round may lie in.
const YEARS: (i32, i32) = (2000, 2100);

fn line(field: &'static str, text: &str, max: usize) -> Result<String, RoundError> {
    let text = line_or_empty(field, text, max)?;
    if text.is_empty() { Err(RoundError::Empty { field }) } else { Ok(text) }
}

fn line_or_empty(field: &'static str, text: &str, max: usize) -> Result<String, RoundError> {
    let text = text.trim();
    if text.chars().any(char::is_control) {
        return Err(RoundError::Unprintable { field });
    }
    paragraphs(field, text, max)
}

fn paragraphs(field: &'static str, text: &str, max: usize) -> Result<String, RoundError> {
    let text = text.trim().replace("\r\n", "\n");
    let got = text.chars().count();
    if got > max {
        return Err(RoundError::TooLong { field, got, max });
    }
    if text.chars().any(|sign| sign.is_control() && !matches!(sign, '\n' | '\t')) {
        return Err(RoundError::Unprintable { field });
    }
    Ok(text)
}

fn read_email(field: &'static str, typed: &str) -> Result<String, RoundError> {
    let typed = line(field, typed, 254)?;
    let whole = typed.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !host.contains('@') && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    if whole && !typed.contains(char::is_whitespace) { Ok(typed) } else { Err(RoundError::NoEmail { field, typed }) }
}

fn read_number(field: &'static str, typed: &str, min: u16, max: u16) -> Result<u16, RoundError> {
    let read = typed.trim().parse().ok().filter(|number| (min..=max).contains(number));
    read.ok_or_else(|| RoundError::NoNumber { field, typed: typed.trim().into(), min, max })
}

fn read_weeks(year: &str, typed: &str) -> Result<Weeks, RoundError> {
    let year = year.trim();
    let year = year
        .parse()
        .ok()
        .filter(|year| (YEARS.0..=YEARS.1).contains(year))
        .ok_or(RoundError::NoYear { typed: year.into() })?;
    let unreadable = || RoundError::WeeksUnreadable { typed: typed.trim().into(), year };
    let (first, last) = typed.split_once(['-', '–']).unwrap_or((typed, typed));
    let number = |text: &str| text.trim().parse().map_err(|_| unreadable());
    Weeks::new(year, number(first)?, number(last)?).map_err(|_| unreadable())
}

/// A day as a browser sends it, or as people write it.
fn read_date(field: &'static str, typed: &str) -> Result<Date, RoundError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(RoundError::Empty { field });
    }
    let read = Date::parse_from_str(typed, "%Y-%m-%d").or_else(|_| Date::parse_from_str(typed, "%d.%m.%Y"));
    let day = read.map_err(|_| RoundError::NoDate { field, typed: typed.into() })?;
    // Far days would leave the calendar when a round is copied.
    let far = !(YEARS.0..=YEARS.1).contains(&day.year());
    if far { Err(RoundError::NoDate { field, typed: typed.into() }) } else { Ok(day) }
}

fn read_moment(
    day_field: &'static str,
    hour_field: &'static str,
    day: &str,
    hour: &str,
    zone: Zone,
) -> Result<Moment, RoundError> {
    let day = read_date(day_field, day)?;
    let typed = hour.trim();
    if typed.is_empty() {
        return Err(RoundError::Empty { field: hour_field });
    }
    let read = NaiveTime::parse_from_str(typed, "%H:%M").or_else(|_| NaiveTime::parse_from_str(typed, "%H.%M"));
    let at = read.map_err(|_| RoundError::NoHour { field: hour_field, typed: typed.into() })?;
    moment_in(zone, day, at).ok_or_else(|| RoundError::HourLeftOut { field: hour_field, typed: typed.into() })
}
