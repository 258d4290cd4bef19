//! The tables `look_samples` and `look_questions`.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// What was drawn in which week.
pub mod sample {
    use base::{Date, Moment, OrganisationId};
    use sea_orm::entity::prelude::*;

    /// One week.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "look_samples")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub week_on: Date,
        pub seed: String,
        pub looks: i64,
        pub drawn: i64,
        pub drawn_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What people are asked.
pub mod question {
    use base::{LookId, Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    /// One look.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "look_questions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: LookId,
        pub person_id: PersonId,
        pub by_id: PersonId,
        pub what: String,
        pub looked_at: Moment,
        pub asked_at: Moment,
        pub answer: Option<String>,
        pub words: String,
        pub answered_at: Option<Moment>,
        pub escalated_at: Option<Moment>,
        pub outcome: Option<String>,
        pub reason: String,
        pub settled_by_id: Option<PersonId>,
        pub settled_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
