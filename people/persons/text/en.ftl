persons-nameless = Enter a given name or a family name.
# $got (Number) - characters given
# $max (Number) - characters allowed
persons-too-long = This text has { $got } characters. Shorten it to { $max } at most.
# $got (String) - what was typed
persons-no-email = “{ $got }” is not an e-mail address. Write it like ida@example.org.
# $got (String) - what was typed
persons-no-phone = “{ $got }” is not a telephone number. Write digits, with a + first for another country.
persons-ends-first = The last day is before the first. Change one of them.
# $key (String) - student number or employee number
persons-key-taken = The number “{ $key }” belongs to somebody else. Check it.
persons-keyless = Enter a student number.
persons-no-choice = Choose one of the options in the list.
