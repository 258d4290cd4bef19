//! What the databases themselves must hold: keys, the second net, append-only tables, the data map.

use std::collections::{BTreeMap, BTreeSet};

use base::{Id, OrganisationId, PersonId};
use kit::actor::{Actor, Held, Role};
use kit::db::Tx;
use kit::fault::Fault;
use kit::journal::Event;
use macros::both_databases;
use migrations::schema::Class;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use uuid::Uuid;

use crate::testkit::Town;

/// Rows of text, whatever the columns were.
async fn ask(tx: &Tx, sql: &str) -> Result<Vec<Vec<String>>, Fault> {
    let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql)).await?;
    let columns = |row: &sea_orm::QueryResult| -> Vec<String> {
        (0..row.column_names().len()).map(|at| row.try_get_by_index::<String>(at).unwrap_or_default()).collect()
    };
    Ok(rows.iter().map(columns).collect())
}

async fn column(tx: &Tx, sql: &str) -> Result<BTreeSet<String>, Fault> {
    Ok(ask(tx, sql).await?.into_iter().filter_map(|row| row.into_iter().next()).collect())
}

async fn columns_of(tx: &Tx, table: &str) -> Result<BTreeSet<String>, Fault> {
    let sql = match tx.backend() {
        DbBackend::Postgres => format!(
            "SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'"
        ),
        _ => format!("SELECT name FROM pragma_table_info('{table}')"),
    };
    column(tx, &sql).await
}

async fn tables(tx: &Tx) -> Result<BTreeSet<String>, Fault> {
    let sql = match tx.backend() {
        DbBackend::Postgres => {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'seaql_migrations'"
        }
        _ => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'seaql_migrations'"
        }
    };
    column(tx, sql).await
}

/// The columns of each primary or unique key of a table, in order.
async fn keys(tx: &Tx, table: &str) -> Result<Vec<Vec<String>>, Fault> {
    let sql = match tx.backend() {
        DbBackend::Postgres => format!(
            "SELECT (SELECT string_agg(a.attname, ',' ORDER BY k.at) FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, at) \
             JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number)::text \
             FROM pg_index i WHERE i.indrelid = '{table}'::regclass AND i.indisunique"
        ),
        _ => format!(
            "SELECT (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(list.name) ORDER BY seqno)) \
             FROM pragma_index_list('{table}') AS list WHERE list.\"unique\" = 1"
        ),
    };
    Ok(column(tx, &sql).await?.iter().map(|key| key.split(',').map(ToOwned::to_owned).collect()).collect())
}

#[both_databases]
async fn owned_keys_begin_with_the_owner_and_global_tables_are_listed(town: Town) {
    let offenders = town
        .db()
        .read(&Actor::nobody(), async |tx| {
            let listed: BTreeMap<_, _> =
                migrations::tables().iter().map(|t| (t.name().to_owned(), t.global_because())).collect();
            let mut offenders: Vec<String> = vec![];
            for table in tables(&tx).await? {
                match listed.get(&table) {
                    None => offenders.push(format!("{table} is in no list")),
                    Some(Some(_)) => {}
                    Some(None) => {
                        for key in keys(&tx, &table).await? {
                            if key.first().map(String::as_str) != Some("owner_id") {
                                offenders.push(format!("{table} has a key on {key:?}"));
                            }
                        }
                    }
                }
            }
            Ok(offenders)
        })
        .await
        .unwrap();
    assert_eq!(offenders, [] as [String; 0]);
}

#[both_databases]
async fn every_column_stands_in_the_data_map_with_purpose_retention_and_ground(town: Town) {
    let (mapped, found) = town
        .db()
        .read(&Actor::nobody(), async |tx| {
            let map = migrations::tables().into_iter().flat_map(|table| table.data_map());
            let mapped: BTreeSet<String> = map.map(|line| format!("{}.{}", line.table, line.column)).collect();
            let mut found = BTreeSet::new();
            for table in tables(&tx).await? {
                found.extend(columns_of(&tx, &table).await?.into_iter().map(|column| format!("{table}.{column}")));
            }
            Ok((mapped, found))
        })
        .await
        .unwrap();
    assert_eq!(mapped, found);
    for line in migrations::tables().into_iter().flat_map(|table| table.data_map()) {
        assert!(!line.purpose.is_empty() && !line.retention.is_empty() && !line.ground.is_empty(), "{line:?}");
        let about_a_person =
            ["person_id", "email", "phone", "given_name", "family_name", "to_address"].contains(&line.column);
        assert!(!about_a_person || line.class == Class::Personal, "{}.{} is about a person", line.table, line.column);
    }
}

#[both_databases]
async fn rows_of_append_only_tables_can_be_neither_changed_nor_removed(town: Town) {
    let owner = town.organisation("Østmarka university college").await;
    let actor = Actor::portal(owner);
    town.db()
        .write(&actor, async |tx| {
            kit::journal::note(&tx, owner, Event::of("tested", "organisation", owner)).await?;
            Ok(())
        })
        .await
        .unwrap();
    let tables: Vec<_> = migrations::tables().into_iter().filter(|table| table.never_changes()).collect();
    assert!(tables.iter().filter(|table| table.is_append_only()).count() >= 8, "the journal, wishes, decisions");
    for table in &tables {
        let change = format!("UPDATE {} SET owner_id = owner_id", table.name());
        let remove = format!("DELETE FROM {}", table.name());
        for sql in [Some(change), table.is_append_only().then_some(remove)].into_iter().flatten() {
            let done = town.db().write(&actor, async |tx| Ok(tx.execute_unprepared(&sql).await?.rows_affected())).await;
            match done {
                // SQLite's guards wake up for each row, and most tables are empty here.
                Ok(rows) => {
                    assert!(town.db().backend() == DbBackend::Sqlite && rows == 0 && table.name() != "journal", "{sql}")
                }
                Err(fault) => assert!(format!("{fault:?}").contains(table.name()), "{sql}: {fault:?}"),
            }
        }
    }
}

fn administrator_of(organisation: OrganisationId) -> Actor {
    let held = Held { organisation, role: Role::Administrator, units: None };
    Actor::person(PersonId::from_uuid(Uuid::from_u128(7))).with(vec![held], vec![], None)
}

#[both_databases]
async fn the_second_net_shows_only_rows_of_the_actors_organisations(town: Town) {
    if town.db().backend() == DbBackend::Sqlite {
        return; // SQLite has no second net: scope types alone, same matrix in the stranger test
    }
    let (mine, other) = (town.organisation("Mine").await, town.organisation("Other").await);
    for owner in [mine, other] {
        let note = |tx: Tx| async move {
            kit::journal::note(&tx, owner, Event::of("tested", "organisation", owner)).await?;
            Ok(())
        };
        town.db().write(&Actor::portal(owner), note).await.unwrap();
    }
    let seen = async |actor: Actor| {
        town.db()
            .read(&actor, async |tx| column(&tx, "SELECT DISTINCT owner_id::text FROM journal").await)
            .await
            .unwrap()
    };
    let just = |id: OrganisationId| BTreeSet::from([id.to_string()]);
    // The same few connections, two organisations in turn: nothing of one transaction is left for the next.
    for _ in 0..100 {
        assert_eq!(seen(administrator_of(mine)).await, just(mine));
        assert_eq!(seen(administrator_of(other)).await, just(other));
        assert_eq!(seen(Actor::nobody()).await, BTreeSet::new());
    }
    let foreign = format!(
        "INSERT INTO journal (owner_id, id, at, kind, subject_kind, facts, request_id) \
         VALUES ('{other}', gen_random_uuid(), now(), 'x', 'x', '{{}}', '')"
    );
    let refused = town.db().write(&administrator_of(mine), async |tx| Ok(tx.execute_unprepared(&foreign).await?)).await;
    assert!(format!("{:?}", refused.err()).contains("row-level security"));
    let off = "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace \
               AND relname <> 'seaql_migrations' AND NOT (relrowsecurity AND relforcerowsecurity)";
    let without = town.db().read(&Actor::nobody(), async |tx| column(&tx, off).await).await.unwrap();
    let global: BTreeSet<String> =
        migrations::tables().iter().filter(|t| t.global_because().is_some()).map(|t| t.name().to_owned()).collect();
    assert_eq!(without, global);
}

#[both_databases]
async fn a_read_cannot_write(town: Town) {
    let owner = town.organisation("Mine").await;
    let tried = town
        .db()
        .read(&Actor::portal(owner), async |tx| {
            kit::journal::note(&tx, owner, Event::of("tested", "organisation", owner)).await?;
            Ok(())
        })
        .await;
    let text = format!("{:?}", tried.err()).to_lowercase();
    assert!(text.contains("read-only") || text.contains("readonly"), "{text}");
}

#[both_databases]
async fn a_strong_role_is_refused_at_the_start(town: Town) {
    let Some(url) = town.owner_url() else { return };
    let opened = kit::db::Db::open(&kit::db::Place::Postgres { url, connections: 1 }).await;
    assert!(format!("{:?}", opened.err()).contains("portal_runtime"));
}
