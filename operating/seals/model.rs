//! What is said about the seals, and heads as they are written down elsewhere.

use base::OrganisationId;
use kit::journal::seal::{Broken, Head};

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// Seals that were looked at
    pub looked_at: i64,
    /// Entries that are not what was sealed
    pub broken: Vec<Broken>,
    /// Heads written down elsewhere that stand here otherwise, or not at all
    pub other_heads: Vec<Head>,
}

impl Verdict {
    /// Whether every entry is what was sealed.
    pub fn holds(&self) -> bool {
        self.broken.is_empty() && self.other_heads.is_empty()
    }
}

/// A head as a line of a file.
pub fn line(head: &Head) -> String {
    format!("{} {} {}", head.owner, head.number, head.seal)
}

/// The heads of such a file; empty lines are passed over.
/// # Errors
/// The number of the first line that is none.
pub fn read_heads(text: &str) -> Result<Vec<Head>, usize> {
    let read = |(place, line): (usize, &str)| {
        let mut words = line.split_whitespace();
        let owner: Option<OrganisationId> = words.next().and_then(|word| word.parse().ok());
        let number: Option<i64> = words.next().and_then(|word| word.parse().ok());
        let seal = words.next().filter(|seal| seal.len() == 64).map(str::to_owned);
        match (owner, number, seal, words.next()) {
            (Some(owner), Some(number), Some(seal), None) => Ok(Head { owner, number, seal }),
            _ => Err(place + 1),
        }
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

#[cfg(test)]
mod tests {
    use base::Id;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_head_is_read_as_it_was_written() {
        let head = Head { owner: OrganisationId::from_uuid(Uuid::from_u128(9)), number: 12, seal: "ab".repeat(32) };
        let text = format!("\n{}\n", line(&head));
        assert_eq!(read_heads(&text), Ok(vec![head]));
        assert_eq!(read_heads("\n00000000-0000-0000-0000-000000000009 x ab"), Err(2));
    }
}
