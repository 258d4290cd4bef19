//! What proofs promise: passwords, the second step, asking again, slips and PINs, help for those who cannot get in.

use axum::http::{Method, StatusCode};
use base::{Moment, OrganisationId, PersonId};
use chrono::TimeDelta;
use futures_util::future::join_all;
use kit::actor::{Actor, Owner, Role};
use kit::mail::{self, Sent};
use macros::both_databases;
use people::credentials::{self, App, Hashing, Password};
use people::persons::{self, Affiliation, AffiliationKind, NewPerson, PersonName, Span};
use people::signin::{self, Rule, SecondFactor, Way};

use crate::testkit::{Reader, Town};

const SENTENCE: &str = "tre lyngplanter på en hylle";

fn later(town: &Town, minutes: i64) {
    town.db().shift_clock(town.db().clock_shift() + TimeDelta::minutes(minutes));
}

async fn now(town: &Town) -> Moment {
    town.db().read(&Actor::nobody(), async |tx| Ok(tx.now())).await.unwrap()
}

async fn session(town: &Town, person: PersonId, way: Way) -> Reader {
    town.nobody().with_session(&signin::begin_session(town.db(), person, way).await.unwrap())
}

async fn mails(town: &Town, organisation: OrganisationId, kind: &str) -> Vec<Sent> {
    let actor = Actor::portal(organisation);
    let owner = Owner::proven(&actor, organisation).unwrap();
    let sent = town.db().read(&actor, async |tx| Ok(mail::of_owner(&tx, owner).await?)).await.unwrap();
    sent.into_iter().filter(|sent| sent.kind == kind).collect()
}

async fn offered(town: &Town, person: PersonId) -> App {
    let look = async |tx| credentials::offered_app(&tx, person).await;
    town.db().read(&Actor::nobody(), look).await.unwrap().expect("an app is offered")
}

/// Gives the person an app, as the profile does.
async fn with_app(town: &Town, person: PersonId) -> App {
    let reader = session(town, person, Way::Mail).await;
    assert_eq!(reader.press("/me/sign-in/app/new").await.done(), "/me/sign-in/app");
    let app = offered(town, person).await;
    reader.get("/me/sign-in/app").await.shown().says(&app.key_in_groups());
    let code = app.code_at(now(town).await);
    reader.post("/me/sign-in/app", [("code", code)]).await.shown();
    town.run_jobs().await;
    later(town, 1);
    app
}

async fn set_password(reader: &Reader, name: &str, present: &str, new: &str) -> StatusCode {
    let fields = [("name", name), ("present", present), ("password", new), ("again", new)];
    reader.post("/me/sign-in/password", fields).await.status
}

async fn rule(town: &Town, organisation: OrganisationId, second_factor: SecondFactor) {
    let rule = Rule { second_factor, fresh_minutes: 30 };
    signin::begin_with_rule(town.db(), organisation, rule).await.unwrap();
}

#[both_databases]
async fn a_password_signs_in_and_a_new_one_ends_the_other_sessions(town: Town) {
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    let (reader, other) = (session(&town, mila, Way::Mail).await, session(&town, mila, Way::Mail).await);
    assert_eq!(set_password(&reader, "Mila@Town.example", "", SENTENCE).await, StatusCode::SEE_OTHER);
    assert!(other.get("/").await.location().starts_with("/login"), "the other session still opens");
    reader.get("/").await.shown();
    let enter = async |name: &str, password: &str| {
        let reader = town.nobody();
        (reader.post("/login/password", [("name", name), ("password", password), ("next", "/me")]).await, reader)
    };
    let (answer, by_password) = enter(" MILA@town.example ", SENTENCE).await;
    assert_eq!(answer.done(), "/me");
    by_password.get("/me/sign-in?lang=en").await.shown().says("Password");
    let (wrong, _) = enter("mila@town.example", "noe helt annet enn det").await;
    let (unknown, _) = enter("olga@town.example", "noe helt annet enn det").await;
    assert_eq!((wrong.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(wrong.text, unknown.text.replace("olga@", "mila@"), "the answer tells whether there is such a name");
    assert_eq!(
        set_password(&by_password, "mila@town.example", "", "en helt ny setning her").await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        set_password(&by_password, "mila@town.example", SENTENCE, "en helt ny setning her").await,
        StatusCode::SEE_OTHER
    );
    assert_eq!(enter("mila@town.example", SENTENCE).await.0.status, StatusCode::UNPROCESSABLE_ENTITY);
    enter("mila@town.example", "en helt ny setning her").await.0.done();
    assert_eq!(mails(&town, school, "sign-in-changed").await.len(), 2, "the holder is told of each change");
    town.run_jobs().await;
}

#[both_databases]
async fn a_name_belongs_to_one_person_and_a_weak_password_is_refused(town: Town) {
    let school = town.organisation("Skole").await;
    let (mila, omar) = (town.person(school, "Mila").await, town.person(school, "Omar").await);
    let (mila, omar) = (session(&town, mila, Way::Mail).await, session(&town, omar, Way::Mail).await);
    assert_eq!(set_password(&mila, "felles", "", SENTENCE).await, StatusCode::SEE_OTHER);
    let fields = [("name", "FELLES"), ("present", ""), ("password", SENTENCE), ("again", SENTENCE)];
    let taken = omar.post("/me/sign-in/password?lang=en", fields).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    taken.says("Somebody else signs in with this name");
    for weak in ["kort", "passordpassord", "omarnordmann1", "skoleskoleskole"] {
        assert_eq!(set_password(&omar, "omar", "", weak).await, StatusCode::UNPROCESSABLE_ENTITY, "{weak}");
    }
    let differing = [("name", "omar"), ("present", ""), ("password", SENTENCE), ("again", "noe annet")];
    omar.post("/me/sign-in/password?lang=en", differing).await.says("The two passwords differ");
    assert_eq!(mila.get("/me").await.status, StatusCode::OK);
    town.run_jobs().await;
}

#[both_databases]
async fn five_hundred_who_sign_in_at_once_do_not_stop_the_pages(town: Town) {
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    set_password(&session(&town, mila, Way::Mail).await, "mila", "", SENTENCE).await;
    let reader = session(&town, mila, Way::Mail).await;
    let hashing = town.app().part::<Hashing>().clone();
    let tries = join_all((0..500).map(|number| {
        let (hashing, town) = (hashing.clone(), town.clone());
        async move {
            let password = Password::typed(if number % 2 == 0 { SENTENCE } else { "feil" });
            credentials::check_password(town.db(), &hashing, "mila", &password).await
        }
    }));
    let pages = async {
        let mut shown = 0;
        for _ in 0..20 {
            reader.get("/me").await.shown();
            shown += 1;
        }
        shown
    };
    let (answers, shown) = tokio::join!(tries, pages);
    assert_eq!(shown, 20);
    let (mut right, mut wrong, mut busy) = (0, 0, 0);
    for answer in answers {
        match answer {
            Ok(Some(person)) => right += usize::from(person == mila),
            Ok(None) => wrong += 1,
            Err(fault) => busy += usize::from(fault.problem().is_some_and(|problem| problem.name() == "sign-in-busy")),
        }
    }
    assert_eq!(right + wrong + busy, 500, "each is answered: in, not in, or come back");
    assert!(right >= 1 && busy >= 1, "{right} in, {wrong} not, {busy} to come back");
    assert!(hashing.busiest() <= 2, "{} at once", hashing.busiest());
    town.run_jobs().await;
}

#[both_databases]
async fn staff_set_up_an_app_on_the_way_in_and_are_asked_for_it_ever_after(town: Town) {
    let school = town.organisation("Skole").await;
    let jonas = town.holder(school, "Jonas", Role::Administrator).await;
    let enter = async || {
        let reader = town.nobody();
        let who = town.db().read(&Actor::nobody(), async |tx| persons::find(&tx, jonas).await).await.unwrap();
        reader.post("/login", [("email", who.email.unwrap().as_str()), ("next", "/rounds")]).await.done();
        let link = mails(&town, school, "sign-in-link").await.into_iter().find_map(|sent| sent.link).unwrap().1;
        assert_eq!(reader.press(&link).await.done(), "/login/second");
        town.run_jobs().await;
        reader
    };
    let reader = enter().await;
    let app = offered(&town, jonas).await;
    reader.get("/login/second?lang=en").await.shown().says(&app.key_in_groups());
    assert_eq!(reader.post("/login/second", [("code", "000000")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let code = app.code_at(now(&town).await);
    let codes = reader.post("/login/second", [("code", code.as_str())]).await.shown();
    assert!(codes.text.contains("href=\"/rounds\""), "the page goes on to where one wanted");
    reader.get("/rounds").await.shown();
    let shown: Vec<String> =
        codes.seen().split_whitespace().filter(|word| word.len() == 29).map(ToOwned::to_owned).collect();
    assert_eq!(shown.len(), 8, "{}", codes.seen());
    let again = enter().await;
    assert_eq!(
        again.post("/login/second", [("code", &code)]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a code holds once"
    );
    later(&town, 1);
    let code = app.code_at(now(&town).await);
    assert_eq!(again.post("/login/second", [("code", &code)]).await.done(), "/rounds");
    let lost = enter().await;
    assert_eq!(lost.post("/login/second", [("code", shown[0].to_lowercase())]).await.done(), "/rounds");
    let twice = enter().await;
    assert_eq!(twice.post("/login/second", [("code", &shown[0])]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    lost.get("/me/sign-in?lang=en").await.shown().says("7 recovery codes are left");
    town.run_jobs().await;
}

#[both_databases]
async fn between_the_two_steps_no_page_opens(town: Town) {
    let school = town.organisation("Skole").await;
    let jonas = town.holder(school, "Jonas", Role::Administrator).await;
    rule(&town, school, SecondFactor::Nobody).await;
    set_password(&session(&town, jonas, Way::Mail).await, "jonas", "", SENTENCE).await;
    rule(&town, school, SecondFactor::Staff).await;
    let reader = town.nobody();
    let half = reader.post("/login/password", [("name", "jonas"), ("password", SENTENCE)]).await;
    assert_eq!(half.done(), "/login/second");
    for route in town.routes().into_iter().filter(|route| route.need != kit::web::Need::Anyone) {
        let path = route.path.replace(['{', '}'], "");
        let answer = reader.ask(&route.method, &path).await;
        let refused = answer.location().starts_with("/login")
            || matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND);
        assert!(refused, "{} {} answered {}", route.method, route.path, answer.status);
    }
    later(&town, 16);
    assert_eq!(reader.get("/login/second").await.done(), "/login", "a quarter of an hour has passed");
    town.run_jobs().await;
}

#[both_databases]
async fn whom_the_organisation_asks_is_asked(town: Town) {
    let school = town.organisation("Skole").await;
    let jonas = town.holder(school, "Jonas", Role::Administrator).await;
    let mila = town.enrolled(school, "Mila").await;
    let asked = async |person| signin::is_asked_for(town.db(), person).await.unwrap();
    assert_eq!((asked(jonas).await, asked(mila).await), (true, false), "without a choice of its own");
    for (second_factor, expected) in [
        (SecondFactor::Nobody, (false, false)),
        (SecondFactor::Staff, (true, false)),
        (SecondFactor::Everybody, (true, true)),
    ] {
        let office = town.sign_in(jonas).await;
        let fields = [("second_factor", second_factor.word()), ("fresh_minutes", "20")];
        office.post(format!("/organisations/{school}/sign-in"), fields).await.done();
        assert_eq!((asked(jonas).await, asked(mila).await), expected, "{second_factor:?}");
    }
    let office = town.sign_in(jonas).await;
    for (second_factor, minutes) in [("strong", "20"), ("staff", "4"), ("staff", "241"), ("staff", "x")] {
        let fields = [("second_factor", second_factor), ("fresh_minutes", minutes)];
        let answer = office.post(format!("/organisations/{school}/sign-in"), fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{second_factor} {minutes}");
    }
}

#[both_databases]
async fn codes_cannot_be_guessed_and_a_right_one_is_let_in_again_later(town: Town) {
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    set_password(&session(&town, mila, Way::Mail).await, "mila", "", SENTENCE).await;
    let app = with_app(&town, mila).await;
    let reader = town.nobody();
    reader.post("/login/password", [("name", "mila"), ("password", SENTENCE)]).await.done();
    let mut statuses = vec![];
    for number in 0..9 {
        statuses.push(reader.post("/login/second", [("code", format!("{number:06}"))]).await.status.as_u16());
    }
    assert_eq!(statuses, [422, 422, 422, 422, 422, 422, 422, 422, 429]);
    let right = async || app.code_at(now(&town).await);
    assert_eq!(reader.post("/login/second", [("code", right().await)]).await.status, StatusCode::TOO_MANY_REQUESTS);
    later(&town, 16);
    let reader = town.nobody();
    reader.post("/login/password", [("name", "mila"), ("password", SENTENCE)]).await.done();
    reader.post("/login/second", [("code", right().await)]).await.done();
    town.run_jobs().await;
}

/// What must ask for a fresh proof whatever becomes of its routes.
const ASK_AGAIN: [&str; 22] = [
    "POST /rounds/{round}/publication",
    "POST /rounds/{round}/students/{person}/placement",
    "POST /rounds/{round}/cancellation",
    "GET /rounds/{round}/students.csv",
    "GET /host/students.csv",
    "POST /organisations/{organisation}/sign-in",
    "POST /organisations/{organisation}/roles/new",
    "POST /imports/{id}/import",
    "POST /imports/{id}/undo",
    "POST /ops/operators/{operator}/closure",
    "POST /organisations/{organisation}/people/{person}/departure",
    "POST /organisations/{organisation}/people/departures",
    "POST /organisations/{organisation}/people/{person}/erasure",
    "POST /organisations/{organisation}/people/{person}/restriction",
    "POST /organisations/{organisation}/second-looks/{look}/confirmation",
    "POST /rounds/{round}/students/{person}/confidence",
    "GET /organisations/{organisation}/people.csv",
    "GET /organisations/{organisation}/people.xlsx",
    "GET /organisations/{organisation}/roles.csv",
    "GET /organisations/{organisation}/roles.xlsx",
    "POST /me/sign-in/password",
    "POST /me/calendar",
];

#[both_databases]
async fn an_old_proof_is_asked_for_again_on_every_listed_act_and_nothing_happens_before(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    rule(&town, village.institution, SecondFactor::Nobody).await;
    rule(&town, village.host, SecondFactor::Nobody).await;
    let readers = [
        (Need::of(Role::Administrator), session(&town, village.administrator, Way::Mail).await),
        (Need::of(Role::Coordinator), session(&town, village.coordinator, Way::Mail).await),
        (Need(kit::web::Need::Operator), session(&town, village.operator, Way::Mail).await),
    ];
    let before = town.journal_entries().await;
    later(&town, 31);
    let mut listed = vec![];
    for route in town.routes().into_iter().filter(|route| route.fresh) {
        let reader = readers.iter().find(|(need, _)| route.need == need.0).map_or(&readers[0].1, |(_, reader)| reader);
        let mut path = route.path.to_owned();
        for (word, id) in &village.ids {
            for name in [
                "{round}",
                "{person}",
                "{organisation}",
                "{identity}",
                "{session}",
                "{role}",
                "{merger}",
                "{passkey}",
                "{provider}",
                "{look}",
                "{trustee}",
                "{operator}",
                "{id}",
            ] {
                path = path.replace(&format!("/{word}/{name}"), &format!("/{word}/{id}"));
            }
        }
        assert!(!path.contains('{'), "the village has nothing for {path}");
        let answer = reader.ask(&route.method, &path).await;
        match route.method {
            Method::GET => assert!(answer.done().starts_with("/confirm?next="), "{path}"),
            _ => {
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
                answer.refused_with("confirm-first");
            }
        }
        listed.push(format!("{} {}", route.method, route.path));
    }
    assert_eq!(town.journal_entries().await, before, "something happened before the proof");
    for decision in ASK_AGAIN {
        assert!(listed.iter().any(|route| route == decision), "{decision} asks for no proof: {listed:#?}");
    }
    town.run_jobs().await; // the village's notices waited to be bundled
}

/// A role as routes name it.
struct Need(kit::web::Need);

impl Need {
    fn of(role: Role) -> Self {
        Self(kit::web::Need::Role(role))
    }
}

#[both_databases]
async fn what_was_typed_is_done_after_the_proof_and_the_session_has_a_new_value(town: Town) {
    let school = town.organisation("Skole").await;
    let jonas = town.holder(school, "Jonas", Role::Administrator).await;
    let app = with_app(&town, jonas).await;
    let reader = session(&town, jonas, Way::Mail).await;
    let before = reader.session().unwrap();
    later(&town, 31);
    let address = format!("/organisations/{school}/sign-in");
    let typed = [("second_factor", "everybody"), ("fresh_minutes", "45")];
    let asked = reader.post(&address, typed).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(asked.text.contains("name=\"second_factor\" value=\"everybody\""), "{}", asked.text);
    let with = |code: String| {
        [("second_factor", "everybody".to_owned()), ("fresh_minutes", "45".to_owned()), ("proof_answer", code)]
    };
    let wrong = reader.post(&address, with("000000".into())).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("name=\"fresh_minutes\" value=\"45\""), "what was typed is lost");
    let code = app.code_at(now(&town).await);
    assert_eq!(reader.post(&address, with(code)).await.done(), format!("{address}?done=yes"));
    assert_ne!(reader.session().unwrap(), before);
    assert!(town.nobody().with_session(&before).get("/").await.location().starts_with("/login"), "the old value opens");
    let again = [("second_factor", "staff"), ("fresh_minutes", "45")];
    reader.post(&address, again).await.done();
    town.run_jobs().await;
}

#[both_databases]
async fn who_has_nothing_else_confirms_by_a_mailed_code_in_the_same_session(town: Town) {
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    let (reader, other) = (session(&town, mila, Way::Mail).await, session(&town, mila, Way::Mail).await);
    later(&town, 31);
    assert_eq!(reader.press("/me/sign-in/app/new").await.status, StatusCode::UNAUTHORIZED);
    let sent = reader.post("/me/sign-in/app/new", [("proof_send", "yes")]).await;
    assert!(sent.text.contains("name=\"proof_answer\""), "{}", sent.text);
    let letter = mails(&town, school, "confirm-code").await.remove(0);
    let code = letter.subject.rsplit(' ').next().unwrap().to_owned();
    assert_eq!(code.len(), 9, "{}", letter.subject);
    let answer = |code: &str| [("proof_answer", code.to_owned())];
    let stolen = other.post("/me/sign-in/app/new", answer(&code)).await;
    assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY, "the code holds in the session that asked for it");
    assert_eq!(reader.post("/me/sign-in/app/new", answer("ABCD-EFGH")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    later(&town, 11);
    assert_eq!(
        reader.post("/me/sign-in/app/new", answer(&code)).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "ten minutes"
    );
    reader.post("/me/sign-in/app/new", [("proof_send", "yes")]).await;
    let code = mails(&town, school, "confirm-code").await.remove(0).subject.rsplit(' ').next().unwrap().to_owned();
    assert_eq!(reader.post("/me/sign-in/app/new", answer(&code.to_lowercase())).await.done(), "/me/sign-in/app");
    town.run_jobs().await;
}

#[both_databases]
async fn own_sessions_are_listed_and_ended_and_those_of_others_are_not_there(town: Town) {
    let school = town.organisation("Skole").await;
    let (mila, omar) = (town.person(school, "Mila").await, town.person(school, "Omar").await);
    let (here, there) = (session(&town, mila, Way::Mail).await, session(&town, mila, Way::Mail).await);
    let stranger = session(&town, omar, Way::Mail).await;
    let page = here.get("/me/sign-in?lang=en").await.shown();
    assert_eq!(page.text.matches("/end\"").count(), 2, "one session to end, and all: {}", page.text);
    let handle = page
        .text
        .split("/me/sign-in/sessions/")
        .find_map(|rest| rest.split_once("/end").filter(|(id, _)| id.len() == 36))
        .unwrap()
        .0
        .to_owned();
    let address = format!("/me/sign-in/sessions/{handle}/end");
    assert_eq!(stranger.press(&address).await.status, StatusCode::NOT_FOUND);
    there.get("/").await.shown();
    here.press(&address).await.done();
    assert!(there.get("/").await.location().starts_with("/login"));
    let (one, two) = (session(&town, mila, Way::Mail).await, session(&town, mila, Way::Mail).await);
    here.press("/me/sign-in/sessions/end").await.done();
    for ended in [one, two] {
        assert!(ended.get("/").await.location().starts_with("/login"));
    }
    here.get("/").await.shown();
    stranger.get("/").await.shown();
}

#[both_databases]
async fn an_office_helps_its_own_people_with_a_reason_and_they_are_told(town: Town) {
    let (school, other) = (town.organisation("Skole").await, town.organisation("Annensteds").await);
    let mila = town.person(school, "Mila").await;
    let app = with_app(&town, mila).await;
    let reader = session(&town, mila, Way::Mail).await;
    let office = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let elsewhere = town.sign_in(town.holder(other, "Eva", Role::Administrator).await).await;
    let address = format!("/people/{mila}/sign-in");
    for (method, path) in
        [("GET", address.clone()), ("POST", format!("{address}/sessions")), ("POST", format!("{address}/slip"))]
    {
        let answer = elsewhere.ask(&method.parse().unwrap(), &path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    let refused = elsewhere.post(format!("{address}/release"), [("reason", "Hun ringte")]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    office.get(&address).await.shown().says("Mila Nordmann");
    assert_eq!(
        office.post(format!("{address}/release"), [("reason", " ")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(office.press(format!("{address}/slip")).await.status, StatusCode::CONFLICT, "she has an address");
    reader.get("/").await.shown();
    office.post(format!("{address}/release"), [("reason", "Hun sto her med legitimasjon")]).await.done();
    assert!(reader.get("/").await.location().starts_with("/login"), "the sessions end");
    let told = mails(&town, school, "sign-in-changed").await;
    assert!(told.iter().any(|sent| sent.person == Some(mila) && sent.body.contains("Hun sto her med legitimasjon")));
    let check = async |tx| credentials::check_app(&tx, mila, &app.code_at(tx.now())).await;
    assert!(!town.db().write(&Actor::nobody(), check).await.unwrap(), "the lost app still counts");
    let mine = session(&town, mila, Way::Mail).await;
    mine.get("/me/looks?lang=en").await.shown().says("Jonas Nordmann").says("How you sign in");
    town.run_jobs().await;
}

#[both_databases]
async fn who_has_no_address_comes_in_by_a_slip_and_then_by_number_and_pin(town: Town) {
    let school = town.organisation("Kommune").await;
    let new = NewPerson { name: PersonName::new("Ahmed", "Yusuf").unwrap(), email: None, phone: None, lang: None };
    let register = async |tx| {
        let person = persons::register_person(&tx, school, &new).await?;
        let staff = Affiliation {
            person,
            kind: AffiliationKind::Staff,
            outside_key: Some("4711".into()),
            unit: None,
            span: Span::ALWAYS,
        };
        persons::affiliate(&tx, school, &staff).await?;
        Ok(person)
    };
    let ahmed = town.db().write(&Actor::portal(school), register).await.unwrap();
    let office = town.sign_in(town.holder(school, "Birgit", Role::Administrator).await).await;
    let slip = async || {
        let page = office.press(format!("/people/{ahmed}/sign-in/slip")).await.shown();
        page.seen()
            .split_whitespace()
            .find(|word| word.len() == 14 && word.matches('-').count() == 2)
            .unwrap()
            .to_owned()
    };
    let enter = async |code: &str, pin: &str| {
        let reader = town.nobody();
        (reader.post("/login/code", [("code", code), ("pin", pin)]).await, reader)
    };
    let old = slip().await;
    let code = slip().await;
    assert_eq!(
        enter(&old, "830174").await.0.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a new slip ends the one before"
    );
    assert_eq!(enter(&code, "123456").await.0.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (answer, reader) = enter(&code.to_lowercase(), "830174").await;
    assert_eq!(answer.done(), "/");
    reader.get("/me").await.shown().says("Ahmed Yusuf");
    assert_eq!(enter(&code, "830174").await.0.status, StatusCode::UNPROCESSABLE_ENTITY, "a slip holds once");
    let by_pin = async |number: &str, pin: &str| {
        let reader = town.nobody();
        reader.post(format!("/login/pin/{school}"), [("number", number), ("pin", pin)]).await
    };
    assert_eq!(by_pin("4711", "830174").await.done(), "/");
    let (wrong, unknown) = (by_pin("4711", "830175").await, by_pin("4712", "830174").await);
    assert_eq!((wrong.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(wrong.text, unknown.text.replace("value=\"4712\"", "value=\"4711\""));
    let mut last = StatusCode::OK;
    for number in 0..7 {
        last = by_pin("4711", &format!("90{number}413")).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    later(&town, 16);
    let expired = slip().await;
    later(&town, 14 * 24 * 60 + 1);
    assert_eq!(enter(&expired, "830174").await.0.status, StatusCode::UNPROCESSABLE_ENTITY, "fourteen days");
    by_pin("4711", "830174").await.done();
}

/// Where a program corrects what is known of somebody.
const CORRECTED: &str = "/api/v1/people/{person}";

#[both_databases]
async fn every_route_that_shows_anothers_file_leaves_a_note_which_that_person_sees(town: Town) {
    let village = town.village("Mjøs").await;
    let office = town.sign_in(village.administrator).await;
    let student = town.sign_in(village.student).await;
    student.get("/me/looks?lang=en").await.shown().says("Nobody has opened your file");
    let mut opened = 0;
    for route in town.routes().into_iter().filter(|route| route.path.contains("{person}")) {
        let shows = route.method == Method::GET;
        // What was told in confidence is opened by saying what for; a program that corrects a file is answered with it.
        let answers = route.path.ends_with("/confidence") || (route.method == Method::PUT && route.path == CORRECTED);
        assert_eq!(route.noted, shows || answers, "{} {}: what shows a file is noted", route.method, route.path);
        if shows {
            let (round, organisation) = (&village.ids["rounds"], &village.ids["organisations"]);
            let path = route.path.replace("{round}", round).replace("{organisation}", organisation);
            let path = path.replace("{person}", &village.student.to_string());
            let answer = office.get(&path).await;
            opened += usize::from(answer.status == StatusCode::OK);
        }
    }
    assert!(opened >= 7, "{opened}");
    let page = student.get("/me/looks?lang=en").await.shown();
    assert_eq!(page.text.matches("<li class=\"stack g1\"><b>").count(), opened, "{}", page.seen());
    let other = town.sign_in(village.coordinator).await;
    other.get("/me/looks?lang=en").await.shown().says("Nobody has opened your file");
}

#[both_databases]
async fn an_office_ends_the_sessions_of_everybody_at_once_and_of_nobody_elsewhere(town: Town) {
    let (school, other) = (town.organisation("Skole").await, town.organisation("Annensteds").await);
    let jonas = town.holder(school, "Jonas", Role::Administrator).await;
    let (mila, eva) = (town.enrolled(school, "Mila").await, town.holder(other, "Eva", Role::Administrator).await);
    let (office, own, elsewhere) = (town.sign_in(jonas).await, town.sign_in(mila).await, town.sign_in(eva).await);
    let address = format!("/organisations/{school}/sessions/end");
    for stranger in [&own, &elsewhere] {
        assert_eq!(stranger.press(&address).await.status, StatusCode::NOT_FOUND);
    }
    own.get("/").await.shown();
    office.press(&address).await.done();
    assert!(own.get("/").await.location().starts_with("/login"));
    elsewhere.get("/").await.shown();
    office.get("/").await.shown();
}
