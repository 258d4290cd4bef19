//! All database access of the room.

use base::{Moment, PersonId, TokenId};
use chrono::{DurationRound, TimeDelta};
use kit::actor::Owner;
use kit::db::Tx;
use kit::scope::Scope;
use kit::web::api::People;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::model::{NewToken, Token, TokenKey};
use super::tables::{list, list_people, token};

/// Tokens shown: those that hold, and the latest that do not any more.
const SHOWN_MAX: u64 = 200;

/// The token with this value.
pub async fn find(tx: &Tx, owner: Owner, key: &TokenKey) -> Result<Option<Token>, DbErr> {
    let found = token::Entity::find()
        .filter(token::COLUMN.owner_id.eq(owner.id()))
        .filter(token::COLUMN.fingerprint.eq(key.fingerprint()))
        .one(tx)
        .await?;
    Ok(found.map(read))
}

/// The organisation's tokens, the latest first.
pub async fn all(tx: &Tx, owner: Owner) -> Result<Vec<Token>, DbErr> {
    let rows = token::Entity::find()
        .filter(token::COLUMN.owner_id.eq(owner.id()))
        .order_by_desc(token::COLUMN.id)
        .limit(SHOWN_MAX)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// How many tokens hold.
pub async fn count_holding(tx: &Tx, owner: Owner) -> Result<u64, DbErr> {
    token::Entity::find()
        .filter(token::COLUMN.owner_id.eq(owner.id()))
        .filter(token::COLUMN.ended_at.is_null())
        .filter(token::COLUMN.expires_at.gt(tx.now()))
        .count(tx)
        .await
}

/// Adds a token.
pub async fn add(tx: &Tx, owner: Owner, by: PersonId, new: &NewToken, key: &TokenKey) -> Result<TokenId, DbErr> {
    let id = tx.new_id();
    let row = token::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        name: Set(new.name().into()),
        fingerprint: Set(key.fingerprint()),
        scopes: Set(new.scopes().iter().map(|scope| scope.word()).collect::<Vec<_>>().join(" ")),
        by_id: Set(by),
        created_at: Set(tx.now()),
        expires_at: Set(new.expires_at(tx.now())),
        ended_at: Set(None),
        ended_by_id: Set(None),
        used_at: Set(None),
        used_from: Set(None),
    };
    token::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// Ends a token; false when there is none that was not ended before.
pub async fn end(tx: &Tx, owner: Owner, id: TokenId, by: PersonId) -> Result<bool, DbErr> {
    let ended = token::Entity::update_many()
        .col_expr(token::Column::EndedAt, Expr::value(tx.now()))
        .col_expr(token::Column::EndedById, Expr::value(by))
        .filter(token::COLUMN.owner_id.eq(owner.id()))
        .filter(token::COLUMN.id.eq(id))
        .filter(token::COLUMN.ended_at.is_null())
        .exec(tx)
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Notes a use.
pub async fn note_use(tx: &Tx, owner: Owner, id: TokenId, from: &str) -> Result<(), DbErr> {
    token::Entity::update_many()
        .col_expr(token::Column::UsedAt, Expr::value(Some::<Moment>(tx.now())))
        .col_expr(token::Column::UsedFrom, Expr::value(Some(from)))
        .filter(token::COLUMN.owner_id.eq(owner.id()))
        .filter(token::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Whether it is noted that these people stood in this list in this hour.
pub async fn knows_list(tx: &Tx, owner: Owner, id: TokenId, path: &str, people: &People) -> Result<bool, DbErr> {
    let key = (owner.id(), id, hour(tx), path.to_owned(), people.print());
    Ok(list::Entity::find_by_id(key).one(tx).await?.is_some())
}

/// Notes who stood in a part of a list that was read; two readings at the same time are one.
pub async fn add_list(tx: &Tx, owner: Owner, id: TokenId, path: &str, people: &People) -> Result<(), DbErr> {
    let (hour, print) = (hour(tx), people.print());
    let row = list::ActiveModel {
        owner_id: Set(owner.id()),
        token_id: Set(id),
        hour: Set(hour),
        path: Set(path.to_owned()),
        print: Set(print.clone()),
    };
    use list::Column as C;
    let key = [C::OwnerId, C::TokenId, C::Hour, C::Path, C::Print];
    let noted = OnConflict::columns(key).do_nothing_on(key).to_owned();
    if list::Entity::insert(row).on_conflict(noted).exec_without_returning(tx).await? == 0 {
        return Ok(());
    }
    let who = list_people::ActiveModel {
        owner_id: Set(owner.id()),
        print: Set(print),
        hour: Set(hour),
        people: Set(people.ids().iter().map(|id| id.to_string()).collect::<Vec<_>>().into()),
    };
    use list_people::Column as P;
    let again = OnConflict::columns([P::OwnerId, P::Print]).update_column(P::Hour).to_owned();
    list_people::Entity::insert(who).on_conflict(again).exec_without_returning(tx).await.map(drop)
}

/// When this hour began.
fn hour(tx: &Tx) -> Moment {
    tx.now().duration_trunc(TimeDelta::hours(1)).unwrap_or_else(|_| tx.now())
}

fn read(row: token::Model) -> Token {
    Token {
        id: row.id,
        name: row.name,
        scopes: row.scopes.split(' ').filter_map(Scope::from_word).collect(),
        by: row.by_id,
        created_at: row.created_at,
        expires_at: row.expires_at,
        ended_at: row.ended_at,
        used_at: row.used_at,
        used_from: row.used_from,
    }
}
