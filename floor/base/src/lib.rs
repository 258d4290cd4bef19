//! What every crate of the house shares: ids, moments, weeks and languages. No input or output.

mod ids;
mod lang;
mod time;

pub use ids::{
    AffiliationId, HandPlacementId, Id, ImportId, InvitationId, JobId, JournalId, MailId, MailboxId, MergerId, NodeId,
    OfferId, OrganisationId, PersonId, RoleId, RoundId, RunId, SupportId, UnitChangeId, UnitId,
};
pub use lang::Lang;
pub use time::{Date, Moment, Weeks, WeeksError, Zone, moment_in};
