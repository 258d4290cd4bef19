organisations-text-empty = Fyll ut dette feltet.
organisations-text-too-long = Teksten har { $got } tegn. Kort den ned til høyst { $max }.
organisations-number-taken = En annen organisasjon har nummeret { $number }. Kontroller nummeret.
organisations-key-taken = En annen enhet har nøkkelen «{ $key }». Velg en annen.
organisations-no-parent = Enheten du ville legge den under, finnes ikke lenger. Velg en annen.
organisations-units-full = Organisasjonen har alt { $max } enheter, og det er ikke plass til flere.
