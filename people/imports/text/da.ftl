imports-title = Importér
imports-kinds = Hvad vil du importere?
imports-no-file = Vælg en fil, eller indsæt rækkerne fra regnearket.
imports-columns-missing = En kolonne, der skal være med, er ikke fundet. Vælg den på listen, og se på rækkerne igen.
imports-wrong-state = Denne import er allerede gennemført eller opgivet. Åbn den igen for at se, hvordan det gik.
imports-nothing-ready = Ingen rækker er klar til at blive importeret. Ret rækkerne nedenfor først, eller vælg en anden fil.
imports-changed-meanwhile = Nogen har ændret denne import, siden du åbnede den. Se på rækkerne igen, før du importerer.
imports-too-late = Denne import kan ikke fortrydes længere. Ret rækkerne én for én, eller importér en ny fil.
imports-too-many-corrections = Højst { $max } rækker kan rettes her. Ret resten i filen, og upload den igen.
imports-cell-missing = Dette skal udfyldes. Skriv en værdi, eller lad rækken vente.
imports-cell-formula = Cellen indeholder en formel. Skriv selve værdien.
imports-cell-error = Cellen viser fejlen { $found }. Skriv selve værdien.
imports-cell-digits = Tallet har flere cifre, end et regneark bevarer. Skriv det igen, og formatér kolonnen som tekst i filen.
imports-cell-long = Teksten er længere end { $max } tegn. Forkort den.
imports-cell-number = »{ $value }« er ikke et helt tal fra { $min } til { $max }. Skriv et sådant tal.
imports-cell-no-such-day = »{ $value }« findes ikke. Skriv dag.måned.år.
imports-cell-no-date = »{ $value }« er ikke en dato. Skriv dag.måned.år.
imports-cell-unknown = »{ $value }« er ukendt her. Skriv en, der findes, eller lad rækken vente.
imports-cell-unknown-nearest = »{ $value }« er ukendt her. Mente du »{ $nearest }«?
imports-cell-repeated = »{ $value }« står allerede i række { $row }. Ret den ene, eller lad denne række vente.
imports-place = Række { $row }, { $column }
imports-place-in-sheet = Ark »{ $sheet }«, række { $row }, { $column }
imports-waits-for = Venter, til række { $row } er rettet
imports-new-heading = Importér: { $what }
imports-limits = CSV eller XLSX, højst { $megabytes } MB og { $rows } rækker. Intet gemmes, før du har set rækkerne og bekræftet.
imports-file = Fil
imports-pasted = Eller indsæt rækker fra regnearket
imports-pasted-help = Kopiér rækken med overskrifter med.
imports-pasted-name = Indsatte rækker
imports-columns-known = Kolonner, der genkendes
imports-column = Kolonne
imports-column-required = Skal være med
imports-column-optional = Kan udelades
imports-read-file = Læs filen
imports-stair = Importens trin
imports-step-file = Fil
imports-step-columns = Kolonner
imports-step-check = Kontrol
imports-step-receipt = Kvittering
imports-rows-read = { $count ->
    [one] Én række læst
   *[other] { $count } rækker læst
}
imports-columns-found = { $found } af { $all } genkendt
imports-to-fix = { $count ->
    [0] Intet at rette
    [one] Én skal rettes
   *[other] { $count } skal rettes
}
imports-can-be-undone = kan fortrydes
imports-heading-ready = { $ready ->
    [one] Én række er klar
   *[other] { $ready } rækker er klar
}
imports-heading-both = { $ready ->
    [one] Én række er klar, { $wrong } skal rettes
   *[other] { $ready } rækker er klar, { $wrong } skal rettes
}
imports-heading-columns = Hvilken kolonne er hvad?
imports-nothing-saved = Intet er gemt endnu. Filen er { $file }.
imports-nothing-saved-sheet = Intet er gemt endnu. Filen er { $file }, ark »{ $sheet }«.
imports-code-page = Filen er læst som Windows-1252. Se efter, at navne med æ, ø og å ser rigtige ud.
imports-new = Nye
imports-changed = Ændret
imports-same = Uændret
imports-wrong = Skal rettes
imports-gone = Ikke længere i filen
imports-gone-note = Beholdes. Intet slettes ved import
imports-mapping = Filens kolonner
imports-mapping-missing = Filen har ingen kolonne for »{ $column }«. Vælg en, eller tilføj overskriften i filen, og upload den igen. Overskrifter i filen: { $found }.
imports-mapping-unused = Ikke brugt: { $columns }
imports-mapping-none = Ikke i filen
imports-mapping-save = Brug disse kolonner
imports-mapping-change = Ret kolonner
imports-sheet = Ark
imports-unnamed-column = Kolonne { $number }
imports-fix-these = Ret disse
imports-fix-how = Ret her, eller i regnearket, og upload igen
imports-fix-caption = { $shown } af { $all } rækker, der skal rettes
imports-row = Række
imports-leave-out = Lad rækken vente
imports-leave-out-all = Lad alle disse vente
imports-row-context = (række { $row })
imports-check-again = Kontrollér igen
imports-waiting = { $count ->
    [one] Én række venter og importeres ikke.
   *[other] { $count } rækker venter og importeres ikke.
}
imports-take-in-all = Tag dem med igen
imports-choice = Valg
imports-ready = Klare rækker
imports-ready-count = { $from }–{ $to } af { $all }
imports-all = Alle
imports-what-happens = Hvad sker der
imports-is-new = Ny
imports-is-changed = Ændret
imports-difference = { $column }: { $old } → { $new }
imports-nothing = intet
imports-ready-none = Ingen rækker er klar
imports-ready-none-text = Rækker vises her, så snart de er uden fejl.
imports-import-rows = { $count ->
    [one] Importér én række
   *[other] Importér { $count } rækker
}
imports-others-wait = { $count ->
    [one] Den anden række venter, til den er rettet.
   *[other] De { $count } andre venter, til de er rettet.
}
imports-drop = Annullér importen
imports-receipt-heading = { $count ->
    [one] Én række er importeret
   *[other] { $count } rækker er importeret
}
imports-receipt-undo-lead = Du kan fortryde dette indtil videre. Så bliver alt, som det var før.
imports-receipt-kept-lead = Dette kan ikke fortrydes længere.
imports-receipt-when = Importeret
imports-receipt-file = Fil
imports-receipt-reference = Reference
imports-receipt-next = Hvad sker der nu
imports-receipt-see = Se rækkerne, hvor de hører hjemme
imports-undo = Fortryd importen
imports-undone-heading = Importen er fortrudt
imports-undone-lead = Alt er, som det var før importen.
imports-undone-when = Fortrudt
imports-dropped-heading = Importen blev annulleret
imports-dropped-lead = Intet blev gemt, og filen er slettet.
imports-running-heading = Rækkerne bliver importeret
imports-running-lead = Der er mange rækker, så det tager lidt tid. Du kan forlade siden.
imports-try-again = Vælg en anden fil
imports-recent = Seneste importer
imports-recent-none = Ingen importer endnu
imports-recent-none-text = Filer, du har importeret, vises her og kan fortrydes herfra.
imports-recent-what = Hvad
imports-recent-when = Hvornår
imports-recent-state = Status
imports-recent-rows = Rækker
imports-state-checking = Ikke importeret endnu
imports-state-running = Importeres
imports-state-done = Importeret
imports-state-undone = Fortrudt
imports-state-dropped = Annulleret
imports-api-kinds = Vis, hvilke filer der kan hentes ind, og deres kolonner
imports-api-of-round = Vis de seneste importer til en runde
imports-api-into-round = Hent en fil ind til en runde: steder, studerende, ønsker, par
imports-api-of-organisation = Vis de seneste importer af enheder, personer og roller
imports-api-into-organisation = Hent en fil ind med enheder, personer eller roller
imports-api-show = Vis en import, og hvor langt den er nået
imports-api-rows = Vis, hvad hver række i en fil ville gøre, mens den kontrolleres
imports-api-assign = Angiv, hvilket ark og hvilke kolonner der menes
imports-api-correct = Ret celler, og angiv, hvilke rækker der venter
imports-api-confirm = Importér alle rækker, der er klar
imports-api-undo = Fortryd en import: alt bliver som før
imports-api-drop = Opgiv en import, før noget er skrevet
imports-undo-title = Fortryd importen?
imports-undo-back = { $count ->
    [0] Ingen rækker kan tages tilbage.
    [one] Én række tages tilbage.
   *[other] { $count } rækker tages tilbage.
}
imports-undo-stays = { $count ->
    [one] Én bliver stående, som den er, og listen siger hvorfor.
   *[other] { $count } bliver stående, som de er, og listen siger hvorfor.
}
imports-undo-everything = Så er alt, som det var før.
imports-undo-whole = Alle rækker tages tilbage samlet. Hvis noget nu afhænger af en af dem, tages intet tilbage, og du får at vide, hvad det er.
imports-undo-keep = Behold importen
imports-stays = Det bliver stående
imports-stays-who = Navn
imports-stays-why = Hvorfor det bliver stående
imports-stays-none = Intet bliver stående
imports-stays-none-text = Alt, hvad der kom med denne fil, tages tilbage.
imports-undone-part = { $count ->
    [one] Én række blev stående, som den var. Resten er som før importen.
   *[other] { $count } rækker blev stående, som de var. Resten er som før importen.
}
imports-undone-back = Taget tilbage
imports-receipt-undo-part = Du kan fortryde det. Først får du at se, hvad der tages tilbage, og hvad der ville blive stående.
imports-api-undoing = Vis, hvad der bliver stående, når en import tages tilbage, eller hvad der blev stående, og hvorfor
