//! `fotfeste allocate verify`: hands the files to the crate [`verify`] and says what it answers.

use std::io::Write;
use std::path::PathBuf;

/// Check an allocation and its certificate against the four files
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Verify {
    /// The folder that holds the four files
    dir: PathBuf,
    /// The allocation (CSV)
    #[arg(long, value_name = "FILE")]
    allocation: PathBuf,
    /// The certificate (JSON)
    #[arg(long, value_name = "FILE")]
    certificate: PathBuf,
}

/// The exit code: 0 true, 1 refused, 2 unreadable.
pub(crate) fn run(command: &Verify, out: &mut impl Write, err: &mut impl Write) -> u8 {
    let _ = (command, out, err);
    2
}
