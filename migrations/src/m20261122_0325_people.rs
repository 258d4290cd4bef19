//! People and their organisations as they are kept in the portal: dated unit trees, a register of people, deputies, the
//! mailbox of a role, invitations, access for support, and records of merging.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::prelude::{Alias, Expr, ExprTrait, Index};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{
    Column, DUTY, LOG, TASK, TableOf, day, flag, global, id, integer, json, moment, owned, text, word,
};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_0325_people"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            table.create(schema).await?;
        }
        for (table, columns) in more() {
            for column in columns {
                column.add_to(schema, table, "NULL").await?;
            }
        }
        for (table, columns) in INDEXES {
            add_index(schema, table, columns).await?;
        }
        // Somebody may work at two wards of one organisation.
        schema.get_connection().execute_unprepared("DROP INDEX uq_affiliations_owner_id_kind_person_id").await?;
        fill_register(schema).await
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Whoever is bound to an organisation already stands in its register. Names are folded by the portal, not by the
/// database, so a job for each organisation writes them.
async fn fill_register(schema: &SchemaManager<'_>) -> Result<(), DbErr> {
    let database = schema.get_connection();
    let members = "INSERT INTO members (owner_id, person_id, sort_key, search_key, from_on, until_on, is_open) \
                   SELECT b.owner_id, b.person_id, '', '', min(b.from_on), max(b.until_on), \
                   max(CASE WHEN b.until_on IS NULL THEN 1 ELSE 0 END) = 1 FROM (\
                     SELECT owner_id, person_id, from_on, until_on FROM affiliations \
                     UNION ALL SELECT owner_id, person_id, from_on, until_on FROM roles) b \
                   GROUP BY b.owner_id, b.person_id";
    database.execute_unprepared(members).await?;
    let nothing = if database.get_database_backend() == DbBackend::Postgres { "'{}'::jsonb" } else { "'{}'" };
    let jobs = format!(
        "INSERT INTO jobs (id, organisation_id, kind, payload, state, run_at, attempts, step, steps, created_at) \
         SELECT id, id, 'register', {nothing}, 'waiting', created_at, 0, 0, 1, created_at FROM organisations"
    );
    database.execute_unprepared(&jobs).await.map(drop)
}

/// What the tables are after this migration.
pub(crate) fn grow(tables: &mut Vec<TableOf>) {
    for (name, columns) in more() {
        for table in tables.iter_mut().filter(|table| table.name() == name) {
            columns.iter().cloned().for_each(|column| table.add_column(column));
        }
    }
    tables.extend(self::tables());
}

fn tables() -> Vec<TableOf> {
    vec![unit_changes(), members(), role_mailboxes(), invitations(), support_accesses(), person_mergers()]
}

/// New columns of tables that are there; rows made before have nothing in them.
fn more() -> Vec<(&'static str, Vec<Column>)> {
    vec![
        (
            "units",
            vec![
                day("from_on").null(),       // empty: always
                day("until_on").null(),      // the last day; empty: no end is planned
                id("merged_into_id").null(), // the unit it became part of; it lies below that one then
            ],
        ),
        (
            "persons",
            vec![
                id("chosen_id").null(),                 // the organisation whose rooms the person opened last
                flag("elsewhere").null(), // belongs to another organisation than the one that registered them
                id("merged_into_id").null().personal(), // the same human being, kept under the other id
            ],
        ),
        (
            "roles",
            vec![
                id("for_id").null().personal(), // a deputy stands in for this person
                id("given_by_id").null().personal(),
                moment("given_at").null(),
            ],
        ),
    ]
}

/// Further ways to find rows.
const INDEXES: [(&str, [&str; 2]); 4] = [
    ("affiliations", ["owner_id", "person_id"]),
    ("affiliations", ["owner_id", "unit_id"]),
    ("roles", ["owner_id", "person_id"]),
    ("roles", ["owner_id", "unit_id"]),
];

async fn add_index(schema: &SchemaManager<'_>, table: &'static str, columns: [&'static str; 2]) -> Result<(), DbErr> {
    let mut index = Index::create();
    index.name(format!("ix_{table}_{}", columns.join("_"))).table(Alias::new(table));
    for column in columns {
        index.col(Alias::new(column));
    }
    schema.create_index(index).await
}

fn one_of(column: &'static str, words: &[&'static str]) -> Expr {
    Expr::col(column).is_in(words.iter().copied())
}

fn unit_changes() -> TableOf {
    owned("unit_changes")
        .kept("how the organisation's structure came about and what is planned", "10 years", DUTY)
        .col(id("id"))
        .col(id("unit_id"))
        .col(word("kind").check(one_of("kind", &["added", "named", "moved", "closed", "merged"])))
        .col(day("from_on")) // the first day on which it holds
        .col(word("state").check(one_of("state", &["planned", "done", "withdrawn", "failed"])))
        .col(json("before")) // the unit as it was
        .col(json("after")) // the unit as it is from then on
        .col(text("note")) // why
        .col(id("by_id").null().personal())
        .col(moment("at"))
        .col(moment("done_at").null())
        .col(word("problem").null()) // what stood in the way
        .primary_key(["owner_id", "id"])
        .index(["owner_id", "unit_id"])
        .index(["owner_id", "state", "from_on"])
        .references("units", ["owner_id", "unit_id"])
}

fn members() -> TableOf {
    owned("members")
        .kept("finding the people of an organisation", "10 years after the last bond ended", TASK)
        .col(id("person_id").personal())
        .col(text("sort_key").personal()) // family name first, as hexadecimal digits that sort as the alphabet does
        .col(text("search_key").personal()) // what is searched, folded
        .col(day("from_on").null().personal()) // of all bonds; empty: always
        .col(day("until_on").null().personal()) // the last day of the last bond that has one
        .col(flag("is_open").personal()) // a bond has no last day
        .primary_key(["owner_id", "person_id"])
        .index(["owner_id", "sort_key"])
        .references("persons", ["person_id"])
        .seen_by_person("person_id")
}

fn role_mailboxes() -> TableOf {
    owned("role_mailboxes")
        .kept("where mail to everybody in a role goes", "as long as the organisation takes part", TASK)
        .col(id("id"))
        .col(word("role"))
        .col(id("unit_id").null()) // the subtree; empty: the whole organisation
        .col(text("email").personal())
        .primary_key(["owner_id", "id"])
        .references("units", ["owner_id", "unit_id"])
}

fn invitations() -> TableOf {
    global("invitations", "an invitation is opened before anybody is known")
        .kept("letting people in", "1 year after it ended", LOG)
        .col(id("id"))
        .col(word("token").secret()) // SHA-256 of the link's token, hex
        .col(id("organisation_id"))
        .col(id("person_id").personal())
        .col(text("about").personal()) // the matter, in the words of whoever invites
        .col(moment("until"))
        .col(id("by_id").null().personal())
        .col(moment("created_at"))
        .col(moment("sent_at"))
        .col(integer("sent"))
        .col(moment("accepted_at").null().personal())
        .col(moment("withdrawn_at").null())
        .primary_key(["id"])
        .unique(["token"])
        .index(["organisation_id", "created_at"])
        .index(["person_id"])
        .references("organisations", ["organisation_id"])
        .references("persons", ["person_id"])
}

fn support_accesses() -> TableOf {
    owned("support_accesses")
        .kept("who looked at the portal with somebody else's eyes, and why", "10 years", LOG)
        .col(id("id"))
        .col(id("by_id").personal())
        .col(id("person_id").personal())
        .col(text("reason").personal())
        .col(moment("at"))
        .col(moment("until"))
        .col(moment("ended_at").null())
        .primary_key(["owner_id", "id"])
        .index(["by_id"])
        .index(["owner_id", "person_id"])
        .references("persons", ["by_id"])
        .references("persons", ["person_id"])
        .seen_by_person("by_id")
}

fn person_mergers() -> TableOf {
    owned("person_mergers")
        .kept("which two entries were one person, and how to take it back", "10 years", DUTY)
        .col(id("id"))
        .col(id("kept_id").personal())
        .col(id("gone_id").personal())
        .col(json("moved").personal()) // what was under which id before
        .col(id("by_id").null().personal())
        .col(moment("at"))
        .col(moment("undone_at").null())
        .primary_key(["owner_id", "id"])
        .index(["owner_id", "kept_id"])
        .index(["owner_id", "gone_id"])
        .references("persons", ["kept_id"])
        .references("persons", ["gone_id"])
}
