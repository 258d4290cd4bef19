//! What guides promise: each role finds its own, an organisation adds to it, and two who edit at once lose nothing.

use axum::http::StatusCode;
use kit::actor::Role;
use macros::both_databases;

use crate::testkit::Town;

#[both_databases]
async fn each_role_finds_its_guide_with_what_the_own_organisation_added(town: Town) {
    let (mine, other) = (town.organisation("Mjøs").await, town.organisation("Fjord").await);
    let office = town.sign_in(town.holder(mine, "Anna", Role::Administrator).await).await;
    let student = town.sign_in(town.enrolled(mine, "Ida").await).await;
    let stranger = town.sign_in(town.enrolled(other, "Ola").await).await;
    let page = student.get("/guide").await.shown().says("Ranger ønskene dine");
    assert!(!page.seen().contains("Lag en runde") && !page.text.contains("/guide/addition"));
    let fields = [("reader", "student"), ("title", "Hos oss"), ("body", "Kontoret er i B-bygget."), ("edition", "0")];
    assert_eq!(student.post("/guide/addition", fields).await.status, StatusCode::FORBIDDEN);
    assert_eq!(student.get("/guide/addition").await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.post("/guide/addition", fields).await.done(), "/guide");
    student.get("/guide").await.shown().says("Fra Mjøs").says("Kontoret er i B-bygget.");
    assert!(!stranger.get("/guide").await.shown().seen().contains("B-bygget"));
}

#[both_databases]
async fn two_who_edit_at_once_see_both_versions_and_lose_nothing(town: Town) {
    let mine = town.organisation("Mjøs").await;
    let anna = town.sign_in(town.holder(mine, "Anna", Role::Administrator).await).await;
    let per = town.sign_in(town.holder(mine, "Per", Role::Administrator).await).await;
    let form = |body: &str, edition: &str| {
        [("reader", "student"), ("title", "Hos oss"), ("body", body), ("edition", edition)]
            .map(|(name, value)| (name, value.to_owned()))
    };
    anna.post("/guide/addition", form("Annas tekst", "0")).await.done();
    let conflict = per.post("/guide/addition", form("Pers tekst", "0")).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let page =
        conflict.says("Noen andre har lagret").says("Annas tekst").says("Lagret av Anna Nordmann").says("Pers tekst");
    assert!(page.text.contains("name=\"edition\" value=\"1\""));
    per.get("/guide").await.shown().says("Annas tekst");
    per.post("/guide/addition", form("Annas og Pers tekst", "1")).await.done();
    per.get("/guide").await.shown().says("Annas og Pers tekst");
    let late = anna.post("/guide/addition", form("Enda en", "1")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let wrong =
        anna.post("/guide/addition", [("reader", "student"), ("body", "Uten overskrift"), ("edition", "2")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("Uten overskrift"));
}
