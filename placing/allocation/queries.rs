//! All database access of the room.

use std::collections::{HashMap, HashSet};

use base::{Id, JobId, OfferId, PersonId, RoundId, RunId};
use kit::actor::Owner;
use kit::db::Tx;
use people::persons::tables::person;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, Statement,
};

use super::model::RunState;
use super::model::frozen::{Answered, Proposed};
use super::tables::{hand_placement, proposal, run, run_input};
use crate::participants::tables::participant;
use crate::rounds::Terms;
use crate::seconds::Placing;

/// No round has more students.
pub const STUDENTS_MAX: u64 = 400_000;
/// Rows of one insert: far below the number of values that either database takes.
const CHUNK: usize = 500;
/// No run keeps more files.
const FILES_MAX: u64 = 20;
/// Runs of one round that are looked at.
const RUNS_MAX: u64 = 1000;

/// A student in a round, with the name.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
#[expect(missing_docs, reason = "the columns of `participants` and `persons`")]
pub struct StudentRow {
    pub person_id: PersonId,
    pub outside_key: String,
    pub subject: String,
    pub period: String,
    pub lottery: Option<i64>,
    pub group_key: Option<String>,
    pub state: String,
    pub late: bool,
    pub given_name: String,
    pub family_name: String,
}

/// Every student of a round, the withdrawn ones too, by outside key.
pub async fn students(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<StudentRow>, DbErr> {
    student_rows(owner, round).limit(STUDENTS_MAX).into_model().all(tx).await
}

/// One student of a round.
pub async fn student(tx: &Tx, owner: Owner, round: RoundId, person: PersonId) -> Result<Option<StudentRow>, DbErr> {
    student_rows(owner, round).filter(participant::Column::PersonId.eq(person)).into_model().one(tx).await
}

fn student_rows(owner: Owner, round: RoundId) -> sea_orm::Select<participant::Entity> {
    let named = participant::Entity::belongs_to(person::Entity)
        .from(participant::Column::PersonId)
        .to(person::Column::Id)
        .into();
    participant::Entity::find()
        .select_only()
        .columns([
            participant::Column::PersonId,
            participant::Column::OutsideKey,
            participant::Column::Subject,
            participant::Column::Period,
            participant::Column::Lottery,
            participant::Column::GroupKey,
            participant::Column::State,
            participant::Column::Late,
        ])
        .columns([person::Column::GivenName, person::Column::FamilyName])
        .join(JoinType::InnerJoin, named)
        .filter(participant::Column::OwnerId.eq(owner.id()))
        .filter(participant::Column::RoundId.eq(round))
        .order_by_asc(participant::Column::OutsideKey)
}

/// One wish of the list that counts, or a list without wishes.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
#[expect(missing_docs, reason = "the columns of `wish_lists` and `wishes`")]
pub struct WishRow {
    pub person_id: PersonId,
    pub late: bool,
    pub offer_id: Option<OfferId>,
    pub rank: Option<i32>,
}

/// The lists that count, each student's dearest first.
pub async fn wishes(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<WishRow>, DbErr> {
    let sql = wishes_sql("", "l.person_id, w.rank, w.offer_id");
    let values = [owner.id().uuid().into(), round.uuid().into()];
    WishRow::find_by_statement(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).all(tx).await
}

/// The list of one student that counts, dearest first.
pub async fn wishes_of(tx: &Tx, owner: Owner, round: RoundId, person: PersonId) -> Result<Vec<WishRow>, DbErr> {
    let sql = wishes_sql(" AND l.person_id = $3", "w.rank, w.offer_id");
    let values = [owner.id().uuid().into(), round.uuid().into(), person.uuid().into()];
    WishRow::find_by_statement(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).all(tx).await
}

/// Everybody whose list that counts has a wish.
pub async fn who_wished(tx: &Tx, owner: Owner, round: RoundId) -> Result<HashSet<PersonId>, DbErr> {
    let sql = "SELECT l.person_id FROM wish_lists l WHERE l.owner_id = $1 AND l.round_id = $2 \
         AND l.version = (SELECT max(o.version) FROM wish_lists o \
           WHERE o.owner_id = l.owner_id AND o.round_id = l.round_id AND o.person_id = l.person_id) \
         AND EXISTS (SELECT 1 FROM wishes w WHERE w.owner_id = l.owner_id AND w.round_id = l.round_id \
           AND w.person_id = l.person_id AND w.version = l.version) ORDER BY l.person_id";
    let values = [owner.id().uuid().into(), round.uuid().into()];
    let found = tx.query_all_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    found.iter().map(|row| row.try_get("", "person_id")).collect()
}

fn wishes_sql(also: &str, order: &str) -> String {
    format!(
        "SELECT l.person_id, l.late, w.offer_id, w.rank FROM wish_lists l \
         LEFT JOIN wishes w ON w.owner_id = l.owner_id AND w.round_id = l.round_id \
           AND w.person_id = l.person_id AND w.version = l.version \
         WHERE l.owner_id = $1 AND l.round_id = $2{also} AND l.version = (SELECT max(o.version) FROM wish_lists o \
           WHERE o.owner_id = l.owner_id AND o.round_id = l.round_id AND o.person_id = l.person_id) \
         ORDER BY {order}"
    )
}

/// Who is placed by hand now, and why.
pub async fn by_hand(tx: &Tx, owner: Owner, round: RoundId) -> Result<HashMap<PersonId, hand_placement::Model>, DbErr> {
    let rows = hand_placement::Entity::find()
        .filter(hand_placement::Column::OwnerId.eq(owner.id()))
        .filter(hand_placement::Column::RoundId.eq(round))
        .order_by_asc(hand_placement::Column::At)
        .order_by_asc(hand_placement::Column::Id)
        .limit(STUDENTS_MAX)
        .all(tx)
        .await?;
    let mut latest: HashMap<_, _> = rows.into_iter().map(|row| (row.person_id, row)).collect();
    latest.retain(|_, row| row.offer_id.is_some());
    Ok(latest)
}

/// What was done by hand with one student, the latest first.
pub async fn hand_history(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    person: PersonId,
) -> Result<Vec<hand_placement::Model>, DbErr> {
    hand_placement::Entity::find()
        .filter(hand_placement::Column::OwnerId.eq(owner.id()))
        .filter(hand_placement::Column::RoundId.eq(round))
        .filter(hand_placement::Column::PersonId.eq(person))
        .order_by_desc(hand_placement::Column::At)
        .order_by_desc(hand_placement::Column::Id)
        .limit(100)
        .all(tx)
        .await
}

/// Notes a placement by hand, or a release when there is no offer.
pub async fn add_by_hand(tx: &Tx, owner: Owner, round: RoundId, placing: &Placing) -> Result<(), DbErr> {
    let row = hand_placement::ActiveModel {
        owner_id: Set(owner.id()),
        round_id: Set(round),
        id: Set(placing.id),
        person_id: Set(placing.person),
        offer_id: Set(placing.offer),
        ground: Set(placing.ground.word().into()),
        reason: Set(String::new()), // told in confidence; the column goes with a later release
        by_id: Set(placing.by),
        at: Set(tx.now()),
    };
    hand_placement::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// The runs of a round, the latest first.
pub async fn runs(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<run::Model>, DbErr> {
    run::Entity::find()
        .filter(run::Column::OwnerId.eq(owner.id()))
        .filter(run::Column::RoundId.eq(round))
        .order_by_desc(run::Column::Number)
        .limit(RUNS_MAX)
        .all(tx)
        .await
}

/// One run.
pub async fn find_run(tx: &Tx, owner: Owner, round: RoundId, id: RunId) -> Result<Option<run::Model>, DbErr> {
    run::Entity::find_by_id((owner.id(), round, id)).one(tx).await
}

/// The finished run with the highest number.
pub async fn latest_done(tx: &Tx, owner: Owner, round: RoundId) -> Result<Option<run::Model>, DbErr> {
    run::Entity::find()
        .filter(run::Column::OwnerId.eq(owner.id()))
        .filter(run::Column::RoundId.eq(round))
        .filter(run::Column::State.eq(RunState::Done.word()))
        .order_by_desc(run::Column::Number)
        .one(tx)
        .await
}

/// Adds a run that waits for the worker.
pub async fn add_run(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    id: RunId,
    mechanism: matching::Mechanism,
    number: i32,
    job: JobId,
) -> Result<(), DbErr> {
    let row = run::ActiveModel {
        owner_id: Set(owner.id()),
        round_id: Set(round),
        id: Set(id),
        number: Set(number),
        mechanism: Set(mechanism.name().into()),
        engine_version: Set(matching::ENGINE_VERSION.into()),
        state: Set(RunState::Waiting.word().into()),
        input_sha256: Set(None),
        output_sha256: Set(None),
        promise: Set(None),
        students: Set(None),
        placed: Set(None),
        summary: Set(serde_json::json!({})),
        error: Set(None),
        started_by: Set(tx.actor().person_id()),
        job_id: Set(job),
        created_at: Set(tx.now()),
        done_at: Set(None),
    };
    run::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Saves some of a run's proposals.
pub async fn add_proposals(tx: &Tx, owner: Owner, round: RoundId, run: RunId, some: &[Proposed]) -> Result<(), DbErr> {
    for chunk in some.chunks(CHUNK) {
        let rows = chunk.iter().map(|one| proposal_row(owner, round, run, one)).collect::<Result<Vec<_>, _>>()?;
        proposal::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn proposal_row(owner: Owner, round: RoundId, run: RunId, one: &Proposed) -> Result<proposal::ActiveModel, DbErr> {
    let reasons =
        serde_json::to_value(&one.grounds).map_err(|error| DbErr::Custom(format!("unwritable grounds: {error}")))?;
    Ok(proposal::ActiveModel {
        owner_id: Set(owner.id()),
        round_id: Set(round),
        run_id: Set(run),
        person_id: Set(one.person),
        offer_id: Set(one.offer),
        rank: Set(one.rank.map(i32::from)),
        position: Set(one.position.and_then(|position| i32::try_from(position).ok())),
        reasons: Set(reasons),
    })
}

/// Saves what a run was given and what it answered beside the proposals. False: the run is not waiting any more.
pub async fn finish_run(tx: &Tx, owner: Owner, round: RoundId, id: RunId, answered: &Answered) -> Result<bool, DbErr> {
    for (file, content) in &answered.files {
        add_file(tx, owner, round, id, file, content.clone()).await?;
    }
    let summary = serde_json::to_value(&answered.summary);
    let row = run::ActiveModel {
        state: Set(RunState::Done.word().into()),
        input_sha256: Set(Some(answered.input_sha256.clone())),
        output_sha256: Set(Some(answered.output_sha256.clone())),
        promise: Set(answered.promise.clone()),
        students: Set(i32::try_from(answered.proposals.len()).ok()),
        placed: Set(i32::try_from(answered.placed).ok()),
        summary: Set(summary.map_err(|error| DbErr::Custom(format!("unwritable summary: {error}")))?),
        done_at: Set(Some(tx.now())),
        ..Default::default()
    };
    change_waiting(tx, owner, round, id, row).await
}

/// Notes that the input could not be used. False: the run is not waiting any more.
pub async fn fail_run(tx: &Tx, owner: Owner, round: RoundId, id: RunId, error: &str) -> Result<bool, DbErr> {
    let row = run::ActiveModel {
        state: Set(RunState::Failed.word().into()),
        error: Set(Some(error.into())),
        done_at: Set(Some(tx.now())),
        ..Default::default()
    };
    change_waiting(tx, owner, round, id, row).await
}

async fn change_waiting(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    id: RunId,
    row: run::ActiveModel,
) -> Result<bool, DbErr> {
    let changed = run::Entity::update_many()
        .set(row)
        .filter(run::Column::OwnerId.eq(owner.id()))
        .filter(run::Column::RoundId.eq(round))
        .filter(run::Column::Id.eq(id))
        .filter(run::Column::State.eq(RunState::Waiting.word()))
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}

/// One file of a run's input.
pub async fn input_file(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    run: RunId,
    file: &str,
) -> Result<Option<Vec<u8>>, DbErr> {
    let found = run_input::Entity::find_by_id((owner.id(), round, run, file.to_owned())).one(tx).await?;
    Ok(found.map(|row| row.content))
}

/// Adds one more file to a run that is done.
pub async fn add_file(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    run: RunId,
    file: &str,
    content: Vec<u8>,
) -> Result<(), DbErr> {
    let row = run_input::ActiveModel {
        owner_id: Set(owner.id()),
        round_id: Set(round),
        run_id: Set(run),
        file: Set(file.into()),
        content: Set(content),
    };
    run_input::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Adds a run that nobody worked out: everybody was placed by hand.
pub async fn add_run_by_hand(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    id: RunId,
    number: i32,
    counts: (i32, i32),
) -> Result<(), DbErr> {
    let row = run::ActiveModel {
        owner_id: Set(owner.id()),
        round_id: Set(round),
        id: Set(id),
        number: Set(number),
        mechanism: Set(Terms::MANUAL.into()),
        engine_version: Set(matching::ENGINE_VERSION.into()),
        state: Set(RunState::Done.word().into()),
        input_sha256: Set(None),
        output_sha256: Set(None),
        promise: Set(None),
        students: Set(Some(counts.0)),
        placed: Set(Some(counts.1)),
        summary: Set(serde_json::json!({})),
        error: Set(None),
        started_by: Set(tx.actor().person_id()),
        job_id: Set(tx.new_id::<JobId>()),
        created_at: Set(tx.now()),
        done_at: Set(Some(tx.now())),
    };
    run::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// The names of the files that are kept of a run.
pub async fn input_files(tx: &Tx, owner: Owner, round: RoundId, run: RunId) -> Result<Vec<String>, DbErr> {
    run_input::Entity::find()
        .select_only()
        .column(run_input::Column::File)
        .filter(run_input::Column::OwnerId.eq(owner.id()))
        .filter(run_input::Column::RoundId.eq(round))
        .filter(run_input::Column::RunId.eq(run))
        .order_by_asc(run_input::Column::File)
        .limit(FILES_MAX)
        .into_tuple()
        .all(tx)
        .await
}

/// A proposal without its grounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
#[expect(missing_docs, reason = "the columns of `proposals`")]
pub struct ProposalRow {
    pub person_id: PersonId,
    pub offer_id: Option<OfferId>,
    pub rank: Option<i32>,
    pub position: Option<i32>,
}

/// The proposals of a run, in draw order, those placed by hand last.
pub async fn proposals(tx: &Tx, owner: Owner, round: RoundId, run: RunId) -> Result<Vec<ProposalRow>, DbErr> {
    of_run(owner, round, run)
        .select_only()
        .columns([
            proposal::Column::PersonId,
            proposal::Column::OfferId,
            proposal::Column::Rank,
            proposal::Column::Position,
        ])
        .order_by_asc(Expr::col(proposal::Column::Position).is_null())
        .order_by_asc(proposal::Column::Position)
        .order_by_asc(proposal::Column::PersonId)
        .limit(STUDENTS_MAX)
        .into_model()
        .all(tx)
        .await
}

/// The proposals of a run in the order of the students' ids, after the one given.
pub async fn proposals_after(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    run: RunId,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<ProposalRow>, DbErr> {
    let mut found = of_run(owner, round, run);
    if let Some(after) = after {
        found = found.filter(proposal::Column::PersonId.gt(after));
    }
    found
        .select_only()
        .columns([
            proposal::Column::PersonId,
            proposal::Column::OfferId,
            proposal::Column::Rank,
            proposal::Column::Position,
        ])
        .order_by_asc(proposal::Column::PersonId)
        .limit(limit)
        .into_model()
        .all(tx)
        .await
}

/// The proposals of these students with their grounds.
pub async fn grounds_of(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    run: RunId,
    persons: &[PersonId],
) -> Result<Vec<proposal::Model>, DbErr> {
    if persons.is_empty() {
        return Ok(vec![]);
    }
    of_run(owner, round, run)
        .filter(proposal::Column::PersonId.is_in(persons.iter().copied()))
        .order_by_asc(proposal::Column::PersonId)
        .all(tx)
        .await
}

fn of_run(owner: Owner, round: RoundId, run: RunId) -> sea_orm::Select<proposal::Entity> {
    proposal::Entity::find()
        .filter(proposal::Column::OwnerId.eq(owner.id()))
        .filter(proposal::Column::RoundId.eq(round))
        .filter(proposal::Column::RunId.eq(run))
}
