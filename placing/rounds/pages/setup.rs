//! The set-up form: a new round, a copy of one, or a change before the announcement.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{Lang, RoundId, Zone};
use chrono::Datelike;
use kit::chance;
use kit::drafts::Fields;
use kit::edition;
use kit::fault::{Fault, Problem};
use kit::fields::{self, Choice, Choices, Field};
use kit::form::FormErrors;
use kit::page::Page;
use kit::parts::Alert;
use kit::repeat;
use kit::web::{Answer, App, Form, Path, Query, Visit, see_other, show, show_with};
use people::organisations;
use serde::Deserialize;

use super::terms;
use crate::Words;
use crate::rounds::model::{Plan, RoundError, Typed, TypedTerms};
use crate::rounds::{access, actions};

/// Which round a new one is like.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    from: Option<RoundId>,
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SetupForm {
    request_key: String,
    edition: String,
    name: String,
    course_code: String,
    course_name: String,
    year: String,
    weeks: String,
    open_on: String,
    open_at: String,
    close_on: String,
    close_at: String,
    publish_on: String,
    publish_at: String,
    wishes_min: String,
    wishes_max: String,
    draw: String,
    no_wishes: String,
    mechanism: String,
    short_lists: String,
    cost: String,
    travel_limit: String,
    groups: String,
    classes: String,
    is_decision: String,
    intro: String,
    contact_name: String,
    contact_email: String,
    contact_phone: String,
}

/// A part of the form: its heading, and lines of fields side by side.
pub(super) struct Part {
    pub(super) heading: String,
    pub(super) lines: Vec<Vec<Shown>>,
}

pub(super) enum Shown {
    Field(Field),
    Choices(Choices),
}

#[derive(Template)]
#[template(path = "rounds/setup.html")]
struct SetupPage {
    page: Page,
    words: &'static Words,
    title: String,
    lead: String,
    /// The round it changes, with its name; none for a new one
    round: Option<(RoundId, String)>,
    alert: Option<Alert>,
    errors: FormErrors,
    request_key: String,
    edition: String,
    parts: Vec<Part>,
    save: String,
}

/// The empty form, or a copy of a round moved to the next year.
pub async fn new(State(app): State<App>, visit: Visit, Query(query): Query<From>) -> Answer {
    let (typed, copied) = app
        .db()
        .read(visit.actor(), async |tx| {
            let owner = access::may_make(tx.actor())?;
            let Some(from) = query.from else {
                return Ok((fresh(&organisations::find(&tx, owner.id()).await?.contact), false));
            };
            let from = actions::find(&tx, from).await?;
            let zone = actions::zone_of(&tx, &from).await?;
            let year = from.dates().weeks().from_on().iso_week().year() + 1;
            // A year without week 53 leaves the dates to the reader.
            let moved = from.plan().moved_to(year, from.plan().name(), zone);
            Ok((moved.as_ref().unwrap_or(from.plan()).typed(zone), true))
        })
        .await?;
    show(&new_page(&app, &visit, &typed, copied, FormErrors::none(), chance::secret_hex(16)))
}

/// What an empty form proposes.
pub(super) fn fresh(contact: &organisations::Contact) -> Typed {
    Typed {
        open_at: "09:00".into(),
        close_at: "15:00".into(),
        publish_at: "12:00".into(),
        wishes_min: "3".into(),
        wishes_max: "10".into(),
        draw: "seed".into(),
        no_wishes: "by_hand".into(),
        is_decision: "yes".into(),
        contact_name: contact.name.clone(),
        contact_email: contact.email.clone(),
        contact_phone: contact.phone.clone(),
        ..Typed::default()
    }
}

/// Makes the round.
pub async fn make(State(app): State<App>, visit: Visit, Form(form): Form<SetupForm>) -> Answer {
    let typed = form.typed();
    let made = app
        .db()
        .write(visit.actor(), async |tx| {
            let owner = access::may_make(tx.actor())?;
            let zone = organisations::find(&tx, owner.id()).await?.zone;
            let plan = match Plan::read(&typed, zone) {
                Ok(plan) => plan,
                Err(wrong) => return Ok(Err(wrong)),
            };
            let make = async || actions::make_round(&tx, &plan).await;
            Ok(Ok(repeat::once(&tx, owner.id(), "make-round", &form.request_key, make).await?))
        })
        .await;
    let errors = match made {
        Ok(Ok(id)) => return Ok(see_other(format!("/rounds/{id}"))),
        Ok(Err(wrong)) => told(visit.lang(), &wrong),
        Err(fault) => FormErrors::from_fault(visit.lang(), fault)?,
    };
    let page = new_page(&app, &visit, &typed, false, errors, form.request_key);
    show_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn new_page(
    app: &App,
    visit: &Visit,
    typed: &Typed,
    copied: bool,
    errors: FormErrors,
    request_key: String,
) -> SetupPage {
    let words = crate::words(visit.lang());
    SetupPage {
        title: words.rounds_new_title().to_string(),
        lead: if copied { words.rounds_copied_lead().to_string() } else { words.rounds_new_lead().to_string() },
        round: None,
        alert: None,
        parts: parts(visit.lang(), typed, None, &errors),
        errors,
        request_key,
        edition: String::new(),
        save: words.rounds_save_new().to_string(),
        page: visit.page(app),
        words,
    }
}

/// The form of a round in preparation; later its rules.
pub async fn edit(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>) -> Answer {
    let found = app.db().read(visit.actor(), async |tx| {
        let round = actions::find(&tx, id).await?;
        let zone = actions::zone_of(&tx, &round).await?;
        Ok((round, zone))
    });
    let (round, zone) = found.await?;
    if round.open_to_planning().is_err() {
        return Ok(see_other(format!("/rounds/{id}/rules")));
    }
    let now = Now { id, name: round.plan().name().into(), edition: round.edition(), theirs: None };
    show(&edit_page(&app, &visit, &round.plan().typed(zone), now, FormErrors::none()))
}

/// Saves the form. Whoever saved in between is not overwritten unseen.
pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(form): Form<SetupForm>,
) -> Answer {
    let typed = form.typed();
    let seen: i32 = form.edition.parse().unwrap_or(0);
    let saved = app
        .db()
        .write(visit.actor(), async |tx| {
            let round = actions::find(&tx, id).await?;
            match Plan::read(&typed, actions::zone_of(&tx, &round).await?) {
                Ok(plan) => Ok(actions::change_round(&tx, id, seen, &plan).await.map(Ok)?),
                Err(wrong) => Ok(Err(wrong)),
            }
        })
        .await;
    let (status, errors) = match saved {
        Ok(Ok(())) => return Ok(see_other(format!("/rounds/{id}"))),
        Ok(Err(wrong)) => (StatusCode::UNPROCESSABLE_ENTITY, told(visit.lang(), &wrong)),
        Err(fault) if is_edited(&fault) => (StatusCode::CONFLICT, FormErrors::none()),
        Err(fault) => (StatusCode::UNPROCESSABLE_ENTITY, form_errors(visit.lang(), fault)?),
    };
    let (round, zone) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = actions::find(&tx, id).await?;
            let zone: Zone = actions::zone_of(&tx, &round).await?;
            Ok((round, zone))
        })
        .await?;
    let conflict = status == StatusCode::CONFLICT;
    let theirs = conflict.then(|| round.plan().typed(zone));
    let edition = if conflict { round.edition() } else { seen };
    let now = Now { id, name: round.plan().name().into(), edition, theirs };
    show_with(status, &edit_page(&app, &visit, &typed, now, errors))
}

fn is_edited(fault: &Fault) -> bool {
    fault.problem().is_some_and(|problem| problem.name() == "round-edited")
}

/// A frozen round is no matter of the form.
fn form_errors(lang: Lang, fault: Fault) -> Result<FormErrors, Fault> {
    match fault.problem().and_then(Problem::field) {
        Some(_) => FormErrors::from_fault(lang, fault),
        None => Err(fault),
    }
}

/// The round as it stands while its form is shown.
struct Now {
    id: RoundId,
    name: String,
    edition: i32,
    theirs: Option<Typed>,
}

fn edit_page(app: &App, visit: &Visit, typed: &Typed, now: Now, errors: FormErrors) -> SetupPage {
    let words = crate::words(visit.lang());
    SetupPage {
        title: words.rounds_setup_title().to_string(),
        lead: words.rounds_setup_lead().to_string(),
        round: Some((now.id, now.name)),
        alert: now.theirs.as_ref().map(|_| edition::alert(visit.lang())),
        parts: parts(visit.lang(), typed, now.theirs.as_ref(), &errors),
        errors,
        request_key: String::new(),
        edition: now.edition.to_string(),
        save: words.rounds_save().to_string(),
        page: visit.page(app),
        words,
    }
}

pub(super) fn told(lang: Lang, wrong: &[RoundError]) -> FormErrors {
    let mut errors = FormErrors::none();
    for error in wrong {
        errors.add(error.field().unwrap_or(""), error.tell(lang));
    }
    errors
}

/// Makes the form's fields, each with its message and with what somebody else has saved there.
pub(super) struct Maker<'a> {
    pub(super) lang: Lang,
    pub(super) words: &'static Words,
    errors: &'a FormErrors,
    theirs: Option<&'a Typed>,
}

impl Maker<'_> {
    fn help(&self, help: String, mine: &str, theirs: impl Fn(&Typed) -> &str) -> String {
        let theirs = self.theirs.and_then(|saved| edition::theirs(self.lang, mine, theirs(saved)));
        theirs.unwrap_or(help)
    }

    pub(super) fn field(
        &self,
        made: Field,
        name: &str,
        mine: &str,
        help: String,
        theirs: impl Fn(&Typed) -> &str,
    ) -> Shown {
        Shown::Field(made.value(mine).help(self.help(help, mine, theirs)).error(self.errors.get(name)))
    }

    pub(super) fn choices(&self, made: Choices, name: &str, mine: &str, theirs: impl Fn(&Typed) -> &str) -> Shown {
        self.helped_choices(made, name, mine, String::new(), theirs)
    }

    pub(super) fn helped_choices(
        &self,
        made: Choices,
        name: &str,
        mine: &str,
        help: String,
        theirs: impl Fn(&Typed) -> &str,
    ) -> Shown {
        Shown::Choices(made.value(mine).help(self.help(help, mine, theirs)).error(self.errors.get(name)))
    }
}

pub(super) fn parts(lang: Lang, typed: &Typed, theirs: Option<&Typed>, errors: &FormErrors) -> Vec<Part> {
    let words = crate::words(lang);
    let maker = Maker { lang, words, errors, theirs };
    vec![
        Part { heading: words.rounds_part_about().to_string(), lines: about(&maker, typed) },
        Part { heading: words.rounds_part_dates().to_string(), lines: dates(&maker, typed) },
        Part { heading: words.rounds_part_rules().to_string(), lines: rules(&maker, typed) },
        Part { heading: words.rounds_part_mechanism().to_string(), lines: terms::lines(&maker, &typed.terms) },
        Part { heading: words.rounds_part_texts().to_string(), lines: texts(&maker, typed) },
    ]
}

fn about(maker: &Maker<'_>, typed: &Typed) -> Vec<Vec<Shown>> {
    let words = maker.words;
    let none = String::new;
    vec![
        vec![maker.field(
            fields::text("name", words.rounds_field_name()).length_max(Plan::LINE_CHARS_MAX).required(),
            "name",
            &typed.name,
            words.rounds_field_name_help().to_string(),
            |theirs| &theirs.name,
        )],
        vec![
            maker.field(
                fields::text("course_code", words.rounds_field_course_code())
                    .length_max(Plan::CODE_CHARS_MAX)
                    .short()
                    .required(),
                "course_code",
                &typed.course_code,
                none(),
                |theirs| &theirs.course_code,
            ),
            maker.field(
                fields::text("course_name", words.rounds_field_course_name())
                    .length_max(Plan::LINE_CHARS_MAX)
                    .required(),
                "course_name",
                &typed.course_name,
                none(),
                |theirs| &theirs.course_name,
            ),
        ],
        vec![
            maker.field(
                fields::number("year", words.rounds_field_year()).short().required(),
                "year",
                &typed.year,
                none(),
                |theirs| &theirs.year,
            ),
            maker.field(
                fields::text("weeks", words.rounds_field_weeks()).short().required(),
                "weeks",
                &typed.weeks,
                words.rounds_field_weeks_help().to_string(),
                |theirs| &theirs.weeks,
            ),
        ],
    ]
}

fn dates(maker: &Maker<'_>, typed: &Typed) -> Vec<Vec<Shown>> {
    let words = maker.words;
    let line = |day: (&'static str, String, &str), hour: (&'static str, &str), theirs: [fn(&Typed) -> &str; 2]| {
        let label = words.rounds_field_hour_of(day.1.to_lowercase()).to_string();
        vec![
            maker.field(fields::date(day.0, day.1).required(), day.0, day.2, String::new(), theirs[0]),
            maker.field(fields::text(hour.0, label).short().required(), hour.0, hour.1, String::new(), theirs[1]),
        ]
    };
    vec![
        line(
            ("open_on", words.rounds_field_open_on().to_string(), &typed.open_on),
            ("open_at", &typed.open_at),
            [|theirs| &theirs.open_on, |theirs| &theirs.open_at],
        ),
        line(
            ("close_on", words.rounds_field_close_on().to_string(), &typed.close_on),
            ("close_at", &typed.close_at),
            [|theirs| &theirs.close_on, |theirs| &theirs.close_at],
        ),
        line(
            ("publish_on", words.rounds_field_publish_on().to_string(), &typed.publish_on),
            ("publish_at", &typed.publish_at),
            [|theirs| &theirs.publish_on, |theirs| &theirs.publish_at],
        ),
    ]
}

fn rules(maker: &Maker<'_>, typed: &Typed) -> Vec<Vec<Shown>> {
    let words = maker.words;
    let draw = vec![
        Choice::new("seed", words.rounds_draw_seed()).note(words.rounds_draw_seed_note()),
        Choice::new("file", words.rounds_draw_file()).note(words.rounds_draw_file_note()),
    ];
    let no_wishes = vec![
        Choice::new("by_hand", words.rounds_no_wishes_by_hand()).note(words.rounds_no_wishes_by_hand_note()),
        Choice::new("last", words.rounds_no_wishes_last()).note(words.rounds_no_wishes_last_note()),
    ];
    let decision = vec![
        Choice::new("yes", words.rounds_decision_yes()).note(words.rounds_decision_yes_note()),
        Choice::new("no", words.rounds_decision_no()).note(words.rounds_decision_no_note()),
    ];
    let number = |name: &'static str, label: String, least: u16| {
        fields::number(name, label).between(least, Plan::WISHES_MAX).short().required()
    };
    vec![
        vec![
            maker.field(
                number("wishes_min", words.rounds_field_wishes_min().to_string(), 0),
                "wishes_min",
                &typed.wishes_min,
                words.rounds_field_wishes_min_help().to_string(),
                |theirs| &theirs.wishes_min,
            ),
            maker.field(
                number("wishes_max", words.rounds_field_wishes_max().to_string(), 1),
                "wishes_max",
                &typed.wishes_max,
                String::new(),
                |theirs| &theirs.wishes_max,
            ),
        ],
        vec![maker.choices(fields::choices("draw", words.rounds_field_draw(), draw), "draw", &typed.draw, |theirs| {
            &theirs.draw
        })],
        vec![maker.choices(
            fields::choices("no_wishes", words.rounds_field_no_wishes(), no_wishes),
            "no_wishes",
            &typed.no_wishes,
            |theirs| &theirs.no_wishes,
        )],
        vec![maker.choices(
            fields::choices("is_decision", words.rounds_field_is_decision(), decision),
            "is_decision",
            &typed.is_decision,
            |theirs| &theirs.is_decision,
        )],
    ]
}

fn texts(maker: &Maker<'_>, typed: &Typed) -> Vec<Vec<Shown>> {
    let words = maker.words;
    vec![
        vec![maker.field(
            fields::area("intro", words.rounds_field_intro()).length_max(Plan::INTRO_CHARS_MAX),
            "intro",
            &typed.intro,
            words.rounds_field_intro_help().to_string(),
            |theirs| &theirs.intro,
        )],
        vec![maker.field(
            fields::text("contact_name", words.rounds_field_contact_name()).length_max(Plan::LINE_CHARS_MAX).required(),
            "contact_name",
            &typed.contact_name,
            String::new(),
            |theirs| &theirs.contact_name,
        )],
        vec![
            maker.field(
                fields::email("contact_email", words.rounds_field_contact_email()).required(),
                "contact_email",
                &typed.contact_email,
                String::new(),
                |theirs| &theirs.contact_email,
            ),
            maker.field(
                fields::text("contact_phone", words.rounds_field_contact_phone()).length_max(30).middle(),
                "contact_phone",
                &typed.contact_phone,
                String::new(),
                |theirs| &theirs.contact_phone,
            ),
        ],
    ]
}

impl SetupForm {
    /// The form from fields that were kept one page at a time.
    pub(super) fn of(fields: &Fields) -> Result<Self, Fault> {
        let value = serde_json::to_value(fields).map_err(Fault::ours)?;
        serde_json::from_value(value).map_err(Fault::ours)
    }

    /// The fields of a plan, as the form sends them.
    pub(super) fn fields(typed: &Typed) -> Fields {
        let terms = &typed.terms;
        let pairs: [(&str, &String); 26] = [
            ("name", &typed.name),
            ("course_code", &typed.course_code),
            ("course_name", &typed.course_name),
            ("year", &typed.year),
            ("weeks", &typed.weeks),
            ("open_on", &typed.open_on),
            ("open_at", &typed.open_at),
            ("close_on", &typed.close_on),
            ("close_at", &typed.close_at),
            ("publish_on", &typed.publish_on),
            ("publish_at", &typed.publish_at),
            ("wishes_min", &typed.wishes_min),
            ("wishes_max", &typed.wishes_max),
            ("draw", &typed.draw),
            ("no_wishes", &typed.no_wishes),
            ("mechanism", &terms.mechanism),
            ("short_lists", &terms.short_lists),
            ("cost", &terms.cost),
            ("travel_limit", &terms.travel_limit),
            ("groups", &terms.groups),
            ("classes", &terms.classes),
            ("is_decision", &typed.is_decision),
            ("intro", &typed.intro),
            ("contact_name", &typed.contact_name),
            ("contact_email", &typed.contact_email),
            ("contact_phone", &typed.contact_phone),
        ];
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect()
    }

    pub(super) fn typed(&self) -> Typed {
        let form = self.clone();
        Typed {
            name: form.name,
            course_code: form.course_code,
            course_name: form.course_name,
            year: form.year,
            weeks: form.weeks,
            open_on: form.open_on,
            open_at: form.open_at,
            close_on: form.close_on,
            close_at: form.close_at,
            publish_on: form.publish_on,
            publish_at: form.publish_at,
            wishes_min: form.wishes_min,
            wishes_max: form.wishes_max,
            draw: form.draw,
            no_wishes: form.no_wishes,
            terms: TypedTerms {
                mechanism: form.mechanism,
                short_lists: form.short_lists,
                cost: form.cost,
                travel_limit: form.travel_limit,
                groups: form.groups,
                classes: form.classes,
            },
            is_decision: form.is_decision,
            intro: form.intro,
            contact_name: form.contact_name,
            contact_email: form.contact_email,
            contact_phone: form.contact_phone,
        }
    }
}
