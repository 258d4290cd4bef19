//! The portal: every room of the house behind one front, one worker and one command.

pub mod cli;
pub mod gauges;
pub mod house;
pub mod server;
