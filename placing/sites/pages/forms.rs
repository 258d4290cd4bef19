//! Adding and changing one node or one offer by hand.

use askama::Template;
use axum::extract::State;
use base::{Lang, NodeId, OfferId, OrganisationId, RoundId, UnitId};
use kit::actor::Actor;
use kit::db::Tx;
use kit::edition::{self, Again, Shown};
use kit::fault::{Fault, NotFound};
use kit::fields::{self, Choice, Field};
use kit::form::FormErrors;
use kit::page::Page;
use kit::parts::Alert;
use kit::web::{Answer, App, Form, Path, Visit, see_other, show, show_with};
use people::organisations::{self, Kind};
use serde::{Deserialize, Serialize};

use crate::Words;
use crate::rounds;
use crate::sites::actions::{self, node_rows, offer_rows};
use crate::sites::model::{
    ABOUT_CHARS_MAX, CAP_MAX, Forest, KEY_CHARS_MAX, LINE_CHARS_MAX, NodeRow, OfferRow, SEATS_MAX, SiteError,
};

#[derive(Template)]
#[template(path = "sites/form.html")]
struct FormPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    title: String,
    lead: String,
    /// What the form was made from; empty where nothing stood before
    edition: String,
    /// Told when somebody else has saved meanwhile
    edited: Option<Alert>,
    errors: FormErrors,
    fields: Vec<Field>,
}

/// What the form of a node sends.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct NodeForm {
    /// What the form was made from; empty where nothing stood before
    edition: String,
    outside_key: String,
    name: String,
    level: String,
    parent: String,
    seats_max: String,
    host: String,
    host_unit: String,
}

/// What the form of an offer sends.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct OfferForm {
    /// What the form was made from; empty where nothing stood before
    edition: String,
    outside_key: String,
    node: String,
    name: String,
    subject: String,
    period: String,
    seats_max: String,
    municipality: String,
    address: String,
    about: String,
    wished_last_year: String,
}

/// The empty form of a node.
pub async fn new_node(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>) -> Answer {
    node_page(&app, &visit, round, None, None).await.and_then(|page| show(&page))
}

/// The form of a node.
pub async fn edit_node(State(app): State<App>, visit: Visit, Path((round, id)): Path<(RoundId, NodeId)>) -> Answer {
    node_page(&app, &visit, round, Some(id), None).await.and_then(|page| show(&page))
}

/// Adds a node.
pub async fn add_node(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Form(form): Form<NodeForm>,
) -> Answer {
    save_node(&app, &visit, round, None, form).await
}

/// Changes a node.
pub async fn change_node(
    State(app): State<App>,
    visit: Visit,
    Path((round, id)): Path<(RoundId, NodeId)>,
    Form(form): Form<NodeForm>,
) -> Answer {
    save_node(&app, &visit, round, Some(id), form).await
}

async fn save_node(app: &App, visit: &Visit, id: RoundId, node: Option<NodeId>, form: NodeForm) -> Answer {
    let host: Option<OrganisationId> = form.host.parse().ok();
    let units = units_of(app, host).await?;
    let saved = app
        .db()
        .write(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let forest = actions::forest(&tx, &round).await?;
            if let Some(node) = node {
                edition::unchanged(&form.edition, &edition::of(&NodeForm::of(&node_row(&forest, node)?))?)?;
            }
            let row = form.row(&tx, &forest, node, &units).await?;
            actions::set_node(&tx, &round, &row).await
        })
        .await;
    let fault = match saved {
        Ok(()) => return Ok(see_other(format!("/rounds/{id}/places"))),
        Err(fault) => fault,
    };
    let again = again(visit.lang(), form, fault)?;
    show_with(again.status(), &node_page(app, visit, id, node, Some(again)).await?)
}

/// Only what a field can mend goes back to the form, and what somebody else has saved meanwhile.
fn again<F>(lang: Lang, form: F, fault: Fault) -> Result<Again<F>, Fault> {
    match fault.problem().and_then(kit::fault::Problem::field) {
        None if !edition::is_edited(&fault) => Err(fault),
        _ => Again::new(lang, form, fault),
    }
}

/// The units of a host, by name. The host's own tree is read as the host: the office sees the names alone.
async fn units_of(app: &App, host: Option<OrganisationId>) -> Result<Vec<(UnitId, String)>, Fault> {
    let Some(host) = host else { return Ok(vec![]) };
    app.db()
        .read(&Actor::portal(host), async |tx| {
            let Some(owner) = organisations::access::scope(tx.actor(), host) else { return Ok(vec![]) };
            let units = organisations::units(&tx, owner).await?;
            Ok(units.into_iter().map(|unit| (unit.id, unit.name)).collect())
        })
        .await
}

async fn node_page(
    app: &App,
    visit: &Visit,
    id: RoundId,
    node: Option<NodeId>,
    again: Option<Again<NodeForm>>,
) -> Result<FormPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let (name, row, hosts) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            round.open_to_changes()?;
            let forest = actions::forest(&tx, &round).await?;
            let row = node.map(|node| node_row(&forest, node)).transpose()?;
            let mut hosts = organisations::partners(&tx, round.owner()).await?;
            hosts.retain(|host| host.kind != Kind::Institution);
            Ok((round.plan().name().to_owned(), row, hosts))
        })
        .await?;
    let stands = row.as_ref().map_or_else(fresh_node, NodeForm::of);
    let now = if row.is_some() { edition::of(&stands)? } else { String::new() };
    let shown = Shown::new(again, stands, now);
    let hosts: Vec<Choice> = hosts.into_iter().map(|host| Choice::new(host.id, host.name)).collect();
    let fields_of = async |form: &NodeForm| {
        let units = units_of(app, form.host.parse().ok()).await?;
        Ok::<_, Fault>(form.fields(words, &shown.errors, row.is_none(), hosts.clone(), units))
    };
    let mut fields = fields_of(&shown.form).await?;
    if let Some(theirs) = &shown.theirs {
        fields = edition::beside(lang, fields, fields_of(theirs).await?);
    }
    let title = match &row {
        Some(row) if row.name.is_empty() => words.sites_node_title(row.outside_key.as_str()).to_string(),
        Some(row) => words.sites_node_title(row.name.as_str()).to_string(),
        None => words.sites_add_node().to_string(),
    };
    Ok(FormPage {
        page: visit.page(app),
        words,
        round: id,
        name,
        title,
        lead: words.sites_node_lead().to_string(),
        fields,
        edited: shown.alert(lang),
        edition: shown.form.edition,
        errors: shown.errors,
    })
}

impl edition::Form for NodeForm {
    fn made_from(self, edition: String) -> Self {
        Self { edition, ..self }
    }
}

impl edition::Form for OfferForm {
    fn made_from(self, edition: String) -> Self {
        Self { edition, ..self }
    }
}

fn fresh_node() -> NodeForm {
    NodeForm { level: "site".into(), ..NodeForm::default() }
}

fn node_row(forest: &Forest, id: NodeId) -> Result<NodeRow, NotFound> {
    let place = forest.nodes().iter().position(|node| node.id == id).ok_or_else(|| NotFound::of("node", id))?;
    Ok(node_rows(forest.nodes()).swap_remove(place))
}

fn offer_row(forest: &Forest, id: OfferId) -> Result<OfferRow, NotFound> {
    let place = forest.offers().iter().position(|offer| offer.id == id).ok_or_else(|| NotFound::of("offer", id))?;
    Ok(offer_rows(forest).swap_remove(place))
}

impl NodeForm {
    fn of(row: &NodeRow) -> Self {
        Self {
            edition: String::new(),
            outside_key: row.outside_key.clone(),
            name: row.name.clone(),
            level: row.level.clone(),
            parent: row.parent_key.clone().unwrap_or_default(),
            seats_max: row.seats_max.map(|max| max.to_string()).unwrap_or_default(),
            host: row.host.map(|host| host.to_string()).unwrap_or_default(),
            host_unit: row.host_unit.map(|unit| unit.to_string()).unwrap_or_default(),
        }
    }

    /// The row the form asks for. The key of a node that is there stays.
    async fn row(
        &self,
        tx: &Tx,
        forest: &Forest,
        node: Option<NodeId>,
        units: &[(UnitId, String)],
    ) -> Result<NodeRow, Fault> {
        let key = match node {
            Some(node) => node_row(forest, node)?.outside_key,
            None => self.outside_key.trim().to_owned(),
        };
        if node.is_none() && forest.nodes().iter().any(|node| node.outside_key == key) {
            return Err(SiteError::KeyTaken { key }.into());
        }
        let host = match self.host.as_str() {
            "" => None,
            typed => Some(host(tx, typed).await?),
        };
        let unit: Option<UnitId> = match (self.host_unit.as_str(), host) {
            ("", _) | (_, None) => None,
            (typed, Some(_)) => Some(typed.parse().map_err(|_| SiteError::UnitElsewhere)?),
        };
        // Another host chosen in the same go has other units: the old one falls away.
        let unit = unit.filter(|unit| units.iter().any(|known| known.0 == *unit));
        Ok(NodeRow {
            outside_key: key,
            parent_key: Some(self.parent.trim().to_owned()).filter(|parent| !parent.is_empty()),
            name: self.name.trim().into(),
            level: self.level.trim().into(),
            seats_max: number_or_none("seats_max", &self.seats_max, CAP_MAX)?,
            host,
            host_unit: unit,
        })
    }

    fn fields(
        &self,
        words: &'static Words,
        errors: &FormErrors,
        is_new: bool,
        hosts: Vec<Choice>,
        units: Vec<(UnitId, String)>,
    ) -> Vec<Field> {
        let line = |name: &'static str, label: String, value: &str| {
            fields::text(name, label).value(value).length_max(LINE_CHARS_MAX).error(errors.get(name))
        };
        let none = |label: String| vec![Choice::new("", label)];
        let mut all = vec![];
        if is_new {
            let key = line("outside_key", words.sites_field_key().to_string(), &self.outside_key);
            all.push(key.length_max(KEY_CHARS_MAX).help(words.sites_field_key_help()).required().middle());
        }
        all.push(line("name", words.sites_field_name().to_string(), &self.name));
        all.push(
            line("level", words.sites_field_level().to_string(), &self.level)
                .help(words.sites_field_level_help())
                .required()
                .middle(),
        );
        all.push(
            line("parent", words.sites_field_parent().to_string(), &self.parent)
                .help(words.sites_field_parent_help())
                .middle(),
        );
        all.push(
            fields::number("seats_max", words.sites_field_seats_max())
                .value(&self.seats_max)
                .help(words.sites_field_seats_max_help())
                .error(errors.get("seats_max")),
        );
        let mut choices = none(words.sites_field_host_none().to_string());
        choices.extend(hosts);
        all.push(
            fields::select("host", words.sites_field_host(), choices)
                .value(&self.host)
                .help(words.sites_field_host_help())
                .error(errors.get("host")),
        );
        if !units.is_empty() {
            let mut choices = none(words.sites_field_unit_none().to_string());
            choices.extend(units.into_iter().map(|(id, name)| Choice::new(id, name)));
            all.push(
                fields::select("host_unit", words.sites_field_unit(), choices)
                    .value(&self.host_unit)
                    .error(errors.get("host_unit")),
            );
        }
        all
    }
}

/// A host organisation, by its id.
async fn host(tx: &Tx, typed: &str) -> Result<OrganisationId, Fault> {
    let unknown = || SiteError::HostUnknown { name: typed.chars().take(LINE_CHARS_MAX).collect() };
    let id: OrganisationId = typed.parse().map_err(|_| unknown())?;
    let found = organisations::find_many(tx, &[id]).await?;
    let found = found.first().filter(|host| host.kind != Kind::Institution);
    Ok(found.map(|host| host.id).ok_or_else(unknown)?)
}

fn number_or_none(field: &'static str, typed: &str, max: i32) -> Result<Option<i32>, SiteError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let read = typed.parse().ok().filter(|number| (0..=max).contains(number));
    read.map(Some).ok_or_else(|| SiteError::NoNumber { field, typed: typed.into(), min: 0, max })
}

/// The empty form of an offer.
pub async fn new_offer(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>) -> Answer {
    offer_page(&app, &visit, round, None, None).await.and_then(|page| show(&page))
}

/// The form of an offer.
pub async fn edit_offer(State(app): State<App>, visit: Visit, Path((round, id)): Path<(RoundId, OfferId)>) -> Answer {
    offer_page(&app, &visit, round, Some(id), None).await.and_then(|page| show(&page))
}

/// Adds an offer.
pub async fn add_offer(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Form(form): Form<OfferForm>,
) -> Answer {
    save_offer(&app, &visit, round, None, form).await
}

/// Changes an offer.
pub async fn change_offer(
    State(app): State<App>,
    visit: Visit,
    Path((round, id)): Path<(RoundId, OfferId)>,
    Form(form): Form<OfferForm>,
) -> Answer {
    save_offer(&app, &visit, round, Some(id), form).await
}

async fn save_offer(app: &App, visit: &Visit, id: RoundId, offer: Option<OfferId>, form: OfferForm) -> Answer {
    let saved = app
        .db()
        .write(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let forest = actions::forest(&tx, &round).await?;
            if let Some(offer) = offer {
                edition::unchanged(&form.edition, &edition::of(&OfferForm::of(&offer_row(&forest, offer)?))?)?;
            }
            actions::set_offer(&tx, &round, &form.row(&forest, offer)?).await
        })
        .await;
    let fault = match saved {
        Ok(()) => return Ok(see_other(format!("/rounds/{id}/places"))),
        Err(fault) => fault,
    };
    let again = again(visit.lang(), form, fault)?;
    show_with(again.status(), &offer_page(app, visit, id, offer, Some(again)).await?)
}

async fn offer_page(
    app: &App,
    visit: &Visit,
    id: RoundId,
    offer: Option<OfferId>,
    again: Option<Again<OfferForm>>,
) -> Result<FormPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let (name, row) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            round.open_to_changes()?;
            let forest = actions::forest(&tx, &round).await?;
            let row = offer.map(|offer| offer_row(&forest, offer)).transpose()?;
            Ok((round.plan().name().to_owned(), row))
        })
        .await?;
    let stands = row.as_ref().map(OfferForm::of).unwrap_or_default();
    let now = if row.is_some() { edition::of(&stands)? } else { String::new() };
    let shown = Shown::new(again, stands, now);
    let title = match &row {
        Some(row) if row.name.is_empty() => words.sites_offer_title(row.outside_key.as_str()).to_string(),
        Some(row) => words.sites_offer_title(row.name.as_str()).to_string(),
        None => words.sites_add_offer().to_string(),
    };
    Ok(FormPage {
        page: visit.page(app),
        words,
        round: id,
        name,
        title,
        lead: words.sites_offer_lead().to_string(),
        fields: shown.fields(lang, |form, errors| form.fields(words, errors, row.is_none())),
        edited: shown.alert(lang),
        edition: shown.form.edition,
        errors: shown.errors,
    })
}

impl OfferForm {
    fn of(row: &OfferRow) -> Self {
        let row = row.clone();
        Self {
            edition: String::new(),
            outside_key: row.outside_key,
            node: row.node_key,
            name: row.name,
            subject: row.subject,
            period: row.period,
            seats_max: row.seats_max.to_string(),
            municipality: row.municipality,
            address: row.address,
            about: row.about,
            wished_last_year: row.wished_last_year.map(|wished| wished.to_string()).unwrap_or_default(),
        }
    }

    /// The row the form asks for. The key of an offer that is there stays.
    fn row(&self, forest: &Forest, offer: Option<OfferId>) -> Result<OfferRow, Fault> {
        let outside_key = match offer {
            Some(offer) => offer_row(forest, offer)?.outside_key,
            None => self.outside_key.trim().to_owned(),
        };
        if offer.is_none() && forest.offers().iter().any(|offer| offer.outside_key == outside_key) {
            return Err(SiteError::KeyTaken { key: outside_key }.into());
        }
        let node = self.node.trim();
        let node_error = SiteError::Empty { field: "node" };
        let seats_max = number_or_none("seats_max", &self.seats_max, SEATS_MAX)?;
        Ok(OfferRow {
            node_key: Some(node).filter(|key| !key.is_empty()).ok_or(node_error)?.into(),
            name: self.name.trim().into(),
            subject: self.subject.trim().into(),
            period: self.period.trim().into(),
            seats_max: seats_max.ok_or(SiteError::Empty { field: "seats_max" })?,
            municipality: self.municipality.trim().into(),
            address: self.address.trim().into(),
            about: self.about.trim().replace("\r\n", "\n"),
            wished_last_year: number_or_none("wished_last_year", &self.wished_last_year, CAP_MAX)?,
            outside_key,
        })
    }

    fn fields(&self, words: &'static Words, errors: &FormErrors, is_new: bool) -> Vec<Field> {
        let line = |name: &'static str, label: String, value: &str| {
            fields::text(name, label).value(value).length_max(LINE_CHARS_MAX).error(errors.get(name))
        };
        let mut all = vec![];
        if is_new {
            let key = line("outside_key", words.sites_field_key().to_string(), &self.outside_key);
            all.push(key.length_max(KEY_CHARS_MAX).help(words.sites_field_key_help()).required().middle());
        }
        all.extend([
            line("name", words.sites_field_name().to_string(), &self.name),
            line("node", words.sites_field_node().to_string(), &self.node)
                .help(words.sites_field_node_help())
                .required()
                .middle(),
            line("subject", words.sites_field_subject().to_string(), &self.subject).required().middle(),
            line("period", words.sites_field_period().to_string(), &self.period).required().middle(),
            fields::number("seats_max", words.sites_field_seats())
                .value(&self.seats_max)
                .error(errors.get("seats_max"))
                .required(),
            line("municipality", words.sites_field_municipality().to_string(), &self.municipality).middle(),
            line("address", words.sites_field_address().to_string(), &self.address),
            fields::area("about", words.sites_field_about())
                .value(&self.about)
                .length_max(ABOUT_CHARS_MAX)
                .error(errors.get("about")),
            fields::number("wished_last_year", words.sites_field_wished())
                .value(&self.wished_last_year)
                .error(errors.get("wished_last_year")),
        ]);
        all
    }
}
