//! What the front holds around every request: headers, where changes may come from, languages, limits, errors.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use macros::both_databases;

use crate::testkit::{Reply, Town};

/// A path of each route with its parameters filled by something that is not there.
fn somewhere(path: &str) -> String {
    let fill = |part: &str| {
        if part.starts_with('{') { "00000000-0000-7000-8000-000000000000".to_owned() } else { part.to_owned() }
    };
    path.split('/').map(fill).collect::<Vec<_>>().join("/")
}

fn assert_guarded(reply: &Reply, what: &str) {
    let policy = reply.header("content-security-policy");
    assert!(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), "{what}: {policy}");
    assert!(!policy.contains("unsafe"), "{what}: {policy}");
    assert_eq!(reply.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(reply.header("referrer-policy"), "same-origin", "{what}");
    assert!(reply.header("strict-transport-security").starts_with("max-age="), "{what}");
    assert_eq!(reply.header("cache-control"), "no-store", "{what}");
    assert_ne!(reply.header("x-request-id"), "", "{what}");
    let kind = reply.header("content-type");
    assert!(kind.is_empty() || kind.contains("charset=utf-8") || !kind.starts_with("text/html"), "{what}: {kind}");
    for cookie in reply.headers.get_all(header::SET_COOKIE) {
        let cookie = cookie.to_str().unwrap();
        for part in ["__Host-", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{what}: {cookie} lacks {part}");
        }
    }
}

#[both_databases]
async fn every_answer_carries_the_guarding_headers(town: Town) {
    let nobody = town.nobody();
    for route in town.routes() {
        let reply = nobody.ask(&route.method, &somewhere(route.path)).await;
        assert_guarded(&reply, &format!("{} {}", route.method, route.path));
    }
    assert_guarded(&nobody.get("/nowhere/at/all").await, "a page that is not there");
}

#[both_databases]
async fn changes_are_taken_only_from_our_own_pages(town: Town) {
    let nobody = town.nobody();
    let cases: [(&str, &[(&str, &str)]); 6] = [
        ("a foreign page", &[("sec-fetch-site", "cross-site")]),
        ("a page of the same site", &[("sec-fetch-site", "same-site")]),
        ("a foreign origin", &[("origin", "https://evil.example"), ("host", "portal.example")]),
        (
            "an origin that begins like ours",
            &[("origin", "https://portal.example.evil.example"), ("host", "portal.example")],
        ),
        ("an opaque origin", &[("origin", "null"), ("host", "portal.example")]),
        ("neither header", &[]),
    ];
    // The API takes tokens and no cookie, so a foreign page has nothing to send along.
    let pages = town.routes().into_iter().filter(|route| !route.path.starts_with("/api/v1"));
    for route in pages.filter(|route| route.method == Method::POST) {
        for (what, headers) in cases {
            let mut request =
                Request::post(somewhere(route.path)).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            let reply = nobody.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{} from {what}", route.path);
            reply.refused_with("denied");
        }
        let own = Request::post(somewhere(route.path))
            .header("origin", "https://portal.example")
            .header("host", "portal.example");
        let reply = nobody.send(own.body(Body::empty()).unwrap()).await;
        assert_ne!(reply.header("x-problem"), "denied", "{} from our own origin", route.path);
        let has_page = town.routes().iter().any(|other| other.method == Method::GET && other.path == route.path);
        if !has_page {
            let reply = nobody.get(somewhere(route.path)).await;
            assert!(
                matches!(reply.status, StatusCode::METHOD_NOT_ALLOWED | StatusCode::NOT_FOUND | StatusCode::SEE_OTHER),
                "GET {}: {}",
                route.path,
                reply.status
            );
        }
    }
    assert_eq!(town.journal_entries().await, 0, "nothing was changed");
}

#[both_databases]
async fn a_page_speaks_the_language_asked_for_then_the_browsers(town: Town) {
    let nobody = town.nobody();
    let accept = async |value: &str, path: &str| {
        nobody.send(Request::get(path).header(header::ACCEPT_LANGUAGE, value).body(Body::empty()).unwrap()).await.text
    };
    assert!(accept("da, en;q=0.5", "/login").await.contains("<html lang=\"da\""));
    assert!(accept("da", "/login?lang=nn").await.contains("<html lang=\"nn\""));
    assert!(accept("fr", "/login").await.contains("<html lang=\"nb\""));
    assert!(accept("en-GB", "/nowhere").await.contains("<html lang=\"en\""));
}

#[both_databases]
async fn nobody_is_asked_to_sign_in_and_led_back_after(town: Town) {
    let nobody = town.nobody();
    assert_eq!(nobody.get("/rounds?sort=name").await.done(), "/login?next=%2Frounds%3Fsort%3Dname");
    assert_eq!(nobody.press("/rounds/new").await.status, StatusCode::UNAUTHORIZED);
    for (path, status) in
        [("/nowhere", StatusCode::NOT_FOUND), ("/health/live", StatusCode::OK), ("/health/ready", StatusCode::OK)]
    {
        assert_eq!(nobody.get(path).await.status, status, "{path}");
    }
}

#[both_databases]
async fn a_form_larger_than_its_limit_is_refused_with_a_page(town: Town) {
    let reply = town.nobody().post("/login", [("email", "x".repeat(600 * 1024))]).await;
    assert!(
        reply.status == StatusCode::PAYLOAD_TOO_LARGE || reply.status == StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        reply.status
    );
    assert!(reply.text.contains("<html"));
}

#[both_databases]
async fn a_session_that_asks_too_fast_is_slowed_and_holds_up_nobody_else(town: Town) {
    let institution = town.organisation("Mjøs høgskole").await;
    let (greedy, patient) = (town.person(institution, "Vår").await, town.person(institution, "Siv").await);
    // At the lowest setting a session has one request a second, and five at once.
    let mut settings = town.app().settings().clone();
    settings.limits.requests_per_second = 100;
    let town = town.with_settings(settings);
    let (greedy, patient) = (town.sign_in(greedy).await, town.sign_in(patient).await);
    let mut refused = 0;
    for _ in 0..60 {
        let reply = greedy.get("/me").await;
        match reply.status {
            StatusCode::OK => {}
            StatusCode::TOO_MANY_REQUESTS => {
                reply.refused_with("too-many-requests");
                refused += 1;
            }
            status => panic!("{status}: {}", reply.seen()),
        }
    }
    assert!(refused > 0, "sixty requests at once were let through");
    patient.get("/me").await.shown();
    assert_eq!(town.nobody().get("/login").await.status, StatusCode::OK);
}
