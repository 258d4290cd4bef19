sites-error-repeated = »{ $key }« er angivet to gange. Giv hver sin nøgle
sites-error-parent-unknown = »{ $key }« ligger under »{ $parent }«, som ikke findes. Ret nøglen, eller tilføj det overordnede sted først
sites-error-circle = »{ $key }« ville ligge over sig selv. Vælg et andet overordnet sted
sites-error-too-deep = »{ $key }« ligger dybere end { $max } niveauer. Flyt det op
sites-error-too-many-nodes = En runde har højst { $max } steder i træet. Del træet på flere runder
sites-error-too-many-offers = En runde har højst { $max } tilbud. Del dem på flere runder
sites-error-node-unknown = »{ $key }« er ved »{ $node }«, som ikke er i træet. Ret nøglen, eller importér træet først
sites-error-empty = Udfyld dette
sites-error-too-long = Forkort dette til højst { $max } tegn
sites-error-number = Skriv et tal fra { $min } til { $max }
sites-error-below-taken = { $taken ->
         [one] Én studerende har
        *[other] { $taken } studerende har
    } allerede plads her. Skriv mindst { $taken }
sites-error-in-use = »{ $key }« er i brug eller er ændret siden, og bliver stående
sites-error-full = Stedet har ingen ledig plads. Vælg et andet
sites-error-capped = Praktikstedet tager ikke imod flere studerende her. Vælg et andet sted
sites-error-seated = Den studerende har allerede en plads i denne runde
sites-error-not-seated = Den studerende har ingen plads i denne runde
sites-error-host-unknown = Ingen praktikorganisation har navnet eller nummeret »{ $name }«
sites-error-unit-elsewhere = Vælg en enhed i den organisation, der er valgt ovenfor
