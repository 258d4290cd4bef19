
pairs-title = Prioritetsgrupper, rejsetid og udelukkede steder
pairs-lead = Det, kontoret ved om én studerende på ét sted. Kun kontoret læser denne liste; en studerende får besked, hvis et eget ønske ikke medregnes.
pairs-count = { $n ->
        [one] { $n } par
       *[other] { $n } par
    }
pairs-pages-of = { $from }–{ $to } af { $all }
pairs-column-class = Prioritetsgruppe
pairs-column-travel = Rejse, minutter
pairs-column-ban = Udelukket
pairs-class-help = 0 går først. Uden værdi er gruppen 0.
pairs-ban-none = Ikke udelukket
pairs-ban-own-workplace = Egen arbejdsplads
pairs-ban-relative = En slægtning er der
pairs-ban-other = En anden grund
pairs-ban-help = Skriv ingen helbredsoplysninger her.
pairs-filter = Vis
pairs-filter-all = Alle par
pairs-filter-bans = Kun de udelukkede
pairs-empty = Her er der ingenting
pairs-empty-text = Importér en fil, eller notér ét par nedenfor. Uden par er alle i gruppe 0 overalt, og ingen ønsker udelades.
pairs-do-import = Importér en fil
pairs-note-heading = Notér ét par
pairs-note-text = Det, du skriver, erstatter det, der vides om denne studerende på dette sted. Lad alle tre stå tomme for at glemme det.
pairs-note = Notér parret
pairs-error-student = Ingen studerende i runden har nummeret »{ $typed }«. Slå det op i listen over studerende
pairs-error-place = Ingen plads i runden har koden »{ $typed }«. Slå den op i listen over pladser
pairs-error-number = »{ $typed }« er ikke et tal fra 0 til { $max }
pairs-error-ban = »{ $typed }« er ikke en kendt grund. Skriv own_workplace, relative eller other, eller lad feltet stå tomt
pairs-import = Prioritetsgrupper, rejsetid og udelukkede steder
pairs-import-help = student_id og place_id, derefter det, der vides om parret: prio (praktikstedets prioritetsgruppe, 0 går først), travel_min (rejsetid i minutter), ban (own_workplace, relative eller other). En række erstatter det, der vidstes om parret; en række uden nogen af de tre glemmer det.
pairs-api-students = Vis de studerende, hvor noget er kendt for et sted
pairs-api-list = Vis, hvad der vides om en studerende ved hvert sted: klasse, rejse, spærring
pairs-api-note = Notér, hvad der vides om studerende ved steder; hvor intet vides, glemmes det
