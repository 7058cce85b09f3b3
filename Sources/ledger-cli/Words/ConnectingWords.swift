/// The words that abbreviations leave out, in the languages in which people write to the program:
/// KH&ĐT is Kế hoạch và Đầu tư. The library knows no language and takes them from here.
///
/// Only such as are nothing else without their marks: *của* would take *cửa* with it.
let connectingWords: Set<String> = ["và", "and", "of"]
