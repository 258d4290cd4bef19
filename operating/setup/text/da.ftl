setup-title = Opret din organisation
setup-lead = Fortæl, hvem I er. Du bliver den første administrator, og ingen andre kan bruge dette link.
setup-organisation = Organisationen
setup-name = Fulde navn
setup-short-name = Kort navn
setup-short-name-help = Står, hvor der er lidt plads, for eksempel øverst på hver side.
setup-kind = Hvad den gør med praktik
setup-institution = Sender studerende, for eksempel et universitet
setup-host = Modtager studerende, for eksempel en kommune eller et hospital
setup-both = Gør begge dele
setup-number = CVR-nummer
setup-number-help = Fra CVR eller Enhetsregisteret. Kan stå tomt.
setup-lang = Sprog
setup-lang-help = For dem, der ikke selv har valgt.
setup-zone = Tidszone
setup-zone-help = Frister angives i den.
setup-contact-email = E-mailadresse til spørgsmål
setup-contact-phone = Telefon til spørgsmål
setup-you = Dig
setup-given-name = Fornavn
setup-family-name = Efternavn
setup-email = Din e-mailadresse
setup-email-help = Dertil går de links, du logger ind med.
setup-save = Opret den
setup-link-spent = Dette link virker ikke længere. Det åbner én gang inden for 24 timer. Lav et nyt på portalens maskine med fotfeste setup.
setup-no-choice = Vælg én fra listen.
setup-spent-title = Linket er brugt
setup-sign-in = Log ind
setup-list-title = Før folk kommer
setup-list-lead = { $left ->
    [0] Alt er gjort. Folk kan komme.
    [one] Ét punkt mangler.
   *[other] { $left } punkter mangler.
}
setup-is-done = Gjort:
setup-is-left = Mangler:
setup-is-untold = Ikke kendt her:
setup-elsewhere = De, der administrerer organisationen, sørger for det på dens egen side.
setup-point = { $point ->
    [organisation] Organisation
    [address] Adresse med HTTPS
    [mail] Udgående e-mail
    [copies] Sikkerhedskopier
    [key] Nøglen til sikkerhedskopierne
    [retention] Sletning af gamle rækker
    [languages] Organisationens sprog og tid
    [contact] Hvor svagheder meldes
   *[operators] En mere, der kan tage sig af driften
}
setup-point-text = { $point ->
    [organisation] Hvem man kan spørge, står under Hjælp: Angiv en e-mailadresse eller et telefonnummer. Til en organisation mere laver du et nyt link med fotfeste setup.
    [address] Læserne når portalen på adressen i base_url gennem en proxy, der afslutter TLS.
    [mail] Send en prøve, og se, hvad mailserveren siger.
    [copies] Den første tages inden for et minut efter start, derefter én gang i døgnet.
    [key] Hav en kopi af backup.key et andet sted end på denne maskine: Uden den åbnes intet arkiv.
    [retention] Kører én gang i døgnet. Hvor længe alt gemmes, står under privatliv.
    [languages] Bokmål, nynorsk, dansk og engelsk er altid med, og alle vælger selv. Læs det igennem, der står om organisationen, vælg sproget for dem, der ikke har valgt, og gem.
    [contact] Sæt security_contact. Det står i /.well-known/security.txt, så den, der finder en svaghed, ved, hvem der skal have det at vide.
   *[operators] Udpeg en med fotfeste operator og deres e-mailadresse.
}
setup-mail-try = Prøv udgående e-mail
setup-to-duty = Se driften
setup-privacy = Privatliv
setup-about = Om { $name }
setup-task = { $left ->
    [one] Ét punkt mangler, før folk kommer
   *[other] { $left } punkter mangler, før folk kommer
}
setup-task-go = Se tjeklisten
