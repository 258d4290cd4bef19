//! All database access of the room.

use base::{ImportId, JobId, Moment, OrganisationId, PersonId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::Fault;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use super::model::{Corrections, Counts, Import, Mapping, NewFile, State};
use super::tables::{change, import};

/// Rows in one statement: SQLite takes 32,766 values.
const CHUNK: usize = 1_000;
/// No list of imports is longer.
const IMPORTS_MAX: u64 = 50;

/// A row of `imports` without the file.
#[derive(FromQueryResult)]
struct Head {
    owner_id: OrganisationId,
    id: ImportId,
    kind: String,
    subject_id: Uuid,
    state: String,
    file_name: String,
    sheet: i32,
    mapping: Value,
    corrections: Value,
    counts: Value,
    created_by: PersonId,
    created_at: Moment,
    done_at: Option<Moment>,
    undone_at: Option<Moment>,
    job_id: Option<JobId>,
}

impl TryFrom<Head> for Import {
    type Error = DbErr;

    fn try_from(row: Head) -> Result<Self, DbErr> {
        Ok(Self {
            id: row.id,
            owner: row.owner_id,
            kind: row.kind,
            subject: row.subject_id,
            state: State::from_word(&row.state)
                .ok_or_else(|| DbErr::Type(format!("an import cannot be {:?}", row.state)))?,
            file_name: row.file_name,
            sheet: usize::try_from(row.sheet).unwrap_or_default(),
            mapping: read(row.mapping)?,
            corrections: read(row.corrections)?,
            counts: read(row.counts)?,
            created_by: row.created_by,
            created_at: row.created_at,
            done_at: row.done_at,
            undone_at: row.undone_at,
            job: row.job_id,
        })
    }
}

/// Adds an import.
pub async fn add(
    tx: &Tx,
    owner: Owner,
    new: (&str, Uuid, PersonId),
    file: &NewFile,
    mapping: &Mapping,
) -> Result<ImportId, DbErr> {
    let (kind, subject, by) = new;
    let id: ImportId = tx.new_id();
    let row = import::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        kind: Set(kind.to_string()),
        subject_id: Set(subject),
        state: Set(State::Checking.word().into()),
        file_name: Set(file.name.clone()),
        file: Set(file.bytes.to_vec()),
        sheet: Set(0),
        mapping: Set(written(mapping)?),
        corrections: Set(written(&Corrections::default())?),
        counts: Set(written(&Counts::default())?),
        created_by: Set(by),
        created_at: Set(tx.now()),
        done_at: Set(None),
        undone_at: Set(None),
        job_id: Set(None),
    };
    import::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// One import of these organisations, without its file.
pub async fn find(tx: &Tx, owners: &[Owner], id: ImportId) -> Result<Option<Import>, DbErr> {
    let found = heads().filter(import::Column::OwnerId.is_in(owners.iter().map(|owner| owner.id())));
    let row = found.filter(import::Column::Id.eq(id)).into_model::<Head>().one(tx).await?;
    row.map(Import::try_from).transpose()
}

/// The file of an import.
pub async fn file(tx: &Tx, owner: Owner, id: ImportId) -> Result<Option<Vec<u8>>, DbErr> {
    let found = import::Entity::find_by_id((owner.id(), id)).select_only().column(import::Column::File);
    found.into_tuple().one(tx).await
}

/// The latest imports into something, newest first; at most `IMPORTS_MAX`.
pub async fn of_subject(tx: &Tx, owner: Owner, subject: Uuid) -> Result<Vec<Import>, DbErr> {
    let rows = heads()
        .filter(import::Column::OwnerId.eq(owner.id()))
        .filter(import::Column::SubjectId.eq(subject))
        .order_by_desc(import::Column::CreatedAt)
        .order_by_desc(import::Column::Id)
        .limit(IMPORTS_MAX)
        .into_model::<Head>()
        .all(tx)
        .await?;
    rows.into_iter().map(Import::try_from).collect()
}

/// How columns were assigned in the latest import of the kind that was written.
pub async fn last_mapping(tx: &Tx, owner: Owner, kind: &str) -> Result<Option<Mapping>, DbErr> {
    let found: Option<Value> = import::Entity::find()
        .select_only()
        .column(import::Column::Mapping)
        .filter(import::Column::OwnerId.eq(owner.id()))
        .filter(import::Column::Kind.eq(kind))
        .filter(import::Column::DoneAt.is_not_null())
        .order_by_desc(import::Column::DoneAt)
        .limit(1)
        .into_tuple()
        .one(tx)
        .await?;
    found.map(read).transpose()
}

/// Keeps how columns are assigned and what was put right. False: the import is past that.
pub async fn keep(
    tx: &Tx,
    owner: Owner,
    id: ImportId,
    sheet: usize,
    mapping: &Mapping,
    corrections: &Corrections,
) -> Result<bool, DbErr> {
    let kept = in_state(owner, id, State::Checking)
        .col_expr(import::Column::Sheet, Expr::value(i32::try_from(sheet).unwrap_or_default()))
        .col_expr(import::Column::Mapping, Expr::value(written(mapping)?))
        .col_expr(import::Column::Corrections, Expr::value(written(corrections)?))
        .exec(tx)
        .await?;
    Ok(kept.rows_affected == 1)
}

/// Moves an import on. False: it was not where it was thought to be.
pub async fn step(tx: &Tx, owner: Owner, id: ImportId, from: State, to: State) -> Result<bool, DbErr> {
    let mut moved = in_state(owner, id, from).col_expr(import::Column::State, Expr::value(to.word()));
    match to {
        State::Done => moved = moved.col_expr(import::Column::DoneAt, Expr::value(Some(tx.now()))),
        State::Undone => moved = moved.col_expr(import::Column::UndoneAt, Expr::value(Some(tx.now()))),
        State::Dropped => moved = moved.col_expr(import::Column::File, Expr::value(Vec::<u8>::new())),
        State::Checking | State::Running => {}
    }
    Ok(moved.exec(tx).await?.rows_affected == 1)
}

/// Keeps which job writes it.
pub async fn keep_job(tx: &Tx, owner: Owner, id: ImportId, job: JobId) -> Result<(), DbErr> {
    import::Entity::update_many()
        .col_expr(import::Column::JobId, Expr::value(Some(job)))
        .filter(import::Column::OwnerId.eq(owner.id()))
        .filter(import::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Keeps what was written.
pub async fn keep_counts(tx: &Tx, owner: Owner, id: ImportId, counts: &Counts) -> Result<(), DbErr> {
    import::Entity::update_many()
        .col_expr(import::Column::Counts, Expr::value(written(counts)?))
        .filter(import::Column::OwnerId.eq(owner.id()))
        .filter(import::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Keeps what undoing needs, in few statements.
pub async fn add_changes(tx: &Tx, owner: Owner, id: ImportId, changes: Vec<Value>) -> Result<(), DbErr> {
    let mut rows = changes.into_iter().zip(1..).map(|(change, number)| change::ActiveModel {
        owner_id: Set(owner.id()),
        import_id: Set(id),
        number: Set(number),
        change: Set(change),
    });
    loop {
        let chunk: Vec<_> = rows.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            return Ok(());
        }
        change::Entity::insert_many(chunk).exec_without_returning(tx).await?;
    }
}

/// Removes what undoing needed.
pub async fn remove_changes(tx: &Tx, owner: Owner, id: ImportId) -> Result<(), DbErr> {
    change::Entity::delete_many()
        .filter(change::Column::OwnerId.eq(owner.id()))
        .filter(change::Column::ImportId.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// What undoing needs, in the order it was written. At most one for each row of a file.
pub async fn changes(tx: &Tx, owner: Owner, id: ImportId) -> Result<Vec<Value>, DbErr> {
    change::Entity::find()
        .select_only()
        .column(change::Column::Change)
        .filter(change::Column::OwnerId.eq(owner.id()))
        .filter(change::Column::ImportId.eq(id))
        .order_by_asc(change::Column::Number)
        .into_tuple()
        .all(tx)
        .await
}

/// What an importer did, as it is kept to undo it.
/// # Errors
/// When a change cannot be written down, which is a fault of ours.
pub fn kept(changes: &[impl Serialize]) -> Result<Vec<Value>, Fault> {
    Ok(changes.iter().map(written).collect::<Result<_, _>>()?)
}

/// What an importer did, as it was kept.
/// # Errors
/// When it was kept in another form than it is read: the portal has changed in between.
pub fn restored<T: DeserializeOwned>(changes: Vec<Value>) -> Result<Vec<T>, Fault> {
    Ok(changes.into_iter().map(read).collect::<Result<_, _>>()?)
}

fn in_state(owner: Owner, id: ImportId, state: State) -> sea_orm::UpdateMany<import::Entity> {
    import::Entity::update_many()
        .filter(import::Column::OwnerId.eq(owner.id()))
        .filter(import::Column::Id.eq(id))
        .filter(import::Column::State.eq(state.word()))
}

/// All columns but the file.
fn heads() -> sea_orm::Select<import::Entity> {
    import::Entity::find().select_only().columns([
        import::Column::OwnerId,
        import::Column::Id,
        import::Column::Kind,
        import::Column::SubjectId,
        import::Column::State,
        import::Column::FileName,
        import::Column::Sheet,
        import::Column::Mapping,
        import::Column::Corrections,
        import::Column::Counts,
        import::Column::CreatedBy,
        import::Column::CreatedAt,
        import::Column::DoneAt,
        import::Column::UndoneAt,
        import::Column::JobId,
    ])
}

fn read<T: DeserializeOwned>(value: Value) -> Result<T, DbErr> {
    serde_json::from_value(value).map_err(|error| DbErr::Json(error.to_string()))
}

fn written(value: &impl Serialize) -> Result<Value, DbErr> {
    serde_json::to_value(value).map_err(|error| DbErr::Json(error.to_string()))
}
