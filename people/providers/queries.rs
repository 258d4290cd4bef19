//! All database access of the room.

use base::PersonId;
use kit::actor::Oneself;
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};

use super::model::{NewVisit, VISIT_MAX};
use super::tables::visit;
use crate::signin::Key;

/// Keeps a visit that begins.
pub async fn add(tx: &Tx, new: &NewVisit) -> Result<(), DbErr> {
    let row = visit::ActiveModel {
        id: Set(new.state.fingerprint()),
        browser: Set(new.browser.fingerprint()),
        provider: Set(new.provider.clone()),
        nonce: Set(new.nonce.clone()),
        verifier: Set(new.verifier.clone()),
        person_id: Set(new.person),
        subject: Set(None),
        next: Set(new.next.as_ref().map(|next| next.as_str().into())),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + VISIT_MAX),
    };
    visit::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Takes the visit with this state out, for the browser that began it; none when it has run out or was taken.
pub async fn take(tx: &Tx, state: &Key, browser: &Key) -> Result<Option<visit::Model>, DbErr> {
    let found = visit::Entity::find_by_id(state.fingerprint())
        .filter(visit::COLUMN.browser.eq(browser.fingerprint()))
        .filter(visit::COLUMN.expires_at.gt(tx.now()))
        .filter(visit::COLUMN.subject.is_null())
        .one(tx)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let gone = visit::Entity::delete_by_id(&found.id).exec(tx).await?;
    Ok((gone.rows_affected == 1).then_some(found))
}

/// Puts a proven visit back, until its holder has said that the account is to be connected.
pub async fn keep_proven(tx: &Tx, row: visit::Model, subject: &str) -> Result<(), DbErr> {
    let row = visit::ActiveModel {
        id: Set(row.id),
        browser: Set(row.browser),
        provider: Set(row.provider),
        nonce: Set(String::new()),
        verifier: Set(String::new()),
        person_id: Set(row.person_id),
        subject: Set(Some(subject.into())),
        next: Set(row.next),
        created_at: Set(row.created_at),
        expires_at: Set(row.expires_at),
    };
    visit::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Takes a proven visit of this person out: its provider and what the provider calls the person.
pub async fn take_proven(tx: &Tx, state: &Key, person: PersonId) -> Result<Option<(String, String)>, DbErr> {
    let found = visit::Entity::find_by_id(state.fingerprint())
        .filter(visit::COLUMN.person_id.eq(person))
        .filter(visit::COLUMN.expires_at.gt(tx.now()))
        .filter(Expr::col(visit::Column::Subject).is_not_null())
        .one(tx)
        .await?;
    let Some(found) = found else { return Ok(None) };
    visit::Entity::delete_by_id(&found.id).exec(tx).await?;
    Ok(found.subject.map(|subject| (found.provider, subject)))
}

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    let opening = [visit::Column::Id, visit::Column::Browser, visit::Column::Nonce, visit::Column::Verifier];
    Ok(vec![section::<visit::Entity>(tx, oneself, visit::Column::PersonId, &opening).await?])
}
