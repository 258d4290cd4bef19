### Lists: search, filters, sorting, pages.
table-search = Search
table-show = Show
table-clear = Clear search and filters
table-export = Export to CSV
table-sort-ascending = sort ascending
table-sort-descending = sort descending
table-pages = Pages of the list
table-previous = Previous
table-next = Next
# $number (Number) - the page's number
table-page = Page { $number }
table-choose-all = Choose everyone on this page
table-actions = Actions
table-chosen = Choose
table-all = All
