import Publication
import Rendering

/// The pages that are offered to search engines, by the sitemap protocol 0.9 (sitemaps.org).
func sitemap(of pages: [Page], below address: String) -> [UInt8] {
    var xml = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n" + #"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">"# + "\n"
    // The protocol allows fifty thousand entries in a file.
    for page in pages.filter(\.isListed).sorted(by: { $0.address < $1.address }).prefix(50_000) {
        let location = (address + page.address).replacing("&", with: "&amp;").replacing("'", with: "&apos;")
        let change = page.lastChange.map { "<lastmod>\($0)</lastmod>" } ?? ""
        xml += "<url><loc>\(location)</loc>\(change)</url>\n"
    }
    return Array((xml + "</urlset>\n").utf8)
}
