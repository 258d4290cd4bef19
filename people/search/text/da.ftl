search-title = Søg
search-field = Et navn, en adresse, et nummer eller en enhed
search-lead = Finder personer og enheder i de organisationer, hvor du har en rolle. Tasten / fører dig hertil fra alle sider.
search-go = Søg
search-none = Fandt ingenting. Tjek stavemåden, eller skriv mindre af det.
search-all = Se alle { $all }
