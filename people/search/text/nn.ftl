search-title = Søk
search-field = Eit namn, ei adresse, eit nummer eller ei eining
search-lead = Finn personar og einingar i organisasjonane der du har ei rolle. Tasten / tek deg hit frå alle sider.
search-go = Søk
search-none = Fann ingenting. Sjekk skrivemåten, eller skriv mindre av det.
search-all = Sjå alle { $all }
