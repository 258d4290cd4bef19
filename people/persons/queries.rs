//! All database access of the room.

pub mod mailboxes;
pub mod mergers;
pub mod protection;
pub mod register;
pub mod restrictions;
pub mod units;

use std::collections::{HashMap, HashSet};

use base::{AffiliationId, Date, Id, Lang, OrganisationId, PersonId, RoleId, UnitId, Zone};
use kit::actor::{Oneself, Owner, Role};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::own_data::{Section, section};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Set, Statement,
};

use super::access;
use super::model::{
    Affiliation, AffiliationKind, Email, Ends, NewPerson, NewRole, Person, PersonName, Phone, Scheme, Span,
};
use super::tables::{affiliation, person, protection as protected, role};

/// Ids in one statement: SQLite takes 32,766 values.
const IDS_AT_ONCE: usize = 10_000;
/// Rows in one insert: nine columns each.
const ROWS_AT_ONCE: usize = 1_000;
/// One person holds at most this many roles and affiliations that are read.
const BONDS_MAX: u64 = 200;
/// One mailbox is shared by at most this many people.
const SHARING_MAX: u64 = 20;
/// A host has at most this many coordinators.
const HOLDERS_MAX: u64 = 2_000;

/// One person. The caller has found them through a row of its own scope; an id from an address is not enough. A name that
/// is protected stays so: what is found may be told to anybody who meets the person.
pub async fn find(tx: &Tx, id: PersonId) -> Result<Person, Fault> {
    let found = person::Entity::find_by_id(id).one(tx).await?;
    Ok(read(found.ok_or_else(|| NotFound::of("person", id))?))
}

/// The actor, for their own eyes: with name and address that are protected from everybody else.
pub async fn find_oneself(tx: &Tx) -> Result<Person, Fault> {
    let oneself = access::may_choose_profile(tx.actor())?;
    let mut person = find(tx, oneself.id()).await?;
    if access::in_own_right(tx.actor()).is_some() {
        protection::unveil(tx, std::iter::once(&mut person)).await?;
    }
    Ok(person)
}

/// Those of `ids` that exist, under their working name where the name is protected; a bounded number of statements however
/// many there are.
pub async fn find_many(tx: &Tx, ids: &[PersonId]) -> Result<HashMap<PersonId, Person>, DbErr> {
    let mut found = HashMap::with_capacity(ids.len());
    for some in ids.chunks(IDS_AT_ONCE) {
        let rows = person::Entity::find().filter(person::COLUMN.id.is_in(some.iter().copied())).all(tx).await?;
        found.extend(rows.into_iter().map(|row| (row.id, read(row))));
    }
    Ok(found)
}

/// The names of those of `ids` that exist; working names where the name is protected.
pub async fn names(tx: &Tx, ids: &[PersonId]) -> Result<HashMap<PersonId, PersonName>, DbErr> {
    let mut found = HashMap::with_capacity(ids.len());
    for some in ids.chunks(IDS_AT_ONCE) {
        let rows: Vec<(PersonId, String, String)> = person::Entity::find()
            .filter(person::COLUMN.id.is_in(some.iter().copied()))
            .select_only()
            .column(person::Column::Id)
            .column(person::Column::GivenName)
            .column(person::Column::FamilyName)
            .into_tuple()
            .all(tx)
            .await?;
        found.extend(rows.into_iter().map(|(id, given, family)| (id, read_name(&given, &family))));
    }
    Ok(found)
}

/// Everybody who gave this address, oldest first. A shared mailbox has several.
pub async fn of_email(tx: &Tx, email: &Email) -> Result<Vec<Person>, DbErr> {
    let protected: Vec<PersonId> = protected::Entity::find()
        .filter(protected::COLUMN.email.eq(email.as_str()))
        .select_only()
        .column(protected::Column::PersonId)
        .order_by_asc(protected::COLUMN.person_id)
        .limit(SHARING_MAX)
        .into_tuple()
        .all(tx)
        .await?;
    let has = Condition::any().add(person::COLUMN.email.eq(email.as_str())).add(person::COLUMN.id.is_in(protected));
    let found = person::Entity::find().filter(has);
    // Whoever was found to be somebody else signs in as that one.
    let found = found.filter(person::COLUMN.merged_into_id.is_null());
    let rows = found.order_by_asc(person::COLUMN.id).limit(SHARING_MAX).all(tx).await?;
    Ok(rows.into_iter().map(read).collect())
}

/// The students of the organisation that have one of these keys.
pub async fn students_by_key(tx: &Tx, owner: Owner, keys: &[&str]) -> Result<HashMap<String, PersonId>, DbErr> {
    let mut found = HashMap::with_capacity(keys.len());
    for some in keys.chunks(IDS_AT_ONCE) {
        let rows: Vec<(Option<String>, PersonId)> = affiliation::Entity::find()
            .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
            .filter(affiliation::COLUMN.kind.eq(AffiliationKind::Student.word()))
            .filter(affiliation::COLUMN.outside_key.is_in(some.iter().copied()))
            .select_only()
            .column(affiliation::Column::OutsideKey)
            .column(affiliation::Column::PersonId)
            .into_tuple()
            .all(tx)
            .await?;
        found.extend(rows.into_iter().filter_map(|(key, person)| Some((key?, person))));
    }
    Ok(found)
}

/// Students of the organisation with their keys, in the order of the keys; at most `limit`.
pub async fn students_of(tx: &Tx, owner: Owner, limit: u64) -> Result<Vec<(String, PersonId)>, DbErr> {
    let rows: Vec<(Option<String>, PersonId)> = affiliation::Entity::find()
        .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
        .filter(affiliation::COLUMN.kind.eq(AffiliationKind::Student.word()))
        .filter(affiliation::COLUMN.outside_key.is_not_null())
        .order_by_asc(affiliation::COLUMN.outside_key)
        .select_only()
        .column(affiliation::Column::OutsideKey)
        .column(affiliation::Column::PersonId)
        .limit(limit)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().filter_map(|(key, person)| Some((key?, person))).collect())
}

/// Whether the person has any bond to the organisation, ended or not.
pub async fn affiliated(tx: &Tx, owner: Owner, person: PersonId) -> Result<bool, DbErr> {
    let found = affiliation::Entity::find()
        .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
        .filter(affiliation::COLUMN.person_id.eq(person))
        .one(tx)
        .await?;
    Ok(found.is_some())
}

/// A role or a study of one's own, with the zone in which its days count.
#[derive(Debug, FromQueryResult)]
pub struct Bond {
    /// At which organisation
    pub owner_id: OrganisationId,
    /// The role's word; none for a study
    pub role: Option<String>,
    /// The root of the subtree
    pub unit_id: Option<UnitId>,
    /// First day
    pub from_on: Option<Date>,
    /// Last day
    pub until_on: Option<Date>,
    /// Whom a deputy stands in for
    pub for_id: Option<PersonId>,
    /// Name of the organisation's time zone
    pub time_zone: String,
    /// The organisation whose rooms were opened last
    pub chosen_id: Option<OrganisationId>,
}

/// One's own roles and studies, also those that have ended or not begun: one statement, since every page asks.
pub async fn own_bonds(tx: &Tx, oneself: Oneself) -> Result<Vec<Bond>, DbErr> {
    let sql = format!(
        "SELECT b.owner_id, b.role, b.unit_id, b.from_on, b.until_on, b.for_id, o.time_zone, p.chosen_id FROM (\
           SELECT owner_id, id, role, unit_id, from_on, until_on, for_id FROM roles WHERE person_id = $1 \
           UNION ALL SELECT owner_id, id, NULL, NULL, from_on, until_on, NULL FROM affiliations \
           WHERE person_id = $1 AND kind = 'student') b \
         JOIN organisations o ON o.id = b.owner_id JOIN persons p ON p.id = $1 ORDER BY b.owner_id, b.id LIMIT {BONDS_MAX}"
    );
    let statement = Statement::from_sql_and_values(tx.backend(), sql, [oneself.id().uuid().into()]);
    Bond::find_by_statement(statement).all(tx).await
}

#[derive(FromQueryResult)]
struct EndsRow {
    until_on: Option<Date>,
    open_ends: i64,
    time_zone: String,
}

/// When one's own bonds and roles end, organisation by organisation: those of the past and those to come, too.
pub async fn own_ends(tx: &Tx, oneself: Oneself) -> Result<Vec<Ends>, DbErr> {
    let sql = "SELECT max(b.until_on) AS until_on, count(*) - count(b.until_on) AS open_ends, o.time_zone FROM (\
                 SELECT owner_id, until_on FROM roles WHERE person_id = $1 \
                 UNION ALL SELECT owner_id, until_on FROM affiliations WHERE person_id = $1) b \
               JOIN organisations o ON o.id = b.owner_id GROUP BY o.id, o.time_zone ORDER BY o.id";
    let statement = Statement::from_sql_and_values(tx.backend(), sql, [oneself.id().uuid().into()]);
    let read = |row: EndsRow| Ends {
        until_on: row.until_on,
        is_open: row.open_ends > 0,
        // A zone that cannot be read is none to be late by.
        today: tx.now().with_timezone(&row.time_zone.parse().unwrap_or(Zone::UTC)).date_naive(),
    };
    Ok(EndsRow::find_by_statement(statement).all(tx).await?.into_iter().map(read).collect())
}

/// Adds people, in few statements.
pub async fn add_persons(tx: &Tx, home: Owner, new: &[(PersonId, &NewPerson)]) -> Result<(), DbErr> {
    for some in new.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().map(|(id, new)| person::ActiveModel {
            id: Set(*id),
            home_id: Set(home.id()),
            given_name: Set(new.name.given_part().into()),
            family_name: Set(new.name.family_part().into()),
            email: Set(new.email.as_ref().map(|email| email.as_str().into())),
            phone: Set(new.phone.as_ref().map(|phone| phone.as_str().into())),
            lang: Set(new.lang.map(|lang| lang.tag().into())),
            scheme: Set(None),
            created_at: Set(tx.now()),
            chosen_id: Set(None),
            elsewhere: Set(None),
            merged_into_id: Set(None),
            is_protected: Set(None),
            search_key: Set(None),
        });
        person::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Adds bonds to the organisation, in few statements.
pub async fn add_affiliations(tx: &Tx, owner: Owner, new: &[Affiliation]) -> Result<(), DbErr> {
    for some in new.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().map(|new| affiliation::ActiveModel {
            owner_id: Set(owner.id()),
            id: Set(tx.new_id::<AffiliationId>()),
            person_id: Set(new.person),
            kind: Set(new.kind.word().into()),
            outside_key: Set(new.outside_key.clone()),
            unit_id: Set(new.unit),
            from_on: Set(new.span.from_on()),
            until_on: Set(new.span.until_on()),
        });
        affiliation::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    let entered: Vec<_> = new.iter().map(|new| (new.person, new.span)).collect();
    register::enter(tx, owner, &entered).await
}

/// Whether another person of this kind has the key.
pub async fn key_taken(tx: &Tx, owner: Owner, kind: AffiliationKind, key: &str) -> Result<bool, DbErr> {
    let found = affiliation::Entity::find()
        .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
        .filter(affiliation::COLUMN.kind.eq(kind.word()))
        .filter(affiliation::COLUMN.outside_key.eq(key))
        .one(tx)
        .await?;
    Ok(found.is_some())
}

/// Who has this key among the organisation's people of one kind, and has not left before this day.
pub async fn of_key(
    tx: &Tx,
    owner: Owner,
    kind: AffiliationKind,
    key: &str,
    on: Date,
) -> Result<Option<PersonId>, DbErr> {
    let until = affiliation::Column::UntilOn;
    let found = affiliation::Entity::find()
        .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
        .filter(affiliation::COLUMN.kind.eq(kind.word()))
        .filter(affiliation::COLUMN.outside_key.eq(key))
        .filter(until.is_null().or(until.gte(on)))
        .one(tx)
        .await?;
    Ok(found.map(|row| row.person_id))
}

/// Sets the last day of a bond; false when there is none.
pub async fn end_affiliation(
    tx: &Tx,
    owner: Owner,
    person: PersonId,
    kind: AffiliationKind,
    until_on: Date,
) -> Result<bool, DbErr> {
    let ended = affiliation::Entity::update_many()
        .col_expr(affiliation::Column::UntilOn, Expr::value(until_on))
        .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
        .filter(affiliation::COLUMN.person_id.eq(person))
        .filter(affiliation::COLUMN.kind.eq(kind.word()))
        .exec(tx)
        .await?;
    if ended.rows_affected > 0 {
        register::recount(tx, owner, &[person]).await?;
    }
    Ok(ended.rows_affected > 0)
}

/// Sets the first and the last day of students' bonds.
pub async fn limit_studies(tx: &Tx, owner: Owner, keys: &[&str], span: Span) -> Result<(), DbErr> {
    for some in keys.chunks(IDS_AT_ONCE) {
        affiliation::Entity::update_many()
            .col_expr(affiliation::Column::FromOn, Expr::value(span.from_on()))
            .col_expr(affiliation::Column::UntilOn, Expr::value(span.until_on()))
            .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
            .filter(affiliation::COLUMN.kind.eq(AffiliationKind::Student.word()))
            .filter(affiliation::COLUMN.outside_key.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
    }
    register::recount_students(tx, owner, keys).await
}

/// Adds a role.
pub async fn add_role(tx: &Tx, owner: Owner, new: &NewRole) -> Result<RoleId, DbErr> {
    let id: RoleId = tx.new_id();
    let row = role::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        person_id: Set(new.person),
        unit_id: Set(new.unit),
        role: Set(new.role.word().into()),
        from_on: Set(new.span.from_on()),
        until_on: Set(new.span.until_on()),
        for_id: Set(None),
        given_by_id: Set(tx.actor().person_id()),
        given_at: Set(Some(tx.now())),
    };
    role::Entity::insert(row).exec_without_returning(tx).await?;
    register::enter(tx, owner, &[(new.person, new.span)]).await?;
    Ok(id)
}

/// Adds roles, in few statements.
pub async fn add_roles(tx: &Tx, owner: Owner, new: &[(RoleId, NewRole)], by: Option<PersonId>) -> Result<(), DbErr> {
    for some in new.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().map(|(id, new)| role::ActiveModel {
            owner_id: Set(owner.id()),
            id: Set(*id),
            person_id: Set(new.person),
            unit_id: Set(new.unit),
            role: Set(new.role.word().into()),
            from_on: Set(new.span.from_on()),
            until_on: Set(new.span.until_on()),
            for_id: Set(None),
            given_by_id: Set(by),
            given_at: Set(Some(tx.now())),
        });
        role::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    let entered: Vec<_> = new.iter().map(|(_, new)| (new.person, new.span)).collect();
    register::enter(tx, owner, &entered).await
}

/// Sets first and last day of a role. The caller counts the register anew.
pub async fn respan_role(tx: &Tx, owner: Owner, id: RoleId, span: Span) -> Result<(), DbErr> {
    role::Entity::update_many()
        .col_expr(role::Column::FromOn, Expr::value(span.from_on()))
        .col_expr(role::Column::UntilOn, Expr::value(span.until_on()))
        .filter(role::COLUMN.owner_id.eq(owner.id()))
        .filter(role::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Removes roles that were given by mistake. The caller counts the register anew.
pub async fn remove_roles(tx: &Tx, owner: Owner, ids: &[RoleId]) -> Result<(), DbErr> {
    for some in ids.chunks(IDS_AT_ONCE) {
        role::Entity::delete_many()
            .filter(role::COLUMN.owner_id.eq(owner.id()))
            .filter(role::COLUMN.id.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// For whom of these people somebody stands in at the organisation, or did.
pub async fn deputed(tx: &Tx, owner: Owner, people: &[PersonId]) -> Result<HashSet<PersonId>, DbErr> {
    let mut found = HashSet::new();
    for some in people.chunks(IDS_AT_ONCE) {
        let whose: Vec<Option<PersonId>> = role::Entity::find()
            .select_only()
            .column(role::Column::ForId)
            .filter(role::Column::OwnerId.eq(owner.id()))
            .filter(role::Column::ForId.is_in(some.iter().copied()))
            .distinct()
            .into_tuple()
            .all(tx)
            .await?;
        found.extend(whose.into_iter().flatten());
    }
    Ok(found)
}

/// Who coordinates at the host on a day, each with the root of the subtree covered; none is the whole organisation.
pub async fn coordinators(tx: &Tx, owner: Owner, on: Date) -> Result<Vec<(PersonId, Option<UnitId>)>, DbErr> {
    holders(tx, owner, Role::Coordinator, on).await
}

/// Who holds a role at an organisation on a day, each with the root of the subtree; at most `HOLDERS_MAX`.
pub async fn holders(tx: &Tx, owner: Owner, role: Role, on: Date) -> Result<Vec<(PersonId, Option<UnitId>)>, DbErr> {
    let open = |column: role::Column, until: bool| {
        let bound = if until { column.gte(on) } else { column.lte(on) };
        column.is_null().or(bound)
    };
    role::Entity::find()
        .select_only()
        .columns([role::Column::PersonId, role::Column::UnitId])
        .filter(role::Column::OwnerId.eq(owner.id()))
        .filter(role::Column::Role.eq(role.word()))
        .filter(open(role::Column::FromOn, false))
        .filter(open(role::Column::UntilOn, true))
        .order_by_asc(role::Column::PersonId)
        .order_by_asc(role::Column::Id)
        .limit(HOLDERS_MAX)
        .into_tuple()
        .all(tx)
        .await
}

/// Who holds a role over all of an organisation on a day, in their own right; at most `HOLDERS_MAX`.
pub async fn in_charge(tx: &Tx, owner: Owner, on: Date) -> Result<Vec<PersonId>, DbErr> {
    role::Entity::find()
        .select_only()
        .column(role::Column::PersonId)
        .distinct()
        .filter(role::COLUMN.owner_id.eq(owner.id()))
        .filter(role::Column::UnitId.is_null())
        .filter(role::Column::ForId.is_null())
        .filter(role::Column::FromOn.is_null().or(role::Column::FromOn.lte(on)))
        .filter(role::Column::UntilOn.is_null().or(role::Column::UntilOn.gte(on)))
        .order_by_asc(role::Column::PersonId)
        .limit(HOLDERS_MAX)
        .into_tuple()
        .all(tx)
        .await
}

/// One role of the organisations in `owners`: an address or a form holds only the id.
pub async fn find_role(tx: &Tx, owners: &[OrganisationId], id: RoleId) -> Result<Option<role::Model>, DbErr> {
    let found = role::Entity::find().filter(role::COLUMN.owner_id.is_in(owners.iter().copied()));
    found.filter(role::COLUMN.id.eq(id)).one(tx).await
}

/// Sets the last day of a role, and of those who stand in for its holder in it.
pub async fn end_role(tx: &Tx, owner: Owner, ended: &role::Model, until_on: Date) -> Result<(), DbErr> {
    let lasting = Condition::any().add(role::Column::UntilOn.is_null()).add(role::Column::UntilOn.gt(until_on));
    let unit = match ended.unit_id {
        Some(unit) => role::Column::UnitId.eq(unit),
        None => role::Column::UnitId.is_null(),
    };
    let deputies = Condition::all()
        .add(role::Column::ForId.eq(ended.person_id))
        .add(role::Column::Role.eq(ended.role.as_str()))
        .add(unit)
        .add(lasting);
    role::Entity::update_many()
        .col_expr(role::Column::UntilOn, Expr::value(until_on))
        .filter(role::COLUMN.owner_id.eq(owner.id()))
        .filter(Condition::any().add(role::Column::Id.eq(ended.id)).add(deputies))
        .exec(tx)
        .await?;
    register::recount(tx, owner, &[ended.person_id]).await
}

/// Saves what the person chose. `search_key` stays as it is where nothing was chosen.
pub async fn save_profile(
    tx: &Tx,
    oneself: Oneself,
    (lang, scheme, search_key): (Option<Lang>, Scheme, Option<bool>),
) -> Result<(), DbErr> {
    let mut update = person::Entity::update_many();
    if let Some(on) = search_key {
        update = update.col_expr(person::Column::SearchKey, Expr::value(on));
    }
    update
        .col_expr(person::Column::Lang, Expr::value(lang.map(Lang::tag)))
        .col_expr(person::Column::Scheme, Expr::value(scheme.word()))
        .filter(person::COLUMN.id.eq(oneself.id()))
        .exec(tx)
        .await
        .map(drop)
}

/// The span of a stored row; a row that ends before it begins never held.
pub fn span(from_on: Option<Date>, until_on: Option<Date>) -> Option<Span> {
    Span::new(from_on, until_on).ok()
}

fn read(row: person::Model) -> Person {
    Person {
        id: row.id,
        home: row.home_id,
        name: read_name(&row.given_name, &row.family_name),
        email: row.email.and_then(|email| Email::new(&email).ok()),
        phone: row.phone.and_then(|phone| Phone::new(&phone).ok()),
        lang: row.lang.and_then(|tag| Lang::from_tag(&tag)),
        scheme: row.scheme.and_then(|word| Scheme::from_word(&word)).unwrap_or_default(),
        is_elsewhere: row.elsewhere.unwrap_or_default(),
        merged_into: row.merged_into_id,
        is_protected: row.is_protected.unwrap_or_default(),
        search_key: row.search_key.unwrap_or(true),
    }
}

fn read_name(given: &str, family: &str) -> PersonName {
    match PersonName::new(given, family) {
        Ok(name) => name,
        // Only names that were accepted once are stored.
        Err(error) => panic!("a stored name is not a name: {error}"),
    }
}

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![
        section::<person::Entity>(tx, oneself, person::Column::Id, &[]).await?,
        section::<affiliation::Entity>(tx, oneself, affiliation::Column::PersonId, &[]).await?,
        section::<role::Entity>(tx, oneself, role::Column::PersonId, &[]).await?,
        restrictions::own_data(tx, oneself).await?,
        section::<protected::Entity>(tx, oneself, protected::Column::PersonId, &[]).await?,
        section::<super::tables::trustee::Entity>(tx, oneself, super::tables::trustee::Column::PersonId, &[]).await?,
    ])
}
