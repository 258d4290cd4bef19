webhooks-title = Webhookar
webhooks-lead = Portalen seier frå til dei andre systema dykkar om det som skjer, med ein gong det har skjedd.
webhooks-none = Ingen webhookar enno
webhooks-none-text = Lag ein når eit av systema dykkar skal få beskjed med ein gong.
webhooks-new = Ny webhook
webhooks-new-lead = Det som blir sendt, nemner hendinga og kva ho gjeld, og ingenting om personar. Systemet hentar resten med tokenet sitt.
webhooks-address = Kvar skal beskjeden sendast?
webhooks-address-help = Ei adresse hos det andre systemet som byrjar med https://
webhooks-events = Kva skal det seiast frå om?
webhooks-event = { $event ->
        [round-announced] Ein runde er kunngjord
        [round-cancelled] Ein runde er avlyst
        [publication-asked] Det er bede om publisering
        [publication-stopped] Ei publisering er stoppa
        [round-published] Ein runde er publisert
        [student-added] Ein student er lagd til i ein runde
        [student-withdrawn] Ein student går ut av ein runde
        [student-readmitted] Ein student er teken inn att i ein runde
        [wishes-confirmed] Ein student har stadfesta ønske
        [wishes-entered] Praksiskontoret har lagt inn ønske
        [allocation-done] Ei køyring er ferdig
        [allocation-failed] Ei køyring har feila
        [placed-by-hand] Ein student er plassert for hand
        [placement-changed] Ei plassering er endra etter publiseringa
        [unit-added] Ei eining er lagd til
       *[other] Ei eining er endra
    }
webhooks-make = Lag webhooken
webhooks-made = Webhooken er laga
webhooks-made-lead = Gi denne nøkkelen til systemet: Med han kontrollerer systemet at det som kjem, er frå portalen.
webhooks-key = Nøkkel
webhooks-log = Det som er sagt frå om
webhooks-on = På
webhooks-off = Av
webhooks-resume = Slå på igjen
webhooks-end = Avslutt webhooken
webhooks-log-none = Ingenting å vise enno
webhooks-log-none-text = Så snart ei av hendingane skjer, står ho her.
webhooks-waiting = Ventar
webhooks-done = Teken imot
webhooks-failed = Ikkje teken imot
webhooks-tried = { $attempts ->
        [one] Prøvd éin gong, sist { $at }. { $answer }
       *[other] Prøvd { $attempts } gonger, sist { $at }. { $answer }
    }
webhooks-not-tried = Skjedde { $at }. Ikkje send enno.
webhooks-answer = { $answer ->
        [no-answer] Ingen svara.
        [private-address] Adressa fører inn i eit privat nettverk.
        [no-address] Adressa kan ikkje kallast opp.
        [not-secure] Adressa er ikkje sikker.
       *[other] Svar: { $answer }.
    }
webhooks-body = Det som blir sendt
webhooks-repeat = Send på nytt
webhooks-older = Eldre
webhooks-no-event = Kryss av minst éi hending.
webhooks-too-many = Organisasjonen har { $max } webhookar. Avslutt ein som ikkje blir brukt lenger.
webhooks-off-subject = Ein webhook er slått av
webhooks-off-body = Ingen tok imot dei siste { $times } beskjedane til { $address }. Webhooken er slått av, og det blir ikkje sendt meir dit. Sjå kva som vart svart, og slå han på igjen når systemet er klart.
webhooks-off-link = Sjå kva som er sagt frå om
webhooks-api-list = List opp webhookane
webhooks-api-make = Lag ein webhook, og få nøkkelen beskjedane blir signerte med
webhooks-api-end = Avslutt ein webhook
webhooks-api-deliveries = List opp det ein webhook fekk vite dei siste 90 dagane
webhooks-practice = Ingenting går ut frå ein øvingskopi, så han fortel ingen andre system noko. Set opp webhooken i den verkelege organisasjonen.
webhooks-api-show = Vis ein webhook
webhooks-api-resume = Slå på ein webhook igjen
webhooks-api-repeat = Send ei levering ein gong til
