//! What the wishes promise.

use axum::http::StatusCode;
use base::{OfferId, PersonId};
use kit::actor::{Actor, Owner};
use kit::fault::Fault;
use kit::mail;
use macros::both_databases;
use people::persons::actor_of;
use placing::wishes::{self, Receipt, Source, Wish, WishList};
use placing::{participants, rounds};
use tokio::task::JoinSet;

use crate::testkit::{OpenRound, Reader, Town};

async fn actor(town: &Town, person: PersonId) -> Actor {
    actor_of(town.db(), person, None).await.unwrap()
}

fn ranked(offers: &[OfferId]) -> Vec<Wish> {
    offers.iter().zip(1u16..).map(|(offer, rank)| Wish { offer: *offer, rank }).collect()
}

async fn submit(town: &Town, open: &OpenRound, actor: &Actor, offers: &[OfferId], key: &str) -> Result<Receipt, Fault> {
    let wishes = ranked(offers);
    town.db().write(actor, async |tx| wishes::submit(&tx, open.round, &wishes, key).await).await
}

fn named<T>(answer: Result<T, Fault>) -> String {
    match answer {
        Ok(_) => "saved".into(),
        Err(fault) => fault.problem().map_or_else(|| format!("{fault:?}"), |problem| problem.name().into()),
    }
}

/// The list that counts, as the office sees it.
async fn counts(town: &Town, open: &OpenRound, student: PersonId) -> Option<(i32, Vec<OfferId>, bool, bool, Source)> {
    let look = async |tx| {
        let round = rounds::find(&tx, open.round).await?;
        wishes::of_student(&tx, &round, student).await
    };
    let found = town.db().read(&Actor::portal(open.institution), look).await.unwrap();
    found.map(|found| (found.number, found.list.offers(), found.confirmed, found.late, found.source))
}

async fn press(reader: &Reader, open: &OpenRound, act: &str, offer: OfferId, key: &str) -> String {
    let act = format!("{act}:{offer}");
    reader.post(format!("/my/rounds/{}/wishes", open.round), [("request_key", key), ("act", act.as_str())]).await.done()
}

#[both_databases]
async fn every_press_of_a_button_is_saved_and_told(town: Town) {
    let open = town.open_round(4, 1).await;
    let reader = town.sign_in(open.students[0]).await;
    let [a, b, c, _] = open.offers[..] else { panic!("four places") };
    let wishes = format!("/my/rounds/{}/wishes?lang=nb", open.round);
    reader.get(&wishes).await.shown().says("Ingen ønsker ennå");
    for (offer, key) in [(a, "press-add-a"), (b, "press-add-b"), (c, "press-add-c")] {
        press(&reader, &open, "add", offer, key).await;
    }
    let told = press(&reader, &open, "up", c, "press-up-c").await;
    assert_eq!(told, format!("/my/rounds/{}/wishes?moved={c}&by=up", open.round));
    let page = reader.get(format!("{told}&lang=nb")).await.shown().says("Sted 3: nå 2 av 3. Lagret kl. 12.");
    assert!(page.text.contains("aria-label=\"Flytt Sted 3 opp\" autofocus data-focus"), "{}", page.text);
    press(&reader, &open, "down", a, "press-down-a").await;
    press(&reader, &open, "remove", b, "press-remove-b").await;
    assert_eq!(counts(&town, &open, open.students[0]).await, Some((6, vec![c, a], false, false, Source::Oneself)));
    let order = [
        ("request_key", "press-order"),
        ("moved", &a.to_string()),
        ("offer", &a.to_string()),
        ("offer", &c.to_string()),
    ];
    reader.post(format!("/my/rounds/{}/wishes", open.round), order).await.done();
    assert_eq!(counts(&town, &open, open.students[0]).await.unwrap().1, [a, c]);
    press(&reader, &open, "up", a, "press-up-first").await;
    assert_eq!(counts(&town, &open, open.students[0]).await.unwrap().0, 7, "nothing moved, nothing saved");
}

#[both_databases]
async fn the_last_list_counts_and_confirming_sends_a_receipt(town: Town) {
    let open = town.open_round(3, 1).await;
    let student = open.students[0];
    let reader = town.sign_in(student).await;
    let confirmation = format!("/my/rounds/{}/wishes/confirmation", open.round);
    let early = reader.post(format!("{confirmation}?lang=nb"), [("request_key", "confirm-empty")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    early.says("Denne runden ber om minst 1 ønske, og du har 0.");
    press(&reader, &open, "add", open.offers[1], "confirm-add").await;
    reader.get("/?lang=nb").await.shown().says("Listen er lagret, men ikke bekreftet");
    let receipt = reader.post(&confirmation, [("request_key", "confirm-once")]).await.done();
    assert_eq!(receipt, format!("/my/rounds/{}/wishes/receipts/2", open.round));
    let again = reader.post(&confirmation, [("request_key", "confirm-once")]).await.done();
    assert_eq!(again, receipt, "a repeat gets the same answer");
    reader.get(format!("{receipt}?lang=nb")).await.shown().says("Ønskene dine er bekreftet").says("Sted 2");
    assert_eq!(counts(&town, &open, student).await, Some((2, vec![open.offers[1]], true, false, Source::Oneself)));
    let owner = Actor::portal(open.institution);
    let proof = Owner::proven(&owner, open.institution).unwrap();
    let sent = town.db().read(&owner, async |tx| Ok(mail::of_owner(&tx, proof).await?)).await.unwrap();
    let receipts: Vec<_> = sent.iter().filter(|sent| sent.kind == "wishes-confirmed").collect();
    assert_eq!(receipts.len(), 1);
    assert!(receipts[0].body.contains("1. Sted 2"), "{}", receipts[0].body);
    press(&reader, &open, "add", open.offers[0], "confirm-after").await;
    assert_eq!(counts(&town, &open, student).await.unwrap().0, 3, "the last saved list counts, confirmed or not");
    reader.get(format!("{receipt}?lang=nb")).await.shown().says("Du har lagret en nyere liste siden");
    town.run_jobs().await;
}

#[both_databases]
async fn a_list_is_confirmed_when_it_has_what_the_round_asks_for_or_every_place_there_is(town: Town) {
    let many = town.open_round_asking_for("3", 4, 1).await;
    let reader = town.sign_in(many.students[0]).await;
    let confirmation = format!("/my/rounds/{}/wishes/confirmation", many.round);
    for (offer, key) in many.offers.iter().zip(["press-first", "press-second"]) {
        press(&reader, &many, "add", *offer, key).await;
    }
    let early = reader.post(format!("{confirmation}?lang=nb"), [("request_key", "confirm-two")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    early.says("Denne runden ber om minst 3 ønsker, og du har 2.");
    let few = town.open_round_asking_for("3", 2, 1).await;
    let reader = town.sign_in(few.students[0]).await;
    let confirmation = format!("/my/rounds/{}/wishes/confirmation", few.round);
    for (offer, key) in few.offers.iter().zip(["press-third", "press-fourth"]) {
        press(&reader, &few, "add", *offer, key).await;
    }
    reader.get(format!("/my/rounds/{}/wishes?lang=nb", few.round)).await.shown().says("Minst 2, høyst 5");
    reader.post(&confirmation, [("request_key", "confirm-both")]).await.done();
    assert!(counts(&town, &few, few.students[0]).await.expect("a list").2, "both places there are: confirmed");
    town.run_jobs().await;
}

#[both_databases]
async fn the_window_opens_and_closes_by_the_database_s_clock(town: Town) {
    let open = town.open_round(2, 1).await;
    let me = actor(&town, open.students[0]).await;
    town.now_is("2027-02-02 07:59");
    assert_eq!(named(submit(&town, &open, &me, &open.offers, "window-early").await), "wishes-not-open");
    town.now_is("2027-02-02 08:00");
    assert_eq!(named(submit(&town, &open, &me, &open.offers, "window-first").await), "saved");
    town.now_is("2027-02-10 14:59");
    assert_eq!(named(submit(&town, &open, &me, &open.offers[..1], "window-last").await), "saved");
    town.now_is("2027-02-10 15:00");
    let reader = town.sign_in(open.students[0]).await;
    let act = format!("add:{}", open.offers[1]);
    let fields = [("request_key", "window-late"), ("act", act.as_str())];
    let late = reader.post(format!("/my/rounds/{}/wishes?lang=nb", open.round), fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.says("Ønskene ble stengt onsdag 10. februar kl. 15.00. Det du sendte, kom onsdag 10. februar kl. 15.00.0");
    assert_eq!(
        counts(&town, &open, open.students[0]).await,
        Some((2, vec![open.offers[0]], false, false, Source::Oneself))
    );
    reader.get(format!("/my/rounds/{}/wishes?lang=nb", open.round)).await.shown().says("Listen under teller");
    town.run_jobs().await;
}

#[both_databases]
async fn only_places_of_one_s_own_subject_can_be_wished_for_each_once_and_not_too_many(town: Town) {
    let open = town.open_round(6, 1).await;
    let me = actor(&town, open.students[0]).await;
    let first = open.offers[0];
    let tries = [
        (vec![open.others[0]], "wish-not-offered"),
        (vec![OfferId(uuid::Uuid::from_u128(7))], "wish-not-offered"),
        (vec![first, first], "wish-repeated"),
        (open.offers.clone(), "wishes-too-many"),
        (open.offers[..5].to_vec(), "saved"),
    ];
    for (number, (offers, answer)) in tries.into_iter().enumerate() {
        assert_eq!(named(submit(&town, &open, &me, &offers, &format!("subject-{number}")).await), answer);
    }
    let unknown = [("request_key", "subject-field"), ("act", "add"), ("student_id", "x")];
    let reader = town.sign_in(open.students[0]).await;
    let answer = reader.post(format!("/my/rounds/{}/wishes", open.round), unknown).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(counts(&town, &open, open.students[0]).await.unwrap().0, 1);
}

#[both_databases]
async fn a_hundred_submissions_at_once_get_a_hundred_receipts_and_none_is_a_mixture(town: Town) {
    let open = town.open_round(5, 1).await;
    let student = open.students[0];
    let me = actor(&town, student).await;
    let mut tasks = JoinSet::new();
    for number in 0..100usize {
        let (db, me, round, mut offers) = (town.db().clone(), me.clone(), open.round, open.offers.clone());
        offers.rotate_left(number % 5);
        offers.truncate(1 + number % 4);
        tasks.spawn(async move {
            let (wishes, key) = (ranked(&offers), format!("hundred-{number}"));
            let saved = db.write(&me, async |tx| wishes::submit(&tx, round, &wishes, &key).await).await;
            (saved.unwrap().version, offers)
        });
    }
    let mut receipts = tasks.join_all().await;
    receipts.sort_by_key(|receipt| receipt.0);
    assert_eq!(receipts.iter().map(|receipt| receipt.0).collect::<Vec<_>>(), (1..=100).collect::<Vec<_>>());
    assert_eq!(counts(&town, &open, student).await.unwrap().1, receipts[99].1, "the highest version counts");
    for (number, offers) in receipts {
        let look = async |tx| {
            let round = rounds::of_student(&tx, open.round).await?;
            wishes::receipt(&tx, &round, number).await
        };
        assert_eq!(town.db().read(&me, look).await.unwrap().list.offers(), offers, "version {number}");
    }
}

#[both_databases]
async fn wishes_entered_by_the_office_are_marked_and_the_student_is_told(town: Town) {
    let open = town.open_round(3, 1).await;
    let student = open.students[0];
    let office = town.sign_in(open.administrator).await;
    let page = format!("/rounds/{}/students/{student}/wishes", open.round);
    let rows = |key: &'static str, offers: &[OfferId]| {
        let mut fields = vec![("request_key", key.to_owned())];
        fields.extend(offers.iter().map(|offer| ("offer", offer.to_string())));
        fields.push(("offer", String::new()));
        fields
    };
    office.get(format!("{page}?lang=nb")).await.shown().says("Ønsker for Mjøs 1 Nordmann");
    office.post(&page, rows("behalf-first", &open.offers[..2])).await.done();
    assert_eq!(counts(&town, &open, student).await, Some((1, open.offers[..2].to_vec(), false, false, Source::Behalf)));
    let reader = town.sign_in(student).await;
    reader.get(format!("/my/rounds/{}/wishes?lang=nb", open.round)).await.shown().says("Praksiskontoret har lagt inn");
    reader.get("/inbox").await.shown().says("Praksiskontoret har lagt inn ønskene dine");
    town.run_jobs().await;
    town.now_is("2027-02-10 16:00");
    let office = town.sign_in(open.administrator).await;
    office.get(format!("{page}?lang=nb")).await.shown().says("Fristen er ute");
    office.post(&page, rows("behalf-late", &open.offers[1..])).await.done();
    assert_eq!(counts(&town, &open, student).await, Some((2, open.offers[1..].to_vec(), false, true, Source::Behalf)));
    town.run_jobs().await;
}

#[both_databases]
async fn the_office_enters_ties_and_keeps_those_that_are_there(town: Town) {
    let open = town.open_round(3, 1).await;
    let student = open.students[0];
    let office = town.sign_in(open.administrator).await;
    let page = format!("/rounds/{}/students/{student}/wishes", open.round);
    let mut fields = vec![("request_key", "behalf-tied".to_owned()), ("same", "3".to_owned())];
    fields.extend(open.offers[..3].iter().map(|offer| ("offer", offer.to_string())));
    office.post(&page, fields).await.done();
    let reader = Actor::portal(open.institution);
    let list = async |tx| {
        let round = rounds::find(&tx, open.round).await?;
        Ok(wishes::of_student(&tx, &round, student).await?.map(|version| version.list))
    };
    let saved = town.db().read(&reader, list).await.unwrap().unwrap();
    let ranks: Vec<u16> = saved.wishes().iter().map(|wish| wish.rank).collect();
    assert_eq!((saved.offers()[0], ranks), (open.offers[0], vec![1, 2, 2]));
    let shown = office.get(&page).await.shown();
    assert!(shown.text.contains(r#"name="same" value="3" checked"#), "{}", shown.text);
    assert!(shown.text.contains(r#"name="same" value="2">"#), "{}", shown.text);
    town.run_jobs().await;
}

#[both_databases]
async fn nobody_else_s_wishes_can_be_seen_or_changed(town: Town) {
    let open = town.open_round(2, 2).await;
    let (mila, omar) = (open.students[0], open.students[1]);
    let me = actor(&town, mila).await;
    submit(&town, &open, &me, &open.offers, "private-own").await.unwrap();
    let other = town.sign_in(omar).await;
    let receipt = format!("/my/rounds/{}/wishes/receipts/1", open.round);
    assert_eq!(other.get(&receipt).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.get(format!("/rounds/{}/students/{mila}/wishes", open.round)).await.status, StatusCode::NOT_FOUND);
    let elsewhere = town.organisation("Annen skole").await;
    let stranger = town.sign_in(town.enrolled(elsewhere, "Fremmed").await).await;
    for path in ["wishes", "places", "wishes/receipts/1"] {
        let answer = stranger.get(format!("/my/rounds/{}/{path}", open.round)).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    let foreign = actor(&town, town.enrolled(elsewhere, "Fremmed").await).await;
    assert_eq!(named(submit(&town, &open, &foreign, &open.offers, "private-foreign").await), "not-found");
    assert_eq!(counts(&town, &open, omar).await, None);
}

#[both_databases]
async fn a_file_s_ties_are_kept_and_read_back_with_one_statement(town: Town) {
    let open = town.open_round(4, 3).await;
    let me = actor(&town, open.administrator).await;
    let tie = |student: PersonId| {
        let wish = |at: usize, rank| Wish { offer: open.offers[at], rank };
        WishList::new(student, vec![wish(0, 1), wish(1, 1), wish(2, 2)], 5).unwrap()
    };
    let lists: Vec<WishList> = open.students.iter().map(|student| tie(*student)).collect();
    let enter = async |tx| {
        let round = rounds::find(&tx, open.round).await?;
        wishes::enter_many(&tx, &round, open.administrator, &lists).await
    };
    assert_eq!(town.db().write(&me, enter).await.unwrap(), [1, 1, 1]);
    let owner = Owner::proven(&me, open.institution).unwrap();
    let before = town.db().queries();
    let read = town.db().read(&me, async |tx| Ok(wishes::of_round(&tx, owner, open.round).await?)).await.unwrap();
    assert_eq!(town.db().queries() - before, 1);
    let ranks: Vec<i32> = read.iter().map(|wish| wish.rank).collect();
    assert_eq!(ranks, [1, 1, 2, 1, 1, 2, 1, 1, 2]);
    let versions = async |tx| Ok(wishes::last_versions(&tx, owner, open.round).await?.len());
    assert_eq!(town.db().read(&me, versions).await.unwrap(), 3);
}

#[both_databases]
async fn whoever_has_withdrawn_wishes_no_more(town: Town) {
    let open = town.open_round(2, 1).await;
    let student = open.students[0];
    let office = Actor::portal(open.institution);
    let withdraw = async |tx| {
        let round = rounds::find(&tx, open.round).await?;
        participants::withdraw(&tx, &round, student).await
    };
    town.db().write(&office, withdraw).await.unwrap();
    let me = actor(&town, student).await;
    assert_eq!(named(submit(&town, &open, &me, &open.offers, "withdrawn-try").await), "wishes-withdrawn");
    let reader = town.sign_in(student).await;
    reader.get(format!("/my/rounds/{}/wishes?lang=nb", open.round)).await.shown().says("Du har trukket deg");
    town.run_jobs().await;
}

#[both_databases]
async fn places_are_found_by_letters_and_added_from_the_list(town: Town) {
    let open = town.open_round(60, 1).await;
    let reader = town.sign_in(open.students[0]).await;
    let places = format!("/my/rounds/{}/places", open.round);
    let first = reader.get(format!("{places}?lang=nb")).await.shown().says("Fant 60 steder");
    assert_eq!(first.text.matches("<li id=\"place-").count(), 50);
    let second = reader.get(format!("{places}?page=2&lang=nb")).await.shown();
    assert_eq!(second.text.matches("<li id=\"place-").count(), 10);
    reader.get(format!("{places}?q=STED+60&lang=nb")).await.shown().says("Fant 1 sted").says("3 ønsket den i fjor");
    reader.get(format!("{places}?municipality=Hamar&lang=nb")).await.shown().says("Fant 30 steder");
    reader.get(format!("{places}?q=zzz&lang=nb")).await.shown().says("Fant ingen steder");
    let place = open.offers[0];
    let fields = |key: &'static str, back: String| {
        [("request_key", key.to_owned()), ("act", format!("add:{place}")), ("back", back)]
    };
    let to = reader
        .post(format!("/my/rounds/{}/wishes", open.round), fields("places-add", format!("{places}?q=sted")))
        .await
        .done();
    assert_eq!(to, format!("{places}?q=sted&moved={place}&by=add"));
    reader.get(format!("{to}&lang=nb")).await.shown().says("Sted 1 er nå ønske 1. Lagret kl. 12.");
    reader.get(format!("{places}/{place}?lang=nb")).await.shown().says("Her lærer du mye.").says("Ønske 1");
    let elsewhere = fields("places-evil", "https://evil.example/my".into());
    let again = reader.post(format!("/my/rounds/{}/wishes?lang=nb", open.round), elsewhere).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    again.says("Stedet står allerede i listen");
}
