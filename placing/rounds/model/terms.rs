//! How a round's places are allocated: the mechanism, and what may be chosen with it. Frozen by the announcement.

use base::Lang;
use matching::{CostTable, Mechanism, Problem};

use super::RoundError;
use super::{Wrong, paragraphs};

/// What becomes of a list with fewer wishes than the round asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShortLists {
    /// It counts as it is.
    Count,
    /// It cannot be confirmed; what stands unconfirmed at the deadline is completed.
    Refuse,
    /// Every other place of the student's subject is added to it, all of them as one last wish.
    Complete,
}

/// How places are allocated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    mechanism: Option<Mechanism>,
    short_lists: ShortLists,
    cost: CostTable,
    travel_limit_minutes: Option<u16>,
    keeps_groups: bool,
    classes: String,
}

/// What was typed about the allocation, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the form's field of the same name")]
pub struct TypedTerms {
    pub mechanism: String,
    pub short_lists: String,
    pub cost: String,
    pub travel_limit: String,
    pub groups: String,
    pub classes: String,
}

/// Terms that are sound for a round with room: honest lists are safe, nothing is filtered.
impl Default for TypedTerms {
    fn default() -> Self {
        Self {
            mechanism: Mechanism::Lottery.name().into(),
            short_lists: ShortLists::Count.word().into(),
            cost: "1,2,3".into(),
            travel_limit: String::new(),
            groups: "yes".into(),
            classes: String::new(),
        }
    }
}

impl Terms {
    /// The word for a round without a mechanism: the office places everybody by hand.
    pub const MANUAL: &'static str = "manual";
    /// Longest meaning of the priority classes, in characters.
    pub const CLASSES_CHARS_MAX: usize = 1000;
    /// Longest cost table, in characters.
    pub const COST_CHARS_MAX: usize = 200;

    /// Reads what was typed. `wishes_min` is how many wishes the round asks for, where that could be read.
    /// # Errors
    /// Every field that cannot be accepted, in the order of the form.
    pub fn read(typed: &TypedTerms, wishes_min: Option<u16>) -> Result<Self, Vec<RoundError>> {
        let mut wrong = Wrong::default();
        let mechanism =
            wrong.catch(mechanism_from_word(&typed.mechanism).ok_or(RoundError::NotChosen { field: "mechanism" }));
        let short_lists = wrong
            .catch(ShortLists::from_word(&typed.short_lists).ok_or(RoundError::NotChosen { field: "short_lists" }));
        if let (Some(mechanism), Some(short_lists)) = (mechanism, short_lists) {
            wrong.catch(fitting(mechanism, short_lists, wishes_min));
        }
        let cost = wrong.catch(read_cost(&typed.cost));
        let travel_limit_minutes = wrong.catch(read_limit(&typed.travel_limit));
        let keeps_groups = wrong.catch(match typed.groups.as_str() {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err(RoundError::NotChosen { field: "groups" }),
        });
        let classes = wrong.catch(paragraphs("classes", &typed.classes, Self::CLASSES_CHARS_MAX));
        if mechanism == Some(Some(Mechanism::Priority)) && classes.as_deref() == Some("") {
            wrong.catch::<()>(Err(RoundError::Empty { field: "classes" }));
        }
        wrong.none_or(|| {
            Some(Self {
                mechanism: mechanism?,
                short_lists: short_lists?,
                cost: cost?,
                travel_limit_minutes: travel_limit_minutes?,
                keeps_groups: keeps_groups?,
                classes: classes?,
            })
        })
    }

    /// Terms as the database keeps them; none when it holds no such word.
    pub fn kept(
        mechanism: &str,
        short_lists: &str,
        cost: &str,
        travel_limit_minutes: Option<u16>,
        keeps_groups: bool,
        classes: String,
    ) -> Option<Self> {
        Some(Self {
            mechanism: mechanism_from_word(mechanism)?,
            short_lists: ShortLists::from_word(short_lists)?,
            cost: CostTable::parse(cost).ok()?,
            travel_limit_minutes,
            keeps_groups,
            classes,
        })
    }

    /// The terms as the form shows them for editing.
    pub fn typed(&self) -> TypedTerms {
        TypedTerms {
            mechanism: self.word().into(),
            short_lists: self.short_lists.word().into(),
            cost: self.cost_text(),
            travel_limit: self.travel_limit_minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            groups: if self.keeps_groups { "yes" } else { "no" }.into(),
            classes: self.classes.clone(),
        }
    }

    /// The mechanism; none where the office places everybody by hand.
    pub fn mechanism(&self) -> Option<Mechanism> {
        self.mechanism
    }
    /// The mechanism's word in the database, in forms and in addresses.
    pub fn word(&self) -> &'static str {
        self.mechanism.map_or(Self::MANUAL, Mechanism::name)
    }
    /// What becomes of short lists.
    pub fn short_lists(&self) -> ShortLists {
        self.short_lists
    }
    /// What each rank costs, where the sum of ranks counts.
    pub fn cost(&self) -> &CostTable {
        &self.cost
    }
    /// The cost table as it is announced, such as `1,2,3`.
    pub fn cost_text(&self) -> String {
        self.cost.entries().iter().map(u32::to_string).collect::<Vec<_>>().join(",")
    }
    /// No wish with more minutes of travel than this is considered.
    pub fn travel_limit_minutes(&self) -> Option<u16> {
        self.travel_limit_minutes
    }
    /// Whether groups of the student file are kept together where that is possible.
    pub fn keeps_groups(&self) -> bool {
        self.keeps_groups
    }
    /// What the hosts' priority classes mean, where they count; may be empty elsewhere.
    pub fn classes(&self) -> &str {
        &self.classes
    }
}

/// Whether no list of wishes but the true one can bring a student more under this mechanism.
pub fn is_honest_safe(mechanism: Mechanism) -> bool {
    matches!(mechanism, Mechanism::Lottery | Mechanism::Priority)
}

/// Whether the mechanism places as many as possible before it looks at wishes, so that a short list would pay.
pub fn rewards_short_lists(mechanism: Mechanism) -> bool {
    matches!(mechanism, Mechanism::MinCost | Mechanism::GreedyMax | Mechanism::Generous)
}

/// The mechanism's name as people read it.
pub fn mechanism_name(lang: Lang, mechanism: Option<Mechanism>) -> String {
    let words = crate::words(lang);
    match mechanism {
        None => words.rounds_mechanism_manual(),
        Some(Mechanism::Lottery) => words.rounds_mechanism_lottery(),
        Some(Mechanism::Priority) => words.rounds_mechanism_priority(),
        Some(Mechanism::MinCost) => words.rounds_mechanism_mincost(),
        Some(Mechanism::RankMax) => words.rounds_mechanism_rankmax(),
        Some(Mechanism::GreedyMax) => words.rounds_mechanism_greedymax(),
        Some(Mechanism::Generous) => words.rounds_mechanism_generous(),
    }
    .to_string()
}

/// What it does, whether honest lists are safe, and what it is good for, in a line.
pub fn mechanism_note(lang: Lang, mechanism: Option<Mechanism>) -> String {
    let words = crate::words(lang);
    match mechanism {
        None => words.rounds_mechanism_manual_note(),
        Some(Mechanism::Lottery) => words.rounds_mechanism_lottery_note(),
        Some(Mechanism::Priority) => words.rounds_mechanism_priority_note(),
        Some(Mechanism::MinCost) => words.rounds_mechanism_mincost_note(),
        Some(Mechanism::RankMax) => words.rounds_mechanism_rankmax_note(),
        Some(Mechanism::GreedyMax) => words.rounds_mechanism_greedymax_note(),
        Some(Mechanism::Generous) => words.rounds_mechanism_generous_note(),
    }
    .to_string()
}

#[expect(clippy::option_option, reason = "an unknown word is something else than the word for no mechanism")]
fn mechanism_from_word(word: &str) -> Option<Option<Mechanism>> {
    if word == Terms::MANUAL {
        return Some(None);
    }
    Mechanism::NAMES.iter().find(|(name, _)| *name == word).map(|(_, mechanism)| Some(*mechanism))
}

/// Short lists need a length to be short of, and may not count where they would pay.
fn fitting(mechanism: Option<Mechanism>, short_lists: ShortLists, wishes_min: Option<u16>) -> Result<(), RoundError> {
    match (mechanism, short_lists) {
        (None, _) => Ok(()),
        (Some(mechanism), ShortLists::Count) if rewards_short_lists(mechanism) => Err(RoundError::ShortListsPay),
        (_, ShortLists::Count) => Ok(()),
        _ if wishes_min == Some(0) => Err(RoundError::ShortOfNothing),
        _ => Ok(()),
    }
}

fn read_cost(typed: &str) -> Result<CostTable, RoundError> {
    let wrong = || RoundError::NoCostTable { typed: typed.trim().into() };
    if typed.len() > Terms::COST_CHARS_MAX {
        return Err(wrong());
    }
    CostTable::parse(typed.trim()).map_err(|_| wrong())
}

fn read_limit(typed: &str) -> Result<Option<u16>, RoundError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let max = Problem::TRAVEL_MAX;
    let read = typed.parse().ok().filter(|minutes| (1..=max).contains(minutes));
    read.map(Some).ok_or_else(|| RoundError::NoNumber { field: "travel_limit", typed: typed.into(), min: 1, max })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(mechanism: &str, short_lists: &str) -> TypedTerms {
        TypedTerms { mechanism: mechanism.into(), short_lists: short_lists.into(), ..TypedTerms::default() }
    }

    #[test]
    fn every_mechanism_and_by_hand_can_be_chosen_and_comes_back_as_it_was_typed() {
        for word in Mechanism::NAMES.iter().map(|(name, _)| *name).chain([Terms::MANUAL]) {
            let typed = TypedTerms { classes: "0: has family there".into(), ..typed(word, "complete") };
            let terms = Terms::read(&typed, Some(3)).expect("terms that hold");
            assert_eq!((terms.word(), terms.typed()), (word, typed));
        }
    }

    #[test]
    fn short_lists_do_not_count_where_they_would_pay_and_need_a_length() {
        for word in ["mincost", "greedymax", "generous"] {
            assert_eq!(Terms::read(&typed(word, "count"), Some(3)), Err(vec![RoundError::ShortListsPay]));
        }
        for word in ["lottery", "rankmax", "manual"] {
            assert!(Terms::read(&typed(word, "count"), Some(0)).is_ok(), "{word}");
        }
        for short in ["refuse", "complete"] {
            assert_eq!(Terms::read(&typed("mincost", short), Some(0)), Err(vec![RoundError::ShortOfNothing]));
        }
    }

    #[test]
    fn what_cannot_be_meant_is_named_field_by_field() {
        let typed = TypedTerms {
            mechanism: "fastest".into(),
            short_lists: "ignore".into(),
            cost: "3,2,1".into(),
            travel_limit: "0".into(),
            groups: "maybe".into(),
            classes: "x".repeat(Terms::CLASSES_CHARS_MAX + 1),
        };
        let wrong = Terms::read(&typed, Some(3)).expect_err("nothing of it can be meant");
        let fields: Vec<_> = wrong.iter().map(|error| kit::fault::Problem::field(error).unwrap_or("")).collect();
        assert_eq!(fields, ["mechanism", "short_lists", "cost", "travel_limit", "groups", "classes"]);
        let priority = TypedTerms { mechanism: "priority".into(), ..TypedTerms::default() };
        assert_eq!(Terms::read(&priority, Some(3)), Err(vec![RoundError::Empty { field: "classes" }]));
    }
}
