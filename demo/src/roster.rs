//! The students of the town: invented, always the same.

use std::collections::HashSet;
use std::sync::LazyLock;

use base::Lang;

use crate::chance::Chance;

/// What somebody studies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Programme {
    /// Nursing
    Nursing,
    /// Social education
    Care,
    /// Teaching
    Teaching,
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
const SIZES: [(Programme, usize); 3] = [(Programme::Nursing, 46), (Programme::Care, 30), (Programme::Teaching, 44)];

/// Given names and family names of people whose families come from the same corner of the world.
struct Corner {
    given: &'static [&'static str],
    family: &'static [&'static str],
    /// So many of a hundred students
    percent: usize,
}

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
                email: format!("{}.{}@student.solvmark.example", plain(given), plain(family)),
                phone: format!("{} {:02} {:03}", 400 + chance.below(90), chance.below(100), chance.below(1000)),
                lang: chosen_language(&mut chance),
                programme,
            }
        })
        .collect()
}

fn fresh_name(chance: &mut Chance, taken: &mut HashSet<(String, String)>) -> (&'static str, &'static str) {
    loop {
        let corner = &CORNERS[chance.draw(&CORNERS.each_ref().map(|corner| corner.percent), 1)[0]];
        let given = corner.given[chance.below(corner.given.len())];
        let family = corner.family[chance.below(corner.family.len())];
        if taken.insert((plain(given), plain(family))) {
            return (given, family);
        }
    }
}

/// Most never choose and read their university's language.
fn chosen_language(chance: &mut Chance) -> Option<Lang> {
    match chance.below(100) {
        0..8 => Some(Lang::Nn),
        8..12 => Some(Lang::En),
        _ => None,
    }
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
    fn a_hundred_and_twenty_students_are_all_told_apart() {
        let all = students();
        let emails: HashSet<_> = all.iter().map(|student| &student.email).collect();
        assert_eq!((all.len(), emails.len()), (120, 120));
        assert!(all.iter().all(|student| student.email.is_ascii()), "{all:?}");
        let sami = all.iter().filter(|student| CORNERS[1].family.contains(&student.family)).count();
        assert!((4..=20).contains(&sami), "{sami} Sámi names");
    }
}
