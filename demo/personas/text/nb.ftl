personas-student-open = Student, skal rangere ønsker før fristen går ut
personas-student-placed = Student, har fått plass og kan lese hvorfor
personas-student-unplaced = Student, fikk ingen plass og kan lese hvorfor
personas-administrator = Praksiskontoret, kjører rundene
personas-coordinator-municipality = Praksiskoordinator for hele kommunen
personas-coordinator-school = Praksiskoordinator ved én skole
personas-coordinator-hospital = Praksiskoordinator ved sykehuset
personas-operator = Drift, passer på selve portalen
