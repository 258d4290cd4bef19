### The frame around every page, and pages that say what went wrong.
pages-skip = Skip to the content
pages-brand = Fotfeste, to the overview
pages-main-menu = Main menu
pages-menu = Menu
pages-you-are = You are signed in as
# $name (String) - the person's name
pages-account = Your account: { $name }
pages-profile = Language, colours and what we know about you
pages-sign-in = Sign in
pages-sign-out = Sign out
pages-about = About the portal
pages-language = Language
pages-scheme = Colours
pages-scheme-auto = As on the device
pages-scheme-light = Light
pages-scheme-dark = Dark
pages-demo-label = Demo
pages-demo = The demo town: every name and place is made up, and no mail leaves the portal.
pages-crumbs = You are here
pages-as-table = Show the same numbers as a table
pages-close = Close
pages-cancel = Cancel

## When something is in the way: what happened, and what to do.
pages-missing-title = We cannot find the page
pages-missing-text = The address may be wrong, the matter may be removed, or it belongs to somebody else. Check the address, or start from the overview.
pages-forbidden-title = You do not have access to this
pages-forbidden-text = Your role does not include this. Ask the placement office at your institution for access.
pages-conflict-title = Somebody was here before you
pages-conflict-text = What you wanted to change has changed since you opened it. Nothing of yours was saved. Open it again, look at what is new, and repeat your change.
pages-invalid-title = This could not be used
pages-invalid-text = What was sent could not be read. Go back, check what you entered and send it again.
pages-too-many-title = Too many tries
pages-too-many-text = Wait a few minutes and try again.
pages-too-large-text = What was sent is larger than this page takes.
pages-too-slow-text = Sending this took too long. Nothing has been saved. Try again, on a better connection if you can.
pages-failed-title = Something went wrong
pages-failed-text = Nothing was saved. Try again in a moment. If it happens again, send us this reference.
# $reference (String) - to find the error in the log
pages-failed-reference = Reference: { $reference }
pages-sign-in-title = Sign in
pages-sign-in-text = You have been signed out. Sign in and try again.
pages-home = Go to the overview
pages-inbox = Messages
pages-search = Search
pages-choose = Your organisations
pages-wizard-leave = Save and leave
pages-wizard-back = Back
pages-wizard-kept = Everything you type is kept, also when you leave. Only you see it until it is sent.
pages-support-label = Looking to help
# $name (String) - whose pages
# $until (String) - time of day
pages-support = You see what { $name } sees, until { $until }. You cannot change anything, and every page you open is noted.
pages-support-end = Back to your own pages
pages-support-only-looks = You look with somebody else’s eyes: you can change nothing, and what is for that person alone stays closed. End it in the line at the top.
pages-practice-label = Practice copy
# $name (String) - the invented person
# $until (String) - the last day
pages-practice = This is a practice copy, and you are { $name }, an invented person. Nothing leaves it, and it is thrown away after { $until }.
pages-practice-end = Back to your own pages
pages-full-title = No space is left
pages-full-text = The portal has no space left to save anything. You can go on reading. Try again later: whoever looks after the portal has to make space first. Send them this reference.
pages-resting-title = The portal is not available right now
pages-resting-text = It does not reach its database at the moment. Wait half a minute and try again. If you were sending something, look first whether it is already there. If this goes on, send us this reference.
pages-files-title = Files are not available right now
pages-files-text = The place where files are kept does not answer at the moment. Try again in a while, or send what you wrote without the file. If this goes on, send us this reference.
pages-crowded-title = Many people are here right now
pages-crowded-text = There was no room for you just now. Wait a few seconds and open the page again. If you are signed in, you keep your place in the queue.
pages-crowded-unsaved = There was no room for you just now, and nothing has been saved yet. Wait a few seconds and send it again. If you are signed in, you keep your place in the queue.
pages-again = Send again
pages-again-text = What you typed is kept on this page.
pages-again-no-file = The file is not: to send it along, go back and choose it again.
pages-reload = Try again
