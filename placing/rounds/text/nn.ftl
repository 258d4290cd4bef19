rounds-error-empty = Fyll ut dette
rounds-error-too-long = Kort dette ned til høgst { $max } teikn
rounds-error-unprintable = Fjern teikn som ikkje synest, til dømes linjeskift
rounds-error-not-chosen = Vel eitt av desse
rounds-error-no-date = «{ $typed }» er ingen dato. Skriv dag.månad.år, til dømes 23.09.2026
rounds-error-no-hour = «{ $typed }» er ikkje eit klokkeslett. Skriv timar og minutt, til dømes 15.00
rounds-error-hour-left-out = Klokka { $typed } finst ikkje den natta, fordi klokka blir stilt fram. Vel eit anna klokkeslett
rounds-error-weeks = «{ $typed }» er ikkje veker i { $year }. Skriv første og siste veke, til dømes 42-44
rounds-error-year = «{ $typed }» er ikkje eit årstal frå { $min } til { $max }
rounds-error-number = Skriv eit tal frå { $min } til { $max }
rounds-error-email = «{ $typed }» er inga e-postadresse
rounds-error-wishes-reversed = Tillat minst { $min } ønske, så mange som du ber om
rounds-error-closes-early = La ønska stengje minst éin time etter at dei opnar
rounds-error-publishes-early = Publiser etter at ønska er stengde
rounds-error-publishes-late = Publiser seinast den første dagen, { $day }
rounds-error-opens-past = Ønska skulle ha opna før no. Flytt opninga til seinare, så studentane kjenner reglane først
rounds-error-name-taken = Emnet har alt ein runde som heiter «{ $name }». Vel eit anna namn
rounds-error-frozen = Reglane er kunngjorde for studentane og kan ikkje lenger endrast
rounds-error-settled = Runden tek ikkje imot fleire endringar i plassar og studentar
rounds-error-wrong-step = Runden er ikkje der dette kan gjerast. Opne han på nytt for å sjå kvar han står
rounds-error-edited = Nokon andre har endra runden sidan du opna han. Samanlikn begge versjonane og lagre på nytt
rounds-lack-places = Ingen tilbod har plassar enno. Importer plassar eller legg dei til.
rounds-lack-students = Ingen deltek enno. Importer studentar eller legg dei til.
rounds-lack-lottery = { $missing ->
         [one] Éin student manglar loddnummer
        *[other] { $missing } studentar manglar loddnummer
    }. Importer studentfila på nytt med nummer.
rounds-lack-lottery-repeated = To studentar har loddnummer { $number }. Gje kvar sitt nummer.
rounds-lack-subjects = { $students ->
         [one] Éin student har eit fag som ingen plass er for
        *[other] { $students } studentar har eit fag som ingen plass er for
    }.
rounds-mail-greeting = Hei { $name },
rounds-mail-opened-subject = Ranger ønska dine innan { $deadline }
rounds-mail-opened-text = No kan du rangere kvar du helst vil ha praksis i { $round }. Det har ikkje noko å seie når du leverer, så lenge det er før fristen.
rounds-mail-fact-course = Emne: { $course }
rounds-mail-fact-weeks = Praksis: { $weeks }
rounds-mail-fact-deadline = Frist: { $deadline }
rounds-mail-remind-subject = Ønska dine er ikkje stadfesta: fristen er { $deadline }
rounds-mail-remind-text = Du har ikkje stadfesta ønska dine for { $round }. Lista du lagra sist, tel når ønska stengjer, også om du ikkje stadfestar ho. Har du ikkje lagra noka, får du ingen plass etter eigne ønske.
rounds-mail-wishes-link = Ranger ønska mine
rounds-mail-cancelled-subject = { $round } er avlyst
rounds-mail-cancelled-text = Fordelingsrunden { $round } er avlyst. Ingen plassar blir fordelte i han, og du treng ikkje gjere noko. Grunnen som er gjeven:
rounds-mail-round-link = Opne runden
rounds-mail-contact = Spørsmål? Skriv til { $name }, { $email }.
rounds-mail-why = Du får dette fordi du deltek i runden.
rounds-heading = Rundar
rounds-title = Rundar
rounds-nav = Rundar
rounds-nav-mine = Ønske
rounds-new = Ny runde
rounds-caption = Fordelingsrundar
rounds-count = { $count ->
         [one] Éin runde
        *[other] { $count } rundar
    }
rounds-column-round = Runde
rounds-column-weeks = Veker
rounds-column-phase = Fase
rounds-column-students = Studentar
rounds-column-places = Plassar
rounds-column-sent = Ønske leverte
rounds-column-next = Neste
rounds-search = Finn runde eller emne
rounds-filter-phase = Fase
rounds-filter-all = Alle fasar
rounds-action-copy = Kopier til neste år
rounds-empty-title = Ingen rundar enno
rounds-empty-text = Ein runde samlar studentar, plassar og ønske for eitt emne og nokre veker. Begynn med emnet og datoane.
rounds-none-found-title = Ingen runde passar
rounds-none-found-text = Søk etter noko anna, eller nullstill søk og filter.
rounds-pages = { $from }–{ $to } av { $all }
rounds-phase-setup = Blir førebudd
rounds-phase-waiting = Kunngjord
rounds-phase-open = Open for ønske
rounds-phase-closed = Fordeling
rounds-phase-publishing = Blir publisert
rounds-phase-published = Publisert
rounds-phase-over = Ferdig
rounds-phase-cancelled = Avlyst
rounds-next-setup = Kunngjer før { $moment }
rounds-next-waiting = Opnar { $moment }
rounds-next-open = Stengjer { $moment }
rounds-next-closed = Publiser innan { $moment }
rounds-next-publishing = Blir sendt { $moment }
rounds-steps = Fasar i runden
rounds-step-setup = Førebuing
rounds-step-wishes = Ønske
rounds-step-allocation = Fordeling
rounds-step-publication = Publisering
rounds-step-weeks = Praksis
rounds-note-done = ferdig { $day }
rounds-note-until = til { $day }
rounds-note-opens = opnar { $moment }
rounds-note-deadline = frist { $moment }
rounds-note-closed = stengt { $day }
rounds-note-published = publisert { $day }
rounds-link-setup = Innstillingar
rounds-link-rules = Reglar
rounds-link-places = Plassar
rounds-link-students = Studentar
rounds-link-allocation = Fordeling
rounds-link-announcement = Kunngjering
rounds-link-cancel = Avlys runden
rounds-pages-of-round = Sider i runden
rounds-go-places = Legg til plassar
rounds-go-students = Legg til studentar
rounds-go-announce = Kunngjer runden
rounds-go-wishes = Gå til ønska
rounds-go-allocation = Gå til fordelinga
rounds-key-students = Studentar
rounds-key-late = { $count } kom seint
rounds-key-withdrawn = { $count } har trekt seg
rounds-key-places = Plassar
rounds-key-offers = { $count ->
         [one] i eitt plasstilbod
        *[other] i { $count } plasstilbod
    }
rounds-key-sent = Har levert ønske
rounds-key-confirmed = { $count } stadfesta
rounds-key-days-open = Dagar til ønska opnar
rounds-key-days-close = Dagar til fristen
rounds-key-days-publish = Dagar til publisering
rounds-key-days-start = Dagar til praksis
rounds-points = Opne punkt
rounds-points-caption = Opne punkt, dei mest alvorlege først
rounds-points-count = { $all } i alt · { $must } må løysast
rounds-points-none-title = Ingenting står ope
rounds-points-none-text = Det du må sjå på, vil stå her, det mest alvorlege først.
rounds-points-grade = Grad
rounds-points-what = Kva
rounds-points-details = Detaljar
rounds-must = Må løysast
rounds-should = Bør løysast
rounds-info = Til orientering
rounds-point-places = Det er ingen plassar
rounds-point-students = Det er ingen studentar
rounds-point-lottery = Loddnummer manglar
rounds-point-short = { $subject } manglar { $missing ->
         [one] éin plass
        *[other] { $missing } plassar
    }
rounds-point-short-text = { $students } studentar, { $seats } plassar.
rounds-point-unsent = { $count ->
         [one] Éin student
        *[other] { $count } studentar
    } utan ønske
rounds-point-unsent-open = Påminningar går 48 timar og 4 timar før fristen.
rounds-point-unsent-hand = Praksiskontoret plasserer dei etter loddtrekkinga.
rounds-point-unsent-last = Dei trekkjer sist, blant alle ledige plassar i faget sitt.
rounds-point-unconfirmed = { $count ->
         [one] Éi liste
        *[other] { $count } lister
    } ikkje stadfesta
rounds-point-unconfirmed-text = Lista som er lagra sist, tel likevel.
rounds-point-hostless = { $count ->
         [one] Eitt plasstilbod
        *[other] { $count } plasstilbod
    } utan praksisorganisasjon
rounds-point-hostless-text = Ingen ved praksisstaden får sjå kven som kjem.
rounds-point-late = { $count ->
         [one] Éin student
        *[other] { $count } studentar
    } kom seint
rounds-point-late-text = Dei trekkjer etter alle som kom i tide.
rounds-point-overdue = Publiseringa er forseinka
rounds-point-overdue-text = Planlagd { $moment }.
rounds-point-publishing = Resultatet blir sendt { $moment }
rounds-point-publishing-text = Til då kan det stoppast.
rounds-do-add = Legg til
rounds-do-see = Sjå kven
rounds-do-open = Opne
rounds-do-bind = Vel praksisstader
rounds-chart-wishes = Ønske leverte, dag for dag
rounds-chart-wishes-label = { $sent } av { $students } studentar har levert ønske. Fristen er { $deadline }.
rounds-chart-wishes-caption = Studentar som har levert ønske, talde ved slutten av kvar dag.
rounds-chart-sent = { $count } har levert
rounds-chart-deadline = Frist
rounds-chart-today = i dag
rounds-chart-day = Dag
rounds-chart-count = Har levert
rounds-chart-subjects = Studentar og plassar per fag
rounds-chart-subjects-label = Plassar mot studentar per fag.
rounds-chart-subjects-short = { $subjects } manglar plassar.
rounds-chart-subjects-caption = Streken er talet på studentar. Lyst felt er plassar utover det, stipla er det som manglar.
rounds-chart-extra = { $count } ekstra
rounds-chart-enough = akkurat nok
rounds-chart-missing = manglar { $count }
rounds-chart-subject = Fag
rounds-chart-difference = Skilnad
rounds-timeline = Kva som har hendt
rounds-by = { $moment }, { $name }
rounds-cancelled-title = Runden er avlyst
rounds-cancelled-since = Avlyst { $moment }. Ingenting blir fordelt.
rounds-did-made = Runden vart oppretta
rounds-did-changed = Innstillingane vart endra
rounds-did-announced = Reglane vart kunngjorde for studentane
rounds-did-cancelled = Runden vart avlyst
rounds-did-publication-asked = Publisering vart bestilt
rounds-did-publication-stopped = Publiseringa vart stoppa
rounds-did-published = Resultatet vart publisert
rounds-did-nodes-imported = { $count } praksisstader vart importerte
rounds-did-offers-imported = { $count } plasstilbod vart importerte
rounds-did-students-imported = { $count } studentar vart importerte
rounds-did-import-undone = Ein import vart angra
rounds-did-node-changed = Kapasiteten til ein praksisstad vart endra
rounds-did-offer-changed = Eit plasstilbod vart endra
rounds-did-student-added = Ein student vart lagd til
rounds-did-student-withdrawn = Ein student trekte seg
rounds-did-student-readmitted = Ein student blei teken inn att
rounds-new-title = Ny runde
rounds-new-lead = Begynn med emnet, vekene og datoane. Ingen får vite noko før du kunngjer runden.
rounds-copied-lead = Datoane er flytte like mange veker som praksisen. Sjå over dei før du lagrar.
rounds-setup-title = Innstillingar
rounds-setup-lead = Alt her kan endrast til runden er kunngjord. Etter det står reglane fast.
rounds-part-about = Kva runden gjeld
rounds-part-dates = Datoar
rounds-part-rules = Reglar
rounds-part-texts = Til studentane
rounds-field-name = Namn på runden
rounds-field-name-help = Til dømes «Haust 2026, 3. år»
rounds-field-course-code = Emnekode
rounds-field-course-name = Emnenamn
rounds-field-year = År
rounds-field-weeks = Veker
rounds-field-weeks-help = Første og siste veke, til dømes 42-44
rounds-field-open-on = Ønska opnar
rounds-field-close-on = Ønska stengjer
rounds-field-publish-on = Resultatet blir publisert
rounds-field-hour-of = Klokka, { $what }
rounds-field-wishes-min = Færrast ønske
rounds-field-wishes-min-help = Kor mange de ber om; kva som skjer med ei kortare liste, blir valt nedanfor
rounds-field-wishes-max = Flest ønske
rounds-field-draw = Kvar loddnummera kjem frå
rounds-draw-seed = Trekte av portalen
rounds-draw-seed-note = Frå eit hemmeleg tal som blir lova før ønska opnar og vist når resultatet blir publisert, så alle kan kontrollere trekninga
rounds-draw-file = Frå studentfila
rounds-draw-file-note = Nummer trekte ein annan stad; kvar student må ha sitt eige
rounds-field-no-wishes = Studentar som ikkje leverer ønske
rounds-no-wishes-by-hand = Praksiskontoret plasserer dei for hand
rounds-no-wishes-by-hand-note = Etterpå, blant plassane som er att
rounds-no-wishes-last = Dei kjem sist
rounds-no-wishes-last-note = Alle ledige plassar i faget deira tel som eitt siste ønske
rounds-field-is-decision = Kva resultatet er
rounds-decision-yes = Eit vedtak
rounds-decision-yes-note = Studentane kan klage innan tre veker
rounds-decision-no = Ei melding
rounds-decision-no-note = Studentane kan be om å byte
rounds-field-intro = Tekst til studentane
rounds-field-intro-help = Står øvst på sida til studentane. Kan stå tomt.
rounds-field-contact-name = Kontakt
rounds-field-contact-email = E-post
rounds-field-contact-phone = Telefon
rounds-save = Lagre
rounds-save-new = Opprett runden
rounds-back = Tilbake til runden
rounds-empty-value = ingenting
rounds-announce-title = Kunngjer runden
rounds-announce-lead = Frå no av står reglar og datoar fast, og studentane kan lese dei. Plassar og studentar kan framleis leggjast til.
rounds-announce-will = Dette skjer
rounds-announce-promise = Portalen trekkjer eit hemmeleg tal no og viser studentane eit løfte om det.
rounds-announce-mail = { $moment }: ønska opnar, og { $count ->
         [one] éin student får
        *[other] { $count } studentar får
    } e-post.
rounds-announce-remind = 48 timar og 4 timar før fristen: ei påminning til dei som ikkje har stadfesta.
rounds-announce-close = { $moment }: ønska stengjer.
rounds-announce-checks = Kontrollert
rounds-announce-ready = Plassar, studentar og datoar er i orden.
rounds-announce-do = Kunngjer no
rounds-announce-not-yet = Rett opp dette først
rounds-cancel-title = Avlys runden
rounds-cancel-lead = Ingenting blir fordelt, og runden kan ikkje opnast att. Du kan kopiere han.
rounds-cancel-told = { $count ->
         [one] Éin student får
        *[other] { $count } studentar får
    } ein e-post med grunnen med ein gong.
rounds-cancel-untold = Runden er ikkje kunngjord, så ingen får beskjed.
rounds-cancel-reason = Grunn
rounds-cancel-reason-help = Studentane les dette ord for ord
rounds-cancel-reason-kept = Han blir lagra med runden, for dei som har ansvar for han
rounds-cancel-do = Avlys runden
rounds-rules-title = Slik blir plassane fordelte
rounds-rules-lead = Desse reglane stod fast før ønska opna. Dei blir ikkje endra.
rounds-rules-draft = Studentane ser denne sida når runden er kunngjord.
rounds-rules-dates = Datoar
rounds-rules-opens = Ønska opnar
rounds-rules-closes = Ønska stengjer
rounds-rules-published = Resultat
rounds-rules-weeks = Praksis
rounds-rules-course = Emne
rounds-rules-contact = Kontakt
rounds-rules-wishes = Ønska dine
rounds-rules-wishes-text = Set staden du helst vil ha, øvst. Du kan ønskje deg { $max ->
         [one] éin stad
        *[other] opptil { $max } stader
    }. Det har ikkje noko å seie når du leverer lista, så lenge det er før fristen. Lista du lagra sist, tel, også om du ikkje har stadfesta ho.
rounds-rules-wishes-min = Vi ber deg føre opp minst { $min ->
         [one] éin stad
        *[other] { $min } stader
    }. Ei kortare liste tel òg, men gjer det meir sannsynleg at ingen av ønska dine er ledige.
rounds-rules-ties = Stader du set likt, blir haldne opne så lenge som råd: kven av dei du får, blir avgjort sist, så fleire studentar får det dei ønskjer.
rounds-rules-draw = Loddtrekkinga
rounds-rules-draw-text = Kvar student får eit nummer ved loddtrekking. Studenten med nummer 1 får det beste ønsket sitt, så får nummer 2 det beste som er att, og så vidare. Ingen med eit seinare nummer kan ta ein plass frå deg.
rounds-rules-caps = Ein stad er full når plassane der er tekne, eller når praksisorganisasjonen eller regionen han høyrer til, ikkje tek imot fleire.
rounds-rules-seed = Nummera kjem frå eit hemmeleg tal som portalen trekte før ønska opna. Det du ser her, er eit løfte om det: ingen kan endre det hemmelege talet utan å bryte løftet. Når resultatet blir publisert, blir det hemmelege talet vist, og du kan kontrollere ditt eige nummer.
rounds-rules-promise = Løftet
rounds-rules-revealed = Det hemmelege talet
rounds-rules-check = Slik kontrollerer du trekninga
rounds-rules-file = Nummera er trekte utanfor portalen og kom med lista over studentar.
rounds-rules-hand = Plassert for hand
rounds-rules-hand-text = Praksiskontoret kan plassere ein student for hand på førehand, med ein grunn som blir teken vare på. Ein slik plass blir ikkje fordelt.
rounds-rules-none = Om du ikkje leverer ønske
rounds-rules-none-by-hand = Då er du ikkje med i fordelinga. Praksiskontoret plasserer deg etterpå, blant plassane som er att.
rounds-rules-none-last = Då trekkjer du sist, etter alle som har levert ønske, og alle ledige plassar i faget ditt tel som eitt ønske.
rounds-rules-late = Om du kjem seint
rounds-rules-late-text = Studentar som kjem til, eller som leverer ønske, etter fristen, trekkjer etter alle som var ute i tide.
rounds-rules-behalf = Om kontoret fører inn ønska dine
rounds-rules-behalf-text = Kontoret kan føre inn ønske for deg, til dømes frå papir. Dei blir merkte, og du får beskjed.
rounds-rules-withdraw = Om du trekkjer deg
rounds-rules-withdraw-text = Du kan trekkje deg når som helst. Før resultatet er du ute av fordelinga. Etterpå blir plassen din ledig, og ingen andre blir flytte.
rounds-rules-cancel = Om runden blir avlyst
rounds-rules-cancel-text = Då blir ingen plass fordelt, og alle får ein e-post med grunnen.
rounds-rules-result = Resultatet
rounds-rules-result-text = Du får ei side som seier kva plass du har, kvifor, og kvifor ikkje dei tidlegare ønska dine.
rounds-rules-decision = Resultatet er eit vedtak. Du kan klage innan tre veker etter at du får beskjed.
rounds-rules-notice = Resultatet er ei melding. Du kan be praksiskontoret om å byte.
rounds-my-title = Rundane mine
rounds-my-empty-title = Ingen rundar enno
rounds-my-empty-text = Når lærestaden kunngjer ein runde du deltek i, står han her. Du får òg e-post når du kan rangere ønska dine.
rounds-my-now = Dette gjer du no
rounds-my-do-waiting = Ingenting enno. Ønska opnar { $moment }, og då får du e-post. Du kan lese om stadene alt no.
rounds-my-do-open = Ranger ønska dine innan { $moment }.
rounds-my-do-open-sent = Du har levert ønske. Du kan endre dei til { $moment }.
rounds-my-do-closed = Ingenting. Ønska er stengde, og resultatet kjem { $moment }.
rounds-my-do-published = Resultatet er klart.
rounds-my-do-cancelled = Ingenting. Runden er avlyst, og ingen plassar blir fordelte.
rounds-my-do-withdrawn = Ingenting. Du har trekt deg frå denne runden.
rounds-my-rank = Ranger ønske
rounds-my-see-wishes = Sjå ønska mine
rounds-my-see-places = Sjå stadene
rounds-my-see-result = Sjå praksisen min
rounds-my-withdraw = Trekk deg frå runden
rounds-my-reason = Grunnen som er gjeven:
rounds-error-short-lists-pay = Denne fordelingsmåten løner korte lister: den som berre fører opp éin stad, må få han. La korte lister bli fylte opp eller avviste
rounds-error-short-of-nothing = Be om minst eitt ønske, så det er klart kva lister som er korte
rounds-error-cost = «{ $typed }» er ikkje ei rekkje med kostnader. Skriv heile tal med komma mellom, ingen mindre enn det førre, til dømes 1,2,3
rounds-part-mechanism = Slik blir plassane fordelte
rounds-field-mechanism = Fordelingsmåten
rounds-field-mechanism-help = Studentane får vite han når runden blir kunngjord, og etter det kan han ikkje endrast
rounds-mechanism-lottery = Loddtrekking
rounds-mechanism-lottery-note = I rekkjefølgja frå ei loddtrekking får kvar student det beste ønsket som er att. Ærlege lister er alltid trygge. Passar der det er god plass.
rounds-mechanism-priority = Prioritetsgrupper, så loddtrekking
rounds-mechanism-priority-note = På kvar stad går prioritetsgruppene til praksisstadene først, så loddtrekkinga. Ærlege lister er alltid trygge. Passar der praksisstadene skal ha noko å seie.
rounds-mechanism-mincost = Flest med plass, så ønska samla
rounds-mechanism-mincost-note = Så mange som råd får plass, og summen av prioritetane for ønska som blir oppfylte, er så låg som råd. Ei taktisk liste kan løne seg. Passar der alle må ha plass.
rounds-mechanism-rankmax = Flest førsteønske
rounds-mechanism-rankmax-note = Så mange som råd får førsteønsket, så andreønsket, og så vidare; fleire kan bli ståande utan plass. Ei taktisk liste kan løne seg. Passar med god plass, der førsteønsket betyr mest.
rounds-mechanism-greedymax = Flest med plass, så flest førsteønske
rounds-mechanism-greedymax-note = Så mange som råd får plass; innanfor det får så mange som råd førsteønsket, så andreønsket. Ei taktisk liste kan løne seg. Passar der alle må ha plass og førsteønsket betyr mest.
rounds-mechanism-generous = Flest med plass, færrast langt nede på lista
rounds-mechanism-generous-note = Så mange som råd får plass; innanfor det får så få som råd det siste ønsket på lista, så det nest siste. Ei taktisk liste kan løne seg. Passar for obligatorisk praksis.
rounds-mechanism-manual = For hand
rounds-mechanism-manual-note = Praksiskontoret plasserer alle for hand, med ein grunn for kvar. Det er inga loddtrekking. Passar for få studentar.
rounds-field-short-lists = Lister med færre ønske enn de ber om
rounds-field-short-lists-help = Der så mange som råd får plass, ville ei kort liste løne seg: der blir dei fylte opp eller avviste
rounds-short-lists-count = Tel som dei er
rounds-short-lists-count-note = Studentane blir bedne om så mange når dei stadfestar, men ei kortare liste som er lagra, tel òg
rounds-short-lists-complete = Blir fylte opp
rounds-short-lists-complete-note = Alle andre stader i faget til studenten blir lagde til, alle saman som eitt siste ønske
rounds-short-lists-refuse = Kan ikkje stadfestast
rounds-short-lists-refuse-note = Studenten blir beden om fleire; det som står ustadfesta og kort ved fristen, blir fylt opp
rounds-field-cost = Kva prioritetane kostar
rounds-field-cost-help = Tel der ønska blir sedde samla: kostnaden for ønske 1, 2, 3 og så vidare. 1,2,3 er prioriteten sjølv, 1,4,9 unngår låge ønske. Rekkja held fram med siste steg.
rounds-field-travel-limit = Lengste reise, i minutt
rounds-field-travel-limit-help = Ønske som er lenger unna, blir ikkje rekna med der reisetida er kjend. Lat feltet stå tomt for inga grense.
rounds-field-groups = Grupper
rounds-groups-yes = Blir haldne saman der det er råd
rounds-groups-yes-note = Grupper i studentfila får plass på éin stad først, når ingen mistar plass av det
rounds-groups-no = Tel ikkje
rounds-groups-no-note = Kvar student blir plassert for seg
rounds-field-classes = Kva prioritetsgruppene tyder
rounds-field-classes-help = Trengst for prioritetsgrupper, og studentane får vite det: éi tyding for alle stader, til dømes «0: har familie i nærleiken. 1: alle andre». Den lågaste går først.
rounds-rules-short-complete = Fører du opp færre enn { $min ->
         [one] éin stad
        *[other] { $min } stader
    }, legg vi alle andre stader i faget ditt til sist på lista, alle saman som eitt likt siste ønske. Ei kort liste bringar deg altså ikkje lenger enn ei lang.
rounds-rules-short-refuse = Du kan stadfeste lista når ho har minst { $min ->
         [one] éin stad
        *[other] { $min } stader
    }, eller alle stadene i faget ditt. Står det ei kortare liste der ved fristen, legg vi til alle andre stader i faget ditt, som eitt likt siste ønske.
rounds-rules-ties-priority = Stader du set likt, blir først sette i rekkjefølgje ved loddtrekking.
rounds-rules-allocation = Slik blir det avgjort
rounds-rules-mechanism = Fordelingsmåten er: { $name }.
rounds-rules-priority-text = Kvar student får eit nummer ved loddtrekking, og på kvar stad ei prioritetsgruppe. Det beste ønsket ditt blir prøvd først. Der ein stad er full, held dei i ei lågare gruppe på plassen, og innanfor ei gruppe dei med lågare nummer. Den som må vike, blir prøvd på neste ønske. Til slutt har ingen som står bak deg på ein stad, ein plass der som du heller ville hatt.
rounds-rules-classes = Kva prioritetsgruppene tyder: { $meaning }
rounds-rules-mincost-text = Alle listene blir sedde samla. Først får så mange studentar som råd plass. Blant alle måtar å gjere det på tek vi ein der kostnadene for ønska som blir oppfylte, til saman er lågast. Ønske 1, 2, 3 og så vidare kostar { $cost }, og rekkja held fram med siste steg. Der fleire måtar er like gode, avgjer rekkjefølgja i ei loddtrekking.
rounds-rules-rankmax-text = Alle listene blir sedde samla. Så mange studentar som råd får førsteønsket; innanfor det får så mange som råd andreønsket, og så vidare. Ingen blir flytta ned for å gje plass til eit seinare ønske hos ein annan. Der fleire måtar er like gode, avgjer rekkjefølgja i ei loddtrekking.
rounds-rules-greedymax-text = Alle listene blir sedde samla. Først får så mange studentar som råd plass. Blant alle måtar å gjere det på får så mange som råd førsteønsket; innanfor det får så mange som råd andreønsket, og så vidare. Der fleire måtar er like gode, avgjer rekkjefølgja i ei loddtrekking.
rounds-rules-generous-text = Alle listene blir sedde samla. Først får så mange studentar som råd plass. Blant alle måtar å gjere det på får så få som råd det siste ønsket på den lengste lista; innanfor det får så få som råd det nest siste, og så vidare oppover. Der fleire måtar er like gode, avgjer rekkjefølgja i ei loddtrekking.
rounds-rules-manual-text = Det er inga loddtrekking. Praksiskontoret les alle ønska og plasserer alle for hand. Ein grunn blir skriven ned for kvar plass.
rounds-rules-travel = Ønske om stader som vi veit er meir enn { $minutes } minutt unna deg, blir ikkje rekna med.
rounds-rules-bans = Eit ønske om din eigen arbeidsplass, eller om ein stad der ein slektning ville avgjort over deg, blir ikkje rekna med. Kontoret fører den lista, og du får beskjed om ho gjeld deg.
rounds-rules-groups = Grupper
rounds-rules-groups-text = Studentar som er melde på som gruppe, får plass først, saman på ein stad alle har ønskt, når det ikkje gjer at nokon andre blir ståande utan plass. Går det ikkje, går kvar vidare åleine med heile lista.
rounds-rules-none-counted-last = Då tel alle ledige plassar i faget ditt som eitt likt ønske, med lågare prioritet enn alle ønske andre har levert.
rounds-rules-late-priority = Studentar som kjem til, eller som leverer ønske, etter fristen, kjem etter alle i si prioritetsgruppe som var ute i tide.
rounds-rules-late-together = Ønske som kjem etter fristen, men før plassane blir fordelte, blir sedde saman med dei andre. Der loddtrekkinga avgjer mellom like gode måtar, går dei som var ute i tide, først.
rounds-rules-late-manual = Spør praksiskontoret. Det plasserer deg for hand, som alle andre.
rounds-rules-none-manual = Då finn praksiskontoret ein plass til deg utan å vite kva du vil.
rounds-announce-told = No: { $count ->
         [one] éin student får
        *[other] { $count } studentar får
    } ein e-post med datoar, reglar og fordelingsmåte.
rounds-announce-mechanism = Fordelingsmåten står fast frå no av: { $name }.
rounds-mail-announced-subject = Slik blir plassane fordelte i { $round }
rounds-mail-announced-text = Datoar og reglar for { $round } er fastsette og blir ikkje endra. Du kan lese om stadene no og rangere ønska dine frå { $moment }.
rounds-mail-fact-mechanism = Fordelingsmåte: { $name }. { $note }
rounds-changes = Siste endringar
rounds-changes-all = Alle endringar, med angring
rounds-changes-lead = Det som er gjort i denne runden, det siste først. Det som kan takast tilbake, har ei lenkje eller ein knapp.
rounds-changes-count = { $count ->
    [one] Éi endring
   *[other] { $count } endringar
}
rounds-changes-what = Kva
rounds-changes-when = Når
rounds-changes-who = Kven
rounds-changes-portal = Portalen
rounds-changes-undo = Angre
rounds-changes-none = Ingenting er endra enno
rounds-changes-none-text = Når nokon endrar noko i runden, står det her.
rounds-did-placed-by-hand = Plasserte ein student for hand
rounds-did-released-by-hand = Frigjorde ein student som var plassert for hand
rounds-did-seats-changed = { $rows ->
    [one] Endra talet på plassar på éin stad
   *[other] Endra talet på plassar på { $rows } stader
}
rounds-link-pairs = Prioritetsgrupper, reisetid og utelukka
rounds-did-pairs-noted = Prioritetsgrupper, reisetid og utelukka stader vart noterte for { $count } par
rounds-wizard-change = Endre
rounds-wizard-give-up = Gi opp: kast det eg har skrive
rounds-wizard-one-page = Alt på éi side
rounds-wizard-drafts = Påbyrja, ikkje oppretta enno
rounds-wizard-go-on = Hald fram
rounds-wizard-lead = Steg { $step } av { $steps }. Det som er gale på ei side, står der; du kan gå vidare og rette det seinare.
rounds-wizard-check = Kontroller og opprett runden
rounds-wizard-check-lead = Ingen ser runden før du opprettar han, og studentane ikkje før du kunngjer han.
rounds-wizard-next = Lagre og gå vidare
rounds-wizard-make = Opprett runden
rounds-wizard-unnamed = Runde utan namn
rounds-wizard-since = Endra { $when }
rounds-wizard-stair = Steg til ein ny runde
rounds-wizard-wrong = Noko er ikkje rett enno. Det er merkt nedanfor, med sida der det blir retta.
rounds-api-list = List opp rundane, i rekkjefølgje etter id
rounds-api-make = Lag ein runde
rounds-api-show = Vis ein runde
rounds-api-change = Endre det runden bestemmer, før han er kunngjord
rounds-api-announce = Kunngjer ein runde: Reglar og datoar blir fortalde studentane og endrar seg ikkje meir
rounds-api-cancel = Avlys ein runde, med ei grunngiving som alle får
rounds-practice-open = Øv: opne for ønske no
rounds-practice-close = Øv: steng for ønske no
rounds-api-changes = List opp det som er endra i ein runde, 500 endringar tilbake
rounds-did-second-look-asked = Bad om at ein til ser på det
rounds-did-second-look-given = Stadfesta som nummer to
rounds-did-second-look-refused = Avviste som nummer to
rounds-did-second-look-withdrawn = Trekte tilbake noko som venta på ein til
rounds-calendar-open = Ønska opnar: { $round }
rounds-calendar-close = Ønska stengjer: { $round }
rounds-calendar-result = Resultatet kjem: { $round }
rounds-calendar-publish = Publiser resultatet: { $round }
