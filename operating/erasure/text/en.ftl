# $name (String)
erasure-title = Erase { $name }
erasure-lead = Erasing is for good. Whoever should only be seen by nobody for a while is restricted instead; whoever leaves is let go.
erasure-obstacles = This stands against it
# $obstacle (String) - what stands against it
erasure-obstacle = { $obstacle ->
    [bound] The person is still bound to the organisation or holds a role. Let them go first.
    [in_round] The person takes part in a round that is under way. Take them out of it first.
    [complaint] A decision can still be complained about, or a placement is not over. Wait until then.
    [elsewhere] Another organisation knows the person, too. It must end its bond first, or its administrators erase.
   *[operator] The person looks after the portal. Somebody else who does must end that task first, on the page Operations; if nobody else does, whoever runs the machine ends it with fotfeste operator --end and the e-mail address.
}
erasure-goes = This goes
erasure-stays = This stays, and why
erasure-nothing-stays = Nothing stays but the line in the journal that somebody was erased.
# $group (String) - what it is
erasure-group = { $group ->
    [contact] Name, address, telephone
    [signing_in] Sign-in: passwords, apps, passkeys, sessions
    [confidence] What was told in confidence, with its key
    [messages] Mails, notices, half filled forms
    [settings] Own settings and views
    [weights] What was known for draws
    [looks] Who looked at the person
    [decisions] Decisions, wishes and places in rounds
    [threads] What was written about matters
    [bonds] Bonds and roles
   *[records] Records of who did what
}
# $n (Number) - rows
erasure-rows = { $n ->
        [one] { $n } entry
       *[other] { $n } entries
    }
# $group (String) - what it is
erasure-why = { $group ->
    [decisions] The archive duty: a decision is kept for 10 years after the period, with what it was made of. It names the person by a number.
    [threads] It belongs to the other parties of the matter, too, and follows the decision.
    [bonds] The archive duty: who was bound here, from when to when, for 10 years. The number of the person is taken out.
   *[records] The duty to show who did what. A sealed journal cannot lose a line; it names the person by an id.
}
erasure-copies = Copies lose the key of what was told in confidence with the next copy. The rest is in older copies until they are removed.
erasure-final = This cannot be taken back.
# $name (String)
erasure-do = Erase { $name } for good
erasure-back = Back to the person
