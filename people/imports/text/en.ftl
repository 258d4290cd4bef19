imports-title = Import
imports-kinds = What would you like to import?
imports-no-file = Choose a file, or paste the rows from your spreadsheet.
imports-columns-missing = A column that must be there has not been found. Choose it in the list, then look at the rows again.
imports-wrong-state = This import has already been finished or given up. Open it again to see how it ended.
imports-nothing-ready = No row is ready to import. Put the rows below right first, or choose another file.
imports-changed-meanwhile = Somebody has changed this import since you opened it. Look at the rows again before you import.
imports-too-late = This import can no longer be undone. Correct the rows one by one, or import a new file.
# $max (Number)
imports-too-many-corrections = At most { $max } rows can be put right here. Put the rest right in the file and upload it again.
imports-cell-missing = This must be filled in. Enter a value, or let the row wait.
imports-cell-formula = The cell holds a formula. Enter the value itself.
# $found (String) - such as #N/A
imports-cell-error = The cell shows the error { $found }. Enter the value itself.
imports-cell-digits = The number has more digits than a spreadsheet keeps. Enter it again, and format the column as text in the file.
# $max (String) - the limit
imports-cell-long = The text is longer than { $max } characters. Shorten it.
# $value (String)
# $min (String)
# $max (String)
imports-cell-number = “{ $value }” is not a whole number from { $min } to { $max }. Enter such a number.
# $value (String)
imports-cell-no-such-day = “{ $value }” does not exist. Use day.month.year.
# $value (String)
imports-cell-no-date = “{ $value }” is not a date. Use day.month.year.
# $value (String)
imports-cell-unknown = “{ $value }” is not known here. Enter one that is, or let the row wait.
# $value (String)
# $nearest (String)
imports-cell-unknown-nearest = “{ $value }” is not known here. Did you mean “{ $nearest }”?
# $value (String)
# $row (String)
imports-cell-repeated = “{ $value }” already stands in row { $row }. Change one of them, or let this row wait.
# $row (String)
# $column (String)
imports-place = Row { $row }, { $column }
# $sheet (String)
# $row (String)
# $column (String)
imports-place-in-sheet = Sheet “{ $sheet }”, row { $row }, { $column }
# $row (String)
imports-waits-for = Waits until row { $row } is put right
# $what (String) - students, places
imports-new-heading = Import: { $what }
# $megabytes (String)
# $rows (String)
imports-limits = CSV or XLSX, at most { $megabytes } MB and { $rows } rows. Nothing is saved before you have seen the rows and confirmed.
imports-file = File
imports-pasted = Or paste rows from your spreadsheet
imports-pasted-help = Copy the row of headings too.
imports-pasted-name = Pasted rows
imports-columns-known = Columns that are recognised
imports-column = Column
imports-column-required = Must be there
imports-column-optional = May be left out
imports-read-file = Read the file
imports-stair = Steps of the import
imports-step-file = File
imports-step-columns = Columns
imports-step-check = Check
imports-step-receipt = Receipt
# $count (Number)
imports-rows-read = { $count ->
    [one] One row read
   *[other] { $count } rows read
}
# $found (Number)
# $all (Number)
imports-columns-found = { $found } of { $all } recognised
# $count (Number)
imports-to-fix = { $count ->
    [0] Nothing to fix
    [one] One needs fixing
   *[other] { $count } need fixing
}
imports-can-be-undone = can be undone
# $ready (Number)
imports-heading-ready = { $ready ->
    [one] One row is ready
   *[other] { $ready } rows are ready
}
# $ready (Number)
# $wrong (Number)
imports-heading-both = { $ready ->
    [one] One row is ready, { $wrong } to fix
   *[other] { $ready } ready, { $wrong } to fix
}
imports-heading-columns = Which column is which?
# $file (String)
imports-nothing-saved = Nothing has been saved yet. The file is { $file }.
# $file (String)
# $sheet (String)
imports-nothing-saved-sheet = Nothing has been saved yet. The file is { $file }, sheet “{ $sheet }”.
imports-code-page = The file was read as Windows-1252. Check that names with æ, ø and å look right.
imports-new = New
imports-changed = Changed
imports-same = Unchanged
imports-wrong = To fix
imports-gone = No longer in the file
imports-gone-note = Kept. Nothing is deleted by an import
imports-mapping = Columns of the file
# $column (String)
# $found (String)
imports-mapping-missing = The file has no column for “{ $column }”. Choose one, or add the heading to the file and upload it again. Headings found: { $found }.
# $columns (String)
imports-mapping-unused = Not used: { $columns }
imports-mapping-none = Not in the file
imports-mapping-save = Use these columns
imports-mapping-change = Change columns
imports-sheet = Sheet
# $number (String)
imports-unnamed-column = Column { $number }
imports-fix-these = Fix these
imports-fix-how = Fix here, or in the spreadsheet and upload again
# $shown (Number)
# $all (Number)
imports-fix-caption = { $shown } of { $all } rows to fix
imports-row = Row
imports-leave-out = Let the row wait
imports-leave-out-all = Let all of these wait
# $row (String)
imports-row-context = (row { $row })
imports-check-again = Check again
# $count (Number)
imports-waiting = { $count ->
    [one] One row waits and is not imported.
   *[other] { $count } rows wait and are not imported.
}
imports-take-in-all = Take them in again
imports-choice = Choice
imports-ready = Rows that are ready
# $from (String)
# $to (String)
# $all (String)
imports-ready-count = { $from }–{ $to } of { $all }
imports-all = All
imports-what-happens = What happens
imports-is-new = New
imports-is-changed = Changed
# $column (String)
# $old (String)
# $new (String)
imports-difference = { $column }: { $old } → { $new }
imports-nothing = nothing
imports-ready-none = No rows are ready
imports-ready-none-text = Rows appear here as soon as they have no errors.
# $count (Number)
imports-import-rows = { $count ->
    [one] Import one row
   *[other] Import { $count } rows
}
# $count (Number)
imports-others-wait = { $count ->
    [one] The other row waits until it is put right.
   *[other] The other { $count } wait until they are put right.
}
imports-drop = Cancel the import
# $count (Number)
imports-receipt-heading = { $count ->
    [one] One row has been imported
   *[other] { $count } rows have been imported
}
imports-receipt-undo-lead = You can undo this for now. Everything will then be as it was before.
imports-receipt-kept-lead = This can no longer be undone.
imports-receipt-when = Imported
imports-receipt-file = File
imports-receipt-reference = Reference
imports-receipt-next = What happens now
imports-receipt-see = See the rows in their place
imports-undo = Undo the import
imports-undone-heading = The import has been undone
imports-undone-lead = Everything is as it was before the import.
imports-undone-when = Undone
imports-dropped-heading = The import was cancelled
imports-dropped-lead = Nothing was saved, and the file has been thrown away.
imports-running-heading = The rows are being imported
imports-running-lead = There are many rows, so this takes a little while. You may leave this page.
imports-try-again = Choose another file
imports-recent = Recent imports
imports-recent-none = No imports yet
imports-recent-none-text = Files you have imported appear here, and can be undone from here.
imports-recent-what = What
imports-recent-when = When
imports-recent-state = State
imports-recent-rows = Rows
imports-state-checking = Not imported yet
imports-state-running = Being imported
imports-state-done = Imported
imports-state-undone = Undone
imports-state-dropped = Cancelled
imports-api-kinds = Show which files can be brought, and their columns
imports-api-of-round = List the latest imports into a round
imports-api-into-round = Bring a file for a round: places, students, wishes, pairs
imports-api-of-organisation = List the latest imports of units, people and roles
imports-api-into-organisation = Bring a file of units, people or roles
imports-api-show = Show an import and how far it has come
imports-api-rows = List what each row of a file would do, while it is checked
imports-api-assign = Say which sheet and which columns are meant
imports-api-correct = Put cells right, and say which rows wait
imports-api-confirm = Import every row that is ready
imports-api-undo = Take an import back: everything is as before
imports-api-drop = Give an import up before anything is written
imports-undo-title = Undo the import?
# $count (Number)
imports-undo-back = { $count ->
    [0] No row can be taken back.
    [one] One row is taken back.
   *[other] { $count } rows are taken back.
}
# $count (Number)
imports-undo-stays = { $count ->
    [one] One stays as it is, and the list says why.
   *[other] { $count } stay as they are, and the list says why.
}
imports-undo-everything = Everything will then be as it was before.
imports-undo-whole = All rows are taken back together. If something depends on one of them by now, nothing is taken back, and you are told what it is.
imports-undo-keep = Keep the import
imports-stays = What stays
imports-stays-who = Name
imports-stays-why = Why it stays
imports-stays-none = Nothing stays
imports-stays-none-text = All that came with this file is taken back.
# $count (Number)
imports-undone-part = { $count ->
    [one] One row stayed as it was. The rest is as before the import.
   *[other] { $count } rows stayed as they were. The rest is as before the import.
}
imports-undone-back = Taken back
imports-receipt-undo-part = You can undo this. First you are shown what is taken back and what would stay.
imports-api-undoing = List what stays when an import is taken back, or what stayed, and why
