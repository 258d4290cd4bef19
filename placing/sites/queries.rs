//! All database access of the room.

use std::collections::{BTreeMap, HashMap};

use base::{NodeId, OfferId, OrganisationId, PersonId, RoundId};
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, Order, QueryFilter,
    QueryOrder, QuerySelect, Statement,
};

use super::model::{Node, NodeRow, Offer, OfferRow, Supply};
use super::tables::{node, offer, seat};

/// A round has at most so many host organisations.
const HOSTS_MAX: u64 = 500;
/// Rows in one statement: SQLite takes 32,766 values, and an offer has 14.
const CHUNK: usize = 1000;

/// A node to be added.
pub struct NewNode<'a> {
    /// Its id
    pub id: NodeId,
    /// The node above
    pub parent: Option<NodeId>,
    /// What was given
    pub row: &'a NodeRow,
}

/// An offer to be added.
pub struct NewOffer<'a> {
    /// Its id
    pub id: OfferId,
    /// The node it is at
    pub node: NodeId,
    /// What was given
    pub row: &'a OfferRow,
}

/// Every node of the round, by outside key. At most `NODES_MAX`.
pub async fn nodes(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<Node>, DbErr> {
    let rows = node::Entity::find()
        .filter(node::Column::OwnerId.eq(owner.id()))
        .filter(node::Column::RoundId.eq(round))
        .order_by(node::Column::OutsideKey, Order::Asc)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(node_of).collect())
}

/// Every offer of the round, by outside key. At most `OFFERS_MAX`.
pub async fn offers(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<Offer>, DbErr> {
    let rows = offer::Entity::find()
        .filter(offer::Column::OwnerId.eq(owner.id()))
        .filter(offer::Column::RoundId.eq(round))
        .order_by(offer::Column::OutsideKey, Order::Asc)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(offer_of).collect())
}

/// Nodes of the round in the order of their ids, after the one given.
pub async fn nodes_after(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    after: Option<NodeId>,
    limit: u64,
) -> Result<Vec<Node>, DbErr> {
    let mut found =
        node::Entity::find().filter(node::Column::OwnerId.eq(owner.id())).filter(node::Column::RoundId.eq(round));
    if let Some(after) = after {
        found = found.filter(node::Column::Id.gt(after));
    }
    let rows = found.order_by(node::Column::Id, Order::Asc).limit(limit).all(tx).await?;
    Ok(rows.into_iter().map(node_of).collect())
}

/// Offers of the round in the order of their ids, after the one given.
pub async fn offers_after(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    after: Option<OfferId>,
    limit: u64,
) -> Result<Vec<Offer>, DbErr> {
    let mut found =
        offer::Entity::find().filter(offer::Column::OwnerId.eq(owner.id())).filter(offer::Column::RoundId.eq(round));
    if let Some(after) = after {
        found = found.filter(offer::Column::Id.gt(after));
    }
    let rows = found.order_by(offer::Column::Id, Order::Asc).limit(limit).all(tx).await?;
    Ok(rows.into_iter().map(offer_of).collect())
}

/// What other systems call these nodes.
pub async fn node_keys(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    ids: &[NodeId],
) -> Result<HashMap<NodeId, String>, DbErr> {
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        let rows: Vec<(NodeId, String)> = node::Entity::find()
            .select_only()
            .columns([node::Column::Id, node::Column::OutsideKey])
            .filter(node::Column::OwnerId.eq(owner.id()))
            .filter(node::Column::RoundId.eq(round))
            .filter(node::Column::Id.is_in(chunk.iter().copied()))
            .order_by(node::Column::Id, Order::Asc)
            .into_tuple()
            .all(tx)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// One offer of the round.
pub async fn offer(tx: &Tx, owner: Owner, round: RoundId, id: OfferId) -> Result<Option<Offer>, DbErr> {
    Ok(offer::Entity::find_by_id((owner.id(), round, id)).one(tx).await?.map(offer_of))
}

/// The offers of the round that students of this subject and period may wish for, by name. At most `OFFERS_MAX`.
pub async fn offers_for(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    subject: &str,
    period: &str,
) -> Result<Vec<Offer>, DbErr> {
    let rows = offer::Entity::find()
        .filter(offer::Column::OwnerId.eq(owner.id()))
        .filter(offer::Column::RoundId.eq(round))
        .filter(offer::Column::Subject.eq(subject))
        .filter(offer::Column::Period.eq(period))
        .order_by(offer::Column::Name, Order::Asc)
        .order_by(offer::Column::OutsideKey, Order::Asc)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(offer_of).collect())
}

/// Those of `ids` that the round has.
pub async fn offers_by_id(tx: &Tx, owner: Owner, round: RoundId, ids: &[OfferId]) -> Result<Vec<Offer>, DbErr> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        let rows = offer::Entity::find()
            .filter(offer::Column::OwnerId.eq(owner.id()))
            .filter(offer::Column::RoundId.eq(round))
            .filter(offer::Column::Id.is_in(chunk.iter().copied()))
            .order_by(offer::Column::Id, Order::Asc)
            .all(tx)
            .await?;
        found.extend(rows.into_iter().map(offer_of));
    }
    Ok(found)
}

/// One node of the round.
pub async fn node(tx: &Tx, owner: Owner, round: RoundId, id: NodeId) -> Result<Option<Node>, DbErr> {
    Ok(node::Entity::find_by_id((owner.id(), round, id)).one(tx).await?.map(node_of))
}

/// Seats of each round of these institutions.
pub async fn seats_by_round(tx: &Tx, owners: &[Owner]) -> Result<BTreeMap<RoundId, i64>, DbErr> {
    let sums: Vec<(RoundId, Option<i64>)> = offer::Entity::find()
        .select_only()
        .column(offer::Column::RoundId)
        .column_as(offer::Column::SeatsMax.sum(), "seats")
        .filter(offer::Column::OwnerId.is_in(owners.iter().map(|owner| owner.id())))
        .group_by(offer::Column::RoundId)
        .order_by(offer::Column::RoundId, Order::Asc)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(sums.into_iter().map(|(round, seats)| (round, seats.unwrap_or_default())).collect())
}

/// What is offered to each subject of a round.
pub async fn supply(tx: &Tx, owner: Owner, round: RoundId) -> Result<Supply, DbErr> {
    let rows: Vec<(String, Option<i64>, i64)> = offer::Entity::find()
        .select_only()
        .column(offer::Column::Subject)
        .column_as(offer::Column::SeatsMax.sum(), "seats")
        .column_as(offer::Column::Id.count(), "offers")
        .filter(offer::Column::OwnerId.eq(owner.id()))
        .filter(offer::Column::RoundId.eq(round))
        .group_by(offer::Column::Subject)
        .order_by(offer::Column::Subject, Order::Asc)
        .into_tuple()
        .all(tx)
        .await?;
    let offers = rows.iter().map(|(_, _, offers)| offers).sum();
    let seats = rows.into_iter().map(|(subject, seats, _)| (subject, seats.unwrap_or_default())).collect();
    Ok(Supply { offers, seats })
}

/// The host organisations that take students in a round, in any order; at most `HOSTS_MAX`.
pub async fn hosts(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<OrganisationId>, DbErr> {
    node::Entity::find()
        .select_only()
        .column(node::Column::HostId)
        .distinct()
        .filter(node::COLUMN.owner_id.eq(owner.id()))
        .filter(node::COLUMN.round_id.eq(round))
        .filter(node::Column::HostId.is_not_null())
        .order_by_asc(node::Column::HostId)
        .limit(HOSTS_MAX)
        .into_tuple()
        .all(tx)
        .await
}

/// How many offers have no host organisation, neither at their node nor above it.
pub async fn count_hostless(tx: &Tx, owner: Owner, round: RoundId) -> Result<i64, DbErr> {
    let sql = "WITH RECURSIVE way(offer_id, parent_id, host_id) AS ( \
               SELECT o.id, n.parent_id, n.host_id FROM offers o JOIN nodes n \
               ON n.owner_id = o.owner_id AND n.round_id = o.round_id AND n.id = o.node_id \
               WHERE o.owner_id = $1 AND o.round_id = $2 \
               UNION ALL SELECT way.offer_id, n.parent_id, n.host_id FROM nodes n JOIN way ON n.id = way.parent_id \
               WHERE n.owner_id = $1 AND n.round_id = $2 AND way.host_id IS NULL) \
               SELECT count(*) AS offers FROM way WHERE host_id IS NULL AND parent_id IS NULL";
    let values = [owner.id().0.into(), round.0.into()];
    let row = tx.query_one_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
    row.map_or(Ok(0), |row| row.try_get("", "offers"))
}

/// Adds nodes; parents come first.
pub async fn add_nodes(tx: &Tx, owner: Owner, round: RoundId, nodes: &[NewNode<'_>]) -> Result<(), DbErr> {
    for chunk in nodes.chunks(CHUNK) {
        let rows = chunk.iter().map(|new| node::ActiveModel {
            owner_id: Set(owner.id()),
            round_id: Set(round),
            id: Set(new.id),
            taken: Set(0),
            ..filled_node(new.parent, new.row)
        });
        node::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Changes a node, unless more students are there than its new capacity. False: there are, or it is gone.
pub async fn change_node(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    id: NodeId,
    parent: Option<NodeId>,
    row: &NodeRow,
) -> Result<bool, DbErr> {
    let mut change = node::Entity::update_many()
        .set(filled_node(parent, row))
        .filter(node::Column::OwnerId.eq(owner.id()))
        .filter(node::Column::RoundId.eq(round))
        .filter(node::Column::Id.eq(id));
    if let Some(max) = row.seats_max {
        change = change.filter(node::Column::Taken.lte(max));
    }
    Ok(change.exec(tx).await?.rows_affected == 1)
}

/// Puts the counter of a node to what its offers hold now. For nodes that move in the tree.
pub async fn recount(tx: &Tx, owner: Owner, round: RoundId, id: NodeId, taken: i32) -> Result<(), DbErr> {
    node::Entity::update_many()
        .col_expr(node::Column::Taken, Expr::value(taken))
        .filter(node::Column::OwnerId.eq(owner.id()))
        .filter(node::Column::RoundId.eq(round))
        .filter(node::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Adds offers with their free seats.
pub async fn add_offers(tx: &Tx, owner: Owner, round: RoundId, offers: &[NewOffer<'_>]) -> Result<(), DbErr> {
    for chunk in offers.chunks(CHUNK) {
        let rows = chunk.iter().map(|new| offer::ActiveModel {
            owner_id: Set(owner.id()),
            round_id: Set(round),
            id: Set(new.id),
            taken: Set(0),
            ..filled_offer(new.node, new.row)
        });
        offer::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    let seats = offers.iter().flat_map(|new| (1..=new.row.seats_max).map(move |number| (new.id, number)));
    add_seats(tx, owner, round, seats).await
}

/// Changes an offer, unless more students are there than its new seats. False: there are, or it is gone.
pub async fn change_offer(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    id: OfferId,
    node: NodeId,
    row: &OfferRow,
) -> Result<bool, DbErr> {
    let changed = offer::Entity::update_many()
        .set(filled_offer(node, row))
        .filter(offer::Column::OwnerId.eq(owner.id()))
        .filter(offer::Column::RoundId.eq(round))
        .filter(offer::Column::Id.eq(id))
        .filter(offer::Column::Taken.lte(row.seats_max))
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}

/// Makes an offer's seat rows as many as its seats: adds free ones, or takes free ones away, the highest first.
pub async fn fit_seats(tx: &Tx, owner: Owner, round: RoundId, id: OfferId, seats_max: i32) -> Result<(), DbErr> {
    let rows: Vec<(i32, Option<PersonId>)> = seat::Entity::find()
        .select_only()
        .columns([seat::Column::Number, seat::Column::PersonId])
        .filter(seats_of(owner, round, id))
        .order_by(seat::Column::Number, Order::Desc)
        .into_tuple()
        .all(tx)
        .await?;
    let (have, want) = (rows.len(), usize::try_from(seats_max).unwrap_or_default());
    if have < want {
        let last = rows.first().map_or(0, |row| row.0);
        let missing = i32::try_from(want - have).unwrap_or_default();
        return add_seats(tx, owner, round, (last + 1..=last + missing).map(|number| (id, number))).await;
    }
    let free = rows.iter().filter(|row| row.1.is_none()).map(|row| row.0).take(have - want);
    seat::Entity::delete_many()
        .filter(seats_of(owner, round, id))
        .filter(seat::Column::Number.is_in(free))
        .filter(seat::Column::PersonId.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

async fn add_seats(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    seats: impl Iterator<Item = (OfferId, i32)>,
) -> Result<(), DbErr> {
    let rows: Vec<_> = seats
        .map(|(offer, number)| seat::ActiveModel {
            owner_id: Set(owner.id()),
            round_id: Set(round),
            offer_id: Set(offer),
            number: Set(number),
            person_id: Set(None),
            taken_at: Set(None),
        })
        .collect();
    for chunk in rows.chunks(CHUNK) {
        seat::Entity::insert_many(chunk.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Takes offers out with their seats.
pub async fn remove_offers(tx: &Tx, owner: Owner, round: RoundId, ids: &[OfferId]) -> Result<(), DbErr> {
    for chunk in ids.chunks(CHUNK) {
        seat::Entity::delete_many()
            .filter(seat::Column::OwnerId.eq(owner.id()))
            .filter(seat::Column::RoundId.eq(round))
            .filter(seat::Column::OfferId.is_in(chunk.iter().copied()))
            .exec(tx)
            .await?;
        offer::Entity::delete_many()
            .filter(offer::Column::OwnerId.eq(owner.id()))
            .filter(offer::Column::RoundId.eq(round))
            .filter(offer::Column::Id.is_in(chunk.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Takes one node out.
pub async fn remove_node(tx: &Tx, owner: Owner, round: RoundId, id: NodeId) -> Result<(), DbErr> {
    node::Entity::delete_by_id((owner.id(), round, id)).exec(tx).await?;
    Ok(())
}

/// The first of these offers, by id, that a wish or a placement names.
pub async fn first_in_use(tx: &Tx, owner: Owner, round: RoundId, ids: &[OfferId]) -> Result<Option<OfferId>, DbErr> {
    for table in ["wishes", "hand_placements", "proposals", "decisions"] {
        for chunk in ids.chunks(CHUNK) {
            let named = Query::select()
                .column(Alias::new("offer_id"))
                .from(Alias::new(table))
                .and_where(Expr::col(Alias::new("owner_id")).eq(owner.id()))
                .and_where(Expr::col(Alias::new("round_id")).eq(round))
                .and_where(Expr::col(Alias::new("offer_id")).is_in(chunk.iter().copied()))
                .order_by(Alias::new("offer_id"), Order::Asc)
                .limit(1)
                .to_owned();
            if let Some(row) = tx.query_one(&named).await? {
                return Ok(Some(row.try_get("", "offer_id")?));
            }
        }
    }
    Ok(None)
}

#[derive(FromQueryResult)]
struct OnTheWay {
    id: NodeId,
}

/// The nodes above an offer, the root first.
pub async fn downwards_to(tx: &Tx, owner: Owner, round: RoundId, id: OfferId) -> Result<Vec<NodeId>, DbErr> {
    let sql = "WITH RECURSIVE way(id, parent_id, depth) AS ( \
               SELECT n.id, n.parent_id, 0 FROM offers o JOIN nodes n \
               ON n.owner_id = o.owner_id AND n.round_id = o.round_id AND n.id = o.node_id \
               WHERE o.owner_id = $1 AND o.round_id = $2 AND o.id = $3 \
               UNION ALL SELECT n.id, n.parent_id, way.depth + 1 FROM nodes n JOIN way ON n.id = way.parent_id \
               WHERE n.owner_id = $1 AND n.round_id = $2) SELECT id FROM way ORDER BY depth DESC";
    let values = [owner.id().0.into(), round.0.into(), id.0.into()];
    let way = OnTheWay::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, values)).all(tx).await?;
    Ok(way.into_iter().map(|node| node.id).collect())
}

/// Counts students into a node, unless its capacity would be passed. False: it would.
pub async fn count_into_node(tx: &Tx, owner: Owner, round: RoundId, id: NodeId, students: i32) -> Result<bool, DbErr> {
    let taken = || Expr::col(node::Column::Taken).add(students);
    let counted = node::Entity::update_many()
        .col_expr(node::Column::Taken, taken())
        .filter(node::Column::OwnerId.eq(owner.id()))
        .filter(node::Column::RoundId.eq(round))
        .filter(node::Column::Id.eq(id))
        .filter(node::Column::SeatsMax.is_null().or(taken().lte(Expr::col(node::Column::SeatsMax))))
        .exec(tx)
        .await?;
    Ok(counted.rows_affected == 1)
}

/// Counts students into an offer, unless it would have more than seats. False: it would.
pub async fn count_into_offer(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    id: OfferId,
    students: i32,
) -> Result<bool, DbErr> {
    let taken = || Expr::col(offer::Column::Taken).add(students);
    let counted = offer::Entity::update_many()
        .col_expr(offer::Column::Taken, taken())
        .filter(offer::Column::OwnerId.eq(owner.id()))
        .filter(offer::Column::RoundId.eq(round))
        .filter(offer::Column::Id.eq(id))
        .filter(taken().lte(Expr::col(offer::Column::SeatsMax)))
        .exec(tx)
        .await?;
    Ok(counted.rows_affected == 1)
}

/// Counts students out of a node or an offer again.
pub async fn count_out(tx: &Tx, owner: Owner, round: RoundId, nodes: &[NodeId], offer: OfferId) -> Result<(), DbErr> {
    for id in nodes {
        node::Entity::update_many()
            .col_expr(node::Column::Taken, Expr::col(node::Column::Taken).sub(1))
            .filter(node::Column::OwnerId.eq(owner.id()))
            .filter(node::Column::RoundId.eq(round))
            .filter(node::Column::Id.eq(*id))
            .exec(tx)
            .await?;
    }
    offer::Entity::update_many()
        .col_expr(offer::Column::Taken, Expr::col(offer::Column::Taken).sub(1))
        .filter(offer::Column::OwnerId.eq(owner.id()))
        .filter(offer::Column::RoundId.eq(round))
        .filter(offer::Column::Id.eq(offer))
        .exec(tx)
        .await?;
    Ok(())
}

/// Gives the person the free seat with the lowest number. None: there is none.
pub async fn take_seat(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    offer: OfferId,
    person: PersonId,
) -> Result<Option<i32>, DbErr> {
    // `= (SELECT …)` runs once; `IN (SELECT … LIMIT 1)` could take every free seat on PostgreSQL.
    let first_free = Query::select()
        .expr(Expr::col(seat::Column::Number).min())
        .from(seat::Entity)
        .cond_where(seats_of(owner, round, offer))
        .and_where(Expr::col(seat::Column::PersonId).is_null())
        .to_owned();
    let take = Query::update()
        .table(seat::Entity)
        .value(seat::Column::PersonId, person)
        .value(seat::Column::TakenAt, tx.now())
        .cond_where(seats_of(owner, round, offer))
        .and_where(Expr::col(seat::Column::PersonId).is_null())
        .and_where(Expr::col(seat::Column::Number).eq(first_free))
        .returning_col(seat::Column::Number)
        .to_owned();
    tx.query_one(&take).await?.map(|row| row.try_get("", "number")).transpose()
}

/// Where the person holds a seat in the round.
pub async fn held_by(tx: &Tx, owner: Owner, round: RoundId, person: PersonId) -> Result<Option<(OfferId, i32)>, DbErr> {
    seat::Entity::find()
        .select_only()
        .columns([seat::Column::OfferId, seat::Column::Number])
        .filter(seat::Column::OwnerId.eq(owner.id()))
        .filter(seat::Column::RoundId.eq(round))
        .filter(seat::Column::PersonId.eq(person))
        .into_tuple()
        .one(tx)
        .await
}

/// Frees the seat, when the person still holds it. False: not any more.
pub async fn free_seat(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    (offer, number): (OfferId, i32),
    person: PersonId,
) -> Result<bool, DbErr> {
    let none: Option<PersonId> = None;
    let never: Option<base::Moment> = None;
    let freed = seat::Entity::update_many()
        .col_expr(seat::Column::PersonId, Expr::value(none))
        .col_expr(seat::Column::TakenAt, Expr::value(never))
        .filter(seats_of(owner, round, offer))
        .filter(seat::Column::Number.eq(number))
        .filter(seat::Column::PersonId.eq(person))
        .exec(tx)
        .await?;
    Ok(freed.rows_affected == 1)
}

/// Who holds a seat in the round, and where, by person.
pub async fn seated(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<(PersonId, OfferId)>, DbErr> {
    seat::Entity::find()
        .select_only()
        .columns([seat::Column::PersonId, seat::Column::OfferId])
        .filter(seat::Column::OwnerId.eq(owner.id()))
        .filter(seat::Column::RoundId.eq(round))
        .filter(seat::Column::PersonId.is_not_null())
        .order_by(seat::Column::PersonId, Order::Asc)
        .into_tuple()
        .all(tx)
        .await
}

/// Free seats of the round, by offer and number.
pub async fn free_seats(tx: &Tx, owner: Owner, round: RoundId) -> Result<Vec<(OfferId, i32)>, DbErr> {
    seat::Entity::find()
        .select_only()
        .columns([seat::Column::OfferId, seat::Column::Number])
        .filter(seat::Column::OwnerId.eq(owner.id()))
        .filter(seat::Column::RoundId.eq(round))
        .filter(seat::Column::PersonId.is_null())
        .order_by(seat::Column::OfferId, Order::Asc)
        .order_by(seat::Column::Number, Order::Asc)
        .into_tuple()
        .all(tx)
        .await
}

/// Gives each person the free seat named, in few statements. Answers how many seats were still free.
pub async fn take_seats(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    seats: &[(OfferId, i32, PersonId)],
) -> Result<u64, DbErr> {
    let mut taken = 0;
    for chunk in seats.chunks(CHUNK) {
        let rows = chunk.iter().map(|(offer, number, person)| seat::ActiveModel {
            owner_id: Set(owner.id()),
            round_id: Set(round),
            offer_id: Set(*offer),
            number: Set(*number),
            person_id: Set(Some(*person)),
            taken_at: Set(Some(tx.now())),
        });
        let key = [seat::Column::OwnerId, seat::Column::RoundId, seat::Column::OfferId, seat::Column::Number];
        let free = OnConflict::columns(key)
            .update_columns([seat::Column::PersonId, seat::Column::TakenAt])
            .action_and_where(Expr::col((seat::Entity, seat::Column::PersonId)).is_null())
            .to_owned();
        taken += seat::Entity::insert_many(rows).on_conflict(free).exec_without_returning(tx).await?;
    }
    Ok(taken)
}

fn seats_of(owner: Owner, round: RoundId, offer: OfferId) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(seat::Column::OwnerId.eq(owner.id()))
        .add(seat::Column::RoundId.eq(round))
        .add(seat::Column::OfferId.eq(offer))
}

fn filled_node(parent: Option<NodeId>, row: &NodeRow) -> node::ActiveModel {
    node::ActiveModel {
        parent_id: Set(parent),
        outside_key: Set(row.outside_key.clone()),
        name: Set(row.name.clone()),
        level: Set(row.level.clone()),
        seats_max: Set(row.seats_max),
        host_id: Set(row.host),
        host_unit_id: Set(row.host_unit),
        ..Default::default()
    }
}

fn filled_offer(node: NodeId, row: &OfferRow) -> offer::ActiveModel {
    offer::ActiveModel {
        node_id: Set(node),
        outside_key: Set(row.outside_key.clone()),
        name: Set(row.name.clone()),
        subject: Set(row.subject.clone()),
        period: Set(row.period.clone()),
        seats_max: Set(row.seats_max),
        municipality: Set(row.municipality.clone()),
        address: Set(row.address.clone()),
        about: Set(row.about.clone()),
        wished_last_year: Set(row.wished_last_year),
        ..Default::default()
    }
}

fn node_of(row: node::Model) -> Node {
    Node {
        id: row.id,
        parent: row.parent_id,
        outside_key: row.outside_key,
        name: row.name,
        level: row.level,
        seats_max: row.seats_max,
        taken: row.taken,
        host: row.host_id,
        host_unit: row.host_unit_id,
    }
}

fn offer_of(row: offer::Model) -> Offer {
    Offer {
        id: row.id,
        node: row.node_id,
        outside_key: row.outside_key,
        name: row.name,
        subject: row.subject,
        period: row.period,
        seats_max: row.seats_max,
        taken: row.taken,
        municipality: row.municipality,
        address: row.address,
        about: row.about,
        wished_last_year: row.wished_last_year,
    }
}
