signin-link-spent = Denne lenkja verkar ikkje lenger. Ho opnar éin gong, innan 30 minutt. Be om ei ny.
signin-no-persona = Vel ein av personane i lista.
signin-too-often = For mange forsøk for denne adressa. Vent eit kvarter. Lenkjer som har kome fram, verkar framleis.
signin-title = Logg inn
signin-claim = Eit fotfeste i arbeidslivet
signin-lead = Praksis for studentar, frå ønske til første dag, på éin stad.
signin-here = Du er logga inn som { $name }
signin-go-on = Gå til oversikta di
signin-mail = Lenkje på e-post
signin-mail-who = For alle som har ei e-postadresse i portalen. Lenkja verkar éin gong, i 30 minutt.
signin-last = Du brukte denne sist.
signin-email = E-postadresse
signin-send = Send meg ei lenkje
signin-try = Prøv portalen som
signin-try-text = Ingen passord. Du kjem rett inn i dagen deira.
signin-demo-mails = Les e-posten i demobyen
signin-trouble = Kjem du ikkje inn?
signin-trouble-text = Praksiskontoret eller koordinatoren din har registrert adressa di. Spør dei om du er usikker på kva for ei det er.
signin-trouble-link = Hjelp og kontakt
signin-sent-title = Sjå i innboksen din
signin-sent-text = Om vi kjenner adressa, er ei lenkje på veg dit. Ho verkar éin gong, i 30 minutt.
signin-sent-nothing = Har det ikkje kome noko?
signin-sent-spam = Sjå i søppelposten.
signin-sent-other = Prøv ei anna adresse. Studentar har gjerne ei frå lærestaden.
signin-sent-office = Spør praksiskontoret kva for ei adresse dei har registrert.
signin-again = Be om ei ny lenkje
signin-link-title = Logg inn som { $name }
signin-link-text = Trykk på knappen for å logge inn på denne eininga. Etterpå er lenkja brukt opp.
signin-link-button = Logg inn
signin-spent-title = Lenkja verkar ikkje
signin-mail-subject = Lenkja di til Fotfeste
signin-mail-body =
    Hei, { $given }!

    Du bad om å logge inn i Fotfeste. Lenkja under opnar portalen for { $name }. Ho verkar éin gong, fram til kl. { $until }.

    Bad du ikkje om dette, treng du ikkje gjere noko: Ingen kjem inn utan lenkja.
signin-mail-link = Logg inn
signin-name-or-password = Namn eller passord er feil. Sjekk begge, eller logg inn med ei lenkje på e-post.
signin-number-or-pin = Nummer eller PIN er feil. Sjekk begge. Etter mange feil treng du ein ny lapp.
signin-slip-spent = Koden opnar ingenting. Sjekk kvart teikn; han verkar éin gong, i 14 dagar. Be om ein ny lapp ved behov.
signin-half-gone = Innlogginga tok for lang tid. Byrj på nytt.
signin-no-reason = Skriv ei grunngjeving på høgst 500 teikn. Personen får lese henne.
signin-no-slip = Denne personen har e-postadresse eller ei rolle og loggar inn med lenkje eller passord. Lappar er for dei som ikkje har e-post.
signin-minutes = «{ $got }» er ikkje eit tal frå { $min } til { $max }. Oppgje heile minutt.
signin-no-rule = Vel ein av dei tre reglane.
signin-others = Andre måtar å logge inn på
signin-by-password = Namn og passord
signin-by-password-who = For deg som har valt eit passord i profilen din.
signin-by-code = Kode frå ein lapp
signin-by-code-who = For deg som ikkje har e-post på jobben.
signin-name = Innloggingsnamn
signin-name-help = Vanlegvis e-postadressa di.
signin-password = Passord
signin-password-title = Logg inn med passord
signin-password-lead = Har du aldri valt eit passord, loggar du inn med ei lenkje på e-post.
signin-password-forgotten = Gløymt passordet? Logg inn med ei lenkje på e-post og vel eit nytt i profilen din.
signin-slip-title = Kode frå ein lapp
signin-slip-lead = Skriv inn koden og vel ein PIN. Etterpå loggar du inn med nummeret ditt og PIN-koden.
signin-slip-code = Kode
signin-slip-code-help = 12 bokstavar og tal. Strekar og store bokstavar spelar inga rolle.
signin-slip-pin = Din eigen PIN
signin-slip-pin-help = 6 til 12 siffer som du hugsar og andre ikkje gjettar.
signin-slip-lost = Mist lappen eller gløymt PIN-koden? Be leiaren din om ein ny lapp.
signin-number = Tilsett- eller studentnummer
signin-pin = PIN
signin-pin-title = Logg inn med nummer og PIN
signin-pin-lead = Hugs å logge ut når andre bruker denne maskina.
signin-code = Kode
signin-second-title = Eitt steg til, { $given }
signin-second-lead = Opne appen på telefonen og skriv koden han viser for Fotfeste.
signin-second-help = 6 siffer frå appen, eller ein av gjenopprettingskodane dine.
signin-second-lost = Mist telefonen? Skriv ein av gjenopprettingskodane du tok vare på då du sette opp appen.
signin-second-office = Ingen kodar heller? Ein administrator i organisasjonen din kan la deg setje opp ein ny app.
signin-start-again = Byrj innlogginga på nytt
signin-app-title = Set opp ein app for kodar
signin-app-needed = Organisasjonen din krev at dei som har ei rolle, bruker ein kode frå ein app i tillegg.
signin-app-scan = Skann denne med appen
signin-app-square = Firkant som blir skanna med ein autentiseringsapp
signin-app-type = Har du ikkje kamera? Skriv denne nøkkelen inn i appen:
signin-app-code-help = Dei 6 sifra appen viser no.
signin-app-take = Bruk denne appen
signin-app-which = Alle appar for eingongskodar duger, til dømes den som tek vare på passorda dine. Han treng ikkje nett.
signin-codes-title = Ta vare på desse gjenopprettingskodane
signin-codes-lead = Kvar av dei slepper deg inn éin gong om du mistar telefonen. Skriv dei ut, eller legg dei saman med passorda dine. Dei blir ikkje viste igjen.
signin-codes-kept = Eg har teke vare på dei
signin-confirm-title = Stadfest at det er deg
signin-confirm-lead = Det du er i ferd med å gjere, betyr mykje, og det er ei stund sidan du logga inn. Det du har skrive, er teke vare på.
signin-confirm-send-lead = Det du er i ferd med å gjere, betyr mykje, og det er ei stund sidan du logga inn. Vi sender ein kode til { $address }. Det du har skrive, er teke vare på.
signin-confirm-send = Send meg ein kode
signin-confirm-mailed = 8 bokstavar og tal frå e-posten. Koden verkar i 10 minutt.
signin-confirm-button = Stadfest og hald fram
signin-code-mail-subject = Koden din for Fotfeste: { $code }
signin-code-mail-body =
    Hei, { $given }!

    Skriv denne koden for å stadfeste at det er deg: { $code }

    Han verkar i { $minutes } minutt, i vindauget der du bad om han. Bad du ikkje om han, kan nokon andre vere inne på kontoen din: Logg inn og avslutt øktene du ikkje kjenner.
signin-told-subject = Innlogginga di i Fotfeste er endra
signin-told-password = Det er sett eit passord for deg.
signin-told-app = Det er sett opp ein app for kodar for deg.
signin-told-app-removed = Appen din for kodar er fjerna.
signin-told-codes = Du har fått nye gjenopprettingskodar; dei gamle verkar ikkje lenger.
signin-told-connected = Ein annan konto er kopla til din for innlogging.
signin-told-released = { $helper } har fjerna appen din for kodar, så du kan setje opp ein ny. Grunngjeving: { $reason }
signin-told-body =
    Hei, { $given }!

    { $what }

    Var det ikkje deg, må du skrive til { $contact } med ein gong.
signin-told-link = Sjå korleis du loggar inn
signin-sessions = Kvar du er logga inn
signin-sessions-none = Ikkje logga inn nokon stad.
signin-session-unknown = Ukjend eining
signin-session-seen = sist brukt { $at }
signin-help-title = Slik loggar { $name } inn
signin-help-lead = For å hjelpe nokon som ikkje kjem inn. Personen ser at du har vore her.
signin-help-done = Utført.
signin-help-ways = Dette er sett opp
signin-help-app = App for kodar
signin-help-codes = Gjenopprettingskodar att
signin-help-set = Sett opp
signin-help-not-set = Ikkje sett opp
signin-help-end = Avslutt alle økter
signin-help-lost = Telefonen er borte
signin-help-lost-text = Forsikre deg først om at det verkeleg er denne personen som spør, ansikt til ansikt eller på telefonen. Appen blir fjerna, alle økter blir avslutta, og personen set opp ein ny app ved neste innlogging.
signin-help-reason = Grunngjeving
signin-help-reason-help = Korleis du forsikra deg om kven som spør. Personen får henne på e-post.
signin-help-release = Fjern appen som er borte
signin-help-slip = Lapp med kode
signin-help-slip-text = For dei som ikkje har e-post. Tidlegare lappar sluttar å verke.
signin-help-slip-make = Lag ein lapp
signin-slip-for = Lapp til { $name }
signin-slip-once = Skriv ut denne sida no, og gje henne ikkje til nokon andre. Koden blir ikkje vist igjen.
signin-slip-how = Første gong
signin-slip-open = Opne
signin-slip-type = Skriv koden
signin-slip-choose = Vel ein PIN som du hugsar.
signin-slip-square = Firkant som opnar sida
signin-slip-until = Koden verkar éin gong, til og med { $day }.
signin-slip-later = Seinare loggar du inn med nummer og PIN på
signin-slip-back = Tilbake til personen
signin-rule-title = Reglar for innlogging
signin-rule-lead = Kor sikkert folk ved { $name } må vise kven dei er.
signin-rule-second = Kven må ha ein kode frå ein app?
signin-rule-staff = Dei som har ei rolle
signin-rule-staff-note = Administratorar og koordinatorar. Studentar loggar inn med ei lenkje på e-post.
signin-rule-everybody = Alle
signin-rule-everybody-note = Også studentar.
signin-rule-nobody = Ingen
signin-rule-nobody-note = Ikkje tilrådd: Den som kjem inn i ei postkasse, kjem inn i portalen.
signin-rule-minutes = Spør igjen etter (minutt)
signin-rule-minutes-help = Før avgjerder, eksportar og endring av roller, når siste stadfesting er eldre enn dette. 5 til 240.
