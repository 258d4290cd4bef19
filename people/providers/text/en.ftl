providers-no-visit = This sign-in was begun in another window, was finished before, or took more than 15 minutes. Begin again.
providers-refused = The other side did not let you in. Try again, or sign in with a link by e-mail.
providers-untrue = The answer from the other side cannot be trusted, so nobody was signed in. Try again. If it goes on, tell the office.
providers-level = You signed in there in a way that is not strong enough here. Begin again and choose a stronger one, such as an app or a card.
providers-silent = The other side does not answer right now. Try again in a while, or sign in with a link by e-mail.
providers-stranger = Nobody here has connected this account. Sign in with a link by e-mail once, then connect it under "How you sign in".
providers-refused-title = You are not signed in
providers-again = To the sign-in page
providers-connect = Connect
# $name (String) - the provider
providers-connect-title = Connect { $name }?
# $name (String) - the provider
# $subject (String) - what it calls the person
providers-connect-lead = From then on you can sign in with { $name } as { $subject }. Connect it only if this account is yours.
providers-who = With an account you have elsewhere, once you have connected it.
# $name (String) - the provider
providers-connect-named = Connect { $name }
