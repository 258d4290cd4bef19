//! Real servers on loopback: a mail server that refuses, puts off, is slow or goes away, and a store that speaks S3.

use std::io::{BufRead, BufReader, Lines};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};

use kit::blobs::{BlobError, Blobs};
use kit::mail::{Mailer, rehearse};
use kit::settings::{BlobStore, Settings, SmtpTls, Transport};
use macros::both_databases;
use serde_json::Value;

use crate::testkit::Town;

/// A server written in Python. It ends with its standard input, at the latest when the test does.
struct Server {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    port: u16,
}

impl Server {
    fn start(script: &str) -> Self {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let python = root.join("tests/servers/installed/bin/python");
        assert!(python.exists(), "{} is missing: run scripts/setup.sh test", python.display());
        let mut child = Command::new(python)
            .arg(root.join("tests/servers").join(script))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = lines.next().unwrap().unwrap().parse().unwrap();
        Self { child, lines, port }
    }

    /// The next mail that was taken.
    fn mail(&mut self) -> Value {
        serde_json::from_str(&self.lines.next().unwrap().unwrap()).unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _waited = self.child.wait();
    }
}

fn by_smtp(server: &Server, tls: SmtpTls) -> Settings {
    let mut settings = Settings::default();
    settings.mail.transport = Transport::Smtp;
    settings.mail.smtp_host = "127.0.0.1".into();
    settings.mail.smtp_port = server.port;
    settings.mail.smtp_tls = tls;
    settings.mail.from = "Praksiskontoret <praksis@portal.example>".into();
    settings.checked().unwrap()
}

#[tokio::test]
async fn a_rehearsal_shows_what_the_mail_server_said() {
    let mut server = Server::start("smtp.py");
    let settings = by_smtp(&server, SmtpTls::None);
    let taken = rehearse(&settings, "anna@town.example", "En prøve", "Blåbær og ærlighet.\n").await;
    assert!(taken.was_taken, "{taken:?}");
    let ours: Vec<&str> = taken.lines.iter().filter(|line| line.is_ours).map(|line| line.text.as_str()).collect();
    assert!(
        ours.contains(&"MAIL FROM:<praksis@portal.example>") && ours.contains(&"RCPT TO:<anna@town.example>"),
        "{ours:?}"
    );
    assert!(
        taken.lines.iter().any(|line| !line.is_ours && line.text.starts_with("250") && line.text.contains("taken"))
    );
    let mail = server.mail();
    assert_eq!(
        (mail["from"].as_str(), &mail["to"][0]),
        (Some("praksis@portal.example"), &Value::from("anna@town.example"))
    );
    let refused = rehearse(&settings, "refused@town.example", "En prøve", "…").await;
    assert!(!refused.was_taken);
    assert!(
        refused.lines.iter().any(|line| !line.is_ours && line.text.contains("no such mailbox here")),
        "{refused:?}"
    );
}

#[tokio::test]
async fn nothing_is_said_in_the_open_when_encryption_is_asked_for() {
    let server = Server::start("smtp.py");
    let mut settings = by_smtp(&server, SmtpTls::None);
    settings.mail.smtp_tls = SmtpTls::Starttls;
    let tried = rehearse(&settings, "anna@town.example", "En prøve", "…").await;
    assert!(!tried.was_taken && !tried.lines.iter().any(|line| line.text.contains("MAIL FROM")), "{tried:?}");
    let mut wrong = settings.clone();
    (wrong.mail.smtp_host, wrong.mail.smtp_tls) = ("mail.example.org".into(), SmtpTls::None);
    assert!(wrong.checked().unwrap_err().to_string().contains("only for a mail server on the same machine"));
}

#[both_databases]
async fn one_bad_address_holds_up_no_other_mail(town: Town) {
    let mut server = Server::start("smtp.py");
    let town = town.mailing(Mailer::open(&by_smtp(&server, SmtpTls::None)).unwrap());
    let organisation = town.organisation("Mjøs høgskole").await;
    let mut people = vec![];
    for name in ["refused", "gone", "slow", "later", "plain"] {
        people.push(town.person_at(organisation, &format!("{name}@town.example")).await);
    }
    town.send_mails(organisation, &people).await;
    town.run_jobs().await;
    let first: Vec<Value> = (0..2).map(|_| server.mail()["to"][0].clone()).collect();
    assert_eq!(first, ["slow@town.example", "plain@town.example"]);
    // Put off, not given up: the job is tried again, and only what has not left goes out.
    town.later(chrono::TimeDelta::minutes(1));
    town.run_jobs().await;
    assert_eq!(server.mail()["to"][0], "later@town.example");
    let troubled = town.troubled_jobs().await;
    assert_eq!(troubled.len(), 1);
    let error = troubled[0].error.as_deref().unwrap();
    assert!(error.contains("1 of 5 mails could not be sent"), "{error}");
    // Refused for good is no trouble of the job: the address is marked, and people are told.
    let noted = async |tx| Ok(kit::bounce::of_address(&tx, "refused@town.example").await?);
    let bounce = town.db().read(&kit::actor::Actor::portal(organisation), noted).await.unwrap().unwrap();
    assert!(bounce.reason.contains("no such mailbox here"), "{bounce:?}");
    assert_eq!(town.unsent_mails(organisation).await, ["gone@town.example", "refused@town.example"]);
}

/// The store on this port. One provider for all of TLS, as the program itself installs it.
fn in_bucket(server: &Server) -> Settings {
    let _already = rustls::crypto::ring::default_provider().install_default();
    let mut settings = Settings::default();
    settings.blobs.store = BlobStore::S3;
    settings.blobs.s3_endpoint = format!("http://127.0.0.1:{}", server.port);
    settings.blobs.s3_bucket = "fotfeste".into();
    settings.blobs.s3_access_key = Some("portal".into());
    settings.blobs.s3_secret_key = serde_json::from_value(Value::from("secret")).unwrap();
    settings.checked().unwrap()
}

#[tokio::test]
async fn a_bucket_keeps_blobs_as_a_folder_does() {
    let server = Server::start("s3.py");
    let settings = in_bucket(&server);
    let blobs = Blobs::open(&settings).unwrap();
    blobs.probe().await.unwrap();
    assert_eq!(blobs.list().await.unwrap(), []);
    let large: Vec<u8> = (0..5_000_000_u32).map(|number| (number % 251) as u8).collect();
    let id = blobs.put(large.clone()).await.unwrap();
    assert_eq!(blobs.put(large.clone()).await.unwrap(), id);
    let other = blobs.put("Ærlig").await.unwrap();
    let mut both = vec![id, other];
    both.sort();
    assert_eq!(blobs.list().await.unwrap(), both);
    assert_eq!(blobs.get(id).await.unwrap(), large);
    blobs.remove(id).await.unwrap();
    blobs.remove(id).await.unwrap();
    assert!(matches!(blobs.get(id).await, Err(BlobError::Missing { .. })));
    let mut wrong = settings.clone();
    wrong.blobs.s3_bucket = "nowhere".into();
    let refused = Blobs::open(&wrong).unwrap().put("x").await.unwrap_err().to_string();
    assert!(refused.contains("the bucket nowhere"), "{refused}");
}

#[both_databases]
async fn a_bucket_is_swept_of_files_that_no_row_names(town: Town) {
    let server = Server::start("s3.py");
    let blobs = Blobs::open(&in_bucket(&server)).unwrap();
    let id = blobs.put("etter et krasj").await.unwrap();
    let sweep = async |dry: bool| {
        let swept = operating::retention::sweep(town.db(), &blobs, dry).await.unwrap();
        (swept.files, swept.bytes)
    };
    assert_eq!(sweep(false).await, (0, 0), "not before a day has passed");
    town.later(chrono::TimeDelta::hours(25));
    assert_eq!(sweep(true).await, (1, 14));
    assert_eq!(blobs.list().await.unwrap(), [id], "a dry run removes nothing");
    assert_eq!(sweep(false).await, (1, 14));
    assert_eq!(blobs.list().await.unwrap(), []);
}

#[both_databases]
async fn a_copy_of_a_portal_with_a_bucket_is_restored_into_a_folder(town: Town) {
    let server = Server::start("s3.py");
    let blobs = Blobs::open(&in_bucket(&server)).unwrap();
    let id = blobs.put("the file of a row").await.unwrap();
    let shelf = crate::backups::Shelf::with(blobs);
    let made = shelf.copy(&town).await;
    let (_database, data) = shelf.restore(&made.path, &town.place()).await.unwrap();
    assert_eq!(Blobs::in_folder(data.path()).unwrap().get(id).await.unwrap(), "the file of a row");
}
