//! What everybody can read about the rules.

use axum::http::StatusCode;
use macros::both_databases;

use crate::testkit::Town;

#[both_databases]
async fn how_places_are_allocated_is_told_to_everybody(town: Town) {
    let page = town.nobody().get("/how?lang=da").await.shown();
    page.says("Sådan fordeles pladserne")
        .says("Prioritetsgrupper, derefter lodtrækning")
        .says("Den ærlige liste er sikker");
    let page = town.nobody().get("/how/lottery?lang=da").await.shown();
    page.says("Kan et sted være fyldt, selv om det har ledige pladser?")
        .says("Elva var lukket: Vik tager 2 i alt, og den sidste plads gik til nummer 4.");
}

#[both_databases]
async fn each_rule_has_a_page_that_tells_its_own_result(town: Town) {
    let told = [
        ("lottery", "Jon får ingen plass. Elva har en ledig plass, men Vik har fått sine 2 studenter."),
        ("priority", "Mia har et senere nummer enn Kaja, men er i gruppe 1 på Moen og går først der."),
        ("mincost", "Alle 6 får plass, og ønskene deres blir 11 til sammen."),
        ("rankmax", "3 studenter får 1. ønske, og ingen fordeling har flere. Jon blir stående uten plass"),
        ("greedymax", "Alle 6 får plass, 3 av dem sitt 1. ønske."),
        ("generous", "Alle 6 får plass, og ingen må ta noe dårligere enn sitt 2. ønske."),
        ("manual", "Praksiskontoret deler ut plassene selv."),
    ];
    for (rule, words) in told {
        town.nobody().get(format!("/how/{rule}?lang=nb")).await.shown().says(words);
    }
    assert_eq!(town.nobody().get("/how/lots").await.status, StatusCode::NOT_FOUND);
}

#[both_databases]
async fn a_list_that_would_gain_is_told_where_the_true_one_is_not_safe(town: Town) {
    let page = town.nobody().get("/how/mincost?lang=en").await.shown();
    page.says("With the true list Jon gets: Lund, 2nd wish. With the list “Moen” it would have been: Moen, 1st wish")
        .says("that list would have brought Jon: no place. The true list would have brought: Lund, 2nd wish.");
    for safe in ["lottery", "priority"] {
        let page = town.nobody().get(format!("/how/{safe}?lang=en")).await.shown();
        assert!(!page.seen().contains("Could somebody gain by another list?"), "{safe}");
    }
}

#[both_databases]
async fn a_round_tells_its_own_rule_and_what_can_be_promised_before_anybody_wishes(town: Town) {
    let round = town
        .round()
        .with(|typed| {
            typed.wishes_min = "3".into();
            typed.terms.mechanism = "mincost".into();
            typed.terms.short_lists = "complete".into();
            typed.terms.cost = "1,4,9".into();
        })
        .await;
    town.offer("Elva").seats(2).in_round(&round).await;
    let student = round.students(1).await[0];
    let office = round.office().await;
    office.get(round.url("/how?lang=nb")).await.shown().says("Flest med plass, så ønskene samlet");
    round.announced().await;
    town.run_jobs().await;
    town.now_is("2027-02-02 08:00");
    town.run_jobs().await;
    let reader = town.sign_in(student).await;
    let page = reader.get(round.url("/how?lang=nb")).await.shown();
    page.says("Ønske 1, 2, 3 og så videre teller 1,4,9").says("Fører du opp færre enn 3 steder");
    let promised = "Vi kan ikke love at din ærlige rekkefølge alltid er best.";
    for address in ["how", "wishes", ""] {
        let address = match address {
            "how" => round.url("/how?lang=nb"),
            page => format!("/my/rounds/{}/{page}?lang=nb", round.id).replace("/?", "?"),
        };
        reader.get(&address).await.shown().says(promised);
    }
}
