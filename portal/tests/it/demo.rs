//! The demo's town: built once, through the actions, and found again at the next start.

use kit::actor::Actor;
use kit::db::Tx;
use kit::jobs::State;
use macros::both_databases;
use people::persons::{self, Email};

use crate::testkit::Town;

async fn personas_of(town: &Town) -> Vec<(&'static str, &'static str)> {
    let personas = demo::build(town.app(), &portal::house::handlers()).await.unwrap();
    personas.0.iter().map(|persona| (persona.key, persona.email)).collect()
}

async fn laid_aside(town: &Town) -> Vec<(State, i64)> {
    let counts = async |tx: Tx| Ok(kit::jobs::counts(&tx).await?);
    let counts = town.db().read(&Actor::nobody(), counts).await.unwrap();
    counts.into_iter().filter(|(state, _)| *state == State::Dead).collect()
}

#[both_databases]
async fn the_demo_town_stands_and_is_found_again(town: Town) {
    let personas = personas_of(&town).await;
    assert_eq!(personas.len(), 8);
    for (key, email) in &personas {
        let email = Email::new(email).unwrap();
        let found = async |tx| Ok(persons::of_email(&tx, &email).await?);
        assert_eq!(town.db().read(&Actor::nobody(), found).await.unwrap().len(), 1, "{key}");
    }
    assert_eq!(laid_aside(&town).await, []);
    assert_eq!(town.db().clock_shift(), chrono::TimeDelta::zero(), "the town lives today");
    let before = town.journal_entries().await;
    assert_eq!(personas_of(&town).await, personas);
    assert_eq!(town.journal_entries().await, before, "the second start changes nothing");
}
