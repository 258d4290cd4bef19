//! All database access of the room.

use base::{Id, Moment, OfferId, PersonId, RoundId, SecondLookId};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Set, Statement,
};

use super::model::{Asked, Kind, Refused, State, Waiting};
use super::tables::{class, look, rule};
use crate::allocation::Ground;

/// Rows of one insert: far below the number of values that either database takes.
const CHUNK: usize = 500;
/// No question holds more classes.
const CLASSES_MAX: u64 = 4_000_000;
/// So many refusals are shown.
const REFUSED_MAX: u64 = 50;

/// Whether the organisation wants a second pair of eyes.
pub async fn is_wanted(tx: &Tx, owner: Owner) -> Result<bool, DbErr> {
    Ok(rule::Entity::find_by_id(owner.id()).one(tx).await?.is_some_and(|row| row.second_pair))
}

/// Sets whether it does.
pub async fn set_rule(tx: &Tx, owner: Owner, second_pair: bool) -> Result<(), DbErr> {
    let row = rule::ActiveModel { owner_id: Set(owner.id()), second_pair: Set(second_pair), changed_at: Set(tx.now()) };
    let same = OnConflict::column(rule::Column::OwnerId)
        .update_columns([rule::Column::SecondPair, rule::Column::ChangedAt])
        .to_owned();
    rule::Entity::insert(row).on_conflict(same).exec_without_returning(tx).await.map(drop)
}

/// Adds a question.
pub async fn add(tx: &Tx, owner: Owner, asked: &Asked) -> Result<(), DbErr> {
    let row = look::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(asked.id),
        round_id: Set(asked.round),
        kind: Set(asked.kind.word().into()),
        person_id: Set(asked.person),
        offer_id: Set(asked.offer),
        ground: Set(asked.ground.map(|ground| ground.word().into())),
        count: Set(i32::try_from(asked.count).unwrap_or(i32::MAX)),
        state: Set(State::Waiting.word().into()),
        by_id: Set(asked.by),
        at: Set(tx.now()),
        decided_by_id: Set(None),
        decided_at: Set(None),
        note: Set(None),
    };
    look::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Adds the classes of a question.
pub async fn add_classes(
    tx: &Tx,
    owner: Owner,
    id: SecondLookId,
    classes: &[(PersonId, OfferId, Option<u16>)],
) -> Result<(), DbErr> {
    for some in classes.chunks(CHUNK) {
        let rows = some.iter().map(|(person, offer, class)| class::ActiveModel {
            owner_id: Set(owner.id()),
            look_id: Set(id),
            person_id: Set(*person),
            offer_id: Set(*offer),
            class: Set(class.map(i32::from)),
        });
        class::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The classes of a question, by student and place.
pub async fn classes(tx: &Tx, owner: Owner, id: SecondLookId) -> Result<Vec<(PersonId, OfferId, Option<u16>)>, DbErr> {
    let rows = class::Entity::find()
        .filter(class::COLUMN.owner_id.eq(owner.id()))
        .filter(class::COLUMN.look_id.eq(id))
        .order_by_asc(class::COLUMN.person_id)
        .order_by_asc(class::COLUMN.offer_id)
        .limit(CLASSES_MAX)
        .all(tx)
        .await?;
    let small = |class: Option<i32>| class.and_then(|class| u16::try_from(class).ok());
    Ok(rows.into_iter().map(|row| (row.person_id, row.offer_id, small(row.class))).collect())
}

/// One question and how far it has come.
pub async fn find(tx: &Tx, owner: Owner, id: SecondLookId) -> Result<Option<(Asked, String)>, DbErr> {
    let row = look::Entity::find_by_id((owner.id(), id)).one(tx).await?;
    Ok(row.and_then(|row| {
        let state = row.state.clone();
        read(row).map(|asked| (asked, state))
    }))
}

fn read(row: look::Model) -> Option<Asked> {
    Some(Asked {
        id: row.id,
        round: row.round_id,
        kind: Kind::from_word(&row.kind)?,
        person: row.person_id,
        offer: row.offer_id,
        ground: row.ground.as_deref().and_then(Ground::from_word),
        count: usize::try_from(row.count).unwrap_or_default(),
        by: row.by_id,
    })
}

/// Ends the waiting; false when somebody was first.
pub async fn decide(
    tx: &Tx,
    owner: Owner,
    id: SecondLookId,
    state: State,
    note: Option<String>,
) -> Result<bool, DbErr> {
    let decided = look::Entity::update_many()
        .col_expr(look::Column::State, Expr::value(state.word()))
        .col_expr(look::Column::DecidedById, Expr::value(tx.actor().person_id()))
        .col_expr(look::Column::DecidedAt, Expr::value(Some(tx.now())))
        .col_expr(look::Column::Note, Expr::value(note))
        .filter(look::COLUMN.owner_id.eq(owner.id()))
        .filter(look::COLUMN.id.eq(id))
        .filter(look::COLUMN.state.eq(State::Waiting.word()))
        .exec(tx)
        .await?;
    Ok(decided.rows_affected == 1)
}

fn waiting(owner: Owner) -> sea_orm::Select<look::Entity> {
    look::Entity::find()
        .filter(look::COLUMN.owner_id.eq(owner.id()))
        .filter(look::COLUMN.state.eq(State::Waiting.word()))
}

/// How many questions wait that somebody else has asked.
pub async fn count_for(tx: &Tx, owner: Owner, reader: PersonId) -> Result<u64, DbErr> {
    waiting(owner).filter(look::COLUMN.by_id.ne(reader)).count(tx).await
}

/// How many questions about a round wait.
pub async fn count_in(tx: &Tx, owner: Owner, round: RoundId) -> Result<u64, DbErr> {
    waiting(owner).filter(look::COLUMN.round_id.eq(round)).count(tx).await
}

/// What waits about one student in a round.
pub async fn about(tx: &Tx, owner: Owner, round: RoundId, person: PersonId) -> Result<Option<Asked>, DbErr> {
    let found = waiting(owner).filter(look::COLUMN.round_id.eq(round)).filter(look::COLUMN.person_id.eq(person));
    Ok(found.order_by_asc(look::COLUMN.id).one(tx).await?.and_then(read))
}

/// Whether it is asked that second looks be wanted no longer.
pub async fn rule_waits(tx: &Tx, owner: Owner) -> Result<bool, DbErr> {
    Ok(waiting(owner).filter(look::COLUMN.kind.eq(Kind::Rule.word())).count(tx).await? > 0)
}

#[derive(Debug, FromQueryResult)]
struct Line {
    id: SecondLookId,
    round_id: Option<RoundId>,
    kind: String,
    person_id: Option<PersonId>,
    offer_id: Option<OfferId>,
    ground: Option<String>,
    count: i32,
    by_id: PersonId,
    at: Moment,
    note: Option<String>,
    round_name: Option<String>,
    offer_key: Option<String>,
    offer_name: Option<String>,
    given_name: Option<String>,
    family_name: Option<String>,
    by_given_name: String,
    by_family_name: String,
    decided_given_name: Option<String>,
    decided_family_name: Option<String>,
}

const LINES: &str = "SELECT s.id, s.round_id, s.kind, s.person_id, s.offer_id, s.ground, s.count, s.by_id, s.at, \
     s.note, r.name AS round_name, o.outside_key AS offer_key, o.name AS offer_name, p.given_name, p.family_name, \
     b.given_name AS by_given_name, b.family_name AS by_family_name, d.given_name AS decided_given_name, \
     d.family_name AS decided_family_name FROM second_looks s \
     JOIN persons b ON b.id = s.by_id LEFT JOIN persons p ON p.id = s.person_id \
     LEFT JOIN persons d ON d.id = s.decided_by_id \
     LEFT JOIN rounds r ON r.owner_id = s.owner_id AND r.id = s.round_id \
     LEFT JOIN offers o ON o.owner_id = s.owner_id AND o.round_id = s.round_id AND o.id = s.offer_id";

/// What this person asked for and others turned down since a moment, the latest first.
pub async fn refused(tx: &Tx, owner: Owner, by: PersonId, since: Moment) -> Result<Vec<Refused>, DbErr> {
    let sql = format!(
        "{LINES} WHERE s.owner_id = $1 AND s.state = 'refused' AND s.by_id = $2 AND s.decided_at > $3 \
         ORDER BY s.decided_at DESC, s.id LIMIT {REFUSED_MAX}"
    );
    let values = [owner.id().uuid().into(), by.uuid().into(), since.into()];
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    let refused = |line: Line| {
        let decided = named(line.decided_given_name.as_deref(), line.decided_family_name.as_deref());
        let note = line.note.clone().unwrap_or_default();
        told(line).map(|what| Refused { what, decided_by: decided, note })
    };
    Ok(Line::find_by_statement(statement).all(tx).await?.into_iter().filter_map(refused).collect())
}

/// What waits, the oldest first: one page, and how many there are.
pub async fn page(tx: &Tx, owner: Owner, (first, rows): (u64, u64)) -> Result<(Vec<Waiting>, u64), DbErr> {
    let sql = format!(
        "{LINES} WHERE s.owner_id = $1 AND s.state = 'waiting' ORDER BY s.at, s.id LIMIT {rows} OFFSET {first}"
    );
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, [owner.id().uuid().into()]);
    let lines = Line::find_by_statement(statement).all(tx).await?;
    let count = waiting(owner).count(tx).await?;
    Ok((lines.into_iter().filter_map(told).collect(), count))
}

fn named(given: Option<&str>, family: Option<&str>) -> String {
    [given.unwrap_or_default(), family.unwrap_or_default()].join(" ").trim().to_owned()
}

fn told(line: Line) -> Option<Waiting> {
    let place = line.offer_name.clone().filter(|name| !name.is_empty()).or(line.offer_key.clone());
    Some(Waiting {
        at: line.at,
        round_name: line.round_name.unwrap_or_default(),
        place: place.unwrap_or_default(),
        person_name: named(line.given_name.as_deref(), line.family_name.as_deref()),
        by_name: named(Some(&line.by_given_name), Some(&line.by_family_name)),
        asked: Asked {
            id: line.id,
            round: line.round_id,
            kind: Kind::from_word(&line.kind)?,
            person: line.person_id,
            offer: line.offer_id,
            ground: line.ground.as_deref().and_then(Ground::from_word),
            count: usize::try_from(line.count).unwrap_or_default(),
            by: line.by_id,
        },
    })
}

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![section::<look::Entity>(tx, oneself, look::Column::ById, &[]).await?])
}
