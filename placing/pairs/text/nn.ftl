
pairs-title = Prioritetsgrupper, reisetid og utelukka stader
pairs-lead = Det kontoret veit om éin student på éin stad. Berre kontoret les denne lista; ein student får beskjed om eit eige ønske ikkje blir rekna med.
pairs-count = { $n ->
        [one] { $n } par
       *[other] { $n } par
    }
pairs-pages-of = { $from }–{ $to } av { $all }
pairs-column-class = Prioritetsgruppe
pairs-column-travel = Reise, minutt
pairs-column-ban = Utelukka
pairs-class-help = 0 går først. Utan verdi er gruppa 0.
pairs-ban-none = Ikkje utelukka
pairs-ban-own-workplace = Eigen arbeidsplass
pairs-ban-relative = Ein slektning er der
pairs-ban-other = Ein annan grunn
pairs-ban-help = Skriv ingen helseopplysningar her.
pairs-filter = Vis
pairs-filter-all = Alle par
pairs-filter-bans = Berre dei utelukka
pairs-empty = Her er det ingenting
pairs-empty-text = Importer ei fil, eller noter eitt par nedanfor. Utan par er alle i gruppe 0 overalt, og ingen ønske blir utelatne.
pairs-do-import = Importer ei fil
pairs-note-heading = Noter eitt par
pairs-note-text = Det du skriv, erstattar det som er kjent om denne studenten på denne staden. Lat alle tre stå tomme for å gløyme det.
pairs-note = Noter paret
pairs-error-student = Ingen student i runden har nummeret «{ $typed }». Slå det opp i studentlista
pairs-error-place = Ingen plass i runden har koden «{ $typed }». Slå han opp i lista over plassar
pairs-error-number = «{ $typed }» er ikkje eit tal frå 0 til { $max }
pairs-error-ban = «{ $typed }» er ikkje ein kjend grunn. Skriv own_workplace, relative eller other, eller lat feltet stå tomt
pairs-import = Prioritetsgrupper, reisetid og utelukka stader
pairs-import-help = student_id og place_id, så det som er kjent om paret: prio (prioritetsgruppa til praksisstaden, 0 går først), travel_min (reisetid i minutt), ban (own_workplace, relative eller other). Ei rad erstattar det som var kjent om paret; ei rad utan nokon av dei tre gløymer det.
pairs-api-students = List opp studentane der noko er kjent for ein stad
pairs-api-list = List opp det som er kjent om ein student ved kvar stad: klasse, reise, sperre
pairs-api-note = Noter det som er kjent om studentar ved stader; der ingenting er kjent, blir det gløymt
