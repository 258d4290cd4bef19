//! The room's table as the ORM sees it.
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

pub(crate) mod departure {
    use base::{Date, Moment, OrganisationId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "departures")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        pub announced_at: Moment,
        pub leaves_on: Date,
        pub export_file: String,
        pub export_sha256: String,
        pub exported_at: Moment,
        pub removed_at: Option<Moment>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
