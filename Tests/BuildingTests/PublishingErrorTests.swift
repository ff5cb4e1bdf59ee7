import Glibc
import Testing

@testable import Building

/// The wording of every refusal.
@Suite struct PublishingErrorTests {
    @Test(arguments: [
        (.unnamed, "the folder to publish into has no name; name one with --output"),
        (.root, "‘P’ is the root of the file system, which cannot be replaced; name another folder with --output"),
        (.notAFolder, "‘P’ is a file, not a folder; name a folder with --output, or move the file away"),
        (
            .foreignFiles(example: "notes.txt"),
            "‘P’ holds files that Tidings did not write (notes.txt); name an empty folder with --output, or move them elsewhere"
        ),
        (
            .gitRepository,
            "‘P’ holds a git repository, which publishing would replace; "
                + "name a folder with --output that has no .git in it, and copy the site from there"
        ),
        (
            .mounted,
            "‘P’ is a mounted file system, which cannot be replaced as a whole; "
                + "unmount it, or name a folder inside it with --output"
        ),
        (
            .unusablePath,
            "‘P’ cannot be a file's place in the site; a place is relative, without empty parts, \".\", \"..\" or NUL"
        ),
        (.reserved(".git"), "‘P’ cannot be published: Tidings keeps the name ‘.git’ for itself; rename it"),
        (.twice, "two files of the site have the place ‘P’; rename one of them"),
        (.fileAndFolder("P/a"), "‘P’ would be a file, and also the folder of ‘P/a’; rename one of them"),
        (.notAFile, "‘P’ is not an ordinary file; replace it by one, or remove it from the publication"),
        (.system(.read, EACCES), "cannot read ‘P’: permission denied; give yourself permission to read it"),
        (
            .system(.writeIn, EACCES),
            "cannot write in ‘P’: permission denied; "
                + "give yourself permission to write there, or name another folder with --output"
        ),
        (
            .system(.create, EROFS),
            "cannot create ‘P’: the file system is read-only; name a folder elsewhere with --output"
        ),
        (
            .system(.write, ENOSPC),
            "cannot write ‘P’: the disk is full; free some space and build again; what was published before still stands"
        ),
        (
            .system(.write, EDQUOT),
            "cannot write ‘P’: your share of the disk is used up; "
                + "free some space and build again; what was published before still stands"
        ),
        (
            .system(.write, EFBIG),
            "cannot write ‘P’: it is larger than files may be there; "
                + "make it smaller, or name a folder on another file system with --output"
        ),
        (
            .system(.write, ENAMETOOLONG),
            "cannot write ‘P’: the name is too long; shorten the name of the document or of the folders it is in"
        ),
        (
            .system(.lookInto, EMFILE),
            "cannot look into ‘P’: too many files are open; raise the limit (ulimit -n) and build again"
        ),
        (.system(.read, ENOENT), "cannot read ‘P’: there is no such file or folder; check the path and build again"),
        (
            .system(.create, ENOTDIR),
            "cannot create ‘P’: a file stands where a folder is needed; "
                + "move the file away, or name another folder with --output"
        ),
        (.system(.read, EISDIR), "cannot read ‘P’: it is a folder; name a file"),
        (
            .system(.replace, EBUSY),
            "cannot replace ‘P’: it is mounted or in use; unmount it, or name a folder inside it with --output"
        ),
        (
            .system(.write, EEXIST),
            "cannot write ‘P’: another file has this name already, or one that differs only in capital letters; "
                + "rename one of them, or build again if another program writes there"
        ),
        (
            .system(.replace, ENOTEMPTY),
            "cannot replace ‘P’: another program wrote into it during the build; look at what it holds and build again"
        ),
        (.system(.create, ELOOP), "cannot create ‘P’: its symbolic links lead in a circle; mend the links"),
        (.system(.read, EIO), "cannot read ‘P’: the disk reports an error; check the disk before building again"),
        (.system(.write, EPIPE), "cannot write ‘P’: Broken pipe; mend that and build again"),
    ] as [(PublishingError.Reason, String)])
    func says(reason: PublishingError.Reason, wording: String) {
        #expect(PublishingError("P", reason).description == wording)
    }
}
