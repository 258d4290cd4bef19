persons-nameless = Skriv eit førenamn eller eit etternamn.
persons-too-long = Teksten har { $got } teikn. Kort han ned til høgst { $max }.
persons-no-email = «{ $got }» er ikkje ei e-postadresse. Skriv henne som ida@example.org.
persons-no-phone = «{ $got }» er ikkje eit telefonnummer. Skriv siffer, med + først for eit anna land.
persons-ends-first = Siste dag er før første dag. Endre ein av dei.
persons-key-taken = Nummeret «{ $key }» tilhøyrer ein annan. Kontroller det.
persons-keyless = Skriv eit studentnummer.
persons-no-choice = Vel eitt av alternativa i lista.
