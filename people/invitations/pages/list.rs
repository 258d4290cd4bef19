//! The invitations of an organisation: who has not come in yet, sent again or taken back.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State as Shared;
use base::{InvitationId, OrganisationId, PersonId};
use kit::db::Tx;
use kit::format;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::Empty;
use kit::table::{Action, Cell, Filter, FilterOption, Row, Table};
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other, show};

use super::super::actions;
use super::super::model::{Invitation, State};
use super::state_tag;
use crate::Words;
use crate::organisations::{self, Organisation};
use crate::persons::pages::person_href;
use crate::persons::{self, PersonName};

#[derive(Template)]
#[template(path = "invitations/list.html")]
struct ListPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    name: String,
    table: Table,
}

struct Seen {
    invitations: Vec<Invitation>,
    all: usize,
    people: HashMap<PersonId, PersonName>,
    home: Organisation,
    now: base::Moment,
}

/// One page of invitations.
pub async fn show_invitations(
    Shared(app): Shared<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let list = List::new(format!("/organisations/{id}/invitations"), &query);
    let state = State::from_word(query.filter("state"));
    let rows = (list.first() as u64, List::ROWS as u64);
    let look = async |tx: Tx| {
        let (invitations, all) = actions::page(&tx, id, state, rows).await?;
        let mentioned = invitations.iter().flat_map(|one| [Some(one.person), one.by]).flatten();
        let people = persons::names(&tx, &mentioned.collect::<Vec<_>>()).await?;
        let home = organisations::find(&tx, id).await?;
        let all = usize::try_from(all).unwrap_or(usize::MAX);
        Ok(Seen { invitations, all, people, home, now: tx.now() })
    };
    let seen = app.db().read(visit.actor(), look).await?;
    show(&ListPage {
        page: visit.page(&app),
        words: crate::words(visit.lang()),
        organisation: id,
        table: table(&visit, id, &seen, &query),
        name: seen.home.name,
    })
}

fn table(visit: &Visit, id: OrganisationId, seen: &Seen, query: &ListQuery) -> Table {
    let words = crate::words(visit.lang());
    let list = List::new(format!("/organisations/{id}/invitations"), query);
    let mut who = list.plain(words.invitations_who());
    who.primary = true;
    let option = |state: State| FilterOption {
        value: state.word().into(),
        label: state_word(words, state),
        selected: State::from_word(query.filter("state")) == state,
    };
    Table {
        words: kit::words(visit.lang()),
        id: "invitations".into(),
        caption: words.invitations_title().to_string(),
        count_text: words.invitations_count(seen.all),
        columns: vec![
            who,
            list.plain(words.invitations_sent()),
            list.plain(words.invitations_until()),
            list.plain(words.organisations_state()),
            list.plain(String::new()),
        ],
        rows: seen.invitations.iter().map(|one| row(visit, id, seen, one)).collect(),
        filters: vec![Filter {
            name: "state".into(),
            label: words.organisations_state().to_string(),
            options: State::ALL.into_iter().map(option).collect(),
        }],
        search: None,
        kept: list.kept(),
        clear_href: list.clear_href(),
        pages: list.pages(seen.all, |from, to, all| words.persons_pages(from, to, all)),
        workbook_href: None,
        export_href: None,
        form: None,
        empty: Empty::new(words.invitations_none(), words.invitations_none_text()),
    }
}

fn row(visit: &Visit, id: OrganisationId, seen: &Seen, invitation: &Invitation) -> Row {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let name = |person: &PersonId| seen.people.get(person).map(PersonName::family_first).unwrap_or_default();
    let state = invitation.state(seen.now);
    let act = |label: String, act: &str| Action {
        label,
        href: format!("/organisations/{id}/invitations/{}/{act}", invitation.id),
        post: true,
        hidden_context: name(&invitation.person),
    };
    let actions = match state {
        State::Open => vec![
            act(words.invitations_send_again().to_string(), "sending"),
            act(words.invitations_withdraw().to_string(), "withdrawal"),
        ],
        _ => vec![],
    };
    let cells = vec![
        Cell::Strong {
            text: name(&invitation.person),
            href: Some(person_href(id, invitation.person)),
            note: Some(invitation.about.clone()),
        },
        Cell::Text(format::moment_near(lang, seen.home.zone, invitation.sent_at, seen.now)),
        Cell::Text(format::short_day_with_year(lang, actions::last_day(invitation, &seen.home))),
        Cell::Tag(state_tag(words, state)),
        Cell::Actions(actions),
    ];
    Row { cells, selected: false }
}

fn state_word(words: &Words, state: State) -> String {
    match state {
        State::Open => words.invitations_open(),
        State::Accepted => words.invitations_accepted(),
        State::Withdrawn => words.invitations_withdrawn(),
        State::Over => words.invitations_over(),
    }
    .to_string()
}

/// Mails an invitation again.
pub async fn send_again(
    Shared(app): Shared<App>,
    visit: Visit,
    Path((id, invitation)): Path<(OrganisationId, InvitationId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::send_again(&tx, id, invitation).await).await?;
    Ok(see_other(back(&app, &visit, id, invitation).await?))
}

/// Takes an invitation back.
pub async fn withdraw(
    Shared(app): Shared<App>,
    visit: Visit,
    Path((id, invitation)): Path<(OrganisationId, InvitationId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::withdraw(&tx, id, invitation).await).await?;
    Ok(see_other(back(&app, &visit, id, invitation).await?))
}

/// The invited person's page, which everybody sees who may invite.
async fn back(
    app: &App,
    visit: &Visit,
    id: OrganisationId,
    invitation: InvitationId,
) -> Result<String, kit::fault::Fault> {
    let person = app.db().read(visit.actor(), async |tx| actions::invited(&tx, id, invitation).await).await?;
    Ok(person_href(id, person))
}
