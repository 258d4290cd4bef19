//! The units of an organisation as a tree on one day: today, on a day to come with what is planned, or on a day gone by.

use std::collections::HashMap;

use base::{Date, UnitId};

use super::{Act, ChangeState, OrganisationError, Unit, UnitChange, Wanted};

/// The tree on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    day: Date,
    /// By name, as they came
    units: Vec<Unit>,
    places: HashMap<UnitId, usize>,
    below: HashMap<Option<UnitId>, Vec<usize>>,
}

impl Tree {
    /// The tree of a day. Units come as they are today; `changes` are those that hold between today and the day.
    pub fn new(units: Vec<Unit>, mut changes: Vec<UnitChange>, today: Date, day: Date) -> Self {
        let mut units: HashMap<UnitId, (usize, Unit)> =
            units.into_iter().enumerate().map(|(place, unit)| (unit.id, (place, unit))).collect();
        changes.sort_by_key(|change| (change.from_on, change.id));
        if day < today {
            let past = |change: &&UnitChange| change.state == ChangeState::Done && change.from_on > day;
            for change in changes.iter().rev().filter(past) {
                if let Some((_, unit)) = units.get_mut(&change.unit) {
                    unit.take(change.act, &change.before);
                }
            }
        } else {
            let to_come = |change: &&UnitChange| change.state == ChangeState::Planned && change.from_on <= day;
            for change in changes.iter().filter(to_come) {
                if let Some((_, unit)) = units.get_mut(&change.unit) {
                    unit.take(change.act, &change.after.shape);
                }
            }
        }
        let mut there: Vec<(usize, Unit)> = units.into_values().filter(|(_, unit)| unit.is_there_on(day)).collect();
        there.sort_by_key(|(place, _)| *place);
        Self::of(day, there.into_iter().map(|(_, unit)| unit).collect())
    }

    fn of(day: Date, units: Vec<Unit>) -> Self {
        let places: HashMap<UnitId, usize> = units.iter().enumerate().map(|(place, unit)| (unit.id, place)).collect();
        let mut below: HashMap<Option<UnitId>, Vec<usize>> = HashMap::new();
        for (place, unit) in units.iter().enumerate() {
            // What lay in a unit that is gone stands at the top, so that nothing is lost from sight.
            let parent = unit.parent.filter(|parent| places.contains_key(parent));
            below.entry(parent).or_default().push(place);
        }
        Self { day, units, places, below }
    }

    /// The day.
    pub fn day(&self) -> Date {
        self.day
    }
    /// Every unit, by name.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }
    /// One unit.
    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.places.get(&id).and_then(|place| self.units.get(*place))
    }
    /// The units directly in a unit, or directly below the organisation.
    pub fn children(&self, of: Option<UnitId>) -> impl Iterator<Item = &Unit> {
        self.below.get(&of).into_iter().flatten().filter_map(|place| self.units.get(*place))
    }

    /// The unit and those it lies in, from itself upwards. A circle ends where it closes.
    pub fn upwards(&self, id: UnitId) -> Vec<UnitId> {
        let mut way = vec![];
        let mut next = Some(id);
        while let Some(unit) = next.and_then(|id| self.unit(id)).filter(|unit| !way.contains(&unit.id)) {
            way.push(unit.id);
            next = unit.parent;
        }
        way
    }

    /// The unit and everything below it.
    pub fn subtree(&self, id: UnitId) -> Vec<UnitId> {
        let mut all: Vec<UnitId> = self.unit(id).map(|unit| unit.id).into_iter().collect();
        let mut at = 0;
        while let Some(unit) = all.get(at).copied() {
            all.extend(self.children(Some(unit)).map(|child| child.id));
            at += 1;
            if all.len() > self.units.len() {
                break; // a circle
            }
        }
        all
    }

    /// "Region / School / Class": a unit with those it lies in.
    pub fn path(&self, id: UnitId) -> String {
        let names: Vec<&str> =
            self.upwards(id).iter().rev().filter_map(|id| self.unit(*id)).map(|unit| unit.name.as_str()).collect();
        names.join(" / ")
    }

    /// Whether this can be done to the unit on the day of this tree.
    /// # Errors
    /// What stands in the way.
    pub fn check(&self, id: UnitId, wanted: &Wanted) -> Result<(), OrganisationError> {
        let unit = self.unit(id).ok_or(OrganisationError::UnitGone { unit: id })?;
        if let Some(to) = wanted.target() {
            self.check_target(unit, to)?;
        }
        match wanted {
            Wanted::Name { name, outside_key, address }
                if (name, outside_key, address) == (&unit.name, &unit.outside_key, &unit.address) =>
            {
                Err(OrganisationError::NothingChanged)
            }
            Wanted::Name { outside_key: Some(key), .. }
                if self.units.iter().any(|other| other.id != id && other.outside_key.as_ref() == Some(key)) =>
            {
                Err(OrganisationError::KeyTaken { key: key.clone() })
            }
            Wanted::Close => match self.children(Some(id)).count() {
                0 => Ok(()),
                units => Err(OrganisationError::OpenBelow { units }),
            },
            Wanted::Merge(_) | Wanted::Move(_) | Wanted::Name { .. } => Ok(()),
        }
    }

    fn check_target(&self, unit: &Unit, to: Option<UnitId>) -> Result<(), OrganisationError> {
        let Some(target) = to else {
            return if unit.parent.is_none() { Err(OrganisationError::NothingChanged) } else { Ok(()) };
        };
        if self.unit(target).is_none() {
            return Err(OrganisationError::NoParent { parent: target });
        }
        if self.upwards(target).contains(&unit.id) {
            return Err(OrganisationError::InItself);
        }
        Ok(())
    }

    /// Units that somebody may mean by what they typed: a key, a name, or a path.
    pub fn called(&self, typed: &str) -> Vec<&Unit> {
        let folded = kit::format::folded(typed.trim());
        let by_key: Vec<&Unit> =
            self.units.iter().filter(|unit| unit.outside_key.as_deref() == Some(typed.trim())).collect();
        if !by_key.is_empty() {
            return by_key;
        }
        let same = |unit: &&Unit| {
            kit::format::folded(&unit.name) == folded || kit::format::folded(&self.path(unit.id)) == folded
        };
        self.units.iter().filter(same).collect()
    }
}

impl Unit {
    /// Takes over what an act changes.
    pub fn take(&mut self, act: Act, other: &super::Shape) {
        let shape = super::Shape::of(self).with(act, other);
        (self.parent, self.name, self.outside_key) = (shape.parent, shape.name, shape.outside_key);
        (self.address, self.until_on, self.merged_into) = (shape.address, shape.until_on, shape.merged_into);
    }
}

/// One line of a tree drawn as nested lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which unit
    pub unit: UnitId,
    /// Whether a list of those below begins after it
    pub opens: bool,
    /// How many lists end after it
    pub closes: usize,
    /// How many units lie below it and are not drawn
    pub hidden: usize,
}

impl Tree {
    /// The tree below a unit as lines, level by level as deep as `lines_max` allows; what is not drawn is counted.
    pub fn lines(&self, of: Option<UnitId>, lines_max: usize) -> Vec<Line> {
        let drawn = self.drawn(of, lines_max);
        let mut lines: Vec<(usize, UnitId)> = vec![];
        let mut left: Vec<(usize, UnitId)> = self.first_of(of, lines_max).iter().rev().map(|id| (0, *id)).collect();
        while let Some((depth, id)) = left.pop() {
            lines.push((depth, id));
            if drawn.contains_key(&id) {
                let children: Vec<UnitId> = self.children(Some(id)).map(|child| child.id).collect();
                left.extend(children.into_iter().rev().map(|child| (depth + 1, child)));
            }
        }
        let depths: Vec<usize> = lines.iter().map(|(depth, _)| *depth).chain([0]).collect();
        let line = |(at, (depth, unit)): (usize, (usize, UnitId))| {
            let next = depths.get(at + 1).copied().unwrap_or(0);
            let hidden = if drawn.contains_key(&unit) { 0 } else { self.subtree(unit).len() - 1 };
            Line { unit, opens: next > depth, closes: depth.saturating_sub(next), hidden }
        };
        lines.into_iter().enumerate().map(line).collect()
    }

    fn first_of(&self, of: Option<UnitId>, lines_max: usize) -> Vec<UnitId> {
        self.children(of).take(lines_max).map(|unit| unit.id).collect()
    }

    /// Units whose children are drawn: from the top, as long as there is room.
    fn drawn(&self, of: Option<UnitId>, lines_max: usize) -> HashMap<UnitId, ()> {
        let mut level = self.first_of(of, lines_max);
        let (mut drawn, mut lines) = (HashMap::new(), level.len());
        while !level.is_empty() {
            let mut next = vec![];
            for id in level {
                let children: Vec<UnitId> = self.children(Some(id)).map(|child| child.id).collect();
                if !children.is_empty() && lines + children.len() <= lines_max && !drawn.contains_key(&id) {
                    lines += children.len();
                    drawn.insert(id, ());
                    next.extend(children);
                }
            }
            level = next;
        }
        drawn
    }
}

#[cfg(test)]
mod tests {
    use base::{Id, UnitChangeId};
    use uuid::Uuid;

    use super::super::{After, NewUnit, Shape};
    use super::*;

    fn id(number: u128) -> UnitId {
        UnitId(Uuid::from_u128(number))
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn unit(number: u128, parent: Option<u128>, name: &str) -> Unit {
        let new = NewUnit { parent: parent.map(id), name: name.into(), ..NewUnit::default() };
        Unit::new(id(number), &new).unwrap()
    }

    fn town() -> Vec<Unit> {
        vec![
            unit(1, None, "Schools"),
            unit(2, Some(1), "Granvang"),
            unit(3, Some(2), "Class 5"),
            unit(4, None, "Nursing homes"),
        ]
    }

    fn change(number: u128, of: &Unit, wanted: &Wanted, from_on: &str, state: ChangeState) -> UnitChange {
        let shape = wanted.shape(of, day(from_on));
        UnitChange {
            id: UnitChangeId::from_uuid(Uuid::from_u128(number)),
            unit: of.id,
            act: wanted.act(),
            from_on: day(from_on),
            state,
            before: Shape::of(of),
            after: After { shape, whole: vec![] },
            note: String::new(),
            by: None,
            at: "2027-01-01T12:00:00Z".parse().unwrap(),
            problem: None,
        }
    }

    fn drawing(tree: &Tree) -> String {
        let mut out = String::new();
        for line in tree.lines(None, 100) {
            out += &tree.unit(line.unit).unwrap().name;
            out += if line.opens { "(" } else { " " };
            out += &")".repeat(line.closes);
        }
        out.trim().to_owned()
    }

    #[test]
    fn a_day_to_come_shows_what_is_planned_and_a_day_gone_by_what_was() {
        let today = day("2027-03-01");
        let units = town();
        let renamed = Wanted::Name { name: "Granvang school".into(), outside_key: None, address: None };
        let mut later = vec![
            change(1, &units[1], &renamed, "2027-04-01", ChangeState::Planned),
            change(2, &units[1], &Wanted::Move(Some(id(4))), "2027-05-01", ChangeState::Planned),
            change(3, &units[2], &Wanted::Close, "2027-06-01", ChangeState::Planned),
            change(4, &units[3], &Wanted::Close, "2027-04-01", ChangeState::Withdrawn),
        ];
        let on =
            |changes: &[UnitChange], on: &str| drawing(&Tree::new(units.clone(), changes.to_vec(), today, day(on)));
        assert_eq!(on(&later, "2027-03-01"), "Schools(Granvang(Class 5 ))Nursing homes");
        assert_eq!(on(&later, "2027-04-01"), "Schools(Granvang school(Class 5 ))Nursing homes");
        assert_eq!(on(&later, "2027-05-31"), "Schools Nursing homes(Granvang school(Class 5 ))");
        assert_eq!(on(&later, "2027-06-01"), "Schools Nursing homes(Granvang school )");
        // The same a quarter later: what was planned is done, and the tree of today is the one that was foreseen.
        for change in later.iter_mut().take(3) {
            change.state = ChangeState::Done;
        }
        let mut now = units.clone();
        now[1].take(Act::Named, &later[0].after.shape);
        now[1].take(Act::Moved, &later[1].after.shape);
        now[2].take(Act::Closed, &later[2].after.shape);
        let on = |on: &str| drawing(&Tree::new(now.clone(), later.clone(), day("2027-07-01"), day(on)));
        assert_eq!(on("2027-07-01"), "Schools Nursing homes(Granvang school )");
        assert_eq!(on("2027-05-31"), "Schools Nursing homes(Granvang school(Class 5 ))");
        assert_eq!(on("2027-04-30"), "Schools(Granvang school(Class 5 ))Nursing homes");
        assert_eq!(on("2027-03-31"), "Schools(Granvang(Class 5 ))Nursing homes");
    }

    #[test]
    fn what_cannot_be_done_to_a_unit_is_refused() {
        let today = day("2027-03-01");
        let mut units = town();
        units[3].outside_key = Some("N".into());
        let tree = Tree::new(units, vec![], today, today);
        let key = |key: &str| Wanted::Name { name: "X".into(), outside_key: Some(key.into()), address: None };
        let same = Wanted::Name { name: "Granvang".into(), outside_key: None, address: None };
        assert_eq!(tree.check(id(2), &Wanted::Move(Some(id(3)))), Err(OrganisationError::InItself));
        assert_eq!(tree.check(id(2), &Wanted::Merge(id(2))), Err(OrganisationError::InItself));
        assert_eq!(tree.check(id(1), &Wanted::Move(None)), Err(OrganisationError::NothingChanged));
        assert_eq!(tree.check(id(2), &Wanted::Move(Some(id(9)))), Err(OrganisationError::NoParent { parent: id(9) }));
        assert_eq!(tree.check(id(2), &Wanted::Close), Err(OrganisationError::OpenBelow { units: 1 }));
        assert_eq!(tree.check(id(9), &Wanted::Close), Err(OrganisationError::UnitGone { unit: id(9) }));
        assert_eq!(tree.check(id(2), &key("N")), Err(OrganisationError::KeyTaken { key: "N".into() }));
        assert_eq!(tree.check(id(2), &same), Err(OrganisationError::NothingChanged));
        assert_eq!(tree.check(id(2), &Wanted::Merge(id(1))), Ok(()), "into the one above");
        assert_eq!(tree.check(id(3), &Wanted::Close), Ok(()));
        assert_eq!(tree.check(id(2), &Wanted::Move(None)), Ok(()));
    }

    #[test]
    fn a_large_tree_is_drawn_from_the_top_as_far_as_there_is_room() {
        let today = day("2027-03-01");
        let mut units: Vec<Unit> = (1..=10).map(|number| unit(number, None, "department")).collect();
        units.extend((11..=110).map(|number| unit(number, Some(number % 10 + 1), "ward")));
        let tree = Tree::new(units, vec![], today, today);
        let lines = tree.lines(None, 35);
        assert_eq!(lines.len(), 30, "two departments are opened, ten wards each");
        assert_eq!(lines.iter().map(|line| line.hidden).sum::<usize>(), 80);
        let (opened, closed): (usize, usize) = lines
            .iter()
            .fold((0, 0), |(opened, closed), line| (opened + usize::from(line.opens), closed + line.closes));
        assert_eq!((opened, closed), (2, 2));
        assert_eq!(tree.lines(None, 4).len(), 4);
    }
}
