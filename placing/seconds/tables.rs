//! The room's tables as the ORM sees them.
#![expect(missing_docs, reason = "the migration says what each column is")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// What each organisation wants.
pub mod rule {
    use base::{Moment, OrganisationId};
    use sea_orm::entity::prelude::*;

    /// One organisation's rule.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "placing_rules")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        pub second_pair: bool,
        pub changed_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was asked for.
pub mod look {
    use base::{Moment, OfferId, OrganisationId, PersonId, RoundId, SecondLookId};
    use sea_orm::entity::prelude::*;

    /// One question.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "second_looks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SecondLookId,
        pub round_id: Option<RoundId>,
        pub kind: String,
        pub person_id: Option<PersonId>,
        pub offer_id: Option<OfferId>,
        pub ground: Option<String>,
        pub count: i32,
        pub state: String,
        pub by_id: PersonId,
        pub at: Moment,
        pub decided_by_id: Option<PersonId>,
        pub decided_at: Option<Moment>,
        pub note: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Priority classes that were asked for.
pub mod class {
    use base::{OfferId, OrganisationId, PersonId, SecondLookId};
    use sea_orm::entity::prelude::*;

    /// One class.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "second_look_classes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub look_id: SecondLookId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub offer_id: OfferId,
        pub class: Option<i32>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
