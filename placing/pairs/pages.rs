//! What is known about students at places, as the office keeps it.

use askama::Template;
use axum::extract::State;
use base::RoundId;
use kit::db::Tx;
use kit::fault::{Fault, Problem};
use kit::fields::{self, Choice, Field};
use kit::form::FormErrors;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::Empty;
use kit::table::{Cell, Column, Filter, FilterOption, Row, Table};
use kit::web::{Answer, App, Form, Path, Query, Visit, see_other, show, show_again};
use matching::BanReason;
use serde::Deserialize;

use super::model::{NewPair, Pair, PairError, ban, ban_from_word, ban_in_words, number};
use super::queries::{self, PairRow};
use super::{access, actions};
use crate::rounds::{self, Round};
use crate::{Words, participants, sites};

#[derive(Template)]
#[template(path = "pairs/list.html")]
struct PairsPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    open: bool,
    table: Table,
    form: PairForm,
    errors: FormErrors,
}

/// One pair as it is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PairForm {
    student_id: String,
    place_id: String,
    prio: String,
    travel_min: String,
    ban: String,
}

/// GET /rounds/{round}/pairs
pub async fn show_pairs(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    show(&page_of(&app, &visit, round, &query, PairForm::default(), FormErrors::none()).await?)
}

/// POST /rounds/{round}/pairs: notes one pair, or forgets it when nothing is known any more.
pub async fn note_pair(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(form): Form<PairForm>,
) -> Answer {
    let noted = app.db().write(visit.actor(), async |tx| {
        let round = rounds::find(&tx, id).await?;
        match read(&tx, &round, &form).await? {
            Ok(new) => Ok(Ok(actions::note(&tx, &round, &[new], None).await?)),
            Err(wrong) => Ok(Err(wrong)),
        }
    });
    let mut errors = FormErrors::none();
    match noted.await? {
        Ok(()) => return Ok(see_other(format!("/rounds/{id}/pairs"))),
        Err(wrong) => {
            for error in wrong {
                errors.add(error.field().unwrap_or(""), error.tell(visit.lang()));
            }
        }
    }
    show_again(&page_of(&app, &visit, id, &ListQuery::default(), form, errors).await?)
}

async fn read(tx: &Tx, round: &Round, form: &PairForm) -> Result<Result<NewPair, Vec<PairError>>, Fault> {
    let students = participants::of_round(tx, round).await?;
    let forest = sites::forest(tx, round).await?;
    let (key, place) = (form.student_id.trim(), form.place_id.trim());
    let student = students.iter().find(|student| student.part.outside_key == key);
    let offer = forest.offers().iter().find(|offer| offer.outside_key == place);
    let mut wrong = vec![];
    let class = number("prio", &form.prio, Pair::CLASS_MAX).unwrap_or_else(|error| {
        wrong.push(error);
        None
    });
    let travel_minutes = number("travel_min", &form.travel_min, Pair::TRAVEL_MAX).unwrap_or_else(|error| {
        wrong.push(error);
        None
    });
    let ban = ban(&form.ban).unwrap_or_else(|error| {
        wrong.push(error);
        None
    });
    if student.is_none() {
        wrong.insert(0, PairError::NoStudent { typed: key.into() });
    }
    if offer.is_none() {
        wrong.push(PairError::NoPlace { typed: place.into() });
    }
    Ok(match (student, offer) {
        (Some(student), Some(offer)) if wrong.is_empty() => {
            Ok(NewPair { person: student.person, offer: offer.id, pair: Pair { class, travel_minutes, ban } })
        }
        _ => Err(wrong),
    })
}

async fn page_of(
    app: &App,
    visit: &Visit,
    id: RoundId,
    query: &ListQuery,
    form: PairForm,
    errors: FormErrors,
) -> Result<PairsPage, Fault> {
    let list = List::new(format!("/rounds/{id}/pairs"), query);
    let (first, banned) = (list.first(), query.filter("only") == "bans");
    let (round, rows, all) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let owner = access::may_keep(tx.actor(), &round)?;
            let (rows, all) = queries::page(&tx, owner, id, banned, (first, List::ROWS)).await?;
            Ok((round, rows, all))
        })
        .await?;
    let page = visit.page(app);
    Ok(PairsPage {
        words: crate::words(visit.lang()),
        round: id,
        name: round.plan().name().into(),
        open: round.open_to_changes().is_ok(),
        table: table(&page, &list, banned, &rows, all),
        form,
        errors,
        page,
    })
}

fn table(page: &Page, list: &List<'_>, banned: bool, rows: &[PairRow], all: usize) -> Table {
    let lang = page.language();
    let words = crate::words(lang);
    let shown = |number: Option<i32>| number.map_or_else(|| String::from("–"), |number| number.to_string());
    let row = |row: &PairRow| Row {
        cells: vec![
            Cell::Strong {
                text: [row.given_name.as_str(), row.family_name.as_str()].join(" ").trim().to_owned(),
                href: None,
                note: Some(row.outside_key.clone()),
            },
            Cell::Strong {
                text: if row.place_name.is_empty() { row.place_key.clone() } else { row.place_name.clone() },
                href: None,
                note: Some(row.place_key.clone()).filter(|key| *key != row.place_name),
            },
            Cell::Number(shown(row.class)),
            Cell::Number(shown(row.travel_minutes)),
            Cell::Text(
                row.ban
                    .as_deref()
                    .and_then(ban_from_word)
                    .map_or_else(|| String::from("–"), |ban| ban_in_words(lang, ban)),
            ),
        ],
        selected: false,
    };
    let option = |value: &str, label: String, selected: bool| FilterOption { value: value.into(), label, selected };
    Table {
        words: page.words,
        id: "pairs".into(),
        caption: words.pairs_title().to_string(),
        count_text: words.pairs_count(all).to_string(),
        columns: vec![
            Column { primary: true, ..list.plain(words.wishes_column_student()) },
            list.plain(words.wishes_column_place()),
            Column { numeric: true, ..list.plain(words.pairs_column_class()) },
            Column { numeric: true, ..list.plain(words.pairs_column_travel()) },
            list.plain(words.pairs_column_ban()),
        ],
        rows: rows.iter().map(row).collect(),
        filters: vec![Filter {
            name: "only".into(),
            label: words.pairs_filter().to_string(),
            options: vec![
                option("", words.pairs_filter_all().to_string(), !banned),
                option("bans", words.pairs_filter_bans().to_string(), banned),
            ],
        }],
        search: None,
        kept: list.kept(),
        clear_href: list.clear_href(),
        pages: list.pages(all, |from, to, all| words.pairs_pages_of(from, to, all).to_string()),
        workbook_href: None,
        export_href: None,
        form: None,
        empty: Empty::new(words.pairs_empty(), words.pairs_empty_text()),
    }
}

impl PairsPage {
    fn student(&self) -> Field {
        let made = fields::text("student_id", self.words.wishes_column_student()).short().required();
        made.value(&self.form.student_id).error(self.errors.get("student_id"))
    }
    fn place(&self) -> Field {
        let made = fields::text("place_id", self.words.wishes_column_place()).short().required();
        made.value(&self.form.place_id).error(self.errors.get("place_id"))
    }
    fn class(&self) -> Field {
        let made = fields::number("prio", self.words.pairs_column_class()).short();
        made.value(&self.form.prio).help(self.words.pairs_class_help()).error(self.errors.get("prio"))
    }
    fn travel(&self) -> Field {
        let made = fields::number("travel_min", self.words.pairs_column_travel()).short();
        made.value(&self.form.travel_min).error(self.errors.get("travel_min"))
    }
    fn ban(&self) -> Field {
        let lang = self.page.language();
        let ban = |(name, ban): &(&str, BanReason)| Choice::new(name, ban_in_words(lang, *ban));
        let mut choices = vec![Choice::new("", self.words.pairs_ban_none())];
        choices.extend(BanReason::NAMES.iter().map(ban));
        fields::select("ban", self.words.pairs_column_ban(), choices)
            .value(&self.form.ban)
            .help(self.words.pairs_ban_help())
            .error(self.errors.get("ban"))
    }
}
