//! Webhooks: where an organisation's other systems are told what happens.
//!
//! Owns `webhooks` and `deliveries`. It hears every line of the journal in the transaction that writes it; what somebody
//! wants to be told becomes a delivery and a job, which sends it after the transaction is done.

pub mod access;
pub mod actions;
mod api;
mod jobs;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::web::{Need, Routes};

pub use actions::heard;
pub use jobs::jobs;
pub use model::{Delivery, NewWebhook, Webhook, WebhookError};

/// The room's routes. Who keeps webhooks is decided by `access`.
pub fn routes() -> Routes {
    Routes::new()
        .merge(api::routes())
        .get("/organisations/{organisation}/webhooks", Need::SignedIn, pages::list)
        .get("/organisations/{organisation}/webhooks/new", Need::SignedIn, pages::new)
        .post("/organisations/{organisation}/webhooks/new", Need::SignedIn, pages::make)
        .fresh()
        .get("/organisations/{organisation}/webhooks/{webhook}", Need::SignedIn, pages::log::show)
        .post("/organisations/{organisation}/webhooks/{webhook}/end", Need::SignedIn, pages::log::end)
        .post("/organisations/{organisation}/webhooks/{webhook}/resumption", Need::SignedIn, pages::log::resume)
        .post(
            "/organisations/{organisation}/webhooks/{webhook}/deliveries/{delivery}/repeat",
            Need::SignedIn,
            pages::log::repeat,
        )
}
