//! Telling those who look after the portal.

use std::collections::BTreeSet;

use base::OrganisationId;
use kit::actor::Actor;
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::journal::{self, Event};
use kit::local::LocalPath;
use kit::mail::Link;
use kit::throttle::{self, Limit};
use people::notices::{self, Notice, Weight};
use people::organisations;
use people::persons::{Email, Person};
use serde_json::json;

use super::model::{Feedback, FeedbackError};
use crate::duty;

/// From one address: whole schools share one.
const FROM_ONE: Limit = Limit { name: "feedback", at_most: 20, window_minutes: 60 };
/// From everywhere together: nobody fills the mailbox of those who look after the portal.
const FROM_ALL: Limit = Limit { name: "feedback-all", at_most: 200, window_minutes: 24 * 60 };

/// Tells everybody who looks after the portal, each in their own language.
/// # Errors
/// [`FeedbackError::TooOften`]; [`FeedbackError::Nobody`] when nobody looks after the portal.
pub async fn tell(db: &Db, address: &str, feedback: &Feedback) -> Result<(), Fault> {
    // What one address is refused does not use up what all have together.
    let admit =
        async |tx: Tx| Ok(throttle::admit(&tx, FROM_ONE, address).await? && throttle::admit(&tx, FROM_ALL, "").await?);
    if !db.write(&Actor::nobody(), admit).await? {
        return Err(FeedbackError::TooOften.into());
    }
    let told = db.read(&Actor::nobody(), async |tx| duty::keepers(&tx).await).await?;
    if told.is_empty() {
        return Err(FeedbackError::Nobody.into());
    }
    let homes: BTreeSet<OrganisationId> = told.iter().map(|person| person.home).collect();
    for home in homes {
        let of_home: Vec<&Person> = told.iter().filter(|person| person.home == home).collect();
        db.write(&Actor::portal(home), async |tx| tell_at(&tx, home, &of_home, feedback).await).await?;
    }
    Ok(())
}

async fn tell_at(tx: &Tx, home: OrganisationId, told: &[&Person], feedback: &Feedback) -> Result<(), Fault> {
    let lang = organisations::find(tx, home).await?.lang;
    let notices = told.iter().map(|person| {
        let lang = person.lang.unwrap_or(lang);
        let words = crate::words(lang);
        let page = feedback.page.as_ref().map(LocalPath::as_str);
        let from = match &feedback.answer_to {
            Some(address) => words.feedback_mail_answer(Email::as_str(address)),
            None => words.feedback_mail_no_answer().to_string(),
        };
        Notice {
            owner: home,
            to: person.id,
            lang,
            kind: "feedback",
            weight: Weight::Matter,
            unique_key: None,
            subject: words.feedback_mail_subject().to_string(),
            body: words.feedback_mail_body(feedback.quoted(), from),
            link: page.map(|page| Link::to(words.feedback_mail_link(), page)),
        }
    });
    notices::tell(tx, notices.collect()).await?;
    // The journal keeps for ever what stands in it: nothing that was typed, nor a page, which may open something.
    let facts = json!({ "people": told.len() });
    Ok(journal::note(tx, home, Event::of("feedback-told", "organisation", home).with(facts)).await?)
}
