use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An id of one kind of thing. Ids are UUID version 7: they sort by age, and open nothing by themselves.
pub trait Id: Copy + fmt::Display + FromStr + 'static {
    /// The id with this value.
    fn from_uuid(value: Uuid) -> Self;
    /// The value, to store or compare across kinds.
    fn uuid(self) -> Uuid;
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident)*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
        pub struct $name(pub Uuid);

        impl Id for $name {
            fn from_uuid(value: Uuid) -> Self {
                Self(value)
            }
            fn uuid(self) -> Uuid {
                self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
        #[cfg(feature = "orm")]
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )*};
}

ids! {
    /// An institution, a host, or both: a party and a data controller.
    OrganisationId
    /// A unit in an organisation's tree.
    UnitId
    /// A human being, with any number of affiliations.
    PersonId
    /// A person's bond to an organisation: student there, or member of staff.
    AffiliationId
    /// A role a person holds on a subtree of units.
    RoleId
    /// One change of a unit: planned, done, or taken back.
    UnitChangeId
    /// Where mail to everybody in a role goes.
    MailboxId
    /// A link that lets one person in until a day.
    InvitationId
    /// A while in which somebody looks with another person's eyes, to help.
    SupportId
    /// A while in which a person's data is seen by nobody but administration.
    RestrictionId
    /// Two entries that were found to be one person.
    MergerId
    /// A form that somebody fills in over several pages.
    DraftId
    /// One allocation round of an institution.
    RoundId
    /// A capacity node in a round's host tree.
    NodeId
    /// Places of one subject at one node in a round.
    OfferId
    /// A placement made by hand, or its release.
    HandPlacementId
    /// One opening of what was told in confidence.
    OpeningId
    /// What one of the office asked for and another has to confirm.
    SecondLookId
    /// One run of the allocation engine.
    RunId
    /// One import from a file.
    ImportId
    /// Work to be done outside a request.
    JobId
    /// One entry of the journal.
    JournalId
    /// A session, as its holder's own page names it.
    SessionId
    /// Something that proves who a person is.
    CredentialId
    /// The key that seals what is kept in confidence about a person.
    PersonKeyId
    /// Who a person is at an issuer of identities.
    IdentityId
    /// One opening of another person's file.
    LookId
    /// One outgoing mail.
    MailId
    /// What the parties of one matter write to each other.
    ThreadId
    /// One thing written in a thread.
    ThreadEntryId
    /// A file that came with an entry of a thread.
    ThreadFileId
    /// Something one person is told.
    NoticeId
    /// A list as somebody has narrowed, sorted and named it.
    SavedViewId
    /// What a program signs in with.
    TokenId
    /// Where an organisation's own systems are told what happens.
    WebhookId
    /// One thing that such a system is told.
    DeliveryId
}
