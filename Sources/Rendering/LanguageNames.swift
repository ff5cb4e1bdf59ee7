/// Names of languages that Foundation does not know, or knows as their readers do not.
enum LanguageNames {
    /// In the language itself. Foundation has Haitian Creole in French and Hmong in Pahawh, which few read.
    static let own = [
        "hat": "kreyòl ayisyen", "hmn": "Hmoob", "ht": "kreyòl ayisyen", "kea": "kabuverdianu", "kek": "Qʼeqchiʼ", "kri": "Krio",
        "mam": "Mam", "mww": "Hmoob", "pap": "Papiamentu", "quc": "Kʼicheʼ",
    ]

    /// In Haitian Creole, of those that schools in the United States meet most.
    static let haitian = [
        "am": "amarik", "ar": "arab", "bn": "bengali", "de": "alman", "el": "grèk", "en": "anglè", "es": "panyòl", "fa": "pèsan",
        "fr": "fransè", "gu": "goudjarati", "he": "ebre", "hi": "hindi", "hmn": "hmong", "ht": "kreyòl ayisyen", "hy": "amenyen",
        "it": "italyen", "ja": "japonè", "kea": "kreyòl kapvè", "km": "kmè", "ko": "koreyen", "lo": "lawosyen", "ne": "nepalè",
        "pa": "pendjabi", "pl": "polonè", "ps": "pachto", "pt": "pòtigè", "pt-BR": "pòtigè (Brezil)", "pt-PT": "pòtigè (Pòtigal)",
        "quc": "kʼicheʼ", "ru": "ris", "so": "somali", "sq": "albanè", "sw": "swahili", "th": "tayi", "tl": "tagalòg", "tr": "tik",
        "uk": "ikrenyen", "ur": "oudou", "vi": "vyetnamyen", "zh": "chinwa", "zh-Hans": "chinwa senplifye",
        "zh-Hant": "chinwa tradisyonèl",
    ]
}
