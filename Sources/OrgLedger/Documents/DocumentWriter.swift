/// Writes documents so that reading them gives the same documents again.
public enum DocumentWriter {
  /// Documents as one YAML file, for people to read: separated by `---`, ending in a line feed.
  public static func yaml(_ documents: [Document]) -> String {
    documents.map { YAMLWriter.text(of: DocumentEncoder.tree($0)) }.joined(separator: "---\n")
  }

  /// A document as one line of JSON, without the line feed.
  public static func json(_ document: Document) -> String {
    var text = ""
    JSONWriter.write(DocumentEncoder.tree(document), to: &text)
    return text
  }
}
