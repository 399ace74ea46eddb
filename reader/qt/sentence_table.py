"""Sentences of the core as templates, so that they can be translated where they are shown.

The core knows no language and says things in English; ``reader.qt.sentences`` finds what it said
in this table.  A test compares the table with the core.
"""

from reader.qt.command_table import QT_TRANSLATE_NOOP

#: What the core says; ``{0}`` stands for anything.
SENTENCES: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Core", "A page may have {0} characters; export fewer notes at once."),
    QT_TRANSLATE_NOOP("Core", "A note nests its blocks too deeply to be shown."),
    QT_TRANSLATE_NOOP("Core", "There is no template “{0}”; there are {1}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "This template makes one file for each text; choose a folder of linked files for it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "This template makes one file for all texts; choose Markdown for it."
    ),
    QT_TRANSLATE_NOOP("Core", "Minutes may have {0} characters."),
    QT_TRANSLATE_NOOP("Core", "A template may have {0} characters; this one has more."),
    QT_TRANSLATE_NOOP("Core", "The template has a mistake in line {0}: {1}."),
    QT_TRANSLATE_NOOP("Core", "This template makes more than {0} characters."),
    QT_TRANSLATE_NOOP("Core", "This template takes more steps than an export may take."),
    QT_TRANSLATE_NOOP("Core", "This is not a link into a Counterpoint library."),
    QT_TRANSLATE_NOOP("Core", "This link names no text."),
    QT_TRANSLATE_NOOP("Core", "It is not an object."),
    QT_TRANSLATE_NOOP("Core", "It holds a number that JSON does not know, or is too deep."),
    QT_TRANSLATE_NOOP("Core", "The file has {0} MiB; annotation files may have up to {1} MiB."),
    QT_TRANSLATE_NOOP("Core", "It has no name of its wording (ar:rev)."),
    QT_TRANSLATE_NOOP("Core", "It does not say which wordings it replaces (ar:replaces)."),
    QT_TRANSLATE_NOOP("Core", "What it replaces are no names of wordings."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Its content does not fit its checksum: it was damaged, or changed by another program.",
    ),
    QT_TRANSLATE_NOOP("Core", "The id of a removed note is not a urn:uuid."),
    QT_TRANSLATE_NOOP("Core", "A removed note does not say whose it was."),
    QT_TRANSLATE_NOOP("Core", "A removed note does not say when it was removed."),
    QT_TRANSLATE_NOOP("Core", "This is no annotation file. {0}"),
    QT_TRANSLATE_NOOP("Core", "It is not written in UTF-8."),
    QT_TRANSLATE_NOOP("Core", "A file of this layout may have up to {0} MiB."),
    QT_TRANSLATE_NOOP("Core", "No annotations stand on lines of their own."),
    QT_TRANSLATE_NOOP("Core", "It is not laid out as ours."),
    QT_TRANSLATE_NOOP("Core", "It has no list of annotations (items)."),
    QT_TRANSLATE_NOOP("Core", "Its annotations do not stand where they should."),
    QT_TRANSLATE_NOOP("Core", "Its annotations are not JSON."),
    QT_TRANSLATE_NOOP("Core", "It holds {0}, which is not JSON."),
    QT_TRANSLATE_NOOP("Core", "It has the field “{0}” twice."),
    QT_TRANSLATE_NOOP("Core", "It is nested more than {0} deep."),
    QT_TRANSLATE_NOOP("Core", "One of its texts is longer than {0} characters."),
    QT_TRANSLATE_NOOP("Core", "It is not JSON: {0} at line {1}, character {2}."),
    QT_TRANSLATE_NOOP("Core", "It holds a number that is too long."),
    QT_TRANSLATE_NOOP("Core", "It holds half a character (a lone surrogate)."),
    QT_TRANSLATE_NOOP(
        "Core",
        "An annotation file holds up to {0} annotations, not {1}; share fewer works.",
    ),
    QT_TRANSLATE_NOOP("Core", "One of its fields should be text and is not."),
    QT_TRANSLATE_NOOP("Core", "It has neither words of the text nor a note."),
    QT_TRANSLATE_NOOP("Core", "It has no id."),
    QT_TRANSLATE_NOOP("Core", "The library has no text “{0}”."),
    QT_TRANSLATE_NOOP("Core", "It is none of Hypothesis, Readium, KOReader or Zotero."),
    QT_TRANSLATE_NOOP("Core", "The file has {0} MiB; exports may have up to {1} MiB."),
    QT_TRANSLATE_NOOP("Core", "It is neither JSON nor Markdown of Zotero's notes."),
    QT_TRANSLATE_NOOP("Core", "The file is not text in UTF-8."),
    QT_TRANSLATE_NOOP("Core", "This export cannot be read. {0}"),
    QT_TRANSLATE_NOOP("Core", "It has no key."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The shared folder {0} is not there. Is the disk or the sync tool off?",
    ),
    QT_TRANSLATE_NOOP("Core", "The shared folder {0} cannot be read ({1})."),
    QT_TRANSLATE_NOOP("Core", "Its time is not one (RFC 3339 with a zone)."),
    QT_TRANSLATE_NOOP("Core", "Its id is not a urn:uuid."),
    QT_TRANSLATE_NOOP("Core", "Its type is not Annotation."),
    QT_TRANSLATE_NOOP("Core", "Its {0} is none that this program knows."),
    QT_TRANSLATE_NOOP("Core", "Its creator is not a person with a urn:uuid."),
    QT_TRANSLATE_NOOP("Core", "It has more than {0} tags."),
    QT_TRANSLATE_NOOP("Core", "It has no target."),
    QT_TRANSLATE_NOOP("Core", "It has more than {0} targets."),
    QT_TRANSLATE_NOOP("Core", "One of its bodies is not an object."),
    QT_TRANSLATE_NOOP("Core", "Too many backups were made within a second."),
    QT_TRANSLATE_NOOP("Core", "The notes file {0} is damaged."),
    QT_TRANSLATE_NOOP("Core", "No backup of the notes could be made in {0} ({1})."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The notes file {0} was taken away or replaced while it was open; this change was not "
        "kept. Save the notes elsewhere, then open the library again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} Nothing is changed before the notes are repaired or brought back from a backup.",
    ),
    QT_TRANSLATE_NOOP("Core", "The notes were opened for reading only; nothing was changed."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The repaired notes could not be put in place ({0}); they stand as {1} beside {2}.",
    ),
    QT_TRANSLATE_NOOP("Core", "The notes were opened for reading only."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The notes file {0} could not be used ({1}); this change was not kept, all earlier "
        "ones are.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "There is no room left on the disk; this change was not kept, all earlier ones are. "
        "Make room and do it again.",
    ),
    QT_TRANSLATE_NOOP("Core", "The notes in {0} cannot be written to; this change was not kept."),
    QT_TRANSLATE_NOOP("Core", "Another program is using the notes in {0}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The notes file {0} is damaged ({1}). What can be read is shown; repair it, or go "
        "back to a backup.",
    ),
    QT_TRANSLATE_NOOP("Core", "A name has up to {0} characters."),
    QT_TRANSLATE_NOOP("Core", "The name holds half a character (a lone surrogate); type it again."),
    QT_TRANSLATE_NOOP("Core", "These are no words of “{0}” that could be marked."),
    QT_TRANSLATE_NOOP(
        "Core",
        "This page is made of your notes and texts; mark the passages it leads to instead.",
    ),
    QT_TRANSLATE_NOOP("Core", "A name has between one and {0} characters."),
    QT_TRANSLATE_NOOP("Core", "The library folder {0} cannot be written to ({1})."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The library {0} lies on a disk that cannot be locked ({1}), so changes would not be "
        "safe there. Choose another folder.",
    ),
    QT_TRANSLATE_NOOP("Core", "The library {0} is open in another window."),
    QT_TRANSLATE_NOOP("Core", "This note is no longer there."),
    QT_TRANSLATE_NOOP("Core", "The note would not come back from a file as it is."),
    QT_TRANSLATE_NOOP(
        "Core",
        "This note is by {0}; only its author can change it. Answer it instead.",
    ),
    QT_TRANSLATE_NOOP("Core", "This note is no longer in the bin."),
    QT_TRANSLATE_NOOP(
        "Core",
        "A mark can hold up to {0} characters; mark less, or write a note on the whole text.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The note holds half a character (a lone surrogate) and cannot be kept; delete it and "
        "type it again.",
    ),
    QT_TRANSLATE_NOOP("Core", "The note cannot be written to a file ({0})."),
    QT_TRANSLATE_NOOP("Core", "The note was not kept. {0}"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Its target is neither words of a text, nor a work, nor another note.",
    ),
    QT_TRANSLATE_NOOP("Core", "Its position is not a start and an end within a text."),
    QT_TRANSLATE_NOOP("Core", "Its target is neither a name nor an object."),
    QT_TRANSLATE_NOOP("Core", "Its target does not name the text it stands in."),
    QT_TRANSLATE_NOOP("Core", "The name of its work is not one (a–z, 0–9 and hyphens)."),
    QT_TRANSLATE_NOOP("Core", "It quotes no words, so its place cannot be found again."),
    QT_TRANSLATE_NOOP("Core", "Nothing in this text is like the quoted words."),
    QT_TRANSLATE_NOOP("Core", "No passage of this text is like enough to the quoted words."),
    QT_TRANSLATE_NOOP("Core", "The nearest passage of this text is another one of the old text."),
    QT_TRANSLATE_NOOP("Core", "The annotation quotes no words."),
    QT_TRANSLATE_NOOP("Core", "The quoted signs are not in this text."),
    QT_TRANSLATE_NOOP("Core", "One of its selectors is not an object."),
    QT_TRANSLATE_NOOP("Core", "Its {0} is not text."),
    QT_TRANSLATE_NOOP("Core", "Its {0} is longer than {1} characters."),
    QT_TRANSLATE_NOOP("Core", "The glossary has no concept “{0}”."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is damaged or not complete; get another copy of it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is far larger inside than a book can be; it is damaged or made to harm, and "
        "was not read.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” defines abbreviations of its own (XML entities), which can be made to harm; it "
        "was not read. Get another copy of it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is encrypted; open it in the program it was made with and save it without password.",
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” is a zip archive; unpack it and choose the files in it."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is an OpenDocument text; save it as DOCX."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is {1}, which cannot be read; {2}."),
    QT_TRANSLATE_NOOP("Core", "“{0}” contains no words."),
    QT_TRANSLATE_NOOP("Core", "“{0}” does not say where its text is; it is damaged."),
    QT_TRANSLATE_NOOP("Core", "“{0}” lists no chapters; it is damaged. Get another copy."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is damaged and cannot be read; get another copy of it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is protected against copying and cannot be read here; get it without "
        "protection from its publisher.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The file holds more than {0} million letters; split it into parts and add these.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” cannot be read within {1} seconds and {2} MB; it is damaged, or made to harm. "
        "Get another copy, or convert it to plain text with another program.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” could not be read: no further process can be started ({1}). Close other "
        "programs and try again.",
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” contains no text."),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is a scan: its {1} pages are pictures without text. Recognise the text first, "
        "with OCRmyPDF or another program for character recognition, and add the result.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is a scan: its one page is a picture without text. Recognise the text first, "
        "with OCRmyPDF or another program for character recognition, and add the result.",
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” has no pages; get another copy of it."),
    QT_TRANSLATE_NOOP("Core", "“{0}” holds more text than can be read; split it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is encrypted and asks for a password; save a copy without password and add that.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” has {1} MB; at most {2} MB can be read. Split it into parts and add these.",
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” is empty; choose a file with a text in it."),
    QT_TRANSLATE_NOOP("Core", "“{0}” contains no words; choose a file with a text in it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” consists mostly of numbers and signs; it does not look like a text.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” consists mostly of endless strings of letters; it looks like coded data, not "
        "like a text.",
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” is a folder; choose the files in it."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not a file that can be read; choose another."),
    QT_TRANSLATE_NOOP("Core", "There is no file “{0}”; check its name and folder."),
    QT_TRANSLATE_NOOP("Core", "“{0}” cannot be read ({1}); check who may open it."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not a text; choose a file with a text in it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” looks like UTF-16 without the mark that says so; save it as UTF-8.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is not a text, Markdown, HTML, EPUB, PDF or DOCX file; choose a file with a "
        "text in it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” says that it is UTF-16, but is damaged; save it again as UTF-8.",
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” is neither UTF-8 nor Windows-1252; save it as UTF-8."),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” needs the library {1} to be read; install it with: pip install "
        "'counterpoint-reader[import]'",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is too large or nested too deeply to be read; it may be made to harm. Get "
        "another copy, or convert it to plain text with another program.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The search index could not be built: its process ended early. Search goes on without "
        "it, slower; the next start tries again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The search index could not be written ({0}). Texts and notes are safe and search "
        "goes on without it; make room on the disk and it will be built again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "This library can be read but not changed; its index stays as it is.",
    ),
    QT_TRANSLATE_NOOP("Core", "This link does not lead to a passage."),
    QT_TRANSLATE_NOOP(
        "Core",
        "This copy of “{0}” has no passage {1}; it is shorter than the one the companion "
        "speaks of.",
    ),
    QT_TRANSLATE_NOOP("Core", "This edition was written by a newer Counterpoint; please update."),
    QT_TRANSLATE_NOOP("Core", "This is not an edition that Counterpoint wrote ({0})."),
    QT_TRANSLATE_NOOP("Core", "The list of repairs cannot be read ({0})."),
    QT_TRANSLATE_NOOP("Core", "This library was opened for reading only; nothing was changed."),
    QT_TRANSLATE_NOOP(
        "Core",
        "This library is open in another window; here it can be read but not changed.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "This library folder cannot be written to; it can be read but not changed.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The notes cannot be opened for writing, as on a disk without any room; they can be read "
        "but not changed.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "These notes were written by a newer version of the program; they can be read but not "
        "changed.",
    ),
    QT_TRANSLATE_NOOP("Core", "The notes file {0} is missing, but there are backups."),
    QT_TRANSLATE_NOOP("Core", "The notes file {0} is damaged ({1})."),
    QT_TRANSLATE_NOOP("Core", "The note {0} cannot be shown. {1}"),
    QT_TRANSLATE_NOOP("Core", "A packet can be Markdown or HTML, not “{0}”."),
    QT_TRANSLATE_NOOP("Core", "No folder is shared with a group yet; choose one first."),
    QT_TRANSLATE_NOOP("Core", "This note has one wording only."),
    QT_TRANSLATE_NOOP("Core", "There is no folder {0}; choose one that exists."),
    QT_TRANSLATE_NOOP("Core", "The library's own folder cannot be shared; choose another one."),
    QT_TRANSLATE_NOOP("Core", "This note stands on no words that could be changed."),
    QT_TRANSLATE_NOOP("Core", "{0} is not a folder; choose a folder for the library."),
    QT_TRANSLATE_NOOP("Core", "This note is not shown now."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is no form of export here; choose {1}."),
    QT_TRANSLATE_NOOP("Core", "Notes cannot be ordered by “{0}”; choose {1}."),
    QT_TRANSLATE_NOOP("Core", "{0} is not an edition that Counterpoint wrote."),
    QT_TRANSLATE_NOOP("Core", "{0} is a file; a vault needs a folder."),
    QT_TRANSLATE_NOOP("Core", "There is no readable edition at {0}."),
    QT_TRANSLATE_NOOP("Core", "{0} is too large; annotation files have at most {1} MiB."),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be read ({1})."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not among the removed texts."),
    QT_TRANSLATE_NOOP("Core", "{0} of “{1}” is not what Counterpoint wrote."),
    QT_TRANSLATE_NOOP("Core", "The text could not be removed ({0}); it is still there."),
    QT_TRANSLATE_NOOP("Core", "{0} of “{1}” is damaged; add the text again to restore it."),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is not a passage; write the short id of a text and a number, as in @my-text¶12.",
    ),
    QT_TRANSLATE_NOOP("Core", "A concept needs a name with at least one letter or digit in it."),
    QT_TRANSLATE_NOOP("Core", "Your own glossary has no such concept; shipped ones stay."),
    QT_TRANSLATE_NOOP("Core", "Your glossary cannot be saved while it has a mistake: {0}"),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is not in the library. Choose File › Add texts… and add your own copy of it; "
        "then this place can be opened.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is not in the library. Choose File › Add texts… and add your own copy of it; "
        "then this link has its places.",
    ),
    QT_TRANSLATE_NOOP("Core", "A trail has at most {0} stations; begin another one."),
    QT_TRANSLATE_NOOP("Core", "This trail has changed meanwhile; nothing was changed."),
    QT_TRANSLATE_NOOP("Core", "Select the words that the trail shall stop at."),
    QT_TRANSLATE_NOOP("Core", "This is no trail."),
    QT_TRANSLATE_NOOP("Core", "The arguments in “{0}” cannot be read ({1}); check the file."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The language model in “{0}” cannot be read ({1}); related passages do without it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The folder “{0}” for related passages cannot be made ({1}); check who may write to "
        "the library.",
    ),
    QT_TRANSLATE_NOOP("Core", "“{0}” has no passage {1}."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is not a place in a text; write a number like 12 or ¶12."),
    QT_TRANSLATE_NOOP("Core", "{0} holds no text."),
    QT_TRANSLATE_NOOP("Core", "{0} holds no words."),
    QT_TRANSLATE_NOOP("Core", "Up to {0} notes are taken at once."),
    QT_TRANSLATE_NOOP("Core", "It stands in the file twice; the first is taken."),
    QT_TRANSLATE_NOOP("Core", "{0} annotations in {1} were refused: {2}"),
    QT_TRANSLATE_NOOP("Core", "{0} in the shared folder cannot be read. {1}"),
    QT_TRANSLATE_NOOP("Core", "Two people claim this note."),
    QT_TRANSLATE_NOOP("Core", "Passed on by another than its author."),
    QT_TRANSLATE_NOOP(
        "Core", "Written by a newer version; what is unknown here is kept, but not shown."
    ),
    QT_TRANSLATE_NOOP("Core", "It would change a note of yours."),
    QT_TRANSLATE_NOOP("Core", "It bears the id of a note of yours."),
    QT_TRANSLATE_NOOP("Core", "The file says that it is yours, but you do not have it."),
    QT_TRANSLATE_NOOP("Core", "It changes a note of another than the file's author."),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} of {1} pages are pictures without text; what stands on them is missing. "
        "Recognise the text first, with OCRmyPDF for instance, to have all of it.",
    ),
    QT_TRANSLATE_NOOP("Core", "Only the first {0} of {1} pages were read."),
    QT_TRANSLATE_NOOP("Core", "Only the first {0} characters are looked for."),
    QT_TRANSLATE_NOOP("Core", "There is no word to look for."),
    QT_TRANSLATE_NOOP("Core", "There is nothing after this NOT."),
    QT_TRANSLATE_NOOP("Core", "NEAR is written in capitals and with a number: NEAR/5."),
    QT_TRANSLATE_NOOP("Core", "NEAR needs something on both sides."),
    QT_TRANSLATE_NOOP("Core", "NEAR joins words and phrases; this was read as AND."),
    QT_TRANSLATE_NOOP("Core", "NEAR reaches over at most {0} words."),
    QT_TRANSLATE_NOOP("Core", "Brackets go at most {0} deep."),
    QT_TRANSLATE_NOOP("Core", "This bracket is never closed."),
    QT_TRANSLATE_NOOP("Core", "There is nothing between these brackets."),
    QT_TRANSLATE_NOOP("Core", "Only the first {0} terms are looked for."),
    QT_TRANSLATE_NOOP("Core", "There is no field “{0}:”; the fields are {1}."),
    QT_TRANSLATE_NOOP("Core", "There is nothing after “{0}:”."),
    QT_TRANSLATE_NOOP("Core", "After “{0}:” comes one word or “phrase”, not a bracket."),
    QT_TRANSLATE_NOOP("Core", "There is no word after “{0}:”."),
    QT_TRANSLATE_NOOP("Core", "This quotation mark has no partner."),
    QT_TRANSLATE_NOOP("Core", "There is no word between these quotation marks."),
    QT_TRANSLATE_NOOP("Core", "There is no word here."),
    QT_TRANSLATE_NOOP("Core", "Words are looked for up to {0} letters."),
    QT_TRANSLATE_NOOP("Core", "A fuzzy word differs by 1 or 2 letters: word~ or word~2."),
    QT_TRANSLATE_NOOP("Core", "This word is too short to be fuzzy."),
    QT_TRANSLATE_NOOP("Core", "A wildcard needs letters beside it, such as refus*."),
    QT_TRANSLATE_NOOP("Core", "A word that begins with a wildcard needs two letters."),
    QT_TRANSLATE_NOOP("Core", "A word takes at most {0} wildcards."),
    QT_TRANSLATE_NOOP("Core", "This bracket was never opened."),
    QT_TRANSLATE_NOOP("Core", "OR needs something on both sides."),
    QT_TRANSLATE_NOOP("Core", "AND needs something on both sides."),
    QT_TRANSLATE_NOOP("Core", "This search takes too long; write more letters of its words."),
    QT_TRANSLATE_NOOP("Core", "Nothing has “{0}”. There is {1}."),
    QT_TRANSLATE_NOOP("Core", "Nothing has “{0}”."),
    QT_TRANSLATE_NOOP("Core", "Nothing was found for “{0}”. The texts have {1}."),
    QT_TRANSLATE_NOOP("Core", "Nothing was found for “{0}”. No text has words in that script."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Until the index is built only the first texts are searched, up to two million letters.",
    ),
    QT_TRANSLATE_NOOP("Core", "One footnote was set apart and linked."),
    QT_TRANSLATE_NOOP("Core", "{0} footnotes were set apart and linked."),
    QT_TRANSLATE_NOOP(
        "Core", "Nothing can be printed there. Is the printer on, and can a file be written there?"
    ),
    QT_TRANSLATE_NOOP("Core", "Please look at these page turns: {0}."),
    QT_TRANSLATE_NOOP("Core", "The text has no page turns to put in order."),
    QT_TRANSLATE_NOOP(
        "Core", "It takes the place of the copy that was here, which was moved to “removed”."
    ),
    QT_TRANSLATE_NOOP("Core", "The pages were already in reading order ({0} sure)."),
    QT_TRANSLATE_NOOP("Core", "{0} pages were put into reading order ({1} sure)."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The order of the pages could not be made out with certainty; please look at it.",
    ),
    QT_TRANSLATE_NOOP("Core", "Nothing can be written to the library ({0}); nothing was changed."),
    QT_TRANSLATE_NOOP("Core", "The text could not be built again ({0}); nothing was lost."),
    QT_TRANSLATE_NOOP("Core", "One paragraph stands twice in the file; both are kept."),
    QT_TRANSLATE_NOOP("Core", "{0} paragraphs stand twice in the file; all are kept."),
    QT_TRANSLATE_NOOP(
        "Core", "The file seems to hold {0} texts; split it to have each of them by itself."
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The file seems to hold two booklets, one behind the other; each was put in order by"
        " itself, as well as it could be.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "From some place on, all lines are longer or shorter than before it; the file may hold"
        " two texts, one behind the other.",
    ),
    QT_TRANSLATE_NOOP(
        "Core", "The text begins and breaks off inside sentences; pages may be missing."
    ),
    QT_TRANSLATE_NOOP("Core", "The text begins inside a sentence; pages before it may be missing."),
    QT_TRANSLATE_NOOP("Core", "The text breaks off inside a sentence; pages may be missing."),
    QT_TRANSLATE_NOOP(
        "Core", "This does not look like a text in a language; it was taken as it stands."
    ),
    QT_TRANSLATE_NOOP("Core", "By their numbers, {0} pages are missing after page {1}."),
    QT_TRANSLATE_NOOP(
        "Core", "By their numbers, {0} pages are missing, the first of them after page {1}."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "{0} page turns are doubtful; please look at them, pages may be missing."
    ),
    QT_TRANSLATE_NOOP(
        "Core", "One page turn is doubtful; please look at it, a page may be missing there."
    ),
    QT_TRANSLATE_NOOP("Core", "a heading stands with what it heads"),
    QT_TRANSLATE_NOOP("Core", "the sentence reads on"),
    QT_TRANSLATE_NOOP("Core", "the list of references goes on in order"),
    QT_TRANSLATE_NOOP("Core", "a list of references breaks off"),
    QT_TRANSLATE_NOOP("Core", "the printed page numbers follow"),
    QT_TRANSLATE_NOOP("Core", "both speak of the same things"),
    QT_TRANSLATE_NOOP("Core", "an open bracket is closed"),
    QT_TRANSLATE_NOOP("Core", "the speech in quotation marks goes on"),
    QT_TRANSLATE_NOOP("Core", "the footnotes are counted on"),
    QT_TRANSLATE_NOOP("Core", "a footnote runs over"),
    QT_TRANSLATE_NOOP("Core", "making the page"),
    QT_TRANSLATE_NOOP("Core", "writing notes"),
    QT_TRANSLATE_NOOP("Core", "gathering notes"),
    QT_TRANSLATE_NOOP("Core", "reading notes"),
    QT_TRANSLATE_NOOP("Core", "Reading annotations"),
    QT_TRANSLATE_NOOP("Core", "Comparing with your notes"),
    QT_TRANSLATE_NOOP("Core", "Seeking places"),
    QT_TRANSLATE_NOOP("Core", "Reading what can be read"),
    QT_TRANSLATE_NOOP("Core", "Writing a new notes file"),
    QT_TRANSLATE_NOOP("Core", "Checking the notes file"),
    QT_TRANSLATE_NOOP("Core", "Checking every note"),
    QT_TRANSLATE_NOOP("Core", "Reading the last backup"),
    QT_TRANSLATE_NOOP("Core", "placing links"),
    QT_TRANSLATE_NOOP("Core", "reading the file"),
    QT_TRANSLATE_NOOP("Core", "recognising the work"),
    QT_TRANSLATE_NOOP("Core", "checking"),
    QT_TRANSLATE_NOOP("Core", "done"),
    QT_TRANSLATE_NOOP("Core", "Bringing the search up to date"),
    QT_TRANSLATE_NOOP("Core", "Reading the texts for the search"),
    QT_TRANSLATE_NOOP("Core", "Writing the index"),
    QT_TRANSLATE_NOOP("Core", "Reading the words"),
    QT_TRANSLATE_NOOP("Core", "Joining lines"),
    QT_TRANSLATE_NOOP("Core", "Repairing words"),
    QT_TRANSLATE_NOOP("Core", "Looking for the page order"),
    QT_TRANSLATE_NOOP("Core", "Empty the bin"),
    QT_TRANSLATE_NOOP("Core", "Name a colour"),
    QT_TRANSLATE_NOOP("Core", "Index"),
    QT_TRANSLATE_NOOP("Core", "Join two wordings"),
    QT_TRANSLATE_NOOP("Core", "Keep both wordings"),
    QT_TRANSLATE_NOOP("Core", "Shared folder"),
    QT_TRANSLATE_NOOP("Core", "Minutes"),
    QT_TRANSLATE_NOOP("Core", "Related passages"),
    QT_TRANSLATE_NOOP("Core", "Note on the text"),
    QT_TRANSLATE_NOOP("Core", "Reply"),
    QT_TRANSLATE_NOOP("Core", "Link"),
    QT_TRANSLATE_NOOP("Core", "Note"),
    QT_TRANSLATE_NOOP("Core", "Highlight"),
    QT_TRANSLATE_NOOP("Core", "Underline"),
    QT_TRANSLATE_NOOP("Core", "Strike out"),
    QT_TRANSLATE_NOOP("Core", "Bookmark"),
    QT_TRANSLATE_NOOP("Core", "Question"),
    QT_TRANSLATE_NOOP("Core", "Edit note"),
    QT_TRANSLATE_NOOP("Core", "Change the extent"),
    QT_TRANSLATE_NOOP("Core", "Delete"),
    QT_TRANSLATE_NOOP("Core", "Bring back"),
    QT_TRANSLATE_NOOP("Core", "Colour"),
    QT_TRANSLATE_NOOP("Core", "Tags"),
    QT_TRANSLATE_NOOP("Core", "Take notes of {0}"),
    QT_TRANSLATE_NOOP("Core", "Remove “{0}”"),
    QT_TRANSLATE_NOOP("Core", "Add “{0}”"),
    QT_TRANSLATE_NOOP("Core", "Edit title and author"),
    QT_TRANSLATE_NOOP("Core", "Repair the notes"),
    QT_TRANSLATE_NOOP("Core", "finding the places of notes"),
    QT_TRANSLATE_NOOP(
        "Core",
        "The notes were repaired: {0} wordings are sound, {1} of them from the last backup. "
        "The damaged file was kept as {2}.",
    ),
    QT_TRANSLATE_NOOP("Core", "A note could not be read and is in no backup."),
    QT_TRANSLATE_NOOP("Core", "A note (row {0}) is damaged."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The backup of {0} UTC with {1} wordings is in place. What stood there was kept as {2}.",
    ),
    QT_TRANSLATE_NOOP("Core", "The marks of which wordings are current do not fit."),
    QT_TRANSLATE_NOOP("Core", "Begin a trail"),
    QT_TRANSLATE_NOOP("Core", "Add to the trail"),
    QT_TRANSLATE_NOOP("Core", "Change the trail"),
    QT_TRANSLATE_NOOP("Core", "Links"),
    QT_TRANSLATE_NOOP("Core", "The text could not be added ({0}); nothing was changed."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The work in the background ended before its time; what was done is kept. Try "
        "again, and close other programs if memory is short.",
    ),
    QT_TRANSLATE_NOOP("Core", "The work in the background failed: {0}."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The place {0} has no words that are found again; choose a passage with a whole sentence.",
    ),
    QT_TRANSLATE_NOOP("Core", "Both ends of the link are the same; give two different passages."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The link has no reason; say in one sentence what the reader will find.",
    ),
    QT_TRANSLATE_NOOP("Core", "This link is not among your own; shipped ones stay."),
    QT_TRANSLATE_NOOP("Core", "Your links cannot be saved while the file has a mistake: {0}"),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be read ({1}); nothing was changed."),
    QT_TRANSLATE_NOOP("Core", "The text could not be added ({0}); nothing was lost."),
    QT_TRANSLATE_NOOP("Core", "waiting for another text"),
    QT_TRANSLATE_NOOP(
        "Core",
        "Related passages cannot be kept ({0}); check who may write to the library and "
        "whether the disk is full.",
    ),
    QT_TRANSLATE_NOOP("Core", "Edit a curated link"),
    QT_TRANSLATE_NOOP("Core", "Remove a curated link"),
    QT_TRANSLATE_NOOP("Core", "The template {0} cannot be read: {1}."),
    QT_TRANSLATE_NOOP("Core", "There is no template of yours called “{0}”."),
    QT_TRANSLATE_NOOP("Core", "“{0}” is a template of the program; give yours another name."),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be removed ({1})."),
    QT_TRANSLATE_NOOP("Core", "Give the template a name."),
)
