//! What people do with wishes. Every change is a saved version; the last one counts, confirmed or not.

use base::{Lang, PersonId, RoundId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Denied, Fault, NotFound};
use kit::format;
use kit::journal::{self, Event};
use kit::mail::{Link, Mail};
use kit::repeat;
use people::{notices, organisations, persons};
use serde_json::json;

use super::access;
use super::model::{Change, Receipt, Source, Version, Wish, WishError, WishList};
use super::queries::{self, Saving};
use crate::participants::{self, Participant};
use crate::rounds::{self, Round};
use crate::sites;

/// Saves the student's list as a whole.
/// # Errors
/// [`WishError`]
pub async fn submit(tx: &Tx, round: RoundId, wishes: &[Wish], request_key: &str) -> Result<Receipt, Fault> {
    let (round, owner, me) = open_for_me(tx, round).await?;
    repeat::once(tx, owner.id(), "wishes", request_key, async || {
        let list = WishList::new(me.person, wishes.to_vec(), round.plan().wishes_max())?;
        save(tx, &round, owner, &me, &list, Source::Oneself, false).await
    })
    .await
}

/// Does what one button of the ranking page does, on the list as it is saved now.
/// # Errors
/// [`WishError`]
pub async fn change(tx: &Tx, round: RoundId, change: &Change, request_key: &str) -> Result<Receipt, Fault> {
    let (round, owner, me) = open_for_me(tx, round).await?;
    repeat::once(tx, owner.id(), "wishes", request_key, async || {
        let before = queries::last(tx, owner, round.id(), me.person).await?;
        let max = round.plan().wishes_max();
        let list = match &before {
            Some(before) => before.list.after(change, max)?,
            None => WishList::new(me.person, vec![], max)?.after(change, max)?,
        };
        match before {
            Some(before) if before.list == list => Ok(Receipt { version: before.number, at: before.at }),
            _ => save(tx, &round, owner, &me, &list, Source::Oneself, false).await,
        }
    })
    .await
}

/// Confirms the list as it stands: a version of its own, with a receipt by mail.
/// # Errors
/// [`WishError::TooFew`] when the round asks for more wishes.
pub async fn confirm(tx: &Tx, round: RoundId, request_key: &str, lang: Lang) -> Result<Receipt, Fault> {
    let (round, owner, me) = open_for_me(tx, round).await?;
    repeat::once(tx, owner.id(), "wishes-confirmation", request_key, async || {
        let before = queries::last(tx, owner, round.id(), me.person).await?;
        let got = before.as_ref().map_or(0, |before| before.list.wishes().len());
        let min = asked_for(tx, &round, &me).await?;
        let Some(before) = before.filter(|_| got >= usize::from(min)) else {
            return Err(WishError::TooFew { got, min }.into());
        };
        let receipt = save(tx, &round, owner, &me, &before.list, Source::Oneself, true).await?;
        mail_receipt(tx, &round, &before.list, receipt, lang, "wishes-confirmed").await?;
        Ok(receipt)
    })
    .await
}

/// How many wishes a list must have to be confirmed: the round's number, or every place there is for the student where
/// there are fewer.
/// # Errors
/// What the database answers.
pub async fn asked_for(tx: &Tx, round: &Round, student: &Participant) -> Result<u16, Fault> {
    let min = round.plan().wishes_min().max(1);
    let offers = sites::offers_for(tx, round, &student.part.subject, &student.part.period).await?.len();
    Ok(min.min(u16::try_from(offers).unwrap_or(u16::MAX)).max(1))
}

/// Saves a list that the office enters for a student, who is told. It is marked, and after the window closed it is late.
/// # Errors
/// [`WishError`]; [`NotFound`] for rounds of others.
pub async fn submit_on_behalf(
    tx: &Tx,
    round: RoundId,
    student: PersonId,
    wishes: &[Wish],
    request_key: &str,
    lang: Lang,
) -> Result<Receipt, Fault> {
    let round = rounds::find(tx, round).await?;
    let owner = access::may_enter_for_others(tx.actor(), &round)?;
    round.open_to_changes()?;
    let student = participants::find(tx, &round, student).await?;
    refuse_withdrawn(&round, &student)?;
    if tx.now() < round.dates().wishes_open_at() {
        return Err(not_open_yet(tx, &round).await?);
    }
    repeat::once(tx, owner.id(), "wishes-behalf", request_key, async || {
        let list = WishList::new(student.person, wishes.to_vec(), round.plan().wishes_max())?;
        let receipt = save(tx, &round, owner, &student, &list, Source::Behalf, false).await?;
        mail_receipt(tx, &round, &list, receipt, lang, "wishes-entered").await?;
        Ok(receipt)
    })
    .await
}

/// Saves many lists of a file, ties and all: one version each. Answers the number of each version, in the order given.
/// The caller's own act is what the journal tells.
/// # Errors
/// [`WishError::NotOffered`] for an offer of another subject or period; [`NotFound`] for a student who takes no part.
pub async fn enter_many(tx: &Tx, round: &Round, by: PersonId, lists: &[WishList]) -> Result<Vec<i32>, Fault> {
    let owner = access::may_enter_for_others(tx.actor(), round)?;
    round.open_to_changes()?;
    let students: std::collections::HashMap<PersonId, Participant> =
        participants::of_round(tx, round).await?.into_iter().map(|student| (student.person, student)).collect();
    let forest = sites::forest(tx, round).await?;
    for list in lists {
        let student = students.get(&list.student()).ok_or_else(|| NotFound::of("student", list.student()))?;
        for wish in list.wishes() {
            let fits =
                |offer: &&sites::Offer| offer.subject == student.part.subject && offer.period == student.part.period;
            forest.offer(wish.offer).filter(fits).ok_or(WishError::NotOffered { offer: wish.offer })?;
        }
    }
    let before = queries::last_versions(tx, owner, round.id()).await?;
    let next = |list: &WishList| before.get(&list.student()).copied().unwrap_or(0) + 1;
    let numbered: Vec<(&WishList, i32)> = lists.iter().map(|list| (list, next(list))).collect();
    let saving = Saving { by, source: Source::Import, confirmed: false, late: round.is_late(tx.now()) };
    queries::add_versions(tx, owner, round.id(), &numbered, saving).await?;
    Ok(numbered.into_iter().map(|(_, number)| number).collect())
}

/// Writes the lists of a file in the name of whoever brought it, and notes it.
/// # Errors
/// As [`enter_many`].
pub async fn import(tx: &Tx, round: &Round, by: PersonId, lists: &[WishList]) -> Result<Vec<i32>, Fault> {
    let versions = enter_many(tx, round, by, lists).await?;
    let facts = json!({ "lists": lists.len(), "by": by });
    journal::note(tx, round.owner(), Event::of("wishes-imported", "round", round.id()).with(facts)).await?;
    Ok(versions)
}

/// Takes an import of wishes back: what counted before counts again, as a further version.
/// # Errors
/// As [`enter_many`].
pub async fn take_back(tx: &Tx, round: &Round, by: PersonId, lists: &[WishList]) -> Result<(), Fault> {
    enter_many(tx, round, by, lists).await?;
    let facts = json!({ "lists": lists.len(), "by": by });
    Ok(journal::note(tx, round.owner(), Event::of("wishes-import-undone", "round", round.id()).with(facts)).await?)
}

/// My list that counts, in a round that I was given.
/// # Errors
/// [`NotFound`] outside the institution.
pub async fn mine(tx: &Tx, round: &Round) -> Result<Option<Version>, Fault> {
    let (owner, oneself) = access::may_wish(tx.actor(), round)?;
    Ok(queries::last(tx, owner, round.id(), oneself.id()).await?)
}

/// One of my versions.
/// # Errors
/// [`NotFound`] when there is no such version.
pub async fn receipt(tx: &Tx, round: &Round, number: i32) -> Result<Version, Fault> {
    let (owner, oneself) = access::may_wish(tx.actor(), round)?;
    let found = queries::version(tx, owner, round.id(), oneself.id(), number).await?;
    Ok(found.ok_or_else(|| NotFound::of("receipt", number))?)
}

/// A student's list that counts, for the office.
/// # Errors
/// [`NotFound`] for everybody else.
pub async fn of_student(tx: &Tx, round: &Round, student: PersonId) -> Result<Option<Version>, Fault> {
    let owner = access::may_enter_for_others(tx.actor(), round)?;
    Ok(queries::last(tx, owner, round.id(), student).await?)
}

/// The round and my part in it, when I may change my wishes now.
async fn open_for_me(tx: &Tx, round: RoundId) -> Result<(Round, Owner, Participant), Fault> {
    let round = rounds::of_student(tx, round).await?;
    let (owner, _) = access::may_wish(tx.actor(), &round)?;
    let me = participants::myself(tx, &round).await?;
    refuse_withdrawn(&round, &me)?;
    if round.takes_wishes(tx.now()) {
        return Ok((round, owner, me));
    }
    if tx.now() < round.dates().wishes_open_at() {
        return Err(not_open_yet(tx, &round).await?);
    }
    let (closed_at, zone) = (round.dates().wishes_close_at(), rounds::zone_of(tx, &round).await?);
    Err(WishError::RoundClosed { round: round.id(), closed_at, at: tx.now(), zone }.into())
}

async fn not_open_yet(tx: &Tx, round: &Round) -> Result<Fault, Fault> {
    let (opens_at, zone) = (round.dates().wishes_open_at(), rounds::zone_of(tx, round).await?);
    Ok(WishError::NotOpenYet { round: round.id(), opens_at, at: tx.now(), zone }.into())
}

fn refuse_withdrawn(round: &Round, student: &Participant) -> Result<(), WishError> {
    if student.is_active() { Ok(()) } else { Err(WishError::Withdrawn { round: round.id() }) }
}

async fn save(
    tx: &Tx,
    round: &Round,
    owner: Owner,
    student: &Participant,
    list: &WishList,
    source: Source,
    confirmed: bool,
) -> Result<Receipt, Fault> {
    let by = tx.actor().person_id().ok_or(Denied { act: "save wishes as nobody" })?;
    let offers = sites::offers_by_id(tx, round, &list.offers()).await?;
    for offer in list.offers() {
        let fits = |found: &&sites::Offer| found.subject == student.part.subject && found.period == student.part.period;
        offers.get(&offer).filter(fits).ok_or(WishError::NotOffered { offer })?;
    }
    let saving = Saving { by, source, confirmed, late: round.is_late(tx.now()) };
    let version = queries::add_version(tx, owner, round.id(), list, saving).await?;
    let kind = match source {
        Source::Behalf => "wishes-entered",
        _ if confirmed => "wishes-confirmed",
        _ => "wishes-sent",
    };
    let facts = json!({ "version": version, "student": student.person });
    journal::note(tx, owner.id(), Event::of(kind, "round", round.id()).with(facts)).await?;
    Ok(Receipt { version, at: tx.now() })
}

/// The list by mail, in the student's language.
async fn mail_receipt(
    tx: &Tx,
    round: &Round,
    list: &WishList,
    receipt: Receipt,
    lang: Lang,
    kind: &'static str,
) -> Result<(), Fault> {
    let student = persons::find(tx, list.student()).await?;
    let institution = organisations::find(tx, round.owner()).await?;
    // The office's own language is not the student's.
    let own = tx.actor().person_id() == Some(student.id);
    let lang = student.lang.unwrap_or(if own { lang } else { institution.lang });
    let words = crate::words(lang);
    let offers = sites::offers_by_id(tx, round, &list.offers()).await?;
    let lines = list
        .wishes()
        .iter()
        .filter_map(|wish| Some(format!("{}. {}", wish.rank, offers.get(&wish.offer)?.shown_name())));
    let lines = lines.collect::<Vec<_>>().join("\n");
    let moment = |at| format::moment(lang, institution.zone, at);
    let (name, course) = (student.name.given().to_owned(), round.plan().name().to_owned());
    let (saved, closes) = (moment(receipt.at), moment(round.dates().wishes_close_at()));
    let (subject, body) = if kind == "wishes-entered" {
        let contact = round.plan().contact();
        let body =
            words.wishes_mail_entered(name, course.clone(), saved, lines, contact.name.clone(), contact.email.clone());
        (words.wishes_mail_entered_subject(course), body)
    } else {
        (
            words.wishes_mail_confirmed_subject(course.clone()),
            words.wishes_mail_confirmed(name, course, saved, lines, closes),
        )
    };
    let link =
        Link::to(words.wishes_mail_link(), format!("/my/rounds/{}/wishes/receipts/{}", round.id(), receipt.version));
    let unique_key = Some(format!("{kind}-{}-{}-{}", round.id(), student.id, receipt.version));
    let mail =
        Mail { owner: round.owner(), person: student.id, lang, kind, unique_key, subject, body, link: Some(link) };
    notices::tell_now(tx, vec![mail]).await
}
