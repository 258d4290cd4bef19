//! The allocation as the case team sees it.

pub mod board;
pub mod compare;
pub mod placement;
pub mod proof;

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::{Lang, Moment, PersonId, RoundId, Zone};
use kit::csv_out::{self, CsvOut};
use kit::db::Tx;
use kit::fault::Fault;
use kit::figures::{Bar, BarKind, Bars, BarsView};
use kit::format;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::{Alert, Empty, Figures, Icon, Tag, Tone};
use kit::table::{Action, Cell, Column, Filter, Row, Search, Table};
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, download, see_other, show};
use matching::Mechanism;
use people::looks;

use self::board::Board;
use super::model::RunState;
use super::model::draft::{Draft, How, Line};
use super::model::explain::Grounds;
use super::model::frozen::{ResultRow, result_file as written};
use super::tables::run;
use super::{access, actions, either, queries};
use crate::Words;
use crate::placements;
use crate::rounds::{self, Phase, Round};
use crate::seconds;
use crate::sites::{self, Forest};

/// A board is drawn for rounds of at most so many students; the table is there for all.
const BOARD_STUDENTS_MAX: usize = 200;
/// So many students without a place are told about one by one.
const UNPLACED_SHOWN: usize = 50;

/// What every page about a round's allocation needs of the round.
pub struct Head {
    /// The round
    pub round: Round,
    /// Where it stands
    pub phase: Phase,
    /// In which zone its deadlines are stated
    pub zone: Zone,
    /// The moment of the page
    pub now: Moment,
}

#[derive(Template)]
#[template(path = "allocation/show.html")]
struct ShowAllocation {
    page: Page,
    words: &'static Words,
    round: RoundId,
    round_name: String,
    round_href: String,
    heading: String,
    saved: String,
    alerts: Vec<Alert>,
    figures: Figures,
    run_label: String,
    can_run: bool,
    is_rerun: bool,
    waiting: Option<String>,
    can_publish: bool,
    is_published: bool,
    has_draft: bool,
    board: Option<Board>,
    bars: Option<Bars>,
    unplaced: Vec<Unplaced>,
    unplaced_more: usize,
    table: Table,
    runs: Vec<RunLine>,
    files: Vec<String>,
    can_compare: bool,
    lead: String,
}

/// A student without a place, and what stands in the way.
struct Unplaced {
    name: String,
    number: String,
    why: String,
    href: String,
}

struct RunLine {
    number: String,
    href: String,
    at: String,
    placed: String,
    input: String,
    output: String,
}

/// Everything the page shows, read in one snapshot.
struct Seen {
    head: Head,
    forest: Forest,
    draft: Draft,
    runs: Vec<run::Model>,
    grounds: Vec<(PersonId, Grounds)>,
    files: Vec<String>,
    second_looks: usize,
}

/// GET /rounds/{round}/allocation
pub async fn show_allocation(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let seen = app.db().read(visit.actor(), async |tx| read(&tx, round).await).await?;
    show(&page_of(visit.page(&app), seen, &query))
}

async fn read(tx: &Tx, round: RoundId) -> Result<Seen, Fault> {
    let (round, owner) = actions::round_of(tx, round).await?;
    let zone = rounds::zone_of(tx, &round).await?;
    let forest = sites::forest(tx, &round).await?;
    let runs = queries::runs(tx, owner, round.id()).await?;
    let run = actions::latest_run(tx, owner, &round).await?;
    let draft = actions::draft(tx, owner, round.id(), run).await?;
    let lacking: Vec<PersonId> = draft
        .lines
        .iter()
        .filter(|line| line.how == How::Unplaced)
        .take(UNPLACED_SHOWN)
        .map(|line| line.person)
        .collect();
    let grounds = match run {
        Some(run) => queries::grounds_of(tx, owner, round.id(), run, &lacking).await?,
        None => vec![],
    };
    let grounds =
        grounds.into_iter().filter_map(|row| Some((row.person_id, serde_json::from_value(row.reasons).ok()?)));
    let files = match run {
        Some(run) => actions::files_of(tx, owner, &round, run).await?,
        None => vec![],
    };
    let head = Head { phase: round.phase(tx.now(), zone), now: tx.now(), zone, round };
    let second_looks = seconds::waiting_in(tx, owner, head.round.id()).await?;
    Ok(Seen { head, forest, draft, runs, grounds: grounds.collect(), files, second_looks })
}

fn page_of(page: Page, seen: Seen, query: &ListQuery) -> ShowAllocation {
    let lang = page.language();
    let words = crate::words(lang);
    let Seen { head, forest, draft, runs, grounds, files, second_looks } = &seen;
    let mechanism = head.round.plan().mechanism();
    let round = head.round.id();
    let latest = runs.iter().find(|run| run.state == RunState::Done.word());
    let waiting = runs.iter().find(|run| run.state == RunState::Waiting.word());
    let (unplaced, unplaced_more) = unplaced(lang, round, draft, grounds);
    let has_draft = latest.is_some();
    ShowAllocation {
        round,
        round_name: head.round.plan().name().to_owned(),
        round_href: format!("/rounds/{round}"),
        heading: match latest {
            Some(run) => words.allocation_heading_draft(run.number).to_string(),
            None => words.allocation_heading().to_string(),
        },
        saved: latest.and_then(|run| run.done_at).map_or_else(String::new, |at| {
            words.allocation_saved(format::moment_near(lang, head.zone, at, head.now)).to_string()
        }),
        alerts: alerts(lang, head, runs, *second_looks),
        figures: figures(lang, head, forest, draft, has_draft),
        run_label: match mechanism {
            _ if has_draft => words.allocation_run_again(),
            Some(Mechanism::Lottery) => words.allocation_run(),
            _ => words.allocation_run_together(),
        }
        .to_string(),
        can_run: head.phase == Phase::Closed && waiting.is_none() && mechanism.is_some(),
        is_rerun: has_draft,
        waiting: waiting.map(|run| format!("/jobs/{}", run.job_id)),
        can_publish: (has_draft || mechanism.is_none()) && matches!(head.phase, Phase::Closed | Phase::Publishing),
        is_published: matches!(head.phase, Phase::Published | Phase::Over),
        has_draft,
        board: (draft.lines.len() <= BOARD_STUDENTS_MAX && (has_draft || draft.by_hand() > 0))
            .then(|| board::board(lang, round, forest, draft)),
        bars: (has_draft && !draft.histogram().is_empty()).then(|| bars(&page, words, draft)),
        unplaced,
        unplaced_more,
        table: table(&page, words, &seen, query),
        runs: runs
            .iter()
            .filter(|run| run.input_sha256.is_some())
            .filter_map(|run| run_line(lang, head, run))
            .collect(),
        files: files.clone(),
        can_compare: has_draft && mechanism.is_some(),
        lead: match mechanism {
            None => words.allocation_before_lead_manual().to_string(),
            Some(Mechanism::Lottery) => words.allocation_before_lead().to_string(),
            Some(_) => words.allocation_before_lead_together(rounds::mechanism_name(lang, mechanism)).to_string(),
        },
        words,
        page,
    }
}

fn alerts(lang: Lang, head: &Head, runs: &[run::Model], second_looks: usize) -> Vec<Alert> {
    let words = crate::words(lang);
    let at = |moment: Moment| format::moment_near(lang, head.zone, moment, head.now);
    let told = |tone: Tone, text: String| Alert::new(tone, "", text);
    let mut alerts = match (head.phase, head.round.state()) {
        (Phase::Setup, _) => vec![told(Tone::Info, words.allocation_before_setup().to_string())],
        (Phase::Waiting | Phase::Open, _) => {
            let closes = at(head.round.dates().wishes_close_at());
            vec![told(Tone::Info, words.allocation_before_window(closes).to_string())]
        }
        (_, rounds::State::Publishing { publish_at, .. }) => {
            vec![told(Tone::Warning, words.allocation_publishing(at(*publish_at)).to_string())]
        }
        (_, rounds::State::Published { at: published, .. }) => {
            vec![told(Tone::Info, words.allocation_published(at(*published)).to_string())]
        }
        (Phase::Cancelled, _) => vec![told(Tone::Warning, words.allocation_cancelled().to_string())],
        _ => vec![],
    };
    if second_looks > 0 {
        alerts.push(told(Tone::Warning, words.seconds_round_waits(second_looks).to_string()));
    }
    if let Some(error) =
        runs.first().filter(|run| run.state == RunState::Failed.word()).and_then(|run| run.error.as_deref())
    {
        alerts.push(told(Tone::Danger, words.allocation_run_failed(error).to_string()));
    }
    alerts
}

fn figures(lang: Lang, head: &Head, forest: &Forest, draft: &Draft, has_draft: bool) -> Figures {
    let words = crate::words(lang);
    let number = |count: usize| format::number(lang, i64::try_from(count).unwrap_or(i64::MAX));
    let locked = draft.by_hand();
    if has_draft || matches!(head.phase, Phase::Published | Phase::Over) {
        return Figures::default()
            .with(words.allocation_figure_placed(), number(draft.placed()), "")
            .with_worry(words.allocation_figure_lacking(), draft.lacking(), "")
            .with(words.allocation_figure_locked(), number(locked), "");
    }
    let active = draft.lines.iter().filter(|line| line.how != How::Withdrawn).count();
    Figures::default()
        .with(words.allocation_figure_students(), number(active), "")
        .with(words.allocation_figure_seats(), format::number(lang, forest.seats()), "")
        .with(words.allocation_figure_locked(), number(locked), "")
}

fn bars(page: &Page, words: &'static Words, draft: &Draft) -> Bars {
    let lang = page.language();
    let drawn = draft.lines.iter().filter(|line| line.position.is_some()).count();
    let histogram = draft.histogram();
    let first = histogram.first().map_or(0, |one| one.1);
    let bar = |(rank, count): &(u16, u32)| Bar {
        label: words.allocation_nth_wish(format::ordinal(lang, u32::from(*rank))).to_string(),
        count: u64::from(*count),
        text: words.allocation_histogram_students(*count).to_string(),
        kind: BarKind::Full,
    };
    let mut bars: Vec<Bar> = histogram.iter().map(bar).collect();
    if draft.lacking() > 0 {
        bars.push(Bar {
            label: words.allocation_lane_none().to_string(),
            count: draft.lacking() as u64,
            text: words.allocation_histogram_students(draft.lacking()).to_string(),
            kind: BarKind::Missing,
        });
    }
    BarsView {
        label: words.allocation_histogram_label(first.to_string(), drawn.to_string()).to_string(),
        caption: words.allocation_histogram_label(first.to_string(), drawn.to_string()).to_string(),
        headings: (words.allocation_histogram_what().to_string(), words.allocation_histogram_count().to_string()),
        bars,
    }
    .draw(page.words)
}

fn unplaced(lang: Lang, round: RoundId, draft: &Draft, grounds: &[(PersonId, Grounds)]) -> (Vec<Unplaced>, usize) {
    let words = crate::words(lang);
    let mut lacking: Vec<&Line> = draft.lines.iter().filter(|line| line.how.lacks_place()).collect();
    lacking.sort_by_key(|line| (line.position.is_none(), line.position));
    if lacking.iter().all(|line| line.how == How::Waiting) && draft.histogram().is_empty() {
        return (vec![], 0); // nothing was drawn yet
    }
    let why = |line: &Line| match line.how {
        How::NoWishes => words.allocation_blocked_no_wishes().to_string(),
        How::Waiting => words.allocation_blocked_waiting().to_string(),
        _ => {
            let found = grounds.iter().find(|one| one.0 == line.person).and_then(|one| one.1.blocked.as_ref());
            found.map_or_else(
                || words.allocation_blocked_nothing().to_string(),
                |blocked| blocked_in_words(lang, blocked),
            )
        }
    };
    let told = |line: &&Line| Unplaced {
        name: line.name(),
        number: line.position.map(|position| position.to_string()).unwrap_or_default(),
        why: why(line),
        href: format!("/rounds/{round}/students/{}/placement", line.person),
    };
    let more = lacking.len().saturating_sub(UNPLACED_SHOWN);
    (lacking.iter().take(UNPLACED_SHOWN).map(told).collect(), more)
}

/// What stands between a student and a place, as a sentence.
pub fn blocked_in_words(lang: Lang, blocked: &super::model::explain::Blocked) -> String {
    let words = crate::words(lang);
    if blocked.seats > 0 {
        return words.allocation_blocked_seats(blocked.seats, either(lang, &blocked.helps)).to_string();
    }
    if !blocked.helps_somebody.is_empty() {
        return words.allocation_blocked_somebody(either(lang, &blocked.helps_somebody)).to_string();
    }
    if blocked.full.len() == 1 {
        return words.allocation_blocked_full(super::all_of(lang, &blocked.full)).to_string();
    }
    words.allocation_blocked_together(super::all_of(lang, &blocked.full)).to_string()
}

fn run_line(lang: Lang, head: &Head, run: &run::Model) -> Option<RunLine> {
    let short = |hash: &Option<String>| hash.as_deref().unwrap_or_default().chars().take(16).collect();
    Some(RunLine {
        number: run.number.to_string(),
        href: format!("/jobs/{}", run.job_id),
        at: format::moment_near(lang, head.zone, run.done_at?, head.now),
        placed: format!("{} / {}", run.placed?, run.students?),
        input: short(&run.input_sha256),
        output: short(&run.output_sha256),
    })
}

/// How a place came, in words.
pub fn how_in_words(lang: Lang, how: How) -> String {
    let words = crate::words(lang);
    match how {
        How::Draw => words.allocation_how_draw().to_string(),
        How::Last => words.allocation_how_last().to_string(),
        How::ByHand(ground) => words.allocation_how_by_hand(ground.tell(lang)).to_string(),
        How::Unplaced => words.allocation_how_unplaced().to_string(),
        How::NoWishes => words.allocation_how_no_wishes().to_string(),
        How::Waiting => words.allocation_how_waiting().to_string(),
        How::Withdrawn => words.allocation_how_withdrawn().to_string(),
    }
}

fn status(words: &'static Words, how: How, published: bool) -> Tag {
    match how {
        How::Withdrawn => Tag::neutral(words.allocation_status_withdrawn()).icon(Icon::Cross),
        how if how.lacks_place() => Tag::danger(words.allocation_status_lacking()),
        _ if published => Tag::success(words.allocation_status_published()),
        How::ByHand(_) => Tag::new(Tone::Primary, words.allocation_status_locked()).icon(Icon::Lock),
        _ => Tag::neutral(words.allocation_status_draft()).icon(Icon::Check),
    }
}

/// The lines that the query asks for, in its order.
fn asked<'a>(lang: Lang, seen: &'a Seen, query: &ListQuery) -> Vec<&'a Line> {
    let sought = format::folded(query.search());
    let place =
        |line: &Line| line.offer.and_then(|offer| seen.forest.offer(offer)).map_or("", |offer| offer.shown_name());
    let filter = query.filter("how");
    let mut lines: Vec<&Line> = seen
        .draft
        .lines
        .iter()
        .filter(|line| {
            filter.is_empty() || line.how.word() == filter || (filter == "lacking" && line.how.lacks_place())
        })
        .filter(|line| {
            let text = format!("{} {} {}", line.name(), line.key, place(line));
            sought.is_empty() || format::folded(&text).contains(&sought)
        })
        .collect();
    let name = |line: &Line| format::sort_key(lang, &line.name());
    match query.sort() {
        "student" => lines.sort_by_cached_key(|line| name(line)),
        "place" => lines
            .sort_by_cached_key(|line| (place(line).is_empty(), format::sort_key(lang, place(line)), line.position)),
        "wish" => lines.sort_by_cached_key(|line| (line.rank.is_none(), line.rank, line.position)),
        _ => lines.sort_by_cached_key(|line| (line.position.is_none(), line.position, name(line))),
    }
    if query.descending() {
        lines.reverse();
    }
    lines
}

fn table(page: &Page, words: &'static Words, seen: &Seen, query: &ListQuery) -> Table {
    let lang = page.language();
    let round = seen.head.round.id();
    let list = List::new(format!("/rounds/{round}/allocation"), query);
    let lines = asked(lang, seen, query);
    let published = matches!(seen.head.phase, Phase::Published | Phase::Over);
    let columns = vec![
        Column { numeric: true, ..list.column("number", words.allocation_column_number()) },
        Column { primary: true, ..list.column("student", words.allocation_column_student()) },
        list.column("place", words.allocation_column_place()),
        Column { numeric: true, ..list.column("wish", words.allocation_column_wish()) },
        list.plain(words.allocation_column_subject()),
        list.plain(words.allocation_column_how()),
        list.plain(words.allocation_column_status()),
        list.plain(""),
    ];
    let dash = || String::from("–");
    let row = |line: &&Line| Row {
        cells: vec![
            Cell::Number(line.position.map_or_else(dash, |position| position.to_string())),
            Cell::Strong {
                text: line.name(),
                href: None,
                note: Some(line.key.clone()).filter(|key| *key != line.name()),
            },
            Cell::Text(
                line.offer.and_then(|offer| seen.forest.offer(offer)).map_or_else(dash, |at| at.shown_name().into()),
            ),
            Cell::Number(line.rank.map_or_else(dash, |rank| rank.to_string())),
            Cell::Text(line.subject.clone()),
            Cell::Text(how_in_words(lang, line.how)),
            Cell::Tag(status(words, line.how, published)),
            Cell::Actions(match line.how {
                How::Withdrawn => vec![],
                _ => vec![Action {
                    label: words.allocation_move().to_string(),
                    href: format!("/rounds/{round}/students/{}/placement", line.person),
                    post: false,
                    hidden_context: line.name(),
                }],
            }),
        ],
        selected: false,
    };
    Table {
        words: page.words,
        id: "allocation".into(),
        caption: words.allocation_table().to_string(),
        count_text: words.allocation_table_count(lines.len()).to_string(),
        rows: lines.iter().skip(list.first()).take(List::ROWS).map(row).collect(),
        columns,
        filters: vec![how_filter(words, lang, query)],
        search: Some(Search {
            name: "q".into(),
            label: words.allocation_search().to_string(),
            value: query.search().into(),
        }),
        kept: list.kept(),
        clear_href: list.clear_href(),
        pages: list.pages(lines.len(), |from, to, all| words.allocation_pages_of(from, to, all).to_string()),
        workbook_href: None,
        export_href: Some(list.href_of(&format!("/rounds/{round}/allocation/students.csv"))),
        form: None,
        empty: Empty::new(words.allocation_table_empty(), ""),
    }
}

fn how_filter(words: &'static Words, lang: Lang, query: &ListQuery) -> Filter {
    let chosen = query.filter("how");
    let mut options = vec![(String::new(), words.allocation_filter_all().to_string())];
    options.push(("lacking".into(), words.allocation_status_lacking().to_string()));
    options.push(("by_hand".into(), words.allocation_locked().to_string()));
    let hows = [How::Draw, How::Last, How::NoWishes, How::Waiting, How::Withdrawn];
    options.extend(hows.map(|how| (how.word().to_owned(), how_in_words(lang, how))));
    let option =
        |(value, label): (String, String)| kit::table::FilterOption { selected: value == chosen, value, label };
    Filter {
        name: "how".into(),
        label: words.allocation_filter_how().to_string(),
        options: options.into_iter().map(option).collect(),
    }
}

/// GET /rounds/{round}/allocation/students.csv: exactly the rows that the table shows, on all its pages.
pub async fn students_file(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let (seen, told) = app
        .db()
        .read(visit.actor(), async |tx| {
            let seen = read(&tx, round).await?;
            let told = told(&tx, lang, &seen, &asked(lang, &seen, &query)).await?;
            Ok((seen, told))
        })
        .await?;
    let headings = [
        words.allocation_column_number(),
        words.allocation_column_student(),
        words.allocation_column_place(),
        words.allocation_column_wish(),
        words.allocation_column_subject(),
        words.allocation_column_how(),
        words.allocation_column_why(),
    ];
    let mut file = CsvOut::new(headings);
    for line in asked(lang, &seen, &query) {
        let place = line.offer.and_then(|offer| seen.forest.offer(offer)).map_or("", |offer| offer.shown_name());
        file.row([
            line.position.map(|position| position.to_string()).unwrap_or_default(),
            line.name(),
            place.to_owned(),
            line.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            line.subject.clone(),
            how_in_words(lang, line.how),
            told.get(&line.person).cloned().unwrap_or_default(),
        ]);
    }
    let people = asked(lang, &seen, &query).into_iter().map(|line| line.person);
    looks::note_file(&app, &visit, seen.head.round.owner(), people).await?;
    Ok(download(&csv_out::file_name(&words.allocation_table(), "csv"), csv_out::CONTENT_TYPE, file.finish()))
}

/// Why each of these students got what stands there, in the words the student reads.
async fn told(tx: &Tx, lang: Lang, seen: &Seen, lines: &[&Line]) -> Result<HashMap<PersonId, String>, Fault> {
    let round = &seen.head.round;
    let owner = access::may_allocate(tx.actor(), round)?;
    let Some(run) = actions::latest_run(tx, owner, round).await? else { return Ok(HashMap::new()) };
    let asked: Vec<&Line> = lines.iter().copied().filter(|line| line.how != How::Withdrawn).collect();
    let decisions = placements::decisions_of(tx, owner, round, run, &seen.forest, &asked, seen.head.zone).await?;
    Ok(decisions.iter().map(|decision| (decision.person, placements::in_words(lang, decision))).collect())
}

/// GET /rounds/{round}/allocation.csv: the result as `fotfeste allocate` writes it.
pub async fn result_file(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>) -> Answer {
    let seen = app.db().read(visit.actor(), async |tx| read(&tx, round).await).await?;
    let rows = seen
        .draft
        .lines
        .iter()
        .filter(|line| line.how != How::Withdrawn)
        .map(|line| ResultRow {
            student: &line.key,
            place: line.offer.and_then(|offer| seen.forest.offer(offer)).map(|offer| offer.outside_key.as_str()),
            rank: line.rank,
        })
        .collect();
    let people = seen.draft.lines.iter().map(|line| line.person);
    looks::note_file(&app, &visit, seen.head.round.owner(), people).await?;
    Ok(download("allocation.csv", "text/csv; charset=utf-8", written(rows).into_bytes()))
}

/// GET /rounds/{round}/input/{file}: one file of the latest run's frozen input.
pub async fn input_file(State(app): State<App>, visit: Visit, Path((round, file)): Path<(RoundId, String)>) -> Answer {
    let found = app.db().read(visit.actor(), async |tx| actions::file_of(&tx, round, &file).await).await?;
    looks::note_file(&app, &visit, found.owner, found.students.iter().copied()).await?;
    Ok(download(&file, actions::file_kind(&file), found.bytes))
}

/// POST /rounds/{round}/runs
pub async fn order_run(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Form(_): Form<NoFields>,
) -> Answer {
    let (_, job) = app.db().write(visit.actor(), async |tx| actions::order_run(&tx, round).await).await?;
    Ok::<Response, Fault>(see_other(format!("/jobs/{job}")))
}
