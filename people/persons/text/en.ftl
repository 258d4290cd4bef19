persons-nameless = Enter a given name or a family name.
# $got (Number) - characters given
# $max (Number) - characters allowed
persons-too-long = This text has { $got } characters. Shorten it to { $max } at most.
# $got (String) - what was typed
persons-no-email = “{ $got }” is not an e-mail address. Write it like ida@example.org.
# $got (String) - what was typed
persons-no-phone = “{ $got }” is not a telephone number. Write digits, with a + first for another country.
persons-ends-first = The last day is before the first. Change one of them.
# $key (String) - student number or employee number
persons-key-taken = The number “{ $key }” belongs to somebody else. Check it.
persons-keyless = Enter a student number.
persons-no-choice = Choose one of the options in the list.
persons-above-own = You can give only what you hold yourself, on that part and for all of that time. Choose less, or ask somebody who holds more.
persons-above-actor = This person holds more than you could give, or is you. Ask somebody who could give it.
persons-not-ours = Another organisation knows this person too. Name and address are changed by the person.
persons-no-merger = Choose another entry than this one and your own.
persons-tied = The entry that would go has taken part in rounds. What was told there stays under it, so merge the other way round: open that entry and choose this one.
persons-no-deputy = Choose somebody else from the register. Nobody stands in for themselves, and a deputy has no deputy.
persons-endless-deputy = Enter the last day. A deputy stands in for a while.
persons-student = Student
persons-staff = Employee
persons-administrator = Administrator
persons-coordinator = Coordinator
# $from (String) - day
persons-from = from { $from }
# $until (String) - day
persons-until = until { $until }
# $from (String) - day
# $until (String) - day
persons-from-until = { $from } to { $until }
persons-holds = Now
persons-comes = To come
persons-over = Ended
persons-whole = The whole organisation
persons-title = People
persons-nav = People
persons-at-unit = At or below:
persons-add = Add a person
persons-add-lead = For somebody the register does not hold yet. Search first: the same person twice is hard to tell apart later.
persons-save-new = Add
persons-save = Save
persons-list-name = Name
persons-list-bonds = Affiliations
persons-list-roles = Roles
persons-search = Find a person
# $count (Number) - people
persons-count = { $count ->
         [one] 1 person
        *[other] { $count } people
    }, by family name
# $from (Number) - from
# $to (Number) - to
# $all (Number) - all
persons-pages = { $from }–{ $to } of { $all }
persons-none = Nobody here yet
persons-none-text = People stand here when they are added, imported, or take part in a round.
persons-none-found = Nobody found
persons-none-found-text = Search for something else, or clear search and filters.
persons-filter-standing = Show
persons-standing-here = Those who are here
persons-standing-coming = Those to come
persons-standing-left = Those who left
persons-standing-all = Everybody
persons-filter-kind = As
persons-filter-kind-all = Employees and students
persons-field-given = Given name
persons-field-family = Family name
persons-field-email = E-mail
persons-field-email-help = Sign-in links go here.
persons-field-phone = Telephone
persons-field-lang = Language
persons-field-kind = As
persons-field-key = Number
persons-field-key-help = Employee number or student number. Files find the person by this.
persons-field-from = From
persons-field-until = Last day
persons-field-span-help = Empty is from now on, and without an end.
persons-unknown = –
# $name (String) - person
persons-stands-for = Deputy for { $name }
persons-bonds-none = Belongs to no unit, and is neither employee nor student here.
persons-roles-none = Holds no role.
persons-end = End now
persons-open = Open
persons-undo = Undo
persons-mergers = Merged entries
# $name (String) - person
# $when (String) - day
persons-merged = { $name } was merged into this entry on { $when }
persons-read-only = You can see this person, and change nothing: they hold more than you could give, belong to other units too, or are you.
persons-do-correct = Change name and address
persons-correct-lead = A new e-mail address ends the person's sessions. The old address is told.
persons-do-bind = Add an affiliation
persons-bind-lead = One person can belong to several units, as an employee and as a student, each for a time.
persons-do-give = Give a role
persons-do-merge = Merge with another entry
persons-do-let-go = The person leaves
# $name (String) - person
persons-let-go-title = { $name } leaves now
# $bonds (Number) - bonds
# $roles (Number) - roles
persons-let-go-text = Ends at once: { $bonds ->
         [one] one affiliation
        *[other] { $bonds } affiliations
    } and { $roles ->
         [one] one role
        *[other] { $roles } roles
    }. Whoever stood in for the person does so no more.
persons-let-go-more = Sessions end, and links in mails stop working. What the person was told in rounds stays.
# $others (Number) - how many others look after the portal
persons-let-go-operates = { $others ->
    [0] The person alone looks after the whole portal. That ends too, unless another organisation still has them, and nobody looks after it then. Better let somebody else take over first: whoever runs the machine names them with fotfeste operator and their e-mail address.
   *[other] The person also looks after the whole portal. That ends too, unless another organisation still has them.
}
persons-unattended = Nobody looks after the portal now
persons-unattended-text = Ask whoever runs the machine to name somebody with fotfeste operator and their e-mail address.
persons-let-go-yes = End everything now
# $name (String) - person
persons-merge-title = Merge another entry into { $name }
persons-merge-lead = This entry stays, with its name and address. The other goes, and all that it holds comes here. It can be undone.
persons-merge-preview = This will happen
persons-merge-kept = Stays
persons-merge-gone = Goes
# $bonds (Number) - bonds
# $roles (Number) - roles
persons-merge-counts = { $bonds ->
         [one] One affiliation
        *[other] { $bonds } affiliations
    }, { $roles ->
         [one] one role
        *[other] { $roles } roles
    }
persons-merge-yes = Merge
persons-merge-find = Find the other entry
persons-merge-offered = Could be the same
persons-roles-title = Roles
persons-roles-lead = Who may do what, where, and until when.
# $count (Number) - roles
persons-roles-count = { $count ->
         [one] 1 role
        *[other] { $count } roles
    }
persons-roles-lasting = Now and to come
persons-roles-empty = No roles here
persons-roles-empty-text = Roles stand here when somebody gives them.
persons-field-role = Role
persons-field-role-help = You can give the roles that you hold.
persons-when = When
persons-deputy-for = Deputy for
persons-given-by = Given by
persons-field-holder = Person
persons-field-holder-help = The first fifty of the register. Search above for others.
persons-give-lead = Whoever gets it may do the same as you, on that part and for that time.
persons-give = Give the role
persons-role-end = End the role now
persons-do-depute = Name a deputy
# $name (String) - person
persons-depute-title = Deputy for { $name }
persons-depute-lead = The deputy does the same work for a while, and gives no roles. The history says for whom it was done.
persons-field-deputy = Deputy
persons-depute = Name the deputy
persons-choice-title = Your organisations
persons-choice-lead = The menu leads to the rooms of one of them. The portal remembers which.
persons-choice-none = You hold no role in any organisation.
persons-choice-here = You are here
persons-choice-go = Go there
persons-mail-moved-subject = Your e-mail address was changed
# $name (String) - person
# $by (String) - person
persons-mail-moved-body = Hello { $name }. { $by } has changed the e-mail address that the portal keeps for you. Links to sign in go to the new address from now on. If you did not know about this, write to your organisation.
persons-mailbox-taken = This role has a mailbox on that part already. Remove it first.
persons-mailboxes-many = The organisation has as many mailboxes as it may. Remove one first.
persons-mailboxes = Mailboxes of roles
persons-mailboxes-lead = What is mailed to everybody in a role goes to its mailbox too, so that it is read when one of them is away. Answers come from the portal; a mailbox signs nobody in.
persons-mailboxes-none = No role has a mailbox.
persons-mailbox-remove = Remove
persons-mailbox-add = Add a mailbox
persons-mailbox-save = Add
persons-mailbox-email = Address of the mailbox
persons-mailbox-email-help = A shared mailbox that those in the role read, not a person’s own.
persons-import = People
persons-import-help = People with a number, a name and what binds them: as staff or as students, at which unit, from when and until when. Whoever is known by number keeps name and address; the file says where they belong and for how long.
persons-column-unit = Unit
persons-roles-import = Roles
persons-roles-import-help = Roles of people whom the register knows by number. You give by a file what you could give by hand. An empty day is open.
persons-do-import = Import from a file
persons-part-help = A key, a name or a path such as “Region / School”. Empty is the whole organisation.
persons-choose = Choose a person
persons-api-list = List the people of the organisation
persons-api-show = Show one of them; the person sees that their file was opened
persons-api-take-in = Take somebody in, bound to the organisation
persons-api-correct = Put right what is known of somebody
persons-api-bind = Bind somebody once more: to another unit, or as something else
persons-api-unbind = End one bond of somebody at once
persons-api-let-go = Let somebody go at once: every bond and role ends
persons-api-mergers = List the entries that were merged into this one
persons-api-merge = Merge another entry of the same person into this one
persons-api-undo-merger = Take a merging back
persons-api-roles = List roles, past and coming ones too
persons-api-role = Show a role
persons-api-give = Give a role; nobody gives more than they hold
persons-api-close-role = End somebody's role at once
persons-api-depute = Name a deputy for a role, from a day to a day
persons-api-mailboxes = List the mailboxes of roles
persons-api-add-mailbox = Add the mailbox of a role
persons-api-remove-mailbox = Remove the mailbox of a role
# $name (String)
persons-restrict-title = Restrict the data of { $name }
persons-restrict-file = The person
persons-do-restrict = Restrict the data
persons-do-erase = Erase
persons-restrict-lead = For a while: because the person disputes what is kept, or asked for it, or needs it kept for a claim.
persons-restrict-kept = Everything is kept. Name, address and telephone are sealed.
persons-restrict-unseen = Only those who administer the whole organisation see them, here. They stand in no list, search, file or answer to a program. Mails that were sent before stay with the person.
persons-restrict-mail = The person is told now, in the portal and by mail, and once more a day before it ends. No other mail reaches them meanwhile.
persons-restrict-reason = Reason
persons-restrict-reason-help = Sealed with the rest. Read by administration alone.
persons-restricted = The data of this person is restricted: only administration sees it.
# $at (String)
# $by (String)
persons-restricted-since = Restricted { $at } by { $by }
persons-restrict-lift = End the restriction
persons-restrict-lift-lead = The person is told first. A day later name, address and telephone stand where they stood before.
persons-restrictions = Restricted data
persons-restrictions-lead = People whose data only administration sees. The list shows numbers and no names.
persons-restrictions-none = Nobody's data is restricted.
persons-newer = Earlier ones
persons-older = Later ones
persons-error-restricted = The data of this person is restricted. Lift the restriction before you change anything.
persons-error-no-reason = Write a reason.
persons-do-protect = Protect name and address
persons-protection = Protection
persons-protected = Name and address are protected
persons-protected-note = Everybody but the trusted staff sees a working name, and no address or telephone.
persons-protect-lead = Everybody but the trusted staff then sees a working name instead of this person, in lists, searches, mails and files, and no address or telephone. You see no more either, unless you are one of them. The person is told on their profile.
persons-field-working-name = Working name
persons-field-working-name-help = What office and host call the person, agreed with them. Best a name like any other. When it is empty, the portal makes one that says nothing.
persons-field-protection-reason = Why
persons-field-protection-reason-help = The person and the trusted staff see this, and nobody else.
persons-field-protection-reason-stands = The reason above stands. Yours is not kept.
persons-protect-save = Protect
persons-protection-save = Save the working name
persons-protection-lift = End the protection
persons-protection-lift-lead = Name, address and telephone are then seen again by everybody who sees the person.
persons-protection-trustless = Nobody could see this person any more. First name somebody trusted who holds a role over the whole organisation.
persons-protection-name-first = Name somebody trusted first
persons-trustees = Trusted staff
persons-trustees-lead = They see people whose name and address are protected. Everybody else sees a working name. A protected person sees who they are.
persons-trustees-none = Nobody is named yet, so nobody can be protected.
persons-trustee-add = Name somebody trusted
persons-trustee-save = Name as trusted
persons-trustee-remove = Remove
persons-trustee-email-help = Of somebody who holds a role here.
persons-trustee-last = People are protected, and this is the last one who is trusted. Name another one first.
persons-trustee-none = Nobody with this address holds a role here and is not named yet. Check the address, or give a role first.
persons-trustee-own = You cannot name yourself while somebody is trusted or protected. Name a colleague, or ask another administrator to name you.
persons-trustee-idle = Holds no role over the whole organisation now.
persons-protection-reasonless = Enter why. Only the person and the trusted staff see it.
persons-column-protected = Protected
persons-column-protected-wrong = Write “yes” or leave it empty.
# $name (String) - who
persons-trustee-by = Named by { $name }
persons-import-undo-help = If you undo this import later, whoever was new and has not been used since goes again, and units and days are set back where nobody has changed them. What stays is told by name.
persons-roles-import-undo-help = If you undo this import later, roles that were new go again, and days are set back where nobody has changed them. What stays is told by name.
# $why (String) - why something stays when an import is undone
persons-kept = { $why ->
    [signed_in] Has signed in or chosen something of their own.
    [invited] Has been invited. Withdraw the invitation or let the person go.
    [matter] Takes part in a round, or something is written or decided about them.
    [written] Has been sent a mail or a notice.
    [role] Holds a role or has held one. End it, or let the person go.
    [bond] Is bound to the organisation in another way, too.
    [put_away] The data is restricted.
    [merged] Has been merged with another entry.
    [elsewhere] Another organisation knows the person, too.
    [deputed] Somebody stands in for the holder. End that first.
    [above] You could not give this role yourself. Ask somebody who can.
    [own] This is your own role. A colleague can end it.
    [partly] Has been changed since the import. What nobody has changed is set back.
   *[changed] Has been changed since the import.
}
persons-restrict-no-address = The portal has no e-mail address of this person. Tell them yourself, before the data is restricted and before that ends.
# $at (String) - day and time
persons-restrict-ends = The person has been told that the restriction ends { $at }.
persons-restrict-key-gone = What is sealed cannot be opened: its key is gone. Either the portal was restored from a copy without the keys, or the data was erased after the copy was made. Ask those who run the portal whether the keys are kept. If they are not, erase the data, and register the person anew if need be.
persons-restrict-keep = Keep the restriction
persons-restrict-keep-lead = If the person objects, the restriction can stay. The person is told that, too.
# $organisation (String)
persons-mail-restricted-subject = Your data at { $organisation } is restricted
# $organisation (String)
persons-mail-restricted-body = { $organisation } has restricted the data that the portal keeps about you. It is kept and not used: your name, address and telephone number are sealed, and only those who administer the organisation can see them. You get no other mail from the portal meanwhile, and links to sign in do not reach you. You will be told before the restriction ends. If you have questions, write to your organisation.
# $organisation (String)
persons-mail-lifting-subject = The restriction of your data at { $organisation } is about to end
# $at (String) - day and time
# $organisation (String)
persons-mail-lifting-body = The restriction of the data that the portal keeps about you ends { $at }. From then on { $organisation } can use your name, address and telephone number again. If you do not agree, write to your organisation before that.
# $organisation (String)
persons-mail-lasting-subject = Your data at { $organisation } stays restricted
# $organisation (String)
persons-mail-lasting-body = You were told that the restriction of your data was about to end. { $organisation } lets it last. You will be told before it ends.
persons-many = With the chosen people
persons-many-tick = Choose
persons-many-invite = Invite …
persons-many-let-go = Let go …
# $count (Number) - people who would leave
persons-many-title = { $count ->
    [0] None of the chosen leaves
    [one] Let one person go?
   *[other] Let { $count } people go?
}
persons-many-lead = Nothing has happened yet. This is what would change.
persons-many-what = What would happen
persons-many-ends = What ends
persons-many-leaves = Leaves now
persons-many-left = Has left already; nothing changes
persons-many-above = Holds more than you could give; nothing changes
persons-many-operates = Looks after the portal; open the person to let them go
# $count (Number) - people who would leave
persons-many-confirm = { $count ->
    [one] Let one person go now
   *[other] Let { $count } people go now
}
# $max (Number) - people at most
persons-many-none = Choose from 1 to { $max } people in the list.
persons-many-changed = Something has changed since the list was shown. This is how it is now; confirm again.
