// Generated from the Inter font; do not edit. To regenerate: npx tsx .scripts/widths.ts
/** The characters whose widths follow those of the printable ones of ASCII, in this order. */
export const others: string = "¡©«®°·»¿ÆØßæøđĐıŁłŒœƠơƯư‑–—‘’“”•…€−≤≥→✓  ¼½¾ÐĦ‰←↑↓";
/** Advance widths of the regular weight in thousandths of the type size, two digits to the base 36 each. */
export const regular: string =
  "7t80cyhlhurahw8ca5a5dxie80cs80a0hyhyhyhyhyhyhyhyhyhy808eieieiee7quj6i6kak2gpgekqkn7hfviofpp3kxl9hrl9hwhuhykoj6rdiyivhha5a0a5d3co8zfmh0fvh0g7aah1gf6q6qf96qocgfgoh0h0ageo93gffmmqf6fmfcbu99buie80peg7iico80g7e7rml9h4phgoh0kf6qgj6qrxrsl6glklh89ydwrs7979c8c8fno0ijieieieqiok7t7tmanjoikflk113qin6n6";
/** What the semibold weight has more: four thousandths for each unit of a digit to the base 36 over seven, rounded up, never less. */
export const semibold: string =
  "0gma9dce99haf9fcccccccccccfeaaafgh99787889af7c989999b5hghgd9c9abeaaaa9cadccccddaaaddededdebfefag7k78fkfc8e6aabc9ca5aa6en77ggon0uaaaa7700fdebdh7jj";
/** Letters of other scripts by their first: the wider of both weights in tenths of the type size, rounded up, one digit to the base 36 each. */
export const scripts: Record<string, string> = {
  Α: "87687788388a878870778989838767377766667736777677767578699",
  А: "877697b78888a88878779888ab9a78b767657696776687777656867699786696",
};
