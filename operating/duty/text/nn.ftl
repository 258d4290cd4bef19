duty-nav = Drift
duty-title = Drift
duty-lead = { $trouble ->
    [0] Alt verkar.
    [one] Éin del bør sjåast på.
   *[other] { $trouble } delar bør sjåast på.
}
duty-copy-asked = Kopieringa startar om nokre sekund.
duty-revived = Jobben blir prøvd på nytt.
duty-waiting = Jobbar som ventar
duty-running = Jobbar i gang
duty-dead = Jobbar lagde til side
duty-dead-note = Dei mislukkast for mange gonger og ventar på deg.
duty-health = Slik står det til
duty-part = Del
duty-state = Tilstand
duty-fact = No
duty-do = Kva du kan gjere
duty-good = I orden
duty-watch = Bør sjåast på
duty-broken = Verkar ikkje
duty-check = { $check ->
    [database] Database
    [schema] Databaseskjema
    [clock] Klokke
    [room] Plass på disken
    [files] Filer som berre portalen skal lese
    [address] Adresse
    [assets] Stilar og skript
    [mail] Utgåande e-post
    [jobs] Jobbar, ventar / lagde til side
    [copies] Alderen på siste tryggingskopi
    [retention] Sletting av gamle rader
    [journal] Journalen er som han vart skriven
    [sealing] Nøkkelen til det som er fortruleg, er på plass
    [operators] Nokon tek seg av portalen
    [restored] Gjenoppretta frå ein tryggingskopi, og har ikkje teke over
   *[blobs] Fillager
}
duty-remedy = { $check ->
    [database] Start databasen, og sjå etter at adressa i innstillingane er rett.
    [schema] Stopp portalen, ta ein tryggingskopi og køyr fotfeste migrate med denne versjonen. Har ein nyare versjon alt vore her, gå over til han.
    [clock] Still klokka på denne maskina etter ein tidstenar.
    [room] Frigjer plass, eller flytt datamappa til ein større disk.
    [files] Fjern lesetilgangen for andre med chmod o-rwx.
    [address] Set base_url til adressa lesarane bruker, med https, og slå av failpoints.
    [assets] Bruk ein utgitt versjon, eller køyr make assets før du byggjer.
    [mail] Set opp ein e-posttenar, prøv han, og send mislukka e-post på nytt nedanfor.
    [jobs] Sjå etter at ein arbeidar køyrer, og prøv jobbar som er lagde til side, på nytt nedanfor.
    [copies] Ta ein tryggingskopi no. Mislukkast det, står grunnen nedanfor.
    [retention] Ho går av seg sjølv éin gong i døgnet. Køyr fotfeste purge for å sjå kvifor ho ikkje gjer det.
    [journal] Nokon har endra rader i journalen. Ta vare på maskina som ho er, finn siste tryggingskopi som held med fotfeste backup --verify, og finn ut kven som hadde tilgang.
    [sealing] Nøkkelen manglar eller er ein annan. Legg fila attende frå der kopien ligg, og start portalen på nytt. Er alle kopiar borte, gjev fotfeste sealing begin-anew opp det som var forsegla.
    [operators] Ingen tek seg av portalen. Utnemn nokon med fotfeste operator og e-postadressa deira.
    [restored] E-post, webhookar, tryggingskopiar og sletting av gamle rader og filer blir haldne tilbake, så han kan prøvast ved sida av portalen han er ein kopi av. Er dette portalen no, køyr fotfeste take-over.
   *[blobs] Sjå etter at mappa eller bøtta i innstillingane kan nåast og skrivast til.
}
duty-mail-try = Prøv han
duty-kind = { $kind ->
    [allocate] Fordeling av plassar
    [publish] Publisering av ein runde
    [import] Innlesing av ei fil
    [mail] Sending av e-post
   *[other] Arbeid i bakgrunnen
}
duty-aside = Lagd til side
duty-again = Blir prøvd igjen
duty-attempts = starta { $attempts } gonger
duty-copies = Tryggingskopiar
duty-copy-none = Det er ikkje teke nokon tryggingskopi enno.
duty-copy-last = Siste kopi
duty-copy-archive = Arkiv
duty-copy-rows = Rader i han
duty-copy-next = Neste kopi
duty-copy-now-running = Han blir teken akkurat no.
duty-copy-error = Siste forsøk mislukkast
duty-copy-now = Ta ein tryggingskopi no
duty-trouble = Jobbar som har feila
duty-trouble-none = Ingen jobbar har feila.
duty-revive = Prøv på nytt
duty-mail-title = Prøv utgåande e-post
duty-mail-lead = Portalen leverer éin e-post til { $way } og viser kva som vart sagt.
duty-mail-taken = E-posten vart teken imot
duty-mail-taken-text = Sjå i innboksen, også blant søppelpost. Ligg han der, manglar domenet til avsendaren SPF eller DKIM.
duty-mail-refused = E-posten vart ikkje teken imot
duty-mail-refused-text = Den siste linja nedanfor seier kvifor. Rett innstillingane under [mail] og start portalen på nytt.
duty-mail-said = Kva som vart sagt
duty-mail-portal = Portalen
duty-mail-server = E-posttenaren
duty-mail-to = Send ei prøve til
duty-mail-send = Send prøva
duty-mail-subject = Ei prøve frå portalen
duty-mail-body = E-post frå { $address } når fram til deg. Ingen treng å gjere noko.
duty-limits = Grenser
duty-limit-session = Førespurnader i sekundet frå éin som er logga inn
duty-limit-address = Førespurnader i sekundet frå éi adresse
duty-limit-at-once = Førespurnader som blir handsama samstundes
duty-limit-waiting = Førespurnader som kan vente på tur
duty-limit-import = Største fil som kan importerast
duty-limit-message = Største fil i ei melding
duty-megabytes = { $count } MB
duty-operators = Kven som tek seg av portalen
duty-operators-lead = Dei ser denne sida. Fleire blir utnemnde med kommandoen fotfeste operator og e-postadressa deira.
duty-operator-since = sidan { $since }
duty-operator-end = Avslutt oppgåva
duty-operator-ended = Oppgåva er avslutta, og personen får beskjed.
duty-operator-last = Ingen andre tek seg av portalen. Utnemn ein annan først, med fotfeste operator og e-postadressa deira. Då kan denne oppgåva avsluttast.
duty-ended-subject = Du tek deg ikkje lenger av portalen
duty-ended-body =
    Hei, { $name }.

    Du tek deg ikkje lenger av portalen: sida Drift er stengd for deg. Det du elles gjer i portalen, er som før.
    Meiner du at dette er feil, snakk med dei som tek seg av han no.
