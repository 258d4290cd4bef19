//! The register: everybody who is or was bound to an organisation, found by name, and what binds them.

use std::collections::HashMap;

use base::{AffiliationId, Date, Id, Lang, PersonId, RoleId, UnitId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::format;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Set, Statement,
};

use super::super::model::{Bond, Narrowing, NewPerson, PersonName, RoleHeld, Span, Standing};
use super::super::tables::{affiliation, member, person, protection as protected, role};
use super::{IDS_AT_ONCE, find_many, protection, restrictions};

/// Rows in one insert: seven columns each.
const ROWS_AT_ONCE: usize = 4_000;
/// One person has at most this many bonds and roles at one organisation that are shown.
const BONDS_MAX: u64 = 200;

/// Enters people into the register, each with a bond's span; who stands there already keeps the widest.
pub async fn enter(tx: &Tx, owner: Owner, people: &[(PersonId, Span)]) -> Result<(), DbErr> {
    let ids: Vec<PersonId> = people.iter().map(|(id, _)| *id).collect();
    let mut known = find_many(tx, &ids).await?;
    // The keys hold the name itself: trustees search for it, and nobody else finds the row.
    protection::unveil(tx, known.values_mut()).await?;
    let mut spans: HashMap<PersonId, Span> = HashMap::new();
    for (id, span) in people {
        spans.entry(*id).and_modify(|all| *all = all.with(*span)).or_insert(*span);
    }
    let mut rows: Vec<(PersonId, Span)> = spans.into_iter().collect();
    rows.sort_by_key(|(id, _)| *id);
    for some in rows.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().filter_map(|(id, span)| {
            let person = known.get(id)?;
            let email = person.email.as_ref().map(|email| email.as_str()).unwrap_or_default();
            Some(member::ActiveModel {
                owner_id: Set(owner.id()),
                person_id: Set(*id),
                sort_key: Set(sort_key(&person.name)),
                search_key: Set(search_key(&person.name, email)),
                from_on: Set(span.from_on()),
                until_on: Set(span.until_on()),
                is_open: Set(span.until_on().is_none()),
            })
        });
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            member::Entity::insert_many(rows).on_conflict(widened()).exec_without_returning(tx).await?;
        }
    }
    Ok(())
}

fn widened() -> OnConflict {
    let mut conflict = OnConflict::columns([member::Column::OwnerId, member::Column::PersonId]);
    conflict.update_columns([member::Column::SortKey, member::Column::SearchKey]);
    let from = "CASE WHEN members.from_on IS NULL OR excluded.from_on IS NULL THEN NULL \
                WHEN members.from_on < excluded.from_on THEN members.from_on ELSE excluded.from_on END";
    let until = "CASE WHEN members.until_on IS NULL THEN excluded.until_on WHEN excluded.until_on IS NULL \
                 OR members.until_on > excluded.until_on THEN members.until_on ELSE excluded.until_on END";
    conflict.value(member::Column::FromOn, Expr::cust(from));
    conflict.value(member::Column::UntilOn, Expr::cust(until));
    conflict.value(member::Column::IsOpen, Expr::cust("members.is_open OR excluded.is_open"));
    conflict
}

/// Hexadecimal digits that sort as the alphabet does, in whatever order a database compares text.
fn sort_key(name: &PersonName) -> String {
    let mut key = format::sort_key(Lang::Nb, name.family_part());
    key.push(0);
    key.extend(format::sort_key(Lang::Nb, name.given_part()));
    hex::encode(key)
}

fn search_key(name: &PersonName, email: &str) -> String {
    format::folded(&format!("{name} {} {email}", name.family_first()))
}

/// After a name or an address has changed.
pub async fn rename(tx: &Tx, owner: Owner, id: PersonId, name: &PersonName, email: &str) -> Result<(), DbErr> {
    member::Entity::update_many()
        .col_expr(member::Column::SortKey, Expr::value(sort_key(name)))
        .col_expr(member::Column::SearchKey, Expr::value(search_key(name, email)))
        .filter(member::COLUMN.owner_id.eq(owner.id()))
        .filter(member::COLUMN.person_id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Writes the folded names of a register that was filled by a migration.
pub async fn fold_names(tx: &Tx, owner: Owner) -> Result<(), DbErr> {
    let unfolded: Vec<PersonId> = member::Entity::find()
        .select_only()
        .column(member::Column::PersonId)
        .filter(member::COLUMN.owner_id.eq(owner.id()))
        .filter(member::COLUMN.sort_key.eq(""))
        .into_tuple()
        .all(tx)
        .await?;
    for some in unfolded.chunks(IDS_AT_ONCE) {
        let mut people = find_many(tx, some).await?;
        protection::unveil(tx, people.values_mut()).await?;
        for (id, person) in people {
            let email = person.email.as_ref().map(|email| email.as_str()).unwrap_or_default();
            rename(tx, owner, id, &person.name, email).await?;
        }
    }
    Ok(())
}

/// Counts the spans anew of those whose bonds were changed otherwise than by adding one. Who is bound no more, not even
/// in the past, leaves the register.
pub async fn recount(tx: &Tx, owner: Owner, people: &[PersonId]) -> Result<(), DbErr> {
    for some in people.chunks(IDS_AT_ONCE) {
        let marks: Vec<String> = (2..some.len() + 2).map(|number| format!("${number}")).collect();
        let values = || std::iter::once(owner.id().uuid().into()).chain(some.iter().map(|id| id.uuid().into()));
        let of = |column: &str, fold: &str| {
            format!(
                "(SELECT {fold}(b.{column}) FROM (SELECT owner_id, person_id, {column} FROM affiliations \
                 UNION ALL SELECT owner_id, person_id, {column} FROM roles) b \
                 WHERE b.owner_id = members.owner_id AND b.person_id = members.person_id)"
            )
        };
        let none = |table: &str, column: &str| {
            format!(
                "EXISTS (SELECT 1 FROM {table} b WHERE b.owner_id = members.owner_id \
                 AND b.person_id = members.person_id AND b.{column} IS NULL)"
            )
        };
        let sql = format!(
            "UPDATE members SET from_on = CASE WHEN {} OR {} THEN NULL ELSE {} END, until_on = {}, is_open = ({} OR {}) \
             WHERE owner_id = $1 AND person_id IN ({})",
            none("affiliations", "from_on"),
            none("roles", "from_on"),
            of("from_on", "min"),
            of("until_on", "max"),
            none("affiliations", "until_on"),
            none("roles", "until_on"),
            marks.join(", ")
        );
        tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, values())).await?;
        let sql = format!(
            "DELETE FROM members WHERE owner_id = $1 AND person_id IN ({}) AND NOT is_open AND until_on IS NULL",
            marks.join(", ")
        );
        tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, values())).await?;
    }
    Ok(())
}

/// The students of these keys, counted anew after their spans were set.
pub async fn recount_students(tx: &Tx, owner: Owner, keys: &[&str]) -> Result<(), DbErr> {
    let people = super::students_by_key(tx, owner, keys).await?;
    recount(tx, owner, &people.into_values().collect::<Vec<_>>()).await
}

/// One page of the register, family names first, and how many there are.
pub async fn page(
    tx: &Tx,
    owner: Owner,
    narrowing: &Narrowing,
    (first, rows): (u64, u64),
    today: Date,
) -> Result<(Vec<PersonId>, u64), DbErr> {
    let find = || {
        let all = member::Entity::find().filter(member::COLUMN.owner_id.eq(owner.id()));
        all.filter(condition(owner, narrowing, today))
    };
    let select = find().select_only().column(member::Column::PersonId);
    let ordered = match narrowing.descending {
        true => select.order_by_desc(member::Column::SortKey).order_by_desc(member::Column::PersonId),
        false => select.order_by_asc(member::Column::SortKey).order_by_asc(member::Column::PersonId),
    };
    let ids: Vec<PersonId> = ordered.offset(first).limit(rows).into_tuple().all(tx).await?;
    Ok((ids, find().count(tx).await?))
}

/// People of the register in the order of their ids, after the one given.
pub async fn after(
    tx: &Tx,
    owner: Owner,
    narrowing: &Narrowing,
    (after, rows): (Option<PersonId>, u64),
    today: Date,
) -> Result<Vec<PersonId>, DbErr> {
    let mut found = member::Entity::find()
        .filter(member::COLUMN.owner_id.eq(owner.id()))
        .filter(condition(owner, narrowing, today));
    if let Some(after) = after {
        found = found.filter(member::Column::PersonId.gt(after));
    }
    let select = found.select_only().column(member::Column::PersonId).order_by_asc(member::Column::PersonId);
    select.limit(rows).into_tuple().all(tx).await
}

/// How many people of the organisation have their name protected.
pub async fn count_protected(tx: &Tx, owner: Owner) -> Result<u64, DbErr> {
    let all = member::Entity::find().filter(member::COLUMN.owner_id.eq(owner.id()));
    all.filter(member::Column::PersonId.in_subquery(protected_ids())).count(tx).await
}

fn protected_ids() -> SelectStatement {
    QueryTrait::into_query(protected::Entity::find().select_only().column(protected::Column::PersonId))
}

fn condition(owner: Owner, narrowing: &Narrowing, today: Date) -> Condition {
    let open = || Expr::col((member::Entity, member::Column::IsOpen)).eq(true);
    let mut all = match narrowing.standing {
        Standing::Here => {
            let begun = Condition::any().add(member::COLUMN.from_on.is_null()).add(member::Column::FromOn.lte(today));
            Condition::all().add(Condition::any().add(open()).add(member::Column::UntilOn.gte(today))).add(begun)
        }
        Standing::Coming => Condition::all().add(member::Column::FromOn.gt(today)),
        Standing::Left => Condition::all().add(open().not()).add(member::Column::UntilOn.lt(today)),
        Standing::Everybody => Condition::all(),
    };
    // Whose data is put away stands in no list and no search.
    all = all.add(member::Column::PersonId.not_in_subquery(restrictions::people(owner)));
    if narrowing.public {
        all = all.add(member::Column::PersonId.not_in_subquery(protected_ids()));
    }
    let mut words = narrowing.search.split_whitespace().take(8).peekable();
    if words.peek().is_some() {
        let mut named = Condition::all();
        for word in words {
            let word = format::folded(word).replace(['%', '_', '\\'], "");
            named = named.add(member::Column::SearchKey.contains(word));
        }
        let numbered = bound_by(owner, affiliation::Column::OutsideKey.eq(narrowing.search.trim()));
        all = all.add(Condition::any().add(named).add(numbered));
    }
    if let Some(kind) = narrowing.kind {
        let lasting =
            Condition::any().add(affiliation::Column::UntilOn.is_null()).add(affiliation::Column::UntilOn.gte(today));
        let kind = affiliation::Column::Kind.eq(kind.word());
        let lasting = if narrowing.standing == Standing::Here { lasting } else { Condition::all() };
        all = all.add(bound_by(owner, Condition::all().add(kind).add(lasting).into()));
    }
    if let Some(among) = &narrowing.among {
        all = all.add(member::Column::PersonId.is_in(among.iter().copied()));
    }
    for units in [&narrowing.units, &narrowing.within].into_iter().flatten() {
        let works = bound_by(owner, affiliation::Column::UnitId.is_in(units.iter().copied()));
        all = all.add(Condition::any().add(works).add(holding_on(owner, units)));
    }
    all
}

fn bound_by(owner: Owner, which: SimpleExpr) -> SimpleExpr {
    let bonds = affiliation::Entity::find()
        .select_only()
        .column(affiliation::Column::PersonId)
        .filter(affiliation::Column::OwnerId.eq(owner.id()))
        .filter(which);
    member::Column::PersonId.in_subquery(QueryTrait::into_query(bonds))
}

fn holding_on(owner: Owner, units: &[UnitId]) -> SimpleExpr {
    let held = role::Entity::find()
        .select_only()
        .column(role::Column::PersonId)
        .filter(role::Column::OwnerId.eq(owner.id()))
        .filter(role::Column::UnitId.is_in(units.iter().copied()));
    member::Column::PersonId.in_subquery(QueryTrait::into_query(held))
}

/// Whether somebody stands in the register.
pub async fn is_member(tx: &Tx, owner: Owner, id: PersonId) -> Result<bool, DbErr> {
    Ok(member::Entity::find_by_id((owner.id(), id)).one(tx).await?.is_some())
}

/// What binds these people to the organisation, by person and then the latest first.
pub async fn bonds_of(tx: &Tx, owner: Owner, people: &[PersonId]) -> Result<Vec<Bond>, DbErr> {
    let mut found = vec![];
    for some in people.chunks(IDS_AT_ONCE) {
        let rows = affiliation::Entity::find()
            .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
            .filter(affiliation::COLUMN.person_id.is_in(some.iter().copied()))
            .order_by_asc(affiliation::COLUMN.person_id)
            .order_by_desc(affiliation::COLUMN.id)
            .limit(BONDS_MAX * some.len() as u64)
            .all(tx)
            .await?;
        found.extend(rows.into_iter().filter_map(read_bond));
    }
    Ok(found)
}

/// The bonds under these numbers, a student's and an employee's.
pub async fn bonds_by_key(tx: &Tx, owner: Owner, keys: &[&str]) -> Result<Vec<Bond>, DbErr> {
    let mut found = vec![];
    for some in keys.chunks(IDS_AT_ONCE) {
        let rows = affiliation::Entity::find()
            .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
            .filter(affiliation::COLUMN.outside_key.is_in(some.iter().copied()))
            .order_by_asc(affiliation::COLUMN.id)
            .all(tx)
            .await?;
        found.extend(rows.into_iter().filter_map(read_bond));
    }
    Ok(found)
}

/// Those of these bonds that are there.
pub async fn bonds_by_id(tx: &Tx, owner: Owner, ids: &[AffiliationId]) -> Result<Vec<Bond>, DbErr> {
    let mut found = vec![];
    for some in ids.chunks(IDS_AT_ONCE) {
        let rows = affiliation::Entity::find()
            .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
            .filter(affiliation::COLUMN.id.is_in(some.iter().copied()))
            .order_by_asc(affiliation::COLUMN.id)
            .all(tx)
            .await?;
        found.extend(rows.into_iter().filter_map(read_bond));
    }
    Ok(found)
}

/// Those of these roles that are there.
pub async fn roles_by_id(tx: &Tx, owner: Owner, ids: &[RoleId]) -> Result<Vec<RoleHeld>, DbErr> {
    let mut found = vec![];
    for some in ids.chunks(IDS_AT_ONCE) {
        let rows = role::Entity::find()
            .filter(role::COLUMN.owner_id.eq(owner.id()))
            .filter(role::COLUMN.id.is_in(some.iter().copied()))
            .order_by_asc(role::COLUMN.id)
            .all(tx)
            .await?;
        found.extend(rows.into_iter().filter_map(read_role));
    }
    Ok(found)
}

/// Sets unit and days of a bond. The caller counts the register anew.
pub async fn rebind(tx: &Tx, owner: Owner, id: AffiliationId, unit: Option<UnitId>, span: Span) -> Result<(), DbErr> {
    affiliation::Entity::update_many()
        .col_expr(affiliation::Column::UnitId, Expr::value(unit))
        .col_expr(affiliation::Column::FromOn, Expr::value(span.from_on()))
        .col_expr(affiliation::Column::UntilOn, Expr::value(span.until_on()))
        .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
        .filter(affiliation::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Takes people out who were brought in by mistake: what binds them, their name and how to reach them are removed. The bare
/// entry stays for those who looked at it meanwhile and for the journal. The caller counts the register anew.
pub async fn forget(tx: &Tx, owner: Owner, people: &[PersonId]) -> Result<(), DbErr> {
    for some in people.chunks(IDS_AT_ONCE) {
        affiliation::Entity::delete_many()
            .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
            .filter(affiliation::COLUMN.person_id.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
        let nobody = PersonName::hidden();
        person::Entity::update_many()
            .col_expr(person::Column::GivenName, Expr::value(nobody.given_part()))
            .col_expr(person::Column::FamilyName, Expr::value(nobody.family_part()))
            .col_expr(person::Column::Email, Expr::value(None::<String>))
            .col_expr(person::Column::Phone, Expr::value(None::<String>))
            .col_expr(person::Column::IsProtected, Expr::value(false))
            .filter(person::COLUMN.home_id.eq(owner.id()))
            .filter(person::COLUMN.id.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
    }
    protection::forget(tx, owner, people).await
}

/// One bond.
pub async fn find_bond(tx: &Tx, owner: Owner, id: AffiliationId) -> Result<Option<Bond>, DbErr> {
    Ok(affiliation::Entity::find_by_id((owner.id(), id)).one(tx).await?.and_then(read_bond))
}

/// The roles these people hold, held or will hold there, by person and then the latest first.
pub async fn roles_of(tx: &Tx, owner: Owner, people: &[PersonId]) -> Result<Vec<RoleHeld>, DbErr> {
    let mut found = vec![];
    for some in people.chunks(IDS_AT_ONCE) {
        let rows = role::Entity::find()
            .filter(role::COLUMN.owner_id.eq(owner.id()))
            .filter(role::COLUMN.person_id.is_in(some.iter().copied()))
            .order_by_asc(role::COLUMN.person_id)
            .order_by_desc(role::COLUMN.id)
            .limit(BONDS_MAX * some.len() as u64)
            .all(tx)
            .await?;
        found.extend(rows.into_iter().filter_map(read_role));
    }
    Ok(found)
}

/// Reads a stored role; a word that nobody knows any more is none.
pub fn read_role(row: role::Model) -> Option<RoleHeld> {
    Some(RoleHeld {
        id: row.id,
        person: row.person_id,
        role: kit::actor::Role::from_word(&row.role)?,
        unit: row.unit_id,
        span: super::span(row.from_on, row.until_on)?,
        stands_for: row.for_id,
        given_by: row.given_by_id,
    })
}

fn read_bond(row: affiliation::Model) -> Option<Bond> {
    Some(Bond {
        id: row.id,
        person: row.person_id,
        kind: super::super::model::AffiliationKind::from_word(&row.kind)?,
        outside_key: row.outside_key,
        unit: row.unit_id,
        span: super::span(row.from_on, row.until_on)?,
    })
}

/// Sets the last day of one bond.
pub async fn end_bond(tx: &Tx, owner: Owner, id: AffiliationId, until_on: Date) -> Result<(), DbErr> {
    affiliation::Entity::update_many()
        .col_expr(affiliation::Column::UntilOn, Expr::value(until_on))
        .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
        .filter(affiliation::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Ends every bond and role of a person that would last longer. Those to come never begin.
pub async fn end_all(tx: &Tx, owner: Owner, id: PersonId, until_on: Date) -> Result<(), DbErr> {
    for table in ["affiliations", "roles"] {
        let sql = format!(
            "UPDATE {table} SET until_on = $3, from_on = CASE WHEN from_on > $3 THEN $3 ELSE from_on END \
             WHERE owner_id = $1 AND person_id = $2 AND (until_on IS NULL OR until_on > $3)"
        );
        let values = [owner.id().uuid().into(), id.uuid().into(), until_on.into()];
        tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
    }
    // Whoever stood in for them does so no more.
    role::Entity::update_many()
        .col_expr(role::Column::UntilOn, Expr::value(until_on))
        .filter(role::COLUMN.owner_id.eq(owner.id()))
        .filter(role::Column::ForId.eq(id))
        .filter(Condition::any().add(role::Column::UntilOn.is_null()).add(role::Column::UntilOn.gt(until_on)))
        .exec(tx)
        .await
        .map(drop)
}

/// Writes name, address and telephone of a person.
pub async fn correct(tx: &Tx, owner: Owner, id: PersonId, new: &NewPerson) -> Result<bool, DbErr> {
    let text = |text: Option<&str>| text.map(ToOwned::to_owned);
    let done = person::Entity::update_many()
        .col_expr(person::Column::GivenName, Expr::value(new.name.given_part()))
        .col_expr(person::Column::FamilyName, Expr::value(new.name.family_part()))
        .col_expr(person::Column::Email, Expr::value(text(new.email.as_ref().map(|email| email.as_str()))))
        .col_expr(person::Column::Phone, Expr::value(text(new.phone.as_ref().map(|phone| phone.as_str()))))
        .filter(person::COLUMN.id.eq(id))
        .filter(person::COLUMN.home_id.eq(owner.id()))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Notes that a person belongs to an organisation other than the one that registered them.
pub async fn note_elsewhere(tx: &Tx, owner: Owner, id: PersonId) -> Result<(), DbErr> {
    person::Entity::update_many()
        .col_expr(person::Column::Elsewhere, Expr::value(true))
        .filter(person::COLUMN.id.eq(id))
        .filter(person::COLUMN.home_id.ne(owner.id()))
        .exec(tx)
        .await
        .map(drop)
}

/// Keeps which organisation's rooms the person opened last.
pub async fn choose(tx: &Tx, oneself: kit::actor::Oneself, organisation: base::OrganisationId) -> Result<(), DbErr> {
    person::Entity::update_many()
        .col_expr(person::Column::ChosenId, Expr::value(organisation))
        .filter(person::COLUMN.id.eq(oneself.id()))
        .exec(tx)
        .await
        .map(drop)
}

/// Roles of the organisation: one page by unit and holder, and how many there are.
pub async fn roles_page(
    tx: &Tx,
    owner: Owner,
    (units, lasting_on): (Option<&[UnitId]>, Option<Date>),
    (first, rows): (u64, u64),
) -> Result<(Vec<RoleHeld>, u64), DbErr> {
    let find = || {
        let mut all = role::Entity::find().filter(role::COLUMN.owner_id.eq(owner.id()));
        if let Some(units) = units {
            all = all.filter(role::COLUMN.unit_id.is_in(units.iter().copied()));
        }
        if let Some(day) = lasting_on {
            all = all.filter(Condition::any().add(role::Column::UntilOn.is_null()).add(role::Column::UntilOn.gte(day)));
        }
        all
    };
    let found = find().order_by_asc(role::COLUMN.unit_id).order_by_asc(role::COLUMN.id);
    let found = found.offset(first).limit(rows).all(tx).await?;
    Ok((found.into_iter().filter_map(read_role).collect(), find().count(tx).await?))
}

/// Roles of the organisation in the order of their ids, after the one given: those on these units, or on any.
pub async fn roles_after(
    tx: &Tx,
    owner: Owner,
    units: Option<&[UnitId]>,
    after: Option<RoleId>,
    limit: u64,
) -> Result<Vec<RoleHeld>, DbErr> {
    let mut all = role::Entity::find().filter(role::COLUMN.owner_id.eq(owner.id()));
    if let Some(units) = units {
        all = all.filter(role::COLUMN.unit_id.is_in(units.iter().copied()));
    }
    if let Some(after) = after {
        all = all.filter(role::COLUMN.id.gt(after));
    }
    let found = all.order_by_asc(role::COLUMN.id).limit(limit).all(tx).await?;
    Ok(found.into_iter().filter_map(read_role).collect())
}

/// Adds a deputy's role.
pub async fn add_deputy(tx: &Tx, owner: Owner, new: &RoleHeld) -> Result<(), DbErr> {
    let row = role::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(new.id),
        person_id: Set(new.person),
        unit_id: Set(new.unit),
        role: Set(new.role.word().into()),
        from_on: Set(new.span.from_on()),
        until_on: Set(new.span.until_on()),
        for_id: Set(new.stands_for),
        given_by_id: Set(new.given_by),
        given_at: Set(Some(tx.now())),
    };
    role::Entity::insert(row).exec_without_returning(tx).await?;
    enter(tx, owner, &[(new.person, new.span)]).await
}
