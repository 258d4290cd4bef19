//! Every mechanism from the set-up to the student who reads why, through the web and through the command.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use base::RoundId;
use macros::both_databases;
use matching::{BanReason, Mechanism};
use placing::allocation;
use placing::pairs::{self, NewPair, Pair};
use placing::participants::{self, StudentRow};
use placing::rounds::{self, TypedTerms};

use crate::allocation::{Rules, STUDENTS, Small, Student};
use crate::testkit::Town;

/// Terms that are sound for this mechanism.
fn terms(mechanism: &str) -> TypedTerms {
    let short_lists = if matches!(mechanism, "mincost" | "greedymax" | "generous") { "complete" } else { "count" };
    TypedTerms {
        mechanism: mechanism.into(),
        short_lists: short_lists.into(),
        classes: "0: has worked there. 1: everybody else".into(),
        ..TypedTerms::default()
    }
}

fn ruled(mechanism: &str) -> Rules {
    Rules { terms: terms(mechanism), ..Rules::default() }
}

/// Notes what the office knows about some pairs.
async fn know(small: &Small, known: &[(&str, &str, Pair)]) {
    let mut new = vec![];
    for (student, place, pair) in known {
        new.push(NewPair { person: small.person(student).await, offer: small.offer(place).await, pair: *pair });
    }
    small
        .write(async |tx| {
            let round = rounds::find(&tx, small.round).await?;
            pairs::note(&tx, &round, &new, None).await
        })
        .await;
}

/// Asks for publication and lets ten minutes pass.
async fn publish(small: &Small) {
    small.office().await.press(small.at("publication")).await.done();
    small.town.now_is("2027-02-11 09:11");
    small.town.run_jobs().await;
}

/// What a student reads about the own result.
async fn told(small: &Small, student: &str) -> crate::testkit::Reply {
    let reader = small.town.sign_in(small.person(student).await).await;
    reader.get(format!("/my/rounds/{}/result?lang=en", small.round)).await.shown()
}

async fn places(small: &Small) -> Vec<(String, Option<String>)> {
    let result = small.result().await;
    let row = |line: &str| {
        let mut fields = line.split(',').map(str::to_owned);
        let (student, place) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        (student, Some(place).filter(|place| !place.is_empty()))
    };
    result.lines().skip(1).map(row).collect()
}

fn placed(pairs: &[(&str, &str)]) -> Vec<(String, Option<String>)> {
    let all: BTreeMap<_, _> = pairs.iter().copied().collect();
    ["s1", "s2", "s3", "s4", "s5", "s6"]
        .map(|key| (key.to_owned(), all.get(key).map(|place| (*place).to_owned())))
        .into()
}

/// A round in which everything that can stand in the files does: a seed, somebody late, a ban, a limit of travel, a
/// group, a short list that is completed, and somebody without wishes who takes part last.
async fn crowded(town: &Town, mechanism: &str) -> Small {
    let mut terms = terms(mechanism);
    terms.short_lists = "complete".into();
    terms.travel_limit = "60".into();
    terms.cost = "1,4,9".into();
    let rules = Rules { draw: "seed", no_wishes: "last", wishes_min: "2", terms };
    let small = Small::closed(town, rules, &STUDENTS).await;
    let grouped = ["g1", "g2"];
    let rows: Vec<StudentRow> = grouped.iter().map(|key| crate::allocation::grouped_row(key, "pair")).collect();
    small
        .write(async |tx| {
            let round = rounds::find(&tx, small.round).await?;
            participants::register(&tx, &round, &rows).await.map(drop)
        })
        .await;
    for key in grouped {
        small.wish(key, &["A=B"], true).await;
    }
    let class = |class| Pair { class: Some(class), ..Pair::default() };
    let known = [
        ("s1", "A", class(1)),
        ("s2", "A", Pair { ban: Some(BanReason::Relative), ..class(2) }),
        ("s3", "A", Pair { travel_minutes: Some(61), ..Pair::default() }),
        ("s3", "B", Pair { travel_minutes: Some(12), ..class(3) }),
    ];
    know(&small, &known).await;
    small
}

/// Runs `fotfeste` with these words in a folder.
fn fotfeste(folder: &Path, command: &str) -> String {
    let mut words = command.split(' ');
    assert_eq!(words.next(), Some("fotfeste"));
    let ran = Command::new(env!("CARGO_BIN_EXE_fotfeste")).args(words).current_dir(folder).output().unwrap();
    assert!(ran.status.success(), "{command}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

/// What stands in the page as code and begins so.
fn command_of(page: &str, begins: &str) -> String {
    let at = page.find(begins).unwrap_or_else(|| panic!("no {begins} in the page"));
    page[at..].split('<').next().unwrap_or_default().to_owned()
}

#[both_databases]
async fn every_run_can_be_repeated_and_checked_by_command_byte_for_byte(town: Town) {
    for (mechanism, _) in Mechanism::NAMES {
        let small = crowded(&town, mechanism).await;
        small.draw().await;
        let office = small.office().await;
        let hidden = office.get(small.at("input/certificate.json")).await;
        assert_eq!(hidden.status, 404, "the certificate holds the seed, which is a secret until publication");
        publish(&small).await;
        let office = small.office().await;
        let folder = tempfile::tempdir().unwrap();
        let fetch = async |file: &str| office.get(small.at(&format!("input/{file}"))).await.shown().text;
        for file in ["hosts.csv", "places.csv", "students.csv", "wishes.csv", "bans.csv", "turns.csv"] {
            std::fs::write(folder.path().join(file), fetch(file).await).unwrap();
        }
        let proof = office.get(small.at("proof?lang=en")).await.shown().text;
        fotfeste(folder.path(), &command_of(&proof, "fotfeste allocate . "));
        for file in ["allocation.csv", "certificate.json"] {
            let repeated = std::fs::read_to_string(folder.path().join(file)).unwrap();
            assert!(repeated == fetch(file).await, "{mechanism}: {file} differs between web and command");
        }
        let proven = fotfeste(folder.path(), &command_of(&proof, "fotfeste allocate verify . "));
        assert!(proven.ends_with("true\n"), "{proven}");
        town.now_is("2027-02-01 09:00");
    }
}

#[both_databases]
async fn under_priority_a_student_reads_the_class_and_number_that_got_in(town: Town) {
    let small = Small::closed(&town, ruled("priority"), &STUDENTS).await;
    let behind = Pair { class: Some(1), ..Pair::default() };
    know(&small, &[("s1", "A", behind), ("s2", "A", behind), ("s3", "A", behind)]).await;
    small.draw().await;
    // s4 and s5 stand in class 0 and fill the hospital, until s3 comes to B with a lower number than s4.
    assert_eq!(places(&small).await, placed(&[("s2", "C"), ("s3", "B"), ("s5", "A")]));
    publish(&small).await;
    told(&small, "s1")
        .await
        .says("6 students took part, and you drew number 1. At each place the priority classes went first")
        .says("Hospital takes 2 students in all, and all these seats were taken.")
        .says("The last who got in was of class 0 with number 5. You were of class 1 with number 1.");
    let proof = small.office().await.get(small.at("proof?lang=en")).await.shown();
    proof.says("nobody has a seat which somebody who stands before them there would rather have");
}

#[both_databases]
async fn under_an_optimiser_a_student_reads_what_the_others_would_have_lost(town: Town) {
    let small = Small::closed(&town, ruled("mincost"), &STUDENTS).await;
    small.draw().await;
    // Three seats in all: two first wishes at the hospital, and C goes to somebody who ranked it second.
    assert_eq!(places(&small).await, placed(&[("s1", "A"), ("s2", "A"), ("s4", "C")]));
    publish(&small).await;
    told(&small, "s3")
        .await
        .says("looked at together, by the rule “Most placed, then wishes taken together”")
        .says("None of your 3 wishes came true.")
        .says("A way in which you get it may be just as good for all.")
        .says("the wishes of everybody together, yours among them, would come out at least one step further down");
    told(&small, "s1").await.says("You got one of the 2 places here.");
}

#[both_databases]
async fn each_optimiser_tells_its_own_loss(town: Town) {
    // The three seats go to three first wishes. With A for s3, as second wish, one of these would not come true.
    let students: [Student<'_>; 5] =
        [("s1", 10, &["A"]), ("s2", 20, &["A"]), ("s3", 40, &["C", "A"]), ("s4", 30, &["C"]), ("s5", 50, &["A"])];
    let expected = [
        ("rankmax", "at least one student fewer would have the first wish"),
        ("greedymax", "at least one student fewer would have the first wish"),
        ("generous", "at least one student more would end at wish 2 or further down"),
    ];
    for (mechanism, loss) in expected {
        town.now_is("2027-01-20 09:00");
        let small = Small::closed(&town, ruled(mechanism), &students).await;
        small.draw().await;
        assert_eq!(
            small.result().await,
            "student_id,place_id,rank\ns1,A,1\ns2,A,1\ns3,,\ns4,C,1\ns5,,\n",
            "{mechanism}"
        );
        publish(&small).await;
        told(&small, "s3").await.says(loss);
    }
}

#[both_databases]
async fn what_is_not_considered_added_or_kept_together_is_told(town: Town) {
    let mut terms = terms("mincost");
    terms.travel_limit = "60".into();
    let rules = Rules { wishes_min: "2", terms, ..Rules::default() };
    let students: [Student<'_>; 4] =
        [("s1", 10, &["A", "C"]), ("s2", 20, &["A"]), ("s3", 30, &["B", "C"]), ("s4", 40, &["A"])];
    let small = Small::closed(&town, rules, &students).await;
    let known = [
        ("s1", "A", Pair { ban: Some(BanReason::OwnWorkplace), ..Pair::default() }),
        ("s3", "B", Pair { travel_minutes: Some(75), ..Pair::default() }),
    ];
    know(&small, &known).await;
    small.draw().await;
    publish(&small).await;
    told(&small, "s1").await.says("Wish 1, Place A: the office has noted that you work there.");
    told(&small, "s3").await.says("Wish 1, Place B: it is 75 minutes away, and the round’s limit is 60.");
    told(&small, "s2")
        .await
        .says("Your list was shorter than the round asked for, so the rule added 2 places to its end.");
    // Nobody else reads of the ban.
    for key in ["s2", "s3", "s4"] {
        assert!(!told(&small, key).await.text.contains("work there"));
    }
}

#[both_databases]
async fn a_group_is_seated_together_first_and_told_so(town: Town) {
    let small = Small::closed(&town, ruled("lottery"), &[("s1", 10, &["A", "C"])]).await;
    let rows = ["g1", "g2"].map(|key| crate::allocation::grouped_row(key, "pair"));
    small
        .write(async |tx| {
            let round = rounds::find(&tx, small.round).await?;
            participants::register(&tx, &round, &rows).await.map(drop)
        })
        .await;
    for key in ["g1", "g2"] {
        small.wish(key, &["A"], true).await;
    }
    small.draw().await;
    let result = small.result().await;
    assert_eq!(result, "student_id,place_id,rank\ng1,A,1\ng2,A,1\ns1,C,2\n");
    publish(&small).await;
    told(&small, "g1").await.says("Your group of 2 was seated together at Hospital first");
}

#[both_databases]
async fn the_mechanism_is_told_at_the_announcement_and_stands_from_then_on(town: Town) {
    let small = Small::open(&town, ruled("generous"), &STUDENTS).await;
    let student = town.sign_in(small.person("s1").await).await;
    let rules = student.get(format!("/my/rounds/{}?lang=en", small.round)).await.shown();
    rules
        .says("The mechanism is: Most placed, fewest far down their list.")
        .says("as few as possible get the last wish on the longest list");
    let office = small.office().await;
    assert_eq!(office.get(small.at("setup")).await.done(), small.at("rules"));
    let fields = [("mechanism", "lottery"), ("edition", "2")];
    let refused = office.post(small.at("setup"), fields).await;
    assert!(refused.status.is_client_error(), "{}", refused.status);
    let kept = small.read(async |tx| Ok(rounds::find(&tx, small.round).await?.plan().mechanism())).await;
    assert_eq!(kept, Some(Mechanism::Generous));
    let mails = small.read(async |tx| Ok(mails_of(&tx, small.round).await?)).await;
    assert_eq!(mails.len(), 6, "one for each student");
    assert!(mails.iter().all(|body| body.contains("Flest med plass, færrest langt nede på listen")), "{mails:?}");
}

/// Bodies of the mails that announce a round.
async fn mails_of(tx: &kit::db::Tx, round: RoundId) -> Result<Vec<String>, kit::fault::Fault> {
    use sea_orm::ConnectionTrait;
    let sql = "SELECT body FROM mails WHERE kind = 'round-announced' AND unique_key LIKE $1 ORDER BY id";
    let like = format!("%{round}%");
    let statement = sea_orm::Statement::from_sql_and_values(tx.get_database_backend(), sql, [like.into()]);
    let rows = tx.query_all_raw(statement).await?;
    Ok(rows.iter().map(|row| row.try_get::<String>("", "body")).collect::<Result<_, _>>()?)
}

#[both_databases]
async fn a_round_by_hand_has_no_run_and_is_published_all_the_same(town: Town) {
    let small = Small::closed(&town, ruled("manual"), &STUDENTS).await;
    small.office().await.press(small.at("runs")).await.refused_with("allocation-by-hand-only");
    let page = small.office().await.get(small.at("allocation?lang=en")).await.shown();
    assert!(!page.text.contains("/runs\""), "there is nothing to run");
    small.place("s3", "B").await.done();
    small.place("s6", "C").await.done();
    publish(&small).await;
    assert_eq!(places(&small).await, placed(&[("s3", "B"), ("s6", "C")]));
    told(&small, "s3").await.says("The placement office gave you this place by hand");
    told(&small, "s1").await.says("You do not have a place yet");
    small.office().await.get(small.at("proof?lang=en")).await.shown().says("everybody was placed by hand");
}

#[both_databases]
async fn all_mechanisms_are_compared_for_the_office_and_nothing_changes(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    let page = small.at("comparison?lang=en");
    small.office().await.get(&page).await.shown().says("There is no run to compare with yet.");
    small.office().await.press(small.at("comparison")).await.refused_with("allocation-no-run");
    small.draw().await;
    let before = small.result().await;
    small.office().await.press(small.at("comparison")).await.done();
    small.office().await.get(&page).await.shown().says("The comparison is being worked out.");
    town.run_jobs().await;
    assert_eq!(small.result().await, before);
    let shown = small.office().await.get(&page).await.shown();
    // lottery: two first wishes and one third; mincost: two first and one second.
    shown
        .says("Lottery this round 3 3 2 0 1 0 5 3 – –")
        .says("Most placed, then wishes taken together 3 3 2 1 0 0 4 2 – 2");
    small.office().await.press(small.at("comparison")).await.refused_with("allocation-compared");
    let differ = small.office().await.get(small.at("comparison?other=mincost&lang=en")).await.shown();
    differ.says("2 students").says("Place C, wish 3 no place").says("no place Place C, wish 2");
    let student = town.sign_in(small.person("s3").await).await;
    assert_eq!(student.get(small.at("comparison")).await.status, 404);
}

#[both_databases]
async fn no_word_of_a_reason_is_missing_in_any_language(town: Town) {
    let small = crowded(&town, "mincost").await;
    small.draw().await;
    publish(&small).await;
    for lang in ["en", "nb", "nn", "da"] {
        for key in ["s1", "s2", "s3", "s4", "s5", "s6", "g1"] {
            let reader = town.sign_in(small.person(key).await).await;
            let page = reader.get(format!("/my/rounds/{}/result?lang={lang}", small.round)).await.shown().seen();
            assert!(!page.contains('{') && !page.contains("placements-"), "{lang}: {page}");
        }
    }
    assert!(
        small.read(async |tx| Ok(allocation::round_of(&tx, small.round).await?.0.plan().mechanism())).await.is_some()
    );
}
