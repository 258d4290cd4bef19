signin-link-spent = Linket virker ikke længere. Det åbner én gang inden for 30 minutter. Bed om et nyt.
signin-no-persona = Vælg en af personerne på listen.
signin-too-often = For mange forsøg for denne adresse. Vent et kvarter. Links, der er nået frem, virker stadig.
signin-title = Log ind
signin-claim = Et fodfæste i arbejdslivet
signin-lead = Praktik for studerende, fra ønsker til første dag, ét sted.
signin-here = Du er logget ind som { $name }
signin-go-on = Gå til dit overblik
signin-mail = Link på e-mail
signin-mail-who = For alle, der har en e-mailadresse i portalen. Linket virker én gang, i 30 minutter.
signin-last = Du brugte denne sidst.
signin-email = E-mailadresse
signin-send = Send mig et link
signin-try = Prøv portalen som
signin-try-text = Ingen adgangskoder. Du kommer direkte ind i deres dag.
signin-demo-mails = Læs e-mails i demobyen
signin-trouble = Kan du ikke komme ind?
signin-trouble-text = Praktikkontoret eller din koordinator har registreret din adresse. Spørg dem, hvis du er i tvivl om, hvilken det er.
signin-trouble-link = Hjælp og kontakt
signin-sent-title = Se i din indbakke
signin-sent-text = Hvis vi kender adressen, er der et link på vej til den. Det virker én gang, i 30 minutter.
signin-sent-nothing = Er der ikke kommet noget?
signin-sent-spam = Se i din spammappe.
signin-sent-other = Prøv en anden adresse. Studerende har ofte en fra uddannelsesstedet.
signin-sent-office = Spørg praktikkontoret, hvilken adresse de har registreret.
signin-again = Bed om et nyt link
signin-link-title = Log ind som { $name }
signin-link-text = Tryk på knappen for at logge ind på denne enhed. Derefter er linket brugt.
signin-link-button = Log ind
signin-spent-title = Linket virker ikke
signin-mail-subject = Dit link til Fotfeste
signin-mail-body =
    Hej { $given }

    Du bad om at logge ind i Fotfeste. Linket nedenfor åbner portalen for { $name }. Det virker én gang, indtil kl. { $until }.

    Hvis du ikke har bedt om det, behøver du ikke gøre noget: Ingen kommer ind uden linket.
signin-mail-link = Log ind
