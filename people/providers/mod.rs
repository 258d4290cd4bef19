//! Signing in at an identity provider (OpenID Connect): the code flow with PKCE, and every check of what comes back.
//! Which providers there are stands in the settings, each bound to one organisation.
//!
//! Owns `provider_visits` (global: somebody who is away at a provider is not known yet).

pub mod access;
pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::web::{Lane, Need, Routes};

pub use actions::Providers;
pub use actions::outside::{Outside, OutsideError, OverTheNet};
pub use model::{ProviderError, Way};
pub use queries::own_data;

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/login/with/{provider}", Need::Anyone, pages::go)
        .lane(Lane::Entering)
        .get("/login/return", Need::Anyone, pages::come_back)
        .lane(Lane::Entering)
        .get("/me/sign-in/connect/{provider}", Need::SignedIn, pages::go_connecting)
        .lane(Lane::Entering)
        .fresh()
        .post("/me/sign-in/identities", Need::SignedIn, pages::connect)
        .fresh()
}
