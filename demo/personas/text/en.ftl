personas-student-open = Student, is to rank wishes before the window closes
personas-student-placed = Student, has got a place and can read why
personas-student-unplaced = Student, got no place and can read why
personas-administrator = Placement office, runs the rounds
personas-coordinator-municipality = Coordinator for the whole municipality
personas-coordinator-school = Coordinator at one school
personas-coordinator-hospital = Coordinator at the hospital trust
personas-operator = Operations, looks after the portal itself
