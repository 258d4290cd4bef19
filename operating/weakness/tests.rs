//! What the room promises: whoever finds a weakness finds where to tell it, when the operator has said where.

use axum::http::StatusCode;
use kit::settings::Settings;
use macros::both_databases;

use crate::testkit::Town;

#[both_databases]
async fn the_file_says_where_weaknesses_are_told_and_until_when_it_holds(town: Town) {
    assert_eq!(town.nobody().get("/.well-known/security.txt").await.status, StatusCode::NOT_FOUND);
    town.now_is("2027-03-01 10:00");
    let told = Settings { security_contact: "mailto:sikkerhet@mjos.example".into(), ..town.app().settings().clone() };
    let base = told.base_url.clone();
    let page = town.with_settings(told).nobody().get("/.well-known/security.txt").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.header("content-type"), "text/plain; charset=utf-8");
    let expected = format!(
        "Contact: mailto:sikkerhet@mjos.example\nExpires: 2027-08-28T00:00:00Z\nPreferred-Languages: nb, nn, da, en\n\
         Canonical: {base}/.well-known/security.txt\n"
    );
    assert_eq!(page.text, expected);
}
