//! The table `invitations`.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// Who is invited to what.
pub mod invitation {
    use base::{InvitationId, Moment, OrganisationId, PersonId};
    use sea_orm::entity::prelude::*;

    /// One invitation.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invitations")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: InvitationId,
        pub token: String,
        pub organisation_id: OrganisationId,
        pub person_id: PersonId,
        pub about: String,
        pub until: Moment,
        pub by_id: Option<PersonId>,
        pub created_at: Moment,
        pub sent_at: Moment,
        pub sent: i32,
        pub accepted_at: Option<Moment>,
        pub withdrawn_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
