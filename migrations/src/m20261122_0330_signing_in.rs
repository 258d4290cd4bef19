//! Signing in for real: what proves who somebody is, sessions that know how they were begun, and who looked at whose
//! file. Sessions from before end: whoever was signed in signs in again.

use sea_orm::DbErr;
use sea_orm_migration::prelude::{Alias, Expr, ExprTrait, Table};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{LOG, TableOf, big, global, id, integer, moment, owned, text, word};

/// Tables that this migration makes anew, in a shape that the older ones could not grow into.
pub(crate) const REPLACED: [&str; 1] = ["sessions"];

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_0330_signing_in"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in REPLACED {
            schema.drop_table(Table::drop().table(Alias::new(table)).to_owned()).await?;
        }
        for table in tables() {
            table.create(schema).await?;
        }
        Ok(())
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// The tables of this migration.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![sessions(), half_sign_ins(), credentials(), identities(), slips(), provider_visits(), sign_in_rules(), looks()]
}

fn one_of(column: &'static str, words: &[&'static str]) -> Expr {
    Expr::col(column).is_in(words.iter().copied())
}

const WAYS: [&str; 6] = ["mail", "persona", "password", "passkey", "provider", "code"];

fn sessions() -> TableOf {
    global("sessions", "a session is found before anybody is known")
        .kept("keeping people signed in", "30 days", LOG)
        .col(word("id").secret()) // SHA-256 of the cookie's value, hex
        .col(id("handle")) // names the session on its holder's own page; opens nothing
        .col(id("person_id").personal())
        .col(word("way").check(one_of("way", &WAYS))) // how it was begun; offered first next time
        .col(integer("factors").check(Expr::col("factors").gte(1)))
        .col(text("device").personal()) // two words: browser and system
        .col(moment("created_at").personal())
        .col(moment("proven_at").personal()) // when its holder last proved who they are
        .col(moment("seen_at").personal())
        .col(moment("expires_at"))
        .primary_key(["id"])
        .unique(["handle"])
        .index(["person_id"])
        .references("persons", ["person_id"])
}

fn half_sign_ins() -> TableOf {
    global("half_sign_ins", "the second factor is asked for before anybody is signed in")
        .kept("waiting for the second factor", "1 day", LOG)
        .col(word("id").secret()) // SHA-256 of the cookie's value, hex
        .col(id("person_id").personal())
        .col(word("way").check(one_of("way", &WAYS)))
        .col(text("next").null()) // where to go after, a checked local path
        .col(moment("created_at"))
        .col(moment("expires_at"))
        .primary_key(["id"])
        .index(["person_id"])
        .references("persons", ["person_id"])
}

fn credentials() -> TableOf {
    global("credentials", "what proves who somebody is, is checked before anybody is known")
        .kept("proving who somebody is", "until the person replaces or removes it", LOG)
        .col(id("id"))
        .col(id("person_id").personal())
        .col(word("kind").check(one_of("kind", &["password", "totp", "recovery", "passkey", "pin", "mail_code"])))
        .col(text("value").secret()) // a hash; of an app the shared key, of a passkey its public part
        .col(text("label").null()) // a passkey's name; of a mailed code the session it was asked for in
        .col(big("counter")) // an app's last used step; wrong tries of a PIN
        .col(moment("created_at").personal())
        .col(moment("confirmed_at").null()) // empty: set up, not yet tried
        .col(moment("used_at").null().personal())
        .primary_key(["id"])
        .index(["person_id", "kind"])
        .references("persons", ["person_id"])
}

fn identities() -> TableOf {
    global("identities", "an identity is looked up before anybody is known")
        .kept("who somebody is at an issuer of identities", "until the person disconnects it", LOG)
        .col(id("id"))
        .col(id("person_id").personal())
        .col(text("issuer").personal()) // "local", or the address of an identity provider
        .col(text("subject").personal()) // what the issuer calls the person
        .col(moment("created_at").personal())
        .col(moment("used_at").null().personal())
        .primary_key(["id"])
        .unique(["issuer", "subject"])
        .index(["person_id"])
        .references("persons", ["person_id"])
}

fn slips() -> TableOf {
    global("slips", "a code from a slip is used before anybody is known")
        .kept("letting people without e-mail in for the first time", "30 days", LOG)
        .col(word("id")) // the first letters of the code: they find the row and prove nothing
        .col(text("value").secret()) // hash of the rest
        .col(id("person_id").personal())
        .col(id("organisation_id"))
        .col(id("by_id").null().personal())
        .col(moment("created_at"))
        .col(moment("expires_at"))
        .col(moment("used_at").null().personal())
        .primary_key(["id"])
        .index(["person_id"])
        .references("persons", ["person_id"])
        .references("organisations", ["organisation_id"])
}

fn provider_visits() -> TableOf {
    global("provider_visits", "somebody who is away at an identity provider is not known yet")
        .kept("recognising who comes back from an identity provider", "1 day", LOG)
        .col(word("id").secret()) // SHA-256 of the state, hex
        .col(word("browser").secret()) // SHA-256 of the cookie that must come back with it, hex
        .col(word("provider")) // its key in the settings
        .col(text("nonce").secret())
        .col(text("verifier").secret()) // of PKCE
        .col(id("person_id").null().personal()) // who connects an identity; empty: somebody signs in
        .col(text("subject").null().personal()) // proven; waits until its holder says that it is to be connected
        .col(text("next").null())
        .col(moment("created_at"))
        .col(moment("expires_at"))
        .primary_key(["id"])
        .references("persons", ["person_id"])
}

fn sign_in_rules() -> TableOf {
    owned("sign_in_rules")
        .kept(
            "how strongly the organisation's people prove who they are",
            "as long as the organisation takes part",
            LOG,
        )
        .col(word("second_factor").check(one_of("second_factor", &["nobody", "staff", "everybody"])).business())
        .col(integer("fresh_minutes").check(Expr::col("fresh_minutes").gte(1)))
        .col(moment("changed_at"))
        .primary_key(["owner_id"])
}

fn looks() -> TableOf {
    owned("looks")
        .kept("who opened whose file", "2 years", LOG)
        .col(id("id"))
        .col(id("person_id").personal()) // whose file
        .col(id("by_id").personal()) // who looked
        .col(word("what").personal()) // the page
        .col(moment("at").personal())
        .primary_key(["owner_id", "id"])
        .index(["person_id", "at"])
        .references("persons", ["person_id"])
        .seen_by_person("person_id")
        .append_only()
}
