//! Two who change one thing at once. A form carries the fingerprint of what it was made from; whoever saves second is
//! shown both versions before anything is overwritten.

use axum::http::StatusCode;
use base::Lang;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::fault::{Fault, Kind, Problem};
use crate::fields::Field;
use crate::form::FormErrors;
use crate::parts::{Alert, Tone};

/// Letters of a fingerprint: 128 bits.
const LETTERS: usize = 32;

/// Somebody else has saved since the form was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the thing is no longer what the form was made from")]
pub struct Edited;

impl Problem for Edited {
    fn kind(&self) -> Kind {
        Kind::Conflict
    }
    fn name(&self) -> &'static str {
        "edited"
    }
    fn tell(&self, lang: Lang) -> String {
        crate::words(lang).form_edited().to_string()
    }
}

/// The fingerprint of a thing as it is shown: another one when anything that is shown of it has changed.
/// # Errors
/// When the thing cannot be written, which is a fault of ours.
pub fn of<T: Serialize>(thing: &T) -> Result<String, Fault> {
    let text = serde_json::to_vec(thing).map_err(Fault::ours)?;
    Ok(hex::encode(Sha256::digest(text))[..LETTERS].to_owned())
}

/// Refuses a form that was made from another edition than this one.
/// # Errors
/// [`Edited`]
pub fn unchanged(seen: &str, now: &str) -> Result<(), Edited> {
    if seen == now { Ok(()) } else { Err(Edited) }
}

/// A form that comes back: what was typed, and why it was not taken.
#[derive(Debug)]
pub struct Again<F> {
    /// What was typed
    pub typed: F,
    /// What to put right
    pub errors: FormErrors,
    /// Whether somebody else has saved: then both versions are shown
    pub edited: bool,
}

impl<F> Again<F> {
    /// The form that a problem sent back; anything that is not the form's to mend goes on as it is.
    /// # Errors
    /// The fault itself, when it is neither invalid input nor a conflict.
    pub fn new(lang: Lang, typed: F, fault: Fault) -> Result<Self, Fault> {
        if is_edited(&fault) {
            return Ok(Self { typed, errors: FormErrors::none(), edited: true });
        }
        Ok(Self { typed, errors: FormErrors::from_fault(lang, fault)?, edited: false })
    }

    /// What the answer says of itself.
    pub fn status(&self) -> StatusCode {
        if self.edited { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY }
    }
}

/// A form that carries what it was made from, in a field that is not shown.
pub trait Form {
    /// The same form, made from this edition.
    #[must_use]
    fn made_from(self, edition: String) -> Self;
}

/// What a form shows: what was typed or what stands, and what somebody else has saved meanwhile.
#[derive(Debug)]
pub struct Shown<F> {
    /// What stands in the fields
    pub form: F,
    /// What stands beside them
    pub theirs: Option<F>,
    /// What to put right
    pub errors: FormErrors,
}

impl<F: Form + Clone> Shown<F> {
    /// The form over what stands, of the edition `now`; or the one that came back. Saved once more, what was typed takes
    /// the place of what is shown beside it.
    pub fn new(again: Option<Again<F>>, stands: F, now: String) -> Self {
        match again {
            Some(Again { typed, errors, edited: true }) => {
                Self { form: typed.made_from(now), theirs: Some(stands), errors }
            }
            Some(Again { typed, errors, .. }) => Self { form: typed, theirs: None, errors },
            None => Self { form: stands.made_from(now), theirs: None, errors: FormErrors::none() },
        }
    }

    /// The fields of the form, beside each that differs what somebody else has saved.
    pub fn fields(&self, lang: Lang, of: impl Fn(&F, &FormErrors) -> Vec<Field>) -> Vec<Field> {
        let mine = of(&self.form, &self.errors);
        match &self.theirs {
            Some(theirs) => beside(lang, mine, of(theirs, &FormErrors::none())),
            None => mine,
        }
    }

    /// What stands above the form when somebody else has saved.
    pub fn alert(&self, lang: Lang) -> Option<Alert> {
        self.theirs.as_ref().map(|_| alert(lang))
    }
}

/// Whether somebody else has saved since the form was opened.
pub fn is_edited(fault: &Fault) -> bool {
    fault.problem().is_some_and(|problem| problem.name() == Edited.name())
}

/// What stands above a form that shows both versions.
pub fn alert(lang: Lang) -> Alert {
    let words = crate::words(lang);
    Alert::new(Tone::Warning, words.form_edited_title(), words.form_edited_text())
}

/// What somebody else has saved in a field, to be read beside what was typed; none where both are the same.
pub fn theirs(lang: Lang, mine: &str, theirs: &str) -> Option<String> {
    let words = crate::words(lang);
    match theirs {
        same if same == mine => None,
        "" => Some(words.form_theirs(words.form_theirs_nothing())),
        other => Some(words.form_theirs(other)),
    }
}

/// The fields with what was typed, and beside each that differs what somebody else has saved. A field that only theirs
/// has stands last, empty.
pub fn beside(lang: Lang, mine: Vec<Field>, theirs: Vec<Field>) -> Vec<Field> {
    let mut theirs = theirs;
    let both = |field: Field| match theirs.iter().position(|other| other.told()[0] == field.told()[0]) {
        Some(at) => {
            let ([_, _, here], [_, _, there]) = (field.told(), theirs.swap_remove(at).told());
            match self::theirs(lang, &here, &there) {
                Some(help) => field.help(help),
                None => field,
            }
        }
        None => field,
    };
    let mut all: Vec<Field> = mine.into_iter().map(both).collect();
    let more = theirs.into_iter().filter_map(|field| {
        let help = self::theirs(lang, "", &field.told()[2])?;
        Some(field.value("").help(help))
    });
    all.extend(more.collect::<Vec<_>>());
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::{Choice, select, text};

    #[test]
    fn a_fingerprint_changes_with_what_is_shown_and_with_nothing_else() {
        assert_eq!(of(&("Ida", "Solbakken")).unwrap(), of(&("Ida", "Solbakken")).unwrap());
        assert_ne!(of(&("Ida", "Solbakken")).unwrap(), of(&("IdaS", "olbakken")).unwrap());
        assert_eq!(unchanged("", &of(&"Ida").unwrap()), Err(Edited), "a form that says nothing has seen nothing");
    }

    #[test]
    fn each_field_that_differs_tells_both_versions_and_the_others_keep_their_help() {
        let form = |name: &str, unit: &str| {
            let units = vec![Choice::new("1", "Avdeling 1"), Choice::new("2", "Avdeling 2")];
            vec![text("name", "Navn").value(name).help("Hele navnet"), select("unit", "Avdeling", units).value(unit)]
        };
        let shown = beside(Lang::Nb, form("Ida", "1"), form("Ida", "2"));
        let wanted = form("Ida", "1");
        let wanted = vec![wanted[0].clone(), wanted[1].clone().help("Noen andre har lagret: Avdeling 2")];
        assert_eq!(shown, wanted);
        let only_theirs = beside(Lang::Nb, vec![], vec![text("name", "Navn").value("Ida")]);
        assert_eq!(only_theirs, vec![text("name", "Navn").help("Noen andre har lagret: Ida")]);
        assert_eq!(theirs(Lang::Nb, "Ida", ""), Some("Noen andre har lagret: ingenting".into()));
    }
}
