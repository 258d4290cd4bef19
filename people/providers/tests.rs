//! What signing in at a provider promises, against a provider of our own that answers well and in many wrong ways.

use std::pin::Pin;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::StatusCode;
use axum::response::Redirect;
use axum::routing::get;
use base::{Moment, OrganisationId, PersonId};
use kit::actor::Actor;
use kit::mail::Mailer;
use kit::settings::{ProviderSettings, Settings};
use macros::both_databases;
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJwsSigningAlgorithm};
use openidconnect::{HttpRequest, HttpResponse, JsonWebKeyId, PrivateSigningKey, http};
use people::credentials;
use people::providers::{Outside, OutsideError, OverTheNet};
use people::signin::{self, Way};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

use crate::testkit::{Reader, Reply, Town};

const ISSUER: &str = "https://id.example";
const CLIENT: &str = "fotfeste";
const SECRET: &str = "a secret between us";
const SUBJECT: &str = "9e1b-mila";

/// Base 64 for addresses (RFC 4648, section 5), without padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut out = String::new();
    for some in bytes.chunks(3) {
        let bits = some.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - some.len()));
        for place in 0..=some.len() {
            out.push(char::from(LETTERS[(bits >> (18 - 6 * place) & 63) as usize]));
        }
    }
    out
}

/// A key pair from a seed: nothing secret stands in the repository.
fn key(seed: u8, kid: &str) -> CoreEdDsaPrivateSigningKey {
    let mut der = hex::decode("302e020100300506032b657004220420").unwrap();
    der.extend([seed; 32]);
    let body = base64(&der).replace('-', "+").replace('_', "/");
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{body}\n-----END PRIVATE KEY-----\n");
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new(kid.into()))).unwrap()
}

/// What comes back in the address of the browser
type Returned = Vec<(&'static str, String)>;

/// What the double answers this time.
#[derive(Clone)]
struct Says {
    header: Value,
    claims: Value,
    /// The key that signs, by its seed
    seed: u8,
    /// Changes the finished token
    bend: fn(String) -> String,
    /// Changes the whole answer of the token endpoint
    answer: fn(u16, Value) -> (u16, Value),
    /// Changes what comes back with the browser
    query: fn(Returned) -> Returned,
    /// Changes what the provider says about itself
    about: fn(Value) -> Value,
    /// Changes its keys
    keys: fn(Value) -> Value,
    challenge: String,
}

struct Double(Mutex<Says>);

impl Double {
    fn reply(&self, request: &HttpRequest) -> (u16, Value) {
        let says = self.0.lock().unwrap().clone();
        match request.uri().path() {
            "/.well-known/openid-configuration" => (200, (says.about)(about())),
            "/keys" => {
                let public = serde_json::to_value(key(1, "k1").as_verification_key()).unwrap();
                (200, (says.keys)(json!({ "keys": [public] })))
            }
            "/token" => {
                let form: Vec<(String, String)> = url::form_urlencoded::parse(request.body()).into_owned().collect();
                let sent =
                    |name: &str| form.iter().find(|pair| pair.0 == name).map(|pair| pair.1.clone()).unwrap_or_default();
                let proves = base64(&Sha256::digest(sent("code_verifier"))) == says.challenge;
                let knows = request.headers().contains_key("authorization");
                if sent("code") != "the-code" || !proves || !knows || sent("grant_type") != "authorization_code" {
                    return (400, json!({ "error": "invalid_grant" }));
                }
                let token = (says.bend)(signed(&says));
                (says.answer)(200, json!({ "access_token": "opaque", "token_type": "Bearer", "id_token": token }))
            }
            other => panic!("nobody asks for {other}"),
        }
    }
}

impl Outside for Double {
    fn ask(
        &self,
        request: HttpRequest,
    ) -> Pin<Box<dyn Future<Output = Result<HttpResponse, OutsideError>> + Send + '_>> {
        let (status, body) = self.reply(&request);
        let built = http::Response::builder().status(status).header("content-type", "application/json");
        let text = if let Value::String(raw) = &body { raw.clone() } else { body.to_string() };
        Box::pin(async move { built.body(text.into_bytes()).map_err(|error| OutsideError(error.to_string())) })
    }
}

fn about() -> Value {
    json!({
        "issuer": ISSUER,
        "authorization_endpoint": format!("{ISSUER}/authorize"),
        "token_endpoint": format!("{ISSUER}/token"),
        "jwks_uri": format!("{ISSUER}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["EdDSA", "RS256", "HS256", "none"],
    })
}

fn signed(says: &Says) -> String {
    let input =
        format!("{}.{}", base64(says.header.to_string().as_bytes()), base64(says.claims.to_string().as_bytes()));
    let signature = key(says.seed, "k1").sign(&CoreJwsSigningAlgorithm::EdDsa, input.as_bytes()).unwrap();
    format!("{input}.{}", base64(&signature))
}

/// A town whose organisation has a provider.
struct Place {
    town: Town,
    school: OrganisationId,
    double: Arc<Double>,
    router: Router,
}

impl Place {
    async fn of(town: &Town) -> Self {
        Self::numbered(town, "974767880").await
    }

    async fn numbered(town: &Town, number: &str) -> Self {
        let school = town.organisation_numbered("Skole", number).await;
        let double = Arc::new(Double(Mutex::new(well(town, "").await)));
        let mut settings: Settings = town.app().settings().clone();
        settings.providers.insert(
            "double".into(),
            ProviderSettings {
                organisation: number.into(),
                name: "Tvilling".into(),
                issuer: ISSUER.into(),
                client_id: CLIENT.into(),
                client_secret: Some(SECRET.to_owned().into()),
                level: "high".into(),
                higher_levels: vec!["highest".into()],
                counts_as_two: true,
                max_age_minutes: 60,
                ..ProviderSettings::default()
            },
        );
        let mailer = Mailer::open(&settings).unwrap();
        let app = portal::house::app_outside(town.db().clone(), settings, mailer, double.clone()).unwrap();
        Self { town: town.clone(), school, double, router: portal::house::router(&app) }
    }

    fn reader(&self) -> Reader {
        Reader::new(self.router.clone())
    }

    /// Goes to the provider; the answer is what its address asks for.
    async fn leave(&self, reader: &Reader, path: &str) -> Vec<(String, String)> {
        let away = reader.get(path).await;
        assert_eq!(away.status, StatusCode::SEE_OTHER, "{}", away.text);
        let address = url::Url::parse(away.location()).unwrap();
        assert!(away.location().starts_with(&format!("{ISSUER}/authorize?")), "{}", away.location());
        address.query_pairs().into_owned().collect()
    }

    /// Comes back with what the double says, spoilt by `spoil`.
    async fn visit(&self, reader: &Reader, path: &str, spoil: fn(&mut Says)) -> Reply {
        let asked = self.leave(reader, path).await;
        let of = |name: &str| asked.iter().find(|pair| pair.0 == name).map(|pair| pair.1.clone()).unwrap_or_default();
        assert_eq!((of("response_type").as_str(), of("code_challenge_method").as_str()), ("code", "S256"));
        let mut says = well(&self.town, &of("nonce")).await;
        says.challenge = of("code_challenge");
        spoil(&mut says);
        let query = (says.query)(vec![("code", "the-code".into()), ("state", of("state"))]);
        *self.double.0.lock().unwrap() = says;
        let query: String = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        reader.get(format!("/login/return?{query}")).await
    }

    async fn connected(&self, name: &str) -> PersonId {
        let person = self.town.person(self.school, name).await;
        let connect = async |tx| credentials::connect(&tx, person, ISSUER, SUBJECT).await;
        self.town.db().write(&Actor::portal(self.school), connect).await.unwrap();
        person
    }
}

/// Everything as it should be.
async fn well(town: &Town, nonce: &str) -> Says {
    let now: Moment = town.db().read(&Actor::nobody(), async |tx| Ok(tx.now())).await.unwrap();
    let now = now.timestamp();
    Says {
        header: json!({ "alg": "EdDSA", "kid": "k1", "typ": "JWT" }),
        claims: json!({
            "iss": ISSUER, "aud": CLIENT, "sub": SUBJECT, "nonce": nonce, "acr": "high",
            "iat": now, "exp": now + 300, "auth_time": now - 60,
        }),
        seed: 1,
        bend: |token| token,
        answer: |status, body| (status, body),
        query: |query| query,
        about: |about| about,
        keys: |keys| keys,
        challenge: String::new(),
    }
}

#[both_databases]
async fn whom_the_provider_vouches_for_is_let_in_by_issuer_and_subject_alone(town: Town) {
    let place = Place::of(&town).await;
    place.connected("Mila").await;
    let reader = place.reader();
    reader.get("/login").await.shown().says("Tvilling");
    let back = place.visit(&reader, "/login/with/double?next=%2Fme", |_| {}).await;
    assert_eq!(back.done(), "/me");
    reader.get("/me").await.shown().says("Mila Nordmann");
    let highest = place.reader();
    place.visit(&highest, "/login/with/double", |says| says.claims["acr"] = json!("highest")).await.done();
    let several = place.reader();
    place.visit(&several, "/login/with/double", |says| says.claims["aud"] = json!([CLIENT])).await.done();
    let other = place.reader();
    let stranger = place.visit(&other, "/login/with/double", |says| {
        says.claims["sub"] = json!("another");
        says.claims["email"] = json!("person1@town.example");
        says.claims["email_verified"] = json!(true);
    });
    let stranger = stranger.await;
    stranger.refused_with("provider-stranger");
    assert!(other.get("/").await.location().starts_with("/login"), "an address joined two people");
}

#[both_databases]
async fn an_account_of_another_organisations_provider_opens_nothing(town: Town) {
    let place = Place::of(&town).await;
    let elsewhere = town.organisation("Annensteds").await;
    let person = town.person(elsewhere, "Omar").await;
    let connect = async |tx| credentials::connect(&tx, person, ISSUER, SUBJECT).await;
    town.db().write(&Actor::portal(elsewhere), connect).await.unwrap();
    let reader = place.reader();
    place.visit(&reader, "/login/with/double", |_| {}).await.refused_with("provider-stranger");
}

#[both_databases]
async fn an_account_is_connected_by_whoever_has_proven_both_and_said_so(town: Town) {
    let place = Place::of(&town).await;
    let mila = town.person(place.school, "Mila").await;
    let value = signin::begin_session(town.db(), mila, Way::Mail).await.unwrap();
    let reader = place.reader().with_session(&value);
    let asked = place.visit(&reader, "/me/sign-in/connect/double", |_| {}).await.shown().says(SUBJECT);
    let state = asked.text.split("name=\"visit\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let omar = town.person(place.school, "Omar").await;
    let other = place.reader().with_session(&signin::begin_session(town.db(), omar, Way::Mail).await.unwrap());
    other.post("/me/sign-in/identities", [("visit", &state)]).await.refused_with("provider-no-visit");
    let alone = place.reader();
    place.visit(&alone, "/login/with/double", |_| {}).await.refused_with("provider-stranger");
    assert_eq!(reader.post("/me/sign-in/identities", [("visit", &state)]).await.done(), "/me/sign-in?saved=yes");
    reader.post("/me/sign-in/identities", [("visit", &state)]).await.refused_with("provider-no-visit");
    assert_eq!(place.visit(&place.reader(), "/login/with/double", |_| {}).await.done(), "/");
    let again = place.visit(&other, "/me/sign-in/connect/double", |_| {}).await.shown();
    let state = again.text.split("name=\"visit\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    other.post("/me/sign-in/identities", [("visit", &state)]).await.refused_with("identity-taken");
    town.run_jobs().await;
}

type Spoilt = (&'static str, &'static str, fn(&mut Says));

/// One wrong thing at a time; each with the problem it must be answered with.
const SPOILT: &[Spoilt] = &[
    // what comes back with the browser
    ("no state", "provider-no-visit", |says| {
        says.query = |query| query.into_iter().filter(|pair| pair.0 != "state").collect()
    }),
    ("a state of one's own making", "provider-no-visit", |says| {
        says.query = |_| vec![("code", "the-code".into()), ("state", "0".repeat(64))];
    }),
    ("a state that is no state", "provider-no-visit", |says| says.query = |_| vec![("state", "' OR 1=1".into())]),
    ("a refusal", "provider-refused", |says| {
        says.query = |mut query| {
            query.push(("error", "access_denied".into()));
            query
        }
    }),
    ("another issuer beside the code", "provider-untrue", |says| {
        says.query = |mut query| {
            query.push(("iss", "https://evil.example".into()));
            query
        }
    }),
    ("no code", "provider-untrue", |says| {
        says.query = |query| query.into_iter().filter(|pair| pair.0 != "code").collect()
    }),
    ("another code", "provider-untrue", |says| {
        says.query = |query| {
            query.into_iter().map(|pair| if pair.0 == "code" { ("code", "guessed".into()) } else { pair }).collect()
        }
    }),
    // PKCE
    ("a challenge of another visit", "provider-untrue", |says| says.challenge = base64(&[7; 32])),
    // the token endpoint
    ("an error with status 400", "provider-untrue", |says| {
        says.answer = |_, _| (400, json!({ "error": "invalid_grant" }))
    }),
    ("an error with status 200", "provider-untrue", |says| {
        says.answer = |_, _| (200, json!({ "error": "invalid_grant" }))
    }),
    ("status 500", "provider-untrue", |says| says.answer = |_, body| (500, body)),
    ("a redirect", "provider-untrue", |says| says.answer = |_, body| (302, body)),
    ("no JSON", "provider-untrue", |says| says.answer = |_, _| (200, json!("<html>"))),
    ("no id token", "provider-untrue", |says| {
        says.answer = |_, _| (200, json!({ "access_token": "x", "token_type": "Bearer" }))
    }),
    ("an id token that is a number", "provider-untrue", |says| {
        says.answer = |_, _| (200, json!({ "access_token": "x", "token_type": "Bearer", "id_token": 7 }));
    }),
    ("no access token", "provider-untrue", |says| {
        says.answer = |status, mut body| {
            body.as_object_mut().unwrap().remove("access_token");
            (status, body)
        }
    }),
    // the form of the token
    ("two parts", "provider-untrue", |says| says.bend = |token| token.rsplit_once('.').unwrap().0.into()),
    ("four parts", "provider-untrue", |says| says.bend = |token| token + ".x"),
    ("not base 64", "provider-untrue", |says| says.bend = |token| token.replacen('e', "*", 1)),
    ("an empty token", "provider-untrue", |says| says.bend = |_| String::new()),
    // signature and algorithm
    ("no signature", "provider-untrue", |says| says.bend = |token| format!("{}.", token.rsplit_once('.').unwrap().0)),
    ("a changed signature", "provider-untrue", |says| {
        says.bend = |token| {
            let (signed, signature) = token.rsplit_once('.').unwrap();
            let first = if signature.starts_with('A') { "B" } else { "A" };
            format!("{signed}.{first}{}", &signature[1..])
        }
    }),
    ("a changed payload", "provider-untrue", |says| {
        says.bend = |token| {
            let parts: Vec<&str> = token.split('.').collect();
            format!("{}.{}.{}", parts[0], base64(br#"{"sub":"root"}"#), parts[2])
        }
    }),
    ("another key of the same name", "provider-untrue", |says| says.seed = 2),
    ("a key that the provider does not have", "provider-untrue", |says| says.header["kid"] = json!("k9")),
    ("algorithm none", "provider-untrue", |says| {
        says.header["alg"] = json!("none");
        says.bend = |token| format!("{}.", token.rsplit_once('.').unwrap().0);
    }),
    ("algorithm none with a signature", "provider-untrue", |says| says.header["alg"] = json!("none")),
    ("HS256 by the shared secret", "provider-untrue", |says| {
        says.header["alg"] = json!("HS256");
        says.bend = |token| by_secret(&token, SECRET.as_bytes());
    }),
    ("HS256 by the public key", "provider-untrue", |says| {
        says.header["alg"] = json!("HS256");
        says.bend =
            |token| by_secret(&token, serde_json::to_string(&key(1, "k1").as_verification_key()).unwrap().as_bytes());
    }),
    ("an algorithm that is not on the list", "provider-untrue", |says| says.header["alg"] = json!("RS512")),
    ("an algorithm that does not fit the key", "provider-untrue", |says| says.header["alg"] = json!("RS256")),
    ("an algorithm nobody knows", "provider-untrue", |says| says.header["alg"] = json!("XX999")),
    ("no algorithm", "provider-untrue", |says| drop(says.header.as_object_mut().unwrap().remove("alg"))),
    ("a critical header", "provider-untrue", |says| {
        says.header["crit"] = json!(["x"]);
        says.header["x"] = json!(1);
    }),
    ("another kind of token", "provider-untrue", |says| says.header["typ"] = json!("at+jwt")),
    // issuer and audience
    ("another issuer", "provider-untrue", |says| says.claims["iss"] = json!("https://evil.example")),
    ("the issuer with a slash more", "provider-untrue", |says| says.claims["iss"] = json!("https://id.example/x")),
    ("no issuer", "provider-untrue", |says| drop(says.claims.as_object_mut().unwrap().remove("iss"))),
    ("another audience", "provider-untrue", |says| says.claims["aud"] = json!("another")),
    ("one audience more", "provider-untrue", |says| says.claims["aud"] = json!([CLIENT, "another"])),
    ("no audience", "provider-untrue", |says| drop(says.claims.as_object_mut().unwrap().remove("aud"))),
    ("an empty list of audiences", "provider-untrue", |says| says.claims["aud"] = json!([])),
    ("made for another client", "provider-untrue", |says| says.claims["azp"] = json!("another")),
    // times
    ("run out", "provider-untrue", |says| says.claims["exp"] = json!(says.claims["iat"].as_i64().unwrap() - 1)),
    ("without an end", "provider-untrue", |says| drop(says.claims.as_object_mut().unwrap().remove("exp"))),
    ("made in the future", "provider-untrue", |says| {
        says.claims["iat"] = json!(says.claims["iat"].as_i64().unwrap() + 120)
    }),
    ("made long ago", "provider-untrue", |says| says.claims["iat"] = json!(says.claims["iat"].as_i64().unwrap() - 660)),
    ("without the time it was made", "provider-untrue", |says| {
        drop(says.claims.as_object_mut().unwrap().remove("iat"))
    }),
    ("a time that is a word", "provider-untrue", |says| says.claims["exp"] = json!("tomorrow")),
    ("signed in there two hours ago", "provider-untrue", |says| {
        says.claims["auth_time"] = json!(says.claims["iat"].as_i64().unwrap() - 7_200);
    }),
    ("signed in there nobody knows when", "provider-untrue", |says| {
        drop(says.claims.as_object_mut().unwrap().remove("auth_time"));
    }),
    // nonce, subject, level
    ("no nonce", "provider-untrue", |says| drop(says.claims.as_object_mut().unwrap().remove("nonce"))),
    ("the nonce of another visit", "provider-untrue", |says| says.claims["nonce"] = json!("0".repeat(64))),
    ("no subject", "provider-untrue", |says| drop(says.claims.as_object_mut().unwrap().remove("sub"))),
    ("an empty subject", "provider-untrue", |says| says.claims["sub"] = json!("")),
    ("a subject of spaces", "provider-untrue", |says| says.claims["sub"] = json!("  ")),
    ("a subject without end", "provider-untrue", |says| says.claims["sub"] = json!("x".repeat(256))),
    ("an access token of another token", "provider-untrue", |says| {
        says.claims["at_hash"] = json!("AAAAAAAAAAAAAAAAAAAAAA")
    }),
    ("no level", "provider-level", |says| drop(says.claims.as_object_mut().unwrap().remove("acr"))),
    ("a lower level", "provider-level", |says| says.claims["acr"] = json!("substantial")),
];

/// The token again, signed by a shared secret.
fn by_secret(token: &str, secret: &[u8]) -> String {
    use hmac::{Hmac, KeyInit, Mac};
    let signed = token.rsplit_once('.').unwrap().0;
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap();
    mac.update(signed.as_bytes());
    format!("{signed}.{}", base64(&mac.finalize().into_bytes()))
}

#[both_databases]
async fn of_sixty_wrong_answers_none_lets_anybody_in(town: Town) {
    let place = Place::of(&town).await;
    place.connected("Mila").await;
    assert!(SPOILT.len() >= 55, "{}", SPOILT.len());
    for (what, problem, spoil) in SPOILT {
        let reader = place.reader();
        let back = place.visit(&reader, "/login/with/double", *spoil).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}: {}", back.seen());
        assert_eq!(back.header("x-problem"), *problem, "{what}");
        assert!(reader.get("/").await.location().starts_with("/login"), "{what} let somebody in");
    }
    place.visit(&place.reader(), "/login/with/double", |_| {}).await.done();
}

#[both_databases]
async fn an_answer_belongs_to_one_browser_once_for_a_quarter_of_an_hour(town: Town) {
    let place = Place::of(&town).await;
    place.connected("Mila").await;
    let (mine, other) = (place.reader(), place.reader());
    place.leave(&other, "/login/with/double").await;
    let asked = place.leave(&mine, "/login/with/double").await;
    let of = |name: &str| asked.iter().find(|pair| pair.0 == name).map(|pair| pair.1.clone()).unwrap_or_default();
    let mut says = well(&town, &of("nonce")).await;
    says.challenge = of("code_challenge");
    *place.double.0.lock().unwrap() = says;
    let address = format!("/login/return?code=the-code&state={}", of("state"));
    other.get(&address).await.refused_with("provider-no-visit");
    place.reader().get(&address).await.refused_with("provider-no-visit");
    assert_eq!(mine.get(&address).await.done(), "/");
    mine.get(&address).await.refused_with("provider-no-visit");
    let late = place.reader();
    let asked = place.leave(&late, "/login/with/double").await;
    town.db().shift_clock(town.db().clock_shift() + chrono::TimeDelta::minutes(16));
    let state = asked.iter().find(|pair| pair.0 == "state").unwrap().1.clone();
    late.get(format!("/login/return?code=the-code&state={state}")).await.refused_with("provider-no-visit");
}

#[both_databases]
async fn a_provider_that_says_something_else_about_itself_is_not_asked(town: Town) {
    let abouts: [fn(Value) -> Value; 4] = [
        |mut about| {
            about["issuer"] = json!("https://evil.example");
            about
        },
        |_| json!("not JSON"),
        |mut about| {
            about.as_object_mut().unwrap().remove("jwks_uri");
            about
        },
        |_| json!({}),
    ];
    for (number, about) in abouts.into_iter().enumerate() {
        let place = Place::numbered(&town, &format!("97476788{}", number + 1)).await;
        place.double.0.lock().unwrap().about = about;
        place.reader().get("/login/with/double").await.refused_with("provider-silent");
    }
    let place = Place::of(&town).await;
    assert_eq!(place.reader().get("/login/with/nobody").await.status, StatusCode::NOT_FOUND);
    place.double.0.lock().unwrap().keys = |_| json!({ "keys": [] });
    place.connected("Mila").await;
    place
        .visit(&place.reader(), "/login/with/double", |says| says.keys = |_| json!({ "keys": [] }))
        .await
        .refused_with("provider-untrue");
}

/// Answers each address in its own way.
async fn server() -> String {
    let _already = rustls::crypto::ring::default_provider().install_default();
    let router = Router::new()
        .route("/plain", get(async || "{}"))
        .route("/large", get(async || "x".repeat(256 * 1024 + 1)))
        .route("/away", get(async || Redirect::to("/plain")));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}

#[tokio::test]
async fn a_provider_inside_a_network_is_asked_only_where_the_operator_allows_it() {
    let address = server().await;
    let ask = async |allowed: &str, address: String| {
        let outside = OverTheNet::of(&Settings { outgoing: allowed.into(), ..Settings::default() });
        let request = http::Request::get(address).body(vec![]).unwrap();
        outside.ask(request).await.map(|answer| (answer.status().as_u16(), answer.into_body().len()))
    };
    for inside in [address.clone() + "/plain", "https://10.0.0.8/.well-known/openid-configuration".into()] {
        let refused = ask("", inside).await.unwrap_err().to_string();
        assert_eq!(refused, "the address lies in a private network that is not allowed");
    }
    let open = ask("", "http://provider.example/".into()).await.unwrap_err().to_string();
    assert_eq!(open, "the address does not begin with https://");
    let own = "127.0.0.0/8";
    assert_eq!(ask(own, address.clone() + "/plain").await.unwrap(), (200, 2));
    // Where a provider leads on to is not followed, and no more is read than a provider has to say.
    assert_eq!(ask(own, address.clone() + "/away").await.unwrap().0, 303);
    assert!(ask(own, address + "/large").await.unwrap_err().to_string().contains("more than 262144 bytes"));
}
