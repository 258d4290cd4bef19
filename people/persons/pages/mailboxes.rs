//! The mailboxes of an organisation's roles, and the form for one more.

use askama::Template;
use axum::extract::State;
use base::{MailboxId, OrganisationId, UnitId};
use kit::actor::Role;
use kit::db::Tx;
use kit::fault::Fault;
use kit::fields::{self, Choice, Field};
use kit::form::FormErrors;
use kit::page::Page;
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show, show_again};
use serde::Deserialize;

use super::super::access;
use super::super::actions::mailboxes;
use super::super::model::{Email, Mailbox, PersonError};
use super::{role_word, unit_word};
use crate::{Words, organisations};

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailboxForm {
    kind: String,
    to: String,
    email: String,
}

#[derive(Template)]
#[template(path = "persons/mailboxes.html")]
struct MailboxesPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    lines: Vec<Line>,
    errors: FormErrors,
    fields: Vec<Field>,
    keeps: bool,
}

/// A mailbox as the page shows it.
struct Line {
    email: String,
    of: String,
    remove_href: Option<String>,
}

/// The mailboxes.
pub async fn show_mailboxes(State(app): State<App>, visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    show(&page(&app, &visit, id, &MailboxForm::default(), FormErrors::none()).await?)
}

/// Adds a mailbox.
pub async fn add(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<MailboxForm>,
) -> Answer {
    let add = async |tx: Tx| {
        let tree = organisations::tree(&tx, id, None).await?;
        let role = Role::from_word(&form.kind).ok_or(PersonError::NoChoice { field: "kind" })?;
        let typed = form.to.trim();
        let unit = if typed.is_empty() { None } else { Some(organisations::target_of(&tree, typed)?) };
        mailboxes::add(&tx, id, (role, unit), &Email::new(&form.email)?).await
    };
    match app.db().write(visit.actor(), add).await {
        Ok(_) => Ok(see_other(format!("/organisations/{id}/mailboxes"))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&page(&app, &visit, id, &form, errors).await?)
        }
    }
}

/// Removes a mailbox.
pub async fn remove(
    State(app): State<App>,
    visit: Visit,
    Path((id, mailbox)): Path<(OrganisationId, MailboxId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| mailboxes::remove(&tx, id, mailbox).await).await?;
    Ok(see_other(format!("/organisations/{id}/mailboxes")))
}

async fn page(
    app: &App,
    visit: &Visit,
    id: OrganisationId,
    form: &MailboxForm,
    errors: FormErrors,
) -> Result<MailboxesPage, Fault> {
    let words = crate::words(visit.lang());
    let look = async |tx: Tx| {
        let all = mailboxes::list(&tx, id).await?;
        let owner = access::may_see_people(tx.actor(), id)?.owner;
        let units: Vec<UnitId> = all.iter().filter_map(|mailbox| mailbox.unit).collect();
        let names = organisations::unit_names(&tx, owner, &units).await?;
        Ok((all, names, organisations::tree(&tx, id, None).await?))
    };
    let (all, names, tree) = app.db().read(visit.actor(), look).await?;
    let own = visit.actor().stands_for(id).is_none();
    let could = |mailbox: &Mailbox| own && access::may_give(visit.actor(), id, mailbox.role, mailbox.unit).is_ok();
    let line = |mailbox: &Mailbox| Line {
        email: mailbox.email.as_str().to_owned(),
        of: format!("{}, {}", role_word(words, mailbox.role), unit_word(words, &names, mailbox.unit)),
        remove_href: could(mailbox).then(|| format!("/organisations/{id}/mailboxes/{}/closure", mailbox.id)),
    };
    let mine = |role: &Role| visit.actor().has_at(*role, id);
    let kinds = Role::ALL.into_iter().filter(mine).map(|role| Choice::new(role.word(), role_word(words, role)));
    let fields = vec![
        fields::select("kind", words.persons_field_role(), kinds.collect()).value(&form.kind).error(errors.get("kind")),
        organisations::part_of(words, &tree, &form.to).error(errors.get("to")),
        fields::email("email", words.persons_mailbox_email())
            .value(&form.email)
            .help(words.persons_mailbox_email_help())
            .error(errors.get("email")),
    ];
    Ok(MailboxesPage {
        page: visit.page(app),
        words,
        organisation: id,
        lines: all.iter().map(line).collect(),
        errors,
        fields,
        keeps: own,
    })
}
