//! What threads promise: each party reads and answers, nobody else does, and nothing that was typed is lost.

use axum::http::StatusCode;
use macros::both_databases;

use crate::testkit::{Reader, Reply, Town, Village};

const TEXT: &[u8] = "Hei fra vedlegget".as_bytes();

async fn write(reader: &Reader, path: &str, body: &str, key: &str) -> Reply {
    reader.upload_as(path, &[("body", body), ("request_key", key)], "files", "", b"").await
}

/// Every address where a thread begins in a village.
fn beginnings(village: &Village) -> [String; 3] {
    let (round, student, host) = (&village.ids["rounds"], village.student, village.host);
    [
        format!("/rounds/{round}/students/{student}/thread"),
        format!("/rounds/{round}/placements/{student}/thread"),
        format!("/rounds/{round}/hosts/{host}/thread"),
    ]
}

#[both_databases]
async fn a_student_asks_and_the_office_answers(town: Town) {
    let village = town.village("Mjøs").await;
    let (student, office) = (town.sign_in(village.student).await, town.sign_in(village.administrator).await);
    let path = &beginnings(&village)[0];
    student.get(path).await.shown().says("Ingen har skrevet noe her ennå");
    let fields = [("body", "Kan jeg begynne en dag senere?\nHilsen meg"), ("request_key", "ask-the-office")];
    let address = student.upload_as(path, &fields, "files", "Brev.txt", TEXT).await.done();
    let thread = address.trim_end_matches("#latest").to_owned();
    assert_eq!(student.get(path).await.done(), thread);
    let list = office.get("/messages").await.shown().says("Kan jeg begynne en dag senere? Hilsen meg");
    assert!(list.seen().contains("2 samtaler"), "{}", list.seen());
    office.get("/").await.shown().says("2 samtaler med nye meldinger");
    let page = office.get(&thread).await.shown().says("Kan jeg begynne en dag senere?").says("Ny").says("Brev.txt");
    let file = page.text.split("href=\"").find(|rest| rest.contains("/files/")).unwrap().split('"').next().unwrap();
    let file = office.get(file).await.shown();
    assert_eq!(file.text.as_bytes(), TEXT);
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"brev.txt\"");
    assert_eq!(file.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    // Looking is seeing: nothing is new any more, but the office's side still owes an answer.
    assert!(!office.get("/messages?state=unread").await.shown().seen().contains("en dag senere"));
    office.get("/messages").await.shown().says("Venter på dere");
    assert_eq!(write(&office, &thread, "Ja, det går fint.", "answer-the-student").await.done(), address);
    student.get("/messages?state=unread").await.shown().says("Ja, det går fint.");
    student.get(&thread).await.shown().says("Ja, det går fint.").says("Mjøs Nordmann").says("praksiskontoret");
    student.get("/messages?state=unread").await.shown().says("Ingen meldinger passer");
    town.run_jobs().await;
}

#[both_databases]
async fn all_three_parties_meet_about_a_placement_and_nobody_else(town: Town) {
    let village = town.village("Mjøs").await;
    let other = town.village("Fjord").await;
    let path = &beginnings(&village)[1];
    let host = town.sign_in(village.coordinator).await;
    let thread = host.get(path).await.done();
    write(&host, &thread, "Velkommen på mandag.", "welcome-to-us").await.done();
    for person in [village.student, village.administrator] {
        town.sign_in(person).await.get(&thread).await.shown().says("Velkommen på mandag.").says("Mjøs kommune");
    }
    let strangers =
        [other.student, other.administrator, other.coordinator, town.enrolled(village.institution, "Ola").await];
    for person in strangers {
        let stranger = town.sign_in(person).await;
        for address in beginnings(&village).iter().chain([&thread]) {
            let reply = stranger.get(address).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{address}");
            let reply = write(&stranger, address, "Slipp meg inn", "a-strangers-key").await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{address}");
        }
        assert!(!stranger.get("/messages").await.shown().text.contains("Velkommen"));
    }
    // The host has no part in what the student and the office say to each other about the round.
    assert_eq!(host.get(&beginnings(&village)[0]).await.status, StatusCode::NOT_FOUND);
    town.run_jobs().await;
}

#[both_databases]
async fn the_office_writes_to_a_host_about_a_round_and_the_host_answers(town: Town) {
    let village = town.village("Mjøs").await;
    let path = &beginnings(&village)[2];
    let (office, host) = (town.sign_in(village.administrator).await, town.sign_in(village.coordinator).await);
    // Only the office begins to write about the round itself; the host answers.
    assert_eq!(host.get(path).await.status, StatusCode::NOT_FOUND);
    let thread = write(&office, path, "Kan dere ta to til?", "two-more-please").await.done();
    let thread = thread.trim_end_matches("#latest");
    write(&host, thread, "Ja.", "yes-we-can-do-that").await.done();
    office.get(thread).await.shown().says("Kan dere ta to til?").says("Ja.");
    office.get(format!("/rounds/{}", village.ids["rounds"])).await.shown().says("Mjøs kommune").says("Ja.");
    let student = town.sign_in(village.student).await;
    assert_eq!(student.get(thread).await.status, StatusCode::NOT_FOUND);
    town.run_jobs().await;
}

#[both_databases]
async fn what_was_typed_stays_when_a_file_is_refused(town: Town) {
    let village = town.village("Mjøs").await;
    let student = town.sign_in(village.student).await;
    let path = format!("/threads/{}", village.ids["threads"]);
    let before = town.journal_entries().await;
    let fields = [("body", "Her er kartet & planen"), ("request_key", "a-refused-file")];
    for (name, content, said) in [
        ("kart.exe", b"MZ".as_slice(), "er av en type vi ikke tar imot"),
        ("kart.pdf", b"<html>".as_slice(), "er ikke en PDF-fil"),
        ("kart.txt", b"".as_slice(), "er tom"),
    ] {
        let reply = student.upload_as(&path, &fields, "files", name, content).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(reply.seen().contains(said), "{name}: {}", reply.seen());
        assert!(reply.text.contains("Her er kartet &#38; planen") || reply.text.contains("Her er kartet &amp; planen"));
    }
    let empty = write(&student, &path, "  ", "nothing-to-say").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    empty.says("Skriv en melding eller velg en fil.");
    assert_eq!(town.journal_entries().await, before);
    town.run_jobs().await;
}

#[both_databases]
async fn the_same_form_sent_twice_is_one_entry(town: Town) {
    let village = town.village("Mjøs").await;
    let student = town.sign_in(village.student).await;
    let path = &beginnings(&village)[0];
    let first = write(&student, path, "Bare en gang", "sent-two-times").await.done();
    assert_eq!(write(&student, path, "Bare en gang", "sent-two-times").await.done(), first);
    let page = student.get(first.trim_end_matches("#latest")).await.shown();
    assert_eq!(page.text.matches("<p class=\"lines\">Bare en gang</p>").count(), 1);
    town.run_jobs().await;
}

#[both_databases]
async fn the_other_parties_are_told_in_one_mail_without_what_was_written(town: Town) {
    let village = town.village("Mjøs").await;
    town.now_is("2027-02-12 12:00");
    town.run_jobs().await;
    let (student, office) = (town.sign_in(village.student).await, town.sign_in(village.administrator).await);
    let path = format!("/threads/{}", village.ids["threads"]);
    for (number, body) in ["Hemmelig en", "Hemmelig to", "Hemmelig tre"].iter().enumerate() {
        write(&student, &path, body, &format!("secret-number-{number}")).await.done();
    }
    town.run_jobs().await;
    assert!(!office.get("/inbox").await.shown().text.contains("3 varsler fra"), "mail came before its time");
    town.now_is("2027-02-12 12:15");
    town.run_jobs().await;
    let inbox = office.get("/inbox").await.shown();
    assert_eq!(inbox.text.matches("3 varsler fra Mjøs høgskole").count(), 2, "{}", inbox.seen());
    assert!(!inbox.text.contains("Hemmelig"));
    let host = town.sign_in(village.coordinator).await.get("/inbox").await.shown();
    assert_eq!(host.text.matches("3 varsler fra Mjøs kommune").count(), 2, "{}", host.seen());
    // Nobody is told of what they wrote themselves.
    assert!(!student.get("/inbox").await.shown().text.contains("Ny melding"));
    office.get("/notices").await.shown().says("Ny melding: Mjøs sykehjem, avdeling 1 · Mjøspraksis");
}

#[both_databases]
async fn a_student_who_has_left_reads_on_and_writes_no_more(town: Town) {
    let village = town.village("Mjøs").await;
    let student = town.sign_in(village.student).await;
    let path = format!("/threads/{}", village.ids["threads"]);
    town.end_studies(village.institution, village.student).await;
    let page = student.get(&path).await.shown().says("din del i den er over");
    assert!(!page.text.contains("<textarea"));
    let refused = write(&student, &path, "Jeg er her enda", "after-i-have-left").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    town.run_jobs().await;
}

#[both_databases]
async fn the_list_of_threads_takes_as_many_statements_however_long_it_is(town: Town) {
    let village = town.village("Mjøs").await;
    let office = town.sign_in(village.administrator).await;
    let few = statements(&town, &office).await;
    for number in 0..3 {
        let path = &beginnings(&village)[usize::from(number == 1) * 2];
        write(&office, path, "Hei", &format!("one-more-thread-{number}")).await.done();
    }
    assert_eq!(statements(&town, &office).await, few);
    office.get("/messages?q=HEI").await.shown().says("2 samtaler");
    office.get("/messages?q=%25").await.shown().says("Ingen meldinger passer");
    town.run_jobs().await;
}

async fn statements(town: &Town, reader: &Reader) -> u64 {
    let before = town.db().queries();
    reader.get("/messages").await.shown();
    town.db().queries() - before
}

#[both_databases]
async fn a_matter_that_two_begin_at_the_same_moment_has_one_thread(town: Town) {
    let village = town.village("Mjøs").await;
    let (student, office) = (town.sign_in(village.student).await, town.sign_in(village.administrator).await);
    let path = &beginnings(&village)[0];
    let (one, other) = tokio::join!(
        write(&student, path, "Kan jeg bytte?", "begun-by-student"),
        write(&office, path, "Vi må bytte", "begun-by-the-office")
    );
    assert_eq!(one.done(), other.done());
    office.get(path).await.done();
    let page = student.get(student.get(path).await.done()).await.shown();
    assert_eq!(page.text.matches("<p class=\"lines\">").count(), 2, "{}", page.seen());
    let list = office.get("/messages").await.shown();
    assert!(list.seen().contains("2 samtaler"), "the village's own and this one: {}", list.seen());
    town.run_jobs().await;
}

#[both_databases]
async fn no_second_thread_is_begun_for_a_matter_even_when_the_first_was_not_seen(town: Town) {
    let village = town.village("Mjøs").await;
    let (student, office) = (town.sign_in(village.student).await, town.sign_in(village.administrator).await);
    let path = &beginnings(&village)[0];
    let thread = write(&student, path, "Hei", "the-first-to-write").await.done();
    let id = thread.trim_start_matches("/threads/").trim_end_matches("#latest").parse::<base::ThreadId>().unwrap();
    let actor = people::persons::actor_of(town.db(), village.administrator, None).await.unwrap();
    let again = async |tx: kit::db::Tx| {
        let seen = people::threads::actions::see(&tx, id).await?;
        let thread = people::threads::Thread { id: tx.new_id(), owner: village.institution, ..seen.thread.clone() };
        let voice = people::threads::access::voice(tx.actor(), &thread, seen.side).unwrap();
        let matter = people::threads::Matter {
            office: thread.office,
            kind: "round",
            subject: thread.subject,
            person: thread.person,
            host: thread.host,
            about: thread.about.clone(),
        };
        Ok(people::threads::queries::begin(&tx, voice, &thread, &matter).await?)
    };
    assert!(!town.db().write(&actor, again).await.unwrap());
    office.get("/messages").await.shown().says("2 samtaler");
    town.run_jobs().await;
}

#[both_databases]
async fn what_is_sent_along_stands_in_the_blob_store_and_a_damaged_one_is_not_handed_out(town: Town) {
    let village = town.village("Mjøs").await;
    let (student, office) = (town.sign_in(village.student).await, town.sign_in(village.administrator).await);
    let fields = [("body", "Se her"), ("request_key", "with-a-small-file")];
    let thread = student.upload_as(&beginnings(&village)[0], &fields, "files", "Brev.txt", TEXT).await.done();
    let page = office.get(thread.trim_end_matches("#latest")).await.shown().text;
    let file = page.split("href=\"").find(|rest| rest.contains("/files/")).unwrap().split('"').next().unwrap();
    assert_eq!(office.get(file).await.shown().text.as_bytes(), TEXT);
    let blobs = town.app().part::<kit::blobs::Blobs>();
    let id = kit::blobs::BlobId::of(TEXT);
    assert_eq!(blobs.get(id).await.unwrap(), TEXT);
    blobs.remove(id).await.unwrap();
    assert_eq!(office.get(file).await.status, StatusCode::INTERNAL_SERVER_ERROR);
    let stranger = town.sign_in(village.operator).await;
    let unread = blobs.list().await.unwrap();
    let fields = [("body", ""), ("request_key", "nothing-to-do-here")];
    let path = thread.trim_end_matches("#latest");
    assert_eq!(stranger.upload_as(path, &fields, "files", "Nei.txt", b"Nei").await.status, StatusCode::NOT_FOUND);
    assert_eq!(blobs.list().await.unwrap(), unread, "whoever has no part stores nothing");
    town.run_jobs().await;
}

#[both_databases]
async fn whoever_opens_the_thread_of_a_student_stands_in_the_students_list(town: Town) {
    let village = town.village("Mjøs").await;
    let path = format!("/threads/{}", village.ids["threads"]);
    let student = town.sign_in(village.student).await;
    let seen = async || student.get("/me/looks?lang=en").await.shown().text.matches("your matter").count();
    assert_eq!(seen().await, 0);
    student.get(&path).await.shown();
    assert_eq!(seen().await, 0, "one's own");
    town.sign_in(village.administrator).await.get(&path).await.shown();
    assert_eq!(seen().await, 1);
    town.run_jobs().await;
}

#[both_databases]
async fn the_mailbox_of_a_role_is_written_to_beside_its_holders_and_not_of_what_they_wrote(town: Town) {
    let village = town.village("Mjøs").await;
    let (student, office) = (town.sign_in(village.student).await, town.sign_in(village.administrator).await);
    let host = town.sign_in(village.coordinator).await;
    let boxes = format!("/organisations/{}/mailboxes", village.host);
    host.post(&boxes, [("kind", "coordinator"), ("email", "felles@mjos.example")]).await.done();
    let path = format!("/threads/{}", village.ids["threads"]);
    write(&student, &path, "Hemmelig", "written-by-student").await.done();
    mailed(&town).await;
    let to = async |organisation, address: &str| {
        let actor = kit::actor::Actor::portal(organisation);
        let owner = kit::actor::Owner::proven(&actor, organisation).unwrap();
        let all = town.db().read(&actor, async |tx| Ok(kit::mail::of_owner(&tx, owner).await?)).await.unwrap();
        // A colleague may have the same address, and is told as a person.
        all.into_iter().filter(|mail| mail.to_address == address && mail.person.is_none()).collect::<Vec<_>>()
    };
    let mails = to(village.host, "felles@mjos.example").await;
    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    assert_eq!((mail.person, mail.link.as_ref().map(|link| link.1.as_str())), (None, Some(path.as_str())));
    assert!(!mail.body.contains("Hemmelig") && mail.subject.contains("Mjøspraksis"), "{mail:?}");
    let before = to(village.institution, "mjøs.kollega@town.example").await.len();
    write(&office, &path, "Svar", "written-by-office").await.done();
    mailed(&town).await;
    assert_eq!(
        to(village.institution, "mjøs.kollega@town.example").await.len(),
        before,
        "its own words do not come back"
    );
    assert_eq!(to(village.host, "felles@mjos.example").await.len(), 2);
    let page = host.get(&boxes).await.shown().text;
    let remove = page.split("action=\"").find(|rest| rest.contains("/closure\"")).unwrap().split('"').next().unwrap();
    host.press(remove).await.done();
    assert_eq!(host.press(remove).await.status, StatusCode::NOT_FOUND);
    write(&office, &path, "Enda et svar", "written-once-again").await.done();
    mailed(&town).await;
    assert_eq!(to(village.host, "felles@mjos.example").await.len(), 2, "a mailbox that was removed gets nothing");
}

/// Lets the minutes pass in which mails wait for company.
async fn mailed(town: &Town) {
    town.run_jobs().await;
    town.later(chrono::TimeDelta::minutes(people::notices::model::BUNDLE_MINUTES + 1));
    town.run_jobs().await;
}
