//! The one place that asks the operating system for chance, and the secrets the portal makes for itself.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, DbErr, EntityTrait};

use crate::db::Tx;
use crate::tables::setting;

/// Random bytes from the operating system. Call it above the actions and hand the result down.
///
/// # Panics
/// When the operating system has no chance to give: nothing secret could be made then.
pub fn secret_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[expect(clippy::disallowed_methods, reason = "the one place where chance enters")]
    #[expect(clippy::expect_used, reason = "without chance from the operating system nothing secret can be made")]
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// `bytes` random bytes, written in hex; at most 64 bytes.
pub fn secret_hex(bytes: usize) -> String {
    let chance = secret_bytes::<64>();
    assert!(bytes <= chance.len(), "a secret is at most {} bytes", chance.len());
    hex::encode(&chance[..bytes])
}

/// The secret the portal keeps under this name: `fresh` when it had none yet, else the one from before.
/// # Errors
/// What the database answers.
pub async fn kept_secret(tx: &Tx, name: &str, fresh: &str) -> Result<String, DbErr> {
    let row = setting::ActiveModel { id: Set(name.into()), value: Set(fresh.into()) };
    let nothing = OnConflict::column(setting::Column::Id).do_nothing().to_owned();
    setting::Entity::insert(row).on_conflict(nothing).exec_without_returning(tx).await?;
    let kept = setting::Entity::find_by_id(name).one(tx).await?;
    kept.map(|row| row.value).ok_or_else(|| DbErr::RecordNotFound(format!("the portal's own secret {name}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_have_their_length_and_differ() {
        assert_eq!(secret_hex(32).len(), 64);
        assert_ne!(secret_hex(16), secret_hex(16));
    }
}
