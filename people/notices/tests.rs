//! What notices promise: each person is told as they chose, and addresses that take no mail are known.

use axum::http::StatusCode;
use base::{Lang, OrganisationId, PersonId};
use kit::actor::{Actor, Role};
use kit::bounce;
use kit::mail::Link;
use macros::both_databases;
use people::notices::{self, Notice, Weight};

use crate::testkit::Town;

async fn tell(town: &Town, owner: OrganisationId, person: PersonId, weight: Weight, subject: &str) {
    let notice = || Notice {
        owner,
        to: person,
        lang: Lang::Nb,
        kind: "test",
        weight,
        unique_key: Some(format!("test:{person}:{subject}")),
        subject: subject.into(),
        body: "Dette har skjedd.".into(),
        link: Some(Link::to("Se mer", "/notices")),
    };
    let say = async |tx| notices::tell(&tx, vec![notice()]).await;
    town.db().write(&Actor::portal(owner), say).await.unwrap();
    town.run_jobs().await;
}

/// Subjects of the mails that have left the house for this person, the latest first.
async fn mails(town: &Town, person: PersonId) -> Vec<String> {
    let page = town.sign_in(person).await.get("/inbox").await.shown().text;
    let titles = page.split("<h2 class=\"h3\" lang=\"nb\">").skip(1);
    titles.map(|rest| rest.split('<').next().unwrap_or_default().to_owned()).collect()
}

#[both_databases]
async fn what_comes_together_goes_out_as_one_mail(town: Town) {
    town.now_is("2027-02-03 12:00");
    let school = town.organisation("Skole").await;
    let (nora, omar) = (town.person(school, "Nora").await, town.person(school, "Omar").await);
    tell(&town, school, nora, Weight::Matter, "Første").await;
    tell(&town, school, nora, Weight::Information, "Andre").await;
    tell(&town, school, nora, Weight::Information, "Andre").await; // the same cause once more
    tell(&town, school, omar, Weight::Matter, "Bare denne").await;
    assert_eq!(mails(&town, nora).await, [] as [&str; 0]);
    town.now_is("2027-02-03 12:11");
    town.run_jobs().await;
    assert_eq!(mails(&town, nora).await, ["2 varsler fra Skole"]);
    assert_eq!(mails(&town, omar).await, ["Bare denne"]);
    tell(&town, school, nora, Weight::Matter, "Tredje").await;
    town.now_is("2027-02-03 12:30");
    town.run_jobs().await;
    town.run_jobs().await;
    assert_eq!(mails(&town, nora).await, ["Tredje", "2 varsler fra Skole"]);
    let page = town.sign_in(nora).await.get("/notices").await.shown();
    assert_eq!(page.text.matches("<article").count(), 3);
}

/// Tells every mailbox of the organisation something.
async fn tell_boxes(town: &Town, owner: OrganisationId, weight: Weight, subject: &str) {
    let say = async |tx: kit::db::Tx| {
        let proven = kit::actor::Owner::proven(tx.actor(), owner).expect("the portal at work for it");
        let all = people::persons::mailboxes(&tx, proven).await?.into_iter();
        let told = all.map(|mailbox| Notice {
            owner,
            to: mailbox.id,
            lang: Lang::Nb,
            kind: "test",
            weight,
            unique_key: Some(format!("test:{}:{subject}", mailbox.id)),
            subject: subject.into(),
            body: "Dette har skjedd.".into(),
            link: Some(Link::to("Se mer", "/notices")),
        });
        notices::tell_boxes(&tx, told.collect()).await
    };
    town.db().write(&Actor::portal(owner), say).await.unwrap();
    town.run_jobs().await;
}

/// Subjects and texts of the mails that have left the house for this address, the latest first.
async fn mails_at(town: &Town, owner: OrganisationId, address: &str) -> Vec<(String, String)> {
    let actor = Actor::portal(owner);
    let look = async |tx: kit::db::Tx| {
        let owner = kit::actor::Owner::proven(tx.actor(), owner).expect("the portal at work for it");
        Ok(kit::mail::of_owner(&tx, owner).await?)
    };
    let all = town.db().read(&actor, look).await.unwrap();
    let sent = all.into_iter().filter(|mail| mail.to_address == address && mail.sent_at.is_some());
    sent.map(|mail| (mail.subject, mail.body)).collect()
}

#[both_databases]
async fn the_mailbox_of_a_role_gets_what_comes_together_as_one_mail_and_nothing_at_night(town: Town) {
    town.now_is("2027-02-03 12:00");
    let school = town.organisation("Skole").await;
    let office = town.sign_in(town.holder(school, "Siri", Role::Administrator).await).await;
    let boxes = format!("/organisations/{school}/mailboxes");
    office.post(&boxes, [("kind", "administrator"), ("email", "felles@skole.example")]).await.done();
    let got = async || mails_at(&town, school, "felles@skole.example").await;
    let subjects = async || got().await.into_iter().map(|mail| mail.0).collect::<Vec<_>>();
    tell_boxes(&town, school, Weight::Matter, "Første").await;
    tell_boxes(&town, school, Weight::Matter, "Andre").await;
    tell_boxes(&town, school, Weight::Matter, "Andre").await; // the same cause once more
    assert_eq!(got().await, []);
    town.now_is("2027-02-03 12:11");
    town.run_jobs().await;
    let [(subject, body)] = &got().await[..] else { panic!("{:?}", got().await) };
    assert_eq!(subject, "2 varsler fra Skole");
    assert!(body.contains("– Første\n– Andre"), "{body}");
    town.now_is("2027-02-03 22:00");
    tell_boxes(&town, school, Weight::Matter, "Sent").await;
    tell_boxes(&town, school, Weight::Now, "Straks").await;
    assert_eq!(subjects().await, ["Straks", "2 varsler fra Skole"]);
    town.now_is("2027-02-04 06:59");
    town.run_jobs().await;
    assert_eq!(subjects().await.len(), 2);
    town.now_is("2027-02-04 07:01");
    town.run_jobs().await;
    town.run_jobs().await;
    assert_eq!(subjects().await, ["Sent", "Straks", "2 varsler fra Skole"]);
    tell_boxes(&town, school, Weight::Matter, "For sent").await;
    let office = town.sign_in(office_of(&town, school).await).await;
    let page = office.get(&boxes).await.shown().text;
    let remove = page.split("action=\"").find(|rest| rest.contains("/closure\"")).unwrap().split('"').next().unwrap();
    office.press(remove).await.done();
    town.now_is("2027-02-04 07:30");
    town.run_jobs().await;
    assert_eq!(subjects().await.len(), 3, "a mailbox that was removed gets nothing");
}

/// Another of the office, signed in today.
async fn office_of(town: &Town, school: OrganisationId) -> PersonId {
    town.holder(school, "Kari", Role::Administrator).await
}

#[both_databases]
async fn nights_are_quiet_but_for_what_is_asked_for(town: Town) {
    town.now_is("2027-02-03 22:00");
    let school = town.organisation("Skole").await;
    let nora = town.person(school, "Nora").await;
    tell(&town, school, nora, Weight::Now, "Kvittering").await;
    tell(&town, school, nora, Weight::Decision, "Vedtak").await;
    assert_eq!(mails(&town, nora).await, ["Kvittering"]);
    town.now_is("2027-02-04 06:59");
    town.run_jobs().await;
    assert_eq!(mails(&town, nora).await, ["Kvittering"]);
    town.now_is("2027-02-04 07:01");
    town.run_jobs().await;
    assert_eq!(mails(&town, nora).await, ["Vedtak", "Kvittering"]);
}

#[both_databases]
async fn each_person_chooses_and_decisions_always_come(town: Town) {
    town.now_is("2027-02-03 12:00");
    let school = town.organisation("Skole").await;
    let nora = town.holder(school, "Nora", Role::Coordinator).await;
    let reader = town.sign_in(nora).await;
    let form = |matters: &str, information: &str, from: &str| {
        [("matters", matters), ("information", information), ("quiet_from", from), ("quiet_until", "7")]
            .map(|(name, value)| (name, value.to_owned()))
    };
    for (wrong, field) in [(form("soon", "often", "20"), "information"), (form("soon", "soon", "24"), "quiet_from")] {
        let reply = reader.post("/notices/choices", wrong).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(reply.text.contains(&format!("error-{field}")), "{field}: {}", reply.text);
    }
    let saved = reader.post("/notices/choices", form("daily", "never", "20")).await.done();
    assert_eq!(saved, "/notices/choices?saved=yes");
    tell(&town, school, nora, Weight::Matter, "Venter").await;
    tell(&town, school, nora, Weight::Information, "Greit å vite").await;
    tell(&town, school, nora, Weight::Decision, "Vedtak").await;
    town.now_is("2027-02-03 13:00");
    town.run_jobs().await;
    assert_eq!(mails(&town, nora).await, ["Vedtak"]);
    town.now_is("2027-02-04 08:05");
    town.run_jobs().await;
    assert_eq!(mails(&town, nora).await, ["Venter", "Vedtak"]);
    let reader = town.sign_in(nora).await;
    reader.get("/notices").await.shown().says("Greit å vite").says("Merk 3 som lest");
    reader.press("/notices/reading").await.done();
    assert!(!reader.get("/notices").await.shown().seen().contains("som lest"));
}

#[both_databases]
async fn an_address_that_takes_no_mail_is_known_to_its_owner_and_the_office(town: Town) {
    town.now_is("2027-02-03 12:00");
    let school = town.organisation("Skole").await;
    let other = town.organisation("Annen skole").await;
    let nora = town.person(school, "Nora").await;
    let office = town.sign_in(town.holder(school, "Jonas", Role::Administrator).await).await;
    let stranger = town.sign_in(town.holder(other, "Ola", Role::Administrator).await).await;
    let find = async |tx| people::persons::find(&tx, nora).await;
    let address = town.db().read(&Actor::portal(school), find).await.unwrap().email.unwrap();
    let address = address.as_str();
    let note = async |tx| Ok(bounce::note(&tx, address, "550 5.1.1 Finnes ikke").await?);
    town.db().write(&Actor::portal(school), note).await.unwrap();
    tell(&town, school, nora, Weight::Now, "Når ikke frem").await;
    let unsent = async |tx| {
        let oneself = notices::access::own(&Actor::person(nora))?;
        Ok(kit::mail::to_oneself(&tx, oneself).await?.iter().filter(|mail| mail.sent_at.is_none()).count())
    };
    assert_eq!(town.db().read(&Actor::portal(school), unsent).await.unwrap(), 1);
    town.sign_in(nora).await.get("/notices/choices").await.shown().says("E-postene våre når deg ikke");
    office.get("/").await.shown().says("Én person får ikke e-postene våre");
    office.get("/bounces").await.shown().says("Nordmann, Nora").says("550 5.1.1 Finnes ikke");
    assert!(!stranger.get("/bounces").await.shown().text.contains("Nora"));
    assert_eq!(stranger.press(format!("/bounces/{nora}")).await.status, StatusCode::NOT_FOUND);
    office.press(format!("/bounces/{nora}")).await.done();
    office.get("/bounces").await.shown().says("Alle adresser tar imot e-post");
    tell(&town, school, nora, Weight::Now, "Kommer frem").await;
    assert_eq!(town.db().read(&Actor::portal(school), unsent).await.unwrap(), 1);
}

#[both_databases]
async fn what_one_was_told_and_mailed_is_found_by_any_of_its_words_and_by_nobody_else(town: Town) {
    town.now_is("2027-02-03 12:00");
    let school = town.organisation("Skole").await;
    let (nora, omar) = (town.person(school, "Nora").await, town.person(school, "Omar").await);
    tell(&town, school, nora, Weight::Now, "Øvelsen begynner på Ås").await;
    tell(&town, school, nora, Weight::Now, "Fristen gikk ut").await;
    tell(&town, school, omar, Weight::Now, "Øvelsen er avlyst").await;
    let reader = town.sign_in(nora).await;
    for page in ["/notices", "/inbox"] {
        let titles = async |query: &str| {
            let page = reader.get(format!("{page}?q={query}&lang=nb")).await.shown().text;
            let titles = page.split("<h2 class=\"h3\" lang=\"nb\">").skip(1);
            titles.map(|rest| rest.split('<').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(titles("").await, ["Fristen gikk ut", "Øvelsen begynner på Ås"], "{page}");
        assert_eq!(titles("ås+ØVELSEN").await, ["Øvelsen begynner på Ås"], "{page}");
        assert_eq!(titles("skjedd+fristen").await, ["Fristen gikk ut"], "{page}");
        assert_eq!(titles("avlyst").await, [] as [&str; 0], "{page}");
        let none = reader.get(format!("{page}?q=%25&lang=en")).await.shown();
        none.says("Search for another word").says("Clear search and filters");
    }
}

#[both_databases]
async fn a_long_list_of_mails_and_of_notices_comes_in_pages(town: Town) {
    town.now_is("2027-02-03 12:00");
    let school = town.organisation("Skole").await;
    let nora = town.person(school, "Nora").await;
    let notice = |number: usize| Notice {
        owner: school,
        to: nora,
        lang: Lang::Nb,
        kind: "test",
        weight: Weight::Now,
        unique_key: None,
        subject: format!("Nummer {number:03}"),
        body: "Dette har skjedd.".into(),
        link: None,
    };
    let all: Vec<Notice> = (1..=60).map(notice).collect();
    town.db().write(&Actor::portal(school), async |tx| notices::tell(&tx, all.clone()).await).await.unwrap();
    town.run_jobs().await;
    let reader = town.sign_in(nora).await;
    for page in ["/notices", "/inbox"] {
        let first = reader.get(format!("{page}?lang=nb")).await.shown().says("1–50 av 60");
        let second = reader.get(format!("{page}?page=2&lang=nb")).await.shown().says("51–60 av 60");
        let count = |text: &str| text.matches("<article").count();
        assert_eq!((count(&first.text), count(&second.text)), (50, 10), "{page}");
        let found = reader.get(format!("{page}?q=nummer&page=2&lang=nb")).await.shown();
        assert_eq!(count(&found.text), 10, "what is found comes in pages, too: {page}");
    }
}
