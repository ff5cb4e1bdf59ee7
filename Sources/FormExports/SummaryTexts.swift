/// The words of a survey summary, in the language it is written in.
package enum SummaryLanguage: String, Sendable, CaseIterable { case english = "en", spanish = "es", portuguese = "pt", french = "fr" }

/// What is asked in a survey is asked of people or of households.
package enum SummaryUnit: String, Sendable, CaseIterable { case people, households }

struct SummaryTexts {
    let language: SummaryLanguage

    private func text(_ english: String, _ spanish: String, _ portuguese: String, _ french: String) -> String {
        switch language {
        case .english: english
        case .spanish: spanish
        case .portuguese: portuguese
        case .french: french
        }
    }

    var title: String { text("Survey summary", "Resumen de la encuesta", "Resumo da pesquisa", "Synthèse de l’enquête") }
    var heard: String { text("What we heard", "Lo que escuchamos", "O que ouvimos", "Ce que nous avons entendu") }
    var who: String { text("Who answered", "Quiénes respondieron", "Quem respondeu", "Qui a répondu") }
    var results: String { text("Results", "Resultados", "Resultados", "Résultats") }
    var words: String { text("In your words", "En sus palabras", "Em suas palavras", "Avec vos mots") }
    var reflections: String { text("Our reflections", "Nuestras reflexiones", "Nossas reflexões", "Nos réflexions") }
    var actions: String { text("What we will do", "Lo que haremos", "O que faremos", "Ce que nous ferons") }
    var how: String { text("How we asked", "Cómo preguntamos", "Como perguntamos", "Comment nous avons demandé") }

    var answer: String { text("Answer", "Respuesta", "Resposta", "Réponse") }
    var group: String { text("Group", "Grupo", "Grupo", "Groupe") }
    var all: String { text("All", "Total", "Total", "Ensemble") }
    var other: String { text("Other", "Otra respuesta", "Outra resposta", "Autre réponse") }
    var noAnswer: String { text("No answer", "Sin respuesta", "Sem resposta", "Sans réponse") }
    var table: String { text("Table", "Tabla", "Tabela", "Tableau") }

    func unit(_ unit: SummaryUnit) -> String {
        unit == .people ? text("People", "Personas", "Pessoas", "Personnes") : text("Households", "Hogares", "Domicílios", "Foyers")
    }

    func caption(by column: String) -> String {
        text("Responses by “\(column)”", "Respuestas según «\(column)»", "Respostas por “\(column)”", "Réponses selon « \(column) »")
    }

    // MARK: For staff

    var heardComment: String {
        text(
            "In plain words: the three or four things that families should know. Write this last.",
            "En palabras sencillas: las tres o cuatro cosas que las familias deben saber. Escríbalo al final.",
            "Em palavras simples: as três ou quatro coisas que as famílias devem saber. Escreva por último.",
            "En mots simples : les trois ou quatre choses que les familles doivent savoir. À écrire en dernier.")
    }
    var whoComment: String {
        text(
            "Say who was invited and how many, who answered, and whose voices are missing.",
            "Diga a quiénes y a cuántos se invitó, quiénes respondieron y qué voces faltan.",
            "Diga quem e quantos foram convidados, quem respondeu e que vozes faltam.",
            "Dites qui a été invité et combien, qui a répondu, et quelles voix manquent.")
    }
    var resultsComment: String {
        text(
            "Check each question’s wording, type and order of answers. The types were guessed from the answers.",
            "Revise el texto, el tipo y el orden de las respuestas de cada pregunta. Los tipos se dedujeron de las respuestas.",
            "Confira o texto, o tipo e a ordem das respostas de cada pergunta. Os tipos foram deduzidos das respostas.",
            "Vérifiez le texte, le type et l’ordre des réponses de chaque question. Les types ont été devinés d’après les réponses.")
    }
    var wordsComment: String {
        text(
            "Read the comments (the command writes them to a file for you) and write themes, never a person’s own words.",
            "Lea los comentarios (el comando los escribe en un archivo aparte) y escriba temas, nunca las palabras de una persona.",
            "Leia os comentários (o comando os escreve em um arquivo à parte) e escreva temas, nunca as palavras de uma pessoa.",
            "Lisez les commentaires (la commande les écrit dans un fichier à part) et écrivez des thèmes, jamais les mots d’une personne.")
    }
    var reflectionsComment: String {
        text(
            "What these answers mean to us, what surprised us, what we do not know yet. Needed before this is published.",
            "Qué significan estas respuestas para nosotros, qué nos sorprendió y qué no sabemos aún. Se necesita antes de publicar.",
            "O que estas respostas significam para nós, o que nos surpreendeu e o que ainda não sabemos. Necessário antes de publicar.",
            "Ce que ces réponses signifient pour nous, ce qui nous a surpris, ce que nous ignorons encore. Nécessaire avant de publier.")
    }
    var actionsComment: String {
        text(
            "Who will do what, by when, and which objective of the plan it serves. Needed before this is published.",
            "Quién hará qué, para cuándo, y a qué objetivo del plan sirve. Se necesita antes de publicar.",
            "Quem fará o quê, até quando, e a que objetivo do plano serve. Necessário antes de publicar.",
            "Qui fera quoi, pour quand, et quel objectif du plan cela sert. Nécessaire avant de publier.")
    }
    var howComment: String {
        text(
            "Add who was invited and how, in which languages, and whom to ask about this survey.",
            "Agregue a quiénes se invitó y cómo, en qué idiomas, y a quién preguntar sobre esta encuesta.",
            "Acrescente quem foi convidado e como, em que línguas, e a quem perguntar sobre esta pesquisa.",
            "Ajoutez qui a été invité et comment, dans quelles langues, et à qui s’adresser au sujet de cette enquête.")
    }

    func type(_ kind: QuestionResult.Kind) -> String {
        switch kind {
        case .scale(.numbers): text("scale of numbers", "escala de números", "escala de números", "échelle de nombres")
        case .scale(let scale): text("scale (\(scale.rawValue))", "escala (\(scale.rawValue))", "escala (\(scale.rawValue))", "échelle (\(scale.rawValue))")
        case .single: text("single choice", "una sola respuesta", "uma só resposta", "une seule réponse")
        case .several: text("several answers", "varias respuestas", "várias respostas", "plusieurs réponses")
        case .ranking: text("ranking, what was put first", "orden de preferencia, lo primero", "ordem de preferência, o primeiro", "classement, ce qui vient en premier")
        case .number: text("number", "número", "número", "nombre")
        case .text: text("free text", "texto libre", "texto livre", "texte libre")
        case .none: text("no answers", "sin respuestas", "sem respostas", "aucune réponse")
        }
    }

    // MARK: For everybody

    var severalNote: String {
        text("People could choose more than one answer.", "Se podía elegir más de una respuesta.", "Era possível escolher mais de uma resposta.", "Il était possible de choisir plusieurs réponses.")
    }
    var rankingNote: String {
        text("What people put first.", "Lo que las personas pusieron en primer lugar.", "O que as pessoas puseram em primeiro lugar.", "Ce que les gens ont mis en premier.")
    }
    func comments(_ count: String) -> String {
        count == "1" ? text("1 comment", "1 comentario", "1 comentário", "1 commentaire")
            : text("\(count) comments", "\(count) comentarios", "\(count) comentários", "\(count) commentaires")
    }
    func fewer(_ threshold: Int) -> String { text("fewer than \(threshold)", "menos de \(threshold)", "menos de \(threshold)", "moins de \(threshold)") }
    var nearlyAll: String { text("from nearly everybody", "de casi todas las personas", "de quase todas as pessoas", "de presque tout le monde") }
    func counted(_ count: Int) -> String {
        text("Responses counted: \(count).", "Respuestas contadas: \(count).", "Respostas contadas: \(count).", "Réponses comptées : \(count).")
    }
    func previews(_ count: Int) -> String {
        text("Left out, staff’s own previews: \(count).", "No se contaron, pruebas del personal: \(count).", "Não contadas, testes da equipe: \(count).", "Non comptés, essais du personnel : \(count).")
    }
    func tests(_ count: Int) -> String {
        text("Left out, made by the tool as a test: \(count).", "No se contaron, pruebas de la herramienta: \(count).", "Não contadas, testes da ferramenta: \(count).", "Non comptés, essais de l’outil : \(count).")
    }
    func spam(_ count: Int) -> String {
        text("Left out, marked as spam: \(count).", "No se contaron, marcadas como spam: \(count).", "Não contadas, marcadas como spam: \(count).", "Non comptées, signalées comme indésirables : \(count).")
    }
    func empty(_ count: Int) -> String {
        text("Left out, without any answer: \(count).", "No se contaron, sin ninguna respuesta: \(count).", "Não contadas, sem nenhuma resposta: \(count).", "Non comptées, sans aucune réponse : \(count).")
    }
    func unfinished(_ count: Int) -> String {
        text("Left out, unfinished: \(count).", "No se contaron, sin terminar: \(count).", "Não contadas, não terminadas: \(count).", "Non comptées, inachevées : \(count).")
    }
    func superseded(_ count: Int) -> String {
        text(
            "Left out, earlier responses of those who answered again (the last counts): \(count).",
            "No se contaron, respuestas anteriores de quienes respondieron de nuevo (cuenta la última): \(count).",
            "Não contadas, respostas anteriores de quem respondeu de novo (conta a última): \(count).",
            "Non comptées, réponses antérieures de ceux qui ont répondu à nouveau (la dernière compte) : \(count).")
    }
    func shifted(_ count: Int) -> String {
        text("Left out, rows that could not be read: \(count).", "No se contaron, filas ilegibles: \(count).", "Não contadas, linhas ilegíveis: \(count).", "Non comptées, lignes illisibles : \(count).")
    }
    var blank: String {
        text(
            "A blank answer counts as “No answer”, also where a question was not shown.",
            "Una respuesta en blanco cuenta como «Sin respuesta», también cuando la pregunta no se mostró.",
            "Uma resposta em branco conta como “Sem resposta”, também quando a pergunta não foi mostrada.",
            "Une réponse vide compte comme « Sans réponse », même si la question n’a pas été montrée.")
    }
    func protection(_ threshold: Int) -> String {
        text(
            "Counts from 1 to \(threshold - 1), and others from which they could be worked out, are written as [c], so that nobody can be picked out.",
            "Los números del 1 al \(threshold - 1), y otros de los que podrían deducirse, se escriben como [c], para que nadie pueda ser identificado.",
            "Os números de 1 a \(threshold - 1), e outros dos quais poderiam ser deduzidos, são escritos como [c], para que ninguém possa ser identificado.",
            "Les nombres de 1 à \(threshold - 1), et ceux dont on pourrait les déduire, sont écrits [c], afin que personne ne puisse être reconnu.")
    }
    func protectionReason(_ reason: String) -> String { text("Why the threshold is lower: ", "Por qué el límite es menor: ", "Por que o limite é menor: ", "Pourquoi le seuil est plus bas : ") + reason }
    var combined: String {
        text(
            "Groups with too few responses are shown together with another.", "Los grupos con muy pocas respuestas se muestran junto con otro.",
            "Grupos com poucas respostas são mostrados junto com outro.", "Les groupes avec trop peu de réponses sont montrés avec un autre.")
    }
    var and: String { text("and", "y", "e", "et") }
}
