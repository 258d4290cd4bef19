me-title = Profilen din
me-saved = Lagra.
me-lang = Språk
me-lang-auto = Slik nettlesaren er stilt inn
me-lang-help = Sider og e-post kjem på dette språket.
me-scheme = Lyse eller mørke sider
me-scheme-auto = Slik eininga er stilt inn
me-scheme-light = Lyse
me-scheme-dark = Mørke
me-search-key = Tasten / opnar søket
me-search-key-help = Slå han av om du snakkar til eininga di, eller kjem borti tastar.
me-search-key-on = På
me-search-key-off = Av
me-save = Lagre
me-known = Dette veit vi om deg
me-name = Namn
me-email = E-post
me-phone = Telefon
me-bonds = Roller
me-administrator = Administrator ved { $organisation }
me-coordinator = Koordinator ved { $organisation }
me-student = Student ved { $organisation }
me-wrong = Er noko feil? Sei frå til kontoret som registrerte deg, så rettar dei det.
me-privacy = Slik handsamar vi det vi veit
me-more = Meir om deg
me-back = Tilbake til profilen din
me-signin = Slik loggar du inn
me-signin-note = Passord, app for kodar, kvar du er logga inn.
me-notices-note = Kva e-postar du får, og når.
me-calendar-note = Fristar og praksis i ditt eige kalenderprogram.
me-signin-lead = Ei lenkje på e-post verkar alltid. Eit passord og ein app for kodar gjer det raskare og tryggare.
me-looks-note = Kven som har opna mappa di, og når.
me-since = Sett opp { $at }
me-password-set = Vel eit passord
me-password-change = Byt passord
me-password-title = Passordet ditt
me-password-lead = Alle andre stader der du er logga inn, blir du logga ut.
me-password-present = Passordet du har no
me-password-new = Nytt passord
me-password-help = Minst { $min } teikn; 15 eller fleire er betre. Ei setning med fleire ord er fint. Det er ingen krav til teikna.
me-password-again = Det same passordet ein gong til
me-password-save = Lagre passordet
me-name-help = E-postadressa di, om du ikkje deler henne med nokon.
me-back-sign-in = Tilbake til korleis du loggar inn
me-app-why = Med ein kode frå telefonen er ikkje eit stole passord eller ei stolen postkasse nok til å kome inn som deg.
me-app-lead = Frå no av blir du spurd om ein kode frå appen når du loggar inn.
me-app-set-up = Set opp ein app
me-app-other = Set opp ein annan app
me-app-remove = Fjern appen
me-codes-left = { $count ->
    [0] Ingen gjenopprettingskodar att. Lag nye i dag.
    [one] Éin gjenopprettingskode att. Lag nye snart.
   *[other] { $count } gjenopprettingskodar att.
}
me-codes-new = Lag nye gjenopprettingskodar
me-outside = Tilkopla kontoar
me-outside-remove = Kople frå
me-sessions-lead = Avslutt det du ikkje kjenner. Ei økt sluttar av seg sjølv etter to timar utan bruk, og uansett etter tolv timar.
me-session-mine = her
me-session-end = Logg ut der
me-sessions-end = Logg ut alle andre stader
me-way = { $way ->
    [mail] Lenkje på e-post
    [password] Passord
    [passkey] Passnøkkel
    [provider] Ein annan konto
    [code] Nummer og PIN
   *[persona] Demo
}
me-outside-more = Logg inn med ein annan konto
me-data = Alt vi lagrar om deg
me-data-note = Éi fil (JSON) du kan ta med deg.
me-passkeys = Passnøklar
me-passkeys-why = Logg inn med finger, ansikt eller PIN-koden på di eiga eining. Ein passnøkkel kan ikkje gjettast, kopierast eller givast bort til ei falsk side.
me-passkey-new = Legg til ein passnøkkel
me-passkey-remove = Fjern
me-passkey-lead = Gi eininga eit namn, og følg det ho seier. Alle andre stader du er innlogga, blir du logga ut.
me-passkey-missing = Denne nettlesaren kan ikkje lage passnøklar, eller skript er slått av. Ein app for kodar verkar overalt.
me-passkey-name = Namn på eininga
me-passkey-name-help = Så du kjenner ho att, til dømes «Telefon» eller «Nøkkel på knippet».
me-passkey-make = Lag passnøkkelen
me-passkey-failed = Eininga laga ingen passnøkkel. Ho har kanskje alt ein for deg her. Prøv igjen, eller bruk ei anna eining.
me-codes = Gjenopprettingskodar
me-protected = Namnet og adressa di er skjerma. Andre ser deg som «{ $name }», og ikkje korleis ein når deg. Desse ser meir: { $who }. Spør ein av dei om noko skal endrast.
