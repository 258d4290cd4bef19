calendar-title = Kalenderen din
calendar-lead = Frister og praksis står i ditt eget kalenderprogram, og endres der når de endres her.
calendar-yours = Du har en kalenderadresse
calendar-made = Adressen ble laget
calendar-read = Sist lest
calendar-read-never = Ikke ennå
calendar-renew = Lag en ny adresse
calendar-renew-note = Har noen andre fått tak i adressen? Lag en ny. Den gamle slutter å virke med en gang.
calendar-stop = Stopp adressen
calendar-stopped = Adressen virker ikke lenger.
calendar-none = Du har ingen kalenderadresse
calendar-none-text = Lag en adresse og legg den inn i kalenderprogrammet ditt. Så henter programmet datoene selv.
calendar-make = Lag en kalenderadresse
calendar-who = Hvem som kan lese den
calendar-who-reads = Den som har adressen, kan lese kalenderen uten å logge inn. Gi den til kalenderprogrammet ditt og ingen andre.
calendar-who-holds = Den forteller om datoer, steder og runder, og nevner aldri navnet på noen. Et kalenderprogram på nettet tar vare på det det har lest.
calendar-who-ends = Adressen slutter å virke når du slutter, når noen endrer e-postadressen din for deg, og når en administrator avslutter øktene dine.
calendar-address = Kalenderadressen din
calendar-once = Den vises bare denne ene gangen, så kopier den nå. Mister du den, lager du en ny.
calendar-copy = Kopier denne adressen
calendar-open = Åpne i kalenderprogrammet
calendar-how = Slik legger du den inn
calendar-google = Google Kalender
calendar-google-how = På nettet: Velg plusstegnet ved «Andre kalendere», så «Fra nettadresse».
calendar-apple = Apple Kalender
calendar-apple-how = På Mac: Arkiv, så «Nytt kalenderabonnement». På iPhone: Kalendere, så «Legg til kalender» og «Legg til abonnert kalender».
calendar-outlook = Outlook
calendar-outlook-how = Velg «Legg til kalender», så «Abonner fra nettet».
calendar-else = Et annet program
calendar-else-how = Se etter «abonner» eller «legg til fra nettadresse». Å importere en fil nytter ikke: den blir aldri fornyet.
calendar-how-long = Det kan gå en dag før en endring vises, for hvert program bestemmer selv hvor ofte det leser.
calendar-told-subject = Kalenderadressen din i Fotfeste er endret
calendar-told-made = Det er laget en kalenderadresse for deg. Den som har den, kan lese fristene dine og hvor du har praksis.
calendar-told-renewed = Det er laget en ny kalenderadresse for deg. Den gamle virker ikke lenger.
calendar-told-stopped = Kalenderadressen din er stoppet. Den virker ikke lenger.
calendar-told-body =
    Hei, { $given }!

    { $what }

    Var det ikke deg, må du skrive til { $contact } med en gang.
calendar-told-link = Se kalenderen din
