### Lists: search, filters, sorting, pages.
table-show = Vis
table-clear = Fjern søk og filter
table-export = Eksporter til CSV
table-workbook = Excel
table-pages = Sider i lista
table-previous = Førre
table-next = Neste
table-page = Side { $number }
table-actions = Handlingar
table-chosen = Vel
table-all = Alle
