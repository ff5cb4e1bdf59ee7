import Publication

/// The schema of `plan.json` (JSON Schema, draft 2020-12), published once on every site. What values there can be is taken
/// from the code, so that the two cannot part.
enum PlanSchema {
    /// Below the site's root.
    static let path = "schemas/plan.schema.json"

    /// - Parameter address: of the site.
    static func bytes(address: String) -> [UInt8] { Array(text(id: address + path).utf8) }

    private static func names(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }

    private static let statuses = names(PlanFacts.Status.allCases.map(\.rawValue))
    private static let progress = names(ProgressStatus.allCases.map(\.rawValue))
    private static let precisions = names(DatePhrase.Precision.allCases.map(\.rawValue))
    private static let doubts = names(DatePhrase.Doubt.allCases.map(\.rawValue))
    private static let sections = names(PlanData.Section.Kind.allCases.map(\.rawValue))
    private static let kinds = names(Document.Kind.allCases.map(\.rawValue))
    private static let relations = names(LabelledLine.Label.allCases.filter(\.isReference).map(\.rawValue))

    /// An object without any other properties than these.
    private static func object(_ description: String, required: String, _ properties: KeyValuePairs<String, String>) -> String {
        let lines = properties.map { "        \"\($0.key)\": \($0.value)" }.joined(separator: ",\n")
        let needed = required.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ", ")
        return """
            {
                  "description": "\(description)",
                  "type": "object",
                  "additionalProperties": false,
                  "required": [\(needed)],
                  "properties": {
            \(lines)
                  }
                }
            """
    }

    private static func ref(_ name: String) -> String { "{\"$ref\": \"#/$defs/\(name)\"}" }
    private static func list(_ name: String) -> String { "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/\(name)\"}}" }
    private static func pattern(_ description: String, _ pattern: String, format: String? = nil) -> String {
        let format = format.map { "\"format\": \"\($0)\", " } ?? ""
        return "{\"description\": \"\(description)\", \"type\": \"string\", \(format)\"pattern\": \"\(pattern)\"}"
    }

    private static let string = "{\"type\": \"string\"}"
    private static let words = "{\"type\": \"string\", \"minLength\": 1}"
    private static let flag = "{\"type\": \"boolean\"}"

    private static func text(id: String) -> String {
        let definitions: KeyValuePairs<String, String> = [
            "date": pattern("A day of ISO 8601.", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", format: "date"),
            "address": pattern("An absolute address.", "^https?://", format: "uri"),
            "language": pattern("A tag of BCP 47.", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
            "number": pattern("A visible number of the plan, the same in every language.", "^[0-9][0-9.a-z]*$"),
            "text": object(
                "Words, with their language where that is not the file's: they are not translated yet.", required: "text",
                ["text": words, "lang": ref("language")]),
            "measure": object(
                "A target or a baseline; number is what its words begin with in the source language.", required: "text",
                ["text": words, "lang": ref("language"), "number": "{\"type\": \"number\"}"]),
            "planStatus": object(
                "What the plan is at present.", required: "id text",
                ["id": "{\"enum\": [\(statuses)]}", "text": words, "lang": ref("language")]),
            "status": object(
                "How far something promised is.", required: "id text",
                ["id": "{\"enum\": [\(progress)]}", "text": words, "lang": ref("language")]),
            "period": object("From one day through another.", required: "start end", ["start": ref("date"), "end": ref("date")]),
            "approval": object(
                "Who agreed to the plan, when, and where that is recorded.", required: "",
                ["by": ref("text"), "on": ref("date"), "minutes": ref("address")]),
            "link": object("Another document.", required: "title url", ["title": ref("text"), "url": ref("address")]),
            "feedback": object(
                "A round in which people are asked what they think.", required: "until open ways",
                ["until": ref("date"), "open": flag, "ways": list("text")]),
            "section": object(
                "A heading and what stands below it, block by block.", required: "title text",
                ["id": string, "kind": "{\"enum\": [\(sections)]}", "title": ref("text"), "text": list("text")]),
            "role": object(
                "Who has a duty; id is the same in every language and missing where no such role is known.", required: "name",
                ["id": words, "name": ref("text")]),
            "alignment": object(
                "What this serves or, in supportedBy, what serves this: a document or its part with this id.", required: "relation kind document url",
                [
                    "relation": "{\"enum\": [\(relations)]}", "kind": "{\"enum\": [\(kinds)]}", "document": ref("text"), "id": words,
                    "title": ref("text"), "url": ref("address"),
                ]),
            "entry": object(
                "What one report says.", required: "asOf status text report",
                ["asOf": ref("date"), "status": ref("status"), "text": list("text"), "report": ref("address")]),
            "activity": object(
                "What is done in a period; label is the period as it is written.", required: "ongoing recurring text",
                [
                    "label": ref("text"), "start": ref("date"), "end": ref("date"), "precision": "{\"enum\": [\(precisions)]}",
                    "ongoing": flag, "recurring": flag, "text": list("text"),
                ]),
            "responsibility": object(
                "A duty and the roles that it falls to; joint where several share it.", required: "roles joint text",
                ["roles": "{\"type\": \"array\", \"minItems\": 1, \"items\": {\"$ref\": \"#/$defs/role\"}}", "joint": flag, "text": list("text")]),
            "outcome": object(
                """
                What shall come of it: when is the date as it is written, due the last day that can be meant, pinned whether a person settled \
                that day, exact whether a calendar may hold it, doubt why it may not.
                """,
                required: "id url text pinned exact overdue history alignments supportedBy",
                [
                    "id": ref("number"), "url": ref("address"), "text": list("text"), "when": ref("text"), "due": ref("date"),
                    "precision": "{\"enum\": [\(precisions)]}", "doubt": "{\"enum\": [\(doubts)]}", "pinned": flag, "exact": flag,
                    "target": ref("measure"), "baseline": ref("measure"), "status": ref("status"), "asOf": ref("date"), "overdue": flag,
                    "history": list("entry"), "alignments": list("alignment"), "supportedBy": list("alignment"),
                ]),
            "objective": object(
                "An objective with its parts.",
                required: "id label url title text activities responsibilities outcomes notes history alignments supportedBy",
                [
                    "id": ref("number"), "label": words, "url": ref("address"), "title": ref("text"), "text": list("text"),
                    "activities": list("activity"), "responsibilities": list("responsibility"), "outcomes": list("outcome"),
                    "notes": list("section"), "status": ref("status"), "asOf": ref("date"), "history": list("entry"),
                    "alignments": list("alignment"), "supportedBy": list("alignment"),
                ]),
            "goal": object(
                "A goal with its objectives.", required: "id label url title text objectives alignments supportedBy",
                [
                    "id": ref("number"), "label": words, "url": ref("address"), "title": ref("text"), "text": list("text"),
                    "objectives": list("objective"), "alignments": list("alignment"), "supportedBy": list("alignment"),
                ]),
            "question": object(
                "What a person has to settle, and the number or section that it is about.", required: "text url",
                ["about": words, "text": ref("text"), "url": ref("address")]),
            "report": object(
                "A progress report.", required: "asOf title url",
                ["asOf": ref("date"), "title": ref("text"), "reportedBy": ref("text"), "url": ref("address")]),
        ]
        let root: KeyValuePairs<String, String> = [
            "$schema": "{\"const\": \"\(id)\"}", "language": ref("language"), "sourceLanguage": ref("language"), "url": ref("address"),
            "title": ref("text"), "summary": ref("text"), "notice": ref("text"), "organization": ref("text"), "period": ref("period"),
            "status": ref("planStatus"), "approved": ref("approval"), "updated": ref("date"), "asOf": ref("date"), "parent": ref("link"),
            "children": list("link"), "replaces": ref("link"), "replacedBy": ref("link"), "adoptedText": ref("link"), "feedback": ref("feedback"),
            "introduction": list("text"), "before": list("section"), "goals": list("goal"), "after": list("section"), "footnotes": list("text"),
            "questions": list("question"), "alignments": list("alignment"), "supportedBy": list("alignment"), "reports": list("report"),
        ]
        return """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "\(id)",
              "title": "A plan",
              "description": "A plan in one language: goals, objectives, what is done, by whom, what shall come of it by when, and how far it is.",
              "type": "object",
              "additionalProperties": false,
              "required": [
                "$schema", "language", "sourceLanguage", "url", "title", "children", "introduction", "before", "goals", "after", "footnotes",
                "questions", "alignments", "supportedBy", "reports"
              ],
              "properties": {
            \(root.map { "    \"\($0.key)\": \($0.value)" }.joined(separator: ",\n"))
              },
              "$defs": {
            \(definitions.map { "    \"\($0.key)\": \($0.value)" }.joined(separator: ",\n"))
              }
            }

            """
    }
}
