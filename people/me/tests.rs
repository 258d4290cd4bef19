//! What everybody's own pages promise: overview, profile, messages, help.

use axum::http::StatusCode;
use kit::actor::{Actor, Role};
use kit::mail::{self, Mail};
use macros::both_databases;

use crate::testkit::Town;

#[both_databases]
async fn one_s_own_language_and_look_hold_on_every_page(town: Town) {
    let school = town.organisation("Skole").await;
    let reader = town.sign_in(town.person(school, "Mila").await).await;
    assert_eq!(reader.post("/me", [("lang", "da"), ("scheme", "dark")]).await.done(), "/me?saved=yes");
    let page = reader.get("/").await.shown();
    assert!(page.text.contains("<html lang=\"da\" data-color-scheme=\"dark\""), "{}", page.text);
    page.says("Hej Mila");
    for (fields, wrong) in
        [([("lang", "xx"), ("scheme", "dark")], "lang"), ([("lang", ""), ("scheme", "pink")], "scheme")]
    {
        let answer = reader.post("/me", fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let answer = reader.post("/me", [("lang", "nb"), ("scheme", "auto"), ("person_id", "x")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    reader.get("/").await.shown().says("Hej Mila");
}

#[both_databases]
async fn whoever_turns_the_search_key_off_has_it_off_on_every_page(town: Town) {
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    let reader = town.sign_in(mila).await;
    let is_off = async |reader: &crate::testkit::Reader, path: &str| {
        reader.get(path).await.shown().text.contains("data-search-key=\"off\"")
    };
    assert!(
        !is_off(&reader, "/").await && !is_off(&town.nobody(), "/help").await,
        "it is on until somebody turns it off"
    );
    let choose = async |key: &str| reader.post("/me", [("lang", "nb"), ("scheme", "auto"), ("search_key", key)]).await;
    assert_eq!(choose("off").await.done(), "/me?saved=yes");
    assert!(is_off(&reader, "/").await && is_off(&reader, "/me").await);
    let other = town.sign_in(town.person(school, "Omar").await).await;
    assert!(!is_off(&other, "/").await, "each chooses for themselves");
    choose("kanskje").await.refused_at("search_key");
    // The choices at the foot of a page leave it alone.
    reader.post("/me", [("lang", "nn"), ("scheme", "dark"), ("back", "/")]).await.done();
    let profile = reader.get("/me").await.shown();
    assert!(profile.text.contains("name=\"search_key\" value=\"off\" checked"), "{}", profile.text);
    assert!(profile.text.contains("href=\"/notices/choices\""), "{}", profile.text);
    choose("on").await.done();
    assert!(!is_off(&reader, "/").await);
}

#[both_databases]
async fn the_overview_says_when_nothing_waits(town: Town) {
    let school = town.organisation("Skole").await;
    let reader = town.sign_in(town.holder(school, "Jonas", Role::Coordinator).await).await;
    reader.get("/?lang=nn").await.shown().says("Ingenting ventar på deg");
    assert_eq!(town.nobody().get("/").await.done(), "/login?next=%2F");
}

#[both_databases]
async fn messages_are_shown_to_their_reader_alone(town: Town) {
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    let omar = town.person(school, "Omar").await;
    let letter = || Mail {
        owner: school,
        person: mila,
        lang: base::Lang::Nb,
        kind: "letter",
        unique_key: None,
        subject: "Kanarifugl".into(),
        body: "Hei!\n\nTo linjer\nher.".into(),
        link: None,
    };
    let send = async |tx| Ok(mail::send(&tx, letter()).await?);
    town.db().write(&Actor::portal(school), send).await.unwrap();
    town.run_jobs().await;
    town.sign_in(mila).await.get("/inbox").await.shown().says("Kanarifugl");
    let other = town.sign_in(omar).await.get("/inbox?lang=en").await.shown().says("No messages yet");
    assert!(!other.text.contains("Kanarifugl"));
}

#[both_databases]
async fn help_is_open_to_everybody_and_names_one_s_own_office_alone(town: Town) {
    let school = town.organisation("Skole").await;
    town.organisation("Sykehus").await;
    let titles = [
        ("/help", ["Hjelp og kontakt", "Hjelp og kontakt", "Hjælp og kontakt", "Help and contact"]),
        ("/was", ["Tilgjengelighet", "Tilgjenge", "Tilgængelighed", "Accessibility"]),
        ("/privacy", ["Personvern", "Personvern", "Privatliv", "Privacy"]),
    ];
    for (path, titles) in titles {
        for (lang, title) in ["nb", "nn", "da", "en"].into_iter().zip(titles) {
            town.nobody().get(format!("{path}?lang={lang}")).await.shown().says(title);
        }
    }
    let help = town.nobody().get("/help?lang=en").await.shown().seen();
    for way in ["A link that we send", "A passkey", "A name and a password", "Your account at", "a slip", "an app"] {
        assert!(help.contains(way), "{way}: {help}");
    }
    let mine = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let own = mine.get("/help").await.shown().says("Skole placement office");
    assert!(!own.text.contains("Sykehus"));
    assert!(!town.nobody().get("/help").await.shown().text.contains("Skole"));
}

/// Columns of class personal that one's own file does not tell, and why.
const NOT_TOLD: &[(&str, &str)] = &[
    (
        "journal",
        "tells what was done, by anybody, in the organisation's name; what concerns oneself stands in its table",
    ),
    ("answers", "a copy, for thirty days, of an answer that was given at once"),
    ("imports", "a whole file about many people; what it brought stands in the tables it went into"),
    ("import_changes", "what stood there before an import, for many people"),
    ("runs", "an act of office; who set it going stands in the journal"),
    ("run_inputs", "the frozen files of a draw, about everybody in it"),
    ("proposals", "a draft that is nobody's decision; the decision is told"),
    ("hand_placements", "read by the case team alone; the decision tells the ground"),
    ("seats", "which seat is held stands in the decision"),
    ("pairs", "what weighs in a draw that may still run; the decision tells what weighed"),
    ("members", "an index over the bonds with an organisation, which are told"),
    ("person_mergers", "how to take a merger apart again; both entries are told as one"),
    ("invitations", "the mail that brought it is told"),
    ("matters", "which thread a matter has; the thread is told"),
    ("role_mailboxes", "an organisation's address for everybody in a role"),
    ("box_notices", "what an organisation's mailboxes were told; whoever reads them is told the same as themselves"),
    ("unit_changes", "an organisation's own structure"),
    ("guide_additions", "an organisation's own text"),
    ("operators", "nothing but the id of those who look after the portal"),
    ("thread_files", "can be fetched, each by itself, from the thread it was sent in"),
    ("api_tokens", "what an organisation's programs sign in with; who made and ended one stands in its list"),
    (
        "token_list_people",
        "names everybody in a list that a program fetched; the account after an incident tells each of them",
    ),
    ("webhooks", "where an organisation's systems are told what happens; who made one is told when it is off"),
    ("confidences", "what the office told its own in confidence; ask the office, which opens it and says so here"),
    ("second_look_classes", "classes that wait or waited for a colleague; the decision tells what weighed"),
    ("person_keys", "opens what is sealed about oneself, which its own table tells"),
    ("bounces", "kept by address, for all who share it, until a mail gets through"),
];

#[both_databases]
async fn one_s_own_file_tells_every_personal_column_or_says_why_not(town: Town) {
    let village = town.village("Mjøs").await;
    let student = town.sign_in(village.student).await;
    let answer = student.get("/me/data.json").await.shown();
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"fotfeste-my-data.json\"");
    let document: serde_json::Value = serde_json::from_str(&answer.text).unwrap();
    let rows = |table: &str| document["tables"][table]["rows"].as_array().map_or(0, Vec::len);
    for table in ["persons", "affiliations", "sessions", "mails", "participants", "wish_lists", "wishes", "decisions"] {
        assert!(rows(table) >= 1, "{table}: {}", answer.text);
    }
    assert_eq!(document["tables"]["persons"]["rows"][0]["given_name"], "Mjøs 1");
    assert!(!answer.text.contains(&student.session().unwrap()), "it tells what opens something");
    let actor = Actor::person(village.student);
    let told = town
        .db()
        .read(&actor, async |tx| {
            let oneself = people::signin::access::may_keep_own(tx.actor())?;
            let mut told = people::own_data(&tx, oneself).await?;
            told.extend(placing::own_data(&tx, oneself).await?);
            Ok(told)
        })
        .await
        .unwrap();
    let map = migrations::tables().into_iter().flat_map(|table| table.data_map());
    let personal: Vec<_> = map.filter(|line| line.class == migrations::schema::Class::Personal).collect();
    for line in &personal {
        let is_told = told.iter().any(|at| at.table == line.table && at.columns.iter().any(|name| name == line.column));
        let excused = NOT_TOLD.iter().any(|(table, _)| *table == line.table);
        assert!(is_told != excused, "{}.{}: told {is_told}, excused {excused}", line.table, line.column);
    }
    for line in migrations::tables().into_iter().flat_map(|table| table.data_map()) {
        if line.class == migrations::schema::Class::Secret {
            let is_told =
                told.iter().any(|at| at.table == line.table && at.columns.iter().any(|name| name == line.column));
            assert!(!is_told, "{}.{} opens something", line.table, line.column);
        }
    }
    for (table, why) in NOT_TOLD {
        assert!(personal.iter().any(|line| line.table == *table) && !why.is_empty(), "{table} needs no excuse");
    }
}
