//! Whom an incident touched: from the journal, the lines about looks and those about lists that tokens read, for a token,
//! a session, an account or a span of time that got into wrong hands.
//!
//! Owns no tables; reads `journal`, `looks`, `token_lists`, `token_list_people`, `persons`, `sessions` and `api_tokens`, each organisation's
//! in its own scope.

pub mod access;
pub mod actions;
pub mod model;
pub mod queries;

pub use actions::{notices, report};
pub use model::{Act, Asked, Leak, Report, Touch, csv};
