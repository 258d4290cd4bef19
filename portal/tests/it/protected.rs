//! People whose name and address are protected: every route is asked for them, with the protection and without.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use base::PersonId;
use kit::actor::{Actor, Role};
use kit::db::Tx;
use kit::scope::Scope;
use kit::web::{Need, Route};
use macros::both_databases;
use people::persons::{self, NewRole, Span};
use sea_orm::{ConnectionTrait, Statement};

use crate::strangers::fill;
use crate::testkit::{Reader, Reply, Town, Village};

/// Marks name, address and telephone of the one who is protected.
const MARK: &str = "Skjulesen";
const EMAIL: &str = "skjulesen@student.example";
const PHONE: &str = "99 88 77 66";

fn shows(reply: &Reply) -> bool {
    [MARK, EMAIL, PHONE].iter().any(|mark| reply.text.contains(mark))
        || reply.headers.values().any(|value| value.to_str().is_ok_and(|text| text.contains(MARK)))
}

/// Everybody who works where the student goes, but for trustees.
struct Colleagues {
    readers: Vec<Reader>,
    program: Reader,
    token: String,
}

impl Colleagues {
    async fn of(town: &Town, village: &Village) -> Self {
        let scopes: Vec<Scope> = Scope::ALL.to_vec();
        let readers = vec![
            town.sign_in(village.administrator).await,
            town.sign_in(village.coordinator).await,
            town.sign_in(village.operator).await,
        ];
        let token = town.token(village.administrator, village.institution, &scopes).await;
        Self { readers, program: town.nobody(), token }
    }

    /// The routes of which an answer shows a mark.
    async fn shown(&self, town: &Town, village: &Village, searched: &str) -> Vec<String> {
        let mut shown = vec![];
        let ends = ["/events", "/logout", "/sessions", "/sessions/end", "/{provider}", "/departure", "/protection"];
        for route in town.routes() {
            let changes = route.method != Method::GET;
            if ends.iter().any(|end| route.path.ends_with(end)) || route.path.contains("/protection/") {
                continue;
            }
            let path = fill(route.path, &village.ids, true) + if changes { "" } else { searched };
            let what = format!("{} {}", route.method, route.path);
            if matches!(route.need, Need::Token(_)) {
                if shows(&self.called(&route, &path).await) {
                    shown.push(what);
                }
                continue;
            }
            for reader in &self.readers {
                let reply =
                    if changes { reader.post(&path, [("unknown", "x")]).await } else { reader.get(&path).await };
                if shows(&reply) {
                    shown.push(what.clone());
                }
            }
        }
        shown
    }

    async fn called(&self, route: &Route, path: &str) -> Reply {
        let request = Request::builder().method(&route.method).uri(path);
        let request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        self.program.send(request.body(Body::empty()).unwrap()).await
    }
}

/// What mails and notices say that do not go to this person.
async fn told_to_others(town: &Town, village: &Village, person: PersonId) -> Vec<String> {
    let mut told = vec![];
    for owner in [village.institution, village.host] {
        let look = async |tx: Tx| {
            let sql = "SELECT subject || ' ' || body FROM mails \
                       WHERE owner_id = $2 AND (person_id IS NULL OR person_id <> $1) UNION ALL \
                       SELECT subject || ' ' || body FROM notices WHERE owner_id = $2 AND person_id <> $1";
            let values = [base::Id::uuid(person).into(), base::Id::uuid(owner).into()];
            let rows = tx.query_all_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
            Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?)
        };
        told.extend(town.db().read(&Actor::portal(owner), look).await.unwrap());
    }
    told
}

async fn trustee(town: &Town, village: &Village) -> PersonId {
    let person = town.person_at(village.institution, "betrodd@town.example").await;
    let new = NewRole { person, role: Role::Administrator, unit: None, span: Span::ALWAYS };
    let give = async |tx| persons::give_role(&tx, village.institution, &new).await;
    town.db().write(&Actor::portal(village.institution), give).await.unwrap();
    let office = town.sign_in(village.administrator).await;
    let trustees = format!("/organisations/{}/trustees", village.institution);
    office.post(&trustees, [("email", "ukjent@town.example")]).await.refused_at("email");
    assert_eq!(office.post(&trustees, [("email", "betrodd@town.example")]).await.done(), trustees);
    office.post(&trustees, [("email", "betrodd@town.example")]).await.refused_at("email");
    office.get(format!("{trustees}?lang=en")).await.shown().says("Anna Nordmann").says("Named by Mjøs Nordmann");
    person
}

/// Gives the one who will be protected a name, an address and a telephone that are told from all others.
async fn mark(by: &Reader, file: &str) {
    let name = [("given_name", "Vår"), ("family_name", MARK), ("email", EMAIL), ("phone", PHONE)];
    by.fill(format!("{file}/correction"), name).await.done();
}

async fn student_writes(town: &Town, village: &Village, key: &str) {
    let thread = format!("/rounds/{}/students/{}/thread", village.ids["rounds"], village.student);
    let asked = [("body", "Når begynner jeg?"), ("request_key", key)];
    town.sign_in(village.student).await.upload_as(&thread, &asked, "files", "", b"").await.done();
    town.run_jobs().await;
}

#[both_databases]
async fn whoever_is_protected_is_shown_to_trustees_alone_on_every_route(town: Town) {
    let village = town.village("Mjøs").await;
    let file = format!("/organisations/{}/people/{}", village.institution, village.student);
    let office = town.sign_in(village.administrator).await;
    mark(&office, &file).await;
    town.run_jobs().await;
    // What others are told of a message names nobody: the name may be protected tomorrow.
    student_writes(&town, &village, "unprotected").await;
    let colleagues = Colleagues::of(&town, &village).await;
    let before = colleagues.shown(&town, &village, "").await;
    assert!(before.len() > 8, "without a protection the name is seen: {before:?}");

    // Nobody is protected whom nobody could see any more.
    let protection = [("working_name", ""), ("reason", "Trusler fra en tidligere samboer")];
    let early = office.post(format!("{file}/protection"), protection).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", early.seen());
    let trusted = trustee(&town, &village).await;
    office.post(format!("{file}/protection"), [("working_name", "x"), ("reason", " ")]).await.refused_at("reason");
    let trustees = format!("/organisations/{}/trustees", village.institution);
    assert_eq!(office.post(format!("{file}/protection"), protection).await.done(), trustees);
    town.run_jobs().await;

    let colleagues = Colleagues::of(&town, &village).await;
    assert_eq!(colleagues.shown(&town, &village, "").await, [] as [String; 0]);
    // A search for what is protected finds nothing; the words themselves stand in the field.
    let id = village.student.to_string();
    for page in
        [format!("/search?q={MARK}"), format!("/organisations/{}/people?q={MARK}&standing=all", village.institution)]
    {
        assert!(!office.get(&page).await.shown().text.contains(&id), "{page}");
    }
    office.get(&file).await.refused_with("not-found");
    let before = told_to_others(&town, &village, village.student).await.len();
    student_writes(&town, &village, "protected").await;
    town.later(chrono::TimeDelta::hours(2));
    town.run_jobs().await;
    let told = told_to_others(&town, &village, village.student).await;
    assert!(told.len() > before, "the others are told of the message");
    assert!(told[..].iter().all(|text| !text.contains(MARK)), "{told:?}");

    // The person sees what stands, and who may see it; mail still comes.
    let student = town.sign_in(village.student).await;
    let me = student.get("/me?lang=en").await.shown().says("Vår Skjulesen").says(EMAIL).says("Anna Nordmann");
    me.says(&format!("N. N. {}", id[id.len() - 4..].to_uppercase()));
    town.nobody().post("/login", [("email", EMAIL)]).await;
    assert!(town.unsent_mails(village.institution).await.contains(&EMAIL.to_owned()));

    let (trusted, office) = (town.sign_in(trusted).await, town.sign_in(village.administrator).await);
    // A trustee sees and ends it; a file that leaves the portal never holds it.
    trusted.get(&file).await.shown().says("Vår Skjulesen").says(EMAIL).says(PHONE);
    trusted.get(format!("{file}/protection")).await.shown().says("Trusler fra en tidligere samboer");
    let found = trusted.get(format!("/organisations/{}/people?q={MARK}", village.institution)).await.shown();
    assert!(found.text.contains(&id));
    let csv = trusted.get(format!("/organisations/{}/people.csv?standing=all", village.institution)).await.shown();
    assert!(!csv.text.contains(MARK) && csv.text.contains("Nordmann"), "{}", csv.text);
    let roles = trusted.get(format!("/organisations/{}/roles.csv?standing=all", village.institution)).await.shown();
    assert!(!roles.text.contains(MARK) && roles.text.contains("Nordmann"), "{}", roles.text);
    let people = format!("/organisations/{}/trustees", village.institution);
    let me = trusted.get(&people).await.shown();
    let closure = me.text.split("action=\"").find(|part| part.contains("/closure")).unwrap().split('"').next().unwrap();
    trusted.press(closure).await.refused_with("trustee-last");
    office.press(format!("{file}/protection/closure")).await.refused_with("not-found");
    trusted.press(format!("{file}/protection/closure")).await.done();
    office.get(&file).await.shown().says("Vår Skjulesen").says(EMAIL);
    town.run_jobs().await;
}

#[both_databases]
async fn what_somebody_protected_does_is_told_to_others_under_the_working_name(town: Town) {
    let village = town.village("Mjøs").await;
    let (at, who) = (village.institution, village.administrator);
    let trusted = town.sign_in(trustee(&town, &village).await).await;
    let file = format!("/organisations/{at}/people/{who}");
    mark(&trusted, &file).await;
    let protection = [("working_name", "Leder L."), ("reason", "Trusler fra en tidligere samboer")];
    trusted.post(format!("{file}/protection"), protection).await.done();
    town.run_jobs().await;
    let before = told_to_others(&town, &village, who).await.len();

    let office = town.sign_in(who).await;
    office.get("/me").await.shown().says("Vår Skjulesen").says(EMAIL);
    let student = format!("/organisations/{at}/people/{}", village.student);
    let moved = [("given_name", "Ola"), ("family_name", "Nordmann"), ("email", "ny@town.example"), ("phone", "")];
    office.fill(format!("{student}/correction"), moved).await.done();
    office.post(format!("/people/{}/sign-in/release", village.student), [("reason", "Mistet telefonen")]).await.done();
    office.post(format!("{student}/invitation"), [("about", "praksis"), ("until_on", "2027-03-01")]).await.done();
    let grounds = [("reason", "Ringte om ønskene"), ("minutes", "30")];
    office.post(format!("/people/{}/support", village.student), grounds).await.done();
    town.run_jobs().await;
    let told = told_to_others(&town, &village, who).await;
    let by_name = told.iter().filter(|text| text.contains("Leder L.")).count();
    assert_eq!((told.len() - before, by_name), (4, 4), "{told:#?}");
    assert!(told.iter().all(|text| !text.contains(MARK) && !text.contains(EMAIL)), "{told:#?}");
}

#[both_databases]
async fn two_who_change_a_working_name_at_once_see_both_versions(town: Town) {
    let village = town.village("Mjøs").await;
    let trusted = town.sign_in(trustee(&town, &village).await).await;
    let href = format!("/organisations/{}/people/{}/protection", village.institution, village.student);
    let send = async |edition: &str, name: &str, reason: &str| {
        trusted.post(&href, [("working_name", name), ("reason", reason), ("edition", edition)]).await
    };
    send("", "Kari N.", "Trusler").await.done();
    // A colleague who opened the form before anybody was protected.
    let refused = send("", "Ola N.", "Frykter en <nabo>").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("value=\"Ola N.\"") && refused.text.contains("Frykter en &#60;nabo&#62;"), "lost");
    let opened = refused.edition();
    refused.says("Noen andre har lagret: Kari N.").says("Trusler").says("Din blir ikke lagret");
    send(&opened, "Ola N.", "").await.done();
    let refused = send(&opened, "Per N.", "").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let newer = refused.edition();
    refused.says("Noen andre har lagret: Ola N.");
    send(&newer, "Per N.", "").await.done();
    trusted.get(&href).await.shown().says("Trusler");
    town.run_jobs().await;
}

#[both_databases]
async fn whoever_was_found_to_be_the_protected_person_is_protected_too(town: Town) {
    let village = town.village("Mjøs").await;
    let at = village.institution;
    let double = town.person_at(at, EMAIL).await;
    let name = async |person: PersonId| {
        let look = async |tx| persons::find(&tx, person).await;
        let found = town.db().read(&Actor::portal(at), look).await.unwrap();
        (found.name.to_string(), found.email.map(|email| email.as_str().to_owned()))
    };
    let merge = async |tx: Tx| {
        let sql = "UPDATE persons SET merged_into_id = $1 WHERE id = $2";
        let values = [base::Id::uuid(village.student).into(), base::Id::uuid(double).into()];
        tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
        Ok(())
    };
    town.db().write(&Actor::portal(at), merge).await.unwrap();
    let was = name(double).await;
    let trusted = town.sign_in(trustee(&town, &village).await).await;
    let file = format!("/organisations/{at}/people/{}", village.student);
    let protection = [("working_name", "Kari N."), ("reason", "Trusler fra en tidligere samboer")];
    trusted.post(format!("{file}/protection"), protection).await.done();
    assert_eq!([name(village.student).await, name(double).await], [("Kari N.".into(), None), ("Kari N.".into(), None)]);
    trusted.press(format!("{file}/protection/closure")).await.done();
    assert_eq!(name(double).await, was);
}

#[both_databases]
async fn trust_is_given_by_somebody_else_and_ends_with_the_role(town: Town) {
    let village = town.village("Mjøs").await;
    let at = village.institution;
    let trusted = trustee(&town, &village).await;
    let trustees = format!("/organisations/{at}/trustees");
    let own = [("given_name", "Mjøs"), ("family_name", "Nordmann"), ("email", "selv@town.example"), ("phone", "")];
    let second = town.sign_in(trusted).await;
    second.fill(format!("/organisations/{at}/people/{}/correction", village.administrator), own).await.done();
    let office = town.sign_in(village.administrator).await;
    office.post(&trustees, [("email", "selv@town.example")]).await.refused_at("email");
    // Whoever holds no role any more sees nobody, and nobody is protected on their account.
    town.end_roles(at, trusted).await;
    office.get(format!("{trustees}?lang=en")).await.shown().says("Holds no role over the whole organisation now.");
    let file = format!("/organisations/{at}/people/{}/protection", village.student);
    let protection = [("working_name", ""), ("reason", "Trusler fra en tidligere samboer")];
    let refused = office.post(&file, protection).await;
    assert!(refused.seen().contains("Pek først ut en betrodd"), "{}", refused.seen());
    // Back in a role, the trust is not back.
    town.later(chrono::TimeDelta::days(1));
    let new = NewRole { person: trusted, role: Role::Administrator, unit: None, span: Span::ALWAYS };
    let give = async |tx| persons::give_role(&tx, at, &new).await;
    town.db().write(&Actor::portal(at), give).await.unwrap();
    let office = town.sign_in(village.administrator).await;
    let refused = office.post(&file, protection).await;
    assert!(refused.seen().contains("Pek først ut en betrodd"), "{}", refused.seen());
    assert_eq!(office.post(&trustees, [("email", "selv@town.example")]).await.done(), trustees, "the first one may");
    town.run_jobs().await;
}

/// Those whom the organisation trusts.
async fn trusted_at(town: &Town, village: &Village) -> Vec<PersonId> {
    let office = persons::actor_of(town.db(), village.administrator, None).await.unwrap();
    let look = async |tx: Tx| persons::actions::protection::trustees(&tx, village.institution).await;
    town.db().read(&office, look).await.unwrap().into_iter().map(|trustee| trustee.person).collect()
}

#[both_databases]
async fn whoever_ends_the_role_of_the_only_trustee_does_not_become_one_and_the_trust_is_gone_the_day_after(town: Town) {
    let village = town.village("Mjøs").await;
    let at = village.institution;
    let trusted = trustee(&town, &village).await;
    let file = format!("/organisations/{at}/people/{}", village.student);
    let reader = town.sign_in(trusted).await;
    let own = [("given_name", "Mjøs"), ("family_name", "Nordmann"), ("email", "selv@town.example"), ("phone", "")];
    reader.fill(format!("/organisations/{at}/people/{}/correction", village.administrator), own).await.done();
    mark(&reader, &file).await;
    reader.post(format!("{file}/protection"), [("working_name", ""), ("reason", "Trusler")]).await.done();
    let end = async || persons::actions::protection::end_idle_trust(town.db()).await.unwrap();
    assert_eq!((end().await, trusted_at(&town, &village).await), (0, vec![trusted]), "who holds a role stays trusted");
    town.end_roles(at, trusted).await;
    let trustees = format!("/organisations/{at}/trustees");
    let office = town.sign_in(village.administrator).await;
    office.post(&trustees, [("email", "selv@town.example")]).await.refused_at("email");
    let before = town.journal_of(at).await;
    assert_eq!((end().await, trusted_at(&town, &village).await), (1, vec![]));
    assert_eq!((end().await, town.journal_of(at).await), (0, before + 1), "the journal tells of it");
    office.post(&trustees, [("email", "selv@town.example")]).await.refused_at("email");
    assert_eq!(office.get(&file).await.status, StatusCode::NOT_FOUND);
    town.run_jobs().await;
}

#[both_databases]
async fn protected_data_that_is_restricted_is_named_to_trustees_alone_and_protected_again_afterwards(town: Town) {
    let village = town.village("Mjøs").await;
    let file = format!("/organisations/{}/people/{}", village.institution, village.student);
    let office = town.sign_in(village.administrator).await;
    mark(&office, &file).await;
    let trustee = trustee(&town, &village).await;
    let trusted = town.sign_in(trustee).await;
    let protection = [("working_name", "Kari N."), ("reason", "Trusler fra en tidligere samboer")];
    office.post(format!("{file}/protection"), protection).await.done();
    office.post(format!("{file}/restriction"), [("reason", "Bestrider karakteren")]).await.refused_with("not-found");
    trusted.post(format!("{file}/restriction"), [("reason", "Bestrider karakteren")]).await.done();
    assert!(town.unsent_mails(village.institution).await.contains(&EMAIL.to_owned()), "the person is told");
    town.run_jobs().await;

    let seen = office.get(format!("{file}/restriction")).await.shown().says("Kari N.").says("Bestrider karakteren");
    assert!(![MARK, EMAIL, PHONE].iter().any(|mark| seen.text.contains(mark)), "{}", seen.text);
    trusted.get(format!("{file}/restriction")).await.shown().says("Vår Skjulesen").says(EMAIL).says(PHONE);
    town.nobody().post("/login", [("email", EMAIL)]).await;
    assert!(!town.unsent_mails(village.institution).await.contains(&EMAIL.to_owned()), "mail found its way");
    let meanwhile = office.post(format!("{file}/protection"), protection).await;
    assert_eq!(meanwhile.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(meanwhile.seen().contains("Opphev sperringen"), "{}", meanwhile.seen());

    office.press(format!("{file}/restriction/lifting")).await.done();
    assert!(town.unsent_mails(village.institution).await.contains(&EMAIL.to_owned()), "the person is told before");
    town.later(chrono::TimeDelta::hours(25));
    town.run_jobs().await;
    let (office, trusted) = (town.sign_in(village.administrator).await, town.sign_in(trustee).await);
    office.get(&file).await.refused_with("not-found");
    trusted.get(&file).await.shown().says("Vår Skjulesen").says(EMAIL).says(PHONE);
    trusted.get(format!("{file}/protection")).await.shown().says("Trusler fra en tidligere samboer");
    let students = format!("/rounds/{}/students", village.ids["rounds"]);
    office.get(&students).await.shown().says("Kari N.");
    town.run_jobs().await;
}
