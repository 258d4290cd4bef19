inbox-title = Messages
inbox-lead = Everything the portal has sent you, the latest first.
inbox-none = No messages yet
inbox-none-text = When the portal sends you an e-mail, you can read it here too.
inbox-read = Read the message
# $address (String) - mail address
inbox-to = To { $address }
inbox-demo-title = Mails of the demo town
inbox-demo-lead = No mail leaves the demo. What would have been sent stands here, the latest first.
inbox-search = Search the messages
inbox-none-found = No messages match
inbox-none-found-text = Search for another word, or show all messages.
# $from (Number) - first row shown
# $to (Number) - last row shown
# $all (Number) - rows in all
inbox-pages = { $from }–{ $to } of { $all }
