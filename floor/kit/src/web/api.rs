//! The API as rooms see it: what an operation reads, what it answers, and how both are described.
//!
//! Programs sign in with a token, never with a session: what a browser carries along opens nothing here, so no other
//! site can act through it. An operation goes through the same actions and proofs as the pages.

mod answer;
mod describe;
mod problem;
mod sent;

use base::{OrganisationId, TokenId};

pub use answer::{accepted, done, made, shown};
pub use describe::{Described, Operation, Operations, Parameter};
pub use sent::{Asked, Paging, People, Sent, SentFile, Unfit, nobody};

pub(super) use problem::dress;

use crate::actor::Actor;
use crate::scope::Scope;

/// Where the API lives. Only tokens are looked at below it.
pub const ROOT: &str = "/api/v1";

/// A token that holds, and the one who acts through it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownToken {
    /// Whoever made it, narrowed to its organisation
    pub actor: Actor,
    /// What it opens
    pub token: Token,
}

/// What a token opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Which
    pub id: TokenId,
    /// Where
    pub organisation: OrganisationId,
    /// For what
    pub scopes: Vec<Scope>,
}
