//! What passkeys promise, against a device of our own that answers well and in many wrong ways.

use std::sync::atomic::{AtomicU32, Ordering};

use axum::http::StatusCode;
use base::PersonId;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use kit::actor::{Actor, Role};
use macros::both_databases;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use people::credentials;
use people::signin::actions::Entered;
use people::signin::{self, Way};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::testkit::{Reader, Reply, Town};

const ORIGIN: &str = "https://portal.example";
const RP: &str = "portal.example";
const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const MADE: u8 = 64;

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn bytes(value: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(value.as_str().unwrap()).unwrap()
}

/// A device with one key. Nothing secret stands in the repository: keys are made from a seed.
struct Device {
    key: SigningKey,
    id: Vec<u8>,
    user: Vec<u8>,
    count: AtomicU32,
}

/// What a device answers this time.
#[derive(Clone)]
struct Says {
    kind: &'static str,
    challenge: String,
    origin: String,
    rp: &'static str,
    flags: u8,
    count: u32,
    id: Vec<u8>,
    user: Option<Vec<u8>>,
    /// The key that signs, by its seed
    seed: Option<u8>,
    /// Changes what the device has signed
    after: fn(&mut Vec<u8>),
    /// Changes the finished answer
    bend: fn(Value) -> Value,
    /// Sends this instead
    instead: Option<&'static str>,
}

fn of_seed(seed: u8) -> SigningKey {
    SigningKey::from_slice(&[seed; 32]).unwrap()
}

impl Device {
    fn new(seed: u8) -> Self {
        Self { key: of_seed(seed), id: vec![seed; 20], user: vec![], count: AtomicU32::new(0) }
    }

    fn says(&self, kind: &'static str, asked: &Value) -> Says {
        Says {
            kind,
            challenge: asked["publicKey"]["challenge"].as_str().unwrap().to_owned(),
            origin: ORIGIN.into(),
            rp: RP,
            flags: PRESENT | VERIFIED,
            count: self.count.fetch_add(1, Ordering::SeqCst) + 1,
            id: self.id.clone(),
            user: Some(self.user.clone()),
            seed: None,
            after: |_| {},
            bend: |answer| answer,
            instead: None,
        }
    }

    /// Makes its key for whoever is asked about, spoilt by `spoil`.
    fn make(&mut self, asked: &Value, spoil: fn(&mut Says)) -> String {
        self.user = bytes(&asked["publicKey"]["user"]["id"]);
        let mut says = self.says("webauthn.create", asked);
        says.flags |= MADE;
        spoil(&mut says);
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut data = said(&says);
        data.extend([0; 16]);
        data.extend(u16::try_from(says.id.len()).unwrap().to_be_bytes());
        data.extend(&says.id);
        // The public key as a COSE map: ES256 on P-256.
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20]);
        data.extend(&point.as_bytes()[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point.as_bytes()[33..]);
        (says.after)(&mut data);
        let mut object = vec![0xa3];
        for (name, value) in [("fmt", &[0x64, b'n', b'o', b'n', b'e'][..]), ("attStmt", &[0xa0][..])] {
            object.push(0x60 + u8::try_from(name.len()).unwrap());
            object.extend(name.bytes());
            object.extend(value);
        }
        object.extend([0x68]);
        object.extend(b"authData");
        object.extend([0x58, u8::try_from(data.len()).unwrap()]);
        object.extend(&data);
        let answer = json!({
            "id": text(&says.id), "rawId": text(&says.id), "type": "public-key",
            "response": { "clientDataJSON": text(client(&says).as_bytes()), "attestationObject": text(&object) },
        });
        says.instead.map_or_else(|| (says.bend)(answer).to_string(), str::to_owned)
    }

    /// Answers, spoilt by `spoil`.
    fn answer(&self, asked: &Value, spoil: fn(&mut Says)) -> String {
        let mut says = self.says("webauthn.get", asked);
        spoil(&mut says);
        let mut data = said(&says);
        let client = client(&says);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = says.seed.map_or_else(|| self.key.clone(), of_seed).sign(&signed);
        (says.after)(&mut data);
        let answer = json!({
            "id": text(&says.id), "rawId": text(&says.id), "type": "public-key",
            "response": {
                "clientDataJSON": text(client.as_bytes()), "authenticatorData": text(&data),
                "signature": text(signature.to_der().as_bytes()), "userHandle": says.user.as_deref().map(text),
            },
        });
        says.instead.map_or_else(|| (says.bend)(answer).to_string(), str::to_owned)
    }
}

fn said(says: &Says) -> Vec<u8> {
    let mut data = Sha256::digest(says.rp).to_vec();
    data.push(says.flags);
    data.extend(says.count.to_be_bytes());
    data
}

fn client(says: &Says) -> String {
    json!({ "type": says.kind, "challenge": says.challenge, "origin": says.origin, "crossOrigin": false }).to_string()
}

async fn asked(reader: &Reader, path: &str) -> Value {
    let answer = reader.press(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/json");
    serde_json::from_str(&answer.text).unwrap()
}

async fn add(reader: &Reader, device: &mut Device, name: &str, spoil: fn(&mut Says)) -> Reply {
    let asked = asked(reader, "/me/sign-in/passkeys/challenge").await;
    let answer = device.make(&asked, spoil);
    reader.post("/me/sign-in/passkeys", [("name", name), ("passkey", &answer)]).await
}

async fn held(town: &Town, person: PersonId) -> Vec<String> {
    let held = async |tx| credentials::held_by(&tx, person).await;
    town.db().read(&Actor::nobody(), held).await.unwrap().passkeys
}

/// Somebody with a passkey, signed in.
async fn holder(town: &Town, name: &str, seed: u8) -> (PersonId, Reader, Device) {
    let school = town.organisation("Skole").await;
    let person = town.person(school, name).await;
    let reader = town.sign_in(person).await;
    let mut device = Device::new(seed);
    add(&reader, &mut device, "Telefon", |_| {}).await.shown();
    (person, reader, device)
}

async fn enter(reader: &Reader, device: &Device, spoil: fn(&mut Says)) -> Reply {
    let asked = asked(reader, "/login/passkey/challenge").await;
    reader.post("/login/passkey", [("passkey", &device.answer(&asked, spoil)), ("next", &"/me".to_owned())]).await
}

/// On the way in, with one proof shown.
async fn half_in(town: &Town, person: PersonId) -> Reader {
    let reader = town.nobody();
    let half = signin::HalfSignedIn { person, way: Way::Mail, next: None };
    let arrival = signin::Arrival { before: None, device: "" };
    let entered = signin::enter(town.db(), &half, 1, arrival).await.unwrap();
    let Entered::Half(key) = entered else { panic!("no second proof was asked for") };
    reader.with_session(key.reveal())
}

fn later(town: &Town, minutes: i64) {
    town.db().shift_clock(town.db().clock_shift() + TimeDelta::minutes(minutes));
}

#[both_databases]
async fn a_passkey_is_named_told_listed_used_and_removed(town: Town) {
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    let reader = town.sign_in(mila).await;
    reader.get("/me/sign-in/passkeys/new?lang=en").await.shown().says("Name of the device");
    let mut device = Device::new(1);
    let nameless = add(&reader, &mut device, " ", |_| {}).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(held(&town, mila).await.is_empty());
    // The first second factor comes with recovery codes, a further one leaves them as they are.
    let first = add(&reader, &mut device, "Telefon", |_| {}).await.shown();
    assert_eq!(first.text.matches("<code").count(), 8, "{}", first.text);
    let mut key = Device::new(2);
    assert_eq!(add(&reader, &mut key, "Nøkkelknippe", |_| {}).await.done(), "/me/sign-in?saved=yes");
    reader.get("/me/sign-in").await.shown().says("Telefon").says("Nøkkelknippe");
    assert_eq!(held(&town, mila).await, ["Telefon", "Nøkkelknippe"]);
    // The second step takes either, and asks for those two alone.
    let other = half_in(&town, mila).await;
    assert!(other.get("/login/second").await.shown().text.contains("/login/second/challenge"));
    let question = asked(&other, "/login/second/challenge").await;
    let allowed: Vec<_> =
        question["publicKey"]["allowCredentials"].as_array().unwrap().iter().map(|key| bytes(&key["id"])).collect();
    assert_eq!(allowed, [vec![1; 20], vec![2; 20]]);
    assert_eq!(other.post("/login/second", [("passkey", &key.answer(&question, |_| {}))]).await.done(), "/");
    other.get("/").await.shown().says("Mila");
    // A removed one opens nothing.
    let page = other.get("/me/sign-in").await.shown();
    let action = page.text.split("/me/sign-in/passkeys/").find(|part| part.contains("/removal")).unwrap();
    let id = action.split('/').next().unwrap();
    assert_eq!(other.press(format!("/me/sign-in/passkeys/{id}/removal")).await.done(), "/me/sign-in?saved=yes");
    assert_eq!(held(&town, mila).await, ["Nøkkelknippe"]);
    enter(&town.nobody(), &device, |_| {}).await.refused_with("passkey-wrong");
    assert_eq!(other.press(format!("/me/sign-in/passkeys/{id}/removal")).await.status, StatusCode::NOT_FOUND);
    assert!(reader.get("/me").await.location().starts_with("/login"), "another session outlived the change");
    town.run_jobs().await;
}

#[both_databases]
async fn a_passkey_alone_signs_in_as_two_proofs(town: Town) {
    let school = town.organisation("Skole").await;
    let jonas = town.holder(school, "Jonas", Role::Administrator).await;
    let mut device = Device::new(3);
    add(&town.sign_in(jonas).await, &mut device, "Telefon", |_| {}).await.shown();
    let reader = town.nobody();
    assert!(reader.get("/login").await.shown().text.contains("/login/passkey/challenge"));
    let question = asked(&reader, "/login/passkey/challenge").await;
    assert_eq!(question["publicKey"]["allowCredentials"], json!([]), "it tells whose keys there are");
    let answer = device.answer(&question, |_| {});
    assert_eq!(reader.post("/login/passkey", [("passkey", answer.as_str()), ("next", "/me")]).await.done(), "/me");
    reader.get("/me").await.shown().says("Jonas");
    // Somebody who holds a role keeps at least one second factor.
    let page = reader.get("/me/sign-in").await.shown();
    assert!(!page.text.contains("/removal"), "{}", page.text);
    let own = async |tx| credentials::passkeys_of(&tx, jonas).await;
    let id = town.db().read(&Actor::nobody(), own).await.unwrap()[0].id;
    reader.press(format!("/me/sign-in/passkeys/{id}/removal")).await.refused_with("second-factor-needed");
    // The office takes lost ones away.
    let eva = town.sign_in(town.holder(school, "Eva", Role::Administrator).await).await;
    eva.post(format!("/people/{jonas}/sign-in/release"), [("reason", "Mistet")]).await.done();
    assert!(held(&town, jonas).await.is_empty());
    enter(&town.nobody(), &device, |_| {}).await.refused_with("passkey-wrong");
    town.run_jobs().await;
}

#[both_databases]
async fn before_a_decision_a_passkey_answers_and_what_was_typed_is_done(town: Town) {
    let (mila, _, device) = holder(&town, "Mila", 4).await;
    let value = signin::begin_session(town.db(), mila, Way::Mail).await.unwrap();
    let reader = town.nobody().with_session(&value);
    later(&town, 31);
    let typed = [("name", "Nettbrett"), ("passkey", "{}")];
    let ask = reader.post("/me/sign-in/passkeys", typed).await;
    assert_eq!(ask.status, StatusCode::UNAUTHORIZED);
    assert!(ask.text.contains("Nettbrett") && ask.text.contains("/confirm/challenge"), "{}", ask.text);
    let question = asked(&reader, "/confirm/challenge").await;
    let wrong = device.answer(&question, |says| says.flags = PRESENT);
    let refused = reader.post("/me/sign-in/codes", [("proof_passkey", &wrong)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.seen());
    let question = asked(&reader, "/confirm/challenge").await;
    let right = device.answer(&question, |_| {});
    let before = reader.session();
    let done = reader.post("/me/sign-in/codes", [("proof_passkey", &right)]).await.shown();
    assert_eq!(done.text.matches("<code").count(), 8, "{}", done.text);
    assert_ne!(reader.session(), before, "the session kept its value");
    let again = reader.post("/confirm", [("next", "/me"), ("proof_passkey", right.as_str())]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "an answer counted twice: {}", again.seen());
    assert_eq!(held(&town, mila).await, ["Telefon"]);
    town.run_jobs().await;
}

type Spoilt = (&'static str, fn(&mut Says));

/// One wrong thing at a time in what a device answers.
const SPOILT: &[Spoilt] = &[
    ("another site", |says| says.origin = "https://evil.example".into()),
    ("a site whose name ends as ours", |says| says.origin = "https://evilportal.example".into()),
    ("a part of our site", |says| says.origin = "https://sub.portal.example".into()),
    ("our site without encryption", |says| says.origin = "http://portal.example".into()),
    ("our site at another port", |says| says.origin = "https://portal.example:8443".into()),
    ("no site", |says| says.origin = String::new()),
    ("another party's key", |says| says.rp = "evil.example"),
    ("made instead of used", |says| says.kind = "webauthn.create"),
    ("another kind", |says| says.kind = "payment.get"),
    ("a challenge of its own making", |says| says.challenge = text(&[7; 32])),
    ("no challenge", |says| says.challenge = String::new()),
    ("nobody touched it", |says| says.flags = VERIFIED),
    ("nobody was recognised", |says| says.flags = PRESENT),
    ("neither", |says| says.flags = 0),
    ("a backup of what cannot be backed up", |says| says.flags |= 16),
    // It was made with 1 and used with 2.
    ("the same count again", |says| says.count = 2),
    ("a count that went back", |says| says.count = 1),
    ("a count of nothing", |says| says.count = 0),
    ("another key signs", |says| says.seed = Some(200)),
    ("a key nobody knows", |says| says.id = vec![99; 20]),
    ("no key", |says| says.id = vec![]),
    ("another person's name on it", |says| says.user = Some(vec![8; 16])),
    ("a name that is none", |says| says.user = Some(b"Mila".to_vec())),
    ("other data than it has signed", |says| says.after = |data| data[36] ^= 2),
    ("data cut off", |says| says.after = |data| data.truncate(36)),
    ("no data", |says| says.after = Vec::clear),
    ("data with something behind", |says| says.after = |data| data.extend([0; 7])),
    ("a changed signature", |says| {
        says.bend = |mut answer| {
            let mut signature = bytes(&answer["response"]["signature"]);
            signature[12] ^= 1;
            answer["response"]["signature"] = json!(text(&signature));
            answer
        }
    }),
    ("no signature", |says| {
        says.bend = |mut answer| {
            answer["response"]["signature"] = json!("");
            answer
        }
    }),
    ("other words than it has signed", |says| {
        says.bend = |mut answer| {
            let client = bytes(&answer["response"]["clientDataJSON"]);
            answer["response"]["clientDataJSON"] = json!(text(&[client.as_slice(), b" "].concat()));
            answer
        }
    }),
    ("words that are no JSON", |says| {
        says.bend = |mut answer| {
            answer["response"]["clientDataJSON"] = json!(text(b"<html>"));
            answer
        }
    }),
    ("not a public key", |says| {
        says.bend = |mut answer| {
            answer["type"] = json!("password");
            answer
        }
    }),
    ("no answer in it", |says| {
        says.bend = |mut answer| {
            answer.as_object_mut().unwrap().remove("response");
            answer
        }
    }),
    ("nothing", |says| says.instead = Some("")),
    ("a page", |says| says.instead = Some("<html>")),
    ("null", |says| says.instead = Some("null")),
];

#[both_databases]
async fn of_thirty_wrong_answers_none_lets_anybody_in(town: Town) {
    let (mila, _, device) = holder(&town, "Mila", 5).await;
    enter(&town.nobody(), &device, |_| {}).await.done();
    assert!(SPOILT.len() >= 30, "{}", SPOILT.len());
    for (what, spoil) in SPOILT {
        let reader = town.nobody();
        let back = enter(&reader, &device, *spoil).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}: {}", back.seen());
        assert_eq!(back.header("x-problem"), "passkey-wrong", "{what}");
        assert!(reader.get("/").await.location().starts_with("/login"), "{what} let somebody in");
    }
    for (what, spoil) in SPOILT {
        later(&town, 16); // codes and keys tried for one person are counted together
        let reader = half_in(&town, mila).await;
        let question = asked(&reader, "/login/second/challenge").await;
        let back = reader.post("/login/second", [("passkey", &device.answer(&question, *spoil))]).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}: {}", back.seen());
        assert!(reader.get("/").await.location().starts_with("/login"), "{what} was a second proof");
    }
    enter(&town.nobody(), &device, |_| {}).await.done();
    town.run_jobs().await;
}

#[both_databases]
async fn an_answer_belongs_to_one_question_of_one_browser_for_five_minutes(town: Town) {
    let (mila, _, device) = holder(&town, "Mila", 6).await;
    let (mine, other) = (town.nobody(), town.nobody());
    let question = asked(&mine, "/login/passkey/challenge").await;
    asked(&other, "/login/passkey/challenge").await;
    let right = device.answer(&question, |_| {});
    let send = async |reader: &Reader, answer: &str| reader.post("/login/passkey", [("passkey", answer)]).await;
    send(&other, &right).await.refused_with("passkey-wrong");
    send(&town.nobody(), &right).await.refused_with("sign-in-half-gone");
    // A wrong answer uses the question up.
    send(&mine, &device.answer(&question, |says| says.flags = 0)).await.refused_with("passkey-wrong");
    send(&mine, &right).await.refused_with("passkey-wrong");
    let question = asked(&mine, "/login/passkey/challenge").await;
    let right = device.answer(&question, |_| {});
    let value = mine.session().unwrap();
    assert_eq!(send(&mine, &right).await.done(), "/");
    send(&town.nobody().with_session(&value), &right).await.refused_with("passkey-wrong");
    // What was asked to sign in answers no other question.
    let half = half_in(&town, mila).await;
    let cookie = half.session().unwrap();
    let second = asked(&half, "/login/second/challenge").await;
    let answer = device.answer(&second, |_| {});
    send(&town.nobody().with_session(&cookie), &answer).await.refused_with("passkey-wrong");
    let late = town.nobody();
    let question = asked(&late, "/login/passkey/challenge").await;
    later(&town, 6);
    send(&late, &device.answer(&question, |_| {})).await.refused_with("passkey-wrong");
    town.run_jobs().await;
}

#[both_databases]
async fn another_person_s_passkey_is_no_second_proof(town: Town) {
    let (mila, _, _) = holder(&town, "Mila", 7).await;
    let (_, _, omars) = holder(&town, "Omar", 8).await;
    for user in [true, false] {
        let half = half_in(&town, mila).await;
        let question = asked(&half, "/login/second/challenge").await;
        let spoil: fn(&mut Says) = if user { |_| {} } else { |says| says.user = None };
        let back = half.post("/login/second", [("passkey", &omars.answer(&question, spoil))]).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", back.seen());
        assert!(half.get("/").await.location().starts_with("/login"));
    }
    // Who has none is not asked for one.
    let school = town.organisation("Annen skole").await;
    let eva = town.holder(school, "Eva", Role::Administrator).await;
    let half = half_in(&town, eva).await;
    half.press("/login/second/challenge").await.refused_with("passkey-wrong");
    assert_eq!(town.nobody().press("/login/second/challenge").await.status, StatusCode::NOT_FOUND);
    town.run_jobs().await;
}

/// One wrong thing at a time in a key that is being made.
const ILL_MADE: &[Spoilt] = &[
    ("another site", |says| says.origin = "https://evil.example".into()),
    ("our site without encryption", |says| says.origin = "http://portal.example".into()),
    ("another party", |says| says.rp = "evil.example"),
    ("used instead of made", |says| says.kind = "webauthn.get"),
    ("a challenge of its own making", |says| says.challenge = text(&[7; 32])),
    ("nobody touched it", |says| says.flags = VERIFIED | MADE),
    ("nobody was recognised", |says| says.flags = PRESENT | MADE),
    ("no key in it", |says| says.flags = PRESENT | VERIFIED),
    ("a key cut off", |says| says.after = |data| data.truncate(data.len() - 9)),
    ("a point on no curve", |says| says.after = |data| *data.last_mut().unwrap() ^= 1),
    ("another algorithm", |says| {
        says.after = |data| {
            let at = data.len() - 77 + 4;
            data[at] = 0x38; // none that is on the list
        }
    }),
    ("nothing", |says| says.instead = Some("")),
    ("an object without anything", |says| says.instead = Some("{}")),
];

#[both_databases]
async fn a_key_that_is_made_wrongly_is_not_kept(town: Town) {
    let (mila, reader, mut device) = holder(&town, "Mila", 9).await;
    for (what, spoil) in ILL_MADE {
        let refused = add(&reader, &mut Device::new(10), "Ny", *spoil).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}: {}", refused.seen());
        assert!(refused.text.contains("value=\"Ny\""), "{what}: what was typed is gone");
        assert_eq!(held(&town, mila).await, ["Telefon"], "{what}");
    }
    // The same key a second time, and an answer to a question of another session.
    let twice = add(&reader, &mut device, "Igjen", |_| {}).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", twice.seen());
    let elsewhere = town.sign_in(mila).await;
    let question = asked(&elsewhere, "/me/sign-in/passkeys/challenge").await;
    let answer = Device::new(11).make(&question, |_| {});
    let stolen = reader.post("/me/sign-in/passkeys", [("name", "Ny"), ("passkey", answer.as_str())]).await;
    assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", stolen.seen());
    assert_eq!(held(&town, mila).await, ["Telefon"]);
    town.run_jobs().await;
}
