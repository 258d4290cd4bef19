# $name (String) - the student
confidences-title = Told in confidence about { $name }
confidences-crumb = In confidence
# $name (String)
confidences-lead = Reasons of placements by hand are sealed. Open them only when you need them: { $name } sees who opened them and when.
# $at (String)
# $by (String)
confidences-kept-by = { $at }, written by { $by }
confidences-closed = Sealed
confidences-none = Nothing is kept in confidence about this student in this round.
confidences-why = What do you open it for?
confidences-why-help = The answer stands in the file that students can take along about themselves.
confidences-why-deciding = I decide about the student's place
confidences-why-complaint = I answer a complaint
confidences-why-asked = The student has asked me to
confidences-why-checking = I check how the office decides
confidences-open = Open
confidences-read = Reasons, told in confidence
confidences-back = Back to the placement
# $name (String)
confidences-once = Shown this once. { $name } now sees that you opened it. It stands in no list and no file.
confidences-refused = Turned down by another of the office
confidences-destroyed = Erased: it cannot be opened any more
confidences-error-why = Choose what you open it for.
confidences-error-not-named = You are not among those who read what is told in confidence here. Ask an administrator to name you under "Placing by hand".
confidences-error-not-office = Name only people who administer the organisation.
