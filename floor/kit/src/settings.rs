//! What an operator decides: where the portal lives and how much it takes.

/// Everything that can be set. The defaults are safe for the open net.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether this is the demo: personas on the sign-in page, mails to read, a banner.
    pub demo: bool,
    /// The address readers use, without a slash at the end; links in mails begin with it.
    pub base_url: String,
    /// Requests a second let through from one address, which may be a whole campus; a session gets a hundredth of it.
    /// Five times as many pass for a moment.
    pub requests_per_second: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { demo: false, base_url: "http://127.0.0.1:8080".into(), requests_per_second: 3_000 }
    }
}
