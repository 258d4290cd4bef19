//! Places of a round: the host tree with its capacities, the offers at its nodes, and the seats.
//!
//! Owns `nodes`, `offers` and `seats`. Asks `wishes`, `hand_placements`, `proposals` and `decisions` whether an offer
//! is in use before it is taken out. A seat is taken and given back here and nowhere else.

pub mod access;
pub mod actions;
mod api;
pub mod import;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::actor::Role;
use kit::web::{Need, Routes};

pub use actions::{
    forest, offer, offers_by_id, offers_for, release, seat_of, seated, seated_among, set_node, set_offer, take,
    take_many, undo_nodes, undo_offers, upsert_nodes, upsert_offers,
};
pub use model::{Change, Forest, Line, Node, NodeRow, Offer, OfferRow, SiteError, Supply, parents_first};

/// The room's routes.
pub fn routes() -> Routes {
    let office = Need::Role(Role::Administrator);
    Routes::new()
        .merge(api::routes())
        .get("/rounds/{round}/places", office, pages::show_places)
        .get("/rounds/{round}/places/cells", office, pages::cells::show_cells)
        .post("/rounds/{round}/places/cells", office, pages::cells::save)
        .post("/rounds/{round}/places/cells/preview", office, pages::cells::preview)
        .get("/rounds/{round}/places/nodes/new", office, pages::forms::new_node)
        .post("/rounds/{round}/places/nodes/new", office, pages::forms::add_node)
        .get("/rounds/{round}/places/nodes/{node}", office, pages::forms::edit_node)
        .post("/rounds/{round}/places/nodes/{node}", office, pages::forms::change_node)
        .get("/rounds/{round}/places/offers/new", office, pages::forms::new_offer)
        .post("/rounds/{round}/places/offers/new", office, pages::forms::add_offer)
        .get("/rounds/{round}/places/offers/{offer}", office, pages::forms::edit_offer)
        .post("/rounds/{round}/places/offers/{offer}", office, pages::forms::change_offer)
}
