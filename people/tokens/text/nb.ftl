tokens-title = Tilgang for programmer
tokens-lead = Andre systemer dere har, for eksempel studentsystemet, kan lese og gjøre ting her med et token.
tokens-none = Ingen tokener ennå
tokens-none-text = Lag et når et av systemene deres skal hente eller sende noe.
tokens-new = Nytt token
tokens-new-lead = Systemet kan gjøre det du selv kan gjøre her, og bare det du krysser av. Når rollen din slutter, slutter tokenet å virke.
tokens-name = Hva skal det brukes til?
tokens-name-help = For eksempel navnet på systemet som skal bruke det.
tokens-scopes = Hva skal det få gjøre?
tokens-scope = { $scope ->
        [see-units] Se organisasjonen og enhetene
        [see-people] Se personene i organisasjonen
        [see-rounds] Se runder, plasser, studenter, ønsker og fordelinger
        [receive-students] Se studentene dere tar imot
        [keep-organisation] Endre det alle leser om organisasjonen: navn, hvem man kan spørre, språk og tidssone
        [keep-units] Endre enheter
        [plan-rounds] Planlegge runder: datoer og regler, plasser, hvem som er med
        [send-wishes] Levere ønsker for studenter
        [allocate] Fordele plasser, ved kjøring og for hånd
        [publish] Publisere fordelingen
        [see-messages] Se hva som skrives i trådene deres
        [keep-people] Registrere, rette, invitere og avslutte personer
        [keep-roles] Gi og avslutte roller, utpeke stedfortredere, holde orden på rollenes postkasser
        [keep-guides] Holde ved like det dere legger til i veiledningene
        [import-files] Hente inn filer; det en fil endrer, må også krysses av
        [send-messages] Skrive i trådene deres
       *[other] Styre hvor andre systemer får vite hva som skjer
    }
tokens-until = Hvor lenge skal det gjelde?
tokens-days = { $days } dager
tokens-make = Lag tokenet
tokens-back = Tilbake
tokens-made = Token for { $name }
tokens-once = Det vises bare denne ene gangen. Kopier det nå, og gi det bare til systemet det er for.
tokens-value = Tokenet
tokens-keep = Ta vare på det som et passord. Mistet, eller sett av andre? Avslutt det og lag et nytt.
tokens-try = Prøv det
tokens-holds = Gjelder
tokens-ended = Avsluttet
tokens-expired = Utløpt
tokens-made-by = Laget av { $by }, { $at }
tokens-holds-until = Gjelder til { $at }
tokens-ended-at = Avsluttet { $at }
tokens-used = Sist brukt { $at }, fra { $from }
tokens-unused = Ikke brukt ennå
tokens-end = Avslutt
tokens-told = Dette kan programmer se og gjøre
tokens-too-many = Organisasjonen har { $max } tokener som gjelder. Avslutt et som ikke brukes lenger.
tokens-nameless = Skriv hva tokenet skal brukes til.
tokens-too-long = Navnet har { $got } tegn. Forkort det til høyst { $max }.
tokens-no-scope = Kryss av minst én ting tokenet kan brukes til.
tokens-no-days = Velg hvor lenge tokenet skal gjelde.
tokens-api = For programmer: API-et
tokens-api-lead = Alt sidene viser og gjør, for de andre systemene deres, med de samme rettighetene og de samme reglene.
tokens-api-begin = Slik kommer du i gang
tokens-api-make = En som har en rolle for hele organisasjonen, lager et token.
tokens-api-send = Send det med hver forespørsel:
tokens-api-address = Alle adresser begynner med
tokens-api-document = Hele beskrivelsen som OpenAPI-dokument
tokens-api-rules = Dette gjelder alltid
tokens-api-lists = Lister kommer i deler på 50, høyst 200 (limit). Send id-en i next som after for å få neste del.
tokens-api-repeats = En forespørsel som endrer noe, kan ha en Idempotency-Key. Sendes den igjen med samme nøkkel, blir den ikke utført to ganger.
tokens-api-changes = Den som endrer noe, henter det først og sender dets ETag som If-Match. Har noen andre endret det i mellomtiden, blir endringen avvist, og ingenting går tapt.
tokens-api-limits = For mange forespørsler på én gang avvises med 429. Når portalen er full eller mangler noe, svarer den 503 eller 507. Vent så lenge som Retry-After sier, og send forespørselen på nytt.
tokens-api-problems = En avvisning er et problemdokument (RFC 9457) på språket i Accept-Language. Navnet (name) endres aldri; errors nevner hvert felt, hva som ble sendt, og hva du kan gjøre.
tokens-api-operations = Dette kan gjøres
tokens-api-needs = Krever { $scope }
