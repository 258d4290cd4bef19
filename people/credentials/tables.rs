//! The tables `credentials`, `identities` and `passkey_challenges`.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// What proves who somebody is.
pub mod credential {
    use base::{CredentialId, Moment, PersonId};
    use sea_orm::entity::prelude::*;

    /// One proof.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "credentials")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CredentialId,
        pub person_id: PersonId,
        pub kind: String,
        pub value: String,
        pub label: Option<String>,
        pub counter: i64,
        pub created_at: Moment,
        pub confirmed_at: Option<Moment>,
        pub used_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who somebody is at an issuer.
pub mod identity {
    use base::{IdentityId, Moment, PersonId};
    use sea_orm::entity::prelude::*;

    /// One identity.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "identities")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: IdentityId,
        pub person_id: PersonId,
        pub issuer: String,
        pub subject: String,
        pub created_at: Moment,
        pub used_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What devices were asked.
pub mod challenge {
    use base::{Moment, PersonId};
    use sea_orm::entity::prelude::*;

    /// One question that waits for its answer.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkey_challenges")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub cause: String,
        pub person_id: Option<PersonId>,
        pub state: String,
        pub created_at: Moment,
        pub expires_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
