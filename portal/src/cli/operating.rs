//! The commands of those who look after the portal.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use base::{Date, Lang, PersonId, SessionId, TokenId};
use chrono::{DateTime, Utc};
use clap::Subcommand;
use kit::actor::Actor;
use kit::blobs::Blobs;
use kit::db::Db;
use kit::fault::Kind;
use kit::settings::{Settings, reference};
use operating::duty::{self, State};
use operating::incident::{Leak, Report};
use operating::retention::LeftAlone;
use operating::{departure, incident, retention, seals, setup};
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
    /// End the task instead; also that of the last who has it
    #[arg(long)]
    end: bool,
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

/// Takes an organisation's rows along
#[derive(clap::Args)]
pub struct Export {
    #[command(flatten)]
    at: Configured,
    /// The organisation's whole name, or its id
    #[arg(long)]
    organisation: String,
    /// The file to write; one that is there is never written over
    file: PathBuf,
}

/// Lets an organisation leave
#[derive(Subcommand)]
pub enum Departure {
    /// Write its rows into a file and say from which day on they may be removed, 30 days from now or later
    Announce {
        #[command(flatten)]
        whose: Whose,
        /// The first day on which its rows may be removed
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Date,
        /// The file to write; one that is there is never written over
        file: PathBuf,
    },
    /// Take the announcement back
    Withdraw(Whose),
    /// Say what a removal would do, table by table; nothing is changed
    Plan(Whose),
    /// After the notice: write its rows into a file once more, and remove them
    Remove {
        #[command(flatten)]
        whose: Whose,
        /// The file to write; one that is there is never written over
        file: PathBuf,
    },
}

/// Which organisation
#[derive(clap::Args)]
pub struct Whose {
    #[command(flatten)]
    at: Configured,
    /// The organisation's whole name, or its id
    #[arg(long)]
    organisation: String,
}

/// What is asked about the journal
#[derive(Subcommand)]
pub enum Journal {
    /// Hold every entry against its seal; ends with 2 when one was changed
    Verify {
        #[command(flatten)]
        at: Configured,
        /// A file of heads that was written before and kept elsewhere: they must stand here, too
        #[arg(long, value_name = "FILE")]
        heads: Option<PathBuf>,
    },
    /// Seal what is not sealed yet, and print the newest seal of each organisation, to be kept elsewhere
    Heads(Configured),
}

/// What got into wrong hands, and when
#[derive(clap::Args)]
pub struct Incident {
    #[command(flatten)]
    at: Configured,
    /// A token, by the id in the journal and in the list of tokens
    #[arg(long, value_name = "ID", group = "leak")]
    token: Option<TokenId>,
    /// A session, by the id in the address that ends it, or in the journal where it began
    #[arg(long, value_name = "ID", group = "leak")]
    session: Option<SessionId>,
    /// Everything of one person's account, by the mail address
    #[arg(long, value_name = "ADDRESS", group = "leak")]
    account: Option<String>,
    /// The first moment, such as 2027-03-01T08:00:00Z
    #[arg(long)]
    from: DateTime<Utc>,
    /// The last moment; now when it is left out
    #[arg(long)]
    until: Option<DateTime<Utc>>,
    /// Write every line into this file (CSV), which only its owner reads; one that is there is never written over
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// At most so many lines of one kind from each organisation; ends with 2 when there are more
    #[arg(long, value_name = "NUMBER", default_value_t = Report::LINES_MAX)]
    lines: u64,
    /// Print what is told to each person, in this language: en, nb, nn or da
    #[arg(long, value_name = "LANGUAGE")]
    notices: Option<String>,
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
        if asked.end {
            let end = async |tx| match duty::dismiss_by_command(&tx, person.id).await {
                Err(fault) if fault.problem().is_some_and(|problem| problem.kind() == Kind::Missing) => Ok(None),
                left => left.map(Some),
            };
            let left = db.write(&Actor::portal(person.home), end).await.map_err(|fault| format!("{fault:?}"))?;
            let Some(left) = left else { return Err(format!("{} does not look after the portal", person.name).into()) };
            out(format_args!("{} does not look after the portal from the next page on", person.name));
            if left == 0 {
                out("nobody looks after the portal now: name somebody with fotfeste operator ADDRESS");
            }
            return Ok(());
        }
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

/// `fotfeste export`
pub fn export(asked: &Export) -> Done {
    let settings = load(&asked.at)?;
    block_on(async {
        let db = Db::open(&settings.place()).await?;
        let organisation = departure::find(&db, &asked.organisation).await?;
        let written = departure::export(&db, &Blobs::open(&settings)?, organisation, &asked.file).await?;
        for part in written.iter().filter(|part| part.rows > 0) {
            out(format_args!("{:28} {:>9} rows", part.file, part.rows));
        }
        out(format_args!("{}", asked.file.display()));
        Ok(())
    })
}

/// `fotfeste departure`
pub fn departure(asked: &Departure) -> Done {
    let whose = match asked {
        Departure::Announce { whose, .. } | Departure::Remove { whose, .. } => whose,
        Departure::Withdraw(whose) | Departure::Plan(whose) => whose,
    };
    let settings = load(&whose.at)?;
    block_on(async {
        let db = Db::open(&settings.place()).await?;
        let organisation = departure::find(&db, &whose.organisation).await?;
        let blobs = Blobs::open(&settings)?;
        match asked {
            Departure::Announce { on, file, .. } => {
                let rows = departure::announce(&db, &blobs, organisation, *on, file).await?;
                out(format_args!("{rows} rows written to {}; from {on} on they may be removed", file.display()));
            }
            Departure::Withdraw(_) => {
                departure::withdraw(&db, organisation).await?;
                out("the organisation stays");
            }
            Departure::Plan(_) => tell_plan(&departure::plan(&db, organisation).await?),
            Departure::Remove { file, .. } => tell_plan(&departure::remove(&db, &blobs, organisation, file).await?),
        }
        Ok(())
    })
}

fn tell_plan(plan: &[departure::Gone]) {
    for gone in plan.iter().filter(|gone| gone.rows > 0) {
        out(format_args!("{:24} {:>9} rows  {}", gone.table, gone.rows, gone.fate));
    }
}

/// `fotfeste journal`
pub fn journal(asked: &Journal) -> Ended {
    let (Journal::Verify { at, .. } | Journal::Heads(at)) = asked;
    let settings = load(at)?;
    let mut code = ExitCode::SUCCESS;
    block_on(async {
        let db = Db::open(&settings.place()).await?;
        match asked {
            Journal::Heads(_) => {
                seals::seal_all(&db).await.map_err(|fault| format!("{fault:?}"))?;
                for head in seals::heads(&db).await.map_err(|fault| format!("{fault:?}"))? {
                    out(seals::model::line(&head));
                }
            }
            Journal::Verify { heads, .. } => {
                let mut verdict = seals::verify(&db).await.map_err(|fault| format!("{fault:?}"))?;
                if let Some(file) = heads {
                    let noted = seals::model::read_heads(&std::fs::read_to_string(file)?).map_err(|line| {
                        format!("{}, line {line}: not an organisation, a number and a seal", file.display())
                    })?;
                    verdict.other_heads = seals::compare(&db, &noted).await.map_err(|fault| format!("{fault:?}"))?;
                }
                if !verdict.holds() {
                    code = ExitCode::from(2);
                }
                report(&verdict);
            }
        }
        Ok(())
    })?;
    Ok(code)
}

fn report(verdict: &seals::Verdict) {
    for broken in &verdict.broken {
        out(broken);
    }
    for head in &verdict.other_heads {
        out(format_args!("seal {} of organisation {} is not the one that was written down", head.number, head.owner));
    }
    if verdict.holds() {
        out(format_args!("{} entries are as they were sealed", verdict.looked_at));
    }
}

/// `fotfeste incident`
pub fn incident(asked: &Incident) -> Ended {
    let mut code = ExitCode::SUCCESS;
    let settings = load(&asked.at)?;
    let lang =
        asked.notices.as_deref().map(|tag| Lang::from_tag(tag).ok_or_else(|| format!("{tag}: en, nb, nn or da")));
    let lang = lang.transpose()?;
    block_on(async {
        let db = Db::open(&settings.place()).await?;
        let now = db.read(&Actor::nobody(), async |tx| Ok(tx.now())).await.map_err(|fault| format!("{fault:?}"))?;
        let span = incident::Asked {
            leak: leak_of(&db, asked).await?,
            from: asked.from,
            until: asked.until.unwrap_or(now),
            lines_max: asked.lines,
        };
        let report = incident::report(&db, &span).await.map_err(|fault| format!("{fault:?}"))?;
        let persons = report.persons();
        out(format_args!("{} persons, {} lines", persons.len(), report.touches.len()));
        if let Some(file) = &asked.csv {
            let names = db.read(&Actor::nobody(), async |tx| Ok(persons::names(&tx, &persons).await?)).await;
            let names = names.map_err(|fault| format!("{fault:?}"))?;
            let name_of = |id: PersonId| names.get(&id).map(ToString::to_string).unwrap_or_default();
            written(file, &incident::csv(&report, name_of))?;
            out(format_args!("written to {}", file.display()));
        }
        if let Some(lang) = lang {
            for (_, text) in incident::notices(&db, &report, lang).await.map_err(|fault| format!("{fault:?}"))? {
                out(format_args!("{text}\n"));
            }
        }
        if report.is_cut {
            // Whoever takes the file for the whole answer tells too few people.
            err("the report is cut: there are more lines than it holds; ask about a shorter span, or for more --lines");
            code = ExitCode::from(2);
        }
        if report.unnamed > 0 {
            err(format_args!(
                "an earlier release noted {} parts of lists that tokens read, without those who stood in them: they are not \
                 in the report",
                report.unnamed
            ));
            code = ExitCode::from(2);
        }
        Ok(())
    })?;
    Ok(code)
}

/// A new file that nobody else reads: it names whoever has to be told.
fn written(path: &Path, content: &[u8]) -> Done {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    file.write_all(content)?;
    Ok(file.sync_all()?)
}

async fn leak_of(db: &Db, asked: &Incident) -> Result<Leak, Box<dyn std::error::Error>> {
    Ok(match (asked.token, asked.session, &asked.account) {
        (Some(id), ..) => Leak::Token(id),
        (_, Some(id), _) => Leak::Session(id),
        (.., Some(address)) => {
            let email = Email::new(address).map_err(|error| format!("{address}: {error}"))?;
            let found = db.read(&Actor::nobody(), async |tx| Ok(persons::of_email(&tx, &email).await?)).await;
            match found.map_err(|fault| format!("{fault:?}"))?.as_slice() {
                [person] => Leak::Account(person.id),
                found => {
                    return Err(format!("{} persons have the address {address}; one is needed", found.len()).into());
                }
            }
        }
        _ => Leak::Everything,
    })
}

/// `fotfeste purge`
pub fn purge(asked: &Purge) -> Done {
    let settings = load(&asked.at)?;
    block_on(async {
        let db = Db::open(&settings.place()).await?;
        let cleared = retention::clear(&db, &Blobs::open(&settings)?, asked.dry_run).await;
        let cleared = cleared.map_err(|fault| format!("{fault:?}"))?;
        // First what was done: the rows are gone also when the files could not be looked at.
        if asked.json {
            out(serde_json::to_string_pretty(&cleared.outcome())?);
        } else {
            tell_cleared(&cleared, asked.dry_run);
        }
        cleared.files.map_err(|error| format!("files that no row names could not be looked at: {error}"))?;
        Ok(())
    })
}

fn tell_cleared(cleared: &retention::Cleared, is_dry: bool) {
    for line in &cleared.rows {
        let what = match (line.is_gone, is_dry, retention::is_for_the_record(line.table)) {
            (true, ..) => "removed",
            (false, true, false) => "would go",
            _ => "due, kept for the record",
        };
        out(format_args!("{:20} {:>6} days {:>10} rows {what}", line.table, line.days, line.rows));
    }
    let Ok(strays) = &cleared.files else { return };
    let what = if strays.is_gone { "removed" } else { "would go" };
    out(format_args!("files that no row names: {} files, {} bytes {what}", strays.files, strays.bytes));
    match strays.left_alone {
        Some(LeftAlone::Restored) => out("files are left alone: this was restored and has not taken over"),
        Some(LeftAlone::LaterRelease) => {
            out("files are left alone: a later release has been here, whose rows may name them")
        }
        None => {}
    }
}
