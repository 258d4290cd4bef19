calendar-title = Kalenderen din
calendar-lead = Fristar og praksis står i ditt eige kalenderprogram, og blir endra der når dei blir endra her.
calendar-yours = Du har ei kalenderadresse
calendar-made = Adressa blei laga
calendar-read = Sist lesen
calendar-read-never = Ikkje enno
calendar-renew = Lag ei ny adresse
calendar-renew-note = Har nokon andre fått tak i adressa? Lag ei ny. Den gamle sluttar å verke med ein gong.
calendar-stop = Stopp adressa
calendar-stopped = Adressa verkar ikkje lenger.
calendar-none = Du har inga kalenderadresse
calendar-none-text = Lag ei adresse og legg ho inn i kalenderprogrammet ditt. Så hentar programmet datoane sjølv.
calendar-make = Lag ei kalenderadresse
calendar-who = Kven som kan lese han
calendar-who-reads = Den som har adressa, kan lese kalenderen utan å logge inn. Gi ho til kalenderprogrammet ditt og ingen andre.
calendar-who-holds = Han fortel om datoar, stader og rundar, og nemner aldri namnet på nokon. Eit kalenderprogram på nettet tek vare på det det har lese.
calendar-who-ends = Adressa sluttar å verke når du sluttar, når nokon endrar e-postadressa di for deg, og når ein administrator avsluttar øktene dine.
calendar-address = Kalenderadressa di
calendar-once = Ho blir vist berre denne eine gongen, så kopier ho no. Mistar du ho, lagar du ei ny.
calendar-copy = Kopier denne adressa
calendar-open = Opne i kalenderprogrammet
calendar-how = Slik legg du ho inn
calendar-google = Google Kalender
calendar-google-how = På nettet: Vel plussteiknet ved «Andre kalendrar», så «Frå nettadresse».
calendar-apple = Apple Kalender
calendar-apple-how = På Mac: Arkiv, så «Nytt kalenderabonnement». På iPhone: Kalendrar, så «Legg til kalender» og «Legg til abonnert kalender».
calendar-outlook = Outlook
calendar-outlook-how = Vel «Legg til kalender», så «Abonner frå nettet».
calendar-else = Eit anna program
calendar-else-how = Sjå etter «abonner» eller «legg til frå nettadresse». Å importere ei fil nyttar ikkje: ho blir aldri fornya.
calendar-how-long = Det kan gå ein dag før ei endring viser, for kvart program bestemmer sjølv kor ofte det les.
calendar-told-subject = Kalenderadressa di i Fotfeste er endra
calendar-told-made = Det er laga ei kalenderadresse for deg. Den som har ho, kan lese fristane dine og kvar du har praksis.
calendar-told-renewed = Det er laga ei ny kalenderadresse for deg. Den gamle verkar ikkje lenger.
calendar-told-stopped = Kalenderadressa di er stoppa. Ho verkar ikkje lenger.
calendar-told-body =
    Hei, { $given }!

    { $what }

    Var det ikkje deg, må du skrive til { $contact } med ein gong.
calendar-told-link = Sjå kalenderen din
