incident-notice = Til { $name }: nogen, der ikke skulle have haft det, har haft adgang til portalen. Det her noterede portalen om dine oplysninger i den tid.
incident-line = { $at }, { $place }: { $what }
incident-listed = Du stod i en liste, der blev hentet i den time, der begynder da
incident-taken = Du stod i en liste, som nogen tog med sig som fil
incident-changed = Der blev gjort noget, der vedrører dig
incident-ask = Notaterne siger ikke, om det var den rette eller en anden. Spørg det kontor, der er nævnt, hvis du undrer dig over noget.
