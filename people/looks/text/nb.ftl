looks-title = Hvem har sett på deg
looks-lead = Alle på jobb som åpner mappen din, etterlater en linje her.
looks-none = Ingen har åpnet mappen din.
looks-what = { $what ->
    [wishes] Ønskene dine
    [placement] Plassen din i en runde
    [withdrawal] Om du deltar i en runde
    [sign-in] Hvordan du logger inn
    [confidence] Det som er sagt om deg i fortrolighet
    [thread] Det som er skrevet i saken din
   *[file] Mappen din
}
looks-pages = Flere linjer
looks-newer = Nyere
looks-older = Eldre
looks-ask = Hvis en linje overrasker deg, kan du spørre kontoret den nevner.
looks-supports = Sett med dine øyne
looks-supports-lead = Noen på kontoret ditt har sett sidene slik du ser dem, for å hjelpe. De kunne ikke endre noe.
looks-support-when = { $from } til { $until }
looks-support-end = Avslutt nå
