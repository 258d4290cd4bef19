//! The pages of mails.

use askama::Template;
use axum::extract::State;
use base::{Lang, Zone};
use kit::actor::Actor;
use kit::fault::Fault;
use kit::format;
use kit::mail::{self, Sent};
use kit::page::Page;
use kit::parts::Empty;
use kit::web::{Answer, App, Visit, show};

use super::access;
use crate::Words;
use crate::organisations;
use crate::persons;

/// The demo shows this many of the latest mails.
const DEMO_MAILS_MAX: usize = 60;

#[derive(Template)]
#[template(path = "inbox/mails.html")]
struct MailsPage {
    page: Page,
    words: &'static Words,
    demo: bool,
    mails: Vec<MailRow>,
}

impl MailsPage {
    fn empty(&self) -> Empty {
        Empty::new(self.words.inbox_none(), self.words.inbox_none_text())
    }
}

struct MailRow {
    to: String,
    lang: &'static str,
    subject: String,
    at: String,
    paragraphs: Vec<Vec<String>>,
    link: Option<(String, String)>,
}

impl MailRow {
    fn new(sent: Sent, lang: Lang, zone: Zone) -> Self {
        let lines = |paragraph: &str| paragraph.lines().map(str::to_owned).collect();
        Self {
            to: sent.to_address,
            lang: sent.lang.unwrap_or(lang).tag(),
            subject: sent.subject,
            at: format::moment(lang, zone, sent.created_at),
            paragraphs: sent.body.trim().split("\n\n").map(lines).collect(),
            link: sent.link,
        }
    }
}

/// Everything the portal has sent me, newest first.
pub async fn inbox(State(app): State<App>, visit: Visit) -> Answer {
    let lang = visit.lang();
    let mails = app
        .db()
        .read(visit.actor(), async |tx| {
            let oneself = access::own(tx.actor())?;
            let home = persons::find(&tx, oneself.id()).await?.home;
            let zone = organisations::find(&tx, home).await?.zone;
            let sent = mail::to_oneself(&tx, oneself).await?;
            Ok(sent.into_iter().map(|sent| MailRow::new(sent, lang, zone)).collect())
        })
        .await?;
    show(&MailsPage { page: visit.page(&app), words: crate::words(lang), demo: false, mails })
}

/// The latest mails of the whole demo town, so that signing in by a link can be tried without a mailbox.
pub async fn demo_mails(State(app): State<App>, visit: Visit) -> Answer {
    let lang = visit.lang();
    let all = app.db().read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    let mut mails: Vec<(Sent, Zone)> = vec![];
    for organisation in all {
        let sent: Result<Vec<Sent>, Fault> = app
            .db()
            .read(&Actor::portal(organisation.id), async |tx| match access::of_demo(tx.actor(), organisation.id) {
                Some(owner) => Ok(mail::of_owner(&tx, owner).await?),
                None => Ok(vec![]),
            })
            .await;
        mails.extend(sent?.into_iter().map(|sent| (sent, organisation.zone)));
    }
    mails.sort_by_key(|(sent, _)| std::cmp::Reverse((sent.created_at, sent.id)));
    mails.truncate(DEMO_MAILS_MAX);
    let mails = mails.into_iter().map(|(sent, zone)| MailRow::new(sent, lang, zone)).collect();
    show(&MailsPage { page: visit.page(&app), words: crate::words(lang), demo: true, mails })
}
