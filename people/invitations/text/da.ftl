invitations-no-matter = Skriv, hvad personen inviteres til.
invitations-too-long = Teksten har { $got } tegn. Forkort den til højst { $max }.
invitations-no-deadline = Vælg en dag fra i dag til { $last }.
invitations-no-address = Personen har ingen e-mailadresse i portalen. Tilføj den først; invitationen sendes dertil.
invitations-sent-often = Invitationen er sendt ti gange. Træk den tilbage, og kontrollér adressen med personen.
invitations-ended = Invitationen er accepteret eller trukket tilbage, eller fristen er udløbet. Send en ny.
invitations-title = Invitationer
invitations-invite = Invitér
invitations-do = Invitér { $name }
invitations-lead = Invitationen sendes til { $email }. Den åbner portalen for denne person alene, én gang, indtil fristen udløber.
invitations-about = Hvad det drejer sig om
invitations-about-help = Den inviterede læser dette i mailen: hvad der forventes, i en sætning eller to.
invitations-until = Sidste dag
invitations-until-help = Hvornår svaret skal bruges. Efter denne dag åbner linket ingenting.
invitations-send = Send invitationen
invitations-send-again = Send igen
invitations-withdraw = Træk tilbage
invitations-who = Hvem
invitations-sent = Sendt
invitations-count = { $count ->
    [one] 1 invitation
   *[other] { $count } invitationer
}
invitations-list-lead = Hvem der er inviteret, og hvem der ikke er kommet ind endnu.
invitations-none = Ingen invitationer her
invitations-none-text = Åbn en person i registret for at invitere.
invitations-open = Åben
invitations-accepted = Accepteret
invitations-withdrawn = Trukket tilbage
invitations-over = Fristen er udløbet
invitations-line = { $sent ->
    [one] Sendt én gang, åben til { $until }
   *[other] Sendt { $sent } gange, åben til { $until }
}
invitations-from = Fra
invitations-by = Inviteret af
invitations-opened-title = { $name }, { $organisation } inviterer dig
invitations-opened-text = Tryk på knappen for at komme ind som dig selv på denne enhed. Linket er brugt op bagefter; siden logger du ind på sædvanlig måde.
invitations-accept = Acceptér og log ind
invitations-not-you = Drejer det sig ikke om dig? Luk siden. Der sker intet, før der trykkes på knappen.
invitations-spent-title = Invitationen er ikke længere åben
invitations-spent-text = Den er accepteret eller trukket tilbage, en nyere er sendt, eller fristen er udløbet. Har du accepteret den, logger du ind på sædvanlig måde. Ellers spørg den, der inviterede dig.
invitations-mail-subject = Svar senest { $day }: { $organisation } inviterer dig
invitations-mail-body =
    Hej { $name }

    { $by } fra { $organisation } inviterer dig til Fotfeste:
    { $about }

    Linket er kun til dig. Det åbner én gang, til og med { $day }.
invitations-mail-link = Læs invitationen
invitations-api-list = Vis invitationer
invitations-api-of-person = Vis en persons invitationer
invitations-api-invite = Invitér nogen fra registret
invitations-api-send-again = Send en åben invitation igen
invitations-api-withdraw = Træk en åben invitation tilbage
invitations-many-title = { $count ->
    [0] Ingen af de valgte kan inviteres
    [one] Invitér én person
   *[other] Invitér { $count } personer
}
invitations-many-lead = Der er ikke sendt noget endnu. Hver invitation åbner portalen for modtageren alene, én gang, indtil fristen.
invitations-many-send = { $count ->
    [one] Send én invitation
   *[other] Send { $count } invitationer
}
invitations-many-mailed = Får en mail
invitations-many-no-address = Mangler mailadresse
