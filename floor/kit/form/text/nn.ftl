### Forms: what is asked, and what must be put right.
form-summary = Rett opp dette før du sender
form-optional = valfritt

## What is wrong with a field.
form-required = Fyll ut dette feltet
