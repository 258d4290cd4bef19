notices-title = Notifikationer
notices-lead = Alt, hvad du har fået besked om, det seneste først.
notices-to-choices = Vælg, hvordan du får besked
notices-to-mails = Mails sendt til dig
notices-read-all = Markér { $count } som læst
notices-read = Læs det hele
notices-new = Ny
notices-none = Ingen notifikationer endnu
notices-none-text = Når der sker noget, som vedrører dig, står det her.
notices-pages = { $from }–{ $to } af { $all }
notices-more = … og { $count } mere
notices-bundle-subject = { $count } notifikationer fra { $sender }
notices-bundle-text = Dette er sket siden vores seneste mail:
notices-bundle-link = Åbn dine notifikationer
notices-choices-title = Sådan får du besked
notices-choices-lead = Alle notifikationer står i portalen. Her vælger du, hvad der også kommer på mail, og hvornår. Afgørelser kommer altid.
notices-matters = Når nogen venter på dig
notices-matters-text = Beskeder og opgaver.
notices-information = Når det er rart at vide
notices-information-text = Ændringer og bekræftelser, som du ikke skal gøre noget ved.
notices-pace-soon = Inden for få minutter
notices-pace-soon-text = Det, der sker inden for ti minutter, kommer i én mail.
notices-pace-daily = Én gang om dagen
notices-pace-daily-text = Én mail kl. 8 om morgenen.
notices-pace-never = Ikke på mail
notices-pace-never-text = Det står kun i portalen.
notices-quiet = Stille timer
notices-quiet-text = Vi sender ingen mails i disse timer, bortset fra det, du selv beder om. Vælg samme time to gange for ikke at have nogen.
notices-quiet-from = Fra
notices-quiet-until = Til
notices-save = Gem
notices-saved = Gemt.
notices-no-choice = Vælg en af værdierne.
notices-no-hour = Vælg en hel time fra 0 til 23.
notices-bounced-title = Vores mails når dig ikke
notices-bounced-text = { $address } har ikke taget imod mails siden { $day }. Bed kontoret om at rette adressen, eller prøv den igen.
notices-retry = Prøv adressen igen
notices-bounces = Adresser, der ikke tager imod mails
notices-bounces-lead = Disse personer får ikke vores mails. Ret adressen, eller prøv den igen, når postkassen virker.
notices-bounces-count = { $count ->
    [one] Én person
   *[other] { $count } personer
}
notices-bounces-who = Person
notices-bounces-since = Siden
notices-bounces-reason = Hvad mailserveren sagde
notices-bounces-none = Alle adresser tager imod mails
notices-bounces-none-text = Når en mail kommer retur, står personen her.
notices-task-bounces = { $count ->
    [one] Én person får ikke vores mails
   *[other] { $count } personer får ikke vores mails
}
notices-task-bounces-do = Se på adresserne
notices-task-own = Vores mails når dig ikke
notices-task-own-do = Se på din adresse
notices-api-bounces = Vis personer, som mail ikke når frem til
notices-api-retry = Prøv nogens adresse igen fra næste mail
notices-search = Søg i notifikationerne
notices-none-found = Ingen notifikationer passer
notices-none-found-text = Søg efter et andet ord, eller vis alle notifikationer.
