### Forms: what is asked, and what must be put right.
form-summary = Rett opp dette før du sender
form-optional = valgfritt

## What is wrong with a field.
form-required = Fyll ut dette feltet
