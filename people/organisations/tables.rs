//! The tables `organisations`, `units` and `unit_changes`.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// The parties.
pub mod organisation {
    use base::{Date, Moment, OrganisationId};
    use sea_orm::entity::prelude::*;

    /// One organisation.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisations")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OrganisationId,
        pub name: String,
        pub short_name: String,
        pub kind: String,
        pub number: Option<String>,
        pub lang: String,
        pub time_zone: String,
        pub contact_name: String,
        pub contact_email: String,
        pub contact_phone: String,
        pub created_at: Moment,
        pub practice_of_id: Option<OrganisationId>,
        pub practice_until_on: Option<Date>,
        pub practice_removed_at: Option<Moment>,
        pub edition: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Parts of organisations.
pub mod unit {
    use base::{Date, OrganisationId, UnitId};
    use sea_orm::entity::prelude::*;

    /// One unit.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "units")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: UnitId,
        pub parent_id: Option<UnitId>,
        pub name: String,
        pub outside_key: Option<String>,
        pub address: Option<String>,
        pub from_on: Option<Date>,
        pub until_on: Option<Date>,
        pub merged_into_id: Option<UnitId>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was and will be done to units.
pub mod change {
    use base::{Date, Moment, OrganisationId, PersonId, UnitChangeId, UnitId};
    use sea_orm::entity::prelude::*;

    /// One change.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "unit_changes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: UnitChangeId,
        pub unit_id: UnitId,
        pub kind: String,
        pub from_on: Date,
        pub state: String,
        pub before: Json,
        pub after: Json,
        pub note: String,
        pub by_id: Option<PersonId>,
        pub at: Moment,
        pub done_at: Option<Moment>,
        pub problem: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
