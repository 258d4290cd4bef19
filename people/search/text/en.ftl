search-title = Search
search-field = A name, an address, a number, a unit, a round or a page
search-lead = Finds people and units of the organisations where you have a role, rounds, and pages of the menu. The key / brings you here from any page; you can turn it off on your profile.
search-pages = Pages
search-go = Search
search-none = Nothing found. Check the spelling, or write less of it.
# $all (Number) - found
search-all = See all { $all }
