persons-nameless = Skriv et fornavn eller et efternavn.
persons-too-long = Teksten har { $got } tegn. Forkort den til højst { $max }.
persons-no-email = »{ $got }« er ikke en e-mailadresse. Skriv den som ida@example.org.
persons-no-phone = »{ $got }« er ikke et telefonnummer. Skriv cifre, med + først for et andet land.
persons-ends-first = Den sidste dag ligger før den første. Ret en af dem.
persons-key-taken = Nummeret »{ $key }« tilhører en anden. Kontrollér det.
persons-keyless = Skriv et studienummer.
persons-no-choice = Vælg en af mulighederne på listen.
persons-above-own = Du kan kun give det, du selv har, på den del og i hele den tid. Vælg mindre, eller spørg en, der har mere.
persons-above-actor = Denne person har mere, end du kunne give, eller er dig selv. Spørg en, der kunne give det.
persons-not-ours = En anden organisation kender også denne person. Navn og adresse ændres af personen selv.
persons-no-merger = Vælg en anden registrering end denne og din egen.
persons-tied = Den registrering, der ville forsvinde, har deltaget i runder. Det, der blev meddelt dér, bliver stående på den. Slå sammen den modsatte vej: åbn den registrering, og vælg denne.
persons-no-deputy = Vælg en anden fra registret. Ingen er sin egen stedfortræder, og en stedfortræder har ingen stedfortræder.
persons-endless-deputy = Angiv sidste dag. En stedfortræder træder ind for en tid.
persons-student = Studerende
persons-staff = Ansat
persons-administrator = Administrator
persons-coordinator = Koordinator
persons-from = fra { $from }
persons-until = til { $until }
persons-from-until = { $from } til { $until }
persons-holds = Nu
persons-comes = Kommer
persons-over = Afsluttet
persons-whole = Hele organisationen
persons-title = Personer
persons-nav = Personer
persons-at-unit = Ved eller under:
persons-add = Tilføj person
persons-add-lead = For en, der ikke står i registret endnu. Søg først: to registreringer af samme person er svære at skelne senere.
persons-save-new = Tilføj
persons-save = Gem
persons-list-name = Navn
persons-list-bonds = Tilknytning
persons-list-roles = Roller
persons-search = Find en person
persons-count = { $count ->
         [one] 1 person
        *[other] { $count } personer
    }, efter efternavn
persons-pages = { $from }–{ $to } af { $all }
persons-none = Ingen her endnu
persons-none-text = Personer står her, når de tilføjes, importeres eller deltager i en runde.
persons-none-found = Fandt ingen
persons-none-found-text = Søg efter noget andet, eller ryd søgning og filtre.
persons-filter-standing = Vis
persons-standing-here = Dem, der er her
persons-standing-coming = Dem, der kommer
persons-standing-left = Dem, der er stoppet
persons-standing-all = Alle
persons-filter-kind = Som
persons-filter-kind-all = Ansatte og studerende
persons-field-given = Fornavn
persons-field-family = Efternavn
persons-field-email = E-mail
persons-field-email-help = Loginlinks går hertil.
persons-field-phone = Telefon
persons-field-lang = Sprog
persons-field-kind = Som
persons-field-key = Nummer
persons-field-key-help = Medarbejdernummer eller studienummer. Filer finder personen ved dette.
persons-field-from = Fra
persons-field-until = Sidste dag
persons-field-span-help = Tomt er fra nu af og uden slutning.
persons-unknown = –
persons-stands-for = Stedfortræder for { $name }
persons-bonds-none = Hører ikke til nogen enhed og er hverken ansat eller studerende her.
persons-roles-none = Har ingen rolle.
persons-end = Afslut nu
persons-open = Åbn
persons-undo = Fortryd
persons-mergers = Sammenlagte registreringer
persons-merged = { $name } blev slået sammen med denne registrering { $when }
persons-read-only = Du kan se personen, men ikke ændre noget: personen har mere, end du kunne give, hører også til andre enheder eller er dig selv.
persons-do-correct = Ændr navn og adresse
persons-correct-lead = En ny e-mailadresse afslutter personens sessioner. Den gamle adresse får besked.
persons-do-bind = Tilføj tilknytning
persons-bind-lead = En person kan høre til flere enheder, som ansat og som studerende, hver for sin tid.
persons-do-give = Giv en rolle
persons-do-merge = Slå sammen med en anden registrering
persons-do-let-go = Personen stopper
persons-let-go-title = { $name } stopper nu
persons-let-go-text = Afsluttes straks: { $bonds ->
         [one] én tilknytning
        *[other] { $bonds } tilknytninger
    } og { $roles ->
         [one] én rolle
        *[other] { $roles } roller
    }. Stedfortrædere for personen træder ud.
persons-let-go-more = Sessioner afsluttes, og links i mails holder op med at virke. Det, personen har fået meddelt i runder, bliver stående.
persons-let-go-operates = { $others ->
    [0] Personen er alene om at tage sig af hele portalen. Det afsluttes også, medmindre en anden organisation stadig har personen, og så er der ingen, der tager sig af den. Lad helst en anden tage over først: den, der driver maskinen, udpeger en med fotfeste operator og deres e-mailadresse.
   *[other] Personen tager sig også af hele portalen. Det afsluttes også, medmindre en anden organisation stadig har personen.
}
persons-unattended = Nu er der ingen, der tager sig af portalen
persons-unattended-text = Bed den, der driver maskinen, om at udpege en med fotfeste operator og deres e-mailadresse.
persons-let-go-yes = Afslut alt nu
persons-merge-title = Slå en anden registrering sammen med { $name }
persons-merge-lead = Denne registrering bliver med sit navn og sin adresse. Den anden forsvinder, og alt, den har, kommer hertil. Det kan fortrydes.
persons-merge-preview = Det vil ske
persons-merge-kept = Bliver
persons-merge-gone = Forsvinder
persons-merge-counts = { $bonds ->
         [one] Én tilknytning
        *[other] { $bonds } tilknytninger
    }, { $roles ->
         [one] én rolle
        *[other] { $roles } roller
    }
persons-merge-yes = Slå sammen
persons-merge-find = Find den anden registrering
persons-merge-offered = Kan være samme person
persons-roles-title = Roller
persons-roles-lead = Hvem der må gøre hvad, hvor og hvor længe.
persons-roles-count = { $count ->
         [one] 1 rolle
        *[other] { $count } roller
    }
persons-roles-lasting = Nu og fremover
persons-roles-empty = Ingen roller her
persons-roles-empty-text = Roller står her, når nogen giver dem.
persons-field-role = Rolle
persons-field-role-help = Du kan give de roller, du selv har.
persons-when = Hvornår
persons-deputy-for = Stedfortræder for
persons-given-by = Givet af
persons-field-holder = Person
persons-field-holder-help = De første halvtreds i registret. Søg ovenfor efter andre.
persons-give-lead = Den, der får rollen, må det samme som dig, på den del og i den tid.
persons-give = Giv rollen
persons-role-end = Afslut rollen nu
persons-do-depute = Udpeg en stedfortræder
persons-depute-title = Stedfortræder for { $name }
persons-depute-lead = Stedfortræderen gør det samme arbejde en tid, men giver ingen roller. Historikken siger, hvem det blev gjort for.
persons-field-deputy = Stedfortræder
persons-depute = Udpeg stedfortræderen
persons-choice-title = Dine organisationer
persons-choice-lead = Menuen fører til rummene i én af dem. Portalen husker hvilken.
persons-choice-none = Du har ingen rolle i nogen organisation.
persons-choice-here = Du er her
persons-choice-go = Gå dertil
persons-mail-moved-subject = Din e-mailadresse er ændret
persons-mail-moved-body = Hej { $name }. { $by } har ændret den e-mailadresse, portalen har for dig. Loginlinks går fra nu af til den nye adresse. Hvis du ikke kendte til dette, så skriv til din organisation.
persons-mailbox-taken = Rollen har allerede en postkasse på den del. Fjern den først.
persons-mailboxes-many = Organisationen har så mange postkasser, som den kan have. Fjern en først.
persons-mailboxes = Rollernes postkasser
persons-mailboxes-lead = Det, der mailes til alle i en rolle, sendes også til rollens postkasse, så det bliver læst, når en af dem er væk. Der svares i portalen; en postkasse logger ingen ind.
persons-mailboxes-none = Ingen rolle har en postkasse.
persons-mailbox-remove = Fjern
persons-mailbox-add = Tilføj en postkasse
persons-mailbox-save = Tilføj
persons-mailbox-email = Postkassens adresse
persons-mailbox-email-help = En fælles postkasse, som de i rollen læser, ikke en persons egen.
persons-import = Personer
persons-import-help = Personer med nummer, navn og tilknytning: som ansat eller studerende, ved hvilken enhed, fra hvornår og til hvornår. Dem, der kendes på nummeret, beholder navn og adresse; filen siger, hvor de hører til, og hvor længe.
persons-column-unit = Enhed
persons-roles-import = Roller
persons-roles-import-help = Roller til personer, som registret kender på nummeret. Du giver i en fil det, du kunne give i hånden. En tom dag er åben.
persons-do-import = Importér fra en fil
persons-part-help = En nøgle, et navn eller en sti som »Region / Skole«. Tomt er hele organisationen.
persons-choose = Vælg en person
persons-api-list = Vis personerne i organisationen
persons-api-show = Vis en af dem; personen kan se, at mappen blev åbnet
persons-api-take-in = Registrér nogen, og knyt dem til organisationen
persons-api-correct = Ret, hvad der vides om nogen
persons-api-bind = Knyt nogen til en gang til: til en anden enhed eller som noget andet
persons-api-unbind = Afslut én tilknytning med det samme
persons-api-let-go = Lad nogen fratræde med det samme: alle tilknytninger og roller afsluttes
persons-api-mergers = Vis de poster, der er lagt sammen med denne
persons-api-merge = Læg en anden post for samme person sammen med denne
persons-api-undo-merger = Fortryd en sammenlægning
persons-api-roles = Vis roller, også tidligere og kommende
persons-api-role = Vis en rolle
persons-api-give = Giv en rolle; ingen giver mere, end de selv har
persons-api-close-role = Afslut nogens rolle med det samme
persons-api-depute = Udpeg en stedfortræder for en rolle, fra en dag til en dag
persons-api-mailboxes = Vis rollernes postkasser
persons-api-add-mailbox = Tilføj en rolles postkasse
persons-api-remove-mailbox = Fjern en rolles postkasse
persons-restrict-title = Spær oplysningerne om { $name }
persons-restrict-file = Personen
persons-do-restrict = Spær oplysningerne
persons-do-erase = Slet
persons-restrict-lead = I en tid: fordi personen bestrider det gemte, har bedt om det, eller har brug for det til et krav.
persons-restrict-kept = Alt bevares. Navn, adresse og telefon forsegles.
persons-restrict-unseen = Kun de, der administrerer hele organisationen, ser dem, her. De står i ingen liste, søgning, fil eller svar til et program. E-mails, der er sendt før, bliver hos personen.
persons-restrict-mail = Personen får besked nu, i portalen og på e-mail, og igen et døgn før spærringen slutter. Ingen anden e-mail når personen imens.
persons-restrict-reason = Begrundelse
persons-restrict-reason-help = Forsegles med resten. Læses kun af administrationen.
persons-restricted = Oplysningerne om denne person er spærret: kun administrationen ser dem.
persons-restricted-since = Spærret { $at } af { $by }
persons-restrict-lift = Afslut spærringen
persons-restrict-lift-lead = Personen får besked først. Et døgn senere står navn, adresse og telefon, hvor de stod før.
persons-restrictions = Spærrede oplysninger
persons-restrictions-lead = Personer med oplysninger, som kun administrationen ser. Listen viser numre og ingen navne.
persons-restrictions-none = Ingen har spærrede oplysninger.
persons-newer = Tidligere
persons-older = Senere
persons-error-restricted = Oplysningerne om denne person er spærret. Ophæv spærringen, før du ændrer noget.
persons-error-no-reason = Skriv en begrundelse.
persons-do-protect = Beskyt navn og adresse
persons-protection = Beskyttelse
persons-protected = Navn og adresse er beskyttet
persons-protected-note = Alle andre end de betroede ser et arbejdsnavn og hverken adresse eller telefon.
persons-protect-lead = Alle andre end de betroede ser så et arbejdsnavn i stedet for denne person, i lister, søgninger, mails og filer, og hverken adresse eller telefon. Det gælder også dig, hvis du ikke er en af dem. Personen kan se det på sin profil.
persons-field-working-name = Arbejdsnavn
persons-field-working-name-help = Det, kontoret og praktikstedet kalder personen, aftalt med vedkommende. Helst et navn som alle andre. Er det tomt, laver portalen et, der ikke siger noget.
persons-field-protection-reason = Hvorfor
persons-field-protection-reason-help = Det ser personen selv og de betroede og ingen andre.
persons-field-protection-reason-stands = Begrundelsen ovenfor gælder. Din bliver ikke gemt.
persons-protect-save = Beskyt
persons-protection-save = Gem arbejdsnavnet
persons-protection-lift = Afslut beskyttelsen
persons-protection-lift-lead = Så ser alle, der ser personen, igen navn, adresse og telefon.
persons-protection-trustless = Så ville ingen længere kunne se denne person. Udpeg først en betroet, der har en rolle for hele organisationen.
persons-protection-name-first = Udpeg en betroet først
persons-trustees = Betroede
persons-trustees-lead = De ser personer med navne- og adressebeskyttelse. Alle andre ser et arbejdsnavn. Den, der er beskyttet, kan se, hvem de er.
persons-trustees-none = Ingen er udpeget, så ingen kan beskyttes endnu.
persons-trustee-add = Udpeg en betroet
persons-trustee-save = Udpeg
persons-trustee-remove = Fjern
persons-trustee-email-help = Til en, der har en rolle her.
persons-trustee-last = Nogen er beskyttet, og dette er den sidste betroede. Udpeg en anden først.
persons-trustee-none = Ingen med denne adresse har en rolle her uden allerede at være udpeget. Tjek adressen, eller giv en rolle først.
persons-trustee-own = Du kan ikke udpege dig selv, når nogen er betroet eller beskyttet i forvejen. Udpeg en kollega, eller bed en anden administrator om at udpege dig.
persons-trustee-idle = Har ingen rolle for hele organisationen nu.
persons-protection-reasonless = Skriv hvorfor. Kun personen og de betroede ser det.
persons-column-protected = Beskyttet
persons-column-protected-wrong = Skriv »ja«, eller lad den stå tom.
persons-trustee-by = Udpeget af { $name }
persons-import-undo-help = Hvis du senere fortryder importen, forsvinder de nye, der ikke er brugt siden, og enheder og dage sættes tilbage, hvor ingen har ændret dem. Det, der bliver stående, får du at vide ved navn.
persons-roles-import-undo-help = Hvis du senere fortryder importen, forsvinder nye roller, og dage sættes tilbage, hvor ingen har ændret dem. Det, der bliver stående, får du at vide ved navn.
persons-kept = { $why ->
    [signed_in] Er logget ind eller har selv valgt noget.
    [invited] Er inviteret. Træk invitationen tilbage, eller lad personen stoppe.
    [matter] Deltager i en runde, eller noget er skrevet eller afgjort om personen.
    [written] Har fået en mail eller en besked.
    [role] Har eller har haft en rolle. Afslut den, eller lad personen stoppe.
    [bond] Er også knyttet til organisationen på en anden måde.
    [put_away] Oplysningerne er spærret.
    [merged] Er lagt sammen med en anden post.
    [elsewhere] En anden organisation kender også personen.
    [deputed] Nogen er stedfortræder for den, der har rollen. Afslut det først.
    [above] Du kunne ikke selv have givet denne rolle. Spørg en, der kan.
    [own] Det er din egen rolle. En kollega kan afslutte den.
    [partly] Er ændret siden importen. Det, ingen har ændret, sættes tilbage.
   *[changed] Er ændret siden importen.
}
persons-restrict-no-address = Portalen har ingen e-mailadresse på denne person. Giv selv besked, før oplysningerne spærres, og før spærringen slutter.
persons-restrict-ends = Personen har fået at vide, at spærringen slutter { $at }.
persons-restrict-key-gone = Det forseglede kan ikke åbnes: Nøglen er væk. Enten er portalen gendannet fra en kopi uden nøglerne, eller også blev oplysningerne slettet, efter at kopien blev taget. Spørg dem, der driver portalen, om nøglerne findes. Findes de ikke, så slet oplysningerne, og registrer personen på ny, hvis det er nødvendigt.
persons-restrict-keep = Behold spærringen
persons-restrict-keep-lead = Hvis personen har indvendinger, kan spærringen blive stående. Så får personen også det at vide.
persons-mail-restricted-subject = Dine oplysninger hos { $organisation } er spærret
persons-mail-restricted-body = { $organisation } har spærret de oplysninger, portalen har om dig. De bevares, men bruges ikke: Navn, adresse og telefonnummer er forseglet, og kun de, der administrerer organisationen, kan se dem. Imens får du ingen andre e-mails fra portalen, og loginlinks når dig ikke. Du får besked, før spærringen slutter. Har du spørgsmål, så skriv til din organisation.
persons-mail-lifting-subject = Spærringen af dine oplysninger hos { $organisation } slutter snart
persons-mail-lifting-body = Spærringen af de oplysninger, portalen har om dig, slutter { $at }. Fra da af kan { $organisation } bruge dit navn, din adresse og dit telefonnummer igen. Er du ikke enig, så skriv til din organisation inden da.
persons-mail-lasting-subject = Dine oplysninger hos { $organisation } er fortsat spærret
persons-mail-lasting-body = Du fik at vide, at spærringen af dine oplysninger snart ville slutte. { $organisation } lader den blive stående. Du får besked, før den slutter.
persons-many = Med de valgte personer
persons-many-tick = Vælg
persons-many-invite = Invitér …
persons-many-let-go = Lad stoppe …
persons-many-title = { $count ->
    [0] Ingen af de valgte stopper
    [one] Lad én person stoppe?
   *[other] Lad { $count } personer stoppe?
}
persons-many-lead = Der er ikke sket noget endnu. Dette ville blive ændret.
persons-many-what = Hvad der ville ske
persons-many-ends = Det, der slutter
persons-many-leaves = Stopper nu
persons-many-left = Er allerede stoppet; intet ændres
persons-many-above = Har mere, end du kan give; intet ændres
persons-many-operates = Har ansvar for portalen; åbn personen for at lade vedkommende stoppe
persons-many-confirm = { $count ->
    [one] Lad én person stoppe nu
   *[other] Lad { $count } personer stoppe nu
}
persons-many-none = Vælg fra 1 til { $max } personer på listen.
persons-many-changed = Noget er ændret, siden listen blev vist. Sådan er det nu; bekræft igen.
