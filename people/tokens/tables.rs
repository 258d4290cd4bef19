//! The room's tables as the ORM sees it.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// What programs sign in with.
pub mod token {
    use base::{Moment, OrganisationId, PersonId, TokenId};
    use sea_orm::entity::prelude::*;

    /// One token.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "api_tokens")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TokenId,
        pub name: String,
        pub fingerprint: String,
        pub scopes: String,
        pub by_id: PersonId,
        pub created_at: Moment,
        pub expires_at: Moment,
        pub ended_at: Option<Moment>,
        pub ended_by_id: Option<PersonId>,
        pub used_at: Option<Moment>,
        pub used_from: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who stood in the lists that tokens read.
pub mod list {
    use base::{Moment, OrganisationId, TokenId};
    use sea_orm::entity::prelude::*;

    /// One part of a list in one hour.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "token_lists")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_id: TokenId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub hour: Moment,
        #[sea_orm(primary_key, auto_increment = false)]
        pub path: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub print: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The people of those lists.
pub mod list_people {
    use base::{Moment, OrganisationId};
    use sea_orm::entity::prelude::*;

    /// The people of parts of lists that have the same print.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "token_list_people")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub print: String,
        pub hour: Moment,
        pub people: Json,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
