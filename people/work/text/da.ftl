work-what = { $kind ->
    [allocate] Fordeler pladser
    [publish] Offentliggør runden
    [import] Indlæser en fil
    [mail] Sender e-mail
    [practice-copy] Laver en øvelseskopi
    [practice-removal] Smider en øvelseskopi væk
   *[other] Arbejder
}
work-waiting = Venter
work-waiting-note = Det begynder, så snart der er ledig kapacitet.
work-running = Arbejder
work-running-note = Det tager et øjeblik.
work-again = Prøver igen
work-again-note = Det seneste forsøg lykkedes ikke. Portalen prøver igen af sig selv.
work-done = Færdig
work-done-note = Alt er gemt.
work-dead = Lagt til side
work-dead-note = Det mislykkedes for mange gange, og intet blev gemt. Giv besked til dem, der driver portalen.
work-stopped = Standset
work-stopped-note = Intet blev gjort.
work-open = Åbn resultatet
work-refresh = Opdater
work-leave = Du kan forlade siden. Arbejdet fortsætter uden dig.
