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
setup-empty = Dette må ikke være tomt. Udfyld det.
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
setup-point = { $point ->
    [organisation] Organisation
    [address] Adresse med HTTPS
    [mail] Udgående e-mail
    [copies] Sikkerhedskopier
    [key] Nøglen til sikkerhedskopierne
    [retention] Sletning af gamle rækker
    [languages] Sprog
    [contact] Hvor svagheder meldes
    [look] Udseende
   *[operators] En mere, der kan tage sig af driften
}
setup-point-text = { $point ->
    [organisation] Oprettet. Til endnu en laver du et nyt link med fotfeste setup.
    [address] Læserne når portalen på adressen i base_url gennem en proxy, der afslutter TLS.
    [mail] Send en prøve, og se, hvad mailserveren siger.
    [copies] Den første tages inden for et minut efter start, derefter én gang i døgnet.
    [key] Hav en kopi af backup.key et andet sted end på denne maskine: Uden den åbnes intet arkiv.
    [retention] Kører én gang i døgnet. Hvor længe alt gemmes, står under privatliv.
    [languages] Bokmål, nynorsk, dansk og engelsk er altid med. Alle vælger på deres profil.
    [contact] Sæt security_contact. Det står i /.well-known/security.txt, så den, der finder en svaghed, ved, hvem der skal have det at vide.
    [look] Siderne er lyse eller mørke, som hver læser vælger. Øverst på hver side står organisationens korte navn.
   *[operators] Udpeg en med fotfeste operator og deres e-mailadresse.
}
setup-mail-try = Prøv udgående e-mail
setup-to-duty = Se driften
setup-privacy = Privatliv
setup-profile = Din profil
setup-task = { $left ->
    [one] Ét punkt mangler, før folk kommer
   *[other] { $left } punkter mangler, før folk kommer
}
setup-task-go = Se tjeklisten
