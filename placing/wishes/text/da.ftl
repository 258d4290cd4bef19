wishes-title = Prioritér dine ønsker
wishes-how-link = Reglerne for denne runde
wishes-heading = { $count ->
    [0] Dine ønsker
    [one] Dit ønske
   *[other] Dine { $count } ønsker
}
wishes-limits = { $min ->
    [0] Højst { $max }
   *[other] Mindst { $min }, højst { $max }
}
wishes-rank = Ønske
wishes-seats = { $count ->
    [one] 1 plads
   *[other] { $count } pladser
}
wishes-last-year = { $count } ønskede den sidste år
wishes-up = Flyt { $name } op
wishes-down = Flyt { $name } ned
wishes-remove = Fjern
wishes-now-at = { $name }: nu { $rank } af { $count }.
wishes-removed = { $name } er fjernet.
wishes-added = { $name } er nu ønske { $rank }.
wishes-saved = Gemt kl. { $clock }
wishes-save-failed = Ikke gemt endnu. Vi prøver igen. Luk ikke siden.
wishes-none = Ingen ønsker endnu
wishes-none-text = Find steder, og tilføj dem, du vil have. Du kan ændre rækkefølgen indtil fristen.
wishes-none-closed = Du sendte ingen ønsker i denne runde.
wishes-add-place = Tilføj sted
wishes-see-places = Se stederne
wishes-see-receipt = Se kvitteringen
wishes-full = Listen er fuld: { $max } ønsker. Fjern et for at tilføje et andet.
wishes-full-short = Listen er fuld. Fjern et ønske for at tilføje et andet.
wishes-confirm = Bekræft rækkefølgen
wishes-is-confirmed = Bekræftet
wishes-confirm-note = Du kan ændre indtil fristen.
wishes-behalf-note = Praktikkontoret har indtastet denne liste for dig. Du kan ændre den indtil fristen.
wishes-tag-deadline = Frist { $when }
wishes-tag-opens = Åbner { $when }
wishes-tag-closed = Lukket { $when }
wishes-tag-cancelled = Aflyst
wishes-tag-withdrawn = Du har trukket dig
wishes-alert-withdrawn = Du er ikke længere med i denne runde, så dine ønsker tæller ikke. Spørg praktikkontoret, hvis det er forkert.
wishes-alert-cancelled = Runden er aflyst. Intet bliver fordelt, og dine ønsker bliver ikke brugt.
wishes-alert-opens = Du kan prioritere fra { $when }. Indtil da kan du se på stederne.
wishes-alert-closed = Der er lukket for ønsker. Listen nedenfor tæller. Resultatet er planlagt til { $when }.
wishes-alert-published = Resultatet er offentliggjort. Dette er den liste, der talte.
wishes-left-days = { $count } dage tilbage
wishes-left-hours = { $count ->
    [one] 1 time tilbage
   *[other] { $count } timer tilbage
}
wishes-left-minutes = { $count ->
    [one] 1 minut tilbage
   *[other] { $count } minutter tilbage
}
wishes-places-title = Steder
wishes-places-lead = Steder for { $subject }. Hvor mange der ønsker dem nu, vises aldrig.
wishes-places-search = Søg på navn eller sted
wishes-places-municipality = Kommune
wishes-places-everywhere = Overalt
wishes-places-show = Vis
wishes-places-found = { $count ->
    [one] Fandt 1 sted
   *[other] Fandt { $count } steder
}
wishes-places-none = Fandt ingen steder
wishes-places-none-text = Prøv færre bogstaver eller en anden kommune.
wishes-places-all = Vis alle steder
wishes-places-pages = Sider
wishes-places-previous = Forrige side
wishes-places-next = Næste side
wishes-add = Tilføj
wishes-add-long = Tilføj til mine ønsker
wishes-is-wish = Ønske { $rank }
wishes-back = { $count ->
    [0] Dine ønsker
    [one] Dit ønske
   *[other] Dine { $count } ønsker
}
wishes-place-seats = Pladser
wishes-place-last-year = Efterspørgsel
wishes-place-address = Adresse
wishes-place-about = Om stedet
wishes-receipt-confirmed = Dine ønsker er bekræftet
wishes-receipt-saved = Dine ønsker er gemt
wishes-receipt-older = Du har gemt en nyere liste siden. Den nyeste tæller.
wishes-receipt-open = Denne liste tæller. Du kan ændre den indtil { $when }.
wishes-receipt-counts = Denne liste tæller.
wishes-receipt-round = Runde
wishes-receipt-at = Modtaget
wishes-receipt-reference = Reference
wishes-receipt-version = Liste { $version }
wishes-receipt-by = Sendt af
wishes-receipt-by-you = Dig
wishes-receipt-by-office = Praktikkontoret, for dig
wishes-receipt-by-file = Praktikkontoret, fra en fil
wishes-receipt-late = For sent
wishes-receipt-late-text = Den kom efter fristen og trækkes efter dem, der var i tide.
wishes-receipt-mailed = Vi har også sendt dig denne liste på e-mail.
wishes-receipt-change = Ret ønskerne
wishes-receipt-overview = Til dit overblik
wishes-next = Det sker der nu
wishes-next-close = Der lukkes for ønsker
wishes-next-draw = Pladserne fordeles
wishes-next-draw-text = efter rundens regler
wishes-next-publish = Resultatet er planlagt
wishes-task = Prioritér dine ønsker til { $round }
wishes-task-rank = Find steder, sæt dem i rækkefølge, og bekræft.
wishes-task-confirm = Listen er gemt, men ikke bekræftet. Den tæller alligevel.
wishes-task-due = Senest { $when } · { $left }
wishes-task-start = Prioritér ønsker
wishes-task-go-on = Se efter, og bekræft
wishes-behalf-title = Ønsker for { $student }
wishes-behalf-students = Studerende
wishes-behalf-lead = Indtast ønskerne i rækkefølge. Listen markeres som indtastet af kontoret, og den studerende får den på e-mail.
wishes-behalf-late = Fristen er overskredet. Det, du indtaster nu, er for sent: Det trækkes efter alle, der var i tide.
wishes-behalf-wish = Ønske { $number }
wishes-behalf-same = Ønske { $number } er lige så vigtigt som ønske { $above }
wishes-behalf-none = Ingen
wishes-behalf-save = Gem, og giv den studerende besked
wishes-behalf-saved = Gemt. { $student } har fået besked på e-mail.
wishes-behalf-last = seneste liste { $when }
wishes-error-too-many = Denne runde tager højst { $max } ønsker. Fjern et, før du tilføjer et andet.
wishes-error-too-few = Denne runde beder om mindst { $min ->
    [one] 1 ønske
   *[other] { $min } ønsker
}, og du har { $got }. Tilføj flere, og bekræft så.
wishes-error-repeated = Stedet står allerede på listen. Hvert sted kan stå der én gang.
wishes-error-not-wished = Stedet stod ikke længere på listen. Her er listen, som den er gemt.
wishes-error-unreadable = Vi kunne ikke læse det, der blev sendt. Intet er ændret. Prøv igen.
wishes-error-outdated = Listen blev ændret i et andet vindue. Her er den, som den er gemt nu.
wishes-error-not-offered = Stedet tilbydes ikke denne studerende i denne runde. Vælg et andet.
wishes-error-closed = Der blev lukket for ønsker { $closed }. Det, du sendte, kom { $at } og blev ikke gemt. Den sidste liste, der blev gemt før det, tæller.
wishes-error-not-open = Der åbnes for ønsker { $opens }. Det, du sendte, kom { $at } og blev ikke gemt.
wishes-error-withdrawn = Den studerende har trukket sig fra runden, så ønsker kan ikke gemmes.
wishes-mail-confirmed-subject = Kvittering: dine ønsker til { $round }
wishes-mail-confirmed =
    Hej { $name }

    Du har bekræftet dine ønsker til { $round }. Vi modtog dem { $at }:

    { $list }

    Du kan ændre listen indtil { $closes }. Den sidst gemte liste tæller.
wishes-mail-entered-subject = Praktikkontoret har indtastet dine ønsker til { $round }
wishes-mail-entered =
    Hej { $name }

    Praktikkontoret har indtastet disse ønsker for dig i { $round }, { $at }:

    { $list }

    Er noget forkert? Skriv til { $contact } på { $email }. Så længe ønskeperioden er åben, kan du selv ændre listen.
wishes-mail-link = Se kvitteringen
wishes-import = Ønsker
wishes-import-help = Én række for hvert ønske: studerende, rang fra 1 og plads. Ens range er ligestillede. Rækkerne erstatter hele den studerendes liste.
wishes-column-student = Studienummer
wishes-column-rank = Rang
wishes-column-place = Nøgle for plads
wishes-api-list = Vis de ønsker, der tæller, studerende for studerende
wishes-api-show = Vis de ønsker fra en studerende, der tæller; den studerende kan se, at de blev åbnet
wishes-api-send = Aflever ønsker for en studerende, som får besked
