//! What every crate of the house shares: ids, moments, weeks and languages. No input or output.

mod ids;
mod lang;
mod time;

pub use ids::{
    AffiliationId, CredentialId, DeliveryId, DraftId, HandPlacementId, Id, IdentityId, ImportId, InvitationId, JobId,
    JournalId, LookId, MailId, MailboxId, MergerId, NodeId, NoticeId, OfferId, OpeningId, OrganisationId, PersonId,
    PersonKeyId, RestrictionId, RoleId, RoundId, RunId, SavedViewId, SecondLookId, SessionId, SupportId, ThreadEntryId,
    ThreadFileId, ThreadId, TokenId, UnitChangeId, UnitId, WebhookId,
};
pub use lang::Lang;
pub use time::{Date, Moment, Weeks, WeeksError, Zone, moment_in};
