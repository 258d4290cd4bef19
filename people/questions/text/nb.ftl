questions-title = Ventet du dette?
questions-lead = Hver uke trekkes noen få innsyn i mapper tilfeldig, og de det gjelder, blir spurt. Svaret ditt hjelper til med å finne innsyn som ikke skulle ha skjedd.
questions-none = Det er ikke noe å svare på nå.
questions-expected = Ja, det ventet jeg
questions-queried = Nei, undersøk det
questions-words = Hva overrasker deg? Du kan la dette stå tomt.
questions-past = Besvart før
questions-was-expected = Du ventet det.
questions-was-queried = Du ba kontoret om å undersøke det.
questions-was-unanswered = Du har ikke svart, så kontoret undersøker det.
questions-waits = Kontoret har ikke svart ennå.
questions-entitled = Det var grunn til innsynet
questions-not-entitled = Det var ingen grunn til innsynet
questions-no-choice = Velg én av de to.
questions-reasonless = Skriv hva du fant ut. Personen leser det.
questions-answered = Dette er besvart før. Last siden på nytt.
questions-notice-link = Se hva og hvem
questions-task-do = Svar
questions-office-title = Innsyn å undersøke
questions-office-lead = Noen ventet ikke at mappen deres ble åpnet, eller har ikke svart på to uker. Spør den som åpnet den, og skriv hva du fant ut.
questions-office-none = Det er ikke noe å undersøke.
questions-office-past = Avgjort
questions-office-subject = Et innsyn å undersøke
questions-office-text = Noen ventet ikke at mappen deres ble åpnet, eller har ikke svart. Portalen viser hvem og når.
questions-office-link = Undersøk det
questions-task-office-do = Undersøk
questions-said-queried = Personen ventet det ikke.
questions-said-nothing = Personen har ikke svart.
questions-outcome = Hva fant du ut?
questions-reason = Med egne ord
questions-reason-help = Den mappen gjelder, leser dette.
questions-settle = Lagre og fortell personen
questions-open = Undersøk
questions-too-long = Teksten har { $got } tegn. Kort den ned til høyst { $max }.
questions-notice-subject = Ventet du at noen ved { $place } åpnet mappen din?
questions-notice-text = Hver uke trekkes noen få innsyn i mapper tilfeldig, og de det gjelder, blir spurt. Denne gangen ble et innsyn hos deg ved { $place } trukket. Det betyr ikke at noe er galt.
questions-settled-subject = { $place } har undersøkt hvem som åpnet mappen din
questions-settled-text = I portalen kan du lese hva { $place } fant ut.
questions-told = { $by } ved { $place }, { $at }. Åpnet: { $what }
questions-told-office = { $by } åpnet { $what } til { $whose }, { $at }
questions-said = Personen ventet det ikke, og skriver: «{ $text }»
questions-what = { $what ->
    [wishes] ønskene
    [placement] plassen
    [withdrawal] trekket
    [sign-in] innloggingen
    [thread] meldingene
   *[file] mappen
}
questions-task = { $count ->
    [one] Ventet du at mappen din ble åpnet?
   *[other] Ventet du at mappen din ble åpnet? { $count } spørsmål
}
questions-task-office = { $count ->
    [one] Ett innsyn å undersøke
   *[other] { $count } innsyn å undersøke
}
