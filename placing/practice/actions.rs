//! Bringing rounds into a copy.

use std::collections::{BTreeMap, HashMap};
use std::pin::Pin;

use base::{Id, Lang, OfferId, OrganisationId, RoundId, UnitId};
use kit::actor::{Actor, Role};
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::jobs;
use people::organisations::{self, NewUnit, Practising};
use people::persons::{self, Affiliation, AffiliationKind, NewRole, NewStudent, Span, invented};

use super::model::{Chance, lottery_of};
use crate::participants::{self, StudentRow};
use crate::rounds::{self, Contact, Draw, Plan, Round, State};
use crate::sites::{self, NodeRow, OfferRow};
use crate::wishes::{self, WishList};

/// The latest rounds that come along; no more.
pub const ROUNDS_MAX: usize = 6;
/// Invented students of a round; no more, however many there are.
pub const STUDENTS_MAX: usize = 1_000;
/// Invented people of hosts are numbered from here on, beyond all students.
const HOSTS_FROM: usize = 5_000;

/// What is read of a round, to be written into a copy.
struct Original {
    plan: Plan,
    nodes: Vec<NodeRow>,
    offers: Vec<OfferRow>,
    /// Subject and period of each student, nothing else
    students: Vec<(String, String)>,
}

/// Brings the latest rounds along: what is there already stays, so that the work can be begun anew.
pub fn practise<'a>(
    db: &'a Db,
    practising: &'a Practising,
) -> Pin<Box<dyn Future<Output = Result<(), Fault>> + Send + 'a>> {
    Box::pin(async move {
        let ids = db.read(&Actor::portal(practising.from), async |tx| latest(&tx).await).await?;
        for (number, id) in ids.into_iter().enumerate() {
            let original = db.read(&Actor::portal(practising.from), async |tx| read(&tx, id).await).await?;
            let hosts = names_of_hosts(db, &original).await?;
            let write = async |tx: Tx| {
                jobs::hold(&tx, &practising.job).await?;
                write(&tx, practising, &original, &hosts, number).await
            };
            db.write(&Actor::portal(practising.to), write).await?;
            jobs::progress(db, &practising.job, i32::try_from(number + 2).unwrap_or(i32::MAX)).await?;
        }
        Ok(())
    })
}

async fn latest(tx: &Tx) -> Result<Vec<RoundId>, Fault> {
    let rounds = rounds::of_actor(tx).await?;
    let lives = rounds.iter().filter(|round| !matches!(round.state(), State::Cancelled { .. }));
    Ok(lives.take(ROUNDS_MAX).map(Round::id).collect())
}

async fn read(tx: &Tx, id: RoundId) -> Result<Original, Fault> {
    let round = rounds::find(tx, id).await?;
    let forest = sites::forest(tx, &round).await?;
    let students = participants::of_round(tx, &round).await?;
    let told = |student: participants::Participant| (student.part.subject, student.part.period);
    Ok(Original {
        plan: round.plan().clone(),
        nodes: sites::actions::node_rows(forest.nodes()),
        offers: sites::actions::offer_rows(&forest),
        students: students
            .into_iter()
            .filter(participants::Participant::is_active)
            .map(told)
            .take(STUDENTS_MAX)
            .collect(),
    })
}

/// A host, or a unit of one, as a round names it.
type HostKey = (OrganisationId, Option<UnitId>);

/// What the hosts of a round and their units are called, each read as the portal at work for that host.
async fn names_of_hosts(db: &Db, original: &Original) -> Result<BTreeMap<HostKey, String>, Fault> {
    let mut units: BTreeMap<OrganisationId, Vec<UnitId>> = BTreeMap::new();
    for (host, unit) in original.nodes.iter().filter_map(|node| Some((node.host?, node.host_unit))) {
        units.entry(host).or_default().extend(unit);
    }
    let mut names = BTreeMap::new();
    for (host, wanted) in units {
        let look = async |tx: Tx| {
            let name = organisations::find(&tx, host).await?.name;
            let tree = organisations::tree(&tx, host, None).await?;
            Ok((name, tree))
        };
        let (name, tree) = db.read(&Actor::portal(host), look).await?;
        names.insert((host, None), name);
        for unit in wanted {
            let called = tree.unit(unit).map(|unit| unit.name.clone());
            names.extend(called.map(|called| ((host, Some(unit)), called)));
        }
    }
    Ok(names)
}

async fn write(
    tx: &Tx,
    practising: &Practising,
    original: &Original,
    hosts: &BTreeMap<HostKey, String>,
    number: usize,
) -> Result<(), Fault> {
    let copy = organisations::find(tx, practising.to).await?;
    let same = |round: &Round| {
        round.plan().name() == original.plan.name() && round.plan().course_code() == original.plan.course_code()
    };
    if rounds::of_actor(tx).await?.iter().any(same) {
        return Ok(());
    }
    let units = units_of_hosts(tx, practising, hosts, copy.lang).await?;
    let plan = original.plan.to_practise(tx.now(), copy.zone, contact(practising.to, copy.lang)?)?;
    let id = rounds::make_round(tx, &plan).await?;
    let round = rounds::find(tx, id).await?;
    sites::upsert_nodes(tx, &round, &nodes(original, practising, &units)).await?;
    sites::upsert_offers(tx, &round, &original.offers).await?;
    participants::register(tx, &round, &students(original, practising.to, copy.lang)?).await?;
    wish(tx, practising, &round, number).await
}

fn contact(copy: OrganisationId, lang: Lang) -> Result<Contact, Fault> {
    let person = invented(copy, 0, lang)?;
    let email = person.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default();
    Ok(Contact { name: person.name.to_string(), email, phone: String::new() })
}

/// Hosts are units of the copy itself, each with somebody invented who receives its students: nothing reaches the real ones.
async fn units_of_hosts(
    tx: &Tx,
    practising: &Practising,
    hosts: &BTreeMap<HostKey, String>,
    lang: Lang,
) -> Result<HashMap<HostKey, UnitId>, Fault> {
    let tree = organisations::tree(tx, practising.to, None).await?;
    let mut known: HashMap<String, UnitId> =
        tree.units().iter().filter_map(|unit| Some((unit.outside_key.clone()?, unit.id))).collect();
    let mut units = HashMap::new();
    // A host stands before its units in the order of the map.
    for ((host, unit), name) in hosts {
        if *host == practising.from {
            let here = unit.and_then(|unit| practising.units.get(&unit)).copied();
            units.extend(here.map(|here| ((*host, *unit), here)));
            continue;
        }
        let key = format!("practice:{}", unit.map_or(host.uuid(), Id::uuid).simple());
        let id = match known.get(&key) {
            Some(id) => *id,
            None => {
                let parent = unit.and_then(|_| units.get(&(*host, None)).copied());
                let new = NewUnit { parent, name: name.clone(), outside_key: Some(key.clone()), address: None };
                let id = organisations::add_unit(tx, practising.to, &new).await?;
                if unit.is_none() {
                    settle_receiver(tx, practising.to, id, HOSTS_FROM + known.len(), lang).await?;
                }
                known.insert(key, id);
                id
            }
        };
        units.insert((*host, *unit), id);
    }
    Ok(units)
}

/// Somebody invented who receives students at a unit.
async fn settle_receiver(tx: &Tx, copy: OrganisationId, unit: UnitId, number: usize, lang: Lang) -> Result<(), Fault> {
    let person = persons::register_person(tx, copy, &invented(copy, number, lang)?).await?;
    let bond =
        Affiliation { person, kind: AffiliationKind::Staff, outside_key: None, unit: Some(unit), span: Span::ALWAYS };
    persons::affiliate(tx, copy, &bond).await?;
    let role = NewRole { person, role: Role::Coordinator, unit: Some(unit), span: Span::ALWAYS };
    persons::give_role(tx, copy, &role).await.map(drop)
}

fn nodes(original: &Original, practising: &Practising, units: &HashMap<HostKey, UnitId>) -> Vec<NodeRow> {
    let here = |node: &NodeRow| {
        let host = node.host?;
        units.get(&(host, node.host_unit)).or_else(|| units.get(&(host, None))).copied()
    };
    let moved =
        |node: &NodeRow| NodeRow { host: node.host.map(|_| practising.to), host_unit: here(node), ..node.clone() };
    original.nodes.iter().map(moved).collect()
}

fn students(original: &Original, copy: OrganisationId, lang: Lang) -> Result<Vec<StudentRow>, Fault> {
    let from_file = original.plan.draw() == Draw::File;
    let row = |(place, (subject, period)): (usize, &(String, String))| {
        let number = place + 1;
        Ok(StudentRow {
            student: NewStudent { outside_key: format!("P{number:05}"), person: invented(copy, number, lang)? },
            subject: subject.clone(),
            period: period.clone(),
            lottery: from_file.then(|| lottery_of(number)),
            group_key: None,
        })
    };
    original.students.iter().enumerate().map(row).collect()
}

/// Invented lists, as if a file had brought them, so that the office has something to look at and to draw from.
async fn wish(tx: &Tx, practising: &Practising, round: &Round, number: usize) -> Result<(), Fault> {
    let mut by_subject: HashMap<(String, String), Vec<OfferId>> = HashMap::new();
    for offer in sites::forest(tx, round).await?.offers() {
        by_subject.entry((offer.subject.clone(), offer.period.clone())).or_default().push(offer.id);
    }
    let mut chance = Chance::of(number as u64 + 1);
    let most = round.plan().wishes_max();
    let wanted = round.plan().wishes_min().max(3).min(most);
    let mut students = participants::of_round(tx, round).await?;
    students.sort_by(|one, other| one.part.outside_key.cmp(&other.part.outside_key));
    let mut lists = vec![];
    for student in students {
        let offers = by_subject.get(&(student.part.subject.clone(), student.part.period.clone()));
        let wishes = chance.wishes(offers.map(Vec::as_slice).unwrap_or_default(), wanted);
        if !wishes.is_empty() {
            lists.push(WishList::new(student.person, wishes, most)?);
        }
    }
    wishes::enter_many(tx, round, practising.administrator, &lists).await.map(drop)
}
