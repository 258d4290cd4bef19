//! A matter has one thread, whoever begins it; and what is sent along stands in the blob store.

use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{Column, DUTY, TableOf, global, id, word};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_0725_matters"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        matters().create(schema).await?;
        blob().add_to(schema, "thread_files", "NULL").await?;
        // Of threads that were begun twice the first stands for the matter; both stay where they are.
        let begun = "INSERT INTO matters (office_id, matter, thread_owner_id, thread_id) \
                     SELECT office_id, matter, owner_id, id FROM threads t WHERE NOT EXISTS (SELECT 1 FROM threads e \
                     WHERE e.office_id = t.office_id AND e.matter = t.matter AND e.id < t.id)";
        schema.get_connection().execute_unprepared(begun).await.map(drop)
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What the tables are after this migration.
pub(crate) fn grow(tables: &mut Vec<TableOf>) {
    tables.iter_mut().filter(|table| table.name() == "thread_files").for_each(|table| table.add_column(blob()));
    tables.push(matters());
}

/// The blob with the content; empty for files whose content is in their row.
fn blob() -> Column {
    word("blob").null().personal()
}

fn matters() -> TableOf {
    global("matters", "either party may begin a thread, each in its own name, and only one of them shall")
        .kept("one thread for one matter", "10 years after the matter is closed", DUTY)
        .col(id("office_id"))
        .col(word("matter").personal()) // kind, subject and parties in one word
        .col(id("thread_owner_id"))
        .col(id("thread_id"))
        .primary_key(["office_id", "matter"])
        .references("organisations", ["office_id"])
}
