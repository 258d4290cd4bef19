//! What the allocation promises, through the app, on both databases.

use base::{Id, OrganisationId, PersonId, RoundId};
use kit::actor::{Actor, Role};
use kit::db::Tx;
use macros::both_databases;
use people::persons::{Email, NewPerson, NewStudent, PersonName};
use placing::allocation::model::draft::How;
use placing::allocation::model::frozen::{DrawFrom, Frozen};
use placing::allocation::{self, Blocked, ByHand, Ground, Grounds, Limit, Turn};
use placing::participants::{self, StudentRow};
use placing::rounds::{self, Plan, Typed, TypedTerms};
use placing::sites::{self, NodeRow, OfferRow};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;

use crate::testkit::{Reader, Town};

/// A round that can be worked out by hand: a hospital that takes two students in all, with wards A (two places) and B
/// (one), and a school C (one place).
pub struct Small {
    pub town: Town,
    pub institution: OrganisationId,
    pub host: OrganisationId,
    pub administrator: PersonId,
    pub round: RoundId,
}

/// What a test decides about its round; the rest is as usual.
pub struct Rules {
    pub draw: &'static str,
    pub no_wishes: &'static str,
    pub wishes_min: &'static str,
    pub terms: TypedTerms,
}

impl Default for Rules {
    fn default() -> Self {
        Self { draw: "file", no_wishes: "by_hand", wishes_min: "1", terms: TypedTerms::default() }
    }
}

/// Outside key, lottery number, and wishes: places of one text are equal.
pub type Student<'a> = (&'a str, i64, &'a [&'a str]);

/// Drawn by these numbers: s1 and s2 fill A and with it the hospital, s3 gets C as third wish, s4 and s5 get nothing,
/// s6 sent nothing.
pub const STUDENTS: [Student<'static>; 6] = [
    ("s1", 10, &["A"]),
    ("s2", 20, &["A", "C"]),
    ("s3", 30, &["A", "B", "C"]),
    ("s4", 40, &["B", "C"]),
    ("s5", 50, &["A"]),
    ("s6", 60, &[]),
];
pub const RESULT: &str = "student_id,place_id,rank\ns1,A,1\ns2,A,1\ns3,C,3\ns4,,\ns5,,\ns6,,\n";

impl Small {
    /// The round, its window open and every wish sent.
    pub async fn open(town: &Town, rules: Rules, students: &[Student<'_>]) -> Self {
        let institution = town.organisation("Fjell høgskole").await;
        let host = town.organisation("Dal kommune").await;
        let administrator = town.holder(institution, "Anna", Role::Administrator).await;
        town.now_is("2027-02-01 09:00");
        let plan = Plan::read(&typed(&rules), chrono_tz::Europe::Oslo).expect("a plan that holds");
        let portal = Actor::portal(institution);
        let round =
            town.db().write(&portal, async |tx| rounds::make_round(&tx, &plan).await).await.expect("a round is made");
        let small = Self { town: town.clone(), institution, host, administrator, round };
        small.fill(students).await;
        small.write(async |tx| rounds::announce(&tx, round, &"5e".repeat(32)).await).await;
        town.now_is("2027-02-03 09:00");
        town.run_jobs().await;
        for (key, _, wishes) in students {
            small.wish(key, wishes, false).await;
        }
        small
    }

    /// The same, its window closed.
    pub async fn closed(town: &Town, rules: Rules, students: &[Student<'_>]) -> Self {
        let small = Self::open(town, rules, students).await;
        town.now_is("2027-02-11 09:00");
        town.run_jobs().await;
        small
    }

    pub async fn write<T: Send, F: Future<Output = Result<T, kit::fault::Fault>> + Send>(
        &self,
        work: impl Fn(Tx) -> F + Send + Sync,
    ) -> T {
        self.town.db().write(&Actor::portal(self.institution), work).await.expect("the act is done")
    }

    pub async fn read<T: Send, F: Future<Output = Result<T, kit::fault::Fault>> + Send>(
        &self,
        work: impl Fn(Tx) -> F + Send + Sync,
    ) -> T {
        self.town.db().read(&Actor::portal(self.institution), work).await.expect("the page is read")
    }

    async fn fill(&self, students: &[Student<'_>]) {
        let node = |key: &str, parent: Option<&str>, cap: Option<i32>, host| NodeRow {
            outside_key: key.into(),
            parent_key: parent.map(Into::into),
            name: key.into(),
            level: "site".into(),
            seats_max: cap,
            host,
            host_unit: None,
        };
        let nodes = [node("Hospital", None, Some(2), Some(self.host)), node("School", None, None, Some(self.host))];
        let offer = |key: &str, node: &str, seats: i32| OfferRow {
            outside_key: key.into(),
            node_key: node.into(),
            name: format!("Place {key}"),
            subject: "Nursing".into(),
            period: "1".into(),
            seats_max: seats,
            municipality: "Dal".into(),
            address: "Dalveien 1".into(),
            about: String::new(),
            wished_last_year: None,
        };
        let offers = [offer("A", "Hospital", 2), offer("B", "Hospital", 1), offer("C", "School", 1)];
        let rows: Vec<StudentRow> = students.iter().map(|(key, lottery, _)| student_row(key, *lottery)).collect();
        self.write(async |tx| {
            let round = rounds::find(&tx, self.round).await?;
            sites::upsert_nodes(&tx, &round, &nodes).await?;
            sites::upsert_offers(&tx, &round, &offers).await?;
            participants::register(&tx, &round, &rows).await.map(drop)
        })
        .await;
    }

    /// Adds one student now.
    pub async fn add(&self, key: &str, lottery: i64) {
        let row = student_row(key, lottery);
        self.write(async |tx| {
            let round = rounds::find(&tx, self.round).await?;
            participants::add(&tx, &round, &row).await.map(drop)
        })
        .await;
    }

    /// A new version of a student's wishes, as the room of wishes keeps it.
    pub async fn wish(&self, key: &str, places: &[&str], late: bool) {
        let person = self.person(key).await;
        let mut offers = vec![];
        for (rank, places) in (1..).zip(places) {
            for place in places.split('=') {
                offers.push((rank, self.offer(place).await));
            }
        }
        self.write(async |tx| {
            let versions = allocation::queries::wishes_of(&tx, owner(&tx), self.round, person).await?;
            let version = 1 + i32::from(!versions.is_empty());
            let list = Query::insert()
                .into_table("wish_lists")
                .columns(["owner_id", "round_id", "person_id", "version", "at", "by_id", "source", "confirmed", "late"])
                .values_panic([
                    self.institution.uuid().into(),
                    self.round.uuid().into(),
                    person.uuid().into(),
                    version.into(),
                    tx.now().into(),
                    person.uuid().into(),
                    "self".into(),
                    true.into(),
                    late.into(),
                ])
                .to_owned();
            tx.execute(&list).await?;
            for (rank, offer) in &offers {
                let wish = Query::insert()
                    .into_table("wishes")
                    .columns(["owner_id", "round_id", "person_id", "version", "offer_id", "rank"])
                    .values_panic([
                        self.institution.uuid().into(),
                        self.round.uuid().into(),
                        person.uuid().into(),
                        version.into(),
                        offer.uuid().into(),
                        (*rank).into(),
                    ])
                    .to_owned();
                tx.execute(&wish).await?;
            }
            Ok(())
        })
        .await;
    }

    pub async fn person(&self, key: &str) -> PersonId {
        self.read(async |tx| {
            let round = rounds::find(&tx, self.round).await?;
            let all = participants::of_round(&tx, &round).await?;
            Ok(all.into_iter().find(|one| one.part.outside_key == key).expect("a student of this key").person)
        })
        .await
    }

    pub async fn offer(&self, key: &str) -> base::OfferId {
        self.read(async |tx| {
            let round = rounds::find(&tx, self.round).await?;
            let forest = sites::forest(&tx, &round).await?;
            Ok(forest.offers().iter().find(|offer| offer.outside_key == key).expect("an offer of this key").id)
        })
        .await
    }

    pub async fn office(&self) -> Reader {
        self.town.sign_in(self.administrator).await
    }

    /// Runs the draw as the office does.
    pub async fn draw(&self) {
        let office = self.office().await;
        let href = office.press(self.at("runs")).await.done();
        assert!(href.starts_with("/jobs/"), "{href}");
        self.town.run_jobs().await;
    }

    pub fn at(&self, page: &str) -> String {
        format!("/rounds/{}/{page}", self.round)
    }

    /// The result file, as the office gets it.
    pub async fn result(&self) -> String {
        self.office().await.get(self.at("allocation.csv")).await.shown().text
    }

    pub async fn place(&self, key: &str, place: &str) -> crate::testkit::Reply {
        let (person, offer) = (self.person(key).await, self.offer(place).await);
        let fields =
            [("offer", offer.to_string()), ("ground", "agreed".into()), ("reason", "Agreed by telephone".into())];
        self.office().await.post(self.at(&format!("students/{person}/placement")), fields).await
    }

    pub async fn draft(&self) -> allocation::Draft {
        self.read(async |tx| {
            let (round, owner) = allocation::round_of(&tx, self.round).await?;
            let run = allocation::latest_run(&tx, owner, &round).await?;
            allocation::draft(&tx, owner, self.round, run).await
        })
        .await
    }

    pub async fn grounds(&self, key: &str) -> Grounds {
        let person = self.person(key).await;
        self.read(async |tx| {
            let (round, owner) = allocation::round_of(&tx, self.round).await?;
            let run = allocation::latest_run(&tx, owner, &round).await?.expect("a run");
            let mut found = allocation::grounds(&tx, owner, self.round, run, &[person]).await?;
            Ok(found.remove(&person).expect("grounds"))
        })
        .await
    }

    pub async fn frozen(&self) -> Frozen {
        self.read(async |tx| {
            let (round, owner) = allocation::round_of(&tx, self.round).await?;
            allocation::freeze(&tx, owner, &round).await
        })
        .await
    }

    async fn hows(&self) -> Vec<(String, &'static str)> {
        self.draft().await.lines.into_iter().map(|line| (line.key, line.how.word())).collect()
    }
}

fn owner(tx: &Tx) -> kit::actor::Owner {
    let all = tx.actor().organisations();
    kit::actor::Owner::proven(tx.actor(), all[0]).expect("the portal is in its own scope")
}

fn student_row(key: &str, lottery: i64) -> StudentRow {
    let person = NewPerson {
        name: PersonName::new(key, "Nordmann").expect("a name"),
        email: Some(Email::new(&format!("{key}@student.example")).expect("an address")),
        phone: None,
        lang: None,
    };
    let student = NewStudent { outside_key: key.into(), person };
    StudentRow { student, subject: "Nursing".into(), period: "1".into(), lottery: Some(lottery), group_key: None }
}

/// A student of the file who belongs to a group.
pub fn grouped_row(key: &str, group: &str) -> StudentRow {
    StudentRow { group_key: Some(group.into()), ..student_row(key, 500) }
}

fn typed(rules: &Rules) -> Typed {
    let text = |text: &str| text.to_owned();
    Typed {
        name: text("Spring 2027"),
        course_code: text("SYP201"),
        course_name: text("Home care"),
        year: text("2027"),
        weeks: text("10-15"),
        open_on: text("2027-02-02"),
        open_at: text("08:00"),
        close_on: text("2027-02-10"),
        close_at: text("15:00"),
        publish_on: text("2027-02-15"),
        publish_at: text("12:00"),
        wishes_min: text(rules.wishes_min),
        wishes_max: text("5"),
        draw: text(rules.draw),
        no_wishes: text(rules.no_wishes),
        terms: rules.terms.clone(),
        is_decision: text("yes"),
        intro: String::new(),
        contact_name: text("Anna Berg"),
        contact_email: text("office@town.example"),
        contact_phone: String::new(),
    }
}

/// The form comes back with this message.
#[track_caller]
pub fn refused(reply: crate::testkit::Reply, message: &str) {
    assert_eq!(reply.status, 422, "{}", reply.text);
    reply.says(message);
}

#[both_databases]
async fn a_round_worked_out_by_hand_comes_out_the_same(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    small.draw().await;
    assert_eq!(small.result().await, RESULT);
    let third = small.grounds("s3").await;
    assert_eq!((third.turn, third.drawn, third.by_hand, third.blocked), (Turn::InTime, 6, false, None));
    let told: Vec<_> =
        third.wishes.iter().map(|wish| (wish.place.as_str(), wish.got, &wish.limit, wish.seats, wish.last)).collect();
    let hospital = Limit::Host { name: "Hospital".into() };
    assert_eq!(
        told,
        [
            ("Place A", false, &Limit::Offer, 2, Some(2)),
            ("Place B", false, &hospital, 2, Some(2)),
            ("Place C", true, &Limit::Offer, 1, Some(3)),
        ]
    );
    let queue = &third.wishes[0].queue;
    assert_eq!(
        (&queue.seated[..], &queue.turned_away[..], queue.wanted, queue.own_place),
        (&[1, 2][..], &[3, 5][..], 4, 3)
    );
    let fourth = small.grounds("s4").await.blocked.expect("s4 has no place");
    assert_eq!(
        fourth,
        Blocked {
            seats: 1,
            helps: vec!["Place C".into()],
            full: vec!["Hospital".into(), "Place C".into()],
            helps_somebody: vec![]
        }
    );
    let page = small.office().await.get(small.at("allocation")).await.shown();
    page.says("plassert 3 uten plass 3").says("Nordmann, s4 nr. 4 · Én plass til ved Place C ville vært nok.");
}

#[both_databases]
async fn nothing_runs_before_the_window_closes_and_two_runs_never_at_once(town: Town) {
    let small = Small::open(&town, Rules::default(), &STUDENTS).await;
    let office = small.office().await;
    office.press(small.at("runs")).await.refused_with("allocation-window-open");
    town.now_is("2027-02-10 14:59");
    let office = small.office().await;
    office.press(small.at("runs")).await.refused_with("allocation-window-open");
    town.now_is("2027-02-10 15:00");
    office.press(small.at("runs")).await.done();
    office.press(small.at("runs")).await.refused_with("allocation-under-way");
    town.run_jobs().await;
    assert_eq!(small.result().await, RESULT);
}

#[both_databases]
async fn another_run_on_the_same_input_gives_the_same_bytes(town: Town) {
    let small = Small::closed(&town, Rules { draw: "seed", ..Rules::default() }, &STUDENTS).await;
    small.draw().await;
    let first = small.result().await;
    small.draw().await;
    assert_eq!(small.result().await, first);
    let runs = small
        .read(async |tx| {
            let (round, owner) = allocation::round_of(&tx, small.round).await?;
            Ok(allocation::queries::runs(&tx, owner, round.id()).await?)
        })
        .await;
    assert_eq!(runs.iter().map(|run| run.number).collect::<Vec<_>>(), [2, 1]);
    assert_eq!((&runs[0].input_sha256, &runs[0].output_sha256), (&runs[1].input_sha256, &runs[1].output_sha256));
    assert!(runs[0].promise.is_some() && runs[0].promise == runs[1].promise);
}

#[both_databases]
async fn the_frozen_files_replay_to_the_stored_fingerprints(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    small.draw().await;
    let office = small.office().await;
    let mut files = vec![];
    for file in ["hosts.csv", "places.csv", "students.csv", "wishes.csv"] {
        files.push(office.get(small.at(&format!("input/{file}"))).await.shown().text);
    }
    let bytes = matching::files::Bytes {
        hosts: files[0].as_bytes(),
        places: files[1].as_bytes(),
        students: files[2].as_bytes(),
        wishes: files[3].as_bytes(),
    };
    let (problem, _) = matching::files::read(bytes, matching::Numbers::Given).expect("our own files are in order");
    let outcome = matching::solve(&problem, &matching::Options::default());
    let run = small
        .read(async |tx| {
            let (round, owner) = allocation::round_of(&tx, small.round).await?;
            Ok(allocation::queries::latest_done(&tx, owner, round.id()).await?.expect("a run"))
        })
        .await;
    assert_eq!(run.input_sha256, Some(hex::encode(matching::input_sha256(&problem, matching::Numbers::Given))));
    assert_eq!(String::from_utf8(matching::files::allocation_csv(&problem, &outcome)).unwrap(), small.result().await);
}

#[both_databases]
async fn names_ids_and_order_change_nothing(town: Town) {
    let small = Small::closed(&town, Rules { draw: "file", ..Rules::default() }, &STUDENTS).await;
    let frozen = small.frozen().await;
    let as_given = frozen.answer().expect("a sound input");
    let mut shuffled = frozen.clone();
    shuffled.students.reverse();
    shuffled.nodes.reverse();
    let answered = shuffled.answer().expect("a sound input");
    assert_eq!((answered.input_sha256, answered.output_sha256), (as_given.input_sha256, as_given.output_sha256));
    let mut renamed = frozen.clone();
    for student in &mut renamed.students {
        student.key = format!("x{}", student.key);
    }
    let offers = |answered: &allocation::model::frozen::Answered| {
        answered.proposals.iter().map(|one| (one.person, one.offer, one.rank)).collect::<Vec<_>>()
    };
    assert_eq!(offers(&renamed.answer().expect("a sound input")), offers(&as_given_again(&frozen)));
    assert!(matches!(frozen.draw, DrawFrom::File));
}

fn as_given_again(frozen: &Frozen) -> allocation::model::frozen::Answered {
    frozen.answer().expect("a sound input")
}

#[both_databases]
async fn late_students_draw_after_all_others_and_those_without_wishes_last(town: Town) {
    let rules = Rules { no_wishes: "last", ..Rules::default() };
    let small = Small::closed(&town, rules, &[("s1", 90, &["A"]), ("s2", 80, &[])]).await;
    small.add("s3", 1).await;
    small.wish("s3", &["A"], true).await;
    small.draw().await;
    let draft = small.draft().await;
    let line = |key: &str| draft.lines.iter().find(|line| line.key == key).expect("a line");
    assert_eq!(["s1", "s3", "s2"].map(|key| line(key).position), [Some(1), Some(2), Some(3)]);
    assert_eq!((line("s1").how, line("s3").how, line("s2").how), (How::Draw, How::Draw, How::Last));
    assert_eq!(line("s2").rank, None, "nobody's first wish came true for a student who sent none");
    assert_eq!((small.grounds("s3").await.turn, small.grounds("s2").await.turn), (Turn::Late, Turn::NoWishes));
}

#[both_databases]
async fn a_placement_by_hand_is_locked_and_counts_before_the_draw(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    small.place("s6", "B").await.done();
    small.draw().await;
    // The hospital takes two: s6 sits at B, s1 at A, and A is closed for s2, who goes to C.
    assert_eq!(small.result().await, "student_id,place_id,rank\ns1,A,1\ns2,C,2\ns3,,\ns4,,\ns5,,\ns6,B,\n");
    assert!(
        small.draft().await.of(small.person("s6").await).is_some_and(|line| line.how == How::ByHand(Ground::Agreed))
    );
    let page = small.office().await.get(small.at("allocation")).await.shown();
    page.says("låst for hånd 1").says("For hånd: Avtalt med student og sted");
    let person = small.person("s6").await;
    let released =
        small.office().await.post(small.at(&format!("students/{person}/release")), [("reason", "A mistake")]).await;
    released.done();
    small.draw().await;
    assert_eq!(small.result().await, RESULT);
}

#[both_databases]
async fn by_hand_asks_for_a_place_with_room_a_ground_and_a_reason(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    small.draw().await;
    refused(small.place("s4", "C").await, "Place C er fullt: 1 av 1");
    refused(small.place("s4", "B").await, "Hospital er fullt: 2 av 2");
    let (person, offer) = (small.person("s4").await, small.offer("C").await);
    let href = small.at(&format!("students/{person}/placement"));
    let office = small.office().await;
    let send = async |fields: [(&'static str, String); 3]| office.post(&href, fields).await;
    let (place, ground) = (offer.to_string(), String::from("agreed"));
    refused(
        send([("offer", place.clone()), ("ground", ground.clone()), ("reason", "  ".into())]).await,
        "Skriv hvorfor",
    );
    refused(
        send([("offer", place.clone()), ("ground", "file".into()), ("reason", "x".into())]).await,
        "Velg en grunn fra listen",
    );
    refused(
        send([("offer", "nowhere".into()), ("ground", ground), ("reason", "x".into())]).await,
        "Velg et sted fra listen",
    );
    assert_eq!(small.result().await, RESULT);
    let page = office.get(&href).await.shown();
    page.says("Kan ikke: fullt, 1 av 1, siste plass gikk til nummer 3");
    assert!(ByHand::new(offer, Ground::Other, &"x".repeat(1001)).is_err());
}

#[both_databases]
async fn who_withdraws_after_the_draw_frees_a_place_and_moves_nobody(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    small.draw().await;
    let person = small.person("s2").await;
    small
        .write(async |tx| {
            let round = rounds::find(&tx, small.round).await?;
            participants::withdraw(&tx, &round, person).await
        })
        .await;
    town.run_jobs().await;
    assert_eq!(small.result().await, "student_id,place_id,rank\ns1,A,1\ns3,C,3\ns4,,\ns5,,\ns6,,\n");
    let hows = small.hows().await;
    assert!(hows.contains(&("s2".into(), "withdrawn")) && hows.contains(&("s4".into(), "unplaced")));
    small.place("s5", "A").await.done();
    assert_eq!(small.result().await, "student_id,place_id,rank\ns1,A,1\ns3,C,3\ns4,,\ns5,A,\ns6,,\n");
}

#[both_databases]
async fn a_cancelled_round_is_not_allocated(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    small.write(async |tx| rounds::cancel(&tx, small.round, "The course is not given").await).await;
    town.run_jobs().await;
    small.office().await.press(small.at("runs")).await.refused_with("allocation-not-now");
    assert_eq!(small.place("s6", "B").await.status, 422);
    small.office().await.get(small.at("allocation")).await.shown().says("Runden er avlyst. Ingenting blir fordelt.");
}

#[both_databases]
async fn what_was_done_is_never_changed_not_even_by_raw_sql(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    small.place("s6", "B").await.done();
    small.draw().await;
    for sql in ["UPDATE proposals SET rank = 1", "DELETE FROM hand_placements", "UPDATE run_inputs SET file = 'x'"] {
        let tried =
            town.db().write(&Actor::portal(small.institution), async |tx| Ok(tx.execute_unprepared(sql).await?)).await;
        assert!(tried.is_err(), "{sql} went through");
    }
}

#[both_databases]
async fn the_draft_is_seen_by_the_case_team_alone(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    let student = town.sign_in(small.person("s1").await).await;
    let coordinator = town.holder(small.host, "Kari", Role::Coordinator).await;
    let host = town.sign_in(coordinator).await;
    let elsewhere = town.organisation("Vik høgskole").await;
    let other = town.sign_in(town.holder(elsewhere, "Odd", Role::Administrator).await).await;
    let person = small.person("s1").await;
    let pages = [
        "/my/placement".into(),
        format!("/my/rounds/{}/result", small.round),
        small.at("proof"),
        "/host/students".into(),
        "/host/students.csv".into(),
    ];
    let mut before = vec![];
    for page in &pages {
        before.push((student.get(page).await.text, host.get(page).await.text));
    }
    small.draw().await;
    refused(small.place("s6", "C").await, "Place C er fullt");
    for (page, before) in pages.iter().zip(before) {
        assert_eq!((student.get(page).await.text, host.get(page).await.text), before, "{page} tells of the draft");
    }
    for page in [
        "allocation",
        "allocation.csv",
        "allocation/students.csv",
        "input/wishes.csv",
        "publication",
        &format!("students/{person}/placement"),
    ] {
        for reader in [&student, &host, &other] {
            assert_eq!(reader.get(small.at(page)).await.status, 404, "{page}");
        }
    }
}
