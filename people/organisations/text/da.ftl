organisations-text-empty = Udfyld dette felt.
organisations-text-too-long = Teksten har { $got } tegn. Forkort den til højst { $max }.
organisations-number-taken = En anden organisation har nummeret { $number }. Kontrollér nummeret.
organisations-key-taken = En anden enhed har nøglen »{ $key }«. Vælg en anden.
organisations-no-parent = Den enhed, du ville lægge den under, findes ikke længere. Vælg en anden.
organisations-units-full = Organisationen har allerede { $max } enheder, og der er ikke plads til flere.
