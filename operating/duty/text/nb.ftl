duty-nav = Drift
duty-title = Drift
duty-lead = { $trouble ->
    [0] Alt virker.
    [one] Én del bør ses på.
   *[other] { $trouble } deler bør ses på.
}
duty-copy-asked = Kopieringen begynner om noen sekunder.
duty-revived = Jobben prøves på nytt.
duty-waiting = Jobber som venter
duty-running = Jobber i gang
duty-dead = Jobber lagt til side
duty-dead-note = De mislyktes for mange ganger og venter på deg.
duty-health = Slik står det til
duty-part = Del
duty-state = Tilstand
duty-fact = Nå
duty-do = Hva du kan gjøre
duty-good = I orden
duty-watch = Bør ses på
duty-broken = Virker ikke
duty-check = { $check ->
    [database] Database
    [schema] Databaseskjema
    [clock] Klokke
    [room] Plass på disken
    [files] Filer som bare portalen skal lese
    [address] Adresse
    [assets] Stiler og skript
    [mail] Utgående e-post
    [jobs] Jobber, venter / lagt til side
    [copies] Alderen på siste sikkerhetskopi
    [retention] Sletting av gamle rader
    [journal] Journalen er som den ble skrevet
    [sealing] Nøkkelen til det som er sagt i fortrolighet, er på plass
    [operators] Noen tar seg av portalen
    [restored] Gjenopprettet fra en sikkerhetskopi, og har ikke overtatt
   *[blobs] Fillager
}
duty-remedy = { $check ->
    [database] Start databasen, og se etter at adressen i innstillingene er riktig.
    [schema] Stopp portalen, ta en sikkerhetskopi og kjør fotfeste migrate med denne versjonen. Har en nyere versjon allerede vært her, gå over til den.
    [clock] Still klokka på denne maskinen etter en tidstjener.
    [room] Frigjør plass, eller flytt datamappa til en større disk.
    [files] Fjern andres lesetilgang med chmod o-rwx.
    [address] Sett base_url til adressen leserne bruker, med https, og slå av failpoints.
    [assets] Bruk en utgitt versjon, eller kjør make assets før du bygger.
    [mail] Sett opp en e-posttjener, prøv den, og send mislykket e-post på nytt nedenfor.
    [jobs] Se etter at en arbeider kjører, og prøv jobber som er lagt til side, på nytt nedenfor.
    [copies] Ta en sikkerhetskopi nå. Mislykkes det, står grunnen nedenfor.
    [retention] Den går av seg selv én gang i døgnet. Kjør fotfeste purge for å se hvorfor den ikke gjør det.
    [journal] Noen har endret rader i journalen. Ta vare på maskinen som den er, finn siste sikkerhetskopi som holder med fotfeste backup --verify, og finn ut hvem som hadde tilgang.
    [sealing] Nøkkelen mangler eller er en annen. Legg filen tilbake fra der kopien ligger, og start portalen på nytt. Er alle kopier borte, gir fotfeste sealing begin-anew opp det som var forseglet.
    [operators] Ingen tar seg av portalen. Utnevn noen med fotfeste operator og e-postadressen deres.
    [restored] E-post, webhooker, sikkerhetskopier og sletting av gamle rader og filer holdes tilbake, så den kan prøves ved siden av portalen den er en kopi av. Er dette portalen nå, kjør fotfeste take-over.
   *[blobs] Se etter at mappa eller bøtta i innstillingene kan nås og skrives til.
}
duty-mail-try = Prøv den
duty-kind = { $kind ->
    [allocate] Fordeling av plasser
    [publish] Publisering av en runde
    [import] Innlesing av en fil
    [mail] Sending av e-post
   *[other] Arbeid i bakgrunnen
}
duty-aside = Lagt til side
duty-again = Prøves igjen
duty-attempts = begynt { $attempts } ganger
duty-copies = Sikkerhetskopier
duty-copy-none = Det er ikke tatt noen sikkerhetskopi ennå.
duty-copy-last = Siste kopi
duty-copy-archive = Arkiv
duty-copy-rows = Rader i den
duty-copy-next = Neste kopi
duty-copy-now-running = Den tas akkurat nå.
duty-copy-error = Siste forsøk mislyktes
duty-copy-now = Ta en sikkerhetskopi nå
duty-trouble = Jobber som har feilet
duty-trouble-none = Ingen jobber har feilet.
duty-revive = Prøv på nytt
duty-mail-title = Prøv utgående e-post
duty-mail-lead = Portalen leverer én e-post til { $way } og viser hva som ble sagt.
duty-mail-taken = E-posten ble tatt imot
duty-mail-taken-text = Se i innboksen, også blant søppelpost. Ligger den der, mangler avsenderens domene SPF eller DKIM.
duty-mail-refused = E-posten ble ikke tatt imot
duty-mail-refused-text = Den siste linjen nedenfor sier hvorfor. Rett innstillingene under [mail] og start portalen på nytt.
duty-mail-said = Hva som ble sagt
duty-mail-portal = Portalen
duty-mail-server = E-posttjeneren
duty-mail-to = Send en prøve til
duty-mail-send = Send prøven
duty-mail-subject = En prøve fra portalen
duty-mail-body = E-post fra { $address } når fram til deg. Ingen trenger å gjøre noe.
duty-limits = Grenser
duty-limit-session = Forespørsler i sekundet fra én som er logget inn
duty-limit-address = Forespørsler i sekundet fra én adresse
duty-limit-at-once = Forespørsler som betjenes samtidig
duty-limit-waiting = Forespørsler som kan vente på tur
duty-limit-import = Største fil som kan importeres
duty-limit-message = Største fil i en melding
duty-megabytes = { $count } MB
duty-operators = Hvem som tar seg av portalen
duty-operators-lead = De ser denne siden. Flere utnevnes med kommandoen fotfeste operator og e-postadressen deres.
duty-operator-since = siden { $since }
duty-operator-end = Avslutt oppgaven
duty-operator-ended = Oppgaven er avsluttet, og personen får beskjed.
duty-operator-last = Ingen andre tar seg av portalen. Utnevn en annen først, med fotfeste operator og e-postadressen deres. Da kan denne oppgaven avsluttes.
duty-ended-subject = Du tar deg ikke lenger av portalen
duty-ended-body =
    Hei, { $name }.

    Du tar deg ikke lenger av portalen: siden Drift er stengt for deg. Det du ellers gjør i portalen, er som før.
    Mener du at dette er feil, snakk med dem som tar seg av den nå.
