questions-title = Ventede du det?
questions-lead = Hver uge udtrækkes nogle få opslag i mapper tilfældigt, og dem, det drejer sig om, bliver spurgt. Dit svar hjælper med at finde opslag, der ikke skulle være sket.
questions-none = Der er ikke noget at svare på nu.
questions-expected = Ja, det ventede jeg
questions-queried = Nej, undersøg det
questions-words = Hvad overrasker dig? Du kan lade det stå tomt.
questions-past = Besvaret før
questions-was-expected = Du ventede det.
questions-was-queried = Du bad kontoret om at undersøge det.
questions-was-unanswered = Du har ikke svaret, så kontoret undersøger det.
questions-waits = Kontoret har ikke svaret endnu.
questions-entitled = Der var grund til opslaget
questions-not-entitled = Der var ingen grund til opslaget
questions-no-choice = Vælg en af de to.
questions-reasonless = Skriv, hvad du fandt ud af. Personen læser det.
questions-answered = Det er besvaret før. Genindlæs siden.
questions-notice-link = Se hvad og hvem
questions-task-do = Svar
questions-office-title = Opslag at undersøge
questions-office-lead = Nogen ventede ikke, at deres mappe blev åbnet, eller har ikke svaret i to uger. Spørg den, der åbnede den, og skriv, hvad du fandt ud af.
questions-office-none = Der er ikke noget at undersøge.
questions-office-past = Afgjort
questions-office-subject = Et opslag at undersøge
questions-office-text = Nogen ventede ikke, at deres mappe blev åbnet, eller har ikke svaret. Portalen viser hvem og hvornår.
questions-office-link = Undersøg det
questions-task-office-do = Undersøg
questions-said-queried = Personen ventede det ikke.
questions-said-nothing = Personen har ikke svaret.
questions-outcome = Hvad fandt du ud af?
questions-reason = Med egne ord
questions-reason-help = Den, mappen drejer sig om, læser det.
questions-settle = Gem, og fortæl personen det
questions-open = Undersøg
questions-too-long = Teksten har { $got } tegn. Kort den ned til højst { $max }.
questions-notice-subject = Ventede du, at nogen hos { $place } åbnede din mappe?
questions-notice-text = Hver uge udtrækkes nogle få opslag i mapper tilfældigt, og dem, det drejer sig om, bliver spurgt. Denne gang blev et opslag hos dig ved { $place } udtrukket. Det betyder ikke, at noget er galt.
questions-settled-subject = { $place } har undersøgt, hvem der åbnede din mappe
questions-settled-text = I portalen kan du læse, hvad { $place } fandt ud af.
questions-told = { $by } fra { $place }, { $at }. Åbnede: { $what }
questions-told-office = { $by } åbnede { $what }, der hører til { $whose }, { $at }
questions-said = Personen ventede det ikke og skriver: »{ $text }«
questions-what = { $what ->
    [wishes] ønskerne
    [placement] pladsen
    [withdrawal] frameldingen
    [sign-in] login
    [thread] beskederne
   *[file] mappen
}
questions-task = { $count ->
    [one] Ventede du, at din mappe blev åbnet?
   *[other] Ventede du, at din mappe blev åbnet? { $count } spørgsmål
}
questions-task-office = { $count ->
    [one] Ét opslag at undersøge
   *[other] { $count } opslag at undersøge
}
