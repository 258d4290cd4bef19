//! Placements, for the calendars of the student who has one and of the host that receives them.

use base::Lang;
use kit::db::Tx;
use kit::fault::Fault;
use people::calendar::{Asked, Happening, When};

use crate::placements::model::{Decision, Kind, Period};
use crate::placements::{access, actions, queries};

/// One's own placements once they are told, and how many students come where and when. One statement for the student,
/// and one for each host where the actor receives students.
/// # Errors
/// What the database answers.
pub async fn happenings(tx: &Tx, asked: Asked) -> Result<Vec<Happening>, Fault> {
    let mut all = vec![];
    if !tx.actor().studies_at().is_empty() {
        let own = actions::own_decisions(tx).await?;
        all.extend(own.iter().filter(|one| one.kind == Kind::Placed).map(|one| of_student(asked, one)));
    }
    for host in access::receives(tx.actor()) {
        let window = (asked.window.from_on(), asked.window.until_on());
        let periods = queries::periods_of_host(tx, &host, window).await?;
        all.extend(periods.iter().map(|period| of_host(asked.lang, period)));
    }
    Ok(all)
}

fn of_student(asked: Asked, decision: &Decision) -> Happening {
    let words = crate::words(asked.lang);
    Happening {
        key: format!("placement {}", decision.round),
        title: match asked.is_protected {
            true => words.placements_calendar_unnamed().to_string(),
            false => words.placements_calendar_mine(&decision.place_name),
        },
        text: decision.course_name.clone(),
        when: When::Days { from_on: decision.from_on, until_on: decision.until_on },
        href: "/my/placement".to_owned(),
    }
}

fn of_host(lang: Lang, period: &Period) -> Happening {
    let unit = period.unit.map(|unit| unit.to_string()).unwrap_or_default();
    let offer = period.offer.map(|offer| offer.to_string()).unwrap_or_default();
    Happening {
        key: format!("students {} {offer} {unit} {}", period.round, period.from_on),
        title: crate::words(lang).placements_calendar_students(period.students, &period.place),
        text: period.course.clone(),
        when: When::Days { from_on: period.from_on, until_on: period.until_on },
        href: "/host/students".to_owned(),
    }
}
