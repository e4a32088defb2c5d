"""The words for people: English in the code, Chinese in zh_CN.ts, plurals of English in en.ts."""
