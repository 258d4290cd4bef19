### Long work: how far it is, and how it ended.
jobs-waiting = Waiting for its turn
jobs-running = Working
jobs-done = Finished
jobs-failed = Failed
# $done (Number) - steps done
# $total (Number) - steps in all
jobs-of = { $done } of { $total }
# $percent (Number) - how much is done
jobs-percent = { $percent }% done
jobs-leave = You may leave this page. The work goes on, and the result will wait for you here.
jobs-refresh = Refresh
