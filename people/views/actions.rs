//! What people do with the look of lists.

use base::{OrganisationId, SavedViewId};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::journal::{self, Event};
use kit::list::ListQuery;
use serde_json::json;

use super::model::{COLUMNS_MAX, Looks, NewView, VIEWS_MAX, ViewError, is_word};
use super::{access, queries};

/// How a list looks to the actor: as the open view says, or else as they chose.
/// # Errors
/// [`kit::fault::Denied`] for nobody.
pub async fn looks(tx: &Tx, list: &'static str, query: &ListQuery) -> Result<Looks, Fault> {
    looks_of(tx, list, None, query).await
}

/// How a list of one organisation looks to the actor. Its views are those of that organisation alone: what one place
/// looks for is no business of another.
/// # Errors
/// [`kit::fault::Denied`] for nobody.
pub async fn looks_at(tx: &Tx, list: &'static str, at: OrganisationId, query: &ListQuery) -> Result<Looks, Fault> {
    looks_of(tx, list, Some(at), query).await
}

async fn looks_of(tx: &Tx, list: &'static str, at: Option<OrganisationId>, query: &ListQuery) -> Result<Looks, Fault> {
    let oneself = access::own(tx.actor())?;
    let mut works_at = access::works_at(tx.actor());
    works_at.retain(|owner| at.is_none_or(|at| owner.id() == at));
    let (columns, dense) = queries::look(tx, oneself, list).await?.unwrap_or_default();
    let views = queries::views(tx, oneself, &works_at, (list, at)).await?;
    let asked: Option<SavedViewId> = query.filter("view").parse().ok();
    let open = views.iter().find(|view| Some(view.id) == asked);
    Ok(Looks {
        list,
        at,
        columns: open.map_or(columns, |view| view.columns.clone()),
        dense,
        open: open.map(|view| view.id),
        may_share: !works_at.is_empty(),
        views,
    })
}

/// Keeps which columns of a list the actor wants to see, and how dense.
/// # Errors
/// [`ViewError::Unreadable`] for a list or a column that cannot be.
pub async fn choose_looks(tx: &Tx, list: &str, columns: &[String], dense: bool) -> Result<(), Fault> {
    let oneself = access::own(tx.actor())?;
    if !is_word(list) || columns.len() > COLUMNS_MAX || !columns.iter().all(|column| is_word(column)) {
        return Err(ViewError::Unreadable.into());
    }
    Ok(queries::keep_look(tx, oneself, list, columns, dense).await?)
}

/// Saves a view with the columns the actor sees now, with the organisation whose list it is, if it is of one.
/// # Errors
/// [`ViewError::TooMany`], or [`kit::fault::Denied`] outside every organisation, and outside that one.
pub async fn save(tx: &Tx, new: &NewView, at: Option<OrganisationId>) -> Result<SavedViewId, Fault> {
    let oneself = access::own(tx.actor())?;
    let owner = match at {
        Some(at) => access::place(tx.actor(), at)?,
        None => access::home(tx.actor())?,
    };
    if queries::count(tx, owner, &new.list).await? >= VIEWS_MAX {
        return Err(ViewError::TooMany.into());
    }
    let shared = new.shared && !access::works_at(tx.actor()).is_empty();
    let columns = queries::look(tx, oneself, &new.list).await?.map(|(columns, _)| columns).unwrap_or_default();
    let id = tx.new_id();
    queries::add(tx, owner, oneself, id, &NewView { shared, ..new.clone() }, &columns).await?;
    let event = Event::of("view-saved", "view", id).with(json!({ "list": new.list, "shared": shared }));
    journal::note(tx, owner.id(), event).await?;
    Ok(id)
}

/// Removes a view of the actor's own.
/// # Errors
/// [`NotFound`] for a view of somebody else's.
pub async fn remove(tx: &Tx, id: SavedViewId) -> Result<(), Fault> {
    let oneself = access::own(tx.actor())?;
    let view = queries::own(tx, oneself, id).await?.ok_or_else(|| NotFound::of("view", id))?;
    queries::remove(tx, oneself, &view).await?;
    Ok(journal::note(tx, view.owner, Event::of("view-removed", "view", id)).await?)
}
