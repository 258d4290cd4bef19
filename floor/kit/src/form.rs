//! What a form says when it comes back.

use base::Lang;

use crate::fault::{Fault, Kind, Problem};

/// What has to be put right, field by field, in the order of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormErrors(Vec<(&'static str, String)>);

impl FormErrors {
    /// Nothing to put right.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds what is wrong with a field.
    pub fn add(&mut self, field: &'static str, text: impl Into<String>) {
        self.0.push((field, text.into()));
    }

    /// Keeps the value, or notes the problem under the field and goes on with the next.
    pub fn take<T, P: Problem>(&mut self, lang: Lang, field: &'static str, value: Result<T, P>) -> Option<T> {
        value.map_err(|problem| self.add(field, problem.tell(lang))).ok()
    }

    /// Whether the form may be used.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with this field.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|error| error.0 == field).map(|error| error.1.as_str())
    }

    /// Every field and what is wrong with it.
    pub fn all(&self) -> &[(&'static str, String)] {
        &self.0
    }

    /// Shows a problem of an action in its form again; anything that is not the form's to mend goes on as it is.
    /// # Errors
    /// The fault itself, when it is neither invalid input nor a conflict.
    pub fn from_fault(lang: Lang, fault: Fault) -> Result<Self, Fault> {
        match fault.problem() {
            Some(problem) if matches!(problem.kind(), Kind::Invalid | Kind::Conflict) => {
                Ok(Self(vec![(problem.field().unwrap_or(""), problem.tell(lang))]))
            }
            _ => Err(fault),
        }
    }
}
