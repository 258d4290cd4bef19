placements-error-nothing-to-stop = Ingenting venter på å bli publisert
placements-error-not-published = Runden er ikke publisert ennå. Plasser studenten i utkastet i stedet.
placements-error-same-place = Studenten har allerede denne plassen. Velg en annen.
placements-check-no-run = Trekningen er ikke kjørt. Kjør den før du publiserer.
placements-check-under-way = En trekning er i gang. Vent på resultatet.
placements-check-not-in-run = { $n ->
        [one] Én student var ikke med i siste kjøring. Kjør på nytt, eller plasser studenten for hånd.
       *[other] { $n } studenter var ikke med i siste kjøring. Kjør på nytt, eller plasser dem for hånd.
    }
placements-check-overfull = { $place } har flere studenter enn plasser. Kjør på nytt.
placements-check-lacking = { $n ->
        [one] Én student står uten plass og får beskjed om det.
       *[other] { $n } studenter står uten plass og får beskjed om det.
    }
placements-check-no-host = { $n ->
        [one] Ett sted har ingen vert i portalen, så ingen der får e-post.
       *[other] { $n } steder har ingen vert i portalen, så ingen der får e-post.
    }
placements-check-good = Alle studentene har en plass, og ingen steder er overfylt.
placements-check-waits = Må vente
placements-check-know = Greit å vite
placements-check-ok = I orden
placements-why-by-hand = Praksiskontoret ga deg denne plassen for hånd, før eller etter trekningen. Spør kontoret hvis du vil vite mer.
placements-why-drawn = Alle { $drawn } studentene i trekningen fikk et nummer. Ditt er { $own }. Plassene ble delt ut i den rekkefølgen, og hver student fikk det øverste ønsket som fortsatt var ledig.
placements-why-late = Du kom etter fristen og ble derfor trukket etter alle som leverte i tide. Blant alle { $drawn } studentene i trekningen er du nummer { $own }. Hver student fikk det øverste ønsket som fortsatt var ledig.
placements-why-last = Du sendte ingen ønsker og ble derfor trukket sist: nummer { $own } av { $drawn }. Du fikk en plass i faget ditt som fortsatt var ledig.
placements-why-no-wishes = Du sendte ingen ønsker, så det var ingenting å gi deg i trekningen.
placements-why-heading = Hvorfor fikk du denne plassen?
placements-why-not-heading = Hvorfor fikk du ikke plass?
placements-wish-label = Ønske { $rank }
placements-wish-got = Din plass
placements-wish-full = Fullt før din tur
placements-got-last = { $seats ->
        [one] Én plass, og du fikk den.
       *[other] { $seats } plasser. Du fikk den siste.
    }
placements-got-place = { $seats ->
        [one] Én plass. Du var nummer { $place } i rekken, og den var ledig da turen kom til deg.
       *[other] { $seats } plasser. Du var nummer { $place } i rekken, og det var ledig da turen kom til deg.
    }
placements-full-offer = { $seats ->
        [one] Én plass og { $wanted } som ville ha den da turen kom til dem.
       *[other] { $seats } plasser og { $wanted } som ville ha en da turen kom til dem.
    }
placements-full-host = { $name } tar imot { $seats } studenter i alt, og { $wanted } ville dit da turen kom til dem.
placements-full-together = { $names } har { $seats } plasser til sammen, og studenter med lavere nummer trengte alle.
placements-by-hand-before = { $n ->
        [one] Én av plassene ble gitt for hånd.
       *[other] { $n } av plassene ble gitt for hånd.
    }
placements-last-in = Den siste plassen gikk til nummer { $last }.
placements-your-place = Du var nummer { $place } i rekken.
placements-picture-wanted = { $n ->
        [one] { $n } ville hit da turen kom til dem
       *[other] { $n } ville hit da turen kom til dem
    }
placements-picture-seats = { $n ->
        [one] { $n } plass
       *[other] { $n } plasser
    }
placements-picture-full = Fullt etter nummer { $last }
placements-picture-you = Du
placements-blocked-seats = { $n ->
        [one] Én plass til ved { $places } ville vært nok for deg.
       *[other] { $n } plasser til ved { $places } ville vært nok for deg.
    }
placements-blocked-together = { $places } hadde ingen plass igjen til sammen.
placements-without-wishes = Du sendte ingen ønsker. Praksiskontoret finner en plass til deg.
placements-without = Du har ikke fått plass ennå.
placements-without-full = { $n ->
        [one] Ønsket ditt var fullt før turen kom til deg.
       *[other] Alle de { $n } ønskene dine var fulle før turen kom til deg.
    }
placements-mail-greeting = Hei { $name },
placements-mail-placed = Du har fått plass ved { $place }, { $weeks }.
placements-mail-unplaced = Du fikk ikke plass i trekningen for { $course }. Praksiskontoret finner en plass sammen med deg.
placements-mail-why = Logg inn for å se hvorfor, med tallene som avgjorde.
placements-mail-complain = Du kan klage til { $day }. Vi hjelper deg hvis du trenger det.
placements-mail-contact = Spørsmål? Spør { $name }: { $reach }.
placements-mail-subject-placed = Plassen din er klar: { $course }
placements-mail-subject-unplaced = Resultatet er klart: { $course }
placements-mail-subject-changed = Praksisplassen din er endret: { $course }
placements-mail-link = Se praksisplassen min
placements-host-mail-greeting = Hei,
placements-host-mail-subject = { $n ->
        [one] Én student kommer i { $weeks }
       *[other] { $n } studenter kommer i { $weeks }
    }
placements-host-mail-told = { $n ->
        [one] { $sender } har plassert én student hos dere i { $weeks }.
       *[other] { $sender } har plassert { $n } studenter hos dere i { $weeks }.
    }
placements-host-mail-subject-changed = Endret: studenter i { $course }
placements-host-mail-changed = { $n ->
        [one] { $sender } har endret en plassering. Dere tar nå imot én student.
       *[other] { $sender } har endret en plassering. Dere tar nå imot { $n } studenter.
    }
placements-host-mail-names = Logg inn for å se hvem som kommer, når og hvor, og for å skrive ut listen.
placements-host-mail-link = Se studentene våre
placements-heading = Min praksis
placements-nav-placement = Min praksis
placements-nav-students = Studenter
placements-publication = Publisering
placements-publication-lead = Se over listen og les tekstene. Ingenting sendes de første ti minuttene etter at du trykker på knappen, og så lenge kan du stoppe.
placements-waiting-title = Venter på publisering
placements-waiting = Resultatet sendes { $moment }. Ingen har fått beskjed ennå.
placements-published = Publisert { $moment }. Studenter og steder har fått beskjed.
placements-not-closed = Ønskeperioden er ikke over ennå. Du kan publisere når trekningen er gjort.
placements-stop = Stopp publiseringen
placements-checks = Før du publiserer
placements-previews = Dette får de lese
placements-previews-note = Ett eksempel på hver e-post, på organisasjonens språk. Alle får den på sitt eget språk.
placements-preview-placed = Student med plass
placements-preview-unplaced = Student uten plass
placements-preview-host = Praksissted
placements-counts = Hvem som får beskjed
placements-fact-places = steder med studenter
placements-fact-hosts = verter som får e-post
placements-publish = { $students ->
        [one] Publiser til { $students } student og { $places } steder
       *[other] Publiser til { $students } studenter og { $places } steder
    }
placements-publish-note = Du kan stoppe det i ti minutter.
placements-none = Ingen praksisplass ennå
placements-none-text = Plassen din står her når en runde du er med i, blir publisert. Da får du en e-post.
placements-not-yet = Resultatet er ikke klart ennå
placements-not-yet-text = Planen er å publisere det { $moment }. Du får en e-post når det er klart.
placements-cancelled = Runden er avlyst
placements-withdrawn = Du har trukket deg
placements-withdrawn-text = Du er ikke med i denne runden lenger. Plassen din er ledig, og ingen andre ble flyttet.
placements-to-round = Se runden
placements-lead-wish = { $weeks }. Det var ditt { $ordinal } ønske.
placements-facts = Hvor, når og hvem
placements-fact-first-day = Første dag
placements-fact-last-day = Siste dag
placements-fact-address = Adresse
placements-contact-office = Praksiskontoret
placements-without-heading = Du har ikke fått plass ennå
placements-fact-subject = Fag
placements-confirm = Bekreft at du har lest dette
placements-confirm-note = Plassen er din også om du glemmer det.
placements-read = Du bekreftet { $moment } at du har lest dette.
placements-changed-title = Plassen din er endret
placements-changed = Praksiskontoret endret den { $moment }. Det som sto her før, gjelder ikke lenger.
placements-next = { $name } finner en plass sammen med deg og tar kontakt. Du trenger ikke gjøre noe, men du kan gjerne skrive først.
placements-as-table = Se de samme tallene som tabell
placements-table-caption = Ønskene dine og hvordan det gikk
placements-column-wish = Ønske
placements-column-place = Sted
placements-column-seats = Plasser
placements-column-last = Siste nummer inn
placements-column-own = Ditt nummer
placements-to-proof = Kontroller trekningen selv
placements-earlier = Tidligere
placements-earlier-placed = { $moment }: plass ved { $place }
placements-earlier-unplaced = { $moment }: uten plass
placements-others = De andre rundene dine
placements-way = Veien videre
placements-step-told = Du fikk beskjed
placements-step-first = Første dag
placements-step-last = Siste dag
placements-step-search = Praksiskontoret leter etter en plass
placements-step-search-note = Du får en e-post når det er en
placements-contact = Hvem du kan spørre
placements-disagree = Er du uenig?
placements-complain = Du kan klage til { $day }. Skriv hva du er uenig i. Vi hjelper deg hvis du trenger det.
placements-complain-over = Klagefristen gikk ut { $day }. Du kan fortsatt be om en endring.
placements-complain-how = Send klagen til { $email }.
placements-ask-change = Dette er en beskjed, ikke et vedtak. Du kan be om en endring: skriv til { $email } og fortell hvorfor.
placements-host-heading = Studentene våre
placements-host-lead = Hvem som kommer, når og hvor. Dere ser navn fra den dagen lærestedet publiserer.
placements-host-printed = Skrevet ut { $day }
placements-host-print = Bruk utskrift i nettleseren: listen skrives ut uten menyer og filtre.
placements-host-search = Finn student eller sted
placements-host-weeks = Når
placements-host-from = Fra
placements-host-course = Emne
placements-host-contact = Kontakt
placements-host-email = E-post
placements-host-phone = Telefon
placements-host-none = Ingen studenter ennå
placements-host-none-text = Studentene står her når et lærested har publisert hvem som kommer. Da får dere en e-post.
placements-task-read = Resultatet ditt er klart: { $course }
placements-task-placed = Du har fått plass ved { $place }.
placements-task-see = Se hvorfor
placements-task-mine = Plassen din: { $place }
placements-task-mine-go = Se praksisplassen
placements-task-allocate = Fordel plassene: { $round }
placements-task-planned = Skal publiseres { $moment }
placements-task-allocate-go = Gå til fordelingen
placements-task-announce = Forbered og kunngjør: { $round }
placements-task-opens = Ønskene åpner { $moment }
placements-task-round-go = Gå til runden
placements-task-unsent = { $n ->
         [one] Én student har ikke levert ønsker
        *[other] { $n } studenter har ikke levert ønsker
    }
placements-task-students = { $n ->
        [one] Én student kommer til dere
       *[other] { $n } studenter kommer til dere
    }
placements-task-from = Fra { $day }
placements-task-students-go = Se hvem
placements-touched-students = Studenter som kommer
placements-touched-places = Praksisplasser
placements-touched-rounds = Runder
placements-why-priority = { $drawn } studenter deltok, og du trakk nummer { $own }. På hvert sted gikk prioritetsgruppene først, så numrene.
placements-why-together = Listene til alle { $drawn } studentene ble sett samlet, etter regelen «{ $name }». Du trakk nummer { $own }; det avgjorde bare mellom måter som var like gode.
placements-why-late-counted = Ønskene dine kom etter fristen.
placements-why-last-counted = Du hadde ikke levert ønsker, så alle ledige plasser i faget ditt telte som ett siste ønske.
placements-why-group = Gruppen din på { $members } fikk plass sammen ved { $site } først, fordi alle hadde ønsket det og ingen andre mistet plass av det.
placements-why-group-apart = Gruppen din kunne ikke holdes sammen: ingen steder står på listene til dere alle. Derfor gikk hver videre alene.
placements-why-group-no-room = Gruppen din kunne ikke holdes sammen: ved ingen av stedene dere alle ønsket, var det plass til dere alle uten at noen andre mistet plass. Derfor gikk hver videre alene.
placements-added-got = Ingen av dine egne ønsker ble oppfylt. Listen din var kortere enn runden ba om, så regelen la til { $places } steder sist på den, og du fikk ett av dem.
placements-added = Listen din var kortere enn runden ba om, så regelen la til { $places } steder sist på den.
placements-lead-added = { $weeks }. Det er et sted som regelen la til listen din.
placements-left-out-heading = Ønsker som ikke ble regnet med
placements-left-out-kind = Ønske { $rank }, { $place }: det gjelder et annet fag eller en annen periode enn din.
placements-left-out-workplace = Ønske { $rank }, { $place }: kontoret har notert at du arbeider der.
placements-left-out-relative = Ønske { $rank }, { $place }: kontoret har notert at noen som står deg nær, er der.
placements-left-out-other = Ønske { $rank }, { $place }: kontoret har notert at du ikke kan være der. Spør kontoret hvorfor.
placements-left-out-far = Ønske { $rank }, { $place }: det er { $minutes } minutter unna, og rundens grense er { $limit }.
placements-full-each = { $names } er fulle.
placements-not-full = Det var ikke fullt.
placements-offer-taken = { $seats ->
        [one] Den ene plassen her ble
       *[other] De { $seats } plassene her ble
    } tatt, og { $wished ->
        [one] én student
       *[other] { $wished } studenter
    } ville ha plass.
placements-class-last = Den siste som kom inn, var i gruppe { $class } med nummer { $last }.
placements-class-own = Du var i gruppe { $class } med nummer { $own }.
placements-loss-unplaced = Hadde du fått det, ville minst { $students ->
        [one] én student til
       *[other] { $students } studenter til
    } vært uten plass.
placements-loss-cost = Hadde du fått det, ville ønskene til alle samlet, ditt medregnet, kommet ut minst { $steps ->
        [one] ett steg
       *[other] { $steps } steg
    } lenger nede, eller noe som regelen setter foran, ville vært dårligere.
placements-loss-first = Hadde du fått det, ville minst { $students ->
        [one] én student færre
       *[other] { $students } studenter færre
    } fått førsteønsket, eller noe som regelen setter foran, ville vært dårligere.
placements-loss-up-to = Hadde du fått det, ville minst { $students ->
        [one] én student færre
       *[other] { $students } studenter færre
    } fått et av sine { $rank } første ønsker, eller noe som regelen setter foran, ville vært dårligere.
placements-loss-from = Hadde du fått det, ville minst { $students ->
        [one] én student til
       *[other] { $students } studenter til
    } endt på ønske { $rank } eller lenger nede, eller noe som regelen setter foran, ville vært dårligere.
placements-loss-other = Hadde du fått det, ville noe annet som regelen ser på, vært dårligere.
placements-loss-equal = En måte der du får det, kan være like god for alle. Mellom like gode måter avgjorde rekkefølgen i loddtrekningen.
placements-wish-not = Ikke dette
placements-got-wish = Du fikk { $seats ->
        [one] den ene plassen her
       *[other] en av de { $seats } plassene her
    }.
placements-blocked-somebody = Med én plass til ved { $places } ville én student til hatt plass.
placements-blocked-full = { $places } sto i veien.
placements-without-none = { $n ->
        [one] Ønsket ditt ble ikke oppfylt.
       *[other] Ingen av de { $n } ønskene dine ble oppfylt.
    }
placements-host-taken = { $name } tar imot { $seats } studenter i alt, og alle disse plassene ble tatt.
placements-api-show = Vis hvordan det står til med publiseringen, og hva som er i veien for den
placements-api-ask = Publiser: Alle får beskjed etter ti minutter, hvis det ikke stoppes
placements-api-stop = Stopp en publisering innen de ti minuttene
placements-api-decisions = List det hver student fikk beskjed om sist
placements-api-coming = List studentene som kommer til organisasjonen
placements-check-second-looks = { $n ->
        [one] { $n } sak venter på en til og teller ikke.
       *[other] { $n } saker venter på en til og teller ikke.
    }
placements-calendar-mine = Praksis: { $place }
placements-calendar-unnamed = Praksis
placements-calendar-students = { $n ->
    [one] Én student kommer: { $place }
   *[other] { $n } studenter kommer: { $place }
}
