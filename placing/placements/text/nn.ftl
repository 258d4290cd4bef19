placements-error-nothing-to-stop = Ingenting ventar på å bli publisert
placements-error-not-published = Runden er ikkje publisert enno. Plasser studenten i utkastet i staden.
placements-error-same-place = Studenten har alt denne plassen. Vel ein annan.
placements-check-no-run = Trekninga er ikkje køyrd. Køyr henne før du publiserer.
placements-check-under-way = Ei trekning er i gang. Vent på resultatet.
placements-check-not-in-run = { $n ->
        [one] Éin student var ikkje med i siste køyring. Køyr på nytt, eller plasser studenten for hand.
       *[other] { $n } studentar var ikkje med i siste køyring. Køyr på nytt, eller plasser dei for hand.
    }
placements-check-overfull = { $place } har fleire studentar enn plassar. Køyr på nytt.
placements-check-lacking = { $n ->
        [one] Éin student står utan plass og får melding om det.
       *[other] { $n } studentar står utan plass og får melding om det.
    }
placements-check-no-host = { $n ->
        [one] Éin stad har ingen vert i portalen, så ingen der får e-post.
       *[other] { $n } stader har ingen vert i portalen, så ingen der får e-post.
    }
placements-check-good = Alle studentane har ein plass, og ingen stader er overfylte.
placements-check-waits = Må vente
placements-check-know = Greitt å vite
placements-check-ok = I orden
placements-why-by-hand = Praksiskontoret gav deg denne plassen for hand, før eller etter trekninga. Spør kontoret om du vil vite meir.
placements-why-drawn = Alle { $drawn } studentane i trekninga fekk eit nummer. Ditt er { $own }. Plassane vart delte ut i den rekkjefølgja, og kvar student fekk det øvste ønsket som framleis var ledig.
placements-why-late = Du kom etter fristen og vart difor trekt etter alle som leverte i tide. Blant alle { $drawn } studentane i trekninga er du nummer { $own }. Kvar student fekk det øvste ønsket som framleis var ledig.
placements-why-last = Du sende ingen ønskje og vart difor trekt sist: nummer { $own } av { $drawn }. Du fekk ein plass i faget ditt som framleis var ledig.
placements-why-no-wishes = Du sende ingen ønskje, så det var ingenting å gi deg i trekninga.
placements-why-heading = Kvifor fekk du denne plassen?
placements-why-not-heading = Kvifor fekk du ikkje plass?
placements-wish-label = Ønske { $rank }
placements-wish-got = Din plass
placements-wish-full = Fullt før din tur
placements-got-last = { $seats ->
        [one] Éin plass, og du fekk han.
       *[other] { $seats } plassar. Du fekk den siste.
    }
placements-got-place = { $seats ->
        [one] Éin plass. Du var nummer { $place } i rekkja, og han var ledig då turen kom til deg.
       *[other] { $seats } plassar. Du var nummer { $place } i rekkja, og det var ledig då turen kom til deg.
    }
placements-full-offer = { $seats ->
        [one] Éin plass og { $wanted } som ville ha han då turen kom til dei.
       *[other] { $seats } plassar og { $wanted } som ville ha ein då turen kom til dei.
    }
placements-full-host = { $name } tek imot { $seats } studentar i alt, og { $wanted } ville dit då turen kom til dei.
placements-full-together = { $names } har { $seats } plassar til saman, og studentar med lågare nummer trong alle.
placements-by-hand-before = { $n ->
        [one] Éin av plassane vart gitt for hand.
       *[other] { $n } av plassane vart gitt for hand.
    }
placements-last-in = Den siste plassen gjekk til nummer { $last }.
placements-your-place = Du var nummer { $place } i rekkja.
placements-picture-wanted = { $n ->
        [one] { $n } ville hit då turen kom til dei
       *[other] { $n } ville hit då turen kom til dei
    }
placements-picture-seats = { $n ->
        [one] { $n } plass
       *[other] { $n } plassar
    }
placements-picture-full = Fullt etter nummer { $last }
placements-picture-you = Du
placements-blocked-seats = { $n ->
        [one] Éin plass til ved { $places } ville vore nok for deg.
       *[other] { $n } plassar til ved { $places } ville vore nok for deg.
    }
placements-blocked-together = { $places } hadde ingen plass att til saman.
placements-without-wishes = Du sende ingen ønskje. Praksiskontoret finn ein plass til deg.
placements-without = Du har ikkje fått plass enno.
placements-without-full = { $n ->
        [one] Ønsket ditt var fullt før turen kom til deg.
       *[other] Alle dei { $n } ønska dine var fulle før turen kom til deg.
    }
placements-mail-greeting = Hei { $name },
placements-mail-placed = Du har fått plass ved { $place }, { $weeks }.
placements-mail-unplaced = Du fekk ikkje plass i trekninga for { $course }. Praksiskontoret finn ein plass saman med deg.
placements-mail-why = Logg inn for å sjå kvifor, med tala som avgjorde.
placements-mail-complain = Du kan klage til { $day }. Vi hjelper deg om du treng det.
placements-mail-contact = Spørsmål? Spør { $name }: { $reach }.
placements-mail-subject-placed = Plassen din er klar: { $course }
placements-mail-subject-unplaced = Resultatet er klart: { $course }
placements-mail-subject-changed = Praksisplassen din er endra: { $course }
placements-mail-link = Sjå praksisplassen min
placements-host-mail-greeting = Hei,
placements-host-mail-subject = { $n ->
        [one] Éin student kjem i { $weeks }
       *[other] { $n } studentar kjem i { $weeks }
    }
placements-host-mail-told = { $n ->
        [one] { $sender } har plassert éin student hos dykk i { $weeks }.
       *[other] { $sender } har plassert { $n } studentar hos dykk i { $weeks }.
    }
placements-host-mail-subject-changed = Endra: studentar i { $course }
placements-host-mail-changed = { $n ->
        [one] { $sender } har endra ei plassering. De tek no imot éin student.
       *[other] { $sender } har endra ei plassering. De tek no imot { $n } studentar.
    }
placements-host-mail-names = Logg inn for å sjå kven som kjem, når og kvar, og for å skrive ut lista.
placements-host-mail-link = Sjå studentane våre
placements-heading = Praksisen min
placements-nav-placement = Praksisen min
placements-nav-students = Studentar
placements-publication = Publisering
placements-publication-lead = Sjå over lista og les tekstane. Ingenting blir sendt dei første ti minutta etter at du trykkjer på knappen, og så lenge kan du stoppe.
placements-waiting-title = Ventar på publisering
placements-waiting = Resultatet blir sendt { $moment }. Ingen har fått melding enno.
placements-published = Publisert { $moment }. Studentar og stader har fått melding.
placements-not-closed = Ønskjeperioden er ikkje over enno. Du kan publisere når trekninga er gjord.
placements-stop = Stopp publiseringa
placements-checks = Før du publiserer
placements-previews = Dette får dei lese
placements-previews-note = Eitt døme på kvar e-post, på språket til organisasjonen. Alle får han på sitt eige språk.
placements-preview-placed = Student med plass
placements-preview-unplaced = Student utan plass
placements-preview-host = Praksisstad
placements-counts = Kven som får melding
placements-fact-places = stader med studentar
placements-fact-hosts = vertar som får e-post
placements-publish = { $students ->
        [one] Publiser til { $students } student og { $places } stader
       *[other] Publiser til { $students } studentar og { $places } stader
    }
placements-publish-note = Du kan stoppe det i ti minutt.
placements-none = Ingen praksisplass enno
placements-none-text = Plassen din står her når ein runde du er med i, blir publisert. Då får du ein e-post.
placements-not-yet = Resultatet er ikkje klart enno
placements-not-yet-text = Planen er å publisere det { $moment }. Du får ein e-post når det er klart.
placements-cancelled = Runden er avlyst
placements-withdrawn = Du har trekt deg
placements-withdrawn-text = Du er ikkje med i denne runden lenger. Plassen din er ledig, og ingen andre vart flytta.
placements-to-round = Sjå runden
placements-lead-wish = { $weeks }. Det var ditt { $ordinal } ønske.
placements-facts = Kvar, når og kven
placements-fact-first-day = Første dag
placements-fact-last-day = Siste dag
placements-fact-address = Adresse
placements-contact-office = Praksiskontoret
placements-without-heading = Du har ikkje fått plass enno
placements-fact-subject = Fag
placements-confirm = Stadfest at du har lese dette
placements-confirm-note = Plassen er din også om du gløymer det.
placements-read = Du stadfesta { $moment } at du har lese dette.
placements-changed-title = Plassen din er endra
placements-changed = Praksiskontoret endra han { $moment }. Det som stod her før, gjeld ikkje lenger.
placements-next = { $name } finn ein plass saman med deg og tek kontakt. Du treng ikkje gjere noko, men du kan gjerne skrive først.
placements-as-table = Sjå dei same tala som tabell
placements-table-caption = Ønska dine og korleis det gjekk
placements-column-wish = Ønske
placements-column-place = Stad
placements-column-seats = Plassar
placements-column-last = Siste nummer inn
placements-column-own = Ditt nummer
placements-to-proof = Kontroller trekninga sjølv
placements-earlier = Tidlegare
placements-earlier-placed = { $moment }: plass ved { $place }
placements-earlier-unplaced = { $moment }: utan plass
placements-others = Dei andre rundane dine
placements-way = Vegen vidare
placements-step-told = Du fekk melding
placements-step-first = Første dag
placements-step-last = Siste dag
placements-step-search = Praksiskontoret leitar etter ein plass
placements-step-search-note = Du får ein e-post når det er ein
placements-contact = Kven du kan spørje
placements-disagree = Er du usamd?
placements-complain = Du kan klage til { $day }. Skriv kva du er usamd i. Vi hjelper deg om du treng det.
placements-complain-over = Klagefristen gjekk ut { $day }. Du kan framleis be om ei endring.
placements-complain-how = Send klaga til { $email }.
placements-ask-change = Dette er ei melding, ikkje eit vedtak. Du kan be om ei endring: skriv til { $email } og fortel kvifor.
placements-host-heading = Studentane våre
placements-host-lead = Kven som kjem, når og kvar. De ser namn frå den dagen lærestaden publiserer.
placements-host-printed = Skrive ut { $day }
placements-host-print = Bruk utskrift i nettlesaren: lista blir skriven ut utan menyar og filter.
placements-host-search = Finn student eller stad
placements-host-weeks = Når
placements-host-from = Frå
placements-host-course = Emne
placements-host-contact = Kontakt
placements-host-email = E-post
placements-host-phone = Telefon
placements-host-none = Ingen studentar enno
placements-host-none-text = Studentane står her når ein lærestad har publisert kven som kjem. Då får de ein e-post.
placements-task-read = Resultatet ditt er klart: { $course }
placements-task-placed = Du har fått plass ved { $place }.
placements-task-see = Sjå kvifor
placements-task-mine = Plassen din: { $place }
placements-task-mine-go = Sjå praksisplassen
placements-task-allocate = Fordel plassane: { $round }
placements-task-planned = Skal publiserast { $moment }
placements-task-allocate-go = Gå til fordelinga
placements-task-announce = Førebu og kunngjer: { $round }
placements-task-opens = Ønska opnar { $moment }
placements-task-round-go = Gå til runden
placements-task-unsent = { $n ->
         [one] Éin student har ikkje levert ønske
        *[other] { $n } studentar har ikkje levert ønske
    }
placements-task-students = { $n ->
        [one] Éin student kjem til dykk
       *[other] { $n } studentar kjem til dykk
    }
placements-task-from = Frå { $day }
placements-task-students-go = Sjå kven
placements-touched-students = Studentar som kjem
placements-touched-places = Praksisplassar
placements-touched-rounds = Rundar
placements-why-priority = { $drawn } studentar deltok, og du trekte nummer { $own }. På kvar stad gjekk prioritetsgruppene først, så nummera.
placements-why-together = Listene til alle dei { $drawn } studentane vart sedde samla, etter regelen «{ $name }». Du trekte nummer { $own }; det avgjorde berre mellom måtar som var like gode.
placements-why-late-counted = Ønska dine kom etter fristen.
placements-why-last-counted = Du hadde ikkje levert ønske, så alle ledige plassar i faget ditt talde som eitt siste ønske.
placements-why-group = Gruppa di på { $members } fekk plass saman ved { $site } først, fordi alle hadde ønskt det og ingen andre mista plass av det.
placements-why-group-apart = Gruppa di kunne ikkje haldast saman: ingen stader står på listene til dykk alle. Difor gjekk kvar vidare åleine.
placements-why-group-no-room = Gruppa di kunne ikkje haldast saman: ved ingen av stadene de alle ønskte, var det plass til dykk alle utan at nokon andre mista plass. Difor gjekk kvar vidare åleine.
placements-added-got = Ingen av dine eigne ønske vart oppfylte. Lista di var kortare enn runden bad om, så regelen la til { $places } stader sist på ho, og du fekk ein av dei.
placements-added = Lista di var kortare enn runden bad om, så regelen la til { $places } stader sist på ho.
placements-lead-added = { $weeks }. Det er ein stad som regelen la til lista di.
placements-left-out-heading = Ønske som ikkje vart rekna med
placements-left-out-kind = Ønske { $rank }, { $place }: det gjeld eit anna fag eller ein annan periode enn din.
placements-left-out-workplace = Ønske { $rank }, { $place }: kontoret har notert at du arbeider der.
placements-left-out-relative = Ønske { $rank }, { $place }: kontoret har notert at nokon som står deg nær, er der.
placements-left-out-other = Ønske { $rank }, { $place }: kontoret har notert at du ikkje kan vere der. Spør kontoret kvifor.
placements-left-out-far = Ønske { $rank }, { $place }: det er { $minutes } minutt unna, og grensa i runden er { $limit }.
placements-full-each = { $names } er fulle.
placements-not-full = Det var ikkje fullt.
placements-offer-taken = { $seats ->
        [one] Den eine plassen her vart teken
       *[other] Dei { $seats } plassane her vart tekne
    }, og { $wished ->
        [one] éin student
       *[other] { $wished } studentar
    } ville ha plass.
placements-class-last = Den siste som kom inn, var i gruppe { $class } med nummer { $last }.
placements-class-own = Du var i gruppe { $class } med nummer { $own }.
placements-loss-unplaced = Hadde du fått det, ville minst { $students ->
        [one] éin student til
       *[other] { $students } studentar til
    } vore utan plass.
placements-loss-cost = Hadde du fått det, ville ønska til alle samla, ditt medrekna, kome ut minst { $steps ->
        [one] eitt steg
       *[other] { $steps } steg
    } lenger nede, eller noko som regelen set framfor, ville vore dårlegare.
placements-loss-first = Hadde du fått det, ville minst { $students ->
        [one] éin student færre
       *[other] { $students } studentar færre
    } fått førsteønsket, eller noko som regelen set framfor, ville vore dårlegare.
placements-loss-up-to = Hadde du fått det, ville minst { $students ->
        [one] éin student færre
       *[other] { $students } studentar færre
    } fått eitt av dei { $rank } første ønska sine, eller noko som regelen set framfor, ville vore dårlegare.
placements-loss-from = Hadde du fått det, ville minst { $students ->
        [one] éin student til
       *[other] { $students } studentar til
    } enda på ønske { $rank } eller lenger nede, eller noko som regelen set framfor, ville vore dårlegare.
placements-loss-other = Hadde du fått det, ville noko anna som regelen ser på, vore dårlegare.
placements-loss-equal = Ein måte der du får det, kan vere like god for alle. Mellom like gode måtar avgjorde rekkjefølgja i loddtrekkinga.
placements-wish-not = Ikkje dette
placements-got-wish = Du fekk { $seats ->
        [one] den eine plassen her
       *[other] ein av dei { $seats } plassane her
    }.
placements-blocked-somebody = Med éin plass til ved { $places } ville éin student til hatt plass.
placements-blocked-full = { $places } stod i vegen.
placements-without-none = { $n ->
        [one] Ønsket ditt vart ikkje oppfylt.
       *[other] Ingen av dei { $n } ønska dine vart oppfylte.
    }
placements-host-taken = { $name } tek imot { $seats } studentar i alt, og alle desse plassane vart tekne.
placements-api-show = Vis korleis det står til med publiseringa, og kva som er i vegen for henne
placements-api-ask = Publiser: Alle får beskjed etter ti minutt, om det ikkje blir stoppa
placements-api-stop = Stopp ei publisering innan dei ti minutta
placements-api-decisions = List opp det kvar student fekk beskjed om sist
placements-api-coming = List opp studentane som kjem til organisasjonen
placements-check-second-looks = { $n ->
        [one] { $n } sak ventar på ein til og tel ikkje.
       *[other] { $n } saker ventar på ein til og tel ikkje.
    }
placements-calendar-mine = Praksis: { $place }
placements-calendar-unnamed = Praksis
placements-calendar-students = { $n ->
    [one] Éin student kjem: { $place }
   *[other] { $n } studentar kjem: { $place }
}
