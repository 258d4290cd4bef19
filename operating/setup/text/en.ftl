setup-title = Take in your organisation
setup-lead = Tell who you are. You become the first administrator, and nobody else can use this link.
setup-organisation = The organisation
setup-name = Full name
setup-short-name = Short name
setup-short-name-help = Stands where there is little room, such as at the top of each page.
setup-kind = What it does with placements
setup-institution = Sends students, such as a university
setup-host = Receives students, such as a municipality or a hospital
setup-both = Does both
setup-number = Organisation number
setup-number-help = From the national register. May be left empty.
setup-lang = Language
setup-lang-help = For those who have not chosen one themselves.
setup-zone = Time zone
setup-zone-help = Deadlines are stated in it.
setup-contact-email = E-mail address for questions
setup-contact-phone = Phone for questions
setup-you = You
setup-given-name = Given name
setup-family-name = Family name
setup-email = Your e-mail address
setup-email-help = Links to sign in go there.
setup-save = Take it in
setup-link-spent = This link does not work any more. It opens once, within 24 hours. Make a new one on the portal's machine with fotfeste setup.
setup-no-choice = Choose one of the list.
setup-spent-title = The link is used up
setup-sign-in = Sign in
setup-list-title = Before people come
# $left (Number) - points that are not done
setup-list-lead = { $left ->
    [0] Everything is done. People can come.
    [one] One point is left.
   *[other] { $left } points are left.
}
setup-is-done = Done:
setup-is-left = Left:
setup-is-untold = Not known here:
setup-elsewhere = Whoever administers the organisation sees to it on its own page.
# $point (String) - which point
setup-point = { $point ->
    [organisation] Organisation
    [address] Address with HTTPS
    [mail] Outgoing mail
    [copies] Copies to fall back on
    [key] The key of the copies
    [retention] Removal of old rows
    [languages] Language and time of the organisation
    [contact] Where weaknesses are told
   *[operators] Somebody else who can look after it
}
# $point (String) - which point
setup-point-text = { $point ->
    [organisation] Whom to ask stands under Help: give an e-mail address or a phone number. For a further organisation, make another link with fotfeste setup.
    [address] Readers reach the portal by the address in base_url, through a proxy that ends TLS.
    [mail] Send a trial and see what the mail server says.
    [copies] The first one is made within a minute of the start, then once a day.
    [key] Keep a copy of backup.key away from this machine: no archive opens without it.
    [retention] Runs once a day. How long everything is kept stands under privacy.
    [languages] Bokmål, Nynorsk, Danish and English are always there, and everybody chooses. Read through what stands about the organisation, choose the language of those who have not chosen, and save.
    [contact] Set security_contact. It stands in /.well-known/security.txt, so that whoever finds a weakness knows whom to tell.
   *[operators] Appoint one with fotfeste operator and their e-mail address.
}
setup-mail-try = Try outgoing mail
setup-to-duty = See operations
setup-privacy = Privacy
# $name (String) - short name of the organisation
setup-about = About { $name }
# $left (Number) - points left on the check list
setup-task = { $left ->
    [one] One point is left before people come
   *[other] { $left } points are left before people come
}
setup-task-go = See the check list
