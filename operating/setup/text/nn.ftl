setup-title = Ta inn organisasjonen din
setup-lead = Fortel kven de er. Du blir den første administratoren, og ingen andre kan bruke denne lenkja.
setup-organisation = Organisasjonen
setup-name = Fullt namn
setup-short-name = Kort namn
setup-short-name-help = Står der det er lita plass, til dømes øvst på kvar side.
setup-kind = Kva han gjer med praksis
setup-institution = Sender studentar, til dømes eit universitet
setup-host = Tek imot studentar, til dømes ein kommune eller eit sjukehus
setup-both = Gjer begge delar
setup-number = Organisasjonsnummer
setup-number-help = Frå Einingsregisteret eller CVR. Kan stå tomt.
setup-lang = Språk
setup-lang-help = For dei som ikkje har valt sjølve.
setup-zone = Tidssone
setup-zone-help = Fristar blir oppgjevne i henne.
setup-contact-email = E-postadresse for spørsmål
setup-contact-phone = Telefon for spørsmål
setup-you = Deg
setup-given-name = Førenamn
setup-family-name = Etternamn
setup-email = E-postadressa di
setup-email-help = Dit går lenkjene du loggar inn med.
setup-save = Ta han inn
setup-link-spent = Denne lenkja verkar ikkje lenger. Ho opnar éin gong, innan 24 timar. Lag ei ny på maskina til portalen med fotfeste setup.
setup-no-choice = Vel éin frå lista.
setup-spent-title = Lenkja er brukt opp
setup-sign-in = Logg inn
setup-list-title = Før folk kjem
setup-list-lead = { $left ->
    [0] Alt er gjort. Folk kan kome.
    [one] Eitt punkt står att.
   *[other] { $left } punkt står att.
}
setup-is-done = Gjort:
setup-is-left = Står att:
setup-is-untold = Ikkje kjent her:
setup-elsewhere = Dei som administrerer organisasjonen, ordnar det på hans eiga side.
setup-point = { $point ->
    [organisation] Organisasjon
    [address] Adresse med HTTPS
    [mail] Utgåande e-post
    [copies] Tryggingskopiar
    [key] Nøkkelen til tryggingskopiane
    [retention] Sletting av gamle rader
    [languages] Språket og tida til organisasjonen
    [contact] Kvar svake punkt blir melde
   *[operators] Ein til som kan ta seg av drifta
}
setup-point-text = { $point ->
    [organisation] Kven ein kan spørje, står under Hjelp: Oppgje ei e-postadresse eller eit telefonnummer. For ein organisasjon til lagar du ei ny lenkje med fotfeste setup.
    [address] Lesarane når portalen på adressa i base_url, gjennom ein mellomtenar som avsluttar TLS.
    [mail] Send ei prøve og sjå kva e-posttenaren seier.
    [copies] Den første blir teken innan eit minutt etter start, deretter éin gong i døgnet.
    [key] Ha ein kopi av backup.key ein annan stad enn på denne maskina: Utan han opnar ingen arkiv seg.
    [retention] Går éin gong i døgnet. Kor lenge alt blir teke vare på, står under personvern.
    [languages] Bokmål, nynorsk, dansk og engelsk er alltid med, og alle vel sjølve. Les gjennom det som står om organisasjonen, vel språket for dei som ikkje har valt, og lagre.
    [contact] Set security_contact. Det står i /.well-known/security.txt, så dei som finn ein veikskap, veit kven dei skal seie det til.
   *[operators] Utnemn ein med fotfeste operator og e-postadressa deira.
}
setup-mail-try = Prøv utgåande e-post
setup-to-duty = Sjå drifta
setup-privacy = Personvern
setup-about = Om { $name }
setup-task = { $left ->
    [one] Eitt punkt står att før folk kjem
   *[other] { $left } punkt står att før folk kjem
}
setup-task-go = Sjå sjekklista
