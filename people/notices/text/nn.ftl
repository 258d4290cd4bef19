notices-title = Varsel
notices-lead = Alt du har fått beskjed om, det siste først.
notices-to-choices = Vel korleis du får beskjed
notices-to-mails = E-postar sende til deg
notices-read-all = Merk { $count } som lesne
notices-read = Les alt
notices-new = Ny
notices-none = Ingen varsel enno
notices-none-text = Når det skjer noko som gjeld deg, står det her.
notices-pages = { $from }–{ $to } av { $all }
notices-more = … og { $count } til
notices-bundle-subject = { $count } varsel frå { $sender }
notices-bundle-text = Dette har skjedd sidan førre e-post:
notices-bundle-link = Opne varsla dine
notices-choices-title = Slik får du beskjed
notices-choices-lead = Alle varsel står i portalen. Her vel du kva som òg kjem på e-post, og når. Vedtak kjem alltid.
notices-matters = Når nokon ventar på deg
notices-matters-text = Meldingar og oppgåver.
notices-information = Når det er greitt å vite
notices-information-text = Endringar og stadfestingar du ikkje treng å gjere noko med.
notices-pace-soon = Innan nokre minutt
notices-pace-soon-text = Det som skjer innan ti minutt, kjem i éin e-post.
notices-pace-daily = Éin gong om dagen
notices-pace-daily-text = Éin e-post kl. 8 om morgonen.
notices-pace-never = Ikkje på e-post
notices-pace-never-text = Det står berre i portalen.
notices-quiet = Stille timar
notices-quiet-text = Vi sender ingen e-post i desse timane, bortsett frå det du sjølv ber om. Vel same time to gonger for ikkje å ha nokon.
notices-quiet-from = Frå
notices-quiet-until = Til
notices-save = Lagre
notices-saved = Lagra.
notices-no-choice = Vel ein av verdiane.
notices-no-hour = Vel ein heil time frå 0 til 23.
notices-bounced-title = E-postane våre når deg ikkje
notices-bounced-text = { $address } har ikkje teke imot e-post sidan { $day }. Be kontoret rette adressa, eller prøv henne igjen.
notices-retry = Prøv adressa igjen
notices-bounces = Adresser som ikkje tek imot e-post
notices-bounces-lead = Desse får ikkje e-postane våre. Rett adressa, eller prøv henne igjen når postkassa verkar.
notices-bounces-count = { $count ->
    [one] Éin person
   *[other] { $count } personar
}
notices-bounces-who = Person
notices-bounces-since = Sidan
notices-bounces-reason = Kva e-posttenaren sa
notices-bounces-none = Alle adresser tek imot e-post
notices-bounces-none-text = Når ein e-post kjem i retur, står personen her.
notices-task-bounces = { $count ->
    [one] Éin person får ikkje e-postane våre
   *[other] { $count } personar får ikkje e-postane våre
}
notices-task-bounces-do = Sjå på adressene
notices-task-own = E-postane våre når deg ikkje
notices-task-own-do = Sjå på adressa di
notices-api-bounces = List opp personar som e-post ikkje når fram til
notices-api-retry = Prøv adressa til nokon igjen frå neste e-post
notices-search = Søk i varsla
notices-none-found = Ingen varsel passar
notices-none-found-text = Søk etter eit anna ord, eller vis alle varsel.
