//! The tables `imports` and `import_changes`.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// What came in from which file.
pub mod import {
    use base::{ImportId, JobId, Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    /// One import.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "imports")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ImportId,
        pub kind: String,
        pub subject_id: Uuid,
        pub state: String,
        pub file_name: String,
        pub file: Vec<u8>,
        pub sheet: i32,
        pub mapping: Json,
        pub corrections: Json,
        pub counts: Json,
        pub created_by: PersonId,
        pub created_at: Moment,
        pub done_at: Option<Moment>,
        pub undone_at: Option<Moment>,
        pub job_id: Option<JobId>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// How to undo an import.
pub mod change {
    use base::{ImportId, OrganisationId};
    use sea_orm::entity::prelude::*;

    /// What was there before one row was written.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "import_changes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub import_id: ImportId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub change: Json,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
