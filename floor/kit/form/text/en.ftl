### Forms: what is asked, and what must be put right.
form-summary = Fix this before you send
form-optional = optional

## What is wrong with a field.
form-required = Fill in this field

## Two who change one thing at once.
# $value (String) - what the other saved
form-theirs = Somebody else has saved: { $value }
form-theirs-nothing = nothing
form-edited = Somebody else has saved since you opened this. Compare both versions, and save again
form-edited-title = Somebody saved while you wrote
form-edited-text = Your text stands in the fields, and what they saved stands beside each field that differs. Saving again replaces theirs with yours.
