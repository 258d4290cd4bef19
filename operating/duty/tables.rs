//! The room's table as the ORM sees it.
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

pub mod operator {
    //! Those who look after the portal.
    use base::{Moment, PersonId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "operators")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PersonId,
        pub since: Moment,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
