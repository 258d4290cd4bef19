//! Promises about tokens and about the API that they open.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use kit::scope::Scope;
use kit::web::{Need, Route};
use macros::both_databases;
use serde_json::{Value, json};

use crate::strangers::fill;
use crate::testkit::{Program, Reply, Town};

const CANARY: &str = "Kanarifugl";

fn operations(town: &Town) -> Vec<(Route, Scope)> {
    let scope = |route: Route| match route.need {
        Need::Token(scope) => Some((route, scope)),
        _ => None,
    };
    town.routes().into_iter().filter_map(scope).collect()
}

/// Whether the operation reads a file instead of an object.
fn reads_file(route: &Route) -> bool {
    route.method == Method::POST && (route.path.ends_with("/imports/{kind}") || route.path.ends_with("/files"))
}

/// Whether the address names something that belongs to somebody, and not only a kind of thing.
fn names_a_thing(route: &Route) -> bool {
    route.path.contains('{')
        && !["/guides/{reader}", "/organisation/imports/{kind}"].iter().any(|end| route.path.ends_with(end))
}

#[both_databases]
async fn a_token_opens_what_its_scopes_name_and_nothing_else(town: Town) {
    let mine = town.village(CANARY).await;
    town.run_jobs().await;
    let before = town.journal_entries().await;
    for only in Scope::ALL {
        let program = Program::of(&town, mine.administrator, mine.institution, &[only]).await;
        for (route, needed) in operations(&town).iter().filter(|(_, needed)| *needed != only) {
            let reply = program.send(&route.method, &fill(route.path, &mine.ids, true), &[], None).await;
            let what = format!("{} {} with {}", route.method, route.path, only.word());
            assert_eq!((reply.status, reply.header("x-problem")), (StatusCode::FORBIDDEN, "scope-missing"), "{what}");
            assert!(reply.text.contains(needed.word()), "{what}: {}", reply.text);
        }
    }
    assert_eq!(town.journal_entries().await, before + Scope::ALL.len() as i64, "only the tokens were noted");
    let all = Program::of(&town, mine.administrator, mine.institution, &Scope::ALL).await;
    let host = Program::of(&town, mine.coordinator, mine.host, &Scope::ALL).await;
    for (route, scope) in operations(&town).iter().filter(|(route, _)| route.method == Method::GET) {
        let program = if *scope == Scope::ReceiveStudents { &host } else { &all };
        let path = fill(route.path, &mine.ids, true);
        // The village's unit begins next year.
        let path = if path.contains("/units/") { path + "?on=2028-01-02" } else { path };
        let reply = program.get(&path).await;
        assert_eq!(reply.status, StatusCode::OK, "GET {path}: {}", reply.text);
    }
}

#[both_databases]
async fn no_operation_opens_without_a_token_or_for_another_organisation(town: Town) {
    let mine = town.village(CANARY).await;
    let other = town.village("Annensteds").await;
    town.run_jobs().await;
    let foreign = Program::of(&town, other.administrator, other.institution, &Scope::ALL).await;
    let strangers = [
        ("nobody", town.nobody(), String::new()),
        ("the administrator's session", town.sign_in(mine.administrator).await, String::new()),
        ("a token that never was", town.nobody(), format!("fotfeste_{}_{}", "0".repeat(32), "0".repeat(64))),
        ("something else", town.nobody(), "x".repeat(300)),
    ];
    let strangers = strangers.map(|(name, reader, token)| (name, Program { reader, token }));
    let before = town.journal_entries().await;
    for (route, _) in operations(&town) {
        let there = fill(route.path, &mine.ids, true);
        for (name, program) in &strangers {
            let reply = program.send(&route.method, &there, &[], None).await;
            let what = format!("{} {} for {name}", route.method, route.path);
            assert_eq!((reply.status, reply.header("x-problem")), (StatusCode::UNAUTHORIZED, "token-needed"), "{what}");
            assert_eq!(reply.header("www-authenticate"), "Bearer realm=\"api\"", "{what}");
        }
        let body = (route.method != Method::GET).then(|| json!({}));
        let reply = foreign.send(&route.method, &there, &[], body.as_ref()).await;
        let what = format!("{} {} for another institution: {}", route.method, route.path, reply.text);
        // The names of those who take part are no secret.
        assert!(route.path.ends_with("/organisations") || !reply.text.contains(CANARY), "{what}");
        if names_a_thing(&route) {
            let gone = fill(route.path, &mine.ids, false);
            let missing = foreign.send(&route.method, &gone, &[], body.as_ref()).await;
            assert_eq!(plain(&reply), plain(&missing), "{what}: not yours differs from not there");
            let expected = match reads_file(&route) {
                true => [StatusCode::NOT_FOUND, StatusCode::UNSUPPORTED_MEDIA_TYPE],
                false => [StatusCode::NOT_FOUND, StatusCode::UNPROCESSABLE_ENTITY],
            };
            assert!(expected.contains(&reply.status), "{what}: {}", reply.status);
        }
    }
    assert_eq!(town.journal_entries().await, before, "a stranger changed something");
}

/// The answer but for what differs in every answer.
fn plain(reply: &Reply) -> (StatusCode, Value) {
    let mut body: Value = serde_json::from_str(&reply.text).unwrap_or_default();
    if let Some(fields) = body.as_object_mut() {
        fields.remove("instance");
    }
    (reply.status, body)
}

#[both_databases]
async fn a_token_is_shown_once_and_its_use_is_shown(town: Town) {
    let mine = town.village(CANARY).await;
    let office = town.sign_in(mine.administrator).await;
    let page = format!("/organisations/{}/tokens", mine.institution);
    let fields = [("name", "Studentsystemet"), ("scopes", "see-units"), ("scopes", "see-rounds"), ("days", "30")];
    let made = office.post(format!("{page}/new"), fields).await.shown().text;
    let value = made.split("<code class=\"wrap\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap().to_owned();
    assert_eq!((value.starts_with("fotfeste_"), value.len()), (true, 106));
    let list = office.get(&page).await.shown();
    assert!(!list.text.contains(&value) && list.seen().contains("Ikke brukt ennå"), "{}", list.seen());
    let program = Program { reader: town.nobody(), token: value };
    let own = program.json("/api/v1/organisation").await;
    assert_eq!(own["id"], mine.institution.to_string());
    assert!(office.get(&page).await.shown().seen().contains("Sist brukt"), "its use is not shown");
    let end = office.get(&page).await.text;
    let end =
        end.split("action=\"").find(|rest| rest.contains("/end\"")).unwrap().split('"').next().unwrap().to_owned();
    office.press(&end).await.done();
    assert_eq!(program.get("/api/v1/organisation").await.status, StatusCode::UNAUTHORIZED);
    office.press(&end).await.refused_with("not-found");
}

#[both_databases]
async fn a_token_ends_with_its_time_and_with_its_makers_role(town: Town) {
    let mine = town.village(CANARY).await;
    let expiring = Program::of(&town, mine.administrator, mine.institution, &[Scope::SeeUnits]).await;
    town.later(chrono::TimeDelta::days(29));
    assert_eq!(expiring.get("/api/v1/units").await.status, StatusCode::OK);
    town.later(chrono::TimeDelta::days(2));
    assert_eq!(expiring.get("/api/v1/units").await.status, StatusCode::UNAUTHORIZED);
    let fresh = Program::of(&town, mine.administrator, mine.institution, &[Scope::SeeUnits]).await;
    assert_eq!(fresh.get("/api/v1/units").await.status, StatusCode::OK);
    town.end_roles(mine.institution, mine.administrator).await;
    assert_eq!(fresh.get("/api/v1/units").await.status, StatusCode::UNAUTHORIZED);
    town.run_jobs().await; // what came due in the month that has passed
}

#[both_databases]
async fn a_repeat_with_its_key_is_done_once(town: Town) {
    let mine = town.village(CANARY).await;
    let program = Program::of(&town, mine.administrator, mine.institution, &Scope::ALL).await;
    let body = json!({ "name": "Poliklinikken" });
    let key = [("idempotency-key", "a-key/with+signs")];
    let post =
        async |body: &Value, key: &[(&str, &str)]| program.send(&Method::POST, "/api/v1/units", key, Some(body)).await;
    let first = post(&body, &key).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    let (again, third) = (post(&body, &key).await, post(&body, &key).await);
    assert_eq!((again.status, &again.text, &third.text), (StatusCode::CREATED, &first.text, &first.text));
    assert_eq!(again.header("location"), first.header("location"));
    post(&json!({ "name": "En annen" }), &key).await.refused_with("key-reused");
    post(&body, &[("idempotency-key", "")]).await.refused_with("value-unfit");
    let names: Vec<Value> = program.json("/api/v1/units").await["items"].as_array().unwrap().clone();
    let same = names.iter().filter(|unit| unit["name"] == "Poliklinikken").count();
    assert_eq!(same, 1);
}

#[both_databases]
async fn a_change_names_what_was_read(town: Town) {
    let mine = town.village(CANARY).await;
    let program = Program::of(&town, mine.administrator, mine.institution, &Scope::ALL).await;
    let made = program.post("/api/v1/units", &json!({ "name": "Poliklinikken" })).await;
    let path = made.header("location").to_owned();
    let read = program.get(&path).await.shown();
    let change = json!({ "act": "named", "name": "Dagkirurgien" });
    let put = async |tag: Option<&str>| {
        let headers: Vec<(&str, &str)> = tag.map(|tag| ("if-match", tag)).into_iter().collect();
        program.send(&Method::PUT, &path, &headers, Some(&change)).await
    };
    let unnamed = put(None).await;
    assert_eq!((unnamed.status, unnamed.header("x-problem")), (StatusCode::PRECONDITION_REQUIRED, "if-match-missing"));
    let stale = put(Some("\"0\"")).await;
    assert_eq!((stale.status, stale.header("x-problem")), (StatusCode::PRECONDITION_FAILED, "changed-meanwhile"));
    let good = put(Some(read.header("etag"))).await.shown();
    assert_eq!(serde_json::from_str::<Value>(&good.text).unwrap()["name"], "Dagkirurgien");
    assert_eq!(put(Some(read.header("etag"))).await.status, StatusCode::PRECONDITION_FAILED);
}

#[both_databases]
async fn a_refusal_names_field_value_and_remedy_in_the_programs_language(town: Town) {
    let mine = town.village(CANARY).await;
    let program = Program::of(&town, mine.administrator, mine.institution, &Scope::ALL).await;
    let refused = async |lang: &str, body: Value| {
        let reply = program.send(&Method::POST, "/api/v1/units", &[("accept-language", lang)], Some(&body)).await;
        assert_eq!(reply.header("content-type"), "application/problem+json");
        assert_eq!(reply.header("content-language"), lang);
        serde_json::from_str::<Value>(&reply.text).unwrap()
    };
    let wrong = refused("en", json!({ "name": "A", "from_on": "yesterday" })).await;
    let detail = "The value of from_on cannot be used. The description of the API says what is read there.";
    let fields = json!([{ "field": "from_on", "value": "yesterday", "detail": detail, "name": "value-unfit" }]);
    assert_eq!((&wrong["status"], &wrong["name"], &wrong["errors"]), (&json!(422), &json!("value-unfit"), &fields));
    for (lang, text) in [
        ("nb", "owner_id er ikke kjent her. Utelat det; beskrivelsen av API-et viser hva som leses."),
        ("nn", "owner_id er ikkje kjent her. Lat det vere ute; skildringa av API-et viser kva som blir lese."),
        ("da", "owner_id kendes ikke her. Udelad det; beskrivelsen af API'et viser, hvad der læses."),
        ("en", "owner_id is not known here. Leave it out; the description of the API lists what is read."),
    ] {
        let told = refused(lang, json!({ "name": "A", "owner_id": 1 })).await;
        assert_eq!(told["detail"], text);
    }
    assert_eq!(refused("en", json!({})).await["name"], "field-missing");
    // The room's own refusals speak the same way.
    let empty = refused("nb", json!({ "name": " " })).await;
    assert_eq!(empty["errors"][0]["field"], "name");
    assert_eq!(empty["errors"][0]["value"], " ");
    let plain = program.reader.get("/api/v1/nothing-here").await;
    assert_eq!((plain.status, plain.header("content-type")), (StatusCode::NOT_FOUND, "application/problem+json"));
}

#[both_databases]
async fn no_operation_takes_an_owner_a_role_or_a_state(town: Town) {
    let mine = town.village(CANARY).await;
    town.run_jobs().await;
    let program = Program::of(&town, mine.administrator, mine.institution, &Scope::ALL).await;
    let before = town.journal_entries().await;
    let mut wrong = vec![];
    for (route, _) in operations(&town).iter().filter(|(route, _)| route.method != Method::GET) {
        for field in ["owner_id", "organisation_id", "role", "state", "person_id", "is_admin"] {
            let path = fill(route.path, &mine.ids, true);
            let reply = program.send(&route.method, &path, &[], Some(&json!({ field: "x" }))).await;
            let refused =
                if reads_file(route) { StatusCode::UNSUPPORTED_MEDIA_TYPE } else { StatusCode::UNPROCESSABLE_ENTITY };
            if reply.status != refused {
                wrong.push(format!("{} {} with {field}: {}", route.method, route.path, reply.status));
            }
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
    assert_eq!(town.journal_entries().await, before, "something was changed");
}

#[both_databases]
async fn lists_come_in_parts(town: Town) {
    let (institution, round, administrator) = town.round_of_students(120).await;
    let program = Program::of(&town, administrator, institution, &[Scope::SeeRounds]).await;
    let path = format!("/api/v1/rounds/{round}/students");
    let mut seen = BTreeSet::new();
    let (mut next, mut sizes) = (String::new(), vec![]);
    loop {
        let before = town.db().queries();
        let part = program.json(&format!("{path}?limit=50{next}")).await;
        assert!(town.db().queries() - before <= 10, "{} statements", town.db().queries() - before);
        let items = part["items"].as_array().unwrap();
        sizes.push(items.len());
        seen.extend(items.iter().map(|student| student["id"].as_str().unwrap().to_owned()));
        match part["next"].as_str() {
            Some(after) => next = format!("&after={after}"),
            None => break,
        }
    }
    assert_eq!((sizes, seen.len()), (vec![50, 50, 20], 120));
    let register = Program::of(&town, administrator, institution, &[Scope::SeePeople]).await;
    assert_eq!(register.json("/api/v1/people?limit=100").await["items"].as_array().unwrap().len(), 100);
    assert_eq!(register.json("/api/v1/people?q=Stor-00007").await["items"].as_array().unwrap().len(), 1);
    let long = format!("/api/v1/people?q={}", "x".repeat(201));
    assert_eq!(register.get(&long).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    for wrong in ["?limit=0", "?limit=201", "?limit=x", "?after=1", "?page=2", "?limit=1&limit=2"] {
        assert_eq!(program.get(&format!("{path}{wrong}")).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
}

#[both_databases]
async fn the_description_names_every_operation_and_all_its_parts_are_there(town: Town) {
    let text = town.nobody().get("/api/openapi.json").await.shown().text;
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&document["openapi"], &document["info"]["title"]), (&json!("3.1.0"), &json!("Fotfeste API")));
    let described: BTreeSet<String> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            let methods =
                item.as_object().unwrap().keys().map(move |method| format!("{} {path}", method.to_uppercase()));
            methods.collect::<Vec<_>>()
        })
        .collect();
    let routed: BTreeSet<String> =
        operations(&town).iter().map(|(route, _)| format!("{} {}", route.method, route.path)).collect();
    assert_eq!(described, routed);
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for name in text.split("#/components/schemas/").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(schemas.contains_key(name), "{name} is not described");
    }
}

#[both_databases]
async fn a_round_is_planned_through_the_api(town: Town) {
    let mine = town.village(CANARY).await;
    let program = Program::of(&town, mine.administrator, mine.institution, &Scope::ALL).await;
    let rounds = program.json("/api/v1/rounds").await;
    let mut plan = rounds["items"][0]["plan"].clone();
    program.post("/api/v1/rounds", &plan).await.refused_with("round-name-taken");
    plan["name"] = json!("Ny runde");
    for (field, day) in [("open_on", "2027-03-02"), ("close_on", "2027-03-10"), ("publish_on", "2027-03-15")] {
        plan[field] = json!(day);
    }
    plan["weeks"] = json!("15-20");
    let made = program.post("/api/v1/rounds", &plan).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let path = made.header("location").to_owned();
    let round: Value = serde_json::from_str(&made.text).unwrap();
    assert_eq!((&round["phase"], &round["plan"]), (&json!("setup"), &plan));
    let node = json!({ "outside_key": "N1", "node": { "name": "Sykehjemmet", "level": "site", "host": mine.host } });
    assert_eq!(program.post(&format!("{path}/nodes"), &node).await.status, StatusCode::CREATED);
    let offer = json!({ "outside_key": "P1", "offer": {
        "node": "N1", "name": "Avdeling 1", "subject": "Sykepleie", "period": "1", "seats_max": 2 } });
    let offer = program.post(&format!("{path}/offers"), &offer).await;
    assert_eq!(offer.status, StatusCode::CREATED, "{}", offer.text);
    let student = json!({ "outside_key": "S1", "given_name": "Mila", "family_name": "Berg", "subject": "Sykepleie",
        "period": "1" });
    assert_eq!(program.post(&format!("{path}/students"), &student).await.status, StatusCode::CREATED);
    program.post(&format!("{path}/students"), &student).await.refused_with("student-present");
    let announced = program.send(&Method::POST, &format!("{path}/announcement"), &[], None).await;
    assert_eq!(announced.status, StatusCode::NO_CONTENT, "{}", announced.text);
    town.run_jobs().await;
    assert_eq!(program.json(&path).await["phase"], "waiting");
    town.now_is("2027-03-03 12:00");
    let student: Value = program.json(&format!("{path}/students")).await["items"][0].clone();
    let offer: Value = serde_json::from_str(&offer.text).unwrap();
    let wishes = format!("{path}/students/{}/wishes", student["id"].as_str().unwrap());
    let sent = program.post(&wishes, &json!({ "wishes": [{ "offer": offer["id"], "rank": 1 }] })).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text);
    town.run_jobs().await;
    assert_eq!(program.json(&wishes).await["wishes"][0]["offer"], offer["id"]);
    town.now_is("2027-03-11 09:00");
    town.run_jobs().await;
    let run = program.send(&Method::POST, &format!("{path}/runs"), &[], None).await;
    assert_eq!(run.status, StatusCode::ACCEPTED, "{}", run.text);
    town.run_jobs().await;
    let run = run.header("location").to_owned();
    assert_eq!(program.json(&run).await["state"], "done");
    assert_eq!(program.json(&format!("{run}/proposals")).await["items"][0]["offer"], offer["id"]);
    let asked = program.send(&Method::POST, &format!("{path}/publication"), &[], None).await;
    assert_eq!(asked.status, StatusCode::ACCEPTED, "{}", asked.text);
    town.now_is("2027-03-11 10:00");
    town.run_jobs().await;
    let decided = program.json(&format!("{path}/decisions")).await;
    assert_eq!((&decided["items"][0]["kind"], &decided["items"][0]["student"]), (&json!("placed"), &student["id"]));
    let host = Program::of(&town, mine.coordinator, mine.host, &[Scope::ReceiveStudents]).await;
    let coming = host.json("/api/v1/coming-students").await;
    let coming: Vec<&Value> = coming["items"].as_array().unwrap().iter().map(|one| &one["student"]).collect();
    assert!(coming.contains(&&student["id"]), "{coming:?}");
}
