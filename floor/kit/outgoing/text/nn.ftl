outgoing-no-address = Det er ikkje ei adresse som kan kallast opp. Oppgi ei som byrjar med https://, utan namn og passord i.
outgoing-not-secure = Adressa må byrje med https://, så ingen kan lese med.
outgoing-private = Adressa ligg i eit privat nettverk, som portalen ikkje kallar opp. Oppgi ei offentleg adresse, eller be den som driftar portalen, om å tillate nettverket.
outgoing-silent = Ingen svarar på denne adressa. Kontroller henne, og prøv igjen.
