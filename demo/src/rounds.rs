//! What has happened in the town's rounds until today, told through the same actions as people's clicks.

mod begun;
mod history;
mod talks;
mod watched;
mod west;

use std::collections::BTreeSet;

use base::{Date, Lang, Moment, OfferId, PersonId, RoundId, moment_in};
use chrono::{Datelike, Days, NaiveTime, TimeDelta};
use kit::actor::Actor;
use kit::chance::secret_hex;
use kit::csv_out::CsvOut;
use kit::db::Tx;
use kit::fault::Fault;
use kit::jobs::{Handler, run_due};
use kit::web::App;
use people::imports::actions as imports;
use people::imports::model::NewFile;
use people::persons::{self, Email, NewPerson, NewStudent, PersonName, Phone};
use placing::allocation::{self, ByHand, Ground, How};
use placing::pairs::{self, BanReason, NewPair, Pair};
use placing::participants::{self, StudentRow};
use placing::rounds::{self, Mechanism, Plan, ShortLists, Typed, TypedTerms};
use placing::sites::OfferRow;
use placing::sites::import::OffersImporter;
use placing::wishes::{self, Wish};
use placing::{placements, sites};

use crate::chance::Chance;
use crate::parties::{Office, Parties};
use crate::places::{CARE, NURSING, Offering, TEACHING, TEACHING_NEXT};
use crate::roster::{self, Programme, Student};
use crate::{Broken, ZONE};

/// The day, counted from today, on which the parties have joined.
pub const FIRST_DAY: i64 = -460;
/// So many schools have answered when the next round is prepared.
const KNOWN_OFFERS: usize = 5;
/// The headings of a file of offers.
const OFFERS_HEADINGS: [&str; 7] = ["place_id", "host_id", "subject", "period", "capacity", "name", "about"];
/// No list of the town's rounds is longer.
const WISHES_MAX: usize = 6;

/// Whom visitors may be because of what happened to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fates {
    /// Number of a student who got a place, though not the dearest
    pub placed: String,
    /// Number of a student who got none
    pub unplaced: String,
}

/// A round of the town: what it is called, and its days counted from today.
struct Course {
    code: &'static str,
    name: &'static str,
    short: &'static str,
    intro: &'static str,
    offering: &'static Offering,
    /// Days from today to: the announcement, the window's opening and closing, publication, the first week
    days: [i64; 5],
    weeks: u64,
    no_wishes: &'static str,
    mechanism: Mechanism,
    is_decision: bool,
    /// "In the autumn" in the round's own language; spring is the same in both
    autumn: &'static str,
}

const PUBLISHED: Course = Course {
    code: "SYK2100",
    name: "Klinisk sykepleie, 2. år",
    short: "Sykehus og sykehjem",
    intro: "Praksisen er obligatorisk og går over åtte uker, 30 timer i uka. Ta kontakt med oss hvis noe hindrer deg i å \
            reise til et av stedene.",
    offering: &NURSING,
    days: [-63, -60, -46, -30, 18],
    weeks: 8,
    no_wishes: "by_hand",
    mechanism: Mechanism::Lottery,
    is_decision: true,
    autumn: "høsten",
};
const CLOSED: Course = Course {
    code: "VPL2200",
    name: "Miljøarbeid og habilitering, 2. år",
    short: "Miljøarbeid",
    intro: "Praksisen går over åtte uker. Skolene og bofellesskapet ber om politiattest før oppstart.",
    offering: &CARE,
    days: [-24, -20, -3, 6, 50],
    weeks: 8,
    no_wishes: "last",
    mechanism: Mechanism::MinCost,
    is_decision: true,
    autumn: "høsten",
};
const OPEN: Course = Course {
    code: "PPU1200",
    name: "Pedagogikk og elevkunnskap, 2. år",
    short: "Skolepraksis",
    intro: "Du er på skolen sammen med en medstudent i fire uker. Ranger de skolene du helst vil til; ingen mister plass på å \
            ønske flere.",
    offering: &TEACHING,
    days: [-12, -9, 2, 16, 70],
    weeks: 4,
    no_wishes: "by_hand",
    mechanism: Mechanism::Priority,
    is_decision: false,
    autumn: "høsten",
};
const SETUP: Course = Course {
    code: "PPU1300",
    name: "Pedagogikk og elevkunnskap, 3. år",
    short: "Skolepraksis 3. år",
    intro: "",
    offering: &TEACHING_NEXT,
    days: [10, 24, 38, 50, 130],
    weeks: 6,
    no_wishes: "by_hand",
    mechanism: Mechanism::Generous,
    is_decision: false,
    autumn: "høsten",
};

/// What the classes of the round with priorities mean.
const CLASSES: &str = "0: har ikke hatt praksis på skolen før. 1: har hatt praksis på skolen før.";

/// What the office chooses with a mechanism: short lists may not pay.
fn terms(mechanism: Mechanism) -> TypedTerms {
    let short_lists = if rounds::rewards_short_lists(mechanism) { ShortLists::Complete } else { ShortLists::Count };
    TypedTerms {
        mechanism: mechanism.name().into(),
        short_lists: short_lists.word().into(),
        classes: if mechanism == Mechanism::Priority { CLASSES.into() } else { String::new() },
        ..TypedTerms::default()
    }
}

/// The town at work.
pub struct Story<'a> {
    pub app: &'a App,
    pub handlers: &'a [Handler],
    pub parties: &'a Parties,
    /// Whose rounds are told of at the moment
    pub office: Office,
    /// Now, when the town is built
    pub today: Moment,
    pub chance: Chance,
}

impl Story<'_> {
    /// Everything until today, oldest first.
    pub async fn tell(&mut self) -> Result<Fates, Fault> {
        self.last_year().await?;
        let (published, fates) = self.published_round().await?;
        self.closed_round().await?;
        self.open_round().await?;
        self.in_the_west().await?;
        self.protects(published).await?;
        self.watches(published, &fates).await?;
        self.talks(published, &fates).await?;
        self.looks().await?;
        self.begun().await?;
        self.round_in_setup().await?;
        self.go_to(self.today).await?;
        Ok(fates)
    }

    async fn published_round(&mut self) -> Result<(RoundId, Fates), Fault> {
        let students: Vec<_> = roster::of(Programme::Nursing).collect();
        let round = self.announced(&PUBLISHED, &students).await?;
        let people = self.people(round).await?;
        // Three send nothing, one has to be near the hospital, one leaves the programme.
        self.window(&PUBLISHED, round, &people[3..]).await?;
        self.at(-45, "10:05").await?;
        let near = self.offer(round, "MED2-1").await?;
        self.place(round, people[10].0, near, Ground::Considerations, "Dialyse på sykehuset tre dager i uka.").await?;
        self.as_person(people[20].0, async |tx| {
            let round = rounds::of_student(&tx, round).await?;
            participants::withdraw(&tx, &round, people[20].0).await
        })
        .await?;
        self.run(round, -44, "10:20").await?;
        self.at(-43, "13:30").await?;
        for (person, _) in &people[..2] {
            let why = "Svarte ikke på to påminnelser; avtalt på telefon.";
            self.place_anywhere(&PUBLISHED, round, *person, Ground::NoWishes, why).await?;
        }
        self.at(-30, "08:50").await?;
        self.as_office(async |tx| placements::ask_publication(&tx, round).await).await?;
        self.at(-30, "09:05").await?;
        self.at(-29, "12:00").await?;
        for (person, _) in people.iter().skip(4).step_by(2).filter(|(person, _)| *person != people[20].0) {
            self.as_person(*person, async |tx| placements::confirm_reading(&tx, round).await).await?;
        }
        Ok((round, self.fates(round).await?))
    }

    async fn closed_round(&mut self) -> Result<(), Fault> {
        let students: Vec<_> = roster::of(Programme::Care).collect();
        let (late, in_time) = students.split_first().ok_or(Broken("nobody studies care"))?;
        let round = self.announced(&CLOSED, in_time).await?;
        let people = self.people(round).await?;
        // One sends nothing, one a list on paper.
        let offers = self.offers(round, &CLOSED).await?;
        self.at(-20, "09:40").await?;
        let key = secret_hex(16);
        // The two last ones on the paper are as dear to the student.
        let paper: Vec<Wish> =
            offers[3..6].iter().zip([1, 2, 2]).map(|(offer, rank)| Wish { offer: *offer, rank }).collect();
        self.as_office(async |tx| wishes::submit_on_behalf(&tx, round, people[1].0, &paper, &key, Lang::Nb).await)
            .await?;
        self.window(&CLOSED, round, &people[2..]).await?;
        self.at(-2, "09:15").await?;
        let row = row(late, &CARE)?;
        self.as_office(async |tx| participants::add(&tx, &rounds::find(&tx, round).await?, &row).await).await?;
        self.know_travel(round, &offers, &people).await?;
        self.run(round, -1, "13:10").await?;
        self.at(-1, "13:25").await?;
        self.as_office(async |tx| allocation::order_comparison(&tx, round).await).await?;
        self.work().await
    }

    /// The office has looked up how far everybody has to every place.
    async fn know_travel(
        &mut self,
        round: RoundId,
        offers: &[OfferId],
        people: &[(PersonId, String)],
    ) -> Result<(), Fault> {
        let mut known = vec![];
        for (person, _) in people {
            for offer in offers {
                let minutes = u16::try_from(8 + self.chance.below(70)).unwrap_or_default();
                let pair = Pair { travel_minutes: Some(minutes), ..Pair::default() };
                known.push(NewPair { person: *person, offer: *offer, pair });
            }
        }
        self.know(round, &known).await
    }

    async fn know(&self, round: RoundId, known: &[NewPair]) -> Result<(), Fault> {
        self.as_office(async |tx| pairs::note(&tx, &rounds::find(&tx, round).await?, known, None).await).await
    }

    async fn open_round(&mut self) -> Result<(), Fault> {
        let students: Vec<_> = roster::of(Programme::Teaching).collect();
        let round = self.announced(&OPEN, &students).await?;
        let people = self.people(round).await?;
        let offers = self.offers(round, &OPEN).await?;
        // Some have been at a school before, and one works at one.
        let before = Pair { class: Some(1), ..Pair::default() };
        let known = people.iter().step_by(5).zip(offers.iter().cycle());
        let mut known: Vec<NewPair> =
            known.map(|((person, _), offer)| NewPair { person: *person, offer: *offer, pair: before }).collect();
        let (person, offer) = (people[9].0, offers[1]);
        known.push(NewPair { person, offer, pair: Pair { ban: Some(BanReason::OwnWorkplace), ..Pair::default() } });
        self.know(round, &known).await?;
        // The first eight have not sent anything yet; the very first is for visitors to try.
        self.window(&OPEN, round, &people[8..]).await
    }

    async fn round_in_setup(&mut self) -> Result<(), Fault> {
        self.at(-1, "14:40").await?;
        let round = self.made(&SETUP).await?;
        let (nodes, offers) = (SETUP.offering.nodes(self.parties), SETUP.offering.offers());
        self.as_office(async |tx| {
            let round = rounds::find(&tx, round).await?;
            sites::upsert_nodes(&tx, &round, &nodes).await?;
            sites::upsert_offers(&tx, &round, &offers[..KNOWN_OFFERS]).await
        })
        .await?;
        self.one_seat_more(round, &offers[..1]).await?;
        self.go_to(self.today - TimeDelta::minutes(35)).await?;
        // A number that somebody wrote as a word: the file waits for a look.
        let seats = |at: usize, offer: &OfferRow| if at == 0 { "fem".into() } else { offer.seats_max.to_string() };
        let file = NewFile::new("skoler-som-svarte-sent.csv", answers(&offers[KNOWN_OFFERS..], seats));
        let headings = OFFERS_HEADINGS.map(str::to_owned);
        self.as_office(async |tx| imports::bring(&tx, &OffersImporter, round.0, &file, &headings).await).await?;
        Ok(())
    }

    /// A file that was brought and confirmed, and can still be taken back.
    async fn one_seat_more(&mut self, round: RoundId, offers: &[OfferRow]) -> Result<(), Fault> {
        let file = NewFile::new("en-plass-til.csv", answers(offers, |_, offer| (offer.seats_max + 1).to_string()));
        let sheet = kit::sheet::read(&file.bytes, 0)?;
        let headings = OFFERS_HEADINGS.map(str::to_owned);
        self.as_office(async |tx| {
            let id = imports::bring(&tx, &OffersImporter, round.0, &file, &headings).await?;
            let (_, import) = imports::find(&tx, id).await?;
            imports::confirm(&tx, &OffersImporter, &import, &sheet).await
        })
        .await?;
        Ok(())
    }

    /// A round with its places and students, announced.
    async fn announced(&mut self, course: &Course, students: &[&Student]) -> Result<RoundId, Fault> {
        self.at(course.days[0] - 2, "09:30").await?;
        let round = self.made(course).await?;
        self.at(course.days[0] - 1, "10:10").await?;
        let (nodes, offers) = (course.offering.nodes(self.parties), course.offering.offers());
        let rows: Vec<_> = students.iter().map(|student| row(student, course.offering)).collect::<Result<_, _>>()?;
        self.as_office(async |tx| {
            let round = rounds::find(&tx, round).await?;
            sites::upsert_nodes(&tx, &round, &nodes).await?;
            sites::upsert_offers(&tx, &round, &offers).await?;
            participants::register(&tx, &round, &rows).await
        })
        .await?;
        self.at(course.days[0], "08:45").await?;
        let seed = secret_hex(32);
        self.as_office(async |tx| rounds::announce(&tx, round, &seed).await).await?;
        Ok(round)
    }

    async fn made(&self, course: &Course) -> Result<RoundId, Fault> {
        let plan = Plan::read(&self.typed(course), ZONE).map_err(|_| Broken("a round's plan"))?;
        self.as_office(async |tx| rounds::make_round(&tx, &plan).await).await
    }

    fn typed(&self, course: &Course) -> Typed {
        let date = |days: i64| self.date(days).format("%Y-%m-%d").to_string();
        let [_, open, close, publish, first] = course.days;
        let first = self.date(first);
        let (first, last) = (first.iso_week(), (first + Days::new(7 * (course.weeks - 1))).iso_week());
        let begins = self.date(course.days[4]);
        Typed {
            name: format!(
                "{}, {} {}",
                course.short,
                if begins.month() < 7 { "våren" } else { course.autumn },
                begins.year()
            ),
            course_code: course.code.into(),
            course_name: course.name.into(),
            year: first.year().to_string(),
            weeks: format!("{}-{}", first.week(), last.week()),
            open_on: date(open),
            open_at: "08:00".into(),
            close_on: date(close),
            close_at: "15:00".into(),
            publish_on: date(publish),
            publish_at: "12:00".into(),
            wishes_min: "3".into(),
            wishes_max: WISHES_MAX.to_string(),
            draw: "seed".into(),
            no_wishes: course.no_wishes.into(),
            terms: terms(course.mechanism),
            is_decision: if course.is_decision { "yes" } else { "no" }.into(),
            intro: course.intro.into(),
            contact_name: format!("{}, praksiskontoret", self.office.contact.name()),
            contact_email: self.office.contact.email.into(),
            contact_phone: self.office.contact.phone().into(),
        }
    }

    /// Students send their wishes, each in their own time; a few change their mind.
    async fn window(&mut self, course: &Course, round: RoundId, people: &[(PersonId, String)]) -> Result<(), Fault> {
        let offers = self.offers(round, course).await?;
        let weights: Vec<_> = course.offering.places.iter().map(|place| place.weight).collect();
        let (open, close) = (self.moment(course.days[1], "08:05"), self.moment(course.days[2], "14:50"));
        let minutes = (close.min(self.today - TimeDelta::minutes(5)) - open).num_minutes();
        let mut sent = BTreeSet::new();
        for (person, _) in people {
            for _ in 0..1 + usize::from(self.chance.percent(15)) {
                // Most decide in the last days.
                let part = self.chance.below(1000).max(self.chance.below(1000)) as i64;
                sent.insert((open + TimeDelta::minutes(minutes * part / 1000), *person));
            }
        }
        for (at, person) in sent {
            self.go_to(at).await?;
            let count = 3 + self.chance.below(WISHES_MAX - 2);
            let drawn = self.chance.draw(&weights, count);
            let list: Vec<Wish> =
                drawn.into_iter().zip(1..).map(|(place, rank)| Wish { offer: offers[place], rank }).collect();
            self.send(round, person, &list).await?;
        }
        if close < self.today { self.go_to(close + TimeDelta::hours(1)).await } else { Ok(()) }
    }

    /// Saves a list and confirms it, as the two buttons of the ranking page do.
    async fn send(&self, round: RoundId, person: PersonId, list: &[Wish]) -> Result<(), Fault> {
        let (save, confirm) = (secret_hex(16), secret_hex(16));
        self.as_person(person, async |tx| wishes::submit(&tx, round, list, &save).await).await?;
        self.as_person(person, async |tx| wishes::confirm(&tx, round, &confirm, Lang::Nb).await).await?;
        Ok(())
    }

    async fn run(&self, round: RoundId, day: i64, at: &str) -> Result<(), Fault> {
        self.at(day, at).await?;
        self.as_office(async |tx| allocation::order_run(&tx, round).await).await?;
        self.work().await
    }

    async fn place(
        &self,
        round: RoundId,
        person: PersonId,
        offer: OfferId,
        ground: Ground,
        why: &str,
    ) -> Result<(), Fault> {
        let placing = ByHand::new(offer, ground, why)?;
        self.as_office(async |tx| allocation::place_by_hand(&tx, round, person, &placing).await).await
    }

    /// In the first place that has room.
    async fn place_anywhere(
        &self,
        course: &Course,
        round: RoundId,
        person: PersonId,
        ground: Ground,
        why: &str,
    ) -> Result<(), Fault> {
        for offer in self.offers(round, course).await? {
            match self.place(round, person, offer, ground, why).await {
                Err(Fault::Problem(_)) => {} // full
                other => return other,
            }
        }
        Ok(())
    }

    async fn fates(&self, round: RoundId) -> Result<Fates, Fault> {
        let lines = self
            .as_office(async |tx| {
                let (round, owner) = allocation::round_of(&tx, round).await?;
                let run = allocation::latest_run(&tx, owner, &round).await?;
                Ok(allocation::draft(&tx, owner, round.id(), run).await?.lines)
            })
            .await?;
        let drawn = lines.iter().filter(|line| line.how == How::Draw);
        let placed = drawn.max_by_key(|line| (line.rank == Some(2), line.rank == Some(3), line.rank == Some(1)));
        let unplaced = lines.iter().find(|line| line.how == How::Unplaced);
        match (placed, unplaced) {
            (Some(placed), Some(unplaced)) => Ok(Fates { placed: placed.key.clone(), unplaced: unplaced.key.clone() }),
            _ => Err(Broken("the draw left nobody without a place").into()),
        }
    }

    /// Everybody in the round, in the order of the student numbers.
    async fn people(&self, round: RoundId) -> Result<Vec<(PersonId, String)>, Fault> {
        let all = async |tx: Tx| participants::of_round(&tx, &rounds::find(&tx, round).await?).await;
        let all = self.as_office(all).await?;
        Ok(all.into_iter().map(|student| (student.person, student.part.outside_key)).collect())
    }

    /// The round's offers, in the order of the course's places.
    async fn offers(&self, round: RoundId, course: &Course) -> Result<Vec<OfferId>, Fault> {
        let mut offers = vec![];
        for place in 0..course.offering.places.len() {
            offers.push(self.offer(round, &course.offering.key(place)).await?);
        }
        Ok(offers)
    }

    async fn offer(&self, round: RoundId, key: &str) -> Result<OfferId, Fault> {
        let forest = self.as_office(async |tx| sites::forest(&tx, &rounds::find(&tx, round).await?).await).await?;
        let found = forest.offers().iter().find(|offer| offer.outside_key == key);
        Ok(found.ok_or(Broken("a place that is not offered"))?.id)
    }

    async fn as_office<T, W, F>(&self, work: W) -> Result<T, Fault>
    where
        W: Fn(Tx) -> F + Send + Sync,
        F: Future<Output = Result<T, Fault>> + Send,
        T: Send,
    {
        self.as_person(self.office.administrator, work).await
    }

    async fn as_person<T, W, F>(&self, person: PersonId, work: W) -> Result<T, Fault>
    where
        W: Fn(Tx) -> F + Send + Sync,
        F: Future<Output = Result<T, Fault>> + Send,
        T: Send,
    {
        let actor: Actor = persons::actor_of(self.app.db(), person, None).await?;
        self.app.db().write(&actor, work).await
    }

    /// Goes to an hour of a day counted from today, and does the work that is due by then.
    async fn at(&self, day: i64, hour: &str) -> Result<(), Fault> {
        self.go_to(self.moment(day, hour)).await
    }

    async fn go_to(&self, at: Moment) -> Result<(), Fault> {
        self.app.db().shift_clock(at - self.today);
        self.work().await
    }

    async fn work(&self) -> Result<(), Fault> {
        run_due(self.app, self.handlers).await.map(drop)
    }

    fn date(&self, days: i64) -> Date {
        self.today.with_timezone(&ZONE).date_naive() + TimeDelta::days(days)
    }

    fn moment(&self, days: i64, hour: &str) -> Moment {
        let hour = NaiveTime::parse_from_str(hour, "%H:%M").unwrap_or_default();
        moment_in(ZONE, self.date(days), hour).unwrap_or(self.today + TimeDelta::days(days))
    }
}

/// A file of offers as a municipality sends it, with so many seats as it writes.
fn answers(offers: &[OfferRow], seats: impl Fn(usize, &OfferRow) -> String) -> Vec<u8> {
    let mut file = CsvOut::new(OFFERS_HEADINGS);
    for (at, offer) in offers.iter().enumerate() {
        let seats = seats(at, offer);
        let texts =
            [&offer.outside_key, &offer.node_key, &offer.subject, &offer.period, &seats, &offer.name, &offer.about];
        file.row(texts.map(String::as_str));
    }
    file.finish()
}

/// A student as a row of the university's file.
fn row(student: &Student, offering: &Offering) -> Result<StudentRow, Fault> {
    let person = NewPerson {
        name: PersonName::new(student.given, student.family)?,
        email: Some(Email::new(&student.email)?),
        phone: Some(Phone::new(&student.phone)?),
        lang: student.lang,
    };
    Ok(StudentRow {
        student: NewStudent { outside_key: student.key.clone(), person },
        subject: offering.subject.into(),
        period: offering.period.into(),
        lottery: None,
        group_key: None,
    })
}
