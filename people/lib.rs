//! People and organisations: who takes part, who may do what, and how they sign in.

use std::pin::Pin;

use base::Lang;
use kit::actor::{Actor, Oneself};
use kit::db::Tx;
use kit::fault::Fault;
use kit::jobs::Handler;
use kit::own_data::Section;
use kit::page::NavItem;
use kit::routines::Routine;
use kit::web::Routes;

use overview::Task;

pub mod calendar;
pub mod credentials;
pub mod guides;
pub mod help;
pub mod imports;
pub mod inbox;
pub mod invitations;
pub mod looks;
pub mod me;
pub mod notices;
pub mod organisations;
pub mod overview;
pub mod persons;
pub mod providers;
pub mod questions;
pub mod search;
pub mod signin;
pub mod support;
pub mod threads;
pub mod tokens;
pub mod views;
pub mod webhooks;
pub mod work;

/// The words of this wing.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use words::Words;

/// The words of this wing in one language.
pub fn words(lang: Lang) -> &'static Words {
    words::words_of(lang)
}

/// The routes of this wing.
pub fn routes() -> Routes {
    Routes::new()
        .merge(signin::routes())
        .merge(overview::routes())
        .merge(me::routes())
        .merge(calendar::routes())
        .merge(looks::routes())
        .merge(questions::routes())
        .merge(support::routes())
        .merge(providers::routes())
        .merge(inbox::routes())
        .merge(threads::routes())
        .merge(notices::routes())
        .merge(views::routes())
        .merge(help::routes())
        .merge(guides::routes())
        .merge(work::routes())
        .merge(organisations::routes())
        .merge(persons::routes())
        .merge(invitations::routes())
        .merge(search::routes())
        .merge(imports::routes())
        .merge(tokens::routes())
        .merge(webhooks::routes())
}

/// What can be imported into an organisation, in the order in which the files are usually brought. `uses` tells what
/// the rooms keep of people, so that nobody is taken back who takes part in something by now.
pub fn importers(uses: Vec<persons::UseSource>) -> imports::Importers {
    imports::Importers::new()
        .with(organisations::import::UnitsImporter)
        .with(persons::import::PeopleImporter { uses })
        .with(persons::import::RolesImporter)
}

/// The wing's part of the main menu.
pub fn nav(actor: &Actor, lang: Lang) -> Vec<NavItem> {
    if !actor.is_signed_in() {
        return vec![];
    }
    let mut items = vec![NavItem::new("/", words(lang).overview_nav())];
    if let Some(here) = actor.here() {
        let room = |room: &str, label: String| NavItem::new(format!("/organisations/{here}/{room}"), label);
        items.push(room("units", words(lang).organisations_nav()));
        items.push(room("people", words(lang).persons_nav()));
        items.push(room("roles", words(lang).persons_roles_title()));
    }
    items
}

/// The links at the foot of every page.
pub fn footer(lang: Lang) -> Vec<NavItem> {
    help::footer(lang)
}

/// What the actor has to do in this wing, for the overview.
pub fn tasks<'a>(tx: &'a Tx, lang: Lang) -> Pin<Box<dyn Future<Output = Result<Vec<Task>, Fault>> + Send + 'a>> {
    Box::pin(async move {
        let mut tasks = threads::pages::list::tasks(tx, lang).await?;
        tasks.extend(notices::pages::bounces::tasks(tx, lang).await?);
        tasks.extend(questions::tasks(tx, lang).await?);
        Ok(tasks)
    })
}

/// The wing's work by the clock.
pub fn routines() -> Vec<Routine> {
    vec![questions::routine(), persons::routine()]
}

/// The handlers of the wing's jobs.
pub fn jobs() -> Vec<Handler> {
    [imports::jobs(), organisations::jobs(), persons::jobs(), threads::jobs(), notices::jobs(), webhooks::jobs()]
        .concat()
}

/// What the wing keeps about whoever asks.
pub fn own_data<'a>(
    tx: &'a Tx,
    oneself: Oneself,
) -> Pin<Box<dyn Future<Output = Result<Vec<Section>, Fault>> + Send + 'a>> {
    Box::pin(async move {
        let mut all = persons::own_data(tx, oneself).await?;
        all.extend(credentials::own_data(tx, oneself).await?);
        all.extend(signin::own_data(tx, oneself).await?);
        all.extend(calendar::own_data(tx, oneself).await?);
        all.extend(providers::own_data(tx, oneself).await?);
        all.extend(looks::own_data(tx, oneself).await?);
        all.extend(questions::own_data(tx, oneself).await?);
        all.extend(support::own_data(tx, oneself).await?);
        all.extend(threads::own_data(tx, oneself).await?);
        all.extend(notices::own_data(tx, oneself).await?);
        all.extend(views::own_data(tx, oneself).await?);
        all.extend(kit::own_data::floor(tx, oneself).await?);
        Ok(all)
    })
}
