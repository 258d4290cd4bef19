search-title = Søk
search-field = Eit namn, ei adresse, eit nummer, ei eining, ein runde eller ei side
search-lead = Finn personar og einingar i organisasjonane der du har ei rolle, rundar, og sider i menyen. Tasten / tek deg hit frå alle sider; du kan slå han av på profilen din.
search-pages = Sider
search-go = Søk
search-none = Fann ingenting. Sjekk skrivemåten, eller skriv mindre av det.
search-all = Sjå alle { $all }
