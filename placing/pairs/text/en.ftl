
pairs-title = Classes, travel and bans
pairs-lead = What the office knows about one student at one place. Only the office reads this list; a student is told if a wish of their own is not considered.
# $n (Number)
pairs-count = { $n ->
        [one] { $n } pair
       *[other] { $n } pairs
    }
# $from (Number)
# $to (Number)
# $all (Number)
pairs-pages-of = { $from }–{ $to } of { $all }
pairs-column-class = Priority class
pairs-column-travel = Travel, minutes
pairs-column-ban = Must not come about
pairs-class-help = 0 goes first. Without one, the class is 0.
pairs-ban-none = May come about
pairs-ban-own-workplace = Own workplace
pairs-ban-relative = A relative is there
pairs-ban-other = Another reason
pairs-ban-help = Write no health facts anywhere here.
pairs-filter = Show
pairs-filter-all = All pairs
pairs-filter-bans = Only those that must not come about
pairs-empty = Nothing is kept here
pairs-empty-text = Import a file, or note one pair below. Without pairs, everybody is in class 0 everywhere, and no wish is left out.
pairs-do-import = Import a file
pairs-note-heading = Note one pair
pairs-note-text = What you write replaces what is known about this student at this place. Leave all three empty to forget it.
pairs-note = Note the pair
# $typed (String)
pairs-error-student = No student of the round has the number “{ $typed }”. Look it up in the list of students
# $typed (String)
pairs-error-place = No place of the round has the code “{ $typed }”. Look it up in the list of places
# $typed (String)
# $max (Number)
pairs-error-number = “{ $typed }” is not a number from 0 to { $max }
# $typed (String)
pairs-error-ban = “{ $typed }” is not a known reason. Write own_workplace, relative or other, or leave it empty
pairs-import = Classes, travel and bans
pairs-import-help = student_id and place_id, then what is known about the pair: prio (the host’s priority class, 0 goes first), travel_min (minutes of travel), ban (own_workplace, relative or other). A row replaces what was known about its pair; a row with none of the three forgets it.
pairs-api-students = List the students of whom something is known at some place
pairs-api-list = List what is known about a student at each place: class, travel, ban
pairs-api-note = Note what is known about students at places; where nothing is known it is forgotten
