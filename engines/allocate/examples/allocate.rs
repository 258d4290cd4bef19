//! The command on its own: `cargo run --release -p allocate --example allocate -- DIR --mechanism lottery --out FILE`.

use clap::Parser;
use std::process::ExitCode;

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    allocate: allocate::Allocate,
}

fn main() -> ExitCode {
    let command = Command::parse();
    ExitCode::from(allocate::run(&command.allocate, &mut std::io::stdout().lock(), &mut std::io::stderr().lock()))
}
