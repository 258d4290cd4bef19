calendar-title = Din kalender
calendar-lead = Frister og praktik står i dit eget kalenderprogram og ændrer sig der, når de ændrer sig her.
calendar-yours = Du har en kalenderadresse
calendar-made = Adressen blev lavet
calendar-read = Senest læst
calendar-read-never = Ikke endnu
calendar-renew = Lav en ny adresse
calendar-renew-note = Har en anden fået fat i adressen? Lav en ny. Den gamle holder straks op med at virke.
calendar-stop = Stop adressen
calendar-stopped = Adressen virker ikke længere.
calendar-none = Du har ingen kalenderadresse
calendar-none-text = Lav en adresse, og sæt den ind i dit kalenderprogram. Så henter programmet selv datoerne.
calendar-make = Lav en kalenderadresse
calendar-who = Hvem der kan læse den
calendar-who-reads = Den, der har adressen, kan læse kalenderen uden at logge ind. Giv den til dit kalenderprogram og til ingen andre.
calendar-who-holds = Den fortæller om datoer, steder og runder og nævner aldrig navnet på nogen. Et kalenderprogram på nettet gemmer det, det har læst.
calendar-who-ends = Adressen holder op med at virke, når du stopper, når nogen ændrer din mailadresse for dig, og når en administrator afslutter dine sessioner.
calendar-address = Din kalenderadresse
calendar-once = Den vises kun denne ene gang, så kopiér den nu. Mister du den, laver du en ny.
calendar-copy = Kopiér denne adresse
calendar-open = Åbn i dit kalenderprogram
calendar-how = Sådan sætter du den ind
calendar-google = Google Kalender
calendar-google-how = På nettet: Vælg plustegnet ved »Andre kalendere«, og så »Fra webadresse«.
calendar-apple = Apple Kalender
calendar-apple-how = På Mac: Arkiv, og så »Nyt kalenderabonnement«. På iPhone: Kalendere, og så »Tilføj kalender« og »Tilføj abonnementskalender«.
calendar-outlook = Outlook
calendar-outlook-how = Vælg »Tilføj kalender«, og så »Abonner fra internettet«.
calendar-else = Et andet program
calendar-else-how = Se efter »abonner« eller »tilføj fra webadresse«. Det nytter ikke at importere en fil: den bliver aldrig fornyet.
calendar-how-long = Der kan gå en dag, før en ændring ses, for hvert program bestemmer selv, hvor tit det læser.
calendar-told-subject = Din kalenderadresse i Fotfeste er ændret
calendar-told-made = Der er lavet en kalenderadresse til dig. Den, der har den, kan læse dine frister, og hvor du er i praktik.
calendar-told-renewed = Der er lavet en ny kalenderadresse til dig. Den gamle virker ikke længere.
calendar-told-stopped = Din kalenderadresse er stoppet. Den virker ikke længere.
calendar-told-body =
    Hej { $given }

    { $what }

    Var det ikke dig, så skriv straks til { $contact }.
calendar-told-link = Se din kalender
