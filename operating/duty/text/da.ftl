duty-nav = Drift
duty-title = Drift
duty-lead = { $trouble ->
    [0] Alt virker.
    [one] Én del bør ses efter.
   *[other] { $trouble } dele bør ses efter.
}
duty-copy-asked = Kopieringen begynder om få sekunder.
duty-revived = Jobbet prøves igen.
duty-waiting = Job, der venter
duty-running = Job i gang
duty-dead = Job lagt til side
duty-dead-note = De mislykkedes for mange gange og venter på dig.
duty-health = Sådan står det til
duty-part = Del
duty-state = Tilstand
duty-fact = Nu
duty-do = Hvad du kan gøre
duty-good = I orden
duty-watch = Bør ses efter
duty-broken = Virker ikke
duty-check = { $check ->
    [database] Database
    [schema] Databaseskema
    [clock] Ur
    [room] Plads på disken
    [files] Filer, som kun portalen må læse
    [address] Adresse
    [assets] Typografi og scripts
    [mail] Udgående e-mail
    [jobs] Job, venter / lagt til side
    [copies] Alderen på den seneste sikkerhedskopi
    [retention] Sletning af gamle rækker
    [journal] Journalen er, som den blev skrevet
    [sealing] Nøglen til det, der er sagt i fortrolighed, er på plads
    [operators] Nogen tager sig af portalen
    [restored] Gendannet fra en sikkerhedskopi og har ikke overtaget
   *[blobs] Fillager
}
duty-remedy = { $check ->
    [database] Start databasen, og se efter, at adressen i indstillingerne er rigtig.
    [schema] Stop portalen, tag en sikkerhedskopi, og kør fotfeste migrate med denne version. Har en nyere version allerede været her, så gå over til den.
    [clock] Stil uret på denne maskine efter en tidsserver.
    [room] Frigør plads, eller flyt datamappen til en større disk.
    [files] Fjern andres læseadgang med chmod o-rwx.
    [address] Sæt base_url til den adresse, læserne bruger, med https, og slå failpoints fra.
    [assets] Brug en udgivet version, eller kør make assets, før du bygger.
    [mail] Opsæt en mailserver, prøv den, og send mislykkede e-mails igen nedenfor.
    [jobs] Se efter, at en arbejder kører, og prøv job, der er lagt til side, igen nedenfor.
    [copies] Tag en sikkerhedskopi nu. Mislykkes det, står grunden nedenfor.
    [retention] Den kører af sig selv én gang i døgnet. Kør fotfeste purge for at se, hvorfor den ikke gør det.
    [journal] Nogen har ændret rækker i journalen. Bevar maskinen, som den er, find den seneste sikkerhedskopi, der holder, med fotfeste backup --verify, og find ud af, hvem der havde adgang.
    [sealing] Nøglen mangler eller er en anden. Læg filen tilbage fra det sted, hvor kopien ligger, og start portalen igen. Er alle kopier væk, opgiver fotfeste sealing begin-anew det, der var forseglet.
    [operators] Ingen tager sig af portalen. Udpeg en med fotfeste operator og deres e-mailadresse.
    [restored] E-mails, webhooks, sikkerhedskopier og sletning af gamle rækker og filer holdes tilbage, så den kan prøves ved siden af den portal, den er en kopi af. Er dette portalen nu, så kør fotfeste take-over.
   *[blobs] Se efter, at mappen eller bucketen i indstillingerne kan nås og skrives til.
}
duty-mail-try = Prøv den
duty-kind = { $kind ->
    [allocate] Fordeling af pladser
    [publish] Offentliggørelse af en runde
    [import] Indlæsning af en fil
    [mail] Afsendelse af e-mail
   *[other] Arbejde i baggrunden
}
duty-aside = Lagt til side
duty-again = Prøves igen
duty-attempts = begyndt { $attempts } gange
duty-copies = Sikkerhedskopier
duty-copy-none = Der er endnu ikke taget en sikkerhedskopi.
duty-copy-last = Seneste kopi
duty-copy-archive = Arkiv
duty-copy-rows = Rækker i den
duty-copy-next = Næste kopi
duty-copy-now-running = Den tages netop nu.
duty-copy-error = Seneste forsøg mislykkedes
duty-copy-now = Tag en sikkerhedskopi nu
duty-trouble = Job, der er slået fejl
duty-trouble-none = Ingen job er slået fejl.
duty-revive = Prøv igen
duty-mail-title = Prøv udgående e-mail
duty-mail-lead = Portalen afleverer én e-mail til { $way } og viser, hvad der blev sagt.
duty-mail-taken = E-mailen blev modtaget
duty-mail-taken-text = Se i indbakken, også blandt uønsket post. Ligger den dér, mangler afsenderens domæne SPF eller DKIM.
duty-mail-refused = E-mailen blev ikke modtaget
duty-mail-refused-text = Den sidste linje nedenfor siger hvorfor. Ret indstillingerne under [mail], og start portalen igen.
duty-mail-said = Hvad der blev sagt
duty-mail-portal = Portalen
duty-mail-server = Mailserveren
duty-mail-to = Send en prøve til
duty-mail-send = Send prøven
duty-mail-subject = En prøve fra portalen
duty-mail-body = E-mail fra { $address } når frem til dig. Ingen behøver at gøre noget.
duty-limits = Grænser
duty-limit-session = Forespørgsler i sekundet fra én, der er logget ind
duty-limit-address = Forespørgsler i sekundet fra én adresse
duty-limit-at-once = Forespørgsler, der betjenes samtidig
duty-limit-waiting = Forespørgsler, der kan vente på tur
duty-limit-import = Største fil, der kan importeres
duty-limit-message = Største fil i en besked
duty-megabytes = { $count } MB
duty-operators = Hvem der tager sig af portalen
duty-operators-lead = De ser denne side. Flere udpeges med kommandoen fotfeste operator og deres e-mailadresse.
duty-operator-since = siden { $since }
duty-operator-end = Afslut opgaven
duty-operator-ended = Opgaven er afsluttet, og personen får besked.
duty-operator-last = Ingen andre tager sig af portalen. Udpeg først en anden med fotfeste operator og deres e-mailadresse. Så kan denne opgave afsluttes.
duty-ended-subject = Du tager dig ikke længere af portalen
duty-ended-body =
    Hej { $name }.

    Du tager dig ikke længere af portalen: siden Drift er lukket for dig. Det, du ellers gør i portalen, er som før.
    Mener du, at det er en fejl, så tal med dem, der tager sig af den nu.
