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
    let mine = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let own = mine.get("/help").await.shown().says("Skole placement office");
    assert!(!own.text.contains("Sykehus"));
    assert!(!town.nobody().get("/help").await.shown().text.contains("Skole"));
}
