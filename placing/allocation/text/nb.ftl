allocation-heading = Fordeling
allocation-heading-draft = Fordeling, utkast { $number }
allocation-ground-considerations = Særlige hensyn
allocation-ground-no-wishes = Sendte ingen ønsker
allocation-ground-unplaced = Fikk ikke plass i trekningen
allocation-ground-agreed = Avtalt med student og sted
allocation-ground-correction = Retting av en feil
allocation-ground-file = Plassert av studentfilen
allocation-ground-other = Annen grunn
allocation-error-no-reason = Skriv hvorfor. Begrunnelsen er bare for saksbehandlerne.
allocation-error-long-reason = Begrunnelsen har { $got } tegn. Kort den ned til { $max }.
allocation-error-odd-reason = Begrunnelsen har tegn som ikke kan vises. Skriv den på nytt.
allocation-error-no-ground = Velg en grunn fra listen
allocation-error-no-offer = Velg et sted fra listen
allocation-error-subject = Plassen er for { $offer }, studenten har { $student }. Velg et annet sted.
allocation-error-full = { $place } er fullt: { $taken } av { $seats }. Velg et annet sted, eller ta noen ut først.
allocation-error-withdrawn = Studenten har trukket seg fra runden
allocation-error-not-by-hand = Ingen har plassert denne studenten for hånd, så det er ingenting å ta tilbake
allocation-error-window-open = Det kan fortsatt sendes ønsker. Kjør trekningen når fristen er ute.
allocation-error-not-now = Runden er ikke i en fase der plasser kan fordeles
allocation-error-under-way = En trekning er allerede i gang. Vent på resultatet.
allocation-error-unsolvable = Trekningen kunne ikke kjøres: { $first }. Rett dette og kjør på nytt.
allocation-before-lead = Plasser først for hånd dem som må ha en bestemt plass. Så gir trekningen alle andre det øverste ønsket som er ledig når turen kommer til dem.
allocation-before-window = Det kan sendes ønsker til { $moment }. Trekningen kan kjøres etterpå.
allocation-before-setup = Runden er ikke kunngjort ennå. Kunngjør den før du fordeler.
allocation-cancelled = Runden er avlyst. Ingenting blir fordelt.
allocation-published = Publisert { $moment }. Endringer fra nå av er nye vedtak, én student om gangen.
allocation-publishing = Blir publisert { $moment }. Stopp publiseringen hvis noe må endres.
allocation-figure-students = studenter er med
allocation-figure-seats = plasser
allocation-figure-placed = plassert
allocation-figure-lacking = uten plass
allocation-figure-locked = låst for hånd
allocation-run = Kjør trekningen
allocation-run-again = Kjør på nytt for de ulåste
allocation-run-again-note = Frøet er det samme: en ny kjøring endrer bare noe der studenter, ønsker eller plasser er endret.
allocation-run-waiting = Trekningen kjører.
allocation-run-progress = Se hvor langt den er kommet
allocation-run-failed = Den siste kjøringen kunne ikke fullføres: { $error }
allocation-to-publication = Gå til publisering
allocation-to-proof = Se beviset for trekningen
allocation-saved = Lagret { $moment }
allocation-board = Tavle
allocation-board-note = Hver kolonne er et sted. «Flytt» viser stedene i studentens egen rekkefølge.
allocation-lane-none = Uten plass
allocation-lane-count = { $taken } av { $seats }
allocation-lane-students = { $n ->
        [one] { $n } student
       *[other] { $n } studenter
    }
allocation-full = Fullt
allocation-free = { $n ->
        [one] { $n } ledig
       *[other] { $n } ledige
    }
allocation-free-seat = ledig
allocation-closed-above = { $name } er fullt
allocation-tile-number = nr. { $number }
allocation-tile-wish = { $ordinal } ønske
allocation-locked = låst for hånd
allocation-move = Flytt
allocation-move-student = Flytt { $name }
allocation-table = Fordeling
allocation-table-heading = Alle studenter
allocation-table-count = { $n ->
        [one] { $n } student
       *[other] { $n } studenter
    }
allocation-column-number = Nr.
allocation-column-student = Student
allocation-column-place = Sted
allocation-column-wish = Ønske
allocation-column-subject = Fag
allocation-column-how = Slik kom den
allocation-column-status = Status
allocation-how-draw = Loddtrekning
allocation-how-last = Ledig plass etter trekningen
allocation-how-by-hand = For hånd: { $ground }
allocation-how-unplaced = Alle ønskene var fulle
allocation-how-no-wishes = Sendte ingen ønsker
allocation-how-waiting = Ikke med i siste kjøring
allocation-how-withdrawn = Har trukket seg
allocation-status-draft = Utkast
allocation-status-locked = Låst
allocation-status-lacking = Uten plass
allocation-status-withdrawn = Trukket
allocation-status-published = Publisert
allocation-filter-how = Slik kom den
allocation-filter-all = Alle
allocation-search = Finn student eller sted
allocation-table-empty = Ingen passer. Tøm søket for å se alle.
allocation-pages-of = { $from }–{ $to } av { $all }
allocation-histogram = Hvilket ønske som gikk i oppfyllelse
allocation-histogram-label = { $first } av { $drawn } studenter i trekningen fikk første ønske
allocation-histogram-what = Ønske
allocation-histogram-count = Studenter
allocation-histogram-students = { $n ->
        [one] { $n } student
       *[other] { $n } studenter
    }
allocation-nth-wish = { $ordinal } ønske
allocation-unplaced-heading = Hvem som står uten plass, og hva som stenger
allocation-unplaced-none = Alle har en plass.
allocation-unplaced-more = { $n ->
        [one] { $n } til står i tabellen under
       *[other] { $n } til står i tabellen under
    }
allocation-blocked-seats = { $n ->
        [one] Én plass til ved { $places } ville vært nok.
       *[other] { $n } plasser til ved { $places } ville vært nok.
    }
allocation-blocked-together = { $places } har til sammen ingen plass igjen, og ingen av dem alene ville vært nok.
allocation-blocked-no-wishes = Sendte ingen ønsker. Finn en plass for hånd.
allocation-blocked-waiting = Var ikke med i siste kjøring. Kjør på nytt, eller finn en plass for hånd.
allocation-or = { $first } eller { $last }
allocation-and = { $first } og { $last }
allocation-placement-heading = Plasser { $name }
allocation-placement-crumb = Plassering for hånd
allocation-placement-lead = Stedene står i studentens egen rekkefølge, deretter resten. En plass du velger her, blir låst: trekningen rører den ikke.
allocation-placement-lead-published = Runden er publisert. En ny plass er et nytt vedtak: studenten og stedene får beskjed med en gang.
allocation-placement-number = Nummer { $number } i trekningen
allocation-placement-now = Nå ved { $place }
allocation-placement-nowhere = Har ingen plass nå
allocation-placement-legend = Hvor
allocation-placement-not-wished = ikke på listen
allocation-placement-cannot = Kan ikke:
allocation-placement-full = fullt, { $taken } av { $seats }
allocation-placement-full-at = siste plass gikk til nummer { $number }
allocation-placement-full-above = { $name } er fullt
allocation-placement-here = er her nå
allocation-placement-ground = Grunn
allocation-placement-ground-choose = Velg en grunn
allocation-placement-reason = Begrunnelse
allocation-placement-reason-help = Bare saksbehandlerne leser dette. Skriv ikke helseopplysninger her.
allocation-placement-submit = Plasser og lås
allocation-placement-submit-published = Gi plassen og si fra til alle
allocation-placement-none = Det finnes ingen plass for dette faget.
allocation-release-heading = Ta studenten ut igjen
allocation-release-lead = Plassen blir ledig med en gang, og neste kjøring tar studenten med.
allocation-release-submit = Ta ut av plassen
allocation-history-heading = Dette er gjort for hånd
allocation-history-placed = Plassert ved { $place }
allocation-history-released = Tatt ut igjen
allocation-history-by = av { $name }
allocation-runs-heading = Kjøringer
allocation-runs-note = Samme studenter, ønsker, plasser og frø gir samme resultat, på hvilken som helst maskin.
allocation-runs-number = Kjøring
allocation-runs-at = Når
allocation-runs-placed = Plassert
allocation-runs-input = Inndata
allocation-runs-output = Resultat
allocation-files-heading = Låste inndata
allocation-files-result = Resultatet som fil
allocation-mail-done-subject = Trekningen er klar: { $round }
allocation-mail-done-body = Trekningen for { $round } er klar: { $placed } av { $students } studenter har fått plass. Ingen utenom saksbehandlerne har sett den.
allocation-mail-failed-subject = Trekningen kunne ikke kjøres: { $round }
allocation-mail-failed-body = Trekningen for { $round } kunne ikke kjøres: { $error }. Rett dette og kjør på nytt.
allocation-mail-link = Se fordelingen
allocation-proof-heading = Trekningen kan kontrolleres
allocation-proof-lead = Her ser du at frøet til trekningen var bestemt før noen kjente ønskene. Her står ingen navn og ingen ønskelister.
allocation-proof-chain = Fire ledd som henger sammen
allocation-proof-promised = Et løfte ble offentliggjort før ønskeperioden åpnet
allocation-proof-promised-note = Løftet er SHA-256 av «fotfeste-promise-1» og frøet. Det binder kontoret til frøet og røper ingenting om det.
allocation-proof-from-file = Numrene kom fra studentfilen
allocation-proof-from-file-note = Denne runden brukte numre som var gitt på forhånd. Derfor finnes det ikke noe frø.
allocation-proof-frozen = Studenter, ønsker og plasser ble låst
allocation-proof-frozen-note = { $students ->
        [one] { $students } student
       *[other] { $students } studenter
    }
allocation-proof-seed = Frøet ble avslørt
allocation-proof-seed-note = Alle kan regne ut at det gir løftet over.
allocation-proof-result = Resultatet ble regnet ut
allocation-proof-result-note = Mekanisme { $mechanism }, motorversjon { $version }
allocation-proof-cuts = Hvor ble det fullt?
allocation-proof-cuts-caption = Siste nummer som fikk plass, sted for sted
allocation-proof-cut-place = Sted
allocation-proof-cut-seats = Plasser
allocation-proof-cut-wished = Ønsket av
allocation-proof-cut-last = Siste nummer inn
allocation-proof-cut-few = færre enn 5
allocation-proof-cut-free = ledig hele veien
allocation-proof-cut-by-hand = gitt for hånd
allocation-proof-how = Kontroller selv
allocation-proof-how-text = Den som har rett til de låste filene, kan kjøre det samme programmet. Resultatet er likt byte for byte.
allocation-proof-how-number = Loddtallet ditt er de første åtte bytene av HMAC-SHA-256 med trekningsnøkkelen over runden og studentnummeret ditt. Lavest går først.
allocation-proof-how-exceptions = Sene studenter og studenter uten ønsker trekkes etter de andre. Kommandoen regner alle som levert i tide, så slike runder kan avvike.
allocation-proof-waiting = Beviset står her når runden er publisert.
