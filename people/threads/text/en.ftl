threads-title = Messages
threads-nav = Messages
threads-lead = What you and others have written to each other about a round or a placement.
threads-about = About
threads-with = With
threads-last = Last message
threads-state = Status
threads-state-all = All messages
threads-state-unread = New only
threads-new = New
threads-awaits-you = Waits for your side
threads-awaits-others = Answered by your side
threads-find = Find in messages
# $count (Number) - conversations
threads-count = { $count ->
    [one] One conversation
   *[other] { $count } conversations
}
threads-none = No messages yet
threads-none-text = You begin a conversation from the page of a round or a placement. When somebody writes to you, it stands here.
threads-none-found = No messages match
threads-none-found-text = Search for another word, or show all messages.
threads-show-all = Show all messages
threads-readers = Who reads this
threads-written = What has been written
threads-unbegun = Nobody has written anything here yet.
threads-part-office = the placement office
threads-part-host = the placement host
threads-part-student = student
threads-body = Your message
threads-body-help = Everybody named above reads it. Do not write about health here; call instead.
threads-files = Files
threads-optional = optional
# $count (Number) - files at most
# $megabytes (Number) - size at most
threads-files-help = At most { $count } files of { $megabytes } MB each: PDF, PNG, JPG, DOCX, XLSX, ODT or TXT.
threads-files-again = Choose the files once more.
# $size (String) - size in kilobytes, written for the reader
threads-kilobytes = { $size } kB
threads-send = Send message
threads-empty = Write a message or choose a file.
# $got (Number) - characters given
# $max (Number) - characters allowed
threads-too-long = The message has { $got } characters. Shorten it to { $max } at most.
# $got (Number) - files given
# $max (Number) - files allowed
threads-too-many-files = You chose { $got } files. Choose { $max } at most, and send the others with the next message.
# $name (String) - name of the file
# $megabytes (Number) - size at most
threads-file-too-large = “{ $name }” is larger than { $megabytes } MB. Make it smaller or divide it.
# $name (String) - name of the file
threads-file-empty = “{ $name }” is empty. Choose another file.
# $name (String) - name of the file
threads-file-kind = “{ $name }” is of a kind we do not take. Save it as PDF, PNG, JPG, DOCX, XLSX, ODT or TXT.
# $name (String) - name of the file
# $kind (String) - what its name says: PDF
threads-file-lies = “{ $name }” is not a { $kind } file, though its name says so, or it holds a program. Save it again as { $kind }.
threads-full = This conversation has become very long and takes no more messages. Call, or write an e-mail.
threads-read-only = You can read this conversation, but your part in it is over.
# $about (String) - the matter
threads-notice-subject = New message: { $about }
# $about (String) - the matter
threads-notice-text = You have a new message about { $about }. Read and answer in the portal.
threads-notice-link = Read the message
# $count (Number) - conversations
threads-task = { $count ->
    [one] One new message
   *[other] { $count } conversations with new messages
}
threads-task-do = Read messages
threads-api-list = List the threads of your offices
threads-api-show = Show a thread
threads-api-entries = List what was written in a thread
threads-api-write = Write in a thread
threads-api-bring = Send a file in a thread, with or without words
threads-api-file = Fetch a file of a thread
