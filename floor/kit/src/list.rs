//! A list in the address: sorting, search, filters and page. The address holds everything, so that each view of a list
//! can be mailed, and so that its export holds exactly what is shown.

use std::collections::BTreeMap;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use crate::table::{Column, PageLink, Pages, Sorted};

/// What an address may hold for the eye alone; it neither narrows a list nor goes with it.
const LOOKS: [&str; 2] = ["lang", "scheme"];

/// What the address asks of a list. A sort key with a minus before it turns the order round.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct ListQuery(BTreeMap<String, String>);

impl ListQuery {
    /// No search is longer, in characters.
    pub const SEARCH_CHARS_MAX: usize = 200;

    /// What a form asks of a list, by name and value.
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
    /// What is searched for.
    pub fn search(&self) -> &str {
        let text = self.get("q").trim();
        text.char_indices().nth(Self::SEARCH_CHARS_MAX).map_or(text, |(end, _)| &text[..end])
    }
    /// The column it is sorted by; empty for the usual order.
    pub fn sort(&self) -> &str {
        self.get("sort").trim_start_matches('-')
    }
    /// Whether the order is turned round.
    pub fn descending(&self) -> bool {
        self.get("sort").starts_with('-')
    }
    /// The value of a filter; empty for all.
    pub fn filter(&self, name: &str) -> &str {
        self.get(name)
    }
    /// What a saved view keeps of the address: search, filters and order, not the page and not the look.
    pub fn to_keep(&self) -> String {
        let gone = |name: &str| name == "page" || name == "view" || LOOKS.contains(&name);
        let kept = self.0.iter().filter(|(name, value)| !value.is_empty() && !gone(name));
        let pairs: Vec<String> = kept.map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        pairs.join("&")
    }
    /// The page, from 1.
    pub fn page(&self) -> usize {
        self.get("page").parse().unwrap_or(1).max(1)
    }
}

/// A list at an address.
#[derive(Debug, Clone)]
pub struct List<'a> {
    path: String,
    query: &'a ListQuery,
}

impl<'a> List<'a> {
    /// Rows on a page.
    pub const ROWS: usize = 50;

    /// The list at this path.
    pub fn new(path: impl Into<String>, query: &'a ListQuery) -> Self {
        Self { path: path.into(), query }
    }

    /// How many rows stand on the pages before.
    pub fn first(&self) -> usize {
        (self.query.page() - 1).saturating_mul(Self::ROWS)
    }

    /// A column to sort by.
    pub fn column(&self, key: &str, label: impl ToString) -> Column {
        let sorted = (self.query.sort() == key).then(|| match self.query.descending() {
            true => Sorted::Descending,
            false => Sorted::Ascending,
        });
        let next = if sorted == Some(Sorted::Ascending) { format!("-{key}") } else { key.to_owned() };
        Column {
            key: key.into(),
            label: label.to_string(),
            sort_href: Some(self.href(&[("sort", &next), ("page", "")])),
            sorted,
            ..Column::default()
        }
    }

    /// A column that is only shown.
    pub fn plain(&self, label: impl ToString) -> Column {
        Column { label: label.to_string(), ..Column::default() }
    }

    /// A column that is only shown, and may be left out by this name.
    pub fn named(&self, key: &str, label: impl ToString) -> Column {
        Column { key: key.into(), ..self.plain(label) }
    }

    /// What search and filters keep of the address.
    pub fn kept(&self) -> Vec<(String, String)> {
        let sort = self.query.get("sort");
        if sort.is_empty() { vec![] } else { vec![("sort".into(), sort.into())] }
    }

    /// Where the list starts over, when it is narrowed.
    pub fn clear_href(&self) -> Option<String> {
        let order = |name: &str| name == "sort" || name == "page" || LOOKS.contains(&name);
        let narrowed = self.query.0.iter().any(|(name, value)| !order(name) && !value.is_empty());
        narrowed.then(|| self.path.clone())
    }

    /// The same rows at another path, all of them.
    pub fn href_of(&self, path: &str) -> String {
        Self { path: path.into(), query: self.query }.href(&[("page", "")])
    }

    /// The way to the other pages of `all` rows. `text` says which rows these are.
    pub fn pages(&self, all: usize, text: impl Fn(usize, usize, usize) -> String) -> Pages {
        let last = all.div_ceil(Self::ROWS).max(1);
        if last == 1 {
            return Pages::default();
        }
        let here = self.query.page().min(last);
        let to = |page: usize| self.href(&[("page", &page.to_string())]);
        let mut links = vec![];
        for page in (1..=last).filter(|page| *page == 1 || *page == last || page.abs_diff(here) <= 1) {
            let before = links.last().and_then(|link| match link {
                PageLink::Other(number, _) | PageLink::Current(number) => Some(*number),
                PageLink::Gap => None,
            });
            if before.is_some_and(|before| before + 1 < page) {
                links.push(PageLink::Gap);
            }
            links.push(if page == here { PageLink::Current(page) } else { PageLink::Other(page, to(page)) });
        }
        Pages {
            text: text(self.first() + 1, (self.first() + Self::ROWS).min(all), all),
            previous: (here > 1).then(|| to(here - 1)),
            next: (here < last).then(|| to(here + 1)),
            links,
        }
    }

    /// This list with some things changed; an empty value takes the thing out.
    fn href(&self, changed: &[(&str, &str)]) -> String {
        let mut asked: BTreeMap<&str, &str> =
            self.query.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        asked.extend(changed.iter().copied());
        let parts: Vec<String> = asked
            .into_iter()
            .filter(|(name, value)| !value.is_empty() && !LOOKS.contains(name))
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        if parts.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, parts.join("&")) }
    }
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(pairs: &[(&str, &str)]) -> ListQuery {
        ListQuery(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn the_address_keeps_what_is_asked_and_starts_over_on_the_first_page() {
        let asked = query(&[("sort", "name"), ("q", "Ål & co"), ("page", "3")]);
        let list = List::new("/x", &asked);
        assert_eq!(list.first(), 100);
        assert_eq!(list.column("name", "Name").sort_href.unwrap(), "/x?q=%C3%85l%20%26%20co&sort=%2Dname");
        assert_eq!(list.href_of("/x.csv"), "/x.csv?q=%C3%85l%20%26%20co&sort=name");
        assert_eq!(list.clear_href().unwrap(), "/x");
        assert_eq!(asked.to_keep(), "q=%C3%85l%20%26%20co&sort=name");
    }

    #[test]
    fn long_lists_show_both_ends_and_the_neighbours() {
        let asked = query(&[("page", "5")]);
        let pages = List::new("/x", &asked).pages(1000, |from, to, all| format!("{from}-{to} of {all}"));
        let numbers: Vec<usize> = pages
            .links
            .iter()
            .map(|link| match link {
                PageLink::Other(number, _) | PageLink::Current(number) => *number,
                PageLink::Gap => 0,
            })
            .collect();
        assert_eq!((pages.text.as_str(), numbers), ("201-250 of 1000", vec![1, 0, 4, 5, 6, 0, 20]));
        assert_eq!(List::new("/x", &query(&[])).pages(50, |_, _, _| String::new()), Pages::default());
    }
}
