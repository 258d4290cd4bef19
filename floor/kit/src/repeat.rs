//! Repeats are harmless: whoever sends the same request again gets the answer of the first time.

use base::{Lang, OrganisationId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::db::Tx;
use crate::fault::{Denied, Fault, Kind, Problem};
use crate::tables::answer;

/// A request key is at most this long.
pub const KEY_LENGTH_MAX: usize = 64;

/// The form came without a key that could tell a repeat from a new request.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a request key has 8 to {KEY_LENGTH_MAX} letters, digits or dashes; this one has {length} signs")]
pub struct BadKey {
    /// Signs in what was sent
    pub length: usize,
}

impl Problem for BadKey {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    fn name(&self) -> &'static str {
        "request-key"
    }
    fn field(&self) -> Option<&'static str> {
        Some("request_key")
    }
    fn tell(&self, lang: Lang) -> String {
        crate::words(lang).pages_invalid_text().to_string()
    }
}

/// Runs `work` the first time this person sends `request_key` for this act, and keeps its answer. Afterwards, and
/// for requests that arrive at the same time, answers what was kept without running it.
/// # Errors
/// [`BadKey`]; [`Denied`] when nobody is signed in; what `work` answers, which then is not kept.
pub async fn once<T, W, F>(
    tx: &Tx,
    owner: OrganisationId,
    act: &'static str,
    request_key: &str,
    work: W,
) -> Result<T, Fault>
where
    T: Serialize + DeserializeOwned,
    W: FnOnce() -> F,
    F: Future<Output = Result<T, Fault>>,
{
    let is_good = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    if !(8..=KEY_LENGTH_MAX).contains(&request_key.len()) || !request_key.chars().all(is_good) {
        return Err(BadKey { length: request_key.chars().count() }.into());
    }
    let person = tx.actor().person_id().ok_or(Denied { act })?;
    let key = (owner, person, act.to_string(), request_key.to_string());
    // The key is claimed first: of two at the same time the second waits here for the first.
    let claim = answer::ActiveModel {
        owner_id: Set(key.0),
        person_id: Set(key.1),
        act: Set(key.2.clone()),
        request_key: Set(key.3.clone()),
        answer: Set(Value::Null),
        at: Set(tx.now()),
    };
    let columns = [answer::Column::OwnerId, answer::Column::PersonId, answer::Column::Act, answer::Column::RequestKey];
    let nothing = OnConflict::columns(columns).do_nothing().to_owned();
    if answer::Entity::insert(claim).on_conflict(nothing).exec_without_returning(tx).await? == 0 {
        let kept = answer::Entity::find_by_id(key).one(tx).await?;
        let kept = kept.ok_or_else(|| DbErr::RecordNotFound(format!("the kept answer of {act}")))?;
        return serde_json::from_value(kept.answer).map_err(|error| unreadable(act, &error));
    }
    let value = work().await?;
    let kept = serde_json::to_value(&value).map_err(|error| unreadable(act, &error))?;
    answer::Entity::update_many()
        .col_expr(answer::Column::Answer, sea_orm::sea_query::Expr::value(kept))
        .filter(answer::COLUMN.owner_id.eq(key.0))
        .filter(answer::COLUMN.person_id.eq(key.1))
        .filter(answer::Column::Act.eq(key.2))
        .filter(answer::Column::RequestKey.eq(key.3))
        .exec(tx)
        .await?;
    Ok(value)
}

fn unreadable(act: &str, error: &serde_json::Error) -> Fault {
    DbErr::Json(format!("the kept answer of {act}: {error}")).into()
}
