# $name (String) - full name
support-title = See what { $name } sees
support-lead = To help somebody who is stuck. You see the same pages for a while.
support-open = See the same pages
support-reads = You can only look. Nothing can be changed, sent or decided.
support-private = Messages, e-mails and sign-in stay closed.
# $name (String) - full name
support-told = { $name } gets an e-mail at once with your reason, sees every page you open, and can end it. It stands in the journal.
support-reason = Reason
support-reason-help = What you were asked to help with. The person reads it.
support-minutes = For how long?
# $minutes (Number) - 15, 30 or 60
support-minutes-count = { $minutes } minutes
support-begin = Begin
# $max (Number) - characters allowed
support-no-reason = Write a reason of 1 to { $max } characters. The person will read it.
support-no-length = Choose one of the three lengths.
support-oneself = These are your own pages. Open them as yourself.
support-elsewhere = This person belongs to another organisation too, and the pages show what is theirs. Ask the person to show you the screen instead.
