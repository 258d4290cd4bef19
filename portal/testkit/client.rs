//! A reader's browser without a screen: keeps the session cookie, says where requests come from, shows the whole answer.

use std::sync::Mutex;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tower::ServiceExt;

/// No answer of the portal is larger, in bytes.
const ANSWER_MAX: usize = 64 * 1024 * 1024;

/// One reader.
pub struct Reader {
    router: Router,
    cookie: Mutex<Option<String>>,
}

/// One answer.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Reader {
    /// Somebody who has not signed in.
    pub fn new(router: Router) -> Self {
        Self { router, cookie: Mutex::new(None) }
    }

    /// Brings a session along.
    pub fn with_session(self, value: &str) -> Self {
        *self.cookie.lock().unwrap() = Some(value.to_owned());
        self
    }

    /// The session's value, when there is one.
    pub fn session(&self) -> Option<String> {
        self.cookie.lock().unwrap().clone()
    }

    /// Opens a page.
    pub async fn get(&self, path: impl AsRef<str>) -> Reply {
        self.send(Request::get(path.as_ref()).body(Body::empty()).unwrap()).await
    }

    /// Sends a form, as a page of ours would.
    pub async fn post<N: AsRef<str>, V: ToString>(
        &self,
        path: impl AsRef<str>,
        fields: impl IntoIterator<Item = (N, V)>,
    ) -> Reply {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let pairs =
            fields.into_iter().map(|(name, value)| format!("{}={}", encode(name.as_ref()), encode(&value.to_string())));
        let body = pairs.collect::<Vec<_>>().join("&");
        let request = Request::post(path.as_ref())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    /// Opens a form and sends it with these fields, as somebody who has seen what stands there does.
    pub async fn fill<N: AsRef<str>, V: ToString>(
        &self,
        path: impl AsRef<str>,
        fields: impl IntoIterator<Item = (N, V)>,
    ) -> Reply {
        let seen = self.get(&path).await.shown().edition();
        let fields = fields.into_iter().map(|(name, value)| (name.as_ref().to_owned(), value.to_string()));
        self.post(path, fields.chain([("edition".to_owned(), seen)])).await
    }

    /// Sends a form without fields.
    pub async fn press(&self, path: impl AsRef<str>) -> Reply {
        self.post(path, [] as [(&str, &str); 0]).await
    }

    /// Sends a file with a form's other fields.
    pub async fn upload(
        &self,
        path: impl AsRef<str>,
        fields: &[(&str, &str)],
        file_name: &str,
        content: &[u8],
    ) -> Reply {
        self.upload_as(path, fields, "file", file_name, content).await
    }

    /// Sends a file in a field of this name with a form's other fields.
    pub async fn upload_as(
        &self,
        path: impl AsRef<str>,
        fields: &[(&str, &str)],
        field: &str,
        file_name: &str,
        content: &[u8],
    ) -> Reply {
        let edge = "----the-edge-between-parts";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--{edge}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        body.extend(
            format!("--{edge}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{file_name}\"\r\ncontent-type: application/octet-stream\r\n\r\n")
                .bytes(),
        );
        body.extend_from_slice(content);
        body.extend(format!("\r\n--{edge}--\r\n").bytes());
        let request = Request::post(path.as_ref())
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={edge}"))
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    /// Sends any request, with the session.
    pub async fn send(&self, mut request: Request<Body>) -> Reply {
        if let Some(value) = self.session() {
            let cookie = format!("{}={value}", kit::web::COOKIE).parse().unwrap();
            request.headers_mut().append(header::COOKIE, cookie);
        }
        let answer = match self.router.clone().oneshot(request).await {
            Ok(answer) => answer,
            Err(never) => match never {},
        };
        let (parts, body) = answer.into_parts();
        self.keep_cookie(&parts.headers);
        let bytes = to_bytes(body, ANSWER_MAX).await.expect("the answer ends");
        Reply { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// Makes a request of any method, as a page of ours would.
    pub async fn ask(&self, method: &Method, path: &str) -> Reply {
        match *method {
            Method::GET | Method::HEAD => self.get(path).await,
            Method::POST => self.press(path).await,
            _ => {
                let request = Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin");
                self.send(request.body(Body::empty()).unwrap()).await
            }
        }
    }

    fn keep_cookie(&self, headers: &HeaderMap) {
        for set in headers.get_all(header::SET_COOKIE) {
            let text = set.to_str().unwrap_or_default();
            let Some(rest) = text.strip_prefix(kit::web::COOKIE).and_then(|rest| rest.strip_prefix('=')) else {
                continue;
            };
            let value = rest.split(';').next().unwrap_or_default();
            *self.cookie.lock().unwrap() = (!value.is_empty()).then(|| value.to_owned());
        }
    }
}

impl Reply {
    /// Where the answer leads.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default()
    }

    /// A header's value, empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// What the page's form was made from.
    #[track_caller]
    pub fn edition(&self) -> String {
        let (_, rest) =
            self.text.split_once("name=\"edition\" value=\"").expect("a form that says what it was made from");
        rest.split('"').next().unwrap_or_default().to_owned()
    }

    /// Asserts that the page is there.
    #[track_caller]
    pub fn shown(self) -> Self {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text);
        self
    }

    /// Asserts that the act was done, and says where it leads.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text);
        self.location().to_owned()
    }

    /// Asserts that a problem of this name was answered.
    #[track_caller]
    pub fn refused_with(&self, name: &str) {
        assert_eq!(self.header("x-problem"), name, "{}: {}", self.status, self.text);
    }

    /// Asserts that the form came back with something to put right in this field.
    #[track_caller]
    pub fn refused_at(&self, field: &str) {
        assert_eq!(self.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", self.text);
        assert!(self.text.contains(&format!("id=\"error-{field}\"")), "nothing is said about {field}: {}", self.text);
    }

    /// Asserts that the reader sees this text.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.seen().contains(text), "«{text}» is not in:\n{}", self.seen());
        self
    }

    /// What a reader sees: the text between the tags, spaces folded.
    pub fn seen(&self) -> String {
        let mut out = String::new();
        let mut inside = false;
        for letter in self.text.chars() {
            match letter {
                '<' => (inside, out) = (true, out + " "),
                '>' if inside => inside = false,
                letter if !inside => out.push(letter),
                _ => {}
            }
        }
        let plain = out
            .replace("&#39;", "'")
            .replace("&quot;", "\"")
            .replace("&#34;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
