looks-title = Hvem har set på dig
looks-lead = Alle på arbejde, der åbner din mappe, efterlader en linje her.
looks-none = Ingen har åbnet din mappe.
looks-what = { $what ->
    [wishes] Dine ønsker
    [placement] Din plads i en runde
    [withdrawal] Om du deltager i en runde
    [sign-in] Hvordan du logger ind
    [confidence] Det, der er sagt om dig i fortrolighed
    [thread] Det, der er skrevet i din sag
   *[file] Din mappe
}
looks-pages = Flere linjer
looks-newer = Nyere
looks-older = Ældre
looks-ask = Hvis en linje overrasker dig, så spørg det kontor, den nævner.
looks-supports = Set med dine øjne
looks-supports-lead = En fra dit kontor har set siderne, som du ser dem, for at hjælpe. De kunne ikke ændre noget.
looks-support-when = { $from } til { $until }
looks-support-end = Afslut nu
