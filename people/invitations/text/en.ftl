invitations-no-matter = Say what the person is invited to.
# $got (Number) - characters given
# $max (Number) - characters allowed
invitations-too-long = This text has { $got } characters. Shorten it to { $max } at most.
# $last (String) - the last day allowed
invitations-no-deadline = Choose a day from today until { $last }.
invitations-no-address = This person has no mail address in the portal. Add one first; the invitation is sent there.
invitations-sent-often = This invitation has been sent ten times. Withdraw it and check the address with the person.
invitations-ended = This invitation has been accepted or withdrawn, or its deadline has passed. Send a new one.
invitations-title = Invitations
invitations-invite = Invite
# $name (String) - who is invited
invitations-do = Invite { $name }
# $email (String) - where it is sent
invitations-lead = The invitation goes to { $email }. It opens the portal for this person alone, once, until the deadline.
invitations-about = What for
invitations-about-help = The invited reads this in the mail: what is expected, in a sentence or two.
invitations-until = Last day
invitations-until-help = When the answer is needed. After this day the link opens nothing.
invitations-send = Send the invitation
invitations-send-again = Send again
invitations-withdraw = Withdraw
invitations-who = Who
invitations-sent = Sent
# $count (Number) - invitations
invitations-count = { $count ->
    [one] 1 invitation
   *[other] { $count } invitations
}
invitations-list-lead = Who has been invited, and who has not come in yet.
invitations-none = No invitations here
invitations-none-text = Open a person in the register to invite them.
invitations-open = Open
invitations-accepted = Accepted
invitations-withdrawn = Withdrawn
invitations-over = Deadline passed
# $sent (Number) - how often it was mailed
# $until (String) - its last day
invitations-line = { $sent ->
    [one] Sent once, open until { $until }
   *[other] Sent { $sent } times, open until { $until }
}
invitations-from = From
invitations-by = Invited by
# $name (String) - who is invited
# $organisation (String) - in whose name
invitations-opened-title = { $name }, { $organisation } invites you
invitations-opened-text = Press the button to come in as yourself on this device. The link is used up afterwards; from then on you sign in in the usual way.
invitations-accept = Accept and sign in
invitations-not-you = Is this not about you? Close the page. Nothing happens until the button is pressed.
invitations-spent-title = This invitation is no longer open
invitations-spent-text = It has been accepted or withdrawn, a newer one has been sent, or its deadline has passed. If you have accepted it, sign in in the usual way. Otherwise ask whoever invited you.
# $day (String) - the last day
# $organisation (String) - in whose name
invitations-mail-subject = Answer by { $day }: { $organisation } invites you
# $name (String) - who is invited
# $by (String) - who invites
# $organisation (String) - in whose name
# $about (String) - the matter
# $day (String) - the last day
invitations-mail-body =
    Hello { $name },

    { $by } at { $organisation } invites you to Fotfeste:
    { $about }

    The link is for you alone. It opens once, until the end of { $day }.
invitations-mail-link = Read the invitation
invitations-api-list = List invitations
invitations-api-of-person = List the invitations of one person
invitations-api-invite = Invite somebody of the register
invitations-api-send-again = Mail an open invitation again
invitations-api-withdraw = Take an open invitation back
# $count (Number) - people who would be invited
invitations-many-title = { $count ->
    [0] None of the chosen can be invited
    [one] Invite one person
   *[other] Invite { $count } people
}
invitations-many-lead = Nothing has been sent yet. Each invitation opens the portal for its receiver alone, once, until the deadline.
# $count (Number) - people who would be invited
invitations-many-send = { $count ->
    [one] Send one invitation
   *[other] Send { $count } invitations
}
invitations-many-mailed = Gets an e-mail
invitations-many-no-address = Has no e-mail address
