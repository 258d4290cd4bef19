//! All database access of the room.

use std::collections::HashMap;

use base::{Date, Id, Moment, OfferId, OrganisationId, PersonId, RoundId, UnitId};
use kit::actor::{Counterparty, Oneself, Owner};
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, Statement,
};

use super::model::{Decision, Kind, Period, SeenByHost};
use super::tables::{decision, reading};

/// Rows of one insert.
const CHUNK: usize = 500;
/// A host receives at most so many students in the weeks that are shown.
const STUDENTS_MAX: u64 = 50_000;
/// A host receives students at most so many times in the years of a calendar.
const PERIODS_MAX: i64 = 5_000;
/// Versions of one student's decision that are shown.
const VERSIONS_MAX: u64 = 100;

/// Adds decisions.
pub async fn add(tx: &Tx, owner: Owner, decisions: &[Decision]) -> Result<(), DbErr> {
    for chunk in decisions.chunks(CHUNK) {
        let rows = chunk.iter().map(|one| row_of(owner, one)).collect::<Result<Vec<_>, _>>()?;
        decision::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row_of(owner: Owner, one: &Decision) -> Result<decision::ActiveModel, DbErr> {
    let small = |number: u32| i32::try_from(number).ok();
    let reasons =
        serde_json::to_value(&one.grounds).map_err(|error| DbErr::Json(format!("unwritable grounds: {error}")))?;
    Ok(decision::ActiveModel {
        owner_id: Set(owner.id()),
        round_id: Set(one.round),
        person_id: Set(one.person),
        version: Set(one.version),
        kind: Set(one.kind.word().into()),
        offer_id: Set(one.offer),
        host_id: Set(one.host.map(|host| host.0)),
        host_unit_id: Set(one.host.and_then(|host| host.1)),
        rank: Set(one.rank.map(i32::from)),
        position: Set(one.position.and_then(small)),
        drawn: Set(small(one.grounds.drawn)),
        reasons: Set(reasons),
        round_name: Set(one.round_name.clone()),
        course_name: Set(one.course_name.clone()),
        place_name: Set(one.place_name.clone()),
        subject: Set(one.subject.clone()),
        from_on: Set(one.from_on),
        until_on: Set(one.until_on),
        run_id: Set(one.run),
        by_id: Set(one.by),
        at: Set(one.at),
        complain_until_on: Set(one.complain_until_on),
    })
}

fn read(row: decision::Model) -> Result<Decision, DbErr> {
    let broken = |column: &str| DbErr::Custom(format!("decision of {} has an unreadable {column}", row.round_id));
    Ok(Decision {
        kind: Kind::from_word(&row.kind).ok_or_else(|| broken("kind"))?,
        grounds: serde_json::from_value(row.reasons.clone()).map_err(|_| broken("reasons"))?,
        round: row.round_id,
        owner: row.owner_id,
        person: row.person_id,
        version: row.version,
        offer: row.offer_id,
        host: row.host_id.map(|host| (host, row.host_unit_id)),
        rank: row.rank.and_then(|rank| u16::try_from(rank).ok()),
        position: row.position.and_then(|position| u32::try_from(position).ok()),
        round_name: row.round_name,
        course_name: row.course_name,
        place_name: row.place_name,
        subject: row.subject,
        from_on: row.from_on,
        until_on: row.until_on,
        run: row.run_id,
        by: row.by_id,
        at: row.at,
        complain_until_on: row.complain_until_on,
    })
}

/// The versions of one student's decision in a round, the one that counts first.
pub async fn versions(tx: &Tx, owner: Owner, round: RoundId, person: PersonId) -> Result<Vec<Decision>, DbErr> {
    let rows = decision::Entity::find()
        .filter(decision::Column::OwnerId.eq(owner.id()))
        .filter(decision::Column::RoundId.eq(round))
        .filter(decision::Column::PersonId.eq(person))
        .order_by_desc(decision::Column::Version)
        .limit(VERSIONS_MAX)
        .all(tx)
        .await?;
    rows.into_iter().map(read).collect()
}

/// What each student of a round was told last, in the order of their ids, after the one given.
pub async fn latest_after(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<Decision>, DbErr> {
    let sql = "SELECT d.* FROM decisions d WHERE d.owner_id = $1 AND d.round_id = $2 AND d.person_id > $3 \
               AND d.version = (SELECT max(o.version) FROM decisions o WHERE o.owner_id = d.owner_id \
                 AND o.round_id = d.round_id AND o.person_id = d.person_id) \
               ORDER BY d.person_id LIMIT $4";
    let after = after.map_or(uuid::Uuid::nil(), Id::uuid);
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let values = [owner.id().uuid().into(), round.uuid().into(), after.into(), limit.into()];
    let statement = Statement::from_sql_and_values(tx.backend(), sql, values);
    let rows = decision::Model::find_by_statement(statement).all(tx).await?;
    rows.into_iter().map(read).collect()
}

/// What a student was told, over all rounds: the latest weeks first, in each round the version that counts first.
pub async fn own(tx: &Tx, oneself: Oneself) -> Result<Vec<Decision>, DbErr> {
    let rows = decision::Entity::find()
        .filter(decision::Column::PersonId.eq(oneself.id()))
        .order_by_desc(decision::Column::FromOn)
        .order_by_desc(decision::Column::RoundId)
        .order_by_desc(decision::Column::Version)
        .limit(VERSIONS_MAX)
        .all(tx)
        .await?;
    rows.into_iter().map(read).collect()
}

/// When a student has read a version, if so.
pub async fn read_at(tx: &Tx, oneself: Oneself, round: RoundId, version: i32) -> Result<Option<Moment>, DbErr> {
    let found = reading::Entity::find()
        .filter(reading::Column::RoundId.eq(round))
        .filter(reading::Column::PersonId.eq(oneself.id()))
        .filter(reading::Column::Version.eq(version))
        .one(tx)
        .await?;
    Ok(found.map(|row| row.at))
}

/// Notes that a student has read a version. False: it was noted before.
pub async fn note_reading(
    tx: &Tx,
    owner: Owner,
    oneself: Oneself,
    round: RoundId,
    version: i32,
) -> Result<bool, DbErr> {
    let row = reading::ActiveModel {
        owner_id: Set(owner.id()),
        round_id: Set(round),
        person_id: Set(oneself.id()),
        version: Set(version),
        at: Set(tx.now()),
    };
    let key = [reading::Column::OwnerId, reading::Column::RoundId, reading::Column::PersonId, reading::Column::Version];
    let nothing = OnConflict::columns(key).do_nothing().to_owned();
    Ok(reading::Entity::insert(row).on_conflict(nothing).exec_without_returning(tx).await? == 1)
}

/// How many students have read what they were told last.
pub async fn readers(tx: &Tx, owner: Owner, round: RoundId) -> Result<HashMap<PersonId, i32>, DbErr> {
    let rows: Vec<(PersonId, i32)> = reading::Entity::find()
        .select_only()
        .column(reading::Column::PersonId)
        .column_as(reading::Column::Version.max(), "version")
        .filter(reading::Column::OwnerId.eq(owner.id()))
        .filter(reading::Column::RoundId.eq(round))
        .group_by(reading::Column::PersonId)
        .order_by_asc(reading::Column::PersonId)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().collect())
}

#[derive(FromQueryResult)]
struct HostRow {
    owner_id: OrganisationId,
    round_id: RoundId,
    person_id: PersonId,
    host_unit_id: Option<UnitId>,
    kind: String,
    place_name: String,
    course_name: String,
    subject: String,
    from_on: Date,
    until_on: Date,
    given_name: String,
    family_name: String,
    email: Option<String>,
    phone: Option<String>,
}

/// Students who come to the host from a day on: of each student and round only the latest version that names this
/// host counts, so that who went elsewhere is not awaited.
pub async fn seen_by_host(tx: &Tx, host: &Counterparty, from: Date) -> Result<Vec<SeenByHost>, DbErr> {
    let sql = "SELECT d.owner_id, d.round_id, d.person_id, d.host_unit_id, d.kind, d.place_name, d.course_name, d.subject, d.from_on, d.until_on, \
           p.given_name, p.family_name, p.email, p.phone \
         FROM decisions d JOIN persons p ON p.id = d.person_id \
         WHERE d.host_id = $1 AND d.until_on >= $2 AND d.version = (SELECT max(o.version) FROM decisions o \
           WHERE o.owner_id = d.owner_id AND o.round_id = d.round_id AND o.person_id = d.person_id AND o.host_id = $1) \
         ORDER BY d.from_on, d.place_name, p.family_name, p.given_name, d.person_id LIMIT $3";
    let values = [host.id().uuid().into(), from.into(), i64::try_from(STUDENTS_MAX).unwrap_or(i64::MAX).into()];
    let found = HostRow::find_by_statement(Statement::from_sql_and_values(tx.get_database_backend(), sql, values));
    let seen = |row: HostRow| SeenByHost {
        given_name: row.given_name,
        family_name: row.family_name,
        email: row.email.unwrap_or_default(),
        phone: row.phone.unwrap_or_default(),
        subject: row.subject,
        place: row.place_name,
        course: row.course_name,
        from_on: row.from_on,
        until_on: row.until_on,
        institution: row.owner_id,
        round: row.round_id,
        person: row.person_id,
        host: host.id(),
        unit: row.host_unit_id,
    };
    let placed = |row: &HostRow| row.kind == Kind::Placed.word() && covers(host, row.host_unit_id);
    Ok(found.all(tx).await?.into_iter().filter(placed).map(seen).collect())
}

#[derive(FromQueryResult)]
struct PeriodRow {
    round_id: RoundId,
    offer_id: Option<OfferId>,
    host_unit_id: Option<UnitId>,
    place_name: String,
    course_name: String,
    from_on: Date,
    until_on: Date,
    students: i64,
}

/// How many students come to which of the host's places and when, in these days; who counts is as in [`seen_by_host`].
pub async fn periods_of_host(tx: &Tx, host: &Counterparty, (from, until): (Date, Date)) -> Result<Vec<Period>, DbErr> {
    let sql = "SELECT d.round_id, d.offer_id, d.host_unit_id, max(d.place_name) AS place_name, \
           max(d.course_name) AS course_name, d.from_on, d.until_on, count(*) AS students FROM decisions d \
         WHERE d.host_id = $1 AND d.kind = 'placed' AND d.until_on >= $2 AND d.from_on <= $3 \
         AND d.version = (SELECT max(o.version) FROM decisions o WHERE o.owner_id = d.owner_id \
           AND o.round_id = d.round_id AND o.person_id = d.person_id AND o.host_id = $1) \
         GROUP BY d.round_id, d.offer_id, d.host_unit_id, d.from_on, d.until_on \
         ORDER BY d.from_on DESC, d.round_id, d.offer_id, d.host_unit_id LIMIT $4";
    let values = [host.id().uuid().into(), from.into(), until.into(), PERIODS_MAX.into()];
    let found = PeriodRow::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, values));
    let read = |row: PeriodRow| Period {
        round: row.round_id,
        offer: row.offer_id,
        unit: row.host_unit_id,
        place: row.place_name,
        course: row.course_name,
        from_on: row.from_on,
        until_on: row.until_on,
        students: row.students,
    };
    Ok(found.all(tx).await?.into_iter().filter(|row| covers(host, row.host_unit_id)).map(read).collect())
}

/// Whether the actor receives students at this unit.
fn covers(host: &Counterparty, unit: Option<UnitId>) -> bool {
    match (host.units(), unit) {
        (None, _) => true,
        (Some(units), Some(unit)) => units.contains(&unit),
        (Some(_), None) => false,
    }
}

/// What a student was told last that names this host: who went elsewhere since has a later one.
pub async fn of_host(
    tx: &Tx,
    host: &Counterparty,
    round: RoundId,
    person: PersonId,
) -> Result<Option<Decision>, DbErr> {
    let found = decision::Entity::find()
        .filter(decision::Column::HostId.eq(host.id()))
        .filter(decision::Column::RoundId.eq(round))
        .filter(decision::Column::PersonId.eq(person))
        .order_by_desc(decision::Column::Version)
        .one(tx)
        .await?;
    found.map(read).transpose()
}

/// How many students of one round come to the host, unit by unit, for the mail that tells so.
pub async fn host_counts(
    tx: &Tx,
    host: Owner,
    institution: OrganisationId,
    round: RoundId,
) -> Result<Vec<(Option<UnitId>, Date, Date)>, DbErr> {
    let sql = "SELECT d.host_unit_id, d.from_on, d.until_on, d.kind FROM decisions d \
         WHERE d.owner_id = $1 AND d.round_id = $2 AND d.host_id = $3 \
         AND d.version = (SELECT max(o.version) FROM decisions o WHERE o.owner_id = d.owner_id \
           AND o.round_id = d.round_id AND o.person_id = d.person_id AND o.host_id = $3) ORDER BY d.person_id";
    let values = [institution.uuid().into(), round.uuid().into(), host.id().uuid().into()];
    let rows = tx.query_all_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    let mut found = vec![];
    for row in rows {
        if row.try_get::<String>("", "kind")? == Kind::Placed.word() {
            found.push((row.try_get("", "host_unit_id")?, row.try_get("", "from_on")?, row.try_get("", "until_on")?));
        }
    }
    Ok(found)
}

/// What of the host's placements from this day on stands at some of its units: students, places, rounds.
pub async fn standing_at(tx: &Tx, host: Owner, units: &[UnitId], from: Date) -> Result<[i64; 3], DbErr> {
    if units.is_empty() {
        return Ok([0; 3]);
    }
    let marks: Vec<String> = (3..units.len() + 3).map(|number| format!("${number}")).collect();
    let sql = format!(
        "SELECT count(*) AS students, count(DISTINCT d.offer_id) AS places, count(DISTINCT d.round_id) AS rounds \
         FROM decisions d WHERE d.host_id = $1 AND d.until_on >= $2 AND d.kind = 'placed' AND d.host_unit_id IN ({}) \
         AND d.version = (SELECT max(o.version) FROM decisions o WHERE o.owner_id = d.owner_id \
           AND o.round_id = d.round_id AND o.person_id = d.person_id)",
        marks.join(", ")
    );
    let first = [host.id().uuid().into(), from.into()];
    let values = first.into_iter().chain(units.iter().map(|unit| unit.uuid().into()));
    let row = tx.query_one_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    let Some(row) = row else { return Ok([0; 3]) };
    Ok([row.try_get("", "students")?, row.try_get("", "places")?, row.try_get("", "rounds")?])
}

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![
        section::<decision::Entity>(tx, oneself, decision::Column::PersonId, &[]).await?,
        section::<reading::Entity>(tx, oneself, reading::Column::PersonId, &[]).await?,
    ])
}
