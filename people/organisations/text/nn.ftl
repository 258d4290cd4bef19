organisations-text-empty = Fyll ut dette feltet.
organisations-text-too-long = Teksten har { $got } teikn. Kort han ned til høgst { $max }.
organisations-number-taken = Ein annan organisasjon har nummeret { $number }. Kontroller nummeret.
organisations-key-taken = Ei anna eining har nøkkelen «{ $key }». Vel ein annan.
organisations-no-parent = Eininga du ville leggje henne under, finst ikkje lenger. Vel ei anna.
organisations-units-full = Organisasjonen har alt { $max } einingar, og det er ikkje plass til fleire.
