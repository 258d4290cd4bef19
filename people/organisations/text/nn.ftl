organisations-text-empty = Fyll ut dette feltet.
organisations-text-too-long = Teksten har { $got } teikn. Kort han ned til høgst { $max }.
organisations-number-taken = Ein annan organisasjon har nummeret { $number }. Kontroller nummeret.
organisations-key-taken = Ei anna eining har nøkkelen «{ $key }». Vel ein annan.
organisations-no-parent = Eininga du ville leggje henne under, finst ikkje lenger. Vel ei anna.
organisations-units-full = Organisasjonen har alt { $max } einingar, og det er ikkje plass til fleire.
organisations-unit-gone = Eininga finst ikkje den dagen. Vel ein annan dag eller ei anna eining.
organisations-nothing-changed = Slik er det alt. Endre noko, eller avbryt.
organisations-open-below = { $units ->
         [one] Éi eining ligg under denne.
        *[other] { $units } einingar ligg under denne.
    } Flytt eller avslutt dei først.
organisations-in-itself = Ei eining kan ikkje liggje under seg sjølv. Vel ei anna.
organisations-no-target = Inga eining heiter «{ $typed }». Skriv nøkkelen, namnet eller heile stien.
organisations-many-targets = { $units } einingar heiter «{ $typed }». Skriv nøkkelen eller heile stien, til dømes «{ $path }».
organisations-widens = Nokon med ei anna rolle enn di ville fått ansvar for desse einingane. Spør ein som har den rolla for heile organisasjonen.
organisations-day-gone = Den dagen er forbi. Vel i dag eller ein seinare dag.
organisations-no-day = «{ $typed }» er ikkje ein dato. Skriv år-månad-dag, til dømes 2027-03-01.
organisations-changed-since = Nokon har endra eininga etter at du såg på henne. Slik er ho no: sjå ein gong til og stadfest på nytt.
organisations-too-many-planned = { $max } endringar er alt planlagde. Vent til nokre av dei gjeld, eller trekk nokre tilbake.
organisations-not-planned = Endringa er ikkje lenger ein plan. Ho gjeld alt, eller ho er trekt tilbake.
organisations-title = Organisasjon
organisations-nav = Organisasjon
organisations-lead = Einingane slik dei er, slik dei var, og slik dei er planlagde.
organisations-top = Rett under organisasjonen
organisations-choose = Vel ei eining
organisations-did-add = { $name } lagd til
organisations-did-describe = { $name } fekk ny nøkkel eller adresse
organisations-did-name = { $before } fekk namnet { $after }
organisations-did-move = { $name } flytta til: { $to }
organisations-did-close = { $name } avslutta
organisations-did-merge = { $name } vart ein del av { $into }
organisations-planned = Planlagd
organisations-done = Utført
organisations-withdrawn = Trekt tilbake
organisations-failed = Lét seg ikkje gjere
organisations-act-added = er ny
organisations-act-named = nytt namn
organisations-act-moved = blir flytta
organisations-act-closed = blir avslutta
organisations-act-merged = blir del av ei anna
organisations-coming = { $act } { $when }
organisations-people = { $people ->
         [one] 1 person
        *[other] { $people } personar
    }
organisations-hidden = { $units ->
         [one] 1 eining under
        *[other] { $units } einingar under
    }
organisations-rest = { $units ->
         [one] Éi eining til står øvst. Søk etter henne.
        *[other] { $units } einingar til står øvst. Søk etter dei.
    }
organisations-units-none = Ingen einingar denne dagen
organisations-units-none-text = Legg til den første eininga, eller hent heile treet frå ei fil.
organisations-units = Einingar
organisations-add = Legg til eining
organisations-add-below = Legg til eining her
organisations-add-lead = Ei eining er ei avdeling, ein sengepost, ein skule: alt som har eigne folk, roller eller plassar.
organisations-on = Denne dagen
organisations-find = Finn ei eining
organisations-show = Vis
organisations-show-today = Tilbake til i dag
organisations-was = Slik var treet { $day }.
organisations-will-be = Slik er treet planlagt { $day }.
organisations-figure-units = Einingar
organisations-figure-people = Personar
organisations-figure-roles = Roller
organisations-figure-plans = Planlagde endringar
organisations-found = { $count ->
         [0] Fann inga eining
         [one] Fann éi eining
        *[other] Fann { $count } einingar
    }
organisations-more-found = Og { $count } til. Skriv meir av namnet.
organisations-plans = Planlagde endringar
organisations-plans-none = Ingenting er planlagt.
organisations-failed-count = { $count ->
         [one] Éin plan lét seg ikkje gjennomføre
        *[other] { $count } planar lét seg ikkje gjennomføre
    }
organisations-settings = Innstillingar
organisations-history = Alle endringar
organisations-history-lead = Kva som er gjort med einingane, kva som er planlagt, og kva som er trekt tilbake.
organisations-fact-people = Personar her
organisations-fact-roles = Roller her
organisations-fact-from = Første dag
organisations-fact-until = Siste dag
organisations-fact-place = Ligg i
organisations-field-name = Namn
organisations-field-key = Nøkkel
organisations-field-key-help = Det andre system kallar eininga. Filer finn henne på dette.
organisations-field-address = Adresse
organisations-field-from = Gjeld frå
organisations-field-from-help = I dag eller ein dag som kjem. Ein seinare dag er ein plan som kan trekkjast tilbake.
organisations-field-note = Kvifor
organisations-field-note-help = Ikkje påkravd. Står i historikken.
organisations-to = Eining
organisations-to-help = Skriv nøkkelen, namnet eller heile stien.
organisations-to-help-top = Skriv nøkkelen, namnet eller heile stien. Tomt er rett under organisasjonen.
organisations-below = Einingar her
organisations-below-none = Ingen einingar ligg under denne.
organisations-more = Dette kan du gjere
organisations-do-name = Endre namn, nøkkel eller adresse
organisations-do-move = Flytt
organisations-do-merge = Gjer henne til ein del av ei anna eining
organisations-do-close = Avslutt
organisations-withdraw = Trekk tilbake
organisations-is-part-of = Eininga er no ein del av { $name }.
organisations-ended = Eininga er avslutta. Siste dag var { $day }.
organisations-begins = Eininga begynner { $day }.
organisations-name-title = Endre { $name }
organisations-name-lead = Personar, roller og praksisplassar blir der dei er.
organisations-move-title = Flytt { $name }
organisations-move-lead = Alt som ligg under eininga, følgjer med. Dei som har ansvar der ho kjem, får ansvar for denne òg.
organisations-close-title = Avslutt { $name }
organisations-close-lead = Historikken blir ståande. Dei som høyrer til her, høyrer frå då av til eininga over.
organisations-merge-title = Gjer { $name } til ein del av ei anna eining
organisations-merge-lead = Dei som høyrer til her, høyrer frå då av til den andre eininga. Historikken blir ståande.
organisations-preview = Dette vil skje
organisations-touched = Dette blir råka
organisations-gaining = { $people ->
         [one] Éin person som har ansvar der eininga kjem, får ansvar for denne òg.
        *[other] { $people } personar som har ansvar der eininga kjem, får ansvar for denne òg.
    }
organisations-merge-note = Roller her gjeld vidare for det som var her, og blir ikkje større. Gi roller i den andre eininga til dei som skal ha ansvar for alt.
organisations-close-note = Roller her sluttar saman med eininga.
organisations-confirm = Endre frå { $day }
organisations-change-again = Endre det du valde
organisations-see = Sjå kva som skjer
organisations-save = Legg til
organisations-what = Kva
organisations-by = Av
organisations-state = Status
organisations-changes = { $count ->
         [one] 1 endring
        *[other] { $count } endringar
    }, siste dag først
organisations-pages = { $from }–{ $to } av { $all }
organisations-changes-none = Ingen endringar enno
organisations-changes-none-text = Når nokon legg til, flyttar, endrar namn på eller avsluttar ei eining, står det her.
organisations-see-people = Sjå personane her
organisations-see-roles = Sjå rollene her
organisations-import = Einingane i organisasjonen
organisations-import-help = Einingar med eigen nøkkel, namn og nøkkelen til eininga dei ligg i. Einingar som er kjende på nøkkelen, blir retta; dei som fila ikkje nemner, blir som dei er.
organisations-column-key = Nøkkel
organisations-column-name = Namn
organisations-column-parent = Nøkkelen til eininga over
organisations-column-address = Adresse
organisations-in-use = Personar eller einingar er knytte til einingar frå denne fila no. Flytt dei først, så kan importen angrast.
organisations-api-own = Vis organisasjonen tokenet høyrer til
organisations-api-all = List opp organisasjonane som er med
organisations-api-units = List opp einingane slik dei er ein viss dag
organisations-api-unit = Vis ei eining slik ho er ein viss dag
organisations-api-found = Legg til ei eining, frå og med ein dag
organisations-api-change = Gi nytt namn til, flytt, legg ned eller slå saman ei eining, frå og med ein dag
organisations-practice = Øvingskopi
organisations-api-changes = List opp det som er og blir gjort med einingane
organisations-api-withdraw = Trekk ei planlagd endring av ei eining tilbake
organisations-placing-rules = Plassering for hand
organisations-no-choice = «{ $typed }» er ikkje blant vala. Vel eitt frå lista.
organisations-facts-changed = Nokon andre har lagra sidan du opna dette. Samanlikn versjonane, og lagre på nytt.
organisations-about-title = Om organisasjonen
organisations-about-lead = Det alle les om dykk: øvst på kvar side, under Hjelp og i e-postar.
organisations-about-name = Fullt namn
organisations-about-short-name = Kort namn
organisations-about-short-name-help = Står der det er lite plass, til dømes øvst på kvar side.
organisations-about-number = Organisasjonsnummer
organisations-about-number-help = Frå Einingsregisteret eller CVR. Kan stå tomt. Innstillingane til portalen kan vise til organisasjonen med nummeret: Endre det der òg.
organisations-about-kind = Kva han gjer med praksis
organisations-about-institution = Sender studentar
organisations-about-host = Tek imot studentar
organisations-about-both = Sender og tek imot studentar
organisations-about-contact = Kven ein kan spørje
organisations-about-contact-name = Person eller kontor
organisations-about-contact-name-help = Kan stå tomt. Alle som er logga inn og høyrer til organisasjonen, kan lese det.
organisations-about-contact-email = E-postadresse for spørsmål
organisations-about-contact-phone = Telefon for spørsmål
organisations-about-place = Språk og tid
organisations-about-lang = Språket til organisasjonen
organisations-about-lang-help = For dei som ikkje har valt sjølve.
organisations-about-zone = Tidssone
organisations-about-zone-help = Fristar blir oppgjevne i henne. Om du endrar henne, blir ingen frist flytta: Kvar av dei er det same tidspunktet som før, og blir vist etter klokka i den nye sona.
organisations-about-save = Lagre
organisations-about-saved = Lagra.
organisations-about-saved-zone = Lagra. Fristane er dei same tidspunkta som før, og blir no viste etter klokka i { $zone }.
organisations-about-theirs = Lagra av { $by }, { $at }
organisations-about-yours = Det du skreiv
organisations-about-history = Tidlegare endringar
organisations-about-confirmed = Lese gjennom utan endringar
organisations-about-did-change = { $field }: «{ $before }» vart «{ $after }»
organisations-about-did-put = { $field } er endra
organisations-api-put = Endre det alle les om organisasjonen
organisations-held = Kven som tek seg av eininga
organisations-held-none = Inga rolle er gitt på sjølve eininga, så langt du kan sjå. Dei som har ei rolle over henne, tek seg av henne òg.
organisations-held-more = { $count ->
         [one] Éi rolle til
        *[other] { $count } roller til
    }
organisations-held-give = Gi ei rolle her
