sites-error-repeated = «{ $key }» er gitt to ganger. Gi hver sin nøkkel
sites-error-parent-unknown = «{ $key }» ligger under «{ $parent }», som ikke finnes. Rett nøkkelen eller legg til det overordnede stedet først
sites-error-circle = «{ $key }» ville ligge over seg selv. Velg et annet overordnet sted
sites-error-too-deep = «{ $key }» ligger dypere enn { $max } nivåer. Flytt det opp
sites-error-too-many-nodes = En runde har høyst { $max } steder i treet. Del treet på flere runder
sites-error-too-many-offers = En runde har høyst { $max } tilbud. Del dem på flere runder
sites-error-node-unknown = «{ $key }» er ved «{ $node }», som ikke er i treet. Rett nøkkelen eller importer treet først
sites-error-empty = Fyll ut dette
sites-error-too-long = Kort dette ned til høyst { $max } tegn
sites-error-number = Skriv et tall fra { $min } til { $max }
sites-error-below-taken = { $taken ->
         [one] Én student har
        *[other] { $taken } studenter har
    } alt plass her. Skriv minst { $taken }
sites-error-in-use = «{ $key }» er i bruk eller er endret siden, og blir stående
sites-error-full = Stedet har ingen ledig plass. Velg et annet
sites-error-capped = Praksisstedet tar ikke imot flere studenter her. Velg et annet sted
sites-error-seated = Studenten har alt en plass i denne runden
sites-error-not-seated = Studenten har ingen plass i denne runden
sites-error-host-unknown = Ingen praksisorganisasjon har navnet eller nummeret «{ $name }»
sites-error-unit-elsewhere = Velg en enhet i organisasjonen som er valgt over
