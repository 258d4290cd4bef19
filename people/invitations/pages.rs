//! The pages of invitations.

pub mod form;
pub mod list;
pub mod many;
pub mod opened;

use kit::parts::Tag;

use super::model::State;
use crate::Words;

/// How far an invitation has come, as a mark.
pub fn state_tag(words: &Words, state: State) -> Tag {
    match state {
        State::Open => Tag::warning(words.invitations_open()),
        State::Accepted => Tag::success(words.invitations_accepted()),
        State::Withdrawn => Tag::neutral(words.invitations_withdrawn()),
        State::Over => Tag::neutral(words.invitations_over()),
    }
}
