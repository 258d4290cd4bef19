//! All database access of the room.

use std::collections::HashMap;

use base::{OfferId, PersonId, RoundId};
use kit::actor::Owner;
use kit::db::Tx;
use people::persons::tables::person;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::model::{NewPair, Pair, ban_from_word};
use super::tables::pair;
use crate::participants::tables::participant;
use crate::sites::tables::offer;

/// Rows of one statement: far below the number of values that either database takes.
const CHUNK: usize = 500;

/// Every pair of a round.
pub async fn of_round(tx: &Tx, owner: Owner, round: RoundId) -> Result<HashMap<(PersonId, OfferId), Pair>, DbErr> {
    let rows = kept(owner, round)
        .order_by_asc(pair::Column::PersonId)
        .order_by_asc(pair::Column::OfferId)
        .limit(Pair::PAIRS_MAX)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|row| ((row.person_id, row.offer_id), pair_of(&row))).collect())
}

/// Every pair of some students of a round.
pub async fn of_persons(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    persons: &[PersonId],
) -> Result<HashMap<(PersonId, OfferId), Pair>, DbErr> {
    let mut found = HashMap::new();
    for some in persons.chunks(CHUNK) {
        let rows = kept(owner, round)
            .filter(pair::Column::PersonId.is_in(some.iter().copied()))
            .order_by_asc(pair::Column::PersonId)
            .order_by_asc(pair::Column::OfferId)
            .limit(Pair::PAIRS_MAX)
            .all(tx)
            .await?;
        found.extend(rows.into_iter().map(|row| ((row.person_id, row.offer_id), pair_of(&row))));
    }
    Ok(found)
}

fn kept(owner: Owner, round: RoundId) -> sea_orm::Select<pair::Entity> {
    pair::Entity::find().filter(pair::Column::OwnerId.eq(owner.id())).filter(pair::Column::RoundId.eq(round))
}

fn pair_of(row: &pair::Model) -> Pair {
    let small = |number: Option<i32>| number.and_then(|number| u16::try_from(number).ok());
    Pair {
        class: small(row.class),
        travel_minutes: small(row.travel_minutes),
        ban: row.ban.as_deref().and_then(ban_from_word),
    }
}

/// Students of whom something is known, in the order of their ids after the one given, each with the number of pairs and
/// of bans.
pub async fn students_after(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<(PersonId, i64, i64)>, DbErr> {
    let mut found = kept(owner, round);
    if let Some(after) = after {
        found = found.filter(pair::Column::PersonId.gt(after));
    }
    found
        .select_only()
        .column(pair::Column::PersonId)
        .column_as(pair::Column::OfferId.count(), "pairs")
        .column_as(pair::Column::Ban.count(), "bans")
        .group_by(pair::Column::PersonId)
        .order_by_asc(pair::Column::PersonId)
        .limit(limit)
        .into_tuple()
        .all(tx)
        .await
}

/// What is known about one student, in the order of the places' ids after the one given.
pub async fn of_student_after(
    tx: &Tx,
    owner: Owner,
    (round, person): (RoundId, PersonId),
    after: Option<OfferId>,
    limit: u64,
) -> Result<Vec<(OfferId, Pair)>, DbErr> {
    let mut found = kept(owner, round).filter(pair::Column::PersonId.eq(person));
    if let Some(after) = after {
        found = found.filter(pair::Column::OfferId.gt(after));
    }
    let rows = found.order_by_asc(pair::Column::OfferId).limit(limit).all(tx).await?;
    Ok(rows.into_iter().map(|row| (row.offer_id, pair_of(&row))).collect())
}

/// Keeps these pairs, and forgets those of which nothing is known any more.
pub async fn put(tx: &Tx, owner: Owner, round: RoundId, pairs: &[NewPair]) -> Result<(), DbErr> {
    let (gone, kept): (Vec<&NewPair>, Vec<&NewPair>) = pairs.iter().partition(|new| new.pair.is_empty());
    for chunk in kept.chunks(CHUNK) {
        let rows = chunk.iter().map(|new| row(tx, owner, round, new));
        let same = OnConflict::columns([
            pair::Column::OwnerId,
            pair::Column::RoundId,
            pair::Column::PersonId,
            pair::Column::OfferId,
        ])
        .update_columns([
            pair::Column::Class,
            pair::Column::TravelMinutes,
            pair::Column::Ban,
            pair::Column::ById,
            pair::Column::At,
        ])
        .to_owned();
        pair::Entity::insert_many(rows).on_conflict(same).exec_without_returning(tx).await?;
    }
    let mut by_person: HashMap<PersonId, Vec<OfferId>> = HashMap::new();
    gone.into_iter().for_each(|new| by_person.entry(new.person).or_default().push(new.offer));
    for (person, offers) in by_person {
        pair::Entity::delete_many()
            .filter(pair::Column::OwnerId.eq(owner.id()))
            .filter(pair::Column::RoundId.eq(round))
            .filter(pair::Column::PersonId.eq(person))
            .filter(pair::Column::OfferId.is_in(offers))
            .exec(tx)
            .await?;
    }
    Ok(())
}

fn row(tx: &Tx, owner: Owner, round: RoundId, new: &NewPair) -> pair::ActiveModel {
    pair::ActiveModel {
        owner_id: Set(owner.id()),
        round_id: Set(round),
        person_id: Set(new.person),
        offer_id: Set(new.offer),
        class: Set(new.pair.class.map(Into::into)),
        travel_minutes: Set(new.pair.travel_minutes.map(Into::into)),
        ban: Set(new.pair.ban.map(|ban| ban.name().into())),
        by_id: Set(tx.actor().person_id()),
        at: Set(tx.now()),
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
#[expect(missing_docs, reason = "the columns of `pairs`, `participants`, `persons` and `offers`")]
pub struct PairRow {
    pub outside_key: String,
    pub given_name: String,
    pub family_name: String,
    pub place_key: String,
    pub place_name: String,
    pub class: Option<i32>,
    pub travel_minutes: Option<i32>,
    pub ban: Option<String>,
}

/// Some of the pairs, by student and place, and how many there are in all. `banned` leaves out all but bans.
pub async fn page(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    banned: bool,
    rows: (usize, usize),
) -> Result<(Vec<PairRow>, usize), DbErr> {
    let mut asked = kept(owner, round);
    if banned {
        asked = asked.filter(pair::Column::Ban.is_not_null());
    }
    let all = asked.clone().count(tx).await?;
    let found = asked
        .select_only()
        .column(participant::Column::OutsideKey)
        .columns([person::Column::GivenName, person::Column::FamilyName])
        .column_as(offer::Column::OutsideKey, "place_key")
        .column_as(offer::Column::Name, "place_name")
        .columns([pair::Column::Class, pair::Column::TravelMinutes, pair::Column::Ban])
        .join(
            JoinType::InnerJoin,
            pair::Entity::belongs_to(participant::Entity)
                .from((pair::Column::OwnerId, pair::Column::RoundId, pair::Column::PersonId))
                .to((participant::Column::OwnerId, participant::Column::RoundId, participant::Column::PersonId))
                .into(),
        )
        .join(
            JoinType::InnerJoin,
            pair::Entity::belongs_to(person::Entity).from(pair::Column::PersonId).to(person::Column::Id).into(),
        )
        .join(
            JoinType::InnerJoin,
            pair::Entity::belongs_to(offer::Entity)
                .from((pair::Column::OwnerId, pair::Column::RoundId, pair::Column::OfferId))
                .to((offer::Column::OwnerId, offer::Column::RoundId, offer::Column::Id))
                .into(),
        )
        .order_by_asc(participant::Column::OutsideKey)
        .order_by_asc(offer::Column::OutsideKey)
        .offset(rows.0 as u64)
        .limit(rows.1 as u64)
        .into_model()
        .all(tx)
        .await?;
    Ok((found, usize::try_from(all).unwrap_or(usize::MAX)))
}
