//! Threads: what the parties of a matter write to each other, with files.

use sea_orm_migration::prelude::{Expr, ExprTrait};

use crate::schema::{DUTY, NewTables, TASK, TableOf, bytes, id, integer, moment, owned, text, word};

const KEPT: &str = "10 years after the matter is closed";

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_0340_threads", tables };

/// The tables of this change, those that others point at first.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![threads(), thread_entries(), thread_files(), thread_readings()]
}

fn threads() -> TableOf {
    // The owner is the party that began it: each party writes its own rows alone.
    owned("threads")
        .kept("who writes to whom about which matter", KEPT, DUTY)
        .col(id("id"))
        .col(word("kind")) // of the matter: round, placement
        .col(id("subject_id")) // the matter
        .col(word("matter")) // kind, subject and parties in one word: a matter has one thread
        .col(id("office_id")) // the institution that takes part
        .col(id("person_id").null().personal()) // the student who takes part
        .col(id("host_id").null()) // the host that takes part
        .col(id("host_unit_id").null())
        .col(id("other_id").null()) // office or host, whichever did not begin it
        .col(text("about")) // stands here because a host cannot read the institution's round
        .col(moment("created_at"))
        .primary_key(["owner_id", "id"])
        .unique(["owner_id", "matter"])
        .index(["office_id", "subject_id"])
        .index(["person_id"])
        .index(["host_id"])
        .index(["other_id"])
        .references("persons", ["person_id"])
        .references("organisations", ["office_id"])
        .references("organisations", ["host_id"])
        .references("units", ["host_id", "host_unit_id"])
        .seen_by_person("person_id")
        .seen_by_counterparty("other_id")
}

fn thread_entries() -> TableOf {
    // The owner is the author's party: each party writes its own rows alone.
    owned("thread_entries")
        .kept("what was written, by whom and when", KEPT, DUTY)
        .col(id("id"))
        .col(id("thread_owner_id"))
        .col(id("thread_id"))
        .col(id("other_id").null()) // the other organisation that may read it
        .col(id("person_id").null().personal()) // the student who may read it
        .col(word("side").personal().check(Expr::col("side").is_in(["office", "host", "student"])))
        .col(id("author_id").personal())
        .col(text("body").personal())
        .col(moment("at"))
        .primary_key(["owner_id", "id"])
        .index(["thread_owner_id", "thread_id", "at"])
        .index(["other_id"])
        .index(["person_id"])
        .references("threads", ["thread_owner_id", "thread_id"])
        .references("persons", ["author_id"])
        .seen_by_person("person_id")
        .seen_by_counterparty("other_id")
        .append_only()
}

fn thread_files() -> TableOf {
    owned("thread_files")
        .kept("what was sent along with what was written", KEPT, DUTY)
        .col(id("id"))
        .col(id("entry_id"))
        .col(id("thread_owner_id"))
        .col(id("thread_id"))
        .col(id("other_id").null())
        .col(id("person_id").null().personal())
        .col(text("name").personal())
        .col(word("kind")) // the ending under which its content was recognised
        .col(integer("size_bytes"))
        .col(bytes("content").personal())
        .primary_key(["owner_id", "id"])
        .index(["thread_owner_id", "thread_id"])
        .index(["other_id"])
        .index(["person_id"])
        .references("thread_entries", ["owner_id", "entry_id"])
        .references("threads", ["thread_owner_id", "thread_id"])
        .seen_by_person("person_id")
        .seen_by_counterparty("other_id")
        .append_only()
}

fn thread_readings() -> TableOf {
    owned("thread_readings")
        .kept("what is new to whom", "as long as the thread", TASK)
        .col(id("person_id").personal())
        .col(id("thread_owner_id"))
        .col(id("thread_id"))
        .col(moment("read_at").personal()) // everything until then has been seen
        .primary_key(["owner_id", "person_id", "thread_owner_id", "thread_id"])
        .references("persons", ["person_id"])
        .references("threads", ["thread_owner_id", "thread_id"])
        .seen_by_person("person_id")
}
