### Forms: what is asked, and what must be put right.
form-summary = Fix this before you send
form-optional = optional

## What is wrong with a field.
form-required = Fill in this field
