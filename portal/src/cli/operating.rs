//! The commands of those who look after the portal.

use std::process::ExitCode;

use base::Lang;
use clap::Subcommand;
use kit::actor::Actor;
use kit::db::Db;
use kit::settings::{Settings, reference};
use operating::duty::{self, State};
use operating::{retention, setup};
use people::persons::{self, Email};
use serde_json::json;

use super::running::{Done, block_on, migrate};
use super::{Configured, err, out};

type Ended = Result<ExitCode, Box<dyn std::error::Error>>;

/// What is asked about settings
#[derive(Subcommand)]
pub enum Config {
    /// Say whether the settings can be used, and which count
    Check(Configured),
    /// Every setting with what it may be, as a table of Markdown
    Reference,
}

/// Somebody who looks after the portal
#[derive(clap::Args)]
pub struct Operator {
    #[command(flatten)]
    at: Configured,
    /// The mail address of a person whom the portal knows
    email: String,
}

/// Looks at everything
#[derive(clap::Args)]
pub struct Doctor {
    #[command(flatten)]
    at: Configured,
    /// Also hand a mail to this address, and show what the mail server says
    #[arg(long, value_name = "ADDRESS")]
    mail: Option<String>,
    /// As one JSON document
    #[arg(long)]
    json: bool,
}

/// Removes what is kept no longer
#[derive(clap::Args)]
pub struct Purge {
    #[command(flatten)]
    at: Configured,
    /// Only say what would go
    #[arg(long)]
    dry_run: bool,
    /// As one JSON document
    #[arg(long)]
    json: bool,
}

fn load(at: &Configured) -> Result<Settings, kit::settings::SettingsError> {
    Settings::load(at.config.as_deref())
}

/// `fotfeste setup`
pub fn setup(at: &Configured) -> Done {
    let settings = load(at)?;
    block_on(async {
        prepare(&settings)?;
        migrate(&settings).await?;
        let db = Db::open(&settings.place()).await?;
        let token = setup::make_link(&db).await.map_err(|fault| format!("{fault:?}"))?;
        out(
            "Open this link within 24 hours. It takes in one organisation and its first administrator, and works once:",
        );
        out(format_args!("{}/setup/{}", settings.base_url, token.reveal()));
        Ok(())
    })
}

/// The data folder is there, and nobody else reads in it.
fn prepare(settings: &Settings) -> Result<(), String> {
    let fail = |error| format!("the folder {} cannot be made: {error}", settings.data.display());
    if settings.data.exists() {
        return Ok(());
    }
    let mut folder = std::fs::DirBuilder::new();
    std::os::unix::fs::DirBuilderExt::mode(folder.recursive(true), 0o700).create(&settings.data).map_err(fail)
}

/// `fotfeste operator`
pub fn operator(asked: &Operator) -> Done {
    let settings = load(&asked.at)?;
    block_on(async {
        let db = Db::open(&settings.place()).await?;
        let email = Email::new(&asked.email).map_err(|error| format!("{}: {error}", asked.email))?;
        let found = db.read(&Actor::nobody(), async |tx| Ok(persons::of_email(&tx, &email).await?)).await;
        let found = found.map_err(|fault| format!("{fault:?}"))?;
        let [person] = found.as_slice() else {
            return Err(format!("{} persons have the address {}; one is needed", found.len(), asked.email).into());
        };
        let appoint = async |tx| duty::appoint(&tx, person.id).await;
        db.write(&Actor::portal(person.home), appoint).await.map_err(|fault| format!("{fault:?}"))?;
        out(format_args!("{} looks after the portal from the next page on", person.name));
        Ok(())
    })
}

/// `fotfeste config`
pub fn config(asked: &Config) -> Done {
    match asked {
        Config::Reference => out(reference::markdown().trim_end()),
        Config::Check(at) => {
            let settings = load(at)?;
            // Secrets hide themselves.
            out(format_args!("{settings:#?}"));
            out("the settings can be used");
        }
    }
    Ok(())
}

/// `fotfeste doctor`: 0 when everything is in order, 1 when something should be looked at, 2 when something is broken.
pub fn doctor(asked: &Doctor) -> Ended {
    let settings = load(&asked.at)?;
    let mut worst = State::Good;
    block_on(async {
        let findings = match Db::open(&settings.place()).await {
            Ok(db) => duty::examine(&db, &settings, true).await.0,
            Err(error) => {
                err(format_args!("the database cannot be opened: {error}"));
                vec![duty::Finding::of(duty::Check::Database, State::Broken, "")]
            }
        };
        worst = findings.iter().map(|finding| finding.state).max().unwrap_or(State::Good);
        tell(&findings, asked.json);
        if let Some(address) = &asked.mail
            && !rehearse(&settings, address).await
        {
            worst = State::Broken;
        }
        Ok(())
    })?;
    Ok(ExitCode::from(match worst {
        State::Good => 0,
        State::Watch => 1,
        State::Broken => 2,
    }))
}

fn tell(findings: &[duty::Finding], as_json: bool) {
    let words = operating::words(Lang::En);
    if as_json {
        let line = |finding: &duty::Finding| json!({ "check": finding.check.word(), "state": finding.state.word(), "fact": finding.fact });
        return out(json!(findings.iter().map(line).collect::<Vec<_>>()));
    }
    for finding in findings {
        let check = finding.check.word();
        out(format_args!("{:7} {:38} {}", finding.state.word(), words.duty_check(check).to_string(), finding.fact));
        if finding.state != State::Good {
            out(format_args!("        {}", words.duty_remedy(check)));
        }
    }
}

async fn rehearse(settings: &Settings, address: &str) -> bool {
    let words = operating::words(Lang::En);
    let body = words.duty_mail_body(&settings.base_url).to_string();
    let rehearsal = kit::mail::rehearse(settings, address, &words.duty_mail_subject().to_string(), &body).await;
    for line in &rehearsal.lines {
        out(format_args!("{} {}", if line.is_ours { ">" } else { "<" }, line.text));
    }
    rehearsal.was_taken
}

/// `fotfeste purge`
pub fn purge(asked: &Purge) -> Done {
    let settings = load(&asked.at)?;
    block_on(async {
        let db = Db::open(&settings.place()).await?;
        let removed = retention::run(&db, asked.dry_run).await.map_err(|fault| format!("{fault:?}"))?;
        if asked.json {
            out(serde_json::to_string_pretty(&removed)?);
            return Ok(());
        }
        for line in removed {
            let what = match (line.is_gone, asked.dry_run, retention::is_for_the_record(line.table)) {
                (true, ..) => "removed",
                (false, true, false) => "would go",
                _ => "due, kept for the record",
            };
            out(format_args!("{:16} {:>6} days {:>10} rows {what}", line.table, line.days, line.rows));
        }
        Ok(())
    })
}
