//! A whole small world at once: an institution with a round that has come all the way to publication, a host that
//! receives its student, and somebody in each role. Every text carries the village's mark.

use std::collections::BTreeMap;

use base::{OfferId, OrganisationId, PersonId, RoundId};
use kit::actor::{Actor, Owner, Role};
use people::persons::{Email, NewPerson, NewStudent, PersonName};
use placing::participants::StudentRow;
use placing::rounds::{Plan, Typed};
use placing::sites::{NodeRow, OfferRow};
use placing::{participants, rounds, seconds, sites};

use super::{Reader, Town};

/// One institution with a round, one host that receives its students, and somebody in each role.
pub struct Village {
    pub institution: OrganisationId,
    pub host: OrganisationId,
    pub administrator: PersonId,
    pub student: PersonId,
    pub coordinator: PersonId,
    /// Looks after the portal, and belongs to the institution
    pub operator: PersonId,
    /// What stands in addresses after a word: `/rounds/{…}`, `/students/{…}`, `/offers/{…}`.
    pub ids: BTreeMap<&'static str, String>,
}

/// A round whose wish window is open.
pub struct OpenRound {
    pub institution: OrganisationId,
    pub administrator: PersonId,
    pub round: RoundId,
    /// Places that the students may wish for, by their keys
    pub offers: Vec<OfferId>,
    /// A place of another subject
    pub others: Vec<OfferId>,
    pub students: Vec<PersonId>,
}

impl Town {
    /// A village whose round is published. Moves the clock to 12 February 2027.
    pub async fn village(&self, mark: &str) -> Village {
        let institution = self.organisation(&format!("{mark} høgskole")).await;
        let host = self.organisation(&format!("{mark} kommune")).await;
        let administrator = self.holder(institution, mark, Role::Administrator).await;
        let coordinator = self.holder(host, mark, Role::Coordinator).await;
        let operator = self.operator(institution, mark).await;
        self.now_is("2027-02-01 09:00");
        let round = self.planned_round(institution, &typed(mark)).await;
        let student = self.first_places_and_student(institution, round, host, mark).await;
        let office = self.sign_in(administrator).await;
        let import = self.first_file(&office, round, mark).await;
        office.press(format!("/rounds/{round}/announcement")).await.done();
        self.run_jobs().await;
        self.now_is("2027-02-03 12:00");
        self.run_jobs().await;
        let offer = self.first_offer(institution, round).await;
        self.first_wish(student, round, &offer).await;
        self.now_is("2027-02-11 09:00");
        self.run_jobs().await;
        let office = self.sign_in(administrator).await; // the session of last week is over
        let job = office.press(format!("/rounds/{round}/runs")).await.done();
        self.run_jobs().await;
        office.press(format!("/rounds/{round}/publication")).await.done();
        let (unit, plan) = self.planned_unit(&office, institution, mark).await;
        let kept = self.colleague(&office, institution, mark).await;
        let step = office.press("/rounds/drafts").await.done();
        let draft = after(&step, "/rounds/drafts/");
        self.now_is("2027-02-11 09:30");
        self.run_jobs().await;
        self.now_is("2027-02-12 09:00");
        let (thread, file) = self.talk(round, student, mark).await;
        self.run_jobs().await;
        let view = self.kept_view(administrator, round, mark).await;
        let mut ids = BTreeMap::from([
            ("organisations", institution.to_string()),
            ("units", unit),
            ("plans", plan.clone()),
            ("unit-changes", plan),
            ("affiliations", kept.bond),
            ("roles", kept.role),
            ("mergers", kept.merger),
            ("invitations", kept.invitation),
            ("drafts", draft),
            ("steps", "dates".to_owned()),
            ("mailboxes", kept.mailbox),
            ("rounds", round.to_string()),
            ("students", student.to_string()),
            ("places", offer.clone()),
            ("offers", offer),
            ("nodes", self.first_node(institution, round).await),
            ("imports", last_part(&import)),
            ("jobs", last_part(&job)),
            ("views", view.rsplit('=').next().unwrap_or_default().to_owned()),
            ("threads", thread),
            ("files", file),
            ("hosts", host.to_string()),
            ("placements", student.to_string()),
            ("bounces", student.to_string()),
            ("webhooks", self.first_webhook(administrator, institution).await),
            ("runs", self.first_run(institution, round).await),
            ("people", student.to_string()),
            ("second-looks", self.first_second_look(administrator, institution).await),
            ("questions", self.queried(institution, (student, operator), mark).await),
            ("pin", institution.to_string()),
            ("operators", operator.to_string()),
        ]);
        ids.extend(made_up());
        Village { institution, host, administrator, student, coordinator, operator, ids }
    }

    /// Something that waits until another of the office confirms it, and touches no round.
    async fn first_second_look(&self, administrator: PersonId, institution: OrganisationId) -> String {
        let ask = async |tx: kit::db::Tx| {
            let owner = Owner::proven(tx.actor(), institution).expect("the portal's own scope");
            let asked = seconds::model::Asked {
                id: tx.new_id(),
                round: None,
                kind: seconds::model::Kind::Rule,
                person: None,
                offer: None,
                ground: None,
                count: 0,
                by: administrator,
            };
            seconds::queries::add(&tx, owner, &asked).await?;
            Ok(asked.id.to_string())
        };
        self.db().write(&Actor::portal(institution), ask).await.expect("something waits")
    }

    /// A file with one more student, brought and confirmed.
    async fn first_file(&self, office: &Reader, round: RoundId, mark: &str) -> String {
        let file = format!("student_id,subject,period,lottery\n{mark}-9,{mark}fag,1,\n");
        let import = office
            .upload(format!("/rounds/{round}/imports"), &[("kind", "students")], "students.csv", file.as_bytes())
            .await
            .done();
        office.press(format!("{import}/import")).await.done();
        self.run_jobs().await;
        import
    }

    /// A look into the student's file that the student did not expect.
    async fn queried(&self, at: OrganisationId, (whose, by): (PersonId, PersonId), mark: &str) -> String {
        use people::questions::{access, model, queries};
        let add = async |tx: kit::db::Tx| {
            let owner = access::works_for(tx.actor(), at)?;
            let (id, what) = (tx.new_id(), "/organisations/{organisation}/people/{person}".to_owned());
            let look = model::Look { id, person: whose, by, what, at: tx.now() };
            let week_on = model::weeks_to_draw(None, tx.now().date_naive())[0] - chrono::Days::new(7);
            queries::add(&tx, owner, (week_on, "5e"), 1, &[look]).await?;
            queries::answer(&tx, owner, id, model::Answered::Queried, mark).await?;
            Ok(id.to_string())
        };
        self.db().write(&Actor::portal(at), add).await.expect("a question")
    }

    /// The student wishes for one place and confirms it.
    async fn first_wish(&self, student: PersonId, round: RoundId, offer: &str) {
        let wishing = self.sign_in(student).await;
        let (wishes, add) = (format!("/my/rounds/{round}/wishes"), format!("add:{offer}"));
        wishing.post(&wishes, [("request_key", "village-add"), ("act", &add)]).await.done();
        wishing.post(format!("{wishes}/confirmation"), [("request_key", "village-confirm")]).await.done();
        self.run_jobs().await;
    }

    /// Where a view of the round's students leads that somebody has kept.
    async fn kept_view(&self, person: PersonId, round: RoundId, mark: &str) -> String {
        let view =
            [("list", "students".to_owned()), ("back", format!("/rounds/{round}/students")), ("name", mark.into())];
        self.sign_in(person).await.post("/views", view).await.done()
    }

    /// A round whose wish window is open: places called "Sted 1" and on, students with a session each. Moves the clock
    /// to 3 February 2027, 12.00; the window closes on 10 February, 15.00.
    pub async fn open_round(&self, places: usize, students: usize) -> OpenRound {
        self.open_round_asking_for("1", places, students).await
    }

    /// The same where a list is confirmed from so many wishes on.
    pub async fn open_round_asking_for(&self, wishes_min: &str, places: usize, students: usize) -> OpenRound {
        let institution = self.organisation("Mjøs høgskole").await;
        let administrator = self.holder(institution, "Jonas", Role::Administrator).await;
        self.now_is("2027-02-01 09:00");
        let round = self.planned_round(institution, &Typed { wishes_min: wishes_min.into(), ..typed("Mjøs") }).await;
        let node = NodeRow {
            outside_key: "n".into(),
            parent_key: None,
            name: "Kommunen".into(),
            level: "region".into(),
            seats_max: None,
            host: None,
            host_unit: None,
        };
        let offer = |number: usize, subject: &str| OfferRow {
            outside_key: format!("{subject}-{number:03}"),
            node_key: "n".into(),
            name: format!("Sted {number}"),
            subject: subject.into(),
            period: "1".into(),
            seats_max: 2,
            municipality: if number.is_multiple_of(2) { "Hamar".into() } else { "Elverum".into() },
            address: "Storgata 1".into(),
            about: "Her lærer du mye.".into(),
            wished_last_year: Some(3),
        };
        let mut offers: Vec<OfferRow> = (1..=places).map(|number| offer(number, "Mjøsfag")).collect();
        offers.push(offer(1, "Annet fag"));
        let rows: Vec<StudentRow> = (1..=students).map(|number| student_row("Mjøs", number)).collect();
        let fill = async |tx| {
            let round = rounds::find(&tx, round).await?;
            sites::upsert_nodes(&tx, &round, std::slice::from_ref(&node)).await?;
            sites::upsert_offers(&tx, &round, &offers).await?;
            participants::register(&tx, &round, &rows).await?;
            rounds::announce(&tx, round.id(), &"5e".repeat(32)).await?;
            let forest = sites::forest(&tx, &round).await?;
            let named = |subject: &str| {
                forest.offers().iter().filter(|offer| offer.subject == subject).map(|offer| offer.id).collect()
            };
            let people = participants::of_round(&tx, &round).await?;
            Ok((named("Mjøsfag"), named("Annet fag"), people.iter().map(|student| student.person).collect()))
        };
        let filled = self.db().write(&Actor::portal(institution), fill).await;
        let (offers, others, students) = filled.expect("a round that is announced");
        self.run_jobs().await;
        self.now_is("2027-02-03 12:00");
        self.run_jobs().await;
        OpenRound { institution, administrator, round, offers, others, students }
    }

    /// A round of many students without wishes, for lists. Returns its institution and an administrator.
    pub async fn round_of_students(&self, students: usize) -> (OrganisationId, RoundId, PersonId) {
        let institution = self.organisation("Storfjord høgskole").await;
        let administrator = self.holder(institution, "Anna", Role::Administrator).await;
        let round = self.planned_round(institution, &typed("Stor")).await;
        let rows: Vec<StudentRow> = (0..students).map(|number| student_row("Stor", number)).collect();
        let register = async |tx| {
            let round = rounds::find(&tx, round).await?;
            participants::register(&tx, &round, &rows).await
        };
        self.db().write(&Actor::portal(institution), register).await.expect("students are registered");
        (institution, round, administrator)
    }

    /// A thread about the student's placement, and a file in it.
    async fn talk(&self, round: RoundId, student: PersonId, mark: &str) -> (String, String) {
        let student_reads = self.sign_in(student).await;
        let body = format!("{mark}: Når møter jeg?");
        let fields = [("body", body.as_str()), ("request_key", "village-thread")];
        let path = format!("/rounds/{round}/placements/{student}/thread");
        let (name, content) = (format!("{mark}.txt"), format!("{mark}: vedlegg"));
        let thread = student_reads.upload_as(path, &fields, "files", &name, content.as_bytes()).await.done();
        let thread = thread.trim_start_matches("/threads/").trim_end_matches("#latest").to_owned();
        let page = student_reads.get(format!("/threads/{thread}")).await.shown().text;
        let file = page.split(&format!("/threads/{thread}/files/")).nth(1).and_then(|rest| rest.split('"').next());
        (thread, file.expect("the thread shows its file").to_owned())
    }

    async fn planned_round(&self, institution: OrganisationId, typed: &Typed) -> RoundId {
        let plan = Plan::read(typed, chrono_tz::Europe::Oslo).expect("a plan that holds");
        let make = async |tx| rounds::make_round(&tx, &plan).await;
        self.db().write(&Actor::portal(institution), make).await.expect("a round is made")
    }

    async fn first_places_and_student(
        &self,
        institution: OrganisationId,
        round: RoundId,
        host: OrganisationId,
        mark: &str,
    ) -> PersonId {
        let node = NodeRow {
            outside_key: format!("{mark}-node"),
            parent_key: None,
            name: format!("{mark} sykehjem"),
            level: "site".into(),
            seats_max: Some(2),
            host: Some(host),
            host_unit: None,
        };
        let offer = OfferRow {
            outside_key: format!("{mark}-offer"),
            node_key: node.outside_key.clone(),
            name: format!("{mark} sykehjem, avdeling 1"),
            subject: format!("{mark}fag"),
            period: "1".into(),
            seats_max: 2,
            municipality: format!("{mark}by"),
            address: format!("{mark}veien 1"),
            about: format!("{mark} tar imot studenter."),
            wished_last_year: Some(3),
        };
        let rows = [student_row(mark, 1)];
        let fill = async |tx| {
            let round = rounds::find(&tx, round).await?;
            sites::upsert_nodes(&tx, &round, std::slice::from_ref(&node)).await?;
            sites::upsert_offers(&tx, &round, std::slice::from_ref(&offer)).await?;
            participants::register(&tx, &round, &rows).await?;
            Ok(participants::of_round(&tx, &round).await?[0].person)
        };
        self.db().write(&Actor::portal(institution), fill).await.expect("places and a student")
    }

    /// A unit of the institution that begins next year, and the plan that says so.
    async fn planned_unit(&self, office: &Reader, institution: OrganisationId, mark: &str) -> (String, String) {
        let fields = [("name", format!("{mark} avdeling")), ("from_on", "2028-01-01".to_owned())];
        let page = office.post(format!("/organisations/{institution}/units/new"), fields).await.done();
        let text = office.get(&page).await.shown().text;
        let plan = text.split("/plans/").nth(1).and_then(|rest| rest.split('/').next()).expect("a plan");
        (page.rsplit('/').next().unwrap_or_default().to_owned(), plan.to_owned())
    }

    /// Somebody who works at the institution, shares its office's role, is invited, and stood in the register twice; and
    /// the mailbox of that role.
    async fn colleague(&self, office: &Reader, institution: OrganisationId, mark: &str) -> Colleague {
        let base = format!("/organisations/{institution}");
        let email = format!("{}.kollega@town.example", mark.to_lowercase());
        let page = taken_in(office, &base, mark, &email).await;
        let twice = taken_in(office, &base, mark, "").await;
        let person = page.rsplit('/').next().unwrap_or_default().to_owned();
        let other = twice.rsplit('/').next().unwrap_or_default().to_owned();
        office.post(format!("{page}/merger"), [("with", other.as_str())]).await.done();
        let fields = [("about", format!("{mark}: bli med i kontoret")), ("until_on", "2027-05-31".to_owned())];
        office.post(format!("{page}/invitation"), fields).await.done();
        let fields = [("holder", person.as_str()), ("kind", "administrator")];
        office.post(format!("{base}/roles/new"), fields).await.done();
        let fields = [("kind", "administrator"), ("to", ""), ("email", email.as_str())];
        let boxes = office.post(format!("{base}/mailboxes"), fields).await.done();
        let text = office.get(&page).await.shown().text;
        Colleague {
            bond: after(&text, "/affiliations/"),
            role: after(&text, &format!("{base}/roles/")),
            merger: after(&text, "/mergers/"),
            invitation: after(&text, &format!("{base}/invitations/")),
            mailbox: after(&office.get(&boxes).await.shown().text, &format!("{base}/mailboxes/")),
        }
    }

    async fn first_offer(&self, institution: OrganisationId, round: RoundId) -> String {
        let look = async |tx| {
            let round = rounds::find(&tx, round).await?;
            Ok(sites::forest(&tx, &round).await?.offers()[0].id.to_string())
        };
        self.db().read(&Actor::portal(institution), look).await.expect("an offer")
    }

    async fn first_webhook(&self, administrator: PersonId, institution: OrganisationId) -> String {
        let actor = people::persons::actor_of(self.db(), administrator, None).await.expect("somebody");
        let events = ["round-cancelled".to_owned()];
        let new = people::webhooks::NewWebhook::read("https://system.example/hook", &events).expect("a webhook");
        let outgoing = kit::outgoing::Outgoing::of(self.app().settings());
        let make = async |tx| people::webhooks::actions::make(&tx, institution, &new, &outgoing).await;
        self.db().write(&actor, make).await.expect("a webhook is made").to_string()
    }

    async fn first_run(&self, institution: OrganisationId, round: RoundId) -> String {
        let look = async |tx| {
            let (round, owner) = placing::allocation::round_of(&tx, round).await?;
            Ok(placing::allocation::latest_run(&tx, owner, &round).await?.expect("a run").to_string())
        };
        self.db().read(&Actor::portal(institution), look).await.expect("a run")
    }

    async fn first_node(&self, institution: OrganisationId, round: RoundId) -> String {
        let look = async |tx| {
            let round = rounds::find(&tx, round).await?;
            Ok(sites::forest(&tx, &round).await?.nodes()[0].id.to_string())
        };
        self.db().read(&Actor::portal(institution), look).await.expect("a node")
    }
}

/// What the institution keeps of its colleague.
struct Colleague {
    bond: String,
    role: String,
    merger: String,
    invitation: String,
    mailbox: String,
}

/// Takes somebody into the register; answers the address of their page.
async fn taken_in(office: &Reader, base: &str, mark: &str, email: &str) -> String {
    let fields = [("given_name", mark), ("family_name", "Kollega"), ("kind", "staff"), ("email", email)];
    office.post(format!("{base}/people/new"), fields).await.done()
}

/// The last part of an address's path.
fn last_part(address: &str) -> String {
    address.rsplit('/').next().unwrap_or_default().split('?').next().unwrap_or_default().to_owned()
}

/// The part of an address that follows on a page.
fn after(text: &str, word: &str) -> String {
    let rest = text.split(word).nth(1).unwrap_or_else(|| panic!("{word} does not stand on the page"));
    rest.split(['/', '"']).next().unwrap_or_default().to_owned()
}

/// What stands in addresses and names nothing of this village.
fn made_up() -> impl Iterator<Item = (&'static str, String)> {
    let words = [("changes", "named"), ("how", "lottery"), ("receipts", "1"), ("input", "hosts.csv")];
    let words = words.into_iter().chain([("with", "nobody"), ("connect", "nobody")]);
    let words = words.chain([("proof", "hosts.csv"), ("comparison", "lottery"), ("guides", "student")]);
    let secrets = ["login", "setup"].map(|word| (word, "0".repeat(64)));
    let absent = ["sessions", "identities", "passkeys", "looks", "tokens", "deliveries", "trustees"];
    let absent = absent.map(|word| (word, uuid::Uuid::now_v7().to_string()));
    let feed = ("calendar", format!("{}.ics", "0".repeat(64)));
    words.map(|(word, value)| (word, value.to_owned())).chain(secrets).chain(absent).chain([feed])
}

fn student_row(mark: &str, number: usize) -> StudentRow {
    let person = NewPerson {
        name: PersonName::new(&format!("{mark} {number}"), "Nordmann").expect("a name"),
        email: Some(Email::new(&format!("{}{number}@student.example", mark.to_lowercase())).expect("an address")),
        phone: None,
        lang: None,
    };
    let student = NewStudent { outside_key: format!("{mark}-{number:05}"), person };
    StudentRow { student, subject: format!("{mark}fag"), period: "1".into(), lottery: None, group_key: None }
}

fn typed(mark: &str) -> Typed {
    let text = |text: &str| text.to_owned();
    Typed {
        name: format!("{mark} vår 2027"),
        course_code: text("SYP201"),
        course_name: format!("{mark}praksis"),
        year: text("2027"),
        weeks: text("10-15"),
        open_on: text("2027-02-02"),
        open_at: text("08:00"),
        close_on: text("2027-02-10"),
        close_at: text("15:00"),
        publish_on: text("2027-02-15"),
        publish_at: text("12:00"),
        wishes_min: text("1"),
        wishes_max: text("5"),
        draw: text("seed"),
        no_wishes: text("by_hand"),
        terms: rounds::TypedTerms::default(),
        is_decision: text("yes"),
        intro: format!("{mark}: velkommen til praksis."),
        contact_name: format!("{mark} praksiskontor"),
        contact_email: text("praksis@town.example"),
        contact_phone: text("55 55 00 00"),
    }
}
