//! The room's table as the ORM sees it.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// What organisations add to guides.
pub mod addition {
    use base::{Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    /// One addition.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "guide_additions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub reader: String,
        pub lang: String,
        pub title: String,
        pub body: String,
        pub edition: i32,
        pub by_id: PersonId,
        pub at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
