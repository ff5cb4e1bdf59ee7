import Foundation

/// A plan as JSON (RFC 8259), described by `PlanSchema`: the same bytes for the same plan.
enum PlanJSON {
    static func bytes(_ plan: PlanData) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Numbers that JSON cannot write are the only failure, and none of the plan's is one.
        guard let data = try? encoder.encode(plan) else { return [] }
        return Array(data) + [UInt8(ascii: "\n")]
    }
}
