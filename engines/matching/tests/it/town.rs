//! Small random towns, written down plainly so that a brute force can read them without the engine.

use matching::{Builder, Problem};

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
    /// (offer, rank)
    pub wishes: Vec<(usize, u16)>,
    /// The host's class for this student at every offer, wished for or not.
    pub prio: Vec<u16>,
    /// Minutes to every offer, as far as they are known.
    pub travel: Vec<Option<u16>>,
}

#[derive(Clone, Debug, Default)]
pub struct Town {
    /// (id, parent, cap); parents come first here, not always in what the engine is given.
    pub nodes: Vec<(String, Option<usize>, Option<u32>)>,
    /// (id, node, seats)
    pub offers: Vec<(String, usize, u32)>,
    pub students: Vec<TownStudent>,
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
            wishes,
            prio: (0..each).map(|_| dice.roll(3) as u16).collect(),
            travel: (0..each).map(|_| (!dice.one_in(5)).then(|| dice.roll(120) as u16)).collect(),
        }
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
        let mut builder = Builder::new();
        for at in shuffled(self.nodes.len(), dice) {
            let (id, parent, cap) = &self.nodes[at];
            builder.node(id, parent.map(|up| self.nodes[up].0.as_str()), "level", *cap);
        }
        for at in shuffled(self.offers.len(), dice) {
            let (id, node, seats) = &self.offers[at];
            builder.offer(id, &self.nodes[*node].0, *seats);
        }
        for at in shuffled(self.students.len(), dice) {
            let student = &self.students[at];
            builder.student(&student.id, student.turn, student.lottery);
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
        }
        builder.build().unwrap_or_else(|faults| panic!("a random town is sound, but {faults:?}"))
    }
}

fn shuffled(len: usize, dice: &mut Dice) -> Vec<usize> {
    let mut all: Vec<usize> = (0..len).collect();
    dice.shuffle(&mut all);
    all
}
