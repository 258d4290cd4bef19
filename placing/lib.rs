//! Placements: rounds, places, wishes, allocation and what each student was told.

pub mod participants;
pub mod rounds;
pub mod sites;
/// The words of this wing.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use words::Words;

/// The words of this wing in one language.
pub fn words(lang: base::Lang) -> &'static Words {
    words::words_of(lang)
}
