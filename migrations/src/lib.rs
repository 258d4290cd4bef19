//! The schema of both databases. A landed migration never changes; the next change is a new file.

pub mod schema;

mod m20261121_2100_house;
mod m20261122_0315_mechanisms;
mod m20261122_0320_operating;
mod m20261122_0325_people;
mod m20261122_0330_signing_in;
mod m20261122_0340_threads;
mod m20261122_0350_notices;
mod m20261122_0410_views;
mod m20261122_0430_guides;
mod m20261122_0725_matters;
mod m20261122_0730_tokens;
mod m20261122_0755_drafts;
mod m20261122_0800_webhooks;
mod m20261122_0845_keeping;
mod m20261122_0910_passkeys;
mod m20261122_0950_sealed;
mod m20261122_1000_confidences;
mod m20261122_1010_practice;
mod m20261122_1020_restrictions;
mod m20261122_1300_protection;
mod m20261122_1310_incidents;
mod m20261122_1320_questions;
mod m20261122_1330_box_notices;
mod m20261122_1340_told_before_lifting;
mod m20261122_1750_token_lists;
mod m20261123_0300_search_key;
mod m20261123_0310_facts;
mod m20261123_0600_calendar;

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr};
use sea_orm_migration::{MigrationTrait, MigratorTrait, async_trait};

/// Every migration, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261121_2100_house::MIGRATION),
            Box::new(m20261122_0315_mechanisms::Migration),
            Box::new(m20261122_0320_operating::MIGRATION),
            Box::new(m20261122_0325_people::Migration),
            Box::new(m20261122_0330_signing_in::Migration),
            Box::new(m20261122_0340_threads::MIGRATION),
            Box::new(m20261122_0350_notices::MIGRATION),
            Box::new(m20261122_0410_views::MIGRATION),
            Box::new(m20261122_0430_guides::MIGRATION),
            Box::new(m20261122_0725_matters::Migration),
            Box::new(m20261122_0730_tokens::MIGRATION),
            Box::new(m20261122_0755_drafts::MIGRATION),
            Box::new(m20261122_0800_webhooks::MIGRATION),
            Box::new(m20261122_0845_keeping::Migration),
            Box::new(m20261122_0910_passkeys::Migration),
            Box::new(m20261122_0950_sealed::MIGRATION),
            Box::new(m20261122_1000_confidences::Migration),
            Box::new(m20261122_1010_practice::Migration),
            Box::new(m20261122_1020_restrictions::MIGRATION),
            Box::new(m20261122_1300_protection::Migration),
            Box::new(m20261122_1310_incidents::Migration),
            Box::new(m20261122_1320_questions::MIGRATION),
            Box::new(m20261122_1330_box_notices::MIGRATION),
            Box::new(m20261122_1340_told_before_lifting::Migration),
            Box::new(m20261122_1750_token_lists::Migration),
            Box::new(m20261123_0300_search_key::Migration),
            Box::new(m20261123_0310_facts::Migration),
            Box::new(m20261123_0600_calendar::MIGRATION),
        ]
    }
}

/// How long a change of the schema waits for a table that others use, as PostgreSQL writes it.
pub const LOCK_MAX: &str = "3s";

/// Brings a database up to date. On PostgreSQL the connection must be the owner's, not the runtime's.
/// # Errors
/// What the database answers.
pub async fn up(database: &DatabaseConnection) -> Result<(), DbErr> {
    up_by::<Migrator>(database).await
}

/// Brings a database to where a release's list of migrations ends. One that a later release has already taken further is
/// left alone: steps only add, so the earlier release goes on working beside the later one, or after it was taken back.
/// # Errors
/// What the database answers; that some steps are unknown and others missing, which no release leaves behind.
pub async fn up_by<M: MigratorTrait>(database: &DatabaseConnection) -> Result<(), DbErr> {
    grant(database).await?;
    let done = M::get_migration_models(database).await?;
    let names: Vec<String> = M::migrations().iter().map(|step| step.name().to_owned()).collect();
    let further = done.iter().any(|step| !names.contains(&step.version));
    let Some(missing) = names.iter().find(|name| !done.iter().any(|step| step.version == **name)) else {
        return Ok(());
    };
    if further {
        return Err(DbErr::Custom(format!(
            "the database is neither of this release nor of a later one: it lacks {missing} and has steps that are unknown here"
        )));
    }
    M::up(database, None).await
}

/// What the owner makes from now on, the portal may use.
async fn grant(database: &DatabaseConnection) -> Result<(), DbErr> {
    if database.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let grant =
        format!("ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {}", schema::RUNTIME_ROLE);
    database.execute_unprepared(&grant).await.map(drop)
}

/// Brings the database at this address up to date, over one connection that is closed afterwards.
/// # Errors
/// What the database answers.
pub async fn up_at(url: &str) -> Result<(), DbErr> {
    up_at_by::<Migrator>(url).await
}

/// The same by another release's list.
/// # Errors
/// As [`up_by`].
pub async fn up_at_by<M: MigratorTrait>(url: &str) -> Result<(), DbErr> {
    let database = connect(url).await?;
    up_by::<M>(&database).await?;
    database.close().await
}

/// One connection. On PostgreSQL no change of the schema waits longer for a table than [`LOCK_MAX`]: whoever works there
/// would wait behind it. The upgrade then fails whole and is started again.
async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    options.map_sqlx_postgres_opts(|postgres| postgres.options([("lock_timeout", LOCK_MAX)]));
    Database::connect(options).await
}

/// Takes a database at this address through the next `steps` migrations alone, as an older program would have.
/// # Errors
/// What the database answers.
pub async fn up_some_at(url: &str, steps: u32) -> Result<(), DbErr> {
    let database = connect(url).await?;
    grant(&database).await?;
    Migrator::up(&database, Some(steps)).await?;
    database.close().await
}

/// The names of all migrations, oldest first.
pub fn names() -> Vec<String> {
    Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect()
}

/// Every table as it stands after the last migration.
pub fn tables() -> Vec<schema::TableOf> {
    let mut tables = m20261121_2100_house::tables();
    m20261122_0315_mechanisms::grow(&mut tables);
    tables.extend(m20261122_0320_operating::tables());
    m20261122_0325_people::grow(&mut tables);
    tables.retain(|table| !m20261122_0330_signing_in::REPLACED.contains(&table.name()));
    tables.extend(m20261122_0330_signing_in::tables());
    tables.extend(m20261122_0340_threads::tables());
    tables.extend(m20261122_0350_notices::tables());
    tables.extend(m20261122_0410_views::tables());
    tables.extend(m20261122_0430_guides::tables());
    m20261122_0725_matters::grow(&mut tables);
    tables.extend(m20261122_0730_tokens::tables());
    tables.extend(m20261122_0755_drafts::tables());
    tables.extend(m20261122_0800_webhooks::tables());
    m20261122_0845_keeping::grow(&mut tables);
    m20261122_0910_passkeys::grow(&mut tables);
    tables.extend(m20261122_0950_sealed::tables());
    m20261122_1000_confidences::grow(&mut tables);
    m20261122_1010_practice::grow(&mut tables);
    tables.extend(m20261122_1020_restrictions::tables());
    m20261122_1300_protection::grow(&mut tables);
    m20261122_1310_incidents::grow(&mut tables);
    tables.extend(m20261122_1320_questions::tables());
    tables.extend(m20261122_1330_box_notices::tables());
    m20261122_1340_told_before_lifting::grow(&mut tables);
    tables.extend(m20261122_1750_token_lists::tables());
    m20261123_0300_search_key::grow(&mut tables);
    m20261123_0310_facts::grow(&mut tables);
    tables.extend(m20261123_0600_calendar::tables());
    for (name, retention) in KEPT_NOW {
        tables.iter_mut().filter(|table| table.name() == name).for_each(|table| table.keep(retention));
    }
    tables
}

/// How long rows are kept by now where the step that made their table promised less: a landed step never changes.
const KEPT_NOW: [(&str, &str); 4] = [
    ("persons", "10 years after the last affiliation and the last round have ended"),
    ("credentials", "until the person replaces or removes it; 90 days after the last affiliation has ended"),
    ("identities", "until the person disconnects it; 90 days after the last affiliation has ended"),
    ("operators", "until the task is given up, or the person is let go"),
];
