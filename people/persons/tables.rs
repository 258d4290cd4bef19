//! The tables `persons`, `affiliations`, `roles`, `members`, `role_mailboxes`, `person_mergers`, `protections` and
//! `trustees`.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// Human beings.
pub mod person {
    use base::{Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    /// One person.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "persons")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PersonId,
        pub home_id: OrganisationId,
        pub given_name: String,
        pub family_name: String,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub lang: Option<String>,
        pub scheme: Option<String>,
        pub created_at: Moment,
        pub chosen_id: Option<OrganisationId>,
        pub elsewhere: Option<bool>,
        pub merged_into_id: Option<PersonId>,
        pub is_protected: Option<bool>,
        pub search_key: Option<bool>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who studies or works where.
pub mod affiliation {
    use base::{AffiliationId, Date, OrganisationId, PersonId, UnitId};
    use sea_orm::entity::prelude::*;

    /// One bond.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "affiliations")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AffiliationId,
        pub person_id: PersonId,
        pub kind: String,
        pub outside_key: Option<String>,
        pub unit_id: Option<UnitId>,
        pub from_on: Option<Date>,
        pub until_on: Option<Date>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who may do what.
pub mod role {
    use base::{Date, Moment, OrganisationId, PersonId, RoleId, UnitId};
    use sea_orm::entity::prelude::*;

    /// One role on one subtree.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "roles")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RoleId,
        pub person_id: PersonId,
        pub unit_id: Option<UnitId>,
        pub role: String,
        pub from_on: Option<Date>,
        pub until_on: Option<Date>,
        pub for_id: Option<PersonId>,
        pub given_by_id: Option<PersonId>,
        pub given_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The register.
pub mod member {
    use base::{Date, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    /// One person of one organisation.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "members")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub sort_key: String,
        pub search_key: String,
        pub from_on: Option<Date>,
        pub until_on: Option<Date>,
        pub is_open: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Where mail to everybody in a role goes.
pub mod mailbox {
    use base::{MailboxId, OrganisationId, UnitId};
    use sea_orm::entity::prelude::*;

    /// One mailbox.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "role_mailboxes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MailboxId,
        pub role: String,
        pub unit_id: Option<UnitId>,
        pub email: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Data that is put away.
pub mod restriction {
    use base::{Moment, OrganisationId, PersonId, RestrictionId};
    use sea_orm::entity::prelude::*;

    /// One person's data.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "restrictions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RestrictionId,
        pub person_id: PersonId,
        pub sealed: String,
        pub by_id: Option<PersonId>,
        pub at: Moment,
        pub lifted_by_id: Option<PersonId>,
        pub lifted_at: Option<Moment>,
        pub lifts_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Which two entries were one person.
pub mod merger {
    use base::{MergerId, Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    /// One merging.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "person_mergers")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MergerId,
        pub kept_id: PersonId,
        pub gone_id: PersonId,
        pub moved: Json,
        pub by_id: Option<PersonId>,
        pub at: Moment,
        pub undone_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who somebody is whose name and address are protected.
pub mod protection {
    use base::{Moment, PersonId};
    use sea_orm::entity::prelude::*;

    /// One person's name and address.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "protections")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub given_name: String,
        pub family_name: String,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub reason: String,
        pub set_by_id: Option<PersonId>,
        pub set_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who may see people whose name and address are protected.
pub mod trustee {
    use base::{Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    /// One who may.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "trustees")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: PersonId,
        pub given_by_id: Option<PersonId>,
        pub given_at: Moment,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
