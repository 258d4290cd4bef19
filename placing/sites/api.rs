//! Places as programs see and plan them.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::Method;
use base::{Id, NodeId, OfferId, OrganisationId, RoundId, UnitId};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, made, nobody, shown};
use kit::web::{Answer, App, Path, Routes, Visit};
use people::organisations;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::actions;
use super::model::{Forest, Node, NodeRow, Offer, OfferRow, SiteError};
use crate::rounds;

/// A region, a host, a site or a ward: a node of the tree in which places stand.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct NodeView {
    /// Which
    id: Uuid,
    /// Its key in other systems
    outside_key: String,
    /// Key of the node above
    parent: Option<String>,
    /// What it is called
    name: String,
    /// region, host, site, ward, or another word
    level: String,
    /// At most so many students in it and below
    seats_max: Option<i32>,
    /// Seats held in it and below
    taken: i32,
    /// The organisation that receives its students
    host: Option<Uuid>,
    /// The unit of that organisation
    host_unit: Option<Uuid>,
}

/// What is told about a node.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NodeBody {
    /// Key of the node above
    #[serde(default)]
    parent: Option<String>,
    /// What it is called
    #[schema(max_length = 200)]
    name: String,
    /// region, host, site, ward, or another word
    #[schema(min_length = 1, max_length = 200)]
    level: String,
    /// At most so many students in it and below
    #[serde(default)]
    #[schema(minimum = 0, maximum = 100_000)]
    seats_max: Option<i32>,
    /// The organisation that receives its students
    #[serde(default)]
    host: Option<Uuid>,
}

/// A node that is new.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewNodeBody {
    /// Its key in other systems
    #[schema(min_length = 1, max_length = 100)]
    outside_key: String,
    /// What is told about it
    node: NodeBody,
}

/// Places of one subject at one node.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct OfferView {
    /// Which
    id: Uuid,
    /// Its key in other systems
    outside_key: String,
    /// Key of the node it is at
    node: String,
    /// What it is called
    name: String,
    /// Only students of this subject
    subject: String,
    /// Only students of this period
    period: String,
    /// Seats
    seats_max: i32,
    /// Seats held
    taken: i32,
    /// Municipality
    municipality: String,
    /// Street and town
    address: String,
    /// What one learns there
    about: String,
    /// How many wished for it a year ago
    wished_last_year: Option<i32>,
}

/// What is told about places.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfferBody {
    /// Key of the node it is at
    #[schema(min_length = 1)]
    node: String,
    /// What it is called
    #[schema(max_length = 200)]
    name: String,
    /// Only students of this subject
    #[schema(min_length = 1, max_length = 200)]
    subject: String,
    /// Only students of this period
    #[schema(min_length = 1, max_length = 200)]
    period: String,
    /// Seats
    #[schema(minimum = 0, maximum = 1000)]
    seats_max: i32,
    /// Municipality
    #[serde(default)]
    municipality: String,
    /// Street and town
    #[serde(default)]
    address: String,
    /// What one learns there
    #[serde(default)]
    about: String,
    /// How many wished for it a year ago
    #[serde(default)]
    #[schema(minimum = 0)]
    wished_last_year: Option<i32>,
}

/// Places that are new.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewOfferBody {
    /// Its key in other systems
    #[schema(min_length = 1, max_length = 100)]
    outside_key: String,
    /// What is told about it
    offer: OfferBody,
}

/// The operations of this room.
pub fn routes() -> Routes {
    let (see, plan) = (Scope::SeeRounds, Scope::PlanRounds);
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/nodes",
            see,
            nodes,
            Operation::lists::<NodeView>(|lang| crate::words(lang).sites_api_nodes().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/nodes",
            plan,
            add_node,
            Operation::makes::<NodeView>(|lang| crate::words(lang).sites_api_add_node().to_string())
                .takes::<NewNodeBody>(),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/nodes/{node}",
            see,
            node,
            Operation::shows::<NodeView>(|lang| crate::words(lang).sites_api_node().to_string()),
        )
        .operation(
            Method::PUT,
            "/api/v1/rounds/{round}/nodes/{node}",
            plan,
            change_node,
            Operation::shows::<NodeView>(|lang| crate::words(lang).sites_api_change_node().to_string())
                .takes::<NodeBody>()
                .edits(),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/offers",
            see,
            offers,
            Operation::lists::<OfferView>(|lang| crate::words(lang).sites_api_offers().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/offers",
            plan,
            add_offer,
            Operation::makes::<OfferView>(|lang| crate::words(lang).sites_api_add_offer().to_string())
                .takes::<NewOfferBody>(),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/offers/{offer}",
            see,
            offer,
            Operation::shows::<OfferView>(|lang| crate::words(lang).sites_api_offer().to_string()),
        )
        .operation(
            Method::PUT,
            "/api/v1/rounds/{round}/offers/{offer}",
            plan,
            change_offer,
            Operation::shows::<OfferView>(|lang| crate::words(lang).sites_api_change_offer().to_string())
                .takes::<OfferBody>()
                .edits(),
        )
}

fn node_view(node: &Node, keys: &HashMap<NodeId, String>) -> NodeView {
    NodeView {
        id: node.id.uuid(),
        outside_key: node.outside_key.clone(),
        parent: node.parent.and_then(|parent| keys.get(&parent).cloned()),
        name: node.name.clone(),
        level: node.level.clone(),
        seats_max: node.seats_max,
        taken: node.taken,
        host: node.host.map(Id::uuid),
        host_unit: node.host_unit.map(Id::uuid),
    }
}

fn offer_view(offer: &Offer, keys: &HashMap<NodeId, String>) -> OfferView {
    OfferView {
        id: offer.id.uuid(),
        outside_key: offer.outside_key.clone(),
        node: keys.get(&offer.node).cloned().unwrap_or_default(),
        name: offer.name.clone(),
        subject: offer.subject.clone(),
        period: offer.period.clone(),
        seats_max: offer.seats_max,
        taken: offer.taken,
        municipality: offer.municipality.clone(),
        address: offer.address.clone(),
        about: offer.about.clone(),
        wished_last_year: offer.wished_last_year,
    }
}

fn keys_of(forest: &Forest) -> HashMap<NodeId, String> {
    forest.nodes().iter().map(|node| (node.id, node.outside_key.clone())).collect()
}

async fn forest_of(tx: &Tx, round: RoundId) -> Result<(rounds::Round, Forest), Fault> {
    let round = rounds::find(tx, round).await?;
    let forest = actions::forest(tx, &round).await?;
    Ok((round, forest))
}

fn node_in(forest: &Forest, id: NodeId) -> Result<NodeView, NotFound> {
    let found = forest.nodes().iter().find(|node| node.id == id).ok_or_else(|| NotFound::of("node", id))?;
    Ok(node_view(found, &keys_of(forest)))
}

fn offer_in(forest: &Forest, id: OfferId) -> Result<OfferView, NotFound> {
    let found = forest.offer(id).ok_or_else(|| NotFound::of("offer", id))?;
    Ok(offer_view(found, &keys_of(forest)))
}

/// The row of what was told; a unit of the host stays while the host does.
async fn node_row(tx: &Tx, forest: &Forest, outside_key: &str, body: &NodeBody) -> Result<NodeRow, Fault> {
    let host = match body.host {
        None => None,
        Some(host) => Some(host_of(tx, OrganisationId::from_uuid(host)).await?),
    };
    let before = forest.nodes().iter().find(|node| node.outside_key == outside_key);
    let host_unit: Option<UnitId> = before.filter(|node| node.host == host).and_then(|node| node.host_unit);
    Ok(NodeRow {
        outside_key: outside_key.to_owned(),
        parent_key: body.parent.clone().filter(|parent| !parent.is_empty()),
        name: body.name.trim().into(),
        level: body.level.trim().into(),
        seats_max: body.seats_max,
        host,
        host_unit,
    })
}

async fn host_of(tx: &Tx, id: OrganisationId) -> Result<OrganisationId, Fault> {
    let found = organisations::find_many(tx, &[id]).await?;
    let host = found.first().filter(|found| found.kind != organisations::Kind::Institution);
    Ok(host.map(|host| host.id).ok_or_else(|| SiteError::HostUnknown { name: id.to_string() })?)
}

fn offer_row(outside_key: &str, body: &OfferBody) -> OfferRow {
    OfferRow {
        outside_key: outside_key.to_owned(),
        node_key: body.node.trim().into(),
        name: body.name.trim().into(),
        subject: body.subject.trim().into(),
        period: body.period.trim().into(),
        seats_max: body.seats_max,
        municipality: body.municipality.trim().into(),
        address: body.address.trim().into(),
        about: body.about.trim().replace("\r\n", "\n"),
        wished_last_year: body.wished_last_year,
    }
}

async fn nodes(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let part = app.db().read(visit.actor(), async |tx| {
        let after = paging.after().map(NodeId::from_uuid);
        actions::nodes_after(&tx, &rounds::find(&tx, round).await?, after, paging.rows()).await
    });
    let (rows, keys) = part.await?;
    paging.answer(rows, |node| node.id.uuid(), nobody, |node| node_view(&node, &keys))
}

async fn node(State(app): State<App>, visit: Visit, Path((round, id)): Path<(RoundId, NodeId)>) -> Answer {
    let found = app.db().read(visit.actor(), async |tx| actions::node(&tx, &rounds::find(&tx, round).await?, id).await);
    let (node, keys) = found.await?;
    shown(&node_view(&node, &keys))
}

async fn add_node(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, sent: Sent<NewNodeBody>) -> Answer {
    let (key, body) = (sent.body.outside_key.trim().to_owned(), &sent.body.node);
    let node = app
        .db()
        .write(visit.actor(), async |tx| {
            let add = async || {
                let (round, forest) = forest_of(&tx, id).await?;
                if forest.nodes().iter().any(|node| node.outside_key == key) {
                    return Err(SiteError::KeyTaken { key: key.clone() }.into());
                }
                actions::set_node(&tx, &round, &node_row(&tx, &forest, &key, body).await?).await?;
                let (_, forest) = forest_of(&tx, id).await?;
                let made = forest.nodes().iter().find(|node| node.outside_key == key).map(|node| node.id);
                Ok(node_in(&forest, made.ok_or_else(|| NotFound::of("node", &key))?)?)
            };
            sent.once(&tx, add).await
        })
        .await?;
    made(&format!("/api/v1/rounds/{id}/nodes/{}", node.id), &node)
}

async fn change_node(
    State(app): State<App>,
    visit: Visit,
    Path((id, node)): Path<(RoundId, NodeId)>,
    sent: Sent<NodeBody>,
) -> Answer {
    let changed = app
        .db()
        .write(visit.actor(), async |tx| {
            let (round, forest) = forest_of(&tx, id).await?;
            let before = node_in(&forest, node)?;
            sent.unchanged(&before)?;
            actions::set_node(&tx, &round, &node_row(&tx, &forest, &before.outside_key, &sent.body).await?).await?;
            Ok(node_in(&forest_of(&tx, id).await?.1, node)?)
        })
        .await?;
    shown(&changed)
}

async fn offers(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let part = app.db().read(visit.actor(), async |tx| {
        let after = paging.after().map(OfferId::from_uuid);
        actions::offers_after(&tx, &rounds::find(&tx, round).await?, after, paging.rows()).await
    });
    let (rows, keys) = part.await?;
    paging.answer(rows, |offer| offer.id.uuid(), nobody, |offer| offer_view(&offer, &keys))
}

async fn offer(State(app): State<App>, visit: Visit, Path((round, id)): Path<(RoundId, OfferId)>) -> Answer {
    let found = app
        .db()
        .read(visit.actor(), async |tx| actions::offer_with_key(&tx, &rounds::find(&tx, round).await?, id).await);
    let (offer, keys) = found.await?;
    shown(&offer_view(&offer, &keys))
}

async fn add_offer(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, sent: Sent<NewOfferBody>) -> Answer {
    let key = sent.body.outside_key.trim().to_owned();
    let offer = app
        .db()
        .write(visit.actor(), async |tx| {
            let add = async || {
                let (round, forest) = forest_of(&tx, id).await?;
                if forest.offers().iter().any(|offer| offer.outside_key == key) {
                    return Err(SiteError::KeyTaken { key: key.clone() }.into());
                }
                actions::set_offer(&tx, &round, &offer_row(&key, &sent.body.offer)).await?;
                let (_, forest) = forest_of(&tx, id).await?;
                let made = forest.offers().iter().find(|offer| offer.outside_key == key).map(|offer| offer.id);
                Ok(offer_in(&forest, made.ok_or_else(|| NotFound::of("offer", &key))?)?)
            };
            sent.once(&tx, add).await
        })
        .await?;
    made(&format!("/api/v1/rounds/{id}/offers/{}", offer.id), &offer)
}

async fn change_offer(
    State(app): State<App>,
    visit: Visit,
    Path((id, offer)): Path<(RoundId, OfferId)>,
    sent: Sent<OfferBody>,
) -> Answer {
    let changed = app
        .db()
        .write(visit.actor(), async |tx| {
            let (round, forest) = forest_of(&tx, id).await?;
            let before = offer_in(&forest, offer)?;
            sent.unchanged(&before)?;
            actions::set_offer(&tx, &round, &offer_row(&before.outside_key, &sent.body)).await?;
            Ok(offer_in(&forest_of(&tx, id).await?.1, offer)?)
        })
        .await?;
    shown(&changed)
}
