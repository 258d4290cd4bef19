
pairs-title = Prioritetsgrupper, reisetid og utelukkede steder
pairs-lead = Det kontoret vet om én student på ett sted. Bare kontoret leser denne listen; en student får beskjed hvis et eget ønske ikke blir regnet med.
pairs-count = { $n ->
        [one] { $n } par
       *[other] { $n } par
    }
pairs-pages-of = { $from }–{ $to } av { $all }
pairs-column-class = Prioritetsgruppe
pairs-column-travel = Reise, minutter
pairs-column-ban = Utelukket
pairs-class-help = 0 går først. Uten verdi er gruppen 0.
pairs-ban-none = Ikke utelukket
pairs-ban-own-workplace = Egen arbeidsplass
pairs-ban-relative = En slektning er der
pairs-ban-other = En annen grunn
pairs-ban-help = Skriv ingen helseopplysninger her.
pairs-filter = Vis
pairs-filter-all = Alle par
pairs-filter-bans = Bare de utelukkede
pairs-empty = Her er det ingenting
pairs-empty-text = Importer en fil, eller noter ett par nedenfor. Uten par er alle i gruppe 0 overalt, og ingen ønsker blir utelatt.
pairs-do-import = Importer en fil
pairs-note-heading = Noter ett par
pairs-note-text = Det du skriver, erstatter det som er kjent om denne studenten på dette stedet. La alle tre stå tomme for å glemme det.
pairs-note = Noter paret
pairs-error-student = Ingen student i runden har nummeret «{ $typed }». Slå det opp i studentlisten
pairs-error-place = Ingen plass i runden har koden «{ $typed }». Slå den opp i listen over plasser
pairs-error-number = «{ $typed }» er ikke et tall fra 0 til { $max }
pairs-error-ban = «{ $typed }» er ikke en kjent grunn. Skriv own_workplace, relative eller other, eller la feltet stå tomt
pairs-import = Prioritetsgrupper, reisetid og utelukkede steder
pairs-import-help = student_id og place_id, så det som er kjent om paret: prio (praksisstedets prioritetsgruppe, 0 går først), travel_min (reisetid i minutter), ban (own_workplace, relative eller other). En rad erstatter det som var kjent om paret; en rad uten noen av de tre glemmer det.
pairs-api-students = List studentene der noe er kjent for et sted
pairs-api-list = List det som er kjent om en student ved hvert sted: klasse, reise, sperre
pairs-api-note = Noter det som er kjent om studenter ved steder; der ingenting er kjent, blir det glemt
