wishes-title = Rank your wishes
wishes-how-link = The rules of this round
# $count (Number) - wishes in the list
wishes-heading = { $count ->
    [0] Your wishes
    [one] Your wish
   *[other] Your { $count } wishes
}
# $min (Number) - wishes asked for
# $max (Number) - wishes allowed
wishes-limits = { $min ->
    [0] At most { $max }
   *[other] At least { $min }, at most { $max }
}
wishes-rank = Wish
# $count (Number) - seats
wishes-seats = { $count ->
    [one] 1 place
   *[other] { $count } places
}
# $count (Number) - students
wishes-last-year = { $count } wished for it last year
# $name (String) - place
wishes-up = Move { $name } up
# $name (String) - place
wishes-down = Move { $name } down
wishes-remove = Remove
# $name (String) - place
# $rank (Number) - where it is now
# $count (Number) - wishes in the list
wishes-now-at = { $name }: now { $rank } of { $count }.
# $name (String) - place
wishes-removed = { $name } has been removed.
# $name (String) - place
# $rank (Number) - where it is now
wishes-added = { $name } is now wish { $rank }.
# $clock (String) - time of day
wishes-saved = Saved { $clock }
wishes-save-failed = Not saved yet. We are trying again. Please keep this page open.
wishes-none = No wishes yet
wishes-none-text = Find places and add those you want. You can change the order until the deadline.
wishes-none-closed = You sent no wishes in this round.
wishes-add-place = Add a place
wishes-see-places = See the places
wishes-see-receipt = See the receipt
# $max (Number) - wishes allowed
wishes-full = Your list is full: { $max } wishes. Remove one to add another.
wishes-full-short = Your list is full. Remove a wish to add another.
wishes-confirm = Confirm the order
wishes-is-confirmed = Confirmed
wishes-confirm-note = You can change it until the deadline.
wishes-behalf-note = The placement office entered this list for you. You can change it until the deadline.
# $when (String) - weekday, date and time
wishes-tag-deadline = Deadline { $when }
# $when (String) - weekday, date and time
wishes-tag-opens = Opens { $when }
# $when (String) - weekday, date and time
wishes-tag-closed = Closed { $when }
wishes-tag-cancelled = Cancelled
wishes-tag-withdrawn = You have withdrawn
wishes-alert-withdrawn = You no longer take part in this round, so your wishes do not count. Ask the placement office if that is wrong.
wishes-alert-cancelled = The round is cancelled. Nothing will be allocated, and your wishes are not used.
# $when (String) - weekday, date and time
wishes-alert-opens = You can rank from { $when }. Until then you can look at the places.
# $when (String) - weekday, date and time
wishes-alert-closed = Wishes are closed. The list below counts. The result is planned for { $when }.
wishes-alert-published = The result is published. This is the list that counted.
# $count (Number) - days
wishes-left-days = { $count } days left
# $count (Number) - hours
wishes-left-hours = { $count ->
    [one] 1 hour left
   *[other] { $count } hours left
}
# $count (Number) - minutes
wishes-left-minutes = { $count ->
    [one] 1 minute left
   *[other] { $count } minutes left
}
wishes-places-title = Places
# $subject (String) - subject of the student
wishes-places-lead = Places for { $subject }. How many wish for them now is never shown.
wishes-places-search = Search by name or place
wishes-places-municipality = Municipality
wishes-places-everywhere = Everywhere
wishes-places-show = Show
# $count (Number) - places found
wishes-places-found = { $count ->
    [one] 1 place found
   *[other] { $count } places found
}
wishes-places-none = No place found
wishes-places-none-text = Try fewer letters or another municipality.
wishes-places-all = Show all places
wishes-places-pages = Pages
wishes-places-previous = Previous page
wishes-places-next = Next page
wishes-add = Add
wishes-add-long = Add to my wishes
# $rank (Number) - where it is in the list
wishes-is-wish = Wish { $rank }
# $count (Number) - wishes in the list
wishes-back = { $count ->
    [0] Your wishes
    [one] Your wish
   *[other] Your { $count } wishes
}
wishes-place-seats = Places
wishes-place-last-year = Demand
wishes-place-address = Address
wishes-place-about = About the place
wishes-receipt-confirmed = Your wishes are confirmed
wishes-receipt-saved = Your wishes are saved
wishes-receipt-older = You have saved a newer list since. The newest one counts.
# $when (String) - weekday, date and time
wishes-receipt-open = This list counts. You can change it until { $when }.
wishes-receipt-counts = This list counts.
wishes-receipt-round = Round
wishes-receipt-at = Received
wishes-receipt-reference = Reference
# $version (Number) - number of the version
wishes-receipt-version = List { $version }
wishes-receipt-by = Sent by
wishes-receipt-by-you = You
wishes-receipt-by-office = The placement office, for you
wishes-receipt-by-file = The placement office, from a file
wishes-receipt-late = Late
wishes-receipt-late-text = It came after the deadline and is drawn after those in time.
wishes-receipt-mailed = We have sent this list to you by e-mail as well.
wishes-receipt-change = Change the wishes
wishes-receipt-overview = To your overview
wishes-next = What happens now
wishes-next-close = Wishes close
wishes-next-draw = Places are allocated
wishes-next-draw-text = by the rules of the round
wishes-next-publish = The result is planned
# $round (String) - name of the round
wishes-task = Rank your wishes for { $round }
wishes-task-rank = Find places, put them in order and confirm.
wishes-task-confirm = Your list is saved but not confirmed. It counts all the same.
# $when (String) - weekday, date and time
# $left (String) - time left
wishes-task-due = By { $when } · { $left }
wishes-task-start = Rank wishes
wishes-task-go-on = See and confirm
# $student (String) - name
wishes-behalf-title = Wishes for { $student }
wishes-behalf-students = Students
wishes-behalf-lead = Enter the wishes in order. The list is marked as entered by the office, and the student gets it by e-mail.
wishes-behalf-late = The window has closed. What you enter now is late: it is drawn after all who were in time.
# $number (Number) - which wish
wishes-behalf-wish = Wish { $number }
# $number (Number) - this wish
# $above (Number) - the wish before it
wishes-behalf-same = Wish { $number } ranks equal to wish { $above }
wishes-behalf-none = None
wishes-behalf-save = Save and tell the student
# $student (String) - name
wishes-behalf-saved = Saved. { $student } has been told by e-mail.
# $when (String) - weekday, date and time
wishes-behalf-last = last list { $when }
# $max (Number) - wishes allowed
wishes-error-too-many = This round takes at most { $max } wishes. Remove one before you add another.
# $min (Number) - wishes asked for
# $got (Number) - wishes in the list
wishes-error-too-few = This round asks for at least { $min ->
    [one] 1 wish
   *[other] { $min } wishes
}, and you have { $got }. Add more, then confirm.
wishes-error-repeated = This place is in the list already. Each place can stand there once.
wishes-error-not-wished = The place was not in the list any more. Here is the list as it is saved.
wishes-error-unreadable = We could not read what was sent. Nothing was changed. Try again.
wishes-error-outdated = The list was changed in another window. Here it is as it is saved now.
wishes-error-not-offered = The place is not offered to this student in this round. Choose another.
# $closed (String) - when the window closed
# $at (String) - when this arrived
wishes-error-closed = Wishes closed { $closed }. What you sent arrived { $at } and was not saved. The last list saved before counts.
# $opens (String) - when the window opens
# $at (String) - when this arrived
wishes-error-not-open = Wishes open { $opens }. What you sent arrived { $at } and was not saved.
wishes-error-withdrawn = The student has withdrawn from this round, so no wishes can be saved.
# $round (String) - name of the round
wishes-mail-confirmed-subject = Receipt: your wishes for { $round }
# $name (String) - given name
# $round (String) - name of the round
# $at (String) - when it was saved
# $list (String) - the list, a line for each wish
# $closes (String) - deadline
wishes-mail-confirmed =
    Hello { $name },

    You have confirmed your wishes for { $round }. We received them { $at }:

    { $list }

    You can change the list until { $closes }. The last list saved counts.
# $round (String) - name of the round
wishes-mail-entered-subject = The placement office has entered your wishes for { $round }
# $name (String) - given name
# $round (String) - name of the round
# $at (String) - when it was saved
# $list (String) - the list, a line for each wish
# $contact (String) - whom to ask
# $email (String) - address of the contact
wishes-mail-entered =
    Hello { $name },

    The placement office has entered these wishes for you in { $round }, { $at }:

    { $list }

    Is this wrong? Write to { $contact } at { $email }. While the window is open you can change the list yourself.
wishes-mail-link = See the receipt
wishes-import = Wishes
wishes-import-help = One row for each wish: student, rank from 1, and place. Equal ranks are a tie. The rows replace the student’s whole list.
wishes-column-student = Student number
wishes-column-rank = Rank
wishes-column-place = Place key
wishes-api-list = List the wishes that count, student by student
wishes-api-show = Show a student’s wishes that count; the student sees that they were opened
wishes-api-send = Hand in wishes for a student, who is told
