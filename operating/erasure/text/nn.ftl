erasure-title = Slett { $name }
erasure-lead = Sletting er endeleg. Den som berre ikkje skal sjåast av nokon ei tid, blir sperra i staden; den som sluttar, får slutte.
erasure-obstacles = Dette står i vegen
erasure-obstacle = { $obstacle ->
    [bound] Personen er framleis knytt til organisasjonen eller har ei rolle. La personen slutte først.
    [in_round] Personen er med i ein runde som går føre seg. Ta personen ut av han først.
    [complaint] Eit vedtak kan framleis klagast på, eller ein praksis er ikkje over. Vent til då.
    [elsewhere] Ein annan organisasjon kjenner òg personen. Han må avslutte tilknytinga først, eller sjølv slette.
   *[operator] Personen tek seg av portalen. Ein annan som gjer det, må avslutte oppgåva først, på sida Drift. Er det ingen andre, avsluttar den som driv maskina, ho med fotfeste operator --end og e-postadressa.
}
erasure-goes = Dette forsvinn
erasure-stays = Dette blir, og kvifor
erasure-nothing-stays = Ingenting blir, bortsett frå linja i journalen om at nokon vart sletta.
erasure-group = { $group ->
    [contact] Namn, adresse, telefon
    [signing_in] Innlogging: passord, appar, passnøklar, økter
    [confidence] Det som er fortruleg, med nøkkelen
    [messages] E-postar, varsel, halvutfylte skjema
    [settings] Eigne innstillingar og visingar
    [weights] Det som var kjent for trekkingar
    [looks] Kven som har sett på personen
    [decisions] Vedtak, ønske og plassar i rundar
    [threads] Det som er skrive om saker
    [bonds] Tilknytingar og roller
   *[records] Logg over kven som gjorde kva
}
erasure-rows = { $n ->
        [one] { $n } oppføring
       *[other] { $n } oppføringar
    }
erasure-why = { $group ->
    [decisions] Arkivplikta: eit vedtak blir teke vare på i 10 år etter perioden, saman med grunnlaget. Det nemner personen med eit nummer.
    [threads] Det høyrer òg til dei andre partane i saka og følgjer vedtaket.
    [bonds] Arkivplikta: kven som var knytt hit, frå når til når, i 10 år. Nummeret til personen blir teke ut.
   *[records] Plikta til å vise kven som gjorde kva. Ein forsegla journal kan ikkje miste ei linje; han nemner personen med ein id.
}
erasure-copies = Tryggingskopiane mistar nøkkelen til det som er fortruleg, med neste kopi. Resten finst i eldre kopiar til dei blir fjerna.
erasure-final = Dette kan ikkje angrast.
erasure-do = Slett { $name } for godt
erasure-back = Tilbake til personen
