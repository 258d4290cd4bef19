//! The table `provider_visits`.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// Who is away at a provider.
pub mod visit {
    use base::{Moment, PersonId};
    use sea_orm::entity::prelude::*;

    /// One visit.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "provider_visits")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub browser: String,
        pub provider: String,
        pub nonce: String,
        pub verifier: String,
        pub person_id: Option<PersonId>,
        pub subject: Option<String>,
        pub next: Option<String>,
        pub created_at: Moment,
        pub expires_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
