### Forms: what is asked, and what must be put right.
form-summary = Ret dette, før du sender
form-optional = valgfrit

## What is wrong with a field.
form-required = Udfyld dette felt

## Two who change one thing at once.
form-theirs = En anden har gemt: { $value }
form-theirs-nothing = intet
form-edited = En anden har gemt, siden du åbnede dette. Sammenlign versionerne, og gem igen
form-edited-title = Nogen gemte, mens du skrev
form-edited-text = Det, du skrev, står i felterne, og det, de gemte, står ved hvert felt, der er forskelligt. Gemmer du igen, erstatter dit deres.
