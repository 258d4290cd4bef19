//! The register of an organisation's people: search, narrow, page, and the same rows as a file.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{Date, Lang, OrganisationId, UnitId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::Empty;
use kit::table::{Cell, Filter, FilterOption, Row, Search, Table};
use kit::table_out::{Format, TableOut};
use kit::web::{Answer, App, Path, Query, Visit, show};

use super::super::access;
use super::super::actions::register::{self, Line};
use super::super::model::{AffiliationKind, Narrowing, Standing};
use super::{kind_word, person_href, role_word, unit_word};
use crate::views::{self, Dressed};
use crate::{Words, looks, organisations};

/// A file holds at most this many people.
const FILE_MAX: u64 = 100_000;

#[derive(Template)]
#[template(path = "persons/register.html")]
struct RegisterPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    name: String,
    at_unit: Option<(String, String)>,
    whole: bool,
    takes_many: bool,
    table: Dressed,
}

struct Seen {
    name: String,
    lines: Vec<Line>,
    all: usize,
    told: Told,
    unit: Option<(UnitId, String)>,
}

/// What it takes to tell in words what binds people.
pub(super) struct Told {
    names: HashMap<UnitId, String>,
    today: Date,
}

impl Told {
    /// The names of the units that these people are bound to, and of one more.
    pub(super) async fn of(
        tx: &Tx,
        owner: Owner,
        today: Date,
        lines: impl Iterator<Item = &Line>,
        more: Option<UnitId>,
    ) -> Result<Self, Fault> {
        let mentioned = lines.flat_map(|line| {
            line.bonds.iter().filter_map(|bond| bond.unit).chain(line.roles.iter().filter_map(|held| held.unit))
        });
        let mut mentioned: Vec<UnitId> = mentioned.chain(more).collect();
        mentioned.sort();
        mentioned.dedup();
        Ok(Self { names: organisations::unit_names(tx, owner, &mentioned).await?, today })
    }
}

/// The register.
pub async fn show_register(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let list = List::new(format!("/organisations/{id}/people"), &query);
    let rows = (list.first() as u64, List::ROWS as u64);
    let look = async |tx: Tx| {
        let seen = seen(&tx, id, &query, rows).await?;
        Ok((seen, views::looks_at(&tx, "people", id, &query).await?))
    };
    let (seen, looks) = app.db().read(visit.actor(), look).await?;
    let path = format!("/organisations/{id}/people");
    let xlsx = (seen.all > 0).then(|| list.href_of(&format!("{path}.xlsx")));
    // Whoever stands in for somebody changes nobody this way.
    let takes_many = !seen.lines.is_empty() && visit.actor().stands_for(id).is_none();
    show(&RegisterPage {
        page: visit.page(&app),
        words,
        organisation: id,
        takes_many,
        at_unit: seen.unit.as_ref().map(|(unit, name)| (organisations::pages::unit_href(id, *unit), name.clone())),
        whole: access::may_see_people(visit.actor(), id).is_ok_and(|seeing| seeing.within.is_none()),
        table: looks.dress(lang, &path, &query, table(words, lang, id, &seen, &query, takes_many), xlsx),
        name: seen.name,
    })
}

/// The same people as a file, all of them.
pub async fn register_file(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let words = crate::words(visit.lang());
    let seen = app.db().read(visit.actor(), async |tx| seen(&tx, id, &query, (0, FILE_MAX)).await).await?;
    let mut file = TableOut::new([
        words.persons_field_family().to_string(),
        words.persons_field_given().to_string(),
        words.persons_field_email().to_string(),
        words.persons_field_phone().to_string(),
        words.persons_list_bonds().to_string(),
        words.persons_field_key().to_string(),
        words.persons_list_roles().to_string(),
    ]);
    for line in &seen.lines {
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let keys: Vec<&str> = line.bonds.iter().filter_map(|bond| bond.outside_key.as_deref()).collect();
        file.row([
            line.person.name.family_part().to_owned(),
            line.person.name.given_part().to_owned(),
            text(line.person.email.as_ref().map(|email| email.as_str())),
            text(line.person.phone.as_ref().map(|phone| phone.as_str())),
            bonds(words, &seen.told, line),
            keys.join(", "),
            roles(words, &seen.told, line),
        ]);
    }
    looks::note_file(&app, &visit, id, seen.lines.iter().map(|line| line.person.id)).await?;
    let stem = format!("{} {}", words.persons_title(), seen.name);
    file.answer(&stem, Format::of(&visit))
}

async fn seen(tx: &Tx, id: OrganisationId, query: &ListQuery, rows: (u64, u64)) -> Result<Seen, Fault> {
    let owner = access::may_see_people(tx.actor(), id)?.owner;
    let unit: Option<UnitId> = query.filter("unit").parse().ok();
    let units = match unit {
        Some(unit) => {
            let below = organisations::units_below(tx, owner, &[unit]).await?;
            Some(below.into_iter().map(|(_, unit)| unit).collect())
        }
        None => None,
    };
    let narrowing = Narrowing {
        search: query.search().to_owned(),
        standing: Standing::from_word(query.filter("standing")),
        kind: AffiliationKind::from_word(query.filter("kind")),
        units,
        among: None,
        within: None,
        descending: query.descending(),
        public: rows.1 == FILE_MAX, // what leaves the portal leaves its care
    };
    let organisation = organisations::find(tx, id).await?;
    let today = format::local_date(organisation.zone, tx.now());
    let (lines, all) = register::page_on(tx, id, &narrowing, rows, today).await?;
    let told = Told::of(tx, owner, today, lines.iter(), unit).await?;
    Ok(Seen {
        name: organisation.name,
        lines,
        all: usize::try_from(all).unwrap_or(usize::MAX),
        unit: unit.and_then(|unit| Some((unit, told.names.get(&unit)?.clone()))),
        told,
    })
}

/// What binds somebody today or later, in words.
pub(super) fn bonds(words: &Words, told: &Told, line: &Line) -> String {
    let lasting = line.bonds.iter().filter(|bond| bond.span.lasts_on(told.today));
    let mut all: Vec<String> =
        lasting.map(|bond| at_unit(words, told, kind_word(words, bond.kind), bond.unit)).collect();
    all.dedup();
    all.join(" · ")
}

/// The roles somebody holds today or later, in words.
pub(super) fn roles(words: &Words, told: &Told, line: &Line) -> String {
    let lasting = line.roles.iter().filter(|held| held.span.lasts_on(told.today));
    let all: Vec<String> = lasting.map(|held| at_unit(words, told, role_word(words, held.role), held.unit)).collect();
    all.join(" · ")
}

fn at_unit(words: &Words, told: &Told, what: String, unit: Option<UnitId>) -> String {
    match unit {
        Some(_) => format!("{what}, {}", unit_word(words, &told.names, unit)),
        None => what,
    }
}

/// The form that the ticked people are sent with.
const CHOSEN: &str = "chosen";

fn table(
    words: &'static Words,
    lang: Lang,
    id: OrganisationId,
    seen: &Seen,
    query: &ListQuery,
    takes_many: bool,
) -> Table {
    let list = List::new(format!("/organisations/{id}/people"), query);
    let mut name = list.column("name", words.persons_list_name());
    name.primary = true;
    let mut kept = list.kept();
    if !query.filter("unit").is_empty() {
        kept.push(("unit".into(), query.filter("unit").into()));
    }
    let narrowed = list.clear_href().is_some();
    let empty = match narrowed {
        true => Empty::new(words.persons_none_found(), words.persons_none_found_text()),
        false => Empty::new(words.persons_none(), words.persons_none_text())
            .action(words.persons_add(), format!("/organisations/{id}/people/new")),
    };
    Table {
        words: kit::words(lang),
        id: "people".into(),
        caption: words.persons_title().to_string(),
        count_text: words.persons_count(seen.all),
        columns: takes_many
            .then(|| list.plain(words.persons_many_tick()))
            .into_iter()
            .chain([
                name,
                list.named("bonds", words.persons_list_bonds()),
                list.named("key", words.persons_field_key()),
                list.named("roles", words.persons_list_roles()),
            ])
            .collect(),
        rows: seen.lines.iter().map(|line| row(words, id, &seen.told, line, takes_many)).collect(),
        filters: filters(words, query),
        search: Some(Search {
            name: "q".into(),
            label: words.persons_search().to_string(),
            value: query.search().into(),
        }),
        kept,
        clear_href: list.clear_href(),
        pages: list.pages(seen.all, |from, to, all| words.persons_pages(from, to, all)),
        workbook_href: None,
        export_href: Some(list.href_of(&format!("/organisations/{id}/people.csv"))),
        form: takes_many.then(|| CHOSEN.into()),
        empty,
    }
}

fn row(words: &Words, id: OrganisationId, told: &Told, line: &Line, takes_many: bool) -> Row {
    let keys: Vec<&str> = line.bonds.iter().filter_map(|bond| bond.outside_key.as_deref()).collect();
    let tick = Cell::Check {
        name: "people".into(),
        value: line.person.id.to_string(),
        label: line.person.name.to_string(),
        checked: false,
    };
    let cells = [
        Cell::Strong {
            text: line.person.name.family_first(),
            href: Some(person_href(id, line.person.id)),
            note: line.person.email.as_ref().map(|email| email.as_str().to_owned()),
        },
        Cell::Text(bonds(words, told, line)),
        Cell::Text(keys.join(", ")),
        Cell::Text(roles(words, told, line)),
    ];
    Row { cells: takes_many.then_some(tick).into_iter().chain(cells).collect(), selected: false }
}

fn filters(words: &Words, query: &ListQuery) -> Vec<Filter> {
    let option = |filter: &str, value: &str, label: String| FilterOption {
        value: value.into(),
        label,
        selected: query.filter(filter) == value,
    };
    let standing = |standing: Standing| {
        let label = match standing {
            Standing::Here => words.persons_standing_here(),
            Standing::Coming => words.persons_standing_coming(),
            Standing::Left => words.persons_standing_left(),
            Standing::Everybody => words.persons_standing_all(),
        };
        option("standing", standing.word(), label.to_string())
    };
    let kinds = AffiliationKind::ALL.into_iter().map(|kind| option("kind", kind.word(), kind_word(words, kind)));
    vec![
        Filter {
            name: "standing".into(),
            label: words.persons_filter_standing().to_string(),
            options: Standing::ALL.into_iter().map(standing).collect(),
        },
        Filter {
            name: "kind".into(),
            label: words.persons_filter_kind().to_string(),
            options: std::iter::once(option("kind", "", words.persons_filter_kind_all().to_string()))
                .chain(kinds)
                .collect(),
        },
    ]
}
