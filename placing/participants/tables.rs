//! The room's tables as the ORM sees them.

#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]
/// Students who take part in a round.
pub mod participant {
    use base::{Moment, OrganisationId, PersonId, RoundId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "participants")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub outside_key: String,
        pub subject: String,
        pub period: String,
        pub lottery: Option<i64>,
        pub group_key: Option<String>,
        pub state: String,
        pub late: bool,
        pub added_at: Moment,
        pub withdrawn_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
