//! The room's table as the ORM sees it.

#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]
/// One student at one place offer.
pub mod pair {
    use base::{Moment, OfferId, OrganisationId, PersonId, RoundId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "pairs")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub offer_id: OfferId,
        pub class: Option<i32>,
        pub travel_minutes: Option<i32>,
        pub ban: Option<String>,
        pub by_id: Option<PersonId>,
        pub at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
