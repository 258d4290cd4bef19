//! Where each thread begins, for programs of offices and hosts.

use kit::web::Routes;
use people::threads;

use super::actions;

/// The operations of this room.
pub fn routes() -> Routes {
    Routes::new()
        .merge(threads::operations_about(
            "/api/v1/rounds/{round}/students/{student}/thread",
            |tx, round, person| Box::pin(actions::with_student(tx, round, person)),
            [
                |lang| crate::words(lang).matters_api_student().to_string(),
                |lang| crate::words(lang).matters_api_to_student().to_string(),
            ],
        ))
        .merge(threads::operations_about(
            "/api/v1/rounds/{round}/hosts/{host}/thread",
            |tx, round, host| Box::pin(actions::with_host(tx, round, host)),
            [
                |lang| crate::words(lang).matters_api_host().to_string(),
                |lang| crate::words(lang).matters_api_to_host().to_string(),
            ],
        ))
        .merge(threads::operations_about(
            "/api/v1/rounds/{round}/placements/{student}/thread",
            |tx, round, person| Box::pin(actions::on_placement(tx, round, person)),
            [
                |lang| crate::words(lang).matters_api_placement().to_string(),
                |lang| crate::words(lang).matters_api_on_placement().to_string(),
            ],
        ))
}
