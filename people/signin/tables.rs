//! The tables `sessions` and `sign_in_links`.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// Who is signed in.
pub mod session {
    use base::{Moment, PersonId};
    use sea_orm::entity::prelude::*;

    /// One session.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sessions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub person_id: PersonId,
        pub way: String,
        pub created_at: Moment,
        pub seen_at: Moment,
        pub expires_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Links that sign somebody in, once.
pub mod link {
    use base::{Moment, PersonId};
    use sea_orm::entity::prelude::*;

    /// One link.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_links")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub person_id: PersonId,
        pub next: Option<String>,
        pub created_at: Moment,
        pub expires_at: Moment,
        pub used_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
