### Forms: what is asked, and what must be put right.
form-summary = Ret dette, før du sender
form-optional = valgfrit

## What is wrong with a field.
form-required = Udfyld dette felt
