//! Every route against everybody it is not for: nobody, the wrong role, another organisation. Made from the router, so
//! a new route is in it from its first day.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use base::OrganisationId;
use kit::actor::{Actor, Role};
use kit::web::{Need, Route};
use macros::both_databases;
use people::persons;

use crate::testkit::{Reader, Reply, Town, Village};

/// Marks every text of the village whose strangers we are.
const CANARY: &str = "Kanarifugl";
/// What stands after these is a word that everybody knows.
const NAMED_BY_WORDS: [&str; 7] = ["receipts", "input", "login", "changes", "proof", "comparison", "guides"];
const NOT_THERE: &str = "00000000-0000-7000-8000-000000000000";

/// Who tries, and what they hold elsewhere.
struct Stranger {
    name: &'static str,
    reader: Reader,
    student: bool,
    role: Option<Role>,
}

impl Stranger {
    fn has(&self, need: Need) -> bool {
        match need {
            Need::Anyone | Need::SignedIn => true,
            Need::Student => self.student,
            Need::Role(role) => self.role == Some(role),
            Need::Operator | Need::Demo | Need::Token(_) => false,
        }
    }
}

/// The address with what stands there in this village, or with something that is not there. What a parameter means is
/// told by the word before it.
pub fn fill(path: &str, ids: &BTreeMap<&'static str, String>, there: bool) -> String {
    let mut word = "";
    let mut parts = vec![];
    for part in path.split('/') {
        if !part.starts_with('{') {
            word = part;
            parts.push(part.to_owned());
        } else if there || NAMED_BY_WORDS.contains(&word) {
            parts.push(
                ids.get(word).unwrap_or_else(|| panic!("the village has nothing for {path}; give it one")).clone(),
            );
        } else {
            parts.push(NOT_THERE.to_owned());
        }
    }
    parts.join("/")
}

/// The same but for what differs in every answer.
fn alike(reply: &Reply, path: &str) -> (StatusCode, String) {
    (reply.status, reply.text.replace(path, "PATH"))
}

async fn strangers_of(town: &Town, mine: &Village, other: &Village) -> Vec<Stranger> {
    let as_ = |name, reader, student, role| Stranger { name, reader, student, role };
    let mut all = vec![
        as_(
            "another institution's administrator",
            town.sign_in(other.administrator).await,
            false,
            Some(Role::Administrator),
        ),
        as_("another institution's student", town.sign_in(other.student).await, true, None),
        as_("another host's coordinator", town.sign_in(other.coordinator).await, false, Some(Role::Coordinator)),
    ];
    // The wrong role at home counts as a stranger where the route asks for another role.
    all.push(as_("the institution's own student", town.sign_in(mine.student).await, true, None));
    all.push(as_("the host's own coordinator", town.sign_in(mine.coordinator).await, false, Some(Role::Coordinator)));
    all.push(as_(
        "the institution's own administrator",
        town.sign_in(mine.administrator).await,
        false,
        Some(Role::Administrator),
    ));
    all
}

fn is_strange(stranger: &Stranger, route: &Route) -> bool {
    stranger.name.starts_with("another") || !stranger.has(route.need)
}

#[both_databases]
async fn no_route_opens_for_a_stranger(town: Town) {
    let mine = town.village(CANARY).await;
    let other = town.village("Annensteds").await;
    town.run_jobs().await;
    let before = town.journal_entries().await;
    let nobody = town.nobody();
    let strangers = strangers_of(&town, &mine, &other).await;
    let (mut tried, mut own_files) = (0, 0_i64);
    // What opens with a token has its own matrix, in the room of tokens.
    for route in town.routes().into_iter().filter(|route| !matches!(route.need, Need::Token(_))) {
        let has_parameter = route.path.contains('{');
        let what = format!("{} {}", route.method, route.path);
        let (there, gone) = (fill(route.path, &mine.ids, true), fill(route.path, &mine.ids, false));
        if matches!(route.need, Need::Anyone | Need::Demo) {
            continue;
        }
        let reply = nobody.ask(&route.method, &there).await;
        match route.method {
            Method::GET => assert!(reply.done().starts_with("/login?next="), "{what} for nobody"),
            _ => assert_eq!(reply.status, StatusCode::UNAUTHORIZED, "{what} for nobody"),
        }
        if route.path.starts_with("/me/") && !has_parameter {
            continue; // one's own page is nobody else's: everybody who has signed in changes their own
        }
        for stranger in strangers.iter().filter(|stranger| is_strange(stranger, &route)) {
            let what = format!("{what} for {}", stranger.name);
            let reply = stranger.reader.ask(&route.method, &there).await;
            tried += 1;
            // A list of one's own organisation is one's own to take along, and that is noted.
            own_files += i64::from(route.path.ends_with(".csv") || route.path.ends_with(".xlsx"))
                * i64::from(!has_parameter && reply.status == StatusCode::OK);
            if stranger.name.starts_with("another") {
                assert!(!reply.text.contains(CANARY), "{what} shows a foreign text");
            }
            if !stranger.has(route.need) {
                let expected = if has_parameter { StatusCode::NOT_FOUND } else { StatusCode::FORBIDDEN };
                assert_eq!(reply.status, expected, "{what}");
            } else if has_parameter && route.path.contains('{') {
                let missing = stranger.reader.ask(&route.method, &gone).await;
                assert_eq!(alike(&reply, &there), alike(&missing, &gone), "{what}: not yours differs from not there");
                assert!(reply.status.is_client_error(), "{what}: {}", reply.status);
                assert!(
                    route.method != Method::GET || reply.status == StatusCode::NOT_FOUND,
                    "{what}: {}",
                    reply.status
                );
            }
        }
    }
    assert!(tried > 100, "only {tried} tries");
    assert_eq!(town.journal_entries().await, before + own_files, "a stranger changed something");
}

#[both_databases]
async fn every_page_opens_for_those_it_is_for(town: Town) {
    let mine = town.village(CANARY).await;
    town.run_jobs().await;
    let administrator = town.sign_in(mine.administrator).await;
    let student = town.sign_in(mine.student).await;
    let coordinator = town.sign_in(mine.coordinator).await;
    let operator = town.sign_in(mine.operator).await;
    for route in town.routes().into_iter().filter(|route| route.method == Method::GET) {
        let reader = match route.need {
            Need::Operator => &operator,
            Need::Role(Role::Administrator) | Need::SignedIn => &administrator,
            Need::Role(Role::Coordinator) => &coordinator,
            Need::Student => &student,
            Need::Anyone | Need::Demo | Need::Token(_) => continue,
        };
        let path = fill(route.path, &mine.ids, true);
        if path.ends_with("/events") || route.path.ends_with("/{provider}") {
            continue; // a stream that does not end by itself; a way out of the house
        }
        let reply = reader.get(&path).await;
        // The village's round is published: forms that would change it say so.
        let closed = reply.status == StatusCode::CONFLICT && !reply.header("x-problem").is_empty();
        assert!(
            closed || matches!(reply.status, StatusCode::OK | StatusCode::SEE_OTHER),
            "GET {path}: {} {}",
            reply.status,
            reply.seen()
        );
    }
}

/// Requests of the canary run on each database; the long form makes forty times as many.
const REQUESTS: usize = 25_000;

#[both_databases]
async fn no_foreign_mark_reaches_a_stranger(town: Town) {
    canary_run(&town, REQUESTS).await;
}

#[both_databases]
#[ignore = "the long form: an hour or more"]
async fn no_foreign_mark_reaches_a_stranger_in_a_million_requests(town: Town) {
    canary_run(&town, 40 * REQUESTS).await;
}

/// Opens and sends whatever there is, with ids of both villages mixed, and looks for the mark of the foreign one.
async fn canary_run(town: &Town, requests: usize) {
    let mine = town.village(CANARY).await;
    let other = town.village("Annensteds").await;
    town.run_jobs().await;
    let before = journal_of(town, &mine).await;
    let readers = [
        town.sign_in(other.administrator).await,
        town.sign_in(other.student).await,
        town.sign_in(other.coordinator).await,
        town.nobody(),
    ];
    let routes: Vec<Route> = town
        .routes()
        .into_iter()
        .filter(|route| {
            let ends = ["/events", "/logout", "/sessions", "/sessions/end", "/release", "/departure", "/merger"];
            !ends.iter().any(|end| route.path.ends_with(end)) && !route.path.starts_with("/login")
        })
        .collect();
    let mut chance = fastrand::Rng::with_seed(2027);
    for _ in 0..requests {
        let route = &routes[chance.usize(..routes.len())];
        let ids: BTreeMap<&'static str, String> = mine
            .ids
            .iter()
            .map(|(word, id)| (*word, if chance.u8(..4) == 0 { other.ids[word].clone() } else { id.clone() }))
            .collect();
        let query = ["", "?q=Kanari", "?format=csv", "?sort=name&page=2", "?lang=en"][chance.usize(..5)];
        let path = fill(route.path, &ids, true) + query;
        let reader = &readers[chance.usize(..readers.len())];
        let reply = match route.method {
            Method::GET => reader.get(&path).await,
            _ => reader.post(&path, [("q", "x"), ("page", "1")].into_iter().take(chance.usize(..2))).await,
        };
        let shown = reply.text.contains(CANARY)
            || reply.headers.values().any(|value| value.to_str().is_ok_and(|text| text.contains(CANARY)));
        assert!(!shown, "{} {path} shows a foreign mark: {}", route.method, reply.seen());
    }
    town.run_jobs().await; // what the readers did in their own village
    assert_eq!(journal_of(town, &mine).await, before, "a stranger changed something");
}

async fn journal_of(town: &Town, village: &Village) -> (i64, i64) {
    (town.journal_of(village.institution).await, town.journal_of(village.host).await)
}

#[both_databases]
async fn no_form_takes_an_owner_a_role_or_a_state(town: Town) {
    let mine = town.village(CANARY).await;
    town.run_jobs().await;
    let before = town.journal_entries().await;
    let mut wrong = vec![];
    for route in town.routes().into_iter().filter(|route| route.method == Method::POST) {
        let person = match route.need {
            Need::Role(Role::Administrator) | Need::SignedIn | Need::Anyone => mine.administrator,
            Need::Role(Role::Coordinator) => mine.coordinator,
            Need::Student => mine.student,
            Need::Operator => mine.operator,
            Need::Demo | Need::Token(_) => continue,
        };
        let reader = town.sign_in(person).await;
        let path = fill(route.path, &mine.ids, true);
        for field in ["owner_id", "organisation_id", "role", "state", "person_id", "is_admin"] {
            let reply = reader.post(&path, [(field, "x")]).await;
            if reply.status != StatusCode::UNPROCESSABLE_ENTITY {
                wrong.push(format!("{} with {field}: {}", route.path, reply.status));
            }
        }
    }
    assert_eq!(wrong, [] as [String; 0]);
    assert_eq!(town.journal_entries().await, before, "something was changed");
}

/// What the portal does by itself, each by the rule of its room.
type AtWork = (&'static str, fn(&Actor, OrganisationId) -> bool);
const AT_WORK: &[AtWork] = &[
    ("people::inbox", |actor, at| people::inbox::access::of_demo(actor, at).is_some()),
    ("people::notices", |actor, at| people::notices::access::works_for(actor, at).is_ok()),
    ("people::organisations", |actor, at| people::organisations::access::may_register(actor, at).is_ok()),
    ("people::persons", |actor, at| persons::access::works_for(actor, at).is_ok()),
    ("people::questions", |actor, at| people::questions::access::works_for(actor, at).is_ok()),
    ("people::signin", |actor, at| people::signin::access::portal_of(actor, at).is_ok()),
    ("people::threads", |actor, at| people::threads::access::works_for(actor, at).is_ok()),
    ("people::tokens", |actor, at| people::tokens::access::scope(actor, at).is_some()),
    ("placing::confidences", |actor, at| placing::confidences::access::works_for(actor, at).is_ok()),
    ("operating::departure", |actor, at| operating::departure::access::may_export(actor, at).is_ok()),
    ("operating::erasure", |actor, at| operating::erasure::access::works_for(actor, at).is_ok()),
    ("operating::incident", |actor, at| operating::incident::access::may_report(actor, at).is_ok()),
    ("operating::seals", |actor, at| operating::seals::access::may_seal(actor, at).is_ok()),
];

#[both_databases]
async fn what_the_portal_does_by_itself_nobody_does_who_has_signed_in(town: Town) {
    let village = town.village("Mjøs").await;
    let at = village.institution;
    let highest = persons::actor_of(town.db(), village.administrator, None).await.unwrap().operating(true);
    assert!(highest.has_at(Role::Administrator, at));
    for (room, may) in AT_WORK {
        let told = [highest.clone(), Actor::person(village.student), Actor::nobody(), Actor::portal(village.host)]
            .map(|actor| may(&actor, at));
        assert_eq!((told, may(&Actor::portal(at), at)), ([false; 4], true), "{room}");
    }
    town.run_jobs().await;
}
