//! The frozen input as the files that `fotfeste allocate` reads, and the command that repeats a run over them.

use std::fmt::Write;

use matching::files::{Input, RunOptions};
use verify::input::Files;

use super::{BANS_FILE, Frozen, INPUT_FILES, TURNS_FILE};

impl Frozen {
    /// The four files that every run has.
    pub fn input(&self) -> Input {
        Input {
            hosts: self.hosts().into_bytes(),
            places: self.places().into_bytes(),
            students: self.students_file().into_bytes(),
            wishes: self.wishes().into_bytes(),
        }
    }

    /// Every file of the input by name.
    pub fn kept_files(&self) -> Vec<(&'static str, Vec<u8>)> {
        let Input { hosts, places, students, wishes } = self.input();
        let four = INPUT_FILES.into_iter().zip([hosts, places, students, wishes]);
        let more = [(BANS_FILE, self.bans()), (TURNS_FILE, self.turns())];
        four.chain(more.into_iter().filter_map(|(name, text)| Some((name, text?.into_bytes())))).collect()
    }

    fn hosts(&self) -> String {
        let mut out = String::from("host_id,parent_id,level,cap\n");
        for node in &self.nodes {
            let cap = node.cap.map(|cap| cap.to_string()).unwrap_or_default();
            line(&mut out, &[&node.key, node.parent.as_deref().unwrap_or(""), &node.level, &cap]);
        }
        out
    }

    fn places(&self) -> String {
        let mut out = String::from("place_id,host_id,subject,period,capacity\n");
        for offer in &self.offers {
            line(&mut out, &[&offer.key, &offer.node, &offer.subject, &offer.period, &offer.seats.to_string()]);
        }
        out
    }

    fn students_file(&self) -> String {
        let mut out = String::from("student_id,subject,period,lottery,group_id,fixed_place\n");
        for student in self.takers() {
            let lottery = student.lottery.unwrap_or(0).to_string();
            let fixed = student.fixed.map_or("", |offer| self.offers[offer].key.as_str());
            let group = student.group.as_deref().filter(|_| self.rules.keeps_groups).unwrap_or("");
            line(&mut out, &[&student.key, &student.subject, &student.period, &lottery, group, fixed]);
        }
        out
    }

    fn wishes(&self) -> String {
        let mut out = String::from("student_id,rank,place_id,travel_min,prio\n");
        let worst = self.worst();
        for student in self.takers() {
            for wish in self.considered(student, worst) {
                let travel = wish.travel_minutes.map(|minutes| minutes.to_string()).unwrap_or_default();
                let (rank, class) = (wish.rank.to_string(), wish.class.to_string());
                line(&mut out, &[&student.key, &rank, &self.offers[wish.offer].key, &travel, &class]);
            }
        }
        out
    }

    /// The pairs that must not come about; none when there are none.
    pub(super) fn bans(&self) -> Option<String> {
        let mut out = String::from("student_id,place_id,reason\n");
        let head = out.len();
        for student in self.takers() {
            for (offer, reason) in &student.bans {
                line(&mut out, &[&student.key, &self.offers[*offer].key, reason.name()]);
            }
        }
        (out.len() > head).then_some(out)
    }

    /// Who draws after others; none when nobody does.
    pub(super) fn turns(&self) -> Option<String> {
        let mut out = String::from("student_id,turn\n");
        let head = out.len();
        for student in self.takers().filter(|student| self.turn_class(student) > 0) {
            line(&mut out, &[&student.key, &self.turn_class(student).to_string()]);
        }
        (out.len() > head).then_some(out)
    }
}

/// What the checker, which shares no code with the engine, says to an answer over these files.
pub(super) fn verified(
    files: &[(&'static str, Vec<u8>)],
    allocation: &[u8],
    certificate: &[u8],
) -> Result<Vec<String>, verify::Refusal> {
    let find = |name: &str| files.iter().find(|(known, _)| *known == name).map(|(_, bytes)| bytes.as_slice());
    let [hosts, places, students, wishes] = INPUT_FILES.map(|name| find(name).unwrap_or_default());
    let files =
        Files { hosts, places, students, wishes, ban: find(BANS_FILE), turns: find(TURNS_FILE), ..Files::default() };
    verify::check(files, allocation, certificate, None)
}

/// Stands for the seed in a command.
pub const SEED_PLACE: &str = "SEED";

/// The command that repeats a run in the folder of its files.
pub fn command(options: &RunOptions) -> String {
    let mut out = format!("fotfeste allocate . --mechanism {}", options.mechanism.name());
    if options.chance.is_some() {
        // The seed is a secret until publication; whoever shows the command puts it in.
        let _ = write!(out, " --seed {SEED_PLACE} --round {}", options.round_id);
    }
    let cost = options.cost.entries().iter().map(u32::to_string).collect::<Vec<_>>().join(",");
    let _ = write!(out, " --cost {cost}");
    if let Some(minutes) = options.more.travel_limit {
        let _ = write!(out, " --travel-limit {minutes}");
    }
    if let Some(below) = options.more.complete_lists {
        let _ = write!(out, " --complete-lists {below}");
    }
    out + &besides(options) + " --out allocation.csv --certificate certificate.json"
}

/// The command that checks the certificate of a run.
pub fn verify_command(options: &RunOptions) -> String {
    let command = "fotfeste allocate verify . --allocation allocation.csv --certificate certificate.json";
    command.to_owned() + &besides(options)
}

fn besides(options: &RunOptions) -> String {
    let mut out = String::new();
    if options.more.bans.is_some() {
        let _ = write!(out, " --ban {BANS_FILE}");
    }
    if options.more.turns.is_some() {
        let _ = write!(out, " --turns {TURNS_FILE}");
    }
    out
}

/// One row of the result file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultRow<'a> {
    /// Outside key of the student
    pub student: &'a str,
    /// Outside key of the offer
    pub place: Option<&'a str>,
    /// Rank of the wish that came true
    pub rank: Option<u16>,
}

/// The result file, as `fotfeste allocate` writes it.
pub fn result_file(mut rows: Vec<ResultRow<'_>>) -> String {
    rows.sort_unstable_by(|a, b| a.student.as_bytes().cmp(b.student.as_bytes()));
    let mut out = String::from("student_id,place_id,rank\n");
    for row in rows {
        let rank = row.rank.map(|rank| rank.to_string()).unwrap_or_default();
        line(&mut out, &[row.student, row.place.unwrap_or(""), &rank]);
    }
    out
}

/// Writes one line; fields with a comma, a quote or a line break are quoted.
fn line(out: &mut String, fields: &[&str]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if field.contains([',', '"', '\n', '\r']) {
            let _ = write!(out, "\"{}\"", field.replace('"', "\"\""));
        } else {
            out.push_str(field);
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use base::{OfferId, PersonId};
    use matching::{CostTable, Mechanism};
    use uuid::Uuid;

    use super::*;
    use crate::allocation::model::frozen::{
        ALLOCATION_FILE, CERTIFICATE_FILE, DrawFrom, FrozenNode, FrozenOffer, FrozenStudent, FrozenWish, NoWishes,
        RunRules,
    };

    /// One place that two want; the second one is late, and a third has sent nothing.
    fn frozen(mechanism: Mechanism, no_wishes: NoWishes, complete_below: Option<u16>) -> Frozen {
        let student = |key: &str, late: bool, wishes: &[u16]| FrozenStudent {
            person: PersonId(Uuid::from_u128(u128::from(key.as_bytes()[0]))),
            key: key.into(),
            subject: "a".into(),
            period: "1".into(),
            lottery: Some(9 - u64::from(key.as_bytes()[0] - b'a')),
            group: None,
            late,
            fixed: None,
            wishes: wishes
                .iter()
                .map(|rank| FrozenWish { offer: 0, rank: *rank, class: 0, travel_minutes: None })
                .collect(),
            misfits: vec![],
            bans: vec![],
        };
        Frozen {
            round: "round".into(),
            draw: DrawFrom::File,
            rules: RunRules {
                mechanism,
                cost: CostTable::default(),
                complete_below,
                travel_limit: None,
                keeps_groups: true,
                no_wishes,
            },
            nodes: vec![FrozenNode {
                key: "h".into(),
                parent: None,
                level: "host".into(),
                cap: None,
                name: "H".into(),
            }],
            offers: vec![FrozenOffer {
                id: OfferId(Uuid::from_u128(1)),
                key: "p".into(),
                node: "h".into(),
                subject: "a".into(),
                period: "1".into(),
                seats: 1,
                name: "P".into(),
            }],
            students: vec![student("a", false, &[1]), student("b", true, &[1]), student("c", false, &[])],
        }
    }

    #[test]
    fn what_the_checker_does_not_accept_is_no_answer() {
        let answered = frozen(Mechanism::MinCost, NoWishes::ByHand, None).answer().expect("a sound input");
        let find = |name: &str| &answered.files.iter().find(|(known, _)| *known == name).expect("it is kept").1;
        let (allocation, certificate) = (find(ALLOCATION_FILE), find(CERTIFICATE_FILE));
        assert!(verified(&answered.files, allocation, certificate).is_ok());
        let other =
            String::from_utf8(allocation.clone()).expect("text").replace("a,p,1", "a,,").replace("b,,", "b,p,1");
        assert_ne!(other.as_bytes(), allocation.as_slice());
        assert!(verified(&answered.files, other.as_bytes(), certificate).is_err());
    }

    #[test]
    fn late_and_without_wishes_stand_in_a_file_of_turns_and_never_before_others() {
        let last = frozen(Mechanism::Lottery, NoWishes::Last, None);
        assert_eq!(last.turns().as_deref(), Some("student_id,turn\nb,1\nc,2\n"));
        // Below all that others have wished.
        assert!(last.wishes().ends_with("c,2,p,,0\n"), "{}", last.wishes());
        let placed = last.answer().expect("a sound input").proposals.into_iter().filter(|one| one.offer.is_some());
        // b has the lower number, and came late.
        assert_eq!(placed.map(|one| one.person).collect::<Vec<_>>(), [last.students[0].person]);
    }

    #[test]
    fn an_empty_list_is_not_completed_where_the_office_places_its_student() {
        let by_hand = frozen(Mechanism::MinCost, NoWishes::ByHand, Some(2));
        assert!(!by_hand.students_file().contains("c,"), "{}", by_hand.students_file());
        let answered = by_hand.answer().expect("a sound input");
        let told = &answered.proposals[2];
        assert_eq!((told.offer, told.position, told.grounds.added), (None, None, None));
    }
}
