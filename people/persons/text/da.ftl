persons-nameless = Skriv et fornavn eller et efternavn.
persons-too-long = Teksten har { $got } tegn. Forkort den til højst { $max }.
persons-no-email = »{ $got }« er ikke en e-mailadresse. Skriv den som ida@example.org.
persons-no-phone = »{ $got }« er ikke et telefonnummer. Skriv cifre, med + først for et andet land.
persons-ends-first = Den sidste dag ligger før den første. Ret en af dem.
persons-key-taken = Nummeret »{ $key }« tilhører en anden. Kontrollér det.
persons-keyless = Skriv et studienummer.
persons-no-choice = Vælg en af mulighederne på listen.
