//! The tables `organisations` and `units`.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// The parties.
pub mod organisation {
    use base::{Moment, OrganisationId};
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
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Parts of organisations.
pub mod unit {
    use base::{OrganisationId, UnitId};
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
    }

    impl ActiveModelBehavior for ActiveModel {}
}
