//! The chooser for people with roles in several organisations.

use askama::Template;
use axum::extract::State;
use base::OrganisationId;
use kit::page::Page;
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show};

use super::super::actions::register;
use super::role_word;
use crate::{Words, organisations};

#[derive(Template)]
#[template(path = "persons/choice.html")]
struct ChoicePage {
    page: Page,
    words: &'static Words,
    places: Vec<Place>,
}

struct Place {
    name: String,
    roles: String,
    href: String,
    is_here: bool,
}

/// The organisations where a role is held.
pub async fn show_choice(State(app): State<App>, visit: Visit) -> Answer {
    let words = crate::words(visit.lang());
    let mut ids: Vec<OrganisationId> = visit.actor().held().iter().map(|held| held.organisation).collect();
    ids.sort();
    ids.dedup();
    let found = app.db().read(visit.actor(), async |tx| organisations::find_many(&tx, &ids).await).await?;
    let place = |organisation: &organisations::Organisation| {
        let held = visit.actor().held().iter().filter(|held| held.organisation == organisation.id);
        let mut roles: Vec<String> = held.map(|held| role_word(words, held.role)).collect();
        roles.dedup();
        Place {
            name: organisation.name.clone(),
            roles: roles.join(" · "),
            href: format!("/organisations/{}/choice", organisation.id),
            is_here: visit.actor().here() == Some(organisation.id),
        }
    };
    show(&ChoicePage { page: visit.page(&app), words, places: found.iter().map(place).collect() })
}

/// Goes into an organisation's rooms, and stays there.
pub async fn choose(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| register::choose(&tx, id).await).await?;
    Ok(see_other(format!("/organisations/{id}/units")))
}
