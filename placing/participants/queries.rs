//! All database access of the room. Joins read `wish_lists` and `wishes`, which the door names.

use std::collections::{BTreeMap, HashMap, HashSet};

use base::{PersonId, RoundId};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait, Func, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Statement,
};

use super::model::{Counts, Part, Participant, Sent, State};
use super::tables::participant::{self, Column};

/// Rows in one statement: SQLite takes 32,766 values.
const CHUNK: usize = 2000;
/// Subjects a list can be narrowed to.
const SUBJECTS_MAX: usize = 1000;

/// Nobody takes part in more rounds.
const ROUNDS_MAX: u64 = 1000;

/// How a list of students is narrowed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// Only this subject
    pub subject: Option<String>,
    /// Only those in this standing
    pub standing: Option<Standing>,
    /// Only those whose number holds this text, and these persons
    pub found: Option<(String, Vec<PersonId>)>,
}

/// What a list of students can be narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No wishes yet
    Unsent,
    /// Wishes, not confirmed
    Unconfirmed,
    /// Wishes, confirmed
    Confirmed,
    /// Wishes the office entered
    OnBehalf,
    /// Added or sent after the window
    Late,
    /// Left
    Withdrawn,
}

/// What a list of students is sorted by; equals stand by student number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorting {
    /// Student number
    Number,
    /// Subject
    Subject,
    /// Group
    Group,
}

impl Standing {
    /// The standing of a word in the address.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "unsent" => Self::Unsent,
            "unconfirmed" => Self::Unconfirmed,
            "confirmed" => Self::Confirmed,
            "behalf" => Self::OnBehalf,
            "late" => Self::Late,
            "withdrawn" => Self::Withdrawn,
            _ => return None,
        })
    }
}

/// The student's part in the round.
pub async fn find(tx: &Tx, owner: Owner, round: RoundId, person: PersonId) -> Result<Option<Participant>, DbErr> {
    let found = participant::Entity::find_by_id((owner.id(), round, person)).one(tx).await?;
    found.map(participant_of).transpose()
}

/// The rounds of these institutions in which the person takes part and has not left. At most [`ROUNDS_MAX`].
pub async fn taking_part(tx: &Tx, owners: &[Owner], oneself: Oneself) -> Result<HashSet<RoundId>, DbErr> {
    let rounds: Vec<RoundId> = participant::Entity::find()
        .select_only()
        .column(Column::RoundId)
        .filter(Column::OwnerId.is_in(owners.iter().map(|owner| owner.id())))
        .filter(Column::PersonId.eq(oneself.id()))
        .filter(Column::State.eq(State::Active.word()))
        .order_by(Column::RoundId, Order::Desc)
        .limit(ROUNDS_MAX)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rounds.into_iter().collect())
}

/// Everybody who takes or took part, by student number. At most `STUDENTS_MAX`.
pub async fn of_round(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<Participant>, DbErr> {
    let rows = participant::Entity::find()
        .filter(Column::OwnerId.eq(owner.id()))
        .filter(Column::RoundId.eq(round))
        .order_by(Column::OutsideKey, Order::Asc)
        .all(tx)
        .await?;
    rows.into_iter().map(participant_of).collect()
}

/// Those who take or took part, in the order of their ids, after the one given.
pub async fn after(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<Participant>, DbErr> {
    let mut found =
        participant::Entity::find().filter(Column::OwnerId.eq(owner.id())).filter(Column::RoundId.eq(round));
    if let Some(after) = after {
        found = found.filter(Column::PersonId.gt(after));
    }
    let rows = found.order_by(Column::PersonId, Order::Asc).limit(limit).all(tx).await?;
    rows.into_iter().map(participant_of).collect()
}

/// The parts of these persons.
pub async fn of_persons(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    persons: &[PersonId],
) -> Result<HashMap<PersonId, Participant>, DbErr> {
    let mut found = HashMap::with_capacity(persons.len());
    for chunk in persons.chunks(CHUNK) {
        let rows = participant::Entity::find()
            .filter(Column::OwnerId.eq(owner.id()))
            .filter(Column::RoundId.eq(round))
            .filter(Column::PersonId.is_in(chunk.iter().copied()))
            .all(tx)
            .await?;
        for row in rows {
            found.insert(row.person_id, participant_of(row)?);
        }
    }
    Ok(found)
}

/// One page of the students.
#[expect(clippy::too_many_arguments, reason = "one page of one list, asked for in one place")]
pub async fn page(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    narrowing: &Narrowing,
    sorting: Sorting,
    descending: bool,
    offset: u64,
    limit: u64,
) -> Result<Vec<Participant>, DbErr> {
    let column = match sorting {
        Sorting::Number => Column::OutsideKey,
        Sorting::Subject => Column::Subject,
        Sorting::Group => Column::GroupKey,
    };
    let order = if descending { Order::Desc } else { Order::Asc };
    let rows = narrowed(owner, round, narrowing)
        .order_by(column, order)
        .order_by(Column::OutsideKey, Order::Asc)
        .offset(offset)
        .limit(limit)
        .all(tx)
        .await?;
    rows.into_iter().map(participant_of).collect()
}

/// How many students a list would hold.
pub async fn count(tx: &Tx, owner: Owner, round: RoundId, narrowing: &Narrowing) -> Result<u64, DbErr> {
    use sea_orm::PaginatorTrait;
    narrowed(owner, round, narrowing).count(tx).await
}

/// The persons a list would hold, in no order of meaning but always the same. At most `STUDENTS_MAX`.
pub async fn persons(tx: &Tx, owner: Owner, round: RoundId, narrowing: &Narrowing) -> Result<Vec<PersonId>, DbErr> {
    narrowed(owner, round, narrowing)
        .select_only()
        .column(Column::PersonId)
        .order_by(Column::PersonId, Order::Asc)
        .into_tuple()
        .all(tx)
        .await
}

/// Persons who take part and have no confirmed list: those to remind.
pub async fn unconfirmed(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<PersonId>, DbErr> {
    participant::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .filter(in_round(owner, round))
        .filter(Column::State.eq(State::Active.word()))
        .filter(has_list(Some(Expr::col(list("confirmed")).eq(true))).not())
        .order_by(Column::PersonId, Order::Asc)
        .into_tuple()
        .all(tx)
        .await
}

/// Persons who take part.
pub async fn active(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<PersonId>, DbErr> {
    participant::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .filter(in_round(owner, round))
        .filter(Column::State.eq(State::Active.word()))
        .order_by(Column::PersonId, Order::Asc)
        .into_tuple()
        .all(tx)
        .await
}

/// The subjects of all students, those who left too, by name. Steps from one subject to the next along an index, since
/// there are few of them and many students.
pub async fn all_subjects(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<String>, DbErr> {
    let next = "SELECT subject FROM participants WHERE owner_id = $1 AND round_id = $2";
    let sql = format!(
        "WITH RECURSIVE met(subject) AS (SELECT * FROM ({next} ORDER BY subject LIMIT 1) AS first UNION ALL \
         SELECT ({next} AND subject > met.subject ORDER BY subject LIMIT 1) FROM met WHERE met.subject IS NOT NULL) \
         SELECT subject FROM met WHERE subject IS NOT NULL ORDER BY subject LIMIT {SUBJECTS_MAX}"
    );
    let statement = Statement::from_sql_and_values(tx.backend(), sql, [owner.id().into(), round.into()]);
    tx.query_all_raw(statement).await?.iter().map(|row| row.try_get("", "subject")).collect()
}

/// The subjects of the students, with how many take part.
pub async fn subjects(tx: &Tx, owner: Owner, round: RoundId) -> Result<BTreeMap<String, i64>, DbErr> {
    let rows: Vec<(String, i64)> = participant::Entity::find()
        .select_only()
        .column(Column::Subject)
        .column_as(Column::PersonId.count(), "students")
        .filter(in_round(owner, round))
        .filter(Column::State.eq(State::Active.word()))
        .group_by(Column::Subject)
        .order_by(Column::Subject, Order::Asc)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Who takes part in each round of these institutions, and who has sent wishes. One statement.
pub async fn counts(tx: &Tx, owners: &[Owner], round: Option<RoundId>) -> Result<BTreeMap<RoundId, Counts>, DbErr> {
    let one_if = |rule: SimpleExpr| Expr::expr(CaseStatement::new().case(rule, 1).finally(0)).sum();
    let active = || Column::State.eq(State::Active.word());
    let mut select = participant::Entity::find()
        .select_only()
        .column(Column::RoundId)
        .column_as(one_if(active()), "active")
        .column_as(one_if(active().and(Column::Late.eq(true))), "late")
        .column_as(one_if(active().not()), "withdrawn")
        .column_as(one_if(active().and(has_list(None))), "sent")
        .column_as(one_if(active().and(has_list(Some(Expr::col(list("confirmed")).eq(true))))), "confirmed")
        .filter(Column::OwnerId.is_in(owners.iter().map(|owner| owner.id())))
        .group_by(Column::RoundId)
        .order_by(Column::RoundId, Order::Asc);
    if let Some(round) = round {
        select = select.filter(Column::RoundId.eq(round));
    }
    let rows: Vec<(RoundId, i64, i64, i64, i64, i64)> = select.into_tuple().all(tx).await?;
    let read = |(round, active, late, withdrawn, sent, confirmed)| {
        (round, Counts { active, late, withdrawn, sent, confirmed })
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The list that counts of each of these persons.
pub async fn sent(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    persons: &[PersonId],
) -> Result<HashMap<PersonId, Sent>, DbErr> {
    let mut found = HashMap::new();
    for chunk in persons.chunks(CHUNK) {
        let select = Query::select()
            .columns(["person_id", "version", "confirmed", "source", "late"].map(list))
            .from_as(lists(), outer_lists())
            .and_where(Expr::col(list("owner_id")).eq(owner.id()))
            .and_where(Expr::col(list("round_id")).eq(round))
            .and_where(Expr::col(list("person_id")).is_in(chunk.iter().copied()))
            .and_where(is_latest())
            .and_where(holds_wishes())
            .to_owned();
        for row in tx.query_all(&select).await? {
            let source: String = row.try_get("", "source")?;
            let sent = Sent {
                version: row.try_get("", "version")?,
                confirmed: row.try_get("", "confirmed")?,
                on_behalf: source == "behalf",
                late: row.try_get("", "late")?,
            };
            found.insert(row.try_get("", "person_id")?, sent);
        }
    }
    Ok(found)
}

/// When each student who takes part sent wishes for the first time, earliest first.
pub async fn first_sent_at(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<base::Moment>, DbErr> {
    let select = Query::select()
        .expr_as(Func::min(Expr::col(list("at"))), Alias::new("first_at"))
        .from_as(lists(), outer_lists())
        .and_where(Expr::col(list("owner_id")).eq(owner.id()))
        .and_where(Expr::col(list("round_id")).eq(round))
        .group_by_columns([list("person_id")])
        .order_by(Alias::new("first_at"), Order::Asc)
        .to_owned();
    tx.query_all(&select).await?.iter().map(|row| row.try_get("", "first_at")).collect()
}

/// Students who take part and have no lottery number.
pub async fn without_lottery(tx: &Tx, owner: Owner, round: RoundId) -> Result<u64, DbErr> {
    use sea_orm::PaginatorTrait;
    participant::Entity::find()
        .filter(in_round(owner, round))
        .filter(Column::State.eq(State::Active.word()))
        .filter(Column::Lottery.is_null())
        .count(tx)
        .await
}

/// The lowest lottery number that two students who take part share.
pub async fn shared_lottery(tx: &Tx, owner: Owner, round: RoundId) -> Result<Option<i64>, DbErr> {
    participant::Entity::find()
        .select_only()
        .column(Column::Lottery)
        .filter(in_round(owner, round))
        .filter(Column::State.eq(State::Active.word()))
        .filter(Column::Lottery.is_not_null())
        .group_by(Column::Lottery)
        .having(Column::PersonId.count().gt(1))
        .order_by(Column::Lottery, Order::Asc)
        .limit(1)
        .into_tuple()
        .one(tx)
        .await
}

/// Adds students.
pub async fn add(tx: &Tx, owner: Owner, round: RoundId, new: &[(PersonId, Part)], late: bool) -> Result<(), DbErr> {
    for chunk in new.chunks(CHUNK) {
        let rows = chunk.iter().map(|(person, part)| participant::ActiveModel {
            owner_id: Set(owner.id()),
            round_id: Set(round),
            person_id: Set(*person),
            state: Set(State::Active.word().into()),
            late: Set(late),
            added_at: Set(tx.now()),
            withdrawn_at: Set(None),
            ..filled(part)
        });
        participant::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Changes what a row says about one student.
pub async fn change(tx: &Tx, owner: Owner, round: RoundId, person: PersonId, part: &Part) -> Result<(), DbErr> {
    participant::Entity::update_many()
        .set(filled(part))
        .filter(in_round(owner, round))
        .filter(Column::PersonId.eq(person))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes students out as if they had never been added.
pub async fn remove(tx: &Tx, owner: Owner, round: RoundId, persons: &[PersonId]) -> Result<(), DbErr> {
    for chunk in persons.chunks(CHUNK) {
        participant::Entity::delete_many()
            .filter(in_round(owner, round))
            .filter(Column::PersonId.is_in(chunk.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The first of these persons who has wishes, a seat or a place by hand.
pub async fn first_in_use(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    persons: &[PersonId],
) -> Result<Option<PersonId>, DbErr> {
    for table in ["wish_lists", "hand_placements", "seats"] {
        for chunk in persons.chunks(CHUNK) {
            let named = Query::select()
                .column(Alias::new("person_id"))
                .from(Alias::new(table))
                .and_where(Expr::col(Alias::new("owner_id")).eq(owner.id()))
                .and_where(Expr::col(Alias::new("round_id")).eq(round))
                .and_where(Expr::col(Alias::new("person_id")).is_in(chunk.iter().copied()))
                .order_by(Alias::new("person_id"), Order::Asc)
                .limit(1)
                .to_owned();
            if let Some(row) = tx.query_one(&named).await? {
                return Ok(Some(row.try_get("", "person_id")?));
            }
        }
    }
    Ok(None)
}

/// Takes the student out of the draw, unless that has happened already. False: it has.
pub async fn withdraw(tx: &Tx, owner: Owner, round: RoundId, person: PersonId) -> Result<bool, DbErr> {
    let left = participant::Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Withdrawn.word()))
        .col_expr(Column::WithdrawnAt, Expr::value(Some(tx.now())))
        .filter(in_round(owner, round))
        .filter(Column::PersonId.eq(person))
        .filter(Column::State.eq(State::Active.word()))
        .exec(tx)
        .await?;
    Ok(left.rows_affected == 1)
}

/// Takes a student who left back in; `late` says whether they come after the window. False: they have not left.
pub async fn readmit(tx: &Tx, owner: Owner, round: RoundId, person: PersonId, late: bool) -> Result<bool, DbErr> {
    let mut update = participant::Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Active.word()))
        .col_expr(Column::WithdrawnAt, Expr::value(None::<base::Moment>));
    if late {
        update = update.col_expr(Column::Late, Expr::value(true)); // whoever was late stays it
    }
    let back = update
        .filter(in_round(owner, round))
        .filter(Column::PersonId.eq(person))
        .filter(Column::State.eq(State::Withdrawn.word()))
        .exec(tx)
        .await?;
    Ok(back.rows_affected == 1)
}

fn in_round(owner: Owner, round: RoundId) -> sea_orm::Condition {
    sea_orm::Condition::all().add(Column::OwnerId.eq(owner.id())).add(Column::RoundId.eq(round))
}

fn narrowed(owner: Owner, round: RoundId, narrowing: &Narrowing) -> sea_orm::Select<participant::Entity> {
    let mut select = participant::Entity::find().filter(in_round(owner, round));
    if let Some(subject) = &narrowing.subject {
        select = select.filter(Column::Subject.eq(subject));
    }
    if let Some((text, persons)) = &narrowing.found {
        let number = Expr::expr(Func::lower(Expr::col(Column::OutsideKey))).like(like_holding(text));
        select = select.filter(number.or(Column::PersonId.is_in(persons.iter().copied())));
    }
    let source = |word: &str| Expr::col(list("source")).eq(word);
    let confirmed = |yes: bool| Expr::col(list("confirmed")).eq(yes);
    match narrowing.standing {
        None => select,
        Some(Standing::Withdrawn) => select.filter(Column::State.eq(State::Withdrawn.word())),
        Some(standing) => {
            let select = select.filter(Column::State.eq(State::Active.word()));
            select.filter(match standing {
                Standing::Unsent => has_list(None).not(),
                Standing::Unconfirmed => has_list(Some(confirmed(false))),
                Standing::Confirmed => has_list(Some(confirmed(true))),
                Standing::OnBehalf => has_list(Some(source("behalf"))),
                Standing::Late | Standing::Withdrawn => {
                    Column::Late.eq(true).or(has_list(Some(Expr::col(list("late")).eq(true))))
                }
            })
        }
    }
}

/// The text anywhere in a column, its own signs taken for themselves.
fn like_holding(text: &str) -> sea_orm::sea_query::LikeExpr {
    let escaped: String = text
        .to_lowercase()
        .chars()
        .flat_map(|sign| matches!(sign, '%' | '_' | '!').then_some('!').into_iter().chain([sign]))
        .collect();
    sea_orm::sea_query::LikeExpr::new(format!("%{escaped}%")).escape('!')
}

fn lists() -> Alias {
    Alias::new("wish_lists")
}
fn outer_lists() -> Alias {
    Alias::new("l")
}
fn list(column: &'static str) -> (Alias, Alias) {
    (outer_lists(), Alias::new(column))
}

/// Whether the student of the row has a list that counts and ranks something, and the list is so.
fn has_list(rule: Option<SimpleExpr>) -> SimpleExpr {
    let own = |column: Column, of: &'static str| Expr::col(list(of)).equals((participant::Entity, column));
    let mut select = Query::select()
        .expr(Expr::val(1))
        .from_as(lists(), outer_lists())
        .and_where(own(Column::OwnerId, "owner_id"))
        .and_where(own(Column::RoundId, "round_id"))
        .and_where(own(Column::PersonId, "person_id"))
        .to_owned();
    select.and_where(is_latest()).and_where(holds_wishes());
    if let Some(rule) = rule {
        select.and_where(rule);
    }
    Expr::exists(select)
}

/// Whether the list ranks anything: an import that was undone leaves an empty version, and nothing is sent.
fn holds_wishes() -> SimpleExpr {
    let ranked = |column: &'static str| (Alias::new("wishes"), Alias::new(column));
    let same = |column: &'static str| Expr::col(ranked(column)).equals(list(column));
    let select: SelectStatement = Query::select()
        .expr(Expr::val(1))
        .from(Alias::new("wishes"))
        .and_where(same("owner_id"))
        .and_where(same("round_id"))
        .and_where(same("person_id"))
        .and_where(same("version"))
        .to_owned();
    Expr::exists(select)
}

/// Whether no later version of the list stands beside the row: the last counts.
fn is_latest() -> SimpleExpr {
    let later = |column: &'static str| (Alias::new("later"), Alias::new(column));
    let same = |column: &'static str| Expr::col(later(column)).equals(list(column));
    let select: SelectStatement = Query::select()
        .expr(Expr::val(1))
        .from_as(lists(), Alias::new("later"))
        .and_where(same("owner_id"))
        .and_where(same("round_id"))
        .and_where(same("person_id"))
        .and_where(Expr::col(later("version")).gt(Expr::col(list("version"))))
        .to_owned();
    Expr::exists(select).not()
}

fn filled(part: &Part) -> participant::ActiveModel {
    participant::ActiveModel {
        outside_key: Set(part.outside_key.clone()),
        subject: Set(part.subject.clone()),
        period: Set(part.period.clone()),
        lottery: Set(part.lottery),
        group_key: Set(part.group_key.clone()),
        ..Default::default()
    }
}

fn participant_of(row: participant::Model) -> Result<Participant, DbErr> {
    let state = State::from_word(&row.state)
        .ok_or_else(|| DbErr::Custom(format!("participant {} has an unknown state", row.person_id)))?;
    Ok(Participant {
        round: row.round_id,
        person: row.person_id,
        part: Part {
            outside_key: row.outside_key,
            subject: row.subject,
            period: row.period,
            lottery: row.lottery,
            group_key: row.group_key,
        },
        state,
        late: row.late,
        added_at: row.added_at,
        withdrawn_at: row.withdrawn_at,
    })
}

/// How many parts these people have or had in rounds of the institution.
pub async fn parts_of(tx: &Tx, owner: Owner, people: &[PersonId]) -> Result<u64, DbErr> {
    let mut count = 0;
    for some in people.chunks(CHUNK) {
        let parts = participant::Entity::find().filter(participant::COLUMN.owner_id.eq(owner.id()));
        count += parts.filter(participant::COLUMN.person_id.is_in(some.iter().copied())).count(tx).await?;
    }
    Ok(count)
}

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![section::<participant::Entity>(tx, oneself, Column::PersonId, &[]).await?])
}
