signin-link-spent = Linket virker ikke længere. Det åbner én gang inden for 30 minutter. Bed om et nyt.
signin-no-persona = Vælg en af personerne på listen.
signin-too-often = For mange forsøg for denne adresse. Vent et kvarter. Links, der er nået frem, virker stadig.
signin-title = Log ind
signin-claim = Et fodfæste i arbejdslivet
signin-lead = Praktik for studerende, fra ønsker til første dag, ét sted.
signin-here = Du er logget ind som { $name }
signin-go-on = Gå til dit overblik
signin-mail = Link på e-mail
signin-mail-who = For alle, der har en e-mailadresse i portalen. Linket virker én gang, i 30 minutter.
signin-last = Du brugte denne sidst.
signin-email = E-mailadresse
signin-send = Send mig et link
signin-try = Prøv portalen som
signin-try-text = Ingen adgangskoder. Du kommer direkte ind i deres dag.
signin-demo-mails = Læs e-mails i demobyen
signin-trouble = Kan du ikke komme ind?
signin-trouble-text = Praktikkontoret eller din koordinator har registreret din adresse. Spørg dem, hvis du er i tvivl om, hvilken det er.
signin-trouble-link = Hjælp og kontakt
signin-sent-title = Se i din indbakke
signin-sent-text = Hvis vi kender adressen, er der et link på vej til den. Det virker én gang, i 30 minutter.
signin-sent-nothing = Er der ikke kommet noget?
signin-sent-spam = Se i din spammappe.
signin-sent-other = Prøv en anden adresse. Studerende har ofte en fra uddannelsesstedet.
signin-sent-office = Spørg praktikkontoret, hvilken adresse de har registreret.
signin-again = Bed om et nyt link
signin-link-title = Log ind som { $name }
signin-link-text = Tryk på knappen for at logge ind på denne enhed. Derefter er linket brugt.
signin-link-button = Log ind
signin-spent-title = Linket virker ikke
signin-mail-subject = Dit link til Fotfeste
signin-mail-body =
    Hej { $given }

    Du bad om at logge ind i Fotfeste. Linket nedenfor åbner portalen for { $name }. Det virker én gang, indtil kl. { $until }.

    Hvis du ikke har bedt om det, behøver du ikke gøre noget: Ingen kommer ind uden linket.
signin-mail-link = Log ind
signin-name-or-password = Navn eller adgangskode er forkert. Tjek begge, eller log ind med et link på mail.
signin-number-or-pin = Nummer eller pinkode er forkert. Tjek begge. Efter mange fejl skal du have en ny seddel.
signin-slip-spent = Koden åbner ikke noget. Tjek hvert tegn; den virker én gang, i 14 dage. Bed om en ny seddel om nødvendigt.
signin-half-gone = Login tog for lang tid. Begynd forfra.
signin-no-reason = Skriv en begrundelse på højst 500 tegn. Personen får den at læse.
signin-no-slip = Personen har en mailadresse eller en rolle og logger ind med link eller adgangskode. Sedler er til dem, der ikke har mail.
signin-minutes = »{ $got }« er ikke et tal fra { $min } til { $max }. Angiv hele minutter.
signin-no-rule = Vælg en af de tre regler.
signin-others = Andre måder at logge ind på
signin-by-password = Navn og adgangskode
signin-by-password-who = Til dig, der har valgt en adgangskode i din profil.
signin-by-code = Kode fra en seddel
signin-by-code-who = Til dig, der ikke har mail på arbejdet.
signin-name = Loginnavn
signin-name-help = Som regel din mailadresse.
signin-password = Adgangskode
signin-password-title = Log ind med adgangskode
signin-password-lead = Har du aldrig valgt en adgangskode, logger du ind med et link på mail.
signin-password-forgotten = Glemt adgangskoden? Log ind med et link på mail og vælg en ny i din profil.
signin-slip-title = Kode fra en seddel
signin-slip-lead = Skriv koden og vælg en pinkode. Derefter logger du ind med dit nummer og pinkoden.
signin-slip-code = Kode
signin-slip-code-help = 12 bogstaver og tal. Streger og store bogstaver er ligegyldige.
signin-slip-pin = Din egen pinkode
signin-slip-pin-help = 6 til 12 cifre, som du husker, og andre ikke gætter.
signin-slip-lost = Mistet sedlen eller glemt pinkoden? Bed din leder om en ny seddel.
signin-number = Medarbejder- eller studienummer
signin-pin = Pinkode
signin-pin-title = Log ind med nummer og pinkode
signin-pin-lead = Husk at logge ud, når andre bruger denne maskine.
signin-code = Kode
signin-second-title = Et skridt mere, { $given }
signin-second-lead = Åbn appen på telefonen og skriv den kode, den viser for Fotfeste.
signin-second-help = 6 cifre fra appen eller en af dine gendannelseskoder.
signin-second-lost = Mistet telefonen? Skriv en af de gendannelseskoder, du gemte, da du satte appen op.
signin-second-office = Heller ingen koder? En administrator i din organisation kan lade dig sætte en ny app op.
signin-start-again = Begynd login forfra
signin-app-title = Sæt en app til koder op
signin-app-needed = Din organisation kræver, at de, der har en rolle, også bruger en kode fra en app.
signin-app-scan = Scan denne med appen
signin-app-square = Firkant, der scannes med en godkendelsesapp
signin-app-type = Intet kamera? Skriv denne nøgle ind i appen:
signin-app-code-help = De 6 cifre, appen viser nu.
signin-app-take = Brug denne app
signin-app-which = Enhver app til engangskoder kan bruges, for eksempel den, der gemmer dine adgangskoder. Den behøver ikke net.
signin-codes-title = Gem disse gendannelseskoder
signin-codes-lead = Hver af dem lukker dig ind én gang, hvis du mister telefonen. Udskriv dem, eller gem dem sammen med dine adgangskoder. De vises ikke igen.
signin-codes-kept = Jeg har gemt dem
signin-confirm-title = Bekræft, at det er dig
signin-confirm-lead = Det, du er ved at gøre, betyder meget, og det er et stykke tid siden, du loggede ind. Det, du har skrevet, er gemt.
signin-confirm-send-lead = Det, du er ved at gøre, betyder meget, og det er et stykke tid siden, du loggede ind. Vi sender en kode til { $address }. Det, du har skrevet, er gemt.
signin-confirm-send = Send mig en kode
signin-confirm-mailed = 8 bogstaver og tal fra mailen. Koden virker i 10 minutter.
signin-confirm-button = Bekræft og fortsæt
signin-code-mail-subject = Din kode til Fotfeste: { $code }
signin-code-mail-body =
    Hej { $given }

    Skriv denne kode for at bekræfte, at det er dig: { $code }

    Den virker i { $minutes } minutter i det vindue, hvor du bad om den. Bad du ikke om den, kan en anden være inde på din konto: Log ind og afslut de sessioner, du ikke kender.
signin-told-subject = Dit login til Fotfeste er ændret
signin-told-password = Der er sat en adgangskode for dig.
signin-told-app = Der er sat en app til koder op for dig.
signin-told-app-removed = Din app til koder er fjernet.
signin-told-codes = Du har fået nye gendannelseskoder; de gamle virker ikke længere.
signin-told-connected = En anden konto er forbundet med din til login.
signin-told-released = { $helper } har fjernet din app til koder, så du kan sætte en ny op. Begrundelse: { $reason }
signin-told-body =
    Hej { $given }

    { $what }

    Var det ikke dig, så skriv straks til { $contact }.
signin-told-link = Se, hvordan du logger ind
signin-sessions = Hvor du er logget ind
signin-sessions-none = Ikke logget ind nogen steder.
signin-session-unknown = Ukendt enhed
signin-session-seen = sidst brugt { $at }
signin-help-title = Sådan logger { $name } ind
signin-help-lead = Til at hjælpe en, der ikke kan komme ind. Personen ser, at du har været her.
signin-help-done = Udført.
signin-help-ways = Det er sat op
signin-help-app = App til koder
signin-help-codes = Gendannelseskoder tilbage
signin-help-set = Sat op
signin-help-not-set = Ikke sat op
signin-help-end = Afslut alle sessioner
signin-help-lost = Telefonen er væk
signin-help-lost-text = Sørg først for, at det virkelig er denne person, der spørger, ansigt til ansigt eller i telefonen. Appen fjernes, alle sessioner afsluttes, og personen sætter en ny app op ved næste login.
signin-help-reason = Begrundelse
signin-help-reason-help = Hvordan du sikrede dig, hvem der spørger. Personen får den på mail.
signin-help-release = Fjern den mistede app
signin-help-slip = Seddel med kode
signin-help-slip-text = Til dem, der ikke har mail. Tidligere sedler holder op med at virke.
signin-help-slip-make = Lav en seddel
signin-slip-for = Seddel til { $name }
signin-slip-once = Udskriv denne side nu, og giv den ikke til andre. Koden vises ikke igen.
signin-slip-how = Første gang
signin-slip-open = Åbn
signin-slip-type = Skriv koden
signin-slip-choose = Vælg en pinkode, som du husker.
signin-slip-square = Firkant, der åbner siden
signin-slip-until = Koden virker én gang, til og med { $day }.
signin-slip-later = Senere logger du ind med nummer og pinkode på
signin-slip-back = Tilbage til personen
signin-rule-title = Regler for login
signin-rule-lead = Hvor sikkert folk ved { $name } skal vise, hvem de er.
signin-rule-second = Hvem skal have en kode fra en app?
signin-rule-staff = De, der har en rolle
signin-rule-staff-note = Administratorer og koordinatorer. Studerende logger ind med et link på mail.
signin-rule-everybody = Alle
signin-rule-everybody-note = Også studerende.
signin-rule-nobody = Ingen
signin-rule-nobody-note = Frarådes: Den, der kommer ind i en postkasse, kommer ind i portalen.
signin-rule-minutes = Spørg igen efter (minutter)
signin-rule-minutes-help = Før afgørelser, eksporter og ændring af roller, når sidste bekræftelse er ældre end dette. 5 til 240.
