invitations-no-matter = Skriv kva personen blir invitert til.
invitations-too-long = Teksten har { $got } teikn. Kort han ned til høgst { $max }.
invitations-no-deadline = Vel ein dag frå i dag til { $last }.
invitations-no-address = Personen har inga e-postadresse i portalen. Legg ho inn først; invitasjonen blir send dit.
invitations-sent-often = Invitasjonen er send ti gonger. Trekk han tilbake, og kontroller adressa med personen.
invitations-ended = Invitasjonen er godteken eller trekt tilbake, eller fristen er ute. Send ein ny.
invitations-title = Invitasjonar
invitations-invite = Inviter
invitations-do = Inviter { $name }
invitations-lead = Invitasjonen går til { $email }. Han opnar portalen for denne personen åleine, éin gong, til fristen er ute.
invitations-about = Kva det gjeld
invitations-about-help = Den inviterte les dette i e-posten: kva som er venta, i ei setning eller to.
invitations-until = Siste dag
invitations-until-help = Når svaret trengst. Etter denne dagen opnar lenkja ingenting.
invitations-send = Send invitasjonen
invitations-send-again = Send på nytt
invitations-withdraw = Trekk tilbake
invitations-who = Kven
invitations-sent = Send
invitations-count = { $count ->
    [one] 1 invitasjon
   *[other] { $count } invitasjonar
}
invitations-list-lead = Kven som er invitert, og kven som ikkje har kome inn enno.
invitations-none = Ingen invitasjonar her
invitations-none-text = Opne ein person i registeret for å invitere.
invitations-open = Open
invitations-accepted = Godteken
invitations-withdrawn = Trekt tilbake
invitations-over = Fristen er ute
invitations-line = { $sent ->
    [one] Send éin gong, open til { $until }
   *[other] Send { $sent } gonger, open til { $until }
}
invitations-from = Frå
invitations-by = Invitert av
invitations-opened-title = { $name }, { $organisation } inviterer deg
invitations-opened-text = Trykk på knappen for å kome inn som deg sjølv på denne eininga. Lenkja er brukt opp etterpå; sidan loggar du inn på vanleg måte.
invitations-accept = Godta og logg inn
invitations-not-you = Gjeld dette ikkje deg? Lukk sida. Ingenting skjer før knappen blir trykt.
invitations-spent-title = Invitasjonen er ikkje open lenger
invitations-spent-text = Han er godteken eller trekt tilbake, ein nyare er send, eller fristen er ute. Har du godteke han, loggar du inn på vanleg måte. Elles kan du spørje den som inviterte deg.
invitations-mail-subject = Svar innan { $day }: { $organisation } inviterer deg
invitations-mail-body =
    Hei { $name }!

    { $by } ved { $organisation } inviterer deg til Fotfeste:
    { $about }

    Lenkja er berre for deg. Ho opnar éin gong, til og med { $day }.
invitations-mail-link = Les invitasjonen
invitations-api-list = List opp invitasjonar
invitations-api-of-person = List opp invitasjonane til éin person
invitations-api-invite = Inviter nokon frå registeret
invitations-api-send-again = Send ein open invitasjon på nytt
invitations-api-withdraw = Trekk ein open invitasjon tilbake
invitations-many-title = { $count ->
    [0] Ingen av dei valde kan inviterast
    [one] Inviter éin person
   *[other] Inviter { $count } personar
}
invitations-many-lead = Ingenting er sendt enno. Kvar invitasjon opnar portalen for mottakaren åleine, éin gong, til fristen.
invitations-many-send = { $count ->
    [one] Send éin invitasjon
   *[other] Send { $count } invitasjonar
}
invitations-many-mailed = Får ein e-post
invitations-many-no-address = Manglar e-postadresse
