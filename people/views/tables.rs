//! The room's tables as the ORM sees them.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// How a list looks to a person.
pub mod look {
    use base::PersonId;
    use sea_orm::entity::prelude::*;

    /// One person's look of one list.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "list_looks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub list: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub columns: Json,
        pub dense: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Views that were saved.
pub mod view {
    use base::{Moment, OrganisationId, PersonId, SavedViewId};
    use sea_orm::entity::prelude::*;

    /// One view.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "saved_views")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SavedViewId,
        pub person_id: PersonId,
        pub list: String,
        pub name: String,
        pub query: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub columns: Json,
        pub shared: bool,
        pub created_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
