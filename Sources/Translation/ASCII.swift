// A byte of a text is compared with the ASCII character it stands for.

func ~= (character: Unicode.Scalar, byte: UInt8) -> Bool { character.value == UInt32(byte) }
func ~= (characters: ClosedRange<Unicode.Scalar>, byte: UInt8) -> Bool { characters.contains(Unicode.Scalar(byte)) }
func == (byte: UInt8, character: Unicode.Scalar) -> Bool { character.value == UInt32(byte) }
func != (byte: UInt8, character: Unicode.Scalar) -> Bool { character.value != UInt32(byte) }
func == (byte: UInt8?, character: Unicode.Scalar) -> Bool { byte.map { $0 == character } ?? false }
func ~= (character: Unicode.Scalar, byte: UInt8?) -> Bool { byte == character }
