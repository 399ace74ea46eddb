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
    <name>Addresses</name>
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
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>in different colours</source>
        <translation>in colori diversi</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membro</numerusform>
            <numerusform>%n membri</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n domanda</numerusform>
            <numerusform>%n domande</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n note</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Annotating</name>
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
        <source>Tags</source>
        <translation>Etichette</translation>
    </message>
    <message>
        <source>Tags, separated by commas:</source>
        <translation>Etichette, separate da virgole:</translation>
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
    <name>BlankPane</name>
    <message>
        <source>No text stands here yet. Choose one, or drop a file.</source>
        <translation>Qui non c’è ancora un testo. Sceglierne uno, o trascinare un file.</translation>
    </message>
    <message>
        <source>Choose a text…</source>
        <translation>Scegli un testo…</translation>
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
        <source>Add a f&amp;older…</source>
        <translation>Aggiungi una carte&amp;lla…</translation>
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
        <source>Te&amp;mplates for notes…</source>
        <translation>Modelli per le n&amp;ote…</translation>
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
        <source>Footnotes &amp;in place</source>
        <translation>Note a piè di capo&amp;verso</translation>
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
        <source>Notes &amp;in a pane</source>
        <translation>Note in &amp;un riquadro</translation>
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
        <source>&amp;Place of the note…</source>
        <translation>Do&amp;ve sta la nota…</translation>
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
        <source>Let them &amp;stay for a moment</source>
        <translation>&amp;Lascia fermi gli altri per un momento</translation>
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
        <source>Concept in a &amp;pane</source>
        <translation>Conc&amp;etto in un riquadro</translation>
    </message>
    <message>
        <source>C&amp;urated links</source>
        <translation>Collegamenti c&amp;urati</translation>
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
        <source>St&amp;op sharing the folder</source>
        <translation>N&amp;on condividere più la cartella</translation>
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
        <source>&amp;Repair the notes…</source>
        <translation>&amp;Ripara le note…</translation>
    </message>
    <message>
        <source>A&amp;bout Counterpoint</source>
        <translation>&amp;Informazioni su Counterpoint</translation>
    </message>
</context>
<context>
    <name>Compiled</name>
    <message>
        <source>Which concept?</source>
        <extracomment>What changes their words. How long after a change they are made anew, ms: changes come in flocks.</extracomment>
        <translation>Quale concetto?</translation>
    </message>
    <message>
        <source>Gathering notes and passages</source>
        <translation>Raccolta di note e passi</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>A page may have {0} characters; export fewer notes at once.</source>
        <translation>Una pagina può avere {0} caratteri; esportare meno note alla volta.</translation>
    </message>
    <message>
        <source>A note nests its blocks too deeply to be shown.</source>
        <translation>Una nota annida i suoi blocchi troppo in profondità per essere mostrata.</translation>
    </message>
    <message>
        <source>There is no template “{0}”; there are {1}.</source>
        <translation>Non c’è un modello “{0}”; ci sono {1}.</translation>
    </message>
    <message>
        <source>This template makes one file for each text; choose a folder of linked files for it.</source>
        <translation>Questo modello fa un file per ogni testo; scegliere per esso una cartella di file collegati.</translation>
    </message>
    <message>
        <source>This template makes one file for all texts; choose Markdown for it.</source>
        <translation>Questo modello fa un solo file per tutti i testi; scegliere per esso Markdown.</translation>
    </message>
    <message>
        <source>Minutes may have {0} characters.</source>
        <translation>Il verbale può avere {0} caratteri.</translation>
    </message>
    <message>
        <source>A template may have {0} characters; this one has more.</source>
        <translation>Un modello può avere {0} caratteri; questo ne ha di più.</translation>
    </message>
    <message>
        <source>The template has a mistake in line {0}: {1}.</source>
        <translation>Il modello ha un errore alla riga {0}: {1}.</translation>
    </message>
    <message>
        <source>This template makes more than {0} characters.</source>
        <translation>Questo modello produce più di {0} caratteri.</translation>
    </message>
    <message>
        <source>This template takes more steps than an export may take.</source>
        <translation>Questo modello richiede più passaggi di quanti un’esportazione ne possa fare.</translation>
    </message>
    <message>
        <source>This is not a link into a Counterpoint library.</source>
        <translation>Questo non è un collegamento a una biblioteca di Counterpoint.</translation>
    </message>
    <message>
        <source>This link names no text.</source>
        <translation>Questo collegamento non indica alcun testo.</translation>
    </message>
    <message>
        <source>It is not an object.</source>
        <translation>Non è un oggetto.</translation>
    </message>
    <message>
        <source>It holds a number that JSON does not know, or is too deep.</source>
        <translation>Contiene un numero che JSON non conosce, o è troppo profondo.</translation>
    </message>
    <message>
        <source>The file has {0} MiB; annotation files may have up to {1} MiB.</source>
        <translation>Il file è di {0} MiB; i file di annotazioni possono arrivare a {1} MiB.</translation>
    </message>
    <message>
        <source>It has no name of its wording (ar:rev).</source>
        <translation>Non ha il nome della propria stesura (ar:rev).</translation>
    </message>
    <message>
        <source>It does not say which wordings it replaces (ar:replaces).</source>
        <translation>Non dice quali stesure sostituisce (ar:replaces).</translation>
    </message>
    <message>
        <source>What it replaces are no names of wordings.</source>
        <translation>Ciò che sostituisce non sono nomi di stesure.</translation>
    </message>
    <message>
        <source>Its content does not fit its checksum: it was damaged, or changed by another program.</source>
        <translation>Il contenuto non corrisponde alla somma di controllo: è danneggiato o è stato modificato da un altro programma.</translation>
    </message>
    <message>
        <source>The id of a removed note is not a urn:uuid.</source>
        <translation>L’identificativo di una nota rimossa non è un urn:uuid.</translation>
    </message>
    <message>
        <source>A removed note does not say whose it was.</source>
        <translation>Una nota rimossa non dice di chi era.</translation>
    </message>
    <message>
        <source>A removed note does not say when it was removed.</source>
        <translation>Una nota rimossa non dice quando è stata rimossa.</translation>
    </message>
    <message>
        <source>This is no annotation file. {0}</source>
        <translation>Questo non è un file di annotazioni. {0}</translation>
    </message>
    <message>
        <source>It is not written in UTF-8.</source>
        <translation>Non è scritto in UTF-8.</translation>
    </message>
    <message>
        <source>A file of this layout may have up to {0} MiB.</source>
        <translation>Un file così disposto può arrivare a {0} MiB.</translation>
    </message>
    <message>
        <source>No annotations stand on lines of their own.</source>
        <translation>Nessuna annotazione sta su una riga propria.</translation>
    </message>
    <message>
        <source>It is not laid out as ours.</source>
        <translation>Non è disposto come i nostri.</translation>
    </message>
    <message>
        <source>It has no list of annotations (items).</source>
        <translation>Non ha un elenco di annotazioni (items).</translation>
    </message>
    <message>
        <source>Its annotations do not stand where they should.</source>
        <translation>Le annotazioni non stanno dove dovrebbero.</translation>
    </message>
    <message>
        <source>Its annotations are not JSON.</source>
        <translation>Le annotazioni non sono JSON.</translation>
    </message>
    <message>
        <source>It holds {0}, which is not JSON.</source>
        <translation>Contiene {0}, che non è JSON.</translation>
    </message>
    <message>
        <source>It has the field “{0}” twice.</source>
        <translation>Ha due volte il campo “{0}”.</translation>
    </message>
    <message>
        <source>It is nested more than {0} deep.</source>
        <translation>È annidato per più di {0} livelli.</translation>
    </message>
    <message>
        <source>One of its texts is longer than {0} characters.</source>
        <translation>Uno dei suoi testi supera {0} caratteri.</translation>
    </message>
    <message>
        <source>It is not JSON: {0} at line {1}, character {2}.</source>
        <translation>Non è JSON: {0} alla riga {1}, carattere {2}.</translation>
    </message>
    <message>
        <source>It holds a number that is too long.</source>
        <translation>Contiene un numero troppo lungo.</translation>
    </message>
    <message>
        <source>It holds half a character (a lone surrogate).</source>
        <translation>Contiene mezzo carattere (un surrogato isolato).</translation>
    </message>
    <message>
        <source>An annotation file holds up to {0} annotations, not {1}; share fewer works.</source>
        <translation>Un file di annotazioni ne contiene fino a {0}, non {1}; condividere meno opere.</translation>
    </message>
    <message>
        <source>One of its fields should be text and is not.</source>
        <translation>Uno dei suoi campi dovrebbe essere testo e non lo è.</translation>
    </message>
    <message>
        <source>It has neither words of the text nor a note.</source>
        <translation>Non ha né parole del testo né una nota.</translation>
    </message>
    <message>
        <source>It has no id.</source>
        <translation>Non ha un identificativo.</translation>
    </message>
    <message>
        <source>The library has no text “{0}”.</source>
        <translation>La biblioteca non ha un testo “{0}”.</translation>
    </message>
    <message>
        <source>It is none of Hypothesis, Readium, KOReader or Zotero.</source>
        <translation>Non viene da Hypothesis, Readium, KOReader o Zotero.</translation>
    </message>
    <message>
        <source>The file has {0} MiB; exports may have up to {1} MiB.</source>
        <translation>Il file è di {0} MiB; le esportazioni possono arrivare a {1} MiB.</translation>
    </message>
    <message>
        <source>It is neither JSON nor Markdown of Zotero&apos;s notes.</source>
        <translation>Non è né JSON né Markdown delle note di Zotero.</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8.</source>
        <translation>Il file non è testo in UTF-8.</translation>
    </message>
    <message>
        <source>This export cannot be read. {0}</source>
        <translation>Questa esportazione non si può leggere. {0}</translation>
    </message>
    <message>
        <source>It has no key.</source>
        <translation>Non ha una chiave.</translation>
    </message>
    <message>
        <source>The shared folder {0} is not there. Is the disk or the sync tool off?</source>
        <translation>La cartella condivisa {0} non c’è. Il disco o lo strumento di sincronizzazione è spento?</translation>
    </message>
    <message>
        <source>The shared folder {0} cannot be read ({1}).</source>
        <translation>La cartella condivisa {0} non si può leggere ({1}).</translation>
    </message>
    <message>
        <source>Its time is not one (RFC 3339 with a zone).</source>
        <translation>L’ora non è valida (RFC 3339 con fuso orario).</translation>
    </message>
    <message>
        <source>Its id is not a urn:uuid.</source>
        <translation>L’identificativo non è un urn:uuid.</translation>
    </message>
    <message>
        <source>Its type is not Annotation.</source>
        <translation>Il tipo non è Annotation.</translation>
    </message>
    <message>
        <source>Its {0} is none that this program knows.</source>
        <translation>{0} ha un valore che questo programma non conosce.</translation>
    </message>
    <message>
        <source>Its creator is not a person with a urn:uuid.</source>
        <translation>Il suo autore non è una persona con un urn:uuid.</translation>
    </message>
    <message>
        <source>It has more than {0} tags.</source>
        <translation>Ha più di {0} etichette.</translation>
    </message>
    <message>
        <source>It has no target.</source>
        <translation>Non ha una destinazione.</translation>
    </message>
    <message>
        <source>It has more than {0} targets.</source>
        <translation>Ha più di {0} destinazioni.</translation>
    </message>
    <message>
        <source>One of its bodies is not an object.</source>
        <translation>Uno dei suoi corpi non è un oggetto.</translation>
    </message>
    <message>
        <source>Too many backups were made within a second.</source>
        <translation>Sono state fatte troppe copie di sicurezza in un secondo.</translation>
    </message>
    <message>
        <source>The notes file {0} is damaged.</source>
        <translation>Il file delle note {0} è danneggiato.</translation>
    </message>
    <message>
        <source>No backup of the notes could be made in {0} ({1}).</source>
        <translation>Non è stato possibile fare una copia di sicurezza delle note in {0} ({1}).</translation>
    </message>
    <message>
        <source>The notes file {0} was taken away or replaced while it was open; this change was not kept. Save the notes elsewhere, then open the library again.</source>
        <translation>Il file delle note {0} è stato tolto o sostituito mentre era aperto; questa modifica non è stata conservata. Salvare le note altrove, poi riaprire la biblioteca.</translation>
    </message>
    <message>
        <source>{0} Nothing is changed before the notes are repaired or brought back from a backup.</source>
        <translation>{0} Nulla viene modificato finché le note non sono riparate o recuperate da una copia di sicurezza.</translation>
    </message>
    <message>
        <source>The notes were opened for reading only; nothing was changed.</source>
        <translation>Le note sono aperte in sola lettura; nulla è stato modificato.</translation>
    </message>
    <message>
        <source>The repaired notes could not be put in place ({0}); they stand as {1} beside {2}.</source>
        <translation>Le note riparate non si sono potute mettere al loro posto ({0}); si trovano come {1} accanto a {2}.</translation>
    </message>
    <message>
        <source>The notes were opened for reading only.</source>
        <translation>Le note sono aperte in sola lettura.</translation>
    </message>
    <message>
        <source>The notes file {0} could not be used ({1}); this change was not kept, all earlier ones are.</source>
        <translation>Il file delle note {0} non si è potuto usare ({1}); questa modifica non è stata conservata, tutte le precedenti sì.</translation>
    </message>
    <message>
        <source>There is no room left on the disk; this change was not kept, all earlier ones are. Make room and do it again.</source>
        <translation>Sul disco non c’è più spazio; questa modifica non è stata conservata, tutte le precedenti sì. Liberare spazio e ripetere.</translation>
    </message>
    <message>
        <source>The notes in {0} cannot be written to; this change was not kept.</source>
        <translation>Le note in {0} non si possono scrivere; questa modifica non è stata conservata.</translation>
    </message>
    <message>
        <source>Another program is using the notes in {0}.</source>
        <translation>Un altro programma sta usando le note in {0}.</translation>
    </message>
    <message>
        <source>The notes file {0} is damaged ({1}). What can be read is shown; repair it, or go back to a backup.</source>
        <translation>Il file delle note {0} è danneggiato ({1}). Si mostra ciò che è leggibile; ripararlo o tornare a una copia di sicurezza.</translation>
    </message>
    <message>
        <source>A name has up to {0} characters.</source>
        <translation>Un nome ha fino a {0} caratteri.</translation>
    </message>
    <message>
        <source>The name holds half a character (a lone surrogate); type it again.</source>
        <translation>Il nome contiene mezzo carattere (un surrogato isolato); riscriverlo.</translation>
    </message>
    <message>
        <source>These are no words of “{0}” that could be marked.</source>
        <translation>Queste non sono parole di “{0}” che si possano segnare.</translation>
    </message>
    <message>
        <source>This page is made of your notes and texts; mark the passages it leads to instead.</source>
        <translation>Questa pagina è fatta delle tue note e dei tuoi testi; segna piuttosto i passi a cui porta.</translation>
    </message>
    <message>
        <source>A name has between one and {0} characters.</source>
        <translation>Un nome ha da uno a {0} caratteri.</translation>
    </message>
    <message>
        <source>The library folder {0} cannot be written to ({1}).</source>
        <translation>Nella cartella della biblioteca {0} non si può scrivere ({1}).</translation>
    </message>
    <message>
        <source>The library {0} lies on a disk that cannot be locked ({1}), so changes would not be safe there. Choose another folder.</source>
        <translation>La biblioteca {0} sta su un disco che non si può bloccare ({1}), perciò le modifiche non vi sarebbero sicure. Scegliere un’altra cartella.</translation>
    </message>
    <message>
        <source>The library {0} is open in another window.</source>
        <translation>La biblioteca {0} è aperta in un’altra finestra.</translation>
    </message>
    <message>
        <source>This note is no longer there.</source>
        <translation>Questa nota non c’è più.</translation>
    </message>
    <message>
        <source>The note would not come back from a file as it is.</source>
        <translation>La nota non tornerebbe da un file così com’è.</translation>
    </message>
    <message>
        <source>This note is by {0}; only its author can change it. Answer it instead.</source>
        <translation>Questa nota è di {0}; solo chi l’ha scritta può modificarla. Si può invece rispondere.</translation>
    </message>
    <message>
        <source>This note is no longer in the bin.</source>
        <translation>Questa nota non è più nel cestino.</translation>
    </message>
    <message>
        <source>A mark can hold up to {0} characters; mark less, or write a note on the whole text.</source>
        <translation>Un segno può comprendere fino a {0} caratteri; segnare di meno o scrivere una nota sull’intero testo.</translation>
    </message>
    <message>
        <source>The note holds half a character (a lone surrogate) and cannot be kept; delete it and type it again.</source>
        <translation>La nota contiene mezzo carattere (un surrogato isolato) e non si può conservare; cancellarlo e riscriverlo.</translation>
    </message>
    <message>
        <source>The note cannot be written to a file ({0}).</source>
        <translation>La nota non si può scrivere in un file ({0}).</translation>
    </message>
    <message>
        <source>The note was not kept. {0}</source>
        <translation>La nota non è stata conservata. {0}</translation>
    </message>
    <message>
        <source>Its target is neither words of a text, nor a work, nor another note.</source>
        <translation>La destinazione non è né parole di un testo, né un’opera, né un’altra nota.</translation>
    </message>
    <message>
        <source>Its position is not a start and an end within a text.</source>
        <translation>La posizione non è un inizio e una fine dentro un testo.</translation>
    </message>
    <message>
        <source>Its target is neither a name nor an object.</source>
        <translation>La destinazione non è né un nome né un oggetto.</translation>
    </message>
    <message>
        <source>Its target does not name the text it stands in.</source>
        <translation>La destinazione non indica il testo in cui si trova.</translation>
    </message>
    <message>
        <source>The name of its work is not one (a–z, 0–9 and hyphens).</source>
        <translation>Il nome della sua opera non è valido (a–z, 0–9 e trattini).</translation>
    </message>
    <message>
        <source>It quotes no words, so its place cannot be found again.</source>
        <translation>Non cita parole, perciò il suo luogo non si può ritrovare.</translation>
    </message>
    <message>
        <source>Nothing in this text is like the quoted words.</source>
        <translation>Nulla in questo testo somiglia alle parole citate.</translation>
    </message>
    <message>
        <source>No passage of this text is like enough to the quoted words.</source>
        <translation>Nessun passo di questo testo somiglia abbastanza alle parole citate.</translation>
    </message>
    <message>
        <source>The nearest passage of this text is another one of the old text.</source>
        <translation>Il passo più simile di questo testo è un altro passo del testo di prima.</translation>
    </message>
    <message>
        <source>The annotation quotes no words.</source>
        <translation>La nota non cita parole.</translation>
    </message>
    <message>
        <source>The quoted signs are not in this text.</source>
        <translation>I segni citati non sono in questo testo.</translation>
    </message>
    <message>
        <source>One of its selectors is not an object.</source>
        <translation>Uno dei suoi selettori non è un oggetto.</translation>
    </message>
    <message>
        <source>Its {0} is not text.</source>
        <translation>{0} non è testo.</translation>
    </message>
    <message>
        <source>Its {0} is longer than {1} characters.</source>
        <translation>{0} supera {1} caratteri.</translation>
    </message>
    <message>
        <source>The glossary has no concept “{0}”.</source>
        <translation>Il glossario non ha un concetto “{0}”.</translation>
    </message>
    <message>
        <source>“{0}” is damaged or not complete; get another copy of it.</source>
        <translation>“{0}” è danneggiato o incompleto; procurarsene un’altra copia.</translation>
    </message>
    <message>
        <source>“{0}” is far larger inside than a book can be; it is damaged or made to harm, and was not read.</source>
        <translation>“{0}” è all’interno molto più grande di quanto possa essere un libro; è danneggiato o fatto per nuocere e non è stato letto.</translation>
    </message>
    <message>
        <source>“{0}” defines abbreviations of its own (XML entities), which can be made to harm; it was not read. Get another copy of it.</source>
        <translation>“{0}” definisce abbreviazioni proprie (entità XML), che possono nuocere; non è stato letto. Procurarsene un’altra copia.</translation>
    </message>
    <message>
        <source>“{0}” is encrypted; open it in the program it was made with and save it without password.</source>
        <translation>“{0}” è cifrato; aprirlo nel programma con cui è stato fatto e salvarlo senza password.</translation>
    </message>
    <message>
        <source>“{0}” is a zip archive; unpack it and choose the files in it.</source>
        <translation>“{0}” è un archivio zip; estrarlo e scegliere i file che contiene.</translation>
    </message>
    <message>
        <source>“{0}” is an OpenDocument text; save it as DOCX.</source>
        <translation>“{0}” è un testo OpenDocument; salvarlo come DOCX.</translation>
    </message>
    <message>
        <source>“{0}” is {1}, which cannot be read; {2}.</source>
        <translation>“{0}” è {1}, che non si può leggere; {2}.</translation>
    </message>
    <message>
        <source>“{0}” contains no words.</source>
        <translation>“{0}” non contiene parole.</translation>
    </message>
    <message>
        <source>“{0}” does not say where its text is; it is damaged.</source>
        <translation>“{0}” non dice dove si trova il suo testo; è danneggiato.</translation>
    </message>
    <message>
        <source>“{0}” lists no chapters; it is damaged. Get another copy.</source>
        <translation>“{0}” non elenca capitoli; è danneggiato. Procurarsene un’altra copia.</translation>
    </message>
    <message>
        <source>“{0}” is damaged and cannot be read; get another copy of it.</source>
        <translation>“{0}” è danneggiato e non si può leggere; procurarsene un’altra copia.</translation>
    </message>
    <message>
        <source>“{0}” is protected against copying and cannot be read here; get it without protection from its publisher.</source>
        <translation>“{0}” è protetto contro la copia e qui non si può leggere; richiederlo all’editore senza protezione.</translation>
    </message>
    <message>
        <source>The file holds more than {0} million letters; split it into parts and add these.</source>
        <translation>Il file contiene più di {0} milioni di lettere; dividerlo in parti e aggiungere queste.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read within {1} seconds and {2} MB; it is damaged, or made to harm. Get another copy, or convert it to plain text with another program.</source>
        <translation>“{0}” non si può leggere entro {1} secondi e {2} MB; è danneggiato o fatto per nuocere. Procurarsene un’altra copia o convertirlo in testo semplice con un altro programma.</translation>
    </message>
    <message>
        <source>“{0}” could not be read: no further process can be started ({1}). Close other programs and try again.</source>
        <translation>“{0}” non si è potuto leggere: non è possibile avviare un altro processo ({1}). Chiudere altri programmi e riprovare.</translation>
    </message>
    <message>
        <source>“{0}” contains no text.</source>
        <translation>“{0}” non contiene testo.</translation>
    </message>
    <message>
        <source>“{0}” is a scan: its {1} pages are pictures without text. Recognise the text first, with OCRmyPDF or another program for character recognition, and add the result.</source>
        <translation>“{0}” è una scansione: le sue {1} pagine sono immagini senza testo. Riconoscere prima il testo, con OCRmyPDF o un altro programma di riconoscimento dei caratteri, e aggiungere il risultato.</translation>
    </message>
    <message>
        <source>“{0}” has no pages; get another copy of it.</source>
        <translation>“{0}” non ha pagine; procurarsene un’altra copia.</translation>
    </message>
    <message>
        <source>“{0}” holds more text than can be read; split it.</source>
        <translation>“{0}” contiene più testo di quanto se ne possa leggere; dividerlo.</translation>
    </message>
    <message>
        <source>“{0}” is encrypted and asks for a password; save a copy without password and add that.</source>
        <translation>“{0}” è cifrato e chiede una password; salvarne una copia senza password e aggiungere quella.</translation>
    </message>
    <message>
        <source>“{0}” has {1} MB; at most {2} MB can be read. Split it into parts and add these.</source>
        <translation>“{0}” è di {1} MB; se ne possono leggere al massimo {2}. Dividerlo in parti e aggiungere queste.</translation>
    </message>
    <message>
        <source>“{0}” is empty; choose a file with a text in it.</source>
        <translation>“{0}” è vuoto; scegliere un file che contenga un testo.</translation>
    </message>
    <message>
        <source>“{0}” contains no words; choose a file with a text in it.</source>
        <translation>“{0}” non contiene parole; scegliere un file che contenga un testo.</translation>
    </message>
    <message>
        <source>“{0}” consists mostly of numbers and signs; it does not look like a text.</source>
        <translation>“{0}” è fatto per lo più di numeri e segni; non sembra un testo.</translation>
    </message>
    <message>
        <source>“{0}” consists mostly of endless strings of letters; it looks like coded data, not like a text.</source>
        <translation>“{0}” è fatto per lo più di sequenze di lettere senza fine; sembrano dati codificati, non un testo.</translation>
    </message>
    <message>
        <source>“{0}” is a folder; choose the files in it.</source>
        <translation>“{0}” è una cartella; scegliere i file che contiene.</translation>
    </message>
    <message>
        <source>“{0}” is not a file that can be read; choose another.</source>
        <translation>“{0}” non è un file leggibile; sceglierne un altro.</translation>
    </message>
    <message>
        <source>There is no file “{0}”; check its name and folder.</source>
        <translation>Non c’è alcun file “{0}”; controllarne il nome e la cartella.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read ({1}); check who may open it.</source>
        <translation>“{0}” non si può leggere ({1}); controllare chi può aprirlo.</translation>
    </message>
    <message>
        <source>“{0}” is not a text; choose a file with a text in it.</source>
        <translation>“{0}” non è un testo; scegliere un file che contenga un testo.</translation>
    </message>
    <message>
        <source>“{0}” looks like UTF-16 without the mark that says so; save it as UTF-8.</source>
        <translation>“{0}” sembra UTF-16 senza il segno che lo dichiara; salvarlo come UTF-8.</translation>
    </message>
    <message>
        <source>“{0}” is not a text, Markdown, HTML, EPUB, PDF or DOCX file; choose a file with a text in it.</source>
        <translation>“{0}” non è un file di testo, Markdown, HTML, EPUB, PDF o DOCX; scegliere un file che contenga un testo.</translation>
    </message>
    <message>
        <source>“{0}” says that it is UTF-16, but is damaged; save it again as UTF-8.</source>
        <translation>“{0}” dice di essere UTF-16, ma è danneggiato; salvarlo di nuovo come UTF-8.</translation>
    </message>
    <message>
        <source>“{0}” is neither UTF-8 nor Windows-1252; save it as UTF-8.</source>
        <translation>“{0}” non è né UTF-8 né Windows-1252; salvarlo come UTF-8.</translation>
    </message>
    <message>
        <source>“{0}” needs the library {1} to be read; install it with: pip install &apos;counterpoint-reader[import]&apos;</source>
        <translation>Per leggere “{0}” serve la libreria {1}; installarla con: pip install ‘counterpoint-reader[import]’</translation>
    </message>
    <message>
        <source>“{0}” is too large or nested too deeply to be read; it may be made to harm. Get another copy, or convert it to plain text with another program.</source>
        <translation>“{0}” è troppo grande o annidato troppo in profondità per essere letto; forse è fatto per nuocere. Procurarsene un’altra copia o convertirlo in testo semplice con un altro programma.</translation>
    </message>
    <message>
        <source>The search index could not be built: its process ended early. Search goes on without it, slower; the next start tries again.</source>
        <translation>L’indice di ricerca non si è potuto costruire: il suo processo è terminato in anticipo. La ricerca prosegue senza, più lenta; il prossimo avvio ritenterà.</translation>
    </message>
    <message>
        <source>The search index could not be written ({0}). Texts and notes are safe and search goes on without it; make room on the disk and it will be built again.</source>
        <translation>L’indice di ricerca non si è potuto scrivere ({0}). Testi e note sono al sicuro e la ricerca prosegue senza; liberare spazio sul disco e verrà ricostruito.</translation>
    </message>
    <message>
        <source>This library can be read but not changed; its index stays as it is.</source>
        <translation>Questa biblioteca si può leggere ma non modificare; il suo indice resta com’è.</translation>
    </message>
    <message>
        <source>This link does not lead to a passage.</source>
        <translation>Questo collegamento non porta a un passo.</translation>
    </message>
    <message>
        <source>This copy of “{0}” has no passage {1}; it is shorter than the one the companion speaks of.</source>
        <translation>Questa copia di “{0}” non ha un passo {1}; è più breve di quella di cui parla la guida.</translation>
    </message>
    <message>
        <source>This edition was written by a newer Counterpoint; please update.</source>
        <translation>Questa edizione è stata scritta da un Counterpoint più recente; aggiornare il programma.</translation>
    </message>
    <message>
        <source>This is not an edition that Counterpoint wrote ({0}).</source>
        <translation>Questa non è un’edizione scritta da Counterpoint ({0}).</translation>
    </message>
    <message>
        <source>The list of repairs cannot be read ({0}).</source>
        <translation>L’elenco delle correzioni non si può leggere ({0}).</translation>
    </message>
    <message>
        <source>This library was opened for reading only; nothing was changed.</source>
        <translation>Questa biblioteca è aperta in sola lettura; nulla è stato modificato.</translation>
    </message>
    <message>
        <source>This library is open in another window; here it can be read but not changed.</source>
        <translation>Questa biblioteca è aperta in un’altra finestra; qui si può leggere ma non modificare.</translation>
    </message>
    <message>
        <source>This library folder cannot be written to; it can be read but not changed.</source>
        <translation>In questa cartella non si può scrivere; la biblioteca si può leggere ma non modificare.</translation>
    </message>
    <message>
        <source>These notes were written by a newer version of the program; they can be read but not changed.</source>
        <translation>Queste note sono state scritte da una versione più recente del programma; si possono leggere ma non modificare.</translation>
    </message>
    <message>
        <source>The notes file {0} is missing, but there are backups.</source>
        <translation>Il file delle note {0} manca, ma ci sono copie di sicurezza.</translation>
    </message>
    <message>
        <source>The notes file {0} is damaged ({1}).</source>
        <translation>Il file delle note {0} è danneggiato ({1}).</translation>
    </message>
    <message>
        <source>The note {0} cannot be shown. {1}</source>
        <translation>La nota {0} non si può mostrare. {1}</translation>
    </message>
    <message>
        <source>“{0}” is not in the library. Choose File › Add texts… and add your own copy of it; then this link has its places.</source>
        <translation>“{0}” non è nella biblioteca. Scegliere File › Aggiungi testi… e aggiungerne una propria copia; poi questo collegamento avrà i suoi luoghi.</translation>
    </message>
    <message>
        <source>From some place on, all lines are longer or shorter than before it; the file may hold two texts, one behind the other.</source>
        <translation>Da un certo punto in poi tutte le righe sono più lunghe o più corte di prima; il file potrebbe contenere due testi, uno dopo l’altro.</translation>
    </message>
    <message>
        <source>By their numbers, {0} pages are missing after page {1}.</source>
        <translation>Secondo la numerazione mancano {0} pagine dopo pagina {1}.</translation>
    </message>
    <message>
        <source>By their numbers, {0} pages are missing, the first of them after page {1}.</source>
        <translation>Secondo la numerazione mancano {0} pagine, le prime dopo pagina {1}.</translation>
    </message>
    <message>
        <source>{0} page turns are doubtful; please look at them, pages may be missing.</source>
        <translation>{0} cambi di pagina sono dubbi; controllarli, possono mancare pagine.</translation>
    </message>
    <message>
        <source>One page turn is doubtful; please look at it, a page may be missing there.</source>
        <translation>Un cambio di pagina è dubbio; controllarlo, lì può mancare una pagina.</translation>
    </message>
    <message>
        <source>A packet can be Markdown or HTML, not “{0}”.</source>
        <translation>Un fascicolo può essere Markdown o HTML, non “{0}”.</translation>
    </message>
    <message>
        <source>“{0}” is a scan: its one page is a picture without text. Recognise the text first, with OCRmyPDF or another program for character recognition, and add the result.</source>
        <translation>«{0}» è una scansione: la sua unica pagina è un’immagine senza testo. Riconoscere prima il testo, con OCRmyPDF o un altro programma di riconoscimento dei caratteri, e aggiungere il risultato.</translation>
    </message>
    <message>
        <source>The notes cannot be opened for writing, as on a disk without any room; they can be read but not changed.</source>
        <translation>Le note non si possono aprire per scriverle, come su un disco senza spazio; si possono leggere ma non modificare.</translation>
    </message>
    <message>
        <source>No folder is shared with a group yet; choose one first.</source>
        <translation>Nessuna cartella è ancora condivisa con un gruppo; sceglierne prima una.</translation>
    </message>
    <message>
        <source>This note has one wording only.</source>
        <translation>Questa nota ha una sola stesura.</translation>
    </message>
    <message>
        <source>There is no folder {0}; choose one that exists.</source>
        <translation>Non c’è una cartella {0}; sceglierne una che esista.</translation>
    </message>
    <message>
        <source>The library&apos;s own folder cannot be shared; choose another one.</source>
        <translation>La cartella della biblioteca stessa non si può condividere; sceglierne un’altra.</translation>
    </message>
    <message>
        <source>This note stands on no words that could be changed.</source>
        <translation>Questa nota non sta su parole che si possano cambiare.</translation>
    </message>
    <message>
        <source>{0} is not a folder; choose a folder for the library.</source>
        <translation>{0} non è una cartella; scegliere una cartella per la biblioteca.</translation>
    </message>
    <message>
        <source>This note is not shown now.</source>
        <translation>Questa nota ora non è mostrata.</translation>
    </message>
    <message>
        <source>“{0}” is no form of export here; choose {1}.</source>
        <translation>“{0}” non è un formato di esportazione; scegliere {1}.</translation>
    </message>
    <message>
        <source>Notes cannot be ordered by “{0}”; choose {1}.</source>
        <translation>Le note non si possono ordinare per “{0}”; scegliere {1}.</translation>
    </message>
    <message>
        <source>{0} is not an edition that Counterpoint wrote.</source>
        <translation>{0} non è un’edizione scritta da Counterpoint.</translation>
    </message>
    <message>
        <source>{0} is a file; a vault needs a folder.</source>
        <translation>{0} è un file; serve una cartella.</translation>
    </message>
    <message>
        <source>There is no readable edition at {0}.</source>
        <translation>In {0} non c’è un’edizione leggibile.</translation>
    </message>
    <message>
        <source>{0} is too large; annotation files have at most {1} MiB.</source>
        <translation>{0} è troppo grande; i file di annotazioni arrivano al massimo a {1} MiB.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation>{0} non si può leggere ({1}).</translation>
    </message>
    <message>
        <source>“{0}” is not among the removed texts.</source>
        <translation>“{0}” non è tra i testi rimossi.</translation>
    </message>
    <message>
        <source>{0} of “{1}” is not what Counterpoint wrote.</source>
        <translation>{0} di “{1}” non è ciò che Counterpoint ha scritto.</translation>
    </message>
    <message>
        <source>The text could not be removed ({0}); it is still there.</source>
        <translation>Il testo non si è potuto rimuovere ({0}); è ancora presente.</translation>
    </message>
    <message>
        <source>{0} of “{1}” is damaged; add the text again to restore it.</source>
        <translation>{0} di “{1}” è danneggiato; aggiungere di nuovo il testo per restaurarlo.</translation>
    </message>
    <message>
        <source>“{0}” is not a passage; write the short id of a text and a number, as in @my-text¶12.</source>
        <translation>“{0}” non è un passo; scrivere il nome breve di un testo e un numero, come in @mio-testo¶12.</translation>
    </message>
    <message>
        <source>A concept needs a name with at least one letter or digit in it.</source>
        <translation>Un concetto ha bisogno di un nome con almeno una lettera o una cifra.</translation>
    </message>
    <message>
        <source>Your own glossary has no such concept; shipped ones stay.</source>
        <translation>Il glossario personale non ha questo concetto; quelli forniti restano.</translation>
    </message>
    <message>
        <source>Your glossary cannot be saved while it has a mistake: {0}</source>
        <translation>Il glossario personale non si può salvare finché ha un errore: {0}</translation>
    </message>
    <message>
        <source>“{0}” is not in the library. Choose File › Add texts… and add your own copy of it; then this place can be opened.</source>
        <translation>“{0}” non è nella biblioteca. Scegliere File › Aggiungi testi… e aggiungerne una propria copia; poi questo luogo si potrà aprire.</translation>
    </message>
    <message>
        <source>A trail has at most {0} stations; begin another one.</source>
        <translation>Un percorso ha al massimo {0} tappe; cominciarne un altro.</translation>
    </message>
    <message>
        <source>This trail has changed meanwhile; nothing was changed.</source>
        <translation>Nel frattempo questo percorso è cambiato; nulla è stato modificato.</translation>
    </message>
    <message>
        <source>Select the words that the trail shall stop at.</source>
        <translation>Selezionare le parole a cui il percorso deve fermarsi.</translation>
    </message>
    <message>
        <source>This is no trail.</source>
        <translation>Questo non è un percorso.</translation>
    </message>
    <message>
        <source>The arguments in “{0}” cannot be read ({1}); check the file.</source>
        <translation>Le argomentazioni in “{0}” non si possono leggere ({1}); controllare il file.</translation>
    </message>
    <message>
        <source>The language model in “{0}” cannot be read ({1}); related passages do without it.</source>
        <translation>Il modello linguistico in “{0}” non si può leggere ({1}); i passi affini ne fanno a meno.</translation>
    </message>
    <message>
        <source>The folder “{0}” for related passages cannot be made ({1}); check who may write to the library.</source>
        <translation>La cartella “{0}” per i passi affini non si può creare ({1}); controllare chi può scrivere nella biblioteca.</translation>
    </message>
    <message>
        <source>“{0}” has no passage {1}.</source>
        <translation>“{0}” non ha un passo {1}.</translation>
    </message>
    <message>
        <source>“{0}” is not a place in a text; write a number like 12 or ¶12.</source>
        <translation>“{0}” non è un luogo di un testo; scrivere un numero come 12 o ¶12.</translation>
    </message>
    <message>
        <source>{0} holds no text.</source>
        <translation>{0} non contiene testo.</translation>
    </message>
    <message>
        <source>{0} holds no words.</source>
        <translation>{0} non contiene parole.</translation>
    </message>
    <message>
        <source>Up to {0} notes are taken at once.</source>
        <translation>Si importano fino a {0} note alla volta.</translation>
    </message>
    <message>
        <source>It stands in the file twice; the first is taken.</source>
        <translation>Compare due volte nel file; si importa la prima.</translation>
    </message>
    <message>
        <source>{0} annotations in {1} were refused: {2}</source>
        <translation>{0} annotazioni in {1} sono state rifiutate: {2}</translation>
    </message>
    <message>
        <source>{0} in the shared folder cannot be read. {1}</source>
        <translation>{0} nella cartella condivisa non si può leggere. {1}</translation>
    </message>
    <message>
        <source>Two people claim this note.</source>
        <translation>Due persone rivendicano questa nota.</translation>
    </message>
    <message>
        <source>Passed on by another than its author.</source>
        <translation>Trasmessa da una persona diversa da chi l’ha scritta.</translation>
    </message>
    <message>
        <source>Written by a newer version; what is unknown here is kept, but not shown.</source>
        <translation>Scritto da una versione più recente; ciò che qui non si conosce viene conservato, ma non mostrato.</translation>
    </message>
    <message>
        <source>It would change a note of yours.</source>
        <translation>Modificherebbe una propria nota.</translation>
    </message>
    <message>
        <source>It bears the id of a note of yours.</source>
        <translation>Porta l’identificativo di una propria nota.</translation>
    </message>
    <message>
        <source>The file says that it is yours, but you do not have it.</source>
        <translation>Il file dice che è propria, ma qui non c’è.</translation>
    </message>
    <message>
        <source>It changes a note of another than the file&apos;s author.</source>
        <translation>Modifica una nota di una persona diversa dall’autore del file.</translation>
    </message>
    <message>
        <source>{0} of {1} pages are pictures without text; what stands on them is missing. Recognise the text first, with OCRmyPDF for instance, to have all of it.</source>
        <translation>{0} pagine su {1} sono immagini senza testo; manca ciò che contengono. Per avere tutto, riconoscere prima il testo, per esempio con OCRmyPDF.</translation>
    </message>
    <message>
        <source>Only the first {0} of {1} pages were read.</source>
        <translation>Sono state lette solo le prime {0} pagine su {1}.</translation>
    </message>
    <message>
        <source>Only the first {0} characters are looked for.</source>
        <translation>Si cercano solo i primi {0} caratteri.</translation>
    </message>
    <message>
        <source>There is no word to look for.</source>
        <translation>Non c’è alcuna parola da cercare.</translation>
    </message>
    <message>
        <source>There is nothing after this NOT.</source>
        <translation>Dopo questo NOT non c’è nulla.</translation>
    </message>
    <message>
        <source>NEAR is written in capitals and with a number: NEAR/5.</source>
        <translation>NEAR si scrive in maiuscolo e con un numero: NEAR/5.</translation>
    </message>
    <message>
        <source>NEAR needs something on both sides.</source>
        <translation>NEAR vuole qualcosa da entrambe le parti.</translation>
    </message>
    <message>
        <source>NEAR joins words and phrases; this was read as AND.</source>
        <translation>NEAR unisce parole e locuzioni; qui è stato letto come AND.</translation>
    </message>
    <message>
        <source>NEAR reaches over at most {0} words.</source>
        <translation>NEAR arriva al massimo a {0} parole.</translation>
    </message>
    <message>
        <source>Brackets go at most {0} deep.</source>
        <translation>Le parentesi arrivano al massimo a {0} livelli.</translation>
    </message>
    <message>
        <source>This bracket is never closed.</source>
        <translation>Questa parentesi non viene chiusa.</translation>
    </message>
    <message>
        <source>There is nothing between these brackets.</source>
        <translation>Tra queste parentesi non c’è nulla.</translation>
    </message>
    <message>
        <source>Only the first {0} terms are looked for.</source>
        <translation>Si cercano solo i primi {0} termini.</translation>
    </message>
    <message>
        <source>There is no field “{0}:”; the fields are {1}.</source>
        <translation>Non c’è un campo “{0}:”; i campi sono {1}.</translation>
    </message>
    <message>
        <source>There is nothing after “{0}:”.</source>
        <translation>Dopo “{0}:” non c’è nulla.</translation>
    </message>
    <message>
        <source>After “{0}:” comes one word or “phrase”, not a bracket.</source>
        <translation>Dopo “{0}:” va una parola o una “locuzione”, non una parentesi.</translation>
    </message>
    <message>
        <source>There is no word after “{0}:”.</source>
        <translation>Dopo “{0}:” non c’è alcuna parola.</translation>
    </message>
    <message>
        <source>This quotation mark has no partner.</source>
        <translation>Questa virgoletta è spaiata.</translation>
    </message>
    <message>
        <source>There is no word between these quotation marks.</source>
        <translation>Tra queste virgolette non c’è alcuna parola.</translation>
    </message>
    <message>
        <source>There is no word here.</source>
        <translation>Qui non c’è alcuna parola.</translation>
    </message>
    <message>
        <source>Words are looked for up to {0} letters.</source>
        <translation>Le parole si cercano fino a {0} lettere.</translation>
    </message>
    <message>
        <source>A fuzzy word differs by 1 or 2 letters: word~ or word~2.</source>
        <translation>Una parola approssimata differisce di 1 o 2 lettere: parola~ o parola~2.</translation>
    </message>
    <message>
        <source>This word is too short to be fuzzy.</source>
        <translation>Questa parola è troppo breve per essere approssimata.</translation>
    </message>
    <message>
        <source>A wildcard needs letters beside it, such as refus*.</source>
        <translation>Un carattere jolly ha bisogno di lettere accanto, come rifiut*.</translation>
    </message>
    <message>
        <source>A word that begins with a wildcard needs two letters.</source>
        <translation>Una parola che comincia con un carattere jolly ha bisogno di due lettere.</translation>
    </message>
    <message>
        <source>A word takes at most {0} wildcards.</source>
        <translation>Una parola ammette al massimo {0} caratteri jolly.</translation>
    </message>
    <message>
        <source>This bracket was never opened.</source>
        <translation>Questa parentesi non è stata aperta.</translation>
    </message>
    <message>
        <source>OR needs something on both sides.</source>
        <translation>OR vuole qualcosa da entrambe le parti.</translation>
    </message>
    <message>
        <source>AND needs something on both sides.</source>
        <translation>AND vuole qualcosa da entrambe le parti.</translation>
    </message>
    <message>
        <source>This search takes too long; write more letters of its words.</source>
        <translation>Questa ricerca richiede troppo tempo; scrivere più lettere delle parole.</translation>
    </message>
    <message>
        <source>Nothing has “{0}”. There is {1}.</source>
        <translation>Nulla ha “{0}”. C’è {1}.</translation>
    </message>
    <message>
        <source>Nothing has “{0}”.</source>
        <translation>Nulla ha “{0}”.</translation>
    </message>
    <message>
        <source>Nothing was found for “{0}”. The texts have {1}.</source>
        <translation>Nessun risultato per “{0}”. I testi hanno {1}.</translation>
    </message>
    <message>
        <source>Nothing was found for “{0}”. No text has words in that script.</source>
        <translation>Nessun risultato per “{0}”. Nessun testo ha parole in quella scrittura.</translation>
    </message>
    <message>
        <source>Until the index is built only the first texts are searched, up to two million letters.</source>
        <translation>Finché l’indice non è pronto si cerca solo nei primi testi, fino a due milioni di lettere.</translation>
    </message>
    <message>
        <source>One footnote was set apart and linked.</source>
        <translation>Una nota a piè di pagina è stata separata e collegata.</translation>
    </message>
    <message>
        <source>{0} footnotes were set apart and linked.</source>
        <translation>{0} note a piè di pagina sono state separate e collegate.</translation>
    </message>
    <message>
        <source>Nothing can be printed there. Is the printer on, and can a file be written there?</source>
        <translation>Lì non si può stampare nulla. La stampante è accesa, e vi si può scrivere un file?</translation>
    </message>
    <message>
        <source>Please look at these page turns: {0}.</source>
        <translation>Controllare questi cambi di pagina: {0}.</translation>
    </message>
    <message>
        <source>The text has no page turns to put in order.</source>
        <translation>Il testo non ha cambi di pagina da mettere in ordine.</translation>
    </message>
    <message>
        <source>It takes the place of the copy that was here, which was moved to “removed”.</source>
        <translation>Prende il posto della copia che era qui, spostata in «removed».</translation>
    </message>
    <message>
        <source>The pages were already in reading order ({0} sure).</source>
        <translation>Le pagine erano già nell’ordine di lettura (sicuro al {0}).</translation>
    </message>
    <message>
        <source>{0} pages were put into reading order ({1} sure).</source>
        <translation>{0} pagine sono state messe nell’ordine di lettura (sicuro al {1}).</translation>
    </message>
    <message>
        <source>The order of the pages could not be made out with certainty; please look at it.</source>
        <translation>L’ordine delle pagine non si è potuto stabilire con certezza; controllarlo.</translation>
    </message>
    <message>
        <source>One paragraph stands twice in the file; both are kept.</source>
        <translation>Un capoverso sta due volte nel file; restano entrambi.</translation>
    </message>
    <message>
        <source>{0} paragraphs stand twice in the file; all are kept.</source>
        <translation>{0} capoversi stanno due volte nel file; restano tutti.</translation>
    </message>
    <message>
        <source>The file seems to hold {0} texts; split it to have each of them by itself.</source>
        <translation>Il file sembra contenere {0} testi; dividilo per avere ciascuno per sé.</translation>
    </message>
    <message>
        <source>The file seems to hold two booklets, one behind the other; each was put in order by itself, as well as it could be.</source>
        <translation>Il file sembra contenere due opuscoli, uno dopo l’altro; ciascuno è stato messo in ordine per sé, per quanto è stato possibile.</translation>
    </message>
    <message>
        <source>Nothing can be written to the library ({0}); nothing was changed.</source>
        <translation>Nella biblioteca non si può scrivere ({0}); nulla è stato cambiato.</translation>
    </message>
    <message>
        <source>The text could not be built again ({0}); nothing was lost.</source>
        <translation>Non è stato possibile ricostruire il testo ({0}); nulla è andato perduto.</translation>
    </message>
    <message>
        <source>The text begins and breaks off inside sentences; pages may be missing.</source>
        <translation>Il testo comincia e si interrompe a metà di una frase; forse mancano delle pagine.</translation>
    </message>
    <message>
        <source>The text begins inside a sentence; pages before it may be missing.</source>
        <translation>Il testo comincia a metà di una frase; forse mancano le pagine precedenti.</translation>
    </message>
    <message>
        <source>The text breaks off inside a sentence; pages may be missing.</source>
        <translation>Il testo si interrompe a metà di una frase; forse mancano delle pagine.</translation>
    </message>
    <message>
        <source>This does not look like a text in a language; it was taken as it stands.</source>
        <translation>Non sembra un testo in una lingua; è stato preso così com’è.</translation>
    </message>
    <message>
        <source>a heading stands with what it heads</source>
        <translation>un titolo sta con ciò che introduce</translation>
    </message>
    <message>
        <source>the sentence reads on</source>
        <translation>la frase prosegue</translation>
    </message>
    <message>
        <source>the list of references goes on in order</source>
        <translation>l’elenco dei riferimenti prosegue in ordine</translation>
    </message>
    <message>
        <source>a list of references breaks off</source>
        <translation>un elenco di riferimenti si interrompe</translation>
    </message>
    <message>
        <source>the printed page numbers follow</source>
        <translation>i numeri di pagina stampati si susseguono</translation>
    </message>
    <message>
        <source>both speak of the same things</source>
        <translation>entrambe parlano delle stesse cose</translation>
    </message>
    <message>
        <source>an open bracket is closed</source>
        <translation>una parentesi aperta viene chiusa</translation>
    </message>
    <message>
        <source>the speech in quotation marks goes on</source>
        <translation>il discorso tra virgolette prosegue</translation>
    </message>
    <message>
        <source>the footnotes are counted on</source>
        <translation>la numerazione delle note prosegue</translation>
    </message>
    <message>
        <source>a footnote runs over</source>
        <translation>una nota continua</translation>
    </message>
    <message>
        <source>making the page</source>
        <translation>composizione della pagina</translation>
    </message>
    <message>
        <source>writing notes</source>
        <translation>scrittura delle note</translation>
    </message>
    <message>
        <source>gathering notes</source>
        <translation>raccolta delle note</translation>
    </message>
    <message>
        <source>reading notes</source>
        <translation>lettura delle note</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>Lettura delle annotazioni</translation>
    </message>
    <message>
        <source>Comparing with your notes</source>
        <translation>Confronto con le proprie note</translation>
    </message>
    <message>
        <source>Seeking places</source>
        <translation>Ricerca dei luoghi</translation>
    </message>
    <message>
        <source>Reading what can be read</source>
        <translation>Lettura di ciò che è leggibile</translation>
    </message>
    <message>
        <source>Writing a new notes file</source>
        <translation>Scrittura di un nuovo file delle note</translation>
    </message>
    <message>
        <source>Checking the notes file</source>
        <translation>Controllo del file delle note</translation>
    </message>
    <message>
        <source>Checking every note</source>
        <translation>Controllo di ogni nota</translation>
    </message>
    <message>
        <source>Reading the last backup</source>
        <translation>Lettura dell’ultima copia di sicurezza</translation>
    </message>
    <message>
        <source>placing links</source>
        <translation>collocazione dei collegamenti</translation>
    </message>
    <message>
        <source>reading the file</source>
        <translation>lettura del file</translation>
    </message>
    <message>
        <source>recognising the work</source>
        <translation>riconoscimento dell’opera</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>controllo</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fatto</translation>
    </message>
    <message>
        <source>Bringing the search up to date</source>
        <translation>Aggiornamento della ricerca</translation>
    </message>
    <message>
        <source>Reading the texts for the search</source>
        <translation>Lettura dei testi per la ricerca</translation>
    </message>
    <message>
        <source>Writing the index</source>
        <translation>Scrittura dell’indice di ricerca</translation>
    </message>
    <message>
        <source>Reading the words</source>
        <translation>Lettura delle parole</translation>
    </message>
    <message>
        <source>Joining lines</source>
        <translation>Unione delle righe</translation>
    </message>
    <message>
        <source>Repairing words</source>
        <translation>Correzione delle parole</translation>
    </message>
    <message>
        <source>Looking for the page order</source>
        <translation>Ricerca dell’ordine delle pagine</translation>
    </message>
    <message>
        <source>Empty the bin</source>
        <translation>Svuota il cestino</translation>
    </message>
    <message>
        <source>Name a colour</source>
        <translation>Nome di un colore</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Indice di ricerca</translation>
    </message>
    <message>
        <source>Join two wordings</source>
        <translation>Unione di due stesure</translation>
    </message>
    <message>
        <source>Keep both wordings</source>
        <translation>Entrambe le stesure conservate</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>Cartella condivisa</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Verbale</translation>
    </message>
    <message>
        <source>Related passages</source>
        <translation>Passi affini</translation>
    </message>
    <message>
        <source>Note on the text</source>
        <translation>Nota sul testo</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Risposta</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Collegamento</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Evidenziazione</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Sottolineatura</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Barratura</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Segnalibro</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Domanda</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Modifica della nota</translation>
    </message>
    <message>
        <source>Change the extent</source>
        <translation>Cambio dell’estensione</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminazione</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recupero</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Colore</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etichette</translation>
    </message>
    <message>
        <source>Take notes of {0}</source>
        <translation>Importazione delle note di {0}</translation>
    </message>
    <message>
        <source>Remove “{0}”</source>
        <translation>Rimozione di “{0}”</translation>
    </message>
    <message>
        <source>Add “{0}”</source>
        <translation>Aggiunta di “{0}”</translation>
    </message>
    <message>
        <source>Edit title and author</source>
        <translation>Modifica di titolo e autore</translation>
    </message>
    <message>
        <source>Repair the notes</source>
        <translation>Riparazione delle note</translation>
    </message>
    <message>
        <source>finding the places of notes</source>
        <translation>ricerca dei luoghi delle note</translation>
    </message>
    <message>
        <source>The notes were repaired: {0} wordings are sound, {1} of them from the last backup. The damaged file was kept as {2}.</source>
        <translation>Le note sono state riparate: {0} stesure sono integre, {1} delle quali dall’ultima copia di sicurezza. Il file danneggiato è stato conservato come {2}.</translation>
    </message>
    <message>
        <source>A note could not be read and is in no backup.</source>
        <translation>Una nota non si è potuta leggere e non è in alcuna copia di sicurezza.</translation>
    </message>
    <message>
        <source>A note (row {0}) is damaged.</source>
        <translation>Una nota (riga {0}) è danneggiata.</translation>
    </message>
    <message>
        <source>The backup of {0} UTC with {1} wordings is in place. What stood there was kept as {2}.</source>
        <translation>La copia di sicurezza del {0} UTC con {1} stesure è al suo posto. Ciò che c’era prima è stato conservato come {2}.</translation>
    </message>
    <message>
        <source>The marks of which wordings are current do not fit.</source>
        <translation>I segni delle stesure attuali non corrispondono.</translation>
    </message>
    <message>
        <source>Begin a trail</source>
        <translation>Inizio di un percorso</translation>
    </message>
    <message>
        <source>Add to the trail</source>
        <translation>Aggiunta al percorso</translation>
    </message>
    <message>
        <source>Change the trail</source>
        <translation>Modifica del percorso</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Collegamenti</translation>
    </message>
    <message>
        <source>The text could not be added ({0}); nothing was changed.</source>
        <translation>Non è stato possibile aggiungere il testo ({0}); nulla è cambiato.</translation>
    </message>
    <message>
        <source>The work in the background ended before its time; what was done is kept. Try again, and close other programs if memory is short.</source>
        <translation>Il lavoro sullo sfondo è finito prima del tempo; ciò che era fatto resta. Riprovare, e chiudere altri programmi se la memoria è poca.</translation>
    </message>
    <message>
        <source>The work in the background failed: {0}.</source>
        <translation>Il lavoro sullo sfondo non è riuscito: {0}.</translation>
    </message>
    <message>
        <source>The place {0} has no words that are found again; choose a passage with a whole sentence.</source>
        <translation>Il luogo {0} non ha parole che si ritrovino; scegliere un passo con una frase intera.</translation>
    </message>
    <message>
        <source>Both ends of the link are the same; give two different passages.</source>
        <translation>I due capi del collegamento sono lo stesso; indicare due passi diversi.</translation>
    </message>
    <message>
        <source>The link has no reason; say in one sentence what the reader will find.</source>
        <translation>Il collegamento non ha motivo; dire in una frase che cosa si troverà.</translation>
    </message>
    <message>
        <source>This link is not among your own; shipped ones stay.</source>
        <translation>Questo collegamento non è tra i propri; quelli del programma restano.</translation>
    </message>
    <message>
        <source>Your links cannot be saved while the file has a mistake: {0}</source>
        <translation>I propri collegamenti non si possono salvare finché il file ha un errore: {0}</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); nothing was changed.</source>
        <translation>{0} non si può leggere ({1}); nulla è cambiato.</translation>
    </message>
    <message>
        <source>The text could not be added ({0}); nothing was lost.</source>
        <translation>Non è stato possibile aggiungere il testo ({0}); nulla è perduto.</translation>
    </message>
    <message>
        <source>waiting for another text</source>
        <translation>in attesa di un altro testo</translation>
    </message>
    <message>
        <source>Related passages cannot be kept ({0}); check who may write to the library and whether the disk is full.</source>
        <translation>I passi collegati non si possono conservare ({0}); controllare chi può scrivere nella biblioteca e se il disco è pieno.</translation>
    </message>
    <message>
        <source>Edit a curated link</source>
        <translation>Modifica di un collegamento curato</translation>
    </message>
    <message>
        <source>Remove a curated link</source>
        <translation>Rimozione di un collegamento curato</translation>
    </message>
    <message>
        <source>The template {0} cannot be read: {1}.</source>
        <translation>Il modello {0} non può essere letto: {1}.</translation>
    </message>
    <message>
        <source>There is no template of yours called “{0}”.</source>
        <translation>Non c’è un tuo modello di nome «{0}».</translation>
    </message>
    <message>
        <source>“{0}” is a template of the program; give yours another name.</source>
        <translation>«{0}» è un modello del programma; dai al tuo un altro nome.</translation>
    </message>
    <message>
        <source>{0} cannot be removed ({1}).</source>
        <translation>{0} non può essere rimosso ({1}).</translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation>Dai un nome al modello.</translation>
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
    <name>Evidence</name>
    <message>
        <source>other words</source>
        <translation>altre parole</translation>
    </message>
    <message>
        <source>kindred concepts</source>
        <translation>concetti affini</translation>
    </message>
    <message>
        <source>other arguments</source>
        <translation>altri argomenti</translation>
    </message>
    <message>
        <source>other names</source>
        <translation>altri nomi</translation>
    </message>
    <message>
        <source>linked by a reader</source>
        <translation>collegati da chi legge</translation>
    </message>
    <message>
        <source>the whole passage</source>
        <translation>l’intero passo</translation>
    </message>
    <message>
        <source>passages like these</source>
        <translation>passi simili a questi</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Taking in what the others wrote</source>
        <extracomment>After my last change, before my file is written, ms: a reader at work changes often. Between two looks into the folder, ms; a look costs one ``stat`` a file. After the folder told of a change: sync tools write in steps. After the start of the program: the first words are painted and the search is opened first. After the reader stopped it, before the others&apos; files are read again, ms.</extracomment>
        <translation>Si prende ciò che hanno scritto gli altri</translation>
    </message>
    <message>
        <source>Stopped; what the others wrote is taken in a few minutes.</source>
        <translation>Interrotto; ciò che hanno scritto gli altri si prenderà tra qualche minuto.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ora</translation>
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
        <source>{0} is no longer shared; your file in it stays.</source>
        <translation>{0} non è più condivisa; il proprio file vi resta.</translation>
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
        <source>Te&amp;mplates…</source>
        <translation>&amp;Modelli…</translation>
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
        <source>Export notes</source>
        <extracomment>A form of this dialog alone: the web page on sheets of paper.</extracomment>
        <translation>Esporta le note</translation>
    </message>
    <message>
        <source>PDF, to print</source>
        <translation>PDF, da stampare</translation>
    </message>
    <message>
        <source>All there is, private notes and history too (JSON)</source>
        <translation>Tutto ciò che c’è, anche note private e storia (JSON)</translation>
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
        <source>All concepts</source>
        <translation>Tutti i concetti</translation>
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
        <source>S&amp;ection</source>
        <translation>S&amp;ezione</translation>
    </message>
    <message>
        <source>&amp;Concept</source>
        <translation>&amp;Concetto</translation>
    </message>
    <message>
        <source>T&amp;ag</source>
        <translation>&amp;Etichetta</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Persona</translation>
    </message>
    <message>
        <source>Linked files</source>
        <translation>File collegati</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>Tutte le sezioni</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) to export.</source>
        <translation>
            <numerusform>%n nota da esportare.</numerusform>
            <numerusform>%n note da esportare.</numerusform>
        </translation>
    </message>
    <message>
        <source>No note to export. Choose more of the library, or make notes first.</source>
        <translation>Nessuna nota da esportare. Scegli una parte più ampia della biblioteca, oppure scrivi prima delle note.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Looking through the notes</source>
        <extracomment>A template is tried on so many notes. Of the work on a PDF, the share that making the page takes.</extracomment>
        <translation>Lettura delle note</translation>
    </message>
    <message>
        <source>Into which folder?</source>
        <translation>In quale cartella?</translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>Esporta le note</translation>
    </message>
    <message>
        <source>Written to {0}.</source>
        <translation>Scritto in {0}.</translation>
    </message>
    <message>
        <source>Exporting notes</source>
        <translation>Esportazione delle note</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>“{0}” is kept.</source>
        <translation>«{0}» è conservato.</translation>
    </message>
    <message>
        <source>The template “{0}” was removed.</source>
        <translation>Il modello «{0}» è stato rimosso.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this text</source>
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
        <extracomment>The panes follow so long after the leading one came to rest: no twitching while one scrolls. Where a counterpart is brought: a third of the way down, where the eye is. Where a pane without a caret in view is read; see ``ReadingPane.passage``. Seconds after which a pane whose lines broke anew has come to rest and said so. For so long after the last move the tie between the panes stays broken, ms. A pane that has moved no further than this stands where it stood, px.</extracomment>
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
    <message>
        <source>stays for a moment</source>
        <translation>resta fermo per un momento</translation>
    </message>
</context>
<context>
    <name>FootnotePopup</name>
    <message>
        <source>Note {label}</source>
        <extracomment>An outline higher than this is scrolled, px.</extracomment>
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
    <message>
        <source>Mistakes in your file</source>
        <translation>Errori nel proprio file</translation>
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
        <source>never in {0}</source>
        <translation>mai in {0}</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>What of the group</source>
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
        <extracomment>Words of a note on a whole text that is not finished are held under this and the work.</extracomment>
        <translation>Scritta; si trova nell’elenco delle note.</translation>
    </message>
    <message>
        <source>Earlier wordings</source>
        <translation>Stesure precedenti</translation>
    </message>
    <message>
        <source>This note was never worded otherwise.</source>
        <translation>Questa nota non è mai stata scritta diversamente.</translation>
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
        <source>No note was deleted. What you delete is kept here until you throw it away.</source>
        <translation>Nessuna nota è stata eliminata. Quello che si elimina resta qui finché non lo si getta via.</translation>
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
        <source>These notes cannot be brought back then, not even by undo.</source>
        <translation>Queste note non si potranno più riavere, nemmeno annullando.</translation>
    </message>
    <message>
        <source>Yes, throw away for good</source>
        <translation>Sì, elimina definitivamente</translation>
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
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n testo</numerusform>
            <numerusform>%n testi</numerusform>
        </translation>
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
        <extracomment>A column narrower than this shows too little context, px. Columns, and titles in the line above them, at most: a hundred texts would hold the window up for half a second, and nobody looks at more side by side.</extracomment>
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
        <source>What a column shows</source>
        <translation>Che cosa mostra una colonna</translation>
    </message>
    <message>
        <source>A column for each text</source>
        <translation>Una colonna per ogni testo</translation>
    </message>
    <message>
        <source>A column for each author</source>
        <translation>Una colonna per ogni autore</translation>
    </message>
    <message>
        <source>Edit the concept</source>
        <translation>Modifica il concetto</translation>
    </message>
    <message>
        <source>Export</source>
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
        <source>Below stands “{0}”; press Return to look at “{1}”.</source>
        <translation>Qui sotto sta “{0}”; premere Invio per esaminare “{1}”.</translation>
    </message>
    <message>
        <source>Below still stands “{0}”.</source>
        <translation>Qui sotto sta ancora “{0}”.</translation>
    </message>
    <message>
        <source>Make it a concept</source>
        <translation>Rendilo un concetto</translation>
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
    <message numerus="yes">
        <source>Nor in %n other text(s).</source>
        <translation>
            <numerusform>Né in %n altro testo.</numerusform>
            <numerusform>Né in %n altri testi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) say it; those that say it most often are shown.</source>
        <translation>
            <numerusform>%n testo lo dice; sono mostrati quelli che lo dicono più spesso.</numerusform>
            <numerusform>%n testi lo dicono; sono mostrati quelli che lo dicono più spesso.</numerusform>
        </translation>
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
        <source>Paste a text</source>
        <translation>Incolla un testo</translation>
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
    <name>LinkFilter</name>
    <message>
        <source>Which links</source>
        <extracomment>Least score shown at first, per cent.</extracomment>
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
        <source>Accepted</source>
        <translation>Accettati</translation>
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
        <source>Author</source>
        <translation>Autore</translation>
    </message>
    <message>
        <source>All authors</source>
        <translation>Tutti gli autori</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>Concetto</translation>
    </message>
    <message>
        <source>Any concept</source>
        <translation>Qualsiasi concetto</translation>
    </message>
    <message>
        <source>Least score shown</source>
        <translation>Punteggio minimo mostrato</translation>
    </message>
    <message>
        <source>from {0} %</source>
        <translation>da {0} %</translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
    <message>
        <source>Find a link</source>
        <translation>Trova un collegamento</translation>
    </message>
    <message>
        <source>Which links</source>
        <translation>Quali collegamenti</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>I miei</translation>
    </message>
    <message>
        <source>All links</source>
        <translation>Tutti i collegamenti</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>Senza luogo</translation>
    </message>
    <message>
        <source>Curated links</source>
        <translation>Collegamenti curati</translation>
    </message>
    <message>
        <source>Link the places chosen in two panes</source>
        <translation>Collega i luoghi scelti in due riquadri</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relazione</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>1: in passing</source>
        <translation>1: di passaggio</translation>
    </message>
    <message>
        <source>2: worth a look</source>
        <translation>2: merita uno sguardo</translation>
    </message>
    <message>
        <source>3: central</source>
        <translation>3: centrale</translation>
    </message>
    <message>
        <source>What one finds by following it</source>
        <translation>Che cosa si trova seguendolo</translation>
    </message>
    <message>
        <source>What one finds by following it, in a sentence</source>
        <translation>Che cosa si trova seguendolo, in una frase</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Save among your own links (Ctrl+Return)</source>
        <translation>Salva tra i propri collegamenti (Ctrl+Invio)</translation>
    </message>
    <message>
        <source>Open both places</source>
        <translation>Apri i due luoghi</translation>
    </message>
    <message>
        <source>Remove my link</source>
        <translation>Togli il mio collegamento</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Looking for the places…</source>
        <translation>Ricerca dei luoghi…</translation>
    </message>
    <message>
        <source>Mistakes in your file</source>
        <translation>Errori nel proprio file</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n link(s)</source>
        <translation>
            <numerusform>{0} di %n collegamento</numerusform>
            <numerusform>{0} di %n collegamenti</numerusform>
        </translation>
    </message>
    <message>
        <source>No links of your own yet. Choose words in two panes, come back and link them.</source>
        <translation>Ancora nessun collegamento proprio. Scegliere parole in due riquadri, tornare qui e collegarle.</translation>
    </message>
</context>
<context>
    <name>LongText</name>
    <message>
        <source>Text</source>
        <extracomment>A line this far below the top is well in view, in ems.</extracomment>
        <translation>Testo</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Notes unfold where there is room for them beside the text.</source>
        <translation>Le note si aprono dove accanto al testo c’è posto per loro.</translation>
    </message>
    <message>
        <source>Read them in a pane</source>
        <translation>Leggerle in un riquadro</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Menus</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the texts</source>
        <extracomment>Part of a line: x1, y1, x2, y2, each 0 to 1. The headings of a text: where each stands as a share of the text, and its words; ascending. Share of a column that the bar of a passage takes at most; the rest is for headings. A line is meant when the mouse is so near, px. Of more lines than these, the weak ones are fainter: together they would hide the strong ones. With how much of its colour a line of many is drawn, from a score up to another, weakest first. So many lines are drawn smoothly: 647 cost 13 ms instead of 8.</extracomment>
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
        <extracomment>Lays out the links between works. Texts that have room side by side; with more nothing can be told from anything. Lines found by the program that are shown at first: of more the better ones. Shown of each end of a link, code points.</extracomment>
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
        <source>Export</source>
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
        <source>Of {0} texts the first {1} are shown, those that are open before others.</source>
        <translation>Di {0} testi sono mostrati i primi {1}, prima quelli aperti.</translation>
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
        <extracomment>Cards shown at once; beyond, the rest is named in one line (a screen holds about twelve). Width of the strip in a narrow pane, px. The text is at rest when it has not moved for so long, ms.</extracomment>
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
        <extracomment>Questions asked at once at most: more than anybody reads.</extracomment>
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
        <source>What a column shows</source>
        <translation>Che cosa mostra una colonna</translation>
    </message>
    <message>
        <source>A column for each text</source>
        <translation>Una colonna per ogni testo</translation>
    </message>
    <message>
        <source>A column for each author</source>
        <translation>Una colonna per ogni autore</translation>
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
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Write topics, one a line, and compare.
Each row then shows the passage of each text that says most about its topic;
a blank cell tells that a text says nothing about it.</source>
        <translation>Scrivere i temi, uno per riga, e confrontare.
Ogni riga mostra poi il passo di ciascun testo che dice di più sul suo tema;
una cella vuota dice che un testo non ne parla.</translation>
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
        <extracomment>Passages of the agenda that are offered, and how many of them are ticked at first: an evening. Of the work on a PDF, the share that making the page takes. Minutes that are not finished are held under this.</extracomment>
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
        <source>Writing the packet</source>
        <translation>Scrittura del fascicolo</translation>
    </message>
    <message>
        <source>Save the packet as PDF</source>
        <translation>Salva il fascicolo come PDF</translation>
    </message>
    <message>
        <source>What you wrote stands there again when you open the minutes.</source>
        <translation>Ciò che si è scritto si ritrova lì quando si riapre il verbale.</translation>
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
    <name>Mending</name>
    <message>
        <source>Repair…</source>
        <translation>Ripara…</translation>
    </message>
</context>
<context>
    <name>MendingDialog</name>
    <message>
        <source>Repair the notes</source>
        <translation>Riparazione delle note</translation>
    </message>
    <message>
        <source>Repairing puts together all that can still be read and what the last backup holds. The present file is kept aside either way.</source>
        <translation>La riparazione mette insieme tutto ciò che è ancora leggibile e ciò che contiene l’ultima copia di sicurezza. In ogni caso il file attuale viene messo da parte.</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>Copie di sicurezza, prima le più recenti</translation>
    </message>
    <message>
        <source>&amp;Backups, newest first:</source>
        <translation>&amp;Copie di sicurezza, prima le più recenti:</translation>
    </message>
    <message>
        <source>There is no backup yet; they are made by themselves.</source>
        <translation>Non c’è ancora una copia di riserva; si fanno da sole.</translation>
    </message>
    <message>
        <source>No damage was found so far.</source>
        <translation>Finora non è stato trovato alcun danno.</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Ripara</translation>
    </message>
    <message>
        <source>&amp;Go back to this backup</source>
        <translation>&amp;Torna a questa copia</translation>
    </message>
    <message>
        <source>Repairing the notes</source>
        <translation>Riparazione delle note in corso</translation>
    </message>
    <message>
        <source>Going back to a backup</source>
        <translation>Ritorno a una copia di sicurezza</translation>
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
    <name>Messages</name>
    <message>
        <source>Something went wrong that should not have ({0}). Your notes are safe.</source>
        <extracomment>So much is told of an error that nobody foresaw, characters.</extracomment>
        <translation>È successo qualcosa che non doveva succedere ({0}). Le note sono al sicuro.</translation>
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
        <extracomment>Keys that select on by passages; they hold where letters are no commands, too.</extracomment>
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
        <extracomment>Keys that do with the note of a card what they do with a mark in the text.</extracomment>
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
        <source>Write in Markdown.</source>
        <translation>Scrivere in Markdown.</translation>
    </message>
    <message>
        <source>Note text</source>
        <translation>Testo della nota</translation>
    </message>
    <message>
        <source>Ctrl+Enter or Esc when done</source>
        <translation>Ctrl+Invio o Esc per finire</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Not pasted: a note holds {0} characters at most.</source>
        <extracomment>Words as long take 2 ms each to wrap where Qt looks for their borders, those of 5,000 letters 40. Longer notes are scrolled. Without it Qt takes the last line that fits for one that does not, and shows a scroll bar.</extracomment>
        <translation>Non incollato: una nota contiene al massimo {0} caratteri.</translation>
    </message>
</context>
<context>
    <name>NotesChosen</name>
    <message>
        <source>There is no further note or mark in this text.</source>
        <translation>Non ci sono altre note né altri segni in questo testo.</translation>
    </message>
    <message>
        <source>Select words that overlap one of your marks to change its extent.</source>
        <translation>Selezionare parole che si sovrappongono a un proprio segno per cambiarne l’estensione.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Search notes</source>
        <extracomment>So many notes are read anew at once, in 20 ms; of more the list waits for a rest of so long, ms. So many cards are made between two looks at the clock, in 2 ms.</extracomment>
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
        <source>Reading…</source>
        <translation>Lettura…</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>Testi</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tipi</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>Colori</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Etichette</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Persone</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>Luoghi</translation>
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
        <source>No notes are like that.</source>
        <translation>Nessuna nota corrisponde.</translation>
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
        <source>Answer…</source>
        <translation>Rispondi…</translation>
    </message>
    <message>
        <source>Place…</source>
        <translation>Posto…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Etichette…</translation>
    </message>
    <message>
        <source>Export…</source>
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
    <name>NotesShown</name>
    <message>
        <source>Written twice, apart; choose under “Two wordings of a note”.</source>
        <extracomment>Changes of so few annotations are shown one by one, else the text is shown anew. What comes by turns leaves the words and notes in view so long to be painted, ms.</extracomment>
        <translation>Scritta due volte, separatamente; scegliere in “Due stesure di una nota”.</translation>
    </message>
    <message>
        <source>Private: in no file for others.</source>
        <translation>Privata: in nessun file destinato ad altri.</translation>
    </message>
</context>
<context>
    <name>NotesSpoken</name>
    <message>
        <source>Footnote {0}.</source>
        <translation>Nota a piè di pagina {0}.</translation>
    </message>
    <message>
        <source>Link: {0}.</source>
        <extracomment>The line is spoken first; what stands in it a moment later (judgement). Longest part of a note that is told at once; opening it tells the whole.</extracomment>
        <translation>Collegamento: {0}.</translation>
    </message>
    <message>
        <source>Footnote {0}: {1}</source>
        <translation>Nota {0}: {1}</translation>
    </message>
    <message>
        <source>Marked.</source>
        <translation>Segnato.</translation>
    </message>
    <message>
        <source>Your note: {0}</source>
        <translation>La tua nota: {0}</translation>
    </message>
    <message>
        <source>{0} writes: {1}</source>
        <translation>{0} scrive: {1}</translation>
    </message>
</context>
<context>
    <name>NotesWritten</name>
    <message>
        <source>answer to {0}</source>
        <extracomment>Where the library itself does not say why.</extracomment>
        <translation>risposta a {0}</translation>
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
        <extracomment>Share of it that the most densely linked passage takes. How far it stands back behind the ticks, of 255.</extracomment>
        <translation>Luogo nel testo</translation>
    </message>
</context>
<context>
    <name>PacketDialog</name>
    <message>
        <source>Packet for the meeting</source>
        <extracomment>After the last tick, before the packet is laid out again, ms. Returns the HTML page of a packet: title, and passages by work; called in a worker thread. Returns a passage that somebody names: work, and a locus as people write it.</extracomment>
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
        <source>Tick passages, or add one by its number: here stands what is handed out. What the group marks and asks comes into the list by itself.</source>
        <translation>Spuntare dei passi, o aggiungerne uno con il suo numero: qui sta ciò che viene distribuito. Ciò che il gruppo segna e chiede entra nell’elenco da solo.</translation>
    </message>
    <message>
        <source>Passages of the agenda</source>
        <translation>Passi all’ordine del giorno</translation>
    </message>
    <message>
        <source>Text of one more passage</source>
        <translation>Testo di un altro passo</translation>
    </message>
    <message>
        <source>Number of one more passage</source>
        <translation>Numero di un altro passo</translation>
    </message>
    <message>
        <source>Which passages?</source>
        <translation>Quali passi?</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Aggiungi</translation>
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
    <name>Palette</name>
    <message>
        <source>{0}, not possible now</source>
        <extracomment>Most lines: all commands, and the texts and concepts of a large library.</extracomment>
        <translation>{0}, ora non possibile</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>Niente qui si chiama così.</translation>
    </message>
</context>
<context>
    <name>PaneArea</name>
    <message>
        <source>Texts</source>
        <extracomment>A pane narrower than this is no pleasure, px, and ems of the reading type; then the panes become tabs. Narrowest area, px.</extracomment>
        <translation>Testi</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vuoto</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Place of the note</source>
        <translation>Dove sta la nota</translation>
    </message>
    <message>
        <source>Places that fit</source>
        <translation>Posti possibili</translation>
    </message>
    <message>
        <source>Only who wrote the note can give it another place.</source>
        <translation>Solo chi ha scritto la nota può darle un altro posto.</translation>
    </message>
    <message>
        <source>It stands &amp;here</source>
        <translation>Sta &amp;qui</translation>
    </message>
    <message>
        <source>It stands on the &amp;selected words</source>
        <translation>Sta sulle parole &amp;selezionate</translation>
    </message>
    <message>
        <source>Then and now: what is gone is struck out, what is new is underlined</source>
        <translation>Prima e ora: ciò che manca è barrato, ciò che è nuovo è sottolineato</translation>
    </message>
    <message>
        <source>The words it stood on, and those around them</source>
        <translation>Le parole su cui stava, e quelle intorno</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>This note is kept, but its place is lost.</source>
        <translation>Questa nota è conservata, ma il suo posto è perduto.</translation>
    </message>
    <message>
        <source>These words stand in several places; which is meant?</source>
        <translation>Queste parole stanno in più posti; quale si intende?</translation>
    </message>
    <message>
        <source>The words here are not those that were marked; is this the place?</source>
        <translation>Le parole qui non sono quelle segnate; è questo il posto?</translation>
    </message>
    <message>
        <source>The place of this note is certain.</source>
        <translation>Il posto di questa nota è certo.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <extracomment>Of the height of the screen, what the form may take.</extracomment>
        <translation>Preferenze</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>Tutto come fornito</translation>
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
        <source>Paragraph spacing</source>
        <translation>Spazio tra i capoversi</translation>
    </message>
    <message>
        <source>Letter spacing</source>
        <translation>Spazio tra le lettere</translation>
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
        <source>Divide words at the end of a line</source>
        <translation>Dividi le parole in fin di riga</translation>
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
        <source>Footnotes beneath their passages</source>
        <translation>Note a piè di pagina sotto i loro passi</translation>
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
        <source>Panes glide to their place</source>
        <translation>I riquadri scorrono fino al loro punto</translation>
    </message>
    <message>
        <source>Open where I left off</source>
        <translation>Riapri dove ho lasciato</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>Annullare il ripristino</translation>
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
        <extracomment>Of the columns, px; the words take the rest.</extracomment>
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
        <extracomment>Annotations remembered after they were decoded: some screens of lines.</extracomment>
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
    <message>
        <source>Writing the PDF</source>
        <translation>Scrittura del PDF</translation>
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
        <source>Related passages</source>
        <extracomment>So many are shown first: on a large shelf a passage has hundreds, and reasons take time. Weaker links than this are asked for only when the reader wants them: there are many. Related passages, verdicts on them, what all verdicts changed, and whether there may be more. What a card shows - passage, verdict, text - and the card.</extracomment>
        <translation>Passi affini</translation>
    </message>
    <message>
        <source>Why related</source>
        <translation>Perché sono affini</translation>
    </message>
    <message>
        <source>Comment on this link</source>
        <translation>Commento a questo collegamento</translation>
    </message>
    <message>
        <source>Return keeps the comment with your verdict</source>
        <translation>Invio conserva il commento con il tuo giudizio</translation>
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
        <source>Put the cursor into a passage to see what takes it up elsewhere.</source>
        <translation>Mettere il cursore in un passo per vedere che cosa lo riprende altrove.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Ricerca in corso…</translation>
    </message>
    <message numerus="yes">
        <source>{0}: the filters hide %n passage(s).</source>
        <translation>
            <numerusform>{0}: i filtri nascondono %n passo.</numerusform>
            <numerusform>{0}: i filtri nascondono %n passi.</numerusform>
        </translation>
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
        <extracomment>Code points of a passage on its card. Signals of links that an editor or a reader made. Reasons named on it.</extracomment>
        <translation>redazione</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>chi legge</translation>
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
        <extracomment>A weight changed by less is not told.</extracomment>
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
        <source>related elsewhere in both texts</source>
        <translation>affini altrove nei due testi</translation>
    </message>
    <message>
        <source>meaning, by the language model</source>
        <translation>senso, secondo il modello linguistico</translation>
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
        <source>a reader&apos;s link</source>
        <translation>un collegamento di chi legge</translation>
    </message>
    <message>
        <source>Learned from {0} accepted and {1} rejected:</source>
        <translation>Imparato da {0} accettati e {1} rifiutati:</translation>
    </message>
    <message>
        <source>all scores a little lower</source>
        <translation>tutti i punteggi un po’ più bassi</translation>
    </message>
    <message>
        <source>all scores a little higher</source>
        <translation>tutti i punteggi un po’ più alti</translation>
    </message>
    <message>
        <source>no weight has changed yet</source>
        <translation>nessun peso è ancora cambiato</translation>
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
        <source>The comment stands with your verdict.</source>
        <translation>Il commento sta con il tuo giudizio.</translation>
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
    <message>
        <source>There are no turns of pages to put in order.</source>
        <translation>Non ci sono cambi di pagina da riordinare.</translation>
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
        <source>no turn of a page is doubtful.</source>
        <translation>nessun passaggio di pagina è dubbio.</translation>
    </message>
    <message>
        <source>Page turns, doubtful ones first</source>
        <translation>Cambi di pagina, prima quelli dubbi</translation>
    </message>
    <message>
        <source>One paragraph goes on over the turn</source>
        <translation>Un capoverso continua oltre il cambio</translation>
    </message>
    <message>
        <source>A paragraph begins behind the turn</source>
        <translation>Dopo il cambio comincia un capoverso</translation>
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
        <source>&amp;As they were found</source>
        <translation>&amp;Come furono trovate</translation>
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
    <message>
        <source>{0} taken out</source>
        <translation>{0} tolto</translation>
    </message>
    <message>
        <source>{0} put in</source>
        <translation>{0} aggiunto</translation>
    </message>
    <message>
        <source>Begin a &amp;paragraph here</source>
        <translation>Comincia qui un ca&amp;poverso</translation>
    </message>
    <message>
        <source>&amp;Join the paragraphs here</source>
        <translation>Unisci &amp;qui i capoversi</translation>
    </message>
    <message>
        <source>What you changed here has not been built into the text yet.</source>
        <translation>Le modifiche fatte qui non sono ancora entrate nel testo.</translation>
    </message>
    <message>
        <source>&amp;Discard the changes</source>
        <translation>&amp;Scarta le modifiche</translation>
    </message>
    <message>
        <source>&amp;Go on here</source>
        <translation>&amp;Continua qui</translation>
    </message>
</context>
<context>
    <name>SafeText</name>
    <message>
        <source>the note is longer; it is kept whole</source>
        <extracomment>Longest note that is shown, in code points; the rest is kept and exported. Most lines of a note that are shown, each cell of a table being one: Qt takes 10 s for a list of 20,000 items, 0.05 ms for a cell; prose of ``SHOWN`` letters has fewer. So many tags stand on a card; a thousand would fill ten screens. A word longer than this is given break points: a word of 100,000 letters costs 3 s to wrap. Deep nesting of quotes and lists takes time that doubles with each level. Marks piled on one letter beyond any language, which would be painted over other notes. Characters that turn the direction of the text around them, shown as a visible sign. Marks of quotes, headings and lists at the beginning of a line. Emphasis and code: an underscore within a word is none. Bounded, for notes made to harm.</extracomment>
        <translation>la nota è più lunga; è conservata per intero</translation>
    </message>
</context>
<context>
    <name>ScopeBox</name>
    <message>
        <source>Where to search</source>
        <extracomment>What there is to choose from, as a search is asked for it, and for people; in their order. What can be searched, apart from everything. Searched where no text is open: without any work everything would be.</extracomment>
        <translation>Dove cercare</translation>
    </message>
    <message>
        <source>Texts and notes</source>
        <translation>Testi e note</translation>
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
        <source>One author</source>
        <translation>Un autore</translation>
    </message>
    <message>
        <source>One tag</source>
        <translation>Un’etichetta</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>Un colore</translation>
    </message>
    <message>
        <source>One concept</source>
        <translation>Un concetto</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Non ce n’è</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search texts and notes</source>
        <extracomment>After the last key, before the ranked answer is asked for, which then stands within 150 ms of the key (with An Anarchist FAQ it takes 45 ms at p95); the quick one comes at once. Hits of the quick answer: what the list shows, but no more; the ranked one follows at once.</extracomment>
        <translation>Cerca in testi e note</translation>
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
        <source>No longer keep this search</source>
        <translation>Non conservare più questa ricerca</translation>
    </message>
    <message>
        <source>Export the hits as Markdown…</source>
        <translation>Esporta i risultati come Markdown…</translation>
    </message>
    <message>
        <source>Searches to try</source>
        <translation>Ricerche da provare</translation>
    </message>
    <message>
        <source>There is no index, and it cannot be made here; there may be more.</source>
        <translation>Non c’è un indice e qui non si può costruire; può esserci altro.</translation>
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
        <source>Kept searches</source>
        <extracomment>Code points of an excerpt before its first mark; three lines of a narrow card hold about 100. Former and kept searches that are shown at once; the menu has the others. Examples shown at once: each another idea of the language.</extracomment>
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
    <message>
        <source>Only a part of your texts and notes was searched.</source>
        <translation>È stata cercata solo una parte dei testi e delle note.</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s);</source>
        <translation>
            <numerusform>%n risultato;</numerusform>
            <numerusform>%n risultati;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) or more;</source>
        <translation>
            <numerusform>%n risultato o più;</numerusform>
            <numerusform>%n risultati o più;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n are listed</source>
        <translation>
            <numerusform>ne è elencato %n</numerusform>
            <numerusform>ne sono elencati i primi %n</numerusform>
        </translation>
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
        <source>Glossary</source>
        <translation>Glossario</translation>
    </message>
    <message>
        <source>Notes without a text</source>
        <translation>Note senza testo</translation>
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
        <source>in one text</source>
        <translation>in un solo testo</translation>
    </message>
    <message>
        <source>notes by one person</source>
        <translation>note di una sola persona</translation>
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
        <extracomment>Letters selected that are taken for a query; more are a passage. What a query reads as a sign, and no text as a part of a word.</extracomment>
        <translation>Ricerca</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>This is the last hit.</source>
        <translation>Questo è l’ultimo risultato.</translation>
    </message>
    <message>
        <source>This is the first hit.</source>
        <translation>Questo è il primo risultato.</translation>
    </message>
    <message>
        <source>Export the hits</source>
        <translation>Esporta i risultati</translation>
    </message>
    <message>
        <source>This note has no certain place in the texts; it is kept in the list.</source>
        <translation>Questa nota non ha un luogo certo nei testi; è conservata nell’elenco.</translation>
    </message>
    <message>
        <source>Its words…</source>
        <translation>Le sue parole…</translation>
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
    <name>Session</name>
    <message>
        <source>What you had not finished stands again where you were writing it.</source>
        <extracomment>A place is written down this long after the reader came to rest, ms; a crash loses no more. So often a page that stands in place of the texts is looked at, ms. Commands that are on or off, and are so again after a restart.</extracomment>
        <translation>Ciò che non era finito si ritrova dove lo si stava scrivendo.</translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation>Salva altrove</translation>
    </message>
    <message>
        <source>What you are writing would be lost: save it elsewhere, or close again to give it up.</source>
        <translation>Ciò che si sta scrivendo andrebbe perso: salvarlo altrove, o chiudere di nuovo per rinunciarvi.</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Salva altrove…</translation>
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
        <source>No command is called that, and none has that key.</source>
        <translation>Nessun comando si chiama così, e nessuno ha quel tasto.</translation>
    </message>
    <message>
        <source>{key} would do both: {names}. Choose another key for one of them.</source>
        <translation>{key} farebbe entrambe le cose: {names}. Scegli un altro tasto per una delle due.</translation>
    </message>
    <message>
        <source>{key} opens the menu “{name}”; it cannot be a command.</source>
        <translation>{key} apre il menu “{name}”; non può essere un comando.</translation>
    </message>
    <message>
        <source>{key} moves in a text or leaves a field; it cannot be a command.</source>
        <translation>{key} muove nel testo o lascia un campo; non può essere un comando.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Side panel</source>
        <extracomment>Narrowest panel in average letters, and in px however large they are. Makes a panel; its parent is given.</extracomment>
        <translation>Pannello laterale</translation>
    </message>
    <message>
        <source>Close the side panel</source>
        <translation>Chiudi il pannello laterale</translation>
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
    <name>Splitter</name>
    <message>
        <source>Divider</source>
        <translation>Divisore</translation>
    </message>
</context>
<context>
    <name>SpokenNames</name>
    <message>
        <source>Clear the field</source>
        <translation>Svuota il campo</translation>
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
    <name>StudyLinks</name>
    <message>
        <source>Open two texts side by side and choose words in both; then link them.</source>
        <translation>Aprire due testi fianco a fianco e scegliere parole in entrambi; poi collegarle.</translation>
    </message>
    <message>
        <source>The link is saved among your own.</source>
        <translation>Il collegamento è salvato tra i propri.</translation>
    </message>
    <message>
        <source>Your link was taken out.</source>
        <translation>Il proprio collegamento è stato tolto.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>StudyRoom</name>
    <message>
        <source>What to study</source>
        <extracomment>Narrowest page, px: wider rows fold. Makes a page; its parent is given.</extracomment>
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
        <source>Links</source>
        <translation>Collegamenti</translation>
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
        <source>Export</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>Written to {0}.</source>
        <translation>Scritto in {0}.</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Templates</source>
        <extracomment>Typing rests so long before the template is tried.</extracomment>
        <translation>Modelli</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Nome del modello</translation>
    </message>
    <message>
        <source>The template</source>
        <translation>Il modello</translation>
    </message>
    <message>
        <source>What it makes of your notes</source>
        <translation>Che cosa fa delle tue note</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Conserva</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Rimuovi</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modello</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Risultato</translation>
    </message>
    <message>
        <source>A template of the program: give it another name to keep a change.</source>
        <translation>Un modello del programma: dagli un altro nome per conservare una modifica.</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <extracomment>Key of the first page in the window&apos;s stack. Most texts added at once that come to stand side by side. Refusals told one by one; of the others it is said how many they are. Words of the first line that name a text from the clipboard. How the names of annotation files end: they are looked at, not added.</extracomment>
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
        <source>notes</source>
        <translation>note</translation>
    </message>
    <message>
        <source>concept</source>
        <translation>concetto</translation>
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
        <source>Add a folder</source>
        <translation>Aggiungere una cartella</translation>
    </message>
    <message>
        <source>There is no file in “{name}” that can be read.</source>
        <translation>In “{name}” non c’è alcun file leggibile.</translation>
    </message>
    <message>
        <source>Adding {name}</source>
        <translation>Aggiunta di {name}</translation>
    </message>
    <message numerus="yes">
        <source>Adding %n text(s)</source>
        <translation>
            <numerusform>Aggiunta di %n testo</numerusform>
            <numerusform>Aggiunta di %n testi</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>Negli appunti non c’è testo.</translation>
    </message>
    <message>
        <source>Adding the text on the clipboard</source>
        <translation>Aggiunta del testo degli appunti</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were looked at.</source>
        <translation>
            <numerusform>%n testo è stato esaminato.</numerusform>
            <numerusform>%n testi sono stati esaminati.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>%n file non è stato aggiunto:</numerusform>
            <numerusform>%n file non sono stati aggiunti:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more.</source>
        <translation>
            <numerusform>%n altro.</numerusform>
            <numerusform>Altri %n.</numerusform>
        </translation>
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
    <name>ToPrinter</name>
    <message>
        <source>Printing</source>
        <extracomment>What paints on a device, telling of itself, and returns the number of pages.</extracomment>
        <translation>Stampa</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n pagina inviata alla stampante.</numerusform>
            <numerusform>%n pagine inviate alla stampante.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. The printer may still print the pages it already has.</source>
        <translation>Interrotto. La stampante può ancora stampare le pagine che ha già ricevuto.</translation>
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
        <source>Export…</source>
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
        <source>Export</source>
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
        <extracomment>After the last change of a text; several files are often added at once. So often a window that only reads looks for what another one wrote, in 10 µs, ms.</extracomment>
        <translation>Preparazione di ricerca e collegamenti</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Reading the introductions</source>
        <extracomment>Most panes that are opened at once.</extracomment>
        <translation>Lettura delle introduzioni</translation>
    </message>
    <message>
        <source>Welcome. These are introductions to three essays, linked to one another. Add texts of your own with Ctrl+O, or drop files on the window.</source>
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
        <extracomment>Longest entry, in letters; and a language as in files, &quot;en&quot; or &quot;pt-BR&quot;.</extracomment>
        <translation>Titolo e autore</translation>
    </message>
    <message>
        <source>A. Name (translator)</source>
        <translation>N. Cognome (traduttore)</translation>
    </message>
    <message>
        <source>A language as in files, such as en or pt-BR</source>
        <translation>Una lingua come nei file, per esempio it o pt-BR</translation>
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
