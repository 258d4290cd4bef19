### Forms: what is asked, and what must be put right.
form-summary = Rett opp dette før du sender
form-optional = valfritt

## What is wrong with a field.
form-required = Fyll ut dette feltet

## Two who change one thing at once.
form-theirs = Nokon andre har lagra: { $value }
form-theirs-nothing = ingenting
form-edited = Nokon andre har lagra sidan du opna dette. Samanlikn versjonane, og lagre på nytt
form-edited-title = Nokon lagra medan du skreiv
form-edited-text = Det du skreiv, står i felta, og det dei lagra, står ved kvart felt som er ulikt. Lagrar du på nytt, byter ditt ut deira.
