//! Outgoing mail. A mail is a row and a job, both in the transaction that causes it; it leaves the house once per row.
//!
//! A mail server may take a mail and the portal die before it has noted so. The repeat then carries the same
//! `Message-ID`, by which mail servers and readers know the two as one; in the folder it is the same file.

mod rehearsal;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use base::{Lang, MailId, Moment, OrganisationId, PersonId};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use serde::{Deserialize, Serialize};
use tokio::io::AsyncWriteExt;

pub use rehearsal::{Line, Rehearsal, rehearse};

use crate::actor::{Actor, Oneself, Owner};
use crate::bounce::{self, Returned};
use crate::db::Tx;
use crate::fault::{Fault, Kind, Problem};
use crate::jobs::{self, Handler, Job, NewJob};
use crate::settings::{MailSettings, Settings, SmtpTls, Transport};
use crate::tables::{mail, recipient};
use crate::web::App;

/// The kind of job that sends mails.
pub const KIND: &str = "mail";
/// A subject is cut at this length, in letters.
pub const SUBJECT_LENGTH_MAX: usize = 200;
/// No list of mails is longer.
pub const MAILS_MAX: u64 = 500;
/// One job sends at most this many.
const MAILS_PER_JOB: usize = 50;
/// Rows written with one statement.
const ROWS_AT_ONCE: usize = 500;
/// A mail server that is silent for this long is not there.
const SERVER_SILENT: Duration = Duration::from_secs(30);

/// A mail to a person, plain text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mail {
    /// The organisation in whose name it goes out
    pub owner: OrganisationId,
    /// To whom; the address is looked up
    pub person: PersonId,
    /// The language it is written in
    pub lang: Lang,
    /// Such as "round-published"
    pub kind: &'static str,
    /// One mail for one cause: a second one with the same key is not made
    pub unique_key: Option<String>,
    /// Subject, one line
    pub subject: String,
    /// Text without the link
    pub body: String,
    /// The one thing to open
    pub link: Option<Link>,
}

/// A link at the foot of a mail.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    label: String,
    path: String,
    opens: bool,
}

impl Link {
    /// To a page of the portal, such as `/my/placement`.
    pub fn to(label: impl Into<String>, path: impl Into<String>) -> Self {
        Self { label: label.into(), path: path.into(), opens: false }
    }

    /// What it says.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Where it leads.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// A link that opens something for whoever holds it: emptied from the row once the mail is sent.
    pub fn opening(label: impl Into<String>, path: impl Into<String>) -> Self {
        Self { opens: true, ..Self::to(label, path) }
    }
}

/// A mail to the mailbox of a role, plain text: nobody's own, so it opens nothing by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct BoxMail {
    /// The organisation in whose name it goes out
    pub owner: OrganisationId,
    /// To which address
    pub address: String,
    /// The language it is written in
    pub lang: Lang,
    /// Such as "message"
    pub kind: &'static str,
    /// One mail for one cause: a second one with the same key is not made
    pub unique_key: Option<String>,
    /// Subject, one line
    pub subject: String,
    /// Text without the link
    pub body: String,
    /// The page it is about
    pub link: Option<Link>,
}

/// Sends a mail, when the transaction is committed. `None`: the person has no address.
/// # Errors
/// What the database answers.
pub async fn send(tx: &Tx, mail: Mail) -> Result<Option<MailId>, DbErr> {
    Ok(send_many(tx, vec![mail]).await?.first().copied())
}

/// Sends many mails with few statements. Answers the ids of those whose person has an address.
/// # Errors
/// What the database answers.
pub async fn send_many(tx: &Tx, mails: Vec<Mail>) -> Result<Vec<MailId>, DbErr> {
    let addresses = addresses(tx, &mails).await?;
    let addressed = mails.into_iter().filter_map(|mail| {
        let Mail { owner, person, lang, kind, unique_key, subject, body, link } = mail;
        let address = addresses.get(&person)?.clone();
        Some((Some(person), BoxMail { owner, address, lang, kind, unique_key, subject, body, link }))
    });
    post(tx, addressed.collect()).await
}

/// Sends a mail to a person at an address that the caller keeps: the register has none of whoever's data is put away.
/// # Errors
/// What the database answers.
pub async fn send_at(tx: &Tx, address: &str, mail: Mail) -> Result<(), DbErr> {
    let Mail { owner, person, lang, kind, unique_key, subject, body, link } = mail;
    let address = address.to_owned();
    let mail = BoxMail { owner, address, lang, kind, unique_key, subject, body, link };
    post(tx, vec![(Some(person), mail)]).await.map(drop)
}

/// Sends mails to mailboxes of roles. A link in them leads to a page that asks who opens it.
/// # Errors
/// What the database answers.
pub async fn send_to_boxes(tx: &Tx, mails: Vec<BoxMail>) -> Result<Vec<MailId>, DbErr> {
    assert!(
        mails.iter().all(|mail| mail.link.as_ref().is_none_or(|link| !link.opens)),
        "a mailbox that several people read gets no link that signs somebody in"
    );
    post(tx, mails.into_iter().map(|mail| (None, mail)).collect()).await
}

async fn post(tx: &Tx, mails: Vec<(Option<PersonId>, BoxMail)>) -> Result<Vec<MailId>, DbErr> {
    let rows: Vec<_> = mails.into_iter().map(|(person, mail)| row(tx, person, mail)).collect();
    let ids: Vec<_> = rows.iter().map(|row| row.1).collect();
    let owners: Vec<_> = rows.iter().map(|row| row.0).collect();
    let mut rows = rows.into_iter().map(|row| row.2).peekable();
    while rows.peek().is_some() {
        let nothing = OnConflict::columns([mail::Column::OwnerId, mail::Column::UniqueKey]).do_nothing().to_owned();
        let some: Vec<_> = rows.by_ref().take(ROWS_AT_ONCE).collect();
        mail::Entity::insert_many(some).on_conflict(nothing).exec_without_returning(tx).await?;
    }
    let numbered: Vec<_> = owners.into_iter().zip(&ids).collect();
    for of_owner in numbered.chunk_by(|one, next| one.0 == next.0) {
        for some in of_owner.chunks(MAILS_PER_JOB) {
            let payload = Payload { mails: some.iter().map(|(_, id)| **id).collect() };
            let payload = serde_json::to_value(payload).map_err(|error| DbErr::Json(error.to_string()))?;
            jobs::enqueue(tx, NewJob::of(some[0].0, KIND, payload)).await?;
        }
    }
    Ok(ids)
}

#[derive(Serialize, Deserialize)]
struct Payload {
    mails: Vec<MailId>,
}

/// Where mail reaches somebody; an address that is protected stands apart, and is only written on the envelope.
const ADDRESS: &str = "coalesce(persons.email, (SELECT p.email FROM protections p WHERE p.person_id = persons.id))";

async fn addresses(tx: &Tx, mails: &[Mail]) -> Result<HashMap<PersonId, String>, DbErr> {
    let mut found = HashMap::with_capacity(mails.len());
    for some in mails.chunks(ROWS_AT_ONCE) {
        let people: Vec<(PersonId, Option<String>)> = recipient::Entity::find()
            .select_only()
            .column(recipient::Column::Id)
            .expr_as(Expr::cust(ADDRESS), "address")
            .filter(recipient::COLUMN.id.is_in(some.iter().map(|mail| mail.person)))
            .order_by_asc(recipient::Column::Id)
            .into_tuple()
            .all(tx)
            .await?;
        found.extend(people.into_iter().filter_map(|(person, email)| Some((person, email?))));
    }
    Ok(found)
}

fn row(tx: &Tx, person: Option<PersonId>, mail: BoxMail) -> (OrganisationId, MailId, mail::ActiveModel) {
    let id = tx.new_id();
    let (label, path, opens) = match mail.link {
        Some(link) => (Some(link.label), Some(link.path), link.opens),
        None => (None, None, false),
    };
    let row = mail::ActiveModel {
        owner_id: Set(mail.owner),
        id: Set(id),
        person_id: Set(person),
        to_address: Set(mail.address),
        lang: Set(mail.lang.tag().into()),
        kind: Set(mail.kind.into()),
        subject: Set(one_line(&mail.subject)),
        body: Set(mail.body),
        link_label: Set(label),
        link_path: Set(path),
        link_opens: Set(opens),
        unique_key: Set(mail.unique_key),
        created_at: Set(tx.now()),
        sent_at: Set(None),
    };
    (mail.owner, id, row)
}

/// A line break in a subject would begin a header of somebody else's making.
fn one_line(subject: &str) -> String {
    let clean = subject.chars().map(|sign| if sign.is_control() { ' ' } else { sign });
    clean.take(SUBJECT_LENGTH_MAX).collect()
}

/// A mail, to show.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// Which
    pub id: MailId,
    /// To whom
    pub person: Option<PersonId>,
    /// To which address
    pub to_address: String,
    /// The language it is written in
    pub lang: Option<Lang>,
    /// What it is about
    pub kind: String,
    /// Its subject
    pub subject: String,
    /// Its text without the link
    pub body: String,
    /// Label and path of its link; gone when the link opened something and the mail is sent
    pub link: Option<(String, String)>,
    /// When it was made
    pub created_at: Moment,
    /// When it left the house
    pub sent_at: Option<Moment>,
}

impl From<mail::Model> for Sent {
    fn from(row: mail::Model) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            to_address: row.to_address,
            lang: Lang::from_tag(&row.lang),
            kind: row.kind,
            subject: row.subject,
            body: row.body,
            link: row.link_label.zip(row.link_path),
            created_at: row.created_at,
            sent_at: row.sent_at,
        }
    }
}

/// The latest mails to oneself, newest first; at most [`MAILS_MAX`].
/// # Errors
/// What the database answers.
pub async fn to_oneself(tx: &Tx, person: Oneself) -> Result<Vec<Sent>, DbErr> {
    let mine = mail::Entity::find().filter(mail::Column::PersonId.eq(person.id()));
    let rows = mine.order_by_desc(mail::Column::Id).limit(MAILS_MAX).all(tx).await?;
    Ok(rows.into_iter().map(Sent::from).collect())
}

/// The latest mails of an organisation, newest first; at most [`MAILS_MAX`].
/// # Errors
/// What the database answers.
pub async fn of_owner(tx: &Tx, owner: Owner) -> Result<Vec<Sent>, DbErr> {
    let of_owner = mail::Entity::find().filter(mail::COLUMN.owner_id.eq(owner.id()));
    let rows = of_owner.order_by_desc(mail::Column::Id).limit(MAILS_MAX).all(tx).await?;
    Ok(rows.into_iter().map(Sent::from).collect())
}

/// The handlers of this module. The app must have been given a [`Mailer`] as a part.
pub fn handlers() -> Vec<Handler> {
    vec![Handler::new(KIND, deliver).goes_out()]
}

/// Some mails of a job could not be sent; those that were are not sent again.
#[derive(Debug, thiserror::Error)]
#[error("{failed} of {all} mails could not be sent; the first: {first}")]
struct Undelivered {
    failed: usize,
    all: usize,
    first: String,
}

impl Problem for Undelivered {
    fn kind(&self) -> Kind {
        Kind::Conflict
    }
    fn name(&self) -> &'static str {
        "mail-undelivered"
    }
    fn tell(&self, lang: Lang) -> String {
        crate::words(lang).pages_failed_text().to_string()
    }
}

async fn deliver(app: App, job: Job) -> Result<(), Fault> {
    let Payload { mails } = job.payload()?;
    if app.db().read(&job.actor(), async |tx| Ok(is_practice(&tx, job.organisation).await?)).await? {
        return keep_inside(&app, &job, &mails).await;
    }
    let mut errors = vec![];
    for id in &mails {
        if let Err(error) = deliver_one(&app, &job, *id).await? {
            errors.push(error);
        }
    }
    let failed = errors.len();
    match errors.into_iter().next() {
        Some(first) => Err(Undelivered { failed, all: mails.len(), first }.into()),
        None => app.db().write(&job.actor(), async |tx| jobs::finish(&tx, &job).await).await,
    }
}

/// Whether the organisation is a copy to practise in.
async fn is_practice(tx: &Tx, organisation: OrganisationId) -> Result<bool, DbErr> {
    let sql = "SELECT id FROM organisations WHERE id = $1 AND practice_of_id IS NOT NULL";
    let statement = Statement::from_sql_and_values(tx.backend(), sql, [organisation.into()]);
    Ok(tx.query_one_raw(statement).await?.is_some())
}

/// Mails of a copy to practise in go nowhere: they count as sent and are read in the copy.
async fn keep_inside(app: &App, job: &Job, mails: &[MailId]) -> Result<(), Fault> {
    app.db()
        .write(&job.actor(), async |tx| {
            jobs::finish(&tx, job).await?;
            mail::Entity::update_many()
                .col_expr(mail::Column::SentAt, Expr::value(tx.now()))
                .col_expr(mail::Column::LinkPath, link_kept_inside())
                .filter(mail::COLUMN.owner_id.eq(job.organisation))
                .filter(mail::COLUMN.id.is_in(mails.iter().copied()))
                .filter(mail::Column::SentAt.is_null())
                .exec(&tx)
                .await?;
            Ok(())
        })
        .await
}

/// A link that opens something is emptied, as it is when a mail leaves the house.
fn link_kept_inside() -> SimpleExpr {
    let opens = Expr::col(mail::Column::LinkOpens).eq(true);
    Expr::case(opens, Expr::value(None::<String>)).finally(Expr::col(mail::Column::LinkPath)).into()
}

/// The inner error is the mail's own: the others go out nevertheless.
async fn deliver_one(app: &App, job: &Job, id: MailId) -> Result<Result<(), String>, Fault> {
    let actor = job.actor();
    let key = (job.organisation, id);
    let found = app.db().read(&actor, async |tx| Ok(mail::Entity::find_by_id(key).one(&tx).await?)).await?;
    // No row: another mail for the same cause was first.
    let Some(row) = found.filter(|row| row.sent_at.is_none()) else { return Ok(Ok(())) };
    // Whoever asks for a way in is always tried: it is how they would put a wrong note right.
    if !row.link_opens && bounces(app, &row).await? {
        metrics::counter!("mails_total", "outcome" => "held").increment(1);
        return Ok(Ok(()));
    }
    match app.part::<Mailer>().send(&row).await {
        Ok(()) => {}
        Err(Refusal::Later(error)) => {
            metrics::counter!("mails_total", "outcome" => "failed").increment(1);
            return Ok(Err(error));
        }
        Err(Refusal::Never(reason)) => {
            metrics::counter!("mails_total", "outcome" => "bounced").increment(1);
            let note = async |tx| Ok(bounce::note(&tx, &row.to_address, &reason).await?);
            app.db().write(&actor, note).await?;
            return Ok(Ok(()));
        }
    }
    jobs::failpoint("mail:delivered");
    let keeps_links = app.settings().demo; // the demo's inbox is where its links are opened
    app.db()
        .write(&actor, async |tx| {
            jobs::hold(&tx, job).await?;
            let mut sent = mail::Entity::update_many().col_expr(mail::Column::SentAt, Expr::value(tx.now()));
            if row.link_opens && !keeps_links {
                sent = sent.col_expr(mail::Column::LinkPath, Expr::value(None::<String>));
            }
            sent.filter(mail::COLUMN.owner_id.eq(key.0))
                .filter(mail::COLUMN.id.eq(key.1))
                .filter(mail::Column::SentAt.is_null())
                .exec(&tx)
                .await?;
            if row.link_opens {
                bounce::clear(&tx, &row.to_address).await?;
            }
            Ok(())
        })
        .await?;
    metrics::counter!("mails_total", "outcome" => "sent").increment(1);
    Ok(Ok(()))
}

/// Whether the address is known to take no mail.
async fn bounces(app: &App, row: &mail::Model) -> Result<bool, Fault> {
    let actor = Actor::portal(row.owner_id);
    app.db().read(&actor, async |tx| Ok(bounce::of_address(&tx, &row.to_address).await?.is_some())).await
}

/// Notes that a mail of ours came back. False: we sent no such mail to this address.
/// # Errors
/// What the database answers.
pub async fn note_returned(app: &App, organisation: OrganisationId, returned: &Returned) -> Result<bool, Fault> {
    let key = (organisation, returned.mail);
    app.db()
        .write(&Actor::portal(organisation), async |tx| {
            let row = mail::Entity::find_by_id(key).one(&tx).await?;
            let ours = row.is_some_and(|row| row.to_address.eq_ignore_ascii_case(&returned.address));
            if ours {
                bounce::note(&tx, &returned.address, &returned.reason).await?;
            }
            Ok(ours)
        })
        .await
}

/// Why a mail did not leave the house.
enum Refusal {
    /// It may another time
    Later(String),
    /// The address takes no mail
    Never(String),
}

impl Refusal {
    /// What a mail server answered. Only answers about the address itself are for good: 550, 551 and 553, unless the
    /// server adds that its rules, not the address, stand in the way.
    fn of_server(error: &lettre::transport::smtp::Error) -> Self {
        let text = error.to_string();
        let code = error.status().map(|code| code.to_string()).unwrap_or_default();
        let by_rule = text.contains("5.7.") || text.contains("5.3.") || text.contains("5.4.");
        match ["550", "551", "553"].contains(&code.as_str()) && !by_rule {
            true => Self::Never(text),
            false => Self::Later(text),
        }
    }
}

/// Where mail leaves the house: a mail server, or a folder of `.eml` files.
#[derive(Clone)]
pub struct Mailer(Arc<Outlet>);

struct Outlet {
    from: Mailbox,
    base_url: String,
    /// The right side of message ids
    host: String,
    way: Way,
}

enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// Mail cannot leave the house as it is set up.
#[derive(Debug, thiserror::Error)]
#[error("{key} = {value:?}: {remedy}")]
pub struct MailerError {
    key: &'static str,
    value: String,
    remedy: String,
}

impl Mailer {
    /// The way out that the settings name. The mail server is not asked before the first mail.
    /// # Errors
    /// [`MailerError`] names the setting that cannot be used.
    pub fn open(settings: &Settings) -> Result<Self, MailerError> {
        let MailSettings { from, transport, .. } = &settings.mail;
        let wrong = |key, value: &str, remedy: String| MailerError { key, value: value.into(), remedy };
        let from: Mailbox = from
            .parse()
            .map_err(|error| wrong("mail.from", from, format!("{error}; write it as `Name <name@example.org>`")))?;
        let way = match transport {
            Transport::Folder => {
                let folder = settings.mail_folder();
                std::fs::create_dir_all(&folder).map_err(|error| {
                    wrong("mail.folder", &folder.display().to_string(), format!("the folder cannot be made: {error}"))
                })?;
                Way::Folder(folder)
            }
            Transport::Smtp => Way::Smtp(smtp(&settings.mail).map_err(|error| {
                wrong("mail.smtp_host", &settings.mail.smtp_host, format!("no connection can be set up: {error}"))
            })?),
        };
        let host = settings.base_host();
        Ok(Self(Arc::new(Outlet { from, base_url: settings.base_url.trim_end_matches('/').into(), host, way })))
    }

    async fn send(&self, row: &mail::Model) -> Result<(), Refusal> {
        let message = self.message(row).map_err(|error| Refusal::Later(error.to_string()))?;
        match &self.0.way {
            Way::Smtp(server) => server.send(message).await.map(drop).map_err(|error| Refusal::of_server(&error)),
            Way::Folder(folder) => {
                let written = write_whole(folder, &format!("{}.eml", row.id), &message.formatted()).await;
                written.map_err(|error| Refusal::Later(format!("{}: {error}", folder.display())))
            }
        }
    }

    fn message(&self, row: &mail::Model) -> Result<Message, Box<dyn std::error::Error + Send + Sync>> {
        let mut text = row.body.trim_end().replace("\r\n", "\n");
        if let (Some(label), Some(path)) = (&row.link_label, &row.link_path) {
            text += &format!("\n\n{label}:\n{}{path}", self.0.base_url);
        }
        text.push('\n');
        let to = Mailbox::new(None, row.to_address.parse()?);
        Ok(Message::builder()
            .from(self.0.from.clone())
            .to(to)
            .subject(row.subject.clone())
            .date(row.created_at.into())
            .message_id(Some(format!("<{}@{}>", row.id, self.0.host)))
            .header(AutoSubmitted)
            .header(ContentLanguage(row.lang.clone()))
            .header(ContentType::TEXT_PLAIN)
            .body(text)?)
    }
}

fn smtp(settings: &MailSettings) -> Result<AsyncSmtpTransport<Tokio1Executor>, lettre::transport::smtp::Error> {
    let host = settings.smtp_host.clone();
    let tls = match settings.smtp_tls {
        SmtpTls::Starttls => Tls::Required(TlsParameters::new(host.clone())?),
        SmtpTls::Implicit => Tls::Wrapper(TlsParameters::new(host.clone())?),
        SmtpTls::None => Tls::None,
    };
    let mut server = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
        .port(settings.smtp_port)
        .tls(tls)
        .timeout(Some(SERVER_SILENT));
    if let (Some(user), Some(password)) = (&settings.smtp_user, &settings.smtp_password) {
        server = server.credentials(Credentials::new(user.clone(), password.reveal().into()));
    }
    Ok(server.build())
}

/// The file is there whole or not at all, also after a power cut.
async fn write_whole(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let beside = folder.join(format!(".{name}.new"));
    let mut file = tokio::fs::File::create(&beside).await?;
    file.write_all(bytes).await?;
    file.sync_all().await?;
    tokio::fs::rename(&beside, folder.join(name)).await
}

/// Tells other machines that no human wrote this, so that none answers by itself (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".into())
    }
}

#[derive(Clone)]
struct ContentLanguage(String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }
    fn parse(value: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(value.into()))
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_one_line() {
        assert_eq!(one_line("Your place\r\nBcc: all@example.org"), "Your place  Bcc: all@example.org");
        assert_eq!(one_line(&"å".repeat(300)).chars().count(), SUBJECT_LENGTH_MAX);
    }
}
