invitations-no-matter = Skriv hva personen inviteres til.
invitations-too-long = Teksten har { $got } tegn. Kort den ned til høyst { $max }.
invitations-no-deadline = Velg en dag fra i dag til { $last }.
invitations-no-address = Personen har ingen e-postadresse i portalen. Legg den inn først; invitasjonen sendes dit.
invitations-sent-often = Invitasjonen er sendt ti ganger. Trekk den tilbake, og kontroller adressen med personen.
invitations-ended = Invitasjonen er godtatt eller trukket tilbake, eller fristen er ute. Send en ny.
invitations-title = Invitasjoner
invitations-invite = Inviter
invitations-do = Inviter { $name }
invitations-lead = Invitasjonen går til { $email }. Den åpner portalen for denne personen alene, én gang, til fristen er ute.
invitations-about = Hva det gjelder
invitations-about-help = Den inviterte leser dette i e-posten: hva som ventes, i en setning eller to.
invitations-until = Siste dag
invitations-until-help = Når svaret trengs. Etter denne dagen åpner lenken ingenting.
invitations-send = Send invitasjonen
invitations-send-again = Send på nytt
invitations-withdraw = Trekk tilbake
invitations-who = Hvem
invitations-sent = Sendt
invitations-count = { $count ->
    [one] 1 invitasjon
   *[other] { $count } invitasjoner
}
invitations-list-lead = Hvem som er invitert, og hvem som ikke har kommet inn ennå.
invitations-none = Ingen invitasjoner her
invitations-none-text = Åpne en person i registeret for å invitere.
invitations-open = Åpen
invitations-accepted = Godtatt
invitations-withdrawn = Trukket tilbake
invitations-over = Fristen er ute
invitations-line = { $sent ->
    [one] Sendt én gang, åpen til { $until }
   *[other] Sendt { $sent } ganger, åpen til { $until }
}
invitations-from = Fra
invitations-by = Invitert av
invitations-opened-title = { $name }, { $organisation } inviterer deg
invitations-opened-text = Trykk på knappen for å komme inn som deg selv på denne enheten. Lenken er brukt opp etterpå; siden logger du inn på vanlig måte.
invitations-accept = Godta og logg inn
invitations-not-you = Gjelder dette ikke deg? Lukk siden. Ingenting skjer før knappen trykkes.
invitations-spent-title = Invitasjonen er ikke åpen lenger
invitations-spent-text = Den er godtatt eller trukket tilbake, en nyere er sendt, eller fristen er ute. Har du godtatt den, logger du inn på vanlig måte. Ellers kan du spørre den som inviterte deg.
invitations-mail-subject = Svar innen { $day }: { $organisation } inviterer deg
invitations-mail-body =
    Hei { $name }!

    { $by } ved { $organisation } inviterer deg til Fotfeste:
    { $about }

    Lenken er bare for deg. Den åpner én gang, til og med { $day }.
invitations-mail-link = Les invitasjonen
invitations-api-list = List invitasjoner
invitations-api-of-person = List invitasjonene til én person
invitations-api-invite = Inviter noen fra registeret
invitations-api-send-again = Send en åpen invitasjon på nytt
invitations-api-withdraw = Trekk en åpen invitasjon tilbake
invitations-many-title = { $count ->
    [0] Ingen av de valgte kan inviteres
    [one] Inviter én person
   *[other] Inviter { $count } personer
}
invitations-many-lead = Ingenting er sendt ennå. Hver invitasjon åpner portalen for mottakeren alene, én gang, til fristen.
invitations-many-send = { $count ->
    [one] Send én invitasjon
   *[other] Send { $count } invitasjoner
}
invitations-many-mailed = Får en e-post
invitations-many-no-address = Mangler e-postadresse
