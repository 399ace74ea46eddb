<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Agenda</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message numerus="yes">
        <source>Took %n line(s).</source>
        <translation>
            <numerusform>Took %n line.</numerusform>
            <numerusform>Took %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) of the file are shown in the texts; nothing was taken.</source>
        <translation>
            <numerusform>%n mark of the file is shown in the texts; nothing was taken.</numerusform>
            <numerusform>%n marks of the file are shown in the texts; nothing was taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) came from {0}.</source>
        <translation>
            <numerusform>%n note came from {0}.</numerusform>
            <numerusform>%n notes came from {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n note(s) to export.</source>
        <translation>
            <numerusform>%n note to export.</numerusform>
            <numerusform>%n notes to export.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryPage</name>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n concept</numerusform>
            <numerusform>%n concepts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n concept(s)</source>
        <translation>
            <numerusform>{0} of %n concept</numerusform>
            <numerusform>{0} of %n concepts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message numerus="yes">
        <source>⚠ %n note(s) in two wordings…</source>
        <translation>
            <numerusform>⚠ %n note in two wordings…</numerusform>
            <numerusform>⚠ %n notes in two wordings…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LensColumn</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in one passage · {0} in a thousand words</source>
        <translation>
            <numerusform>%n time in one passage · {0} in a thousand words</numerusform>
            <numerusform>%n times in one passage · {0} in a thousand words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} times in %n passage(s) · {1} in a thousand words</source>
        <translation>
            <numerusform>{0} times in %n passage · {1} in a thousand words</numerusform>
            <numerusform>{0} times in %n passages · {1} in a thousand words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LensPage</name>
    <message numerus="yes">
        <source>Nor in %n other text(s).</source>
        <translation>
            <numerusform>Nor in %n other text.</numerusform>
            <numerusform>Nor in %n other texts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) say it; those that say it most often are shown.</source>
        <translation>
            <numerusform>%n text says it; those that say it most often are shown.</numerusform>
            <numerusform>%n texts say it; those that say it most often are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linked passage(s)</source>
        <translation>
            <numerusform>%n linked passage</numerusform>
            <numerusform>%n linked passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
    <message numerus="yes">
        <source>{0} of %n link(s)</source>
        <translation>
            <numerusform>{0} of %n link</numerusform>
            <numerusform>{0} of %n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message numerus="yes">
        <source>%n link(s), {0} of them made by people (whole lines). Up and Down walk along them, Return opens both ends; a click opens a passage or a link.</source>
        <translation>
            <numerusform>%n link, {0} of them made by people (whole lines). Up and Down walk along them, Return opens both ends; a click opens a passage or a link.</numerusform>
            <numerusform>%n links, {0} of them made by people (whole lines). Up and Down walk along them, Return opens both ends; a click opens a passage or a link.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message numerus="yes">
        <source>and %n more; see the notes list</source>
        <translation>
            <numerusform>and %n more; see the notes list</numerusform>
            <numerusform>and %n more; see the notes list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message numerus="yes">
        <source>%n note(s) of the minutes were kept.</source>
        <translation>
            <numerusform>%n note of the minutes was kept.</numerusform>
            <numerusform>%n notes of the minutes were kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>&amp;Take %n line(s)</source>
        <translation>
            <numerusform>&amp;Take %n line</numerusform>
            <numerusform>&amp;Take %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <source>%n page(s) written.</source>
        <translation>
            <numerusform>%n page written.</numerusform>
            <numerusform>%n pages written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelatedPanel</name>
    <message numerus="yes">
        <source>{0}: %n passage(s)</source>
        <translation>
            <numerusform>{0}: %n passage</numerusform>
            <numerusform>{0}: %n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n text(s)</source>
        <translation>
            <numerusform>in %n text</numerusform>
            <numerusform>in %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: the filters hide %n passage(s).</source>
        <translation>
            <numerusform>{0}: the filters hide %n passage.</numerusform>
            <numerusform>{0}: the filters hide %n passages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestorationView</name>
    <message numerus="yes">
        <source>%n page(s); the order is {0} sure;</source>
        <translation>
            <numerusform>%n page; the order is {0} sure;</numerusform>
            <numerusform>%n pages; the order is {0} sure;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) of pages are doubtful.</source>
        <translation>
            <numerusform>%n turn of pages is doubtful.</numerusform>
            <numerusform>%n turns of pages are doubtful.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%n hit(s);</source>
        <translation>
            <numerusform>%n hit;</numerusform>
            <numerusform>%n hits;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) or more;</source>
        <translation>
            <numerusform>%n hit or more;</numerusform>
            <numerusform>%n hits or more;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n are listed</source>
        <translation>
            <numerusform>the first %n is listed</numerusform>
            <numerusform>the first %n are listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) or more</source>
        <translation>
            <numerusform>%n hit or more</numerusform>
            <numerusform>%n hits or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n text(s)</source>
        <translation>
            <numerusform>in %n text</numerusform>
            <numerusform>in %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message numerus="yes">
        <source>%n note(s) deleted</source>
        <translation>
            <numerusform>%n note deleted</numerusform>
            <numerusform>%n notes deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <extracomment>Key of the first page in the window&apos;s stack. Most texts added at once that come to stand side by side. Refusals told one by one; of the others it is said how many they are. Words of the first line that name a text from the clipboard. How the names of annotation files end: they are looked at, not added.</extracomment>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Adding %n text(s)</source>
        <translation>
            <numerusform>Adding %n text</numerusform>
            <numerusform>Adding %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were looked at.</source>
        <translation>
            <numerusform>%n text was looked at.</numerusform>
            <numerusform>%n texts were looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>%n file could not be added:</numerusform>
            <numerusform>%n files could not be added:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more.</source>
        <translation>
            <numerusform>%n more.</numerusform>
            <numerusform>%n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToPrinter</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n page sent to the printer.</numerusform>
            <numerusform>%n pages sent to the printer.</numerusform>
        </translation>
    </message>
</context>
</TS>
