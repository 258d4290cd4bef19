me-title = Din profil
me-saved = Gemt.
me-lang = Sprog
me-lang-auto = Som browseren er indstillet
me-lang-help = Sider og e-mails kommer på dette sprog.
me-scheme = Lyse eller mørke sider
me-scheme-auto = Som enheden er indstillet
me-scheme-light = Lyse
me-scheme-dark = Mørke
me-search-key = Tasten / åbner søgningen
me-search-key-help = Slå den fra, hvis du taler til din enhed, eller kommer til at ramme taster.
me-search-key-on = Til
me-search-key-off = Fra
me-save = Gem
me-known = Det ved vi om dig
me-name = Navn
me-email = E-mail
me-phone = Telefon
me-bonds = Roller
me-administrator = Administrator ved { $organisation }
me-coordinator = Koordinator ved { $organisation }
me-student = Studerende ved { $organisation }
me-wrong = Er noget forkert? Sig det til det kontor, der registrerede dig, så retter de det.
me-privacy = Sådan behandler vi det, vi ved
me-more = Mere om dig
me-back = Tilbage til din profil
me-signin = Sådan logger du ind
me-signin-note = Adgangskode, app til koder, hvor du er logget ind.
me-notices-note = Hvilke mails du får, og hvornår.
me-calendar-note = Frister og praktik i dit eget kalenderprogram.
me-signin-lead = Et link på mail virker altid. En adgangskode og en app til koder gør det hurtigere og tryggere.
me-looks-note = Hvem der har åbnet din mappe, og hvornår.
me-since = Sat op { $at }
me-password-set = Vælg en adgangskode
me-password-change = Skift adgangskode
me-password-title = Din adgangskode
me-password-lead = Alle andre steder, hvor du er logget ind, bliver du logget ud.
me-password-present = Din nuværende adgangskode
me-password-new = Ny adgangskode
me-password-help = Mindst { $min } tegn; 15 eller flere er bedre. En sætning med flere ord er fint. Der er ingen krav til tegnene.
me-password-again = Den samme adgangskode igen
me-password-save = Gem adgangskoden
me-name-help = Din mailadresse, medmindre du deler den med nogen.
me-back-sign-in = Tilbage til, hvordan du logger ind
me-app-why = Med en kode fra telefonen er en stjålet adgangskode eller postkasse ikke nok til at komme ind som dig.
me-app-lead = Fra nu af bliver du spurgt om en kode fra appen, når du logger ind.
me-app-set-up = Sæt en app op
me-app-other = Sæt en anden app op
me-app-remove = Fjern appen
me-codes-left = { $count ->
    [0] Ingen gendannelseskoder tilbage. Lav nye i dag.
    [one] Én gendannelseskode tilbage. Lav nye snart.
   *[other] { $count } gendannelseskoder tilbage.
}
me-codes-new = Lav nye gendannelseskoder
me-outside = Forbundne konti
me-outside-remove = Afbryd
me-sessions-lead = Afslut det, du ikke kender. En session slutter af sig selv efter to timer uden brug og under alle omstændigheder efter tolv timer.
me-session-mine = her
me-session-end = Log ud der
me-sessions-end = Log ud alle andre steder
me-way = { $way ->
    [mail] Link på mail
    [password] Adgangskode
    [passkey] Adgangsnøgle
    [provider] En anden konto
    [code] Nummer og pinkode
   *[persona] Demo
}
me-outside-more = Log ind med en anden konto
me-data = Alt, vi gemmer om dig
me-data-note = Én fil (JSON), du kan tage med dig.
me-passkeys = Adgangsnøgler
me-passkeys-why = Log ind med finger, ansigt eller pinkoden på din egen enhed. En adgangsnøgle kan ikke gættes, kopieres eller gives væk til en falsk side.
me-passkey-new = Tilføj en adgangsnøgle
me-passkey-remove = Fjern
me-passkey-lead = Giv enheden et navn, og følg det, den siger. Alle andre steder, hvor du er logget ind, bliver du logget ud.
me-passkey-missing = Denne browser kan ikke lave adgangsnøgler, eller scripts er slået fra. En app til koder virker overalt.
me-passkey-name = Enhedens navn
me-passkey-name-help = Så du kan kende den igen, for eksempel »Telefon« eller »Nøgle på nøgleringen«.
me-passkey-make = Lav adgangsnøglen
me-passkey-failed = Enheden lavede ingen adgangsnøgle. Den har måske allerede en til dig her. Prøv igen, eller brug en anden enhed.
me-codes = Gendannelseskoder
me-protected = Dit navn og din adresse er beskyttet. Andre ser dig som »{ $name }« og ikke, hvordan man får fat i dig. Disse ser mere: { $who }. Spørg en af dem, hvis noget skal ændres.
