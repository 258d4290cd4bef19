seconds-title = Venter på en til
seconds-lead = Organisasjonen vil at to personer skal stå bak en plassering for hånd og bak prioritetsgrupper. Det som står her, teller ikke i trekningen eller publiseringen før noen andre enn den som ba om det, har bekreftet det.
seconds-none = Ingenting venter.
seconds-what-placement = Plassere { $person } ved { $place }
seconds-what-release = Ta { $person } ut av plassen gitt for hånd
seconds-what-classes = { $n ->
        [one] Sette { $n } prioritetsgruppe
       *[other] Sette { $n } prioritetsgrupper
    }
seconds-what-rule = Slutte å kreve to personer
seconds-asked-by = { $name } ber om det
seconds-refused-by = Avvist av { $name }
seconds-reason = Les begrunnelsen, gitt i fortrolighet
seconds-mine = Du ba om dette. Noen andre må bekrefte det.
seconds-withdraw = Trekk tilbake
seconds-confirm = Bekreft
seconds-refuse = Avvis
seconds-refuse-why = Hvorfor? Den som ba om det, leser det i fortrolighet.
seconds-refuse-do = Avvis
seconds-refused = Dine som ble avvist
seconds-newer = Tidligere
seconds-older = Senere
seconds-rules = Plassering for hånd
seconds-rules-lead = Hvor mange som ser på en plassering for hånd, og hvem som leser begrunnelser gitt i fortrolighet.
seconds-rule = To personer
seconds-rule-help = En plassering for hånd, det å ta noen ut igjen og nye prioritetsgrupper venter da til en annen administrator har bekreftet. Også det å avslutte regelen må to være enige om.
seconds-rule-yes = En annen person bekrefter
seconds-rule-no = Én person avgjør
seconds-rule-ends = At regelen avsluttes, venter på at noen andre bekrefter det.
seconds-readers = Hvem som leser begrunnelsene
seconds-readers-help = Den som skrev en begrunnelse eller skal bekrefte den, leser den uansett. Alle andre må føres opp her. Studenten ser hver gang noen åpner den.
seconds-save = Lagre
seconds-task = { $n ->
        [one] { $n } sak venter på at du ser på den
       *[other] { $n } saker venter på at du ser på dem
    }
seconds-task-text = En kollega har bedt om det; det teller ikke før du bekrefter
seconds-task-go = Se på det
seconds-student-waits = Noe om denne studenten venter på en til og teller ikke ennå.
seconds-will-wait = En annen administrator må bekrefte det før det teller.
seconds-round-waits = { $n ->
        [one] { $n } sak i denne runden venter på en til. Trekningen og publiseringen teller den ikke.
       *[other] { $n } saker i denne runden venter på en til. Trekningen og publiseringen teller dem ikke.
    }
seconds-error-alone = Du ba om dette selv. Noen andre må bekrefte det.
seconds-error-decided = Dette venter ikke lenger: noen har avgjort det eller trukket det tilbake.
seconds-error-waits = Noe om denne studenten venter allerede på en til. Få det bekreftet eller avvist først.
seconds-error-nobody-else = Du er den eneste administratoren: ingen andre kan bekrefte. Gi rollen til en person til først.
seconds-error-nobody = Bare en innlogget person kan be om at noen ser på det.
seconds-error-no-note = Skriv hvorfor du avviser det.
seconds-error-long-note = Begrunnelsen har { $got } tegn. Kort den ned til høyst { $max }.
seconds-error-odd-note = Begrunnelsen inneholder tegn som ikke kan vises. Skriv den på nytt.
seconds-api-list = Det som venter på en til
seconds-api-confirm = Bekreft det en annen på kontoret ba om
seconds-api-refuse = Avvis det en annen på kontoret ba om
