//! Who keeps a feed, and for whom one is read.

use kit::actor::{Actor, Oneself};
use kit::fault::Denied;

/// Everybody keeps their own feed, with their own hand.
/// # Errors
/// [`Denied`] for nobody, for tokens, and for whoever helps by looking.
pub fn may_keep_own(actor: &Actor) -> Result<Oneself, Denied> {
    let own = Oneself::proven(actor).filter(|_| actor.helper().is_none());
    own.ok_or(Denied { act: "keep a calendar of somebody else" })
}

/// Whose feed is read, while anything binds them today. Whoever has left has no calendar here any more.
pub fn is_read_for(actor: &Actor) -> Option<Oneself> {
    Oneself::proven(actor).filter(|_| !actor.organisations().is_empty())
}

#[cfg(test)]
mod tests {
    use base::{Id, OrganisationId, PersonId};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_feed_is_kept_with_one_s_own_hand_and_read_while_something_binds_its_owner() {
        let (me, other) = (PersonId::from_uuid(Uuid::from_u128(1)), PersonId::from_uuid(Uuid::from_u128(2)));
        let at = OrganisationId::from_uuid(Uuid::from_u128(3));
        let student = Actor::person(me).with(vec![], vec![at], None);
        let keeps = |actor: &Actor| may_keep_own(actor).map(Oneself::id).ok();
        assert_eq!(keeps(&student), Some(me));
        assert_eq!(keeps(&student.clone().seen_by(other)), None);
        assert_eq!(keeps(&student.clone().through_token(at)), None);
        assert_eq!(keeps(&Actor::nobody()), None);
        assert_eq!(is_read_for(&student).map(Oneself::id), Some(me));
        assert_eq!(is_read_for(&Actor::person(me)), None);
        assert_eq!(is_read_for(&Actor::portal(at)), None);
    }
}
