//! Seals over the journal, organisations that leave, and lines about looks that go when their time is over.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{LOG, RUNTIME_ROLE, TableOf, big, day, id, moment, owned, text, word};

const DUTY: &str = "legal duty: public administration and archives";

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_0845_keeping"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            table.create(schema).await?;
        }
        let database = schema.get_connection();
        let let_go = match database.get_database_backend() {
            DbBackend::Postgres => format!("GRANT DELETE ON {LOOKS} TO {RUNTIME_ROLE}"),
            _ => format!("DROP TRIGGER {LOOKS}_no_delete"),
        };
        database.execute_unprepared(&let_go).await.map(drop)
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Kept for two years, as promised, and then removed.
const LOOKS: &str = "looks";

/// What the tables are after this migration.
pub(crate) fn grow(tables: &mut Vec<TableOf>) {
    tables.iter_mut().filter(|table| table.name() == LOOKS).for_each(TableOf::let_go);
    tables.extend(self::tables());
}

fn tables() -> Vec<TableOf> {
    vec![journal_seals(), departures()]
}

fn journal_seals() -> TableOf {
    owned("journal_seals")
        .kept("showing that nobody changed the journal afterwards", "as long as the journal", LOG)
        .col(big("number")) // from 1, in the order in which entries were sealed
        .col(id("entry_id")) // of the journal; no key, so that a dropped entry is found and not prevented
        .col(word("seal")) // SHA-256 over the entry and the seal before it, hex
        .primary_key(["owner_id", "number"])
        .unique(["owner_id", "entry_id"])
        .append_only()
}

fn departures() -> TableOf {
    owned("departures")
        .kept("that and when an organisation leaves, and what became of its rows", "10 years", DUTY)
        .col(moment("announced_at"))
        .col(day("leaves_on")) // the first day on which its rows may be removed
        .col(text("export_file")) // where its rows were written before
        .col(word("export_sha256")) // of that file
        .col(moment("exported_at"))
        .col(moment("removed_at").null())
        .primary_key(["owner_id"])
}
