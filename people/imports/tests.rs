//! What the room promises, through the app.

use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode, header};
use base::{OrganisationId, RoundId};
use futures_util::stream;
use kit::actor::Actor;
use kit::db::Tx;
use macros::both_databases;
use placing::{participants, rounds, sites};

use crate::testkit::{Reader, Reply, Town};

/// An office with a round that is being prepared.
struct Office {
    town: Town,
    reader: Reader,
    institution: OrganisationId,
    round: RoundId,
}

impl Office {
    async fn open(town: Town) -> Self {
        let (institution, round, administrator) = town.round_of_students(0).await;
        let reader = town.sign_in(administrator).await;
        Self { town, reader, institution, round }
    }

    async fn upload(&self, kind: &str, name: &str, content: &[u8]) -> Reply {
        let path = format!("/rounds/{}/imports?lang=en", self.round);
        self.reader.upload(path, &[("kind", kind)], name, content).await
    }

    /// Sends the form as a browser does when nothing was filled in.
    async fn upload_named_nothing(&self) -> Reply {
        self.upload("tree", "", b"").await
    }

    /// Uploads a file that can be read; answers the import's address.
    async fn bring(&self, kind: &str, content: &str) -> String {
        self.upload(kind, "file.csv", content.as_bytes()).await.done()
    }

    async fn page(&self, import: &str) -> String {
        self.reader.get(format!("{import}?lang=en")).await.shown().seen()
    }

    /// Imports every row of a file and answers the import's address.
    async fn import(&self, kind: &str, content: &str) -> String {
        let import = self.bring(kind, content).await;
        self.reader.press(format!("{import}/import")).await.done();
        self.town.run_jobs().await;
        import
    }

    /// Every row of the round's tables, as text to compare.
    async fn everything(&self) -> String {
        let look = async |tx: Tx| {
            let round = rounds::find(&tx, self.round).await?;
            let forest = sites::forest(&tx, &round).await?;
            let students = participants::of_round(&tx, &round).await?;
            let parts: Vec<_> = students.into_iter().map(|student| (student.part, student.late)).collect();
            Ok(format!("{:?} {:?} {parts:?}", forest.nodes(), forest.offers()))
        };
        self.town.db().read(&Actor::portal(self.institution), look).await.expect("the round can be read")
    }
}

/// Whether the reader of the page sees this.
#[track_caller]
fn says(page: &str, text: &str) {
    assert!(page.contains(text), "{text:?} is not on the page:\n{page}");
}

const TREE: &str = "host_id,parent_id,level,cap\nR,,region,\nh1,R,ward,2\nh2,R,ward,\n";
const OFFERS: &str = "place_id,host_id,subject,period,capacity\np1,h1,nursing,1,2\np2,h2,nursing,1,3\n";

#[both_databases]
async fn nothing_is_written_before_somebody_confirms(town: Town) {
    let office = Office::open(town).await;
    let before = office.everything().await;
    let import = office.bring("tree", TREE).await;
    let page = office.page(&import).await;
    says(&page, "3 rows are ready");
    says(&page, "Nothing has been saved yet. The file is file.csv.");
    says(&page, "Import 3 rows");
    assert_eq!(office.everything().await, before);
    office.reader.press(format!("{import}/drop")).await.done();
    says(&office.page(&import).await, "The import was cancelled");
    assert_eq!(office.everything().await, before);
    // The file is gone with it: confirming afterwards leads back to the page that says so.
    assert_eq!(office.reader.press(format!("{import}/import")).await.done(), import);
    says(&office.page(&import).await, "The import was cancelled");
    assert_eq!(office.everything().await, before);
}

#[both_databases]
async fn recent_changes_lead_to_where_each_import_is_undone_while_it_can_be(town: Town) {
    let office = Office::open(town).await;
    let tree = office.import("tree", TREE).await;
    let offers = office.import("offers", OFFERS).await;
    let links = async || {
        let page = office.reader.get(format!("/rounds/{}/changes", office.round)).await.shown().text;
        let hrefs = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned));
        hrefs.filter(|href| href.ends_with("/undo") || href.contains("/imports/")).collect::<Vec<_>>()
    };
    assert_eq!(links().await, [format!("{offers}/undo"), format!("{tree}/undo")]);
    office.reader.get(format!("{offers}/undo")).await;
    office.reader.press(format!("{offers}/undo")).await.done();
    assert_eq!(links().await, [format!("{tree}/undo")], "what is taken back is not taken back again");
}

#[both_databases]
async fn an_import_is_written_once_and_undone_exactly(town: Town) {
    let office = Office::open(town).await;
    office.import("tree", TREE).await;
    let tree = office.everything().await;
    office.import("offers", OFFERS).await;
    let offers = office.everything().await;
    office.import("students", "student_id,subject,period,lottery\n0001,nursing,1,7\n0002,nursing,1,5\n").await;
    let before = office.everything().await;
    let changing = "student_id,subject,period,lottery\n0001,teaching,1,9223372036854775807\n0003,nursing,1,1\n";
    let import = office.bring("students", changing).await;
    let page = office.page(&import).await;
    says(&page, "Subject: nursing → teaching; Lottery number: 7 → 9223372036854775807");
    says(&page, "No longer in the file 1");
    office.reader.press(format!("{import}/import")).await.done();
    let after = office.everything().await;
    assert_ne!(after, before);
    office.reader.press(format!("{import}/import")).await.done();
    assert_eq!(office.everything().await, after);
    says(&office.page(&import).await, "2 rows have been imported");
    office.reader.press(format!("{import}/undo")).await.done();
    assert_eq!(office.everything().await, before);
    says(&office.page(&import).await, "Everything is as it was before the import.");

    // The earlier ones, back to the beginning.
    let recent =
        office.reader.get(format!("/rounds/{}/imports/new?kind=tree&lang=en", office.round)).await.shown().text;
    let undos: Vec<String> =
        recent.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(String::from).collect();
    let undos: Vec<_> = undos.into_iter().filter(|href| href.ends_with("/undo")).collect();
    assert_eq!(undos.len(), 3);
    office.reader.press(&undos[0]).await.done();
    assert_eq!(office.everything().await, offers);
    office.reader.press(&undos[1]).await.done();
    assert_eq!(office.everything().await, tree);
    office.reader.press(&undos[2]).await.done();
    assert_eq!(office.everything().await, "[] [] []");
}

#[both_databases]
async fn a_column_that_must_be_there_is_asked_for(town: Town) {
    let office = Office::open(town).await;
    let import = office.bring("students", "Nummer;Farge\n0001;grønn\n").await;
    let page = office.page(&import).await;
    says(
        &page,
        "The file has no column for “Subject”. Choose one, or add the heading to the file and upload it again. \
         Headings found: Nummer, Farge.",
    );
    let refused = office.reader.press(format!("{import}/import")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    office.reader.post(format!("{import}/mapping"), [("column.subject", "1")]).await.done();
    says(&office.page(&import).await, "One row is ready");
    office.reader.press(format!("{import}/import")).await.done();
    // What was chosen is remembered for the next file.
    let next = office.bring("students", "Farge;Nummer\ngrønn;0002\n").await;
    says(&office.page(&next).await, "One row is ready");
}

#[both_databases]
async fn every_wrong_cell_is_named_with_sheet_row_column_value_and_remedy(town: Town) {
    let office = Office::open(town).await;
    office.import("tree", TREE).await;
    office.import("offers", OFFERS).await;
    let before = office.everything().await;
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("Students").unwrap();
    let rows = [
        ["Student number", "Subject", "Studies from", "E-mail"],
        ["0001", "nursing", "31.02.2026", "kaja@mjos.example"],
        ["0002", "nursing", "next week", ""],
        ["0001", "nursing", "", ""],
        ["", "nursing", "", ""],
        ["0005", "nursinh", "", ""],
        ["0006", "nursing", "", "not an address"],
    ];
    for (number, row) in rows.iter().enumerate() {
        sheet.write_row(number as u32, 0, *row).unwrap();
    }
    sheet.write_formula(7, 0, rust_xlsxwriter::Formula::new("=A2").set_result("0007")).unwrap();
    sheet.write_string(7, 1, "nursing").unwrap();
    let import = office.upload("students", "students.xlsx", &book.save_to_buffer().unwrap()).await.done();
    let page = office.page(&import).await;
    says(&page, "0 ready, 7 to fix");
    says(&page, "The file is students.xlsx, sheet “Students”.");
    for told in [
        "Sheet “Students”, row 2, Studies from: “31.02.2026” does not exist. Use day.month.year.",
        "Sheet “Students”, row 3, Studies from: “next week” is not a date. Use day.month.year.",
        "Sheet “Students”, row 4, Student number: “0001” already stands in row 2. Change one of them, or let this row wait.",
        "Sheet “Students”, row 5, Student number: This must be filled in. Enter a value, or let the row wait.",
        "Sheet “Students”, row 6, Subject: “nursinh” is not known here. Did you mean “nursing”?",
        "Sheet “Students”, row 8, Student number: The cell holds a formula. Enter the value itself.",
    ] {
        says(&page, told);
    }
    says(&page, "Sheet “Students”, row 7, E-mail:");
    let refused = office.reader.press(format!("{import}/import")).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(office.everything().await, before);

    // Put right on the page, row by row; one waits, and the rest goes in.
    let fields = [
        ("cell.2.from_on", "28.02.2026"),
        ("cell.3.from_on", ""),
        ("cell.4.student_id", "0004"),
        ("cell.6.subject", "nursing"),
        ("cell.7.email", "live@mjos.example"),
        ("cell.8.student_id", "0007"),
        ("leave_out", "5"),
    ];
    office.reader.post(format!("{import}/corrections"), fields).await.done();
    let page = office.page(&import).await;
    says(&page, "6 rows are ready");
    says(&page, "One row waits and is not imported.");
    office.reader.press(format!("{import}/import")).await.done();
    let students = office.everything().await;
    for number in ["0001", "0002", "0004", "0005", "0006", "0007"] {
        assert!(students.contains(&format!("outside_key: \"{number}\"")), "{number}");
    }
}

#[both_databases]
async fn an_unknown_place_and_a_circle_are_refused_and_rows_below_wait(town: Town) {
    let office = Office::open(town).await;
    let import =
        office.bring("tree", "host_id,parent_id,level,cap\na,b,ward,\nb,a,ward,\nc,x,ward,\nd,c,ward,-1\n").await;
    let page = office.page(&import).await;
    says(&page, "Row 2, Lies below: “a” would lie above itself");
    says(&page, "Row 4, Lies below: “x” is not known here. Did you mean");
    says(&page, "Row 5, Students at most: “-1” is not a whole number from 0 to 1,000,000. Enter such a number.");
    office.import("tree", TREE).await;
    let import = office
        .bring("offers", "place_id,host_id,subject,period,capacity\np1,h3,nursing,1,2\np2,h2,nursing,1,many\n")
        .await;
    let page = office.page(&import).await;
    says(&page, "Row 2, At host: “h3” is not known here. Did you mean “h1”?");
    says(&page, "Row 3, Number of places: “many” is not a whole number from 0 to 10,000. Enter such a number.");
}

#[both_databases]
async fn files_that_are_no_tables_are_refused_with_the_finding_and_the_remedy(town: Town) {
    let office = Office::open(town).await;
    let before = office.everything().await;
    for (content, told) in [
        (b"".as_slice(), "The file is empty. Choose a file with a row of headings and at least one row below it."),
        (b" \r\n", "The file is empty. Choose a file with a row of headings and at least one row below it."),
        (b"%PDF-1.7", "This is a PDF, not a table. Save the table as XLSX or CSV and upload that."),
        (b"student_id;subject\n\0\0", "This is a file with content that is not text, not a table."),
        (b"PK\x03\x04 and nothing more", "The file cannot be read; it may be damaged."),
    ] {
        let refused = office.upload("students", "students.csv", content).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{told}");
        says(&refused.seen(), told);
    }
    let neither = office.upload_named_nothing().await;
    assert_eq!(neither.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&neither.seen(), "Choose a file, or paste the rows from your spreadsheet.");
    assert_eq!(office.everything().await, before);
}

#[both_databases]
async fn pasted_rows_are_as_good_as_a_file(town: Town) {
    let office = Office::open(town).await;
    let path = format!("/rounds/{}/imports", office.round);
    let fields = [("kind", "students"), ("pasted", "Studentnummer\tFag\n0001\tSykepleie\n")];
    let import = office.reader.upload(path, &fields, "", b"").await.done();
    let page = office.page(&import).await;
    says(&page, "One row is ready");
    says(&page, "0001 Sykepleie New");
}

#[both_databases]
async fn windows_1252_is_read_and_said(town: Town) {
    let office = Office::open(town).await;
    let text = "Studentnummer;Fag;Navn\r\n0001;Sykepleie;Sørli, Åse\r\n";
    let bytes: Vec<u8> = text.chars().map(|sign| sign as u32 as u8).collect();
    let import = office.upload("students", "studenter.csv", &bytes).await.done();
    let page = office.page(&import).await;
    says(&page, "The file was read as Windows-1252. Check that names with æ, ø and å look right.");
    says(&page, "Sørli, Åse");
}

#[both_databases]
async fn a_hundred_megabytes_are_refused_with_an_answer_and_little_memory(town: Town) {
    let office = Office::open(town).await;
    let before = peak_mb();
    let edge = "edge";
    let head = format!(
        "--{edge}\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\nstudents\r\n\
         --{edge}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"big.csv\"\r\n\r\n"
    );
    let megabyte = Bytes::from(vec![b'a'; 1024 * 1024]);
    let parts = std::iter::once(Bytes::from(head))
        .chain(std::iter::repeat_n(megabyte, 100))
        .chain(std::iter::once(Bytes::from(format!("\r\n--{edge}--\r\n"))));
    let request = Request::post(format!("/rounds/{}/imports?lang=en", office.round))
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={edge}"))
        .header("sec-fetch-site", "same-origin")
        .body(Body::from_stream(stream::iter(parts.map(Ok::<_, std::io::Error>))))
        .unwrap();
    let refused = office.reader.send(request).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    says(&refused.seen(), "The file is larger than 20 MB. Take out what is not needed, or split it, and upload again.");
    assert!(peak_mb() - before < 100, "{} MB", peak_mb() - before);
}

#[both_databases]
async fn many_rows_are_written_by_a_job(town: Town) {
    let office = Office::open(town).await;
    let mut file = String::from("student_id,subject,period,lottery\n");
    for number in 0..2_500 {
        file.push_str(&format!("s{number:05},nursing,1,{number}\n"));
    }
    let import = office.bring("students", &file).await;
    let job = office.reader.press(format!("{import}/import")).await.done();
    assert!(job.starts_with("/jobs/"), "{job}");
    assert_eq!(office.reader.press(format!("{import}/import")).await.done(), job);
    office.town.run_jobs().await;
    says(&office.page(&import).await, "2500 rows have been imported");
    assert!(office.everything().await.contains("s02499"));
}

#[both_databases]
async fn fields_the_page_never_offered_are_refused(town: Town) {
    let office = Office::open(town).await;
    let import = office.bring("tree", TREE).await;
    let before = office.page(&import).await;
    for (path, field) in [
        ("mapping", "owner_id"),
        ("mapping", "column.owner_id"),
        ("corrections", "state"),
        ("corrections", "cell.2.owner_id"),
        ("corrections", "cell.99.host_id"),
        ("import", "role"),
        ("undo", "role"),
        ("drop", "state"),
    ] {
        let refused = office.reader.post(format!("{import}/{path}"), [(field, "1")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {field}");
    }
    let path = format!("/rounds/{}/imports", office.round);
    let refused = office.reader.upload(path, &[("kind", "tree"), ("owner_id", "1")], "a.csv", TREE.as_bytes()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(office.page(&import).await, before);
}

/// The most memory this process has held so far.
fn peak_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or_default() / 1024
}

/// A round with places and students, ready for wishes.
async fn ready_for_wishes(town: Town) -> Office {
    let office = Office::open(town).await;
    office.import("tree", TREE).await;
    office.import("offers", OFFERS).await;
    office.import("students", "student_id,subject,period\n0001,nursing,1\n0002,nursing,1\n0003,teaching,1\n").await;
    office
}

impl Office {
    /// How many students have sent wishes.
    async fn sent(&self) -> i64 {
        let look = async |tx: Tx| {
            let round = rounds::find(&tx, self.round).await?;
            Ok(participants::counts(&tx, &round).await?.sent)
        };
        self.town.db().read(&Actor::portal(self.institution), look).await.expect("the students are counted")
    }

    /// The wishes that count: student, place, rank.
    async fn wishes(&self) -> Vec<(String, String, i32)> {
        let look = async |tx: Tx| {
            let round = rounds::find(&tx, self.round).await?;
            let owner = participants::access::may_administer(tx.actor(), &round)?;
            let students = participants::of_round(&tx, &round).await?;
            let forest = sites::forest(&tx, &round).await?;
            let counted = placing::wishes::of_round(&tx, owner, round.id()).await?;
            let key = |person| students.iter().find(|known| known.person == person).unwrap().part.outside_key.clone();
            let named = counted
                .into_iter()
                .map(|wish| (key(wish.person_id), forest.offer(wish.offer_id).unwrap().outside_key.clone(), wish.rank));
            let mut named: Vec<_> = named.collect();
            named.sort();
            Ok(named)
        };
        self.town.db().read(&Actor::portal(self.institution), look).await.expect("the wishes can be read")
    }
}

fn wish(student: &str, place: &str, rank: i32) -> (String, String, i32) {
    (student.into(), place.into(), rank)
}

#[both_databases]
async fn a_students_wishes_are_written_together_or_wait_together(town: Town) {
    let office = ready_for_wishes(town).await;
    let import = office
        .bring(
            "wishes",
            "student_id,rank,place_id,travel_min,remark\n0001,1,p1,,0\n0001,1,p2,,0\n0002,1,p1,,0\n0002,2,p9,,0\n0003,1,p1,,0\n0004,1,p1,,0\n0001,2,p1,,0\n",
        )
        .await;
    let page = office.page(&import).await;
    says(&page, "0 ready, 7 to fix");
    says(&page, "Not used: remark");
    says(&page, "Row 5, Place key: “p9” is not known here. Did you mean “p");
    says(&page, "Row 7, Student number: “0004” is not known here. Did you mean “000");
    says(&page, "Row 8, Place key: “p1” already stands in row 2.");
    says(&page, "Waits until row 5 is put right");
    says(&page, "Waits until row 8 is put right");
    let fields = [("cell.5.place_id", "p2"), ("leave_out", "8")];
    office.reader.post(format!("{import}/corrections"), fields).await.done();
    says(&office.page(&import).await, "4 ready, 2 to fix");
    office.reader.press(format!("{import}/import")).await.done();
    let first = [wish("0001", "p1", 1), wish("0001", "p2", 1), wish("0002", "p1", 1), wish("0002", "p2", 2)];
    assert_eq!(office.wishes().await, first);

    let again = office.bring("wishes", "student_id,rank,place_id\n0001,1,p2\n").await;
    let page = office.page(&again).await;
    says(&page, "Place key: p1 → nothing");
    says(&page, "No longer in the file 2");
    office.reader.press(format!("{again}/import")).await.done();
    assert_eq!(office.wishes().await, [wish("0001", "p2", 1), first[2].clone(), first[3].clone()]);
    office.reader.press(format!("{again}/undo")).await.done();
    assert_eq!(office.wishes().await, first);
    assert_eq!(office.sent().await, 2);
    office.reader.press(format!("{import}/undo")).await.done();
    assert_eq!(office.wishes().await, []);
    assert_eq!(office.sent().await, 0, "who has no wishes left has sent nothing");
}

#[both_databases]
async fn the_student_file_places_by_hand_as_far_as_there_is_room(town: Town) {
    let office = Office::open(town).await;
    office.import("tree", TREE).await;
    office.import("offers", OFFERS).await;
    let import = office
        .bring(
            "students",
            "student_id,subject,period,fixed_place\n1,nursing,1,p1\n2,nursing,1,p1\n3,nursing,1,p1\n4,teaching,1,p2\n5,nursing,1,px\n6,nursing,1,\n",
        )
        .await;
    let page = office.page(&import).await;
    says(&page, "3 ready, 3 to fix");
    says(&page, "Row 4, Placed by hand at: The place has no free seat. Choose another");
    says(&page, "Row 6, Placed by hand at: “px” is not known here. Did you mean “p");
    office.reader.press(format!("{import}/import")).await.done();
    let everything = office.everything().await;
    assert!(
        everything
            .contains("outside_key: \"p1\", name: \"\", subject: \"nursing\", period: \"1\", seats_max: 2, taken: 2"),
        "{everything}"
    );
}
