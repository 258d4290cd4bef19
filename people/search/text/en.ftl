search-title = Search
search-field = A name, an address, a number or a unit
search-lead = Finds people and units of the organisations where you have a role. The key / brings you here from any page.
search-go = Search
search-none = Nothing found. Check the spelling, or write less of it.
# $all (Number) - found
search-all = See all { $all }
