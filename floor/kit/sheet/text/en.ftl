sheet-empty = The file is empty. Choose a file with a row of headings and at least one row below it.
# $megabytes (String) - the limit
sheet-large = The file is larger than { $megabytes } MB. Take out what is not needed, or split it, and upload again.
# $limit (String)
sheet-rows = The file has more than { $limit } rows. Split it into several files and import one at a time.
# $limit (String)
sheet-columns = The file has more than { $limit } columns. Delete the columns that are not needed and upload again.
# $limit (String)
sheet-cells = The file has more than { $limit } filled cells. Split it into several files and import one at a time.
# $limit (String)
sheet-sheets = The file has more than { $limit } sheets. Save the sheet you need as a file of its own and upload that.
# $megabytes (String) - the limit
sheet-unpacked = Unpacked, the file is larger than { $megabytes } MB. Save the sheet as CSV, or split it, and upload again.
sheet-sheet-missing = The file does not have this sheet. Choose one of the sheets in the list.
sheet-sheet-empty = The sheet is empty. Choose another sheet, or a file with a row of headings and at least one row below it.
# $kind (String) - what the file is instead
sheet-other = This is { $kind }, not a table. Save the table as XLSX or CSV and upload that.
sheet-is-old-excel = a file from an Excel older than 2007 (.xls)
sheet-is-pdf = a PDF
sheet-is-markup = a web page or XML
sheet-is-zip = an archive without a workbook
sheet-is-binary = a file with content that is not text
sheet-password = The workbook is protected by a password. Remove the password in Excel, save and upload again.
sheet-macros = The workbook has macros. Save it as “Excel workbook (.xlsx)” without macros and upload that.
# $finding (String)
sheet-archive = The file is not taken, because { $finding }. Open it in your spreadsheet program, save it as a new XLSX file and upload that.
sheet-found-parts = it has more parts than a workbook needs
sheet-found-layout = its parts overlap, or something stands between or after them
sheet-found-name = one of its parts has a name that leads out of the file
sheet-found-nested = there is another packed file inside it
sheet-found-ratio = it is packed far tighter than a table can be
sheet-found-method = it is packed in a way that spreadsheet programs do not use
sheet-found-declarations = it declares text of its own outside the cells
sheet-found-untrue = the sizes in it are not true, or it is damaged
sheet-unreadable = The file cannot be read; it may be damaged. Open it in your spreadsheet program, save it as a new XLSX or CSV file and upload that.
