//! What a round promises: its form, its steps, its mails, and what it keeps from whom.

use axum::http::StatusCode;
use base::{Id, RunId};
use chrono::TimeDelta;
use kit::actor::{Actor, Role};
use macros::both_databases;
use matching::draw::Seed;
use placing::rounds::{self, Draw, Phase, Plan, RoundError, State, Typed};
use uuid::Uuid;

use crate::testkit::{Reader, Reply, Town, TownRound, ordinary_round, student_row};

fn fields(typed: &Typed) -> Vec<(&'static str, String)> {
    let typed = typed.clone();
    vec![
        ("name", typed.name),
        ("course_code", typed.course_code),
        ("course_name", typed.course_name),
        ("year", typed.year),
        ("weeks", typed.weeks),
        ("open_on", typed.open_on),
        ("open_at", typed.open_at),
        ("close_on", typed.close_on),
        ("close_at", typed.close_at),
        ("publish_on", typed.publish_on),
        ("publish_at", typed.publish_at),
        ("wishes_min", typed.wishes_min),
        ("wishes_max", typed.wishes_max),
        ("draw", typed.draw),
        ("no_wishes", typed.no_wishes),
        ("mechanism", typed.terms.mechanism),
        ("short_lists", typed.terms.short_lists),
        ("cost", typed.terms.cost),
        ("travel_limit", typed.terms.travel_limit),
        ("groups", typed.terms.groups),
        ("classes", typed.terms.classes),
        ("is_decision", typed.is_decision),
        ("intro", typed.intro),
        ("contact_name", typed.contact_name),
        ("contact_email", typed.contact_email),
        ("contact_phone", typed.contact_phone),
    ]
}

fn with(typed: &Typed, extra: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let mut all = fields(typed);
    all.extend(extra.iter().map(|(name, value)| (*name, (*value).to_owned())));
    all
}

/// A round with one place and two students, ready to be announced.
async fn ready(town: &Town) -> TownRound {
    let round = town.round().await;
    town.offer("Avdeling 3").seats(2).in_round(&round).await;
    round.students(2).await;
    round
}

/// The page but for the name of whoever reads it.
fn without_name(reply: &Reply) -> String {
    let (_, rest) = reply.text.split_once("<main").expect("a page has a main part");
    rest.split_once("</main>").expect("and it ends").0.to_owned()
}

#[both_databases]
async fn the_form_makes_a_round_once_however_often_it_is_sent(town: Town) {
    let other = town.round().await;
    let office = other.office().await;
    let typed = Typed { name: "Høst 2027".into(), ..ordinary_round() };
    let sent = with(&typed, &[("request_key", "0123456789abcdef")]);
    let first = office.post("/rounds/new", sent.clone()).await.done();
    let again = office.post("/rounds/new", sent).await.done();
    assert_eq!(first, again);
    let page = office.get(&first).await.shown().says("Høst 2027").says("PRA200 Praksis 2");
    assert!(page.seen().contains("uke 9–11"), "{}", page.seen());
    office.get("/rounds").await.shown().says("2 runder");
    let found = office.get("/search?q=HØST&lang=nb").await.shown().says("Runder Høst 2027 Praksis 2");
    assert!(!found.seen().contains("Vår 2027"), "{}", found.seen());
    let elsewhere = town.organisation("Vik høgskole").await;
    let stranger = town.sign_in(town.holder(elsewhere, "Odd", Role::Administrator).await).await;
    stranger.get("/search?q=høst&lang=nb").await.shown().says("Fant ingenting");
}

#[both_databases]
async fn a_form_that_cannot_be_used_comes_back_with_all_that_was_typed(town: Town) {
    let round = town.round().await;
    let office = round.office().await;
    let typed = Typed {
        name: "Rar <runde>".into(),
        weeks: "54".into(),
        open_on: "31.02.2027".into(),
        close_at: "kveld".into(),
        wishes_min: "9".into(),
        wishes_max: "3".into(),
        contact_email: "ingen".into(),
        intro: "Hei & velkommen".into(),
        ..ordinary_round()
    };
    let reply = office.post("/rounds/new", with(&typed, &[("request_key", "0123456789abcdef")])).await;
    assert_eq!(reply.status, 422);
    for error in [
        "«54» er ikke uker i 2027",
        "«31.02.2027» er ingen dato",
        "«kveld» er ikke et klokkeslett",
        "«ingen» er ingen e-postadresse",
    ] {
        assert!(reply.seen().contains(error), "{error} is not in {}", reply.seen());
    }
    for kept in ["Rar &#60;runde&#62;", "31.02.2027", "kveld", "Hei &#38; velkommen"] {
        assert!(reply.text.contains(kept), "{kept} was lost");
    }
    office.get("/rounds").await.shown().says("Én runde");
}

#[both_databases]
async fn two_who_edit_at_once_are_told_and_nothing_is_overwritten_unseen(town: Town) {
    let round = town.round().await;
    let office = round.office().await;
    let mine = Typed { name: "Mitt navn".into(), ..ordinary_round() };
    let theirs = Typed { name: "Deres navn".into(), ..ordinary_round() };
    office.post(round.url("/setup"), with(&theirs, &[("edition", "1")])).await.done();
    let reply = office.post(round.url("/setup"), with(&mine, &[("edition", "1")])).await;
    assert_eq!(reply.status, 409);
    assert!(reply.text.contains("Mitt navn"), "what was typed is lost");
    reply.says("Noen andre har lagret: Deres navn");
    assert_eq!(round.now().await.plan().name(), "Deres navn");
    office.post(round.url("/setup"), with(&mine, &[("edition", "2")])).await.done();
    assert_eq!(round.now().await.plan().name(), "Mitt navn");
}

#[both_databases]
async fn no_form_takes_fields_that_say_who_owns_what_or_how_it_stands(town: Town) {
    let round = ready(&town).await;
    let office = round.office().await;
    let before = (round.now().await, town.journal_entries().await);
    for field in ["owner", "owner_id", "organisation", "organisation_id", "role", "state", "seed", "id"] {
        let forms: [(String, Vec<(&str, String)>); 8] = [
            ("/rounds/new".into(), with(&ordinary_round(), &[("request_key", "0123456789abcdef")])),
            (round.url("/setup"), with(&ordinary_round(), &[("edition", "1")])),
            (round.url("/announcement"), vec![]),
            (round.url("/cancellation"), vec![("reason", "Ingen vil".into())]),
            (round.url("/places/nodes/new"), vec![("outside_key", "x".into()), ("level", "host".into())]),
            (round.url("/places/offers/new"), vec![("outside_key", "x".into()), ("node", "Mjøsbyen".into())]),
            (round.url("/students/new"), vec![("outside_key", "x".into()), ("family_name", "X".into())]),
            (round.url(&format!("/students/{}/withdrawal", round.id)), vec![]),
        ];
        for (path, mut sent) in forms {
            sent.push((field, round.institution.to_string()));
            let reply = office.post(&path, sent).await;
            assert_eq!(reply.status, 422, "{path} took the field {field}");
        }
    }
    assert_eq!((round.now().await, town.journal_entries().await), before);
}

#[both_databases]
async fn a_round_is_announced_when_it_is_whole_and_its_seed_is_promised(town: Town) {
    let round = town.round().await;
    let office = round.office().await;
    office
        .get(round.url("/announcement"))
        .await
        .shown()
        .says("Ingen tilbud har plasser ennå")
        .says("Ingen deltar ennå");
    let reply = office.press(round.url("/announcement")).await;
    assert_eq!(reply.status, 422);
    assert_eq!(*round.now().await.state(), State::Setup);
    town.offer("Avdeling 3").in_round(&round).await;
    round.students(1).await;
    office.press(round.url("/announcement")).await.done();
    let now = round.now().await;
    assert_eq!(*now.state(), State::Announced);
    let seed = Seed::from_hex(now.seed().unwrap()).unwrap();
    assert_eq!(now.promise().unwrap(), hex::encode(seed.promise()));
    assert_eq!(now.revealed_seed(), None);
    let rules = office.get(round.url("/rules")).await.shown();
    assert!(rules.text.contains(now.promise().unwrap()));
    assert!(!rules.text.contains(now.seed().unwrap()), "the seed is seen before the draw");
    let frozen = office.post(round.url("/setup"), with(&ordinary_round(), &[("edition", "2")])).await;
    assert_eq!(frozen.status, 409);
    assert_eq!(office.get(round.url("/setup")).await.done(), round.url("/rules"));
    town.run_jobs().await;
}

#[both_databases]
async fn numbers_of_a_file_must_be_there_and_differ(town: Town) {
    let round = town.round().with(|typed| typed.draw = "file".into()).await;
    town.offer("Avdeling 3").in_round(&round).await;
    let register = async |numbers: [Option<i64>; 2]| {
        let rows: Vec<_> = numbers
            .iter()
            .enumerate()
            .map(|(at, lottery)| {
                let mut row = student_row(at, "Mila");
                row.lottery = *lottery;
                row
            })
            .collect();
        let register = async |tx| {
            let round = rounds::find(&tx, round.id).await?;
            placing::participants::register(&tx, &round, &rows).await?;
            rounds::lacks(&tx, &round).await
        };
        town.db().write(&round.actor(), register).await.unwrap()
    };
    assert_eq!(register([None, Some(7)]).await, [rounds::Lack::Lottery { missing: 1 }]);
    assert_eq!(register([Some(7), Some(7)]).await, [rounds::Lack::LotteryRepeated { number: 7 }]);
    assert_eq!(register([Some(8), Some(7)]).await, []);
    round.announced().await;
    assert_eq!((round.now().await.plan().draw(), round.now().await.promise()), (Draw::File, None));
    town.run_jobs().await;
}

#[both_databases]
async fn students_hear_when_the_window_opens_and_before_it_closes(town: Town) {
    let round = ready(&town).await;
    let student = round.students(1).await[0];
    round.announced().await;
    let told = "Slik fordeles plassene i Vår 2027";
    assert_eq!(round.mails_to(student).await, [told], "the rules are told before the window opens, and once");
    town.now_is("2027-02-01 09:00");
    let opened = "Ranger ønskene dine innen onsdag 10. februar kl. 15.00";
    assert_eq!(round.mails_to(student).await, [told, opened]);
    town.now_is("2027-02-08 14:59");
    assert_eq!(round.mails_to(student).await, [told, opened]);
    let reminder = "Ønskene dine er ikke bekreftet: fristen er onsdag 10. februar kl. 15.00";
    town.now_is("2027-02-08 15:00");
    assert_eq!(round.mails_to(student).await, [told, opened, reminder]);
    town.now_is("2027-02-10 11:00");
    assert_eq!(round.mails_to(student).await, [told, opened, reminder, reminder]);
}

#[both_databases]
async fn a_cancelled_round_tells_everybody_why_and_sends_nothing_more(town: Town) {
    let round = ready(&town).await;
    let student = round.students(1).await[0];
    let office = round.office().await;
    round.announced().await;
    let empty = office.post(round.url("/cancellation"), [("reason", " ")]).await;
    assert_eq!(empty.status, 422);
    office.post(round.url("/cancellation"), [("reason", "Kommunen har trukket plassene.")]).await.done();
    let reader = town.sign_in(student).await;
    assert_eq!(round.mails_to(student).await, ["Vår 2027 er avlyst"]);
    reader.get(format!("/my/rounds/{}", round.id)).await.shown().says("Kommunen har trukket plassene.");
    town.now_is("2027-02-10 14:00");
    assert_eq!(round.mails_to(student).await, ["Vår 2027 er avlyst"], "a mail about a round that is called off");
    let again = round.office().await.post(round.url("/cancellation"), [("reason", "En gang til")]).await;
    assert_eq!(again.status, 409);
}

#[both_databases]
async fn students_see_their_announced_rounds_and_no_others(town: Town) {
    let round = ready(&town).await;
    let student = round.students(1).await[0];
    let reader = town.sign_in(student).await;
    let address = format!("/my/rounds/{}", round.id);
    let missing = reader.get(format!("/my/rounds/{}", base::RoundId::from_uuid(Uuid::from_u128(9)))).await;
    let hidden = reader.get(&address).await;
    assert_eq!((hidden.status, hidden.seen()), (missing.status, missing.seen()), "a round in preparation shows");
    round.announced().await;
    reader.get(&address).await.shown().says("Vår 2027").says("Slik fordeles plassene");
    reader.get("/my/rounds").await.shown().says("Vår 2027");
    let outsider = town.enrolled(round.institution, "Utenfor").await;
    let outsider = town.sign_in(outsider).await;
    let foreign = outsider.get(&address).await;
    assert_eq!((foreign.status, without_name(&foreign)), (missing.status, without_name(&missing)));
    outsider.get("/my/rounds").await.shown().says("Ingen runder ennå");
    town.run_jobs().await;
}

#[both_databases]
async fn the_clock_of_the_database_opens_and_closes_the_window(town: Town) {
    for (open, close) in [
        // Clocks go forward, back, and a day that most years lack.
        ("2027-03-28 01:59", "2027-03-28 03:01"),
        ("2027-10-31 01:30", "2027-10-31 02:30"),
        ("2028-02-28 23:00", "2028-02-29 00:30"),
    ] {
        let (open_on, open_at) = open.split_once(' ').unwrap();
        let (year, weeks) = (&close[..4], if close.contains("-10-") { "50" } else { "20" });
        let plan = |typed: &mut Typed| {
            (typed.year, typed.weeks) = (year.into(), weeks.into());
            (typed.open_on, typed.open_at) = (open_on.into(), open_at.into());
            (typed.publish_on, typed.publish_at) = (close[..10].into(), "12:00".into());
        };
        // The night that clocks go forward has no hour in between: a window of an hour spans two on the clock.
        let round = match close.starts_with("2027-03") {
            true => town.round().with(plan).wishes_until("2027-03-28 04:00").await,
            false => town.round().with(plan).wishes_until(close).await,
        };
        town.offer("Avdeling 3").in_round(&round).await;
        round.students(1).await;
        round.announced().await;
        let phase = async |now: &str| {
            town.now_is(now);
            let look = async |tx: kit::db::Tx| {
                let round = rounds::find(&tx, round.id).await?;
                Ok((round.phase(tx.now(), chrono_tz::Europe::Oslo), round.takes_wishes(tx.now())))
            };
            town.db().read(&round.actor(), look).await.unwrap()
        };
        let dates = *round.now().await.dates();
        let local = |at: base::Moment| at.with_timezone(&chrono_tz::Europe::Oslo).format("%Y-%m-%d %H:%M").to_string();
        let minute = TimeDelta::minutes(1);
        assert_eq!(phase(&local(dates.wishes_open_at() - minute)).await, (Phase::Waiting, false), "{open}");
        assert_eq!(phase(&local(dates.wishes_open_at())).await, (Phase::Open, true), "{open}");
        assert_eq!(phase(&local(dates.wishes_close_at() - minute)).await, (Phase::Open, true), "{close}");
        assert_eq!(phase(&local(dates.wishes_close_at())).await, (Phase::Closed, false), "{close}");
        town.now_is("2028-06-01 12:00");
        town.run_jobs().await;
    }
}

/// The steps people and the clock can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Try {
    Announce,
    Begin,
    Stop,
    Publish,
    Cancel,
    Replan,
    Wait,
}

/// What the state should be: written apart from the code under test, as a table.
fn expected(state: &str, attempt: Try, hour: i64, publish_at: i64) -> Option<&'static str> {
    match (state, attempt) {
        ("setup", Try::Announce) if hour < OPENS => Some("announced"),
        ("setup", Try::Replan) => Some("setup"),
        ("announced", Try::Begin) if hour >= CLOSES => Some("publishing"),
        ("publishing", Try::Stop) => Some("announced"),
        ("publishing", Try::Publish) if hour >= publish_at => Some("published"),
        ("setup" | "announced" | "publishing", Try::Cancel) => Some("cancelled"),
        _ => None,
    }
}

/// Hours after the walk begins, 31 January 2027 09:00.
const OPENS: i64 = 24;
const CLOSES: i64 = 246;

/// A small generator: the walks are the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

async fn attempt(town: &Town, round: &TownRound, what: Try, run: RunId) -> bool {
    let act = async |tx: kit::db::Tx| {
        let now = rounds::find(&tx, round.id).await?;
        match what {
            Try::Announce => rounds::announce(&tx, round.id, &"ab".repeat(32)).await,
            Try::Begin => rounds::begin_publishing(&tx, &now, run, tx.now() + TimeDelta::hours(2)).await,
            Try::Stop => rounds::stop_publishing(&tx, &now).await,
            Try::Publish => rounds::mark_published(&tx, &now).await,
            Try::Cancel => rounds::cancel(&tx, round.id, "Avlyst i en prøve").await,
            Try::Replan => rounds::change_round(&tx, round.id, now.edition(), now.plan()).await,
            Try::Wait => Ok(()),
        }
    };
    town.db().write(&round.actor(), act).await.is_ok()
}

#[both_databases]
async fn a_round_takes_its_steps_only_in_their_order(town: Town) {
    let tries = [
        Try::Announce,
        Try::Begin,
        Try::Begin,
        Try::Stop,
        Try::Publish,
        Try::Publish,
        Try::Cancel,
        Try::Replan,
        Try::Wait,
        Try::Wait,
    ];
    let run = RunId::from_uuid(Uuid::from_u128(77));
    let mut dice = Dice(20_270);
    let mut seen = std::collections::BTreeSet::new();
    for walk in 0..16 {
        let round = ready(&town).await;
        let (mut state, mut hour, mut publish_at) = ("setup", 0, 0);
        town.now_is("2027-01-31 09:00");
        for _ in 0..40 {
            // Calling off ends a walk, so it is tried seldom; waiting takes it on.
            let what = match tries[usize::try_from(dice.roll(10)).unwrap()] {
                Try::Cancel if dice.roll(6) > 0 => Try::Wait,
                other => other,
            };
            if what == Try::Wait {
                hour += i64::try_from(dice.roll(90)).unwrap();
                let at = chrono::NaiveDate::from_ymd_opt(2027, 1, 31).unwrap().and_hms_opt(9, 0, 0).unwrap();
                town.now_is(&(at + TimeDelta::hours(hour)).format("%Y-%m-%d %H:%M").to_string());
                continue;
            }
            let next = expected(state, what, hour, publish_at);
            let done = attempt(&town, &round, what, run).await;
            assert_eq!(done, next.is_some(), "walk {walk}: {what:?} of a round that is {state} after {hour} hours");
            if what == Try::Begin && done {
                publish_at = hour + 2;
            }
            state = next.unwrap_or(state);
            seen.insert(state);
            assert_eq!(round.now().await.state().word(), state, "walk {walk}: after {what:?}");
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["announced", "cancelled", "published", "publishing", "setup"]);
    town.now_is("2028-01-01 09:00");
    town.run_jobs().await;
}

#[both_databases]
async fn of_many_who_announce_at_once_one_does(town: Town) {
    let round = ready(&town).await;
    let tries = (0..16).map(|at| {
        let (town, round) = (town.clone(), round.clone());
        tokio::spawn(async move {
            let announce = async |tx| rounds::announce(&tx, round.id, &format!("{at:02x}").repeat(32)).await;
            town.db().write(&round.actor(), announce).await.is_ok()
        })
    });
    let mut done = 0;
    for one in tries.collect::<Vec<_>>() {
        done += usize::from(one.await.unwrap());
    }
    assert_eq!(done, 1);
    assert_eq!(round.now().await.edition(), 2);
    town.run_jobs().await;
}

#[both_databases]
async fn a_copy_has_the_same_weeks_and_hours_of_the_next_year(town: Town) {
    let round = town.round().await;
    let office = round.office().await;
    let form = office.get(format!("/rounds/new?from={}", round.id)).await.shown();
    for value in ["value=\"2028\"", "value=\"9-11\"", "value=\"2028-01-31\"", "value=\"09:00\"", "value=\"2028-02-09\""]
    {
        assert!(form.text.contains(value), "{value} is not in the form");
    }
    let year_without =
        Plan::read(&Typed { weeks: "53".into(), year: "2026".into(), ..early() }, chrono_tz::Europe::Oslo).unwrap();
    let moved = year_without.moved_to(2027, "Uke 53", chrono_tz::Europe::Oslo);
    assert_eq!(moved.unwrap_err(), RoundError::WeeksUnreadable { typed: "53-53".into(), year: 2027 });
}

/// An ordinary round a year before.
fn early() -> Typed {
    Typed {
        open_on: "2026-02-01".into(),
        close_on: "2026-02-10".into(),
        publish_on: "2026-02-15".into(),
        ..ordinary_round()
    }
}

#[both_databases]
async fn the_list_tells_phase_and_numbers_in_few_questions(town: Town) {
    let round = ready(&town).await;
    let office = round.office().await;
    let before = town.db().queries();
    office.get("/rounds").await.shown().says("Forberedes").says("Kunngjør før mandag 1. februar kl. 09.00");
    let asked = town.db().queries() - before;
    assert!(asked <= 12, "{asked} questions for a list");
    office.get("/rounds?phase=open").await.shown().says("Ingen runde passer");
    office.get("/rounds?q=pra200&sort=-weeks").await.shown().says("Vår 2027");
    let before = town.db().queries();
    office.get(round.url("")).await.shown().says("Kunngjør runden").says("akkurat nok");
    assert!(town.db().queries() - before <= 12, "{} questions for one round", town.db().queries() - before);
    assert!(town.db().read(&Actor::nobody(), async |tx| rounds::find(&tx, round.id).await).await.is_err());
}

/// Begins a round one step at a time; answers the address of its draft.
async fn begun(office: &Reader) -> String {
    let first = office.press("/rounds/drafts").await.done();
    assert!(first.ends_with("/steps/about"), "{first}");
    first.trim_end_matches("/steps/about").to_owned()
}

const STEPS: [(&str, &[(&str, &str)]); 5] = [
    (
        "about",
        &[
            ("name", "Vår 2027"),
            ("course_code", "SYP201"),
            ("course_name", "Praksis"),
            ("year", "2027"),
            ("weeks", "10-15"),
        ],
    ),
    (
        "dates",
        &[
            ("open_on", "2027-02-02"),
            ("open_at", "08:00"),
            ("close_on", "2027-02-10"),
            ("close_at", "15:00"),
            ("publish_on", "2027-02-15"),
            ("publish_at", "12:00"),
        ],
    ),
    (
        "rules",
        &[("wishes_min", "1"), ("wishes_max", "5"), ("draw", "seed"), ("no_wishes", "by_hand"), ("is_decision", "yes")],
    ),
    ("mechanism", &[]),
    ("texts", &[("intro", "Velkommen"), ("contact_name", "Kontoret"), ("contact_email", "kontor@town.example")]),
];

#[both_databases]
async fn a_round_is_made_one_step_at_a_time_and_nothing_that_was_typed_is_lost(town: Town) {
    town.now_is("2027-01-11 09:00");
    let school = town.organisation("Skole").await;
    let anna = town.holder(school, "Anna", Role::Administrator).await;
    let office = town.sign_in(anna).await;
    let draft = begun(&office).await;
    let about = STEPS[0].1.to_vec();
    let wrong: Vec<(&str, &str)> =
        about.iter().map(|(name, value)| (*name, if *name == "weeks" { "90-99" } else { *value })).collect();
    let refused = office.post(format!("{draft}/steps/about"), wrong).await;
    refused.refused_at("weeks");
    assert!(refused.text.contains("value=\"90-99\"") && refused.text.contains("value=\"Vår 2027\""));
    // Away and back, as another session: it is still there, wrong as it is.
    let later = town.sign_in(anna).await;
    let list = later.get("/rounds?lang=en").await.shown();
    assert!(list.text.contains(&format!("href=\"{draft}/steps/dates\"")), "{}", list.seen());
    list.says("Begun, not made yet").says("Vår 2027");
    let page = later.get(format!("{draft}/steps/about")).await.shown();
    assert!(page.text.contains("value=\"90-99\""), "{}", page.seen());
    let early = later.press(format!("{draft}/steps/check?lang=en")).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.seen().contains("Something is not right yet") && early.seen().contains("90-99"), "{}", early.seen());
    for (step, fields) in STEPS {
        let next = later.post(format!("{draft}/steps/{step}"), fields.to_vec()).await.done();
        assert!(next.starts_with(&format!("{draft}/steps/")), "{next}");
    }
    later.get(format!("{draft}/steps/check?lang=en")).await.shown().says("Vår 2027").says("kontor@town.example");
    let round = later.press(format!("{draft}/steps/check")).await.done();
    later.get(&round).await.shown().says("Vår 2027");
    assert_eq!(later.get(format!("{draft}/steps/about")).await.status, StatusCode::NOT_FOUND, "the draft is gone");
    assert_eq!(later.press(format!("{draft}/steps/check")).await.status, StatusCode::NOT_FOUND, "made once");
}

#[both_databases]
async fn a_draft_is_its_holders_alone_keeps_what_is_half_typed_and_can_be_given_up(town: Town) {
    let school = town.organisation("Skole").await;
    let office = town.sign_in(town.holder(school, "Anna", Role::Administrator).await).await;
    let colleague = town.sign_in(town.holder(school, "Bo", Role::Administrator).await).await;
    let draft = begun(&office).await;
    let left = [("name", "Halvferdig"), ("year", "tjue"), ("leave", "yes")];
    assert_eq!(office.post(format!("{draft}/steps/about"), left).await.done(), "/rounds");
    office.get("/rounds").await.shown().says("Halvferdig");
    let foreign = [("owner", "somebody")];
    assert_eq!(office.post(format!("{draft}/steps/about"), foreign).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (step, _) in STEPS {
        assert_eq!(colleague.get(format!("{draft}/steps/{step}")).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(colleague.press(format!("{draft}/removal")).await.status, StatusCode::NOT_FOUND);
    assert!(!colleague.get("/rounds").await.shown().text.contains("Halvferdig"));
    office.press(format!("{draft}/removal")).await.done();
    assert!(!office.get("/rounds").await.shown().text.contains("Halvferdig"));
    // Ten of one person at most: the one left longest ago gives way.
    let first = begun(&office).await;
    for _ in 0..10 {
        begun(&office).await;
    }
    assert_eq!(office.get(format!("{first}/steps/about")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.get("/rounds").await.shown().text.matches("/steps/about\"").count(), 10);
}
