import Publication
import Rendering

/// The pages that are offered to search engines, by the sitemap protocol 0.9 (sitemaps.org).
func sitemap(of pages: [Page], below address: String) -> [UInt8] {
    var xml = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
    xml += "\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8
    // The protocol allows fifty thousand entries in a file.
    for page in pages.filter(\.isListed).sorted(by: { $0.address < $1.address }).prefix(50_000) {
        xml += "<url><loc>".utf8
        for byte in [address.utf8, page.address.utf8].joined() {
            switch byte {
            case UInt8(ascii: "&"): xml += "&amp;".utf8
            case UInt8(ascii: "'"): xml += "&apos;".utf8
            default: xml.append(byte)
            }
        }
        xml += "</loc>".utf8
        if let change = page.lastChange { xml += "<lastmod>\(change)</lastmod>".utf8 }
        xml += "</url>\n".utf8
    }
    return xml + Array("</urlset>\n".utf8)
}
