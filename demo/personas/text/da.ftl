personas-student-open = Studerende, skal prioritere ønsker inden fristen
personas-student-placed = Studerende, har fået en plads og kan læse hvorfor
personas-student-unplaced = Studerende, fik ingen plads og kan læse hvorfor
personas-administrator = Praktikkontoret, kører runderne
personas-coordinator-municipality = Praktikkoordinator for hele kommunen
personas-coordinator-school = Praktikkoordinator på én skole
personas-coordinator-hospital = Praktikkoordinator på sygehuset
personas-operator = Drift, passer selve portalen
