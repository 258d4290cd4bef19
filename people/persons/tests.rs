//! What the rooms about people promise.

use axum::http::StatusCode;
use base::{OrganisationId, PersonId, UnitId};
use kit::actor::{Actor, Owner, Role};
use macros::both_databases;
use people::organisations::{self, NewUnit};
use people::persons::{self, Affiliation, AffiliationKind, NewPerson, NewRole, NewStudent, PersonName, Span, actor_of};

use crate::testkit::{Reader, Town};

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

async fn bound(town: &Town, at: OrganisationId, name: &str, unit: Option<UnitId>) -> PersonId {
    let person = town.person(at, name).await;
    let bond = Affiliation { person, kind: AffiliationKind::Staff, outside_key: None, unit, span: Span::ALWAYS };
    town.db().write(&Actor::portal(at), async |tx| persons::affiliate(&tx, at, &bond).await).await.unwrap();
    person
}

async fn unit(town: &Town, at: OrganisationId, name: &str) -> UnitId {
    let new = NewUnit { name: name.into(), ..NewUnit::default() };
    town.db().write(&Actor::portal(at), async |tx| organisations::add_unit(&tx, at, &new).await).await.unwrap()
}

#[both_databases]
async fn the_register_finds_people_by_any_part_of_a_name_and_sorts_as_the_alphabet_does(town: Town) {
    let school = town.organisation("Skole").await;
    let keeper = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let base = format!("/organisations/{school}/people");
    for (given, family, key) in [("Åse", "Ås", "a1"), ("Ærlend", "Zeiner", "a2"), ("Ida", "Ødegård", "a3")] {
        let fields = [("given_name", given), ("family_name", family), ("kind", "student"), ("outside_key", key)];
        keeper.post(format!("{base}/new"), fields).await.done();
    }
    let list = async |query: &str| {
        let seen = keeper.get(format!("{base}?lang=en&{query}")).await.shown().seen();
        let names = ["Zeiner, Ærlend", "Ødegård, Ida", "Ås, Åse", "Nordmann, Jonas"];
        let mut found: Vec<_> = names.into_iter().filter_map(|name| Some((seen.find(name)?, name))).collect();
        found.sort();
        found.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    };
    assert_eq!(list("").await, ["Nordmann, Jonas", "Zeiner, Ærlend", "Ødegård, Ida", "Ås, Åse"]);
    assert_eq!(list("sort=-name").await, ["Ås, Åse", "Ødegård, Ida", "Zeiner, Ærlend", "Nordmann, Jonas"]);
    assert_eq!(list("q=ÅRD").await, ["Ødegård, Ida"]);
    assert_eq!(list("q=ida+øde").await, ["Ødegård, Ida"]);
    assert_eq!(list("q=a2").await, ["Zeiner, Ærlend"]);
    assert_eq!(list("kind=staff").await, [] as [&str; 0]);
    assert_eq!(list("standing=left").await, [] as [&str; 0]);
    let file = keeper.get(format!("{base}.csv?q=ida")).await.shown();
    assert!(file.text.contains("Ødegård") && !file.text.contains("Zeiner"), "{}", file.text);
    let fields =
        [("given_name", "Anna"), ("family_name", ""), ("kind", "student"), ("outside_key", "a1"), ("email", "x")];
    let again = keeper.post(format!("{base}/new"), fields).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("value=\"Anna\"") && again.text.contains("value=\"a1\""), "what was typed is kept");
}

#[both_databases]
async fn who_looks_after_a_unit_sees_its_people_and_nobody_else(town: Town) {
    let host = town.organisation("Kommune").await;
    let (ward, other) = (unit(&town, host, "Avdeling").await, unit(&town, host, "Annen").await);
    let head = bound(&town, host, "Head", Some(ward)).await;
    let on = NewRole { person: head, role: Role::Coordinator, unit: Some(ward), span: Span::ALWAYS };
    assert!(give(&town, &Actor::portal(host), host, &on).await);
    let (near, far) = (bound(&town, host, "Near", Some(ward)).await, bound(&town, host, "Ulla", Some(other)).await);
    let reader = town.sign_in(head).await;
    let base = format!("/organisations/{host}/people");
    let seen = reader.get(&base).await.shown().seen();
    assert!(seen.contains("Nordmann, Near") && !seen.contains("Ulla"), "{seen}");
    reader.get(format!("{base}/{near}")).await.shown();
    assert_eq!(reader.get(format!("{base}/{far}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(reader.press(format!("{base}/{far}/departure")).await.status, StatusCode::NOT_FOUND);
    let found = reader.get("/search?q=nordmann").await.shown().seen();
    assert!(found.contains("Near Nordmann") && !found.contains("Ulla"), "{found}");
    reader.get("/search?q=profil&lang=nb").await.shown().says("Profilen din");
    let student = town.sign_in(town.enrolled(host, "Mila").await).await;
    assert_eq!(student.get(&base).await.status, StatusCode::NOT_FOUND);
    let found = student.get("/search?q=nordmann&lang=en").await.shown().says("Nothing found");
    assert!(!found.seen().contains("Near"));
}

#[both_databases]
async fn whoever_leaves_is_out_with_the_next_request(town: Town) {
    let school = town.organisation("Skole").await;
    let keeper = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let anna = town.holder(school, "Anna", Role::Administrator).await;
    let reader = town.sign_in(anna).await;
    reader.get(format!("/organisations/{school}/people")).await.shown();
    let base = format!("/organisations/{school}/people/{anna}");
    keeper.get(format!("{base}/departure?lang=en")).await.shown().says("one role");
    keeper.press(format!("{base}/departure")).await.done();
    assert_eq!(reader.get("/").await.done(), "/login?next=%2F", "the session is dead");
    assert!(actor(&town, anna).await.held().is_empty());
    assert_eq!(town.sign_in(anna).await.get(&base).await.status, StatusCode::NOT_FOUND);
    keeper.get(format!("/organisations/{school}/people?standing=left")).await.shown().says("Nordmann, Anna");
    // Nobody lets themselves go, nor somebody who holds more.
    let jonas = keeper.get(format!("/organisations/{school}/roles")).await.shown().text;
    let own = jonas.split("/roles/").nth(2).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    keeper.press(format!("/organisations/{school}/roles/{own}/closure")).await.refused_with("person-above-actor");
    let host_side = town.holder(school, "Carl", Role::Coordinator).await;
    let carl = format!("/organisations/{school}/people/{host_side}");
    keeper.press(format!("{carl}/departure")).await.refused_with("person-above-actor");
    let stolen = [("given_name", "Carl"), ("family_name", "Nordmann"), ("email", "mine@town.example")];
    keeper.post(format!("{carl}/correction"), stolen).await.refused_with("person-above-actor");
}

/// Ticked in the register.
fn ticked(people: &[PersonId]) -> Vec<(&'static str, String)> {
    people.iter().map(|person| ("people", person.to_string())).collect()
}

#[both_databases]
async fn several_leave_at_once_as_they_were_shown_or_none_of_them(town: Town) {
    let school = town.organisation("Skole").await;
    let keeper = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let (ida, ola) = (bound(&town, school, "Ida", None).await, bound(&town, school, "Ola", None).await);
    let (gone, carl) = (bound(&town, school, "Gro", None).await, town.holder(school, "Carl", Role::Coordinator).await);
    let oda = town.operator(school, "Oda").await;
    let bond =
        Affiliation { person: oda, kind: AffiliationKind::Staff, outside_key: None, unit: None, span: Span::ALWAYS };
    town.db().write(&Actor::portal(school), async |tx| persons::affiliate(&tx, school, &bond).await).await.unwrap();
    let base = format!("/organisations/{school}/people");
    let stranger = bound(&town, town.organisation("Kommune").await, "Siri", None).await;
    keeper.press(format!("{base}/{gone}/departure")).await.done();
    keeper.get(&base).await.shown().says("Med de valgte personene").says("La slutte …");
    let before = town.journal_entries().await;
    let preview = format!("{base}/departures/preview");
    let shown = keeper.post(&preview, ticked(&[ida, ola, gone, carl, oda])).await.shown();
    let shown = shown.says("La 2 personer slutte?").says("Ingenting har skjedd ennå");
    let seen = shown.seen();
    let of = |name: &str| seen.split(&format!("Nordmann, {name} ")).nth(1).unwrap().to_owned();
    assert!(of("Ida").starts_with("Ansatt Slutter nå"), "{seen}");
    assert!(of("Gro").starts_with("Har alt sluttet; ingenting endres"), "{seen}");
    assert!(of("Carl").contains("Har mer enn du kan gi; ingenting endres"), "{seen}");
    assert!(of("Oda").starts_with("Ansatt Har ansvar for portalen"), "{seen}");
    let confirmed: Vec<&str> = shown.text.split("name=\"people\" value=\"").skip(1).map(|rest| &rest[..36]).collect();
    assert_eq!(confirmed, [ida.to_string(), ola.to_string()], "only those who would leave are confirmed");
    for nobody in [vec![], vec![ida; 51]] {
        let refused = keeper.post(&preview, ticked(&nobody)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Velg fra 1 til 50 personer i lista.");
    }
    assert_eq!(town.journal_entries().await, before, "looking at what would change changed something");
    // One of them has left meanwhile: nobody leaves before it is confirmed anew.
    let stale = keeper.post(format!("{base}/departures"), ticked(&[ida, gone])).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    stale.says("La én person slutte?").says("bekreft på nytt");
    for above in [carl, oda] {
        let refused = keeper.post(format!("{base}/departures"), ticked(&[ida, above])).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.seen());
    }
    assert_eq!(keeper.post(format!("{base}/departures"), ticked(&[ida, stranger])).await.status, StatusCode::CONFLICT);
    assert_eq!(town.journal_entries().await, before, "some left though not all could");
    let reader = town.sign_in(ida).await;
    let list = keeper.post(format!("{base}/departures"), ticked(&[ida, ola])).await.done();
    let left = keeper.get(list).await.shown().says("Nordmann, Ida").says("Nordmann, Ola").says("Nordmann, Gro");
    assert!(!left.seen().contains("Oda"), "{}", left.seen());
    assert_eq!(reader.get("/").await.done(), "/login?next=%2F", "the session outlived the departure");
    town.run_jobs().await;
}

#[both_databases]
async fn two_who_correct_a_person_at_once_see_both_versions_and_nothing_is_lost(town: Town) {
    let school = town.organisation("Skole").await;
    let office = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let ida = bound(&town, school, "Ida", None).await;
    let href = format!("/organisations/{school}/people/{ida}/correction");
    let opened = office.get(&href).await.shown().edition();
    let send = async |edition: &str, family: &str, email: &str| {
        let fields = [("given_name", "Ida"), ("family_name", family), ("email", email), ("phone", "")];
        office.post(&href, fields.into_iter().chain([("edition", edition)])).await
    };
    let kept = async || {
        let look = async |tx| persons::find(&tx, ida).await;
        let found = town.db().read(&Actor::portal(school), look).await.unwrap();
        (found.name.to_string(), found.email.map(|email| email.as_str().to_owned()))
    };
    send(&opened, "Solbakken", "deres@town.example").await.done();
    let refused = send(&opened, "Nordmann", "mitt@town.example").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("value=\"mitt@town.example\""), "what was typed is lost");
    let newer = refused.edition();
    let refused = refused.says("Noen lagret mens du skrev").says("Noen andre har lagret: Solbakken");
    refused.says("Noen andre har lagret: deres@town.example");
    assert_eq!(kept().await, ("Ida Solbakken".into(), Some("deres@town.example".into())));
    assert_eq!(send("", "Nordmann", "").await.status, StatusCode::CONFLICT, "who has seen nothing overwrites nothing");
    send(&newer, "Nordmann", "ingen").await.refused_at("email");
    send(&newer, "Nordmann", "mitt@town.example").await.done();
    assert_eq!(kept().await, ("Ida Nordmann".into(), Some("mitt@town.example".into())));
    town.run_jobs().await;
}

#[both_databases]
async fn a_deputy_works_for_somebody_for_a_while_and_the_journal_says_for_whom(town: Town) {
    town.now_is("2027-03-01 09:00");
    let school = town.organisation("Skole").await;
    let anna = town.holder(school, "Anna", Role::Administrator).await;
    let bo = bound(&town, school, "Bo", None).await;
    let office = town.sign_in(anna).await;
    let text = office.get(format!("/organisations/{school}/roles")).await.shown().text;
    let role = text.split(&format!("/organisations/{school}/roles/")).nth(2).and_then(|rest| rest.split('"').next());
    let deputies = format!("/organisations/{school}/roles/{}/deputies", role.unwrap());
    let (bo_id, anna_id) = (bo.to_string(), anna.to_string());
    let days = |deputy: &str, until: &str| {
        [("deputy", deputy.to_owned()), ("from_on", "2027-03-02".into()), ("until_on", until.to_owned())]
    };
    office.post(&deputies, days(&bo_id, "")).await.refused_at("until_on");
    office.post(&deputies, days(&anna_id, "2027-03-09")).await.refused_at("deputy");
    office.post(&deputies, days(&bo_id, "2027-03-09")).await.done();
    assert!(!actor(&town, bo).await.has(Role::Administrator), "not before the first day");
    town.now_is("2027-03-02 09:00");
    assert_eq!(actor(&town, bo).await.stands_for(school), Some(anna));
    let deputy = town.sign_in(bo).await;
    deputy.post(format!("/organisations/{school}/units/new"), [("name", "Ny")]).await.done();
    let portal = Actor::portal(school);
    let entries = town.db().read(&portal, async |tx| {
        let owner = Owner::proven(tx.actor(), school).unwrap();
        Ok(kit::journal::latest(&tx, owner, 1).await?)
    });
    let entry = entries.await.unwrap().remove(0);
    assert_eq!((entry.kind.as_str(), entry.person), ("unit-added", Some(bo)));
    assert_eq!(entry.facts["for"], anna.to_string());
    let fields = [("holder", bo_id.as_str()), ("kind", "administrator")];
    deputy.post(format!("/organisations/{school}/roles/new"), fields).await.refused_with("role-above-own");
    town.now_is("2027-03-10 09:00");
    assert!(!actor(&town, bo).await.has(Role::Administrator), "not after the last day");
}

#[both_databases]
async fn two_entries_of_one_person_are_merged_and_taken_apart_again(town: Town) {
    let school = town.organisation("Skole").await;
    let keeper = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let (kept, gone) = (bound(&town, school, "Ida", None).await, town.holder(school, "Ida", Role::Administrator).await);
    let base = format!("/organisations/{school}/people/{kept}");
    let before = town.journal_entries().await;
    keeper.get(format!("{base}/merger?with={gone}&lang=en")).await.shown().says("This will happen");
    assert_eq!(town.journal_entries().await, before, "looking changes nothing");
    let gone_id = gone.to_string();
    keeper.post(format!("{base}/merger"), [("with", &gone_id)]).await.done();
    assert!(actor(&town, kept).await.has(Role::Administrator) && actor(&town, gone).await.held().is_empty());
    let gone_page = format!("/organisations/{school}/people/{gone}");
    assert_eq!(keeper.get(&gone_page).await.status, StatusCode::NOT_FOUND);
    let page = keeper.get(&base).await.shown().text;
    let undo =
        page.split("action=\"").find(|rest| rest.contains("/undo\"")).unwrap().split('"').next().unwrap().to_owned();
    keeper.press(&undo).await.done();
    assert_eq!(keeper.press(&undo).await.status, StatusCode::NOT_FOUND, "once");
    assert!(actor(&town, gone).await.has(Role::Administrator) && !actor(&town, kept).await.has(Role::Administrator));
    keeper.get(&gone_page).await.shown();
}

#[both_databases]
async fn nobody_is_raised_by_any_sequence_of_acts(town: Town) {
    let host = town.organisation("Kommune").await;
    let (ward, home) = (unit(&town, host, "Avdeling").await, unit(&town, host, "Hjem").await);
    let whole = town.holder(host, "Whole", Role::Coordinator).await;
    let mut people = vec![whole];
    for (name, at) in [("A", ward), ("B", home), ("C", ward)] {
        let person = bound(&town, host, name, Some(at)).await;
        let new = NewRole { person, role: Role::Coordinator, unit: Some(at), span: Span::ALWAYS };
        assert!(give(&town, &Actor::portal(host), host, &new).await);
        people.push(person);
    }
    let reach = async |person: PersonId| {
        let actor = actor(&town, person).await;
        let mut units: Vec<UnitId> = vec![];
        for held in actor.held() {
            units.extend(held.units.clone().unwrap_or_else(|| vec![ward, home]));
        }
        let all = actor.held().iter().any(|held| held.units.is_none());
        (all, actor.has(Role::Administrator), units.into_iter().collect::<std::collections::BTreeSet<_>>())
    };
    let mut chance = fastrand::Rng::with_seed(8);
    // Without the one who holds the whole, nobody ever comes to hold the whole, another role, or both parts by the
    // holder of one part alone.
    for _ in 0..120 {
        let by = people[chance.usize(1..people.len())];
        let to = people[chance.usize(1..people.len())];
        let mine = reach(by).await;
        let before = reach(to).await;
        let acting = actor(&town, by).await;
        let unit = [None, Some(ward), Some(home)][chance.usize(..3)];
        let role = Role::ALL[chance.usize(..2)];
        give(&town, &acting, host, &NewRole { person: to, role, unit, span: Span::ALWAYS }).await;
        let after = reach(to).await;
        assert!(!after.0 && !after.1, "{to} came to hold the whole or another role");
        let gained: Vec<_> = after.2.difference(&before.2).collect();
        assert!(gained.iter().all(|unit| mine.2.contains(unit)), "{by} gave {gained:?} without holding it");
        if by == to {
            assert_eq!(after, before, "somebody raised themselves");
        }
    }
}

#[both_databases]
async fn a_role_is_given_for_no_longer_than_the_giver_holds_it(town: Town) {
    town.now_is("2027-03-01 09:00");
    let school = town.organisation("Skole").await;
    let (anna, bo) = (town.person(school, "Anna").await, bound(&town, school, "Bo", None).await);
    let until = |day: &str| Span::new(None, Some(day.parse().unwrap())).unwrap();
    let new = |person, span| NewRole { person, role: Role::Administrator, unit: None, span };
    assert!(give(&town, &Actor::portal(school), school, &new(anna, until("2027-06-30"))).await);
    let by_anna = actor(&town, anna).await;
    assert!(!give(&town, &by_anna, school, &new(bo, Span::ALWAYS)).await);
    assert!(!give(&town, &by_anna, school, &new(bo, until("2027-07-01"))).await);
    assert!(give(&town, &by_anna, school, &new(bo, until("2027-06-30"))).await);
}

#[both_databases]
async fn the_menu_leads_to_the_organisation_that_was_chosen_last(town: Town) {
    let (school, host) = (town.organisation("Skole").await, town.organisation("Kommune").await);
    let anna = town.holder(school, "Anna", Role::Administrator).await;
    let new = NewRole { person: anna, role: Role::Coordinator, unit: None, span: Span::ALWAYS };
    assert!(give(&town, &Actor::portal(host), host, &new).await);
    let reader = town.sign_in(anna).await;
    reader.get("/organisations").await.shown().says("Skole").says("Kommune");
    for at in [host, school, host] {
        assert_eq!(
            reader.press(format!("/organisations/{at}/choice")).await.done(),
            format!("/organisations/{at}/units")
        );
        let page = reader.get("/").await.shown().text;
        assert!(page.contains(&format!("href=\"/organisations/{at}/people\"")), "{page}");
    }
    let elsewhere = town.organisation("Sykehus").await;
    assert_eq!(reader.press(format!("/organisations/{elsewhere}/choice")).await.status, StatusCode::NOT_FOUND);
}

#[both_databases]
async fn the_register_of_many_is_shown_with_few_statements(town: Town) {
    let school = town.organisation("Skole").await;
    let keys: Vec<String> = (0..3_000).map(|number| format!("s{number}")).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    enrol(&town, school, &keys).await.unwrap();
    let keeper = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let base = format!("/organisations/{school}");
    for path in ["people", "people?page=20", "people?q=s29&standing=all", "people?kind=student&sort=-name"] {
        let before = town.db().queries();
        keeper.get(format!("{base}/{path}")).await.shown();
        let statements = town.db().queries() - before;
        assert!(statements <= 12, "{path}: {statements} statements");
    }
    let file = format!("{base}/people.csv");
    for path in [file.as_str(), "/search?q=s29", &format!("{base}/roles"), &format!("{base}/invitations")] {
        let before = town.db().queries();
        keeper.get(path).await.shown();
        let statements = town.db().queries() - before;
        assert!(statements <= 16, "{path}: {statements} statements");
    }
}

/// A host with two wards and somebody who looks after all of it; answers what imports go to.
async fn host(town: &Town) -> (OrganisationId, Reader, UnitId, UnitId) {
    let host = town.organisation("Kommune").await;
    let keeper = town.sign_in(town.holder(host, "Jonas", Role::Coordinator).await).await;
    let (ward, home) = (unit(town, host, "Avdeling").await, unit(town, host, "Hjem").await);
    (host, keeper, ward, home)
}

/// Brings a file; answers the address of the import.
async fn bring(reader: &Reader, at: OrganisationId, kind: &str, content: &str) -> String {
    let path = format!("/organisations/{at}/imports?lang=en");
    reader.upload(path, &[("kind", kind)], "file.csv", content.as_bytes()).await.done()
}

async fn import(reader: &Reader, at: OrganisationId, kind: &str, content: &str) -> String {
    let import = bring(reader, at, kind, content).await;
    reader.press(format!("{import}/import")).await.done();
    import
}

/// The register as text to compare.
async fn register(reader: &Reader, at: OrganisationId) -> String {
    let file = reader.get(format!("/organisations/{at}/people.csv?lang=en&standing=all")).await.shown();
    file.text
}

const PEOPLE: &str = "number;kind;name;email;unit;until_on\n\
    a1;staff;Nilsen, Berit;berit@town.example;Avdeling;\n\
    a2;Ansatt;Ola Hansen;;Hjem;2030-12-31\n\
    s1;student;Mila Berg;mila@town.example;;\n";

#[both_databases]
async fn people_are_imported_by_number_and_taken_back_exactly(town: Town) {
    let (at, keeper, ..) = host(&town).await;
    let before = register(&keeper, at).await;
    let import = bring(&keeper, at, "register-people", PEOPLE).await;
    let page = keeper.get(format!("{import}?lang=en")).await.shown();
    assert!(page.seen().contains("3 rows are ready"), "{}", page.seen());
    assert_eq!(register(&keeper, at).await, before, "nothing is written before it is confirmed");
    keeper.press(format!("{import}/import")).await.done();
    let after = register(&keeper, at).await;
    for told in ["Nilsen", "berit@town.example", "Employee, Avdeling", "Employee, Hjem", "Berg", "Student", "a1", "s1"]
    {
        assert!(after.contains(told), "{told}: {after}");
    }
    keeper.press(format!("{import}/undo")).await.done();
    assert_eq!(register(&keeper, at).await, before);
    let berit = kit_email(&town, "berit@town.example").await;
    assert_eq!(berit, 0, "nobody signs in by an address that was taken back");
    // The numbers are free again.
    keeper.press(format!("{}/import", bring(&keeper, at, "register-people", PEOPLE).await)).await.done();
    assert_eq!(register(&keeper, at).await, after);
}

/// How many people have this address.
async fn kit_email(town: &Town, email: &str) -> usize {
    let email = persons::Email::new(email).unwrap();
    town.db().read(&Actor::nobody(), async |tx| Ok(persons::of_email(&tx, &email).await?)).await.unwrap().len()
}

#[both_databases]
async fn a_file_says_where_known_people_belong_and_leaves_name_and_address_alone(town: Town) {
    let (at, keeper, ..) = host(&town).await;
    import(&keeper, at, "register-people", PEOPLE).await;
    let before = register(&keeper, at).await;
    let changed = "number;kind;name;email;unit;until_on\na1;staff;Annet Navn;annen@town.example;Hjem;2029-06-30\n\
                   a2;staff;;;Hjem;2030-12-31\n";
    let again = bring(&keeper, at, "register-people", changed).await;
    let page = keeper.get(format!("{again}?lang=en")).await.shown().seen();
    assert!(page.contains("Unit: Avdeling → Hjem; Last day: nothing → 2029-06-30"), "{page}");
    keeper.press(format!("{again}/import")).await.done();
    let after = register(&keeper, at).await;
    assert!(after.contains("Nilsen") && after.contains("berit@town.example") && !after.contains("Annet"), "{after}");
    assert!(!after.contains("Employee, Avdeling"), "{after}");
    keeper.press(format!("{again}/undo")).await.done();
    assert_eq!(register(&keeper, at).await, before);
}

#[both_databases]
async fn rows_that_cannot_be_read_say_which_cell_and_the_others_wait_for_nobody(town: Town) {
    let (at, keeper, ..) = host(&town).await;
    let file = "number;kind;name;email;unit;from_on;until_on\n\
        a1;staff;Berit Nilsen;ikke en adresse;Avdeling;;\n\
        a2;gjest;Ola Hansen;;;;\n\
        a3;staff;;;;;\n\
        a4;staff;Nora Lie;;Avdeling 9;;\n\
        a5;staff;Per Dahl;;;2027-02-01;2027-01-01\n\
        a6;staff;Kari Moe;;;;\n\
        a6;staff;Kari To;;;;\n";
    let import = bring(&keeper, at, "register-people", file).await;
    let page = keeper.get(format!("{import}?lang=en")).await.shown();
    assert!(page.seen().contains("One row is ready, 6 to fix"), "{}", page.seen());
    for field in ["cell.2.email", "cell.3.kind", "cell.5.unit", "cell.6.until_on", "cell.8.number"] {
        assert!(page.text.contains(&format!("name=\"{field}\"")), "{field} is not asked for");
    }
    let put_right = [("cell.2.email", "berit@town.example"), ("cell.3.kind", "Student"), ("cell.5.unit", "Avdeling")];
    keeper.post(format!("{import}/corrections"), put_right).await.done();
    let page = keeper.get(format!("{import}?lang=en")).await.shown().seen();
    assert!(page.contains("4 ready, 3 to fix"), "{page}");
    keeper.press(format!("{import}/import")).await.done();
    let after = register(&keeper, at).await;
    assert!(after.contains("Nilsen") && after.contains("Moe") && !after.contains("Dahl"), "{after}");
}

#[both_databases]
async fn roles_are_given_by_a_file_as_far_as_by_hand_and_taken_back(town: Town) {
    let (at, keeper, ward, _) = host(&town).await;
    let people = import(&keeper, at, "register-people", PEOPLE).await;
    let berit = kit_person(&town, "berit@town.example").await;
    let file = "number;role;unit;until_on\na1;Coordinator;Avdeling;2030-01-31\na2;administrator;;\nx9;coordinator;;\n";
    let import = bring(&keeper, at, "register-roles", file).await;
    let page = keeper.get(format!("{import}?lang=en")).await.shown();
    assert!(page.text.contains("name=\"cell.3.role\""), "what the keeper does not hold is refused: {}", page.seen());
    assert!(page.text.contains("name=\"cell.4.number\""), "a number that nobody has: {}", page.seen());
    keeper.press(format!("{import}/import")).await.done();
    let held = actor(&town, berit).await;
    assert_eq!(held.held().iter().map(|held| held.units.clone()).collect::<Vec<_>>(), [Some(vec![ward])]);
    // The same file again changes nothing.
    let again =
        bring(&keeper, at, "register-roles", "number;role;unit;until_on\na1;koordinator;Avdeling;2030-01-31\n").await;
    assert_eq!(keeper.press(format!("{again}/import")).await.status, StatusCode::CONFLICT);
    // Whoever has a role by now is not taken back with the file that brought them.
    let undo = keeper.get(format!("{people}/undo?lang=en")).await.shown().seen();
    assert!(undo.contains("2 rows are taken back.") && undo.contains("One stays as it is"), "{undo}");
    assert!(undo.contains("Nilsen, Berit (a1)") && undo.contains("Holds a role or has held one."), "{undo}");
    keeper.press(format!("{people}/undo")).await.done();
    assert_eq!(actor(&town, berit).await.held().len(), 1);
    let left = register(&keeper, at).await;
    assert!(left.contains("Nilsen") && !left.contains("Hansen") && !left.contains("Berg"), "{left}");
    keeper.press(format!("{import}/undo")).await.done();
    assert!(actor(&town, berit).await.held().is_empty());
}

#[both_databases]
async fn undoing_an_import_of_people_takes_back_what_nothing_has_touched_and_tells_the_rest_by_name(town: Town) {
    let (at, keeper, ..) = host(&town).await;
    let brought = bring(&keeper, at, "register-people", PEOPLE).await;
    let preview = keeper.get(format!("{brought}?lang=en")).await.shown().seen();
    assert!(preview.contains("If you undo this import later, whoever was new and has not been used since goes again"));
    let early = keeper.get(format!("{brought}/undo")).await;
    assert_eq!(early.location(), brought, "nothing is written that could be taken back");
    keeper.press(format!("{brought}/import")).await.done();
    let [berit, mila] = [kit_person(&town, "berit@town.example").await, kit_person(&town, "mila@town.example").await];
    town.sign_in(berit).await.get("/").await.shown();
    import(&keeper, at, "register-people", "number;kind;unit\na2;staff;Avdeling\n").await;
    // Somebody has opened the file of the third: that changes nothing about her.
    keeper.get(format!("/organisations/{at}/people/{mila}")).await.shown();
    let before = register(&keeper, at).await;
    let told =
        ["One row is taken back.", "2 stay as they are", "Nilsen, Berit (a1)", "Has signed in", "Hansen, Ola (a2)"];
    let undo = keeper.get(format!("{brought}/undo?lang=en")).await.shown().seen();
    assert!(told.iter().all(|told| undo.contains(told)) && !undo.contains("Berg"), "{undo}");
    assert_eq!(register(&keeper, at).await, before, "looking writes nothing");
    let stays = town_program(&town, at).await.items(&format!("/api/v1{brought}/undo")).await;
    let names: Vec<&str> = stays.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Hansen, Ola (a2)", "Nilsen, Berit (a1)"]);
    let noted = town.journal_of(at).await;
    keeper.press(format!("{brought}/undo")).await.done();
    assert_eq!(town.journal_of(at).await, noted + 1);
    let after = register(&keeper, at).await;
    assert!(after.contains("Nilsen") && after.contains("berit@town.example") && after.contains("Hansen"), "{after}");
    assert!(!after.contains("Berg") && !after.contains("mila@town.example"), "{after}");
    let gone = town.db().read(&Actor::nobody(), async |tx| persons::find(&tx, mila).await).await.unwrap();
    assert_eq!((gone.name, gone.email), (PersonName::hidden(), None), "nothing of her is kept");
    let receipt = keeper.get(format!("{brought}?lang=en")).await.shown().seen();
    for told in
        ["2 rows stayed as they were", "Nilsen, Berit (a1)", "Has signed in", "Has been changed since the import"]
    {
        assert!(receipt.contains(told), "{told}: {receipt}");
    }
    assert_eq!(keeper.get(format!("{brought}/undo")).await.location(), brought, "taken back already");
    keeper.press(format!("{brought}/undo")).await.done();
    assert_eq!(register(&keeper, at).await, after, "once is enough");
    let stays = town_program(&town, at).await.items(&format!("/api/v1{brought}/undo")).await;
    assert_eq!(stays.len(), 2, "what stayed is told afterwards, too");
}

/// A program that may import people.
async fn town_program(town: &Town, at: OrganisationId) -> crate::testkit::Program {
    use kit::scope::Scope;
    let maker = town.holder(at, "Maker", Role::Administrator).await;
    crate::testkit::Program::of(town, maker, at, &[Scope::ImportFiles, Scope::KeepPeople]).await
}

#[both_databases]
async fn undoing_sets_back_the_fields_that_still_hold_what_the_import_wrote(town: Town) {
    let (at, keeper, ..) = host(&town).await;
    import(&keeper, at, "register-people", PEOPLE).await;
    let file = "number;kind;unit;until_on\na1;staff;Hjem;2029-06-30\na2;staff;Avdeling;2030-12-31\n";
    let second = import(&keeper, at, "register-people", file).await;
    import(&keeper, at, "register-people", "number;kind;until_on\na1;staff;2031-01-01\n").await;
    let undo = keeper.get(format!("{second}/undo?lang=en")).await.shown().seen();
    assert!(undo.contains("One row is taken back.") && undo.contains("Nilsen, Berit (a1)"), "{undo}");
    assert!(undo.contains("What nobody has changed is set back."), "{undo}");
    keeper.press(format!("{second}/undo")).await.done();
    let after = register(&keeper, at).await;
    let line = |name: &str| after.lines().find(|line| line.contains(name)).unwrap().to_owned();
    assert!(line("Nilsen").contains("Employee, Avdeling"), "the unit is back: {after}");
    assert!(line("Hansen").contains("Employee, Hjem"), "{after}");
    let berit = kit_person(&town, "berit@town.example").await;
    let file = keeper.get(format!("/organisations/{at}/people/{berit}?lang=en")).await.shown().seen();
    assert!(file.contains("2031") && !file.contains("2029"), "the day that was set since stays: {file}");
}

#[both_databases]
async fn undoing_an_import_of_roles_leaves_what_was_changed_deputed_or_is_beyond_the_actor(town: Town) {
    let (at, keeper, ..) = host(&town).await;
    import(&keeper, at, "register-people", PEOPLE).await;
    let chief = town.sign_in(town.holder(at, "Siri", Role::Administrator).await).await;
    let given = import(&chief, at, "register-roles", "number;role;unit\na2;administrator;\n").await;
    let undo = keeper.get(format!("{given}/undo?lang=en")).await.shown();
    assert!(undo.seen().contains("No row can be taken back."), "{}", undo.seen());
    assert!(undo.seen().contains("You could not give this role yourself."), "{}", undo.seen());
    assert!(!undo.text.contains(&format!("action=\"{given}/undo\"")), "there is nothing to press");
    keeper.press(format!("{given}/undo")).await.done();
    let roles = keeper.get(format!("/organisations/{at}/roles?lang=en")).await.shown().seen();
    assert!(roles.contains("Hansen") || roles.contains("Ola"), "nobody takes what they could not give: {roles}");
    let file = "number;role;unit;until_on\na1;coordinator;Avdeling;2030-01-31\ns1;coordinator;Hjem;2030-01-31\n";
    let given = import(&keeper, at, "register-roles", file).await;
    let berit = kit_person(&town, "berit@town.example").await;
    let longer = "number;role;unit;until_on\na1;coordinator;Avdeling;2031-01-31\n";
    import(&keeper, at, "register-roles", longer).await;
    let undo = keeper.get(format!("{given}/undo?lang=en")).await.shown().seen();
    assert!(undo.contains("One row is taken back.") && undo.contains("Nilsen, Berit (a1)"), "{undo}");
    keeper.press(format!("{given}/undo")).await.done();
    assert_eq!(actor(&town, berit).await.held().len(), 1, "its days were changed since");
    let mila = kit_person(&town, "mila@town.example").await;
    assert!(actor(&town, mila).await.held().is_empty());
}

#[both_databases]
async fn a_file_protects_and_undoing_ends_that_for_trustees_alone_while_nobody_has_touched_it(town: Town) {
    let (at, keeper, ..) = host(&town).await;
    import(&keeper, at, "register-people", PEOPLE).await;
    let berit = kit_person(&town, "berit@town.example").await;
    let siri = town.holder(at, "Siri", Role::Administrator).await;
    let mail =
        town.db().read(&Actor::nobody(), async |tx| persons::find(&tx, siri).await).await.unwrap().email.unwrap();
    let chief = town.sign_in(siri).await;
    let file = "number;kind;protected\na1;staff;ja\n";
    let early = bring(&keeper, at, "register-people", file).await;
    assert!(keeper.get(&early).await.shown().text.contains("name=\"cell.2.protected\""), "nobody is trusted yet");
    chief.post(format!("/organisations/{at}/trustees"), [("email", mail.as_str())]).await.done();

    let first = import(&keeper, at, "register-people", file).await;
    let seen = async |reader: &Reader| register(reader, at).await.contains("Nilsen");
    let opened = async |reader: &Reader| {
        reader.get(format!("/organisations/{at}/people/{berit}")).await.status == StatusCode::OK
    };
    assert!(!seen(&keeper).await && !opened(&keeper).await && opened(&chief).await);
    let undo = keeper.get(format!("{first}/undo?lang=en")).await.shown().seen();
    assert!(undo.contains("N. N. ") && !undo.contains("Nilsen"), "{undo}");
    keeper.press(format!("{first}/undo")).await.done();
    assert!(!opened(&keeper).await, "whoever is not trusted ends no protection");

    let closure = format!("/organisations/{at}/people/{berit}/protection/closure");
    chief.press(&closure).await.done();
    let second = import(&keeper, at, "register-people", file).await;
    assert!(!opened(&keeper).await);
    chief.press(format!("{second}/undo")).await.done();
    assert!(opened(&keeper).await && seen(&keeper).await);

    let third = import(&keeper, at, "register-people", file).await;
    let agreed = [("working_name", "Kari N."), ("reason", "")];
    chief.fill(format!("/organisations/{at}/people/{berit}/protection"), agreed).await.done();
    chief.press(format!("{third}/undo")).await.done();
    assert!(!opened(&keeper).await, "a name was agreed on since");

    // Put away, the protection lies with the data and comes back with it; what lay there without one is not protected.
    let mila = kit_person(&town, "mila@town.example").await;
    let restricted = |person| format!("/organisations/{at}/people/{person}/restriction");
    for person in [berit, mila] {
        chief.post(restricted(person), [("reason", "Bestrider")]).await.done();
    }
    let both = "number;kind;protected\na1;staff;ja\ns1;student;ja\n";
    let page = keeper.get(&bring(&keeper, at, "register-people", both).await).await.shown();
    assert!(page.text.contains("name=\"cell.3.protected\"") && !page.text.contains("name=\"cell.2.protected\""));
    chief.press(format!("{}/lifting", restricted(berit))).await.done();
    town.later(chrono::TimeDelta::hours(25));
    town.run_jobs().await;
    let keeper = town.sign_in(town.holder(at, "Kari", Role::Coordinator).await).await;
    let chief = town.sign_in(siri).await;
    assert!(!opened(&keeper).await && opened(&chief).await);
}

async fn kit_person(town: &Town, email: &str) -> PersonId {
    let email = persons::Email::new(email).unwrap();
    let found = town.db().read(&Actor::nobody(), async |tx| Ok(persons::of_email(&tx, &email).await?)).await.unwrap();
    found[0].id
}

#[both_databases]
async fn files_of_an_organisation_are_brought_by_those_who_look_after_all_of_it(town: Town) {
    let (at, keeper, ward, _) = host(&town).await;
    let head = bound(&town, at, "Head", Some(ward)).await;
    let on = NewRole { person: head, role: Role::Coordinator, unit: Some(ward), span: Span::ALWAYS };
    assert!(give(&town, &Actor::portal(at), at, &on).await);
    let import = bring(&keeper, at, "register-people", PEOPLE).await;
    let other = town.organisation("Annen kommune").await;
    let stranger = town.sign_in(town.holder(other, "Carl", Role::Coordinator).await).await;
    for reader in [town.sign_in(head).await, stranger] {
        let new = format!("/organisations/{at}/imports/new");
        assert_eq!(reader.get(&new).await.status, StatusCode::NOT_FOUND);
        let taken = reader.upload(
            format!("/organisations/{at}/imports"),
            &[("kind", "register-people")],
            "f.csv",
            b"number\n1\n",
        );
        assert_eq!(taken.await.status, StatusCode::NOT_FOUND);
        assert_eq!(reader.get(&import).await.status, StatusCode::NOT_FOUND);
        assert_eq!(reader.press(format!("{import}/import")).await.status, StatusCode::NOT_FOUND);
    }
    // A file of a round is not brought to an organisation, nor the other way round.
    let wrong =
        keeper.upload(format!("/organisations/{at}/imports"), &[("kind", "students")], "f.csv", b"number\n1\n").await;
    assert_eq!(wrong.status, StatusCode::NOT_FOUND);
}

#[both_databases]
async fn units_are_imported_with_their_tree_put_right_and_taken_back(town: Town) {
    let (at, keeper, ..) = host(&town).await;
    let tree = async || {
        let look = async |tx| {
            let tree = organisations::tree(&tx, at, None).await?;
            let mut all: Vec<String> = tree.units().iter().map(|unit| tree.path(unit.id)).collect();
            all.sort();
            Ok(all)
        };
        town.db().read(&Actor::portal(at), look).await.unwrap()
    };
    let before = tree().await;
    // A child may stand before its parent.
    let file = "unit_id;name;parent_id\nk1;Klasse 1;g\ng;Granvang skole;b\nb;Barn og unge;\n";
    let first = import(&keeper, at, "register-units", file).await;
    let after = tree().await;
    assert_eq!(
        after,
        [
            "Avdeling",
            "Barn og unge",
            "Barn og unge / Granvang skole",
            "Barn og unge / Granvang skole / Klasse 1",
            "Hjem"
        ]
    );
    let changed = "unit_id;name;parent_id;address\nk1;Klasse 1A;b;Skoleveien 1\ng;Granvang skole;b;\n";
    let second = bring(&keeper, at, "register-units", changed).await;
    let page = keeper.get(format!("{second}?lang=en")).await.shown().seen();
    assert!(page.contains("Name: Klasse 1 → Klasse 1A; Key of the unit above: g → b"), "{page}");
    keeper.press(format!("{second}/import")).await.done();
    assert_eq!(
        tree().await,
        ["Avdeling", "Barn og unge", "Barn og unge / Granvang skole", "Barn og unge / Klasse 1A", "Hjem"]
    );
    keeper.press(format!("{second}/undo")).await.done();
    assert_eq!(tree().await, after);
    let circle = bring(&keeper, at, "register-units", "unit_id;name;parent_id\nb;Barn og unge;k1\n").await;
    let page = keeper.get(format!("{circle}?lang=en")).await.shown();
    assert!(page.text.contains("name=\"cell.2.parent_id\""), "{}", page.seen());
    keeper.press(format!("{first}/undo")).await.done();
    assert_eq!(tree().await, before);
    import(&keeper, at, "register-units", file).await;
    assert_eq!(tree().await, after, "the keys are free again");
}
