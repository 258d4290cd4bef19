//! What the look of lists promises: each person's own, kept, shared only where it should be, and the same rows as a file.

use axum::http::StatusCode;
use kit::actor::Role;
use macros::both_databases;

use crate::testkit::Town;

#[both_databases]
async fn columns_and_density_are_kept_for_the_person(town: Town) {
    let (institution, round, administrator) = town.round_of_students(3).await;
    let colleague = town.sign_in(town.holder(institution, "Kari", Role::Administrator).await).await;
    let office = town.sign_in(administrator).await;
    let path = format!("/rounds/{round}/students");
    let fields = [("list", "students"), ("back", path.as_str()), ("columns", "number"), ("density", "dense")];
    assert_eq!(office.post("/views/looks", fields).await.done(), path);
    let page = office.get(&path).await.shown();
    assert!(page.text.contains("<div class=\"dense\">"));
    assert!(page.text.contains("data-l=\"Studentnummer\""), "{}", page.seen());
    assert!(!page.text.contains("data-l=\"Fag\""));
    let theirs = colleague.get(&path).await.shown();
    assert!(!theirs.text.contains("<div class=\"dense\">") && theirs.text.contains("data-l=\"Fag\""));
    for wrong in ["//evil.example", "https://evil.example", ""] {
        let fields = [("list", "students"), ("back", wrong), ("density", "dense")];
        assert_eq!(office.post("/views/looks", fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
}

#[both_databases]
async fn a_view_is_found_by_those_it_is_for(town: Town) {
    let (institution, round, administrator) = town.round_of_students(3).await;
    let colleague = town.sign_in(town.holder(institution, "Kari", Role::Administrator).await).await;
    let office = town.sign_in(administrator).await;
    let path = format!("/rounds/{round}/students");
    let back = format!("{path}?q=Stor%201&sort=name");
    let save = |name: &str, shared: &str| {
        [("list", "students"), ("back", back.as_str()), ("name", name), ("shared", shared)]
            .map(|(name, value)| (name, value.to_owned()))
    };
    let refused = office.post("/views", save(" ", "yes")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("Gi visningen et navn.");
    let own = office.post("/views", save("Bare min", "")).await.done();
    let shared = office.post("/views", save("For alle", "yes")).await.done();
    assert!(own.starts_with(&format!("{path}?q=Stor%201&sort=name&view=")), "{own}");
    office.get(&own).await.shown().says("Stor 1").says("For alle").says("Bare min");
    let theirs = colleague.get(&path).await.shown().says("For alle");
    assert!(!theirs.seen().contains("Bare min"));
    let id = |address: &str| address.rsplit('=').next().unwrap().to_owned();
    let removal = |address: &str| format!("/views/{}/removal", id(address));
    let fields = [("back", path.as_str())];
    assert_eq!(colleague.post(removal(&shared), fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.post(removal(&shared), fields).await.done(), path);
    assert!(!colleague.get(&path).await.shown().seen().contains("For alle"));
}

#[both_databases]
async fn a_workbook_holds_the_rows_that_are_shown(town: Town) {
    let (_, round, administrator) = town.round_of_students(12).await;
    let office = town.sign_in(administrator).await;
    let page = office.get(format!("/rounds/{round}/students?q=00003")).await.shown();
    assert!(page.text.contains(&format!("/rounds/{round}/students.xlsx?q=00003")), "{}", page.text);
    let file = office.get(format!("/rounds/{round}/students.xlsx?q=00003")).await.shown();
    assert_eq!(file.header("content-type"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assert!(file.header("content-disposition").ends_with(".xlsx\""), "{}", file.header("content-disposition"));
    assert!(file.text.starts_with("PK"));
}
