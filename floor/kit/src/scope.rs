//! What a token may be used for: few words, each named after what people do with the portal.

/// One thing that a token may be used for. It never opens more than the one who made the token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Sees the organisation and its units.
    SeeUnits,
    /// Changes what everybody reads about the organisation.
    KeepOrganisation,
    /// Changes the units.
    KeepUnits,
    /// Sees the people of the organisation.
    SeePeople,
    /// Sees rounds with their places, students, wishes and allocations.
    SeeRounds,
    /// Plans rounds: dates and rules, places, who takes part.
    PlanRounds,
    /// Hands in wishes for students.
    SendWishes,
    /// Allocates places, by an order and by hand.
    Allocate,
    /// Publishes what was allocated.
    Publish,
    /// Sees the students that a host receives.
    ReceiveStudents,
    /// Keeps where other systems are told what happens.
    KeepWebhooks,
    /// Takes people in, puts right what is known of them, binds, invites and lets them go.
    KeepPeople,
    /// Gives and ends roles, names deputies, keeps the mailboxes of roles.
    KeepRoles,
    /// Brings files. What a file changes needs the scope of that besides.
    ImportFiles,
    /// Reads what is written in the organisation's threads.
    SeeMessages,
    /// Writes in the organisation's threads.
    SendMessages,
    /// Keeps what the organisation adds to the guides.
    KeepGuides,
}

impl Scope {
    /// Every scope, from seeing to deciding.
    pub const ALL: [Self; 17] = [
        Self::SeeUnits,
        Self::SeePeople,
        Self::SeeRounds,
        Self::ReceiveStudents,
        Self::SeeMessages,
        Self::KeepOrganisation,
        Self::KeepUnits,
        Self::KeepPeople,
        Self::KeepRoles,
        Self::KeepGuides,
        Self::PlanRounds,
        Self::SendWishes,
        Self::ImportFiles,
        Self::SendMessages,
        Self::Allocate,
        Self::Publish,
        Self::KeepWebhooks,
    ];

    /// The word in the database and in the API's description.
    pub fn word(self) -> &'static str {
        match self {
            Self::SeeUnits => "see-units",
            Self::KeepOrganisation => "keep-organisation",
            Self::KeepUnits => "keep-units",
            Self::SeePeople => "see-people",
            Self::SeeRounds => "see-rounds",
            Self::PlanRounds => "plan-rounds",
            Self::SendWishes => "send-wishes",
            Self::Allocate => "allocate",
            Self::Publish => "publish",
            Self::ReceiveStudents => "receive-students",
            Self::KeepWebhooks => "keep-webhooks",
            Self::KeepPeople => "keep-people",
            Self::KeepRoles => "keep-roles",
            Self::ImportFiles => "import-files",
            Self::SeeMessages => "see-messages",
            Self::SendMessages => "send-messages",
            Self::KeepGuides => "keep-guides",
        }
    }

    /// The scope of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.word() == word)
    }
}
