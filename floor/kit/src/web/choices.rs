//! Language and look, chosen by a link at the foot of a page. The browser keeps nothing for it: the choice stands in the
//! address, and goes along from page to page because browsers tell which of our pages a request comes from.

use axum::http::{HeaderMap, Method, Uri, header};
use base::Lang;

use crate::local::LocalPath;

/// What an address asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Choices {
    /// The language
    pub lang: Option<Lang>,
    /// The look
    pub scheme: Option<&'static str>,
}

/// The look of a word.
pub fn scheme_of(word: &str) -> Option<&'static str> {
    ["auto", "light", "dark"].into_iter().find(|scheme| *scheme == word)
}

impl Choices {
    /// What the address asks for.
    pub fn of(uri: &Uri) -> Self {
        let value = |name: &str| parts(uri).find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
        Self { lang: value("lang").and_then(Lang::from_tag), scheme: value("scheme").and_then(scheme_of) }
    }

    /// What the page asked for that the request comes from.
    pub fn before(headers: &HeaderMap) -> Self {
        let page = headers.get(header::REFERER).and_then(|page| page.to_str().ok()?.parse().ok());
        page.as_ref().map(Self::of).unwrap_or_default()
    }

    /// The choices made here, else those made there.
    pub fn or(self, there: Self) -> Self {
        Self { lang: self.lang.or(there.lang), scheme: self.scheme.or(there.scheme) }
    }
}

/// The query without any choice.
pub(super) fn rest(uri: &Uri) -> String {
    let is_choice = |part: &&str| part.starts_with("lang=") || part.starts_with("scheme=");
    parts(uri).filter(|part| !is_choice(part)).collect::<Vec<_>>().join("&")
}

/// Where a page is to be asked for instead, so that what was chosen on the page before stands in its address too. Who
/// wrote the address we do not know: only what every browser reads as a path of ours is led on.
pub(super) fn onward(method: &Method, uri: &Uri, headers: &HeaderMap, before: Choices) -> Option<LocalPath> {
    let says = |name: &str, wanted: &str| {
        headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(wanted))
    };
    if method != Method::GET || !says("sec-fetch-mode", "navigate") || !says(header::ACCEPT.as_str(), "text/html") {
        return None;
    }
    let here = Choices::of(uri);
    let wanted = here.or(before);
    if wanted == here {
        return None;
    }
    let mut query = vec![rest(uri)];
    query.extend(wanted.lang.map(|lang| format!("lang={}", lang.tag())));
    query.extend(wanted.scheme.map(|scheme| format!("scheme={scheme}")));
    query.retain(|part| !part.is_empty());
    LocalPath::new(&format!("{}?{}", uri.path(), query.join("&")))
}

fn parts(uri: &Uri) -> impl Iterator<Item = &str> {
    uri.query().unwrap_or_default().split('&').filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn from(page: &'static str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::REFERER, HeaderValue::from_static(page));
        headers.insert(header::ACCEPT, HeaderValue::from_static("text/html,application/xhtml+xml"));
        headers.insert("sec-fetch-mode", HeaderValue::from_static("navigate"));
        headers
    }

    fn after(page: &'static str, address: &'static str) -> Option<String> {
        let headers = from(page);
        let led = onward(&Method::GET, &Uri::from_static(address), &headers, Choices::before(&headers));
        led.map(|path| path.as_str().to_owned())
    }

    #[test]
    fn what_is_chosen_goes_along_to_the_next_page() {
        let page = "https://portal.example/login?lang=nn&scheme=dark&x=1";
        assert_eq!(Choices::before(&from(page)), Choices { lang: Some(Lang::Nn), scheme: Some("dark") });
        assert_eq!(after(page, "/"), Some("/?lang=nn&scheme=dark".into()));
        assert_eq!(after(page, "/rounds?sort=name"), Some("/rounds?sort=name&lang=nn&scheme=dark".into()));
        assert_eq!(after(page, "/rounds?scheme=light"), Some("/rounds?lang=nn&scheme=light".into()));
    }

    #[test]
    fn an_address_that_chooses_stays_as_it_is() {
        assert_eq!(after("https://portal.example/login?lang=nn", "/login?lang=da"), None);
        assert_eq!(after("https://portal.example/login", "/login/code"), None);
    }

    #[test]
    fn only_a_page_that_somebody_opens_is_led_on() {
        let (uri, mut headers) = (Uri::from_static("/login"), from("https://portal.example/login?lang=nn"));
        let before = Choices::before(&headers);
        assert_eq!(onward(&Method::POST, &uri, &headers, before), None);
        headers.insert("sec-fetch-mode", HeaderValue::from_static("cors"));
        assert_eq!(onward(&Method::GET, &uri, &headers, before), None);
    }

    #[test]
    fn nobody_is_led_elsewhere() {
        let page = "https://elsewhere.example/?lang=nn";
        for address in
            ["//evil.example", "//evil.example/login", "/\\evil.example", "/%5cevil.example", "/.//evil.example"]
        {
            assert_eq!(after(page, address), None, "{address}");
        }
    }

    #[test]
    fn nothing_but_the_known_choices_is_taken_from_the_page_before() {
        assert_eq!(after("https://elsewhere.example/?lang=%0d%0aSet-Cookie:x&scheme=none", "/"), None);
        assert_eq!(rest(&Uri::from_static("/rounds?lang=nb&sort=name&scheme=dark&page=2")), "sort=name&page=2");
    }
}
