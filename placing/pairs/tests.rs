//! What the office knows about students at places: from a file, by hand, with a wish file, and back again.

use macros::both_databases;
use matching::BanReason;
use placing::pairs::{self, Pair};
use placing::rounds;

use crate::allocation::{Rules, STUDENTS, Small};
use crate::testkit::{Reader, Town};

async fn pair(small: &Small, student: &str, place: &str) -> Option<Pair> {
    let (person, offer) = (small.person(student).await, small.offer(place).await);
    small
        .read(async |tx| {
            let round = rounds::find(&tx, small.round).await?;
            let owner = pairs::access::may_keep(tx.actor(), &round)?;
            Ok(pairs::of_round(&tx, owner, &round).await?.get(&(person, offer)).copied())
        })
        .await
}

async fn upload(small: &Small, office: &Reader, kind: &str, content: &str) -> String {
    office.upload(small.at("imports"), &[("kind", kind)], "file.csv", content.as_bytes()).await.done()
}

#[both_databases]
async fn a_file_of_pairs_is_previewed_written_and_taken_back(town: Town) {
    let small = Small::open(&town, Rules::default(), &STUDENTS).await;
    let office = small.office().await;
    let wrong = "student_id,place_id,prio,travel_min,ban\ns1,A,1,30,\ns9,A,1,,\ns2,Z,x,-1,love\n";
    let address = upload(&small, &office, "pairs", wrong).await;
    let preview = office.get(format!("{address}?lang=en")).await.shown();
    preview.says("s9").says("own_workplace, relative or other").says("from 0 to 1,440");
    let address =
        upload(&small, &office, "pairs", "student_id,place_id,prio,travel_min,ban\ns1,A,1,30,\ns2,A,,,relative\n")
            .await;
    office.press(format!("{address}/import")).await.done();
    town.run_jobs().await;
    let known = Pair { class: Some(1), travel_minutes: Some(30), ban: None };
    assert_eq!(pair(&small, "s1", "A").await, Some(known));
    assert_eq!(pair(&small, "s2", "A").await, Some(Pair { ban: Some(BanReason::Relative), ..Pair::default() }));
    let office = small.office().await;
    office.get(small.at("pairs?lang=en")).await.shown().says("2 pairs").says("A relative is there");
    office.get(small.at("pairs?only=bans&lang=en")).await.shown().says("1 pair");
    office.press(format!("{address}/undo")).await.done();
    town.run_jobs().await;
    assert_eq!((pair(&small, "s1", "A").await, pair(&small, "s2", "A").await), (None, None));
}

#[both_databases]
async fn one_pair_is_noted_by_hand_changed_and_forgotten(town: Town) {
    let small = Small::open(&town, Rules::default(), &STUDENTS).await;
    let office = small.office().await;
    let send = async |fields: [(&'static str, &'static str); 5]| office.post(small.at("pairs"), fields).await;
    let form = |student, prio, travel, ban| {
        [("student_id", student), ("place_id", "A"), ("prio", prio), ("travel_min", travel), ("ban", ban)]
    };
    send(form("s1", "2", "45", "other")).await.done();
    let known = Pair { class: Some(2), travel_minutes: Some(45), ban: Some(BanReason::Other) };
    assert_eq!(pair(&small, "s1", "A").await, Some(known));
    let wrong = send(form("nobody", "1000", "soon", "love")).await;
    assert_eq!(wrong.status, 422);
    wrong.says("nobody").says("fra 0 til 999").says("soon").says("love");
    send(form("s1", "0", "", "")).await.done();
    assert_eq!(pair(&small, "s1", "A").await, Some(Pair { class: Some(0), ..Pair::default() }));
    send(form("s1", "", "", "")).await.done();
    assert_eq!(pair(&small, "s1", "A").await, None);
}

#[both_databases]
async fn a_file_of_wishes_may_bring_class_and_travel_and_leaves_bans_alone(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    let office = small.office().await;
    let ban = [("student_id", "s1"), ("place_id", "A"), ("prio", ""), ("travel_min", ""), ("ban", "relative")];
    office.post(small.at("pairs"), ban).await.done();
    let wrong = upload(&small, &office, "wishes", "student_id,rank,place_id,travel_min,prio\ns1,1,A,far,0\n").await;
    office.get(format!("{wrong}?lang=en")).await.shown().says("“far”");
    let address = upload(&small, &office, "wishes", "student_id,rank,place_id,travel_min,prio\ns1,1,A,20,3\n").await;
    office.press(format!("{address}/import")).await.done();
    town.run_jobs().await;
    let known = Pair { class: Some(3), travel_minutes: Some(20), ban: Some(BanReason::Relative) };
    assert_eq!(pair(&small, "s1", "A").await, Some(known));
    // The engine's own file has both columns, and reads what was kept.
    small.draw().await;
    let wishes = small.office().await.get(small.at("input/wishes.csv")).await.shown();
    assert!(wishes.text.contains("s1,1,A,20,3\n"), "{}", wishes.text);
}
