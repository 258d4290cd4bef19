//! The room's tables as the ORM sees them.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// What each person was told.
pub mod notice {
    use base::{Moment, NoticeId, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    /// One notice.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "notices")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: NoticeId,
        pub person_id: PersonId,
        pub lang: String,
        pub kind: String,
        pub weight: String,
        pub subject: String,
        pub body: String,
        pub link_label: Option<String>,
        pub link_path: Option<String>,
        pub unique_key: Option<String>,
        pub created_at: Moment,
        pub due_at: Option<Moment>,
        pub mailed_at: Option<Moment>,
        pub read_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the mailbox of a role is told, until it is mailed.
pub mod box_notice {
    use base::{MailboxId, Moment, NoticeId, OrganisationId};
    use sea_orm::entity::prelude::*;

    /// One notice.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "box_notices")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: NoticeId,
        pub mailbox_id: MailboxId,
        pub lang: String,
        pub kind: String,
        pub subject: String,
        pub body: String,
        pub link_label: Option<String>,
        pub link_path: Option<String>,
        pub unique_key: Option<String>,
        pub created_at: Moment,
        pub due_at: Moment,
        pub mailed_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// How a person wants to be told.
pub mod choice {
    use base::PersonId;
    use sea_orm::entity::prelude::*;

    /// One person's choices.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "notice_choices")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub matters: String,
        pub information: String,
        pub quiet_from_hour: i32,
        pub quiet_until_hour: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
