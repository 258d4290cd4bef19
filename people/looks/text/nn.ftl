looks-title = Kven har sett på deg
looks-lead = Alle på jobb som opnar mappa di, etterlèt ei linje her.
looks-none = Ingen har opna mappa di.
looks-what = { $what ->
    [wishes] Ønska dine
    [placement] Plassen din i ein runde
    [withdrawal] Om du deltek i ein runde
    [sign-in] Korleis du loggar inn
    [confidence] Det som er fortruleg om deg
    [thread] Det som er skrive i saka di
   *[file] Mappa di
}
looks-pages = Fleire linjer
looks-newer = Nyare
looks-older = Eldre
looks-ask = Overraskar ei linje deg, kan du spørje kontoret ho nemner.
looks-supports = Sett med auga dine
looks-supports-lead = Nokon på kontoret ditt har sett sidene slik du ser dei, for å hjelpe. Dei kunne ikkje endre noko.
looks-support-when = { $from } til { $until }
looks-support-end = Avslutt no
