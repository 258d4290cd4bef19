looks-title = Who has looked at you
looks-lead = Everybody at work who opens your file leaves a line here.
looks-none = Nobody has opened your file.
# $what (String) - which page
looks-what = { $what ->
    [wishes] Your wishes
    [placement] Your place in a round
    [withdrawal] Whether you take part in a round
    [sign-in] How you sign in
    [confidence] What is kept in confidence about you
    [thread] What was written about your matter
   *[file] Your file
}
looks-pages = More lines
looks-newer = Newer
looks-older = Older
looks-ask = If a line surprises you, ask the office that it names.
looks-supports = Seen with your eyes
looks-supports-lead = Somebody from your office saw the pages as you see them, to help. They could change nothing.
# $from (String) - date and time
# $until (String) - time of day
looks-support-when = { $from } until { $until }
looks-support-end = End it now
