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
rounds-lack-places = Ingen tilbud har plasser ennå. Importer plasser eller legg dem til
rounds-lack-students = Ingen deltar ennå. Importer studenter eller legg dem til
rounds-lack-lottery = { $missing ->
         [one] Én student mangler loddnummer
        *[other] { $missing } studenter mangler loddnummer
    }. Importer studentfilen på nytt med numre
rounds-lack-lottery-repeated = To studenter har loddnummer { $number }. Gi hver sitt nummer
rounds-lack-subjects = { $students ->
         [one] Én student har et fag som ingen plass er for
        *[other] { $students } studenter har et fag som ingen plass er for
    }
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
