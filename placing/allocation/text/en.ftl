allocation-heading = Allocation
# $number (Number) - the run's number
allocation-heading-draft = Allocation, draft { $number }
allocation-ground-considerations = Special considerations
allocation-ground-no-wishes = Sent no wishes
allocation-ground-unplaced = Got no place in the draw
allocation-ground-agreed = Agreed with student and place
allocation-ground-correction = A mistake is put right
allocation-ground-file = Placed by the student file
allocation-ground-other = Other ground
allocation-error-no-reason = Write why. The reason is kept for the case team.
# $got (Number)
# $max (Number)
allocation-error-long-reason = The reason has { $got } characters. Shorten it to { $max }.
allocation-error-odd-reason = The reason holds characters that cannot be shown. Type it again.
allocation-error-no-ground = Choose a ground from the list
allocation-error-no-offer = Choose a place from the list
# $offer (String)
# $student (String)
allocation-error-subject = The place is for { $offer }, the student takes { $student }. Choose another place.
# $place (String)
# $seats (Number)
# $taken (Number)
allocation-error-full = { $place } is full: { $taken } of { $seats }. Choose another place, or take somebody out first.
allocation-error-withdrawn = The student has withdrawn from the round
allocation-error-not-by-hand = Nobody has placed this student by hand, so there is nothing to take back
allocation-error-window-open = Wishes can still be sent. Run the draw when the window has closed.
allocation-error-not-now = The round is not in a state where places can be allocated
allocation-error-under-way = A draw is already under way. Wait for its result.
# $first (String)
allocation-error-unsolvable = The draw could not be run: { $first }. Put this right and run it again.
allocation-before-lead = Place those who need a certain place by hand first. Then the draw gives everybody else the dearest wish that is still free when their turn comes.
# $moment (String)
allocation-before-window = Wishes can be sent until { $moment }. The draw can be run after that.
allocation-before-setup = The round is not announced yet. Announce it before you allocate.
allocation-cancelled = The round is cancelled. Nothing is allocated.
# $moment (String)
allocation-published = Published { $moment }. Changes from now on are new decisions, one student at a time.
# $moment (String)
allocation-publishing = Will be published { $moment }. Stop the publication if something has to change.
allocation-figure-students = students take part
allocation-figure-seats = seats
allocation-figure-placed = placed
allocation-figure-lacking = without a place
allocation-figure-locked = locked by hand
allocation-run = Run the draw
allocation-run-again = Run again for those not locked
allocation-run-again-note = The seed stays the same: another run changes something only where students, wishes or places have changed.
allocation-run-waiting = The draw is running.
allocation-run-progress = See how far it has come
# $error (String)
allocation-run-failed = The last run could not be finished: { $error }
allocation-to-publication = Go to publication
allocation-to-proof = See the proof of the draw
# $moment (String)
allocation-saved = Saved { $moment }
allocation-board = Board
allocation-board-note = Each column is a place. “Move” opens the places in the student's own order.
allocation-lane-none = Without a place
# $taken (Number)
# $seats (Number)
allocation-lane-count = { $taken } of { $seats }
# $n (Number)
allocation-lane-students = { $n ->
        [one] { $n } student
       *[other] { $n } students
    }
allocation-full = Full
# $n (Number)
allocation-free = { $n ->
        [one] { $n } free
       *[other] { $n } free
    }
allocation-free-seat = free
# $name (String)
allocation-closed-above = { $name } is full
# $number (String)
allocation-tile-number = no. { $number }
# $ordinal (String)
allocation-tile-wish = { $ordinal } wish
allocation-locked = locked by hand
allocation-move = Move
# $name (String)
allocation-move-student = Move { $name }
allocation-table = Allocation
allocation-table-heading = All students
# $n (Number)
allocation-table-count = { $n ->
        [one] { $n } student
       *[other] { $n } students
    }
allocation-column-number = No.
allocation-column-student = Student
allocation-column-place = Place
allocation-column-wish = Wish
allocation-column-subject = Subject
allocation-column-how = How it came
allocation-column-why = Why, in the words the student reads
allocation-column-status = Status
allocation-how-draw = A wish came true
allocation-how-last = A place that was no wish
# $ground (String)
allocation-how-by-hand = By hand: { $ground }
allocation-how-unplaced = No wish came true
allocation-how-no-wishes = Sent no wishes
allocation-how-waiting = Not in the last run
allocation-how-withdrawn = Has withdrawn
allocation-status-draft = Draft
allocation-status-locked = Locked
allocation-status-lacking = Without a place
allocation-status-withdrawn = Withdrawn
allocation-status-published = Published
allocation-filter-how = How it came
allocation-filter-all = All
allocation-search = Find student or place
allocation-table-empty = Nobody matches. Clear the search to see everybody.
# $from (Number)
# $to (Number)
# $all (Number)
allocation-pages-of = { $from }–{ $to } of { $all }
allocation-histogram = Which wish came true
# $first (String)
# $drawn (String)
allocation-histogram-label = { $first } of { $drawn } students in the draw got their first wish
allocation-histogram-what = Wish
allocation-histogram-count = Students
# $n (Number)
allocation-histogram-students = { $n ->
        [one] { $n } student
       *[other] { $n } students
    }
# $ordinal (String)
allocation-nth-wish = { $ordinal } wish
allocation-unplaced-heading = Who has no place, and what stands in the way
allocation-unplaced-none = Everybody has a place.
# $n (Number)
allocation-unplaced-more = { $n ->
        [one] { $n } more is in the table below
       *[other] { $n } more are in the table below
    }
# $n (Number)
# $places (String)
allocation-blocked-seats = { $n ->
        [one] One more place at { $places } would be enough.
       *[other] { $n } more places at { $places } would be enough.
    }
# $places (String)
allocation-blocked-together = { $places } have no seat to spare between them, and no single one of them would be enough.
allocation-blocked-no-wishes = Sent no wishes. Find a place by hand.
allocation-blocked-waiting = Was not in the last run. Run again, or find a place by hand.
# $first (String)
# $last (String)
allocation-or = { $first } or { $last }
# $first (String)
# $last (String)
allocation-and = { $first } and { $last }
# $name (String)
allocation-placement-heading = Place { $name }
allocation-placement-crumb = Placement by hand
allocation-placement-lead = The places stand in the student's own order, then the rest. A place chosen here is locked: the draw leaves it alone.
allocation-placement-lead-published = The round is published. A new place is a new decision: the student and the hosts are told at once.
# $number (String)
allocation-placement-number = Number { $number } in the draw
# $place (String)
allocation-placement-now = Now at { $place }
allocation-placement-nowhere = Has no place now
allocation-placement-legend = Where
allocation-placement-not-wished = not on the list
allocation-placement-cannot = Not possible:
# $taken (Number)
# $seats (Number)
allocation-placement-full = full, { $taken } of { $seats }
# $number (String)
allocation-placement-full-at = the last seat went to number { $number }
# $name (String)
allocation-placement-full-above = { $name } is full
allocation-placement-here = is here now
allocation-placement-ground = Ground
allocation-placement-ground-choose = Choose a ground
allocation-placement-reason = Reason
allocation-placement-reason-help = Sealed. Read by you, by whoever has to confirm it, and by those whom the organisation has named.
allocation-placement-submit = Place and lock
allocation-placement-submit-published = Give this place and tell everybody
allocation-placement-none = There is no place for this subject.
allocation-release-heading = Take the student out again
allocation-release-lead = The seat is free at once, and the next run counts the student in.
allocation-release-submit = Take out
allocation-placement-told = What the student reads
allocation-placement-would-tell = What the student will read
allocation-history-heading = What was done by hand
# $place (String)
allocation-history-placed = Placed at { $place }
allocation-history-released = Taken out again
# $name (String)
allocation-history-by = by { $name }
allocation-runs-heading = Runs
allocation-runs-note = Same students, wishes, places and seed give the same result, on any machine.
allocation-runs-number = Run
allocation-runs-at = When
allocation-runs-placed = Placed
allocation-runs-input = Input
allocation-runs-output = Result
allocation-files-heading = The frozen input
allocation-files-result = Result as a file
# $round (String)
allocation-mail-done-subject = The draw is done: { $round }
# $placed (Number)
# $students (Number)
# $round (String)
allocation-mail-done-body = The draw for { $round } is done: { $placed } of { $students } students have a place. Nobody outside the case team has seen it.
# $round (String)
allocation-mail-failed-subject = The draw could not be run: { $round }
# $round (String)
# $error (String)
allocation-mail-failed-body = The draw for { $round } could not be run: { $error }. Put this right and run it again.
allocation-mail-link = See the allocation
allocation-proof-heading = The draw can be checked
allocation-proof-lead = Here you see that the seed of the draw was fixed before anybody knew the wishes. No names and no wish lists stand here.
allocation-proof-chain = Four links that hold together
allocation-proof-promised = A promise was published before the window opened
allocation-proof-promised-note = The promise is SHA-256 of “fotfeste-promise-1” and the seed. It binds the office to its seed and tells nothing about it.
allocation-proof-from-file = The numbers came from the student file
allocation-proof-from-file-note = This round drew by numbers that were given before, so there is no seed.
allocation-proof-frozen = Students, wishes and places were frozen
# $students (Number)
allocation-proof-frozen-note = { $students ->
        [one] { $students } student
       *[other] { $students } students
    }
allocation-proof-seed = The seed was revealed
allocation-proof-seed-note = Everybody can work out that it gives the promise above.
allocation-proof-result = The result was worked out
# $mechanism (String)
# $version (String)
allocation-proof-result-note = Mechanism { $mechanism }, engine version { $version }
allocation-proof-cuts = Where did it become full?
allocation-proof-cuts-caption = The last number that got a place, place by place
allocation-proof-cut-place = Place
allocation-proof-cut-seats = Places
allocation-proof-cut-wished = Wished for by
allocation-proof-cut-last = Last number in
allocation-proof-cut-few = fewer than 5
allocation-proof-cut-free = never full
allocation-proof-cut-by-hand = given by hand
allocation-proof-how = Check it yourself
allocation-proof-how-text = Whoever has the right to the frozen files can put them in a folder and run the same program there. The result is equal byte for byte.
allocation-proof-how-number = Your lottery number is the first eight bytes of HMAC-SHA-256 with the draw key over the round and your student number. Lower goes first.
allocation-proof-waiting = The proof stands here when the round is published.
allocation-error-by-hand-only = In this round everybody is placed by hand, so there is nothing to run
# $places (String)
allocation-blocked-somebody = With one more seat at { $places }, one more student would have a place.
# $places (String)
allocation-blocked-full = { $places } stand in the way, and no single one of them would be enough.
allocation-blocked-nothing = No wish could be considered. Find a place by hand.
allocation-compare-heading = Compare mechanisms
# $name (String)
allocation-compare-lead = What each mechanism would have made of the same students, wishes and places as the latest run. The round uses “{ $name }”, as was announced; nothing here changes that, and nobody outside the office sees it.
allocation-compare-order = Work out the comparison
allocation-compare-no-run = There is no run to compare with yet. Allocate the places first.
allocation-compare-waiting = The comparison is being worked out.
allocation-compare-table = All mechanisms side by side
allocation-compare-mechanism = Mechanism
allocation-compare-placed = Placed
allocation-compare-unplaced = Without
allocation-compare-first = 1st wish
allocation-compare-second = 2nd
allocation-compare-third = 3rd
allocation-compare-later = Later
allocation-compare-cost = Cost of ranks
allocation-compare-worst = Worst wish
allocation-compare-travel = Mean travel, min
allocation-compare-elsewhere = Sit elsewhere
allocation-compare-chosen = this round
# $name (String)
allocation-compare-see = See who differs under { $name }
allocation-compare-note = Places that the rule added to short lists, and those of students without wishes, are counted at the rank below all wishes. A mechanism chosen after the wishes are known is no rule any more: use this to decide about the next round.
# $name (String)
allocation-compare-differ = Who would sit elsewhere under { $name }
allocation-compare-nobody = Both give everybody the same place
allocation-compare-no-place = no place
# $name (String)
# $rank (Number)
allocation-compare-place = { $name }, wish { $rank }
allocation-error-no-run = There is no finished run to compare with. Allocate the places first
allocation-error-compared = This run has been compared already, or is being compared now. Open the comparison again
allocation-run-together = Allocate the places
# $name (String)
allocation-before-lead-together = Place those who need a certain place by hand first. Then everybody else is placed by the announced mechanism: { $name }.
allocation-before-lead-manual = In this round the office places everybody by hand. Open a student to see the wishes and to choose a place.
allocation-proof-manual = In this round everybody was placed by hand, with a reason that the office keeps. Nothing was drawn or worked out, so there is nothing to repeat.
allocation-proof-proven = What is proven
allocation-proof-proven-lottery = That the files are the frozen ones, that the numbers follow from the seed, that every capacity is kept, and that each student in the order of the draw got the best wish that those before left possible.
allocation-proof-proven-priority = That the files are the frozen ones, that the numbers follow from the seed, that every capacity is kept, that nobody has a seat which somebody who stands before them there would rather have, and that no student could have more without that.
allocation-proof-proven-together = That the files are the frozen ones, that the numbers follow from the seed, that every capacity is kept, that no allocation is better by the announced rule, and that among those that are as good, the order of the draw leads to this one. The prices in the certificate prove it; how is told in the documentation.
allocation-proof-checked = A second program, which shares no code with the first, checked the result before anybody saw it. This is what it found:
allocation-proof-not-proven = Not proven by this: that the office has told the truth about students and places, and that groups were seated by their rule. You see your own wishes in your receipt.
allocation-proof-how-verify = This command checks the result without repeating it:
allocation-proof-cut-last-class = Last class and number in
allocation-proof-cut-state = Became full
allocation-proof-cut-full = full
allocation-placement-sign-in = Help the student to sign in
allocation-api-list = List the runs of a round
allocation-api-order = Order a run
allocation-api-show = Show a run
allocation-api-proposals = List what a run proposes for each student
allocation-api-place = Place a student by hand, with a ground and a reason; after publication it is a new decision
allocation-api-release = Take back a placement by hand
allocation-api-comparison = Show what every mechanism would make of the latest run's input
allocation-api-compare = Order the comparison of all mechanisms
allocation-api-differ = List the students whom another mechanism gives another place
allocation-api-proof = Show what proves the draw of a round
allocation-api-proof-file = Fetch a file of the run that counts, such as the certificate
allocation-api-standing = List how each student stands in the allocation now
allocation-api-placement = Show one student's place, why, and what was done by hand
