imports-title = Importer
imports-kinds = Hva vil du importere?
imports-no-file = Velg en fil, eller lim inn radene fra regnearket.
imports-columns-missing = En kolonne som må være med, er ikke funnet. Velg den i listen, og se på radene igjen.
imports-wrong-state = Denne importen er allerede fullført eller avbrutt. Åpne den på nytt for å se hvordan det gikk.
imports-nothing-ready = Ingen rader er klare til å importeres. Rett radene under først, eller velg en annen fil.
imports-changed-meanwhile = Noen har endret denne importen siden du åpnet den. Se på radene igjen før du importerer.
imports-too-late = Denne importen kan ikke angres lenger. Rett radene én for én, eller importer en ny fil.
imports-too-many-corrections = Høyst { $max } rader kan rettes her. Rett resten i filen og last den opp på nytt.
imports-cell-missing = Dette må fylles ut. Skriv en verdi, eller la raden vente.
imports-cell-formula = Cellen inneholder en formel. Skriv selve verdien.
imports-cell-error = Cellen viser feilen { $found }. Skriv selve verdien.
imports-cell-digits = Tallet har flere sifre enn et regneark tar vare på. Skriv det på nytt, og formater kolonnen som tekst i filen.
imports-cell-long = Teksten er lengre enn { $max } tegn. Kort den ned.
imports-cell-number = «{ $value }» er ikke et helt tall fra { $min } til { $max }. Skriv et slikt tall.
imports-cell-no-such-day = «{ $value }» finnes ikke. Skriv dag.måned.år.
imports-cell-no-date = «{ $value }» er ikke en dato. Skriv dag.måned.år.
imports-cell-unknown = «{ $value }» er ukjent her. Skriv en som finnes, eller la raden vente.
imports-cell-unknown-nearest = «{ $value }» er ukjent her. Mente du «{ $nearest }»?
imports-cell-repeated = «{ $value }» står allerede i rad { $row }. Endre én av dem, eller la denne raden vente.
imports-place = Rad { $row }, { $column }
imports-place-in-sheet = Ark «{ $sheet }», rad { $row }, { $column }
imports-waits-for = Venter til rad { $row } er rettet
imports-new-heading = Importer: { $what }
imports-limits = CSV eller XLSX, høyst { $megabytes } MB og { $rows } rader. Ingenting lagres før du har sett radene og bekreftet.
imports-file = Fil
imports-pasted = Eller lim inn rader fra regnearket
imports-pasted-help = Ta med raden med overskrifter.
imports-pasted-name = Innlimte rader
imports-columns-known = Kolonner som kjennes igjen
imports-column = Kolonne
imports-column-required = Må være med
imports-column-optional = Kan utelates
imports-read-file = Les filen
imports-stair = Stegene i importen
imports-step-file = Fil
imports-step-columns = Kolonner
imports-step-check = Kontroll
imports-step-receipt = Kvittering
imports-rows-read = { $count ->
    [one] Én rad lest
   *[other] { $count } rader lest
}
imports-columns-found = { $found } av { $all } kjent igjen
imports-to-fix = { $count ->
    [0] Ingenting å rette
    [one] Én må rettes
   *[other] { $count } må rettes
}
imports-can-be-undone = kan angres
imports-heading-ready = { $ready ->
    [one] Én rad er klar
   *[other] { $ready } rader er klare
}
imports-heading-both = { $ready ->
    [one] Én rad er klar, { $wrong } må rettes
   *[other] { $ready } rader er klare, { $wrong } må rettes
}
imports-heading-columns = Hvilken kolonne er hva?
imports-nothing-saved = Ingenting er lagret ennå. Filen er { $file }.
imports-nothing-saved-sheet = Ingenting er lagret ennå. Filen er { $file }, ark «{ $sheet }».
imports-code-page = Filen er lest som Windows-1252. Se etter at navn med æ, ø og å ser riktige ut.
imports-new = Nye
imports-changed = Endret
imports-same = Uendret
imports-wrong = Må rettes
imports-gone = Ikke lenger i filen
imports-gone-note = Beholdes. Ingenting slettes ved import
imports-mapping = Kolonnene i filen
imports-mapping-missing = Filen har ingen kolonne for «{ $column }». Velg en, eller legg til overskriften i filen og last den opp på nytt. Overskrifter i filen: { $found }.
imports-mapping-unused = Ikke brukt: { $columns }
imports-mapping-none = Ikke i filen
imports-mapping-save = Bruk disse kolonnene
imports-mapping-change = Endre kolonner
imports-sheet = Ark
imports-unnamed-column = Kolonne { $number }
imports-fix-these = Rett disse
imports-fix-how = Rett her, eller i regnearket og last opp på nytt
imports-fix-caption = { $shown } av { $all } rader som må rettes
imports-row = Rad
imports-leave-out = La raden vente
imports-leave-out-all = La alle disse vente
imports-row-context = (rad { $row })
imports-check-again = Kontroller på nytt
imports-waiting = { $count ->
    [one] Én rad venter og importeres ikke.
   *[other] { $count } rader venter og importeres ikke.
}
imports-take-in-all = Ta dem med igjen
imports-choice = Valg
imports-ready = Klare rader
imports-ready-count = { $from }–{ $to } av { $all }
imports-all = Alle
imports-what-happens = Hva skjer
imports-is-new = Ny
imports-is-changed = Endret
imports-difference = { $column }: { $old } → { $new }
imports-nothing = ingenting
imports-ready-none = Ingen rader er klare
imports-ready-none-text = Rader vises her så snart de er uten feil.
imports-import-rows = { $count ->
    [one] Importer én rad
   *[other] Importer { $count } rader
}
imports-others-wait = { $count ->
    [one] Den andre raden venter til den er rettet.
   *[other] De { $count } andre venter til de er rettet.
}
imports-drop = Avbryt importen
imports-receipt-heading = { $count ->
    [one] Én rad er importert
   *[other] { $count } rader er importert
}
imports-receipt-undo-lead = Du kan angre dette foreløpig. Da blir alt som det var før.
imports-receipt-kept-lead = Dette kan ikke angres lenger.
imports-receipt-when = Importert
imports-receipt-file = Fil
imports-receipt-reference = Referanse
imports-receipt-next = Hva skjer nå
imports-receipt-see = Se radene der de hører hjemme
imports-undo = Angre importen
imports-undone-heading = Importen er angret
imports-undone-lead = Alt er som det var før importen.
imports-undone-when = Angret
imports-dropped-heading = Importen ble avbrutt
imports-dropped-lead = Ingenting ble lagret, og filen er slettet.
imports-running-heading = Radene blir importert
imports-running-lead = Det er mange rader, så dette tar litt tid. Du kan forlate siden.
imports-try-again = Velg en annen fil
imports-recent = Siste importer
imports-recent-none = Ingen importer ennå
imports-recent-none-text = Filer du har importert, vises her, og kan angres herfra.
imports-recent-what = Hva
imports-recent-when = Når
imports-recent-state = Status
imports-recent-rows = Rader
imports-state-checking = Ikke importert ennå
imports-state-running = Importeres
imports-state-done = Importert
imports-state-undone = Angret
imports-state-dropped = Avbrutt
imports-api-kinds = Vis hvilke filer som kan hentes inn, og kolonnene deres
imports-api-of-round = List de siste importene til en runde
imports-api-into-round = Hent inn en fil til en runde: steder, studenter, ønsker, par
imports-api-of-organisation = List de siste importene av enheter, personer og roller
imports-api-into-organisation = Hent inn en fil med enheter, personer eller roller
imports-api-show = Vis en import og hvor langt den er kommet
imports-api-rows = List hva hver rad i en fil ville gjøre, mens den kontrolleres
imports-api-assign = Si hvilket ark og hvilke kolonner som menes
imports-api-correct = Rett celler, og si hvilke rader som venter
imports-api-confirm = Importer alle rader som er klare
imports-api-undo = Angre en import: alt blir som før
imports-api-drop = Gi opp en import før noe er skrevet
imports-undo-title = Angre importen?
imports-undo-back = { $count ->
    [0] Ingen rader kan tas tilbake.
    [one] Én rad tas tilbake.
   *[other] { $count } rader tas tilbake.
}
imports-undo-stays = { $count ->
    [one] Én blir stående som den er, og listen sier hvorfor.
   *[other] { $count } blir stående som de er, og listen sier hvorfor.
}
imports-undo-everything = Da er alt som det var før.
imports-undo-whole = Alle rader tas tilbake samlet. Er noe avhengig av en av dem nå, tas ingenting tilbake, og du får vite hva det er.
imports-undo-keep = Behold importen
imports-stays = Dette blir stående
imports-stays-who = Navn
imports-stays-why = Hvorfor det blir stående
imports-stays-none = Ingenting blir stående
imports-stays-none-text = Alt som kom med denne filen, tas tilbake.
imports-undone-part = { $count ->
    [one] Én rad ble stående som den var. Resten er som før importen.
   *[other] { $count } rader ble stående som de var. Resten er som før importen.
}
imports-undone-back = Tatt tilbake
imports-receipt-undo-part = Du kan angre dette. Først får du se hva som tas tilbake, og hva som ville bli stående.
imports-api-undoing = Vis hva som blir stående når en import tas tilbake, eller hva som ble stående, og hvorfor
