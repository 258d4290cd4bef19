//! Placements: rounds, places, wishes, allocation and what each student was told.

pub mod allocation;
pub mod confidences;
pub mod how;
pub mod matters;
pub mod pairs;
pub mod participants;
pub mod placements;
pub mod practice;
pub mod rounds;
pub mod seconds;
pub mod sites;
pub mod wishes;

use std::pin::Pin;

use base::{Lang, OrganisationId, PersonId, UnitId};
use kit::actor::{Actor, Oneself};
use kit::db::Tx;
use kit::fault::Fault;
use kit::jobs::Handler;
use kit::own_data::Section;
use kit::page::NavItem;
use kit::web::Routes;
use people::calendar::{Asked, Happening};
use people::overview::Task;
use people::search::Kind;

/// What a wing's hook hands back: an answer that is being worked out within the caller's transaction.
type Coming<'a, T> = Pin<Box<dyn Future<Output = Result<T, Fault>> + Send + 'a>>;

/// What can be imported into a round, in the order in which the files are usually brought.
pub fn importers() -> people::imports::Importers {
    people::imports::Importers::new()
        .with(sites::import::TreeImporter)
        .with(sites::import::OffersImporter)
        .with(participants::import::StudentsImporter)
        .with(wishes::import::WishesImporter)
        .with(pairs::import::PairsImporter)
}

/// The words of this wing.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use words::Words;

/// The words of this wing in one language.
pub fn words(lang: Lang) -> &'static Words {
    words::words_of(lang)
}

/// Every route of the wing: each room's, merged.
pub fn routes() -> Routes {
    Routes::new()
        .merge(rounds::routes())
        .merge(sites::routes())
        .merge(participants::routes())
        .merge(wishes::routes())
        .merge(pairs::routes())
        .merge(allocation::routes())
        .merge(placements::routes())
        .merge(how::routes())
        .merge(matters::routes())
        .merge(confidences::routes())
        .merge(seconds::routes())
}

/// The handlers of the wing's jobs.
pub fn jobs() -> Vec<Handler> {
    [rounds::jobs(), participants::jobs::jobs(), allocation::jobs::jobs(), placements::jobs::jobs()].concat()
}

/// The wing's part of the main menu.
pub fn nav(actor: &Actor, lang: Lang) -> Vec<NavItem> {
    [rounds::nav(actor, lang), placements::nav(actor, lang)].concat()
}

/// What the actor has to do in this wing, for the overview.
pub fn tasks(tx: &Tx, lang: Lang) -> Coming<'_, Vec<Task>> {
    Box::pin(async move {
        let mut tasks = wishes::tasks(tx, lang).await?;
        tasks.extend(placements::pages::tasks::tasks(tx, lang).await?);
        tasks.extend(seconds::tasks(tx, lang).await?);
        Ok(tasks)
    })
}

/// What of the wing belongs into the actor's calendar.
pub fn calendar(tx: &Tx, asked: Asked) -> Coming<'_, Vec<Happening>> {
    Box::pin(async move {
        let mut all = rounds::pages::calendar::happenings(tx, asked).await?;
        all.extend(placements::pages::calendar::happenings(tx, asked).await?);
        Ok(all)
    })
}

/// The rounds that are called so, for whoever administers them or takes part.
pub fn found<'a>(tx: &'a Tx, lang: Lang, folded: &'a str) -> Coming<'a, Vec<Kind>> {
    Box::pin(rounds::found(tx, lang, folded))
}

/// What stands at some units of an organisation, for whoever is about to change them.
pub fn touched<'a>(
    tx: &'a Tx,
    organisation: OrganisationId,
    units: &'a [UnitId],
    lang: Lang,
) -> Coming<'a, Vec<(String, u64)>> {
    Box::pin(placements::pages::tasks::touched(tx, organisation, units, lang))
}

/// How many parts these people have or had in rounds of the organisation. What they were told stays under their entry.
pub fn ties<'a>(
    tx: &'a Tx,
    organisation: OrganisationId,
    people: Vec<PersonId>,
) -> Pin<Box<dyn Future<Output = Result<u64, Fault>> + Send + 'a>> {
    Box::pin(async move { participants::actions::parts_of(tx, organisation, &people).await })
}

/// What the wing keeps about whoever asks.
pub fn own_data<'a>(
    tx: &'a Tx,
    oneself: Oneself,
) -> Pin<Box<dyn Future<Output = Result<Vec<Section>, Fault>> + Send + 'a>> {
    Box::pin(async move {
        let mut all = participants::own_data(tx, oneself).await?;
        all.extend(wishes::own_data(tx, oneself).await?);
        all.extend(placements::own_data(tx, oneself).await?);
        all.extend(confidences::own_data(tx, oneself).await?);
        all.extend(seconds::own_data(tx, oneself).await?);
        Ok(all)
    })
}
