/** Lower case without accents, so that "jose" finds "José". */
export const fold = (text: string): string =>
  (/^[ -~]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{Diacritic}/gu, "")).toLowerCase();
