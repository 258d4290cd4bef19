//! People and organisations: who takes part, who may do what, and how they sign in.

pub mod imports;
pub mod organisations;
pub mod persons;
pub mod signin;
pub mod work;

/// Every route of this wing.
pub fn routes() -> kit::web::Routes {
    kit::web::Routes::new().merge(work::routes())
}

/// The words of this wing.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use words::Words;

/// The words of this wing in one language.
pub fn words(lang: base::Lang) -> &'static Words {
    words::words_of(lang)
}
