# $name (String) - the organisation
practice-name = Practice copy of { $name }
practice-title = Practice copy
practice-lead = Try a whole round, with the draw and the publication, where nothing counts and nobody is told.
practice-copied = Units, places, and your six latest rounds are copied with their rules. The rounds begin at the beginning, with new dates.
practice-invented = Nobody real comes along. Students and hosts’ people are invented, at most 1,000 in a round, and so are their wishes.
practice-inside = Nothing leaves the copy. Its mails go to nobody; you read them on a page of their own. Hosts become parts of the copy, and no other organisation sees it.
practice-texts = Texts that you wrote yourselves, such as what a round or a place says about itself, are copied as they stand.
# $days (Number) - days
practice-days = You throw the copy away when you like. It goes by itself after { $days } days.
practice-make = Make the practice copy
practice-under-way = See how far the work has come
# $until (String) - the last day
practice-until = The copy is ready. It is thrown away by itself after { $until }.
practice-people = Whom do you want to be?
practice-people-text = You step in as somebody invented. Every page then says that it is practice, and a line at the top leads back to your own pages.
practice-administrator = Runs rounds
practice-coordinator = Receives students
practice-student = Student
practice-enter = Step in
practice-mails = Mails of the practice copy
practice-mails-lead = What would have been sent, the latest first. None of it has gone to anybody.
practice-mails-none = No mails yet
practice-mails-none-text = When the copy would send a mail, it stands here instead.
# $address (String) - an invented address
practice-mail-to = To { $address }
practice-mail-read = Read the mail
practice-remove = Throw the copy away
practice-remove-text = People, mails, and everything else that can be removed go at once. Records that can never be changed stay in the database, with no way in; nobody in them is real.
practice-there = There is a practice copy already, or one is being made or thrown away. Open the page of the practice copy to see it.
