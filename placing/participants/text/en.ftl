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
