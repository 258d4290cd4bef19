//! Notices: what each person is told, how they want to be told, and addresses that take no mail.

use sea_orm_migration::prelude::{Expr, ExprTrait};

use crate::schema::{DUTY, NewTables, TASK, TableOf, global, id, integer, moment, owned, text, word};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_0350_notices", tables };

/// The tables of this change.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![notices(), notice_choices(), bounces()]
}

fn notices() -> TableOf {
    owned("notices")
        .kept("what each person was told", "2 years", DUTY)
        .col(id("id"))
        .col(id("person_id").personal())
        .col(word("lang"))
        .col(word("kind"))
        .col(word("weight").check(Expr::col("weight").is_in(["now", "decision", "matter", "information"])))
        .col(text("subject").personal())
        .col(text("body").personal())
        .col(text("link_label").null())
        .col(text("link_path").null())
        .col(word("unique_key").null()) // one notice for one cause
        .col(moment("created_at"))
        .col(moment("due_at").null()) // when it goes out by mail, with what has come together until then; empty: it does not
        .col(moment("mailed_at").null())
        .col(moment("read_at").null().personal())
        .primary_key(["owner_id", "id"])
        .unique(["owner_id", "unique_key"])
        .index(["person_id", "created_at"])
        .index(["owner_id", "mailed_at", "due_at"])
        .references("persons", ["person_id"])
        .seen_by_person("person_id")
}

fn notice_choices() -> TableOf {
    let pace =
        |column: &'static str| word(column).personal().check(Expr::col(column).is_in(["soon", "daily", "never"]));
    let hour = |column: &'static str| {
        integer(column).personal().check(Expr::col(column).gte(0).and(Expr::col(column).lte(23)))
    };
    global("notice_choices", "a person's choice holds for every organisation that writes to them")
        .kept("how a person wants to be told", "as long as the person is known", TASK)
        .col(id("person_id").personal())
        .col(pace("matters"))
        .col(pace("information"))
        .col(hour("quiet_from_hour")) // nothing goes out from this hour
        .col(hour("quiet_until_hour")) // until this one; equal hours: it always may
        .primary_key(["person_id"])
        .references("persons", ["person_id"])
}

fn bounces() -> TableOf {
    global("bounces", "an address that takes no mail takes none from any organisation")
        .kept("not writing where nothing arrives, and putting it right", "until mail arrives again", TASK)
        .col(text("id").personal()) // the address in small letters
        .col(text("reason").personal()) // what its mail server said
        .col(moment("at"))
        .primary_key(["id"])
}
