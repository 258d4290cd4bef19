//! What the room promises: whoever does not get through can tell it, signed in or not, and a person is told.

use axum::http::StatusCode;
use kit::actor::{Actor, Owner, Role};
use macros::both_databases;
use operating::feedback::actions;
use operating::feedback::model::Feedback;

use crate::testkit::Town;

#[both_databases]
async fn anybody_tells_what_keeps_them_and_those_who_look_after_the_portal_read_it(town: Town) {
    let school = town.organisation("Skole").await;
    let guest = town.nobody();
    guest.get("/was").await.shown().says("Si fra om noe som hindrer deg");
    let fields = [
        ("text", "Knappen finnes ikke.\nHer: https://evil.example"),
        ("page", "/my/rounds"),
        ("answer_to", "a@b.example"),
    ];
    let nobody = guest.post("/feedback", fields).await;
    assert_eq!(nobody.status, StatusCode::CONFLICT);
    let nobody = nobody.says("Ingen har ansvar for portalen nå");
    assert!(nobody.text.contains("Knappen finnes ikke."), "what was typed is kept");
    let oda = town.operator(school, "Oda").await;
    let operator = town.sign_in(oda).await;
    for (text, page, answer_to, told) in [
        (" ", "", "", "Skriv hva som hindrer deg."),
        ("Hei", "https://elsewhere.example", "", "som begynner med én skråstrek"),
        ("Hei", "", "ingen adresse", "«ingen adresse»"),
    ] {
        let refused = guest.post("/feedback", [("text", text), ("page", page), ("answer_to", answer_to)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says(told);
    }
    assert!(!operator.get("/notices").await.shown().text.contains("kommer ikke gjennom"));
    assert_eq!(guest.post("/feedback", fields).await.done(), "/feedback?done=yes");
    guest.get("/feedback?done=yes").await.shown().says("har fått beskjed");
    let page = operator.get("/notices").await.shown();
    let page = page
        .says("Les: noen kommer ikke gjennom i portalen")
        .says("&#62; Knappen finnes ikke.")
        .says("Svar til: a@b.example");
    assert!(page.text.contains("href=\"/my/rounds\"") && !page.text.contains("href=\"https://evil"), "{}", page.text);
    let actor = Actor::portal(school);
    let owner = Owner::proven(&actor, school).unwrap();
    let told = town.db().read(&actor, async |tx| Ok(kit::journal::latest(&tx, owner, 1).await?)).await.unwrap();
    assert_eq!((told[0].kind.as_str(), &told[0].facts), ("feedback-told", &serde_json::json!({ "people": 1 })));
    // The address of whoever is signed in stands in the form, and can be taken out.
    let anna = town.sign_in(town.holder(school, "Anna", Role::Administrator).await).await;
    let form = anna.get("/feedback?page=%2Frounds").await.shown();
    assert!(form.text.contains("value=\"/rounds\"") && form.text.contains("@town.example\""), "{}", form.text);
    anna.post("/feedback", [("text", "Uten adresse")]).await.done();
    operator.get("/notices").await.shown().says("Avsenderen har ikke lagt igjen noen adresse.");
    town.run_jobs().await;
}

#[both_databases]
async fn nobody_fills_the_mailbox_of_those_who_look_after_the_portal(town: Town) {
    let school = town.organisation("Skole").await;
    town.operator(school, "Oda").await;
    let guest = town.nobody();
    for _ in 0..20 {
        guest.post("/feedback", [("text", "Hei")]).await.done();
    }
    let refused = guest.post("/feedback", [("text", "En til")]).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let refused = refused.says("Prøv igjen om en time");
    assert!(refused.text.contains("En til"), "what was typed is kept");
    town.run_jobs().await;
}

#[both_databases]
async fn what_one_address_is_refused_keeps_nobody_else_from_telling_until_all_have_told_enough(town: Town) {
    let school = town.organisation("Skole").await;
    town.operator(school, "Oda").await;
    let told = Feedback::new("Hei", "", "").unwrap();
    let tell = async |address: &str| match actions::tell(town.db(), address, &told).await {
        Ok(()) => "told",
        Err(fault) => fault.problem().map_or("fault", |problem| problem.name()),
    };
    let mut answers = vec![];
    for _ in 0..230 {
        answers.push(tell("one").await);
    }
    assert_eq!(answers.iter().filter(|answer| **answer == "told").count(), 20);
    for number in 0..180 {
        assert_eq!(tell(&format!("other {number}")).await, "told", "{number}");
    }
    assert_eq!(tell("the last").await, "feedback-too-often");
    town.run_jobs().await;
}
