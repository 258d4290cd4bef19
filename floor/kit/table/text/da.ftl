### Lists: search, filters, sorting, pages.
table-search = Søg
table-show = Vis
table-clear = Fjern søgning og filtre
table-export = Eksportér til CSV
table-sort-ascending = sortér stigende
table-sort-descending = sortér faldende
table-pages = Sider i listen
table-previous = Forrige
table-next = Næste
table-page = Side { $number }
table-choose-all = Vælg alle på siden
table-actions = Handlinger
table-chosen = Vælg
table-all = Alle
