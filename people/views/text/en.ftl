# $count (Number) - views
views-saved = Saved views: { $count }
views-is-shared = shared
views-looks = View and columns
views-columns = Columns
views-columns-help = Your choice is kept for you, wherever you open this list.
views-density = Rows
views-wide = With room
views-dense = Close together
views-show-so = Show like this
views-name = Name of the view
views-name-help = Keeps search, filters, order and columns as they are now.
views-share = Everybody with a role in my organisation sees it
views-save = Save view
views-back = Back to the list
# $name (String) - name of the view
views-remove = Remove the view “{ $name }”
views-nameless = Give the view a name.
# $got (Number) - characters given
# $max (Number) - characters allowed
views-too-long = The name has { $got } characters. Shorten it to { $max } at most.
views-unreadable = This list cannot be saved as it is. Open the list again and try once more.
# $max (Number) - views allowed
views-too-many = Your organisation has { $max } views of this list. Remove one first.
