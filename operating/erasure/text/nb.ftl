erasure-title = Slett { $name }
erasure-lead = Sletting er endelig. Den som bare ikke skal ses av noen en tid, sperres i stedet; den som slutter, får slutte.
erasure-obstacles = Dette er i veien
erasure-obstacle = { $obstacle ->
    [bound] Personen er fremdeles knyttet til organisasjonen eller har en rolle. La personen slutte først.
    [in_round] Personen er med i en runde som pågår. Ta personen ut av den først.
    [complaint] Et vedtak kan fremdeles påklages, eller en praksis er ikke over. Vent til da.
    [elsewhere] En annen organisasjon kjenner også personen. Den må avslutte tilknytningen først, eller selv slette.
   *[operator] Personen tar seg av portalen. En annen som gjør det, må avslutte oppgaven først, på siden Drift. Er det ingen andre, avslutter den som driver maskinen, den med fotfeste operator --end og e-postadressen.
}
erasure-goes = Dette forsvinner
erasure-stays = Dette blir, og hvorfor
erasure-nothing-stays = Ingenting blir, bortsett fra linjen i journalen om at noen ble slettet.
erasure-group = { $group ->
    [contact] Navn, adresse, telefon
    [signing_in] Innlogging: passord, apper, passnøkler, økter
    [confidence] Det som er sagt i fortrolighet, med nøkkelen
    [messages] E-poster, varsler, halvutfylte skjemaer
    [settings] Egne innstillinger og visninger
    [weights] Det som var kjent for trekninger
    [looks] Hvem som har sett på personen
    [decisions] Vedtak, ønsker og plasser i runder
    [threads] Det som er skrevet om saker
    [bonds] Tilknytninger og roller
   *[records] Logg over hvem som gjorde hva
}
erasure-rows = { $n ->
        [one] { $n } oppføring
       *[other] { $n } oppføringer
    }
erasure-why = { $group ->
    [decisions] Arkivplikten: et vedtak bevares i 10 år etter perioden, sammen med grunnlaget. Det nevner personen med et nummer.
    [threads] Det tilhører også de andre partene i saken og følger vedtaket.
    [bonds] Arkivplikten: hvem som var knyttet hit, fra når til når, i 10 år. Nummeret til personen tas ut.
   *[records] Plikten til å vise hvem som gjorde hva. En forseglet journal kan ikke miste en linje; den nevner personen med en id.
}
erasure-copies = Sikkerhetskopiene mister nøkkelen til det som er sagt i fortrolighet, med neste kopi. Resten finnes i eldre kopier til de fjernes.
erasure-final = Dette kan ikke angres.
erasure-do = Slett { $name } for godt
erasure-back = Tilbake til personen
