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
rounds-lack-places = No offer has a seat yet. Import places or add them
rounds-lack-students = Nobody takes part yet. Import students or add them
# $missing (Number) - missing
rounds-lack-lottery = { $missing ->
         [one] One student has no lottery number
        *[other] { $missing } students have no lottery number
    }. Import the student file again with numbers
# $number (String) - number
rounds-lack-lottery-repeated = Two students have the lottery number { $number }. Give each a number of their own
# $students (Number) - students
rounds-lack-subjects = { $students ->
         [one] One student has a subject that no place is for
        *[other] { $students } students have a subject that no place is for
    }
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
