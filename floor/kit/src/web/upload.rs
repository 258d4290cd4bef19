use std::future::ready;

use axum::body::Body;
use axum::extract::Request;
use futures_util::{StreamExt, stream};
use tokio::task::yield_now;

/// The same request, its body handed over with a pause after each piece: whoever takes the form apart reads on for as
/// long as there is no pause, and would hold all that a fast line has brought.
pub fn piece_by_piece(request: Request) -> Request {
    request.map(|body| {
        let pieces = body.into_data_stream().enumerate().then(async |(number, piece)| {
            if number > 0 {
                yield_now().await;
            }
            Some(piece)
        });
        let end = stream::once(async {
            yield_now().await;
            None
        });
        Body::from_stream(pieces.chain(end).filter_map(ready))
    })
}
