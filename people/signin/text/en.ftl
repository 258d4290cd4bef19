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
signin-name-or-password = Name or password is wrong. Check both, or sign in with a link by e-mail.
signin-number-or-pin = Number or PIN is wrong. Check both. After many wrong tries you need a new slip.
signin-slip-spent = This code does not open anything. Check every letter; it works once, for 14 days. Ask for a new slip if need be.
signin-half-gone = The sign-in took too long. Start again.
signin-no-reason = Write a reason of 500 characters at most. The person will read it.
signin-no-slip = This person has an e-mail address or a role and signs in with a link or a password. Slips are for people without e-mail.
# $got (String) - what was typed
# $min (Number) - fewest minutes
# $max (Number) - most minutes
signin-minutes = «{ $got }» is not a number from { $min } to { $max }. Give whole minutes.
signin-no-rule = Choose one of the three rules.
signin-others = Other ways to sign in
signin-by-password = Name and password
signin-by-password-who = For you who have set a password in your profile.
signin-by-code = Code from a slip
signin-by-code-who = For you who have no e-mail at work.
signin-name = Sign-in name
signin-name-help = Usually your e-mail address.
signin-password = Password
signin-password-title = Sign in with a password
signin-password-lead = If you have never set a password, sign in with a link by e-mail.
signin-password-forgotten = Forgotten your password? Sign in with a link by e-mail and set a new one in your profile.
signin-slip-title = Code from a slip
signin-slip-lead = Type the code and choose a PIN. From then on you sign in with your number and the PIN.
signin-slip-code = Code
signin-slip-code-help = 12 letters and figures. Dashes and capitals do not matter.
signin-slip-pin = Your own PIN
signin-slip-pin-help = 6 to 12 figures that you remember and others do not guess.
signin-slip-lost = Lost the slip or forgotten the PIN? Ask your leader for a new slip.
signin-number = Employee or student number
signin-pin = PIN
signin-pin-title = Sign in with number and PIN
signin-pin-lead = Remember to sign out when others use this machine.
signin-code = Code
# $given (String) - given name
signin-second-title = One more step, { $given }
signin-second-lead = Open the app on your phone and type the code it shows for Fotfeste.
signin-second-help = 6 figures from the app, or one of your recovery codes.
signin-second-lost = Lost your phone? Type one of the recovery codes that you kept when you set up the app.
signin-second-office = No codes either? An administrator of your organisation can let you set up a new app.
signin-start-again = Start the sign-in again
signin-app-title = Set up an app for codes
signin-app-needed = Your organisation asks those who hold a role for a code from an app besides the first step.
signin-app-scan = Scan this with the app
signin-app-square = Square to scan with an authenticator app
signin-app-type = No camera at hand? Type this key into the app:
signin-app-code-help = The 6 figures that the app shows now.
signin-app-take = Use this app
signin-app-which = Any app for one-time codes will do, such as the one that keeps your passwords. It needs no network.
signin-codes-title = Keep these recovery codes
signin-codes-lead = Each lets you in once if you lose your phone. Print them or keep them with your passwords. They are not shown again.
signin-codes-kept = I have kept them
signin-confirm-title = Confirm that it is you
signin-confirm-lead = What you are about to do matters, and it is a while since you signed in. What you have typed is kept.
# $address (String) - mail address
signin-confirm-send-lead = What you are about to do matters, and it is a while since you signed in. We send a code to { $address }. What you have typed is kept.
signin-confirm-send = Send me a code
signin-confirm-mailed = 8 letters and figures from the mail. The code works for 10 minutes.
signin-confirm-button = Confirm and go on
# $code (String) - the code
signin-code-mail-subject = Your code for Fotfeste: { $code }
# $given (String) - given name
# $code (String) - the code
# $minutes (Number) - how long it holds
signin-code-mail-body =
    Hello { $given },

    Type this code to confirm that it is you: { $code }

    It works for { $minutes } minutes, in the window where you asked for it. If you did not ask for it, somebody may be using your account: sign in and end the sessions you do not know.
signin-told-subject = Your sign-in to Fotfeste was changed
signin-told-password = A password was set for you.
signin-told-app = An app for codes was set up for you.
signin-told-app-removed = Your app for codes was removed.
signin-told-codes = You got new recovery codes; the old ones no longer work.
signin-told-connected = Another account was connected to yours for signing in.
# $helper (String) - who helped
# $reason (String) - why
signin-told-released = { $helper } took your app for codes away, so that you can set up another one. Reason: { $reason }
# $given (String) - given name
# $contact (String) - mail address of the office
# $what (String) - what was changed
signin-told-body =
    Hello { $given },

    { $what }

    If this was not you, write to { $contact } at once.
signin-told-link = See how you sign in
signin-sessions = Where you are signed in
signin-sessions-none = Not signed in anywhere.
signin-session-unknown = Unknown device
# $at (String) - date and time
signin-session-seen = last used { $at }
# $name (String) - full name
signin-help-title = How { $name } signs in
signin-help-lead = For helping somebody who cannot get in. The person sees that you have been here.
signin-help-done = Done.
signin-help-ways = What is set up
signin-help-app = App for codes
signin-help-codes = Recovery codes left
signin-help-set = Set up
signin-help-not-set = Not set up
signin-help-end = End all sessions
signin-help-lost = The phone or the key is lost
signin-help-lost-text = First make sure that it is really this person who asks, face to face or on the telephone. App and passkeys are then removed, all sessions end, and the person sets up a new second factor at the next sign-in.
signin-help-reason = Reason
signin-help-reason-help = How you made sure who asks. The person gets it by e-mail.
signin-help-release = Remove the lost app and passkeys
signin-help-slip = Slip with a code
signin-help-slip-text = For people without e-mail. Slips from before stop working.
signin-help-slip-make = Make a slip
# $name (String) - full name
signin-slip-for = Slip for { $name }
signin-slip-once = Print this page now and give it to nobody else. The code is not shown again.
signin-slip-how = The first time
signin-slip-open = Open
signin-slip-type = Type the code
signin-slip-choose = Choose a PIN that you remember.
signin-slip-square = Square that opens the page
# $day (String) - last day
signin-slip-until = The code works once, until { $day }.
signin-slip-later = Afterwards you sign in with number and PIN at
signin-slip-back = Back to the person
signin-rule-title = Rules for signing in
# $name (String) - organisation
signin-rule-lead = How strongly people at { $name } prove who they are.
signin-rule-second = Who needs a code from an app?
signin-rule-staff = Those who hold a role
signin-rule-staff-note = Administrators and coordinators. Students sign in with a link by e-mail.
signin-rule-everybody = Everybody
signin-rule-everybody-note = Students too.
signin-rule-nobody = Nobody
signin-rule-nobody-note = Not advised: whoever gets into a mailbox gets into the portal.
signin-rule-minutes = Ask again after (minutes)
signin-rule-minutes-help = Before decisions, exports and changes of roles, when the last proof is older than this. 5 to 240.
signin-by-passkey = Passkey
signin-by-passkey-who = For everyone who has made one on their profile. Nothing to type.
signin-passkey-use = Use a passkey
signin-passkey-failed = The device gave no passkey. Try again, or take another way.
signin-recovery-help = One of the recovery codes you have kept. Each works once.
signin-help-passkeys = Passkeys
# $name (String) - what its holder calls it
signin-told-passkey-added = A passkey called “{ $name }” was added to your account. You can sign in with it from now on.
# $name (String) - what its holder called it
signin-told-passkey-removed = Your passkey “{ $name }” was removed. It opens nothing any more.
# $helper (String) - who helps
# $reason (String) - why
# $until (String) - time of day
signin-told-support = { $helper } sees the portal with your eyes until { $until }, to help you, and can change nothing. Reason: { $reason } Under “Who has looked at you” you see every page that is opened, and can end it.
signin-everybody = End all sessions
signin-everybody-lead = When something has got into wrong hands: everybody whom the organisation knows is signed out, in every browser. You stay signed in; end your own on your profile.
signin-everybody-do = End everybody’s sessions
