# $name (String) - who is told
incident-notice = To { $name }: somebody had access to the portal who should not have had it. This is what the portal noted about your data in that time.
# $at (String) - date and time
# $place (String) - organisation
# $what (String) - what happened
incident-line = { $at }, { $place }: { $what }
incident-listed = You stood in a list that was fetched within the hour that begins then
incident-taken = You stood in a list that somebody took along as a file
incident-changed = Something was done that concerns you
incident-ask = Whether it was the person entitled to it or somebody else, the notes do not say. Ask the office that is named if you wonder about anything.
