//! What the room promises: one organisation for each link, and no account that everybody knows.

use axum::http::StatusCode;
use chrono::TimeDelta;
use macros::both_databases;

use crate::testkit::{Reply, Town};

async fn link(town: &Town) -> String {
    format!("/setup/{}", operating::setup::make_link(town.db()).await.unwrap().reveal())
}

fn form(name: &str, kind: &str, email: &str) -> Vec<(&'static str, String)> {
    let fields = [
        ("name", name),
        ("short_name", "Mjøs"),
        ("kind", kind),
        ("number", ""),
        ("lang", "nb"),
        ("time_zone", "Europe/Oslo"),
        ("contact_email", "praksis@mjos.example"),
        ("contact_phone", ""),
        ("given_name", "Anna"),
        ("family_name", "Berg"),
        ("email", email),
    ];
    fields.map(|(field, value)| (field, value.to_owned())).into()
}

#[track_caller]
fn is_spent(reply: &Reply) {
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert!(reply.seen().contains("Lenken er brukt opp"), "{}", reply.seen());
}

#[both_databases]
async fn a_link_takes_in_one_organisation_and_the_first_looks_after_the_portal(town: Town) {
    let reader = town.nobody();
    let first = link(&town).await;
    let address = format!("{first}?lang=nb");
    reader.get(&address).await.shown().says("Ta inn organisasjonen din");
    let wrong = reader.post(&address, form("Mjøs høgskole", "institution", "not an address")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Mjøs høgskole") && wrong.text.contains("not an address"), "typed text is kept");
    let to = reader.post(&address, form("Mjøs høgskole", "institution", "anna@mjos.example")).await.done();
    assert_eq!(to, "/ops/setup");
    reader.get(&to).await.shown().says("Før folk kommer").says("Hvem man kan spørre");
    reader.get("/rounds").await.shown();
    is_spent(&town.nobody().get(&address).await);
    is_spent(&town.nobody().post(&address, form("Andre", "host", "b@mjos.example")).await);
    // A further organisation has its own administrators, and they do not look after the portal.
    let second = link(&town).await;
    let reader = town.nobody();
    reader.post(&second, form("Brattholt kommune", "host", "bjorg@brattholt.example")).await.done();
    assert_eq!(reader.get("/ops").await.status, StatusCode::FORBIDDEN);
    town.run_jobs().await;
}

#[both_databases]
async fn a_link_lasts_a_day_and_a_wrong_one_opens_nothing(town: Town) {
    let address = format!("{}?lang=nb", link(&town).await);
    town.later(TimeDelta::hours(24));
    is_spent(&town.nobody().get(&address).await);
    for wrong in ["x".to_owned(), "0".repeat(64), "0".repeat(63)] {
        is_spent(&town.nobody().get(format!("/setup/{wrong}?lang=nb")).await);
    }
}

#[both_databases]
async fn what_the_organisation_lacks_is_told_and_the_link_still_works(town: Town) {
    let address = format!("{}?lang=nb", link(&town).await);
    let reader = town.nobody();
    let long = reader.post(&address, form(&"M".repeat(201), "both", "anna@mjos.example")).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reader.post(&address, form("Mjøs", "both", "anna@mjos.example")).await.done(), "/ops/setup");
    town.run_jobs().await;
}

/// How a line of the list is marked: "ok", "no", or nothing.
fn mark(page: &str, title: &str) -> Option<String> {
    let line = page.split("<li").find(|line| line.contains(&format!("<b>{title}</b>"))).expect("the line stands");
    let class = line.trim_start().strip_prefix("class=\"")?;
    Some(class.split('"').next().unwrap().to_owned())
}

#[both_databases]
async fn no_line_of_the_list_is_ticked_that_nobody_has_seen_to(town: Town) {
    let (address, reader) = (format!("{}?lang=nb", link(&town).await), town.nobody());
    let mut silent = form("Mjøs høgskole", "institution", "anna@mjos.example");
    silent.iter_mut().filter(|(field, _)| *field == "contact_email").for_each(|(_, value)| value.clear());
    reader.post(&address, silent).await.done();
    let marks = async || {
        let page = reader.get("/ops/setup?lang=nb").await.shown().text;
        assert!(!page.contains("<b>Utseende</b>"), "nothing is to be done about it here");
        ["Organisasjon", "Organisasjonens språk og tid"].map(|title| mark(&page, title))
    };
    let told = |word: &str| Some(word.to_owned());
    assert_eq!(marks().await, [told("no"), told("no")]);
    let page = reader.get("/ops/setup?lang=nb").await.shown().text;
    let about = page.split("href=\"").find(|rest| rest.contains("/about\">Om Mjøs")).expect("a way to the page");
    let about = about.split('"').next().unwrap().to_owned();
    let facts = |email: &str, edition: &str| {
        let typed = [
            ("name", "Mjøs høgskole"),
            ("short_name", "Mjøs"),
            ("lang", "nn"),
            ("time_zone", "Europe/Oslo"),
            ("contact_email", email),
            ("edition", edition),
        ];
        typed.map(|(field, value)| (field, value.to_owned()))
    };
    reader.post(&about, facts("", "0")).await.done();
    assert_eq!(marks().await, [told("no"), told("ok")]);
    reader.post(&about, facts("praksis@mjos.example", "1")).await.done();
    assert_eq!(marks().await, [told("ok"), told("ok")]);
    town.run_jobs().await;
}

#[both_databases]
async fn of_an_organisation_that_the_reader_does_not_keep_no_line_is_ticked(town: Town) {
    let mine = town.organisation("Mjøs").await;
    let operator = town.sign_in(town.operator(mine, "Oda").await).await;
    let page = operator.get("/ops/setup?lang=nb").await.shown();
    let page = page.says("Ikke kjent her").says("De som administrerer organisasjonen, ordner det på dens egen side.");
    assert_eq!(["Organisasjon", "Organisasjonens språk og tid"].map(|title| mark(&page.text, title)), [None, None]);
    assert!(!page.text.contains("/about"));
}
