//! The register is read by name, and by person where names are alike: an index that ends at the name leaves PostgreSQL to
//! sort everybody before the page that is asked for.

use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::prelude::{Alias, Index};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_2210_register_order"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let columns = ["owner_id", "sort_key", "person_id"];
        let mut index = Index::create();
        index.name(format!("ix_members_{}", columns.join("_"))).table(Alias::new("members"));
        for column in columns {
            index.col(Alias::new(column));
        }
        schema.create_index(index).await?;
        schema.get_connection().execute_unprepared("DROP INDEX ix_members_owner_id_sort_key").await?;
        Ok(())
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
