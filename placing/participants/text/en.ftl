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
