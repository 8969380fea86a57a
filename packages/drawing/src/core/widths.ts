// Generated from the Inter font; do not edit. To regenerate: npx tsx .scripts/widths.ts
/** The characters whose widths follow, in this order. */
export const signs: string =
  " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~¡©«®°·»¿ÆØßæøđĐıŁłŒœƠơƯư‑–—‘’“”•…€−≤≥→✓¼½¾ÐĦ‰←↑↓";
/** Advance widths of the regular weight in thousandths of the type size, two digits to the base 36 each. */
export const regular: string =
  "7t80cyhlhurahw8ca5a5dxie80cs80a0hjbbgyh6hyghh8fqh7h8808eieieiee7quj6i6kak2gpgekqkn7hfviofpp3kxl9hrl9hwhuhykoj6rdiyivhha5a0a5d3co8zfmh0fvh0g7aah1gf6q6qf96qocgfgoh0h0ageo93gffmmqf6fmfcbu99buie80peg7iico80g7e7rml9h4phgoh0kf6qgj6qrxrsl6glklh89ydwrs7979c8c8fno0ijieieieqiokmanjoikflk113qin6n6";
/** What the semibold weight has more, plus 100, in the same way. */
export const semibold: string =
  "1z3p4d33303e3b3i30303v333n2x3n3b3l38353a3c3b3c323d3c3n3j3333333o3p3u2x2z2s2w2q2v2v30313n2s3b2y2w2y303030362k3u3r3u3q3f303b3032353k34343434303b343d3c3c3c3c3g3d3134343d3d3i3d3h3d3f3i363l3i3l333p2s472q2u3n473o3b2w3k2o3134383c2z3c312k33322l3i4k2s2s3p3p4n4h145c343333332s2r3l3f3h383d3t2s4343";
/** Letters of other scripts by their first: the wider of both weights in tenths of the type size, rounded up, one digit to the base 36 each. */
export const scripts: Record<string, string> = {
  Α: "87687788388a878870778989838767377766667736777677767578699",
  А: "877697b78888a88878779888ab9a78b767657696776687777656867699786696",
};
