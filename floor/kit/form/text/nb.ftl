### Forms: what is asked, and what must be put right.
form-summary = Rett opp dette før du sender
form-optional = valgfritt

## What is wrong with a field.
form-required = Fyll ut dette feltet

## Two who change one thing at once.
form-theirs = Noen andre har lagret: { $value }
form-theirs-nothing = ingenting
form-edited = Noen andre har lagret siden du åpnet dette. Sammenlign versjonene, og lagre på nytt
form-edited-title = Noen lagret mens du skrev
form-edited-text = Det du skrev, står i feltene, og det de lagret, står ved hvert felt som er ulikt. Lagrer du på nytt, erstatter ditt deres.
