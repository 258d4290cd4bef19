//! Inviting somebody of the register to come in: bound to the person, open until the matter's deadline, sent again or
//! withdrawn. Only the link in the mail opens it, and only once; what is invited to is told before anything is done.
//!
//! Owns `invitations` (global: opened before anybody is known).

pub mod access;
pub mod actions;
mod api;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::web::{Need, Routes};

pub use actions::{end_every, invite, last_day, of_person};
pub use model::{Invitation, InvitationError, NewInvitation, State};

/// The room's routes. Whom the actor may invite is decided by the register; the link is for whoever got the mail.
pub fn routes() -> Routes {
    Routes::new()
        .merge(api::routes())
        .get("/organisations/{organisation}/invitations", Need::SignedIn, pages::list::show_invitations)
        .get("/organisations/{organisation}/people/{person}/invitation", Need::SignedIn, pages::form::ask)
        .noted()
        .post("/organisations/{organisation}/people/{person}/invitation", Need::SignedIn, pages::form::invite)
        .post("/organisations/{organisation}/people/invitations/preview", Need::SignedIn, pages::many::preview)
        .post("/organisations/{organisation}/people/invitations", Need::SignedIn, pages::many::invite)
        .post("/organisations/{organisation}/invitations/{invitation}/sending", Need::SignedIn, pages::list::send_again)
        .post(
            "/organisations/{organisation}/invitations/{invitation}/withdrawal",
            Need::SignedIn,
            pages::list::withdraw,
        )
        .get("/invitations/{token}", Need::Anyone, pages::opened::show_invitation)
        .post("/invitations/{token}", Need::Anyone, pages::opened::accept)
}
