//! Passkeys, and looking with somebody else's eyes: what a device was asked, and for how long a session shows another
//! person's pages.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{Column, LOG, TableOf, global, id, moment, text, word};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_0910_passkeys"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        passkey_challenges().create(schema).await?;
        for column in more() {
            column.add_to(schema, "sessions", "NULL").await?;
        }
        Ok(())
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What the tables are after this migration.
pub(crate) fn grow(tables: &mut Vec<TableOf>) {
    for table in tables.iter_mut().filter(|table| table.name() == "sessions") {
        more().into_iter().for_each(|column| table.add_column(column));
    }
    tables.push(passkey_challenges());
}

/// New columns of `sessions`; a session begun before shows its holder's own pages.
fn more() -> Vec<Column> {
    vec![
        id("support_id").null(),          // the record of it
        id("shown_id").null().personal(), // whose pages the session shows; empty: its holder's own
        moment("shown_until").null(),     // afterwards its holder's own again
    ]
}

fn passkey_challenges() -> TableOf {
    global("passkey_challenges", "a passkey may be asked for before anybody is known")
        .kept("recognising the answer of a device that was asked for a passkey", "1 day", LOG)
        .col(word("id").secret()) // SHA-256 of the cookie's value it was asked under, hex
        .col(word("cause")) // new, second, again or enter
        .col(id("person_id").null().personal()) // who was asked; empty: whoever answers
        .col(text("state").secret()) // the challenge, and what the answer must hold to
        .col(moment("created_at"))
        .col(moment("expires_at"))
        .primary_key(["id", "cause"])
        .references("persons", ["person_id"])
}
