# $kind (String) - the kind of job
work-what = { $kind ->
    [allocate] Allocating places
    [publish] Publishing the round
    [import] Importing a file
    [mail] Sending mail
    [practice-copy] Making a practice copy
    [practice-removal] Throwing a practice copy away
   *[other] Working
}
work-waiting = Waiting
work-waiting-note = It begins as soon as there is room.
work-running = Working
work-running-note = This takes a moment.
work-again = Trying again
work-again-note = The last try did not succeed. The portal tries again by itself.
work-done = Done
work-done-note = Everything is saved.
work-dead = Laid aside
work-dead-note = It failed too often, and nothing was saved. Tell those who look after the portal.
work-stopped = Stopped
work-stopped-note = Nothing was done.
work-open = Open the result
work-refresh = Refresh
work-leave = You may leave this page. The work goes on without you.
