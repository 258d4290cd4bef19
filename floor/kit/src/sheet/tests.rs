use std::io::{Cursor, Write};

use base::Lang;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format as Look, Formula, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::fault::Problem;

fn texts(sheet: &Sheet) -> Vec<Vec<String>> {
    sheet.rows.iter().map(|row| row.cells.iter().map(|cell| cell.shown().to_string()).collect()).collect()
}

fn csv(text: &str) -> Sheet {
    read(text.as_bytes(), 0).unwrap()
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet, with this markup as its rows and more parts beside it.
fn workbook(rows: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        (
            "_rels/.rels",
            br#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        ("[Content_Types].xml", br#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
        ("xl/workbook.xml", br#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend_from_slice(more);
    archive(&parts)
}

const ROW: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Navn</t></is></c></row>"#;

#[test]
fn separators_marks_and_code_pages_are_found_out() {
    let expected = vec![vec!["Navn", "Sted"], vec!["Sørli, Jakob", "0042"]];
    let quoted = |separator: &str| format!("Navn{separator}Sted\r\n\"Sørli, Jakob\"{separator}0042\r\n");
    for separator in [";", ",", "\t"] {
        assert_eq!(texts(&csv(&quoted(separator))), expected, "{separator:?}");
        assert_eq!(texts(&csv(&format!("\u{feff}{}", quoted(separator)))), expected);
    }
    let windows: Vec<u8> = quoted(";").chars().map(|sign| sign as u32 as u8).collect();
    let sheet = read(&windows, 0).unwrap();
    assert_eq!(
        (texts(&sheet), sheet.format),
        (expected.iter().map(|row| row.iter().map(|text| text.to_string()).collect()).collect(), Format::Csv1252)
    );
    let mut wide = vec![0xff, 0xfe];
    wide.extend(quoted("\t").encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(texts(&read(&wide, 0).unwrap()), expected);
    assert_eq!(texts(&csv("sep=,\r\na,b\r\n")), [["a", "b"]]);
}

#[test]
fn rows_keep_the_number_a_person_sees() {
    let sheet = csv("a;b\n\n;;\n1;2\n");
    assert_eq!(sheet.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 4]);
    assert_eq!(sheet.rows[1].cell(7), &Cell::Text(String::new()));
}

#[test]
fn formulas_are_flaws_and_our_own_exports_come_back() {
    let sheet = csv("a;b;c\n=1+2;'=x;+47 12 34\n");
    assert_eq!(
        sheet.rows[1].cells,
        [
            Cell::Flawed(Flaw::Formula("=1+2".into())),
            Cell::Flawed(Flaw::Formula("=x".into())),
            Cell::Text("+47 12 34".into())
        ]
    );
    let mut out = crate::csv_out::CsvOut::new(["a", "b"]);
    out.row(["+47 12 34", "-x"]);
    assert_eq!(texts(&read(&out.finish(), 0).unwrap())[1], ["+47 12 34", "-x"]);
}

#[test]
fn a_workbook_gives_text_numbers_days_and_flaws() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Studenter").unwrap();
    let day = Look::new().set_num_format("dd.mm.yyyy");
    sheet.write_row(0, 0, ["Nr", "Navn", "Start", "Sum", "Lodd"]).unwrap();
    sheet.write_string(3, 0, "0042").unwrap();
    sheet.write_string(3, 1, " Sørli, Jakob ").unwrap();
    sheet.write_datetime_with_format(3, 2, ExcelDateTime::from_ymd(2026, 10, 12).unwrap(), &day).unwrap();
    sheet.write_formula(3, 3, Formula::new("=1+2").set_result("3")).unwrap();
    sheet.write_number(3, 4, 9_007_199_254_740_993_000.0).unwrap();
    sheet.write_number(4, 0, 42).unwrap();
    sheet.write_number(4, 1, 0.5).unwrap();
    book.add_worksheet().set_name("Tom").unwrap();
    let file = book.save_to_buffer().unwrap();
    let sheet = read(&file, 0).unwrap();
    assert_eq!(sheet.names, ["Studenter", "Tom"]);
    assert_eq!(sheet.rows[1].number, 4);
    assert_eq!(
        sheet.rows[1].cells,
        [
            Cell::Text("0042".into()),
            Cell::Text("Sørli, Jakob".into()),
            Cell::Text("2026-10-12".into()),
            Cell::Flawed(Flaw::Formula("=3".into())),
            Cell::Flawed(Flaw::Digits("9007199254740993000".into())),
        ]
    );
    assert_eq!(texts(&sheet)[2], ["42", "0.5"]);
    assert_eq!(read(&file, 1), Err(FileProblem::SheetEmpty));
    assert_eq!(read(&file, 2), Err(FileProblem::SheetMissing { index: 2 }));
}

#[test]
fn the_far_corner_of_a_sheet_costs_nothing() {
    let far = r#"<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>"#;
    assert_eq!(read(&workbook(far, &[]), 0).unwrap().rows[0].number, 1_048_576);
    let wide = r#"<row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>"#;
    assert_eq!(read(&workbook(wide, &[]), 0), Err(FileProblem::Columns));
}

#[test]
fn the_content_says_what_a_file_is() {
    let found = |file: &[u8]| read(file, 0).unwrap_err();
    assert_eq!(found(b""), FileProblem::Empty);
    assert_eq!(found(b" \r\n"), FileProblem::Empty);
    assert_eq!(found(&[0xef, 0xbb, 0xbf]), FileProblem::Empty);
    assert_eq!(found(b";;\n;;\n"), FileProblem::Empty);
    assert_eq!(found(b"%PDF-1.7\n"), FileProblem::Other(Program::Pdf));
    assert_eq!(found(b"<html><table>"), FileProblem::Other(Program::Markup));
    assert_eq!(found(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), FileProblem::Other(Program::OldExcel));
    assert_eq!(found(b"a;b\n\0\0"), FileProblem::Other(Program::Binary));
    assert_eq!(found(&archive(&[("a.txt", b"x")])), FileProblem::Other(Program::Zip));
    assert!(matches!(found(b"PK\x03\x04 and no more of it than this"), FileProblem::Unreadable(_)));
}

#[test]
fn a_file_that_is_two_at_once_is_refused() {
    let good = workbook(ROW, &[]);
    assert_eq!(texts(&read(&good, 0).unwrap()), [["Navn"]]);
    let before = [b"Navn;Sted\n".as_slice(), &good].concat();
    assert_eq!(read(&before, 0), Err(FileProblem::Other(Program::Binary)));
    let after = [good.as_slice(), b"%PDF-1.7"].concat();
    assert_eq!(read(&after, 0), Err(FileProblem::Archive(Finding::Layout)));
    let twice = [good.as_slice(), &good].concat();
    assert_eq!(read(&twice, 0), Err(FileProblem::Archive(Finding::Layout)));
}

#[test]
fn bombs_and_odd_archives_are_refused_before_they_cost_anything() {
    let before_mb = memory_peak_mb();
    let refused = |more: &[(&str, &[u8])]| {
        let file = workbook(ROW, more);
        let started = std::time::Instant::now();
        let problem = read(&file, 0).unwrap_err();
        assert!(started.elapsed().as_secs() < 2, "{problem} took {:?}", started.elapsed());
        problem
    };
    assert_eq!(refused(&[("xl/media/a.xml", &vec![b'0'; 4 * 1024 * 1024])]), FileProblem::Archive(Finding::Ratio));
    let small: Vec<String> = (0..1_001).map(|number| format!("xl/p{number}.xml")).collect();
    let small: Vec<(&str, &[u8])> = small.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
    assert_eq!(refused(&small), FileProblem::Archive(Finding::Parts));
    assert_eq!(refused(&[("xl/x.zip", b"x")]), FileProblem::Archive(Finding::Nested));
    assert_eq!(refused(&[("xl/x.bin", b"PK\x03\x04rest")]), FileProblem::Archive(Finding::Nested));
    assert_eq!(refused(&[("../../etc/passwd", b"x")]), FileProblem::Archive(Finding::Name));
    assert_eq!(refused(&[("c:\\windows\\x", b"x")]), FileProblem::Archive(Finding::Name));
    assert_eq!(refused(&[("xl/vbaProject.bin", b"x")]), FileProblem::Macros);
    assert!(memory_peak_mb() - before_mb < 64, "{} MB", memory_peak_mb() - before_mb);
}

#[test]
fn what_would_unpack_to_too_much_is_not_unpacked() {
    let mut file = workbook(ROW, &[]);
    let directory = directory_of(&file);
    file[directory + 24..directory + 28].copy_from_slice(&(UNPACKED_BYTES_MAX as u32 + 1).to_le_bytes());
    assert_eq!(read(&file, 0), Err(FileProblem::Unpacked));
    // Promises little, unpacks to much: stopped where the promise ends.
    let mut file = archive(&[("[Content_Types].xml", &vec![b'0'; 1024 * 1024]), ("xl/workbook.xml", b"x")]);
    let directory = directory_of(&file);
    file[directory + 24..directory + 28].copy_from_slice(&100_u32.to_le_bytes());
    assert_eq!(read(&file, 0), Err(FileProblem::Archive(Finding::Untrue)));
}

fn directory_of(file: &[u8]) -> usize {
    u32::from_le_bytes(file[file.len() - 6..file.len() - 2].try_into().unwrap()) as usize
}

#[test]
fn a_promise_that_is_not_kept_is_refused() {
    let good = workbook(ROW, &[("xl/extra.xml", &b"<a>0123456789</a>".repeat(50))]);
    let directory = directory_of(&good);
    // Each directory entry holds the unpacked size 24 bytes after its sign.
    let mut lie = good.clone();
    lie[directory + 24] ^= 1;
    assert!(matches!(read(&lie, 0), Err(FileProblem::Archive(_) | FileProblem::Unreadable(_))));
    let mut overlap = good.clone();
    let second = directory + good[directory + 1..].windows(4).position(|four| four == b"PK\x01\x02").unwrap() + 1;
    let offset: [u8; 4] = overlap[directory + 42..directory + 46].try_into().unwrap();
    overlap[second + 42..second + 46].copy_from_slice(&offset);
    assert_eq!(read(&overlap, 0), Err(FileProblem::Archive(Finding::Layout)));
    let mut locked = good;
    locked[directory + 8] |= 1;
    assert_eq!(read(&locked, 0), Err(FileProblem::Password));
}

#[test]
fn markup_with_declarations_of_its_own_is_refused() {
    let entity = br#"<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>"#;
    let mut late = vec![b'<'];
    late.extend(vec![b' '; 16 * 1024 - 5]);
    late.extend_from_slice(b"<!DocType x>");
    let wide: Vec<u8> = String::from_utf8_lossy(entity).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let odd = br#"<?xml version="1.0" encoding="utf-7"?><a/>"#;
    for markup in [entity.as_slice(), &late, &wide, odd] {
        let refused = read(&workbook(ROW, &[("xl/sharedStrings.xml", markup)]), 0);
        assert_eq!(refused, Err(FileProblem::Archive(Finding::Declarations)));
    }
}

#[test]
fn limits_hold_and_name_themselves() {
    assert_eq!(read(&vec![b'a'; FILE_BYTES_MAX + 1], 0), Err(FileProblem::Large { bytes: FILE_BYTES_MAX + 1 }));
    assert_eq!(read("a\n".repeat(ROWS_MAX + 1).as_bytes(), 0), Err(FileProblem::Rows));
    assert_eq!(read("a;".repeat(COLUMNS_MAX + 1).as_bytes(), 0), Err(FileProblem::Columns));
    let long = csv(&format!("a;b\n{};x\n", "å".repeat(CELL_CHARS_MAX + 1)));
    assert_eq!(long.rows[1].cell(0), &Cell::Flawed(Flaw::Long(CELL_CHARS_MAX + 1)));
    assert_eq!(
        FileProblem::Large { bytes: 1 }.tell(Lang::Nb),
        "Filen er større enn 20 MB. Ta bort det som ikke trengs, eller del den opp, og last opp på nytt."
    );
    assert_eq!(
        FileProblem::Rows.tell(Lang::Da),
        "Filen har mere end 200.000 rækker. Del den i flere filer, og importér én ad gangen."
    );
    assert_eq!(
        FileProblem::Archive(Finding::Ratio).tell(Lang::En),
        "The file is not taken, because it is packed far tighter than a table can be. \
         Open it in your spreadsheet program, save it as a new XLSX file and upload that."
    );
}

#[test]
fn days_are_read_in_the_ways_people_write_them() {
    let day = |text: &str| date_of(text).map(|date| date.to_string());
    for text in ["2026-10-12", "12.10.2026", "12-10-2026", "2026-10-12 15:00", "46307"] {
        assert_eq!(day(text), Ok("2026-10-12".to_string()), "{text}");
    }
    assert_eq!(day("1.2.2026"), Ok("2026-02-01".to_string()));
    assert_eq!(day("31.02.2026"), Err(DateFlaw::NoSuchDay));
    for text in ["10/12/2026", "12.10.26", "in week 42", "42", "", "-1-2-2026", "2026.10.12", "१२.१०.२०२६"]
    {
        assert_eq!(day(text), Err(DateFlaw::NotADate), "{text}");
    }
    assert_eq!(integer_of("12 000"), Some(12_000));
    assert_eq!(integer_of("12.0"), Some(12));
    assert_eq!((integer_of("12.5"), integer_of(""), integer_of("4a")), (None, None, None));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_bring_the_reader_down(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes, 0);
    }

    #[test]
    fn no_text_brings_the_reader_down(text in "[a=+'\";,\t\r\n\u{feff}ø0.]{0,80}") {
        let _ = read(text.as_bytes(), 0);
    }

    #[test]
    fn no_damage_to_a_workbook_brings_the_reader_down(
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut file = workbook(ROW, &[]);
        for (place, byte) in places {
            let place = place.index(file.len());
            file[place] = byte;
        }
        let _ = read(&file, 0);
        file.truncate(cut.index(file.len()));
        let _ = read(&file, 0);
    }

    #[test]
    fn no_markup_of_a_sheet_brings_the_reader_down(rows in r#"(<row r="[0-9]{0,9}">|<c r="[A-Z]{0,4}[0-9]{0,8}"( t="[a-z]{1,3}")?>|<v>[0-9.eE+-]{0,12}</v>|<f>[A-Z0-9+]{0,5}</f>|<is><t>|</t></is>|</c>|</row>|&[a-z]{1,3};){0,20}"#) {
        let _ = read(&workbook(&rows, &[]), 0);
    }
}

/// The most memory this process has held so far.
fn memory_peak_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or_default() / 1024
}
