organisations-text-empty = Fyll ut dette feltet.
organisations-text-too-long = Teksten har { $got } tegn. Kort den ned til høyst { $max }.
organisations-number-taken = En annen organisasjon har nummeret { $number }. Kontroller nummeret.
organisations-key-taken = En annen enhet har nøkkelen «{ $key }». Velg en annen.
organisations-no-parent = Enheten du ville legge den under, finnes ikke lenger. Velg en annen.
organisations-units-full = Organisasjonen har alt { $max } enheter, og det er ikke plass til flere.
organisations-unit-gone = Enheten finnes ikke den dagen. Velg en annen dag eller en annen enhet.
organisations-nothing-changed = Slik er det allerede. Endre noe, eller avbryt.
organisations-open-below = { $units ->
         [one] Én enhet ligger under denne.
        *[other] { $units } enheter ligger under denne.
    } Flytt eller avslutt dem først.
organisations-in-itself = En enhet kan ikke ligge under seg selv. Velg en annen.
organisations-no-target = Ingen enhet heter «{ $typed }». Skriv nøkkelen, navnet eller hele stien.
organisations-many-targets = { $units } enheter heter «{ $typed }». Skriv nøkkelen eller hele stien, for eksempel «{ $path }».
organisations-widens = Noen med en annen rolle enn din ville fått ansvar for disse enhetene. Spør en som har den rollen for hele organisasjonen.
organisations-day-gone = Den dagen er forbi. Velg i dag eller en senere dag.
organisations-no-day = «{ $typed }» er ikke en dato. Skriv år-måned-dag, for eksempel 2027-03-01.
organisations-changed-since = Noen har endret enheten etter at du så på den. Slik er den nå: se en gang til og bekreft på nytt.
organisations-too-many-planned = { $max } endringer er allerede planlagt. Vent til noen av dem gjelder, eller trekk noen tilbake.
organisations-not-planned = Endringen er ikke lenger en plan. Den gjelder allerede, eller den er trukket tilbake.
organisations-title = Organisasjon
organisations-nav = Organisasjon
organisations-lead = Enhetene slik de er, slik de var, og slik de er planlagt.
organisations-top = Rett under organisasjonen
organisations-choose = Velg en enhet
organisations-did-add = { $name } lagt til
organisations-did-describe = { $name } fikk ny nøkkel eller adresse
organisations-did-name = { $before } fikk navnet { $after }
organisations-did-move = { $name } flyttet til: { $to }
organisations-did-close = { $name } avsluttet
organisations-did-merge = { $name } ble en del av { $into }
organisations-planned = Planlagt
organisations-done = Utført
organisations-withdrawn = Trukket tilbake
organisations-failed = Lot seg ikke gjøre
organisations-act-added = er ny
organisations-act-named = nytt navn
organisations-act-moved = flyttes
organisations-act-closed = avsluttes
organisations-act-merged = blir del av en annen
organisations-coming = { $act } { $when }
organisations-people = { $people ->
         [one] 1 person
        *[other] { $people } personer
    }
organisations-hidden = { $units ->
         [one] 1 enhet under
        *[other] { $units } enheter under
    }
organisations-rest = { $units ->
         [one] Én enhet til står øverst. Søk etter den.
        *[other] { $units } enheter til står øverst. Søk etter dem.
    }
organisations-units-none = Ingen enheter denne dagen
organisations-units-none-text = Legg til den første enheten, eller hent hele treet fra en fil.
organisations-units = Enheter
organisations-add = Legg til enhet
organisations-add-below = Legg til enhet her
organisations-add-lead = En enhet er en avdeling, en sengepost, en skole: alt som har egne folk, roller eller plasser.
organisations-on = Denne dagen
organisations-find = Finn en enhet
organisations-show = Vis
organisations-show-today = Tilbake til i dag
organisations-was = Slik var treet { $day }.
organisations-will-be = Slik er treet planlagt { $day }.
organisations-figure-units = Enheter
organisations-figure-people = Personer
organisations-figure-roles = Roller
organisations-figure-plans = Planlagte endringer
organisations-found = { $count ->
         [0] Fant ingen enhet
         [one] Fant én enhet
        *[other] Fant { $count } enheter
    }
organisations-more-found = Og { $count } til. Skriv mer av navnet.
organisations-plans = Planlagte endringer
organisations-plans-none = Ingenting er planlagt.
organisations-failed-count = { $count ->
         [one] Én plan lot seg ikke gjennomføre
        *[other] { $count } planer lot seg ikke gjennomføre
    }
organisations-settings = Innstillinger
organisations-history = Alle endringer
organisations-history-lead = Hva som er gjort med enhetene, hva som er planlagt, og hva som er trukket tilbake.
organisations-fact-people = Personer her
organisations-fact-roles = Roller her
organisations-fact-from = Første dag
organisations-fact-until = Siste dag
organisations-fact-place = Ligger i
organisations-field-name = Navn
organisations-field-key = Nøkkel
organisations-field-key-help = Det andre systemer kaller enheten. Filer finner den på dette.
organisations-field-address = Adresse
organisations-field-from = Gjelder fra
organisations-field-from-help = I dag eller en dag som kommer. En senere dag er en plan som kan trekkes tilbake.
organisations-field-note = Hvorfor
organisations-field-note-help = Ikke påkrevd. Står i historikken.
organisations-to = Enhet
organisations-to-help = Skriv nøkkelen, navnet eller hele stien.
organisations-to-help-top = Skriv nøkkelen, navnet eller hele stien. Tomt er rett under organisasjonen.
organisations-below = Enheter her
organisations-below-none = Ingen enheter ligger under denne.
organisations-more = Dette kan du gjøre
organisations-do-name = Endre navn, nøkkel eller adresse
organisations-do-move = Flytt
organisations-do-merge = Gjør den til en del av en annen enhet
organisations-do-close = Avslutt
organisations-withdraw = Trekk tilbake
organisations-is-part-of = Enheten er nå en del av { $name }.
organisations-ended = Enheten er avsluttet. Siste dag var { $day }.
organisations-begins = Enheten begynner { $day }.
organisations-name-title = Endre { $name }
organisations-name-lead = Personer, roller og praksisplasser blir der de er.
organisations-move-title = Flytt { $name }
organisations-move-lead = Alt som ligger under enheten, følger med. De som har ansvar der den kommer, får ansvar for denne også.
organisations-close-title = Avslutt { $name }
organisations-close-lead = Historikken blir stående. De som hører til her, hører fra da av til enheten over.
organisations-merge-title = Gjør { $name } til en del av en annen enhet
organisations-merge-lead = De som hører til her, hører fra da av til den andre enheten. Historikken blir stående.
organisations-preview = Dette vil skje
organisations-touched = Dette berøres
organisations-gaining = { $people ->
         [one] Én person som har ansvar der enheten kommer, får ansvar for denne også.
        *[other] { $people } personer som har ansvar der enheten kommer, får ansvar for denne også.
    }
organisations-merge-note = Roller her gjelder videre for det som var her, og blir ikke større. Gi roller i den andre enheten til dem som skal ha ansvar for alt.
organisations-close-note = Roller her slutter sammen med enheten.
organisations-confirm = Endre fra { $day }
organisations-change-again = Endre det du valgte
organisations-see = Se hva som skjer
organisations-save = Legg til
organisations-what = Hva
organisations-by = Av
organisations-state = Status
organisations-changes = { $count ->
         [one] 1 endring
        *[other] { $count } endringer
    }, siste dag først
organisations-pages = { $from }–{ $to } av { $all }
organisations-changes-none = Ingen endringer ennå
organisations-changes-none-text = Når noen legger til, flytter, endrer navn på eller avslutter en enhet, står det her.
organisations-see-people = Se personene her
organisations-see-roles = Se rollene her
organisations-import = Enhetene i organisasjonen
organisations-import-help = Enheter med egen nøkkel, navn og nøkkelen til enheten de ligger i. Enheter som er kjent på nøkkelen, rettes; de som filen ikke nevner, blir som de er.
organisations-column-key = Nøkkel
organisations-column-name = Navn
organisations-column-parent = Nøkkelen til enheten over
organisations-column-address = Adresse
organisations-in-use = Personer eller enheter er knyttet til enheter fra denne filen nå. Flytt dem først, så kan importen angres.
organisations-api-own = Vis organisasjonen tokenet hører til
organisations-api-all = List organisasjonene som er med
organisations-api-units = List enhetene slik de er en bestemt dag
organisations-api-unit = Vis en enhet slik den er en bestemt dag
organisations-api-found = Legg til en enhet, fra og med en dag
organisations-api-change = Gi nytt navn til, flytt, legg ned eller slå sammen en enhet, fra og med en dag
organisations-practice = Øvingskopi
organisations-api-changes = List det som er og blir gjort med enhetene
organisations-api-withdraw = Trekk en planlagt endring av en enhet tilbake
organisations-placing-rules = Plassering for hånd
organisations-no-choice = «{ $typed }» er ikke blant valgene. Velg ett fra listen.
organisations-facts-changed = Noen andre har lagret siden du åpnet dette. Sammenlign versjonene, og lagre på nytt.
organisations-about-title = Om organisasjonen
organisations-about-lead = Det alle leser om dere: øverst på hver side, under Hjelp og i e-poster.
organisations-about-name = Fullt navn
organisations-about-short-name = Kort navn
organisations-about-short-name-help = Står der det er liten plass, for eksempel øverst på hver side.
organisations-about-number = Organisasjonsnummer
organisations-about-number-help = Fra Enhetsregisteret eller CVR. Kan stå tomt. Portalens innstillinger kan vise til organisasjonen med nummeret: Endre det der også.
organisations-about-kind = Hva den gjør med praksis
organisations-about-institution = Sender studenter
organisations-about-host = Tar imot studenter
organisations-about-both = Sender og tar imot studenter
organisations-about-contact = Hvem man kan spørre
organisations-about-contact-name = Person eller kontor
organisations-about-contact-name-help = Kan stå tomt. Alle som er logget inn og hører til organisasjonen, kan lese det.
organisations-about-contact-email = E-postadresse for spørsmål
organisations-about-contact-phone = Telefon for spørsmål
organisations-about-place = Språk og tid
organisations-about-lang = Organisasjonens språk
organisations-about-lang-help = For dem som ikke har valgt selv.
organisations-about-zone = Tidssone
organisations-about-zone-help = Frister oppgis i den. Endrer du den, flyttes ingen frist: Hver av dem er det samme tidspunktet som før, og vises etter klokken i den nye sonen.
organisations-about-save = Lagre
organisations-about-saved = Lagret.
organisations-about-saved-zone = Lagret. Fristene er de samme tidspunktene som før, og vises nå etter klokken i { $zone }.
organisations-about-theirs = Lagret av { $by }, { $at }
organisations-about-yours = Det du skrev
organisations-about-history = Tidligere endringer
organisations-about-confirmed = Lest gjennom uten endringer
organisations-about-did-change = { $field }: «{ $before }» ble «{ $after }»
organisations-about-did-put = { $field } er endret
organisations-api-put = Endre det alle leser om organisasjonen
organisations-held = Hvem som tar seg av enheten
organisations-held-none = Ingen rolle er gitt på selve enheten, så langt du kan se. De som har en rolle over den, tar seg av den også.
organisations-held-more = { $count ->
         [one] Én rolle til
        *[other] { $count } roller til
    }
organisations-held-give = Gi en rolle her
