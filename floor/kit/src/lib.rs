//! The floor every room stands on: the one way to the database, jobs, mail, pages and their parts.

pub mod actor;
pub mod assets;
pub mod backup;
pub mod blobs;
pub mod bounce;
pub mod chance;
pub mod csv_out;
pub mod db;
pub mod drafts;
pub mod edition;
pub mod failpoint;
pub mod fault;
pub mod fields;
pub mod figures;
pub mod form;
pub mod format;
pub mod jobs;
pub mod journal;
pub mod list;
pub mod local;
pub mod mail;
pub mod outgoing;
pub mod own_data;
pub mod page;
pub mod parts;
pub mod repeat;
pub mod restored;
pub mod routines;
pub mod scope;
pub mod sealed;
pub mod settings;
pub mod sheet;
#[cfg(test)]
mod showcase;
pub mod table;
pub mod table_out;
mod tables;
pub mod throttle;
pub mod web;
mod worker;

/// The words of the layout and of the page parts.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use words::Words;

/// The words of the layout and of the page parts in one language.
pub fn words(lang: base::Lang) -> &'static Words {
    words::words_of(lang)
}
