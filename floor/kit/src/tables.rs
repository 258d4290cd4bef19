//! The floor's own tables as the ORM sees them.
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

pub(crate) mod job {
    use base::{JobId, Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "jobs")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: JobId,
        pub organisation_id: OrganisationId,
        pub kind: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub payload: Json,
        pub state: String,
        pub run_at: Moment,
        pub lease_until: Option<Moment>,
        pub attempts: i32,
        pub unique_key: Option<String>,
        pub step: i32,
        pub steps: i32,
        pub href: Option<String>,
        pub error: Option<String>,
        pub started_by: Option<PersonId>,
        pub created_at: Moment,
        pub finished_at: Option<Moment>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod journal {
    use base::{JournalId, Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "journal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: JournalId,
        pub at: Moment,
        pub person_id: Option<PersonId>,
        pub kind: String,
        pub subject_kind: String,
        pub subject_id: Option<Uuid>,
        #[sea_orm(column_type = "JsonBinary")]
        pub facts: Json,
        pub request_id: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod mail {
    use base::{MailId, Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mails")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MailId,
        pub person_id: Option<PersonId>,
        pub to_address: String,
        pub lang: String,
        pub kind: String,
        pub subject: String,
        pub body: String,
        pub link_label: Option<String>,
        pub link_path: Option<String>,
        pub link_opens: bool,
        pub unique_key: Option<String>,
        pub created_at: Moment,
        pub sent_at: Option<Moment>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod bounce {
    use base::Moment;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "bounces")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub reason: String,
        pub at: Moment,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

/// Where a person can be reached. The table belongs to the room of persons; the floor reads these columns alone.
pub(crate) mod recipient {
    use base::PersonId;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "persons")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PersonId,
        pub email: Option<String>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod answer {
    use base::{Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "answers")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub act: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub request_key: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub answer: Json,
        pub at: Moment,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod throttle {
    use base::Moment;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "throttles")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub count: i32,
        pub window_started_at: Moment,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod person_key {
    use base::{Moment, OrganisationId, PersonId, PersonKeyId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "person_keys")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PersonKeyId,
        pub person_id: PersonId,
        pub organisation_id: Option<OrganisationId>,
        pub value: String,
        pub made_at: Moment,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod setting {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "settings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub value: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod routine {
    use base::Moment;
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "routines")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub next_at: Moment,
        pub lease_until: Option<Moment>,
        pub attempts: i32,
        pub failures: i32,
        pub begun_at: Option<Moment>,
        pub done_at: Option<Moment>,
        #[sea_orm(column_type = "JsonBinary")]
        pub outcome: Json,
        pub error: Option<String>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod draft {
    use base::{DraftId, Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "drafts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DraftId,
        pub person_id: PersonId,
        pub kind: String,
        pub step: String,
        #[sea_orm(column_type = "JsonBinary")]
        pub fields: Json,
        pub created_at: Moment,
        pub changed_at: Moment,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
