//! The tables `wish_lists` and `wishes`. Rows are added and never changed.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// Which list counts, and the receipts of those before.
pub mod wish_list {
    use base::{Moment, OrganisationId, PersonId, RoundId};
    use sea_orm::entity::prelude::*;

    /// One version.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "wish_lists")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        pub at: Moment,
        pub by_id: PersonId,
        pub source: String,
        pub confirmed: bool,
        pub late: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Ranked wishes.
pub mod wish {
    use base::{OfferId, OrganisationId, PersonId, RoundId};
    use sea_orm::entity::prelude::*;

    /// One wish.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "wishes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub offer_id: OfferId,
        pub rank: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
