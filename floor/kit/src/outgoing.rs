//! The one way out of the house: to addresses that people have typed, and to identity providers. It refuses private networks unless the operator allows them,
//! looks a name up once and keeps to what it found, follows no redirect, and reads little of what is answered.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use axum::http::{Request, Response};
use base::Lang;
use reqwest::redirect::Policy;
use url::{Host, Url};

use crate::fault::{Kind, Problem};
use crate::settings::Settings;
use crate::web::Proxies;

/// An address is at most this long, in characters.
pub const ADDRESS_CHARS_MAX: usize = 500;
/// From the first step to the last sign of the answer.
const WITHIN: Duration = Duration::from_secs(10);
/// So much of an answer is read, in bytes: enough to know that it came.
const ANSWER_BYTES_MAX: usize = 4096;
/// Addresses of one name that are tried.
const ADDRESSES_MAX: usize = 4;

/// The client for everything that is asked of others.
#[derive(Debug, Clone)]
pub struct Outgoing {
    allowed: Proxies,
}

impl Outgoing {
    /// The client, with what the operator allows beyond public addresses.
    pub fn of(settings: &Settings) -> Self {
        Self { allowed: settings.outgoing() }
    }

    /// An address that may be called, as far as it can be told without looking its name up.
    /// # Errors
    /// [`OutgoingError`]
    pub fn check(&self, address: &str) -> Result<Url, OutgoingError> {
        let url = Url::parse(address).map_err(|_| OutgoingError::NoAddress)?;
        let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
        if address.chars().count() > ADDRESS_CHARS_MAX || !plain || !matches!(url.scheme(), "https" | "http") {
            return Err(OutgoingError::NoAddress);
        }
        match url.host() {
            Some(Host::Ipv4(ip)) => self.admit(IpAddr::V4(ip))?,
            Some(Host::Ipv6(ip)) => self.admit(IpAddr::V6(ip))?,
            Some(Host::Domain(_)) => {}
            None => return Err(OutgoingError::NoAddress),
        }
        // Without TLS only to a network of the operator's own, which is then an address and no name.
        let own = |host: Host<&str>| match host {
            Host::Ipv4(ip) => self.allowed.holds(IpAddr::V4(ip)),
            Host::Ipv6(ip) => self.allowed.holds(IpAddr::V6(ip)),
            Host::Domain(_) => false,
        };
        if url.scheme() == "http" && !url.host().is_some_and(own) {
            return Err(OutgoingError::NotSecure);
        }
        Ok(url)
    }

    /// Posts a body; answers the status, whatever it is.
    /// # Errors
    /// [`OutgoingError`]: refused by us, or nobody answered.
    pub async fn post(
        &self,
        address: &str,
        headers: &[(&'static str, String)],
        body: String,
    ) -> Result<u16, OutgoingError> {
        let mut request = Request::post(address);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let request = request.body(body.into_bytes()).map_err(|_| OutgoingError::NoAddress)?;
        let mut answer = self.send(request).await?;
        let status = answer.status().as_u16();
        let mut read = 0;
        while read < ANSWER_BYTES_MAX {
            match answer.chunk().await {
                Ok(Some(piece)) => read += piece.len(),
                _ => break, // the status has come; how the rest ends is no matter
            }
        }
        Ok(status)
    }

    /// Sends a request and reads the whole answer, of so many bytes at most.
    /// # Errors
    /// [`OutgoingError`]: refused by us, or nobody answered, or more than that.
    pub async fn fetch(&self, request: Request<Vec<u8>>, bytes_max: usize) -> Result<Response<Vec<u8>>, OutgoingError> {
        let mut answer = self.send(request).await?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let mut content = vec![];
        while let Some(piece) = answer.chunk().await.map_err(silent)? {
            if content.len() + piece.len() > bytes_max {
                return Err(OutgoingError::Silent { why: format!("the answer has more than {bytes_max} bytes") });
            }
            content.extend_from_slice(&piece);
        }
        let mut whole = Response::new(content);
        (*whole.status_mut(), *whole.headers_mut()) = (status, headers);
        Ok(whole)
    }

    /// Every request goes this way: checked, its name looked up once, and sent to what was found.
    async fn send(&self, request: Request<Vec<u8>>) -> Result<reqwest::Response, OutgoingError> {
        let (parts, body) = request.into_parts();
        let url = self.check(&parts.uri.to_string())?;
        let found = self.look_up(&url).await?;
        let host = url.host_str().unwrap_or_default().to_owned();
        let client = reqwest::Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .timeout(WITHIN)
            .referer(false)
            .resolve_to_addrs(&host, &found)
            .build()
            .map_err(|error| OutgoingError::Silent { why: error.to_string() })?;
        client.request(parts.method, url).headers(parts.headers).body(body).send().await.map_err(silent)
    }

    /// Every address of the name, each of them allowed: one that is not refuses them all.
    async fn look_up(&self, url: &Url) -> Result<Vec<SocketAddr>, OutgoingError> {
        let port = url.port_or_known_default().unwrap_or(443);
        let found: Vec<SocketAddr> = match url.host() {
            Some(Host::Ipv4(ip)) => vec![SocketAddr::from((ip, port))],
            Some(Host::Ipv6(ip)) => vec![SocketAddr::from((ip, port))],
            Some(Host::Domain(name)) => {
                let nameless = |error: std::io::Error| OutgoingError::Silent { why: error.to_string() };
                tokio::net::lookup_host((name, port)).await.map_err(nameless)?.take(ADDRESSES_MAX).collect()
            }
            None => vec![],
        };
        for address in &found {
            self.admit(address.ip())?;
        }
        if found.is_empty() {
            return Err(OutgoingError::Silent { why: "the name has no address".into() });
        }
        Ok(found)
    }

    fn admit(&self, ip: IpAddr) -> Result<(), OutgoingError> {
        let ip = ip.to_canonical();
        if is_public(ip) || self.allowed.holds(ip) { Ok(()) } else { Err(OutgoingError::Private) }
    }
}

fn silent(error: reqwest::Error) -> OutgoingError {
    OutgoingError::Silent { why: error.without_url().to_string() }
}

/// Whether an address is anybody's on the open network, and not inside a network, of this machine, or made from another.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special =
        matches!((a, b, c), (0, ..) | (10, ..) | (127, ..) | (169, 254, _) | (192, 168, _) | (198, 18 | 19, _))
            || matches!((a, b, c), (192, 0, 0 | 2) | (192, 88, 99) | (198, 51, 100) | (203, 0, 113))
            || (a == 100 && (64..128).contains(&b))
            || (a == 172 && (16..32).contains(&b));
    !special && a < 224
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    // Global unicast alone, without documentation, and without what carries a v4 address inside (6to4, Teredo, NAT64).
    (a & 0xe000) == 0x2000 && !(a == 0x2001 && (b < 0x0200 || b == 0x0db8)) && a != 0x2002 && a != 0x3fff
}

/// Why nothing was sent, or nobody answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutgoingError {
    /// Not an address of the web
    #[error("not an address that can be called")]
    NoAddress,
    /// Without TLS
    #[error("the address does not begin with https://")]
    NotSecure,
    /// Inside a network
    #[error("the address lies in a private network that is not allowed")]
    Private,
    /// Nobody answered
    #[error("no answer: {why}")]
    Silent {
        /// For the log
        why: String,
    },
}

impl OutgoingError {
    /// A word for it, to keep.
    pub fn word(&self) -> &'static str {
        match self {
            Self::NoAddress => "no-address",
            Self::NotSecure => "not-secure",
            Self::Private => "private-address",
            Self::Silent { .. } => "no-answer",
        }
    }
}

impl Problem for OutgoingError {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    fn name(&self) -> &'static str {
        self.word()
    }
    fn field(&self) -> Option<&'static str> {
        Some("address")
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::NoAddress => words.outgoing_no_address(),
            Self::NotSecure => words.outgoing_not_secure(),
            Self::Private => words.outgoing_private(),
            Self::Silent { .. } => words.outgoing_silent(),
        }
        .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowing(allowed: &str) -> Outgoing {
        Outgoing { allowed: allowed.parse().unwrap() }
    }

    #[test]
    fn no_form_of_a_private_address_is_called() {
        let strict = allowing("");
        let inside = [
            "https://127.0.0.1/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://0177.0.0.1/",
            "https://0/",
            "https://10.0.0.1/",
            "https://172.16.0.1/",
            "https://172.31.255.255/",
            "https://192.168.1.1/",
            "https://169.254.169.254/latest/meta-data",
            "https://100.64.0.1/",
            "https://198.18.0.1/",
            "https://224.0.0.1/",
            "https://255.255.255.255/",
            "https://192.0.2.1/",
            "https://[::1]/",
            "https://[::]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[::ffff:7f00:1]/",
            "https://[fe80::1]/",
            "https://[fc00::1]/",
            "https://[ff02::1]/",
            "https://[64:ff9b::7f00:1]/",
            "https://[2002:7f00:1::]/",
            "https://[2001:db8::1]/",
            "https://[2001::1]/",
            "https://127.0.0.1:8443/",
            "https://１２７.0.0.1/",
        ];
        for address in inside {
            assert_eq!(strict.check(address), Err(OutgoingError::Private), "{address}");
        }
        let public = ["https://93.184.215.14/", "https://[2a00:1450:4001::1]/hook", "https://example.org:8443/a?b=c"];
        assert!(public.iter().all(|address| strict.check(address).is_ok()));
    }

    #[test]
    fn an_address_is_plain_and_secure() {
        let strict = allowing("");
        for address in [
            "",
            "example.org",
            "ftp://example.org/",
            "file:///etc/passwd",
            "https://",
            "gopher://x/",
            "https://me:pw@example.org/",
            "https://example.org/#a",
            "javascript:alert(1)",
        ] {
            assert_eq!(strict.check(address), Err(OutgoingError::NoAddress), "{address}");
        }
        assert_eq!(strict.check("http://example.org/"), Err(OutgoingError::NotSecure));
        assert_eq!(strict.check(&format!("https://example.org/{}", "a".repeat(500))), Err(OutgoingError::NoAddress));
        let home = allowing("127.0.0.0/8, 10.1.0.0/16");
        assert!(home.check("http://127.0.0.1:9000/").is_ok() && home.check("https://10.1.2.3/").is_ok());
        assert_eq!(home.check("http://10.2.0.1/"), Err(OutgoingError::Private));
        assert_eq!(home.check("http://localhost/"), Err(OutgoingError::NotSecure));
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_refused_when_it_is_looked_up() {
        let sent = allowing("").post("https://localhost:1/", &[], String::new()).await;
        assert_eq!(sent, Err(OutgoingError::Private));
        let asked = allowing("").fetch(Request::get("https://localhost:1/").body(vec![]).unwrap(), 10).await;
        assert_eq!(asked.unwrap_err(), OutgoingError::Private);
    }
}
