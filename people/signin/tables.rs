//! The tables of sessions, of what leads to one, and of the rules for them.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// Who is signed in.
pub mod session {
    use base::{Moment, PersonId, SessionId, SupportId};
    use sea_orm::entity::prelude::*;

    /// One session.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sessions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub handle: SessionId,
        pub person_id: PersonId,
        pub way: String,
        pub factors: i32,
        pub device: String,
        pub created_at: Moment,
        pub proven_at: Moment,
        pub seen_at: Moment,
        pub expires_at: Moment,
        pub support_id: Option<SupportId>,
        pub shown_id: Option<PersonId>,
        pub shown_until: Option<Moment>,
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

/// Who has shown one proof and owes another.
pub mod half {
    use base::{Moment, PersonId};
    use sea_orm::entity::prelude::*;

    /// One sign-in under way.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "half_sign_ins")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub person_id: PersonId,
        pub way: String,
        pub next: Option<String>,
        pub created_at: Moment,
        pub expires_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Codes on paper.
pub mod slip {
    use base::{Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    /// One slip.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "slips")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub value: String,
        pub person_id: PersonId,
        pub organisation_id: OrganisationId,
        pub by_id: Option<PersonId>,
        pub created_at: Moment,
        pub expires_at: Moment,
        pub used_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// How strongly an organisation's people prove who they are.
pub mod rule {
    use base::{Moment, OrganisationId};
    use sea_orm::entity::prelude::*;

    /// One organisation's rule.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_rules")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        pub second_factor: String,
        pub fresh_minutes: i32,
        pub changed_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
