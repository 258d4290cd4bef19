//! Who reads and writes which thread.

use base::{OrganisationId, PersonId};
use kit::actor::{Actor, Counterparty, Oneself, Owner, Role};
use kit::fault::{Denied, NotFound};

use super::model::{Side, Thread};

/// Everything by which somebody may meet a thread: the offices and hosts they speak for, and themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Offices
    pub offices: Vec<Owner>,
    /// Hosts, each with the units covered
    pub hosts: Vec<Counterparty>,
    /// Themselves; none for a program, which reads for its office and has nothing of its own
    pub oneself: Option<Oneself>,
}

/// Proof that the actor writes in a thread, on a side and in the name of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// On which side
    pub side: Side,
    /// In whose name
    pub party: Owner,
    /// Who; of a program, whoever made its token
    pub author: PersonId,
    /// Whose reading is noted; nobody's for a program
    pub oneself: Option<Oneself>,
}

/// By what the actor may meet threads.
/// # Errors
/// [`Denied`] for nobody.
pub fn reader(actor: &Actor) -> Result<Reader, Denied> {
    actor.person_id().ok_or(Denied { act: "read messages as nobody" })?;
    let office = |organisation: &OrganisationId| actor.has_at(Role::Administrator, *organisation);
    let offices = actor.organisations().into_iter().filter(office);
    Ok(Reader {
        offices: offices.filter_map(|organisation| Owner::proven(actor, organisation)).collect(),
        hosts: Counterparty::proven(actor, Role::Coordinator),
        oneself: Oneself::proven(actor),
    })
}

/// The side on which the reader meets the thread: first as the office, then as the host, then as the student.
pub fn side_of(reader: &Reader, thread: &Thread) -> Option<Side> {
    if reader.offices.iter().any(|office| office.id() == thread.office) {
        return Some(Side::Office);
    }
    let covers = |host: &Counterparty, unit| match (host.units(), unit) {
        (None, _) => true,
        (Some(units), Some(unit)) => units.contains(&unit),
        (Some(_), None) => false,
    };
    if thread.host.is_some_and(|(id, unit)| reader.hosts.iter().any(|host| host.id() == id && covers(host, unit))) {
        return Some(Side::Host);
    }
    let own = reader.oneself.map(|oneself| oneself.id());
    (own.is_some() && thread.person == own).then_some(Side::Student)
}

/// The voice in which the actor writes on this side; none when their part is over, such as a student's who has left.
pub fn voice(actor: &Actor, thread: &Thread, side: Side) -> Option<Voice> {
    let author = actor.person_id()?;
    let party = Owner::proven(actor, thread.party_of(side))?;
    Some(Voice { side, party, author, oneself: Oneself::proven(actor) })
}

/// The organisation that a job works for.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn works_for(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    Owner::at_work(actor, organisation).ok_or_else(|| NotFound::of("organisation", organisation))
}
