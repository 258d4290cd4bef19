webhooks-title = Webhooker
webhooks-lead = Portalen sier fra til de andre systemene deres om det som skjer, med en gang det har skjedd.
webhooks-none = Ingen webhooker ennå
webhooks-none-text = Lag en når et av systemene deres skal få beskjed med en gang.
webhooks-new = Ny webhook
webhooks-new-lead = Det som sendes, nevner hendelsen og hva den gjelder, og ingenting om personer. Systemet henter resten med tokenet sitt.
webhooks-address = Hvor skal beskjeden sendes?
webhooks-address-help = En adresse hos det andre systemet som begynner med https://
webhooks-events = Hva skal det sies fra om?
webhooks-event = { $event ->
        [round-announced] En runde er kunngjort
        [round-cancelled] En runde er avlyst
        [publication-asked] Det er bedt om publisering
        [publication-stopped] En publisering er stoppet
        [round-published] En runde er publisert
        [student-added] En student er lagt til i en runde
        [student-withdrawn] En student går ut av en runde
        [student-readmitted] En student er tatt inn igjen i en runde
        [wishes-confirmed] En student har bekreftet ønsker
        [wishes-entered] Praksiskontoret har lagt inn ønsker
        [allocation-done] En kjøring er ferdig
        [allocation-failed] En kjøring har feilet
        [placed-by-hand] En student er plassert for hånd
        [placement-changed] En plassering er endret etter publiseringen
        [unit-added] En enhet er lagt til
       *[other] En enhet er endret
    }
webhooks-make = Lag webhooken
webhooks-made = Webhooken er laget
webhooks-made-lead = Gi denne nøkkelen til systemet: Med den kontrollerer systemet at det som kommer, er fra portalen.
webhooks-key = Nøkkel
webhooks-log = Det som er sagt fra om
webhooks-on = På
webhooks-off = Av
webhooks-resume = Slå på igjen
webhooks-end = Avslutt webhooken
webhooks-log-none = Ingenting å vise ennå
webhooks-log-none-text = Så snart en av hendelsene skjer, står den her.
webhooks-waiting = Venter
webhooks-done = Tatt imot
webhooks-failed = Ikke tatt imot
webhooks-tried = { $attempts ->
        [one] Prøvd én gang, sist { $at }. { $answer }
       *[other] Prøvd { $attempts } ganger, sist { $at }. { $answer }
    }
webhooks-not-tried = Skjedde { $at }. Ikke sendt ennå.
webhooks-answer = { $answer ->
        [no-answer] Ingen svarte.
        [private-address] Adressen fører inn i et privat nettverk.
        [no-address] Adressen kan ikke kalles opp.
        [not-secure] Adressen er ikke sikker.
       *[other] Svar: { $answer }.
    }
webhooks-body = Det som sendes
webhooks-repeat = Send på nytt
webhooks-older = Eldre
webhooks-no-event = Kryss av minst én hendelse.
webhooks-too-many = Organisasjonen har { $max } webhooker. Avslutt en som ikke brukes lenger.
webhooks-off-subject = En webhook er slått av
webhooks-off-body = Ingen tok imot de siste { $times } beskjedene til { $address }. Webhooken er slått av, og det sendes ikke mer dit. Se hva som ble svart, og slå den på igjen når systemet er klart.
webhooks-off-link = Se hva som er sagt fra om
webhooks-api-list = List webhookene
webhooks-api-make = Lag en webhook, og få nøkkelen beskjedene signeres med
webhooks-api-end = Avslutt en webhook
webhooks-api-deliveries = List det en webhook fikk vite de siste 90 dagene
webhooks-practice = Ingenting går ut fra en øvingskopi, så den forteller ingen andre systemer noe. Sett opp webhooken i den virkelige organisasjonen.
webhooks-api-show = Vis en webhook
webhooks-api-resume = Slå på en webhook igjen
webhooks-api-repeat = Send en levering en gang til
