### Lists: search, filters, sorting, pages.
table-search = Søk
table-show = Vis
table-clear = Fjern søk og filtre
table-export = Eksporter til CSV
table-sort-ascending = sorter stigende
table-sort-descending = sorter synkende
table-pages = Sider i listen
table-previous = Forrige
table-next = Neste
table-page = Side { $number }
table-choose-all = Velg alle på siden
table-actions = Handlinger
table-chosen = Velg
table-all = Alle
