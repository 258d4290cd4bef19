outgoing-no-address = Det er ikke en adresse, der kan kaldes. Angiv en, der begynder med https://, uden navn og adgangskode i.
outgoing-not-secure = Adressen skal begynde med https://, så ingen kan læse med.
outgoing-private = Adressen ligger i et privat netværk, som portalen ikke kalder. Angiv en offentlig adresse, eller bed den, der driver portalen, om at tillade netværket.
outgoing-silent = Ingen svarer på denne adresse. Kontrollér den, og prøv igen.
