//! What the calendar feed promises: what stands in whose calendar, who can open it, and until when.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::{OrganisationId, PersonId};
use chrono::TimeDelta;
use kit::actor::{Actor, Owner, Role};
use kit::db::Tx;
use kit::mail;
use macros::both_databases;
use people::organisations::{self, NewUnit};
use people::persons::{self, Affiliation, AffiliationKind, NewRole, Span};
use people::signin::Key;
use placing::{participants, rounds};
use sea_orm::{ConnectionTrait, Statement};

use crate::allocation::{Rules, STUDENTS, Small};
use crate::testkit::{Reader, Reply, Town};

const BASE: &str = "https://portal.example";

/// Makes an address, and answers its path as the page tells it.
async fn made(reader: &Reader) -> String {
    let page = reader.press("/me/calendar").await.shown();
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    let address = page.text.split("<code class=\"wrap\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
    assert!(page.text.contains(&format!("href=\"{}\"", address.replacen("https", "webcal", 1))), "{}", page.text);
    address.strip_prefix(BASE).unwrap().to_owned()
}

/// What a calendar program gets there.
async fn read(town: &Town, path: &str) -> Reply {
    town.nobody().get(path).await
}

/// A feed's lines, unfolded, without what differs between two readings: when it was written, and what tells entries apart.
async fn lines(town: &Town, path: &str) -> Vec<String> {
    let reply = read(town, path).await.shown();
    assert_eq!(reply.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(reply.header("content-disposition"), "inline; filename=\"fotfeste.ics\"");
    assert_eq!(reply.header("cache-control"), "no-store");
    assert_eq!(reply.header("referrer-policy"), "no-referrer");
    let text = reply.text.replace("\r\n ", "");
    let differs = |line: &&str| !line.starts_with("DTSTAMP:") && !line.starts_with("UID:");
    text.split("\r\n").filter(differs).map(ToOwned::to_owned).collect()
}

async fn uids(town: &Town, path: &str) -> Vec<String> {
    let text = read(town, path).await.shown().text;
    text.split("\r\n").filter_map(|line| line.strip_prefix("UID:")).map(ToOwned::to_owned).collect()
}

/// The whole feed with these entries, each line by line.
fn feed(entries: &[&[&str]]) -> Vec<String> {
    let head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Fotfeste//Calendar//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Fotfeste",
        "X-WR-CALNAME:Fotfeste",
        "REFRESH-INTERVAL;VALUE=DURATION:PT21600S",
        "X-PUBLISHED-TTL:PT21600S",
    ];
    let entries = entries.iter().flat_map(|lines| [&["BEGIN:VEVENT"], *lines, &["END:VEVENT"]].concat());
    let foot = ["END:VCALENDAR", ""];
    head.into_iter().chain(entries).chain(foot).map(ToOwned::to_owned).collect()
}

/// A deadline of the small round.
fn deadline<'a>(at: &'a str, title: &'a str, url: &'a str) -> [&'a str; 6] {
    ["CLASS:PRIVATE", "DESCRIPTION:SYP201 Home care", at, title, "TRANSP:TRANSPARENT", url]
}

/// From the first Monday to the last Friday, the day after included as such entries are written.
fn weeks<'a>(title: &'a str, url: &'a str) -> [&'a str; 7] {
    let days = ["DTEND;VALUE=DATE:20270417", "DTSTART;VALUE=DATE:20270308"];
    ["CLASS:PRIVATE", "DESCRIPTION:Home care", days[0], days[1], title, "TRANSP:TRANSPARENT", url]
}

async fn publish(small: &Small) {
    small.draw().await;
    small.office().await.press(small.at("publication")).await.done();
    small.town.now_is("2027-02-11 09:11");
    small.town.run_jobs().await;
}

/// When the result was published, as feeds write it.
async fn published_at(small: &Small) -> String {
    let look = async |tx| rounds::find(&tx, small.round).await;
    let rounds::State::Published { at, .. } = *small.read(look).await.state() else { panic!("it is published") };
    at.format("DTSTART:%Y%m%dT%H%M%SZ").to_string()
}

async fn feeds(town: &Town) -> i64 {
    let count = async |tx: Tx| {
        let sql = "SELECT count(*) FROM calendar_feeds";
        let row = tx.query_one_raw(Statement::from_string(tx.backend(), sql)).await?;
        Ok(row.unwrap().try_get_by_index(0)?)
    };
    town.db().read(&Actor::nobody(), count).await.unwrap()
}

#[both_databases]
async fn a_student_reads_the_deadlines_and_once_it_is_told_the_own_place(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    let third = small.person("s3").await;
    let path = made(&town.sign_in(third).await).await;
    let (wishes, round) =
        (format!("URL:{BASE}/my/rounds/{}/wishes", small.round), format!("URL:{BASE}/my/rounds/{}", small.round));
    let close = deadline("DTSTART:20270210T140000Z", "SUMMARY:Ønskene stenger: Spring 2027", &wishes);
    let result = deadline("DTSTART:20270215T110000Z", "SUMMARY:Resultatet kommer: Spring 2027", &round);
    assert_eq!(lines(&town, &path).await, feed(&[&close, &result]), "a draft is nobody's placement");
    let before = uids(&town, &path).await;

    small.draw().await;
    assert_eq!(lines(&town, &path).await, feed(&[&close, &result]), "nor is what was drawn and not told");
    publish(&small).await;
    let told_at = published_at(&small).await;
    let told = deadline(&told_at, "SUMMARY:Resultatet kommer: Spring 2027", &round);
    let place = format!("URL:{BASE}/my/placement");
    let place = weeks("SUMMARY:Praksis: Place C", &place);
    let queries = town.db().queries();
    assert_eq!(lines(&town, &path).await, feed(&[&close, &told, &place]));
    assert!(town.db().queries() - queries <= 20, "{} statements", town.db().queries() - queries);
    assert_eq!(uids(&town, &path).await[..2], before, "an entry that moves stays the same entry");
    town.sign_in(third).await.post("/me", [("lang", "da"), ("scheme", "auto")]).await.done();
    assert!(lines(&town, &path).await.contains(&"SUMMARY:Praktik: Place C".to_owned()), "in one's own language");

    // Who got no place, and who left the round, read of no placement and of no deadline that is not theirs.
    let fifth = made(&town.sign_in(small.person("s5").await).await).await;
    assert_eq!(lines(&town, &fifth).await, feed(&[&close, &told]));
    let first = small.person("s1").await;
    let firsts = made(&town.sign_in(first).await).await;
    let leave = async |tx: Tx| {
        let round = rounds::find(&tx, small.round).await?;
        participants::withdraw(&tx, &round, first).await
    };
    small.write(leave).await;
    assert_eq!(lines(&town, &firsts).await, feed(&[]));
    town.run_jobs().await;
}

#[both_databases]
async fn whoever_is_protected_is_told_in_no_calendar_where_to_be(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    publish(&small).await;
    let third = small.person("s3").await;
    let path = made(&town.sign_in(third).await).await;
    let file = format!("/organisations/{}/people/{third}", small.institution);
    let trust = format!("/organisations/{}/trustees", small.institution);
    let colleague = town.person_at(small.institution, "betrodd@town.example").await;
    let role = NewRole { person: colleague, role: Role::Administrator, unit: None, span: Span::ALWAYS };
    small.write(async |tx| persons::give_role(&tx, small.institution, &role).await).await;
    small.office().await.post(&trust, [("email", "betrodd@town.example")]).await.done();
    let fields = [("working_name", "Kari N."), ("reason", "Fortrolig adresse")];
    town.sign_in(colleague).await.post(format!("{file}/protection"), fields).await.done();
    let told = lines(&town, &path).await;
    assert!(told.contains(&"SUMMARY:Praksis".to_owned()), "{told:?}");
    assert!(!told.iter().any(|line| line.contains("Place C")), "{told:?}");
    town.run_jobs().await;
}

#[both_databases]
async fn a_host_reads_how_many_come_where_and_nobody_s_name(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    let coordinator = town.holder(small.host, "Kari", Role::Coordinator).await;
    let path = made(&town.sign_in(coordinator).await).await;
    let unit = async |tx: Tx| {
        organisations::add_unit(&tx, small.host, &NewUnit { name: "Avdeling".into(), ..NewUnit::default() }).await
    };
    let unit = town.db().write(&Actor::portal(small.host), unit).await.unwrap();
    let apart = town.person(small.host, "Berit").await;
    let role = NewRole { person: apart, role: Role::Coordinator, unit: Some(unit), span: Span::ALWAYS };
    let give = async |tx: Tx| persons::give_role(&tx, small.host, &role).await;
    town.db().write(&Actor::portal(small.host), give).await.unwrap();
    let aparts = made(&town.sign_in(apart).await).await;
    assert_eq!(lines(&town, &path).await, feed(&[]), "nothing before it is published");

    publish(&small).await;
    let list = format!("URL:{BASE}/host/students");
    let two = weeks("SUMMARY:2 studenter kommer: Place A", &list);
    let one = weeks("SUMMARY:Én student kommer: Place C", &list);
    let told = lines(&town, &path).await;
    assert!(told == feed(&[&two, &one]) || told == feed(&[&one, &two]), "{told:?}");
    assert_eq!(
        lines(&town, &aparts).await,
        feed(&[]),
        "whoever receives students at one unit reads of that unit alone"
    );
    let uids = uids(&town, &path).await;
    assert!(uids[0] != uids[1] && uids.iter().all(|uid| uid.len() == 32), "{uids:?}");

    let first = small.person("s1").await;
    let leave = async |tx: Tx| {
        let round = rounds::find(&tx, small.round).await?;
        participants::withdraw(&tx, &round, first).await
    };
    small.write(leave).await;
    let told = lines(&town, &path).await;
    assert!(told.contains(&"SUMMARY:Én student kommer: Place A".to_owned()), "{told:?}");
    for name in ["Nordmann", "s1", "s2", "s3", "student.example"] {
        assert!(!told.iter().any(|line| line.contains(name)), "{name}: {told:?}");
    }
    town.run_jobs().await;
}

#[both_databases]
async fn an_office_reads_the_deadlines_of_its_own_rounds(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    let office = small.office().await;
    let path = made(&office).await;
    let thirds = made(&town.sign_in(small.person("s3").await).await).await;
    let url = format!("URL:{BASE}/rounds/{}", small.round);
    let open = deadline("DTSTART:20270202T070000Z", "SUMMARY:Ønskene åpner: Spring 2027", &url);
    let close = deadline("DTSTART:20270210T140000Z", "SUMMARY:Ønskene stenger: Spring 2027", &url);
    let result = deadline("DTSTART:20270215T110000Z", "SUMMARY:Publiser resultatet: Spring 2027", &url);
    town.round().await; // another institution's, with deadlines of its own
    town.now_is("2027-02-11 09:00");
    assert_eq!(lines(&town, &path).await, feed(&[&open, &close, &result]));
    let office = small.office().await;
    office.post(small.at("cancellation"), [("reason", "For få plasser")]).await.done();
    let now = small.read(async |tx| rounds::find(&tx, small.round).await).await;
    assert!(matches!(now.state(), rounds::State::Cancelled { .. }), "{:?}", now.state());
    assert_eq!(lines(&town, &path).await, feed(&[]), "what was called off has no deadlines");
    assert_eq!(lines(&town, &thirds).await, feed(&[]), "for nobody");
    town.run_jobs().await;
}

#[both_databases]
async fn an_address_is_told_once_renewed_and_stopped_and_its_owner_is_told_each_time(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    let third = small.person("s3").await;
    let reader = town.sign_in(third).await;
    assert!(reader.get("/me").await.shown().text.contains("href=\"/me/calendar\""));
    reader.get("/me/calendar").await.shown().says("Du har ingen kalenderadresse");
    let first = made(&reader).await;
    let page = reader.get("/me/calendar").await.shown().says("Ikke ennå");
    assert!(!page.text.contains(&first), "it is told once");
    let entries = uids(&town, &first).await;
    let page = reader.get("/me/calendar").await.shown();
    assert!(!page.seen().contains("Ikke ennå"), "it was read: {}", page.seen());

    let second = made(&reader).await;
    assert_ne!(first, second);
    assert_eq!(read(&town, &first).await.status, StatusCode::NOT_FOUND, "the old one stops at once");
    assert_eq!(uids(&town, &second).await, entries, "the same entries, and not the same once more");
    assert_eq!(feeds(&town).await, 1);
    assert_eq!(reader.press("/me/calendar/removal").await.done(), "/me/calendar?stopped=yes");
    reader.get("/me/calendar?stopped=yes").await.shown().says("Adressen virker ikke lenger");
    assert_eq!(read(&town, &second).await.status, StatusCode::NOT_FOUND);
    assert_eq!(feeds(&town).await, 0);
    reader.press("/me/calendar/removal").await.done(); // there being none is no fault

    let portal = Actor::portal(small.institution);
    let look = async |tx: Tx| {
        let owner = Owner::proven(tx.actor(), small.institution).unwrap();
        Ok((mail::of_owner(&tx, owner).await?, kit::journal::latest(&tx, owner, 100).await?))
    };
    let (mails, journal) = town.db().read(&portal, look).await.unwrap();
    let told: Vec<_> = mails.iter().filter(|mail| mail.kind == "calendar-changed").collect();
    assert_eq!(told.len(), 3);
    assert!(told.iter().all(|mail| mail.person == Some(third)));
    let noted: Vec<_> = journal.iter().filter(|entry| entry.kind.starts_with("calendar-")).collect();
    let kinds: Vec<&str> = noted.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, ["calendar-stopped", "calendar-renewed", "calendar-made"]);
    assert!(noted.iter().all(|entry| entry.facts == serde_json::json!({ "by": third })));
    let secrets = [&first, &second].map(|path| path["/calendar/".len()..].trim_end_matches(".ics").to_owned());
    for secret in &secrets {
        assert!(!mails.iter().any(|mail| format!("{mail:?}").contains(secret)), "a mail holds what opens it");
        assert!(!journal.iter().any(|entry| format!("{entry:?}").contains(secret)), "the journal holds what opens it");
    }
    town.run_jobs().await;
}

/// What opens nothing, and why that is, told apart by nobody.
async fn opens_nothing(town: &Town, path: &str, why: &str) {
    let never = format!("/calendar/{}.ics", "0".repeat(64));
    let alike = async |path: &str| {
        let request = Request::get(path).header("accept-language", "en").body(Body::empty()).unwrap();
        let reply = town.nobody().send(request).await;
        let kept =
            ["content-type", "cache-control", "x-problem", "referrer-policy"].map(|name| reply.header(name).to_owned());
        (reply.status, kept, reply.text.replace(path, "PATH"))
    };
    assert_eq!(alike(path).await, alike(&never).await, "{why}");
    assert_eq!(read(town, path).await.status, StatusCode::NOT_FOUND, "{why}");
}

/// Somebody who works at the organisation, with a role, and an address.
async fn colleague(town: &Town, at: OrganisationId, name: &str) -> (PersonId, String) {
    let person = town.holder(at, name, Role::Administrator).await;
    let new = Affiliation { person, kind: AffiliationKind::Staff, outside_key: None, unit: None, span: Span::ALWAYS };
    let affiliate = async |tx: Tx| persons::affiliate(&tx, at, &new).await;
    town.db().write(&Actor::portal(at), affiliate).await.unwrap();
    let path = made(&town.sign_in(person).await).await;
    lines(town, &path).await;
    (person, path)
}

#[both_databases]
async fn an_address_opens_nothing_from_the_moment_its_owner_is_gone_or_put_away(town: Town) {
    let school = town.organisation("Skole").await;
    let keeper = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let page = |person: PersonId| format!("/organisations/{school}/people/{person}");

    let (left, path) = colleague(&town, school, "Vår").await;
    keeper.press(format!("{}/departure", page(left))).await.done();
    opens_nothing(&town, &path, "left").await;
    assert_eq!(feeds(&town).await, 0, "what opened it is gone, too");

    let (mia, path) = colleague(&town, school, "Mia").await;
    let fields = [("given_name", "Mia"), ("family_name", "Nordmann"), ("email", "ny@town.example")];
    keeper.fill(format!("{}/correction", page(mia)), fields).await.done();
    opens_nothing(&town, &path, "whoever asked for it may have read another's mail").await;

    let (helped, path) = colleague(&town, school, "Ada").await;
    keeper.press(format!("/people/{helped}/sign-in/sessions")).await.done();
    opens_nothing(&town, &path, "an administrator ended what lets the account in").await;

    let (gone, path) = colleague(&town, school, "Ida").await;
    let kept = town.holder(school, "Ida", Role::Administrator).await;
    keeper.post(format!("{}/merger", page(kept)), [("with", gone.to_string())]).await.done();
    opens_nothing(&town, &path, "another entry is the person").await;
    assert_eq!(feeds(&town).await, 0);

    let (away, path) = colleague(&town, school, "Siv").await;
    let restriction = format!("{}/restriction", page(away));
    keeper.post(&restriction, [("reason", "Bestrider et vedtak")]).await.done();
    opens_nothing(&town, &path, "what is put away is told to nobody").await;
    keeper.press(format!("{restriction}/lifting")).await.done();
    town.later(TimeDelta::hours(25));
    town.run_jobs().await;
    lines(&town, &path).await;

    let student = town.enrolled(school, "Mila").await;
    let path = made(&town.sign_in(student).await).await;
    lines(&town, &path).await;
    town.end_studies(school, student).await;
    opens_nothing(&town, &path, "studies are over").await;
    town.run_jobs().await;
}

#[both_databases]
async fn neither_a_guess_nor_what_the_database_holds_opens_a_feed(town: Town) {
    let school = town.organisation("Skole").await;
    let (person, path) = colleague(&town, school, "Vår").await;
    let secret = path["/calendar/".len()..].trim_end_matches(".ics").to_owned();
    let digest = Key::new(&secret).unwrap().fingerprint();
    opens_nothing(&town, &format!("/calendar/{digest}.ics"), "a copy of the database opens nothing").await;
    for wrong in [secret.clone(), format!("{}.ICS", &secret), format!("{}.ics", secret.to_uppercase())] {
        opens_nothing(&town, &format!("/calendar/{wrong}"), &wrong).await;
    }
    let own = town.sign_in(person).await.get("/me/data.json").await.shown().text;
    let told: serde_json::Value = serde_json::from_str(&own).unwrap();
    let rows = told["tables"]["calendar_feeds"]["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["person_id"]), (1, &person.to_string().into()));
    assert!(!own.contains(&secret) && !own.contains(&digest), "one's own file opens nothing");

    let guess = async |number: u32| town.nobody().get(format!("/calendar/{number:064x}.ics")).await.status;
    let mut answers = vec![];
    for number in 0..220 {
        answers.push(guess(number).await);
    }
    assert_eq!((answers[0], answers[219]), (StatusCode::NOT_FOUND, StatusCode::TOO_MANY_REQUESTS));
    lines(&town, &path).await; // what opens something is never counted
    town.nobody().get(format!("/login/{}", "0".repeat(64))).await.says("Lenken"); // and sign-in links are for themselves
    town.run_jobs().await;
}

#[both_databases]
async fn a_reading_is_noted_once_an_hour(town: Town) {
    let school = town.organisation("Skole").await;
    let (person, path) = colleague(&town, school, "Vår").await;
    let read_at = async || {
        let look = async |tx: Tx| Ok(people::calendar::actions::own(&tx).await?.unwrap().read_at);
        town.db().read(&Actor::person(person), look).await.unwrap()
    };
    let first = read_at().await.unwrap();
    town.later(TimeDelta::minutes(50));
    lines(&town, &path).await;
    assert_eq!(read_at().await, Some(first));
    town.later(TimeDelta::minutes(11));
    lines(&town, &path).await;
    assert!(read_at().await.unwrap() > first + TimeDelta::hours(1));
    town.run_jobs().await;
}
