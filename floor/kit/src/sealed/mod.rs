//! What is told in confidence is sealed at rest, with a key of the person it is about.
//!
//! Each person has a key for each organisation that keeps something in confidence about them, and one for what is the
//! person's own. These keys stand in `person_keys`, wrapped by the installation's key, which stands in a file of its own
//! ([`Ring`]). A plain archive holds neither of the two, so it opens nothing; and once a person's key is destroyed, what
//! was sealed with it opens nowhere any more, in no copy. The decision is docs/decisions/20261122-told-in-confidence.md.

mod queries;
mod ring;

use std::path::{Path, PathBuf};

use base::{Id, OrganisationId, PersonId};
use uuid::Uuid;

pub use ring::{Ring, Sealer};

use crate::actor::Actor;
use crate::chance;
use crate::db::{Db, Tx};
use crate::fault::Fault;
use ring::{KEY_BYTES, KEYS_MAX};

/// What a sealed value begins with: a value that does not is from before there were seals.
const BEGINNING: &str = "sealed1.";
/// The name under which the database remembers which installation key is its own.
const OWN_KEY: &str = "sealing-key";
/// Keys wrapped anew in one transaction.
const AT_ONCE: u64 = 500;

/// Why something was not sealed or not opened. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// Nobody has given the database a ring
    #[error("this process has no sealing key; start it with the setting sealing.key_file")]
    NoKey,
    /// The file of keys
    #[error("{}: {what}; put the file back from where its copy is kept, or name it by sealing.key_file", path.display())]
    File {
        /// Which
        path: PathBuf,
        /// What is wrong with it
        what: String,
    },
    /// The database was sealed under another key
    #[error("{}: this database is sealed under the key {wanted}, which the file does not hold; take the file of the first machine, or its copy", path.display())]
    Foreign {
        /// Which file
        path: PathBuf,
        /// The key's name
        wanted: String,
    },
    /// A key that was put away too early
    #[error("a person's key is wrapped by the installation key {name}, which the file does not hold")]
    Unknown {
        /// The key's name
        name: String,
    },
    /// As many keys as a file holds
    #[error("{}: the file holds {max} keys, as many as it may, and some may still be needed; run `fotfeste sealing put-away`, then change the key", path.display())]
    ManyKeys {
        /// Which file
        path: PathBuf,
        /// How many
        max: usize,
    },
    /// Moved, changed, or cut
    #[error("a sealed value does not open where it stands: it was moved or changed")]
    Broken,
    /// The database
    #[error("database: {0:?}")]
    Database(Fault),
}

impl From<SealError> for Fault {
    fn from(error: SealError) -> Self {
        match error {
            SealError::Database(fault) => fault,
            other => Self::ours(other),
        }
    }
}

/// Where a sealed value stands and whom it is about: it opens nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Table
    pub table: &'static str,
    /// Column
    pub column: &'static str,
    /// The row's own id
    pub row: Uuid,
    /// Whom it is about
    pub person: PersonId,
    /// To which organisation it was told; none: it is the person's own
    pub organisation: Option<OrganisationId>,
}

impl Spot {
    fn beside(&self) -> Vec<u8> {
        let owner = self.organisation.map(|organisation| organisation.to_string()).unwrap_or_default();
        let (row, person) = (self.row, self.person);
        format!("fotfeste value 1\n{}\n{}\n{row}\n{person}\n{owner}", self.table, self.column).into_bytes()
    }
}

fn beside_key(person: PersonId, organisation: Option<OrganisationId>) -> Vec<u8> {
    let owner = organisation.map(|organisation| organisation.to_string()).unwrap_or_default();
    format!("fotfeste person key 1\n{person}\n{owner}").into_bytes()
}

/// A person's key, unwrapped; it lives no longer than what it opens.
pub struct PersonKey([u8; KEY_BYTES]);

impl PersonKey {
    /// Opens one value.
    /// # Errors
    /// When it was moved or changed.
    pub fn open(&self, spot: &Spot, sealed: &str) -> Result<String, Fault> {
        let value = sealed.strip_prefix(BEGINNING).ok_or(SealError::Broken)?;
        let plain = ring::decrypt(&self.0, &spot.beside(), value)?;
        Ok(String::from_utf8(plain).map_err(|_| SealError::Broken)?)
    }

    /// Seals one value.
    /// # Errors
    /// When it is longer than the cipher takes.
    pub fn seal(&self, spot: &Spot, plain: &str) -> Result<String, Fault> {
        Ok(format!("{BEGINNING}{}", ring::encrypt(&self.0, &spot.beside(), plain.as_bytes())?))
    }
}

/// Whether a stored value is sealed.
pub fn is_sealed(value: &str) -> bool {
    value.starts_with(BEGINNING)
}

/// The pattern of sealed values, for queries that look for those from before.
pub const SEALED: &str = "sealed1.%";

/// The key for what is kept in confidence about a person; none: it was never made, or it was destroyed.
/// # Errors
/// When the installation's key is missing, or what the database answers.
pub async fn key_of(
    tx: &Tx,
    person: PersonId,
    organisation: Option<OrganisationId>,
) -> Result<Option<PersonKey>, Fault> {
    let Some(row) = queries::find(tx, person, organisation).await? else { return Ok(None) };
    let sealer = tx.sealer().ok_or(SealError::NoKey)?;
    Ok(Some(PersonKey(sealer.unwrap(&beside_key(person, organisation), &row.value)?)))
}

/// The same, made when there is none.
/// # Errors
/// As [`key_of`].
pub async fn key_for(tx: &Tx, person: PersonId, organisation: Option<OrganisationId>) -> Result<PersonKey, Fault> {
    if let Some(key) = key_of(tx, person, organisation).await? {
        return Ok(key);
    }
    let sealer = tx.sealer().ok_or(SealError::NoKey)?;
    let fresh = chance::secret_bytes();
    let wrapped = sealer.wrap(&beside_key(person, organisation), &fresh)?;
    queries::add(tx, person, organisation, wrapped).await?;
    Ok(PersonKey(fresh))
}

/// Seals one value where it will stand.
/// # Errors
/// As [`key_of`].
pub async fn seal(tx: &Tx, spot: &Spot, plain: &str) -> Result<String, Fault> {
    key_for(tx, spot.person, spot.organisation).await?.seal(spot, plain)
}

/// Opens one value; none: the person's key was destroyed.
/// # Errors
/// As [`key_of`]; [`SealError::Broken`] for a value that was moved or changed.
pub async fn open(tx: &Tx, spot: &Spot, sealed: &str) -> Result<Option<String>, Fault> {
    let key = key_of(tx, spot.person, spot.organisation).await?;
    key.map(|key| key.open(spot, sealed)).transpose()
}

/// Destroys a person's key for what one organisation keeps, or for what is the person's own: what was sealed with it
/// opens nowhere any more. False: there was none.
/// # Errors
/// What the database answers.
pub async fn destroy(tx: &Tx, person: PersonId, organisation: Option<OrganisationId>) -> Result<bool, Fault> {
    Ok(queries::remove(tx, person, organisation).await? > 0)
}

/// Gives the database the keys of this file, which is made with a first key when the database has none of its own yet.
/// Answers whether it was made: a copy must be kept elsewhere then.
/// # Errors
/// When the file is missing though the database was sealed before, or holds other keys than the database's.
pub async fn begin(db: &Db, path: &Path) -> Result<bool, SealError> {
    let own = db.read(&Actor::nobody(), async |tx| Ok(queries::own_key(&tx, OWN_KEY).await?)).await;
    let own = own.map_err(SealError::Database)?;
    let is_new = match own {
        None if !path.exists() => Ring::fresh().write_new(path)?,
        _ => false,
    };
    let sealer = Sealer::of_file(path)?;
    let newest = sealer.ring().newest().to_owned();
    let keep = db.write(&Actor::nobody(), async |tx| Ok(chance::kept_secret(&tx, OWN_KEY, &newest).await?)).await;
    let wanted = keep.map_err(SealError::Database)?;
    if !sealer.ring().names().any(|name| name == wanted) {
        return Err(SealError::Foreign { path: path.into(), wanted });
    }
    db.seal_with(sealer);
    Ok(is_new)
}

/// Whether the file holds the key that this database is sealed under; for those who look after the portal.
/// # Errors
/// As [`begin`]; nothing is made.
pub async fn examine(db: &Db, path: &Path) -> Result<String, SealError> {
    let own = db.read(&Actor::nobody(), async |tx| Ok(queries::own_key(&tx, OWN_KEY).await?)).await;
    let Some(wanted) = own.map_err(SealError::Database)? else { return Ok(String::new()) };
    let ring = Ring::load(path)?;
    if ring.names().any(|name| name == wanted) {
        Ok(wanted)
    } else {
        Err(SealError::Foreign { path: path.into(), wanted })
    }
}

/// Puts a fresh key before those of the file and wraps every person's key by it. The old ones stay in the file until
/// [`put_away`]. Answers how many were wrapped anew. Broken off and begun anew it goes on with the key it had begun with.
/// # Errors
/// When a key does not open, or the file cannot be written; [`SealError::ManyKeys`] before anything is changed.
pub async fn rotate(db: &Db, path: &Path) -> Result<u64, SealError> {
    begin(db, path).await?;
    let own = db.read(&Actor::nobody(), async |tx| Ok(queries::own_key(&tx, OWN_KEY).await?)).await;
    let own = own.map_err(SealError::Database)?;
    // The database notes the newest key last: while it names another one, an earlier change was broken off.
    if own.as_deref() == Some(Ring::load(path)?.newest()) {
        let fresh = Ring::load(path)?.with_fresh();
        fresh.ok_or_else(|| SealError::ManyKeys { path: path.into(), max: KEYS_MAX })?.replace(path)?;
    }
    let ring = Ring::load(path)?;
    let mut wrapped = 0;
    loop {
        let some = db.write(&Actor::nobody(), async |tx| wrap_some(&tx, &ring).await).await;
        let some = some.map_err(SealError::Database)?;
        wrapped += some;
        if some < AT_ONCE {
            break;
        }
    }
    let note = async |tx: Tx| Ok(queries::set_own_key(&tx, OWN_KEY, ring.newest()).await?);
    db.write(&Actor::nobody(), note).await.map_err(SealError::Database)?;
    Ok(wrapped)
}

async fn wrap_some(tx: &Tx, ring: &Ring) -> Result<u64, Fault> {
    let rows = queries::wrapped_otherwise(tx, ring.newest(), AT_ONCE).await?;
    for row in &rows {
        let beside = beside_key(row.person_id, row.organisation_id);
        let key = ring.unwrap(&beside, &row.value)?;
        queries::rewrap(tx, row.id, ring.wrap(&beside, &key)?).await?;
    }
    Ok(rows.len() as u64)
}

/// Removes the old keys from the file. Answers how many persons' keys still need one of them: then nothing is removed.
/// # Errors
/// When the file cannot be read or written.
pub async fn put_away(db: &Db, path: &Path) -> Result<u64, SealError> {
    let ring = Ring::load(path)?;
    let count = async |tx: Tx| Ok(queries::wrapped_otherwise(&tx, ring.newest(), AT_ONCE).await?.len() as u64);
    let left = db.read(&Actor::nobody(), count).await.map_err(SealError::Database)?;
    if left == 0 {
        // A change that was broken off at its end has not noted it yet, and no start would find the key it asks for.
        let note = async |tx: Tx| Ok(queries::set_own_key(&tx, OWN_KEY, ring.newest()).await?);
        db.write(&Actor::nobody(), note).await.map_err(SealError::Database)?;
        ring.newest_alone().replace(path)?;
    }
    Ok(left)
}

/// When every copy of the key is lost: gives up what was sealed, and begins with a fresh key in a file that is not there.
/// Answers how many persons' keys were given up.
/// # Errors
/// When the file is there.
pub async fn begin_anew(db: &Db, path: &Path) -> Result<u64, SealError> {
    let ring = Ring::fresh();
    if !ring.write_new(path)? {
        return Err(SealError::File { path: path.into(), what: "the file is there; move it away first".into() });
    }
    let give_up = async |tx: Tx| {
        let gone = queries::remove_all(&tx).await?;
        queries::set_own_key(&tx, OWN_KEY, ring.newest()).await?;
        Ok(gone)
    };
    db.write(&Actor::nobody(), give_up).await.map_err(SealError::Database)
}

/// The id of a row as it is bound into a seal.
pub fn row(id: impl Id) -> Uuid {
    id.uuid()
}
