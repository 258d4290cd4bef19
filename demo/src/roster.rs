//! The students of the town: invented, always the same.

use std::collections::HashSet;
use std::sync::LazyLock;

use base::Lang;

use crate::chance::Chance;

/// What somebody studies, where, and in which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Programme {
    /// Nursing in Sølvmark, second year
    Nursing,
    /// Social education in Sølvmark, second year
    Care,
    /// Teaching in Sølvmark, second year
    Teaching,
    /// Nursing in Sølvmark, third year: their second lies behind them
    NursingBefore,
    /// Teaching in Sølvmark, third year
    TeachingBefore,
    /// Nursing in Vestfjorda
    NursingWest,
    /// Early childhood education in Vestfjorda
    ChildrenWest,
}

impl Programme {
    /// Where its students' mail goes.
    fn domain(self) -> &'static str {
        match self {
            Self::NursingWest | Self::ChildrenWest => "student.vestfjorda.example",
            _ => "student.solvmark.example",
        }
    }

    /// In a hundred, who has chosen Bokmål, Nynorsk, Danish and English; the others read their university's language.
    fn choices(self) -> [usize; 4] {
        match self {
            Self::NursingWest | Self::ChildrenWest => [14, 0, 4, 5],
            _ => [0, 8, 0, 4],
        }
    }
}

/// One student as the university's own register tells about them.
#[derive(Debug)]
pub struct Student {
    /// Student number
    pub key: String,
    /// Given name
    pub given: &'static str,
    /// Family name
    pub family: &'static str,
    /// Where mail reaches them
    pub email: String,
    /// Where calls reach them
    pub phone: String,
    /// The language they have chosen, when they have
    pub lang: Option<Lang>,
    /// What they study
    pub programme: Programme,
}

/// Students of each programme.
const SIZES: [(Programme, usize); 7] = [
    (Programme::Nursing, 46),
    (Programme::Care, 30),
    (Programme::Teaching, 44),
    (Programme::NursingBefore, 38),
    (Programme::TeachingBefore, 40),
    (Programme::NursingWest, 60),
    (Programme::ChildrenWest, 42),
];

/// Given names and family names of people whose families come from the same corner of the world.
struct Corner {
    given: &'static [&'static str],
    family: &'static [&'static str],
    /// So many of a hundred students
    percent: usize,
}

impl Corner {
    fn name(&self, chance: &mut Chance) -> (&'static str, &'static str) {
        (self.given[chance.below(self.given.len())], self.family[chance.below(self.family.len())])
    }
}

/// Who works in the Danish municipality.
const DANISH: Corner = Corner {
    given: &[
        "Kirsten",
        "Søren",
        "Mette",
        "Lars",
        "Hanne",
        "Jens",
        "Birgit",
        "Morten",
        "Lone",
        "Anders",
        "Susanne",
        "Henrik",
        "Charlotte",
        "Bo",
        "Pia",
        "Kasper",
        "Trine",
        "Niels",
        "Camilla",
        "Mads",
        "Gitte",
        "Emil",
        "Rikke",
        "Viggo",
    ],
    family: &[
        "Holst",
        "Bjerre",
        "Kragh",
        "Mølgaard",
        "Thygesen",
        "Damgaard",
        "Lauridsen",
        "Brandt",
        "Østergaard",
        "Skov",
        "Villadsen",
        "Frandsen",
        "Munk",
        "Bisgaard",
        "Toft",
        "Enevoldsen",
        "Ravn",
        "Dalsgaard",
    ],
    percent: 0,
};

const CORNERS: [Corner; 6] = [
    Corner {
        given: &[
            "Ida",
            "Jonas",
            "Emma",
            "Sander",
            "Ingrid",
            "Magnus",
            "Sigrid",
            "Håkon",
            "Marte",
            "Eirik",
            "Tuva",
            "Sondre",
            "Oda",
            "Mathias",
            "Åse",
            "Kristian",
            "Synne",
            "Øyvind",
            "Live",
            "Torbjørn",
            "Ragnhild",
            "Vetle",
            "Amalie",
            "Aksel",
            "Mari",
            "Trym",
            "Hedda",
            "Ola",
            "Solveig",
            "Brage",
        ],
        family: &[
            "Solbakken",
            "Nygård",
            "Haugland",
            "Strand",
            "Myhre",
            "Bråten",
            "Lunde",
            "Aasen",
            "Tveit",
            "Rønning",
            "Moe",
            "Fossum",
            "Hagen",
            "Kvamme",
            "Sæther",
            "Ødegård",
            "Vik",
            "Engen",
            "Brekke",
            "Nordli",
            "Holm",
            "Skaar",
            "Lie",
            "Dahle",
            "Bergan",
            "Teigen",
        ],
        percent: 62,
    },
    Corner {
        given: &["Áilu", "Máret", "Elle", "Ánte", "Biret", "Niillas", "Sárá", "Jovnna", "Risten", "Mihkkal"],
        family: &["Gaup", "Eira", "Utsi", "Somby", "Balto", "Siri", "Hætta"],
        percent: 9,
    },
    Corner {
        given: &["Amina", "Yusuf", "Hodan", "Abdi", "Ifrah", "Bilal", "Samira", "Omar"],
        family: &["Warsame", "Hassan", "Abdullahi", "Osman", "Farah", "Jama"],
        percent: 8,
    },
    Corner {
        given: &["Zofia", "Mateusz", "Oksana", "Tomas", "Agnieszka", "Danylo", "Ieva", "Piotr"],
        family: &["Kowalczyk", "Zielińska", "Bondarenko", "Petrauskas", "Nowak", "Shevchuk"],
        percent: 9,
    },
    Corner {
        given: &["Aisha", "Tariq", "Priya", "Zainab", "Hamza", "Thuy", "Minh", "Nadia"],
        family: &["Hussain", "Nguyen", "Malik", "Sivanesan", "Tran", "Rahimi"],
        percent: 8,
    },
    Corner {
        given: &["Freja", "Mikkel", "Astrid", "Rasmus", "Elsa", "Linnéa"],
        family: &["Kjær", "Lindqvist", "Bøgh", "Sandström", "Krogh"],
        percent: 4,
    },
];

/// Everybody, in the order of their numbers.
pub fn students() -> &'static [Student] {
    static ALL: LazyLock<Vec<Student>> = LazyLock::new(invented);
    &ALL
}

/// The students of a programme.
pub fn of(programme: Programme) -> impl Iterator<Item = &'static Student> {
    students().iter().filter(move |student| student.programme == programme)
}

fn invented() -> Vec<Student> {
    let mut chance = Chance::of(2026);
    let mut names = HashSet::new();
    let programmes = SIZES.into_iter().flat_map(|(programme, size)| std::iter::repeat_n(programme, size));
    programmes
        .enumerate()
        .map(|(place, programme)| {
            let (given, family) = fresh_name(&mut chance, &mut names);
            Student {
                key: format!("s{}", 610_204 + place * 37),
                given,
                family,
                email: format!("{}.{}@{}", plain(given), plain(family), programme.domain()),
                phone: format!("{} {:02} {:03}", 400 + chance.below(90), chance.below(100), chance.below(1000)),
                lang: chosen_language(&mut chance, programme),
                programme,
            }
        })
        .collect()
}

fn fresh_name(chance: &mut Chance, taken: &mut HashSet<(String, String)>) -> (&'static str, &'static str) {
    loop {
        let corner = &CORNERS[chance.draw(&CORNERS.each_ref().map(|corner| corner.percent), 1)[0]];
        let (given, family) = corner.name(chance);
        if taken.insert((plain(given), plain(family))) {
            return (given, family);
        }
    }
}

/// Names of people who work somewhere, no two of them alike.
pub fn names(chance: &mut Chance, count: usize, are_danish: bool) -> Vec<(&'static str, &'static str)> {
    let mut taken = HashSet::new();
    let mut all = Vec::with_capacity(count);
    while all.len() < count {
        let (given, family) = if are_danish && !chance.percent(12) {
            DANISH.name(chance)
        } else {
            fresh_name(chance, &mut HashSet::new())
        };
        if taken.insert((plain(given), plain(family))) {
            all.push((given, family));
        }
    }
    all
}

/// Most never choose and read their university's language.
fn chosen_language(chance: &mut Chance, programme: Programme) -> Option<Lang> {
    let mut left = chance.below(100);
    for (often, lang) in programme.choices().into_iter().zip([Lang::Nb, Lang::Nn, Lang::Da, Lang::En]) {
        match left.checked_sub(often) {
            Some(rest) => left = rest,
            None => return Some(lang),
        }
    }
    None
}

/// A name as it stands in a mail address.
pub fn plain(name: &str) -> String {
    let letter = |letter: char| match letter {
        'æ' | 'ä' => "ae".into(),
        'ø' | 'ö' => "o".into(),
        'å' | 'á' => "a".into(),
        'é' => "e".into(),
        'ń' => "n".into(),
        ' ' => "-".into(),
        other => other.to_string(),
    };
    name.to_lowercase().chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_hundred_students_are_all_told_apart() {
        let all = students();
        let emails: HashSet<_> = all.iter().map(|student| &student.email).collect();
        assert_eq!((all.len(), emails.len()), (300, 300));
        assert!(all.iter().all(|student| student.email.is_ascii()), "{all:?}");
        let sami = all.iter().filter(|student| CORNERS[1].family.contains(&student.family)).count();
        assert!((12..=45).contains(&sami), "{sami} Sámi names");
    }
}
