import Testing

@testable import Checking

struct SyllableTests {
    /// Counted by hand, after Merriam-Webster.
    @Test(arguments: [
        ("the", 1), ("school", 1), ("committee", 3), ("table", 2), ("tables", 2), ("makes", 1), ("changes", 2), ("needed", 2), ("asked", 1), ("settled", 2),
        ("manage", 2), ("management", 3), ("improvement", 3), ("element", 3), ("elementary", 5), ("safely", 2), ("awareness", 3), ("useless", 2),
        ("question", 2), ("region", 2), ("religious", 3), ("social", 2), ("material", 4), ("science", 2), ("society", 4), ("patient", 2),
        ("experience", 4), ("audience", 3), ("people", 2), ("video", 3), ("create", 2), ("reach", 1), ("area", 3), ("idea", 3),
        ("evaluate", 4), ("language", 2), ("individual", 5), ("influence", 3), ("issue", 2), ("build", 1), ("continuity", 5), ("ruin", 2),
        ("going", 2), ("being", 2), ("trying", 2), ("players", 2), ("beyond", 2), ("employee", 3), ("eyes", 1), ("tourism", 3), ("rhythm", 2),
        ("didn't", 2), ("don't", 1), ("church's", 2), ("everyone", 3), ("something", 2), ("homework", 2), ("therefore", 2), ("league", 1),
        ("technique", 2), ("accountability", 6), ("responsibilities", 6), ("superintendent", 5), ("cooperate", 4), ("friend", 1), ("priest", 1),
    ])
    func english(_ word: String, _ count: Int) { #expect(EnglishSyllables.count(word) == count, "\(word)") }

    /// Counted by hand, after the Ortografía de la lengua española (2010).
    @Test(arguments: [
        ("casa", 2), ("escuela", 3), ("ciudad", 2), ("día", 2), ("leer", 2), ("maestro", 3), ("aéreo", 4), ("país", 2), ("reina", 2), ("guerra", 2),
        ("guitarra", 3), ("pingüino", 3), ("agua", 2), ("muy", 1), ("rey", 1), ("y", 1), ("búho", 2), ("ahora", 3), ("prohibir", 2), ("estudiantes", 4),
        ("educación", 4), ("averiguáis", 4), ("construí", 2), ("jesuítico", 4), ("mayo", 2), ("ayuda", 3), ("queso", 2), ("qué", 1), ("comunidad", 4),
        ("familias", 3), ("río", 2), ("oír", 2), ("caída", 3), ("Uruguay", 3), ("europeo", 4), ("poeta", 3), ("teatro", 3), ("aún", 2), ("cuidado", 3),
        ("continuo", 3), ("continúo", 4), ("evaluación", 4), ("actúa", 3), ("vehículo", 4), ("reunión", 2), ("reúne", 3), ("oía", 3), ("buey", 1),
        ("distrito", 3), ("aeropuerto", 5), ("creer", 2), ("idioma", 3), ("antiguo", 3), ("igualdad", 3),
    ])
    func spanish(_ word: String, _ count: Int) { #expect(IberianSyllables(isPortuguese: false).count(word) == count, "\(word)") }

    /// Counted by hand, after the Portal da Língua Portuguesa.
    @Test(arguments: [
        ("casa", 2), ("criança", 3), ("sociedade", 5), ("dia", 2), ("rio", 2), ("história", 3), ("relatório", 4), ("áreas", 2), ("mágoa", 2),
        ("água", 2), ("línguas", 2), ("quatro", 2), ("frequente", 3), ("guerra", 2), ("guia", 2), ("que", 1), ("mão", 1), ("mãe", 1), ("põe", 1),
        ("educação", 4), ("ações", 2), ("saída", 3), ("saúde", 3), ("raiz", 2), ("ruim", 2), ("juiz", 2), ("rainha", 3), ("moinho", 3), ("ainda", 3),
        ("caindo", 3), ("sair", 2), ("maior", 2), ("praia", 2), ("ideia", 3), ("meio", 2), ("saiu", 2), ("contribuiu", 4), ("iguais", 2), ("muito", 2),
        ("gratuito", 3), ("aumento", 3), ("cooperar", 4), ("veem", 2), ("voo", 2), ("país", 2), ("pais", 1), ("família", 3), ("europeu", 3),
        ("viu", 1), ("construindo", 4), ("níveis", 2), ("contínuo", 3), ("avaliação", 5), ("necessário", 4), ("período", 4), ("trabalho", 3),
        ("melhoria", 4), ("diretoria", 5), ("filhos", 2),
    ])
    func portuguese(_ word: String, _ count: Int) { #expect(IberianSyllables(isPortuguese: true).count(word) == count, "\(word)") }
}
