### Lists: search, filters, sorting, pages.
table-show = Vis
table-clear = Fjern søk og filtre
table-export = Eksporter til CSV
table-workbook = Excel
table-pages = Sider i listen
table-previous = Forrige
table-next = Neste
table-page = Side { $number }
table-actions = Handlinger
table-chosen = Velg
table-all = Alle
