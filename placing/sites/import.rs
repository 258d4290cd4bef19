//! Importing the host tree and the offers of a round from files.

use std::collections::{HashMap, HashSet};

use base::{Lang, OrganisationId, PersonId, RoundId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::scope::Scope;
use people::imports::{
    self, CellError, CellProblem, Checked, Column, Difference, Importer, InputRow, Nearest, Subject, Verdict,
};
use people::organisations::{self, Organisation};
use serde_json::Value;
use uuid::Uuid;

use super::actions::{self, node_rows, offer_rows};
use super::model::{
    ABOUT_CHARS_MAX, CAP_MAX, Change, Forest, KEY_CHARS_MAX, LINE_CHARS_MAX, NodeRow, OfferRow, SEATS_MAX, SiteError,
    parents_first,
};
use crate::rounds::{self, Round};

/// The file's period where it names none.
const PERIOD: &str = "1";
/// What a node is called where the file does not say.
const LEVEL: &str = "host";

/// Reads hosts.csv: host_id, parent_id, level, cap.
pub struct TreeImporter;

/// Reads places.csv: place_id, host_id, subject, period, capacity.
pub struct OffersImporter;

#[async_trait::async_trait]
impl Importer for TreeImporter {
    fn kind(&self) -> &'static str {
        "tree"
    }
    fn scope(&self) -> Scope {
        Scope::PlanRounds
    }
    fn title(&self, lang: Lang) -> String {
        crate::words(lang).sites_import_tree()
    }
    fn help(&self, lang: Lang) -> String {
        crate::words(lang).sites_import_tree_help()
    }

    fn columns(&self) -> Vec<Column> {
        let column = |key, required, label, headings| Column { key, required, label, headings };
        vec![
            column(
                "host_id",
                true,
                |lang| crate::words(lang).sites_column_host(),
                &["key", "nøkkel", "nøgle", "id", "kode"],
            ),
            column(
                "parent_id",
                false,
                |lang| crate::words(lang).sites_column_parent(),
                &["parent", "overordnet", "under"],
            ),
            column("level", false, |lang| crate::words(lang).sites_column_level(), &["nivå", "niveau"]),
            column(
                "cap",
                false,
                |lang| crate::words(lang).sites_column_cap(),
                &["max", "maks", "kapasitet", "kapacitet", "capacity"],
            ),
            column("name", false, |lang| crate::words(lang).sites_column_name(), &["navn", "namn"]),
            column(
                "organisation",
                false,
                |lang| crate::words(lang).sites_column_organisation(),
                &["organisasjon", "virksomhet", "virksomhed", "orgnr", "cvr"],
            ),
        ]
    }

    async fn subject(&self, tx: &Tx, subject: Uuid) -> Result<Subject, Fault> {
        Ok(subject_of(&rounds::find(tx, RoundId(subject)).await?))
    }

    async fn check(&self, tx: &Tx, subject: Uuid, rows: &[InputRow]) -> Result<Checked, Fault> {
        let (round, known) = known_nodes(tx, subject).await?;
        round.open_to_changes()?;
        Ok(known.check(rows))
    }

    async fn apply(&self, tx: &Tx, subject: Uuid, _: PersonId, rows: &[InputRow]) -> Result<Vec<Value>, Fault> {
        let (round, known) = known_nodes(tx, subject).await?;
        let nodes: Vec<NodeRow> = rows.iter().filter_map(|row| known.read(row).ok()).collect();
        imports::kept(&actions::upsert_nodes(tx, &round, &nodes).await?)
    }

    async fn undo(&self, tx: &Tx, subject: Uuid, _: PersonId, changes: Vec<Value>) -> Result<Vec<Value>, Fault> {
        let round = rounds::find(tx, RoundId(subject)).await?;
        actions::undo_nodes(tx, &round, &imports::restored::<Change<NodeRow>>(changes)?).await?;
        Ok(vec![])
    }
}

#[async_trait::async_trait]
impl Importer for OffersImporter {
    fn kind(&self) -> &'static str {
        "offers"
    }
    fn scope(&self) -> Scope {
        Scope::PlanRounds
    }
    fn title(&self, lang: Lang) -> String {
        crate::words(lang).sites_import_offers()
    }
    fn help(&self, lang: Lang) -> String {
        crate::words(lang).sites_import_offers_help()
    }

    fn columns(&self) -> Vec<Column> {
        let column = |key, required, label, headings| Column { key, required, label, headings };
        vec![
            column(
                "place_id",
                true,
                |lang| crate::words(lang).sites_column_place(),
                &["key", "nøkkel", "nøgle", "id", "kode"],
            ),
            column(
                "host_id",
                true,
                |lang| crate::words(lang).sites_column_at(),
                &["host", "sted", "stad", "praksissted", "praktiksted"],
            ),
            column("subject", true, |lang| crate::words(lang).sites_column_subject(), &["fag", "emne", "program"]),
            column("period", false, |lang| crate::words(lang).sites_column_period(), &["periode"]),
            column(
                "capacity",
                true,
                |lang| crate::words(lang).sites_column_capacity(),
                &["seats", "plasser", "plassar", "pladser", "antall", "antal", "kapasitet"],
            ),
            column("name", false, |lang| crate::words(lang).sites_column_name(), &["navn", "namn"]),
            column("municipality", false, |lang| crate::words(lang).sites_column_municipality(), &["kommune"]),
            column("address", false, |lang| crate::words(lang).sites_column_address(), &["adresse"]),
            column(
                "about",
                false,
                |lang| crate::words(lang).sites_column_about(),
                &["description", "beskrivelse", "omtale"],
            ),
            column("wished_last_year", false, |lang| crate::words(lang).sites_column_last_year(), &[]),
        ]
    }

    async fn subject(&self, tx: &Tx, subject: Uuid) -> Result<Subject, Fault> {
        Ok(subject_of(&rounds::find(tx, RoundId(subject)).await?))
    }

    async fn check(&self, tx: &Tx, subject: Uuid, rows: &[InputRow]) -> Result<Checked, Fault> {
        let (round, known) = known_offers(tx, subject).await?;
        round.open_to_changes()?;
        Ok(known.check(rows))
    }

    async fn apply(&self, tx: &Tx, subject: Uuid, _: PersonId, rows: &[InputRow]) -> Result<Vec<Value>, Fault> {
        let (round, known) = known_offers(tx, subject).await?;
        let offers: Vec<OfferRow> = rows.iter().filter_map(|row| known.read(row).ok()).collect();
        imports::kept(&actions::upsert_offers(tx, &round, &offers).await?)
    }

    async fn undo(&self, tx: &Tx, subject: Uuid, _: PersonId, changes: Vec<Value>) -> Result<Vec<Value>, Fault> {
        let round = rounds::find(tx, RoundId(subject)).await?;
        actions::undo_offers(tx, &round, &imports::restored::<Change<OfferRow>>(changes)?).await?;
        Ok(vec![])
    }
}

fn subject_of(round: &Round) -> Subject {
    Subject {
        owner: round.owner(),
        name: round.plan().name().to_string(),
        href: format!("/rounds/{}", round.id()),
        rows_href: format!("/rounds/{}/places", round.id()),
        can_be_undone: round.open_to_planning().is_ok(),
    }
}

/// The nodes of a round before an import, by key.
struct KnownNodes {
    rows: HashMap<String, NodeRow>,
    taken: HashMap<String, i32>,
    hosts: Vec<Organisation>,
}

async fn known_nodes(tx: &Tx, subject: Uuid) -> Result<(Round, KnownNodes), Fault> {
    let round = rounds::find(tx, RoundId(subject)).await?;
    let forest = actions::forest(tx, &round).await?;
    let rows = node_rows(forest.nodes()).into_iter().map(|row| (row.outside_key.clone(), row)).collect();
    let taken = forest.nodes().iter().map(|node| (node.outside_key.clone(), node.taken)).collect();
    let hosts = organisations::partners(tx, round.owner()).await?;
    Ok((round, KnownNodes { rows, taken, hosts }))
}

impl KnownNodes {
    /// What a row says; where the file lacks a column, what is there stays.
    fn read(&self, row: &InputRow) -> Result<NodeRow, Vec<CellError>> {
        let mut errors = Vec::new();
        let key = line(row, "host_id", KEY_CHARS_MAX, &mut errors);
        let before = self.rows.get(&key);
        let seats_max = caught(row.number("cap", 0, i64::from(CAP_MAX)), &mut errors).flatten();
        let seats_max = if row.has("cap") { seats_max } else { before.and_then(|before| before.seats_max) };
        let parent_key = match row.has("parent_id") {
            true => row.some("parent_id").map(str::to_string),
            false => before.and_then(|before| before.parent_key.clone()),
        };
        let level = line(row, "level", LINE_CHARS_MAX, &mut errors);
        let level = match (level.is_empty(), before) {
            (false, _) => level,
            (true, Some(before)) => before.level.clone(),
            (true, None) => LEVEL.to_string(),
        };
        let name = line(row, "name", LINE_CHARS_MAX, &mut errors);
        let name = if row.has("name") { name } else { before.map(|before| before.name.clone()).unwrap_or_default() };
        let host = match row.has("organisation") {
            true => self.host(row, &mut errors),
            false => before.and_then(|before| before.host),
        };
        let host_unit = before.filter(|before| before.host == host).and_then(|before| before.host_unit);
        if let (Some(max), Some(taken)) = (seats_max, self.taken.get(&key).filter(|taken| **taken > 0))
            && max < *taken
        {
            errors.push(CellError::told("cap", SiteError::BelowTaken { key: key.clone(), taken: *taken, asked: max }));
        }
        match errors.is_empty() {
            true => Ok(NodeRow { outside_key: key, parent_key, name, level, seats_max, host, host_unit }),
            false => Err(errors),
        }
    }

    /// The host organisation by its name, its short name or its number.
    fn host(&self, row: &InputRow, errors: &mut Vec<CellError>) -> Option<OrganisationId> {
        let wanted = row.some("organisation")?.to_lowercase();
        let is_it = |host: &&Organisation| {
            host.name.to_lowercase() == wanted
                || host.short_name.to_lowercase() == wanted
                || host.number.as_ref().is_some_and(|number| *number == wanted.replace(' ', ""))
        };
        let found = self.hosts.iter().find(is_it).map(|host| host.id);
        if found.is_none() {
            let nearest = Nearest::among(self.hosts.iter().map(|host| host.name.as_str()));
            errors.push(CellError::new("organisation", nearest.unknown(row.text("organisation"))));
        }
        found
    }

    fn check(&self, rows: &[InputRow]) -> Checked {
        let first_with = first_rows(rows, "host_id");
        let broken: HashMap<&str, u32> =
            rows.iter().filter(|row| row.is_broken).map(|row| (row.text("host_id"), row.number)).collect();
        let nearest = Nearest::among(self.rows.keys().map(String::as_str).chain(first_with.keys().copied()));
        let mut verdicts: Vec<Verdict> = Vec::with_capacity(rows.len());
        let mut good = Vec::new();
        for row in rows {
            let read = no_repeat(row, "host_id", &first_with).and_then(|()| self.read(row));
            let verdict = read.and_then(|node| {
                let Some(parent) = node.parent_key.as_deref() else { return Ok((node, None)) };
                match (broken.get(parent), first_with.contains_key(parent) || self.rows.contains_key(parent)) {
                    (Some(number), _) => Ok((node, Some(*number))),
                    (None, true) => Ok((node, None)),
                    (None, false) => Err(vec![CellError::new("parent_id", nearest.unknown(parent))]),
                }
            });
            verdicts.push(match verdict {
                Err(errors) => Verdict::Wrong(errors),
                Ok((_, Some(for_row))) => Verdict::Waits { for_row },
                Ok((node, None)) => {
                    let verdict = self.verdict(&node);
                    good.push(node);
                    verdict
                }
            });
        }
        self.refuse_unsound(&good, rows, &mut verdicts);
        let gone = self.rows.keys().filter(|key| !first_with.contains_key(key.as_str())).count();
        Checked { verdicts: waiting_below(rows, verdicts), gone }
    }

    /// Rows that would go in a circle or too deep.
    fn refuse_unsound(&self, good: &[NodeRow], rows: &[InputRow], verdicts: &mut [Verdict]) {
        let known: Vec<_> = self.rows.values().map(|row| (row.outside_key.clone(), row.parent_key.clone())).collect();
        let Err(wrong) = parents_first(good, &known) else { return };
        let places: HashMap<&str, usize> = rows.iter().enumerate().map(|(at, row)| (row.text("host_id"), at)).collect();
        for error in wrong {
            let key = match &error {
                SiteError::Circle { key } | SiteError::TooDeep { key } => key.clone(),
                _ => continue, // the parent is another row that has its own error or waits
            };
            if let Some(at) = places.get(key.as_str()) {
                verdicts[*at] = Verdict::Wrong(vec![CellError::told("parent_id", error)]);
            }
        }
    }

    fn verdict(&self, node: &NodeRow) -> Verdict {
        let Some(before) = self.rows.get(&node.outside_key) else { return Verdict::New };
        let mut all = Vec::new();
        let shown = |cap: Option<i32>| cap.map(|cap| cap.to_string()).unwrap_or_default();
        let parent = |row: &NodeRow| row.parent_key.clone().unwrap_or_default();
        Difference::note(&mut all, "parent_id", parent(before), parent(node));
        Difference::note(&mut all, "level", &before.level, &node.level);
        Difference::note(&mut all, "cap", shown(before.seats_max), shown(node.seats_max));
        Difference::note(&mut all, "name", &before.name, &node.name);
        Difference::note(&mut all, "organisation", self.host_name(before.host), self.host_name(node.host));
        Difference::verdict(all)
    }

    fn host_name(&self, id: Option<OrganisationId>) -> &str {
        self.hosts.iter().find(|host| Some(host.id) == id).map_or("", |host| host.name.as_str())
    }
}

/// Rows below a row that waits or has an error wait too, however deep.
fn waiting_below(rows: &[InputRow], mut verdicts: Vec<Verdict>) -> Vec<Verdict> {
    let places: HashMap<&str, usize> = rows.iter().enumerate().map(|(at, row)| (row.text("host_id"), at)).collect();
    loop {
        let mut changed = false;
        for (at, row) in rows.iter().enumerate() {
            let Some(above) = places.get(row.text("parent_id")).filter(|above| **above != at) else { continue };
            let is_good = !matches!(verdicts[at], Verdict::Wrong(_) | Verdict::Waits { .. });
            if is_good && matches!(verdicts[*above], Verdict::Wrong(_) | Verdict::Waits { .. }) {
                verdicts[at] = Verdict::Waits { for_row: rows[*above].number };
                changed = true;
            }
        }
        if !changed {
            return verdicts;
        }
    }
}

/// The offers of a round before an import, by key, and the nodes they may be at.
struct KnownOffers {
    rows: HashMap<String, OfferRow>,
    taken: HashMap<String, i32>,
    nodes: Vec<String>,
    node_keys: HashSet<String>,
}

async fn known_offers(tx: &Tx, subject: Uuid) -> Result<(Round, KnownOffers), Fault> {
    let round = rounds::find(tx, RoundId(subject)).await?;
    let forest: Forest = actions::forest(tx, &round).await?;
    let rows = offer_rows(&forest).into_iter().map(|row| (row.outside_key.clone(), row)).collect();
    let taken = forest.offers().iter().map(|offer| (offer.outside_key.clone(), offer.taken)).collect();
    let nodes: Vec<String> = forest.nodes().iter().map(|node| node.outside_key.clone()).collect();
    Ok((round, KnownOffers { rows, taken, node_keys: nodes.iter().cloned().collect(), nodes }))
}

impl KnownOffers {
    fn read(&self, row: &InputRow) -> Result<OfferRow, Vec<CellError>> {
        let mut errors = Vec::new();
        let outside_key = line(row, "place_id", KEY_CHARS_MAX, &mut errors);
        let node_key = row.text("host_id").to_string();
        if !node_key.is_empty() && !self.node_keys.contains(&node_key) {
            let nearest = Nearest::among(self.nodes.iter().map(String::as_str));
            errors.push(CellError::new("host_id", nearest.unknown(&node_key)));
        }
        let before = self.rows.get(&outside_key);
        let mut text = |key: &'static str, max: usize, kept: fn(&OfferRow) -> &String| match row.has(key) {
            true => line(row, key, max, &mut errors),
            false => before.map(|before| kept(before).clone()).unwrap_or_default(),
        };
        let subject = text("subject", LINE_CHARS_MAX, |before| &before.subject);
        let period = text("period", LINE_CHARS_MAX, |before| &before.period);
        let name = text("name", LINE_CHARS_MAX, |before| &before.name);
        let municipality = text("municipality", LINE_CHARS_MAX, |before| &before.municipality);
        let address = text("address", LINE_CHARS_MAX, |before| &before.address);
        let about = text("about", ABOUT_CHARS_MAX, |before| &before.about);
        let seats_max =
            caught(row.number("capacity", 0, i64::from(SEATS_MAX)), &mut errors).flatten().unwrap_or_default();
        let wished = caught(row.number("wished_last_year", 0, i64::from(CAP_MAX)), &mut errors).flatten();
        let wished_last_year =
            if row.has("wished_last_year") { wished } else { before.and_then(|before| before.wished_last_year) };
        if let Some(taken) = self.taken.get(&outside_key).filter(|taken| seats_max < **taken) {
            let error = SiteError::BelowTaken { key: outside_key.clone(), taken: *taken, asked: seats_max };
            errors.push(CellError::told("capacity", error));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let period = if period.is_empty() { PERIOD.to_string() } else { period };
        Ok(OfferRow {
            outside_key,
            node_key,
            name,
            subject,
            period,
            seats_max,
            municipality,
            address,
            about,
            wished_last_year,
        })
    }

    fn check(&self, rows: &[InputRow]) -> Checked {
        let first_with = first_rows(rows, "place_id");
        let verdict = |row: &InputRow| {
            let read = no_repeat(row, "place_id", &first_with).and_then(|()| self.read(row));
            read.map_or_else(Verdict::Wrong, |offer| self.verdict(&offer))
        };
        let gone = self.rows.keys().filter(|key| !first_with.contains_key(key.as_str())).count();
        Checked { verdicts: rows.iter().map(verdict).collect(), gone }
    }

    fn verdict(&self, offer: &OfferRow) -> Verdict {
        let Some(before) = self.rows.get(&offer.outside_key) else { return Verdict::New };
        let mut all = Vec::new();
        let shown = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
        Difference::note(&mut all, "host_id", &before.node_key, &offer.node_key);
        Difference::note(&mut all, "subject", &before.subject, &offer.subject);
        Difference::note(&mut all, "period", &before.period, &offer.period);
        Difference::note(&mut all, "capacity", before.seats_max, offer.seats_max);
        Difference::note(&mut all, "name", &before.name, &offer.name);
        Difference::note(&mut all, "municipality", &before.municipality, &offer.municipality);
        Difference::note(&mut all, "address", &before.address, &offer.address);
        Difference::note(&mut all, "about", &before.about, &offer.about);
        Difference::note(&mut all, "wished_last_year", shown(before.wished_last_year), shown(offer.wished_last_year));
        Difference::verdict(all)
    }
}

/// The first row with each key.
fn first_rows<'a>(rows: &'a [InputRow], key: &str) -> HashMap<&'a str, u32> {
    let mut first = HashMap::with_capacity(rows.len());
    for row in rows {
        first.entry(row.text(key)).or_insert(row.number);
    }
    first
}

fn no_repeat(row: &InputRow, key: &'static str, first_with: &HashMap<&str, u32>) -> Result<(), Vec<CellError>> {
    match first_with.get(row.text(key)) {
        Some(first) if *first != row.number && row.some(key).is_some() => {
            Err(vec![CellError::new(key, CellProblem::Repeated { row: *first })])
        }
        _ => Ok(()),
    }
}

/// The text of a cell, within its limit.
fn line(row: &InputRow, key: &'static str, max: usize, errors: &mut Vec<CellError>) -> String {
    let text = row.text(key);
    let got = text.chars().count();
    if got > max {
        errors.push(CellError::told(key, SiteError::TooLong { field: key, got, max }));
    }
    text.to_string()
}

fn caught<T>(read: Result<T, CellError>, errors: &mut Vec<CellError>) -> Option<T> {
    read.map_err(|error| errors.push(error)).ok()
}
