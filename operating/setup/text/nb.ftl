setup-title = Ta inn organisasjonen din
setup-lead = Fortell hvem dere er. Du blir den første administratoren, og ingen andre kan bruke denne lenken.
setup-organisation = Organisasjonen
setup-name = Fullt navn
setup-short-name = Kort navn
setup-short-name-help = Står der det er liten plass, for eksempel øverst på hver side.
setup-kind = Hva den gjør med praksis
setup-institution = Sender studenter, for eksempel et universitet
setup-host = Tar imot studenter, for eksempel en kommune eller et sykehus
setup-both = Gjør begge deler
setup-number = Organisasjonsnummer
setup-number-help = Fra Enhetsregisteret eller CVR. Kan stå tomt.
setup-lang = Språk
setup-lang-help = For dem som ikke har valgt selv.
setup-zone = Tidssone
setup-zone-help = Frister oppgis i den.
setup-contact-email = E-postadresse for spørsmål
setup-contact-phone = Telefon for spørsmål
setup-you = Deg
setup-given-name = Fornavn
setup-family-name = Etternavn
setup-email = Din e-postadresse
setup-email-help = Dit går lenkene du logger inn med.
setup-save = Ta den inn
setup-link-spent = Denne lenken virker ikke lenger. Den åpner én gang, innen 24 timer. Lag en ny på portalens maskin med fotfeste setup.
setup-no-choice = Velg én fra listen.
setup-spent-title = Lenken er brukt opp
setup-sign-in = Logg inn
setup-list-title = Før folk kommer
setup-list-lead = { $left ->
    [0] Alt er gjort. Folk kan komme.
    [one] Ett punkt gjenstår.
   *[other] { $left } punkter gjenstår.
}
setup-is-done = Gjort:
setup-is-left = Gjenstår:
setup-is-untold = Ikke kjent her:
setup-elsewhere = De som administrerer organisasjonen, ordner det på dens egen side.
setup-point = { $point ->
    [organisation] Organisasjon
    [address] Adresse med HTTPS
    [mail] Utgående e-post
    [copies] Sikkerhetskopier
    [key] Nøkkelen til sikkerhetskopiene
    [retention] Sletting av gamle rader
    [languages] Organisasjonens språk og tid
    [contact] Hvor svakheter meldes
   *[operators] En til som kan ta seg av driften
}
setup-point-text = { $point ->
    [organisation] Hvem man kan spørre, står under Hjelp: Oppgi en e-postadresse eller et telefonnummer. For en organisasjon til lager du en ny lenke med fotfeste setup.
    [address] Leserne når portalen på adressen i base_url, gjennom en mellomtjener som avslutter TLS.
    [mail] Send en prøve og se hva e-posttjeneren sier.
    [copies] Den første tas innen et minutt etter start, deretter én gang i døgnet.
    [key] Ha en kopi av backup.key et annet sted enn på denne maskinen: Uten den åpnes ingen arkiv.
    [retention] Går én gang i døgnet. Hvor lenge alt oppbevares, står under personvern.
    [languages] Bokmål, nynorsk, dansk og engelsk er alltid med, og alle velger selv. Les gjennom det som står om organisasjonen, velg språket for dem som ikke har valgt, og lagre.
    [contact] Sett security_contact. Det står i /.well-known/security.txt, så de som finner en svakhet, vet hvem de skal si det til.
   *[operators] Utnevn en med fotfeste operator og e-postadressen deres.
}
setup-mail-try = Prøv utgående e-post
setup-to-duty = Se driften
setup-privacy = Personvern
setup-about = Om { $name }
setup-task = { $left ->
    [one] Ett punkt gjenstår før folk kommer
   *[other] { $left } punkter gjenstår før folk kommer
}
setup-task-go = Se sjekklisten
