//! One round for the office: where it stands, the numbers, what needs a look, and what has happened.

use std::collections::{BTreeMap, HashMap};

use askama::Template;
use axum::extract::State;
use base::{Id, Lang, Moment, PersonId, RoundId, Zone};
use kit::format;
use kit::journal::{self, Entry};
use kit::page::Page;
use kit::parts::{Alert, Empty, Figures, Icon, Reached, Steps, Tag, Timeline, Tone};
use kit::web::{Answer, App, Path, Visit, show};
use people::organisations::{self, Organisation};
use people::persons::{self, PersonName};
use people::threads::{self, Narrowing, Side};

use super::charts::{self, SubjectsChart, WishesChart};
use crate::participants::Counts;
use crate::rounds::model::{Lack, NoWishes, Phase, Round, State as RoundState, TOLD};
use crate::rounds::{access, actions};
use crate::sites::Supply;
use crate::{Words, participants, sites};

/// Conversations that are shown; the others stand among the messages.
const TALKS: usize = 5;
/// Entries of the timeline.
const ENTRIES: u64 = 12;

#[derive(Template)]
#[template(path = "rounds/overview.html")]
struct OverviewPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    course: String,
    heading_weeks: String,
    intro_alert: Option<Alert>,
    go: Option<(String, String)>,
    in_setup: bool,
    /// In a copy to practise in: what the clock can be moved to
    clock: Option<String>,
    can_cancel: bool,
    steps: Steps,
    figures: Figures,
    points: Vec<PointLine>,
    points_count: String,
    wishes: Option<WishesChart>,
    subjects: Option<SubjectsChart>,
    timeline: Timeline,
    talks: Vec<Talk>,
    hosts: Vec<(String, String)>,
}

/// A conversation about the round.
struct Talk {
    href: String,
    with: String,
    excerpt: String,
    tag: Option<Tag>,
}

/// Something that needs a look.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Severity {
    Must,
    Should,
    Info,
}

struct PointLine {
    severity: Severity,
    tag: Tag,
    what: String,
    details: String,
    action: Option<(String, String)>,
}

/// Everything the page needs of the database.
struct Seen {
    round: Round,
    zone: Zone,
    now: Moment,
    counts: Counts,
    supply: Supply,
    students: BTreeMap<String, i64>,
    hostless: i64,
    lacks: Vec<Lack>,
    sent_at: Vec<Moment>,
    entries: Vec<Entry>,
    names: HashMap<PersonId, PersonName>,
    talks: Vec<threads::Line>,
    hosts: Vec<Organisation>,
}

/// One round.
pub async fn show_round(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>) -> Answer {
    let seen = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = actions::find(&tx, id).await?;
            let owner = access::may_administer(tx.actor(), round.owner())?;
            let entries = journal::of_kinds(&tx, owner, id, &TOLD, ENTRIES).await?;
            let about = Narrowing { subject: Some(id.uuid()), ..Narrowing::default() };
            let (talks, _) = threads::list(&tx, &about, 0, TALKS).await?;
            let people: Vec<PersonId> = entries
                .iter()
                .filter_map(|entry| entry.person)
                .chain(talks.iter().filter_map(|talk| talk.thread.person))
                .collect();
            let hosts = sites::queries::hosts(&tx, owner, id).await?;
            let supply = sites::queries::supply(&tx, owner, id).await?;
            let students = participants::queries::subjects(&tx, owner, id).await?;
            let lacks = match round.open_to_planning() {
                Ok(()) => actions::lacks_between(&tx, owner, &round, &supply.seats, &students).await?,
                Err(_) => vec![],
            };
            let sent_at = match round.announced_at() {
                Some(_) => participants::queries::first_sent_at(&tx, owner, id).await?,
                None => vec![], // nobody can have sent anything
            };
            Ok(Seen {
                zone: actions::zone_of(&tx, &round).await?,
                now: tx.now(),
                counts: participants::counts(&tx, &round).await?,
                supply,
                students,
                hostless: sites::queries::count_hostless(&tx, owner, id).await?,
                lacks,
                sent_at,
                names: persons::names(&tx, &people).await?,
                hosts: organisations::find_many(&tx, &hosts).await?,
                talks,
                entries,
                round,
            })
        })
        .await?;
    show(&page(&app, &visit, &seen))
}

/// What somebody who practises need not wait for.
fn clock(words: &Words, phase: Phase) -> Option<String> {
    match phase {
        Phase::Waiting => Some(words.rounds_practice_open()),
        Phase::Open => Some(words.rounds_practice_close()),
        _ => None,
    }
}

fn page(app: &App, visit: &Visit, seen: &Seen) -> OverviewPage {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let (round, plan) = (&seen.round, seen.round.plan());
    let phase = round.phase(seen.now, seen.zone);
    let points = points(lang, seen, phase);
    let must = points.iter().filter(|point| point.severity == Severity::Must).count();
    OverviewPage {
        page: visit.page(app),
        words,
        round: round.id(),
        name: plan.name().into(),
        course: format!("{} {}", plan.course_code(), plan.course_name()),
        heading_weeks: format::weeks(lang, plan.dates().weeks()),
        intro_alert: cancelled(lang, seen),
        go: go(words, seen, phase),
        in_setup: phase == Phase::Setup,
        clock: visit.practice().and_then(|_| clock(words, phase)),
        can_cancel: !matches!(phase, Phase::Published | Phase::Over | Phase::Cancelled),
        steps: steps(lang, seen, phase),
        figures: figures(lang, seen, phase),
        points_count: words.rounds_points_count(points.len(), must).to_string(),
        points,
        wishes: round
            .announced_at()
            .and_then(|_| charts::wishes(lang, round, seen.zone, seen.now, &seen.sent_at, seen.counts)),
        subjects: charts::subjects(lang, &seen.students, &seen.supply.seats),
        timeline: timeline(lang, seen),
        talks: seen.talks.iter().map(|talk| talk_of(words, seen, talk)).collect(),
        hosts: seen
            .hosts
            .iter()
            .map(|host| (host.name.clone(), format!("/rounds/{}/hosts/{}/thread", round.id(), host.id)))
            .collect(),
    }
}

fn talk_of(words: &'static Words, seen: &Seen, talk: &threads::Line) -> Talk {
    let host = |id| seen.hosts.iter().find(|host| host.id == id).map(|host| host.name.clone());
    let student = talk.thread.person.and_then(|person| seen.names.get(&person)).map(ToString::to_string);
    let parties = [student, talk.thread.host.and_then(|(id, _)| host(id))];
    let awaits = talk.last.as_ref().is_some_and(|last| last.side != Side::Office);
    Talk {
        href: format!("/threads/{}", talk.thread.id),
        with: parties.into_iter().flatten().collect::<Vec<_>>().join(", "),
        excerpt: talk.last.as_ref().map(|last| last.excerpt()).unwrap_or_default(),
        tag: match (talk.unread, awaits) {
            (true, _) => Some(Tag::info(words.matters_new())),
            (false, true) => Some(Tag::warning(words.matters_awaits())),
            _ => None,
        },
    }
}

impl OverviewPage {
    fn empty(&self) -> Empty {
        Empty::new(self.words.rounds_points_none_title(), self.words.rounds_points_none_text())
    }
}

fn cancelled(lang: Lang, seen: &Seen) -> Option<Alert> {
    let words = crate::words(lang);
    let RoundState::Cancelled { reason, at } = seen.round.state() else { return None };
    let since = words.rounds_cancelled_since(format::moment_near(lang, seen.zone, *at, seen.now)).to_string();
    Some(Alert::new(Tone::Danger, words.rounds_cancelled_title(), format!("{since} {reason}")))
}

/// The button to where the work is now.
fn go(words: &'static Words, seen: &Seen, phase: Phase) -> Option<(String, String)> {
    let to = |label: String, page: &str| Some((label, format!("/rounds/{}/{page}", seen.round.id())));
    match phase {
        Phase::Setup if seen.lacks.contains(&Lack::Places) => to(words.rounds_go_places().to_string(), "places"),
        Phase::Setup if seen.lacks.iter().any(|lack| lack.must_wait()) => {
            to(words.rounds_go_students().to_string(), "students")
        }
        Phase::Setup => to(words.rounds_go_announce().to_string(), "announcement"),
        Phase::Waiting | Phase::Open => to(words.rounds_go_wishes().to_string(), "students"),
        Phase::Closed | Phase::Publishing | Phase::Published | Phase::Over => {
            to(words.rounds_go_allocation().to_string(), "allocation")
        }
        Phase::Cancelled => None,
    }
}

fn steps(lang: Lang, seen: &Seen, phase: Phase) -> Steps {
    let (words, dates) = (crate::words(lang), seen.round.dates());
    let day = |at: Moment| format::short_day(lang, format::local_date(seen.zone, at));
    let moment = |at: Moment| format::moment_near(lang, seen.zone, at, seen.now);
    let here = match phase {
        Phase::Setup => 0,
        Phase::Waiting | Phase::Open => 1,
        Phase::Closed => 2,
        Phase::Publishing => 3,
        Phase::Published => 4,
        Phase::Over => 5,
        // Called off: what was reached stays reached, and nothing is now.
        Phase::Cancelled if seen.round.announced_at().is_some() => 1,
        Phase::Cancelled => 0,
    };
    let reached = |place: usize| match place.cmp(&here) {
        std::cmp::Ordering::Less => Reached::Done,
        std::cmp::Ordering::Equal if phase != Phase::Cancelled => Reached::Now,
        _ => Reached::Later,
    };
    let setup = match seen.round.announced_at() {
        Some(at) => words.rounds_note_done(day(at)).to_string(),
        None => words.rounds_note_until(moment(dates.wishes_open_at())).to_string(),
    };
    let wishes = match phase {
        Phase::Setup | Phase::Waiting => words.rounds_note_opens(moment(dates.wishes_open_at())).to_string(),
        Phase::Open => words.rounds_note_deadline(moment(dates.wishes_close_at())).to_string(),
        _ => words.rounds_note_closed(day(dates.wishes_close_at())).to_string(),
    };
    let publication = match seen.round.state() {
        RoundState::Published { at, .. } => words.rounds_note_published(day(*at)).to_string(),
        RoundState::Publishing { publish_at, .. } => moment(*publish_at),
        _ => moment(dates.publish_planned_at()),
    };
    let allocation = words.rounds_note_until(day(dates.publish_planned_at())).to_string();
    let id = seen.round.id();
    let link = |page: &str| format!("/rounds/{id}/{page}");
    let notes: [(String, String, Option<String>); 5] = [
        (
            words.rounds_step_setup().to_string(),
            setup,
            Some(link(if phase == Phase::Setup { "setup" } else { "rules" })),
        ),
        (words.rounds_step_wishes().to_string(), wishes, Some(link("students"))),
        (words.rounds_step_allocation().to_string(), allocation, (here >= 2).then(|| link("allocation"))),
        (words.rounds_step_publication().to_string(), publication, None),
        (words.rounds_step_weeks().to_string(), format::weeks(lang, dates.weeks()), None),
    ];
    let step = |(place, (title, note, href)): (usize, (String, String, Option<String>))| kit::parts::Step {
        title,
        note,
        reached: reached(place),
        href,
    };
    Steps { label: words.rounds_steps().to_string(), steps: notes.into_iter().enumerate().map(step).collect() }
}

fn figures(lang: Lang, seen: &Seen, phase: Phase) -> Figures {
    let (words, counts, dates) = (crate::words(lang), seen.counts, seen.round.dates());
    let number = |value: i64| format::number(lang, value);
    let mut students = vec![];
    if counts.late > 0 {
        students.push(words.rounds_key_late(counts.late).to_string());
    }
    if counts.withdrawn > 0 {
        students.push(words.rounds_key_withdrawn(counts.withdrawn).to_string());
    }
    let figures = Figures::default()
        .with(words.rounds_key_students(), number(counts.active), students.join(", "))
        .with(
            words.rounds_key_places(),
            number(seen.supply.seats.values().sum()),
            words.rounds_key_offers(seen.supply.offers).to_string(),
        )
        .with(words.rounds_key_sent(), number(counts.sent), words.rounds_key_confirmed(counts.confirmed).to_string());
    let days =
        |at: Moment| (format::local_date(seen.zone, at) - format::local_date(seen.zone, seen.now)).num_days().max(0);
    let at = |moment: Moment| format::moment_near(lang, seen.zone, moment, seen.now);
    match phase {
        Phase::Setup | Phase::Waiting => {
            figures.with(words.rounds_key_days_open(), number(days(dates.wishes_open_at())), at(dates.wishes_open_at()))
        }
        Phase::Open => figures.with(
            words.rounds_key_days_close(),
            number(days(dates.wishes_close_at())),
            at(dates.wishes_close_at()),
        ),
        Phase::Closed | Phase::Publishing => figures.with(
            words.rounds_key_days_publish(),
            number(days(dates.publish_planned_at())),
            at(dates.publish_planned_at()),
        ),
        Phase::Published => {
            let start = dates.weeks().from_on();
            let days = (start - format::local_date(seen.zone, seen.now)).num_days().max(0);
            figures.with(words.rounds_key_days_start(), number(days), format::day(lang, start))
        }
        Phase::Over | Phase::Cancelled => figures,
    }
}

fn points(lang: Lang, seen: &Seen, phase: Phase) -> Vec<PointLine> {
    if matches!(phase, Phase::Over | Phase::Cancelled) {
        return vec![];
    }
    let words = crate::words(lang);
    let mut points = vec![];
    for lack in &seen.lacks {
        points.extend(lack_point(lang, seen, *lack));
    }
    if phase < Phase::Publishing {
        points.extend(short_subjects(words, seen));
        points.extend(wish_points(words, seen, phase));
    }
    if seen.hostless > 0 && phase != Phase::Published {
        points.push(point(
            words,
            Severity::Should,
            words.rounds_point_hostless(seen.hostless).to_string(),
            words.rounds_point_hostless_text().to_string(),
            Some((words.rounds_do_bind().to_string(), link(seen, "places"))),
        ));
    }
    if let RoundState::Publishing { publish_at, .. } = seen.round.state() {
        let at = format::moment_near(lang, seen.zone, *publish_at, seen.now);
        points.push(point(
            words,
            Severity::Info,
            words.rounds_point_publishing(at).to_string(),
            words.rounds_point_publishing_text().to_string(),
            Some((words.rounds_do_open().to_string(), link(seen, "allocation"))),
        ));
    }
    let planned = seen.round.dates().publish_planned_at();
    if phase == Phase::Closed && seen.now >= planned {
        points.push(point(
            words,
            Severity::Must,
            words.rounds_point_overdue().to_string(),
            words.rounds_point_overdue_text(format::moment_near(lang, seen.zone, planned, seen.now)).to_string(),
            Some((words.rounds_do_open().to_string(), link(seen, "allocation"))),
        ));
    }
    points.sort_by(|one, other| one.severity.cmp(&other.severity));
    points
}

fn lack_point(lang: Lang, seen: &Seen, lack: Lack) -> Option<PointLine> {
    let words = crate::words(lang);
    let (what, page) = match lack {
        Lack::Places => (words.rounds_point_places().to_string(), "places"),
        Lack::Students => (words.rounds_point_students().to_string(), "students"),
        Lack::Lottery { .. } | Lack::LotteryRepeated { .. } => (words.rounds_point_lottery().to_string(), "students"),
        // Told subject by subject.
        Lack::Subjects { .. } => return None,
    };
    let add = (words.rounds_do_add().to_string(), link(seen, page));
    Some(point(words, Severity::Must, what, lack.tell(lang), Some(add)))
}

fn short_subjects(words: &'static Words, seen: &Seen) -> Vec<PointLine> {
    let short = |(subject, students): (&String, &i64)| {
        let seats = seen.supply.seats.get(subject).copied().unwrap_or_default();
        (seats < *students && !seen.supply.seats.is_empty()).then(|| {
            point(
                words,
                Severity::Should,
                words.rounds_point_short(subject, *students - seats).to_string(),
                words.rounds_point_short_text(*students, seats).to_string(),
                Some((words.rounds_do_add().to_string(), link(seen, "places"))),
            )
        })
    };
    seen.students.iter().filter_map(short).collect()
}

fn wish_points(words: &'static Words, seen: &Seen, phase: Phase) -> Vec<PointLine> {
    let (counts, mut points) = (seen.counts, vec![]);
    let who = |standing: &str| {
        Some((words.rounds_do_see().to_string(), link(seen, &format!("students?standing={standing}"))))
    };
    if matches!(phase, Phase::Open | Phase::Closed) && counts.unsent() > 0 {
        let text = match (phase, seen.round.plan().no_wishes()) {
            (Phase::Open, _) => words.rounds_point_unsent_open().to_string(),
            (_, NoWishes::ByHand) => words.rounds_point_unsent_hand().to_string(),
            (_, NoWishes::Last) => words.rounds_point_unsent_last().to_string(),
        };
        let what = words.rounds_point_unsent(counts.unsent()).to_string();
        points.push(point(words, Severity::Should, what, text, who("unsent")));
    }
    let unconfirmed = counts.sent - counts.confirmed;
    if matches!(phase, Phase::Open | Phase::Closed) && unconfirmed > 0 {
        let what = words.rounds_point_unconfirmed(unconfirmed).to_string();
        let text = words.rounds_point_unconfirmed_text().to_string();
        points.push(point(words, Severity::Info, what, text, who("unconfirmed")));
    }
    if counts.late > 0 {
        let what = words.rounds_point_late(counts.late).to_string();
        points.push(point(words, Severity::Info, what, words.rounds_point_late_text().to_string(), who("late")));
    }
    points
}

fn link(seen: &Seen, page: &str) -> String {
    format!("/rounds/{}/{page}", seen.round.id())
}

fn point(
    words: &'static Words,
    severity: Severity,
    what: String,
    details: String,
    action: Option<(String, String)>,
) -> PointLine {
    let tag = match severity {
        Severity::Must => Tag::danger(words.rounds_must()).icon(Icon::Alert),
        Severity::Should => Tag::warning(words.rounds_should()).icon(Icon::Clock),
        Severity::Info => Tag::info(words.rounds_info()).icon(Icon::Info),
    };
    PointLine { severity, tag, what, details, action }
}

fn timeline(lang: Lang, seen: &Seen) -> Timeline {
    let words = crate::words(lang);
    let told = seen.entries.iter().rev().filter_map(|entry| {
        let at = format::moment_near(lang, seen.zone, entry.at, seen.now);
        let by = entry.person.and_then(|person| seen.names.get(&person));
        let note = match by {
            Some(name) => words.rounds_by(at, name.to_string()).to_string(),
            None => at,
        };
        Some(kit::parts::Step::new(told(words, entry)?, note, Reached::Done))
    });
    Timeline(told.collect())
}

pub(super) fn told(words: &'static Words, entry: &Entry) -> Option<String> {
    let rows = entry.facts.get("rows").and_then(serde_json::Value::as_i64).unwrap_or_default();
    Some(match entry.kind.as_str() {
        "round-made" => words.rounds_did_made().to_string(),
        "round-changed" => words.rounds_did_changed().to_string(),
        "round-announced" => words.rounds_did_announced().to_string(),
        "round-cancelled" => words.rounds_did_cancelled().to_string(),
        "publication-asked" => words.rounds_did_publication_asked().to_string(),
        "publication-stopped" => words.rounds_did_publication_stopped().to_string(),
        "round-published" => words.rounds_did_published().to_string(),
        "nodes-imported" => words.rounds_did_nodes_imported(rows).to_string(),
        "offers-imported" => words.rounds_did_offers_imported(rows).to_string(),
        "students-imported" => words.rounds_did_students_imported(rows).to_string(),
        "nodes-import-undone" | "offers-import-undone" | "students-import-undone" => {
            words.rounds_did_import_undone().to_string()
        }
        "node-changed" => words.rounds_did_node_changed().to_string(),
        "offer-changed" => words.rounds_did_offer_changed().to_string(),
        "seats-changed" => words.rounds_did_seats_changed(rows),
        "student-added" => words.rounds_did_student_added().to_string(),
        "student-withdrawn" => words.rounds_did_student_withdrawn().to_string(),
        "pairs-noted" => words.rounds_did_pairs_noted(rows).to_string(),
        "student-readmitted" => words.rounds_did_student_readmitted().to_string(),
        _ => return None,
    })
}
