//! The second university's year: one round with its results, on both sides of the sea, and one that is open.

use base::RoundId;
use kit::fault::Fault;
use placing::placements;
use placing::rounds::Mechanism;

use super::talks::About;
use super::{Course, Story};
use crate::Broken;
use crate::places::{CHILDREN_WEST, NURSING_WEST};
use crate::roster::{self, Programme};

const NURSING: Course = Course {
    code: "SJU201",
    name: "Klinisk sjukepleie, 2. år",
    short: "Klinisk praksis",
    intro: "Praksisen varer i ti veker. Vel de ein stad i Danmark, hjelper vi med reise og bustad.",
    offering: &NURSING_WEST,
    days: [-52, -49, -37, -25, 24],
    weeks: 10,
    no_wishes: "by_hand",
    mechanism: Mechanism::RankMax,
    is_decision: true,
    autumn: "hausten",
};
const CHILDREN: Course = Course {
    code: "BLU110",
    name: "Barnehagelærarpraksis, 1. år",
    short: "Barnehagepraksis",
    intro: "Tre veker i barnehage. Ønsk gjerne mange; ingen mistar plass på det.",
    offering: &CHILDREN_WEST,
    days: [-8, -6, 5, 18, 80],
    weeks: 3,
    no_wishes: "last",
    mechanism: Mechanism::GreedyMax,
    is_decision: false,
    autumn: "hausten",
};

impl Story<'_> {
    /// What has happened in Vestfjorda until today.
    pub(super) async fn in_the_west(&mut self) -> Result<(), Fault> {
        let home = self.office;
        self.office = self.parties.west;
        let round = self.finished(&NURSING, Programme::NursingWest, 1).await?;
        let students: Vec<_> = roster::of(Programme::ChildrenWest).collect();
        let open = self.announced(&CHILDREN, &students).await?;
        let people = self.people(open).await?;
        self.window(&CHILDREN, open, &people[11..]).await?;
        self.letters(round).await?;
        self.office = home;
        Ok(())
    }

    /// Somebody asks the Danish municipality about the bicycle, and the office about the journey: both wait for answers.
    async fn letters(&self, round: RoundId) -> Result<(), Fault> {
        let mut abroad = vec![];
        for (person, _) in self.people(round).await? {
            let own = self.as_person(person, async |tx| placements::own_decisions(&tx).await).await?;
            let host = own.iter().find(|decision| decision.round == round).and_then(|decision| decision.host);
            if host.is_some_and(|(host, _)| host == self.parties.denmark.id) {
                abroad.push(person);
            }
            if abroad.len() == 2 {
                break;
            }
        }
        let [first, second] = abroad[..] else { return Err(Broken("nobody goes to Denmark").into()) };
        self.at(-4, "16:25").await?;
        let asks = "Hei! Eg kjem til dykk om nokre veker og gler meg. Kan eg låne sykkel av kommunen, eller må eg ta med \
                    min eigen på ferja?";
        self.say(first, round, About::Placement(first), asks, vec![]).await?;
        self.at(-2, "11:10").await?;
        let asks = "Hei. Dekkjer høgskulen heile reisa til Vesterlund, òg om eg reiser heim éi helg midt i praksisen?";
        self.say(second, round, About::Round(second), asks, vec![]).await
    }
}
