//! How a table is described: its columns, its keys, who may see a row, and why each column is kept.
//! One description makes the table on both databases, the row level security of PostgreSQL and the data map.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::prelude::{
    Alias, ColumnDef, ColumnType, Expr, ForeignKey, ForeignKeyAction, Index, Table as Sql,
};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

/// The role that owns the tables on PostgreSQL and runs migrations.
pub const OWNER_ROLE: &str = "portal_owner";
/// The role the portal works as on PostgreSQL: neither owner nor allowed past the row level security.
pub const RUNTIME_ROLE: &str = "portal_runtime";

/// The ground of what carries placements out.
pub const TASK: &str = "public task: carrying out placements";
/// The ground of what documents them.
pub const DUTY: &str = "public task: documentation duty";
/// The ground of what keeps the portal safe.
pub const LOG: &str = "legal duty: security of processing";

/// What a column holds, seen from privacy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Keys, states and clocks of the portal itself.
    Technical,
    /// Facts about rounds, places and organisations.
    Business,
    /// Says something about a person.
    Personal,
    /// Opens something: only hashes are stored, or the value is sealed until its time.
    Secret,
}

/// One line of the data map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Table
    pub table: &'static str,
    /// Column
    pub column: &'static str,
    /// What it holds
    pub class: Class,
    /// Why it is kept
    pub purpose: &'static str,
    /// How long it is kept
    pub retention: &'static str,
    /// The legal ground
    pub ground: &'static str,
}

/// A migration that makes tables and nothing else.
pub struct NewTables {
    /// Its file, which is its name in the database
    pub name: &'static str,
    /// The tables, those that others point at first
    pub tables: fn() -> Vec<TableOf>,
}

impl MigrationName for NewTables {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for NewTables {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in (self.tables)() {
            table.create(schema).await?;
        }
        Ok(())
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// A column under construction.
#[derive(Debug, Clone)]
pub struct Column {
    name: &'static str,
    kind: ColumnType,
    class: Class,
    null: bool,
    check: Option<Expr>,
}

impl Column {
    /// May be empty.
    pub fn null(mut self) -> Self {
        self.null = true;
        self
    }
    /// Must hold on both databases.
    pub fn check(mut self, rule: Expr) -> Self {
        self.check = Some(rule);
        self
    }
    /// Says something about a person.
    pub fn personal(mut self) -> Self {
        self.class = Class::Personal;
        self
    }
    /// A fact of business.
    pub fn business(mut self) -> Self {
        self.class = Class::Business;
        self
    }
    /// Opens something.
    pub fn secret(mut self) -> Self {
        self.class = Class::Secret;
        self
    }
}

impl Column {
    /// Adds the column to a table that has rows already; `before` is what they have there, as SQL.
    /// # Errors
    /// What the database answers.
    pub async fn add_to(&self, schema: &SchemaManager<'_>, table: &'static str, before: &str) -> Result<(), DbErr> {
        let mut made = self.definition();
        made.default(Expr::cust(before.to_owned()));
        let mut sql = Sql::alter();
        sql.table(Alias::new(table)).add_column(&mut made);
        schema.alter_table(sql).await
    }

    fn definition(&self) -> ColumnDef {
        let mut made = ColumnDef::new_with_type(Alias::new(self.name), self.kind.clone());
        if !self.null {
            made.not_null();
        }
        if let Some(rule) = &self.check {
            made.check(rule.clone());
        }
        made
    }
}

fn column(name: &'static str, kind: ColumnType) -> Column {
    Column { name, kind, class: Class::Technical, null: false, check: None }
}
/// An id.
pub fn id(name: &'static str) -> Column {
    column(name, ColumnType::Uuid)
}
/// Text; its limit stands in the model that makes it.
pub fn text(name: &'static str) -> Column {
    column(name, ColumnType::Text).business()
}
/// A state or a kind, one of a few words.
pub fn word(name: &'static str) -> Column {
    column(name, ColumnType::Text)
}
/// A whole number of 32 bits.
pub fn integer(name: &'static str) -> Column {
    column(name, ColumnType::Integer).business()
}
/// A whole number of 64 bits.
pub fn big(name: &'static str) -> Column {
    column(name, ColumnType::BigInteger).business()
}
/// Yes or no.
pub fn flag(name: &'static str) -> Column {
    column(name, ColumnType::Boolean).business()
}
/// A day.
pub fn day(name: &'static str) -> Column {
    column(name, ColumnType::Date).business()
}
/// A moment in UTC, to the microsecond.
pub fn moment(name: &'static str) -> Column {
    column(name, ColumnType::TimestampWithTimeZone)
}
/// A document of our own making.
pub fn json(name: &'static str) -> Column {
    column(name, ColumnType::JsonBinary)
}
/// Bytes.
pub fn bytes(name: &'static str) -> Column {
    column(name, ColumnType::Blob)
}

/// A table under construction.
#[derive(Debug, Clone)]
pub struct TableOf {
    name: &'static str,
    /// Why the table stands outside the owners' keys; `None` for owned tables.
    global: Option<&'static str>,
    purpose: &'static str,
    retention: &'static str,
    ground: &'static str,
    columns: Vec<Column>,
    primary: Vec<&'static str>,
    uniques: Vec<Vec<&'static str>>,
    indexes: Vec<Vec<&'static str>>,
    references: Vec<(&'static str, Vec<&'static str>)>,
    person: Option<&'static str>,
    counterparty: Option<&'static str>,
    append_only: bool,
    may_go: bool,
}

/// A table whose rows each belong to one organisation. Its keys begin with `owner_id`, which refers to the organisation.
pub fn owned(name: &'static str) -> TableOf {
    table(name, None).col(id("owner_id")).references("organisations", ["owner_id"])
}

/// A table without an owner; `why` stands in the list of global tables.
pub fn global(name: &'static str, why: &'static str) -> TableOf {
    table(name, Some(why))
}

fn table(name: &'static str, global: Option<&'static str>) -> TableOf {
    TableOf {
        name,
        global,
        purpose: "",
        retention: "",
        ground: "",
        columns: vec![],
        primary: vec![],
        uniques: vec![],
        indexes: vec![],
        references: vec![],
        person: None,
        counterparty: None,
        append_only: false,
        may_go: false,
    }
}

impl TableOf {
    /// Why, how long and on which ground the rows are kept.
    pub fn kept(mut self, purpose: &'static str, retention: &'static str, ground: &'static str) -> Self {
        (self.purpose, self.retention, self.ground) = (purpose, retention, ground);
        self
    }
    /// Adds a column.
    pub fn col(mut self, column: Column) -> Self {
        self.columns.push(column);
        self
    }
    /// The primary key.
    pub fn primary_key<const N: usize>(mut self, columns: [&'static str; N]) -> Self {
        self.primary = columns.to_vec();
        self
    }
    /// No two rows agree in all of these.
    pub fn unique<const N: usize>(mut self, columns: [&'static str; N]) -> Self {
        self.uniques.push(columns.to_vec());
        self
    }
    /// A way to find rows.
    pub fn index<const N: usize>(mut self, columns: [&'static str; N]) -> Self {
        self.indexes.push(columns.to_vec());
        self
    }
    /// Points at a row: the last column at its `id`, the first of several at its `owner_id`, the
    /// others at columns of the same name.
    pub fn references<const N: usize>(mut self, table: &'static str, columns: [&'static str; N]) -> Self {
        self.references.push((table, columns.to_vec()));
        self
    }
    /// The person in this column may see the row, whichever organisation owns it.
    pub fn seen_by_person(mut self, column: &'static str) -> Self {
        self.person = Some(column);
        self
    }
    /// The organisation in this column may see the row.
    pub fn seen_by_counterparty(mut self, column: &'static str) -> Self {
        self.counterparty = Some(column);
        self
    }
    /// Rows are added and never changed or removed by the portal.
    pub fn append_only(mut self) -> Self {
        self.append_only = true;
        self
    }

    /// A later migration has added this column.
    pub fn add_column(&mut self, column: Column) {
        self.columns.push(column);
    }
    /// A later migration has taken this column away.
    pub fn drop_column(&mut self, name: &str) {
        self.columns.retain(|column| column.name != name);
    }

    /// How long the rows are kept by now; the step that made the table said something else.
    pub fn keep(&mut self, retention: &'static str) {
        self.retention = retention;
    }

    /// A later migration has let its rows be removed when their time is over; they still never change.
    pub fn let_go(&mut self) {
        self.may_go = true;
    }

    /// The table's name.
    pub fn name(&self) -> &'static str {
        self.name
    }
    /// Why the table has no owner, when it has none.
    pub fn global_because(&self) -> Option<&'static str> {
        self.global
    }
    /// Whether rows may never change and never be removed by the portal.
    pub fn is_append_only(&self) -> bool {
        self.append_only && !self.may_go
    }
    /// Whether rows may never change, though they may be removed when their time is over.
    pub fn never_changes(&self) -> bool {
        self.append_only
    }
    /// The columns of its primary key.
    pub fn key(&self) -> &[&'static str] {
        &self.primary
    }
    /// The tables it points at.
    pub fn points_at(&self) -> Vec<&'static str> {
        self.references.iter().map(|(table, _)| *table).collect()
    }
    /// The table's lines of the data map.
    pub fn data_map(&self) -> Vec<Kept> {
        let line = |column: &Column| Kept {
            table: self.name,
            column: column.name,
            class: column.class,
            purpose: self.purpose,
            retention: self.retention,
            ground: self.ground,
        };
        self.columns.iter().map(line).collect()
    }

    /// Makes the table, its keys and indexes, and what guards its rows.
    /// # Errors
    /// What the database answers.
    pub async fn create(&self, schema: &SchemaManager<'_>) -> Result<(), DbErr> {
        assert!(!self.purpose.is_empty(), "{}: say why it is kept", self.name);
        let mut sql = Sql::create();
        sql.table(Alias::new(self.name));
        for column in &self.columns {
            sql.col(column.definition());
        }
        let mut primary = Index::create();
        for column in &self.primary {
            primary.col(Alias::new(*column));
        }
        sql.primary_key(&mut primary);
        for (number, (target, columns)) in self.references.iter().enumerate() {
            let mut key = ForeignKey::create();
            key.name(format!("fk_{}_{number}", self.name)).from_tbl(Alias::new(self.name)).to_tbl(Alias::new(*target));
            for (place, column) in columns.iter().enumerate() {
                let at = match place {
                    last if last + 1 == columns.len() => "id",
                    0 => "owner_id", // the counterparty's own tree is reached by the counterparty's id
                    _ => column,
                };
                key.from_col(Alias::new(*column)).to_col(Alias::new(at));
            }
            key.on_delete(ForeignKeyAction::Restrict);
            sql.foreign_key(&mut key);
        }
        schema.create_table(sql).await?;
        for (columns, unique) in self
            .uniques
            .iter()
            .map(|columns| (columns, true))
            .chain(self.indexes.iter().map(|columns| (columns, false)))
        {
            let mut index = Index::create();
            index.name(format!("{}_{}_{}", if unique { "uq" } else { "ix" }, self.name, columns.join("_")));
            index.table(Alias::new(self.name));
            for column in columns {
                index.col(Alias::new(*column));
            }
            if unique {
                index.unique();
            }
            schema.create_index(index).await?;
        }
        self.guard(schema).await
    }

    async fn guard(&self, schema: &SchemaManager<'_>) -> Result<(), DbErr> {
        let name = self.name;
        let database = schema.get_connection();
        let statements = match database.get_database_backend() {
            DbBackend::Postgres => self.guards_of_postgres(),
            _ if self.append_only => ["UPDATE", "DELETE"]
                .map(|act| {
                    format!(
                        "CREATE TRIGGER {name}_no_{} BEFORE {act} ON {name} BEGIN SELECT RAISE(ABORT, '{name} is append-only'); END",
                        act.to_lowercase()
                    )
                })
                .to_vec(),
            _ => vec![],
        };
        for statement in statements {
            database.execute_unprepared(&statement).await?;
        }
        Ok(())
    }

    fn guards_of_postgres(&self) -> Vec<String> {
        let name = self.name;
        let mut made = vec![];
        if self.append_only {
            made.push(format!("REVOKE UPDATE, DELETE, TRUNCATE ON {name} FROM {RUNTIME_ROLE}"));
        }
        if self.global.is_some() {
            return made;
        }
        // Twice cast and in a subquery, so that the setting is read once for a statement and not once for a row.
        let mine = |column: &str| {
            format!(
                "{column} = ANY ((SELECT nullif(current_setting('portal.organisations', true), '')::uuid[])::uuid[])"
            )
        };
        let owner = mine("owner_id");
        let mut see = owner.clone();
        if let Some(column) = self.counterparty {
            see += &format!(" OR {}", mine(column));
        }
        if let Some(column) = self.person {
            see += &format!(" OR {column} = (SELECT nullif(current_setting('portal.person', true), '')::uuid)");
        }
        made.extend([
            format!("ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"),
            format!("ALTER TABLE {name} FORCE ROW LEVEL SECURITY"),
            format!("CREATE POLICY {name}_see ON {name} FOR SELECT USING ({see})"),
            format!("CREATE POLICY {name}_add ON {name} FOR INSERT WITH CHECK ({owner})"),
            format!("CREATE POLICY {name}_change ON {name} FOR UPDATE USING ({owner}) WITH CHECK ({owner})"),
            format!("CREATE POLICY {name}_remove ON {name} FOR DELETE USING ({owner})"),
            format!("CREATE POLICY {name}_migrate ON {name} TO {OWNER_ROLE} USING (true) WITH CHECK (true)"),
        ]);
        made
    }
}
