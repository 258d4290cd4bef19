guides-title = Guide
guides-lead = What you do here, step by step.
# $organisation (String) - name of the organisation
guides-from = From { $organisation }
guides-extend = Add something for your own people
guides-student = For students
guides-student-rules = Read the rules of the round
guides-student-rules-text = The page of the round says how places are shared out and until when you can wish. The rules do not change once they are announced.
guides-student-wishes = Rank your wishes
guides-student-wishes-text = Add places and put them in order with the arrows. Each change is saved at once, and the list you saved last counts. Confirm it to get a receipt.
guides-student-result = Read your result
guides-student-result-text = Under “My placement” you see where and when you start, whom to ask, and why you got this place. Confirm that you have read it.
guides-student-ask = Ask when you wonder
guides-student-ask-text = Write to the placement office or the host from the page of the round or the placement. The page says who reads it.
guides-coordinator = For placement coordinators
guides-coordinator-see = See who is coming
guides-coordinator-see-text = “Our students” shows everybody who comes to your units, week by week, as soon as the result is published.
guides-coordinator-list = Make the list yours
guides-coordinator-list-text = Choose columns, save a view for your unit, print the list or take it along to Excel.
guides-coordinator-write = Write to the student and the institution
guides-coordinator-write-text = “Write” beside a student opens one conversation that all three of you read. Your colleagues can answer too.
guides-coordinator-told = Choose how you are told
guides-coordinator-told-text = Under “Notices” you choose whether e-mail comes within minutes, once a day or not at all.
guides-administrator = For placement administrators
guides-administrator-plan = Make a round
guides-administrator-plan-text = Say which course and weeks, when students can wish, and by which rules places are shared out. Nobody is told before you announce it.
guides-administrator-bring = Bring places and students
guides-administrator-bring-text = Bring a file or paste from Excel. The preview shows what each row would do; nothing is saved before you confirm, and an import can be undone.
guides-administrator-announce = Announce and follow
guides-administrator-announce-text = The page of the round shows who has sent wishes and what needs a look. Questions from students and hosts stand there too.
guides-administrator-allocate = Allocate and publish
guides-administrator-allocate-text = Place by hand those who need a certain place, then allocate the rest. Publishing waits ten minutes and can be stopped until then.
guides-administrator-undo = Take back what went wrong
guides-administrator-undo-text = “Recent changes” shows who did what. What can be taken back has a button there.
# $guide (String) - for whom the guide is
guides-addition-title = Your addition: { $guide }
guides-addition-lead = Your own people read this below the guide: names, places, habits of your organisation. Empty both fields to remove it.
guides-title-field = Heading
guides-body-field = Text
guides-body-help = Line breaks are kept.
guides-save = Save
guides-back = Back to the guide
# $got (Number) - characters given
# $max (Number) - characters allowed
guides-too-long = This text has { $got } characters. Shorten it to { $max } at most.
guides-untitled = Give the text a heading.
guides-edited = Somebody else has saved since you opened this. Compare both versions, and save again.
# $name (String) - who saved
# $at (String) - when
guides-theirs = Saved by { $name }, { $at }
guides-yours = What you wrote
guides-api-show = Show what you add to a guide
guides-api-change = Change what you add to a guide
