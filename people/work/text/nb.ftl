work-what = { $kind ->
    [allocate] Fordeler plasser
    [publish] Publiserer runden
    [import] Leser inn en fil
    [mail] Sender e-post
    [practice-copy] Lager en øvingskopi
    [practice-removal] Kaster en øvingskopi
   *[other] Arbeider
}
work-waiting = Venter
work-waiting-note = Det starter så snart det er ledig.
work-running = Arbeider
work-running-note = Dette tar et øyeblikk.
work-again = Prøver igjen
work-again-note = Siste forsøk lyktes ikke. Portalen prøver igjen av seg selv.
work-done = Ferdig
work-done-note = Alt er lagret.
work-dead = Lagt til side
work-dead-note = Det mislyktes for mange ganger, og ingenting ble lagret. Si fra til dem som drifter portalen.
work-stopped = Stoppet
work-stopped-note = Ingenting ble gjort.
work-open = Åpne resultatet
work-refresh = Oppdater
work-leave = Du kan forlate denne siden. Arbeidet går videre uten deg.
