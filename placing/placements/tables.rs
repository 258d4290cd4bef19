//! The tables `decisions` and `readings`. Both are append-only.

#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]
/// What each student was told. The highest version counts.
pub mod decision {
    use base::{Date, Moment, OfferId, OrganisationId, PersonId, RoundId, RunId, UnitId};
    use sea_orm::entity::prelude::*;

    /// One version of one student's decision.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "decisions")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        pub kind: String,
        pub offer_id: Option<OfferId>,
        pub host_id: Option<OrganisationId>,
        pub host_unit_id: Option<UnitId>,
        pub rank: Option<i32>,
        pub position: Option<i32>,
        pub drawn: Option<i32>,
        pub reasons: Json,
        pub round_name: String,
        pub course_name: String,
        pub place_name: String,
        pub subject: String,
        pub from_on: Date,
        pub until_on: Date,
        pub run_id: Option<RunId>,
        pub by_id: Option<PersonId>,
        pub at: Moment,
        pub complain_until_on: Option<Date>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// That a student has read a version.
pub mod reading {
    use base::{Moment, OrganisationId, PersonId, RoundId};
    use sea_orm::entity::prelude::*;

    /// One reading.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "readings")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        pub at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
