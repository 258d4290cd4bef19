//! The table `support_accesses`.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// Who looked with whose eyes.
pub mod support {
    use base::{Moment, OrganisationId, PersonId, SupportId};
    use sea_orm::entity::prelude::*;

    /// One while.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "support_accesses")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SupportId,
        pub by_id: PersonId,
        pub person_id: PersonId,
        pub reason: String,
        pub at: Moment,
        pub until: Moment,
        pub ended_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
