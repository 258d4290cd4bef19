//! What people do with a round's places, and how a seat is taken and given back.

use std::collections::{BTreeMap, HashMap, HashSet};

use base::{NodeId, OfferId, PersonId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::journal::{self, Event};
use people::organisations;
use serde_json::json;

use super::access;
use super::model::{
    ABOUT_CHARS_MAX, CAP_MAX, Change, Forest, KEY_CHARS_MAX, LINE_CHARS_MAX, NODES_MAX, Node, NodeRow, OFFERS_MAX,
    Offer, OfferRow, SEATS_MAX, SiteError, parents_first,
};
use super::queries::{self, NewNode, NewOffer};
use crate::rounds::Round;

/// The whole tree of a round that the actor was given, in two queries.
/// # Errors
/// [`NotFound`] outside the institution.
pub async fn forest(tx: &Tx, round: &Round) -> Result<Forest, Fault> {
    let owner = access::may_see(tx.actor(), round)?;
    Ok(Forest::new(queries::nodes(tx, owner, round.id()).await?, queries::offers(tx, owner, round.id()).await?))
}

/// Keys of nodes, as other systems call them.
pub type NodeKeys = HashMap<NodeId, String>;

/// Nodes of a round that the actor was given, in the order of their ids after the one given, with the keys of the nodes
/// above them.
/// # Errors
/// [`NotFound`] outside the institution.
pub async fn nodes_after(
    tx: &Tx,
    round: &Round,
    after: Option<NodeId>,
    rows: u64,
) -> Result<(Vec<Node>, NodeKeys), Fault> {
    let owner = access::may_see(tx.actor(), round)?;
    let nodes = queries::nodes_after(tx, owner, round.id(), after, rows).await?;
    let above: Vec<NodeId> = nodes.iter().filter_map(|node| node.parent).collect();
    let keys = queries::node_keys(tx, owner, round.id(), &above).await?;
    Ok((nodes, keys))
}

/// Offers of a round that the actor was given, in the order of their ids after the one given, with the keys of the nodes
/// they are at.
/// # Errors
/// [`NotFound`] outside the institution.
pub async fn offers_after(
    tx: &Tx,
    round: &Round,
    after: Option<OfferId>,
    rows: u64,
) -> Result<(Vec<Offer>, NodeKeys), Fault> {
    let owner = access::may_see(tx.actor(), round)?;
    let offers = queries::offers_after(tx, owner, round.id(), after, rows).await?;
    let at: Vec<NodeId> = offers.iter().map(|offer| offer.node).collect();
    let keys = queries::node_keys(tx, owner, round.id(), &at).await?;
    Ok((offers, keys))
}

/// One node of a round that the actor was given.
/// # Errors
/// [`NotFound`] when the round has no such node.
pub async fn node(tx: &Tx, round: &Round, id: NodeId) -> Result<(Node, NodeKeys), Fault> {
    let owner = access::may_see(tx.actor(), round)?;
    let node = queries::node(tx, owner, round.id(), id).await?.ok_or_else(|| NotFound::of("node", id))?;
    let keys = queries::node_keys(tx, owner, round.id(), node.parent.as_slice()).await?;
    Ok((node, keys))
}

/// One offer of a round that the actor was given, with the key of its node.
/// # Errors
/// [`NotFound`] when the round has no such offer.
pub async fn offer_with_key(tx: &Tx, round: &Round, id: OfferId) -> Result<(Offer, NodeKeys), Fault> {
    let owner = access::may_see(tx.actor(), round)?;
    let found = offer(tx, round, id).await?;
    let keys = queries::node_keys(tx, owner, round.id(), &[found.node]).await?;
    Ok((found, keys))
}

/// One offer of a round that the actor was given.
/// # Errors
/// [`NotFound`] when the round has no such offer.
pub async fn offer(tx: &Tx, round: &Round, id: OfferId) -> Result<Offer, Fault> {
    let owner = access::may_see(tx.actor(), round)?;
    Ok(queries::offer(tx, owner, round.id(), id).await?.ok_or_else(|| NotFound::of("offer", id))?)
}

/// What a student of this subject and period may wish for, by name.
/// # Errors
/// [`NotFound`] outside the institution.
pub async fn offers_for(tx: &Tx, round: &Round, subject: &str, period: &str) -> Result<Vec<Offer>, Fault> {
    let owner = access::may_see(tx.actor(), round)?;
    Ok(queries::offers_for(tx, owner, round.id(), subject, period).await?)
}

/// Those of these offers that the round has, by id.
/// # Errors
/// [`NotFound`] outside the institution.
pub async fn offers_by_id(tx: &Tx, round: &Round, ids: &[OfferId]) -> Result<HashMap<OfferId, Offer>, Fault> {
    let owner = access::may_see(tx.actor(), round)?;
    let found = queries::offers_by_id(tx, owner, round.id(), ids).await?;
    Ok(found.into_iter().map(|offer| (offer.id, offer)).collect())
}

/// Adds the nodes that are new and changes those whose key is there already. Answers what was done, to undo it.
/// # Errors
/// The first [`SiteError`]; [`parents_first`] tells all of them to a preview.
pub async fn upsert_nodes(tx: &Tx, round: &Round, rows: &[NodeRow]) -> Result<Vec<Change<NodeRow>>, Fault> {
    let changes = put_nodes(tx, round, rows).await?;
    note(tx, round, "nodes-imported", json!({ "rows": changes.len() })).await?;
    Ok(changes)
}

/// Adds the offers that are new and changes those whose key is there already; seats follow.
/// # Errors
/// The first [`SiteError`].
pub async fn upsert_offers(tx: &Tx, round: &Round, rows: &[OfferRow]) -> Result<Vec<Change<OfferRow>>, Fault> {
    let changes = put_offers(tx, round, rows).await?;
    note(tx, round, "offers-imported", json!({ "rows": changes.len() })).await?;
    Ok(changes)
}

/// Adds or changes one node by hand.
/// # Errors
/// [`SiteError`]
pub async fn set_node(tx: &Tx, round: &Round, row: &NodeRow) -> Result<(), Fault> {
    put_nodes(tx, round, std::slice::from_ref(row)).await?;
    note(tx, round, "node-changed", json!({ "node": row.outside_key, "seats_max": row.seats_max })).await
}

/// Adds or changes one offer by hand.
/// # Errors
/// [`SiteError`]
pub async fn set_offer(tx: &Tx, round: &Round, row: &OfferRow) -> Result<(), Fault> {
    put_offers(tx, round, std::slice::from_ref(row)).await?;
    note(tx, round, "offer-changed", json!({ "offer": row.outside_key, "seats_max": row.seats_max })).await
}

/// A number of seats that somebody wants to change, with the number they saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatChange {
    /// Of which offer
    pub offer: OfferId,
    /// What stood there when they looked
    pub before: i32,
    /// What shall stand there
    pub after: i32,
}

/// Changes the seats of several offers, all or none.
/// # Errors
/// [`SiteError::Changed`] when one is no longer what was seen; [`SiteError::BelowTaken`].
pub async fn set_seats(tx: &Tx, round: &Round, changes: &[SeatChange]) -> Result<(), Fault> {
    let forest = forest(tx, round).await?;
    let mut rows = vec![];
    for (offer, row) in forest.offers().iter().zip(offer_rows(&forest)) {
        let Some(change) = changes.iter().find(|change| change.offer == offer.id) else { continue };
        if offer.seats_max != change.before {
            return Err(SiteError::Changed { key: offer.shown_name().into(), now: offer.seats_max }.into());
        }
        rows.push(OfferRow { seats_max: change.after, ..row });
    }
    if rows.len() != changes.len() {
        return Err(NotFound::of("offer", round.id()).into());
    }
    put_offers(tx, round, &rows).await?;
    note(tx, round, "seats-changed", json!({ "rows": rows.len() })).await
}

async fn put_nodes(tx: &Tx, round: &Round, rows: &[NodeRow]) -> Result<Vec<Change<NodeRow>>, Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    round.open_to_changes()?;
    let there = queries::nodes(tx, owner, round.id()).await?;
    let before = node_rows(&there);
    let known: Vec<_> = before.iter().map(|row| (row.outside_key.clone(), row.parent_key.clone())).collect();
    for row in rows {
        check_node(row)?;
    }
    check_hosts(tx, round, rows).await?;
    let ordered = parents_first(rows, &known).map_err(first)?;
    let mut ids: HashMap<&str, NodeId> = there.iter().map(|node| (node.outside_key.as_str(), node.id)).collect();
    let old: HashMap<&str, &NodeRow> = before.iter().map(|row| (row.outside_key.as_str(), row)).collect();
    if old.len() + ordered.iter().filter(|row| !old.contains_key(row.outside_key.as_str())).count() > NODES_MAX {
        return Err(SiteError::TooManyNodes.into());
    }
    let (mut added, mut changes, mut moved) = (vec![], vec![], false);
    for row in ordered {
        let known = old.get(row.outside_key.as_str()).copied();
        let id = *ids.entry(&row.outside_key).or_insert_with(|| tx.new_id());
        let parent = row.parent_key.as_deref().and_then(|key| ids.get(key).copied());
        match known {
            None => added.push(NewNode { id, parent, row }),
            Some(same) if same == row => continue,
            Some(_) => {}
        }
        changes.push((id, parent, Change { before: known.cloned(), after: row.clone() }));
    }
    queries::add_nodes(tx, owner, round.id(), &added).await?;
    for (id, parent, change) in changes.iter().filter(|(.., change)| change.before.is_some()) {
        if !queries::change_node(tx, owner, round.id(), *id, *parent, &change.after).await? {
            let taken = there.iter().find(|node| node.id == *id).map_or(0, |node| node.taken);
            return Err(below_taken(&change.after.outside_key, taken, change.after.seats_max));
        }
        moved |= change.before.as_ref().is_some_and(|before| before.parent_key != change.after.parent_key);
    }
    if moved {
        recount(tx, owner, round).await?;
    }
    Ok(changes.into_iter().map(|(.., change)| change).collect())
}

/// After nodes have moved, every counter is what the offers below hold, and no capacity is passed.
async fn recount(tx: &Tx, owner: Owner, round: &Round) -> Result<(), Fault> {
    let forest = forest(tx, round).await?;
    let mut held: HashMap<NodeId, i32> = HashMap::new();
    for offer in forest.offers() {
        for node in forest.upwards(offer.node) {
            *held.entry(node.id).or_default() += offer.taken;
        }
    }
    for node in forest.nodes() {
        let taken = held.get(&node.id).copied().unwrap_or_default();
        if node.seats_max.is_some_and(|max| taken > max) {
            return Err(below_taken(&node.outside_key, taken, node.seats_max));
        }
        if taken != node.taken {
            queries::recount(tx, owner, round.id(), node.id, taken).await?;
        }
    }
    Ok(())
}

async fn put_offers(tx: &Tx, round: &Round, rows: &[OfferRow]) -> Result<Vec<Change<OfferRow>>, Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    round.open_to_changes()?;
    let forest = forest(tx, round).await?;
    let nodes: HashMap<&str, NodeId> = forest.nodes().iter().map(|node| (node.outside_key.as_str(), node.id)).collect();
    let before = offer_rows(&forest);
    let old: HashMap<&str, (&Offer, &OfferRow)> =
        forest.offers().iter().zip(&before).map(|(offer, row)| (offer.outside_key.as_str(), (offer, row))).collect();
    let mut seen = HashSet::new();
    let (mut added, mut changed, mut changes) = (vec![], vec![], vec![]);
    for row in rows {
        check_offer(row)?;
        let key = || row.outside_key.clone();
        if !seen.insert(row.outside_key.as_str()) {
            return Err(SiteError::OfferRepeated { key: key() }.into());
        }
        let node = *nodes
            .get(row.node_key.as_str())
            .ok_or_else(|| SiteError::NodeUnknown { key: key(), node: row.node_key.clone() })?;
        match old.get(row.outside_key.as_str()) {
            None => added.push(NewOffer { id: tx.new_id(), node, row }),
            Some((_, same)) if *same == row => continue,
            Some((offer, _)) => changed.push((*offer, node, row)),
        }
        let before = old.get(row.outside_key.as_str()).map(|(_, row)| (*row).clone());
        changes.push(Change { before, after: row.clone() });
    }
    if old.len() + added.len() > OFFERS_MAX {
        return Err(SiteError::TooManyOffers.into());
    }
    queries::add_offers(tx, owner, round.id(), &added).await?;
    let mut moved = false;
    for (offer, node, row) in changed {
        if !queries::change_offer(tx, owner, round.id(), offer.id, node, row).await? {
            return Err(below_taken(&row.outside_key, offer.taken, Some(row.seats_max)));
        }
        if row.seats_max != offer.seats_max {
            queries::fit_seats(tx, owner, round.id(), offer.id, row.seats_max).await?;
        }
        moved |= node != offer.node && offer.taken > 0;
    }
    if moved {
        recount(tx, owner, round).await?;
    }
    Ok(changes)
}

/// Takes an import of nodes back: new ones go, changed ones are as they were.
/// # Errors
/// [`SiteError::InUse`] when something stands below a new node, or somebody has changed a node since.
pub async fn undo_nodes(tx: &Tx, round: &Round, changes: &[Change<NodeRow>]) -> Result<(), Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    round.open_to_changes()?;
    let forest = forest(tx, round).await?;
    let rows = node_rows(forest.nodes());
    let now: HashMap<&str, (&Node, &NodeRow)> =
        forest.nodes().iter().zip(&rows).map(|(node, row)| (row.outside_key.as_str(), (node, row))).collect();
    let in_use = |row: &NodeRow| SiteError::InUse { key: row.outside_key.clone() };
    let mut gone = vec![];
    for change in changes {
        let (node, row) = now.get(change.after.outside_key.as_str()).ok_or_else(|| in_use(&change.after))?;
        if *row != &change.after {
            return Err(in_use(&change.after).into());
        }
        if change.before.is_none() {
            gone.push(*node);
        }
    }
    let restored: Vec<_> = changes.iter().filter_map(|change| change.before.clone()).collect();
    put_nodes(tx, round, &restored).await?;
    let leaving: HashSet<_> = gone.iter().map(|node| node.id).collect();
    for offer in forest.offers() {
        if leaving.contains(&offer.node) {
            return Err(SiteError::InUse { key: offer.outside_key.clone() }.into());
        }
    }
    let stays = forest.nodes().iter().find(|node| {
        !leaving.contains(&node.id)
            && node.parent.is_some_and(|parent| leaving.contains(&parent))
            && !restored.iter().any(|row| row.outside_key == node.outside_key)
    });
    if let Some(node) = stays {
        return Err(SiteError::InUse { key: node.outside_key.clone() }.into());
    }
    gone.sort_by_key(|node| std::cmp::Reverse(forest.upwards(node.id).count()));
    for node in gone {
        queries::remove_node(tx, owner, round.id(), node.id).await?;
    }
    note(tx, round, "nodes-import-undone", json!({ "rows": changes.len() })).await
}

/// Takes an import of offers back: new ones go with their seats, changed ones are as they were.
/// # Errors
/// [`SiteError::InUse`] when somebody wishes for or holds a new offer, or has changed one since.
pub async fn undo_offers(tx: &Tx, round: &Round, changes: &[Change<OfferRow>]) -> Result<(), Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    round.open_to_changes()?;
    let forest = forest(tx, round).await?;
    let rows = offer_rows(&forest);
    let now: HashMap<&str, (&Offer, &OfferRow)> =
        forest.offers().iter().zip(&rows).map(|(offer, row)| (row.outside_key.as_str(), (offer, row))).collect();
    let in_use = |row: &OfferRow| SiteError::InUse { key: row.outside_key.clone() };
    let mut gone = vec![];
    for change in changes {
        let (offer, row) = now.get(change.after.outside_key.as_str()).ok_or_else(|| in_use(&change.after))?;
        if *row != &change.after || (change.before.is_none() && offer.taken > 0) {
            return Err(in_use(&change.after).into());
        }
        if change.before.is_none() {
            gone.push(offer.id);
        }
    }
    if let Some(used) = queries::first_in_use(tx, owner, round.id(), &gone).await? {
        let key = forest.offer(used).map(|offer| offer.outside_key.clone()).unwrap_or_default();
        return Err(SiteError::InUse { key }.into());
    }
    let restored: Vec<_> = changes.iter().filter_map(|change| change.before.clone()).collect();
    put_offers(tx, round, &restored).await?;
    queries::remove_offers(tx, owner, round.id(), &gone).await?;
    note(tx, round, "offers-import-undone", json!({ "rows": changes.len() })).await
}

/// Gives the person a seat: counters from the root down, then the offer's own, then the seat. Any that is full
/// answers an error, and the caller's transaction rolls all of it back. One order for everybody: no deadlock.
/// # Errors
/// [`SiteError::Capped`], [`SiteError::Full`] or [`SiteError::SeatedAlready`].
pub async fn take(tx: &Tx, owner: Owner, round: &Round, offer: OfferId, person: PersonId) -> Result<i32, Fault> {
    let id = round.id();
    for node in queries::downwards_to(tx, owner, id, offer).await? {
        if !queries::count_into_node(tx, owner, id, node, 1).await? {
            return Err(SiteError::Capped { node }.into());
        }
    }
    if !queries::count_into_offer(tx, owner, id, offer, 1).await? {
        return Err(SiteError::Full { offer }.into());
    }
    // The unique key stands behind this; asked first, the reader is told and PostgreSQL's transaction lives on.
    if queries::held_by(tx, owner, id, person).await?.is_some() {
        return Err(SiteError::SeatedAlready.into());
    }
    Ok(queries::take_seat(tx, owner, id, offer, person).await?.ok_or(SiteError::Full { offer })?)
}

/// Takes seats for many at once, as [`take`] does for one, in few statements.
/// # Errors
/// As [`take`]; nothing may be kept of a transaction that got one.
pub async fn take_many(tx: &Tx, owner: Owner, round: &Round, seats: &[(OfferId, PersonId)]) -> Result<(), Fault> {
    let id = round.id();
    let forest = Forest::new(queries::nodes(tx, owner, id).await?, queries::offers(tx, owner, id).await?);
    let (mut by_offer, mut by_node) = (BTreeMap::<OfferId, Vec<PersonId>>::new(), HashMap::<NodeId, i32>::new());
    for (offer, person) in seats {
        by_offer.entry(*offer).or_default().push(*person);
        let at = forest.offer(*offer).ok_or(SiteError::Full { offer: *offer })?;
        for node in forest.upwards(at.node) {
            *by_node.entry(node.id).or_default() += 1;
        }
    }
    let mut nodes: Vec<_> =
        by_node.into_iter().map(|(node, students)| (forest.upwards(node).count(), node, students)).collect();
    nodes.sort();
    for (_, node, students) in nodes {
        if !queries::count_into_node(tx, owner, id, node, students).await? {
            return Err(SiteError::Capped { node }.into());
        }
    }
    for (offer, persons) in &by_offer {
        let students = i32::try_from(persons.len()).unwrap_or(i32::MAX);
        if !queries::count_into_offer(tx, owner, id, *offer, students).await? {
            return Err(SiteError::Full { offer: *offer }.into());
        }
    }
    let mut free: BTreeMap<OfferId, Vec<i32>> = BTreeMap::new();
    for (offer, number) in queries::free_seats(tx, owner, id).await? {
        free.entry(offer).or_default().push(number);
    }
    let mut named = Vec::with_capacity(seats.len());
    for (offer, persons) in by_offer {
        let numbers = free.remove(&offer).unwrap_or_default();
        if numbers.len() < persons.len() {
            return Err(SiteError::Full { offer }.into());
        }
        named.extend(persons.into_iter().zip(numbers).map(|(person, number)| (offer, number, person)));
    }
    let taken = queries::take_seats(tx, owner, id, &named).await?;
    if taken == named.len() as u64 { Ok(()) } else { Err(SiteError::SeatedAlready.into()) }
}

/// Gives the person's seat back and answers where it was. Nobody else moves.
/// # Errors
/// [`SiteError::NotSeated`] when there is none.
pub async fn release(tx: &Tx, owner: Owner, round: &Round, person: PersonId) -> Result<OfferId, Fault> {
    let id = round.id();
    let seat = queries::held_by(tx, owner, id, person).await?.ok_or(SiteError::NotSeated)?;
    let way = queries::downwards_to(tx, owner, id, seat.0).await?;
    queries::count_out(tx, owner, id, &way, seat.0).await?;
    if queries::free_seat(tx, owner, id, seat, person).await? { Ok(seat.0) } else { Err(SiteError::NotSeated.into()) }
}

/// Where the person holds a seat, when they do.
/// # Errors
/// What the database does.
pub async fn seat_of(tx: &Tx, owner: Owner, round: &Round, person: PersonId) -> Result<Option<OfferId>, Fault> {
    Ok(queries::held_by(tx, owner, round.id(), person).await?.map(|seat| seat.0))
}

/// Who holds a seat in the round, and where.
/// # Errors
/// What the database does.
pub async fn seated(tx: &Tx, owner: Owner, round: &Round) -> Result<Vec<(PersonId, OfferId)>, Fault> {
    Ok(queries::seated(tx, owner, round.id()).await?)
}

/// Those of these students who hold a seat, for the office.
/// # Errors
/// [`NotFound`] for everybody else.
pub async fn seated_among(tx: &Tx, round: &Round, persons: &[PersonId]) -> Result<HashSet<PersonId>, Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    let seated = queries::seated(tx, owner, round.id()).await?;
    Ok(seated.into_iter().map(|(person, _)| person).filter(|person| persons.contains(person)).collect())
}

async fn note(tx: &Tx, round: &Round, kind: &'static str, facts: serde_json::Value) -> Result<(), Fault> {
    Ok(journal::note(tx, round.owner(), Event::of(kind, "round", round.id()).with(facts)).await?)
}

/// Nodes as rows: what an import would have to say to leave them as they are.
pub fn node_rows(nodes: &[Node]) -> Vec<NodeRow> {
    let keys: HashMap<NodeId, &str> = nodes.iter().map(|node| (node.id, node.outside_key.as_str())).collect();
    let row = |node: &Node| NodeRow {
        outside_key: node.outside_key.clone(),
        parent_key: node.parent.and_then(|parent| keys.get(&parent)).map(|key| (*key).into()),
        name: node.name.clone(),
        level: node.level.clone(),
        seats_max: node.seats_max,
        host: node.host,
        host_unit: node.host_unit,
    };
    nodes.iter().map(row).collect()
}

/// Offers as rows: what an import would have to say to leave them as they are.
pub fn offer_rows(forest: &Forest) -> Vec<OfferRow> {
    let row = |offer: &Offer| OfferRow {
        outside_key: offer.outside_key.clone(),
        node_key: forest.node(offer.node).map(|node| node.outside_key.clone()).unwrap_or_default(),
        name: offer.name.clone(),
        subject: offer.subject.clone(),
        period: offer.period.clone(),
        seats_max: offer.seats_max,
        municipality: offer.municipality.clone(),
        address: offer.address.clone(),
        about: offer.about.clone(),
        wished_last_year: offer.wished_last_year,
    };
    forest.offers().iter().map(row).collect()
}

/// A copy to practise in has dealings with itself alone, and nobody else has any with it.
async fn check_hosts(tx: &Tx, round: &Round, rows: &[NodeRow]) -> Result<(), Fault> {
    let mut named: Vec<_> = rows.iter().filter_map(|row| row.host).filter(|host| *host != round.owner()).collect();
    named.sort();
    named.dedup();
    if named.is_empty() {
        return Ok(());
    }
    let hosts = organisations::find_many(tx, &named).await?;
    let is_practice = organisations::find(tx, round.owner()).await?.practice.is_some();
    match hosts.into_iter().find(|host| is_practice || host.practice.is_some()) {
        Some(host) => Err(SiteError::HostUnknown { name: host.name }.into()),
        None => Ok(()),
    }
}

fn check_node(row: &NodeRow) -> Result<(), SiteError> {
    required("outside_key", &row.outside_key, KEY_CHARS_MAX)?;
    within("name", &row.name, LINE_CHARS_MAX)?;
    required("level", &row.level, LINE_CHARS_MAX)?;
    row.seats_max.map_or(Ok(()), |max| number("seats_max", max, CAP_MAX))
}

fn check_offer(row: &OfferRow) -> Result<(), SiteError> {
    required("outside_key", &row.outside_key, KEY_CHARS_MAX)?;
    within("name", &row.name, LINE_CHARS_MAX)?;
    required("subject", &row.subject, LINE_CHARS_MAX)?;
    required("period", &row.period, LINE_CHARS_MAX)?;
    within("municipality", &row.municipality, LINE_CHARS_MAX)?;
    within("address", &row.address, LINE_CHARS_MAX)?;
    within("about", &row.about, ABOUT_CHARS_MAX)?;
    number("seats_max", row.seats_max, SEATS_MAX)?;
    row.wished_last_year.map_or(Ok(()), |wished| number("wished_last_year", wished, CAP_MAX))
}

fn required(field: &'static str, text: &str, max: usize) -> Result<(), SiteError> {
    if text.is_empty() { Err(SiteError::Empty { field }) } else { within(field, text, max) }
}

fn within(field: &'static str, text: &str, max: usize) -> Result<(), SiteError> {
    let got = text.chars().count();
    if got > max { Err(SiteError::TooLong { field, got, max }) } else { Ok(()) }
}

fn number(field: &'static str, given: i32, max: i32) -> Result<(), SiteError> {
    let allowed = (0..=max).contains(&given);
    if allowed { Ok(()) } else { Err(SiteError::NoNumber { field, typed: given.to_string(), min: 0, max }) }
}

fn first(mut wrong: Vec<SiteError>) -> SiteError {
    wrong.swap_remove(0)
}

fn below_taken(key: &str, taken: i32, asked: Option<i32>) -> Fault {
    SiteError::BelowTaken { key: key.into(), taken, asked: asked.unwrap_or_default() }.into()
}
