const plain = /^[ -~]*$/;

/** Lower case without accents, so that "jose" finds "José". */
export const foldText = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFD")
        .replace(/\p{Diacritic}/gu, "")
        .toLowerCase();
