//! Files that appear whole or not at all.

use std::fs;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

/// Files written beside their places under other names. Until [`Pending::publish`] nothing can be seen; dropped
/// before that, they are gone.
#[derive(Default)]
pub(crate) struct Pending {
    files: Vec<Wanted>,
}

struct Wanted {
    /// The path as it was given.
    asked: PathBuf,
    way: Way,
}

/// How a file gets its bytes.
enum Way {
    /// Into a hidden file first, which is then renamed.
    Renamed { hidden: PathBuf, place: PathBuf },
    /// Straight into a pipe or a device, which a rename would replace.
    Straight,
}

impl Pending {
    /// Opens the hidden file, so that a folder that takes no files is known before the work begins. None of
    /// `inputs` may be written over.
    pub(crate) fn reserve(&mut self, asked: &Path, inputs: &[PathBuf]) -> Result<(), String> {
        let way = self.way(asked, inputs).map_err(|why| format!("{}: cannot be written: {why}", asked.display()))?;
        self.files.push(Wanted { asked: asked.to_owned(), way });
        Ok(())
    }

    fn way(&self, asked: &Path, inputs: &[PathBuf]) -> Result<Way, String> {
        let place = match fs::metadata(asked) {
            Ok(there) if there.is_dir() => return Err("it is a folder; the name of a file is needed".into()),
            Ok(there) if !there.is_file() => return Ok(Way::Straight),
            Ok(_) => fs::canonicalize(asked).map_err(|why| why.to_string())?, // a link stays, its file is replaced
            Err(_) => asked.to_owned(),
        };
        let Some(name) = place.file_name() else {
            return Err("the name of a file is needed".into());
        };
        if inputs.iter().any(|input| fs::canonicalize(input).is_ok_and(|input| input == place)) {
            return Err("it is one of the input files".into());
        }
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.part", std::process::id()));
        let hidden = place.with_file_name(hidden);
        let taken = |other: &Wanted| matches!(&other.way, Way::Renamed { hidden: theirs, .. } if *theirs == hidden);
        if self.files.iter().any(taken) {
            return Err("two outputs have this name".into());
        }
        fs::File::create(&hidden).map_err(|why| why.to_string())?;
        Ok(Way::Renamed { hidden, place })
    }

    /// Fills a reserved file.
    pub(crate) fn fill(
        &self,
        asked: &Path,
        write: impl FnOnce(&mut BufWriter<fs::File>) -> io::Result<()>,
    ) -> Result<(), String> {
        let wanted = self.files.iter().find(|wanted| wanted.asked == asked);
        let filled = wanted.ok_or_else(|| io::ErrorKind::NotFound.into()).and_then(|wanted| {
            let (path, keep) = match &wanted.way {
                Way::Renamed { hidden, .. } => (hidden, true),
                Way::Straight => (&wanted.asked, false),
            };
            let mut file = BufWriter::new(fs::File::create(path)?);
            write(&mut file)?;
            let file = file.into_inner()?;
            if keep { file.sync_all() } else { Ok(()) }
        });
        filled.map_err(|why: io::Error| format!("{}: cannot be written: {why}", asked.display()))
    }

    /// Gives every file its name. Should one fail, those already named are taken away again.
    pub(crate) fn publish(mut self) -> Result<(), String> {
        let mut named: Vec<PathBuf> = Vec::new();
        while let Some(wanted) = self.files.pop() {
            let Way::Renamed { hidden, place } = &wanted.way else { continue };
            if let Err(why) = fs::rename(hidden, place) {
                for done in named {
                    remove(&done);
                }
                let told = format!("{}: cannot be written: {why}", place.display());
                self.files.push(wanted);
                return Err(told);
            }
            named.push(place.clone());
        }
        Ok(())
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        for wanted in &self.files {
            if let Way::Renamed { hidden, .. } = &wanted.way {
                remove(hidden);
            }
        }
    }
}

/// A file that is gone already needs no removing, and about one that stays nothing more can be done here.
fn remove(path: &Path) {
    drop(fs::remove_file(path));
}
