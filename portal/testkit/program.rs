//! Another system that works with a token.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use base::{OrganisationId, PersonId};
use kit::scope::Scope;
use serde_json::Value;

use super::{Reader, Reply, Town};

/// A program with a token.
pub struct Program {
    pub reader: Reader,
    pub token: String,
}

impl Program {
    /// With a new token of this person at an organisation.
    pub async fn of(town: &Town, person: PersonId, at: OrganisationId, scopes: &[Scope]) -> Self {
        Self { reader: town.nobody(), token: town.token(person, at, scopes).await }
    }

    /// Sends a request, with an object or with nothing.
    pub async fn send(&self, method: &Method, path: &str, headers: &[(&str, &str)], body: Option<&Value>) -> Reply {
        let headers = headers.iter().copied().chain(body.map(|_| ("content-type", "application/json")));
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        self.ask(method, path, headers, body).await
    }

    /// Sends a file.
    pub async fn bring(&self, path: &str, content: &[u8]) -> Reply {
        let headers = [("content-type", "application/octet-stream")].into_iter();
        self.ask(&Method::POST, path, headers, Body::from(content.to_vec())).await
    }

    async fn ask(&self, method: &Method, path: &str, headers: impl Iterator<Item = (&str, &str)>, body: Body) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        for (name, value) in headers {
            request = request.header(name, value);
        }
        self.reader.send(request.body(body).unwrap()).await
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(&Method::GET, path, &[], None).await
    }

    /// Does something.
    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        self.send(&Method::POST, path, &[], Some(body)).await
    }

    /// Does something that needs no words; it is done.
    pub async fn press(&self, path: &str) {
        let reply = self.send(&Method::POST, path, &[], None).await;
        assert_eq!(reply.status, StatusCode::NO_CONTENT, "{path}: {}", reply.text);
    }

    /// Makes something; answers it.
    pub async fn make(&self, path: &str, body: &Value) -> Value {
        let reply = self.post(path, body).await;
        assert_eq!(reply.status, StatusCode::CREATED, "{path}: {}", reply.text);
        serde_json::from_str(&reply.text).unwrap()
    }

    /// Changes something as it was just read at another address; answers it.
    pub async fn change(&self, read: &str, path: &str, body: &Value) -> Value {
        let tag = self.get(read).await.shown().header("etag").to_owned();
        let reply = self.send(&Method::PUT, path, &[("if-match", &tag)], Some(body)).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.text);
        serde_json::from_str(&reply.text).unwrap()
    }

    /// What is there.
    pub async fn json(&self, path: &str) -> Value {
        serde_json::from_str(&self.get(path).await.shown().text).unwrap()
    }

    /// What is in a list.
    pub async fn items(&self, path: &str) -> Vec<Value> {
        self.json(path).await["items"].as_array().unwrap().clone()
    }
}
