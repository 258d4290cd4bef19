//! What programs can do against what people can do: every page has an operation that shows or does the same, or stands
//! here with the reason why it is for people alone.

use std::collections::{BTreeMap, BTreeSet};

use kit::web::{Need, Route};
use portal::house;

/// Pages and acts, and the operations that show or do the same.
const PAGES: &[(&str, &[&str])] = &[
    ("GET /organisations", &["GET /organisation", "GET /organisations"]),
    ("GET /organisations/{organisation}/about", &["GET /organisation"]),
    ("POST /organisations/{organisation}/about", &["PUT /organisation"]),
    ("GET /organisations/{organisation}/units", &["GET /units"]),
    ("GET /organisations/{organisation}/units/new", &["POST /units"]),
    ("POST /organisations/{organisation}/units/new", &["POST /units"]),
    ("GET /organisations/{organisation}/units/{unit}", &["GET /units/{unit}", "GET /unit-changes"]),
    ("GET /organisations/{organisation}/units/{unit}/changes/{change}", &["PUT /units/{unit}"]),
    ("POST /organisations/{organisation}/units/{unit}/changes/{change}", &["PUT /units/{unit}"]),
    ("GET /organisations/{organisation}/history", &["GET /unit-changes"]),
    ("POST /organisations/{organisation}/plans/{plan}/withdrawal", &["POST /unit-changes/{change}/withdrawal"]),
    ("GET /organisations/{organisation}/people", &["GET /people"]),
    ("GET /organisations/{organisation}/people.csv", &["GET /people"]),
    ("GET /organisations/{organisation}/people.xlsx", &["GET /people"]),
    ("GET /organisations/{organisation}/people/new", &["POST /people"]),
    ("POST /organisations/{organisation}/people/new", &["POST /people"]),
    ("GET /organisations/{organisation}/people/{person}", &["GET /people/{person}", "GET /people/{person}/mergers"]),
    ("GET /organisations/{organisation}/people/{person}/correction", &["GET /people/{person}"]),
    ("POST /organisations/{organisation}/people/{person}/correction", &["PUT /people/{person}"]),
    ("GET /organisations/{organisation}/people/{person}/affiliations", &["GET /people/{person}"]),
    ("POST /organisations/{organisation}/people/{person}/affiliations", &["POST /people/{person}/affiliations"]),
    (
        "POST /organisations/{organisation}/people/{person}/affiliations/{affiliation}/closure",
        &["POST /people/{person}/affiliations/{affiliation}/closure"],
    ),
    ("GET /organisations/{organisation}/people/{person}/departure", &["GET /people/{person}"]),
    ("POST /organisations/{organisation}/people/{person}/departure", &["POST /people/{person}/departure"]),
    ("GET /organisations/{organisation}/people/{person}/merger", &["GET /people"]),
    ("POST /organisations/{organisation}/people/{person}/merger", &["POST /people/{person}/mergers"]),
    ("POST /organisations/{organisation}/mergers/{merger}/undo", &["POST /mergers/{merger}/undo"]),
    ("GET /organisations/{organisation}/roles", &["GET /roles"]),
    ("GET /organisations/{organisation}/roles.csv", &["GET /roles"]),
    ("GET /organisations/{organisation}/roles.xlsx", &["GET /roles"]),
    ("GET /organisations/{organisation}/roles/new", &["POST /roles"]),
    ("POST /organisations/{organisation}/roles/new", &["POST /roles"]),
    ("GET /organisations/{organisation}/roles/{role}", &["GET /roles/{role}"]),
    ("POST /organisations/{organisation}/roles/{role}/closure", &["POST /roles/{role}/closure"]),
    ("GET /organisations/{organisation}/roles/{role}/deputies", &["GET /roles/{role}"]),
    ("POST /organisations/{organisation}/roles/{role}/deputies", &["POST /roles/{role}/deputies"]),
    ("GET /organisations/{organisation}/mailboxes", &["GET /mailboxes"]),
    ("POST /organisations/{organisation}/mailboxes", &["POST /mailboxes"]),
    ("POST /organisations/{organisation}/mailboxes/{mailbox}/closure", &["POST /mailboxes/{mailbox}/closure"]),
    ("GET /organisations/{organisation}/invitations", &["GET /invitations"]),
    ("GET /organisations/{organisation}/people/{person}/invitation", &["GET /people/{person}/invitations"]),
    ("POST /organisations/{organisation}/people/{person}/invitation", &["POST /people/{person}/invitations"]),
    (
        "POST /organisations/{organisation}/invitations/{invitation}/sending",
        &["POST /invitations/{invitation}/sending"],
    ),
    (
        "POST /organisations/{organisation}/invitations/{invitation}/withdrawal",
        &["POST /invitations/{invitation}/withdrawal"],
    ),
    ("GET /organisations/{organisation}/imports/new", &["GET /import-kinds", "GET /organisation/imports"]),
    ("POST /organisations/{organisation}/imports", &["POST /organisation/imports/{kind}"]),
    ("GET /rounds/{id}/imports/new", &["GET /import-kinds", "GET /rounds/{round}/imports"]),
    ("POST /rounds/{id}/imports", &["POST /rounds/{round}/imports/{kind}"]),
    ("GET /imports/{id}", &["GET /imports/{import}", "GET /imports/{import}/rows"]),
    ("POST /imports/{id}/mapping", &["PUT /imports/{import}/mapping"]),
    ("POST /imports/{id}/corrections", &["PUT /imports/{import}/corrections"]),
    ("POST /imports/{id}/import", &["POST /imports/{import}/import"]),
    ("GET /imports/{id}/undo", &["GET /imports/{import}/undo"]),
    ("POST /imports/{id}/undo", &["POST /imports/{import}/undo"]),
    ("POST /imports/{id}/drop", &["POST /imports/{import}/drop"]),
    ("GET /jobs/{id}", &["GET /imports/{import}", "GET /rounds/{round}/runs/{run}", "GET /rounds/{round}/comparison"]),
    ("GET /messages", &["GET /threads"]),
    ("GET /threads/{thread}", &["GET /threads/{thread}", "GET /threads/{thread}/entries"]),
    ("POST /threads/{thread}", &["POST /threads/{thread}/entries", "POST /threads/{thread}/files"]),
    ("GET /threads/{thread}/files/{file}", &["GET /threads/{thread}/files/{attachment}"]),
    ("GET /rounds/{round}/students/{student}/thread", &["GET /rounds/{round}/students/{student}/thread"]),
    ("POST /rounds/{round}/students/{student}/thread", &["POST /rounds/{round}/students/{student}/thread"]),
    ("GET /rounds/{round}/placements/{student}/thread", &["GET /rounds/{round}/placements/{student}/thread"]),
    ("POST /rounds/{round}/placements/{student}/thread", &["POST /rounds/{round}/placements/{student}/thread"]),
    ("GET /rounds/{round}/hosts/{host}/thread", &["GET /rounds/{round}/hosts/{host}/thread"]),
    ("POST /rounds/{round}/hosts/{host}/thread", &["POST /rounds/{round}/hosts/{host}/thread"]),
    ("GET /bounces", &["GET /bounces"]),
    ("POST /bounces/{person}", &["POST /bounces/{person}/retry"]),
    ("GET /guide/addition", &["GET /guides/{reader}"]),
    ("POST /guide/addition", &["PUT /guides/{reader}"]),
    ("GET /organisations/{organisation}/webhooks", &["GET /webhooks"]),
    ("GET /organisations/{organisation}/webhooks/new", &["POST /webhooks"]),
    ("POST /organisations/{organisation}/webhooks/new", &["POST /webhooks"]),
    (
        "GET /organisations/{organisation}/webhooks/{webhook}",
        &["GET /webhooks/{webhook}", "GET /webhooks/{webhook}/deliveries"],
    ),
    ("POST /organisations/{organisation}/webhooks/{webhook}/end", &["POST /webhooks/{webhook}/end"]),
    ("POST /organisations/{organisation}/webhooks/{webhook}/resumption", &["POST /webhooks/{webhook}/resumption"]),
    (
        "POST /organisations/{organisation}/webhooks/{webhook}/deliveries/{delivery}/repeat",
        &["POST /webhooks/{webhook}/deliveries/{delivery}/repeat"],
    ),
    ("GET /rounds", &["GET /rounds"]),
    ("GET /rounds/new", &["POST /rounds"]),
    ("POST /rounds/new", &["POST /rounds"]),
    ("GET /rounds/{round}", &["GET /rounds/{round}", "GET /rounds/{round}/students", "GET /rounds/{round}/changes"]),
    ("GET /rounds/{round}/setup", &["GET /rounds/{round}"]),
    ("POST /rounds/{round}/setup", &["PUT /rounds/{round}"]),
    ("GET /rounds/{round}/announcement", &["GET /rounds/{round}"]),
    ("POST /rounds/{round}/announcement", &["POST /rounds/{round}/announcement"]),
    ("GET /rounds/{round}/cancellation", &["GET /rounds/{round}"]),
    ("POST /rounds/{round}/cancellation", &["POST /rounds/{round}/cancellation"]),
    ("GET /rounds/{round}/changes", &["GET /rounds/{round}/changes"]),
    ("GET /rounds/{round}/rules", &["GET /rounds/{round}"]),
    ("GET /rounds/{round}/places", &["GET /rounds/{round}/nodes", "GET /rounds/{round}/offers"]),
    ("GET /rounds/{round}/places/cells", &["GET /rounds/{round}/offers"]),
    ("POST /rounds/{round}/places/cells", &["PUT /rounds/{round}/offers/{offer}"]),
    ("POST /rounds/{round}/places/cells/preview", &["PUT /rounds/{round}/offers/{offer}"]),
    ("GET /rounds/{round}/places/nodes/new", &["POST /rounds/{round}/nodes"]),
    ("POST /rounds/{round}/places/nodes/new", &["POST /rounds/{round}/nodes"]),
    ("GET /rounds/{round}/places/nodes/{node}", &["GET /rounds/{round}/nodes/{node}"]),
    ("POST /rounds/{round}/places/nodes/{node}", &["PUT /rounds/{round}/nodes/{node}"]),
    ("GET /rounds/{round}/places/offers/new", &["POST /rounds/{round}/offers"]),
    ("POST /rounds/{round}/places/offers/new", &["POST /rounds/{round}/offers"]),
    ("GET /rounds/{round}/places/offers/{offer}", &["GET /rounds/{round}/offers/{offer}"]),
    ("POST /rounds/{round}/places/offers/{offer}", &["PUT /rounds/{round}/offers/{offer}"]),
    ("GET /rounds/{round}/pairs", &["GET /rounds/{round}/pairs", "GET /rounds/{round}/students/{person}/pairs"]),
    ("POST /rounds/{round}/pairs", &["POST /rounds/{round}/pairs"]),
    ("GET /rounds/{round}/students", &["GET /rounds/{round}/students"]),
    ("GET /rounds/{round}/students.csv", &["GET /rounds/{round}/students"]),
    ("GET /rounds/{round}/students.xlsx", &["GET /rounds/{round}/students"]),
    ("GET /rounds/{round}/students/new", &["POST /rounds/{round}/students"]),
    ("POST /rounds/{round}/students/new", &["POST /rounds/{round}/students"]),
    ("GET /rounds/{round}/students/{person}/withdrawal", &["GET /rounds/{round}/students/{person}"]),
    ("POST /rounds/{round}/students/{person}/withdrawal", &["POST /rounds/{round}/students/{person}/withdrawal"]),
    ("POST /rounds/{round}/students/{person}/readmission", &["POST /rounds/{round}/students/{person}/readmission"]),
    ("POST /rounds/{round}/withdrawals/preview", &["POST /rounds/{round}/students/{person}/withdrawal"]),
    ("POST /rounds/{round}/withdrawals", &["POST /rounds/{round}/students/{person}/withdrawal"]),
    (
        "GET /rounds/{round}/students/{person}/wishes",
        &["GET /rounds/{round}/students/{person}/wishes", "GET /rounds/{round}/wishes"],
    ),
    ("POST /rounds/{round}/students/{person}/wishes", &["POST /rounds/{round}/students/{person}/wishes"]),
    ("GET /rounds/{round}/allocation", &["GET /rounds/{round}/allocation", "GET /rounds/{round}/runs"]),
    (
        "GET /rounds/{round}/allocation.csv",
        &["GET /rounds/{round}/allocation", "GET /rounds/{round}/runs/{run}/proposals"],
    ),
    (
        "GET /rounds/{round}/allocation/students.csv",
        &["GET /rounds/{round}/allocation", "GET /rounds/{round}/decisions"],
    ),
    ("POST /rounds/{round}/runs", &["POST /rounds/{round}/runs"]),
    ("GET /rounds/{round}/input/{file}", &["GET /rounds/{round}/proof/{file}"]),
    (
        "GET /rounds/{round}/comparison",
        &["GET /rounds/{round}/comparison", "GET /rounds/{round}/comparison/{mechanism}"],
    ),
    ("POST /rounds/{round}/comparison", &["POST /rounds/{round}/comparison"]),
    ("GET /rounds/{round}/students/{person}/placement", &["GET /rounds/{round}/students/{person}/placement"]),
    ("POST /rounds/{round}/students/{person}/placement", &["POST /rounds/{round}/students/{person}/placement"]),
    ("POST /rounds/{round}/students/{person}/release", &["POST /rounds/{round}/students/{person}/release"]),
    ("GET /rounds/{round}/proof", &["GET /rounds/{round}/proof"]),
    ("GET /rounds/{round}/publication", &["GET /rounds/{round}/publication"]),
    ("POST /rounds/{round}/publication", &["POST /rounds/{round}/publication"]),
    ("POST /rounds/{round}/publication/stop", &["POST /rounds/{round}/publication/stop"]),
    ("GET /organisations/{organisation}/second-looks", &["GET /organisations/{organisation}/second-looks"]),
    (
        "POST /organisations/{organisation}/second-looks/{look}/confirmation",
        &["POST /organisations/{organisation}/second-looks/{look}/confirmation"],
    ),
    (
        "POST /organisations/{organisation}/second-looks/{look}/refusal",
        &["POST /organisations/{organisation}/second-looks/{look}/refusal"],
    ),
    ("GET /host/students", &["GET /coming-students"]),
    ("GET /host/students.csv", &["GET /coming-students"]),
    ("GET /host/students.xlsx", &["GET /coming-students"]),
];

/// For people alone, and why.
const ALONE: &[(&str, &[&str])] = &[
    (
        "a token stands where signing in would; it never opens, changes or proves a way in",
        &[
            "GET /login",
            "POST /login",
            "GET /login/sent",
            "GET /login/second",
            "POST /login/second",
            "POST /organisations/{organisation}/sessions/end",
            "POST /login/second/challenge",
            "POST /login/passkey",
            "POST /login/passkey/challenge",
            "GET /login/password",
            "POST /login/password",
            "GET /login/code",
            "POST /login/code",
            "GET /login/pin/{organisation}",
            "POST /login/pin/{organisation}",
            "GET /login/{token}",
            "POST /login/{token}",
            "GET /login/with/{provider}",
            "GET /login/return",
            "POST /logout",
            "GET /confirm",
            "POST /confirm",
            "POST /confirm/challenge",
            "GET /invitations/{token}",
            "POST /invitations/{token}",
            "GET /people/{person}/sign-in",
            "POST /people/{person}/sign-in/sessions",
            "POST /people/{person}/sign-in/release",
            "POST /people/{person}/sign-in/slip",
            "GET /organisations/{organisation}/sign-in",
            "POST /organisations/{organisation}/sign-in",
        ],
    ),
    (
        "one's own: a token acts at an organisation and sees nothing that is its maker's, messages to them included",
        &[
            "GET /me",
            "POST /me",
            "GET /me/calendar",
            "POST /me/calendar",
            "POST /me/calendar/removal",
            "GET /calendar/{file}",
            "GET /me/data.json",
            "GET /me/looks",
            "GET /me/sign-in",
            "GET /me/sign-in/password",
            "POST /me/sign-in/password",
            "GET /me/sign-in/app",
            "POST /me/sign-in/app",
            "POST /me/sign-in/app/new",
            "POST /me/sign-in/app/removal",
            "GET /me/sign-in/passkeys/new",
            "POST /me/sign-in/passkeys/challenge",
            "POST /me/sign-in/passkeys",
            "POST /me/sign-in/passkeys/{passkey}/removal",
            "POST /me/sign-in/codes",
            "POST /me/sign-in/identities",
            "POST /me/sign-in/identities/{identity}/removal",
            "GET /me/sign-in/connect/{provider}",
            "POST /me/sign-in/sessions/end",
            "POST /me/sign-in/sessions/{session}/end",
            "GET /inbox",
            "GET /notices",
            "POST /notices/reading",
            "GET /notices/choices",
            "POST /notices/choices",
            "POST /notices/address",
        ],
    ),
    (
        "a student's own part in a round; the office's system hands in wishes and sees results for its students",
        &[
            "GET /my/rounds",
            "GET /my/rounds/{round}",
            "GET /my/rounds/{round}/wishes",
            "POST /my/rounds/{round}/wishes",
            "POST /my/rounds/{round}/wishes/confirmation",
            "GET /my/rounds/{round}/wishes/receipts/{version}",
            "GET /my/rounds/{round}/places",
            "GET /my/rounds/{round}/places/{offer}",
            "GET /my/rounds/{round}/withdrawal",
            "POST /my/rounds/{round}/withdrawal",
            "GET /my/placement",
            "GET /my/rounds/{round}/result",
            "POST /my/rounds/{round}/result/reading",
        ],
    ),
    (
        "whoever is protected stands under a working name in every answer to a program; who sees more is decided and \
         seen by people who answer for it by name",
        &[
            "GET /organisations/{organisation}/people/{person}/protection",
            "POST /organisations/{organisation}/people/{person}/protection",
            "POST /organisations/{organisation}/people/{person}/protection/closure",
            "GET /organisations/{organisation}/trustees",
            "POST /organisations/{organisation}/trustees",
            "POST /organisations/{organisation}/trustees/{trustee}/closure",
        ],
    ),
    (
        "whether a look was expected is answered by the one whose file it was, and looked into by a person; programs \
         are among those who looked",
        &[
            "GET /me/questions",
            "POST /me/questions/{question}/answer",
            "GET /organisations/{organisation}/questions",
            "GET /organisations/{organisation}/questions/{question}",
            "POST /organisations/{organisation}/questions/{question}",
        ],
    ),
    (
        "looking with another person's eyes is between two people, and is told to the one who is looked at",
        &[
            "GET /people/{person}/support",
            "POST /people/{person}/support",
            "POST /support/end",
            "POST /me/looks/{support}/end",
        ],
    ),
    (
        "a token never makes, sees or ends a token",
        &[
            "GET /organisations/{organisation}/tokens",
            "GET /organisations/{organisation}/tokens/new",
            "POST /organisations/{organisation}/tokens/new",
            "POST /organisations/{organisation}/tokens/{token}/end",
        ],
    ),
    (
        "how pages look to one reader: columns, density, kept filters, the organisation one stands in; a program asks \
         with parameters, and for the organisation of its token",
        &[
            "POST /views",
            "POST /views/looks",
            "POST /views/{view}/removal",
            "POST /organisations/{organisation}/choice",
        ],
    ),
    (
        "a form in steps that remembers what was typed; a program sends the whole plan at once to POST /rounds",
        &[
            "POST /rounds/drafts",
            "GET /rounds/drafts/{draft}/steps/{step}",
            "POST /rounds/drafts/{draft}/steps/{step}",
            "POST /rounds/drafts/{draft}/removal",
        ],
    ),
    (
        "finds its way to pages; a program reads the lists that the pages show",
        &["GET /", "GET /search", "GET /jobs/{id}/events"],
    ),
    (
        "text for readers that holds nothing of an organisation beyond what other operations show",
        &[
            "GET /help",
            "GET /was",
            "GET /privacy",
            "GET /guide",
            "GET /how",
            "GET /how/{mechanism}",
            "GET /rounds/{round}/how",
            "GET /api",
            "GET /api/openapi.json",
            "GET /.well-known/security.txt",
            "GET /health/live",
            "GET /health/ready",
        ],
    ),
    (
        "looking after the whole portal is done from its pages and the command line: a token belongs to an organisation",
        &[
            "GET /setup/{token}",
            "POST /setup/{token}",
            "GET /ops",
            "POST /ops/copies",
            "POST /ops/jobs/{id}/revival",
            "POST /ops/operators/{operator}/closure",
            "GET /ops/mail",
            "POST /ops/mail",
            "GET /ops/setup",
        ],
    ),
    (
        "what is told in confidence is opened, restricted and erased by somebody who answers for it by name, and the \
         rule that a second person looks is theirs too",
        &[
            "GET /organisations/{organisation}/people/{person}/erasure",
            "POST /organisations/{organisation}/people/{person}/erasure",
            "GET /organisations/{organisation}/restrictions",
            "GET /organisations/{organisation}/people/{person}/restriction",
            "POST /organisations/{organisation}/people/{person}/restriction",
            "POST /organisations/{organisation}/people/{person}/restriction/lifting",
            "POST /organisations/{organisation}/people/{person}/restriction/lifting/withdrawal",
            "GET /rounds/{round}/students/{person}/confidence",
            "POST /rounds/{round}/students/{person}/confidence",
            "GET /organisations/{organisation}/placing-rules",
            "POST /organisations/{organisation}/placing-rules",
            "POST /organisations/{organisation}/second-looks/{look}/withdrawal",
        ],
    ),
    (
        "practising is stepping into the place of somebody invented, to try the pages",
        &[
            "GET /organisations/{organisation}/practice",
            "POST /organisations/{organisation}/practice",
            "GET /organisations/{organisation}/practice/mails",
            "POST /organisations/{organisation}/practice/people/{person}",
            "POST /organisations/{organisation}/practice/removal",
            "POST /practice/end",
            "POST /rounds/{round}/practice-clock",
        ],
    ),
    ("the demo's own", &["GET /demo/mails"]),
];

fn word(route: &Route) -> String {
    format!("{} {}", route.method, route.path)
}

#[test]
fn what_a_page_shows_or_does_an_operation_does_too_or_there_is_a_reason() {
    let all = house::route_list();
    let is_operation = |route: &&Route| matches!(route.need, Need::Token(_));
    let operations: BTreeSet<String> =
        all.iter().filter(is_operation).map(|route| word(route).replacen("/api/v1", "", 1)).collect();
    let pages: BTreeSet<String> = all.iter().filter(|route| !is_operation(route)).map(word).collect();
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    let alone = ALONE.iter().flat_map(|(_, pages)| pages.iter().copied());
    for page in PAGES.iter().map(|(page, _)| *page).chain(alone) {
        *told.entry(page).or_default() += 1;
    }
    let untold: Vec<&String> = pages.iter().filter(|page| !told.contains_key(page.as_str())).collect();
    assert!(untold.is_empty(), "say which operation does this, or why it is for people alone: {untold:#?}");
    let wrong: Vec<_> = told.iter().filter(|(page, times)| **times > 1 || !pages.contains(**page)).collect();
    assert!(wrong.is_empty(), "told twice, or no page any more: {wrong:#?}");
    let named: BTreeSet<&str> = PAGES.iter().flat_map(|(_, operations)| operations.iter().copied()).collect();
    let gone: Vec<_> = named.iter().filter(|operation| !operations.contains(**operation)).collect();
    assert!(gone.is_empty(), "no such operation: {gone:#?}");
    let idle: Vec<_> = operations.iter().filter(|operation| !named.contains(operation.as_str())).collect();
    assert!(idle.is_empty(), "operations that no page shows or does: {idle:#?}");
    assert!(PAGES.iter().all(|(_, operations)| !operations.is_empty()) && ALONE.iter().all(|(why, _)| why.len() > 10));
}
