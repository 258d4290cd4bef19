persons-nameless = Skriv et fornavn eller et etternavn.
persons-too-long = Teksten har { $got } tegn. Kort den ned til høyst { $max }.
persons-no-email = «{ $got }» er ikke en e-postadresse. Skriv den som ida@example.org.
persons-no-phone = «{ $got }» er ikke et telefonnummer. Skriv sifre, med + først for et annet land.
persons-ends-first = Siste dag er før første dag. Endre en av dem.
persons-key-taken = Nummeret «{ $key }» tilhører en annen. Kontroller det.
persons-keyless = Skriv et studentnummer.
persons-no-choice = Velg en av mulighetene i listen.
persons-above-own = Du kan bare gi det du selv har, på den delen og i hele den tiden. Velg mindre, eller spør en som har mer.
persons-above-actor = Denne personen har mer enn du kunne gitt, eller er deg selv. Spør en som kunne gitt det.
persons-not-ours = En annen organisasjon kjenner også denne personen. Navn og adresse endres av personen selv.
persons-no-merger = Velg en annen oppføring enn denne og din egen.
persons-tied = Oppføringen som ville blitt borte, har deltatt i runder. Det som ble meddelt der, blir stående på den. Slå sammen motsatt vei: åpne den oppføringen og velg denne.
persons-no-deputy = Velg en annen fra registeret. Ingen er sin egen stedfortreder, og en stedfortreder har ingen stedfortreder.
persons-endless-deputy = Skriv siste dag. En stedfortreder trer inn for en tid.
persons-student = Student
persons-staff = Ansatt
persons-administrator = Administrator
persons-coordinator = Koordinator
persons-from = fra { $from }
persons-until = til { $until }
persons-from-until = { $from } til { $until }
persons-holds = Nå
persons-comes = Kommer
persons-over = Avsluttet
persons-whole = Hele organisasjonen
persons-title = Personer
persons-nav = Personer
persons-at-unit = Ved eller under:
persons-add = Legg til person
persons-add-lead = For en som ikke står i registeret ennå. Søk først: to oppføringer av samme person er vanskelige å skille senere.
persons-save-new = Legg til
persons-save = Lagre
persons-list-name = Navn
persons-list-bonds = Tilknytning
persons-list-roles = Roller
persons-search = Finn en person
persons-count = { $count ->
         [one] 1 person
        *[other] { $count } personer
    }, etter etternavn
persons-pages = { $from }–{ $to } av { $all }
persons-none = Ingen her ennå
persons-none-text = Personer står her når de legges til, importeres eller deltar i en runde.
persons-none-found = Fant ingen
persons-none-found-text = Søk etter noe annet, eller fjern søk og filtre.
persons-filter-standing = Vis
persons-standing-here = De som er her
persons-standing-coming = De som kommer
persons-standing-left = De som har sluttet
persons-standing-all = Alle
persons-filter-kind = Som
persons-filter-kind-all = Ansatte og studenter
persons-field-given = Fornavn
persons-field-family = Etternavn
persons-field-email = E-post
persons-field-email-help = Innloggingslenker går hit.
persons-field-phone = Telefon
persons-field-lang = Språk
persons-field-kind = Som
persons-field-key = Nummer
persons-field-key-help = Ansattnummer eller studentnummer. Filer finner personen på dette.
persons-field-from = Fra
persons-field-until = Siste dag
persons-field-span-help = Tomt er fra nå av, og uten slutt.
persons-unknown = –
persons-stands-for = Stedfortreder for { $name }
persons-bonds-none = Hører ikke til noen enhet, og er verken ansatt eller student her.
persons-roles-none = Har ingen rolle.
persons-end = Avslutt nå
persons-open = Åpne
persons-undo = Angre
persons-mergers = Sammenslåtte oppføringer
persons-merged = { $name } ble slått sammen med denne oppføringen { $when }
persons-read-only = Du kan se personen, men ikke endre noe: personen har mer enn du kunne gitt, hører også til andre enheter, eller er deg selv.
persons-do-correct = Endre navn og adresse
persons-correct-lead = En ny e-postadresse avslutter personens økter. Den gamle adressen får beskjed.
persons-do-bind = Legg til tilknytning
persons-bind-lead = En person kan høre til flere enheter, som ansatt og som student, hver for sin tid.
persons-do-give = Gi en rolle
persons-do-merge = Slå sammen med en annen oppføring
persons-do-let-go = Personen slutter
persons-let-go-title = { $name } slutter nå
persons-let-go-text = Avsluttes med en gang: { $bonds ->
         [one] én tilknytning
        *[other] { $bonds } tilknytninger
    } og { $roles ->
         [one] én rolle
        *[other] { $roles } roller
    }. Stedfortredere for personen trer ut.
persons-let-go-more = Økter avsluttes, og lenker i e-post slutter å virke. Det personen har fått meddelt i runder, blir stående.
persons-let-go-operates = { $others ->
    [0] Personen er alene om å ta seg av hele portalen. Det avsluttes også, med mindre en annen organisasjon fremdeles har personen, og da tar ingen seg av den. La helst noen andre overta først: den som driver maskinen, utnevner dem med fotfeste operator og e-postadressen deres.
   *[other] Personen tar seg også av hele portalen. Det avsluttes også, med mindre en annen organisasjon fremdeles har personen.
}
persons-unattended = Nå er det ingen som tar seg av portalen
persons-unattended-text = Be den som driver maskinen, om å utnevne noen med fotfeste operator og e-postadressen deres.
persons-let-go-yes = Avslutt alt nå
persons-merge-title = Slå en annen oppføring sammen med { $name }
persons-merge-lead = Denne oppføringen blir, med sitt navn og sin adresse. Den andre blir borte, og alt den har, kommer hit. Det kan angres.
persons-merge-preview = Dette vil skje
persons-merge-kept = Blir
persons-merge-gone = Blir borte
persons-merge-counts = { $bonds ->
         [one] Én tilknytning
        *[other] { $bonds } tilknytninger
    }, { $roles ->
         [one] én rolle
        *[other] { $roles } roller
    }
persons-merge-yes = Slå sammen
persons-merge-find = Finn den andre oppføringen
persons-merge-offered = Kan være samme person
persons-roles-title = Roller
persons-roles-lead = Hvem som kan gjøre hva, hvor og hvor lenge.
persons-roles-count = { $count ->
         [one] 1 rolle
        *[other] { $count } roller
    }
persons-roles-lasting = Nå og framover
persons-roles-empty = Ingen roller her
persons-roles-empty-text = Roller står her når noen gir dem.
persons-field-role = Rolle
persons-field-role-help = Du kan gi de rollene du selv har.
persons-when = Når
persons-deputy-for = Stedfortreder for
persons-given-by = Gitt av
persons-field-holder = Person
persons-field-holder-help = De første femti i registeret. Søk over etter andre.
persons-give-lead = Den som får rollen, kan gjøre det samme som deg, på den delen og i den tiden.
persons-give = Gi rollen
persons-role-end = Avslutt rollen nå
persons-do-depute = Utpek en stedfortreder
persons-depute-title = Stedfortreder for { $name }
persons-depute-lead = Stedfortrederen gjør det samme arbeidet en tid, men gir ingen roller. Historikken sier hvem det ble gjort for.
persons-field-deputy = Stedfortreder
persons-depute = Utpek stedfortrederen
persons-choice-title = Dine organisasjoner
persons-choice-lead = Menyen fører til rommene i én av dem. Portalen husker hvilken.
persons-choice-none = Du har ingen rolle i noen organisasjon.
persons-choice-here = Du er her
persons-choice-go = Gå dit
persons-mail-moved-subject = E-postadressen din er endret
persons-mail-moved-body = Hei { $name }. { $by } har endret e-postadressen som portalen har for deg. Innloggingslenker går fra nå av til den nye adressen. Hvis du ikke kjente til dette, skriv til organisasjonen din.
persons-mailbox-taken = Rollen har alt en postkasse på den delen. Fjern den først.
persons-mailboxes-many = Organisasjonen har så mange postkasser som den kan. Fjern en først.
persons-mailboxes = Rollenes postkasser
persons-mailboxes-lead = Det som sendes på e-post til alle i en rolle, går også til rollens postkasse, så det blir lest når en av dem er borte. Svar gis i portalen; en postkasse logger ingen inn.
persons-mailboxes-none = Ingen rolle har postkasse.
persons-mailbox-remove = Fjern
persons-mailbox-add = Legg til en postkasse
persons-mailbox-save = Legg til
persons-mailbox-email = Postkassens adresse
persons-mailbox-email-help = En felles postkasse som de i rollen leser, ikke en persons egen.
persons-import = Personer
persons-import-help = Personer med nummer, navn og tilknytning: som ansatt eller student, ved hvilken enhet, fra når og til når. De som er kjent på nummeret, beholder navn og adresse; filen sier hvor de hører til, og hvor lenge.
persons-column-unit = Enhet
persons-roles-import = Roller
persons-roles-import-help = Roller for personer som registeret kjenner på nummeret. Du gir i en fil det du kunne gitt for hånd. En tom dag er åpen.
persons-do-import = Importer fra en fil
persons-part-help = En nøkkel, et navn eller en sti som «Region / Skole». Tomt er hele organisasjonen.
persons-choose = Velg en person
persons-api-list = List personene i organisasjonen
persons-api-show = Vis én av dem; personen ser at mappen ble åpnet
persons-api-take-in = Registrer noen og knytt dem til organisasjonen
persons-api-correct = Rett det som er kjent om noen
persons-api-bind = Knytt noen til en gang til: til en annen enhet, eller som noe annet
persons-api-unbind = Avslutt én tilknytning med en gang
persons-api-let-go = La noen slutte med en gang: alle tilknytninger og roller avsluttes
persons-api-mergers = List oppføringene som er slått sammen med denne
persons-api-merge = Slå sammen en annen oppføring av samme person med denne
persons-api-undo-merger = Angre en sammenslåing
persons-api-roles = List roller, også tidligere og kommende
persons-api-role = Vis en rolle
persons-api-give = Gi en rolle; ingen gir mer enn de selv har
persons-api-close-role = Avslutt rollen til noen med en gang
persons-api-depute = Utpek en stedfortreder for en rolle, fra en dag til en dag
persons-api-mailboxes = List postkassene til roller
persons-api-add-mailbox = Legg til postkassen til en rolle
persons-api-remove-mailbox = Fjern postkassen til en rolle
persons-restrict-title = Sperr opplysningene om { $name }
persons-restrict-file = Personen
persons-do-restrict = Sperr opplysningene
persons-do-erase = Slett
persons-restrict-lead = For en tid: fordi personen bestrider det som er lagret, har bedt om det, eller trenger det for et krav.
persons-restrict-kept = Alt blir tatt vare på. Navn, adresse og telefon forsegles.
persons-restrict-unseen = Bare de som administrerer hele organisasjonen, ser dem, her. De står i ingen liste, søk, fil eller svar til et program. E-poster som er sendt før, blir hos personen.
persons-restrict-mail = Personen får beskjed nå, i portalen og på e-post, og en gang til et døgn før sperringen slutter. Ingen annen e-post når personen i mellomtiden.
persons-restrict-reason = Begrunnelse
persons-restrict-reason-help = Forsegles med resten. Leses bare av administrasjonen.
persons-restricted = Opplysningene om denne personen er sperret: bare administrasjonen ser dem.
persons-restricted-since = Sperret { $at } av { $by }
persons-restrict-lift = Avslutt sperringen
persons-restrict-lift-lead = Personen får beskjed først. Et døgn senere står navn, adresse og telefon der de sto før.
persons-restrictions = Sperrede opplysninger
persons-restrictions-lead = Personer med opplysninger som bare administrasjonen ser. Listen viser numre og ingen navn.
persons-restrictions-none = Ingen har sperrede opplysninger.
persons-newer = Tidligere
persons-older = Senere
persons-error-restricted = Opplysningene om denne personen er sperret. Opphev sperringen før du endrer noe.
persons-error-no-reason = Skriv en begrunnelse.
persons-do-protect = Skjerm navn og adresse
persons-protection = Skjerming
persons-protected = Navn og adresse er skjermet
persons-protected-note = Alle andre enn de betrodde ser et arbeidsnavn, og verken adresse eller telefon.
persons-protect-lead = Alle andre enn de betrodde ser da et arbeidsnavn i stedet for denne personen, i lister, søk, e-post og filer, og verken adresse eller telefon. Det gjelder deg også, om du ikke er en av dem. Personen ser det på profilen sin.
persons-field-working-name = Arbeidsnavn
persons-field-working-name-help = Det kontoret og praksisstedet kaller personen, avtalt med hen. Helst et navn som alle andre. Er det tomt, lager portalen et som ikke sier noe.
persons-field-protection-reason = Hvorfor
persons-field-protection-reason-help = Dette ser personen selv og de betrodde, og ingen andre.
persons-field-protection-reason-stands = Begrunnelsen over står. Din blir ikke lagret.
persons-protect-save = Skjerm
persons-protection-save = Lagre arbeidsnavnet
persons-protection-lift = Avslutt skjermingen
persons-protection-lift-lead = Da ser alle som ser personen, navn, adresse og telefon igjen.
persons-protection-trustless = Da ville ingen se denne personen lenger. Pek først ut en betrodd som har en rolle for hele organisasjonen.
persons-protection-name-first = Pek ut en betrodd først
persons-trustees = Betrodde
persons-trustees-lead = De ser personer med skjermet navn og adresse. Alle andre ser et arbeidsnavn. Den som er skjermet, ser hvem de er.
persons-trustees-none = Ingen er pekt ut, så ingen kan skjermes ennå.
persons-trustee-add = Pek ut en betrodd
persons-trustee-save = Pek ut
persons-trustee-remove = Fjern
persons-trustee-email-help = Til en som har en rolle her.
persons-trustee-last = Noen er skjermet, og dette er den siste betrodde. Pek ut en annen først.
persons-trustee-none = Ingen med denne adressen har en rolle her uten å være pekt ut alt. Se over adressen, eller gi en rolle først.
persons-trustee-own = Du kan ikke peke ut deg selv når noen er betrodd eller skjermet fra før. Pek ut en kollega, eller be en annen administrator om å peke ut deg.
persons-trustee-idle = Har ingen rolle for hele organisasjonen nå.
persons-protection-reasonless = Skriv hvorfor. Bare personen og de betrodde ser det.
persons-column-protected = Skjermet
persons-column-protected-wrong = Skriv «ja», eller la den stå tom.
persons-trustee-by = Pekt ut av { $name }
persons-import-undo-help = Angrer du importen senere, forsvinner de som var nye og ikke er brukt siden, og enheter og dager settes tilbake der ingen har endret dem. Det som blir stående, får du vite med navn.
persons-roles-import-undo-help = Angrer du importen senere, forsvinner roller som var nye, og dager settes tilbake der ingen har endret dem. Det som blir stående, får du vite med navn.
persons-kept = { $why ->
    [signed_in] Har logget inn eller valgt noe selv.
    [invited] Er invitert. Trekk invitasjonen tilbake, eller la personen slutte.
    [matter] Deltar i en runde, eller noe er skrevet eller vedtatt om personen.
    [written] Har fått en e-post eller et varsel.
    [role] Har eller har hatt en rolle. Avslutt den, eller la personen slutte.
    [bond] Er knyttet til organisasjonen på en annen måte også.
    [put_away] Opplysningene er sperret.
    [merged] Er slått sammen med en annen oppføring.
    [elsewhere] En annen organisasjon kjenner også personen.
    [deputed] Noen er stedfortreder for den som har rollen. Avslutt det først.
    [above] Du kunne ikke selv gitt denne rollen. Spør noen som kan.
    [own] Dette er din egen rolle. En kollega kan avslutte den.
    [partly] Er endret siden importen. Det ingen har endret, settes tilbake.
   *[changed] Er endret siden importen.
}
persons-restrict-no-address = Portalen har ingen e-postadresse til denne personen. Si selv fra før opplysningene sperres, og før sperringen slutter.
persons-restrict-ends = Personen har fått vite at sperringen slutter { $at }.
persons-restrict-key-gone = Det som er forseglet, kan ikke åpnes: Nøkkelen er borte. Enten er portalen hentet tilbake fra en kopi uten nøklene, eller så ble opplysningene slettet etter at kopien ble tatt. Spør de som drifter portalen, om nøklene finnes. Finnes de ikke, slett opplysningene, og registrer personen på nytt om det trengs.
persons-restrict-keep = Behold sperringen
persons-restrict-keep-lead = Har personen innvendinger, kan sperringen bli stående. Da får personen vite det også.
persons-mail-restricted-subject = Opplysningene dine hos { $organisation } er sperret
persons-mail-restricted-body = { $organisation } har sperret opplysningene som portalen har om deg. De blir tatt vare på, men ikke brukt: Navn, adresse og telefonnummer er forseglet, og bare de som administrerer organisasjonen, kan se dem. I mellomtiden får du ingen annen e-post fra portalen, og innloggingslenker når deg ikke. Du får beskjed før sperringen slutter. Har du spørsmål, skriv til organisasjonen din.
persons-mail-lifting-subject = Sperringen av opplysningene dine hos { $organisation } slutter snart
persons-mail-lifting-body = Sperringen av opplysningene som portalen har om deg, slutter { $at }. Fra da av kan { $organisation } bruke navnet, adressen og telefonnummeret ditt igjen. Er du ikke enig, skriv til organisasjonen din før det.
persons-mail-lasting-subject = Opplysningene dine hos { $organisation } er fortsatt sperret
persons-mail-lasting-body = Du fikk vite at sperringen av opplysningene dine snart skulle slutte. { $organisation } lar den bli stående. Du får beskjed før den slutter.
persons-many = Med de valgte personene
persons-many-tick = Velg
persons-many-invite = Inviter …
persons-many-let-go = La slutte …
persons-many-title = { $count ->
    [0] Ingen av de valgte slutter
    [one] La én person slutte?
   *[other] La { $count } personer slutte?
}
persons-many-lead = Ingenting har skjedd ennå. Dette ville bli endret.
persons-many-what = Hva som ville skje
persons-many-ends = Det som tar slutt
persons-many-leaves = Slutter nå
persons-many-left = Har alt sluttet; ingenting endres
persons-many-above = Har mer enn du kan gi; ingenting endres
persons-many-operates = Har ansvar for portalen; åpne personen for å la ham eller henne slutte
persons-many-confirm = { $count ->
    [one] La én person slutte nå
   *[other] La { $count } personer slutte nå
}
persons-many-none = Velg fra 1 til { $max } personer i lista.
persons-many-changed = Noe er endret siden lista ble vist. Slik er det nå; bekreft på nytt.
