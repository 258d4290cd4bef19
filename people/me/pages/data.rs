//! Everything that is kept about oneself, as one document to take along.

use axum::extract::State;
use kit::fault::Fault;
use kit::own_data::{OwnData, Section};
use kit::web::{Answer, App, Visit, download};
use serde_json::{Map, Value, json};

use crate::signin;

/// `GET /me/data.json`
pub async fn own_data(State(app): State<App>, visit: Visit) -> Answer {
    let wings = app.part::<OwnData>();
    let document = app
        .db()
        .read(visit.actor(), async |tx| {
            let oneself = signin::access::may_keep_own(tx.actor())?;
            let mut tables = Map::new();
            for wing in &wings.0 {
                for section in wing(&tx, oneself).await? {
                    let Section { table, rows, cut, .. } = section;
                    tables.insert(table, json!({ "rows": rows, "more_rows_than_shown": cut }));
                }
            }
            Ok(json!({ "made_at": tx.now(), "person": oneself.id(), "tables": Value::Object(tables) }))
        })
        .await?;
    let text = serde_json::to_vec_pretty(&document).map_err(Fault::ours)?;
    Ok(download("fotfeste-my-data.json", "application/json", text))
}
