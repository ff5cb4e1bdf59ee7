import Glibc

/// Why a site could not be published. Whatever was published before still stands.
package struct PublishingError: Error, Equatable {
    /// The file or folder it is about: as the caller named it, or below the folder that the caller named.
    package let path: String
    package let reason: Reason

    package enum Reason: Equatable, Sendable {
        // About the folder to publish into.
        case unnamed
        case root
        case notAFolder
        case foreignFiles(example: String)
        case gitRepository
        case mounted
        // About the files to publish.
        case unusablePath
        case reserved(String)
        case twice
        case fileAndFolder(String)
        case notAFile
        /// A call to the system failed with this `errno`.
        case system(Attempt, CInt)
    }

    package enum Attempt: String, Sendable {
        case create, read, write, replace
        case writeIn = "write in"
        case lookInto = "look into"
    }

    init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// What is wrong, in one line without a final stop.
    package var problem: String { wording.problem }
    /// What to do about it, in one line without a final stop.
    package var help: String { wording.help }

    private var wording: (problem: String, help: String) {
        switch reason {
        case .unnamed:
            ("the folder to publish into has no name", "name one with --output")
        case .root:
            ("‘\(path)’ is the root of the file system, which cannot be replaced", "name another folder with --output")
        case .notAFolder:
            ("‘\(path)’ is a file, not a folder", "name a folder with --output, or move the file away")
        case .foreignFiles(let example):
            (
                "‘\(path)’ holds files that Tidings did not write (\(example))",
                "name an empty folder with --output, or move them elsewhere"
            )
        case .gitRepository:
            (
                "‘\(path)’ holds a git repository, which publishing would replace",
                "name a folder with --output that has no .git in it, and copy the site from there"
            )
        case .mounted:
            (
                "‘\(path)’ is a mounted file system, which cannot be replaced as a whole",
                "unmount it, or name a folder inside it with --output"
            )
        case .unusablePath:
            (
                "‘\(path)’ cannot be a file's place in the site",
                "a place is relative, without empty parts, \".\", \"..\" or NUL"
            )
        case .reserved(let name):
            ("‘\(path)’ cannot be published: Tidings keeps the name ‘\(name)’ for itself", "rename it")
        case .twice:
            ("two files of the site have the place ‘\(path)’", "rename one of them")
        case .fileAndFolder(let other):
            ("‘\(path)’ would be a file, and also the folder of ‘\(other)’", "rename one of them")
        case .notAFile:
            ("‘\(path)’ is not an ordinary file", "replace it by one, or remove it from the publication")
        case .system(let attempt, let code):
            {
                let (fault, remedy) = Self.wording(of: code, reading: attempt == .read)
                return ("cannot \(attempt.rawValue) ‘\(path)’: \(fault)", remedy)
            }()
        }
    }

    private static func wording(of code: CInt, reading: Bool) -> (fault: String, remedy: String) {
        switch code {
        case EACCES, EPERM:
            (
                "permission denied",
                reading
                    ? "give yourself permission to read it"
                    : "give yourself permission to write there, or name another folder with --output"
            )
        case EROFS: ("the file system is read-only", "name a folder elsewhere with --output")
        case ENOSPC: ("the disk is full", "free some space and build again; what was published before still stands")
        case EDQUOT:
            (
                "your share of the disk is used up",
                "free some space and build again; what was published before still stands"
            )
        case EFBIG:
            (
                "it is larger than files may be there",
                "make it smaller, or name a folder on another file system with --output"
            )
        case ENAMETOOLONG: ("the name is too long", "shorten the name of the document or of the folders it is in")
        case EMFILE, ENFILE: ("too many files are open", "raise the limit (ulimit -n) and build again")
        case ENOENT: ("there is no such file or folder", "check the path and build again")
        case ENOTDIR:
            (
                "a file stands where a folder is needed",
                "move the file away, or name another folder with --output"
            )
        case EISDIR: ("it is a folder", "name a file")
        case EBUSY, EXDEV: ("it is mounted or in use", "unmount it, or name a folder inside it with --output")
        case EEXIST:
            (
                "another file has this name already, or one that differs only in capital letters",
                "rename one of them, or build again if another program writes there"
            )
        case ENOTEMPTY:
            ("another program wrote into it during the build", "look at what it holds and build again")
        case ELOOP: ("its symbolic links lead in a circle", "mend the links")
        case EIO: ("the disk reports an error", "check the disk before building again")
        default: (String(cString: strerror(code)), "mend that and build again")
        }
    }
}

extension PublishingError: CustomStringConvertible {
    package var description: String { "\(problem); \(help)" }
}
