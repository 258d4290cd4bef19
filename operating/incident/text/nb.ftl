incident-notice = Til { $name }: noen som ikke skulle hatt det, har hatt tilgang til portalen. Dette noterte portalen om dine opplysninger i den tiden.
incident-line = { $at }, { $place }: { $what }
incident-listed = Du sto i en liste som ble hentet i timen som begynner da
incident-taken = Du sto i en liste som noen tok med seg som fil
incident-changed = Noe ble gjort som gjelder deg
incident-ask = Notatene sier ikke om det var den rette eller en annen. Spør kontoret som er nevnt, hvis du lurer på noe.
