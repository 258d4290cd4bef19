//! Real data, read where it lies: it is not part of the repository.

use matching::NoMeter;
use matching::files::{Input, Output, RunOptions, run_files};
use std::path::{Path, PathBuf};
use std::process::Command;

fn shared() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let complete = ["bench/convert_real.py", "bench/check_allocation.py", "data/allocation/wpi-2017"];
    complete.iter().all(|part| shared.join(part).exists()).then_some(shared)
}

fn python(arguments: &[&Path]) -> String {
    let output = Command::new("python3").args(arguments).output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    told
}

fn run(folder: &Path) -> Output {
    let file = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let input = Input {
        hosts: file("hosts.csv"),
        places: file("places.csv"),
        students: file("students.csv"),
        wishes: file("wishes.csv"),
    };
    run_files(input, &RunOptions::default(), &mut NoMeter).unwrap()
}

fn reasons(output: &Output) -> String {
    let mut lines = Vec::new();
    output.write_reasons(&mut lines).unwrap();
    String::from_utf8(lines).unwrap()
}

/// 928 students, 46 centres, exactly as many seats, nearly everything tied.
#[test]
fn a_real_round_with_ties_keeps_every_rule_in_any_order_of_rows() {
    let Some(shared) = shared() else {
        println!("skipped 1 test: the real data is not beside the repository");
        return;
    };
    let folder = std::env::temp_dir().join(format!("matching-real-{}", std::process::id()));
    let (files, shuffled) = (folder.join("files"), folder.join("shuffled"));
    let data = shared.join("data/allocation/wpi-2017");
    python(&[&shared.join("bench/convert_real.py"), Path::new("wpi"), &data, &files]);
    let check = shared.join("bench/check_allocation.py");
    python(&[&check, Path::new("shuffle"), &files, &shuffled, Path::new("7")]);

    let first = run(&files);
    let again = run(&shuffled);
    assert_eq!(first.allocation, again.allocation);
    assert_eq!(reasons(&first), reasons(&again));
    assert_eq!(first.summary.input_sha256, again.summary.input_sha256);

    let allocation = folder.join("allocation.csv");
    std::fs::write(&allocation, &first.allocation).unwrap();
    let told = python(&[&check, &files, &allocation]);
    assert!(told.contains("\"violations\": 0"), "{told}");
    std::fs::remove_dir_all(&folder).unwrap();
}
