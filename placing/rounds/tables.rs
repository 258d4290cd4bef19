//! The room's tables as the ORM sees them.

#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]
/// Allocation rounds.
pub mod round {
    use base::{Date, Moment, OrganisationId, RoundId, RunId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "rounds")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RoundId,
        pub name: String,
        pub course_code: String,
        pub course_name: String,
        pub from_on: Date,
        pub until_on: Date,
        pub wishes_open_at: Moment,
        pub wishes_close_at: Moment,
        pub publish_planned_at: Moment,
        pub wishes_min: i32,
        pub wishes_max: i32,
        pub draw: String,
        pub no_wishes: String,
        pub is_decision: bool,
        pub intro: String,
        pub contact_name: String,
        pub contact_email: String,
        pub contact_phone: String,
        pub state: String,
        pub seed: Option<String>,
        pub seed_promise: Option<String>,
        pub announced_at: Option<Moment>,
        pub run_id: Option<RunId>,
        pub publish_at: Option<Moment>,
        pub published_at: Option<Moment>,
        pub cancelled_at: Option<Moment>,
        pub cancel_reason: Option<String>,
        pub edition: i32,
        pub created_at: Moment,
        pub mechanism: String,
        pub short_lists: String,
        pub cost_table: String,
        pub travel_limit_minutes: Option<i32>,
        pub keeps_groups: bool,
        pub classes_text: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
