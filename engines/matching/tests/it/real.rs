//! Real data, read where it lies: it is not part of the repository.
//!
//! The figures expected here were found by HiGHS 1.12 (SciPy's `linprog`), as linear programs over the same four
//! files: one variable a wish, one row a student and a place; the totals of a mechanism one after the other, each
//! with those before it held. They are optima, so they do not depend on the lottery.

use matching::files::{CostTable, Input, Output, RunOptions, Summary, run_files};
use matching::{Mechanism, NoMeter};
use std::path::{Path, PathBuf};
use std::process::Command;

fn shared() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let complete = ["bench/convert_real.py", "bench/check_allocation.py", "data/allocation/wpi-2017"];
    let found = complete.iter().all(|part| shared.join(part).exists()).then_some(shared);
    if found.is_none() {
        println!("skipped 1 test: the real data is not beside the repository");
    }
    found
}

fn python(arguments: &[&Path]) -> String {
    let output = Command::new("python3").args(arguments).output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    told
}

/// A folder that is gone when the test is over.
struct Folder(PathBuf);
impl Folder {
    fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("matching-{name}-{}", std::process::id())))
    }
}
impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn run(folder: &Path, options: &RunOptions) -> Output {
    let file = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let input = Input {
        hosts: file("hosts.csv"),
        places: file("places.csv"),
        students: file("students.csv"),
        wishes: file("wishes.csv"),
    };
    run_files(input, options, &mut NoMeter).unwrap()
}

fn mechanism(mechanism: Mechanism) -> RunOptions {
    RunOptions { mechanism, ..RunOptions::default() }
}

fn reasons(output: &Output) -> String {
    let mut lines = Vec::new();
    output.write_reasons(&mut lines).unwrap();
    String::from_utf8(lines).unwrap()
}

/// The optima of one set: placed and cost by table, and the profiles from rank 1.
struct Expected {
    placed: usize,
    cost: [(&'static str, u64); 3],
    rankmax: &'static [u32],
    greedymax: &'static [u32],
    generous: &'static [u32],
}

fn profile(summary: &Summary) -> Vec<u32> {
    let worst = summary.histogram.keys().next_back().copied().unwrap_or(0);
    (1..=worst).map(|rank| summary.histogram.get(&rank).copied().unwrap_or(0)).collect()
}

/// Every mechanism on one set, in two orders of rows, and the same rules kept by an outside check.
fn holds(name: &str, convert: &[&str], expected: &Expected) {
    let Some(shared) = shared() else { return };
    let folder = Folder::new(name);
    let (files, shuffled) = (folder.0.join("files"), folder.0.join("shuffled"));
    let script = shared.join("bench/convert_real.py");
    let source = shared.join("data/allocation").join(convert[1]);
    let mut arguments = vec![script.as_path(), Path::new(convert[0]), &source, &files];
    arguments.extend(convert[2..].iter().map(Path::new));
    python(&arguments);
    let check = shared.join("bench/check_allocation.py");
    python(&[&check, Path::new("shuffle"), &files, &shuffled, Path::new("7")]);
    for (mechanism_name, chosen) in Mechanism::NAMES {
        let first = run(&files, &mechanism(*chosen));
        let again = run(&shuffled, &mechanism(*chosen));
        assert!(first.allocation == again.allocation, "{mechanism_name} depends on the order of rows");
        assert!(reasons(&first) == reasons(&again), "reasons of {mechanism_name} depend on the order of rows");
        assert_eq!(first.summary.input_sha256, again.summary.input_sha256, "{mechanism_name}");
        let allocation = folder.0.join("allocation.csv");
        std::fs::write(&allocation, &first.allocation).unwrap();
        let told = python(&[&check, &files, &allocation]);
        assert!(told.contains("\"violations\": 0"), "{mechanism_name}: {told}");
        assert!(first.summary.placed <= expected.placed, "{mechanism_name}");
    }
    for (table, cost) in expected.cost {
        let cost_table = CostTable::parse(table).unwrap();
        let found = run(&files, &RunOptions { cost: cost_table, ..mechanism(Mechanism::MinCost) }).summary;
        assert_eq!((found.placed, found.cost), (expected.placed, cost), "mincost with {table}");
    }
    let profile = |chosen| profile(&run(&files, &mechanism(chosen)).summary);
    assert_eq!(profile(Mechanism::RankMax), expected.rankmax, "rankmax");
    assert_eq!(profile(Mechanism::GreedyMax), expected.greedymax, "greedymax");
    assert_eq!(profile(Mechanism::Generous), expected.generous, "generous");
}

/// 928 students, 46 centres, exactly as many seats, nearly everything tied.
#[test]
fn a_round_of_project_centres_has_its_known_optima() {
    let expected = Expected {
        placed: 928,
        cost: [("1,2,3", 1_005), ("1,2,4,8", 1_005), ("1,4,9", 1_159)],
        rankmax: &[851, 77],
        greedymax: &[851, 77],
        generous: &[851, 77],
    };
    holds("wpi", &["wpi", "wpi-2017"], &expected);
}

/// 35 students, 61 projects of one seat, strict lists of five.
#[test]
fn a_choice_of_projects_has_its_known_optima() {
    let expected = Expected {
        placed: 35,
        cost: [("1,2,3", 57), ("1,2,4,8", 61), ("1,4,9", 109)],
        rankmax: &[20, 9, 5, 0, 1],
        greedymax: &[20, 9, 5, 0, 1],
        generous: &[17, 14, 4],
    };
    let file = "preflib-00038-glasgow-0708/00038-00000001.soi";
    holds("glasgow", &["preflib", file], &expected);
}

/// 146 students who rank all of nine courses; every course takes 18 (a twentieth more seats than students).
#[test]
fn a_choice_of_courses_has_its_known_optima() {
    let expected = Expected {
        placed: 146,
        cost: [("1,2,3", 329), ("1,2,4,8", 412), ("1,4,9", 805)],
        rankmax: &[18, 94, 18, 7, 9],
        greedymax: &[18, 94, 18, 7, 9],
        generous: &[18, 83, 33, 12],
    };
    let file = "preflib-00009-agh-2003/00009-00000001.soc";
    holds("agh", &["preflib", file, "18"], &expected);
}
