import Publication

/// By which words a text points at something on the page, in one language.
///
/// Words are compared as `Word.key` has them, without case, accents and endings of plurals; of languages without spaces
/// between words, parts of a sentence are.
struct DirectionWords: Sendable {
    /// What people do with a screen and with nothing else.
    let actions: Set<String>
    /// What they also do elsewhere: it counts together with one of `things`.
    let looks: Set<String>
    /// What a page has, and a building or a playing field has not.
    let things: Set<String>
    /// Places on a screen, as runs of words.
    let positions: [[String]]
    /// What makes words of a place an adjective of something else, where it follows: `on the right track`.
    let followers: Set<String>
    /// Words behind which a colour says how something is marked: `shown in red`.
    let markers: Set<String>
    let joiners: Set<String>
    let colours: Set<String>
    /// What a colour can be the only sign of: `the red items`.
    let items: Set<String>
    let isColourFirst: Bool

    private init(
        actions: String, looks: String, things: String, positions: String, followers: String = "", markers: String, joiners: String, colours: String, items: String,
        isColourFirst: Bool = false
    ) {
        self.actions = DirectionWords.keys(actions)
        self.looks = DirectionWords.keys(looks)
        self.things = DirectionWords.keys(things)
        self.positions = positions.split(separator: ",").map { Word.words(of: Array($0.utf8)).map(\.key) }
        self.followers = DirectionWords.keys(followers)
        self.markers = DirectionWords.keys(markers)
        self.joiners = DirectionWords.keys(joiners)
        self.colours = DirectionWords.keys(colours)
        self.items = DirectionWords.keys(items)
        self.isColourFirst = isColourFirst
    }

    private static func keys(_ text: String) -> Set<String> { Set(Word.words(of: Array(text.utf8)).map(\.key)) }

    static func of(_ language: LanguageTag) -> DirectionWords? { spaced[language.language] }

    private static let spaced: [String: DirectionWords] = [
        "en": DirectionWords(
            actions: "click press tap select choose",
            looks: "see use look find go open navigate check fill follow view visit scroll enter type complete read",
            things: """
                button link menu submenu sidebar column icon tab panel navigation dropdown checkbox toolbar screen page webpage chart graph diagram form \
                image photo picture list text box table row cell banner figure logo footer header
                """,
            positions: """
                on the left,on the right,to the left,to the right,at the left,at the right,in the left,in the right,on your left,on your right,top left,\
                top right,bottom left,bottom right,upper left,upper right,lower left,lower right,below left,below right,left hand,right hand,\
                left sidebar,right sidebar,left column,right column,left menu,right menu,left panel,right panel
                """,
            followers: "side hand corner column menu sidebar panel pane margin navigation of when if and or above below for as that which where under",
            markers: "shown marked highlighted listed printed written displayed indicated shaded colored coloured outlined appear circled underlined flagged",
            joiners: "in", colours: "red green blue yellow orange purple pink grey gray brown teal",
            items: """
                item field row cell word date entry text column one those name link button bar dot arrow icon circle square box tab star label number value \
                school line
                """,
            isColourFirst: true),
        "es": DirectionWords(
            actions: "clic click pulse presione seleccione elija toque marque",
            looks: "vea use busque abra vaya consulte complete lea escriba siga mire utilice",
            things: "botón enlace menú columna icono ícono pestaña panel navegación pantalla página formulario imagen foto gráfico gráfica lista cuadro tabla fila celda casilla texto",
            positions: """
                a la izquierda,a la derecha,de la izquierda,de la derecha,lado izquierdo,lado derecho,superior izquierda,superior derecha,inferior izquierda,\
                inferior derecha,esquina izquierda,esquina derecha,columna izquierda,columna derecha,menú izquierdo,menú derecho
                """,
            followers: "de del y o si cuando para que donde",
            markers: "marcado marcada resaltado resaltada señalado señalada mostrado mostrada indicado indicada escrito escrita impreso impresa aparece aparecen destacado destacada",
            joiners: "en", colours: "rojo roja verde azul amarillo amarilla naranja morado morada rosa gris",
            items: "elemento campo fila celda palabra fecha texto columna casilla botón enlace barra punto flecha icono ícono círculo cuadro nombre número"),
        "pt": DirectionWords(
            actions: "clique pressione toque selecione escolha",
            looks: "veja use procure abra vá consulte complete leia preencha siga utilize",
            things: "botão link ligação menu coluna ícone aba separador painel navegação tela ecrã página formulário imagem foto gráfico lista caixa quadro tabela linha célula texto",
            positions: """
                à esquerda,à direita,da esquerda,da direita,lado esquerdo,lado direito,superior esquerdo,superior direito,inferior esquerdo,inferior direito,\
                canto esquerdo,canto direito,coluna esquerda,coluna direita,menu esquerdo,menu direito
                """,
            followers: "de do da e ou se quando para que onde",
            markers: "marcado marcada destacado destacada mostrado mostrada indicado indicada escrito escrita impresso impressa aparece aparecem",
            joiners: "em a de", colours: "vermelho vermelha verde azul amarelo amarela laranja roxo roxa rosa cinza",
            items: "item itens campo linha célula palavra data texto coluna caixa botão link barra ponto seta ícone círculo quadro nome número"),
        "fr": DirectionWords(
            actions: "cliquez cliquer appuyez sélectionnez choisissez touchez",
            looks: "voir voyez utilisez ouvrez allez consultez complétez lisez remplissez suivez regardez",
            things: "bouton lien menu colonne icône onglet panneau navigation écran page formulaire image photo graphique liste case tableau ligne cellule texte encadré",
            positions: """
                à gauche,à droite,de gauche,de droite,en haut à gauche,en haut à droite,en bas à gauche,en bas à droite,côté gauche,côté droit,colonne gauche,\
                colonne droite,menu gauche,menu droit
                """,
            followers: "de du et ou si quand pour qui où",
            markers: "marqué marquée surligné surlignée indiqué indiquée affiché affichée écrit écrite imprimé imprimée apparaît apparaissent",
            joiners: "en", colours: "rouge vert verte bleu bleue jaune orange violet violette rose gris grise",
            items: "élément champ ligne cellule mot date texte colonne case bouton lien barre point flèche icône cercle encadré nom numéro"),
        "ht": DirectionWords(
            actions: "klike peze chwazi touche",
            looks: "gade itilize ale louvri li ranpli",
            things: "bouton lyen meni kolòn ikòn paj ekran fòm imaj foto graf lis bwat tablo tèks",
            positions: "adwat,agoch,a dwat,a goch,sou bò dwat,sou bò goch,anwo adwat,anwo agoch,anba adwat,anba agoch",
            followers: "la a nan ak epi si lè",
            markers: "make ekri parèt", joiners: "an ak nan", colours: "wouj vèt ble jòn zoranj mov", items: "mo dat chan bouton lyen liy bwat tèks"),
        "vi": DirectionWords(
            actions: "nhấp bấm nhấn chọn",
            looks: "xem dùng mở tìm đọc điền",
            things: "nút menu cột trang bảng hình ảnh mục biểu khung",
            positions: "bên trái,bên phải,góc trái,góc phải,phía trái,phía phải",
            followers: "của và hoặc nếu khi để màn trang",
            markers: "tô đánh dấu in viết hiển thị bôi có bằng", joiners: "màu", colours: "đỏ xanh vàng cam tím hồng xám", items: "mục chữ ô hàng cột nút ngày từ"),
    ]

    /// Of languages that are compared by parts of a sentence: it has one of each of the first two, or one of the last.
    static func parts(of language: LanguageTag) -> (things: [String], places: [String], colours: [String])? { unspaced[language.language] }

    private static let unspaced: [String: (things: [String], places: [String], colours: [String])] = [
        "zh": (
            ["按钮", "链接", "菜单", "图标", "导航", "边栏", "侧栏", "方框", "表格", "图片", "屏幕", "页面", "按鈕", "連結", "選單", "点击", "单击", "點擊", "选择"],
            ["左边", "右边", "左侧", "右侧", "左上角", "右上角", "左下角", "右下角", "左邊", "右邊", "左側", "右側"],
            ["红色的项", "红色项目", "红色文字", "红色的文字", "绿色的项", "绿色项目", "绿色文字", "蓝色文字", "黄色文字", "红色按钮", "绿色按钮", "蓝色按钮", "标为红色", "标为绿色", "标为蓝色", "标为黄色", "以红色", "以绿色", "以蓝色",
                "以黄色", "用红色", "用绿色", "用蓝色", "用黄色", "红色标", "绿色标", "黄色标", "蓝色标"]
        ),
        "ar": (
            ["الزر", "زر ", "الرابط", "القائمة", "العمود", "الصفحة", "الشاشة", "المربع", "الجدول", "الصورة", "الأيقونة", "انقر", "اضغط", "اختر"],
            ["على اليمين", "على اليسار", "إلى اليمين", "إلى اليسار", "أعلى اليمين", "أعلى اليسار", "أسفل اليمين", "أسفل اليسار", "الجانب الأيمن", "الجانب الأيسر"],
            ["باللون الأحمر", "باللون الأخضر", "باللون الأزرق", "باللون الأصفر", "باللون البرتقالي"]
        ),
    ]
}
