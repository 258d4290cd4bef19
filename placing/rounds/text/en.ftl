rounds-error-empty = Fill this in
# $max (Number) - max
rounds-error-too-long = Shorten this to at most { $max } characters
rounds-error-unprintable = Remove signs that cannot be seen, such as line breaks
rounds-error-not-chosen = Choose one of these
# $typed (String) - typed
rounds-error-no-date = “{ $typed }” is not a date. Write day.month.year, such as 23.09.2026
# $typed (String) - typed
rounds-error-no-hour = “{ $typed }” is not a time of day. Write hours and minutes, such as 15:00
# $typed (String) - typed
rounds-error-hour-left-out = { $typed } does not exist that night, because clocks go forward. Choose another hour
# $typed (String) - typed
# $year (String) - year
rounds-error-weeks = “{ $typed }” are not weeks of { $year }. Write the first and the last week, such as 42-44
# $typed (String) - typed
# $min (String) - min
# $max (String) - max
rounds-error-year = “{ $typed }” is not a year from { $min } to { $max }
# $min (Number) - min
# $max (Number) - max
rounds-error-number = Enter a number from { $min } to { $max }
# $typed (String) - typed
rounds-error-email = “{ $typed }” is not an e-mail address
# $min (Number) - min
rounds-error-wishes-reversed = Allow at least { $min } wishes, as many as you ask for
rounds-error-closes-early = Close the wishes at least one hour after they open
rounds-error-publishes-early = Publish after the wishes have closed
# $day (String) - day
rounds-error-publishes-late = Publish no later than the first day, { $day }
rounds-error-opens-past = The wishes were to open before now. Move the opening to a later time, so that the students know the rules first
# $name (String) - name
rounds-error-name-taken = The course has a round called “{ $name }” already. Choose another name
rounds-error-frozen = The rules are announced to the students and can no longer be changed
rounds-error-settled = The round takes no more changes to places and students
rounds-error-wrong-step = The round is not where this can be done. Open it again to see where it stands
rounds-error-edited = Somebody else has changed the round since you opened it. Compare both versions and save again
rounds-lack-places = No offer has a seat yet. Import places or add them.
rounds-lack-students = Nobody takes part yet. Import students or add them.
# $missing (Number) - missing
rounds-lack-lottery = { $missing ->
         [one] One student has no lottery number
        *[other] { $missing } students have no lottery number
    }. Import the student file again with numbers.
# $number (String) - number
rounds-lack-lottery-repeated = Two students have the lottery number { $number }. Give each a number of their own.
# $students (Number) - students
rounds-lack-subjects = { $students ->
         [one] One student has a subject that no place is for
        *[other] { $students } students have a subject that no place is for
    }.
# $name (String) - name
rounds-mail-greeting = Hello { $name },
# $deadline (String) - deadline
rounds-mail-opened-subject = Rank your wishes by { $deadline }
# $round (String) - round
rounds-mail-opened-text = You can now rank where you would like to have your placement in { $round }. It does not matter when you send your wishes, as long as it is before the deadline.
# $course (String) - course
rounds-mail-fact-course = Course: { $course }
# $weeks (String) - weeks
rounds-mail-fact-weeks = Placement: { $weeks }
# $deadline (String) - deadline
rounds-mail-fact-deadline = Deadline: { $deadline }
# $deadline (String) - deadline
rounds-mail-remind-subject = Your wishes are not confirmed: the deadline is { $deadline }
# $round (String) - round
rounds-mail-remind-text = You have not confirmed your wishes for { $round }. The list you saved last counts when the wishes close, also if you do not confirm it. If you have saved none, you draw no place by your own wishes.
rounds-mail-wishes-link = Rank my wishes
# $round (String) - round
rounds-mail-cancelled-subject = { $round } is cancelled
# $round (String) - round
rounds-mail-cancelled-text = The allocation round { $round } is cancelled. No places are allocated in it, and you need not do anything. The reason given:
rounds-mail-round-link = Open the round
# $name (String) - name
# $email (String) - email
rounds-mail-contact = Questions? Write to { $name }, { $email }.
rounds-mail-why = You get this because you take part in the round.
rounds-heading = Rounds
rounds-title = Rounds
rounds-nav = Rounds
rounds-nav-mine = Wishes
rounds-new = New round
rounds-caption = Allocation rounds
# $count (Number) - count
rounds-count = { $count ->
         [one] One round
        *[other] { $count } rounds
    }
rounds-column-round = Round
rounds-column-weeks = Weeks
rounds-column-phase = Phase
rounds-column-students = Students
rounds-column-places = Places
rounds-column-sent = Wishes sent
rounds-column-next = Next
rounds-search = Find a round or course
rounds-filter-phase = Phase
rounds-filter-all = All phases
rounds-action-copy = Copy to next year
rounds-empty-title = No rounds yet
rounds-empty-text = A round brings students, places and wishes together for one course and some weeks. Begin with the course and the dates.
rounds-none-found-title = No round matches
rounds-none-found-text = Search for something else, or clear search and filters.
# $from (String) - from
# $to (String) - to
# $all (String) - all
rounds-pages = { $from }–{ $to } of { $all }
rounds-phase-setup = Being prepared
rounds-phase-waiting = Announced
rounds-phase-open = Wishes open
rounds-phase-closed = Allocation
rounds-phase-publishing = Being published
rounds-phase-published = Published
rounds-phase-over = Over
rounds-phase-cancelled = Cancelled
# $moment (String) - moment
rounds-next-setup = Announce before { $moment }
# $moment (String) - moment
rounds-next-waiting = Opens { $moment }
# $moment (String) - moment
rounds-next-open = Closes { $moment }
# $moment (String) - moment
rounds-next-closed = Publish by { $moment }
# $moment (String) - moment
rounds-next-publishing = Goes out { $moment }
rounds-steps = Phases of the round
rounds-step-setup = Preparation
rounds-step-wishes = Wishes
rounds-step-allocation = Allocation
rounds-step-publication = Publication
rounds-step-weeks = Placement
# $day (String) - day
rounds-note-done = done { $day }
# $day (String) - day
rounds-note-until = until { $day }
# $moment (String) - moment
rounds-note-opens = opens { $moment }
# $moment (String) - moment
rounds-note-deadline = deadline { $moment }
# $day (String) - day
rounds-note-closed = closed { $day }
# $day (String) - day
rounds-note-published = published { $day }
rounds-link-setup = Set-up
rounds-link-rules = Rules
rounds-link-places = Places
rounds-link-students = Students
rounds-link-allocation = Allocation
rounds-link-announcement = Announcement
rounds-link-cancel = Cancel the round
rounds-pages-of-round = Pages of the round
rounds-go-places = Add places
rounds-go-students = Add students
rounds-go-announce = Announce the round
rounds-go-wishes = Go to the wishes
rounds-go-allocation = Go to the allocation
rounds-key-students = Students
# $count (Number) - count
rounds-key-late = { $count } late
# $count (Number) - count
rounds-key-withdrawn = { $count } withdrawn
rounds-key-places = Places
# $count (Number) - count
rounds-key-offers = { $count ->
         [one] at one place offer
        *[other] in { $count } place offers
    }
rounds-key-sent = Have sent wishes
# $count (Number) - count
rounds-key-confirmed = { $count } confirmed
rounds-key-days-open = Days until the wishes open
rounds-key-days-close = Days until the deadline
rounds-key-days-publish = Days until publication
rounds-key-days-start = Days until the placement
rounds-points = Open points
rounds-points-caption = Open points, the most serious first
# $all (Number) - all
# $must (Number) - must
rounds-points-count = { $all } in all · { $must } must be solved
rounds-points-none-title = Nothing is open
rounds-points-none-text = What you need to look at will stand here, the most serious first.
rounds-points-grade = Grade
rounds-points-what = What
rounds-points-details = Details
rounds-must = Must be solved
rounds-should = Should be solved
rounds-info = For information
rounds-point-places = There are no places
rounds-point-students = There are no students
rounds-point-lottery = Lottery numbers are missing
# $subject (String) - subject
# $missing (Number) - missing
rounds-point-short = { $subject } lacks { $missing ->
         [one] one place
        *[other] { $missing } places
    }
# $students (Number) - students
# $seats (Number) - seats
rounds-point-short-text = { $students } students, { $seats } places.
# $count (Number) - count
rounds-point-unsent = { $count ->
         [one] One student
        *[other] { $count } students
    } without wishes
rounds-point-unsent-open = Reminders go out 48 hours and 4 hours before the deadline.
rounds-point-unsent-hand = The office places them after the draw.
rounds-point-unsent-last = They draw last, with every free place of their subject.
# $count (Number) - count
rounds-point-unconfirmed = { $count ->
         [one] One list
        *[other] { $count } lists
    } not confirmed
rounds-point-unconfirmed-text = The list saved last counts all the same.
# $count (Number) - count
rounds-point-hostless = { $count ->
         [one] One place offer has
        *[other] { $count } place offers have
    } no host organisation
rounds-point-hostless-text = Nobody at the host will see who comes.
# $count (Number) - count
rounds-point-late = { $count ->
         [one] One student
        *[other] { $count } students
    } came late
rounds-point-late-text = They draw after all who were in time.
rounds-point-overdue = Publication is overdue
# $moment (String) - moment
rounds-point-overdue-text = Planned for { $moment }.
# $moment (String) - moment
rounds-point-publishing = The result goes out { $moment }
rounds-point-publishing-text = Until then it can be stopped.
rounds-do-add = Add
rounds-do-see = See who
rounds-do-open = Open
rounds-do-bind = Choose hosts
rounds-chart-wishes = Wishes sent, day by day
# $sent (Number) - sent
# $students (Number) - students
# $deadline (String) - deadline
rounds-chart-wishes-label = { $sent } of { $students } students have sent wishes. The deadline is { $deadline }.
rounds-chart-wishes-caption = Students who have sent wishes, counted at the end of each day.
# $count (Number) - count
rounds-chart-sent = { $count } sent
rounds-chart-deadline = Deadline
rounds-chart-today = today
rounds-chart-day = Day
rounds-chart-count = Have sent
rounds-chart-subjects = Students and places by subject
rounds-chart-subjects-label = Places against students for each subject.
# $subjects (String) - subjects
rounds-chart-subjects-short = { $subjects } lacks places.
rounds-chart-subjects-caption = The line is how many students there are. Light is places beyond that, dashed is what is missing.
# $count (Number) - count
rounds-chart-extra = { $count } extra
rounds-chart-enough = just enough
# $count (Number) - count
rounds-chart-missing = lacks { $count }
rounds-chart-subject = Subject
rounds-chart-difference = Difference
rounds-timeline = What has happened
# $moment (String) - moment
# $name (String) - name
rounds-by = { $moment }, { $name }
rounds-cancelled-title = The round is cancelled
# $moment (String) - moment
rounds-cancelled-since = Cancelled { $moment }. Nothing is allocated.
rounds-did-made = The round was made
rounds-did-changed = The set-up was changed
rounds-did-announced = The rules were announced to the students
rounds-did-cancelled = The round was cancelled
rounds-did-publication-asked = Publication was ordered
rounds-did-publication-stopped = Publication was stopped
rounds-did-published = The result was published
# $count (Number) - count
rounds-did-nodes-imported = { $count } hosts were imported
# $count (Number) - count
rounds-did-offers-imported = { $count } place offers were imported
# $count (Number) - count
rounds-did-students-imported = { $count } students were imported
rounds-did-import-undone = An import was undone
rounds-did-node-changed = The capacity of a host was changed
rounds-did-offer-changed = A place offer was changed
rounds-did-student-added = A student was added
rounds-did-student-withdrawn = A student withdrew
rounds-did-student-readmitted = A student was taken back in
rounds-new-title = New round
rounds-new-lead = Begin with the course, the weeks and the dates. Nobody is told anything until you announce the round.
rounds-copied-lead = The dates have moved by as many weeks as the placement. Check them before you save.
rounds-setup-title = Set-up
rounds-setup-lead = Everything here can be changed until the round is announced. After that the rules stand.
rounds-part-about = What the round is about
rounds-part-dates = Dates
rounds-part-rules = Rules
rounds-part-texts = To the students
rounds-field-name = Name of the round
rounds-field-name-help = Such as “Autumn 2026, 3rd year”
rounds-field-course-code = Course code
rounds-field-course-name = Course name
rounds-field-year = Year
rounds-field-weeks = Weeks
rounds-field-weeks-help = First and last week, such as 42-44
rounds-field-open-on = Wishes open on
rounds-field-close-on = Wishes close on
rounds-field-publish-on = Result is published on
# $what (String) - what
rounds-field-hour-of = At, { $what }
rounds-field-wishes-min = Fewest wishes
rounds-field-wishes-min-help = Students are told, but a shorter list counts too
rounds-field-wishes-max = Most wishes
rounds-field-draw = Where lottery numbers come from
rounds-draw-seed = Drawn by the portal
rounds-draw-seed-note = From a secret number that is promised before the wishes open and shown when the result is published, so that everybody can check the draw
rounds-draw-file = From the student file
rounds-draw-file-note = Numbers drawn elsewhere; every student needs one of their own
rounds-field-no-wishes = Students who send no wishes
rounds-no-wishes-by-hand = The office places them by hand
rounds-no-wishes-by-hand-note = After the draw, among the places that are left
rounds-no-wishes-last = They draw last
rounds-no-wishes-last-note = Every free place of their subject counts as one wish
rounds-field-is-decision = What the result is
rounds-decision-yes = A decision
rounds-decision-yes-note = Students may complain within three weeks
rounds-decision-no = A notice
rounds-decision-no-note = Students may ask for a change
rounds-field-intro = Text to the students
rounds-field-intro-help = Stands at the top of the students’ page. May be left empty.
rounds-field-contact-name = Contact
rounds-field-contact-email = E-mail
rounds-field-contact-phone = Telephone
rounds-save = Save
rounds-save-new = Make the round
rounds-back = Back to the round
# $value (String) - value
rounds-field-theirs = Somebody else has saved: { $value }
rounds-edited-title = Somebody saved while you wrote
rounds-edited-text = Your text stands in the fields, and what they saved stands beside each field that differs. Saving again replaces theirs with yours.
rounds-empty-value = nothing
rounds-announce-title = Announce the round
rounds-announce-lead = From now on the rules and dates stand, and the students can read them. Places and students can still be added.
rounds-announce-will = This will happen
rounds-announce-promise = The portal draws a secret number now and shows the students a promise of it.
# $moment (String) - moment
# $count (Number) - count
rounds-announce-mail = { $moment }: the wishes open, and { $count ->
         [one] one student gets
        *[other] { $count } students get
    } an e-mail.
rounds-announce-remind = 48 hours and 4 hours before the deadline: a reminder to those who have not confirmed.
# $moment (String) - moment
rounds-announce-close = { $moment }: the wishes close.
rounds-announce-checks = Checked
rounds-announce-ready = Places, students and dates are in order.
rounds-announce-do = Announce now
rounds-announce-not-yet = Put these right first
rounds-cancel-title = Cancel the round
rounds-cancel-lead = Nothing is allocated, and the round cannot be opened again. You can copy it.
# $count (Number) - count
rounds-cancel-told = { $count ->
         [one] One student gets
        *[other] { $count } students get
    } an e-mail with the reason at once.
rounds-cancel-untold = The round is not announced, so nobody is told.
rounds-cancel-reason = Reason
rounds-cancel-reason-help = The students read this word for word
rounds-cancel-reason-kept = It is kept with the round, for those who run it
rounds-cancel-do = Cancel the round
rounds-rules-title = How places are allocated
rounds-rules-lead = These rules stood before the wishes opened. They do not change.
rounds-rules-draft = The students see this page when the round is announced.
rounds-rules-dates = Dates
rounds-rules-opens = Wishes open
rounds-rules-closes = Wishes close
rounds-rules-published = Result
rounds-rules-weeks = Placement
rounds-rules-course = Course
rounds-rules-contact = Contact
rounds-rules-wishes = Your wishes
# $max (Number) - max
rounds-rules-wishes-text = Put the place you want most at the top. You can wish for { $max ->
         [one] one place
        *[other] up to { $max } places
    }, and you lose nothing by wishing for a popular one. It does not matter when you send your list, as long as it is before the deadline. The list you saved last counts, also if you have not confirmed it.
# $min (Number) - min
rounds-rules-wishes-min = We ask you to list at least { $min ->
         [one] one place
        *[other] { $min } places
    }. A shorter list counts too, but makes it likelier that none of your wishes is free.
rounds-rules-ties = Places you rank as equal are kept open as long as possible: which of them you get is settled last, so that more students get what they wish.
rounds-rules-draw = The draw
rounds-rules-draw-text = Each student gets a number by lot. The student with number 1 gets the best wish, then number 2 gets the best wish that is left, and so on. Nobody with a later number can take a place from you.
rounds-rules-caps = A place is full when its own seats are taken, or when the host or region it belongs to takes no more students.
rounds-rules-seed = The numbers come from a secret number that the portal drew before the wishes opened. What you see here is a promise of it: nobody can change the secret number without breaking the promise. When the result is published, the secret number is shown, and you can check your own number.
rounds-rules-promise = The promise
rounds-rules-revealed = The secret number
rounds-rules-check = How to check the draw
rounds-rules-file = The numbers were drawn outside the portal and came with the list of students.
rounds-rules-hand = Placed by hand
rounds-rules-hand-text = The placement office may place a student by hand before the draw, for a reason that is kept. Such a place is not in the draw.
rounds-rules-none = If you send no wishes
rounds-rules-none-by-hand = Then you are not in the draw. The placement office places you afterwards, among the places that are left.
rounds-rules-none-last = Then you draw last, after everybody who sent wishes, and every free place of your subject counts as one wish.
rounds-rules-late = If you come late
rounds-rules-late-text = Students who join, or whose wishes come in, after the deadline draw after all who were in time.
rounds-rules-behalf = If the office enters your wishes
rounds-rules-behalf-text = The office may enter wishes for you, for instance from paper. They are marked, and you are told.
rounds-rules-withdraw = If you withdraw
rounds-rules-withdraw-text = You can withdraw at any time. Before the result you are out of the draw. After it your place becomes free, and nobody else is moved.
rounds-rules-cancel = If the round is cancelled
rounds-rules-cancel-text = Then no place is allocated, and everybody gets an e-mail with the reason.
rounds-rules-result = The result
rounds-rules-result-text = You get a page that says which place you have, why, and why not your earlier wishes.
rounds-rules-decision = The result is a decision. You can complain within three weeks of being told.
rounds-rules-notice = The result is a notice. You can ask the placement office for a change.
rounds-my-title = My rounds
rounds-my-empty-title = No rounds yet
rounds-my-empty-text = When your institution announces a round that you take part in, it stands here. You also get an e-mail when you can rank your wishes.
rounds-my-now = What to do now
# $moment (String) - moment
rounds-my-do-waiting = Nothing yet. The wishes open { $moment }, and you get an e-mail then. You can read about the places already.
# $moment (String) - moment
rounds-my-do-open = Rank your wishes by { $moment }.
# $moment (String) - moment
rounds-my-do-open-sent = You have sent wishes. You can change them until { $moment }.
# $moment (String) - moment
rounds-my-do-closed = Nothing. The wishes are closed, and the result comes { $moment }.
rounds-my-do-published = The result is ready.
rounds-my-do-cancelled = Nothing. The round is cancelled, and no places are allocated.
rounds-my-do-withdrawn = Nothing. You have withdrawn from this round.
rounds-my-rank = Rank wishes
rounds-my-see-wishes = See my wishes
rounds-my-see-places = See the places
rounds-my-see-result = See my placement
rounds-my-withdraw = Withdraw from the round
rounds-my-reason = The reason given:
