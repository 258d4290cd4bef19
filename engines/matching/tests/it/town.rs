//! Small random towns, written down plainly so that a brute force can read them without the engine.

use matching::files::{Input, More};
use matching::{Builder, Options, Problem, solve};

/// What a student got, by offer number of the town, and at which rank.
pub type Answer = (Option<usize>, Option<u16>);

/// Numbers from a seed (SplitMix64), so that a failing case can be run again.
pub struct Dice(pub u64);
impl Dice {
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }
    pub fn one_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.roll(at as u64 + 1) as usize);
        }
    }
}

#[derive(Clone, Debug)]
pub struct TownStudent {
    pub id: String,
    pub turn: u8,
    pub lottery: u64,
    pub fixed: Option<usize>,
    pub group: Option<u64>,
    pub protected: bool,
    /// (offer, rank)
    pub wishes: Vec<(usize, u16)>,
    /// The host's class for this student at every offer, wished for or not.
    pub prio: Vec<u16>,
    /// Minutes to every offer, as far as they are known.
    pub travel: Vec<Option<u16>>,
    /// The soft term of this student at every offer, wished for or not.
    pub soft: Vec<i32>,
}

#[derive(Clone, Debug, Default)]
pub struct Town {
    /// (id, parent, cap); parents come first here, not always in what the engine is given.
    pub nodes: Vec<(String, Option<usize>, Option<u32>)>,
    /// (id, node, seats)
    pub offers: Vec<(String, usize, u32)>,
    pub students: Vec<TownStudent>,
    /// The nodes of level `site`.
    pub sites: Vec<usize>,
}

impl Town {
    pub fn random(dice: &mut Dice, students_max: u64) -> Self {
        let mut town = Self::default();
        for at in 0..=dice.roll(5) as usize {
            let parent = (at > 0 && !dice.one_in(4)).then(|| dice.roll(at as u64) as usize);
            let cap = (!dice.one_in(3)).then(|| dice.roll(5) as u32);
            town.nodes.push((format!("n{at}"), parent, cap));
        }
        for at in 0..=dice.roll(5) as usize {
            let node = dice.roll(town.nodes.len() as u64) as usize;
            town.offers.push((format!("p{at}"), node, dice.roll(4) as u32));
        }
        let ties = dice.roll(4); // some towns have none
        for at in 0..=dice.roll(students_max) {
            let student = town.student(dice, at, ties);
            town.students.push(student);
        }
        town
    }

    fn student(&self, dice: &mut Dice, at: u64, ties: u64) -> TownStudent {
        let mut offers: Vec<usize> = (0..self.offers.len()).collect();
        dice.shuffle(&mut offers);
        offers.truncate(dice.roll(self.offers.len() as u64 + 1) as usize);
        let mut rank = 1;
        let mut wishes = Vec::new();
        for offer in offers {
            if !wishes.is_empty() && dice.roll(4) >= ties {
                rank += 1 + dice.roll(2) as u16;
            }
            wishes.push((offer, rank));
        }
        let fixed = dice.one_in(8).then(|| dice.roll(self.offers.len() as u64) as usize);
        let fixed = fixed.filter(|offer| self.fits_by_hand(*offer));
        let each = self.offers.len();
        TownStudent {
            id: format!("s{at}"),
            turn: dice.one_in(5).into(),
            lottery: dice.roll(40), // few different numbers, so that equal ones happen
            fixed,
            group: None,
            protected: false,
            wishes,
            prio: (0..each).map(|_| dice.roll(3) as u16).collect(),
            travel: (0..each).map(|_| (!dice.one_in(5)).then(|| dice.roll(120) as u16)).collect(),
            soft: vec![0; each],
        }
    }

    /// Up to 40 students, twelve nodes in three layers, and about as many seats as students, if the caps let them be.
    pub fn medium(dice: &mut Dice) -> Self {
        let mut town = Self::default();
        for at in 0..12 {
            let (parent, cap) = match at {
                0..3 => (None, 8 + dice.roll(12)),
                3..6 => (Some(dice.roll(3) as usize), 4 + dice.roll(9)),
                _ => (Some(3 + dice.roll(3) as usize), 1 + dice.roll(6)),
            };
            town.nodes.push((format!("n{at:02}"), parent, (!dice.one_in(3)).then_some(cap as u32)));
        }
        for at in 0..8 + dice.roll(14) {
            let seats = if dice.one_in(8) { 0 } else { 1 + dice.roll(4) };
            town.offers.push((format!("p{at:02}"), 3 + dice.roll(9) as usize, seats as u32));
        }
        let ties = dice.roll(4);
        for at in 0..15 + dice.roll(26) {
            let mut student = town.student(dice, at, ties);
            let keep = 1 + dice.roll(8) as usize;
            student.wishes.truncate(keep);
            town.students.push(student);
        }
        town
    }

    /// The same with other ids, so that it can stand beside others.
    pub fn named(mut self, name: &str) -> Self {
        let nodes = self.nodes.iter_mut().map(|node| &mut node.0);
        let offers = self.offers.iter_mut().map(|offer| &mut offer.0);
        let students = self.students.iter_mut().map(|student| &mut student.id);
        nodes.chain(offers).chain(students).for_each(|id| id.push_str(name));
        self
    }

    /// Several towns side by side. With a cap they lie in one region, else each by itself.
    pub fn side_by_side(towns: &[Self], cap: Option<u32>) -> Self {
        let mut all = Self::default();
        let region = cap.map(|cap| {
            all.nodes.push(("region".into(), None, Some(cap)));
            0
        });
        for (at, town) in towns.iter().enumerate() {
            let (nodes, offers) = (all.nodes.len(), all.offers.len());
            all.sites.extend(town.sites.iter().map(|site| site + nodes));
            for (id, parent, cap) in &town.nodes {
                all.nodes.push((id.clone(), parent.map(|up| up + nodes).or(region), *cap));
            }
            all.offers.extend(town.offers.iter().map(|(id, node, seats)| (id.clone(), node + nodes, *seats)));
            let before = all.students.len();
            all.students.extend(town.students.iter().cloned().map(|mut student| {
                student.group = student.group.map(|group| group * 100 + at as u64);
                student.fixed = student.fixed.map(|offer| offer + offers);
                student.wishes.iter_mut().for_each(|wish| wish.0 += offers);
                student.prio.splice(0..0, vec![0; offers]);
                student.travel.splice(0..0, vec![None; offers]);
                student.soft.splice(0..0, vec![0; offers]);
                student
            }));
            for student in &mut all.students[..before] {
                student.prio.resize(all.offers.len(), 0);
                student.travel.resize(all.offers.len(), None);
                student.soft.resize(all.offers.len(), 0);
            }
        }
        all
    }

    /// Puts about half of the students into groups of two or three, some with one member, names some sites, and makes
    /// room and longer lists, so that many groups can sit together.
    pub fn join_groups(&mut self, dice: &mut Dice) {
        self.sites = (0..self.nodes.len()).filter(|_| dice.one_in(2)).collect();
        for (.., seats) in &mut self.offers {
            *seats += dice.roll(3) as u32;
        }
        for cap in self.nodes.iter_mut().filter_map(|node| node.2.as_mut()) {
            *cap += dice.roll(4) as u32;
        }
        let (groups, offers) = (1 + self.students.len() as u64 / 3, self.offers.len());
        for student in &mut self.students {
            student.group = dice.one_in(2).then(|| dice.roll(groups));
            for offer in 0..offers {
                if dice.one_in(2) && student.wishes.iter().all(|wish| wish.0 != offer) {
                    let last = student.wishes.last().map_or(1, |wish| wish.1);
                    student.wishes.push((offer, last + dice.roll(2) as u16));
                }
            }
        }
    }

    /// Protects some students in some towns, and gives soft terms in some, at every offer.
    pub fn add_soft_terms(&mut self, dice: &mut Dice) {
        let (protected, soft) = (dice.one_in(2), dice.one_in(2));
        for student in &mut self.students {
            student.protected = protected && dice.one_in(3);
            for steps in &mut student.soft {
                *steps = if soft && dice.one_in(2) { dice.roll(5) as i32 - 1 } else { 0 };
            }
        }
    }

    /// What the engine gives each student.
    pub fn solved(&self, dice: &mut Dice, options: &Options) -> Vec<Answer> {
        let problem = self.problem(dice);
        let outcome = solve(&problem, options);
        let mut answers = vec![(None, None); self.students.len()];
        for student in problem.each_student() {
            let at = self.students.iter().position(|known| known.id == problem.student_id(student)).unwrap();
            let id = outcome.placed(student).map(|offer| problem.offer_id(offer));
            let offer = id.and_then(|id| self.offers.iter().position(|offer| offer.0 == id));
            answers[at] = (offer, outcome.rank(student));
        }
        answers
    }

    /// The same form for what a brute force found.
    pub fn ranked(&self, got: &[Option<usize>]) -> Vec<Answer> {
        let rank =
            |(student, offer): (usize, &Option<usize>)| (*offer, offer.and_then(|offer| self.rank(student, offer)));
        got.iter().enumerate().map(rank).collect()
    }

    pub fn worst_rank(&self) -> u16 {
        self.students.iter().flat_map(|student| &student.wishes).map(|wish| wish.1).max().unwrap_or(0)
    }

    /// The rank at which a student who draws wishes for an offer.
    pub fn rank(&self, student: usize, offer: usize) -> Option<u16> {
        let student = &self.students[student];
        let wish = student.wishes.iter().find(|(wished, _)| *wished == offer);
        wish.filter(|_| student.fixed.is_none()).map(|(_, rank)| *rank)
    }

    /// The nearest node of level `site` at or above the offer's own node, else that node.
    pub fn site(&self, offer: usize) -> usize {
        self.above(offer).into_iter().find(|node| self.sites.contains(node)).unwrap_or(self.offers[offer].1)
    }

    fn fits_by_hand(&self, offer: usize) -> bool {
        let mut seats: Vec<usize> = self.students.iter().filter_map(|student| student.fixed).collect();
        seats.push(offer);
        self.keeps_caps(&seats)
    }

    pub fn above(&self, offer: usize) -> Vec<usize> {
        std::iter::successors(Some(self.offers[offer].1), |node| self.nodes[*node].1).collect()
    }

    pub fn keeps_caps(&self, seats: &[usize]) -> bool {
        self.offers
            .iter()
            .enumerate()
            .all(|(offer, (_, _, capacity))| seats.iter().filter(|seat| **seat == offer).count() <= *capacity as usize)
            && self.nodes.iter().enumerate().all(|(node, (_, _, cap))| {
                let below = seats.iter().filter(|seat| self.above(**seat).contains(&node)).count();
                cap.is_none_or(|cap| below <= cap as usize)
            })
    }

    /// Those who draw, in draw order.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.students.len()).filter(|at| self.students[*at].fixed.is_none()).collect();
        order.sort_by_key(|at| {
            let student = &self.students[*at];
            (student.turn, student.lottery, student.id.clone())
        });
        order
    }

    /// The engine's problem, with every kind of row in the order of the dice.
    pub fn problem(&self, dice: &mut Dice) -> Problem {
        self.problem_with(dice, |_| {})
    }

    /// The engine's problem with more that is asked for.
    pub fn problem_with(&self, dice: &mut Dice, more: impl FnOnce(&mut Builder)) -> Problem {
        let mut builder = Builder::new();
        for at in shuffled(self.nodes.len(), dice) {
            let (id, parent, cap) = &self.nodes[at];
            let level = if self.sites.contains(&at) { "site" } else { "level" };
            builder.node(id, parent.map(|up| self.nodes[up].0.as_str()), level, *cap);
        }
        for at in shuffled(self.offers.len(), dice) {
            let (id, node, seats) = &self.offers[at];
            builder.offer(id, &self.nodes[*node].0, *seats);
        }
        for at in shuffled(self.students.len(), dice) {
            let student = &self.students[at];
            builder.student(&student.id, student.turn, student.lottery);
            if let Some(group) = student.group {
                builder.group(&student.id, &format!("g{group}"));
            }
        }
        let mut rows: Vec<(usize, usize)> =
            self.students.iter().enumerate().flat_map(|(at, s)| (0..s.wishes.len()).map(move |w| (at, w))).collect();
        dice.shuffle(&mut rows);
        for (at, wish) in rows {
            let student = &self.students[at];
            let (offer, rank) = student.wishes[wish];
            let (prio, travel) = (student.prio[offer], student.travel[offer]);
            builder.rated_wish(&student.id, &self.offers[offer].0, rank, prio, travel);
        }
        for student in &self.students {
            if let Some(offer) = student.fixed {
                builder.fix(&student.id, &self.offers[offer].0);
            }
            if student.protected {
                builder.protect(&student.id);
            }
            for (offer, steps) in student.soft.iter().enumerate().filter(|(_, steps)| **steps != 0) {
                builder.soft(&student.id, &self.offers[offer].0, *steps);
            }
        }
        more(&mut builder);
        builder.build().unwrap_or_else(|faults| panic!("a random town is sound, but {faults:?}"))
    }
}

impl Town {
    /// The town as files, rows in the order of the dice, and what may be asked for besides. Turns are not in files.
    pub fn files(&self, dice: &mut Dice) -> (Input, More) {
        let mut rows = |head: &str, mut rows: Vec<String>| {
            dice.shuffle(&mut rows);
            format!("{head}\n{}", rows.concat()).into_bytes()
        };
        let text = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let hosts = self.nodes.iter().enumerate().map(|(at, (id, parent, cap))| {
            let level = if self.sites.contains(&at) { "site" } else { "level" };
            let parent = parent.map_or("", |up| &self.nodes[up].0);
            format!("{id},{parent},{level},{}\n", text(*cap))
        });
        let offers = self.offers.iter();
        let places = offers.map(|(id, node, seats)| format!("{id},{},nursing,H27,{seats}\n", self.nodes[*node].0));
        let students = self.students.iter().map(|student| {
            let group = student.group.map(|group| format!("g{group}")).unwrap_or_default();
            let fixed = student.fixed.map_or("", |offer| &self.offers[offer].0);
            format!("{},nursing,H27,{},{group},{fixed}\n", student.id, student.lottery)
        });
        let wishes = self.students.iter().flat_map(|student| {
            student.wishes.iter().map(|(offer, rank)| {
                let (place, travel) = (&self.offers[*offer].0, text(student.travel[*offer].map(u32::from)));
                format!("{},{rank},{place},{travel},{}\n", student.id, student.prio[*offer])
            })
        });
        let input = Input {
            hosts: rows("host_id,parent_id,level,cap", hosts.collect()),
            places: rows("place_id,host_id,subject,period,capacity", places.collect()),
            students: rows("student_id,subject,period,lottery,group_id,fixed_place", students.collect()),
            wishes: rows("student_id,rank,place_id,travel_min,prio", wishes.collect()),
        };
        let soft = self.students.iter().flat_map(|student| {
            let steps = student.soft.iter().enumerate().filter(|(_, steps)| **steps != 0);
            steps.map(|(offer, steps)| format!("{},{},{steps}\n", student.id, self.offers[offer].0))
        });
        let protect = self.students.iter().filter(|student| student.protected);
        let more = More {
            soft: Some(rows("student_id,place_id,steps", soft.collect())),
            protect: Some(rows("student_id", protect.map(|student| format!("{}\n", student.id)).collect())),
            ..More::default()
        };
        (input, more)
    }
}

fn shuffled(len: usize, dice: &mut Dice) -> Vec<usize> {
    let mut all: Vec<usize> = (0..len).collect();
    dice.shuffle(&mut all);
    all
}
