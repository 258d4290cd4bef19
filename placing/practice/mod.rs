//! What a copy of an institution to practise in gets of its rounds: rules and places as they are, people and wishes invented.
//!
//! Owns no tables: everything is brought through the doors of the rooms that keep it.

pub mod actions;
pub mod model;

pub use actions::practise;
