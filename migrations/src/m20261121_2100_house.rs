//! The first tables: the floor's, people's, and one round's.

use sea_orm_migration::prelude::{Expr, ExprTrait};

use crate::schema::{
    DUTY, LOG, NewTables, TASK, TableOf, big, bytes, day, flag, global, id, integer, json, moment, owned, text, word,
};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261121_2100_house", tables };

/// Every table, those that others point at first.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![
        // what everything else points at
        organisations(),
        persons(),
        // people
        sessions(),
        sign_in_links(),
        throttles(),
        units(),
        affiliations(),
        roles(),
        // the floor
        settings(),
        jobs(),
        journal(),
        mails(),
        answers(),
        imports(),
        import_changes(),
        // rounds
        rounds(),
        nodes(),
        offers(),
        seats(),
        participants(),
        wish_lists(),
        wishes(),
        // allocation
        hand_placements(),
        runs(),
        run_inputs(),
        proposals(),
        decisions(),
        readings(),
    ]
}

fn one_of(column: &'static str, words: &[&'static str]) -> Expr {
    Expr::col(column).is_in(words.iter().copied())
}

fn organisations() -> TableOf {
    global("organisations", "the parties themselves")
        .kept("who the parties are", "as long as the organisation takes part", TASK)
        .col(id("id"))
        .col(text("name"))
        .col(text("short_name"))
        .col(word("kind").check(one_of("kind", &["institution", "host", "both"])))
        .col(text("number").null()) // organisation number of the national register
        .col(word("lang"))
        .col(word("time_zone"))
        .col(text("contact_name"))
        .col(text("contact_email"))
        .col(text("contact_phone"))
        .col(moment("created_at"))
        .primary_key(["id"])
        .unique(["number"])
}

fn persons() -> TableOf {
    global("persons", "one person may belong to several organisations")
        .kept(
            "who a person is and how to reach them",
            "until the last affiliation has ended and its records are closed",
            TASK,
        )
        .col(id("id"))
        .col(id("home_id")) // the organisation that registered the person
        .col(text("given_name").personal())
        .col(text("family_name").personal())
        .col(text("email").null().personal())
        .col(text("phone").null().personal())
        .col(word("lang").null().personal())
        .col(word("scheme").null().personal())
        .col(moment("created_at"))
        .primary_key(["id"])
        .index(["email"])
        .references("organisations", ["home_id"])
}

fn sessions() -> TableOf {
    global("sessions", "a session is found before anybody is known")
        .kept("keeping people signed in", "30 days", LOG)
        .col(word("id").secret()) // SHA-256 of the cookie's value, hex
        .col(id("person_id").personal())
        .col(word("way").check(one_of("way", &["mail", "persona"]))) // how it was begun; offered first next time
        .col(moment("created_at"))
        .col(moment("seen_at").personal())
        .col(moment("expires_at"))
        .primary_key(["id"])
        .index(["person_id"])
        .references("persons", ["person_id"])
}

fn sign_in_links() -> TableOf {
    global("sign_in_links", "a link is used before anybody is known")
        .kept("signing in by mail", "30 days", LOG)
        .col(word("id").secret()) // SHA-256 of the link's token, hex
        .col(id("person_id").personal())
        .col(text("next").null()) // where to go after, a checked local path
        .col(moment("created_at"))
        .col(moment("expires_at"))
        .col(moment("used_at").null().personal())
        .primary_key(["id"])
        .references("persons", ["person_id"])
}

fn throttles() -> TableOf {
    global("throttles", "guessing is counted before anybody is known")
        .kept("slowing down guessing", "1 day", LOG)
        .col(word("id")) // what is counted: SHA-256 of kind and value, hex
        .col(integer("count"))
        .col(moment("window_started_at"))
        .primary_key(["id"])
}

fn units() -> TableOf {
    owned("units")
        .kept("the organisation's own structure", "as long as the organisation takes part", TASK)
        .col(id("id"))
        .col(id("parent_id").null())
        .col(text("name"))
        .col(text("outside_key").null())
        .col(text("address").null())
        .primary_key(["owner_id", "id"])
        .unique(["owner_id", "outside_key"])
        .index(["owner_id", "parent_id"])
        .references("units", ["owner_id", "parent_id"])
}

fn affiliations() -> TableOf {
    owned("affiliations")
        .kept("who studies or works where", "10 years after it ended", TASK)
        .col(id("id"))
        .col(id("person_id").personal())
        .col(word("kind").personal().check(one_of("kind", &["student", "staff"])))
        .col(text("outside_key").null().personal()) // student number or employee number
        .col(id("unit_id").null().personal())
        .col(day("from_on").null().personal())
        .col(day("until_on").null().personal())
        .primary_key(["owner_id", "id"])
        .unique(["owner_id", "kind", "outside_key"])
        .unique(["owner_id", "kind", "person_id"])
        .index(["person_id"])
        .references("persons", ["person_id"])
        .references("units", ["owner_id", "unit_id"])
        .seen_by_person("person_id")
}

fn roles() -> TableOf {
    owned("roles")
        .kept("who may do what", "10 years after it ended", LOG)
        .col(id("id"))
        .col(id("person_id").personal())
        .col(id("unit_id").null()) // the subtree; empty: the whole organisation
        .col(word("role").personal().check(one_of("role", &["administrator", "coordinator"])))
        .col(day("from_on").null())
        .col(day("until_on").null())
        .primary_key(["owner_id", "id"])
        .index(["person_id"])
        .references("persons", ["person_id"])
        .references("units", ["owner_id", "unit_id"])
        .seen_by_person("person_id")
}

fn settings() -> TableOf {
    global("settings", "secrets the portal makes for itself at the first start")
        .kept("running the portal", "as long as the portal runs", LOG)
        .col(word("id"))
        .col(text("value").secret())
        .primary_key(["id"])
}

fn jobs() -> TableOf {
    global("jobs", "the worker leases work before it acts as anybody")
        .kept("work outside a request", "90 days after it finished", TASK)
        .col(id("id"))
        .col(id("organisation_id")) // the worker acts as this organisation
        .col(word("kind"))
        .col(json("payload"))
        .col(word("state").check(one_of("state", &["waiting", "running", "done", "dead", "stopped"])))
        .col(moment("run_at"))
        .col(moment("lease_until").null())
        .col(integer("attempts"))
        .col(word("unique_key").null()) // no two live jobs share one
        .col(integer("step")) // progress: steps done
        .col(integer("steps"))
        .col(text("href").null()) // where the result is shown
        .col(text("error").null())
        .col(id("started_by").null().personal())
        .col(moment("created_at"))
        .col(moment("finished_at").null())
        .primary_key(["id"])
        .unique(["unique_key"])
        .index(["state", "run_at"])
        .index(["organisation_id", "created_at"])
        .references("organisations", ["organisation_id"])
        .references("persons", ["started_by"])
}

fn journal() -> TableOf {
    owned("journal")
        .kept("who did what, when, for whom", "10 years", LOG)
        .col(id("id"))
        .col(moment("at"))
        .col(id("person_id").null().personal()) // empty: the portal itself
        .col(word("kind"))
        .col(word("subject_kind"))
        .col(id("subject_id").null())
        .col(json("facts").personal())
        .col(word("request_id"))
        .primary_key(["owner_id", "id"])
        .index(["owner_id", "subject_id"])
        .append_only()
}

fn mails() -> TableOf {
    owned("mails")
        .kept("what the portal has sent to whom", "2 years", DUTY)
        .col(id("id"))
        .col(id("person_id").null().personal())
        .col(text("to_address").personal())
        .col(word("lang"))
        .col(word("kind"))
        .col(text("subject").personal())
        .col(text("body").personal())
        .col(text("link_label").null())
        .col(text("link_path").null().secret()) // emptied once it is sent, when it opens something
        .col(flag("link_opens"))
        .col(word("unique_key").null()) // one mail for one cause
        .col(moment("created_at"))
        .col(moment("sent_at").null())
        .primary_key(["owner_id", "id"])
        .unique(["owner_id", "unique_key"])
        .index(["owner_id", "person_id", "created_at"])
        .references("persons", ["person_id"])
        .seen_by_person("person_id")
}

fn answers() -> TableOf {
    owned("answers")
        .kept("a repeated request gets the same answer", "30 days", LOG)
        .col(id("person_id").personal())
        .col(word("act"))
        .col(word("request_key"))
        .col(json("answer").personal())
        .col(moment("at"))
        .primary_key(["owner_id", "person_id", "act", "request_key"])
        .references("persons", ["person_id"])
}

fn imports() -> TableOf {
    owned("imports")
        .kept("what came in from which file, and how to undo it", "1 year", DUTY)
        .col(id("id"))
        .col(word("kind"))
        .col(id("subject_id")) // the round the rows go into
        .col(word("state").check(one_of("state", &["checking", "running", "done", "undone", "dropped"])))
        .col(text("file_name"))
        .col(bytes("file").personal())
        .col(integer("sheet"))
        .col(json("mapping"))
        .col(json("corrections").personal())
        .col(json("counts"))
        .col(id("created_by").personal())
        .col(moment("created_at"))
        .col(moment("done_at").null())
        .col(moment("undone_at").null())
        .col(id("job_id").null()) // that writes a large one
        .primary_key(["owner_id", "id"])
        .index(["owner_id", "subject_id", "created_at"])
        .references("persons", ["created_by"])
}

fn import_changes() -> TableOf {
    owned("import_changes")
        .kept("how to undo an import", "1 year", DUTY)
        .col(id("import_id"))
        .col(integer("number"))
        .col(json("change").personal()) // what was there before
        .primary_key(["owner_id", "import_id", "number"])
        .references("imports", ["owner_id", "import_id"])
}

fn rounds() -> TableOf {
    owned("rounds")
        .kept("one allocation round: course, weeks, dates, rules", "10 years after the period", DUTY)
        .col(id("id"))
        .col(text("name"))
        .col(text("course_code"))
        .col(text("course_name"))
        .col(day("from_on"))
        .col(day("until_on"))
        .col(moment("wishes_open_at").business())
        .col(moment("wishes_close_at").business())
        .col(moment("publish_planned_at").business())
        .col(integer("wishes_min").check(Expr::col("wishes_min").gte(0)))
        .col(integer("wishes_max").check(Expr::col("wishes_max").gte(1)))
        .col(word("mechanism").check(one_of("mechanism", &["lottery"])))
        .col(word("draw").check(one_of("draw", &["seed", "file"]))) // where lottery numbers come from
        .col(word("no_wishes").check(one_of("no_wishes", &["by_hand", "last"])))
        .col(flag("is_decision")) // the result is a decision with a right to complain
        .col(text("intro"))
        .col(text("contact_name"))
        .col(text("contact_email"))
        .col(text("contact_phone"))
        .col(word("state").check(one_of("state", &["setup", "announced", "publishing", "published", "cancelled"])))
        .col(word("seed").null().secret()) // hex, revealed at publication
        .col(word("seed_promise").null()) // hex, shown from the announcement on
        .col(moment("announced_at").null())
        .col(id("run_id").null()) // the run chosen for publication
        .col(moment("publish_at").null()) // ten minutes after somebody asked for it
        .col(moment("published_at").null())
        .col(moment("cancelled_at").null())
        .col(text("cancel_reason").null())
        .col(integer("edition")) // counts changes; two editors at once are told
        .col(moment("created_at"))
        .primary_key(["owner_id", "id"])
        .unique(["owner_id", "name", "course_code"])
        .index(["owner_id", "from_on"])
}

fn nodes() -> TableOf {
    owned("nodes")
        .kept("the host tree of a round and its capacities", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("id"))
        .col(id("parent_id").null())
        .col(text("outside_key"))
        .col(text("name"))
        .col(word("level")) // region, host, site, ward or another word of the file
        .col(integer("seats_max").null().check(Expr::col("seats_max").gte(0)))
        .col(integer("taken").check(Expr::col("taken").gte(0)))
        .col(id("host_id").null()) // the host organisation that sees its students
        .col(id("host_unit_id").null())
        .primary_key(["owner_id", "round_id", "id"])
        .unique(["owner_id", "round_id", "outside_key"])
        .references("rounds", ["owner_id", "round_id"])
        .references("nodes", ["owner_id", "round_id", "parent_id"])
        .references("organisations", ["host_id"])
        .references("units", ["host_id", "host_unit_id"])
}

fn offers() -> TableOf {
    owned("offers")
        .kept("places of one subject at one node", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("id"))
        .col(id("node_id"))
        .col(text("outside_key"))
        .col(text("name"))
        .col(text("subject"))
        .col(text("period"))
        .col(integer("seats_max").check(Expr::col("seats_max").gte(0)))
        .col(integer("taken").check(Expr::col("taken").gte(0)))
        .col(text("municipality"))
        .col(text("address"))
        .col(text("about"))
        .col(integer("wished_last_year").null())
        .primary_key(["owner_id", "round_id", "id"])
        .unique(["owner_id", "round_id", "outside_key"])
        .references("nodes", ["owner_id", "round_id", "node_id"])
}

fn seats() -> TableOf {
    owned("seats")
        .kept("who holds which seat", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("offer_id"))
        .col(integer("number").check(Expr::col("number").gte(1)))
        .col(id("person_id").null().personal())
        .col(moment("taken_at").null())
        .primary_key(["owner_id", "round_id", "offer_id", "number"])
        .unique(["owner_id", "round_id", "person_id"]) // one person, at most one seat in a round
        .references("offers", ["owner_id", "round_id", "offer_id"])
        .references("persons", ["person_id"])
}

fn participants() -> TableOf {
    owned("participants")
        .kept("which students take part in a round", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("person_id").personal())
        .col(text("outside_key").personal())
        .col(text("subject").personal())
        .col(text("period").personal())
        .col(big("lottery").null()) // the file's own number, where the round draws from the file
        .col(text("group_key").null().personal())
        .col(word("state").personal().check(one_of("state", &["active", "withdrawn"])))
        .col(flag("late").personal()) // came after the wish window closed
        .col(moment("added_at"))
        .col(moment("withdrawn_at").null().personal())
        .primary_key(["owner_id", "round_id", "person_id"])
        .unique(["owner_id", "round_id", "outside_key"])
        .index(["owner_id", "round_id", "subject", "state"]) // which subjects, and how many of each
        .index(["person_id"])
        .references("rounds", ["owner_id", "round_id"])
        .references("persons", ["person_id"])
        .seen_by_person("person_id")
}

fn wish_lists() -> TableOf {
    owned("wish_lists")
        .kept("which list counts, and the receipts of those before", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("person_id").personal())
        .col(integer("version").check(Expr::col("version").gte(1))) // the highest counts
        .col(moment("at"))
        .col(id("by_id").personal()) // who sent it
        .col(word("source").check(one_of("source", &["self", "behalf", "import"])))
        .col(flag("confirmed"))
        .col(flag("late").personal()) // entered after the window closed
        .primary_key(["owner_id", "round_id", "person_id", "version"])
        .references("rounds", ["owner_id", "round_id"])
        .references("persons", ["by_id"])
        .seen_by_person("person_id")
        .append_only()
}

fn wishes() -> TableOf {
    owned("wishes")
        .kept("ranked wishes of students", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("person_id").personal())
        .col(integer("version"))
        .col(id("offer_id").personal())
        .col(integer("rank").personal().check(Expr::col("rank").gte(1))) // 1 is the dearest; equal ranks are a tie
        .primary_key(["owner_id", "round_id", "person_id", "version", "offer_id"])
        .references("offers", ["owner_id", "round_id", "offer_id"])
        .references("persons", ["person_id"])
        .seen_by_person("person_id")
        .append_only()
}

fn hand_placements() -> TableOf {
    owned("hand_placements")
        .kept("placements by hand, with their reason", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("id"))
        .col(id("person_id").personal())
        .col(id("offer_id").null().personal()) // empty: the student was taken out again
        .col(word("ground").personal())
        .col(text("reason").personal()) // read by the case team alone
        .col(id("by_id").null().personal())
        .col(moment("at"))
        .primary_key(["owner_id", "round_id", "id"])
        .index(["owner_id", "round_id", "person_id"])
        .references("offers", ["owner_id", "round_id", "offer_id"])
        .references("persons", ["person_id"])
        .append_only()
}

fn runs() -> TableOf {
    owned("runs")
        .kept("what the engine was given and what it answered", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("id"))
        .col(integer("number"))
        .col(word("mechanism"))
        .col(word("engine_version"))
        .col(word("state").check(one_of("state", &["waiting", "done", "failed"])))
        .col(word("input_sha256").null())
        .col(word("output_sha256").null())
        .col(word("promise").null()) // of the seed the run drew with
        .col(integer("students").null())
        .col(integer("placed").null())
        .col(json("summary")) // histogram, cuts, the unplaced and what blocks them
        .col(text("error").null())
        .col(id("started_by").null().personal())
        .col(id("job_id"))
        .col(moment("created_at"))
        .col(moment("done_at").null())
        .primary_key(["owner_id", "round_id", "id"])
        .unique(["owner_id", "round_id", "number"])
        .references("rounds", ["owner_id", "round_id"])
}

fn run_inputs() -> TableOf {
    owned("run_inputs")
        .kept("the frozen input of a run, to work it out again", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("run_id"))
        .col(word("file")) // hosts.csv, places.csv, students.csv or wishes.csv
        .col(bytes("content").personal())
        .primary_key(["owner_id", "round_id", "run_id", "file"])
        .references("runs", ["owner_id", "round_id", "run_id"])
        .append_only()
}

fn proposals() -> TableOf {
    owned("proposals")
        .kept("where a run would place each student, and why", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("run_id"))
        .col(id("person_id").personal())
        .col(id("offer_id").null().personal())
        .col(integer("rank").null().personal())
        .col(integer("position").null().personal()) // 1 draws first; empty: placed by hand
        .col(json("reasons").personal())
        .primary_key(["owner_id", "round_id", "run_id", "person_id"])
        .references("runs", ["owner_id", "round_id", "run_id"])
        .references("offers", ["owner_id", "round_id", "offer_id"])
        .references("persons", ["person_id"])
        .append_only()
}

fn decisions() -> TableOf {
    owned("decisions")
        .kept("what each student was told, and the grounds", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("person_id").personal())
        .col(integer("version")) // the highest counts
        .col(word("kind").check(one_of("kind", &["placed", "unplaced", "withdrawn"])))
        .col(id("offer_id").null().personal())
        .col(id("host_id").null())
        .col(id("host_unit_id").null())
        .col(integer("rank").null().personal())
        .col(integer("position").null().personal())
        .col(integer("drawn").null()) // how many took part in the draw
        .col(json("reasons").personal())
        // What the host may see stands in the row itself: the host cannot read the institution's tables.
        .col(text("round_name"))
        .col(text("course_name"))
        .col(text("place_name"))
        .col(text("subject").personal())
        .col(day("from_on"))
        .col(day("until_on"))
        .col(id("run_id").null())
        .col(id("by_id").null().personal())
        .col(moment("at"))
        .col(day("complain_until_on").null())
        .primary_key(["owner_id", "round_id", "person_id", "version"])
        .index(["host_id", "round_id"])
        .index(["person_id"])
        .references("rounds", ["owner_id", "round_id"])
        .references("offers", ["owner_id", "round_id", "offer_id"])
        .references("persons", ["person_id"])
        .references("organisations", ["host_id"])
        .seen_by_person("person_id")
        .seen_by_counterparty("host_id")
        .append_only()
}

fn readings() -> TableOf {
    owned("readings")
        .kept("that a student has read the decision", "10 years after the period", DUTY)
        .col(id("round_id"))
        .col(id("person_id").personal())
        .col(integer("version"))
        .col(moment("at").personal())
        .primary_key(["owner_id", "round_id", "person_id", "version"])
        .references("rounds", ["owner_id", "round_id"])
        .seen_by_person("person_id")
        .append_only()
}
