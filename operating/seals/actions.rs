//! Sealing, and looking whether the seals hold.

use base::OrganisationId;
use kit::actor::Actor;
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::journal::seal::{self, Head};
use people::organisations;

use super::access;
use super::model::{Verdict, line};

/// Seals every entry that has no seal yet, organisation by organisation, and tells how many there were. The new heads go
/// to the log, which is another's to keep.
/// # Errors
/// What the database answers.
pub async fn seal_all(db: &Db) -> Result<u64, Fault> {
    let mut sealed = 0;
    for organisation in everybody(db).await? {
        let some = async |tx: Tx| Ok(seal::seal(&tx, access::may_seal(tx.actor(), organisation)?).await?);
        let before = sealed;
        loop {
            match db.write(&Actor::portal(organisation), some).await? {
                0 => break,
                some => sealed += some,
            }
        }
        if sealed > before
            && let Some(head) = head(db, organisation).await?
        {
            tracing::info!(target: "journal", head = line(&head), "sealed");
        }
    }
    Ok(sealed)
}

/// The newest seal of each organisation, to be written down elsewhere.
/// # Errors
/// What the database answers.
pub async fn heads(db: &Db) -> Result<Vec<Head>, Fault> {
    let mut heads = vec![];
    for organisation in everybody(db).await? {
        heads.extend(head(db, organisation).await?);
    }
    Ok(heads)
}

/// Holds every sealed entry against its seal.
/// # Errors
/// What the database answers.
pub async fn verify(db: &Db) -> Result<Verdict, Fault> {
    let mut verdict = Verdict::default();
    for organisation in everybody(db).await? {
        let mut after = None;
        loop {
            let look = async |tx: Tx| Ok(seal::look(&tx, organisation, after.clone()).await?);
            let looked = db.read(&Actor::portal(organisation), look).await?;
            verdict.broken.extend(looked.broken);
            match looked.last {
                Some(last) => after = Some(last),
                None => break,
            }
        }
        verdict.looked_at += after.map_or(0, |(number, _)| number);
    }
    Ok(verdict)
}

/// Those of these heads, written down elsewhere, that stand here otherwise or not at all.
/// # Errors
/// What the database answers.
pub async fn compare(db: &Db, noted: &[Head]) -> Result<Vec<Head>, Fault> {
    let mut others = vec![];
    for head in noted {
        let find = async |tx: Tx| Ok(seal::seal_of(&tx, access::may_seal(tx.actor(), head.owner)?, head.number).await?);
        let stands = db.read(&Actor::portal(head.owner), find).await?;
        if stands.as_deref() != Some(head.seal.as_str()) {
            others.push(head.clone());
        }
    }
    Ok(others)
}

async fn head(db: &Db, organisation: OrganisationId) -> Result<Option<Head>, Fault> {
    db.read(&Actor::portal(organisation), async |tx| Ok(seal::head(&tx, organisation).await?)).await
}

async fn everybody(db: &Db) -> Result<Vec<OrganisationId>, Fault> {
    let all = db.read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    Ok(all.into_iter().map(|organisation| organisation.id).collect())
}
