//! Several students at once: what would change is shown first, and nothing happens before it is confirmed. They are
//! ticked one by one, or taken as the list is narrowed.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{JobId, PersonId, RoundId};
use kit::db::Tx;
use kit::fault::{Fault, Problem};
use kit::form::FormErrors;
use kit::list::ListQuery;
use kit::page::Page;
use kit::parts::{Alert, Tag, Tone};
use kit::web::{Answer, App, Form, Path, Visit, see_other, show, show_again, show_with};
use people::persons;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::narrowing;
use crate::participants::model::{AT_ONCE_MAX, Participant, ParticipantError, WHOLE_MAX};
use crate::participants::{access, actions, queries};
use crate::rounds::Round;
use crate::{Words, rounds, sites};

#[derive(Template)]
#[template(path = "participants/bulk.html")]
struct BulkPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    errors: FormErrors,
    told: Option<Alert>,
    lines: Vec<Line>,
    /// How many would change
    count: usize,
    whole: Option<Whole>,
}

/// One student and what would happen.
struct Line {
    person: PersonId,
    name: String,
    key: String,
    tag: Tag,
}

/// A whole list, as it was when it was shown.
struct Whole {
    narrowed: Vec<(&'static str, String)>,
    seen: String,
    more: usize,
}

/// The students that are ticked, or how the list is narrowed to those that are meant.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BulkForm {
    students: Vec<PersonId>,
    whole: String,
    q: String,
    subject: String,
    standing: String,
    seen: String,
}

impl BulkForm {
    fn is_whole(&self) -> bool {
        self.whole == "yes"
    }

    fn narrowed(&self) -> Vec<(&'static str, String)> {
        vec![("q", self.q.clone()), ("subject", self.subject.clone()), ("standing", self.standing.clone())]
    }

    /// Those who are meant, as the round stands now.
    async fn meant(&self, tx: &Tx, round: &Round) -> Result<Vec<PersonId>, Fault> {
        if !self.is_whole() {
            return Ok(self.students.clone());
        }
        let owner = access::may_administer(tx.actor(), round)?;
        let narrowed = self.narrowed();
        let query = ListQuery::of(narrowed.iter().map(|(name, value)| (*name, value.as_str())));
        let narrowing = narrowing(tx, owner, round, &query).await?;
        Ok(queries::persons(tx, owner, round.id(), &narrowing).await?)
    }

    fn check(&self, count: usize) -> Result<(), ParticipantError> {
        match (self.is_whole(), count) {
            (_, 0) => Err(ParticipantError::NoneChosen),
            (true, got) if got > WHOLE_MAX => Err(ParticipantError::ManyChosen { got }),
            (false, got) if got > AT_ONCE_MAX => Err(ParticipantError::NoneChosen),
            _ => Ok(()),
        }
    }
}

/// What a list is known by again: another one has another value.
fn seal(persons: &[PersonId]) -> String {
    let mut sorted = persons.to_vec();
    sorted.sort();
    let mut hash = Sha256::new();
    sorted.iter().for_each(|person| hash.update(base::Id::uuid(*person).as_bytes()));
    hex::encode(hash.finalize())
}

/// What taking these students out would change. Nothing is written.
pub async fn preview(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(form): Form<BulkForm>,
) -> Answer {
    let page = page(&app, &visit, id, &form).await?;
    if page.errors.is_empty() { show(&page) } else { show_again(&page) }
}

async fn page(app: &App, visit: &Visit, id: RoundId, form: &BulkForm) -> Result<BulkPage, Fault> {
    let words = crate::words(visit.lang());
    let (round, meant, found, names, seated) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let meant = form.meant(&tx, &round).await?;
            let found = match form.check(meant.len()) {
                Ok(()) => actions::find_many(&tx, &round, &meant).await?,
                Err(_) => vec![],
            };
            let ids: Vec<PersonId> = found.iter().take(AT_ONCE_MAX).map(|student| student.person).collect();
            let names = persons::names(&tx, &ids).await?;
            let seated = sites::seated_among(&tx, &round, &ids).await?;
            Ok((round, meant, found, names, seated))
        })
        .await?;
    let line = |student: &Participant| Line {
        person: student.person,
        name: names.get(&student.person).map(|name| name.family_first()).unwrap_or_default(),
        key: student.part.outside_key.clone(),
        tag: match (student.is_active(), seated.contains(&student.person)) {
            (false, _) => Tag::neutral(words.participants_bulk_stays()),
            (true, true) => Tag::warning(words.participants_bulk_frees()),
            (true, false) => Tag::info(words.participants_bulk_leaves()),
        },
    };
    let mut errors = FormErrors::none();
    if let Err(error) = form.check(meant.len()) {
        errors.add("", error.tell(visit.lang()));
    }
    Ok(BulkPage {
        page: visit.page(app),
        words,
        round: id,
        name: round.plan().name().into(),
        told: round.announced_at().map(|_| Alert::new(Tone::Info, "", words.participants_bulk_told())),
        lines: found.iter().take(AT_ONCE_MAX).map(line).collect(),
        count: found.iter().filter(|student| student.is_active()).count(),
        whole: form.is_whole().then(|| Whole {
            narrowed: form.narrowed(),
            seen: seal(&meant),
            more: found.len().saturating_sub(AT_ONCE_MAX),
        }),
        errors,
    })
}

/// What became of a confirmed act.
enum Done {
    Out,
    Job(JobId),
}

/// Takes the confirmed students out, all or none; many are left to a job. A list that has changed since it was shown is
/// shown again.
pub async fn take_out(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(form): Form<BulkForm>,
) -> Answer {
    let done = app
        .db()
        .write(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let meant = form.meant(&tx, &round).await?;
            if form.is_whole() && form.seen != seal(&meant) {
                return Err(ParticipantError::ListChanged.into());
            }
            form.check(meant.len())?;
            if meant.len() > AT_ONCE_MAX {
                return Ok(Done::Job(actions::withdraw_by_job(&tx, &round, &meant).await?));
            }
            actions::withdraw_many(&tx, &round, &meant).await?;
            Ok(Done::Out)
        })
        .await;
    match done {
        Ok(Done::Out) => Ok(see_other(format!("/rounds/{id}/changes"))),
        Ok(Done::Job(job)) => Ok(see_other(format!("/jobs/{job}"))),
        Err(fault) if fault.problem().is_some_and(|problem| problem.name() == "list-changed") => {
            let mut page = page(&app, &visit, id, &form).await?;
            page.errors.add("", ParticipantError::ListChanged.tell(visit.lang()));
            show_with(StatusCode::CONFLICT, &page)
        }
        Err(fault) => Err(fault),
    }
}
