//! Promises about webhooks, with a server of our own at the other end.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use base::{OrganisationId, WebhookId};
use kit::outgoing::{Outgoing, OutgoingError};
use kit::settings::Settings;
use macros::both_databases;
use people::persons;
use people::webhooks::model::SigningKey;
use people::webhooks::{NewWebhook, actions};
use tokio::net::TcpListener;

use crate::testkit::{Reader, Town};

/// Another system: keeps what it was sent, and answers what it was told to.
#[derive(Clone)]
pub struct Receiver(Arc<Kept>);

struct Kept {
    address: String,
    answer: Mutex<Vec<u16>>,
    got: Mutex<Vec<(HeaderMap, String)>>,
}

impl Receiver {
    /// Listens on an address of its own.
    pub async fn start() -> Self {
        let _already = rustls::crypto::ring::default_provider().install_default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/hook", listener.local_addr().unwrap());
        let receiver = Self(Arc::new(Kept { address, answer: Mutex::default(), got: Mutex::default() }));
        let router = Router::new().fallback(take).with_state(receiver.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        receiver
    }

    /// The statuses of the next answers; 204 when there are no more.
    fn answers(&self, statuses: &[u16]) {
        *self.0.answer.lock().unwrap() = statuses.iter().rev().copied().collect();
    }

    /// Where it listens.
    pub fn address(&self) -> &str {
        &self.0.address
    }

    /// What it was sent: headers and bodies.
    pub fn got(&self) -> Vec<(HeaderMap, String)> {
        self.0.got.lock().unwrap().clone()
    }
}

async fn take(State(receiver): State<Receiver>, headers: HeaderMap, body: String) -> Response {
    receiver.0.got.lock().unwrap().push((headers, body));
    let status = receiver.0.answer.lock().unwrap().pop().unwrap_or(204);
    let to = [("location", format!("{}/elsewhere", receiver.0.address))];
    (StatusCode::from_u16(status).unwrap(), to).into_response()
}

struct Scene {
    town: Town,
    institution: OrganisationId,
    person: base::PersonId,
    office: Reader,
    receiver: Receiver,
    webhook: WebhookId,
    key: SigningKey,
}

impl Scene {
    async fn of(town: Town) -> Self {
        let town = town.allowing("127.0.0.0/8").await;
        let institution = town.organisation("Mjøs høgskole").await;
        let person = town.holder(institution, "Anna", kit::actor::Role::Administrator).await;
        let receiver = Receiver::start().await;
        let actor = persons::actor_of(town.db(), person, None).await.unwrap();
        let new = NewWebhook::read(&receiver.0.address, &["unit-added".to_owned()]).unwrap();
        let outgoing = Outgoing::of(town.app().settings());
        let made = town.db().write(&actor, async |tx| {
            let webhook = actions::make(&tx, institution, &new, &outgoing).await?;
            Ok((webhook, actions::key(&tx, institution, webhook).await?))
        });
        let (webhook, key) = made.await.unwrap();
        let office = town.sign_in(person).await;
        Self { town, institution, person, office, receiver, webhook, key }
    }

    async fn add_unit(&self, name: &str) {
        let path = format!("/organisations/{}/units/new", self.institution);
        self.office.post(&path, [("name", name)]).await.done();
    }

    fn log(&self) -> String {
        format!("/organisations/{}/webhooks/{}", self.institution, self.webhook)
    }

    async fn seen(&self) -> String {
        self.office.get(self.log()).await.shown().seen()
    }
}

#[both_databases]
async fn what_happens_is_told_once_and_signed(town: Town) {
    let scene = Scene::of(town).await;
    scene.add_unit("Poliklinikken").await;
    assert_eq!(scene.receiver.got().len(), 0, "nobody waits for another's machine");
    scene.town.run_jobs().await;
    scene.town.run_jobs().await;
    let got = scene.receiver.got();
    let [(headers, body)] = got.as_slice() else { panic!("{} deliveries", got.len()) };
    let told: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!((&told["event"], &told["organisation"]), (&"unit-added".into(), &scene.institution.to_string().into()));
    assert_eq!(told["subject"]["kind"], "unit");
    assert!(!body.contains("Poliklinikken") && !body.contains("Anna"), "only ids leave: {body}");
    let header = |name: &str| headers[name].to_str().unwrap().to_owned();
    let id = header("webhook-id").parse().unwrap();
    let at = header("webhook-timestamp").parse().unwrap();
    assert_eq!(header("webhook-signature"), scene.key.sign(id, at, body));
    assert!(scene.seen().await.contains("Tatt imot"));
}

#[both_databases]
async fn a_delivery_is_tried_again_and_can_be_repeated(town: Town) {
    let scene = Scene::of(town).await;
    scene.receiver.answers(&[500, 302]);
    scene.add_unit("Poliklinikken").await;
    scene.town.run_jobs().await;
    assert_eq!(scene.receiver.got().len(), 1);
    scene.town.later(chrono::TimeDelta::minutes(2));
    scene.town.run_jobs().await;
    assert_eq!(scene.receiver.got().len(), 2, "a redirect was followed");
    scene.town.later(chrono::TimeDelta::minutes(10));
    scene.town.run_jobs().await;
    let ids: Vec<_> = scene.receiver.got().iter().map(|(headers, _)| headers["webhook-id"].clone()).collect();
    assert_eq!((ids.len(), &ids[0], &ids[1]), (3, &ids[2], &ids[2]), "each try names the same delivery");
    let page = scene.office.get(scene.log()).await.shown();
    assert!(page.seen().contains("Prøvd 3 ganger"), "{}", page.seen());
    let repeat = page.text.split("action=\"").find(|rest| rest.contains("/repeat\"")).unwrap();
    scene.office.press(repeat.split('"').next().unwrap()).await.done();
    scene.town.run_jobs().await;
    assert_eq!(scene.receiver.got().len(), 4);
}

#[both_databases]
async fn a_webhook_that_nobody_answers_is_switched_off_and_its_maker_told(town: Town) {
    let scene = Scene::of(town).await;
    scene.receiver.answers(&[500; 40]);
    for number in 0..5 {
        scene.add_unit(&format!("Enhet {number}")).await;
    }
    for _ in 0..8 {
        scene.town.run_jobs().await;
        scene.town.later(chrono::TimeDelta::days(1));
    }
    scene.town.run_jobs().await;
    assert_eq!(scene.receiver.got().len(), 40, "five deliveries, eight tries each");
    let office = scene.town.sign_in(scene.person).await;
    assert!(office.get(scene.log()).await.shown().seen().contains(" Av "));
    assert!(office.get("/notices").await.shown().seen().contains("En webhook er slått av"));
    office.post(format!("/organisations/{}/units/new", scene.institution), [("name", "Enda en")]).await.done();
    scene.town.run_jobs().await;
    assert_eq!(scene.receiver.got().len(), 40, "what is off is told nothing");
    office.press(format!("{}/resumption", scene.log())).await.done();
    scene.receiver.answers(&[]);
    office.post(format!("/organisations/{}/units/new", scene.institution), [("name", "Og en til")]).await.done();
    scene.town.run_jobs().await;
    assert_eq!(scene.receiver.got().len(), 41);
}

#[tokio::test]
async fn nothing_private_is_reached_unless_the_operator_allows_it() {
    let trap = Receiver::start().await;
    let port = trap.0.address.split(':').nth(2).unwrap().split('/').next().unwrap().to_owned();
    let strict = Outgoing::of(&Settings::default());
    for host in
        ["127.0.0.1", "localhost", "2130706433", "0x7f.0.0.1", "[::ffff:127.0.0.1]", "127.1", "[::1]", "0.0.0.0"]
    {
        for scheme in ["http", "https"] {
            let sent = strict.post(&format!("{scheme}://{host}:{port}/"), &[], "x".into()).await;
            assert!(
                matches!(sent, Err(OutgoingError::Private | OutgoingError::NotSecure)),
                "{scheme} {host}: {sent:?}"
            );
        }
    }
    let open = Outgoing::of(&Settings { outgoing: "127.0.0.0/8".into(), ..Settings::default() });
    trap.answers(&[302]);
    assert_eq!(open.post(&trap.0.address, &[], "x".into()).await, Ok(302));
    assert_eq!(trap.got().len(), 1, "the redirect was followed, or a private address reached");
}
