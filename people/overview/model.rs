//! What somebody has to do, and in which order it is shown.

use std::future::Future;
use std::pin::Pin;

use base::{Lang, Moment};
use kit::db::Tx;
use kit::fault::Fault;
use kit::parts::{Icon, Tone};

/// One thing to do, with one button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What: "Rank your wishes"
    pub title: String,
    /// What it is about and what happens when nothing is done; may be empty
    pub text: String,
    /// When it must be done, for the order
    pub due_at: Option<Moment>,
    /// When it must be done, in words; may be empty
    pub due: String,
    /// The button's words
    pub action: String,
    /// Where the button leads
    pub href: String,
    /// The picture beside it
    pub icon: Icon,
    /// How urgent it is
    pub tone: Tone,
}

/// Tells what the actor of the transaction has to do in one wing. At most a handful of statements and of tasks.
pub type Source = for<'a> fn(&'a Tx, Lang) -> Pin<Box<dyn Future<Output = Result<Vec<Task>, Fault>> + Send + 'a>>;

/// Every wing's source of tasks.
pub struct Tasks(pub Vec<Source>);

/// By deadline; what has none comes last, in the order in which it was told.
pub fn sorted(mut tasks: Vec<Task>) -> Vec<Task> {
    tasks.sort_by_key(|task| (task.due_at.is_none(), task.due_at));
    tasks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_deadline_comes_first_and_no_deadline_last() {
        let task = |title: &str, due_at: Option<&str>| Task {
            title: title.into(),
            text: String::new(),
            due_at: due_at.map(|at| at.parse().unwrap()),
            due: String::new(),
            action: "Go".into(),
            href: "/".into(),
            icon: Icon::Info,
            tone: Tone::Info,
        };
        let tasks = vec![
            task("someday", None),
            task("late", Some("2027-03-02T12:00:00Z")),
            task("soon", Some("2027-03-01T12:00:00Z")),
            task("whenever", None),
        ];
        let titles: Vec<String> = sorted(tasks).into_iter().map(|task| task.title).collect();
        assert_eq!(titles, ["soon", "late", "someday", "whenever"]);
    }
}
