organisations-text-empty = Fill in this field.
# $got (Number) - characters given
# $max (Number) - characters allowed
organisations-text-too-long = This text has { $got } characters. Shorten it to { $max } at most.
# $number (String) - the number in the register
organisations-number-taken = Another organisation has the number { $number }. Check the number.
# $key (String) - what other systems call the unit
organisations-key-taken = Another unit has the key “{ $key }”. Choose a different one.
organisations-no-parent = The unit you chose to place it under is not there any more. Choose another.
# $max (Number) - units allowed
organisations-units-full = The organisation already has { $max } units, and there is no room for more.
organisations-unit-gone = The unit is not there on that day. Choose another day or another unit.
organisations-nothing-changed = That is how it is already. Change something, or cancel.
# $units (Number) - units
organisations-open-below = { $units ->
         [one] One unit lies in this one.
        *[other] { $units } units lie in this one.
    } Move or close what lies in it first.
organisations-in-itself = A unit cannot lie in itself or in something below it. Choose another.
# $typed (String) - what was typed
organisations-no-target = No unit is called “{ $typed }”. Write its key, its name, or the whole path.
# $typed (String) - what was typed
# $units (Number) - units
# $path (String) - one of them
organisations-many-targets = { $units } units are called “{ $typed }”. Write the key, or the whole path, such as “{ $path }”.
organisations-widens = People with another role than yours would come to look after these units. Ask somebody who holds that role for the whole organisation.
organisations-day-gone = That day has gone by. Choose today or a later day.
# $typed (String) - what was typed
organisations-no-day = “{ $typed }” is not a date. Write it as year-month-day, such as 2027-03-01.
organisations-changed-since = Somebody changed this unit after you looked. This is how it is now: look again and confirm once more.
# $max (Number) - changes
organisations-too-many-planned = { $max } changes are planned already. Wait until some of them hold, or take some back.
organisations-not-planned = This change is no longer a plan. It holds already, or it was taken back.
organisations-title = Organisation
organisations-nav = Organisation
organisations-lead = Units as they are, as they were, and as they are planned to be.
organisations-top = Directly below the organisation
organisations-choose = Choose a unit
# $name (String) - unit
organisations-did-add = { $name } added
# $name (String) - unit
organisations-did-describe = { $name } got another key or address
# $before (String) - name before
# $after (String) - name after
organisations-did-name = { $before } renamed to { $after }
# $name (String) - unit
# $to (String) - unit
organisations-did-move = { $name } moved to: { $to }
# $name (String) - unit
organisations-did-close = { $name } closed
# $name (String) - unit
# $into (String) - unit
organisations-did-merge = { $name } made part of { $into }
organisations-planned = Planned
organisations-done = Done
organisations-withdrawn = Taken back
organisations-failed = Not possible
organisations-act-added = is new
organisations-act-named = new name
organisations-act-moved = moves
organisations-act-closed = closes
organisations-act-merged = becomes part of another
# $act (String) - what happens
# $when (String) - day
organisations-coming = { $act } { $when }
# $people (Number) - people
organisations-people = { $people ->
         [one] 1 person
        *[other] { $people } people
    }
# $units (Number) - units
organisations-hidden = { $units ->
         [one] 1 unit below
        *[other] { $units } units below
    }
# $units (Number) - units
organisations-rest = { $units ->
         [one] One more unit stands at the top. Search for it.
        *[other] { $units } more units stand at the top. Search for them.
    }
organisations-units-none = No units on this day
organisations-units-none-text = Add the first unit, or bring the whole tree from a file.
organisations-units = Units
organisations-add = Add a unit
organisations-add-below = Add a unit here
organisations-add-lead = A unit is a department, a ward, a school: whatever has people, roles or places of its own.
organisations-on = On this day
organisations-find = Find a unit
organisations-show = Show
organisations-show-today = Back to today
# $day (String) - day
organisations-was = This is the tree as it was on { $day }.
# $day (String) - day
organisations-will-be = This is the tree as it is planned to be on { $day }.
organisations-figure-units = Units
organisations-figure-people = People
organisations-figure-roles = Roles
organisations-figure-plans = Planned changes
# $count (Number) - units
organisations-found = { $count ->
         [0] No unit found
         [one] One unit found
        *[other] { $count } units found
    }
# $count (Number) - units
organisations-more-found = And { $count } more. Write more of the name.
organisations-plans = Planned changes
organisations-plans-none = Nothing is planned.
# $count (Number) - changes
organisations-failed-count = { $count ->
         [one] One plan could not be carried out
        *[other] { $count } plans could not be carried out
    }
organisations-settings = Settings
organisations-history = All changes
organisations-history-lead = What was done to the units, what is planned, and what was taken back.
organisations-fact-people = People here
organisations-fact-roles = Roles here
organisations-fact-from = First day
organisations-fact-until = Last day
organisations-fact-place = Lies in
organisations-field-name = Name
organisations-field-key = Key
organisations-field-key-help = What other systems call the unit. Files find it by this.
organisations-field-address = Address
organisations-field-from = Holds from
organisations-field-from-help = Today or a day to come. A later day is a plan that can be taken back.
organisations-field-note = Why
organisations-field-note-help = Not required. Stands in the history.
organisations-to = Unit
organisations-to-help = Write the key, the name, or the whole path.
organisations-to-help-top = Write the key, the name, or the whole path. Empty is directly below the organisation.
organisations-below = Units here
organisations-below-none = No units lie in this one.
organisations-more = What you can do
organisations-do-name = Change name, key or address
organisations-do-move = Move
organisations-do-merge = Make it part of another unit
organisations-do-close = Close
organisations-withdraw = Take back
# $name (String) - unit
organisations-is-part-of = This unit is now part of { $name }.
# $day (String) - day
organisations-ended = This unit ended. Its last day was { $day }.
# $day (String) - day
organisations-begins = This unit begins on { $day }.
# $name (String) - unit
organisations-name-title = Change { $name }
organisations-name-lead = People, roles and placements stay where they are.
# $name (String) - unit
organisations-move-title = Move { $name }
organisations-move-lead = Everything that lies in the unit moves along. Whoever looks after the new place looks after this unit too.
# $name (String) - unit
organisations-close-title = Close { $name }
organisations-close-lead = The history stays. People who belong here belong to the unit above from then on.
# $name (String) - unit
organisations-merge-title = Make { $name } part of another unit
organisations-merge-lead = People who belong here belong to the other unit from then on. The history stays.
organisations-preview = This will happen
organisations-touched = What it touches
# $people (Number) - people
organisations-gaining = { $people ->
         [one] One person who looks after the new place will look after this unit too.
        *[other] { $people } people who look after the new place will look after this unit too.
    }
organisations-merge-note = Roles here go on for what was here, and do not grow. Give roles in the other unit to those who are to look after all of it.
organisations-close-note = Roles here end with the unit.
# $day (String) - day
organisations-confirm = Change from { $day }
organisations-change-again = Change what you chose
organisations-see = See what happens
organisations-save = Add
organisations-what = What
organisations-by = By
organisations-state = State
# $count (Number) - changes
organisations-changes = { $count ->
         [one] 1 change
        *[other] { $count } changes
    }, latest day first
# $from (Number) - from
# $to (Number) - to
# $all (Number) - all
organisations-pages = { $from }–{ $to } of { $all }
organisations-changes-none = No changes yet
organisations-changes-none-text = When somebody adds, moves, renames or closes a unit, it stands here.
organisations-see-people = See the people here
organisations-see-roles = See the roles here
organisations-import = Units of the organisation
organisations-import-help = Units with a key of their own, a name and the key of the unit they lie in. Units that are known by key are put right; those that the file does not name stay.
organisations-column-key = Key
organisations-column-name = Name
organisations-column-parent = Key of the unit above
organisations-column-address = Address
organisations-in-use = People or units depend on units from this file by now. Move them first; then the import can be undone.
organisations-api-own = Show the organisation of the token
organisations-api-all = List the organisations that take part
organisations-api-units = List the units as they are on a day
organisations-api-unit = Show a unit as it is on a day
organisations-api-found = Add a unit, from a day on
organisations-api-change = Rename, move, close or merge a unit, from a day on
organisations-practice = Practice copy
organisations-api-changes = List what was and will be done to units
organisations-api-withdraw = Take a planned change of a unit back
organisations-placing-rules = Placing by hand
# $typed (String) - what was typed
organisations-no-choice = “{ $typed }” is not among the choices. Choose one of the list.
organisations-facts-changed = Somebody else has saved since you opened this. Compare both versions, and save again.
organisations-about-title = About the organisation
organisations-about-lead = What everybody reads about you: at the top of each page, under Help, and in mails.
organisations-about-name = Full name
organisations-about-short-name = Short name
organisations-about-short-name-help = Stands where there is little room, such as at the top of each page.
organisations-about-number = Organisation number
organisations-about-number-help = From the national register. May be left empty. The portal’s settings may name the organisation by it: change it there too.
organisations-about-kind = What it does with placements
organisations-about-institution = Sends students
organisations-about-host = Receives students
organisations-about-both = Sends and receives students
organisations-about-contact = Whom to ask
organisations-about-contact-name = Person or office
organisations-about-contact-name-help = May be left empty. Everybody who is signed in and belongs to the organisation can read it.
organisations-about-contact-email = E-mail address for questions
organisations-about-contact-phone = Phone for questions
organisations-about-place = Language and time
organisations-about-lang = Language of the organisation
organisations-about-lang-help = For those who have not chosen one themselves.
organisations-about-zone = Time zone
organisations-about-zone-help = Deadlines are stated in it. If you change it, no deadline moves: each stays the same moment, and is shown by the new zone’s clock.
organisations-about-save = Save
organisations-about-saved = Saved.
# $zone (String) - time zone
organisations-about-saved-zone = Saved. Deadlines are the same moments as before, and are now shown by the clock of { $zone }.
# $at (String) - when
# $by (String) - who saved
organisations-about-theirs = Saved by { $by }, { $at }
organisations-about-yours = What you wrote
organisations-about-history = Earlier changes
organisations-about-confirmed = Read through; nothing changed
# $field (String) - which fact
# $before (String) - what it was
# $after (String) - what it is
organisations-about-did-change = { $field }: “{ $before }” became “{ $after }”
# $field (String) - which fact
organisations-about-did-put = { $field } changed
organisations-api-put = Change what everybody reads about the organisation
organisations-held = Who looks after this unit
organisations-held-none = No role is given on this unit itself, as far as you can see. Whoever holds one above it looks after it too.
# $count (Number) - further roles
organisations-held-more = { $count ->
         [one] One more role
        *[other] { $count } more roles
    }
organisations-held-give = Give a role here
