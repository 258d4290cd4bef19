api-title = Fotfeste API
api-lead = What programs can see and do, with the same rights and rules as in the pages.
api-done = Done
api-refused = Refused, with the reason
# $scope (String) - the scope
api-scope-needed = The token needs the scope { $scope }.
api-token-title = A token is needed
api-token = This address is for programs. Send a token that holds in the header Authorization, as "Bearer" followed by the token. An administrator of the organisation makes one in the portal.
# $scope (String) - the scope
api-scope-missing = The token may not do this: it lacks the scope { $scope }. Ask an administrator of the organisation for a token that has it.
api-method-title = Not possible here
api-method = This address does not take this method. The header Allow names those that it takes.
# $field (String) - the field
api-missing = { $field } is missing. Send it.
# $field (String) - the field
api-unknown = { $field } is not known here. Leave it out; the description of the API lists what is read.
# $field (String) - the field
api-unfit = The value of { $field } cannot be used. The description of the API says what is read there.
api-body = The body cannot be read as JSON. Send one JSON object in UTF-8, without control characters.
api-key-reused = This Idempotency-Key belongs to another request. Use a new one for each request, and the old one only to repeat it unchanged.
api-if-match = Read the thing first, and send its ETag in the header If-Match with the change.
api-changed = Somebody has changed this since you read it. Read it again, and send the change with the new ETag.
api-not-json = The body must be JSON. Send the header Content-Type with application/json.
api-not-a-file = Send the file as the whole body, with the header Content-Type: application/octet-stream.
