//! All database access of the room.

use base::{Lang, PersonId};
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::model::{Addition, NewAddition, Reader};
use super::tables::addition;

/// Nobody belongs to so many organisations that more additions are shown.
const ADDITIONS_MAX: u64 = 200;

/// What these organisations have added, organisation by organisation.
pub async fn additions(tx: &Tx, owners: &[Owner]) -> Result<Vec<Addition>, DbErr> {
    let rows = addition::Entity::find()
        .filter(addition::COLUMN.owner_id.is_in(owners.iter().map(|owner| owner.id())))
        .filter(addition::COLUMN.body.ne(""))
        .order_by_asc(addition::COLUMN.owner_id)
        .order_by_asc(addition::COLUMN.reader)
        .limit(ADDITIONS_MAX)
        .all(tx)
        .await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// What an organisation has added for these readers.
pub async fn addition(tx: &Tx, owner: Owner, reader: Reader) -> Result<Option<Addition>, DbErr> {
    let found = addition::Entity::find_by_id((owner.id(), reader.word().to_owned())).one(tx).await?;
    Ok(found.and_then(read))
}

/// Saves an addition made from the edition that stands. False: another edition stands.
pub async fn save(tx: &Tx, owner: Owner, author: PersonId, new: &NewAddition) -> Result<bool, DbErr> {
    if new.edition == 0 {
        let row = addition::ActiveModel {
            owner_id: Set(owner.id()),
            reader: Set(new.reader.word().into()),
            lang: Set(new.lang.tag().into()),
            title: Set(new.title.clone()),
            body: Set(new.body.clone()),
            edition: Set(1),
            by_id: Set(author),
            at: Set(tx.now()),
        };
        let nothing =
            OnConflict::columns([addition::Column::OwnerId, addition::Column::Reader]).do_nothing().to_owned();
        return Ok(addition::Entity::insert(row).on_conflict(nothing).exec_without_returning(tx).await? == 1);
    }
    let saved = addition::Entity::update_many()
        .col_expr(addition::Column::Lang, Expr::value(new.lang.tag()))
        .col_expr(addition::Column::Title, Expr::value(new.title.as_str()))
        .col_expr(addition::Column::Body, Expr::value(new.body.as_str()))
        .col_expr(addition::Column::Edition, Expr::value(new.edition + 1))
        .col_expr(addition::Column::ById, Expr::value(author))
        .col_expr(addition::Column::At, Expr::value(tx.now()))
        .filter(addition::COLUMN.owner_id.eq(owner.id()))
        .filter(addition::COLUMN.reader.eq(new.reader.word()))
        .filter(addition::COLUMN.edition.eq(new.edition))
        .exec(tx)
        .await?;
    Ok(saved.rows_affected == 1)
}

fn read(row: addition::Model) -> Option<Addition> {
    Some(Addition {
        owner: row.owner_id,
        reader: Reader::from_word(&row.reader)?,
        lang: Lang::from_tag(&row.lang).unwrap_or_default(),
        title: row.title,
        body: row.body,
        edition: row.edition,
        by: row.by_id,
        at: row.at,
    })
}
