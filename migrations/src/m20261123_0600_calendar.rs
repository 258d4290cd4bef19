//! Calendar feeds: what opens a person's dates to the calendar program they gave the address to.

use crate::schema::{NewTables, TASK, TableOf, global, id, moment, word};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261123_0600_calendar", tables };

/// The table of this change.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![
        global("calendar_feeds", "a calendar program reads a feed without signing in")
            .kept(
                "one's own deadlines and placements in one's own calendar program",
                "until the person stops it; 90 days after the last affiliation has ended",
                TASK,
            )
            .col(id("person_id").personal())
            .col(word("digest").secret()) // SHA-256 of what stands in the address, hex
            .col(moment("made_at").personal())
            .col(moment("read_at").null().personal()) // when a program last read it, to within an hour
            .primary_key(["person_id"])
            .unique(["digest"])
            .references("persons", ["person_id"]),
    ]
}
