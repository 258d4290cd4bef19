//! What the mailboxes of roles are told, so that it goes out bundled and not at night.

use crate::schema::{NewTables, TASK, TableOf, id, moment, owned, text, word};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_1330_box_notices", tables };

/// The table of this migration.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![box_notices()]
}

fn box_notices() -> TableOf {
    owned("box_notices")
        .kept("what waits to be mailed to the mailbox of a role, and that it was", "90 days", TASK)
        .col(id("id"))
        .col(id("mailbox_id"))
        .col(word("lang"))
        .col(word("kind"))
        .col(text("subject").personal())
        .col(text("body").personal())
        .col(text("link_label").null())
        .col(text("link_path").null())
        .col(word("unique_key").null()) // one mail for one cause
        .col(moment("created_at"))
        .col(moment("due_at")) // when it goes out, with what has come together until then
        .col(moment("mailed_at").null())
        .primary_key(["owner_id", "id"])
        .unique(["owner_id", "unique_key"])
        .index(["owner_id", "mailed_at", "due_at"])
}
