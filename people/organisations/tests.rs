//! What an organisation's units promise, and what everybody reads about it.

use axum::http::{Method, StatusCode};
use base::{OrganisationId, PersonId, UnitId};
use kit::actor::{Actor, Role};
use kit::scope::Scope;
use macros::both_databases;
use people::organisations::{self, NewUnit};
use people::persons::{self, Affiliation, AffiliationKind, NewRole, Span};

use crate::testkit::{Program, Reader, Town};

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

/// What the form of the facts sends, but for what is told to be otherwise.
fn facts(name: &str, edition: &str, other: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    let usual = [
        ("name", name),
        ("short_name", "Kommunen"),
        ("lang", "nb"),
        ("time_zone", "Europe/Oslo"),
        ("contact_name", "Servicetorget"),
        ("contact_email", "praksis@kommune.example"),
        ("contact_phone", "62 00 00 00"),
        ("edition", edition),
    ];
    let told = |(field, value): (&'static str, &str)| {
        let otherwise = other.iter().find(|(of, _)| *of == field).map_or(value, |(_, other)| other);
        (field, otherwise.to_owned())
    };
    let more = other.iter().filter(|(field, _)| !usual.iter().any(|(of, _)| of == field));
    usual.into_iter().map(told).chain(more.map(|(field, value)| (*field, (*value).to_owned()))).collect()
}

fn about(organisation: OrganisationId) -> String {
    format!("/organisations/{organisation}/about")
}

#[both_databases]
async fn what_everybody_reads_about_an_organisation_is_put_right_by_those_who_administer_it(town: Town) {
    let hosts = hosts(&town).await;
    let page = about(hosts.host);
    let part = town.person(hosts.host, "Del").await;
    holds(&town, hosts.host, part, Role::Coordinator, Some(hosts.school)).await;
    let elsewhere = town.organisation("Fjord").await;
    let others = [
        town.sign_in(part).await,
        town.sign_in(town.enrolled(hosts.host, "Ida").await).await,
        town.sign_in(town.holder(elsewhere, "Ola", Role::Administrator).await).await,
    ];
    let before = town.journal_of(hosts.host).await;
    for other in &others {
        assert_eq!(other.get(&page).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.post(&page, facts("Andres", "0", &[])).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(town.journal_of(hosts.host).await, before, "a stranger changed something");
    let units = hosts.keeper.get(format!("/organisations/{}/units", hosts.host)).await.shown();
    assert!(units.text.contains(&page), "the page is found from the organisation's own");
    hosts.keeper.get(&page).await.shown().says("Om organisasjonen").says("Sender og tar imot studenter");
    let to = hosts.keeper.post(&page, facts("Brattholt kommune", "0", &[])).await.done();
    assert_eq!(to, format!("{page}?done=yes"));
    let saved =
        hosts.keeper.get(&to).await.shown().says("Lagret.").says("Fullt navn: «Kommune» ble «Brattholt kommune»");
    let saved = saved.says("Person eller kontor er endret").says("Bjørg Nordmann");
    assert!(!saved.seen().contains("Kommune placement office"), "the history names nobody who was the contact");
    let help = others[1].get("/help").await.shown().says("Brattholt kommune").says("Servicetorget");
    assert!(help.text.contains("mailto:praksis@kommune.example") && help.text.contains("tel:62 00 00 00"));
    // Read through and saved as it was, that is noted too.
    hosts.keeper.post(&page, facts("Brattholt kommune", "1", &[])).await.done();
    hosts.keeper.get(&page).await.shown().says("Lest gjennom uten endringer");
    let facts = noted_facts(&town, hosts.host).await;
    let said = serde_json::json!({
        "before": { "name": "Kommune", "short_name": "Kommune", "contact_name": null, "contact_email": null,
            "contact_phone": null },
        "after": { "name": "Brattholt kommune", "short_name": "Kommunen", "contact_name": null, "contact_email": null,
            "contact_phone": null },
    });
    let nothing = serde_json::json!({});
    assert_eq!(facts, [("organisation-confirmed".to_owned(), nothing), ("organisation-changed".to_owned(), said)]);
}

/// What the journal says about the organisation's facts, newest first.
async fn noted_facts(town: &Town, organisation: OrganisationId) -> Vec<(String, serde_json::Value)> {
    let actor = Actor::portal(organisation);
    let owner = kit::actor::Owner::proven(&actor, organisation).unwrap();
    let kinds = ["organisation-changed", "organisation-confirmed"];
    let noted = async |tx| Ok(kit::journal::of_kinds(&tx, owner, organisation, &kinds, 50).await?);
    let entries = town.db().read(&actor, noted).await.unwrap();
    entries.into_iter().map(|entry| (entry.kind, entry.facts)).collect()
}

#[both_databases]
async fn two_who_change_the_facts_at_once_see_both_versions_and_lose_nothing(town: Town) {
    let hosts = hosts(&town).await;
    let page = about(hosts.host);
    let per = town.sign_in(town.holder(hosts.host, "Per", Role::Coordinator).await).await;
    hosts.keeper.post(&page, facts("Bjørgs kommune", "0", &[])).await.done();
    let conflict = per.post(&page, facts("Pers kommune", "0", &[("contact_phone", "63 00 00 00")])).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let conflict = conflict.says("Noen andre har lagret").says("Lagret av Bjørg Nordmann").says("Bjørgs kommune");
    let theirs = conflict.text.split("id=\"theirs\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(theirs.contains("62 00 00 00") && !theirs.contains("Servicetorget"), "what differs, and nothing else");
    assert!(conflict.text.contains("value=\"Pers kommune\"") && conflict.text.contains("value=\"63 00 00 00\""));
    assert!(conflict.text.contains("name=\"edition\" value=\"1\""));
    per.get(&page).await.shown().says("Bjørgs kommune");
    per.post(&page, facts("Begges kommune", "1", &[])).await.done();
    assert_eq!(hosts.keeper.post(&page, facts("For sent", "1", &[])).await.status, StatusCode::CONFLICT);
    let stands = hosts.keeper.get(&page).await.shown();
    assert!(stands.text.contains("value=\"Begges kommune\"") && stands.text.contains("name=\"edition\" value=\"2\""));
}

#[both_databases]
async fn what_is_wrong_with_the_facts_is_told_field_by_field_and_what_was_typed_stays(town: Town) {
    let hosts = hosts(&town).await;
    let page = about(hosts.host);
    let before = town.journal_of(hosts.host).await;
    let other = [("short_name", " "), ("lang", "xx"), ("time_zone", "Mars/Base"), ("contact_email", "servicetorget")];
    let wrong = hosts.keeper.post(&page, facts(&"K".repeat(201), "0", &other)).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = wrong
        .says("Teksten har 201 tegn. Kort den ned til høyst 200.")
        .says("Fyll ut dette feltet.")
        .says("«xx» er ikke blant valgene. Velg ett fra listen.")
        .says("«Mars/Base» er ikke blant valgene. Velg ett fra listen.")
        .says("«servicetorget» er ikke en e-postadresse.");
    assert!(wrong.text.contains(&"K".repeat(201)) && wrong.text.contains("value=\"Servicetorget\""));
    assert_eq!(town.journal_of(hosts.host).await, before);
}

#[both_databases]
async fn another_time_zone_moves_no_deadline_and_says_so(town: Town) {
    let (institution, round, administrator) = town.round_of_students(1).await;
    let office = town.sign_in(administrator).await;
    let system = Program::of(&town, administrator, institution, &[Scope::SeeRounds]).await;
    let path = format!("/api/v1/rounds/{round}");
    let before = system.json(&path).await;
    let changed = facts("Storfjord høgskole", "0", &[("time_zone", "Europe/London")]);
    let to = office.post(about(institution), changed).await.done();
    office
        .get(&to)
        .await
        .shown()
        .says("Fristene er de samme tidspunktene som før, og vises nå etter klokken i Europe/London.");
    let after = system.json(&path).await;
    assert_eq!(after["wishes_close_at"], before["wishes_close_at"], "the moment");
    let hour = |shown: &serde_json::Value| shown["plan"]["close_at"].as_str().unwrap()[..2].parse::<u8>().unwrap();
    assert_eq!(hour(&after) + 1, hour(&before), "the clock of the new zone");
}

#[both_databases]
async fn the_number_is_changed_by_whoever_looks_after_the_portal_too_and_by_nobody_else(town: Town) {
    let mine = town.organisation_numbered("Mjøs", "911000001").await;
    town.organisation_numbered("Fjord", "911000002").await;
    let page = about(mine);
    let office = town.sign_in(town.holder(mine, "Anna", Role::Administrator).await).await;
    let form = office.get(&page).await.shown().says("911000001");
    assert!(!form.text.contains("name=\"number\""));
    let numbered = |number: &str, edition: &str| facts("Mjøs høgskole", edition, &[("number", number)]);
    assert_eq!(office.post(&page, numbered("911000003", "0")).await.status, StatusCode::FORBIDDEN);
    office.post(&page, facts("Mjøs høgskole", "0", &[])).await.done();
    office.get(&page).await.shown().says("911000001");
    let oda = town.operator(mine, "Oda").await;
    holds(&town, mine, oda, Role::Administrator, None).await;
    let oda = town.sign_in(oda).await;
    let taken = oda.post(&page, numbered("911000002", "1")).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.says("911000002").text.contains("name=\"number\""));
    oda.post(&page, numbered("911000003", "1")).await.done();
    oda.get(&page).await.shown().says("Organisasjonsnummer: «911000001» ble «911000003»");
    oda.post(&page, numbered(" ", "2")).await.done();
    oda.get(&page).await.shown().says("Organisasjonsnummer: «911000003» ble «–»");
}

#[both_databases]
async fn a_program_changes_what_everybody_reads_and_no_number(town: Town) {
    let mine = town.organisation_numbered("Mjøs", "911000001").await;
    let anna = town.holder(mine, "Anna", Role::Administrator).await;
    let system = Program::of(&town, anna, mine, &[Scope::SeeUnits, Scope::KeepOrganisation]).await;
    let path = "/api/v1/organisation";
    let body = |zone: &str| {
        serde_json::json!({
            "name": "Mjøs høgskole", "short_name": "Mjøs", "lang": "nn", "time_zone": zone,
            "contact_name": "", "contact_email": "praksis@mjos.example", "contact_phone": "61 00 00 00",
        })
    };
    let first = system.get(path).await.header("etag").to_owned();
    let put = async |tag: &str, body: serde_json::Value| {
        system.send(&Method::PUT, path, &[("if-match", tag)], Some(&body)).await
    };
    let wrong = put(&first, body("Mars/Base")).await;
    wrong.refused_with("organisation-no-choice");
    assert!(wrong.text.contains("time_zone") && wrong.text.contains("Mars/Base"), "{}", wrong.text);
    let mut numbered = body("Europe/Oslo");
    numbered["number"] = "911000009".into();
    assert_eq!(put(&first, numbered).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let changed = system.change(path, path, &body("Europe/Copenhagen")).await;
    let expected = serde_json::json!({
        "id": mine.to_string(), "name": "Mjøs høgskole", "short_name": "Mjøs", "kind": "both", "number": "911000001",
        "lang": "nn", "time_zone": "Europe/Copenhagen", "contact_name": "", "contact_email": "praksis@mjos.example",
        "contact_phone": "61 00 00 00",
    });
    assert_eq!((&changed, &system.json(path).await), (&expected, &expected));
    assert_eq!(put(&first, body("Europe/Oslo")).await.status, StatusCode::PRECONDITION_FAILED);
    let narrow = Program::of(&town, anna, mine, &[Scope::SeeUnits, Scope::KeepUnits]).await;
    let refused = narrow.send(&Method::PUT, path, &[("if-match", "*")], Some(&body("Europe/Oslo"))).await;
    assert_eq!((refused.status, refused.header("x-problem")), (StatusCode::FORBIDDEN, "scope-missing"));
}

#[both_databases]
async fn the_page_of_a_unit_names_who_looks_after_it_as_far_as_the_reader_sees_them(town: Town) {
    let hosts = hosts(&town).await;
    let siv = town.person(hosts.host, "Siv").await;
    let per = works_at(&town, hosts.host, "Per", hosts.school).await;
    let (first, last) = ("2027-02-01".parse().unwrap(), "2027-06-30".parse().unwrap());
    let span = Span::new(Some(first), Some(last)).unwrap();
    let new = NewRole { person: siv, role: Role::Coordinator, unit: Some(hosts.school), span };
    let actor = Actor::portal(hosts.host);
    let role = town.db().write(&actor, async |tx| persons::give_role(&tx, hosts.host, &new).await).await.unwrap();
    let deputies = format!("/organisations/{}/roles/{role}/deputies", hosts.host);
    let fields = [("deputy", per.to_string()), ("from_on", "2027-03-01".into()), ("until_on", "2027-03-31".into())];
    hosts.keeper.post(deputies, fields).await.done();
    let page = |unit: UnitId| format!("/organisations/{}/units/{unit}", hosts.host);
    let school = hosts.keeper.get(page(hosts.school)).await.shown();
    let school =
        school.says("Siv Nordmann").says("30. juni 2027").says("Per Nordmann").says("Stedfortreder for Siv Nordmann");
    let give = format!("/organisations/{}/roles/new?to={}", hosts.host, hosts.school);
    assert!(school.text.contains(&format!("/organisations/{}/roles/{role}\"", hosts.host)), "{}", school.text);
    assert!(school.text.contains(&give));
    let form = hosts.keeper.get(&give).await.shown();
    assert!(form.text.contains(&format!("value=\"{}\" selected", hosts.school)), "{}", form.text);
    // Whoever looks after another unit sees that one's people alone, and gives nothing here.
    let other = town.person(hosts.host, "Ola").await;
    holds(&town, hosts.host, other, Role::Coordinator, Some(hosts.home)).await;
    let other = town.sign_in(other).await;
    let seen = other.get(page(hosts.school)).await.shown().says("Ingen rolle er gitt på selve enheten");
    assert!(!seen.seen().contains("Siv") && !seen.text.contains("/roles/new?to="), "{}", seen.seen());
    let own = other.get(page(hosts.home)).await.shown().says("Ola Nordmann");
    assert!(own.text.contains("/roles/new?to="));
    // Twenty are named; the others are counted, and stand in the list of roles.
    for number in 0..21 {
        let one = town.person(hosts.host, &format!("Nr{number}")).await;
        holds(&town, hosts.host, one, Role::Coordinator, Some(hosts.region)).await;
    }
    let region = hosts.keeper.get(page(hosts.region)).await.shown().says("Én rolle til");
    assert_eq!(region.seen().matches("Nordmann").count() - own_name(&region.seen()), 20);
    town.run_jobs().await;
}

/// How often the reader's own name stands on a page.
fn own_name(seen: &str) -> usize {
    seen.matches("Bjørg Nordmann").count()
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
