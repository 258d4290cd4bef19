//! Places of a round: the host tree with its capacities, the offers at its nodes, and the seats.
//!
//! Owns `nodes`, `offers` and `seats`. Asks `wishes`, `hand_placements`, `proposals` and `decisions` whether an offer
//! is in use before it is taken out. A seat is taken and given back here and nowhere else.

pub mod access;
pub mod actions;
pub mod import;
pub mod model;
pub mod queries;
pub mod tables;

pub use actions::{
    forest, offer, offers_by_id, offers_for, release, seat_of, seated, set_node, set_offer, take, take_many,
    undo_nodes, undo_offers, upsert_nodes, upsert_offers,
};
pub use model::{Change, Forest, Line, Node, NodeRow, Offer, OfferRow, SiteError, parents_first};
