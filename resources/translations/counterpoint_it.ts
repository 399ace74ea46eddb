<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it_IT">
<context>
    <name>About</name>
    <message>
        <source>About Counterpoint</source>
        <translation>Informazioni su Counterpoint</translation>
    </message>
    <message>
        <source>Reads difficult texts side by side. Free software under the MIT licence; the companions and the manual under CC BY 4.0.

Made with Qt and PySide6 {qt} (LGPL 3), Whoosh (BSD), Python-Markdown (BSD), nh3 (MIT), NumPy (BSD). Type: Literata, Inter, Atkinson Hyperlegible (SIL Open Font License). Icons: Lucide (ISC).

Nothing you read or write leaves this computer unless you send it.</source>
        <translation>Per leggere testi difficili, l’uno accanto all’altro. Software libero con licenza MIT; le guide alla lettura e il manuale con licenza CC BY 4.0.

Realizzato con Qt e PySide6 {qt} (LGPL 3), Whoosh (BSD), Python-Markdown (BSD), nh3 (MIT), NumPy (BSD). Caratteri: Literata, Inter, Atkinson Hyperlegible (SIL Open Font License). Icone: Lucide (ISC).

Nulla di ciò che si legge o si scrive lascia questo computer, se non lo si invia.</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <source>Written twice, apart; choose under “Two wordings of a note”.</source>
        <extracomment>Changes of so few annotations are shown one by one, else the text is shown anew.</extracomment>
        <translation>Scritta due volte, separatamente; scegliere in “Due stesure di una nota”.</translation>
    </message>
    <message>
        <source>Private: in no file for others.</source>
        <translation>Privata: in nessun file destinato ad altri.</translation>
    </message>
    <message>
        <source>Select words that overlap one of your marks to change its extent.</source>
        <translation>Selezionare parole che si sovrappongono a un proprio segno per cambiarne l’estensione.</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Eliminato.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Annullato: {what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>answer to {0}</source>
        <translation>risposta a {0}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etichette</translation>
    </message>
    <message>
        <source>Tags, separated by commas:</source>
        <translation>Etichette, separate da virgole:</translation>
    </message>
    <message>
        <source>There is no further note or mark in this text.</source>
        <translation>Non ci sono altre note né altri segni in questo testo.</translation>
    </message>
    <message>
        <source>This link leads to {address}.</source>
        <translation>Questo collegamento porta a {address}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Add texts…</source>
        <translation>Aggiungi testi…</translation>
    </message>
    <message>
        <source>Only web and mail addresses can be opened.</source>
        <translation>Si possono aprire solo indirizzi web e di posta elettronica.</translation>
    </message>
    <message>
        <source>The words here have changed since.</source>
        <translation>Da allora le parole in questo punto sono cambiate.</translation>
    </message>
    <message>
        <source>These words stand in several places.</source>
        <translation>Queste parole si trovano in più luoghi.</translation>
    </message>
</context>
<context>
    <name>ColourNames</name>
    <message>
        <source>Names of the colours</source>
        <translation>Nomi dei colori</translation>
    </message>
    <message>
        <source>Name of {colour}</source>
        <translation>Nome del colore: {colour}</translation>
    </message>
    <message>
        <source>What does a mark in this colour mean to you?</source>
        <translation>Che cosa significa un segno di questo colore?</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Yellow</source>
        <translation>Giallo</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blu</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Viola</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Arancione</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <extracomment>The menus in their order, with their titles.</extracomment>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Modifica</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Visualizza</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Va&amp;i</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>&amp;Annota</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Confronta</translation>
    </message>
    <message>
        <source>G&amp;roup</source>
        <translation>&amp;Gruppo</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;uto</translation>
    </message>
    <message>
        <source>&amp;Add texts…</source>
        <extracomment>Every command of the program.</extracomment>
        <translation>&amp;Aggiungi testi…</translation>
    </message>
    <message>
        <source>Add from the clip&amp;board</source>
        <translation>Aggiungi dagli app&amp;unti</translation>
    </message>
    <message>
        <source>Open a te&amp;xt here…</source>
        <translation>Apri un te&amp;sto qui…</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Biblioteca</translation>
    </message>
    <message>
        <source>How the text was &amp;restored…</source>
        <translation>Come il testo è stato &amp;restaurato…</translation>
    </message>
    <message>
        <source>Show the library &amp;folder</source>
        <translation>Mostra la &amp;cartella della biblioteca</translation>
    </message>
    <message>
        <source>&amp;Export notes…</source>
        <translation>&amp;Esporta note…</translation>
    </message>
    <message>
        <source>Export as P&amp;DF…</source>
        <translation>Esporta come P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Stam&amp;pa…</translation>
    </message>
    <message>
        <source>Preference&amp;s…</source>
        <translation>Preferen&amp;ze…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Esc&amp;i</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annulla</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ripristina</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copia</translation>
    </message>
    <message>
        <source>Copy with &amp;citation</source>
        <translation>Copia con citazio&amp;ne</translation>
    </message>
    <message>
        <source>Copy &amp;link to the passage</source>
        <translation>Copia il co&amp;llegamento al passo</translation>
    </message>
    <message>
        <source>Select &amp;more</source>
        <translation>Selezi&amp;ona di più</translation>
    </message>
    <message>
        <source>Select l&amp;ess</source>
        <translation>Seleziona di m&amp;eno</translation>
    </message>
    <message>
        <source>&amp;Find in this text</source>
        <translation>&amp;Trova in questo testo</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Trova s&amp;uccessivo</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Trova &amp;precedente</translation>
    </message>
    <message>
        <source>&amp;Search everything</source>
        <translation>Cerca o&amp;vunque</translation>
    </message>
    <message>
        <source>C&amp;oncordance of a word</source>
        <translation>Concor&amp;danze di una parola</translation>
    </message>
    <message>
        <source>&amp;One pane</source>
        <translation>&amp;Un riquadro</translation>
    </message>
    <message>
        <source>&amp;Two panes</source>
        <translation>&amp;Due riquadri</translation>
    </message>
    <message>
        <source>T&amp;hree panes</source>
        <translation>&amp;Tre riquadri</translation>
    </message>
    <message>
        <source>&amp;Four panes</source>
        <translation>&amp;Quattro riquadri</translation>
    </message>
    <message>
        <source>&amp;Close the pane</source>
        <translation>&amp;Chiudi il riquadro</translation>
    </message>
    <message>
        <source>&amp;Reopen the pane</source>
        <translation>&amp;Riapri il riquadro</translation>
    </message>
    <message>
        <source>&amp;Side panel</source>
        <translation>Pannello &amp;laterale</translation>
    </message>
    <message>
        <source>Notes in the &amp;margin</source>
        <translation>Note a &amp;margine</translation>
    </message>
    <message>
        <source>&amp;Unfold all notes</source>
        <translation>Espandi tutte le &amp;note</translation>
    </message>
    <message>
        <source>Marks along the &amp;text</source>
        <translation>Se&amp;gni lungo il testo</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Testo più gr&amp;ande</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Testo più &amp;piccolo</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>Testo n&amp;ormale</translation>
    </message>
    <message>
        <source>Ne&amp;xt theme</source>
        <translation>T&amp;ema successivo</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>Tema: come il sistema</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Tema: chiaro</translation>
    </message>
    <message>
        <source>Theme: sepia</source>
        <translation>Tema: seppia</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Tema: scuro</translation>
    </message>
    <message>
        <source>Theme: high contrast</source>
        <translation>Tema: contrasto elevato</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>Schermo &amp;intero</translation>
    </message>
    <message>
        <source>Only the te&amp;xt</source>
        <translation>&amp;Solo il testo</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Indietro</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Avanti</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Vai a…</translation>
    </message>
    <message>
        <source>&amp;Outline of this text</source>
        <translation>In&amp;dice di questo testo</translation>
    </message>
    <message>
        <source>Next &amp;section</source>
        <translation>&amp;Sezione successiva</translation>
    </message>
    <message>
        <source>Previous s&amp;ection</source>
        <translation>S&amp;ezione precedente</translation>
    </message>
    <message>
        <source>Next &amp;passage</source>
        <translation>&amp;Passo successivo</translation>
    </message>
    <message>
        <source>Previous p&amp;assage</source>
        <translation>Pass&amp;o precedente</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>Frase successiva</translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation>Frase precedente</translation>
    </message>
    <message>
        <source>Next clause</source>
        <translation>Proposizione successiva</translation>
    </message>
    <message>
        <source>Previous clause</source>
        <translation>Proposizione precedente</translation>
    </message>
    <message>
        <source>Next &amp;note or mark</source>
        <translation>&amp;Nota o segno successivo</translation>
    </message>
    <message>
        <source>Previous n&amp;ote or mark</source>
        <translation>Nota o se&amp;gno precedente</translation>
    </message>
    <message>
        <source>Next pa&amp;ne</source>
        <translation>Ri&amp;quadro successivo</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Riquadro precedente</translation>
    </message>
    <message>
        <source>To the &amp;text</source>
        <translation>Al &amp;testo</translation>
    </message>
    <message>
        <source>To the &amp;contents</source>
        <translation>A&amp;ll’indice</translation>
    </message>
    <message>
        <source>To the notes &amp;list</source>
        <translation>All’elen&amp;co delle note</translation>
    </message>
    <message>
        <source>To the sea&amp;rch</source>
        <translation>Alla &amp;ricerca</translation>
    </message>
    <message>
        <source>To the related &amp;passages</source>
        <translation>Ai passi a&amp;ffini</translation>
    </message>
    <message>
        <source>To the &amp;margin</source>
        <translation>Al &amp;margine</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Scheda successiva</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Scheda precedente</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>&amp;Evidenzia</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>&amp;Sottolinea</translation>
    </message>
    <message>
        <source>&amp;Strike out</source>
        <translation>&amp;Barra</translation>
    </message>
    <message>
        <source>Colour &amp;1</source>
        <translation>Colore &amp;1</translation>
    </message>
    <message>
        <source>Colour &amp;2</source>
        <translation>Colore &amp;2</translation>
    </message>
    <message>
        <source>Colour &amp;3</source>
        <translation>Colore &amp;3</translation>
    </message>
    <message>
        <source>Colour &amp;4</source>
        <translation>Colore &amp;4</translation>
    </message>
    <message>
        <source>Colour &amp;5</source>
        <translation>Colore &amp;5</translation>
    </message>
    <message>
        <source>Colour &amp;6</source>
        <translation>Colore &amp;6</translation>
    </message>
    <message>
        <source>Margin &amp;note</source>
        <translation>&amp;Nota a margine</translation>
    </message>
    <message>
        <source>&amp;Question for the group</source>
        <translation>&amp;Domanda per il gruppo</translation>
    </message>
    <message>
        <source>Note on the &amp;whole text</source>
        <translation>Nota sull’in&amp;tero testo</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>Etic&amp;hette…</translation>
    </message>
    <message>
        <source>&amp;Bookmark</source>
        <translation>Se&amp;gnalibro</translation>
    </message>
    <message>
        <source>&amp;Link two passages</source>
        <translation>Co&amp;llega due passi</translation>
    </message>
    <message>
        <source>Add to the t&amp;rail</source>
        <translation>Aggi&amp;ungi al percorso</translation>
    </message>
    <message>
        <source>&amp;Open the note</source>
        <translation>&amp;Apri la nota</translation>
    </message>
    <message>
        <source>Answe&amp;r the note</source>
        <translation>&amp;Rispondi alla nota</translation>
    </message>
    <message>
        <source>Change the e&amp;xtent to the selection</source>
        <translation>Adatta l’estensione alla selezi&amp;one</translation>
    </message>
    <message>
        <source>&amp;Delete the mark</source>
        <translation>El&amp;imina il segno</translation>
    </message>
    <message>
        <source>Earlier &amp;wordings</source>
        <translation>Stesure &amp;precedenti</translation>
    </message>
    <message>
        <source>Deleted notes…</source>
        <translation>Note eliminate…</translation>
    </message>
    <message>
        <source>Na&amp;mes of the colours…</source>
        <translation>No&amp;mi dei colori…</translation>
    </message>
    <message>
        <source>&amp;Follow the argument</source>
        <translation>&amp;Segui l’argomentazione</translation>
    </message>
    <message>
        <source>&amp;Bring the counterpart here</source>
        <translation>&amp;Porta qui il passo corrispondente</translation>
    </message>
    <message>
        <source>&amp;Why related?</source>
        <translation>Perché sono a&amp;ffini?</translation>
    </message>
    <message>
        <source>&amp;Accept the link</source>
        <translation>&amp;Accetta il collegamento</translation>
    </message>
    <message>
        <source>&amp;Reject the link</source>
        <translation>&amp;Rifiuta il collegamento</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Glossario</translation>
    </message>
    <message>
        <source>&amp;Topics across the authors</source>
        <translation>&amp;Temi a confronto tra gli autori</translation>
    </message>
    <message>
        <source>&amp;Map of the texts</source>
        <translation>&amp;Mappa dei testi</translation>
    </message>
    <message>
        <source>What one says and another &amp;never</source>
        <translation>Ciò che uno dice e un altro ma&amp;i</translation>
    </message>
    <message>
        <source>&amp;Trails</source>
        <translation>Perc&amp;orsi</translation>
    </message>
    <message>
        <source>&amp;Take in annotation files…</source>
        <translation>&amp;Importa file di annotazioni…</translation>
    </message>
    <message>
        <source>&amp;Save my annotation file…</source>
        <translation>&amp;Salva il mio file di annotazioni…</translation>
    </message>
    <message>
        <source>The &amp;folder of the group…</source>
        <translation>La &amp;cartella del gruppo…</translation>
    </message>
    <message>
        <source>&amp;Members, questions, agenda</source>
        <translation>&amp;Membri, domande, ordine del giorno</translation>
    </message>
    <message>
        <source>&amp;How many marked each sentence</source>
        <translation>&amp;Quanti hanno segnato ogni frase</translation>
    </message>
    <message>
        <source>Two &amp;wordings of a note…</source>
        <translation>D&amp;ue stesure di una nota…</translation>
    </message>
    <message>
        <source>Sealed first &amp;reading</source>
        <translation>Prima &amp;lettura sigillata</translation>
    </message>
    <message>
        <source>I have finished this se&amp;ction</source>
        <translation>&amp;Ho finito questa sezione</translation>
    </message>
    <message>
        <source>&amp;Keep my note private</source>
        <translation>Tieni p&amp;rivata la mia nota</translation>
    </message>
    <message>
        <source>&amp;Packet for the meeting…</source>
        <translation>&amp;Fascicolo per l’incontro…</translation>
    </message>
    <message>
        <source>Mi&amp;nutes of the meeting…</source>
        <translation>&amp;Verbale dell’incontro…</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manuale</translation>
    </message>
    <message>
        <source>&amp;All commands…</source>
        <translation>&amp;Tutti i comandi…</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>Ta&amp;sti…</translation>
    </message>
    <message>
        <source>A&amp;bout Counterpoint</source>
        <translation>&amp;Informazioni su Counterpoint</translation>
    </message>
</context>
<context>
    <name>DispersionPlot</name>
    <message>
        <source>Places in “{0}”: {1}</source>
        <translation>Luoghi in “{0}”: {1}</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop files anywhere in this window: plain text, Markdown, HTML, EPUB, PDF or Word. Pages scanned or extracted from a booklet are put into reading order.</source>
        <translation>Trascinare file in un punto qualsiasi di questa finestra: testo semplice, Markdown, HTML, EPUB, PDF o Word. Le pagine scansionate o estratte da un opuscolo vengono rimesse nell’ordine di lettura.</translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>Take in annotation files</source>
        <translation>Importa file di annotazioni</translation>
    </message>
    <message>
        <source>Annotation files</source>
        <translation>File di annotazioni</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tutti i file</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lettura di {name}</translation>
    </message>
    <message numerus="yes">
        <source>Took %n line(s).</source>
        <translation>
            <numerusform>Importata %n riga.</numerusform>
            <numerusform>Importate %n righe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Taking notes in</source>
        <translation>Importazione delle note</translation>
    </message>
    <message>
        <source>Stopped; nothing was taken.</source>
        <translation>Interrotto; nulla è stato importato.</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) of the file are shown in the texts; nothing was taken.</source>
        <translation>
            <numerusform>%n segno del file è mostrato nei testi; nulla è stato importato.</numerusform>
            <numerusform>%n segni del file sono mostrati nei testi; nulla è stato importato.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Nascondili</translation>
    </message>
    <message>
        <source>Save my annotation file</source>
        <translation>Salva il mio file di annotazioni</translation>
    </message>
    <message>
        <source>Written to {0}.</source>
        <translation>Scritto in {0}.</translation>
    </message>
    <message>
        <source>The folder of the group</source>
        <translation>La cartella del gruppo</translation>
    </message>
    <message>
        <source>Your notes are written to {0}; those of the others are taken from it.</source>
        <translation>Le proprie note vengono scritte in {0}; da lì vengono prese quelle degli altri.</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Smetti di condividere</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) came from {0}.</source>
        <translation>
            <numerusform>%n nota è arrivata da {0}.</numerusform>
            <numerusform>%n note sono arrivate da {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>The file of {0} has lines that are taken only if you say so.</source>
        <translation>Il file di {0} contiene righe che vengono importate solo su richiesta.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Guarda</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Take notes away</source>
        <translation>Esporta le note</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Pagina web (HTML)</translation>
    </message>
    <message>
        <source>Annotation file (W3C)</source>
        <translation>File di annotazioni (W3C)</translation>
    </message>
    <message>
        <source>Folder of linked Markdown files</source>
        <translation>Cartella di file Markdown collegati</translation>
    </message>
    <message>
        <source>Study notes</source>
        <translation>Note di studio</translation>
    </message>
    <message>
        <source>Quotations with references</source>
        <translation>Citazioni con riferimenti</translation>
    </message>
    <message>
        <source>By section</source>
        <translation>Per sezione</translation>
    </message>
    <message>
        <source>By concept</source>
        <translation>Per concetto</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Per etichetta</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>Per persona</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>Tutti i testi</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Tutte le etichette</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tutte le persone</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>&amp;Style</source>
        <translation>&amp;Stile</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Ordine</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Testo</translation>
    </message>
    <message>
        <source>T&amp;ag</source>
        <translation>&amp;Etichetta</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Persona</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this text</source>
        <extracomment>Most places that are marked; beyond, the count says &quot;more&quot;. Signs that people type in one form and texts print in another.</extracomment>
        <translation>Trova in questo testo</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Luogo precedente</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Luogo successivo</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Chiudi la barra di ricerca</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nessun risultato</translation>
    </message>
    <message>
        <source>{at} of {total}</source>
        <translation>{at} di {total}</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>The other texts follow what you read. Press R to let them stay.</source>
        <extracomment>The panes follow so long after the leading one came to rest: no twitching while one scrolls. Where a counterpart is brought: a third of the way down, where the eye is.</extracomment>
        <translation>Gli altri testi seguono la lettura. Premere R per lasciarli fermi.</translation>
    </message>
    <message>
        <source>The other texts stay where they are.</source>
        <translation>Gli altri testi restano dove sono.</translation>
    </message>
    <message>
        <source>no counterpart here</source>
        <translation>qui nessuna corrispondenza</translation>
    </message>
    <message>
        <source>Looking for counterparts</source>
        <translation>Ricerca delle corrispondenze</translation>
    </message>
    <message>
        <source>put here by hand</source>
        <translation>portato qui a mano</translation>
    </message>
</context>
<context>
    <name>FootnotePopup</name>
    <message>
        <source>Note {label}</source>
        <translation>Nota {label}</translation>
    </message>
    <message>
        <source>Enter goes to the note, Esc closes</source>
        <translation>Invio va alla nota, Esc chiude</translation>
    </message>
</context>
<context>
    <name>GlossaryForm</name>
    <message>
        <source>Name of the concept</source>
        <translation>Nome del concetto</translation>
    </message>
    <message>
        <source>Other spellings, one a line</source>
        <translation>Altre grafie, una per riga</translation>
    </message>
    <message>
        <source>Coined by</source>
        <translation>Coniato da</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Save in your own glossary (Ctrl+Return)</source>
        <translation>Salva nel glossario personale (Ctrl+Invio)</translation>
    </message>
    <message>
        <source>Look at it in the texts</source>
        <translation>Guardalo nei testi</translation>
    </message>
    <message>
        <source>Take my version out</source>
        <translation>Togli la mia versione</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Spellings</source>
        <translation>Grafie</translation>
    </message>
    <message>
        <source>What it means for {0}</source>
        <translation>Che cosa significa per {0}</translation>
    </message>
    <message>
        <source>For {0}</source>
        <translation>Per {0}</translation>
    </message>
    <message>
        <source>Broader</source>
        <translation>Più ampio</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Più ristretto</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Affine</translation>
    </message>
    <message>
        <source>Opposed</source>
        <translation>Opposto</translation>
    </message>
</context>
<context>
    <name>GlossaryPage</name>
    <message>
        <source>Find a concept</source>
        <extracomment>Counts the concepts in works: by key, then by work.</extracomment>
        <translation>Trova un concetto</translation>
    </message>
    <message>
        <source>Which concepts</source>
        <translation>Quali concetti</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Concetti</translation>
    </message>
    <message>
        <source>New concept</source>
        <translation>Nuovo concetto</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Conteggio in corso…</translation>
    </message>
    <message>
        <source>All concepts</source>
        <translation>Tutti i concetti</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>I miei</translation>
    </message>
    <message>
        <source>In every text</source>
        <translation>In ogni testo</translation>
    </message>
    <message>
        <source>Unsaid somewhere</source>
        <translation>Taciuti in qualche testo</translation>
    </message>
    <message>
        <source>Never in: {0}</source>
        <translation>Mai in: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n concetto</numerusform>
            <numerusform>%n concetti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n concept(s)</source>
        <translation>
            <numerusform>{0} di %n concetto</numerusform>
            <numerusform>{0} di %n concetti</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>mai</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>What of the group</source>
        <extracomment>Of a passage in a list, code points: three lines.</extracomment>
        <translation>Che cosa mostrare del gruppo</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Ordine del giorno</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Domande</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membri</translation>
    </message>
    <message>
        <source>The group</source>
        <translation>Il gruppo</translation>
    </message>
    <message>
        <source>&amp;Colours stand for people</source>
        <translation>I &amp;colori indicano le persone</translation>
    </message>
    <message>
        <source>&amp;Sealed first reading</source>
        <translation>Prima lettura &amp;sigillata</translation>
    </message>
    <message>
        <source>Others&apos; marks stay hidden in a section until you marked or finished it.</source>
        <translation>I segni degli altri restano nascosti in una sezione finché non vi si è fatto un segno o non la si è finita.</translation>
    </message>
    <message>
        <source>I have &amp;finished this section</source>
        <translation>Ho &amp;finito questa sezione</translation>
    </message>
    <message>
        <source>The group&apos;s f&amp;older…</source>
        <translation>Cartella del &amp;gruppo…</translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n note(s) in two wordings…</source>
        <translation>
            <numerusform>⚠ %n nota in due stesure…</numerusform>
            <numerusform>⚠ %n note in due stesure…</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared folder: {0}</source>
        <translation>Cartella condivisa: {0}</translation>
    </message>
    <message>
        <source>No folder is shared yet.</source>
        <translation>Nessuna cartella è ancora condivisa.</translation>
    </message>
    <message>
        <source>Nothing to talk about yet: marks and notes of the group will stand here.</source>
        <translation>Ancora nulla di cui parlare: qui compariranno i segni e le note del gruppo.</translation>
    </message>
    <message>
        <source>Nobody asked anything yet. Press Q on words to ask the group.</source>
        <translation>Nessuno ha ancora chiesto nulla. Premere Q su alcune parole per chiedere al gruppo.</translation>
    </message>
    <message>
        <source>Nobody has written anything yet.</source>
        <translation>Nessuno ha ancora scritto nulla.</translation>
    </message>
    <message>
        <source>Nobody marked</source>
        <translation>Non segnati da nessuno</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passo</numerusform>
            <numerusform>%n passi</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aperte</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Con risposta</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n risposta</numerusform>
            <numerusform>%n risposte</numerusform>
        </translation>
    </message>
    <message>
        <source>Colours that mean different things</source>
        <translation>Colori che significano cose diverse</translation>
    </message>
    <message>
        <source>you</source>
        <translation>io</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>in silenzio</translation>
    </message>
    <message>
        <source>not shown in the texts</source>
        <translation>non mostrato nei testi</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n note</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in the texts</source>
        <translation>Mostra nei testi</translation>
    </message>
    <message>
        <source>Mute everywhere</source>
        <translation>Silenzia ovunque</translation>
    </message>
</context>
<context>
    <name>Grouping</name>
    <message>
        <source>Group</source>
        <extracomment>After the last change, before the panel is brought up to date, ms.</extracomment>
        <translation>Gruppo</translation>
    </message>
    <message>
        <source>Keep private</source>
        <translation>Tieni privata</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Condividi</translation>
    </message>
    <message>
        <source>This note stays out of the files for others now.</source>
        <translation>Ora questa nota resta fuori dai file destinati agli altri.</translation>
    </message>
    <message>
        <source>This note is shared with the others again.</source>
        <translation>Questa nota è di nuovo condivisa con gli altri.</translation>
    </message>
    <message>
        <source>Others&apos; marks stay hidden until you marked or finished a section.</source>
        <translation>I segni degli altri restano nascosti finché non si è segnata o finita una sezione.</translation>
    </message>
    <message>
        <source>Everybody&apos;s marks are shown.</source>
        <translation>I segni di tutti sono mostrati.</translation>
    </message>
    <message>
        <source>This section is open already.</source>
        <translation>Questa sezione è già aperta.</translation>
    </message>
    <message>
        <source>The marks of the others in this section are shown now.</source>
        <translation>Ora i segni degli altri in questa sezione sono mostrati.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>No note stands in two wordings.</source>
        <translation>Nessuna nota è in due stesure.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Avanti</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Indice</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>Trova in questo testo</translation>
    </message>
    <message>
        <source>Close this pane</source>
        <translation>Chiudi questo riquadro</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Note on the whole text</source>
        <translation>Nota sull’intero testo</translation>
    </message>
    <message>
        <source>On “{title}”, in Markdown:</source>
        <translation>Su “{title}”, in Markdown:</translation>
    </message>
    <message>
        <source>Written; it stands in the notes list.</source>
        <translation>Scritta; si trova nell’elenco delle note.</translation>
    </message>
    <message>
        <source>Earlier wordings</source>
        <translation>Stesure precedenti</translation>
    </message>
    <message>
        <source>Use this wording</source>
        <translation>Usa questa stesura</translation>
    </message>
    <message>
        <source>Deleted notes</source>
        <translation>Note eliminate</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recupera</translation>
    </message>
    <message>
        <source>Throw all away for good</source>
        <translation>Elimina tutto definitivamente</translation>
    </message>
    <message>
        <source>Earlier wording</source>
        <translation>Stesura precedente</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>Words of the note</source>
        <translation>Parole della nota</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>Qui non c’è nulla.</translation>
    </message>
</context>
<context>
    <name>LensColumn</name>
    <message>
        <source>Contexts in “{0}”</source>
        <extracomment>Words in each list of neighbours. Height that the contexts get at first, when there are many.</extracomment>
        <translation>Contesti in “{0}”</translation>
    </message>
    <message>
        <source>Meaning in “{0}”</source>
        <translation>Significato in “{0}”</translation>
    </message>
    <message>
        <source>Never says it</source>
        <translation>Non lo dice mai</translation>
    </message>
    <message>
        <source>Once · {0} in a thousand words</source>
        <translation>Una volta · {0} ogni mille parole</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in one passage · {0} in a thousand words</source>
        <translation>
            <numerusform>%n volta in un solo passo · {0} ogni mille parole</numerusform>
            <numerusform>%n volte in un solo passo · {0} ogni mille parole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} times in %n passage(s) · {1} in a thousand words</source>
        <translation>
            <numerusform>{0} volte in %n passo · {1} ogni mille parole</numerusform>
            <numerusform>{0} volte in %n passi · {1} ogni mille parole</numerusform>
        </translation>
    </message>
    <message>
        <source>In short</source>
        <translation>In breve</translation>
    </message>
    <message>
        <source>In the text’s own words</source>
        <translation>Con le parole del testo</translation>
    </message>
    <message>
        <source>Kept near it</source>
        <translation>Ciò che gli sta vicino</translation>
    </message>
    <message>
        <source>Avoided near it, where others say it</source>
        <translation>Evitato lì vicino, dove altri lo dicono</translation>
    </message>
    <message>
        <source>May stand in for it: guesses</source>
        <translation>Forse ne fa le veci: ipotesi</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n volta</numerusform>
            <numerusform>%n volte</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} near, {1} in all</source>
        <translation>{0} vicino, {1} in tutto</translation>
    </message>
</context>
<context>
    <name>LensPage</name>
    <message>
        <source>A concept, a word, or a query</source>
        <extracomment>Looks at a subject in works. A column narrower than this shows too little context, px.</extracomment>
        <translation>Un concetto, una parola o una ricerca</translation>
    </message>
    <message>
        <source>Concept, word or query to look at</source>
        <translation>Concetto, parola o ricerca da osservare</translation>
    </message>
    <message>
        <source>Order of the contexts</source>
        <translation>Ordine dei contesti</translation>
    </message>
    <message>
        <source>As they stand</source>
        <translation>Come si trovano nel testo</translation>
    </message>
    <message>
        <source>By the words after</source>
        <translation>Per le parole che seguono</translation>
    </message>
    <message>
        <source>By the words before</source>
        <translation>Per le parole che precedono</translation>
    </message>
    <message>
        <source>Edit the concept</source>
        <translation>Modifica il concetto</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>As Markdown…</source>
        <translation>Come Markdown…</translation>
    </message>
    <message>
        <source>As a drawing (SVG)…</source>
        <translation>Come disegno (SVG)…</translation>
    </message>
    <message>
        <source>There is no text to look at. Add one, or open one.</source>
        <translation>Non c’è alcun testo da osservare. Aggiungerne o aprirne uno.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Ricerca in corso…</translation>
    </message>
    <message>
        <source>Type a word and press Return: every place where it stands, text beside text, with what each author keeps near it and who never says it.</source>
        <translation>Scrivere una parola e premere Invio: ogni luogo in cui si trova, testo accanto a testo, con ciò che ogni autore le tiene vicino e chi non la dice mai.</translation>
    </message>
    <message>
        <source>Origin: {0}.</source>
        <translation>Origine: {0}.</translation>
    </message>
    <message>
        <source>None of these texts says it.</source>
        <translation>Nessuno di questi testi lo dice.</translation>
    </message>
    <message>
        <source>Never said in: {0}.</source>
        <translation>Mai detto in: {0}.</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Texts in the library</source>
        <translation>Testi della biblioteca</translation>
    </message>
    <message>
        <source>Add texts…</source>
        <translation>Aggiungi testi…</translation>
    </message>
    <message>
        <source>Add from the clipboard</source>
        <translation>Aggiungi dagli appunti</translation>
    </message>
    <message>
        <source>Text, Markdown, HTML, EPUB, PDF and Word files can be added here, also by dropping them on the window. Scrambled booklets are put into reading order.</source>
        <translation>Qui si possono aggiungere file di testo, Markdown, HTML, EPUB, PDF e Word, anche trascinandoli sulla finestra. Gli opuscoli con le pagine in disordine vengono rimessi nell’ordine di lettura.</translation>
    </message>
    <message>
        <source>Your texts</source>
        <translation>I miei testi</translation>
    </message>
    <message>
        <source>Known, but not here yet</source>
        <translation>Noti, ma non ancora presenti</translation>
    </message>
    <message>
        <source>Written for you</source>
        <translation>Scritti per chi legge</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln parola</numerusform>
            <numerusform>%Ln parole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linked passage(s)</source>
        <translation>
            <numerusform>%n passo collegato</numerusform>
            <numerusform>%n passi collegati</numerusform>
        </translation>
    </message>
    <message>
        <source>please check the page order</source>
        <translation>controllare l’ordine delle pagine</translation>
    </message>
    <message>
        <source>Where to get it: {0}</source>
        <translation>Dove trovarlo: {0}</translation>
    </message>
    <message>
        <source>Add your own copy</source>
        <translation>Aggiungi la tua copia</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leggi</translation>
    </message>
    <message>
        <source>Title and author…</source>
        <translation>Titolo e autore…</translation>
    </message>
    <message>
        <source>How it was restored…</source>
        <translation>Come è stato restaurato…</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Rimuovi dalla biblioteca</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the texts</source>
        <extracomment>The headings of a text: where each stands as a share of the text, and its words; ascending. Share of a column that the bar of a passage takes at most; the rest is for headings. A line is meant when the mouse is so near, px.</extracomment>
        <translation>Mappa dei testi</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n collegamento</numerusform>
            <numerusform>%n collegamenti</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Made by people</source>
        <extracomment>Lays out the links between works. Shown of each end of a link, code points.</extracomment>
        <translation>Fatti da persone</translation>
    </message>
    <message>
        <source>Found by the program</source>
        <translation>Trovati dal programma</translation>
    </message>
    <message>
        <source>Least score shown</source>
        <translation>Punteggio minimo mostrato</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Più lontano</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Più vicino</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>As a drawing (SVG)…</source>
        <translation>Come disegno (SVG)…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Stampa…</translation>
    </message>
    <message>
        <source>A map needs two texts; add one, or choose others above.</source>
        <translation>Per una mappa servono due testi; aggiungerne uno o sceglierne altri qui sopra.</translation>
    </message>
    <message>
        <source>Drawing the map…</source>
        <translation>Disegno della mappa in corso…</translation>
    </message>
    <message>
        <source>from {0} %</source>
        <translation>da {0} %</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s), {0} of them made by people (whole lines). Up and Down walk along them, Return opens both ends; a click opens a passage or a link.</source>
        <translation>
            <numerusform>%n collegamento, di cui {0} fatti da persone (linee intere). Su e Giù lo scorrono, Invio apre entrambi i capi; un clic apre un passo o un collegamento.</numerusform>
            <numerusform>%n collegamenti, di cui {0} fatti da persone (linee intere). Su e Giù li scorrono, Invio apre entrambi i capi; un clic apre un passo o un collegamento.</numerusform>
        </translation>
    </message>
    <message>
        <source>Found by the program, {0} %</source>
        <translation>Trovato dal programma, {0} %</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>Margin</source>
        <extracomment>Cards shown at once; beyond, the rest is named in one line (a screen holds about twelve). Width of the strip in a narrow pane, px.</extracomment>
        <translation>Margine</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; see the notes list</source>
        <translation>
            <numerusform>e un’altra (%n); vedere l’elenco delle note</numerusform>
            <numerusform>e altre %n; vedere l’elenco delle note</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Nothing on “{0}” in “{1}”.</source>
        <extracomment>Asks several questions of several works. Questions asked at once at most: more than anybody reads.</extracomment>
        <translation>Nulla su “{0}” in “{1}”.</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Vuoto</translation>
    </message>
    <message>
        <source>1 of {0}</source>
        <translation>1 di {0}</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>Topics, one a line</source>
        <translation>Temi, uno per riga</translation>
    </message>
    <message>
        <source>One topic a line: a word, a query, a concept, or a passage as @text¶12</source>
        <translation>Un tema per riga: una parola, una ricerca, un concetto o un passo, come @testo¶12</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Confronta</translation>
    </message>
    <message>
        <source>Ask all topics of all texts (Ctrl+Return)</source>
        <translation>Cerca tutti i temi in tutti i testi (Ctrl+Invio)</translation>
    </message>
    <message>
        <source>Add the passage I read</source>
        <translation>Aggiungi il passo che leggo</translation>
    </message>
    <message>
        <source>Take away…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Best passages, by topic and text</source>
        <translation>Passi migliori, per tema e testo</translation>
    </message>
    <message>
        <source>Write a topic first, one a line.</source>
        <translation>Scrivere prima i temi, uno per riga.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Confronto in corso…</translation>
    </message>
    <message>
        <source>Blank cells: {0} of {1}.</source>
        <translation>Caselle vuote: {0} di {1}.</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Gathering the agenda</source>
        <extracomment>Passages of the agenda that are offered, and how many of them are ticked at first: an evening.</extracomment>
        <translation>Preparazione dell’ordine del giorno</translation>
    </message>
    <message>
        <source>Meeting, {0}</source>
        <translation>Incontro, {0}</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Pagina web</translation>
    </message>
    <message>
        <source>Save the packet</source>
        <translation>Salva il fascicolo</translation>
    </message>
    <message>
        <source>Written to {0}.</source>
        <translation>Scritto in {0}.</translation>
    </message>
    <message>
        <source>Save the packet as PDF</source>
        <translation>Salva il fascicolo come PDF</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) of the minutes were kept.</source>
        <translation>
            <numerusform>È stata conservata %n nota del verbale.</numerusform>
            <numerusform>Sono state conservate %n note del verbale.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>There are no minutes in this text: nothing stands after “Minutes:” under a passage of a packet.</source>
        <translation>In questo testo non c’è alcun verbale: nulla segue “Minutes:” sotto un passo di un fascicolo.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <extracomment>How long a message without an action stays, ms; with one the reader needs time to decide.</extracomment>
        <translation>Chiudi il messaggio</translation>
    </message>
</context>
<context>
    <name>MinutesDialog</name>
    <message>
        <source>Minutes of the meeting</source>
        <translation>Verbale dell’incontro</translation>
    </message>
    <message>
        <source>Passage by passage</source>
        <translation>Passo per passo</translation>
    </message>
    <message>
        <source>Markdown of the packet with minutes in it</source>
        <translation>Markdown del fascicolo con il verbale</translation>
    </message>
    <message>
        <source>Paste the packet&apos;s Markdown with something written after “Minutes:”, or lines that begin with the number of a passage: ¶12 We agreed.</source>
        <translation>Incollare il Markdown del fascicolo con qualcosa scritto dopo “Minutes:”, oppure righe che cominciano con il numero di un passo: ¶12 Siamo d’accordo.</translation>
    </message>
    <message>
        <source>From Markdown</source>
        <translation>Da Markdown</translation>
    </message>
    <message>
        <source>There is no passage on the agenda yet.</source>
        <translation>All’ordine del giorno non c’è ancora alcun passo.</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Go to</source>
        <translation>Vai a</translation>
    </message>
    <message>
        <source>A paragraph (12), a section (§3), a note (n5) or a share (40 %):</source>
        <translation>Un capoverso (12), una sezione (§3), una nota (n5) o una quota (40 %):</translation>
    </message>
    <message>
        <source>Copied with its source.</source>
        <translation>Copiato con la fonte.</translation>
    </message>
    <message>
        <source>Copied a link to this passage.</source>
        <translation>Copiato un collegamento a questo passo.</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Unfold</source>
        <translation>Espandi</translation>
    </message>
    <message>
        <source>Note at {place}</source>
        <translation>Nota a {place}</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Write in Markdown. Ctrl+Enter or Esc when done.</source>
        <extracomment>Height of a folded card&apos;s text, in lines. An answer stands so far to the right of what it answers, px.</extracomment>
        <translation>Scrivere in Markdown. Ctrl+Invio o Esc per finire.</translation>
    </message>
    <message>
        <source>Note text</source>
        <translation>Testo della nota</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Search notes</source>
        <translation>Cerca nelle note</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Colore</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etichetta</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Luogo</translation>
    </message>
    <message>
        <source>Order of the notes</source>
        <translation>Ordine delle note</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>As they stand in the texts</source>
        <translation>Come si trovano nei testi</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Prima le più recenti</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>Per persona</translation>
    </message>
    <message>
        <source>By colour</source>
        <translation>Per colore</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Per etichetta</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>Tutti i testi</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tutti i tipi</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>Tutti i colori</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Tutte le etichette</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tutte le persone</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>Tutti i luoghi</translation>
    </message>
    <message>
        <source>Uncertain place</source>
        <translation>Luogo incerto</translation>
    </message>
    <message>
        <source>Lost place</source>
        <translation>Luogo perduto</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Evidenziazioni</translation>
    </message>
    <message>
        <source>Questions for the group</source>
        <translation>Domande per il gruppo</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Segnalibri</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Risposte</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Collegamenti</translation>
    </message>
    <message>
        <source>Trails</source>
        <translation>Percorsi</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n note</numerusform>
        </translation>
    </message>
    <message>
        <source>No notes here yet. Select words in a text and press N.</source>
        <translation>Ancora nessuna nota. Selezionare alcune parole in un testo e premere N.</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Altrove</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>Senza etichetta</translation>
    </message>
    <message>
        <source>place uncertain</source>
        <translation>luogo incerto</translation>
    </message>
    <message>
        <source>place lost</source>
        <translation>luogo perduto</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Etichette…</translation>
    </message>
    <message>
        <source>Take away…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>Change the colour</source>
        <translation>Cambia il colore</translation>
    </message>
</context>
<context>
    <name>OutlinePopup</name>
    <message>
        <source>Outline of {title}</source>
        <translation>Indice di {title}</translation>
    </message>
    <message>
        <source>This text has no headings.</source>
        <translation>Questo testo non ha titoli.</translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>Place in the text</source>
        <translation>Luogo nel testo</translation>
    </message>
</context>
<context>
    <name>PacketDialog</name>
    <message>
        <source>Packet for the meeting</source>
        <extracomment>After the last tick, before the packet is laid out again, ms. Returns the HTML page of a packet: title, and passages by work; called in a worker thread.</extracomment>
        <translation>Fascicolo per l’incontro</translation>
    </message>
    <message>
        <source>Title of the packet</source>
        <translation>Titolo del fascicolo</translation>
    </message>
    <message>
        <source>The packet</source>
        <translation>Il fascicolo</translation>
    </message>
    <message>
        <source>Passages of the agenda</source>
        <translation>Passi all’ordine del giorno</translation>
    </message>
    <message>
        <source>Which passages?</source>
        <translation>Quali passi?</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Tutti</translation>
    </message>
    <message>
        <source>N&amp;one</source>
        <translation>&amp;Nessuno</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Salva…</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Stam&amp;pa…</translation>
    </message>
</context>
<context>
    <name>PaneArea</name>
    <message>
        <source>Texts</source>
        <extracomment>A pane narrower than this is no pleasure, px; then the panes become tabs.</extracomment>
        <translation>Testi</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vuoto</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferenze</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lettura</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Carattere</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dimensione</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Interlinea</translation>
    </message>
    <message>
        <source>Longest line</source>
        <translation>Riga più lunga</translation>
    </message>
    <message>
        <source> letters</source>
        <translation> lettere</translation>
    </message>
    <message>
        <source>Straight right edge</source>
        <translation>Margine destro allineato</translation>
    </message>
    <message>
        <source>Number the paragraphs</source>
        <translation>Numera i capoversi</translation>
    </message>
    <message>
        <source>Notes in the margin</source>
        <translation>Note a margine</translation>
    </message>
    <message>
        <source>Marks along the scroll bar</source>
        <translation>Segni lungo la barra di scorrimento</translation>
    </message>
    <message>
        <source>Letters are commands while a text has the focus</source>
        <translation>Le lettere sono comandi mentre il testo è attivo</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Finestra</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>La lingua cambierà al prossimo avvio.</translation>
    </message>
    <message>
        <source>Open where I left off</source>
        <translation>Riapri dove ho lasciato</translation>
    </message>
    <message>
        <source>Let panes glide</source>
        <translation>Fai scorrere i riquadri con gradualità</translation>
    </message>
    <message>
        <source>Another on this computer…</source>
        <translation>Un altro di questo computer…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Notes of {0}</source>
        <translation>Note di {0}</translation>
    </message>
    <message>
        <source>Only &amp;look at it in the texts</source>
        <translation>&amp;Guarda soltanto, nei testi</translation>
    </message>
    <message>
        <source>This is another &amp;computer of mine: take its files without asking</source>
        <translation>Questo è un altro mio &amp;computer: importane i file senza chiedere</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>There are no annotations in this file.</source>
        <translation>In questo file non ci sono annotazioni.</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>Quali righe</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Tutte le righe</translation>
    </message>
    <message>
        <source>Annotations of the file</source>
        <translation>Annotazioni del file</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take %n line(s)</source>
        <translation>
            <numerusform>&amp;Importa %n riga</numerusform>
            <numerusform>&amp;Importa %n righe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>New</source>
        <extracomment>Annotations remembered after they were decoded: some screens of lines. Of the columns, px; the words take the rest.</extracomment>
        <translation>Nuova</translation>
    </message>
    <message>
        <source>Changed after yours</source>
        <translation>Modificata dopo la propria</translation>
    </message>
    <message>
        <source>Changed apart from yours</source>
        <translation>Modificata separatamente dalla propria</translation>
    </message>
    <message>
        <source>Removed there</source>
        <translation>Rimossa dall’altra parte</translation>
    </message>
    <message>
        <source>Older than yours</source>
        <translation>Più vecchia della propria</translation>
    </message>
    <message>
        <source>Identical</source>
        <translation>Identica</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rifiutata</translation>
    </message>
    <message>
        <source>found</source>
        <translation>trovato</translation>
    </message>
    <message>
        <source>⚠ uncertain</source>
        <translation>⚠ incerto</translation>
    </message>
    <message>
        <source>⚠ lost</source>
        <translation>⚠ perduto</translation>
    </message>
    <message>
        <source>text not here</source>
        <translation>testo non presente</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Che cosa succede</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Luogo</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Osservazione</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n pagina inviata alla stampante.</numerusform>
            <numerusform>%n pagine inviate alla stampante.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>Esporta come PDF</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) written.</source>
        <translation>
            <numerusform>%n pagina scritta.</numerusform>
            <numerusform>%n pagine scritte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Stop</source>
        <extracomment>Tasks that are over sooner are not shown: a strip that flashes disturbs, ms.</extracomment>
        <translation>Interrompi</translation>
    </message>
</context>
<context>
    <name>RelatedPanel</name>
    <message>
        <source>Which links</source>
        <translation>Quali collegamenti</translation>
    </message>
    <message>
        <source>All links</source>
        <translation>Tutti i collegamenti</translation>
    </message>
    <message>
        <source>Made by people</source>
        <translation>Fatti da persone</translation>
    </message>
    <message>
        <source>Found by the program</source>
        <translation>Trovati dal programma</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>Non ancora giudicati</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rifiutati</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relazione</translation>
    </message>
    <message>
        <source>Any relation</source>
        <translation>Qualsiasi relazione</translation>
    </message>
    <message>
        <source>Least score shown</source>
        <translation>Punteggio minimo mostrato</translation>
    </message>
    <message>
        <source>Related passages</source>
        <translation>Passi affini</translation>
    </message>
    <message>
        <source>Why related</source>
        <translation>Perché sono affini</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accetta</translation>
    </message>
    <message>
        <source>This is related (A)</source>
        <translation>È affine (A)</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rifiuta</translation>
    </message>
    <message>
        <source>This is not related; it never comes back (X)</source>
        <translation>Non è affine; non tornerà più (X)</translation>
    </message>
    <message>
        <source>from {0} %</source>
        <translation>da {0} %</translation>
    </message>
    <message>
        <source>Put the cursor into a passage to see what takes it up elsewhere.</source>
        <translation>Mettere il cursore in un passo per vedere che cosa lo riprende altrove.</translation>
    </message>
    <message>
        <source>{0}: no counterpart in the other texts.</source>
        <translation>{0}: nessuna corrispondenza negli altri testi.</translation>
    </message>
    <message numerus="yes">
        <source>{0}: %n passage(s)</source>
        <translation>
            <numerusform>{0}: %n passo</numerusform>
            <numerusform>{0}: %n passi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n text(s)</source>
        <translation>
            <numerusform>in %n testo</numerusform>
            <numerusform>in %n testi</numerusform>
        </translation>
    </message>
    <message>
        <source>editor</source>
        <translation>redazione</translation>
    </message>
    <message>
        <source>Why {0}?</source>
        <translation>Perché {0}?</translation>
    </message>
    <message>
        <source>Made by a person</source>
        <translation>Fatto da una persona</translation>
    </message>
    <message>
        <source>Nearest sentence here</source>
        <translation>La frase più vicina qui</translation>
    </message>
    <message>
        <source>Nearest sentence there</source>
        <translation>La frase più vicina là</translation>
    </message>
    <message>
        <source>Accept as</source>
        <translation>Accetta come</translation>
    </message>
    <message>
        <source>Makes the same claim</source>
        <translation>Sostiene la stessa tesi</translation>
    </message>
    <message>
        <source>Develops it</source>
        <translation>La sviluppa</translation>
    </message>
    <message>
        <source>Applies it</source>
        <translation>La applica</translation>
    </message>
    <message>
        <source>Is its source</source>
        <translation>Ne è la fonte</translation>
    </message>
    <message>
        <source>Stands in contrast</source>
        <translation>È in contrasto</translation>
    </message>
    <message>
        <source>Contradicts it</source>
        <translation>La contraddice</translation>
    </message>
    <message>
        <source>Has the same example</source>
        <translation>Ha lo stesso esempio</translation>
    </message>
    <message>
        <source>word in both</source>
        <translation>parola in entrambi</translation>
    </message>
    <message>
        <source>phrase in both</source>
        <translation>locuzione in entrambi</translation>
    </message>
    <message>
        <source>concept in both</source>
        <translation>concetto in entrambi</translation>
    </message>
    <message>
        <source>argument in both</source>
        <translation>argomento in entrambi</translation>
    </message>
    <message>
        <source>words that keep company</source>
        <translation>parole che si accompagnano</translation>
    </message>
    <message>
        <source>near sentences</source>
        <translation>frasi vicine</translation>
    </message>
    <message>
        <source>near passages like these</source>
        <translation>vicini a passi simili</translation>
    </message>
    <message>
        <source>near passages before and after</source>
        <translation>passi vicini prima e dopo</translation>
    </message>
    <message>
        <source>name in both</source>
        <translation>nome in entrambi</translation>
    </message>
    <message>
        <source>an editor&apos;s link</source>
        <translation>un collegamento redazionale</translation>
    </message>
    <message>
        <source>meaning of the sentences</source>
        <translation>significato delle frasi</translation>
    </message>
</context>
<context>
    <name>Relating</name>
    <message>
        <source>Related</source>
        <extracomment>Signals whose places are whole passages: to mark them would mark everything.</extracomment>
        <translation>Affini</translation>
    </message>
    <message>
        <source>Looking for counterparts</source>
        <translation>Ricerca delle corrispondenze</translation>
    </message>
    <message>
        <source>No counterpart in the texts that are open.</source>
        <translation>Nessuna corrispondenza nei testi aperti.</translation>
    </message>
    <message>
        <source>Verdict taken back.</source>
        <translation>Giudizio ritirato.</translation>
    </message>
    <message>
        <source>Accepted.</source>
        <translation>Accettato.</translation>
    </message>
    <message>
        <source>Rejected; this link will not come back.</source>
        <translation>Rifiutato; questo collegamento non tornerà.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Now select the other passage, in this text or another, and press L again.</source>
        <translation>Ora selezionare l’altro passo, in questo o in un altro testo, e premere di nuovo L.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>A link needs two different passages.</source>
        <translation>Per un collegamento servono due passi diversi.</translation>
    </message>
    <message>
        <source>The two passages are linked.</source>
        <translation>I due passi sono collegati.</translation>
    </message>
</context>
<context>
    <name>Repairs</name>
    <message>
        <source>order of pages</source>
        <translation>ordine delle pagine</translation>
    </message>
    <message>
        <source>pages joined</source>
        <translation>pagine unite</translation>
    </message>
    <message>
        <source>lines joined</source>
        <translation>righe unite</translation>
    </message>
    <message>
        <source>hyphen taken out</source>
        <translation>trattino tolto</translation>
    </message>
    <message>
        <source>hyphen kept</source>
        <translation>trattino mantenuto</translation>
    </message>
    <message>
        <source>hyphen put back</source>
        <translation>trattino rimesso</translation>
    </message>
    <message>
        <source>ligature</source>
        <translation>legatura</translation>
    </message>
    <message>
        <source>misread letters</source>
        <translation>lettere lette male</translation>
    </message>
    <message>
        <source>stray mark</source>
        <translation>segno estraneo</translation>
    </message>
    <message>
        <source>running head</source>
        <translation>titolo corrente</translation>
    </message>
    <message>
        <source>page number</source>
        <translation>numero di pagina</translation>
    </message>
    <message>
        <source>footnote</source>
        <translation>nota a piè di pagina</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>titolo</translation>
    </message>
    <message>
        <source>contents</source>
        <translation>indice</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>rimando</translation>
    </message>
    <message>
        <source>question</source>
        <translation>domanda</translation>
    </message>
    <message>
        <source>quotation mark</source>
        <translation>virgoletta</translation>
    </message>
    <message>
        <source>markup</source>
        <translation>marcatura</translation>
    </message>
    <message>
        <source>space</source>
        <translation>spazio</translation>
    </message>
</context>
<context>
    <name>RestorationView</name>
    <message>
        <source>How “{0}” was restored</source>
        <translation>Come è stato restaurato “{0}”</translation>
    </message>
    <message>
        <source>Page &amp;turns</source>
        <translation>&amp;Cambi di pagina</translation>
    </message>
    <message>
        <source>&amp;Order of the pages</source>
        <translation>&amp;Ordine delle pagine</translation>
    </message>
    <message>
        <source>&amp;Repairs</source>
        <translation>Co&amp;rrezioni</translation>
    </message>
    <message>
        <source>&amp;Build the text again</source>
        <translation>Ricomponi il &amp;testo</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s); the order is {0} sure;</source>
        <translation>
            <numerusform>%n pagina; l’ordine è sicuro al {0};</numerusform>
            <numerusform>%n pagine; l’ordine è sicuro al {0};</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) of pages are doubtful.</source>
        <translation>
            <numerusform>%n cambio di pagina è dubbio.</numerusform>
            <numerusform>%n cambi di pagina sono dubbi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Page turns, doubtful ones first</source>
        <translation>Cambi di pagina, prima quelli dubbi</translation>
    </message>
    <message>
        <source>Pages in reading order; Alt and arrows move a page</source>
        <translation>Pagine nell’ordine di lettura; Alt e le frecce spostano una pagina</translation>
    </message>
    <message>
        <source>The page as it stood in the source</source>
        <translation>La pagina com’era nell’originale</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Sposta &amp;su</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Sposta &amp;giù</translation>
    </message>
    <message>
        <source>Kind of repair</source>
        <translation>Tipo di correzione</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tutti i tipi</translation>
    </message>
    <message>
        <source>Repairs; Return takes one back</source>
        <translation>Correzioni; Invio ne annulla una</translation>
    </message>
    <message>
        <source>Return or a click takes a repair back or does it again; then build the text again.</source>
        <translation>Invio o un clic annulla una correzione o la rifà; poi ricomporre il testo.</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search texts and notes</source>
        <extracomment>After the last key, before the ranked answer is asked for; the quick one comes at once.</extracomment>
        <translation>Cerca in testi e note</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>Dove cercare</translation>
    </message>
    <message>
        <source>Order of the hits</source>
        <translation>Ordine dei risultati</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Prima i migliori</translation>
    </message>
    <message>
        <source>As they stand</source>
        <translation>Come si trovano nel testo</translation>
    </message>
    <message>
        <source>Examples, saved and former searches</source>
        <translation>Esempi, ricerche conservate e precedenti</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Risultati</translation>
    </message>
    <message>
        <source>All texts and notes</source>
        <translation>Tutti i testi e le note</translation>
    </message>
    <message>
        <source>Open texts</source>
        <translation>Testi aperti</translation>
    </message>
    <message>
        <source>This text</source>
        <translation>Questo testo</translation>
    </message>
    <message>
        <source>Texts only</source>
        <translation>Solo i testi</translation>
    </message>
    <message>
        <source>Notes only</source>
        <translation>Solo le note</translation>
    </message>
    <message>
        <source>What one can write</source>
        <translation>Che cosa si può scrivere</translation>
    </message>
    <message>
        <source>Keep this search</source>
        <translation>Conserva questa ricerca</translation>
    </message>
    <message>
        <source>Take the hits away as Markdown…</source>
        <translation>Esporta i risultati come Markdown…</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>Ricerche conservate</translation>
    </message>
    <message>
        <source>Former searches</source>
        <translation>Ricerche precedenti</translation>
    </message>
    <message>
        <source>The index is being built; there may be more.</source>
        <translation>L’indice di ricerca è in preparazione; potrebbe esserci altro.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nessun risultato.</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) or more</source>
        <translation>
            <numerusform>%n o più risultati</numerusform>
            <numerusform>%n o più risultati</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n risultato</numerusform>
            <numerusform>%n risultati</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n text(s)</source>
        <translation>
            <numerusform>in %n testo</numerusform>
            <numerusform>in %n testi</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>Nota a piè di pagina</translation>
    </message>
    <message>
        <source>Concept of the glossary</source>
        <translation>Concetto del glossario</translation>
    </message>
    <message>
        <source>both words, in any form</source>
        <translation>entrambe le parole, in qualsiasi forma</translation>
    </message>
    <message>
        <source>exactly these words</source>
        <translation>esattamente queste parole</translation>
    </message>
    <message>
        <source>one of them</source>
        <translation>una di esse</translation>
    </message>
    <message>
        <source>without a word</source>
        <translation>senza una parola</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation>parole che cominciano così</translation>
    </message>
    <message>
        <source>any letter in one place</source>
        <translation>una lettera qualsiasi in un punto</translation>
    </message>
    <message>
        <source>words spelt nearly so</source>
        <translation>parole scritte quasi così</translation>
    </message>
    <message>
        <source>at most eight words apart</source>
        <translation>a non più di otto parole di distanza</translation>
    </message>
    <message>
        <source>in one author&apos;s texts</source>
        <translation>nei testi di un solo autore</translation>
    </message>
    <message>
        <source>under a heading</source>
        <translation>sotto un titolo</translation>
    </message>
    <message>
        <source>in notes</source>
        <translation>nelle note</translation>
    </message>
    <message>
        <source>notes with a tag</source>
        <translation>note con un’etichetta</translation>
    </message>
    <message>
        <source>notes of a colour</source>
        <translation>note di un colore</translation>
    </message>
    <message>
        <source>a concept in all its spellings</source>
        <translation>un concetto in tutte le sue grafie</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Search</source>
        <translation>Ricerca</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Take the hits away</source>
        <translation>Esporta i risultati</translation>
    </message>
    <message>
        <source>This note has no certain place in the texts; it is kept in the list.</source>
        <translation>Questa nota non ha un luogo certo nei testi; è conservata nell’elenco.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted</source>
        <translation>
            <numerusform>%n nota eliminata</numerusform>
            <numerusform>%n note eliminate</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etichette</translation>
    </message>
    <message>
        <source>Tags to add, separated by commas</source>
        <translation>Etichette da aggiungere, separate da virgole</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Aggiungi etichette</translation>
    </message>
    <message>
        <source>Take notes away</source>
        <translation>Esporta le note</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Mark the selected words</source>
        <extracomment>Commands of the bar after the colours, in order.</extracomment>
        <translation>Segna le parole selezionate</translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>“{0}” was removed; its notes are kept.</source>
        <translation>“{0}” è stato rimosso; le sue note sono conservate.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Add your own copy of it.</source>
        <translation>Aggiungerne una propria copia.</translation>
    </message>
    <message>
        <source>Reading the source</source>
        <translation>Lettura dell’originale</translation>
    </message>
    <message>
        <source>Building the text again</source>
        <translation>Ricomposizione del testo</translation>
    </message>
    <message>
        <source>The text was built again; notes kept their places.</source>
        <translation>Il testo è stato ricomposto; le note hanno mantenuto il loro luogo.</translation>
    </message>
    <message>
        <source>Into which folder?</source>
        <translation>In quale cartella?</translation>
    </message>
    <message>
        <source>Take notes away</source>
        <translation>Esporta le note</translation>
    </message>
    <message>
        <source>Written to {0}.</source>
        <translation>Scritto in {0}.</translation>
    </message>
</context>
<context>
    <name>ShortcutDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Trova un comando o un tasto</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Commands and keys</source>
        <translation>Comandi e tasti</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nuovo tasto</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Come in origine</translation>
    </message>
    <message>
        <source>Key of the chosen command:</source>
        <translation>Tasto del comando scelto:</translation>
    </message>
    <message>
        <source>{key} would do both: {names}.</source>
        <translation>{key} farebbe entrambe le cose: {names}.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Side panel</source>
        <extracomment>Makes a panel; its parent is given.</extracomment>
        <translation>Pannello laterale</translation>
    </message>
    <message>
        <source>Close the side panel</source>
        <translation>Chiudi il pannello laterale</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>First page</source>
        <translation>Prima pagina</translation>
    </message>
    <message>
        <source>Difficult texts, side by side, with your notes in the margin.</source>
        <translation>Testi difficili, l’uno accanto all’altro, con le proprie note a margine.</translation>
    </message>
    <message>
        <source>Your texts</source>
        <translation>I miei testi</translation>
    </message>
    <message>
        <source>To begin with</source>
        <translation>Per cominciare</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>File recenti</translation>
    </message>
    <message>
        <source>Add texts…</source>
        <translation>Aggiungi testi…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Incolla</translation>
    </message>
    <message>
        <source>Add the text on the clipboard</source>
        <translation>Aggiungi il testo degli appunti</translation>
    </message>
    <message>
        <source>Open side by side</source>
        <translation>Apri l’uno accanto all’altro</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln parola</numerusform>
            <numerusform>%Ln parole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StudyRoom</name>
    <message>
        <source>What to study</source>
        <extracomment>Makes a page; its parent is given.</extracomment>
        <translation>Che cosa studiare</translation>
    </message>
    <message>
        <source>Texts to look at</source>
        <translation>Testi da osservare</translation>
    </message>
    <message>
        <source>All my texts</source>
        <translation>Tutti i miei testi</translation>
    </message>
    <message>
        <source>Open texts</source>
        <translation>Testi aperti</translation>
    </message>
    <message>
        <source>All texts, companions too</source>
        <translation>Tutti i testi, anche le guide</translation>
    </message>
    <message>
        <source>Back to the texts</source>
        <translation>Torna ai testi</translation>
    </message>
    <message>
        <source>Back to the texts (Esc)</source>
        <translation>Torna ai testi (Esc)</translation>
    </message>
</context>
<context>
    <name>Studying</name>
    <message>
        <source>Lens</source>
        <extracomment>Key of the room in the window&apos;s stack, and of its pages. A selection longer than this is no word to look at, code points.</extracomment>
        <translation>Lente</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossario</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Temi</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mappa</translation>
    </message>
    <message>
        <source>Put the cursor into a paragraph of a text first.</source>
        <translation>Mettere prima il cursore in un capoverso di un testo.</translation>
    </message>
    <message>
        <source>“{0}” is saved in your glossary.</source>
        <translation>“{0}” è salvato nel glossario personale.</translation>
    </message>
    <message>
        <source>Your version was taken out.</source>
        <translation>La propria versione è stata tolta.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>Written to {0}.</source>
        <translation>Scritto in {0}.</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text</source>
        <extracomment>A line this far below the top is well in view, in ems. Plain layers that others may add: called with painter, view and visible rows, under the words.</extracomment>
        <translation>Testo</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <extracomment>Key of the first page in the window&apos;s stack. How the names of annotation files end: they are looked at, not added.</extracomment>
        <translation>
            <numerusform>%Ln parola</numerusform>
            <numerusform>%Ln parole</numerusform>
        </translation>
    </message>
    <message>
        <source>Add texts…</source>
        <translation>Aggiungi testi…</translation>
    </message>
    <message>
        <source>Which text in this pane?</source>
        <translation>Quale testo in questo riquadro?</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Che cosa si vuole fare?</translation>
    </message>
    <message>
        <source>Add texts</source>
        <translation>Aggiungi testi</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Testi</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tutti i file</translation>
    </message>
    <message>
        <source>Adding {name}</source>
        <translation>Aggiunta di {name}</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>Negli appunti non c’è testo.</translation>
    </message>
    <message>
        <source>Adding the text on the clipboard</source>
        <translation>Aggiunta del testo degli appunti</translation>
    </message>
    <message>
        <source>“{title}” was here already.</source>
        <translation>“{title}” era già presente.</translation>
    </message>
    <message>
        <source>Added “{title}”. {report}</source>
        <translation>Aggiunto “{title}”. {report}</translation>
    </message>
    <message>
        <source>See how</source>
        <translation>Mostra come</translation>
    </message>
</context>
<context>
    <name>Themes</name>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Seppia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contrasto elevato</translation>
    </message>
</context>
<context>
    <name>TitleButton</name>
    <message>
        <source>Choose a text</source>
        <translation>Scegli un testo</translation>
    </message>
    <message>
        <source>Text: {name}</source>
        <translation>Testo: {name}</translation>
    </message>
</context>
<context>
    <name>TrailPanel</name>
    <message>
        <source>Trail</source>
        <translation>Percorso</translation>
    </message>
    <message>
        <source>Title of the trail</source>
        <translation>Titolo del percorso</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Tappe</translation>
    </message>
    <message>
        <source>What leads to this station</source>
        <translation>Che cosa porta a questa tappa</translation>
    </message>
    <message>
        <source>What leads to this station?</source>
        <translation>Che cosa porta a questa tappa?</translation>
    </message>
    <message>
        <source>Add the selection</source>
        <translation>Aggiungi la selezione</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Prima (Alt+Su)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Dopo (Alt+Giù)</translation>
    </message>
    <message>
        <source>Take the station out (Del)</source>
        <translation>Togli la tappa (Canc)</translation>
    </message>
    <message>
        <source>Take away…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>New trail</source>
        <translation>Nuovo percorso</translation>
    </message>
    <message>
        <source>Title of the new trail</source>
        <translation>Titolo del nuovo percorso</translation>
    </message>
    <message>
        <source>Select words in a text and add them: they become the first station.</source>
        <translation>Selezionare alcune parole in un testo e aggiungerle: diventano la prima tappa.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>non trovato</translation>
    </message>
</context>
<context>
    <name>Trails</name>
    <message>
        <source>Trails</source>
        <translation>Percorsi</translation>
    </message>
    <message>
        <source>Select words in a text first.</source>
        <translation>Selezionare prima alcune parole in un testo.</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>Percorso</translation>
    </message>
    <message>
        <source>These words were not found in the text at hand: “{0}”</source>
        <translation>Queste parole non sono state trovate nel testo presente: “{0}”</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>Written to {0}.</source>
        <translation>Scritto in {0}.</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message>
        <source>Preparing search and links</source>
        <extracomment>After the last change of a text; several files are often added at once.</extracomment>
        <translation>Preparazione di ricerca e collegamenti</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome. These are introductions to three essays, linked to one another. Add texts of your own with Ctrl+O, or drop files on the window.</source>
        <extracomment>Most panes that are opened at once.</extracomment>
        <translation>Questi testi introducono a tre saggi e sono collegati tra loro. Aggiungere i propri testi con Ctrl+O o trascinando file sulla finestra.</translation>
    </message>
    <message>
        <source>Add texts…</source>
        <translation>Aggiungi testi…</translation>
    </message>
</context>
<context>
    <name>WordingsDialog</name>
    <message>
        <source>Two wordings of a note</source>
        <translation>Due stesure di una nota</translation>
    </message>
    <message>
        <source>Both combined</source>
        <translation>Entrambe combinate</translation>
    </message>
    <message>
        <source>Both combined, for you to edit:</source>
        <translation>Entrambe combinate, da modificare:</translation>
    </message>
    <message>
        <source>This note was changed in two places at once. Both wordings are kept until you choose.</source>
        <translation>Questa nota è stata modificata contemporaneamente in due luoghi. Entrambe le stesure sono conservate fino alla scelta.</translation>
    </message>
    <message>
        <source>{0} changed this note in two places; only they can choose.</source>
        <translation>{0} ha modificato questa nota in due luoghi; solo chi l’ha scritta può scegliere.</translation>
    </message>
    <message>
        <source>Keep &amp;{0}</source>
        <translation>Tieni la &amp;{0}</translation>
    </message>
    <message>
        <source>Wording {0}</source>
        <translation>Stesura {0}</translation>
    </message>
    <message>
        <source>Keep &amp;both as notes</source>
        <translation>Tieni en&amp;trambe come note</translation>
    </message>
    <message>
        <source>Keep what is &amp;combined</source>
        <translation>Tieni la &amp;combinazione</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Title and author</source>
        <translation>Titolo e autore</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titolo</translation>
    </message>
    <message>
        <source>&amp;Authors, separated by ;</source>
        <translation>&amp;Autori, separati da ;</translation>
    </message>
    <message>
        <source>&amp;With (role)</source>
        <translation>&amp;Con (ruolo)</translation>
    </message>
    <message>
        <source>First &amp;published</source>
        <translation>&amp;Prima pubblicazione</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Lingua</translation>
    </message>
    <message>
        <source>&amp;Rights</source>
        <translation>&amp;Diritti</translation>
    </message>
</context>
</TS>
