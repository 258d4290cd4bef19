placements-error-nothing-to-stop = Nothing is waiting to be published
placements-error-not-published = The round is not published yet. Place the student in the draft instead.
placements-error-same-place = The student already has this place. Choose another one.
placements-check-no-run = The draw has not been run. Run it before you publish.
placements-check-under-way = A draw is under way. Wait for its result.
# $n (Number)
placements-check-not-in-run = { $n ->
        [one] One student was not in the last run. Run again, or place the student by hand.
       *[other] { $n } students were not in the last run. Run again, or place them by hand.
    }
# $place (String)
placements-check-overfull = { $place } has more students than places. Run again.
# $n (Number)
placements-check-lacking = { $n ->
        [one] One student has no place and will be told so.
       *[other] { $n } students have no place and will be told so.
    }
# $n (Number)
placements-check-no-host = { $n ->
        [one] One place has no host in the portal, so nobody there is told by mail.
       *[other] { $n } places have no host in the portal, so nobody there is told by mail.
    }
placements-check-good = Every student has a place, and every place has room.
placements-check-waits = Has to wait
placements-check-know = Good to know
placements-check-ok = In order
placements-why-by-hand = The placement office gave you this place by hand, before or after the draw. Ask the office if you want to know more.
# $drawn (String)
# $own (String)
placements-why-drawn = All { $drawn } students in the draw got a number. Yours is { $own }. The places were given out in that order, and each student got the dearest wish that was still free.
# $drawn (String)
# $own (String)
placements-why-late = You came after the deadline, so you drew after everybody who was in time. Among all { $drawn } students in the draw you are number { $own }. Each student got the dearest wish that was still free.
# $drawn (String)
# $own (String)
placements-why-last = You sent no wishes, so you drew last: number { $own } of { $drawn }. You got a place of your subject that was still free.
placements-why-no-wishes = You sent no wishes, so there was nothing to give you in the draw.
placements-why-heading = Why did you get this place?
placements-why-not-heading = Why did you not get a place?
# $rank (Number)
placements-wish-label = Wish { $rank }
placements-wish-got = Your place
placements-wish-full = Full before your turn
# $seats (Number)
placements-got-last = { $seats ->
        [one] One place, and you got it.
       *[other] { $seats } places. You got the last one.
    }
# $seats (Number)
# $place (String)
placements-got-place = { $seats ->
        [one] One place. You were number { $place } in line, and it was free when your turn came.
       *[other] { $seats } places. You were number { $place } in line, and one was free when your turn came.
    }
# $seats (Number)
# $wanted (Number)
placements-full-offer = { $seats ->
        [one] One place and { $wanted } who wanted it when their turn came.
       *[other] { $seats } places and { $wanted } who wanted one when their turn came.
    }
# $name (String)
# $seats (Number)
# $wanted (Number)
placements-full-host = { $name } takes { $seats } students in all, and { $wanted } wanted to go there when their turn came.
# $names (String)
# $seats (Number)
placements-full-together = { $names } have { $seats } places together, and students with lower numbers needed all of them.
# $n (Number)
placements-by-hand-before = { $n ->
        [one] One of the places was given by hand.
       *[other] { $n } of the places were given by hand.
    }
# $last (String)
placements-last-in = The last place went to number { $last }.
# $place (String)
placements-your-place = You were number { $place } in line.
# $n (Number)
placements-picture-wanted = { $n ->
        [one] { $n } wanted it when their turn came
       *[other] { $n } wanted it when their turn came
    }
# $n (Number)
placements-picture-seats = { $n ->
        [one] { $n } place
       *[other] { $n } places
    }
# $last (String)
placements-picture-full = Full after number { $last }
placements-picture-you = You
# $n (Number)
# $places (String)
placements-blocked-seats = { $n ->
        [one] One more place at { $places } would have been enough for you.
       *[other] { $n } more places at { $places } would have been enough for you.
    }
# $places (String)
placements-blocked-together = { $places } had no place to spare between them.
placements-without-wishes = You sent no wishes. The placement office finds a place for you.
placements-without = You do not have a place yet.
# $n (Number)
placements-without-full = { $n ->
        [one] Your wish was full before your turn came.
       *[other] All { $n } of your wishes were full before your turn came.
    }
# $name (String)
placements-mail-greeting = Hello { $name },
# $place (String)
# $weeks (String)
placements-mail-placed = You have a place at { $place }, { $weeks }.
# $course (String)
placements-mail-unplaced = You did not get a place in the draw for { $course }. The placement office finds a place together with you.
placements-mail-why = Sign in to see why, with the numbers that decided.
# $day (String)
placements-mail-complain = You can complain until { $day }. We will help if you need it.
# $name (String)
# $reach (String)
placements-mail-contact = Questions? Ask { $name }: { $reach }.
# $course (String)
placements-mail-subject-placed = Your place is ready: { $course }
# $course (String)
placements-mail-subject-unplaced = The result is ready: { $course }
# $course (String)
placements-mail-subject-changed = Your placement has changed: { $course }
placements-mail-link = See my placement
placements-host-mail-greeting = Hello,
# $n (Number)
# $weeks (String)
placements-host-mail-subject = { $n ->
        [one] One student comes in { $weeks }
       *[other] { $n } students come in { $weeks }
    }
# $n (Number)
# $sender (String)
# $weeks (String)
placements-host-mail-told = { $n ->
        [one] { $sender } has placed one student with you in { $weeks }.
       *[other] { $sender } has placed { $n } students with you in { $weeks }.
    }
# $course (String)
placements-host-mail-subject-changed = Changed: students in { $course }
# $n (Number)
# $sender (String)
placements-host-mail-changed = { $n ->
        [one] { $sender } has changed a placement. You now receive one student.
       *[other] { $sender } has changed a placement. You now receive { $n } students.
    }
placements-host-mail-names = Sign in to see who comes, when and where, and to print the list.
placements-host-mail-link = See our students
placements-heading = My placement
placements-nav-placement = My placement
placements-nav-students = Students
placements-publication = Publication
placements-publication-lead = Check the list and read the texts. Nothing is sent for ten minutes after you press the button, and until then you can stop it.
placements-waiting-title = Waiting to be published
# $moment (String)
placements-waiting = The result will be sent { $moment }. Nobody has been told yet.
# $moment (String)
placements-published = Published { $moment }. Students and hosts have been told.
placements-not-closed = The wish window has not closed yet. You can publish when the draw is done.
placements-stop = Stop the publication
placements-checks = Before you publish
placements-previews = What they will read
placements-previews-note = One example of each mail, in the language of the organisation. Everybody gets it in their own language.
placements-preview-placed = Student with a place
placements-preview-unplaced = Student without a place
placements-preview-host = Host
placements-counts = Who is told
placements-fact-places = places with students
placements-fact-hosts = hosts told by mail
# $students (Number)
# $places (Number)
placements-publish = { $students ->
        [one] Publish to { $students } student and { $places } places
       *[other] Publish to { $students } students and { $places } places
    }
placements-publish-note = You can stop it for ten minutes.
placements-none = No placement yet
placements-none-text = Your place will stand here when a round you take part in is published. You get a mail then.
placements-not-yet = The result is not ready yet
# $moment (String)
placements-not-yet-text = The plan is to publish it { $moment }. You get a mail when it is there.
placements-cancelled = The round is cancelled
placements-withdrawn = You have withdrawn
placements-withdrawn-text = You do not take part in this round any more. Your seat is free, and nobody else was moved.
placements-to-round = See the round
# $weeks (String)
# $ordinal (String)
placements-lead-wish = { $weeks }. It was your { $ordinal } wish.
placements-facts = Where, when and who
placements-fact-first-day = First day
placements-fact-last-day = Last day
placements-fact-address = Address
placements-contact-office = The placement office
placements-without-heading = You do not have a place yet
placements-fact-subject = Subject
placements-confirm = Confirm that you have read this
placements-confirm-note = The place is yours even if you forget it.
# $moment (String)
placements-read = You confirmed { $moment } that you have read this.
placements-changed-title = Your placement has changed
# $moment (String)
placements-changed = The placement office changed it { $moment }. What stood here before does not count any more.
# $name (String)
placements-next = { $name } finds a place together with you and gets in touch. You do not have to do anything, but you may write first.
placements-as-table = See the same numbers as a table
placements-table-caption = Your wishes and what became of them
placements-column-wish = Wish
placements-column-place = Place
placements-column-seats = Places
placements-column-last = Last number in
placements-column-own = Your number
placements-to-proof = Check the draw yourself
placements-earlier = Earlier
# $moment (String)
# $place (String)
placements-earlier-placed = { $moment }: a place at { $place }
# $moment (String)
placements-earlier-unplaced = { $moment }: no place
placements-others = Your other rounds
placements-way = What happens next
placements-step-told = You were told
placements-step-first = First day
placements-step-last = Last day
placements-step-search = The placement office looks for a place
placements-step-search-note = You get a mail when there is one
placements-contact = Who to ask
placements-disagree = Do you disagree?
# $day (String)
placements-complain = You can complain until { $day }. Write what you disagree with. We will help if you need it.
# $day (String)
placements-complain-over = The time to complain ended { $day }. You may still ask for a change.
# $email (String)
placements-complain-how = Send the complaint to { $email }.
# $email (String)
placements-ask-change = This is a notice, not a decision. You can ask for a change: write to { $email } and say why.
placements-host-heading = Our students
placements-host-lead = Who comes, when and where. You see names from the day the institution publishes.
# $day (String)
placements-host-printed = Printed { $day }
placements-host-print = Use your browser's print command: the list prints without menus and filters.
placements-host-search = Find student or place
placements-host-weeks = When
placements-host-from = From
placements-host-course = Course
placements-host-contact = Reach them
placements-host-email = E-mail
placements-host-phone = Telephone
placements-host-none = No students yet
placements-host-none-text = The students stand here when an institution has published who comes. You get a mail then.
# $course (String)
placements-task-read = Your result is ready: { $course }
# $place (String)
placements-task-placed = You have a place at { $place }.
placements-task-see = See why
# $place (String) - name of the place
placements-task-mine = Your place: { $place }
placements-task-mine-go = See the placement
# $round (String)
placements-task-allocate = Allocate the places: { $round }
# $moment (String)
placements-task-planned = To be published { $moment }
placements-task-allocate-go = Go to the allocation
# $round (String)
placements-task-announce = Prepare and announce: { $round }
# $moment (String)
placements-task-opens = Wishes open { $moment }
placements-task-round-go = Go to the round
# $n (Number)
placements-task-unsent = { $n ->
         [one] One student has not sent wishes
        *[other] { $n } students have not sent wishes
    }
# $n (Number)
placements-task-students = { $n ->
        [one] One student comes to you
       *[other] { $n } students come to you
    }
# $day (String)
placements-task-from = From { $day }
placements-task-students-go = See who
placements-touched-students = Students coming
placements-touched-places = Places
placements-touched-rounds = Rounds
# $drawn (String)
# $own (String)
placements-why-priority = { $drawn } students took part, and you drew number { $own }. At each place the priority classes went first, then the numbers.
# $drawn (String)
# $name (String)
# $own (String)
placements-why-together = The lists of all { $drawn } students were looked at together, by the rule “{ $name }”. You drew number { $own }; it decided only between ways that were equally good.
placements-why-late-counted = Your wishes came after the deadline.
placements-why-last-counted = You had sent no wishes, so every free place of your subject counted as one last wish.
# $members (Number)
# $site (String)
placements-why-group = Your group of { $members } was seated together at { $site } first, because all of you had wished for it and nobody else lost a place by it.
placements-why-group-apart = Your group could not be kept together: no place stands on the lists of all of you. So each went on alone.
placements-why-group-no-room = Your group could not be kept together: at none of the places you all wished for was there room for all of you without somebody else losing a place. So each went on alone.
# $places (Number)
placements-added-got = None of your own wishes came true. Your list was shorter than the round asked for, so the rule added { $places } places to its end, and you got one of them.
# $places (Number)
placements-added = Your list was shorter than the round asked for, so the rule added { $places } places to its end.
# $weeks (String)
placements-lead-added = { $weeks }. It is a place that the rule added to your list.
placements-left-out-heading = Wishes that were not considered
# $rank (Number)
# $place (String)
placements-left-out-kind = Wish { $rank }, { $place }: it is for another subject or period than yours.
# $rank (Number)
# $place (String)
placements-left-out-workplace = Wish { $rank }, { $place }: the office has noted that you work there.
# $rank (Number)
# $place (String)
placements-left-out-relative = Wish { $rank }, { $place }: the office has noted that somebody close to you is there.
# $rank (Number)
# $place (String)
placements-left-out-other = Wish { $rank }, { $place }: the office has noted that you cannot go there. Ask the office why.
# $rank (Number)
# $place (String)
# $minutes (Number)
# $limit (Number)
placements-left-out-far = Wish { $rank }, { $place }: it is { $minutes } minutes away, and the round’s limit is { $limit }.
# $names (String)
placements-full-each = { $names } are full.
placements-not-full = It was not full.
# $seats (Number)
# $wished (Number)
placements-offer-taken = The { $seats ->
        [one] one place here was
       *[other] { $seats } places here were
    } taken, and { $wished ->
        [one] one student
       *[other] { $wished } students
    } wanted a seat.
# $class (Number)
# $last (String)
placements-class-last = The last who got in was of class { $class } with number { $last }.
# $class (Number)
# $own (String)
placements-class-own = You were of class { $class } with number { $own }.
# $students (Number)
placements-loss-unplaced = If you had got it, at least { $students ->
        [one] one more student
       *[other] { $students } more students
    } would be without a place.
# $steps (Number)
placements-loss-cost = If you had got it, the wishes of everybody together, yours among them, would come out at least { $steps ->
        [one] one step
       *[other] { $steps } steps
    } further down, or something that the rule puts first would be worse.
# $students (Number)
placements-loss-first = If you had got it, at least { $students ->
        [one] one student fewer
       *[other] { $students } students fewer
    } would have the first wish, or something that the rule puts first would be worse.
# $rank (Number)
# $students (Number)
placements-loss-up-to = If you had got it, at least { $students ->
        [one] one student fewer
       *[other] { $students } students fewer
    } would have one of their first { $rank } wishes, or something that the rule puts first would be worse.
# $rank (Number)
# $students (Number)
placements-loss-from = If you had got it, at least { $students ->
        [one] one student more
       *[other] { $students } students more
    } would end at wish { $rank } or further down, or something that the rule puts first would be worse.
placements-loss-other = If you had got it, something else that the rule looks at would be worse.
placements-loss-equal = A way in which you get it may be just as good for all. Between equally good ways the order of the draw decided.
placements-wish-not = Not this one
# $seats (Number)
placements-got-wish = You got { $seats ->
        [one] the one place here
       *[other] one of the { $seats } places here
    }.
# $places (String)
placements-blocked-somebody = With one more seat at { $places }, one more student would have a place.
# $places (String)
placements-blocked-full = { $places } stood in the way.
# $n (Number)
placements-without-none = { $n ->
        [one] Your wish did not come true.
       *[other] None of your { $n } wishes came true.
    }
# $name (String)
# $seats (Number)
placements-host-taken = { $name } takes { $seats } students in all, and all these seats were taken.
placements-api-show = Show how a publication stands, and what stands against it
placements-api-ask = Publish: everybody is told after ten minutes, unless it is stopped
placements-api-stop = Stop a publication within the ten minutes
placements-api-decisions = List what each student was told last
placements-api-coming = List the students who come to the organisation
# $n (Number) - things that wait
placements-check-second-looks = { $n ->
        [one] { $n } thing waits for a second look and does not count.
       *[other] { $n } things wait for a second look and do not count.
    }
# $place (String)
placements-calendar-mine = Placement: { $place }
placements-calendar-unnamed = Placement
# $n (Number)
# $place (String)
placements-calendar-students = { $n ->
    [one] One student comes: { $place }
   *[other] { $n } students come: { $place }
}
