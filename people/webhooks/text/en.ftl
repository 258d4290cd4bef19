webhooks-title = Webhooks
webhooks-lead = The portal tells your other systems what happens, as soon as it has happened.
webhooks-none = No webhooks yet
webhooks-none-text = Make one when a system of yours is to be told at once.
webhooks-new = New webhook
webhooks-new-lead = What is sent names the event and the thing, and nothing about people. The system fetches the rest with its token.
webhooks-address = Where shall it be told?
webhooks-address-help = An address of the other system that begins with https://
webhooks-events = What shall be told?
# $event (String) - the word of the event
webhooks-event = { $event ->
        [round-announced] A round is announced
        [round-cancelled] A round is called off
        [publication-asked] A publication is asked for
        [publication-stopped] A publication is stopped
        [round-published] A round is published
        [student-added] A student is added to a round
        [student-withdrawn] A student leaves a round
        [student-readmitted] A student is taken back into a round
        [wishes-confirmed] A student has confirmed wishes
        [wishes-entered] The office has entered wishes
        [allocation-done] A run is done
        [allocation-failed] A run has failed
        [placed-by-hand] A student is placed by hand
        [placement-changed] A placement is changed after publication
        [unit-added] A unit is added
       *[other] A unit is changed
    }
webhooks-make = Make the webhook
webhooks-made = The webhook is made
webhooks-made-lead = Give this key to the system: with it the system checks that what comes is from the portal.
webhooks-key = Key
webhooks-log = What was told
webhooks-on = On
webhooks-off = Off
webhooks-resume = Switch on again
webhooks-end = End the webhook
webhooks-log-none = Nothing told yet
webhooks-log-none-text = As soon as one of the events happens, it stands here.
webhooks-waiting = Waits
webhooks-done = Taken
webhooks-failed = Not taken
# $attempts (Number) - tries
# $at (String) - a moment
# $answer (String) - what was answered
webhooks-tried = { $attempts ->
        [one] Tried once, last { $at }. { $answer }
       *[other] Tried { $attempts } times, last { $at }. { $answer }
    }
# $at (String) - a moment
webhooks-not-tried = Happened { $at }. Not sent yet.
# $answer (String) - a status, or a word
webhooks-answer = { $answer ->
        [no-answer] Nobody answered.
        [private-address] The address leads into a private network.
        [no-address] The address cannot be called.
        [not-secure] The address is not secure.
       *[other] Answer: { $answer }.
    }
webhooks-body = What is sent
webhooks-repeat = Send again
webhooks-older = Older
webhooks-no-event = Tick at least one event.
# $max (Number) - webhooks allowed
webhooks-too-many = The organisation has { $max } webhooks. End one that is not used any more.
webhooks-off-subject = A webhook was switched off
# $address (String) - an address
# $times (Number) - deliveries
webhooks-off-body = Nobody took the last { $times } deliveries to { $address }. The webhook is off; nothing more is told there. See what was answered, and switch it on again when the system is ready.
webhooks-off-link = See what was told
webhooks-api-list = List the webhooks
webhooks-api-make = Make a webhook, and get the key its deliveries are signed with
webhooks-api-end = End a webhook
webhooks-api-deliveries = List what a webhook was told in the last 90 days
webhooks-practice = Nothing leaves a practice copy, so it tells no other system anything. Set the webhook up in your real organisation.
webhooks-api-show = Show a webhook
webhooks-api-resume = Switch a webhook on again
webhooks-api-repeat = Send a delivery once more
