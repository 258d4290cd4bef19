me-title = Your profile
me-saved = Saved.
me-lang = Language
me-lang-auto = As the browser is set
me-lang-help = Pages and e-mails come in this language.
me-scheme = Light or dark pages
me-scheme-auto = As the device is set
me-scheme-light = Light
me-scheme-dark = Dark
me-search-key = The key / opens the search
me-search-key-help = Turn it off if you speak to your device, or press keys by accident.
me-search-key-on = On
me-search-key-off = Off
me-save = Save
me-known = What we know about you
me-name = Name
me-email = E-mail
me-phone = Telephone
me-bonds = Roles
# $organisation (String) - where
me-administrator = Administrator at { $organisation }
# $organisation (String) - where
me-coordinator = Coordinator at { $organisation }
# $organisation (String) - where
me-student = Student at { $organisation }
me-wrong = Is something wrong? Tell the office that registered you, and they will put it right.
me-privacy = How we treat what we know
me-more = More about you
me-back = Back to your profile
me-signin = How you sign in
me-signin-note = Password, app for codes, where you are signed in.
me-notices-note = Which mails you get, and when.
me-calendar-note = Deadlines and placements in your own calendar program.
me-signin-lead = A link by e-mail always works. A password and an app for codes make it faster and safer.
me-looks-note = Who has opened your file, and when.
# $at (String) - date and time
me-since = Set up { $at }
me-password-set = Set a password
me-password-change = Change the password
me-password-title = Your password
me-password-lead = Everywhere else you are signed in, you will be signed out.
me-password-present = Password you have now
me-password-new = New password
# $min (Number) - characters needed
me-password-help = At least { $min } characters; 15 or more are better. A sentence of several words is fine. Nothing is required of the characters.
me-password-again = The same password again
me-password-save = Save the password
me-name-help = Your e-mail address, unless somebody shares it with you.
me-back-sign-in = Back to how you sign in
me-app-why = With a code from your phone, a stolen password or mailbox is not enough to get in as you.
me-app-lead = From now on you are asked for a code from the app when you sign in.
me-app-set-up = Set up an app
me-app-other = Set up another app
me-app-remove = Remove the app
# $count (Number) - codes not used yet
me-codes-left = { $count ->
    [0] No recovery codes are left. Make new ones today.
    [one] One recovery code is left. Make new ones soon.
   *[other] { $count } recovery codes are left.
}
me-codes-new = Make new recovery codes
me-outside = Connected accounts
me-outside-remove = Disconnect
me-sessions-lead = End what you do not know. A session ends by itself after two hours without use, and after twelve hours in any case.
me-session-mine = here
me-session-end = Sign out there
me-sessions-end = Sign out everywhere else
# $way (String) - how the session was begun
me-way = { $way ->
    [mail] Link by e-mail
    [password] Password
    [passkey] Passkey
    [provider] Another account
    [code] Number and PIN
   *[persona] Demo
}
me-outside-more = Sign in with another account
me-data = Everything we keep about you
me-data-note = One file (JSON) to take along.
me-passkeys = Passkeys
me-passkeys-why = Sign in with a finger, your face or the PIN of your own device. A passkey cannot be guessed, copied or given away to a false page.
me-passkey-new = Add a passkey
me-passkey-remove = Remove
me-passkey-lead = Give the device a name, then follow what it says. Everywhere else you are signed in, you will be signed out.
me-passkey-missing = This browser cannot make passkeys, or scripts are turned off. An app for codes works everywhere.
me-passkey-name = Name of the device
me-passkey-name-help = So that you know it again, such as “Phone” or “Key on the key ring”.
me-passkey-make = Make the passkey
me-passkey-failed = The device made no passkey. It may already have one for you here. Try again, or take another device.
me-codes = Recovery codes
# $name (String) - the working name
# $who (String) - names
me-protected = Your name and address are protected. Others see you as “{ $name }”, and not how you are reached. These see more: { $who }. Ask one of them if something should be changed.
