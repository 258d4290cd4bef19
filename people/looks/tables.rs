//! The table `looks`.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// Who opened whose file.
pub mod look {
    use base::{LookId, Moment, OrganisationId, PersonId, TokenId};
    use sea_orm::entity::prelude::*;

    /// One look.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "looks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: LookId,
        pub person_id: PersonId,
        pub by_id: PersonId,
        pub what: String,
        pub at: Moment,
        pub token_id: Option<TokenId>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
