//! All database access of the room.

use base::{Moment, RoundId, Weeks};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect};

use super::model::{Contact, Draw, Kept, NoWishes, Plan, Round, State, Terms};
use super::tables::round;
use crate::participants::tables::participant;

/// A list of rounds never holds more; an institution makes a few dozen a year.
pub const ROUNDS_MAX: u64 = 1000;

fn owned_by(owners: &[Owner]) -> SimpleExpr {
    round::Column::OwnerId.is_in(owners.iter().map(|owner| owner.id()))
}

/// Rounds of these institutions, the latest weeks first. At most [`ROUNDS_MAX`].
pub async fn of_owners(tx: &Tx, owners: &[Owner]) -> Result<Vec<Round>, DbErr> {
    let found = round::Entity::find()
        .filter(owned_by(owners))
        .order_by(round::Column::FromOn, Order::Desc)
        .order_by(round::Column::Name, Order::Asc)
        .order_by(round::Column::Id, Order::Asc)
        .limit(ROUNDS_MAX)
        .all(tx)
        .await?;
    found.into_iter().map(round_of).collect()
}

/// One round, when one of these institutions owns it.
pub async fn find(tx: &Tx, owners: &[Owner], id: RoundId) -> Result<Option<Round>, DbErr> {
    let found = round::Entity::find().filter(owned_by(owners)).filter(round::Column::Id.eq(id)).one(tx).await?;
    found.map(round_of).transpose()
}

/// Rounds the person takes part in, once they are announced, the latest weeks first. At most [`ROUNDS_MAX`].
pub async fn of_participant(tx: &Tx, owners: &[Owner], oneself: Oneself) -> Result<Vec<Round>, DbErr> {
    let found = announced_to(owners, oneself)
        .order_by(round::Column::FromOn, Order::Desc)
        .order_by(round::Column::Id, Order::Asc)
        .limit(ROUNDS_MAX)
        .all(tx)
        .await?;
    found.into_iter().map(round_of).collect()
}

/// One announced round, when the person takes part in it.
pub async fn find_of_participant(
    tx: &Tx,
    owners: &[Owner],
    oneself: Oneself,
    id: RoundId,
) -> Result<Option<Round>, DbErr> {
    let found = announced_to(owners, oneself).filter(round::Column::Id.eq(id)).one(tx).await?;
    found.map(round_of).transpose()
}

fn announced_to(owners: &[Owner], oneself: Oneself) -> sea_orm::Select<round::Entity> {
    let takes_part = Query::select()
        .expr(Expr::val(1))
        .from(participant::Entity)
        .and_where(
            Expr::col((participant::Entity, participant::Column::OwnerId))
                .equals((round::Entity, round::Column::OwnerId)),
        )
        .and_where(
            Expr::col((participant::Entity, participant::Column::RoundId)).equals((round::Entity, round::Column::Id)),
        )
        .and_where(Expr::col((participant::Entity, participant::Column::PersonId)).eq(oneself.id()))
        .to_owned();
    round::Entity::find()
        .filter(owned_by(owners))
        .filter(round::Column::AnnouncedAt.is_not_null())
        .filter(Expr::exists(takes_part))
}

/// Whether another round of the institution has this name in this course.
pub async fn has_name(tx: &Tx, owner: Owner, plan: &Plan, but: Option<RoundId>) -> Result<bool, DbErr> {
    let mut same = round::Entity::find()
        .filter(round::Column::OwnerId.eq(owner.id()))
        .filter(round::Column::Name.eq(plan.name()))
        .filter(round::Column::CourseCode.eq(plan.course_code()));
    if let Some(but) = but {
        same = same.filter(round::Column::Id.ne(but));
    }
    Ok(same.one(tx).await?.is_some())
}

/// Adds a round in preparation.
pub async fn add(tx: &Tx, owner: Owner, id: RoundId, plan: &Plan) -> Result<(), DbErr> {
    let mut row = planned(plan);
    row.owner_id = Set(owner.id());
    row.id = Set(id);
    row.state = Set(State::Setup.word().into());
    row.edition = Set(1);
    row.created_at = Set(tx.now());
    round::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes a new plan, unless the round has changed since this edition. False: it has.
pub async fn replan(tx: &Tx, owner: Owner, id: RoundId, seen: i32, plan: &Plan) -> Result<bool, DbErr> {
    let mut row = planned(plan);
    row.edition = Set(seen + 1);
    let changed = round::Entity::update_many()
        .set(row)
        .filter(round::Column::OwnerId.eq(owner.id()))
        .filter(round::Column::Id.eq(id))
        .filter(round::Column::Edition.eq(seen))
        .filter(round::Column::State.eq(State::Setup.word()))
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}

/// Moves the window, unless the round has changed since it was read. False: it has.
pub async fn turn_clock(tx: &Tx, owner: Owner, round: &Round, (open, close): (Moment, Moment)) -> Result<bool, DbErr> {
    let turned = round::Entity::update_many()
        .col_expr(round::Column::WishesOpenAt, Expr::value(open))
        .col_expr(round::Column::WishesCloseAt, Expr::value(close))
        .col_expr(round::Column::Edition, Expr::value(round.edition() + 1))
        .filter(round::Column::OwnerId.eq(owner.id()))
        .filter(round::Column::Id.eq(round.id()))
        .filter(round::Column::Edition.eq(round.edition()))
        .exec(tx)
        .await?;
    Ok(turned.rows_affected == 1)
}

/// What an announcement adds to the row.
pub struct Announcement<'a> {
    /// The seed, in hexadecimal digits; none when numbers come from the file
    pub seed: Option<&'a str>,
    /// The promise of the seed
    pub promise: Option<&'a str>,
}

/// Moves the round to its next state, unless it has moved or changed since it was read. False: it has.
pub async fn move_to(
    tx: &Tx,
    owner: Owner,
    from: &Round,
    to: &State,
    announcement: Option<Announcement<'_>>,
) -> Result<bool, DbErr> {
    let mut row =
        round::ActiveModel { state: Set(to.word().into()), edition: Set(from.edition() + 1), ..Default::default() };
    if let Some(announcement) = announcement {
        row.announced_at = Set(Some(tx.now()));
        row.seed = Set(announcement.seed.map(Into::into));
        row.seed_promise = Set(announcement.promise.map(Into::into));
    }
    match to {
        State::Setup => {}
        State::Announced => (row.run_id, row.publish_at) = (Set(None), Set(None)),
        State::Publishing { run, publish_at } => {
            (row.run_id, row.publish_at) = (Set(Some(*run)), Set(Some(*publish_at)))
        }
        State::Published { at, .. } => row.published_at = Set(Some(*at)),
        State::Cancelled { reason, at } => {
            (row.cancel_reason, row.cancelled_at) = (Set(Some(reason.clone())), Set(Some(*at)));
        }
    }
    let moved = round::Entity::update_many()
        .set(row)
        .filter(round::Column::OwnerId.eq(owner.id()))
        .filter(round::Column::Id.eq(from.id()))
        .filter(round::Column::State.eq(from.state().word()))
        .filter(round::Column::Edition.eq(from.edition()))
        .exec(tx)
        .await?;
    Ok(moved.rows_affected == 1)
}

fn planned(plan: &Plan) -> round::ActiveModel {
    let (dates, contact, terms) = (plan.dates(), plan.contact(), plan.terms());
    round::ActiveModel {
        name: Set(plan.name().into()),
        course_code: Set(plan.course_code().into()),
        course_name: Set(plan.course_name().into()),
        from_on: Set(dates.weeks().from_on()),
        until_on: Set(dates.weeks().until_on()),
        wishes_open_at: Set(dates.wishes_open_at()),
        wishes_close_at: Set(dates.wishes_close_at()),
        publish_planned_at: Set(dates.publish_planned_at()),
        wishes_min: Set(plan.wishes_min().into()),
        wishes_max: Set(plan.wishes_max().into()),
        draw: Set(plan.draw().word().into()),
        no_wishes: Set(plan.no_wishes().word().into()),
        mechanism: Set(terms.word().into()),
        short_lists: Set(terms.short_lists().word().into()),
        cost_table: Set(terms.cost_text()),
        travel_limit_minutes: Set(terms.travel_limit_minutes().map(Into::into)),
        keeps_groups: Set(terms.keeps_groups()),
        classes_text: Set(terms.classes().into()),
        is_decision: Set(plan.is_decision()),
        intro: Set(plan.intro().into()),
        contact_name: Set(contact.name.clone()),
        contact_email: Set(contact.email.clone()),
        contact_phone: Set(contact.phone.clone()),
        ..Default::default()
    }
}

fn round_of(row: round::Model) -> Result<Round, DbErr> {
    let broken = |column: &str| DbErr::Custom(format!("round {} has no readable {column}", row.id));
    let small = |number: i32, column| u16::try_from(number).map_err(|_| broken(column));
    let state = match (row.state.as_str(), row.run_id, row.publish_at, row.published_at, row.cancelled_at) {
        ("setup", ..) => State::Setup,
        ("announced", ..) => State::Announced,
        ("publishing", Some(run), Some(publish_at), ..) => State::Publishing { run, publish_at },
        ("published", Some(run), _, Some(at), _) => State::Published { run, at },
        ("cancelled", .., Some(at)) => State::Cancelled { reason: row.cancel_reason.clone().unwrap_or_default(), at },
        _ => return Err(broken("state")),
    };
    let limit = row.travel_limit_minutes.map(|minutes| small(minutes, "travel_limit_minutes")).transpose()?;
    let (mechanism, short_lists, cost) = (&row.mechanism, &row.short_lists, &row.cost_table);
    let terms = Terms::kept(mechanism, short_lists, cost, limit, row.keeps_groups, row.classes_text.clone());
    let plan = Plan::from(Kept {
        terms: terms.ok_or_else(|| broken("mechanism"))?,
        weeks: Weeks::around(row.from_on, row.until_on),
        wishes_open_at: row.wishes_open_at,
        wishes_close_at: row.wishes_close_at,
        publish_planned_at: row.publish_planned_at,
        wishes_min: small(row.wishes_min, "wishes_min")?,
        wishes_max: small(row.wishes_max, "wishes_max")?,
        draw: Draw::from_word(&row.draw).ok_or_else(|| broken("draw"))?,
        no_wishes: NoWishes::from_word(&row.no_wishes).ok_or_else(|| broken("no_wishes"))?,
        is_decision: row.is_decision,
        name: row.name,
        course_code: row.course_code,
        course_name: row.course_name,
        intro: row.intro,
        contact: Contact { name: row.contact_name, email: row.contact_email, phone: row.contact_phone },
    });
    Ok(Round::kept(row.id, row.owner_id, plan, state, row.seed, row.seed_promise, row.announced_at, row.edition))
}
