//! What the room promises: what was promised to go is gone, and nothing else.

use std::collections::BTreeMap;

use base::{OrganisationId, PersonId};
use chrono::TimeDelta;
use kit::actor::{Actor, Role};
use kit::blobs::{BlobId, Blobs, Lying};
use kit::db::Tx;
use kit::journal::{self, Event};
use macros::both_databases;
use operating::retention::{self, LeftAlone, Strays, files};
use people::persons::{NewRole, Span};
use people::{persons, webhooks};
use sea_orm::{ConnectionTrait, Statement};

use crate::testkit::{Town, Village};

async fn rows(town: &Town, village: &Village) -> BTreeMap<&'static str, i64> {
    let mut counted = BTreeMap::new();
    for table in migrations::tables() {
        let count = async |tx: Tx| {
            let sql = format!("SELECT count(*) FROM {}", table.name());
            let row = tx.query_one_raw(Statement::from_string(tx.backend(), sql)).await?;
            Ok(row.expect("a count is one row").try_get_by_index::<i64>(0)?)
        };
        counted.insert(table.name(), town.db().read(&Actor::portal(village.institution), count).await.unwrap());
    }
    counted
}

/// Runs it dry and for real: both say the same. Answers the tables that lost rows.
async fn purge(town: &Town, village: &Village) -> Vec<(&'static str, i64)> {
    let before = rows(town, village).await;
    let told = retention::run(town.db(), true).await.unwrap();
    assert_eq!(rows(town, village).await, before, "a dry run removes nothing");
    let done = retention::run(town.db(), false).await.unwrap();
    let counts =
        |removed: &[retention::Removed]| removed.iter().map(|line| (line.table, line.rows)).collect::<Vec<_>>();
    assert_eq!(counts(&told), counts(&done));
    let after = rows(town, village).await;
    before
        .iter()
        .map(|(table, count)| (*table, count - after[table]))
        .filter(|(table, lost)| *lost > 0 && *table != "journal")
        .collect()
}

#[both_databases]
async fn rows_go_when_their_time_is_over_and_records_stay(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    let before = rows(&town, &village).await;
    assert!(["answers", "mails", "imports", "jobs", "sessions", "decisions"].iter().all(|table| before[table] > 0));
    assert_eq!(purge(&town, &village).await, []);
    town.later(TimeDelta::days(366));
    let gone = purge(&town, &village).await;
    let tables: Vec<&str> = gone.iter().map(|(table, _)| *table).collect();
    assert_eq!(
        tables,
        ["answers", "drafts", "import_changes", "imports", "jobs", "sessions"],
        "after a year: {gone:?}"
    );
    town.later(TimeDelta::days(2 * 366));
    let tables: Vec<&str> = purge(&town, &village).await.into_iter().map(|(table, _)| table).collect();
    assert_eq!(
        tables,
        ["invitations", "look_questions", "look_samples", "looks", "mails", "notices"],
        "after three years"
    );
    town.later(TimeDelta::days(8 * 366));
    assert_eq!(purge(&town, &village).await, [("person_mergers", 1)], "after eleven years");
    assert_eq!(purge(&town, &village).await, [], "nothing that can be removed is left");
    let after = rows(&town, &village).await;
    for kept in ["decisions", "wish_lists", "wishes", "participants", "rounds", "run_inputs", "persons"] {
        assert_eq!(after[kept], before[kept], "{kept}");
    }
    let told = retention::run(town.db(), true).await.unwrap();
    let due = |table: &str| told.iter().find(|line| line.table == table).map(|line| (line.rows > 0, line.is_gone));
    assert_eq!(
        (due("decisions"), due("journal")),
        (Some((true, false)), Some((true, false))),
        "counted for the archive"
    );
    town.run_jobs().await; // notices wait to be bundled, and days pass for units
}

#[both_databases]
async fn the_journal_tells_what_was_removed(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    town.later(TimeDelta::days(40));
    let before = town.journal_of(village.institution).await;
    retention::run(town.db(), false).await.unwrap();
    assert_eq!(town.journal_of(village.institution).await, before + 1);
    retention::run(town.db(), false).await.unwrap();
    assert_eq!(town.journal_of(village.institution).await, before + 1, "nothing was left to remove");
    town.run_jobs().await;
}

#[both_databases]
async fn what_was_told_goes_after_ninety_days_and_an_ended_webhook_after_a_year(town: Town) {
    let village = town.village("Mjøs").await;
    let webhook = village.ids["webhooks"].parse().unwrap();
    let round: base::RoundId = village.ids["rounds"].parse().unwrap();
    let happens = async |tx: Tx| {
        let event = Event::of("round-cancelled", "round", round);
        Ok(journal::note(&tx, village.institution, event).await?)
    };
    town.db().write(&Actor::portal(village.institution), happens).await.unwrap();
    let office = persons::actor_of(town.db(), village.administrator, None).await.unwrap();
    let end = async |tx: Tx| webhooks::actions::end(&tx, village.institution, webhook).await;
    town.db().write(&office, end).await.unwrap();
    town.run_jobs().await; // the webhook has ended: nothing leaves the house
    let lost = async |table: &str| purge(&town, &village).await.into_iter().find(|(name, _)| *name == table);
    town.later(TimeDelta::days(88));
    assert_eq!(lost("deliveries").await, None);
    town.later(TimeDelta::days(3));
    assert_eq!(lost("deliveries").await, Some(("deliveries", 1)));
    assert_eq!(lost("webhooks").await, None);
    town.later(TimeDelta::days(276));
    assert_eq!(lost("webhooks").await, Some(("webhooks", 1)));
    town.run_jobs().await;
}

/// Somebody with a role at an organisation until a day, who signs in with a password and an account elsewhere.
async fn held_until(town: &Town, at: OrganisationId, name: &str, until: &str) -> PersonId {
    let person = town.person(at, name).await;
    let span = Span::new(None, Some(until.parse().unwrap())).unwrap();
    give(town, at, person, span).await;
    signs_in(town, person).await;
    person
}

async fn give(town: &Town, at: OrganisationId, person: PersonId, span: Span) {
    let new = NewRole { person, role: Role::Coordinator, unit: None, span };
    let give = async |tx: Tx| persons::give_role(&tx, at, &new).await;
    town.db().write(&Actor::portal(at), give).await.unwrap();
}

/// Somebody whose calendar is all that is left of signing in.
async fn shares(town: &Town, person: PersonId) {
    let keep = async |tx: Tx| {
        let sql = "INSERT INTO calendar_feeds (person_id, digest, made_at) VALUES ($1, $2, $3)";
        let values = [person.0.into(), format!("{person}").into(), tx.now().into()];
        tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
        Ok(())
    };
    town.db().write(&Actor::nobody(), keep).await.unwrap();
}

async fn signs_in(town: &Town, person: PersonId) {
    let keep = async |tx: Tx| {
        let id = tx.new_id::<PersonId>().0;
        let values = || [id.into(), person.0.into(), format!("{id}").into(), tx.now().into()];
        for sql in [
            "INSERT INTO credentials (id, person_id, kind, value, counter, created_at) \
             VALUES ($1, $2, 'password', $3, 0, $4)",
            "INSERT INTO identities (id, person_id, issuer, subject, created_at) VALUES ($1, $2, 'local', $3, $4)",
        ] {
            tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, values())).await?;
        }
        Ok(())
    };
    town.db().write(&Actor::nobody(), keep).await.unwrap();
}

/// Those of these people who can still sign in with something of their own.
async fn can_sign_in(town: &Town, people: &[(&'static str, PersonId)]) -> Vec<&'static str> {
    let mut found = vec![];
    for (name, person) in people {
        let count = async |tx: Tx| {
            let sql = "SELECT (SELECT count(*) FROM credentials WHERE person_id = $1) \
                       + (SELECT count(*) FROM identities WHERE person_id = $1) \
                       + (SELECT count(*) FROM calendar_feeds WHERE person_id = $1)";
            let row = tx.query_one_raw(Statement::from_sql_and_values(tx.backend(), sql, [person.0.into()])).await?;
            Ok(row.unwrap().try_get_by_index::<i64>(0)?)
        };
        if town.db().read(&Actor::nobody(), count).await.unwrap() > 0 {
            found.push(*name);
        }
    }
    found
}

#[both_databases]
async fn whoever_left_ninety_days_ago_has_nothing_to_sign_in_with_and_everybody_else_keeps_it(town: Town) {
    let village = town.village("Mjøs").await; // it is 12 February 2027
    town.run_jobs().await;
    let (school, host) = (village.institution, village.host);
    let gone = held_until(&town, school, "Borte", "2026-11-13").await;
    let lately = held_until(&town, school, "Nylig", "2026-11-14").await;
    let shared = town.person(school, "Delt").await;
    give(&town, school, shared, Span::new(None, Some("2026-11-13".parse().unwrap())).unwrap()).await;
    for person in [gone, lately, shared] {
        shares(&town, person).await;
    }
    let elsewhere = held_until(&town, school, "Ola", "2026-11-01").await;
    give(&town, host, elsewhere, Span::ALWAYS).await;
    let planned = held_until(&town, school, "Pia", "2026-11-01").await;
    let later = Span::new(Some("2027-09-01".parse().unwrap()), None).unwrap();
    give(&town, school, planned, later).await;
    let operator = held_until(&town, school, "Oda", "2026-11-01").await;
    town.appoint(school, operator).await;
    // Left long ago, with a decision that can still be complained about.
    signs_in(&town, village.student).await;
    town.as_owner("UPDATE affiliations SET until_on = '2026-11-01' WHERE kind = 'student'").await;
    town.as_owner(
        "UPDATE members SET is_open = FALSE, until_on = '2026-11-01' WHERE person_id IN \
         (SELECT person_id FROM affiliations WHERE kind = 'student')",
    )
    .await;
    let stays = [
        ("elsewhere", elsewhere),
        ("planned", planned),
        ("operator", operator),
        ("student", village.student),
        ("lately", lately),
    ];
    let all = [&stays[..], &[("gone", gone), ("shared", shared)]].concat();
    let lost = purge(&town, &village).await;
    assert_eq!(
        lost,
        [("calendar_feeds", 2), ("credentials", 1), ("identities", 1)],
        "the others have a reason to keep it"
    );
    assert_eq!(can_sign_in(&town, &all).await, stays.map(|(name, _)| name));
    town.later(TimeDelta::days(1));
    purge(&town, &village).await;
    assert_eq!(can_sign_in(&town, &all).await, ["elsewhere", "planned", "operator", "student"]);
    town.later(TimeDelta::days(80)); // the placement is over
    purge(&town, &village).await;
    assert_eq!(can_sign_in(&town, &all).await, ["elsewhere", "planned", "operator"]);
    town.run_jobs().await;
}

#[both_databases]
async fn whoever_left_ten_years_ago_is_erased_by_the_clock_unless_something_stands_against_it(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    let (school, host) = (village.institution, village.host);
    let left = async |name| held_until(&town, school, name, "2027-02-01").await;
    let (gone, elsewhere, operator, away) =
        (left("Borte").await, left("Ola").await, left("Oda").await, left("Siv").await);
    give(&town, host, elsewhere, Span::ALWAYS).await;
    town.appoint(school, operator).await;
    let office = town.sign_in(village.administrator).await;
    let restriction = format!("/organisations/{school}/people/{away}/restriction");
    office.post(&restriction, [("reason", "Bestrider et vedtak")]).await.done();
    let names = async || {
        let people = [gone, elsewhere, operator, village.student, village.administrator];
        let names = async |tx: Tx| Ok(persons::names(&tx, &people).await?);
        let names = town.db().read(&Actor::nobody(), names).await.unwrap();
        people.map(|person| names[&person].to_string())
    };
    let before = names().await;
    let is_restricted = async || {
        let count = async |tx: Tx| {
            let sql = "SELECT count(*) FROM restrictions WHERE person_id = $1";
            let row = tx.query_one_raw(Statement::from_sql_and_values(tx.backend(), sql, [away.0.into()])).await?;
            Ok(row.unwrap().try_get_by_index::<i64>(0)?)
        };
        town.db().read(&Actor::portal(school), count).await.unwrap()
    };
    let erased = |told: &[retention::Removed]| {
        told.iter().find(|line| line.table == "persons").map(|line| (line.rows, line.is_gone))
    };
    town.later(TimeDelta::days(10 * 366 - 1));
    retention::run(town.db(), false).await.unwrap(); // an entry that was merged the day before goes
    assert_eq!(names().await, before, "not a day early");
    town.later(TimeDelta::days(1));
    assert_eq!(erased(&retention::run(town.db(), true).await.unwrap()), Some((1, false)));
    assert_eq!(names().await, before, "a dry run changes nothing");
    assert_eq!(erased(&retention::run(town.db(), false).await.unwrap()), Some((1, true)));
    let mut expected = before.clone();
    expected[0] = "–".into();
    assert_eq!((names().await, is_restricted().await), (expected, 1), "and what was asked to be kept is kept");
    assert_eq!(erased(&retention::run(town.db(), false).await.unwrap()), Some((0, true)), "once");
    town.run_jobs().await;
}

/// Lets the files of the town look as if they had been written so many hours ago, by the database's clock.
async fn aged(town: &Town, ids: &[BlobId], hours: i64) -> base::Moment {
    let now = town.db().read(&Actor::nobody(), async |tx: Tx| Ok(tx.now())).await.unwrap();
    for id in ids.iter().map(ToString::to_string) {
        let path = town.app().settings().blob_folder().join("blobs").join(&id[..2]).join(&id);
        let file = std::fs::File::options().write(true).open(path).unwrap();
        file.set_modified((now - TimeDelta::hours(hours)).into()).unwrap();
    }
    now
}

#[both_databases]
async fn a_file_goes_a_day_after_it_was_written_when_no_row_names_it_and_never_before(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    let blobs = town.app().part::<Blobs>();
    let named = blobs.list().await.unwrap();
    assert!(!named.is_empty(), "the village has a letter with a file");
    let stray = blobs.put("etter et krasj").await.unwrap();
    let late = blobs.put("brev som kommer senere").await.unwrap();
    let all = [named.as_slice(), &[stray, late]].concat();
    let sweep = async |dry: bool| {
        let swept = retention::sweep(town.db(), blobs, dry).await.unwrap();
        (swept.files, swept.bytes)
    };
    aged(&town, &all, 23).await;
    assert_eq!((sweep(true).await, sweep(false).await), ((0, 0), (0, 0)), "whoever stored it may be about to name it");
    // One of them is named within the day.
    let student = town.sign_in(village.student).await;
    let fields = [("body", "Her er brevet."), ("request_key", "the-late-letter")];
    let path = format!("/threads/{}", village.ids["threads"]);
    student.upload_as(&path, &fields, "files", "Brev.txt", "brev som kommer senere".as_bytes()).await.done();
    town.run_jobs().await;
    aged(&town, &all, 25).await;
    assert_eq!(sweep(true).await, (1, 14));
    assert_eq!(blobs.list().await.unwrap().len(), all.len(), "a dry run removes nothing");
    let swept = retention::sweep(town.db(), blobs, false).await.unwrap();
    assert_eq!(swept, Strays { files: 1, bytes: 14, is_gone: true, left_alone: None });
    let mut left = [named.as_slice(), &[late]].concat();
    left.sort();
    assert_eq!(blobs.list().await.unwrap(), left, "what a row names stays, however old");
    assert_eq!(sweep(false).await, (0, 0));
}

/// The town's files with a letter that nobody has sent yet, all of them old; the moment before which a file is old.
async fn with_a_letter(town: &Town) -> (&Blobs, Lying, base::Moment) {
    let blobs = town.app().part::<Blobs>();
    let id = blobs.put("samme brev").await.unwrap();
    let before = aged(town, &blobs.list().await.unwrap(), 48).await - TimeDelta::days(1);
    (blobs, Lying { id, bytes: 10 }, before)
}

async fn send_letter(town: &Town, village: &Village) {
    let student = town.sign_in(village.student).await;
    let fields = [("body", "Her er brevet."), ("request_key", "the-same-letter")];
    let path = format!("/threads/{}", village.ids["threads"]);
    student.upload_as(&path, &fields, "files", "Brev.txt", "samme brev".as_bytes()).await.done();
    town.run_jobs().await;
}

#[both_databases]
async fn a_file_that_is_stored_or_named_since_it_was_looked_for_is_not_doomed(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    let (blobs, one, before) = with_a_letter(&town).await;
    aged(&town, &[one.id], 0).await;
    assert!(files::doomed(town.db(), blobs, &[one], before).await.unwrap().is_empty(), "stored once more");
    send_letter(&town, &village).await;
    aged(&town, &[one.id], 48).await;
    assert!(files::doomed(town.db(), blobs, &[one], before).await.unwrap().is_empty(), "a row names it");
    let gone = Lying { id: BlobId::of(b"not there"), bytes: 9 };
    assert!(files::doomed(town.db(), blobs, &[gone], before).await.unwrap().is_empty(), "it is gone already");
}

#[both_databases]
async fn a_file_that_is_named_between_the_look_and_the_removal_is_given_back_and_the_others_go(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    let (blobs, one, before) = with_a_letter(&town).await;
    let stray = Lying { id: blobs.put("etter et krasj").await.unwrap(), bytes: 14 };
    aged(&town, &[stray.id], 48).await;
    let doomed = files::doomed(town.db(), blobs, &[one, stray], before).await.unwrap();
    assert_eq!(doomed.len(), 2);
    send_letter(&town, &village).await;
    assert_eq!(files::remove(town.db(), blobs, doomed).await.unwrap(), [stray]);
    assert_eq!(blobs.get(one.id).await.unwrap(), "samme brev".as_bytes(), "a row would name nothing");
    assert_eq!(blobs.written_at(stray.id).await.unwrap(), None, "what nobody names stays away");
}

#[both_databases]
async fn a_database_that_fails_in_the_middle_of_the_sweep_loses_no_file(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    let (blobs, one, before) = with_a_letter(&town).await;
    let doomed = files::doomed(town.db(), blobs, &[one], before).await.unwrap();
    town.rename_table("thread_files", "away").await;
    assert!(files::remove(town.db(), blobs, doomed).await.is_err());
    assert_eq!(blobs.get(one.id).await.unwrap(), "samme brev".as_bytes(), "nobody looked whether a row names it");
    // The rows are told of all the same.
    town.later(TimeDelta::days(100));
    aged(&town, &[one.id], 48).await;
    let failed = retention::clear(town.db(), blobs, false).await.unwrap();
    assert!(failed.gone() > 0 && failed.files.is_err(), "{failed:?}");
    town.rename_table("away", "thread_files").await;
    let cleared = retention::clear(town.db(), blobs, false).await.unwrap();
    assert_eq!((cleared.gone(), cleared.files.map(|strays| strays.files)), (0, Ok(1)));
    drop(village);
    town.run_jobs().await;
}

#[both_databases]
async fn no_file_is_removed_while_a_later_release_may_name_it_or_a_real_portal_beside_this_one(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    let (blobs, one, _) = with_a_letter(&town).await;
    let left_alone = async || {
        let swept = retention::sweep(town.db(), blobs, false).await.unwrap();
        assert_eq!(swept.files, 0);
        assert!(blobs.written_at(one.id).await.unwrap().is_some());
        swept.left_alone
    };
    town.as_owner("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m20991231_2359_later', 0)").await;
    assert_eq!(left_alone().await, Some(LeftAlone::LaterRelease));
    town.as_owner("DELETE FROM seaql_migrations WHERE version = 'm20991231_2359_later'").await;
    assert_eq!(retention::sweep(town.db(), blobs, false).await.unwrap().files, 1);
    drop(village);
}

#[both_databases]
async fn whoever_names_a_file_that_was_swept_away_meanwhile_stores_it_again(town: Town) {
    let (blobs, one, _) = with_a_letter(&town).await;
    let entry = people::threads::NewEntry::new(
        "Her er brevet.",
        vec![people::threads::NewFile::new("Brev.txt", b"samme brev".to_vec()).unwrap()],
    )
    .unwrap();
    let swept_before_it_is_named = async || {
        blobs.remove(one.id).await.unwrap();
        Ok(())
    };
    people::threads::with_files(town.app(), &entry, swept_before_it_is_named).await.unwrap();
    assert_eq!(blobs.get(one.id).await.unwrap(), "samme brev".as_bytes(), "a row would name nothing");
}
