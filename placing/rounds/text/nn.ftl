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
rounds-lack-places = Ingen tilbod har plassar enno. Importer plassar eller legg dei til
rounds-lack-students = Ingen deltek enno. Importer studentar eller legg dei til
rounds-lack-lottery = { $missing ->
         [one] Éin student manglar loddnummer
        *[other] { $missing } studentar manglar loddnummer
    }. Importer studentfila på nytt med nummer
rounds-lack-lottery-repeated = To studentar har loddnummer { $number }. Gje kvar sitt nummer
rounds-lack-subjects = { $students ->
         [one] Éin student har eit fag som ingen plass er for
        *[other] { $students } studentar har eit fag som ingen plass er for
    }
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
