signin-link-spent = Denne lenken virker ikke lenger. Den åpner én gang, innen 30 minutter. Be om en ny.
signin-no-persona = Velg en av personene i listen.
signin-too-often = For mange forsøk for denne adressen. Vent et kvarter. Lenker som har kommet fram, virker fortsatt.
signin-title = Logg inn
signin-claim = Et fotfeste i arbeidslivet
signin-lead = Praksis for studenter, fra ønsker til første dag, på ett sted.
signin-here = Du er logget inn som { $name }
signin-go-on = Gå til oversikten din
signin-mail = Lenke på e-post
signin-mail-who = For alle som har en e-postadresse i portalen. Lenken virker én gang, i 30 minutter.
signin-last = Du brukte denne sist.
signin-email = E-postadresse
signin-send = Send meg en lenke
signin-try = Prøv portalen som
signin-try-text = Ingen passord. Du kommer rett inn i dagen deres.
signin-demo-mails = Les e-posten i demobyen
signin-trouble = Kommer du ikke inn?
signin-trouble-text = Praksiskontoret eller koordinatoren din har registrert adressen din. Spør dem hvis du er usikker på hvilken det er.
signin-trouble-link = Hjelp og kontakt
signin-sent-title = Se i innboksen din
signin-sent-text = Hvis vi kjenner adressen, er en lenke på vei dit. Den virker én gang, i 30 minutter.
signin-sent-nothing = Har det ikke kommet noe?
signin-sent-spam = Se i søppelposten.
signin-sent-other = Prøv en annen adresse. Studenter har gjerne en fra lærestedet.
signin-sent-office = Spør praksiskontoret hvilken adresse de har registrert.
signin-again = Be om en ny lenke
signin-link-title = Logg inn som { $name }
signin-link-text = Trykk på knappen for å logge inn på denne enheten. Etterpå er lenken brukt opp.
signin-link-button = Logg inn
signin-spent-title = Lenken virker ikke
signin-mail-subject = Lenken din til Fotfeste
signin-mail-body =
    Hei, { $given }!

    Du ba om å logge inn i Fotfeste. Lenken under åpner portalen for { $name }. Den virker én gang, fram til kl. { $until }.

    Ba du ikke om dette, trenger du ikke gjøre noe: Ingen kommer inn uten lenken.
signin-mail-link = Logg inn
signin-name-or-password = Navn eller passord er feil. Sjekk begge, eller logg inn med en lenke på e-post.
signin-number-or-pin = Nummer eller PIN er feil. Sjekk begge. Etter mange feil trenger du en ny lapp.
signin-slip-spent = Koden åpner ingenting. Sjekk hvert tegn; den virker én gang, i 14 dager. Be om en ny lapp ved behov.
signin-half-gone = Innloggingen tok for lang tid. Begynn på nytt.
signin-no-reason = Skriv en begrunnelse på høyst 500 tegn. Personen får lese den.
signin-no-slip = Denne personen har e-postadresse eller en rolle og logger inn med lenke eller passord. Lapper er for dem som ikke har e-post.
signin-minutes = «{ $got }» er ikke et tall fra { $min } til { $max }. Oppgi hele minutter.
signin-no-rule = Velg en av de tre reglene.
signin-others = Andre måter å logge inn på
signin-by-password = Navn og passord
signin-by-password-who = For deg som har valgt et passord i profilen din.
signin-by-code = Kode fra en lapp
signin-by-code-who = For deg som ikke har e-post på jobben.
signin-name = Innloggingsnavn
signin-name-help = Vanligvis e-postadressen din.
signin-password = Passord
signin-password-title = Logg inn med passord
signin-password-lead = Har du aldri valgt et passord, logger du inn med en lenke på e-post.
signin-password-forgotten = Glemt passordet? Logg inn med en lenke på e-post og velg et nytt i profilen din.
signin-slip-title = Kode fra en lapp
signin-slip-lead = Skriv inn koden og velg en PIN. Deretter logger du inn med nummeret ditt og PIN-koden.
signin-slip-code = Kode
signin-slip-code-help = 12 bokstaver og tall. Streker og store bokstaver spiller ingen rolle.
signin-slip-pin = Din egen PIN
signin-slip-pin-help = 6 til 12 sifre som du husker og andre ikke gjetter.
signin-slip-lost = Mistet lappen eller glemt PIN-koden? Be lederen din om en ny lapp.
signin-number = Ansatt- eller studentnummer
signin-pin = PIN
signin-pin-title = Logg inn med nummer og PIN
signin-pin-lead = Husk å logge ut når andre bruker denne maskinen.
signin-code = Kode
signin-second-title = Ett steg til, { $given }
signin-second-lead = Åpne appen på telefonen og skriv koden den viser for Fotfeste.
signin-second-help = 6 sifre fra appen, eller en av gjenopprettingskodene dine.
signin-second-lost = Mistet telefonen? Skriv en av gjenopprettingskodene du tok vare på da du satte opp appen.
signin-second-office = Ingen koder heller? En administrator i organisasjonen din kan la deg sette opp en ny app.
signin-start-again = Begynn innloggingen på nytt
signin-app-title = Sett opp en app for koder
signin-app-needed = Organisasjonen din krever at de som har en rolle, bruker en kode fra en app i tillegg.
signin-app-scan = Skann denne med appen
signin-app-square = Firkant som skannes med en autentiseringsapp
signin-app-type = Har du ikke kamera? Skriv denne nøkkelen inn i appen:
signin-app-code-help = De 6 sifrene appen viser nå.
signin-app-take = Bruk denne appen
signin-app-which = Enhver app for engangskoder duger, for eksempel den som tar vare på passordene dine. Den trenger ikke nett.
signin-codes-title = Ta vare på disse gjenopprettingskodene
signin-codes-lead = Hver av dem slipper deg inn én gang hvis du mister telefonen. Skriv dem ut, eller legg dem sammen med passordene dine. De vises ikke igjen.
signin-codes-kept = Jeg har tatt vare på dem
signin-confirm-title = Bekreft at det er deg
signin-confirm-lead = Det du er i ferd med å gjøre, betyr mye, og det er en stund siden du logget inn. Det du har skrevet, er tatt vare på.
signin-confirm-send-lead = Det du er i ferd med å gjøre, betyr mye, og det er en stund siden du logget inn. Vi sender en kode til { $address }. Det du har skrevet, er tatt vare på.
signin-confirm-send = Send meg en kode
signin-confirm-mailed = 8 bokstaver og tall fra e-posten. Koden virker i 10 minutter.
signin-confirm-button = Bekreft og fortsett
signin-code-mail-subject = Koden din for Fotfeste: { $code }
signin-code-mail-body =
    Hei, { $given }!

    Skriv denne koden for å bekrefte at det er deg: { $code }

    Den virker i { $minutes } minutter, i vinduet der du ba om den. Ba du ikke om den, kan noen andre være inne på kontoen din: Logg inn og avslutt øktene du ikke kjenner.
signin-told-subject = Innloggingen din i Fotfeste er endret
signin-told-password = Det er satt et passord for deg.
signin-told-app = Det er satt opp en app for koder for deg.
signin-told-app-removed = Appen din for koder er fjernet.
signin-told-codes = Du har fått nye gjenopprettingskoder; de gamle virker ikke lenger.
signin-told-connected = En annen konto er koblet til din for innlogging.
signin-told-released = { $helper } har fjernet appen din for koder, så du kan sette opp en ny. Begrunnelse: { $reason }
signin-told-body =
    Hei, { $given }!

    { $what }

    Var det ikke deg, må du skrive til { $contact } med en gang.
signin-told-link = Se hvordan du logger inn
signin-sessions = Hvor du er logget inn
signin-sessions-none = Ikke logget inn noe sted.
signin-session-unknown = Ukjent enhet
signin-session-seen = sist brukt { $at }
signin-help-title = Slik logger { $name } inn
signin-help-lead = For å hjelpe noen som ikke kommer inn. Personen ser at du har vært her.
signin-help-done = Utført.
signin-help-ways = Dette er satt opp
signin-help-app = App for koder
signin-help-codes = Gjenopprettingskoder igjen
signin-help-set = Satt opp
signin-help-not-set = Ikke satt opp
signin-help-end = Avslutt alle økter
signin-help-lost = Telefonen er borte
signin-help-lost-text = Forsikre deg først om at det virkelig er denne personen som spør, ansikt til ansikt eller på telefonen. Appen blir fjernet, alle økter avsluttes, og personen setter opp en ny app ved neste innlogging.
signin-help-reason = Begrunnelse
signin-help-reason-help = Hvordan du forsikret deg om hvem som spør. Personen får den på e-post.
signin-help-release = Fjern appen som er borte
signin-help-slip = Lapp med kode
signin-help-slip-text = For dem som ikke har e-post. Tidligere lapper slutter å virke.
signin-help-slip-make = Lag en lapp
signin-slip-for = Lapp til { $name }
signin-slip-once = Skriv ut denne siden nå, og gi den ikke til noen andre. Koden vises ikke igjen.
signin-slip-how = Første gang
signin-slip-open = Åpne
signin-slip-type = Skriv koden
signin-slip-choose = Velg en PIN som du husker.
signin-slip-square = Firkant som åpner siden
signin-slip-until = Koden virker én gang, til og med { $day }.
signin-slip-later = Senere logger du inn med nummer og PIN på
signin-slip-back = Tilbake til personen
signin-rule-title = Regler for innlogging
signin-rule-lead = Hvor sikkert folk ved { $name } må vise hvem de er.
signin-rule-second = Hvem må ha en kode fra en app?
signin-rule-staff = De som har en rolle
signin-rule-staff-note = Administratorer og koordinatorer. Studenter logger inn med en lenke på e-post.
signin-rule-everybody = Alle
signin-rule-everybody-note = Også studenter.
signin-rule-nobody = Ingen
signin-rule-nobody-note = Frarådes: Den som kommer inn i en postkasse, kommer inn i portalen.
signin-rule-minutes = Spør igjen etter (minutter)
signin-rule-minutes-help = Før avgjørelser, eksporter og endring av roller, når siste bekreftelse er eldre enn dette. 5 til 240.
