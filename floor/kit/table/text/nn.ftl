### Lists: search, filters, sorting, pages.
table-search = Søk
table-show = Vis
table-clear = Fjern søk og filter
table-export = Eksporter til CSV
table-sort-ascending = sorter stigande
table-sort-descending = sorter søkkande
table-pages = Sider i lista
table-previous = Førre
table-next = Neste
table-page = Side { $number }
table-choose-all = Vel alle på sida
table-actions = Handlingar
table-chosen = Vel
table-all = Alle
