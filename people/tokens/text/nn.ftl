tokens-title = Tilgang for program
tokens-lead = Andre system de har, til dømes studentsystemet, kan lese og gjere ting her med eit token.
tokens-none = Ingen token enno
tokens-none-text = Lag eit når eit av systema dykkar skal hente eller sende noko.
tokens-new = Nytt token
tokens-new-lead = Systemet kan gjere det du sjølv kan gjere her, og berre det du kryssar av. Når rolla di sluttar, sluttar tokenet å verke.
tokens-name = Kva skal det brukast til?
tokens-name-help = Til dømes namnet på systemet som skal bruke det.
tokens-scopes = Kva skal det få gjere?
tokens-scope = { $scope ->
        [see-units] Sjå organisasjonen og einingane
        [see-people] Sjå personane i organisasjonen
        [see-rounds] Sjå rundar, plassar, studentar, ønske og fordelingar
        [receive-students] Sjå studentane de tek imot
        [keep-organisation] Endre det alle les om organisasjonen: namn, kven ein kan spørje, språk og tidssone
        [keep-units] Endre einingar
        [plan-rounds] Planleggje rundar: datoar og reglar, plassar, kven som er med
        [send-wishes] Levere ønske for studentar
        [allocate] Fordele plassar, med køyring og for hand
        [publish] Publisere fordelinga
        [see-messages] Sjå kva som blir skrive i trådane dykkar
        [keep-people] Registrere, rette, invitere og avslutte personar
        [keep-roles] Gje og avslutte roller, peike ut stadfortredarar, halde orden på postkassene til rollene
        [keep-guides] Halde ved like det de legg til i rettleiingane
        [import-files] Hente inn filer; det ei fil endrar, må òg kryssast av
        [send-messages] Skrive i trådane dykkar
       *[other] Styre kvar andre system får vite kva som skjer
    }
tokens-until = Kor lenge skal det gjelde?
tokens-days = { $days } dagar
tokens-make = Lag tokenet
tokens-back = Tilbake
tokens-made = Token for { $name }
tokens-once = Det blir vist berre denne eine gongen. Kopier det no, og gi det berre til systemet det er for.
tokens-value = Tokenet
tokens-keep = Ta vare på det som eit passord. Mista, eller sett av andre? Avslutt det og lag eit nytt.
tokens-try = Prøv det
tokens-holds = Gjeld
tokens-ended = Avslutta
tokens-expired = Gått ut
tokens-made-by = Laga av { $by }, { $at }
tokens-holds-until = Gjeld til { $at }
tokens-ended-at = Avslutta { $at }
tokens-used = Sist brukt { $at }, frå { $from }
tokens-unused = Ikkje brukt enno
tokens-end = Avslutt
tokens-told = Dette kan program sjå og gjere
tokens-too-many = Organisasjonen har { $max } token som gjeld. Avslutt eit som ikkje blir brukt lenger.
tokens-nameless = Skriv kva tokenet skal brukast til.
tokens-too-long = Namnet har { $got } teikn. Kort det ned til høgst { $max }.
tokens-no-scope = Kryss av minst éin ting tokenet kan brukast til.
tokens-no-days = Vel kor lenge tokenet skal gjelde.
tokens-api = For program: API-et
tokens-api-lead = Alt sidene viser og gjer, for dei andre systema dykkar, med dei same rettane og dei same reglane.
tokens-api-begin = Slik kjem du i gang
tokens-api-make = Ein som har ei rolle for heile organisasjonen, lagar eit token.
tokens-api-send = Send det med kvar førespurnad:
tokens-api-address = Alle adresser byrjar med
tokens-api-document = Heile skildringa som OpenAPI-dokument
tokens-api-rules = Dette gjeld alltid
tokens-api-lists = Lister kjem i delar på 50, høgst 200 (limit). Send id-en i next som after for å få neste del.
tokens-api-repeats = Ein førespurnad som endrar noko, kan ha ein Idempotency-Key. Blir han send igjen med same nøkkel, blir han ikkje utført to gonger.
tokens-api-changes = Den som endrar noko, hentar det først og sender ETag-en som If-Match. Har nokon andre endra det i mellomtida, blir endringa avvist, og ingenting går tapt.
tokens-api-limits = For mange førespurnader på éin gong blir avviste med 429. Når portalen er full eller manglar noko, svarer han 503 eller 507. Vent så lenge som Retry-After seier, og send førespurnaden på nytt.
tokens-api-problems = Ei avvising er eit problemdokument (RFC 9457) på språket i Accept-Language. Namnet (name) endrar seg aldri; errors nemner kvart felt, kva som vart sendt, og kva du kan gjere.
tokens-api-operations = Dette kan gjerast
tokens-api-needs = Krev { $scope }
