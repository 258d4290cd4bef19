//! What is told in confidence when somebody is placed by hand, who may read it, and the second pair of eyes.
//!
//! Reasons that were written before move out of the open table, and the start seals them: only the portal has the key.
//! Their column stays, empty, for an older program that still works beside; a later release takes it away.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::prelude::{Expr, ExprTrait};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{DUTY, LOG, TableOf, flag, id, integer, moment, owned, text, word};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_1000_confidences"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            table.create(schema).await?;
        }
        let database = schema.get_connection();
        let mut statements = vec![
            "INSERT INTO confidences (owner_id, id, round_id, person_id, by_id, at, before) \
             SELECT owner_id, id, round_id, person_id, by_id, at, ground || ':' || reason FROM hand_placements \
             WHERE reason <> ''",
        ];
        // The rows can only be added to: this is the one time that they change, and the guard is there again afterwards.
        match database.get_database_backend() {
            DbBackend::Postgres => statements.push(UNTOLD),
            _ => statements.extend(["DROP TRIGGER hand_placements_no_update", UNTOLD, GUARD]),
        }
        for statement in statements {
            database.execute_unprepared(statement).await?;
        }
        Ok(())
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// That somebody had a decision on special considerations says enough: it stands with the reason from now on.
const UNTOLD: &str = "UPDATE hand_placements SET reason = '', \
                      ground = CASE WHEN ground = 'considerations' THEN 'other' ELSE ground END";
const GUARD: &str = "CREATE TRIGGER hand_placements_no_update BEFORE UPDATE ON hand_placements BEGIN SELECT \
                     RAISE(ABORT, 'hand_placements is append-only'); END";

/// What the tables are after this migration.
pub(crate) fn grow(all: &mut Vec<TableOf>) {
    all.extend(tables());
}

fn tables() -> Vec<TableOf> {
    vec![confidences(), confidants(), confidence_openings(), placing_rules(), second_looks(), second_look_classes()]
}

fn one_of(column: &'static str, words: &[&'static str]) -> Expr {
    Expr::col(column).is_in(words.iter().copied())
}

fn confidences() -> TableOf {
    owned("confidences")
        .kept("why somebody was placed by hand, in confidence", "10 years after the period, or until erased", DUTY)
        .col(id("id")) // the placement by hand it is the reason of, or the question for a second look
        .col(id("round_id"))
        .col(id("person_id").personal())
        .col(text("sealed").null().secret()) // ground and reason
        .col(text("before").null().secret()) // the same as it stood before there were seals; emptied by the next start
        .col(id("by_id").null().personal())
        .col(moment("at"))
        .primary_key(["owner_id", "id"])
        .index(["owner_id", "round_id", "person_id"])
        .references("persons", ["person_id"])
}

fn confidants() -> TableOf {
    owned("confidants")
        .kept("who reads what was told in confidence", "as long as the organisation wants it so", LOG)
        .col(id("person_id").personal())
        .col(id("by_id").null().personal())
        .col(moment("at"))
        .primary_key(["owner_id", "person_id"])
        .references("persons", ["person_id"])
        .seen_by_person("person_id")
}

fn confidence_openings() -> TableOf {
    owned("confidence_openings")
        .kept("who read what was told in confidence, and what for", "10 years", LOG)
        .col(id("id"))
        .col(id("round_id"))
        .col(id("person_id").personal()) // about whom
        .col(id("by_id").personal())
        .col(word("why").personal().check(one_of("why", &["deciding", "complaint", "asked", "checking"])))
        .col(moment("at").personal())
        .primary_key(["owner_id", "id"])
        .index(["person_id", "at"])
        .references("persons", ["person_id"])
        .seen_by_person("person_id")
}

fn placing_rules() -> TableOf {
    owned("placing_rules")
        .kept("whether placing by hand needs a second pair of eyes", "as long as the organisation takes part", DUTY)
        .col(flag("second_pair"))
        .col(moment("changed_at"))
        .primary_key(["owner_id"])
}

fn second_looks() -> TableOf {
    owned("second_looks")
        .kept(
            "what one of the office asked for and another confirmed or turned down",
            "10 years after the period",
            DUTY,
        )
        .col(id("id")) // a placement by hand has the same one
        .col(id("round_id").null()) // empty: about the rule itself
        .col(word("kind").check(one_of("kind", &["placement", "release", "classes", "rule"])))
        .col(id("person_id").null().personal())
        .col(id("offer_id").null().personal())
        .col(word("ground").null().personal()) // as it may be told
        .col(integer("count")) // how many priority classes
        .col(word("state").check(one_of("state", &["waiting", "confirmed", "refused", "withdrawn"])))
        .col(id("by_id").personal())
        .col(moment("at"))
        .col(id("decided_by_id").null().personal())
        .col(moment("decided_at").null())
        .col(text("note").null()) // why classes or the rule were turned down; about a person it stands in confidence
        .primary_key(["owner_id", "id"])
        .index(["owner_id", "state", "at"])
        .index(["owner_id", "round_id", "person_id"])
        .references("persons", ["person_id"])
        .references("persons", ["by_id"])
}

fn second_look_classes() -> TableOf {
    owned("second_look_classes")
        .kept("the priority classes that wait for a second look, or had one", "10 years after the period", DUTY)
        .col(id("look_id"))
        .col(id("person_id").personal())
        .col(id("offer_id").personal())
        .col(integer("class").null().personal().check(Expr::col("class").gte(0)))
        .primary_key(["owner_id", "look_id", "person_id", "offer_id"])
        .references("second_looks", ["owner_id", "look_id"])
        .references("persons", ["person_id"])
}
