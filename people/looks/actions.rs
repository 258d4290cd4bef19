//! Noting who looked.

use base::{LookId, OrganisationId, PersonId, TokenId};
use kit::actor::Actor;
use kit::db::Db;
use kit::fault::{Denied, Fault};
use kit::journal::{self, Event};
use kit::web::{App, Support, Visit};
use serde_json::json;

use super::{access, queries};
use crate::persons;

/// Notes that the actor opened this person's file, for the organisation that both belong to. Opening one's own file is
/// nobody's business.
/// # Errors
/// When the actor has no organisation to look for, or the database cannot keep the note: nothing is shown then.
pub async fn note(db: &Db, (actor, token): (&Actor, Option<TokenId>), whose: String, what: &str) -> Result<(), Fault> {
    let (Ok(whose), Some(by)) = (whose.parse::<PersonId>(), actor.person_id()) else {
        return Err(Denied { act: "open a file as nobody" }.into());
    };
    if whose == by {
        return Ok(());
    }
    db.write(actor, async |tx| {
        let mut owners = access::looks_for(tx.actor());
        if owners.len() > 1 {
            let mut at = None;
            for owner in &owners {
                if persons::affiliated(&tx, *owner, whose).await? {
                    at = Some(*owner);
                    break;
                }
            }
            owners = at.into_iter().chain(owners).collect();
        }
        let owner = owners.first().ok_or(Denied { act: "open a file for no organisation" })?;
        Ok(queries::add(&tx, *owner, whose, (by, token), what).await?)
    })
    .await
}

/// The kind of the journal's entry about a file that somebody took along.
pub const FILE_TAKEN: &str = "file-taken";

/// Notes who stands in a file that the visitor takes along, unless nobody does, for the organisation whose file it is: whom it
/// touched if the account was in wrong hands.
/// # Errors
/// When the journal cannot keep it: nothing is handed out then.
pub async fn note_file(
    app: &App,
    visit: &Visit,
    at: OrganisationId,
    people: impl Iterator<Item = PersonId>,
) -> Result<(), Fault> {
    let (actor, people): (_, Vec<PersonId>) = (visit.actor(), people.collect());
    if people.is_empty() {
        return Ok(());
    }
    let facts = json!({ "what": visit.route(), "people": people, "helper": actor.helper() });
    // Whoever looks with another person's eyes changes nothing in that person's name.
    let writer = if actor.helper().is_some() { Actor::portal(at) } else { actor.clone() };
    let note = async |tx: kit::db::Tx| {
        let file: LookId = tx.new_id();
        Ok(journal::note(&tx, at, Event::of(FILE_TAKEN, "file", file).with(facts.clone())).await?)
    };
    app.db().write(&writer, note).await
}

/// Notes what somebody saw who looks with another person's eyes: for that person, and for the one whose file it was.
/// # Errors
/// When the database cannot keep the note: nothing is shown then.
pub async fn note_helping(db: &Db, support: &Support, whose: String, what: &str) -> Result<(), Fault> {
    let other = whose.parse::<PersonId>().ok().filter(|other| *other != support.person && *other != support.by);
    let portal = Actor::portal(support.owner);
    db.write(&portal, async |tx| {
        let owner = access::helping_for(tx.actor(), support.owner)?;
        for person in [Some(support.person), other].into_iter().flatten() {
            queries::add(&tx, owner, person, (support.by, None), what).await?;
        }
        Ok(())
    })
    .await
}
