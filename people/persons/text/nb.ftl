persons-nameless = Skriv et fornavn eller et etternavn.
persons-too-long = Teksten har { $got } tegn. Kort den ned til høyst { $max }.
persons-no-email = «{ $got }» er ikke en e-postadresse. Skriv den som ida@example.org.
persons-no-phone = «{ $got }» er ikke et telefonnummer. Skriv sifre, med + først for et annet land.
persons-ends-first = Siste dag er før første dag. Endre en av dem.
persons-key-taken = Nummeret «{ $key }» tilhører en annen. Kontroller det.
persons-keyless = Skriv et studentnummer.
persons-no-choice = Velg en av mulighetene i listen.
