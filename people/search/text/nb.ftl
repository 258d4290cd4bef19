search-title = Søk
search-field = Et navn, en adresse, et nummer, en enhet, en runde eller en side
search-lead = Finner personer og enheter i organisasjonene der du har en rolle, runder, og sider i menyen. Tasten / tar deg hit fra alle sider; du kan slå den av på profilen din.
search-pages = Sider
search-go = Søk
search-none = Fant ingenting. Sjekk stavemåten, eller skriv mindre av det.
search-all = Se alle { $all }
