### Lists: search, filters, sorting, pages.
table-show = Show
table-clear = Clear search and filters
table-export = Export to CSV
table-workbook = Excel
table-pages = Pages of the list
table-previous = Previous
table-next = Next
# $number (Number) - the page's number
table-page = Page { $number }
table-actions = Actions
table-chosen = Choose
table-all = All
