search-title = Søg
search-field = Et navn, en adresse, et nummer, en enhed, en runde eller en side
search-lead = Finder personer og enheder i de organisationer, hvor du har en rolle, runder og sider i menuen. Tasten / fører dig hertil fra alle sider; du kan slå den fra på din profil.
search-pages = Sider
search-go = Søg
search-none = Fandt ingenting. Tjek stavemåden, eller skriv mindre af det.
search-all = Se alle { $all }
