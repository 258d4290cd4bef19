notices-title = Notices
notices-lead = Everything you have been told, the latest first.
notices-to-choices = Choose how you are told
notices-to-mails = E-mails sent to you
# $count (Number) - notices that are new
notices-read-all = Mark { $count } as read
notices-read = Read all of it
notices-new = New
notices-none = No notices yet
notices-none-text = When something happens that concerns you, it stands here.
# $from (Number) - first row shown
# $to (Number) - last row shown
# $all (Number) - rows in all
notices-pages = { $from }–{ $to } of { $all }
# $count (Number) - notices that are not named
notices-more = … and { $count } more
# $count (Number) - notices in the mail
# $sender (String) - name of the organisation
notices-bundle-subject = { $count } notices from { $sender }
notices-bundle-text = This has happened since our last e-mail:
notices-bundle-link = Open your notices
notices-choices-title = How you are told
notices-choices-lead = Every notice stands in the portal. Here you choose what also comes by e-mail, and when. Decisions always come.
notices-matters = When somebody waits for you
notices-matters-text = Messages and tasks.
notices-information = When it is good to know
notices-information-text = Changes and confirmations that ask nothing of you.
notices-pace-soon = Within minutes
notices-pace-soon-text = What happens within ten minutes comes as one e-mail.
notices-pace-daily = Once a day
notices-pace-daily-text = One e-mail at 8 in the morning.
notices-pace-never = Not by e-mail
notices-pace-never-text = It stands in the portal only.
notices-quiet = Quiet hours
notices-quiet-text = No e-mail goes out in these hours, except what you ask for yourself. Choose the same hour twice to have none.
notices-quiet-from = From
notices-quiet-until = Until
notices-save = Save
notices-saved = Saved.
notices-no-choice = Choose one of the values.
notices-no-hour = Choose a whole hour from 0 to 23.
notices-bounced-title = Our e-mails do not reach you
# $address (String) - mail address
# $day (String) - since when
notices-bounced-text = { $address } has taken no e-mail since { $day }. Ask your office to correct the address, or try it again.
notices-retry = Try the address again
notices-bounces = Addresses that take no e-mail
notices-bounces-lead = These people do not get our e-mails. Correct the address, or try it again when the mailbox works.
# $count (Number) - people
notices-bounces-count = { $count ->
    [one] One person
   *[other] { $count } people
}
notices-bounces-who = Person
notices-bounces-since = Since
notices-bounces-reason = What the mail server said
notices-bounces-none = Every address takes e-mail
notices-bounces-none-text = When an e-mail comes back, the person stands here.
# $count (Number) - people
notices-task-bounces = { $count ->
    [one] One person does not get our e-mails
   *[other] { $count } people do not get our e-mails
}
notices-task-bounces-do = Look at the addresses
notices-task-own = Our e-mails do not reach you
notices-task-own-do = Look at your address
notices-api-bounces = List people whom mail does not reach
notices-api-retry = Try somebody's address again from the next mail on
notices-search = Search the notices
notices-none-found = No notices match
notices-none-found-text = Search for another word, or show all notices.
