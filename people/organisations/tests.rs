//! What an organisation's units promise.

use axum::http::StatusCode;
use base::{OrganisationId, PersonId, UnitId};
use kit::actor::{Actor, Role};
use macros::both_databases;
use people::organisations::{self, NewUnit};
use people::persons::{self, Affiliation, AffiliationKind, NewRole, Span};

use crate::testkit::{Reader, Town};

/// A municipality with a school in a region, a nursing home beside it, and its keeper.
struct Hosts {
    host: OrganisationId,
    keeper: Reader,
    region: UnitId,
    school: UnitId,
    home: UnitId,
}

async fn hosts(town: &Town) -> Hosts {
    town.now_is("2027-03-01 09:00");
    let host = town.organisation("Kommune").await;
    let region = unit(town, host, None, "Skoler").await;
    let school = unit(town, host, Some(region), "Granvang").await;
    let home = unit(town, host, None, "Solgløtt").await;
    let keeper = town.sign_in(town.holder(host, "Bjørg", Role::Coordinator).await).await;
    Hosts { host, keeper, region, school, home }
}

async fn unit(town: &Town, host: OrganisationId, parent: Option<UnitId>, name: &str) -> UnitId {
    let new = NewUnit { parent, name: name.into(), ..NewUnit::default() };
    town.db().write(&Actor::portal(host), async |tx| organisations::add_unit(&tx, host, &new).await).await.unwrap()
}

async fn works_at(town: &Town, host: OrganisationId, name: &str, unit: UnitId) -> PersonId {
    let person = town.person(host, name).await;
    let kind = AffiliationKind::Staff;
    let bond = Affiliation { person, kind, outside_key: None, unit: Some(unit), span: Span::ALWAYS };
    town.db().write(&Actor::portal(host), async |tx| persons::affiliate(&tx, host, &bond).await).await.unwrap();
    person
}

async fn holds(town: &Town, host: OrganisationId, person: PersonId, role: Role, unit: Option<UnitId>) {
    let new = NewRole { person, role, unit, span: Span::ALWAYS };
    town.db().write(&Actor::portal(host), async |tx| persons::give_role(&tx, host, &new).await).await.unwrap();
}

/// Looks at the preview as a reader would, and answers what its form would send.
async fn see(reader: &Reader, hosts: &Hosts, unit: UnitId, act: &str, query: &str) -> (String, Vec<(String, String)>) {
    let path = format!("/organisations/{}/units/{unit}/changes/{act}", hosts.host);
    let reply = reader.get(format!("{path}?see=yes&{query}")).await.shown();
    let form = reply.text.split("<form method=\"post\" action=\"/organisations").nth(1).expect("a preview").to_owned();
    let form = form.split("</form>").next().unwrap();
    let fields = form.split("type=\"hidden\" name=\"").skip(1).map(|rest| {
        let (name, rest) = rest.split_once("\" value=\"").unwrap();
        (name.to_owned(), rest.split('"').next().unwrap().to_owned())
    });
    (path, fields.collect())
}

async fn change(hosts: &Hosts, unit: UnitId, act: &str, query: &str) {
    let (path, fields) = see(&hosts.keeper, hosts, unit, act, query).await;
    hosts.keeper.post(path, fields).await.done();
}

/// The tree as a reader sees it, without counts.
async fn tree(hosts: &Hosts, on: &str) -> String {
    let reply = hosts.keeper.get(format!("/organisations/{}/units?on={on}&lang=en", hosts.host)).await.shown();
    let list = reply
        .text
        .split("<ul class=\"tree\">")
        .nth(1)
        .unwrap_or_default()
        .split("</section>")
        .next()
        .unwrap()
        .to_owned();
    let list = list.replace("<ul>", "(").replace("</ul>", ")");
    let mut out = String::new();
    for part in list.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        if tag.starts_with("a href") || tag.is_empty() || tag == "/li" || tag == "/span" {
            out += text.trim();
        }
        if tag == "/li" {
            out += ",";
        }
    }
    out.replace(",)", ")").replace(",,", ",").trim_end_matches(',').trim_end_matches(')').to_owned()
}

#[both_databases]
async fn a_change_holds_from_its_day_and_every_day_has_its_tree(town: Town) {
    let mut hosts = hosts(&town).await;
    change(&hosts, hosts.school, "named", "name=Granvang+skole&from_on=2027-03-01").await;
    change(&hosts, hosts.school, "moved", &format!("to={}&from_on=2027-04-01", hosts.home)).await;
    change(&hosts, hosts.region, "closed", "from_on=2027-05-01").await;
    let told = ["2027-02-28", "2027-03-01", "2027-03-31", "2027-04-01", "2027-05-01"];
    let foreseen = [
        "Skoler(Granvang),Solgløtt",
        "Skoler(Granvang skole),Solgløtt",
        "Skoler(Granvang skole),Solgløtt",
        "Skoler,Solgløtt(Granvang skole",
        "Solgløtt(Granvang skole",
    ];
    for (on, foreseen) in told.into_iter().zip(foreseen) {
        assert_eq!(tree(&hosts, on).await, foreseen, "foreseen for {on}");
    }
    let before = town.journal_of(hosts.host).await;
    town.now_is("2027-04-01 00:05");
    town.run_jobs().await;
    hosts.keeper = town.sign_in(town.holder(hosts.host, "Bjarne", Role::Coordinator).await).await;
    assert_eq!(tree(&hosts, "").await, foreseen[3], "on its day");
    assert_eq!(town.journal_of(hosts.host).await - before, 1 + 2, "one entry for the change, two for Bjarne");
    town.now_is("2027-06-01 09:00");
    town.run_jobs().await;
    hosts.keeper = town.sign_in(town.holder(hosts.host, "Berit", Role::Coordinator).await).await;
    for (on, foreseen) in told.into_iter().zip(foreseen) {
        assert_eq!(tree(&hosts, on).await, foreseen, "looking back at {on}");
    }
}

#[both_databases]
async fn a_preview_tells_what_is_touched_and_writes_nothing(town: Town) {
    let hosts = hosts(&town).await;
    let ida = works_at(&town, hosts.host, "Ida", hosts.school).await;
    works_at(&town, hosts.host, "Ola", hosts.region).await;
    holds(&town, hosts.host, ida, Role::Coordinator, Some(hosts.school)).await;
    let before = town.journal_entries().await;
    let path = format!("/organisations/{}/units/{}/changes/moved", hosts.host, hosts.region);
    let query = format!("see=yes&to={}&from_on=2027-03-01&lang=en", hosts.home);
    let reply = hosts.keeper.get(format!("{path}?{query}")).await.shown();
    let seen = reply.seen();
    for told in ["Skoler → Solgløtt / Skoler", "Units 2", "People 2", "Roles 1", "Students coming 0", "Rounds 0"] {
        assert!(seen.contains(told), "«{told}» is not in {seen}");
    }
    assert_eq!(town.journal_entries().await, before);
    assert_eq!(tree(&hosts, "").await, "Skoler(Granvang),Solgløtt");
}

#[both_databases]
async fn two_who_change_one_unit_are_told(town: Town) {
    let hosts = hosts(&town).await;
    let (path, fields) = see(&hosts.keeper, &hosts, hosts.school, "named", "name=A&from_on=2027-03-01").await;
    change(&hosts, hosts.school, "named", "name=B&from_on=2027-03-01").await;
    let reply = hosts.keeper.post(format!("{path}?lang=en"), fields.clone()).await;
    assert_eq!(reply.status, StatusCode::CONFLICT, "{}", reply.seen());
    let reply = reply.says("Somebody changed this unit after you looked").says("B → A");
    assert!(reply.text.contains("name=\"name\" value=\"A\""), "what was typed is kept");
    assert_eq!(tree(&hosts, "").await, "Skoler(B),Solgløtt");
}

#[both_databases]
async fn what_cannot_be_is_refused_with_all_that_was_typed(town: Town) {
    let hosts = hosts(&town).await;
    let tries = [
        (hosts.region, "moved", format!("to={}", hosts.school), "A unit cannot lie in itself"),
        (hosts.region, "closed", String::new(), "One unit lies in this one. Move or close"),
        (hosts.school, "merged", "to=Nowhere".into(), "No unit is called “Nowhere”"),
        (hosts.school, "named", "name=X&from_on=2027-02-28".into(), "That day has gone by"),
        (hosts.school, "named", "name=X&from_on=31.02.2027".into(), "is not a date"),
        (hosts.school, "named", "name=".into(), "Fill in this field"),
        (hosts.school, "named", "name=Granvang".into(), "That is how it is already"),
    ];
    for (unit, act, query, told) in tries {
        let path = format!("/organisations/{}/units/{unit}/changes/{act}?see=yes&lang=en&{query}", hosts.host);
        let reply = hosts.keeper.get(&path).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", reply.seen());
        reply.says(told);
    }
    let reply = hosts
        .keeper
        .get(format!(
            "/organisations/{}/units/{}/changes/named?see=yes&name=X&outside_key=K&from_on=x",
            hosts.host, hosts.school
        ))
        .await;
    assert!(reply.text.contains("value=\"X\"") && reply.text.contains("value=\"K\""), "{}", reply.text);
}

#[both_databases]
async fn people_of_a_closed_or_merged_unit_go_on_and_roles_never_grow(town: Town) {
    let hosts = hosts(&town).await;
    let ward = unit(&town, hosts.host, Some(hosts.home), "Avdeling 1").await;
    let ida = works_at(&town, hosts.host, "Ida", hosts.school).await;
    let ola = works_at(&town, hosts.host, "Ola", ward).await;
    for (person, unit) in [(ida, hosts.school), (ola, ward)] {
        holds(&town, hosts.host, person, Role::Coordinator, Some(unit)).await;
    }
    change(&hosts, ward, "closed", "from_on=2027-03-01").await;
    change(&hosts, hosts.school, "merged", &format!("to={}&from_on=2027-03-01", hosts.home)).await;
    assert_eq!(tree(&hosts, "").await, "Skoler,Solgløtt");
    let page = hosts.keeper.get(format!("/organisations/{}/units/{}?lang=en", hosts.host, hosts.home)).await.shown();
    page.says("People here 2");
    let covered = async |person| {
        let actor = persons::actor_of(town.db(), person, None).await.unwrap();
        actor.held().iter().flat_map(|held| held.units.clone().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(covered(ola).await, [], "a role ends with its unit");
    assert_eq!(covered(ida).await, [hosts.school], "a role covers what it covered");
    let head = town.person(hosts.host, "Head").await;
    holds(&town, hosts.host, head, Role::Coordinator, Some(hosts.home)).await;
    let mut all = covered(head).await;
    all.sort();
    let mut expected = vec![hosts.school, hosts.home, ward];
    expected.sort();
    assert_eq!(all, expected, "who looks after the whole sees what was the part's");
}

#[both_databases]
async fn moving_units_gives_nobody_a_role_that_the_mover_could_not_give(town: Town) {
    let hosts = hosts(&town).await;
    let ida = works_at(&town, hosts.host, "Ida", hosts.home).await;
    holds(&town, hosts.host, ida, Role::Coordinator, Some(hosts.home)).await;
    let office = town.sign_in(town.holder(hosts.host, "Jonas", Role::Administrator).await).await;
    let path = format!("/organisations/{}/units/{}/changes", hosts.host, hosts.school);
    for act in ["moved", "merged"] {
        let query = format!("see=yes&to={}&lang=en", hosts.home);
        let reply = office.get(format!("{path}/{act}?{query}")).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{act}");
        reply.says("People with another role than yours");
        hosts.keeper.get(format!("{path}/{act}?{query}")).await.shown();
    }
    // Planned while nobody gained by it, and a role is given meanwhile: on its day it is refused all the same.
    let free = unit(&town, hosts.host, None, "Ny").await;
    let (path, fields) = see(&office, &hosts, hosts.school, "moved", &format!("to={free}&from_on=2027-04-01")).await;
    office.post(path, fields).await.done();
    holds(&town, hosts.host, ida, Role::Coordinator, Some(free)).await;
    town.now_is("2027-04-01 01:00");
    town.run_jobs().await;
    let hosts =
        Hosts { keeper: town.sign_in(town.holder(hosts.host, "Berit", Role::Coordinator).await).await, ..hosts };
    assert_eq!(tree(&hosts, "").await, "Ny,Skoler(Granvang),Solgløtt");
    hosts.keeper.get(format!("/organisations/{}/history?lang=en", hosts.host)).await.shown().says("Not possible");
}

#[both_databases]
async fn a_plan_is_taken_back_until_its_day(town: Town) {
    let hosts = hosts(&town).await;
    let add = format!("/organisations/{}/units/new", hosts.host);
    let to = hosts.region.to_string();
    let fields = [("name", "Ny skole"), ("to", to.as_str()), ("from_on", "2027-08-01")];
    let page = hosts.keeper.post(&add, fields).await.done();
    change(&hosts, hosts.school, "closed", "from_on=2027-08-01").await;
    assert_eq!(tree(&hosts, "2027-08-01").await, "Skoler(Ny skole),Solgløtt");
    for page in [page, format!("/organisations/{}/units/{}", hosts.host, hosts.school)] {
        let text = hosts.keeper.get(page).await.shown().text;
        let href = text.split("action=\"").find(|rest| rest.contains("/withdrawal\"")).unwrap();
        let href = href.split('"').next().unwrap();
        hosts.keeper.press(href).await.done();
        hosts.keeper.press(href).await.refused_with("unit-not-planned");
    }
    assert_eq!(tree(&hosts, "2027-08-01").await, "Skoler(Granvang),Solgløtt");
    town.now_is("2027-08-02 09:00");
    town.run_jobs().await;
    town.assert_no_job_left().await;
}

#[both_databases]
async fn units_are_seen_by_role_holders_and_changed_by_keepers_of_the_whole(town: Town) {
    let hosts = hosts(&town).await;
    let ida = works_at(&town, hosts.host, "Ida", hosts.school).await;
    holds(&town, hosts.host, ida, Role::Coordinator, Some(hosts.school)).await;
    let at_school = town.sign_in(ida).await;
    let student = town.sign_in(town.enrolled(hosts.host, "Mila").await).await;
    let base = format!("/organisations/{}/units", hosts.host);
    let one = format!("{base}/{}", hosts.school);
    for path in [base.clone(), one.clone(), format!("/organisations/{}/history", hosts.host)] {
        at_school.get(&path).await.shown();
        assert_eq!(student.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in [format!("{base}/new"), format!("{one}/changes/named")] {
        assert_eq!(at_school.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(at_school.post(&path, [("name", "X")]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!at_school.get(&one).await.shown().text.contains("/changes/"));
}

#[both_databases]
async fn five_thousand_units_are_shown_with_few_statements(town: Town) {
    let host = town.organisation("Stor kommune").await;
    let fill = async |tx| {
        let mut tops = vec![];
        for number in 0..5_000_usize {
            let parent = if number < 50 { None } else { Some(tops[number % 50]) };
            let new = NewUnit { parent, name: format!("Enhet {number}"), ..NewUnit::default() };
            let id = organisations::add_unit(&tx, host, &new).await?;
            if number < 50 {
                tops.push(id);
            }
        }
        Ok(tops)
    };
    let tops = town.db().write(&Actor::portal(host), fill).await.unwrap();
    let keeper = town.sign_in(town.holder(host, "Bjørg", Role::Coordinator).await).await;
    let one = tops[0];
    for path in [
        format!("/organisations/{host}/units"),
        format!("/organisations/{host}/units?q=49"),
        format!("/organisations/{host}/units/{one}"),
        format!("/organisations/{host}/units/{one}/changes/moved?see=yes&to=Enhet+1"),
    ] {
        let before = town.db().queries();
        let reply = keeper.get(&path).await.shown();
        let statements = town.db().queries() - before;
        assert!(statements <= 16, "{path}: {statements} statements");
        assert!(reply.text.len() < 200_000, "{path}: {} bytes", reply.text.len());
    }
}
