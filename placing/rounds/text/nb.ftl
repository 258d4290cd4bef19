rounds-error-empty = Fyll ut dette
rounds-error-too-long = Kort dette ned til høyst { $max } tegn
rounds-error-unprintable = Fjern tegn som ikke synes, for eksempel linjeskift
rounds-error-not-chosen = Velg ett av disse
rounds-error-no-date = «{ $typed }» er ingen dato. Skriv dag.måned.år, for eksempel 23.09.2026
rounds-error-no-hour = «{ $typed }» er ikke et klokkeslett. Skriv timer og minutter, for eksempel 15.00
rounds-error-hour-left-out = Klokken { $typed } finnes ikke den natten, fordi klokken stilles frem. Velg et annet klokkeslett
rounds-error-weeks = «{ $typed }» er ikke uker i { $year }. Skriv første og siste uke, for eksempel 42-44
rounds-error-year = «{ $typed }» er ikke et årstall fra { $min } til { $max }
rounds-error-number = Skriv et tall fra { $min } til { $max }
rounds-error-email = «{ $typed }» er ingen e-postadresse
rounds-error-wishes-reversed = Tillat minst { $min } ønsker, så mange som du ber om
rounds-error-closes-early = La ønskene stenge minst én time etter at de åpner
rounds-error-publishes-early = Publiser etter at ønskene er stengt
rounds-error-publishes-late = Publiser senest den første dagen, { $day }
rounds-error-opens-past = Ønskene skulle ha åpnet før nå. Flytt åpningen til senere, så studentene kjenner reglene først
rounds-error-name-taken = Emnet har alt en runde som heter «{ $name }». Velg et annet navn
rounds-error-frozen = Reglene er kunngjort for studentene og kan ikke lenger endres
rounds-error-settled = Runden tar ikke imot flere endringer i plasser og studenter
rounds-error-wrong-step = Runden er ikke der dette kan gjøres. Åpne den på nytt for å se hvor den står
rounds-error-edited = Noen andre har endret runden siden du åpnet den. Sammenlign begge versjoner og lagre på nytt
rounds-lack-places = Ingen tilbud har plasser ennå. Importer plasser eller legg dem til.
rounds-lack-students = Ingen deltar ennå. Importer studenter eller legg dem til.
rounds-lack-lottery = { $missing ->
         [one] Én student mangler loddnummer
        *[other] { $missing } studenter mangler loddnummer
    }. Importer studentfilen på nytt med numre.
rounds-lack-lottery-repeated = To studenter har loddnummer { $number }. Gi hver sitt nummer.
rounds-lack-subjects = { $students ->
         [one] Én student har et fag som ingen plass er for
        *[other] { $students } studenter har et fag som ingen plass er for
    }.
rounds-mail-greeting = Hei { $name },
rounds-mail-opened-subject = Ranger ønskene dine innen { $deadline }
rounds-mail-opened-text = Nå kan du rangere hvor du helst vil ha praksis i { $round }. Det spiller ingen rolle når du leverer, så lenge det er før fristen.
rounds-mail-fact-course = Emne: { $course }
rounds-mail-fact-weeks = Praksis: { $weeks }
rounds-mail-fact-deadline = Frist: { $deadline }
rounds-mail-remind-subject = Ønskene dine er ikke bekreftet: fristen er { $deadline }
rounds-mail-remind-text = Du har ikke bekreftet ønskene dine for { $round }. Listen du lagret sist, teller når ønskene stenger, også om du ikke bekrefter den. Har du ikke lagret noen, får du ingen plass etter egne ønsker.
rounds-mail-wishes-link = Ranger ønskene mine
rounds-mail-cancelled-subject = { $round } er avlyst
rounds-mail-cancelled-text = Fordelingsrunden { $round } er avlyst. Ingen plasser blir fordelt i den, og du trenger ikke gjøre noe. Grunnen som er gitt:
rounds-mail-round-link = Åpne runden
rounds-mail-contact = Spørsmål? Skriv til { $name }, { $email }.
rounds-mail-why = Du får dette fordi du deltar i runden.
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
rounds-column-weeks = Uker
rounds-column-phase = Fase
rounds-column-students = Studenter
rounds-column-places = Plasser
rounds-column-sent = Ønsker levert
rounds-column-next = Neste
rounds-search = Finn runde eller emne
rounds-filter-phase = Fase
rounds-filter-all = Alle faser
rounds-action-copy = Kopier til neste år
rounds-empty-title = Ingen runder ennå
rounds-empty-text = En runde samler studenter, plasser og ønsker for ett emne og noen uker. Begynn med emnet og datoene.
rounds-none-found-title = Ingen runde passer
rounds-none-found-text = Søk etter noe annet, eller nullstill søk og filtre.
rounds-pages = { $from }–{ $to } av { $all }
rounds-phase-setup = Forberedes
rounds-phase-waiting = Kunngjort
rounds-phase-open = Åpen for ønsker
rounds-phase-closed = Fordeling
rounds-phase-publishing = Publiseres
rounds-phase-published = Publisert
rounds-phase-over = Ferdig
rounds-phase-cancelled = Avlyst
rounds-next-setup = Kunngjør før { $moment }
rounds-next-waiting = Åpner { $moment }
rounds-next-open = Stenger { $moment }
rounds-next-closed = Publiser innen { $moment }
rounds-next-publishing = Sendes { $moment }
rounds-steps = Faser i runden
rounds-step-setup = Forberedelse
rounds-step-wishes = Ønsker
rounds-step-allocation = Fordeling
rounds-step-publication = Publisering
rounds-step-weeks = Praksis
rounds-note-done = ferdig { $day }
rounds-note-until = til { $day }
rounds-note-opens = åpner { $moment }
rounds-note-deadline = frist { $moment }
rounds-note-closed = stengt { $day }
rounds-note-published = publisert { $day }
rounds-link-setup = Innstillinger
rounds-link-rules = Regler
rounds-link-places = Plasser
rounds-link-students = Studenter
rounds-link-allocation = Fordeling
rounds-link-announcement = Kunngjøring
rounds-link-cancel = Avlys runden
rounds-pages-of-round = Sider i runden
rounds-go-places = Legg til plasser
rounds-go-students = Legg til studenter
rounds-go-announce = Kunngjør runden
rounds-go-wishes = Gå til ønskene
rounds-go-allocation = Gå til fordelingen
rounds-key-students = Studenter
rounds-key-late = { $count } kom sent
rounds-key-withdrawn = { $count } har trukket seg
rounds-key-places = Plasser
rounds-key-offers = { $count ->
         [one] i ett plasstilbud
        *[other] i { $count } plasstilbud
    }
rounds-key-sent = Har levert ønsker
rounds-key-confirmed = { $count } bekreftet
rounds-key-days-open = Dager til ønskene åpner
rounds-key-days-close = Dager til fristen
rounds-key-days-publish = Dager til publisering
rounds-key-days-start = Dager til praksis
rounds-points = Åpne punkter
rounds-points-caption = Åpne punkter, de mest alvorlige først
rounds-points-count = { $all } i alt · { $must } må løses
rounds-points-none-title = Ingenting står åpent
rounds-points-none-text = Det du må se på, vil stå her, det mest alvorlige først.
rounds-points-grade = Grad
rounds-points-what = Hva
rounds-points-details = Detaljer
rounds-must = Må løses
rounds-should = Bør løses
rounds-info = Til orientering
rounds-point-places = Det er ingen plasser
rounds-point-students = Det er ingen studenter
rounds-point-lottery = Loddnumre mangler
rounds-point-short = { $subject } mangler { $missing ->
         [one] én plass
        *[other] { $missing } plasser
    }
rounds-point-short-text = { $students } studenter, { $seats } plasser.
rounds-point-unsent = { $count ->
         [one] Én student
        *[other] { $count } studenter
    } uten ønsker
rounds-point-unsent-open = Påminnelser går 48 timer og 4 timer før fristen.
rounds-point-unsent-hand = Praksiskontoret plasserer dem etter loddtrekningen.
rounds-point-unsent-last = De trekker sist, blant alle ledige plasser i faget sitt.
rounds-point-unconfirmed = { $count ->
         [one] Én liste
        *[other] { $count } lister
    } ikke bekreftet
rounds-point-unconfirmed-text = Listen som er lagret sist, teller likevel.
rounds-point-hostless = { $count ->
         [one] Ett plasstilbud
        *[other] { $count } plasstilbud
    } uten praksisorganisasjon
rounds-point-hostless-text = Ingen ved praksisstedet får se hvem som kommer.
rounds-point-late = { $count ->
         [one] Én student
        *[other] { $count } studenter
    } kom sent
rounds-point-late-text = De trekker etter alle som kom i tide.
rounds-point-overdue = Publiseringen er forsinket
rounds-point-overdue-text = Planlagt { $moment }.
rounds-point-publishing = Resultatet sendes { $moment }
rounds-point-publishing-text = Til da kan det stoppes.
rounds-do-add = Legg til
rounds-do-see = Se hvem
rounds-do-open = Åpne
rounds-do-bind = Velg praksissteder
rounds-chart-wishes = Ønsker levert, dag for dag
rounds-chart-wishes-label = { $sent } av { $students } studenter har levert ønsker. Fristen er { $deadline }.
rounds-chart-wishes-caption = Studenter som har levert ønsker, telt ved slutten av hver dag.
rounds-chart-sent = { $count } har levert
rounds-chart-deadline = Frist
rounds-chart-today = i dag
rounds-chart-day = Dag
rounds-chart-count = Har levert
rounds-chart-subjects = Studenter og plasser per fag
rounds-chart-subjects-label = Plasser mot studenter per fag.
rounds-chart-subjects-short = { $subjects } mangler plasser.
rounds-chart-subjects-caption = Streken er antall studenter. Lyst felt er plasser utover det, stiplet er det som mangler.
rounds-chart-extra = { $count } ekstra
rounds-chart-enough = akkurat nok
rounds-chart-missing = mangler { $count }
rounds-chart-subject = Fag
rounds-chart-difference = Forskjell
rounds-timeline = Hva som har skjedd
rounds-by = { $moment }, { $name }
rounds-cancelled-title = Runden er avlyst
rounds-cancelled-since = Avlyst { $moment }. Ingenting blir fordelt.
rounds-did-made = Runden ble opprettet
rounds-did-changed = Innstillingene ble endret
rounds-did-announced = Reglene ble kunngjort for studentene
rounds-did-cancelled = Runden ble avlyst
rounds-did-publication-asked = Publisering ble bestilt
rounds-did-publication-stopped = Publiseringen ble stoppet
rounds-did-published = Resultatet ble publisert
rounds-did-nodes-imported = { $count } praksissteder ble importert
rounds-did-offers-imported = { $count } plasstilbud ble importert
rounds-did-students-imported = { $count } studenter ble importert
rounds-did-import-undone = En import ble angret
rounds-did-node-changed = Kapasiteten til et praksissted ble endret
rounds-did-offer-changed = Et plasstilbud ble endret
rounds-did-student-added = En student ble lagt til
rounds-did-student-withdrawn = En student trakk seg
rounds-did-student-readmitted = En student ble tatt inn igjen
rounds-new-title = Ny runde
rounds-new-lead = Begynn med emnet, ukene og datoene. Ingen får vite noe før du kunngjør runden.
rounds-copied-lead = Datoene er flyttet like mange uker som praksisen. Se over dem før du lagrer.
rounds-setup-title = Innstillinger
rounds-setup-lead = Alt her kan endres til runden er kunngjort. Etter det står reglene fast.
rounds-part-about = Hva runden gjelder
rounds-part-dates = Datoer
rounds-part-rules = Regler
rounds-part-texts = Til studentene
rounds-field-name = Navn på runden
rounds-field-name-help = For eksempel «Høst 2026, 3. år»
rounds-field-course-code = Emnekode
rounds-field-course-name = Emnenavn
rounds-field-year = År
rounds-field-weeks = Uker
rounds-field-weeks-help = Første og siste uke, for eksempel 42-44
rounds-field-open-on = Ønskene åpner
rounds-field-close-on = Ønskene stenger
rounds-field-publish-on = Resultatet publiseres
rounds-field-hour-of = Klokken, { $what }
rounds-field-wishes-min = Færrest ønsker
rounds-field-wishes-min-help = Hvor mange dere ber om; hva som skjer med en kortere liste, velges nedenfor
rounds-field-wishes-max = Flest ønsker
rounds-field-draw = Hvor loddnumrene kommer fra
rounds-draw-seed = Trukket av portalen
rounds-draw-seed-note = Fra et hemmelig tall som loves før ønskene åpner og vises når resultatet publiseres, så alle kan kontrollere trekningen
rounds-draw-file = Fra studentfilen
rounds-draw-file-note = Numre trukket et annet sted; hver student må ha sitt eget
rounds-field-no-wishes = Studenter som ikke leverer ønsker
rounds-no-wishes-by-hand = Praksiskontoret plasserer dem for hånd
rounds-no-wishes-by-hand-note = Etterpå, blant plassene som er igjen
rounds-no-wishes-last = De kommer sist
rounds-no-wishes-last-note = Alle ledige plasser i faget deres teller som ett siste ønske
rounds-field-is-decision = Hva resultatet er
rounds-decision-yes = Et vedtak
rounds-decision-yes-note = Studentene kan klage innen tre uker
rounds-decision-no = En melding
rounds-decision-no-note = Studentene kan be om å bytte
rounds-field-intro = Tekst til studentene
rounds-field-intro-help = Står øverst på studentenes side. Kan stå tomt.
rounds-field-contact-name = Kontakt
rounds-field-contact-email = E-post
rounds-field-contact-phone = Telefon
rounds-save = Lagre
rounds-save-new = Opprett runden
rounds-back = Tilbake til runden
rounds-empty-value = ingenting
rounds-announce-title = Kunngjør runden
rounds-announce-lead = Fra nå av står regler og datoer fast, og studentene kan lese dem. Plasser og studenter kan fortsatt legges til.
rounds-announce-will = Dette skjer
rounds-announce-promise = Portalen trekker et hemmelig tall nå og viser studentene et løfte om det.
rounds-announce-mail = { $moment }: ønskene åpner, og { $count ->
         [one] én student får
        *[other] { $count } studenter får
    } e-post.
rounds-announce-remind = 48 timer og 4 timer før fristen: en påminnelse til dem som ikke har bekreftet.
rounds-announce-close = { $moment }: ønskene stenger.
rounds-announce-checks = Kontrollert
rounds-announce-ready = Plasser, studenter og datoer er i orden.
rounds-announce-do = Kunngjør nå
rounds-announce-not-yet = Rett opp dette først
rounds-cancel-title = Avlys runden
rounds-cancel-lead = Ingenting blir fordelt, og runden kan ikke åpnes igjen. Du kan kopiere den.
rounds-cancel-told = { $count ->
         [one] Én student får
        *[other] { $count } studenter får
    } en e-post med grunnen med en gang.
rounds-cancel-untold = Runden er ikke kunngjort, så ingen får beskjed.
rounds-cancel-reason = Grunn
rounds-cancel-reason-help = Studentene leser dette ord for ord
rounds-cancel-reason-kept = Den blir lagret med runden, for dem som har ansvar for den
rounds-cancel-do = Avlys runden
rounds-rules-title = Slik fordeles plassene
rounds-rules-lead = Disse reglene sto fast før ønskene åpnet. De endres ikke.
rounds-rules-draft = Studentene ser denne siden når runden er kunngjort.
rounds-rules-dates = Datoer
rounds-rules-opens = Ønskene åpner
rounds-rules-closes = Ønskene stenger
rounds-rules-published = Resultat
rounds-rules-weeks = Praksis
rounds-rules-course = Emne
rounds-rules-contact = Kontakt
rounds-rules-wishes = Ønskene dine
rounds-rules-wishes-text = Sett stedet du helst vil ha, øverst. Du kan ønske deg { $max ->
         [one] ett sted
        *[other] opptil { $max } steder
    }. Det spiller ingen rolle når du leverer listen, så lenge det er før fristen. Listen du lagret sist, teller, også om du ikke har bekreftet den.
rounds-rules-wishes-min = Vi ber deg føre opp minst { $min ->
         [one] ett sted
        *[other] { $min } steder
    }. En kortere liste teller også, men gjør det mer sannsynlig at ingen av ønskene dine er ledige.
rounds-rules-ties = Steder du setter likt, holdes åpne så lenge som mulig: hvilket av dem du får, avgjøres sist, så flere studenter får det de ønsker.
rounds-rules-draw = Loddtrekningen
rounds-rules-draw-text = Hver student får et nummer ved loddtrekning. Studenten med nummer 1 får det beste ønsket sitt, så får nummer 2 det beste som er igjen, og så videre. Ingen med et senere nummer kan ta en plass fra deg.
rounds-rules-caps = Et sted er fullt når plassene der er tatt, eller når praksisorganisasjonen eller regionen det hører til, ikke tar imot flere.
rounds-rules-seed = Numrene kommer fra et hemmelig tall som portalen trakk før ønskene åpnet. Det du ser her, er et løfte om det: ingen kan endre det hemmelige tallet uten å bryte løftet. Når resultatet publiseres, vises det hemmelige tallet, og du kan kontrollere ditt eget nummer.
rounds-rules-promise = Løftet
rounds-rules-revealed = Det hemmelige tallet
rounds-rules-check = Slik kontrollerer du trekningen
rounds-rules-file = Numrene er trukket utenfor portalen og kom med listen over studenter.
rounds-rules-hand = Plassert for hånd
rounds-rules-hand-text = Praksiskontoret kan plassere en student for hånd på forhånd, med en grunn som blir tatt vare på. En slik plass blir ikke fordelt.
rounds-rules-none = Hvis du ikke leverer ønsker
rounds-rules-none-by-hand = Da er du ikke med i fordelingen. Praksiskontoret plasserer deg etterpå, blant plassene som er igjen.
rounds-rules-none-last = Da trekker du sist, etter alle som har levert ønsker, og alle ledige plasser i faget ditt teller som ett ønske.
rounds-rules-late = Hvis du kommer sent
rounds-rules-late-text = Studenter som kommer til, eller som leverer ønsker, etter fristen, trekker etter alle som var ute i tide.
rounds-rules-behalf = Hvis kontoret fører inn ønskene dine
rounds-rules-behalf-text = Kontoret kan føre inn ønsker for deg, for eksempel fra papir. De blir merket, og du får beskjed.
rounds-rules-withdraw = Hvis du trekker deg
rounds-rules-withdraw-text = Du kan trekke deg når som helst. Før resultatet er du ute av fordelingen. Etterpå blir plassen din ledig, og ingen andre blir flyttet.
rounds-rules-cancel = Hvis runden avlyses
rounds-rules-cancel-text = Da blir ingen plass fordelt, og alle får en e-post med grunnen.
rounds-rules-result = Resultatet
rounds-rules-result-text = Du får en side som sier hvilken plass du har, hvorfor, og hvorfor ikke de tidligere ønskene dine.
rounds-rules-decision = Resultatet er et vedtak. Du kan klage innen tre uker etter at du får beskjed.
rounds-rules-notice = Resultatet er en melding. Du kan be praksiskontoret om å bytte.
rounds-my-title = Rundene mine
rounds-my-empty-title = Ingen runder ennå
rounds-my-empty-text = Når lærestedet kunngjør en runde du deltar i, står den her. Du får også e-post når du kan rangere ønskene dine.
rounds-my-now = Dette gjør du nå
rounds-my-do-waiting = Ingenting ennå. Ønskene åpner { $moment }, og da får du e-post. Du kan lese om stedene alt nå.
rounds-my-do-open = Ranger ønskene dine innen { $moment }.
rounds-my-do-open-sent = Du har levert ønsker. Du kan endre dem til { $moment }.
rounds-my-do-closed = Ingenting. Ønskene er stengt, og resultatet kommer { $moment }.
rounds-my-do-published = Resultatet er klart.
rounds-my-do-cancelled = Ingenting. Runden er avlyst, og ingen plasser blir fordelt.
rounds-my-do-withdrawn = Ingenting. Du har trukket deg fra denne runden.
rounds-my-rank = Ranger ønsker
rounds-my-see-wishes = Se ønskene mine
rounds-my-see-places = Se stedene
rounds-my-see-result = Se praksisen min
rounds-my-withdraw = Trekk deg fra runden
rounds-my-reason = Grunnen som er gitt:
rounds-error-short-lists-pay = Denne fordelingsmåten belønner korte lister: den som bare fører opp ett sted, må få det. La korte lister bli fylt opp eller avvist
rounds-error-short-of-nothing = Be om minst ett ønske, så det er klart hvilke lister som er korte
rounds-error-cost = «{ $typed }» er ikke en rekke med kostnader. Skriv hele tall med komma mellom, ingen mindre enn det forrige, for eksempel 1,2,3
rounds-part-mechanism = Slik fordeles plassene
rounds-field-mechanism = Fordelingsmåten
rounds-field-mechanism-help = Studentene får vite den når runden kunngjøres, og etter det kan den ikke endres
rounds-mechanism-lottery = Loddtrekning
rounds-mechanism-lottery-note = I rekkefølgen fra en loddtrekning får hver student det beste ønsket som er igjen. Ærlige lister er alltid trygge. Passer der det er god plass.
rounds-mechanism-priority = Prioritetsgrupper, så loddtrekning
rounds-mechanism-priority-note = På hvert sted går praksisstedenes prioritetsgrupper først, så loddtrekningen. Ærlige lister er alltid trygge. Passer der praksisstedene skal ha noe å si.
rounds-mechanism-mincost = Flest med plass, så ønskene samlet
rounds-mechanism-mincost-note = Så mange som mulig får plass, og summen av prioritetene for ønskene som blir oppfylt, er så lav som mulig. En taktisk liste kan lønne seg. Passer der alle må ha plass.
rounds-mechanism-rankmax = Flest førsteønsker
rounds-mechanism-rankmax-note = Så mange som mulig får førsteønsket, så andreønsket, og så videre; flere kan bli stående uten plass. En taktisk liste kan lønne seg. Passer med god plass, der førsteønsket betyr mest.
rounds-mechanism-greedymax = Flest med plass, så flest førsteønsker
rounds-mechanism-greedymax-note = Så mange som mulig får plass; innenfor det får så mange som mulig førsteønsket, så andreønsket. En taktisk liste kan lønne seg. Passer der alle må ha plass og førsteønsket betyr mest.
rounds-mechanism-generous = Flest med plass, færrest langt nede på listen
rounds-mechanism-generous-note = Så mange som mulig får plass; innenfor det får så få som mulig det siste ønsket på listen, så det nest siste. En taktisk liste kan lønne seg. Passer for obligatorisk praksis.
rounds-mechanism-manual = For hånd
rounds-mechanism-manual-note = Praksiskontoret plasserer alle for hånd, med en grunn for hver. Det er ingen loddtrekning. Passer for få studenter.
rounds-field-short-lists = Lister med færre ønsker enn dere ber om
rounds-field-short-lists-help = Der så mange som mulig får plass, ville en kort liste lønne seg: der blir de fylt opp eller avvist
rounds-short-lists-count = Teller som de er
rounds-short-lists-count-note = Studentene blir bedt om så mange når de bekrefter, men en kortere liste som er lagret, teller også
rounds-short-lists-complete = Blir fylt opp
rounds-short-lists-complete-note = Alle andre steder i studentens fag legges til, alle sammen som ett siste ønske
rounds-short-lists-refuse = Kan ikke bekreftes
rounds-short-lists-refuse-note = Studenten blir bedt om flere; det som står ubekreftet og kort ved fristen, fylles opp
rounds-field-cost = Hva prioritetene koster
rounds-field-cost-help = Teller der ønskene ses samlet: kostnaden for ønske 1, 2, 3 og så videre. 1,2,3 er prioriteten selv, 1,4,9 unngår lave ønsker. Rekken fortsetter med siste steg.
rounds-field-travel-limit = Lengste reise, i minutter
rounds-field-travel-limit-help = Ønsker som er lenger unna, blir ikke regnet med der reisetiden er kjent. La feltet stå tomt for ingen grense.
rounds-field-groups = Grupper
rounds-groups-yes = Holdes sammen der det er mulig
rounds-groups-yes-note = Grupper i studentfilen får plass på ett sted først, når ingen mister plass av det
rounds-groups-no = Teller ikke
rounds-groups-no-note = Hver student plasseres for seg
rounds-field-classes = Hva prioritetsgruppene betyr
rounds-field-classes-help = Trengs for prioritetsgrupper, og studentene får vite det: én betydning for alle steder, for eksempel «0: har familie i nærheten. 1: alle andre». Den laveste går først.
rounds-rules-short-complete = Fører du opp færre enn { $min ->
         [one] ett sted
        *[other] { $min } steder
    }, legger vi alle andre steder i faget ditt til sist på listen, alle sammen som ett likt siste ønske. En kort liste bringer deg altså ikke lenger enn en lang.
rounds-rules-short-refuse = Du kan bekrefte listen når den har minst { $min ->
         [one] ett sted
        *[other] { $min } steder
    }, eller alle stedene i faget ditt. Står det en kortere liste der ved fristen, legger vi til alle andre steder i faget ditt, som ett likt siste ønske.
rounds-rules-ties-priority = Steder du setter likt, blir først satt i rekkefølge ved loddtrekning.
rounds-rules-allocation = Slik avgjøres det
rounds-rules-mechanism = Fordelingsmåten er: { $name }.
rounds-rules-priority-text = Hver student får et nummer ved loddtrekning, og på hvert sted en prioritetsgruppe. Det beste ønsket ditt prøves først. Der et sted er fullt, beholder de i en lavere gruppe plassen, og innenfor en gruppe de med lavere nummer. Den som må vike, prøves på neste ønske. Til slutt har ingen som står bak deg på et sted, en plass der som du heller ville hatt.
rounds-rules-classes = Hva prioritetsgruppene betyr: { $meaning }
rounds-rules-mincost-text = Alle listene ses samlet. Først får så mange studenter som mulig plass. Blant alle måter å gjøre det på tar vi en der kostnadene for ønskene som blir oppfylt, til sammen er lavest. Ønske 1, 2, 3 og så videre koster { $cost }, og rekken fortsetter med siste steg. Der flere måter er like gode, avgjør rekkefølgen i en loddtrekning.
rounds-rules-rankmax-text = Alle listene ses samlet. Så mange studenter som mulig får førsteønsket; innenfor det får så mange som mulig andreønsket, og så videre. Ingen flyttes ned for å gi plass til et senere ønske hos en annen. Der flere måter er like gode, avgjør rekkefølgen i en loddtrekning.
rounds-rules-greedymax-text = Alle listene ses samlet. Først får så mange studenter som mulig plass. Blant alle måter å gjøre det på får så mange som mulig førsteønsket; innenfor det får så mange som mulig andreønsket, og så videre. Der flere måter er like gode, avgjør rekkefølgen i en loddtrekning.
rounds-rules-generous-text = Alle listene ses samlet. Først får så mange studenter som mulig plass. Blant alle måter å gjøre det på får så få som mulig det siste ønsket på den lengste listen; innenfor det får så få som mulig det nest siste, og så videre oppover. Der flere måter er like gode, avgjør rekkefølgen i en loddtrekning.
rounds-rules-manual-text = Det er ingen loddtrekning. Praksiskontoret leser alle ønskene og plasserer alle for hånd. En grunn skrives ned for hver plass.
rounds-rules-travel = Ønsker om steder som vi vet er mer enn { $minutes } minutter unna deg, blir ikke regnet med.
rounds-rules-bans = Et ønske om din egen arbeidsplass, eller om et sted der en slektning ville bestemt over deg, blir ikke regnet med. Kontoret fører den listen, og du får beskjed hvis den gjelder deg.
rounds-rules-groups = Grupper
rounds-rules-groups-text = Studenter som er meldt på som gruppe, får plass først, sammen på et sted alle har ønsket, når det ikke gjør at noen andre blir stående uten plass. Går det ikke, går hver videre alene med hele listen.
rounds-rules-none-counted-last = Da teller alle ledige plasser i faget ditt som ett likt ønske, med lavere prioritet enn alle ønsker andre har levert.
rounds-rules-late-priority = Studenter som kommer til, eller som leverer ønsker, etter fristen, kommer etter alle i sin prioritetsgruppe som var ute i tide.
rounds-rules-late-together = Ønsker som kommer etter fristen, men før plassene fordeles, ses sammen med de andre. Der loddtrekningen avgjør mellom like gode måter, går de som var ute i tide, først.
rounds-rules-late-manual = Spør praksiskontoret. Det plasserer deg for hånd, som alle andre.
rounds-rules-none-manual = Da finner praksiskontoret en plass til deg uten å vite hva du vil.
rounds-announce-told = Nå: { $count ->
         [one] én student får
        *[other] { $count } studenter får
    } en e-post med datoer, regler og fordelingsmåte.
rounds-announce-mechanism = Fordelingsmåten står fast fra nå av: { $name }.
rounds-mail-announced-subject = Slik fordeles plassene i { $round }
rounds-mail-announced-text = Datoer og regler for { $round } er fastsatt og endres ikke. Du kan lese om stedene nå og rangere ønskene dine fra { $moment }.
rounds-mail-fact-mechanism = Fordelingsmåte: { $name }. { $note }
rounds-changes = Siste endringer
rounds-changes-all = Alle endringer, med angring
rounds-changes-lead = Det som er gjort i denne runden, det siste først. Det som kan tas tilbake, har en lenke eller en knapp.
rounds-changes-count = { $count ->
    [one] Én endring
   *[other] { $count } endringer
}
rounds-changes-what = Hva
rounds-changes-when = Når
rounds-changes-who = Hvem
rounds-changes-portal = Portalen
rounds-changes-undo = Angre
rounds-changes-none = Ingenting er endret ennå
rounds-changes-none-text = Når noen endrer noe i runden, står det her.
rounds-did-placed-by-hand = Plasserte en student for hånd
rounds-did-released-by-hand = Frigjorde en student som var plassert for hånd
rounds-did-seats-changed = { $rows ->
    [one] Endret antall plasser på ett sted
   *[other] Endret antall plasser på { $rows } steder
}
rounds-link-pairs = Prioritetsgrupper, reisetid og utelukkede
rounds-did-pairs-noted = Prioritetsgrupper, reisetid og utelukkede steder ble notert for { $count } par
rounds-wizard-change = Endre
rounds-wizard-give-up = Gi opp: kast det jeg har skrevet
rounds-wizard-one-page = Alt på én side
rounds-wizard-drafts = Påbegynt, ikke opprettet ennå
rounds-wizard-go-on = Fortsett
rounds-wizard-lead = Steg { $step } av { $steps }. Det som er galt på en side, står der; du kan gå videre og rette det senere.
rounds-wizard-check = Kontroller og opprett runden
rounds-wizard-check-lead = Ingen ser runden før du oppretter den, og studentene ikke før du kunngjør den.
rounds-wizard-next = Lagre og gå videre
rounds-wizard-make = Opprett runden
rounds-wizard-unnamed = Runde uten navn
rounds-wizard-since = Endret { $when }
rounds-wizard-stair = Steg til en ny runde
rounds-wizard-wrong = Noe er ikke riktig ennå. Det er merket nedenfor, med siden der det rettes.
rounds-api-list = List rundene, i rekkefølge etter id
rounds-api-make = Lag en runde
rounds-api-show = Vis en runde
rounds-api-change = Endre det runden bestemmer, før den er kunngjort
rounds-api-announce = Kunngjør en runde: Regler og datoer blir fortalt studentene og endres ikke mer
rounds-api-cancel = Avlys en runde, med en begrunnelse som alle får
rounds-practice-open = Øv: åpne for ønsker nå
rounds-practice-close = Øv: steng for ønsker nå
rounds-api-changes = List det som er endret i en runde, 500 endringer tilbake
rounds-did-second-look-asked = Ba om at en til ser på det
rounds-did-second-look-given = Bekreftet som nummer to
rounds-did-second-look-refused = Avviste som nummer to
rounds-did-second-look-withdrawn = Trakk tilbake noe som ventet på en til
rounds-calendar-open = Ønskene åpner: { $round }
rounds-calendar-close = Ønskene stenger: { $round }
rounds-calendar-result = Resultatet kommer: { $round }
rounds-calendar-publish = Publiser resultatet: { $round }
