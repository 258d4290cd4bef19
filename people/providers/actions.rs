//! Going to a provider and coming back.

pub mod outside;

use std::collections::{BTreeMap, HashMap};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use base::{Moment, PersonId};
use kit::actor::Actor;
use kit::chance;
use kit::db::Db;
use kit::fault::Fault;
use kit::journal::{self, Event};
use kit::local::LocalPath;
use kit::settings::{ProviderSettings, Settings};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreJwsSigningAlgorithm, CoreProviderMetadata,
    CoreTokenResponse,
};
use openidconnect::{
    AccessTokenHash, AsyncHttpClient, AuthenticationContextClass, AuthorizationCode, ClaimsVerificationError, ClientId,
    ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, Scope, SignatureVerificationError, TokenResponse,
};
use tokio::sync::Mutex;
use tokio::time::Instant;

use self::outside::{Outside, OutsideError};
use super::model::{NewVisit, ProviderError, SKEW_MAX, SUBJECT_BYTES_MAX, TOKEN_AGE_MAX, Way};
use super::{access, queries};
use crate::credentials;
use crate::organisations;
use crate::persons;
use crate::signin::{self, Key, Told};

/// What a provider says about itself is believed for this long.
const KNOWN_FOR: Duration = Duration::from_secs(600);
/// A key that is not known is looked for at most this often.
const ASK_AGAIN_AFTER: Duration = Duration::from_secs(60);
/// The signatures that are taken, whatever a provider offers: no shared secrets, no weak hashes, never none.
const SIGNATURES: [CoreJwsSigningAlgorithm; 4] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// The providers of the settings, and the way out to them.
pub struct Providers {
    list: BTreeMap<String, ProviderSettings>,
    return_to: String,
    outside: Arc<dyn Outside>,
    known: Mutex<HashMap<String, (Instant, CoreProviderMetadata)>>,
}

/// What came back with the browser.
#[derive(Debug, Default)]
pub struct Answer {
    /// To trade for a token
    pub code: String,
    /// Whose visit it is
    pub state: String,
    /// Who answers (RFC 9207), where the provider says so
    pub iss: Option<String>,
    /// A refusal
    pub error: Option<String>,
}

/// Somebody whom a provider vouches for.
#[derive(Debug)]
pub struct Vouched {
    /// By which provider
    pub provider: String,
    /// The issuer's address
    pub issuer: String,
    /// What it calls the person
    pub subject: String,
    /// Whether it vouched for as much as two factors
    pub strong: bool,
    /// Who connects the account; none: somebody signs in
    pub person: Option<PersonId>,
    /// Where to go after
    pub next: Option<LocalPath>,
}

impl Providers {
    /// The providers of these settings.
    pub fn of(settings: &Settings, outside: Arc<dyn Outside>) -> Self {
        Self {
            list: settings.providers.clone(),
            return_to: format!("{}/login/return", settings.base_url),
            outside,
            known: Mutex::new(HashMap::new()),
        }
    }

    /// What the sign-in page offers.
    pub fn ways(&self) -> Vec<Way> {
        self.list.iter().map(|(key, at)| Way { key: key.clone(), name: at.name.clone() }).collect()
    }

    /// What people call the provider.
    pub fn name_of(&self, key: &str) -> String {
        self.list.get(key).map(|at| at.name.clone()).unwrap_or_default()
    }

    fn settings_of(&self, key: &str) -> Result<&ProviderSettings, ProviderError> {
        self.list.get(key).ok_or_else(|| ProviderError::Unknown { key: key.chars().take(40).collect() })
    }

    /// What the provider says about itself and its keys; asked anew when `fresh` and the last answer is not brand-new.
    async fn described(
        &self,
        key: &str,
        at: &ProviderSettings,
        fresh: bool,
    ) -> Result<CoreProviderMetadata, ProviderError> {
        let mut known = self.known.lock().await;
        if let Some((since, described)) = known.get(key) {
            let lasts = if fresh { ASK_AGAIN_AFTER } else { KNOWN_FOR };
            if since.elapsed() < lasts {
                return Ok(described.clone());
            }
        }
        let silent = |what: String| ProviderError::Silent { what };
        let issuer = IssuerUrl::new(at.issuer.clone()).map_err(|error| silent(error.to_string()))?;
        let described = discovered(self.outside.clone(), issuer).await.map_err(silent)?;
        known.insert(key.to_owned(), (Instant::now(), described.clone()));
        Ok(described)
    }

    /// Begins a visit: answers where to send the browser.
    /// # Errors
    /// [`ProviderError::Unknown`] or [`ProviderError::Silent`].
    pub async fn begin(
        &self,
        db: &Db,
        key: &str,
        browser: Key,
        person: Option<PersonId>,
        next: Option<LocalPath>,
    ) -> Result<String, Fault> {
        let at = &self.settings_of(key)?.clone();
        let described = self.described(key, at, false).await?;
        let (state, nonce, verifier) =
            (Key::new(&chance::secret_hex(Key::BYTES))?, chance::secret_hex(32), chance::secret_hex(32));
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.clone()));
        let client = CoreClient::from_provider_metadata(described, ClientId::new(at.client_id.clone()), secret_of(at))
            .set_redirect_uri(self.redirect()?);
        let (returned, said) = (state.reveal().to_owned(), nonce.clone());
        let mut asked = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(returned),
                move || Nonce::new(said),
            )
            .add_scopes(at.scopes.iter().filter(|scope| *scope != "openid").cloned().map(Scope::new))
            .set_pkce_challenge(challenge);
        if !at.level.is_empty() {
            asked = asked.add_auth_context_value(AuthenticationContextClass::new(at.level.clone()));
        }
        if at.max_age_minutes > 0 {
            asked = asked.set_max_age(Duration::from_secs(60 * u64::from(at.max_age_minutes)));
        }
        let (address, _, _) = asked.url();
        let new = NewVisit { state, browser, provider: key.to_owned(), nonce, verifier, person, next };
        db.write(&Actor::nobody(), async |tx| Ok(queries::add(&tx, &new).await?)).await?;
        Ok(address.to_string())
    }

    fn redirect(&self) -> Result<RedirectUrl, Fault> {
        RedirectUrl::new(self.return_to.clone()).map_err(Fault::ours)
    }

    /// Checks what came back: whose visit it is, the code, the token and everything in it.
    /// # Errors
    /// [`ProviderError`], whatever does not hold.
    pub async fn come_back(&self, db: &Db, answer: &Answer, browser: Option<&Key>) -> Result<Vouched, Fault> {
        let state = Key::new(&answer.state).map_err(|_| ProviderError::NoVisit)?;
        let browser = browser.ok_or(ProviderError::NoVisit)?;
        let (visit, now) =
            db.write(&Actor::nobody(), async |tx| Ok((queries::take(&tx, &state, browser).await?, tx.now()))).await?;
        let visit = visit.ok_or(ProviderError::NoVisit)?;
        let at = self.settings_of(&visit.provider)?;
        if let Some(error) = &answer.error {
            let what = error.chars().filter(|sign| sign.is_ascii_graphic()).take(60).collect();
            return Err(ProviderError::Refused { what }.into());
        }
        if answer.iss.as_ref().is_some_and(|iss| *iss != at.issuer) {
            return Err(untrue("another issuer answers").into());
        }
        let claims = self.claims(&visit.provider, at, answer, (&visit.nonce, &visit.verifier), now).await?;
        let subject = claims.subject().as_str().to_owned();
        let strong = check_level(at, &claims, now)?;
        if let Some(person) = visit.person_id {
            let kept = async |tx| Ok(queries::keep_proven(&tx, visit.clone(), &subject).await?);
            db.write(&Actor::nobody(), kept).await?;
            tracing::debug!(target: "provider", %person, "an account waits to be connected");
        }
        Ok(Vouched {
            provider: visit.provider,
            issuer: at.issuer.clone(),
            subject,
            strong,
            person: visit.person_id,
            next: visit.next.as_deref().and_then(LocalPath::new),
        })
    }

    /// The claims of the token that the code is traded for. A key that is not known is looked for once more.
    async fn claims(
        &self,
        key: &str,
        at: &ProviderSettings,
        answer: &Answer,
        (nonce, verifier): (&str, &str),
        now: Moment,
    ) -> Result<CoreIdTokenClaims, Fault> {
        let described = self.described(key, at, false).await?;
        let client =
            CoreClient::from_provider_metadata(described.clone(), ClientId::new(at.client_id.clone()), secret_of(at));
        let trade = Trade {
            described,
            client_id: ClientId::new(at.client_id.clone()),
            secret: secret_of(at),
            redirect: self.redirect()?,
            code: AuthorizationCode::new(answer.code.clone()),
            verifier: PkceCodeVerifier::new(verifier.to_owned()),
        };
        let token = traded(self.outside.clone(), trade).await.map_err(untrue)?;
        match check_token(&client_keys(&client), &token, nonce, now) {
            Err(Check::UnknownKey) => {
                let described = self.described(key, at, true).await?;
                let client =
                    CoreClient::from_provider_metadata(described, ClientId::new(at.client_id.clone()), secret_of(at));
                check_token(&client_keys(&client), &token, nonce, now).map_err(|check| untrue(check.what()).into())
            }
            checked => checked.map_err(|check| untrue(check.what()).into()),
        }
    }

    /// Whom a provider's subject is, here: somebody who has connected the account, at the organisation of the provider.
    /// # Errors
    /// [`ProviderError::Stranger`].
    pub async fn person_of(&self, db: &Db, vouched: &Vouched) -> Result<PersonId, Fault> {
        let at = self.settings_of(&vouched.provider)?;
        let found = db
            .write(&Actor::nobody(), async |tx| {
                let person = credentials::person_of(&tx, &vouched.issuer, &vouched.subject).await?;
                let organisation = organisations::of_number(&tx, &at.organisation).await?;
                let home = match person {
                    Some(person) => Some(persons::find(&tx, person).await?.home),
                    None => None,
                };
                Ok(person.zip(organisation).map(|(person, at)| (person, at, home == Some(at))))
            })
            .await?;
        let (person, organisation, registered_there) = found.ok_or(ProviderError::Stranger)?;
        let belongs =
            registered_there || persons::actor_of(db, person, None).await?.organisations().contains(&organisation);
        if belongs { Ok(person) } else { Err(ProviderError::Stranger.into()) }
    }

    /// Binds the account of a proven visit to the one who has made it.
    /// # Errors
    /// [`ProviderError::NoVisit`], or when the account belongs to another person.
    pub async fn connect(&self, db: &Db, actor: &Actor, state: &str) -> Result<(), Fault> {
        let person = access::may_connect(actor)?.id();
        let state = Key::new(state).map_err(|_| ProviderError::NoVisit)?;
        let whose = db.read(actor, async |tx| persons::find(&tx, person).await).await?;
        db.write(&Actor::portal(whose.home), async |tx| {
            let taken = queries::take_proven(&tx, &state, person).await?;
            let (provider, subject) = taken.ok_or(ProviderError::NoVisit)?;
            let at = self.settings_of(&provider)?;
            credentials::connect(&tx, person, &at.issuer, &subject).await?;
            journal::note(&tx, whose.home, Event::of("identity-connected", "person", person)).await?;
            signin::tell(&tx, &whose, Told::Connected).await
        })
        .await
    }
}

/// What comes later, owned by nobody else.
type Later<T> = Pin<Box<dyn Future<Output = Result<T, String>> + Send>>;

/// What a provider says about itself, and its keys.
fn discovered(outside: Arc<dyn Outside>, issuer: IssuerUrl) -> Later<CoreProviderMetadata> {
    Box::pin(async move {
        let ask = Asking(outside);
        CoreProviderMetadata::discover_async(issuer, &ask).await.map_err(|error| error.to_string())
    })
}

/// What is traded for a token.
struct Trade {
    described: CoreProviderMetadata,
    client_id: ClientId,
    secret: Option<ClientSecret>,
    redirect: RedirectUrl,
    code: AuthorizationCode,
    verifier: PkceCodeVerifier,
}

fn traded(outside: Arc<dyn Outside>, trade: Trade) -> Later<CoreTokenResponse> {
    Box::pin(async move {
        let ask = Asking(outside);
        let client = CoreClient::from_provider_metadata(trade.described, trade.client_id, trade.secret)
            .set_redirect_uri(trade.redirect);
        let trading = client.exchange_code(trade.code).map_err(|error| error.to_string())?;
        trading.set_pkce_verifier(trade.verifier).request_async(&ask).await.map_err(|error| error.to_string())
    })
}

/// The way out, as the client library asks for it.
struct Asking(Arc<dyn Outside>);

impl<'c> AsyncHttpClient<'c> for Asking {
    type Error = OutsideError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, OutsideError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        self.0.ask(request)
    }
}

fn secret_of(at: &ProviderSettings) -> Option<ClientSecret> {
    at.client_secret.as_ref().map(|secret| ClientSecret::new(secret.reveal().to_owned()))
}

fn untrue(what: impl Into<String>) -> ProviderError {
    ProviderError::Untrue { what: what.into() }
}

/// What a token is checked with.
type Keys<'a> = openidconnect::core::CoreIdTokenVerifier<'a>;

enum Check {
    UnknownKey,
    Wrong(String),
}

impl Check {
    fn what(self) -> String {
        match self {
            Self::UnknownKey => "signed by a key that the provider does not have".into(),
            Self::Wrong(what) => what,
        }
    }
}

fn client_keys<A, D, I, R, T, U>(client: &CoreClient<A, D, I, R, T, U>) -> Keys<'_>
where
    A: openidconnect::EndpointState,
    D: openidconnect::EndpointState,
    I: openidconnect::EndpointState,
    R: openidconnect::EndpointState,
    T: openidconnect::EndpointState,
    U: openidconnect::EndpointState,
{
    client.id_token_verifier()
}

/// Signature, issuer, audience, times and nonce, in the order of OpenID Connect Core, section 3.1.3.7.
fn check_token(
    keys: &Keys<'_>,
    token: &CoreTokenResponse,
    nonce: &str,
    now: Moment,
) -> Result<CoreIdTokenClaims, Check> {
    let wrong = |what: &str| Check::Wrong(what.to_owned());
    let id_token = token.id_token().ok_or_else(|| wrong("no id token"))?;
    let made = move |at: Moment| {
        if at > now + SKEW_MAX {
            return Err("made in the future".to_owned());
        }
        if at < now - TOKEN_AGE_MAX { Err("made too long ago".to_owned()) } else { Ok(()) }
    };
    let keys = keys
        .clone()
        .set_allowed_algs(SIGNATURES)
        .set_time_fn(move || now)
        .set_issue_time_verifier_fn(made)
        .set_other_audience_verifier_fn(|_| false);
    let claims = id_token.claims(&keys, &Nonce::new(nonce.to_owned())).map_err(|error| match error {
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey) => Check::UnknownKey,
        error => Check::Wrong(error.to_string()),
    })?;
    let subject = claims.subject().as_str();
    if subject.trim().is_empty() || subject.len() > SUBJECT_BYTES_MAX || subject.chars().any(char::is_control) {
        return Err(wrong("no subject, or one that cannot be"));
    }
    if let Some(expected) = claims.access_token_hash() {
        let algorithm = id_token.signing_alg().map_err(|error| Check::Wrong(error.to_string()))?;
        let key = id_token.signing_key(&keys).map_err(|error| Check::Wrong(error.to_string()))?;
        let got = AccessTokenHash::from_token(token.access_token(), algorithm, key)
            .map_err(|error| Check::Wrong(error.to_string()))?;
        if got != *expected {
            return Err(wrong("the access token belongs to another token"));
        }
    }
    Ok(claims.clone())
}

/// What was asked for must stand in the token: a provider may answer with less.
fn check_level(at: &ProviderSettings, claims: &CoreIdTokenClaims, now: Moment) -> Result<bool, ProviderError> {
    if claims.authorized_party().is_some_and(|party| party.as_str() != at.client_id) {
        return Err(untrue("made for another client"));
    }
    if at.max_age_minutes > 0 {
        let oldest = now - chrono::TimeDelta::minutes(at.max_age_minutes.into()) - SKEW_MAX;
        match claims.auth_time() {
            Some(signed_in) if signed_in >= oldest && signed_in <= now + SKEW_MAX => {}
            _ => return Err(untrue("signed in there too long ago")),
        }
    }
    if at.level.is_empty() {
        return Ok(false);
    }
    let got = claims.auth_context_ref().map(|level| level.as_str().to_owned()).unwrap_or_default();
    let enough = got == at.level || at.higher_levels.contains(&got);
    if enough { Ok(at.counts_as_two) } else { Err(ProviderError::Level { got, needed: at.level.clone() }) }
}
