//! Last year: rounds that are over, with everybody's place.

use base::RoundId;
use kit::fault::Fault;
use placing::allocation::{self, Ground, How};
use placing::placements;
use placing::rounds::Mechanism;

use super::{Course, Story};
use crate::places::{NURSING_BEFORE, TEACHING_BEFORE};
use crate::roster::{self, Programme};

const NURSING: Course = Course {
    code: "SYK2100",
    name: "Klinisk sykepleie, 2. år",
    short: "Sykehus og sykehjem",
    intro: "Praksisen er obligatorisk og går over åtte uker, 30 timer i uka.",
    offering: &NURSING_BEFORE,
    days: [-428, -425, -411, -395, -347],
    weeks: 8,
    no_wishes: "by_hand",
    mechanism: Mechanism::Lottery,
    is_decision: true,
    autumn: "høsten",
};
const TEACHING: Course = Course {
    code: "PPU1200",
    name: "Pedagogikk og elevkunnskap, 2. år",
    short: "Skolepraksis",
    intro: "Du er på skolen sammen med en medstudent i fire uker.",
    offering: &TEACHING_BEFORE,
    days: [-372, -369, -358, -344, -290],
    weeks: 4,
    no_wishes: "last",
    mechanism: Mechanism::MinCost,
    is_decision: false,
    autumn: "høsten",
};

impl Story<'_> {
    /// The rounds of those who are in their third year now.
    pub(super) async fn last_year(&mut self) -> Result<(), Fault> {
        self.finished(&NURSING, Programme::NursingBefore, 2).await?;
        self.finished(&TEACHING, Programme::TeachingBefore, 1).await.map(drop)
    }

    /// A round from its first day to its results; the first `silent` students send no wishes. Whom the draw leaves
    /// without a place gets what is free, and most confirm that they have read where they come.
    pub(super) async fn finished(
        &mut self,
        course: &Course,
        programme: Programme,
        silent: usize,
    ) -> Result<RoundId, Fault> {
        let students: Vec<_> = roster::of(programme).collect();
        let round = self.announced(course, &students).await?;
        let people = self.people(round).await?;
        self.window(course, round, &people[silent..]).await?;
        let [_, _, close, publish, _] = course.days;
        self.run(round, close + 2, "10:20").await?;
        self.at(close + 3, "11:15").await?;
        for person in self.left_over(round).await? {
            let why = "Fikk det som var ledig etter trekningen; avtalt på telefon.";
            self.place_anywhere(course, round, person, Ground::NoWishes, why).await?;
        }
        self.at(publish, "08:50").await?;
        self.as_office(async |tx| placements::ask_publication(&tx, round).await).await?;
        self.at(publish, "12:05").await?;
        self.at(publish + 1, "12:00").await?;
        for (person, _) in people.iter().skip(1).step_by(3) {
            self.as_person(*person, async |tx| placements::confirm_reading(&tx, round).await).await?;
        }
        Ok(round)
    }

    /// Those without a place after the draw.
    async fn left_over(&self, round: RoundId) -> Result<Vec<base::PersonId>, Fault> {
        let lines = self
            .as_office(async |tx| {
                let (round, owner) = allocation::round_of(&tx, round).await?;
                let run = allocation::latest_run(&tx, owner, &round).await?;
                Ok(allocation::draft(&tx, owner, round.id(), run).await?.lines)
            })
            .await?;
        let without = lines.into_iter().filter(|line| line.how == How::Unplaced);
        Ok(without.map(|line| line.person).collect())
    }
}
