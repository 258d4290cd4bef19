personas-student-open = Student, skal rangere ønske før fristen går ut
personas-student-placed = Student, har fått plass og kan lese kvifor
personas-student-unplaced = Student, fekk ingen plass og kan lese kvifor
personas-administrator = Praksiskontoret, køyrer rundane
personas-coordinator-municipality = Praksiskoordinator for heile kommunen
personas-coordinator-school = Praksiskoordinator ved éin skule
personas-coordinator-hospital = Praksiskoordinator ved sjukehuset
personas-operator = Drift, passar på sjølve portalen
