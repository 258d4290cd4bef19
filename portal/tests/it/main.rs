//! Every promise of the house, in one program: a further one would link the whole tree again.

#[path = "../../testkit/mod.rs"]
mod testkit;

#[path = "../../../placing/allocation/tests.rs"]
mod allocation;
mod demo;
mod front;
#[path = "../../../people/imports/tests.rs"]
mod imports;
mod jobs;
mod kills;
#[path = "../../../placing/placements/tests.rs"]
mod placements;
mod schema;
mod server;
mod strangers;
mod transactions;

#[path = "../../../placing/participants/tests.rs"]
mod participants;
#[path = "../../../placing/rounds/tests.rs"]
mod rounds;
#[path = "../../../placing/sites/tests.rs"]
mod sites;
mod wpi;
#[path = "../../../people/me/tests.rs"]
mod me;
#[path = "../../../people/persons/tests.rs"]
mod persons;
#[path = "../../../people/signin/tests.rs"]
mod signin;
#[path = "../../../placing/wishes/tests.rs"]
mod wishes;
