//! The command line. Each command is as thin as a page: it reads what was asked, calls the house, answers.

mod copies;
mod operating;
mod running;
mod sealing;

use std::fmt::Display;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use kit::settings::Settings;

/// Placements and learning at work, agreed on, allocated, carried out and proven
#[derive(Parser)]
#[command(name = "fotfeste", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve pages and do the work behind them
    Serve(Configured),
    /// Do the work behind the pages only; any number of these may run beside `serve`
    Worker(Configured),
    /// Bring the database up to date; on PostgreSQL as the owner role
    Migrate(Configured),
    /// Print a link that takes in one organisation and its first administrator
    Setup(Configured),
    /// Make a person one who looks after the portal, or end that task
    Operator(operating::Operator),
    /// Look at everything, and say what to do about what is wrong
    Doctor(operating::Doctor),
    /// Check the settings, or list all there are
    #[command(subcommand)]
    Config(operating::Config),
    /// Write everything an organisation has into a file
    Export(operating::Export),
    /// Let an organisation leave: announce it, see what would go, carry it out
    #[command(subcommand)]
    Departure(operating::Departure),
    /// Look whether the journal is as it was written
    #[command(subcommand)]
    Journal(operating::Journal),
    /// Say whose data was shown or changed with a token, a session or an account, or in a span of time
    Incident(operating::Incident),
    /// Remove what is kept no longer than promised
    Purge(operating::Purge),
    /// Copy everything into an archive while the portal works, or verify one
    Backup(copies::Backup),
    /// Fill an empty place from an archive, and verify every row of it
    Restore(copies::Restore),
    /// Say that what was restored is the portal now: mails, webhooks, copies and removals go on
    TakeOver(Configured),
    /// Change the key that seals what is told in confidence
    #[command(subcommand)]
    Sealing(sealing::Sealing),
    /// Note an address that takes no mail: reads a mail that came back from standard input
    Bounce(Configured),
    /// Open the demo town, made new when the folder is empty
    Demo(Demo),
    /// List every route and who it is for
    Routes {
        /// As one JSON document
        #[arg(long)]
        json: bool,
    },
    Allocate(Box<allocate::Allocate>),
}

/// Where the settings are
#[derive(clap::Args)]
struct Configured {
    /// Settings in TOML; FOTFESTE_… in the environment comes after
    #[arg(long, env = "FOTFESTE_CONFIG")]
    config: Option<PathBuf>,
}

/// The demo town
#[derive(clap::Args)]
struct Demo {
    /// The folder of the town: database and mails
    #[arg(long)]
    data: PathBuf,
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Throw the town that stands in the folder away first, and build it anew
    #[arg(long)]
    reset: bool,
}

/// Runs the command of the process.
pub fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            err(format_args!("fotfeste: {error}"));
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Box<dyn std::error::Error>> {
    // One provider for all of TLS; whoever comes second finds the same one.
    let _already = rustls::crypto::ring::default_provider().install_default();
    match command {
        Command::Serve(at) => running::serve(Settings::load(at.config.as_deref())?)?,
        Command::Worker(at) => running::worker(Settings::load(at.config.as_deref())?)?,
        Command::Migrate(at) => running::migrate_only(Settings::load(at.config.as_deref())?)?,
        Command::Setup(at) => operating::setup(&at)?,
        Command::Operator(asked) => operating::operator(&asked)?,
        Command::Doctor(asked) => return operating::doctor(&asked),
        Command::Config(asked) => operating::config(&asked)?,
        Command::Export(asked) => operating::export(&asked)?,
        Command::Departure(asked) => operating::departure(&asked)?,
        Command::Journal(asked) => return operating::journal(&asked),
        Command::Incident(asked) => return operating::incident(&asked),
        Command::Purge(asked) => operating::purge(&asked)?,
        Command::Backup(backup) => copies::backup(&backup)?,
        Command::Restore(restore) => copies::restore(&restore)?,
        Command::TakeOver(at) => copies::take_over(Settings::load(at.config.as_deref())?)?,
        Command::Sealing(asked) => sealing::sealing(&asked)?,
        Command::Bounce(at) => running::bounce(Settings::load(at.config.as_deref())?)?,
        Command::Demo(demo) => running::demo(demo.data, demo.listen, demo.reset)?,
        Command::Routes { json } => list_routes(json)?,
        Command::Allocate(command) => {
            return Ok(ExitCode::from(allocate::run(&command, &mut io::stdout(), &mut io::stderr())));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn list_routes(json: bool) -> Result<(), serde_json::Error> {
    let all = crate::house::route_list();
    if json {
        let line = |route: &kit::web::Route| serde_json::json!({ "method": route.method.as_str(), "path": route.path, "need": route.need.word(), "fresh": route.fresh, "noted": route.noted });
        out(serde_json::to_string_pretty(&all.iter().map(line).collect::<Vec<_>>())?);
    } else {
        for route in all {
            let more = [(route.fresh, " fresh"), (route.noted, " noted")];
            let more: String = more.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
            out(format_args!("{:5} {:60} {}{more}", route.method, route.path, route.need.word()));
        }
    }
    Ok(())
}

/// Writes a line; a reader that has gone away (`| head`) is no error.
pub fn out(line: impl Display) {
    let _gone = writeln!(io::stdout(), "{line}");
}

/// Writes a line to standard error.
pub fn err(line: impl Display) {
    let _gone = writeln!(io::stderr(), "{line}");
}
