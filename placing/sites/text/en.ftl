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
sites-title = Places
# $seats (String) - seats
# $offers (Number) - offers
# $taken (String) - taken
sites-lead = { $seats } seats in { $offers ->
         [one] one place offer
        *[other] { $offers } place offers
    }, { $taken } taken.
sites-caption = Hosts and places
# $count (Number) - count
sites-count = { $count ->
         [one] One line
        *[other] { $count } lines
    }, each under its host
sites-list-place = Place
sites-list-kind = Kind
sites-list-seats = Capacity
sites-list-taken = Taken
sites-list-host = Host organisation
# $subject (String) - subject
sites-kind-offer = Places, { $subject }
sites-level-region = Region
sites-level-host = Host
sites-level-site = Site
sites-level-ward = Ward
sites-no-limit = no limit
sites-no-host = none chosen
sites-search = Find a host or place
sites-filter-show = Show
sites-filter-all = Hosts and places
sites-filter-nodes = Hosts only
sites-filter-offers = Places only
sites-filter-hostless = Places without host organisation
sites-filter-full = Full
# $from (String) - from
# $to (String) - to
# $all (String) - all
sites-pages = { $from }–{ $to } of { $all }
sites-change = Change
sites-empty-title = No hosts yet
sites-empty-text = Import the tree of hosts with its capacities first, then the places. You can also add them one by one.
sites-none-title = Nothing matches
sites-none-text = Search for something else, or clear search and filters.
sites-do-import-tree = Import hosts
sites-do-import-offers = Import places
sites-add-node = Add a host
sites-add-offer = Add places
# $name (String) - name
sites-node-title = Host: { $name }
# $name (String) - name
sites-offer-title = Places: { $name }
sites-node-lead = The capacity counts everybody in everything below.
sites-offer-lead = One seat is one student. Only students of the same subject and period can get them.
sites-field-key = Key
sites-field-key-help = What files call it. It cannot be changed later.
sites-field-name = Name
sites-field-level = Level
sites-field-level-help = region, host, site, ward, or a word of your own
sites-field-parent = Below
sites-field-parent-help = Key of the host above. Empty for the topmost.
sites-field-seats-max = Students at most
sites-field-seats-max-help = Empty: no limit of its own
sites-field-host = Host organisation
sites-field-host-help = Sees who comes to this host and everything below
sites-field-host-none = None, or as above
sites-field-unit = Unit of the host organisation
sites-field-unit-none = The whole organisation
sites-field-node = At the host
sites-field-node-help = Key of the host
sites-field-subject = Subject
sites-field-period = Period
sites-field-seats = Seats
sites-field-municipality = Municipality
sites-field-address = Address
sites-field-about = About the place
sites-save = Save
sites-back = Back to the places
sites-settled = Places can no longer be changed
sites-settled-text = Publication has been ordered, or the round is over.
# $key (String) - key
sites-error-key-taken = “{ $key }” is there already. Choose another key
sites-field-wished = Wished for last year
sites-cells-title = Change seats in the list
sites-cells-lead = Type new numbers, or paste them from a spreadsheet. You see what would change before anything is saved.
sites-cells-caption = Seats of each place
# $place (String) - name of the place
sites-cells-seats-of = Seats of { $place }
sites-cells-pasted = Paste from a spreadsheet
sites-cells-pasted-help = One place a line: its key or name first, its seats last, as copied from two columns.
sites-cells-preview = See what would change
# $count (Number) - places that would change
sites-cells-preview-title = { $count ->
    [one] One place would change
   *[other] { $count } places would change
}
sites-cells-preview-lead = Nothing has been saved yet.
sites-cells-before = Seats now
sites-cells-after = Seats after
sites-cells-save = Save the new seats
sites-cells-again = Start over
sites-cells-none = No number has been changed. Type another one, or paste from a spreadsheet.
# $number (Number) - number of the line
# $text (String) - what is wrong
sites-cells-line = Line { $number }: { $text }
# $number (Number) - number of the line
# $line (String) - what stands there
sites-cells-unknown = Line { $number }: “{ $line }” names no place of this round, or no number. Write the key or the name, a tab, and the seats.
# $max (Number) - characters at most
sites-cells-too-long = This is too long. Paste at most { $max } characters at once.
# $key (String) - name of the place
# $now (Number) - seats now
sites-error-changed = Somebody else has changed “{ $key }” in the meantime: it has { $now } seats now. Look at the numbers below, and save again if yours are still right.
sites-api-nodes = List regions, hosts, sites and wards of a round
sites-api-add-node = Add a region, host, site or ward
sites-api-node = Show one of them
sites-api-change-node = Change one of them
sites-api-offers = List the places of a round
sites-api-add-offer = Add places
sites-api-offer = Show places of one subject at one node
sites-api-change-offer = Change places: name, subject, seats
