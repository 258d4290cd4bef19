//! The four files of a folder, opened and read from front to back.

use matching::files::{File, Input, Streams};
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

/// Four open files.
pub(crate) struct Opened {
    hosts: fs::File,
    places: fs::File,
    students: fs::File,
    wishes: fs::File,
}

impl Opened {
    /// All four in memory.
    pub(crate) fn read(mut self) -> Result<Input, String> {
        let mut failed = String::new();
        let mut read = |name: File, file: &mut fs::File| {
            let mut bytes = Vec::new();
            if let Err(why) = file.read_to_end(&mut bytes) {
                failed.push_str(&format!("{name}: cannot be read: {why}\n"));
            }
            bytes
        };
        let input = Input {
            hosts: read(File::Hosts, &mut self.hosts),
            places: read(File::Places, &mut self.places),
            students: read(File::Students, &mut self.students),
            wishes: read(File::Wishes, &mut self.wishes),
        };
        if failed.is_empty() { Ok(input) } else { Err(failed) }
    }

    /// Opens all four; each one missing is named on a line of its own.
    pub(crate) fn of(dir: &Path) -> Result<Self, String> {
        let mut missing = String::new();
        let files = File::ALL.map(|file| {
            let opened = open(&dir.join(file.name()));
            opened.map_err(|why| missing.push_str(&format!("{file}: cannot be read in {}: {why}\n", dir.display())))
        });
        match files {
            [Ok(hosts), Ok(places), Ok(students), Ok(wishes)] => Ok(Self { hosts, places, students, wishes }),
            _ => Err(missing),
        }
    }

    pub(crate) fn streams(&mut self) -> Streams<'_> {
        let Self { hosts, places, students, wishes } = self;
        Streams { hosts, places, students, wishes }
    }
}

fn open(path: &Path) -> io::Result<fs::File> {
    let file = fs::File::open(path)?;
    if file.metadata()?.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(file) }
}
