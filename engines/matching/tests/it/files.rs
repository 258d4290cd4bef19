//! Files in and out: bad ones are told what is wrong with them, good ones give the same bytes in any dress.

use matching::files::{Input, InputErrors, Output, RunOptions, run_files};
use matching::{NoMeter, Seed};
use proptest::prelude::*;
use std::path::{Path, PathBuf};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// A folder of the corpus; files it does not have are the good ones.
fn input(folder: &str) -> Input {
    let file = |name: &str| {
        std::fs::read(corpus().join(folder).join(name))
            .or_else(|_| std::fs::read(corpus().join("good").join(name)))
            .unwrap()
    };
    Input {
        hosts: file("hosts.csv"),
        places: file("places.csv"),
        students: file("students.csv"),
        wishes: file("wishes.csv"),
    }
}

fn run(input: Input) -> Result<Output, InputErrors> {
    run_files(input, &RunOptions { report: true, ..RunOptions::default() }, &mut NoMeter)
}

fn reasons(output: &Output) -> String {
    let mut lines = Vec::new();
    output.write_reasons(&mut lines).unwrap();
    String::from_utf8(lines).unwrap()
}

const GOOD: &str = "student_id,place_id,rank\ns1,p3,3\ns2,p1,1\ns3,p2,\ns4,p4,1\ns5,p3,2\n";

/// To write the expected lines anew: `EXPECT=write cargo test -p matching`, then read what changed.
#[test]
fn bad_files_are_told_what_is_wrong() {
    let mut seen = 0;
    for entry in std::fs::read_dir(corpus()).unwrap() {
        let folder = entry.unwrap().file_name().into_string().unwrap();
        if folder == "good" {
            continue;
        }
        let told = run(input(&folder)).expect_err(&folder).to_string();
        let expected = corpus().join(&folder).join("expected.txt");
        if std::env::var_os("EXPECT").is_some() {
            std::fs::write(&expected, &told).unwrap();
        }
        assert_eq!(told, std::fs::read_to_string(&expected).unwrap_or_default(), "{folder}");
        seen += 1;
    }
    assert!(seen >= 20, "the corpus is there");
}

#[test]
fn good_files_give_the_one_answer() {
    let output = run(input("good")).unwrap();
    assert_eq!(String::from_utf8_lossy(&output.allocation), GOOD);
    assert_eq!(output.notices, Vec::<String>::new());
    let summary = serde_json::to_value(&output.summary).unwrap();
    let names: Vec<&str> = summary.as_object().unwrap().keys().map(String::as_str).collect();
    for name in
        "mechanism students placed histogram cost read_s freeze_s solve_s unique_s reasons_s write_s total_s peak_mb \
                 input_sha256 output_sha256 seed engine_version"
            .split_whitespace()
    {
        assert!(names.contains(&name), "{name} is in the summary");
    }
    assert_eq!(summary["histogram"], serde_json::json!({"1": 2, "2": 1, "3": 1}));
    assert_eq!((summary["placed"].as_u64(), summary["cost"].as_u64()), (Some(5), Some(7)));
    let reasons = reasons(&output);
    assert_eq!(reasons.lines().count(), 5);
    let first: serde_json::Value = serde_json::from_str(reasons.lines().next().unwrap()).unwrap();
    assert_eq!(first["refused"][0]["place_id"], "p1");
    assert_eq!(first["cuts"][0]["template"], "node_full");
    assert_eq!(first["cuts"][0]["caps"][0]["host_id"], "t1");
    let report: serde_json::Value = serde_json::from_slice(&output.report.unwrap()).unwrap();
    assert_eq!(report["fixed"], 1);
}

#[test]
fn quotes_line_ends_and_the_order_of_columns_change_nothing() {
    let good = run(input("good")).unwrap();
    let mut dressed = input("good");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    dressed.hosts = [b"\xEF\xBB\xBF".as_slice(), text(&dressed.hosts).replace('\n', "\r\n").as_bytes()].concat();
    dressed.places = text(&dressed.places).trim_end().replace("p1", "\"p1\"").into_bytes();
    dressed.students = text(&dressed.students).replace('\n', "\n\n").into_bytes();
    let turned = |line: &str| {
        line.split(',').rev().chain(["\"a \"\"remark\"\",\r\nover two lines\""]).collect::<Vec<_>>().join(",")
    };
    dressed.wishes = text(&dressed.wishes).lines().map(turned).collect::<Vec<_>>().join("\r\n").into_bytes();
    let header = "\"a \"\"remark\"\",\r\nover two lines\"";
    dressed.wishes = text(&dressed.wishes).replacen(header, "remark", 1).into_bytes();
    let output = run(dressed).unwrap();
    assert_eq!(output.allocation, good.allocation);
    assert_eq!(reasons(&output), reasons(&good));
    assert_eq!(output.summary.input_sha256, good.summary.input_sha256);
    assert_eq!(output.notices, ["wishes.csv, line 1, column \"remark\": unknown, not read"]);
}

#[test]
fn ids_with_commas_and_quotes_come_back_quoted() {
    let mut odd = input("good");
    odd.students = b"student_id,subject,period,lottery,group_id,fixed_place\n\"a,\"\"b\",nursing,H27,1,g1,\n".to_vec();
    odd.wishes = b"student_id,rank,place_id,travel_min,prio\n\"a,\"\"b\",1,p1,,0\n".to_vec();
    let output = run(odd).unwrap();
    assert_eq!(String::from_utf8(output.allocation).unwrap(), "student_id,place_id,rank\n\"a,\"\"b\",p1,1\n");
    assert_eq!(output.notices.len(), 1, "a group is noted: {:?}", output.notices);
}

#[test]
fn with_a_seed_the_lottery_column_does_not_matter() {
    let options = RunOptions { chance: Some(Seed::from_hex("00ff").unwrap().into()), ..RunOptions::default() };
    let drawn = |input| run_files(input, &options, &mut NoMeter).unwrap();
    let first = drawn(input("good"));
    let mut emptied = input("good");
    let text = String::from_utf8(emptied.students).unwrap();
    emptied.students = text.replace("500", "").replace("20,,", ",,").into_bytes();
    let again = drawn(emptied);
    assert_eq!(first.allocation, again.allocation);
    assert_eq!(first.summary.input_sha256, again.summary.input_sha256);
    assert_eq!(first.summary.seed.as_deref(), Some("00ff"));
    assert_ne!(first.summary.input_sha256, run(input("good")).unwrap().summary.input_sha256);
}

/// Mostly text that looks like the files, so that more than the header is reached.
fn like_csv() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        8 => prop::sample::select(vec![
            "s1", "s2", "p1", "p2", "t1", "r1", "h1", "1", "2", "0", "nursing", "H27", "region", "\u{FEFF}", "å",
            "host_id,parent_id,level,cap\n", "place_id,host_id,subject,period,capacity\n",
            "student_id,subject,period,lottery,group_id,fixed_place\n", "student_id,rank,place_id,travel_min,prio\n",
            "s1,1,p1,,0\n", "r1,,region,2\n", "p1,r1,nursing,H27,1\n", "s1,nursing,H27,5,,\n", "99999999999999999999",
        ]).prop_map(|text| text.as_bytes().to_vec()),
        6 => prop::sample::select(vec![",", "\n", "\r\n", "\"", "\"\"", "-", " "]).prop_map(|t| t.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(
        [hosts, places, students, wishes] in [like_csv(), like_csv(), like_csv(), like_csv()],
        good in 0u8..16,
    ) {
        let base = input("good");
        let either = |bit: u8, right: &[u8], wild: Vec<u8>| if good & bit == 0 { wild } else { right.to_vec() };
        let mixed = Input {
            hosts: either(1, &base.hosts, hosts),
            places: either(2, &base.places, places),
            students: either(4, &base.students, students),
            wishes: either(8, &base.wishes, wishes),
        };
        match run(mixed) {
            Ok(output) => prop_assert_eq!(reasons(&output).lines().count(), output.summary.students),
            Err(errors) => {
            prop_assert!(!errors.list().is_empty() && errors.list().len() <= InputErrors::LISTED_MAX);
            prop_assert_eq!(errors.to_string().lines().count(), errors.list().len() + usize::from(errors.more() > 0));
            }
        }
    }

    #[test]
    fn no_raw_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let wild = Input { hosts: bytes.clone(), places: bytes.clone(), students: bytes.clone(), wishes: bytes };
        prop_assert!(run(wild).is_err());
    }
}
