//! The host tree of a round with its capacities, the offers at its nodes, and what makes them one sound forest.

use std::collections::{BTreeMap, HashMap, HashSet};

use base::{NodeId, OfferId, OrganisationId, UnitId};
use kit::fault::{Kind, Problem};
use serde::{Deserialize, Serialize};

/// Longest outside key, in characters.
pub const KEY_CHARS_MAX: usize = 100;
/// Longest name, subject, level, period, municipality or address, in characters.
pub const LINE_CHARS_MAX: usize = 200;
/// Longest text about a place, in characters.
pub const ABOUT_CHARS_MAX: usize = 2000;
/// No offer has more seats.
pub const SEATS_MAX: i32 = 10_000;
/// No node takes more students.
pub const CAP_MAX: i32 = 1_000_000;
/// No round has more nodes.
pub const NODES_MAX: usize = 50_000;
/// No round has more offers.
pub const OFFERS_MAX: usize = 50_000;
/// No tree is deeper.
pub const DEPTH_MAX: usize = 12;

/// What a round offers in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supply {
    /// How many offers there are
    pub offers: i64,
    /// Seats of each subject
    pub seats: BTreeMap<String, i64>,
}

/// A node as a file or a form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeRow {
    /// The node's key in the file
    pub outside_key: String,
    /// Key of the node above; none for a root
    pub parent_key: Option<String>,
    /// What it is called
    pub name: String,
    /// region, host, site, ward, or the file's own word
    pub level: String,
    /// At most so many students in the whole subtree
    pub seats_max: Option<i32>,
    /// The host organisation that sees its students
    pub host: Option<OrganisationId>,
    /// The host's own unit
    pub host_unit: Option<UnitId>,
}

/// An offer as a file or a form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferRow {
    /// The offer's key in the file
    pub outside_key: String,
    /// Key of the node it is at
    pub node_key: String,
    /// What it is called
    pub name: String,
    /// Only students of this subject
    pub subject: String,
    /// Only students of this period
    pub period: String,
    /// Seats
    pub seats_max: i32,
    /// Where
    pub municipality: String,
    /// Street and town
    pub address: String,
    /// What one learns there
    pub about: String,
    /// How many wished for it a year ago
    pub wished_last_year: Option<i32>,
}

/// What an import did to one row, enough to undo it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change<Row> {
    /// What stood there before; none: it is new
    pub before: Option<Row>,
    /// What stands there now
    pub after: Row,
}

/// A node of the tree as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "see NodeRow")]
pub struct Node {
    pub id: NodeId,
    pub parent: Option<NodeId>,
    pub outside_key: String,
    pub name: String,
    pub level: String,
    pub seats_max: Option<i32>,
    /// Seats held in the whole subtree
    pub taken: i32,
    pub host: Option<OrganisationId>,
    pub host_unit: Option<UnitId>,
}

/// An offer as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "see OfferRow")]
pub struct Offer {
    pub id: OfferId,
    pub node: NodeId,
    pub outside_key: String,
    pub name: String,
    pub subject: String,
    pub period: String,
    pub seats_max: i32,
    /// Seats held
    pub taken: i32,
    pub municipality: String,
    pub address: String,
    pub about: String,
    pub wished_last_year: Option<i32>,
}

impl Node {
    /// What readers see: the name, or the file's key when there is none.
    pub fn shown_name(&self) -> &str {
        if self.name.is_empty() { &self.outside_key } else { &self.name }
    }
}

impl Offer {
    /// What readers see: the name, or the file's key when there is none.
    pub fn shown_name(&self) -> &str {
        if self.name.is_empty() { &self.outside_key } else { &self.name }
    }
}

/// The whole tree of a round with its offers: every parent is there, nothing goes in a circle.
#[derive(Debug, Clone, Default)]
pub struct Forest {
    nodes: Vec<Node>,
    offers: Vec<Offer>,
    place: HashMap<NodeId, usize>,
    offer_place: HashMap<OfferId, usize>,
}

/// One line of the tree as it is read from top to bottom.
#[derive(Debug, Clone, Copy)]
pub enum Line<'a> {
    /// A node, this deep below its root
    Node(&'a Node, usize),
    /// An offer, this deep below the root of its node
    Offer(&'a Offer, usize),
}

impl Forest {
    /// Puts rows of the database together. Keys there keep the forest sound, and actions keep circles out.
    pub fn new(nodes: Vec<Node>, offers: Vec<Offer>) -> Self {
        let place = nodes.iter().enumerate().map(|(at, node)| (node.id, at)).collect();
        let offer_place = offers.iter().enumerate().map(|(at, offer)| (offer.id, at)).collect();
        Self { nodes, offers, place, offer_place }
    }

    /// All nodes, by outside key.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }
    /// All offers, by outside key.
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }
    /// One node.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.place.get(&id).and_then(|at| self.nodes.get(*at))
    }
    /// One offer.
    pub fn offer(&self, id: OfferId) -> Option<&Offer> {
        self.offer_place.get(&id).and_then(|at| self.offers.get(*at))
    }

    /// The node and those above it, the root last.
    pub fn upwards(&self, from: NodeId) -> impl Iterator<Item = &Node> {
        let mut next = self.node(from);
        std::iter::from_fn(move || {
            let node = next?;
            next = node.parent.and_then(|parent| self.node(parent));
            Some(node)
        })
        .take(DEPTH_MAX)
    }

    /// The host organisation and unit that sees the students of a node: the nearest that is named, going up.
    pub fn host_of(&self, node: NodeId) -> Option<(OrganisationId, Option<UnitId>)> {
        self.upwards(node).find_map(|node| node.host.map(|host| (host, node.host_unit)))
    }

    /// Seats of all offers.
    pub fn seats(&self) -> i64 {
        self.offers.iter().map(|offer| i64::from(offer.seats_max)).sum()
    }

    /// Every line of the tree from top to bottom: a node, its offers, then the nodes below it.
    pub fn lines(&self) -> Vec<Line<'_>> {
        let mut below: HashMap<Option<NodeId>, Vec<&Node>> = HashMap::new();
        for node in &self.nodes {
            below.entry(node.parent).or_default().push(node);
        }
        let mut offers: HashMap<NodeId, Vec<&Offer>> = HashMap::new();
        for offer in &self.offers {
            offers.entry(offer.node).or_default().push(offer);
        }
        let mut lines = Vec::with_capacity(self.nodes.len() + self.offers.len());
        let mut open: Vec<(&Node, usize)> =
            below.remove(&None).unwrap_or_default().into_iter().rev().map(|node| (node, 0)).collect();
        while let Some((node, depth)) = open.pop() {
            lines.push(Line::Node(node, depth));
            lines.extend(
                offers.remove(&node.id).unwrap_or_default().into_iter().map(|offer| Line::Offer(offer, depth + 1)),
            );
            open.extend(
                below.remove(&Some(node.id)).unwrap_or_default().into_iter().rev().map(|node| (node, depth + 1)),
            );
        }
        lines
    }
}

/// Rows of an import in an order in which every parent comes before its children.
/// `known` holds the key and parent of nodes that are there already and are not in `rows`.
/// # Errors
/// Every row that cannot stand: a repeated key, an unknown parent, a circle, a tree too deep.
pub fn parents_first<'a>(
    rows: &'a [NodeRow],
    known: &[(String, Option<String>)],
) -> Result<Vec<&'a NodeRow>, Vec<SiteError>> {
    let mut wrong = vec![];
    let mut parent_of: HashMap<&str, Option<&str>> =
        known.iter().map(|(key, parent)| (key.as_str(), parent.as_deref())).collect();
    let mut seen = HashSet::new();
    for row in rows {
        if !seen.insert(row.outside_key.as_str()) {
            wrong.push(SiteError::NodeRepeated { key: row.outside_key.clone() });
        }
        parent_of.insert(&row.outside_key, row.parent_key.as_deref());
    }
    let mut depths: HashMap<&str, usize> = HashMap::new();
    for row in rows {
        match depth(&row.outside_key, &parent_of, &mut depths) {
            Ok(_) => {}
            Err(error) => wrong.push(error),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut ordered: Vec<_> = rows.iter().collect();
    ordered.sort_by_key(|row| depths.get(row.outside_key.as_str()).copied().unwrap_or_default());
    Ok(ordered)
}

/// How many nodes stand above this one.
fn depth<'a>(
    key: &'a str,
    parent_of: &HashMap<&'a str, Option<&'a str>>,
    depths: &mut HashMap<&'a str, usize>,
) -> Result<usize, SiteError> {
    let (mut way, mut at) = (vec![], key);
    let mut found = loop {
        if let Some(depth) = depths.get(at) {
            break *depth + 1;
        }
        if way.len() > DEPTH_MAX {
            return Err(match way.contains(&at) {
                true => SiteError::Circle { key: key.into() },
                false => SiteError::TooDeep { key: key.into() },
            });
        }
        way.push(at);
        match parent_of.get(at) {
            Some(Some(parent)) if parent_of.contains_key(parent) => at = parent,
            Some(Some(parent)) => {
                return Err(SiteError::ParentUnknown { key: key.into(), parent: (*parent).into() });
            }
            _ => break 0,
        }
    };
    while let Some(passed) = way.pop() {
        depths.insert(passed, found);
        found += 1;
    }
    match depths.get(key) {
        Some(depth) if *depth >= DEPTH_MAX => Err(SiteError::TooDeep { key: key.into() }),
        Some(depth) => Ok(*depth),
        None => Ok(0),
    }
}

/// Why something could not be done with a round's places.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the text of each variant says what its fields are")]
pub enum SiteError {
    #[error("key {key:?} is taken")]
    KeyTaken { key: String },
    #[error("node {key:?} is given twice")]
    NodeRepeated { key: String },
    #[error("node {key:?} is below {parent:?}, which is not there")]
    ParentUnknown { key: String, parent: String },
    #[error("node {key:?} stands above itself")]
    Circle { key: String },
    #[error("node {key:?} is deeper than {DEPTH_MAX} levels")]
    TooDeep { key: String },
    #[error("more than {NODES_MAX} nodes")]
    TooManyNodes,
    #[error("more than {OFFERS_MAX} offers")]
    TooManyOffers,
    #[error("offer {key:?} is given twice")]
    OfferRepeated { key: String },
    #[error("offer {key:?} is at {node:?}, which is not there")]
    NodeUnknown { key: String, node: String },
    #[error("{field} is empty")]
    Empty { field: &'static str },
    #[error("{field} has {got} characters, at most {max} are allowed")]
    TooLong { field: &'static str, got: usize, max: usize },
    #[error("{field}: {typed:?} is no number from {min} to {max}")]
    NoNumber { field: &'static str, typed: String, min: i32, max: i32 },
    #[error("{key:?} has {taken} students and cannot go down to {asked}")]
    BelowTaken { key: String, taken: i32, asked: i32 },
    #[error("{key:?} is in use and cannot be taken out")]
    InUse { key: String },
    #[error("offer {offer} has no free seat")]
    Full { offer: OfferId },
    #[error("node {node} is full")]
    Capped { node: NodeId },
    #[error("the person already holds a seat in this round")]
    SeatedAlready,
    #[error("the person holds no seat in this round")]
    NotSeated,
    #[error("the host organisation is unknown: {name:?}")]
    HostUnknown { name: String },
    #[error("the unit does not belong to the host organisation")]
    UnitElsewhere,
    #[error("{key:?} has {now} seats now, not what was seen")]
    Changed { key: String, now: i32 },
}

impl Problem for SiteError {
    fn kind(&self) -> Kind {
        match self {
            Self::Full { .. }
            | Self::Capped { .. }
            | Self::SeatedAlready
            | Self::NotSeated
            | Self::InUse { .. }
            | Self::Changed { .. } => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Full { .. } => "offer-full",
            Self::Capped { .. } => "node-full",
            Self::SeatedAlready => "seated-already",
            Self::NotSeated => "not-seated",
            Self::InUse { .. } => "site-in-use",
            Self::BelowTaken { .. } => "below-taken",
            Self::Changed { .. } => "seats-changed",
            Self::KeyTaken { .. } | Self::NodeRepeated { .. } | Self::OfferRepeated { .. } => "site-repeated",
            Self::ParentUnknown { .. } | Self::NodeUnknown { .. } => "node-unknown",
            Self::Circle { .. } => "tree-circle",
            Self::HostUnknown { .. } | Self::UnitElsewhere => "host-unknown",
            _ => "site-unreadable",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Empty { field } | Self::TooLong { field, .. } | Self::NoNumber { field, .. } => Some(field),
            Self::KeyTaken { .. } | Self::NodeRepeated { .. } | Self::OfferRepeated { .. } => Some("outside_key"),
            Self::ParentUnknown { .. } | Self::Circle { .. } | Self::TooDeep { .. } => Some("parent"),
            Self::NodeUnknown { .. } => Some("node"),
            Self::BelowTaken { .. } => Some("seats_max"),
            Self::HostUnknown { .. } => Some("host"),
            Self::UnitElsewhere => Some("host_unit"),
            _ => None,
        }
    }

    fn tell(&self, lang: base::Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::KeyTaken { key } => words.sites_error_key_taken(key).to_string(),
            Self::NodeRepeated { key } | Self::OfferRepeated { key } => words.sites_error_repeated(key).to_string(),
            Self::ParentUnknown { key, parent } => words.sites_error_parent_unknown(key, parent).to_string(),
            Self::Circle { key } => words.sites_error_circle(key).to_string(),
            Self::TooDeep { key } => words.sites_error_too_deep(key, DEPTH_MAX).to_string(),
            Self::TooManyNodes => words.sites_error_too_many_nodes(NODES_MAX).to_string(),
            Self::TooManyOffers => words.sites_error_too_many_offers(OFFERS_MAX).to_string(),
            Self::NodeUnknown { key, node } => words.sites_error_node_unknown(key, node).to_string(),
            Self::Empty { .. } => words.sites_error_empty().to_string(),
            Self::TooLong { max, .. } => words.sites_error_too_long(*max).to_string(),
            Self::NoNumber { min, max, .. } => words.sites_error_number(*min, *max).to_string(),
            Self::BelowTaken { taken, .. } => words.sites_error_below_taken(*taken).to_string(),
            Self::InUse { key } => words.sites_error_in_use(key).to_string(),
            Self::Full { .. } => words.sites_error_full().to_string(),
            Self::Capped { .. } => words.sites_error_capped().to_string(),
            Self::SeatedAlready => words.sites_error_seated().to_string(),
            Self::NotSeated => words.sites_error_not_seated().to_string(),
            Self::HostUnknown { name } => words.sites_error_host_unknown(name).to_string(),
            Self::UnitElsewhere => words.sites_error_unit_elsewhere().to_string(),
            Self::Changed { key, now } => words.sites_error_changed(key, *now),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(key: &str, parent: Option<&str>) -> NodeRow {
        NodeRow {
            outside_key: key.into(),
            parent_key: parent.map(Into::into),
            name: String::new(),
            level: "host".into(),
            seats_max: None,
            host: None,
            host_unit: None,
        }
    }

    fn order(rows: &[NodeRow]) -> Result<Vec<&str>, Vec<SiteError>> {
        parents_first(rows, &[]).map(|rows| rows.into_iter().map(|row| row.outside_key.as_str()).collect())
    }

    #[test]
    fn parents_come_before_their_children_in_whatever_order_they_are_given() {
        let rows = [row("ward", Some("house")), row("house", Some("town")), row("other", None), row("town", None)];
        assert_eq!(order(&rows), Ok(vec!["other", "town", "house", "ward"]));
    }

    #[test]
    fn a_circle_an_unknown_parent_and_a_repeated_key_are_each_named() {
        let rows = [row("a", Some("b")), row("b", Some("a"))];
        let circle = |key: &str| SiteError::Circle { key: key.into() };
        assert_eq!(order(&rows), Err(vec![circle("a"), circle("b")]));
        assert_eq!(order(&[row("a", Some("a"))]), Err(vec![circle("a")]));
        let unknown = SiteError::ParentUnknown { key: "a".into(), parent: "x".into() };
        assert_eq!(order(&[row("a", Some("x"))]), Err(vec![unknown]));
        assert_eq!(order(&[row("a", None), row("a", None)]), Err(vec![SiteError::NodeRepeated { key: "a".into() }]));
    }

    #[test]
    fn a_tree_may_be_as_deep_as_the_limit_and_no_deeper() {
        let key = |number: usize| format!("n{number}");
        let chain = |length: usize| -> Vec<_> {
            (0..length).map(|number| row(&key(number), (number > 0).then(|| key(number - 1)).as_deref())).collect()
        };
        assert!(order(&chain(DEPTH_MAX)).is_ok());
        assert_eq!(order(&chain(DEPTH_MAX + 1)), Err(vec![SiteError::TooDeep { key: key(DEPTH_MAX) }]));
        let mut backwards = chain(DEPTH_MAX + 1);
        backwards.reverse();
        assert_eq!(order(&backwards), Err(vec![SiteError::TooDeep { key: key(DEPTH_MAX) }]));
    }
}
