rounds-error-empty = Udfyld dette
rounds-error-too-long = Forkort dette til højst { $max } tegn
rounds-error-unprintable = Fjern tegn, der ikke kan ses, for eksempel linjeskift
rounds-error-not-chosen = Vælg en af disse
rounds-error-no-date = »{ $typed }« er ikke en dato. Skriv dag.måned.år, for eksempel 23.09.2026
rounds-error-no-hour = »{ $typed }« er ikke et klokkeslæt. Skriv timer og minutter, for eksempel 15.00
rounds-error-hour-left-out = Klokken { $typed } findes ikke den nat, fordi uret stilles frem. Vælg et andet klokkeslæt
rounds-error-weeks = »{ $typed }« er ikke uger i { $year }. Skriv første og sidste uge, for eksempel 42-44
rounds-error-year = »{ $typed }« er ikke et årstal fra { $min } til { $max }
rounds-error-number = Skriv et tal fra { $min } til { $max }
rounds-error-email = »{ $typed }« er ikke en e-mailadresse
rounds-error-wishes-reversed = Tillad mindst { $min } ønsker, så mange som du beder om
rounds-error-closes-early = Luk for ønsker mindst en time efter, at der åbnes
rounds-error-publishes-early = Offentliggør, efter at der er lukket for ønsker
rounds-error-publishes-late = Offentliggør senest den første dag, { $day }
rounds-error-opens-past = Der skulle have været åbnet for ønsker før nu. Flyt åbningen til senere, så de studerende kender reglerne først
rounds-error-name-taken = Faget har allerede en runde, der hedder »{ $name }«. Vælg et andet navn
rounds-error-frozen = Reglerne er meddelt de studerende og kan ikke længere ændres
rounds-error-settled = Runden tager ikke imod flere ændringer i pladser og studerende
rounds-error-wrong-step = Runden er ikke der, hvor dette kan gøres. Åbn den igen for at se, hvor den står
rounds-error-edited = En anden har ændret runden, siden du åbnede den. Sammenlign begge versioner, og gem igen
rounds-lack-places = Ingen tilbud har pladser endnu. Importér pladser, eller tilføj dem.
rounds-lack-students = Ingen deltager endnu. Importér studerende, eller tilføj dem.
rounds-lack-lottery = { $missing ->
         [one] Én studerende mangler lodtrækningsnummer
        *[other] { $missing } studerende mangler lodtrækningsnummer
    }. Importér filen med studerende igen med numre.
rounds-lack-lottery-repeated = To studerende har lodtrækningsnummer { $number }. Giv hver sit nummer.
rounds-lack-subjects = { $students ->
         [one] Én studerende har et fag, som ingen plads er til
        *[other] { $students } studerende har et fag, som ingen plads er til
    }.
rounds-mail-greeting = Hej { $name }
rounds-mail-opened-subject = Prioritér dine ønsker senest { $deadline }
rounds-mail-opened-text = Nu kan du prioritere, hvor du helst vil i praktik i { $round }. Det er lige meget, hvornår du afleverer, blot det er inden fristen.
rounds-mail-fact-course = Fag: { $course }
rounds-mail-fact-weeks = Praktik: { $weeks }
rounds-mail-fact-deadline = Frist: { $deadline }
rounds-mail-remind-subject = Dine ønsker er ikke bekræftet: fristen er { $deadline }
rounds-mail-remind-text = Du har ikke bekræftet dine ønsker for { $round }. Den liste, du gemte sidst, tæller, når der lukkes for ønsker, også selv om du ikke bekræfter den. Har du ikke gemt en, får du ingen plads efter egne ønsker.
rounds-mail-wishes-link = Prioritér mine ønsker
rounds-mail-cancelled-subject = { $round } er aflyst
rounds-mail-cancelled-text = Fordelingsrunden { $round } er aflyst. Ingen pladser bliver fordelt i den, og du behøver ikke gøre noget. Den begrundelse, der er givet:
rounds-mail-round-link = Åbn runden
rounds-mail-contact = Spørgsmål? Skriv til { $name }, { $email }.
rounds-mail-why = Du får dette, fordi du deltager i runden.
rounds-heading = Runder
rounds-title = Runder
rounds-nav = Runder
rounds-nav-mine = Ønsker
rounds-new = Ny runde
rounds-caption = Fordelingsrunder
rounds-count = { $count ->
         [one] Én runde
        *[other] { $count } runder
    }
rounds-column-round = Runde
rounds-column-weeks = Uger
rounds-column-phase = Fase
rounds-column-students = Studerende
rounds-column-places = Pladser
rounds-column-sent = Ønsker afleveret
rounds-column-next = Næste
rounds-search = Find runde eller fag
rounds-filter-phase = Fase
rounds-filter-all = Alle faser
rounds-action-copy = Kopiér til næste år
rounds-empty-title = Ingen runder endnu
rounds-empty-text = En runde samler studerende, pladser og ønsker for ét fag og nogle uger. Begynd med faget og datoerne.
rounds-none-found-title = Ingen runde passer
rounds-none-found-text = Søg efter noget andet, eller ryd søgning og filtre.
rounds-pages = { $from }–{ $to } af { $all }
rounds-phase-setup = Forberedes
rounds-phase-waiting = Meddelt
rounds-phase-open = Åben for ønsker
rounds-phase-closed = Fordeling
rounds-phase-publishing = Offentliggøres
rounds-phase-published = Offentliggjort
rounds-phase-over = Afsluttet
rounds-phase-cancelled = Aflyst
rounds-next-setup = Meddel før { $moment }
rounds-next-waiting = Åbner { $moment }
rounds-next-open = Lukker { $moment }
rounds-next-closed = Offentliggør senest { $moment }
rounds-next-publishing = Sendes { $moment }
rounds-steps = Faser i runden
rounds-step-setup = Forberedelse
rounds-step-wishes = Ønsker
rounds-step-allocation = Fordeling
rounds-step-publication = Offentliggørelse
rounds-step-weeks = Praktik
rounds-note-done = færdig { $day }
rounds-note-until = til { $day }
rounds-note-opens = åbner { $moment }
rounds-note-deadline = frist { $moment }
rounds-note-closed = lukket { $day }
rounds-note-published = offentliggjort { $day }
rounds-link-setup = Indstillinger
rounds-link-rules = Regler
rounds-link-places = Pladser
rounds-link-students = Studerende
rounds-link-allocation = Fordeling
rounds-link-announcement = Meddelelse
rounds-link-cancel = Aflys runden
rounds-pages-of-round = Sider i runden
rounds-go-places = Tilføj pladser
rounds-go-students = Tilføj studerende
rounds-go-announce = Meddel runden
rounds-go-wishes = Gå til ønskerne
rounds-go-allocation = Gå til fordelingen
rounds-key-students = Studerende
rounds-key-late = { $count } kom sent
rounds-key-withdrawn = { $count } har trukket sig
rounds-key-places = Pladser
rounds-key-offers = { $count ->
         [one] i ét pladstilbud
        *[other] i { $count } pladstilbud
    }
rounds-key-sent = Har afleveret ønsker
rounds-key-confirmed = { $count } bekræftet
rounds-key-days-open = Dage til der åbnes for ønsker
rounds-key-days-close = Dage til fristen
rounds-key-days-publish = Dage til offentliggørelse
rounds-key-days-start = Dage til praktikken
rounds-points = Åbne punkter
rounds-points-caption = Åbne punkter, de mest alvorlige først
rounds-points-count = { $all } i alt · { $must } skal løses
rounds-points-none-title = Intet står åbent
rounds-points-none-text = Det, du skal se på, vil stå her, det mest alvorlige først.
rounds-points-grade = Grad
rounds-points-what = Hvad
rounds-points-details = Detaljer
rounds-must = Skal løses
rounds-should = Bør løses
rounds-info = Til orientering
rounds-point-places = Der er ingen pladser
rounds-point-students = Der er ingen studerende
rounds-point-lottery = Lodtrækningsnumre mangler
rounds-point-short = { $subject } mangler { $missing ->
         [one] én plads
        *[other] { $missing } pladser
    }
rounds-point-short-text = { $students } studerende, { $seats } pladser.
rounds-point-unsent = { $count ->
         [one] Én studerende
        *[other] { $count } studerende
    } uden ønsker
rounds-point-unsent-open = Påmindelser sendes 48 timer og 4 timer før fristen.
rounds-point-unsent-hand = Praktikkontoret placerer dem efter lodtrækningen.
rounds-point-unsent-last = De trækker sidst, blandt alle ledige pladser i deres fag.
rounds-point-unconfirmed = { $count ->
         [one] Én liste
        *[other] { $count } lister
    } ikke bekræftet
rounds-point-unconfirmed-text = Den senest gemte liste tæller alligevel.
rounds-point-hostless = { $count ->
         [one] Ét pladstilbud
        *[other] { $count } pladstilbud
    } uden praktikorganisation
rounds-point-hostless-text = Ingen på praktikstedet kan se, hvem der kommer.
rounds-point-late = { $count ->
         [one] Én studerende
        *[other] { $count } studerende
    } kom sent
rounds-point-late-text = De trækker efter alle, der kom i tide.
rounds-point-overdue = Offentliggørelsen er forsinket
rounds-point-overdue-text = Planlagt { $moment }.
rounds-point-publishing = Resultatet sendes { $moment }
rounds-point-publishing-text = Indtil da kan det stoppes.
rounds-do-add = Tilføj
rounds-do-see = Se hvem
rounds-do-open = Åbn
rounds-do-bind = Vælg praktiksteder
rounds-chart-wishes = Ønsker afleveret, dag for dag
rounds-chart-wishes-label = { $sent } af { $students } studerende har afleveret ønsker. Fristen er { $deadline }.
rounds-chart-wishes-caption = Studerende, der har afleveret ønsker, talt ved slutningen af hver dag.
rounds-chart-sent = { $count } har afleveret
rounds-chart-deadline = Frist
rounds-chart-today = i dag
rounds-chart-day = Dag
rounds-chart-count = Har afleveret
rounds-chart-subjects = Studerende og pladser per fag
rounds-chart-subjects-label = Pladser mod studerende per fag.
rounds-chart-subjects-short = { $subjects } mangler pladser.
rounds-chart-subjects-caption = Stregen er antallet af studerende. Lyst felt er pladser ud over det, stiplet er det, der mangler.
rounds-chart-extra = { $count } ekstra
rounds-chart-enough = lige nok
rounds-chart-missing = mangler { $count }
rounds-chart-subject = Fag
rounds-chart-difference = Forskel
rounds-timeline = Hvad der er sket
rounds-by = { $moment }, { $name }
rounds-cancelled-title = Runden er aflyst
rounds-cancelled-since = Aflyst { $moment }. Intet bliver fordelt.
rounds-did-made = Runden blev oprettet
rounds-did-changed = Indstillingerne blev ændret
rounds-did-announced = Reglerne blev meddelt de studerende
rounds-did-cancelled = Runden blev aflyst
rounds-did-publication-asked = Offentliggørelse blev bestilt
rounds-did-publication-stopped = Offentliggørelsen blev stoppet
rounds-did-published = Resultatet blev offentliggjort
rounds-did-nodes-imported = { $count } praktiksteder blev importeret
rounds-did-offers-imported = { $count } pladstilbud blev importeret
rounds-did-students-imported = { $count } studerende blev importeret
rounds-did-import-undone = En import blev fortrudt
rounds-did-node-changed = Kapaciteten på et praktiksted blev ændret
rounds-did-offer-changed = Et pladstilbud blev ændret
rounds-did-student-added = En studerende blev tilføjet
rounds-did-student-withdrawn = En studerende trak sig
rounds-did-student-readmitted = En studerende blev taget ind igen
rounds-new-title = Ny runde
rounds-new-lead = Begynd med faget, ugerne og datoerne. Ingen får noget at vide, før du meddeler runden.
rounds-copied-lead = Datoerne er flyttet lige så mange uger som praktikken. Se dem efter, før du gemmer.
rounds-setup-title = Indstillinger
rounds-setup-lead = Alt her kan ændres, indtil runden er meddelt. Derefter ligger reglerne fast.
rounds-part-about = Hvad runden gælder
rounds-part-dates = Datoer
rounds-part-rules = Regler
rounds-part-texts = Til de studerende
rounds-field-name = Rundens navn
rounds-field-name-help = For eksempel »Efterår 2026, 3. år«
rounds-field-course-code = Fagkode
rounds-field-course-name = Fagets navn
rounds-field-year = År
rounds-field-weeks = Uger
rounds-field-weeks-help = Første og sidste uge, for eksempel 42-44
rounds-field-open-on = Der åbnes for ønsker
rounds-field-close-on = Der lukkes for ønsker
rounds-field-publish-on = Resultatet offentliggøres
rounds-field-hour-of = Klokken, { $what }
rounds-field-wishes-min = Færrest ønsker
rounds-field-wishes-min-help = Hvor mange I beder om; hvad der sker med en kortere liste, vælges nedenfor
rounds-field-wishes-max = Flest ønsker
rounds-field-draw = Hvor lodtrækningsnumrene kommer fra
rounds-draw-seed = Trukket af portalen
rounds-draw-seed-note = Fra et hemmeligt tal, der loves, før der åbnes for ønsker, og vises, når resultatet offentliggøres, så alle kan kontrollere lodtrækningen
rounds-draw-file = Fra filen med studerende
rounds-draw-file-note = Numre trukket et andet sted; hver studerende skal have sit eget
rounds-field-no-wishes = Studerende, der ikke afleverer ønsker
rounds-no-wishes-by-hand = Praktikkontoret placerer dem manuelt
rounds-no-wishes-by-hand-note = Bagefter, blandt de pladser, der er tilbage
rounds-no-wishes-last = De kommer sidst
rounds-no-wishes-last-note = Alle ledige pladser i deres fag tæller som ét sidste ønske
rounds-field-is-decision = Hvad resultatet er
rounds-decision-yes = En afgørelse
rounds-decision-yes-note = De studerende kan klage inden for tre uger
rounds-decision-no = En meddelelse
rounds-decision-no-note = De studerende kan bede om en ændring
rounds-field-intro = Tekst til de studerende
rounds-field-intro-help = Står øverst på de studerendes side. Kan stå tomt.
rounds-field-contact-name = Kontakt
rounds-field-contact-email = E-mail
rounds-field-contact-phone = Telefon
rounds-save = Gem
rounds-save-new = Opret runden
rounds-back = Tilbage til runden
rounds-empty-value = intet
rounds-announce-title = Meddel runden
rounds-announce-lead = Fra nu af ligger regler og datoer fast, og de studerende kan læse dem. Pladser og studerende kan stadig tilføjes.
rounds-announce-will = Dette sker
rounds-announce-promise = Portalen trækker et hemmeligt tal nu og viser de studerende et løfte om det.
rounds-announce-mail = { $moment }: der åbnes for ønsker, og { $count ->
         [one] én studerende får
        *[other] { $count } studerende får
    } en e-mail.
rounds-announce-remind = 48 timer og 4 timer før fristen: en påmindelse til dem, der ikke har bekræftet.
rounds-announce-close = { $moment }: der lukkes for ønsker.
rounds-announce-checks = Kontrolleret
rounds-announce-ready = Pladser, studerende og datoer er i orden.
rounds-announce-do = Meddel nu
rounds-announce-not-yet = Ret dette først
rounds-cancel-title = Aflys runden
rounds-cancel-lead = Intet bliver fordelt, og runden kan ikke åbnes igen. Du kan kopiere den.
rounds-cancel-told = { $count ->
         [one] Én studerende får
        *[other] { $count } studerende får
    } en e-mail med begrundelsen med det samme.
rounds-cancel-untold = Runden er ikke meddelt, så ingen får besked.
rounds-cancel-reason = Begrundelse
rounds-cancel-reason-help = De studerende læser dette ord for ord
rounds-cancel-reason-kept = Den gemmes med runden for dem, der har ansvar for den
rounds-cancel-do = Aflys runden
rounds-rules-title = Sådan fordeles pladserne
rounds-rules-lead = Disse regler lå fast, før der blev åbnet for ønsker. De ændres ikke.
rounds-rules-draft = De studerende ser denne side, når runden er meddelt.
rounds-rules-dates = Datoer
rounds-rules-opens = Der åbnes for ønsker
rounds-rules-closes = Der lukkes for ønsker
rounds-rules-published = Resultat
rounds-rules-weeks = Praktik
rounds-rules-course = Fag
rounds-rules-contact = Kontakt
rounds-rules-wishes = Dine ønsker
rounds-rules-wishes-text = Sæt det sted, du helst vil have, øverst. Du kan ønske { $max ->
         [one] ét sted
        *[other] op til { $max } steder
    }. Det er lige meget, hvornår du afleverer listen, blot det er inden fristen. Den liste, du gemte sidst, tæller, også selv om du ikke har bekræftet den.
rounds-rules-wishes-min = Vi beder dig om at skrive mindst { $min ->
         [one] ét sted
        *[other] { $min } steder
    }. En kortere liste tæller også, men gør det mere sandsynligt, at ingen af dine ønsker er ledige.
rounds-rules-ties = Steder, du sætter lige, holdes åbne så længe som muligt: hvilket af dem du får, afgøres til sidst, så flere studerende får det, de ønsker.
rounds-rules-draw = Lodtrækningen
rounds-rules-draw-text = Hver studerende får et nummer ved lodtrækning. Den studerende med nummer 1 får sit bedste ønske, så får nummer 2 det bedste, der er tilbage, og så videre. Ingen med et senere nummer kan tage en plads fra dig.
rounds-rules-caps = Et sted er fuldt, når dets egne pladser er taget, eller når den organisation eller region, det hører til, ikke tager imod flere.
rounds-rules-seed = Numrene kommer fra et hemmeligt tal, som portalen trak, før der blev åbnet for ønsker. Det, du ser her, er et løfte om det: ingen kan ændre det hemmelige tal uden at bryde løftet. Når resultatet offentliggøres, vises det hemmelige tal, og du kan kontrollere dit eget nummer.
rounds-rules-promise = Løftet
rounds-rules-revealed = Det hemmelige tal
rounds-rules-check = Sådan kontrollerer du lodtrækningen
rounds-rules-file = Numrene er trukket uden for portalen og kom med listen over studerende.
rounds-rules-hand = Placeret manuelt
rounds-rules-hand-text = Praktikkontoret kan placere en studerende manuelt på forhånd med en begrundelse, der gemmes. Sådan en plads bliver ikke fordelt.
rounds-rules-none = Hvis du ikke afleverer ønsker
rounds-rules-none-by-hand = Så er du ikke med i fordelingen. Praktikkontoret placerer dig bagefter blandt de pladser, der er tilbage.
rounds-rules-none-last = Så trækker du sidst, efter alle der har afleveret ønsker, og alle ledige pladser i dit fag tæller som ét ønske.
rounds-rules-late = Hvis du kommer for sent
rounds-rules-late-text = Studerende, der kommer til eller afleverer ønsker efter fristen, trækker efter alle, der var ude i god tid.
rounds-rules-behalf = Hvis kontoret indtaster dine ønsker
rounds-rules-behalf-text = Kontoret kan indtaste ønsker for dig, for eksempel fra papir. De bliver markeret, og du får besked.
rounds-rules-withdraw = Hvis du trækker dig
rounds-rules-withdraw-text = Du kan trække dig når som helst. Før resultatet er du ude af fordelingen. Bagefter bliver din plads ledig, og ingen andre bliver flyttet.
rounds-rules-cancel = Hvis runden aflyses
rounds-rules-cancel-text = Så bliver ingen plads fordelt, og alle får en e-mail med begrundelsen.
rounds-rules-result = Resultatet
rounds-rules-result-text = Du får en side, der siger, hvilken plads du har, hvorfor, og hvorfor ikke dine tidligere ønsker.
rounds-rules-decision = Resultatet er en afgørelse. Du kan klage inden for tre uger, efter at du har fået besked.
rounds-rules-notice = Resultatet er en meddelelse. Du kan bede praktikkontoret om en ændring.
rounds-my-title = Mine runder
rounds-my-empty-title = Ingen runder endnu
rounds-my-empty-text = Når uddannelsesstedet meddeler en runde, du deltager i, står den her. Du får også en e-mail, når du kan prioritere dine ønsker.
rounds-my-now = Det skal du gøre nu
rounds-my-do-waiting = Ikke noget endnu. Der åbnes for ønsker { $moment }, og så får du en e-mail. Du kan allerede læse om stederne.
rounds-my-do-open = Prioritér dine ønsker senest { $moment }.
rounds-my-do-open-sent = Du har afleveret ønsker. Du kan ændre dem til { $moment }.
rounds-my-do-closed = Ikke noget. Der er lukket for ønsker, og resultatet kommer { $moment }.
rounds-my-do-published = Resultatet er klar.
rounds-my-do-cancelled = Ikke noget. Runden er aflyst, og ingen pladser bliver fordelt.
rounds-my-do-withdrawn = Ikke noget. Du har trukket dig fra denne runde.
rounds-my-rank = Prioritér ønsker
rounds-my-see-wishes = Se mine ønsker
rounds-my-see-places = Se stederne
rounds-my-see-result = Se min praktik
rounds-my-withdraw = Træk dig fra runden
rounds-my-reason = Den begrundelse, der er givet:
rounds-error-short-lists-pay = Denne fordelingsmåde belønner korte lister: den, der kun skriver ét sted, må få det. Lad korte lister blive fyldt op eller afvist
rounds-error-short-of-nothing = Bed om mindst ét ønske, så det er klart, hvilke lister der er korte
rounds-error-cost = »{ $typed }« er ikke en række omkostninger. Skriv hele tal med komma imellem, ingen mindre end det foregående, for eksempel 1,2,3
rounds-part-mechanism = Sådan fordeles pladserne
rounds-field-mechanism = Fordelingsmåden
rounds-field-mechanism-help = De studerende får den at vide, når runden meddeles, og derefter kan den ikke ændres
rounds-mechanism-lottery = Lodtrækning
rounds-mechanism-lottery-note = I rækkefølgen fra en lodtrækning får hver studerende det bedste ønske, der er tilbage. Ærlige lister er altid trygge. Passer, hvor der er god plads.
rounds-mechanism-priority = Prioritetsgrupper, derefter lodtrækning
rounds-mechanism-priority-note = På hvert sted går praktikstedernes prioritetsgrupper først, derefter lodtrækningen. Ærlige lister er altid trygge. Passer, hvor praktikstederne skal have noget at sige.
rounds-mechanism-mincost = Flest med plads, derefter ønskerne samlet
rounds-mechanism-mincost-note = Så mange som muligt får plads, og summen af prioriteterne for de ønsker, der opfyldes, er så lav som mulig. En taktisk liste kan betale sig. Passer, hvor alle skal have plads.
rounds-mechanism-rankmax = Flest førsteønsker
rounds-mechanism-rankmax-note = Så mange som muligt får deres første ønske, så det andet og så videre; flere kan stå uden plads. En taktisk liste kan betale sig. Passer med god plads, hvor første ønske betyder mest.
rounds-mechanism-greedymax = Flest med plads, derefter flest førsteønsker
rounds-mechanism-greedymax-note = Så mange som muligt får plads; inden for det får så mange som muligt første ønske, derefter andet. En taktisk liste kan betale sig. Passer, hvor alle skal have plads, og første ønske betyder mest.
rounds-mechanism-generous = Flest med plads, færrest langt nede på listen
rounds-mechanism-generous-note = Så mange som muligt får plads; inden for det får så få som muligt det sidste ønske på listen, derefter det næstsidste. En taktisk liste kan betale sig. Passer til obligatorisk praktik.
rounds-mechanism-manual = Manuelt
rounds-mechanism-manual-note = Praktikkontoret placerer alle manuelt med en begrundelse for hver. Der er ingen lodtrækning. Passer til få studerende.
rounds-field-short-lists = Lister med færre ønsker, end I beder om
rounds-field-short-lists-help = Hvor så mange som muligt får plads, ville en kort liste betale sig: der fyldes de op eller afvises
rounds-short-lists-count = Tæller, som de er
rounds-short-lists-count-note = De studerende bliver bedt om så mange, når de bekræfter, men en kortere liste, der er gemt, tæller også
rounds-short-lists-complete = Fyldes op
rounds-short-lists-complete-note = Alle andre steder i den studerendes fag lægges til, alle sammen som ét sidste ønske
rounds-short-lists-refuse = Kan ikke bekræftes
rounds-short-lists-refuse-note = Den studerende bedes om flere; det, der står ubekræftet og kort ved fristen, fyldes op
rounds-field-cost = Hvad prioriteterne koster
rounds-field-cost-help = Tæller, hvor ønskerne ses samlet: omkostningen for ønske 1, 2, 3 og så videre. 1,2,3 er prioriteten selv, 1,4,9 undgår lave ønsker. Rækken fortsætter med sidste trin.
rounds-field-travel-limit = Længste rejse, i minutter
rounds-field-travel-limit-help = Ønsker, der vides at ligge længere væk, medregnes ikke. Lad feltet stå tomt for ingen grænse.
rounds-field-groups = Grupper
rounds-groups-yes = Holdes sammen, hvor det er muligt
rounds-groups-yes-note = Grupper i studenterfilen får plads på ét sted først, når ingen mister plads af det
rounds-groups-no = Tæller ikke
rounds-groups-no-note = Hver studerende placeres for sig
rounds-field-classes = Hvad prioritetsgrupperne betyder
rounds-field-classes-help = Kræves for prioritetsgrupper, og de studerende får det at vide: én betydning for alle steder, for eksempel »0: har familie i nærheden. 1: alle andre«. Den laveste går først.
rounds-rules-short-complete = Skriver du færre end { $min ->
         [one] ét sted
        *[other] { $min } steder
    }, lægger vi alle andre steder i dit fag til sidst på listen, alle sammen som ét lige sidste ønske. En kort liste bringer dig altså ikke længere end en lang.
rounds-rules-short-refuse = Du kan bekræfte listen, når den har mindst { $min ->
         [one] ét sted
        *[other] { $min } steder
    }, eller alle steder i dit fag. Står der en kortere liste ved fristen, lægger vi alle andre steder i dit fag til som ét lige sidste ønske.
rounds-rules-ties-priority = Steder, du sætter lige, bringes først i rækkefølge ved lodtrækning.
rounds-rules-allocation = Sådan afgøres det
rounds-rules-mechanism = Fordelingsmåden er: { $name }.
rounds-rules-priority-text = Hver studerende får et nummer ved lodtrækning, og på hvert sted en prioritetsgruppe. Dit bedste ønske prøves først. Hvor et sted er fuldt, beholder de i en lavere gruppe pladsen, og inden for en gruppe de med lavere nummer. Den, der må vige, prøves på næste ønske. Til sidst har ingen, der står bag dig på et sted, en plads dér, som du hellere ville have haft.
rounds-rules-classes = Hvad prioritetsgrupperne betyder: { $meaning }
rounds-rules-mincost-text = Alle lister ses samlet. Først får så mange studerende som muligt plads. Blandt alle måder at gøre det på tager vi en, hvor omkostningerne for de ønsker, der opfyldes, tilsammen er lavest. Ønske 1, 2, 3 og så videre koster { $cost }, og rækken fortsætter med sidste trin. Hvor flere måder er lige gode, afgør rækkefølgen i en lodtrækning.
rounds-rules-rankmax-text = Alle lister ses samlet. Så mange studerende som muligt får deres første ønske; inden for det får så mange som muligt deres andet og så videre. Ingen flyttes ned for at give plads til en andens senere ønske. Hvor flere måder er lige gode, afgør rækkefølgen i en lodtrækning.
rounds-rules-greedymax-text = Alle lister ses samlet. Først får så mange studerende som muligt plads. Blandt alle måder at gøre det på får så mange som muligt deres første ønske; inden for det får så mange som muligt deres andet og så videre. Hvor flere måder er lige gode, afgør rækkefølgen i en lodtrækning.
rounds-rules-generous-text = Alle lister ses samlet. Først får så mange studerende som muligt plads. Blandt alle måder at gøre det på får så få som muligt det sidste ønske på den længste liste; inden for det får så få som muligt det næstsidste og så videre opad. Hvor flere måder er lige gode, afgør rækkefølgen i en lodtrækning.
rounds-rules-manual-text = Der er ingen lodtrækning. Praktikkontoret læser alle ønsker og placerer alle manuelt. En begrundelse skrives ned for hver plads.
rounds-rules-travel = Ønsker om steder, som vi ved ligger mere end { $minutes } minutter fra dig, medregnes ikke.
rounds-rules-bans = Et ønske om din egen arbejdsplads eller om et sted, hvor en slægtning ville bestemme over dig, medregnes ikke. Kontoret fører den liste, og du får besked, hvis den gælder dig.
rounds-rules-groups = Grupper
rounds-rules-groups-text = Studerende, der er tilmeldt som gruppe, får plads først, sammen på et sted, alle har ønsket, når det ikke gør, at andre kommer til at stå uden plads. Kan det ikke lade sig gøre, går hver videre alene med hele listen.
rounds-rules-none-counted-last = Så tæller alle ledige pladser i dit fag som ét lige ønske med lavere prioritet end alle ønsker, andre har afleveret.
rounds-rules-late-priority = Studerende, der kommer til eller afleverer ønsker efter fristen, kommer efter alle i deres prioritetsgruppe, der var ude i god tid.
rounds-rules-late-together = Ønsker, der kommer efter fristen, men før pladserne fordeles, ses sammen med de andre. Hvor lodtrækningen afgør mellem lige gode måder, går de, der var ude i god tid, først.
rounds-rules-late-manual = Spørg praktikkontoret. Det placerer dig manuelt, som alle andre.
rounds-rules-none-manual = Så finder praktikkontoret en plads til dig uden at vide, hvad du vil.
rounds-announce-told = Nu: { $count ->
         [one] én studerende får
        *[other] { $count } studerende får
    } en e-mail med datoer, regler og fordelingsmåde.
rounds-announce-mechanism = Fordelingsmåden ligger fast fra nu af: { $name }.
rounds-mail-announced-subject = Sådan fordeles pladserne i { $round }
rounds-mail-announced-text = Datoer og regler for { $round } er fastlagt og ændres ikke. Du kan læse om stederne nu og prioritere dine ønsker fra { $moment }.
rounds-mail-fact-mechanism = Fordelingsmåde: { $name }. { $note }
rounds-changes = Seneste ændringer
rounds-changes-all = Alle ændringer, med fortryd
rounds-changes-lead = Det, der er gjort i denne runde, det seneste først. Det, der kan tages tilbage, har et link eller en knap.
rounds-changes-count = { $count ->
    [one] Én ændring
   *[other] { $count } ændringer
}
rounds-changes-what = Hvad
rounds-changes-when = Hvornår
rounds-changes-who = Hvem
rounds-changes-portal = Portalen
rounds-changes-undo = Fortryd
rounds-changes-none = Intet er ændret endnu
rounds-changes-none-text = Når nogen ændrer noget i runden, står det her.
rounds-did-placed-by-hand = Placerede en studerende i hånden
rounds-did-released-by-hand = Frigav en studerende, der var placeret i hånden
rounds-did-seats-changed = { $rows ->
    [one] Ændrede antallet af pladser på ét sted
   *[other] Ændrede antallet af pladser på { $rows } steder
}
rounds-link-pairs = Prioritetsgrupper, rejsetid og udelukkede
rounds-did-pairs-noted = Prioritetsgrupper, rejsetid og udelukkede steder blev noteret for { $count } par
rounds-wizard-change = Ændr
rounds-wizard-give-up = Opgiv: smid det væk, jeg har skrevet
rounds-wizard-one-page = Alt på én side
rounds-wizard-drafts = Påbegyndt, ikke oprettet endnu
rounds-wizard-go-on = Fortsæt
rounds-wizard-lead = Trin { $step } af { $steps }. Det, der er forkert på en side, står der; du kan gå videre og rette det senere.
rounds-wizard-check = Kontrollér og opret runden
rounds-wizard-check-lead = Ingen ser runden, før du opretter den, og de studerende ikke, før du offentliggør den.
rounds-wizard-next = Gem og gå videre
rounds-wizard-make = Opret runden
rounds-wizard-unnamed = Runde uden navn
rounds-wizard-since = Ændret { $when }
rounds-wizard-stair = Trin til en ny runde
rounds-wizard-wrong = Noget er ikke rigtigt endnu. Det er markeret nedenfor med den side, hvor det rettes.
rounds-api-list = Vis runderne i rækkefølge efter id
rounds-api-make = Opret en runde
rounds-api-show = Vis en runde
rounds-api-change = Ændr det, runden bestemmer, før den er meddelt
rounds-api-announce = Meddel en runde: Regler og datoer fortælles til de studerende og ændres ikke mere
rounds-api-cancel = Aflys en runde med en begrundelse, som alle får
rounds-practice-open = Øv: åbn for ønsker nu
rounds-practice-close = Øv: luk for ønsker nu
rounds-api-changes = Vis, hvad der er ændret i en runde, 500 ændringer tilbage
rounds-did-second-look-asked = Bad om, at en til ser på det
rounds-did-second-look-given = Bekræftede som nummer to
rounds-did-second-look-refused = Afviste som nummer to
rounds-did-second-look-withdrawn = Trak noget tilbage, der ventede på en til
rounds-calendar-open = Ønskerne åbner: { $round }
rounds-calendar-close = Ønskerne lukker: { $round }
rounds-calendar-result = Resultatet kommer: { $round }
rounds-calendar-publish = Offentliggør resultatet: { $round }
