### Forms: what is asked, and what must be put right.
form-summary = Fix this before you send
form-optional = optional
form-choose = Choose …
form-save = Save
form-send = Send
form-back = Back

## What is wrong with a field.
form-required = Fill in this field
# $min (Number) - the least
# $max (Number) - the most
form-number = Enter a number from { $min } to { $max }
# $value (String) - what was entered
form-date = “{ $value }” is not a date. Use day.month.year.
# $value (String) - what was entered
form-moment = “{ $value }” is not a date with a time. Use day.month.year hour:minute.
# $max (Number) - characters allowed
form-too-long = Write at most { $max } characters
form-choice = Choose one of the values in the list
