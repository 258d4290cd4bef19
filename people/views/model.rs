//! How a list looks, and what a saved view holds.

use base::{Lang, OrganisationId, PersonId, SavedViewId};
use kit::fault::{Kind, Problem};

/// The longest name of a view, in characters.
pub const NAME_CHARS_MAX: usize = 60;
/// What a view keeps of an address is at most this long, in characters.
pub const QUERY_CHARS_MAX: usize = 1_000;
/// A list has at most this many columns to choose from.
pub const COLUMNS_MAX: usize = 40;
/// The longest name of a column or of a list, in characters.
const WORD_CHARS_MAX: usize = 40;
/// An organisation keeps at most this many views of one list.
pub const VIEWS_MAX: u64 = 100;

/// A list as one person wants it: which columns, how dense, and the views there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looks {
    /// Which list
    pub list: &'static str,
    /// The organisation whose list it is; none: the list is the same wherever one works
    pub at: Option<OrganisationId>,
    /// The columns shown, by name; empty: all
    pub columns: Vec<String>,
    /// Whether rows stand close together
    pub dense: bool,
    /// Views of one's own and of one's organisations
    pub views: Vec<View>,
    /// The view that is open
    pub open: Option<SavedViewId>,
    /// Whether the person may share a view with an organisation
    pub may_share: bool,
}

/// A saved view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Which
    pub id: SavedViewId,
    /// The organisation it belongs to
    pub owner: OrganisationId,
    /// Who saved it
    pub person: PersonId,
    /// What it is called
    pub name: String,
    /// What it keeps of the address: search, filters, order
    pub query: String,
    /// Its columns; empty: all
    pub columns: Vec<String>,
    /// Whether everybody in the organisation sees it
    pub shared: bool,
    /// Whether it is the reader's own
    pub mine: bool,
}

/// A view to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewView {
    /// Of which list
    pub list: String,
    /// What it is called
    pub name: String,
    /// What it keeps of the address
    pub query: String,
    /// Whether everybody in the organisation sees it
    pub shared: bool,
}

impl NewView {
    /// The view with this name.
    /// # Errors
    /// [`ViewError`] when the name is missing or too long, or the address cannot be kept.
    pub fn new(list: &str, name: &str, query: &str, shared: bool) -> Result<Self, ViewError> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let got = name.chars().count();
        if got == 0 {
            return Err(ViewError::Nameless);
        }
        if got > NAME_CHARS_MAX {
            return Err(ViewError::TooLong { got });
        }
        if query.chars().count() > QUERY_CHARS_MAX || !is_word(list) {
            return Err(ViewError::Unreadable);
        }
        Ok(Self { list: list.into(), name, query: query.into(), shared })
    }
}

/// Whether this can be the name of a list or of a column.
pub fn is_word(text: &str) -> bool {
    let sign = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-' || sign == '_';
    !text.is_empty() && text.len() <= WORD_CHARS_MAX && text.chars().all(sign)
}

/// Why a view was not saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ViewError {
    /// It has no name
    #[error("the view has no name")]
    Nameless,
    /// Its name is beyond the limit
    #[error("the name has {got} characters, at most {NAME_CHARS_MAX} are allowed")]
    TooLong {
        /// Characters given
        got: usize,
    },
    /// The list or its address is none of ours
    #[error("the list or its address cannot be kept")]
    Unreadable,
    /// There are too many
    #[error("the organisation keeps {VIEWS_MAX} views of the list and takes no more")]
    TooMany,
}

impl Problem for ViewError {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    fn name(&self) -> &'static str {
        match self {
            Self::Nameless => "view-nameless",
            Self::TooLong { .. } => "view-too-long",
            Self::Unreadable => "view-unreadable",
            Self::TooMany => "view-too-many",
        }
    }
    fn field(&self) -> Option<&'static str> {
        Some("name")
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Nameless => words.views_nameless(),
            Self::TooLong { got } => words.views_too_long(*got, NAME_CHARS_MAX),
            Self::Unreadable => words.views_unreadable(),
            Self::TooMany => words.views_too_many(VIEWS_MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_has_a_name_and_an_address_within_limits() {
        let new = |name: &str, query: &str| NewView::new("students", name, query, false);
        assert_eq!(new("  Uten   ønsker ", "standing=unsent").unwrap().name, "Uten ønsker");
        assert_eq!(new(" ", ""), Err(ViewError::Nameless));
        assert_eq!(new(&"å".repeat(61), ""), Err(ViewError::TooLong { got: 61 }));
        assert_eq!(new("a", &"q".repeat(1001)), Err(ViewError::Unreadable));
        assert_eq!(NewView::new("../x", "a", "", false), Err(ViewError::Unreadable));
    }
}
