# $got (Number) - characters given
# $min (Number) - characters needed
credentials-password-short = This password has { $got } characters. Take at least { $min }; 15 or more are better. A sentence is easy to remember.
# $got (Number) - characters given
# $max (Number) - characters allowed
credentials-password-long = This password has { $got } characters. Shorten it to { $max } at most.
credentials-password-guessable = This password is too easy to guess: it is common, was leaked somewhere, or is made of your name, a date or a row of keys. Take a sentence of several words instead.
credentials-password-twice = The two passwords differ. Type the same one twice.
credentials-password-wrong = This is not the password you have now. If you have forgotten it, sign in with a link by e-mail first.
credentials-name-form = Choose a name of 3 to 254 characters without spaces. Your e-mail address is fine.
credentials-name-taken = Somebody else signs in with this name. Choose another one.
# $min (Number) - fewest figures
# $max (Number) - most figures
credentials-pin-form = A PIN has { $min } to { $max } figures and nothing else.
credentials-pin-guessable = Everybody tries this PIN first. Choose one without a pattern.
credentials-code-wrong = This code does not hold. It may be mistyped, too old or already used. Take the newest one.
credentials-second-needed = Your organisation asks for a second proof, so the last one cannot be removed. Add another app or passkey first.
credentials-identity-taken = This account already belongs to another person here. Ask the office that registered you.
credentials-busy = Many people are signing in right now. Wait a few seconds and try again.
# $max (Number) - most passkeys
credentials-passkeys-many = You have { $max } passkeys, which is the most. Remove one that you no longer use.
# $got (Number) - characters given
# $max (Number) - characters allowed
credentials-passkey-name = A name has 1 to { $max } characters; this one has { $got }. Write what the device is called, such as “Phone”.
credentials-passkey-wrong = The device’s answer does not hold. It may have come too late, or the passkey was removed here. Try once more, or take another way.
credentials-passkeys-not-here = Passkeys need the portal to have a name as its address. Sign in another way.
credentials-passkey-twice = This device has already made a passkey for you here. Use the one that is there.
