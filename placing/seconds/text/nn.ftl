seconds-title = Ventar på ein til
seconds-lead = Organisasjonen vil at to personar skal stå bak ei plassering for hand og bak prioritetsgrupper. Det som står her, tel ikkje i trekkinga eller publiseringa før nokon andre enn den som bad om det, har stadfesta det.
seconds-none = Ingenting ventar.
seconds-what-placement = Plassere { $person } ved { $place }
seconds-what-release = Ta { $person } ut av plassen gjeven for hand
seconds-what-classes = { $n ->
        [one] Setje { $n } prioritetsgruppe
       *[other] Setje { $n } prioritetsgrupper
    }
seconds-what-rule = Slutte å krevje to personar
seconds-asked-by = { $name } ber om det
seconds-refused-by = Avvist av { $name }
seconds-reason = Les grunngjevinga, som er fortruleg
seconds-mine = Du bad om dette. Nokon andre må stadfeste det.
seconds-withdraw = Trekk tilbake
seconds-confirm = Stadfest
seconds-refuse = Avvis
seconds-refuse-why = Kvifor? Den som bad om det, les det fortruleg.
seconds-refuse-do = Avvis
seconds-refused = Dine som vart avviste
seconds-newer = Tidlegare
seconds-older = Seinare
seconds-rules = Plassering for hand
seconds-rules-lead = Kor mange som ser på ei plassering for hand, og kven som les fortrulege grunngjevingar.
seconds-rule = To personar
seconds-rule-help = Ei plassering for hand, det å ta nokon ut att og nye prioritetsgrupper ventar då til ein annan administrator har stadfesta. Òg det å avslutte regelen må to vere samde om.
seconds-rule-yes = Ein annan person stadfestar
seconds-rule-no = Éin person avgjer
seconds-rule-ends = At regelen blir avslutta, ventar på at nokon andre stadfestar det.
seconds-readers = Kven som les grunngjevingane
seconds-readers-help = Den som skreiv ei grunngjeving eller skal stadfeste ho, les ho uansett. Alle andre må førast opp her. Studenten ser kvar gong nokon opnar ho.
seconds-save = Lagre
seconds-task = { $n ->
        [one] { $n } sak ventar på at du ser på ho
       *[other] { $n } saker ventar på at du ser på dei
    }
seconds-task-text = Ein kollega har bede om det; det tel ikkje før du stadfestar
seconds-task-go = Sjå på det
seconds-student-waits = Noko om denne studenten ventar på ein til og tel ikkje enno.
seconds-will-wait = Ein annan administrator må stadfeste det før det tel.
seconds-round-waits = { $n ->
        [one] { $n } sak i denne runden ventar på ein til. Trekkinga og publiseringa tel ho ikkje.
       *[other] { $n } saker i denne runden ventar på ein til. Trekkinga og publiseringa tel dei ikkje.
    }
seconds-error-alone = Du bad om dette sjølv. Nokon andre må stadfeste det.
seconds-error-decided = Dette ventar ikkje lenger: nokon har avgjort det eller trekt det tilbake.
seconds-error-waits = Noko om denne studenten ventar alt på ein til. Få det stadfesta eller avvist først.
seconds-error-nobody-else = Du er den einaste administratoren: ingen andre kan stadfeste. Gje rolla til ein person til først.
seconds-error-nobody = Berre ein innlogga person kan be om at nokon ser på det.
seconds-error-no-note = Skriv kvifor du avviser det.
seconds-error-long-note = Grunngjevinga har { $got } teikn. Kort ho ned til høgst { $max }.
seconds-error-odd-note = Grunngjevinga inneheld teikn som ikkje kan visast. Skriv ho på nytt.
seconds-api-list = Det som ventar på ein til
seconds-api-confirm = Stadfest det ein annan på kontoret bad om
seconds-api-refuse = Avvis det ein annan på kontoret bad om
