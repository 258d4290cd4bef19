//! The room's table as the ORM sees it.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// Calendars that programs read.
pub mod feed {
    use base::{Moment, PersonId};
    use sea_orm::entity::prelude::*;

    /// One person's feed.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_feeds")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub digest: String,
        pub made_at: Moment,
        pub read_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
