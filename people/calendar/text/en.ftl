calendar-title = Your calendar
calendar-lead = Deadlines and placements stand in your own calendar program, and change there when they change here.
calendar-yours = You have a calendar address
calendar-made = Address made
calendar-read = Last read
calendar-read-never = Not yet
calendar-renew = Make a new address
calendar-renew-note = Has somebody else got hold of the address? Make a new one. The old one stops at once.
calendar-stop = Stop the address
calendar-stopped = The address has stopped working.
calendar-none = You have no calendar address
calendar-none-text = Make an address and give it to your calendar program. The program then fetches the dates by itself.
calendar-make = Make a calendar address
calendar-who = Who can read it
calendar-who-reads = Whoever has the address can read the calendar without signing in. Give it to your calendar program and to nobody else.
calendar-who-holds = It tells dates, places and rounds, and never the name of anybody. A calendar program on the net keeps what it has read.
calendar-who-ends = The address stops when you leave, when your e-mail address is changed for you, and when an administrator ends your sessions.
calendar-address = Your calendar address
calendar-once = It is shown this once, so copy it now. If you lose it, make a new one.
calendar-copy = Copy this address
calendar-open = Open in your calendar program
calendar-how = Put it into your calendar
calendar-google = Google Calendar
calendar-google-how = On the web: beside “Other calendars” choose the plus sign, then “From URL”.
calendar-apple = Apple Calendar
calendar-apple-how = On a Mac: File, then “New Calendar Subscription”. On an iPhone: Calendars, then “Add Calendar” and “Add Subscription Calendar”.
calendar-outlook = Outlook
calendar-outlook-how = Choose “Add calendar”, then “Subscribe from web”.
calendar-else = Another program
calendar-else-how = Look for “subscribe” or “add by URL”. Importing a file does not work: it is never renewed.
calendar-how-long = It can take a day before a change is seen, since each program decides how often it reads.
calendar-told-subject = Your calendar address in Fotfeste was changed
calendar-told-made = A calendar address was made for you. Whoever has it can read your deadlines and placements.
calendar-told-renewed = A new calendar address was made for you. The old one no longer works.
calendar-told-stopped = Your calendar address was stopped. It no longer works.
# $given (String) - given name
# $contact (String) - mail address of the office
# $what (String) - what was changed
calendar-told-body =
    Hello { $given },

    { $what }

    If this was not you, write to { $contact } at once.
calendar-told-link = See your calendar
