questions-title = Venta du dette?
questions-lead = Kvar veke blir nokre få innsyn i mapper trekte tilfeldig, og dei det gjeld, blir spurde. Svaret ditt hjelper til med å finne innsyn som ikkje skulle ha skjedd.
questions-none = Det er ikkje noko å svare på no.
questions-expected = Ja, det venta eg
questions-queried = Nei, undersøk det
questions-words = Kva overraskar deg? Du kan la dette stå tomt.
questions-past = Svart på før
questions-was-expected = Du venta det.
questions-was-queried = Du bad kontoret om å undersøkje det.
questions-was-unanswered = Du har ikkje svart, så kontoret undersøkjer det.
questions-waits = Kontoret har ikkje svart enno.
questions-entitled = Det var grunn til innsynet
questions-not-entitled = Det var ingen grunn til innsynet
questions-no-choice = Vel ein av dei to.
questions-reasonless = Skriv kva du fann ut. Personen les det.
questions-answered = Dette er svart på før. Last sida på nytt.
questions-notice-link = Sjå kva og kven
questions-task-do = Svar
questions-office-title = Innsyn å undersøkje
questions-office-lead = Nokon venta ikkje at mappa deira blei opna, eller har ikkje svart på to veker. Spør den som opna henne, og skriv kva du fann ut.
questions-office-none = Det er ikkje noko å undersøkje.
questions-office-past = Avgjort
questions-office-subject = Eit innsyn å undersøkje
questions-office-text = Nokon venta ikkje at mappa deira blei opna, eller har ikkje svart. Portalen viser kven og når.
questions-office-link = Undersøk det
questions-task-office-do = Undersøk
questions-said-queried = Personen venta det ikkje.
questions-said-nothing = Personen har ikkje svart.
questions-outcome = Kva fann du ut?
questions-reason = Med eigne ord
questions-reason-help = Den mappa gjeld, les dette.
questions-settle = Lagre og fortel personen
questions-open = Undersøk
questions-too-long = Teksten har { $got } teikn. Kort han ned til høgst { $max }.
questions-notice-subject = Venta du at nokon ved { $place } opna mappa di?
questions-notice-text = Kvar veke blir nokre få innsyn i mapper trekte tilfeldig, og dei det gjeld, blir spurde. Denne gongen blei eit innsyn hos deg ved { $place } trekt. Det tyder ikkje at noko er gale.
questions-settled-subject = { $place } har undersøkt kven som opna mappa di
questions-settled-text = I portalen kan du lese kva { $place } fann ut.
questions-told = { $by } ved { $place }, { $at }. Opna: { $what }
questions-told-office = { $by } opna { $what } til { $whose }, { $at }
questions-said = Personen venta det ikkje, og skriv: «{ $text }»
questions-what = { $what ->
    [wishes] ønska
    [placement] plassen
    [withdrawal] trekket
    [sign-in] innlogginga
    [thread] meldingane
   *[file] mappa
}
questions-task = { $count ->
    [one] Venta du at mappa di blei opna?
   *[other] Venta du at mappa di blei opna? { $count } spørsmål
}
questions-task-office = { $count ->
    [one] Eitt innsyn å undersøkje
   *[other] { $count } innsyn å undersøkje
}
