//! The room's tables as the ORM sees them.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// Who writes to whom about which matter.
pub mod thread {
    use base::{Moment, OrganisationId, PersonId, ThreadId, UnitId};
    use sea_orm::entity::prelude::*;

    /// One thread.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "threads")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ThreadId,
        pub kind: String,
        pub subject_id: Uuid,
        pub matter: String,
        pub office_id: OrganisationId,
        pub person_id: Option<PersonId>,
        pub host_id: Option<OrganisationId>,
        pub host_unit_id: Option<UnitId>,
        pub other_id: Option<OrganisationId>,
        pub about: String,
        pub created_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was written.
pub mod entry {
    use base::{Moment, OrganisationId, PersonId, ThreadEntryId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// One entry.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "thread_entries")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ThreadEntryId,
        pub thread_owner_id: OrganisationId,
        pub thread_id: ThreadId,
        pub other_id: Option<OrganisationId>,
        pub person_id: Option<PersonId>,
        pub side: String,
        pub author_id: PersonId,
        pub body: String,
        pub at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Which matters have a thread.
pub mod matter {
    use base::{OrganisationId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// One matter.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "matters")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub matter: String,
        pub thread_owner_id: OrganisationId,
        pub thread_id: ThreadId,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was sent along.
pub mod file {
    use base::{OrganisationId, PersonId, ThreadEntryId, ThreadFileId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// One file.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "thread_files")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ThreadFileId,
        pub entry_id: ThreadEntryId,
        pub thread_owner_id: OrganisationId,
        pub thread_id: ThreadId,
        pub other_id: Option<OrganisationId>,
        pub person_id: Option<PersonId>,
        pub name: String,
        pub kind: String,
        pub size_bytes: i32,
        pub content: Vec<u8>,
        pub blob: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is new to whom.
pub mod reading {
    use base::{Moment, OrganisationId, PersonId, ThreadId};
    use sea_orm::entity::prelude::*;

    /// How far one person has read one thread.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "thread_readings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: ThreadId,
        pub read_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
