//! All database access of the room.

use base::{CredentialId, IdentityId, Moment, PersonId};
use chrono::TimeDelta;
use kit::actor::Oneself;
use kit::db::Tx;
use kit::own_data::{Section, section};
use kit::sealed::SEALED;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::model::Identity;
use super::tables::{challenge, credential, identity};

/// A device that takes longer is asked anew.
const CHALLENGE_MAX: TimeDelta = TimeDelta::minutes(5);
/// Nobody has more proofs than this.
pub const PROOFS_MAX: u64 = 60;

/// The proofs of a person, oldest first; before anybody is signed in, and for the person's own page.
pub async fn of_person(tx: &Tx, person: PersonId) -> Result<Vec<credential::Model>, DbErr> {
    credential::Entity::find()
        .filter(credential::COLUMN.person_id.eq(person))
        .order_by_asc(credential::COLUMN.id)
        .limit(PROOFS_MAX)
        .all(tx)
        .await
}

/// The person's proof of this kind; a new one replaces the one from before, so there is one at most.
pub async fn one(tx: &Tx, person: PersonId, kind: &str) -> Result<Option<credential::Model>, DbErr> {
    credential::Entity::find()
        .filter(credential::COLUMN.person_id.eq(person))
        .filter(credential::COLUMN.kind.eq(kind))
        .order_by_desc(credential::COLUMN.id)
        .one(tx)
        .await
}

/// What is told of a new proof.
pub struct NewProof<'a> {
    /// Which
    pub id: CredentialId,
    /// Whose
    pub person: PersonId,
    /// Such as "password"
    pub kind: &'a str,
    /// What is stored of it
    pub value: String,
    /// Its name, or what it is bound to
    pub label: Option<String>,
    /// Its count
    pub counter: i64,
    /// Since when it counts; none: not tried yet
    pub confirmed_at: Option<Moment>,
}

/// Adds a proof.
pub async fn add(tx: &Tx, new: NewProof<'_>) -> Result<(), DbErr> {
    let row = credential::ActiveModel {
        id: Set(new.id),
        person_id: Set(new.person),
        kind: Set(new.kind.into()),
        value: Set(new.value),
        label: Set(new.label),
        counter: Set(new.counter),
        created_at: Set(tx.now()),
        confirmed_at: Set(new.confirmed_at),
        used_at: Set(None),
    };
    credential::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Authenticator apps whose key is from before there were seals, at most so many.
pub async fn open_apps(tx: &Tx, limit: u64) -> Result<Vec<credential::Model>, DbErr> {
    credential::Entity::find()
        .filter(credential::COLUMN.kind.eq("totp"))
        .filter(credential::Column::Value.not_like(SEALED))
        .order_by_asc(credential::COLUMN.id)
        .limit(limit)
        .all(tx)
        .await
}

/// Stores a proof's value anew: the same, sealed.
pub async fn set_value(tx: &Tx, id: CredentialId, value: String) -> Result<(), DbErr> {
    credential::Entity::update_many()
        .col_expr(credential::Column::Value, Expr::value(value))
        .filter(credential::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Removes the person's proofs of these kinds; answers how many there were.
pub async fn remove(tx: &Tx, person: PersonId, kinds: &[&str]) -> Result<u64, DbErr> {
    let gone = credential::Entity::delete_many()
        .filter(credential::COLUMN.person_id.eq(person))
        .filter(credential::COLUMN.kind.is_in(kinds.iter().copied()))
        .exec(tx)
        .await?;
    Ok(gone.rows_affected)
}

/// Removes one proof; false when somebody was first.
pub async fn remove_one(tx: &Tx, id: CredentialId) -> Result<bool, DbErr> {
    Ok(credential::Entity::delete_by_id(id).exec(tx).await?.rows_affected == 1)
}

/// Uses a proof whose count only grows; false when this count or a later one was used before.
pub async fn use_counted(tx: &Tx, id: CredentialId, counter: i64) -> Result<bool, DbErr> {
    let used = credential::Entity::update_many()
        .col_expr(credential::Column::Counter, Expr::value(counter))
        .col_expr(credential::Column::UsedAt, Expr::value(tx.now()))
        .filter(credential::COLUMN.id.eq(id))
        .filter(Expr::col(credential::Column::Counter).lt(counter))
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// Sets a count: wrong tries of a PIN.
pub async fn set_counter(tx: &Tx, id: CredentialId, counter: i64) -> Result<(), DbErr> {
    credential::Entity::update_many()
        .col_expr(credential::Column::Counter, Expr::value(counter))
        .filter(credential::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Marks a proof as tried: from now on it counts.
pub async fn confirm(tx: &Tx, id: CredentialId) -> Result<(), DbErr> {
    credential::Entity::update_many()
        .col_expr(credential::Column::ConfirmedAt, Expr::value(tx.now()))
        .filter(credential::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Uses a recovery code, once; false when there is none or it was used.
pub async fn use_recovery(tx: &Tx, person: PersonId, fingerprint: &str) -> Result<bool, DbErr> {
    let used = credential::Entity::update_many()
        .col_expr(credential::Column::UsedAt, Expr::value(tx.now()))
        .filter(credential::COLUMN.person_id.eq(person))
        .filter(credential::COLUMN.kind.eq("recovery"))
        .filter(credential::COLUMN.value.eq(fingerprint))
        .filter(credential::COLUMN.used_at.is_null())
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// Notes that a proof held.
pub async fn note_used(tx: &Tx, id: CredentialId) -> Result<(), DbErr> {
    credential::Entity::update_many()
        .col_expr(credential::Column::UsedAt, Expr::value(tx.now()))
        .filter(credential::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Notes that a passkey answered, and what it has counted since.
pub async fn use_passkey(tx: &Tx, id: CredentialId, value: &str) -> Result<(), DbErr> {
    credential::Entity::update_many()
        .col_expr(credential::Column::Value, Expr::value(value))
        .col_expr(credential::Column::UsedAt, Expr::value(tx.now()))
        .filter(credential::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Keeps what a device was asked, in this place and for this cause; what was asked there before is gone.
pub async fn keep_challenge(
    tx: &Tx,
    bound: &str,
    cause: &str,
    person: Option<PersonId>,
    state: &str,
) -> Result<(), DbErr> {
    take_challenge(tx, bound, cause).await?;
    let row = challenge::ActiveModel {
        id: Set(bound.into()),
        cause: Set(cause.into()),
        person_id: Set(person),
        state: Set(state.into()),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + CHALLENGE_MAX),
    };
    challenge::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Takes out what a device was asked; none when nothing was, or too long ago.
pub async fn take_challenge(tx: &Tx, bound: &str, cause: &str) -> Result<Option<challenge::Model>, DbErr> {
    let key = (bound.to_owned(), cause.to_owned());
    let found = challenge::Entity::find_by_id(key.clone()).one(tx).await?;
    let Some(found) = found else { return Ok(None) };
    let gone = challenge::Entity::delete_by_id(key).exec(tx).await?;
    Ok((gone.rows_affected == 1 && found.expires_at > tx.now()).then_some(found))
}

/// Whose identity this is.
pub async fn find_identity(tx: &Tx, issuer: &str, subject: &str) -> Result<Option<(IdentityId, PersonId)>, DbErr> {
    let found = identity::Entity::find()
        .filter(identity::COLUMN.issuer.eq(issuer))
        .filter(identity::COLUMN.subject.eq(subject))
        .one(tx)
        .await?;
    Ok(found.map(|row| (row.id, row.person_id)))
}

/// Notes that somebody came by this identity.
pub async fn note_identity(tx: &Tx, id: IdentityId) -> Result<(), DbErr> {
    identity::Entity::update_many()
        .col_expr(identity::Column::UsedAt, Expr::value(tx.now()))
        .filter(identity::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Everybody the person is, oldest first.
pub async fn identities(tx: &Tx, person: PersonId) -> Result<Vec<Identity>, DbErr> {
    let rows = identity::Entity::find()
        .filter(identity::COLUMN.person_id.eq(person))
        .order_by_asc(identity::COLUMN.id)
        .limit(PROOFS_MAX)
        .all(tx)
        .await?;
    let read = |row: identity::Model| Identity {
        id: row.id,
        issuer: row.issuer,
        subject: row.subject,
        created_at: row.created_at,
        used_at: row.used_at,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Binds an identity to a person.
pub async fn add_identity(tx: &Tx, person: PersonId, issuer: &str, subject: &str) -> Result<(), DbErr> {
    let row = identity::ActiveModel {
        id: Set(tx.new_id::<IdentityId>()),
        person_id: Set(person),
        issuer: Set(issuer.into()),
        subject: Set(subject.into()),
        created_at: Set(tx.now()),
        used_at: Set(None),
    };
    identity::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Takes the person's identities of this issuer away.
pub async fn remove_identities(tx: &Tx, person: PersonId, issuer: &str) -> Result<(), DbErr> {
    identity::Entity::delete_many()
        .filter(identity::COLUMN.person_id.eq(person))
        .filter(identity::COLUMN.issuer.eq(issuer))
        .exec(tx)
        .await
        .map(drop)
}

/// Takes one of the person's identities away; false when it is not there.
pub async fn remove_identity(tx: &Tx, person: PersonId, id: IdentityId) -> Result<bool, DbErr> {
    let gone = identity::Entity::delete_many()
        .filter(identity::COLUMN.person_id.eq(person))
        .filter(identity::COLUMN.id.eq(id))
        .filter(identity::COLUMN.issuer.ne(super::model::LOCAL))
        .exec(tx)
        .await?;
    Ok(gone.rows_affected == 1)
}

/// What the room keeps about whoever asks, told by [`kit::own_data`]; never what proves.
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![
        section::<credential::Entity>(tx, oneself, credential::Column::PersonId, &[credential::Column::Value]).await?,
        section::<identity::Entity>(tx, oneself, identity::Column::PersonId, &[]).await?,
        section::<challenge::Entity>(
            tx,
            oneself,
            challenge::Column::PersonId,
            &[challenge::Column::Id, challenge::Column::State],
        )
        .await?,
    ])
}
