//! The room's table as the ORM sees it.
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

pub mod setup_link {
    //! Links that take in an organisation.
    use base::Moment;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "setup_links")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub created_at: Moment,
        pub expires_at: Moment,
        pub used_at: Option<Moment>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
