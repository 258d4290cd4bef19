how-heading = How places are allocated
how-for = For students, hosts and everybody else
how-lead = Every round goes by one rule. It is announced before the wishes open, and a program carries it out. Here the rules stand side by side.
how-about-lottery = We draw lots. Then each student in turn gets the highest wish that is still free. Nobody can steer the draw, and it can be checked afterwards.
how-about-priority = Each place has classes of students who go first there, and lots decide within a class. Nobody is passed over by somebody who stands further back.
how-about-mincost = As many students as possible get a place. Among all ways to do that, we take the one where the wishes come true best in all.
how-about-rankmax = As many students as possible get their 1st wish, then as many as possible their 2nd, and so on. More students can be left without a place than under other rules.
how-about-greedymax = As many students as possible get a place. Among all ways to do that, we take the one with the most 1st wishes, then the most 2nd wishes, and so on.
how-about-generous = As many students as possible get a place. Among all ways to do that, we take the one where the fewest end up far down their lists.
how-about-manual = The placement office gives out the places itself. No program decides.
how-good-lottery = Rounds with places enough
how-good-priority = Rounds where some students must go first at some places
how-good-mincost = Rounds with few places, where everybody must have one
how-good-rankmax = Rounds with places enough, where the 1st wish matters most
how-good-greedymax = Rounds where everybody must have a place and the 1st wish matters most
how-good-generous = Obligatory placements: nobody is left far down the list
how-good-manual = Small rounds where every case is a case of its own
how-honest-safe = The true list is safe
how-honest-open = The true list is not always best
how-honest-weighed = The office weighs
how-honest-lottery = Put your places in your true order: no other order can bring you more. A longer list never costs you anything.
how-honest-priority = Put your places in your true order: no other order can bring you more. A longer list never costs you anything.
how-honest-mincost = We cannot promise that your true order is always best. Somebody who knew all other lists could sometimes gain by another list. Nobody knows them, and a wrong guess can leave you without a place.
how-honest-rankmax = We cannot promise that your true order is always best. Somebody who knew all other lists could sometimes gain by putting another place first. Nobody knows them, and a wrong guess can leave you without a place.
how-honest-greedymax = We cannot promise that your true order is always best. Somebody who knew all other lists could sometimes gain by another list. Nobody knows them, and a wrong guess can leave you without a place.
how-honest-generous = We cannot promise that your true order is always best. Somebody who knew all other lists could sometimes gain by another list. Nobody knows them, and a wrong guess can leave you without a place.
how-honest-manual = Put your places in your true order. The office sees the whole list and decides.
how-honest-heading = Should I list what I really want?
how-honest-why-lottery = Your list decides only what you get when your turn comes. It never decides when your turn comes. If a wish is full, we go on to the next one.
how-honest-why-priority = When a place turns you away, you ask for your next wish with the same right as if it had been your first. So you lose nothing by trying.
how-honest-why-open = Below you see a list that would gain in the example, and how it goes wrong.
how-honest-why-manual = No rule says which wish comes true. So say in your own words if something matters much to you, before the deadline.
how-steps = What is decided first
how-lottery-1 = Everybody gets a random number
how-lottery-1-note = The numbers say in which order it is whose turn.
how-lottery-2 = Number 1 gets the highest wish
how-lottery-2-note = Then number 2 gets the highest wish that still has room, and so on to the last number.
how-lottery-3 = What you have got, you keep
how-lottery-3-note = Nobody with a later number can take a place from you.
how-priority-1 = Each place has an order
how-priority-1-note = The first class goes before the second, and so on. Within a class the lower lottery number goes first.
how-priority-2 = Everybody asks for the highest wish
how-priority-2-note = A place with too many keeps those who stand first in its order, and turns the others away.
how-priority-3 = Those turned away ask for their next wish
how-priority-3-note = A place may then let somebody go for one who stands before. It goes on until nobody asks any more.
how-most-1 = As many as possible get a place
how-most-1-note = No other allocation gives more students a place.
how-mincost-2 = Then the wishes count
how-mincost-2-note = A 1st wish counts 1, a 2nd wish 2 and so on, if the round announces nothing else. The sum becomes as small as possible.
how-rankmax-1 = Most 1st wishes
how-rankmax-1-note = No other allocation makes more 1st wishes come true.
how-rankmax-2 = Then most 2nd wishes
how-rankmax-2-note = Without losing a single 1st wish. Then most 3rd wishes, and so on.
how-greedymax-2 = Then most 1st wishes
how-greedymax-2-note = Without losing a single place. Then most 2nd wishes, and so on.
how-generous-2 = Then fewest on the worst wish
how-generous-2-note = If all can do without a 5th wish, nobody gets one. Then as few as possible get a 4th wish, then a 3rd.
how-lots-3 = Lots decide what is still open
how-lots-3-note = Where several allocations are equally good, number 1 in the draw gets the best of them, then number 2, and so on.
how-manual-1 = The office reads the wishes
how-manual-1-note = It sees your list, your subject and the free places.
how-manual-2 = The office gives each student a place
how-manual-2-note = Every place is written down with a ground, and seats and limits are kept.
how-manual-3 = You are told which place it is
how-manual-3-note = Your result says that it was given by hand. Ask the office if you want to know more.
how-example = A small example
# $students (Number)
# $places (Number)
# $first (String)
# $second (String)
# $host (String)
# $cap (Number)
how-example-text = { $students } students wish for { $places } places. { $first } and { $second } belong to { $host }, which takes { $cap } students in all. The program has worked the example out, as it does for a round.
# $name (String)
# $place (String)
how-example-classes = At { $place }, { $name } is in class 1. Everybody else is in class 2, there and elsewhere.
# $names (String)
# $host (String)
# $cap (Number)
# $place (String)
how-shows-lottery-limit = { $names } gets no place. { $place } has a free seat, but { $host } has its { $cap } students.
# $placed (Number)
# $most (Number)
how-shows-lottery = { $placed } get a place in this order. Another rule could place { $most }, but then somebody with a lower number would have to give way.
# $name (String)
# $other (String)
# $place (String)
how-shows-priority = { $name } has a later number than { $other }, but is in class 1 at { $place } and goes first there.
# $placed (Number)
# $sum (Number)
how-shows-mincost = All { $placed } get a place, and their wishes add up to { $sum }. No allocation that places as many comes to less.
# $first (Number)
# $names (String)
how-shows-rankmax = { $first } students get their 1st wish, and no allocation has more. { $names } is left without a place, although there is a way to place everybody.
# $placed (Number)
# $first (Number)
# $worst (String)
how-shows-greedymax = All { $placed } get a place, { $first } of them their 1st wish. No allocation that places as many has more. Somebody pays for it with the { $worst } wish.
# $placed (Number)
# $worst (String)
how-shows-generous = All { $placed } get a place, and nobody has to take a worse wish than the { $worst }. No allocation that places as many leaves fewer there.
how-picture-number = Number
how-picture-wishes = Wishes, from the 1st
how-picture-got = Got
# $name (String)
# $number (Number)
# $place (String)
# $ordinal (String)
how-picture-placed = { $name }, number { $number }: { $place }, { $ordinal } wish
# $name (String)
# $number (Number)
how-picture-unplaced = { $name }, number { $number }: no place
# $host (String)
# $cap (Number)
how-picture-limit = { $host }: { $cap } in all
how-picture-free = free
how-caption = Above: students in the order of their numbers. A filled field is the place they got, a crossed-out one was refused. Below: who sits where.
how-caption-classes = A 1 at the corner of a field means class 1.
how-table = What became of each student, and why
how-column-number = Number
how-column-student = Student
how-column-got = Got
how-column-why = Why
# $place (String)
# $ordinal (String)
how-got = { $place }, { $ordinal } wish
how-got-nothing = No place
how-why-first = The 1st wish came true.
# $place (String)
# $number (Number)
how-why-place = { $place } was full: the last seat went to number { $number }.
# $place (String)
# $host (String)
# $cap (Number)
# $number (Number)
how-why-limit = { $place } was closed: { $host } takes { $cap } in all, and the last seat went to number { $number }.
# $place (String)
# $class (Number)
# $own (Number)
# $number (Number)
how-why-class = { $place } went to number { $number }, who is in class { $class } there. This student is in class { $own }.
# $place (String)
# $n (Number)
how-why-placed = With { $place }, { $n ->
        [one] one student more
       *[other] { $n } students more
    } would have no place.
# $place (String)
# $n (Number)
how-why-sum = With { $place }, the sum of all wishes would be { $n } higher.
# $place (String)
# $ordinal (String)
# $n (Number)
how-why-up-to = With { $place }, { $n ->
        [one] one student less
       *[other] { $n } students less
    } would have the { $ordinal } wish or a better one.
# $place (String)
# $ordinal (String)
# $n (Number)
how-why-from = With { $place }, { $n ->
        [one] one student more
       *[other] { $n } students more
    } would have the { $ordinal } wish or a worse one.
# $place (String)
how-why-equal = With { $place }, the allocation would be just as good. The draw decided.
how-figure-placed = have a place
how-figure-first = got their 1st wish
how-figure-worst = worst wish that came true
how-figure-sum = sum of the wishes
# $n (Number)
# $all (Number)
how-of = { $n } of { $all }
how-trick = Could somebody gain by another list?
# $name (String)
# $honest (String)
# $list (String)
# $tricked (String)
how-trick-gain = In the example, yes. With the true list { $name } gets: { $honest }. With the list “{ $list }” it would have been: { $tricked }, if everybody else lists what they want.
# $name (String)
# $other (String)
# $list (String)
# $both (String)
# $honest (String)
how-trick-loss = But { $name } does not know the other lists. Had { $other } handed in “{ $list }”, that list would have brought { $name }: { $both }. The true list would have brought: { $honest }.
how-trick-nothing = no place
how-trick-rarely = In a round with hundreds of lists nobody can know beforehand which change would gain. Most changes bring nothing, and some cost the place.
how-trick-short = As many as possible are to have a place. So whoever lists one popular place alone must be given it, or there will be one less with a place. A round can take that away: it asks for a least number of wishes, or it completes short lists with all other places of the subject, as one last wish.
# $name (String)
# $place (String)
how-trick-completed = In the example that is enough: once short lists are completed, { $name } gets { $place } by the short list, and nothing is gained.
how-questions = What people ask
how-popular = Do I lose by wishing for something popular?
how-popular-text = No. If it is full when your turn comes, we go on to the next wish on your list.
how-early = Should I send my wishes early?
how-early-text = It does not matter when you send them, as long as it is before the deadline.
how-ties = What if I like two places equally?
how-ties-lottery = Where your list has equal wishes, you are promised one of them. Which one is settled at the end, so that those after you get as much as possible too. If it is still open, the lottery numbers decide.
how-ties-priority = Equal wishes are put in an order by lot before anybody asks for a place.
how-ties-optimum = Equal wishes count the same. Which of them you get is settled last, so that others get as much as possible too. If it is still open, the lottery numbers decide.
how-limits = Can a place be full although it has free seats?
how-limits-text = Yes. A hospital may take 10 students in all, even if its wards together have 14 places. When the hospital has 10, every ward there is closed. Your result says which limit it was.
how-groups = Can friends come to the same site?
how-groups-text = If the placement office has put you down as a group. The group gets places at one site that all of you have listed, before the others, if that leaves nobody else without a place. If it cannot be done, each goes on alone with the whole list.
how-groups-safe = Which site it is follows from all your lists together, so the promise about the true order is for those who go on alone.
how-considerations = What if I need a certain place?
how-considerations-text = Write to the placement office before the deadline. The office can place a student by hand before the others. It writes down why, and the seat takes no part in what follows.
how-considerations-manual = Write to the placement office before the deadline. It writes down why you got a certain place, and nobody else is told.
how-late = What if I am late?
how-late-turn = The office can enter your wishes for you. Your turn then comes after everybody who was in time. If you withdraw, your seat is free and nobody else moves.
how-late-class = The office can enter your wishes for you. Within your class you then come after everybody who was in time. If you withdraw, your seat is free and nobody else moves.
how-late-optimum = The office can enter your wishes for you. They count as much as the others, but where lots decide, you come after everybody who was in time. If you withdraw, your seat is free and nobody else moves.
how-late-manual = The office can enter your wishes for you as long as there are places to give. If you withdraw, your seat is free and nobody else moves.
how-nothing = What if I send no wishes?
how-nothing-text = Each round says so before the wishes open. Either the office finds a place for you afterwards, or you take part last and get any free place of your subject.
how-nothing-manual = Then the office finds a place for you without knowing what you want.
how-without = What if I get no place?
how-without-text = You are told what was full, and the placement office finds a place together with you.
how-draw = How the lots are drawn, and how you check it
how-draw-promise = Before the wishes open, the portal draws a secret number and publishes a promise of it. When the wishes have closed, students, wishes and places are frozen. Everybody's lottery number follows from the two. Nobody can know it before, and nobody can change it afterwards.
how-draw-file = A round can also use numbers that were drawn elsewhere. Then its rules say so.
how-draw-check = When the result is published, the secret number is shown. The proof page of the round says how to see that it keeps the promise, and how to work out your own number. The same files and the same program give the same result on any machine.
how-draw-certificate = The program also writes a certificate: prices which prove that no allocation is better by this rule. A second, small program that shares nothing with the first checks it.
how-sees = Who sees what
how-sees-you = You see your own wishes, your place, and why you got it.
how-sees-number = You see your own lottery number.
how-sees-office = The placement office sees all wishes and the whole allocation.
how-sees-host = A host sees who comes, not what anybody wished.
how-sees-others = Other students see nothing about you. For each place they see how many wished for it and the last number that got in, when at least 5 wished for it.
how-sees-others-manual = Other students see nothing about you.
how-disagree = If you disagree
how-disagree-text = Your result says whom to write to. If it is a decision, you can complain, and the result says until when. If it is a notice, you can ask for a change.
how-compare = The rules side by side
how-compare-note = Figures from the small example that stands on each rule's page.
how-column-rule = Rule
how-column-good = What it does, and what it is good for
how-column-honest = An honest list
how-column-placed = With a place
how-column-first = 1st wish
how-column-worst = Worst wish
how-which = Which rule is used?
how-which-text = The placement office chooses one for each round. It stands in the rules of the round and is announced before the wishes open. After that it cannot be changed, so nobody can choose a rule that suits the lists.
how-others = Other rules
how-all = See all rules side by side
how-proof = The proof of this round
how-chosen = In this round
# $cost (String)
how-chosen-cost = Wish 1, 2, 3 and so on count { $cost }; the row goes on in its last step.
how-chosen-groups = Groups are kept together where that leaves nobody else without a place.
how-rules = All dates and rules of the round
how-disagree-decision = The result of this round is a decision. You can complain within three weeks of being told, and the result says to whom.
how-disagree-notice = The result of this round is a notice. You can ask the placement office for a change, and the result says how.
