//! Every promise of the house, in one program: a further one would link the whole tree again.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a helper that fails fails its test")]

#[path = "../../testkit/mod.rs"]
mod testkit;

#[path = "../../../placing/allocation/tests.rs"]
mod allocation;
mod backups;
#[path = "../../../people/calendar/tests.rs"]
mod calendar;
#[path = "../../../people/credentials/tests.rs"]
mod credentials;
mod crowds;
mod demo;
mod faults;
mod front;
#[path = "../../../people/guides/tests.rs"]
mod guides;
#[path = "../../../people/imports/tests.rs"]
mod imports;
mod jobs;
mod kills;
mod mechanisms;
#[path = "../../../people/notices/tests.rs"]
mod notices;
mod outside;
#[path = "../../../placing/pairs/tests.rs"]
mod pairs;
mod passkeys;
#[path = "../../../placing/placements/tests.rs"]
mod placements;
mod programs;
mod protected;
mod schema;
mod sealed;
mod server;
mod spikes;
mod strangers;
mod systems;
#[path = "../../../people/threads/tests.rs"]
mod threads;
mod transactions;
mod upgrades;
#[path = "../../../people/views/tests.rs"]
mod views;

#[path = "../../../placing/confidences/tests.rs"]
mod confidences;
#[path = "../../../operating/erasure/tests.rs"]
mod erasure;
#[path = "../../../placing/seconds/tests.rs"]
mod seconds;

#[path = "../../../operating/departure/tests.rs"]
mod departure;
#[path = "../../../operating/duty/tests.rs"]
mod duty;
#[path = "../../../operating/feedback/tests.rs"]
mod feedback;
#[path = "../../../placing/how/tests.rs"]
mod how;
#[path = "../../../operating/incident/tests.rs"]
mod incident;
#[path = "../../../people/invitations/tests.rs"]
mod invitations;
#[path = "../../../people/me/tests.rs"]
mod me;
#[path = "../../../people/organisations/tests.rs"]
mod organisations;
#[path = "../../../placing/participants/tests.rs"]
mod participants;
#[path = "../../../people/persons/tests.rs"]
mod persons;
#[path = "../../../operating/practice/tests.rs"]
mod practice;
#[path = "../../../people/providers/tests.rs"]
mod providers;
#[path = "../../../people/questions/tests.rs"]
mod questions;
#[path = "../../../operating/retention/tests.rs"]
mod retention;
#[path = "../../../placing/rounds/tests.rs"]
mod rounds;
#[path = "../../../operating/seals/tests.rs"]
mod seals;
#[path = "../../../operating/setup/tests.rs"]
mod setup;
#[path = "../../../people/signin/tests.rs"]
mod signin;
#[path = "../../../placing/sites/tests.rs"]
mod sites;
#[path = "../../../people/support/tests.rs"]
mod support;
#[path = "../../../people/tokens/tests.rs"]
mod tokens;
#[path = "../../../operating/weakness/tests.rs"]
mod weakness;
#[path = "../../../people/webhooks/tests.rs"]
mod webhooks;
#[path = "../../../placing/wishes/tests.rs"]
mod wishes;
mod wpi;
