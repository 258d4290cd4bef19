//! What the list of students promises: who is in it, who is late, who has left, and what the office finds.

use axum::http::StatusCode;
use macros::both_databases;
use placing::participants::{self, State};
use placing::{rounds, sites};

use crate::testkit::{Town, TownRound, student_row};

async fn all(round: &TownRound) -> Vec<participants::Participant> {
    let look = async |tx| participants::of_round(&tx, &rounds::find(&tx, round.id).await?).await;
    round.town.db().read(&round.actor(), look).await.unwrap()
}

#[both_databases]
async fn an_import_adds_changes_and_can_be_undone(town: Town) {
    let round = town.round().await;
    let first = round.students(2).await;
    let mut rows = vec![student_row(2, "Student2"), student_row(3, "Ny")];
    rows[0].subject = "Vernepleie".into();
    let register = async |tx| participants::register(&tx, &rounds::find(&tx, round.id).await?, &rows).await;
    let changes = town.db().write(&round.actor(), register).await.unwrap();
    assert_eq!(changes.iter().map(|change| change.before.is_none()).collect::<Vec<_>>(), [false, true]);
    let now = all(&round).await;
    assert_eq!(
        now.iter().map(|student| student.part.subject.as_str()).collect::<Vec<_>>(),
        ["Sykepleie", "Vernepleie", "Sykepleie"]
    );
    assert_eq!(now[1].person, first[1], "the same number is the same student");
    let undo = async |tx| participants::undo(&tx, &rounds::find(&tx, round.id).await?, &changes).await;
    town.db().write(&round.actor(), undo).await.unwrap();
    assert_eq!(
        all(&round).await.iter().map(|student| student.part.subject.as_str()).collect::<Vec<_>>(),
        ["Sykepleie"; 2]
    );
    let again = town.db().write(&round.actor(), undo).await.unwrap_err();
    assert_eq!(again.problem().unwrap().name(), "student-in-use", "what somebody changed since is not undone");
}

#[both_databases]
async fn whoever_comes_after_the_window_is_late(town: Town) {
    let round = town.round().await;
    town.offer("Avdeling 3").in_round(&round).await;
    round.students(1).await;
    round.announced().await;
    town.now_is("2027-02-10 14:59");
    town.run_jobs().await;
    let office = round.office().await;
    let form = |number: &'static str| {
        [
            ("outside_key", number),
            ("given_name", "Sen"),
            ("family_name", "Ås"),
            ("subject", "Sykepleie"),
            ("period", "1"),
        ]
    };
    office.post(round.url("/students/new"), form("s90001")).await.done();
    town.now_is("2027-02-10 15:00");
    office.get(round.url("/students/new")).await.shown().says("Ønskene er stengt, så studenten regnes som sen");
    office.post(round.url("/students/new"), form("s90002")).await.done();
    let again = office.post(round.url("/students/new"), form("s90002")).await;
    assert_eq!(again.status, 422);
    again.says("Studentnummer «s90002» deltar alt");
    assert_eq!(all(&round).await.iter().map(|student| student.late).collect::<Vec<_>>(), [false, false, true]);
    office.get(round.url("/students?standing=late")).await.shown().says("s90002").says("Én student");
}

#[both_databases]
async fn a_bad_student_form_names_each_field_and_keeps_what_was_typed(town: Town) {
    let round = town.round().await;
    let office = round.office().await;
    let sent =
        [("outside_key", "s1"), ("family_name", "Berg"), ("email", "ikke noe"), ("lottery", "-3"), ("phone", "12")];
    let reply = office.post(round.url("/students/new"), sent).await;
    assert_eq!(reply.status, 422);
    assert!(reply.text.contains("value=\"ikke noe\"") && reply.text.contains("value=\"-3\""));
    reply.says("«-3» er ikke et helt tall fra 0");
    assert_eq!(all(&round).await, []);
}

#[both_databases]
async fn a_student_who_withdraws_frees_the_seat_and_moves_nobody(town: Town) {
    let round = town.round().await;
    let ward = town.offer("Avdeling 3").seats(2).in_round(&round).await;
    let students = round.students(2).await;
    round.announced().await;
    town.run_jobs().await;
    let seat = async |tx: kit::db::Tx| {
        let found = rounds::find(&tx, round.id).await?;
        let owner = sites::access::may_administer(tx.actor(), &found)?;
        for student in &students {
            sites::take(&tx, owner, &found, ward, *student).await?;
        }
        Ok(())
    };
    town.db().write(&round.actor(), seat).await.unwrap();
    let reader = town.sign_in(students[0]).await;
    let mine = format!("/my/rounds/{}", round.id);
    reader.get(format!("{mine}/withdrawal")).await.shown().says("Trekk deg fra Vår 2027");
    reader.press(format!("{mine}/withdrawal")).await.done();
    reader.get(&mine).await.shown().says("Du har trukket deg fra denne runden");
    assert_eq!(reader.press(format!("{mine}/withdrawal")).await.status, 409);
    let held = async |tx: kit::db::Tx| {
        let found = rounds::find(&tx, round.id).await?;
        let owner = sites::access::may_administer(tx.actor(), &found)?;
        sites::seated(&tx, owner, &found).await
    };
    assert_eq!(town.db().read(&round.actor(), held).await.unwrap(), [(students[1], ward)]);
    assert_eq!(all(&round).await[0].state, State::Withdrawn);
}

#[both_databases]
async fn whoever_the_office_takes_out_is_told(town: Town) {
    let round = town.round().await;
    town.offer("Avdeling 3").in_round(&round).await;
    let students = round.students(2).await;
    round.announced().await;
    let office = round.office().await;
    let out = round.url(&format!("/students/{}/withdrawal", students[0]));
    office.get(&out).await.shown().says("Ta Student1 Solbakken ut av runden");
    office.press(&out).await.done();
    assert_eq!(round.mails_to(students[0]).await, ["Du er ute av Vår 2027"]);
    office.get(round.url("/students?standing=withdrawn")).await.shown().says("Solbakken, Student1").says("Én student");
    let other = town.round().await;
    assert_eq!(office.press(other.url(&format!("/students/{}/withdrawal", students[1]))).await.status, 404);
}

#[both_databases]
async fn whoever_left_by_mistake_is_taken_back_in_and_after_the_window_is_late(town: Town) {
    let round = town.round().await;
    town.offer("Avdeling 3").in_round(&round).await;
    let students = round.students(2).await;
    round.announced().await;
    let office = round.office().await;
    let address = |student, act: &str| round.url(&format!("/students/{student}/{act}"));
    for student in &students {
        office.press(address(student, "withdrawal")).await.done();
    }
    office.get(round.url("/students")).await.shown().says("Ta inn igjen");
    office.press(address(&students[0], "readmission")).await.done();
    town.now_is("2027-02-10 15:00");
    let office = round.office().await; // the first session has run out
    office.press(address(&students[1], "readmission")).await.done();
    let now: Vec<_> = all(&round).await.into_iter().map(|student| (student.state, student.late)).collect();
    assert_eq!(now, [(State::Active, false), (State::Active, true)]);
    let told = round.mails_to(students[1]).await;
    assert!(told.contains(&"Du er med i Vår 2027 igjen".to_owned()), "{told:?}");
    office.press(address(&students[1], "readmission")).await.refused_with("takes-part");
    let other = town.round().await;
    let strange = other.url(&format!("/students/{}/readmission", students[1]));
    assert_eq!(office.press(strange).await.status, 404);
}

#[both_databases]
async fn the_list_finds_sorts_and_exports_what_it_shows_in_few_questions(town: Town) {
    let round = town.round().await;
    let names = ["Åse", "Ærlend", "Øyvind", "Berit", "=1+1"];
    let rows = names.iter().enumerate().map(|(at, name)| {
        let mut row = student_row(at, name);
        row.student.person.name = people::persons::PersonName::new("Kim", name).unwrap();
        row
    });
    let rows: Vec<_> = rows.collect();
    let register = async |tx| participants::register(&tx, &rounds::find(&tx, round.id).await?, &rows).await;
    town.db().write(&round.actor(), register).await.unwrap();
    let office = round.office().await;
    let before = town.db().queries();
    let page = office.get(round.url("/students?sort=name")).await.shown();
    assert!(town.db().queries() - before <= 12, "{} questions for a list", town.db().queries() - before);
    let seen = page.seen();
    let order: Vec<usize> =
        ["Berit,", "Ærlend,", "Øyvind,", "Åse,"].iter().map(|name| seen.find(name).unwrap()).collect();
    assert!(order.is_sorted(), "{seen}");
    office.get(round.url("/students?q=%C3%A6rl")).await.shown().says("Én student").says("Ærlend");
    office.get(round.url("/students?q=s00003")).await.shown().says("Én student").says("Berit");
    office.get(round.url("/students?q=100%25")).await.shown().says("Ingen student passer");
    let file = office.get(round.url("/students.csv?q=s0000")).await.shown();
    assert!(
        file.header("content-disposition").contains("studenter-var-2027.csv"),
        "{}",
        file.header("content-disposition")
    );
    assert_eq!(file.text.lines().count(), 6);
    assert!(!file.text.contains(";=1+1") && !file.text.contains(";\"=1+1"), "a cell is a formula: {}", file.text);
}

#[both_databases]
async fn the_list_can_be_narrowed_to_each_subject_that_somebody_studies(town: Town) {
    let round = town.round().await;
    let subjects = ["Vernepleie", "Sykepleie", "Radiografi", "Sykepleie", "Vernepleie"];
    let rows = subjects.iter().enumerate().map(|(at, subject)| {
        let mut row = student_row(at, &format!("Etternavn{at}"));
        row.subject = (*subject).into();
        row
    });
    let rows: Vec<_> = rows.collect();
    let register = async |tx| participants::register(&tx, &rounds::find(&tx, round.id).await?, &rows).await;
    town.db().write(&round.actor(), register).await.unwrap();
    let office = round.office().await;
    let page = office.get(round.url("/students")).await.shown();
    let options: Vec<&str> = page
        .text
        .split("<option value=\"")
        .filter_map(|rest| rest.split('"').next())
        .filter(|value| subjects.contains(value))
        .collect();
    assert_eq!(options, ["Radiografi", "Sykepleie", "Vernepleie"]);
    let two = office.get(round.url("/students?subject=Vernepleie")).await.shown().says("Etternavn0").says("Etternavn4");
    assert!(!two.seen().contains("Etternavn1"), "{}", two.seen());
}

#[both_databases]
async fn several_students_leave_only_once_it_is_confirmed_and_can_be_taken_back(town: Town) {
    let (_, round, administrator) = town.round_of_students(4).await;
    let office = town.sign_in(administrator).await;
    let list = office.get(format!("/rounds/{round}/students")).await.shown().text;
    let ids: Vec<String> = list
        .split("name=\"students\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(ids.len(), 4);
    let ticked = |ids: &[String]| ids.iter().map(|id| ("students", id.clone())).collect::<Vec<_>>();
    let before = town.journal_entries().await;
    let preview = office.post(format!("/rounds/{round}/withdrawals/preview"), ticked(&ids[..3])).await.shown();
    preview.says("Ta 3 studenter ut av runden?").says("Ingenting har skjedd ennå").says("Går ut av runden");
    let none = office.post(format!("/rounds/{round}/withdrawals/preview"), ticked(&[])).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(town.journal_entries().await, before, "looking at what would change changed something");
    let changes = office.post(format!("/rounds/{round}/withdrawals"), ticked(&ids[..3])).await.done();
    assert_eq!(changes, format!("/rounds/{round}/changes"));
    let again = office.post(format!("/rounds/{round}/withdrawals/preview"), ticked(&ids)).await.shown();
    again.says("Ta én student ut av runden?").says("Har allerede gått ut; ingenting endres");
    let page = office.get(&changes).await.shown();
    assert_eq!(page.text.matches("/readmission\"").count(), 3, "{}", page.seen());
    office.press(format!("/rounds/{round}/students/{}/readmission", ids[0])).await.done();
    let page = office.get(&changes).await.shown();
    assert_eq!(page.text.matches("/readmission\"").count(), 2, "{}", page.seen());
    town.run_jobs().await;
}

#[both_databases]
async fn a_whole_list_leaves_as_it_was_shown_and_not_as_it_has_become(town: Town) {
    let (_, round, administrator) = town.round_of_students(6).await;
    let office = town.sign_in(administrator).await;
    let list = office.get(format!("/rounds/{round}/students?q=Stor-00003&lang=en")).await.shown();
    list.says("Take all 1 in the list out");
    let preview = format!("/rounds/{round}/withdrawals/preview?lang=en");
    let whole = [("whole", "yes"), ("q", "Nordmann"), ("subject", "Storfag"), ("standing", "")];
    let before = town.journal_entries().await;
    let shown = office.post(&preview, whole).await.shown();
    assert!(shown.seen().contains("Take 6 students out"), "{}", shown.seen());
    assert_eq!(town.journal_entries().await, before, "looking at what would change changed something");
    let seen =
        shown.text.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let added = [
        ("outside_key", "0099"),
        ("given_name", "Ny"),
        ("family_name", "Nordmann"),
        ("subject", "Storfag"),
        ("period", "1"),
    ];
    office.post(format!("/rounds/{round}/students/new"), added).await.done();
    let confirm = |seen: &str| {
        let mut fields: Vec<(&str, String)> = whole.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        fields.push(("seen", seen.to_owned()));
        fields
    };
    let path = format!("/rounds/{round}/withdrawals?lang=en");
    let refused = office.post(&path, confirm(&seen)).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(
        refused.seen().contains("Take 7 students out") && refused.seen().contains("has changed"),
        "{}",
        refused.seen()
    );
    let seen =
        refused.text.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    assert_eq!(office.post(&path, confirm(&seen)).await.done(), format!("/rounds/{round}/changes"));
    let left = office.get(format!("/rounds/{round}/students?standing=withdrawn&lang=en")).await.shown();
    assert!(left.seen().contains("7 students"), "{}", left.seen());
    town.run_jobs().await;
}

#[both_databases]
async fn a_long_list_leaves_by_a_job_that_shows_how_far_it_has_come(town: Town) {
    let (_, round, administrator) = town.round_of_students(230).await;
    let office = town.sign_in(administrator).await;
    let whole = [("whole", "yes"), ("q", ""), ("subject", ""), ("standing", "")];
    let shown = office.post(format!("/rounds/{round}/withdrawals/preview?lang=en"), whole).await.shown();
    assert!(shown.seen().contains("And 30 more"), "{}", shown.seen());
    let seen = shown.text.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let mut fields = whole.to_vec();
    fields.push(("seen", seen));
    let job = office.post(format!("/rounds/{round}/withdrawals"), fields).await.done();
    assert!(job.starts_with("/jobs/"), "{job}");
    town.run_jobs().await;
    let left = office.get(format!("/rounds/{round}/students?standing=withdrawn&lang=en")).await.shown();
    assert!(left.seen().contains("230 students"), "{}", left.seen());
}
