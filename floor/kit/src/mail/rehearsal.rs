//! A mail sent for the sake of what the mail server says: every line of the conversation, for whoever sets the portal up.

use lettre::address::Envelope;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as MailCommand, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;

use super::{AutoSubmitted, SERVER_SILENT, write_whole};
use crate::settings::{MailSettings, Settings, SmtpTls, Transport};

/// One line of the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whether the portal said it, not the server
    pub is_ours: bool,
    /// What was said; passwords are left out
    pub text: String,
}

/// How a mail was handed over, or why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsal {
    /// What was said
    pub lines: Vec<Line>,
    /// Whether the mail was taken
    pub was_taken: bool,
}

impl Rehearsal {
    fn says(&mut self, is_ours: bool, text: impl Into<String>) {
        self.lines.push(Line { is_ours, text: text.into() });
    }

    fn hears(&mut self, answer: Result<Response, lettre::transport::smtp::Error>) -> Result<(), ()> {
        match answer {
            Ok(answer) => {
                let text = answer.message().collect::<Vec<_>>().join(" / ");
                self.says(false, format!("{} {text}", answer.code()));
                Ok(())
            }
            Err(error) => {
                self.says(false, told(&error));
                Err(())
            }
        }
    }
}

/// The error with what caused it: the outer one alone seldom says what to do.
fn told(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let more = inner.to_string();
        if !text.contains(&more) {
            text += &format!(": {more}");
        }
        cause = inner.source();
    }
    text
}

/// Sends a mail to this address by the way that the settings name, outside the queue, and tells what was said.
pub async fn rehearse(settings: &Settings, to: &str, subject: &str, body: &str) -> Rehearsal {
    let mut rehearsal = Rehearsal { lines: vec![], was_taken: false };
    let message = match message(&settings.mail, to, subject, body) {
        Ok(message) => message,
        Err(error) => {
            rehearsal.says(true, told(error.as_ref()));
            return rehearsal;
        }
    };
    rehearsal.was_taken = match settings.mail.transport {
        Transport::Folder => into_folder(settings, &message, &mut rehearsal).await,
        Transport::Smtp => converse(settings, &message, &mut rehearsal).await.is_ok(),
    };
    rehearsal
}

fn message(
    settings: &MailSettings,
    to: &str,
    subject: &str,
    body: &str,
) -> Result<Message, Box<dyn std::error::Error + Send + Sync>> {
    let from: Mailbox = settings.from.parse()?;
    let to = Mailbox::new(None, to.parse()?);
    Ok(Message::builder().from(from).to(to).subject(subject).header(AutoSubmitted).body(body.to_owned())?)
}

async fn into_folder(settings: &Settings, message: &Message, rehearsal: &mut Rehearsal) -> bool {
    let folder = settings.mail_folder();
    let name = format!("rehearsal-{}.eml", crate::chance::secret_hex(8));
    let written = write_whole(&folder, &name, &message.formatted()).await;
    rehearsal.says(true, folder.join(name).display().to_string());
    if let Err(error) = &written {
        rehearsal.says(false, error.to_string());
    }
    written.is_ok()
}

async fn converse(settings: &Settings, message: &Message, rehearsal: &mut Rehearsal) -> Result<(), ()> {
    let mail = &settings.mail;
    let hello = ClientId::Domain(settings.base_host());
    let mut server = connect(mail, &hello, rehearsal).await?;
    let ended = hand_over(mail, &mut server, &hello, message, rehearsal).await;
    rehearsal.says(true, "QUIT");
    // A server that has gone already has taken or refused the mail before.
    let _gone = rehearsal.hears(server.quit().await);
    ended
}

async fn connect(mail: &MailSettings, hello: &ClientId, rehearsal: &mut Rehearsal) -> Result<AsyncSmtpConnection, ()> {
    let tls = match mail.smtp_tls {
        SmtpTls::Implicit => Some(tls(mail, rehearsal)?),
        SmtpTls::Starttls | SmtpTls::None => None,
    };
    let place = format!("{}:{}", mail.smtp_host, mail.smtp_port);
    rehearsal.says(true, format!("{place}{}", if tls.is_some() { " TLS" } else { "" }));
    let at = (mail.smtp_host.as_str(), mail.smtp_port);
    let opened = AsyncSmtpConnection::connect_tokio1(at, Some(SERVER_SILENT), hello, tls, None).await;
    match opened {
        Ok(server) => {
            rehearsal.says(true, format!("EHLO {hello}"));
            rehearsal.says(false, server.server_info().to_string());
            Ok(server)
        }
        Err(error) => {
            rehearsal.says(false, told(&error));
            Err(())
        }
    }
}

fn tls(mail: &MailSettings, rehearsal: &mut Rehearsal) -> Result<TlsParameters, ()> {
    TlsParameters::new(mail.smtp_host.clone()).map_err(|error| rehearsal.says(false, told(&error)))
}

async fn hand_over(
    mail: &MailSettings,
    server: &mut AsyncSmtpConnection,
    hello: &ClientId,
    message: &Message,
    rehearsal: &mut Rehearsal,
) -> Result<(), ()> {
    if mail.smtp_tls == SmtpTls::Starttls {
        rehearsal.says(true, "STARTTLS");
        let parameters = tls(mail, rehearsal)?;
        if let Err(error) = server.starttls(parameters, hello).await {
            rehearsal.says(false, told(&error));
            return Err(());
        }
        rehearsal.says(false, format!("220 TLS / {}", server.server_info()));
    }
    if let (Some(user), Some(password)) = (&mail.smtp_user, &mail.smtp_password) {
        rehearsal.says(true, format!("AUTH {user} ***"));
        let credentials = Credentials::new(user.clone(), password.reveal().into());
        let answer = server.auth(&[Mechanism::Plain, Mechanism::Login], &credentials).await;
        rehearsal.hears(answer)?;
    }
    say_mail(server, message.envelope(), message, rehearsal).await
}

async fn say_mail(
    server: &mut AsyncSmtpConnection,
    envelope: &Envelope,
    message: &Message,
    rehearsal: &mut Rehearsal,
) -> Result<(), ()> {
    let from = MailCommand::new(envelope.from().cloned(), vec![]);
    rehearsal.says(true, from.to_string().trim_end());
    let answer = server.command(from).await;
    rehearsal.hears(answer)?;
    for to in envelope.to() {
        let to = Rcpt::new(to.clone(), vec![]);
        rehearsal.says(true, to.to_string().trim_end());
        let answer = server.command(to).await;
        rehearsal.hears(answer)?;
    }
    rehearsal.says(true, "DATA");
    let answer = server.command(Data).await;
    rehearsal.hears(answer)?;
    let content = message.formatted();
    rehearsal.says(true, format!("({} bytes)", content.len()));
    let answer = server.message(&content).await;
    rehearsal.hears(answer)
}
