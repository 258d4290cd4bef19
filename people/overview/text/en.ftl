overview-title = Overview
overview-nav = Overview
# $name (String) - given name
overview-hello = Hello, { $name }
overview-now = Most important now
overview-waiting = This is waiting for you
overview-nothing = Nothing is waiting for you
overview-nothing-text = When you have something to do, it stands here. We also send you an e-mail.
overview-wonder = Is there something you wonder about?
# $contact (String) - person or office
# $organisation (String) - name of the organisation
overview-ask = { $contact } at { $organisation } will help you.
overview-inbox = Everything the portal has sent you
