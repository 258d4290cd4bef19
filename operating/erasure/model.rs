//! What becomes of each table's rows about a person who is erased, and what stands against it.

use base::Lang;
use kit::fault::{Kind, Problem};
use people::persons::Kept;

/// Whoever left is erased when the last bond ended so many days ago: ten years, as long as it is kept who was bound here,
/// who did what and what was decided.
pub const LEFT_DAYS: i64 = 10 * 366;

/// What is told about rows as one, since tables say nothing to readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Name, address, telephone, student number
    Contact,
    /// Sessions, passwords, apps, passkeys, identities, links
    SigningIn,
    /// What was told in confidence, and its key
    Confidence,
    /// Mails, notices and what is half filled in
    Messages,
    /// Own views, choices and guides
    Settings,
    /// What weighed in draws to come
    Weights,
    /// Who looked
    Looks,
    /// Decisions with what they are the end of
    Decisions,
    /// What was written about matters
    Threads,
    /// Bonds and roles that ended
    Bonds,
    /// The journal and other records of who did what
    Records,
}

impl Group {
    /// In the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Contact,
        Self::SigningIn,
        Self::Confidence,
        Self::Messages,
        Self::Settings,
        Self::Weights,
        Self::Looks,
        Self::Decisions,
        Self::Threads,
        Self::Bonds,
        Self::Records,
    ];

    /// The word in the texts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::SigningIn => "signing_in",
            Self::Confidence => "confidence",
            Self::Messages => "messages",
            Self::Settings => "settings",
            Self::Weights => "weights",
            Self::Looks => "looks",
            Self::Decisions => "decisions",
            Self::Threads => "threads",
            Self::Bonds => "bonds",
            Self::Records => "records",
        }
    }
}

/// What becomes of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// They are removed
    Remove,
    /// These columns are emptied, the rest stays; SQL of the assignments
    Blank(&'static str),
    /// They stay: the text of the group says why
    Keep,
}

/// One rule: rows of this table that name the person in this column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Table
    pub table: &'static str,
    /// The column that names the person
    pub column: &'static str,
    /// What becomes of them
    pub act: Act,
    /// As what they are told
    pub group: Group,
}

impl Rule {
    /// Why a row keeps its person from being taken back with the file that brought them; none: it does not. What is told in
    /// confidence is not told apart from other matters.
    pub fn keeps(&self) -> Option<Kept> {
        match (self.table, self.group) {
            // The register's own rows are what is taken back; who looked at it has not touched it.
            ("persons" | "members" | "affiliations" | "protections" | "looks" | "look_questions", _) => None,
            ("invitations", _) => Some(Kept::Invited),
            ("roles" | "trustees", _) => Some(Kept::Role),
            ("restrictions", _) => Some(Kept::PutAway),
            ("person_mergers", _) => Some(Kept::Merged),
            (_, Group::Messages) => Some(Kept::Written),
            (_, Group::SigningIn | Group::Settings | Group::Records) => Some(Kept::SignedIn),
            _ => Some(Kept::Matter),
        }
    }
}

const fn remove(table: &'static str, column: &'static str, group: Group) -> Rule {
    Rule { table, column, act: Act::Remove, group }
}

const fn keep(table: &'static str, column: &'static str, group: Group) -> Rule {
    Rule { table, column, act: Act::Keep, group }
}

/// Every rule, in the order in which rows can go.
pub const RULES: &[Rule] = &[
    remove("half_sign_ins", "person_id", Group::SigningIn),
    remove("passkey_challenges", "person_id", Group::SigningIn),
    remove("provider_visits", "person_id", Group::SigningIn),
    remove("sessions", "person_id", Group::SigningIn),
    remove("sign_in_links", "person_id", Group::SigningIn),
    remove("calendar_feeds", "person_id", Group::SigningIn),
    remove("slips", "person_id", Group::SigningIn),
    remove("invitations", "person_id", Group::SigningIn),
    remove("credentials", "person_id", Group::SigningIn),
    remove("identities", "person_id", Group::SigningIn),
    remove("confidences", "person_id", Group::Confidence),
    remove("person_keys", "person_id", Group::Confidence),
    remove("confidants", "person_id", Group::Settings),
    remove("trustees", "person_id", Group::Settings),
    remove("notices", "person_id", Group::Messages),
    remove("mails", "person_id", Group::Messages),
    remove("answers", "person_id", Group::Messages),
    remove("drafts", "person_id", Group::Messages),
    remove("notice_choices", "person_id", Group::Settings),
    remove("list_looks", "person_id", Group::Settings),
    remove("saved_views", "person_id", Group::Settings),
    remove("pairs", "person_id", Group::Weights),
    remove("looks", "person_id", Group::Looks),
    remove("look_questions", "person_id", Group::Looks),
    remove("confidence_openings", "person_id", Group::Looks),
    remove("restrictions", "person_id", Group::Contact),
    remove("protections", "person_id", Group::Contact),
    remove("members", "person_id", Group::Contact),
    Rule {
        table: "persons",
        column: "id",
        act: Act::Blank(
            "given_name = '', family_name = '–', email = NULL, phone = NULL, lang = NULL, scheme = NULL, \
             is_protected = NULL, search_key = NULL",
        ),
        group: Group::Contact,
    },
    Rule { table: "affiliations", column: "person_id", act: Act::Blank("outside_key = NULL"), group: Group::Bonds },
    keep("roles", "person_id", Group::Bonds),
    keep("decisions", "person_id", Group::Decisions),
    keep("readings", "person_id", Group::Decisions),
    keep("participants", "person_id", Group::Decisions),
    keep("seats", "person_id", Group::Decisions),
    keep("wish_lists", "person_id", Group::Decisions),
    keep("wishes", "person_id", Group::Decisions),
    keep("hand_placements", "person_id", Group::Decisions),
    keep("proposals", "person_id", Group::Decisions),
    keep("second_looks", "person_id", Group::Decisions),
    keep("second_look_classes", "person_id", Group::Decisions),
    keep("threads", "person_id", Group::Threads),
    keep("thread_entries", "author_id", Group::Threads),
    keep("thread_files", "person_id", Group::Threads),
    keep("thread_readings", "person_id", Group::Threads),
    keep("journal", "person_id", Group::Records),
    keep("support_accesses", "person_id", Group::Records),
    keep("person_mergers", "kept_id", Group::Records),
];

/// Tables with something personal that name nobody in a column of their own, or only those who did their work, each with
/// the reason why an erasure leaves them.
pub const LEFT: &[(&str, &str)] = &[
    ("api_tokens", "what somebody made for the organisation, in their work"),
    ("token_list_people", "who stood in a list that a token read: ids and no names, which go after a year"),
    ("webhooks", "what somebody made for the organisation, in their work"),
    ("guide_additions", "what somebody wrote for the organisation, in their work"),
    ("unit_changes", "who changed the organisation, in their work"),
    ("role_mailboxes", "an address of the organisation"),
    ("box_notices", "what the mailbox of a role was told, which goes after 90 days"),
    ("bounces", "an address that takes no mail, until mail arrives there"),
    ("imports", "whole files about many people, which go after a year"),
    ("import_changes", "how to undo an import, which goes after a year"),
    ("jobs", "who set work going; goes after 90 days"),
    ("runs", "who ordered a draw, in their work"),
    ("run_inputs", "the frozen files of a draw: numbers and no names, the ground of decisions"),
    ("matters", "which thread a matter has"),
    ("operators", "whoever looks after the portal is not erased while they do"),
];

/// What stands against erasing somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// A bond or a role lasts
    Bound,
    /// A round is under way
    InRound,
    /// A decision can still be complained about
    Complaint,
    /// Another organisation knows the person, too
    Elsewhere,
    /// The person looks after the portal
    Operator,
}

impl Obstacle {
    /// The word in the texts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Bound => "bound",
            Self::InRound => "in_round",
            Self::Complaint => "complaint",
            Self::Elsewhere => "elsewhere",
            Self::Operator => "operator",
        }
    }
}

/// What an erasure would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The person's name as it is known now
    pub name: String,
    /// What stands against it
    pub obstacles: Vec<Obstacle>,
    /// Rows that go, by what they are
    pub goes: Vec<(Group, u64)>,
    /// Rows that stay, by what they are
    pub stays: Vec<(Group, u64)>,
}

/// Why somebody was not erased.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the person cannot be erased: {0:?}")]
pub struct ErasureError(pub Obstacle);

impl Problem for ErasureError {
    fn kind(&self) -> Kind {
        Kind::Conflict
    }
    fn name(&self) -> &'static str {
        "erasure-obstacle"
    }
    fn tell(&self, lang: Lang) -> String {
        crate::words(lang).erasure_obstacle(self.0.word()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use migrations::schema::{Class, TableOf};

    use super::*;

    #[test]
    fn every_table_with_something_personal_has_a_rule_or_a_reason() {
        let tables = migrations::tables();
        let is_personal = |table: &&TableOf| table.data_map().iter().any(|line| line.class == Class::Personal);
        for table in tables.iter().filter(is_personal) {
            let ruled = RULES.iter().filter(|rule| rule.table == table.name()).count();
            let left = LEFT.iter().filter(|(name, _)| *name == table.name()).count();
            assert_eq!(ruled + left, 1, "{}: say once what becomes of it when somebody is erased", table.name());
        }
    }

    #[test]
    fn every_rule_names_a_table_and_a_column_and_nothing_goes_that_can_only_be_added_to() {
        let tables = migrations::tables();
        for rule in RULES {
            let table = tables.iter().find(|table| table.name() == rule.table).unwrap();
            assert!(table.data_map().iter().any(|line| line.column == rule.column), "{rule:?}");
            assert!(!table.is_append_only() || rule.act == Act::Keep, "{rule:?}");
        }
    }

    #[test]
    fn everything_but_the_registers_own_rows_and_looks_keeps_somebody_from_being_taken_back() {
        let idle: Vec<_> = RULES.iter().filter(|rule| rule.keeps().is_none()).map(|rule| rule.table).collect();
        assert_eq!(idle, ["looks", "look_questions", "protections", "members", "persons", "affiliations"]);
        let of = |table: &str| RULES.iter().find(|rule| rule.table == table).and_then(Rule::keeps);
        let told = ["sessions", "invitations", "notices", "participants", "restrictions"].map(of);
        let expected = [Kept::SignedIn, Kept::Invited, Kept::Written, Kept::Matter, Kept::PutAway];
        assert_eq!(told, expected.map(Some));
        assert_eq!(of("confidences"), of("threads"), "what is told in confidence is not told apart");
    }
}
