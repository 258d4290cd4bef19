search-title = Søk
search-field = Et navn, en adresse, et nummer eller en enhet
search-lead = Finner personer og enheter i organisasjonene der du har en rolle. Tasten / tar deg hit fra alle sider.
search-go = Søk
search-none = Fant ingenting. Sjekk stavemåten, eller skriv mindre av det.
search-all = Se alle { $all }
