questions-title = Did you expect this?
questions-lead = Each week a few openings of files are drawn by chance, and those whose files they are are asked. Your answer helps to find openings that should not have happened.
questions-none = There is nothing to answer now.
questions-expected = Yes, I expected it
questions-queried = No, please look into it
questions-words = What surprises you? You may leave this empty.
questions-past = Answered before
questions-was-expected = You expected it.
questions-was-queried = You asked the office to look into it.
questions-was-unanswered = You have not answered, so the office looks into it.
questions-waits = The office has not answered yet.
questions-entitled = There was cause to look
questions-not-entitled = There was no cause to look
questions-no-choice = Choose one of the two.
questions-reasonless = Enter what you found. The person reads it.
questions-answered = This was answered before. Reload the page.
questions-notice-link = See what and who
questions-task-do = Answer
questions-office-title = Openings to look into
questions-office-lead = Somebody did not expect that their file was opened, or has not answered within two weeks. Ask whoever opened it, and write what you found.
questions-office-none = There is nothing to look into.
questions-office-past = Settled
questions-office-subject = An opening of a file to look into
questions-office-text = Somebody did not expect that their file was opened, or has not answered. The portal shows who and when.
questions-office-link = Look into it
questions-task-office-do = Look into it
questions-said-queried = The person did not expect it.
questions-said-nothing = The person has not answered.
questions-outcome = What did you find?
questions-reason = In your own words
questions-reason-help = The person whose file it is reads this.
questions-settle = Save and tell the person
questions-open = Look into it
# $got (Number) - characters given
# $max (Number) - characters allowed
questions-too-long = This text has { $got } characters. Shorten it to { $max } at most.
# $place (String) - organisation
questions-notice-subject = Did you expect that somebody at { $place } opened your file?
# $place (String) - organisation
questions-notice-text = Each week a few openings of files are drawn by chance, and those whose files they are are asked. This time one of yours at { $place } was drawn. It says nothing about anything being wrong.
# $place (String) - organisation
questions-settled-subject = { $place } has looked into who opened your file
# $place (String) - organisation
questions-settled-text = You can read in the portal what { $place } found.
# $at (String) - date and time
# $by (String) - who looked
# $place (String) - organisation
# $what (String) - what was opened
questions-told = { $by } of { $place }, { $at }. Opened: { $what }
# $at (String) - date and time
# $by (String) - who looked
# $whose (String) - whose file
# $what (String) - what was opened
questions-told-office = { $by } opened { $what } of { $whose }, { $at }
# $text (String) - what the person wrote
questions-said = The person did not expect it, and writes: “{ $text }”
# $what (String) - which page
questions-what = { $what ->
    [wishes] the wishes
    [placement] the place
    [withdrawal] the withdrawal
    [sign-in] the sign-in
    [thread] messages
   *[file] the file
}
# $count (Number) - questions
questions-task = { $count ->
    [one] Did you expect that your file was opened?
   *[other] Did you expect that your file was opened? { $count } questions
}
# $count (Number) - questions
questions-task-office = { $count ->
    [one] One opening of a file to look into
   *[other] { $count } openings of files to look into
}
