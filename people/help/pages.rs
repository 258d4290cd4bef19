//! The pages everybody may read.

use askama::Template;
use axum::extract::State;
use kit::page::Page;
use kit::web::{Answer, App, Visit, show};

use crate::Words;
use crate::organisations::{self, Organisation};

/// The help page names at most this many contact points.
const CONTACTS_MAX: usize = 50;

#[derive(Template)]
#[template(path = "help/help.html")]
struct HelpPage {
    page: Page,
    words: &'static Words,
    offices: Vec<Organisation>,
}

#[derive(Template)]
#[template(path = "help/was.html")]
struct AccessibilityPage {
    page: Page,
    words: &'static Words,
}

#[derive(Template)]
#[template(path = "help/privacy.html")]
struct PrivacyPage {
    page: Page,
    words: &'static Words,
}

/// Whom to ask, and how things work.
pub async fn help(State(app): State<App>, visit: Visit) -> Answer {
    // One's own offices only: who else takes part is nobody's business before signing in.
    let own = visit.actor().organisations();
    let mut offices = app.db().read(visit.actor(), async |tx| organisations::find_many(&tx, &own).await).await?;
    offices.retain(|office| !office.contact.email.is_empty() || !office.contact.phone.is_empty());
    offices.truncate(CONTACTS_MAX);
    show(&HelpPage { page: visit.page(&app), words: crate::words(visit.lang()), offices })
}

/// The accessibility statement.
pub async fn accessibility(State(app): State<App>, visit: Visit) -> Answer {
    show(&AccessibilityPage { page: visit.page(&app), words: crate::words(visit.lang()) })
}

/// What is kept about people, why and how long.
pub async fn privacy(State(app): State<App>, visit: Visit) -> Answer {
    show(&PrivacyPage { page: visit.page(&app), words: crate::words(visit.lang()) })
}
