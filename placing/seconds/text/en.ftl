seconds-title = Waiting for a second look
seconds-lead = Your organisation wants two people behind a placement by hand and behind priority classes. What stands here does not count in the draw or in the publication until somebody else than whoever asked has confirmed it.
seconds-none = Nothing waits.
# $person (String)
# $place (String)
seconds-what-placement = Place { $person } at { $place }
# $person (String)
seconds-what-release = Take { $person } out of the place given by hand
# $n (Number)
seconds-what-classes = { $n ->
        [one] Set { $n } priority class
       *[other] Set { $n } priority classes
    }
seconds-what-rule = Stop asking for a second look
# $name (String)
seconds-asked-by = { $name } asks
# $name (String)
seconds-refused-by = Turned down by { $name }
seconds-reason = Read the reason, told in confidence
seconds-mine = You asked for this. Somebody else has to confirm it.
seconds-withdraw = Take back
seconds-confirm = Confirm
seconds-refuse = Turn down
seconds-refuse-why = Why? Whoever asked reads it in confidence.
seconds-refuse-do = Turn down
seconds-refused = Yours that were turned down
seconds-newer = Earlier ones
seconds-older = Later ones
seconds-rules = Placing by hand
seconds-rules-lead = How many look at a placement by hand, and who reads the reasons that are told in confidence.
seconds-rule = A second pair of eyes
seconds-rule-help = A placement by hand, its release and new priority classes then wait until another administrator has confirmed them. Two people must agree to end the rule, too.
seconds-rule-yes = Another person confirms
seconds-rule-no = One person decides
seconds-rule-ends = Ending the rule waits until somebody else confirms it.
seconds-readers = Who reads the reasons
seconds-readers-help = Whoever wrote a reason, or has to confirm it, reads it anyway. Everybody else has to be named here. Each opening is shown to the student.
seconds-save = Save
# $n (Number)
seconds-task = { $n ->
        [one] { $n } thing waits for your second look
       *[other] { $n } things wait for your second look
    }
seconds-task-text = A colleague has asked; it does not count until you confirm
seconds-task-go = Look at it
seconds-student-waits = Something about this student waits for a second look and does not count yet.
seconds-will-wait = Another administrator must confirm it before it counts.
# $n (Number)
seconds-round-waits = { $n ->
        [one] { $n } thing in this round waits for a second look. The draw and the publication do not count it.
       *[other] { $n } things in this round wait for a second look. The draw and the publication do not count them.
    }
seconds-error-alone = You asked for this yourself. Somebody else has to confirm it.
seconds-error-decided = This waits no longer: somebody has decided or taken it back.
seconds-error-waits = Something about this student waits for a second look already. Have it confirmed or turned down first.
seconds-error-nobody-else = You are the only administrator: nobody else could confirm. Give another person the role first.
seconds-error-nobody = A second look is asked for by a person who is signed in.
seconds-error-no-note = Write why you turn it down.
# $got (Number) - characters given
# $max (Number) - characters allowed
seconds-error-long-note = The reason has { $got } characters. Shorten it to { $max } at most.
seconds-error-odd-note = The reason holds signs that cannot be shown. Type it anew.
seconds-api-list = What waits for a second look
seconds-api-confirm = Confirm what another of the office asked for
seconds-api-refuse = Turn down what another of the office asked for
