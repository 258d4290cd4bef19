//! What can go wrong in an action, and how it reaches the reader.

use std::fmt;

use base::Lang;
use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// What kind of answer a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What was sent cannot be accepted: 422, the form again with all that was typed.
    Invalid,
    /// It is not there, or it is not yours to see: 404.
    Missing,
    /// You are known, and this is not for you: 403.
    Forbidden,
    /// Somebody or something was first: 409.
    Conflict,
    /// The thing is no longer what the program had read: 412.
    Outdated,
    /// A program must say what it has read before it changes a thing: 428.
    Unconditional,
    /// The body is of a kind that is not read: 415.
    Unsupported,
    /// Nobody is signed in: 401.
    SignIn,
    /// Too often: 429.
    TooMany,
    /// Too many at once: 503, and when to come again.
    Crowded,
}

/// What the portal itself is short of, so that it cannot do now what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// No room is left where rows or files are kept: 507.
    Space,
    /// The database cannot be reached, read or written: 503.
    Database,
    /// Files cannot be stored or read: 503.
    Files,
}

/// Something that went wrong and that the reader can understand. The error's own text is for the log.
pub trait Problem: std::error::Error + Send + Sync + 'static {
    /// What kind of answer it is.
    fn kind(&self) -> Kind;
    /// A stable name, such as "wishes-closed": for tests, machines and the log.
    fn name(&self) -> &'static str;
    /// The field of the form it is about.
    fn field(&self) -> Option<&'static str> {
        None
    }
    /// What happened and what to do, for the reader.
    fn tell(&self, lang: Lang) -> String;
    /// Where in what a program sent it is, when that is known only there.
    fn place(&self) -> Option<String> {
        self.field().map(str::to_owned)
    }
    /// What was sent there, when that is known only there.
    fn value(&self) -> Option<&str> {
        None
    }
    /// The problems it is made of, when there are several.
    fn parts(&self) -> Vec<&dyn Problem> {
        vec![]
    }
}

/// Several problems of one form, each under its own field.
#[derive(Debug, thiserror::Error)]
#[error("{} problems: {}", .0.len(), .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct Several<P: Problem>(pub Vec<P>);

impl<P: Problem> Problem for Several<P> {
    fn kind(&self) -> Kind {
        self.0.first().map_or(Kind::Invalid, Problem::kind)
    }
    fn name(&self) -> &'static str {
        self.0.first().map_or("invalid", Problem::name)
    }
    fn tell(&self, lang: Lang) -> String {
        self.0.iter().map(|problem| problem.tell(lang)).collect::<Vec<_>>().join(" ")
    }
    fn parts(&self) -> Vec<&dyn Problem> {
        self.0.iter().map(|problem| problem as &dyn Problem).collect()
    }
}

/// Why an action did not happen. Not an `Error` itself, so that every [`Problem`] turns into one by `?`.
pub enum Fault {
    /// The reader can do something about it.
    Problem(Box<dyn Problem>),
    /// The database could not.
    Database(DbErr),
    /// The portal is short of something; why, for the log.
    Lacking(Lack, String),
}

impl<P: Problem> From<P> for Fault {
    fn from(problem: P) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<DbErr> for Fault {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Problem(problem) => write!(f, "{}: {problem}", problem.name()),
            Self::Database(error) => write!(f, "database: {error}"),
            Self::Lacking(lack, why) => write!(f, "lack of {lack:?}: {why}"),
        }
    }
}

impl Fault {
    /// A fault of ours that the reader can do nothing about: 500, and the reason in the log.
    pub fn ours(why: impl fmt::Display) -> Self {
        Self::Database(DbErr::Custom(why.to_string()))
    }

    /// The problem, when it is one.
    pub fn problem(&self) -> Option<&dyn Problem> {
        match self {
            Self::Problem(problem) => Some(problem.as_ref()),
            Self::Database(_) | Self::Lacking(..) => None,
        }
    }

    /// What the portal is short of, when that is why: it passes by itself, or once somebody has made room.
    pub fn lack(&self) -> Option<Lack> {
        match self {
            Self::Problem(_) => None,
            Self::Database(error) => lack_of(error),
            Self::Lacking(lack, _) => Some(*lack),
        }
    }

    /// Whether the whole transaction may be run again: a busy database, a serialisation failure or a deadlock.
    pub fn passes(&self) -> bool {
        let Self::Database(error) = self else { return false };
        let (DbErr::Exec(cause) | DbErr::Query(cause) | DbErr::Conn(cause)) = error else { return false };
        let RuntimeErr::SqlxError(error) = cause else { return false };
        let code = error.as_database_error().and_then(|error| error.code()).unwrap_or_default();
        match code.as_ref() {
            "40001" | "40P01" => true,
            // SQLite's codes are small numbers, PostgreSQL's have five signs.
            other if other.len() < 5 => matches!(other.parse::<u32>().map(|code| code & 0xff), Ok(5 | 6)),
            _ => false,
        }
    }
}

/// For what is only noted by the way, such as when a session was last used: while nothing can be written, whoever reads
/// goes on reading.
/// # Errors
/// What is no lack.
pub fn unless_lacking(noted: Result<(), Fault>) -> Result<(), Fault> {
    match noted {
        Err(fault) if fault.lack().is_some() => {
            tracing::warn!(?fault, "something could not be noted by the way");
            Ok(())
        }
        noted => noted,
    }
}

fn lack_of(error: &DbErr) -> Option<Lack> {
    let (DbErr::Exec(cause) | DbErr::Query(cause) | DbErr::Conn(cause)) = error else {
        return matches!(error, DbErr::ConnectionAcquire(_)).then_some(Lack::Database);
    };
    let RuntimeErr::SqlxError(error) = cause else { return None };
    match error.as_database_error() {
        Some(told) => lack_of_code(told.code().unwrap_or_default().as_ref()),
        None => is_broken(error).then_some(Lack::Database),
    }
}

/// Whether the way to the database is broken, and not what was asked of it.
fn is_broken(error: &SqlxError) -> bool {
    use SqlxError::{Io, PoolClosed, PoolTimedOut, Protocol, Tls, WorkerCrashed};
    matches!(error, Io(_) | PoolClosed | PoolTimedOut | Protocol(_) | Tls(_) | WorkerCrashed)
}

/// SQLite's codes are small numbers, PostgreSQL's have five signs.
fn lack_of_code(code: &str) -> Option<Lack> {
    if code.len() < 5 {
        return match code.parse::<u32>().ok()? & 0xff {
            13 => Some(Lack::Space), // full
            // busy, locked, no memory, read only, I/O error, cannot be opened, cannot be locked
            5 | 6 | 7 | 8 | 10 | 14 | 15 => Some(Lack::Database),
            _ => None,
        };
    }
    match code {
        "53100" => Some(Lack::Space), // disk full
        // A conflict that every rerun met; a server that only reads.
        "40001" | "40P01" | "25006" => Some(Lack::Database),
        // Connections, resources, an operator who shuts down, the system under it.
        _ => ["08", "53", "57P", "58"].iter().any(|class| code.starts_with(class)).then_some(Lack::Database),
    }
}

/// Not there, or not yours: the same answer.
#[derive(Debug, thiserror::Error)]
#[error("{thing} {id} was not found in the actor's scope")]
pub struct NotFound {
    /// What was looked for
    pub thing: &'static str,
    /// Which one
    pub id: String,
}

impl NotFound {
    /// No such thing for this actor.
    pub fn of(thing: &'static str, id: impl fmt::Display) -> Self {
        Self { thing, id: id.to_string() }
    }
}

/// Known, but not allowed.
#[derive(Debug, thiserror::Error)]
#[error("the actor may not {act}")]
pub struct Denied {
    /// What was tried, for the log
    pub act: &'static str,
}

impl Problem for NotFound {
    fn kind(&self) -> Kind {
        Kind::Missing
    }
    fn name(&self) -> &'static str {
        "not-found"
    }
    fn tell(&self, lang: Lang) -> String {
        crate::words(lang).pages_missing_text().to_string()
    }
}

impl Problem for Denied {
    fn kind(&self) -> Kind {
        Kind::Forbidden
    }
    fn name(&self) -> &'static str {
        "denied"
    }
    fn tell(&self, lang: Lang) -> String {
        crate::words(lang).pages_forbidden_text().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_is_told_from_what_is_wrong() {
        let cases = [
            ("13", Some(Lack::Space)),
            ("5", Some(Lack::Database)),
            ("8", Some(Lack::Database)),
            ("10", Some(Lack::Database)),
            ("778", Some(Lack::Database)), // writing failed: an I/O error in the last byte
            ("14", Some(Lack::Database)),
            ("1", None),
            ("11", None),   // damaged: it does not pass
            ("2067", None), // a unique key
            ("53100", Some(Lack::Space)),
            ("53300", Some(Lack::Database)),
            ("57P01", Some(Lack::Database)),
            ("57P03", Some(Lack::Database)),
            ("58030", Some(Lack::Database)),
            ("08006", Some(Lack::Database)),
            ("25006", Some(Lack::Database)),
            ("40001", Some(Lack::Database)),
            ("23505", None),
            ("42P01", None),
            ("", None),
        ];
        for (code, lack) in cases {
            assert_eq!(lack_of_code(code), lack, "{code}");
        }
        assert_eq!(Fault::ours("a broken promise").lack(), None);
        let silent = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
        let silent = DbErr::Query(RuntimeErr::SqlxError(std::sync::Arc::new(SqlxError::Io(silent))));
        assert_eq!(Fault::from(silent).lack(), Some(Lack::Database));
    }
}
