"""The words for people: English in the code, Chinese in zh_CN.ts."""
