//! One student's wishes in one round, every version of them, and why a list is refused.

use std::collections::HashSet;

use base::{Lang, Moment, OfferId, PersonId, RoundId, Zone};
use kit::fault::{Kind, Problem};
use kit::format;
use serde::{Deserialize, Serialize};

/// One offer a student wants. Rank 1 is the dearest; equal ranks are a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// What is wished for
    pub offer: OfferId,
    /// 1 is the dearest
    pub rank: u16,
}

/// One student's wishes for one round, dearest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishList {
    student: PersonId,
    wishes: Vec<Wish>,
}

impl WishList {
    /// No list may be longer; a round may allow fewer.
    pub const OFFERS_MAX: u16 = 100;

    /// A list of at most `wishes_max` offers, each once.
    /// # Errors
    /// [`WishError::TooMany`], [`WishError::Repeated`], [`WishError::NoRank`].
    pub fn new(student: PersonId, mut wishes: Vec<Wish>, wishes_max: u16) -> Result<Self, WishError> {
        let max = wishes_max.min(Self::OFFERS_MAX);
        if wishes.len() > usize::from(max) {
            return Err(WishError::TooMany { got: wishes.len(), max });
        }
        if wishes.iter().any(|wish| wish.rank == 0) {
            return Err(WishError::NoRank);
        }
        wishes.sort_by_key(|wish| (wish.rank, wish.offer));
        let mut seen = HashSet::new();
        if let Some(again) = wishes.iter().find(|wish| !seen.insert(wish.offer)) {
            return Err(WishError::Repeated { offer: again.offer });
        }
        Ok(Self { student, wishes })
    }

    /// A list without ties, in this order.
    /// # Errors
    /// As [`WishList::new`].
    pub fn in_order(student: PersonId, offers: &[OfferId], wishes_max: u16) -> Result<Self, WishError> {
        let wishes = offers.iter().zip(1u16..).map(|(offer, rank)| Wish { offer: *offer, rank }).collect();
        Self::new(student, wishes, wishes_max)
    }

    /// Whose wishes they are.
    pub fn student(&self) -> PersonId {
        self.student
    }
    /// Dearest first; within a tie in the order of ids.
    pub fn wishes(&self) -> &[Wish] {
        &self.wishes
    }
    /// The offers, dearest first.
    pub fn offers(&self) -> Vec<OfferId> {
        self.wishes.iter().map(|wish| wish.offer).collect()
    }

    /// The list after a change. What is not touched keeps its ties.
    /// # Errors
    /// When the change adds one too many, one that is there, or names one that is not.
    pub fn after(&self, change: &Change, wishes_max: u16) -> Result<Self, WishError> {
        let mut groups = self.groups();
        match change {
            Change::Add(offer) => groups.push(vec![*offer]),
            Change::Remove(offer) => {
                self.place_in(&groups, *offer)?;
                for group in &mut groups {
                    group.retain(|wished| wished != offer);
                }
            }
            Change::Up(offer) => self.shift(&mut groups, *offer, true)?,
            Change::Down(offer) => self.shift(&mut groups, *offer, false)?,
            Change::Order(offers) => {
                let (mut mine, mut given) = (self.offers(), offers.clone());
                mine.sort();
                given.sort();
                if mine != given {
                    return Err(WishError::Outdated);
                }
                if *offers != self.offers() {
                    groups = offers.iter().map(|offer| vec![*offer]).collect();
                }
            }
        }
        groups.retain(|group| !group.is_empty());
        let ranked = groups.iter().zip(1u16..);
        let wishes = ranked.flat_map(|(group, rank)| group.iter().map(move |offer| Wish { offer: *offer, rank }));
        Self::new(self.student, wishes.collect(), wishes_max)
    }

    /// Offers of equal rank together.
    fn groups(&self) -> Vec<Vec<OfferId>> {
        let tied = self.wishes.chunk_by(|one, next| one.rank == next.rank);
        tied.map(|group| group.iter().map(|wish| wish.offer).collect()).collect()
    }

    fn place_in(&self, groups: &[Vec<OfferId>], offer: OfferId) -> Result<usize, WishError> {
        groups.iter().position(|group| group.contains(&offer)).ok_or(WishError::NotWished { offer })
    }

    /// One step: out of a tie, or past the neighbour. At the end of the list nothing happens.
    fn shift(&self, groups: &mut Vec<Vec<OfferId>>, offer: OfferId, up: bool) -> Result<(), WishError> {
        let at = self.place_in(groups, offer)?;
        if groups[at].len() > 1 {
            groups[at].retain(|wished| *wished != offer);
            groups.insert(if up { at } else { at + 1 }, vec![offer]);
        } else if up && at > 0 {
            groups.swap(at - 1, at);
        } else if !up && at + 1 < groups.len() {
            groups.swap(at, at + 1);
        }
        Ok(())
    }
}

/// What one press of a button does to a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Puts an offer at the end
    Add(OfferId),
    /// Takes an offer out
    Remove(OfferId),
    /// One step towards the dearest
    Up(OfferId),
    /// One step away from it
    Down(OfferId),
    /// The same offers in this order
    Order(Vec<OfferId>),
}

impl Change {
    /// Reads a button's value: `up:ID`, `down:ID`, `add:ID` or `remove:ID`.
    pub fn read(act: &str) -> Option<Self> {
        let (verb, offer) = act.split_once(':')?;
        let offer = offer.parse().ok()?;
        Some(match verb {
            "add" => Self::Add(offer),
            "remove" => Self::Remove(offer),
            "up" => Self::Up(offer),
            "down" => Self::Down(offer),
            _ => return None,
        })
    }
}

/// How a version came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The student sent it
    Oneself,
    /// The office entered it for the student
    Behalf,
    /// It came from a file
    Import,
}

impl Source {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Oneself => "self",
            Self::Behalf => "behalf",
            Self::Import => "import",
        }
    }

    /// The source of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Oneself, Self::Behalf, Self::Import].into_iter().find(|source| source.word() == word)
    }
}

/// One saved version of a list. The highest counts; the others are receipts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// From 1 on, without gaps
    pub number: i32,
    /// When it was saved
    pub at: Moment,
    /// Who saved it
    pub by: PersonId,
    /// How it came in
    pub source: Source,
    /// Whether the student confirmed it
    pub confirmed: bool,
    /// Whether it was entered after the window closed
    pub late: bool,
    /// What is wished for
    pub list: WishList,
}

/// The proof that a version was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Which version
    pub version: i32,
    /// When it was saved
    pub at: Moment,
}

/// Why wishes were not saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the text of each variant says what its fields are")]
pub enum WishError {
    #[error("{got} wishes given, at most {max} allowed")]
    TooMany { got: usize, max: u16 },
    #[error("{got} wishes to confirm, at least {min} asked for")]
    TooFew { got: usize, min: u16 },
    #[error("offer {offer} is wished for twice")]
    Repeated { offer: OfferId },
    #[error("offer {offer} is not in the list")]
    NotWished { offer: OfferId },
    #[error("a wish has rank 0; ranks begin at 1")]
    NoRank,
    #[error("the order sent is of another list than the one saved")]
    Outdated,
    #[error("the button sent no change that is known")]
    NoChange,
    #[error("offer {offer} is not in the round, or of another subject or period")]
    NotOffered { offer: OfferId },
    #[error("round {round} took wishes until {closed_at}; these came at {at}")]
    RoundClosed { round: RoundId, closed_at: Moment, at: Moment, zone: Zone },
    #[error("round {round} takes wishes from {opens_at}; these came at {at}")]
    NotOpenYet { round: RoundId, opens_at: Moment, at: Moment, zone: Zone },
    #[error("the student has withdrawn from round {round}")]
    Withdrawn { round: RoundId },
}

impl Problem for WishError {
    fn kind(&self) -> Kind {
        match self {
            Self::RoundClosed { .. } | Self::NotOpenYet { .. } | Self::Withdrawn { .. } | Self::Outdated => {
                Kind::Conflict
            }
            _ => Kind::Invalid,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::TooMany { .. } => "wishes-too-many",
            Self::TooFew { .. } => "wishes-too-few",
            Self::Repeated { .. } => "wish-repeated",
            Self::NotWished { .. } => "wish-missing",
            Self::NoRank | Self::NoChange => "wishes-unreadable",
            Self::Outdated => "wishes-outdated",
            Self::NotOffered { .. } => "wish-not-offered",
            Self::RoundClosed { .. } => "wishes-closed",
            Self::NotOpenYet { .. } => "wishes-not-open",
            Self::Withdrawn { .. } => "wishes-withdrawn",
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("wishes")
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        let when = |zone, at| format::moment(lang, zone, at);
        match self {
            Self::TooMany { max, .. } => words.wishes_error_too_many(*max).to_string(),
            Self::TooFew { got, min } => words.wishes_error_too_few(*min, *got).to_string(),
            Self::Repeated { .. } => words.wishes_error_repeated().to_string(),
            Self::NotWished { .. } => words.wishes_error_not_wished().to_string(),
            Self::NoRank | Self::NoChange => words.wishes_error_unreadable().to_string(),
            Self::Outdated => words.wishes_error_outdated().to_string(),
            Self::NotOffered { .. } => words.wishes_error_not_offered().to_string(),
            Self::RoundClosed { closed_at, at, zone, .. } => {
                words.wishes_error_closed(when(*zone, *closed_at), exact(lang, *zone, *at)).to_string()
            }
            Self::NotOpenYet { opens_at, at, zone, .. } => {
                words.wishes_error_not_open(when(*zone, *opens_at), exact(lang, *zone, *at)).to_string()
            }
            Self::Withdrawn { .. } => words.wishes_error_withdrawn().to_string(),
        }
    }
}

/// A moment to the second: whoever was refused at a deadline can show how late they were.
pub fn exact(lang: Lang, zone: Zone, at: Moment) -> String {
    let seconds = at.with_timezone(&zone).format("%S");
    let mark = if lang == Lang::En { ':' } else { '.' };
    format!("{}{mark}{seconds}", format::moment(lang, zone, at))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const ME: PersonId = PersonId(Uuid::from_u128(9));

    fn offer(number: u128) -> OfferId {
        OfferId(Uuid::from_u128(number))
    }

    fn list(ranked: &[(u128, u16)]) -> WishList {
        let wishes = ranked.iter().map(|(id, rank)| Wish { offer: offer(*id), rank: *rank }).collect();
        WishList::new(ME, wishes, 10).unwrap()
    }

    fn ranked(list: &WishList) -> Vec<(u128, u16)> {
        list.wishes().iter().map(|wish| (wish.offer.0.as_u128(), wish.rank)).collect()
    }

    #[test]
    fn a_list_is_within_its_limit_and_names_each_offer_once() {
        let wish = |id, rank| Wish { offer: offer(id), rank };
        let two = vec![wish(1, 1), wish(2, 2)];
        assert_eq!(WishList::new(ME, two.clone(), 1), Err(WishError::TooMany { got: 2, max: 1 }));
        let twice = vec![wish(1, 1), wish(1, 2)];
        assert_eq!(WishList::new(ME, twice, 5), Err(WishError::Repeated { offer: offer(1) }));
        assert_eq!(WishList::new(ME, vec![wish(1, 0)], 5), Err(WishError::NoRank));
        assert!(WishList::new(ME, two, 2).is_ok());
    }

    #[test]
    fn a_step_swaps_with_the_neighbour_and_the_ends_stay() {
        let three = list(&[(1, 1), (2, 2), (3, 3)]);
        let up = three.after(&Change::Up(offer(3)), 10).unwrap();
        assert_eq!(ranked(&up), [(1, 1), (3, 2), (2, 3)]);
        assert_eq!(three.after(&Change::Up(offer(1)), 10).unwrap(), three);
        assert_eq!(three.after(&Change::Down(offer(3)), 10).unwrap(), three);
        assert_eq!(three.after(&Change::Up(offer(7)), 10), Err(WishError::NotWished { offer: offer(7) }));
    }

    #[test]
    fn a_step_out_of_a_tie_leaves_the_other_ties_alone() {
        let tied = list(&[(1, 1), (2, 1), (3, 1), (4, 2), (5, 2)]);
        let up = tied.after(&Change::Up(offer(3)), 10).unwrap();
        assert_eq!(ranked(&up), [(3, 1), (1, 2), (2, 2), (4, 3), (5, 3)]);
        let down = tied.after(&Change::Down(offer(1)), 10).unwrap();
        assert_eq!(ranked(&down), [(2, 1), (3, 1), (1, 2), (4, 3), (5, 3)]);
    }

    #[test]
    fn adding_and_removing_close_the_ranks() {
        let two = list(&[(1, 1), (2, 5)]);
        let three = two.after(&Change::Add(offer(3)), 3).unwrap();
        assert_eq!(ranked(&three), [(1, 1), (2, 2), (3, 3)]);
        assert_eq!(two.after(&Change::Add(offer(2)), 10), Err(WishError::Repeated { offer: offer(2) }));
        assert_eq!(three.after(&Change::Add(offer(4)), 3), Err(WishError::TooMany { got: 4, max: 3 }));
        let left = three.after(&Change::Remove(offer(1)), 3).unwrap();
        assert_eq!(ranked(&left), [(2, 1), (3, 2)]);
    }

    #[test]
    fn a_new_order_is_of_the_same_offers() {
        let three = list(&[(1, 1), (2, 2), (3, 3)]);
        let order = |ids: &[u128]| Change::Order(ids.iter().map(|id| offer(*id)).collect());
        assert_eq!(ranked(&three.after(&order(&[3, 1, 2]), 10).unwrap()), [(3, 1), (1, 2), (2, 3)]);
        assert_eq!(three.after(&order(&[3, 1]), 10), Err(WishError::Outdated));
        assert_eq!(three.after(&order(&[3, 1, 1]), 10), Err(WishError::Outdated));
    }

    #[test]
    fn a_button_says_what_it_does() {
        let id = offer(7);
        assert_eq!(Change::read(&format!("up:{id}")), Some(Change::Up(id)));
        assert_eq!(Change::read("up"), None);
        assert_eq!(Change::read(&format!("steal:{id}")), None);
    }
}
