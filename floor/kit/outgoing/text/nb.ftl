outgoing-no-address = Det er ikke en adresse som kan kalles opp. Oppgi en som begynner med https://, uten navn og passord i.
outgoing-not-secure = Adressen må begynne med https://, så ingen kan lese med.
outgoing-private = Adressen ligger i et privat nettverk, som portalen ikke kaller opp. Oppgi en offentlig adresse, eller be den som drifter portalen, om å tillate nettverket.
outgoing-silent = Ingen svarer på denne adressen. Kontroller den, og prøv igjen.
