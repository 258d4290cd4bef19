allocation-heading = Fordeling
allocation-heading-draft = Fordeling, udkast { $number }
allocation-ground-considerations = Særlige hensyn
allocation-ground-no-wishes = Sendte ingen ønsker
allocation-ground-unplaced = Fik ikke plads ved lodtrækningen
allocation-ground-agreed = Aftalt med studerende og sted
allocation-ground-correction = Rettelse af en fejl
allocation-ground-file = Placeret af studenterfilen
allocation-ground-other = Anden grund
allocation-error-no-reason = Skriv hvorfor. Begrundelsen er kun for sagsbehandlerne.
allocation-error-long-reason = Begrundelsen har { $got } tegn. Forkort den til { $max }.
allocation-error-odd-reason = Begrundelsen har tegn, der ikke kan vises. Skriv den igen.
allocation-error-no-ground = Vælg en grund fra listen
allocation-error-no-offer = Vælg et sted fra listen
allocation-error-subject = Pladsen er til { $offer }, den studerende har { $student }. Vælg et andet sted.
allocation-error-full = { $place } er fyldt: { $taken } af { $seats }. Vælg et andet sted, eller tag nogen ud først.
allocation-error-withdrawn = Den studerende har trukket sig fra runden
allocation-error-not-by-hand = Ingen har placeret den studerende i hånden, så der er intet at tage tilbage
allocation-error-window-open = Der kan stadig sendes ønsker. Kør lodtrækningen, når fristen er ude.
allocation-error-not-now = Runden er ikke i en fase, hvor pladser kan fordeles
allocation-error-under-way = En lodtrækning er allerede i gang. Vent på resultatet.
allocation-error-unsolvable = Lodtrækningen kunne ikke køres: { $first }. Ret dette, og kør igen.
allocation-before-lead = Placer først dem i hånden, som skal have en bestemt plads. Derefter giver lodtrækningen alle andre det øverste ønske, der er ledigt, når turen kommer til dem.
allocation-before-window = Der kan sendes ønsker til { $moment }. Lodtrækningen kan køres derefter.
allocation-before-setup = Runden er ikke offentliggjort endnu. Offentliggør den, før du fordeler.
allocation-cancelled = Runden er aflyst. Intet bliver fordelt.
allocation-published = Offentliggjort { $moment }. Ændringer herfra er nye afgørelser, én studerende ad gangen.
allocation-publishing = Bliver offentliggjort { $moment }. Stop offentliggørelsen, hvis noget skal ændres.
allocation-figure-students = studerende er med
allocation-figure-seats = pladser
allocation-figure-placed = placeret
allocation-figure-lacking = uden plads
allocation-figure-locked = låst i hånden
allocation-run = Kør lodtrækningen
allocation-run-again = Kør igen for de ulåste
allocation-run-again-note = Frøet er det samme: en ny kørsel ændrer kun noget, hvor studerende, ønsker eller pladser er ændret.
allocation-run-waiting = Lodtrækningen kører.
allocation-run-progress = Se, hvor langt den er
allocation-run-failed = Den seneste kørsel kunne ikke fuldføres: { $error }
allocation-to-publication = Gå til offentliggørelse
allocation-to-proof = Se beviset for lodtrækningen
allocation-saved = Gemt { $moment }
allocation-board = Tavle
allocation-board-note = Hver kolonne er et sted. »Flyt« viser stederne i den studerendes egen rækkefølge.
allocation-lane-none = Uden plads
allocation-lane-count = { $taken } af { $seats }
allocation-lane-students = { $n ->
        [one] { $n } studerende
       *[other] { $n } studerende
    }
allocation-full = Fyldt
allocation-free = { $n ->
        [one] { $n } ledig
       *[other] { $n } ledige
    }
allocation-free-seat = ledig
allocation-closed-above = { $name } er fyldt
allocation-tile-number = nr. { $number }
allocation-tile-wish = { $ordinal } ønske
allocation-locked = låst i hånden
allocation-move = Flyt
allocation-move-student = Flyt { $name }
allocation-table = Fordeling
allocation-table-heading = Alle studerende
allocation-table-count = { $n ->
        [one] { $n } studerende
       *[other] { $n } studerende
    }
allocation-column-number = Nr.
allocation-column-student = Studerende
allocation-column-place = Sted
allocation-column-wish = Ønske
allocation-column-subject = Fag
allocation-column-how = Sådan kom den
allocation-column-status = Status
allocation-how-draw = Lodtrækning
allocation-how-last = Ledig plads efter lodtrækningen
allocation-how-by-hand = I hånden: { $ground }
allocation-how-unplaced = Alle ønskerne var fyldt
allocation-how-no-wishes = Sendte ingen ønsker
allocation-how-waiting = Ikke med i seneste kørsel
allocation-how-withdrawn = Har trukket sig
allocation-status-draft = Udkast
allocation-status-locked = Låst
allocation-status-lacking = Uden plads
allocation-status-withdrawn = Trukket
allocation-status-published = Offentliggjort
allocation-filter-how = Sådan kom den
allocation-filter-all = Alle
allocation-search = Find studerende eller sted
allocation-table-empty = Ingen passer. Ryd søgningen for at se alle.
allocation-pages-of = { $from }–{ $to } af { $all }
allocation-histogram = Hvilket ønske der blev opfyldt
allocation-histogram-label = { $first } af { $drawn } studerende i lodtrækningen fik første ønske
allocation-histogram-what = Ønske
allocation-histogram-count = Studerende
allocation-histogram-students = { $n ->
        [one] { $n } studerende
       *[other] { $n } studerende
    }
allocation-nth-wish = { $ordinal } ønske
allocation-unplaced-heading = Hvem der står uden plads, og hvad der spærrer
allocation-unplaced-none = Alle har en plads.
allocation-unplaced-more = { $n ->
        [one] { $n } mere står i tabellen nedenfor
       *[other] { $n } mere står i tabellen nedenfor
    }
allocation-blocked-seats = { $n ->
        [one] Én plads mere ved { $places } ville være nok.
       *[other] { $n } pladser mere ved { $places } ville være nok.
    }
allocation-blocked-together = { $places } har tilsammen ingen plads tilbage, og ingen af dem alene ville være nok.
allocation-blocked-no-wishes = Sendte ingen ønsker. Find en plads i hånden.
allocation-blocked-waiting = Var ikke med i seneste kørsel. Kør igen, eller find en plads i hånden.
allocation-or = { $first } eller { $last }
allocation-and = { $first } og { $last }
allocation-placement-heading = Placer { $name }
allocation-placement-crumb = Placering i hånden
allocation-placement-lead = Stederne står i den studerendes egen rækkefølge, derefter resten. En plads, du vælger her, bliver låst: lodtrækningen rører den ikke.
allocation-placement-lead-published = Runden er offentliggjort. En ny plads er en ny afgørelse: den studerende og stederne får besked med det samme.
allocation-placement-number = Nummer { $number } i lodtrækningen
allocation-placement-now = Nu ved { $place }
allocation-placement-nowhere = Har ingen plads nu
allocation-placement-legend = Hvor
allocation-placement-not-wished = ikke på listen
allocation-placement-cannot = Kan ikke:
allocation-placement-full = fyldt, { $taken } af { $seats }
allocation-placement-full-at = sidste plads gik til nummer { $number }
allocation-placement-full-above = { $name } er fyldt
allocation-placement-here = er her nu
allocation-placement-ground = Grund
allocation-placement-ground-choose = Vælg en grund
allocation-placement-reason = Begrundelse
allocation-placement-reason-help = Kun sagsbehandlerne læser dette. Skriv ikke helbredsoplysninger her.
allocation-placement-submit = Placer og lås
allocation-placement-submit-published = Giv pladsen, og giv alle besked
allocation-placement-none = Der er ingen plads til dette fag.
allocation-release-heading = Tag den studerende ud igen
allocation-release-lead = Pladsen bliver ledig med det samme, og næste kørsel tager den studerende med.
allocation-release-submit = Tag ud af pladsen
allocation-history-heading = Dette er gjort i hånden
allocation-history-placed = Placeret ved { $place }
allocation-history-released = Taget ud igen
allocation-history-by = af { $name }
allocation-runs-heading = Kørsler
allocation-runs-note = Samme studerende, ønsker, pladser og frø giver samme resultat, på enhver maskine.
allocation-runs-number = Kørsel
allocation-runs-at = Hvornår
allocation-runs-placed = Placeret
allocation-runs-input = Inddata
allocation-runs-output = Resultat
allocation-files-heading = Låste inddata
allocation-files-result = Resultatet som fil
allocation-mail-done-subject = Lodtrækningen er klar: { $round }
allocation-mail-done-body = Lodtrækningen for { $round } er klar: { $placed } af { $students } studerende har fået en plads. Ingen uden for sagsbehandlerne har set den.
allocation-mail-failed-subject = Lodtrækningen kunne ikke køres: { $round }
allocation-mail-failed-body = Lodtrækningen for { $round } kunne ikke køres: { $error }. Ret dette, og kør igen.
allocation-mail-link = Se fordelingen
allocation-proof-heading = Lodtrækningen kan kontrolleres
allocation-proof-lead = Her ser du, at lodtrækningens frø var bestemt, før nogen kendte ønskerne. Her står ingen navne og ingen ønskelister.
allocation-proof-chain = Fire led, der hænger sammen
allocation-proof-promised = Et løfte blev offentliggjort, før ønskeperioden åbnede
allocation-proof-promised-note = Løftet er SHA-256 af »fotfeste-promise-1« og frøet. Det binder kontoret til frøet og røber intet om det.
allocation-proof-from-file = Numrene kom fra studenterfilen
allocation-proof-from-file-note = Denne runde brugte numre, der var givet på forhånd. Derfor er der intet frø.
allocation-proof-frozen = Studerende, ønsker og pladser blev låst
allocation-proof-frozen-note = { $students ->
        [one] { $students } studerende
       *[other] { $students } studerende
    }
allocation-proof-seed = Frøet blev afsløret
allocation-proof-seed-note = Alle kan regne ud, at det giver løftet ovenfor.
allocation-proof-result = Resultatet blev regnet ud
allocation-proof-result-note = Mekanisme { $mechanism }, motorversion { $version }
allocation-proof-cuts = Hvor blev der fyldt?
allocation-proof-cuts-caption = Sidste nummer, der fik plads, sted for sted
allocation-proof-cut-place = Sted
allocation-proof-cut-seats = Pladser
allocation-proof-cut-wished = Ønsket af
allocation-proof-cut-last = Sidste nummer ind
allocation-proof-cut-few = færre end 5
allocation-proof-cut-free = ledig hele vejen
allocation-proof-cut-by-hand = givet i hånden
allocation-proof-how = Kontrollér selv
allocation-proof-how-text = Den, der har ret til de låste filer, kan køre det samme program. Resultatet er ens byte for byte.
allocation-proof-how-number = Dit lodtal er de første otte byte af HMAC-SHA-256 med trækningsnøglen over runden og dit studienummer. Lavest går først.
allocation-proof-how-exceptions = Sene studerende og studerende uden ønsker trækkes efter de andre. Kommandoen regner alle som rettidige, så sådanne runder kan afvige.
allocation-proof-waiting = Beviset står her, når runden er offentliggjort.
