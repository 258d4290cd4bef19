//! The room's tables as the ORM sees them.
#![expect(missing_docs, reason = "columns are described where they are made, in the migrations")]
#![expect(clippy::disallowed_methods, reason = "the derive writes a begin() of its own, which nobody calls")]

/// Where other systems are told what happens.
pub mod webhook {
    use base::{Moment, OrganisationId, PersonId, WebhookId};
    use sea_orm::entity::prelude::*;

    /// One webhook.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "webhooks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: WebhookId,
        pub address: String,
        pub events: String,
        pub by_id: PersonId,
        pub created_at: Moment,
        pub paused_at: Option<Moment>,
        pub ended_at: Option<Moment>,
        pub failures: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was, or will be, told.
pub mod delivery {
    use base::{DeliveryId, Moment, OrganisationId, WebhookId};
    use sea_orm::entity::prelude::*;

    /// One delivery.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "deliveries")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub owner_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DeliveryId,
        pub webhook_id: WebhookId,
        pub event: String,
        pub body: String,
        pub state: String,
        pub attempts: i32,
        pub answer: Option<String>,
        pub created_at: Moment,
        pub tried_at: Option<Moment>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
