tokens-title = Adgang for programmer
tokens-lead = Andre systemer, I har, for eksempel studiesystemet, kan læse og gøre ting her med et token.
tokens-none = Ingen tokens endnu
tokens-none-text = Lav et, når et af jeres systemer skal hente eller sende noget.
tokens-new = Nyt token
tokens-new-lead = Systemet kan gøre det, du selv kan gøre her, og kun det, du sætter kryds ved. Når din rolle ophører, ophører tokenet med at virke.
tokens-name = Hvad skal det bruges til?
tokens-name-help = For eksempel navnet på det system, der skal bruge det.
tokens-scopes = Hvad må det gøre?
tokens-scope = { $scope ->
        [see-units] Se organisationen og enhederne
        [see-people] Se personerne i organisationen
        [see-rounds] Se runder, pladser, studerende, ønsker og fordelinger
        [receive-students] Se de studerende, I tager imod
        [keep-organisation] Ændre det, alle læser om organisationen: navn, hvem man kan spørge, sprog og tidszone
        [keep-units] Ændre enheder
        [plan-rounds] Planlægge runder: datoer og regler, pladser, hvem der er med
        [send-wishes] Aflevere ønsker for studerende
        [allocate] Fordele pladser, ved kørsel og manuelt
        [publish] Offentliggøre fordelingen
        [see-messages] Se hvad der skrives i jeres tråde
        [keep-people] Registrere, rette, invitere og afslutte personer
        [keep-roles] Give og afslutte roller, udpege stedfortrædere, passe rollernes postkasser
        [keep-guides] Vedligeholde det, I føjer til vejledningerne
        [import-files] Hente filer ind; det, en fil ændrer, skal også krydses af
        [send-messages] Skrive i jeres tråde
       *[other] Styre, hvor andre systemer får besked om, hvad der sker
    }
tokens-until = Hvor længe skal det gælde?
tokens-days = { $days } dage
tokens-make = Lav tokenet
tokens-back = Tilbage
tokens-made = Token til { $name }
tokens-once = Det vises kun denne ene gang. Kopiér det nu, og giv det kun til det system, det er til.
tokens-value = Tokenet
tokens-keep = Pas på det som på en adgangskode. Mistet eller set af andre? Afslut det, og lav et nyt.
tokens-try = Prøv det
tokens-holds = Gælder
tokens-ended = Afsluttet
tokens-expired = Udløbet
tokens-made-by = Lavet af { $by }, { $at }
tokens-holds-until = Gælder til { $at }
tokens-ended-at = Afsluttet { $at }
tokens-used = Sidst brugt { $at }, fra { $from }
tokens-unused = Ikke brugt endnu
tokens-end = Afslut
tokens-told = Det kan programmer se og gøre
tokens-too-many = Organisationen har { $max } tokens, der gælder. Afslut et, der ikke bruges mere.
tokens-nameless = Skriv, hvad tokenet skal bruges til.
tokens-too-long = Navnet har { $got } tegn. Forkort det til højst { $max }.
tokens-no-scope = Sæt kryds ved mindst én ting, tokenet må bruges til.
tokens-no-days = Vælg, hvor længe tokenet skal gælde.
tokens-api = For programmer: API'et
tokens-api-lead = Alt, hvad siderne viser og gør, for jeres andre systemer, med de samme rettigheder og de samme regler.
tokens-api-begin = Sådan kommer du i gang
tokens-api-make = En, der har en rolle for hele organisationen, laver et token.
tokens-api-send = Send det med hver forespørgsel:
tokens-api-address = Alle adresser begynder med
tokens-api-document = Hele beskrivelsen som OpenAPI-dokument
tokens-api-rules = Det gælder altid
tokens-api-lists = Lister kommer i dele på 50, højst 200 (limit). Send id'et i next som after for at få den næste del.
tokens-api-repeats = En forespørgsel, der ændrer noget, kan have en Idempotency-Key. Sendes den igen med samme nøgle, bliver den ikke udført to gange.
tokens-api-changes = Den, der ændrer noget, henter det først og sender dets ETag som If-Match. Har en anden ændret det i mellemtiden, afvises ændringen, og intet går tabt.
tokens-api-limits = For mange forespørgsler på én gang afvises med 429. Når portalen er fuld eller mangler noget, svarer den 503 eller 507. Vent så længe, som Retry-After siger, og send forespørgslen igen.
tokens-api-problems = En afvisning er et problemdokument (RFC 9457) på sproget i Accept-Language. Navnet (name) ændres aldrig; errors nævner hvert felt, hvad der blev sendt, og hvad du kan gøre.
tokens-api-operations = Det kan gøres
tokens-api-needs = Kræver { $scope }
