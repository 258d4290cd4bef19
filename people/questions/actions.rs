//! Drawing, asking, answering, handing on and settling.

use base::{Date, Lang, LookId, Moment, OrganisationId, PersonId, Zone, moment_in};
use chrono::{Days, NaiveTime};
use kit::actor::{Actor, Owner};
use kit::db::{Db, Tx};
use kit::fault::{Fault, NotFound};
use kit::format;
use kit::journal::{self, Event};
use kit::mail::Link;
use serde_json::json;

use super::model::{Answered, Draw, Look, Outcome, Question, QuestionError, weeks_to_draw};
use super::{access, queries};
use crate::notices::{self, Notice, Weight};
use crate::{organisations, persons};

/// For every organisation: last week's looks drawn, and what nobody answered handed on. Tells how many of each.
/// # Errors
/// What the database answers.
pub async fn every_week(db: &Db, seed: impl Fn() -> String) -> Result<(u64, u64), Fault> {
    let all = db.read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    let (mut asked, mut escalated, mut failed) = (0, 0, None);
    for organisation in all {
        let (portal, seed) = (Actor::portal(organisation.id), seed());
        let one = async {
            let asked = db.write(&portal, async |tx| draw(&tx, organisation.id, &seed).await).await?;
            Ok((asked, db.write(&portal, async |tx| escalate(&tx, organisation.id).await).await?))
        };
        match one.await {
            Ok(done) => (asked, escalated) = (asked + done.0, escalated + done.1),
            // What fails at one organisation keeps the others from nothing.
            Err(fault) => failed = failed.or(Some(fault)),
        }
    }
    failed.map_or(Ok((asked, escalated)), Err)
}

/// Draws the looks of the last week and of those before it that were missed, asks those whose files were opened, and tells
/// how many.
/// # Errors
/// What the database answers.
pub async fn draw(tx: &Tx, organisation: OrganisationId, seed: &str) -> Result<u64, Fault> {
    let owner = access::works_for(tx.actor(), organisation)?;
    let here = organisations::find(tx, organisation).await?;
    let latest = queries::latest(tx, owner).await?;
    let mut asked = 0;
    for week_on in weeks_to_draw(latest, format::local_date(here.zone, tx.now())) {
        asked += draw_week(tx, owner, &here, (week_on, seed)).await?;
    }
    Ok(asked)
}

async fn draw_week(
    tx: &Tx,
    owner: Owner,
    here: &organisations::Organisation,
    (week_on, seed): (Date, &str),
) -> Result<u64, Fault> {
    let organisation = owner.id();
    let (mut draw, mut last) = (Draw::new(seed), None);
    loop {
        let looks = queries::looks_of(tx, owner, week_in(here.zone, week_on), last).await?;
        let Some(look) = looks.last() else { break };
        last = Some(look.id);
        draw.give(looks);
    }
    let all = draw.all;
    let drawn = draw.drawn();
    queries::add(tx, owner, (week_on, seed), all, &drawn).await?;
    ask(tx, owner, here, &drawn).await?;
    let facts = json!({ "week_on": week_on, "looks": all, "drawn": drawn.len() });
    journal::note(tx, organisation, Event::of("looks-drawn", "organisation", organisation).with(facts)).await?;
    Ok(drawn.len() as u64)
}

/// From the first moment of a week to the first of the next.
fn week_in(zone: Zone, week_on: Date) -> (Moment, Moment) {
    // Where a clock is set forward at midnight, the day begins by the clock of the world.
    let begins =
        |day: Date| moment_in(zone, day, NaiveTime::MIN).unwrap_or_else(|| day.and_time(NaiveTime::MIN).and_utc());
    (begins(week_on), begins(week_on + Days::new(7)))
}

/// Who looked, when and at what, is told in the portal alone.
async fn ask(tx: &Tx, owner: Owner, here: &organisations::Organisation, drawn: &[Look]) -> Result<(), Fault> {
    let ids: Vec<PersonId> = drawn.iter().map(|look| look.person).collect();
    let people = persons::find_many(tx, &ids).await?;
    let told = ids.iter().filter_map(|id| people.get(id)).map(|person| {
        let lang = person.lang.unwrap_or(here.lang);
        let words = crate::words(lang);
        Notice {
            owner: owner.id(),
            to: person.id,
            lang,
            kind: "look-question",
            weight: Weight::Information,
            unique_key: None,
            subject: words.questions_notice_subject(&here.name),
            body: words.questions_notice_text(&here.name),
            link: Some(Link::to(words.questions_notice_link(), "/me/questions")),
        }
    });
    notices::tell(tx, told.collect()).await
}

/// Puts what nobody answered in time before the administrators, who are told once for all of it.
/// # Errors
/// What the database answers.
pub async fn escalate(tx: &Tx, organisation: OrganisationId) -> Result<u64, Fault> {
    let owner = access::works_for(tx.actor(), organisation)?;
    let count = queries::escalate(tx, owner).await?;
    if count > 0 {
        tell_administrators(tx, owner, None).await?;
        let event = Event::of("questions-handed-on", "organisation", organisation).with(json!({ "count": count }));
        journal::note(tx, organisation, event).await?;
    }
    Ok(count)
}

/// The administrators of the whole organisation; whoever looked is not among them.
async fn tell_administrators(tx: &Tx, owner: Owner, but: Option<PersonId>) -> Result<(), Fault> {
    let here = organisations::find(tx, owner.id()).await?;
    let today = format::local_date(here.zone, tx.now());
    // Whoever stands in for one of them settles nothing.
    let mut ids = persons::in_charge(tx, owner, today).await?;
    ids.retain(|id| Some(*id) != but);
    let langs = persons::find_many(tx, &ids).await?;
    let told = ids.into_iter().map(|person| {
        let lang: Lang = langs.get(&person).and_then(|person| person.lang).unwrap_or(here.lang);
        let words = crate::words(lang);
        Notice {
            owner: owner.id(),
            to: person,
            lang,
            kind: "look-queried",
            weight: Weight::Matter,
            unique_key: None,
            subject: words.questions_office_subject().to_string(),
            body: words.questions_office_text().to_string(),
            link: Some(Link::to(words.questions_office_link(), format!("/organisations/{}/questions", owner.id()))),
        }
    });
    notices::tell(tx, told.collect()).await
}

/// Keeps what the person says about a look into their own file. The look is another organisation's perhaps, so the portal
/// writes for it what the person said.
/// # Errors
/// [`QuestionError`]; `NotFound` when it is nobody's or somebody else's.
pub async fn answer(db: &Db, actor: &Actor, id: LookId, (answer, words): (Answered, &str)) -> Result<(), Fault> {
    let words = QuestionError::text("words", words)?;
    let find = async |tx: Tx| {
        let oneself = access::own(tx.actor())?;
        Ok((queries::find_own(&tx, oneself, id).await?.ok_or_else(|| NotFound::of("question", id))?, oneself.id()))
    };
    let (question, person) = db.read(actor, find).await?;
    db.write(&Actor::portal(question.owner), async |tx| {
        let owner = access::works_for(tx.actor(), question.owner)?;
        if !queries::answer(&tx, owner, id, answer, &words).await? {
            return Err(QuestionError::Answered.into());
        }
        if answer == Answered::Queried {
            tell_administrators(&tx, owner, Some(question.look.by)).await?;
        }
        let facts = json!({ "answer": answer.word(), "person": person });
        Ok(journal::note(&tx, owner.id(), Event::of("question-answered", "look", id).with(facts)).await?)
    })
    .await
}

/// What came before the administrators of an organisation.
/// # Errors
/// `NotFound` for everybody else.
pub async fn of_office(tx: &Tx, organisation: OrganisationId) -> Result<Vec<Question>, Fault> {
    let owner = access::may_settle(tx.actor(), organisation)?;
    Ok(queries::of_office(tx, owner, access::own(tx.actor())?).await?)
}

/// One of them.
/// # Errors
/// `NotFound` for strangers, for what is not before the administrators, and for whoever looked.
pub async fn find(tx: &Tx, organisation: OrganisationId, id: LookId) -> Result<Question, Fault> {
    let missing = || NotFound::of("question", id);
    let owner = access::may_settle(tx.actor(), organisation).map_err(|_| missing())?;
    Ok(queries::find(tx, owner, access::own(tx.actor())?, id).await?.ok_or_else(missing)?)
}

/// Keeps what the organisation found about a look, and tells the person. Nobody settles their own.
/// # Errors
/// [`QuestionError`]; `NotFound` as [`find`].
pub async fn settle(
    tx: &Tx,
    organisation: OrganisationId,
    id: LookId,
    (outcome, reason): (Outcome, &str),
) -> Result<(), Fault> {
    let question = find(tx, organisation, id).await?;
    let owner = access::may_settle(tx.actor(), organisation)?;
    let me = access::own(tx.actor())?.id();
    let reason = QuestionError::text("reason", reason)?;
    if reason.is_empty() {
        return Err(QuestionError::Reasonless.into());
    }
    if !queries::settle(tx, owner, id, (outcome, &reason), me).await? {
        return Err(QuestionError::Answered.into());
    }
    tell_person(tx, owner, question.look.person).await?;
    let facts = json!({ "outcome": outcome.word(), "person": question.look.person, "by": question.look.by });
    Ok(journal::note(tx, organisation, Event::of("question-settled", "look", id).with(facts)).await?)
}

async fn tell_person(tx: &Tx, owner: Owner, person: PersonId) -> Result<(), Fault> {
    let here = organisations::find(tx, owner.id()).await?;
    let lang = persons::find(tx, person).await?.lang.unwrap_or(here.lang);
    let words = crate::words(lang);
    let notice = Notice {
        owner: owner.id(),
        to: person,
        lang,
        kind: "look-settled",
        weight: Weight::Matter,
        unique_key: None,
        subject: words.questions_settled_subject(&here.name),
        body: words.questions_settled_text(&here.name),
        link: Some(Link::to(words.questions_notice_link(), "/me/questions")),
    };
    notices::tell(tx, vec![notice]).await
}
