### Forms: what is asked, and what must be put right.
form-summary = Rett opp dette før du sender
form-optional = valgfritt
form-choose = Velg …
form-save = Lagre
form-send = Send
form-back = Tilbake

## What is wrong with a field.
form-required = Fyll ut dette feltet
form-number = Skriv et tall fra { $min } til { $max }
form-date = «{ $value }» er ikke en dato. Skriv dag.måned.år.
form-moment = «{ $value }» er ikke en dato med klokkeslett. Skriv dag.måned.år time.minutt.
form-too-long = Skriv høyst { $max } tegn
form-choice = Velg en av verdiene i listen
