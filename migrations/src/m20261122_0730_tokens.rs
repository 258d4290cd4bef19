//! Tokens: what an organisation's own programs sign in with.

use crate::schema::{NewTables, TASK, TableOf, id, moment, owned, text};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_0730_tokens", tables };

/// The table of this change.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![
        owned("api_tokens")
            .kept(
                "which programs act for the organisation, and since when",
                "as long as the organisation takes part",
                TASK,
            )
            .col(id("id"))
            .col(text("name"))
            .col(text("fingerprint").secret())
            .col(text("scopes")) // words with a space between
            .col(id("by_id").personal()) // whose rights it has
            .col(moment("created_at"))
            .col(moment("expires_at"))
            .col(moment("ended_at").null())
            .col(id("ended_by_id").null().personal())
            .col(moment("used_at").null())
            .col(text("used_from").null()) // a network address of a machine
            .primary_key(["owner_id", "id"])
            .unique(["owner_id", "fingerprint"])
            .references("persons", ["by_id"])
            .references("persons", ["ended_by_id"]),
    ]
}
