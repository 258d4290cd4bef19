signin-link-spent = This link does not work any more. It opens once, within 30 minutes. Ask for a new one.
signin-no-persona = Choose one of the people in the list.
signin-too-often = Too many tries for this address. Wait a quarter of an hour. Links that have arrived still work.
signin-title = Sign in
signin-claim = A foothold in working life
signin-lead = Student placements, from wishes to the first day, in one place.
# $name (String) - who is signed in
signin-here = You are signed in as { $name }
signin-go-on = Go to your overview
signin-mail = Link by e-mail
signin-mail-who = For everyone with an e-mail address in the portal. The link works once, for 30 minutes.
signin-last = You used this way last.
signin-email = E-mail address
signin-send = Send me a link
signin-try = Try the portal as
signin-try-text = No passwords. You come straight into their day.
signin-demo-mails = Read the mails of the demo town
signin-trouble = Cannot get in?
signin-trouble-text = The placement office or your coordinator has registered your address. Ask them if you are unsure which one it is.
signin-trouble-link = Help and contact
signin-sent-title = Look in your mailbox
signin-sent-text = If we know the address, a link is on its way to it. It works once, for 30 minutes.
signin-sent-nothing = Nothing has arrived?
signin-sent-spam = Look among junk mail.
signin-sent-other = Try another address. Students usually have one from their institution.
signin-sent-office = Ask the placement office which address they have registered.
signin-again = Ask for a new link
# $name (String) - whom the link belongs to
signin-link-title = Sign in as { $name }
signin-link-text = Press the button to sign in on this device. After that the link is used up.
signin-link-button = Sign in
signin-spent-title = The link does not work
signin-mail-subject = Your link to Fotfeste
# $given (String) - given name
# $name (String) - full name
# $until (String) - time of day
signin-mail-body =
    Hello { $given },

    You asked to sign in to Fotfeste. The link below opens the portal for { $name }. It works once, until { $until }.

    If you did not ask for this, you need not do anything: nobody gets in without the link.
signin-mail-link = Sign in
