tokens-title = Access for programs
tokens-lead = Other systems of yours, such as a student system, can read and act here with a token.
tokens-none = No tokens yet
tokens-none-text = Make one when a system of yours is to fetch or send something.
tokens-new = New token
tokens-new-lead = The system does what you may do here yourself, and only what you tick. When your role ends, the token ends with it.
tokens-name = What is it for?
tokens-name-help = For instance the name of the system that will use it.
tokens-scopes = What may it do?
# $scope (String) - the word of the scope
tokens-scope = { $scope ->
        [see-units] See the organisation and its units
        [see-people] See the people of the organisation
        [see-rounds] See rounds, places, students, wishes and allocations
        [receive-students] See the students you receive
        [keep-organisation] Change what everybody reads about the organisation: names, whom to ask, language and time zone
        [keep-units] Change units
        [plan-rounds] Plan rounds: dates and rules, places, who takes part
        [send-wishes] Hand in wishes for students
        [allocate] Allocate places, by an order and by hand
        [publish] Publish what was allocated
        [see-messages] See who writes what in your threads
        [keep-people] Take in, correct, invite and let go of people
        [keep-roles] Give and end roles, name deputies, keep mailboxes of roles
        [keep-guides] Keep what you add to the guides
        [import-files] Bring files; what a file changes must be ticked as well
        [send-messages] Write in your threads
       *[other] Keep where other systems are told what happens
    }
tokens-until = How long does it hold?
# $days (Number) - days
tokens-days = { $days } days
tokens-make = Make the token
tokens-back = Back
# $name (String) - what it is for
tokens-made = Token for { $name }
tokens-once = It is shown this once. Copy it now, and give it only to the system it is for.
tokens-value = The token
tokens-keep = Keep it as you would a password. Lost, or seen by others? End it and make a new one.
tokens-try = Try it
tokens-holds = Holds
tokens-ended = Ended
tokens-expired = Expired
# $by (String) - a name
# $at (String) - a moment
tokens-made-by = Made by { $by }, { $at }
# $at (String) - a moment
tokens-holds-until = Holds until { $at }
# $at (String) - a moment
tokens-ended-at = Ended { $at }
# $at (String) - a moment
# $from (String) - a network address
tokens-used = Last used { $at }, from { $from }
tokens-unused = Not used yet
tokens-end = End it
tokens-told = What programs can see and do
# $max (Number) - tokens allowed
tokens-too-many = The organisation has { $max } tokens that hold. End one that is not used any more.
tokens-nameless = Say what the token is for.
# $got (Number) - characters given
# $max (Number) - characters allowed
tokens-too-long = The name has { $got } characters. Shorten it to { $max } at most.
tokens-no-scope = Tick at least one thing that the token may be used for.
tokens-no-days = Choose how long the token holds.
tokens-api = For programs: the API
tokens-api-lead = Everything the pages show and do, for your other systems, with the same rights and the same rules.
tokens-api-begin = How to begin
tokens-api-make = Somebody with a role on your whole organisation makes a token.
tokens-api-send = Send it with each request:
tokens-api-address = All addresses begin with
tokens-api-document = The whole description as an OpenAPI document
tokens-api-rules = What always holds
tokens-api-lists = Lists come in parts of 50, at most 200 (limit). Send the id in next as after to get the next part.
tokens-api-repeats = A request that changes something can carry an Idempotency-Key. Sent again with the same key, it is not done twice.
tokens-api-changes = Whoever changes a thing reads it first and sends its ETag as If-Match. If somebody else has changed it meanwhile, the change is refused and nothing is lost.
tokens-api-limits = Too many requests at once are refused with 429. When the portal is full or lacks something it answers 503 or 507. Wait as long as Retry-After says, then send the request again.
tokens-api-problems = A refusal is a problem document (RFC 9457) in the language of Accept-Language. Its name never changes; errors names each field, what was sent and what to do.
tokens-api-operations = What can be done
# $scope (String) - a scope
tokens-api-needs = Needs { $scope }
