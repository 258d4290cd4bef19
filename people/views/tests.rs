//! What the look of lists promises: each person's own, kept, shared only where it should be, and the same rows as a file.

use axum::http::StatusCode;
use base::OrganisationId;
use kit::actor::{Actor, Role};
use macros::both_databases;
use people::persons::{self, NewRole, Span};

use crate::testkit::{Reader, Town};

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

/// Somebody who works at two organisations, with a colleague at each.
async fn two_places(town: &Town) -> (OrganisationId, OrganisationId, Reader, Reader, Reader) {
    let (here, there) = (town.organisation("Skole").await, town.organisation("Sykehus").await);
    let both = town.holder(here, "Jonas", Role::Administrator).await;
    let new = NewRole { person: both, role: Role::Coordinator, unit: None, span: Span::ALWAYS };
    town.db().write(&Actor::portal(there), async |tx| persons::give_role(&tx, there, &new).await).await.unwrap();
    let colleague = town.sign_in(town.holder(here, "Kari", Role::Administrator).await).await;
    let stranger = town.sign_in(town.holder(there, "Ola", Role::Coordinator).await).await;
    (here, there, town.sign_in(both).await, colleague, stranger)
}

#[both_databases]
async fn a_view_of_one_organisation_s_list_is_seen_there_alone(town: Town) {
    let (here, there, both, colleague, stranger) = two_places(&town).await;
    for list in ["people", "roles"] {
        let path = |at: OrganisationId| format!("/organisations/{at}/{list}");
        let fields = |at: &str, shared: &str| {
            let back = format!("{}?standing=all", path(here));
            let name = format!("Delt i {list}");
            [
                ("list", list.to_owned()),
                ("at", at.to_owned()),
                ("back", back),
                ("name", name),
                ("shared", shared.into()),
            ]
        };
        let view = both.post("/views", fields(&here.to_string(), "yes")).await.done();
        assert!(view.starts_with(&format!("{}?standing=all&view=", path(here))), "{view}");
        colleague.get(path(here)).await.shown().says("Delt i");
        both.get(&view).await.shown().says("Delt i");
        for (reader, at) in [(&both, there), (&stranger, there)] {
            assert!(!reader.get(path(at)).await.shown().seen().contains("Delt i"), "{list}");
        }
        let query = view.split_once('?').unwrap().1;
        assert!(
            !both.get(format!("{}?{query}", path(there))).await.shown().text.contains("aria-current=\"true\">Delt")
        );
        stranger.post("/views", fields(&here.to_string(), "yes")).await.refused_with("denied");
        assert_eq!(both.post("/views", fields("skolen", "")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[both_databases]
async fn the_register_and_the_roles_have_columns_density_and_a_workbook(town: Town) {
    let school = town.organisation("Skole").await;
    let keeper = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    for (list, column, label, gone) in [
        ("people", "roles", "data-l=\"Roller\"", "data-l=\"Nummer\""),
        ("roles", "unit", "data-l=\"", "data-l=\"Status\""),
    ] {
        let path = format!("/organisations/{school}/{list}");
        let before = keeper.get(&path).await.shown();
        assert!(
            before.text.contains(&format!("{path}.xlsx")) && before.text.contains(&format!("{path}.csv")),
            "{list}"
        );
        let fields = [("list", list), ("back", path.as_str()), ("columns", column), ("density", "dense")];
        assert_eq!(keeper.post("/views/looks", fields).await.done(), path);
        let page = keeper.get(&path).await.shown();
        assert!(page.text.contains("<div class=\"dense\">") && page.text.contains(label), "{}", page.text);
        assert!(!page.text.contains(gone), "{list}: {}", page.text);
        assert!(page.text.matches("data-l=").count() < before.text.matches("data-l=").count(), "{list}");
        let taken = town.journal_of(school).await;
        let file = keeper.get(format!("{path}.xlsx?standing=all")).await.shown();
        assert_eq!(file.header("content-type"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assert!(file.text.starts_with("PK"));
        let text = keeper.get(format!("{path}.csv?standing=all")).await.shown();
        assert!(text.text.contains("Nordmann"), "{}", text.text);
        assert_eq!(town.journal_of(school).await, taken + 2, "{list}: who stands in a file is noted");
        let stranger =
            town.sign_in(town.person_at(town.organisation("Annen skole").await, "x@town.example").await).await;
        for ending in ["csv", "xlsx"] {
            stranger.get(format!("{path}.{ending}")).await.refused_with("not-found");
        }
    }
}
