### Forms: what is asked, and what must be put right.
form-summary = Rett opp dette før du sender
form-optional = valfritt
form-choose = Vel …
form-save = Lagre
form-send = Send
form-back = Tilbake

## What is wrong with a field.
form-required = Fyll ut dette feltet
form-number = Skriv eit tal frå { $min } til { $max }
form-date = «{ $value }» er ikkje ein dato. Skriv dag.månad.år.
form-moment = «{ $value }» er ikkje ein dato med klokkeslett. Skriv dag.månad.år time.minutt.
form-too-long = Skriv høgst { $max } teikn
form-choice = Vel ein av verdiane i lista
