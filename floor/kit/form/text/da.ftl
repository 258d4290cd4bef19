### Forms: what is asked, and what must be put right.
form-summary = Ret dette, før du sender
form-optional = valgfrit
form-choose = Vælg …
form-save = Gem
form-send = Send
form-back = Tilbage

## What is wrong with a field.
form-required = Udfyld dette felt
form-number = Skriv et tal fra { $min } til { $max }
form-date = »{ $value }« er ikke en dato. Skriv dag.måned.år.
form-moment = »{ $value }« er ikke en dato med klokkeslæt. Skriv dag.måned.år time.minut.
form-too-long = Skriv højst { $max } tegn
form-choice = Vælg en af værdierne på listen
