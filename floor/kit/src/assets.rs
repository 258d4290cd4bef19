//! Styles, scripts and fonts: bundled by `make assets`, inside the release binary, served from our own address.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../design/dist"]
#[allow_missing = true]
struct Files;

/// Where assets are served.
pub const ROUTE: &str = "/assets/{*name}";

/// Whether the binary was built with the bundle.
pub fn present() -> bool {
    Files::get("fotfeste.css").is_some()
}

/// The address of an asset; its fingerprint changes with its content, so that browsers may keep it for a year.
pub fn href(name: &str) -> String {
    static PRINTS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let print = |name: &str| Files::get(name).map(|file| hex::encode(&file.metadata.sha256_hash()[..6]));
        Files::iter().filter_map(|name| Some((name.to_string(), print(&name)?))).collect()
    });
    match PRINTS.get(name) {
        Some(print) => format!("/assets/{name}?v={print}"),
        None => format!("/assets/{name}"),
    }
}

/// Serves an asset.
pub async fn serve(Path(name): Path<String>, request: HeaderMap) -> Response {
    let Some(file) = Files::get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let tag = format!("\"{}\"", hex::encode(&file.metadata.sha256_hash()[..12]));
    if request.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    let mut answer = file.data.into_owned().into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(&name)));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    answer
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
