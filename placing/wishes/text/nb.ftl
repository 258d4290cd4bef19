wishes-title = Ranger ønskene dine
wishes-how-link = Reglene for denne runden
wishes-heading = { $count ->
    [0] Ønskene dine
    [one] Ønsket ditt
   *[other] Dine { $count } ønsker
}
wishes-limits = { $min ->
    [0] Høyst { $max }
   *[other] Minst { $min }, høyst { $max }
}
wishes-rank = Ønske
wishes-seats = { $count ->
    [one] 1 plass
   *[other] { $count } plasser
}
wishes-last-year = { $count } ønsket den i fjor
wishes-up = Flytt { $name } opp
wishes-down = Flytt { $name } ned
wishes-remove = Fjern
wishes-now-at = { $name }: nå { $rank } av { $count }.
wishes-removed = { $name } er fjernet.
wishes-added = { $name } er nå ønske { $rank }.
wishes-saved = Lagret kl. { $clock }
wishes-save-failed = Ikke lagret ennå. Vi prøver igjen. Ikke lukk siden.
wishes-none = Ingen ønsker ennå
wishes-none-text = Finn steder og legg til dem du vil ha. Du kan endre rekkefølgen fram til fristen.
wishes-none-closed = Du sendte ingen ønsker i denne runden.
wishes-add-place = Legg til sted
wishes-see-places = Se stedene
wishes-see-receipt = Se kvitteringen
wishes-full = Listen er full: { $max } ønsker. Fjern ett for å legge til et annet.
wishes-full-short = Listen er full. Fjern et ønske for å legge til et annet.
wishes-confirm = Bekreft rekkefølgen
wishes-is-confirmed = Bekreftet
wishes-confirm-note = Du kan endre fram til fristen.
wishes-behalf-note = Praksiskontoret har lagt inn denne listen for deg. Du kan endre den fram til fristen.
wishes-tag-deadline = Frist { $when }
wishes-tag-opens = Åpner { $when }
wishes-tag-closed = Stengt { $when }
wishes-tag-cancelled = Avlyst
wishes-tag-withdrawn = Du har trukket deg
wishes-alert-withdrawn = Du er ikke lenger med i denne runden, så ønskene dine teller ikke. Spør praksiskontoret hvis det er feil.
wishes-alert-cancelled = Runden er avlyst. Ingenting blir fordelt, og ønskene dine blir ikke brukt.
wishes-alert-opens = Du kan rangere fra { $when }. Til da kan du se på stedene.
wishes-alert-closed = Ønskene er stengt. Listen under teller. Resultatet er planlagt { $when }.
wishes-alert-published = Resultatet er publisert. Dette er listen som talte.
wishes-left-days = { $count } dager igjen
wishes-left-hours = { $count ->
    [one] 1 time igjen
   *[other] { $count } timer igjen
}
wishes-left-minutes = { $count ->
    [one] 1 minutt igjen
   *[other] { $count } minutter igjen
}
wishes-places-title = Steder
wishes-places-lead = Steder for { $subject }. Hvor mange som ønsker dem nå, vises aldri.
wishes-places-search = Søk på navn eller sted
wishes-places-municipality = Kommune
wishes-places-everywhere = Overalt
wishes-places-show = Vis
wishes-places-found = { $count ->
    [one] Fant 1 sted
   *[other] Fant { $count } steder
}
wishes-places-none = Fant ingen steder
wishes-places-none-text = Prøv færre bokstaver eller en annen kommune.
wishes-places-all = Vis alle steder
wishes-places-pages = Sider
wishes-places-previous = Forrige side
wishes-places-next = Neste side
wishes-add = Legg til
wishes-add-long = Legg til i ønskene mine
wishes-is-wish = Ønske { $rank }
wishes-back = { $count ->
    [0] Ønskene dine
    [one] Ønsket ditt
   *[other] Dine { $count } ønsker
}
wishes-place-seats = Plasser
wishes-place-last-year = Etterspørsel
wishes-place-address = Adresse
wishes-place-about = Om stedet
wishes-receipt-confirmed = Ønskene dine er bekreftet
wishes-receipt-saved = Ønskene dine er lagret
wishes-receipt-older = Du har lagret en nyere liste siden. Den nyeste teller.
wishes-receipt-open = Denne listen teller. Du kan endre den til { $when }.
wishes-receipt-counts = Denne listen teller.
wishes-receipt-round = Runde
wishes-receipt-at = Mottatt
wishes-receipt-reference = Referanse
wishes-receipt-version = Liste { $version }
wishes-receipt-by = Sendt av
wishes-receipt-by-you = Deg
wishes-receipt-by-office = Praksiskontoret, for deg
wishes-receipt-by-file = Praksiskontoret, fra en fil
wishes-receipt-late = For sent
wishes-receipt-late-text = Den kom etter fristen og trekkes etter dem som var i tide.
wishes-receipt-mailed = Vi har også sendt deg denne listen på e-post.
wishes-receipt-change = Endre ønskene
wishes-receipt-overview = Til oversikten
wishes-next = Dette skjer nå
wishes-next-close = Ønskene stenges
wishes-next-draw = Plassene fordeles
wishes-next-draw-text = etter reglene for runden
wishes-next-publish = Resultatet er planlagt
wishes-task = Ranger ønskene dine for { $round }
wishes-task-rank = Finn steder, sett dem i rekkefølge og bekreft.
wishes-task-confirm = Listen er lagret, men ikke bekreftet. Den teller likevel.
wishes-task-due = Innen { $when } · { $left }
wishes-task-start = Ranger ønsker
wishes-task-go-on = Se over og bekreft
wishes-behalf-title = Ønsker for { $student }
wishes-behalf-students = Studenter
wishes-behalf-lead = Legg inn ønskene i rekkefølge. Listen merkes som lagt inn av kontoret, og studenten får den på e-post.
wishes-behalf-late = Fristen er ute. Det du legger inn nå, er for sent: Det trekkes etter alle som var i tide.
wishes-behalf-wish = Ønske { $number }
wishes-behalf-same = Ønske { $number } er like viktig som ønske { $above }
wishes-behalf-none = Ingen
wishes-behalf-save = Lagre og gi studenten beskjed
wishes-behalf-saved = Lagret. { $student } har fått beskjed på e-post.
wishes-behalf-last = siste liste { $when }
wishes-error-too-many = Denne runden tar høyst { $max } ønsker. Fjern ett før du legger til et annet.
wishes-error-too-few = Denne runden ber om minst { $min ->
    [one] 1 ønske
   *[other] { $min } ønsker
}, og du har { $got }. Legg til flere og bekreft så.
wishes-error-repeated = Stedet står allerede i listen. Hvert sted kan stå der én gang.
wishes-error-not-wished = Stedet sto ikke i listen lenger. Her er listen slik den er lagret.
wishes-error-unreadable = Vi kunne ikke lese det som ble sendt. Ingenting er endret. Prøv igjen.
wishes-error-outdated = Listen ble endret i et annet vindu. Her er den slik den er lagret nå.
wishes-error-not-offered = Stedet tilbys ikke denne studenten i denne runden. Velg et annet.
wishes-error-closed = Ønskene ble stengt { $closed }. Det du sendte, kom { $at } og ble ikke lagret. Den siste listen som ble lagret før det, teller.
wishes-error-not-open = Ønskene åpner { $opens }. Det du sendte, kom { $at } og ble ikke lagret.
wishes-error-withdrawn = Studenten har trukket seg fra runden, så ønsker kan ikke lagres.
wishes-mail-confirmed-subject = Kvittering: ønskene dine for { $round }
wishes-mail-confirmed =
    Hei, { $name }!

    Du har bekreftet ønskene dine for { $round }. Vi mottok dem { $at }:

    { $list }

    Du kan endre listen til { $closes }. Den sist lagrede listen teller.
wishes-mail-entered-subject = Praksiskontoret har lagt inn ønskene dine for { $round }
wishes-mail-entered =
    Hei, { $name }!

    Praksiskontoret har lagt inn disse ønskene for deg i { $round }, { $at }:

    { $list }

    Er noe feil? Skriv til { $contact } på { $email }. Så lenge ønskeperioden er åpen, kan du endre listen selv.
wishes-mail-link = Se kvitteringen
wishes-import = Ønsker
wishes-import-help = Én rad for hvert ønske: student, rang fra 1 og plass. Like ranger er likestilte. Radene erstatter hele listen til studenten.
wishes-column-student = Studentnummer
wishes-column-rank = Rang
wishes-column-place = Nøkkel for plass
wishes-api-list = List ønskene som teller, student for student
wishes-api-show = Vis en students ønsker som teller; studenten ser at de ble åpnet
wishes-api-send = Lever ønsker for en student, som får beskjed
