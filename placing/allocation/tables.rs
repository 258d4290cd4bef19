//! The tables `hand_placements`, `runs`, `run_inputs` and `proposals`.

#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]
/// Placements by hand and their release. The latest row of a person counts.
pub mod hand_placement {
    use base::{HandPlacementId, Moment, OfferId, OrganisationId, PersonId, RoundId};
    use sea_orm::entity::prelude::*;

    /// One act of placing, or of taking out again.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hand_placements")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: HandPlacementId,
        pub person_id: PersonId,
        pub offer_id: Option<OfferId>,
        pub ground: String,
        pub reason: String,
        pub by_id: Option<PersonId>,
        pub at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Runs of the engine.
pub mod run {
    use base::{JobId, Moment, OrganisationId, PersonId, RoundId, RunId};
    use sea_orm::entity::prelude::*;

    /// One run.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "runs")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RunId,
        pub number: i32,
        pub mechanism: String,
        pub engine_version: String,
        pub state: String,
        pub input_sha256: Option<String>,
        pub output_sha256: Option<String>,
        pub promise: Option<String>,
        pub students: Option<i32>,
        pub placed: Option<i32>,
        pub summary: Json,
        pub error: Option<String>,
        pub started_by: Option<PersonId>,
        pub job_id: JobId,
        pub created_at: Moment,
        pub done_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a run was given, as the files that `fotfeste allocate` reads.
pub mod run_input {
    use base::{OrganisationId, RoundId, RunId};
    use sea_orm::entity::prelude::*;

    /// One file.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "run_inputs")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub run_id: RunId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub file: String,
        pub content: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Where a run would place each student, and why.
pub mod proposal {
    use base::{OfferId, OrganisationId, PersonId, RoundId, RunId};
    use sea_orm::entity::prelude::*;

    /// One student's part of a run.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "proposals")]
    #[expect(missing_docs, reason = "the migration says what each column is")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub run_id: RunId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub offer_id: Option<OfferId>,
        pub rank: Option<i32>,
        pub position: Option<i32>,
        pub reasons: Json,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
