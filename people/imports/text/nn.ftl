imports-title = Importer
imports-kinds = Kva vil du importere?
imports-no-file = Vel ei fil, eller lim inn radene frå reknearket.
imports-columns-missing = Ei kolonne som må vere med, er ikkje funnen. Vel ho i lista, og sjå på radene igjen.
imports-wrong-state = Denne importen er alt fullført eller avbroten. Opne han på nytt for å sjå korleis det gjekk.
imports-nothing-ready = Ingen rader er klare til å importerast. Rett radene under først, eller vel ei anna fil.
imports-changed-meanwhile = Nokon har endra denne importen sidan du opna han. Sjå på radene igjen før du importerer.
imports-too-late = Denne importen kan ikkje angrast lenger. Rett radene éi for éi, eller importer ei ny fil.
imports-too-many-corrections = Høgst { $max } rader kan rettast her. Rett resten i fila og last ho opp på nytt.
imports-cell-missing = Dette må fyllast ut. Skriv ein verdi, eller la rada vente.
imports-cell-formula = Cella inneheld ein formel. Skriv sjølve verdien.
imports-cell-error = Cella viser feilen { $found }. Skriv sjølve verdien.
imports-cell-digits = Talet har fleire siffer enn eit rekneark tek vare på. Skriv det på nytt, og formater kolonnen som tekst i fila.
imports-cell-long = Teksten er lengre enn { $max } teikn. Kort han ned.
imports-cell-number = «{ $value }» er ikkje eit heilt tal frå { $min } til { $max }. Skriv eit slikt tal.
imports-cell-no-such-day = «{ $value }» finst ikkje. Skriv dag.månad.år.
imports-cell-no-date = «{ $value }» er ikkje ein dato. Skriv dag.månad.år.
imports-cell-unknown = «{ $value }» er ukjend her. Skriv ein som finst, eller la rada vente.
imports-cell-unknown-nearest = «{ $value }» er ukjend her. Meinte du «{ $nearest }»?
imports-cell-repeated = «{ $value }» står alt i rad { $row }. Endre éin av dei, eller la denne rada vente.
imports-place = Rad { $row }, { $column }
imports-place-in-sheet = Ark «{ $sheet }», rad { $row }, { $column }
imports-waits-for = Ventar til rad { $row } er retta
imports-new-heading = Importer: { $what }
imports-limits = CSV eller XLSX, høgst { $megabytes } MB og { $rows } rader. Ingenting blir lagra før du har sett radene og stadfesta.
imports-file = Fil
imports-pasted = Eller lim inn rader frå reknearket
imports-pasted-help = Ta med rada med overskrifter.
imports-pasted-name = Innlimte rader
imports-columns-known = Kolonnar som blir kjende att
imports-column = Kolonne
imports-column-required = Må vere med
imports-column-optional = Kan utelatast
imports-read-file = Les fila
imports-stair = Stega i importen
imports-step-file = Fil
imports-step-columns = Kolonnar
imports-step-check = Kontroll
imports-step-receipt = Kvittering
imports-rows-read = { $count ->
    [one] Éi rad lesen
   *[other] { $count } rader lesne
}
imports-columns-found = { $found } av { $all } kjende att
imports-to-fix = { $count ->
    [0] Ingenting å rette
    [one] Éi må rettast
   *[other] { $count } må rettast
}
imports-can-be-undone = kan angrast
imports-heading-ready = { $ready ->
    [one] Éi rad er klar
   *[other] { $ready } rader er klare
}
imports-heading-both = { $ready ->
    [one] Éi rad er klar, { $wrong } må rettast
   *[other] { $ready } rader er klare, { $wrong } må rettast
}
imports-heading-columns = Kva kolonne er kva?
imports-nothing-saved = Ingenting er lagra enno. Fila er { $file }.
imports-nothing-saved-sheet = Ingenting er lagra enno. Fila er { $file }, ark «{ $sheet }».
imports-code-page = Fila er lesen som Windows-1252. Sjå etter at namn med æ, ø og å ser rette ut.
imports-new = Nye
imports-changed = Endra
imports-same = Uendra
imports-wrong = Må rettast
imports-gone = Ikkje lenger i fila
imports-gone-note = Blir verande. Ingenting blir sletta ved import
imports-mapping = Kolonnane i fila
imports-mapping-missing = Fila har inga kolonne for «{ $column }». Vel ei, eller legg til overskrifta i fila og last ho opp på nytt. Overskrifter i fila: { $found }.
imports-mapping-unused = Ikkje brukt: { $columns }
imports-mapping-none = Ikkje i fila
imports-mapping-save = Bruk desse kolonnane
imports-mapping-change = Endre kolonnar
imports-sheet = Ark
imports-unnamed-column = Kolonne { $number }
imports-fix-these = Rett desse
imports-fix-how = Rett her, eller i reknearket og last opp på nytt
imports-fix-caption = { $shown } av { $all } rader som må rettast
imports-row = Rad
imports-leave-out = La rada vente
imports-leave-out-all = La alle desse vente
imports-row-context = (rad { $row })
imports-check-again = Kontroller på nytt
imports-waiting = { $count ->
    [one] Éi rad ventar og blir ikkje importert.
   *[other] { $count } rader ventar og blir ikkje importerte.
}
imports-take-in-all = Ta dei med igjen
imports-choice = Val
imports-ready = Klare rader
imports-ready-count = { $from }–{ $to } av { $all }
imports-all = Alle
imports-what-happens = Kva skjer
imports-is-new = Ny
imports-is-changed = Endra
imports-difference = { $column }: { $old } → { $new }
imports-nothing = ingenting
imports-ready-none = Ingen rader er klare
imports-ready-none-text = Rader blir viste her så snart dei er utan feil.
imports-import-rows = { $count ->
    [one] Importer éi rad
   *[other] Importer { $count } rader
}
imports-others-wait = { $count ->
    [one] Den andre rada ventar til ho er retta.
   *[other] Dei { $count } andre ventar til dei er retta.
}
imports-drop = Avbryt importen
imports-receipt-heading = { $count ->
    [one] Éi rad er importert
   *[other] { $count } rader er importerte
}
imports-receipt-undo-lead = Du kan angre dette førebels. Då blir alt som det var før.
imports-receipt-kept-lead = Dette kan ikkje angrast lenger.
imports-receipt-when = Importert
imports-receipt-file = Fil
imports-receipt-reference = Referanse
imports-receipt-next = Kva skjer no
imports-receipt-see = Sjå radene der dei høyrer heime
imports-undo = Angre importen
imports-undone-heading = Importen er angra
imports-undone-lead = Alt er som det var før importen.
imports-undone-when = Angra
imports-dropped-heading = Importen vart avbroten
imports-dropped-lead = Ingenting vart lagra, og fila er sletta.
imports-running-heading = Radene blir importerte
imports-running-lead = Det er mange rader, så dette tek litt tid. Du kan gå frå sida.
imports-try-again = Vel ei anna fil
imports-recent = Siste importar
imports-recent-none = Ingen importar enno
imports-recent-none-text = Filer du har importert, blir viste her, og kan angrast herifrå.
imports-recent-what = Kva
imports-recent-when = Når
imports-recent-state = Status
imports-recent-rows = Rader
imports-state-checking = Ikkje importert enno
imports-state-running = Blir importert
imports-state-done = Importert
imports-state-undone = Angra
imports-state-dropped = Avbroten
imports-api-kinds = Vis kva filer som kan hentast inn, og kolonnane deira
imports-api-of-round = List opp dei siste importane til ein runde
imports-api-into-round = Hent inn ei fil til ein runde: stader, studentar, ønske, par
imports-api-of-organisation = List opp dei siste importane av einingar, personar og roller
imports-api-into-organisation = Hent inn ei fil med einingar, personar eller roller
imports-api-show = Vis ein import og kor langt han er komen
imports-api-rows = List opp kva kvar rad i ei fil ville gjere, medan ho blir kontrollert
imports-api-assign = Sei kva ark og kva kolonnar som er meinte
imports-api-correct = Rett celler, og sei kva rader som ventar
imports-api-confirm = Importer alle rader som er klare
imports-api-undo = Angre ein import: alt blir som før
imports-api-drop = Gje opp ein import før noko er skrive
imports-undo-title = Angre importen?
imports-undo-back = { $count ->
    [0] Ingen rader kan takast tilbake.
    [one] Éi rad blir teken tilbake.
   *[other] { $count } rader blir tekne tilbake.
}
imports-undo-stays = { $count ->
    [one] Éi blir ståande som ho er, og lista seier kvifor.
   *[other] { $count } blir ståande som dei er, og lista seier kvifor.
}
imports-undo-everything = Då er alt som det var før.
imports-undo-whole = Alle radene blir tekne tilbake samla. Er noko avhengig av ei av dei no, blir ingenting teke tilbake, og du får vite kva det er.
imports-undo-keep = Behald importen
imports-stays = Dette blir ståande
imports-stays-who = Namn
imports-stays-why = Kvifor det blir ståande
imports-stays-none = Ingenting blir ståande
imports-stays-none-text = Alt som kom med denne fila, blir teke tilbake.
imports-undone-part = { $count ->
    [one] Éi rad vart ståande som ho var. Resten er som før importen.
   *[other] { $count } rader vart ståande som dei var. Resten er som før importen.
}
imports-undone-back = Teke tilbake
imports-receipt-undo-part = Du kan angre dette. Først får du sjå kva som blir teke tilbake, og kva som ville bli ståande.
imports-api-undoing = Vis kva som blir ståande når ein import blir teken tilbake, eller kva som vart ståande, og kvifor
