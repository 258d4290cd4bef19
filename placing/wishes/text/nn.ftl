wishes-title = Ranger ønska dine
wishes-how-link = Reglane for denne runden
wishes-heading = { $count ->
    [0] Ønska dine
    [one] Ønsket ditt
   *[other] Dine { $count } ønske
}
wishes-limits = { $min ->
    [0] Høgst { $max }
   *[other] Minst { $min }, høgst { $max }
}
wishes-rank = Ønske
wishes-seats = { $count ->
    [one] 1 plass
   *[other] { $count } plassar
}
wishes-last-year = { $count } ønskte han i fjor
wishes-up = Flytt { $name } opp
wishes-down = Flytt { $name } ned
wishes-remove = Fjern
wishes-now-at = { $name }: no { $rank } av { $count }.
wishes-removed = { $name } er fjerna.
wishes-added = { $name } er no ønske { $rank }.
wishes-saved = Lagra kl. { $clock }
wishes-save-failed = Ikkje lagra enno. Vi prøver igjen. Ikkje lukk sida.
wishes-none = Ingen ønske enno
wishes-none-text = Finn stader og legg til dei du vil ha. Du kan endre rekkjefølgja fram til fristen.
wishes-none-closed = Du sende ingen ønske i denne runden.
wishes-add-place = Legg til stad
wishes-see-places = Sjå stadene
wishes-see-receipt = Sjå kvitteringa
wishes-full = Lista er full: { $max } ønske. Fjern eitt for å leggje til eit anna.
wishes-full-short = Lista er full. Fjern eit ønske for å leggje til eit anna.
wishes-confirm = Stadfest rekkjefølgja
wishes-is-confirmed = Stadfesta
wishes-confirm-note = Du kan endre fram til fristen.
wishes-behalf-note = Praksiskontoret har lagt inn denne lista for deg. Du kan endre henne fram til fristen.
wishes-tag-deadline = Frist { $when }
wishes-tag-opens = Opnar { $when }
wishes-tag-closed = Stengd { $when }
wishes-tag-cancelled = Avlyst
wishes-tag-withdrawn = Du har trekt deg
wishes-alert-withdrawn = Du er ikkje lenger med i denne runden, så ønska dine tel ikkje. Spør praksiskontoret om det er feil.
wishes-alert-cancelled = Runden er avlyst. Ingenting blir fordelt, og ønska dine blir ikkje brukte.
wishes-alert-opens = Du kan rangere frå { $when }. Til då kan du sjå på stadene.
wishes-alert-closed = Ønska er stengde. Lista under tel. Resultatet er planlagt { $when }.
wishes-alert-published = Resultatet er publisert. Dette er lista som talde.
wishes-left-days = { $count } dagar igjen
wishes-left-hours = { $count ->
    [one] 1 time igjen
   *[other] { $count } timar igjen
}
wishes-left-minutes = { $count ->
    [one] 1 minutt igjen
   *[other] { $count } minutt igjen
}
wishes-places-title = Stader
wishes-places-lead = Stader for { $subject }. Kor mange som ønskjer dei no, blir aldri vist.
wishes-places-search = Søk på namn eller stad
wishes-places-municipality = Kommune
wishes-places-everywhere = Overalt
wishes-places-show = Vis
wishes-places-found = { $count ->
    [one] Fann 1 stad
   *[other] Fann { $count } stader
}
wishes-places-none = Fann ingen stader
wishes-places-none-text = Prøv færre bokstavar eller ein annan kommune.
wishes-places-all = Vis alle stader
wishes-places-pages = Sider
wishes-places-previous = Førre side
wishes-places-next = Neste side
wishes-add = Legg til
wishes-add-long = Legg til i ønska mine
wishes-is-wish = Ønske { $rank }
wishes-back = { $count ->
    [0] Ønska dine
    [one] Ønsket ditt
   *[other] Dine { $count } ønske
}
wishes-place-seats = Plassar
wishes-place-last-year = Etterspurnad
wishes-place-address = Adresse
wishes-place-about = Om staden
wishes-receipt-confirmed = Ønska dine er stadfesta
wishes-receipt-saved = Ønska dine er lagra
wishes-receipt-older = Du har lagra ei nyare liste sidan. Den nyaste tel.
wishes-receipt-open = Denne lista tel. Du kan endre henne til { $when }.
wishes-receipt-counts = Denne lista tel.
wishes-receipt-round = Runde
wishes-receipt-at = Motteken
wishes-receipt-reference = Referanse
wishes-receipt-version = Liste { $version }
wishes-receipt-by = Send av
wishes-receipt-by-you = Deg
wishes-receipt-by-office = Praksiskontoret, for deg
wishes-receipt-by-file = Praksiskontoret, frå ei fil
wishes-receipt-late = For sein
wishes-receipt-late-text = Ho kom etter fristen og blir trekt etter dei som var i tide.
wishes-receipt-mailed = Vi har òg sendt deg denne lista på e-post.
wishes-receipt-change = Endre ønska
wishes-receipt-overview = Til oversikta
wishes-next = Dette skjer no
wishes-next-close = Ønska blir stengde
wishes-next-draw = Plassane blir fordelte
wishes-next-draw-text = etter reglane for runden
wishes-next-publish = Resultatet er planlagt
wishes-task = Ranger ønska dine for { $round }
wishes-task-rank = Finn stader, set dei i rekkjefølgje og stadfest.
wishes-task-confirm = Lista er lagra, men ikkje stadfesta. Ho tel likevel.
wishes-task-due = Innan { $when } · { $left }
wishes-task-start = Ranger ønske
wishes-task-go-on = Sjå over og stadfest
wishes-behalf-title = Ønske for { $student }
wishes-behalf-students = Studentar
wishes-behalf-lead = Legg inn ønska i rekkjefølgje. Lista blir merkt som lagd inn av kontoret, og studenten får henne på e-post.
wishes-behalf-late = Fristen er ute. Det du legg inn no, er for seint: Det blir trekt etter alle som var i tide.
wishes-behalf-wish = Ønske { $number }
wishes-behalf-same = Ønske { $number } er like viktig som ønske { $above }
wishes-behalf-none = Ingen
wishes-behalf-save = Lagre og gje studenten beskjed
wishes-behalf-saved = Lagra. { $student } har fått beskjed på e-post.
wishes-behalf-last = siste liste { $when }
wishes-error-too-many = Denne runden tek høgst { $max } ønske. Fjern eitt før du legg til eit anna.
wishes-error-too-few = Denne runden ber om minst { $min } ønske, og du har { $got }. Legg til fleire og stadfest så.
wishes-error-repeated = Staden står alt i lista. Kvar stad kan stå der éin gong.
wishes-error-not-wished = Staden stod ikkje i lista lenger. Her er lista slik ho er lagra.
wishes-error-unreadable = Vi kunne ikkje lese det som blei sendt. Ingenting er endra. Prøv igjen.
wishes-error-outdated = Lista blei endra i eit anna vindauge. Her er ho slik ho er lagra no.
wishes-error-not-offered = Staden er ikkje for denne studenten i denne runden. Vel ein annan.
wishes-error-closed = Ønska blei stengde { $closed }. Det du sende, kom { $at } og blei ikkje lagra. Den siste lista som blei lagra før det, tel.
wishes-error-not-open = Ønska opnar { $opens }. Det du sende, kom { $at } og blei ikkje lagra.
wishes-error-withdrawn = Studenten har trekt seg frå runden, så ønske kan ikkje lagrast.
wishes-mail-confirmed-subject = Kvittering: ønska dine for { $round }
wishes-mail-confirmed =
    Hei, { $name }!

    Du har stadfesta ønska dine for { $round }. Vi fekk dei { $at }:

    { $list }

    Du kan endre lista til { $closes }. Den sist lagra lista tel.
wishes-mail-entered-subject = Praksiskontoret har lagt inn ønska dine for { $round }
wishes-mail-entered =
    Hei, { $name }!

    Praksiskontoret har lagt inn desse ønska for deg i { $round }, { $at }:

    { $list }

    Er noko feil? Skriv til { $contact } på { $email }. Så lenge ønskjeperioden er open, kan du endre lista sjølv.
wishes-mail-link = Sjå kvitteringa
wishes-import = Ønske
wishes-import-help = Éi rad for kvart ønske: student, rang frå 1 og plass. Like rangar er likestilte. Radene erstattar heile lista til studenten.
wishes-column-student = Studentnummer
wishes-column-rank = Rang
wishes-column-place = Nøkkel for plass
wishes-api-list = List opp ønska som tel, student for student
wishes-api-show = Vis ønska til ein student som tel; studenten ser at dei vart opna
wishes-api-send = Lever ønske for ein student, som får beskjed
