//! One's own profile: what the portal knows, in which language and look it speaks. Owns no table; `persons` keeps it.

pub mod pages;

use kit::web::{Lane, Need, Routes};

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/me", Need::SignedIn, pages::profile)
        .post("/me", Need::SignedIn, pages::save)
        .get("/me/data.json", Need::SignedIn, pages::data::own_data)
        .fresh()
        .get("/me/sign-in", Need::SignedIn, pages::signin::show_own)
        .private()
        .get("/me/sign-in/password", Need::SignedIn, pages::signin::password)
        .private()
        .post("/me/sign-in/password", Need::SignedIn, pages::signin::set_password)
        .lane(Lane::Entering)
        .fresh()
        .get("/me/sign-in/app", Need::SignedIn, pages::signin::app)
        .fresh()
        .post("/me/sign-in/app", Need::SignedIn, pages::signin::take_app)
        .lane(Lane::Entering)
        .fresh()
        .post("/me/sign-in/app/new", Need::SignedIn, pages::signin::offer_app)
        .fresh()
        .post("/me/sign-in/app/removal", Need::SignedIn, pages::signin::remove_app)
        .fresh()
        .get("/me/sign-in/passkeys/new", Need::SignedIn, pages::passkeys::new)
        .fresh()
        .post("/me/sign-in/passkeys/challenge", Need::SignedIn, pages::passkeys::challenge)
        .fresh()
        .post("/me/sign-in/passkeys", Need::SignedIn, pages::passkeys::add)
        .fresh()
        .post("/me/sign-in/passkeys/{passkey}/removal", Need::SignedIn, pages::passkeys::remove)
        .fresh()
        .post("/me/sign-in/codes", Need::SignedIn, pages::signin::new_codes)
        .lane(Lane::Entering)
        .fresh()
        .post("/me/sign-in/identities/{identity}/removal", Need::SignedIn, pages::signin::disconnect)
        .fresh()
        .post("/me/sign-in/sessions/end", Need::SignedIn, pages::signin::end_sessions)
        .lane(Lane::Leaving)
        .fresh()
        .post("/me/sign-in/sessions/{session}/end", Need::SignedIn, pages::signin::end_session)
        .lane(Lane::Leaving)
        .fresh()
}
