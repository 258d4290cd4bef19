//! Other systems do with a token what people do on pages: the same acts, the same checks, the same refusals.

use axum::http::{Method, StatusCode};
use base::{OrganisationId, PersonId};
use kit::scope::Scope;
use macros::both_databases;
use serde_json::{Value, json};

use crate::testkit::{Program, Town};

async fn everything(town: &Town, person: PersonId, at: OrganisationId) -> Program {
    Program::of(town, person, at, &Scope::ALL).await
}

fn id(of: &Value) -> &str {
    of["id"].as_str().unwrap()
}

#[both_databases]
async fn a_personnel_system_keeps_people_and_gives_no_more_than_its_maker_holds(town: Town) {
    let mine = town.village("Mjøs").await;
    let system = everything(&town, mine.administrator, mine.institution).await;
    let new = json!({
        "person": { "given_name": "Mila", "family_name": "Berg", "email": "mila@town.example" },
        "affiliation": { "kind": "staff", "outside_key": "a-7" },
    });
    let mila = system.make("/api/v1/people", &new).await;
    assert_eq!((&mila["given_name"], &mila["affiliations"][0]["kind"]), (&json!("Mila"), &json!("staff")));
    system.post("/api/v1/people", &new).await.refused_with("person-key-taken");
    let there = format!("/api/v1/people/{}", id(&mila));
    let body = json!({ "given_name": "Mila", "family_name": "Bergvik", "email": "mila@town.example" });
    assert_eq!(system.change(&there, &there, &body).await["family_name"], "Bergvik");
    let stale = system.send(&Method::PUT, &there, &[("if-match", "\"0\"")], Some(&body)).await;
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
    let wrong = system.post(&format!("{there}/affiliations"), &json!({ "kind": "guest" })).await;
    wrong.refused_with("value-unfit");
    let bound =
        system.make(&format!("{there}/affiliations"), &json!({ "kind": "student", "outside_key": "s-7" })).await;
    let student = bound["affiliations"].as_array().unwrap().iter().find(|bond| bond["kind"] == "student").unwrap();
    system.press(&format!("{there}/affiliations/{}/closure", id(student))).await;
    // The administrator holds no coordinator's role, so the system gives none.
    let role = |role: &str| json!({ "person": id(&mila), "role": role });
    let above = system.post("/api/v1/roles", &role("coordinator")).await;
    assert_eq!((above.status, above.header("x-problem")), (StatusCode::FORBIDDEN, "denied"));
    system.post("/api/v1/roles", &role("operator")).await.refused_with("value-unfit");
    let given = system.make("/api/v1/roles", &role("administrator")).await;
    let roles = system.items("/api/v1/roles").await;
    assert!(roles.iter().any(|held| id(held) == id(&given)), "{roles:?}");
    let own = roles.iter().find(|held| held["person"] == mine.administrator.to_string()).unwrap();
    system.post(&format!("/api/v1/roles/{}/closure", id(own)), &json!({})).await.refused_with("person-above-actor");
    let deputies = format!("/api/v1/roles/{}/deputies", id(own));
    let body = json!({ "deputy": id(&mila), "from_on": "2027-02-15", "until_on": "2027-02-20" });
    assert_eq!(system.make(&deputies, &body).await["stands_for"], mine.administrator.to_string());
    system.press(&format!("/api/v1/roles/{}/closure", id(&given))).await;
    let invited = json!({ "about": "Bli med", "until_on": "2027-03-01" });
    let invitation = system.make(&format!("{there}/invitations"), &invited).await;
    assert_eq!(invitation["state"], "open");
    system.press(&format!("/api/v1/invitations/{}/sending", id(&invitation))).await;
    system.press(&format!("/api/v1/invitations/{}/withdrawal", id(&invitation))).await;
    assert_eq!(system.items(&format!("{there}/invitations")).await[0]["state"], "withdrawn");
    system.press(&format!("{there}/departure")).await;
    let gone = system.json(&there).await;
    assert!(gone["affiliations"].as_array().unwrap().iter().all(|bond| bond["until_on"] == "2027-02-11"), "{gone}");
    town.run_jobs().await;
}

#[both_databases]
async fn a_system_merges_two_entries_keeps_mailboxes_and_takes_a_plan_back(town: Town) {
    let mine = town.village("Mjøs").await;
    let system = everything(&town, mine.administrator, mine.institution).await;
    let taken_in = async |name: &str| {
        let person = json!({ "given_name": name, "family_name": "Dobbel" });
        system.make("/api/v1/people", &json!({ "person": person, "affiliation": { "kind": "staff" } })).await
    };
    let (kept, gone) = (taken_in("Ane").await, taken_in("Anne").await);
    let mergers = format!("/api/v1/people/{}/mergers", id(&kept));
    system.post(&mergers, &json!({ "with": id(&kept) })).await.refused_with("person-no-merger");
    let merged = system.make(&mergers, &json!({ "with": id(&gone) })).await;
    assert_eq!(merged["affiliations"].as_array().unwrap().len(), 2);
    let told = system.items(&mergers).await;
    assert_eq!((&told[0]["gone"], &told[0]["undone"]), (&gone["id"], &json!(false)));
    system.press(&format!("/api/v1/mergers/{}/undo", id(&told[0]))).await;
    assert_eq!(system.items(&mergers).await[0]["undone"], true);
    let before = system.items("/api/v1/mailboxes").await;
    let kept = before.iter().find(|mailbox| mailbox["role"] == "administrator").unwrap();
    let again = json!({ "role": "administrator", "email": "kontor@town.example" });
    system.post("/api/v1/mailboxes", &again).await.refused_with("mailbox-taken");
    system.press(&format!("/api/v1/mailboxes/{}/closure", id(kept))).await;
    assert_eq!(system.make("/api/v1/mailboxes", &again).await["email"], "kontor@town.example");
    let unit = &mine.ids["units"];
    let changes = system.items(&format!("/api/v1/unit-changes?unit={unit}")).await;
    assert_eq!((&changes[0]["act"], &changes[0]["state"]), (&json!("added"), &json!("planned")));
    system.press(&format!("/api/v1/unit-changes/{}/withdrawal", id(&changes[0]))).await;
    assert_eq!(system.items("/api/v1/unit-changes").await[0]["state"], "withdrawn");
    town.run_jobs().await;
}

#[both_databases]
async fn a_system_brings_a_file_puts_cells_right_imports_and_takes_it_back(town: Town) {
    let (institution, round, administrator) = town.round_of_students(1).await;
    let system = everything(&town, administrator, institution).await;
    let at = format!("/api/v1/rounds/{round}/imports");
    let file = "student_id,given_name,family_name,subject,period\nx-1,Mila,Berg,Storfag,1\nx-2,Ola,Vik,,1\n";
    let kinds = system.json("/api/v1/import-kinds").await;
    let of_kind = |kind: &str| kinds["kinds"].as_array().unwrap().iter().find(|one| one["kind"] == kind).cloned();
    assert_eq!(of_kind("students").unwrap()["scope"], "plan-rounds");
    assert_eq!(of_kind("register-roles").unwrap()["home"], "organisation");
    // Bringing files does not open what a file would change.
    let narrow = Program::of(&town, administrator, institution, &[Scope::ImportFiles]).await;
    let refused = narrow.bring(&format!("{at}/students"), file.as_bytes()).await;
    assert_eq!((refused.status, refused.header("x-problem")), (StatusCode::FORBIDDEN, "scope-missing"));
    assert!(refused.text.contains("plan-rounds"), "{}", refused.text);
    assert_eq!(system.bring(&format!("{at}/register-people"), b"a").await.status, StatusCode::NOT_FOUND);
    system.post(&format!("{at}/students"), &json!({})).await.refused_with("not-a-file");
    let made = system.bring(&format!("{at}/students?name=liste.csv"), file.as_bytes()).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let import = made.header("location").to_owned();
    let seen: Value = serde_json::from_str(&made.text).unwrap();
    assert_eq!(
        (&seen["file_name"], &seen["counts"]["new"], &seen["counts"]["wrong"]),
        (&json!("liste.csv"), &json!(1), &json!(1))
    );
    assert_eq!(narrow.get(&import).await.status, StatusCode::FORBIDDEN);
    let wrong = system.items(&format!("{import}/rows?what=wrong")).await;
    assert_eq!((&wrong[0]["row"], &wrong[0]["errors"][0]["column"]), (&json!(3), &json!("subject")));
    let nowhere = json!({ "columns": { "subject": 99 } });
    let tag = system.get(&import).await.header("etag").to_owned();
    let unfit = system.send(&Method::PUT, &format!("{import}/mapping"), &[("if-match", &tag)], Some(&nowhere)).await;
    unfit.refused_with("value-unfit");
    let mapped = system.change(&import, &format!("{import}/mapping"), &json!({ "columns": { "period": null } })).await;
    assert_eq!(mapped["checking"]["columns"]["period"], Value::Null);
    system.change(&import, &format!("{import}/mapping"), &json!({ "columns": { "period": 4 } })).await;
    let right = json!({ "cells": [{ "row": 3, "column": "subject", "value": "Storfag" }] });
    let corrected = system.change(&import, &format!("{import}/corrections"), &right).await;
    assert_eq!((&corrected["counts"]["new"], &corrected["counts"]["wrong"]), (&json!(2), &json!(0)));
    let done = system.send(&Method::POST, &format!("{import}/import"), &[], None).await;
    let told: Value = serde_json::from_str(&done.text).unwrap();
    assert_eq!(
        (done.status, &told["state"], &told["counts"]["new"]),
        (StatusCode::ACCEPTED, &json!("done"), &json!(2))
    );
    let students = format!("/api/v1/rounds/{round}/students");
    assert_eq!(system.items(&students).await.len(), 3);
    assert_eq!(system.items(&format!("{import}/rows")).await, [] as [Value; 0]);
    system.press(&format!("{import}/undo")).await;
    assert_eq!((system.items(&students).await.len(), &system.json(&import).await["state"]), (1, &json!("undone")));
    let dropped = system.bring(&format!("{at}/students"), file.as_bytes()).await.header("location").to_owned();
    let waiting = json!({ "leave_out_wrong": true });
    let left = system.change(&dropped, &format!("{dropped}/corrections"), &waiting).await;
    assert_eq!(left["checking"]["left_out"], json!([3]));
    system.press(&format!("{dropped}/drop")).await;
    assert_eq!(system.items(&at).await.len(), 2);
    let units = system.bring("/api/v1/organisation/imports/register-units", b"unit_id,name\nu-1,Poliklinikken\n").await;
    let units = units.header("location").to_owned();
    system.send(&Method::POST, &format!("{units}/import"), &[], None).await;
    let names: Vec<Value> = system.items("/api/v1/units").await.into_iter().map(|unit| unit["name"].clone()).collect();
    assert!(names.contains(&json!("Poliklinikken")), "{names:?}");
    town.run_jobs().await;
}

#[both_databases]
async fn a_system_writes_for_its_office_and_never_meets_what_is_its_makers_own(town: Town) {
    let mine = town.village("Mjøs").await;
    let office = everything(&town, mine.administrator, mine.institution).await;
    let host = everything(&town, mine.coordinator, mine.host).await;
    let thread = format!("/api/v1/threads/{}", mine.ids["threads"]);
    assert_eq!(office.items("/api/v1/threads").await.len(), 1);
    let entries = office.items(&format!("{thread}/entries")).await;
    assert_eq!((&entries[0]["side"], &entries[0]["body"]), (&json!("student"), &json!("Mjøs: Når møter jeg?")));
    let file = office.get(&format!("{thread}/files/{}", id(&entries[0]["files"][0]))).await.shown();
    assert_eq!(file.text, "Mjøs: vedlegg");
    office.make(&format!("{thread}/entries"), &json!({ "body": "Mandag klokka åtte." })).await;
    office.post(&format!("{thread}/entries"), &json!({ "body": " " })).await.refused_with("thread-empty");
    let brought = office.bring(&format!("{thread}/files?name=plan.txt&body=Planen"), "Uke 10".as_bytes()).await;
    assert_eq!(brought.status, StatusCode::CREATED, "{}", brought.text);
    let lies = office.bring(&format!("{thread}/files?name=plan.pdf"), "Uke 10".as_bytes()).await;
    assert_eq!(lies.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", lies.text);
    let told = host.items(&format!("{thread}/entries")).await;
    let sides: Vec<&Value> = told.iter().map(|entry| &entry["side"]).collect();
    assert_eq!(sides, ["student", "office", "office"]);
    town.run_jobs().await;
    let reads = town.sign_in(mine.student).await;
    reads.get(format!("/threads/{}", mine.ids["threads"])).await.shown().says("Mandag klokka åtte.").says("plan.txt");
    let matter = format!("/api/v1/rounds/{}/hosts/{}/thread", mine.ids["rounds"], mine.host);
    assert_eq!(office.json(&matter).await["thread"], Value::Null);
    let begun = office.make(&matter, &json!({ "body": "Hvem møter studentene?" })).await;
    assert_eq!(office.json(&matter).await["thread"], begun["id"]);
    assert_eq!(host.items("/api/v1/threads").await.len(), 2);
    // What the administrator has not read is still new to the administrator.
    let own = people::persons::actor_of(town.db(), mine.administrator, None).await.unwrap();
    let unread = async |tx| people::threads::actions::count_unread(&tx).await;
    assert_eq!(town.db().read(&own, unread).await.unwrap(), 1);
    town.run_jobs().await;
}

#[both_databases]
async fn a_system_notes_pairs_compares_mechanisms_and_checks_the_proof(town: Town) {
    let round = town.open_round(3, 4).await;
    let system = everything(&town, round.administrator, round.institution).await;
    let at = format!("/api/v1/rounds/{}", round.round);
    let pair = |student: PersonId, known: Value| {
        let mut pair = json!({ "student": student, "offer": round.offers[0] });
        pair.as_object_mut().unwrap().extend(known.as_object().unwrap().clone());
        pair
    };
    let pairs = |all: &[Value]| json!({ "pairs": all });
    let ban = pair(round.students[0], json!({ "ban": "relative", "travel_minutes": 30 }));
    let wrong = pair(round.students[1], json!({ "ban": "love", "class": 1000 }));
    let refused = system.post(&format!("{at}/pairs"), &pairs(&[ban.clone(), wrong])).await;
    let told: Value = serde_json::from_str(&refused.text).unwrap();
    let fields: Vec<&Value> = told["errors"].as_array().unwrap().iter().map(|error| &error["field"]).collect();
    assert_eq!(fields, ["pairs[1].class", "pairs[1].ban"]);
    system.post(&format!("{at}/pairs"), &pairs(&[ban.clone(), ban.clone()])).await.refused_with("value-unfit");
    let noted = system.post(&format!("{at}/pairs"), &pairs(&[ban])).await;
    assert_eq!(noted.status, StatusCode::NO_CONTENT, "{}", noted.text);
    let known = json!({ "student": round.students[0], "pairs": 1, "bans": 1 });
    assert_eq!(system.items(&format!("{at}/pairs")).await, [known]);
    let mine = system.items(&format!("{at}/students/{}/pairs", round.students[0])).await;
    let kept = json!({ "offer": round.offers[0], "class": null, "travel_minutes": 30, "ban": "relative" });
    assert_eq!(mine, [kept]);
    let none = pair(round.students[0], json!({}));
    system.post(&format!("{at}/pairs"), &pairs(&[none])).await;
    assert_eq!(system.items(&format!("{at}/pairs")).await, [] as [Value; 0]);
    for student in &round.students {
        let wishes =
            json!({ "wishes": [{ "offer": round.offers[0], "rank": 1 }, { "offer": round.offers[1], "rank": 2 }] });
        system.make(&format!("{at}/students/{student}/wishes"), &wishes).await;
    }
    town.now_is("2027-02-11 09:00");
    town.run_jobs().await;
    assert_eq!(system.json(&format!("{at}/comparison")).await["state"], "none");
    system.send(&Method::POST, &format!("{at}/runs"), &[], None).await;
    town.run_jobs().await;
    let ordered = system.send(&Method::POST, &format!("{at}/comparison"), &[], None).await;
    assert_eq!(ordered.status, StatusCode::ACCEPTED, "{}", ordered.text);
    town.run_jobs().await;
    let compared = system.json(&format!("{at}/comparison")).await;
    let mechanisms = compared["mechanisms"].as_array().unwrap();
    assert_eq!((&compared["state"], &compared["students"], mechanisms.len()), (&json!("done"), &json!(4), 6));
    assert!(mechanisms.iter().all(|one| one["placed"] == 4), "{compared}");
    for one in mechanisms {
        let differ = system.items(&format!("{at}/comparison/{}", one["mechanism"].as_str().unwrap())).await;
        assert_eq!(json!(differ.len()), one["differ"], "{one}");
    }
    assert_eq!(system.get(&format!("{at}/comparison/dice")).await.status, StatusCode::NOT_FOUND);
    let standing = system.items(&format!("{at}/allocation")).await;
    assert!(standing.len() == 4 && standing.iter().all(|one| one["how"] == "draw"), "{standing:?}");
    let proof = system.json(&format!("{at}/proof")).await;
    assert!(proof["promise"].is_string() && proof["published"].is_null(), "{proof}");
    assert!(
        !proof["files"].as_array().unwrap().contains(&json!("certificate.json")),
        "the seed is not told yet: {proof}"
    );
    let students = system.get(&format!("{at}/proof/students.csv")).await.shown();
    assert!(students.header("content-type").starts_with("text/csv") && students.text.lines().count() == 5);
    assert_eq!(system.get(&format!("{at}/proof/certificate.json")).await.status, StatusCode::NOT_FOUND);
    let one = system.json(&format!("{at}/students/{}/placement", round.students[0])).await;
    assert!(one["standing"]["how"] == "draw" && !one["why"].as_array().unwrap().is_empty(), "{one}");
    assert!(system.items(&format!("{at}/changes")).await.iter().any(|change| change["kind"] == "pairs-noted"));
    town.run_jobs().await;
}

#[both_databases]
async fn a_published_draw_is_proven_to_a_system_too(town: Town) {
    let mine = town.village("Mjøs").await;
    let system = everything(&town, mine.administrator, mine.institution).await;
    let proof = system.json(&format!("/api/v1/rounds/{}/proof", mine.ids["rounds"])).await;
    let published = &proof["published"];
    assert!(published["seed"].as_str().unwrap().len() == 64 && published["run"] == mine.ids["runs"], "{proof}");
    // One student wished for the place: how many did is not told.
    assert_eq!((&published["cuts"][0]["wished"], &published["cuts"][0]["last"]), (&Value::Null, &Value::Null));
    town.run_jobs().await;
}

#[both_databases]
async fn lists_of_places_are_read_part_by_part(town: Town) {
    let round = town.open_round(120, 1).await;
    let system = everything(&town, round.administrator, round.institution).await;
    let path = format!("/api/v1/rounds/{}/offers", round.round);
    let before = town.db().queries();
    let first = system.json(&path).await;
    assert!(town.db().queries() - before <= 10, "{} statements", town.db().queries() - before);
    let (items, next) = (first["items"].as_array().unwrap(), first["next"].as_str().unwrap());
    assert!(items.len() == 50 && items.iter().all(|offer| offer["node"] == "n"), "{first}");
    let rest = system.items(&format!("{path}?limit=200&after={next}")).await;
    assert_eq!(rest.len(), 71);
    assert!(rest.iter().all(|offer| !items.contains(offer)));
    let nodes = system.items(&format!("/api/v1/rounds/{}/nodes", round.round)).await;
    assert_eq!((nodes.len(), &nodes[0]["parent"]), (1, &Value::Null));
}

#[both_databases]
async fn a_system_extends_a_guide_as_it_was_read(town: Town) {
    let mine = town.village("Mjøs").await;
    let system = everything(&town, mine.administrator, mine.institution).await;
    let guide = "/api/v1/guides/student";
    assert_eq!((&system.json(guide).await["edition"], &system.json(guide).await["body"]), (&json!(0), &json!("")));
    let body = json!({ "lang": "nb", "title": "Hos oss", "body": "Møt opp i resepsjonen." });
    let unread = system.send(&Method::PUT, guide, &[], Some(&body)).await;
    assert_eq!(unread.status, StatusCode::PRECONDITION_REQUIRED);
    let saved = system.change(guide, guide, &body).await;
    assert_eq!((&saved["edition"], &saved["by"]), (&json!(1), &json!(mine.administrator)));
    town.sign_in(mine.student).await.get("/guide").await.shown().says("Møt opp i resepsjonen.");
    assert_eq!(system.get("/api/v1/guides/dean").await.status, StatusCode::NOT_FOUND);
}
