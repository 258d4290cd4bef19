me-title = Your profile
me-saved = Saved.
me-lang = Language
me-lang-auto = As the browser is set
me-lang-help = Pages and e-mails come in this language.
me-scheme = Light or dark pages
me-scheme-auto = As the device is set
me-scheme-light = Light
me-scheme-dark = Dark
me-save = Save
me-known = What we know about you
me-name = Name
me-email = E-mail
me-phone = Telephone
me-bonds = Roles
# $organisation (String) - where
me-administrator = Administrator at { $organisation }
# $organisation (String) - where
me-coordinator = Coordinator at { $organisation }
# $organisation (String) - where
me-student = Student at { $organisation }
me-wrong = Is something wrong? Tell the office that registered you, and they will put it right.
me-privacy = How we treat what we know
