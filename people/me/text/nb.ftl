me-title = Profilen din
me-saved = Lagret.
me-lang = Språk
me-lang-auto = Slik nettleseren er stilt inn
me-lang-help = Sider og e-post kommer på dette språket.
me-scheme = Lyse eller mørke sider
me-scheme-auto = Slik enheten er stilt inn
me-scheme-light = Lyse
me-scheme-dark = Mørke
me-search-key = Tasten / åpner søket
me-search-key-help = Slå den av hvis du snakker til enheten din, eller kommer borti taster.
me-search-key-on = På
me-search-key-off = Av
me-save = Lagre
me-known = Dette vet vi om deg
me-name = Navn
me-email = E-post
me-phone = Telefon
me-bonds = Roller
me-administrator = Administrator ved { $organisation }
me-coordinator = Koordinator ved { $organisation }
me-student = Student ved { $organisation }
me-wrong = Er noe feil? Si fra til kontoret som registrerte deg, så retter de det.
me-privacy = Slik behandler vi det vi vet
me-more = Mer om deg
me-back = Tilbake til profilen din
me-signin = Slik logger du inn
me-signin-note = Passord, app for koder, hvor du er logget inn.
me-notices-note = Hvilke e-poster du får, og når.
me-calendar-note = Frister og praksis i ditt eget kalenderprogram.
me-signin-lead = En lenke på e-post virker alltid. Et passord og en app for koder gjør det raskere og tryggere.
me-looks-note = Hvem som har åpnet mappen din, og når.
me-since = Satt opp { $at }
me-password-set = Velg et passord
me-password-change = Bytt passord
me-password-title = Passordet ditt
me-password-lead = Alle andre steder der du er logget inn, blir du logget ut.
me-password-present = Passordet du har nå
me-password-new = Nytt passord
me-password-help = Minst { $min } tegn; 15 eller flere er bedre. En setning med flere ord er fint. Det er ingen krav til tegnene.
me-password-again = Det samme passordet en gang til
me-password-save = Lagre passordet
me-name-help = E-postadressen din, hvis du ikke deler den med noen.
me-back-sign-in = Tilbake til hvordan du logger inn
me-app-why = Med en kode fra telefonen er ikke et stjålet passord eller en stjålet postkasse nok til å komme inn som deg.
me-app-lead = Fra nå av blir du spurt om en kode fra appen når du logger inn.
me-app-set-up = Sett opp en app
me-app-other = Sett opp en annen app
me-app-remove = Fjern appen
me-codes-left = { $count ->
    [0] Ingen gjenopprettingskoder igjen. Lag nye i dag.
    [one] Én gjenopprettingskode igjen. Lag nye snart.
   *[other] { $count } gjenopprettingskoder igjen.
}
me-codes-new = Lag nye gjenopprettingskoder
me-outside = Tilkoblede kontoer
me-outside-remove = Koble fra
me-sessions-lead = Avslutt det du ikke kjenner. En økt slutter av seg selv etter to timer uten bruk, og uansett etter tolv timer.
me-session-mine = her
me-session-end = Logg ut der
me-sessions-end = Logg ut alle andre steder
me-way = { $way ->
    [mail] Lenke på e-post
    [password] Passord
    [passkey] Passnøkkel
    [provider] En annen konto
    [code] Nummer og PIN
   *[persona] Demo
}
me-outside-more = Logg inn med en annen konto
me-data = Alt vi lagrer om deg
me-data-note = Én fil (JSON) du kan ta med deg.
me-passkeys = Passnøkler
me-passkeys-why = Logg inn med finger, ansikt eller PIN-koden på din egen enhet. En passnøkkel kan ikke gjettes, kopieres eller gis bort til en falsk side.
me-passkey-new = Legg til en passnøkkel
me-passkey-remove = Fjern
me-passkey-lead = Gi enheten et navn, og følg det den sier. Alle andre steder du er innlogget, blir du logget ut.
me-passkey-missing = Denne nettleseren kan ikke lage passnøkler, eller skript er slått av. En app for koder virker overalt.
me-passkey-name = Navn på enheten
me-passkey-name-help = Så du kjenner den igjen, for eksempel «Telefon» eller «Nøkkel på knippet».
me-passkey-make = Lag passnøkkelen
me-passkey-failed = Enheten laget ingen passnøkkel. Den har kanskje allerede en for deg her. Prøv igjen, eller bruk en annen enhet.
me-codes = Gjenopprettingskoder
me-protected = Navnet og adressen din er skjermet. Andre ser deg som «{ $name }», og ikke hvordan du nås. Disse ser mer: { $who }. Spør en av dem om noe skal endres.
