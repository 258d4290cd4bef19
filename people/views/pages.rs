//! What stands above a list to choose its look, and the forms behind it.

use askama::Template;
use axum::extract::State;
use base::{Lang, OrganisationId, SavedViewId};
use kit::fault::Fault;
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::list::ListQuery;
use kit::local::LocalPath;
use kit::page::Page;
use kit::table::Table;
use kit::web::{Answer, App, Form, Path, Visit, refused_form, see_other, show_again};
use serde::Deserialize;

use super::actions;
use super::model::{Looks, NAME_CHARS_MAX, NewView};
use crate::Words;

/// A table with what chooses its look above it.
#[derive(Template)]
#[template(path = "views/dressed.html")]
pub struct Dressed {
    words: &'static Words,
    list: &'static str,
    at: Option<OrganisationId>,
    back: String,
    columns: Vec<Choosable>,
    dense: bool,
    views: Vec<ViewLink>,
    may_share: bool,
    table: Table,
}

impl askama::filters::HtmlSafe for Dressed {}

/// A column that can be left out.
struct Choosable {
    key: String,
    label: String,
    shown: bool,
}

/// A saved view as a link.
struct ViewLink {
    id: SavedViewId,
    name: String,
    href: String,
    open: bool,
    shared: bool,
    mine: bool,
}

impl Looks {
    /// The table as the person wants it, with the tools to change that. `path` is the list's address, `xlsx` that of
    /// its workbook.
    pub fn dress(self, lang: Lang, path: &str, query: &ListQuery, table: Table, xlsx: Option<String>) -> Dressed {
        let shown = |key: &str| self.columns.is_empty() || self.columns.iter().any(|chosen| chosen == key);
        let choosable = table.columns.iter().filter(|column| !column.primary && !column.key.is_empty());
        let columns = choosable
            .map(|column| Choosable { key: column.key.clone(), label: column.label.clone(), shown: shown(&column.key) })
            .collect();
        let href = |query: &str, id| match query.is_empty() {
            true => format!("{path}?view={id}"),
            false => format!("{path}?{query}&view={id}"),
        };
        let link = |view: &super::model::View| ViewLink {
            id: view.id,
            name: view.name.clone(),
            href: href(&view.query, view.id),
            open: self.open == Some(view.id),
            shared: view.shared,
            mine: view.mine,
        };
        let query = query.to_keep();
        let table = Table { workbook_href: xlsx, ..table };
        Dressed {
            words: crate::words(lang),
            list: self.list,
            at: self.at,
            back: if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") },
            columns,
            dense: self.dense,
            views: self.views.iter().map(link).collect(),
            may_share: self.may_share,
            table: if self.columns.is_empty() { table } else { table.showing(&self.columns) },
        }
    }
}

impl Dressed {
    fn views_count(&self) -> usize {
        self.views.len()
    }
}

/// What the form of columns and density sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LooksForm {
    list: String,
    back: String,
    columns: Vec<String>,
    density: String,
}

/// Where a form leads back to: a path of our own.
fn back_to(back: &str) -> Result<LocalPath, Fault> {
    LocalPath::new(back).ok_or_else(|| refused_form("the form leads back to no page of ours"))
}

/// Keeps columns and density.
pub async fn choose_looks(State(app): State<App>, visit: Visit, Form(form): Form<LooksForm>) -> Answer {
    let back = back_to(&form.back)?;
    let dense = form.density == "dense";
    let choose = async |tx| actions::choose_looks(&tx, &form.list, &form.columns, dense).await;
    app.db().write(visit.actor(), choose).await?;
    Ok(see_other(back.as_str()))
}

#[derive(Template)]
#[template(path = "views/again.html")]
struct AgainPage {
    page: Page,
    words: &'static Words,
    errors: FormErrors,
    form: ViewForm,
}

impl AgainPage {
    fn name_field(&self) -> Field {
        fields::text("name", self.words.views_name())
            .value(&self.form.name)
            .length_max(NAME_CHARS_MAX)
            .error(self.errors.get("name"))
    }
}

/// What the form of a view sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ViewForm {
    list: String,
    /// The organisation whose list it is; empty for lists of no single one
    at: String,
    back: String,
    name: String,
    shared: String,
}

/// Saves the list as it is shown.
pub async fn save_view(State(app): State<App>, visit: Visit, Form(form): Form<ViewForm>) -> Answer {
    let back = back_to(&form.back)?;
    let (path, query) = back.as_str().split_once('?').unwrap_or((back.as_str(), ""));
    let at: Option<OrganisationId> = match form.at.as_str() {
        "" => None,
        typed => Some(typed.parse().map_err(|_| refused_form("the view is of no organisation"))?),
    };
    let saved = match NewView::new(&form.list, &form.name, query, form.shared == "yes") {
        Ok(new) => app.db().write(visit.actor(), async |tx| actions::save(&tx, &new, at).await).await,
        Err(problem) => Err(problem.into()),
    };
    match saved {
        Ok(id) if query.is_empty() => Ok(see_other(format!("{path}?view={id}"))),
        Ok(id) => Ok(see_other(format!("{path}?{query}&view={id}"))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&AgainPage { page: visit.page(&app), words: crate::words(visit.lang()), errors, form })
        }
    }
}

/// What the button that removes a view sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RemovalForm {
    back: String,
}

/// Removes a view.
pub async fn remove_view(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<SavedViewId>,
    Form(form): Form<RemovalForm>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::remove(&tx, id).await).await?;
    Ok(see_other(LocalPath::new(&form.back).as_ref().map_or("/", LocalPath::as_str)))
}
