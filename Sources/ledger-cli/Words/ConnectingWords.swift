/// The words that abbreviations leave out, in the languages in which people write to the program:
/// KH&ĐT is Kế hoạch và Đầu tư. The library knows no language and takes them from here.
let connectingWords: Set<String> = ["và", "của", "and", "of", "the"]
