//! What those who look after the portal need: who they are, and work that comes back by the clock.

use crate::schema::{LOG, NewTables, TableOf, global, id, integer, json, moment, text, word};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_0320_operating", tables };

pub(crate) fn tables() -> Vec<TableOf> {
    vec![operators(), setup_links(), routines()]
}

fn operators() -> TableOf {
    global("operators", "those who look after the whole portal belong to no single organisation's rows")
        .kept("who looks after the portal", "until the task is given up", LOG)
        .col(id("id").personal()) // the person
        .col(moment("since"))
        .primary_key(["id"])
        .references("persons", ["id"])
}

fn setup_links() -> TableOf {
    global("setup_links", "a link is used before there is anybody")
        .kept("taking in an organisation with its first administrator", "30 days", LOG)
        .col(word("id").secret()) // SHA-256 of the link's token, hex
        .col(moment("created_at"))
        .col(moment("expires_at"))
        .col(moment("used_at").null())
        .primary_key(["id"])
}

fn routines() -> TableOf {
    global("routines", "work by the clock is the portal's own")
        .kept("work that comes back by the clock: copies, retention", "as long as the portal runs", LOG)
        .col(word("id")) // such as "backup"
        .col(moment("next_at"))
        .col(moment("lease_until").null())
        .col(integer("attempts")) // the fence: counts every beginning
        .col(integer("failures")) // in a row, since the last success
        .col(moment("begun_at").null())
        .col(moment("done_at").null()) // the last success
        .col(json("outcome")) // of the last success
        .col(text("error").null()) // of the last failure
        .primary_key(["id"])
}
