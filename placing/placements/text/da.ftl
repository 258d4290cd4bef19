placements-error-nothing-to-stop = Intet venter på at blive offentliggjort
placements-error-not-published = Runden er ikke offentliggjort endnu. Placer den studerende i udkastet i stedet.
placements-error-same-place = Den studerende har allerede denne plads. Vælg en anden.
placements-check-no-run = Lodtrækningen er ikke kørt. Kør den, før du offentliggør.
placements-check-under-way = En lodtrækning er i gang. Vent på resultatet.
placements-check-not-in-run = { $n ->
        [one] Én studerende var ikke med i seneste kørsel. Kør igen, eller placer den studerende i hånden.
       *[other] { $n } studerende var ikke med i seneste kørsel. Kør igen, eller placer dem i hånden.
    }
placements-check-overfull = { $place } har flere studerende end pladser. Kør igen.
placements-check-lacking = { $n ->
        [one] Én studerende står uden plads og får besked om det.
       *[other] { $n } studerende står uden plads og får besked om det.
    }
placements-check-no-host = { $n ->
        [one] Ét sted har ingen vært i portalen, så ingen der får mail.
       *[other] { $n } steder har ingen vært i portalen, så ingen der får mail.
    }
placements-check-good = Alle studerende har en plads, og intet sted er overfyldt.
placements-check-waits = Må vente
placements-check-know = Godt at vide
placements-check-ok = I orden
placements-why-by-hand = Praktikkontoret gav dig denne plads i hånden, før eller efter lodtrækningen. Spørg kontoret, hvis du vil vide mere.
placements-why-drawn = Alle { $drawn } studerende i lodtrækningen fik et nummer. Dit er { $own }. Pladserne blev delt ud i den rækkefølge, og hver studerende fik det øverste ønske, der stadig var ledigt.
placements-why-late = Du kom efter fristen og blev derfor trukket efter alle, der afleverede til tiden. Blandt alle { $drawn } studerende i lodtrækningen er du nummer { $own }. Hver studerende fik det øverste ønske, der stadig var ledigt.
placements-why-last = Du sendte ingen ønsker og blev derfor trukket sidst: nummer { $own } af { $drawn }. Du fik en plads i dit fag, der stadig var ledig.
placements-why-no-wishes = Du sendte ingen ønsker, så der var intet at give dig i lodtrækningen.
placements-why-heading = Hvorfor fik du denne plads?
placements-why-not-heading = Hvorfor fik du ikke en plads?
placements-wish-label = Ønske { $rank }
placements-wish-got = Din plads
placements-wish-full = Fyldt før din tur
placements-got-last = { $seats ->
        [one] Én plads, og du fik den.
       *[other] { $seats } pladser. Du fik den sidste.
    }
placements-got-place = { $seats ->
        [one] Én plads. Du var nummer { $place } i rækken, og den var ledig, da det blev din tur.
       *[other] { $seats } pladser. Du var nummer { $place } i rækken, og der var ledigt, da det blev din tur.
    }
placements-full-offer = { $seats ->
        [one] Én plads og { $wanted }, der ville have den, da det blev deres tur.
       *[other] { $seats } pladser og { $wanted }, der ville have en, da det blev deres tur.
    }
placements-full-host = { $name } tager imod { $seats } studerende i alt, og { $wanted } ville dertil, da det blev deres tur.
placements-full-together = { $names } har { $seats } pladser tilsammen, og studerende med lavere numre havde brug for dem alle.
placements-by-hand-before = { $n ->
        [one] Én af pladserne blev givet i hånden.
       *[other] { $n } af pladserne blev givet i hånden.
    }
placements-last-in = Den sidste plads gik til nummer { $last }.
placements-your-place = Du var nummer { $place } i rækken.
placements-picture-wanted = { $n ->
        [one] { $n } ville hertil, da det blev deres tur
       *[other] { $n } ville hertil, da det blev deres tur
    }
placements-picture-seats = { $n ->
        [one] { $n } plads
       *[other] { $n } pladser
    }
placements-picture-full = Fyldt efter nummer { $last }
placements-picture-you = Du
placements-blocked-seats = { $n ->
        [one] Én plads mere ved { $places } ville have været nok for dig.
       *[other] { $n } pladser mere ved { $places } ville have været nok for dig.
    }
placements-blocked-together = { $places } havde tilsammen ingen plads tilbage.
placements-without-wishes = Du sendte ingen ønsker. Praktikkontoret finder en plads til dig.
placements-without = Du har ikke fået en plads endnu.
placements-without-full = { $n ->
        [one] Dit ønske var fyldt, før det blev din tur.
       *[other] Alle dine { $n } ønsker var fyldt, før det blev din tur.
    }
placements-mail-greeting = Hej { $name }
placements-mail-placed = Du har fået plads ved { $place }, { $weeks }.
placements-mail-unplaced = Du fik ikke plads ved lodtrækningen for { $course }. Praktikkontoret finder en plads sammen med dig.
placements-mail-why = Log ind for at se hvorfor, med de tal, der afgjorde det.
placements-mail-complain = Du kan klage til { $day }. Vi hjælper, hvis du har brug for det.
placements-mail-contact = Spørgsmål? Spørg { $name }: { $reach }.
placements-mail-subject-placed = Din plads er klar: { $course }
placements-mail-subject-unplaced = Resultatet er klar: { $course }
placements-mail-subject-changed = Din praktikplads er ændret: { $course }
placements-mail-link = Se min praktikplads
placements-host-mail-greeting = Hej
placements-host-mail-subject = { $n ->
        [one] Én studerende kommer i { $weeks }
       *[other] { $n } studerende kommer i { $weeks }
    }
placements-host-mail-told = { $n ->
        [one] { $sender } har placeret én studerende hos jer i { $weeks }.
       *[other] { $sender } har placeret { $n } studerende hos jer i { $weeks }.
    }
placements-host-mail-subject-changed = Ændret: studerende i { $course }
placements-host-mail-changed = { $n ->
        [one] { $sender } har ændret en placering. I modtager nu én studerende.
       *[other] { $sender } har ændret en placering. I modtager nu { $n } studerende.
    }
placements-host-mail-names = Log ind for at se, hvem der kommer, hvornår og hvor, og for at udskrive listen.
placements-host-mail-link = Se vores studerende
placements-heading = Min praktik
placements-nav-placement = Min praktik
placements-nav-students = Studerende
placements-publication = Offentliggørelse
placements-publication-lead = Se listen igennem, og læs teksterne. Intet sendes de første ti minutter, efter at du trykker på knappen, og så længe kan du stoppe.
placements-waiting-title = Venter på offentliggørelse
placements-waiting = Resultatet sendes { $moment }. Ingen har fået besked endnu.
placements-published = Offentliggjort { $moment }. Studerende og steder har fået besked.
placements-not-closed = Ønskeperioden er ikke slut endnu. Du kan offentliggøre, når lodtrækningen er gjort.
placements-stop = Stop offentliggørelsen
placements-checks = Før du offentliggør
placements-previews = Det får de at læse
placements-previews-note = Ét eksempel på hver mail, på organisationens sprog. Alle får den på deres eget sprog.
placements-preview-placed = Studerende med plads
placements-preview-unplaced = Studerende uden plads
placements-preview-host = Praktiksted
placements-counts = Hvem der får besked
placements-fact-places = steder med studerende
placements-fact-hosts = værter, der får mail
placements-publish = { $students ->
        [one] Offentliggør for { $students } studerende og { $places } steder
       *[other] Offentliggør for { $students } studerende og { $places } steder
    }
placements-publish-note = Du kan stoppe det i ti minutter.
placements-none = Ingen praktikplads endnu
placements-none-text = Din plads står her, når en runde, du deltager i, bliver offentliggjort. Så får du en mail.
placements-not-yet = Resultatet er ikke klar endnu
placements-not-yet-text = Planen er at offentliggøre det { $moment }. Du får en mail, når det er klar.
placements-cancelled = Runden er aflyst
placements-withdrawn = Du har trukket dig
placements-withdrawn-text = Du deltager ikke længere i denne runde. Din plads er ledig, og ingen andre blev flyttet.
placements-to-round = Se runden
placements-lead-wish = { $weeks }. Det var dit { $ordinal } ønske.
placements-facts = Hvor, hvornår og hvem
placements-fact-first-day = Første dag
placements-fact-last-day = Sidste dag
placements-fact-address = Adresse
placements-contact-office = Praktikkontoret
placements-without-heading = Du har ikke fået en plads endnu
placements-fact-subject = Fag
placements-confirm = Bekræft, at du har læst dette
placements-confirm-note = Pladsen er din, også hvis du glemmer det.
placements-read = Du bekræftede { $moment }, at du har læst dette.
placements-changed-title = Din plads er ændret
placements-changed = Praktikkontoret ændrede den { $moment }. Det, der stod her før, gælder ikke længere.
placements-next = { $name } finder en plads sammen med dig og tager kontakt. Du behøver ikke gøre noget, men du må gerne skrive først.
placements-as-table = Se de samme tal som tabel
placements-table-caption = Dine ønsker, og hvordan det gik
placements-column-wish = Ønske
placements-column-place = Sted
placements-column-seats = Pladser
placements-column-last = Sidste nummer ind
placements-column-own = Dit nummer
placements-to-proof = Kontrollér lodtrækningen selv
placements-earlier = Tidligere
placements-earlier-placed = { $moment }: plads ved { $place }
placements-earlier-unplaced = { $moment }: uden plads
placements-others = Dine andre runder
placements-way = Vejen videre
placements-step-told = Du fik besked
placements-step-first = Første dag
placements-step-last = Sidste dag
placements-step-search = Praktikkontoret leder efter en plads
placements-step-search-note = Du får en mail, når der er en
placements-contact = Hvem du kan spørge
placements-disagree = Er du uenig?
placements-complain = Du kan klage til { $day }. Skriv, hvad du er uenig i. Vi hjælper, hvis du har brug for det.
placements-complain-over = Klagefristen udløb { $day }. Du kan stadig bede om en ændring.
placements-complain-how = Send klagen til { $email }.
placements-ask-change = Dette er en besked, ikke en afgørelse. Du kan bede om en ændring: skriv til { $email }, og fortæl hvorfor.
placements-host-heading = Vores studerende
placements-host-lead = Hvem der kommer, hvornår og hvor. I ser navne fra den dag, uddannelsesstedet offentliggør.
placements-host-printed = Udskrevet { $day }
placements-host-print = Brug browserens udskrift: listen udskrives uden menuer og filtre.
placements-host-search = Find studerende eller sted
placements-host-weeks = Hvornår
placements-host-from = Fra
placements-host-course = Fag
placements-host-contact = Kontakt
placements-host-email = E-mail
placements-host-phone = Telefon
placements-host-none = Ingen studerende endnu
placements-host-none-text = De studerende står her, når et uddannelsessted har offentliggjort, hvem der kommer. Så får I en mail.
placements-task-read = Dit resultat er klar: { $course }
placements-task-placed = Du har fået plads ved { $place }.
placements-task-see = Se hvorfor
placements-task-mine = Din plads: { $place }
placements-task-mine-go = Se praktikpladsen
placements-task-allocate = Fordel pladserne: { $round }
placements-task-planned = Skal offentliggøres { $moment }
placements-task-allocate-go = Gå til fordelingen
placements-task-announce = Forbered og meddel: { $round }
placements-task-opens = Der åbnes for ønsker { $moment }
placements-task-round-go = Gå til runden
placements-task-unsent = { $n ->
         [one] Én studerende har ikke sendt ønsker
        *[other] { $n } studerende har ikke sendt ønsker
    }
placements-task-students = { $n ->
        [one] Én studerende kommer til jer
       *[other] { $n } studerende kommer til jer
    }
placements-task-from = Fra { $day }
placements-task-students-go = Se hvem
placements-touched-students = Studerende, der kommer
placements-touched-places = Praktikpladser
placements-touched-rounds = Runder
placements-why-priority = { $drawn } studerende deltog, og du trak nummer { $own }. På hvert sted gik prioritetsgrupperne først, derefter numrene.
placements-why-together = Listerne fra alle { $drawn } studerende blev set samlet efter reglen »{ $name }«. Du trak nummer { $own }; det afgjorde kun mellem måder, der var lige gode.
placements-why-late-counted = Dine ønsker kom efter fristen.
placements-why-last-counted = Du havde ikke afleveret ønsker, så alle ledige pladser i dit fag talte som ét sidste ønske.
placements-why-group = Din gruppe på { $members } fik plads sammen ved { $site } først, fordi alle havde ønsket det, og ingen andre mistede en plads ved det.
placements-why-group-apart = Din gruppe kunne ikke holdes sammen: intet sted står på alles lister. Derfor gik hver videre alene.
placements-why-group-no-room = Din gruppe kunne ikke holdes sammen: ved ingen af de steder, I alle ønskede, var der plads til jer alle, uden at en anden mistede en plads. Derfor gik hver videre alene.
placements-added-got = Ingen af dine egne ønsker blev opfyldt. Din liste var kortere, end runden bad om, så reglen tilføjede { $places } steder til sidst på den, og du fik et af dem.
placements-added = Din liste var kortere, end runden bad om, så reglen tilføjede { $places } steder til sidst på den.
placements-lead-added = { $weeks }. Det er et sted, som reglen tilføjede din liste.
placements-left-out-heading = Ønsker, der ikke blev medregnet
placements-left-out-kind = Ønske { $rank }, { $place }: det gælder et andet fag eller en anden periode end din.
placements-left-out-workplace = Ønske { $rank }, { $place }: kontoret har noteret, at du arbejder der.
placements-left-out-relative = Ønske { $rank }, { $place }: kontoret har noteret, at en, der står dig nær, er der.
placements-left-out-other = Ønske { $rank }, { $place }: kontoret har noteret, at du ikke kan være der. Spørg kontoret hvorfor.
placements-left-out-far = Ønske { $rank }, { $place }: det er { $minutes } minutter væk, og rundens grænse er { $limit }.
placements-full-each = { $names } er fulde.
placements-not-full = Det var ikke fuldt.
placements-offer-taken = { $seats ->
        [one] Den ene plads her blev
       *[other] De { $seats } pladser her blev
    } taget, og { $wished ->
        [one] én studerende
       *[other] { $wished } studerende
    } ville have en plads.
placements-class-last = Den sidste, der kom ind, var i gruppe { $class } med nummer { $last }.
placements-class-own = Du var i gruppe { $class } med nummer { $own }.
placements-loss-unplaced = Havde du fået det, ville mindst { $students ->
        [one] én studerende mere
       *[other] { $students } studerende mere
    } have været uden plads.
placements-loss-cost = Havde du fået det, ville alles ønsker tilsammen, dit medregnet, være endt mindst { $steps ->
        [one] ét trin
       *[other] { $steps } trin
    } længere nede, eller noget, som reglen sætter foran, ville have været dårligere.
placements-loss-first = Havde du fået det, ville mindst { $students ->
        [one] én studerende færre
       *[other] { $students } studerende færre
    } have fået første ønske, eller noget, som reglen sætter foran, ville have været dårligere.
placements-loss-up-to = Havde du fået det, ville mindst { $students ->
        [one] én studerende færre
       *[other] { $students } studerende færre
    } have fået et af sine { $rank } første ønsker, eller noget, som reglen sætter foran, ville have været dårligere.
placements-loss-from = Havde du fået det, ville mindst { $students ->
        [one] én studerende mere
       *[other] { $students } studerende mere
    } være endt på ønske { $rank } eller længere nede, eller noget, som reglen sætter foran, ville have været dårligere.
placements-loss-other = Havde du fået det, ville noget andet, som reglen ser på, have været dårligere.
placements-loss-equal = En måde, hvor du får det, kan være lige så god for alle. Mellem lige gode måder afgjorde rækkefølgen i lodtrækningen.
placements-wish-not = Ikke dette
placements-got-wish = Du fik { $seats ->
        [one] den ene plads her
       *[other] en af de { $seats } pladser her
    }.
placements-blocked-somebody = Med én plads mere ved { $places } ville én studerende mere have fået plads.
placements-blocked-full = { $places } stod i vejen.
placements-without-none = { $n ->
        [one] Dit ønske blev ikke opfyldt.
       *[other] Ingen af dine { $n } ønsker blev opfyldt.
    }
placements-host-taken = { $name } tager imod { $seats } studerende i alt, og alle disse pladser blev taget.
placements-api-show = Vis, hvordan det står til med offentliggørelsen, og hvad der er i vejen for den
placements-api-ask = Offentliggør: Alle får besked efter ti minutter, medmindre det stoppes
placements-api-stop = Stop en offentliggørelse inden for de ti minutter
placements-api-decisions = Vis det, hver studerende sidst fik besked om
placements-api-coming = Vis de studerende, der kommer til organisationen
placements-check-second-looks = { $n ->
        [one] { $n } sag venter på en til og tæller ikke.
       *[other] { $n } sager venter på en til og tæller ikke.
    }
placements-calendar-mine = Praktik: { $place }
placements-calendar-unnamed = Praktik
placements-calendar-students = { $n ->
    [one] Én studerende kommer: { $place }
   *[other] { $n } studerende kommer: { $place }
}
