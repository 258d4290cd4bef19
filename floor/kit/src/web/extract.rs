use std::sync::{Arc, OnceLock};

use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use base::{Lang, OrganisationId};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::answer::refused_form;
use super::api::Token;
use super::{App, Practice, Proof, Support};
use crate::actor::Actor;
use crate::fault::{Fault, NotFound};
use crate::format;
use crate::page::{Me, Page, PracticeLine};
use crate::words;

/// One request, seen from a room: who asks, in which language, and the frame of the page that answers.
#[derive(Debug, Clone)]
pub struct Visit {
    pub(crate) actor: Actor,
    pub(crate) me: Option<Me>,
    pub(crate) lang: Lang,
    pub(crate) scheme: &'static str,
    pub(crate) search_key: bool,
    pub(crate) route: String,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) fragment: bool,
    pub(crate) request_id: String,
    pub(crate) address: String,
    pub(crate) session: Option<String>,
    pub(crate) proof: Option<Proof>,
    pub(crate) support: Option<Support>,
    pub(crate) practice: Option<Practice>,
    pub(crate) device: &'static str,
    pub(crate) system: &'static str,
    pub(crate) token: Option<Token>,
    /// The body that a program sent, for the document that says what is wrong with it
    pub(crate) sent: Arc<OnceLock<Value>>,
}

impl Visit {
    /// Who asks.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
    /// The language of the answer.
    pub fn lang(&self) -> Lang {
        self.lang
    }
    /// Whether a script asks for a part of the page.
    pub fn is_fragment(&self) -> bool {
        self.fragment
    }
    /// The reference in the log.
    pub fn request_id(&self) -> &str {
        &self.request_id
    }
    /// The network address of the reader, as the server or a named proxy saw it. For limits only.
    pub fn address(&self) -> &str {
        &self.address
    }
    /// The value of the session cookie, for signing out.
    pub fn session(&self) -> Option<&str> {
        self.session.as_deref()
    }
    /// The route as the router names it, without what stands in the address.
    pub fn route(&self) -> &str {
        &self.route
    }
    /// When the session was last proven.
    pub fn proof(&self) -> Option<Proof> {
        self.proof
    }
    /// Who looks with this person's eyes, if anybody.
    pub fn support(&self) -> Option<&Support> {
        self.support.as_ref()
    }
    /// Set when the person belongs to a copy to practise in.
    pub fn practice(&self) -> Option<Practice> {
        self.practice
    }
    /// The browser and the system as words that a person knows: "Firefox, Windows". Never the whole header.
    pub fn device(&self) -> String {
        [self.device, self.system].iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(", ")
    }
    /// The token, when a program asks.
    pub fn token(&self) -> Option<&Token> {
        self.token.as_ref()
    }
    /// The organisation that the program's token belongs to.
    /// # Errors
    /// [`NotFound`] when no program asks.
    pub fn organisation(&self) -> Result<OrganisationId, NotFound> {
        let token = self.token.as_ref().map(|token| token.organisation);
        token.ok_or_else(|| NotFound::of("organisation", "of the token"))
    }
    pub(super) fn remember(&self, sent: &Value) {
        // Only one body is read for a request; a second would change nothing.
        let _ = self.sent.set(sent.clone());
    }
    /// The name shown for who is signed in.
    pub fn me(&self) -> Option<&Me> {
        self.me.as_ref()
    }

    /// The frame of the page.
    pub fn page(&self, app: &App) -> Page {
        let mut page = Page {
            words: words(self.lang),
            tenant: self.me.as_ref().map(|me| me.organisation.clone()).unwrap_or_default(),
            nav: if self.actor.is_signed_in() { app.nav(&self.actor, self.lang) } else { vec![] },
            footer: app.footer(self.lang),
            me: self.me.clone(),
            can_search: !self.actor.held().is_empty(),
            can_choose: !self.actor.held().is_empty(),
            demo: app.settings().demo,
            support_until: self.support.as_ref().map(|support| format::clock(self.lang, support.zone, support.until)),
            practice: self.practice.map(|practice| PracticeLine {
                until: format::day_with_year(self.lang, practice.until_on),
                stepped_in: practice.stepped_in,
            }),
            scheme: self.scheme,
            search_key: self.search_key,
            path: self.path.clone(),
            query: self.query.clone(),
            lang: self.lang,
        };
        page.mark_current();
        page
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let visit = parts.extensions.get::<Self>().cloned();
        visit.ok_or_else(|| sea_orm::DbErr::Custom("a route outside the layer that knows who asks".into()).into())
    }
}

/// Ids from the address. What cannot be an id is not found.
#[derive(Debug, Clone, Copy)]
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let found: Result<axum::extract::Path<T>, PathRejection> =
            axum::extract::Path::from_request_parts(parts, state).await;
        found.map(|path| Self(path.0)).map_err(|_| NotFound::of("page", parts.uri.path()).into())
    }
}

/// A form. Types say `deny_unknown_fields`, so that nothing slips in beside what the page asked for.
#[derive(Debug, Clone)]
pub struct Form<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let read = axum_extra::extract::Form::<T>::from_request(request, state).await;
        read.map(|form| Self(form.0)).map_err(refused_form)
    }
}

/// The query of the address. What cannot be read counts as not given.
#[derive(Debug, Clone, Default)]
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Default> FromRequestParts<S> for Query<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let read = axum_extra::extract::Query::<T>::from_request_parts(parts, state).await;
        Ok(read.map(|query| Self(query.0)).unwrap_or_default())
    }
}

/// The form of an act that needs no more than its address. Whatever is sent along is refused, not ignored.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoFields {}
