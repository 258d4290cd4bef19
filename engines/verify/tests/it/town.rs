//! Small random towns, as files and as every allocation that keeps the rules.

use hmac::{Hmac, KeyInit, Mac};
use matching::Numbers;
use matching::files::{Input, read};
use sha2::{Digest, Sha256};
use verify::input::Files;
use verify::{Refusal, check};

/// Numbers from a seed, so that a failing town can be made again (xorshift64*).
pub struct Dice(pub u64);
impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % sides
    }
}

#[derive(Clone, Debug)]
pub struct Student {
    pub lottery: u64,
    pub fixed: Option<usize>,
    /// (place, rank, class)
    pub wishes: Vec<(usize, u16, u16)>,
}

/// Ids are h0, p0, s0, ... by number.
#[derive(Clone, Debug, Default)]
pub struct Town {
    /// (parent, cap)
    pub hosts: Vec<(Option<usize>, Option<u32>)>,
    /// (host, seats)
    pub places: Vec<(usize, u32)>,
    pub students: Vec<Student>,
}

/// The place of each student.
pub type Seats = Vec<Option<usize>>;

impl Town {
    pub fn random(dice: &mut Dice, students_max: usize) -> Self {
        let mut town = Self::default();
        for at in 0..1 + dice.roll(4) {
            let parent = (at > 0 && dice.roll(4) > 0).then(|| dice.roll(at));
            town.hosts.push((parent, (dice.roll(3) > 0).then(|| dice.roll(4) as u32)));
        }
        for _ in 0..1 + dice.roll(5) {
            town.places.push((dice.roll(town.hosts.len()), dice.roll(4) as u32));
        }
        let ties = dice.roll(4);
        for _ in 0..1 + dice.roll(students_max) {
            let (mut rank, mut wishes) = (1, Vec::new());
            for place in 0..town.places.len() {
                if dice.roll(3) > 0 {
                    wishes.push((place, 0, dice.roll(3) as u16));
                }
            }
            let turn = dice.roll(wishes.len().max(1));
            wishes.rotate_left(turn);
            for wish in &mut wishes {
                wish.1 = rank;
                rank += if dice.roll(4) < ties { 0 } else { 1 + dice.roll(2) as u16 };
            }
            let fixed = (dice.roll(8) == 0).then(|| dice.roll(town.places.len()));
            town.students.push(Student { lottery: dice.roll(6) as u64, fixed, wishes });
            let by_hand: Seats = town.students.iter().map(|student| student.fixed).collect();
            if !town.keeps_caps(&by_hand) {
                town.students.last_mut().unwrap().fixed = None;
            }
        }
        town
    }

    /// The place as a slot, and all hosts above it; hosts are numbered behind the places.
    pub fn above(&self, place: usize) -> Vec<usize> {
        let hosts = std::iter::successors(Some(self.places[place].0), |host| self.hosts[*host].0);
        std::iter::once(place).chain(hosts.map(|host| self.places.len() + host)).collect()
    }

    pub fn caps(&self) -> Vec<Option<u32>> {
        self.places.iter().map(|place| Some(place.1)).chain(self.hosts.iter().map(|host| host.1)).collect()
    }

    pub fn loads(&self, seats: &Seats) -> Vec<u32> {
        let mut loads = vec![0; self.places.len() + self.hosts.len()];
        for place in seats.iter().flatten() {
            self.above(*place).into_iter().for_each(|slot| loads[slot] += 1);
        }
        loads
    }

    pub fn keeps_caps(&self, seats: &Seats) -> bool {
        self.caps().iter().zip(self.loads(seats)).all(|(cap, load)| cap.is_none_or(|cap| load <= cap))
    }

    /// Every allocation of own wishes and placements by hand that keeps the capacities.
    pub fn all(&self) -> Vec<Seats> {
        let mut all = vec![Vec::new()];
        for student in &self.students {
            let options: Seats = match student.fixed {
                Some(place) => vec![Some(place)],
                None => student.wishes.iter().map(|wish| Some(wish.0)).chain([None]).collect(),
            };
            let longer = |seats: &Seats| -> Vec<Seats> {
                options.iter().map(|option| [&seats[..], &[*option]].concat()).collect()
            };
            all = all.iter().flat_map(longer).collect();
        }
        all.retain(|seats| self.keeps_caps(seats));
        all
    }

    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.students.len()).filter(|at| self.students[*at].fixed.is_none()).collect();
        order.sort_by_key(|at| (self.students[*at].lottery, *at));
        order
    }

    pub fn rank(&self, student: usize, place: Option<usize>) -> Option<u16> {
        let wishes = self.students[student].wishes.iter();
        wishes.filter(|wish| Some(wish.0) == place).map(|wish| wish.1).next()
    }

    pub fn hash(&self, student: usize, place: usize) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(b"fotfeste-ties-1").unwrap();
        mac.update(&self.students[student].lottery.to_be_bytes());
        mac.update(format!("p{place}").as_bytes());
        mac.finalize().into_bytes().into()
    }

    pub fn input(&self) -> Input {
        let word = |id: Option<String>| id.unwrap_or_default();
        let mut input = Input {
            hosts: b"host_id,parent_id,level,cap\n".to_vec(),
            places: b"place_id,host_id,subject,period,capacity\n".to_vec(),
            students: b"student_id,subject,period,lottery,group_id,fixed_place\n".to_vec(),
            wishes: b"student_id,rank,place_id,travel_min,prio\n".to_vec(),
        };
        for (at, (parent, cap)) in self.hosts.iter().enumerate() {
            let (parent, cap) = (word(parent.map(|up| format!("h{up}"))), word(cap.map(|cap| cap.to_string())));
            input.hosts.extend(format!("h{at},{parent},host,{cap}\n").bytes());
        }
        for (at, (host, seats)) in self.places.iter().enumerate() {
            input.places.extend(format!("p{at},h{host},nursing,H27,{seats}\n").bytes());
        }
        for (at, student) in self.students.iter().enumerate() {
            let fixed = word(student.fixed.map(|place| format!("p{place}")));
            input.students.extend(format!("s{at},nursing,H27,{},,{fixed}\n", student.lottery).bytes());
            for (place, rank, class) in &student.wishes {
                input.wishes.extend(format!("s{at},{rank},p{place},,{class}\n").bytes());
            }
        }
        input
    }

    pub fn allocation(&self, seats: &Seats) -> String {
        let mut out = String::from("student_id,place_id,rank\n");
        for (at, (student, seat)) in self.students.iter().zip(seats).enumerate() {
            let place = seat.map(|place| format!("p{place}")).unwrap_or_default();
            let rank = self.rank(at, *seat).filter(|_| student.fixed.is_none());
            out += &format!("s{at},{place},{}\n", rank.map(|rank| rank.to_string()).unwrap_or_default());
        }
        out
    }
}

/// A certificate as the engine would write it; `stages` as JSON.
pub fn certificate(mechanism: &str, root: &str, allocation: &str, stages: &str) -> String {
    let hash = hex::encode(Sha256::digest(allocation));
    sealed(&format!(
        "{{\n  \"format\": \"fotfeste-certificate-1\",\n  \"engine_version\": \"0\",\n  \"mechanism\": \"{mechanism}\",\n  \
         \"cost_table\": [1, 3, 4],\n  \"travel_limit\": null,\n  \"complete_lists\": null,\n  \"round_id\": \"\",\n  \"seed\": null,\n  \"groups\": {{}},\n  \"input_sha256\": \"{root}\",\n  \
         \"allocation_sha256\": \"{hash}\",\n  \"stages\": {stages}"
    ))
}

pub fn sealed(body: &str) -> String {
    format!("{body},\n  \"fingerprint\": \"{}\"\n}}\n", hex::encode(Sha256::digest(body)))
}

pub fn root(input: &Input) -> String {
    let (problem, _) = read(input.bytes(), Numbers::Given).unwrap();
    hex::encode(matching::input_sha256(&problem, Numbers::Given))
}

pub fn checked(input: &Input, allocation: &str, certificate: &str) -> Result<Vec<String>, Refusal> {
    let Input { hosts, places, students, wishes } = input;
    let files = Files { hosts, places, students, wishes, ..Files::default() };
    check(files, allocation.as_bytes(), certificate.as_bytes(), None)
}
