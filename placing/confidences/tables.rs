//! The room's tables as the ORM sees them.
#![expect(missing_docs, reason = "the migration says what each column is")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// What was told.
pub mod confidence {
    use base::{Moment, OrganisationId, PersonId, RoundId};
    use sea_orm::entity::prelude::*;

    /// One reason.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "confidences")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub round_id: RoundId,
        pub person_id: PersonId,
        pub sealed: Option<String>,
        pub before: Option<String>,
        pub by_id: Option<PersonId>,
        pub at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who reads it.
pub mod confidant {
    use base::{Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    /// One reader.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "confidants")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub by_id: Option<PersonId>,
        pub at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who read it.
pub mod opening {
    use base::{Moment, OpeningId, OrganisationId, PersonId, RoundId};
    use sea_orm::entity::prelude::*;

    /// One opening.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "confidence_openings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OpeningId,
        pub round_id: RoundId,
        pub person_id: PersonId,
        pub by_id: PersonId,
        pub why: String,
        pub at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
