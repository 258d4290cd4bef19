signin-link-spent = This link does not work any more. It opens once, within 30 minutes. Ask for a new one.
signin-no-persona = Choose one of the people in the list.
signin-too-often = Too many tries for this address. Wait a quarter of an hour. Links that have arrived still work.
