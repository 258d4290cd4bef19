//! The room's tables as the ORM sees them.

#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]
/// Capacity nodes of a round's host tree.
pub mod node {
    use base::{NodeId, OrganisationId, RoundId, UnitId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "nodes")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: NodeId,
        pub parent_id: Option<NodeId>,
        pub outside_key: String,
        pub name: String,
        pub level: String,
        pub seats_max: Option<i32>,
        pub taken: i32,
        pub host_id: Option<OrganisationId>,
        pub host_unit_id: Option<UnitId>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Offers: places of one subject at one node.
pub mod offer {
    use base::{NodeId, OfferId, OrganisationId, RoundId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "offers")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OfferId,
        pub node_id: NodeId,
        pub outside_key: String,
        pub name: String,
        pub subject: String,
        pub period: String,
        pub seats_max: i32,
        pub taken: i32,
        pub municipality: String,
        pub address: String,
        pub about: String,
        pub wished_last_year: Option<i32>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Seats: one row for each student an offer can take.
pub mod seat {
    use base::{Moment, OfferId, OrganisationId, PersonId, RoundId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "seats")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub offer_id: OfferId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub person_id: Option<PersonId>,
        pub taken_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
