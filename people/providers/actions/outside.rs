//! The way out of the house to a provider: one request, one answer, no more than needed.

use std::future::Future;
use std::pin::Pin;
use std::sync::OnceLock;
use std::time::Duration;

use openidconnect::{HttpRequest, HttpResponse, http};

/// No provider has more to say, in bytes.
const ANSWER_MAX: usize = 256 * 1024;
/// A provider that takes longer does not answer.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

/// Why there was no answer.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct OutsideError(pub String);

/// Asks a provider. Tests bring a provider of their own.
pub trait Outside: Send + Sync {
    /// Sends one request. Redirects are not followed: a provider answers where its own description says.
    fn ask(
        &self,
        request: HttpRequest,
    ) -> Pin<Box<dyn Future<Output = Result<HttpResponse, OutsideError>> + Send + '_>>;
}

/// Over the network, by HTTPS alone.
#[derive(Debug, Default)]
pub struct OverTheNet(OnceLock<reqwest::Client>);

impl OverTheNet {
    fn client(&self) -> Result<&reqwest::Client, OutsideError> {
        if let Some(client) = self.0.get() {
            return Ok(client);
        }
        let client = reqwest::Client::builder()
            .https_only(true)
            .redirect(reqwest::redirect::Policy::none())
            .timeout(ANSWER_WITHIN)
            .build()
            .map_err(|error| OutsideError(error.to_string()))?;
        Ok(self.0.get_or_init(|| client))
    }

    async fn fetch(&self, request: HttpRequest) -> Result<HttpResponse, OutsideError> {
        let wrong = |error: reqwest::Error| OutsideError(error.without_url().to_string());
        let (parts, body) = request.into_parts();
        let asked = self.client()?.request(parts.method, parts.uri.to_string()).headers(parts.headers).body(body);
        let mut answer = asked.send().await.map_err(wrong)?;
        let mut built = http::Response::builder().status(answer.status());
        if let Some(headers) = built.headers_mut() {
            headers.clone_from(answer.headers());
        }
        let mut content = vec![];
        while let Some(some) = answer.chunk().await.map_err(wrong)? {
            if content.len() + some.len() > ANSWER_MAX {
                return Err(OutsideError(format!("the answer has more than {ANSWER_MAX} bytes")));
            }
            content.extend_from_slice(&some);
        }
        built.body(content).map_err(|error| OutsideError(error.to_string()))
    }
}

impl Outside for OverTheNet {
    fn ask(
        &self,
        request: HttpRequest,
    ) -> Pin<Box<dyn Future<Output = Result<HttpResponse, OutsideError>> + Send + '_>> {
        Box::pin(self.fetch(request))
    }
}
