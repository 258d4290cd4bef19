//! All database access of the room.

use std::collections::{HashMap, HashSet};

use base::{Id, Moment, OfferId, PersonId, RoundId};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Set, Statement};

use super::model::{Source, Version, Wish, WishList};
use super::tables::{wish, wish_list};

/// Rows in one insert: nine columns each, and SQLite takes 32,766 values.
const ROWS_AT_ONCE: usize = 3_000;
/// A student's receipts are listed up to this many; the rest can be opened by number.
pub const RECEIPTS_MAX: u64 = 200;

/// What goes with the lists that are saved together.
#[derive(Debug, Clone, Copy)]
pub struct Saving {
    /// Who saves
    pub by: PersonId,
    /// How they came in
    pub source: Source,
    /// Whether the student confirmed
    pub confirmed: bool,
    /// Whether the window has closed
    pub late: bool,
}

/// Adds a version of one list and answers its number. When another transaction takes the number first, PostgreSQL asks
/// for the whole transaction to run again; SQLite has one writer.
pub async fn add_version(tx: &Tx, owner: Owner, round: RoundId, list: &WishList, saving: Saving) -> Result<i32, DbErr> {
    let number = last_number(tx, owner, round, list.student()).await?.unwrap_or(0) + 1;
    if add_versions(tx, owner, round, &[(list, number)], saving).await? != 1 {
        return Err(DbErr::Custom(format!("version {number} of the wishes of {} was there already", list.student())));
    }
    Ok(number)
}

/// Students whose list that counts came from a file. At most one for each student of the round.
pub async fn last_from_files(tx: &Tx, owner: Owner, round: RoundId) -> Result<HashSet<PersonId>, DbErr> {
    let rows: Vec<(PersonId, i32)> = wish_list::Entity::find()
        .select_only()
        .columns([wish_list::Column::PersonId, wish_list::Column::Version])
        .filter(wish_list::COLUMN.owner_id.eq(owner.id()))
        .filter(wish_list::COLUMN.round_id.eq(round))
        .filter(wish_list::COLUMN.source.eq(Source::Import.word()))
        .order_by_asc(wish_list::COLUMN.person_id)
        .into_tuple()
        .all(tx)
        .await?;
    let last = last_versions(tx, owner, round).await?;
    let counts = rows.into_iter().filter(|(person, version)| last.get(person) == Some(version));
    Ok(counts.map(|(person, _)| person).collect())
}

/// Adds versions of many lists with few statements. Answers how many were added.
pub async fn add_versions(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    lists: &[(&WishList, i32)],
    saving: Saving,
) -> Result<u64, DbErr> {
    let mut added = 0;
    for some in lists.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().map(|(list, version)| wish_list::ActiveModel {
            owner_id: Set(owner.id()),
            round_id: Set(round),
            person_id: Set(list.student()),
            version: Set(*version),
            at: Set(tx.now()),
            by_id: Set(saving.by),
            source: Set(saving.source.word().into()),
            confirmed: Set(saving.confirmed),
            late: Set(saving.late),
        });
        // A number that was taken meanwhile must not end PostgreSQL's transaction by itself.
        let taken = OnConflict::columns([
            wish_list::Column::OwnerId,
            wish_list::Column::RoundId,
            wish_list::Column::PersonId,
            wish_list::Column::Version,
        ]);
        let insert = wish_list::Entity::insert_many(rows).on_conflict(taken.clone().do_nothing().to_owned());
        added += insert.exec_without_returning(tx).await?;
    }
    let mut rows = Vec::with_capacity(ROWS_AT_ONCE);
    for (list, version) in lists {
        for wish in list.wishes() {
            rows.push(wish::ActiveModel {
                owner_id: Set(owner.id()),
                round_id: Set(round),
                person_id: Set(list.student()),
                version: Set(*version),
                offer_id: Set(wish.offer),
                rank: Set(i32::from(wish.rank)),
            });
            if rows.len() == ROWS_AT_ONCE {
                wish::Entity::insert_many(rows.drain(..)).exec_without_returning(tx).await?;
            }
        }
    }
    if !rows.is_empty() && added == lists.len() as u64 {
        wish::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(added)
}

async fn last_number(tx: &Tx, owner: Owner, round: RoundId, person: PersonId) -> Result<Option<i32>, DbErr> {
    wish_list::Entity::find()
        .select_only()
        .column(wish_list::Column::Version)
        .filter(wish_list::COLUMN.owner_id.eq(owner.id()))
        .filter(wish_list::COLUMN.round_id.eq(round))
        .filter(wish_list::COLUMN.person_id.eq(person))
        .order_by_desc(wish_list::COLUMN.version)
        .into_tuple()
        .one(tx)
        .await
}

/// The version that counts.
pub async fn last(tx: &Tx, owner: Owner, round: RoundId, person: PersonId) -> Result<Option<Version>, DbErr> {
    match last_number(tx, owner, round, person).await? {
        Some(number) => version(tx, owner, round, person, number).await,
        None => Ok(None),
    }
}

/// One version.
pub async fn version(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    person: PersonId,
    number: i32,
) -> Result<Option<Version>, DbErr> {
    let Some(head) = wish_list::Entity::find_by_id((owner.id(), round, person, number)).one(tx).await? else {
        return Ok(None);
    };
    let rows = wish::Entity::find()
        .filter(wish::COLUMN.owner_id.eq(owner.id()))
        .filter(wish::COLUMN.round_id.eq(round))
        .filter(wish::COLUMN.person_id.eq(person))
        .filter(wish::COLUMN.version.eq(number))
        .order_by_asc(wish::COLUMN.rank)
        .order_by_asc(wish::COLUMN.offer_id)
        .all(tx)
        .await?;
    let wishes = rows.into_iter().map(|row| Wish { offer: row.offer_id, rank: rank(row.rank) }).collect();
    let broken = |what: &str| DbErr::Custom(format!("version {number} of the wishes of {person}: {what}"));
    Ok(Some(Version {
        number: head.version,
        at: head.at,
        by: head.by_id,
        source: Source::from_word(&head.source).ok_or_else(|| broken("unreadable source"))?,
        confirmed: head.confirmed,
        late: head.late,
        list: WishList::new(person, wishes, WishList::OFFERS_MAX).map_err(|error| broken(&error.to_string()))?,
    }))
}

/// When each version was saved, the latest first; at most [`RECEIPTS_MAX`].
pub async fn receipts(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    person: PersonId,
) -> Result<Vec<(i32, Moment, bool)>, DbErr> {
    wish_list::Entity::find()
        .select_only()
        .column(wish_list::Column::Version)
        .column(wish_list::Column::At)
        .column(wish_list::Column::Confirmed)
        .filter(wish_list::COLUMN.owner_id.eq(owner.id()))
        .filter(wish_list::COLUMN.round_id.eq(round))
        .filter(wish_list::COLUMN.person_id.eq(person))
        .order_by_desc(wish_list::COLUMN.version)
        .limit(RECEIPTS_MAX)
        .into_tuple()
        .all(tx)
        .await
}

/// A wish that counts.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Counted {
    /// Whose
    pub person_id: PersonId,
    /// For what
    pub offer_id: OfferId,
    /// 1 is the dearest
    pub rank: i32,
}

/// Every wish of a round that counts, each student's dearest first: one statement. Bounded by students times `OFFERS_MAX`.
pub async fn of_round(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<Counted>, DbErr> {
    let sql = "SELECT w.person_id, w.offer_id, w.rank FROM wishes w JOIN ( \
                 SELECT person_id, max(version) AS version FROM wish_lists \
                 WHERE owner_id = $1 AND round_id = $2 GROUP BY person_id) l \
               ON l.person_id = w.person_id AND l.version = w.version \
               WHERE w.owner_id = $1 AND w.round_id = $2 ORDER BY w.person_id, w.rank, w.offer_id";
    let values = [owner.id().uuid().into(), round.uuid().into()];
    Counted::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, values)).all(tx).await
}

/// The wishes of these students that count, each student's dearest first.
pub async fn of_persons(tx: &Tx, owner: Owner, round: RoundId, persons: &[PersonId]) -> Result<Vec<Counted>, DbErr> {
    if persons.is_empty() {
        return Ok(vec![]);
    }
    let marks: Vec<String> = (3..persons.len() + 3).map(|number| format!("${number}")).collect();
    let marks = marks.join(", ");
    let sql = format!(
        "SELECT w.person_id, w.offer_id, w.rank FROM wishes w JOIN ( \
           SELECT person_id, max(version) AS version FROM wish_lists \
           WHERE owner_id = $1 AND round_id = $2 AND person_id IN ({marks}) GROUP BY person_id) l \
         ON l.person_id = w.person_id AND l.version = w.version \
         WHERE w.owner_id = $1 AND w.round_id = $2 ORDER BY w.person_id, w.rank, w.offer_id"
    );
    let first = [owner.id().uuid().into(), round.uuid().into()];
    let values = first.into_iter().chain(persons.iter().map(|person| person.uuid().into()));
    Counted::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, values)).all(tx).await
}

/// The number of the version that counts, for everybody who has sent one.
pub async fn last_versions(tx: &Tx, owner: Owner, round: RoundId) -> Result<HashMap<PersonId, i32>, DbErr> {
    let rows: Vec<(PersonId, i32)> = wish_list::Entity::find()
        .select_only()
        .column(wish_list::Column::PersonId)
        .column_as(wish_list::Column::Version.max(), "version")
        .filter(wish_list::COLUMN.owner_id.eq(owner.id()))
        .filter(wish_list::COLUMN.round_id.eq(round))
        .group_by(wish_list::Column::PersonId)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The table holds ranks that a list has checked.
pub fn rank(stored: i32) -> u16 {
    u16::try_from(stored).unwrap_or(u16::MAX)
}

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![
        section::<wish_list::Entity>(tx, oneself, wish_list::Column::PersonId, &[]).await?,
        section::<wish::Entity>(tx, oneself, wish::Column::PersonId, &[]).await?,
    ])
}
