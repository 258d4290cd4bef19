//! A real round, 928 students with ties and not one seat to spare, through the web and through the command: the same
//! places, byte for byte, in whatever order the files' rows stand.

use std::path::{Path, PathBuf};
use std::process::Command;

use base::RoundId;
use kit::actor::{Actor, Role};
use macros::both_databases;
use placing::rounds::{self, Plan, Typed};

use crate::testkit::{Reader, Town};

const FILES: [(&str, &str); 4] =
    [("tree", "hosts.csv"), ("offers", "places.csv"), ("students", "students.csv"), ("wishes", "wishes.csv")];

/// The four files made of the real data, or nothing where data, converter or Python are not there.
fn files() -> Option<tempfile::TempDir> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let candidates = [shared, PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared")];
    let shared = candidates.into_iter().find(|shared| shared.join("bench/convert_real.py").exists())?;
    let folder = tempfile::tempdir().ok()?;
    let converted = Command::new("python3")
        .arg(shared.join("bench/convert_real.py"))
        .arg("wpi")
        .args([shared.join("data/allocation/wpi-2017"), folder.path().to_path_buf()])
        .output()
        .ok()?;
    converted.status.success().then_some(folder)
}

fn plan(name: &str) -> Plan {
    let typed = [("2027", "10-15"), ("2027-02-02", "08:00"), ("2027-02-10", "15:00"), ("2027-02-15", "12:00")]
        .map(|(one, two)| (one.to_owned(), two.to_owned()));
    let [(year, weeks), (open_on, open_at), (close_on, close_at), (publish_on, publish_at)] = typed;
    let typed = Typed {
        name: name.to_owned(),
        course_code: "IQP".into(),
        course_name: "Project".into(),
        year,
        weeks,
        open_on,
        open_at,
        close_on,
        close_at,
        publish_on,
        publish_at,
        wishes_min: "1".into(),
        wishes_max: "100".into(),
        draw: "file".into(),
        no_wishes: "by_hand".into(),
        terms: rounds::TypedTerms::default(),
        is_decision: "yes".into(),
        intro: "Project centres".into(),
        contact_name: "Office".into(),
        contact_email: "office@town.example".into(),
        contact_phone: "55 55 00 00".into(),
    };
    Plan::read(&typed, chrono_tz::Europe::Oslo).expect("a plan that holds")
}

/// The same file with its rows the other way round, and the rows in between in another order too.
fn shuffled(text: &str) -> String {
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_default();
    let mut rows: Vec<&str> = lines.collect();
    rows.sort_by_key(|row| row.bytes().fold(17_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())));
    std::iter::once(head).chain(rows).map(|line| format!("{line}\n")).collect()
}

async fn import(town: &Town, office: &Reader, round: RoundId, kind: &str, content: &str) {
    let path = format!("/rounds/{round}/imports");
    let address = office.upload(path, &[("kind", kind)], "file.csv", content.as_bytes()).await.done();
    office.press(format!("{address}/import")).await.done();
    town.run_jobs().await;
    office.get(format!("{address}?lang=en")).await.shown().says("been imported");
}

#[both_databases]
async fn a_real_round_gets_the_same_places_from_the_web_and_from_the_command(town: Town) {
    let Some(folder) = files() else {
        return skipped();
    };
    let institution = town.organisation("Polytechnic").await;
    let administrator = town.holder(institution, "Anna", Role::Administrator).await;
    let out = folder.path().join("by-command.csv");
    let command = Command::new(env!("CARGO_BIN_EXE_fotfeste"))
        .args(["allocate".as_ref(), folder.path().as_os_str()])
        .args(["--mechanism", "lottery", "--out"])
        .arg(&out)
        .output()
        .expect("the command runs");
    assert!(command.status.success(), "{}", String::from_utf8_lossy(&command.stderr));
    let expected = std::fs::read_to_string(&out).expect("a result");
    for shuffle in [false, true] {
        town.now_is("2027-02-01 09:00");
        let office = town.sign_in(administrator).await;
        let plan = plan(&format!("Shuffled {shuffle}"));
        let make = async |tx| rounds::make_round(&tx, &plan).await;
        let round = town.db().write(&Actor::portal(institution), make).await.expect("a round is made");
        for (kind, file) in FILES {
            let text = std::fs::read_to_string(folder.path().join(file)).expect("a file");
            let text = if shuffle { shuffled(&text) } else { text };
            import(&town, &office, round, kind, &text).await;
        }
        office.press(format!("/rounds/{round}/announcement")).await.done();
        town.run_jobs().await;
        town.now_is("2027-02-11 09:00");
        town.run_jobs().await;
        let office = town.sign_in(administrator).await; // nobody stays signed in for ten days
        office.press(format!("/rounds/{round}/runs")).await.done();
        town.run_jobs().await;
        let result = office.get(format!("/rounds/{round}/allocation.csv")).await.shown().text;
        assert_eq!(result.lines().count(), 929);
        assert!(result == expected, "the web and the command differ (rows shuffled: {shuffle})");
    }
}

/// Tests say what they could not look at.
#[expect(clippy::disallowed_macros, clippy::print_stderr, reason = "what was skipped stands in the test's own output")]
fn skipped() {
    eprintln!("skipped: the real data, its converter or Python is not beside the repository");
}
