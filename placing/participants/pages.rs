//! Students of a round: the list, its file, and adding one.

pub mod bulk;
pub mod out;

use askama::Template;
use axum::extract::State;
use base::{Lang, PersonId, RoundId};
use kit::db::Tx;
use kit::fault::{Fault, Problem};
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::format;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::{Alert, Empty, Tag, Tone};
use kit::table::{Action, Cell, Column, Filter, FilterOption, Row, Search, Table};
use kit::table_out::{Format, TableOut};
use kit::web::{Answer, App, Form, Path, Query, Visit, see_other, show, show_again};
use people::looks;
use people::persons::{self, Email, NewPerson, NewStudent, Person, PersonName, Phone};
use people::views::{self, Dressed};
use serde::Deserialize;

use super::model::{LINE_CHARS_MAX, Participant, ParticipantError, Sent, StudentRow};
use super::queries::{self, Narrowing, Sorting, Standing};
use super::{access, actions};
use crate::rounds::{Phase, Round};
use crate::{Words, rounds};

/// Students whose name is searched for; more are not told apart by a name anyway.
const FOUND_MAX: usize = 2000;

#[derive(Template)]
#[template(path = "participants/students.html")]
struct StudentsPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    open: bool,
    /// Whether wishes from paper may come in
    takes_paper: bool,
    /// How many students the list holds that may be taken out at once, and how it is narrowed to them
    bulk: Option<(usize, Vec<(&'static str, String)>)>,
    table: Dressed,
}

/// One student with what the list shows.
struct Line {
    student: Participant,
    name: String,
    person: Option<Person>,
    sent: Option<Sent>,
}

/// What the list needs.
struct Seen {
    round: Round,
    phase: Phase,
    all: usize,
    any: bool,
    subjects: Vec<String>,
    lines: Vec<Line>,
}

/// The students of a round.
pub async fn show_students(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let lang = visit.lang();
    let asked = &query;
    let (seen, looks) = app
        .db()
        .read(visit.actor(), async |tx| {
            let seen = seen(&tx, id, asked, lang, Some(List::ROWS)).await?;
            Ok((seen, views::looks(&tx, "students", asked).await?))
        })
        .await?;
    let words = crate::words(lang);
    show(&StudentsPage {
        page: visit.page(&app),
        words,
        round: id,
        name: seen.round.plan().name().into(),
        open: seen.round.open_to_changes().is_ok(),
        takes_paper: matches!(seen.phase, Phase::Open | Phase::Closed),
        bulk: takes_bulk(&seen).then(|| (seen.all, narrowed(&query))),
        table: {
            let path = format!("/rounds/{id}/students");
            let xlsx = seen.any.then(|| List::new(path.as_str(), &query).href_of(&format!("{path}.xlsx")));
            looks.dress(lang, &path, &query, table(lang, words, &seen, &query), xlsx)
        },
    })
}

/// How a list is narrowed, as fields of a form.
fn narrowed(query: &ListQuery) -> Vec<(&'static str, String)> {
    let filter = |name: &'static str| (name, query.filter(name).to_owned());
    vec![("q", query.search().to_owned()), filter("subject"), filter("standing")]
}

/// The same students as a file, all of them.
pub async fn students_file(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let asked = &query;
    let seen = app.db().read(visit.actor(), async |tx| seen(&tx, id, asked, lang, None).await).await?;
    let mut file = TableOut::new([
        words.participants_list_number().to_string(),
        words.participants_list_name().to_string(),
        words.participants_list_email().to_string(),
        words.participants_list_subject().to_string(),
        words.participants_list_group().to_string(),
        words.participants_list_wishes().to_string(),
        words.participants_list_late().to_string(),
        words.participants_list_state().to_string(),
    ]);
    for line in &seen.lines {
        let part = &line.student.part;
        let email =
            line.person.as_ref().and_then(|person| person.email.as_ref()).map(|email| email.as_str().to_owned());
        let late = if is_late(line) { words.participants_yes().to_string() } else { String::new() };
        let state = match line.student.is_active() {
            true => words.participants_active().to_string(),
            false => words.participants_withdrawn().to_string(),
        };
        file.row([
            part.outside_key.clone(),
            line.name.clone(),
            email.unwrap_or_default(),
            part.subject.clone(),
            part.group_key.clone().unwrap_or_default(),
            wishes(words, line.sent).1,
            late,
            state,
        ]);
    }
    let people = seen.lines.iter().map(|line| line.student.person);
    looks::note_file(&app, &visit, seen.round.owner(), people).await?;
    let stem = format!("{} {}", words.participants_file(), seen.round.plan().name());
    file.answer(&stem, Format::of(&visit))
}

async fn seen(tx: &Tx, id: RoundId, query: &ListQuery, lang: Lang, rows: Option<usize>) -> Result<Seen, Fault> {
    let round = rounds::find(tx, id).await?;
    let owner = access::may_administer(tx.actor(), &round)?;
    let zone = rounds::zone_of(tx, &round).await?;
    let narrowing = narrowing(tx, owner, &round, query).await?;
    let (skip, take) = rows.map_or((0, usize::MAX), |rows| (List::new("", query).first(), rows));
    let (all, students) = if query.sort() == "name" {
        by_name(tx, owner, id, &narrowing, lang, query.descending(), skip, take).await?
    } else {
        let all = usize::try_from(queries::count(tx, owner, id, &narrowing).await?).unwrap_or(usize::MAX);
        let sorting = match query.sort() {
            "subject" => Sorting::Subject,
            "group" => Sorting::Group,
            _ => Sorting::Number,
        };
        let limit = u64::try_from(take).unwrap_or(u64::MAX).min(super::model::STUDENTS_MAX);
        let skip = u64::try_from(skip).unwrap_or(0);
        (all, queries::page(tx, owner, id, &narrowing, sorting, query.descending(), skip, limit).await?)
    };
    let ids: Vec<PersonId> = students.iter().map(|student| student.person).collect();
    let mut persons = persons::find_many(tx, &ids).await?;
    let sent = queries::sent(tx, owner, id, &ids).await?;
    let line = |student: Participant| {
        let person = persons.remove(&student.person);
        let name = person.as_ref().map(|person| person.name.family_first());
        Line { name: name.unwrap_or_default(), person, sent: sent.get(&student.person).copied(), student }
    };
    let lines = students.into_iter().map(line).collect();
    let subjects = queries::all_subjects(tx, owner, id).await?;
    let phase = round.phase(tx.now(), zone);
    Ok(Seen { phase, round, all, any: !subjects.is_empty(), subjects, lines })
}

/// How many there are, and one page of them. Names are sorted by the reader's alphabet, which no database column holds.
#[expect(clippy::too_many_arguments, reason = "one page of one list, asked for in one place")]
async fn by_name(
    tx: &Tx,
    owner: kit::actor::Owner,
    id: RoundId,
    narrowing: &Narrowing,
    lang: Lang,
    descending: bool,
    skip: usize,
    take: usize,
) -> Result<(usize, Vec<Participant>), Fault> {
    let ids = queries::persons(tx, owner, id, narrowing).await?;
    let all = ids.len();
    let names = persons::names(tx, &ids).await?;
    let mut keyed: Vec<(Vec<u8>, PersonId)> = ids
        .into_iter()
        .map(|id| (names.get(&id).map(|name| format::sort_key(lang, &name.family_first())).unwrap_or_default(), id))
        .collect();
    keyed.sort_unstable();
    if descending {
        keyed.reverse();
    }
    let shown: Vec<PersonId> = keyed.into_iter().skip(skip).take(take).map(|(_, id)| id).collect();
    let mut found = queries::of_persons(tx, owner, id, &shown).await?;
    Ok((all, shown.iter().filter_map(|person| found.remove(person)).collect()))
}

async fn narrowing(tx: &Tx, owner: kit::actor::Owner, round: &Round, query: &ListQuery) -> Result<Narrowing, Fault> {
    let subject = Some(query.filter("subject")).filter(|subject| !subject.is_empty()).map(Into::into);
    let standing = Standing::from_word(query.filter("standing"));
    let mut narrowing = Narrowing { subject, standing, found: None };
    let searched = format::folded(query.search());
    if !searched.is_empty() {
        let ids = queries::persons(tx, owner, round.id(), &narrowing).await?;
        let names = persons::names(tx, &ids).await?;
        let holds = |name: &PersonName| {
            [name.to_string(), name.family_first()].iter().any(|text| format::folded(text).contains(&searched))
        };
        let mut found: Vec<PersonId> = names.iter().filter(|(_, name)| holds(name)).map(|(id, _)| *id).collect();
        found.sort();
        found.truncate(FOUND_MAX);
        narrowing.found = Some((query.search().to_owned(), found));
    }
    Ok(narrowing)
}

fn table(lang: Lang, words: &'static Words, seen: &Seen, query: &ListQuery) -> Table {
    let id = seen.round.id();
    let path = format!("/rounds/{id}/students");
    let list = List::new(path.as_str(), query);
    let shown = |number: usize| format::number(lang, i64::try_from(number).unwrap_or(i64::MAX));
    let by = match query.sort() {
        "name" => words.participants_by_name().to_string(),
        "subject" => words.participants_by_subject().to_string(),
        _ => words.participants_by_number().to_string(),
    };
    let mut columns = if takes_bulk(seen) { vec![list.plain(words.participants_bulk_tick())] } else { vec![] };
    columns.extend([
        Column { primary: true, ..list.column("name", words.participants_list_name()) },
        list.column("number", words.participants_list_number()),
        list.column("subject", words.participants_list_subject()),
        list.named("wishes", words.participants_list_wishes()),
        list.named("state", words.participants_list_state()),
    ]);
    let grouped = seen.lines.iter().any(|line| line.student.part.group_key.is_some());
    if grouped {
        columns.insert(columns.len() - 2, list.column("group", words.participants_list_group()));
    }
    columns.push(list.plain(""));
    Table {
        words: words.shared(),
        id: "students".into(),
        caption: words.participants_caption().to_string(),
        count_text: words.participants_count(seen.all, by).to_string(),
        columns,
        rows: seen.lines.iter().map(|line| row(words, seen, line, grouped)).collect(),
        filters: filters(words, seen, query),
        search: seen.any.then(|| Search {
            name: "q".into(),
            label: words.participants_search().to_string(),
            value: query.search().into(),
        }),
        kept: list.kept(),
        clear_href: list.clear_href(),
        pages: list
            .pages(seen.all, |from, to, all| words.participants_pages(shown(from), shown(to), shown(all)).to_string()),
        workbook_href: None,
        export_href: seen.any.then(|| list.href_of(&format!("/rounds/{id}/students.csv"))),
        form: takes_bulk(seen).then(|| "bulk".into()),
        empty: match seen.any {
            true => Empty::new(words.participants_none_title(), words.participants_none_text()),
            false => Empty::new(words.participants_empty_title(), words.participants_empty_text())
                .action(words.participants_do_import(), format!("/rounds/{id}/imports/new?kind=students")),
        },
    }
}

fn row(words: &'static Words, seen: &Seen, line: &Line, grouped: bool) -> Row {
    let (id, part) = (seen.round.id(), &line.student.part);
    let person = line.student.person;
    let placed = matches!(seen.phase, Phase::Closed | Phase::Publishing | Phase::Published | Phase::Over);
    let mut notes = vec![];
    if !line.student.is_active() {
        notes.push(words.participants_withdrawn().to_string());
    }
    if is_late(line) {
        notes.push(words.participants_late().to_string());
    }
    let name = if line.name.is_empty() { part.outside_key.clone() } else { line.name.clone() };
    let mut actions = vec![];
    if line.student.is_active() && matches!(seen.phase, Phase::Open | Phase::Closed) {
        actions.push(Action {
            label: words.participants_enter_wishes().to_string(),
            href: format!("/rounds/{id}/students/{person}/wishes"),
            post: false,
            hidden_context: name.clone(),
        });
    }
    actions.push(Action {
        label: words.matters_write_student(),
        href: format!("/rounds/{id}/students/{person}/thread"),
        post: false,
        hidden_context: name.clone(),
    });
    if line.student.is_active() && !matches!(seen.phase, Phase::Over | Phase::Cancelled) {
        actions.push(Action {
            label: words.participants_withdraw().to_string(),
            href: format!("/rounds/{id}/students/{person}/withdrawal"),
            post: false,
            hidden_context: name.clone(),
        });
    }
    if !line.student.is_active() && seen.round.open_to_changes().is_ok() {
        actions.push(Action {
            label: words.participants_readmit().to_string(),
            href: format!("/rounds/{id}/students/{person}/readmission"),
            post: true,
            hidden_context: name.clone(),
        });
    }
    let mut cells = vec![
        Cell::Strong {
            text: name,
            href: placed.then(|| format!("/rounds/{id}/students/{person}/placement")),
            note: None,
        },
        Cell::Text(part.outside_key.clone()),
        Cell::Text(part.subject.clone()),
        Cell::Tag(wishes(words, line.sent).0),
        Cell::Text(notes.join(", ")),
        Cell::Actions(actions),
    ];
    if grouped {
        cells.insert(3, Cell::Text(part.group_key.clone().unwrap_or_default()));
    }
    if takes_bulk(seen) {
        let label = line.name.clone();
        cells.insert(0, Cell::Check { name: "students".into(), value: person.to_string(), label, checked: false });
    }
    Row { cells, selected: false }
}

/// Whether several students may be ticked and taken out at once.
fn takes_bulk(seen: &Seen) -> bool {
    seen.any && !matches!(seen.phase, Phase::Over | Phase::Cancelled)
}

fn is_late(line: &Line) -> bool {
    line.student.late || line.sent.is_some_and(|sent| sent.late)
}

/// What became of the wishes, as a status and as a word.
fn wishes(words: &'static Words, sent: Option<Sent>) -> (Tag, String) {
    let (tag, text): (fn(String) -> Tag, String) = match sent {
        None => (Tag::neutral, words.participants_unsent().to_string()),
        Some(sent) if sent.on_behalf => (Tag::info, words.participants_behalf().to_string()),
        Some(sent) if sent.confirmed => (Tag::success, words.participants_confirmed().to_string()),
        Some(_) => (Tag::warning, words.participants_saved().to_string()),
    };
    (tag(text.clone()), text)
}

fn filters(words: &'static Words, seen: &Seen, query: &ListQuery) -> Vec<Filter> {
    if !seen.any {
        return vec![];
    }
    let option = |filter: &str, value: &str, label: String| FilterOption {
        value: value.into(),
        label,
        selected: query.filter(filter) == value,
    };
    let standing = |value: &str, label: String| option("standing", value, label);
    let mut filters = vec![Filter {
        name: "standing".into(),
        label: words.participants_filter_standing().to_string(),
        options: vec![
            standing("", words.participants_filter_everybody().to_string()),
            standing("unsent", words.participants_standing_unsent().to_string()),
            standing("unconfirmed", words.participants_standing_unconfirmed().to_string()),
            standing("confirmed", words.participants_standing_confirmed().to_string()),
            standing("behalf", words.participants_standing_behalf().to_string()),
            standing("late", words.participants_standing_late().to_string()),
            standing("withdrawn", words.participants_standing_withdrawn().to_string()),
        ],
    }];
    if seen.subjects.len() > 1 {
        let all = option("subject", "", words.participants_filter_all_subjects().to_string());
        let each = seen.subjects.iter().map(|subject| option("subject", subject, subject.clone()));
        filters.push(Filter {
            name: "subject".into(),
            label: words.participants_filter_subject().to_string(),
            options: std::iter::once(all).chain(each).collect(),
        });
    }
    filters
}

#[derive(Template)]
#[template(path = "participants/new.html")]
struct NewPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    late: Option<Alert>,
    errors: FormErrors,
    fields: Vec<Field>,
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StudentForm {
    outside_key: String,
    given_name: String,
    family_name: String,
    email: String,
    phone: String,
    subject: String,
    period: String,
    lottery: String,
    group_key: String,
}

/// The form of one student.
pub async fn new_student(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>) -> Answer {
    show(&new_page(&app, &visit, id, &StudentForm::default(), FormErrors::none()).await?)
}

/// Adds one student.
pub async fn add_student(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(form): Form<StudentForm>,
) -> Answer {
    let mut errors = FormErrors::none();
    if let Some(row) = form.read(visit.lang(), &mut errors) {
        let added = app
            .db()
            .write(visit.actor(), async |tx| {
                let round = rounds::find(&tx, id).await?;
                actions::add(&tx, &round, &row).await
            })
            .await;
        match added {
            Ok(_) => return Ok(see_other(format!("/rounds/{id}/students"))),
            Err(fault) if fault.problem().and_then(Problem::field).is_none() => return Err(fault),
            Err(fault) => errors = FormErrors::from_fault(visit.lang(), fault)?,
        }
    }
    show_again(&new_page(&app, &visit, id, &form, errors).await?)
}

async fn new_page(
    app: &App,
    visit: &Visit,
    id: RoundId,
    form: &StudentForm,
    errors: FormErrors,
) -> Result<NewPage, Fault> {
    let words = crate::words(visit.lang());
    let (name, late) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            round.open_to_changes()?;
            Ok((round.plan().name().to_owned(), round.is_late(tx.now())))
        })
        .await?;
    let alert = || Alert::new(Tone::Warning, words.participants_new_late_title(), words.participants_new_late());
    let fields = form.fields(words, &errors);
    Ok(NewPage { page: visit.page(app), words, round: id, name, late: late.then(alert), errors, fields })
}

impl StudentForm {
    fn read(&self, lang: Lang, errors: &mut FormErrors) -> Option<StudentRow> {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let name = errors.take(lang, "family_name", PersonName::new(&self.given_name, &self.family_name));
        let email = some(&self.email).map(|email| errors.take(lang, "email", Email::new(&email)));
        let phone = some(&self.phone).map(|phone| errors.take(lang, "phone", Phone::new(&phone)));
        let lottery = some(&self.lottery).map(|typed| {
            let read = typed.parse::<i64>().ok().filter(|number| *number >= 0);
            errors.take(lang, "lottery", read.ok_or(ParticipantError::NoLottery { typed }))
        });
        let row = StudentRow {
            student: NewStudent {
                outside_key: self.outside_key.trim().into(),
                person: NewPerson { name: name?, email: email.flatten(), phone: phone.flatten(), lang: None },
            },
            subject: self.subject.trim().into(),
            period: self.period.trim().into(),
            lottery: lottery.flatten(),
            group_key: some(&self.group_key),
        };
        if let Err(error) = row.check() {
            errors.add(error.field().unwrap_or(""), error.tell(lang));
        }
        errors.is_empty().then_some(row)
    }

    fn fields(&self, words: &'static Words, errors: &FormErrors) -> Vec<Field> {
        let line = |name: &'static str, label: String, value: &str| {
            fields::text(name, label).value(value).length_max(LINE_CHARS_MAX).error(errors.get(name))
        };
        vec![
            line("outside_key", words.participants_field_number().to_string(), &self.outside_key)
                .length_max(NewStudent::KEY_CHARS_MAX)
                .required()
                .middle(),
            line("given_name", words.participants_field_given().to_string(), &self.given_name),
            line("family_name", words.participants_field_family().to_string(), &self.family_name),
            fields::email("email", words.participants_field_email()).value(&self.email).error(errors.get("email")),
            line("phone", words.participants_field_phone().to_string(), &self.phone).middle(),
            line("subject", words.participants_field_subject().to_string(), &self.subject).required().middle(),
            line("period", words.participants_field_period().to_string(), &self.period).required().middle(),
            fields::number("lottery", words.participants_field_lottery())
                .value(&self.lottery)
                .help(words.participants_field_lottery_help())
                .error(errors.get("lottery")),
            line("group_key", words.participants_field_group().to_string(), &self.group_key).middle(),
        ]
    }
}
