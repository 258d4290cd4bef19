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
rounds-field-wishes-min-help = How many you ask for; what becomes of a shorter list is chosen below
rounds-field-wishes-max = Most wishes
rounds-field-draw = Where lottery numbers come from
rounds-draw-seed = Drawn by the portal
rounds-draw-seed-note = From a secret number that is promised before the wishes open and shown when the result is published, so that everybody can check the draw
rounds-draw-file = From the student file
rounds-draw-file-note = Numbers drawn elsewhere; every student needs one of their own
rounds-field-no-wishes = Students who send no wishes
rounds-no-wishes-by-hand = The office places them by hand
rounds-no-wishes-by-hand-note = Afterwards, among the places that are left
rounds-no-wishes-last = They come last
rounds-no-wishes-last-note = Every free place of their subject counts as one last wish
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
# $max (Number)
rounds-rules-wishes-text = Put the place you want most at the top. You can wish for { $max ->
         [one] one place
        *[other] up to { $max } places
    }. It does not matter when you send your list, as long as it is before the deadline. The list you saved last counts, also if you have not confirmed it.
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
rounds-rules-hand-text = The placement office may place a student by hand beforehand, for a reason that is kept. Such a seat is not shared out.
rounds-rules-none = If you send no wishes
rounds-rules-none-by-hand = Then you do not take part in the allocation. The placement office places you afterwards, among the places that are left.
rounds-rules-none-last = Then you draw last, after everybody who sent wishes, and every free place of your subject counts as one wish.
rounds-rules-late = If you come late
rounds-rules-late-text = Students who join, or whose wishes come in, after the deadline draw after all who were in time.
rounds-rules-behalf = If the office enters your wishes
rounds-rules-behalf-text = The office may enter wishes for you, for instance from paper. They are marked, and you are told.
rounds-rules-withdraw = If you withdraw
rounds-rules-withdraw-text = You can withdraw at any time. Before the result you are out of the allocation. After it your place becomes free, and nobody else is moved.
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
rounds-error-short-lists-pay = This way of allocating rewards short lists: whoever lists one place must be given it. Have short lists completed or refused
rounds-error-short-of-nothing = Ask for at least one wish, so that it is clear which lists are short
# $typed (String)
rounds-error-cost = “{ $typed }” is not a row of costs. Write whole numbers with commas between, none smaller than the one before, such as 1,2,3
rounds-part-mechanism = How places are allocated
rounds-field-mechanism = The mechanism
rounds-field-mechanism-help = It is told to the students when the round is announced, and cannot be changed after that
rounds-mechanism-lottery = Lottery
rounds-mechanism-lottery-note = In the order of a draw, each student gets the dearest wish that is left. Honest lists are always safe. Good where there is room.
rounds-mechanism-priority = Priority classes, then lottery
rounds-mechanism-priority-note = At each place the hosts’ priority classes go first, then the draw. Honest lists are always safe. Good where hosts have a say.
rounds-mechanism-mincost = Most placed, then wishes taken together
rounds-mechanism-mincost-note = As many as possible get a place, and the ranks of the wishes that come true add up to as little as possible. A clever list can pay. Good where everybody must be placed.
rounds-mechanism-rankmax = Most first wishes
rounds-mechanism-rankmax-note = As many as possible get their first wish, then their second, and so on; more can be left without a place. A clever list can pay. Good with room, where first wishes matter most.
rounds-mechanism-greedymax = Most placed, then most first wishes
rounds-mechanism-greedymax-note = As many as possible get a place; with that, as many as possible get their first wish, then their second. A clever list can pay. Good where everybody must be placed and first wishes matter most.
rounds-mechanism-generous = Most placed, fewest far down their list
rounds-mechanism-generous-note = As many as possible get a place; with that, as few as possible get the last wish on the list, then the last but one. A clever list can pay. Good for obligatory placements.
rounds-mechanism-manual = By hand
rounds-mechanism-manual-note = The office places everybody by hand, with a reason for each. There is no draw. Good for few students.
rounds-field-short-lists = Lists with fewer wishes than you ask for
rounds-field-short-lists-help = Where as many as possible get a place, a short list would pay: there they are completed or refused
rounds-short-lists-count = Count as they are
rounds-short-lists-count-note = Students are asked for that many when they confirm, but a shorter list that is saved counts too
rounds-short-lists-complete = Are completed
rounds-short-lists-complete-note = Every other place of the student’s subject is added, all of them as one last wish
rounds-short-lists-refuse = Cannot be confirmed
rounds-short-lists-refuse-note = The student is asked for more; what stands unconfirmed and short at the deadline is completed
rounds-field-cost = What ranks cost
rounds-field-cost-help = Counts where wishes are taken together: cost of wish 1, 2, 3, and so on. 1,2,3 means the rank itself, 1,4,9 avoids low wishes. It goes on in its last step.
rounds-field-travel-limit = Longest travel, in minutes
rounds-field-travel-limit-help = Wishes known to be further away are not considered. Leave it empty for no limit.
rounds-field-groups = Groups
rounds-groups-yes = Are kept together where that is possible
rounds-groups-yes-note = Groups of the student file are seated at one place first, when nobody loses a place by it
rounds-groups-no = Do not count
rounds-groups-no-note = Each student is placed alone
rounds-field-classes = What the priority classes mean
rounds-field-classes-help = Needed for priority classes, and told to the students: one meaning for all places, such as “0: has family nearby. 1: everybody else”. The lowest goes first.
# $min (Number)
rounds-rules-short-complete = If you list fewer than { $min ->
         [one] one place
        *[other] { $min } places
    }, we add every other place of your subject to the end of your list, all of them as one equal last wish. So a short list does not get you further than a long one.
# $min (Number)
rounds-rules-short-refuse = You can confirm your list when it has at least { $min ->
         [one] one place
        *[other] { $min } places
    }, or every place of your subject. If a shorter one stands there at the deadline, we add every other place of your subject to it, as one equal last wish.
rounds-rules-ties-priority = Places you rank as equal are first put in an order by lot.
rounds-rules-allocation = How it is decided
# $name (String)
rounds-rules-mechanism = The mechanism is: { $name }.
rounds-rules-priority-text = Each student gets a number by lot, and at each place a priority class. Your dearest wish is tried first. Where a place is full, those of a lower class keep their seats, and within a class those with a lower number. Who has to leave is tried at the next wish. In the end nobody who stands behind you at a place has a seat there that you would rather have.
# $meaning (String)
rounds-rules-classes = What the priority classes mean: { $meaning }
# $cost (String)
rounds-rules-mincost-text = All lists are looked at together. First, as many students as possible get a place. Among all ways to do that, we take one where the costs of the wishes that come true add up to the least. Wish 1, 2, 3 and so on cost { $cost }, and the row goes on in its last step. Where several ways are equally good, the order of a draw decides.
rounds-rules-rankmax-text = All lists are looked at together. As many students as possible get their first wish; with that, as many as possible their second, and so on. Nobody is moved down to make room for somebody’s later wish. Where several ways are equally good, the order of a draw decides.
rounds-rules-greedymax-text = All lists are looked at together. First, as many students as possible get a place. Among all ways to do that, as many as possible get their first wish; with that, as many as possible their second, and so on. Where several ways are equally good, the order of a draw decides.
rounds-rules-generous-text = All lists are looked at together. First, as many students as possible get a place. Among all ways to do that, as few as possible get the last wish on the longest list; with that, as few as possible the last but one, and so on upwards. Where several ways are equally good, the order of a draw decides.
rounds-rules-manual-text = There is no draw. The placement office reads all wishes and places everybody by hand. A reason is written down for each place.
# $minutes (Number)
rounds-rules-travel = Wishes for places that are known to be more than { $minutes } minutes away from you are not considered.
rounds-rules-bans = A wish for your own workplace, or for a place where a relative would decide about you, is not considered. The office keeps that list, and you are told if it concerns you.
rounds-rules-groups = Groups
rounds-rules-groups-text = Students who are signed up as a group are seated first, together at one place that all of them wished for, when that leaves nobody else without a place. If it is not possible, each goes on alone with the whole list.
rounds-rules-none-counted-last = Then every free place of your subject counts as one equal wish, ranked below all wishes that others have sent.
rounds-rules-late-priority = Students who join, or whose wishes come in, after the deadline come after all of their priority class who were in time.
rounds-rules-late-together = Wishes that come in after the deadline, but before places are allocated, are looked at with the others. Where the draw decides between equally good ways, those who were in time go first.
rounds-rules-late-manual = Ask the placement office. It places you by hand, as everybody.
rounds-rules-none-manual = The placement office then finds a place for you without knowing what you want.
# $count (Number)
rounds-announce-told = Now: { $count ->
         [one] one student gets
        *[other] { $count } students get
    } an e-mail with dates, rules and mechanism.
# $name (String)
rounds-announce-mechanism = The mechanism stands from now on: { $name }.
# $round (String)
rounds-mail-announced-subject = This is how places are allocated in { $round }
# $round (String)
# $moment (String)
rounds-mail-announced-text = The dates and rules of { $round } are set and do not change. You can read about the places now, and rank your wishes from { $moment }.
# $name (String)
# $note (String)
rounds-mail-fact-mechanism = Mechanism: { $name }. { $note }
rounds-changes = Recent changes
rounds-changes-all = All changes, with undo
rounds-changes-lead = What has been done in this round, the latest first. What can be taken back has a link or a button.
# $count (Number) - changes
rounds-changes-count = { $count ->
    [one] One change
   *[other] { $count } changes
}
rounds-changes-what = What
rounds-changes-when = When
rounds-changes-who = Who
rounds-changes-portal = The portal
rounds-changes-undo = Undo
rounds-changes-none = Nothing has been changed yet
rounds-changes-none-text = When somebody changes something in the round, it stands here.
rounds-did-placed-by-hand = Placed a student by hand
rounds-did-released-by-hand = Released a student placed by hand
# $rows (Number) - places
rounds-did-seats-changed = { $rows ->
    [one] Changed the seats of one place
   *[other] Changed the seats of { $rows } places
}
rounds-link-pairs = Classes, travel and bans
# $count (Number)
rounds-did-pairs-noted = Classes, travel and bans were noted for { $count } pairs
rounds-wizard-change = Change
rounds-wizard-give-up = Give this up: throw away what I typed
rounds-wizard-one-page = All on one page
rounds-wizard-drafts = Begun, not made yet
rounds-wizard-go-on = Go on
# $step (Number) - the step that is shown
# $steps (Number) - steps in all
rounds-wizard-lead = Step { $step } of { $steps }. What is wrong on a page is said there; you can go on and put it right later.
rounds-wizard-check = Check and make the round
rounds-wizard-check-lead = Nobody sees the round before you make it, and students not before you announce it.
rounds-wizard-next = Save and go on
rounds-wizard-make = Make the round
rounds-wizard-unnamed = Round without a name
# $when (String) - when it was changed last
rounds-wizard-since = Changed { $when }
rounds-wizard-stair = Steps to a new round
rounds-wizard-wrong = Something is not right yet. It is marked below, with the page where it is put right.
rounds-api-list = List the rounds, in the order of their ids
rounds-api-make = Make a round
rounds-api-show = Show a round
rounds-api-change = Change what a round decides, before it is announced
rounds-api-announce = Announce a round: rules and dates are told to the students and no longer change
rounds-api-cancel = Call a round off, with a reason that everybody is told
rounds-practice-open = Practise: open the window for wishes now
rounds-practice-close = Practise: close the window for wishes now
rounds-api-changes = List what was changed in a round, 500 changes back
rounds-did-second-look-asked = Asked for a second look
rounds-did-second-look-given = Gave a second look
rounds-did-second-look-refused = Turned down after a second look
rounds-did-second-look-withdrawn = Took back what waited for a second look
# $round (String)
rounds-calendar-open = Wishes open: { $round }
# $round (String)
rounds-calendar-close = Wishes close: { $round }
# $round (String)
rounds-calendar-result = Result comes: { $round }
# $round (String)
rounds-calendar-publish = Publish the result: { $round }
