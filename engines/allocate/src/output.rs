//! Files that appear whole or not at all.

use std::fs;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

/// Files written beside their places under other names. Until [`Pending::publish`] nothing can be seen; dropped
/// before that, they are gone.
#[derive(Default)]
pub(crate) struct Pending {
    files: Vec<(PathBuf, PathBuf)>,
}

impl Pending {
    /// Opens the hidden file, so that a folder that takes no files is known before the work begins.
    pub(crate) fn reserve(&mut self, path: &Path) -> Result<(), String> {
        let refused = |why: &dyn std::fmt::Display| format!("{}: cannot be written: {why}", path.display());
        let Some(name) = path.file_name() else {
            return Err(refused(&"the name of a file is needed"));
        };
        if path.is_dir() {
            return Err(refused(&"it is a folder; the name of a file is needed"));
        }
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.part", std::process::id()));
        let hidden = path.with_file_name(hidden);
        if self.files.iter().any(|(_, other)| other == path) {
            return Err(refused(&"two outputs have this name"));
        }
        fs::File::create(&hidden).map_err(|why| refused(&why))?;
        self.files.push((hidden, path.to_owned()));
        Ok(())
    }

    /// Fills a reserved file.
    pub(crate) fn fill(
        &self,
        path: &Path,
        write: impl FnOnce(&mut BufWriter<fs::File>) -> io::Result<()>,
    ) -> Result<(), String> {
        let reserved = self.files.iter().find(|(_, place)| place == path);
        let filled = reserved.ok_or_else(|| io::ErrorKind::NotFound.into()).and_then(|(hidden, _)| {
            let mut file = BufWriter::new(fs::File::create(hidden)?);
            write(&mut file)?;
            file.into_inner()?.sync_all()
        });
        filled.map_err(|why: io::Error| format!("{}: cannot be written: {why}", path.display()))
    }

    /// Gives every file its name. Should one fail, those already named are taken away again.
    pub(crate) fn publish(mut self) -> Result<(), String> {
        let mut named: Vec<PathBuf> = Vec::new();
        while let Some((hidden, path)) = self.files.pop() {
            if let Err(why) = fs::rename(&hidden, &path) {
                self.files.push((hidden, path.clone()));
                for done in named {
                    remove(&done);
                }
                return Err(format!("{}: cannot be written: {why}", path.display()));
            }
            named.push(path);
        }
        Ok(())
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        for (hidden, _) in &self.files {
            remove(hidden);
        }
    }
}

/// A file that is gone already needs no removing, and about one that stays nothing more can be done here.
fn remove(path: &Path) {
    drop(fs::remove_file(path));
}
