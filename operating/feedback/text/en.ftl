feedback-title = Tell us what keeps you from getting through
feedback-lead = Those who look after the portal read what you write. If it is about your place or deadline, ask your office instead.
feedback-text = What keeps you?
feedback-text-help = What did you want to do, and what happened? Do not write about health or other people.
feedback-page = On which page
feedback-page-help = The address after the portal’s name, such as /my/rounds. May be left empty.
feedback-answer-to = E-mail for an answer
feedback-answer-to-help = May be left empty. We cannot answer you then.
feedback-send = Send
feedback-done = Thank you. Those who look after the portal have been told
feedback-done-text = If you left an address, you get an answer by e-mail within a few days.
feedback-home = To the front page
feedback-nothing = Write what keeps you from getting through.
# $got (Number) - characters typed
# $max (Number) - characters allowed
feedback-too-long = The text has { $got } characters. Shorten it to { $max } at most.
feedback-no-page = Write an address in the portal, which begins with one slash, or leave the field empty.
feedback-too-often = Many messages have been sent in a short time. Try again in an hour.
feedback-nobody = Nobody looks after the portal at the moment. Write to your office; you find it under Help and contact.
feedback-mail-subject = Read: somebody does not get through in the portal
# $text (String) - what was told, line by line
# $from (String) - where an answer goes
feedback-mail-body =
    Somebody tells of something that keeps them from getting through in the portal. The words are theirs; think before you open links in them.

    { $text }

    { $from }
# $address (String) - mail address
feedback-mail-answer = Answer to: { $address }
feedback-mail-no-answer = The sender left no address.
feedback-mail-link = Open the page
