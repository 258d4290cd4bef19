allocation-heading = Fordeling
allocation-heading-draft = Fordeling, utkast { $number }
allocation-ground-considerations = Særlege omsyn
allocation-ground-no-wishes = Sende ingen ønskje
allocation-ground-unplaced = Fekk ikkje plass i trekninga
allocation-ground-agreed = Avtalt med student og stad
allocation-ground-correction = Retting av ein feil
allocation-ground-file = Plassert av studentfila
allocation-ground-other = Annan grunn
allocation-error-no-reason = Skriv kvifor. Grunngivinga er berre for saksbehandlarane.
allocation-error-long-reason = Grunngivinga har { $got } teikn. Kort henne ned til { $max }.
allocation-error-odd-reason = Grunngivinga har teikn som ikkje kan visast. Skriv henne på nytt.
allocation-error-no-ground = Vel ein grunn frå lista
allocation-error-no-offer = Vel ein stad frå lista
allocation-error-subject = Plassen er for { $offer }, studenten har { $student }. Vel ein annan stad.
allocation-error-full = { $place } er fullt: { $taken } av { $seats }. Vel ein annan stad, eller ta nokon ut først.
allocation-error-withdrawn = Studenten har trekt seg frå runden
allocation-error-not-by-hand = Ingen har plassert denne studenten for hand, så det er ingenting å ta tilbake
allocation-error-window-open = Det kan framleis sendast ønskje. Køyr trekninga når fristen er ute.
allocation-error-not-now = Runden er ikkje i ein fase der plassar kan fordelast
allocation-error-under-way = Ei trekning er alt i gang. Vent på resultatet.
allocation-error-unsolvable = Trekninga kunne ikkje køyrast: { $first }. Rett dette og køyr på nytt.
allocation-before-lead = Plasser først for hand dei som må ha ein bestemt plass. Så gir trekninga alle andre det øvste ønsket som er ledig når turen kjem til dei.
allocation-before-window = Det kan sendast ønskje til { $moment }. Trekninga kan køyrast etterpå.
allocation-before-setup = Runden er ikkje kunngjord enno. Kunngjer han før du fordeler.
allocation-cancelled = Runden er avlyst. Ingenting blir fordelt.
allocation-published = Publisert { $moment }. Endringar frå no av er nye vedtak, éin student om gongen.
allocation-publishing = Blir publisert { $moment }. Stopp publiseringa om noko må endrast.
allocation-figure-students = studentar er med
allocation-figure-seats = plassar
allocation-figure-placed = plasserte
allocation-figure-lacking = utan plass
allocation-figure-locked = låste for hand
allocation-run = Køyr trekninga
allocation-run-again = Køyr på nytt for dei ulåste
allocation-run-again-note = Frøet er det same: ei ny køyring endrar berre noko der studentar, ønskje eller plassar er endra.
allocation-run-waiting = Trekninga køyrer.
allocation-run-progress = Sjå kor langt ho er komen
allocation-run-failed = Den siste køyringa kunne ikkje fullførast: { $error }
allocation-to-publication = Gå til publisering
allocation-to-proof = Sjå beviset for trekninga
allocation-saved = Lagra { $moment }
allocation-board = Tavle
allocation-board-note = Kvar kolonne er ein stad. «Flytt» viser stadene i studenten si eiga rekkjefølgje.
allocation-lane-none = Utan plass
allocation-lane-count = { $taken } av { $seats }
allocation-lane-students = { $n ->
        [one] { $n } student
       *[other] { $n } studentar
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
allocation-locked = låst for hand
allocation-move = Flytt
allocation-move-student = Flytt { $name }
allocation-table = Fordeling
allocation-table-heading = Alle studentar
allocation-table-count = { $n ->
        [one] { $n } student
       *[other] { $n } studentar
    }
allocation-column-number = Nr.
allocation-column-student = Student
allocation-column-place = Stad
allocation-column-wish = Ønske
allocation-column-subject = Fag
allocation-column-how = Slik kom han
allocation-column-status = Status
allocation-how-draw = Loddtrekking
allocation-how-last = Ledig plass etter trekninga
allocation-how-by-hand = For hand: { $ground }
allocation-how-unplaced = Alle ønska var fulle
allocation-how-no-wishes = Sende ingen ønskje
allocation-how-waiting = Ikkje med i siste køyring
allocation-how-withdrawn = Har trekt seg
allocation-status-draft = Utkast
allocation-status-locked = Låst
allocation-status-lacking = Utan plass
allocation-status-withdrawn = Trekt
allocation-status-published = Publisert
allocation-filter-how = Slik kom han
allocation-filter-all = Alle
allocation-search = Finn student eller stad
allocation-table-empty = Ingen passar. Tøm søket for å sjå alle.
allocation-pages-of = { $from }–{ $to } av { $all }
allocation-histogram = Kva ønske som vart oppfylt
allocation-histogram-label = { $first } av { $drawn } studentar i trekninga fekk første ønske
allocation-histogram-what = Ønske
allocation-histogram-count = Studentar
allocation-histogram-students = { $n ->
        [one] { $n } student
       *[other] { $n } studentar
    }
allocation-nth-wish = { $ordinal } ønske
allocation-unplaced-heading = Kven som står utan plass, og kva som stengjer
allocation-unplaced-none = Alle har ein plass.
allocation-unplaced-more = { $n ->
        [one] { $n } til står i tabellen under
       *[other] { $n } til står i tabellen under
    }
allocation-blocked-seats = { $n ->
        [one] Éin plass til ved { $places } ville vore nok.
       *[other] { $n } plassar til ved { $places } ville vore nok.
    }
allocation-blocked-together = { $places } har til saman ingen plass att, og ingen av dei åleine ville vore nok.
allocation-blocked-no-wishes = Sende ingen ønskje. Finn ein plass for hand.
allocation-blocked-waiting = Var ikkje med i siste køyring. Køyr på nytt, eller finn ein plass for hand.
allocation-or = { $first } eller { $last }
allocation-and = { $first } og { $last }
allocation-placement-heading = Plasser { $name }
allocation-placement-crumb = Plassering for hand
allocation-placement-lead = Stadene står i studenten si eiga rekkjefølgje, deretter resten. Ein plass du vel her, blir låst: trekninga rører han ikkje.
allocation-placement-lead-published = Runden er publisert. Ein ny plass er eit nytt vedtak: studenten og stadene får melding med ein gong.
allocation-placement-number = Nummer { $number } i trekninga
allocation-placement-now = No ved { $place }
allocation-placement-nowhere = Har ingen plass no
allocation-placement-legend = Kvar
allocation-placement-not-wished = ikkje på lista
allocation-placement-cannot = Kan ikkje:
allocation-placement-full = fullt, { $taken } av { $seats }
allocation-placement-full-at = siste plass gjekk til nummer { $number }
allocation-placement-full-above = { $name } er fullt
allocation-placement-here = er her no
allocation-placement-ground = Grunn
allocation-placement-ground-choose = Vel ein grunn
allocation-placement-reason = Grunngiving
allocation-placement-reason-help = Berre saksbehandlarane les dette. Skriv ikkje helseopplysningar her.
allocation-placement-submit = Plasser og lås
allocation-placement-submit-published = Gi plassen og sei frå til alle
allocation-placement-none = Det finst ingen plass for dette faget.
allocation-release-heading = Ta studenten ut igjen
allocation-release-lead = Plassen blir ledig med ein gong, og neste køyring tek studenten med.
allocation-release-submit = Ta ut av plassen
allocation-history-heading = Dette er gjort for hand
allocation-history-placed = Plassert ved { $place }
allocation-history-released = Teken ut igjen
allocation-history-by = av { $name }
allocation-runs-heading = Køyringar
allocation-runs-note = Same studentar, ønskje, plassar og frø gir same resultat, på kva maskin som helst.
allocation-runs-number = Køyring
allocation-runs-at = Når
allocation-runs-placed = Plassert
allocation-runs-input = Inndata
allocation-runs-output = Resultat
allocation-files-heading = Låste inndata
allocation-files-result = Resultatet som fil
allocation-mail-done-subject = Trekninga er klar: { $round }
allocation-mail-done-body = Trekninga for { $round } er klar: { $placed } av { $students } studentar har fått plass. Ingen utanom saksbehandlarane har sett henne.
allocation-mail-failed-subject = Trekninga kunne ikkje køyrast: { $round }
allocation-mail-failed-body = Trekninga for { $round } kunne ikkje køyrast: { $error }. Rett dette og køyr på nytt.
allocation-mail-link = Sjå fordelinga
allocation-proof-heading = Trekninga kan kontrollerast
allocation-proof-lead = Her ser du at frøet til trekninga var bestemt før nokon kjende ønska. Her står ingen namn og ingen ønskelister.
allocation-proof-chain = Fire ledd som heng saman
allocation-proof-promised = Ein lovnad vart offentleggjord før ønskjeperioden opna
allocation-proof-promised-note = Lovnaden er SHA-256 av «fotfeste-promise-1» og frøet. Han bind kontoret til frøet og røper ingenting om det.
allocation-proof-from-file = Nummera kom frå studentfila
allocation-proof-from-file-note = Denne runden brukte nummer som var gitt på førehand. Difor finst det ikkje noko frø.
allocation-proof-frozen = Studentar, ønskje og plassar vart låste
allocation-proof-frozen-note = { $students ->
        [one] { $students } student
       *[other] { $students } studentar
    }
allocation-proof-seed = Frøet vart avslørt
allocation-proof-seed-note = Alle kan rekne ut at det gir lovnaden over.
allocation-proof-result = Resultatet vart rekna ut
allocation-proof-result-note = Mekanisme { $mechanism }, motorversjon { $version }
allocation-proof-cuts = Kvar vart det fullt?
allocation-proof-cuts-caption = Siste nummer som fekk plass, stad for stad
allocation-proof-cut-place = Stad
allocation-proof-cut-seats = Plassar
allocation-proof-cut-wished = Ønskt av
allocation-proof-cut-last = Siste nummer inn
allocation-proof-cut-few = færre enn 5
allocation-proof-cut-free = ledig heile vegen
allocation-proof-cut-by-hand = gitt for hand
allocation-proof-how = Kontroller sjølv
allocation-proof-how-text = Den som har rett til dei låste filene, kan køyre det same programmet. Resultatet er likt byte for byte.
allocation-proof-how-number = Loddtalet ditt er dei første åtte bytane av HMAC-SHA-256 med trekkingsnøkkelen over runden og studentnummeret ditt. Lågast går først.
allocation-proof-how-exceptions = Seine studentar og studentar utan ønskje blir trekte etter dei andre. Kommandoen reknar alle som leverte i tide, så slike rundar kan avvike.
allocation-proof-waiting = Beviset står her når runden er publisert.
