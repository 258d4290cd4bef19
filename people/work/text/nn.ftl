work-what = { $kind ->
    [allocate] Fordeler plassar
    [publish] Publiserer runden
    [import] Les inn ei fil
    [mail] Sender e-post
    [practice-copy] Lagar ein øvingskopi
    [practice-removal] Kastar ein øvingskopi
   *[other] Arbeider
}
work-waiting = Ventar
work-waiting-note = Det startar så snart det er ledig.
work-running = Arbeider
work-running-note = Dette tek ein augneblink.
work-again = Prøver igjen
work-again-note = Det siste forsøket lukkast ikkje. Portalen prøver igjen av seg sjølv.
work-done = Ferdig
work-done-note = Alt er lagra.
work-dead = Lagt til side
work-dead-note = Det gjekk gale for mange gonger, og ingenting vart lagra. Sei frå til dei som driftar portalen.
work-stopped = Stoppa
work-stopped-note = Ingenting vart gjort.
work-open = Opne resultatet
work-refresh = Oppdater
work-leave = Du kan gå frå denne sida. Arbeidet held fram utan deg.
