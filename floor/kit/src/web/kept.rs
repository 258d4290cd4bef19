//! What was sent is taken in before a place is, so that a slow line holds none; and what was typed into a form is given
//! back, ready to be sent again, when the portal could not take it.

use std::time::Duration;

use axum::body::Body;
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderValue, header};
use bytes::{Bytes, BytesMut};
use futures_util::future::ready;
use futures_util::{StreamExt, stream};
use tokio::time::timeout;

use super::guard;

/// So much of a body is taken in before there is a place for it, in bytes: all of what people type, the beginning of a file.
const BEGINNING_BYTES: usize = 64 * 1024;
/// What proves who somebody is stands in fields that begin so, whichever form it came with.
const PROOF: &str = "proof_";

/// What came with a request.
pub(super) struct Sent {
    beginning: Bytes,
    /// How far it has come
    come: Come,
    kind: Option<HeaderValue>,
}

/// How much of a body was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Come {
    /// All of it
    Whole,
    /// The beginning; more is to come
    Begun,
    /// Not even the beginning within the time for it: the rest was let go
    Late,
}

/// A form that could be sent again.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Again {
    pub action: String,
    pub fields: Vec<(String, String)>,
    /// Whether it is sent as one that may bring files
    pub parts: bool,
    /// Whether a file came with it, which is not kept
    pub had_file: bool,
}

/// Takes the beginning of the body in; the request goes on with all of it. A limit on the pauses alone would let somebody
/// send a byte now and then and stay for days: `most` is for the whole of the beginning.
pub(super) async fn take_in(request: Request, most: Duration) -> (Request, Sent) {
    let (parts, body) = request.into_parts();
    let (beginning, rest, come) = match timeout(most, beginning_of(body)).await {
        Ok((beginning, None)) => (beginning, None, Come::Whole),
        Ok((beginning, rest)) => (beginning, rest, Come::Begun),
        Err(_) => (Bytes::new(), None, Come::Late),
    };
    let kind = parts.headers.get(header::CONTENT_TYPE).cloned();
    let sent = Sent { beginning: beginning.clone(), come, kind };
    let body = match rest {
        None => Body::from(beginning),
        Some(rest) => {
            let first = stream::once(ready(Ok(beginning)));
            Body::from_stream(first.chain(rest.into_data_stream()))
        }
    };
    (Request::from_parts(parts, body), sent)
}

async fn beginning_of(body: Body) -> (Bytes, Option<Body>) {
    let mut pieces = body.into_data_stream();
    let mut beginning = BytesMut::new();
    while let Some(piece) = pieces.next().await {
        match piece {
            Ok(piece) => beginning.extend_from_slice(&piece),
            Err(error) => {
                return (beginning.freeze(), Some(Body::from_stream(stream::once(ready(Err::<Bytes, _>(error))))));
            }
        }
        if beginning.len() > BEGINNING_BYTES {
            return (beginning.freeze(), Some(Body::from_stream(pieces)));
        }
    }
    (beginning.freeze(), None)
}

impl Sent {
    /// Whether more is to come than was taken in.
    pub fn goes_on(&self) -> bool {
        self.come == Come::Begun
    }

    /// Whether it took too long to come.
    pub fn is_late(&self) -> bool {
        self.come == Come::Late
    }

    /// The form once more, without what proves who somebody is and without files.
    pub async fn again(&self, action: String) -> Option<Again> {
        let kind = self.kind.as_ref()?.to_str().ok()?;
        let mut again = if kind.starts_with("multipart/form-data") {
            let (fields, had_file) = self.parts().await?;
            Again { action, fields, parts: true, had_file }
        } else if self.goes_on() {
            return None;
        } else {
            let fields = guard::fields_of(kind, &self.beginning).ok()?;
            Again { action, fields, parts: false, had_file: false }
        };
        again.fields.retain(|(name, _)| !name.starts_with(PROOF));
        (!again.fields.is_empty()).then_some(again)
    }

    /// What was typed beside a file: as far as it was taken in, and it stands before the file.
    async fn parts(&self) -> Option<(Vec<(String, String)>, bool)> {
        let request = Request::builder().header(header::CONTENT_TYPE, self.kind.clone()?);
        let request = request.body(Body::from(self.beginning.clone())).ok()?;
        let mut parts = Multipart::from_request(request, &()).await.ok()?;
        let mut fields = vec![];
        while let Ok(Some(part)) = parts.next_field().await {
            if is_file(&part) {
                return Some((fields, true));
            }
            let Some(name) = part.name().map(str::to_owned) else { continue };
            if part.file_name().is_some() {
                continue; // none was chosen
            }
            match part.text().await {
                Ok(text) => fields.push((name, text)),
                Err(_) => return None, // what is not whole is not given back as if it were
            }
        }
        Some((fields, self.goes_on()))
    }
}

fn is_file(part: &Field<'_>) -> bool {
    part.file_name().is_some_and(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    fn form(kind: &str, body: impl Into<Body>) -> Request {
        Request::post("/here").header(header::CONTENT_TYPE, kind).body(body.into()).unwrap()
    }

    async fn again(request: Request) -> Option<Again> {
        take_in(request, MINUTE).await.1.again("/here?q=1".into()).await
    }

    #[tokio::test]
    async fn what_was_typed_is_given_back_and_proofs_are_not() {
        let kept = again(form("application/x-www-form-urlencoded", "reason=Vi+m%C3%A5&proof_answer=123456&act=")).await;
        let fields = [("reason", "Vi må"), ("act", "")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(
            kept,
            Some(Again { action: "/here?q=1".into(), fields: fields.into(), parts: false, had_file: false })
        );
        assert_eq!(again(form("application/x-www-form-urlencoded", "proof_answer=123456")).await, None);
        assert_eq!(again(form("application/json", "{\"a\":1}")).await, None);
    }

    #[tokio::test]
    async fn what_stands_beside_a_file_is_given_back_and_the_file_is_missed() {
        let part = |name: &str, file: &str, value: &str| {
            format!("--e\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n")
        };
        let body = |file: &str| {
            format!(
                "{}{}--e--\r\n",
                part("text", "", "Hei\r\nder"),
                part("file", &format!("; filename=\"{file}\""), "x")
            )
        };
        let kept = async |body: String| again(form("multipart/form-data; boundary=e", body)).await.unwrap();
        let with = kept(body("a.pdf")).await;
        assert_eq!((with.fields, with.parts, with.had_file), (vec![("text".into(), "Hei\r\nder".into())], true, true));
        let without = kept(body("")).await;
        assert_eq!((without.fields, without.had_file), (vec![("text".into(), "Hei\r\nder".into())], false));
        let large = kept(body("a.pdf").replace("\r\nx\r\n", &"x".repeat(2 * BEGINNING_BYTES))).await;
        assert!(large.had_file && large.fields.len() == 1);
    }

    #[tokio::test]
    async fn the_request_goes_on_with_all_that_was_sent() {
        for bytes in [0, 10, BEGINNING_BYTES, BEGINNING_BYTES + 1, 5 * BEGINNING_BYTES] {
            let pieces = (0..bytes)
                .step_by(1000)
                .map(move |at| Ok::<_, std::io::Error>(Bytes::from(vec![b'a'; (bytes - at).min(1000)])));
            let (request, sent) = take_in(form("text/plain", Body::from_stream(stream::iter(pieces))), MINUTE).await;
            assert_eq!((sent.goes_on(), sent.is_late()), (bytes > BEGINNING_BYTES, false), "{bytes}");
            assert_eq!(to_bytes(request.into_body(), usize::MAX).await.unwrap().len(), bytes);
        }
    }

    #[tokio::test]
    async fn who_sends_a_little_now_and_then_is_let_go_all_the_same() {
        // Never a pause, never an end, and never so much that it would be more than a beginning.
        let dribble = stream::unfold((), async |()| {
            tokio::task::yield_now().await;
            Some((Ok::<_, std::io::Error>(Bytes::new()), ()))
        });
        let dribbled = form("text/plain", Body::from_stream(dribble));
        let (request, sent) = take_in(dribbled, Duration::from_millis(20)).await;
        assert_eq!((sent.is_late(), sent.goes_on()), (true, false));
        assert!(to_bytes(request.into_body(), usize::MAX).await.unwrap().is_empty(), "nothing goes on in pieces");
        let in_time = take_in(form("text/plain", "a"), Duration::from_millis(20)).await.1;
        assert!(!in_time.is_late() && !in_time.goes_on());
    }
}
