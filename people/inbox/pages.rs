//! The pages of mails.

use askama::Template;
use axum::extract::State;
use base::{Lang, Zone};
use kit::actor::Actor;
use kit::fault::Fault;
use kit::format;
use kit::list::{List, ListQuery};
use kit::mail::{self, Sent};
use kit::page::Page;
use kit::parts::{Empty, Finder};
use kit::table::Pages;
use kit::web::{Answer, App, Query, Visit, show};

use super::access;
use crate::Words;
use crate::organisations;
use crate::persons;

#[derive(Template)]
#[template(path = "inbox/mails.html")]
struct MailsPage {
    page: Page,
    words: &'static Words,
    demo: bool,
    mails: Vec<MailRow>,
    finder: Finder,
    pages: Pages,
}

impl MailsPage {
    fn empty(&self) -> Empty {
        match self.finder.value.is_empty() {
            true => Empty::new(self.words.inbox_none(), self.words.inbox_none_text()),
            false => Empty::new(self.words.inbox_none_found(), self.words.inbox_none_found_text()),
        }
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
pub async fn inbox(State(app): State<App>, visit: Visit, Query(query): Query<ListQuery>) -> Answer {
    let mails = app
        .db()
        .read(visit.actor(), async |tx| {
            let oneself = access::own(tx.actor())?;
            let home = persons::find(&tx, oneself.id()).await?.home;
            let zone = organisations::find(&tx, home).await?.zone;
            let sent = mail::to_oneself(&tx, oneself).await?;
            Ok(sent.into_iter().map(|sent| (sent, zone)).collect())
        })
        .await?;
    show(&page(&app, &visit, &query, mails, false))
}

/// The latest mails of the whole demo town, so that signing in by a link can be tried without a mailbox.
pub async fn demo_mails(State(app): State<App>, visit: Visit, Query(query): Query<ListQuery>) -> Answer {
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
    show(&page(&app, &visit, &query, mails, true))
}

/// One page of the mails that hold what is searched for; in the demo also by whom they went to.
fn page(app: &App, visit: &Visit, query: &ListQuery, mut mails: Vec<(Sent, Zone)>, demo: bool) -> MailsPage {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let list = List::new(if demo { "/demo/mails" } else { "/inbox" }, query);
    mails.retain(|(sent, _)| format::holds_words(query.search(), &[&sent.subject, &sent.body, &sent.to_address]));
    let all = mails.len();
    let shown = mails.into_iter().skip(list.first()).take(List::ROWS);
    MailsPage {
        page: visit.page(app),
        words,
        demo,
        mails: shown.map(|(sent, zone)| MailRow::new(sent, lang, zone)).collect(),
        finder: Finder {
            words: kit::words(lang),
            label: words.inbox_search().to_string(),
            value: query.search().into(),
            clear_href: list.clear_href(),
        },
        pages: list.pages(all, |from, to, all| words.inbox_pages(from, to, all)),
    }
}
