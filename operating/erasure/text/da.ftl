erasure-title = Slet { $name }
erasure-lead = Sletning er endelig. Den, der blot ikke skal ses af nogen i en tid, spærres i stedet; den, der holder op, får lov at slutte.
erasure-obstacles = Dette er i vejen
erasure-obstacle = { $obstacle ->
    [bound] Personen er stadig knyttet til organisationen eller har en rolle. Lad personen slutte først.
    [in_round] Personen deltager i en runde, der er i gang. Tag personen ud af den først.
    [complaint] Der kan stadig klages over en afgørelse, eller en praktik er ikke slut. Vent til da.
    [elsewhere] En anden organisation kender også personen. Den skal afslutte tilknytningen først, eller selv slette.
   *[operator] Personen tager sig af portalen. En anden, der gør det, må afslutte opgaven først på siden Drift. Er der ingen andre, afslutter den, der driver maskinen, den med fotfeste operator --end og e-mailadressen.
}
erasure-goes = Dette forsvinder
erasure-stays = Dette bliver, og hvorfor
erasure-nothing-stays = Intet bliver, bortset fra linjen i journalen om, at nogen blev slettet.
erasure-group = { $group ->
    [contact] Navn, adresse, telefon
    [signing_in] Log ind: adgangskoder, apps, adgangsnøgler, sessioner
    [confidence] Det, der er sagt i fortrolighed, med nøglen
    [messages] E-mails, beskeder, halvt udfyldte formularer
    [settings] Egne indstillinger og visninger
    [weights] Det, der var kendt til lodtrækninger
    [looks] Hvem der har set på personen
    [decisions] Afgørelser, ønsker og pladser i runder
    [threads] Det, der er skrevet om sager
    [bonds] Tilknytninger og roller
   *[records] Log over, hvem der gjorde hvad
}
erasure-rows = { $n ->
        [one] { $n } post
       *[other] { $n } poster
    }
erasure-why = { $group ->
    [decisions] Arkivpligten: en afgørelse bevares i 10 år efter perioden sammen med sit grundlag. Den nævner personen med et nummer.
    [threads] Det tilhører også sagens andre parter og følger afgørelsen.
    [bonds] Arkivpligten: hvem der var knyttet hertil, fra hvornår til hvornår, i 10 år. Personens nummer tages ud.
   *[records] Pligten til at vise, hvem der gjorde hvad. En forseglet journal kan ikke miste en linje; den nævner personen med et id.
}
erasure-copies = Sikkerhedskopierne mister nøglen til det, der er sagt i fortrolighed, med den næste kopi. Resten findes i ældre kopier, til de fjernes.
erasure-final = Dette kan ikke fortrydes.
erasure-do = Slet { $name } for altid
erasure-back = Tilbage til personen
