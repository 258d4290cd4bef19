//! Lists as tables: a caption with the count, search, filters and sorting in the address, pages, export.
//! The address holds everything, so each view of a list can be mailed. On phones rows become cards.

use askama::Template;

use crate::parts::{Empty, Tag, parts};
use crate::words::Words;

parts!(Table);

/// A list as the reader sees it now.
#[derive(Clone, Template)]
#[template(path = "parts/table.html")]
pub struct Table {
    /// The words of its tools, in the reader's language.
    pub words: &'static Words,
    /// Unlike every other on the page.
    pub id: String,
    /// What the list is.
    pub caption: String,
    /// How many, and sorted by what: "412 students, by name".
    pub count_text: String,
    /// From the left.
    pub columns: Vec<Column>,
    /// The rows of this page of the list.
    pub rows: Vec<Row>,
    /// The filters above the list.
    pub filters: Vec<Filter>,
    /// The search field above the list.
    pub search: Option<Search>,
    /// What search and filters keep of the address: sorting, for one.
    pub kept: Vec<(String, String)>,
    /// Where the list starts over, when search or filters are set.
    pub clear_href: Option<String>,
    /// The way to the other pages of the list.
    pub pages: Pages,
    /// The same rows as a file.
    pub export_href: Option<String>,
    /// The same rows as a workbook.
    pub workbook_href: Option<String>,
    /// The form that the ticked rows are sent with, by its id.
    pub form: Option<String>,
    /// Stands in place of the rows when there are none.
    pub empty: Empty,
}

/// One column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Its name in the address.
    pub key: String,
    /// Its heading; on phones it stands before the value.
    pub label: String,
    /// Where the list is sorted by it, or the other way round if it is.
    pub sort_href: Option<String>,
    /// Whether the list is sorted by it now.
    pub sorted: Option<Sorted>,
    /// Figures stand to the right.
    pub numeric: bool,
    /// The column that names the row; there is one.
    pub primary: bool,
}

/// Which way a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorted {
    /// The least first.
    Ascending,
    /// The most first.
    Descending,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// One for each column.
    pub cells: Vec<Cell>,
    /// Whether it stands out as chosen.
    pub selected: bool,
}

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// What names the row, as a link if it leads somewhere, with a line below.
    Strong {
        /// The name.
        text: String,
        /// Where it leads.
        href: Option<String>,
        /// The line below.
        note: Option<String>,
    },
    /// Figures, written for the reader.
    Number(String),
    /// A status.
    Tag(Tag),
    /// What can be done with the row.
    Actions(Vec<Action>),
    /// A box to tick.
    Check {
        /// The field's name.
        name: String,
        /// What is sent.
        value: String,
        /// What it ticks, for those who do not see the row.
        label: String,
        /// Whether it is ticked.
        checked: bool,
    },
}

/// Something that can be done with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What is done: "Remind".
    pub label: String,
    /// Where.
    pub href: String,
    /// Whether it changes something: then it is a form.
    pub post: bool,
    /// To whom, read out after the label: "Berge, Nora".
    pub hidden_context: String,
}

/// A choice above the list that narrows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Its name in the address.
    pub name: String,
    /// What it narrows by.
    pub label: String,
    /// The values; the empty one stands for all.
    pub options: Vec<FilterOption>,
}

/// One value of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterOption {
    /// In the address.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether the list is narrowed to it.
    pub selected: bool,
}

/// The search field above a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// Its name in the address.
    pub name: String,
    /// What it finds: "Find student or place".
    pub label: String,
    /// What is searched for now.
    pub value: String,
}

/// The way to the other pages of a list. Without links there is only one page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pages {
    /// "51–100 of 412"
    pub text: String,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Numbered pages; gaps have neither address nor number.
    pub links: Vec<PageLink>,
}

/// One numbered page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageLink {
    /// Another page: its number and address.
    Other(usize, String),
    /// The page that is shown.
    Current(usize),
    /// Pages left out.
    Gap,
}

impl Table {
    fn exports(&self) -> bool {
        self.export_href.is_some() || self.workbook_href.is_some()
    }

    fn has_tools(&self) -> bool {
        self.search.is_some() || !self.filters.is_empty() || self.exports()
    }

    /// The same table with these columns alone. The one that names the row and those without a name always stay.
    #[must_use]
    pub fn showing(mut self, names: &[String]) -> Self {
        let stays = |column: &Column| column.primary || column.key.is_empty() || names.contains(&column.key);
        let kept: Vec<bool> = self.columns.iter().map(stays).collect();
        for row in &mut self.rows {
            let mut at = kept.iter();
            row.cells.retain(|_| at.next().copied().unwrap_or(true));
        }
        self.columns.retain(stays);
        self
    }

    // Templates lend their arguments, so the index comes as a reference.
    fn label(&self, index: &usize) -> &str {
        self.columns.get(*index).map_or("", |column| column.label.as_str())
    }

    fn is_primary(&self, index: &usize) -> bool {
        self.columns.get(*index).is_some_and(|column| column.primary)
    }
}

impl Column {
    fn aria_sort(&self) -> &'static str {
        match self.sorted {
            Some(Sorted::Ascending) => "ascending",
            Some(Sorted::Descending) => "descending",
            None => "",
        }
    }
}
