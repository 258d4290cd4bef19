organisations-text-empty = Fill in this field.
# $got (Number) - characters given
# $max (Number) - characters allowed
organisations-text-too-long = This text has { $got } characters. Shorten it to { $max } at most.
# $number (String) - the number in the register
organisations-number-taken = Another organisation has the number { $number }. Check the number.
# $key (String) - what other systems call the unit
organisations-key-taken = Another unit has the key “{ $key }”. Choose a different one.
organisations-no-parent = The unit you chose to place it under is not there any more. Choose another.
# $max (Number) - units allowed
organisations-units-full = The organisation already has { $max } units, and there is no room for more.
