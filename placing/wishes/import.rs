//! Importing wishes from a file, such as those that came on paper. A student's rows are one list: they are written
//! together, ties and all, or wait together.

use std::collections::{BTreeMap, HashMap, HashSet};

use base::{Lang, OfferId, PersonId, RoundId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::scope::Scope;
use people::imports::{
    self, CellError, CellProblem, Checked, Column, Difference, Importer, InputRow, Nearest, Subject, Verdict,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::model::{Wish, WishError, WishList};
use super::{access, actions, queries};
use crate::pairs::import::class_and_travel;
use crate::pairs::{self, NewPair, Pair};
use crate::participants::{self, Participant};
use crate::rounds::{self, Round};
use crate::sites::{self, Forest};

/// Reads wishes.csv: student_id, rank, place_id, and if there are such columns prio and travel_min, which are kept for
/// the pair of student and place.
pub struct WishesImporter;

/// What an import did to one student's list, enough to take it back.
#[derive(Debug, Serialize, Deserialize)]
struct Replaced {
    student: PersonId,
    /// What counted before
    before: Vec<Wish>,
    /// What it put in place
    after: Vec<Wish>,
    /// Class and travel of these places, before and after
    #[serde(default)]
    pairs: Vec<(OfferId, Pair, Pair)>,
}

#[async_trait::async_trait]
impl Importer for WishesImporter {
    fn kind(&self) -> &'static str {
        "wishes"
    }
    fn scope(&self) -> Scope {
        Scope::SendWishes
    }
    fn title(&self, lang: Lang) -> String {
        crate::words(lang).wishes_import()
    }
    fn help(&self, lang: Lang) -> String {
        crate::words(lang).wishes_import_help()
    }

    fn columns(&self) -> Vec<Column> {
        let column = |key, label, headings| Column { key, required: true, label, headings };
        vec![
            column(
                "student_id",
                |lang| crate::words(lang).wishes_column_student(),
                &["studentnr", "studienr", "student", "nummer", "nr"],
            ),
            column("rank", |lang| crate::words(lang).wishes_column_rank(), &["prioritet", "ønske", "ønskje", "wish"]),
            column("place_id", |lang| crate::words(lang).wishes_column_place(), &["place", "plass", "plads", "sted"]),
        ]
        .into_iter()
        .chain(pairs::import::optional_columns())
        .collect()
    }

    async fn subject(&self, tx: &Tx, subject: Uuid) -> Result<Subject, Fault> {
        let round = rounds::find(tx, RoundId(subject)).await?;
        let owner = access::may_enter_for_others(tx.actor(), &round)?;
        let has_run = crate::allocation::latest_run(tx, owner, &round).await?.is_some();
        Ok(Subject {
            owner: round.owner(),
            name: round.plan().name().to_string(),
            href: format!("/rounds/{}", round.id()),
            rows_href: format!("/rounds/{}/students", round.id()),
            can_be_undone: round.open_to_changes().is_ok() && !has_run,
        })
    }

    async fn check(&self, tx: &Tx, subject: Uuid, rows: &[InputRow]) -> Result<Checked, Fault> {
        let known = known(tx, subject).await?;
        known.round.open_to_changes()?;
        Ok(known.check(rows))
    }

    async fn apply(&self, tx: &Tx, subject: Uuid, by: PersonId, rows: &[InputRow]) -> Result<Vec<Value>, Fault> {
        let known = known(tx, subject).await?;
        let lists = known.lists(rows)?;
        let changed: Vec<WishList> =
            lists.into_iter().filter(|list| known.before(list.student()) != list.wishes()).collect();
        actions::import(tx, &known.round, by, &changed).await?;
        let noted = known.new_pairs(rows);
        if !noted.is_empty() {
            pairs::note(tx, &known.round, &noted, Some(by)).await?;
        }
        imports::kept(&known.replaced(&changed, &noted))
    }

    async fn undo(&self, tx: &Tx, subject: Uuid, by: PersonId, changes: Vec<Value>) -> Result<Vec<Value>, Fault> {
        let known = known(tx, subject).await?;
        let owner = access::may_enter_for_others(tx.actor(), &known.round)?;
        let from_files = queries::last_from_files(tx, owner, known.round.id()).await?;
        let (mut lists, mut back) = (Vec::new(), Vec::new());
        for Replaced { student, before, after, pairs } in imports::restored(changes)? {
            // Whoever has sent a list since keeps it.
            if before != after && from_files.contains(&student) && known.before(student) == after {
                lists.push(WishList::new(student, before, WishList::OFFERS_MAX)?);
            }
            let same = pairs.into_iter().filter(|(offer, _, after)| known.pair(student, *offer) == *after);
            back.extend(same.map(|(offer, before, _)| NewPair { person: student, offer, pair: before }));
        }
        if !back.is_empty() {
            pairs::note(tx, &known.round, &back, Some(by)).await?;
        }
        actions::take_back(tx, &known.round, by, &lists).await?;
        Ok(vec![])
    }
}

/// The round before an import: who takes part, what is offered, which wishes count.
struct Known {
    round: Round,
    students: HashMap<String, Participant>,
    forest: Forest,
    offers: HashMap<String, OfferId>,
    before: HashMap<PersonId, Vec<Wish>>,
    pairs: HashMap<(PersonId, OfferId), Pair>,
}

async fn known(tx: &Tx, subject: Uuid) -> Result<Known, Fault> {
    let round = rounds::find(tx, RoundId(subject)).await?;
    let owner = access::may_enter_for_others(tx.actor(), &round)?;
    let students = participants::of_round(tx, &round).await?;
    let forest = sites::forest(tx, &round).await?;
    let mut before: HashMap<PersonId, Vec<Wish>> = HashMap::new();
    for counted in queries::of_round(tx, owner, round.id()).await? {
        let rank = u16::try_from(counted.rank).unwrap_or(u16::MAX);
        before.entry(counted.person_id).or_default().push(Wish { offer: counted.offer_id, rank });
    }
    for wishes in before.values_mut() {
        wishes.sort_by_key(|wish| (wish.rank, wish.offer));
    }
    Ok(Known {
        students: students.into_iter().map(|student| (student.part.outside_key.clone(), student)).collect(),
        offers: forest.offers().iter().map(|offer| (offer.outside_key.clone(), offer.id)).collect(),
        forest,
        before,
        pairs: pairs::of_round(tx, owner, &round).await?,
        round,
    })
}

impl Known {
    fn before(&self, student: PersonId) -> &[Wish] {
        self.before.get(&student).map_or(&[], Vec::as_slice)
    }

    fn pair(&self, student: PersonId, offer: OfferId) -> Pair {
        self.pairs.get(&(student, offer)).copied().unwrap_or_default()
    }

    /// What is known about a pair after a row: a ban stays, and so does what the file has no column for.
    fn pair_after(&self, row: &InputRow, student: PersonId, offer: OfferId) -> Result<Pair, Vec<CellError>> {
        let (before, read) = (self.pair(student, offer), class_and_travel(row)?);
        Ok(Pair {
            class: if row.has("prio") { read.class } else { before.class },
            travel_minutes: if row.has("travel_min") { read.travel_minutes } else { before.travel_minutes },
            ban: before.ban,
        })
    }

    /// The pairs that the rows change.
    fn new_pairs(&self, rows: &[InputRow]) -> Vec<NewPair> {
        let (students, places) = (Nearest::among([]), Nearest::among([]));
        let read = |row: &InputRow| {
            let (person, wish) = self.read(row, &students, &places).ok()?;
            let pair = self.pair_after(row, person, wish.offer).ok()?;
            (pair != self.pair(person, wish.offer)).then_some(NewPair { person, offer: wish.offer, pair })
        };
        rows.iter().filter_map(read).collect()
    }

    /// What an import did, student by student.
    fn replaced(&self, lists: &[WishList], noted: &[NewPair]) -> Vec<Replaced> {
        let mut all: BTreeMap<PersonId, Replaced> = BTreeMap::new();
        let unchanged = |student: PersonId| {
            let wishes = self.before(student).to_vec();
            Replaced { student, before: wishes.clone(), after: wishes, pairs: vec![] }
        };
        for list in lists {
            let student = list.student();
            all.insert(student, Replaced { after: list.wishes().to_vec(), ..unchanged(student) });
        }
        for new in noted {
            let one = all.entry(new.person).or_insert_with(|| unchanged(new.person));
            one.pairs.push((new.offer, self.pair(new.person, new.offer), new.pair));
        }
        all.into_values().collect()
    }

    fn check(&self, rows: &[InputRow]) -> Checked {
        let students = Nearest::among(self.students.keys().map(String::as_str));
        let places = Nearest::among(self.offers.keys().map(String::as_str));
        let mut seen: HashMap<(&str, &str), u32> = HashMap::with_capacity(rows.len());
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let mut verdicts = Vec::with_capacity(rows.len());
        let mut stuck: HashMap<&str, u32> = HashMap::new();
        for row in rows {
            let key = row.text("student_id");
            let first = *seen.entry((key, row.text("place_id"))).or_insert(row.number);
            let count = counts.entry(key).or_default();
            *count += 1;
            let mut read = self.read(row, &students, &places);
            if read.is_ok() && first != row.number {
                read = Err(vec![CellError::new("place_id", CellProblem::Repeated { row: first })]);
            }
            let max = self.round.plan().wishes_max();
            if read.is_ok() && *count > usize::from(max) {
                read = Err(vec![CellError::told("rank", WishError::TooMany { got: *count, max })]);
            }
            if read.is_err() || row.is_broken {
                stuck.entry(key).or_insert(row.number);
            }
            verdicts.push(read.map_or_else(Verdict::Wrong, |(student, wish)| self.verdict(row, student, wish)));
        }
        for (row, verdict) in rows.iter().zip(&mut verdicts) {
            match stuck.get(row.text("student_id")) {
                Some(for_row) if !matches!(verdict, Verdict::Wrong(_)) => {
                    *verdict = Verdict::Waits { for_row: *for_row }
                }
                _ => {}
            }
        }
        let gone = self.students.values().filter(|student| !counts.contains_key(student.part.outside_key.as_str()));
        let gone = gone.map(|student| self.before(student.person).len()).sum();
        self.tell_lost(rows, &seen, &mut verdicts);
        Checked { verdicts, gone }
    }

    /// The rows replace a student's whole list: wishes without a row leave it, and a row that changes nothing by itself
    /// says so.
    fn tell_lost(&self, rows: &[InputRow], seen: &HashMap<(&str, &str), u32>, verdicts: &mut [Verdict]) {
        let mut told = HashSet::new();
        for (row, verdict) in rows.iter().zip(verdicts) {
            let key = row.text("student_id");
            let Some(student) = self.students.get(key).filter(|_| matches!(verdict, Verdict::Same)) else { continue };
            if !told.insert(key) {
                continue;
            }
            let offers = self.before(student.person).iter().filter_map(|wish| self.forest.offer(wish.offer));
            let lost = offers.filter(|offer| !seen.contains_key(&(key, offer.outside_key.as_str())));
            let lost =
                lost.map(|offer| Difference { column: "place_id", old: offer.outside_key.clone(), new: String::new() });
            *verdict = Difference::verdict(lost.collect());
        }
    }

    fn read(
        &self,
        row: &InputRow,
        students: &Nearest<'_>,
        places: &Nearest<'_>,
    ) -> Result<(PersonId, Wish), Vec<CellError>> {
        let mut errors = Vec::new();
        let (key, place) = (row.text("student_id"), row.text("place_id"));
        let student = self.students.get(key);
        match student {
            None if !key.is_empty() => errors.push(CellError::new("student_id", students.unknown(key))),
            Some(student) if !student.is_active() => {
                errors.push(CellError::told("student_id", WishError::Withdrawn { round: self.round.id() }));
            }
            _ => {}
        }
        let offer = self.offers.get(place).and_then(|offer| self.forest.offer(*offer));
        match (offer, student) {
            (None, _) if !place.is_empty() => errors.push(CellError::new("place_id", places.unknown(place))),
            (Some(offer), Some(student))
                if offer.subject != student.part.subject || offer.period != student.part.period =>
            {
                errors.push(CellError::told("place_id", WishError::NotOffered { offer: offer.id }));
            }
            _ => {}
        }
        let rank = row.number::<u16>("rank", 1, i64::from(u16::MAX)).unwrap_or_else(|error| {
            errors.push(error);
            None
        });
        errors.extend(class_and_travel(row).err().into_iter().flatten());
        match (student, offer, rank) {
            (Some(student), Some(offer), Some(rank)) if errors.is_empty() => {
                Ok((student.person, Wish { offer: offer.id, rank }))
            }
            _ => Err(errors),
        }
    }

    fn verdict(&self, row: &InputRow, student: PersonId, wish: Wish) -> Verdict {
        match self.before(student).iter().find(|before| before.offer == wish.offer) {
            None => Verdict::New,
            Some(before) => {
                let mut all = Vec::new();
                Difference::note(&mut all, "rank", before.rank, wish.rank);
                let known = self.pair(student, wish.offer);
                let after = self.pair_after(row, student, wish.offer).unwrap_or(known);
                let shown = |number: Option<u16>| number.map(|number| number.to_string()).unwrap_or_default();
                Difference::note(&mut all, "prio", shown(known.class), shown(after.class));
                Difference::note(&mut all, "travel_min", shown(known.travel_minutes), shown(after.travel_minutes));
                Difference::verdict(all)
            }
        }
    }

    /// One list for each student of the rows.
    fn lists(&self, rows: &[InputRow]) -> Result<Vec<WishList>, WishError> {
        let (students, places) = (Nearest::among([]), Nearest::among([]));
        let mut lists: BTreeMap<PersonId, Vec<Wish>> = BTreeMap::new();
        for (student, wish) in rows.iter().filter_map(|row| self.read(row, &students, &places).ok()) {
            lists.entry(student).or_default().push(wish);
        }
        let max = self.round.plan().wishes_max();
        lists.into_iter().map(|(student, wishes)| WishList::new(student, wishes, max)).collect()
    }
}
