//! Addresses that take no mail: noted when a mail server refuses one for good or sends a mail back, and cleared as soon
//! as one arrives again or somebody asks for another try.

use std::collections::HashMap;

use base::{MailId, Moment};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryOrder};

use crate::db::Tx;
use crate::tables::bounce;

/// Only so much of what a mail server said is kept, in characters.
const REASON_CHARS_MAX: usize = 300;
/// Addresses looked up with one statement.
const AT_ONCE: usize = 1_000;

/// An address that takes no mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// The address in small letters
    pub address: String,
    /// What its mail server said
    pub reason: String,
    /// Since when
    pub at: Moment,
}

/// Notes that an address takes no mail.
/// # Errors
/// What the database answers.
pub async fn note(tx: &Tx, address: &str, reason: &str) -> Result<(), DbErr> {
    let row = bounce::ActiveModel {
        id: Set(address.to_lowercase()),
        reason: Set(reason.chars().filter(|sign| !sign.is_control()).take(REASON_CHARS_MAX).collect()),
        at: Set(tx.now()),
    };
    let again =
        OnConflict::column(bounce::Column::Id).update_columns([bounce::Column::Reason, bounce::Column::At]).to_owned();
    bounce::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// Forgets that an address took no mail: the next one is sent.
/// # Errors
/// What the database answers.
pub async fn clear(tx: &Tx, address: &str) -> Result<(), DbErr> {
    bounce::Entity::delete_by_id(address.to_lowercase()).exec(tx).await?;
    Ok(())
}

/// What is known of an address; nothing when mail arrives there.
/// # Errors
/// What the database answers.
pub async fn of_address(tx: &Tx, address: &str) -> Result<Option<Bounce>, DbErr> {
    Ok(bounce::Entity::find_by_id(address.to_lowercase()).one(tx).await?.map(read))
}

/// What is known of these addresses, by the address in small letters.
/// # Errors
/// What the database answers.
pub async fn of_addresses(tx: &Tx, addresses: &[String]) -> Result<HashMap<String, Bounce>, DbErr> {
    use sea_orm::QueryFilter;
    let mut found = HashMap::new();
    for some in addresses.chunks(AT_ONCE) {
        let rows = bounce::Entity::find()
            .filter(bounce::Column::Id.is_in(some.iter().map(|address| address.to_lowercase())))
            .order_by_asc(bounce::Column::Id)
            .all(tx)
            .await?;
        found.extend(rows.into_iter().map(|row| (row.id.clone(), read(row))));
    }
    Ok(found)
}

fn read(row: bounce::Model) -> Bounce {
    Bounce { address: row.id, reason: row.reason, at: row.at }
}

/// What a mail that came back says (RFC 3464): which of our mails, to whom, and why it was not delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// Our mail, by the id we gave it
    pub mail: MailId,
    /// To whom it went
    pub address: String,
    /// What the mail server said
    pub reason: String,
}

/// Reads a mail that came back. Nothing: it is no report, the mail was delayed or delivered, or it names none of ours.
pub fn returned(message: &str) -> Option<Returned> {
    let text = message.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let field = |name: &str| {
        let mut lines = text.lines().filter_map(|line| line.split_once(':'));
        lines.find(|(key, _)| key.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
    };
    let failed = field("Action")?.eq_ignore_ascii_case("failed");
    let status = field("Status")?;
    if !failed || !status.starts_with('5') {
        return None;
    }
    let recipient = field("Final-Recipient").or_else(|| field("Original-Recipient"))?;
    let address = recipient.split_once(';').map_or(recipient.as_str(), |(_, address)| address).trim().to_lowercase();
    let reason = field("Diagnostic-Code").unwrap_or(status);
    // The report has a message id of its own; ours stands in the copy of what we sent.
    let ids = text.lines().filter_map(|line| line.split_once(':'));
    let mut ids = ids.filter(|(key, _)| key.trim().eq_ignore_ascii_case("Message-ID"));
    let mail = ids.find_map(|(_, value)| value.trim().strip_prefix('<')?.split_once('@')?.0.parse().ok())?;
    Some(Returned { mail, address, reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "From: MAILER-DAEMON@mx.example\r\nMessage-ID: <20270203.abc@mx.example>\r\n\
        Content-Type: multipart/report; report-type=delivery-status\r\n\r\n--x\r\n\
        Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
        Final-Recipient: rfc822; Nora@Student.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\
        Diagnostic-Code: smtp; 550 5.1.1 User\r\n unknown\r\n\r\n--x\r\nContent-Type: text/rfc822-headers\r\n\r\n\
        Message-ID: <0195a1f0-0000-7000-8000-000000000001@portal.example>\r\n";

    #[test]
    fn a_report_names_our_mail_the_address_and_the_reason() {
        let expected = Returned {
            mail: "0195a1f0-0000-7000-8000-000000000001".parse().unwrap(),
            address: "nora@student.example".into(),
            reason: "smtp; 550 5.1.1 User unknown".into(),
        };
        assert_eq!(returned(REPORT), Some(expected));
    }

    #[test]
    fn delays_and_mails_of_others_are_no_bounce() {
        assert_eq!(returned(&REPORT.replace("Action: failed", "Action: delayed")), None);
        assert_eq!(returned(&REPORT.replace("Status: 5", "Status: 4")), None);
        assert_eq!(returned(&REPORT.replace("<0195a1f0", "<zzzz")), None);
        assert_eq!(returned("Subject: Out of office\n\nI am away."), None);
    }
}
