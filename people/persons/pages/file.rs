//! One person as an organisation knows them: how to reach them, what binds them, which roles they hold.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{AffiliationId, Date, MergerId, OrganisationId, PersonId, UnitId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::page::Page;
use kit::parts::Tag;
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other, show};
use serde::Deserialize;

use super::super::actions::{mergers, register};
use super::super::model::{File, PersonName};
use super::super::queries;
use super::{kind_word, person_href, role_word, span_tag, span_words, unit_word};
use crate::Words;
use crate::invitations::{self, Invitation};
use crate::organisations::{self, Organisation};
use crate::signin;

#[derive(Template)]
#[template(path = "persons/file.html")]
struct FilePage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    file: File,
    facts: Vec<(String, String)>,
    bonds: Vec<BondLine>,
    roles: Vec<RoleLine>,
    mergers: Vec<(String, Option<String>)>,
    invitations: Vec<InvitationLine>,
    administers: bool,
    is_unattended: bool,
}

/// What the page was come to with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct FileQuery {
    done: String,
}

/// Whoever was let go was the last who looked after the portal.
const UNATTENDED: &str = "unattended";

/// One invitation of the person, and what may be done with it.
struct InvitationLine {
    about: String,
    note: String,
    tag: Tag,
    base: Option<String>,
}

struct BondLine {
    what: String,
    note: String,
    tag: Tag,
    end_href: Option<String>,
}

struct RoleLine {
    what: String,
    note: String,
    tag: Tag,
    href: String,
}

/// What the page needs.
struct Seen {
    file: File,
    names: HashMap<UnitId, String>,
    people: HashMap<PersonId, PersonName>,
    mergers: Vec<(MergerId, PersonId, base::Moment, bool)>,
    today: Date,
    invitations: Vec<Invitation>,
    home: Organisation,
    now: base::Moment,
}

/// One person.
pub async fn show_file(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Query(query): Query<FileQuery>,
) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let seen = app.db().read(visit.actor(), async |tx| look(&tx, id, person).await).await?;
    let base = person_href(id, person);
    let bond = |bond: &super::super::model::Bond| BondLine {
        what: match bond.unit {
            Some(_) => format!("{}, {}", kind_word(words, bond.kind), unit_word(words, &seen.names, bond.unit)),
            None => kind_word(words, bond.kind),
        },
        note: joined([bond.outside_key.clone().unwrap_or_default(), span_words(words, lang, bond.span)]),
        tag: span_tag(words, bond.span, seen.today),
        end_href: (seen.file.may_change && bond.span.lasts_on(seen.today))
            .then(|| format!("{base}/affiliations/{}/closure", bond.id)),
    };
    let role = |held: &super::super::model::RoleHeld| {
        let stands_for = held.stands_for.and_then(|whose| seen.people.get(&whose));
        RoleLine {
            what: format!("{}, {}", role_word(words, held.role), unit_word(words, &seen.names, held.unit)),
            note: joined([
                stands_for.map(|name| words.persons_stands_for(name.to_string())).unwrap_or_default(),
                span_words(words, lang, held.span),
            ]),
            tag: span_tag(words, held.span, seen.today),
            href: format!("/organisations/{id}/roles/{}", held.id),
        }
    };
    let merged = |(merger, gone, at, undone): &(MergerId, PersonId, base::Moment, bool)| {
        let name = seen.people.get(gone).map(ToString::to_string).unwrap_or_default();
        let when = format::day_with_year(lang, at.date_naive());
        let undo = (seen.file.may_change && !undone).then(|| format!("/organisations/{id}/mergers/{merger}/undo"));
        (words.persons_merged(name, when), undo)
    };
    show(&FilePage {
        page: visit.page(&app),
        words,
        organisation: id,
        facts: facts(words, &seen.file),
        bonds: seen.file.bonds.iter().map(bond).collect(),
        roles: seen.file.roles.iter().map(role).collect(),
        mergers: seen.mergers.iter().map(merged).collect(),
        invitations: seen.invitations.iter().map(|one| invitation_line(&visit, &seen, one)).collect(),
        administers: super::super::access::may_restrict(visit.actor(), id).is_ok(),
        is_unattended: query.done == UNATTENDED,
        file: seen.file.clone(),
    })
}

fn invitation_line(visit: &Visit, seen: &Seen, invitation: &Invitation) -> InvitationLine {
    let words = crate::words(visit.lang());
    let state = invitation.state(seen.now);
    let last_on = invitations::last_day(invitation, &seen.home);
    let until = format::short_day_with_year(visit.lang(), last_on);
    let may = seen.file.may_change && state == invitations::State::Open;
    InvitationLine {
        about: invitation.about.clone(),
        note: words.invitations_line(i64::from(invitation.sent), until).to_string(),
        tag: invitations::pages::state_tag(words, state),
        base: may.then(|| format!("/organisations/{}/invitations/{}", seen.home.id, invitation.id)),
    }
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

async fn look(tx: &Tx, id: OrganisationId, person: PersonId) -> Result<Seen, Fault> {
    let file = register::file(tx, id, person).await?;
    let owner = super::super::access::may_see_people(tx.actor(), id)?.owner;
    let units = file.bonds.iter().filter_map(|bond| bond.unit).chain(file.roles.iter().filter_map(|held| held.unit));
    let names = organisations::unit_names(tx, owner, &units.collect::<Vec<_>>()).await?;
    let mergers = mergers::of_person(tx, id, person).await?;
    let mentioned = file.roles.iter().filter_map(|held| held.stands_for).chain(mergers.iter().map(|merger| merger.1));
    let people = queries::names(tx, &mentioned.collect::<Vec<_>>()).await?;
    let invitations = invitations::of_person(tx, id, person).await?;
    let home = organisations::find(tx, id).await?;
    let (today, now) = (format::local_date(home.zone, tx.now()), tx.now());
    Ok(Seen { file, names, people, mergers, today, invitations, home, now })
}

fn facts(words: &Words, file: &File) -> Vec<(String, String)> {
    let none = || words.persons_unknown().to_string();
    let lang_name = file.person.lang.map(|own| own.own_name().to_owned());
    vec![
        (
            words.persons_field_email().to_string(),
            file.person.email.as_ref().map_or_else(none, |email| email.as_str().into()),
        ),
        (
            words.persons_field_phone().to_string(),
            file.person.phone.as_ref().map_or_else(none, |phone| phone.as_str().into()),
        ),
        (words.persons_field_lang().to_string(), lang_name.unwrap_or_else(none)),
    ]
}

/// Ends one bond.
pub async fn end_bond(
    State(app): State<App>,
    visit: Visit,
    Path((id, person, bond)): Path<(OrganisationId, PersonId, AffiliationId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| register::unbind(&tx, id, person, bond).await).await?;
    Ok(see_other(person_href(id, person)))
}

#[derive(Template)]
#[template(path = "persons/departure.html")]
struct DeparturePage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    person: PersonId,
    name: String,
    bonds: usize,
    roles: usize,
    /// Somebody who looks after the portal: how many others do
    others: Option<usize>,
}

/// Asks before somebody is let go: what ends is told.
pub async fn ask_departure(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
) -> Answer {
    let look = async |tx: Tx| {
        let today = organisations::today(&tx, id).await?;
        let file = register::file(&tx, id, person).await?;
        let others = match signin::operates(&tx, person).await? {
            true => Some(usize::try_from(signin::operators(&tx).await? - 1).unwrap_or_default()),
            false => None,
        };
        Ok((file, today, others))
    };
    let (file, today, others) = app.db().read(visit.actor(), look).await?;
    show(&DeparturePage {
        page: visit.page(&app),
        words: crate::words(visit.lang()),
        organisation: id,
        person,
        name: file.person.name.to_string(),
        bonds: file.bonds.iter().filter(|bond| bond.span.lasts_on(today)).count(),
        roles: file.roles.iter().filter(|held| held.span.lasts_on(today)).count(),
        others,
    })
}

/// Lets somebody go at once.
pub async fn let_go(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    let let_go = async |tx: Tx| {
        let operated = signin::operates(&tx, person).await?;
        register::let_go(&tx, id, person).await?;
        Ok(operated && signin::operators(&tx).await? == 0)
    };
    let href = person_href(id, person);
    match app.db().write(visit.actor(), let_go).await? {
        true => Ok(see_other(format!("{href}?done={UNATTENDED}"))),
        false => Ok(see_other(href)),
    }
}
