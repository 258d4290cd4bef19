//! The way out of the house to a provider: one request, one answer, no more than needed.

use std::future::Future;
use std::pin::Pin;

use kit::outgoing::{Outgoing, OutgoingError};
use kit::settings::Settings;
use openidconnect::{HttpRequest, HttpResponse};

/// No provider has more to say, in bytes.
const ANSWER_MAX: usize = 256 * 1024;

/// Why there was no answer.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct OutsideError(pub String);

impl From<OutgoingError> for OutsideError {
    fn from(error: OutgoingError) -> Self {
        Self(error.to_string())
    }
}

/// Asks a provider. Tests bring a provider of their own.
pub trait Outside: Send + Sync {
    /// Sends one request. Redirects are not followed: a provider answers where its own description says.
    fn ask(
        &self,
        request: HttpRequest,
    ) -> Pin<Box<dyn Future<Output = Result<HttpResponse, OutsideError>> + Send + '_>>;
}

/// Over the network, by the one client that all requests to others go through: what a provider says of itself names
/// addresses too, and leads nowhere that the operator has not allowed.
#[derive(Debug, Clone)]
pub struct OverTheNet(Outgoing);

impl OverTheNet {
    /// The way out, with what the operator allows beyond public addresses.
    pub fn of(settings: &Settings) -> Self {
        Self(Outgoing::of(settings))
    }
}

impl Outside for OverTheNet {
    fn ask(
        &self,
        request: HttpRequest,
    ) -> Pin<Box<dyn Future<Output = Result<HttpResponse, OutsideError>> + Send + '_>> {
        Box::pin(async move { Ok(self.0.fetch(request, ANSWER_MAX).await?) })
    }
}
