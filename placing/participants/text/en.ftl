participants-error-empty = Fill this in
# $max (Number) - max
participants-error-too-long = Shorten this to at most { $max } characters
# $key (String) - key
participants-error-repeated = Student number “{ $key }” is given twice. Remove one of the rows
# $key (String) - key
participants-error-present = Student number “{ $key }” takes part already
# $typed (String) - typed
participants-error-lottery = “{ $typed }” is not a whole number from 0
# $max (Number) - max
participants-error-too-many = A round has at most { $max } students. Split them over several rounds
# $key (String) - key
participants-error-in-use = Student “{ $key }” has wishes or a place, or has been changed since, and stays in the round
participants-error-withdrawn = The student has withdrawn already
participants-error-takes-part = The student has not left the round
participants-error-over = The round is over, and nobody can withdraw from it any more
participants-import = Students
participants-import-help = One row for each student in the round: number, subject and period, and name and e-mail if we do not have them.
participants-column-student = Student number
participants-column-subject = Subject
participants-column-period = Period
participants-column-given-name = Given name
participants-column-family-name = Family name
participants-column-name = Name
participants-column-email = E-mail
participants-column-phone = Telephone
participants-column-from-on = Studies from
participants-column-until-on = Studies until
participants-column-lottery = Lottery number
participants-column-group = Group
participants-column-fixed-place = Placed by hand at
participants-title = Students
participants-caption = Students in the round
# $count (Number) - count
# $by (String) - by
participants-count = { $count ->
         [one] One student
        *[other] { $count } students
    }, by { $by }
participants-by-number = student number
participants-by-name = name
participants-by-subject = subject
participants-list-name = Name
participants-list-number = Student number
participants-list-subject = Subject
participants-list-group = Group
participants-list-wishes = Wishes
participants-list-late = Late
participants-list-state = State
participants-list-email = E-mail
participants-unsent = No wishes
participants-saved = Saved
participants-confirmed = Confirmed
participants-behalf = Entered by the office
participants-late = late
participants-withdrawn = Withdrawn
participants-active = Takes part
participants-yes = yes
participants-search = Find name or number
participants-filter-standing = Show
participants-filter-subject = Subject
participants-filter-everybody = Everybody
participants-filter-all-subjects = All subjects
participants-standing-unsent = Without wishes
participants-standing-unconfirmed = Not confirmed
participants-standing-confirmed = Confirmed
participants-standing-behalf = Entered by the office
participants-standing-late = Late
participants-standing-withdrawn = Withdrawn
# $from (String) - from
# $to (String) - to
# $all (String) - all
participants-pages = { $from }–{ $to } of { $all }
participants-withdraw = Take out
participants-do-import = Import students
participants-add = Add a student
participants-empty-title = No students yet
participants-empty-text = Import the list of students, or add them one by one.
participants-none-title = No student matches
participants-none-text = Search for something else, or clear search and filters.
participants-file = students
participants-new-title = Add a student
participants-new-lead = A student number that is known already is the same student.
participants-new-late = The wishes are closed, so the student counts as late and draws after all who were in time.
participants-new-late-title = After the deadline
participants-field-number = Student number
participants-field-given = Given name
participants-field-family = Family name
participants-field-email = E-mail
participants-field-phone = Telephone
participants-field-subject = Subject
participants-field-period = Period
participants-field-lottery = Lottery number
participants-field-lottery-help = Only for rounds that take numbers from the file
participants-field-group = Group
participants-save = Add
participants-back = Back to the students
# $name (String) - name
participants-out-title = Take { $name } out of the round
participants-out-before = The student is out of the draw. Nobody else is affected.
participants-out-after = The student’s place becomes free. Nobody else is moved.
participants-out-mail = The student gets an e-mail.
participants-out-do = Take out of the round
# $round (String) - round
participants-my-out-title = Withdraw from { $round }
participants-my-out-before = You are then out of the draw, and your wishes no longer count. You cannot undo this yourself; write to the placement office if you change your mind.
participants-my-out-after = Your place then becomes free. Nobody else is moved. You cannot undo this yourself; write to the placement office if you change your mind.
participants-my-out-do = Withdraw
participants-my-out-back = Stay in the round
# $round (String) - round
participants-mail-out-subject = You are out of { $round }
# $round (String) - round
# $name (String) - name
# $email (String) - email
participants-mail-out-text = You no longer take part in { $round }. If you hold a place, it has become free. If this is wrong, write to { $name }, { $email }.
participants-readmit = Take back in
# $round (String) - round
participants-mail-in-subject = You take part in { $round } again
# $round (String) - round
# $name (String) - name
# $email (String) - email
participants-mail-in-text = The placement office has taken you back into { $round }. If you come after the wishes have closed, you draw after those who were in time. Look over your wishes now. If this is wrong, write to { $name }, { $email }.
participants-enter-wishes = Enter wishes
participants-do-import-wishes = Import wishes
participants-bulk = With the chosen students
participants-bulk-tick = Choose
participants-bulk-out = Take out of the round …
# $count (Number) - students who would leave
participants-bulk-title = { $count ->
    [one] Take one student out of the round?
   *[other] Take { $count } students out of the round?
}
participants-bulk-lead = Nothing has happened yet. This is what would change.
participants-bulk-what = What would happen
participants-bulk-leaves = Leaves the round
participants-bulk-frees = Leaves the round, and the place becomes free
participants-bulk-stays = Has left already; nothing changes
participants-bulk-told = The round is announced: everybody who leaves is told by e-mail.
# $count (Number) - students who would leave
participants-bulk-confirm = { $count ->
    [one] Take out one student
   *[other] Take out { $count } students
}
# $max (Number) - students at most
participants-bulk-none = Choose from 1 to { $max } students in the list.
# $count (Number) - students
participants-bulk-whole = Take all { $count } in the list out …
# $got (Number) - students
# $max (Number) - students allowed
participants-bulk-many = The list holds { $got } students. Narrow it to { $max } at most.
participants-bulk-changed = The list has changed since it was shown. This is how it is now; confirm again.
# $count (Number) - students not shown
participants-bulk-more = And { $count } more
participants-api-list = List the students of a round
participants-api-add = Add a student to a round
participants-api-show = Show a student’s part in a round; the student sees that it was opened
participants-api-withdraw = Take a student out of a round
participants-api-readmit = Take a student back into a round
