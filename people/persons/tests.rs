//! What the rooms about people promise.

use base::{OrganisationId, PersonId};
use kit::actor::{Actor, Role};
use macros::both_databases;
use people::organisations::{self, NewUnit};
use people::persons::{self, NewPerson, NewRole, NewStudent, PersonName, Span, actor_of};

use crate::testkit::Town;

fn student(key: &str) -> NewStudent {
    let name = PersonName::new("Ola", key).unwrap();
    NewStudent { outside_key: key.into(), person: NewPerson { name, email: None, phone: None, lang: None } }
}

async fn enrol(town: &Town, school: OrganisationId, keys: &[&str]) -> Result<Vec<bool>, String> {
    let students: Vec<_> = keys.iter().map(|key| student(key)).collect();
    let enrol = async |tx| persons::enrol_students(&tx, school, &students).await;
    let enrolled = town.db().write(&Actor::portal(school), enrol).await;
    let new = |enrolled: Vec<persons::Enrolled>| enrolled.iter().map(|student| student.is_new).collect();
    enrolled.map(new).map_err(|fault| fault.problem().map_or("fault", |problem| problem.name()).into())
}

async fn give(town: &Town, by: &Actor, at: OrganisationId, new: &NewRole) -> bool {
    town.db().write(by, async |tx| persons::give_role(&tx, at, new).await).await.is_ok()
}

async fn actor(town: &Town, person: PersonId) -> Actor {
    actor_of(town.db(), person, None).await.unwrap()
}

#[both_databases]
async fn the_same_key_is_the_same_student(town: Town) {
    let school = town.organisation("Skole").await;
    assert_eq!(enrol(&town, school, &["s1", "s2"]).await, Ok(vec![true, true]));
    assert_eq!(enrol(&town, school, &["s2", "s3"]).await, Ok(vec![false, true]));
    assert_eq!(enrol(&town, school, &["s4", "s4"]).await, Err("person-key-taken".into()));
    assert_eq!(enrol(&town, school, &[" "]).await, Err("person-keyless".into()));
    let elsewhere = town.organisation("Annen skole").await;
    assert_eq!(enrol(&town, elsewhere, &["s1"]).await, Ok(vec![true]));
}

#[both_databases]
async fn many_students_are_enrolled_with_few_statements(town: Town) {
    let school = town.organisation("Skole").await;
    let keys: Vec<String> = (0..2_500).map(|number| format!("s{number}")).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let before = town.db().queries();
    assert_eq!(enrol(&town, school, &keys).await.map(|new| new.len()), Ok(2_500));
    assert!(town.db().queries() - before <= 10, "{} statements", town.db().queries() - before);
}

#[both_databases]
async fn a_role_on_a_unit_covers_what_lies_below_it(town: Town) {
    let host = town.organisation("Kommune").await;
    let portal = Actor::portal(host);
    let unit = async |parent, name: &str| {
        let new = NewUnit { parent, name: name.into(), ..NewUnit::default() };
        town.db().write(&portal, async |tx| organisations::add_unit(&tx, host, &new).await).await.unwrap()
    };
    let schools = unit(None, "Skoler").await;
    let granvang = unit(Some(schools), "Granvang").await;
    let class = unit(Some(granvang), "5. trinn").await;
    let homes = unit(None, "Sykehjem").await;
    let anne = town.person(host, "Anne").await;
    let on = |unit| NewRole { person: anne, role: Role::Coordinator, unit, span: Span::ALWAYS };
    assert!(give(&town, &portal, host, &on(Some(granvang))).await);
    let mut covered = actor(&town, anne).await.held()[0].units.clone().unwrap();
    covered.sort();
    assert_eq!(covered, [granvang, class]);
    let anne_now = actor(&town, anne).await;
    assert!(give(&town, &anne_now, host, &on(Some(class))).await, "what one holds one may give");
    assert!(!give(&town, &anne_now, host, &on(Some(homes))).await, "beside it");
    assert!(!give(&town, &anne_now, host, &on(None)).await, "above it");
    let administrator = NewRole { role: Role::Administrator, ..on(Some(class)) };
    assert!(!give(&town, &anne_now, host, &administrator).await, "another role");
    let elsewhere = town.organisation("Annen kommune").await;
    assert!(!give(&town, &anne_now, elsewhere, &on(None)).await, "another organisation");
}

#[both_databases]
async fn a_role_holds_from_its_first_day_to_its_last_where_the_organisation_is(town: Town) {
    let school = town.organisation("Skole").await;
    let jonas = town.person(school, "Jonas").await;
    let day = |text: &str| Some(text.parse().unwrap());
    let span = Span::new(day("2027-03-01"), day("2027-03-31")).unwrap();
    let new = NewRole { person: jonas, role: Role::Administrator, unit: None, span };
    assert!(give(&town, &Actor::portal(school), school, &new).await);
    let mut held = vec![];
    for moment in ["2027-02-28 23:30", "2027-03-01 00:30", "2027-03-31 23:30", "2027-04-01 00:30"] {
        town.now_is(moment);
        held.push(actor(&town, jonas).await.has(Role::Administrator));
    }
    assert_eq!(held, [false, true, true, false]);
}

#[both_databases]
async fn units_form_a_tree_of_one_organisation(town: Town) {
    let host = town.organisation("Kommune").await;
    let other = town.organisation("Sykehus").await;
    let add = async |at: OrganisationId, actor: &Actor, new: &NewUnit| {
        let added = town.db().write(actor, async |tx| organisations::add_unit(&tx, at, new).await).await;
        added.map_err(|fault| fault.problem().map_or("fault", |problem| problem.name()).to_owned())
    };
    let named =
        |name: &str, key: &str| NewUnit { name: name.into(), outside_key: Some(key.into()), ..NewUnit::default() };
    let ward = add(host, &Actor::portal(host), &named("Avdeling", "a")).await.unwrap();
    assert_eq!(add(host, &Actor::portal(host), &named("Annen", "a")).await, Err("unit-key-taken".into()));
    let below_foreign = NewUnit { parent: Some(ward), ..named("Under", "u") };
    assert_eq!(add(other, &Actor::portal(other), &below_foreign).await, Err("unit-no-parent".into()));
    assert_eq!(add(host, &Actor::portal(other), &named("Ny", "n")).await, Err("denied".into()));
    assert_eq!(add(host, &Actor::portal(host), &named(" ", "b")).await, Err("organisation-text-empty".into()));
}
