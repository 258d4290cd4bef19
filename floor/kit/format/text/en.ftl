# $weekday (String)
# $day (String)
# $month (String)
format-day = { $weekday } { $day } { $month }
# $weekday (String)
# $day (String)
# $month (String)
# $year (String)
format-day-year = { $weekday } { $day } { $month } { $year }
# $day (String)
# $month (String)
format-short = { $day } { $month }
# $day (String)
# $month (String)
# $year (String)
format-short-year = { $day } { $month } { $year }
# $day (String) - a day in words
# $clock (String) - such as 15:00
format-moment = { $day }, { $clock }
# $hour (String)
# $minute (String)
format-clock = { $hour }:{ $minute }
# $first (String)
# $last (String) - days of the month
# $month (String)
format-range-in-month = { $first }–{ $last } { $month }
# $first (String)
# $last (String) - days with their months
format-range = { $first } – { $last }
# $week (String) - number
# $days (String) - from day to day
format-week = week { $week } ({ $days })
# $first (String)
# $last (String) - week numbers
# $days (String) - from day to day
format-weeks = weeks { $first }–{ $last } ({ $days })
