import Publication

/// By which words a text points at something on the page, in one language.
///
/// Words are compared as `key` has them: without case, accents and endings of plurals.
struct DirectionWords: Sendable {
    /// What people do with a screen and with nothing else.
    let clicks: Set<String>
    /// What they also do elsewhere: it counts together with one of `things`.
    let looks: Set<String>
    /// What a page has, and a building or a playing field has not.
    let things: Set<String>
    /// Places on a screen, as runs of words.
    let positions: [[String]]
    /// What makes words of a place an adjective of something else, where it follows: `on the right track`.
    let followers: Set<String>
    /// Before the place or the thing that a side is of.
    let of: Set<String>
    /// Of what a side can be that is on the page: `on the right side of the screen`.
    let pages: Set<String>
    /// Words behind which a colour says how something is marked: `shown in red`.
    let markers: Set<String>
    let joiners: Set<String>
    /// Between a joiner and a colour: `in bold red`.
    let shades: Set<String>
    let colours: Set<String>
    /// What belongs to pages alone, and a colour can be the only sign of: `the red items`.
    let items: Set<String>
    /// What is also found elsewhere: it counts where people are told to do with it as with a page.
    let looseItems: Set<String>
    let fills: Set<String>
    /// By which a colour is said to have a meaning: `red means`.
    let meanings: Set<String>
    /// What a sentence goes on with behind a colour or a place.
    let verbs: Set<String>
    /// Words of streets, clothes and machines: a sentence that has one speaks of the world.
    let world: Set<String>
    let shapes: Set<String>
    /// By which something is told apart by a colour that is not said.
    let highlights: Set<String>
    /// The same of a whole page, as runs of words: `color coded`.
    let codings: [[String]]
    /// What people look things up in.
    let papers: Set<String>
    let isColourFirst: Bool
    /// What nothing but a colour, a shape or a mark is called.
    let signs: Set<String>
    /// Every word that points, or is pointed at.
    let all: Set<String>

    private init(
        clicks: String, looks: String, things: String, positions: String, followers: String = "", of: String = "", pages: String = "", markers: String, joiners: String,
        shades: String = "", colours: String, items: String, looseItems: String = "", fills: String = "", meanings: String, verbs: String = "", world: String = "",
        shapes: String = "", highlights: String = "", codings: String = "", papers: String = "", isColourFirst: Bool = false
    ) {
        func keys(_ text: String) -> Set<String> { Set(Word.words(of: Array(text.utf8)).map(DirectionWords.key)) }
        self.clicks = keys(clicks)
        self.looks = keys(looks)
        self.things = keys(things)
        self.positions = positions.split(separator: ",").map { Word.words(of: Array($0.utf8)).map(DirectionWords.key) }
        self.followers = keys(followers)
        self.of = keys(of)
        self.pages = keys(pages)
        self.markers = keys(markers)
        self.joiners = keys(joiners)
        self.shades = keys(shades)
        self.colours = keys(colours)
        self.items = keys(items)
        self.looseItems = keys(looseItems)
        self.fills = keys(fills)
        self.meanings = keys(meanings)
        self.verbs = keys(verbs)
        self.world = keys(world)
        self.shapes = keys(shapes)
        self.highlights = keys(highlights)
        self.codings = codings.split(separator: ",").map { Word.words(of: Array($0.utf8)).map(DirectionWords.key) }
        self.papers = keys(papers)
        self.isColourFirst = isColourFirst
        signs = self.colours.union(self.shapes).union(self.highlights).union(self.codings.compactMap(\.first))
        all = [self.clicks, self.looks, self.things, self.followers, self.of, self.pages, self.markers, self.joiners, self.shades, self.items, self.looseItems, self.fills, self.meanings, self.verbs, self.papers]
            .reduce(signs.union(self.positions.joined())) { $0.union($1) }
    }

    /// A word as it is compared; of Arabic, letters that are written in several ways are one.
    static func key(_ word: Word) -> String {
        word.key.utf8.first.map { $0 >= 0xD8 && $0 <= 0xDB } == true ? plainArabic(word.key) : word.key
    }

    static func of(_ language: LanguageTag) -> DirectionWords? { spaced[language.language] }

    private static let spaced: [String: DirectionWords] = [
        "en": DirectionWords(
            clicks: "click tap",
            looks: "press select choose see use look find go open navigate check fill follow view visit scroll enter type complete read",
            things: """
                button link menu submenu sidebar column icon tab panel navigation dropdown checkbox toolbar screen page webpage chart graph diagram form \
                image photo picture list text box table row cell banner figure logo footer header option information arrow
                """,
            positions: """
                on the left,on the right,to the left,to the right,at the left,at the right,in the left,in the right,on your left,on your right,to your left,\
                to your right,at left,at right,on the far left,on the far right,top left,top right,bottom left,bottom right,upper left,upper right,lower left,\
                lower right,below left,below right,left hand,right hand,left sidebar,right sidebar,left column,right column,left menu,right menu,left panel,right panel,box above,box below
                """,
            followers: "side hand corner column menu sidebar panel pane margin navigation when if and or above below for as that which where under to",
            of: "of", pages: "page screen website site window form table chart map menu this",
            markers: "shown marked highlighted listed printed written displayed indicated shaded colored coloured outlined appear circled underlined flagged",
            joiners: "in", shades: "bold bright dark light the color colour", colours: "red green blue yellow orange purple pink grey gray brown teal",
            items: "item row cell date deadline entry text column link button icon checkbox heading menu tab",
            looseItems: "box boxes field line circle square star dot arrow bar one those label number value word name question section",
            fills: "press select choose fill complete check mark tick require required",
            meanings: "mean indicate represent show denote signify",
            verbs: "are is was were have has must mean show need can should will require come stay open close lead",
            world: """
                alarm bus flag wall street road metro subway train seat bin lot playground uniform shirt wear paint painted draw drew roof store elevator gym hall \
                bring buy donate hat book sit door cafeteria doorbell shelf machine ink pen pencil marker crayon
                """,
            shapes: "round square circular triangular oval", highlights: "highlighted shaded colored coloured", codings: "color coded,colour coded,colorcoded",
            papers: "schedule calendar timetable list map chart table form page agenda website spreadsheet menu",
            isColourFirst: true),
        "es": DirectionWords(
            clicks: "clic click cliquee cliquear",
            looks: "pulse oprima presione seleccione elija toque marque vea use busque abra vaya consulte complete lea escriba siga mire utilice",
            things: """
                botón enlace link menú columna icono ícono pestaña panel navegación pantalla página formulario imagen foto gráfico gráfica lista cuadro tabla fila celda casilla \
                texto opción información flecha
                """,
            positions: """
                a la izquierda,a la derecha,de la izquierda,de la derecha,lado izquierdo,lado derecho,a mano izquierda,a mano derecha,superior izquierda,superior derecha,\
                inferior izquierda,inferior derecha,arriba a la derecha,arriba a la izquierda,abajo a la derecha,abajo a la izquierda,esquina izquierda,esquina derecha,columna izquierda,columna derecha,menú izquierdo,menú derecho
                """,
            followers: "y o si cuando para que donde", of: "de del", pages: "página pantalla sitio formulario tabla ventana mapa esta este",
            markers: """
                marcado marcada resaltado resaltada señalado señalada mostrado mostrada indicado indicada escrito escrita impreso impresa aparece aparecen destacado destacada \
                sombreado sombreada
                """,
            joiners: "en con", shades: "de color letras", colours: "rojo roja verde azul azules amarillo amarilla naranja morado morada rosa gris grises",
            items: "elemento campo fila celda fecha texto columna casilla botón enlace icono ícono pestaña menú apartado renglón",
            looseItems: "barra punto flecha círculo cuadro nombre número palabra recuadro línea",
            fills: "pulse oprima presione seleccione elija llene complete marque rellene", meanings: "significa significan indica indican representa representan",
            verbs: "es son está están deben", world: "metro calle puerta camiseta uniforme pinte pinten dibuje traiga autobús asiento timbre bandera elevador ascensor fútbol plaza cancha parque tinta bolígrafo lápiz pluma",
            shapes: "redondo redonda cuadrado cuadrada triangular", highlights: "resaltado resaltada sombreado sombreada", codings: "codificado por color,codificada por color,código de color",
            papers: "horario calendario lista mapa gráfico tabla formulario página agenda"),
        "pt": DirectionWords(
            clicks: "clique clicar",
            looks: "pressione aperte toque selecione escolha veja use procure abra vá consulte complete leia preencha siga utilize acesse",
            things: """
                botão link ligação menu coluna ícone aba separador painel navegação tela ecrã página formulário imagem foto gráfico lista caixa quadro tabela linha célula \
                texto opção informação seta
                """,
            positions: """
                à esquerda,à direita,da esquerda,da direita,lado esquerdo,lado direito,lateral esquerdo,lateral direito,lateral esquerda,lateral direita,superior esquerdo,\
                superior direito,inferior esquerdo,inferior direito,canto esquerdo,canto direito,coluna esquerda,coluna direita,menu esquerdo,menu direito
                """,
            followers: "e ou se quando para que onde", of: "de do da", pages: "página tela ecrã site formulário tabela janela mapa desta deste",
            markers: "marcado marcada destacado destacada mostrado mostrada indicado indicada escrito escrita impresso impressa aparece aparecem sombreado sombreada",
            joiners: "em a de com", shades: "cor letra", colours: "vermelho vermelha verde azul azuis amarelo amarela laranja roxo roxa rosa cinza",
            items: "item itens campo célula data texto coluna botão link ícone aba menu prazo",
            looseItems: "barra ponto seta círculo quadro nome número palavra caixa linha", fills: "pressione aperte selecione escolha preencha complete marque",
            meanings: "significa significam indica indicam representa representam", verbs: "é são está estão devem",
            world: "metrô metro rua porta camiseta uniforme pinte desenhe traga ônibus assento campainha bandeira elevador futebol praça quadra parque tinta caneta lápis",
            shapes: "redondo redonda quadrado quadrada triangular", highlights: "realçado realçada sombreado sombreada", codings: "codificado por cor,codificada por cor,código de cor",
            papers: "horário calendário lista mapa gráfico tabela formulário página agenda"),
        "fr": DirectionWords(
            clicks: "cliquez cliquer",
            looks: "appuyez sélectionnez choisissez touchez voir voyez utilisez ouvrez allez consultez complétez lisez remplissez suivez regardez",
            things: """
                bouton lien menu colonne icône onglet panneau navigation écran page formulaire image photo graphique case tableau ligne cellule encadré barre \
                option flèche
                """,
            positions: """
                à gauche,à droite,de gauche,de droite,en haut à gauche,en haut à droite,en bas à gauche,en bas à droite,côté gauche,côté droit,colonne gauche,\
                colonne droite,menu gauche,menu droit,ci contre
                """,
            followers: "et ou si quand pour qui où", of: "de du d", pages: "page écran site formulaire tableau fenêtre carte cette ce l",
            markers: "marqué marquée surligné surlignée indiqué indiquée affiché affichée écrit écrite imprimé imprimée apparaît apparaissent",
            joiners: "en", shades: "couleur gras", colours: "rouge vert verte bleu bleue bleus jaune orange violet violette rose gris grise",
            items: "élément champ cellule date texte colonne bouton lien icône onglet menu échéance",
            looseItems: "ligne case barre point flèche cercle encadré nom numéro mot", fills: "appuyez sélectionnez choisissez remplissez complétez cochez",
            meanings: "signifie signifient indique indiquent représente représentent", verbs: "est sont doit doivent",
            world: "métro rue porte uniforme peignez dessinez apportez bus ascenseur siège sonnette drapeau encre stylo crayon",
            shapes: "rond ronde carré carrée triangulaire", highlights: "surligné surlignée", codings: "code couleur,codé par couleur",
            papers: "horaire calendrier liste carte graphique tableau formulaire page"),
        "ht": DirectionWords(
            clicks: "klike",
            looks: "peze chwazi touche gade itilize sèvi ale louvri li ranpli",
            things: "bouton lyen meni kolòn ikòn paj ekran fòm imaj foto graf lis bwat tablo tèks",
            positions: "adwat,agoch,a dwat,a goch,bò dwat,bò goch,men dwat,men goch,anwo adwat,anwo agoch,anba adwat,anba agoch",
            followers: "la a nan ak epi si lè pou", markers: "make ekri parèt", joiners: "an ak nan", shades: "koulè ki", colours: "wouj vèt ble jòn zoranj mov",
            items: "eleman dat chan bouton lyen tèks kolòn ranje ikòn meni", looseItems: "liy bwat mo", fills: "ranpli chwazi peze make",
            meanings: "vle", verbs: "se yo la dwe", world: "rad inifòm pòt lari bis lank plim kreyon", shapes: "won kare", papers: "orè kalandriye lis kat tablo fòm paj"),
        "vi": DirectionWords(
            clicks: "nhấp bấm click",
            looks: "nhấn chọn xem dùng mở tìm đọc điền",
            things: "nút menu cột trang bảng hình ảnh mục biểu khung ô",
            positions: "bên trái,bên phải,góc trái,góc phải,phía trái,phía phải,góc trên bên trái,góc trên bên phải,góc dưới bên trái,góc dưới bên phải",
            followers: "và hoặc nếu khi để màn trang", of: "của", pages: "trang màn hình",
            markers: "dấu viết hiển thị bôi", joiners: "màu bằng", colours: "đỏ xanh vàng cam tím hồng xám", items: "mục ô nút cột hàng",
            looseItems: "ngày chữ từ", fills: "điền chọn nhấn", meanings: "nghĩa biểu là", verbs: "là đã được phải cần", world: "áo phục cờ tàu xe cửa đường phố mực bút", shapes: "tròn vuông"),
        "ar": DirectionWords(
            clicks: "انقر انقروا",
            looks: "اضغط اضغطوا اختر اختاروا انظر استخدم استخدموا افتح راجع املأ اقرأ",
            things: "الزر زر الرابط رابط الروابط القائمة قائمة العمود الصفحة الشاشة المربع المربعات الجدول الصورة الأيقونة النموذج الخيار الحقل",
            positions: """
                على اليمين,على اليسار,إلى اليمين,إلى اليسار,أعلى اليمين,أعلى اليسار,أسفل اليمين,أسفل اليسار,الجانب الأيمن,الجانب الأيسر,يمين الصفحة,يسار الصفحة,\
                يمين الشاشة,يسار الشاشة,القائمة اليمنى,القائمة اليسرى,العمود الأيمن,العمود الأيسر
                """,
            followers: "من في لل ثم و أو", of: "من", pages: "الصفحة الشاشة هذه",
            markers: "محددة محدد مكتوبة مكتوب المكتوبة مميزة مميز المميزة معلمة تظهر يظهر موضحة المحددة المطلوبة الملونة ملونة الملون ملون", joiners: "باللون بلون",
            colours: """
                أحمر حمراء الأحمر الحمراء بالأحمر أخضر خضراء الأخضر الخضراء بالأخضر أزرق زرقاء الأزرق الزرقاء بالأزرق أصفر صفراء الأصفر الصفراء بالأصفر \
                البرتقالي البرتقالية بالبرتقالي
                """,
            items: """
                الزر زر الأزرار الرابط رابط الروابط العنصر عنصر العناصر عناصر الحقل الحقول المربع المربعات الخانة الخانات التاريخ التواريخ النص النصوص الخلية الخلايا \
                الصف العمود البند البنود القائمة
                """,
            meanings: "يعني تعني يشير تشير يدل تدل يمثل تمثل", world: "ملابس ارتدوا رسم حبر قلم القلم", shapes: "الدائري الدائرية المستدير المستديرة المربع", highlights: "المظلل المظللة"),
    ]
}

/// A text in Arabic script without what is written by some and not by others: the signs of vowels, lengthened strokes, and
/// what stands above an alef.
func plainArabic(_ text: some StringProtocol) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x064B...0x065F, 0x0670, 0x0640: continue
        case 0x0622, 0x0623, 0x0625, 0x0671: view.append("\u{0627}")
        case 0x0649: view.append("\u{064A}")
        case 0x0629: view.append("\u{0647}")
        default: view.append(scalar)
        }
    }
    return String(view)
}
