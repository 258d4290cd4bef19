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
rounds-lack-places = Ingen tilbud har pladser endnu. Importér pladser, eller tilføj dem
rounds-lack-students = Ingen deltager endnu. Importér studerende, eller tilføj dem
rounds-lack-lottery = { $missing ->
         [one] Én studerende mangler lodtrækningsnummer
        *[other] { $missing } studerende mangler lodtrækningsnummer
    }. Importér filen med studerende igen med numre
rounds-lack-lottery-repeated = To studerende har lodtrækningsnummer { $number }. Giv hver sit nummer
rounds-lack-subjects = { $students ->
         [one] Én studerende har et fag, som ingen plads er til
        *[other] { $students } studerende har et fag, som ingen plads er til
    }
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
