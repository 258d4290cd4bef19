pages-missing-title = Not found
pages-missing-text = There is nothing here that you can open. It may have moved, or it belongs to somebody else.
pages-forbidden-title = Not for you
pages-forbidden-text = You do not have access to this. Ask the placement office at your organisation.
pages-conflict-title = Somebody was first
pages-invalid-title = This could not be used
pages-invalid-text = What was sent could not be read. Go back, check what you entered and send it again.
pages-too-many-title = Too many tries
pages-too-many-text = Wait a few minutes and try again.
pages-too-large-text = What was sent is larger than this page takes.
pages-failed-title = Something went wrong
pages-failed-text = Nothing was saved. Try again in a moment. If it happens again, send us this reference.
# $reference (String) - to find the error in the log
pages-failed-reference = Reference: { $reference }
pages-sign-in-title = Sign in
pages-sign-in-text = You have been signed out. Sign in and try again.
pages-home = Go to the overview
