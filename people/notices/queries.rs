//! All database access of the room. Reads `persons` in a join for addresses that take no mail.

pub mod boxes;

use std::collections::HashMap;

use base::{Id, Lang, Moment, NoticeId, OrganisationId, PersonId};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Statement,
};

use super::model::{Choices, Notice, Pace, Quiet, Told};
use super::tables::{choice, notice};

/// Rows of one statement.
const ROWS_AT_ONCE: usize = 500;
/// An organisation's list of addresses that take no mail is cut here.
pub const BOUNCED_MAX: u64 = 500;

/// Adds notices, each with the moment when it goes out by mail. One whose key is known is not added.
pub async fn add(tx: &Tx, owner: Owner, notices: &[(Notice, Option<Moment>)]) -> Result<(), DbErr> {
    for some in notices.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().map(|(notice, due_at)| row_of(tx, owner, notice, *due_at));
        let nothing = OnConflict::columns([notice::Column::OwnerId, notice::Column::UniqueKey]).do_nothing().to_owned();
        notice::Entity::insert_many(rows).on_conflict(nothing).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row_of(tx: &Tx, owner: Owner, new: &Notice, due_at: Option<Moment>) -> notice::ActiveModel {
    let is_mailed = due_at.is_some_and(|due_at| due_at <= tx.now());
    notice::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(tx.new_id()),
        person_id: Set(new.to),
        lang: Set(new.lang.tag().into()),
        kind: Set(new.kind.into()),
        weight: Set(new.weight.word().into()),
        subject: Set(new.subject.clone()),
        body: Set(new.body.clone()),
        link_label: Set(new.link.as_ref().map(|link| link.label().to_owned())),
        link_path: Set(new.link.as_ref().map(|link| link.path().to_owned())),
        unique_key: Set(new.unique_key.clone()),
        created_at: Set(tx.now()),
        due_at: Set(due_at),
        mailed_at: Set(is_mailed.then(|| tx.now())),
        read_at: Set(None),
    }
}

/// When the next mail of each of these persons goes out, where one waits.
pub async fn waiting(tx: &Tx, owner: Owner, persons: &[PersonId]) -> Result<HashMap<PersonId, Moment>, DbErr> {
    let mut found = HashMap::new();
    for some in persons.chunks(ROWS_AT_ONCE) {
        let rows: Vec<(PersonId, Moment)> = notice::Entity::find()
            .select_only()
            .column(notice::Column::PersonId)
            .column_as(notice::Column::DueAt.min(), "due_at")
            .filter(notice::COLUMN.owner_id.eq(owner.id()))
            .filter(notice::COLUMN.person_id.is_in(some.iter().copied()))
            .filter(notice::Column::MailedAt.is_null())
            .filter(notice::COLUMN.due_at.gt(tx.now()))
            .group_by(notice::Column::PersonId)
            .order_by_asc(notice::Column::PersonId)
            .into_tuple()
            .all(tx)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// Notices whose mail is due and has not gone out, person by person, the oldest first; at most `limit`.
pub async fn due(tx: &Tx, owner: Owner, limit: u64) -> Result<Vec<Told>, DbErr> {
    let rows = notice::Entity::find()
        .filter(notice::COLUMN.owner_id.eq(owner.id()))
        .filter(notice::Column::MailedAt.is_null())
        .filter(notice::COLUMN.due_at.lte(tx.now()))
        .order_by_asc(notice::COLUMN.person_id)
        .order_by_asc(notice::COLUMN.id)
        .limit(limit)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// Notes that these notices have gone out by mail.
pub async fn note_mailed(tx: &Tx, owner: Owner, ids: &[NoticeId]) -> Result<(), DbErr> {
    for some in ids.chunks(ROWS_AT_ONCE) {
        notice::Entity::update_many()
            .col_expr(notice::Column::MailedAt, Expr::value(tx.now()))
            .filter(notice::COLUMN.owner_id.eq(owner.id()))
            .filter(notice::COLUMN.id.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// One page of one's own notices, the latest first.
pub async fn own(tx: &Tx, oneself: Oneself, offset: u64, limit: u64) -> Result<Vec<Told>, DbErr> {
    let rows = mine(oneself)
        .order_by_desc(notice::COLUMN.created_at)
        .order_by_desc(notice::COLUMN.id)
        .offset(offset)
        .limit(limit)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// How many notices one has, and how many of them are new.
pub async fn count_own(tx: &Tx, oneself: Oneself) -> Result<(u64, u64), DbErr> {
    let all = mine(oneself).count(tx).await?;
    let unread = mine(oneself).filter(notice::Column::ReadAt.is_null()).count(tx).await?;
    Ok((all, unread))
}

fn mine(oneself: Oneself) -> sea_orm::Select<notice::Entity> {
    notice::Entity::find().filter(notice::COLUMN.person_id.eq(oneself.id()))
}

/// Notes that one has read everything told in these organisations' names. Answers how many were new.
pub async fn note_read(tx: &Tx, oneself: Oneself, owners: &[OrganisationId]) -> Result<u64, DbErr> {
    let read = notice::Entity::update_many()
        .col_expr(notice::Column::ReadAt, Expr::value(tx.now()))
        .filter(notice::COLUMN.owner_id.is_in(owners.iter().copied()))
        .filter(notice::COLUMN.person_id.eq(oneself.id()))
        .filter(notice::Column::ReadAt.is_null())
        .exec(tx)
        .await?;
    Ok(read.rows_affected)
}

/// How these persons want to be told; who has chosen nothing is left out.
pub async fn choices(tx: &Tx, persons: &[PersonId]) -> Result<HashMap<PersonId, Choices>, DbErr> {
    let mut found = HashMap::new();
    for some in persons.chunks(ROWS_AT_ONCE) {
        let rows = choice::Entity::find()
            .filter(choice::COLUMN.person_id.is_in(some.iter().copied()))
            .order_by_asc(choice::COLUMN.person_id)
            .all(tx)
            .await?;
        found.extend(rows.into_iter().map(|row| (row.person_id, read_choices(&row))));
    }
    Ok(found)
}

/// Keeps how one wants to be told.
pub async fn choose(tx: &Tx, oneself: Oneself, choices: Choices) -> Result<(), DbErr> {
    let hour = |hour: u32| i32::try_from(hour).unwrap_or(0);
    let row = choice::ActiveModel {
        person_id: Set(oneself.id()),
        matters: Set(choices.matters.word().into()),
        information: Set(choices.information.word().into()),
        quiet_from_hour: Set(hour(choices.quiet.from_hour())),
        quiet_until_hour: Set(hour(choices.quiet.until_hour())),
    };
    use choice::Column as C;
    let again = OnConflict::column(C::PersonId)
        .update_columns([C::Matters, C::Information, C::QuietFromHour, C::QuietUntilHour])
        .to_owned();
    choice::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// Somebody of the organisation whose address takes no mail.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Bounced {
    /// Who
    pub person_id: PersonId,
    /// Given name
    pub given_name: String,
    /// Family name
    pub family_name: String,
    /// The address
    pub email: String,
    /// What its mail server said
    pub reason: String,
    /// Since when
    pub at: Moment,
}

/// People whom the organisation registered and whose address takes no mail, the latest first; those whose address is
/// protected for whoever sees them.
pub async fn bounced(tx: &Tx, owner: Owner, sees_protected: bool) -> Result<Vec<Bounced>, DbErr> {
    let sql = "SELECT p.id AS person_id, p.given_name, p.family_name, p.email, b.reason, b.at \
         FROM bounces b JOIN persons p ON lower(p.email) = b.id WHERE p.home_id = $1 \
         UNION ALL SELECT p.id, r.given_name, r.family_name, r.email, b.reason, b.at \
         FROM bounces b JOIN protections r ON lower(r.email) = b.id JOIN persons p ON p.id = r.person_id \
         WHERE p.home_id = $1 AND $3 ORDER BY at DESC, person_id LIMIT $2";
    let most = i64::try_from(BOUNCED_MAX).unwrap_or(i64::MAX);
    let values = [owner.id().uuid().into(), most.into(), sees_protected.into()];
    Bounced::find_by_statement(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).all(tx).await
}

fn read(row: notice::Model) -> Told {
    Told {
        id: row.id,
        owner: row.owner_id,
        person: row.person_id,
        kind: row.kind,
        lang: Lang::from_tag(&row.lang).unwrap_or_default(),
        subject: row.subject,
        body: row.body,
        link: row.link_label.zip(row.link_path),
        created_at: row.created_at,
        is_read: row.read_at.is_some(),
    }
}

fn read_choices(row: &choice::Model) -> Choices {
    let usual = Choices::default();
    let hour = |hour: i32| u32::try_from(hour).unwrap_or(0);
    Choices {
        matters: Pace::from_word(&row.matters).unwrap_or(usual.matters),
        information: Pace::from_word(&row.information).unwrap_or(usual.information),
        quiet: Quiet::new(hour(row.quiet_from_hour), hour(row.quiet_until_hour)).unwrap_or(usual.quiet),
    }
}

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![
        section::<notice::Entity>(tx, oneself, notice::Column::PersonId, &[notice::Column::LinkPath]).await?,
        section::<choice::Entity>(tx, oneself, choice::Column::PersonId, &[]).await?,
    ])
}
