### Lists: search, filters, sorting, pages.
table-show = Vis
table-clear = Fjern søgning og filtre
table-export = Eksportér til CSV
table-workbook = Excel
table-pages = Sider i listen
table-previous = Forrige
table-next = Næste
table-page = Side { $number }
table-actions = Handlinger
table-chosen = Vælg
table-all = Alle
