//! Paths of our own: what a redirect may lead to, whoever wrote it.

/// A path of our own, safe to redirect to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalPath(String);

impl LocalPath {
    /// The longest path, in bytes.
    pub const BYTES_MAX: usize = 1_000;

    /// The path, when every browser will read it as one of ours: it begins with a single slash, and holds nothing that a
    /// browser drops, decodes or takes for a slash.
    pub fn new(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~?=&%+,:@!$'()*;".contains(&byte);
        let holds = text.starts_with('/')
            && text.len() <= Self::BYTES_MAX
            && text.bytes().all(plain)
            && !text.starts_with("//")
            && !text
                .split(['?'])
                .next()
                .unwrap_or_default()
                .split('/')
                .any(|part| part == "." || part == ".." || part.contains('%'));
        holds.then(|| Self(text.to_owned()))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_our_own_are_kept_as_they_are() {
        for path in ["/", "/my/rounds/0190", "/rounds?sort=name&page=2", "/rounds?q=b%C3%B8", "/my/placement?lang=nn"] {
            assert_eq!(LocalPath::new(path).as_ref().map(LocalPath::as_str), Some(path));
        }
    }

    /// Each stem in many dresses; how a browser reads an address is written down in the URL standard (WHATWG).
    #[test]
    fn two_hundred_forms_of_an_address_elsewhere_are_refused() {
        let stems = [
            "evil.example",
            "evil.example/x",
            "user@evil.example",
            "evil.example:8443",
            "[::1]",
            "0x7f000001",
            "ⅇvil.example",
            "evil。example",
        ];
        let dresses = [
            "{}",
            "//{}",
            "///{}",
            "/\\{}",
            "\\\\{}",
            "\\/{}",
            "http://{}",
            "HTTPS://{}",
            "http:/{}",
            "http:{}",
            "/\t/{}",
            "/\n/{}",
            "\t//{}",
            " //{}",
            "/ /{}",
            "//%09/{}",
            "/%2f{}",
            "/%5c{}",
            "/.//{}",
            "/..//{}",
            "/x/..//..//{}",
            "ftp://{}",
            "javascript://{}",
            "data:text/html,{}",
            "//\\{}",
            "/\u{0}/{}",
            "/\u{a0}/{}",
            "\u{feff}//{}",
            "?//{}",
            "#//{}",
            "/x#//{}",
            "/\r\nlocation: //{}",
            "/\u{2028}/{}",
        ];
        let mut tried = 0;
        for stem in stems {
            for dress in dresses {
                let form = dress.replace("{}", stem);
                assert_eq!(LocalPath::new(&form), None, "{form:?} would have been followed");
                tried += 1;
            }
        }
        assert!(tried >= 200, "{tried}");
    }
}
