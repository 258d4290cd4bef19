sites-error-repeated = «{ $key }» er gjeven to gonger. Gje kvar sin nøkkel
sites-error-parent-unknown = «{ $key }» ligg under «{ $parent }», som ikkje finst. Rett nøkkelen eller legg til den overordna staden først
sites-error-circle = «{ $key }» ville liggje over seg sjølv. Vel ein annan overordna stad
sites-error-too-deep = «{ $key }» ligg djupare enn { $max } nivå. Flytt det opp
sites-error-too-many-nodes = Ein runde har høgst { $max } stader i treet. Del treet på fleire rundar
sites-error-too-many-offers = Ein runde har høgst { $max } tilbod. Del dei på fleire rundar
sites-error-node-unknown = «{ $key }» er ved «{ $node }», som ikkje er i treet. Rett nøkkelen eller importer treet først
sites-error-empty = Fyll ut dette
sites-error-too-long = Kort dette ned til høgst { $max } teikn
sites-error-number = Skriv eit tal frå { $min } til { $max }
sites-error-below-taken = { $taken ->
         [one] Éin student har
        *[other] { $taken } studentar har
    } alt plass her. Skriv minst { $taken }
sites-error-in-use = «{ $key }» er i bruk eller er endra sidan, og blir ståande
sites-error-full = Staden har ingen ledig plass. Vel ein annan
sites-error-capped = Praksisstaden tek ikkje imot fleire studentar her. Vel ein annan stad
sites-error-seated = Studenten har alt ein plass i denne runden
sites-error-not-seated = Studenten har ingen plass i denne runden
sites-error-host-unknown = Ingen praksisorganisasjon har namnet eller nummeret «{ $name }»
sites-error-unit-elsewhere = Vel ei eining i organisasjonen som er vald over
