webhooks-title = Webhooks
webhooks-lead = Portalen giver jeres andre systemer besked om det, der sker, så snart det er sket.
webhooks-none = Ingen webhooks endnu
webhooks-none-text = Lav en, når et af jeres systemer skal have besked med det samme.
webhooks-new = Ny webhook
webhooks-new-lead = Det, der sendes, nævner hændelsen, og hvad den gælder, og intet om personer. Systemet henter resten med sit token.
webhooks-address = Hvor skal beskeden sendes hen?
webhooks-address-help = En adresse hos det andet system, der begynder med https://
webhooks-events = Hvad skal der gives besked om?
webhooks-event = { $event ->
        [round-announced] En runde er meddelt
        [round-cancelled] En runde er aflyst
        [publication-asked] Der er bedt om offentliggørelse
        [publication-stopped] En offentliggørelse er stoppet
        [round-published] En runde er offentliggjort
        [student-added] En studerende er tilføjet til en runde
        [student-withdrawn] En studerende går ud af en runde
        [student-readmitted] En studerende er taget ind igen i en runde
        [wishes-confirmed] En studerende har bekræftet ønsker
        [wishes-entered] Praktikkontoret har indtastet ønsker
        [allocation-done] En kørsel er færdig
        [allocation-failed] En kørsel er mislykkedes
        [placed-by-hand] En studerende er placeret manuelt
        [placement-changed] En placering er ændret efter offentliggørelsen
        [unit-added] En enhed er tilføjet
       *[other] En enhed er ændret
    }
webhooks-make = Lav webhooken
webhooks-made = Webhooken er lavet
webhooks-made-lead = Giv denne nøgle til systemet: Med den kontrollerer systemet, at det, der kommer, er fra portalen.
webhooks-key = Nøgle
webhooks-log = Det, der er givet besked om
webhooks-on = Til
webhooks-off = Fra
webhooks-resume = Slå til igen
webhooks-end = Afslut webhooken
webhooks-log-none = Intet at vise endnu
webhooks-log-none-text = Så snart en af hændelserne sker, står den her.
webhooks-waiting = Venter
webhooks-done = Modtaget
webhooks-failed = Ikke modtaget
webhooks-tried = { $attempts ->
        [one] Prøvet én gang, sidst { $at }. { $answer }
       *[other] Prøvet { $attempts } gange, sidst { $at }. { $answer }
    }
webhooks-not-tried = Skete { $at }. Ikke sendt endnu.
webhooks-answer = { $answer ->
        [no-answer] Ingen svarede.
        [private-address] Adressen fører ind i et privat netværk.
        [no-address] Adressen kan ikke kaldes.
        [not-secure] Adressen er ikke sikker.
       *[other] Svar: { $answer }.
    }
webhooks-body = Det, der sendes
webhooks-repeat = Send igen
webhooks-older = Ældre
webhooks-no-event = Sæt kryds ved mindst én hændelse.
webhooks-too-many = Organisationen har { $max } webhooks. Afslut en, der ikke bruges mere.
webhooks-off-subject = En webhook er slået fra
webhooks-off-body = Ingen modtog de seneste { $times } beskeder til { $address }. Webhooken er slået fra, og der sendes ikke mere dertil. Se, hvad der blev svaret, og slå den til igen, når systemet er klar.
webhooks-off-link = Se, hvad der er givet besked om
webhooks-api-list = Vis webhooks
webhooks-api-make = Lav en webhook, og få den nøgle, beskederne signeres med
webhooks-api-end = Afslut en webhook
webhooks-api-deliveries = Vis, hvad en webhook fik at vide de seneste 90 dage
webhooks-practice = Intet går ud fra en øvelseskopi, så den fortæller ikke andre systemer noget. Sæt webhooken op i den rigtige organisation.
webhooks-api-show = Vis en webhook
webhooks-api-resume = Slå en webhook til igen
webhooks-api-repeat = Send en levering en gang til
