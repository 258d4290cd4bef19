duty-nav = Operations
duty-title = Operations
# $trouble (Number) - parts that should be looked at
duty-lead = { $trouble ->
    [0] Everything works.
    [one] One part should be looked at.
   *[other] { $trouble } parts should be looked at.
}
duty-copy-asked = The copy begins within a few seconds.
duty-revived = The job is tried again.
duty-waiting = Jobs waiting
duty-running = Jobs under way
duty-dead = Jobs laid aside
duty-dead-note = They failed too often and wait for you.
duty-health = How it stands
duty-part = Part
duty-state = State
duty-fact = Now
duty-do = What to do
duty-good = In order
duty-watch = Look at it
duty-broken = Does not work
# $check (String) - what was looked at
duty-check = { $check ->
    [database] Database
    [schema] Database schema
    [clock] Clock
    [room] Room on the disk
    [files] Files that only the portal may read
    [address] Address
    [assets] Styles and scripts
    [mail] Outgoing mail
    [jobs] Jobs, waiting / laid aside
    [copies] Age of the last copy
    [retention] Removal of old rows
    [journal] The journal is as it was written
    [sealing] The key of what is told in confidence is there
    [operators] Somebody looks after the portal
    [restored] Restored from a copy, and has not taken over
   *[blobs] File store
}
# $check (String) - what was looked at
duty-remedy = { $check ->
    [database] Start the database, and see that the address in the settings is right.
    [schema] Stop the portal, make a copy, and run fotfeste migrate with this version. If a later version has already been here, go over to that one.
    [clock] Set the clock of this machine by a time server.
    [room] Make room, or move the data folder to a larger disk.
    [files] Take the right to read away from others with chmod o-rwx.
    [address] Set base_url to the address that readers use, with https, and turn failpoints off.
    [assets] Use a release build, or run make assets before building.
    [mail] Set up a mail server, try it, and have failed mails sent again below.
    [jobs] See that a worker runs, and try jobs that were laid aside again below.
    [copies] Make a copy now. If it fails, the reason stands below.
    [retention] It runs by itself once a day. Run fotfeste purge to see why it does not.
    [journal] Somebody has changed rows of the journal. Keep the machine as it is, find the last copy that holds with fotfeste backup --verify, and find out who had access.
    [sealing] The sealing key is missing or another one. Put the file back from where its copy is kept, and start the portal again. If every copy is lost, fotfeste sealing begin-anew gives up what was sealed.
    [operators] Nobody looks after the portal. Name somebody with fotfeste operator and their e-mail address.
    [restored] Mails, webhooks, copies and the removal of old rows and files are held back, so that it can be tried beside the portal it was copied from. When this is the portal now, run fotfeste take-over.
   *[blobs] See that the folder or the bucket in the settings can be reached and written to.
}
duty-mail-try = Try it
# $kind (String) - the kind of job
duty-kind = { $kind ->
    [allocate] Allocating places
    [publish] Publishing a round
    [import] Importing a file
    [mail] Sending mail
   *[other] Work in the background
}
duty-aside = Laid aside
duty-again = Tried again
# $attempts (String) - how often it was begun
duty-attempts = begun { $attempts } times
duty-copies = Copies to fall back on
duty-copy-none = No copy has been made yet.
duty-copy-last = Last copy
duty-copy-archive = Archive
duty-copy-rows = Rows in it
duty-copy-next = Next copy
duty-copy-now-running = It is being made now.
duty-copy-error = The last try failed
duty-copy-now = Make a copy now
duty-trouble = Jobs in trouble
duty-trouble-none = No job has failed.
duty-revive = Try again
duty-mail-title = Try outgoing mail
# $way (String) - the mail server or folder
duty-mail-lead = The portal hands one mail to { $way } and shows what was said.
duty-mail-taken = The mail was taken
duty-mail-taken-text = Look in the mailbox, also among junk mail. If it lies there, the domain of the sender lacks SPF or DKIM.
duty-mail-refused = The mail was not taken
duty-mail-refused-text = The last line below says why. Put the settings under [mail] right and start the portal again.
duty-mail-said = What was said
duty-mail-portal = Portal
duty-mail-server = Mail server
duty-mail-to = Send a trial to
duty-mail-send = Send the trial
duty-mail-subject = A trial from the portal
# $address (String) - the portal's address
duty-mail-body = Mail from { $address } reaches you. Nobody needs to do anything.
duty-limits = Limits
duty-limit-session = Requests a second from one who is signed in
duty-limit-address = Requests a second from one address
duty-limit-at-once = Requests worked on at once
duty-limit-waiting = Requests that may wait for their turn
duty-limit-import = Largest file to import
duty-limit-message = Largest file in a message
# $count (Number) - millions of bytes
duty-megabytes = { $count } MB
duty-operators = Who looks after the portal
duty-operators-lead = They see this page. Further ones are named with the command fotfeste operator and their e-mail address.
# $since (String) - a moment
duty-operator-since = since { $since }
duty-operator-end = End the task
duty-operator-ended = The task has ended, and the person is told.
duty-operator-last = Nobody else looks after the portal. Name another first, with fotfeste operator and their e-mail address; then this task can be ended.
duty-ended-subject = You no longer look after the portal
# $name (String) - given name
duty-ended-body =
    Hello { $name },

    You no longer look after the portal: the page Operations is closed to you. What else you do in the portal stays as it was.
    If you think this is a mistake, talk to those who look after it now.
