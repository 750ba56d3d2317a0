/// Words that tell a day only on the day on which they are said: "yesterday", "last Tuesday",
/// "since October". `Dating` writes the date beside them, `SaidDates` tells which days they may
/// mean; each way to tell a date is a class of its own.
@NullMarked
package dev.kept.application.extraction.dates;

import org.jspecify.annotations.NullMarked;
