notices-title = Varsler
notices-lead = Alt du har fått beskjed om, det siste først.
notices-to-choices = Velg hvordan du får beskjed
notices-to-mails = E-poster sendt til deg
notices-read-all = Merk { $count } som lest
notices-read = Les alt
notices-new = Ny
notices-none = Ingen varsler ennå
notices-none-text = Når det skjer noe som gjelder deg, står det her.
notices-pages = { $from }–{ $to } av { $all }
notices-more = … og { $count } til
notices-bundle-subject = { $count } varsler fra { $sender }
notices-bundle-text = Dette har skjedd siden forrige e-post:
notices-bundle-link = Åpne varslene dine
notices-choices-title = Slik får du beskjed
notices-choices-lead = Alle varsler står i portalen. Her velger du hva som også kommer på e-post, og når. Vedtak kommer alltid.
notices-matters = Når noen venter på deg
notices-matters-text = Meldinger og oppgaver.
notices-information = Når det er greit å vite
notices-information-text = Endringer og bekreftelser du ikke trenger å gjøre noe med.
notices-pace-soon = Innen noen minutter
notices-pace-soon-text = Det som skjer innen ti minutter, kommer i én e-post.
notices-pace-daily = Én gang om dagen
notices-pace-daily-text = Én e-post kl. 8 om morgenen.
notices-pace-never = Ikke på e-post
notices-pace-never-text = Det står bare i portalen.
notices-quiet = Stille timer
notices-quiet-text = Vi sender ingen e-post i disse timene, bortsett fra det du selv ber om. Velg samme time to ganger for ikke å ha noen.
notices-quiet-from = Fra
notices-quiet-until = Til
notices-save = Lagre
notices-saved = Lagret.
notices-no-choice = Velg en av verdiene.
notices-no-hour = Velg en hel time fra 0 til 23.
notices-bounced-title = E-postene våre når deg ikke
notices-bounced-text = { $address } har ikke tatt imot e-post siden { $day }. Be kontoret rette adressen, eller prøv den igjen.
notices-retry = Prøv adressen igjen
notices-bounces = Adresser som ikke tar imot e-post
notices-bounces-lead = Disse får ikke e-postene våre. Rett adressen, eller prøv den igjen når postkassen virker.
notices-bounces-count = { $count ->
    [one] Én person
   *[other] { $count } personer
}
notices-bounces-who = Person
notices-bounces-since = Siden
notices-bounces-reason = Hva e-posttjeneren sa
notices-bounces-none = Alle adresser tar imot e-post
notices-bounces-none-text = Når en e-post kommer i retur, står personen her.
notices-task-bounces = { $count ->
    [one] Én person får ikke e-postene våre
   *[other] { $count } personer får ikke e-postene våre
}
notices-task-bounces-do = Se på adressene
notices-task-own = E-postene våre når deg ikke
notices-task-own-do = Se på adressen din
notices-api-bounces = List personer som e-post ikke når fram til
notices-api-retry = Prøv adressen til noen igjen fra neste e-post
notices-search = Søk i varslene
notices-none-found = Ingen varsler passer
notices-none-found-text = Søk etter et annet ord, eller vis alle varsler.
