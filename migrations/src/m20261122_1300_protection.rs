//! People whose name and address are protected, and those who may see them.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{Column, TableOf, flag, global, id, moment, owned, text};

const DUTY: &str = "legal duty: protection of people under threat";

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_1300_protection"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            table.create(schema).await?;
        }
        is_protected().add_to(schema, "persons", "NULL").await
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What the tables are after this migration.
pub(crate) fn grow(tables: &mut Vec<TableOf>) {
    tables.iter_mut().filter(|table| table.name() == "persons").for_each(|table| table.add_column(is_protected()));
    tables.extend(self::tables());
}

/// New column of `persons`: name and address stand in `protections`, and what stands here is a working name.
fn is_protected() -> Column {
    flag("is_protected").null().personal()
}

fn tables() -> Vec<TableOf> {
    vec![protections(), trustees()]
}

fn protections() -> TableOf {
    global("protections", "sign-in and mail find a person's address before anybody is known")
        .kept("hiding who somebody is and how they are reached from all but few", "as long as it is needed", DUTY)
        .col(id("person_id").personal())
        .col(text("given_name").personal())
        .col(text("family_name").personal())
        .col(text("email").null().personal())
        .col(text("phone").null().personal())
        .col(text("reason").personal()) // told to the person and to trustees
        .col(id("set_by_id").null().personal()) // empty: a file
        .col(moment("set_at").personal())
        .primary_key(["person_id"])
        .references("persons", ["person_id"])
}

fn trustees() -> TableOf {
    owned("trustees")
        .kept("who may see people whose name and address are protected", "as long as the trust is held", DUTY)
        .col(id("person_id").personal())
        .col(id("given_by_id").null().personal())
        .col(moment("given_at").personal())
        .primary_key(["owner_id", "person_id"])
        .references("persons", ["person_id"])
}
