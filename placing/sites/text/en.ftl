# $key (String) - key
sites-error-repeated = “{ $key }” is given twice. Give each its own key
# $key (String) - key
# $parent (String) - parent
sites-error-parent-unknown = “{ $key }” lies below “{ $parent }”, which is not there. Correct the key or add the node above first
# $key (String) - key
sites-error-circle = “{ $key }” would lie above itself. Choose another node above it
# $key (String) - key
# $max (Number) - max
sites-error-too-deep = “{ $key }” lies deeper than { $max } levels. Move it up
# $max (Number) - max
sites-error-too-many-nodes = A round has at most { $max } nodes. Split the tree over several rounds
# $max (Number) - max
sites-error-too-many-offers = A round has at most { $max } offers. Split them over several rounds
# $key (String) - key
# $node (String) - node
sites-error-node-unknown = “{ $key }” is at “{ $node }”, which is not in the tree. Correct the key or import the tree first
sites-error-empty = Fill this in
# $max (Number) - max
sites-error-too-long = Shorten this to at most { $max } characters
# $min (Number) - min
# $max (Number) - max
sites-error-number = Enter a number from { $min } to { $max }
# $taken (Number) - taken
sites-error-below-taken = { $taken ->
         [one] One student has
        *[other] { $taken } students have
    } a place here already. Enter at least { $taken }
# $key (String) - key
sites-error-in-use = “{ $key }” is in use or has been changed since, and stays as it is
sites-error-full = The place has no free seat. Choose another
sites-error-capped = The host takes no more students here. Choose another place
sites-error-seated = The student has a place in this round already
sites-error-not-seated = The student has no place in this round
# $name (String) - name
sites-error-host-unknown = No host organisation has the name or number “{ $name }”
sites-error-unit-elsewhere = Choose a unit of the host organisation chosen above
sites-import-tree = Hosts and capacities
sites-import-tree-help = One row for each region, host, site or ward, with the one above it and how many students it takes in all.
sites-import-offers = Places
sites-import-offers-help = One row for each offer: where it is, for which subject and weeks, and how many students it takes.
sites-column-host = Host key
sites-column-parent = Lies below
sites-column-level = Level
sites-column-cap = Students at most
sites-column-name = Name
sites-column-organisation = Host organisation
sites-column-place = Place key
sites-column-at = At host
sites-column-subject = Subject
sites-column-period = Period
sites-column-capacity = Number of places
sites-column-municipality = Municipality
sites-column-address = Address
sites-column-about = About the place
sites-column-last-year = Wished for last year
