//! Signing in: by a link in a mail, a passkey, a name and a password, a code from a slip, a number and a PIN, or as somebody of the
//! demo's town; the second step; asking again before a decision; sessions and their end; helping somebody in.
//!
//! Owns `sessions`, `sign_in_links`, `half_sign_ins`, `slips` (global: used before anybody is known) and
//! `sign_in_rules`; a join reads `persons`, `organisations` and `operators`.

pub mod access;
pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use std::future::Future;
use std::pin::Pin;

use kit::actor::Role;
use kit::db::Db;
use kit::fault::Fault;
use kit::web::{Guards, Known, Lane, Need, Routes};

use crate::{looks, tokens};

pub use actions::help::{Told, begin_with_rule, tell};
pub use actions::second::{count_code, forget_codes, is_asked_for};
pub use actions::sessions::{
    end_every, end_others, end_own, end_showing, own_sessions, renew, show_in_session, show_own_in_session,
    shown_in_session,
};
pub use actions::{
    Arrival, Entered, begin_session, count_try, count_wrong_link, enter, enter_by_link, fresh_key, open_way,
};
pub use model::{
    HalfSignedIn, Key, Persona, Personas, Rule, SESSION_MAX, SecondFactor, Session, Showing, SignInError, SlipCode, Way,
};
pub use pages::help::device;
pub use pages::step::{PasskeyButton, Step, show_codes, show_confirm, show_refused};
pub use pages::{cookie_key, let_in, session_cookie, signed_in_at};
pub use queries::{Ended, operates, operators, operators_among, own_data};

/// Finds out who a session belongs to, for the layer around every request.
pub fn identify<'a>(
    db: &'a Db,
    cookie: &'a str,
) -> Pin<Box<dyn Future<Output = Result<Option<Known>, Fault>> + Send + 'a>> {
    Box::pin(actions::identify(db, cookie))
}

/// What stands around routes that ask for more than a session.
pub fn guards() -> Guards {
    Guards {
        is_fresh: pages::confirm::is_fresh,
        confirm: pages::confirm::confirm,
        looked: looks::looked,
        listed: tokens::listed,
    }
}

/// The room's routes. Everybody may try to sign in, and ending a session that has run out is no fault.
pub fn routes() -> Routes {
    let office = Need::Role(Role::Administrator);
    Routes::new()
        .get("/login", Need::Anyone, pages::login)
        .post("/login", Need::Anyone, pages::enter)
        .lane(Lane::Entering)
        .get("/login/sent", Need::Anyone, pages::sent)
        .get("/login/second", Need::Anyone, pages::second::ask)
        .post("/login/second", Need::Anyone, pages::second::answer)
        .lane(Lane::Entering)
        .post("/login/second/challenge", Need::Anyone, pages::passkey::ask_second)
        .lane(Lane::Entering)
        .post("/login/passkey", Need::Anyone, pages::passkey::enter)
        .lane(Lane::Entering)
        .post("/login/passkey/challenge", Need::Anyone, pages::passkey::ask_to_enter)
        .lane(Lane::Entering)
        .get("/login/password", Need::Anyone, pages::ways::password)
        .post("/login/password", Need::Anyone, pages::ways::by_password)
        .lane(Lane::Entering)
        .get("/login/code", Need::Anyone, pages::ways::code)
        .post("/login/code", Need::Anyone, pages::ways::by_code)
        .lane(Lane::Entering)
        .get("/login/pin/{organisation}", Need::Anyone, pages::ways::pin)
        .post("/login/pin/{organisation}", Need::Anyone, pages::ways::by_pin)
        .lane(Lane::Entering)
        .get("/login/{token}", Need::Anyone, pages::link)
        .post("/login/{token}", Need::Anyone, pages::use_link)
        .lane(Lane::Entering)
        .post("/logout", Need::Anyone, pages::leave)
        .lane(Lane::Leaving)
        .helping()
        .get("/confirm", Need::SignedIn, pages::confirm::show)
        .private()
        .post("/confirm", Need::SignedIn, pages::confirm::answer)
        .lane(Lane::Entering)
        .post("/confirm/challenge", Need::SignedIn, pages::passkey::ask_again)
        .lane(Lane::Entering)
        .get("/people/{person}/sign-in", office, pages::help::look)
        .noted()
        .post("/people/{person}/sign-in/sessions", office, pages::help::end_sessions)
        .fresh()
        .post("/people/{person}/sign-in/release", office, pages::help::release)
        .fresh()
        .post("/people/{person}/sign-in/slip", office, pages::help::slip)
        .fresh()
        .get("/organisations/{organisation}/sign-in", office, pages::help::rule)
        .post("/organisations/{organisation}/sessions/end", office, pages::help::end_everybody)
        .fresh()
        .post("/organisations/{organisation}/sign-in", office, pages::help::set_rule)
        .fresh()
}
