//! A round chooses how its places are allocated, and the office keeps what it knows about one student at one place.

use sea_orm::{ConnectionTrait, DbErr};
use sea_orm_migration::prelude::{Expr, ExprTrait};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{Column, DUTY, TableOf, flag, id, integer, moment, owned, text, word};

/// Every way of allocating: the engine's mechanisms, and by hand.
const MECHANISMS: [&str; 7] = ["lottery", "priority", "mincost", "rankmax", "greedymax", "generous", "manual"];

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_0315_mechanisms"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        // The rule that the column holds nothing but `lottery` goes with the column; no other value was possible.
        let database = schema.get_connection();
        database.execute_unprepared("ALTER TABLE rounds DROP COLUMN mechanism").await?;
        for (column, before) in columns() {
            column.add_to(schema, "rounds", before).await?;
        }
        pairs().create(schema).await
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What the tables are after this migration.
pub(crate) fn grow(tables: &mut Vec<TableOf>) {
    for table in tables.iter_mut().filter(|table| table.name() == "rounds") {
        table.drop_column("mechanism");
        columns().into_iter().for_each(|(column, _)| table.add_column(column));
    }
    tables.push(pairs());
}

/// The round's new columns, each with what rounds made before have there.
fn columns() -> Vec<(Column, &'static str)> {
    let among = |column: &'static str, words: &[&'static str]| Expr::col(column).is_in(words.iter().copied());
    vec![
        (word("mechanism").business().check(among("mechanism", &MECHANISMS)), "'lottery'"),
        // what becomes of lists with fewer wishes than the round asks for
        (word("short_lists").business().check(among("short_lists", &["count", "refuse", "complete"])), "'count'"),
        (text("cost_table"), "'1,2,3'"), // what each rank costs, as it is announced
        (integer("travel_limit_minutes").null().check(Expr::col("travel_limit_minutes").gte(1)), "NULL"),
        (flag("keeps_groups"), "true"),
        (text("classes_text"), "''"), // what the hosts' priority classes mean, as it is announced
    ]
}

/// A pair does not hold its place offer: an offer that is taken back leaves a pair that nobody reads.
fn pairs() -> TableOf {
    owned("pairs")
        .kept("what the office knows about one student at one place offer", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("person_id").personal())
        .col(id("offer_id").personal())
        .col(integer("class").null().personal().check(Expr::col("class").gte(0))) // the host's, 0 goes first
        .col(integer("travel_minutes").null().personal().check(Expr::col("travel_minutes").gte(0)))
        .col(word("ban").null().personal().check(Expr::col("ban").is_in(["own_workplace", "relative", "other"])))
        .col(id("by_id").null().personal())
        .col(moment("at"))
        .primary_key(["owner_id", "round_id", "person_id", "offer_id"])
        .references("persons", ["person_id"])
}
