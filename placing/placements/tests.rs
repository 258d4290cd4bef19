//! What publication and placements promise, through the app, on both databases.

use base::PersonId;
use kit::actor::{Actor, Role};
use macros::both_databases;
use placing::placements::model::Kind;
use placing::placements::{self, Decision};
use placing::{allocation, participants, rounds, sites};
use sea_orm::{ConnectionTrait, ExprTrait};

use crate::allocation::{RESULT, Rules, STUDENTS, Small, refused};
use crate::testkit::{Reader, Town};

/// Drawn, published, ten minutes later.
async fn published(town: &Town, rules: Rules) -> Small {
    let small = Small::closed(town, rules, &STUDENTS).await;
    small.draw().await;
    small.office().await.press(small.at("publication")).await.done();
    town.now_is("2027-02-11 09:11");
    town.run_jobs().await;
    small
}

async fn decisions(small: &Small, key: &str) -> Vec<Decision> {
    let person = small.person(key).await;
    small
        .read(async |tx| {
            let (round, owner) = allocation::round_of(&tx, small.round).await?;
            Ok(placements::queries::versions(&tx, owner, round.id(), person).await?)
        })
        .await
}

async fn student(small: &Small, key: &str) -> Reader {
    small.town.sign_in(small.person(key).await).await
}

async fn seated(small: &Small) -> Vec<(PersonId, base::OfferId)> {
    small
        .read(async |tx| {
            let (round, owner) = allocation::round_of(&tx, small.round).await?;
            sites::seated(&tx, owner, &round).await
        })
        .await
}

/// Subject of every mail of this kind that an organisation has sent.
async fn mails(small: &Small, owner: base::OrganisationId, kind: &str) -> Vec<String> {
    let rows = small
        .town
        .db()
        .read(&Actor::portal(owner), async |tx| {
            let sql = sea_orm::sea_query::Query::select()
                .columns(["subject", "kind"])
                .from("mails")
                .order_by("id", sea_orm::Order::Asc)
                .to_owned();
            Ok(tx.query_all(&sql).await?)
        })
        .await
        .expect("mails");
    let of_kind = rows.iter().filter(|row| row.try_get::<String>("", "kind").is_ok_and(|found| found == kind));
    of_kind.map(|row| row.try_get("", "subject").expect("a subject")).collect()
}

#[both_databases]
async fn everybody_is_told_once_and_every_student_reads_why(town: Town) {
    let small = published(&town, Rules::default()).await;
    assert_eq!(small.result().await, RESULT);
    assert_eq!(seated(&small).await.len(), 3);
    assert_eq!(mails(&small, small.institution, "placement").await.len(), 6);
    let third = student(&small, "s3").await.get("/my/placement").await.shown();
    third
        .says("Place C Uke 10–15 (8. mars – 16. april). Det var ditt 3. ønske.")
        .says("Alle 6 studentene i trekningen fikk et nummer. Ditt er 3.")
        .says("2 plasser og 4 som ville ha en da turen kom til dem. Den siste plassen gikk til nummer 2. Du var nummer 3 i rekken.")
        .says("Hospital tar imot 2 studenter i alt")
        .says("Én plass, og du fikk den.")
        .says("Du kan klage til torsdag 4. mars");
    let fifth = student(&small, "s5").await.get("/my/placement").await.shown();
    fifth
        .says("Du har ikke fått plass ennå")
        .says("Ønsket ditt var fullt før turen kom til deg.")
        .says("Anna Berg finner en plass");
    let sixth = student(&small, "s6").await.get("/my/placement").await.shown();
    sixth.says("Du sendte ingen ønsker. Praksiskontoret finner en plass til deg.");
}

#[both_databases]
async fn the_office_reads_what_the_student_reads_before_publication_and_after(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    small.draw().await;
    let office = small.office().await;
    let third = small.at(&format!("students/{}/placement", small.person("s3").await));
    let why = "2 plasser og 4 som ville ha en da turen kom til dem. Den siste plassen gikk til nummer 2. Du var nummer 3 i rekken.";
    office.get(&third).await.shown().says("Dette kommer studenten til å lese").says(why);
    let file = office.get(small.at("allocation/students.csv")).await.shown();
    file.says("Hvorfor, slik studenten leser det")
        .says(why)
        .says("Du sendte ingen ønsker, så det var ingenting å gi deg");
    office.press(small.at("publication")).await.done();
    town.now_is("2027-02-11 09:11");
    town.run_jobs().await;
    office.get(&third).await.shown().says("Dette leser studenten").says(why);
    student(&small, "s3").await.get("/my/placement").await.shown().says(why);
}

#[both_databases]
async fn the_overview_shows_the_result_until_it_is_read_and_then_the_place_until_it_is_over(town: Town) {
    let small = published(&town, Rules::default()).await;
    let third = student(&small, "s3").await;
    third.get("/").await.shown().says("Du har fått plass ved Place C.");
    third.press(format!("/my/rounds/{}/result/reading", small.round)).await.done();
    third.get("/").await.shown().says("Plassen din: Place C").says("Fra mandag 8. mars");
    town.now_is("2027-04-17 09:00");
    let third = student(&small, "s3").await;
    assert!(!third.get("/").await.shown().seen().contains("Plassen din"));
}

#[both_databases]
async fn publication_can_be_stopped_for_ten_minutes_and_then_no_more(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    small.draw().await;
    let office = small.office().await;
    office.get(small.at("publication")).await.shown().says("Publiser til 6 studenter og 2 steder");
    office.press(small.at("publication")).await.done();
    town.now_is("2027-02-11 09:09");
    town.run_jobs().await;
    assert_eq!(decisions(&small, "s1").await, []);
    office.press(small.at("publication/stop")).await.done();
    town.now_is("2027-02-11 09:30");
    town.run_jobs().await;
    assert_eq!((decisions(&small, "s1").await, seated(&small).await), (vec![], vec![]));
    office.press(small.at("publication")).await.done();
    town.now_is("2027-02-11 09:41");
    town.run_jobs().await;
    assert_eq!(decisions(&small, "s1").await.len(), 1);
    refused(office.press(small.at("publication/stop")).await, "Ingenting venter på å bli publisert");
    assert_eq!(mails(&small, small.institution, "placement").await.len(), 6);
}

#[both_databases]
async fn a_publication_that_is_stopped_and_asked_for_anew_waits_ten_minutes_of_its_own(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    small.draw().await;
    let office = small.office().await;
    town.now_is("2027-02-11 09:00");
    office.press(small.at("publication")).await.done();
    town.now_is("2027-02-11 09:05");
    office.press(small.at("publication/stop")).await.done();
    office.press(small.at("publication")).await.done();
    town.now_is("2027-02-11 09:12");
    town.run_jobs().await;
    assert_eq!(decisions(&small, "s1").await, [], "the first request publishes nothing");
    town.now_is("2027-02-11 09:16");
    town.run_jobs().await;
    assert_eq!(decisions(&small, "s1").await.len(), 1);
}

#[both_databases]
async fn nothing_is_published_without_a_draw_or_past_a_new_student(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    refused(small.office().await.press(small.at("publication")).await, "Trekningen er ikke kjørt");
    small.draw().await;
    small.add("s7", 70).await;
    refused(small.office().await.press(small.at("publication")).await, "Én student var ikke med i siste kjøring");
}

#[both_databases]
async fn the_host_sees_who_comes_and_nothing_else(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    let coordinator = town.holder(small.host, "Kari", Role::Coordinator).await;
    small.draw().await;
    small.office().await.press(small.at("publication")).await.done();
    town.now_is("2027-02-11 09:11");
    town.run_jobs().await;
    assert_eq!(
        mails(&small, small.host, "students-known").await,
        ["3 studenter kommer i uke 10–15 (8. mars – 16. april)"]
    );
    let host = town.sign_in(coordinator).await;
    let page = host.get("/host/students").await.shown();
    for told in ["Nordmann, s1", "s1@student.example", "Place A", "Nursing", "Fjell høgskole", "Home care"] {
        assert!(page.seen().contains(told), "{told}");
    }
    for kept in ["trekning", "ønske", "nummer", "s4@student.example", "klage"] {
        assert!(!page.seen().contains(kept), "the host reads of {kept}: {}", page.seen());
    }
    let file = host.get("/host/students.csv").await.shown().text;
    assert_eq!(file.lines().count(), 4, "{file}");
    assert_eq!(host.get(format!("/my/rounds/{}/result", small.round)).await.status, 404);
}

#[both_databases]
async fn who_withdraws_after_publication_frees_the_seat_and_the_host_is_told(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    let coordinator = town.holder(small.host, "Kari", Role::Coordinator).await;
    small.draw().await;
    small.office().await.press(small.at("publication")).await.done();
    town.now_is("2027-02-11 09:11");
    town.run_jobs().await;
    let person = small.person("s1").await;
    small
        .write(async |tx| {
            let round = rounds::find(&tx, small.round).await?;
            participants::withdraw(&tx, &round, person).await
        })
        .await;
    town.run_jobs().await;
    let kinds: Vec<_> = decisions(&small, "s1").await.iter().map(|one| (one.version, one.kind)).collect();
    assert_eq!(kinds, [(2, Kind::Withdrawn), (1, Kind::Placed)]);
    assert_eq!(seated(&small).await.len(), 2);
    let host = town.sign_in(coordinator).await.get("/host/students").await.shown();
    assert!(!host.seen().contains("s1@student.example") && host.seen().contains("s2@student.example"));
    assert_eq!(mails(&small, small.host, "students-known").await.len(), 2);
    student(&small, "s1")
        .await
        .get(format!("/my/rounds/{}/result", small.round))
        .await
        .shown()
        .says("Du har trukket deg");
    // The free seat goes to somebody who has none, and only that student and the host are told.
    small.place("s5", "A").await.done();
    town.run_jobs().await;
    let told = decisions(&small, "s5").await;
    assert_eq!(
        told.iter().map(|one| (one.version, one.kind)).collect::<Vec<_>>(),
        [(2, Kind::Placed), (1, Kind::Unplaced)]
    );
    assert_eq!(mails(&small, small.institution, "placement").await.len(), 7);
    let page = student(&small, "s5").await.get("/my/placement").await.shown();
    page.says("Place A").says("Plassen din er endret").says("Praksiskontoret ga deg denne plassen for hånd");
}

#[both_databases]
async fn a_student_confirms_the_reading_once(town: Town) {
    let small = published(&town, Rules::default()).await;
    let reader = student(&small, "s1").await;
    let href = format!("/my/rounds/{}/result/reading", small.round);
    assert_eq!(reader.press(&href).await.done(), format!("/my/rounds/{}/result", small.round));
    reader.press(&href).await.done();
    let noted = small
        .read(async |tx| {
            let sql = sea_orm::sea_query::Query::select()
                .column("id")
                .from("journal")
                .and_where(sea_orm::sea_query::Expr::col("kind").eq("placement-read"))
                .to_owned();
            Ok(tx.query_all(&sql).await?.len())
        })
        .await;
    assert_eq!(noted, 1);
    reader.get("/my/placement").await.shown().says("Du bekreftet torsdag 11. februar kl. 09.11 at du har lest dette.");
    let unread = Small::open(&town, Rules::default(), &[("t1", 1, &["A"])]).await;
    assert_eq!(
        student(&unread, "t1").await.press(format!("/my/rounds/{}/result/reading", unread.round)).await.status,
        404
    );
}

#[both_databases]
async fn decisions_are_never_changed_not_even_by_raw_sql(town: Town) {
    let small = published(&town, Rules::default()).await;
    for sql in
        ["UPDATE decisions SET kind = 'unplaced'", "DELETE FROM decisions", "DELETE FROM readings WHERE 1 = 0 OR 1 = 1"]
    {
        student(&small, "s1").await.press(format!("/my/rounds/{}/result/reading", small.round)).await.done();
        let tried =
            town.db().write(&Actor::portal(small.institution), async |tx| Ok(tx.execute_unprepared(sql).await?)).await;
        assert!(tried.is_err(), "{sql} went through");
    }
}

#[both_databases]
async fn the_seed_is_revealed_at_publication_and_keeps_the_promise(town: Town) {
    let small = Small::closed(&town, Rules { draw: "seed", ..Rules::default() }, &STUDENTS).await;
    let reader = student(&small, "s1").await;
    let seed = "5e".repeat(32);
    let promise = hex::encode(matching::Seed::from_hex(&seed).unwrap().promise());
    let before = reader.get(small.at("proof")).await.shown();
    assert!(before.seen().contains(&promise) && !before.text.contains(&seed));
    small.draw().await;
    assert_eq!(student(&small, "s1").await.get(small.at("proof")).await.text, before.text);
    small.office().await.press(small.at("publication")).await.done();
    town.now_is("2027-02-11 09:11");
    town.run_jobs().await;
    let proof = student(&small, "s1").await.get(small.at("proof")).await.shown();
    proof.says(&seed).says("færre enn 5").says("fotfeste allocate . --mechanism lottery --seed");
}
