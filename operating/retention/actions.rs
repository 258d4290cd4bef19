//! Removing what is kept no longer.

pub mod files;
pub mod leavers;

use std::collections::BTreeMap;

use base::OrganisationId;
use kit::actor::Actor;
use kit::blobs::Blobs;
use kit::db::Db;
use kit::fault::Fault;
use kit::journal::{self, Event};
use people::organisations;
use serde_json::json;

use super::model::{Act, Cleared, RULES, Removed, Rule, Whose};
use super::queries;

/// Removes every row whose time is over, organisation by organisation, what people who left signed in with, and the names of
/// those who left long ago; tells how many by table. Dry: counts alone.
/// Broken off and begun anew it goes on where it was.
/// # Errors
/// What the database answers.
pub async fn run(db: &Db, dry: bool) -> Result<Vec<Removed>, Fault> {
    let all = db.read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    // Before the rows that say who left, and since when.
    let mut found = leavers::sign_in(db, dry).await?;
    for rule in RULES.iter().filter(|rule| rule.whose == Whose::Portal) {
        found.push(told(rule, dry, apply(db, &Actor::nobody(), rule, dry).await?));
    }
    let mut counts: BTreeMap<&'static str, u64> = BTreeMap::new();
    for organisation in all {
        for (table, rows) in of_owner(db, organisation.id, dry).await? {
            *counts.entry(table).or_default() += rows;
        }
    }
    let owned = RULES.iter().filter(|rule| rule.whose == Whose::Owner);
    found.extend(owned.map(|rule| told(rule, dry, counts.get(rule.table).copied().unwrap_or_default())));
    found.push(leavers::erase(db, dry).await?);
    Ok(found)
}

/// Removes rows and files whose time is over. Dry: counts alone. What was done with the rows is told whatever becomes of the
/// files.
/// # Errors
/// What the database answers about the rows.
pub async fn clear(db: &Db, blobs: &Blobs, dry: bool) -> Result<Cleared, Fault> {
    let rows = run(db, dry).await?;
    let files = files::sweep(db, blobs, dry).await.map_err(|fault| format!("{fault:?}"));
    Ok(Cleared { rows, files })
}

fn told(rule: &Rule, dry: bool, rows: u64) -> Removed {
    Removed { table: rule.table, days: rule.days, rows, is_gone: !dry && rule.act == Act::Remove }
}

/// One organisation's rows; its journal tells what was removed.
async fn of_owner(db: &Db, organisation: OrganisationId, dry: bool) -> Result<Vec<(&'static str, u64)>, Fault> {
    let actor = Actor::portal(organisation);
    let mut counts = vec![];
    for rule in RULES.iter().filter(|rule| rule.whose == Whose::Owner) {
        counts.push((rule.table, apply(db, &actor, rule, dry).await?));
    }
    let removes = |table: &str| RULES.iter().any(|rule| rule.table == table && rule.act == Act::Remove);
    let gone: BTreeMap<_, _> = counts.iter().copied().filter(|(table, rows)| *rows > 0 && removes(table)).collect();
    if !dry && !gone.is_empty() {
        let event = || Event::of("rows-removed", "organisation", organisation).with(json!(gone));
        db.write(&actor, async |tx| Ok(journal::note(&tx, organisation, event()).await?)).await?;
    }
    Ok(counts)
}

async fn apply(db: &Db, actor: &Actor, rule: &Rule, dry: bool) -> Result<u64, Fault> {
    if dry || rule.act == Act::Count {
        let count = async |tx: kit::db::Tx| Ok(queries::count(&tx, rule, tx.now() - rule.length()).await?);
        return db.read(actor, count).await;
    }
    let mut gone = 0;
    loop {
        let remove = async |tx: kit::db::Tx| Ok(queries::remove(&tx, rule, tx.now() - rule.length()).await?);
        let (rows, all) = db.write(actor, remove).await?;
        gone += rows;
        if all {
            return Ok(gone);
        }
    }
}
